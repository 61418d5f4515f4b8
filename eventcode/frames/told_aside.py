"""Places that a sentence tells beside an act: where something alike happened, what is excepted, what tells of the place itself,
and whence fire came.
"""

from __future__ import annotations

import re
from itertools import pairwise

from eventcode.frames.model import Predicate
from eventcode.gazetteer import PlaceMention
from eventcode.gazetteer.words import HOME_COUNTRY
from eventcode.mentions import View

# كما حصل في حلب, أسوة بما جرى في حلب: what happened alike happened elsewhere; within how many words the place is named.
_LIKE = frozenset({"كما", "مثلما", "ما", "بما", "لما"})
_HAPPENED = frozenset({"حصل", "حدث", "جري", "حصلت", "حدثت", "جرت", "فعل", "فعلت", "فعلوا", "الحال"})
_WHERE = frozenset({"في", "مع", "سابقا", "ب"})
_NOT = re.compile("[وف]?(?:لم|لن|لا|ليس|ليست|لايزال)")
_ALIKE_REACH = 8
# What explains the place told before, or the act.
_WHICH_IS = frozenset({"وهو", "وهي", "وهما", "نظرا", "كونها", "كونه", "باعتبارها", "باعتباره"})
# What may stand between وهي and the places that it lists (مناطق القطاع الأوسط وهي بلدات زملكا وعربين).
_LISTS = frozenset({"قري", "بلدات", "مدن", "مناطق", "احياء", ":", "من"})
_REASONS = (["بالنظر", "الي"], ["بحكم", "موقعها"], ["بسبب", "موقعها"])

_HURTING = frozenset(
    {"killing", "shelling", "air_strike", "ied", "ground_attack", "armed_clash", "attack_on_civilians", "suicide_bomb"}
)
_CARE = re.compile(
    "[وفل]?(?:ال)?(?:معالج|علاج|مداوا)ت?(?:ه|هم|ها|هما)?|و?[يت](?:عالج|سعف)(?:ون)?|و?(?:عولج|اسعف)(?:ت|وا)?|و?اسعاف(?:ه|هم|ها)"
)
_HOSPITALS = frozenset({"مشفي", "مستشفي", "مشافي", "مستشفيات", "المشفي", "المستشفي", "المشافي", "المستشفيات"})


def told_aside(view: View, host: Predicate, place: PlaceMention) -> bool:
    """Whether a place after an act is told of something else than where the act was."""
    return (
        _happened_alike(view, host, place)
        or _left_over(view, host, place)
        or _explained(view, host, place)
        or _treated(view, host, place)
    )


def _left_over(view: View, host: Predicate, place: PlaceMention) -> bool:
    """خسروا إدلب ولم يعد لهم إلا مطار كذا: what a negated clause after the act excepts."""
    words = [token.norm for token in view.tokens[host.last : place.first]]
    excepted = next((index for index, word in enumerate(words) if word in ("الا", "سوي")), -1)
    return excepted > 0 and any(_NOT.fullmatch(word) for word in words[:excepted])


def _explained(view: View, host: Predicate, place: PlaceMention) -> bool:
    """سيطروا على المعرة، وهي ثاني أكبر مدينة في المحافظة; بالنظر إلى مرور الطريق في وسطها: what tells of the place of an act, or why it
    was done, tells no further place of it.
    """
    if not host.places or (place.proclitics[:1] == "و" and view.tokens[place.first - 1].text in ("،", ",")):
        return False
    told = max(view.places[position].last for position in host.places)
    words = [token.norm for token in view.tokens[told : place.first]]
    return any(
        (word in _WHICH_IS and not _LISTS.issuperset(words[i + 1 :])) or words[i : i + 2] in _REASONS
        for i, word in enumerate(words)
    )


def _treated(view: View, host: Predicate, place: PlaceMention) -> bool:
    """أصيب جنود وتتم معالجتهم في هاتاي, أصيبوا ونقلوا إلى مشفى في باب الهوى: where those who were hurt are cared for."""
    words = [token.norm for token in view.tokens[host.last : place.first]]
    cared = any(_CARE.fullmatch(word) for word in words)
    return host.type in _HURTING and (cared or any(a == "الي" and b in _HOSPITALS for a, b in pairwise(words)))


def _happened_alike(view: View, host: Predicate, place: PlaceMention) -> bool:
    """كما حصل في أحياء حلب, على غرار ما جرى في حلب, كما هو الحال في حلب; but كما جرى قصف حلب tells of a further act."""
    start = max(host.last, place.first - _ALIKE_REACH)
    words = [token.norm for token in view.tokens[start : place.first]]
    return any(
        word in _HAPPENED and words[index + 1] in _WHERE and not _LIKE.isdisjoint(words[max(0, index - 2) : index])
        for index, word in enumerate(words[:-1])
    )


def before_object(view: View, host: Predicate, place: PlaceMention) -> bool:
    """قصفت المدفعية من جبل قاسيون أحياء جوبر: whether the place that a verb of fire has as its object stands right behind one after من."""
    following = next((other for other in view.places if other.first == place.last), None)
    return (
        host.pos == "verb"
        and following is not None
        and following.kind == "place"
        and bool(following.head)
        and not following.proclitics
    )


def foreign_realm(place: PlaceMention) -> bool:
    """قصفوها من الأجواء اللبنانية; but في أجزاء من الأراضي السورية."""
    return place.head == "اراضي" and not any(candidate.id == HOME_COUNTRY for candidate in place.candidates)
