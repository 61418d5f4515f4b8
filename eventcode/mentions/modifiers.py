"""What stands behind an agent noun beside its owner: adjectives, nationalities, makes, marks, and words that only lead on to the owner."""

from __future__ import annotations

import attrs

from eventcode.mentions.adjectives import end_of_place_name, plain_adjective
from eventcode.mentions.affiliation import after_supposition, tells_whose
from eventcode.mentions.agent_phrase import MOST_ADJECTIVES, AgentPhrase, Step
from eventcode.mentions.closed import QUOTES, closes
from eventcode.mentions.composition import SYRIAN_FORCES
from eventcode.mentions.ellipsis import and_others, further_adjective, further_state
from eventcode.mentions.epithets import epithet_end
from eventcode.mentions.nouns import bare_word, displaced
from eventcode.text import Token

_DEMONSTRATIVES = frozenset({"هذا", "هذه", "ذلك", "تلك", "هولاء"})
_SO_CALLED = frozenset({"يسمي", "تسمي", "سمي", "يسمونه", "يدعي", "اسمته", "اسماه"})
_RANKED = frozenset({"force", "people", "official"})
_RANK = 2
_GRADES = frozenset({"اول", "ثان", "ثاني", "ركن", "متقاعد"})
_AT_LEAST = ["الاقل", "من"]
_OR = frozenset({"او", "ام"})
_AND_OTHERS = frozenset({"واخري", "واخر", "واخرون", "واخرين"})
_STORED = frozenset({"للذخيره", "للذخاير", "للذخاءر", "للاسلحه", "للسلاح", "للصواريخ", "للوقود", "للمتفجرات", "للعتاد"})
# Makes of aircraft, before their number.
_MODELS = frozenset({"اف", "ميغ", "ميج", "سوخوي", "سو", "سي", "توبوليف"})
_JOINT_KINDS = frozenset({"force", "aircraft", "government", "facility", "vehicle"})
_MILITARY = frozenset({"عسكري", "عسكريه", "حربي", "حربيه", "جوي", "جويه"})


def filler(phrase: AgentPhrase, token: Token) -> Step:
    """Words right behind the noun that only point to the owner that follows."""
    if phrase.index != phrase.last:
        return Step.PASS
    following = phrase.tokens[phrase.index + 1 : phrase.index + 3]
    if token.norm in _DEMONSTRATIVES and not phrase.owner_code:
        phrase.index += 1  # عناصر هذه الكتيبة
    elif token.norm == "ما" and not phrase.owner_code and following and following[0].norm in _SO_CALLED:
        phrase.index += 2  # مسلحو ما يسمى جيش الإسلام
    elif token.norm == "علي" and [other.norm for other in following] == _AT_LEAST:
        phrase.index += 2  # سبعة عناصر على الأقل من المعارضة
    else:
        return Step.PASS
    return Step.READ


def branch(phrase: AgentPhrase, token: Token) -> Step:
    """عناصر الهندسة في الجيش, فوج المدفعية والصواريخ التابع للجبهة: the branch of a unit right behind its noun, before whose it is."""
    end = phrase.index
    if phrase.noun.kind != "force" or phrase.owner_code or end != phrase.match.last or phrase.definite:
        return Step.PASS
    while end < len(phrase.tokens) and "service-branches" in phrase.view.lists[end]:
        end += 1
    return phrase.read_to(end) if end > phrase.index else Step.PASS


def rank(phrase: AgentPhrase, token: Token) -> Step:
    """ضابط برتبة ملازم أول من قوات النظام: the rank of an officer, before his side."""
    if token.norm != "برتبه" or phrase.index != phrase.last or phrase.noun.kind not in _RANKED or phrase.owner_code:
        return Step.PASS
    end = phrase.index + _RANK
    while end < len(phrase.tokens) and phrase.tokens[end].norm in _GRADES:
        end += 1
    return phrase.read_to(min(end, len(phrase.tokens)))


def supposition(phrase: AgentPhrase, token: Token) -> Step:
    """طائرات يرجح أنها روسية: words of supposition before what tells whose the noun is."""
    if phrase.owner_code or phrase.index - phrase.last > 1:
        return Step.PASS
    end = after_supposition(phrase.view, phrase.index)
    if not end or not tells_whose(phrase.view, end):
        return Step.PASS
    phrase.index = end
    return Step.READ


def mark(phrase: AgentPhrase, token: Token) -> Step:
    """Quotation marks are read over; any other mark ends the phrase."""
    if token.kind != "punct":
        return Step.PASS
    if token.text not in QUOTES or phrase.index + 1 >= len(phrase.tokens):
        return Step.END
    opened = (other.text for other in phrase.tokens[phrase.match.first : phrase.index])
    phrase.index += 1
    if phrase.owner_code and closes(opened, token.text):
        phrase.last = phrase.index
    return Step.READ


def number(phrase: AgentPhrase, token: Token) -> Step:
    """A number, or what is counted, begins another phrase."""
    if phrase.describes_a_toll():
        return Step.PASS
    counted = token.kind == "number" or any(quantity.first == phrase.index for quantity in phrase.view.quantities)
    return Step.END if counted else Step.PASS


def coordination(phrase: AgentPhrase, token: Token) -> Step:
    """القوات السورية أو الروسية, دبابات تركية وأخرى سورية: the same noun again, of another owner."""
    if not phrase.owner_code:
        return Step.PASS
    if token.norm in _OR and phrase.index + 1 < len(phrase.tokens):
        other = phrase.view.best(phrase.index + 1, "nation")
        if other is not None and not other.analysis.proclitics and other.analysis.article == phrase.definite:
            return phrase.read_to(further_adjective(phrase.phrases, phrase.noun, other).last)
    if token.norm in _AND_OTHERS:
        others = and_others(phrase.phrases, phrase.match, phrase.noun, phrase.index, phrase.depth)
        if others is not None:
            return phrase.read_to(others.last)
    return Step.PASS


def make(phrase: AgentPhrase, token: Token) -> Step:
    """What is kept in a store, and the make of an aircraft."""
    if phrase.noun.kind == "facility" and token.norm in _STORED and phrase.index == phrase.last:
        return phrase.read_to(phrase.index + 1)  # مستودعاً للذخيرة تابعاً للفصائل
    if phrase.noun.kind != "aircraft" or token.norm not in _MODELS or phrase.owner_code:
        return Step.PASS
    # مقاتلات إف-16 من سلاح الجو
    end = phrase.index + 1
    while end < len(phrase.tokens) and (phrase.tokens[end].kind == "number" or phrase.tokens[end].text in ("-", "–")):
        end += 1
    return phrase.read_to(end)


def nationality(phrase: AgentPhrase, token: Token) -> Step:
    """Adjectives of nationality: the first is the owner, a further one another actor, or another owner of joint forces."""
    nation = phrase.view.best(phrase.index, "nation")
    if nation is None or (nation.analysis.proclitics and not (phrase.owner_code and nation.analysis.proclitics == "و")):
        return Step.PASS
    name = phrase.view.best(phrase.index, "country") is not None
    if name and phrase.ally():
        return Step.PASS
    if nation.analysis.proclitics == "و":
        if nation.analysis.article != phrase.definite:
            return Step.END
        return phrase.read_to(further_adjective(phrase.phrases, phrase.noun, nation).last)
    closed = phrase.definite and not phrase.match.enclitic and not nation.analysis.article  # but حليفته روسيا
    if closed and (phrase.owner_code or name):
        return Step.END  # دعا الأمين العام روسيا, دعا الرئيس الفرنسي روسيا: no adjective of the definite noun
    country: str = nation.value.ref.country
    if not phrase.owner_code:
        # فصائل تركيا: not of her people
        foreign = phrase.noun.role == "REB" and country != "SYR" and name
        phrase.owner_code = phrase.backers.get(country, country) if foreign else country
    elif phrase.noun.kind in _JOINT_KINDS and country[:3] != phrase.owner_code[:3]:
        # سلاح الجو السوري الروسي المشترك, دورية روسية تركية: forces of both
        return phrase.read_to(further_adjective(phrase.phrases, phrase.noun, nation).last)
    return phrase.read_to(nation.last)


def states(phrase: AgentPhrase, token: Token) -> Step:
    """رؤساء كل من روسيا وتركيا, قوات تركيا وروسيا: several states."""
    if phrase.index != phrase.last:
        return Step.PASS
    if token.norm == "كل" and phrase.index + 1 < len(phrase.tokens) and phrase.tokens[phrase.index + 1].norm == "من":
        return phrase.read_to(phrase.index + 2)
    further = further_state(phrase.phrases, phrase.match, phrase.noun, phrase.index) if len(phrase.owner_code) == 3 else None
    return phrase.read_to(further.last) if further is not None else Step.PASS


def owned(phrase: AgentPhrase, token: Token) -> Step:
    """Nothing but the above, and an epithet that tells whose side it is on, follows an owner who is known or definite."""
    if phrase.owner is None or not (phrase.owner_code or phrase.owner.definite):
        return Step.PASS
    end = epithet_end(phrase.phrases, phrase.index, phrase.depth) if phrase.index == phrase.last else phrase.index
    return phrase.read_to(end) if end > phrase.index else Step.END


def displaced_people(phrase: AgentPhrase, token: Token) -> Step:
    """المدنيين النازحين: an adjective that makes people displaced ones."""
    if phrase.noun.kind != "people" or phrase.index != phrase.last or phrase.owner_code:
        return Step.PASS
    fled = displaced(phrase.view, phrase.index, definite=phrase.definite)
    if fled is None:
        return Step.PASS
    phrase.owner_code = fled.value.ref.alone
    return phrase.read_to(fled.last)


def place_name(phrase: AgentPhrase, token: Token) -> Step:
    """مشفى معرة النعمان الوطني, مطار كويرس العسكري: the place in the name of a facility."""
    if phrase.noun.kind != "facility" or phrase.index != phrase.match.last or phrase.definite:
        return Step.PASS
    end = end_of_place_name(phrase.view, phrase.index)
    if not end:
        return Step.PASS
    if bare_word(phrase.tokens[end - 1]) in _MILITARY:
        phrase.noun = attrs.evolve(phrase.noun, role="MIL", alone=phrase.noun.alone if phrase.noun.role == "MIL" else SYRIAN_FORCES)
    return phrase.read_to(end)


def adjective(phrase: AgentPhrase, token: Token) -> Step:
    """A plain adjective; those of an indefinite noun belong to the phrase only if an owner follows."""
    if phrase.skipped >= MOST_ADJECTIVES or not plain_adjective(phrase.phrases, phrase.index, phrase.definite):
        return Step.PASS
    phrase.skipped += 1
    phrase.index += 1
    if phrase.definite:
        phrase.last = phrase.index
    return Step.READ
