"""A name alone that the text gave after somebody's title: ينفي برانسون, after القس أندرو برانسون."""

from __future__ import annotations

from collections.abc import Sequence

from eventcode.frames import Predicate
from eventcode.mentions import ActorMention, View

_TITLED = frozenset({"official", "person", "people"})
_WORDS = 4
"""Words after a title in which a name stands."""
_LETTERS = 60
_SHORTEST = 3


def titled(text: str, view: View, predicate: Predicate, told: Sequence[ActorMention]) -> ActorMention | None:
    """Whoever the unknown word right after a verb of speech names: the last one told of in earlier sentences after whose title it stood."""
    one = predicate.pos == "verb" and predicate.form is not None and predicate.form.number == "s"
    if not one or predicate.pattern.frame != "speak" or predicate.last >= len(view.tokens):
        return None
    name = view.tokens[predicate.last]
    known = view.at[predicate.last] or view.dated(predicate.last) or view.preposition(predicate.last)
    if name.kind != "word" or known or len(name.text) < _SHORTEST or name.norm.startswith("ال"):
        return None
    for mention in reversed(told):
        if mention.kind in _TITLED and mention.number == "s" and mention.end <= name.start:
            phrase = text[mention.end : mention.end + _LETTERS]
            if name.text in phrase.split(".")[0].replace("،", " ").split()[:_WORDS]:
                return mention
    return None
