"""The most specific places of a phrase: "مدينة سراقب، شرق إدلب" names Saraqib only (coding rules, section 4)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from eventcode.gazetteer.mention import PlaceMention
from eventcode.gazetteer.words import DIRECTIONS, GATES, ITSELF, NEAR
from eventcode.model import Location
from eventcode.text import Token, analyses

RANK = {
    "settlement": 0, "neighbourhood": 0, "site": 0, "camp": 0, "road": 0, "area": 1, "subdistrict": 2, "district": 3,
    "governorate": 4, "region": 5, "country": 6,
}  # fmt: skip
"""Levels from the finest to the coarsest."""
_COMMAS = frozenset("،,\"'“”«»()#")
# Words between a place and the larger one that it lies in.
_CONTAINER_WORDS = frozenset(
    ["في", "ب", "شرق", "غرب", "شمال", "جنوب", "شرقي", "غربي", "شمالي", "جنوبي", "من", "ضمن", "قرب", "الواقعه", "الواقع", "الواقعتين", "التابعه",
     "التابع", "التابعتين", "احدي", "احد"]
)  # fmt: skip
# Words between a place and the larger one, at most, where the map tells that the one lies in the other.
_LONG_GAP = 6
# A measure of the distance at which a place lies from another one, and between how many words it stands.
_MEASURE = re.compile("كيلومتر(?:ا|ات|ين)?|كيلو|كلم|كم|ميل|اميال|ميلا|مترا?")
_FAR = 9
_MOVING = frozenset({"الي", "نحو", "باتجاه", "صوب", "من"})
# Rural Damascus surrounds the governorate of Damascus.
_CITY_OF = {"SY03": "SY01"}


def most_specific(tokens: Sequence[Token], found: Sequence[tuple[PlaceMention, Location]]) -> list[Location]:
    """The places that are meant, in order and without repetition, less those that only tell where another one lies."""
    kept: list[tuple[PlaceMention, Location]] = []
    previous: tuple[PlaceMention, Location] | None = None
    inside = False
    for one in found:
        inside = previous is not None and (_contains(tokens, one, previous) or (inside and _beside_too(tokens, one, previous)))
        previous = one
        if inside:
            if RANK[one[1].level] < RANK[kept[-1][1].level] and _within(tokens, one[0]):
                # ريف إدلب الغربي بجسر الشغور: the finer place comes second.
                kept[-1] = one
            continue
        kept.append(one)
    if kept:
        limit = max(1, min(RANK[location.level] for _, location in kept))
        kept = [one for index, one in enumerate(kept) if _rank(one[1]) <= limit or _joined(tokens, kept, index)]
    out: list[Location] = []
    for _, location in kept:
        if not any(other.name == location.name and other.id == location.id for other in out):
            out.append(location)
    return out


def _rank(location: Location) -> int:
    """The rank of a place; a region inside a governorate (جبال اللاذقية) is finer than that."""
    return RANK["district"] if location.level == "region" and location.admin_codes else RANK[location.level]


def _joined(tokens: Sequence[Token], kept: Sequence[tuple[PlaceMention, Location]], index: int) -> bool:
    """مدينة سراقب ومحافظة حلب: whether "and" joins a place to the one before or after it, so that neither tells where the other lies."""
    pairs = [kept[i : i + 2] for i in (index - 1, index) if 0 <= i < len(kept) - 1]
    return any(second[0].proclitics[:1] == "و" and not _gap(tokens, first[0], second[0]) for first, second in pairs)


def _gap(tokens: Sequence[Token], first: PlaceMention, second: PlaceMention) -> list[Token]:
    """The tokens between two places, less commas and quotes."""
    return [token for token in tokens[first.last : second.first] if token.text not in _COMMAS]


def _beside_too(tokens: Sequence[Token], one: tuple[PlaceMention, Location], previous: tuple[PlaceMention, Location]) -> bool:
    """بلدة الدانا المجاورة لسرمدا وبلدة ترمانين: a further place that only tells near what another one lies."""
    joined = one[0].proclitics[:1] == "و" and not _gap(tokens, previous[0], one[0])
    return joined and _beside(tokens, previous[0])


def containers(tokens: Sequence[Token], found: Sequence[tuple[PlaceMention, Location]]) -> list[tuple[PlaceMention, Location]]:
    """The places of a phrase that only tell where another one lies."""
    return [second for first, second in pairwise(found) if _contains(tokens, second, first)]


def _contains(tokens: Sequence[Token], second: tuple[PlaceMention, Location], first: tuple[PlaceMention, Location]) -> bool:
    """Whether a place is given as the surroundings of the one before it."""
    mention, before = second[0], first[0]
    if mention.first < before.last or mention.proclitics[:1] == "و":
        return False
    gap = _gap(tokens, before, mention)
    words = [token.norm for token in gap]
    if len(gap) <= _FAR and any(_MEASURE.fullmatch(word) for word in words):
        return True  # المدينة الواقعة على بعد 45 كيلومتراً شمال غربي العاصمة
    if len(gap) > 2:
        if words[-1] == "علي" and mention.kind in ("environs", "border") and len(gap) <= _LONG_GAP and _takes_up(words[0]):
            # إدلب التي تسيطر عليها الفصائل على الحدود مع تركيا
            return True
        return (
            len(gap) <= _LONG_GAP
            and (_beside(tokens, mention) or _holds(second[1], first[1]) or (mention.kind == "direction" and second[1].level == "region" != first[1].level))
            and (words[-1] in _CONTAINER_WORDS or mention.proclitics[-1:] == "ب" or _beside(tokens, mention))
            and not any(word[:1] == "و" or word in _MOVING for word in words)
        )
    if words and words[0][:1] == "و" and words[0][1:] not in _CONTAINER_WORDS:
        return False  # خمسة في إدلب وثلاثة في حلب
    if _beside(tokens, mention):
        return True
    if mention.proclitics[-1:] in ("ب", "ل"):
        return not gap
    if words[-1:] == ["من"] and RANK[second[1].level] < RANK[first[1].level]:
        # الأراضي السورية من معبر كفرلوسين: the finer place holds nothing.
        return False
    if {word.removeprefix("و") if word != "ومن" else word for word in words} & _CONTAINER_WORDS:
        # إدلب والواقعة شمال; but من إدلب شمالاً ومن دير الزور شرقاً names two.
        return True
    if "علي" in words and mention.kind in ("environs", "border"):
        # معبر على مشارف مدينة, إدلب الواقعة على الحدود التركية
        return True
    # معقل التنظيم جنوب دمشق: words that describe the place before may stand between.
    first_word = tokens[mention.first].norm
    if first_word in ITSELF and not gap:
        return True  # المنطقة الخضراء وسط بغداد
    sided = mention.kind == "direction" or first_word in DIRECTIONS  # شمال العراق is a region's own name
    described = sided and not any(word[:1] in "وبل" or word in _MOVING for word in words)
    return described or (mention.kind == "countryside" and not gap)


def _takes_up(norm: str) -> bool:
    """Whether a word begins a description of the place before it: التي, الخاضعة, المحاصرة."""
    return norm.startswith("ال") and norm.endswith(("ي", "ه", "ين", "تين"))


def _within(tokens: Sequence[Token], mention: PlaceMention) -> bool:
    return mention.proclitics[-1:] == "ب" or tokens[mention.first - 1].norm in ("في", "ضمن")


def _beside(tokens: Sequence[Token], mention: PlaceMention) -> bool:
    """قرب الحدود, القريبة من إدلب: a place that only tells near what another one lies."""
    return any(reading.stem in NEAR or reading.stem in GATES for reading in analyses(tokens[mention.first].norm) if not reading.enclitic)


def _holds(outer: Location, inner: Location) -> bool:
    """Whether a larger area may contain a place: the same governorate (that of a capital and of its countryside are one), or a region."""
    if RANK[outer.level] <= RANK[inner.level]:
        return False
    if RANK[outer.level] >= RANK["region"]:
        return True
    areas = {_CITY_OF.get(location.admin_codes[0], location.admin_codes[0]) for location in (outer, inner) if location.admin_codes}
    return len(areas) == 1
