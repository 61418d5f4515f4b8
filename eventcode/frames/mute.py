"""Acts that say nothing, so that they are what a verb of speech is about: ورفضت الهدنة, وانتقدت الغارات."""

from __future__ import annotations

from collections.abc import Sequence

from eventcode.frames.model import Item, Predicate

_OF_MEN = frozenset({"rejection", "denial", "criticism", "consent", "accusation", "demand", "appeal"})
"""Acts of speech that only men and their bodies do."""
_ANSWERS = frozenset({"rejection", "denial", "criticism", "consent"})
_GATHERINGS = frozenset({"negotiation", "investigation"})
"""Acts that stand for those who take part: دعت القمة إلى التهدئة."""
_TEXTS = frozenset({"agreement", "proposal", "appeal", "demand", "promise"})
"""Acts that are texts as well, which ask for something and answer nothing: دعا الاتفاق إلى سحب السلاح."""


def mute(predicates: Sequence[Predicate], verb: int, item: Item) -> bool:
    """Whether an act is no subject of the verb of speech at a token."""
    said = next((p.type for p in predicates if p.first == verb and p.type in _OF_MEN), "")
    if not said or item.predicate is None or item.predicate.pattern.frame == "crowd":
        return False
    return item.predicate.type not in _GATHERINGS and (said in _ANSWERS or item.predicate.type not in _TEXTS)
