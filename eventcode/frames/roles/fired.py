"""Whose munitions they are that hit something: أصابت صواريخ النظام مدرسة, استهدفت صواريخ روسية مشفى."""

from __future__ import annotations

from eventcode.codebook import Frame
from eventcode.frames.model import Item, Predicate
from eventcode.frames.munitions import munition_hits
from eventcode.frames.origins import told_source
from eventcode.frames.roles.adjectives import national
from eventcode.frames.roles.slots import Slots, is_armed
from eventcode.mentions import View
from eventcode.mentions.closed import HARD_ENDS

_FIRE = frozenset({"shelling", "air_strike", "chemical_attack"})
_NEAR = ("قريب", "مقرب", "متاخم")
_MADE = "الصنع"
"""After a nationality that tells only where the munition was made: صواريخ روسية الصنع."""
_FALLING = frozenset({"سقط", "تساقط", "انهمر", "انهال", "هطل", "هوي", "وقع"})
_BEHIND = 5
"""Tokens from a verb of falling to what falls: سقطت أكثر من أربعين قذيفة."""
_ADJECTIVES = 3
"""How many words behind a munition its adjective of nationality may stand: صواريخ بالستية روسية."""


def fired_from(view: View, predicate: Predicate, item: Item) -> bool:
    """قصف من مواقع النظام: whether a phrase right behind an act names the positions of somebody, whose fire it is then; but
    القرى القريبة من مواقع الفصائل are only near them.
    """
    if any(
        view.preposition(p) or view.tokens[p].norm.removeprefix("ال").startswith(_NEAR)
        for p in range(predicate.last, item.governed_by)
    ):
        return False
    return all(actor.kind == "facility" and actor.role == "MIL" and actor.owner is not None and actor.code for actor in item.actors)


def fired_by(slots: Slots, predicate: Predicate, subject: Item | None, frame: Frame) -> None:
    """The owner or the nationality of the munition that hits something or falls on it is who fired it."""
    if not frame.armed or predicate.actors:
        return
    munition = _munition(slots, predicate, subject)
    if munition < 0:
        return
    view, end = slots.view, munition + 1 + _ADJECTIVES
    for item in slots.clauses.items:
        if item.kind == "actor" and item.governor == "genitive" and munition <= item.governed_by < end and is_armed(item):
            slots.put(predicate, item, "actor", "owner of the munition")
            return
    for index in range(munition + 1, min(end, len(view.tokens))):
        nation = view.best(index, "nation")
        if nation is not None and not nation.analysis.proclitics:
            if index + 1 < len(view.tokens) and view.tokens[index + 1].norm == _MADE:
                return
            predicate.actors.append(national(view, nation, frame))
            predicate.dropped = False
            predicate.why("actor", f"{view.tokens[index].text}: nationality of the munition")
            return
        if any(item.first == index for item in slots.clauses.items):
            return


def _munition(slots: Slots, predicate: Predicate, subject: Item | None) -> int:
    """The token of the munition that a verb has for its subject: known as that, or behind a verb of falling, or between a verb of
    hitting and what it hit (استهدفت صواريخ إسرائيلية العاصمة دمشق); -1 where there is none.
    """
    view, clauses = slots.view, slots.clauses
    if subject is not None:
        return subject.first if subject.kind == "thing" and "munitions" in view.lists[subject.first] else -1
    form = clauses.verbs[predicate.first].match.value.form
    falls = form is not None and form.lemma in _FALLING
    for index in range(predicate.first + 1, min(predicate.first + _BEHIND, len(view.tokens))):
        if "munitions" in view.lists[index]:
            hits = not predicate.proclitics and munition_hits(view, clauses.verbs[predicate.first], index)
            hits = hits and any(item.first > index and item.governor == "" for item in clauses.arguments(predicate.first).objects)
            return index if falls or hits else -1
        if (
            clauses.hard[index]
            or index in clauses.verbs
            or view.preposition(index)
            or not (falls or view.tokens[index].kind == "number")
        ):
            return -1
    return -1


def fired_out_of(slots: Slots, predicate: Predicate) -> None:
    """قصف طال البلدة من مواقع النظام, سقطت قذائف على الحي مصدرها الفصائل: whose positions fire came from, where nobody else did it."""
    if predicate.type not in _FIRE or predicate.actors:
        return
    for item in slots.clauses.items:
        if item.kind != "actor" or item.first < predicate.last or not told_source(slots.view, item):
            continue
        between = range(predicate.last, item.first)
        others = any(other.first in between for other in slots.clauses.predicates if other.first != predicate.verb)
        if others or any(p in slots.clauses.verbs or slots.view.tokens[p].text in HARD_ENDS for p in between):
            return
        if is_armed(item) or all(actor.kind == "facility" and actor.owner is not None and actor.code for actor in item.actors):
            predicate.targets = [target for target in predicate.targets if target not in item.actors]
            slots.put(predicate, item, "actor", "whose positions it came from")
        return
