"""A word with و that is spelled like a verb and is the second of two nouns: عن إدانتها ورفضها, اتهمت روسيا بدعم النظام وقصف المدنيين."""

from __future__ import annotations

from eventcode.mentions import View
from eventcode.mentions.closed import HARD_ENDS
from eventcode.patterns import Match

_REACH = 14
"""Tokens from a verb of speech through its first charge to the second."""


def second_noun(view: View, index: int, before: int, match: Match) -> bool:
    """Whether a word with و is coordinated with a noun before it."""
    return _same_owner(view, before, match.enclitic) or _charged_too(view, index, match)


def _same_owner(view: View, before: int, suffix: str) -> bool:
    """عن إدانتها الشديدة ورفضها القاطع: whether a noun of an act after a preposition, with the same suffix, stands right before."""
    return suffix != "" and any(
        position > 0
        and view.tokens[position].norm.endswith(suffix)
        and "trigger" in view.covered[position]
        and view.preposition(position - 1) != ""
        for position in (before, before - 1)
    )


def _charged_too(view: View, index: int, match: Match) -> bool:
    """اتهمت أنقرة روسيا بدعم النظام وقصف المدنيين: a second act that a verb of speech lays on somebody with ب, with people in the
    oblique after it, who can be no subject.
    """
    if match.enclitic or match.last >= len(view.tokens) or not view.tokens[match.last].norm.endswith("ين"):
        return False
    charge = False
    for position in range(index - 1, max(-1, index - _REACH), -1):
        if view.tokens[position].text in HARD_ENDS or view.tokens[position].text in ("،", ","):
            return False
        for found in view.at[position].get("trigger", ()):
            form = found.value.form
            if form is not None and form.pos == "noun" and found.analysis.proclitics[-1:] == "ب":
                charge = True
            elif charge and form is not None and form.pos == "verb" and getattr(found.value.ref, "frame", "") == "speak":
                return True
    return False
