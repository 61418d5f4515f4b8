"""Phrases that belong to what somebody promises or to how a place is described, and not to the act before them."""

from __future__ import annotations

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Item, Predicate
from eventcode.mentions import View

_INTRODUCED = frozenset({"ل", "ضد", "بحق", "علي"})
_THAT = frozenset({"بان", "بانه", "بانها", "بانهم"})
_HELD_WITHIN = 2
_DIVIDING = ("فاصل", "حدود", "ممتد", "واقع", "رابط", "واصل", "معبر", "طريق", "خط")
"""Beginnings of words for what lies between two."""


def promised(clauses: Clauses, predicate: Predicate, item: Item, governed: str) -> bool:
    """تعهدت باتخاذ إجراءات ضد المتشددين, بضمان عودة اللاجئين: whether what is promised, which ب introduces, begins before a phrase.

    So does what is said of sanctions behind those on whom they are: العقوبات على الوزيرين دليل على تصميم واشنطن.
    """
    if predicate.type == "sanction" and governed == "ل":
        return any(target.governor == "علي" for target in predicate.targets)
    if predicate.type != "promise" or governed not in _INTRODUCED:
        return False
    between = range(predicate.last, item.first)
    return any(clauses.own_preposition(p) == "ب" or clauses.tokens[p].norm in _THAT for p in between)


def lies_between(view: View, item: Item) -> bool:
    """السياج الفاصل بين إسرائيل وغزة, الحدود بين تركيا وسوريا: whether a phrase with بين tells where something lies, and no parties."""
    before = view.tokens[item.governed_by - 1].norm if item.governor == "بين" and item.governed_by > 0 else ""
    return before.removeprefix("ال").startswith(_DIVIDING)


def held(view: View, index: int) -> bool:
    """إدلب الخاضع معظمها لفصائل: whether a participle of being held and how much of a place it tells of end at a token."""
    if index < 1 or not view.tokens[index].norm.endswith("ها"):
        return False
    return any(token.norm.startswith("الخاضع") for token in view.tokens[max(0, index - _HELD_WITHIN) : index])
