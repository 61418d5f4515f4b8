"""Folding, tokens, sentences and clitics."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventcode.text import Analysis, analyses, fold, sentences, tokenise
from eventcode.text.tokens import LONGEST


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("إدلب", "ادلب"), ("أَدْلِبُ", "ادلب"), ("مدينة", "مدينه"), ("على", "علي"), ("مســؤول", "مسوول"), ("٤٠", "40"), ("۲۰", "20"),
        ("ﻻ", "لا"), ("قـــصف", "قصف"), ("M4", "m4"), ("شنّ", "شن"), ("\u202bإدلب\u202c", "ادلب"), ("آب", "اب"), ("ئ", "ي"), ("مسئولية", "مسووليه"),
    ],
)  # fmt: skip
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("80،000 مدني", ["80000", "مدني"]),
        ("80,000", ["80000"]),
        ("1.2 كم", ["1.2", "كم"]),
        ("الساعة 6:00", ["الساعه", "6:00"]),
        ("بـ11غارة", ["ب", "11", "غاره"]),
        ("#جبل_الزاوية", ["#", "جبل", "الزاويه"]),
        ("(2,147) عائلة", ["2147", "عايله"]),
        ("مقتل /12/ مدنيا", ["مقتل", "12", "مدنيا"]),
        ("1/2/2020", ["1", "/", "2", "/", "2020"]),
        ("(31 عاماً)", ["(", "31", "عاما", ")"]),
        ("نيسان/أبريل", ["نيسان", "/", "ابريل"]),
        ("إدلب\u00a0اليوم", ["ادلب", "اليوم"]),
        ("\u200f\u200b ", []),
        ("\u200fقصفت\u200f", ["قصفت"]),
        ("ـقصف", ["قصف"]),
        ("شنّ", ["شن"]),
        # A letter that only ends words, inside one: the space was lost.
        ("غارة عنيفةعلى البلدة", ["غاره", "عنيفه", "علي", "البلده"]),
        ("إلىهدنة من جرّاءاعتداء هجوماًعنيفاً", ["الي", "هدنه", "من", "جراء", "اعتداء", "هجوما", "عنيفا"]),
        ("اعتداءاته لاجىء مستشفى بناءً", ["اعتداءاته", "لاجيء", "مستشفي", "بناء"]),
        ("\uff11\uff12 غارة", ["12", "غاره"]),
        ("१२", ["१", "२"]),
        ("ريف _ إدلب", ["ريف", "_", "ادلب"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.norm for token in tokenise(text)] == tokens


@pytest.mark.parametrize(
    "marked",
    [
        "قصفت الطائرات القرية.| وانسحبت القوات.",
        "قال لـ السورية.نت إن القصف توقف.| ثم أضاف.",
        "تقدمت القوات 3.5 كيلومترات.| انتهى.",
        "هل توقف القصف؟| لا.",
        "عنوان الخبر\n|نص الخبر",
        "مجزرة جديدة.. والعالم صامت.| انتهى.",
        "قال د. محمد إن الوضع صعب.| وأضاف.",
        "قال: «سنعود غداً.»| ثم غادر.",
        "بلغ العدد 1.200 عائلة.| ثم ارتفع.",
        "أطلقت رشقة صواريخ (…) باتجاه المطار.| انتهى.",
        "قال إن «الخسائر مادية».|بدوره أكد المرصد.",
    ],
)
def test_sentences(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[s.start : s.end].strip() for s in sentences(text)] == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize("mark", ["\u200f", "\u202c", "\u200b", "\ufeff"])
def test_invisible_marks_do_not_hide_an_end(mark: str) -> None:
    text = f"{mark}قصفت الطائرات القرية.{mark} {mark}وانسحبت القوات.{mark}\nانتهى"
    assert [text[s.start : s.end] for s in sentences(text)] == ["قصفت الطائرات القرية.", "وانسحبت القوات.", "انتهى"]


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("وبالمدينة", Analysis("وب", True, "مدينه", "")),
        ("للقوات", Analysis("ل", True, "قوات", "")),
        ("للجنة", Analysis("ل", True, "لجنه", "")),
        ("سيقصفون", Analysis("س", False, "يقصفون", "")),
        ("غاراتها", Analysis("", False, "غارات", "ها")),
        ("مدرستهم", Analysis("", False, "مدرسه", "هم")),
        ("قصفوها", Analysis("", False, "قصفوا", "ها")),
        ("نفاها", Analysis("", False, "نفي", "ها")),
        ("لقائه", Analysis("", False, "لقاء", "ه")),
        ("إجلاؤهم", Analysis("", False, "اجلاء", "هم")),
    ],
)
def test_clitics(word: str, reading: Analysis) -> None:
    found = analyses(fold(word))
    assert reading in found
    assert found[0] == Analysis("", False, fold(word), "")


def test_a_run_on_is_cut() -> None:
    text = "قصفت القوات القرية، " * 400
    found = sentences(text)
    assert max(len(sentence.tokens) for sentence in found) <= LONGEST
    assert sum(len(sentence.tokens) for sentence in found) == len(tokenise(text))


MARKS = "وفبلكسالقصغارةىهنمت.،؟!…«»\"'() \n\u200f\u202b\u0651\u0640٣5-_#"
ANY = st.text(alphabet=st.one_of(st.characters(), st.sampled_from(MARKS)), max_size=60)


@settings(max_examples=500, deadline=None)
@given(ANY)
def test_offsets_on_any_text(text: str) -> None:
    tokens = tokenise(text)
    assert all(text[token.start : token.end] == token.text and token.norm for token in tokens)
    covered = {index for token in tokens for index in range(token.start, token.end)}
    seen = {i for i, c in enumerate(text) if unicodedata.category(c)[0] in "LNPS" and c not in "\u0640_"}
    assert seen <= covered, "a visible character is in no token"
    found = sentences(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    for sentence in found:
        assert all(sentence.start <= token.start and token.end <= sentence.end for token in sentence.tokens)
    inside = {token.start for sentence in found for token in sentence.tokens}
    assert all(token.start in inside for token in tokens if token.kind != "punct")


@settings(max_examples=500, deadline=None)
@given(ANY)
def test_folding_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet="وفبلكسالقصغارهنمتي", min_size=1, max_size=9))
def test_readings_of_any_word(word: str) -> None:
    found = analyses(word)
    assert found[0] == Analysis("", False, word, "")
    assert len(set(found)) == len(found)
    assert all(reading.stem for reading in found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("أفاد مراسلالميادينبأن الجيش", ["أفاد", "مراسل", "الميادين", "بأن", "الجيش"]),
        ("مصادر محليةللميادينفي إدلب", ["مصادر", "محلية", "للميادين", "في", "إدلب"]),
        ("وبالميادين وللميادين", ["وبالميادين", "وللميادين"]),
        ("في ميادينها والميادين", ["في", "ميادينها", "والميادين"]),
    ],
)
def test_the_linked_name_of_an_outlet_stands_alone(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenise(text)] == words
