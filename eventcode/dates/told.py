"""Periods named by the one that was told before: الشهر نفسه, ذلك العام, اليوم التالي."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from eventcode.dates.calendar import Interval, day, month_of, part_of, shift, unit_of, week_of, year_of
from eventcode.dates.hit import Hit
from eventcode.dates.words import UNITS

if TYPE_CHECKING:
    from eventcode.dates.grammar import Grammar

_BARE = {"العام": "year", "السنه": "year", "الشهر": "month"}
_UNITS = frozenset({"day", "week", "month", "year"})
_SAME = frozenset({"نفسه", "نفسها", "ذاته", "ذاتها", "عينه", "عينها"})
_THAT = frozenset({"ذلك", "تلك", "ذاك", "نفس", "ذات"})
_STEPS = {"التالي": 1, "التاليه": 1, "اللاحق": 1, "اللاحقه": 1}
_FOLLOWS = frozenset({"يليه", "تلاه", "يليها", "تلاها"})
ANAPHORIC = _THAT
"""Words that open a period named by an earlier one."""


def told_period(grammar: Grammar, index: int, unit: str = "") -> Hit | None:
    """اليوم نفسه, ذلك الشهر, نفس العام, العام التالي: the period that was told last, or the next such one; ``unit`` asks for one unit."""
    that = grammar.bare(index) in _THAT or grammar.norm(index).removeprefix("و").removeprefix("ب") in _THAT
    position = index + that
    word = grammar.norm(position) if that else grammar.bare(position)
    found = UNITS.get(word.removeprefix("ال")) if word.startswith("ال") else None
    if found not in _UNITS or (unit and found != unit):
        return None
    step, last = 0, position + 1
    if not that:
        following = grammar.norm(last)
        if following in _STEPS:
            step, last = _STEPS[following], last + 1
        elif following in ("الذي", "التي") and grammar.norm(last + 1) in _FOLLOWS:
            step, last = 1, last + 2
        elif following in _SAME:
            last += 1
        else:
            return None
    elif grammar.norm(last) in _SAME:
        last += 1
    interval = _of(grammar.told, found, step) if grammar.told is not None else None
    return Hit(last, interval)


def part_of_this(grammar: Grammar, index: int, part: str) -> Hit | None:
    """نهاية العام, مطلع الشهر: a part of the year or month of the report, where no other is named; one ahead dates only what is to come."""
    unit = _BARE.get(grammar.norm(index))
    following = grammar.norm(index + 1)
    if unit is None or grammar.reference is None or (following.startswith("ال") and following not in ("الي", "التي")):
        return None  # نهاية العام الدراسي
    this = unit_of(grammar.reference, unit)
    interval = part_of(this, part) if this is not None else None
    if interval is not None and interval.start > grammar.reference:
        return Hit(index + 1, None, ahead=interval)
    return Hit(index + 1, interval)


def told_year(grammar: Grammar, index: int) -> tuple[int, int] | None:
    """(نيسان) من العام نفسه, من ذلك العام, العام التالي: where the year ends, and its number."""
    position = index + (grammar.norm(index) in ("من", "في"))
    if grammar.norm(position) in ("العام", "السنه", *_THAT):
        hit = told_period(grammar, position, "year")
        if hit is not None and hit.interval is not None:
            return hit.last, hit.interval.start.year
    return None


def _of(told: Interval, unit: str, step: int) -> Interval | None:
    """The day, week, month or year that a told interval lies in, or the one after it."""
    if unit == "day":
        return day(told.end + dt.timedelta(days=step)) if told.start == told.end else None
    start = shift(told.end.replace(day=1) if unit == "month" else told.end, unit, step)
    if start is None or (unit != "year" and (told.end - told.start).days > _LONGEST[unit]):
        return None
    if unit == "week":
        return week_of(start)
    return month_of(start.year, start.month) if unit == "month" else year_of(start.year)


# A longer interval lies in no one week or month.
_LONGEST = {"week": 7, "month": 31}
