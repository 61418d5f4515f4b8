"""Places that are set ahead of a clause, behind which its verb stands: وفي بنش قتل ثلاثة."""

from __future__ import annotations

from eventcode.mentions import View
from eventcode.mentions.closed import bare

_IN = frozenset({"في"})
_BREAKS = frozenset("،,؛.:\n")


def place_ahead(view: View, index: int) -> bool:
    """Whether a place ends at a token that في introduces at the head of a clause."""
    place = next((place for place in view.places if place.first <= index < place.last and place.last == index + 1), None)
    if place is None or place.first == 0 or not bare(view.tokens[place.first - 1].norm, _IN):
        return False
    return place.first == 1 or view.tokens[place.first - 2].text in _BREAKS
