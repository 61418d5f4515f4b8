"""Folding, tokens, sentences and clitics."""

from __future__ import annotations

import pytest

from eventcode.text import Analysis, analyses, fold, sentences, tokenise
from eventcode.text.tokens import LONGEST


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("إدلب", "ادلب"), ("أَدْلِبُ", "ادلب"), ("مدينة", "مدينه"), ("على", "علي"), ("مســؤول", "مسوول"), ("٤٠", "40"), ("۲۰", "20"),
        ("ﻻ", "لا"), ("قـــصف", "قصف"), ("M4", "m4"), ("شنّ", "شن"), ("\u202bإدلب\u202c", "ادلب"), ("آب", "اب"), ("ئ", "ي"),
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
        ("#جبل_الزاوية", ["#", "جبل", "_", "الزاويه"]),
        ("نيسان/أبريل", ["نيسان", "/", "ابريل"]),
        ("إدلب\u00a0اليوم", ["ادلب", "اليوم"]),
        ("\u200f\u200b ", []),
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
    ],
)
def test_sentences(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[s.start : s.end].strip() for s in sentences(text)] == [part.strip() for part in marked.split("|")]


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
