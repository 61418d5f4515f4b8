"""The owner of an agent noun: in its genitive (قوات النظام), after a preposition (قيادي في الهيئة), by a participle (مدعومة من تركيا)."""

from __future__ import annotations

import attrs

from eventcode.mentions.affiliation import ATTACHED, BACKED, OPPOSED, SUPPORTING
from eventcode.mentions.agent_phrase import MOST_ADJECTIVES, TITLES, AgentPhrase, Step
from eventcode.mentions.closed import OTHERS, PREPOSITIONS, QUOTES
from eventcode.mentions.composition import SYRIAN_FORCES, side_of
from eventcode.mentions.ellipsis import end_of_states
from eventcode.mentions.idafa import accusative, begins_phrase, closed_phrase, site
from eventcode.mentions.kinds import THING_KINDS, verbal
from eventcode.mentions.model import ActorMention
from eventcode.mentions.nouns import bare_word, in_no_idafa, one_word
from eventcode.mentions.ownprep import proclitic
from eventcode.text import Token

_FOLLOWING = frozenset({"يتبع", "تتبع", "يتبعون", "يتبعان", "تتبعان"})
_FOLLOWED_KINDS = frozenset({"group", "government", "country"})
_WITH_THEM = ("لها", "له", "لهم", "لهما", "معها")
_PASSENGERS = ("ركاب", "مسافرين")
_CARRIED_KINDS = ("facility", "vehicle", "people")
_MEMBERS = frozenset({"source", "official", "people", "force"})
_PRESS = "MED"
_WORKING = frozenset({"يعمل", "تعمل", "يعملون", "متعاون", "متعاونه", "متعاونون", "متعاونين"})
_STATES = ("country", "capital")
_OWNING_KINDS = ("group", "force", "government", "official")
_PERSONS = frozenset({"شخص", "شخصا", "اشخاص", "شخصان", "شخصين"})


def joint_owner(phrase: AgentPhrase) -> ActorMention | None:
    """مقاتلو وعائلات جيش الإسلام: a noun that has lost its nun belongs to whom the next one is said to be of."""
    form, end = phrase.match.value.form, phrase.match.last
    if form is None or form.state != "construct" or phrase.match.enclitic or proclitic(phrase.view, end) != "و":
        return None
    other = phrase.phrases.parse(end, phrase.depth + 1)
    return other.owner if other is not None and other.proclitics == "و" else None


def genitive(phrase: AgentPhrase, token: Token) -> Step:
    """قوات النظام, عناصر الهيئة: the owner in the genitive of the noun, or right beside it as another name of the same one."""
    if token.norm.removeprefix("ال") in OTHERS and phrase.noun.kind in ("people", "force"):
        return phrase.read_to(phrase.index + 1)  # ثلاثة عناصر آخرين من الفصيل
    direct = phrase.phrases.parse(phrase.index, phrase.depth + 1) if _may_govern(phrase) else None
    if direct is None:
        return Step.PASS
    if phrase.skipped and phrase.index > phrase.last and not phrase.definite and not direct.person:
        return Step.END  # متظاهرون غاضبون مخفراً, شاحنة كبيرة المعبر: after an adjective no indefinite noun is in an idafa any more
    if direct.proclitics:
        return Step.PASS
    if _apart_from(phrase, direct):
        return Step.END
    phrase.owner_code, phrase.owner = direct.code, direct
    if direct.kind == "force" and direct.role == "MIL" and not direct.code and phrase.toll():
        phrase.noun = attrs.evolve(phrase.noun, kind="force", role="MIL", alone="", counts=True)  # شهداء عسكريون
    if phrase.noun.role == "REB" and direct.kind in _STATES:
        phrase.owner_code = phrase.backers.get(direct.code, phrase.owner_code)  # فصائل أنقرة
    return phrase.read_to(direct.last)


def prepositional(phrase: AgentPhrase, token: Token) -> Step:
    """قيادي في الهيئة, مقر للفصائل: the owner after a preposition; one that brings no owner ends the phrase, as a verb does."""
    preposition = phrase.view.preposition(phrase.index) or proclitic(phrase.view, phrase.index)
    if "باسم" in (preposition, token.norm):
        after = phrase.index + 1
        while after < len(phrase.tokens) and phrase.tokens[after].text in QUOTES:
            after += 1
        principal = phrase.phrases.parse(after, phrase.depth + 1)
        if principal is None:
            return Step.END
        phrase.owner_code, phrase.owner = principal.code, principal
        return phrase.read_to(principal.last)
    if _takes(phrase, preposition):
        return _owner_after(phrase, preposition)
    return Step.END if preposition or token.norm in PREPOSITIONS or verbal(phrase.view, phrase.index) else Step.PASS


def affiliation(phrase: AgentPhrase, token: Token) -> Step:
    """فصائل مدعومة من تركيا, مسلحون تابعون للهيئة: a word that tells who backs them or whose they are."""
    word = bare_word(token)
    if word in BACKED:
        if phrase.definite and not token.norm.startswith("ال"):
            return Step.END  # هاجمت القوات النظامية مدعومة بالطيران: that is about the act
        return _backed(phrase)
    if word in ATTACHED or (word in SUPPORTING and phrase.noun.kind == "force"):
        return _attached(phrase, word)
    return Step.PASS


def outlet(phrase: AgentPhrase, token: Token) -> Step:
    """مصور لفرانس برس, صحافي في وكالة الأناضول, مراسل يعمل مع رويترز, صحفي متعاون مع قناة: the outlet for which somebody reports."""
    if phrase.noun.alone[3:] != _PRESS or phrase.index != phrase.last or phrase.owner_code:
        return Step.PASS
    index = phrase.index + (token.norm in _WORKING and phrase.index + 1 < len(phrase.tokens))
    if "via" in phrase.view.covered[index] and "actor" not in phrase.view.at[index]:
        employer = phrase.phrases.parse(index + 1, phrase.depth + 1)  # مراسل لوكالة كذا
    else:
        employer = phrase.phrases.after_preposition(index, phrase.depth)
    if employer is None or employer.kind != "media":
        return Step.PASS
    phrase.owner_code, phrase.owner = employer.code, employer
    return phrase.read_to(employer.last)


def foe(phrase: AgentPhrase, token: Token) -> Step:
    """الفصائل المعارضة للنظام: whom they stand against, who is no owner."""
    index = phrase.index
    if bare_word(token) in OPPOSED:
        index += 1
    elif bare_word(phrase.tokens[index - 1]) not in OPPOSED:
        return Step.PASS
    opponent = phrase.phrases.after_preposition(index, phrase.depth) if proclitic(phrase.view, index) == "ل" else None
    if opponent is None:
        return Step.PASS
    phrase.skipped = MOST_ADJECTIVES
    return phrase.read_to(opponent.last)


def _may_govern(phrase: AgentPhrase) -> bool:
    """Whether a noun at the next token may be in the genitive of this one."""
    absolute = phrase.index == phrase.match.last and in_no_idafa(phrase.match, phrase.tokens[phrase.index - 1].norm)
    if (absolute or accusative(phrase.view, phrase.index)) and not phrase.describes_a_toll():
        return False
    if proclitic(phrase.view, phrase.index):
        return False
    simple = phrase.match.value.form is not None or one_word(phrase.match)
    return not (phrase.definite and simple and begins_phrase(phrase.view, phrase.index))


def _apart_from(phrase: AgentPhrase, direct: ActorMention) -> bool:
    """Whether an actor right behind the phrase is no owner of it: the object of the verb, or the person himself."""
    noun, ally = phrase.noun, phrase.ally()
    if phrase.index == phrase.match.last and closed_phrase(phrase.view, phrase.match) and not ally:
        if direct.kind != "person" and not (direct.kind == "group" and noun.kind == "force"):
            return True  # منظمات حقوقية القوات, وزارة الخارجية والمغتربين مجلس الأمن
    passengers = phrase.tokens[phrase.index].norm in _PASSENGERS
    flown = noun.kind == "aircraft" and direct.kind in _CARRIED_KINDS and not passengers
    if flown or (direct.kind == "facility" and phrase.definite and noun.kind == "force"):
        # قصفت مقاتلات مواقع الفصائل, استهدفت طائرة سيارة, داهمت الشرطة منزل شاب: it is what they struck, and they are not its own.
        return True
    if direct.kind == "person" and (phrase.definite or phrase.owner_code) and noun.kind in TITLES and phrase.index == phrase.last:
        return True  # الإعلامي السعودي فلان: the person himself, whom the end of the phrase takes
    if ally:
        return False
    if direct.kind == "group" and noun.kind == "government":
        return True
    if phrase.definite and site(phrase.view, phrase.index):
        return True
    of_group = (
        phrase.definite and not phrase.owner_code and direct.kind == "group" and noun.kind != "people" and one_word(phrase.match)
    )
    return bool(phrase.definite or phrase.owner_code) and direct.kind != "person" and not of_group


_BANDS = frozenset({"دوريه", "دوريات", "دوريتان", "دوريتين", "رتل", "رتلا", "رتلان", "ارتال"})
"""What consists of men although it is struck like a thing: اعتقلت دورية من الجيش الوطني شاباً."""


def _takes(phrase: AgentPhrase, preposition: str) -> bool:
    """Whether the owner of the noun may stand after a preposition."""
    kind, article = phrase.noun.kind, phrase.match.analysis.article
    if phrase.owner_code and not phrase.from_abroad(preposition):
        return False
    if phrase.match.enclitic and preposition == "في" and kind == "official":
        return False  # سفيرها في الأمم المتحدة
    # استعادت الفصائل من النظام بلدة, أوقع الجيش في صفوف المسلحين قتلى: whole forces with the article are of nobody after من or في, as
    # men are (المسلحون من الفصيل).
    whole = kind == "force" and article and not phrase.noun.counts
    if preposition == "من":
        band = phrase.tokens[phrase.match.last - 1].norm.removeprefix("ب").removeprefix("ل") in _BANDS
        return (kind in _MEMBERS and not whole) or ((kind == "aircraft" or band) and not phrase.definite)
    if preposition == "في":
        return kind in _MEMBERS and not whole
    if preposition == "ل":
        members = kind in _MEMBERS and not (kind == "force" and article)
        return members or kind in THING_KINDS or (kind == "aircraft" and not phrase.definite)
    if preposition == "بين":
        return kind == "people" and phrase.noun.role == "" and "captives" not in phrase.view.lists[phrase.match.first]
    return preposition in ("ب", "عن") and kind in ("source", "official")


def _owner_after(phrase: AgentPhrase, preposition: str) -> Step:
    """Read the owner after a preposition that may bring one."""
    first = phrase.match.first
    if preposition == "ب" and phrase.match.analysis.article and first > 0 and "trigger" in phrase.view.covered[first - 1]:
        return Step.END  # أشاد الوزير بالجيش: the complement of the verb
    parent = phrase.phrases.after_preposition(phrase.index, phrase.depth)
    if parent is None or not _belongs_to(phrase, parent, preposition):
        return Step.END
    phrase.owner_code, phrase.owner = parent.code, parent
    if parent.kind == "force" and phrase.tokens[first].norm in _PERSONS:
        # 20 شخصاً من مقاتلي الفصائل: persons are whatever they are said to be of.
        phrase.noun = attrs.evolve(
            phrase.noun,
            kind=parent.kind,
            role=parent.role,
            alone=parent.code,
            anaphoric=parent.anaphoric,
            counts=parent.counts,
        )
        phrase.owner = parent if parent.code else parent.owner
    return phrase.read_to(parent.last)


def _belongs_to(phrase: AgentPhrase, parent: ActorMention, preposition: str) -> bool:
    """Whether an actor after a preposition is the owner of the noun."""
    kind = phrase.noun.kind
    if phrase.from_abroad(preposition) and parent.kind != "group":
        return False
    if parent.kind in _STATES and (preposition not in ("من", "عن") or kind not in ("official", "force") or phrase.definite):
        return False
    if parent.kind == "facility" or (parent.kind == "person" and preposition == "من" and phrase.definite):
        return False  # سخر الوزير من فلان
    if preposition == "في":
        return kind != "people" or phrase.noun.role in ("", "NGO")
    if preposition == "ل":
        return parent.kind != "media" and kind != "people"  # قال مسؤول لرويترز: to whom he spoke
    # مسؤول بالجيش, ممثل عن الفصائل, ممثلون عن روسيا; but not مسؤول عن المخيم
    return preposition not in ("ب", "عن") or parent.kind in _OWNING_KINDS or (preposition == "عن" and parent.kind in _STATES)


def _backed(phrase: AgentPhrase) -> Step:
    """فصائل مدعومة من تركيا: the backer, whose side in the war those take who are of nobody else."""
    backer = phrase.phrases.after_preposition(phrase.index + 1, phrase.depth)
    if backer is None:
        return Step.END
    if not phrase.owner_code and phrase.noun.kind != "official":
        phrase.owner_code = phrase.backers.get(backer.code[:3], "")
    return phrase.read_to(end_of_states(phrase.phrases, backer.last, phrase.depth))


def _attached(phrase: AgentPhrase, word: str) -> Step:
    """مسلحون تابعون للهيئة, حاجز يتبع هيئة تحرير الشام: whose they are; it says more than where they are from."""
    patron = phrase.phrases.after_preposition(phrase.index + 1, phrase.depth)
    if patron is None and word in _FOLLOWING and not phrase.definite:
        followed = phrase.phrases.parse(phrase.index + 1, phrase.depth + 1)
        patron = followed if followed is not None and followed.kind in _FOLLOWED_KINDS else None
    if patron is None:
        return _loyal(phrase, word)
    if not phrase.owner_code or phrase.noun.role == "" or phrase.owner_code == patron.code[:3]:
        # مسلحون سوريون موالون للنظام
        phrase.owner_code, phrase.owner = side_of(phrase.backers, phrase.noun, patron.code), patron
    return phrase.read_to(end_of_states(phrase.phrases, patron.last, phrase.depth))


def _loyal(phrase: AgentPhrase, word: str) -> Step:
    """الميليشيات المساندة لها takes the side of the actor before it; الموالية alone is pro-government."""
    previous = phrase.phrases.previous
    if previous and phrase.index + 1 < len(phrase.tokens) and phrase.tokens[phrase.index + 1].norm in _WITH_THEM:
        side = phrase.backers.get(previous[:3], "") if phrase.noun.role == "REB" and previous[:3] != "SYR" else ""
        phrase.owner_code = phrase.owner_code or side or previous  # القوات التركية والفصائل الموالية لها
        return phrase.read_to(phrase.index + 2)
    if word.startswith("موال") and not phrase.owner_code:
        phrase.owner_code = SYRIAN_FORCES
        return phrase.read_to(phrase.index + 1)
    return Step.END
