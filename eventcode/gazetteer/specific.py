"""The most specific places of a phrase: "مدينة سراقب، شرق إدلب" names Saraqib only (coding rules, section 4)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from eventcode.gazetteer.mention import PlaceMention, head_of
from eventcode.gazetteer.words import DIRECTIONS, GATES, ITSELF, NEAR, PLURAL_HEADS
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
# Words after which the places are told in which, of those named before, something was: وتحديداً في بلدة كذا.
_NAMELY = re.compile("و?(?:ب?التحديد|تحديدا)")
# Words between a place and the two between which it is said to lie: على الحدود الإدارية الفاصلة بين.
_LYING = re.compile(
    "علي|عند|في|حدود|خطوط?|التماس|منتصف|ال(?:واقع|كاين|فاصل|واصل|رابط|ممتد|حدود|اداري|مشترك|حدودي|شريط)(?:ه|ين|تين|ات)?"
)
# How many words may stand before a countryside that is set ahead of the sentence.
_AHEAD = 2
_SITUATED = re.compile("ال(?:واقع|كاين|تابع|موجود)(?:ه|ين|تين|ات|تان|ان)?")
_ENTRANCE = re.compile("(?:عند|علي|في) (?:ال)?(?:مدخل|مداخل|بوابه|مخرج)(?: ال\\w+)*")
_OVERLOOKING = re.compile("ال(?:مطل|مشرف|واقع)(?:ه|ين|تين|ات)?")
# Regions that are zones in a governorate or across some: منطقة خفض التصعيد.
_ZONES = ("منطقة ", "المنطقة ")
# قصف جبل الزاوية ومعسكراً قرب سراقب, وامتدت إلى كذا: what else was struck, or where else.
_AND_OTHERS = re.compile("و(?!ال|سط|اسع|اقع|فق|(?:من|بين|اهم|ابرز|ضمن)(?:ها|هم|هما)$|خاصه$|خصوصا$|لا$|لاسيما$|تحديدا$)\\w{2,}")
_AND_IN = (["وفي"], ["وفي", "كامل"], ["وفي", "عموم"], ["وعلي"])
_MOVING = frozenset({"الي", "نحو", "باتجاه", "صوب", "من"})
# Words between two places by which the second is one more, or where somebody went.
_THEN_OR = frozenset({"او", "ثم", "ام"})
_ON_OR_OR = _MOVING | _THEN_OR
# Rural Damascus surrounds the governorate of Damascus.
_CITY_OF = {"SY03": "SY01"}


def most_specific(tokens: Sequence[Token], found: Sequence[tuple[PlaceMention, Location]]) -> list[Location]:
    """The places that are meant, in order and without repetition, less those that only tell where another one lies."""
    kept: list[tuple[PlaceMention, Location]] = []
    previous: tuple[PlaceMention, Location] | None = None
    inside = between = False
    listing: set[int] = set()
    for one in found:
        inside_before = inside
        if previous is not None and (one[0].first, one[0].last) == (previous[0].first, previous[0].last):
            # في ريفها الشرقي والشمالي: two sides in one phrase are kept or left out together.
            if not inside or kept[-1] is previous:
                kept.append(one)
            previous = one
            continue
        inside = previous is not None and (
            _contains(tokens, one, previous)
            or (inside and (_beside_too(tokens, one, previous) or (between and one[0].proclitics[:1] == "و")))
        )
        between = inside and (_between(tokens, one[0]) or (between and one[0].proclitics[:1] == "و"))
        if previous is not None and any(_NAMELY.fullmatch(token.norm) for token in tokens[previous[0].last : one[0].first]):
            # جنوب وشرق محافظة إدلب، وتحديداً قرب معرة النعمان
            kept = [other for other in kept if RANK[other[1].level] < RANK[one[1].level]]
            inside = False
        before = previous
        listed = inside_before and previous is not None and _goes_on(tokens, previous[0], one)
        previous = one
        if inside:
            if kept[-1] is before and _finer(tokens, one, before[1]):
                kept[-1] = one
            continue
        if listed:
            listing.add(one[0].first)
        if kept and kept[-1] is before and one[1].level == "road" and _beside_road(tokens, before[0], one[0]):
            kept[-1] = one
            continue
        kept.append(one)
    if kept:
        limit = max(1, min(RANK[location.level] for _, location in kept))
        kept = [
            one
            for index, one in enumerate(kept)
            if _rank(one[1]) <= limit or one[0].first in listing or _joined(tokens, kept, index)
        ]
    kept = [one for index, one in enumerate(kept) if not _scene(tokens, kept, index)]
    if any(mention.head == "حي" for mention, _ in kept):
        # وفي مدينة حلب، أصيب ثلاثة بقذائف على حي الحمدانية
        kept = [
            one for one in kept if not (one[1].level == "settlement" and one[0].head == "مدينه" and _quarter_of(one, kept))
        ] or kept
    out: list[Location] = []
    for _, location in kept:
        if not any(other.name == location.name and other.id == location.id for other in out):
            out.append(location)
    return out


def _beside_road(tokens: Sequence[Token], before: PlaceMention, road: PlaceMention) -> bool:
    """جنوب عفرين على طريق كذا: whether what lies near a town is told more closely by the road on which it was."""
    gap = _gap(tokens, before, road)
    return before.kind in ("environs", "direction") and [token.norm for token in gap] == ["علي"]


def _scene(tokens: Sequence[Token], kept: Sequence[tuple[PlaceMention, Location]], index: int) -> bool:
    """وفي ريف حماة الشمالي، جرح مدنيان بقذيفة على اللطامنة: a countryside ahead of the one town in it that the sentence tells of."""
    mention, area = kept[index]
    if mention.kind != "countryside" or mention.first > _AHEAD or index + 2 != len(kept) or _joined(tokens, kept, index):
        return False
    town = kept[index + 1]
    comma = any(token.text in ("،", ",") for token in tokens[mention.last : town[0].first])
    return comma and town[0].proclitics[:1] != "و" and RANK[town[1].level] == 0 and holds(area, town[1])


def _quarter_of(city: tuple[PlaceMention, Location], kept: Sequence[tuple[PlaceMention, Location]]) -> bool:
    """Whether a quarter named after a city lies in its district, so that the quarter is the place."""
    areas = city[1].admin_codes[:2]
    return any(
        mention.head == "حي"
        and mention.first > city[0].last
        and mention.proclitics[:1] != "و"
        and location.admin_codes[:2] == areas
        for mention, location in kept
    )


def _finer(tokens: Sequence[Token], one: tuple[PlaceMention, Location], before: Location) -> bool:
    """ريف إدلب الغربي بجسر الشغور, مدن سورية شمالي البلاد: whether the finer place comes second; but سهل الغاب في ريف حماة."""
    mention, location = one
    if _SITUATED.fullmatch(tokens[mention.first - 1].norm):
        return False  # محافظة إدلب الواقعة بمحاذاة الحدود
    if _rank(location) >= _rank(before) or (_rank(before) == RANK["district"] and location.level == "area"):
        return False
    if mention.kind == "countryside" and before.level == "subdistrict":
        return False  # منطقة سراقب في ريف إدلب
    return _within(tokens, mention) or (before.level == "country" and mention.kind in ("direction", "countryside"))


def _rank(location: Location) -> int:
    """The rank of a place; a region inside a governorate (جبال اللاذقية) is finer than that, and so is one that no table has."""
    small = location.level == "region" and (
        bool(location.admin_codes) or location.name_en is None or location.name.startswith(_ZONES)
    )
    return RANK["district"] if small else RANK[location.level]


def _joined(tokens: Sequence[Token], kept: Sequence[tuple[PlaceMention, Location]], index: int) -> bool:
    """مدينة سراقب ومحافظة حلب, وفي محافظة حلب: whether "and" joins a place to the one before or after it, so that neither tells where
    the other lies.
    """
    for i in (index - 1, index):
        if 0 <= i < len(kept) - 1:
            second = kept[i + 1][0]
            if (second.first, second.last) == (kept[i][0].first, kept[i][0].last):
                return True  # ريفي درعا ودمشق
            words = [token.norm for token in _gap(tokens, kept[i][0], second)]
            if (
                words in _AND_IN
                or (0 < len(words) <= 3 and _AND_OTHERS.fullmatch(words[0]))
                or (not words and second.proclitics[:1] == "و")
            ):
                return True
    return False


def _goes_on(tokens: Sequence[Token], previous: PlaceMention, one: tuple[PlaceMention, Location]) -> bool:
    """ريف جسر الشغور في محافظة إدلب، وسهل الغاب: a list goes on behind what one of its places lies in, after a comma or with a region."""
    mention, location = one
    if mention.proclitics[:1] != "و" or _gap(tokens, previous, mention):
        return False
    region = location.level == "region" and bool(location.admin_codes)
    return region or any(token.text in ("،", ",") for token in tokens[previous.last : mention.first])


def _gap(tokens: Sequence[Token], first: PlaceMention, second: PlaceMention) -> list[Token]:
    """The tokens between two places, less commas and quotes."""
    return [token for token in tokens[first.last : second.first] if token.text not in _COMMAS]


def _beside_too(tokens: Sequence[Token], one: tuple[PlaceMention, Location], previous: tuple[PlaceMention, Location]) -> bool:
    """بلدة الدانا المجاورة لسرمدا وبلدة ترمانين, في المنطقة العازلة في إدلب ومحيطها: a further place that only tells where another lies."""
    joined = one[0].proclitics[:1] == "و" and not _gap(tokens, previous[0], one[0])
    if joined and one[0].kind == "place" and any(token.text in ("،", ",") for token in tokens[previous[0].last : one[0].first]):
        return False  # بلدة حاس قرب كفرنبل، وبلدة سرجة: after a comma the list goes on
    if joined and one[0].kind == "environs" and one[0].candidates == previous[0].candidates:
        return True
    return joined and _beside(tokens, previous[0]) and previous[0].kind != "border"


def _between(tokens: Sequence[Token], mention: PlaceMention) -> bool:
    """بين محافظات إدلب وحماة, حدود اللاذقية مع إدلب وحماة: whether a place begins what something is said to lie between or to adjoin."""
    return mention.first > 0 and tokens[mention.first - 1].norm in ("بين", "مع")


def containers(tokens: Sequence[Token], found: Sequence[tuple[PlaceMention, Location]]) -> list[tuple[PlaceMention, Location]]:
    """The places of a phrase that only tell where another one lies."""
    return [second for first, second in pairwise(found) if _contains(tokens, second, first)]


def _contains(tokens: Sequence[Token], second: tuple[PlaceMention, Location], first: tuple[PlaceMention, Location]) -> bool:
    """Whether a place is given as the surroundings of the one before it."""
    mention, before = second[0], first[0]
    if mention.first < before.last or _narrowed(tokens, first, second):
        return False
    if mention.proclitics[:1] == "و":
        # ضمن المنطقة العازلة والمجاورة لإدلب: a further adjective
        return tokens[mention.first].norm.startswith("وال") and _beside(tokens, mention)
    gap = _gap(tokens, before, mention)
    words = [token.norm for token in gap]
    if len(gap) <= _FAR and any(_MEASURE.fullmatch(word) for word in words):
        return True  # المدينة الواقعة على بعد 45 كيلومتراً شمال غربي العاصمة
    if len(words) == 2 and words[1] == "علي" and _OVERLOOKING.fullmatch(words[0]):
        return True  # جبل الشيخ بركات المطل على عفرين
    if words == ["مع"] and any(token.norm.endswith("حدود") for token in tokens[before.first : before.last]):
        return True  # على حدود اللاذقية مع إدلب
    if words[-1:] == ["بين"] and all(_LYING.fullmatch(word) for word in words[:-1]):
        # معبر القنيطرة بين الجولان والأراضي السورية; but ريف حلب بين قريتي كذا وكذا
        return RANK[second[1].level] >= RANK[first[1].level]
    if words == ["عند"]:
        return True  # بلدة نصيب عند الحدود
    if _ENTRANCE.fullmatch(" ".join(words)):
        return RANK[second[1].level] >= RANK[first[1].level]  # دوار كذا عند المدخل الجنوبي لمدينة كذا
    if len(gap) > 2:
        if words[-1] == "علي" and mention.kind in ("environs", "border") and len(gap) <= _LONG_GAP and _takes_up(words[0]):
            # إدلب التي تسيطر عليها الفصائل على الحدود مع تركيا
            return True
        return (
            len(gap) <= _LONG_GAP
            and (
                _beside(tokens, mention)
                or holds(second[1], first[1])
                or (mention.kind == "direction" and second[1].level == "region" != first[1].level)
            )
            and (words[-1] in _CONTAINER_WORDS or mention.proclitics[-1:] == "ب" or _beside(tokens, mention))
            and not any(word[:1] == "و" or word in _MOVING for word in words)
        )
    if words and words[0][:1] == "و" and (not words[0].startswith(("وال", "وسط")) or _more_places(words[0])):
        return False  # خمسة في إدلب وثلاثة في حلب; في محيط سراقب وفي بنش; بنش والقرى المحيطة بسراقب
    if words and words[0] in _THEN_OR:
        return False  # في سراقب ثم في بنش
    if _beside(tokens, mention):
        return True
    if mention.proclitics[-1:] in ("ب", "ل"):
        # بلدة اللطامنة الواقعة بريف حماة, مدينة سراقب الاستراتيجية بريف إدلب, قصف سراقب بالمدفعية بريف إدلب
        return all(
            _SITUATED.fullmatch(word)
            or (word.startswith("ال") and word.endswith(("ه", "ي")))
            or (word.startswith("بال") and holds(second[1], first[1]))
            for word in words
        )
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


def _more_places(norm: str) -> bool:
    """والقرى, والمناطق: whether "and" joins further places to those named."""
    head = head_of(norm)
    return head is not None and head[0] in PLURAL_HEADS


def less_centres(
    tokens: Sequence[Token], found: Sequence[tuple[PlaceMention, Location]], act: tuple[int, int]
) -> list[tuple[PlaceMention, Location]]:
    """Places less those that are named to say around which something was done: أما سراقب فقصفوا أطرافها; but قصفوا سراقب وقرى في محيطها.

    ``act``: the tokens of the act, before which a topic may stand.
    """
    kept = []
    for one in found:
        last = max(one[0].last, act[1]) if one[0].first < act[0] else one[0].last
        around = [other for other in found if other[0].first >= last and _narrowed(tokens, one, other)]
        gaps = ([token.norm for token in tokens[last : other[0].first]] for other in around)
        if not any(all(word[:1] != "و" and word not in _ON_OR_OR for word in gap) for gap in gaps):
            kept.append(one)
    return kept


def _narrowed(tokens: Sequence[Token], first: tuple[PlaceMention, Location], second: tuple[PlaceMention, Location]) -> bool:
    """المدافعون عن أريحا في محيط المدينة: whether the second place is what lies around the first; but مطار كذا المجاور لكذا is the airport."""
    mention, location = second
    around = mention.qualifier == "محيط" and location.id == f"{first[1].id}~around"
    return around and mention.proclitics[:1] != "و" and not _beside(tokens, mention)


def _takes_up(norm: str) -> bool:
    """Whether a word begins a description of the place before it: التي, الخاضعة, المحاصرة."""
    return norm.startswith("ال") and norm.endswith(("ي", "ه", "ين", "تين"))


def _within(tokens: Sequence[Token], mention: PlaceMention) -> bool:
    return mention.proclitics[-1:] == "ب" or tokens[mention.first - 1].norm in ("في", "ضمن", "عند")


def _beside(tokens: Sequence[Token], mention: PlaceMention) -> bool:
    """قرب الحدود, القريبة من إدلب: a place that only tells near what another one lies."""
    return any(
        reading.stem in NEAR or reading.stem in GATES for reading in analyses(tokens[mention.first].norm) if not reading.enclitic
    )


def holds(outer: Location, inner: Location) -> bool:
    """Whether a larger area may contain a place: the same governorate (that of a capital and of its countryside are one), or a region."""
    if RANK[outer.level] <= RANK[inner.level]:
        return False
    if RANK[outer.level] >= RANK["region"]:
        return True
    areas = {_CITY_OF.get(location.admin_codes[0], location.admin_codes[0]) for location in (outer, inner) if location.admin_codes}
    return len(areas) == 1
