"""Captives of whom only the release is told, and not who lets them go: أخلي سبيله, أُطلق سراحهم."""

from __future__ import annotations

from eventcode.frames.model import Predicate
from eventcode.frames.roles.slots import Slots

_DAMMA = "\u064f"


def set_free(slots: Slots, predicate: Predicate) -> bool:
    """ثم أخلي سبيلهما, ثم أطلق سراحها: whether a phrase of release is passive, by its vowel or letters, or as nobody before it agrees."""
    text = slots.view.tokens[predicate.first].text
    verb = slots.clauses.verbs.get(predicate.first)
    written = _DAMMA in text or (text.startswith("أ") and text.endswith("ي"))
    return written or (verb is not None and predicate.dropped and not slots.shared_subject(verb))
