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


@pytest.mark.parametrize(
    ("text", "trigger", "counts"),
    [
        # A number alone behind a word of hurting.
        ("استشهد أربعة مدنيين وجُرح سبعة إثر قصف روسي على سراقب", "قصف", {"killed": (4, 4), "injured": (7, 7)}),
        ("قُتل 40 شخصاً ونزح 90 ألفاً معظمهم من حماة", "نزح", {"displaced": (90000, 90000)}),
        ("قُتل خمسة وأصيب عشرة بقصف على بنش", "قصف", {"killed": (5, 5)}),
        ("مقتل شخص واحد على الأقل بغارة على سراقب", "غارة", {"killed": (1, None)}),
        ("قُتل خمسة مدنيين في قصف على سراقب وأصيب اثنان آخران", "قصف", {"killed": (5, 5), "injured": (2, 2)}),
        ("قتل 20 شخصا وأصيب أكثر من 50 بجروح في انفجار وسط إدلب", "انفجار", {"killed": (20, 20), "injured": (51, None)}),
        # Whom it befell, behind where and by what.
        ("قتل في قصف على بلدة سرمين خمسة مدنيين وأصيب ثلاثة آخرون", "قصف", {"killed": (5, 5), "injured": (3, 3)}),
        ("قُتل جراء القصف 12 مدنيا وجرح العشرات", "القصف", {"killed": (12, 12), "injured": (20, 99)}),
        ("وقتل في الغارات خمسة أشخاص، بينهم طفلان، فيما أصيب 12 آخرون", "الغارات", {"killed": (5, 5), "injured": (12, 12)}),
        # A breakdown is no object, and adds nothing.
        ("قتل 7 مدنيين، ثلاثة منهم أطفال، بقصف على بنش", "قصف", {"killed": (7, 7)}),
        ("قتل تسعة مدنيين هم أربعة أطفال وخمسة رجال بقصف على بنش", "قصف", {"killed": (9, 9)}),
        # Shares of people named before.
        ("يعيش في إدلب نحو ثلاثة ملايين شخص نصفهم نازحون", "نازحون", {"displaced": (1500000, 1500000)}),
        ("تضم إدلب ثلاثة ملايين نسمة، أكثر من نصفهم من النازحين", "النازحين", {"displaced": (1500001, None)}),
        # Several places at once.
        ("نشر الجيش التركي مزيدا من القوات في 12 موقعا في إدلب", "نشر", {"places": (12, 12)}),
        ("دخل رتل تركي مؤلف من 50 آلية من معبر كفر لوسين", "دخل", {"vehicles": (50, 50)}),
        # The dead and the wounded together.
        ("أوقع القصف مئات القتلى والجرحى من المدنيين", "القصف", {"killed": (200, 999), "injured": (200, 999)}),
        ("عشرات القتلى والجرحى بتفجير في عفرين", "تفجير", {"killed": (20, 99), "injured": (20, 99)}),
        ("أوقعت غارات على بنش 30 قتيلاً وجريحاً", "غارات", {}),
        # Strikes: how often, with what, and what is no strike.
        ("أغارت الطائرات عشر مرات على البلدة", "أغارت", {"strikes": (10, 10)}),
        ("قصفت طائرات النظام المشفى مرتين", "قصفت", {"strikes": (2, 2)}),
        ("قصفت القوات للمرة الثالثة بلدة حاس", "قصفت", {}),
        ("رمى الطيران المروحي ستة براميل، وأطلقت طائرة حربية صاروخين", "رمى", {"strikes": (6, 6)}),
        ("رمى الطيران المروحي ستة براميل، وأطلقت طائرة حربية صاروخين", "أطلقت", {"strikes": (2, 2)}),
        ("أحصى الدفاع المدني 50 صاروخاً سقطت على بلدة حاس", "سقطت على", {"strikes": (50, 50)}),
        ("شنت الفصائل ثلاث هجمات على مواقع النظام", "هجمات", {}),
        ("سجل المركز 13 خرقاً للهدنة", "خرقاً", {}),
        ("سجل المرصد 30 غارة على حاس", "غارة", {"strikes": (30, 30)}),
        # Vehicles are no troops.
        ("دفعت أنقرة بنحو مئة آلية وقرابة ألف جندي إلى الشمال", "دفعت", {"vehicles": (100, 100), "troops": (1000, 1000)}),
        ("دخل رتل للجيش التركي قوامه 35 آلية من معبر كفرلوسين", "دخل", {"vehicles": (35, 35)}),
        # A year is no number of people.
        ("تم إجلاء المدنيين قبل 2011", "إجلاء", {}),
    ],
)
def test_what_a_number_counts(coder: Coder, text: str, trigger: str, counts: dict[str, tuple[int, int | None]]) -> None:
    assert _counts(coder, text, trigger) == counts
