"""How the events that the coder finds in an example differ from those that the example wants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from eventcode.codebook import Example
from eventcode.model import Event
from eventcode.text import fold


def compare(events: Sequence[Event], example: Example) -> list[str]:
    """The differences, in words: events that are missed or too many, and fields that an example names and that differ."""
    kind = example.file.removesuffix(".yaml")
    left = list(events)
    out = []
    for wanted in example.events:
        trigger = fold(str(wanted.get("trigger", "")))
        found = next((event for event in left if _at(event, trigger)), None)
        if found is None:
            out.append(f"missed {wanted.get('type', kind)} at {wanted.get('trigger')}")
            continue
        left.remove(found)
        out.extend(f"{found.trigger.text}: {text}" for text in _shortfalls(found, wanted, kind))
    out.extend(f"spurious {event.type} at {event.trigger.text} ({event.rule})" for event in left)
    return out


def _at(event: Event, trigger: str) -> bool:
    return any(trigger in fold(span.text) or fold(span.text) in trigger for span in (event.trigger, *event.also))


def _shortfalls(event: Event, wanted: Mapping[str, Any], kind: str) -> Iterator[str]:
    if event.type != wanted.get("type", kind):
        yield f"type is {event.type}, not {wanted.get('type', kind)}"
    for key, items in (("actors", event.actors), ("targets", event.targets)):
        found = sorted({item.code for item in items})
        if key in wanted and found != sorted(set(wanted[key] or ())):
            yield f"{key} are {', '.join(found) or 'none'}, not {', '.join(wanted[key] or ()) or 'none'}"
    if "locations" in wanted:
        names = {fold(name).removeprefix("ال") for place in event.locations for name in (place.name, *place.aliases)}
        missing = [name for name in wanted["locations"] or () if fold(name).removeprefix("ال") not in names]
        if missing or len(event.locations) != len(wanted["locations"] or ()):
            found = [place.name for place in event.locations]
            yield f"locations are {'، '.join(found) or 'none'}, not {'، '.join(wanted['locations'] or ()) or 'none'}"
    if event.status != wanted.get("status", "actual"):
        yield f"status is {event.status}, not {wanted.get('status', 'actual')}"
    for count, bounds in (wanted.get("counts") or {}).items():
        number = event.counts.get(count)
        low = int(bounds["low"]) if isinstance(bounds, Mapping) else int(bounds)
        if number is None or number.low != low:
            yield f"{count} is {number.low if number else 'none'}, not {low}"
