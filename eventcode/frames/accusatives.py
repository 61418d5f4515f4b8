"""An indefinite object in the accusative, which shows that a word spelled like a verbal noun is a verb: وشن هجوماً, وعقد اجتماعاً."""

from __future__ import annotations

from eventcode.mentions import View

_NAMES = frozenset({"actor", "country", "nation"})
_SHORTEST = 4
_TANWIN = ("اً", "ًا", "ا")


def accusative_follows(view: View, index: int) -> bool:
    """Whether the next word is a noun of an act with the alif of the accusative; a verbal noun would have its genitive there."""
    after = index + 1
    if after >= len(view.tokens) or view.tokens[after].kind != "word":
        return False
    token = view.tokens[after]
    if len(token.norm) < _SHORTEST or not token.text.endswith(_TANWIN) or token.norm.startswith("ال"):
        return False
    if view.covered[after] & _NAMES or any(place.first <= after < place.last for place in view.places):
        return False
    return any(
        match.value.form is not None and match.value.form.pos == "noun" and not match.analysis.proclitics and not match.enclitic
        for match in view.at[after].get("trigger", ())
    )
