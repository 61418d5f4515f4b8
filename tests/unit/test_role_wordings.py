"""Who does and who suffers in usual wordings: objects with a preposition, set phrases, blasts by their place, the other party."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode.coder import Coder

CASES = [
    ("قبض جنود أتراك على شاب قرب الجدار.", "قبض", {"TURMIL"}, {"SYRCVL"}),
    ("اعتدى شبان على طبيب في المشفى.", "اعتدى", {"SYRCVL"}, {"SYRHLH"}),
    ("أُطلق سراح صحفي في مدينة إدلب.", "أُطلق سراح", set(), {"SYRMED"}),
    ("القوات الروسية تسقط طائرة تركية قرب سراقب.", "تسقط", {"RUSMIL"}, {"TURMIL"}),
    ("انسحب رتل عسكري روسي من القاعدة.", "انسحب", {"RUSMIL"}, set()),
    ("أنقرة لا تمانع نشر قوات جديدة.", "لا تمانع", {"TURGOV"}, None),
    ("المعارضة المسلحة ستقبل بهدنة.", "ستقبل", {"SYRREB"}, None),
    ("مقتل قيادي تونسي في هيئة تحرير الشام.", "مقتل", set(), {"SYRREBHTS"}),
    ("استعادت الفصائل من النظام بلدة كفرنبل.", "استعادت", {"SYRREB"}, None),
    ("انفجرت دراجة مفخخة أمام مقر للجيش الوطني في عفرين.", "انفجرت", set(), {"SYRREBSNA"}),
    ("انتحاري يفجر نفسه وسط دورية لقسد.", "يفجر", {"UAF"}, {"SYRKUR"}),
    ("ألغت تركيا المباحثات مع روسيا.", "المباحثات", {"TUR", "RUS"}, set()),
    ("أعلنت روسيا وتركيا هدنة في إدلب.", "هدنة", {"RUS", "TUR"}, set()),
    ("اشتبكت الفصائل مع إيران في حلب.", "اشتبكت", {"SYRREB"}, {"IRNMIL"}),
    ("تسلمت الفصائل صواريخ من واشنطن.", "تسلمت", {"USAGOV"}, {"SYRREB"}),
    ("فرقت قوات النظام مظاهرة في حلب.", "فرقت", {"SYRMIL"}, {"SYRCVL"}),
    ("قُصفت البلدة بطائرات روسية.", "قُصفت", {"RUSMIL"}, set()),
    ("نجا وزير في حكومة الإنقاذ من محاولة اغتيال.", "اغتيال", set(), {"SYRGOVSSG"}),
    ("خلت مدينة خان شيخون من سكانها.", "خلت", set(), {"SYRCVL"}),
    ("انتقادات شعبية لحكومة الإنقاذ.", "انتقادات", {"SYRCVL"}, {"SYRGOVSSG"}),
    ("وجهت واشنطن إلى طهران تحذيراً.", "تحذيراً", {"USAGOV"}, {"IRNGOV"}),
    ("وعدت تركيا الفصائل بتزويدها بصواريخ.", "تزويدها", {"TUR"}, {"SYRREB"}),
    ("أنقرة: سنواصل قصف قسد.", "قصف", set(), {"SYRKUR"}),
    ("قوات سوريا الديمقراطية (قسد) تخطف عشرة شبان في منبج.", "تخطف", {"SYRKUR"}, {"SYRCVL"}),
    ("خطف تنظيم الدولة (داعش) ما لا يقل عن ستة رعاة.", "خطف", {"IMGISI"}, {"SYRCVL"}),
    ("أفرج النظام عما لا يقل عن عشرين شاباً.", "أفرج", {"SYRGOV"}, {"SYRCVL"}),
    ("أكدت اللجنة إفراج السلطات التركية عن ثلاثة شبان.", "إفراج", {"TURGOV"}, {"SYRCVL"}),
    ("إن مدنيين اثنين قتلا في بلدة حاس.", "قتلا", set(), {"SYRCVL"}),
    ("قتل طفل في حاس، وفقاً لوكالة الأناضول.", "قتل", set(), {"SYRCVL"}),
    ("خطفت الهيئة ناشطة إعلامية في بنش.", "خطفت", {"SYRREBHTS"}, {"SYRMED"}),
    ("قتل الشاب وليد السالم في حاس.", "قتل", set(), {"SYRCVL"}),
    ("قتل الشاب والده في حاس.", "قتل", {"SYRCVL"}, {"SYRCVL"}),
    ("ألقت هيئة تحرير الشام القبض على شاب في بنش.", "القبض على", {"SYRREBHTS"}, {"SYRCVL"}),
    ("قيل إن مدير المشفى، مروان الأحمد، اختطف، أمس السبت، من قبل مجهولين.", "اختطف", {"UAF"}, {"SYRHLH"}),
    ("فرّق الأمن محتجين في بنش.", "فرّق", {"SYRCOP"}, {"SYRCVL"}),
    ("خطف عناصر يتبعون لقسد شاباً في منبج.", "خطف", {"SYRKUR"}, {"SYRCVL"}),
    ("الفصائل متهمة بارتكاب انتهاكات في عفرين.", "متهمة", set(), {"SYRREB"}),
    ("شهدت مدينة الباب وقفة للمعلمين.", "وقفة", {"SYREDU"}, set()),
    ("مئات العائلات أُجبرت على النزوح من حاس.", "النزوح", set(), {"SYRCVL"}),
    ("القضاء على الإرهاب في إدلب.", "القضاء على", set(), {"SYRREB"}),
]


COUNTED = [
    ("سجل المركز 25 حالة خطف في درعا.", "خطف", {"abducted": 25}),
    ("اعتقلت الشرطة أربعين شاباً، تحول عشرة منهم إلى مختفين قسرياً.", "مختفين", {"abducted": 10}),
    ("استهدف الطيران شارع الثلاثين في إدلب.", "استهدف", {}),
    ("طالت حملة اعتقالات مئات اللاجئين في عرسال.", "حملة اعتقالات", {"detained": 200}),
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    """One coder for all sentences."""
    return Coder()


@pytest.mark.parametrize(("text", "trigger", "actors", "targets"), CASES, ids=[case[1] for case in CASES])
def test_roles(coder: Coder, text: str, trigger: str, actors: set[str], targets: set[str] | None) -> None:
    """The event with this trigger has exactly these actors, and these targets unless they are left open."""
    found = [event for event in coder.code(text, published=dt.date(2019, 9, 1)) if event.trigger.text == trigger]
    assert found, "no such event"
    assert {actor.code for actor in found[0].actors} == actors
    if targets is not None:
        assert {target.code for target in found[0].targets} == targets


@pytest.mark.parametrize(("text", "trigger", "counts"), COUNTED, ids=[case[1] for case in COUNTED])
def test_counts(coder: Coder, text: str, trigger: str, counts: dict[str, int]) -> None:
    """The event with this trigger has exactly these counts, by their lower bounds."""
    found = [event for event in coder.code(text, published=dt.date(2019, 9, 1)) if event.trigger.text == trigger]
    assert found, "no such event"
    assert {kind: count.low for kind, count in found[0].counts.items()} == counts
