"""What is claimed of an event: its status, its sources and its time, in sentences that try one rule each."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode.coder import Coder
from eventcode.model import Event

_DAY = dt.date(2018, 9, 12)


def _event(coder: Coder, text: str, trigger: str) -> Event:
    return next(event for event in coder.code(text, published=_DAY) if event.trigger.text.startswith(trigger))


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        # A participle of saying goes on with the speaker before it, or with the subject of its verb.
        ("هاجم النائب الحكومة، مشيراً إلى أن الطائرات قصفت بلدة كفرنبل", "قصفت", ["النائب"]),
        ("أدى القصف إلى مقتل طفلين، بحسب الدفاع المدني، مضيفاً أن الطائرات استهدفت مدرسة", "استهدفت", ["الدفاع المدني"]),
        # Verbs of finding and judging report what their clause says.
        ("خلص التقرير إلى أن الطيران الروسي قصف المشفى", "قصف", ["التقرير"]),
        ("وبيّن المصدر أن الفصائل قصفت حاجزاً للنظام في جورين", "قصفت", ["المصدر"]),
        # Two sources that rival, and one inside a denial.
        ("قُتل عشرون مدنياً في غارة على أريحا بحسب الدفاع المدني، فيما قال المرصد إنها أسفرت عن مقتل 25", "غارة",
         ["الدفاع المدني", "المرصد"]),
        ("نفى الجيش التركي أنباء تداولتها صحف حول قصف مواقعه في تفتناز", "قصف", ["-الجيش التركي", "صحف"]),
        # A quote goes on over sentences, and ends.
        ("قال الوزير \"الوضع صعب جداً. قصفت الطائرات الروسية معرة مصرين أمس\"", "قصفت", [None]),
        ("قال الوزير \"الوضع صعب جداً\". وقصفت الطائرات الروسية معرة مصرين أمس", "قصفت", []),
        # What one acts by is no source, nor is an adverb.
        ("قصفت المدفعية سرمين وفق الخطة الموضوعة", "قصفت", []),
        ("انسحب المقاتلون من سرمين بحسب التفاهمات الأخيرة", "انسحب", []),
        ("يذكر أن الطائرات الروسية قصفت سرمين قبل أسبوع", "قصفت", []),
        # Who records is the subject of the verb, and not what is recorded; a force that sees reports nothing.
        ("تمكن الدفاع المدني من توثيق قصف خمسة مشاف في كفرنبل", "قصف", ["الدفاع المدني"]),
        ("قالت المصادر إن الجيش رصد التحرك ونفذ كميناً في معرة موخص", "كميناً", ["المصادر"]),
        ("وردت تقارير عن قصف بلدة سرمين", "قصف", ["تقارير"]),
        # A source is without whom it spoke to, and what stands between dashes without what follows.
        ("قصفت الطائرات سرمين، وفق ما أفادت مصادر لقناة الجزيرة", "قصفت", ["مصادر"]),
        ("استمر القصف -بحسب المركز- على محاور الجبل", "القصف", ["المركز"]),
        ("ذكرت الوكالة، نقلاً عن ضابط تركي، أن القوات انسحبت من مورك", "انسحبت", ["ضابط تركي"]),
        ("أفادت الوكالة بانسحاب الفصائل من مورك، بينما بقي آخرون، بحسب المرصد", "انسحاب", ["الوكالة"]),
        ("أعلنت الوزارة إلقاء القبض على خلية في عفرين", "القبض", ["الوزارة"]),
        # A verbal act that somebody reports has that source; what is said by the way is the text's.
        ("قالت الحركة إنها وافقت على الخروج من حرستا", "وافقت", ["الحركة"]),
        ("قال المبعوث إنه مستعد للسفر، وسط مخاوف من هجوم على سرمين", "هجوم", []),
        ("جاء القصف بعد تهديدات أطلقها الفصيل في حال موافقة الأهالي على الخروج من القدم", "موافقة", []),
        ("يعتبر المخيم آخر معقل للفصيل، بعد أن خسر مواقعه في حماة", "خسر", []),
        # The words come first: a verb of saying with its subject closes the sentence or stands inside it.
        ("سقط عشرون جريحاً في قصف على كفرنبل، يقول ممرض في المشفى", "قصف", ["ممرض"]),
        ("لن ننسحب من مورك، أكد ناطق باسم الفصيل", "ننسحب", ["-ناطق باسم الفصيل"]),
        ("الغارة، قال مدير المشفى، أصابت قسم الأطفال", "أصابت", ["مدير المشفى"]),
        ("القصف على كفرنبل مستمر، كتب أبو عمر على صفحته", "القصف", ["أبو عمر"]),
        ("قُصفت مدرسة في سرمين، والكلام للمجلس المحلي", "قُصفت", ["مجلس المحلي"]),
        ("بعد القصف على كفرنبل، طالب الأهالي بالحماية", "القصف", []),
        # Who takes up what was told is one more source of it, and may deny it.
        ("قال ناشطون إن الطائرات قصفت سرمين، وهو ما أكدته منظمة العفو", "قصفت", ["ناشطون", "منظمة العفو"]),
        ("قصفت الطائرات مشفى في سرمين، الأمر الذي نفته موسكو", "قصفت", ["-موسكو"]),
        ("اتهمت المعارضة النظام بقصف سرمين، والنظام ينفي", "قصف", ["المعارضة", "-النظام"]),
        # Another subject behind a comma speaks for himself; so does a spokesman, but not of the act that is done through him.
        ("يلوّح الوزير بعملية عسكرية في منبج، وواشنطن تحثه على التهدئة", "تحثه", []),
        ("دمشق، على لسان المقداد، تنفي قصف سرمين", "تنفي", []),
        ("دمشق، على لسان المقداد، تنفي قصف سرمين", "قصف", ["-المقداد"]),
        # Fear and hope of an event; what a threat says, up to its condition; who is quoted says "we".
        ("تخشى أنقرة من موجة نزوح جديدة", "نزوح", ["أنقرة"]),
        ("ويُتوقع أن تنسحب القوات من مورك", "تنسحب", []),
        ("هددت الفصائل بقصف جورين إن لم تتوقف الغارات", "قصف", ["الفصائل"]),
        ("قائد في الفصيل: نخشى اندلاع معارك في عفرين", "معارك", ["قائد في الفصيل"]),
        ("عاجل | الدفاع المدني: قتلى في قصف على بنش", "قصف", ["الدفاع المدني"]),
        # What was done when somebody promised is the text's; what one claims to have done is his, unless it is known.
        ("تعهد الملك، لدى استقباله الوزير التركي، بفتح المعبر", "استقباله", []),
        ("تبنى التنظيم اغتيال قيادي في سرمين", "اغتيال", ["التنظيم"]),
        ("لا مساومة على إدلب، قال الوزير", "لا", []),
        ("قصفت المدفعية سرمين (بحسب الدفاع المدني) صباح اليوم", "قصفت", ["الدفاع المدني"]),
        ("أفاد المرصد السوري ببدء إجلاء السكان، ومن المتوقع أن تنسحب القوات", "إجلاء", ["المرصد السوري"]),
        # With a content of its own, كما only goes on to another report.
        ("قصفت الطائرات سرمين، كما أعلنت تركيا أنها ستنسحب من مورك", "قصفت", []),
        ("قصفت الطائرات سرمين، كما أعلنت تركيا أنها ستنسحب من مورك", "تنسحب", ["تركيا"]),
        # Who issued a statement is its source.
        ("قصفت الطائرات البلدة، وفق حصيلة نشرها المرصد السوري لحقوق الإنسان", "قصفت", ["المرصد السوري لحقوق الإنسان"]),
    ],
)  # fmt: skip
def test_who_says_so(coder: Coder, text: str, trigger: str, sources: list[str | None]) -> None:
    found = _event(coder, text, trigger).attribution
    assert [f"-{a.text}" if a.stance == "denies" else a.text for a in found] == sources


def test_an_outlet_carries_what_a_speaker_says(coder: Coder) -> None:
    event = _event(coder, "قال القائد إن المقاتلين انسحبوا من سراقب، وفق ما نقلت وكالة الأناضول", "انسحبوا")
    assert [(a.text, a.via) for a in event.attribution] == [("القائد", ("وكالة الأناضول",))]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("اتفق الطرفان على انسحاب الفصائل من معرة حرمة", "انسحاب", "future"),
        # Either half of an exchange, and what is coordinated with what is offered.
        ("توصل الوسطاء إلى اتفاق لإجلاء الجرحى من الزبداني مقابل الإفراج عن معتقلين", "الإفراج", "future"),
        ("أبدى المقاتلون استعدادهم لإلقاء السلاح والمغادرة", "المغادرة", "future"),
        # To prevent is an aim as a noun; what a deal brings does not put the deal off.
        ("إن تجنيب سرمين مواجهة دموية يمثل أولوية", "مواجهة", "hypothetical"),
        ("منعت الفصائل تسلل مجموعة إلى محيط آفس", "تسلل", "negated"),
        ("وقع الطرفان اتفاقاً سيسمح للسكان بالعودة إلى بلداتهم", "اتفاق", "actual"),
        # Talks ahead, and what is described as to come, whatever is asked of it.
        ("قصفت الطائرات سرمين قبيل اجتماع الوزراء في أستانا", "اجتماع", "future"),
        ("رفضت طهران المشاركة في القمة المقرر عقدها الشهر المقبل", "القمة", "future"),
        # A fear and an appeal reach over a verb of outcome or a circumstance, and stop at what is told as a fact.
        ("تخشى أنقرة أن يؤدي هجوم على سراقب إلى نزوح الآلاف", "هجوم", "future"),
        ("دعا الوزير خلال الجلسة إلى هدنة في حماة", "هدنة", "hypothetical"),
        ("طلب الأهالي المساعدة من القوات التي تحاصر مضايا", "تحاصر", "actual"),
        ("لم تشمل الهدنة بلدات ريف حماة", "الهدنة", "actual"),
        ("لا يمكن الاستمرار في قصف الأسواق", "قصف", "actual"),
        # What is ruled out, made up, offered or not minded; what a force confronts is under way.
        ("استبعدت أنقرة شن عملية عسكرية في تل رفعت", "عملية", "negated"),
        ("لم تستبعد أنقرة شن هجوم على تل رفعت", "هجوم", "actual"),
        ("تحدث الوزير عن هجوم وهمي على سراقب", "هجوم", "hypothetical"),
        ("عرضت موسكو هدنة في ريف حماة", "هدنة", "hypothetical"),
        ("لا تمانع أنقرة من انسحاب الفصائل من مورك", "انسحاب", "hypothetical"),
        ("تصدت الفصائل لهجوم على محور كبانة", "هجوم", "actual"),
        ("قال الوزير إن ذلك لن يمنع الجيش من مواصلة الهجوم على كبانة", "الهجوم", "actual"),
        ("يتوقع أن تتجه الحافلات إلى إدلب كما في اتفاقات الإجلاء السابقة", "اتفاقات", "actual"),
        ("ينص الاتفاق على خروج المقاتلين من كفريا", "خروج", "future"),
        ("وافقت الحركة على إجلاء الجرحى من الفوعة", "إجلاء", "future"),
        ("العملية العسكرية التي تعتزم تركيا شنها شرق الفرات تثير القلق", "العملية", "future"),
        ("اجتمع الوزراء قبل الهجوم المرتقب على جسر الشغور", "الهجوم", "future"),
        ("أي هجوم على بنش سيكون كارثة", "هجوم", "hypothetical"),
        ("قد يسفر الأمر عن مقتل المئات في بنش", "مقتل", "hypothetical"),
        # What its own clause or adjective tells as done is not touched by what stands before it.
        ("انتقد المجلس عجز الأمم المتحدة عن منع مجزرة ارتكبتها قوات النظام في كفرنبل", "مجزرة", "actual"),
        ("يأمل الأهالي أن تنتهي المعارك الدائرة في ريف اللاذقية", "المعارك", "actual"),
        # What fails itself took place; what one fails in did not.
        ("فشلت المفاوضات بين الطرفين في حماة", "المفاوضات", "actual"),
        ("فشلت القوات في السيطرة على كبانة", "السيطرة", "attempted"),
        # Weighed, intended behind an inserted source, and missed; a verb of its own after a verbal noun's cue.
        ("تدرس واشنطن سحب قواتها من التنف", "سحب", "hypothetical"),
        ("تخطط واشنطن، بحسب مسؤول كردي، لسحب قواتها من التنف", "سحب", "future"),
        ("لم تنجح القوات بعد أسبوع في السيطرة على كبانة", "السيطرة", "attempted"),
        ("أخفق الاجتماع في التوصل إلى هدنة في حماة", "هدنة", "attempted"),
        ("حاولت عائلات العودة إلى راجو، لكن الحاجز منعها واعتقل ثلاثة منها", "اعتقل", "actual"),
        ("أُلغيت الدورية المشتركة شرق عين العرب", "الدورية", "negated"),
        ("ما من هجوم على سرمين", "هجوم", "negated"),
        # An inquiry or a verdict that is asked for, and the act that it is about.
        ("يطالب نواب بتحقيق دولي في قصف سرمين", "تحقيق", "hypothetical"),
        ("يطالب نواب بتحقيق دولي في قصف سرمين", "قصف", "actual"),
        ("دعت باريس إلى محاسبة المسؤولين عن قصف دوما", "قصف", "actual"),
        # Conditions of إن and متى; what was done when something was said; another subject behind a comma.
        ("سننسحب من مورك إن قصفت الطائرات سرمين", "قصفت", "hypothetical"),
        ("تعهد الملك، لدى استقباله الوزير التركي، بفتح المعبر", "استقباله", "actual"),
        ("يلوّح الوزير بعملية عسكرية في منبج، وواشنطن تحثه على التهدئة", "تحثه", "actual"),
        ("أرسل النظام تعزيزات لشن هجوم على سراقب", "هجوم", "future"),
        ("أصدرت المحكمة حكماً بإعدام ثلاثة متهمين في حلب", "إعدام", "future"),
        ("دفعت العائلة فدية للإفراج عن ابنها في عفرين", "إفراج", "hypothetical"),
        # Words spelled like cues.
        ("نفذت الطائرات الروسية تسع غارات على كبانة", "غارات", "actual"),
        ("وتعد هذه الغارات على كبانة الأعنف", "الغارات", "actual"),
        ("قصفت المدفعية سرمين والنيرب وغيرها، في هجوم على ريف إدلب", "هجوم", "actual"),
    ],
)
def test_what_is_claimed(coder: Coder, text: str, trigger: str, status: str) -> None:
    assert _event(coder, text, trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger", "dates"),
    [
        # A time beside a reporting verb dates the saying.
        ("أعلنت وزارة الداخلية، الأحد، القبض على خلية في سرمدا", "القبض", None),
        ("قالت اللجنة المشرفة على المفاوضات، مساء الأحد، إن الجيش قصف سرمدا", "المفاوضات", None),
        # Between a light verb and its noun, and at the head of a sentence, it is that of what the verb tells.
        ("بعد تفجير الحاجز، شنت الفصائل، الأحد، غارات على سراقب", "غارات", ("2018-09-09", "2018-09-09")),
        ("4 أيار 2017: شن مسلحون هجوماً على سرمين", "هجوماً", ("2017-05-04", "2017-05-04")),
        # Since another event: from that event's date.
        ("تحاصر قوات النظام المدينة منذ انهيار الهدنة في آذار 2018", "تحاصر", ("2018-03-01", "2018-09-12")),
        ("اندلعت اشتباكات في سرمدا ليل السبت واستمرت حتى الاثنين", "اشتباكات", ("2018-09-08", "2018-09-10")),
        ("اختفى المصور، الأحد، بعد قصف سرمدا", "قصف", None),
        # What happened there and then, from a day on until another, and the first months of a year.
        ("زار الوزير الإيراني دمشق الاثنين، حيث التقى الرئيس السوري", "التقى", ("2018-09-10", "2018-09-10")),
        ("نفذت الطائرات غارات على حماة منذ الـ3 من أيلول 2017 وحتى الخامس من آب 2018", "غارات", ("2017-09-03", "2018-08-05")),
        ("نزح الآلاف من حماة خلال الأشهر الثلاثة الأولى من العام 2018", "نزح", ("2018-01-01", "2018-03-31")),
    ],
)
def test_when_it_happened(coder: Coder, text: str, trigger: str, dates: tuple[str, str] | None) -> None:
    date = _event(coder, text, trigger).date
    assert ((str(date.start), str(date.end)) if date.basis == "text" else None) == dates


@pytest.mark.parametrize(
    ("text", "trigger", "counts"),
    [
        ("أكدت مصادر أن 30 مقاتلاً و120 مدنياً خرجوا من كفريا", "خرجوا", {"displaced": (150, 150)}),
        ("نفذت الطائرات الروسية هجومين على سرمين", "هجومين", {"strikes": (2, 2)}),
        ("تحاصر قوات النظام ثلاث بلدات في ريف إدلب", "تحاصر", {"places": (3, 3)}),
        ("نزح ملايين منذ بدء الحرب", "نزح", {"displaced": (2000000, 9999999)}),
        ("قالت الوكالة إن 40 مقاتلاً و300 مدني قد خرجوا من كفريا", "خرجوا", {"displaced": (340, 340)}),
        ("أحصى مراسلنا 12 حافلة خلال خروجها من الزبداني", "خروجها", {"vehicles": (12, 12)}),
        ("نشرت فرنسا 60 جندياً في محيط منبج", "نشرت", {"troops": (60, 60)}),
        ("أنشأت تركيا نحو 15 قاعدة عسكرية في ريف حلب", "أنشأت", {"facilities": (15, 15)}),
        ("قضى الجيش على عشرات الإرهابيين في كبانة", "قضى", {"killed": (20, 99)}),
        ("أدت الغارات على بنش إلى إصابة 10 مدنيين، إضافة إلى إصابة ثلاثة آخرين", "الغارات", {"injured": (13, 13)}),
        ("أوقعت غارات على بنش 30 قتيلاً وجريحاً", "غارات", {}),
        ("قتل أربعة في قصف على بنش، فيما قتل اثنان آخران في قصف على سرمين", "قصف", {"killed": (4, 4)}),
        ("استهدفت المدفعية أحد المواقع قرب بنش", "استهدفت", {}),
    ],
)
def test_how_many(coder: Coder, text: str, trigger: str, counts: dict[str, tuple[int, int | None]]) -> None:
    assert {kind: (count.low, count.high) for kind, count in _event(coder, text, trigger).counts.items()} == counts
