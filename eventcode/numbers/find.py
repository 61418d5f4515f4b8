"""Find quantities: numbers with their bounds and the noun that they count, as the coding rules (section 6) read them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import attrs

from eventcode.numbers.parse import NumberPhrase, number_word, parse_number
from eventcode.numbers.words import (
    ABOUT,
    AT_LEAST_AFTER,
    AT_LEAST_BEFORE,
    BOUND_ENDS,
    CONNECTING,
    DUAL_ENDS,
    DUAL_STEMS,
    FAMILIES,
    LESS,
    MEASURES,
    MORE,
    NAMED,
    NOT_NOUNS,
    PARTS,
    PEOPLE,
    STREETS,
    TWO,
    UP_TO,
)
from eventcode.text import Token, fold

"""Words that end a phrase of bounds; those that are one by themselves take a conjunction or preposition."""


@attrs.frozen(slots=True)
class Quantity:
    """A counted thing. ``low`` and ``high`` are closed bounds, ``high`` None where open; ``noun`` is the counted noun's token.

    ``first`` to ``last`` (exclusive) are the tokens of the whole phrase, bound words and noun included; ``start`` and ``end`` its
    offsets. ``breakdown`` holds the parts that a "among them" gives (they are not added to the total).
    """

    first: int
    last: int
    start: int
    end: int
    low: int
    high: int | None
    approximate: bool
    noun: int | None
    unit: str | None
    number: NumberPhrase
    breakdown: tuple[Quantity, ...] = ()


@lru_cache(maxsize=1)
def _duals() -> frozenset[str]:
    out = set()
    for stem in DUAL_STEMS.split():
        folded = fold(stem)
        base = folded[:-1] + "ت" if folded.endswith("ه") else folded
        if stem == "امرأة":
            base = "امرات"
        out |= {base + "ان", base + "ين"}
    # مدنيين and the like are far more often plurals; their dual is told by a number word.
    return frozenset(
        out
        - {
            "مدنيين",
            "مراهقين",
            "مقاتلين",
            "مسلحين",
            "معتقلين",
            "ناشطين",
            "صحفيين",
            "اعلاميين",
            "مسعفين",
            "متطوعين",
            "متطوعان",
            "ممرضين",
            "معلمين",
            "عاملين",
            "مزارعين",
            "سائقين",
            "قياديين",
            "مواطنين",
            "لاجءين",
            "لاجيين",
            "نازحين",
            "مصورين",
            "مراسلين",
            "مسنين",
            "حارسين",
            "راعين",
        }
    )


def _at_least(tokens: Sequence[Token], index: int) -> int:
    """How many words from a token on say that there may be more (على الأقل); 0 for none."""
    return next((len(words) for words in AT_LEAST_AFTER if tuple(t.norm for t in tokens[index : index + len(words)]) == words), 0)


def _match_before(tokens: Sequence[Token], index: int, phrases: Sequence[tuple[str, ...]]) -> int:
    """Length of the longest of the phrases that ends right before a token; 0 for none."""
    best = 0
    for phrase in phrases:
        size = len(phrase)
        if size > best and index - size >= 0:
            words = [token.norm for token in tokens[index - size : index]]
            words[0] = words[0].removeprefix("و") if words[0].removeprefix("و") == phrase[0] else words[0]
            fused = ("عما", "مما") if phrase[0] == "ما" else ()  # عما لا يقل عن
            if words[0] not in (phrase[0], "ب" + phrase[0], "ل" + phrase[0], *fused):
                continue
            if tuple(words[1:]) == phrase[1:]:
                best = size
    return best


def find(tokens: Sequence[Token], blocked: frozenset[int] = frozenset()) -> list[Quantity]:
    """The quantities of a sentence, in order; parts of a breakdown are inside their total.

    Numbers at tokens in ``blocked`` (those of dates) are passed over.
    """
    for token in tokens:
        if token.kind == "number" or (token.kind == "word" and _counts(token.norm)):
            break
    else:
        return []
    out: list[Quantity] = []
    index = 0
    parts_of: int | None = None
    while index < len(tokens):
        token = tokens[index]
        if token.kind == "punct":
            if token.text in ".؛؟!":
                parts_of = None
            index += 1
            continue
        if out and token.norm in PARTS:
            parts_of = len(out) - 1
            index += 1
            continue
        counts = token.kind == "number" or _counts(token.norm)
        quantity = _quantity(tokens, index) if counts and index not in blocked else None
        if quantity is None:
            if (
                parts_of is not None
                and token.norm not in CONNECTING
                and not token.norm.startswith("و")
                and token.kind == "word"
                and _breaks(token.norm)
            ):
                parts_of = None
            index += 1
            continue
        if parts_of is not None and _is_part(out[parts_of], quantity):
            whole = out[parts_of]
            out[parts_of] = attrs.evolve(whole, breakdown=(*whole.breakdown, quantity))
        else:
            out.append(quantity)
        index = max(quantity.last, index + 1)
    return out


def _breaks(norm: str) -> bool:
    return norm in ("فيما", "بينما", "حيث", "كما", "ان", "مما")


def _is_part(whole: Quantity, part: Quantity) -> bool:
    return whole.high is None or part.low <= whole.high


@lru_cache(maxsize=65_536)
def _counts(norm: str) -> bool:
    """Whether a word may be a quantity or begin one: a number word or a dual."""
    return bool(number_word(norm) or _dual_stem(norm))


def _quantity(tokens: Sequence[Token], index: int) -> Quantity | None:
    token = tokens[index]
    number = parse_number(tokens, index) if token.kind == "number" or number_word(token.norm) else None
    if number is None:
        return _dual(tokens, index)
    if _in_a_name(tokens, number):
        return None
    if token.norm in TWO and index and tokens[index - 1].norm.endswith(DUAL_ENDS):
        # مدنيين اثنين: two, after the noun that may be a dual or a plural.
        counted = tokens[index - 1]
        unit = _unit(counted.norm[:-2])
        return Quantity(index - 1, index + 1, counted.start, token.end, 2, 2, False, index - 1, unit, number)
    noun, last = _noun(tokens, number)
    first = number.first
    low, high, approximate = number.low, number.high, False
    upper: int | None = high
    hyphen = _range(tokens, number)
    if hyphen is not None:
        upper = hyphen.high
        noun, last = _noun(tokens, hyphen)
    before = first
    while before and tokens[before - 1].norm in BOUND_ENDS:
        size = _match_before(tokens, before, ABOUT)
        if size:
            approximate, before = True, before - size
            continue
        size = _match_before(tokens, before, AT_LEAST_BEFORE)
        if size:
            upper, before = None, before - size
            continue
        size = _match_before(tokens, before, UP_TO)
        if size:
            low, before = 0, before - size
            continue
        size = _match_before(tokens, before, MORE)
        if size:
            low, upper, before = (low + 1 if number.exact else low), None, before - size
            continue
        size = _match_before(tokens, before, LESS)
        if size:
            low, upper, before = 0, (upper or high) - 1, before - size
            continue
        break
    if tokens[first].norm.startswith(("و", "ب", "ل")) and before < first:
        before = first
    after = last
    while (
        after < len(tokens)
        and after - last < 3
        and tokens[after].kind == "word"
        and tokens[after].norm not in ("علي", "تقريبا")
        and not tokens[after].norm.startswith("و")
    ):
        after += 1
    least = _at_least(tokens, after)
    if least:
        upper, last = None, after + least
    elif after < len(tokens) and tokens[after].norm == "تقريبا":
        approximate, last = True, after + 1
    if (
        (noun is None or tokens[index].norm in ("واحد", "واحده"))
        and number.first == number.last - 1
        and tokens[index].kind == "word"
        and tokens[index].norm in ("احد", "احدي", "واحد", "واحده")
    ):
        return None
    unit = _unit(tokens[noun].norm) if noun is not None else None
    start = tokens[before].start + _skip(tokens[before])
    return Quantity(before, last, start, tokens[last - 1].end, low, upper, approximate, noun, unit, number)


def _skip(token: Token) -> int:
    """Letters of a conjunction or preposition written with the first word of the phrase."""
    word = number_word(token.norm)
    if token.kind == "word" and word and token.norm != word and token.norm[0] in "وبلفك":
        return 1
    return 0


def _range(tokens: Sequence[Token], number: NumberPhrase) -> NumberPhrase | None:
    """10-15, ما بين 10 و15, 10 إلى 15."""
    position = number.last
    if position + 1 < len(tokens) and number.exact:
        separator = tokens[position]
        joined = separator.text in "-–" or separator.norm in ("الي", "و", "او")
        if joined and tokens[position + 1].kind == "number":
            second = parse_number(tokens, position + 1)
            if separator.norm == "و" and not (number.first and tokens[number.first - 1].norm in ("بين", "مابين")):
                return None
            if second is not None and second.exact and second.high > number.low:
                return second
    return None


def _in_a_name(tokens: Sequence[Token], number: NumberPhrase) -> bool:
    """اللواء 46, القرار 2254, عام 2015, الساعة 6, 91%, 1.2 km: numbers that count nothing."""
    first, last = number.first, number.last
    if first and tokens[first].norm.startswith("ال") and tokens[first - 1].norm.removeprefix("و").removeprefix("ب") in STREETS:
        return True  # شارع الثلاثين, حي الأربعين
    if first and tokens[first].kind == "number":
        before = tokens[first - 1]
        glued = before.text == "-" and first > 1 and tokens[first - 2].end == before.start  # F-15, سو-24
        marked = before.text in "-/\\:." and first > 1 and tokens[first - 2].kind == "number"
        if before.norm.removeprefix("و").removeprefix("ب") in NAMED or glued or marked:
            return True
    if last < len(tokens):
        after = tokens[last]
        if after.text in "%٪/\\" or after.norm.removeprefix("ال") in MEASURES:
            return True
        if after.norm in ("في", "ب") and last + 1 < len(tokens) and tokens[last + 1].norm in ("الميه", "المايه"):
            return True
    return False


def _noun(tokens: Sequence[Token], number: NumberPhrase) -> tuple[int | None, int]:
    """The counted noun and where the phrase ends: after the number, after من, or before a number used as adjective."""
    position = number.last
    if number.first and tokens[number.first].text.startswith("ال") and tokens[number.first - 1].norm.startswith("ال"):
        # القتلى الخمسة عشر, but not قوات النظام آلاف المدنيين
        return number.first - 1, position
    if (
        position < len(tokens)
        and tokens[position].norm == "من"
        and position + 1 < len(tokens)
        and tokens[position + 1].kind == "word"
    ):
        return position + 1, position + 2
    if (
        position < len(tokens)
        and tokens[position].kind == "word"
        and not tokens[position].norm.startswith("و")
        and len(tokens[position].norm) > 2
    ):
        if tokens[position].norm not in NOT_NOUNS:
            return position, position + 1
    return None, position


def _unit(norm: str) -> str | None:
    bare = norm.removeprefix("ال")
    if bare in FAMILIES:
        return "families"
    return "people" if bare in PEOPLE else None


@lru_cache(maxsize=65_536)
def _dual_stem(norm: str) -> str:
    """The dual that a word is, less a conjunction or preposition; "" for none."""
    if norm in _duals():
        return norm
    return norm[1:] if norm[:1] in ("و", "ب", "ل") and norm[1:] in _duals() else ""


def _dual(tokens: Sequence[Token], index: int) -> Quantity | None:
    """طفلان, غارتين: the dual counts two."""
    norm = tokens[index].norm
    stripped = _dual_stem(norm)
    if not stripped:
        return None
    skip = len(norm) - len(stripped)
    token = tokens[index]
    base = stripped[:-2]
    unit = _unit(base[:-1] + "ه" if base.endswith("ت") else base)
    if base.startswith(("عايل", "اسر")):
        unit = "families" if base.startswith("عايل") or base == "اسرت" else unit
    last = index + 2 if index + 1 < len(tokens) and tokens[index + 1].norm in TWO else index + 1
    number = NumberPhrase(index, last, 2, 2)  # طفلين, طفلين اثنين
    least = _at_least(tokens, last)
    last += least  # قتيلان على الأقل
    high = None if least else 2
    return Quantity(index, last, token.start + skip, tokens[last - 1].end, 2, high, False, index, unit, number)
