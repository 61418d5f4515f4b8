"""Who falls into an ambush: وقع رتل في كمين, وقوع دورية بكمين, استدرجوا مجموعة إلى كمين, نفذوا كميناً برتل."""

from __future__ import annotations

import re

from eventcode.frames.model import Item, Predicate
from eventcode.frames.pronouns import CLOSE
from eventcode.frames.roles.heads import Heads
from eventcode.frames.roles.slots import Slots
from eventcode.mentions.closed import HARD_ENDS

_AMBUSHES = frozenset({"كمين", "كمينا", "كمينين", "كماين", "فخ"})
_FALLING = re.compile(r"[وف]?ب?(?:(?:وقع|سقط)(?:ت|وا|ا|تا)?|[يت](?:قع|سقط)(?:ون|ان)?|(?:ال)?(?:وقوع|سقوط)(?:ه|ها|هم|هما)?)")
_LURING = re.compile(r"[وف]?(?:(?:استدرج)(?:ت|وا)?|[يت]ستدرج(?:ون)?|استدراج)")
_INTO = frozenset({"في", "ب", "الي"})
_CAUGHT = frozenset({"force", "people", "vehicle", "official", "group"})
_COLUMNS = frozenset({"رتل", "قافله"})
_CAUGHT_WITHIN = 2
_REACH = 14


def fall_into(slots: Slots, heads: Heads, predicate: Predicate) -> None:
    """Those who fall into an ambush or are lured there suffer it, so that only others can have laid it."""
    if slots.view.tokens[predicate.first].norm.lstrip("وبفل").removeprefix("ال") not in _AMBUSHES:
        return
    for item in slots.clauses.items:
        caught = item.kind == "actor" and item.governor == "ب" and 0 <= item.first - predicate.last <= _CAUGHT_WITHIN
        column = caught and slots.view.tokens[item.first].norm.removeprefix("ب") in _COLUMNS
        if caught and (column or all(actor.kind in _CAUGHT for actor in item.actors)):
            slots.put(predicate, item, "target", "is caught in it")  # نفذ الجيش كميناً برتل للفصائل
    governed, index = heads.head(predicate)
    if governed not in _INTO:
        return
    for position in range(index - 1, max(-1, index - _REACH), -1):
        norm = slots.view.tokens[position].norm
        if slots.view.tokens[position].text in HARD_ENDS:
            return
        if _FALLING.fullmatch(norm):
            slots.put(predicate, _fallen(slots, position, index), "target", "falls into it")
            return
        if _LURING.fullmatch(norm):
            _lured(slots, predicate, position, index)
            return


def _fallen(slots: Slots, position: int, index: int) -> Item | None:
    """Whoever stands between the word of falling and the ambush, else right before it (رتل للجيش وقع في كمين)."""
    actors = [item for item in slots.clauses.items if item.kind == "actor" and item.governor in ("", "genitive", "ل", "من")]
    behind = (item for item in actors if position < item.first <= position + CLOSE and item.last <= index)
    return next(behind, None) or next((item for item in actors if position - 1 <= item.last <= position), None)


def _lured(slots: Slots, predicate: Predicate, position: int, index: int) -> None:
    """استدرجت الفصائل مجموعة من القوات إلى كمين: the last of those named between is lured there by the one before."""
    between = [item for item in slots.clauses.items if item.kind == "actor" and position < item.first and item.last <= index]
    between = [item for item in between if item.governor in ("", "genitive", "ل")]
    if between:
        slots.put(predicate, between[-1], "target", "lured into it")
        if len(between) > 1:
            slots.put(predicate, between[0], "actor", "lures them there")
