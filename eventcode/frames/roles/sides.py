"""The other side of a fight where words part the sides: بين الهيئة ومجموعات تضم أجانب من جهة، والجيش من جهة أخرى."""

from __future__ import annotations

from eventcode.codebook import Frame
from eventcode.frames.model import Predicate
from eventcode.frames.roles.slots import Slots
from eventcode.mentions.closed import HARD_ENDS

_SIDES = frozenset({"جهه", "طرف", "جانب", "ناحيه"})
_OTHER = frozenset({"اخري", "اخر", "ثانيه", "ثان", "ثاني", "مقابله", "مقابل"})


def sides(slots: Slots, predicate: Predicate, frame: Frame) -> None:
    """Whoever stands with waw right after "on the one side" fights too, whatever describes the first side before it."""
    between = any(actor.governor == "بين" for actor in predicate.actors)
    if frame.roles.get("بين") != "actor" or not between:
        return
    tokens = slots.view.tokens
    for position in range(predicate.last, len(tokens) - 2):
        if tokens[position].text in HARD_ENDS:
            return
        if tokens[position].norm != "من" or tokens[position + 1].norm not in _SIDES:
            continue
        after = position + 2
        if tokens[after].norm in _OTHER:
            return
        while after < len(tokens) and tokens[after].kind == "punct":
            after += 1
        for item in slots.clauses.items:
            if item.kind == "actor" and item.first == after and item.actors[0].proclitics[:1] == "و":
                slots.put(predicate, item, "actor", "on the other side")
        return
