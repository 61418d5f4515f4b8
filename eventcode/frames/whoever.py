"""What anybody might do: أي طرف يقصف المدنيين سيحاسب, كل من يهاجم القاعدة."""

from __future__ import annotations

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Predicate
from eventcode.mentions.closed import bare

_ANY = frozenset({"اي", "ايه"})
_WHO = (("كل", "من"), ("كل", "جهه"), ("كل", "طرف"))
_NEAR = 3
"""Tokens between whoever it is and the verb."""


def whoever(clauses: Clauses, predicate: Predicate) -> bool:
    """Whether a verb in the present has anybody at all for its subject, right before it."""
    verb = clauses.verbs.get(predicate.first)
    form = verb.match.value.form if verb is not None and predicate.pos == "verb" else None
    if form is None or form.aspect != "imperfect":
        return False
    words = [token.norm for token in clauses.tokens[max(0, predicate.first - _NEAR) : predicate.first]]
    if any(pair == tuple(words[-2:]) for pair in _WHO):
        return True
    subject = clauses.arguments(predicate.first).subject
    if subject is None or not 0 <= predicate.first - subject.last < _NEAR:
        return False
    start = clauses.tokens[subject.first].norm, clauses.tokens[subject.first - 1].norm if subject.first else ""
    return any(bare(norm, _ANY) for norm in start)
