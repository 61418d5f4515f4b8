"""Sources that only take up the source before: the same one, and whoever speaks in its name."""

from __future__ import annotations

import pytest

from eventcode import Coder

CASES = [
    ("أصيب رجلان بغارات على سرمين، بحسب وكالة سانا. وقتل طفل في الغارات، وفق المصدر ذاته.", "SYRMED"),
    ("قال المرصد إن غارات استهدفت سرمين. وأضاف المصدر نفسه أن طفلاً قتل في الغارات.", "NGOSOH"),
    ("قال الجيش الإسرائيلي إنه قصف مطار المزة. وذكر متحدث باسمه أن الغارات دمرت مخازن.", "ISRMIL"),
    ("نفت وزارة الدفاع التركية القصف. وقال ناطق باسمها إن الغارات روسية.", "TURGOV"),
    # Another source, a name that does not agree with the suffix, and nothing said before.
    ("قال المرصد إن غارات استهدفت سرمين. وقال مصدر عسكري إن الغارات روسية.", "UNK"),
    ("قال المرصد إن غارات استهدفت سرمين. وقال متحدث باسم الجيش السوري إن الغارات روسية.", "SYRMIL"),
    ("قالت تركيا إن غارات استهدفت سرمين. وذكر متحدث باسمه أن الغارات قتلت طفلاً.", "UNK"),
    ("قتل طفل في الغارات على سرمين، وفق المصدر ذاته.", "UNK"),
]


@pytest.mark.parametrize(("text", "code"), CASES, ids=[case[0][-30:] for case in CASES])
def test_source_before(text: str, code: str) -> None:
    event = next(event for event in Coder.cached().code(text) if event.trigger.text == "الغارات")
    assert [source.code for source in event.attribution] == [code]
