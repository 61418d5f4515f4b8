"""Times of each predicate: what stands in its clause, and what dates the saying instead."""

from __future__ import annotations

from collections.abc import Set

import attrs

from eventcode.dates import TimeExpression
from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Predicate
from eventcode.mentions import View
from eventcode.mentions.actors import governor
from eventcode.mentions.closed import COMPLEMENTISERS, HARD_ENDS, QUOTES, bare

_SINCE = frozenset({"منذ", "مذ"})
_UNTIL = frozenset({"حتي", "وحتي", "لغايه", "والي"})
_AFTER = 12
"""Tokens between a length of time and the event that it is counted from (بعد يوم من فشل الدول الثلاث في التوصل إلى هدنة)."""
_BESIDE = 3
"""Tokens between a time and the noun after في that shares it."""
_ANEW = frozenset({"والتي", "والذي", "والذين"})


class Times:
    """Gives predicates their time expressions; one beside a verb of reporting (``reports``) dates the saying."""

    def __init__(self, view: View, clauses: Clauses, reports: Set[int]) -> None:
        self.view = view
        self.clauses = clauses
        self.reports = reports

    def fill(self) -> None:
        """Give each time expression to its predicate; one next to a reporting verb dates the saying."""
        left: list[tuple[TimeExpression, Predicate]] = []
        announced: list[tuple[TimeExpression, Predicate]] = []
        said: dict[int, TimeExpression] = {}
        for found in self.view.dates:
            expression = self._due(found)
            saying = self._dates_the_saying(expression.first, expression.last)
            if saying is not None:
                act = next((p for p in self.clauses.predicates if p.first == saying), None)
                truce = next(
                    (p for p in self.clauses.predicates if p.announced and p.type == "ceasefire" and p.first > saying), None
                )
                if act is not None:
                    self._date(act, expression, "stands beside it")
                elif truce is not None:
                    announced.append((expression, truce))  # a truce is made by announcing it
                said.setdefault(saying, expression)
                continue
            if expression.first and self.view.tokens[expression.first - 1].norm in _UNTIL:
                self._until(expression)
                continue
            since = self._since(expression)
            if since is not None:
                self._span(since, expression)
                continue
            host = self._time_host(expression.first, expression.last, expression.connector)
            if host is not None:
                self._date(host, expression, "stands in its clause")
            else:
                nearest = self._nearest(expression.first, expression.last)
                if nearest is not None:
                    left.append((expression, nearest))
        for expression, host in [*left, *announced]:
            if not host.times:
                self._date(host, expression, "is the time of its sentence")
        heading = self.view.dates[0] if self.view.dates else None
        if heading is not None and heading.first == 0 and self.view.tokens[min(heading.last, len(self.view.tokens) - 1)].text == ":":
            # 24 شباط 2018: وافق المجلس: a date before a colon is that of all that follows.
            for predicate in self.clauses.predicates:
                if not predicate.times:
                    self._date(predicate, heading, "heads the sentence")
        self._spoken(said)
        for first, second in zip(self.clauses.predicates, self.clauses.predicates[1:], strict=False):
            if first.times and not second.times and self._within(first, second):
                second.times = list(first.times)
            # تمكنت من السيطرة على ... والتوغل على: coordinated verbal nouns of one verb share their time.
            shared = (
                second.pos == "noun" and second.proclitics[:1] == "و" and first.pos == "noun" and first.verb == second.verb >= 0
            )
            if shared and not second.times and first.times:
                second.times = list(first.times)

    def _due(self, expression: TimeExpression) -> TimeExpression:
        """بحلول الاثنين: a weekday by which something is to be done lies ahead."""
        if expression.connector == "بعد":
            return self._counted_back(expression)
        due = expression.first and self.view.tokens[expression.first - 1].norm == "بحلول"
        ahead = expression.forward() if due else None
        return expression if ahead is None else attrs.evolve(expression, value=ahead)

    def _counted_back(self, expression: TimeExpression) -> TimeExpression:
        """قُتلوا السبت، بعد يوم من فشل القمة: a length after something is counted from the time told before it, if there is one."""
        told = [time for time in self.view.dates if time.last <= expression.first and not time.connector]
        told = [time for time in told if time.value.start is not None and time.value.resolution in ("day", "month")]
        value, reference = expression.value, expression.reference
        if not told or reference is None or value.start is None or value.end is None:
            return expression
        start, end = told[-1].value.start, told[-1].value.end
        if start is None or end is None:
            return expression
        most, least = reference - value.start, reference - value.end
        return attrs.evolve(expression, value=attrs.evolve(value, start=start - most, end=end - least, resolution="range"))

    def _spoken(self, said: dict[int, TimeExpression]) -> None:
        """قال الوزير الاثنين إن بلاده ترحب: a verbal act that one does by saying so has the time of the saying."""
        for predicate in self.clauses.predicates:
            if predicate.spoken in said and not predicate.times and predicate.status == "actual":
                self._date(predicate, said[predicate.spoken], "is when it was said")

    def _within(self, first: Predicate, second: Predicate) -> bool:
        """زار أنقرة الاثنين، حيث التقى نظيره; اعتُقل السبت في عملية أمنية: what is told to have happened there and then."""
        tokens = self.view.tokens
        if second.pos == "verb" and second.form is not None and second.form.aspect == "perfect":
            return tokens[second.first - 1].norm == "حيث" and first.pos == "verb"
        if second.pos != "noun" or governor(self.view, second.first)[0] != "في" or first.times[0].last > second.first:
            return False
        return second.first - first.times[0].last <= _BESIDE and not self._cut(first.times[0].last, second.first)

    def _until(self, expression: TimeExpression) -> None:
        """اندلعت ليل السبت ... واستمرت حتى الأحد: the end of a time that is told before it; by itself it dates nothing."""
        dated = [p for p in self.clauses.predicates if p.first < expression.first and p.times]
        end = expression.value.end
        if not dated or end is None:
            return
        first = dated[-1].times[0]
        if first.value.start is not None and first.value.end is not None and first.value.end < end:
            value = attrs.evolve(first.value, end=end, resolution="range", time=None)
            dated[-1].times[0] = attrs.evolve(first, value=value)
            dated[-1].why("date", f"up to {self.view.slice(expression.start, expression.end)}")

    def _since(self, expression: TimeExpression) -> int | None:
        """The token of منذ before another event that is dated: منذ بدء الحرب عام 2011, منذ الاستيلاء على البلدة قبل شهر."""
        if expression.connector == "منذ" or expression.value.start is None or expression.reference is None:
            return None
        for position in range(expression.first - 1, max(-1, expression.first - 10), -1):
            token = self.view.tokens[position]
            if token.kind == "punct" and token.text not in QUOTES:
                return None
            if bare(token.norm, _SINCE):
                inside = any(date.first <= position < date.last for date in self.view.dates)
                return None if inside or expression.value.start > expression.reference else position
        return None

    def _span(self, since: int, expression: TimeExpression) -> None:
        """What is told to last since an event takes the range from that event's date to the document's; the event has the date itself."""
        inner = [p for p in self.clauses.predicates if since < p.first < expression.first]
        if inner:
            self._date(inner[-1], expression, "stands in its clause")
        outer = self._time_host(since, expression.last, "منذ")
        if outer is not None and outer.first > expression.last and since > 2:
            return
        if outer is None or outer in inner:
            return
        value = attrs.evolve(expression.value, end=expression.reference, resolution="range", time=None)
        start = self.view.tokens[since].start
        self._date(outer, attrs.evolve(expression, first=since, start=start, value=value, connector="منذ"), "starts its time")

    def _date(self, predicate: Predicate, expression: TimeExpression, reason: str) -> None:
        predicate.times.append(expression)
        predicate.why("date", f"{self.view.slice(expression.start, expression.end)} {reason}")

    def _nearest(self, first: int, last: int) -> Predicate | None:
        """The predicate before an expression that no clause claims; at the head of a sentence (13 أيار 2017: ...) what its first verb tells.

        What a verb that is no event tells (اختفى أمس) has its own time.
        """
        before = [p for p in self.clauses.predicates if p.first < first]
        if before:
            return before[-1]
        return self._told(last) if not any(v < first for v in self.clauses.verbs) else None

    def _told(self, last: int) -> Predicate | None:
        """The predicate that the first verb after a token is or carries; in a sentence without one, the first predicate."""
        verbs: list[int] = []
        for index in sorted(v for v in self.clauses.verbs if v >= last):
            verbs.append(index)
            if not self.clauses.auxiliary(index):
                break
        after = (p for p in self.clauses.predicates if p.first >= last)
        return next((p for p in after if not verbs or p.first in verbs or p.verb in verbs), None)

    def _dates_the_saying(self, first: int, last: int) -> int | None:
        """The reporting verb that an expression dates: it stands between the verb and its content; None where it dates the content."""
        tokens = self.view.tokens
        for verb in self.reports:
            if verb < first:
                between = range(verb + 1, first)
                if any(bare(tokens[p].norm, COMPLEMENTISERS) or p in self.clauses.verbs for p in between):
                    continue
                after = last
                while after < len(tokens) and tokens[after].text in "،,":
                    after += 1
                if after < len(tokens) and bare(tokens[after].norm, COMPLEMENTISERS):
                    return verb
                if any(predicate.first in between for predicate in self.clauses.predicates):
                    continue
                if after < len(tokens) and (
                    bare(tokens[after].norm, COMPLEMENTISERS)
                    or tokens[after].norm in ("عن",)
                    or tokens[after].text == ":"
                    or any(p.first == after for p in self.clauses.predicates)
                    or first - verb <= 8
                ):
                    return verb
            elif last <= verb <= last + 1 and not tokens[verb].norm.startswith("و"):
                return verb
        return None

    def _time_host(self, first: int, last: int, connector: str) -> Predicate | None:
        predicates = self.clauses.predicates
        if connector == "بعد":
            # بعد أيام من الاجتماعات: the expression dates what follows.
            following = [p for p in predicates if last <= p.first <= last + _AFTER and not self._cut(last, p.first)]
            return following[0] if following else None
        carried = self._carried(first, last)
        if carried is not None:
            return carried
        before = [p for p in predicates if p.last <= first and not self._cut(p.last, first)]
        if before:
            return self._flown(next((p for p in reversed(before) if not _adjective(p)), before[-1]))
        after = [p for p in predicates if p.first >= last and not self._cut(last, p.first)]
        # اختفى الأحد، بعد هجوم: a word of cause takes what follows out of the clause of the time.
        after = [p for p in after if not any(self.clauses.hard[position] for position in range(last, p.first))]
        told = self._told(last) if after else None
        # في 4 أيار، وقعت الدول الراعية للمحادثات اتفاقاً: a time before its verb is that of what the verb tells.
        return told if told in after and max(told.verb, -1) < after[0].first else next(iter(after), None)

    def _carried(self, first: int, last: int) -> Predicate | None:
        """شنت القوات، الأحد، غارات: a time between a light verb and its noun."""
        verb = max((v for v in self.clauses.verbs if v < first), default=-1)
        nouns = [p for p in self.clauses.predicates if p.verb == verb >= 0 and p.pos == "noun"]
        if not nouns or not last <= nouns[0].first <= last + 6 or not self.clauses.verbs[verb].kinds & {"light", "aspect"}:
            return None
        found = nouns[0].proclitics[-1:] or governor(self.view, nouns[0].first)[0]
        return nouns[0] if found in ("", "ب", "ل") and not self._cut(verb + 1, first) else None

    def _flown(self, predicate: Predicate) -> Predicate:
        """فروا من القصف أمس: the time is that of those who leave."""
        if predicate.pos != "noun" or governor(self.view, predicate.first)[0] != "من":
            return predicate
        verb = self.clauses.governing_verb(predicate.first)
        fled = (p for p in self.clauses.predicates if verb is not None and p.first == verb.index and p.pattern.frame == "flee")
        return next(fled, predicate)

    def _cut(self, start: int, end: int) -> bool:
        tokens = self.view.tokens
        for position in range(start, end):
            if tokens[position].text in HARD_ENDS or bare(tokens[position].norm, COMPLEMENTISERS):
                return True
            if position in self.clauses.verbs and not self._own(position):
                return True
            if tokens[position].norm in _ANEW and not any(v in self.clauses.verbs for v in (position + 1, position + 2)):
                return True  # والتي أصبحت سارية في 6 أيار: a clause of its own
        return False

    def _own(self, index: int) -> bool:
        kinds = self.clauses.verbs[index].kinds
        return bool(kinds & {"light", "aspect", "cue", "result"}) or ("verb" in kinds and "control" in self.view.lists[index])


def _adjective(predicate: Predicate) -> bool:
    """البلدة المحاصرة: a participle that describes a noun leaves the time of its clause to others."""
    return predicate.pos == "participle" and predicate.definite
