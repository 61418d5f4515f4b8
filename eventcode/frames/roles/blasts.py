"""Whom a blast or a fall of shells struck, where only its place tells: فجر نفسه وسط تجمع للمدنيين, انفجرت أمام مقر للحركة."""

from __future__ import annotations

import re

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Item, Predicate
from eventcode.frames.roles.slots import Slots

BLASTS = frozenset({"ied", "suicide_bomb", "grenade"})
_FALLING = frozenset({"shelling", "air_strike"})
_AMONG = frozenset({"ب", "في", "علي", "داخل", "وسط", "بين", "تحت", "عند", "امام", "فوق", "اسفل", "قباله"})
_INTO = frozenset({"داخل", "وسط", "فوق", "بين"})
STRUCK = frozenset({"facility", "vehicle", "people", "force"})
_PARTS = frozenset({"بوابه", "مدخل", "باب", "ساحه", "باحه", "محيط", "جانب", "حرم", "فناء", "سور"})
_REACH = 9
"""How many words after the word of the blast its place may stand."""
_PLANTED = re.compile(r"(?:زرع|وضع|ركن|الصق|لصق|خلف|ترك|فخخ|دس|ثبت)(?:ت|وا)?(?:ها|ه|هما|هم)")
"""Verbs with the pronoun of the device in its relative clause."""


def reached(predicate: Predicate, item: Item) -> bool:
    """تسللوا إلى نقاط الجيش, ضربات إلى أوكار المسلحين: whether an attack goes to what إلى introduces; but جرحى القصف إلى المستشفيات."""
    head = item.actors[0]
    taken = predicate.type in _FALLING and head.role == "HLH"
    return predicate.pattern.frame == "attack" and head.kind in ("facility", "force") and not taken


def planted(slots: Slots, predicate: Predicate) -> None:
    """انفجار عبوة زرعها مجهولون, لغم خلّفه التنظيم: whoever laid the device did it, and is hurt by nobody."""
    if predicate.type != "ied":
        return
    tokens = slots.view.tokens
    for position in range(predicate.first, min(predicate.last + _REACH, len(tokens) - 1)):
        if slots.clauses.hard[position] and position >= predicate.last and tokens[position].kind == "punct":
            return
        if not _PLANTED.fullmatch(tokens[position].norm):
            continue
        for item in slots.clauses.items:
            if item.kind == "actor" and item.first == position + 1 and item.governor in ("", "genitive"):
                slots.put(predicate, item, "actor", "laid it")
        return


def struck_there(slots: Slots, clauses: Clauses, predicate: Predicate) -> None:
    """Give a blast without a target whoever was, or whatever stood, where it went off; whoever did it cannot be meant."""
    prepositions = _AMONG if predicate.type in BLASTS else _INTO if predicate.type in _FALLING else frozenset()
    for item in clauses.items:
        if item.kind != "actor" or not predicate.first < item.first <= predicate.last + _REACH:
            continue
        if not _may_suffer(item) or item.governor not in (*prepositions, "genitive"):
            continue
        if item.governor == "genitive" and not _place_of(slots, item, prepositions):
            continue
        between = range(predicate.last, item.first)
        others = (p for p in clauses.predicates if p is not predicate)
        # وسط opens clauses of circumstance as well
        cut = any((clauses.hard[p] and p != item.governed_by) or p in clauses.verbs for p in between)
        if cut or any(p.first in between for p in others):
            return
        if _of_everybody(item) and any("result" in slots.view.covered[p] for p in range(predicate.last, len(slots.view.tokens))):
            return  # في سوق ... أدى لمقتل ثلاثة: who was hurt there follows
        if not any(actor in predicate.actors for actor in item.actors):
            slots.put(predicate, item, "target", "where it went off")
            return


def _may_suffer(item: Item) -> bool:
    head = item.actors[0]
    return head.kind in STRUCK and bool(head.code) and not head.pronoun


def _of_everybody(item: Item) -> bool:
    """سوق, مقهى, مسجد: whether a building belongs to nobody who fights."""
    head = item.actors[0]
    return head.kind == "facility" and head.owner is None and head.role != "MIL"


def _place_of(slots: Slots, item: Item, prepositions: frozenset[str]) -> bool:
    """عند بوابة مقر, أمام مدخل مشفى: whether an entrance or surroundings with such a preposition have the phrase in their idafa."""
    before = item.governed_by
    return before > 0 and slots.view.tokens[before].norm in _PARTS and slots.view.preposition(before - 1) in prepositions
