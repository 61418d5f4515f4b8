"""CSV for spreadsheets: one event a row, the main values of every field in flat columns.

Cells that a spreadsheet would run as a formula get a leading apostrophe (OWASP, CSV injection: the signs, their full-width
forms, tab and line ends).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

from eventcode.model import Actor, Event

COLUMNS = (
    "id", "document", "published", "type", "acled_event_type", "acled_sub_event_type", "cameo", "plover", "status",
    "actor_codes", "actors", "target_codes", "targets", "location_ids", "locations", "locations_en", "admin1", "admin2", "admin3",
    "latitude", "longitude", "date_start", "date_end", "date_resolution", "time", "date_basis", "killed_low", "killed_high",
    "injured_low", "injured_high", "displaced_low", "displaced_high", "sources", "stances", "trigger", "start", "end", "sentence",
    "happening", "cause", "disputes", "rule", "publisher", "url", "codebook",
)  # fmt: skip
_RISKY = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r", "\n")


def safe(value: object) -> str:
    """A cell's text that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return "'" + text if text.startswith(_RISKY) and not isinstance(value, int | float) else text


def _codes(actors: Sequence[Actor]) -> str:
    return "; ".join(actor.code for actor in actors)


def _texts(actors: Sequence[Actor]) -> str:
    return "; ".join(actor.text or "" for actor in actors)


def row(event: Event) -> dict[str, object]:
    """One event as flat columns; several values of a field are joined with "; "."""
    place = event.locations[0] if event.locations else None
    admin = (*place.admin, "", "", "")[:3] if place else ("", "", "")
    out: dict[str, object] = {
        "id": event.id, "document": event.document, "published": event.source.published, "type": event.type,
        "acled_event_type": event.codes.acled[0] if event.codes.acled else "",
        "acled_sub_event_type": event.codes.acled[1] if event.codes.acled else "",
        "cameo": event.codes.cameo, "plover": event.codes.plover[0] if event.codes.plover else "", "status": event.status,
        "actor_codes": _codes(event.actors), "actors": _texts(event.actors), "target_codes": _codes(event.targets),
        "targets": _texts(event.targets), "location_ids": "; ".join(item.id or "" for item in event.locations),
        "locations": "; ".join(item.name for item in event.locations),
        "locations_en": "; ".join(item.name_en or "" for item in event.locations), "admin1": admin[0], "admin2": admin[1],
        "admin3": admin[2], "latitude": place.lat if place else None, "longitude": place.lon if place else None,
        "date_start": event.date.start, "date_end": event.date.end, "date_resolution": event.date.resolution,
        "time": event.date.time, "date_basis": event.date.basis,
        "sources": "; ".join(item.text or item.code or "" for item in event.attribution),
        "stances": "; ".join(item.stance for item in event.attribution), "trigger": event.trigger.text,
        "start": event.trigger.start, "end": event.trigger.end, "sentence": event.sentence.text, "happening": event.happening,
        "cause": event.cause, "disputes": "; ".join(event.disputes), "rule": event.rule, "publisher": event.source.publisher,
        "url": event.source.url, "codebook": event.coder.codebook,
    }  # fmt: skip
    for kind in ("killed", "injured", "displaced"):
        count = event.counts.get(kind)
        out[f"{kind}_low"] = count.low if count else None
        out[f"{kind}_high"] = count.high if count else None
    return out


def write(events: Iterable[Event], file: TextIO) -> int:
    """Write a header and one row an event; gives how many events."""
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    writer.writeheader()
    written = 0
    for event in events:
        writer.writerow({key: safe(value) for key, value in row(event).items()})
        written += 1
    return written
