"""Whose munitions they are that hit something: أصابت صواريخ النظام مدرسة, استهدفت صواريخ روسية مشفى."""

from __future__ import annotations

from eventcode.codebook import Frame
from eventcode.frames.model import Item, Predicate
from eventcode.frames.roles.adjectives import national
from eventcode.frames.roles.slots import Slots, is_armed
from eventcode.mentions import View

_NEAR = ("قريب", "مقرب", "متاخم")
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
    """The owner or the nationality of the munition that is the subject of a verb of hitting is who fired it."""
    if subject is None or subject.kind != "thing" or not frame.armed or "munitions" not in slots.view.lists[subject.first]:
        return
    end = subject.last + _ADJECTIVES
    for item in slots.clauses.items:
        if item.kind == "actor" and item.governor == "genitive" and subject.first <= item.governed_by < end and is_armed(item):
            slots.put(predicate, item, "actor", "owner of the munition")
            return
    for index in range(subject.last, min(end, len(slots.view.tokens))):
        nation = slots.view.best(index, "nation")
        if nation is not None and not nation.analysis.proclitics:
            predicate.actors.append(national(slots.view, nation, frame))
            predicate.why("actor", f"{slots.view.tokens[index].text}: nationality of the munition")
            return
        if any(item.first == index for item in slots.clauses.items):
            return
