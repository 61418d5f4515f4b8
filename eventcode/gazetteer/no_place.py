"""What shows that the name of a place stands for something else: an outlet, a kind of zone, what lies outside a country."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from eventcode.gazetteer.lookup import Name
from eventcode.gazetteer.mention import PlaceMention, head_of
from eventcode.gazetteer.words import LYING_NEAR, MEDIA_HEADS, PLURAL_HEADS
from eventcode.text import Token

_OUTLET_ENDS = frozenset({"الاعلامي", "الاعلاميه", "الاخباري", "الاخباريه", "اليوم", "نيوز", "برس", "الان", "الفضاييه", "مباشر"})


def outlet(tokens: Sequence[Token], name: Name) -> bool:
    """مركز حلب الإعلامي, شبكة إدلب نيوز: the place belongs to the name of an outlet."""
    if name.first == 0 or name.last >= len(tokens) or tokens[name.last].norm not in _OUTLET_ENDS:
        return False
    before = tokens[name.first - 1].norm
    return before in MEDIA_HEADS or before[1:] in MEDIA_HEADS


def zone(mention: PlaceMention) -> bool:
    """منطقة خفض التصعيد: a region whose own name begins so."""
    return (
        len(mention.candidates) == 1 and mention.candidates[0].level == "region" and mention.candidates[0].name.startswith("منطقة ")
    )


def zones(tokens: Sequence[Token], mention: PlaceMention) -> bool:
    """مناطق خفض التصعيد, منطقة خفض تصعيد: all the zones, or one to be made, are no place."""
    head = head_of(tokens[mention.first].norm)
    if not zone(mention) or head is None:
        return False
    return head[0] in PLURAL_HEADS or not any("ال" in token.norm[:4] for token in tokens[mention.first : mention.last])


@lru_cache(maxsize=1000)
def without(norm: str) -> bool:
    """إلى خارج سوريا, لخارج البلاد: what lies outside a country is not in it."""
    return norm in ("خارج", "لخارج", "بخارج", "وخارج")


@lru_cache(maxsize=1000)
def near_by(norm: str) -> bool:
    """فصائل قريبة من تركيا, الدول المجاورة لسوريا: whose friends somebody is, or what lies beside a country, is no place."""
    head = head_of(norm)
    return head is not None and head[0] in LYING_NEAR


def country_only(mention: PlaceMention) -> bool:
    return mention.head == "بلاد" or (
        mention.kind != "border" and not mention.levels and any(place.level == "country" for place in mention.candidates)
    )
