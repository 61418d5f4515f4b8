"""Praise of what was done: رحبت أنقرة بالغارات takes them for granted, and who praises them did not fly them."""

from __future__ import annotations

from eventcode.frames.model import Predicate
from eventcode.mentions import View

_PRAISING = frozenset({"رحب", "اشاد", "امتدح", "بارك"})
_SIDING = frozenset({"ايد", "ساند", "دعم"})


def praises(predicate: Predicate) -> bool:
    """Whether a consent is praise of somebody's deed, and no leave to do it."""
    return predicate.form is not None and predicate.form.lemma in _PRAISING


def takes_for_granted(view: View, before: Predicate, predicate: Predicate) -> bool:
    """رحب بالإفراج عنهم, أيد الضربات: whether what follows is praised as done; أيد نشر قوات is a plan that one backs."""
    if praises(before):
        return before.status == "actual"
    sides = before.form is not None and before.form.lemma in _SIDING
    return sides and view.tokens[predicate.first].norm.startswith("ال")
