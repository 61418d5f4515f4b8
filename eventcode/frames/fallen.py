"""Verbs of falling, whose subject are people, shells or places: سقط ثمانية جرحى في قصف بالبراميل, سقطت قذائف على مدنيين."""

from __future__ import annotations

from eventcode.mentions import View

_HURT = frozenset({"dead", "wounded"})
_REACH = 3
"""How many words after the verb they may begin who fell: سقط أمس نحو عشرين جريحاً."""


def people_fell(view: View, index: int) -> bool:
    """Whether the verb of falling at a token has people for its subject."""
    if "coming-down" not in view.lists[index] or "نهال" in view.tokens[index].norm:
        return False  # انهال شبان عليه ضرباً
    for position in range(index + 1, min(index + 1 + _REACH, len(view.tokens))):
        if not view.lists[position].isdisjoint(_HURT) or any(a.first == position and a.kind == "people" for a in view.actors):
            return True
        if "munitions" in view.lists[position] or view.preposition(position):
            return False
    return False


def things_fell(view: View, index: int) -> bool:
    """Whether the verb of falling at a token has shells, bombs or a place for its subject, which die no death."""
    if "coming-down" not in view.lists[index]:
        return False
    near = range(index + 1, min(index + _REACH, len(view.tokens)))
    return any("munitions" in view.lists[position] for position in near) or any(place.first in near for place in view.places)
