"""Munitions that stand as the subject right behind a verb of hitting, so that what follows is what they hit: أصابت قذيفة منزلاً."""

from __future__ import annotations

from eventcode.frames.verbs import Verb
from eventcode.mentions import View

_HITTING = frozenset({"اصاب", "استهدف", "ضرب", "قتل", "جرح", "طال", "دمر", "حصد", "احرق", "هدم"})

_SPLINTERS = frozenset({"شظايا", "شظيه"})


def munition_hits(view: View, verb: Verb, index: int) -> bool:
    """Whether the word at a token is a munition, behind a verb of what munitions do and not of what is done with them (أطلق قذيفة)."""
    form = verb.match.value.form
    munition = "munitions" in view.lists[index] or view.tokens[index].norm in _SPLINTERS
    return munition and form is not None and form.lemma in _HITTING and verb.voice != "passive"
