"""Whom the pronouns around a verb mean: before it, after a complementiser (إنها), in a clause of circumstance (وهم), and on it."""

from __future__ import annotations

from abc import abstractmethod

import attrs

from eventcode.frames.agreement import agrees, suffix_agrees
from eventcode.frames.boundaries import Boundaries
from eventcode.frames.endings import case
from eventcode.frames.model import Item
from eventcode.frames.spelled_verbs import DONE_BEFORE, DUTIES, MEANWHILE, done_before
from eventcode.frames.verbs import Verb
from eventcode.mentions import View
from eventcode.mentions.closed import COMPLEMENTISERS, RESUMPTIVE, VERB_MARKERS, bare
from eventcode.mentions.kinds import ARMED_KINDS

_SUFFIX_OF = {"وهو": "ه", "وهي": "ها", "وهم": "هم", "وهما": "هما"}
"""Pronouns that open a clause of circumstance, by the suffix that agrees with the same nouns."""
BEFORE_VERBS = VERB_MARKERS | {"لا", "ما", "كان", "كانت", "كانوا"}
_CONTRASTING = frozenset({"لكنه", "لكنها", "لكنهم"})
_THAT = frozenset({"ان", "الا"})
_MOODS = DUTIES | frozenset(
    {"يمكن", "يفترض", "يتوقع", "يرجح", "يحتمل", "المتوقع", "المفترض", "المقرر", "المرجح", "المحتمل", "المنتظر", "الممكن", "الضروري", "الواجب", "بد"}
)  # fmt: skip
_ABILITIES = frozenset({"يمكن", "بامكان", "بوسع", "باستطاعت", "بمقدور", "علي"})
"""Words of ability and duty that take whoever is able as a suffix: الفصائل يمكنها أن, الجيش بإمكانه أن."""
_BEFORE_MOODS = frozenset({"من", "لا", "كان", "كانت", "غير", "و"})
_HAD = frozenset({"كان", "كانت"})
_THOSE = frozenset({"تلك", "ذلك", "اولئك", "اولءك", "هولاء"})
_WHOEVER = frozenset({"الذين", "من"})
_SUFFIXES = ("هما", "ها", "هم", "ه")
CLOSE = 3
"""How many words after a verb with a pronoun its subject may stand."""
_VOICES = frozenset({"igo", "ngo", "media"})
ANAPHORIC = MEANWHILE | {"فيه", "فيها", "فيهما", "عبره", "عبرها"}
"""Pronouns after a verb that take up a statement or a happening named before: بياناً دعت خلاله."""


@attrs.frozen(slots=True, eq=False)
class Arguments:
    """Subject and object of a verb; ``dropped`` when no subject stands in its clause."""

    subject: Item | None
    objects: tuple[Item, ...]
    dropped: bool
    preposed: bool


class Pronouns(Boundaries):
    """The clauses of a view with those whom the pronouns beside their verbs mean."""

    @abstractmethod
    def arguments(self, index: int) -> Arguments:
        """Subject and objects of the finite verb at a token."""

    def pronoun_before(self, index: int) -> str:
        """قالت الوزارة إنها لم تقصف: the suffix of the complementiser before a verb, which is the verb's subject."""
        position = index - 1
        while position >= 0 and bare(self.tokens[position].norm, BEFORE_VERBS):
            position -= 1
        word = bare(self.tokens[position].norm, COMPLEMENTISERS | _CONTRASTING) if position >= 0 else ""
        return next((suffix for suffix in _SUFFIXES if word.endswith("ن" + suffix)), "")

    def obliged(self, index: int) -> Item | None:
        """على الفصائل أن تنسحب, سبق لروسيا أن قصفت: whoever is obliged, or did it before, is the subject of what follows.

        القوات يجب أن تنسحب, الفصائل من المتوقع أن تسلم سلاحها: so is the one before a word of mood that has no subject.
        """
        position = index - 1
        if position < 1 or self.tokens[position].norm.removeprefix("و") not in _THAT:
            return None
        if self.tokens[position - 1].norm in _MOODS:
            position -= 1
            while position and self.tokens[position - 1].norm in _BEFORE_MOODS:
                position -= 1
            topics = (item for item in self.items if item.last == position and item.kind == "actor" and not item.governor)
            topic = next(topics, None)
            return topic if topic is not None and agrees(topic, self.verbs[index]) else None
        if any(self.tokens[position - 1].norm == word + suffix for word in _ABILITIES for suffix in _SUFFIXES):
            # الفصائل في المدينة يمكنها أن تستخدم: the topic before the word with its pronoun.
            start = self.left_end(position - 1)
            before = (
                item for item in reversed(self.items) if item.kind == "actor" and start <= item.first and item.last < position
            )
            return next((item for item in before if not item.governor and agrees(item, self.verbs[index])), None)
        named = (item for item in self.items if item.last == position and item.kind == "actor")
        item = next((item for item in named if item.governor == "علي" or self._of_whom_before(item)), None)
        return item if item is not None and agrees(item, self.verbs[index]) else None

    def did_before(self, index: int) -> Item | None:
        """الوفدان سبق أن عقدا, تركيا سبق لها أن أرسلت, الفصائل سبق وأعلنت: whoever stands before the word that says that he did it before."""
        position = done_before(self.view, index)
        if position < 1:
            return None
        topic = next((i for i in self.items if i.kind == "actor" and i.last == position and not i.governor), None)
        return topic if topic is not None and agrees(topic, self.verbs[index]) else None

    def _of_whom_before(self, item: Item) -> bool:
        """سبق للجيش أن: whether a phrase is of whom it is said that he did before what follows."""
        return item.governor == "ل" and item.first > 0 and self.tokens[item.first - 1].norm.lstrip("وف") in DONE_BEFORE

    def had_done(self, verb: Verb) -> Item | None:
        """كانت المعارضة والدول الغربية قد حملت دمشق المسؤولية: whoever stands between كان and قد is the verb's subject."""
        index = verb.index
        if index < 3 or self.tokens[index - 1].norm != "قد":
            return None
        last = index - 1
        while last and self.tokens[last - 1].text in ("،", ","):
            last -= 1
        named = (item for item in self.items if item.kind == "actor" and item.last == last and not item.governor)
        return next((i for i in named if i.first and bare(self.tokens[i.first - 1].norm, _HAD)), None)

    def pronoun_subject(self, index: int) -> Item | None:
        """Whom the suffix of a complementiser right before a token means: أكدت تركيا أنها مستعدة."""
        pronoun = self.pronoun_before(index)
        return self.meant(pronoun, index) if pronoun else None

    def meant(self, suffix: str, index: int) -> Item | None:
        """Whom a subject pronoun means: the last subject before it that agrees, for ه one who acts (else it may mean nobody).

        قالت موسكو إن الجيش انسحب، لكنها اتهمت ...: after لكن it is rather the one who spoke.
        """
        before = sorted((p for p in self.verbs if p < index), reverse=True)
        if before and self.tokens[index - 1].norm.startswith("بان") and "object-control" in self.view.lists[before[0]]:
            # اتهم الوزير الفصائل بأنها قصفت: who is accused.
            accused = [item for item in self.arguments(before[0]).objects if item.kind == "actor"]
            if accused and suffix_agrees(suffix, accused[0].actors):
                return accused[0]
        if any(bare(token.norm, _CONTRASTING) for token in self.tokens[max(0, index - CLOSE) : index]):
            before.sort(key=lambda position: "report" not in self.verbs[position].kinds)
        for position in before:
            subject = self.arguments(position).subject
            if subject is None or subject.kind != "actor":
                continue
            two = suffix == "هم" and subject.actors[0].number == "d"  # المقاتلين ... إنهم: spelled like two of them
            if not two and not suffix_agrees(suffix, subject.actors):
                continue
            if subject.actors[0].kind == "source" and any(p.first == index for p in self.predicates):
                continue  # وقال شهود إنها قصفت: witnesses tell of others
            return subject if suffix != "ه" or agentive(subject) else None
        return None

    def taken_up(self, verb: Verb, right: list[Item]) -> Item | None:
        """معاناة آلاف المدنيين ..., شخص تحاصرهم القوات: the indefinite phrase right before a verb that the verb's pronoun takes up."""
        if not verb.match.enclitic or not right or right[0].kind != "actor" or not agentive(right[0]) or not agrees(right[0], verb):
            return None
        for item in self.items:
            indefinite = item.kind == "actor" and item.last == verb.index and not any(actor.definite for actor in item.actors)
            if indefinite and suffix_agrees(verb.match.enclitic, item.actors):
                return item
        return None

    def pointed_at(self, verb: Verb) -> Item | None:
        """تلك التي تستهدف المدنيين, ضد من ينتهكون الهدنة: the demonstrative that a relative clause describes, or the pronoun that has no
        noun before it but a preposition, where the clause does not take it up.
        """
        index = verb.index
        pronoun = index - 1
        while pronoun > 0 and bare(self.tokens[pronoun].norm, BEFORE_VERBS):
            pronoun -= 1
        if pronoun < 1 or verb.match.enclitic:
            return None
        whoever = verb.number == "p" and self.tokens[pronoun].norm in _WHOEVER and self.view.preposition(pronoun - 1) != ""
        if not whoever and not (self.relative(pronoun) and self.tokens[pronoun - 1].norm in _THOSE):
            return None
        following = self.tokens[index + 1].norm if index + 1 < len(self.tokens) else ""
        first = pronoun if whoever else pronoun - 1
        return None if following in RESUMPTIVE else Item("thing", first, first + 1, "", -1)

    def takes_up(self, suffix: str, item: Item) -> bool:
        """Whether a pronoun suffix on a verb may mean a phrase right before it; counted nouns are several."""
        return (
            item.kind != "actor" or suffix_agrees(suffix, item.actors) or item.actors[0].quantity is not None or self._several(item)
        )

    def antecedent(self, index: int) -> Item | None:
        """صور المقاتلين وهم يدخلون البلدة: a pronoun with waw before the verb stands for the nearest one before it who agrees."""
        position = index - 1
        while position > 0 and bare(self.tokens[position].norm, VERB_MARKERS):
            position -= 1
        suffix = _SUFFIX_OF.get(self.tokens[position].norm, "") if position > 0 else ""
        if not suffix:
            return None
        before = (item for item in reversed(self.items) if item.kind == "actor" and item.last <= position)
        return next(
            (item for item in before if suffix_agrees(suffix, item.actors) or (suffix == "هم" and self._several(item))), None
        )

    def _several(self, item: Item) -> bool:
        """Whether an item may be several people although its words do not show it: a set phrase (مقاتلي الفصائل), a construct (متطوعي)."""
        head = item.actors[0]
        if head.number == "d":
            return self.tokens[head.head].norm.endswith("ي")
        return head.gender == "both" and head.kind in ("force", "people", "group", "ngo")


def agentive(item: Item) -> bool:
    """Whether an item may act: forces, groups, states, people."""
    return any(
        actor.kind in ARMED_KINDS or actor.kind in ("country", "capital", "group", "government", "people", "person", "official")
        for actor in item.actors
    )


def does_within(view: View, after: str, right: list[Item], verb: Verb) -> bool:
    """معارك سيطرت خلالها الفصائل على, تبادل خلالها الطرفان القصف: whether who stands behind a pronoun that takes up what goes on is the subject.

    So he is where the object stands behind him or follows with a preposition (قتلت خلالها الجنود leaves it open).
    """
    doer = right[0] if right and right[0].kind == "actor" else None
    able = doer is not None and (agentive(doer) or doer.actors[0].kind == "parties")
    if after not in MEANWHILE or doer is None or not able or not agrees(doer, verb) or doer.actors[0].quantity is not None:
        return False
    other = right[1] if len(right) > 1 and right[1].actors[:1] != doer.actors[:1] else None
    coordinated = other is not None and other.kind == "actor" and other.actors[0].proclitics[:1] == "و"
    marked = case(view.tokens, doer) == "subject"  # طالب خلالها المتظاهرون ب
    if "object-control" in view.lists[verb.index]:
        return marked  # بيان دعت خلاله أنقرة إلى: whom it calls on
    return marked or (other is not None and not coordinated) or view.preposition(doer.last) == "علي"


def voices(item: Item, verb: Verb) -> bool:
    """الاتهامات نفتها المنظمة: whether a body that has a voice stands right behind a verb that has its object in a pronoun."""
    return verb.match.enclitic in ("ه", "ها") and item.first == verb.index + 1 and item.actors[0].kind in _VOICES


def beside(index: int, right: list[Item]) -> bool:
    """Whether somebody who may act stands right behind the verb at a token."""
    return bool(right) and right[0].first == index + 1 and right[0].kind == "actor" and agentive(right[0])
