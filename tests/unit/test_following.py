"""Patterns whose needed word must follow: within the clause, in reach of a gap, and past a source between commas."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode import Coder

DAY = dt.date(2020, 1, 23)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("نصبت القوات الروسية منظومة دفاع جوي قرب جبلة", "نصبت"),
        ("نصبت، بحسب سكان في المنطقة، راجمات صواريخ قرب جبلة", "نصبت"),
        ("راجمات الصواريخ بعيدة عن القرية التي نصبت فيها العائلات خيامها", None),
        ("نصبت العائلات خيامها، وكانت راجمات الصواريخ على التلة", None),
        ("نصبت العائلات خيامها تحت أشجار الزيتون في أرض لأحد الأهالي قرب راجمات", None),
    ],
)
def test_the_needed_word_follows(text: str, trigger: str | None) -> None:
    found = [event.trigger.text for event in Coder.cached().code(text, published=DAY) if event.type == "mobilization"]
    assert found == ([trigger] if trigger else [])
