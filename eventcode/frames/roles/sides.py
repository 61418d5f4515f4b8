"""The other side of a fight where words part the sides: بين الهيئة ومجموعات تضم أجانب من جهة، والجيش من جهة أخرى."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from eventcode.codebook import Frame
from eventcode.frames.agreement import suffix_agrees
from eventcode.frames.model import Predicate
from eventcode.frames.roles.slots import Slots, is_armed
from eventcode.mentions.closed import HARD_ENDS

_SIDES = frozenset({"جهه", "طرف", "جانب", "ناحيه"})
_BLOWS = frozenset({"clash", "attack", "strike-at"})
_MUTUAL = ("متبادل", "المتبادل")
_SUFFIXES = frozenset({"ه", "ها", "هم"})
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


def between_him_and(slots: Slots, predicate: Predicate) -> None:
    """معارك عنيفة بينها وبين قوات النظام: whom the pronoun means fights as well, the last before who agrees and may."""
    tokens = slots.view.tokens
    for position in range(predicate.last, min(predicate.last + _ADJECTIVES + 1, len(tokens) - 1)):
        suffix = tokens[position].norm.removeprefix("بين")
        if suffix not in _SUFFIXES or tokens[position].norm == suffix or tokens[position + 1].norm != "وبين":
            continue
        for item in reversed(slots.clauses.items):
            if item.kind != "actor" or item.last > predicate.first or not is_armed(item) or item.actors[0].counts:
                continue  # مقتل جندي في معارك بينه وبين الفصائل: the army's, and not his
            if suffix_agrees(suffix, item.actors) and not any(actor in predicate.actors for actor in item.actors):
                slots.put(predicate, item, "actor", "pronoun after بين")
                return
