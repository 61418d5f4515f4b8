"""A table for people at a terminal: one event a line, Arabic isolated so that right-to-left text stays in its column."""

from __future__ import annotations

import shutil
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TextIO

from eventcode.model import Event

_ISOLATE, _POP = "\u2068", "\u2069"
_HEADERS = ("date", "type", "status", "actor", "target", "place", "killed")
_WIDTHS = (11, 18, 12, 18, 18, 22, 8)
# Columns never get narrower than this; all of them fit on a terminal of 80.
_LEAST = (11, 13, 8, 9, 9, 11, 6)
# On a narrower terminal target, status, killed, then actor are left out.
_DROPPED_FIRST = (4, 2, 6, 3)
_SENTENCE = 16


def width(text: str) -> int:
    """Columns that a text takes on a terminal: marks and format characters none, wide East Asian characters two."""
    total = 0
    for character in text:
        if unicodedata.category(character) in ("Mn", "Me", "Cf"):
            continue
        total += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return total


def clean(text: str) -> str:
    """A text on one line, without control and format characters.

    An escape sequence of a document must not reach the terminal, nor a bidi control close the isolation of its column.
    """
    kinds = ((character, unicodedata.category(character)) for character in text)
    return " ".join("".join(" " if kind == "Cc" else character for character, kind in kinds if kind != "Cf").split())


def layout(columns: int) -> tuple[tuple[int, ...], int]:
    """Widths of the columns on a line of a given width (0: the column is left out), and what is left for the sentence."""
    widths = list(_LEAST)

    def used() -> int:
        shown = [size for size in widths if size]
        return sum(shown) + 2 * (len(shown) - 1)

    for index in _DROPPED_FIRST:
        if used() <= columns:
            break
        widths[index] = 0
    while (spare := columns - used()) > 0:
        wanting = [index for index, size in enumerate(widths) if 0 < size < _WIDTHS[index]]
        if not wanting:
            break
        for index in wanting[:spare]:
            widths[index] += 1
    left = columns - used() - 2
    return tuple(widths), left if left >= _SENTENCE else 0


def fit(text: str, columns: int) -> str:
    """A text cut and padded to a number of columns; right-to-left text is isolated."""
    text = clean(text)
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
    return _row(cells, event.sentence.text, columns)


def _row(cells: Sequence[str], sentence: str, columns: int) -> str:
    widths, left = layout(columns)
    shown = [fit(cell, size) for cell, size in zip(cells, widths, strict=True) if size]
    if left:
        shown.append(fit(sentence, left))
    return "  ".join(shown).rstrip()


def write(events: Iterable[Event], file: TextIO) -> int:
    """Write the table and a summary by type; gives how many events. Dates from the document's own date bear a tilde."""
    columns = shutil.get_terminal_size((160, 24)).columns
    file.write(_row(_HEADERS, "sentence", columns) + "\n")
    kinds: Counter[str] = Counter()
    for event in events:
        file.write(line(event, columns) + "\n")
        kinds[event.type] += 1
    total = sum(kinds.values())
    file.write(f"\n{total} event{'' if total == 1 else 's'}" + (": " if total else ""))
    file.write(", ".join(f"{count} {kind}" for kind, count in kinds.most_common()) + "\n")
    return total
