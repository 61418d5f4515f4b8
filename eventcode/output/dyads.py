"""Events as pairs of a source and a target actor: what CAMEO-style data sets have one row for.

Every actor is paired with every target; where one of the two is not known, the other is paired with nobody. The parties of a symmetric
act (an agreement, a clash), which are all actors, are paired with each other once, in the order of the text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

import attrs

from eventcode.model import Actor, Event, Location
from eventcode.output.incidents import SYMMETRIC
from eventcode.output.parties import Party
from eventcode.output.precision import acled_geo

MISSING = "---"
"""What CAMEO data has for an actor that is not known."""


@attrs.frozen
class Dyad:
    """A pair, with the mentions that report it; ``number`` counts the pairs of its first mention from 1."""

    mentions: tuple[Event, ...]
    source: Actor | None
    target: Actor | None
    number: int

    @property
    def event(self) -> Event:
        """The first mention."""
        return self.mentions[0]

    @property
    def codes(self) -> tuple[str, str]:
        """The codes of both, "---" for nobody."""
        return code(self.source), code(self.target)

    @property
    def day(self) -> str:
        """The first day of the event's interval, as eight digits; empty where there is none."""
        return digits(self.event.date.start)

    @property
    def place(self) -> Location | None:
        """The first of the most exact places where it happened."""
        return main_place(self.event)


def digits(day: dt.date | None) -> str:
    """A day as eight digits; empty for none."""
    return day.isoformat().replace("-", "") if day else ""


def code(actor: Actor | None) -> str:
    """An actor's code, "---" for nobody."""
    return actor.code if actor else MISSING


def party(actor: Actor | None) -> Party | None:
    """What an actor's code means."""
    return Party(actor.code) if actor else None


def main_place(event: Event) -> Location | None:
    """The first of an event's most exact places; a destination only where there is nothing else."""
    here = [place for place in event.locations if place.role != "destination"] or list(event.locations)
    return min(here, key=lambda place: acled_geo(place) or 4, default=None)


def pairs(event: Event) -> list[tuple[Actor | None, Actor | None]]:
    """The pairs of an event, none where nobody is known."""
    if not event.actors and not event.targets:
        return []
    if event.type in SYMMETRIC and not event.targets and len(event.actors) > 1:
        return list(combinations(event.actors, 2))
    return list(product(event.actors or (None,), event.targets or (None,)))


def dyads(event: Event) -> Iterator[Dyad]:
    """The pairs of an event, numbered, each code pair once."""
    distinct = {(code(source), code(target)): (source, target) for source, target in reversed(pairs(event))}
    for number, (source, target) in enumerate(reversed(distinct.values()), 1):
        yield Dyad((event,), source, target, number)


def one_a_day(found: Iterable[Dyad]) -> list[Dyad]:
    """Pairs with the same day, actors and CAMEO code as one, with the mentions of all (the "one a day" filter of Phoenix)."""
    merged: dict[tuple[object, ...], Dyad] = {}
    for dyad in found:
        key = (dyad.day, *dyad.codes, dyad.event.codes.cameo)
        merged[key] = attrs.evolve(merged[key], mentions=(*merged[key].mentions, *dyad.mentions)) if key in merged else dyad
    return list(merged.values())


def listed(values: Sequence[str | None]) -> str:
    """Several values in a cell of such a data set: once each, joined by a semicolon."""
    return ";".join(dict.fromkeys(value for value in values if value))
