"""What the endings of nouns and numerals tell of who is subject and who object."""

from __future__ import annotations

from collections.abc import Sequence

from eventcode.frames.model import Item
from eventcode.frames.verbs import Verb
from eventcode.mentions.closed import DETERMINERS, bare
from eventcode.text import Token

_MASCULINE_NUMERALS = frozenset({"ثلاثه", "اربعه", "خمسه", "سته", "سبعه", "ثمانيه", "تسعه", "عشره"})
_CALLING = frozenset({"دعا", "يدعو", "ناشد", "يناشد", "طالب", "يطالب", "حث", "يحث", "حض", "يحض"})
_ALL = frozenset({"جميع", "كل", "كافه", "مختلف"})
_PARTIES = frozenset({"الاطراف", "الدول", "القوي", "الجهات", "الفرقاء", "البلدان", "الفصاءل", "الفصايل"})
_OTHERS = frozenset({"اخرون", "اخرين"})
_BROKEN = frozenset({"اهالي", "الاهالي"})
"""Broken plurals that end like a sound one in the oblique."""


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


def no_subject(tokens: Sequence[Token], right: list[Item], verb: Verb) -> bool:
    """Whether the first phrase behind a verb can not be its subject: several men of a feminine, all who are called upon, an oblique."""
    return _several_men(tokens, right[0], verb) or _called_upon(tokens, right, verb) or _oblique(tokens, right[0], verb)


def _oblique(tokens: Sequence[Token], item: Item, verb: Verb) -> bool:
    """وحذرت مسؤولي الحكومة: a sound plural or dual in idafa right behind the verb, in the oblique."""
    head = item.actors[0] if item.kind == "actor" else None
    if head is None or head.head != verb.index + 1 or head.number not in ("d", "p"):
        return False
    return tokens[head.head].norm.endswith("ي") and tokens[head.head].norm not in _BROKEN


def _called_upon(tokens: Sequence[Token], right: list[Item], verb: Verb) -> bool:
    """ودعا جميع الأطراف إلى التهدئة, وناشد المجتمع الدولي التدخل: all the parties, a plural of things, are no subject of a masculine."""
    form, item = verb.match.value.form, right[0]
    if form is None or form.lemma not in _CALLING or (form.gender, form.number) == ("f", "s") or item.kind != "actor":
        return False
    words = [token.norm for token in tokens[verb.index + 1 : item.last]]
    everybody = len(words) > 1 and (words[0] in _ALL or words[-1] in _ALL) and not _PARTIES.isdisjoint(words)
    called = everybody or words == ["المجتمع", "الدولي"]
    return called and not any(other.kind == "actor" and other.first == item.last for other in right[1:])


def _several_men(tokens: Sequence[Token], item: Item, verb: Verb) -> bool:
    """واعتقلت ثلاثة من أفرادها: three to ten men are no subject of a verb in the feminine."""
    form = verb.match.value.form
    head = item.actors[0] if item.kind == "actor" else None
    if head is None or head.quantity is None or form is None or form.gender != "f" or form.number != "s":
        return False
    return head.kind in ("people", "force") and tokens[head.quantity.first].norm in _MASCULINE_NUMERALS
