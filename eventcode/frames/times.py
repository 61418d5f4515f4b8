"""Times of each predicate: what stands in its clause, and what dates the saying instead."""

from __future__ import annotations

from collections.abc import Set

import attrs

from eventcode.dates import TimeExpression
from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Predicate
from eventcode.frames.prospects import TERMS
from eventcode.frames.sayings import Sayings
from eventcode.frames.shared_times import SharedTimes
from eventcode.frames.time_hosts import TimeHosts
from eventcode.frames.time_reach import TimeReach
from eventcode.mentions import View
from eventcode.mentions.closed import QUOTES, STRONG_RELATIVES, bare

_SINCE = frozenset({"منذ", "مذ"})
_UNTIL = frozenset({"حتي", "وحتي", "لغايه", "والي"})
_AFTER = 12
"""Tokens between a length of time and the event that it is counted from (بعد يوم من فشل الدول الثلاث في التوصل إلى هدنة)."""
_COMMITTING = frozenset({"promise", "warning", "demand", "appeal", "proposal", "agreement"})
_ENDS = frozenset({"نهايه", "انتهاء", "اواخر", "منتصف"})
_FROM = frozenset({"ابتداء", "بدءا", "اعتبارا", "بدء"})
_ASIDE = 4
"""Tokens between a participle and the time for which it holds (الدائرة في البلاد منذ)."""
_AT = frozenset({"في", "علي", "بين"})
_LASTING_ADJECTIVES = frozenset(
    ["الداير", "الدايره", "المستمر", "المستمره", "المتواصل", "المتواصله", "القايم", "القايمه", "الجاري", "الجاريه", "المندلع", "المندلعه",
     "المستعر", "المستعره", "المحتدم", "المحتدمه", "الممتد", "الممتده", "المقيم", "المقيمه",
     "المقيمين", "الموجود", "الموجوده", "الساري", "الساريه", "مستمر", "مستمره", "متواصل", "متواصله", "دايره"]
)  # fmt: skip
_EFFECT = frozenset(
    [
        "تنفيذه",
        "تنفيذها",
        "سريانه",
        "سريانها",
        "تطبيقه",
        "تطبيقها",
        "مفعوله",
        "مفعولها",
        "يسري",
        "تسري",
        "سيسري",
        "ستسري",
        "سرت",
        "سري",
    ]
)
_SCOPE = frozenset({"حيز", "موضع", "طور"})
_EFFECTED = frozenset({"التنفيذ", "التطبيق", "السريان", "النفاذ"})
_TOLD = 6
"""Tokens in which a time of taking effect is told (الذي دخل حيز التنفيذ منذ)."""
_TOOK_EFFECT = frozenset({"بدا", "دخل", "دخلت", "سري", "سرت", "بدات"})
_LASTING = frozenset({"armed_clash", "negotiation", "siege", "protest"})
_COMPARED = 7
"""Tokens between a superlative and the time with which it compares (أكبر موجة نزوح منذ بدء الحرب)."""
_SUPERLATIVE = frozenset(
    ["الاولي", "الاول", "الثانيه", "الثاني", "الثالثه", "الثالث", "الرابعه", "الرابع", "الخامسه", "الخامس", "الوحيده", "الوحيد", "المره", "مره",
     "للمره", "اول", "لاول", "الاكبر", "اكبر", "الاعلي", "اعلي", "الاعنف", "اعنف", "الاسوا", "اسوا", "الاوسع", "اوسع", "الاضخم", "اضخم", "الاكثر",
     "الاخطر", "اخطر", "الاشد", "اشد", "الادني", "ادني", "الابرز", "ابرز", "الاهم", "الادمي"]
)  # fmt: skip


class Times(TimeReach):
    """Gives predicates their time expressions; one beside a verb of reporting (``reports``) dates the saying."""

    def __init__(self, view: View, clauses: Clauses, reports: Set[int]) -> None:
        super().__init__(view, clauses)
        self.sayings = Sayings(view, clauses, reports)
        self.hosts = TimeHosts(view, clauses)

    def fill(self) -> None:
        """Give each time expression to its predicate; one next to a reporting verb dates the saying."""
        left: list[tuple[TimeExpression, Predicate]] = []
        announced: list[tuple[TimeExpression, Predicate]] = []
        said: dict[int, TimeExpression] = {}
        for found in self.view.dates:
            expression = self._due(found)
            if self.sayings.beside_statement(expression.first, expression.last):
                continue
            saying = self.sayings.dated(expression.first, expression.last)
            if saying is not None:
                act = next((p for p in self.clauses.predicates if p.first == saying), None)
                truce = next(
                    (p for p in self.clauses.predicates if p.announced and p.type == "ceasefire" and p.first > saying), None
                )
                if act is not None and self._due_by(act, expression):
                    continue
                if act is not None:
                    self.date(act, expression, "stands beside it")
                elif truce is not None:
                    announced.append((expression, truce))  # a truce is made by announcing it
                said.setdefault(saying, expression)
                continue
            if self._before_the_end(expression):
                continue
            if expression.first and self.view.tokens[expression.first - 1].norm in _UNTIL:
                self._until(expression)
                continue
            since = self._since(expression)
            if since is not None:
                self._span(since, expression)
                continue
            if expression.own is not None and self._compared(expression.first):
                continue
            if self._takes_effect(expression):
                continue
            lasting = self._lasts(expression.first)
            if lasting is not None:
                for noun in self._described_by(lasting):
                    self.date(noun, expression, "is how long it has lasted")
                continue
            host = self._time_host(expression)
            if (host is None and expression.counted) or (host is not None and self._due_by(host, expression)):
                continue  # غداة الإعلان: what is dated is told, but is no event
            if host is not None:
                self.date(host, self._to_come(host, self._lasting(host, expression)), "stands in its clause")
            else:
                nearest = self.hosts.nearest(expression.first, expression.last)
                if nearest is not None:
                    left.append((expression, nearest))
        for expression, host in [*left, *announced]:
            if not host.times and not self._due_by(host, expression):
                self.date(host, expression, "is the time of its sentence")
        SharedTimes(self.view, self.clauses).fill(said)

    def _before_the_end(self, expression: TimeExpression) -> bool:
        """تشكيل لجنة قبل نهاية العام: by when something is to be done dates nothing."""
        tokens = self.view.tokens
        return tokens[expression.first].norm in _ENDS and expression.first > 0 and tokens[expression.first - 1].norm == "قبل"

    def _lasts(self, first: int) -> int | None:
        """الحرب الدائرة في البلاد منذ سبع سنوات: the participle that tells what has lasted so long; None for none."""
        tokens = self.view.tokens
        position = first - 1
        while position > first - _ASIDE and position > 0 and bare(tokens[position - 1].norm, _AT):
            position -= 2
        return position if position > 0 and tokens[position].norm in _LASTING_ADJECTIVES else None

    def _described_by(self, participle: int) -> list[Predicate]:
        """The act that a participle describes: المعارك العنيفة المستمرة."""
        tokens = self.view.tokens
        position = participle
        while position and not any(p.last == position for p in self.clauses.predicates):
            if not tokens[position - 1].norm.startswith("ال") and tokens[position - 1].text not in QUOTES:
                break
            position -= 1
        return [p for p in self.clauses.predicates if p.last == position and p.pos == "noun"]

    def _takes_effect(self, expression: TimeExpression) -> bool:
        """اتفاق يبدأ تنفيذه السبت ويقضي بإخراج المسلحين: when it takes effect is the time of what is agreed, and of a truce."""
        deals = [p for p in self.clauses.predicates if p.type in TERMS and p.last <= expression.first]
        words = {token.norm for token in self.view.tokens[max(0, expression.first - _TOLD) : expression.first]}
        if deals and deals[-1].first:  # دخلت الهدنة في ريف إدلب حيز التنفيذ السبت
            words.add(bare(self.view.tokens[deals[-1].first - 1].norm, _TOOK_EFFECT))
        if not deals or not (words & _EFFECT or (words & _SCOPE and words & _EFFECTED)):
            return False
        ahead = None if words & _TOOK_EFFECT else expression.forward()
        due = expression if ahead is None else attrs.evolve(expression, value=ahead)
        terms = [p for p in self.clauses.predicates if p.first >= expression.last and p.status == "future" and not p.times]
        for predicate in deals[-1:] if deals[-1].type == "ceasefire" or not terms else terms:
            self.date(predicate, due, "is when it takes effect")
        return True

    def _due(self, expression: TimeExpression) -> TimeExpression:
        """بحلول الاثنين: a weekday by which something is to be done lies ahead."""
        if expression.counted:
            return self._counted_back(expression)
        due = self._starts(expression) or (expression.first and self.view.tokens[expression.first - 1].norm == "بحلول")
        ahead = expression.forward() if due else None
        return expression if ahead is None else attrs.evolve(expression, value=ahead)

    def _due_by(self, host: Predicate, expression: TimeExpression) -> bool:
        """اتفقا على إقامة منطقة بحلول أيار, تعهد بالانسحاب خلال شهر: when something is due is not when it was agreed or promised."""
        if host.status != "actual" or host.first > expression.first or host.type not in _COMMITTING:
            return False
        before = self.view.tokens[expression.first - 1].norm if expression.first else ""
        starts = self._starts(expression) and host.type != "ceasefire"
        return starts or before == "بحلول" or expression.connector == "خلال"

    def _starts(self, expression: TimeExpression) -> bool:
        """ابتداء من 15 تشرين, اعتباراً من السبت: whether a time is told to be the start of something."""
        tokens, position = self.view.tokens, expression.first - 1
        return position > 0 and tokens[position].norm == "من" and tokens[position - 1].norm in _FROM

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
        if expression.own is not None or expression.value.start is None or expression.reference is None:
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
            self.date(inner[-1], expression, "stands in its clause")
        outer = self.hosts.of(expression, since, expression.last)
        if self._compared(since) or (outer is not None and outer.first > expression.last and since > 2):
            return
        if outer is None or outer in inner:
            return
        value = attrs.evolve(expression.value, end=expression.reference, resolution="range", time=None)
        start = self.view.tokens[since].start
        self.date(outer, attrs.evolve(expression, first=since, start=start, value=value, connector="منذ"), "starts its time")

    def _time_host(self, expression: TimeExpression) -> Predicate | None:
        last = expression.last
        if not expression.counted:
            return self.hosts.of(expression, expression.first, last)
        # بعد أيام من الاجتماعات: the expression dates what follows.
        following = (p for p in self.clauses.predicates if last <= p.first <= last + _AFTER and not self.cut(last, p.first))
        host = next(following, None)
        if host is None or any(self.view.tokens[p].text in ("،", ",") or self.view.dated(p) for p in range(last, host.first)):
            return None
        return host

    def _to_come(self, host: Predicate, expression: TimeExpression) -> TimeExpression:
        """حاملة الطائرات تغادر خلال أيام: an open length tells of what is to come, future particle or not."""
        ahead = expression.ahead
        present = host.form is not None and host.form.aspect == "imperfect"
        if ahead is None or expression.value.start is not None or not present:
            return expression
        if host.status == "actual":
            host.status = "future"
            host.why("status", f"{self.view.slice(expression.start, expression.end)}: within that time from now")
        return attrs.evolve(expression, value=ahead)

    def _lasting(self, host: Predicate, expression: TimeExpression) -> TimeExpression:
        """بعد ثلاثة أيام من المعارك: of what goes on, the length is how long it went on."""
        value, reference = expression.value, expression.reference
        if not expression.counted or host.type not in _LASTING or value.start is None or reference is None:
            return expression
        if host.first > expression.last + 1 or value.resolution != "day" or value.start >= reference:
            return expression
        return attrs.evolve(expression, value=attrs.evolve(value, end=reference, resolution="range"))

    def _compared(self, since: int) -> bool:
        """هي الأولى منذ عام 2011, للمرة الثالثة منذ, الهجوم الأعنف منذ أشهر: a time with which something is compared dates nothing."""
        tokens = self.view.tokens
        for position in range(since - 1, max(-1, since - _COMPARED), -1):
            described = position in self.clauses.verbs and position and bare(tokens[position - 1].norm, STRONG_RELATIVES)
            if (position in self.clauses.verbs and not described) or tokens[position].kind == "punct":
                return False
            if tokens[position].norm in _SUPERLATIVE:
                return True
        return False
