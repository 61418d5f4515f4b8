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
    QUOTES,
    RESUMPTIVE,
    STRONG_RELATIVES,
    bare,
)
from eventcode.patterns import Match

# Cues of demand and refusal leave the verbal act they take up as it is: رفض مقترح, the proposal was made.
_ACTS = frozenset({"refused", "request-content", "wish", "denial"})
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

    def fill(self) -> None:
        """Set every predicate's status."""
        for predicate in self.clauses.predicates:
            self._particles(predicate)
            self._aim(predicate)
            self._agreed(predicate)
            self._any_such(predicate)
        cues = [found["cue"] for found in self.view.at if "cue" in found]
        for matches in cues:
            match = next((m for m in matches if self._reads(m)), None)
            if match is not None:
                self._cue(match)
        self._shield(cues)

    def _give(self, predicate: Predicate, status: str, reason: str) -> None:
        """Set a status unless a stronger one holds."""
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
        if predicate.pos == "verb" and predicate.first in verbs:
            if self._future_verb(verbs[predicate.first]):
                self._give(predicate, "future", "future particle")
            return
        for verb in verbs.values():
            carries = verb.index == predicate.verb and bool(verb.kinds & {"light", "aspect", "result"})
            carries = carries and governor(self.view, predicate.first)[0] != "من"  # سيكمل مرحلة من الاتفاق
            if (carries or self._event_subject(predicate, verb.index)) and self._future_verb(verb):
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
        means = [p for p in self.clauses.predicates if p.pattern.frame in ("attack", "strike-at", "clash") and p.last <= head.first]
        if not means:
            return
        between = range(max(p.last for p in means), head.first)
        if not any(index in self.clauses.verbs or "result" in self.view.covered[index] for index in between):
            self._give(predicate, "future", f"aim of {self.view.slice(means[-1].start, means[-1].end)}")

    def _agreed(self, predicate: Predicate) -> None:
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
            self._give(predicate, "future", "terms of a deal")

    def _any_such(self, predicate: Predicate) -> None:
        """أي هجوم على البلدة: whatever attack there may be."""
        before = self.view.tokens[predicate.first - 1].norm if predicate.first else ""
        if predicate.pos == "noun" and bare(before, ANY):
            self._give(predicate, "hypothetical", "any such event")

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

    def _told(self, predicate: Predicate, start: int) -> bool:
        """Whether a predicate lies in a relative clause in the perfect, which a cue before it at ``start`` does not reach."""
        tokens = self.view.tokens
        for position in range(predicate.first, start - 1, -1):
            if tokens[position].text in ("،", ",") and position < predicate.first:
                return False
            if bare(tokens[position].norm, STRONG_RELATIVES):
                return any(self._perfect(p) for p in range(position + 1, min(position + 3, len(tokens))))
        return False

    # -- cues --------------------------------------------------------------------------------------------------------

    def _cue(self, match: Match) -> None:
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
        if first in self.clauses.verbs and self._negated_verb(first) and status in ("attempted", "future"):
            status, cue = "negated", attrs.evolve(cue, scope="next")
        if cue.id == "prevention" and self._failed(first):
            return
        text = self.view.slice(self.view.tokens[first].start, self.view.tokens[last - 1].end)
        for predicate in self.scopes.reached(cue, first, last):
            if self._inserted(predicate, last):
                continue
            if cue.id in _ACTS and predicate.pattern.frame == "speak":
                continue
            if cue.id == "terms" and (predicate.type in _TERMS or predicate.pattern.frame == "speak"):
                continue
            if _spares(cue, status) and (self.done(predicate) or self._told(predicate, last)):
                continue
            self._give(predicate, status, f"cue {text} ({cue.id})")
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

    def _shield(self, cues: Sequence[Sequence[Match]]) -> None:
        """Events that a demand to stop takes for granted stay actual: طالب بوقف الضربات (coding rules, section 7)."""
        for found in cues:
            for match in found:
                cue: Cue = match.value.ref
                if cue.status != "actual" or cue.pseudo:
                    continue
                end = self.scopes.end(match.last, cue.scope)
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


def _spares(cue: Cue, status: str) -> bool:
    """Whether a cue leaves what the sentence tells as done: a fear or a failure does, a denial or a foiled attack does not."""
    return status in ("future", "hypothetical") or cue.id in ("failed", "prevention")
