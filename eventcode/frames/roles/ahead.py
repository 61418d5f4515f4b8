"""Whom an act befalls where he is named between the light verb and the noun of the act: شن الجيش على الفصائل هجوماً."""

from __future__ import annotations

from eventcode.codebook import Frame
from eventcode.frames.agreement import NATIONS
from eventcode.frames.model import Predicate
from eventcode.frames.roles.slots import Slots

_AGAINST = frozenset({"علي", "ضد", "بحق", "تجاه", "باتجاه", "صوب"})
_APART = 3
"""Words that may stand between him and the noun: شن ضد التنظيم تسع غارات."""


def set_ahead(slots: Slots, predicate: Predicate, frame: Frame) -> None:
    """فرضت واشنطن على موسكو عقوبات, نفذ التحالف ضد داعش تسع غارات: who stands after a preposition between a light verb and its noun."""
    clauses = slots.clauses
    verb = clauses.governing_verb(predicate.first)
    if predicate.targets or predicate.pos != "noun" or verb is None or "light" not in verb.kinds or predicate.proclitics:
        return
    for item in clauses.items:
        between = verb.index < item.first and item.last <= predicate.first <= item.last + _APART
        if item.kind != "actor" or not between or item.governor not in _AGAINST or frame.roles.get(item.governor) != "target":
            continue
        country = frame.armed and item.actors[0].kind in NATIONS and item.governor == "علي"  # شنت إسرائيل على سوريا غارات
        other = any(verb.index < p.first < predicate.first for p in clauses.predicates)
        # الاعتماد على الحرس في عمليات التصدي: no object of the verb
        governed = any(slots.view.preposition(p) or clauses.own_preposition(p) for p in range(item.last, predicate.first))
        if not country and not other and not governed and not any(clauses.hard[item.last : predicate.first]):
            slots.put(predicate, item, "target", f"after {item.governor}, ahead of the noun")
            return
