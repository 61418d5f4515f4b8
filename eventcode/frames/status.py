"""What is claimed of an action: actual, negated, attempted, future or hypothetical, by cues with direction and scope.

After ConText (Harkema et al. 2009, as in medspaCy): a cue gives its status to the predicates in its scope, forward or backward, up
to the end of the clause; a stop cue ("actual") shields what it governs.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import attrs

from eventcode.codebook import Cue
from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Predicate
from eventcode.frames.verbs import Verb, verb_here
from eventcode.mentions import View
from eventcode.mentions.actors import governor
from eventcode.mentions.closed import (
    COMPLEMENTISERS,
    DETERMINERS,
    HARD_ENDS,
    QUOTES,
    RESUMPTIVE,
    STRONG_RELATIVES,
    VERB_MARKERS,
    bare,
)
from eventcode.patterns import Match

# Cues of demand and refusal leave the verbal act they take up as it is: رفض مقترح, the proposal was made.
_ACTS = frozenset({"refused", "request-content", "wish", "denial"})
_RANK = {"actual": 0, "future": 1, "hypothetical": 2, "attempted": 3, "negated": 4}
_NOT = frozenset({"لم", "لن", "لا", "ليس", "ليست"})
_MODALS = frozenset({"ان", "قد", "كي"})
_EXCEPT = frozenset({"سوي", "الا"})
_ENDERS = frozenset({"طالما", "خاصه", "خصوصا", "لاسيما", "سيما", "رغم", "علما"})
# Negations of a verb that follows them directly.
_VERB_PARTICLES = frozenset({"not-perfect", "not-future"})
_TURNS = frozenset({"حيث", "فيما", "بينما", "اذ"})
_FUTURE_MARK = frozenset({"سوف"})
_INSERTED = frozenset({"according", "result"})
_CONSEQUENCES = frozenset({"result", "cause"})
# Negations of a noun: nothing but words that carry it may stand between.
_NOUN_NEGATIONS = frozenset({"lack", "without"})
# After these an event is a circumstance, which the cue before them does not touch.
_CIRCUMSTANCES = frozenset({"خلال", "اثناء", "منذ", "ظل", "اعقاب"})
_MANNERS = _CIRCUMSTANCES | {"عبر", "بعد", "قبل", "رغم", "ضد"}
# Adjectives that say that the thing has been or is.
_KNOWN = frozenset(
    ["سابق", "سابقه", "اخير", "اخيره", "ماضي", "ماضيه", "حالي", "حاليه", "جاري", "جاريه", "مستمر", "مستمره", "داير", "دايره", "متواصل",
     "متواصله"]
)  # fmt: skip
_ANY = frozenset({"اي", "ايه", "باي", "لاي", "بايه", "لايه"})
_TERMS = frozenset({"ceasefire", "agreement", "negotiation"})
_IDENTIFIERS = frozenset({"وهو", "وهي", "وهم"})
_UNREAL = frozenset({"future", "hypothetical", "attempted"})


@lru_cache(maxsize=65_536)
def _turns(norm: str) -> bool:
    """Whether a word turns to something else, where a cue's scope ends."""
    return bool(bare(norm, _ENDERS) or bare(norm, _TURNS)) or norm.startswith(("لكن", "ولكن"))


class Statuses:
    """Sets the status of a sentence's predicates."""

    def __init__(self, view: View, clauses: Clauses) -> None:
        self.view = view
        self.clauses = clauses

    def fill(self) -> None:
        """Set every predicate's status."""
        for predicate in self.clauses.predicates:
            self.particles(predicate)
            self.aim(predicate)
            self.agreed(predicate)
            self.any_such(predicate)
        cues = [found["cue"] for found in self.view.at if "cue" in found]
        for matches in cues:
            match = next((m for m in matches if self._reads(m)), None)
            if match is not None:
                self.cue(match)
        self.shield(cues)

    def give(self, predicate: Predicate, status: str, reason: str) -> None:
        """Set a status unless a stronger one holds."""
        if _RANK[status] > _RANK[predicate.status]:
            predicate.status = status
        predicate.why("status", reason)

    # -- particles ---------------------------------------------------------------------------------------------------

    def negated_verb(self, index: int) -> bool:
        """Whether the verb at a token is negated by a particle just before it, with no exception after it."""
        position = index - 1
        while position >= 0 and self.view.tokens[position].text in QUOTES:
            position -= 1
        if position < 0 or not bare(self.view.tokens[position].norm, _NOT):
            return False
        return not any(self.view.tokens[p].norm in _EXCEPT for p in range(index + 1, min(len(self.view.tokens), index + 8)))

    def future_verb(self, verb: Verb) -> bool:
        """سيقصف, سوف يقصف."""
        if verb.match.analysis.proclitics[-1:] == "س":
            return True
        return verb.index > 0 and bare(self.view.tokens[verb.index - 1].norm, _FUTURE_MARK) != ""

    def particles(self, predicate: Predicate) -> None:
        """The future particle, on the predicate, on the verb that carries it, or on the verb whose subject it is."""
        verbs = self.clauses.verbs
        if predicate.pos == "verb" and predicate.first in verbs:
            if self.future_verb(verbs[predicate.first]):
                self.give(predicate, "future", "future particle")
            return
        for verb in verbs.values():
            carries = verb.index == predicate.verb and bool(verb.kinds & {"light", "aspect", "result"})
            carries = carries and governor(self.view, predicate.first)[0] != "من"  # سيكمل مرحلة من الاتفاق
            if (carries or self._event_subject(predicate, verb.index)) and self.future_verb(verb):
                self.give(predicate, "future", f"{self.view.tokens[verb.index].text} is future")

    def aim(self, predicate: Predicate) -> None:
        """عملية عسكرية لاستعادة البلدة: ground to be taken, given as the aim of an attack, is not said to be taken yet."""
        aims = [p for p in self.clauses.predicates if p.pos == "noun" and p.pattern.frame == "seize" and p.last <= predicate.last]
        head = predicate
        while any(p.last == head.first for p in aims):
            head = next(p for p in aims if p.last == head.first)  # لاستعادة السيطرة
        if predicate.pos != "noun" or predicate.pattern.frame != "seize" or head.proclitics[-1:] != "ل":
            return
        means = [p for p in self.clauses.predicates if p.pattern.frame in ("attack", "strike-at", "clash") and p.last <= head.first]
        if not means:
            return
        between = range(max(p.last for p in means), head.first)
        if not any(index in self.clauses.verbs or "result" in self.view.covered[index] for index in between):
            self.give(predicate, "future", f"aim of {self.view.slice(means[-1].start, means[-1].end)}")

    def agreed(self, predicate: Predicate) -> None:
        """اتفاق على انسحاب المسلحين: the terms of a deal are to come; the truce that a deal makes is the deal itself."""
        before = [p for p in self.clauses.predicates if p.type in ("agreement", "consent") and 0 <= predicate.first - p.last <= 3]
        if (
            not before
            or predicate.type in _TERMS
            or predicate.pattern.frame == "speak"
            or predicate.pos != "noun"
            or self.done(predicate)
        ):
            return
        between = [token.norm for token in self.view.tokens[before[-1].last : predicate.first]]
        if predicate.proclitics[-1:] in ("ب", "ل") or "علي" in between or "بشان" in between:
            self.give(predicate, "future", "terms of a deal")

    def any_such(self, predicate: Predicate) -> None:
        """أي هجوم على البلدة: whatever attack there may be."""
        before = self.view.tokens[predicate.first - 1].norm if predicate.first else ""
        if predicate.pos == "noun" and bare(before, _ANY):
            self.give(predicate, "hypothetical", "any such event")

    # -- what the sentence tells as a fact ---------------------------------------------------------------------------

    def perfect(self, index: int) -> bool:
        """Whether a verb that tells a fact stands at a token: a perfect, or a present that carries an event (التي تشهد معارك)."""
        verb = self.clauses.verbs.get(index)
        form = verb.match.value.form if verb is not None else None
        if verb is None or form is None or "cue" in verb.kinds or self.future_verb(verb):
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
                return own and any(self.perfect(p) for p in range(position + 1, min(position + 3, len(tokens))))
            if position in self.clauses.verbs:
                following = tokens[position + 1].norm if position + 1 < len(tokens) else ""
                verb = self.clauses.verbs[position]
                describes = bool(verb.match.enclitic) or following in RESUMPTIVE or bool(verb.kinds & {"result", "light"})
                own = verb.match.analysis.proclitics[:1] not in ("و", "ف") and not predicate.definite
                return own and describes and self.perfect(position)
            if (token.kind == "punct" and token.text not in QUOTES) or (not predicate.definite and token.norm.startswith("ال")):
                return False
        return False

    def told(self, predicate: Predicate, start: int) -> bool:
        """Whether a predicate lies in a relative clause in the perfect, which a cue before it at ``start`` does not reach."""
        tokens = self.view.tokens
        for position in range(predicate.first, start - 1, -1):
            if tokens[position].text in ("،", ",") and position < predicate.first:
                return False
            if bare(tokens[position].norm, STRONG_RELATIVES):
                return any(self.perfect(p) for p in range(position + 1, min(position + 3, len(tokens))))
        return False

    def _event_subject(self, predicate: Predicate, index: int) -> bool:
        if index not in self.clauses.verbs:
            return False
        subject = self.clauses.arguments(index).subject
        return subject is not None and subject.predicate is predicate

    # -- cues --------------------------------------------------------------------------------------------------------

    def cue(self, match: Match) -> None:
        """Give a cue's status to the predicates in its scope."""
        cue: Cue = match.value.ref
        first, last = match.first, match.last
        status = cue.status
        if cue.pseudo or status == "actual":
            return
        if match.enclitic and cue.id in ("lack", "terms", "stipulated"):
            return  # وغيرها, على أنه, ما تنص عليه
        if cue.before == "imperfect" and not self._imperfect(last):
            return
        if match.analysis.proclitics[-1:] == "س" and status == "hypothetical":
            status = "future"  # سيتعين عليهم الانسحاب
        if first in self.clauses.verbs and self.negated_verb(first) and status in ("attempted", "future"):
            status, cue = "negated", attrs.evolve(cue, scope="next")
        if cue.id == "prevention" and self._failed(first):
            return
        text = self.view.slice(self.view.tokens[first].start, self.view.tokens[last - 1].end)
        for predicate in self.reached(cue, first, last):
            if self._inserted(predicate, last):
                continue
            if cue.id in _ACTS and predicate.pattern.frame == "speak":
                continue
            if cue.id == "terms" and (predicate.type in _TERMS or predicate.pattern.frame == "speak"):
                continue
            if self._spares(cue, status) and (self.done(predicate) or self.told(predicate, last)):
                continue
            self.give(predicate, status, f"cue {text} ({cue.id})")
            if status == "negated" and cue.stance == "denies":
                predicate.denied = first

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

    def _spares(self, cue: Cue, status: str) -> bool:
        """Whether a cue leaves what the sentence tells as done: a fear or a failure does, a denial or a foiled attack does not."""
        return status in ("future", "hypothetical") or cue.id in ("failed", "prevention")

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

    def reached(self, cue: Cue, first: int, last: int) -> list[Predicate]:
        """The predicates in the scope of a cue at tokens ``first`` to ``last``."""
        targets: list[Predicate] = []
        if cue.direction in ("forward", "both"):
            end = self.scope_end(last, cue.scope)
            following = [p for p in self.clauses.predicates if first < p.first < end and p.last > last]
            head = self._resumed_head(first, last) if cue.id != "terms" else None
            if head is not None:
                targets.append(head)
            elif cue.scope == "next":
                targets += self.governed(cue, last, following)
            else:
                targets += [p for p in following if not self._circumstance(p, following)]
        if cue.direction in ("backward", "both"):
            start = self.clauses.left_end(first) if cue.scope != "sentence" else 0
            preceding = [p for p in self.clauses.predicates if start <= p.first and p.last <= first]
            targets += [p for p in preceding[-1:] if self._described(p, first)] if cue.scope == "next" else preceding
        return targets

    def _circumstance(self, predicate: Predicate, row: list[Predicate]) -> bool:
        """نفى استخدام الغاز في قصف البلدة: an event in which another event of the scope took place is taken for granted."""
        before = self.view.tokens[predicate.first - 1].norm if predicate.first else ""
        return before == "في" and any(p.pos == "noun" and 0 < predicate.first - p.last <= 4 for p in row)

    def _described(self, predicate: Predicate, index: int) -> bool:
        """الهجوم الروسي المرتقب: an adjective describes the noun that it follows and agrees with, and no noun of time."""
        tokens = self.view.tokens
        if any(date.first <= index < date.last for date in self.view.dates):
            return False
        if index in self.clauses.verbs:
            return True  # الهجوم بات وشيكاً
        definite = predicate.definite or bool(predicate.enclitic)
        if tokens[index].norm.startswith("ال") and not definite and index == predicate.last:
            return False
        between = range(predicate.last, index)
        return (
            len(between) <= 6
            and not any(
                (tokens[p].kind == "punct" and tokens[p].text not in QUOTES) or p in self.clauses.verbs or self.clauses.hard[p]
                for p in between
            )
            and not any(self.view.preposition(p) for p in between)
        )

    def _resumed_head(self, first: int, last: int) -> Predicate | None:
        """الهجوم الذي تحضر له القوات, العملية التي تعتزم تركيا شنها: the cue speaks of the noun that its relative clause describes."""
        tokens = self.view.tokens
        before = first - 1
        while before >= 0 and tokens[before].norm in ("كان", "كانت", "قد", "لا", "لم"):
            before -= 1
        if first not in self.clauses.verbs or before < 0:
            return None
        relative = bool(bare(tokens[before].norm, STRONG_RELATIVES))
        gap = 3 if relative else 1
        heads = [
            p for p in self.clauses.predicates if p.pos == "noun" and p.last <= before + 1 - relative and before - p.last <= gap
        ]
        if not heads or (not relative and (heads[-1].definite or tokens[first].norm[:1] == "و")):
            return None
        for position in range(first, min(len(tokens), last + 6)):
            carried = any(match.enclitic for match in self.view.at[position].get("light", ()))
            if carried or tokens[position].norm in RESUMPTIVE or (position == first and self.clauses.verbs[first].match.enclitic):
                return heads[-1]
            told = position in self.clauses.verbs or any(p.first == position for p in self.clauses.predicates)
            if tokens[position].text in ("،", ",") or (told and position > first):
                return None
        return None

    def governed(self, cue: Cue, last: int, following: list[Predicate]) -> list[Predicate]:
        """The one predicate that a cue governs: nothing but light and aspect verbs may stand between them."""
        tokens = self.view.tokens
        following = self._outcome(last, following)
        if not following:
            return []
        predicate = following[0]
        between = range(last, predicate.first)
        if cue.id in _VERB_PARTICLES and between and bare(tokens[between[-1]].norm, _ANY):
            return [predicate]  # لم يعثر على أي تعزيزات
        if predicate.first > last and cue.id in _VERB_PARTICLES and last not in self.clauses.verbs:
            # لم يسبق له مثيل في الصراع: the particle negates a verb that no dictionary knows, nothing after it.
            return []
        if cue.id == "failed" and not (predicate.proclitics[-1:] == "ب" or any(self._inside(p) for p in between)):
            # فشل المفاوضات: they took place.
            return []
        if cue.id in _NOUN_NEGATIONS and not all(self._carries(p) for p in between):
            # عملية غير متوقعة رداً على هجوم
            return []
        if self._other_noun(last, predicate.first) or (cue.status in _UNREAL and self._other_aim(last, predicate.first)):
            return []
        for position in between:
            verb = self.clauses.verbs.get(position)
            if (
                verb is not None
                and position > last
                and (tokens[position - 1].text in ("،", ",") or tokens[position - 2].text in ("،", ","))
            ):
                return []
            if verb is not None and cue.id in _VERB_PARTICLES and "cue" in verb.kinds:
                return []  # لا يمكن الانسحاب: the verb's own cue tells
            if (
                verb is not None
                and not verb.kinds & {"light", "aspect", "cue", "result"}
                and not self._argument(predicate, position)
            ):
                return []
            if self.clauses.hard[position] and position > last:
                return []
            if tokens[position].norm in _EXCEPT:
                return []
        after = range(predicate.last, min(len(tokens), predicate.last + 4))
        if any(tokens[position].norm in _EXCEPT for position in after):
            return []
        same = [
            p
            for p in following[1:]
            if p.proclitics[:1] == "و" and p.pos == predicate.pos and p.pos == "noun" and p.first - predicate.last <= 1
        ]
        return [predicate, *same]

    def _outcome(self, last: int, following: list[Predicate]) -> list[Predicate]:
        """قد تسفر الغارات عن مقتل المئات: of a verb of outcome the cue governs what comes out, behind its preposition."""
        verb = self.clauses.verbs.get(last)
        if verb is None or "result" not in verb.kinds or "trigger" in verb.kinds:
            return following
        stops = (p for p in range(last + 1, len(self.view.tokens)) if self.view.preposition(p) in ("عن", "الي", "في"))
        start = next(stops, last)
        return [p for p in following if p.first > start]

    def _argument(self, predicate: Predicate, index: int) -> bool:
        """قد توفر الدعم: whether a predicate is subject or object of the verb at a token, which is no verb of reporting."""
        if "report" in self.clauses.verbs[index].kinds:
            return False  # لم تعلن نتائج التحقيق
        found = self.clauses.arguments(index)
        return any(item is not None and item.predicate is predicate for item in (found.subject, *found.objects))

    def _inside(self, index: int) -> bool:
        """في التوصل إلى هدنة, بالسيطرة: what one fails in or at."""
        if self.view.preposition(index) in ("في", "عن"):
            return True
        return any(match.analysis.proclitics[-1:] == "ب" for match in self.view.at[index].get("light", ()))

    def _carries(self, index: int) -> bool:
        """Whether a word between a negation and its noun carries the noun on: عدم وقوع أي اشتباكات."""
        token = self.view.tokens[index]
        return (
            bool(self.view.covered[index] & {"light", "aspect"})
            or bare(token.norm, DETERMINERS) != ""
            or token.text in QUOTES
            or self.view.preposition(index) != ""
        )

    def _other_aim(self, start: int, end: int) -> bool:
        """محاولات لفرض نفوذه من خلال هجمات: an aim of its own, or a phrase of means or time, stands between the cue and the event."""
        return any(
            self.view.tokens[p].norm in _MANNERS
            or (
                p > start
                and self.view.tokens[p].norm.startswith("ل")
                and len(self.view.tokens[p].norm) > 3
                and not self.view.covered[p]
            )
            for p in range(start, end)
        )

    def _other_noun(self, start: int, end: int) -> bool:
        """عدم الرد على القصف: the cue governs another noun, of which the event is only a complement."""
        tokens = self.view.tokens
        if end - start < 2 or tokens[start].kind != "word" or not tokens[start].norm.startswith("ال"):
            return False
        return not self.view.covered[start] - {"list"} and any(self.view.preposition(p) for p in range(start + 1, end))

    def scope_end(self, start: int, scope: str) -> int:
        """Where a forward scope ends: the clause (strong mark, comma before a verb, subordinator) or the sentence."""
        tokens = self.view.tokens
        if scope == "sentence":
            return len(tokens)
        verbs, covered = self.clauses.verbs, self.view.covered
        for position in range(start, len(tokens)):
            norm = tokens[position].norm
            if norm in HARD_ENDS:
                return position
            if norm in ("،", ",") and position + 1 < len(tokens):
                following = position + 1
                if (
                    following in verbs
                    or self.clauses.hard[following]
                    or not _INSERTED.isdisjoint(covered[following])
                    or bare(tokens[following].norm, VERB_MARKERS)
                    or any(p.first == following and p.pos == "participle" for p in self.clauses.predicates)
                ):
                    return position
            if position > start + 1 and position in verbs and norm[:1] == "و":
                return position
            if position > start and (
                _turns(norm)
                or norm in _CIRCUMSTANCES
                or not _CONSEQUENCES.isdisjoint(covered[position])
                or self._quotes_fact(position)
            ):
                return position
        return len(tokens)

    def _quotes_fact(self, index: int) -> bool:
        """يريد أن يؤكد للجميع أن القصف مستمر: the content of a verb of saying is what is said, not what is wished."""
        verb = self.clauses.verbs.get(index)
        if verb is None or "report" not in verb.kinds or "cue" in verb.kinds:
            return False
        following = self.view.tokens[index + 1 : index + 5]
        return any(bare(token.norm, COMPLEMENTISERS) for token in following)

    def shield(self, cues: Sequence[Sequence[Match]]) -> None:
        """Events that a demand to stop takes for granted stay actual: طالب بوقف الضربات (coding rules, section 7)."""
        for found in cues:
            for match in found:
                cue: Cue = match.value.ref
                if cue.status != "actual" or cue.pseudo:
                    continue
                end = self.scope_end(match.last, cue.scope)
                following = [p for p in self.clauses.predicates if match.last <= p.first < end]
                if following and cue.id == "stop" and self._other_cue(match.last, following[0].first):
                    break  # رغم التوقعات بالهجوم
                for predicate in following[:1] if cue.scope == "next" else following:
                    if predicate.status in ("hypothetical", "future"):
                        predicate.status = "actual"
                        predicate.why("status", f"taken for granted after {self.view.tokens[match.first].text} ({cue.id})")
                break

    def _other_cue(self, start: int, end: int) -> bool:
        """Whether a cue of its own stands between a stop word and an event."""
        cues = (match.value.ref for p in range(start, end) for match in self.view.at[p].get("cue", ()))
        return any(cue.status != "actual" for cue in cues)
