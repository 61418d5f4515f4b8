"""Whom a passive verb without a subject tells of, in a clause of time or condition: عولج المصابون بعدما قُصفوا, المدرسة سبق أن هوجمت."""

from __future__ import annotations

from eventcode.frames.agreement import agrees
from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Item
from eventcode.frames.verbs import Verb
from eventcode.mentions import View

_OPENING = frozenset({"بعدما", "عندما", "حين", "حينما", "لما", "اذا", "لو", "كلما"})
_BEFORE_THAT = frozenset({"بعد", "قبل", "منذ"})
_DONE_BEFORE = frozenset({"سبق", "يسبق"})
_ABLE = frozenset({"people", "facility", "group", "ngo", "person", "official", "force"})


def suffers(view: View, clauses: Clauses, verb: Verb) -> Item | None:
    """The subject of the main clause, where the verb agrees with it and with nothing that stands between them."""
    start = verb.index - 1
    that = start > 0 and view.tokens[start].norm == "ان"
    start -= that
    word = view.tokens[start].norm.removeprefix("و") if start > 0 else ""
    if word in _DONE_BEFORE and that:
        topic = next((item for item in clauses.items if item.kind == "actor" and item.last == start and item.governor == ""), None)
    elif word in (_BEFORE_THAT if that else _OPENING):
        main = max((position for position in clauses.verbs if position < start), default=-1)
        topic = clauses.arguments(main).subject if main >= 0 else None
    else:
        return None
    if topic is None or topic.kind != "actor" or any(actor.kind not in _ABLE for actor in topic.actors) or not agrees(topic, verb):
        return None
    between = (item for item in clauses.items if topic.last <= item.first < start and item.kind in ("actor", "place"))
    if verb.number == "s" and any(True for _ in between):
        return None  # سيطرت القوات على البلدة بعدما قُصفت: the town
    return topic
