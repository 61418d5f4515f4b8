"""The code of a source phrase."""

from __future__ import annotations

from collections.abc import Sequence

from eventcode.mentions import ActorMention, View

_OUTLETS = frozenset({"media", "outlet"})
_COMMAS = frozenset("،,")
_REPORTERS = "MED"


def source_code(view: View, actors: Sequence[ActorMention], last: int) -> str:
    """The code of its first coded actor; a reporter with a pronoun is of the outlet named before (الأناضول، نقلا عن مراسلها), statements
    take their owner behind a comma; unknown names give UNK.
    """
    if actors and actors[0].pronoun and actors[0].code.endswith(_REPORTERS):
        outlets = [a.code for a in view.actors if a.kind in _OUTLETS and a.code and a.last <= actors[0].first]
        if outlets:
            return outlets[-1]
    coded = [actor.code for actor in actors if actor.code and actor.code != "UNK"]
    if coded:
        return next((code for code in coded if len(code) > 3), coded[0])
    for actor in view.actors:
        if last <= actor.first <= last + 3 and actor.code and view.tokens[last].text in _COMMAS:
            return actor.code
    return "UNK"
