"""Verbs of killing and seizing whose sufferer stands behind where and by what it happened: قتل في قصف على البلدة خمسة مدنيين."""

from __future__ import annotations

from eventcode.mentions import ActorMention, View
from eventcode.mentions.closed import HARD_ENDS, PREPOSITIONS, bare
from eventcode.mentions.governors import governor
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
    told = [(actor.first, actor.quantity is not None or not actor.definite) for actor in view.actors if _free(view, actor)]
    told += [(quantity.first, True) for quantity in view.quantities if quantity.noun is None and _ungoverned(view, quantity.first)]
    for first, fits in sorted(told):
        if match.last < first <= index + _REACH:
            between = view.tokens[match.last : first]
            return fits and not any(token.text in HARD_ENDS or token.text in ("،", ",") for token in between)
    return False


def _free(view: View, actor: ActorMention) -> bool:
    return actor.kind in _BEINGS and not actor.proclitics and _ungoverned(view, actor.first)


def _ungoverned(view: View, index: int) -> bool:
    return governor(view, index)[0] == ""
