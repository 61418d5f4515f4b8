"""Movement and support: what is one of these acts, of which type, and what only uses the same words."""

from __future__ import annotations

import pytest

from eventcode.coder import Coder

DEAL = "توصل الطرفان إلى اتفاق يقضي بخروج المقاتلين من البلدة."
ACTS = [
    # help and protection of an armed side
    ("تعهدت موسكو بمواصلة مساعدة قوات النظام في معارك البادية.", "مساعدة", "military_support"),
    ("انتشر مستشارون أجانب في حماة بهدف مساعدة الجيش السوري على صد الهجوم.", "مساعدة", "military_support"),
    ("واصل الحزب مساعدة دمشق في حربها على الفصائل.", "مساعدة", "military_support"),
    ("قال المندوب إن أنقرة تواصل حماية الإرهابيين في إدلب.", "حماية", "military_support"),
    ("اتهمت دمشق واشنطن بأنها تحمي مسلحي داعش في البادية.", "تحمي", "military_support"),
    ("سهلت السلطات للتركستان عبور الحدود نحو جسر الشغور.", "سهلت", "military_support"),
    ("وصل آلاف المقاتلين إلى إدلب بتسهيلات من المخابرات التركية.", "تسهيلات", "military_support"),
    ("عاقبت واشنطن شركة متهمة بتسهيل نقل الأسلحة إلى النظام.", "تسهيل", "military_support"),
    ("تعمل المنظمة على مساعدة المتضررين في جنديرس.", "مساعدة", "aid"),
    # the displaced, where a number stands for them
    ("يعيش في المحافظة ثلاثة ملايين شخص بينهم مليون نازح.", "نازح", "displacement"),
    ("يقيم في المخيمات نحو مليون مدني نازح من ريف حماة.", "نازح", "displacement"),
    ("تخشى تركيا، التي تستضيف ثلاثة ملايين لاجئ، من هجوم قد يدفع المزيد من السوريين إلى الفرار.", "لاجئ", "displacement"),
    ("أكدت المفوضية أن عدد النازحين تجاوز 200 ألف شخص، بحسب تقديراتها.", "عدد", "displacement"),
    # columns, in either order
    ("رتل تركي يدخل مورك وسط ترقب لهجوم النظام.", "يدخل", "mobilization"),
    ("أفادت مصادر بأن أرتالاً للهيئة توجهت بعد ذلك نحو مدينة أعزاز.", "توجهت", "mobilization"),
    ("ذكر مراسلنا أن الرتل، المؤلف من عشرين عربة، توجه إلى مورك.", "توجه", "mobilization"),
    ("أبلغت أنقرة موسكو بتحرك الرتل.", "تحرك", "mobilization"),
    ("أرتال روسية تعبر جسر قره قوزاق نحو صرين.", "أرتال", "mobilization"),
    ("الجيش التركي يدخل محافظة إدلب ويبدأ إقامة نقاط مراقبة.", "يدخل", "mobilization"),
    ("قال المسؤول إن القوات السورية ستدخل عفرين بموجب الاتفاق مع الوحدات.", "تدخل", "mobilization"),
    # who goes by a deal that the document told of
    (f"{DEAL} وتوجه نحو ألف مقاتل ومدني إلى جرابلس يوم السبت.", "توجه", "evacuation"),
    (f"{DEAL} ومن المنتظر أن يتجه هؤلاء إلى الشمال السوري.", "يتجه", "evacuation"),
    (f"{DEAL} وكان فصيلان آخران غادرا المدينة قبل أسبوع.", "غادرا", "evacuation"),
    (f"{DEAL} ولم يتضمن العرض خروج الراغبين مع أسرهم.", "خروج", "evacuation"),
    (f"{DEAL} وقال الناشط إن نقلهم سيبدأ غداً.", "نقلهم", "evacuation"),
    (f"{DEAL} وبدأت عملية النقل فجر الأحد.", "عملية النقل", "evacuation"),
    # sides that are to go or are driven to run, and places that fell
    ("لن يقبل جيش الإسلام بأي عرض يشمل الخروج من دوما.", "الخروج", "withdrawal"),
    ("تضغط واشنطن لإرغام إيران على مغادرة سوريا.", "مغادرة", "withdrawal"),
    ("نفى قادة أحرار الشام أي نية للرحيل عن حرستا.", "رحيل", "withdrawal"),
    ("خرجت مظاهرة أمام القاعدة للمطالبة برحيل الجنود الأتراك.", "رحيل", "withdrawal"),
    ("قال الوزير خلال الاجتماع إن انسحاب القوات الأجنبية شرط لأي حل.", "انسحاب", "withdrawal"),
    ("أرغم القصف المسلحين على الفرار من البلدة.", "الفرار", "withdrawal"),
    ("ذكرت الوكالة أن بلدة حاس سقطت بعد معارك قصيرة.", "سقطت", "territory_seized"),
    ("رفضت الهيئة حل نفسها رغم الضغوط.", "حل", "group_change"),
    # prisoners, with much between the words; arms moved up; exercises
    ("أطلق الجهاز، الاثنين 14 من آذار، سراح الناشطة بعد شهر من احتجازها.", "سراح", "prisoner_release"),
    ("تبادلت الهيئة وقوات النظام، مساء السبت، عشرين أسيراً.", "تبادلت", "prisoner_release"),
    ("نقلت الفصائل خلال الأيام الماضية أسلحة ثقيلة إلى خطوط التماس.", "نقلت", "mobilization"),
    ("أجرت القوات الأمريكية تدريبات بالذخيرة الحية قرب التنف.", "تدريبات", "show_of_force"),
    # ambulances of an evacuation; foreign fighters with their families
    (f"{DEAL} ودخلت سيارات إسعاف لنقل السكان المرضى.", "نقل", "evacuation"),
    (f"{DEAL} وقال المنظم إن عشر سيارات إسعاف خرجت أولاً وعلى متنها 13 مصاباً.", "خرجت", "evacuation"),
    ("شهد العام قدوم أول دفعة من المقاتلين الإيغور مع عائلاتهم إلى سوريا.", "قدوم", "mobilization"),
    ("توافد آلاف المرتزقة إلى المعسكر في ريف حلب.", "توافد", "mobilization"),
]
NONE = [
    ("نقلت سيارة إسعاف المريض إلى مشفى سلقين.", {"evacuation"}),
    ("خرجت ثلاث سيارات إسعاف عن الخدمة.", {"evacuation"}),
    ("قدم الإيغور طلباً إلى المنظمة.", {"evacuation"}),
    ("تبادل الطرفان إطلاق النار قرب سراقب.", {"prisoner_release"}),
    ("أطلق الجيش صاروخاً على سراقب.", {"prisoner_release"}),
    ("يدعو البيان الفصائل إلى تسليم سلاحها الثقيل.", {"withdrawal"}),
    ("استخدم المسلحون النفق في نقل الإمدادات إلى المدينة.", {"evacuation"}),
    ("قتل عنصر شارك في برنامج التدريب الأمريكي لفصائل المعارضة.", {"military_support"}),
    ("نقلت الوكالة صوراً عن خطوط التماس.", {"mobilization", "evacuation"}),
    ("انسحب الوفد من الاجتماع غاضباً.", {"withdrawal"}),
    ("حاول المجلس مساعدة المدينة على الخروج من الأزمة رغم خلافات الفصائل.", {"withdrawal", "evacuation"}),
    ("أجبر القصف السكان على الفرار من قراهم.", {"withdrawal"}),
    ("تمكن أسير من الفرار من سجن المسلحين.", {"withdrawal"}),
    ("في المدينة سقطت ثلاث قذائف أمس.", {"territory_seized"}),
    ("أفاد المرصد بأن سراقب سقطت عليها أمطار غزيرة.", {"territory_seized"}),
    ("يبحث الطرفان حل الأزمة في الشمال.", {"group_change"}),
    ("دخلت القافلة الأممية، التي تضم 20 شاحنة، عبر باب الهوى.", {"mobilization"}),
    ("تحركت قافلة من شاحنات الإغاثة نحو مضايا.", {"mobilization"}),
    ("دخلت قوات النظام بلدة كفرنبل بعد معارك مع الفصائل.", {"mobilization"}),
    ("خرجت القوات الروسية من القرية، ثم دخلتها الفصائل.", {"mobilization"}),
    ("أعلنت الفصائل، المدعومة من تركيا، توجه وفدها إلى أنقرة.", {"mobilization"}),
    ("وصل المبعوث إلى الرياض بعد عبور الرتل الحدود.", {"evacuation", "advance"}),
    ("قال القائد إن نحو ألف مقاتل اتجهوا إلى جبهات القتال.", {"evacuation"}),
    ("وصل المسلحون إلى مرحلة لا يقدرون فيها على القتال.", {"evacuation"}),
    (f"{DEAL} وأضافت الوكالة أن وفداً من الفصائل توجه إلى أنقرة.", {"displacement"}),
    ("تتقدم قوات النظام قرب مهجري حمص. وتوجهت قوات أخرى إلى حدود المنطقة.", {"evacuation"}),
    ("اعتقلت الشرطة عدداً من الشبان أثناء توجههم إلى الجامعة.", {"evacuation"}),
    ("تستغرق عملية النقل البحري للبضائع ثلاثة أيام.", {"evacuation"}),
    ("توغل الجيش التركي في ريف حلب بمساعدة فصائل محلية.", {"military_support"}),
    ("تعمل اليونيسف على حماية الأطفال في مخيمات إدلب.", {"military_support"}),
    ("تعهدت الحكومة بتسهيل دخول المساعدات إلى سرمدا.", {"military_support"}),
    ("يمتد النفق من سهل الزبداني وكان الإرهابيون يستخدمونه للعبور.", {"military_support", "evacuation"}),
    ("طلب الوزير من البرلمان حماية المستهلكين من الغلاء.", {"military_support"}),
    ("وجهت الحكومة بتسهيلات من المصارف للمزارعين.", {"military_support"}),
    # where the displaced live is no help to them, and who heads a force does not advance
    ("سقط صاروخ على مدرسة تؤوي نازحين في قرية جوباس.", {"aid"}),
    ("تؤوي محافظة إدلب ثلاثة ملايين شخص.", {"aid"}),
    ("سيطرت فصائل تتقدمها هيئة تحرير الشام على بلدة سراقب.", {"advance"}),
    ("أصاب القصف مشفى في كفرنبل وأخرجه من الخدمة.", {"evacuation"}),
    ("وينسحب الأمر على بقية القرى في ريف حماة.", {"withdrawal"}),
    ("يحكمون سيطرتهم على المحافظة نحو عشرة آلاف مقاتل.", {"territory_seized"}),
    ("انسحب التنظيم من بلدات كان يفرض سيطرته عليها.", {"territory_seized"}),
    ("دخل الهجوم على البلدة يومه العشرين.", {"advance"}),
    ("تدعم الوكالة حق النازحين في العودة.", {"aid"}),
    ("عاد المسلحون إلى المكان الذي قدموا منه.", {"aid"}),
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    """One coder for all sentences."""
    return Coder.cached()


@pytest.mark.parametrize(("text", "trigger", "kind"), ACTS)
def test_acts(coder: Coder, text: str, trigger: str, kind: str) -> None:
    """An event of this type with a trigger that starts so."""
    found = [(event.trigger.text, event.type) for event in coder.code(text)]
    assert any(word.startswith(trigger) and type_id == kind for word, type_id in found), found


@pytest.mark.parametrize(("text", "kinds"), NONE)
def test_no_acts(coder: Coder, text: str, kinds: set[str]) -> None:
    """No event of these types."""
    found = [(event.trigger.text, event.type) for event in coder.code(text)]
    assert not kinds & {type_id for _, type_id in found}, found


def test_a_wave_of_people_is_one_flight(coder: Coder) -> None:
    """تدفق موجة من اللاجئين, موجة نزوح."""
    for text in ("تخشى أنقرة تدفق موجة من اللاجئين نحو حدودها.", "أدى الهجوم إلى موجة نزوح كبيرة للاجئين."):
        assert [event.type for event in coder.code(text)].count("displacement") == 1


def test_the_displaced_are_counted(coder: Coder) -> None:
    """A part of a total, and an adjective of whom the number counts."""
    for text in ("يعيش في المحافظة ثلاثة ملايين شخص بينهم مليون نازح.", "يقيم في المخيمات نحو مليون مدني نازح من ريف حماة."):
        (event,) = [event for event in coder.code(text) if event.type == "displacement"]
        assert event.counts["displaced"].low == 1_000_000
