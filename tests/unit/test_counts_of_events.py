"""How many an event befell: single people, numbers without a noun, and what a number does not count."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode.coder import Coder

DAY = dt.date(2020, 1, 23)  # a Thursday


def _counts(coder: Coder, text: str, trigger: str) -> dict[str, tuple[int, int | None]]:
    event = next(event for event in coder.code(text, published=DAY) if event.trigger.text == trigger)
    return {kind: (count.low, count.high) for kind, count in event.counts.items()}


@pytest.mark.parametrize(
    ("text", "trigger", "counts"),
    [
        ("قُتل شاب بقصف مدفعي على بلدة سرمين", "قصف مدفعي", {"killed": (1, 1)}),
        ("استشهاد طفلة وإصابة رجل وامرأة جراء غارة روسية على كنصفرة", "غارة", {"killed": (1, 1), "injured": (2, 2)}),
        ("قصفت قوات النظام بلدة سرمين فقتلت طفلة", "قصفت", {"killed": (1, 1)}),
        ("اعتقلت هيئة تحرير الشام ناشطاً في إدلب", "اعتقلت", {"detained": (1, 1)}),
        ("اختطف مجهولون طبيباً في مدينة إدلب", "اختطف", {"abducted": (1, 1)}),
        ("قُتل طفل وثلاث نساء بقصف على بنش", "قصف", {"killed": (4, 4)}),
        ("قُتل خمسة مدنيين بينهم طفل بقصف على بنش", "قصف", {"killed": (5, 5)}),
        ("لم يُقتل أي مدني في القصف على بنش", "القصف", {}),
        ("قُتل القيادي أبو محمد بغارة", "غارة", {}),
        ("قُتلت امرأة وأطفالها بقصف على بنش", "قصف", {}),
        ("أصيب عدد من المدنيين بينهم طفلة بقصف على أريحا", "قصف", {}),
        ("خطف التنظيم 36 سيدة وطفلاً في هجوم على القرية", "خطف", {"abducted": (36, 36)}),
        ("توفي ناشط كان جهاز الأمن العام قد اعتقله", "اعتقله", {}),
        ("هدد التنظيم بقتل صحفي", "قتل", {}),
    ],
)
def test_single_people(coder: Coder, text: str, trigger: str, counts: dict[str, tuple[int, int | None]]) -> None:
    assert _counts(coder, text, trigger) == counts
