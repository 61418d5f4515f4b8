"""What a sentence puts ahead without a cue: future particles, terms of deals and topics of talks, talks to come, any such event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventcode.frames.clauses import Clauses
from eventcode.frames.dues import laid_down
from eventcode.frames.facts import Facts
from eventcode.frames.model import Predicate
from eventcode.frames.praise import takes_for_granted
from eventcode.frames.scopes import ANY
from eventcode.frames.whoever import whoever
from eventcode.mentions import View
from eventcode.mentions.closed import COMPLEMENTISERS, HARD_ENDS, QUOTES, STRONG_RELATIVES, bare
from eventcode.mentions.governors import governor
from eventcode.patterns import Match
from eventcode.text import Token

RANK = {"actual": 0, "future": 1, "hypothetical": 2, "attempted": 3, "negated": 4}
TERMS = frozenset({"ceasefire", "agreement", "negotiation"})
# What stands before talks that lie ahead, the words that lead to their topic, and what may be negotiated.
_EVES = frozenset({"قبيل", "عشيه"})
_TOPICS = frozenset({"بشان", "حول", "لبحث", "علي", "بخصوص", "مساله"})
# Verbs of stipulating with the preposition that leads to what is laid down.
_LAID_DOWN = {"ينص": "علي", "تنص": "علي", "نصت": "علي", "يقضي": "ب", "تقضي": "ب", "قضي": "ب", "قضت": "ب"}
_STIPULATION = 30
"""Tokens between such a verb and its preposition, with the deal and what is told of it."""
_DEALS = frozenset(
    ["قرار", "مرسوم", "بند", "بنود", "مبادره", "خطه", "تسويه", "تفاهم", "صفقه", "مذكره", "بروتوكول", "مقترح", "مشروع"]
)
_DRAFTS = frozenset({"مسوده", "مشروع", "مقترح", "اقتراح"})
_OBJECT = 8
"""Tokens between an offer and what is offered, with the one who offers it."""
_REACHED = frozenset({"التوصل", "توصل", "توصلت", "توصلوا", "ابرام", "ابرم", "ابرمت", "عقد", "وقع", "وقعت"})
_CONTAIN = frozenset({"يتضمن", "تتضمن", "تضمن", "تضمنت", "يشمل", "تشمل", "شمل", "شملت"})
_TALKS = ("مفاوض", "محادث", "مباحث", "مشاور", "تفاوض")
_NEGOTIABLE = frozenset(
    ["withdrawal", "evacuation", "ceasefire", "agreement", "prisoner_release", "group_change", "mobilization", "base_established"]
)
_DRAFTABLE = _NEGOTIABLE | {"negotiation", "aid", "sanction", "joint_patrol"}
_DEADLINES = frozenset({"مهله", "موعد", "موعدا", "انذار", "انذارا"})
_TERM = 8
"""Tokens from a term to what it is set for."""
_TAKING_PART = frozenset({"المشاركه", "الحضور", "حضور", "الانضمام", "مشاركه"})
_ABOUT = frozenset({"حول", "بشان", "بخصوص", "يخص", "لاجل", "اجل"})
_OUTCOMES = frozenset({"تسويه", "حل", "سلام", "مصالحه", "تسويات"})
_WILL = re.compile("[وف]?س[يتن].{3,}")
_WILL_BE = frozenset({"سيكون", "ستكون", "سيكونون"})
_THERE = frozenset({"هناك", "ثمه"})
_PERFORMANCE = 10
"""Tokens from a verb of doing something to the noun of what is done, with the one who does it."""
_FORETOLD = 14
"""Tokens from an event to the verb that says what will be true of it."""


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
        self._performed(predicate)
        self._obliged(predicate)
        self._due(predicate)
        self._agreed(predicate)
        self._any_such(predicate)
        self._to_come(predicate)
        self._will_be(predicate)

    def _particles(self, predicate: Predicate) -> None:
        """The future particle, on the predicate, on the verb that carries it, or on the verb whose subject it is."""
        verbs = self.clauses.verbs
        if predicate.pos == "participle":
            return
        literal = (
            predicate.form is None
            and predicate.pattern.frame == "speak"
            and _WILL.fullmatch(self.view.tokens[predicate.first].norm) is not None
        )
        if literal or predicate.proclitics[-1:] == "س":  # ستقبل, of which the perfect is spelled like قبل (before)
            give(predicate, "future", "future particle")
            return
        if predicate.pos == "verb" and predicate.first in verbs:
            if self.facts.future_verb(verbs[predicate.first]):
                give(predicate, "future", "future particle")
            return
        for verb in self._future:
            carries = verb.index == predicate.verb and bool(verb.kinds & {"light", "aspect", "result"})
            carries = carries and governor(self.view, predicate.first)[0] != "من"  # سيكمل مرحلة من الاتفاق
            # اتفاق سيسمح بالمغادرة: the deal is made, what it brings is to come.
            held = predicate.type == "negotiation" and "holding-talks" in self.view.lists[verb.index]  # القمة ستبحث
            brings = predicate.type not in TERMS or held or bool(verb.kinds & {"light", "aspect"})
            subject = brings and not self.facts.left_traces(predicate)  # ستؤكد نتائج التحقيق
            if carries or (subject and self._event_subject(predicate, verb.index)):
                give(predicate, "future", f"{self.view.tokens[verb.index].text} is future")

    def _performed(self, predicate: Predicate) -> None:
        """قد تلجأ روسيا إلى قصف البلدة, لن تشارك في الهجوم: what stands behind a verb of doing it has the mood of that verb."""
        if predicate.pos != "noun":
            return
        tokens = self.view.tokens
        for position in range(predicate.first - 1, max(-1, predicate.first - _PERFORMANCE), -1):
            if tokens[position].text in HARD_ENDS or tokens[position].text in ("،", ","):
                return
            if position in self.clauses.verbs:
                break
        else:
            return
        if "performing" not in self.view.lists[position] or self._another_noun(position, predicate):
            return
        verb = self.clauses.verbs[position]
        if self.facts.future_verb(verb):
            self._settle(predicate, f"{tokens[position].text} is future")
        elif self.facts.negated_verb(position) and not self.view.at[position].get("cue"):
            give(predicate, "negated", f"{tokens[position].text} is negated")
        elif position and bare(tokens[position - 1].norm, frozenset({"قد"})) and self.facts.imperfect(position):
            give(predicate, "hypothetical", f"{tokens[position].text} is possible")
            predicate.settled = True

    def _another_noun(self, index: int, predicate: Predicate) -> bool:
        """شارك في مفاوضات لوقف القتال: whether another act stands behind the verb before the predicate."""
        return any(index < p.first < predicate.first for p in self.clauses.predicates)

    def _event_subject(self, predicate: Predicate, index: int) -> bool:
        subject = self.clauses.arguments(index).subject
        return subject is not None and subject.predicate is predicate

    def _agreed(self, predicate: Predicate) -> None:
        """اتفاق على انسحاب المسلحين: the terms of a deal are to come; the truce that a deal makes is the deal itself."""
        earlier = [p for p in self.clauses.predicates if p.last <= predicate.first]
        apart = predicate.pattern.frame == "speak" or predicate.pos != "noun" or predicate.happened
        if apart or not earlier or takes_for_granted(self.view, earlier[-1], predicate):
            return
        before, between = earlier[-1], self.view.tokens[earlier[-1].last : predicate.first]
        words = {token.norm for token in between}
        governed = governor(self.view, predicate.first)[0]
        near = len(between) <= 3 and (predicate.proclitics[-1:] in ("ب", "ل") or bool(words & {"علي", "بشان"}))
        if "مقابل" in words and before.status != "actual":
            # اتفاق لإجلاء السكان مقابل الإفراج عن معتقلين: either half of an exchange is to come.
            give(predicate, before.status, "in exchange for what is to come")
        if (
            before.type == "proposal"
            and (before.pos == "verb" or before.first == 0)
            and governed == ""
            and len(between) <= _OBJECT
            and self.clauses.verbs.keys().isdisjoint(range(before.last, predicate.first))
            and [self.view.preposition(p) for p in range(before.last, predicate.first) if self.view.preposition(p)] in ([], ["علي"])
        ):
            give(predicate, "hypothetical", "what is proposed")  # عرضت أنقرة هدنة
        if self._drafted(before, predicate, between):
            give(predicate, "hypothetical", "what a draft or an offer is about")
            return
        if before.type == "consent" and predicate.type == "negotiation" and (governed == "علي" or words & _TAKING_PART):
            give(predicate, "future", "what one agrees to take part in")
            return
        if before.type == "consent" and before.status in ("future", "hypothetical") and near:
            give(predicate, before.status, "what one will agree to")
            return
        if before.type == "negotiation" and predicate.type == "agreement" and not self._made(predicate):
            if self._topic(predicate, between) or not between:
                give(predicate, "hypothetical", "what is talked about")  # لبحث التسوية السياسية
            return
        if before.type == "agreement" and before.pos == "verb" and self._agreed_on(before, predicate):
            give(predicate, "future", "what is agreed on")  # اتفق الوزراء أمس على مواصلة المشاورات
            return
        if before.type == "promise" and before.pos == "noun" and predicate.type == "negotiation" and near:
            self._settle(predicate, "what is offered")  # استعداده لزيارة البلدة
            return
        if predicate.type in TERMS:
            return
        if self._granted(before, predicate, between, governed):
            give(predicate, "future", "what is granted")
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
        consents = before.type == "consent" and governed == "علي" and not any(token.text in HARD_ENDS for token in between)
        if (before.type in ("agreement", "consent") and near) or consents:
            give(predicate, "future", "terms of a deal")
        elif not between and predicate.proclitics[:1] == "و" and before.pos == "noun":
            give(predicate, before.status, "coordinated with it")
        elif before.type == "promise" and not any(token.text in HARD_ENDS for token in between):
            give(predicate, "future", "what is offered")  # عرضت موسكو مساهمة في حفظ الأمن
        elif (
            before.type == "negotiation"
            and (predicate.type in _NEGOTIABLE or (predicate.pattern.frame == "attack" and not predicate.definite))
            and (self._topic(predicate, between) or (not between and not predicate.definite and self._talks(before)))
        ):
            failed = any(m.value.ref.id == "failed" for p in range(max(0, before.first - 2), before.first) for m in self._cues(p))
            # مفاوضات بشأن استسلام المدينة; فشل المفاوضات بشأن إطلاق سراحهم
            give(predicate, "attempted" if failed else "hypothetical", "what is talked about")

    def _agreed_on(self, deal: Predicate, predicate: Predicate) -> bool:
        """اتفقت تركيا وروسيا في سبتمبر الماضي على نشر مراقبين: whether على leads from a verb of agreeing to an act, in one clause."""
        if predicate.type in ("ceasefire", "agreement"):
            return False  # the truce that a deal makes is the deal itself
        between = range(deal.last, predicate.first)
        if any(p in self.clauses.verbs or self.view.tokens[p].text in HARD_ENDS for p in between):
            return False
        led = next((p for p in reversed(between) if self.view.preposition(p)), -1)
        carried = all(self.view.covered[p] & {"light", "aspect", "cue"} for p in range(led + 1, predicate.first))
        return led >= 0 and self.view.preposition(led) == "علي" and carried

    def terms(self, first: int, last: int) -> tuple[int, str] | None:
        """يقضي الاتفاق الذي وقعوه بسحب السلاح: where the terms after a verb of stipulating begin, and their status; None: no terms.

        What a draft lays down is hypothetical. قضى is also "died" (قضى بقصف), so it needs a deal beside it.
        """
        tokens, verb = self.view.tokens, bare(self.view.tokens[first].norm, frozenset(_LAID_DOWN))
        near = [p for p in self.clauses.predicates if p.last <= first and first - p.last <= _OBJECT] + [
            p for p in self.clauses.predicates if last <= p.first <= last + 1
        ]
        deal = any(p.type in TERMS for p in near) or any(
            bare(token.norm, _DEALS) or (token.norm.startswith("ال") and token.norm[2:] in _DEALS)
            for token in tokens[max(0, first - _OBJECT) : last + 2]
        )
        draft = any(p.type == "proposal" for p in near) or any(
            bare(token.norm.removeprefix("ال"), _DRAFTS) for token in tokens[max(0, first - _OBJECT) : last + 2]
        )
        status = "hypothetical" if draft else "future"
        if not verb or last - first > 1:
            return last, status
        if _LAID_DOWN[verb] == "ب" and not deal:
            return None
        for position in range(last, min(len(tokens), last + _STIPULATION)):
            if tokens[position].text in HARD_ENDS:
                return None
            if _LAID_DOWN[verb] == tokens[position].norm:
                return position + 1, status
            if _LAID_DOWN[verb] == "ب" and any(p.first == position and p.proclitics[-1:] == "ب" for p in self.clauses.predicates):
                return position, status
        return None

    def _obliged(self, predicate: Predicate) -> None:
        """على روسيا أن تضغط, على المقاتلين تسليم سلاحهم: what somebody is told to do, with no verb of obligation."""
        index = predicate.first if predicate.pos == "verb" else predicate.verb
        if index in self.clauses.verbs:
            told = self.clauses.obliged(index) is not None
        else:
            item = next((i for i in self.clauses.items if i.last == predicate.first and i.governor == "علي"), None)
            start = item.first - 1 if item is not None else 0
            while start > 0 and self.view.tokens[start].norm != "علي":
                start -= 1
            opens = start == 0 or bare(self.view.tokens[start - 1].norm, COMPLEMENTISERS) != ""
            told = item is not None and opens and predicate.pos == "noun" and not predicate.proclitics
        if told:
            status = "future" if laid_down(self.view, predicate.first) else "hypothetical"
            give(predicate, status, "what somebody is obliged to do")

    def _due(self, predicate: Predicate) -> None:
        """المهلة المحددة لانسحاب الفصائل, أمهلهم يومين لتسليم السلاح: what a term is set for."""
        if predicate.pos != "noun" or predicate.proclitics[-1:] != "ل" or predicate.type in TERMS or predicate.happened:
            return
        before = self.view.tokens[max(0, predicate.first - _TERM) : predicate.first]
        if any(token.text in HARD_ENDS or token.text in ("،", ",") for token in before):
            before = before[max(n for n, token in enumerate(before) if token.text in HARD_ENDS or token.text in ("،", ",")) + 1 :]
        if any(
            bare(token.norm.removeprefix("ال"), _DEADLINES) or token.norm.startswith(("امهل", "وامهل", "يمهل", "تمهل"))
            for token in before
        ):
            if any(token.norm.lstrip("و").startswith(("امهل", "يمهل", "تمهل", "انذار")) for token in before):
                give(predicate, "hypothetical", "what a term is set for")  # asked for, not laid down
            else:
                self._settle(predicate, "what a term is set for")

    def _contains(self, deal: Predicate, predicate: Predicate) -> bool:
        """الاتفاق الذي يتضمن خروج المقاتلين, ويشمل الاتفاق تسليم الأسرى."""
        tokens = self.view.tokens
        if deal.type != "agreement" or any(token.text in HARD_ENDS for token in tokens[deal.last : predicate.first]):
            return False
        near = [*tokens[max(0, deal.first - 1) : deal.first], *tokens[deal.last : deal.last + 2]]
        return any(bare(token.norm, _CONTAIN) for token in near)

    def _cues(self, index: int) -> Sequence[Match]:
        return self.view.at[index].get("cue", ())

    def _drafted(self, before: Predicate, predicate: Predicate, between: Sequence[Token]) -> bool:
        """مشروع قرار لهدنة, مبادرة من الفصائل لتشكيل جيش, عرض لسحب القوات: whether a draft or an offer before a predicate is about it."""
        if before.type != "proposal" or before.pos != "noun" or len(between) > _OBJECT or predicate.type not in _DRAFTABLE:
            return False
        if any(token.kind == "punct" for token in between) or any(
            p in self.clauses.verbs for p in range(before.last, predicate.first)
        ):
            return False
        return predicate.proclitics[-1:] == "ل" or any(bare(token.norm, _ABOUT) for token in between[-2:])

    def _granted(self, before: Predicate, predicate: Predicate, between: Sequence[Token], governed: str) -> bool:
        """أقر مجلس الأمن إيصال المساعدات: whether a predicate is the object of a verb of consent."""
        return (
            before.type == "consent"
            and before.pattern.frame == "speak"
            and before.pos != "noun"
            and governed == ""
            and not predicate.proclitics
            and len(between) <= _OBJECT
            and not any(token.kind == "punct" for token in between)
            and not any(p in self.clauses.verbs for p in range(before.last, predicate.first))
        )

    def _talks(self, predicate: Predicate) -> bool:
        """مفاوضات إطلاق الرهائن: nouns of talks over something; a meeting is over nothing (لقاء, which is also "in return for")."""
        return predicate.pos == "noun" and self.view.tokens[predicate.first].norm.removeprefix("ال").startswith(_TALKS)

    def _made(self, predicate: Predicate) -> bool:
        """اتفاق سوتشي, الاتفاق: a deal that is spoken of as known, not what a conflict may come to (التسوية، الحل)."""
        return not bare(self.view.tokens[predicate.first].norm.lstrip("ل").removeprefix("ال"), _OUTCOMES)

    def _topic(self, predicate: Predicate, between: Sequence[Token]) -> bool:
        """مفاوضات مع الفصائل بشأن استسلام المدينة: whether a predicate is what the talks before it are about."""
        led = predicate.proclitics[-1:] == "ل" or any(bare(token.norm, _TOPICS) for token in between[-2:])
        return led and not any(p in self.clauses.verbs for p in range(predicate.first - len(between), predicate.first))

    def _any_such(self, predicate: Predicate) -> None:
        """أي هجوم على البلدة أو قصف لها: whatever attack there may be."""
        if (predicate.pos == "noun" and self.any(predicate)) or whoever(self.clauses, predicate):
            give(predicate, "hypothetical", "any such event")

    def _will_be(self, predicate: Predicate) -> None:
        """إن أي هجوم سيكون مذبحة: what a thing to come will be is as much to come as that thing."""
        position = predicate.first - 1
        while position >= 0 and self.view.tokens[position].text in QUOTES:
            position -= 1
        if predicate.pos != "noun" or predicate.definite or position < 0 or self.view.tokens[position].norm not in _WILL_BE:
            return
        earlier = [p for p in self.clauses.predicates if p.last <= position and p.status == "hypothetical"]
        give(predicate, "hypothetical" if earlier else "future", f"{self.view.tokens[position].text} is future")

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
        if self._foretold(predicate):
            give(predicate, "future", "what will be said of it lies ahead")
        for position in range(predicate.last, min(predicate.last + 3, len(self.view.tokens))):
            verb = self.clauses.verbs.get(position)
            if verb is not None and self.facts.future_verb(verb) and verb.match.analysis.proclitics[:1] not in ("و", "ف"):
                linked = bare(self.view.tokens[position - 1].norm, STRONG_RELATIVES) or bool(verb.match.enclitic)
                if linked or (verb.kinds & {"light"} and predicate.type == "negotiation"):
                    self._settle(predicate, "its own clause is in the future")

    def _foretold(self, predicate: Predicate) -> bool:
        """إن هجوما على إدلب سيكون كارثة, ستكون هناك معركة: an event that nobody has told yet, of which something will be true."""
        tokens = self.view.tokens
        if predicate.pos != "noun" or predicate.definite or predicate.enclitic or predicate.pattern.frame == "speak":
            return False
        if predicate.first > 1 and bare(tokens[predicate.first - 1].norm, _THERE):
            return bare(tokens[predicate.first - 2].norm, _WILL_BE) != ""
        if not predicate.first or not bare(tokens[predicate.first - 1].norm, COMPLEMENTISERS):
            return False
        for position in range(predicate.last, min(predicate.last + _FORETOLD, len(tokens))):
            if tokens[position].text in HARD_ENDS or bare(tokens[position].norm, STRONG_RELATIVES):
                return False
            if tokens[position].norm in _WILL_BE:
                return True
            verb = self.clauses.verbs.get(position)
            if verb is not None:
                return self.facts.future_verb(verb) and verb.match.analysis.proclitics[:1] not in ("و", "ف")
        return False

    def _settle(self, predicate: Predicate, reason: str) -> None:
        """Put a predicate in the future, out of the reach of cues of doubt."""
        give(predicate, "future", reason)
        predicate.settled = True
