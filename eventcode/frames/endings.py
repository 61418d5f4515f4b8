"""What the endings of nouns and numerals tell of who is subject and who object."""

from __future__ import annotations

from collections.abc import Sequence

from eventcode.frames.model import Item
from eventcode.frames.verbs import Verb
from eventcode.mentions.closed import DETERMINERS, bare
from eventcode.text import Token

_MASCULINE_NUMERALS = frozenset({"ثلاثه", "اربعه", "خمسه", "سته", "سبعه", "ثمانيه", "تسعه", "عشره"})
_OTHERS = frozenset({"اخرون", "اخرين"})


def case(tokens: Sequence[Token], item: Item) -> str:
    """What the ending of a sound plural or dual tells: subject (مسلحون, مقاتلو), object (المتشددين), or "" where it is not written."""
    head = item.actors[0] if item.kind == "actor" else None
    if head is not None and tokens[head.head].text.endswith(("اً", "ًا")) and head.head == head.first:
        return "object"  # فاوضت ضباطاً
    if (
        head is not None
        and head.first > 1
        and [t.norm for t in tokens[head.first - 2 : head.first]] in (["عددا", "من"], ["جزءا", "من"])
    ):
        return "object"  # وأسرت عدداً من الجنود
    if head is not None and any(token.norm == "ابا" for token in tokens[head.first : head.last]):
        return "object"  # زعيمها أبا محمد
    if head is None or (head.quantity is not None and head.quantity.first != head.head):
        return ""
    if head.number not in ("d", "p") and tokens[head.head].norm not in _OTHERS:
        return ""
    if head.head and bare(tokens[head.head - 1].norm, DETERMINERS):
        # جميع المسؤولين: in the genitive of its determiner, whatever the two are together.
        return ""
    norm = tokens[head.head].norm
    if norm.endswith(("ون", "وا")) or (norm.endswith("و") and head.number == "p") or (norm.endswith("ان") and head.number == "d"):
        return "subject"
    return "object" if norm.endswith("ين") else ""


def several_men(tokens: Sequence[Token], item: Item, verb: Verb) -> bool:
    """واعتقلت ثلاثة من أفرادها: three to ten men are no subject of a verb in the feminine."""
    form = verb.match.value.form
    head = item.actors[0] if item.kind == "actor" else None
    if head is None or head.quantity is None or form is None or form.gender != "f" or form.number != "s":
        return False
    return head.kind in ("people", "force") and tokens[head.quantity.first].norm in _MASCULINE_NUMERALS
