"""Whom blame and judgments with a preposition of their own are aimed at: ألقى باللوم في الهجوم على روسيا, ندد بالنظام."""

from __future__ import annotations

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Item, Predicate
from eventcode.frames.roles.slots import is_armed
from eventcode.frames.roles.verbal import OWN_FEELINGS
from eventcode.mentions.governors import governor

_BLAME = ("لوم", "لاءمه", "لايمه", "مسووليه")
_ANSWERABLE = frozenset({"country", "capital", "government", "group", "official", "person", "force", "igo", "ngo", "media"})
"""Kinds of those who can be blamed, and not what is struck."""
_CHARGING = "حمل"
"""The verb that puts what one is blamed for on him with ل: حمّل المسؤولية لدمشق."""
_SHOULDERS = frozenset({"عاتق", "كاهل"})
_FOR = frozenset({"في", "عن", "علي", "بشان", "حول"})
_DENOUNCING = ("ندد", "نديد", "شكك", "شكيك", "مشكك", "ستهز", "مستهز", "شهر")
"""Stems of judgments whose object follows with ب."""


def blamed(clauses: Clauses, predicate: Predicate, item: Item) -> bool:
    """ألقى باللوم في الهجوم على روسيا: whether the one after على is blamed, although what he is blamed for stands nearer."""
    if predicate.type != "accusation" or not _put_on(clauses, predicate, item):
        return False
    acts = [act for act in clauses.predicates if predicate.last <= act.first < item.first]
    if item.actors[0].kind not in _ANSWERABLE or len(acts) != 1 or acts[0].pos != "noun" or not _reason(clauses, acts[0]):
        return False
    between = clauses.tokens[predicate.first : acts[0].first]
    return not predicate.targets and any(token.norm.endswith(_BLAME) for token in between)


def _put_on(clauses: Clauses, predicate: Predicate, item: Item) -> bool:
    """ألقى باللوم على روسيا, على عاتق روسيا, حمّل المسؤولية لدمشق: whether blame is put on somebody by the words that the verb asks for."""
    if not predicate.phrase:
        return predicate.form is not None and predicate.form.lemma == _CHARGING and item.governor == "ل"
    shoulder = item.governor == "genitive" and clauses.tokens[item.first - 1].norm in _SHOULDERS
    return item.governor == "علي" or (shoulder and clauses.tokens[item.first - 2].norm == "علي")


def charged(clauses: Clauses, act: Predicate, item: Item) -> bool:
    """Whether the one after an act is blamed for it by an accusation before it, and is not whom it befell."""
    before = (p for p in clauses.predicates if p.type == "accusation" and p.last <= act.first)
    return any(item.actors[0] in p.targets for p in before)


def _reason(clauses: Clauses, act: Predicate) -> bool:
    """Whether an act is what somebody is blamed for: في الهجوم, في هذا الهجوم, عن القصف."""
    found, index = governor(clauses.view, act.first)
    if found == "genitive" and clauses.tokens[act.first - 1].norm.endswith(_BLAME):
        return True  # مسؤولية الهجوم
    return found in _FOR or (index > 0 and clauses.view.preposition(index - 1) in _FOR)


def judged(predicate: Predicate, norm: str, item: Item) -> bool:
    """ندد بجرائم النظام, قبل بشروط موسكو, عدم ثقتها بروسيا, شكك بالمنظمة: whether somebody after ب is whom a judgment is of."""
    if item.governor == "genitive" and predicate.type in ("criticism", "consent") and is_armed(item):
        return True
    if predicate.type != "criticism":
        return False
    denounced = item.governor == "ب" and any(stem in norm for stem in _DENOUNCING) and item.actors[0].kind in _ANSWERABLE
    return denounced or norm in OWN_FEELINGS
