"""What is claimed of an action: actual, negated, attempted, future or hypothetical, by cues with direction and scope.

After ConText (Harkema et al. 2009, as in medspaCy): a cue gives its status to the predicates in its scope, forward or backward, up
to the end of the clause; a stop cue ("actual") shields what it governs.
"""

from __future__ import annotations

from eventcode.codebook import Cue
from eventcode.frames.clauses import Clauses, Verb
from eventcode.frames.model import Predicate
from eventcode.mentions import View
from eventcode.mentions.closed import HARD_ENDS, QUOTES, bare

# Cues of demand and refusal leave the verbal act they take up as it is: رفض مقترح, the proposal was made.
_ACTS = frozenset({"refused", "request-content", "wish", "denial"})
_RANK = {"actual": 0, "future": 1, "hypothetical": 2, "attempted": 3, "negated": 4}
_NOT = frozenset({"لم", "لن", "لا", "ليس", "ليست"})
_EXCEPT = frozenset({"سوي", "الا"})
_ENDERS = frozenset({"طالما", "خاصه", "خصوصا", "لاسيما", "سيما", "رغم", "علما"})
# Negations of a verb that follows them directly.
_VERB_PARTICLES = frozenset({"not-perfect", "not-future"})
_TURNS = frozenset({"حيث", "فيما", "بينما", "اذ"})
_FUTURE_MARK = "سوف"


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
        for index in range(len(self.view.tokens)):
            matches = self.view.at[index].get("cue", ())
            if matches:
                best = matches[0]
                self.cue(best.first, best.last, best.value.ref, best)
        self.shield()

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
        return verb.index > 0 and bare(self.view.tokens[verb.index - 1].norm, frozenset({_FUTURE_MARK})) != ""

    def particles(self, predicate: Predicate) -> None:
        """The future particle, on the predicate, on the verb that carries it, or on the verb whose subject it is."""
        verbs = self.clauses.verbs
        if predicate.pos == "verb" and predicate.first in verbs:
            if self.future_verb(verbs[predicate.first]):
                self.give(predicate, "future", "future particle")
            return
        for verb in verbs.values():
            carries = verb.index == predicate.verb and bool(verb.kinds & {"light", "aspect", "result"})
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

    def _event_subject(self, predicate: Predicate, index: int) -> bool:
        if index not in self.clauses.verbs:
            return False
        subject = self.clauses.arguments(index).subject
        return subject is not None and subject.predicate is predicate

    # -- cues --------------------------------------------------------------------------------------------------------

    def cue(self, first: int, last: int, cue: Cue, match: object) -> None:
        """Give a cue's status to the predicates in its scope."""
        status = cue.status
        if cue.pseudo or status == "actual":
            return
        if cue.before == "imperfect":
            following_verb = self.clauses.verbs.get(last)
            form = following_verb.match.value.form if following_verb is not None else None
            if form is None or form.aspect != "imperfect":
                return
        text = self.view.slice(self.view.tokens[first].start, self.view.tokens[last - 1].end)
        if first in self.clauses.verbs and self.negated_verb(first) and status in ("attempted", "future"):
            status = "negated"
        targets: list[Predicate] = []
        if cue.direction in ("forward", "both"):
            end = self.scope_end(last, cue.scope)
            following = [p for p in self.clauses.predicates if first < p.first < end and p.last > last]
            targets += self.governed(cue, last, following) if cue.scope == "next" else following
        if cue.direction in ("backward", "both"):
            start = self.clauses.left_end(first) if cue.scope != "sentence" else 0
            preceding = [p for p in self.clauses.predicates if start <= p.first and p.last <= first]
            targets += preceding[-1:] if cue.scope == "next" else preceding
        for predicate in targets:
            if cue.id in _ACTS and predicate.pattern.frame == "speak":
                continue
            self.give(predicate, status, f"cue {text} ({cue.id})")
            if status == "negated" and cue.stance == "denies":
                predicate.denied = first

    def governed(self, cue: Cue, last: int, following: list[Predicate]) -> list[Predicate]:
        """The one predicate that a cue governs: nothing but light and aspect verbs may stand between them."""
        if not following:
            return []
        predicate = following[0]
        if predicate.first > last and cue.id in _VERB_PARTICLES and last not in self.clauses.verbs:
            # لم يسبق له مثيل في الصراع: the particle negates a verb that no dictionary knows, nothing after it.
            return []
        if self._other_noun(last, predicate.first):
            return []
        for position in range(last, predicate.first):
            verb = self.clauses.verbs.get(position)
            if verb is not None and not verb.kinds & {"light", "aspect", "cue"}:
                return []
            if self.clauses.hard[position] and position > last:
                return []
            if self.view.tokens[position].norm in _EXCEPT:
                return []
        after = range(predicate.last, min(len(self.view.tokens), predicate.last + 4))
        if any(self.view.tokens[position].norm in _EXCEPT for position in after):
            return []
        same = [
            p
            for p in following[1:]
            if p.proclitics[:1] == "و" and p.pos == predicate.pos and p.pos == "noun" and p.first - predicate.last <= 1
        ]
        return [predicate, *same]

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
        for position in range(start, len(tokens)):
            token = tokens[position]
            if token.text in HARD_ENDS:
                return position
            if token.text in ("،", ",") and position + 1 < len(tokens):
                following = position + 1
                if (
                    following in self.clauses.verbs
                    or self.clauses.hard[following]
                    or self.view.covered[following] & {"according", "result"}
                ):
                    return position
            if position > start + 1 and position in self.clauses.verbs and tokens[position].norm[:1] == "و":
                return position
            if self.view.covered[position] & {"result", "cause"} and position > start:
                return position
            if position > start and bare(token.norm, _ENDERS):
                return position
            norm = tokens[position].norm
            if position > start and (bare(norm, _TURNS) or norm.startswith(("لكن", "ولكن"))):
                return position
        return len(tokens)

    def shield(self) -> None:
        """Events that a demand to stop takes for granted stay actual: طالب بوقف الضربات (coding rules, section 7)."""
        for index in range(len(self.view.tokens)):
            for match in self.view.at[index].get("cue", ()):
                cue: Cue = match.value.ref
                if cue.status != "actual" or cue.pseudo:
                    continue
                end = self.scope_end(match.last, cue.scope)
                following = [p for p in self.clauses.predicates if match.last <= p.first < end]
                for predicate in following[:1] if cue.scope == "next" else following:
                    if predicate.status in ("hypothetical", "future"):
                        predicate.status = "actual"
                        predicate.why("status", f"taken for granted after {self.view.tokens[index].text} ({cue.id})")
                break
