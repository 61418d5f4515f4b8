"""What is tried or planned together with another thing: a second noun of action with waw, or after أو."""

from __future__ import annotations

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Predicate
from eventcode.mentions import View

_GAINING = frozenset({"seize", "move", "drive-out"})
_AIMING = frozenset({"aim", "attempt"})
_BETWEEN = 4
"""Tokens of a place or a direction between two gains of one attempt."""


def joined(view: View, first: Predicate, other: Predicate, *, unreal: bool) -> bool:
    """حاولت التقدم والسيطرة, التقدم نحو القرية واسترجاعها: whether the second act stands to the same word as the first one."""
    apart = other.first - first.last
    if view.tokens[other.first - 1].norm == "او":
        return apart <= _BETWEEN - 1
    if other.proclitics[:1] != "و":
        return False
    return apart <= 1 or (unreal and apart <= _BETWEEN and _both_gains(view, first, other))


def aims_itself(clauses: Clauses, cue: str, verb: int, act: Predicate) -> bool:
    """يهدف الهجوم إلى السيطرة على البلدة: whether an act is the subject of a verb of aiming, which tells of what follows إلى or ل."""
    subject = clauses.arguments(verb).subject if cue in _AIMING else None
    return subject is not None and subject.predicate is act and subject.first > verb


def _both_gains(view: View, first: Predicate, other: Predicate) -> bool:
    """Whether ground is to be gained by both, by nobody else the second time, and only a place stands between them."""
    between = range(first.last, other.first)
    cut = any(view.tokens[p].kind == "punct" or view.joined(p) for p in between)
    same = not other.actors or all(actor in first.actors for actor in other.actors)
    return {first.pattern.frame, other.pattern.frame} <= _GAINING and same and not cut
