"""Compose actors from agent nouns, owners, nationalities and names ("طائرات حربية روسية", "40 عنصراً من قوات الأسد").

The code follows section 3 of the coding rules: a group's code stands for everything that belongs to the group; a country takes
the role of the head (RUS + MIL); a head with no role of its own (positions, members, leaders) takes its owner's code.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Set
from functools import lru_cache
from itertools import pairwise

import attrs

from eventcode.codebook import ActorName, AgentNoun, Codebook, Nationality
from eventcode.mentions.aliases import without_aliases
from eventcode.mentions.closed import (
    AGENT_PHRASES,
    AT_COST,
    BESIDE,
    COMPLEMENTISERS,
    DETERMINERS,
    IN_HANDS,
    PREPOSITIONS,
    QUOTES,
    RESUMPTIVE,
    TOGETHER,
    UNGOVERNING,
    bare,
    closes,
)
from eventcode.mentions.coordination import partner
from eventcode.mentions.counted import tie_quantities
from eventcode.mentions.latter import LATTER, the_latter
from eventcode.mentions.model import ActorMention, View
from eventcode.mentions.nouns import (
    BEFORE_NAMES,
    NAMED_KINDS,
    adjective_here,
    bare_word,
    described,
    describes_a_toll,
    displaced,
    gender_of_name,
    in_no_idafa,
    names_a_village,
    nobody,
    numbered,
    one_word,
    stative,
    tied_by_name,
    unnamed_men,
)
from eventcode.mentions.ownprep import letters_before, own_preposition
from eventcode.mentions.spans import bare_start
from eventcode.patterns import Match

ARMED_KINDS = frozenset({"force", "aircraft", "weapon", "vehicle"})
_OWN_ROLES = frozenset({"CVL", "MED", "HLH", "EDU", "REF", "COP", "JUD", "LEG", "LAB", "REL", "BUS", "AGR"})
_GOVERNMENT = "GOV"
_PRESS = "MED"
# Whose a force is said to be: مسلحون مرتبطون بالقاعدة, فصائل تنتمي إلى الجيش الحر.
_ATTACHED = frozenset(
    {
        f"{word}{ending}"
        for word in ("تابع", "مرتبط", "مقرب", "مساند", "خاضع", "محسوب", "حليف", "مناصر", "متحالف", "مويد", "مبايع")
        for ending in ("", "ا", "ه", "ين", "ون", "ان", "تين", "تان", "ات")
    }
    | {f"{word}{ending}" for word in ("موال", "منتم", "منضو") for ending in ("", "ي", "يه", "ين", "ون", "يتين", "يتان", "يات")}
    | {"يتبع", "تتبع", "يتبعون", "ينتمي", "تنتمي", "ينتمون", "تنضوي", "ينضوون", "ينضوي"}
)
_SUPPORTING = frozenset({"داعم", "داعمه", "داعمين", "داعمون", "رديف", "رديفه"})
SUPPOSING = frozenset({"يرجح", "يعتقد", "يشتبه", "يقال", "قيل", "رجح", "يظن"})
WITHIN = SUPPOSING | {"يتبع", "تتبع", "يتبعون", "ينتمي", "تنتمي", "ينتمون", "تنضوي", "ينضوون", "ينضوي"}
"""Verbs that tell inside a phrase whose somebody is: طائرات يرجح أنها روسية, عناصر يتبعون للهيئة."""
THAT_IT = frozenset({"انها", "انه", "انهما", "انهم"})
_STORED = frozenset({"للذخيره", "للذخاير", "للذخاءر", "للاسلحه", "للسلاح", "للصواريخ", "للوقود", "للمتفجرات", "للعتاد"})
_FOLLOWING = frozenset({"يتبع", "تتبع", "يتبعون"})
_FOLLOWED_KINDS = frozenset({"group", "government", "country"})
_AND_OTHERS = frozenset({"واخري", "واخر", "واخرون", "واخرين"})
_JOINT_KINDS = frozenset({"force", "aircraft", "government", "facility", "vehicle"})
_BACKED = frozenset({"مدعوم", "مدعومه", "مدعومين", "مدعومون", "ممول", "ممولين"})
_VERBAL = frozenset({"trigger", "light", "aspect", "report", "verb", "cue", "result", "cause", "according", "via", "statement"})
# الفصائل المعارضة للنظام: whom they stand against is no owner.
_OPPOSED = frozenset(
    {
        f"{word}{ending}"
        for word in ("معارض", "مناهض", "معادي", "مناوي", "مناوء", "رافض", "مناكف")
        for ending in ("", "ه", "ين", "ون")
    }
)
# What a person is called by before any office: a cleric who leads a party is a cleric.
_CALLINGS = frozenset({"REL", "BUS", "LEG"})
# Where officials are posted: السفير في دمشق, المبعوث إلى سوريا, المندوب لدى الأمم المتحدة.
# Common adjectives whose form does not show that they are (معقل كبير للفصائل), folded, masculine.
_ADJECTIVES = frozenset(
    ["كبير", "صغير", "جديد", "قديم", "اخير", "بارز", "مهم", "هام", "ضخم", "واسع", "سابق", "حصين", "محصن", "مستقل", "مشترك", "متقدم",
     "خاص", "عام", "رفيع", "مسلح", "متشدد", "متطرف", "معتدل", "محلي", "كبار", "صغار", "جدد", "اجنبي", "اجانب", "عرب", "مجهول"]
)  # fmt: skip
_MILITARY = frozenset({"عسكري", "عسكريه", "حربي", "حربيه", "جوي", "جويه"})
_DEMONSTRATIVES = frozenset({"هذا", "هذه", "ذلك", "تلك", "هولاء"})
_TITLES = frozenset({"official", "people", "source"})
_MOST_ADJECTIVES = 3
# Makes of aircraft, before their number.
_MODELS = frozenset({"اف", "ميغ", "ميج", "سوخوي", "سو", "سي", "توبوليف"})
STATELESS = frozenset({"UAF", "UNK", "IGO", "NGO", "IMG"})
"""Roots of codes that are of no country."""
_OR = frozenset({"او", "ام"})
# Plurals that begin a title of several words, without what may be a letter before the word.
_SO_CALLED = frozenset({"يسمي", "تسمي", "سمي", "يسمونه", "يدعي", "اسمته", "اسماه"})
_PLURAL_HEADS = frozenset({"زراء", "زيرا", "زيري", "روساء", "قاده", "زعماء", "سفراء", "مندوبو", "مندوبي", "ممثلو", "ممثلي"})
_POSTED = frozenset({"في", "الي", "لدي"})
_POSTS = frozenset({"country", "capital", "igo", "group"})
_BELONGS = frozenset({"من", "في", "ل", "ب", "علي", "مع", "بين", "عن", "الي"})
_WORKING = frozenset({"يعمل", "تعمل", "يعملون", "متعاون", "متعاونه", "متعاونون", "متعاونين"})
_UNDER = frozenset({"قياده", "رايه", "لواء", "مظله", "جناح", "امره"})
_TOLLS = frozenset({"dead", "wounded"})
_PORTFOLIOS = frozenset({"خارجيه", "داخليه", "ماليه"})
_NO_ADJECTIVES = frozenset(
    {"المسووليه", "النار", "الرصاص", "الصواريخ", "السلاح", "الحصار", "الخناق", "السيطره", "الطريق", "الحرب", "الهدنه", "الحكم", "السلطه", "الضغط",
     "العديد", "الكثير", "المزيد", "البعض", "اللوم", "اللاءمه", "اللايمه", "الطوق", "الحداد", "الكهرباء", "المياه", "الجسر", "الجسور", "الطرق", "الطرقات",
     "الملف", "الملفات", "الشروط", "الجريمه", "المجزره", "المجازر", "العشاير", "القبايل", "الثمن", "الستار", "الوضع", "الموقف", "الامر"}
)  # fmt: skip
_BROKEN_PLURAL = re.compile("الا[^ا][^ا]ا[^ا]")  # nouns: الأطراف, الأطفال
# So are nouns of action: أعلن المرصد التوصل, نفت الهيئة الانسحاب.
_OF_ACTION = re.compile("الا.{2,4}ا[^نيء]|الت(وصل|صدي|قدم|حقق|خلي|عامل|راجع|نسيق|عاون|دخل)|البدء|القبض|العثور|الرد")
_ADJECTIVE_ENDINGS = ("ه", "ين", "ي", "يه", "ون", "يان", "يتان")
_THINGS = frozenset({"facility", "vehicle", "weapon"})
# انفجار قوي: with its dots no قوى; أمام مسجد: with this hamza in front of one, and no imam.
_OTHER_WORDS = frozenset({"قوي", "أمام"})
_SITES = frozenset({"قاعده", "مطار", "معسكر"})
_PERSONS = frozenset({"شخص", "شخصا", "اشخاص", "شخصان", "شخصين"})
_MEMBERS = frozenset({"source", "official", "people", "force"})


def compose(noun: AgentNoun, owner: str) -> str:
    """The code of an agent noun with an owner's code ("" for none)."""
    if not owner:
        return noun.alone
    if noun.role == "NGO":
        return owner if owner[:3] in ("NGO", "IGO") else noun.alone  # متطوع في الدفاع المدني
    country, role = owner[:3], owner[3:]
    if role == "REF" and noun.kind == "force":
        return noun.alone  # إرهابيي مخيم اليرموك: not of its people
    if country in STATELESS:
        return owner
    if not role:
        own = noun.role or ("MIL" if noun.kind in ARMED_KINDS else "GOV" if noun.kind == "official" else "")
        return country + (own or (noun.alone[3:] if noun.kind == "people" else ""))
    if noun.role == "CVL" and role == "REF":
        return owner  # أهالي المخيم, أطفال النازحين
    if noun.role in _OWN_ROLES and role in ("GOV", "MIL", "OPP"):
        return country + noun.role
    if role == _GOVERNMENT and (noun.kind in ARMED_KINDS or noun.role == "MIL"):
        return country + "MIL"
    if role == "OPP" and noun.kind == "force":
        # مقاتلون من المعارضة bear arms; the opposition that talks does not.
        return country + "REB"
    if noun.role in _OWN_ROLES and noun.kind == "people":
        return country + noun.role
    return owner


class _Composer:
    def __init__(self, view: View, codebook: Codebook, day: dt.date | None, known: frozenset[str]) -> None:
        self.view = view
        self.tokens = view.tokens
        self.codebook = codebook
        self.day = day
        self.known = known
        self.extra: list[ActorMention] = []
        self.previous = ""
        self.nationals = -1

    # -- heads ---------------------------------------------------------------------------------------------------

    def parse(self, index: int, depth: int = 0) -> ActorMention | None:
        """The actor whose head stands at a token, with its owner and adjectives."""
        if index >= len(self.tokens) or depth > 4 or stative(self.view, index):
            return None
        found = self.view.at[index]
        candidates: list[tuple[int, int, str, Match]] = []
        for rank, kind in enumerate(("actor", "agent", "country")):
            for match in found.get(kind, ()):
                if kind == "country" and (self.is_nisba(index, found) or names_a_village(self.view, index)):
                    continue
                if kind == "country" and "nation" in found and any(q.noun == index for q in self.view.quantities):
                    continue  # مقتل 12 سورياً: counted ones are people
                if kind == "actor" and not (match.value.ref.known_by(self.known) or tied_by_name(self.view, match)):
                    continue
                if kind == "agent" and nobody(self.view, index, match):
                    continue
                if kind == "agent" and (_ally_of(match) or self.tokens[index].text in _OTHER_WORDS):
                    continue
                if kind == "agent" and match.value.ref.kind == "parties":
                    if described(self.view, match.last) or self._apposed_person(match.last) is not None:
                        continue  # الجانبان الروسي والتركي, الرئيسان فلان وفلان
                candidates.append((match.first - match.last, rank, kind, match))
        if len(candidates) > 1:
            candidates.sort(key=lambda item: (item[0], len(item[3].analysis.proclitics) + len(item[3].enclitic), item[1]))
        for _, _, kind, match in candidates:
            if kind == "actor":
                return self.named(match)
            if kind == "agent":
                return self.agent(match, depth)
            return self.country(match)
        nation = self.view.best(index, "nation")
        return self._nationals(index, nation) if nation is not None and nation.value.form is not None else None

    def _nationals(self, index: int, nation: Match) -> ActorMention | None:
        """الأتراك, 14 إيرانياً, مقتل سوريين: an adjective of nationality that stands for people; counted ones are civilians."""
        country, form = nation.value.ref.country, nation.value.form
        if nation.analysis.article:
            if form.number != "p" or form.gender == "f" or adjective_here(self.view, index):
                return None
            return self._mention(nation, country, None, "people", nation.last, "GOV", resolved=True)
        # "خمسة سوريين وأردني": the one after waw is counted with them.
        counted = any(quantity.noun == index for quantity in self.view.quantities)
        joined = index == self.nationals and nation.analysis.proclitics == "و"
        if not counted and not joined and (form.number == "s" or form.gender == "f" or not self._governs(index - 1)):
            return None
        code = country + "CVL" if len(country) == 3 else country
        mention = self._mention(nation, code, None, "people", nation.last, "CVL", resolved=True)
        mention.counts = True
        self.nationals = nation.last
        return mention

    def _governs(self, index: int) -> bool:
        """Whether the word at a token takes a noun of its own after it: a preposition, a verb, a verbal noun."""
        if index < 0:
            return True
        norm = self.tokens[index].norm
        if self.view.preposition(index) or norm in RESUMPTIVE:
            return True
        return self._verbal(index) and not norm.endswith(("ات", "ين", "ون", "ا")) and not norm.startswith("ال")

    def is_nisba(self, index: int, found: dict[str, list[Match]]) -> bool:
        """غارات روسية وسورية, جنديا سوريا, اتفاقا روسيا تركيا: a country's name that is an adjective after an indefinite noun."""
        if "nation" not in found or index == 0:
            return False
        if self.tokens[index].text.endswith(("ياً", "يًا")):
            return True  # عرضاً روسياً: no country's name has tanwin
        if found["nation"][0].analysis.article and adjective_here(self.view, index):
            # الحدود السورية
            return True
        before = self.tokens[index - 1]
        nation = self.view.best(index - 1, "nation")
        if (
            nation is not None
            and not nation.analysis.article
            and (
                found["nation"][0].analysis.proclitics == "و"
                or before.norm.endswith("ا")
                or (before.norm.endswith("يه") and self.tokens[index].norm.endswith("يه"))  # غارات روسية سورية
            )
        ):
            return (
                not self.view.best(index - 1, "country")
                or before.norm.endswith("ه")
                or self.is_nisba(index - 1, self.view.at[index - 1])
            )
        following = self.view.best(index + 1, "nation") if index + 1 < len(self.tokens) else None
        # غارات سورية روسية, غارات سورية وروسية
        pair = following is not None and following.analysis.proclitics in ("", "و") and not following.analysis.article
        if pair and "trigger" in self.view.covered[index - 1] and self.tokens[index + 1].norm.endswith("يه"):
            return True  # غارات سورية روسية
        if before.norm.endswith(("ها", "هما")):
            return False  # تقاتلها تركيا: a pronoun, and no accusative
        if any(
            match.value.form is not None and match.value.form.pos == "participle"
            for match in self.view.at[index - 1].get("trigger", ())
        ):
            return False  # داعياً روسيا إلى: a participle of speech has an object, and no adjective
        head = index - 1
        while head and self.tokens[head].text.endswith("يا") and not self.view.covered[head] & {"agent", "trigger", "country"}:
            head -= 1  # رتلا عسكريا تركيا
        nominal = self.view.covered[head] & {"agent", "trigger"}
        return bool(nominal) and before.text.rstrip("ًٌٍ").endswith("ا") and not before.norm.startswith("ال")

    def named(self, match: Match) -> ActorMention:
        ref: ActorName = match.value.ref
        code, name = ref.on(self.day)
        last = match.last
        following = self.view.best(last, "nation") if last < len(self.tokens) else None
        # حثت الأمم المتحدة روسيا: a country's own name is no adjective of the name before it.
        adjective = following is not None and not following.analysis.proclitics and not self.view.best(last, "country")
        if following is not None and adjective and ref.kind != "country":
            last = following.last
            if code[3:] in ("", "GOV", "MIL") and code[:3] not in STATELESS and ref.kind != "person":
                # القيادة العامة للقوات المسلحة الليبية, الاحتلال الفرنسي: what every state may have is that of the one named.
                code = following.value.ref.country[:3] + code[3:]
        mention = self._mention(match, code, name, ref.kind, last, "", resolved=True)
        for other in ref.others:
            self._another(match, other, ref.kind, last, "")
        mention.person = ref.full if ref.kind == "person" else ""
        return mention

    def country(self, match: Match) -> ActorMention:
        ref: Nationality = match.value.ref
        return self._mention(match, ref.country, None, ref.kind, match.last, "", resolved=True)

    def agent(self, match: Match, depth: int) -> ActorMention:
        noun: AgentNoun = match.value.ref
        owner = self._joint_owner(match, depth)
        owner_code = owner.code if owner is not None else ""
        index = last = match.last
        definite = (
            match.analysis.article
            or bool(match.enclitic)
            or (match.last - match.first > 1 and self.tokens[match.last - 1].norm.startswith("ال"))
            or (match.value.form is None and self.tokens[match.first].text.startswith("ال"))
        )
        skipped = 0
        while index < len(self.tokens):
            token = self.tokens[index]
            if token.norm in _DEMONSTRATIVES and index == last and not owner_code:
                index += 1  # عناصر هذه الكتيبة
                continue
            if token.norm == "ما" and index == last and not owner_code and self.tokens[index + 1 : index + 2]:
                if self.tokens[index + 1].norm in _SO_CALLED:
                    index += 2  # مسلحو ما يسمى جيش الإسلام
                    continue
            if token.norm == "علي" and index == last and [t.norm for t in self.tokens[index + 1 : index + 3]] == ["الاقل", "من"]:
                index += 2  # سبعة عناصر على الأقل من المعارضة
                continue
            supposed = self._supposed(index) if not owner_code and index - last <= 1 else 0
            if supposed and self._whose(supposed):
                index = supposed  # طائرات يرجح أنها روسية
                continue
            if token.kind == "punct":
                if token.text in QUOTES and index + 1 < len(self.tokens):
                    index += 1
                    if owner_code and closes((t.text for t in self.tokens[match.first : index - 1]), token.text):
                        last = index
                    continue
                break
            adjective = index == match.last and describes_a_toll(self.view, match)
            if not adjective and (token.kind == "number" or any(quantity.first == index for quantity in self.view.quantities)):
                break
            if owner_code and token.norm in _OR and index + 1 < len(self.tokens):
                # القوات السورية أو الروسية
                other = self.view.best(index + 1, "nation")
                if other is not None and not other.analysis.proclitics and other.analysis.article == definite:
                    index = last = self._elliptic(match, noun, other).last
                    continue
            others = self._and_others(match, noun, index, depth) if owner_code and token.norm in _AND_OTHERS else None
            if others is not None:
                index = last = others.last
                continue
            if noun.kind == "facility" and token.norm in _STORED and index == last:
                index = last = index + 1  # مستودعاً للذخيرة تابعاً للفصائل
                continue
            if noun.kind == "aircraft" and token.norm in _MODELS and not owner_code:
                # مقاتلات إف-16 من سلاح الجو
                index += 1
                while index < len(self.tokens) and (self.tokens[index].kind == "number" or self.tokens[index].text in ("-", "–")):
                    index += 1
                last = index
                continue
            nation = self.view.best(index, "nation")
            ally = noun.alone == "UNK" and bool(match.enclitic) and not owner_code  # حليفتها موسكو, حليفه حزب الله
            if ally and self.view.best(index, "country") is not None:
                nation = None
            if nation is not None and (not nation.analysis.proclitics or (owner_code and nation.analysis.proclitics == "و")):
                if nation.analysis.proclitics == "و":
                    if nation.analysis.article != definite:
                        break
                    index = last = self._elliptic(match, noun, nation).last
                    continue
                closed = definite and not match.enclitic and not nation.analysis.article  # but حليفته روسيا
                if closed and (owner_code or self.view.best(index, "country")):
                    break  # دعا الأمين العام روسيا, دعا الرئيس الفرنسي روسيا: no adjective of the definite noun
                if not owner_code:
                    owner_code = nation.value.ref.country
                    if noun.role == "REB" and owner_code != "SYR" and self.view.best(index, "country") is not None:
                        owner_code = self.codebook.backers.get(owner_code, owner_code)  # فصائل تركيا: not of her people
                elif noun.kind in _JOINT_KINDS and nation.value.ref.country[:3] != owner_code[:3]:
                    # سلاح الجو السوري الروسي المشترك, دورية روسية تركية: forces of both
                    index = last = self._elliptic(match, noun, nation).last
                    continue
                index = last = nation.last
                continue
            if token.norm == "كل" and index == last and index + 1 < len(self.tokens) and self.tokens[index + 1].norm == "من":
                index = last = index + 2  # رؤساء كل من روسيا وتركيا
                continue
            further = self._further_state(match, noun, index) if len(owner_code) == 3 and index == last else None
            if further is not None:
                index = last = further.last
                continue
            if owner is not None and (owner_code or owner.definite):
                break
            word = bare_word(token)
            if word in _BACKED and definite and not token.norm.startswith("ال"):
                break  # هاجمت القوات النظامية مدعومة بالطيران: that is about the act
            if word in _BACKED:
                backer = self._after_preposition(index + 1, depth)
                if backer is None:
                    break
                if not owner_code:
                    owner_code = self.codebook.backers.get(backer.code[:3], "") if noun.kind != "official" else ""
                index = last = self._further_states(backer.last, depth)
                continue
            if word in _ATTACHED or (word in _SUPPORTING and noun.kind == "force"):
                parent = self._after_preposition(index + 1, depth)
                if parent is None and word in _FOLLOWING and not definite:
                    followed = self.parse(index + 1, depth + 1)  # حاجز يتبع هيئة تحرير الشام
                    parent = followed if followed is not None and followed.kind in _FOLLOWED_KINDS else None
                if parent is None:
                    # الميليشيات المساندة لها takes the side of the actor before it; الموالية alone is pro-government.
                    pronoun = index + 1 < len(self.tokens) and self.tokens[index + 1].norm in ("لها", "له", "لهم", "لهما", "معها")
                    if pronoun and self.previous:
                        side = (
                            self.codebook.backers.get(self.previous[:3], "")
                            if noun.role == "REB" and self.previous[:3] != "SYR"
                            else ""
                        )
                        owner_code = owner_code or side or self.previous  # القوات التركية والفصائل الموالية لها
                        index = last = index + 2
                        continue
                    if word.startswith("موال") and not owner_code:
                        owner_code = "SYRMIL"
                        index = last = index + 1
                        continue
                    break
                if not owner_code or noun.role == "" or owner_code == parent.code[:3]:
                    # مسلحون سوريون موالون للنظام: whose they are says more than where they are from.
                    owner_code, owner = self._side_of(noun, parent.code), parent
                index = last = self._further_states(parent.last, depth)
                continue
            fled = (
                displaced(self.view, index, definite=definite)
                if noun.kind == "people" and index == last and not owner_code
                else None
            )
            if fled is not None:
                owner_code = fled.value.ref.alone
                index = last = fled.last
                continue
            outlet = self._outlet(index, depth) if noun.alone[3:] == _PRESS and index == last and not owner_code else None
            if outlet is not None:
                owner_code, owner = outlet.code, outlet
                index = last = outlet.last
                continue
            foe = self._foe(index, depth)
            if foe is not None:
                index = last = foe.last
                skipped = _MOST_ADJECTIVES
                continue
            direct = None
            absolute = index == match.last and in_no_idafa(match, self.tokens[index - 1].norm)
            if (
                (adjective or not (absolute or self._accusative(index)))
                and not self._proclitic(index)
                and not (definite and (match.value.form is not None or one_word(match)) and self._own_phrase(index))
            ):
                direct = self.parse(index, depth + 1)
            if direct is not None and skipped and index > last and not definite and not direct.person:
                break  # متظاهرون غاضبون مخفراً, شاحنة كبيرة المعبر: after an adjective no indefinite noun is in an idafa any more
            if direct is not None and index == match.last and self._closed_phrase(match) and not ally and not direct.proclitics:
                if direct.kind != "person" and not (direct.kind == "group" and noun.kind == "force"):
                    break  # منظمات حقوقية القوات, وزارة الخارجية والمغتربين مجلس الأمن
            if direct is not None and not direct.proclitics:
                passengers = self.tokens[index].norm in ("ركاب", "مسافرين")
                flown = noun.kind == "aircraft" and direct.kind in ("facility", "vehicle", "people") and not passengers
                if flown or (direct.kind == "facility" and definite and noun.kind == "force"):
                    # قصفت مقاتلات مواقع الفصائل, استهدفت طائرة سيارة, داهمت الشرطة منزل شاب: it is what they struck, and they are not its own.
                    break
                if direct.kind == "person" and (definite or owner_code) and noun.kind in _TITLES and index == last:
                    break  # الإعلامي السعودي فلان: the person himself, as below
                if (
                    (
                        (definite or owner_code)
                        and not ally
                        and direct.kind != "person"
                        and not (
                            definite and not owner_code and direct.kind == "group" and noun.kind != "people" and one_word(match)
                        )
                    )
                    or (definite and not ally and self._site(index))
                    or (direct.kind == "group" and noun.kind == "government" and not ally)
                ):
                    break
                owner_code, owner = direct.code, direct
                if direct.kind == "force" and direct.role == "MIL" and not direct.code and self.view.lists[match.first] & _TOLLS:
                    noun = attrs.evolve(noun, kind="force", role="MIL", alone="", counts=True)  # شهداء عسكريون
                if noun.role == "REB" and direct.kind in ("country", "capital"):
                    owner_code = self.codebook.backers.get(direct.code, owner_code)  # فصائل أنقرة
                index = last = direct.last
                continue
            preposition = self.view.preposition(index) or self._proclitic(index)
            if preposition in ("باسم",) or token.norm == "باسم":
                parent = self.parse(index + 1, depth + 1)
                if parent is None:
                    break
                owner_code, owner = parent.code, parent
                index = last = parent.last
                continue
            # قيادي عراقي في تحرير الشام: of whom he is says more than where he is from.
            from_abroad = owner is None and len(owner_code) == 3 and noun.kind == "force" and preposition in ("من", "في")
            if (
                (preposition in ("من", "في") and noun.kind in _MEMBERS and not self._taken_from(preposition, noun, match))
                or (preposition == "من" and noun.kind == "aircraft" and not definite)
                or (preposition == "ل" and noun.kind in _MEMBERS and not (noun.kind == "force" and match.analysis.article))
                or (
                    preposition == "بين"
                    and noun.kind == "people"
                    and noun.role == ""
                    and "captives" not in self.view.lists[match.first]
                )
                or (preposition in ("ب", "عن") and noun.kind in ("source", "official"))
                or (preposition == "ل" and (noun.kind in _THINGS or (noun.kind == "aircraft" and not definite)))
            ) and not (
                (owner_code and not from_abroad) or (match.enclitic and preposition == "في" and noun.kind == "official")
            ):  # سفيرها في الأمم المتحدة
                addressed = preposition == "ب" and match.analysis.article and match.first > 0
                if addressed and "trigger" in self.view.covered[match.first - 1]:
                    break  # أشاد الوزير بالجيش: the complement of the verb
                parent = self._after_preposition(index, depth)
                if (
                    parent is None
                    or (from_abroad and parent.kind != "group")
                    or (
                        parent.kind in ("country", "capital")
                        and not (preposition in ("من", "عن") and noun.kind in ("official", "force") and not definite)
                    )
                    or parent.kind in ("facility", "person" if preposition == "من" and definite else "")  # سخر الوزير من فلان
                    or (preposition == "في" and noun.kind == "people" and noun.role not in ("", "NGO"))
                ):
                    break
                if preposition == "ل" and parent.kind == "media":
                    break  # قال مسؤول لرويترز: to whom he spoke
                attached = ("group", "force", "government", "official", *(("country", "capital") if preposition == "عن" else ()))
                if preposition in ("ب", "عن") and parent.kind not in attached:
                    break  # مسؤول بالجيش, ممثل عن الفصائل, ممثلون عن روسيا; but not مسؤول عن المخيم
                if preposition == "ل" and noun.kind not in ("official", "source", "force", "aircraft", *_THINGS):
                    break
                if parent.kind == "force" and self.view.tokens[match.first].norm in _PERSONS:
                    # 20 شخصاً من مقاتلي الفصائل: persons are whatever they are said to be of.
                    noun = attrs.evolve(
                        noun,
                        kind=parent.kind,
                        role=parent.role,
                        alone=parent.code,
                        anaphoric=parent.anaphoric,
                        counts=parent.counts,
                    )
                    owner_code, owner = parent.code, parent if parent.code else parent.owner
                else:
                    owner_code, owner = parent.code, parent
                index = last = parent.last
                continue
            if preposition or token.norm in PREPOSITIONS or self._verbal(index):
                break
            named = self._place_in_name(index) if noun.kind == "facility" and index == match.last and not definite else 0
            if named:
                if bare_word(self.tokens[named - 1]) in _MILITARY:
                    noun = attrs.evolve(noun, role="MIL", alone=noun.alone if noun.role == "MIL" else "SYRMIL")
                index = last = named
                continue
            if skipped < _MOST_ADJECTIVES and self._plain_adjective(index, definite):
                skipped += 1
                index += 1
                if definite:
                    last = index
                continue
            break
        if not owner_code and noun.role == "MIL" and noun.kind == "force" and last == match.last and numbered(self.view, last):
            owner_code = "SYRMIL"  # اللواء 107: units with a number alone are those of the army
            last += 1
        person = None
        if noun.kind in _TITLES or (noun.kind == "force" and not self._plural(match)):
            person = self._apposed_person(last) or (self._posted_person(last, depth) if noun.kind in _TITLES else None)
        group = self._quoted_group(last) if noun.kind == "force" and (owner is None or owner.kind == "country") else None
        if group is not None:
            last, owner, owner_code = group.last, group, group.code
        if person is not None:
            last, owner = person.last, person
            calling = noun.role in _CALLINGS
            owner_code = person.code[:3] if calling else person.code
            last = self._further_persons(match, noun, last)
            noun = noun if calling else attrs.evolve(noun, role="")
        if owner_code[3:] == _GOVERNMENT and self.view.lists[match.first] & _TOLLS:
            owner_code = owner_code[:3] + "MIL"  # قتلى النظام, جرحى النظام: of his forces
        if noun.anaphoric and noun.role == "REB" and not noun.counts and not owner_code and skipped:
            noun = attrs.evolve(noun, alone="")  # الهيئة الملكية: one that an adjective tells from the others
        # مبنى الدفاع الجوي: of forces of whom it is not said whose they are.
        open_ = owner is not None and not owner_code and owner.kind in ARMED_KINDS and noun.kind in _THINGS
        code = "" if open_ else compose(noun, owner_code)
        mention = self._mention(match, code, owner.name if owner else None, noun.kind, last, noun.role, resolved=bool(code))
        mention.definite = mention.definite or definite
        mention.assumed = not owner_code and not any(_syrian(token.norm) for token in self.tokens[match.first : match.last])
        mention.anaphoric = noun.anaphoric and not owner_code
        mention.counts = noun.counts
        mention.owner = owner
        mention.person = person.person if person is not None else ""
        mention.pronoun = match.enclitic if self.tokens[match.last - 1].norm != "نفسها" else ""  # جماعة تطلق على نفسها
        if owner is not None and owner.kind == "capital" and noun.alone == "UNK" and match.enclitic:
            mention.kind = owner.kind  # حليفتها موسكو
        if mention.gender == "f" and not match.enclitic and self._his(match):
            mention.gender = "both"
        return mention

    def _supposed(self, index: int) -> int:
        """يرجح أنها, ، يعتقد أنها: the token behind words of supposition that begin at one, past a comma; 0 where none do."""
        index += self.tokens[index].text in ("،", ",")
        words = [token.norm for token in self.tokens[index : index + 2]]
        return index + 2 if len(words) > 1 and words[0] in SUPPOSING and words[1].removeprefix("ب") in THAT_IT else 0

    def _whose(self, index: int) -> bool:
        """روسية, تابعة للنظام: whether a token tells whose something is."""
        if index >= len(self.tokens):
            return False
        attached = bare_word(self.tokens[index]) in _ATTACHED or self.view.preposition(index) == "من"
        return attached or self.view.best(index, "nation") is not None

    def _taken_from(self, preposition: str, noun: AgentNoun, match: Match) -> bool:
        """استعادت الفصائل من النظام بلدة, أوقع الجيش في صفوف المسلحين قتلى: whole forces with the article are of nobody after من or في, as
        men are (المسلحون من الفصيل).
        """
        return preposition in ("من", "في") and noun.kind == "force" and match.analysis.article and not noun.counts

    def _his(self, match: Match) -> bool:
        """نظيره, حليفه: whether a word read as a feminine may as well be a masculine with a suffix, for the sentence writes ه and ة apart."""
        written = one_word(match) and self.tokens[match.first].text.endswith("ه")
        return written and any(token.text.endswith("ة") for token in self.tokens)

    def _joint_owner(self, match: Match, depth: int) -> ActorMention | None:
        """مقاتلو وعائلات جيش الإسلام: a noun that has lost its nun belongs to whom the next one is said to be of."""
        form = match.value.form
        if form is None or form.state != "construct" or match.enclitic or self._proclitic(match.last) != "و":
            return None
        other = self.parse(match.last, depth + 1)
        return other.owner if other is not None and other.proclitics == "و" else None

    def _further_states(self, last: int, depth: int) -> int:
        """القوات المدعومة من روسيا وإيران: where the states end that share an epithet with the one before ``last``."""
        while last < len(self.tokens) and self.tokens[last].norm[:1] == "و":
            other = self.parse(last, depth + 1)
            if other is None or other.proclitics != "و" or other.kind not in ("country", "capital", "government"):
                break
            last = other.last
        return last

    def _place_in_name(self, index: int) -> int:
        """مشفى معرة النعمان الوطني, مطار كويرس العسكري: where a name of one or two words with a definite adjective after it ends."""
        for end in (index + 1, index + 2):
            if end >= len(self.tokens) or self.tokens[end].kind != "word" or self._acting(end - 1):
                return 0
            norm = self.tokens[end].norm
            if norm.startswith("ال") and norm.endswith(("ي", "ه")) and len(norm) > 5 and not self._acting(end):
                return end + 1
        return 0

    def _acting(self, index: int) -> bool:
        """Whether a token is more than a name: a preposition, the word of an actor or an action, a number."""
        token = self.tokens[index]
        if token.kind != "word" or bare(token.norm, PREPOSITIONS) or bare(token.norm, UNGOVERNING):
            return True
        return self._verbal(index) or not ACTING_KINDS.isdisjoint(self.view.at[index])

    def _side_of(self, noun: AgentNoun, patron: str) -> str:
        """Whose a force is that is loyal to somebody: a faction loyal to a foreign state is that state's ally in this war."""
        if patron[3:] not in ("", "GOV", "MIL") or patron[:3] == "SYR" or noun.kind != "force":
            return patron
        ally = self.codebook.backers.get(patron[:3], "")
        if noun.role == "REB":
            return ally or noun.alone
        return ally if ally[3:6] in ("REB", "KUR") else patron

    def _plural(self, match: Match) -> bool:
        return match.value.form is not None and match.value.form.number != "s"

    def _foe(self, index: int, depth: int) -> ActorMention | None:
        """Whom the actor before ``index`` is said to stand against, which begins there or after a participle that stands there."""
        if bare_word(self.tokens[index]) in _OPPOSED:
            index += 1
        elif bare_word(self.tokens[index - 1]) not in _OPPOSED:
            return None
        return self._after_preposition(index, depth) if self._proclitic(index) == "ل" else None

    def _outlet(self, index: int, depth: int) -> ActorMention | None:
        """مصور لفرانس برس, صحافي في وكالة الأناضول, مراسل يعمل مع رويترز, صحفي متعاون مع قناة: the outlet for which somebody reports."""
        if self.tokens[index].norm in _WORKING and index + 1 < len(self.tokens):
            index += 1
        carried = "via" in self.view.covered[index] and "actor" not in self.view.at[index]  # مراسل لوكالة كذا
        parent = self.parse(index + 1, depth + 1) if carried else self._after_preposition(index, depth)
        return parent if parent is not None and parent.kind == "media" else None

    def _further_persons(self, match: Match, noun: AgentNoun, last: int) -> int:
        """بنظيريه الروسي، فلان، والتركي، فلان: where the persons end that share a title with the one before ``last``."""
        while last < len(self.tokens):
            index = last + (self.tokens[last].text in ("،", ","))
            nation = self.view.best(index, "nation") if index < len(self.tokens) else None
            if nation is None or nation.analysis.proclitics != "و" or not nation.analysis.article:
                break
            last = self._elliptic(match, noun, nation).last
        return last

    def _further_state(self, match: Match, noun: AgentNoun, index: int) -> ActorMention | None:
        """وزراء خارجية روسيا وإيران, قوات تركيا وروسيا: the next of several states whose people or forces a plural noun means."""
        form, found = match.value.form, self.view.best(index, "country")
        several = (form is not None and form.number != "s") or self.tokens[match.first].norm.lstrip("وبل") in _PLURAL_HEADS
        if not several or found is None or found.analysis.proclitics != "و":
            return None
        return self._further(found, noun, compose(noun, found.value.ref.country), found.last)

    def _posted_person(self, index: int, depth: int) -> ActorMention | None:
        """المبعوث الأميركي إلى سوريا فلان, زعيم الطائفة في لبنان فلان: the person whose title ends with a post."""
        if self.view.preposition(index) not in _POSTED:
            return None
        post = self.parse(index + 1, depth + 1)
        return self._apposed_person(post.last) if post is not None and post.kind in _POSTS else None

    def _quoted_group(self, index: int) -> ActorMention | None:
        """الفصيل السوري المعارض "جيش العزة": a group named in quotes after the noun that describes it."""
        if index + 1 >= len(self.tokens) or self.tokens[index].text not in QUOTES:
            return None
        match = self.view.best(index + 1, "actor")
        named = match is not None and match.value.ref.kind == "group" and match.value.ref.known_by(self.known)
        return self.named(match) if match is not None and named else None

    def _apposed_person(self, index: int) -> ActorMention | None:
        """الرئيس الأميركي، دونالد ترامب: a person's name after the title, with or without a comma, is the same person."""
        if index < len(self.tokens) and self.tokens[index].text in ("،", ","):
            index += 1
        while index < len(self.tokens) and self.tokens[index].text in QUOTES:
            index += 1
        match = self.view.best(index, "actor") if index < len(self.tokens) else None
        if (
            match is None
            or match.value.ref.kind != "person"
            or match.analysis.proclitics
            or not match.value.ref.known_by(self.known)
        ):
            return None
        return self.named(match)

    def _accusative(self, index: int) -> bool:
        """أهالٍ موظفاً: a noun in the accusative is in nobody's idafa; it begins the object."""
        text = self.tokens[index].text
        if not text.rstrip("ًٌٍ").endswith("ا") or text.endswith("ايا"):
            return False  # but سرايا, خلايا
        forms = [match.value.form for match in self.view.at[index].get("agent", ()) if one_word(match)]
        return any(form is None or form.state == "absolute" for form in forms)

    def _closed_phrase(self, match: Match) -> bool:
        """طائرات مسيرة, وزارة الخارجية والمغتربين: a phrase that ends in an adjective or a definite noun takes no genitive any more."""
        if one_word(match):
            return False
        norm = self.tokens[match.last - 1].norm.removeprefix("و")
        if norm in _PORTFOLIOS:
            return False  # وزراء خارجية الدول الأربع
        return norm.startswith("ال") or (norm.endswith(_ADJECTIVE_ENDINGS) and self.view.best(match.last - 1, "agent") is None)

    def _own_phrase(self, index: int) -> bool:
        """A definite head is not in idafa: an agent noun with no article after it starts a phrase of its own."""
        agent = self.view.best(index, "agent")
        return agent is not None and not agent.analysis.article

    def _site(self, index: int) -> bool:
        """استهدفت الفصائل قاعدة حميميم: the name of a base, which stands beside nobody as another name of his."""
        return self.tokens[index].norm in _SITES

    def _elliptic(self, match: Match, noun: AgentNoun, nation: Match) -> ActorMention:
        """الطائرات الروسية والسورية, الرئيسان الروسي فلان والتركي فلان: the second adjective is a second actor with the same head."""
        person = self._apposed_person(nation.last) if noun.kind == "official" else None
        code = person.code if person is not None else compose(noun, nation.value.ref.country)
        last = person.last if person is not None else nation.last
        return self._further(nation, noun, code, last)

    def _and_others(self, match: Match, noun: AgentNoun, index: int, depth: int) -> ActorMention | None:
        """مقاتلات روسية وأخرى سورية, دبابات تركية وأخرى تابعة للنظام: others of the same noun, whose they are told behind."""
        nation = self.view.best(index + 1, "nation") if index + 1 < len(self.tokens) else None
        if nation is not None and not nation.analysis.proclitics:
            code, last = compose(noun, nation.value.ref.country), nation.last
        else:
            attached = index + 1 < len(self.tokens) and bare_word(self.tokens[index + 1]) in _ATTACHED
            owner = self._after_preposition(index + 1 + attached, depth)
            if owner is None or not owner.code:
                return None
            code, last = self._side_of(noun, owner.code), owner.last
        there = match._replace(first=index, last=index + 1, analysis=match.analysis._replace(proclitics="و"), enclitic="")
        return self._further(there, noun, code, last)

    def _further(self, match: Match, noun: AgentNoun, code: str, last: int) -> ActorMention:
        """A further actor that an agent noun before it means as well."""
        return self._another(match, code, noun.kind, last, noun.role)

    def _another(self, match: Match, code: str, kind: str, last: int, role: str) -> ActorMention:
        """One more actor that the words at a match mean."""
        mention = self._mention(match, code, None, kind, last, role, resolved=bool(code))
        mention.elliptic = True
        self.extra.append(mention)
        return mention

    def _after_preposition(self, index: int, depth: int) -> ActorMention | None:
        """The actor after a preposition that stands alone or as a proclitic at ``index``."""
        if index >= len(self.tokens):
            return None
        if self.view.preposition(index) in _BELONGS:
            index += 1
        elif self.tokens[index].norm == "تحت" and index + 1 < len(self.tokens) and self.tokens[index + 1].norm in _UNDER:
            index += 2  # المنضوية تحت قيادة الجيش الوطني
        elif self._proclitic(index) not in _BELONGS:
            return None
        while index < len(self.tokens) and self.tokens[index].text in QUOTES:
            index += 1
        return self.parse(index, depth + 1)

    def _proclitic(self, index: int) -> str:
        """The preposition written as part of the word at a token, where the dictionary entry there was found without it."""
        if index >= len(self.tokens):
            return ""
        found = self.view.at[index]
        for kind in ("actor", "agent", "country", "nation", "trigger") if found else ():
            matches = found.get(kind)
            if matches:
                letters = matches[0].analysis.proclitics
                return letters[-1:] if letters[-1:] in ("ب", "ل", "ك") else ("و" if letters[:1] == "و" else "")
        return ""

    def _verbal(self, index: int) -> bool:
        return not _VERBAL.isdisjoint(self.view.covered[index])

    def _plain_adjective(self, index: int, definite: bool) -> bool:
        """An attributive adjective that no dictionary knows: it agrees in definiteness with its head."""
        norm = self.tokens[index].norm
        found = self.view.at[index]
        named = any(match.value.ref.known_by(self.known) for match in found.get("actor", ()))
        if norm in PREPOSITIONS or bare(norm, UNGOVERNING) or named or found.get("agent") or self.view.dated(index):
            return False
        if definite:
            if self.tokens[index].text.startswith(("إ", "آ", "أ")) or (norm in BEFORE_NAMES and self._apposed_person(index + 1)):
                return False  # إلقاء, آلاف: no article; اعتقل الجيش الإرهابي فلان الفلاني: of the one who is named
            if norm in _NO_ADJECTIVES or _BROKEN_PLURAL.fullmatch(norm) or self._of_action(index):
                return False  # تحمل المعارضة المسؤولية, حث المبعوث الأطراف
            # Adjectives of a feminine or of a plural in ات end in ta marbuta: الشرطة العسكرية, then النار is no adjective of it.
            before = self.tokens[index - 1].norm if index else ""
            feminine = before.endswith(("ه", "ات")) and before.startswith("ال")
            if before.startswith("ال") and before.endswith("ي") and norm.endswith("ه"):
                return False  # nor is a feminine one of the nisba of a masculine: للنظام السوري, then القرية
            if any(match.value.ref in ("place-nouns", "munitions") for match in self.view.at[index].get("list", ())):
                return False  # استخدم النظام البراميل
            if any(place.first == index and place.certain and place.kind == "place" for place in self.view.places):
                return False  # تحاصر الفصائل الفوعة
            return norm.startswith("ال") and len(norm) > 4 and (not feminine or norm.endswith(("ه", "ي", "ا")))
        if norm.endswith("يا") and not found.get("country"):
            return True  # رتلا عسكريا تركيا
        if (
            norm.endswith("ا")
            and self.tokens[index].text.endswith(("اً", "ًا"))
            and index
            and self.tokens[index - 1].norm.endswith("ا")
        ):
            norm = norm[:-1]  # قيادياً ميدانياً في
        return norm in _ADJECTIVES or (not norm.startswith(("ال", "و", "ب", "ل")) and norm.endswith(_ADJECTIVE_ENDINGS))

    def _of_action(self, index: int) -> bool:
        """أعلن المرصد التوصل: whether a definite word is a noun of action; with a hamza it would be a plural (المدنيين الأبرياء)."""
        return "أ" not in self.tokens[index].text and _OF_ACTION.fullmatch(self.tokens[index].norm) is not None

    def _number(self, match: Match) -> str:
        """The number of a head; a noun whose plural is spelled alike (عناصر) is one."""
        form = match.value.form
        if form is None or form.number != "s":
            return form.number if form is not None else "s"
        same = (other.value.form for other in self.view.at[match.first].get("agent", ()) if other.value.ref is match.value.ref)
        return "p" if any(other is not None and other.number == "p" for other in same) else "s"

    def _mention(
        self, match: Match, code: str, name: str | None, kind: str, last: int, role: str, *, resolved: bool
    ) -> ActorMention:
        form = match.value.form
        start = bare_start(self.tokens[match.first], match.analysis)
        while last > match.last and self.tokens[last - 1].kind == "punct" and self.tokens[last - 1].text not in ')]”»"':
            last -= 1
        return ActorMention(
            first=match.first,
            last=last,
            start=start,
            end=self.tokens[last - 1].end,
            code=code,
            name=name,
            kind=kind,
            head=match.first,
            role=role,
            gender=form.gender if form is not None else gender_of_name(self.tokens[match.first]),
            number="p" if unnamed_men(code, self.tokens[match.first]) else self._number(match),
            proclitics=match.analysis.proclitics,
            definite=match.analysis.article
            or (kind in NAMED_KINDS and not unnamed_men(code, self.tokens[match.first]))
            or bool(match.enclitic),
            resolved=resolved,
        )


def _syrian(norm: str) -> bool:
    """Whether a folded word of a phrase of the codebook says that it is Syria's: الدولة السورية."""
    return norm.removeprefix("ال").startswith("سوري")


NAMING = frozenset({"actor", "agent", "nation"})
ACTING_KINDS = frozenset({"actor", "agent", "country", "nation"})


def find_actors(view: View, codebook: Codebook, day: dt.date | None, known: frozenset[str]) -> frozenset[int]:
    """Put the sentence's actors, with their governors and groups, into the view; gives the tokens that are inside names."""
    composer = _Composer(view, codebook, day, known)
    last = 0
    mentions: list[ActorMention] = []
    for index, found in enumerate(view.at):
        if index >= last and view.tokens[index].norm in LATTER:
            mentions.extend(the_latter(view, index, mentions))
            continue
        if index < last or not found or ACTING_KINDS.isdisjoint(found) or view.tokens[index].kind != "word":
            continue
        mention = composer.parse(index)
        if mention is not None and mentions and _same_head(mentions[-1], mention):
            # طائرات النظام الحربية والمروحية: an adjective of the noun before.
            mentions[-1].last, mentions[-1].end = mention.last, mention.end
            last = mention.last
        elif mention is not None:
            mentions.append(mention)
            composer.previous = mention.code or composer.previous
            last = mention.last
    covered = {position for mention in mentions for position in range(mention.first, mention.last)}
    for position in covered:
        if view.tokens[position].norm in SUPPOSING:  # it says nothing of the act
            view.at[position], view.covered[position] = {}, frozenset()
    mentions.extend(extra for extra in composer.extra if extra.first in covered)
    mentions.sort(key=lambda mention: (mention.first, -mention.last))
    for before, mention in pairwise(mentions):
        # عناصر وضباط الحرس الثوري: the owner is that of both.
        if before.last == mention.first and mention.proclitics == "و" and mention.owner is not None and not before.definite:
            if before.code == "" and before.kind == mention.kind == "force":
                before.code = mention.code
    named = frozenset(_name_tokens(view, mentions))
    mentions = without_aliases(view, mentions)
    tie_quantities(view, mentions)
    govern(view, mentions)
    _share_owners(mentions)
    view.actors = mentions
    adjectives = {index for index, found in enumerate(view.at) if "country" in found and composer.is_nisba(index, found)}
    return named | adjectives


def _ally_of(match: Match) -> bool:
    """روسيا حليفة النظام: an ally described by whose ally it is; it stands beside its own name."""
    form = match.value.form
    alone = match.value.ref.alone == "UNK" and form is not None and form.number == "s"
    return alone and not match.enclitic and not match.analysis.article


def _same_head(before: ActorMention, mention: ActorMention) -> bool:
    """Whether aircraft that nobody owns are only of another kind than those right before them, whose owner is named."""
    # The owner may stand between, with one adjective more: طائرات النظام الحربية والمروحية.
    alike = before.kind == mention.kind == "aircraft" and before.code != "" and 0 <= mention.first - before.last <= 1
    return alike and mention.code == "" and mention.definite and mention.proclitics == "و"


def _name_tokens(view: View, mentions: Iterable[ActorMention]) -> Iterable[int]:
    """Tokens of names in which a place name is no place: all of a named actor, the heads of the others."""
    for mention in mentions:
        if mention.kind in ("country", "capital", "facility") and mention.name is None:
            continue
        for position in range(mention.first, mention.last):
            if not NAMING.isdisjoint(view.covered[position]):
                yield position


def govern(view: View, mentions: list[ActorMention]) -> None:
    """Set what governs each mention, and put coordinated mentions in one group."""
    group = -1
    for position, mention in enumerate(mentions):
        letters = letters_before(view, mention)
        own = own_preposition(letters)
        previous = None if not position else mentions[position - 1] if mention.elliptic else partner(view, mentions, position)
        if previous is not None:
            mention.group = previous.group
            if own:
                mention.governor, mention.governed_by = own, -1
            else:
                mention.governor, mention.governed_by = previous.governor, previous.governed_by
        else:
            group += 1
            mention.group = group
            opens = letters[:1] == "و" and not own
            mention.governor, mention.governed_by = (own, -1) if own else ("", -1) if opens else governor(view, mention.first)
            if mention.governor == "من" and (mention.kind in _CONSISTED_OF or mention.kind in _THINGS):
                lots = _LOTS if mention.kind in _CONSISTED_OF else _NUMBERS
                mention.governor, mention.governed_by = _lot(view, mention.governed_by, lots) or ("من", mention.governed_by)


_CONSISTED_OF = frozenset({"people", "force", "group"})
_LOTS = frozenset({"دفعه", "دفعات", "عدد", "عددا", "اعداد", "اعدادا", "مجموعه", "مجموعات", "قافله", "قوافل", "حشد", "حشود"})
_NUMBERS = frozenset({"عدد", "عددا", "اعداد", "اعدادا"})
_LOT_ADJECTIVES = 2


def _lot(view: View, index: int, lots: Set[str]) -> tuple[str, int] | None:
    """دفعة ثانية من المهجرين, عدد كبير من الجنود: a lot that consists of them is governed as they are; None if there is none."""
    for position in range(index - 1, max(-1, index - 2 - _LOT_ADJECTIVES), -1):
        token = view.tokens[position]
        if token.kind != "word":
            return None
        norm = token.norm.removeprefix("و")
        letter = norm[:1] if norm[:1] in ("ب", "ل") and norm[1:].removeprefix("ال").removeprefix("ل") in lots else ""
        if letter:
            return letter, -1
        if norm.removeprefix("ال") in lots:
            return ("", -1) if norm != token.norm else governor(view, position)
        if view.preposition(position):
            return None
    return None


def _share_owners(mentions: list[ActorMention]) -> None:
    """مقرات وآليات للتنظيم, قتلى وجرحى من المدنيين: things, and tolls, that stand together are of the owner of the last."""
    for before, mention in zip(reversed(mentions[:-1]), reversed(mentions[1:]), strict=True):
        ownerless = before.kind in (*_THINGS, "people") and not (before.code or before.owner or before.pronoun or before.role)
        thing = before.kind in _THINGS and mention.kind in _THINGS
        ownerless = ownerless or (thing and not (before.code or before.owner or before.pronoun))
        alike = thing or (before.kind == mention.kind and not mention.role)
        if ownerless and alike and mention.code and mention.owner is not None and mention.group == before.group:
            before.code, before.owner, before.name = mention.code, mention.owner, mention.name


def governor(view: View, first: int) -> tuple[str, int]:
    """What governs the noun phrase that starts at token ``first``: (preposition, "agent", "genitive" or "", token of the governor)."""
    found = view.governors.get(first)
    if found is None:
        found = view.governors[first] = _governor(view, first)
    return found


_AGENT_NOUNS = frozenset(noun for _, noun in AGENT_PHRASES)
_TO = frozenset({"الي"})
_BESIDE_HIM = frozenset({"جانبه", "جانبها", "جانبهم", "جانبهما"})
_AGENT_PREPOSITIONS = frozenset(preposition for preposition, _ in AGENT_PHRASES)
_HANDS = frozenset(noun for _, noun in IN_HANDS)


def in_hands(view: View, index: int) -> bool:
    """سقطت البلدة بيد الفصائل, في قبضة الجيش: whether what follows a word is who gets hold of something; not بيد أن."""
    norm = view.tokens[index].norm
    before = bare(view.tokens[index - 1].norm, PREPOSITIONS) if index else ""
    following = view.tokens[index + 1].norm if index + 1 < len(view.tokens) else ""
    return (("", norm) in IN_HANDS or (before, norm) in IN_HANDS) and not bare(following, COMPLEMENTISERS)


@lru_cache(maxsize=65_536)
def _before_noun(norm: str) -> tuple[str, bool, str]:
    """What a word is before a noun phrase: a preposition, a determiner, and the preposition written with a determiner (بعشرات)."""
    stripped = norm[2:] if norm.startswith("ال") else norm
    letter = ""
    for one in ("ب", "ل"):
        if (norm.startswith(one) and norm[1:] in DETERMINERS) or (norm[:2] == "و" + one and norm[2:] in DETERMINERS):
            letter = one
            break
    return bare(norm, PREPOSITIONS), bool(bare(stripped, DETERMINERS) or bare(norm, DETERMINERS)), letter


def _governor(view: View, first: int) -> tuple[str, int]:
    index = first - 1
    steps = 0
    while index >= 0 and steps < 12:
        steps += 1
        token = view.tokens[index]
        if token.kind == "number":
            index -= 1
            continue
        if token.kind == "punct":
            if token.text in QUOTES or token.text == "#":
                index -= 1
                continue
            return "", -1
        norm = token.norm
        if norm in _AGENT_NOUNS and index > 0:
            if (bare(view.tokens[index - 1].norm, _AGENT_PREPOSITIONS), norm) in AGENT_PHRASES:
                return "agent", index - 1
        if norm in _BESIDE_HIM:
            return "", -1
        if norm == "اجل" and index > 0 and view.tokens[index - 1].norm == "من":
            return "لاجل", index - 1  # من أجل حماية المدنيين
        if norm == "حساب" and index > 0 and view.tokens[index - 1].norm == "علي":
            return AT_COST, index - 1  # تقدمت الفصائل على حساب التنظيم
        if norm in TOGETHER or (norm == "جانب" and index > 0 and bare(view.tokens[index - 1].norm, _TO)):
            return BESIDE, index
        if norm in _HANDS and in_hands(view, index):
            return "يد", index
        preposition, determiner, letter = _before_noun(norm)
        if preposition == "نحو" and index + 1 < len(view.tokens) and view.tokens[index + 1].kind == "number":
            index -= 1  # نحو 240 ضربة: about that many
            continue
        if preposition:
            if preposition == "من" and index > 0 and _counts_before(view, index):
                index -= 1
                continue
            return preposition, index
        if determiner:
            index -= 1
            continue
        return (letter, index) if letter else _noun_governor(view, index)
    return "", -1


# Nouns before من that only say how those who follow come together: تحالف من مقاتلين, رتل من المدرعات.
_PARTITIVES = frozenset(
    [
        "تحالف",
        "ائتلاف",
        "خليط",
        "مزيج",
        "سرب",
        "اسراب",
        "رتل",
        "ارتال",
        "وحده",
        "وحدات",
        "دفعه",
        "دفعات",
        "طاقم",
        "طواقم",
        "حشد",
        "حشود",
    ]
)


def _counts_before(view: View, index: int) -> bool:
    """Whether a quantity word stands before من: مئات من الجنود, 40 من عناصر."""
    before = view.tokens[index - 1]
    return (
        before.kind == "number"
        or bare(before.norm, _PARTITIVES) != ""
        or bare(before.norm, DETERMINERS) != ""
        or bare(before.norm.removeprefix("ال"), DETERMINERS) != ""
    )


def _definite(norm: str) -> bool:
    """Whether a folded word carries the article, with or without a proclitic before it (بالرصاص, للقوات)."""
    return norm.startswith("ال") or (len(norm) > 5 and norm.startswith(("وال", "بال", "فال", "كال", "لل", "ولل", "وبال")))


def _noun_governor(view: View, index: int) -> tuple[str, int]:
    """A noun without article right before a noun phrase is its head (idafa); a verb or a definite noun governs nothing."""
    token = view.tokens[index]
    kinds = view.covered[index]
    if bare(token.norm, UNGOVERNING) or view.dated(index):
        return "", -1
    if "via" in kinds and token.norm[:1] == "ل" and not view.preposition(index):
        return "ل", index  # وفقاً لوكالة الأناضول, لمراسل الجزيرة
    if not kinds.isdisjoint(_NO_HEADS) and (not _noun_here(view, index) or _after_verb_particle(view, index)):
        return "", -1
    hamza = "إل" in token.text[:4] and view.tokens[index + 1].norm != "القبض"  # إلقاء begins with no article
    if (_definite(token.norm) and not hamza) or token.text.endswith(("ً", "ًا", "اً")):
        return "", -1
    if not view.at[index] and token.norm.endswith("ه") and any(quantity.first == index + 1 for quantity in view.quantities):
        return "", -1  # دوريات جوالة عشرين شاباً: an adjective of the noun before it
    for matches in view.at[index].values():
        for match in matches:
            if match.analysis.article:
                return "", -1
    if _with_pronoun(token.norm) or _hit_by_munition(view, index):
        return "", -1
    triggers = view.at[index].get("trigger", ())
    if triggers and all(match.enclitic for match in triggers):
        return "", -1  # لقائه نظيره, استهدافهم المدنيين: a noun with a pronoun is in no idafa, its object follows
    if triggers and all(match.value.form is not None and match.value.form.pos == "verb" for match in triggers):
        return "", -1
    return "genitive", index


def _hit_by_munition(view: View, index: int) -> bool:
    """أصابت قذيفة هاون ثلاثة أطفال: munitions are owned by no people or buildings, who are hit by them."""
    following = index + 1
    if following >= len(view.tokens) or view.lists[index].isdisjoint(_MUNITIONS):
        return False
    if any(quantity.first == following for quantity in view.quantities):
        return True
    noun = view.best(following, "agent")
    return noun is not None and noun.value.ref.kind in _HIT


_MUNITIONS = frozenset({"munitions", "artillery"})
_HIT = frozenset({"people", "facility", "vehicle", "official"})
_CIRCUMSTANCES = ("بموجب", "بمقتضي", "خلال", "اثناء", "عبر", "اثر", "عقب", "بعد", "قبل")


@lru_cache(maxsize=65_536)
def _with_pronoun(norm: str) -> bool:
    """أجلي بموجبه مئات, قتل خلالها مدنيون: a preposition of circumstance with a pronoun governs no noun after it."""
    return any(norm in (word + "ه", word + "ها", word + "هما", word + "هم") for word in _CIRCUMSTANCES)


_NO_HEADS = frozenset(
    {"actor", "country", "nation", "result", "cause", "according", "report", "verb", "light", "aspect", "cue", "via"}
)
"""Kinds of words that are no head of an idafa, unless an entry makes them a noun."""


_BEFORE_VERBS = frozenset({"ان", "لن", "لم", "سوف"})


def _after_verb_particle(view: View, index: int) -> bool:
    """أن تواصل إيران: after a particle of verbs the word is one, whatever it may be elsewhere."""
    if index == 0 or view.tokens[index - 1].norm not in _BEFORE_VERBS or "trigger" in view.covered[index]:
        return False
    forms = [match.value.form for matches in view.at[index].values() for match in matches if match.value.form is not None]
    return any(form.aspect == "imperfect" for form in forms)


def _noun_here(view: View, index: int) -> bool:
    """Whether an entry of an act makes the word at a token a noun, or takes a preposition off it."""
    for kind in ("aspect", "light", "trigger", "cue", "report"):
        for match in view.at[index].get(kind, ()):
            form = match.value.form
            if (form is not None and form.pos == "noun" and not match.enclitic) or match.analysis.proclitics[-1:] in ("ل", "ب"):
                return True
    return False
