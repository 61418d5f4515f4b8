"""What is said of an event in a sentence without a verb: الهجوم على إدلب وشيك, المعركة في سراقب متوقعة."""

from __future__ import annotations

from eventcode.frames.model import Predicate
from eventcode.mentions import View
from eventcode.mentions.closed import HARD_ENDS, QUOTES

_OPEN = HARD_ENDS | QUOTES | {"،", ","}


def predicated(view: View, predicate: Predicate, index: int) -> bool:
    """Whether an indefinite adjective at a token is said of a definite event, with nothing between them but where it is."""
    tokens = view.tokens
    definite = tokens[predicate.first].norm.removeprefix("و").startswith("ال")
    ends = index + 1 >= len(tokens) or tokens[index + 1].text in _OPEN or bool(view.preposition(index + 1))
    if not definite or tokens[index].norm.startswith("ال") or not ends or not view.preposition(predicate.last):
        return False
    return any(place.first == predicate.last + 1 and place.last == index for place in view.places)
