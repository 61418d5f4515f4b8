"""Lengths of time before or after something: بعد أيام من X, بعد يومين, خلال 72 ساعة."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from eventcode.dates.calendar import Interval, day, shift, unit_of
from eventcode.dates.hit import Hit

if TYPE_CHECKING:
    from eventcode.dates.grammar import Grammar

_ABOUT = frozenset({"نحو", "حوالي", "قرابه", "زهاء", "اقل", "اكثر", "من"})
# Words between a length of time and what it is counted from.
_COUNTED_FROM = frozenset({"من", "علي"})
_EVES = {"غداه": -1, "عشيه": 1}
EVES = frozenset(_EVES)
"""Words that put a day before or after the event that they name."""
WITHIN = frozenset({"خلال", "غضون"})
"""Words before a length of time in which something is to happen."""
_DAY_HOURS = 24
_HALF_DAY = 12
# What half of is told (عام ونصف العام), and units with the smaller ones that they have.
_HALVED = frozenset({"العام", "السنه", "الشهر", "الاسبوع", "اليوم", "الساعه", "عام", "سنه", "شهر"})
_SMALLER = {"year": ("month", 12), "month": ("day", 30)}
_LONG = frozenset({"month", "year", "decade"})


def after(grammar: Grammar, index: int) -> Hit | None:
    """بعد أيام من X, بعد 5 أسابيع على X: X lies so long before; بعد غد; بعد يومين: so long ahead, of what is to come."""
    reference = grammar.reference
    if grammar.norm(index + 1) in ("غد", "الغد"):
        return Hit(index + 2, day(reference + dt.timedelta(days=2)) if reference else None)
    read = _length(grammar, index + 1)
    if reference is None or read is None:
        return None
    last, unit, amount = read
    if grammar.norm(last) not in _COUNTED_FROM:
        return Hit(last, None, ahead=_ahead(reference, unit, amount, whole=False))
    if unit == "day" and amount is None:
        return Hit(last, Interval(reference - dt.timedelta(days=7), reference - dt.timedelta(days=1), "range"), "بعد", counted=True)
    if unit in ("hour", "minute") or amount is None or (unit in _LONG and index > 1):
        return None  # صادقوا على الاتفاقية بعد شهر من الهجوم: months after it are hardly counted from the day of the report
    back = shift(reference, unit, -amount)
    whole = unit_of(back, unit) if back is not None and (unit, amount) != ("week", 1) else None
    return Hit(last, whole or (day(back) if back is not None else None), "بعد", counted=True)


def and_a_half(grammar: Grammar, last: int, unit: str, amount: int) -> tuple[int, str, int]:
    """عام ونصف, شهرين ونصف الشهر: a length with the half of its unit after it, in the next smaller unit."""
    if grammar.norm(last) != "ونصف":
        return last, unit, amount
    last += 1 + (grammar.norm(last + 1) in _HALVED)
    smaller = _SMALLER.get(unit)
    return (last, smaller[0], smaller[1] * amount + smaller[1] // 2) if smaller is not None else (last, unit, amount)


def morrow(grammar: Grammar, index: int) -> Hit | None:
    """غداة الهجوم, عشية القمة: what follows lies the day before, or the day after."""
    step = _EVES[grammar.norm(index).removeprefix("و")]
    if grammar.reference is None or grammar.base(index + 1) is not None:
        return None  # عشية الجمعة
    return Hit(index + 1, day(grammar.reference + dt.timedelta(days=step)), "بعد", counted=True)


def before(grammar: Grammar, last: int, unit: str, amount: int | None) -> Hit | None:
    """قبل يومين من القمة, قبل أيام من القمة: the event that follows lies so long ahead; ``last`` is where the length ends."""
    reference = grammar.reference
    if reference is None or unit != "day":
        return None
    last += 1
    if amount is None:
        return Hit(last, Interval(reference + dt.timedelta(days=1), reference + dt.timedelta(days=7), "range"), "قبل", counted=True)
    return Hit(last, day(reference + dt.timedelta(days=amount)), "قبل", counted=True)


def within(grammar: Grammar, index: int) -> Hit | None:
    """خلال 72 ساعة, في غضون أسبوع: until then, of what is to come; of what was done, that time up to the day of the report."""
    read = _length(grammar, index + 1)
    if grammar.reference is None or read is None:
        return None
    last, unit, amount = read
    ahead = _ahead(grammar.reference, unit, amount, whole=True)
    if unit == "hour" and amount is not None and amount < _HALF_DAY:
        return Hit(last, None, "خلال", ahead=ahead)  # سُجلت الغارات خلال ساعة: how long it took
    back = grammar.length(index + 1, back=True)
    return Hit(last, back.interval if back is not None else None, "خلال", ahead=ahead) if ahead is not None else None


def _length(grammar: Grammar, index: int) -> tuple[int, str, int | None] | None:
    """A length after words for "about": (last, unit, amount); الأيام المقبلة, يوم الأحد and شهر آذار are none."""
    position = index
    while grammar.norm(position) in _ABOUT and position - index < 2:
        position += 1
    read = None if grammar.norm(position).startswith("ال") else grammar.amount(position)
    if read is not None and read[1:] == ("decade", 1):
        return None  # من خلال عقد لقاء
    named = grammar.base(position, loose=True) if read is not None and read[2] == 1 else None
    return None if read is not None and named is not None and named.last > read[0] else read


def _ahead(reference: dt.date, unit: str, amount: int | None, *, whole: bool) -> Interval | None:
    """The day so far ahead, or with ``whole`` the days until then."""
    if amount is None or unit == "minute":
        return None
    if unit == "hour":
        unit, amount = "day", -(-amount // _DAY_HOURS)
    end = shift(reference, unit, amount)
    if end is None:
        return None
    return Interval(reference, end, "range") if whole else unit_of(end, unit)
