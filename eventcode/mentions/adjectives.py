"""Adjectives of nouns that mean somebody: a country's nisba, and attributive adjectives that no dictionary knows."""

from __future__ import annotations

import re

from eventcode.mentions.closed import PREPOSITIONS, UNGOVERNING, bare
from eventcode.mentions.idafa import ADJECTIVE_ENDINGS
from eventcode.mentions.kinds import acting
from eventcode.mentions.model import View
from eventcode.mentions.nouns import BEFORE_NAMES, adjective_here
from eventcode.mentions.phrases import Phrases
from eventcode.patterns import Match

# Common adjectives whose form does not show that they are (معقل كبير للفصائل), folded, masculine.
_ADJECTIVES = frozenset(
    ["كبير", "صغير", "جديد", "قديم", "اخير", "بارز", "مهم", "هام", "ضخم", "واسع", "سابق", "حصين", "محصن", "مستقل", "مشترك", "متقدم",
     "خاص", "عام", "رفيع", "مسلح", "متشدد", "متطرف", "معتدل", "محلي", "كبار", "صغار", "جدد", "اجنبي", "اجانب", "عرب", "مجهول"]
)  # fmt: skip
_NO_ADJECTIVES = frozenset(
    {"المسووليه", "النار", "الرصاص", "الصواريخ", "السلاح", "الحصار", "الخناق", "السيطره", "الطريق", "الحرب", "الهدنه", "الحكم", "السلطه", "الضغط",
     "العديد", "الكثير", "المزيد", "البعض", "اللوم", "اللاءمه", "اللايمه", "الطوق", "الحداد", "الكهرباء", "المياه", "الجسر", "الجسور", "الطرق", "الطرقات",
     "الملف", "الملفات", "الشروط", "الجريمه", "المجزره", "المجازر", "العشاير", "القبايل", "الثمن", "الستار", "الوضع", "الموقف", "الامر"}
)  # fmt: skip
_BROKEN_PLURAL = re.compile("الا[^ا][^ا]ا[^ا]")  # nouns: الأطراف, الأطفال
# So are nouns of action: أعلن المرصد التوصل, نفت الهيئة الانسحاب.
_OF_ACTION = re.compile("الا.{2,4}ا[^نيء]|الت(وصل|صدي|قدم|حقق|خلي|عامل|راجع|نسيق|عاون|دخل)|البدء|القبض|العثور|الرد")


def is_nisba(view: View, index: int, found: dict[str, list[Match]]) -> bool:
    """غارات روسية وسورية, جنديا سوريا, اتفاقا روسيا تركيا: a country's name that is an adjective after an indefinite noun."""
    if "nation" not in found or index == 0:
        return False
    if view.tokens[index].text.endswith(("ياً", "يًا")):
        return True  # عرضاً روسياً: no country's name has tanwin
    if found["nation"][0].analysis.article and adjective_here(view, index):
        # الحدود السورية
        return True
    before = view.tokens[index - 1]
    nation = view.best(index - 1, "nation")
    if (
        nation is not None
        and not nation.analysis.article
        and (
            found["nation"][0].analysis.proclitics == "و"
            or before.norm.endswith("ا")
            or (before.norm.endswith("يه") and view.tokens[index].norm.endswith("يه"))  # غارات روسية سورية
        )
    ):
        return not view.best(index - 1, "country") or before.norm.endswith("ه") or is_nisba(view, index - 1, view.at[index - 1])
    following = view.best(index + 1, "nation") if index + 1 < len(view.tokens) else None
    # غارات سورية روسية, غارات سورية وروسية
    pair = following is not None and following.analysis.proclitics in ("", "و") and not following.analysis.article
    if pair and "trigger" in view.covered[index - 1] and view.tokens[index + 1].norm.endswith("يه"):
        return True  # غارات سورية روسية
    if before.norm.endswith(("ها", "هما")):
        return False  # تقاتلها تركيا: a pronoun, and no accusative
    if any(
        match.value.form is not None and match.value.form.pos == "participle" for match in view.at[index - 1].get("trigger", ())
    ):
        return False  # داعياً روسيا إلى: a participle of speech has an object, and no adjective
    head = index - 1
    while head and view.tokens[head].text.endswith("يا") and not view.covered[head] & {"agent", "trigger", "country"}:
        head -= 1  # رتلا عسكريا تركيا
    nominal = view.covered[head] & {"agent", "trigger"}
    return bool(nominal) and before.text.rstrip("ًٌٍ").endswith("ا") and not before.norm.startswith("ال")


def plain_adjective(phrases: Phrases, index: int, definite: bool) -> bool:
    """An attributive adjective that no dictionary knows: it agrees in definiteness with its head."""
    view = phrases.view
    norm = view.tokens[index].norm
    found = view.at[index]
    named = any(match.value.ref.known_by(phrases.known) for match in found.get("actor", ()))
    if norm in PREPOSITIONS or bare(norm, UNGOVERNING) or named or found.get("agent") or view.dated(index):
        return False
    if definite:
        if view.tokens[index].text.startswith(("إ", "آ", "أ")) or (norm in BEFORE_NAMES and phrases.apposed_person(index + 1)):
            return False  # إلقاء, آلاف: no article; اعتقل الجيش الإرهابي فلان الفلاني: of the one who is named
        if norm in _NO_ADJECTIVES or _BROKEN_PLURAL.fullmatch(norm) or _of_action(view, index):
            return False  # تحمل المعارضة المسؤولية, حث المبعوث الأطراف
        # Adjectives of a feminine or of a plural in ات end in ta marbuta: الشرطة العسكرية, then النار is no adjective of it.
        before = view.tokens[index - 1].norm if index else ""
        feminine = before.endswith(("ه", "ات")) and before.startswith("ال")
        if before.startswith("ال") and before.endswith("ي") and norm.endswith("ه"):
            return False  # nor is a feminine one of the nisba of a masculine: للنظام السوري, then القرية
        if any(match.value.ref in ("place-nouns", "munitions") for match in view.at[index].get("list", ())):
            return False  # استخدم النظام البراميل
        if any(place.first == index and place.certain and place.kind == "place" for place in view.places):
            return False  # تحاصر الفصائل الفوعة
        return norm.startswith("ال") and len(norm) > 4 and (not feminine or norm.endswith(("ه", "ي", "ا")))
    if norm.endswith("يا") and not found.get("country"):
        return True  # رتلا عسكريا تركيا
    if norm.endswith("ا") and view.tokens[index].text.endswith(("اً", "ًا")) and index and view.tokens[index - 1].norm.endswith("ا"):
        norm = norm[:-1]  # قيادياً ميدانياً في
    return norm in _ADJECTIVES or (not norm.startswith(("ال", "و", "ب", "ل")) and norm.endswith(ADJECTIVE_ENDINGS))


def _of_action(view: View, index: int) -> bool:
    """أعلن المرصد التوصل: whether a definite word is a noun of action; with a hamza it would be a plural (المدنيين الأبرياء)."""
    return "أ" not in view.tokens[index].text and _OF_ACTION.fullmatch(view.tokens[index].norm) is not None


def end_of_place_name(view: View, index: int) -> int:
    """مشفى معرة النعمان الوطني, مطار كويرس العسكري: where a name of one or two words with a definite adjective after it ends."""
    for end in (index + 1, index + 2):
        if end >= len(view.tokens) or view.tokens[end].kind != "word" or acting(view, end - 1):
            return 0
        norm = view.tokens[end].norm
        if norm.startswith("ال") and norm.endswith(("ي", "ه")) and len(norm) > 5 and not acting(view, end):
            return end + 1
    return 0
