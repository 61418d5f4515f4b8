"""What governs a noun phrase: a preposition, من قبل, the noun before it in idafa, or nothing, as for subjects and objects."""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache

from eventcode.mentions.closed import (
    AGENT_PHRASES,
    AT_COST,
    BESIDE,
    COMPLEMENTISERS,
    DETERMINERS,
    IN_HANDS,
    PREPOSITIONS,
    QUOTES,
    TOGETHER,
    UNGOVERNING,
    bare,
)
from eventcode.mentions.coordination import partner
from eventcode.mentions.kinds import THING_KINDS
from eventcode.mentions.model import ActorMention, View
from eventcode.mentions.ownprep import letters_before, own_preposition

_CONSISTED_OF = frozenset({"people", "force", "group"})
_LOTS = frozenset({"دفعه", "دفعات", "عدد", "عددا", "اعداد", "اعدادا", "مجموعه", "مجموعات", "قافله", "قوافل", "حشد", "حشود"})
_NUMBERS = frozenset({"عدد", "عددا", "اعداد", "اعدادا"})
_LOT_ADJECTIVES = 2
_AGENT_NOUNS = frozenset(noun for _, noun in AGENT_PHRASES)
_TO = frozenset({"الي"})
_BESIDE_HIM = frozenset({"جانبه", "جانبها", "جانبهم", "جانبهما"})
_AGENT_PREPOSITIONS = frozenset(preposition for preposition, _ in AGENT_PHRASES)
_HANDS = frozenset(noun for _, noun in IN_HANDS)
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
_MUNITIONS = frozenset({"munitions", "artillery"})
_HIT = frozenset({"people", "facility", "vehicle", "official"})
_CIRCUMSTANCES = ("بموجب", "بمقتضي", "خلال", "اثناء", "عبر", "اثر", "عقب", "بعد", "قبل")
_NO_HEADS = frozenset(
    {"actor", "country", "nation", "result", "cause", "according", "report", "verb", "light", "aspect", "cue", "via"}
)
"""Kinds of words that are no head of an idafa, unless an entry makes them a noun."""
_BEFORE_VERBS = frozenset({"ان", "لن", "لم", "سوف"})


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
            if mention.governor == "من" and (mention.kind in _CONSISTED_OF or mention.kind in THING_KINDS):
                lots = _LOTS if mention.kind in _CONSISTED_OF else _NUMBERS
                mention.governor, mention.governed_by = _lot(view, mention.governed_by, lots) or ("من", mention.governed_by)


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


def governor(view: View, first: int) -> tuple[str, int]:
    """What governs the noun phrase that starts at token ``first``: (preposition, "agent", "genitive" or "", token of the governor)."""
    found = view.governors.get(first)
    if found is None:
        found = view.governors[first] = _governor(view, first)
    return found


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
    if _absolute(view, index) or _absolute(view, index + 1, "s"):
        return "", -1  # خطف مسلحين شاباً, عناصر حاجز شاباً: a noun that kept its nun has no idafa, nor is an accusative in one
    if _with_pronoun(token.norm) or _hit_by_munition(view, index):
        return "", -1
    triggers = view.at[index].get("trigger", ())
    if triggers and all(match.enclitic for match in triggers):
        return "", -1  # لقائه نظيره, استهدافهم المدنيين: a noun with a pronoun is in no idafa, its object follows
    if triggers and all(match.value.form is not None and match.value.form.pos == "verb" for match in triggers):
        return "", -1
    return "genitive", index


def _absolute(view: View, index: int, number: str = "") -> bool:
    """مسلحين, شاباً: whether all that a word of people can be are forms with nun, or with the alif of the accusative, of a ``number``."""
    found = [match for kind in ("agent", "actor") for match in view.at[index].get(kind, ()) if match.last == index + 1]
    forms = [match.value.form for match in found if match.value.form is not None]
    return bool(forms) and len(forms) == len(found) and all(form.state == "absolute" and number in form.number for form in forms)


def _hit_by_munition(view: View, index: int) -> bool:
    """أصابت قذيفة هاون ثلاثة أطفال: munitions are owned by no people or buildings, who are hit by them."""
    following = index + 1
    if following >= len(view.tokens) or view.lists[index].isdisjoint(_MUNITIONS):
        return False
    if any(quantity.first == following for quantity in view.quantities):
        return True
    noun = view.best(following, "agent")
    return noun is not None and noun.value.ref.kind in _HIT


@lru_cache(maxsize=65_536)
def _with_pronoun(norm: str) -> bool:
    """أجلي بموجبه مئات, قتل خلالها مدنيون: a preposition of circumstance with a pronoun governs no noun after it."""
    return any(norm in (word + "ه", word + "ها", word + "هما", word + "هم") for word in _CIRCUMSTANCES)


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
