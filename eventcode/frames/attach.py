"""Places, times and counts of each predicate: what stands in its clause, after what governs it."""

from __future__ import annotations

import attrs

from eventcode.codebook import Codebook
from eventcode.dates import TimeExpression
from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Item, Predicate
from eventcode.mentions import ActorMention, View
from eventcode.mentions.actors import governor
from eventcode.mentions.closed import COMPLEMENTISERS, HARD_ENDS, QUOTES, RESUMPTIVE, bare
from eventcode.model import Count
from eventcode.numbers import Quantity

_DESTINATION = frozenset({"الي", "نحو", "باتجاه", "صوب", "تجاه", "علي"})
_COUNT_BY_TYPE = {
    "killing": "killed", "assassination": "killed", "execution": "killed", "displacement": "displaced",
    "evacuation": "displaced", "arrest": "detained", "prisoner_release": "detained", "abduction": "abducted",
}  # fmt: skip


_SINCE = frozenset({"منذ", "مذ"})
_ATTACKS = frozenset({"attack", "strike-at"})
_UNTIL = frozenset({"حتي", "وحتي", "لغايه", "والي"})
_ANEW = frozenset({"والتي", "والذي", "والذين"})
_SEATS = frozenset({"مقرها", "مقره", "مقرهم", "مقرهما", "بتوقيت", "توقيت"})
_ORIGINS = ("متحدر", "منحدر", "ينحدر", "تنحدر", "يتحدر", "تتحدر")
# Types of leaving: the place is where they left, and where they went is the destination (coding rules, section 4).
_LEAVING = frozenset({"displacement", "evacuation"})
_TALKS = frozenset({"negotiation", "agreement"})
# Verbs whose subject is the scene of what they tell.
_SCENE = frozenset({"شهد", "تعرض", "عاني", "عاش"})
# How many words after the verb of a relative clause the pronoun may stand that takes up its noun.
_RESUMPTION_REACH = 8
_WITH_VEHICLES = frozenset({"mobilization", "aid", "withdrawal", "evacuation", "military_support", "joint_patrol"})


class Attacher:
    """Gives predicates their places, time expressions and counts."""

    def __init__(self, view: View, clauses: Clauses, codebook: Codebook, sources: set[int], verbs_of_report: set[int]) -> None:
        self.view = view
        self.clauses = clauses
        self.codebook = codebook
        self.sources = sources
        self.reports = verbs_of_report

    # -- places ------------------------------------------------------------------------------------------------------

    def places(self) -> None:
        """Give each place to the predicate on whose right it stands in the same clause, else to the one it precedes."""
        topics: dict[int, list[int]] = {}
        described: list[tuple[Predicate, int]] = []
        for position, place in enumerate(self.view.places):
            if place.first in self.sources or self._elsewhere(place.first):
                continue
            if self._inside_actor(place.first, place.last):
                continue
            item = next((i for i in self.clauses.items if i.places == [position]), None)
            if item is None:
                continue
            host = self._host(item)
            if host is None:
                continue
            governed = self.clauses.outer_governor(item)
            leaving = host.type in _LEAVING and host.first < place.first
            if leaving and (governed in _DESTINATION or (governed == "في" and self._refuge(host))):
                host.destinations.append(position)
            elif host.first < place.first:
                if self._describes(host, place.first):
                    described.append((host, position))
                else:
                    host.places.append(position)
            else:
                topics.setdefault(id(host), []).append(position)
        self._headline(topics)
        for predicate in self.clauses.predicates:
            taken_up = self._described(predicate) or self._antecedents(predicate)
            if taken_up:
                predicate.places = taken_up
            # A place before its predicate is the event's only where none stands after it; after talks stands what they are about.
            if predicate.type in _TALKS:
                predicate.places = sorted({*predicate.places, *topics.get(id(predicate), [])})
            elif not predicate.places:
                predicate.places = topics.get(id(predicate), [])
        for host, position in described:
            if not host.places or (host.places[-1] + 1 == position and self.view.places[position].proclitics[:1] == "و"):
                host.places.append(position)

    def _describes(self, host: Predicate, first: int) -> bool:
        """قصف القوات التي تسيطر على المدينة: a place inside a relative clause tells of its noun, unless that noun is the predicate."""
        for index in range(host.last, first):
            if not self.clauses.relative(index):
                continue
            of_host = index - host.last <= 2 and not any(host.last <= actor.first < index for actor in self.view.actors)
            closed = any(self.view.tokens[p].text in ("،", ",") for p in range(index, first))
            if not of_host and not closed:
                return True
        return False

    def _described(self, predicate: Predicate) -> list[int]:
        """الغوطة المحاصرة, البلدتين المحاصرتين: a participle right after a place, as its adjective, happens there."""
        if predicate.pos == "verb" or not predicate.definite or predicate.proclitics:
            return []
        before = [position for position, place in enumerate(self.view.places) if place.last == predicate.first]
        return self._with_coordinated(before[-1:])

    def _antecedents(self, predicate: Predicate) -> list[int]:
        """دوما التي سيطرت عليها القوات, البلدتين اللتين تحاصرهما: the place that a relative clause takes up is where its verb happens."""
        start = min(predicate.first, predicate.verb) if predicate.verb >= 0 else predicate.first
        opening = next((i for i in range(start - 1, max(-1, start - 4), -1) if self.clauses.relative(i)), None)
        if opening is None or not self._resumed(start):
            return []
        before = [position for position, place in enumerate(self.view.places) if 0 <= opening - place.last <= 2]
        return self._with_coordinated(before[-1:])

    def _with_coordinated(self, out: list[int]) -> list[int]:
        """A place and those that "and" joins to it on its right, by their positions."""
        while out and out[0] > 0 and self.view.places[out[0]].proclitics[:1] == "و":
            if self.view.places[out[0]].first - self.view.places[out[0] - 1].last > 1:
                break
            out.insert(0, out[0] - 1)
        return out

    def _resumed(self, start: int) -> bool:
        """Whether a relative clause takes up its noun by a pronoun (عليها, تحاصرهما), or its verb has it as the scene (شهدت)."""
        verb = self.clauses.verbs.get(start)
        if verb is not None:
            form = verb.match.value.form
            if verb.match.enclitic or (form is not None and form.lemma in _SCENE):
                return True
        for index in range(start, min(len(self.view.tokens), start + _RESUMPTION_REACH)):
            if self.clauses.hard[index] or self.view.tokens[index].text in ("،", ","):
                return False
            if self.view.tokens[index].norm in RESUMPTIVE:
                return True
        return False

    def _headline(self, topics: dict[int, list[int]]) -> None:
        """عفرين.. احتجاجات, إدلب: قصف: a place set before a headline is that of everything in it."""
        tokens = self.view.tokens
        if not self.view.places or self.view.places[0].first != 0:
            return
        place = self.view.places[0]
        if place.last < len(tokens) and tokens[place.last].text in (":", "..", "…", ".", "-", "–", "|"):
            for predicate in self.clauses.predicates:
                topics.setdefault(id(predicate), []).append(0)

    def _elsewhere(self, index: int) -> bool:
        """Where an organisation sits, whose time it is or where people are from, nothing happened.

        منظمة مقرها الولايات المتحدة, بتوقيت دمشق, عائلات متحدرة من حمص وحماة
        """
        if self.view.tokens[index].norm[:1] == "و":
            joined = next((place for place in self.view.places if 0 <= index - place.last <= 1), None)
            if joined is not None:
                index = joined.first
        before = [self.view.tokens[p].norm.removeprefix("و").removeprefix("ال") for p in range(max(0, index - 2), index)]
        return any(word in _SEATS or word.startswith(_ORIGINS) for word in before)

    def _refuge(self, host: Predicate) -> bool:
        return host.form is not None and host.form.lemma in ("لجا",)

    def _inside_actor(self, first: int, last: int) -> bool:
        return any(
            actor.first <= first
            and last <= actor.last
            and actor.kind not in ("country", "capital")
            and not actor.quantity
            and actor.kind not in ("facility",)
            for actor in self.view.actors
        ) or any(
            actor.first <= first < actor.last and actor.kind in ("country", "capital") and self._acts(actor)
            for actor in self.view.actors
        )

    def _acts(self, actor: ActorMention) -> bool:
        """Whether a country or capital fills a role: then it is no place."""
        return any(actor in predicate.actors or actor in predicate.targets for predicate in self.clauses.predicates)

    def _host(self, item: Item) -> Predicate | None:
        """The predicate that a place belongs to: the nearest one before it in its clause, else the next one in its clause.

        A place that no clause claims goes to the last predicate before it, where that one has no place of its own.
        """
        predicates = self.clauses.predicates
        before = [p for p in predicates if p.last <= item.first]
        close = [p for p in before if not self._broken(p.last, item.first)]
        if close:
            return close[-1]
        after = [p for p in predicates if p.first >= item.last and not self._broken(item.last, p.first)]
        if after:
            return after[0]
        return before[-1] if before and not before[-1].places else None

    def _broken(self, start: int, end: int) -> bool:
        """Whether a clause boundary stands between two tokens."""
        for position in range(start, end):
            if self.view.tokens[position].text in HARD_ENDS:
                return True
            if position > start and (bare(self.view.tokens[position].norm, COMPLEMENTISERS) or self._new_clause(position)):
                return True
        return False

    def _new_clause(self, index: int) -> bool:
        """، كما شهدت ..., ، فيما ...: a comma, a subordinator and a verb open a clause with places of its own."""
        if not self.clauses.hard[index] or self.view.tokens[index - 1].text not in ("،", ","):
            return False
        return index + 1 in self.clauses.verbs or index + 2 in self.clauses.verbs

    # -- times -------------------------------------------------------------------------------------------------------

    def times(self) -> None:
        """Give each time expression to its predicate; one next to a reporting verb dates the saying."""
        left: list[tuple[TimeExpression, Predicate]] = []
        announced: list[tuple[TimeExpression, Predicate]] = []
        for expression in self.view.dates:
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
        for first, second in zip(self.clauses.predicates, self.clauses.predicates[1:], strict=False):
            # تمكنت من السيطرة على ... والتوغل على: coordinated verbal nouns of one verb share their time.
            shared = (
                second.pos == "noun" and second.proclitics[:1] == "و" and first.pos == "noun" and first.verb == second.verb >= 0
            )
            if shared and not second.times and first.times:
                second.times = list(first.times)

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
            following = [p for p in predicates if last <= p.first <= last + 4]
            return following[0] if following else None
        carried = self._carried(first, last)
        if carried is not None:
            return carried
        before = [p for p in predicates if p.last <= first and not self._cut(p.last, first)]
        if before:
            return self._flown(next((p for p in reversed(before) if not self._adjective(p)), before[-1]))
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

    def _adjective(self, predicate: Predicate) -> bool:
        """البلدة المحاصرة: a participle that describes a noun leaves the time of its clause to others."""
        return predicate.pos == "participle" and predicate.definite

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

    # -- counts ------------------------------------------------------------------------------------------------------

    def counts(self) -> None:
        """Tie quantities to the predicates whose target, actor or own noun they count."""
        used: set[int] = set()
        for predicate in self.clauses.predicates:
            for mention in [*predicate.targets, *predicate.actors]:
                if mention.quantity is None or id(mention.quantity) in used:
                    continue
                kind = self.kind_of(predicate, mention)
                if kind and kind not in predicate.counts:
                    self.give(predicate, kind, mention.quantity)
                    used.add(id(mention.quantity))
                elif kind and self._coordinated(predicate, mention):
                    self.add(predicate, kind, mention.quantity)
                    used.add(id(mention.quantity))
        for mention in self.view.actors:
            if mention.quantity is None or id(mention.quantity) in used or mention.kind != "vehicle":
                continue
            hosts = [p for p in self.clauses.predicates if p.type in _WITH_VEHICLES and p.first < mention.first]
            if hosts and "vehicles" not in hosts[-1].counts and not self._broken(hosts[-1].last, mention.first):
                self.give(hosts[-1], "vehicles", mention.quantity)
                used.add(id(mention.quantity))
        for quantity in self.view.quantities:
            if id(quantity) in used:
                continue
            found = self._by_noun(quantity)
            if found is not None:
                predicate, kind = found
                if kind not in predicate.counts:
                    self.give(predicate, kind, quantity)
                    used.add(id(quantity))
        for predicate in self.clauses.predicates:
            if self._two(predicate):
                text = self.view.slice(predicate.start, predicate.end)
                predicate.counts["strikes"] = Count(2, 2, False, None, text, predicate.start, predicate.end, ())
                predicate.why("counts", f"{text}: two of them")

    def _two(self, predicate: Predicate) -> bool:
        """هجومين, غارتان: a dual counts itself."""
        dual = predicate.pos == "noun" and predicate.form is not None and predicate.form.number == "d"
        return dual and predicate.pattern.frame in _ATTACKS and "strikes" not in predicate.counts

    def _coordinated(self, predicate: Predicate, mention: ActorMention) -> bool:
        """مقتل 15 عنصراً من قوات النظام و7 من التنظيم, خروج 20 مقاتلاً و90 مدنياً: numbers of coordinated parties are added up."""
        counted = predicate.pattern.frame == "kill" or predicate.type in _COUNT_BY_TYPE
        return counted and any(
            other is not mention and other.group == mention.group and other.quantity is not None and other.first < mention.first
            for other in (*predicate.targets, *predicate.actors)
        )

    def add(self, predicate: Predicate, kind: str, quantity: Quantity) -> None:
        """Add a number to a count."""
        count = predicate.counts[kind]
        high = None if count.high is None or quantity.high is None else count.high + quantity.high
        end = max(count.end or quantity.end, quantity.end)
        text = self.view.slice(count.start, end) if count.start is not None else count.text
        predicate.counts[kind] = attrs.evolve(
            count,
            low=count.low + quantity.low,
            high=high,
            text=text,
            end=end,
            approximate=count.approximate or quantity.approximate,
        )
        predicate.why("counts", f"{self.view.slice(quantity.start, quantity.end)}: added to it")

    def give(self, predicate: Predicate, kind: str, quantity: Quantity) -> None:
        """Set one count."""
        parts = tuple(
            Count(part.low, part.high, part.approximate, part.unit, self.view.slice(part.start, part.end), part.start, part.end)
            for part in getattr(quantity, "breakdown", ())
        )
        unit = quantity.unit or ("people" if kind in ("killed", "injured", "displaced", "detained", "abducted", "troops") else None)
        predicate.counts[kind] = Count(
            quantity.low, quantity.high, quantity.approximate, unit, self.view.slice(quantity.start, quantity.end),
            quantity.start, quantity.end, parts,
        )  # fmt: skip
        predicate.why("counts", f"{self.view.slice(quantity.start, quantity.end)}: {kind}")

    def kind_of(self, predicate: Predicate, mention: ActorMention) -> str:
        """The kind of a count from the predicate's type and what the counted noun is."""
        lists = self._lists(mention.head)
        for kind in ("dead", "wounded"):
            if kind in lists:
                return "killed" if kind == "dead" else "injured"
        if predicate.pattern.counts:
            return predicate.pattern.counts
        if mention.kind == "facility":
            return "facilities" if predicate.type != "siege" else ""
        if mention.kind in ("aircraft", "weapon", "vehicle"):
            return "vehicles" if mention.kind != "weapon" else ""
        if predicate.type in _COUNT_BY_TYPE:
            return _COUNT_BY_TYPE[predicate.type]
        if predicate.type in ("mobilization", "withdrawal", "intervention", "group_change"):
            return "troops"
        if predicate.pattern.frame == "flee":
            return "displaced"
        return ""

    def _lists(self, index: int) -> frozenset[str]:
        return self.view.lists[index]

    def _by_noun(self, quantity: Quantity) -> tuple[Predicate, str] | None:
        """Counts that the noun alone tells: غارات، قتلى، جرحى، قرى."""
        noun = quantity.noun
        if noun is None:
            # ارتفاع عدد القتلى إلى 150: a bare number after the toll.
            at = [p for p in self.clauses.predicates if p.type in _COUNT_BY_TYPE and p.last == quantity.first and not p.counts]
            if at:
                return at[-1], at[-1].pattern.counts or _COUNT_BY_TYPE[at[-1].type]  # نزح ملايين
            tolls = [p for p in self.clauses.predicates if p.pattern.frame == "kill" and p.first < quantity.first and not p.counts]
            return (tolls[-1], tolls[-1].pattern.counts or _COUNT_BY_TYPE.get(tolls[-1].type, "killed")) if tolls else None
        own = next((p for p in self.clauses.predicates if p.first <= noun < p.last), None)
        if own is not None and own.pos == "noun":
            if own.pattern.frame == "kill":
                return own, own.pattern.counts or "killed"
            if own.type in ("air_strike", "shelling") or own.pattern.frame == "attack":
                return own, "strikes"
            return None
        lists = self._lists(noun)
        near = [p for p in self.clauses.predicates if not self._broken(min(p.last, noun), max(p.first, noun))]
        if not near:
            near = self.clauses.predicates
        if not near:
            return None
        before = [p for p in near if p.first < noun]
        host = before[-1] if before else near[0]
        if quantity.unit == "people" and host.pattern.frame == "kill" and 0 <= noun - host.last <= 5:
            return host, host.pattern.counts or _COUNT_BY_TYPE.get(host.type, "killed")
        if quantity.unit == "people" and host.type in _COUNT_BY_TYPE and 0 <= quantity.first - host.last <= 3:
            return host, _COUNT_BY_TYPE[host.type]
        if "dead" in lists:
            return host, "killed"
        if "wounded" in lists:
            return host, "injured"
        if "munitions" in lists or "strike-nouns" in lists:
            attacks = [p for p in near if p.pattern.frame in _ATTACKS]
            return (attacks[-1], "strikes") if attacks else None
        if "place-nouns" in lists:
            taken = [p for p in near if p.pattern.frame == "seize"] or [
                p for p in before if p.type in ("ground_attack", "siege") or (p.pos == "verb" and p.pattern.frame in _ATTACKS)
            ]
            return (taken[-1], "places") if taken else None
        return None
