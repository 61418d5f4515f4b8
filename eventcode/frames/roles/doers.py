"""Whoever stands in the idafa of a noun of action and does it, for whom it is done to follows: اعتقال الهيئة ثلاثة ناشطين."""

from __future__ import annotations

from eventcode.frames.model import Item, Predicate
from eventcode.frames.roles.means import behind_means
from eventcode.frames.roles.slots import Slots, is_armed
from eventcode.mentions.kinds import ARMED_KINDS

STRIKING = frozenset({*ARMED_KINDS, "country", "homeland"})
_SEIZED = frozenset({"people", "official", "person"})
_ON_PERSONS = frozenset({"assassination", "killing", "execution", "abduction"})
_CROWD_ACTS = frozenset({"violent_protest"})
_CROWDS = frozenset({"crowds", "crowds-acting", "protesters"})
_EARLIER = (["في", "وقت", "سابق"], ["في", "وقت", "لاحق"], ["في", "وقت", "متاخر"])


def object_follows(slots: Slots, item: Item, introduced: tuple[str, ...] = ("ل", "مع")) -> bool:
    """نشر موسكو للقوات, اتفاق أنقرة مع موسكو: a capital in idafa is the government when object or partner follows, else a place."""
    acts = {p.first for p in slots.clauses.predicates}  # مقتل 5 جنود بقصف للنظام: that is the bombardment's
    after = _past_time(slots, item.last)
    return any(
        other.kind != "event"
        and item.last <= other.first <= after + 1
        and other.governor in introduced
        and acts.isdisjoint(range(item.last, other.first))
        for other in slots.clauses.items
    )


def _past_time(slots: Slots, index: int) -> int:
    """إسقاط تركيا في وقت سابق لطائرتين, استهداف إسرائيل فجر اليوم لمواقع: the token behind words of time at a token."""
    tokens = slots.view.tokens
    if [token.norm for token in tokens[index : index + 3]] in _EARLIER:
        return index + 3
    while index < len(tokens) and slots.view.dated(index):
        index += 1
    return index


def is_agent(slots: Slots, predicate: Predicate, item: Item) -> bool:
    """Whether the genitive of an act that has its object there as a rule is the agent, for the object follows."""
    if item.actors[0].kind == "facility":
        return False  # تدمير وكرين للتنظيم وعدة آليات
    if predicate.type in _CROWD_ACTS and _crowd(slots, item):
        return True
    capital = item.actors[0].kind == "capital" and object_follows(slots, item)  # دعم دمشق للميليشيات
    if not (capital or is_armed(item)) or (item.actors[0].quantity is not None and not object_follows(slots, item)):
        return False
    if behind_means(slots, item) is not None:
        return True
    if object_follows(slots, item, ("ل",)) or (item.actors[0].kind in STRIKING and slots.noun_follows(item)):
        return True
    # استهداف قوات النظام بلدة كذا, اعتقال الهيئة ثلاثة ناشطين: what is struck or who is seized stands as the object.
    return any(
        (_struck(predicate, other) or (other.kind == "actor" and _undergoes(slots, item, other)))
        and other.first == slots.after_marks(item.last)
        and other.governor == ""
        for other in slots.clauses.items
    )


def _struck(predicate: Predicate, other: Item) -> bool:
    """استهداف قوات النظام بلدة كذا; but اغتيال ضابط وسط درعا tells where somebody was killed, for places suffer no such act."""
    return other.kind == "place" and predicate.type not in _ON_PERSONS


def _crowd(slots: Slots, item: Item) -> bool:
    """اقتحام محتجين مبنى, إحراق متظاهرين غاضبين مقراً: whether a phrase names a crowd, which does what crowds do."""
    return item.actors[0].kind == "people" and not _CROWDS.isdisjoint(slots.view.lists[item.actors[0].head])


def _undergoes(slots: Slots, item: Item, other: Item) -> bool:
    """Whether people named right after a phrase are the object: counted or indefinite, so that they are no adjective of it."""
    head = other.actors[0]
    apart = head.proclitics[:1] != "و" and head.group != item.actors[0].group
    if apart and slots.view.tokens[head.head].text.endswith(("اً", "ًا")):
        return True  # إعدام الجنود مقاتلاً: the accusative is the object
    if head.kind == "aircraft" and head.quantity is not None:
        return apart  # إسقاط تركيا طائرتين
    # اعتقال الهيئة القيادي فلان: one man is no adjective of a body, whatever his article.
    one = head.number == "s" and head.gender == "m" and item.actors[0].gender != "m"
    if head.kind == "force":
        return apart and one and head.counts and head.definite
    return head.kind in _SEIZED and apart and (head.quantity is not None or not head.definite or one)
