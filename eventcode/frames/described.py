"""What a verb without a subject right beside it tells of: the phrase that it describes, or the attack that it tells further."""

from __future__ import annotations

import re

from eventcode.frames.agreement import agrees
from eventcode.frames.model import Item
from eventcode.frames.munitions import munition_topic
from eventcode.frames.pronouns import Pronouns, beside
from eventcode.frames.verbs import Verb
from eventcode.mentions import ActorMention
from eventcode.mentions.closed import AMONG, QUOTES, RESUMPTIVE, bare
from eventcode.numbers import number_word

_STRIKING = frozenset({"استهدف", "طال", "اصاب", "ضرب"})
_REACH_OF_BLOW = 10
_SO_MANY = frozenset({"عشرات", "ميات", "الاف", "سلسله", "عدد", "عددا", "بعض", "العديد", "موجه", "حمله"})
"""Words of number before a definite noun, which leave it open which ones: مئات الضربات."""
_BACKING = frozenset({"دعم", "ساند", "مول", "درب", "سلح"})
_TWO = 2
# Before an owner that leaves its noun indefinite: مجموعة من الفصيل, قوات تابعة للنظام.
_ATTACHING = ("من", "تابع", "موالي", "محسوب", "يتبع", "تتبع")
_CIRCUMSTANCE = re.compile("م(?:جبر|رغم|ستهدف|خلف|وقع|حمل|كبد|هدد|طالب|حاصر|دمر|حذر|تهم|ناشد|داهم)(?:ه|ا|ين)")
"""Participles that tell what somebody did along with another act: مجبرة, مستهدفاً, محملين."""


class Described(Pronouns):
    """The clauses of a view with the phrases that their verbs describe."""

    def _blow_before(self, verb: Verb) -> Item | None:
        """هجمات من قبل القوات، استهدفت الأحياء; غارات شنتها طائرات، طالت البلدة: the attack that a verb right behind a comma tells more of."""
        index, form = verb.index, verb.match.value.form
        munition = munition_topic(self.view, verb)
        if munition >= 0:
            return Item("thing", munition, munition + 1, "", -1)
        if index < 2 or self.tokens[index - 1].text not in ("،", ",") or verb.match.analysis.proclitics or verb.match.enclitic:
            return None
        if form is None or form.lemma not in _STRIKING or form.number != "s":
            return None
        for item in reversed(self.items):
            if item.last > index - 1 or item.kind != "event" or item.predicate is None:
                continue
            apart = range(item.last, index - 1)
            cut = any(self.hard[p] or self.tokens[p].text in ("،", ",") for p in apart) or len(apart) > _REACH_OF_BLOW
            acting = [p for p in apart if p in self.verbs]
            counted = item.first > 0 and self.tokens[item.first - 1].norm.removeprefix("ب") in _SO_MANY
            told = (
                item.predicate.pos == "noun"
                and item.predicate.pattern.frame == "attack"
                and (counted or not item.predicate.definite)
            )
            fits = told and not cut and all(self.verbs[p].match.enclitic for p in acting) and self._may_agree(item, verb)
            return item if fits else None
        return None

    def _acts_beside(self, index: int, right: list[Item]) -> bool:
        """Whether somebody who may act stands right behind the verb: no sites, which are only hit (طالت مواقع للجيش)."""
        return beside(index, right) and right[0].actors[0].kind != "facility"

    def _means(self, actor: ActorMention) -> bool:
        """قصف بالمدفعية طال المخيم, غارة بطائرة مسيرة استهدفت: whether a mention is only what an attack is made with."""
        armed = actor.proclitics[-1:] == "ب" and actor.kind in ("weapon", "aircraft")
        return armed or (not actor.code and actor.kind == "vehicle")

    def _of_the_first(self, verb: Verb, relative: Item) -> tuple[Item, Item] | None:
        """القوات التركية والفصائل التي تدعمها: of coordinated ones before a relative clause the first acts, and its pronoun is the last."""
        form = verb.match.value.form
        if form is None or form.lemma not in _BACKING or verb.match.enclitic not in ("ها", "هم") or len(relative.actors) < _TWO:
            return None
        nearest = next((i for i in self.items if i.kind == "actor" and i.first == verb.index + 1), None)
        if relative.last != verb.index - 1 or (nearest is not None and nearest.actors[0].kind != "facility"):
            return None  # مقاتلو الحزب والميليشيات التي تدعمها إيران
        *before, last = relative.actors
        first = Item("actor", relative.first, before[-1].last, relative.governor, relative.governed_by, before)
        second = Item("actor", last.first, last.last, relative.governor, relative.governed_by, [last])
        return (first, second) if agrees(first, verb) else None

    def _act_on_it(self, right: list[Item]) -> bool:
        """المناطق التي انتزعت الحكومة السيطرة عليها: whether a pronoun behind an act takes up what the relative clause describes, which
        names who does the act before it.
        """
        if len(right) < _TWO or right[1].kind != "event" or right[1].last >= len(self.tokens):
            return False
        return right[1].first == right[0].last and self.tokens[right[1].last].norm in RESUMPTIVE

    def _of_participle(self, item: Item, index: int) -> bool:
        """وسيطرت على القرية، مجبرة القوات على التراجع: whether a phrase is the object of a participle that opens a clause of its own."""
        if item.kind != "actor" or item.first - 2 <= index or self.tokens[item.first - 2].text not in ("،", ","):
            return False
        known = self.view.covered[item.first - 1] & {"actor", "agent", "country", "nation"}
        return not known and _CIRCUMSTANCE.fullmatch(self.tokens[item.first - 1].norm) is not None

    def _of_other_gender(self, verb: Verb, item: Item) -> bool:
        """طالبت الجيش بالانسحاب: whether one body of men right behind a feminine verb is its object, since no subject of that gender is."""
        form = verb.match.value.form
        if form is None or form.number != "s" or form.gender != "f" or verb.voice == "passive" or item.kind != "actor":
            return False
        if any(token.text not in QUOTES for token in self.tokens[verb.index + 1 : item.first]) or len(item.actors) > 1:
            return False
        if not self.tokens[verb.index].norm.endswith("ت"):
            return False  # نتيجة لتوسع التنظيم, تمكن التنظيم
        head = item.actors[0]
        if self.tokens[head.head].norm.endswith(("ه", "ات")):
            return False
        return (
            head.gender == "m"
            and head.number == "s"
            and head.quantity is None
            and head.kind in ("group", "force", "government", "ngo")
        )

    def _indefinite(self, item: Item) -> bool:
        """Whether a phrase takes a relative clause without a pronoun: no name, no article, nobody's."""
        return not any(
            actor.definite
            or actor.person
            or (actor.owner is not None and not self.tokens[actor.owner.first - 1].norm.startswith(_ATTACHING))
            for actor in item.actors
        )

    def _described_before(self, start: int, verb: Verb) -> Item | None:
        """مسلحون يستقلون دراجة أطلقوا النار: the indefinite phrase that a verb right behind it describes, before the verb of the clause."""
        inner = self.verbs.get(start - 1)
        form = inner.match.value.form if inner is not None else None
        if inner is None or form is None or form.aspect != "imperfect" or inner.match.analysis.proclitics or inner.match.enclitic:
            return None
        if any(token.kind == "punct" for token in self.tokens[start : verb.index]):
            return None
        for item in self.items:
            if item.kind == "actor" and item.last == inner.index and self.outer_governor(item) == "" and self._indefinite(item):
                return item if agrees(item, inner) and agrees(item, verb) else None
        return None

    def _masculine_body(self, verb: Verb, item: Item) -> bool:
        """ميليشيات تدعم النظام: whether one body of men, by its word, stands behind a verb that can only be feminine."""
        form, head = verb.match.value.form, item.actors[0]
        if form is None or form.number != "s" or form.gender != "f" or len(item.actors) > 1:
            return False
        perfects = (m.value.form for matches in self.view.at[verb.index].values() for m in matches if m.value.form is not None)
        if form.aspect == "imperfect" and any(other.pos == "verb" and other.aspect == "perfect" for other in perfects):
            return False  # مواقع تمكن التنظيم من: spelled like the perfect
        norm = self.tokens[head.head].norm
        body = head.number == "s" and head.kind in ("group", "force", "government")
        return body and norm.startswith("ال") and not norm.endswith(("ه", "ات", "اء", "ي"))

    def _may_agree(self, item: Item, verb: Verb) -> bool:
        """Whether a phrase before a singular verb agrees with it in gender; a noun of action by its ending."""
        form = verb.match.value.form
        if item.kind != "event" or item.predicate is None or form is None or form.number != "s" or form.gender == "both":
            return item.kind == "event" or agrees(item, verb)
        noun = item.predicate.form
        feminine = self.tokens[item.first].norm.endswith(("ه", "ات")) or (noun is not None and noun.number == "p")
        return bool(feminine == (form.gender == "f"))

    def _described_actor(self, verb: Verb) -> Item | None:
        """إسقاط مسيّرة تركية اخترقت الأجواء: an indefinite noun right before a verb is the subject of its relative clause."""
        if verb.match.enclitic or verb.match.analysis.proclitics or verb.voice == "passive":
            return None
        index = verb.index
        while index and (self.tokens[index - 1].norm in ("كان", "كانت", "كانوا", "قد") or self.tokens[index - 1].text in QUOTES):
            index -= 1
        for item in self.items:
            if item.kind != "actor" or item.last != index or not (item.governor or self._object_before(item)):
                continue
            if self._part_named(item):
                continue
            # مع مجموعة من جبهة النصرة تسللت: a part of a group is indefinite, whatever its name.
            part = item.governor != "من" and item.first > 0 and self.tokens[item.first - 1].norm == "من"
            if not (part or (self._indefinite(item) and agrees(item, verb))):
                continue
            if all(actor.code or actor.kind != "vehicle" for actor in item.actors):
                return item
        return None

    def _part_named(self, item: Item) -> bool:
        """عشرة مدنيين بينهم 4 أطفال قتلوا: whether a phrase only names a part of those before it, of whom the verb goes on to tell."""
        before = self.tokens[: item.first]
        while before and (before[-1].kind == "number" or number_word(before[-1].norm)):
            before = before[:-1]
        return bool(before) and bare(before[-1].norm, AMONG) != ""

    def opens_relative(self, index: int) -> bool:
        """مقاتلين دربهم الأميركيون, لمقاتلين سقطوا: whether the verb at a token describes the indefinite noun of people right before it."""
        verb = self.verbs[index]
        if self._described_actor(verb) is not None:
            return True
        head = next((item for item in self.items if item.kind == "actor" and item.last == index), None)
        return (
            head is not None
            and bool(verb.match.enclitic)
            and self._indefinite(head)
            and bool(head.governor or self._object_before(head))
        )

    def _object_before(self, item: Item) -> bool:
        """اعتقلت الهيئة وجهاء دعوا إلى: whether a bare phrase follows a verb with its subject, and so is its object."""
        before = next((other for other in self.items if other.kind == "actor" and other.last == item.first), None)
        return before is not None and before.first - 1 in self.verbs
