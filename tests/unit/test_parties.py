"""Parties of acts of two, and who speaks of whom: one sentence of our own for each construction that the rules know."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode import Coder

CASES = [
    # Coordination across insertions, and through other words than waw.
    ("جرت مفاوضات بين جيش الإسلام (أكبر فصائل الغوطة) والجانب الروسي.", "مفاوضات", {"SYRREB", "RUS"}, set()),
    ("توصلت حركة أحرار الشام، أحد فصائل المعارضة، وروسيا إلى اتفاق.", "اتفاق", {"SYRREBAHR", "RUS"}, set()),
    (
        "أبرمت الحكومة السورية مع أحرار الشام في مدينة حرستا ثم جيش الإسلام في دوما اتفاقين.",
        "اتفاقين",
        {"SYRGOV", "SYRREBAHR", "SYRREB"},
        set(),
    ),
    ("وقعت إيران اتفاقاً مع خمس دول بينها فرنسا وألمانيا.", "اتفاقاً", {"IRN", "FRA", "DEU", "UNK"}, set()),
    ("انتهت مباحثات بين أنقرة وموسكو، فضلاً عن طهران.", "مباحثات", {"TURGOV", "RUSGOV", "IRNGOV"}, set()),
    ("اجتمع رؤساء كل من روسيا وإيران وتركيا في سوتشي.", "اجتمع", {"RUSGOV", "IRNGOV", "TURGOV"}, set()),
    ("توصل مفاوضون عن الفصائل والقوات الروسية إلى اتفاق.", "اتفاق", {"SYRREB", "RUSMIL"}, set()),
    ("اقتحمت القوات الروسية إلى جانب الجيش السوري بلدة كنصفرة.", "اقتحمت", {"RUSMIL", "SYRMIL"}, set()),
    # Parties told before.
    ("قصفت طائرات روسية بلدة حاس. وأدى الهجوم إلى مقتل تسعة مدنيين.", "الهجوم", {"RUSMIL"}, {"SYRCVL"}),
    ("استهدفت مسيّرة تركية نقطة لقسد في عين عيسى، ما أدى إلى مقتل عنصرين.", "استهدفت", {"TURMIL"}, {"SYRKUR"}),
    (
        "عقد رؤساء روسيا وتركيا وإيران قمة في طهران. ودعا أردوغان خلال قمة طهران إلى هدنة.",
        "قمة",
        {"RUSGOV", "TURGOV", "IRNGOV"},
        set(),
    ),
    ("بدأت مفاوضات بين جيش الإسلام وروسيا. وقد تفضي المفاوضات إلى اتفاق نهائي.", "اتفاق", {"SYRREB", "RUS"}, set()),
    ("اجتمع قادة روسيا وتركيا وإيران. واتفقت الدول الثلاث على خفض التصعيد.", "اتفقت", {"RUSGOV", "TURGOV", "IRNGOV"}, set()),
    (
        "التقى الرئيس التركي نظيره الروسي. وقصف الجيش السوري كنصفرة. واتفق الجانبان على لقاء آخر.",
        "اتفق",
        {"TURGOV", "RUSGOV"},
        set(),
    ),
    ("وقع وزير الدفاع الإيراني مع نظيره السوري اتفاقاً للتعاون بين البلدين.", "اتفاقاً", {"IRNGOV", "SYRGOV"}, set()),
    ("فشلت مفاوضات جنيف بين الحكومة والمعارضة.", "مفاوضات", {"SYRGOV", "SYROPP"}, set()),
    # The party that no word beside the noun names.
    ("أجرى الرئيس التركي اتصالاً هاتفياً بنظيره الروسي.", "اتصالاً هاتفياً", {"TURGOV", "RUSGOV"}, set()),
    ("أعلنت تركيا التوصل إلى اتفاق مع روسيا.", "اتفاق", {"TUR", "RUS"}, set()),
    ("رفضت تركيا المقترح. وأجرت مفاوضات مع روسيا.", "مفاوضات", {"TUR", "RUS"}, set()),
    ("طلب الوزير السوري من لافروف الدعم خلال اجتماعه معه في دمشق.", "اجتماعه", {"SYRGOV", "RUSGOV"}, set()),
    ("حضر الاجتماع وفد من هيئة تحرير الشام.", "الاجتماع", {"SYRREBHTS"}, set()),
    # Who speaks.
    ("أعلنت فصائل المعارضة رفض الاتفاق.", "رفض", {"SYRREB"}, set()),
    ("لقي القصف استنكاراً من الأمم المتحدة.", "استنكاراً", {"IGOUNO"}, set()),
    ("هذا الطلب رفضته روسيا وإيران.", "رفضته", {"RUS", "IRN"}, set()),
    ("خرجت مسيرات رافضة للتدخل التركي.", "رافضة", {"SYRCVL"}, set()),
    ("استعادت القوات بلدة كنصفرة التي تهدد أنقرة بمهاجمتها.", "تهدد", {"TURGOV"}, set()),
    ("جددت موسكو رفضها وجود القوات الأميركية.", "رفضها", {"RUSGOV"}, set()),
    # Of whom, and to whom.
    ("دعا الأمين العام للأمم المتحدة روسيا وتركيا إلى التهدئة.", "دعا", {"IGOUNO"}, {"RUS", "TUR"}),
    ('طلبت تركيا "تعاوناً كاملاً" من السعودية.', "طلبت", {"TUR"}, {"SAU"}),
    ("وجهت باريس نداء إلى موسكو.", "نداء", {"FRAGOV"}, {"RUSGOV"}),
    ("رفض النظام السوري طلب الأمم المتحدة إدخال المساعدات.", "رفض", {"SYRGOV"}, {"IGOUNO"}),
    ("كذبت دمشق ادعاءات أنقرة.", "كذبت", {"SYRGOV"}, {"TURGOV"}),
    ('نددت دمشق بـ"الاعتداء" التركي على عفرين.', "نددت", {"SYRGOV"}, {"TUR"}),
    ("هدد ترامب بالرد إذا استخدم الجيش السوري السلاح الكيماوي.", "هدد", {"USAGOV"}, {"SYRMIL"}),
    ("أدان الوزير الروسي إعلاناً صدر أمس، واتهمت موسكو الفصائل بخرق الهدنة.", "اتهمت", {"RUSGOV"}, {"SYRREB"}),
    ("ينتشر الجيش السوري قرب جماعات محلية تتهمها أنقرة بالإرهاب.", "تتهمها", {"TURGOV"}, {"UNK"}),
    ("رفض الأسد دعوات أنقرة إلى هدنة.", "دعوات", {"TURGOV"}, {"SYRGOV"}),
    ("قال ترامب إن عدم توصل الروس والأتراك إلى حل أمر مخيب للآمال.", "مخيب للآمال", {"USAGOV"}, {"RUS", "TUR"}),
    ("حذرت الخارجية الأميركية من أن واشنطن سترد على كل هجوم كيماوي تشنه دمشق.", "حذرت", {"USAGOV"}, {"SYRGOV"}),
    ("وقعت كل من تركيا، قطر وإيران اتفاقية.", "اتفاقية", {"TUR", "QAT", "IRN"}, set()),
    ("أدان الهجوم على البلدة عدد من الفصائل.", "الهجوم", set(), set()),
    ("أنهى الوزير الروسي زيارته. ووصل ظريف إلى دمشق لإجراء محادثات.", "محادثات", {"IRNGOV"}, set()),
    ("في حال موافقة الفصائل على الهدنة ينسحب الجيش.", "موافقة", {"SYRREB"}, set()),
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    """One coder for all sentences."""
    return Coder()


@pytest.mark.parametrize(("text", "trigger", "actors", "targets"), CASES, ids=[case[1] + " " + case[0][:30] for case in CASES])
def test_parties(coder: Coder, text: str, trigger: str, actors: set[str], targets: set[str]) -> None:
    """The last event with this trigger has exactly these actors, and these targets where any are given."""
    found = [event for event in coder.code(text, published=dt.date(2019, 9, 1)) if event.trigger.text == trigger]
    assert found, "no such event"
    assert {actor.code for actor in found[-1].actors} == actors
    if targets:
        assert {target.code for target in found[-1].targets} == targets
