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
    ("القضاء على الإرهاب في إدلب.", "القضاء على", set(), {"SYRREB"}),
    ("أصابت قذيفة هاون أربعة أطفال في حي السكري.", "أصابت قذيفة", set(), {"SYRCVL"}),
    ("استهدفت قذيفة سيارة إسعاف في سرمين.", "استهدفت", set(), {"SYRHLH"}),
    ("أصابت صواريخ النظام مدرسة في سرمين.", "أصابت صواريخ", {"SYRMIL"}, {"SYREDU"}),
    ("استهدفت صواريخ روسية مشفى في كفرنبل.", "استهدفت", {"RUSMIL"}, {"SYRHLH"}),
    ("إلقاء مروحيات النظام براميل متفجرة على مورك.", "إلقاء", {"SYRMIL"}, set()),
    ("إسقاط مروحيات النظام براميل متفجرة على مورك.", "إسقاط", {"SYRMIL"}, set()),
    ("سقط ثمانية مدنيين في قصف بالبراميل على اللطامنة.", "قصف", set(), {"SYRCVL"}),
    ("قتلت غارة طفلاً في أريحا وأصابت آخرين بجراح.", "غارة", set(), {"SYRCVL"}),
    ("قامت فرق الدفاع المدني بانتشال عالقين من تحت الأنقاض.", "انتشال", {"NGOWHM"}, {"SYRCVL"}),
    ("انفجرت سيارة مفخخة في الباب وقتلت ثلاثة مدنيين، إضافة إلى إصابة عنصرين من قسد نتيجة انفجار لغم في منبج.", "انفجار",
     set(), {"SYRKUR"}),
    ("سقط ثمانية جرحى في قصف للنظام على حلب.", "قصف", {"SYRMIL"}, {"SYRCVL"}),
    ("قضى ستة مدنيين وجرح العشرات، معظمهم نساء، في قصف صاروخي على سوق شعبي.", "قصف صاروخي", set(), {"SYRCVL"}),
    ("استهدفت طائرة سيارة إسعاف في سرمين.", "استهدفت", {"SYRMIL"}, {"SYRHLH"}),
    ("تبادلت الفصائل القصف المدفعي مع قوات النظام في جورين.", "القصف المدفعي", {"SYRREB"}, {"SYRMIL"}),
    ("قتلت قوات النظام مدنيين وأجبرت سكان القرية على النزوح.", "النزوح", {"SYRMIL"}, {"SYRCVL"}),
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
