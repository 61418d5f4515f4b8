"""Generic words of Arabic place phrases, folded: heads, directions, surroundings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from eventcode.text import Token

ALLIES = frozenset({"حليف", "حليفه", "حلفاء", "خصم", "غريم"})
"""Nouns whose genitive tells of whom somebody is an ally: حزب الله حليف إيران."""
_BORDERS = frozenset({"حدود", "حدودي", "حدوديه", "حدوديتين", "شريط"})

# Head -> levels that it asks for; an empty tuple takes any settlement-like place.
HEADS: dict[str, tuple[str, ...]] = {
    "مدينه": ("settlement",), "منتجع": ("settlement",), "بلده": ("settlement",), "قريه": ("settlement",), "مزرعه": ("settlement", "site"),
    "ضيعه": ("settlement",), "محافظه": ("governorate",), "ناحيه": ("subdistrict", "settlement"),
    "قضاء": ("district",), "حي": ("neighbourhood", "settlement"), "ضاحيه": ("neighbourhood", "settlement"),
    "مخيم": ("camp",), "معبر": ("site",), "مطار": ("site",), "قاعده": ("site",), "معسكر": ("site",), "سجن": ("site",),
    "مشفي": ("site",), "مستشفي": ("site",), "جبل": ("region",), "سهل": ("region",), "تل": ("settlement",), "تله": ("settlement",),
    "مرتفع": ("region",),
    "عاصمه": ("settlement",), "ولايه": ("governorate",),
    "منطقه": ("governorate", "region", "district", "subdistrict", "settlement", "area", "site", "camp"),
    "اقليم": (), "كتيبه": ("site",), "خربه": ("settlement",),
}  # fmt: skip
PLURAL_HEADS: dict[str, str] = {
    "بلدتي": "بلده", "بلدتا": "بلده", "بلدتين": "بلده",
    "بلدتان": "بلده", "قريتان": "قريه", "مدينتان": "مدينه", "بلدات": "بلده", "قريتي": "قريه", "قريتا": "قريه", "قريتين": "قريه", "قري": "قريه",
    "مدينتي": "مدينه", "مدينتا": "مدينه", "مدينتين": "مدينه", "مدن": "مدينه", "محافظتي": "محافظه", "محافظتا": "محافظه",
    "محافظات": "محافظه", "منطقتي": "منطقه", "منطقتا": "منطقه", "مناطق": "منطقه", "احياء": "حي", "حيي": "حي", "حيا": "حي",
    "محافظتين": "محافظه", "محافظتان": "محافظه", "حيين": "حي", "حيان": "حي",
    "ناحيتي": "ناحيه", "نواحي": "ناحيه", "قرا": "قريه",
    "حارات": "حي", "حارتي": "حي", "مخيمات": "مخيم", "مزارع": "مزرعه", "تلال": "تل", "تلتي": "تل", "جبهات": "محور", "محاور": "محور",
    "جبهه": "محور", "محور": "محور", "جبهتي": "محور", "محوري": "محور", "خط": "محور", "معبري": "معبر", "معبرا": "معبر", "معابر": "معبر",
    "مرتفعات": "مرتفع", "هضاب": "مرتفع", "جبال": "جبل", "جبلي": "جبل",
    "معسكري": "معسكر", "معسكرا": "معسكر", "معسكرات": "معسكر", "مطاري": "مطار", "مطارا": "مطار", "مطارات": "مطار",
    "قاعدتي": "قاعده", "قاعدتا": "قاعده", "قواعد": "قاعده", "مخيمي": "مخيم", "مخيما": "مخيم", "سجني": "سجن", "سجون": "سجن",
    "مزرعتي": "مزرعه", "مزرعتا": "مزرعه", "ضاحيتي": "ضاحيه", "ضاحيتا": "ضاحيه", "ناحيتا": "ناحيه", "ولايتي": "ولايه", "ولايات": "ولايه",
    "كتيبتي": "كتيبه", "سهول": "سهل", "تلي": "تل",
}  # fmt: skip
LANDMARKS = frozenset(
    ["دوار", "ساحه", "ميدان", "جسر", "حقل", "سوق", "شارع", "وادي", "سد", "مفرق", "باديه", "حوض", "بحيره", "مصفاه", "صوامع", "ثكنه", "سجن", "معسكر",
     "مطار", "قاعده", "معبر", "جبل", "سهل", "مسجد", "جامع", "قلعه", "حاجز", "مبني", "قصر", "فندق"]
)  # fmt: skip
"""Generic words that stay in the name of a place: دوار المحراب, حوض اليرموك."""
POINTS = frozenset(
    ["دوار", "ساحه", "ميدان", "جسر", "سوق", "شارع", "مفرق", "مسجد", "جامع", "مدرسه", "مشفي", "مستشفي", "حاجز", "مبني", "فندق"]
)
"""Landmarks so small that what lies near one is told to be at it: قرب دوار المحراب."""
UNLISTED: dict[str, str] = {
    **dict.fromkeys(LANDMARKS, "site"), "شارع": "road", "وادي": "region", "باديه": "region", "حوض": "region", "بحيره": "region", "جبل": "region",
    "سهل": "region", "حي": "neighbourhood", "حاره": "neighbourhood", "قريه": "settlement", "بلده": "settlement", "ضاحيه": "neighbourhood",
    "مزرعه": "settlement", "منطقه": "area", "مخيم": "camp", "جزيره": "region", "طريق": "road",
}  # fmt: skip
"""Generic words that make a place of a name which no table has, and the level of that place."""
NAMED_AFTER = frozenset(
    [
        "دوار",
        "ساحه",
        "جسر",
        "حقل",
        "وادي",
        "سد",
        "مفرق",
        "باديه",
        "سهل",
        "ثكنه",
        "سجن",
        "معسكر",
        "مطار",
        "قاعده",
        "معبر",
        "صوامع",
        "قلعه",
    ]
)
"""Of these, what is named after the town that it lies at, and is another place than that: جسر جرابلس, معبر العيس."""
COMMON_GENITIVES = frozenset(
    ["معركه", "معارك", "قتال", "حرب", "مواجهه", "صراع", "نزاع", "عمليات", "سياسه", "عمل", "مال", "نفط", "غاز", "رمايه", "الغام", "موت", "سلام", "حل",
     "امداد", "عوده", "عبور", "كهرباء", "مياه", "وقود", "جريمه", "حدث", "سكن", "نظام", "حكومه", "معارضه", "ثوره", "دوله", "حياه", "عدو", "بيانات",
     "انطلاق", "مكان", "وقت", "زمان", "حقيقه", "صواب", "اعتبار", "هجوم", "دفاع", "سوداء", "خضار", "انتظار", "صيد", "ذهب", "اعتقال", "احتلال", "جو", "اسماك",
     "لعب", "نار", "عاصمه", "خوف", "صمت", "صوت", "لغه", "ايام", "مليون", "نواب", "شعب", "رياسه", "محافظه", "بلديه", "مدينه",
     "دجاج", "دواجن", "ابقار", "اغنام", "مواشي", "خيول"]
)  # fmt: skip
"""Common nouns, less the article, that no landmark is named by: ساحة المعركة, سوق العمل."""
HEADS_OF_PARTS = frozenset({"في", "مناطق", "مدن", "بلدات", "قري", "مخيمات", "عموم", "انحاء", "كامل"})
"""Words after which الشمال alone is the part of the country."""
VILLAGE_STARTS = frozenset(["كفر", "تل", "خربه", "عين", "رسم", "جب", "دير", "معره", "معر", "رجم", "حور", "مشيرفه", "دوير", "حويجه"])
"""First words that many villages have: كفر كذا, حور كذا."""
AXIS = "محور"
SURROUNDING = frozenset(["محيطه", "محيطتين"])
"""Adjectives of what lies around a place, which follows them after ب."""
_LYING_BY = frozenset(["مجاوره", "مجاور", "مجاورتين", "متاخمه", "متاخم", "متاخمتين", "محاذيه", "محاذي", "محاذيتين"])
_CLOSE = frozenset(["قريبه", "قريب", "قريبتين"])
NEAR = frozenset(["قرب", "مقربه", "محاذاه", "جوار"]) | _CLOSE | _LYING_BY | SURROUNDING
"""Words for what lies beside a place: alone the place is its surroundings, after another place they only tell where that lies."""
GATES = frozenset(["مدخل", "مداخل"])
"""Where one enters a place: told for the place itself, and after another one only to tell where that lies."""
AROUND = frozenset(["محيط", "محيطي", "محيطا", "اطراف", "مشارف", "اعتاب", "ضواحي", "تخوم", "جوار", "ابواب", "حافه", "حواف"])
"""Words for surroundings that take a pronoun: إدلب ومحيطها."""
ENVIRONS = frozenset({*AROUND, *NEAR, "حول", "اجواء", "سماء"})
# Of these, what stands for the place itself (the air over it) and what for its surroundings.
ITSELF = frozenset({"اجواء", "سماء", "وسط", "مركز", "قلب", "داخل", *GATES})
COUNTRYSIDE = frozenset({"ريف", "ارياف", "ريفي", "ريفا", "ريفين"})
DIRECTIONS: dict[str, str] = {
    "شمال": "شمال", "شمالي": "شمال", "جنوب": "جنوب", "جنوبي": "جنوب", "شرق": "شرق", "شرقي": "شرق", "غرب": "غرب", "غربي": "غرب",
}  # fmt: skip
ADJECTIVES: dict[str, str] = {
    "شمالي": "الشمالي", "جنوبي": "الجنوبي", "شرقي": "الشرقي", "غربي": "الغربي", "اوسط": "الأوسط",
}  # fmt: skip
ANAPHORS: dict[str, tuple[str, ...]] = {
    "مدينه": ("settlement",), "بلده": ("settlement",), "قريه": ("settlement",), "محافظه": ("governorate",),
    "منطقه": ("settlement", "area", "subdistrict", "district", "governorate", "region", "camp", "neighbourhood"),
    "بلاد": ("country",), "مخيم": ("camp",), "حي": ("neighbourhood",), "معبر": ("site",),
    "مطار": ("site",), "معسكر": ("site",), "سجن": ("site",), "جبل": ("region",), "سهل": ("region",), "حقل": ("site",),
}  # fmt: skip
WITH_COUNTRYSIDE = ("settlement", "governorate")
"""What ريفها takes up in an earlier sentence: a town or a governorate."""
NATIONS: dict[str, str] = {
    "تركي": "تركيا", "عراقي": "العراق", "لبناني": "لبنان", "اردني": "الأردن", "سوري": "سوريا", "اسراييلي": "إسرائيل", "فلسطيني": "فلسطين",
    "ايراني": "إيران", "روسي": "روسيا", "اوكراني": "أوكرانيا", "مصري": "مصر", "سعودي": "السعودية", "يمني": "اليمن", "ليبي": "ليبيا",
    "قطري": "قطر", "افغاني": "أفغانستان", "يوناني": "اليونان", "قبرصي": "قبرص",
}  # fmt: skip

OF_GOVERNORATE: dict[str, str] = {
    "حلبي": "حلب", "ادلبي": "إدلب", "حموي": "حماة", "حمصي": "حمص", "دمشقي": "دمشق", "لاذقاني": "اللاذقية", "لاذقي": "اللاذقية",
    "درعاوي": "درعا", "حوراني": "درعا", "ديري": "دير الزور", "رقاوي": "الرقة", "رقي": "الرقة", "حسكاوي": "الحسكة",
}  # fmt: skip
"""Nisba of a governorate -> its name: الريف الحلبي, الشمال الإدلبي."""

CAPITALS: dict[str, str] = {
    "سوري": "دمشق", "تركي": "أنقرة", "عراقي": "بغداد", "لبناني": "بيروت", "اردني": "عمان", "روسي": "موسكو", "ايراني": "طهران",
    "امريكي": "واشنطن", "اميركي": "واشنطن", "فرنسي": "باريس", "بريطاني": "لندن", "الماني": "برلين", "مصري": "القاهرة",
    "سعودي": "الرياض", "قطري": "الدوحة", "يمني": "صنعاء", "نمساوي": "فيينا", "بلجيكي": "بروكسل", "كازاخي": "أستانا",
    "كازاخستاني": "أستانا", "كازاخيه": "أستانا", "بحريني": "المنامة", "كويتي": "الكويت", "سوداني": "الخرطوم", "ليبي": "طرابلس",
    "تونسي": "تونس", "جزايري": "الجزائر", "مغربي": "الرباط", "افغاني": "كابول", "اوكراني": "كييف", "صيني": "بكين",
    "ياباني": "طوكيو", "هندي": "نيودلهي", "باكستاني": "إسلام آباد", "اندونيسي": "جاكرتا", "ماليزي": "كوالالمبور",
    "فلبيني": "مانيلا", "ايطالي": "روما", "اسباني": "مدريد", "برتغالي": "لشبونة", "يوناني": "أثينا", "قبرصي": "نيقوسيا",
    "هولندي": "أمستردام", "سويسري": "برن", "سويدي": "ستوكهولم", "نرويجي": "أوسلو", "دنماركي": "كوبنهاغن", "فنلندي": "هلسنكي",
    "بولندي": "وارسو", "مجري": "بودابست", "تشيكي": "براغ", "روماني": "بوخارست", "بلغاري": "صوفيا", "صربي": "بلغراد",
    "ايرلندي": "دبلن", "بيلاروسي": "مينسك", "جورجي": "تبليسي", "ارميني": "يريفان", "اذربيجاني": "باكو", "اذري": "باكو",
    "اوزبكي": "طشقند", "عماني": "مسقط", "اماراتي": "أبوظبي", "صومالي": "مقديشو", "اثيوبي": "أديس أبابا", "كيني": "نيروبي",
    "نيجيري": "أبوجا", "كندي": "أوتاوا", "استرالي": "كانبرا", "فنزويلي": "كراكاس", "كوبي": "هافانا", "برازيلي": "برازيليا",
}  # fmt: skip
"""Nisba of a country -> its capital: العاصمة التركية."""
CAPITAL_OF: dict[str, str] = {NATIONS[nation]: capital for nation, capital in CAPITALS.items() if nation in NATIONS}
"""Name of a country -> its capital."""
OF_COUNTRY = frozenset({"اراضي", "اجواء", "مياه", "داخل"})
"""With the article before a nisba, the country itself: الأراضي السورية, الداخل السوري."""
SHARES = frozenset({"جزء", "اجزاء", "قسم", "اقسام", "جهه", "قطاع", "قطاعات", "قطاعين"})
"""Nouns for a share of an area: الجزء الجنوبي من منطقة كذا, القطاع الأوسط من ريف درعا."""
QUOTES = frozenset("\"'“”«»()#")
SEPARATORS = frozenset({"-", "–", "ـ", "—"})
HOME_COUNTRY = "SY"
HOME = ("SY07", "SY02", "SY05", "SY06")
"""Governorates of the gazetteer's field: among places of one name, one in these is the likelier (their press is what is coded)."""
PLACE_PREPOSITIONS = frozenset(
    ["في", "من", "الي", "قرب", "باتجاه", "نحو", "داخل", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "حول", "علي", "بين",
     "صوب", "عبر", "عند", "فوق", "وسط", "قباله", "مقابل"]
)  # fmt: skip
LISTING = frozenset(["منها", "بينها", "مثل", "ابرزها", "اهمها", "ضمنها", "لاسيما", "خاصه", "خصوصا"])
"""Words after which the towns of a list are named: مدن عراقية منها الموصل."""
PLACE_TAKERS = frozenset(
    ["حصار", "قصف", "معركه", "معارك", "تحرير", "اجتياح", "سقوط", "اقتحام", "استهداف", "دخول", "سكان", "اهالي", "قري", "بلدات", "سماء",
     "وجهاء", "شوارع", "احياء", "ابناء", "شبان", "اعيان", "نازحي", "مهجري", "اسواق", "مشارف", "وسط",
     "محيط", "اطراف", "تخوم", "ضواحي", "ابواب", "مداخل", "مدخل", "باديه", "مطار", "سجن", "استعاده", "استرجاع", "استرداد"]
)  # fmt: skip
"""Nouns that a bare name of a place follows in genitive."""
TALKS = frozenset(
    ["مشاورات", "محادثات", "مفاوضات", "مباحثات", "موتمر", "قمه", "اجتماع", "اجتماعات", "لقاء", "مسار", "اتفاق", "اتفاقيه", "اتفاقيات", "اتفاقات",
     "تفاهم", "تفاهمات", "جوله", "جولات", "صيغه", "بيان"]
)  # fmt: skip
"""Nouns of talks, which the town where they are held follows in genitive."""
PERSON_STARTS = frozenset({"شيخ", "عبد", "ابو", "ام", "ابن", "بن", "حاج", "سيد", "بو"})
"""First words of villages that are also first words of persons' names and titles: such a name needs "village of" before it."""
OWNED = frozenset(
    ["مشفي", "مستشفي", "مجلس", "سكان", "اهالي", "ابناء", "شرطه", "مركز", "مديريه", "مبني", "قصر", "وجهاء", "محافظ", "رييس", "مدير", "قايد", "شباب",
     "طلاب", "لجنه", "سجن", "سوق", "حكومه"]
)  # fmt: skip
"""Nouns that a following المدينة, المحافظة, المنطقة only qualifies."""
MEDIA_HEADS = frozenset(
    {"مركز", "شبكه", "وكاله", "صحيفه", "جريده", "اذاعه", "راديو", "قناه", "تلفزيون", "موقع", "مراسل", "منصه", "مجله"}
)
"""Nouns of news outlets: a place name right after one belongs to the outlet's name."""
CONFUSABLE = ("بتثني", "جحخ", "دذ", "رز", "سشصث", "صض", "طظ", "طت", "عغ", "فق", "ضظذز", "كق", "اهي", "ويا", "دضت")
"""Letters that share a skeleton and differ in dots, or that are heard and so written for each other."""
PEOPLES = frozenset({"كردي", "عربي", "سني", "درزي", "علوي", "مسيحي", "شيعي", "تركماني", "حدودي"})
"""Adjectives of peoples, which villages bear as names too."""
DUAL = "بلدتان"
DUAL_ANAPHORS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("بلدتين", "بلدتان", "قريتين", "قريتان", "مدينتين", "مدينتان"), ("settlement",)),
    **dict.fromkeys(("محافظتين", "محافظتان"), ("governorate",)), **dict.fromkeys(("حيين", "حيان"), ("neighbourhood", "settlement")),
}  # fmt: skip
"""With the article: the two towns, governorates or quarters that were named together before."""
MANY = "بلدات"
MANY_ANAPHORS: dict[str, tuple[str, ...]] = {
    "بلدات": ("settlement",), "مدن": ("settlement",), "قري": ("settlement",), "احياء": ("neighbourhood",),
}  # fmt: skip
"""With the article and nothing that describes them: the towns or quarters that were listed before."""
NEIGHBOURS = frozenset({"مجاوره", "محاذيه", "متاخمه", "مجاورتين", "محاذيتين", "متاخمتين"}) | SURROUNDING
"""With the article after القرى, البلدات, المناطق: those around the place named before."""
LYING_NEAR = _CLOSE | _LYING_BY | {"مقربه"}
"""Adjectives of what lies near: beside a country they tell of its friends, or of other countries (فصائل قريبة من تركيا)."""
_GO_VERB = re.compile(
    "[وف]?(?:(?:زار|دخل|غادر|وصل|بلغ|احتل|اجتاح|اقتحم|غزا|غز)(?:ت|وا|ا|تا)?|س?[يتن](?:زور|دخل|غادر|صل|بلغ|حتل|جتاح|قتحم|غزو)(?:ون|ان)?)"
)
_STRIKE_VERB = re.compile(
    "[وف]?(?:س?[يتن])?(?:قصف|ا?ستهدف|هاجم|ا?قتحم|حاصر|ا?ستعاد|ستعيد|حرر|ضرب|دمر|ا?حتل|طوق|سقط|ا?جتاح|تعرض|شهد|حاصر)(?:ت|وا|ا|ون|تا)?"
)
_STRIKE_NOUN = re.compile(
    "[وفبل]?(?:قصف|استهداف|مهاجمه|اقتحام|حصار|محاصره|استعاده|تحرير|ضرب|تدمير|احتلال|تطويق|سقوط|اجتياح|تعرض|معركه|معارك|هجوم|هجمات|عمليه|مجزره|"
    "تفجير|تفجيرات|انفجار|اهالي|سكان|ابناء|وجهاء|شوارع|احياء|شبان|شباب|اعيان|نازحي|مهجري|احداث|جبهه|دخول|قتال|حرب|كارثه|زلزال|مظاهرات|احتجاجات|قرب)"
)
_TOWN_NOUN = re.compile(
    "[وفبل]?(?:اقتحام|حصار|محاصره|تحرير|تدمير|احتلال|تطويق|سقوط|اجتياح|معركه|معارك|تفجير|تفجيرات|انفجار|اهالي|سكان|ابناء)"
)
_HOST_VERB = re.compile("[وف]?(?:س?[يت])?(?:ا?ستضاف|ستضيف|ا?حتضن|شهد)(?:ت)?")
_EXPOSED = re.compile("[وف]?(?:[يت]?تعرض|[يت]?سقط)(?:ت)?")
_EXPOSED_TO = re.compile("لل?(?:ال)?(?:قصف|هجوم|هجمات|غارات|غاره|ضربات|ضربه|اعتداء|اعتداءات|تفجير|حصار)|بيد|بايدي|في")
_GO_NOUN = re.compile("[وف]?[بل]?(?:ال)?(?:زيار|مغادر|دخول|وصول|غزو|اجتياح|اقتحام|احتلال)(?:ه|ات|ت?ه|ت?ها|ت?هم|ت?هما)?")
_PLACE_NOUN = re.compile(
    "[وفب]*(?:ل|ال)?(?:شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|وسط|داخل|خارج|انحاء|اراضي|ارض|مدن|مدينه|مناطق|منطقه|حدود|سماء|اجواء|مياه|سواحل|"
    "ساحل|ريف|ضواحي|اطراف|محيط|احياء|بلدات|قري|محافظات|بلاد|عاصمه|مملكه|جمهوريه|دوله|حول|صوب|عموم|ارجاء|عمق|شوارع|قلب)"
)
_OFFICE = re.compile(
    "(?:وزير|وزاره|وزراء|رييس|ريس|رياسه|خارجيه|دفاع|داخليه|حكومه|وفد|سفير|سفاره|مبعوث|مسوول|مسوولي|ملك|امير|جيش|قوات)"
)


@lru_cache(maxsize=50_000)
def going(norm: str) -> str:
    """Whether a word tells of going somewhere, so that a country after it is a place: "verb" (زار, دخلوا), "noun" (زيارة) or ""."""
    return "verb" if _GO_VERB.fullmatch(norm) else "noun" if _GO_NOUN.fullmatch(norm) else ""


@lru_cache(maxsize=50_000)
def takes_town(norm: str) -> bool:
    """Whether a word right before a town has it as what is struck, taken or lived in: قصفوا غزة, سقطت الموصل, معركة تعز."""
    return strikes(norm) or _STRIKE_NOUN.fullmatch(norm) is not None


@lru_cache(maxsize=50_000)
def strikes(norm: str) -> bool:
    """Whether a word is a verb whose object may be a town: قصفت القوات غزة."""
    return _STRIKE_VERB.fullmatch(norm) is not None


@lru_cache(maxsize=50_000)
def befalls(norm: str) -> bool:
    """Whether a word takes a capital in genitive as the town that the act befell or the people live in, not as a government."""
    return _TOWN_NOUN.fullmatch(norm) is not None


@lru_cache(maxsize=50_000)
def hosts(norm: str) -> bool:
    """Whether a word is a verb whose subject is the scene: تستضيف طهران قمة."""
    return _HOST_VERB.fullmatch(norm) is not None


def exposed(before: str, after: str) -> bool:
    """تعرضت صنعاء لقصف, سقطت كابول بيد الحركة: whether the words around a capital tell what befell the town."""
    return _EXPOSED.fullmatch(before) is not None and _EXPOSED_TO.fullmatch(after) is not None


@lru_cache(maxsize=50_000)
def names_place(norm: str) -> bool:
    """Whether a word takes a country in genitive as the place that it is a part of: أراضي تركيا, شمال العراق."""
    return _PLACE_NOUN.fullmatch(norm) is not None


@lru_cache(maxsize=50_000)
def names_office(norm: str) -> bool:
    """Whether a word takes a country in genitive as the state that it serves: وزير خارجية تركيا."""
    return _OFFICE.fullmatch(norm) is not None


@lru_cache(maxsize=50_000)
def names_talks(norm: str) -> bool:
    """Whether a word takes in genitive the town where talks were held: قمة طهران, وبمحادثات جنيف."""
    return norm in TALKS or norm.lstrip("وفبل") in TALKS


def beyond_border(tokens: Sequence[Token], index: int) -> bool:
    """على حدود الأردن, الحدود مع لبنان, حدودية مع العراق: whether the country named at a token only says whose border something lies at."""
    if index < 1:
        return False
    before = tokens[index - (2 if index > 1 and tokens[index - 1].norm == "مع" else 1)].norm
    return before.lstrip("بل").removeprefix("ال") in _BORDERS
