"""Verbs of killing and seizing whose sufferer stands behind where and by what it happened: قتل في قصف على البلدة خمسة مدنيين."""

from __future__ import annotations

from eventcode.mentions import View
from eventcode.mentions.actors import governor
from eventcode.mentions.closed import HARD_ENDS, PREPOSITIONS, bare
from eventcode.patterns import Match

_SUFFERING = "kill"
_BEINGS = frozenset({"people", "force", "group", "person", "official"})
_REACH = 16
"""Tokens from the verb to whom it befell."""


def sufferer_follows(view: View, index: int, match: Match) -> bool:
    """Whether the verb that a word may be has its subject behind a prepositional phrase, where a verbal noun would need its genitive."""
    if getattr(match.value.ref, "frame", "") != _SUFFERING or match.last >= len(view.tokens):
        return False
    norm = view.tokens[match.last].norm
    if not (view.preposition(match.last) or bare(norm, PREPOSITIONS) or (norm[:1] == "ب" and governor(view, match.last)[0] == "ب")):
        return False
    for actor in view.actors:
        if not match.last < actor.first <= index + _REACH:
            continue
        between = view.tokens[match.last : actor.first]
        if any(token.text in HARD_ENDS or token.text in ("،", ",") for token in between):
            return False
        if actor.kind in _BEINGS and not actor.proclitics and governor(view, actor.first)[0] == "":
            return actor.quantity is not None or not actor.definite
    return False
