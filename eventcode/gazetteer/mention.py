"""A place phrase as found in a sentence, and the generic word that opens one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import attrs

from eventcode.gazetteer.table import Place
from eventcode.gazetteer.words import COUNTRYSIDE, DIRECTIONS, ENVIRONS, HEADS, ITSELF, OF_COUNTRY, PLURAL_HEADS, SHARES, UNLISTED
from eventcode.text import Analysis, analyses

ROADS = ("طريق", "اوتوستراد")
BORDERS = ("حدود", "شريط", "سياج")
_PASSAGES = frozenset({"معبر", "ممر", "حاجز", "جسر", "مفرق"})
ITS_NAME = "*"
"""Stands for the name of the listed place in the name of one that is named after it."""


@attrs.frozen(slots=True, eq=False)
class PlaceMention:
    """A place phrase of a sentence; tokens ``first`` to ``last`` (exclusive), text offsets less proclitics.

    ``kind`` is place, environs, countryside, direction, road, border or anaphor; ``qualifier`` is the side (شمال, الجنوبي);
    ``score`` is below 1 for a corrected slip; ``head`` is the folded generic word before the name or "". ``name`` is set for a place
    that no table has: its whole name, in which ``ITS_NAME`` stands for that of the town among the candidates that it lies at.
    """

    first: int
    last: int
    start: int
    end: int
    proclitics: str
    kind: str
    head: str
    levels: tuple[str, ...]
    candidates: tuple[Place, ...]
    qualifier: str = ""
    score: float = 1.0
    certain: bool = True
    name: str = ""


@attrs.frozen(slots=True)
class Scope:
    """What reading a sentence's phrases needs to know: tokens inside other names, and places that the document named before."""

    blocked: frozenset[int]
    named: frozenset[str]


@lru_cache(maxsize=100_000)
def head_of(norm: str) -> tuple[str, Analysis] | None:
    """The generic word that a token is, with how it was read; singular heads, plural heads, surroundings, countryside."""
    for reading in analyses(norm):
        stem = reading.stem
        if reading.enclitic:
            continue
        if stem in HEADS or stem in PLURAL_HEADS or stem in ENVIRONS or stem in COUNTRYSIDE or stem in DIRECTIONS or stem in ITSELF:
            return stem, reading
        if stem in OF_COUNTRY or stem in (*ROADS, *BORDERS, "بلاد") or stem in SHARES or stem in UNLISTED:
            return stem, reading
    return None


def ids(mentions: Sequence[PlaceMention]) -> set[str]:
    return {place.id for mention in mentions for place in mention.candidates}


def in_governorate(mention: PlaceMention) -> PlaceMention:
    """قرى إدلب, بلدات حماة: of one governorate, rather than its chief town."""
    areas = tuple(place for place in mention.candidates if place.level == "governorate")
    return attrs.evolve(mention, levels=("governorate",), candidates=areas) if areas and mention.kind == "place" else mention


def is_site(place: PlaceMention) -> bool:
    """قاعدة حميميم: whether a place is a site and nothing else."""
    return bool(place.candidates) and all(candidate.level == "site" for candidate in place.candidates)


def is_passage(place: PlaceMention) -> bool:
    """معبر عربين, ممر صوران: a crossing or a road."""
    return place.head in _PASSAGES or place.kind == "road" or is_site(place)


def is_town(place: PlaceMention) -> bool:
    """Whether a place is a settlement, or an area that bears the name of one."""
    return all(
        candidate.level in ("settlement", "neighbourhood", "camp", "subdistrict", "district") for candidate in place.candidates
    )
