"""The subject of a set phrase that holds a finite verb: الجيش لا يمانع, المعارضة ستقبل بهدنة, مقاتلو الجبهة أسروا عشرين عنصراً."""

from __future__ import annotations

from eventcode.codebook import Frame
from eventcode.frames.model import Predicate
from eventcode.frames.roles.slots import Slots
from eventcode.mentions import View
from eventcode.mentions.closed import VERB_NEGATORS

_TWO_LOST = frozenset({"فقدا", "خسرا", "لقيا"})
_NEAR_TWO = 3
_FUTURE = ("سي", "ست")
_OF_HIM = ("انه", "انها", "انهم")


def finite(slots: Slots, predicate: Predicate, frame: Frame) -> None:
    """الجيش لا يمانع نشر نقاط, المعارضة ستقبل بهدنة: a set phrase with a finite verb in it, known as one or by its form, has a subject."""
    view, clauses = slots.view, slots.clauses
    if predicate.form is not None or predicate.actors or not predicate.phrase:
        return
    inside = next((p for p in range(predicate.first, predicate.last) if p in clauses.verbs), None)
    if inside is not None:
        arguments = clauses.arguments(inside)
        subject = arguments.subject
        if subject is None and arguments.dropped and frame.roles.get("subject") == "actor":
            predicate.dropped = True  # قال ترامب إنه سينسحب من الاتفاق
            predicate.shared = slots.shared_subject(clauses.verbs[inside])
    elif _we(view, predicate):
        predicate.dropped = True  # دمشق: لن نقبل
        return
    elif predicate.pos != "verb" and _marked(view, predicate):
        beside = (i for i in clauses.items if i.kind == "actor" and predicate.first in (i.last, i.first - 1))
        subject = next((item for item in beside if item.last == predicate.first or item.governor == "genitive"), None)
        # قال الوزير إنه سينسحب من الاتفاق
        predicate.dropped = predicate.first > 0 and view.tokens[predicate.first - 1].norm.endswith(_OF_HIM)
    else:
        return
    if subject is not None and subject.kind == "actor":
        slots.put(predicate, subject, frame.roles.get("subject", "actor"), "subject of the verb in the phrase")


def several(slots: Slots, predicate: Predicate, frame: Frame) -> None:
    """مقاتلو الجبهة أسروا عشرين عنصراً: a set phrase that begins with a verb in the plural has those named last before for subject."""
    view, clauses = slots.view, slots.clauses
    norm = view.tokens[predicate.first].norm
    two = norm in _TWO_LOST and predicate.phrase  # مدنيان فقدا حياتهما, spelled like a noun
    many = predicate.form is None and predicate.phrase and norm.endswith("وا") and len(norm) > 4
    if predicate.actors or not (two or many):
        return
    start = predicate.first - _NEAR_TWO if two else clauses.left_end(predicate.first)
    for item in reversed(clauses.items):
        plural = item.kind == "actor" and (
            item.actors[0].number in ("d", "p") or len(item.actors) > 1 or item.actors[0].gender == "both"
        )
        if plural and start <= item.first and item.last <= predicate.first and item.governor == "":
            slots.put(predicate, item, frame.roles.get("subject", "actor"), "subject of the phrase")
            return


def _marked(view: View, predicate: Predicate) -> bool:
    """Whether a set phrase shows by its beginning that it holds a verb: ستقبل, لا يمانع, لم يسمح."""
    norm = view.tokens[predicate.first].norm
    return norm.startswith(_FUTURE) or (norm in VERB_NEGATORS and predicate.last - predicate.first > 1)


def _we(view: View, predicate: Predicate) -> bool:
    """Whether a set phrase of more than one word has a verb of the first person: لن نقبل, لا نمانع."""
    negated = predicate.last - predicate.first > 1 and view.tokens[predicate.first].norm in VERB_NEGATORS
    return negated and view.tokens[predicate.first + 1].norm.startswith("ن")
