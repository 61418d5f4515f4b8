"""Who did what to whom: one sentence of our own for each construction of Arabic that the role rules know."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode import Coder

CASES = [
    # What a definite noun of a deal takes up, and who its parties are.
    ("توصلت روسيا وتركيا إلى اتفاق حول إدلب. ويقضي الاتفاق بسحب السلاح الثقيل.", "الاتفاق", {"RUS", "TUR"}, set()),
    (
        "توصل جيش الإسلام والقوات الروسية إلى وقف لإطلاق النار في دوما. ويشمل وقف إطلاق النار بلدات أخرى.",
        "وقف إطلاق النار",
        {"SYRREB", "RUSMIL"},
        set(),
    ),
    ("أبرمت أحرار الشام صفقة مع الحكومة السورية. وتعد هذه الصفقة الأولى من نوعها.", "الصفقة", {"SYRREBAHR", "SYRGOV"}, set()),
    ("في صفقة إجلاء أبرمتها الفصائل مع الحكومة السورية، غادر المقاتلون البلدة.", "صفقة", {"SYRREB", "SYRGOV"}, set()),
    ("أجرى الرئيس التركي محادثات مع الرئيس الروسي. وتناولت المحادثات ملف إدلب.", "المحادثات", {"TURGOV", "RUSGOV"}, set()),
    ("زار وزير الخارجية الإيراني أنقرة حيث التقى الرئيس التركي.", "التقى", {"IRNGOV", "TURGOV"}, set()),
    ("شدد وزير الخارجية الفرنسي، خلال محادثات مع الرئيس الروسي، على وحدة البلاد.", "محادثات", {"FRAGOV", "RUSGOV"}, set()),
    ("عقب أسبوع على إخفاق تركيا وروسيا بالتوصل إلى هدنة في حلب", "هدنة", {"RUS", "TUR"}, set()),
    # Suffixes on nouns of action and on the nouns that carry them.
    ("اعترفت الولايات المتحدة باستهدافها موقعاً قرب سرمدا.", "استهدافها", {"USAMIL"}, set()),
    ("سقطت البلدة في أيدي قوات النظام بعد شنها هجمات عنيفة عليها.", "هجمات", {"SYRMIL"}, set()),
    ("فر الأهالي إلى الملاجئ حيث تم قصفهم من الجو.", "قصفهم", set(), {"SYRCVL"}),
    # Agents of aims, of nouns under light nouns, and of what somebody announces or intends.
    ("تستعد قوات النظام لشن هجوم على إدلب.", "هجوم", {"SYRMIL"}, set()),
    ("قال نواب إن باريس مستعدة لتوجيه ضربة في حلب.", "ضربة", {"FRAMIL"}, set()),
    ("يقلق السكان من استعدادات الحكومة السورية، مدعومة بحليفتها إيران، لشن هجوم جديد.", "هجوم", {"SYRMIL", "IRNMIL"}, set()),
    ("نشرت روسيا طائرات في قاعدة حميميم لقصف مناطق المعارضة.", "قصف", {"RUSMIL"}, {"SYRREB"}),
    ("استقدمت قوات النظام تعزيزات بهدف السيطرة على كفرنبل.", "السيطرة", {"SYRMIL"}, set()),
    ("أعلن الجيش السوري السيطرة على بلدة كنصفرة.", "السيطرة", {"SYRMIL"}, set()),
    ("أعلن المرصد السوري نزوح مئات المدنيين من كنصفرة.", "نزوح", set(), {"SYRCVL"}),
    ("لم تتوقف قوات النظام عن قصف المدينة ومحاولات التقدم.", "التقدم", {"SYRMIL"}, set()),
    ("تخشى المنظمات من هجوم حكومي وشيك على إدلب.", "هجوم", {"SYRMIL"}, set()),
    ("قال التقرير إن التدخل الروسي قلب الموازين.", "التدخل", {"RUSMIL"}, set()),
    # Relative clauses.
    ("كتبت صحيفة عن الهجوم الذي تجهز له قوات النظام على سراقب.", "الهجوم", {"SYRMIL"}, set()),
    ("جنب الاتفاق إدلب هجوماً واسعاً لوحت به دمشق.", "هجوماً", {"SYRMIL"}, set()),
    ("سيطرت الفصائل على بلدات استعادت قوات النظام السيطرة عليها لاحقاً.", "استعادت", {"SYRMIL"}, set()),
    # Subjects and objects: case endings, inserted clauses, appositions, quotes, datelines.
    ("تدخل الجيش وقاتل المتشددين قرب السويداء.", "قاتل", {"SYRMIL"}, {"SYRREB"}),
    ("أدان الهجوم عدد من الفصائل المعارضة.", "أدان", {"SYRREB"}, set()),
    ("هيئة تحرير الشام، التي تسيطر على إدلب، قصفت مواقع النظام.", "قصفت", {"SYRREBHTS"}, {"SYRMIL"}),
    ('قال مدير المرصد السوري لوكالة الأنباء "وقع الانفجار في مستودع للذخيرة".', "الانفجار", set(), set()),
    ("دبي، الإمارات العربية المتحدة (وكالات) - رفضت إيران الاتهامات الأخيرة.", "رفضت", {"IRN"}, set()),
    ("انتقد الرئيس التركي، وزير الدفاع السابق، الولايات المتحدة بشدة.", "انتقد", {"TURGOV"}, {"USA"}),
    ("توتر في الشمال الجماعات المسلحة تقصف ريف حماة", "تقصف", {"SYRREB"}, set()),
    ("رفضت تركيا سحب نقاطها من ريف إدلب.", "سحب", {"TURMIL"}, set()),
    # A genitive that is the object, for the agent is known or follows from what stands after it.
    ("نفى الجيش السوري استهداف إسرائيل لمواقعه قرب دمشق.", "استهداف", {"ISRMIL"}, {"SYRMIL"}),
    ("واصلت قوات النظام قصف هيئة تحرير الشام في جبل الزاوية.", "قصف", {"SYRMIL"}, {"SYRREBHTS"}),
    ("تصدت الفصائل لهجوم قوات النظام على كنصفرة.", "هجوم", {"SYRMIL"}, set()),
    ("شنت الفصائل هجوماً على البلدة الموالية لقوات النظام.", "هجوماً", {"SYRREB"}, set()),
    # Those who leave, what criticism and denials are about.
    ("بدأ مقاتلون من المعارضة مغادرة بلدة زملكا في حافلات.", "مغادرة", set(), {"SYRREB"}),
    ("وافقت الفصائل على إجلاء المدنيين من البلدة.", "إجلاء", set(), {"SYRCVL"}),
    ("أدان الوزير التركي الهجوم الذي نفذته إيران على المدينة.", "أدان", {"TURGOV"}, {"IRN"}),
    ("قال وزير الخارجية التركي إن ما يجري في إدلب أمر غير مقبول.", "غير مقبول", {"TURGOV"}, set()),
    ("نفت الفصائل ما أعلنه الجيش الروسي عن إدلب.", "نفت", {"SYRREB"}, {"RUSMIL"}),
    # Where a noun phrase ends, and into whose hands a place falls.
    ("اتهم ناشطون القوات التركية بقصف البلدة.", "قصف", {"TURMIL"}, set()),
    ("استهدفت قوات النظام هيئة تحرير الشام قرب كنصفرة.", "استهدفت", {"SYRMIL"}, {"SYRREBHTS"}),
    ("سقطت بلدة كفر نبل بيد قوات النظام.", "سقطت", {"SYRMIL"}, set()),
    ("باتت سراقب في قبضة قوات النظام، بيد أن الفصائل قصفت المدينة.", "قصفت", {"SYRREB"}, set()),
    # Subjects that are pronouns, shared, described without commas, or after the aim that they have.
    ("قالت الخارجية التركية في بيان إنها تدين قوات النظام.", "تدين", {"TURGOV"}, {"SYRMIL"}),
    ("أعلنت القوات الأميركية أنها صدت هجوماً لقوات النظام في دير الزور.", "صدت", {"USAMIL"}, set()),
    ("قالت موسكو إن النظام لن يهاجم إدلب، لكنها اتهمت الفصائل بخرق الهدنة.", "اتهمت", {"RUSGOV"}, {"SYRREB"}),
    ("اتهمت المعارضة قوات النظام بأنها قصفت المدنيين.", "قصفت", {"SYRMIL"}, {"SYRCVL"}),
    ("قال المرصد إنه قُتل خمسة مدنيين في سراقب.", "قُتل", set(), {"SYRCVL"}),
    ("دخلت القوات التركية المنطقة وقصفت مواقع الفصائل.", "قصفت", {"TURMIL"}, {"SYRREB"}),
    ("اندلعت اشتباكات في سراقب وقصفت مواقع للفصائل.", "قصفت", set(), {"SYRREB"}),
    ("قال ناشطون إن القوات التركية التي دخلت المنطقة قبل أسبوع قصفت مواقع الفصائل.", "قصفت", {"TURMIL"}, {"SYRREB"}),
    ("لاستعادة بلدة سراقب، حشدت قوات النظام تعزيزات كبيرة.", "استعادة", {"SYRMIL"}, set()),
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    """One coder for all sentences."""
    return Coder()


@pytest.mark.parametrize(("text", "trigger", "actors", "targets"), CASES, ids=[case[1] + " " + case[0][:30] for case in CASES])
def test_roles(coder: Coder, text: str, trigger: str, actors: set[str], targets: set[str]) -> None:
    """The last event with this trigger has exactly these actors, and these targets where any are given."""
    found = [event for event in coder.code(text, published=dt.date(2019, 9, 1)) if event.trigger.text == trigger]
    assert found, "no such event"
    assert {actor.code for actor in found[-1].actors} == actors
    if targets:
        assert {target.code for target in found[-1].targets} == targets
