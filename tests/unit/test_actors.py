"""Whom a noun phrase denotes: the spans and codes of actors in sentences, and the codes that the document decides."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode.coder import Coder

_DAY = dt.date(2019, 6, 1)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.cached()


def _mentions(coder: Coder, text: str) -> list[tuple[str, str]]:
    return [(text[actor.start : actor.end], actor.code) for view in coder.views(text, _DAY) for actor in view.actors]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اعتقلت الشرطة 9 باكستانيين في المرفأ", ("9 باكستانيين", "PAKCVL")),
        ("مقتل عراقيين بانفجار لغم", ("عراقيين", "IRQCVL")),
        ("صدّت الفصائل الثورية المعارضة للنظام السوري الهجوم", ("الفصائل الثورية المعارضة للنظام السوري", "SYRREB")),
        ("أغارت الطائرات على مطار كويرس العسكري", ("مطار كويرس العسكري", "SYRMIL")),
        ("خرج مشفى جسر الشغور الوطني عن الخدمة", ("مشفى جسر الشغور الوطني", "SYRHLH")),
        ("قال السفير الأميركي في دمشق روبرت فورد إن الهدنة صامدة", ("السفير الأميركي في دمشق روبرت فورد", "USAGOV")),
        ("زار شيخ الطائفة الدرزية في لبنان وليد جنبلاط المدينة", ("شيخ الطائفة الدرزية في لبنان وليد جنبلاط", "LBNREL")),
        ("نفى مصدر بالجيش اللبناني الخبر", ("مصدر بالجيش اللبناني", "LBNMIL")),
        ("اقتحم الجيش معسكر كبير لمقاتلي أحرار الشام", ("معسكر كبير لمقاتلي أحرار الشام", "SYRREBAHR")),
        ("التقى الوزير نظيره العماني", ("نظيره العماني", "OMNGOV")),
        ("صافح نظيريه الروسي سيرغي لافروف والتركي هاكان فيدان", ("التركي هاكان فيدان", "TURGOV")),
        ("هاجم مسلحون موالون للنظام القرية", ("مسلحون موالون للنظام", "SYRMIL")),
        ("هاجم مقاتلون مرتبطون بهيئة تحرير الشام القرية", ("مقاتلون مرتبطون بهيئة تحرير الشام", "SYRREBHTS")),
        ("قصف المقاتلون المؤيدون للحكومة القرية", ("المقاتلون المؤيدون للحكومة", "SYRMIL")),
        ("هاجم مسلحون ينتمون إلى تنظيم داعش القرية", ("مسلحون ينتمون إلى تنظيم داعش", "IMGISI")),
        ("قُتل مقاتلان تابعان لأحرار الشام", ("مقاتلان تابعان لأحرار الشام", "SYRREBAHR")),
        ("قصفت الطائرات فصائل منضوية تحت راية الجيش الحر", ("فصائل منضوية تحت راية الجيش الحر", "SYRREBSNA")),
        ("هاجمت جماعات مرتبطة بالقاعدة القرية", ("جماعات مرتبطة بالقاعدة", "IMGALQ")),
        ("أصابت القذائف المباني التابعة للقاعدة العسكرية", ("المباني التابعة للقاعدة العسكرية", "SYRCVL")),
        ("قُتل قيادي في القاعدة بضربة أميركية", ("قيادي في القاعدة", "IMGALQ")),
        ("قُتل ضابط في القاعدة بضربة أميركية", ("ضابط", "")),
        ("هاجم مسلحون معارضون لهيئة تحرير الشام القرية", ("مسلحون معارضون لهيئة تحرير الشام", "SYRREB")),
        ("نقل المقاتلون إلى الجيش أسلحة", ("المقاتلون", "")),
        ("شنت قوات النظام العديد من الهجمات", ("قوات النظام", "SYRMIL")),
        ("هاجمت الفصائل الداعمة لتركيا القرية", ("الفصائل الداعمة لتركيا", "SYRREBSNA")),
        ("انتقدت الدول الداعمة للمعارضة القصف", ("الدول الداعمة", "")),
        ("قُتل مستشارون روس في الغارة", ("مستشارون روس", "RUSMIL")),
        ("قُتل مستشار الرئيس الإيراني في الغارة", ("مستشار الرئيس الإيراني", "IRNGOV")),
        ("اعتقلت سلطات الاحتلال خمسة فلسطينيين", ("سلطات الاحتلال", "ISRGOV")),
        ("اعتقلت سلطات الاحتلال التركي مدنيين", ("سلطات الاحتلال التركي", "TURGOV")),
        ("ضبطت وزارة العمل السعودية مخالفين", ("وزارة العمل السعودية", "SAUGOV")),
        ("فرّقت قوات مكافحة الشغب العراقية المتظاهرين", ("قوات مكافحة الشغب العراقية", "IRQCOP")),
        ("سيّرت الشرطة الروسية دورية", ("الشرطة الروسية", "RUSMIL")),
        ("اعتقلت الشرطة التركية ناشطاً", ("الشرطة التركية", "TURCOP")),
        ("انتقدت وسائل إعلام غربية الهدنة", ("وسائل إعلام غربية", "UNK")),
        ("انتقدت وسائل إعلام روسية الهدنة", ("وسائل إعلام روسية", "RUSMED")),
        ("وافقت الدول الأعضاء في مجلس الأمن على القرار", ("الدول الأعضاء في مجلس الأمن", "IGOUNO")),
        ("هاجمت كتيبة موالية لتركيا القرية", ("كتيبة موالية لتركيا", "SYRREBSNA")),
        ("قصف مقاتلو الفصيل البلدة", ("مقاتلو الفصيل", "")),
        ("قال الشيخ تميم بن حمد إن الدوحة ترحب", ("الشيخ تميم بن حمد", "QATGOV")),
        # Names that hold the words of a state, and parties in an expression of an act.
        ("طلب التقرير من منظمة حظر الأسلحة الكيميائية فحص العينة", ("منظمة حظر الأسلحة الكيميائية", "IGO")),
        ("أوقفت الشرطة في بنش بائع خضار", ("الشرطة", "SYRCOP")),
        ("ينص البند على عودة قوات النظام إلى الثكنة", ("قوات النظام", "SYRMIL")),
        ("طالبت موسكو بحل جيش العزة فوراً", ("جيش العزة", "SYRREBJIZ")),
        # An adjective of people, and the displaced by an adjective.
        ("زار الوفد المقاتلين المشاركين في العرض", ("المقاتلين", "")),
        ("وزعت الجمعية الخبز على المدنيين النازحين", ("المدنيين النازحين", "SYRREF")),
        ("التقى الوزير أهالي مخطوفين", ("أهالي مخطوفين", "SYRCVL")),
        ("تفقد القائد عناصر هذه الكتيبة", ("عناصر هذه الكتيبة", "")),
        # After an adjective, and after people with the article, the next noun is the object.
        ("اقتحم متظاهرون غاضبون مخفر البلدة", ("متظاهرون", "SYRCVL")),
        ("حمّل الأهالي الشرطة العسكرية المسؤولية", ("الأهالي", "SYRCVL")),
        # Martyrs, allies and reporters are of whom they are said to be.
        ("شيّعت البلدة شهداء من الشرطة", ("شهداء من الشرطة", "SYRCOP")),
        ("اتفق الرئيس مع حلفائه الفرنسيين", ("حلفائه الفرنسيين", "FRA")),
        ("جُرح صحفي من وكالة الأناضول", ("صحفي من وكالة الأناضول", "TURMED")),
        ("هاجم مسلحون سوريون موالون للنظام القرية", ("مسلحون سوريون موالون للنظام", "SYRMIL")),
        ("تجمع في الساحة وشارك فيها أتراك", ("أتراك", "TURCVL")),
        ("انشق ضابط منشق عن وحدته", ("ضابط منشق", "SYRREB")),
        ("أفرج الفصيل عن 13 عسكرياً", ("13 عسكرياً", "")),
        ("تلقت الهيئة الملكية الدعوة", ("الهيئة الملكية", "")),
        ("عاد وفد الهيئة إلى إدلب", ("وفد الهيئة", "SYRREBHTS")),
        # What only a nation has, numbered units, factions of a foreign state, members of parliament.
        ("استجوب القضاء التركي شاهداً", ("القضاء التركي", "TURJUD")),
        ("تقدم اللواء 107 في التلة", ("اللواء 107", "SYRMIL")),
        ("انسحبت فصائل تركيا من التلة", ("فصائل تركيا", "SYRREBSNA")),
        ("قال رئيس البرلمان الإيراني محمد باقر قاليباف إن الرد قريب", ("رئيس البرلمان الإيراني محمد باقر قاليباف", "IRNLEG")),
        # The latter is the last one before it who agrees.
        ("هاجمت الفصائل قوات النظام فردت الأخيرة بالقصف", ("الأخيرة", "SYRMIL")),
    ],
)
def test_a_phrase_is_one_actor_with_its_code(coder: Coder, text: str, expected: tuple[str, str]) -> None:
    assert expected in _mentions(coder, text)


def test_an_adjective_of_nationality_alone_is_no_people(coder: Coder) -> None:
    assert _mentions(coder, "وقع هجوم عراقي على التل") == []


def test_a_name_can_mean_several_actors(coder: Coder) -> None:
    found = [code for text, code in _mentions(coder, "اجتمعت الدول الضامنة في سوتشي") if text == "الدول الضامنة"]
    assert found == ["RUS", "TUR", "IRN"]


def test_the_latest_is_an_adjective_after_a_definite_noun(coder: Coder) -> None:
    assert "الأخير" not in dict(_mentions(coder, "اتهمت دمشق أنقرة بعد الهجوم التركي الأخير"))
    assert "الأخيرة" not in dict(_mentions(coder, "هاجم الجيش الفصائل في الآونة الأخيرة"))


def test_security_and_elimination_are_nobody(coder: Coder) -> None:
    assert _mentions(coder, "هدفهم القضاء على الفوضى وإعادة الأمن إلى الريف") == []


def test_an_adverb_is_no_soldier(coder: Coder) -> None:
    assert _mentions(coder, "تدخلت موسكو عسكرياً") == [("موسكو", "RUS")]


def test_a_surname_stands_for_the_person_once_the_full_name_was_given(coder: Coder) -> None:
    assert ("جنبلاط", "LBNOPP") in _mentions(coder, "التقى وليد جنبلاط الوفد. وقال جنبلاط إن الزيارة ناجحة")
    assert "جنبلاط" not in dict(_mentions(coder, "وقال جنبلاط إن الزيارة ناجحة"))


@pytest.mark.parametrize(
    ("text", "side", "expected"),
    [
        # The country of a noun without an owner is that of the place.
        ("قُتل خمسة مدنيين بقصف على مدينة صنعاء", "targets", ["YEMCVL"]),
        ("قُتل خمسة مدنيين بقصف على مدينة سراقب", "targets", ["SYRCVL"]),
        # The members of an armed group named before.
        ("هاجم تنظيم داعش القرية. وقُتل 12 مسلحاً في المعارك", "targets", ["IMGISI"]),
        # A noun alone takes up the last actor named by that noun.
        ("اعتقلت منظمة مجاهدي خلق حارسين. واتهم داعش دمشق. وهاجم عناصر التنظيم القرية", "actors", ["IMGISI"]),
        ("قصف حزب الله التلة. وتقدمت جبهة النصرة. ثم انسحب مقاتلو الحزب", "actors", ["LBNREBHEZ"]),
        ("هاجم الجيش التركي وحلفاؤه القرية", "actors", ["TURMIL", "UNK"]),
        ("قال بنيامين نتنياهو إن قوات بلاده قصفت التلة", "actors", ["ISRMIL"]),
        # Soldiers whose army nobody names, people of a camp, and a man who acts alone.
        ("قُتل جنديان بانفجار لغم قرب سراقب", "targets", ["SYRMIL"]),
        ("أصيب طفلان بانفجار قذيفة في مخيم أطمة", "targets", ["SYRREF"]),
        ("ألقى شاب قنبلة يدوية على حاجز للفصائل في الباب", "actors", ["UAF"]),
        ("قصف الطيران الحربي مدينة سراقب", "actors", ["SYRMIL"]),
        # A visit is no armed act.
        ("زار سيرغي لافروف مدينة دمشق", "actors", ["RUSGOV"]),
        ("دعت وزارة الخارجية البحرينية مواطنيها إلى مغادرة بيروت", "targets", ["BHRCVL"]),
        # The opposition is the one that fights in deals on the ground, and the one that talks elsewhere.
        ("هدنة بين النظام والمعارضة في القنيطرة", "actors", ["SYRGOV", "SYRREB"]),
        ("أطلقت المعارضة سراح عشرين أسيراً", "actors", ["SYRREB"]),
        ("قال الوزير إن الأمم المتحدة اتهمت المعارضة السورية", "targets", ["SYRREB"]),
        ("تجري في جنيف مفاوضات بين الحكومة والمعارضة", "actors", ["SYRGOV", "SYROPP"]),
        ("انتقدت المعارضة السورية موقف واشنطن", "actors", ["SYROPP"]),
        ("وقع ائتلاف المعارضة السورية اتفاقاً مع أنقرة", "actors", ["TURGOV", "SYROPP"]),
        # Allies of a faction are factions; those of an army may be anybody.
        ("سيطرت جبهة النصرة وحلفاؤها على التلة", "actors", ["SYRREBHTS", "SYRREB"]),
        ("هاجم النظام وحلفاؤه القرية", "actors", ["SYRMIL", "UNK"]),
        # Armed men beside a group are others, and those of Idlib are of its factions; else they are of the group.
        ("احتل الدواعش والإرهابيون البلدة", "actors", ["IMGISI", "SYRREB"]),
        ("هاجم تنظيم داعش حاجزاً. ثم قصف الجيش الإرهابيين في إدلب", "targets", ["SYRREB"]),
        ("هاجم تنظيم داعش حاجزاً. ثم قصف الجيش الإرهابيين في المدينة", "targets", ["IMGISI"]),
        # Fighters who leave a town loyal to the regime; not those who besiege it, nor others who leave.
        ("بدأ إجلاء مقاتلين من كفريا والفوعة", "targets", ["SYRMIL"]),
        ("خرج مقاتلون من بلدة مضايا", "targets", ["SYRREB"]),
        ("هاجم المسلحون بلدة الفوعة", "actors", ["SYRREB"]),
        # A movement or a faction is no state's army, and a faction no foreign group.
        ("قصف الجيش السوري البلدة. وهاجمت الحركة التلة", "actors", ["UNK"]),
        ("هاجم جيش الإسلام الحاجز. وقصف حزب الله التلة. وانسحب مقاتلو الفصيل", "actors", ["SYRREB"]),
        ("قصف حزب الله التلة. وقصف الجيش السوري البلدة. وانسحب مقاتلو الحزب", "actors", ["LBNREBHEZ"]),
        # States whose forces struck are states again in an act of speech.
        ("قصفت روسيا وأميركا وتركيا مواقع التنظيم. واتهمت الدول الثلاث دمشق", "actors", ["RUS", "USA", "TUR"]),
        # Men who leave a group were of it; others who leave keep their own name.
        ("انشق عشرات العناصر عن هيئة تحرير الشام", "actors", ["SYRREBHTS"]),
        ("انشق جيش الأحرار عن هيئة تحرير الشام", "actors", ["SYRREBAHR"]),
        ("انسحب عشرات العناصر من معسكر هيئة تحرير الشام", "actors", ["UNK"]),
        # Protesters who fight with guards, but shell nobody.
        ("هاجم المحتجون معبر باب الهوى واشتبكوا مع حرس الحدود التركي", "actors", ["SYRCVL"]),
        # Two states' forces by one name, the unknown dead, and those whom armies say that they put out of action.
        ("قُتل خمسون مدنياً على يد قوات الحلف السوري الروسي", "actors", ["SYRMIL", "RUSMIL"]),
        ("عُثر على جثة شاب مجهول الهوية قرب سلقين", "targets", ["SYRCVL"]),
        ("أعلنت وزارة الدفاع التركية تحييد 11 من عناصر الوحدات الكردية", "targets", ["SYRKUR"]),
        # Volunteers are of the body that they work in.
        ("أصيب متطوع في الدفاع المدني بغارة", "targets", ["NGOWHM"]),
        ("أصيب متطوع في منظمة إغاثية بغارة", "targets", ["NGO"]),
    ],
)
def test_the_document_decides_the_code(coder: Coder, text: str, side: str, expected: list[str]) -> None:
    last = coder.code(text, published=_DAY)[-1]
    assert [actor.code for actor in getattr(last, side)] == expected


@pytest.mark.parametrize(
    ("text", "side", "expected"),
    [
        # A common noun takes the name of its code, which is that of no group in particular.
        ("قاتل الجيش السوري المقاتلين المعارضين", "targets", "Syrian opposition factions"),
        ("أصابت القذائف ثلاثة مدرسين", "targets", "Syrian schools and teachers"),
        ("استهدفت الغارة مستشفى", "targets", "Syrian health workers and facilities"),
        ("رفضت المعارضة السياسية الاتفاق", "actors", "Syrian political opposition"),
        # A group's own name is its own, and what belongs to it has it too.
        ("اعتقل عناصر صقور الشام ضابطاً", "actors", "Suqour al-Sham"),
        ("هاجم مقاتلو جيش الإسلام الحاجز", "actors", "Jaish al-Islam"),
        ("اعتقل عناصر هيئة تحرير الشام ناشطاً", "actors", "Hayat Tahrir al-Sham"),
    ],
)
def test_names(coder: Coder, text: str, side: str, expected: str) -> None:
    event = coder.code(text, published=_DAY)[0]
    assert [actor.name for actor in getattr(event, side)] == [expected]
