"""Periods told from the day of the report, and parts of periods: الأسبوع الماضي, أواخر نيسان, النصف الأول من 2018."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from eventcode.dates import months, years
from eventcode.dates.calendar import Interval, month_of, part_of, shift, unit_of, week_of
from eventcode.dates.hit import Hit
from eventcode.dates.told import told_period
from eventcode.dates.words import (
    DUAL_UNITS,
    EARLY,
    LATE,
    LATELY,
    MIDDLE,
    NEXT,
    OPEN_LENGTHS,
    ORDINALS,
    PAST,
    PLURAL_UNITS,
    THIS,
    UNITS,
)
from eventcode.numbers import parse_number

if TYPE_CHECKING:
    from eventcode.dates.grammar import Grammar
_MOST_DAYS = 20
"""Days of a month that may be called its first ones."""


def partial(grammar: Grammar, index: int) -> Hit | None:
    """أواخر نيسان, منتصف أكتوبر الجاري, أوائل عام 2015, مطلع 2015, نهاية الشهر الماضي, مطلع الأسبوع."""
    word = grammar.bare(index)
    part = "early" if word in EARLY else "middle" if word in MIDDLE else "late" if word in LATE else ""
    if not part:
        return None
    inner = (
        months.month(grammar, index + 1, loose=True)
        or years.year(grammar, index + 1, loose=True)
        or deictic(grammar, index + 1)
        or told_period(grammar, index + 1)
        or _running(grammar, index + 1)
    )
    if inner is None:
        return _part_of_week(grammar, index + 1, part)
    if inner.interval is None:
        return inner
    ahead = part_of(inner.ahead, part) if inner.ahead is not None else None
    interval = part_of(inner.interval, part)
    if ahead is not None and grammar.reference is not None and interval.start > grammar.reference:
        return Hit(inner.last, None, ahead=ahead)  # نهاية العام: it dates only what is to come
    return Hit(inner.last, interval, ahead=ahead)


def _running(grammar: Grammar, index: int) -> Hit | None:
    """(نهاية) العام, (مطلع) الشهر: the year or month that was told last, else that of the report, in which what is to come lies."""
    word = grammar.norm(index)
    unit = UNITS.get(word.removeprefix("ال")) if word.startswith("ال") else None
    named = grammar.norm(index + 1).startswith("ال")  # العام الدراسي
    if unit not in ("month", "year") or named or grammar.reference is None:
        return None
    now = unit_of(grammar.reference, unit)
    told = unit_of(grammar.told.end, unit) if grammar.told is not None else now
    return Hit(index + 1, told, ahead=now)


def _part_of_week(grammar: Grammar, index: int, part: str) -> Hit | None:
    """(مطلع) الأسبوع: that of the week of the report, or of the week before, or after, where it lies ahead, or behind.

    The end of a week that is still to come dates nothing that is past, as that of a year does.
    """
    named = grammar.norm(index + 1).startswith("ال")  # الأسبوع الدراسي
    if grammar.norm(index) != "الاسبوع" or named or grammar.reference is None:
        return None
    week = dt.timedelta(days=7)
    now = part_of(week_of(grammar.reference), part)
    past = now if now.start < grammar.reference else part_of(week_of(grammar.reference - week), part)
    ahead = now if now.end >= grammar.reference else part_of(week_of(grammar.reference + week), part)
    return Hit(index + 1, None if part == "late" and now.start > grammar.reference else past, ahead=ahead)


def fraction(grammar: Grammar, index: int) -> Hit | None:
    """النصف الأول من 2018, الربع الثالث من العام الماضي, الثلث الأخير من آب."""
    word = grammar.bare(index)
    if word not in ("النصف", "الربع", "الثلث") or grammar.norm(index + 1) not in ORDINALS | {"الاخير": 0}:
        return None
    position = index + 2 + (grammar.norm(index + 2) == "من")
    inner = (
        years.year(grammar, position, loose=True)
        or months.month(grammar, position, loose=True)
        or deictic(grammar, position)
        or told_period(grammar, position)
        or _running(grammar, position)
    )
    if inner is None or inner.interval is None or inner.interval.resolution not in ("month", "year"):
        return None
    parts = {"النصف": 2, "الربع": 4, "الثلث": 3}[word]
    which = ORDINALS.get(grammar.norm(index + 1), parts)
    if not 1 <= which <= parts:
        return None
    if inner.interval.resolution == "month":
        days = 30 // parts
        first = inner.interval.start + dt.timedelta(days=(which - 1) * days)
        last = inner.interval.end if which == parts else first + dt.timedelta(days=days - 1)
        return Hit(inner.last, Interval(first, last, "range"))
    length = 12 // parts
    year = inner.interval.start.year
    start = dt.date(year, (which - 1) * length + 1, 1)
    return Hit(inner.last, Interval(start, month_of(year, which * length).end, "range"))


def opening(grammar: Grammar, index: int) -> Hit | None:
    """الأشهر الأربعة الأولى من عام 2018, الأيام العشرة الأولى من الشهر الجاري, الأسبوع الأول من أيلول."""
    if grammar.norm(index) in ("الاسبوع", "الايام"):
        return _of_month(grammar, index)
    if grammar.bare(index) not in ("الاشهر", "الشهور"):
        return None
    phrase = parse_number(grammar.tokens, _article_number(grammar, index + 1))
    if phrase is None or not phrase.exact or not 1 <= phrase.low <= 11 or grammar.norm(phrase.last) not in ("الاولي", "الاول"):
        return None
    position = phrase.last + 1 + (grammar.norm(phrase.last + 1) == "من")
    inner = years.year(grammar, position, loose=True) or deictic(grammar, position)
    if inner is None or inner.interval is None or inner.interval.resolution != "year":
        return None
    year = inner.interval.start.year
    return Hit(inner.last, Interval(dt.date(year, 1, 1), month_of(year, phrase.low).end, "range"))


def _of_month(grammar: Grammar, index: int) -> Hit | None:
    """الأسبوع الثالث من أيلول, الأيام العشرة الأولى من الشهر الجاري: a week of a month, or its first days."""
    if grammar.norm(index) == "الاسبوع":
        week = ORDINALS.get(grammar.norm(index + 1), 0)
        first, length, last = 7 * week - 6, 7, index + 2
        if not 1 <= week <= 4:
            return None
    else:
        phrase = parse_number(grammar.tokens, _article_number(grammar, index + 1))
        if phrase is None or not phrase.exact or grammar.norm(phrase.last) not in ("الاولي", "الاول"):
            return None
        first, length, last = 1, int(phrase.low), phrase.last + 1
        if not 1 <= length <= _MOST_DAYS:
            return None
    position = last + (grammar.norm(last) in ("من", "في"))
    inner = months.month(grammar, position, loose=True) or deictic(grammar, position) if position > last else None
    if inner is None or inner.interval is None or inner.interval.resolution != "month":
        return None
    start = inner.interval.start + dt.timedelta(days=first - 1)
    return Hit(inner.last, Interval(start, start + dt.timedelta(days=length - 1), "range"))


def deictic(grammar: Grammar, index: int) -> Hit | None:
    """الأسبوع الماضي, هذا الشهر, الأيام الثلاثة الماضية, الساعات الـ24 الماضية, الساعات المقبلة, وقت سابق هذا الأسبوع."""
    word = grammar.bare(index)
    if word == "وقت" and grammar.norm(index + 1) == "سابق":
        position = index + 2 + (grammar.norm(index + 2) in ("من", "في"))
        inner = deictic(grammar, position)
        if inner is None or inner.interval is None or grammar.reference is None or inner.interval.start >= grammar.reference:
            return None
        return Hit(inner.last, Interval(inner.interval.start, grammar.reference - dt.timedelta(days=1), "range"))
    if (
        word in ("هذا", "هذه")
        and grammar.norm(index + 1).removeprefix("ال") in ("اسبوع", "شهر", "عام", "سنه")
        and grammar.norm(index + 1).startswith("ال")
    ):
        last = index + 2 + (grammar.norm(index + 2) in THIS)
        unit = UNITS[grammar.norm(index + 1)[2:]]
        return Hit(last, unit_of(grammar.reference, unit) if grammar.reference else None)
    if not word.startswith("ال") or word[2:] not in UNITS:
        read = grammar.amount(index) if grammar.number(index) is not None or word.startswith("ال") else None
        if read is None or grammar.norm(read[0]) not in PAST | NEXT | LATELY:
            return None
        return _stretch(grammar, read[0] + 1, read[1], read[2], grammar.norm(read[0]) in NEXT)
    unit = UNITS[word[2:]]
    position = index + 1
    amount: int | None = 1
    if word[2:] in DUAL_UNITS:
        amount = 2
    elif word[2:] in PLURAL_UNITS:
        amount = None
        position = _article_number(grammar, position)
        phrase = parse_number(grammar.tokens, position)
        if phrase is not None and phrase.exact:
            amount, position = phrase.low, phrase.last
        elif grammar.norm(position) == "القليله" or (
            grammar.norm(position) in LATELY and grammar.norm(position + 1) in PAST | NEXT
        ):
            position += 1
    adjective = grammar.norm(position)
    if adjective in LATELY and amount != 1:
        return _stretch(grammar, position + 1, unit, amount, False)
    if adjective in PAST | NEXT | THIS:
        if amount == 1:
            return _whole(grammar, position + 1, unit, -1 if adjective in PAST else 1 if adjective in NEXT else 0)
        return _stretch(grammar, position + 1, unit, amount, adjective in NEXT)
    return None


def _article_number(grammar: Grammar, position: int) -> int:
    """الساعات الـ24 الماضية: ال stands apart from the digits."""
    return position + 1 if grammar.norm(position) == "ال" else position


def _whole(grammar: Grammar, last: int, unit: str, step: int) -> Hit | None:
    """The whole week, month or year before, of, or after the reference day."""
    if grammar.reference is None:
        return Hit(last, None)
    date = shift(grammar.reference.replace(day=1) if unit == "month" else grammar.reference, unit, step)
    if date is None:
        return Hit(last, None)
    if unit in ("hour", "minute"):
        return None
    return Hit(last, week_of(date) if unit == "week" else unit_of(date, unit))


def _stretch(grammar: Grammar, last: int, unit: str, amount: int | None, ahead: bool) -> Hit | None:
    """The last or next so many hours, days, weeks, months."""
    if grammar.reference is None:
        return Hit(last, None)
    if amount is None:
        if unit == "month":
            other = shift(grammar.reference, "month", 6 if ahead else -6)
        elif unit in OPEN_LENGTHS:
            other = grammar.reference + dt.timedelta(days=OPEN_LENGTHS[unit] * (1 if ahead else -1))
        else:
            return Hit(last, None)
    elif unit == "hour":
        other = grammar.reference + dt.timedelta(days=max(1, -(-amount // 24)) * (1 if ahead else -1))
    else:
        other = shift(grammar.reference, unit, amount if ahead else -amount)
    if other is None:
        return Hit(last, None)
    return Hit(last, Interval(min(other, grammar.reference), max(other, grammar.reference), "range"))
