"""Read one number phrase: digits, number words with their agreement forms, multipliers, halves and open plurals.

Number grammar: Ryding, A Reference Grammar of Modern Standard Arabic, ch. 15. Bounds of open plurals (tens = 20 to 99, hundreds =
200 to 999 ...) are those of the coding rules, section 6.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import attrs

from eventcode.text import Token, fold

_ONES = {
    1: "واحد واحدة إحدى أحد واحدى",
    2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي",
    3: "ثلاث ثلاثة",
    4: "أربع أربعة",
    5: "خمس خمسة",
    6: "ست ستة",
    7: "سبع سبعة",
    8: "ثماني ثمانية ثمان",
    9: "تسع تسعة",
    10: "عشر عشرة",
}
_TENS = {20: "عشرون عشرين", 30: "ثلاثون ثلاثين", 40: "أربعون أربعين", 50: "خمسون خمسين", 60: "ستون ستين",
         70: "سبعون سبعين", 80: "ثمانون ثمانين", 90: "تسعون تسعين"}  # fmt: skip
_HUNDREDS = {100: "مئة مائة", 200: "مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي"}
_HUNDRED_STEMS = {300: "ثلاث", 400: "أربع", 500: "خمس", 600: "ست", 700: "سبع", 800: "ثمان", 900: "تسع"}
_THOUSANDS = {1000: "ألف ألفا آلاف", 2000: "ألفان ألفين ألفا ألفي", 1_000_000: "مليون مليونا ملايين", 2_000_000: "مليونان مليونين مليوني",
              1_000_000_000: "مليار مليارا مليارات", 2_000_000_000: "ملياران مليارين ملياري"}  # fmt: skip

_UNITS: dict[str, int] = {fold(word): value for value, words in {**_ONES, **_TENS}.items() for word in words.split()}
_HUNDRED: dict[str, int] = {fold(word): value for value, words in _HUNDREDS.items() for word in words.split()}
_HUNDRED |= {fold(stem + one): value for value, stem in _HUNDRED_STEMS.items() for one in ("مئة", "مائة")}
_HUNDRED |= {fold("ثمانمئة"): 800, fold("ثمانيمئة"): 800, fold("ثمانمائة"): 800, fold("ثمانيمائة"): 800}
_MULTIPLIERS: dict[str, int] = {}
for _value, _spellings in _THOUSANDS.items():
    for _word in _spellings.split():
        _MULTIPLIERS.setdefault(fold(_word), _value)
_OF_TWO = frozenset(fold(word) for word in ["ألفا", "مليونا", "مليارا"])
"""Spelled like the accusative of one after tens (خمسون ألفاً); before their noun, with no number before them, two of them."""
_LIKE_DEAD = frozenset(fold(word) for word in ["مئتا", "مئتي", "مئتان", "مئتين"])
"""Folded like forms of "dead" (ميتاً)."""
_FRACTIONS = {fold("نصف"): (1, 2), fold("ربع"): (1, 4), fold("ثلث"): (1, 3)}
OPEN: dict[str, tuple[int, int]] = {
    fold("عشرات"): (20, 99), fold("مئات"): (200, 999), fold("مائات"): (200, 999), fold("آلاف"): (2000, 9999),
    fold("ألوف"): (2000, 9999), fold("ملايين"): (2_000_000, 9_999_999),
}  # fmt: skip
_OPEN_TIMES: dict[tuple[str, str], tuple[int, int]] = {
    (fold("عشرات"), fold("آلاف")): (20_000, 99_999), (fold("مئات"), fold("آلاف")): (200_000, 999_999),
    (fold("عشرات"), fold("ملايين")): (20_000_000, 99_999_999), (fold("مئات"), fold("ملايين")): (200_000_000, 999_999_999),
}  # fmt: skip


@attrs.frozen(slots=True)
class NumberPhrase:
    """A number read from tokens ``first`` to ``last`` (exclusive), as closed bounds; equal where exact."""

    first: int
    last: int
    low: int
    high: int

    @property
    def exact(self) -> bool:
        """Whether one value is meant."""
        return self.low == self.high


@lru_cache(maxsize=50_000)
def number_word(norm: str) -> str:
    """The number word that a token is, less conjunction, preposition and article; else ""."""
    for prefix in ("", "و", "ب", "ل", "ف", "ك", "وب", "ول", "ال", "وال", "بال", "لل", "وبال", "فال", "ولل"):
        if norm.startswith(prefix):
            rest = norm[len(prefix) :]
            if rest in _UNITS or rest in _HUNDRED or rest in _MULTIPLIERS or rest in OPEN or rest in _FRACTIONS:
                return rest
    return ""


def _joined(norm: str) -> bool:
    return norm.startswith("و") and number_word(norm) != "" and norm != number_word(norm)


def parse_number(tokens: Sequence[Token], index: int) -> NumberPhrase | None:
    """The number phrase that starts at a token, or None; raises nothing."""
    if index >= len(tokens):
        return None
    token = tokens[index]
    if token.kind == "number":
        return _digits(tokens, index)
    word = number_word(token.norm)
    if not word:
        return None
    if word in OPEN:
        following = number_word(tokens[index + 1].norm) if index + 1 < len(tokens) else ""
        pair = _OPEN_TIMES.get((word, following))
        if pair:
            return NumberPhrase(index, index + 2, *pair)
        return NumberPhrase(index, index + 1, *OPEN[word])
    if word in _FRACTIONS:
        multiplier = _MULTIPLIERS.get(number_word(tokens[index + 1].norm)) if index + 1 < len(tokens) else None
        if multiplier is None:
            return None
        value = multiplier * _FRACTIONS[word][0] // _FRACTIONS[word][1]
        return NumberPhrase(index, index + 2, value, value)
    return _words(tokens, index)


def _digits(tokens: Sequence[Token], index: int) -> NumberPhrase | None:
    text = tokens[index].norm
    if not text.isdigit() or len(text) > 12:
        if text.count(".") + text.count(",") == 1 and index + 1 < len(tokens):
            # 1.5 مليون, 2,5 مليون
            multiplier = _MULTIPLIERS.get(number_word(tokens[index + 1].norm))
            whole, _, part = text.replace(",", ".").partition(".")
            if multiplier and whole.isdigit() and part.isdigit() and len(part) <= 3:
                value = int(whole) * multiplier + int(part) * multiplier // 10 ** len(part)
                return NumberPhrase(index, index + 2, value, value)
        return None
    value = int(text)
    last = index + 1
    if last < len(tokens) and tokens[last].kind == "word" and not tokens[last].norm.startswith("و"):
        multiplier = _MULTIPLIERS.get(number_word(tokens[last].norm))
        if multiplier in (1000, 1_000_000, 1_000_000_000):
            value *= multiplier
            last += 1
            last, more = _and_digits(tokens, last, value)
            value += more
    return NumberPhrase(index, last, value, value)


def _words(tokens: Sequence[Token], index: int) -> NumberPhrase | None:
    """A sum of groups (thousands, hundreds, tens and ones) joined by waw; ones come before tens."""
    total = 0
    group = 0
    position = index
    seen = False
    while position < len(tokens) and tokens[position].kind == "word":
        norm = tokens[position].norm
        word = number_word(norm)
        if not word or (word in OPEN and word not in _MULTIPLIERS):
            break
        if word in _LIKE_DEAD and "ي" in tokens[position].text:
            break
        eleven = norm in ("واحد", "واحدي") and position + 1 < len(tokens) and tokens[position + 1].norm in ("عشر", "عشره")
        if seen and not _joined(norm) and not _continues(word, group) and not eleven:
            # وأحد عشر folds to the spelling of واحد.
            break
        if word in _FRACTIONS:
            # مليون ونصف
            if not seen or total == 0:
                break
            unit = max((value for value in _MULTIPLIERS.values() if value <= total), default=0)
            if unit < 1000:
                break
            total += unit * _FRACTIONS[word][0] // _FRACTIONS[word][1]
            position += 1
            break
        if word in _MULTIPLIERS:
            value = _MULTIPLIERS[word]
            if value in (2000, 2_000_000, 2_000_000_000) and group == 0:
                total += value
            elif word in _OF_TWO and group == 0 and not seen and _plain(tokens, position):
                total += 2 * value
            else:
                base = value if value in (1000, 1_000_000, 1_000_000_000) else value // 2
                if seen and group == 0 and not _joined(norm):
                    break
                total += (group or 1) * base
            group = 0
        elif word in _HUNDRED:
            group = group * 100 if 0 < group < 10 and not _joined(norm) and _HUNDRED[word] == 100 else group + _HUNDRED[word]
        else:
            group += _UNITS[word]
        seen = True
        position += 1
    if not seen or (total + group) == 0:
        return None
    if total and not group:
        position, more = _and_digits(tokens, position, total)
        total += more
    return NumberPhrase(index, position, total + group, total + group)


def _plain(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word stands without tanwin before another word: ألفا مقاتل, but not ألفاً."""
    return tokens[index].text.endswith("ا") and index + 1 < len(tokens) and tokens[index + 1].kind == "word"


def _and_digits(tokens: Sequence[Token], index: int, total: int) -> tuple[int, int]:
    """مليون و200 ألف, 3 آلاف و500: where digits that are added to larger units end, and what they add; (index, 0) for none."""
    if index + 1 >= len(tokens) or tokens[index].norm != "و" or not tokens[index + 1].norm.isdigit():
        return index, 0
    value, last = int(tokens[index + 1].norm), index + 2
    multiplier = _MULTIPLIERS.get(number_word(tokens[last].norm), 0) if last < len(tokens) and tokens[last].kind == "word" else 0
    if multiplier in (1000, 1_000_000):
        value, last = value * multiplier, last + 1
    smallest = next(unit for unit in (1000, 1_000_000, 1_000_000_000) if total % (unit * 1000) or unit == 1_000_000_000)
    return (last, value) if 0 < value < smallest else (index, 0)


def _continues(word: str, group: int) -> bool:
    """Whether a number word continues without waw: ثلاثة عشر, خمس مئة, ثلاثة آلاف."""
    if word in _MULTIPLIERS:
        return group > 0
    if word in _HUNDRED:
        return 0 < group < 10 and _HUNDRED[word] == 100
    return _UNITS.get(word) == 10 and 0 < group % 100 < 10
