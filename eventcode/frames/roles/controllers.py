"""Whoever does what a verbal noun or a subordinate verb says because a word before it lets, makes or asks him: مكّن الفصائل من شن هجوم."""

from __future__ import annotations

from eventcode.codebook import Frame
from eventcode.frames.agreement import agrees, suffix_agrees
from eventcode.frames.model import Item
from eventcode.frames.roles.adjectives import national
from eventcode.frames.roles.heads import MUTUAL
from eventcode.frames.roles.slots import Slots, may_do
from eventcode.frames.verbs import Verb
from eventcode.mentions.closed import bare

_REACH = 16
"""How many words before an act the word may stand that lays it on somebody."""
_ALLOTTED = frozenset({"", "ل", "الي", "علي", "من"})
"""What may govern whoever is allowed, asked or obliged: سمح لموسكو, أوعز إلى قواته, يجب على أنقرة, طلب من دمشق."""
CARRIED = frozenset({"", "ل", "ب", "في", "علي", "الي", "من", "عن", "genitive"})
"""What may govern an act that a noun of wish or plan is about (رغبة دمشق في, تهديد أنقرة ب, خطط روسية ل) or a light verb carries (قام بقصف, كفّت عن قصف)."""
_ORDERING = frozenset({"امر", "اوعز"})
_BEFORE = frozenset({"غير", "كان", "كانت", "بات", "باتت", "اصبح", "اصبحت", "لا", "تزال", "يزال", "ما", "زال", "زالت"})
"""What may stand between a subject and the adjective that says what he is ready for."""
_BEHIND_ADJECTIVE = 2
_OPENING = frozenset({"ان", "الا", "بان", "كي", "لكي", "حتي"})


class Controllers:
    """Finds the agent of an act in the phrase of the word that lays the act on him."""

    def __init__(self, slots: Slots) -> None:
        self.slots = slots
        self.view = slots.view
        self.clauses = slots.clauses

    def of(self, index: int, frame: Frame, governed: str = "ل") -> Item | None:
        """Whoever is to do what begins at a token; None where no word before it makes, lets or asks somebody else than its subject.

        What is ``governed`` by nothing is the object of a verb of giving (منحت موسكو دمشق الضوء الأخضر), and its giver's.
        """
        while index and self.view.tokens[index - 1].norm in ("اي", "ايه"):
            index -= 1
        if index and self.view.tokens[index - 1].norm == "ان":
            # حذّر دمشق من أن استخدام السلاح الكيميائي: the clause is about what the one warned may do.
            index -= 1
        for position in range(index - 1, max(-1, index - _REACH), -1):
            if self.clauses.hard[position] or self.clauses.relative(position):
                return None
            words = self.view.lists[position]
            verb = self.clauses.verbs.get(position)
            if words & {"object-control", "enabling"} and (verb is not None or self._no_verb(position)):
                if verb is not None and "light" in verb.kinds and not governed:
                    return None
                allotted = "enabling" in words
                found = self._after(position, index, frame, allotted=allotted, noun=verb is None)
                if found is not None or verb is not None:
                    return found
            elif verb is not None:
                return None
            elif any(p.first == position and p.type in ("rejection", "criticism") for p in self.clauses.predicates):
                # رفض تونس لاستخدام السلاح: what is judged is others' act.
                return None
            elif "control" in words and governed in CARRIED:
                # رغبة دمشق في استعادة البلدة: whose wish it is.
                owner = self._owner(position, index, frame)
                if owner is not None:
                    return owner
        return None

    def _owner(self, position: int, index: int, frame: Frame) -> Item | None:
        """Whose wish, plan or threat a noun tells: دمشق, دمشق مع حليفتها, or by adjectives of nationality (خطط روسية وسورية)."""
        between = self._between(position, index, frame)
        owner = next((item for item in between if item.governed_by == position or self._attempted_by(item, position)), None)
        if owner is None and any(p.first == position and p.pattern.frame in MUTUAL for p in self.clauses.predicates):
            # الاتفاق الروسي على إخلاء المنطقة: what is agreed on is left to others.
            return None
        if owner is None and self.view.best(position + 1, "nation") is None:
            return self._predicated(position, index, frame)
        actors = list(owner.actors) if owner is not None else []
        last = owner.last if owner is not None else position + 1
        if owner is not None:
            actors += [actor for item in between if item.governor == "مع" and 0 < item.first - last <= 1 for actor in item.actors]
        while last < index and (nation := self.view.best(last, "nation")) is not None:
            if nation.analysis.proclitics not in ("", "و") or (nation.analysis.proclitics == "" and actors):
                break
            actors.append(national(self.view, nation, frame))
            last = nation.last
        return Item("actor", position + 1, last, "genitive", position, actors) if actors else None

    def _attempted_by(self, item: Item, position: int) -> bool:
        """محاولة للفصائل للتقدم, محاولات جديدة لقوات النظام لاقتحام: whether a phrase with ل or من right after a noun of attempt owns it."""
        adjective = item.first - position == _BEHIND_ADJECTIVE and self.view.tokens[position + 1].norm.endswith(("ه", "ات"))
        near = item.first == position + 1 or adjective
        by = item.governor in ("من", "agent") and position < item.governed_by <= position + _BEHIND_ADJECTIVE
        cue = self.view.best(position, "cue")
        return (by or (near and item.governor == "ل")) and cue is not None and cue.value.ref.status == "attempted"

    def _predicated(self, position: int, index: int, frame: Frame) -> Item | None:
        """Who is said to be ready, able or about to do it: تركيا مستعدة لـ, إنها بصدد, لتركيا الحق في."""
        start = position
        while start and bare(self.view.tokens[start - 1].norm, _BEFORE):
            start -= 1
        entitled = self.view.tokens[position].norm.startswith("ال")
        named = any(
            match.value.form is not None and match.value.ref == "control" for match in self.view.at[position].get("list", ())
        )
        if (named and not entitled) or any(position < p.first < index for p in self.clauses.predicates):
            return None
        found = next((item for item in self.clauses.items if item.kind == "actor" and item.last == start), None)
        if found is None:
            found = self.clauses.pronoun_subject(start)
        elif found.governor != ("ل" if entitled else ""):
            return None
        return found if found is not None and all(may_do(actor, frame) for actor in found.actors) else None

    def of_verb(self, verb: Verb, frame: Frame) -> Item | None:
        """كي تواصل قصف البلدة, أن ينسحبوا: the subject of a verb after أن or كي, as the word before them lays it on somebody."""
        index = verb.index
        before = self.view.tokens[index - 1].norm if index else ""
        if before.removeprefix("و") in _OPENING:
            index -= 1
        elif verb.match.analysis.proclitics[-1:] != "ل":
            return None
        charged = (
            item for item in self.clauses.items if item.kind == "actor" and item.last == index and item.governor in ("علي", "ل")
        )
        # على موسكو أن توقف القصف: whose duty it is.
        found = next(charged, None) or self.of(index, frame)
        ruler = self.clauses.governing_verb(index)
        if found is None and ruler is not None and not self.view.lists[ruler.index] & {"enabling", "object-control"}:
            # تعهدت تركيا أن تنشر قوات: whoever is to do it is the subject of the verb before.
            found = self.clauses.arguments(ruler.index).subject
        fit = (
            found is not None
            and found.kind == "actor"
            and agrees(found, verb)
            and all(may_do(actor, frame) for actor in found.actors)
        )
        return found if fit else None

    def _after(self, position: int, index: int, frame: Frame, *, allotted: bool, noun: bool) -> Item | None:
        """Whoever stands between the word of causing at ``position`` and the act as its object, or recipient of a verb of allowing.

        With a noun it is the last (إقناع أنقرة الفصائل بالانسحاب), with a verb the first but its subject.
        """
        governors = _ALLOTTED if allotted else frozenset({""})
        found = [
            item
            for item in self._between(position, index, frame)
            if self.clauses.outer_governor(item) in governors or (noun and item.governed_by == position)
        ]
        if noun or position not in self.clauses.verbs:
            if self.view.tokens[position].norm.removeprefix("ال").startswith("دعو"):
                # دعوة أنقرة إلى الانسحاب: the caller; دعوته قادة الفصائل إلى: those whom he calls on.
                found = [item for item in found if item.governed_by != position]
            if len(found) > 1 and found[-1].actors[0].anaphoric and found[-1].first == found[-2].last:
                return found[-2]  # إجبار ألف سوري آخرين على النزوح
            return found[-1] if found else None
        subject = self.clauses.arguments(position).subject
        found = [item for item in found if item is not subject]
        suffix = self.clauses.verbs[position].match.enclitic
        if not found and suffix in ("ه", "ها", "هم", "هما"):
            # يتصدى لهجوم مسلحين ويجبرهم على التراجع: whom the pronoun on the verb means.
            before = [item for item in reversed(self.clauses.items) if item.kind == "actor" and item.last <= position]
            able = (item for item in before if item is not subject and all(may_do(actor, frame) for actor in item.actors))
            return next((item for item in able if suffix_agrees(suffix, item.actors)), None)
        form = self.clauses.verbs[position].match.value.form
        if not found and form is not None and form.lemma in _ORDERING and subject is not None and subject.kind == "actor":
            # أمر الرئيس بشن ضربات: his own forces do it.
            return subject if all(may_do(actor, frame) for actor in subject.actors) else None
        return found[0] if found else None

    def _between(self, position: int, index: int, frame: Frame) -> list[Item]:
        """Those who may do the act and stand between two tokens, with no other act between them and it."""
        out = []
        for item in self.clauses.items:
            if item.kind != "actor" or item.first <= position or item.last > index:
                continue
            commas = sum(token.text in ("،", ",") for token in self.view.tokens[item.last : index])
            cut = any(item.last <= p.first < index for p in self.clauses.predicates) or commas % 2 == 1
            if not cut and all(may_do(actor, frame) or not frame.armed for actor in item.actors):
                out.append(item)
        return out

    def _no_verb(self, position: int) -> bool:
        """Whether an entry of a list at a token is a noun or a set word: إقناع, السماح, يجب."""
        return any(match.value.form is None or match.value.form.pos == "noun" for match in self.view.at[position].get("list", ()))
