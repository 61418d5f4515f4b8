"""Whom sanctions reach: the objects of the verb that says so (عقوبات استهدفت مسؤولين, شملت العقوبات وزارة النفط)."""

from __future__ import annotations

from eventcode.frames.model import Predicate
from eventcode.frames.roles.slots import Slots

_REACHING = frozenset({"استهدف", "طال", "شمل", "مس", "ضم", "تضمن"})
_BESIDE = 4
"""Tokens between the noun and a verb after it."""
_FROM = 3
"""Adjectives of the noun before those from whom sanctions are lifted."""
_AMONG = frozenset({"بينهم", "بينها", "ابرزهم", "ابرزها", "فيهم", "منهم"})


def sanctioned(slots: Slots, predicate: Predicate) -> None:
    """Give sanctions the objects of a verb of reaching right beside the noun, of which they are the subject, as targets."""
    if predicate.type != "sanction" or predicate.pos == "verb" or predicate.targets:
        return
    clauses, tokens = slots.clauses, slots.view.tokens
    for item in clauses.items:
        between = tokens[predicate.last : max(predicate.last, item.first - 1)]
        lifted = item.governor == "عن" and len(between) <= _FROM and all(token.norm.startswith("ال") for token in between)
        if item.kind == "actor" and lifted and item.first > predicate.last:
            slots.put(predicate, item, "target", "from whom they are lifted")  # رفع العقوبات الغربية عن دمشق
            return
    verb = next((v for v in clauses.verbs.values() if _reaches(slots, predicate, v.index)), None)
    if verb is None:
        return
    start, end = max(predicate.last, verb.index + 1), clauses.right_end(verb.index)
    for item in clauses.items:
        if item.kind != "actor" or not start <= item.first < end:
            continue
        first = item.actors[0]
        if clauses.outer_governor(item) == "" or (item.first and tokens[item.first - 1].norm in _AMONG):
            if not predicate.targets or first.proclitics[:1] == "و" or tokens[item.first - 1].norm in _AMONG:
                slots.put(predicate, item, "target", "object of the verb that says whom they reach")


def _reaches(slots: Slots, predicate: Predicate, index: int) -> bool:
    """Whether a verb right before the noun, or right after it with nothing but its adjectives between, says whom it reaches."""
    form = slots.clauses.verbs[index].match.value.form
    lemma = form.lemma if form is not None else slots.view.tokens[index].norm
    if lemma not in _REACHING:
        return False
    if index < predicate.first:
        return predicate.first - index <= 2
    between = range(predicate.last, index)
    return len(between) <= _BESIDE and not any(slots.clauses.hard[p] or p in slots.clauses.verbs for p in between)
