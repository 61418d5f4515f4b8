"""Where fire comes from, which is not where it strikes, and whose it is: من مواقع النظام في جورين, من معسكر جورين, مصدرها حواجز الفصائل."""

from __future__ import annotations

import re
from collections.abc import Collection

from eventcode.frames.model import Item
from eventcode.gazetteer import PlaceMention
from eventcode.mentions import View

SOURCES = frozenset({"مصدرها", "مصدره", "مصدرهما"})
_POSITIONS = re.compile(
    "(?:ال)?(?:حواجز|مواقع|معسكرات|مرابض|مرابط|مقار|مقرات|قواعد|نقاط|ثكنات|تمركزات|مراكز|قطع|الويه|اماكن|مدفعيه|راجمات|مدافع)(?:ها|ه|هم)?"
)
_BASES = frozenset({"معسكر", "كتيبه", "مطار", "قاعده", "حاجز", "ثكنه", "مربض", "مرابض", "بارجه", "بوارج", "حواجز", "فوج", "رحبه"})
"""What begins the name of a place that those who fire hold."""
_SOME = frozenset(
    ["عدد", "عددا", "العديد", "عديد", "كثير", "الكثير", "عده", "واحد", "واحده", "اي", "كل", "جميع", "بعض", "مجموعه", "عشرات", "مزيد", "المزيد", "اكثر",
     "كلا", "قريب", "قريبه", "القريبه", "بالقرب", "القرب", "مقربه", "اقترب", "انسحب", "انسحبت", "اخلاء"]
)  # fmt: skip
"""Words before a من that parts or nears, and tells of no origin: عدد من مواقع الفصائل, بالقرب من مواقع الفصائل."""


_UPON = frozenset({"علي", "باتجاه", "نحو", "صوب", "تجاه"})
_REACH = 9
"""Tokens from من with positions to the place where they are: من مقرات النظام في كتيبة الهندسة شمال حمص."""


def out_of_positions(view: View, start: int, place: int) -> bool:
    """Whether the place at a token is that of positions after من, behind an act that ends at ``start``."""
    for index in range(max(1, start, place - _REACH), place - 1):
        if view.tokens[index].norm == "من" and _POSITIONS.fullmatch(view.tokens[index + 1].norm):
            between = view.tokens[index + 2 : place]
            near = not any(token.kind == "punct" or token.norm in _UPON for token in between)
            return near and view.tokens[index - 1].norm not in _SOME
    return False


def out_of_base(view: View, place: PlaceMention, struck: Collection[int]) -> bool:
    """قصف على قرية كذا من معسكر جورين: whether a place is a base after من, when another place is known to be struck."""
    if not struck or place.first < 2 or view.tokens[place.first].norm not in _BASES or view.tokens[place.first - 1].norm != "من":
        return False
    return view.tokens[place.first - 2].norm not in _SOME


def told_source(view: View, item: Item) -> bool:
    """قذائف مصدرها مواقع الفصائل, قصف من حواجز النظام: whether a phrase names whose fire it is."""
    before = view.tokens[item.first - 1].norm if item.first else ""
    if before in SOURCES:
        return True
    head = view.tokens[item.actors[0].head].norm
    return (
        before == "من"
        and item.first > 1
        and _POSITIONS.fullmatch(head) is not None
        and view.tokens[item.first - 2].norm not in _SOME
    )
