"""Places of each predicate: what stands in its clause, after what governs it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from eventcode.frames.clauses import Clauses
from eventcode.frames.contents import SPEECH
from eventcode.frames.model import Item, Predicate, Report
from eventcode.gazetteer import PlaceMention
from eventcode.mentions import ActorMention, View
from eventcode.mentions.closed import COMPLEMENTISERS, RESUMPTIVE, bare

_TOWARDS = frozenset({"الي", "نحو", "باتجاه", "صوب", "تجاه"})
# ... and words after which it leads nowhere: إلى حد ما, إلى جانب.
_NOWHERE = frozenset({"حد", "جانب", "ان", "ذلك"})
_EXCEPTED = frozenset({"باستثناء", "استثناء", "عدا", "ماعدا", "خلا", "ماخلا"})
_SEATS = frozenset({"مقرها", "مقره", "مقرهم", "مقرهما", "بتوقيت", "توقيت"})
_ORIGINS = ("متحدر", "منحدر", "ينحدر", "تنحدر", "يتحدر", "تتحدر")
# Types of leaving: the place is where they left, and where they went is the destination (coding rules, section 4).
_LEAVING = frozenset({"displacement", "evacuation"})
# لجأ إلى, لجأ في: the place is where they fled to.
_REFUGE = frozenset({"لجا"})
_TALKS = frozenset({"negotiation", "agreement"})
# Verbs whose subject is the scene of what they tell.
_SCENE = frozenset({"شهد", "تعرض", "عاني", "عاش"})
_SCENE_WORDS = re.compile("[وف]?(?:س?[يت]شهد|شهدت?|[يت]?تعرضت?)")
# ... and verbs that spare a place an act.
_SPARING_WORDS = re.compile("[وف]?(?:[لب]?[يت]?جنبت?|[لب]?تجنيب)")
_TOLD_OF = frozenset({"الي", "عن", "علي", "حول", "بشان"})
# Frames of acts that have what they are done to as their place, too, and within how many words that is named.
_STRUCK = frozenset({"attack", "strike-at", "seize"})
_STRUCK_REACH = 4
_WITHIN_REACH = 2
# Types of leaving a country.
_LEFT = frozenset({"withdrawal", "displacement", "evacuation"})
# Types of fire, which comes from one place upon another.
_FIRE = frozenset({"air_strike", "shelling"})
_LAUNCH_WORDS = re.compile(
    "[وف]?(?:ال)?(?:[ايت]ن?طلق|ا?ن?طلق|[ايت]قلع|قادم)(?:ت|وا|ها|تها|ه|ون|ين)?|[وفب]?(?:ال)?(?:اطلاق|انطلاق|اقلاع)(?:ها|ه)?"
)
_LAUNCH_REACH = 5
# Adjectives that tell where somebody is, and words after which a protest tells what it is about.
_STATIONED = re.compile("ال(?:متمركز|منتشر|ناشط|نشط|عامل|موجود|متواجد|مقيم|مرابط|متموضع)(?:ه|ين|ون|ات)?")
_SOLIDARITY = re.compile("(?:ل|لل)?تضامن(?:ا|هم|ها)?")
_CAUSES = frozenset({"ضد", "رفضا", "احتجاجا", "تنديدا", "دعما", "نصره", "تاييدا", "بسبب"})
# The word that opens what is told of a topic, and within how many words after the place it stands.
_OPENS_COMMENT = re.compile("ف(?:ان|قد)(?:ه|ها|هم)?")
_FRONT_REACH = 6
# How many words after the verb of a relative clause the pronoun may stand that takes up its noun.
_RESUMPTION_REACH = 8


class Places:
    """Gives predicates their places; what stands in the phrase of a source (``inside``) is none, nor where ``reports`` were given."""

    def __init__(self, view: View, clauses: Clauses, inside: Set[int], reports: Sequence[Report] = ()) -> None:
        self.view = view
        self.clauses = clauses
        self.sources = inside
        self.inside = inside | {index for report in reports for index in self._saying(report)}
        # By position or predicate: whose each place is, those that stand before their predicate, those that are nobody's, those
        # from which fire came, those that an act was done to, and those in a relative clause.
        self.hosts: dict[int, Predicate] = {}
        self.topics: dict[int, list[int]] = {}
        self.aside: list[int] = []
        self.origins: set[int] = set()
        self.struck: list[tuple[Predicate, int]] = []
        self.described: list[tuple[Predicate, int]] = []

    def fill(self) -> None:
        """Give each place to the predicate on whose right it stands in the same clause, else to the one it precedes."""
        for position, place in enumerate(self.view.places):
            if (
                place.first not in self.inside
                and not self._elsewhere(place.first)
                and (self._struck(place) or not self._inside_actor(place))
                and not self._inside_trigger(place)
            ):
                self._attach(position, place)
        local = [position for position, place in enumerate(self.view.places) if place.first in self.sources and _town(place)]
        self.aside = [*local, *self.aside]  # قال مسعف في سراقب إن الأحياء قصفت: told of no place but the witness's
        self._headline()
        for predicate in self.clauses.predicates:
            taken_up = self._described(predicate) or self._antecedents(predicate)
            if taken_up:
                predicate.places = taken_up
            # A place before its predicate is the event's only where none stands after it; after talks stands what they are about.
            if predicate.type in _TALKS:
                predicate.places = sorted({*predicate.places, *self.topics.get(id(predicate), [])})
            elif not predicate.places:
                predicate.places = self.topics.get(id(predicate), [])
            predicate.aside = [position for position in self.aside if self.view.places[position].last <= predicate.first]
        for host, position in self.struck:
            host.places = host.places or [position]
        for host, position in self.described:
            if not host.places or (host.places[-1] + 1 == position and self.view.places[position].proclitics[:1] == "و"):
                host.places.append(position)

    def _attach(self, position: int, place: PlaceMention) -> None:
        """Give one place to its predicate: as a place or destination, as what stands before it, or as what a relative clause tells."""
        item = next((i for i in self.clauses.items if i.places == [position]), None)
        if item is None:
            self.struck.extend((predicate, position) for predicate in self._struck(place))
            return
        host = self.hosts.get(position - 1) if self._lies_in_previous(position) else None
        host = host or self._host(item)
        visited = (
            host is not None
            and host.type in _TALKS
            and any(a.kind == "capital" and a.first == place.first for a in self.view.actors)
        )
        if (host is None or host.type in _TALKS) and not visited and place.certain and place.kind != "anaphor":
            self.aside.append(position)
        if host is None:
            return
        self.hosts[position] = host
        governed = self.clauses.outer_governor(item)
        after = host.first < place.first
        if host.type in _LEAVING and governed == "عبر":
            return  # the way, neither origin nor destination
        if host.type == "protest" and after and self._protested(host, place):
            return
        if host.type in _FIRE and governed == "من" and self._launched(place):
            self.origins.add(position)
        if position in self.origins or (position - 1 in self.origins and self._lies_in_previous(position)):
            return
        lies_there = position - 1 in host.destinations and self._lies_in_previous(position)
        if host.type in _LEAVING and after and (lies_there or self._led_to(host, item, governed)):
            host.destinations.append(position)
        elif not after and not self._scene(item) and not (place.proclitics[:1] == "و" and position - 1 in host.places):
            self.topics.setdefault(id(host), []).append(position)
        elif self._describes(host, place.first) or ((host, position - 1) in self.described and self._lies_in_previous(position)):
            self.described.append((host, position))
        else:
            host.places.append(position)

    def _struck(self, place: PlaceMention) -> list[Predicate]:
        """قصف سوريا, غزو العراق, الانسحاب من سوريا, هجوم بتركيا: acts done to a country or in it, and leaving it."""
        country = next((actor for actor in self.view.actors if actor.first == place.first), None)
        near = [p for p in self.clauses.predicates if p.first < place.first <= p.last + _STRUCK_REACH]
        return [predicate for predicate in near if country is not None and self._befell(predicate, country)]

    def _befell(self, predicate: Predicate, country: ActorMention) -> bool:
        done_to = any(other.first == country.first for other in (*predicate.struck, *predicate.targets))
        if predicate.pattern.frame in _STRUCK and done_to:
            return True
        if predicate.type in _LEFT and country.governor == "من":
            return True
        within = country.governor == "ب" and country.first - predicate.last <= _WITHIN_REACH
        return within and predicate.pattern.frame != SPEECH and not done_to

    def _told_anew(self, host: Predicate, item: Item) -> bool:
        """الحملة على الغوطة أمّنت الطريق إلى حمص: after a further verb, a place is no other place of an act that has one before it."""
        place = self.view.places[item.places[0]]
        led = host.type in _LEAVING and self.clauses.outer_governor(item) in _TOWARDS
        if not host.places or led or place.proclitics[:1] == "و":
            return False
        held = self.view.places[host.places[-1]]
        countries = tuple(candidate.id for candidate in held.candidates if candidate.level == "country")
        if countries and any((candidate.parent or "").startswith(countries) for candidate in place.candidates):
            return False  # قصفت في سوريا مواقع تتمركز قرب حلب: the country leaves room for a finer place
        last = held.last
        between = range(last, place.first)
        return last > host.last and any(index in self.clauses.verbs and not self.clauses.auxiliary(index) for index in between)

    def _saying(self, report: Report) -> range:
        """قال القائد في مؤتمر صحفي في نيويورك إن: from the verb of a report to the word that opens its content, if no act stands between."""
        if report.kind not in ("report", "claim", "denial"):
            return range(0)
        end = next((p for p in range(report.verb + 1, len(self.view.tokens)) if self._opens_content(p)), 0)
        words = range(report.verb + 1, end)
        if not report.spans and self.view.tokens[end].norm in _TOLD_OF:
            return range(0)  # 30 غارة سجّلت في محيط إدلب على مقار: noted by nobody who spoke there
        told = any(p.first in words for p in self.clauses.predicates) or any(p in self.clauses.verbs for p in words)
        return range(0) if told else words

    def _opens_content(self, index: int) -> bool:
        """قال إن, قال: "...; in أشار إلى إدلب the preposition opens what is told of."""
        token = self.view.tokens[index]
        return token.text in ('"', "“", "«", ":") or token.norm in _TOLD_OF or bool(bare(token.norm, COMPLEMENTISERS))

    def _describes(self, host: Predicate, first: int) -> bool:
        """قصف القوات التي تسيطر على المدينة: a place inside a relative clause tells of its noun, unless that noun is the predicate."""
        for index in range(host.last, first):
            if _STATIONED.fullmatch(self.view.tokens[index].norm) and first - index <= 2:
                return True  # قائد الفصيل المتمركز في سراقب
            if not self.clauses.relative(index):
                continue
            of_host = index - host.last <= 2 and not any(host.last <= actor.first < index for actor in self.view.actors)
            closed = any(self.view.tokens[p].text in ("،", ",") for p in range(index, first))
            if not of_host and not closed:
                return True
        return False

    def _protested(self, host: Predicate, place: PlaceMention) -> bool:
        """تظاهروا تضامناً مع أهالي البصرة, تظاهروا في باريس ضد الحرب على غزة: a place that a protest is about."""
        words = [token.norm for token in self.view.tokens[host.last : place.first]]
        return any(_SOLIDARITY.fullmatch(word) for word in words) or (bool(host.places) and not _CAUSES.isdisjoint(words))

    def _launched(self, place: PlaceMention) -> bool:
        """صواريخ انطلقت من قاعدة كذا: where fire comes from is not where it strikes."""
        before = (token.norm for token in self.view.tokens[max(0, place.first - _LAUNCH_REACH) : place.first])
        return any(_LAUNCH_WORDS.fullmatch(norm) for norm in before)

    def _described(self, predicate: Predicate) -> list[int]:
        """الغوطة المحاصرة, البلدتين المحاصرتين: a participle right after a place, as its adjective, happens there."""
        if predicate.pos == "verb" or not predicate.definite or predicate.proclitics:
            return []
        standing = {item.places[0] for item in self.clauses.items if item.kind == "place"}  # not قادت روسيا الحملة
        before = [p for p, place in enumerate(self.view.places) if place.last == predicate.first and p in standing]
        return self._with_coordinated(before[-1:])

    def _antecedents(self, predicate: Predicate) -> list[int]:
        """دوما التي سيطرت عليها القوات, حلب حيث وقع الاتفاق: the place that a relative clause takes up is where its verb happens."""
        start = min(predicate.first, predicate.verb) if predicate.verb >= 0 else predicate.first
        reach = range(start - 1, max(-1, start - 4), -1)
        where = next((i for i in reach if self.view.tokens[i].norm == "حيث"), None)
        opening = next((i for i in reach if self.clauses.relative(i)), None) if where is None else where
        if opening is None or (where is not None and (predicate.places or self._place_follows(predicate))):
            return []
        if where is None and not self._resumed(start) and not self._resumed(opening + 1):
            return []
        before = [position for position, place in enumerate(self.view.places) if 0 <= opening - place.last <= 2][-1:]
        while before and before[0] and self._beside(before[0]):
            # معضمية الشام القريبة من داريا، حيث; إدلب شمال سوريا، حيث: the place is the one that lies beside or in the other.
            before = [before[0] - 1]
        return self._with_coordinated(before)

    def _place_follows(self, predicate: Predicate) -> bool:
        """Whether the clause of a predicate names a place after it, or right before it: حيث يعيش السكان في الحي تحت الحصار."""
        return any(
            (place.first >= predicate.last and not any(self.clauses.hard[predicate.last : place.first]))
            or 0 <= predicate.first - place.last <= 2
            for place in self.view.places
        )

    def _lies_in_previous(self, position: int) -> bool:
        """بلدة كذا في ريف دمشق, بلدة كذا بريف دمشق: a place that tells where the one before it lies goes with that one."""
        place = self.view.places[position]
        gap = self.view.tokens[self.view.places[position - 1].last : place.first] if position else ()
        return (not gap and place.proclitics == "ب") or (len(gap) == 1 and gap[0].norm == "في")

    def _beside(self, position: int) -> bool:
        """Whether a place only tells beside what the one before it lies."""
        place, previous = self.view.places[position], self.view.places[position - 1]
        return place.kind in ("environs", "direction") and place.first - previous.last <= 1 and place.proclitics[:1] != "و"

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
                # المطار الذي انطلقت منه الطائرات: where fire comes from
                return not _LAUNCH_WORDS.fullmatch(self.view.tokens[index - 1].norm)
        return False

    def _led_to(self, host: Predicate, item: Item, governed: str) -> bool:
        """Whether those who leave went to a place: نزحوا إلى إدلب, لجأ في عفرين, نقل المقاتلين إلى مناطق المعارضة في إدلب."""
        around = self.view.places[item.places[0]].kind in ("environs", "border")
        if governed in _TOWARDS or (governed == "علي" and not around):
            return True
        if governed not in ("في", "ب", "علي"):
            return False
        if host.form is not None and host.form.lemma in _REFUGE:
            return True
        for index in range(item.first - 1, host.last, -1):
            if any(place.first <= index < place.last for place in self.view.places) or self.view.tokens[index].text in ("،", ","):
                return False
            preposition = self.view.preposition(index)
            if preposition == "نحو" and self._counted(index + 1):
                continue  # يغادر نحو سبعة آلاف شخص البلدة
            if preposition in _TOWARDS or preposition == "من":
                return preposition != "من" and self.view.tokens[index + 1].norm not in _NOWHERE
        return False

    def _counted(self, index: int) -> bool:
        return any(quantity.first <= index < quantity.last for quantity in self.view.quantities)

    def _headline(self) -> None:
        """عفرين.. احتجاجات, إدلب: قصف: a place set before a headline is that of everything in it."""
        tokens = self.view.tokens
        if not self.view.places or self.view.places[0].first != 0:
            return
        place = self.view.places[0]
        if place.last < len(tokens) and tokens[place.last].text in (":", "..", "…", ".", "-", "–", "|"):
            for predicate in self.clauses.predicates:
                self.topics.setdefault(id(predicate), []).append(0)

    def _elsewhere(self, index: int) -> bool:
        """Where an organisation sits, whose time it is or where people are from, nothing happened.

        منظمة مقرها الولايات المتحدة, بتوقيت دمشق, عائلات متحدرة من حمص وحماة; nor in what is excepted: باستثناء منطقة التنف
        """
        if self.view.tokens[index].norm[:1] == "و":
            joined = next((place for place in self.view.places if 0 <= index - place.last <= 1), None)
            if joined is not None:
                index = joined.first
        before = [self.view.tokens[p].norm.removeprefix("و").removeprefix("ال") for p in range(max(0, index - 2), index)]
        return any(word in _SEATS or word in _EXCEPTED or word.startswith(_ORIGINS) for word in before)

    def _inside_trigger(self, place: PlaceMention) -> bool:
        """عملية "غصن الزيتون": the name of an operation is no place."""
        return any(p.first < place.first and place.last <= p.last for p in self.clauses.predicates)

    def _inside_actor(self, place: PlaceMention) -> bool:
        """Whether a place is part of the name of an actor; a country, a facility and a base are places too, where they do not act."""
        if place.head == "بلاد" and place.kind == "anaphor" and any(actor.last == place.first for actor in self.view.actors):
            return place.proclitics in ("", "ل")  # القوات المسلحة للبلاد
        for actor in self.view.actors:
            if not actor.first <= place.first < actor.last or actor.kind == "facility":
                continue
            if _site(place):
                if place.first == actor.first and self._speaks(actor):
                    return True
            elif actor.kind in ("country", "capital"):
                if self._acts(actor):
                    return True
            elif actor.name is None and actor.head < place.first and self._unowned(actor, place):
                continue
            elif place.last <= actor.last and not actor.quantity:
                return True
        return False

    def _unowned(self, actor: ActorMention, place: PlaceMention) -> bool:
        """حاصرت القوات الحسكة: what has the article owns no town; but المقاتلون الشيشان are a people."""
        town = any(candidate.level not in ("country", "region") or " " in candidate.name for candidate in place.candidates)
        return town and not place.proclitics and self.view.tokens[actor.head].norm.startswith("ال")

    def _speaks(self, actor: ActorMention) -> bool:
        return any(actor in predicate.actors for predicate in self.clauses.predicates if predicate.pattern.frame == SPEECH)

    def _acts(self, actor: ActorMention) -> bool:
        """Whether a country or capital fills a role: then it is no place, but what is struck or seized is one too (قصف سوريا)."""
        return any(
            actor in predicate.actors or (actor in predicate.targets and predicate.pattern.frame not in _STRUCK)
            for predicate in self.clauses.predicates
        )

    def _host(self, item: Item) -> Predicate | None:
        """The predicate that a place belongs to: the nearest one before it in its clause, else the next one in its clause.

        A place that no clause claims goes to the last predicate before it, where that one has no place of its own.
        """
        predicates = self.clauses.predicates
        before = [p for p in predicates if p.last <= item.first]
        close = [p for p in before if not self.clauses.broken(p.last, item.first)]
        opened = self._fronted(item)
        after = [p for p in predicates if p.first >= opened and not self.clauses.broken(opened, p.first)]
        if len(close) > 1 and close[-1].pattern.frame == SPEECH and close[-1].pos == "participle":
            if close[-1].first == close[-2].last:
                close.pop()  # مظاهرات مطالبة بالتغيير تعم إدلب: an adjective of the act before it
        if close and not (after and self._scene(item)):
            if not self._told_anew(close[-1], item):
                return close[-1]
            return after[0] if after else None
        if after:
            return after[0]
        return before[-1] if before and not before[-1].places else None

    def _fronted(self, item: Item) -> int:
        """أما في سراقب، فإن الاشتباكات مستمرة: where the clause begins before which a place is set, else the end of the place."""
        tokens = self.view.tokens
        comma = next(
            (p for p in range(item.last, min(len(tokens), item.last + _FRONT_REACH)) if tokens[p].text in ("،", ",")), None
        )
        opening = tokens[comma + 1].norm if comma is not None and comma + 1 < len(tokens) else ""
        return comma + 2 if comma is not None and _OPENS_COMMENT.fullmatch(opening) else item.last

    def _scene(self, item: Item) -> bool:
        """كما شهدت بلدة كذا اشتباكات, تعرض المدينة لقصف, جنّب إدلب هجوماً: a place as the scene of the act that follows."""
        before = [token.norm for token in self.view.tokens[max(0, item.first - 3) : item.first]]
        return bool(before) and (
            _SCENE_WORDS.fullmatch(before[-1]) is not None or any(_SPARING_WORDS.fullmatch(word) for word in before)
        )


def _site(place: PlaceMention) -> bool:
    return bool(place.candidates) and all(candidate.level == "site" for candidate in place.candidates)


def _town(place: PlaceMention) -> bool:
    return all(
        candidate.level in ("settlement", "neighbourhood", "camp", "subdistrict", "district") for candidate in place.candidates
    )
