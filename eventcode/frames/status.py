"""What is claimed of an action: actual, negated, attempted, future or hypothetical, by cues with direction and scope.

After ConText (Harkema et al. 2009, as in medspaCy): a cue gives its status to the predicates in its scope, forward or backward, up
to the end of the clause; a stop cue ("actual") shields what it governs.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from eventcode.codebook import Cue
from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Predicate
from eventcode.frames.scopes import ANY, EXCEPT, Scopes
from eventcode.frames.verbs import Verb, verb_here
from eventcode.mentions import View
from eventcode.mentions.actors import governor
from eventcode.mentions.closed import (
    HARD_ENDS,
    QUOTES,
    RESUMPTIVE,
    STRONG_RELATIVES,
    bare,
)
from eventcode.patterns import Match
from eventcode.text import Token

# Cues of demand and refusal leave the verbal act they take up as it is: رفض مقترح, the proposal was made.
_ACTS = frozenset({"refused", "request-content", "wish"})
# Verbal acts that are denied as acts (نفى استعداده للانسحاب), not as what somebody said (نفى الاتهامات).
_DENIABLE = frozenset({"promise", "consent", "responsibility_claim", "negotiation", "investigation", "proposal"})
# Cues that describe the noun which they follow (الهجوم المرتقب).
_DESCRIBING = frozenset({"coming", "possible", "fabricated"})
# What stands before talks that lie ahead, the words that lead to their topic, and what may be negotiated.
_EVES = frozenset({"قبيل", "عشيه"})
_TOPICS = frozenset({"بشان", "حول", "لبحث", "علي", "بخصوص", "مساله"})
_OBJECT = 8
"""Tokens between an offer and what is offered, with the one who offers it."""
_REACHED = frozenset({"التوصل", "توصل", "توصلت", "توصلوا", "ابرام", "ابرم", "ابرمت", "عقد", "وقع", "وقعت"})
_NEGOTIABLE = frozenset(
    ["withdrawal", "evacuation", "ceasefire", "agreement", "prisoner_release", "group_change", "mobilization", "base_established"]
)
_RANK = {"actual": 0, "future": 1, "hypothetical": 2, "attempted": 3, "negated": 4}
_NOT = frozenset({"لم", "لن", "لا", "ليس", "ليست"})
_MODALS = frozenset({"ان", "قد", "كي"})
_FUTURE_MARK = frozenset({"سوف"})
# Adjectives that say that the thing has been or is.
_KNOWN = frozenset(
    ["سابق", "سابقه", "اخير", "اخيره", "ماضي", "ماضيه", "حالي", "حاليه", "جاري", "جاريه", "مستمر", "مستمره", "داير", "دايره", "متواصل",
     "متواصله"]
)  # fmt: skip
_TERMS = frozenset({"ceasefire", "agreement", "negotiation"})
_IDENTIFIERS = frozenset({"وهو", "وهي", "وهم"})

# Frames of acts that take a place from somebody.
_GAINING = frozenset({"seize", "drive-out"})


class Statuses:
    """Sets the status of a sentence's predicates."""

    def __init__(self, view: View, clauses: Clauses) -> None:
        self.view = view
        self.clauses = clauses
        self.scopes = Scopes(view, clauses)
        self.settled: set[int] = set()
        """Predicates that their own adjective or relative clause puts in the future, whatever is asked or believed of them."""

    def fill(self) -> None:
        """Set every predicate's status."""
        cues = [found["cue"] for found in self.view.at if "cue" in found]
        for predicate in self.clauses.predicates:
            predicate.happened = self.done(predicate)
            self._particles(predicate)
            self._aim(predicate)
            self._agreed(predicate)
            self._any_such(predicate)
            self._to_come(predicate)
        for found in cues:
            for entry in found:
                if entry.value.ref.id in _DESCRIBING:
                    self._describe(entry)
        for matches in cues:
            match = next((m for m in matches if self._reads(m)), None)
            if match is not None:
                self._cue(match)
        self._shield(cues)
        self._take_up()

    def _give(self, predicate: Predicate, status: str, reason: str) -> None:
        """Set a status unless a stronger one holds."""
        if status == "hypothetical" and id(predicate) in self.settled:
            return
        if _RANK[status] > _RANK[predicate.status]:
            predicate.status = status
        predicate.why("status", reason)

    # -- particles ---------------------------------------------------------------------------------------------------

    def _negated_verb(self, index: int) -> bool:
        """Whether the verb at a token is negated by a particle just before it, with no exception after it."""
        position = index - 1
        while position >= 0 and self.view.tokens[position].text in QUOTES:
            position -= 1
        if position < 0 or not bare(self.view.tokens[position].norm, _NOT):
            return False
        return not any(self.view.tokens[p].norm in EXCEPT for p in range(index + 1, min(len(self.view.tokens), index + 8)))

    def _future_verb(self, verb: Verb) -> bool:
        """سيقصف, سوف يقصف."""
        if verb.match.analysis.proclitics[-1:] == "س":
            return True
        return verb.index > 0 and bare(self.view.tokens[verb.index - 1].norm, _FUTURE_MARK) != ""

    def _particles(self, predicate: Predicate) -> None:
        """The future particle, on the predicate, on the verb that carries it, or on the verb whose subject it is."""
        verbs = self.clauses.verbs
        if predicate.pos == "participle":
            return
        if predicate.pos == "verb" and predicate.first in verbs:
            if self._future_verb(verbs[predicate.first]):
                self._give(predicate, "future", "future particle")
            return
        for verb in verbs.values():
            carries = verb.index == predicate.verb and bool(verb.kinds & {"light", "aspect", "result"})
            carries = carries and governor(self.view, predicate.first)[0] != "من"  # سيكمل مرحلة من الاتفاق
            brings = self._event_subject(predicate, verb.index)
            if predicate.type in _TERMS and not verb.kinds & {"light", "aspect"}:
                brings = False  # اتفاق سيسمح بالمغادرة: the deal is made, what it brings is to come
            if (carries or brings) and self._future_verb(verb):
                self._give(predicate, "future", f"{self.view.tokens[verb.index].text} is future")

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
            self._give(predicate, "future", f"aim of {self.view.slice(means[-1].start, means[-1].end)}")

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
            self._give(predicate, before.status, "in exchange for what is to come")
        if (
            before.type == "proposal"
            and before.pos == "verb"
            and governed == ""
            and len(between) <= _OBJECT
            and self.clauses.verbs.keys().isdisjoint(range(before.last, predicate.first))
            and not any(self.view.preposition(p) for p in range(before.last, predicate.first))
        ):
            self._give(predicate, "hypothetical", "what is proposed")  # عرضت أنقرة هدنة
        if predicate.type in _TERMS:
            return
        if before.type == "consent" and self.view.tokens[before.first].norm == "لا" and governed in ("من", "ب", ""):
            self._give(predicate, "hypothetical", "what one does not mind")  # لا تمانع من دخول القوات
            return
        reached = {token.norm for token in self.view.tokens[max(0, before.first - 3) : before.first]} & _REACHED
        if before.type == "agreement" and not between and not predicate.definite and reached:
            self._give(predicate, "future", "terms of a deal that is made")  # التوصل إلى اتفاق إجلاء
            return
        near = len(between) <= 3 and (predicate.proclitics[-1:] in ("ب", "ل") or bool(words & {"علي", "بشان"}))
        consents = before.type == "consent" and governed == "علي" and not any(token.text in HARD_ENDS for token in between)
        if (before.type in ("agreement", "consent") and near) or consents:
            self._give(predicate, "future", "terms of a deal")
        elif not between and predicate.proclitics[:1] == "و" and before.pos == "noun":
            self._give(predicate, before.status, "coordinated with it")
        elif before.type == "promise" and not any(token.text in HARD_ENDS for token in between):
            self._give(predicate, "future", "what is offered")  # عرضت موسكو مساهمة في حفظ الأمن
        elif before.type == "negotiation" and predicate.type in _NEGOTIABLE and self._topic(predicate, between):
            self._give(predicate, "hypothetical", "what is talked about")  # مفاوضات بشأن استسلام المدينة

    def _topic(self, predicate: Predicate, between: Sequence[Token]) -> bool:
        """مفاوضات مع الفصائل بشأن استسلام المدينة: whether a predicate is what the talks before it are about."""
        led = any(bare(token.norm, _TOPICS) for token in between[-2:])
        return led and not any(p in self.clauses.verbs for p in range(predicate.first - len(between), predicate.first))

    def _any_such(self, predicate: Predicate) -> None:
        """أي هجوم على البلدة أو قصف لها: whatever attack there may be."""
        if predicate.pos == "noun" and self._any(predicate):
            self._give(predicate, "hypothetical", "any such event")

    def _any(self, predicate: Predicate) -> bool:
        before = self.view.tokens[predicate.first - 1].norm if predicate.first else ""
        return bare(before, ANY) != ""

    def _to_come(self, predicate: Predicate) -> None:
        """قبيل اجتماع الوزراء, قمة سيعقدها القادة: talks that the sentence itself puts ahead."""
        if predicate.pos != "noun":
            return
        governed = governor(self.view, predicate.first)[0]
        before = [token.norm for token in self.view.tokens[max(0, predicate.first - 3) : predicate.first]]
        eve = governed in _EVES or (bool(before) and bare(before[-1], _EVES) != "") or (governed == "من" and before[0] == "قبل")
        if governed == "قبل" and predicate.last in self.clauses.verbs and self._imperfect(predicate.last):
            eve = True  # قبل قمة يعقدها القادة
        if predicate.type == "negotiation" and eve and not any(date.first >= predicate.last for date in self.view.dates):
            self._settle(predicate, "ahead of it")
        if predicate.happened:
            return
        for position in range(predicate.last, min(predicate.last + 3, len(self.view.tokens))):
            verb = self.clauses.verbs.get(position)
            if verb is not None and self._future_verb(verb) and verb.match.analysis.proclitics[:1] not in ("و", "ف"):
                linked = bare(self.view.tokens[position - 1].norm, STRONG_RELATIVES) or bool(verb.match.enclitic)
                if linked or (verb.kinds & {"light"} and predicate.type == "negotiation"):
                    self._settle(predicate, "its own clause is in the future")

    def _settle(self, predicate: Predicate, reason: str) -> None:
        """Put a predicate in the future, out of the reach of cues of doubt."""
        self._give(predicate, "future", reason)
        self.settled.add(id(predicate))

    def _describe(self, match: Match) -> None:
        """الهجوم المرتقب, العمليات المتوقع شنها: an adjective of the noun itself, which a cue before it does not undo."""
        cue: Cue = match.value.ref
        inside = [p for p in self.clauses.predicates if p.first < match.first < p.last and p.pos == "noun"]
        for predicate in [*inside, *self.scopes.reached(cue, match.first, match.last)]:
            if _RANK[cue.status] >= _RANK[predicate.status]:
                self._give(predicate, cue.status, f"described by {self.view.tokens[match.first].text} ({cue.id})")
                self.settled.add(id(predicate))

    # -- what the sentence tells as a fact ---------------------------------------------------------------------------

    def _perfect(self, index: int) -> bool:
        """Whether a verb that tells a fact stands at a token: a perfect, or a present that carries an event (التي تشهد معارك)."""
        verb = self.clauses.verbs.get(index)
        form = verb.match.value.form if verb is not None else None
        if verb is None or form is None or "cue" in verb.kinds or self._future_verb(verb):
            return False
        if form.aspect != "perfect" and not verb.kinds & {"light", "aspect"}:
            return False
        doubted = _NOT if form.aspect == "perfect" else _NOT | _MODALS
        return not (index and bare(self.view.tokens[index - 1].norm, doubted))

    def done(self, predicate: Predicate) -> bool:
        """مذبحة نفذها مسلحون, الهجوم الذي شنته القوات, المعارك الدائرة: its own relative clause or adjective says that it happened."""
        tokens = self.view.tokens
        if predicate.pos != "noun":
            return False
        for position in range(predicate.last, min(predicate.last + 4, len(tokens))):
            token = tokens[position]
            if token.norm.startswith("ال") and token.norm[2:] in _KNOWN:
                return True
            if bare(token.norm, STRONG_RELATIVES):
                # After a construct (استعادة الأرض التي) the clause describes the noun in between.
                own = predicate.definite or position == predicate.last
                return own and any(self._perfect(p) for p in range(position + 1, min(position + 3, len(tokens))))
            if position in self.clauses.verbs:
                following = tokens[position + 1].norm if position + 1 < len(tokens) else ""
                verb = self.clauses.verbs[position]
                describes = bool(verb.match.enclitic) or following in RESUMPTIVE or bool(verb.kinds & {"result", "light"})
                own = verb.match.analysis.proclitics[:1] not in ("و", "ف") and not predicate.definite
                return own and describes and self._perfect(position)
            if (token.kind == "punct" and token.text not in QUOTES) or (not predicate.definite and token.norm.startswith("ال")):
                return False
        return False

    def told(self, predicate: Predicate, start: int) -> bool:
        """Whether a predicate lies in a relative clause that tells a fact, which a cue before it at ``start`` does not reach.

        A relative clause in the perfect does, and one whose own verb is the predicate (المقاتلون الذين يقاتلون في البلدة).
        """
        tokens = self.view.tokens
        for position in range(predicate.first, start - 1, -1):
            if tokens[position].text in ("،", ",") and position < predicate.first:
                return False
            if bare(tokens[position].norm, STRONG_RELATIVES):
                verb = self.clauses.verbs.get(predicate.first) if position == predicate.first - 1 else None
                if verb is not None and not self._future_verb(verb):
                    return True
                return any(self._perfect(p) for p in range(position + 1, min(position + 3, len(tokens))))
        return False

    # -- cues --------------------------------------------------------------------------------------------------------

    def _cue(self, match: Match) -> None:
        """Give a cue's status to the predicates in its scope."""
        cue: Cue = match.value.ref
        first, last = match.first, match.last
        status = cue.status
        if cue.pseudo or status == "actual" or cue.id in _DESCRIBING:
            return
        if match.enclitic and cue.id in ("lack", "terms", "stipulated"):
            return  # وغيرها, على أنه, ما تنص عليه
        if cue.before == "imperfect" and not self._imperfect(last):
            return
        if match.analysis.proclitics[-1:] == "س" and status == "hypothetical":
            status = "future"  # سيتعين عليهم الانسحاب
        if first in self.clauses.verbs and self._negated_verb(first) and status in ("attempted", "future"):
            status, cue = "negated", attrs.evolve(cue, scope="next")
        if cue.id == "prevention":
            if self._failed(first) or (first in self.clauses.verbs and self._negated_verb(first)):
                return  # لن يمنع تركيا من مواصلة عملياتها
            if self._wished(match):
                status = "hypothetical"
        text = self.view.slice(self.view.tokens[first].start, self.view.tokens[last - 1].end)
        noun = match.value.form is not None and match.value.form.pos == "noun"
        for predicate in self.scopes.reached(cue, first, last, noun=noun):
            if self._inserted(predicate, last):
                continue
            if cue.id in _ACTS and predicate.pattern.frame == "speak":
                continue
            if cue.id == "denial" and predicate.pattern.frame == "speak" and predicate.type not in _DENIABLE:
                continue
            if cue.id == "terms" and (predicate.type in _TERMS or predicate.pattern.frame == "speak"):
                continue
            if _spares(cue, status) and (self.done(predicate) or self.told(predicate, last) or self._pointed(cue, predicate)):
                continue
            self._give(predicate, status, f"cue {text} ({cue.id})")
            if status == "negated" and cue.stance == "denies":
                predicate.denied = first

    def _pointed(self, cue: Cue, predicate: Predicate) -> bool:
        """في حال عدم الحصول على نتائج من هذه المباحثات: what is pointed at beside the point of a condition is known."""
        before = [token.norm for token in self.view.tokens[max(0, predicate.first - 2) : predicate.first]]
        return cue.scope == "clause" and len(before) == 2 and before[1] in ("هذا", "هذه") and before[0] in ("من", "خلال", "بعد")

    def _inserted(self, predicate: Predicate, start: int) -> bool:
        """نفى الفصيل، وهو آخر من يقاتل هناك، التوصل إلى هدنة: an insertion between commas is out of a cue's reach."""
        tokens = self.view.tokens
        for position in range(start, predicate.first):
            if tokens[position].text in ("،", ",") and (
                tokens[position + 1].norm in _IDENTIFIERS or bare(tokens[position + 1].norm, STRONG_RELATIVES)
            ):
                return any(token.text in ("،", ",") for token in tokens[predicate.last :]) and not any(
                    token.text in ("،", ",") for token in tokens[position + 1 : predicate.first]
                )
        return False

    def _reads(self, match: Match) -> bool:
        """Whether an entry that is a verb is read as one: تسع ضربات is nine, no short form of "strives"."""
        form = match.value.form
        if form is None or form.pos != "verb":
            return True
        return match.first in self.clauses.verbs or verb_here(self.view, match.first, match)

    def _imperfect(self, index: int) -> bool:
        verb = self.clauses.verbs.get(index)
        form = verb.match.value.form if verb is not None else None
        return form is not None and form.aspect == "imperfect"

    def _failed(self, index: int) -> bool:
        """فشل في منع القصف: what one failed to prevent happened."""
        return any(
            match.value.ref.id == "failed" and position < index <= match.last + 3
            for position in range(max(0, index - 5), index)
            for match in self.view.at[position].get("cue", ())
        )

    def _wished(self, match: Match) -> bool:
        """تجنيب المدينة معركة, من شأنه أن يمنع الهجوم: to prevent is an aim, unless a verb says that it was done or is being done."""
        form = match.value.form
        if form is None or match.first in self.clauses.verbs:
            return match.first > 0 and bare(self.view.tokens[match.first - 1].norm, _MODALS) != ""
        before = range(max(0, match.first - 4), match.first)
        return not any(found.value.ref.id == "achieved" for p in before for found in self.view.at[p].get("cue", ()))

    def _shield(self, cues: Sequence[Sequence[Match]]) -> None:
        """Events that a demand to stop takes for granted stay actual: طالب بوقف الضربات (coding rules, section 7)."""
        for found in cues:
            for match in found:
                cue: Cue = match.value.ref
                if cue.status != "actual" or cue.pseudo:
                    continue
                end = self.scopes.end(match.last, cue.scope)
                following = [p for p in self.clauses.predicates if match.last <= p.first < end]
                if cue.id == "going-on" and self._asked(match.first):
                    break  # طلب أن تواصل إيران دعمها
                if following and cue.id == "stop" and self._other_cue(match.last, following[0].first):
                    break  # رغم التوقعات بالهجوم
                for predicate in _listed(following) if cue.scope == "next" else following:
                    if id(predicate) in self.settled or self._any(predicate) or self._another_act(match.last, predicate):
                        continue
                    predicate.happened = True
                    if predicate.status == "hypothetical" or (predicate.status == "future" and cue.id != "going-on"):
                        predicate.status = "actual"
                        predicate.why("status", f"taken for granted after {self.view.tokens[match.first].text} ({cue.id})")
                break

    def _asked(self, index: int) -> bool:
        """Whether a cue of asking or wishing stands a few words before a token."""
        before = range(max(0, index - 10), index)
        return any(match.value.ref.id in ("request-content", "wish") for p in before for match in self.view.at[p].get("cue", ()))

    def _another_act(self, start: int, predicate: Predicate) -> bool:
        """ما زال المقاتلون يسيطرون عليه وقد يشهد هجوماً: a verb of its own stands between the word and the event."""
        carriers = {"light", "aspect", "cue", "result"}
        return any(p in self.clauses.verbs and not self.clauses.verbs[p].kinds & carriers for p in range(start, predicate.first))

    def _take_up(self) -> None:
        """حذر من هجوم، معتبراً أن هذا الهجوم كارثة: in one sentence the known event has the status that it was first told with."""
        for index, predicate in enumerate(self.clauses.predicates):
            before = self.view.tokens[predicate.first - 1].norm if predicate.first else ""
            known = predicate.pos == "noun" and before in ("هذا", "هذه")
            if not known or predicate.status != "actual" or predicate.happened or predicate.carried:
                continue
            earlier = [p for p in self.clauses.predicates[:index] if p.type == predicate.type and p.pos == "noun"]
            if earlier and earlier[-1].status in ("future", "hypothetical"):
                self._give(predicate, earlier[-1].status, "taken up")

    def _other_cue(self, start: int, end: int) -> bool:
        """Whether a cue of its own stands between a stop word and an event."""
        cues = (match.value.ref for p in range(start, end) for match in self.view.at[p].get("cue", ()))
        return any(cue.status != "actual" for cue in cues)


def _listed(row: list[Predicate]) -> list[Predicate]:
    """وقف القتل والتشريد: the first predicate and the nouns coordinated with it, which take no complement (وقف القصف وإخراج السكان)."""
    out = row[:1]
    for predicate in row[1:]:
        bare_noun = predicate.pos == out[-1].pos == "noun" and predicate.definite and out[-1].definite
        if predicate.proclitics[:1] != "و" or not bare_noun or predicate.enclitic or predicate.first - out[-1].last > 1:
            break
        out.append(predicate)
    return out


def _spares(cue: Cue, status: str) -> bool:
    """Whether a cue leaves what the sentence tells as done: a fear or a failure does, a denial or a foiled attack does not."""
    return status in ("future", "hypothetical") or cue.id in ("failed", "prevention")
