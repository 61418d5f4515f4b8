"""A definite noun that takes up an act which the document has only announced: محادثات حول الهجوم, دعيت إلى القمة."""

from __future__ import annotations

from collections.abc import Sequence

from eventcode.events.across import SETTLED
from eventcode.frames import Predicate
from eventcode.mentions import View
from eventcode.mentions.governors import governor
from eventcode.model import Event

_TYPES = frozenset({"ground_attack", "negotiation"})
# What leads to an act that one speaks of, waits for or is asked to, and never to one in the course of which something happened.
_LEADING = frozenset({"حول", "بشان", "بخصوص", "حيال", "الي", "عن", "ل", "قبل", "قبيل"})


def take_up_announced(view: View, predicate: Predicate, told: Sequence[Event]) -> None:
    """Put a known act ahead where everything that was ``told`` of such acts before lies ahead.

    A verb that carries the noun (وقع الهجوم), a time or a toll of its own, and what came of it say that the act took place.
    """
    if predicate.type not in _TYPES or predicate.pos != "noun" or not predicate.definite or predicate.enclitic:
        return
    if predicate.status != "actual" or predicate.happened or predicate.carried or predicate.times or predicate.counts:
        return
    if governor(view, predicate.first)[0] not in _LEADING:
        return
    same = [event for event in told if event.type == predicate.type]
    if any(event.status == "future" for event in same) and not any(event.status in SETTLED for event in same):
        predicate.status = "future"
        predicate.why("status", "takes up what is only announced")
