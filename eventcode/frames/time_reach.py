"""How far the time of a clause reaches: what ends a clause, and which verbs only carry an act."""

from __future__ import annotations

from eventcode.dates import TimeExpression
from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Predicate
from eventcode.mentions import View
from eventcode.mentions.closed import COMPLEMENTISERS, HARD_ENDS, PREPOSITIONS, STRONG_RELATIVES, bare

_PRESENT = ("ي", "ت", "س", "ن")
_SHORTEST = 2
"""Letters of the shortest word after a relative that is no verb (التي هي)."""
_DONE = frozenset({"تم"})
ANEW = frozenset({"والتي", "والذي", "والذين"})
"""Relatives that begin a clause of their own."""


class TimeReach:
    """What times of a sentence can be told of."""

    def __init__(self, view: View, clauses: Clauses) -> None:
        self.view = view
        self.clauses = clauses

    def date(self, predicate: Predicate, expression: TimeExpression, reason: str) -> None:
        """Give a predicate a time, and note why."""
        predicate.times.append(expression)
        predicate.why("date", f"{self.view.slice(expression.start, expression.end)} {reason}")

    def described(self, predicate: Predicate, first: int) -> bool:
        """Whether a relative clause in the perfect, which has a time of its own, stands between a predicate and a time."""
        tokens = self.view.tokens
        for position in range(predicate.last, first):
            if bare(tokens[position].norm, STRONG_RELATIVES):
                verb = tokens[position + 1].norm
                return (len(verb) > _SHORTEST or verb in _DONE) and not verb.startswith(_PRESENT) and not bare(verb, PREPOSITIONS)
        return False

    def cut(self, start: int, end: int) -> bool:
        """Whether another clause begins between two tokens."""
        tokens = self.view.tokens
        for position in range(start, end):
            if tokens[position].text in HARD_ENDS or bare(tokens[position].norm, COMPLEMENTISERS):
                return True
            if position in self.clauses.verbs and not self.own(position) and not self._bounds(position):
                return True
            if tokens[position].norm in ANEW:
                return True  # والتي أصبحت سارية في 6 أيار: a clause of its own
        return False

    def _bounds(self, index: int) -> bool:
        """ما لا يقل عن 116: a verb inside a number is that of no clause."""
        return any(quantity.first <= index < quantity.last for quantity in self.view.quantities)

    def own(self, index: int) -> bool:
        """Whether a verb only carries the act that follows it."""
        kinds = self.clauses.verbs[index].kinds
        return bool(kinds & {"light", "aspect", "cue", "result"}) or ("verb" in kinds and "control" in self.view.lists[index])
