"""Verbal acts that are listed with deeds: an alternative that a deal leaves (المغادرة أو القبول بالتسوية), or a further demand."""

from __future__ import annotations

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Predicate
from eventcode.mentions import View
from eventcode.mentions.closed import HARD_ENDS

_REACH = 10
"""Tokens from the deed to what is listed after it, with who does it and where."""


def listed_with(view: View, clauses: Clauses, predicate: Predicate) -> bool:
    """Whether a consent follows a deed of the same list with و or أو: يقضي بمغادرة المقاتلين أو القبول بحكم الدولة."""
    if predicate.type != "consent" or predicate.pos != "noun":
        return False
    before = view.tokens[predicate.first - 1].norm if predicate.first else ""
    if before != "او" and predicate.proclitics[:1] != "و":
        return False
    deeds = [p for p in clauses.predicates if p.first < predicate.first and p.pos == "noun" and p.pattern.frame != "speak"]
    if not deeds or predicate.first - deeds[-1].last > _REACH:
        return False
    between = range(deeds[-1].last, predicate.first)
    return not any(p in clauses.verbs or view.tokens[p].text in HARD_ENDS | {"،", ","} for p in between)
