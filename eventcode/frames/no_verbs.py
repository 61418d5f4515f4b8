"""Words that are spelled like a finite verb and are none, whatever stands around them as a clause."""

from __future__ import annotations

from eventcode.mentions import View
from eventcode.mentions.closed import bare
from eventcode.patterns import Match

_NAMING = frozenset({"سمي", "اسمي"})
_WHOM = frozenset({"من", "ما"})
_HALF = frozenset({"نصف"})
_WITHOUT_OBJECT = frozenset({"سيطر", "هيمن"})
"""Lemmas whose object follows with على, so that a suffix shows the noun of the same letters."""


def half(norm: str) -> bool:
    """نصف السكان: half of them, hardly ever "we describe"."""
    return norm.removeprefix("و") in _HALF


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
