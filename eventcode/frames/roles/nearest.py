"""The actor that stands nearest before a verbal noun and controls it through no verb: محاولات من القوات للسيطرة."""

from __future__ import annotations

from eventcode.codebook import Frame
from eventcode.frames.model import Item, Predicate
from eventcode.frames.praise import praises
from eventcode.frames.roles.heads import MUTUAL, TAKING_PART, Heads, feared, foiled
from eventcode.frames.roles.slots import Slots, may_do
from eventcode.frames.roles.uncharged import uncharged

_GOING_ON = frozenset(
    {"مستمر", "مستمره", "مستمرون", "مستمرين", "مستمران", "ماض", "ماضيه", "ماضون", "ماضين", "ماضيان", "عاكفه", "منهمكه"}
)
"""Participles of going on, whose subject does what follows with في."""
_STILL = frozenset({"لا", "ما", "لم", "تزال", "يزال", "زال", "زالت", "زالوا", "يزالون", "تزل", "يزل"})


class Nearest:
    """Gives verbal nouns the nearest actor before them that a word of attempt, causing or aspect ties to them."""

    def __init__(self, slots: Slots, heads: Heads) -> None:
        self.slots = slots
        self.view = slots.view
        self.clauses = slots.clauses
        self.heads = heads

    def fill(self, predicate: Predicate, frame: Frame) -> None:
        """محاولات من قوات النظام للسيطرة, إقدام النظام على شن عملية, دفع القوات إلى الانسحاب: the nearest actor before the noun."""
        role = frame.roles.get("subject", "none")
        if predicate.pos == "verb" or (
            predicate.targets if role == "target" else predicate.actors or self.heads.agreed_on(predicate)
        ):
            return
        if role == "actor" and (uncharged(self.view, predicate) or self.heads.befell(predicate)):
            return  # تمكنت الفصائل من صد الهجوم, تعهدت بالرد على المجزرة, أقرت أنقرة بمقتل جنود
        governed, first = self.heads.head(predicate)
        if governed not in ("ل", "الي", "علي", "ب", "عن", "من", "في", "genitive"):
            return
        if frame.armed and foiled(self.clauses.predicates, predicate):
            return
        if governed == "ل" and predicate.definite and predicate.pattern.frame in MUTUAL:
            return  # غادر السكان وفقاً للاتفاق
        start = self.clauses.left_end(first)
        if governed == "ب" and any(self.slots.dead(item) and not self._parted(item, first) for item in self.clauses.items):
            return  # قضى ضابط يقود كتيبة بعبوة
        for item in reversed(self.clauses.items):
            if item.kind != "actor" or item.last > first or item.first < start:
                continue
            if not all(may_do(actor, frame) for actor in item.actors) or self._names_a_deal(item):
                continue
            if predicate.pattern.frame in MUTUAL and item.actors[0].kind == "monitor":
                continue  # أعلن المرصد التوصل إلى اتفاق
            between = range(item.last, first)
            if frame.armed and feared(self.view, max(0, item.first - 1), first):
                return
            if any(self.clauses.hard[p] for p in between) or any(p.first in between for p in self.clauses.predicates):
                return
            head = item.governed_by
            kinds = self.view.covered[head] if head >= 0 else frozenset()
            if any(p.first == head and p.type in ("rejection", "criticism") for p in self.clauses.predicates):
                return  # رفض تونس لاستخدام السلاح
            if self._set_off(item, first):
                # استعدادات الحكومة، مدعومة بحليفها، لشن هجوم: who stands between two commas is passed over.
                continue
            if not (
                item.governor == ""
                or (item.governor == "genitive" and (kinds & {"cue", "aspect", "light", "result"} or self._control_noun(head)))
                or (item.governor == "genitive" and governed == "عن" and self._responsibility(head))
                or (item.governor == "genitive" and governed == "في" and self.view.tokens[head].norm.startswith(TAKING_PART))
                or (item.governor in ("من", "agent") and self._attempt_before(item.first))
            ):
                return
            taking_part = item.governor == "genitive" and self.view.tokens[head].norm.startswith(TAKING_PART)
            if governed == "في" and not (taking_part or self._goes_on_with(item, first)):
                return
            if governed == "من" and (not self._directly(item, first) or self._feared(head)):
                return
            if item.governor == "" and (not self._pushed(item, first, governed) or self._only_orders(item) or self._judges(item)):
                return
            self.slots.put(predicate, item, role, "nearest actor that controls the verbal noun")
            return

    def _goes_on_with(self, item: Item, first: int) -> bool:
        """الطائرات لا تزال مستمرة في قصف, القوات ماضية في: whether a participle of going on stands between somebody and في."""
        index = first - 2
        tokens = self.view.tokens
        if index < item.last or tokens[index].norm not in _GOING_ON:
            return False
        return all(tokens[p].norm in _STILL for p in range(item.last, index))

    def _parted(self, item: Item, index: int) -> bool:
        return item.first > index or any(self.clauses.hard[p] for p in range(item.last, index))

    def _names_a_deal(self, item: Item) -> bool:
        """نص اتفاق موسكو على هدنة: a capital after a deal or talks is what these are called."""
        deals = (p for p in self.clauses.predicates if p.pattern.frame in MUTUAL and p.first <= item.governed_by < p.last)
        return item.governor == "genitive" and item.actors[0].kind == "capital" and any(deals)

    def _responsibility(self, index: int) -> bool:
        """مسؤولية دمشق عن الهجوم, ضلوع: whether a noun says that somebody is responsible for what follows."""
        return index >= 0 and self.view.tokens[index].norm.lstrip("وبل").startswith(("مسوول", "مسءول", "مسيول"))

    def _control_noun(self, index: int) -> bool:
        return index >= 0 and "control" in self.view.lists[index]

    def _feared(self, index: int) -> bool:
        """تحذيرات واشنطن من هجوم, مخاوف أنقرة من عملية: what is warned of or feared is others' act."""
        cue = self.view.best(index, "cue") if index >= 0 else None
        return cue is not None and cue.value.ref.status == "future"

    def _set_off(self, item: Item, index: int) -> bool:
        """Whether an item lies between two commas before a token."""
        commas = [p for p in range(max(0, item.first - 8), index) if self.view.tokens[p].text in ("،", ",")]
        return any(p < item.first for p in commas) and any(p >= item.last for p in commas)

    def _attempt_before(self, index: int) -> bool:
        return any("cue" in self.view.covered[p] for p in range(max(0, index - 4), index))

    def _directly(self, item: Item, first: int) -> bool:
        """تمكنت القوات من السيطرة, منع القوات من التقدم: the preposition stands right after the verb or the actor, not after a noun."""
        before = first - (1 if self.clauses.own_preposition(first) else 2)
        return before < item.last or before in self.clauses.verbs or bool(self.view.covered[before] & {"cue", "aspect", "light"})

    def _only_orders(self, item: Item) -> bool:
        """طالبت واشنطن بتحقيق: whoever asks others for something does not do it."""
        for verb in self.clauses.verbs.values():
            words = self.view.lists[verb.index]
            if "object-control" in words and "control" not in words and self.clauses.arguments(verb.index).subject is item:
                return True
        return False

    def _judges(self, item: Item) -> bool:
        """نددت باريس بالقصف, رحبت أنقرة بالغارات, تصدت الفصائل لهجوم: whoever condemns, praises or foils a deed did not do it."""
        for predicate in self.clauses.predicates:
            judged = predicate.type in ("criticism", "disrupted_weapons") or praises(predicate)
            if predicate.first in self.clauses.verbs and judged:
                if self.clauses.arguments(predicate.first).subject is item:
                    return True
        return False

    def _pushed(self, item: Item, first: int, governed: str) -> bool:
        """Whether a word of causing, attempt or aspect stands before the item in its clause, or one of going on right behind it."""
        if governed == "genitive":
            return False
        if self._goes_on_with(item, first):
            return True
        for position in range(max(0, item.first - 4), first):
            kinds = self.view.covered[position]
            if kinds & {"result", "cue", "aspect"} or self.view.lists[position] & {"control", "object-control"}:
                return True
        return False
