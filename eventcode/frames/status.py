"""What is claimed of an action: actual, negated, attempted, future or hypothetical, by cues with direction and scope.

After ConText (Harkema et al. 2009, as in medspaCy): a cue gives its status to the predicates in its scope, forward or backward, up
to the end of the clause; a stop cue ("actual") shields what it governs.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from eventcode.codebook import Cue
from eventcode.frames.aims import Aims
from eventcode.frames.clauses import Clauses
from eventcode.frames.dues import laid_down
from eventcode.frames.epithets import describe
from eventcode.frames.facts import MODALS, UNDOING, Facts
from eventcode.frames.listed import listed_with
from eventcode.frames.model import Predicate
from eventcode.frames.prospects import RANK, TERMS, Prospects, give
from eventcode.frames.scopes import Scopes
from eventcode.frames.spelled_verbs import verb_here
from eventcode.frames.verbs import answers
from eventcode.mentions import View
from eventcode.mentions.closed import QUOTES, STRONG_RELATIVES, bare
from eventcode.mentions.governors import governor
from eventcode.patterns import Match

# Cues of demand and refusal leave the verbal act they take up as it is: رفض مقترح, the proposal was made.
_ACTS = frozenset({"refused", "request-content", "wish"})
# Verbal acts that are denied as acts (نفى استعداده للانسحاب), not as what somebody said (نفى الاتهامات).
_DENIABLE = frozenset({"promise", "consent", "responsibility_claim", "negotiation", "investigation", "proposal"})
# Verbal acts that may be asked for or wished like deeds: طالب بتحقيق, دعا إلى فرض عقوبات.
_ASKABLE = frozenset({"investigation", "sanction", "criticism", "consent"})
# Cues that describe the noun which they follow (الهجوم المرتقب).
_DESCRIBING = frozenset({"coming", "possible", "fabricated"})
# Cues that are verbs of which somebody, or a deal, is the subject.
_AGENTIVE = frozenset(["request-content", "intention", "refused", "terms", "wish", "promised", "considered", "denial", "warned-of"])
# Verbal acts that are there once they are said, whatever comes of them.
_MADE_BY_WORDS = frozenset({"accusation", "proposal"})
_DEAL = "اتفاق"
_PLANNING = frozenset({"scheduled", "expectation"})
_CONDITION = 4
"""Tokens from إن لم to the verb that it denies."""
_SO_THAT = frozenset({"حتي", "لكي", "كيما", "بحيث"})
_PLANS = frozenset(
    {"صيغه", "حل", "حلول", "اليه", "خطه", "تسويه", "مخرج", "طريقه", "سبيل", "وسيله", "اجراءات", "خطوات", "تفاهم", "تفاهمات"}
)
_KEPT_OUT = frozenset({"aid", "evacuation"})
_DRIVING = 12
"""Tokens from a verb of driving somebody to do something to what he does."""
_SIGNS = frozenset({"توقع", "يوقع", "توقعان", "يوقعان"})
_SIGNING = 6
"""Tokens from a verb of signing to the deal, with those who sign."""
_YET = 10
"""Tokens from a negation to "yet" at the end of its clause."""
_THAT_THEY = frozenset({"انه", "انها", "انهم", "انهما", "انهن"})
_IDENTIFIERS = frozenset({"وهو", "وهي", "وهم"})


class Statuses:
    """Sets the status of a sentence's predicates."""

    def __init__(self, view: View, clauses: Clauses) -> None:
        self.view = view
        self.clauses = clauses
        self.scopes = Scopes(view, clauses)
        self.facts = Facts(view, clauses)
        self.prospects = Prospects(view, clauses, self.facts)
        self.aims = Aims(view, clauses, self.facts)

    def fill(self) -> None:
        """Set every predicate's status."""
        cues = [found["cue"] for index, found in enumerate(self.view.at) if "cue" in found and not self._by_night(index)]
        for predicate in self.clauses.predicates:
            predicate.happened = self.facts.done(predicate)
            predicate.carried = predicate.carried or self.facts.effective(predicate)
            self.prospects.fill(predicate)
            describe(self.view, predicate)
        for found in cues:
            for entry in found:
                if entry.value.ref.id in _DESCRIBING:
                    self._describe(entry)
                elif entry.value.ref.id in _PLANNING:
                    self._describe_head(entry)
        for matches in cues:
            match = next((m for m in sorted(matches, key=_no_participle) if self._reads(m)), None)
            if match is not None:
                self._cue(match)
        for predicate in self.clauses.predicates:
            self.aims.fill(predicate)
        self._conditions()
        self._shield(cues)
        self._take_up()

    def _by_night(self, index: int) -> bool:
        """ليلا: at night, which is spelled like لئلا when letters are folded."""
        return self.view.tokens[index].norm == "ليلا" and "ئ" not in self.view.tokens[index].text

    def _describe(self, match: Match) -> None:
        """الهجوم المرتقب, العمليات المتوقع شنها: an adjective of the noun itself, which a cue before it does not undo."""
        cue: Cue = match.value.ref
        inside = [
            p
            for p in self.clauses.predicates
            if p.pos == "noun" and (p.first < match.first < p.last or (p.first == match.last and p.enclitic))
        ]  # المقرر إجلاؤهم
        for predicate in [*inside, *self.scopes.reached(cue, match.first, match.last)]:
            if RANK[cue.status] >= RANK[predicate.status]:
                give(predicate, cue.status, f"described by {self.view.tokens[match.first].text} ({cue.id})")
                predicate.settled = True

    def _describe_head(self, match: Match) -> None:
        """هجوم من المتوقع أن يشنه الجيش, قمة من المقرر أن تعقد: what is planned or expected of the noun before it."""
        head = self.scopes.planned_head(match.first, match.last)
        if head is not None and RANK["future"] >= RANK[head.status]:
            give(head, "future", f"described by {self.view.tokens[match.first].text} ({match.value.ref.id})")
            head.settled = True

    def _cue(self, match: Match) -> None:
        """Give a cue's status to the predicates in its scope."""
        cue: Cue = match.value.ref
        first, last = match.first, match.last
        status = cue.status
        missed = cue.id == "achieved" and first in self.clauses.verbs and self.facts.negated_verb(first)
        status = "attempted" if missed else status  # لم تنجح القوات في السيطرة
        if cue.pseudo or status == "actual" or cue.id in _DESCRIBING:
            return
        if match.enclitic and cue.id in ("lack", "terms", "stipulated"):
            return  # وغيرها, على أنه, ما تنص عليه
        if cue.id == "right" and (first == 0 or self.view.tokens[first - 1].norm != "من"):
            return
        if cue.id == "strove" and not self._led_to(last):
            return
        if cue.id == "terms":
            terms = self.prospects.terms(first, last)
            if terms is None:
                return
            last, status = terms
        if cue.before == "imperfect":
            while last < len(self.view.tokens) and self.view.tokens[last].text in QUOTES:
                last += 1  # قد "يسفر عن مقتل المئات"
            if not self.facts.imperfect(last):
                return
        ahead = match.analysis.proclitics[-1:] == "س" or (cue.id == "obligation" and laid_down(self.view, first))
        status = "future" if ahead and status == "hypothetical" else status  # سيتعين عليهم الانسحاب
        if first in self.clauses.verbs and self.facts.negated_verb(first) and not missed and status in ("attempted", "future"):
            status, cue = "negated", attrs.evolve(cue, scope="next")
        if cue.id in ("prevention", "denial"):
            if self._failed(first) or (first in self.clauses.verbs and self.facts.negated_verb(first)):
                return  # لن يمنع تركيا من مواصلة عملياتها, لم تنف أنقرة القصف
            if cue.id == "prevention" and self._wished(match):
                status = "hypothetical"
        text = self.view.slice(self.view.tokens[first].start, self.view.tokens[last - 1].end)
        noun = match.value.form is not None and match.value.form.pos == "noun"
        reached = self.scopes.reached(cue, first, last, noun=noun)
        for predicate in reached:
            if self._known(cue, first, predicate, len(reached)):
                continue
            if predicate.first == last and predicate.pattern.frame == "speak" and predicate.proclitics[:1] == "و":
                continue  # تهديد وتلويح بضربات: two acts of speech, of which neither is what the other says
            if cue.id == "condition" and self.facts.asks_how(first, last, predicate):
                continue
            if cue.id == "foiled" and predicate.settled:
                continue  # التصدي لهجوم متوقع
            if self._outside(cue, first, predicate) or self.facts.goes_on(first, last, predicate):
                continue
            if (cue.id == "warned-of" and self.facts.under_way(predicate)) or (cue.id == "aim" and self._driven(first)):
                continue
            if self._inserted(predicate, last) or (cue.id == "belief" and self._described_by_belief(first, last, predicate)):
                continue
            spoken = predicate.pattern.frame == "speak" and not listed_with(self.view, self.clauses, predicate)
            if cue.id in _ACTS and spoken and not self._asked_for(cue, predicate, last):
                continue
            if cue.id == "denial" and predicate.pattern.frame == "speak" and predicate.type not in _DENIABLE:
                continue
            if cue.id == "terms" and status == "future" and (predicate.type in TERMS or spoken):
                continue
            if self.facts.left_traces(predicate) or (cue.scope == "clause" and self.facts.told_in_passing(predicate, last)):
                continue
            if _spares(cue, status) and (
                self.facts.done(predicate)
                or self.facts.told(predicate, last)
                or self._pointed(cue, predicate)
                or (predicate.definite and predicate.pos == "noun" and answers(self.view, predicate.first))
            ):
                continue
            kept_out = cue.id == "foiled" and predicate.type in _KEPT_OUT  # عرقلة وصول المساعدات
            give(predicate, "negated" if kept_out else status, f"cue {text} ({cue.id})")
            if status == "negated" and cue.stance == "denies" and not self._yet(last):
                predicate.denied = first

    def _known(self, cue: Cue, first: int, predicate: Predicate, reached: int) -> bool:
        """ربما تعارض الاتفاق, يسمح هذا الاتفاق بعودتهم: a definite verbal act that nothing brings about, and what itself allows or asks.

        ``reached`` is how many predicates the cue reaches: one alone is what is asked for (طلب الاجتماع بنا).
        """
        if predicate.pos != "noun" or not predicate.definite or predicate.last <= first:
            return False  # الاتفاقات التي تقترحها روسيا
        if cue.id in _AGENTIVE and first in self.clauses.verbs and reached > 1:
            subject = self.clauses.arguments(first).subject
            if subject is not None and subject.predicate is predicate:
                return True
        made = predicate.type in _MADE_BY_WORDS or _DEAL in self.view.tokens[predicate.first].norm
        if not made or self.scopes.brought_about(predicate):
            return False
        following = self.view.tokens[predicate.last].norm if predicate.last < len(self.view.tokens) else ""
        return cue.status == "hypothetical" and following != "علي"  # يمكن الاتفاق على هدنة

    def _outside(self, cue: Cue, first: int, predicate: Predicate) -> bool:
        """علقت موسكو على الهجوم, توقع الدولتان اتفاقاً: what a word that may be a cue does not touch."""
        if cue.id == "expectation" and predicate.type == "agreement" and first + _SIGNING >= predicate.first:
            # توقع الدولتان اتفاقاً: "signs", where no أن leads to the content and the deal is the object.
            written = self.view.tokens[first].norm.lstrip("وف")
            return written in _SIGNS and governor(self.view, predicate.first)[0] == ""
        if cue.id == "talked-of":
            return predicate.definite or bool(predicate.enclitic)  # يدور الحديث عن الهجوم الأخير
        return cue.id == "suspended" and governor(self.view, predicate.first)[0] == "علي"

    def _driven(self, index: int) -> bool:
        """دفع الهجوم واشنطن لشن غارات: what a verb of driving says to have been brought about is no mere aim."""
        verb = next((p for p in range(index - 1, max(-1, index - _DRIVING), -1) if p in self.clauses.verbs), None)
        return (
            verb is not None
            and "object-control" in self.view.lists[verb]
            and "result" in self.view.covered[verb]
            and self.facts.perfect(verb)
            and self.view.tokens[index].norm.startswith("ل")
        )

    def _yet(self, index: int) -> bool:
        """لم يبدأ الهجوم بعد: "not yet" tells how things stand and denies nothing."""
        end = next((p for p in range(index, len(self.view.tokens)) if self.view.tokens[p].kind == "punct"), len(self.view.tokens))
        return 0 < end <= index + _YET and self.view.tokens[end - 1].norm == "بعد"

    def _led_to(self, index: int) -> bool:
        """وسعت أنقرة لإقناعهم, وسعت أنقرة إلى إقناعهم: whether إلى or ل leads from a verb to the first act after it."""
        following = next((p for p in self.clauses.predicates if p.first >= index and p.pos == "noun"), None)
        if following is None or any(p in self.clauses.verbs for p in range(index, following.first)):
            return False
        return following.proclitics[-1:] == "ل" or any(self.view.tokens[p].norm == "الي" for p in range(index, following.first))

    def _described_by_belief(self, first: int, last: int, predicate: Predicate) -> bool:
        """طائرة يرجح أنها أمريكية قتلت قيادياً: what is believed of somebody in passing leaves his act as it is told."""
        tokens = self.view.tokens
        ends = [p for p in (last, last - 1) if p < len(tokens) and bare(tokens[p].norm, _THAT_THEY)]
        if not ends or predicate.pos != "verb" or first == 0 or tokens[first].norm[:1] in ("و", "ف"):
            return False
        before = tokens[first - 1]
        relative = before.kind == "word" and (not before.norm.startswith("ال") or bare(before.norm, STRONG_RELATIVES) != "")
        nominal = ends[0] + 1 < len(tokens) and ends[0] + 1 not in self.clauses.verbs
        return relative and nominal and predicate.first > ends[0] + 1

    def _asked_for(self, cue: Cue, predicate: Predicate, last: int) -> bool:
        """طالب بتحقيق دولي, دعا إلى إدانة الهجوم: a verbal act that is itself what is asked for, and nothing that stops (رفع العقوبات)."""
        if cue.id == "refused" or predicate.type not in _ASKABLE or predicate.pos != "noun" or predicate.enclitic:
            return False
        between = range(last, predicate.first)
        stopped = any(match.value.ref.id == "stop" for p in between for match in self.view.at[p].get("cue", ()))
        earlier = any(last <= p.first < predicate.first for p in self.clauses.predicates)
        return not stopped and not earlier and not any(p in self.clauses.verbs for p in between)

    def _conditions(self) -> None:
        """سنرد إن قصفت القوات البلدة: إن before a perfect or لم opens a condition, as no complementiser does."""
        tokens = self.view.tokens
        for position in range(len(tokens) - 1):
            whenever = tokens[position].norm == "متي" and position and tokens[-1].text not in "؟?"
            if not (whenever or tokens[position].text in ("إن", "وإن", "فإن")) or not self._hypothesis(position + 1):
                continue
            end = self.scopes.end(position + 1, "clause")
            for predicate in self.clauses.predicates:
                if position < predicate.first < end and not self.facts.done(predicate):
                    if predicate.status == "negated" and predicate.first - position <= _CONDITION:
                        predicate.status = "hypothetical"
                    give(predicate, "hypothetical", "condition")

    def _hypothesis(self, index: int) -> bool:
        """Whether a perfect or لم stands at a token."""
        verb = self.clauses.verbs.get(index)
        form = verb.match.value.form if verb is not None else None
        if self.view.tokens[index].norm == "شاء":
            return False
        return self.view.tokens[index].norm == "لم" or (form is not None and form.aspect == "perfect")

    def _pointed(self, cue: Cue, predicate: Predicate) -> bool:
        """إذا لم تثمر هذه المحادثات: what is pointed at beside the point of a condition is known."""
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
        if form is not None and form.pos == "participle":
            return self._circumstance(match)
        if form is None or form.pos != "verb":
            return True
        return match.first in self.clauses.verbs or verb_here(self.view, match.first, match)

    def _circumstance(self, match: Match) -> bool:
        """نافياً, ، متوقعةً, خرجوا مطالبين: a participle that tells how one acts: a masculine accusative, one behind a comma, or an act itself."""
        form = match.value.form
        if match.analysis.article or match.analysis.proclitics or match.enclitic:
            return False
        if form is not None and form.gender == "m" and form.number == "s":
            return True
        before = self.view.tokens[match.first - 1].text if match.first else ""
        act = any(p.first == match.first and p.pos == "participle" for p in self.clauses.predicates)
        return act or before in ("،", ",")

    def _failed(self, index: int) -> bool:
        """فشل في منع القصف: what one failed to prevent happened."""
        return any(
            match.value.ref.id == "failed" and position < index <= match.last + 3
            for position in range(max(0, index - 5), index)
            for match in self.view.at[position].get("cue", ())
        )

    def _wished(self, match: Match) -> bool:
        """تجنيب المدينة معركة, من شأنه أن يمنع الهجوم: to prevent is an aim, unless a verb says that it was done or is being done."""
        deals = [p for p in self.clauses.predicates if p.type in TERMS and p.last <= match.first <= p.last + 3]
        if deals and self.facts.imperfect(match.first):
            return True  # اتفاق يجنب المدينة عملية عسكرية
        if match.first and any(found.value.ref.id == "aim" for found in self.view.at[match.first - 1].get("cue", ())):
            return True  # لضمان تجنب عملية عسكرية
        if match.first in self.clauses.verbs:
            leading = self.view.tokens[match.first - 1] if match.first else None
            if leading is None or not self.facts.imperfect(match.first):
                return leading is not None and bare(leading.norm, MODALS) != ""
            # حتى نتجنب المعركة, صيغة تحول دون الهجوم
            return bare(leading.norm, MODALS | _SO_THAT) != "" or self._plan(match.first - 1)
        before = range(max(0, match.first - 4), match.first)
        return not any(found.value.ref.id == "achieved" for p in before for found in self.view.at[p].get("cue", ()))

    def _plan(self, index: int) -> bool:
        """صيغة تحول دون الهجوم: whether an indefinite noun stands at a token which a relative clause without a pronoun describes."""
        return (
            any(
                match.value.form is not None and match.value.form.pos == "noun" and not match.analysis.article
                for matches in self.view.at[index].values()
                for match in matches
            )
            or bare(self.view.tokens[index].norm, _PLANS) != ""
        )

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
                if cue.id == "stop" and (self.view.dated(match.first) or self.view.dated(match.last)):
                    break  # تحاول القوات منذ أيام التقدم
                if following and self._other_cue(match.last, following[0].first, UNDOING.get(cue.id, frozenset())):
                    break  # رغم التوقعات بالهجوم, لا تزال تستعد لهجوم
                if cue.id == "kept" and self._to_begin(match.first - 1):
                    break  # سيبدأ تطبيق وقف إطلاق النار
                if cue.id == "kept":
                    following = [p for p in following[:1] if p.type in TERMS and (p.definite or p.last - p.first > 1)]
                for predicate in _listed(following) if cue.scope == "next" else following:
                    if predicate.settled or self.prospects.any(predicate) or self._another_act(match.last, predicate):
                        continue
                    predicate.happened = True
                    if predicate.status == "hypothetical" or (predicate.status == "future" and cue.id != "going-on"):
                        predicate.status = "actual"
                        predicate.why("status", f"taken for granted after {self.view.tokens[match.first].text} ({cue.id})")
                break

    def _to_begin(self, index: int) -> bool:
        """سيبدأ, سوف يتم: whether a verb of taking place in the future stands at a token."""
        verb = self.clauses.verbs.get(index)
        if verb is None or not verb.kinds & {"light", "aspect"}:
            return False
        return verb.match.analysis.proclitics[-1:] == "س" or (index > 0 and self.view.tokens[index - 1].norm == "سوف")

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
                give(predicate, earlier[-1].status, "taken up")

    def _other_cue(self, start: int, end: int, statuses: frozenset[str]) -> bool:
        """Whether a cue of one of some statuses stands between a word that takes an event for granted and the event."""
        return any(match.value.ref.status in statuses for p in range(start, end) for match in self.view.at[p].get("cue", ()))


def _listed(row: list[Predicate]) -> list[Predicate]:
    """وقف القتل والتشريد: the first predicate and the nouns coordinated with it, which take no complement (وقف القصف وإخراج السكان)."""
    out = row[:1]
    for predicate in row[1:]:
        bare_noun = predicate.pos == out[-1].pos == "noun" and predicate.definite and out[-1].definite
        if predicate.proclitics[:1] != "و" or not bare_noun or predicate.enclitic or predicate.first - out[-1].last > 1:
            break
        out.append(predicate)
    return out


def _no_participle(match: Match) -> bool:
    """متوقعة: "expecting" is looked at before "expected", which is an entry without a form."""
    return match.value.form is None or match.value.form.pos != "participle"


def _spares(cue: Cue, status: str) -> bool:
    """Whether a cue leaves what the sentence tells as done: a fear or a failure does, a denial or a foiled attack does not."""
    return (status in ("future", "hypothetical") and cue.id != "exceptive-clause") or cue.id in ("failed", "prevention")
