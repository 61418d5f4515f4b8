"""The grammar of Arabic time expressions over tokens; each method reads one kind at a token or gives None."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache

import attrs

from eventcode.dates import clock, islamic, months, periods, ranges, years
from eventcode.dates.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    Interval,
    day,
    next_weekday,
    past_weekday,
    safe,
    shift,
    year_of,
)
from eventcode.dates.hit import Hit
from eventcode.dates.lengths import EVES, WITHIN, after, morrow, within
from eventcode.dates.told import ANAPHORIC, told_period
from eventcode.dates.words import (
    ABOUT,
    DECADES,
    DUAL_UNITS,
    EARLY,
    HIJRI_STARTS,
    LATE,
    MIDDLE,
    MONTH_STARTS,
    NAMING,
    NEXT,
    OPEN_LENGTHS,
    ORDINALS,
    PARTS,
    PAST,
    PLURAL_UNITS,
    SEASONS,
    THIS,
    UNITS,
    WEEKDAYS,
)
from eventcode.numbers import number_word, parse_number
from eventcode.text import Token

_SINCE = frozenset({"منذ", "مذ"})
_MARKS = frozenset("،,()«»“”\"'[]")
HALVES = {"year": ("month", 12), "month": ("day", 30), "week": ("day", 7)}
"""The units in which half a unit is counted, and how many of them it has."""
_OPENING = frozenset("“”\"'«")
_CORRESPONDING = frozenset({"الموافق", "الموافقه", "المصادف", "الموافقل"})
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

    def names_before(self, index: int) -> bool:
        """ساحة السبت, حزب 8 آذار: whether what follows a word is its name; not the article before digits (الـ20 من آذار)."""
        return self.norm(index) in NAMING and not (self.norm(index) == "ال" and self.number(index + 1) is not None)

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
            return ranges.since(self, index)
        if word == "لليوم":
            return ranges.in_a_row(self, index)
        if word in ("بين", "مابين"):
            return ranges.between(self, index)
        if word == "قبل":
            return ranges.ago(self, index)
        if word == "بعد":
            return after(self, index)
        if word in WITHIN:
            return within(self, index)
        if word in EVES:
            return morrow(self, index)
        if index == 0 and self.size > 1 and self.tokens[1].text == ":" and (year := months.year_number(self, 0)) is not None:
            return Hit(1, year_of(year))
        if self.norm(index) == "من" or self.norm(index) == "ومن":
            return ranges.from_to(self, index)
        hit = clock.clock(self, index) or self.base(index)
        return ranges.until(self, ranges.pair(self, hit)) if hit is not None else None

    def skip_words(self, position: int, words: set[str], most: int) -> int:
        steps = 0
        while self.norm(position) in words and steps < most:
            position += 1
            steps += 1
        return position

    # -- amounts ---------------------------------------------------------------------------------------------------------

    def amount(self, index: int) -> tuple[int, str, int | None] | None:
        """A length: (last, unit, number); number None for an open plural (منذ أسابيع), in smaller units for one and a half (عام ونصف)."""
        read = self._whole_amount(index)
        if read is None:
            return None
        last, unit, number = read
        if self.norm(last) != "ونصف" or unit not in HALVES or number is None:
            return read
        smaller, size = HALVES[unit]
        last += 1 + (UNITS.get(self.norm(last + 1).removeprefix("ال")) == unit and self.norm(last + 1) not in PLURAL_UNITS)
        return last, smaller, number * size + size // 2

    def _whole_amount(self, index: int) -> tuple[int, str, int | None] | None:
        word = self.norm(index)
        plain = word.removeprefix("ال")
        if plain in UNITS:
            if plain in DUAL_UNITS:
                return index + 1, UNITS[plain], 2
            if plain in PLURAL_UNITS:
                return index + 1, UNITS[plain], None
            # منذ عام 2016 names the year.
            return None if months.year_number(self, index + 1) else (index + 1, UNITS[plain], 1)
        if word in ("بضعه", "عده", "بضع") and self.norm(index + 1) in PLURAL_UNITS:
            return index + 2, UNITS[self.norm(index + 1)], None
        phrase = parse_number(self.tokens, index)
        if phrase is not None and phrase.exact and self.norm(phrase.last).removeprefix("ال") in UNITS and phrase.low < 1000:
            unit = UNITS[self.norm(phrase.last).removeprefix("ال")]
            return phrase.last + 1, unit, phrase.low
        return None

    def length(self, index: int, *, back: bool) -> Hit | None:
        """منذ ثلاثة أشهر, منذ أسابيع, منذ نحو الشهر: a length that ends at the reference day."""
        position = index
        while self.norm(position) in ABOUT and position - index < 3:
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
            elif unit in OPEN_LENGTHS:
                date = self.reference - dt.timedelta(days=OPEN_LENGTHS[unit])
            else:
                return Hit(last, None)
        elif unit == "hour":
            date = self.reference - dt.timedelta(days=max(1, -(-amount // 24)))
        else:
            date = shift(self.reference, unit, -amount)
        if date is None:
            return Hit(last, None)
        return Hit(last, Interval(date, self.reference, "range"))

    # -- base expressions --------------------------------------------------------------------------------------------------

    def base(self, index: int, *, loose: bool = False) -> Hit | None:
        """An expression without connector; ``loose`` takes bare months and years as after منذ."""
        index = self.marks(index, _OPENING)
        if index >= self.size or not (self.tokens[index].kind == "number" or _opens(self.tokens[index].norm)):
            return None
        part = clock.part_of_day(self, index)
        if part is not None:
            inner = (
                self.day_word(part[0] + (self.norm(part[0]) == "هذا"))
                or told_period(self, part[0], "day")
                or self.weekday(part[0], headed=True)
                or months.day_month(self, part[0])
                or self.numeric(part[0])
            )
            if inner is not None and inner.interval is not None:
                return attrs.evolve(inner, interval=attrs.evolve(inner.interval, time=part[1]))
            if inner is not None:
                return inner
        return (
            self.night(index)
            or self.numeric(index)
            or islamic.dated(self, index)
            or self.day_word(index)
            or self.weekday(index)
            or months.day_month(self, index)
            or months.month(self, index, loose=loose)
            or periods.fraction(self, index)
            or periods.opening(self, index)
            or periods.partial(self, index)
            or periods.deictic(self, index)
            or told_period(self, index)
            or years.season(self, index)
            or years.decade(self, index)
            or islamic.holiday(self, index)
            or years.year(self, index, loose=loose)
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
                dated = (
                    months.day_month(self, self.marks(last)) or self.numeric(self.marks(last))
                    if self.marks(last) < self.size
                    else None
                )
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
        if not named and self.names_before(index - 1):
            return None
        last = position + 1
        following = self.norm(last)
        if word == "الاحد" and following in ("عشر", "عشره"):
            return None  # الأطفال الأحد عشر: eleven
        if following in ("الاسود", "الحزين", "العظيمه", "الثقافيه", "البيضاء"):
            return None
        dated_at = self.marks(last)
        dated_at += self.norm(dated_at) in _CORRESPONDING
        if dated_at < self.size and dated_at - last <= 1:
            dated = self.numeric(dated_at) or months.day_month(self, dated_at) or self._day_of_year(dated_at, weekday)
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

    def _day_of_year(self, index: int, weekday: int) -> Hit | None:
        """(الاثنين) 3/9: a day and a month after their weekday, which tells the order and the year."""
        first, second = self.number(index), self.number(index + 2)
        if self.reference is None or first is None or second is None or self.tokens[index + 1].text not in ("/", "-"):
            return None
        for year in (self.reference.year, self.reference.year - 1):
            for month, number in ((second, first), (first, second)):
                date = safe(year, month, number)
                if date is not None and date.weekday() == weekday:
                    return Hit(index + 3, day(date))
        return None


_ALL_WORDS = frozenset(
    [*WEEKDAYS, *MONTH_STARTS, *PARTS, *UNITS, *("ال" + unit for unit in UNITS), *SEASONS, *EARLY, *MIDDLE, *LATE, *DECADES, *HIJRI_STARTS,
     *ORDINALS, "اليوم", "امس", "الامس", "غد", "غدا", "الغد", "البارحه", "الليله", "النصف", "الربع", "الثلث", "وقت", "عيد", "اول", "هذا", "هذه", "نهار",
     "عامي", "سنتي", "شهري"]
)  # fmt: skip
_EXTRA = frozenset({"بعد", "منتصف", "يومي", *islamic.DAY_OF, *ANAPHORIC})


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
