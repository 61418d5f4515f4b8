"""Where background is placed: what is told of the whole war or of other years than the place told of last (coding rules, section 4)."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode import Coder

DAY = dt.date(2018, 9, 10)
LEAD = "قصفت قوات النظام بلدة كنصفرة في ريف إدلب في سوريا أمس.\n"


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("وقتل أكثر من 350 ألف شخص خلال سنوات النزاع.", "قتل", ["سوريا"]),
        ("وشنت إسرائيل ضربات كثيرة على أهداف إيرانية في الحرب السورية.", "ضربات", ["سوريا"]),
        ("وقُصفت مستشفيات عدة طيلة سنوات من الحرب.", "قُصفت", ["سوريا"]),
        ("وفي عام 2013 قتل مئات المدنيين بغاز السارين.", "قتل", ["سوريا"]),
        ("وكانت القوات قمعت احتجاجات سلمية عام 2011.", "احتجاجات", ["سوريا"]),
        ("ونزح الملايين منذ اندلاع الصراع.", "نزح", ["سوريا"]),
        # What has a late time of its own, what is measured by the war, who is described by it, and what was told of the same years.
        ("وقتل خمسة مدنيين أمس، بعد سبع سنوات من الحرب السورية.", "قتل", ["كنصفرة"]),
        ("وقتل خمسة مدنيين في أعنف غارة منذ بدء الحرب.", "غارة", ["كنصفرة"]),
        ("وقال باحث في شؤون الصراع السوري إن ثلاثة مدنيين قتلوا.", "قتلوا", ["كنصفرة"]),
        ("ونزح آلاف المدنيين الشهر الماضي.", "نزح", ["كنصفرة"]),
        ("وأوقع القصف قتلى، في إطار الصراع السوري.", "القصف", ["كنصفرة"]),
        ("وكانت الفصائل دخلت بلدة حاس عام 2012. واعتقلت عام 2013 عشرة أشخاص وقتلتهم.", "قتلتهم", ["حاس"]),
    ],
)
def test_background(coder: Coder, text: str, trigger: str, expected: list[str]) -> None:
    event = [event for event in coder.code(LEAD + text, published=DAY) if event.trigger.text.startswith(trigger)][-1]
    assert [place.name for place in event.locations] == expected
