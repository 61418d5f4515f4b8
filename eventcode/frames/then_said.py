"""A second verb of speech that is spelled like its noun: أدان الوزير القصف ورفض الهدنة, تراجع القائد عن الاتفاق ورفض تسليم السلاح."""

from __future__ import annotations

from eventcode.inflection import Form
from eventcode.mentions import View
from eventcode.mentions.closed import COMPLEMENTISERS, bare
from eventcode.patterns import Match

_OBJECTS = frozenset({"اي", "ان", "الا", "كل", "جميع"})
_PARTIES = frozenset({"actor", "agent", "country"})
_UPON = frozenset({"علي"})
_SUBJECT = 7
"""Tokens from the first verb through its subject to what it is about."""


def said_next(view: View, index: int, match: Match) -> bool:
    """Whether a word of speech with و is the second verb of a man who was the subject of the first, and no noun beside its object.

    The object must be one definite noun right behind that subject, and what follows may be no party, which would own the noun
    (ورفض موسكو الهدنة).
    """
    form = match.value.form
    if form is None or not _of_him(form) or match.enclitic or getattr(match.value.ref, "frame", "") != "speak":
        return False
    if not 0 < match.last < len(view.tokens) or view.covered[match.last] & _PARTIES:
        return False
    norm = view.tokens[match.last].norm
    if not (norm.startswith("ال") or norm in _OBJECTS or "trigger" in view.covered[match.last]):
        return False
    object_starts = index - 1
    if object_starts <= 0 or "trigger" not in view.covered[object_starts] or not _definite(view, object_starts):
        return False
    if view.preposition(object_starts - 1):
        object_starts -= 1
        if view.tokens[object_starts].norm in _UPON:
            return False  # شدد على وقف القصف ورفض التهجير
    subject = next((actor for actor in view.actors if actor.last == object_starts and not actor.governor), None)
    return subject is not None and subject.first > 0 and _opens(view, subject.first - 1) and index - subject.first <= _SUBJECT


def _of_him(form: Form) -> bool:
    return form.pos == "verb" and form.aspect == "perfect" and (form.gender, form.number, form.person) == ("m", "s", 3)


def _definite(view: View, index: int) -> bool:
    """القصف, بالقصف, للقصف."""
    return any(match.analysis.article for match in view.at[index].get("trigger", ()))


def _opens(view: View, index: int) -> bool:
    """Whether a verb of the same form opens a clause at a token, and is none of telling."""
    before = view.tokens[index - 1] if index else None
    if before is not None and before.kind != "punct" and not bare(before.norm, COMPLEMENTISERS) and not view.joined(index):
        return False
    if "report" in view.covered[index]:
        return False  # أكد الوزير الهدنة ورفض التهجير: both nouns may be what is told
    forms = (match.value.form for matches in view.at[index].values() for match in matches)
    return any(form is not None and _of_him(form) for form in forms)
