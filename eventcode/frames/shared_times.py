"""Times that several predicates share: two verbs of one subject, what took place there and then, what caused a death."""

from __future__ import annotations

import attrs

from eventcode.dates import TimeExpression
from eventcode.frames.model import Predicate
from eventcode.frames.time_reach import TimeReach
from eventcode.mentions.closed import COMPLEMENTISERS, HARD_ENDS, STRONG_RELATIVES, bare
from eventcode.mentions.governors import governor

_BESIDE = 3
"""Tokens between a time and the noun after في that shares it."""
_LIGHT = 3
"""Tokens from a verb to the act that it carries with a noun of doing (بدأت بشن غارات)."""
_DURING = frozenset({"خلال", "اثناء", "لدي", "هامش", "ابان"})
"""Words before an act during which another one took place."""
_BY = frozenset({"ب", "في", "جراء", "اثر", "نتيجه", "بسبب"})
_VIOLENT = frozenset({"attack", "strike-at", "clash", "combat", "damage"})
_WHEN = frozenset({"عندما", "حينما", "حين"})
_FRONT = 2
"""The last token at which a time still opens its sentence."""
_LEADING = STRONG_RELATIVES | COMPLEMENTISERS | {"بعد", "بعدما", "قبل", "منذ", "ضد", "ردا"}


class SharedTimes(TimeReach):
    """Gives predicates that have no time of their own that of another one; ``said`` are the times of verbs of reporting."""

    def fill(self, said: dict[int, TimeExpression]) -> None:
        """Share the times that are told."""
        self._headed()
        self._spoken(said)
        self._there_and_then()
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
            if second.times and not first.times and self._during(first, second):
                first.times = list(second.times)
            if second.times and not first.times and _repelled(first, second) and self._object(first, second):
                first.times = list(second.times)
            if second.times and not first.times and _names(first, second):
                first.times = list(second.times)
            if first.times and not second.times and self._came_of(first, second):
                second.times = list(first.times)
            shared = (
                second.pos == "noun" and second.proclitics[:1] == "و" and first.pos == "noun" and first.verb == second.verb >= 0
            )
            if shared and not second.times and first.times:
                second.times = list(first.times)

    def _headed(self) -> None:
        """24 شباط 2018: وافق المجلس: a date before a colon is that of what the sentence tells."""
        heading = self.view.dates[0] if self.view.dates else None
        if (
            heading is not None
            and heading.first == 0
            and self.view.tokens[min(heading.last, len(self.view.tokens) - 1)].text == ":"
        ):
            for predicate in self.clauses.predicates:
                if not predicate.times and self._main(predicate, heading.last):
                    self.date(predicate, heading, "heads the sentence")

    def _there_and_then(self) -> None:
        """في آذار نجح في التوسع، حيث تمكن من السيطرة, تعود إلى عام 2015، حيث التقى: a time that no event has, before حيث."""
        tokens = self.view.tokens
        for predicate in self.clauses.predicates:
            told = _told_by(predicate)
            if predicate.times or told < 1 or tokens[told - 1].norm != "حيث":
                continue
            # تمكن من is spelled like an imperfect too
            if not self._past(told) and "cue" not in self.clauses.verbs[told].kinds:
                continue
            free = [t for t in self.view.dates if t.last < told and t.telling and t.own is None]
            free = [t for t in free if t.first <= _FRONT or told - t.last <= 2]
            if not free or any(free[-1] in p.times for p in self.clauses.predicates):
                continue
            if not any(tokens[p].text in HARD_ENDS for p in range(free[-1].last, told)):
                self.date(predicate, free[-1], "is told of there and then")

    def _spoken(self, said: dict[int, TimeExpression]) -> None:
        """قال الوزير الاثنين إن بلاده ترحب: a verbal act that one does by saying so has the time of the saying."""
        for predicate in self.clauses.predicates:
            said_so = predicate.spoken in said and predicate.type != "investigation"
            if said_so and not predicate.times and predicate.status == "actual":
                self.date(predicate, said[predicate.spoken], "is when it was said")

    def _conjoined(self, predicate: Predicate) -> None:
        """دعا المبعوث الجمعة إلى الحوار، كما طالب بهدنة: a time between two verbs of one subject holds for both."""
        tokens = self.view.tokens
        verb = _told_by(predicate)
        kinds = self.clauses.verbs[verb].kinds if verb in self.clauses.verbs else frozenset()
        if "result" in kinds and predicate.pos == "noun" and predicate.first == verb + 1:
            return  # وأسفرت الاشتباكات عن: the subject of the second verb
        reach = _LIGHT if "aspect" in kinds else 1
        if not self._past(verb) or predicate.first > verb + reach or any(actor.first > verb for actor in predicate.actors):
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
                self.date(predicate, time, "holds for both verbs")
            return

    def _object(self, first: Predicate, second: Predicate) -> bool:
        """Whether an act stands as the object in the clause of the one before it, with nothing that ends the clause between."""
        return not self.cut(first.last, second.first) and not self.described(second, second.times[0].first)

    def _past(self, verb: int) -> bool:
        form = self.clauses.verbs[verb].match.value.form if verb in self.clauses.verbs else None
        return form is not None and form.aspect == "perfect"

    def _when(self) -> None:
        """منذ نيسان عندما بدأ هجوماً, شهد أيلول 2015 تحولاً، عندما تدخلت روسيا: what follows when took place at the time named before it."""
        tokens = self.view.tokens
        for position, token in enumerate(tokens):
            if not bare(token.norm, _WHEN) or tokens[position - 1].norm.removeprefix("و") == "في":
                continue  # في حين: while
            self._at_the_time(position)
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
                    self.date(predicate, point, "is when it was")

    def _at_the_time(self, when: int) -> None:
        """احتجزوا رهائن عندما اجتاحوا المدينة قبل سنوات: what is told before when took place at the time of its clause."""
        end = next((p for p in range(when, len(self.view.tokens)) if self.view.tokens[p].text in HARD_ENDS), len(self.view.tokens))
        inside = [p for p in self.clauses.predicates if when < p.first < end and p.times and p.times[0].connector != "منذ"]
        before = [p for p in self.clauses.predicates if p.last <= when]
        if not inside or not before or before[-1].times or before[-1].status != "actual" or not self._past(_told_by(before[-1])):
            return
        if not self.cut(before[-1].last, when) and before[-1].first <= when:
            self.date(before[-1], inside[0].times[0], "is when it was")

    def _main(self, predicate: Predicate, start: int) -> bool:
        """Whether what tells a predicate is the verb of its clause or carried by it, with no relative clause or content between."""
        told = predicate.verb if predicate.verb >= start else predicate.first
        verbs = sum(v in self.clauses.verbs and not self.own(v) for v in range(start, told))
        led = any(bare(self.view.tokens[p].norm, _LEADING) for p in range(start + 1, predicate.first))
        return not led and (not verbs or predicate.proclitics[:1] == "و")

    def _within(self, first: Predicate, second: Predicate) -> bool:
        """زار أنقرة الاثنين، حيث التقى نظيره; اعتُقل السبت في عملية أمنية: what is told to have happened there and then."""
        tokens = self.view.tokens
        if second.pos == "verb" and second.form is not None and second.form.aspect == "perfect":
            return tokens[second.first - 1].norm == "حيث" and first.pos == "verb"
        during = self.view.tokens[second.first - 1].norm in _DURING
        if second.pos != "noun" or first.times[0].last > second.first:
            return False
        if not during and governor(self.view, second.first)[0] != "في":
            return False
        return second.first - first.times[0].last <= _BESIDE and not self.cut(first.times[0].last, second.first)

    def _during(self, first: Predicate, second: Predicate) -> bool:
        """خطف التنظيم نساء أثناء هجومه الأربعاء: what was done during an act took place when that did."""
        verb = self.clauses.governing_verb(second.first)
        within = self.view.tokens[second.first - 1].norm in _DURING and second.pos == "noun" and second.times[0].connector != "منذ"
        told = verb is not None and verb.index in (first.first, first.verb)
        own = range(second.last, second.times[0].first)  # خلال الحملة التي انتهت في آذار: no time of the whole of it
        near = len(own) <= _BESIDE and not any(bare(self.view.tokens[p].norm, STRONG_RELATIVES) for p in own)
        return within and near and told and first.status == second.status == "actual" and not self.cut(first.last, second.first)

    def _came_of(self, first: Predicate, second: Predicate) -> bool:
        """انتهت المعركة الأحد بانسحاب الفصائل: an act ends, or is completed, with what comes of it right behind the time."""
        time = first.times[0]
        ends = first.pos == second.pos == "noun" and first.verb == second.verb >= 0 and second.proclitics[-1:] == "ب"
        ends = ends and not any(bare(self.view.tokens[p].norm, STRONG_RELATIVES) for p in range(first.last, time.first))
        return ends and first.last <= time.first and 0 <= second.first - time.last <= 1

    def _caused(self, first: Predicate, second: Predicate) -> bool:
        """قتلت القوات في أيلول قيادياً بغارة: what killed people took place when they were killed."""
        if first.pattern.frame != "kill" or first.pos != "verb" or second.pos != "noun" or second.pattern.frame not in _VIOLENT:
            return False
        found = second.proclitics[-1:] or governor(self.view, second.first)[0]
        return found in _BY and not self.cut(first.last, second.first)


def _told_by(predicate: Predicate) -> int:
    """The verb that a predicate is, or that carries it; -1 for none."""
    return predicate.first if predicate.pos == "verb" else predicate.verb


def _names(deal: Predicate, predicate: Predicate) -> bool:
    """اتفاقات التهجير تحت رعاية دولية في أيار: the time of what names a deal is that of the deal too."""
    nouns = deal.pos == predicate.pos == "noun" and deal.type == "agreement" and not predicate.proclitics
    return nouns and predicate.definite and deal.last == predicate.first


def _repelled(first: Predicate, second: Predicate) -> bool:
    """تصدى الجيش اليوم لهجوم: what is repelled took place when it was repelled."""
    foiled = first.type == "disrupted_weapons" and second.pos == "noun" and first.verb < 0
    return foiled and (second.proclitics[-1:] == "ل" or (second.status == "attempted" and not second.proclitics))
