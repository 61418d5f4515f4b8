"""Months, and days of months: 15 أكتوبر, الثاني عشر من مايو المقبل, شهري تموز وآب."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from eventcode.dates.calendar import FIRST_YEAR, LAST_YEAR, Interval, day, month_of, safe, shift
from eventcode.dates.hit import Hit
from eventcode.dates.told import told_period, told_year
from eventcode.dates.words import MONTH_STARTS, MONTHS, NEXT, ORDINALS, PAST, THIS, WEAK_MONTHS

if TYPE_CHECKING:
    from eventcode.dates.grammar import Grammar

_ATTACKS = frozenset({"هجمات", "احداث", "لاحداث", "لهجمات", "اعتداءات", "تفجيرات", "بهجمات"})


def month_name(grammar: Grammar, index: int) -> tuple[int, int] | None:
    """A month name (one or two, of both calendars): (last, month)."""
    word = grammar.bare(index) if grammar.norm(index) not in MONTH_STARTS else grammar.norm(index)
    if word not in MONTH_STARTS:
        return None
    if word == "اب" and word != grammar.norm(index) and "آ" not in grammar.tokens[index].text:
        # باب is a door, بآب in August.
        return None
    found = None
    for size in (2, 1):
        words = (word, *(grammar.norm(p) for p in range(index + 1, index + size)))
        if words in MONTHS:
            found = index + size, MONTHS[words]
            break
    if found is None:
        return None
    last, month = found
    after = last
    while after < grammar.size and grammar.tokens[after].text in "/\\-()–" and after - last < 2:
        after += 1
    for size in (2, 1):
        words = tuple(grammar.norm(p) for p in range(after, after + size))
        if MONTHS.get(words) == month:
            last = after + size
            if (
                last < grammar.size
                and grammar.tokens[last].text == ")"
                and "(" in (grammar.tokens[p].text for p in range(index, last))
            ):
                last += 1
            break
    return last, month


def with_year(grammar: Grammar, last: int, month: int, number: int | None) -> Hit:
    """A month or a day of it, in the year that follows, or in the one that its adjective or the reference tells."""
    position = last
    of_told = told_year(grammar, position)
    if of_told is not None:
        return _dated(grammar, of_told[0], of_told[1], month, number)
    this = position + (grammar.norm(position) == "من")
    if grammar.norm(this) in ("هذا", "هذه") and grammar.norm(this + 1) in ("العام", "السنه") and grammar.reference is not None:
        return _dated(grammar, this + 2, grammar.reference.year, month, number)
    if grammar.norm(position) in ("من", "في") and grammar.norm(position + 1) in ("العام", "عام", "سنه", "السنه"):
        position += 1
    if grammar.norm(position) in ("عام", "العام", "سنه", "السنه"):
        if grammar.norm(position + 1) in PAST and grammar.reference:
            return _dated(grammar, position + 2, grammar.reference.year - 1, month, number)
        if grammar.norm(position + 1) in THIS and grammar.reference:
            return _dated(grammar, position + 2, grammar.reference.year, month, number)
        if grammar.norm(position + 1) in NEXT and grammar.reference:
            return _dated(grammar, position + 2, grammar.reference.year + 1, month, number)
        position += 1
    if position < grammar.size and grammar.tokens[position].text in ("،", ",") and year_number(grammar, position + 1):
        position += 1
    year = year_number(grammar, position)
    if year is not None:
        return _dated(grammar, position + 1, year, month, number)
    if grammar.reference is None:
        return Hit(last, None)
    following = grammar.norm(last)
    year = grammar.reference.year
    if following in PAST:
        start = safe(year, month, number or 1)
        if start is None or start > grammar.reference or (number is None and month == grammar.reference.month):
            year -= 1
        return _dated(grammar, last + 1, year, month, number)
    if following in NEXT:
        start = safe(year, month, number or 1)
        if start is None or start <= grammar.reference:
            year += 1
        return _dated(grammar, last + 1, year, month, number)
    if following in THIS:
        return _dated(grammar, last + 1, year, month, number)
    told = _told_year(grammar, month, number)
    if told is not None:
        return _dated(grammar, last, told, month, number)
    # Bare: the one of the last year, unless it lies at most six weeks ahead (announced dates).
    start = safe(year, month, number or 1)
    if start is not None and start > grammar.reference + dt.timedelta(days=60):
        year -= 1
    elif start is not None and (grammar.reference - start).days > 330 and month <= 2:
        year += 1
    return _dated(grammar, last, year, month, number)


def _told_year(grammar: Grammar, month: int, number: int | None) -> int | None:
    """وقع هجوم في آذار 2017. وفي 30 آذار أطلقت ...: the year of a time told before it, of the same month."""
    told = grammar.told
    if told is None or grammar.reference is None or told.resolution not in ("day", "month", "hour"):
        return None
    if told.start.year >= grammar.reference.year or told.start.month != month:
        return None
    return told.start.year if safe(told.start.year, month, number or 1) is not None else None


def _dated(grammar: Grammar, last: int, year: int, month: int, number: int | None) -> Hit:
    if number is None:
        return Hit(last, month_of(year, month))
    date = safe(year, month, number)
    return Hit(last, day(date) if date is not None else None)


def year_number(grammar: Grammar, index: int) -> int | None:
    """A year written as four digits."""
    value = grammar.number(index)
    return value if value is not None and FIRST_YEAR <= value <= LAST_YEAR else None


def ordinal_day(grammar: Grammar, index: int) -> tuple[int, int] | None:
    """الثاني عشر, الحادي والعشرين, العشرين, 17: (last, day of month)."""
    value = grammar.number(index)
    if value is not None:
        return (index + 1, value) if 1 <= value <= 31 else None
    word = grammar.bare(index)
    value = ORDINALS.get(word)
    if value is None:
        return None
    following = grammar.norm(index + 1)
    if (following in ("عشر", "عشره") and value < 10) or (value == 11 and following in ("عشر", "عشره")):
        return index + 2, (value if value == 11 else value + 10)
    if following in ("والعشرين", "والعشرون", "والثلاثين", "والثلاثون") and value in (*range(1, 10), 11):
        tens = 20 if "عشر" in following else 30
        return index + 2, tens + (1 if value == 11 else value)
    return (index + 1, value) if value != 11 else None


def day_month(grammar: Grammar, index: int) -> Hit | None:
    """15 أكتوبر, الثاني عشر من مايو المقبل, 17 من الشهر الماضي, 31 آب/ أغسطس."""
    first = grammar.bare(index) == "اول" and month_name(grammar, index + 1) is not None
    read = (index + 1, 1) if first else ordinal_day(grammar, index)
    if read is None:
        return None
    position, number = read
    if grammar.names_before(index - 1):
        return None
    if grammar.number(index) is not None:
        several = days(grammar, position, number)
        if several is not None:
            return several
    if grammar.norm(position) == "من":
        position += 1
    if grammar.norm(position) == "شهر":
        position += 1
    if position < grammar.size and grammar.tokens[position].text in "/-" and position + 1 < grammar.size:
        if month_name(grammar, position + 1):
            position += 1
    name = month_name(grammar, position)
    if name is not None:
        hit = with_year(grammar, name[0], name[1], number)
        named = (number, name[1]) == (11, 9) and hit.last == name[0] and grammar.norm(index - 1) in _ATTACKS
        return Hit(hit.last, None) if named else hit  # هجمات 11 سبتمبر is a name
    if grammar.norm(position) == "الشهر" and grammar.norm(position + 1) in PAST | NEXT | THIS and grammar.reference:
        step = -1 if grammar.norm(position + 1) in PAST else 1 if grammar.norm(position + 1) in NEXT else 0
        date = shift(grammar.reference.replace(day=1), "month", step)
        chosen = safe(date.year, date.month, number) if date is not None else None
        return Hit(position + 2, day(chosen) if chosen else None)
    month = told_period(grammar, position, "month")
    if month is not None and month.interval is not None:
        chosen = safe(month.interval.start.year, month.interval.start.month, number)
        return Hit(month.last, day(chosen) if chosen else None)
    return None


def days(grammar: Grammar, position: int, first: int) -> Hit | None:
    """6-7 نيسان, 3 و4 و5 آذار: the days of one month from ``first``, whose second number stands at or after ``position``."""
    while (following := _next_day(grammar, position)) is not None and _next_day(grammar, following) is not None:
        position = following
    if grammar.norm(position) == "و" or (position < grammar.size and grammar.tokens[position].text in ("-", "–")):
        position += 1
    elif not grammar.norm(position).startswith("و"):
        return None
    text = grammar.norm(position).removeprefix("و")
    if not text.isdigit() or len(text) > 2:
        return None
    following = position + 1 + (grammar.norm(position + 1) in ("من", "شهر"))
    name = month_name(grammar, following)
    last = with_year(grammar, name[0], name[1], int(text)) if name is not None else None
    if last is None or last.interval is None:
        return last
    start = safe(last.interval.start.year, last.interval.start.month, first)
    if start is None or start >= last.interval.start:
        return None
    return Hit(last.last, Interval(start, last.interval.end, "range"))


def _next_day(grammar: Grammar, position: int) -> int | None:
    """Where a further day of a month ends (و5, و 5)."""
    position += grammar.norm(position) == "و"
    text = grammar.norm(position).removeprefix("و")
    return position + 1 if text.isdigit() and len(text) <= 2 else None


def _months(grammar: Grammar, index: int) -> Hit | None:
    """شهري تموز وآب, أشهر أيار وحزيران وتموز 2016: from the first of several months to the last, which has the year."""
    if grammar.bare(index) not in ("شهري", "شهرا", "اشهر"):
        return None
    names = [name] if (name := month_name(grammar, index + 1)) is not None else []
    while names and grammar.norm(names[-1][0]).startswith("و"):
        following = month_name(grammar, names[-1][0] + (grammar.norm(names[-1][0]) == "و"))
        if following is None:
            break
        names.append(following)
    if len(names) < 2:
        return None
    last = with_year(grammar, names[-1][0], names[-1][1], None)
    if last.interval is None:
        return last
    year = last.interval.start.year - (names[0][1] > names[-1][1])
    return Hit(last.last, Interval(month_of(year, names[0][1]).start, last.interval.end, "range"))


def month(grammar: Grammar, index: int, *, loose: bool) -> Hit | None:
    """أبريل 2017, شهر آب الماضي, تشرين الثاني/ نوفمبر من عام 2021; a bare name where it can be nothing else."""
    several = _months(grammar, index)
    if several is not None:
        return several
    position = index
    headed = grammar.bare(index) == "شهر"
    if headed:
        position = index + 1
    name = month_name(grammar, position)
    if name is None:
        return None
    before = grammar.norm(index - 1)
    if grammar.names_before(index - 1):
        return None
    hit = with_year(grammar, name[0], name[1], None)
    double = (name[0] - position > 1 and grammar.norm(position) not in ("كانون", "تشرين")) or name[0] - position > 2
    supported = (
        headed
        or loose
        or double
        or (hit is not None and hit.last > name[0])
        or before in ("في", "خلال", "حتي", "منذ", "اوايل", "اواخر", "منتصف", "بدايه", "مطلع", "نهايه", "قبل", "بعد")
    )
    supported = supported or (grammar.norm(index).startswith("ب") and grammar.norm(index) not in MONTH_STARTS)
    if not supported or (grammar.norm(position) in WEAK_MONTHS and not (headed or double or loose or (hit and hit.last > name[0]))):
        return None
    return hit
