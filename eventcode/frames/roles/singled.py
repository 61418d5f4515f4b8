"""Those who are singled out among all to whom something is said: دعا جميع الأطراف، وخاصة روسيا وتركيا، إلى التهدئة."""

from __future__ import annotations

import attrs

from eventcode.frames.model import Item, Predicate
from eventcode.frames.roles.slots import Slots

_ALL = frozenset({"الاطراف", "اطراف", "الدول", "دول", "القوي", "قوي", "الجهات", "الفرقاء", "البلدان"})
_ABOVE_ALL = frozenset({"خاصه", "بخاصه", "خصوصا", "سيما", "مقدمتهم", "مقدمتها", "راسهم", "راسها", "الاخص", "بالاخص", "تحديدا"})
_REACH = 8


def singled_out(slots: Slots, predicate: Predicate) -> None:
    """Puts those who are named behind وخاصة or لا سيما in the place of all the parties, who are nobody by themselves."""
    if predicate.pattern.frame != "speak":
        return
    tokens = slots.view.tokens
    for target in predicate.targets:
        everybody = target.code in ("", "UNK") and any(
            token.norm.lstrip("ل") in _ALL for token in tokens[target.first : target.last]
        )
        near = range(target.last, min(target.last + _REACH, len(tokens)))
        mark = next((p for p in near if tokens[p].norm.removeprefix("و") in _ABOVE_ALL), -1)
        if not everybody or mark < 0 or any(p in slots.clauses.verbs for p in range(target.last, mark)):
            continue
        named = next((item for item in slots.clauses.items if _named(item, mark, target.last + _REACH)), None)
        if named is not None:
            predicate.targets.remove(target)
            known = [actor for actor in named.actors if actor.code not in ("", "UNK")]
            slots.put(predicate, attrs.evolve(named, actors=known), "target", "singled out among all")
        return


def _named(item: Item, mark: int, end: int) -> bool:
    """Whether a phrase near a mark names somebody."""
    return item.kind == "actor" and mark < item.first < end and any(actor.code not in ("", "UNK") for actor in item.actors)
