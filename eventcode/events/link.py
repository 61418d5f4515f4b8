"""Link the mentions of one happening in a document, results to their causes, and reports that contradict each other."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from eventcode.model import Event

_GENERIC = {"ground_attack", "air_strike", "shelling", "attack_on_civilians"}
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
    for index, event in enumerate(events):
        found = event.id
        for earlier in range(index - 1, -1, -1):
            if same_happening(events[earlier], event):
                found = happening[earlier]
                break
        happening.append(found)
    out = []
    for index, event in enumerate(events):
        out.append(
            attrs.evolve(
                event,
                happening=happening[index],
                cause=_cause(events, happening, index),
                disputes=disputes(
                    event, [other for other, same in zip(events, happening, strict=True) if same == happening[index]]
                ),
            )
        )
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
    for earlier in [*range(index - 1, -1, -1), *range(index + 1, len(events))]:
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


def disputes(event: Event, mentions: Sequence[Event]) -> tuple[str, ...]:
    """Ids of the other mentions of its happening whose stance is the opposite of an event's."""
    return tuple(other.id for other in mentions if other is not event and denied(other) != denied(event))
