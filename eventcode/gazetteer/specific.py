"""The most specific places of a phrase: "مدينة سراقب، شرق إدلب" names Saraqib only (coding rules, section 4)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from eventcode.gazetteer.phrases import PlaceMention
from eventcode.model import Location
from eventcode.text import Token

RANK = {
    "settlement": 0, "neighbourhood": 0, "site": 0, "camp": 0, "road": 0, "area": 1, "subdistrict": 2, "district": 3,
    "governorate": 4, "region": 5, "country": 6,
}  # fmt: skip
"""Levels from the finest to the coarsest."""
_COMMAS = frozenset("،,\"'“”«»()#")
# Words between a place and the larger one that it lies in.
_CONTAINER_WORDS = frozenset(
    ["في", "ب", "شرق", "غرب", "شمال", "جنوب", "شرقي", "غربي", "شمالي", "جنوبي", "من", "ضمن", "قرب", "الواقعه", "الواقع", "الواقعتين", "التابعه",
     "التابع", "التابعتين"]
)  # fmt: skip


def most_specific(tokens: Sequence[Token], found: Sequence[tuple[PlaceMention, Location]]) -> list[Location]:
    """The places that are meant, in order and without repetition, less those that only tell where another one lies."""
    kept: list[tuple[PlaceMention, Location]] = []
    previous: PlaceMention | None = None
    for mention, location in found:
        inside = previous is not None and _contains(tokens, mention, previous)
        previous = mention
        if inside:
            if RANK[location.level] < RANK[kept[-1][1].level]:
                # ريف إدلب الغربي بجسر الشغور: the finer place comes second.
                kept[-1] = (mention, location)
            continue
        kept.append((mention, location))
    if kept:
        finest = min(RANK[location.level] for _, location in kept)
        limit = max(1, finest)
        kept = [(mention, location) for mention, location in kept if RANK[location.level] <= limit]
    out: list[Location] = []
    for _, location in kept:
        if not any(other.name == location.name and other.id == location.id for other in out):
            out.append(location)
    return out


def containers(tokens: Sequence[Token], found: Sequence[tuple[PlaceMention, Location]]) -> list[tuple[PlaceMention, Location]]:
    """The places of a phrase that only tell where another one lies."""
    return [(mention, location) for (before, _), (mention, location) in pairwise(found) if _contains(tokens, mention, before)]


def _contains(tokens: Sequence[Token], second: PlaceMention, first: PlaceMention) -> bool:
    """Whether a place is given as the surroundings of the one before it."""
    if second.first < first.last:
        return False
    gap = [token for token in tokens[first.last : second.first] if token.text not in _COMMAS]
    if len(gap) > 2 or second.proclitics[:1] == "و":
        return False
    if second.proclitics[-1:] in ("ب", "ل"):
        return not gap
    if {token.norm.removeprefix("و") for token in gap} & _CONTAINER_WORDS:
        return True
    return second.kind in ("direction", "countryside") and not gap
