"""What is set ahead of a clause, behind which its verb stands: a place (وفي بنش قتل ثلاثة), or a noun with a description."""

from __future__ import annotations

from eventcode.mentions import View
from eventcode.mentions.closed import COMPLEMENTISERS, bare

_IN = frozenset({"في"})
_COMMAS = frozenset("،,")
_DESCRIPTION = 14
"""Tokens of the longest description between commas."""
_TOPIC = 4
"""Tokens of the noun that is described: الرتل العسكري التركي."""
_BREAKS = frozenset("،,؛.:\n")


def place_ahead(view: View, index: int) -> bool:
    """Whether a place ends at a token that في introduces at the head of a clause."""
    place = next((place for place in view.places if place.first <= index < place.last and place.last == index + 1), None)
    if place is None or place.first == 0 or not bare(view.tokens[place.first - 1].norm, _IN):
        return False
    return place.first == 1 or view.tokens[place.first - 2].text in _BREAKS


def described_topic(view: View, index: int) -> bool:
    """الرتل، المؤلف من 30 آلية، توجه إلى: whether a comma closes a description of the definite noun that its clause begins with."""
    tokens = view.tokens
    if tokens[index].text not in _COMMAS:
        return False
    opening = next((p for p in range(index - 2, max(0, index - _DESCRIPTION), -1) if tokens[p].text in _COMMAS), 0)
    if not opening or not tokens[opening + 1].norm.startswith("ال"):
        return False
    first = opening
    while first > max(0, opening - _TOPIC) and tokens[first - 1].norm.startswith("ال"):
        first -= 1
    return first < opening and (first == 0 or bare(tokens[first - 1].norm, COMPLEMENTISERS) != "")


def opened_by_place(view: View, index: int) -> bool:
    """أكد المرصد أن المدينة سقطت: whether the place that a clause begins with, its subject, stands right before a token."""
    tokens = view.tokens
    last = index - (index > 0 and tokens[index - 1].norm == "قد")
    for place in view.places:
        if place.last == last:
            before = place.first - 1
            return before < 0 or tokens[before].text in _BREAKS or bare(tokens[before].norm, COMPLEMENTISERS) != ""
    return False
