"""The object of a verbal noun behind its means: استهداف الفصائل بصاروخ موجه دبابة, قصف القوات بالمدفعية بلدة كذا."""

from __future__ import annotations

from eventcode.frames.model import Item
from eventcode.frames.roles.slots import Slots
from eventcode.mentions.closed import HARD_ENDS

_REACH = 9
_ARMS = (
    "صاروخ", "صواريخ", "قذيف", "قذايف", "قذاءف", "مدفع", "دفعي", "مدافع", "رشاش", "رشقات", "راجم", "هاون", "قناص", "عبوه", "عبوات", "لغم", "الغام", "مفخخ",
    "برميل", "براميل", "قنبل", "قنابل", "غار", "طاير", "طاءر", "مسير", "اسلح", "سلاح", "نيران", "دباب", "طلقات", "رصاص", "اسطوان", "جره", "جرات",
)  # fmt: skip
"""Beginnings of the words for arms, without preposition and article."""
_TARGETS = frozenset(
    ["مناطق", "مواقع", "موقعا", "نقاط", "نقطه", "اماكن", "تمركزات", "تجمعات", "تجمعا", "مقرات", "مقرا", "مراكز", "محيط", "اطراف", "محاور", "منازل"]
)  # fmt: skip
"""Nouns of what is struck that stand as the object by themselves: بالقذائف مناطق في بلدة كذا."""
_KINDS = frozenset(
    ["موجه", "موجهه", "حراري", "حراريه", "ثقيل", "ثقيله", "متوسط", "متوسطه", "ناسفه", "متفجره", "يدويه", "فراغيه", "عنقوديه", "غراد", "تاو", "كورنيت",
     "كاتيوشا", "فردي", "حربي", "كاتم", "للصوت", "ناري", "ناريه", "مباشر", "مباشره", "محليه", "الصنع", "لاصقه", "شديده"]
)  # fmt: skip
"""Adjectives and makes of arms, which have no idafa."""


def behind_means(slots: Slots, item: Item) -> int | None:
    """The token where an object begins that arms with ب part from the agent before it; None where no such object follows."""
    tokens = slots.view.tokens
    index = item.last
    if index >= len(tokens) or tokens[index].norm[:1] != "ب" or not _arms(tokens[index].norm[1:]):
        return None
    starts = {other.first: other for other in slots.clauses.items if other.kind in ("actor", "place") and other.first > index}
    for position in range(index + 1, min(len(tokens), index + _REACH)):
        token = tokens[position]
        if token.text in HARD_ENDS or token.text in "،," or position in slots.clauses.verbs:
            return None
        other = starts.get(position)
        if token.norm in _TARGETS and not slots.view.preposition(position - 1):
            return position
        if other is not None and _stands_alone(slots, other) and not (_arms(token.norm) and not _coded(other)):
            return position
    return None


def _stands_alone(slots: Slots, item: Item) -> bool:
    """Whether nothing governs a phrase: no preposition, and no noun before it, which has no idafa where it has the article."""
    tokens = slots.view.tokens
    before = tokens[item.first - 1].norm
    no_idafa = item.governor == "genitive" and (before.removeprefix("ب").startswith("ال") or before in _KINDS)
    return (item.governor == "" or no_idafa) and not slots.view.joined(item.first)


def _coded(item: Item) -> bool:
    return item.kind == "actor" and bool(item.actors[0].code)


def _arms(norm: str) -> bool:
    return norm.removeprefix("ال").startswith(_ARMS)
