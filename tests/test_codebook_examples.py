"""Every example of the codebook yields exactly its events, and every pattern fires in an example."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from eventcode import Coder
from eventcode.codebook import Example, load_codebook
from eventcode.model import Event
from eventcode.text import fold

CODEBOOK = load_codebook()
EXAMPLES = CODEBOOK.examples


def shortfalls(event: Event, wanted: Mapping[str, Any], kind: str) -> list[str]:
    """What an event lacks of what an example says of it."""
    out = []
    if event.type != wanted.get("type", kind):
        out.append(f"type {event.type}")
    for key, items in (("actors", event.actors), ("targets", event.targets)):
        if key in wanted and sorted({item.code for item in items}) != sorted(set(wanted[key] or ())):
            out.append(f"{key} {[item.code for item in items]}")
    if "locations" in wanted:
        names = {fold(place.name).removeprefix("ال") for place in event.locations}
        aliases = {fold(alias).removeprefix("ال") for place in event.locations for alias in place.aliases}
        missing = [name for name in wanted["locations"] or () if fold(name).removeprefix("ال") not in names | aliases]
        if missing or len(event.locations) != len(wanted["locations"] or ()):
            out.append(f"locations {[place.name for place in event.locations]}")
    if event.status != wanted.get("status", "actual"):
        out.append(f"status {event.status}")
    for count, bounds in (wanted.get("counts") or {}).items():
        found = event.counts.get(count)
        low = int(bounds["low"]) if isinstance(bounds, Mapping) else int(bounds)
        if found is None or found.low != low:
            out.append(f"{count} {found.low if found else None}")
    return out


def compare(events: list[Event], example: Example) -> list[str]:
    """How the coded events differ from those of an example."""
    kind = example.file.removesuffix(".yaml")
    left = list(events)
    out = []
    for wanted in example.events:
        trigger = fold(str(wanted.get("trigger", "")))
        found = next(
            (
                event
                for event in left
                if any(trigger in fold(span.text) or fold(span.text) in trigger for span in (event.trigger, *event.also))
            ),
            None,
        )
        if found is None:
            out.append(f"missed {wanted.get('type', kind)} at {wanted.get('trigger')}")
            continue
        left.remove(found)
        out.extend(f"{found.trigger.text}: {text}" for text in shortfalls(found, wanted, kind))
    out.extend(f"spurious {event.type} at {event.trigger.text}" for event in left)
    return out


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.file}:{example.line}")
def test_example(coder: Coder, example: Example) -> None:
    events = coder.code(example.text, published=example.date or dt.date(2020, 1, 23))
    differences = compare(events, example)
    if example.known:
        assert differences, "a known failure passes now: take its mark away"
    else:
        assert differences == []


def test_every_pattern_fires(coder: Coder) -> None:
    fired = {
        event.rule.split("/", 1)[1]
        for example in EXAMPLES
        for event in coder.code(example.text, published=example.date or dt.date(2020, 1, 23))
    }
    assert sorted({pattern.rule for pattern in CODEBOOK.patterns} - fired) == []
