"""The means that a bombardment is told with: قصفت قوات النظام بالمدفعية بلدة سراقب بعد غارات جوية is no air strike."""

from __future__ import annotations

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Predicate
from eventcode.mentions import ActorMention, View

_GUNS = "artillery"
_MUNITIONS = "munitions"
_AIR = frozenset({"aircraft", "air-weapons", "air-bombs"})
_DRONES = "drones"
_BESIDE = 3
"""Tokens after a gun in which aircraft are named along with it: بالمدفعية والطيران."""


def from_the_ground(view: View, clauses: Clauses, predicate: Predicate) -> str:
    """Why a bombardment is none from the air, although its sentence speaks of aircraft; else nothing."""
    if predicate.type != "air_strike" or predicate.pattern.type == "air_strike":
        return ""
    if predicate.actors and _DRONES not in view.listed and all(without_aircraft(actor) for actor in predicate.actors):
        return "whoever does it has no aircraft"
    if predicate.pattern.type == "shelling" and _fired(view, clauses, predicate):
        return "it is done with guns"
    return ""


def without_aircraft(actor: ActorMention) -> bool:
    """Insurgents and unidentified gunmen fly none: a bombardment of theirs is shelling, whatever else the document tells."""
    return actor.code[3:6] == "REB" or actor.code[:3] in ("UAF", "IMG") or actor.kind == "weapon"


def _fired(view: View, clauses: Clauses, predicate: Predicate) -> bool:
    """Whether guns or shells follow with ب before the next verb or act, and no aircraft stand before or beside them."""
    if any(actor.kind == "aircraft" for actor in predicate.actors):
        return False  # الطائرات قصفت بالرشاشات
    others = [p.first for p in clauses.predicates if p.first >= predicate.last]
    end = min([*others, *(verb for verb in clauses.verbs if verb >= predicate.last), len(view.tokens)])
    for position in range(predicate.last, end):
        if not _AIR.isdisjoint(view.lists[position]):
            return False
        if _gun(view, position):
            beside = range(position + 1, min(end, position + 1 + _BESIDE))
            return all(_AIR.isdisjoint(view.lists[p]) for p in beside)
    return False


def _gun(view: View, index: int) -> bool:
    """بالمدفعية, بقذائف الهاون, بصواريخ غراد; not بالبراميل, بالصواريخ, which aircraft have too."""
    by = {match.value.ref for match in view.at[index].get("list", ()) if match.analysis.proclitics[-1:] == "ب"}
    return _GUNS in by or (_MUNITIONS in by and index + 1 < len(view.tokens) and _GUNS in view.lists[index + 1])
