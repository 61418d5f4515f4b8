"""Who did an act of arms: one sentence of our own for each way in which Arabic names the agent elsewhere than as the verb's subject."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode import Coder

CASES = [
    # Whoever is let, made or asked to do it.
    ("مكّن الانسحاب الفصائل من شن هجمات في ريف حماة.", "هجمات", {"SYRREB"}),
    ("سمح القرار للجيش التركي بنشر نقاط مراقبة في ريف حماة.", "نشر نقاط", {"TURMIL"}),
    ("أعطى الغطاء الجوي قوات النظام فرصة لاستعادة خان شيخون.", "استعادة", {"SYRMIL"}),
    ("يعطي وجود التنظيم ذريعة لروسيا كي تواصل قصف المنطقة.", "قصف", {"RUSMIL"}),
    ("قال المبعوث إنه لا يمكن للأسد أن يواصل قصف شعبه.", "قصف", {"SYRMIL"}),
    ("تحاول أنقرة إقناع موسكو بالكف عن المشاركة في الهجوم على إدلب.", "الهجوم", {"RUSMIL"}),
    ("نجحت الفصائل في إجبار قوات النظام على الانسحاب من البلدة.", "الانسحاب", {"SYRMIL"}),
    # Whose wish, intention or announcement it is.
    ("رغبة دمشق في استعادة الشمال السوري معروفة للجميع.", "استعادة", {"SYRMIL"}),
    ("أكدت أنقرة نيتها شن عملية عسكرية شرق الفرات.", "عملية عسكرية", {"TURMIL"}),
    ("الجيش التركي - الذي يملك نقاطاً في إدلب - يستعد لشن هجوم على سراقب.", "هجوم", {"TURMIL"}),
    ("أعلنت وزارة الدفاع الروسية تدمير مستودع ذخيرة للمسلحين في إدلب.", "تدمير", {"RUSMIL"}),
    ("أعلن الجيش السوري إحباط هجوم لهيئة تحرير الشام والقضاء على 20 إرهابياً.", "القضاء على", {"SYRMIL"}),
    ("أعلنت تركيا والولايات المتحدة بدء تسيير دوريات مشتركة.", "دوريات مشتركة", {"TURMIL", "USAMIL"}),
    # Clauses of circumstance and relative clauses.
    ("بثت قناة محلية صور مقاتلي الفصائل وهم يدخلون بلدة النيرب.", "يدخلون", {"SYRREB"}),
    ("تحدثت القوات التركية عن العملية التي تنفذها منذ أيام شرق الفرات.", "العملية", {"TURMIL"}),
    ("أعلن الحزب إسقاط مسيرة إسرائيلية اخترقت الأجواء اللبنانية.", "اخترقت", {"ISRMIL"}),
    ("دخلت البلدة قوات تركية تضم دبابات ومدرعات.", "دخلت", {"TURMIL"}),
    # Several agents: backers, alternatives, shared heads, participants.
    ("وبدعم تركي، استعادت الفصائل السيطرة على النيرب.", "استعادت", {"SYRREB", "TURMIL"}),
    ("هاجمت قوات النظام، مسنودة بالطيران الروسي، بلدة الدير الشرقي.", "هاجمت", {"SYRMIL", "RUSMIL"}),
    ("هاجمت قوات النظام المدعومة من روسيا بلدة حاس.", "هاجمت", {"SYRMIL"}),
    ("وأدت عملية برية، مدعومة بغطاء جوي روسي، إلى سيطرة الحكومة السورية على الغوطة.", "سيطرة", {"SYRMIL"}),
    ("قصفت القوات السورية أو الروسية بلدة أريحا.", "قصفت", {"SYRMIL", "RUSMIL"}),
    ("واصل النظام وحليفته روسيا قصف معرة النعمان.", "قصف", {"SYRMIL", "RUSMIL"}),
    ("حشد النظام قواته، وشاركت المروحيات الروسية في هجومه على البلدة.", "هجومه", {"SYRMIL", "RUSMIL"}),
    ("تدور معارك بين قوات النظام، بدعم روسي، وتنظيم الدولة الإسلامية.", "معارك", {"SYRMIL", "IMGISI", "RUSMIL"}),
    ("جرت مواجهات بين الجيش التركي وقوات سوريا الديمقراطية.", "مواجهات بين", {"TURMIL", "SYRKUR"}),
    # Not those who stand beside the target, nor nouns that leave it open where an apposition names them.
    ("طائرات روسية نفذت غارات على مقرات لهيئة تحرير الشام وأخرى لجيش العزة.", "غارات", {"RUSMIL"}),
    ("انتشرت في محيط البلدة قوات عدة أبرزها القوات الأمريكية.", "انتشرت", {"USAMIL"}),
    ("ألقت مروحيات لقوات النظام براميل متفجرة على البلدة.", "ألقت", {"SYRMIL"}),
    ("تتقدم مجموعات من فيلق الشام باتجاه القرية.", "تتقدم", {"SYRREBFSH"}),
    # Captives are let go by whoever held them.
    ("إطلاق سراح ثلاثة جنود كانوا أسرى لدى الفصائل.", "إطلاق سراح", {"SYRREB"}),
    ("الإفراج عن عشرة معتقلين من سجون النظام.", "الإفراج", {"SYRGOV"}),
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    """One coder for all sentences."""
    return Coder()


@pytest.mark.parametrize(("text", "trigger", "actors"), CASES, ids=[case[1] + " " + case[0][:30] for case in CASES])
def test_agents(coder: Coder, text: str, trigger: str, actors: set[str]) -> None:
    """The last event with this trigger has exactly these actors."""
    found = [event for event in coder.code(text, published=dt.date(2019, 9, 1)) if event.trigger.text == trigger]
    assert found, "no such event"
    assert {actor.code for actor in found[-1].actors} == actors
