"""Words that are spelled like a finite verb and are none, whatever stands around them as a clause."""

from __future__ import annotations

from eventcode.mentions import View
from eventcode.mentions.closed import VERB_MARKERS, bare
from eventcode.patterns import Match

_NAMING = frozenset({"سمي", "اسمي"})
_WHOM = frozenset({"من", "ما"})
_HALF = frozenset({"نصف"})
_WITHOUT_OBJECT = frozenset({"سيطر", "هيمن"})
"""Lemmas whose object follows with على, so that a suffix shows the noun of the same letters."""


def never_verb(view: View, index: int) -> bool:
    """نصف السكان, مفاوضات مباشرة وغير مباشرة: "half" is hardly ever "we describe", nor "other than" "changed" but before its subject."""
    norm = view.tokens[index].norm.removeprefix("و")
    return norm in _HALF or (norm == "غير" and not _changes(view, index))


def _changes(view: View, index: int) -> bool:
    """غيّر النظام خطته: whether the word for "other than" is the verb, at the head of a clause and before its subject."""
    before = view.tokens[index - 1] if index else None
    opens = before is None or before.kind == "punct" or bare(before.norm, VERB_MARKERS) != ""
    return opens and any(actor.first == index + 1 for actor in view.actors)


def no_verb(view: View, index: int, match: Match) -> bool:
    """Whether a match that has the form of a finite verb is a noun, or belongs to what something is called."""
    form = match.value.form
    if form is None:
        return True
    before = view.tokens[index - 1].norm if index else ""
    if before and match.enclitic and form.lemma in _NAMING and bare(before, _WHOM):
        return True  # اتهم من سماهم الإرهابيين: what follows is the object
    if form.lemma in _NAMING and form.aspect == "imperfect" and before in ("ما", "بما"):
        return True  # بقيادة ما تسمى هيئة تحرير الشام: so-called
    if match.enclitic and form.lemma in _WITHOUT_OBJECT:
        return True  # أحكمت فصائل سيطرتها على البلدة
    follows = view.tokens[index + 1].norm if index + 1 < len(view.tokens) else ""
    return form.lemma == "تابع" and form.aspect == "perfect" and follows.startswith("ل")  # فريق تابع لها
