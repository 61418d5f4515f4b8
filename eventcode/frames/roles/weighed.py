"""Whoever weighs an act of his own: تدرس واشنطن توجيه ضربة, قال إن لندن تدرس رداً عسكرياً."""

from __future__ import annotations

from eventcode.codebook import Frame
from eventcode.frames.model import Predicate
from eventcode.frames.roles.slots import Slots, may_do

_WEIGHING = frozenset({"درس"})


def weighed(slots: Slots, predicate: Predicate, frame: Frame) -> None:
    """The subject of a verb of weighing does what it weighs to do: an act not told before, right behind the verb and its subject or
    in the idafa of a noun of doing (شن, تنفيذ); but the attack that somebody studies is another's.
    """
    if not frame.armed or predicate.pos != "noun" or predicate.definite or predicate.enclitic or predicate.actors:
        return
    view, clauses = slots.view, slots.clauses
    ruler = clauses.governing_verb(predicate.first)
    form = ruler.match.value.form if ruler is not None else None
    if ruler is None or form is None or form.lemma not in _WEIGHING or frame.roles.get("subject") != "actor":
        return
    subject = clauses.arguments(ruler.index).subject
    if subject is None or subject.kind != "actor" or not all(may_do(actor, frame) for actor in subject.actors):
        return
    doing = predicate.first - 1
    before = doing if "light" in view.at[doing] else predicate.first
    told = any(p in clauses.verbs for p in range(predicate.last, min(len(view.tokens), predicate.last + 3)))
    if before in (ruler.index + 1, subject.last) and (before == doing or not told):
        slots.put(predicate, subject, "actor", "weighs to do it")
