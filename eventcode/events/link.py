"""Link the mentions of one happening in a document, results to their causes, and reports that contradict each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Self

import attrs

from eventcode.model import Event

# Mentions of its type that an event is compared with, so that time stays linear in a text of ten thousand strikes.
_REACH = 100
_RESULTS = frozenset({"killing", "displacement", "withdrawal", "evacuation"})
_CAUSES = frozenset(
    [
        "air_strike",
        "shelling",
        "ground_attack",
        "armed_clash",
        "attack_on_civilians",
        "chemical_attack",
        "ied",
        "suicide_bomb",
        "territory_seized",
    ]
)


def link(events: Sequence[Event]) -> list[Event]:
    """The events with ``happening``, ``cause`` and ``disputes`` filled; order is kept.

    Two mentions are one happening when type, sides, places and dates agree or one of them leaves them open, and their
    status does not tell them apart (a future attack is not the actual one; a denied one may be).
    """
    happening: list[str] = []
    earlier: dict[str, list[int]] = {}
    for index, event in enumerate(events):
        before = earlier.setdefault(event.type, [])
        same = next((other for other in reversed(before[-_REACH:]) if same_happening(events[other], event)), None)
        happening.append(event.id if same is None else happening[same])
        before.append(index)
    members: dict[str, list[Event]] = {}
    for event, name in zip(events, happening, strict=True):
        members.setdefault(name, []).append(event)
    stances = {name: Stances.of(mentions) for name, mentions in members.items()}
    out: list[Event] = []
    for index, (event, name) in enumerate(zip(events, happening, strict=True)):
        links = name, _cause(events, happening, index), stances[name].against(event)
        if links != (event.happening, event.cause, event.disputes):
            event = attrs.evolve(event, happening=links[0], cause=links[1], disputes=links[2])
        out.append(event)
    return out


def same_happening(first: Event, second: Event) -> bool:
    """Whether two mentions report the same happening."""
    if first.type != second.type:
        return False
    if {first.status, second.status} - {"actual", "negated"} and first.status != second.status:
        return False
    if not agree({a.code[:3] for a in first.actors}, {a.code[:3] for a in second.actors}):
        return False
    if not agree({t.code[:6] for t in first.targets}, {t.code[:6] for t in second.targets}):
        return False
    if first.date.basis == second.date.basis == "text" and first.date.start and second.date.start:
        if first.date.end and second.date.end and (first.date.start > second.date.end or second.date.start > first.date.end):
            return False
    names = [{location.name for location in event.locations if location.role != "destination"} for event in (first, second)]
    inherited = any(location.inherited for location in second.locations)
    return inherited or agree(names[0], names[1])


def agree(first: set[str], second: set[str]) -> bool:
    """Whether two sets of names have one in common, or one of them leaves it open."""
    return not first or not second or bool(first & second)


def _cause(events: Sequence[Event], happening: Sequence[str], index: int) -> str | None:
    """The attack before a death toll, a flight or a withdrawal, in its sentence or the one before, at the same place."""
    event = events[index]
    if event.type not in _RESULTS:
        return None
    for earlier in chain(range(index - 1, -1, -1), range(index + 1, len(events))):
        other = events[earlier]
        same_sentence = other.sentence.start == event.sentence.start
        if earlier > index and not same_sentence:
            break
        if other.type in _CAUSES and other.status == "actual" and event.status == "actual":
            places = agree({place.name for place in other.locations}, {place.name for place in event.locations})
            if same_sentence or places:
                origin: str = happening[earlier]
                return origin
        if earlier < index and not same_sentence and event.sentence.start - other.sentence.end > 600:
            break
    return None


def denied(event: Event) -> bool:
    """Whether a mention says that the happening did not take place."""
    return event.status == "negated" or any(item.stance == "denies" for item in event.attribution)


@attrs.frozen
class Stances:
    """The ids of a happening's mentions by what they say of it."""

    denied: tuple[str, ...]
    asserted: tuple[str, ...]

    @classmethod
    def of(cls, mentions: Sequence[Event]) -> Self:
        """The stances of mentions."""
        return cls(
            tuple(event.id for event in mentions if denied(event)), tuple(event.id for event in mentions if not denied(event))
        )

    def against(self, event: Event) -> tuple[str, ...]:
        """Ids of the mentions that contradict one."""
        return self.asserted if denied(event) else self.denied
