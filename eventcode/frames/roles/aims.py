"""Whoever does something in order, or by means of, doing what a verbal noun says: نشرت روسيا طائرات لقصف ..., من خلال السيطرة."""

from __future__ import annotations

from eventcode.codebook import Frame
from eventcode.frames.model import Predicate
from eventcode.frames.roles.heads import AIMS, MUTUAL, Heads, breaks, takes_lam
from eventcode.frames.roles.slots import Slots, may_do
from eventcode.frames.roles.uncharged import avenged
from eventcode.frames.verbs import Verb
from eventcode.mentions import View
from eventcode.mentions.closed import bare

_AIMING = frozenset({"يهدف", "تهدف", "يرمي", "ترمي", "تسعي", "يسعي", "هدفت", "تهدفان", "هادفه", "هادف", "راميه"})
_REACH_OF_AIM = 8
_PROTESTING = frozenset({"rejection", "criticism"})
_TANWIN = ("ًا", "اً")
_MEANS = frozenset({("من", "خلال"), ("عن", "طريق")})


class Aims:
    """Gives verbal nouns that tell an aim or a means the actors of the act that has it."""

    def __init__(self, slots: Slots, heads: Heads) -> None:
        self.slots = slots
        self.view = slots.view
        self.clauses = slots.clauses
        self.heads = heads

    def fill(self, predicate: Predicate, frame: Frame) -> None:
        """نشرت روسيا طائرات لقصف ..., أرسلت القوات تعزيزات بهدف السيطرة: who acts in order to do something is to do it."""
        role = frame.roles.get("subject", "none")
        if predicate.pos == "verb" or role != "actor" or predicate.actors or self.heads.agreed_on(predicate):
            return
        if predicate.type in _PROTESTING:
            self._in_protest(predicate, role)
            return
        governed, index = self.heads.head(predicate)
        if self._aim_of_act(predicate, index):
            return
        if avenged(self.view, predicate):
            return  # توعد بالانتقام لمقتل ضباطه
        if governed == "ل" and predicate.definite and predicate.pattern.frame in MUTUAL:
            return  # غادر السكان وفقاً للاتفاق
        if governed != "ل" and not (governed in ("genitive", "خلال") and aim_noun(self.view, index)) and governed not in AIMS:
            return
        ruler = self.clauses.governing_verb(index)
        start = ruler.index if ruler is not None else max((p + 1 for p in range(index) if self.clauses.hard[p]), default=0)
        for nearest in reversed([p for p in self.clauses.predicates if start <= p.first < index]):
            # رفضت موسكو هجوم القوات لاستعادة البلدة: the aim is that of the nearest act.
            if breaks(nearest, predicate) or nearest.type == "disrupted_weapons":
                return  # تصدت الفصائل لهجوم على البلدة: what is foiled is the act of others
            doers = [actor for actor in nearest.actors if may_do(actor, frame) and actor not in predicate.targets]
            if doers and nearest.pattern.frame != "speak":
                predicate.actors = doers
                predicate.why("actor", f"that of {self.view.slice(nearest.start, nearest.end)}, whose aim it is")
                return
            if nearest.dropped and not nearest.actors and governed != "عبر":
                predicate.dropped = True
                return
        if ruler is None:
            ruler = self._verb_after_aim(predicate, index)
        if ruler is None:
            return
        words = self.view.lists[ruler.index]
        if "report" in ruler.kinds or "object-control" in words or ruler.voice == "passive":
            return
        arguments = self.clauses.arguments(ruler.index)
        after = max(ruler.index, arguments.subject.last - 1) if arguments.subject is not None else ruler.index
        form = ruler.match.value.form
        prepares = form is not None and form.lemma == "مهد"  # موسكو تمهد لقصف المدنيين
        if governed == "ل" and index - after < 2 and takes_lam(ruler) and not prepares:
            # تصدت الفصائل لهجوم: the complement of the verb, not its aim.
            return
        if arguments.subject is None:
            predicate.dropped = arguments.dropped
            predicate.shared = self.slots.shared_subject(ruler)
        elif arguments.subject.kind == "actor" and all(may_do(actor, frame) for actor in arguments.subject.actors):
            self.slots.put(predicate, arguments.subject, role, "subject of the verb whose aim it is")

    def _in_protest(self, predicate: Predicate, role: str) -> None:
        """قطع الأهالي الطريق رفضاً لمرور الدورية: who does something in rejection or condemnation of it is who rejects or condemns it."""
        bare_accusative = self.view.tokens[predicate.first].text.endswith(_TANWIN) and not predicate.proclitics
        ruler = self.clauses.governing_verb(predicate.first) if bare_accusative else None
        if ruler is None or ruler.kinds & {"light", "report"} or ruler.voice == "passive":
            return
        subject = self.clauses.arguments(ruler.index).subject
        if subject is not None and subject.kind == "actor" and subject.last < predicate.first:
            self.slots.put(predicate, subject, role, "does something in protest of it")

    def _aim_of_act(self, predicate: Predicate, index: int) -> bool:
        """عملية تهدف إلى السيطرة على البلدة: who acts is to do what the act right before a verb of aiming aims at."""
        tokens = self.view.tokens
        if index < 2 or tokens[index - 1].norm != "الي" or tokens[index - 2].norm not in _AIMING:
            return False
        for act in reversed([p for p in self.clauses.predicates if index - _REACH_OF_AIM <= p.last <= index - 2]):
            doers = [actor for actor in act.actors if actor not in predicate.targets]
            if act.pos == "noun" and doers:
                predicate.actors = doers
                predicate.why("actor", f"that of {self.view.slice(act.start, act.end)}, which aims at it")
                return True
        return False

    def _verb_after_aim(self, predicate: Predicate, index: int) -> Verb | None:
        """لاستعادة البلدة، حشدت القوات ...: the verb whose aim stands before it at the head of its clause."""
        start = self.clauses.left_end(index)
        if any(token.kind == "word" for token in self.view.tokens[start:index]):
            return None
        verb = next((self.clauses.verbs[p] for p in sorted(self.clauses.verbs) if p > predicate.last), None)
        if verb is None or any(self.clauses.hard[predicate.last : verb.index]):
            return None
        marks = [token.text for token in self.view.tokens[predicate.last : verb.index] if token.kind == "punct"]
        return verb if marks and set(marks) <= {"،", ","} else None


def aim_noun(view: View, index: int) -> bool:
    """بهدف السيطرة, في إطار عملية, بغية طرد, من خلال قصف: whether the words before a token tell the aim or the means."""
    if index > 1 and (view.tokens[index - 2].norm, view.tokens[index - 1].norm) in _MEANS:
        return True
    return bare(view.tokens[index - 1].norm, AIMS) != "" if index else False
