"""Numbers in words and digits, bounds, breakdowns, and numbers that count nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventcode.numbers import find, parse_number
from eventcode.text import tokenise

ONES = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
TENS = ["", "عشرة", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
HUNDREDS = ["", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]


def below_thousand(value: int) -> list[str]:
    """The words of a number below a thousand."""
    out = []
    if value // 100:
        out.append(HUNDREDS[value // 100])
    rest = value % 100
    if rest == 11:
        out.append("أحد عشر")
    elif rest == 12:
        out.append("اثنا عشر")
    elif 13 <= rest <= 19:
        out.append(f"{ONES[rest - 10]} عشر")
    else:
        if rest % 10:
            out.append(ONES[rest % 10])
        if rest // 10:
            out.append(TENS[rest // 10])
    return out


def in_words(value: int) -> str:
    """A number below ten million in Arabic words."""
    out = []
    millions, thousands, rest = value // 1_000_000, value // 1000 % 1000, value % 1000
    for count, one, two, many, much in (
        (millions, "مليون", "مليونان", "ملايين", "مليون"),
        (thousands, "ألف", "ألفان", "آلاف", "ألف"),
    ):
        if count == 1:
            out.append(one)
        elif count == 2:
            out.append(two)
        elif count:
            out.append(" و".join(below_thousand(count)) + " " + (many if 3 <= count <= 10 else much))
    out.extend(below_thousand(rest))
    return " و".join(out)


@given(st.integers(1, 9_999_999))
def test_words_round_trip(value: int) -> None:
    tokens = tokenise(in_words(value))
    found = parse_number(tokens, 0)
    assert found is not None
    assert (found.low, found.high, found.last) == (value, value, len(tokens))


@pytest.mark.parametrize(
    ("text", "phrase", "low", "high", "approximate", "unit"),
    [
        ("قتل 8 مدنيين", "8 مدنيين", 8, 8, False, "people"),
        ("قُتل ثمانية أشخاص على الأقل", "ثمانية أشخاص على الأقل", 8, None, False, "people"),
        ("نزح ما لا يقل عن 65،000 مدني", "ما لا يقل عن 65،000 مدني", 65000, None, False, "people"),
        ("قتل ما يصل إلى 50 مسلحاً", "ما يصل إلى 50 مسلحاً", 0, 50, False, "people"),
        ("نفذت نحو 400 غارة", "نحو 400 غارة", 400, 400, True, None),
        ("نزح أكثر من نصف مليون مدني", "أكثر من نصف مليون مدني", 500001, None, False, "people"),
        ("قتل عشرات المدنيين", "عشرات المدنيين", 20, 99, False, "people"),
        ("نزح مئات الآلاف من المدنيين", "مئات الآلاف من المدنيين", 200000, 999999, False, "people"),
        ("نزحت 11 ألف عائلة", "11 ألف عائلة", 11000, 11000, False, "families"),
        ("أصيب طفلان", "طفلان", 2, 2, False, "people"),
        ("نزح 1.5 مليون شخص", "1.5 مليون شخص", 1500000, 1500000, False, "people"),
        ("قتل أقل من 10 عناصر", "أقل من 10 عناصر", 0, 9, False, "people"),
        ("دفن القتلى الخمسة عشر في القرية", "الخمسة عشر", 15, 15, False, "people"),
    ],
)
def test_bounds(text: str, phrase: str, low: int, high: int | None, approximate: bool, unit: str | None) -> None:
    found = find(tokenise(text))
    assert [(text[q.start : q.end], q.low, q.high, q.approximate, q.unit) for q in found] == [
        (phrase, low, high, approximate, unit)
    ]


def test_a_breakdown_stays_beside_its_total() -> None:
    found = find(tokenise("قُتل 73 مدنياً، بينهم 27 طفلاً و6 نساء"))
    assert [(q.low, [part.low for part in q.breakdown]) for q in found] == [(73, [27, 6])]


@pytest.mark.parametrize(
    "text",
    ["اللواء 46", "القرار 2254", "محور 13", "بلغت 91% من الحاجة", "بعمق 1.2 كيلومتراً", "عيار 122 ملم", "مضى 20 يوماً", "الفرقة 25"],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert find(tokenise(text)) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ألفا مقاتل", 2000),
        ("مليونا شخص", 2_000_000),
        ("مليوني شخص", 2_000_000),
        ("مئتا عائلة", 200),
        ("2,5 مليون شخص", 2_500_000),
        ("مليون و200 ألف شخص", 1_200_000),
        ("3 آلاف و500 مقاتل", 3500),
        ("خمسون ألفا", 50_000),
    ],
)
def test_two_thousand_decimals_and_digits_added_to_words(text: str, value: int) -> None:
    phrase = parse_number(tokenise(text), 0)
    assert phrase is not None
    assert (phrase.low, phrase.high) == (value, value)


def test_a_word_for_dead_is_no_two_hundred() -> None:
    assert parse_number(tokenise("ميتا في منزله"), 0) is None
