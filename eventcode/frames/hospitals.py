"""Hospitals to which the hurt are taken, where nothing befell them: ونقلوا إلى مشفى الصنمين, أسعف على إثرها لنقطة طبية."""

from __future__ import annotations

import re

from eventcode.mentions import View

_HOSPITALS = re.compile("(?:لل|ل|ال)?(?:مشفي|مستشفي|مشافي|مستشفيات|مستوصف|نقطه|نقاط|عياده)")
_TAKING = re.compile(
    "[وف]?(?:[يتن]?نقل(?:ت|وا|ون|ا)?(?:ه|ها|هم|هما)?|ا?سعاف(?:ه|ها|هم|هما)?|[ايت]سعف(?:ت|وا|ون|ا)?|تحويل(?:ه|ها|هم|هما)?|حول(?:ت|وا|ا)?|ايصال(?:ه|ها|هم|هما)?)"
)
_TOWARDS = frozenset({"الي", "نحو", "باتجاه"})
_ACTS = frozenset({"trigger", "verb", "light", "cause", "result"})
_BEHIND = 6
_REACH = 7
"""Tokens from a word of taking somebody to the hospital."""


def taken_there(view: View, first: int) -> bool:
    """Whether the words at a token are a hospital, or a place behind one (إلى مشفى الصنمين العسكري في ريف درعا), to which people are taken."""
    tokens = view.tokens
    hospital = next((p for p in range(first, max(-1, first - _BEHIND), -1) if _HOSPITALS.fullmatch(tokens[p].norm)), -1)
    if hospital < 1 or any(tokens[p].kind == "punct" or not _ACTS.isdisjoint(view.covered[p]) for p in range(hospital + 1, first)):
        return False
    if not (
        tokens[hospital].norm[:1] == "ل" or tokens[hospital - 1].norm in _TOWARDS or view.preposition(hospital - 1) in _TOWARDS
    ):
        return False
    return any(_TAKING.fullmatch(tokens[p].norm) for p in range(max(0, hospital - _REACH), hospital))
