"""The other side of a fight where words part the sides: بين الهيئة ومجموعات تضم أجانب من جهة، والجيش من جهة أخرى."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from eventcode.codebook import Frame
from eventcode.frames.model import Predicate
from eventcode.frames.roles.slots import Slots
from eventcode.mentions.closed import HARD_ENDS

_SIDES = frozenset({"جهه", "طرف", "جانب", "ناحيه"})
_BLOWS = frozenset({"clash", "attack", "strike-at"})
_MUTUAL = ("متبادل", "المتبادل")
_ADJECTIVES = 2
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


def shared_sides(slots: Slots, predicates: Sequence[Predicate]) -> None:
    """قصف متبادل واشتباكات بين القوات والفصائل: both of two nouns of fighting with waw are between those whom the second names."""
    view = slots.view
    for first, second in pairwise(predicates):
        between = range(first.last, second.first)
        apart = len(between) > _ADJECTIVES or any(
            view.tokens[p].kind == "punct" or p in slots.clauses.verbs or view.preposition(p) for p in between
        )
        mutual = first.pattern.frame == "clash" or any(view.tokens[p].norm.startswith(_MUTUAL) for p in between)  # no air strikes
        alike = first.pos == second.pos == "noun" and mutual and {first.pattern.frame, second.pattern.frame} <= _BLOWS
        if apart or not alike or first.actors or not view.joined(second.first) or first.enclitic or second.enclitic:
            continue
        opponents = [actor for actor in second.actors if actor.governor == "بين"]
        if len(opponents) > 1 and len(opponents) == len(second.actors):
            first.actors = list(opponents)
            first.why("actor", f"those of {view.slice(second.start, second.end)}, with which it is coordinated")
