"""What an act is for: ground that an attack is to gain, people whom buses come to fetch, what somebody goes somewhere to do.

Looked at when the cues have told whether the act itself takes place.
"""

from __future__ import annotations

from eventcode.frames.clauses import Clauses
from eventcode.frames.facts import Facts
from eventcode.frames.model import Predicate
from eventcode.frames.prospects import give
from eventcode.mentions import View
from eventcode.mentions.closed import HARD_ENDS, bare

# Frames of acts that take a place from somebody, and of those by which it is tried.
_GAINING = frozenset({"seize", "drive-out"})
_MEANS = frozenset({"attack", "strike-at", "clash", "combat"})
_VEHICLES = frozenset(
    ["حافلات", "الحافلات", "حافله", "الحافله", "باصات", "الباصات", "سيارات", "قوافل", "قافله", "القافله", "القوافل"]
)
_FETCHING = 14
"""Tokens from vehicles to those whom they come to fetch, with the places between."""
# Acts that are over when they are done, so that whoever sets out to do them has not done them yet; support and strikes go on meanwhile.
_ACCOMPLISHED = frozenset(
    ["territory_seized", "siege", "base_established", "arrest", "abduction", "assassination", "execution", "killing",
     "evacuation", "prisoner_release", "withdrawal", "group_change", "accusation", "disrupted_weapons", "shoot_down",
     "property_destruction", "mobilization", "joint_patrol", "investigation", "responsibility_claim"]
)  # fmt: skip
# The frame of acts that are told by whom they befall (هزيمة, اقتحام, ضرب), no nouns of attacks that are going on.
_BEFALLING = "strike-at"
# That of driving people out: who flees may have had to (دفعهم للنزوح).
_EXPELLING = "expel"
_AIM = "ل"


class Aims:
    """Gives the aims of a sentence's acts their status."""

    def __init__(self, view: View, clauses: Clauses, facts: Facts) -> None:
        self.view = view
        self.clauses = clauses
        self.facts = facts

    def fill(self, predicate: Predicate) -> None:
        """Set one predicate's status where it is an aim."""
        if predicate.pos != "noun":
            return
        if self._fetched(predicate):
            give(predicate, "future", "whom vehicles come to fetch")
        head = self._head(predicate)
        if head.proclitics[-1:] != _AIM:
            return
        self._gained(predicate, head)
        self._intended(predicate, head)

    def _head(self, predicate: Predicate) -> Predicate:
        """لاستعادة السيطرة: the first of the nouns of action right before each other that end in a predicate."""
        head = predicate
        while (before := next((p for p in self.clauses.predicates if p.pos == "noun" and p.last == head.first), None)) is not None:
            if before.type != predicate.type or head.proclitics[-1:] == _AIM:
                break
            head = before
        return head

    def _gained(self, predicate: Predicate, head: Predicate) -> None:
        """عملية عسكرية لاستعادة البلدة: ground to be taken, given as the aim of an attack, is not said to be taken yet."""
        if predicate.pattern.frame not in _GAINING or predicate.status in ("hypothetical", "negated"):
            return
        means = [p for p in self.clauses.predicates if p.pattern.frame in _MEANS and p.last <= head.first]
        if not means:
            return
        between = range(max(p.last for p in means), head.first)
        if any(p.first in between and p.pattern.frame == "mutual" for p in self.clauses.predicates):
            return  # بعد القصف، اعتقاد بأن هناك اتفاقاً لاستعادة المدينة
        if not any(self._leads_away(index) or "result" in self.view.covered[index] for index in between):
            # What an attack is to gain is tried while it goes on, and to come where the attack itself is.
            status = "attempted" if means[-1].status == "actual" else means[-1].status
            give(predicate, status, f"aim of {self.view.slice(means[-1].start, means[-1].end)}")

    def _leads_away(self, index: int) -> bool:
        """Whether a verb stands at a token that is not that of a relative clause on the attack itself (هجوم تشنه القوات, الذي تشنه)."""
        verb = self.clauses.verbs.get(index)
        return verb is not None and not (verb.kinds & {"light"} and verb.match.enclitic and not self.view.joined(index))

    def _fetched(self, predicate: Predicate) -> bool:
        """دخلت الحافلات لنقل السكان: those whom buses come to fetch have not left yet."""
        if predicate.type != "evacuation" or predicate.proclitics[-1:] != _AIM:
            return False
        before = self.view.tokens[max(0, predicate.first - _FETCHING) : predicate.first]
        return any(bare(token.norm, _VEHICLES) for token in before) and not any(token.text in HARD_ENDS for token in before)

    def _intended(self, predicate: Predicate, head: Predicate) -> None:
        """بدأ انتشاره لإقامة نقاط, فتح معبراً لخروج السكان: a verbal noun behind ل with what it is done to, which no word before it asks for."""
        if predicate.status != "actual" or predicate.happened or self.facts.done(predicate):
            return
        achieves = predicate.type in _ACCOMPLISHED or predicate.pattern.frame in (_BEFALLING, _EXPELLING)
        whole = head.definite and not self._led_on(predicate)
        if not achieves or whole or not self._verbal_noun(head) or self._asked_for(head.first):
            return
        earlier = [p for p in self.clauses.predicates if p.last <= head.first]
        tried = bool(earlier) and earlier[-1].status == "attempted" and not self._breaks(earlier[-1].last, head.first)
        tried = tried or self._tries(head.first)
        give(predicate, "attempted" if tried else "future", "what it is done for")

    def _led_on(self, predicate: Predicate) -> bool:
        """للسيطرة على البلدة, للإفراج عن الأسرى: a definite verbal noun with its preposition; للنزوح may be what one was forced to."""
        return predicate.last < len(self.view.tokens) and self.view.preposition(predicate.last) in ("علي", "عن")

    def _verbal_noun(self, head: Predicate) -> bool:
        """No noun of things that come in numbers (تعزيزات), and none that an adjective or nothing follows."""
        tokens = self.view.tokens
        if tokens[head.first].norm.endswith("ات") or (head.form is not None and head.form.number != "s"):
            return False
        return head.last < len(tokens) and tokens[head.last].kind != "punct"

    def _asked_for(self, index: int) -> bool:
        """دعماً لاعتقاله, تعرضت البلدة لحصار: whether the word before ل, or the verb, needs it as its complement."""
        before = index - 1
        if before < 0 or "taking-lam" in self.view.lists[before] or self.view.covered[before] & {"result", "cause"}:
            return True
        verb = max((position for position in self.clauses.verbs if position < index), default=-1)
        return verb >= 0 and "taking-lam" in self.view.lists[verb]

    def _tries(self, index: int) -> bool:
        """سعت القوات منذ يونيو لاستعادة البلدة: whether the verb that an aim belongs to is one of trying, whatever stands between."""
        ruler = self.clauses.governing_verb(index)
        cue = self.view.best(ruler.index, "cue") if ruler is not None else None
        return cue is not None and cue.value.ref.status == "attempted"

    def _breaks(self, start: int, end: int) -> bool:
        return any(token.text in HARD_ENDS for token in self.view.tokens[start:end])
