"""Happenings as JSON lines: one record a happening with everyone who reports it, what they say, and the bounds of the counts.

A count is given as ``low`` (the lowest figure that a report gives), ``high`` (the highest, null where a report is open) and ``latest``
(that of the report with the latest day of publication, the first of them in the order of events); every report keeps its own figure.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any, TextIO

from eventcode.model import Event
from eventcode.output.incidents import Incident, incidents


def record(incident: Incident) -> dict[str, Any]:
    """One happening as a plain structure."""
    mentions = incident.mentions
    return {
        "happening": incident.id,
        "type": incident.type,
        "date": {"start": _iso(incident.date.start), "end": _iso(incident.date.end), "resolution": incident.date.resolution},
        "actors": [party.code for party in incident.actors],
        "targets": [party.code for party in incident.targets],
        "locations": [{"id": place.id, "name": place.name, "name_en": place.name_en} for place in incident.places],
        "counts": {kind: _bounds(kind, mentions) for kind in _kinds(mentions)},
        "disputed": incident.disputed,
        "reports": [_report(event) for event in mentions],
    }


def _kinds(mentions: Iterable[Event]) -> list[str]:
    return list(dict.fromkeys(kind for event in mentions for kind in event.counts))


def _bounds(kind: str, mentions: Iterable[Event]) -> dict[str, int | None]:
    counted = [event for event in mentions if kind in event.counts]
    counts = [event.counts[kind] for event in counted]
    highs = [count.high for count in counts]
    latest = max(counted, key=lambda event: event.source.published or dt.date.min)
    return {
        "low": min(count.low for count in counts),
        "high": None if None in highs else max(high for high in highs if high is not None),
        "latest": latest.counts[kind].low,
    }


def _report(event: Event) -> dict[str, Any]:
    return {
        "event": event.id,
        "document": event.document,
        "publisher": event.source.publisher,
        "published": _iso(event.source.published),
        "url": event.source.url,
        "status": event.status,
        "attribution": [{"text": a.text, "code": a.code, "stance": a.stance} for a in event.attribution],
        "counts": {kind: {"low": count.low, "high": count.high} for kind, count in event.counts.items()},
        "sentence": event.sentence.text,
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def write(events: Iterable[Event], file: TextIO) -> int:
    """Write one line a happening; gives how many. All events are held in memory."""
    found = incidents(events)
    for incident in found:
        file.write(json.dumps(record(incident), ensure_ascii=False) + "\n")
    return len(found)
