"""The kinds of actors, and of the dictionary words that name them or tell what they do."""

from __future__ import annotations

from eventcode.mentions.closed import PREPOSITIONS, UNGOVERNING, bare
from eventcode.mentions.model import View

ARMED_KINDS = frozenset({"force", "aircraft", "weapon", "vehicle"})
THING_KINDS = frozenset({"facility", "vehicle", "weapon"})
MACHINE_KINDS = THING_KINDS | {"aircraft"}
NAMING = frozenset({"actor", "agent", "nation"})
ACTING_KINDS = frozenset({"actor", "agent", "country", "nation"})
_VERBAL = frozenset({"trigger", "light", "aspect", "report", "verb", "cue", "result", "cause", "according", "via", "statement"})


def verbal(view: View, index: int) -> bool:
    """Whether a token is part of an expression that tells of an act or of speech."""
    return not _VERBAL.isdisjoint(view.covered[index])


def acting(view: View, index: int) -> bool:
    """Whether a token is more than a name: a preposition, the word of an actor or an action, a number."""
    token = view.tokens[index]
    if token.kind != "word" or bare(token.norm, PREPOSITIONS) or bare(token.norm, UNGOVERNING):
        return True
    return verbal(view, index) or not ACTING_KINDS.isdisjoint(view.at[index])
