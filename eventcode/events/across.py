"""Link the mentions of one happening in several documents, and the reports of it that contradict each other.

Two happenings of different documents are one where all of this holds: the type is the same; they share a place no coarser than a
subdistrict; their days are at most a day apart (a paper of the next day reports it); the sides agree, at least one side is known to
both, and neither names other parties; and neither tells of something planned or only possible. A report that denies it is of the same
happening, and then disputes it. What is vaguer stays apart: a false link hides an event, a missing one only counts it twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import attrs

from eventcode.events.link import Stances, agree
from eventcode.model import Event

_FINE = frozenset({"settlement", "neighbourhood", "site", "camp", "area", "road", "subdistrict"})
SETTLED = frozenset({"actual", "negated", "attempted"})
"""Statuses of what was told as having happened or not: nothing of it lies ahead."""
_LONGEST = 7
"""Days of an interval up to which it tells one happening of its kind from the next."""


@attrs.frozen
class _Group:
    """The mentions of one happening in one document."""

    happening: str
    events: tuple[Event, ...]

    @property
    def document(self) -> str:
        return self.events[0].document

    @property
    def type(self) -> str:
        return self.events[0].type

    @property
    def reported(self) -> bool:
        return any(event.status in SETTLED for event in self.events)

    @property
    def places(self) -> frozenset[str]:
        return frozenset(
            place.id or place.name
            for event in self.events
            for place in event.locations
            if place.level in _FINE and place.role != "destination"
        )

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """The interval that the text gives, else the day of publication; None where it is none or too long to tell."""
        dated = [event.date for event in self.events if event.date.basis == "text" and event.date.start and event.date.end]
        dates = dated or [event.date for event in self.events if event.date.start and event.date.end]
        if not dates or dates[0].start is None or dates[0].end is None or (dates[0].end - dates[0].start).days > _LONGEST:
            return None
        return dates[0].start, dates[0].end

    def sides(self) -> tuple[frozenset[str], frozenset[str]]:
        """Actors and targets: country and role of each code; those left unknown tell nothing."""
        return (
            frozenset(a.code[:6] for e in self.events for a in e.actors if a.code not in ("UNK", "UAF")),
            frozenset(t.code[:6] for e in self.events for t in e.targets if t.code not in ("UNK", "UAF")),
        )


def link_documents(events: Iterable[Event]) -> list[Event]:
    """The events with one ``happening`` for the mentions in all documents, and ``disputes`` across them; order is kept.

    Linking is by blocks of type and place, so its time grows with the number of events, not with its square. All events are held in
    memory. Events that are linked already stay so: it may be run again over more documents.
    """
    all_events = list(events)
    grouped: dict[str, list[Event]] = {}
    for event in all_events:
        grouped.setdefault(event.happening, []).append(event)
    root: dict[str, str] = {happening: happening for happening in grouped}

    def find(happening: str) -> str:
        while root[happening] != happening:
            root[happening] = root[root[happening]]
            happening = root[happening]
        return happening

    blocks: dict[tuple[str, str, dt.date], list[_Group]] = {}
    for happening, found in grouped.items():
        group = _Group(happening, tuple(found))
        days = group.days
        if days is None or not group.reported:
            continue
        for place in group.places:
            for other in _near(blocks, group.type, place, days):
                if other.document != group.document and _same(other, group):
                    root[find(happening)] = find(other.happening)
                    break
            for day in {days[0], days[1]}:
                blocks.setdefault((group.type, place, day), []).append(group)
    members: dict[str, list[Event]] = {}
    for event in all_events:
        members.setdefault(find(event.happening), []).append(event)
    stances = {happening: Stances.of(mentions) for happening, mentions in members.items()}
    out = []
    for event in all_events:
        happening = find(event.happening)
        cause = find(event.cause) if event.cause in root else event.cause
        out.append(attrs.evolve(event, happening=happening, cause=cause, disputes=stances[happening].against(event)))
    return out


def _near(
    blocks: dict[tuple[str, str, dt.date], list[_Group]], kind: str, place: str, days: tuple[dt.date, dt.date]
) -> Iterable[_Group]:
    for day in {days[0], days[1]}:
        for offset in (0, -1, 1):
            yield from blocks.get((kind, place, day + dt.timedelta(days=offset)), ())


def _same(first: _Group, second: _Group) -> bool:
    sides: Sequence[tuple[frozenset[str], frozenset[str]]] = (first.sides(), second.sides())
    actors, targets = (sides[0][0], sides[1][0]), (sides[0][1], sides[1][1])
    if not agree(set(actors[0]), set(actors[1])) or not agree(set(targets[0]), set(targets[1])):
        return False
    return bool(actors[0] & actors[1] or targets[0] & targets[1])
