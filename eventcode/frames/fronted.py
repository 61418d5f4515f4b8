"""What is set ahead in a clause: places before its verb (وفي بنش قتل ثلاثة), the act before those killed (وقتل في الهجوم ثلاثة)."""

from __future__ import annotations

from eventcode.mentions import View
from eventcode.mentions.closed import bare

_IN = frozenset({"في"})
_FALLING = frozenset({"قتل", "جرح"})
_FALLEN_WITHIN = 6
_BREAKS = frozenset("،,؛.:\n")


def place_ahead(view: View, index: int) -> bool:
    """Whether a place ends at a token that في introduces at the head of a clause."""
    place = next((place for place in view.places if place.first <= index < place.last and place.last == index + 1), None)
    if place is None or place.first == 0 or not bare(view.tokens[place.first - 1].norm, _IN):
        return False
    return place.first == 1 or view.tokens[place.first - 2].text in _BREAKS


def fallen_ahead(view: View, index: int) -> bool:
    """وقتل في الهجوم ثمانية جنود: whether a word of killing at the head, spelled like its noun, has an act after في and then the dead."""
    tokens = view.tokens
    if tokens[index].norm.lstrip("وف") not in _FALLING or index + 2 >= len(tokens) or not bare(tokens[index + 1].norm, _IN):
        return False
    if "trigger" not in view.covered[index + 2]:
        return False
    dead = next((actor for actor in view.actors if index + 2 < actor.first <= index + _FALLEN_WITHIN), None)
    return dead is not None and dead.governor == "" and (dead.quantity is not None or dead.counts) and not dead.definite
