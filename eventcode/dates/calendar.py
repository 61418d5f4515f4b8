"""Closed intervals of days, after the conventions of the coding rules (section 5). Weeks run Sunday to Saturday."""

from __future__ import annotations

import datetime as dt

import attrs
from dateutil.relativedelta import relativedelta
from hijridate import Hijri

FIRST_YEAR, LAST_YEAR = 1900, 2100


@attrs.frozen(slots=True)
class Interval:
    """A closed interval with its resolution, and a clock time or part of day where given."""

    start: dt.date
    end: dt.date
    resolution: str
    time: str | None = None


def day(date: dt.date, time: str | None = None) -> Interval:
    """One day."""
    return Interval(date, date, "day", time)


def safe(year: int, month: int, number: int) -> dt.date | None:
    """The date, or None where the calendar has none."""
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def week_of(date: dt.date) -> Interval:
    """The week (Sunday to Saturday) of a day."""
    start = date - dt.timedelta(days=(date.weekday() + 1) % 7)
    return Interval(start, start + dt.timedelta(days=6), "week")


def month_of(year: int, month: int) -> Interval:
    """A calendar month."""
    start = dt.date(year, month, 1)
    return Interval(start, start + relativedelta(months=1, days=-1), "month")


def year_of(year: int) -> Interval:
    """A calendar year."""
    return Interval(dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def season_of(year: int, first: int, last: int) -> Interval:
    """A season of three whole months; winter begins in December of the year before."""
    start = dt.date(year - 1 if first > last else year, first, 1)
    return Interval(start, month_of(year, last).end, "season")


def part_of(interval: Interval, part: str) -> Interval:
    """Early, middle or late: days 1-10, 11-20, 21-end of a month; first, middle, last four months of a year."""
    start, end = interval.start, interval.end
    if interval.resolution == "month":
        bounds = {"early": (1, 10), "middle": (11, 20), "late": (21, end.day)}[part]
        return Interval(start.replace(day=bounds[0]), start.replace(day=bounds[1]), "range")
    if interval.resolution == "year":
        first = {"early": 1, "middle": 5, "late": 9}[part]
        return Interval(dt.date(start.year, first, 1), month_of(start.year, first + 3).end, "range")
    third = (end - start).days // 3
    offset = {"early": 0, "middle": 1, "late": 2}[part]
    first_day = start + dt.timedelta(days=offset * (third + 1))
    return Interval(first_day, end if part == "late" else min(end, first_day + dt.timedelta(days=third)), "range")


def shift(date: dt.date, unit: str, amount: int) -> dt.date | None:
    """A day moved by days, weeks, months or years; None outside the calendar."""
    try:
        if unit in ("hour", "minute"):
            return date
        if unit == "decade":
            return date + relativedelta(years=10 * amount)
        return date + relativedelta(**{f"{unit}s": amount})  # type: ignore[arg-type]
    except (ValueError, OverflowError):
        return None


def unit_of(date: dt.date, unit: str) -> Interval:
    """The week, month or year of a day, or the day."""
    if unit == "week":
        return week_of(date)
    if unit == "month":
        return month_of(date.year, date.month)
    if unit == "year":
        return year_of(date.year)
    return day(date)


def past_weekday(reference: dt.date, weekday: int) -> dt.date:
    """The latest such weekday not after the reference day."""
    return reference - dt.timedelta(days=(reference.weekday() - weekday) % 7)


def next_weekday(reference: dt.date, weekday: int) -> dt.date:
    """The first such weekday after the reference day."""
    return reference + dt.timedelta(days=(weekday - reference.weekday() - 1) % 7 + 1)


def hijri_day(year: int, month: int, number: int) -> dt.date | None:
    """A day of the Umm al-Qura calendar; None where it has none or its tables (1343 to 1500 AH) do not reach."""
    try:
        gregorian = Hijri(year, month, number).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return dt.date(gregorian.year, gregorian.month, gregorian.day)


def hijri_month(year: int, month: int) -> Interval | None:
    """A month of the Umm al-Qura calendar."""
    start = hijri_day(year, month, 1)
    if start is None:
        return None
    return Interval(start, start + dt.timedelta(days=Hijri(year, month, 1).month_length() - 1), "range")


def hijri_years(gregorian_year: int) -> list[int]:
    """The Islamic years that a Gregorian year may touch."""
    first = (gregorian_year - 622) * 33 // 32
    return [first, first + 1, first + 2]


def hijri_month_in(gregorian_year: int, month: int) -> Interval | None:
    """The Islamic month that begins in a Gregorian year (the first, where two do)."""
    for year in hijri_years(gregorian_year):
        interval = hijri_month(year, month)
        if interval is not None and interval.start.year == gregorian_year:
            return interval
    return None
