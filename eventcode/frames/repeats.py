"""How often something was struck, told beside the verb: أغارت الطائرات عشر مرات على البلدة, قصفت المشفى مرتين."""

from __future__ import annotations

from collections.abc import Collection

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import FIRE, Predicate
from eventcode.mentions import View
from eventcode.model import Count
from eventcode.numbers import number_word, parse_number

_TIMES = frozenset({"مرات", "مره"})
_TWICE = "مرتين"
_REACH = 6
"""Tokens between a verb of striking and how often it was done."""


def count_repeats(view: View, clauses: Clauses, predicates: Collection[Predicate]) -> None:
    """Count the strikes of a verb of striking that is told to have been done so many times."""
    for predicate in predicates:
        if predicate.type not in FIRE or predicate.pos != "verb" or predicate.status != "actual" or "strikes" in predicate.counts:
            continue
        for position in range(predicate.last, min(predicate.last + _REACH, len(view.tokens))):
            found = _number(view, position)
            if found is None or clauses.broken(predicate.last, position):
                continue
            last, low = found
            start, end = view.tokens[position].start, view.tokens[last - 1].end
            text = view.slice(start, end)
            predicate.counts["strikes"] = Count(low, low, False, None, text, start, end)
            predicate.why("counts", f"{text}: how often it was done")
            break


def so_many(view: View, noun: int) -> bool:
    """بأربع غارات: whether the number of a noun at a token has the preposition of means."""
    numerals = (view.tokens[quantity.first].norm for quantity in view.quantities if quantity.noun == noun)
    return any(norm[:1] == "ب" and number_word(norm) == norm[1:] for norm in numerals)


def _number(view: View, position: int) -> tuple[int, int] | None:
    """The end of "ten times" or "twice" at a token, and the number."""
    if view.tokens[position].norm == _TWICE:
        return position + 1, 2
    number = parse_number(view.tokens, position)
    if number is None or not number.exact or number.low < 2 or number.last >= len(view.tokens):
        return None
    return (number.last + 1, number.low) if view.tokens[number.last].norm in _TIMES else None
