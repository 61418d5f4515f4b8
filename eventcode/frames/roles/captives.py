"""Captives and whoever holds them: أخلي سبيله, أُطلق سراحهم, أفرجت الهيئة عنه بعد شهر من اعتقاله."""

from __future__ import annotations

from eventcode.frames.model import Predicate
from eventcode.frames.roles.slots import Slots

_DAMMA = "\u064f"
_SEIZING = frozenset({"arrest", "abduction"})
_SINCE = frozenset({"من", "علي"})
_AFTER_WITHIN = 5


def set_free(slots: Slots, predicate: Predicate) -> bool:
    """ثم أخلي سبيلهما, ثم أطلق سراحها: whether a phrase of release is passive, by its vowel or letters, or as nobody before it agrees."""
    text = slots.view.tokens[predicate.first].text
    verb = slots.clauses.verbs.get(predicate.first)
    written = _DAMMA in text or (text.startswith("أ") and text.endswith("ي"))
    return written or (verb is not None and predicate.dropped and not slots.shared_subject(verb))


def held_by(slots: Slots, predicate: Predicate) -> None:
    """أفرجت الهيئة عنه بعد شهر من اعتقاله: whoever lets somebody go so long after his capture has captured him."""
    if predicate.type not in _SEIZING or predicate.actors or predicate.pos != "noun" or not predicate.enclitic:
        return
    before = slots.view.tokens[max(0, predicate.first - _AFTER_WITHIN) : predicate.first]
    words = [token.norm for token in before]
    if not words or words[-1] not in _SINCE or "بعد" not in words:
        return
    ahead = [p for p in slots.clauses.predicates if p.first < predicate.first]
    while ahead and ahead[-1].type == "prisoner_release" and ahead[-1].pos != "verb":
        ahead.pop()  # أطلقت الفصائل سراحه: the noun of the phrase
    if ahead and ahead[-1].type == "prisoner_release":
        predicate.actors = list(ahead[-1].actors)
        predicate.why("actor", "lets the captive go")
