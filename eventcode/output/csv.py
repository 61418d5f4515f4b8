"""CSV for spreadsheets: one event a row, the main values of every field in flat columns.

Cells that a spreadsheet would run as a formula get a leading apostrophe (OWASP, CSV injection: the signs, their full-width
forms, tab and line ends).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from eventcode.model import Event
from eventcode.output import flat

COLUMNS = tuple(column.name for column in flat.COLUMNS)
_RISKY = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r", "\n")


def safe(value: object) -> str:
    """A cell's text that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return "'" + text if text.startswith(_RISKY) and not isinstance(value, int | float) else text


def write(events: Iterable[Event], file: TextIO) -> int:
    """Write a header and one row an event; gives how many events."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    written = 0
    for event in events:
        writer.writerow([safe(value) for value in flat.row(event)])
        written += 1
    return written
