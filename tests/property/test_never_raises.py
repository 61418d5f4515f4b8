"""No text makes any stage raise, and every offset is that of its text."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventcode import Coder
from eventcode.dates import resolve
from eventcode.model import Event
from eventcode.numbers import find
from eventcode.text import fold, sentences, tokenise

WORDS = [
    "قصفت",
    "قوات",
    "النظام",
    "بلدة",
    "مدينة",
    "إدلب",
    "روسيا",
    "وروسيا",
    "غارات",
    "هجوم",
    "هجوماً",
    "شنه",
    "شنت",
    "على",
    "في",
    "من",
    "إلى",
    "لم",
    "لن",
    "لا",
    "أي",
    "أن",
    "إن",
    "الذي",
    "التي",
    "و",
    "،",
    ".",
    ":",
    "«",
    "»",
    "(",
    ")",
    "-",
    "40",
    "11",
    "2019",
    "6:00",
    "قتل",
    "قُتل",
    "مقتل",
    "مدنيين",
    "مدنيان",
    "عشرات",
    "الآلاف",
    "منذ",
    "أمس",
    "اليوم",
    "الأحد",
    "السبت",
    "الماضي",
    "كانون",
    "الثاني",
    "آب",
    "/",
    "عام",
    "الساعة",
    "قبل",
    "بعد",
    "بين",
    "ثلاثة",
    "أشهر",
    "وقال",
    "وأضاف",
    "المرصد",
    "السوري",
    "بحسب",
    "وفق",
    "نفت",
    "ونفى",
    "محاولات",
    "للسيطرة",
    "ريف",
    "إدلب",
    "الجنوبي",
    "والشرقي",
    "محور",
    "طريق",
    "حلب",
    "اللاذقية",
    "محيط",
    "المنطقة",
    "سراقب",
    "لسراقب",
    "كفرنبل",
    "المدنيين",
    "طالب",
    "بوقف",
    "حذر",
    "اتهم",
    "الأمم",
    "المتحدة",
]
ARABIC = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
ANY = st.one_of(st.text(max_size=300), ARABIC)


def spans(event: Event) -> list[tuple[str | None, int | None, int | None]]:
    """Every text of an event with its offsets."""
    out: list[tuple[str | None, int | None, int | None]] = [
        (s.text, s.start, s.end) for s in (event.sentence, event.trigger, *event.also)
    ]
    for group in (event.actors, event.targets, event.locations, event.attribution):
        out += [(item.text, item.start, item.end) for item in group]
    out += [(count.text, count.start, count.end) for count in event.counts.values()]
    return out


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(ANY)
def test_coding(coder: Coder, text: str) -> None:
    for event in coder.code(text, published=dt.date(2020, 1, 23)):
        for part, start, end in spans(event):
            if part is not None:
                assert start is not None
                assert text[start:end] == part
        assert Event.from_dict(event.to_dict()) == event


@pytest.mark.parametrize("end", ["", "،", ":", "«", " أن", " في", " على", " ما", " و", " الذي", " 5", " أمس"])
def test_texts_that_break_off(coder: Coder, end: str) -> None:
    for word in WORDS:
        coder.code(word + end)
        coder.code(f"{word}{end} قصفت القوات البلدة")


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_tokens_and_sentences(text: str) -> None:
    tokens = tokenise(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))
    inside = [token for sentence in sentences(text) for token in sentence.tokens]
    assert [token.start for token in inside] == sorted(token.start for token in inside)
    assert fold(fold(text)) == fold(text)


@settings(max_examples=300, deadline=None)
@given(ANY, st.one_of(st.none(), st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1))))
def test_dates_and_numbers(text: str, reference: dt.date | None) -> None:
    for found in resolve(text, reference):
        assert found.start < found.end
        assert text[found.start : found.end] == found.value.text
    for quantity in find(tokenise(text)):
        assert quantity.high is None or quantity.low <= quantity.high
