"""The predicate whose clause a time stands in."""

from __future__ import annotations

from eventcode.dates import TimeExpression
from eventcode.frames.model import Predicate
from eventcode.frames.prospects import TERMS
from eventcode.frames.time_reach import ANEW, TimeReach
from eventcode.mentions.closed import HARD_ENDS, STRONG_RELATIVES, bare
from eventcode.mentions.governors import governor

_ADJECTIVES = 4
"""Tokens from a noun through its adjectives to the relative that describes it."""


class TimeHosts(TimeReach):
    """Finds what a time dates, by the clause that it stands in."""

    def of(self, expression: TimeExpression, first: int, last: int) -> Predicate | None:
        """The predicate in whose clause a time stands from token ``first`` to ``last``; None for none."""
        predicates = self.clauses.predicates
        carried = self._carried(first, last)
        if carried is not None:
            return carried
        before = (
            []
            if self._begins(first, last)
            else [p for p in predicates if p.last <= first and not self._apart(p, first) and not self._enclosed(p, first)]
        )
        if before:
            host = next((p for p in reversed(before) if not self._adjective(p)), before[-1])
            return self._agreed(self._flown(self._of_subject(host, first)), expression)
        after = [p for p in predicates if p.first >= last and not self.cut(last, p.first)]
        # اختفى الأحد، بعد هجوم: a word of cause takes what follows out of the clause of the time.
        after = [p for p in after if not any(self.clauses.hard[position] for position in range(last, p.first))]
        told = self._told(last) if after else None
        # في 4 أيار، وقعت الدول الراعية للمحادثات اتفاقاً: a time before its verb is that of what the verb tells.
        return told if told in after and max(told.verb, -1) < after[0].first else next(iter(after), None)

    def _carried(self, first: int, last: int) -> Predicate | None:
        """شنت القوات، الأحد، غارات: a time between a light verb and its noun."""
        verb = max((v for v in self.clauses.verbs if v < first), default=-1)
        nouns = [
            p
            for p in self.clauses.predicates
            if p.verb == verb >= 0
            and p.pos == "noun"
            and (p.first > verb or bool(self.clauses.verbs[verb].match.enclitic) or self._own_clause(p) == verb)
            and not self._inserted(p, verb, first)
        ]
        if not nouns or not last <= nouns[0].first <= last + 6 or not self.clauses.verbs[verb].kinds & {"light", "aspect"}:
            return None
        found = nouns[0].proclitics[-1:] or governor(self.view, nouns[0].first)[0]
        return nouns[0] if found in ("", "ب", "ل") and not self.cut(verb + 1, first) else None

    def _begins(self, first: int, last: int) -> bool:
        """قصفت طائرات البلدة، وفي نيسان وقعت معارك: a time after و, with a verb right after it, begins a clause."""
        tokens = self.view.tokens
        led = first > 0 and tokens[first - 1].kind == "punct" and self.view.joined(first)
        after = last + (last < len(tokens) and tokens[last].text in ("،", ","))
        return (led or (first > 0 and tokens[first - 1].norm in ("وفي", "و"))) and after in self.clauses.verbs

    def _inserted(self, predicate: Predicate, verb: int, first: int) -> bool:
        """تخوض القوات، مدعومة بغارات، الثلاثاء معارك: whether an act stands between two commas before a time."""
        commas = [p for p in range(verb, first) if self.view.tokens[p].text in ("،", ",")]
        return bool(commas) and commas[0] < predicate.first < commas[-1]

    def _apart(self, predicate: Predicate, first: int) -> bool:
        """Whether another clause begins between a predicate and a time.

        ساندت الفصائل في الحرب التي اشتعلت عام 2011: the time of a relative clause is not that of the verb before it, but that of the
        act which the clause describes (الاتفاق الذي وقعته الدولتان في أيلول).
        """
        if predicate.pos == "verb":
            return self.described(predicate, first) or self.cut(predicate.last, first)
        own = self._own_clause(predicate)
        if own is not None and own < first:
            return self.cut(own + 1, first)
        return self.cut(predicate.last, first)

    def _own_clause(self, predicate: Predicate) -> int | None:
        """الاتفاق التركي الروسي الذي أبرم: the verb of the relative clause that describes an act."""
        tokens = self.view.tokens
        for position in range(predicate.last, min(predicate.last + _ADJECTIVES, len(tokens))):
            if bare(tokens[position].norm, STRONG_RELATIVES):
                verbs = (v for v in range(position + 1, position + 3) if v in self.clauses.verbs)
                verb = next(verbs, None)
                return verb if verb is None or not any(p.first == verb for p in self.clauses.predicates) else None
            if tokens[position].kind != "word" or not tokens[position].norm.startswith("ال"):
                return None
        return None

    def _of_subject(self, predicate: Predicate, first: int) -> Predicate:
        """شردت المعارك الآلاف منذ الأحد: the time is that of the verb, of which a noun of an act is the subject."""
        described = self._own_clause(predicate)
        if predicate.pos != "noun" or predicate.proclitics or (described is not None and described < first):
            return predicate
        return next((p for p in self.clauses.predicates if p.pos == "verb" and p.last == predicate.first), predicate)

    def _flown(self, predicate: Predicate) -> Predicate:
        """فروا من القصف أمس: the time is that of those who leave."""
        if predicate.pos != "noun" or governor(self.view, predicate.first)[0] != "من":
            return predicate
        verb = self.clauses.governing_verb(predicate.first)
        fled = (p for p in self.clauses.predicates if verb is not None and p.first == verb.index and p.pattern.frame == "flee")
        return next(fled, predicate)

    def _adjective(self, predicate: Predicate) -> bool:
        """البلدة المحاصرة, من بلدتين محاصرتين: a participle that describes a noun leaves the time of its clause to others."""
        if not predicate.first:
            return False
        if predicate.pos == "participle":
            before = self.view.tokens[predicate.first - 1]
            return predicate.definite or (before.kind == "word" and predicate.first - 1 not in self.clauses.verbs)
        # محاصرة is a verbal noun too, but not behind the noun of a place.
        return predicate.type == "siege" and not predicate.proclitics and "place-nouns" in self.view.lists[predicate.first - 1]

    def _agreed(self, predicate: Predicate, expression: TimeExpression) -> Predicate:
        """توصلا إلى اتفاق لخروج المسلحين في آذار 2017: a day that is over is that of the deal, for its terms were to come."""
        end, reference = expression.value.end, expression.reference
        if predicate.status != "future" or predicate.pos != "noun" or end is None or reference is None or end >= reference:
            return predicate
        if expression.weekday is not None or expression.connector:
            return predicate
        deals = [p for p in self.clauses.predicates if p.first < predicate.first and p.type in TERMS and p.status == "actual"]
        return deals[-1] if deals and not self.cut(deals[-1].last, predicate.first) else predicate

    def _enclosed(self, predicate: Predicate, first: int) -> bool:
        """بدأ تنفيذ الاتفاق، الذي توسطت فيه روسيا، اليوم: whether a predicate stands in a relative clause that a comma closes before a time."""
        tokens = self.view.tokens
        if tokens[first - 1].text not in ("،", ","):
            return False
        for position in range(predicate.first - 1, 0, -1):
            if tokens[position].text in ("،", ",") or tokens[position].text in HARD_ENDS:
                return False
            if bare(tokens[position].norm, STRONG_RELATIVES):
                return tokens[position - 1].text in ("،", ",") and any(v < position for v in self.clauses.verbs)
        return False

    def nearest(self, first: int, last: int) -> Predicate | None:
        """The predicate before an expression that no clause claims; at the head of a sentence (13 أيار 2017: ...) what its first verb tells.

        What a verb that is no event tells (اختفى أمس) has its own time.
        """
        before = [p for p in self.clauses.predicates if p.first < first]
        if before:
            anew = any(self.view.tokens[p].norm in ANEW for p in range(before[-1].last, first))
            return None if anew or self.described(before[-1], first) else before[-1]
        return self._told(last) if not any(v < first for v in self.clauses.verbs) else None

    def _told(self, last: int) -> Predicate | None:
        """The predicate that the first verb after a token is or carries; in a sentence without one, the first predicate."""
        verbs: list[int] = []
        for index in sorted(v for v in self.clauses.verbs if v >= last):
            verbs.append(index)
            if not self.clauses.auxiliary(index):
                break
        after = [p for p in self.clauses.predicates if p.first >= last and (not verbs or p.first in verbs or p.verb in verbs)]
        # وقعت الدول الراعية لمحادثات السلام اتفاقاً: what a light verb carries, and not what its subject is about.
        light = bool(verbs) and "light" in self.clauses.verbs[verbs[-1]].kinds
        carried = (
            p for p in after if not light or p.first in verbs or (p.proclitics[-1:] or governor(self.view, p.first)[0]) in ("", "ب")
        )
        return next(carried, next(iter(after), None))
