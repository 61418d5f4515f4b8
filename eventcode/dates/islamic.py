"""Months, days and feasts of the Islamic calendar: 15 رمضان 1441, عيد الفطر."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from eventcode.dates import months
from eventcode.dates.calendar import Interval, day, hijri_day, hijri_month, hijri_month_in
from eventcode.dates.hit import Hit
from eventcode.dates.words import HIJRI_MONTHS, HIJRI_STARTS, NEXT, PAST, THIS

if TYPE_CHECKING:
    from eventcode.dates.grammar import Grammar

DAY_OF = {"اول": 0, "ثاني": 1, "ثالث": 2, "رابع": 3}
"""Words before the days of a feast (ثاني أيام العيد), and how many days after its first they are."""


def month_name(grammar: Grammar, index: int) -> tuple[int, int] | None:
    """An Islamic month name: (last, month)."""
    word = grammar.bare(index)
    if word not in HIJRI_STARTS:
        return None
    for size in (2, 1):
        words = (word, *(grammar.norm(p) for p in range(index + 1, index + size)))
        if words in HIJRI_MONTHS:
            return index + size, HIJRI_MONTHS[words]
    return None


def year_number(grammar: Grammar, index: int) -> tuple[int, int] | None:
    """An Islamic year as digits, with or without هـ after it: (last, year)."""
    position = index + (grammar.norm(index) in ("عام", "سنه", "من"))
    value = grammar.number(position)
    if value is None or not 1343 <= value <= 1500:
        return None
    marked = grammar.norm(position + 1) in ("ه", "هجري", "هجريه", "للهجره")
    return position + 1 + marked, value


def dated(grammar: Grammar, index: int) -> Hit | None:
    """15 رمضان 1441 هـ, الأول من محرم 1442, رجب 1437."""
    read = months.ordinal_day(grammar, index)
    position = index if read is None else read[0] + (grammar.norm(read[0]) == "من")
    name = month_name(grammar, position + (grammar.norm(position) == "شهر"))
    if name is None:
        return None
    year = year_number(grammar, name[0])
    if year is None:
        return None
    if read is None:
        return Hit(year[0], hijri_month(year[1], name[1]))
    date = hijri_day(year[1], name[1], read[1])
    return Hit(year[0], day(date) if date is not None else None)


def holiday(grammar: Grammar, index: int) -> Hit | None:
    """رمضان 2019, شهر رمضان الماضي, عيد الفطر, ثاني أيام عيد الأضحى, 15 رمضان 1441."""
    written = dated(grammar, index)
    if written is not None:
        return written
    position = index + (grammar.bare(index) == "شهر")
    name = month_name(grammar, position)
    if name is not None:
        last, month = name
        year = months.year_number(grammar, last)
        if year is not None:
            return Hit(last + 1, hijri_month_in(year, month))
        adjective = grammar.norm(last)
        if position == index and adjective not in PAST | NEXT | THIS:
            # رمضان, شعبان and رجب are names of men too.
            return None
        last += adjective in PAST | NEXT | THIS
        return Hit(last, _nearest(grammar, month, ahead=adjective in NEXT, past=adjective in PAST))
    if grammar.bare(index) in DAY_OF and grammar.norm(index + 1) == "ايام" and grammar.norm(index + 2) == "عيد":
        feast = holiday(grammar, index + 2)
        if feast is None or feast.interval is None:
            return feast
        return Hit(feast.last, day(feast.interval.start + dt.timedelta(days=DAY_OF[grammar.bare(index)])))
    if grammar.bare(position) == "عيد" and grammar.norm(position + 1) in ("الفطر", "الاضحي"):
        month, first, length = (10, 1, 3) if grammar.norm(position + 1) == "الفطر" else (12, 10, 4)
        year = months.year_number(grammar, position + 2)
        last = position + 2 + (year is not None)
        whole = hijri_month_in(year, month) if year is not None else _nearest(grammar, month, ahead=False, past=False)
        if whole is None:
            return Hit(last, None)
        start = whole.start + dt.timedelta(days=first - 1)
        return Hit(last, Interval(start, start + dt.timedelta(days=length - 1), "range"))
    return None


def _nearest(grammar: Grammar, month: int, *, ahead: bool, past: bool) -> Interval | None:
    """The Islamic month that the reference day lies in, else the last before it, or the next after it."""
    if grammar.reference is None:
        return None
    near = [hijri_month_in(grammar.reference.year + offset, month) for offset in (-1, 0, 1)]
    months = [interval for interval in near if interval is not None]
    if ahead:
        return next((interval for interval in months if interval.start > grammar.reference), None)
    limit = [
        interval
        for interval in months
        if (interval.end if past else interval.start) < grammar.reference or interval.start == grammar.reference
    ]
    return limit[-1] if limit else None
