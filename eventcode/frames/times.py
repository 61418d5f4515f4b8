"""Times of each predicate: what stands in its clause, and what dates the saying instead."""

from __future__ import annotations

from collections.abc import Set

import attrs

from eventcode.dates import TimeExpression
from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Predicate
from eventcode.mentions import View
from eventcode.mentions.actors import governor
from eventcode.mentions.closed import COMPLEMENTISERS, HARD_ENDS, PREPOSITIONS, QUOTES, STRONG_RELATIVES, bare

_SINCE = frozenset({"منذ", "مذ"})
_UNTIL = frozenset({"حتي", "وحتي", "لغايه", "والي"})
_AFTER = 12
"""Tokens between a length of time and the event that it is counted from (بعد يوم من فشل الدول الثلاث في التوصل إلى هدنة)."""
_BESIDE = 3
"""Tokens between a time and the noun after في that shares it."""
_PRESENT = ("ي", "ت", "س", "ن")
_SHORTEST = 2
"""Letters of the shortest word after a relative that is no verb (التي هي)."""
_ADJECTIVES = 4
"""Tokens from a noun through its adjectives to the relative that describes it."""
_ANEW = frozenset({"والتي", "والذي", "والذين"})
_BY = frozenset({"ب", "في", "جراء", "اثر", "نتيجه", "بسبب"})
_VIOLENT = frozenset({"attack", "strike-at", "clash", "combat", "damage"})
_COMMITTING = frozenset({"promise", "warning", "demand", "appeal", "proposal", "agreement"})
_LASTING = frozenset({"armed_clash", "negotiation", "siege", "protest"})
_WHEN = frozenset({"عندما", "حينما", "حين"})
_FRONT = 2
"""The last token at which a time still opens its sentence."""
_LEADING = STRONG_RELATIVES | COMPLEMENTISERS | {"بعد", "بعدما", "قبل", "منذ", "ضد", "ردا"}
_COMPARED = 7
"""Tokens between a superlative and the time with which it compares (أكبر موجة نزوح منذ بدء الحرب)."""
_SUPERLATIVE = frozenset(
    ["الاولي", "الاول", "الثانيه", "الثاني", "الثالثه", "الثالث", "الرابعه", "الرابع", "الخامسه", "الخامس", "الوحيده", "الوحيد", "المره", "مره",
     "للمره", "اول", "لاول", "الاكبر", "اكبر", "الاعلي", "اعلي", "الاعنف", "اعنف", "الاسوا", "اسوا", "الاوسع", "اوسع", "الاضخم", "اضخم", "الاكثر",
     "الاخطر", "اخطر", "الاشد", "اشد", "الادني", "ادني", "الابرز", "ابرز", "الاهم", "الادمي"]
)  # fmt: skip


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
                if act is not None and self._due_by(act, expression):
                    continue
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
            if expression.own is not None and self._compared(expression.first):
                continue
            host = self._time_host(expression)
            if host is not None and self._due_by(host, expression):
                continue
            if host is not None:
                self._date(host, self._lasting(host, expression), "stands in its clause")
            else:
                nearest = self._nearest(expression.first, expression.last)
                if nearest is not None:
                    left.append((expression, nearest))
        for expression, host in [*left, *announced]:
            if not host.times and not self._due_by(host, expression):
                self._date(host, expression, "is the time of its sentence")
        heading = self.view.dates[0] if self.view.dates else None
        if (
            heading is not None
            and heading.first == 0
            and self.view.tokens[min(heading.last, len(self.view.tokens) - 1)].text == ":"
        ):
            # 24 شباط 2018: وافق المجلس: a date before a colon is that of what the sentence tells.
            for predicate in self.clauses.predicates:
                if not predicate.times and self._main(predicate, heading.last):
                    self._date(predicate, heading, "heads the sentence")
        self._spoken(said)
        self._when()
        for predicate in self.clauses.predicates:
            if not predicate.times:
                self._conjoined(predicate)
        for first, second in zip(self.clauses.predicates, self.clauses.predicates[1:], strict=False):
            if first.times and not second.times and self._within(first, second):
                second.times = list(first.times)
            # تمكنت من السيطرة على ... والتوغل على: coordinated verbal nouns of one verb share their time.
            if not second.times and first.times and (self._caused(first, second) or _repelled(first, second)):
                second.times = list(first.times)
            if second.times and not first.times and _repelled(first, second) and self._object(first, second):
                first.times = list(second.times)
            shared = (
                second.pos == "noun" and second.proclitics[:1] == "و" and first.pos == "noun" and first.verb == second.verb >= 0
            )
            if shared and not second.times and first.times:
                second.times = list(first.times)

    def _due(self, expression: TimeExpression) -> TimeExpression:
        """بحلول الاثنين: a weekday by which something is to be done lies ahead."""
        if expression.counted:
            return self._counted_back(expression)
        due = expression.first and self.view.tokens[expression.first - 1].norm == "بحلول"
        ahead = expression.forward() if due else None
        return expression if ahead is None else attrs.evolve(expression, value=ahead)

    def _due_by(self, host: Predicate, expression: TimeExpression) -> bool:
        """اتفقا على إقامة منطقة بحلول أيار, تعهد بالانسحاب خلال شهر: when something is due is not when it was agreed or promised."""
        if host.status != "actual" or host.first > expression.first or host.type not in _COMMITTING:
            return False
        before = self.view.tokens[expression.first - 1].norm if expression.first else ""
        return before == "بحلول" or expression.connector == "خلال"

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

    def _conjoined(self, predicate: Predicate) -> None:
        """دعا المبعوث الجمعة إلى الحوار، كما طالب بهدنة: a time between two verbs of one subject holds for both."""
        tokens = self.view.tokens
        verb = _told_by(predicate)
        if not self._past(verb) or predicate.first > verb + 1 or any(actor.first > verb for actor in predicate.actors):
            return
        if self.clauses.verbs[verb].match.analysis.proclitics[:1] != "و" and tokens[verb - 1].norm != "كما":
            return
        for first in reversed(self.clauses.predicates):
            told = _told_by(first)
            if not 0 <= told < verb or not first.times or not self._past(told) or first.status != predicate.status:
                continue
            time = first.times[0]
            led = any(bare(tokens[p].norm, COMPLEMENTISERS | STRONG_RELATIVES) for p in range(max(0, told - 1), verb))
            if told < time.first < verb and time.own is None and not time.counted and not led:
                self._date(predicate, time, "holds for both verbs")
            return

    def _object(self, first: Predicate, second: Predicate) -> bool:
        """Whether an act stands as the object in the clause of the one before it, with nothing that ends the clause between."""
        return not self._cut(first.last, second.first) and not self._described(second, second.times[0].first)

    def _past(self, verb: int) -> bool:
        form = self.clauses.verbs[verb].match.value.form if verb in self.clauses.verbs else None
        return form is not None and form.aspect == "perfect"

    def _when(self) -> None:
        """منذ نيسان عندما بدأ هجوماً, شهد أيلول 2015 تحولاً، عندما تدخلت روسيا: what follows when took place at the time named before it."""
        tokens = self.view.tokens
        for position, token in enumerate(tokens):
            if not bare(token.norm, _WHEN) or tokens[position - 1].norm.removeprefix("و") == "في":
                continue  # في حين: while
            named = [time for time in self.view.dates if time.last <= position and time.telling]
            if not named or any(tokens[p].text in HARD_ENDS for p in range(named[-1].last, position)):
                continue
            time = named[-1]
            if time.first > _FRONT and any(v in self.clauses.verbs for v in range(time.last, position)):
                continue
            point = time if time.own is None else attrs.evolve(time, value=time.own, connector="")
            end = next((p for p in range(position, len(tokens)) if tokens[p].text in HARD_ENDS), len(tokens))
            for predicate in self.clauses.predicates:
                if position < predicate.first < end and not predicate.times and self._main(predicate, position):
                    self._date(predicate, point, "is when it was")

    def _main(self, predicate: Predicate, start: int) -> bool:
        """Whether what tells a predicate is the verb of its clause or carried by it, with no relative clause or content between."""
        told = predicate.verb if predicate.verb >= start else predicate.first
        verbs = sum(v in self.clauses.verbs and not self._own(v) for v in range(start, told))
        led = any(bare(self.view.tokens[p].norm, _LEADING) for p in range(start + 1, predicate.first))
        return not led and (not verbs or predicate.proclitics[:1] == "و")

    def _within(self, first: Predicate, second: Predicate) -> bool:
        """زار أنقرة الاثنين، حيث التقى نظيره; اعتُقل السبت في عملية أمنية: what is told to have happened there and then."""
        tokens = self.view.tokens
        if second.pos == "verb" and second.form is not None and second.form.aspect == "perfect":
            return tokens[second.first - 1].norm == "حيث" and first.pos == "verb"
        if second.pos != "noun" or governor(self.view, second.first)[0] != "في" or first.times[0].last > second.first:
            return False
        return second.first - first.times[0].last <= _BESIDE and not self._cut(first.times[0].last, second.first)

    def _caused(self, first: Predicate, second: Predicate) -> bool:
        """قتلت القوات في أيلول قيادياً بغارة: what killed people took place when they were killed."""
        if first.pattern.frame != "kill" or first.pos != "verb" or second.pos != "noun" or second.pattern.frame not in _VIOLENT:
            return False
        found = second.proclitics[-1:] or governor(self.view, second.first)[0]
        return found in _BY and not self._cut(first.last, second.first)

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
            self._date(inner[-1], expression, "stands in its clause")
        outer = self._host_of(since, expression.last)
        if self._compared(since) or (outer is not None and outer.first > expression.last and since > 2):
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
            return None if self._described(before[-1], first) else before[-1]
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
                if self._of_content(verb, first, last):
                    continue
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

    def _of_content(self, verb: int, first: int, last: int) -> bool:
        """Whether a time behind a verb of reporting is that of what is reported: أحصى المرصد منذ مطلع العام مئة غارة, which goes back to
        its start, and الهدنة التي أعلنتها موسكو في آب, by whose announcement the truce was made.
        """
        tokens = self.view.tokens
        since = bare(tokens[first].norm, _SINCE)
        led = any(bare(tokens[p].norm, COMPLEMENTISERS) for p in range(last, min(last + 2, len(tokens))))
        if since and not led:
            return True
        made = (p for p in self.clauses.predicates if p.type == "ceasefire" and p.last == verb - 1)
        return bare(tokens[verb - 1].norm, STRONG_RELATIVES) != "" and any(made)

    def _time_host(self, expression: TimeExpression) -> Predicate | None:
        last = expression.last
        if not expression.counted:
            return self._host_of(expression.first, last)
        # بعد أيام من الاجتماعات: the expression dates what follows.
        following = (p for p in self.clauses.predicates if last <= p.first <= last + _AFTER and not self._cut(last, p.first))
        host = next(following, None)
        if host is None or any(self.view.tokens[p].text in ("،", ",") or self.view.dated(p) for p in range(last, host.first)):
            return None
        return host

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
            if position in self.clauses.verbs or tokens[position].kind == "punct":
                return False
            if tokens[position].norm in _SUPERLATIVE:
                return True
        return False

    def _host_of(self, first: int, last: int) -> Predicate | None:
        predicates = self.clauses.predicates
        carried = self._carried(first, last)
        if carried is not None:
            return carried
        before = [] if self._begins(first, last) else [p for p in predicates if p.last <= first and not self._apart(p, first)]
        if before:
            return self._flown(self._of_subject(next((p for p in reversed(before) if not _adjective(p)), before[-1]), first))
        after = [p for p in predicates if p.first >= last and not self._cut(last, p.first)]
        # اختفى الأحد، بعد هجوم: a word of cause takes what follows out of the clause of the time.
        after = [p for p in after if not any(self.clauses.hard[position] for position in range(last, p.first))]
        told = self._told(last) if after else None
        # في 4 أيار، وقعت الدول الراعية للمحادثات اتفاقاً: a time before its verb is that of what the verb tells.
        return told if told in after and max(told.verb, -1) < after[0].first else next(iter(after), None)

    def _carried(self, first: int, last: int) -> Predicate | None:
        """شنت القوات، الأحد، غارات: a time between a light verb and its noun."""
        verb = max((v for v in self.clauses.verbs if v < first), default=-1)
        nouns = [
            p for p in self.clauses.predicates if p.verb == verb >= 0 and p.pos == "noun" and not self._inserted(p, verb, first)
        ]
        if not nouns or not last <= nouns[0].first <= last + 6 or not self.clauses.verbs[verb].kinds & {"light", "aspect"}:
            return None
        found = nouns[0].proclitics[-1:] or governor(self.view, nouns[0].first)[0]
        return nouns[0] if found in ("", "ب", "ل") and not self._cut(verb + 1, first) else None

    def _begins(self, first: int, last: int) -> bool:
        """قصفت طائرات البلدة، وفي نيسان وقعت معارك: a time after و, with a verb right after it, begins a clause."""
        tokens = self.view.tokens
        led = tokens[first].norm.startswith("و") if first and tokens[first - 1].kind == "punct" else False
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
            return self._described(predicate, first) or self._cut(predicate.last, first)
        own = self._own_clause(predicate)
        if own is not None and own < first:
            return self._cut(own + 1, first)
        return self._cut(predicate.last, first)

    def _described(self, predicate: Predicate, first: int) -> bool:
        """Whether a relative clause in the perfect, which has a time of its own, stands between a predicate and a time."""
        tokens = self.view.tokens
        for position in range(predicate.last, first):
            if bare(tokens[position].norm, STRONG_RELATIVES):
                verb = tokens[position + 1].norm
                return len(verb) > _SHORTEST and not verb.startswith(_PRESENT) and not bare(verb, PREPOSITIONS)
        return False

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
        """شردت المعارك الآلاف منذ الأحد: the time is that of the verb, of which a noun of an act is the subject; but الاتفاق الذي أبرم الأحد."""
        if predicate.pos != "noun" or predicate.proclitics or (self._own_clause(predicate) or first) < first:
            return predicate
        return next((p for p in self.clauses.predicates if p.pos == "verb" and p.last == predicate.first), predicate)

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
            if position in self.clauses.verbs and not self._own(position) and not self._bounds(position):
                return True
            if tokens[position].norm in _ANEW and not any(v in self.clauses.verbs for v in (position + 1, position + 2)):
                return True  # والتي أصبحت سارية في 6 أيار: a clause of its own
        return False

    def _bounds(self, index: int) -> bool:
        """ما لا يقل عن 116: a verb inside a number is that of no clause."""
        return any(quantity.first <= index < quantity.last for quantity in self.view.quantities)

    def _own(self, index: int) -> bool:
        kinds = self.clauses.verbs[index].kinds
        return bool(kinds & {"light", "aspect", "cue", "result"}) or ("verb" in kinds and "control" in self.view.lists[index])


def _told_by(predicate: Predicate) -> int:
    """The verb that a predicate is, or that carries it; -1 for none."""
    return predicate.first if predicate.pos == "verb" else predicate.verb


def _repelled(first: Predicate, second: Predicate) -> bool:
    """تصدى الجيش اليوم لهجوم: what is repelled took place when it was repelled."""
    foiled = first.type == "disrupted_weapons" and second.pos == "noun" and first.verb < 0
    return foiled and (second.proclitics[-1:] == "ل" or (second.status == "attempted" and not second.proclitics))


def _adjective(predicate: Predicate) -> bool:
    """البلدة المحاصرة: a participle that describes a noun leaves the time of its clause to others."""
    return predicate.pos == "participle" and predicate.definite
