"""The grammar of Arabic time expressions over tokens; each method reads one kind at a token or gives None."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache

import attrs

from eventcode.dates.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    Interval,
    day,
    hijri_day,
    hijri_month,
    hijri_month_in,
    month_of,
    next_weekday,
    part_of,
    past_weekday,
    safe,
    season_of,
    shift,
    unit_of,
    week_of,
    year_of,
)
from eventcode.dates.hit import Hit
from eventcode.dates.lengths import EVES, WITHIN, after, and_a_half, before, morrow, within
from eventcode.dates.told import ANAPHORIC, part_of_this, told_period, told_year
from eventcode.dates.words import (
    DECADES,
    DUAL_UNITS,
    EARLY,
    HIJRI_MONTHS,
    HIJRI_STARTS,
    LATE,
    LATELY,
    MIDDLE,
    MONTH_STARTS,
    MONTHS,
    NAMING,
    NEXT,
    ORDINALS,
    PARTS,
    PAST,
    PLURAL_UNITS,
    SEASONS,
    THIS,
    UNITS,
    WEAK_MONTHS,
    WEEKDAYS,
)
from eventcode.numbers import number_word, parse_number
from eventcode.text import Token

_OPEN_LENGTHS = {"day": 7, "week": 28, "month": 6, "hour": 1}
_SINCE = frozenset({"منذ", "مذ"})
_ABOUT = frozenset({"نحو", "حوالي", "قرابه", "زهاء", "اكثر", "من", "ما", "يقارب", "يزيد", "عن", "علي", "اقل"})
_THAN = frozenset({"اكثر", "اقل", "ازيد", "ازود"})
_MARKS = frozenset("،,()«»“”\"'[]")
_OPENING = frozenset("“”\"'«")
_ATTACKS = frozenset({"هجمات", "احداث", "لاحداث", "لهجمات", "اعتداءات", "تفجيرات", "بهجمات"})
_CONNECTORS = frozenset({"منذ", "مذ", "لليوم", "بين", "مابين", "قبل", "بعد", *WITHIN, *EVES, *ANAPHORIC})


class Grammar:
    """Reads time expressions of one sentence against a reference day, and against what was ``told`` last (الشهر نفسه)."""

    def __init__(self, tokens: Sequence[Token], reference: dt.date | None, told: Interval | None = None) -> None:
        self.tokens = tokens
        self.reference = reference
        self.told = told
        self.size = len(tokens)
        self._norms = [token.norm for token in tokens]

    # -- tokens ------------------------------------------------------------------------------------------------------

    def norm(self, index: int) -> str:
        """The folded word at a token, "" outside."""
        return self._norms[index] if 0 <= index < self.size else ""

    def bare(self, index: int) -> str:
        """The word less conjunction and preposition."""
        return _bare(self.norm(index))

    def skipped(self, index: int, connector: str) -> int:
        """Letters of clitics before the expression's first word."""
        if connector:
            return 1 if self.norm(index).startswith("و") and self.norm(index)[1:] == connector else 0
        norm, bare = self.norm(index), self.bare(index)
        return 0 if norm == bare or norm.startswith("لل") else len(norm) - len(bare)

    def number(self, index: int) -> int | None:
        """A plain integer of at most four digits at a token."""
        if 0 <= index < self.size and self.tokens[index].kind == "number" and self.tokens[index].norm.isdigit():
            text = self.tokens[index].norm
            return int(text) if len(text) <= 4 else None
        return None

    def marks(self, index: int, allowed: frozenset[str] = _MARKS) -> int:
        """The next token that is none of some marks."""
        while index < self.size and self.tokens[index].text in allowed:
            index += 1
        return index

    # -- whole expressions -----------------------------------------------------------------------------------------------

    def expression(self, index: int) -> Hit | None:
        """The longest reading of a time expression that starts at a token."""
        word = self.norm(index).removeprefix("و")
        if word in _SINCE:
            return self.since(index)
        if word == "لليوم":
            return self.in_a_row(index)
        if word in ("بين", "مابين"):
            return self.between(index)
        if word == "قبل":
            return self.ago(index)
        if word == "بعد":
            return after(self, index)
        if word in WITHIN:
            return within(self, index)
        if word in EVES:
            return morrow(self, index)
        if index == 0 and self.size > 1 and self.tokens[1].text == ":" and (year := self.year_number(0)) is not None:
            return Hit(1, year_of(year))
        if self.norm(index) == "من" or self.norm(index) == "ومن":
            return self.from_to(index)
        hit = self.clock(index) or self.base(index)
        return self.until(self.pair(hit)) if hit is not None else None

    def until(self, hit: Hit) -> Hit:
        """أواخر نوفمبر حتى ديسمبر 2016, الأحد حتى الثلاثاء: a range whose first part may leave its year to the second."""
        if hit.interval is None or hit.connector or self.norm(hit.last) not in ("حتي", "الي"):
            return hit
        second = self.base(hit.last + 1, loose=True)
        if second is None or second.interval is None or hit.interval.resolution == "year" != second.interval.resolution:
            return hit
        start = hit.interval.start
        if start > second.interval.end:
            earlier = safe(second.interval.end.year, start.month, start.day)
            if earlier is None or earlier > second.interval.end:
                return hit
            start = earlier
        return Hit(second.last, Interval(start, second.interval.end, "range"))

    def since(self, index: int) -> Hit | None:
        """منذ X: from X's start to the reference day."""
        position = index + 1
        if self.norm(position) == "ال" and self.number(position + 1) is not None:
            position += 1  # منذ الـ20 من أكتوبر
        if self.norm(position) in ("ان", "اكثر"):
            position = self._skip_words(position, {"ان", "بدات", "بدا", "لاول", "مره", "في", "اكثر", "من"}, 6)
        hit = self.length(position, back=True) or self._opened(position) or self.base(position, loose=True)
        if hit is None:
            return self._since_part(position)
        until = self.marks(hit.last)
        if hit.interval is not None and self.norm(until) in ("حتي", "وحتي", "ولغايه"):
            second = self.base(until + 1, loose=True)
            if second is None or second.interval is None:
                # حتى فجر أمس الـ20 من يوليو: the date itself follows what is counted from the day of writing.
                second = next((read for p in range(until + 2, until + 6) if (read := self.base(p)) and read.interval), second)
            if second is not None and second.interval is not None and second.interval.end >= hit.interval.start:
                return Hit(second.last, Interval(hit.interval.start, second.interval.end, "range"), "من")
        if hit.interval is None or self.reference is None or hit.interval.start > self.reference:
            return attrs.evolve(
                hit, interval=None if hit.interval is None or self.reference is None else hit.interval, connector="منذ"
            )
        return Hit(hit.last, Interval(hit.interval.start, self.reference, "range"), "منذ", own=hit.interval)

    def _opened(self, position: int) -> Hit | None:
        """منذ مطلع العام, منذ بداية الشهر: the start of the year, month or week of the report, where no other is named."""
        unit = UNITS.get(self.norm(position + 1).removeprefix("ال")) if self.norm(position) in EARLY else None
        following = self.norm(position + 2)
        other = following in PAST | NEXT | THIS or following in ("نفسه", "ذاته") or self.year_number(position + 2) is not None
        if unit not in ("week", "month", "year") or not self.norm(position + 1).startswith("ال") or other or self.reference is None:
            return None
        return Hit(position + 2, unit_of(self.reference, unit))

    def _since_part(self, position: int) -> Hit | None:
        """منذ الصباح, منذ ساعات الفجر الأولى, منذ ما بعد منتصف الليل: a part of the day of the report that no day follows."""
        position = self._skip_words(position, {"ساعات", "ساعه", "ما", "بعد"}, 2)
        position += self.norm(position) == "منتصف"
        word = self.norm(position)
        if not word.startswith("ال") or word[2:] not in PARTS or self.reference is None:
            return None
        last = position + 1 + (self.norm(position + 1) in ("الباكر", "الاولي", "المبكره"))
        return Hit(last, day(self.reference), "منذ")

    def _skip_words(self, position: int, words: set[str], most: int) -> int:
        steps = 0
        while self.norm(position) in words and steps < most:
            position += 1
            steps += 1
        return position

    def in_a_row(self, index: int) -> Hit | None:
        """لليوم الثالث على التوالي: that many days up to the reference day."""
        read = self.ordinal_day(index + 1)
        if read is None or self.number(index + 1) is not None or self.reference is None or read[1] < 2:
            return None
        if (self.norm(read[0]), self.norm(read[0] + 1)) != ("علي", "التوالي"):
            return None
        start = self.reference - dt.timedelta(days=read[1] - 1)
        return Hit(read[0] + 2, Interval(start, self.reference, "range"))

    def between(self, index: int) -> Hit | None:
        """بين 2012 و2017, بين سبتمبر 2015 ونهاية مارس 2018."""
        first = self.base(index + 1, loose=True) or self.year(index + 1)
        if first is None:
            return None
        position = first.last
        if self.norm(position) == "و":
            position += 1
        elif not self.norm(position).startswith("و"):
            return None
        second = self.base(position, loose=True) or self.year(position)
        return self._span(self._same_year(first, second), second, "بين")

    def _same_year(self, first: Hit, second: Hit | None) -> Hit:
        """بين نيسان وآب من ذلك العام: the first of two months or days leaves its year to the second."""
        if first.interval is None or second is None or second.interval is None or first.interval.start <= second.interval.end:
            return first
        start = safe(second.interval.end.year, first.interval.start.month, first.interval.start.day)
        return first if start is None else attrs.evolve(first, interval=attrs.evolve(first.interval, start=start, end=start))

    def from_to(self, index: int) -> Hit | None:
        """من 4 إلى 6 أغسطس, من 3 يناير 2018 وحتى 5 فبراير 2018, من الأحد حتى الثلاثاء."""
        first = self.base(index + 1)
        number = self.number(index + 1)
        position = first.last if first is not None else index + 2
        if first is None and number is None:
            return None
        if self.norm(position) not in ("الي", "حتي", "وحتي", "والي"):
            return None
        second = self.base(position + 1)
        if second is None or second.interval is None:
            return None
        if first is None and number is not None:
            start = safe(second.interval.start.year, second.interval.start.month, number)
            first = Hit(position, day(start)) if start is not None else None
        return self._span(first, second, "من") if first is not None else None

    def _span(self, first: Hit, second: Hit | None, connector: str) -> Hit | None:
        if second is None:
            return None
        if first.interval is None or second.interval is None or second.interval.end < first.interval.start:
            return Hit(second.last, None, connector)
        return Hit(second.last, Interval(first.interval.start, second.interval.end, "range"), connector)

    def pair(self, hit: Hit) -> Hit:
        """الأربعاء أو الخميس, السبت والأحد, ليل السبت - الأحد: two neighbouring weekdays are one range."""
        if hit.weekday is None or hit.interval is None:
            return hit
        position = hit.last
        if position < self.size and (self.norm(position) == "او" or self.tokens[position].text in ("-", "–", "/")):
            position += 1
        elif not (self.norm(position).startswith("و") and self.norm(position)[1:] in WEEKDAYS):
            if not (hit.interval.time == "night" and self.norm(position) in WEEKDAYS):
                return hit
        weekday = WEEKDAYS.get(self.norm(position).removeprefix("و"))
        if weekday is None or self.reference is None:
            return hit
        start = hit.interval.start
        end = start + dt.timedelta(days=(weekday - start.weekday()) % 7)
        if end > self.reference and (end - start).days > 1:
            return hit
        return Hit(position + 1, Interval(start, end, "range", hit.interval.time), hit.connector)

    def ago(self, index: int) -> Hit | None:
        """قبل أسبوعين, قبل نحو عشرة أيام, قبل ساعات."""
        position = index + 1
        about = position
        while self.norm(about) in _ABOUT and about - position < 3:
            about += 1
        read = self.amount(about)
        if read is None:
            year = self.year(position, loose=self.norm(position + 1) not in UNITS)
            return Hit(year.last, None, "قبل") if year is not None else None
        last, unit, amount = read
        one = self.norm(last) in ("واحد", "واحده") and self.norm(last + 1) == "من"
        if one or self.norm(last) in ("من", "علي", "عن"):
            # قبل يومين من القمة: the day of the report dates the other event.
            return before(self, last + one, unit, amount)
        if self.reference is None:
            return Hit(last, None, "قبل")
        if amount is None:
            if unit in ("hour", "minute", "day"):
                length = 1 if unit != "day" else 7
                end = self.reference - dt.timedelta(days=unit == "day")
                return Hit(last, Interval(self.reference - dt.timedelta(days=length), end, "range"), "قبل")
            return Hit(last, None, "قبل")
        date = shift(self.reference, unit, -amount)
        return Hit(last, unit_of(date, unit) if date is not None else None, "قبل")

    # -- amounts ---------------------------------------------------------------------------------------------------------

    def amount(self, index: int) -> tuple[int, str, int | None] | None:
        """A length: (last, unit, number); number None for an open plural (منذ أسابيع)."""
        word = self.norm(index)
        plain = word.removeprefix("ال")
        if plain in UNITS:
            if plain in DUAL_UNITS:
                return and_a_half(self, index + 1, UNITS[plain], 2)
            if plain in PLURAL_UNITS:
                return index + 1, UNITS[plain], None
            # منذ عام 2016 names the year.
            return None if self.year_number(index + 1) else and_a_half(self, index + 1, UNITS[plain], 1)
        if word in ("بضعه", "عده", "بضع") and self.norm(index + 1) in PLURAL_UNITS:
            return index + 2, UNITS[self.norm(index + 1)], None
        phrase = parse_number(self.tokens, index)
        if phrase is not None and phrase.exact and self.norm(phrase.last).removeprefix("ال") in UNITS and phrase.low < 1000:
            unit = UNITS[self.norm(phrase.last).removeprefix("ال")]
            return and_a_half(self, phrase.last + 1, unit, phrase.low)
        return None

    def length(self, index: int, *, back: bool) -> Hit | None:
        """منذ ثلاثة أشهر, منذ أسابيع, منذ نحو الشهر: a length that ends at the reference day."""
        position = index
        while self.norm(position) in _ABOUT and position - index < 3:
            position += 1
        read = self.amount(position)
        if read is None or self.norm(read[0]) in PAST | NEXT | THIS or not back:
            return None
        last, unit, amount = read
        if self.norm(position).startswith("ال") and amount == 1 and position == index:
            return None
        if self.reference is None:
            return Hit(last, None)
        if amount is None:
            if unit == "month":
                date = shift(self.reference, "month", -6)
            elif unit in _OPEN_LENGTHS:
                date = self.reference - dt.timedelta(days=_OPEN_LENGTHS[unit])
            else:
                return Hit(last, None)
        elif unit == "hour":
            date = self.reference - dt.timedelta(days=max(1, -(-amount // 24)))
        else:
            date = shift(self.reference, unit, -amount)
        if date is None:
            return Hit(last, None)
        return Hit(last, Interval(date, self.reference, "range"))

    # -- parts of day and clock ----------------------------------------------------------------------------------------------

    def clock(self, index: int) -> Hit | None:
        """الساعة 4:30 فجر الجمعة, الساعة 6:00 في 31 آب: a clock time with its day."""
        if self.bare(index) not in ("الساعه", "ساعه") or index + 1 >= self.size:
            return None
        position = self.marks(index + 1)
        text = self.norm(position).replace(".", ":")
        hour, minute = -1, 0
        if position < self.size and self.tokens[position].kind == "number":
            pieces = text.split(":")
            if len(pieces) in (1, 2) and all(piece.isdigit() and len(piece) <= 2 for piece in pieces):
                hour, minute = int(pieces[0]), int(pieces[1]) if len(pieces) == 2 else 0
        elif self.norm(position) in ORDINALS:
            hour = ORDINALS[self.norm(position)]
        if not (0 <= hour <= 24 and 0 <= minute < 60):
            return None
        position += 1
        part = PARTS.get(self.norm(position).rstrip("ا")) if self.norm(position).endswith("ا") else None
        if part is not None:
            position += 1
        following = self._skip_words(position, {"من", "في", "يوم", "بتوقيت"}, 2)
        hit = self.base(following) if following - position <= 2 else None
        if hit is None or hit.interval is None:
            return None
        if (part is None and hit.interval.time in ("evening", "night", "afternoon")) or part in ("evening", "night", "afternoon"):
            hour = hour + 12 if hour < 12 else hour
        return attrs.evolve(
            hit, interval=attrs.evolve(hit.interval, resolution="hour", time=f"{hour % 24:02d}:{minute:02d}"), weekday=None
        )

    def part_of_day(self, index: int) -> tuple[int, str] | None:
        """فجر, صباح, منتصف ليل, وقت مبكر, ساعة متأخرة من مساء: where the part ends, and its name."""
        word = self.bare(index)
        if word in ("منتصف", "بعد") and self.norm(index + 1).removeprefix("ال") in PARTS:
            inner = PARTS[self.norm(index + 1).removeprefix("ال")]
            return index + 2, "afternoon" if word == "بعد" else inner
        if word in ("وقت", "ساعه", "الساعات", "ساعات") and self.norm(index + 1).removeprefix("ال") in (
            "مبكر",
            "متاخر",
            "مبكره",
            "متاخره",
            "اولي",
        ):
            early = "مبكر" in self.norm(index + 1) or "اولي" in self.norm(index + 1)
            position = index + 2
            if self.norm(position) == "من":
                position += 1
            if self.norm(position) in PARTS:
                return position + 1, PARTS[self.norm(position)]
            return position, "morning" if early else "night"
        if word in PARTS:
            position = index + 1
            if self.norm(position) == "من":
                position += 1
            return position, PARTS[word]
        return None

    # -- base expressions --------------------------------------------------------------------------------------------------

    def base(self, index: int, *, loose: bool = False) -> Hit | None:
        """An expression without connector; ``loose`` takes bare months and years as after منذ."""
        index = self.marks(index, _OPENING)
        if index >= self.size or not (self.tokens[index].kind == "number" or _opens(self.tokens[index].norm)):
            return None
        part = self.part_of_day(index)
        if part is not None:
            inner = (
                self.day_word(part[0] + (self.norm(part[0]) == "هذا"))
                or told_period(self, part[0], "day")
                or self.weekday(part[0], headed=True)
                or self.day_month(part[0])
                or self.numeric(part[0])
            )
            if inner is not None and inner.interval is not None:
                return attrs.evolve(inner, interval=attrs.evolve(inner.interval, time=part[1]))
            if inner is not None:
                return inner
        return (
            self.night(index)
            or self.numeric(index)
            or self.hijri_date(index)
            or self.day_word(index)
            or self.weekday(index)
            or self.day_month(index)
            or self.month(index, loose=loose)
            or self.fraction(index)
            or self.opening(index)
            or self.partial(index)
            or self.deictic(index)
            or told_period(self, index)
            or self.season(index)
            or self.decade(index)
            or self.holiday(index)
            or self.year(index, loose=loose)
        )

    def night(self, index: int) -> Hit | None:
        """الليلة الماضية, ليلة أمس: the night before the reference day."""
        word = self.bare(index)
        if word == "الليله" and self.norm(index + 1) in PAST:
            return Hit(index + 2, day(self.reference - dt.timedelta(days=1), "night") if self.reference else None)
        return None

    def numeric(self, index: int) -> Hit | None:
        """19-09-2017, 04/04/2017, 2020-01-23, 1.2.2020."""
        numbers: list[int] = []
        position = index
        separator = ""
        text = self.norm(index)
        if index < self.size and self.tokens[index].kind == "number" and text.count(".") == 2:
            pieces = text.split(".")
            numbers = [int(piece) for piece in pieces if piece.isdigit() and len(piece) <= 4]
            position = index + 1
        else:
            while len(numbers) < 3:
                value = self.number(position)
                if value is None:
                    return None
                numbers.append(value)
                position += 1
                if len(numbers) < 3:
                    mark = self.tokens[position].text if position < self.size else ""
                    if mark not in ("-", "/", "\\", "–") or (separator and mark != separator):
                        return None
                    if self.tokens[position].start != self.tokens[position - 1].end:
                        return None
                    separator = mark
                    position += 1
        if len(numbers) != 3:
            return None
        first, second, third = numbers
        if FIRST_YEAR <= first <= LAST_YEAR:
            date = safe(first, second, third)
        elif FIRST_YEAR <= third <= LAST_YEAR:
            date = safe(third, second, first) or safe(third, first, second)
        else:
            return None
        return Hit(position, day(date)) if date is not None else None

    def day_word(self, index: int) -> Hit | None:
        """اليوم الأحد, أمس الأربعاء, أول من أمس, يوم غد، السبت, فجر اليوم."""
        position = index
        word = self.bare(index)
        offset: int | None = None
        if word in ("يوم",) and self.norm(index + 1) in ("امس", "غد", "الغد"):
            position, word = index + 1, self.norm(index + 1)
        before = self.norm(index - 1)
        three = (word, self.norm(position + 1), self.norm(position + 2))
        if three in (("اول", "من", "امس"), ("الاول", "من", "امس")):
            offset, position = -2, position + 3
        elif three[:2] in (("اول", "امس"), ("امس", "الاول")):
            offset, position = -2, position + 2
        elif word in ("امس", "الامس", "البارحه"):
            offset, position = -1, position + 1
        elif word == "اليوم":
            following = self.norm(position + 1)
            if (
                (before in ("ذلك", "ذاك", "نفس", "في") and following not in WEEKDAYS)
                or (before == "هذا" and self.norm(index - 2).removeprefix("ال") not in PARTS and following not in WEEKDAYS)
                or following in ORDINALS
                or following in ("التالي", "السابق", "نفسه", "ذاته", "الذي", "العالمي", "الماضي")
            ):
                return None
            offset, position = 0, position + 1
        elif word in ("غدا", "غد", "الغد"):
            if before in ("جيش", "حزب", "تيار", "قناه"):
                return None
            offset, position = 1, position + 1
        if offset is None:
            return None
        interval = day(self.reference + dt.timedelta(days=offset)) if self.reference else None
        last = position
        after = self.marks(position)
        if after - position <= 2 and (
            self.norm(after) in WEEKDAYS or (self.norm(after) == "يوم" and self.norm(after + 1) in WEEKDAYS)
        ):
            named = after + (2 if self.norm(after) == "يوم" else 1)
            weekday = WEEKDAYS[self.norm(named - 1)]
            if interval is None or interval.start.weekday() == weekday or after == position:
                last = named
                if last < self.size and self.tokens[last].text == ")":
                    last += 1
                dated = self.day_month(self.marks(last)) or self.numeric(self.marks(last)) if self.marks(last) < self.size else None
                if dated is not None and dated.interval is not None and self.marks(last) - last <= 1:
                    return dated
        return Hit(last, interval)

    def weekday(self, index: int, *, headed: bool = False) -> Hit | None:
        """السبت الماضي, يوم الثلاثاء, الاثنين المقبل, الخميس 23 كانون الثاني."""
        position = index
        named = headed
        if self.bare(index) in ("يوم", "يومي", "نهار"):
            position, named = index + 1, True
        word = self.norm(position) if position != index else self.bare(index)
        weekday = WEEKDAYS.get(word)
        if weekday is None:
            return None
        before = self.norm(index - 1)
        if not named and (before in NAMING or before.removeprefix("ال") in NAMING):
            return None
        last = position + 1
        following = self.norm(last)
        if word == "الاحد" and following in ("عشر", "عشره"):
            return None  # الأطفال الأحد عشر: eleven
        if following in ("الاسود", "الحزين", "العظيمه", "الثقافيه", "البيضاء"):
            return None
        dated_at = self.marks(last)
        if dated_at < self.size and dated_at - last <= 1:
            dated = self.numeric(dated_at) or self.day_month(dated_at)
            if dated is not None:
                return dated
        if self.reference is None:
            return Hit(last + (following in PAST | NEXT | THIS), None)
        if following in PAST:
            date = past_weekday(self.reference, weekday)
            if date == self.reference:
                date -= dt.timedelta(days=7)
            return Hit(last + 1, day(date))
        if following in NEXT:
            return Hit(last + 1, day(next_weekday(self.reference, weekday)))
        if following in THIS:
            return Hit(last + 1, day(past_weekday(self.reference, weekday)))
        return Hit(last, day(past_weekday(self.reference, weekday)), "", weekday)

    # -- months ----------------------------------------------------------------------------------------------------------

    def month_name(self, index: int) -> tuple[int, int] | None:
        """A month name (one or two, of both calendars): (last, month)."""
        word = self.bare(index) if self.norm(index) not in MONTH_STARTS else self.norm(index)
        if word not in MONTH_STARTS:
            return None
        if word == "اب" and word != self.norm(index) and "آ" not in self.tokens[index].text:
            # باب is a door, بآب in August.
            return None
        found = None
        for size in (2, 1):
            words = (word, *(self.norm(p) for p in range(index + 1, index + size)))
            if words in MONTHS:
                found = index + size, MONTHS[words]
                break
        if found is None:
            return None
        last, month = found
        after = last
        while after < self.size and self.tokens[after].text in "/\\-()–" and after - last < 2:
            after += 1
        for size in (2, 1):
            words = tuple(self.norm(p) for p in range(after, after + size))
            if MONTHS.get(words) == month:
                last = after + size
                if last < self.size and self.tokens[last].text == ")" and "(" in (self.tokens[p].text for p in range(index, last)):
                    last += 1
                break
        return last, month

    def with_year(self, last: int, month: int, number: int | None) -> Hit:
        """A month or a day of it, in the year that follows, or in the one that its adjective or the reference tells."""
        position = last
        of_told = told_year(self, position)
        if of_told is not None:
            return self._dated(of_told[0], of_told[1], month, number)
        if self.norm(position) in ("من", "في") and self.norm(position + 1) in ("العام", "عام", "سنه", "السنه"):
            position += 1
        if self.norm(position) in ("عام", "العام", "سنه", "السنه"):
            if self.norm(position + 1) in PAST and self.reference:
                return self._dated(position + 2, self.reference.year - 1, month, number)
            if self.norm(position + 1) in THIS and self.reference:
                return self._dated(position + 2, self.reference.year, month, number)
            if self.norm(position + 1) in NEXT and self.reference:
                return self._dated(position + 2, self.reference.year + 1, month, number)
            position += 1
        if position < self.size and self.tokens[position].text in ("،", ",") and self.year_number(position + 1):
            position += 1
        year = self.year_number(position)
        if year is not None:
            return self._dated(position + 1, year, month, number)
        if self.reference is None:
            return Hit(last, None)
        following = self.norm(last)
        year = self.reference.year
        if following in PAST:
            start = safe(year, month, number or 1)
            if start is None or start > self.reference or (number is None and month == self.reference.month):
                year -= 1
            return self._dated(last + 1, year, month, number)
        if following in NEXT:
            start = safe(year, month, number or 1)
            if start is None or start <= self.reference:
                year += 1
            return self._dated(last + 1, year, month, number)
        if following in THIS:
            return self._dated(last + 1, year, month, number)
        # Bare: the one of the last year, unless it lies at most six weeks ahead (announced dates).
        start = safe(year, month, number or 1)
        if start is not None and start > self.reference + dt.timedelta(days=60):
            year -= 1
        elif start is not None and (self.reference - start).days > 330 and month <= 2:
            year += 1
        return self._dated(last, year, month, number)

    def _dated(self, last: int, year: int, month: int, number: int | None) -> Hit:
        if number is None:
            return Hit(last, month_of(year, month))
        date = safe(year, month, number)
        return Hit(last, day(date) if date is not None else None)

    def year_number(self, index: int) -> int | None:
        """A year written as four digits."""
        value = self.number(index)
        return value if value is not None and FIRST_YEAR <= value <= LAST_YEAR else None

    def ordinal_day(self, index: int) -> tuple[int, int] | None:
        """الثاني عشر, الحادي والعشرين, العشرين, 17: (last, day of month)."""
        value = self.number(index)
        if value is not None:
            return (index + 1, value) if 1 <= value <= 31 else None
        word = self.bare(index)
        value = ORDINALS.get(word)
        if value is None:
            return None
        following = self.norm(index + 1)
        if (following in ("عشر", "عشره") and value < 10) or (value == 11 and following in ("عشر", "عشره")):
            return index + 2, (value if value == 11 else value + 10)
        if following in ("والعشرين", "والعشرون", "والثلاثين", "والثلاثون") and value in (*range(1, 10), 11):
            tens = 20 if "عشر" in following else 30
            return index + 2, tens + (1 if value == 11 else value)
        return (index + 1, value) if value != 11 else None

    def day_month(self, index: int) -> Hit | None:
        """15 أكتوبر, الثاني عشر من مايو المقبل, 17 من الشهر الماضي, 31 آب/ أغسطس."""
        read = self.ordinal_day(index)
        if read is None:
            return None
        position, number = read
        if self.norm(index - 1).removeprefix("ال") in NAMING:
            return None
        if self.number(index) is not None:
            days = self.days(position, number)
            if days is not None:
                return days
        if self.norm(position) == "من":
            position += 1
        if self.norm(position) == "شهر":
            position += 1
        if position < self.size and self.tokens[position].text in "/-" and position + 1 < self.size:
            if self.month_name(position + 1):
                position += 1
        name = self.month_name(position)
        if name is not None:
            hit = self.with_year(name[0], name[1], number)
            named = (number, name[1]) == (11, 9) and hit.last == name[0] and self.norm(index - 1) in _ATTACKS
            return Hit(hit.last, None) if named else hit  # هجمات 11 سبتمبر is a name
        if self.norm(position) == "الشهر" and self.norm(position + 1) in PAST | NEXT | THIS and self.reference:
            step = -1 if self.norm(position + 1) in PAST else 1 if self.norm(position + 1) in NEXT else 0
            date = shift(self.reference.replace(day=1), "month", step)
            chosen = safe(date.year, date.month, number) if date is not None else None
            return Hit(position + 2, day(chosen) if chosen else None)
        month = told_period(self, position, "month")
        if month is not None and month.interval is not None:
            chosen = safe(month.interval.start.year, month.interval.start.month, number)
            return Hit(month.last, day(chosen) if chosen else None)
        return None

    def days(self, position: int, first: int) -> Hit | None:
        """6-7 نيسان, 24 و25 آذار: the days of one month from ``first``, whose second number stands at or after ``position``."""
        if self.norm(position) == "و" or (position < self.size and self.tokens[position].text in ("-", "–")):
            position += 1
        elif not self.norm(position).startswith("و"):
            return None
        text = self.norm(position).removeprefix("و")
        if not text.isdigit() or len(text) > 2:
            return None
        following = position + 1 + (self.norm(position + 1) in ("من", "شهر"))
        name = self.month_name(following)
        last = self.with_year(name[0], name[1], int(text)) if name is not None else None
        if last is None or last.interval is None:
            return last
        start = safe(last.interval.start.year, last.interval.start.month, first)
        if start is None or start >= last.interval.start:
            return None
        return Hit(last.last, Interval(start, last.interval.end, "range"))

    def month(self, index: int, *, loose: bool) -> Hit | None:
        """أبريل 2017, شهر آب الماضي, تشرين الثاني/ نوفمبر من عام 2021; a bare name where it can be nothing else."""
        position = index
        headed = self.bare(index) == "شهر"
        if headed:
            position = index + 1
        name = self.month_name(position)
        if name is None:
            return None
        before = self.norm(index - 1)
        if before.removeprefix("ال") in NAMING or before in NAMING:
            return None
        hit = self.with_year(name[0], name[1], None)
        double = (name[0] - position > 1 and self.norm(position) not in ("كانون", "تشرين")) or name[0] - position > 2
        supported = (
            headed
            or loose
            or double
            or (hit is not None and hit.last > name[0])
            or before in ("في", "خلال", "حتي", "منذ", "اوايل", "اواخر", "منتصف", "بدايه", "مطلع", "نهايه", "قبل", "بعد")
        )
        supported = supported or (self.norm(index).startswith("ب") and self.norm(index) not in MONTH_STARTS)
        if not supported or (
            self.norm(position) in WEAK_MONTHS and not (headed or double or loose or (hit and hit.last > name[0]))
        ):
            return None
        return hit

    # -- parts of longer periods -----------------------------------------------------------------------------------------------

    def partial(self, index: int) -> Hit | None:
        """أواخر نيسان, منتصف أكتوبر الجاري, أوائل عام 2015, نهاية الشهر الماضي, مطلع الأسبوع."""
        word = self.bare(index)
        part = "early" if word in EARLY else "middle" if word in MIDDLE else "late" if word in LATE else ""
        if not part:
            return None
        inner = self.month(index + 1, loose=True) or self.year(index + 1) or self.deictic(index + 1) or told_period(self, index + 1)
        if inner is None:
            return part_of_this(self, index + 1, part)
        if inner.interval is None:
            return inner
        return Hit(inner.last, part_of(inner.interval, part))

    def fraction(self, index: int) -> Hit | None:
        """النصف الأول من 2018, الربع الثالث من العام الماضي."""
        word = self.bare(index)
        if word not in ("النصف", "الربع", "الثلث") or self.norm(index + 1) not in ORDINALS | {"الاخير": 0}:
            return None
        position = index + 2 + (self.norm(index + 2) == "من")
        inner = self.year(position, loose=True) or self.deictic(position)
        if inner is None or inner.interval is None or inner.interval.resolution != "year":
            return None
        parts = {"النصف": 2, "الربع": 4, "الثلث": 3}[word]
        which = ORDINALS.get(self.norm(index + 1), parts)
        if not 1 <= which <= parts:
            return None
        months = 12 // parts
        year = inner.interval.start.year
        start = dt.date(year, (which - 1) * months + 1, 1)
        return Hit(inner.last, Interval(start, month_of(year, which * months).end, "range"))

    def opening(self, index: int) -> Hit | None:
        """الأشهر الأربعة الأولى من عام 2018, الأشهر الستة الأولى من العام الجاري."""
        if self.bare(index) not in ("الاشهر", "الشهور"):
            return None
        phrase = parse_number(self.tokens, self._article_number(index + 1))
        if phrase is None or not phrase.exact or not 1 <= phrase.low <= 11 or self.norm(phrase.last) not in ("الاولي", "الاول"):
            return None
        position = phrase.last + 1 + (self.norm(phrase.last + 1) == "من")
        inner = self.year(position, loose=True) or self.deictic(position)
        if inner is None or inner.interval is None or inner.interval.resolution != "year":
            return None
        year = inner.interval.start.year
        return Hit(inner.last, Interval(dt.date(year, 1, 1), month_of(year, phrase.low).end, "range"))

    def deictic(self, index: int) -> Hit | None:
        """الأسبوع الماضي, هذا الشهر, الأيام الثلاثة الماضية, الساعات الـ24 الماضية, الساعات المقبلة, وقت سابق هذا الأسبوع."""
        word = self.bare(index)
        if word == "وقت" and self.norm(index + 1) == "سابق":
            position = index + 2 + (self.norm(index + 2) in ("من", "في"))
            inner = self.deictic(position)
            if inner is None or inner.interval is None or self.reference is None or inner.interval.start >= self.reference:
                return None
            return Hit(inner.last, Interval(inner.interval.start, self.reference - dt.timedelta(days=1), "range"))
        if (
            word in ("هذا", "هذه")
            and self.norm(index + 1).removeprefix("ال") in ("اسبوع", "شهر", "عام", "سنه")
            and self.norm(index + 1).startswith("ال")
        ):
            last = index + 2 + (self.norm(index + 2) in THIS)
            unit = UNITS[self.norm(index + 1)[2:]]
            return Hit(last, unit_of(self.reference, unit) if self.reference else None)
        if not word.startswith("ال") or word[2:] not in UNITS:
            read = self.amount(index) if self.number(index) is not None or word.startswith("ال") else None
            if read is None or self.norm(read[0]) not in PAST | NEXT:
                return None
            return self._stretch(read[0] + 1, read[1], read[2], self.norm(read[0]) in NEXT)
        unit = UNITS[word[2:]]
        position = index + 1
        amount: int | None = 1
        if word[2:] in DUAL_UNITS:
            amount = 2
        elif word[2:] in PLURAL_UNITS:
            amount = None
            position = self._article_number(position)
            phrase = parse_number(self.tokens, position)
            if phrase is not None and phrase.exact:
                amount, position = phrase.low, phrase.last
            elif self.norm(position) == "القليله" or (self.norm(position) in LATELY and self.norm(position + 1) in PAST | NEXT):
                position += 1
        adjective = self.norm(position)
        if adjective in LATELY and amount != 1:
            return self._stretch(position + 1, unit, amount, False)
        if adjective in PAST | NEXT | THIS:
            if amount == 1:
                return self._whole(position + 1, unit, -1 if adjective in PAST else 1 if adjective in NEXT else 0)
            return self._stretch(position + 1, unit, amount, adjective in NEXT)
        return None

    def _article_number(self, position: int) -> int:
        """الساعات الـ24 الماضية: ال stands apart from the digits."""
        return position + 1 if self.norm(position) == "ال" else position

    def _whole(self, last: int, unit: str, step: int) -> Hit | None:
        """The whole week, month or year before, of, or after the reference day."""
        if self.reference is None:
            return Hit(last, None)
        date = shift(self.reference.replace(day=1) if unit == "month" else self.reference, unit, step)
        if date is None:
            return Hit(last, None)
        if unit in ("hour", "minute"):
            return None
        return Hit(last, week_of(date) if unit == "week" else unit_of(date, unit))

    def _stretch(self, last: int, unit: str, amount: int | None, ahead: bool) -> Hit | None:
        """The last or next so many hours, days, weeks, months."""
        if self.reference is None:
            return Hit(last, None)
        if amount is None:
            if unit == "month":
                other = shift(self.reference, "month", 6 if ahead else -6)
            elif unit in _OPEN_LENGTHS:
                other = self.reference + dt.timedelta(days=_OPEN_LENGTHS[unit] * (1 if ahead else -1))
            else:
                return Hit(last, None)
        elif unit == "hour":
            other = self.reference + dt.timedelta(days=max(1, -(-amount // 24)) * (1 if ahead else -1))
        else:
            other = shift(self.reference, unit, amount if ahead else -amount)
        if other is None:
            return Hit(last, None)
        return Hit(last, Interval(min(other, self.reference), max(other, self.reference), "range"))

    # -- years and seasons ---------------------------------------------------------------------------------------------------

    def year(self, index: int, *, loose: bool = False) -> Hit | None:
        """عام 1998, سنة 2011, عامي 2012 و2013; a bare year after منذ, في or بين."""
        word = self.bare(index)
        if word in ("عام", "العام", "سنه", "السنه") and self.year_number(index + 1) is not None:
            return Hit(index + 2, year_of(self.year_number(index + 1) or FIRST_YEAR))
        if word in ("عامي", "سنتي") and self.year_number(index + 1) is not None:
            position = index + 2 + (self.norm(index + 2) == "و")
            second = self.year_number(position)
            first = self.year_number(index + 1)
            if second is not None and first is not None and second >= first:
                return Hit(position + 1, Interval(dt.date(first, 1, 1), dt.date(second, 12, 31), "range"))
        value = self.year_number(index)
        bare_year = loose or self.norm(index - 1).removeprefix("و") in ("في", "بين", "حتي", "و", "من", "خلال")
        if self.norm(index - 1) == "من" and self.norm(index - 2).removeprefix("ب") in _THAN:
            return None  # أكثر من 2000 معتقل
        if value is not None and 1990 <= value <= 2035 and bare_year and not self._counted(index + 1):
            return Hit(index + 1, year_of(value))
        return None

    def _counted(self, index: int) -> bool:
        """Whether a noun follows a bare number, so that it counts and is no year."""
        return (
            index < self.size
            and self.tokens[index].kind == "word"
            and self.tokens[index].norm.endswith(("ا", "ين"))
            and len(self.tokens[index].norm) > 3
            and not self.tokens[index].norm.startswith(("و", "ال"))
        )

    def season(self, index: int) -> Hit | None:
        """صيف 2017, ربيع عام 2013, الصيف الماضي."""
        word = self.bare(index)
        name = word.removeprefix("ال")
        if name not in SEASONS:
            return None
        first, last = SEASONS[name]
        position = index + 1
        if self.norm(position) in ("عام", "العام", "سنه"):
            position += 1
        year = self.year_number(position)
        if year is not None:
            return Hit(position + 1, season_of(year, first, last))
        adjective = self.norm(position)
        if word.startswith("ال") and adjective in PAST | NEXT | THIS:
            if self.reference is None:
                return Hit(position + 1, None)
            year = self.reference.year
            season = season_of(year, first, last)
            if adjective in PAST:
                season = season if season.end < self.reference else season_of(year - 1, first, last)
            elif adjective in NEXT:
                season = season if season.start > self.reference else season_of(year + 1, first, last)
            return Hit(position + 1, season)
        return None

    def decade(self, index: int) -> Hit | None:
        """تسعينيات القرن الماضي, الثمانينات."""
        word = self.bare(index).removeprefix("ال")
        if word not in DECADES or self.norm(index + 1) != "القرن":
            return None
        century = 1900 if self.norm(index + 2) in PAST or self.norm(index + 2) == "العشرين" else 2000
        start = century + DECADES[word]
        return Hit(index + 3, Interval(dt.date(start, 1, 1), dt.date(start + 9, 12, 31), "range"))

    def hijri_name(self, index: int) -> tuple[int, int] | None:
        """An Islamic month name: (last, month)."""
        word = self.bare(index)
        if word not in HIJRI_STARTS:
            return None
        for size in (2, 1):
            words = (word, *(self.norm(p) for p in range(index + 1, index + size)))
            if words in HIJRI_MONTHS:
                return index + size, HIJRI_MONTHS[words]
        return None

    def hijri_year(self, index: int) -> tuple[int, int] | None:
        """An Islamic year as digits, with or without هـ after it: (last, year)."""
        position = index + (self.norm(index) in ("عام", "سنه", "من"))
        value = self.number(position)
        if value is None or not 1343 <= value <= 1500:
            return None
        marked = self.norm(position + 1) in ("ه", "هجري", "هجريه", "للهجره")
        return position + 1 + marked, value

    def hijri_date(self, index: int) -> Hit | None:
        """15 رمضان 1441 هـ, الأول من محرم 1442, رجب 1437."""
        read = self.ordinal_day(index)
        position = index if read is None else read[0] + (self.norm(read[0]) == "من")
        name = self.hijri_name(position + (self.norm(position) == "شهر"))
        if name is None:
            return None
        year = self.hijri_year(name[0])
        if year is None:
            return None
        if read is None:
            return Hit(year[0], hijri_month(year[1], name[1]))
        date = hijri_day(year[1], name[1], read[1])
        return Hit(year[0], day(date) if date is not None else None)

    def holiday(self, index: int) -> Hit | None:
        """رمضان 2019, شهر رمضان الماضي, عيد الفطر, عيد الأضحى, 15 رمضان 1441."""
        dated = self.hijri_date(index)
        if dated is not None:
            return dated
        position = index + (self.bare(index) == "شهر")
        name = self.hijri_name(position)
        if name is not None:
            last, month = name
            year = self.year_number(last)
            if year is not None:
                return Hit(last + 1, hijri_month_in(year, month))
            adjective = self.norm(last)
            if position == index and adjective not in PAST | NEXT | THIS:
                # رمضان, شعبان and رجب are names of men too.
                return None
            last += adjective in PAST | NEXT | THIS
            return Hit(last, self._nearest_hijri(month, ahead=adjective in NEXT, past=adjective in PAST))
        if self.bare(position) == "عيد" and self.norm(position + 1) in ("الفطر", "الاضحي"):
            month, first, length = (10, 1, 3) if self.norm(position + 1) == "الفطر" else (12, 10, 4)
            year = self.year_number(position + 2)
            last = position + 2 + (year is not None)
            whole = hijri_month_in(year, month) if year is not None else self._nearest_hijri(month, ahead=False, past=False)
            if whole is None:
                return Hit(last, None)
            start = whole.start + dt.timedelta(days=first - 1)
            return Hit(last, Interval(start, start + dt.timedelta(days=length - 1), "range"))
        return None

    def _nearest_hijri(self, month: int, *, ahead: bool, past: bool) -> Interval | None:
        """The Islamic month that the reference day lies in, else the last before it, or the next after it."""
        if self.reference is None:
            return None
        near = [hijri_month_in(self.reference.year + offset, month) for offset in (-1, 0, 1)]
        months = [interval for interval in near if interval is not None]
        if ahead:
            return next((interval for interval in months if interval.start > self.reference), None)
        limit = [
            interval
            for interval in months
            if (interval.end if past else interval.start) < self.reference or interval.start == self.reference
        ]
        return limit[-1] if limit else None


_ALL_WORDS = frozenset(
    [*WEEKDAYS, *MONTH_STARTS, *PARTS, *UNITS, *("ال" + unit for unit in UNITS), *SEASONS, *EARLY, *MIDDLE, *LATE, *DECADES, *HIJRI_STARTS,
     *ORDINALS, "اليوم", "امس", "الامس", "غد", "غدا", "الغد", "البارحه", "الليله", "النصف", "الربع", "الثلث", "وقت", "عيد", "اول", "هذا", "هذه", "نهار",
     "عامي", "سنتي"]
)  # fmt: skip
_EXTRA = frozenset({"بعد", "منتصف", "يومي", *ANAPHORIC})


@lru_cache(maxsize=65_536)
def _bare(norm: str) -> str:
    """A folded word less conjunction and preposition, where a time word stays."""
    for prefix in ("وب", "ول", "و", "ب", "ل", "ف"):
        rest = norm.removeprefix(prefix)
        if rest != norm and (rest in _ALL_WORDS or (rest.startswith("ال") and rest[2:] in _ALL_WORDS)):
            return rest
    if norm.startswith("لل") and "ال" + norm[2:] in _ALL_WORDS:
        return "ال" + norm[2:]
    return norm


@lru_cache(maxsize=65_536)
def _opens(norm: str) -> bool:
    """Whether a word can begin a time expression without a connector."""
    bare = _bare(norm)
    word = bare.removeprefix("ال")
    return bare in _ALL_WORDS or word in _ALL_WORDS or bare in _EXTRA or (word != bare and number_word(word) == word)


@lru_cache(maxsize=65_536)
def may_start(norm: str) -> bool:
    """Whether a word can begin any time expression, with or without a connector (since, between, ago, from)."""
    word = norm.removeprefix("و")
    return word in _CONNECTORS or word == "من" or _opens(norm)
