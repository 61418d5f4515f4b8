"""What a sentence puts ahead without a cue: future particles, aims, terms of deals and topics of talks, talks to come, any such event."""

from __future__ import annotations

from collections.abc import Sequence

from eventcode.frames.clauses import Clauses
from eventcode.frames.facts import Facts
from eventcode.frames.model import Predicate
from eventcode.frames.scopes import ANY
from eventcode.mentions import View
from eventcode.mentions.actors import governor
from eventcode.mentions.closed import HARD_ENDS, STRONG_RELATIVES, bare
from eventcode.text import Token

RANK = {"actual": 0, "future": 1, "hypothetical": 2, "attempted": 3, "negated": 4}
TERMS = frozenset({"ceasefire", "agreement", "negotiation"})
# What stands before talks that lie ahead, the words that lead to their topic, and what may be negotiated.
_EVES = frozenset({"قبيل", "عشيه"})
_TOPICS = frozenset({"بشان", "حول", "لبحث", "علي", "بخصوص", "مساله"})
_OBJECT = 8
"""Tokens between an offer and what is offered, with the one who offers it."""
_REACHED = frozenset({"التوصل", "توصل", "توصلت", "توصلوا", "ابرام", "ابرم", "ابرمت", "عقد", "وقع", "وقعت"})
_CONTAIN = frozenset({"يتضمن", "تتضمن", "تضمن", "تضمنت", "يشمل", "تشمل", "شمل", "شملت"})
_NEGOTIABLE = frozenset(
    ["withdrawal", "evacuation", "ceasefire", "agreement", "prisoner_release", "group_change", "mobilization", "base_established"]
)
# Frames of acts that take a place from somebody.
_GAINING = frozenset({"seize", "drive-out"})


def give(predicate: Predicate, status: str, reason: str) -> None:
    """Set a status unless a stronger one holds."""
    if status == "hypothetical" and predicate.settled:
        return
    if RANK[status] > RANK[predicate.status]:
        predicate.status = status
    predicate.why("status", reason)


class Prospects:
    """Gives a sentence's predicates the status that their own form and place in the sentence say."""

    def __init__(self, view: View, clauses: Clauses, facts: Facts) -> None:
        self.view = view
        self.clauses = clauses
        self.facts = facts
        self._future = [verb for verb in clauses.verbs.values() if facts.future_verb(verb)]

    def fill(self, predicate: Predicate) -> None:
        """Set one predicate's status."""
        self._particles(predicate)
        self._aim(predicate)
        self._agreed(predicate)
        self._any_such(predicate)
        self._to_come(predicate)

    def _particles(self, predicate: Predicate) -> None:
        """The future particle, on the predicate, on the verb that carries it, or on the verb whose subject it is."""
        verbs = self.clauses.verbs
        if predicate.pos == "participle":
            return
        if predicate.pos == "verb" and predicate.first in verbs:
            if self.facts.future_verb(verbs[predicate.first]):
                give(predicate, "future", "future particle")
            return
        for verb in self._future:
            carries = verb.index == predicate.verb and bool(verb.kinds & {"light", "aspect", "result"})
            carries = carries and governor(self.view, predicate.first)[0] != "من"  # سيكمل مرحلة من الاتفاق
            # اتفاق سيسمح بالمغادرة: the deal is made, what it brings is to come.
            brings = predicate.type not in TERMS or bool(verb.kinds & {"light", "aspect"})
            if carries or (brings and self._event_subject(predicate, verb.index)):
                give(predicate, "future", f"{self.view.tokens[verb.index].text} is future")

    def _event_subject(self, predicate: Predicate, index: int) -> bool:
        if index not in self.clauses.verbs:
            return False
        subject = self.clauses.arguments(index).subject
        return subject is not None and subject.predicate is predicate

    def _aim(self, predicate: Predicate) -> None:
        """عملية عسكرية لاستعادة البلدة: ground to be taken, given as the aim of an attack, is not said to be taken yet."""
        aims = [p for p in self.clauses.predicates if p.pos == "noun" and p.pattern.frame in _GAINING and p.last <= predicate.last]
        head = predicate
        while any(p.last == head.first for p in aims):
            head = next(p for p in aims if p.last == head.first)  # لاستعادة السيطرة
        if predicate.pos != "noun" or predicate.pattern.frame not in _GAINING or head.proclitics[-1:] != "ل":
            return
        means = [
            p
            for p in self.clauses.predicates
            if p.pattern.frame in ("attack", "strike-at", "clash", "combat") and p.last <= head.first
        ]
        if not means:
            return
        between = range(max(p.last for p in means), head.first)
        if not any(index in self.clauses.verbs or "result" in self.view.covered[index] for index in between):
            give(predicate, "future", f"aim of {self.view.slice(means[-1].start, means[-1].end)}")

    def _agreed(self, predicate: Predicate) -> None:
        """اتفاق على انسحاب المسلحين: the terms of a deal are to come; the truce that a deal makes is the deal itself."""
        earlier = [p for p in self.clauses.predicates if p.last <= predicate.first]
        if not earlier or predicate.pattern.frame == "speak" or predicate.pos != "noun" or predicate.happened:
            return
        before, between = earlier[-1], self.view.tokens[earlier[-1].last : predicate.first]
        words = {token.norm for token in between}
        governed = governor(self.view, predicate.first)[0]
        if "مقابل" in words and before.status != "actual":
            # اتفاق لإجلاء السكان مقابل الإفراج عن معتقلين: either half of an exchange is to come.
            give(predicate, before.status, "in exchange for what is to come")
        if (
            before.type == "proposal"
            and before.pos == "verb"
            and governed == ""
            and len(between) <= _OBJECT
            and self.clauses.verbs.keys().isdisjoint(range(before.last, predicate.first))
            and not any(self.view.preposition(p) for p in range(before.last, predicate.first))
        ):
            give(predicate, "hypothetical", "what is proposed")  # عرضت أنقرة هدنة
        if predicate.type in TERMS:
            return
        if any(self._contains(deal, predicate) for deal in earlier):
            give(predicate, "future", "what a deal contains")
            return
        if before.type == "consent" and self.view.tokens[before.first].norm == "لا" and governed in ("من", "ب", ""):
            give(predicate, "hypothetical", "what one does not mind")  # لا تمانع من دخول القوات
            return
        reached = {token.norm for token in self.view.tokens[max(0, before.first - 3) : before.first]} & _REACHED
        if before.type == "agreement" and not between and not predicate.definite and reached:
            give(predicate, "future", "terms of a deal that is made")  # التوصل إلى اتفاق إجلاء
            return
        near = len(between) <= 3 and (predicate.proclitics[-1:] in ("ب", "ل") or bool(words & {"علي", "بشان"}))
        consents = before.type == "consent" and governed == "علي" and not any(token.text in HARD_ENDS for token in between)
        if (before.type in ("agreement", "consent") and near) or consents:
            give(predicate, "future", "terms of a deal")
        elif not between and predicate.proclitics[:1] == "و" and before.pos == "noun":
            give(predicate, before.status, "coordinated with it")
        elif before.type == "promise" and not any(token.text in HARD_ENDS for token in between):
            give(predicate, "future", "what is offered")  # عرضت موسكو مساهمة في حفظ الأمن
        elif before.type == "negotiation" and predicate.type in _NEGOTIABLE and self._topic(predicate, between):
            give(predicate, "hypothetical", "what is talked about")  # مفاوضات بشأن استسلام المدينة

    def _contains(self, deal: Predicate, predicate: Predicate) -> bool:
        """الاتفاق الذي يتضمن خروج المقاتلين, ويشمل الاتفاق تسليم الأسرى."""
        tokens = self.view.tokens
        if deal.type != "agreement" or any(token.text in HARD_ENDS for token in tokens[deal.last : predicate.first]):
            return False
        near = [*tokens[max(0, deal.first - 1) : deal.first], *tokens[deal.last : deal.last + 2]]
        return any(bare(token.norm, _CONTAIN) for token in near)

    def _topic(self, predicate: Predicate, between: Sequence[Token]) -> bool:
        """مفاوضات مع الفصائل بشأن استسلام المدينة: whether a predicate is what the talks before it are about."""
        led = any(bare(token.norm, _TOPICS) for token in between[-2:])
        return led and not any(p in self.clauses.verbs for p in range(predicate.first - len(between), predicate.first))

    def _any_such(self, predicate: Predicate) -> None:
        """أي هجوم على البلدة أو قصف لها: whatever attack there may be."""
        if predicate.pos == "noun" and self.any(predicate):
            give(predicate, "hypothetical", "any such event")

    def any(self, predicate: Predicate) -> bool:
        before = self.view.tokens[predicate.first - 1].norm if predicate.first else ""
        return bare(before, ANY) != ""

    def _to_come(self, predicate: Predicate) -> None:
        """قبيل اجتماع الوزراء, قمة سيعقدها القادة: talks that the sentence itself puts ahead."""
        if predicate.pos != "noun":
            return
        governed = governor(self.view, predicate.first)[0]
        before = [token.norm for token in self.view.tokens[max(0, predicate.first - 3) : predicate.first]]
        eve = governed in _EVES or (bool(before) and bare(before[-1], _EVES) != "") or (governed == "من" and before[0] == "قبل")
        if governed == "قبل" and predicate.last in self.clauses.verbs and self.facts.imperfect(predicate.last):
            eve = True  # قبل قمة يعقدها القادة
        if predicate.type == "negotiation" and eve and not any(date.first >= predicate.last for date in self.view.dates):
            self._settle(predicate, "ahead of it")
        if predicate.happened:
            return
        for position in range(predicate.last, min(predicate.last + 3, len(self.view.tokens))):
            verb = self.clauses.verbs.get(position)
            if verb is not None and self.facts.future_verb(verb) and verb.match.analysis.proclitics[:1] not in ("و", "ف"):
                linked = bare(self.view.tokens[position - 1].norm, STRONG_RELATIVES) or bool(verb.match.enclitic)
                if linked or (verb.kinds & {"light"} and predicate.type == "negotiation"):
                    self._settle(predicate, "its own clause is in the future")

    def _settle(self, predicate: Predicate, reason: str) -> None:
        """Put a predicate in the future, out of the reach of cues of doubt."""
        give(predicate, "future", reason)
        predicate.settled = True
