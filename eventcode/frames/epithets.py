"""Adjectives inside a fixed expression that put its event ahead: العمليات المتوقع شنها, العملية الوشيكة."""

from __future__ import annotations

from eventcode.frames.model import Predicate
from eventcode.frames.prospects import give
from eventcode.mentions import View

_STATUSES = {"foreseen": "future", "conceivable": "hypothetical"}


def describe(view: View, predicate: Predicate) -> None:
    """Set the status that a word of the trigger itself says, where no cue is looked for."""
    for position in range(predicate.first + 1, predicate.last):
        for name, status in _STATUSES.items():
            if name in view.lists[position] and predicate.pos == "noun":
                give(predicate, status, f"described by {view.tokens[position].text}")
                predicate.settled = status == "future"
