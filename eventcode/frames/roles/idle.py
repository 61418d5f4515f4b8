"""Whoever stands as the subject of a verb that carries a noun of action, and yet has no part in the act."""

from __future__ import annotations

from eventcode.codebook import Frame
from eventcode.frames.model import Item, Predicate
from eventcode.frames.roles.slots import Slots
from eventcode.mentions.kinds import THING_KINDS


def idle(slots: Slots, predicate: Predicate, frame: Frame, subject: Item, function: str) -> bool:
    """شهد المخيم اشتباكات: where they fight; قضى ضابط يقود كتيبة بعبوة: who died of it; اتفاق ينص على خروج المدنيين: who agreed that others leave."""
    if function == "undergoer":
        return frame.id == "clash" and subject.kind == "actor" and subject.actors[0].kind == "facility"
    if predicate.proclitics[-1:] == "ب" and slots.dead(subject):
        return True
    named = any(target.kind not in THING_KINDS and target.first >= predicate.last for target in predicate.targets)
    return (
        frame.roles.get("subject") == "target"
        and named
        and subject.last < predicate.first
        and _laid_down(slots, subject, predicate)
    )


def _laid_down(slots: Slots, subject: Item, predicate: Predicate) -> bool:
    """Whether a deal stands between those who made it and who is to leave by it."""
    return any(p.type in ("agreement", "ceasefire") and subject.last <= p.first < predicate.first for p in slots.clauses.predicates)
