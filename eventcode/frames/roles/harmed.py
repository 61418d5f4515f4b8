"""Buildings that a strike is said to have harmed, which suffer it: أدى القصف إلى خروج مشفى عن الخدمة, تضررت مدرسة جراء غارة."""

from __future__ import annotations

from eventcode.frames.model import STRIKE_FRAMES, Item, Predicate
from eventcode.frames.roles.blasts import BLASTS
from eventcode.frames.roles.slots import Slots

_HARM = frozenset({"دمار", "احتراق", "انهيار", "تضرر", "تهدم", "اشتعال", "تصدع"})
_STOPPING = frozenset({"خروج", "اخراج", "توقف", "خرج", "خرجت", "توقفت"})
"""Of a hospital or a bakery whose work stops: عن الخدمة, عن العمل."""
_HARMED = frozenset({"تضرر", "تضررت", "احترق", "احترقت", "انهار", "انهارت", "تهدم", "تهدمت", "تصدع", "تصدعت"})
_DAMAGE = frozenset({"اضرار", "اضرارا", "دمار", "دمارا"})
_WORK = frozenset({"الخدمه", "العمل"})
_CARE = frozenset({"HLH", "EDU", "REL", "REF"})
"""Roles of buildings that are named although people are hurt as well."""
_RANKS = frozenset({"صفوف"})
_WORK_WITHIN = 5
_TOOK_OUT = ("اخرج", "اخرجت")
_DAMAGE_WITHIN = 4
_BROUGHT_WITHIN = 3


def harmed(slots: Slots, predicate: Predicate) -> None:
    """Give a strike the buildings that its result or the verb before its cause tells to be harmed."""
    if predicate.pattern.frame not in STRIKE_FRAMES and predicate.type not in BLASTS:
        return
    view = slots.view
    hurt = any(actor.kind == "people" for actor in view.actors)
    for item in slots.clauses.items:
        if item.kind != "actor" or any(actor.kind != "facility" or not actor.code or actor.pronoun for actor in item.actors):
            continue
        if hurt and item.actors[0].role not in _CARE and item.actors[0].owner is None:
            continue
        came = _came_of_it(slots, predicate, item) if item.first >= predicate.last else _brought(slots, predicate, item)
        if came and not any(actor in predicate.actors for actor in item.actors):
            slots.put(predicate, item, "target", "harmed by it")


def _came_of_it(slots: Slots, predicate: Predicate, item: Item) -> bool:
    """أدى القصف إلى خروج مشفى عن الخدمة, ألحقت الغارة أضراراً بمدرسة: whether the harm is the result of a strike before it, the last one."""
    view, before = slots.view, range(predicate.last, item.first)
    if any(p.first in before and _strikes(p) for p in slots.clauses.predicates):
        return False
    if item.governor == "genitive":
        brought = any("result" in view.covered[p] for p in range(max(0, predicate.first - _BROUGHT_WITHIN), item.first))
        head = view.tokens[item.governed_by].norm.removeprefix("و").removeprefix("ب")
        return brought and (head in _HARM or (head in _STOPPING and _stops(slots, item)))
    if item.first == predicate.last and item.governor == "":
        # أخرجت الغارة المشفى عن الخدمة
        return predicate.first > 0 and view.tokens[predicate.first - 1].norm.endswith(_TOOK_OUT) and _stops(slots, item)
    near = view.tokens[max(predicate.last, item.first - _DAMAGE_WITHIN) : item.first]
    return item.governor in ("ب", "في") and any(token.norm.removeprefix("و") in _DAMAGE for token in near)


def _brought(slots: Slots, predicate: Predicate, item: Item) -> bool:
    """تضررت مدرسة جراء القصف, خرج مشفى عن الخدمة إثر غارة: whether the cause of the harm follows, and is the strike."""
    view, between = slots.view, range(item.last, predicate.first)
    verb = view.tokens[item.first - 1].norm.removeprefix("و") if item.first else ""
    if verb not in _HARMED and not (verb in _STOPPING and _stops(slots, item)):
        return False
    cause = any("cause" in view.covered[p] for p in between[-2:])
    return cause and not any(p.first in between and _strikes(p) for p in slots.clauses.predicates)


def _stops(slots: Slots, item: Item) -> bool:
    return any(token.norm in _WORK for token in slots.view.tokens[item.last : item.last + _WORK_WITHIN])


def _strikes(predicate: Predicate) -> bool:
    return predicate.pattern.frame in STRIKE_FRAMES or predicate.type in BLASTS


def in_ranks(slots: Slots, predicate: Predicate) -> None:
    """أوقع الجيش في صفوف المسلحين 300 قتيل: of a toll that names nobody, those in whose ranks it was, told before it."""
    if predicate.type != "killing" or predicate.pos == "verb" or any(target.code for target in predicate.targets):
        return
    for item in slots.clauses.items:
        ranked = item.kind == "actor" and item.last <= predicate.first and slots.view.tokens[item.first].norm in _RANKS
        if ranked and not slots.clauses.broken(item.last, predicate.first):
            predicate.targets = []
            slots.put(predicate, item, "target", "in whose ranks it was")
