"""Phrases that belong to what somebody promises or to how a place is described, and not to the act before them."""

from __future__ import annotations

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Item, Predicate
from eventcode.mentions import View

_INTRODUCED = frozenset({"ل", "ضد", "بحق", "علي"})
_THAT = frozenset({"بان", "بانه", "بانها", "بانهم"})
_HELD_WITHIN = 2


def promised(clauses: Clauses, predicate: Predicate, item: Item, governed: str) -> bool:
    """تعهدت باتخاذ إجراءات ضد المتشددين, بضمان عودة اللاجئين: whether what is promised, which ب introduces, begins before a phrase."""
    if predicate.type != "promise" or governed not in _INTRODUCED:
        return False
    between = range(predicate.last, item.first)
    return any(clauses.own_preposition(p) == "ب" or clauses.tokens[p].norm in _THAT for p in between)


def held(view: View, index: int) -> bool:
    """إدلب الخاضع معظمها لفصائل: whether a participle of being held and how much of a place it tells of end at a token."""
    if index < 1 or not view.tokens[index].norm.endswith("ها"):
        return False
    return any(token.norm.startswith("الخاضع") for token in view.tokens[max(0, index - _HELD_WITHIN) : index])
