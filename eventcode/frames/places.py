"""Places of each predicate: what stands in its clause, after what governs it."""

from __future__ import annotations

from collections.abc import Set

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Item, Predicate
from eventcode.mentions import ActorMention, View
from eventcode.mentions.closed import RESUMPTIVE

_DESTINATION = frozenset({"الي", "نحو", "باتجاه", "صوب", "تجاه", "علي"})
_SEATS = frozenset({"مقرها", "مقره", "مقرهم", "مقرهما", "بتوقيت", "توقيت"})
_ORIGINS = ("متحدر", "منحدر", "ينحدر", "تنحدر", "يتحدر", "تتحدر")
# Types of leaving: the place is where they left, and where they went is the destination (coding rules, section 4).
_LEAVING = frozenset({"displacement", "evacuation"})
_TALKS = frozenset({"negotiation", "agreement"})
# Verbs whose subject is the scene of what they tell.
_SCENE = frozenset({"شهد", "تعرض", "عاني", "عاش"})
# How many words after the verb of a relative clause the pronoun may stand that takes up its noun.
_RESUMPTION_REACH = 8


class Places:
    """Gives predicates their places; what stands in the phrase of a source (``inside``) is none."""

    def __init__(self, view: View, clauses: Clauses, inside: Set[int]) -> None:
        self.view = view
        self.clauses = clauses
        self.inside = inside

    def fill(self) -> None:
        """Give each place to the predicate on whose right it stands in the same clause, else to the one it precedes."""
        topics: dict[int, list[int]] = {}
        described: list[tuple[Predicate, int]] = []
        for position, place in enumerate(self.view.places):
            if place.first in self.inside or self._elsewhere(place.first):
                continue
            if self._inside_actor(place.first, place.last) or self._inside_trigger(place.first, place.last):
                continue
            item = next((i for i in self.clauses.items if i.places == [position]), None)
            if item is None:
                continue
            host = self._host(item)
            if host is None:
                continue
            governed = self.clauses.outer_governor(item)
            leaving = host.type in _LEAVING and host.first < place.first
            if leaving and (governed in _DESTINATION or (governed == "في" and _refuge(host))):
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

    def _inside_trigger(self, first: int, last: int) -> bool:
        """عملية "غصن الزيتون": the name of an operation is no place."""
        return any(predicate.first < first and last <= predicate.last for predicate in self.clauses.predicates)

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
        close = [p for p in before if not self.clauses.broken(p.last, item.first)]
        if close:
            return close[-1]
        after = [p for p in predicates if p.first >= item.last and not self.clauses.broken(item.last, p.first)]
        if after:
            return after[0]
        return before[-1] if before and not before[-1].places else None


def _refuge(host: Predicate) -> bool:
    """لجأ إلى, لجأ في: the place is where they fled to."""
    return host.form is not None and host.form.lemma in ("لجا",)
