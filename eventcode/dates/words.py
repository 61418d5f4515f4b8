"""Arabic time words, folded: weekdays, months in every naming of the region, parts of day, units, seasons, deictics."""

from __future__ import annotations

from eventcode.text import fold

WEEKDAYS: dict[str, int] = {
    fold(word): day
    for day, words in enumerate(("الاثنين الإثنين", "الثلاثاء", "الأربعاء الاربعاء", "الخميس", "الجمعة", "السبت", "الأحد"))
    for word in words.split()
}
"""Weekday with the article -> Monday 0 ... Sunday 6."""

_MONTHS: dict[int, str] = {
    1: "يناير|كانون الثاني|كانون ثاني|جانفي|ينايِر",
    2: "فبراير|شباط|فيفري",
    3: "مارس|آذار|اذار",
    4: "أبريل|ابريل|إبريل|نيسان|أفريل",
    5: "مايو|أيار|ايار|ماي",
    6: "يونيو|يونية|حزيران|جوان",
    7: "يوليو|يوليه|تموز|يوليوز|جويلية",
    8: "أغسطس|اغسطس|آب|غشت|أوت",
    9: "سبتمبر|أيلول|ايلول|شتنبر",
    10: "أكتوبر|اكتوبر|تشرين الأول|تشرين أول",
    11: "نوفمبر|تشرين الثاني|تشرين ثاني|نونبر",
    12: "ديسمبر|كانون الأول|كانون أول|دجنبر",
}
MONTHS: dict[tuple[str, ...], int] = {
    tuple(fold(name).split()): month for month, names in _MONTHS.items() for name in names.split("|")
}
MONTH_STARTS: frozenset[str] = frozenset(words[0] for words in MONTHS)
WEAK_MONTHS: frozenset[str] = frozenset(fold(word) for word in ["آب", "ماي", "جوان", "أوت", "مارس"])
"""Month names that are also other words: a month only beside a day, year, another month name or the word month."""

PARTS: dict[str, str] = {
    fold(word): part
    for part, words in {
        "dawn": "فجر سحر",
        "morning": "صباح ضحى",
        "noon": "ظهر ظهيرة",
        "afternoon": "عصر",
        "evening": "مساء مغرب عشاء غروب أمسية",
        "night": "ليل ليلة",
    }.items()
    for word in words.split()
}
PAST = frozenset(
    fold(word)
    for word in [
        "الماضي",
        "الماضية",
        "الفائت",
        "الفائتة",
        "المنصرم",
        "المنصرمة",
        "السابق",
        "السابقة",
        "الماضيين",
        "الماضيتين",
        "المنقضي",
        "المنقضية",
    ]
)
NEXT = frozenset(fold(word) for word in ["المقبل", "المقبلة", "القادم", "القادمة", "القادمين", "المقبلين"])
# Of a length (الأسبوعين الأخيرين) these tell that it ends now; of one thing (العام الأخير) they tell nothing.
LATELY = frozenset(fold(word) for word in ["الأخيرة", "الأخيرين", "الأخيرتين"])
THIS = frozenset(fold(word) for word in ["الجاري", "الجارية", "الحالي", "الحالية"])

UNITS: dict[str, str] = {
    fold(word): unit
    for unit, words in {
        "hour": "ساعة ساعات ساعتين ساعتان",
        "minute": "دقيقة دقائق دقيقتين",
        "day": "يوم يوما أيام يومين يومان",
        "week": "أسبوع أسبوعا أسابيع أسبوعين أسبوعان",
        "month": "شهر شهرا أشهر شهور شهرين شهران",
        "year": "عام عاما أعوام عامين عامان سنة سنوات سنين سنتين سنتان",
        "decade": "عقد عقدا عقود عقدين",
    }.items()
    for word in words.split()
}
DUAL_UNITS = frozenset(
    fold(word)
    for word in [
        "ساعتين",
        "ساعتان",
        "يومين",
        "يومان",
        "أسبوعين",
        "أسبوعان",
        "شهرين",
        "شهران",
        "عامين",
        "عامان",
        "سنتين",
        "سنتان",
        "دقيقتين",
        "عقدين",
    ]
)
PLURAL_UNITS = frozenset(
    fold(word) for word in ["ساعات", "أيام", "أسابيع", "أشهر", "شهور", "أعوام", "سنوات", "سنين", "دقائق", "عقود"]
)
OPEN_LENGTHS = {"day": 7, "week": 28, "month": 6, "hour": 1}
"""How long an unnumbered plural is (coding rules, section 5): days, months for months."""
SEASONS: dict[str, tuple[int, int]] = {"ربيع": (3, 5), "صيف": (6, 8), "خريف": (9, 11), "شتاء": (12, 2)}
EARLY = frozenset(fold(word) for word in ["أوائل", "بداية", "مطلع", "مستهل", "بدايات"])
MIDDLE = frozenset(fold(word) for word in ["منتصف", "أواسط", "وسط"])
LATE = frozenset(fold(word) for word in ["أواخر", "نهاية", "ختام", "آخر", "نهايات"])
ORDINALS: dict[str, int] = {
    fold(word): value
    for value, words in {
        1: "الأول الأولى", 2: "الثاني الثانية", 3: "الثالث الثالثة", 4: "الرابع الرابعة", 5: "الخامس الخامسة", 6: "السادس السادسة",
        7: "السابع السابعة", 8: "الثامن الثامنة", 9: "التاسع التاسعة", 10: "العاشر العاشرة", 11: "الحادي الحادية",
        20: "العشرين العشرون", 30: "الثلاثين الثلاثون",
    }.items()
    for word in words.split()
}  # fmt: skip
DECADES: dict[str, int] = {
    fold(word): decade
    for decade, words in {20: "عشرينيات عشرينات", 30: "ثلاثينيات ثلاثينات", 40: "أربعينيات أربعينات", 50: "خمسينيات خمسينات",
                          60: "ستينيات ستينات", 70: "سبعينيات سبعينات", 80: "ثمانينيات ثمانينات", 90: "تسعينيات تسعينات"}.items()
    for word in words.split()
}  # fmt: skip
_HIJRI: dict[int, str] = {
    1: "محرم|المحرم",
    2: "صفر",
    3: "ربيع الأول",
    4: "ربيع الثاني|ربيع الآخر",
    5: "جمادى الأولى",
    6: "جمادى الآخرة|جمادى الثانية",
    7: "رجب",
    8: "شعبان",
    9: "رمضان",
    10: "شوال",
    11: "ذو القعدة|ذي القعدة",
    12: "ذو الحجة|ذي الحجة",
}
HIJRI_MONTHS: dict[tuple[str, ...], int] = {
    tuple(fold(name).split()): month for month, names in _HIJRI.items() for name in names.split("|")
}
HIJRI_STARTS: frozenset[str] = frozenset(words[0] for words in HIJRI_MONTHS)
# A weekday or month after one of these is part of a name (مدرسة السابع من نيسان, حاجز السبت, ساحة الثامن من آذار).
NAMING = frozenset(
    fold(word)
    for word in [
        "مدرسة",
        "مشفى",
        "مستشفى",
        "حاجز",
        "ساحة",
        "شارع",
        "مخيم",
        "عائلة",
        "كتائب",
        "كتيبة",
        "لواء",
        "حركة",
        "ثورة",
        "جامع",
        "مسجد",
        "سوق",
        "قاعة",
        "حديقة",
        "جسر",
        "شهداء",
        "قائد",
        "حي",
        "آل",
        "حزب",
        "جبهة",
        "قوى",
        "تجمع",
        "تيار",
        "فريق",
        "فوج",
        "معسكر",
        "قاعدة",
        "سد",
        "جامعة",
        "عملية",
        "انقلاب",
        "خطبة",
        "صلاة",
        "بلدة",
        "قرية",
        "مدينة",
    ]
)
ABOUT = frozenset({"نحو", "حوالي", "قرابه", "زهاء", "اكثر", "من", "ما", "يقارب", "يزيد", "عن", "علي", "اقل"})
"""Words between a connector and a length that is told roughly."""
CLUES: frozenset[str] = frozenset(
    [*WEEKDAYS, *MONTH_STARTS, *PARTS, *UNITS, *SEASONS, *EARLY, *MIDDLE, *LATE, *DECADES, *HIJRI_STARTS]
    + [
        fold(word)
        for word in [
            "غداة",
            "عشية",
            "اليوم",
            "أمس",
            "غد",
            "غدا",
            "البارحة",
            "منذ",
            "مذ",
            "عيد",
            "الآن",
            "القرن",
            "النصف",
            "الربع",
            "الثلث",
            "شهري",
        ]
    ]
)
"""Words without which a sentence with no number holds no time expression."""
