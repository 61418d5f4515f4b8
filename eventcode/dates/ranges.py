"""Ranges and lengths that end at the day of the report: منذ مطلع العام, بين 2012 و2017, من 4 إلى 6 أغسطس, قبل نحو عشرة أيام."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import attrs

from eventcode.dates import months, years
from eventcode.dates.calendar import Interval, day, next_weekday, safe, shift, unit_of
from eventcode.dates.hit import Hit
from eventcode.dates.lengths import before
from eventcode.dates.words import ABOUT, EARLY, NEXT, PARTS, PAST, THIS, UNITS, WEEKDAYS

if TYPE_CHECKING:
    from eventcode.dates.grammar import Grammar


def until(grammar: Grammar, hit: Hit) -> Hit:
    """أواخر نوفمبر حتى ديسمبر 2016, الأحد حتى الثلاثاء: a range whose first part may leave its year to the second."""
    if hit.interval is None or hit.connector or grammar.norm(hit.last) not in ("حتي", "الي"):
        return hit
    second = grammar.base(hit.last + 1, loose=True)
    if second is None or second.interval is None or hit.interval.resolution == "year" != second.interval.resolution:
        return hit
    start = hit.interval.start
    if start > second.interval.end:
        earlier = safe(second.interval.end.year, start.month, start.day)
        if earlier is None or earlier > second.interval.end:
            return hit
        start = earlier
    return Hit(second.last, Interval(start, second.interval.end, "range"))


def since(grammar: Grammar, index: int) -> Hit | None:
    """منذ X: from X's start to the reference day."""
    position = index + 1
    if grammar.norm(position) == "ال" and grammar.number(position + 1) is not None:
        position += 1  # منذ الـ20 من أكتوبر
    if grammar.norm(position) in ("ان", "اكثر"):
        position = grammar.skip_words(position, {"ان", "بدات", "بدا", "لاول", "مره", "في", "اكثر", "من"}, 6)
    hit = grammar.length(position, back=True) or _opened(grammar, position) or grammar.base(position, loose=True)
    if hit is None:
        return _since_part(grammar, position)
    until = grammar.marks(hit.last)
    if hit.interval is not None and grammar.norm(until) in ("حتي", "وحتي", "ولغايه"):
        second = grammar.base(until + 1, loose=True)
        if second is None or second.interval is None:
            # حتى فجر أمس الـ20 من يوليو: the date itself follows what is counted from the day of writing.
            second = next((read for p in range(until + 2, until + 6) if (read := grammar.base(p)) and read.interval), second)
        if second is not None and second.interval is not None and second.interval.end >= hit.interval.start:
            return Hit(second.last, Interval(hit.interval.start, second.interval.end, "range"), "من")
    if hit.interval is None or grammar.reference is None or hit.interval.start > grammar.reference:
        return attrs.evolve(
            hit, interval=None if hit.interval is None or grammar.reference is None else hit.interval, connector="منذ"
        )
    return Hit(hit.last, Interval(hit.interval.start, grammar.reference, "range"), "منذ", own=hit.interval)


def _opened(grammar: Grammar, position: int) -> Hit | None:
    """منذ مطلع العام, منذ بداية الشهر: the start of the year, month or week of the report, where no other is named."""
    unit = UNITS.get(grammar.norm(position + 1).removeprefix("ال")) if grammar.norm(position) in EARLY else None
    following = grammar.norm(position + 2)
    other = (
        following in PAST | NEXT | THIS or following in ("نفسه", "ذاته") or months.year_number(grammar, position + 2) is not None
    )
    if (
        unit not in ("week", "month", "year")
        or not grammar.norm(position + 1).startswith("ال")
        or other
        or grammar.reference is None
    ):
        return None
    return Hit(position + 2, unit_of(grammar.reference, unit))


def _since_part(grammar: Grammar, position: int) -> Hit | None:
    """منذ الصباح, منذ ساعات الفجر الأولى, منذ ما بعد منتصف الليل: a part of the day of the report that no day follows."""
    position = grammar.skip_words(position, {"ساعات", "ساعه", "ما", "بعد"}, 2)
    position += grammar.norm(position) == "منتصف"
    word = grammar.norm(position)
    if not word.startswith("ال") or word[2:] not in PARTS or grammar.reference is None:
        return None
    last = position + 1 + (grammar.norm(position + 1) in ("الباكر", "الاولي", "المبكره"))
    return Hit(last, day(grammar.reference), "منذ")


def in_a_row(grammar: Grammar, index: int) -> Hit | None:
    """لليوم الثالث على التوالي: that many days up to the reference day."""
    read = months.ordinal_day(grammar, index + 1)
    if read is None or grammar.number(index + 1) is not None or grammar.reference is None or read[1] < 2:
        return None
    if (grammar.norm(read[0]), grammar.norm(read[0] + 1)) != ("علي", "التوالي"):
        return None
    start = grammar.reference - dt.timedelta(days=read[1] - 1)
    return Hit(read[0] + 2, Interval(start, grammar.reference, "range"))


def between(grammar: Grammar, index: int) -> Hit | None:
    """بين 2012 و2017, بين سبتمبر 2015 ونهاية مارس 2018, بين الأول والخامس من أيلول."""
    first = grammar.base(index + 1, loose=True) or years.year(grammar, index + 1)
    if first is None:
        return _between_days(grammar, index)
    position = first.last
    if grammar.norm(position) == "و":
        position += 1
    elif not grammar.norm(position).startswith("و"):
        return None
    second = grammar.base(position, loose=True) or years.year(grammar, position)
    return _span(grammar, _same_year(grammar, first, second), second, "بين")


def _between_days(grammar: Grammar, index: int) -> Hit | None:
    """بين 3 و7 أيلول, بين الأول والخامس من أيلول: two days of the month that the second one names."""
    read = months.ordinal_day(grammar, index + 1)
    if read is None or not grammar.norm(read[0]).startswith("و"):
        return None
    second = grammar.base(read[0] + (grammar.norm(read[0]) == "و"))
    if second is None or second.interval is None or second.interval.resolution != "day":
        return None
    start = safe(second.interval.start.year, second.interval.start.month, read[1])
    return _span(grammar, Hit(read[0], day(start)), second, "بين") if start is not None else None


def _same_year(grammar: Grammar, first: Hit, second: Hit | None) -> Hit:
    """بين نيسان وآب من ذلك العام: the first of two months or days leaves its year to the second."""
    if first.interval is None or second is None or second.interval is None or first.interval.start <= second.interval.end:
        return first
    start = safe(second.interval.end.year, first.interval.start.month, first.interval.start.day)
    return first if start is None else attrs.evolve(first, interval=attrs.evolve(first.interval, start=start, end=start))


def from_to(grammar: Grammar, index: int) -> Hit | None:
    """من 4 إلى 6 أغسطس, من 3 يناير 2018 وحتى 5 فبراير 2018, من الأحد حتى الثلاثاء."""
    first = grammar.base(index + 1)
    number = grammar.number(index + 1)
    position = first.last if first is not None else index + 2
    if first is None and number is None:
        return None
    if grammar.norm(position) not in ("الي", "حتي", "وحتي", "والي"):
        return None
    second = grammar.base(position + 1)
    if second is None or second.interval is None:
        return None
    if first is None and number is not None:
        start = safe(second.interval.start.year, second.interval.start.month, number)
        first = Hit(position, day(start)) if start is not None else None
    return _span(grammar, first, second, "من") if first is not None else None


def _span(grammar: Grammar, first: Hit, second: Hit | None, connector: str) -> Hit | None:
    if second is None:
        return None
    if first.interval is None or second.interval is None or second.interval.end < first.interval.start:
        return Hit(second.last, None, connector)
    return Hit(second.last, Interval(first.interval.start, second.interval.end, "range"), connector)


def pair(grammar: Grammar, hit: Hit) -> Hit:
    """الأربعاء أو الخميس, السبت والأحد, ليل السبت - الأحد: two neighbouring weekdays are one range."""
    if hit.weekday is None or hit.interval is None:
        return hit
    position = hit.last
    if position < grammar.size and (grammar.norm(position) == "او" or grammar.tokens[position].text in ("-", "–", "/")):
        position += 1
    elif not (grammar.norm(position).startswith("و") and grammar.norm(position)[1:] in WEEKDAYS):
        if not (hit.interval.time == "night" and grammar.norm(position) in WEEKDAYS):
            return hit
    weekday = WEEKDAYS.get(grammar.norm(position).removeprefix("و"))
    if weekday is None or grammar.reference is None:
        return hit
    last = position + 1 + (grammar.norm(position + 1) in PAST | NEXT)
    start = hit.interval.start
    if grammar.norm(position + 1) in PAST and start + dt.timedelta(days=1) >= grammar.reference:
        start -= dt.timedelta(days=7)  # يومي الاثنين والثلاثاء الماضيين
    elif grammar.norm(position + 1) in NEXT:
        start = next_weekday(grammar.reference, start.weekday())
    end = start + dt.timedelta(days=(weekday - start.weekday()) % 7)
    if end > grammar.reference and (end - start).days > 1:
        return hit
    return Hit(last, Interval(start, end, "range", hit.interval.time), hit.connector)


def ago(grammar: Grammar, index: int) -> Hit | None:
    """قبل أسبوعين, قبل نحو عشرة أيام, قبل ساعات."""
    position = index + 1
    about = position
    while grammar.norm(about) in ABOUT and about - position < 3:
        about += 1
    read = grammar.amount(about)
    if read is None:
        year = years.year(grammar, position, loose=grammar.norm(position + 1) not in UNITS)
        return Hit(year.last, None, "قبل") if year is not None else None
    last, unit, amount = read
    one = grammar.norm(last) in ("واحد", "واحده") and grammar.norm(last + 1) == "من"
    if one or grammar.norm(last) in ("من", "علي", "عن"):
        # قبل يومين من القمة: the day of the report dates the other event.
        return before(grammar, last + one, unit, amount)
    if grammar.reference is None:
        return Hit(last, None, "قبل")
    if amount is None:
        if unit in ("hour", "minute", "day"):
            length = 1 if unit != "day" else 7
            end = grammar.reference - dt.timedelta(days=unit == "day")
            return Hit(last, Interval(grammar.reference - dt.timedelta(days=length), end, "range"), "قبل")
        return Hit(last, None, "قبل")
    date = shift(grammar.reference, unit, -amount)
    return Hit(last, unit_of(date, unit) if date is not None else None, "قبل")
