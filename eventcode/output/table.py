"""A table for people at a terminal: one event a line, Arabic isolated so that right-to-left text stays in its column."""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from eventcode.model import Event

_ISOLATE, _POP = "\u2068", "\u2069"
_HEADERS = ("date", "type", "status", "actor", "target", "place", "killed", "sentence")
_WIDTHS = (11, 18, 12, 18, 18, 22, 8)


def width(text: str) -> int:
    """Columns that a text takes on a terminal: marks and format characters none, wide East Asian characters two."""
    total = 0
    for character in text:
        if unicodedata.category(character) in ("Mn", "Me", "Cf"):
            continue
        total += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return total


def fit(text: str, columns: int) -> str:
    """A text cut and padded to a number of columns; right-to-left text is isolated."""
    text = " ".join(text.split())
    if width(text) > columns:
        kept = ""
        for character in text:
            if width(kept + character) > columns - 1:
                break
            kept += character
        text = kept + "…"
    pad = " " * max(0, columns - width(text))
    arabic = any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)
    return (f"{_ISOLATE}{text}{_POP}" if arabic else text) + pad


def _date(event: Event) -> str:
    if event.date.start is None:
        return "-"
    mark = "~" if event.date.basis == "document" else ""
    return mark + event.date.start.isoformat()


def _killed(event: Event) -> str:
    count = event.counts.get("killed")
    if count is None:
        return ""
    if count.high is None:
        return f"{count.low}+"
    return str(count.low) if count.low == count.high else f"{count.low}-{count.high}"


def line(event: Event, columns: int) -> str:
    """One event as a line of a given width."""
    cells = (
        _date(event), event.type, event.status, ", ".join(dict.fromkeys(a.code for a in event.actors)),
        ", ".join(dict.fromkeys(t.code for t in event.targets)), ", ".join(place.name for place in event.locations), _killed(event),
    )  # fmt: skip
    fixed = "  ".join(fit(cell, size) for cell, size in zip(cells, _WIDTHS, strict=True))
    left = columns - sum(_WIDTHS) - 2 * len(_WIDTHS)
    return fixed + ("  " + fit(event.sentence.text, left).rstrip() if left >= 16 else "")


def write(events: Iterable[Event], file: TextIO) -> int:
    """Write the table and a summary by type; gives how many events. Dates from the document's own date bear a tilde."""
    columns = shutil.get_terminal_size((160, 24)).columns if "COLUMNS" not in os.environ else int(os.environ["COLUMNS"] or 160)
    file.write("  ".join(fit(head, size) for head, size in zip(_HEADERS, (*_WIDTHS, 8), strict=True)).rstrip() + "\n")
    kinds: Counter[str] = Counter()
    for event in events:
        file.write(line(event, columns) + "\n")
        kinds[event.type] += 1
    total = sum(kinds.values())
    file.write(f"\n{total} event{'' if total == 1 else 's'}" + (": " if total else ""))
    file.write(", ".join(f"{count} {kind}" for kind, count in kinds.most_common()) + "\n")
    return total
