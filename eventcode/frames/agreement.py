"""Agreement of phrases with verbs and of pronoun suffixes with those whom they mean."""

from __future__ import annotations

from eventcode.frames.model import Item
from eventcode.frames.verbs import Verb
from eventcode.inflection import Form
from eventcode.mentions import ActorMention
from eventcode.mentions.kinds import ARMED_KINDS

_BODIES = frozenset({"government", "group", "igo", "ngo", "force", "media"})
NATIONS = frozenset({"country", "capital"})
_LIKE_A_PERFECT = 4
"""Letters of an imperfect with ت that may as well be a perfect masculine."""
_HUMAN = frozenset({"people", "person", "official"})


def agrees(item: Item, verb: Verb) -> bool:
    """Whether a phrase agrees with a verb in gender and number, as a subject before it would."""
    form = verb.match.value.form
    if form is None or not item.actors:
        return True
    head = item.actors[0]
    if form.number == "s" and len(item.actors) > 1 and head.kind not in ARMED_KINDS:
        # الوزارة والأجهزة الأمنية ... وطلبت: bodies that are no states may stay a feminine, and so may three states and more.
        several = len(item.actors) > 2 and all(
            actor.kind in _BODIES | NATIONS or actor.quantity is not None for actor in item.actors
        )
        return form.gender == "f" and (several or all(actor.kind in _BODIES for actor in item.actors))
    if form.number == "p":
        return head.number in ("d", "p") or head.quantity is not None or len(item.actors) > 1
    if form.gender == "f":
        # تمكن التنظيم: spelled like the feminine of another verb.
        alike = form.aspect == "imperfect" and form.text.startswith("ت") and len(form.text) == _LIKE_A_PERFECT
        return head.gender in ("f", "both") or (head.number == "p" and head.kind not in _HUMAN) or (alike and head.kind == "group")
    return head.gender in ("m", "both")


def describes(form: Form | None, item: Item) -> bool:
    """Whether a participle agrees with somebody: متهماً with one man or body, مطالبين with several."""
    head = item.actors[0]
    several = head.number in ("d", "p") or len(item.actors) > 1 or head.quantity is not None
    if form is None:
        return True
    if form.number in ("d", "p"):
        return several
    if form.gender == "f":
        return head.gender in ("f", "both") or (head.number == "p" and head.kind not in _HUMAN)
    return head.gender in ("m", "both") and not several and head.kind != "homeland"


def suffix_agrees(suffix: str, mentions: list[ActorMention]) -> bool:
    """Whether a pronoun suffix may stand for coordinated mentions: ه one man or body, ها a woman, country or force, هم and هما several."""
    head = mentions[0]
    if suffix == "ه":
        return len(mentions) == 1 and head.number == "s" and head.gender != "f" and head.kind not in ("country", "capital")
    if suffix == "ها":
        people = head.number == "p" and head.kind in _HUMAN
        forces = head.number == "p" and head.kind in ARMED_KINDS and not head.counts
        return len(mentions) == 1 and not people and (head.gender != "m" or forces)
    if suffix == "هما":
        return len(mentions) == 2 or head.number == "d"
    return suffix in ("هم", "هن") and (len(mentions) > 1 or head.number == "p" or head.quantity is not None)
