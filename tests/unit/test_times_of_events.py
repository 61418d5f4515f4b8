"""When events took place: times before a colon, lengths counted from another time, and what was due."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode.coder import Coder

DAY = dt.date(2020, 1, 23)  # a Thursday


@pytest.mark.parametrize(
    ("text", "trigger", "start", "end"),
    [
        ("3 كانون الثاني 2020: قصفت الطائرات بلدة حاس", "قصفت", "2020-01-03", "2020-01-03"),
        ("قُصفت بلدة حاس الأحد، بعد يوم من هجوم على سراقب", "هجوم", "2020-01-18", "2020-01-18"),
        ("كان من المقرر أن تغادر الحافلات البلدة صباح السبت", "تغادر", "2020-01-18", "2020-01-18"),
        ("سيعقد اجتماع بعد يومين بين الجانبين", "اجتماع", "2020-01-25", "2020-01-25"),
    ],
)
def test_when(coder: Coder, text: str, trigger: str, start: str, end: str) -> None:
    event = next(event for event in coder.code(text, published=DAY) if event.trigger.text == trigger)
    assert (str(event.date.start), str(event.date.end), event.date.basis) == (start, end, "text")
