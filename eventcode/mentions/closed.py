"""Closed word classes of Arabic, folded: prepositions, conjunctions, relatives, complementisers, determiners.

These are facts of the language that the clause parser relies on, not behaviour that a codebook changes
(Ryding, A Reference Grammar of Modern Standard Arabic, ch. 12, 14, 16, 18, 19).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

PREPOSITIONS = frozenset(
    [
        "في",
        "علي",
        "من",
        "الي",
        "عن",
        "مع",
        "ضد",
        "بين",
        "نحو",
        "تجاه",
        "باتجاه",
        "حول",
        "قرب",
        "عبر",
        "منذ",
        "خلال",
        "بعد",
        "قبل",
        "اثر",
        "عقب",
        "جراء",
        "بسبب",
        "نتيجه",
        "داخل",
        "خارج",
        "ضمن",
        "وسط",
        "تحت",
        "فوق",
        "امام",
        "خلف",
        "لدي",
        "عند",
        "حتي",
        "دون",
        "بدون",
        "رغم",
        "سوي",
        "مثل",
        "وفق",
        "حسب",
        "بحسب",
        "قباله",
        "مقابل",
        "بواسطه",
        "بحق",
        "لصالح",
        "بهدف",
        "بغيه",
        "لاجل",
        "شرق",
        "غرب",
        "شمال",
        "جنوب",
        "شرقي",
        "غربي",
        "شمالي",
        "جنوبي",
        "لدي",
        "ازاء",
        "حيال",
        "بشان",
        "بخصوص",
        "اثناء",
        "فور",
        "بعيد",
        "قبيل",
        "غداه",
        "صوب",
        "بموجب",
        "بمقتضي",
        "رفقه",
        "برفقه",
        "بصحبه",
        "ب",
        "ل",
        "ك",
    ]
)
RELATIVES = frozenset(
    ["الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "اللواتي", "اللاتي", "اللائي", "من", "ما", "ممن", "مما"]
)
STRONG_RELATIVES = frozenset(["الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "اللواتي", "اللاتي", "اللائي"])
COMPLEMENTISERS = frozenset(
    [
        "ان",
        "انه",
        "انها",
        "انهم",
        "انهما",
        "اننا",
        "انني",
        "بان",
        "بانه",
        "بانها",
        "بانهم",
        "بانهما",
        "لان",
        "لانه",
        "لانها",
        "لانهم",
    ]
)
SUBORDINATORS = frozenset(
    [
        "حيث",
        "فيما",
        "بينما",
        "عندما",
        "حين",
        "حينما",
        "بعدما",
        "قبلما",
        "كما",
        "اذ",
        "اذا",
        "لو",
        "لكن",
        "لكنه",
        "لكنها",
        "لكنهم",
        "ولكن",
        "الا",
        "انما",
        "غير",
        "بل",
        "مما",
        "وسط",
        "ريثما",
        "لما",
        "كلما",
        "طالما",
        "حالما",
        "منذما",
        "بيد",
        "كي",
        "لكي",
        "حتي",
    ]
)
VERB_NEGATORS = frozenset({"لم", "لن", "لا"})
NEGATORS = frozenset(["لم", "لن", "لا", "ما", "ليس", "ليست", "لما", "غير", "دون", "بدون", "عدم"])
VERB_MARKERS = frozenset(["قد", "لقد", "لم", "لن", "سوف"])
# ثلاثة مدنيين آخرين: an adjective where it stands right behind people, else people by itself.
OTHERS = frozenset({"اخرون", "اخرين", "اخريات"})
# Words that stand before the head of a noun phrase without changing what governs it.
DETERMINERS = frozenset(
    [
        "كل",
        "جميع",
        "كافه",
        "كامل",
        "باقي",
        "بقيه",
        "بعض",
        "عده",
        "عدد",
        "احد",
        "احدي",
        "كلا",
        "كلتا",
        "معظم",
        "غالبيه",
        "اغلب",
        "سائر",
        "نصف",
        "ثلث",
        "مئات",
        "عشرات",
        "الاف",
        "ملايين",
        "مايات",
        "مءات",
        "العشرات",
        "المءات",
        "الميات",
        "ميات",
        "الالاف",
        "الملايين",
        "اخر",
        "اول",
        "ثاني",
        "ثالث",
        "هذا",
        "هذه",
        "ذلك",
        "تلك",
        "هولاء",
        "اولءك",
        "مجموعه",
        "مجموعات",
        "نحو",
        "حوالي",
        "قرابه",
        "زهاء",
        "اكثر",
        "اقل",
        "ازيد",
        "واحد",
        "اثنان",
        "اثنين",
        "اثنتان",
        "اثنتين",
        "كبار",
        "صغار",
        "كبري",
        "بضع",
        "بضعه",
        "العديد",
        "عديد",
        "مزيد",
        "المزيد",
        "مزيدا",
        "عددا",
        "كثير",
        "الكثير",
        "كثيرا",
        "قسم",
        "قسما",
        "اغلبيه",
        "ربع",
        "ثلثا",
        "ثلثي",
        "مختلف",
        "عموم",
        "ايه",
        "اي",
        "نفس",
        "ذات",
    ]
)
_HANDS = ("يد", "ايدي", "قبضه")
IN_HANDS = frozenset(
    {*((preposition, noun) for preposition in ("في", "الي") for noun in _HANDS), *(("", "ب" + noun) for noun in _HANDS)}
)
"""Into whose hands something falls: a preposition and the noun after it, or both in one word (بيد الفصائل, في قبضة الجيش)."""
AGENT_PHRASES = (("من", "قبل"), ("علي", "يد"), ("علي", "ايدي"), ("من", "جانب"), ("من", "طرف"))
AT_COST = "علي حساب"
BESIDE = "الي جانب"
"""What governs a phrase that names who does something together with the subject: إلى جانب روسيا, بمشاركة روسيا."""
TOGETHER = frozenset({"بمشاركه", "وبمشاركه", "بمعيه", "بمسانده", "وبمسانده", "بموازره", "وبموازره"})
"""Words with ب whose genitive acts together with the subject."""
# Nouns of what is announced, with which the content of a report begins: أعلنت إدارة المعبر إغلاق, عودة ...
ANNOUNCED = frozenset(
    ["اغلاق", "فتح", "افتتاح", "عوده", "دخول", "وصول", "استيناف", "استءناف", "تمديد", "تعليق", "انتهاء", "بدء", "ارتفاع", "وفاه", "اعاده",
     "ايقاف", "انطلاق"]
)  # fmt: skip
QUOTES = frozenset("\"'“”«»‘’()[]")
_OPENING = {")": "(", "]": "[", "”": "“", "»": "«", "’": "‘"}
AMONG = frozenset({"بينهم", "بينهما", "منهم", "منهما", "بينهن", "منهن", "ضمنهم"})
"""Words that lead from a number of people to a part of them: قتل سبعة، ثلاثة منهم أطفال."""
HARD_ENDS = frozenset(".!?؟؛;:")


# Words that govern no noun phrase: after them a noun is subject, object or topic of its own clause.
UNGOVERNING = (
    COMPLEMENTISERS
    | SUBORDINATORS
    | STRONG_RELATIVES
    | NEGATORS
    | VERB_MARKERS
    | frozenset(
        [
            "و",
            "ف",
            "ثم",
            "او",
            "ام",
            "بل",
            "هو",
            "هي",
            "هم",
            "هما",
            "هن",
            "هناك",
            "ثمة",
            "ثمه",
            "ايضا",
            "كذلك",
            "الان",
            "اليوم",
            "امس",
            "غدا",
            "فقط",
            "كانت",
            "كانوا",
            "يكون",
            "تكون",
            "ليكون",
            "اما",
            "وهو",
            "وهي",
            "يا",
            "ها",
            "اي",
            "كان",
            "بات",
            "باتت",
            "اصبح",
            "اصبحت",
            "وهناك",
            "هنا",
            "الا",
        ]
    )
)


_LETTER_AND_WAW = 2
"""Letters of what is no waw or fa before a word of one letter: فك is "lifting", and no ك after ف."""
_WHOLE = frozenset({"فتحت"})
"""Verbs that look like a waw or fa and a word of a closed class: she opened, and under."""


@lru_cache(maxsize=100_000)
def bare(norm: str, words: frozenset[str]) -> str:
    """The word itself, or without a leading waw or fa, where it belongs to a closed class; else ""."""
    if norm in words:
        return norm
    if norm[:1] in "وف" and len(norm) > _LETTER_AND_WAW and norm[1:] in words and norm not in _WHOLE:
        return norm[1:]
    return ""


RESUMPTIVE = frozenset(
    [
        "عليها",
        "عليه",
        "عليهم",
        "فيها",
        "فيه",
        "منها",
        "منه",
        "بها",
        "به",
        "اليها",
        "اليه",
        "عنها",
        "عنه",
        "لها",
        "له",
        "عليهما",
        "فيهما",
        "منهما",
        "بهما",
        "اليهما",
    ]
)
"""Prepositions with a pronoun that takes up the noun which a relative clause describes."""


def closes(texts: Iterable[str], mark: str) -> bool:
    """Whether a quote or bracket closes one that opened among the texts before it."""
    return sum(text == _OPENING.get(mark, mark) for text in texts) % 2 == 1
