"""Codebooks: event types with their patterns and examples, word lists, actors, cues and grammar, compiled to one trie."""

from eventcode.codebook.layers import find_codebook
from eventcode.codebook.load import load_codebook
from eventcode.codebook.model import (
    ACTOR_LISTS,
    ActorName,
    AgentNoun,
    Codebook,
    Cue,
    EventType,
    Example,
    Frame,
    Nationality,
    Pattern,
    Refinement,
    Word,
)

__all__ = [
    "ACTOR_LISTS", "ActorName", "AgentNoun", "Codebook", "Cue", "EventType", "Example", "Frame", "Nationality", "Pattern", "Refinement",
    "Word", "find_codebook", "load_codebook",
]  # fmt: skip
