"""Lengths with a half, parts of this year, numbers in names of arms, and which act a number of missiles counts (sections 5 and 6)."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode import Coder

DAY = dt.date(2018, 9, 10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ستغادر القوات سراقب بحلول نهاية العام", ("2018-09-01", "2018-12-31")),
        ("ستغادر القوات سراقب نهاية الشهر", ("2018-09-21", "2018-09-30")),
        ("قصفت الطائرات سراقب مطلع العام", ("2018-01-01", "2018-04-30")),
        ("استعادت القوات سراقب خلال عام ونصف العام", ("2017-03-10", "2018-09-10")),
        ("انسحبت القوات قبل عامين ونصف", ("2016-03-01", "2016-03-31")),
        ("استعادت القوات سراقب خلال شهر ونصف", ("2018-07-27", "2018-09-10")),
        # What has passed by then dates nothing that was done, and other years are none of the calendar's.
        ("غادرت القوات سراقب نهاية الشهر", None),
        ("غادرت القوات سراقب بعد نهاية العام الدراسي", None),
        ("قصفت الطائرات سراقب في نهاية الأسبوع", None),
        ("قصفت الطائرات سراقب مطلع العام الماضي", ("2017-01-01", "2017-04-30")),
        ("استعادت القوات نصف سراقب خلال عام", ("2017-09-10", "2018-09-10")),
        ("قصفت الطائرات سراقب نهاية العام 2016", ("2016-09-01", "2016-12-31")),
    ],
)
def test_dates(coder: Coder, text: str, expected: tuple[str, str] | None) -> None:
    span = coder.code(text, published=DAY)[0].date
    assert (
        (span.start and span.start.isoformat(), span.end and span.end.isoformat()) == expected if expected else span.basis != "text"
    )


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("شنت مقاتلات من طراز F-15 غارات على سراقب", "غارات", {}),
        ("قصفت طائرات سو-24 بلدة سراقب", "قصفت", {}),
        ("شنت واشنطن ضربة على الشعيرات باستخدام 59 صاروخاً، رداً على هجوم كيميائي", "ضربة", {"strikes": 59}),
        ("شنت واشنطن ضربة على الشعيرات باستخدام 59 صاروخاً، رداً على هجوم كيميائي", "هجوم", {}),
        ("قُتل مراهقان في قصف على سراقب", "قصف", {"killed": 2}),
        ("قُتلت مراهقات في قصف على سراقب", "قصف", {}),
        ("شنت الطائرات 15 غارة على سراقب", "غارة", {"strikes": 15}),
        ("أطلقت القوات 20 صاروخاً على سراقب", "أطلقت", {"strikes": 20}),
        ("قصفت الطائرات 24 بلدة في ريف إدلب", "قصفت", {"places": 24}),
        ("أكثر من 50 صاروخاً سقطت على البلدة", "سقطت", {"strikes": 51}),
        ("قُتل ما بين 10 - 15 مدنياً في سراقب", "قُتل", {"killed": 10}),
        ("قُتل مراهق في سراقب", "قُتل", {"killed": 1}),
    ],
)
def test_counts(coder: Coder, text: str, trigger: str, expected: dict[str, int]) -> None:
    event = next(event for event in coder.code(text, published=DAY) if event.trigger.text.startswith(trigger))
    assert {kind: count.low for kind, count in event.counts.items()} == expected


@pytest.mark.parametrize(
    ("text", "trigger", "dated"),
    [
        # The time of a relative clause is that of the deed which it describes, rather than of the verb whose subject that is.
        ("يدعو الاتفاق الذي جرى إبرامه العام الماضي إلى رحيل الفصائل", "الاتفاق", True),
        ("يدعو الاتفاق الذي جرى إبرامه العام الماضي إلى رحيل الفصائل", "يدعو", False),
        ("شردت المعارك آلاف المدنيين منذ الأحد", "شردت", True),
        ("شردت المعارك آلاف المدنيين منذ الأحد", "المعارك", False),
    ],
)
def test_time_of_relative_clause(coder: Coder, text: str, trigger: str, dated: bool) -> None:
    event = next(event for event in coder.code(text, published=DAY) if event.trigger.text.startswith(trigger))
    assert (event.date.basis == "text") is dated
