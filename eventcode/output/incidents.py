"""Mentions joined into incidents: what data sets with one row an incident (ACLED, UCDP, HXL) are written from.

An incident is the mentions of one ``happening``, and those of a happening of another document that agrees in type, days, places, actors and
targets. Of its mentions it takes

- the type and codes of the first;
- the actors and targets of all, each on the side where an earlier mention has it, without a code that another makes more exact
  (SYRREB beside SYRREBHTS) and without UNK beside others;
- of the places of all, the most exact ones (ACLED's geo precision); destinations only where there is nothing else;
- the date that the text gives most closely, else the earliest publication day;
- every report of deaths, from mentions and from a ``killing`` whose ``cause`` it is, which then is no incident of its own.

Rival claims stay apart where they name other actors, because those are other happenings; reports of other tolls are bounds of one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from operator import attrgetter

import attrs

from eventcode.model import Codes, Count, DateSpan, Event, Location
from eventcode.output.parties import Party
from eventcode.output.precision import acled_geo, length

DEATHS = frozenset({"killing", "execution", "assassination"})
"""Types that are deaths by definition."""
SYMMETRIC = frozenset({"armed_clash", "agreement", "ceasefire", "negotiation", "joint_patrol"})
"""Types whose parties are all actors, with no target (coding rules, section 3)."""


@attrs.frozen
class Incident:
    """One happening, from all its mentions; ``tolls`` are the reports of deaths, each with its mention."""

    id: str
    mentions: tuple[Event, ...]
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    places: tuple[Location, ...]
    date: DateSpan
    tolls: tuple[tuple[Count, Event], ...]

    @property
    def type(self) -> str:
        """The event type of the codebook."""
        return self.mentions[0].type

    @property
    def codes(self) -> Codes:
        """The codes of the type."""
        return self.mentions[0].codes

    @property
    def documents(self) -> frozenset[str]:
        """The documents that report it."""
        return frozenset(mention.document for mention in self.mentions)

    @property
    def disputed(self) -> bool:
        """Whether one source asserts it and another denies it."""
        return any(mention.disputes for mention in self.mentions)

    @property
    def sources(self) -> tuple[str, ...]:
        """The publishers that report it, or their documents where the publisher is not known."""
        return tuple(dict.fromkeys(mention.source.publisher or mention.document for mention in self.mentions))

    @property
    def sides(self) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """The two sides: actors and targets; of a symmetric type with no targets, the first actor's camp and the others.

        Where all actors of such a type are of one camp (two factions that fight each other), the first faces the rest.
        """
        if self.targets or self.type not in SYMMETRIC or len(self.actors) < 2:
            return self.actors, self.targets
        camp = self.actors[0].camp
        first = tuple(party for party in self.actors if party.camp == camp)
        if len(first) == len(self.actors):
            return self.actors[:1], self.actors[1:]
        return first, tuple(party for party in self.actors if party.camp != camp)


def incidents(events: Iterable[Event]) -> list[Incident]:
    """The incidents of events, in the order of their first mentions. All events are held in memory."""
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(event.happening, []).append(event)
    results: dict[str, list[Event]] = {}
    for happening, mentions in list(groups.items()):
        cause = next((mention.cause for mention in mentions if mention.cause in groups and mention.cause != happening), None)
        if mentions[0].type == "killing" and cause is not None and groups[cause][0].type != "killing":
            results.setdefault(cause, []).extend(groups.pop(happening))
    return _joined(_incident(happening, mentions, results.get(happening, [])) for happening, mentions in groups.items())


def _joined(found: Iterable[Incident]) -> list[Incident]:
    """Incidents, those of different documents joined that agree in type, days, places, actors and targets."""
    joined: list[Incident] = []
    alike: dict[tuple[object, ...], list[int]] = {}
    for incident in found:
        if not incident.date.start or not incident.places or not (incident.actors or incident.targets):
            joined.append(incident)
            continue
        where = frozenset(place.id or place.name for place in incident.places)
        sides = frozenset(incident.actors), frozenset(incident.targets)
        indexes = alike.setdefault((incident.type, incident.date.start, incident.date.end, where, *sides), [])
        index = next((index for index in indexes if not joined[index].documents & incident.documents), None)
        if index is None:
            indexes.append(len(joined))
            joined.append(incident)
        else:
            other = joined[index]
            dates = _date([other.date, incident.date])
            joined[index] = attrs.evolve(
                other, mentions=other.mentions + incident.mentions, tolls=other.tolls + incident.tolls, date=dates
            )
    return joined


def _incident(happening: str, mentions: Sequence[Event], results: Sequence[Event]) -> Incident:
    actors, targets = _sides(mentions, results)
    return Incident(
        happening,
        tuple(mentions),
        _parties(actors),
        _parties(targets),
        _places([place for mention in mentions for place in mention.locations]),
        _date([mention.date for mention in mentions]),
        tuple((mention.counts["killed"], mention) for mention in (*mentions, *results) if "killed" in mention.counts),
    )


def _sides(mentions: Sequence[Event], results: Sequence[Event]) -> tuple[list[str], list[str]]:
    actors: list[str] = []
    targets: list[str] = []
    for event in (*mentions, *results):
        # Whoever an earlier mention has on one side stays there; within a mention a code may be on both (factions that fight).
        first = [actor.code for actor in event.actors if actor.code not in targets] if event in mentions else []
        second = [target.code for target in event.targets if target.code not in actors]
        actors.extend(first)
        targets.extend(second)
    return actors, targets


def _parties(found: Iterable[str]) -> tuple[Party, ...]:
    codes = list(dict.fromkeys(found))
    exact = [code for code in codes if not any(_narrower(other, code) for other in codes)]
    return tuple(Party(code) for code in exact if code != "UNK" or len(exact) == 1)


def _narrower(other: str, code: str) -> bool:
    """Whether a code names a part of what another does: a faction of the rebels, or the government or army of a bare country."""
    return other != code and other.startswith(code) and (len(code) > 3 or other[3:] in ("GOV", "MIL"))


def _places(found: Sequence[Location]) -> tuple[Location, ...]:
    here = [place for place in found if place.role != "destination"] or list(found)
    by_id = {place.id or place.name: place for place in here}
    rank = {key: acled_geo(place) or 4 for key, place in by_id.items()}
    best = min(rank.values(), default=4)
    return tuple(place for key, place in by_id.items() if rank[key] == best)


def _date(dates: Sequence[DateSpan]) -> DateSpan:
    given = [date for date in dates if date.basis in ("text", "event") and date.start]
    if given:
        return min(given, key=lambda date: length(date) or 0)
    known = [date for date in dates if date.start]
    return min(known, key=attrgetter("start")) if known else dates[0]


def shared(total: int, parts: int) -> list[int]:
    """A total over several rows in equal parts; the first ones get what is left over (ACLED's codebook, fatalities)."""
    each, over = divmod(total, parts)
    return [each + (index < over) for index in range(parts)]


def number_of(identifier: str) -> int:
    """A positive number below 2**53 from an id, for formats whose ids are numbers; the same on every machine."""
    return int.from_bytes(hashlib.sha256(identifier.encode("utf-8", "backslashreplace")).digest()[:8], "big") >> 11
