"""Epithets behind a definite name that tell whose side it is on: الدفاع الوطني الموالي للحكومة, الجيش الوطني المدعوم من تركيا."""

from __future__ import annotations

from eventcode.mentions.affiliation import ATTACHED, BACKED, SUPPORTING
from eventcode.mentions.closed import QUOTES
from eventcode.mentions.ellipsis import end_of_states
from eventcode.mentions.nouns import bare_word
from eventcode.mentions.phrases import Phrases

_TELLING = ATTACHED | BACKED | SUPPORTING
EPITHET_KINDS = frozenset({"group", "force", "media"})
"""Kinds of names that have such epithets."""


def epithet_end(phrases: Phrases, last: int, depth: int) -> int:
    """Where the epithet ends that stands behind a name which ends at ``last``; ``last`` where none does.

    Whoever backs somebody by such an epithet is no actor (coding rules, section 3).
    """
    tokens, index = phrases.tokens, last
    while index < len(tokens) and tokens[index].text in QUOTES:
        index += 1
    if index + 1 >= len(tokens) or not tokens[index].norm.startswith("ال") or bare_word(tokens[index]) not in _TELLING:
        return last
    patron = phrases.after_preposition(index + 1, depth)
    return end_of_states(phrases, patron.last, depth) if patron is not None else last
