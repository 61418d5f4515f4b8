"""Excel (.xlsx): a right-to-left sheet of events, one a row, and a sheet that says what each column holds (extra ``excel``).

Dates are dates, numbers numbers, and every text is written as text, so that none runs as a formula or becomes a link. The columns
that people read first stand first; the header is frozen and filters are on. Text over Excel's 32,767 characters is cut and ends
with an ellipsis; a day before 1900, which Excel cannot hold, is written as text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, BinaryIO

from eventcode.errors import OutputError
from eventcode.model import Event
from eventcode.output.extras import require
from eventcode.output.flat import COLUMNS, Column

_FIRST = (
    "date_start", "type", "status", "actors", "targets", "locations", "admin3", "killed_low", "killed_high", "injured_low",
    "injured_high", "sentence",
)  # fmt: skip
_WIDTHS = {"sentence": 70, "locations": 24, "actors": 26, "targets": 26, "type": 18, "meaning": 70}
_KIND_WIDTHS = {"date": 12, "integer": 12, "number": 12, "text": 16}
MOST_ROWS = 1_048_575
"""Rows of a sheet below its header: Excel's limit."""
_MOST_TEXT = 32_767
_FIRST_DAY = dt.date(1900, 1, 1)


def ordered() -> list[Column]:
    """The columns as the sheet has them: those that people read first, then the others."""
    by_name = {column.name: column for column in COLUMNS}
    return [by_name[name] for name in _FIRST] + [column for column in COLUMNS if column.name not in _FIRST]


def write(events: Iterable[Event], file: BinaryIO) -> int:
    """Write a workbook; gives how many events. Raises ``OutputError`` without XlsxWriter, or for more rows than Excel has."""
    xlsxwriter = require("xlsxwriter", "excel")
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    columns = ordered()
    with xlsxwriter.Workbook(file, options) as book:
        day, bold = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"bold": True, "bottom": 1})
        sheet = book.add_worksheet("events")
        sheet.right_to_left()
        sheet.freeze_panes(1, 0)
        for index, column in enumerate(columns):
            sheet.set_column(index, index, _WIDTHS.get(column.name, _KIND_WIDTHS[column.kind]))
            sheet.write_string(0, index, column.name, bold)
        written = 0
        for event in events:
            written += 1
            if written > MOST_ROWS:
                raise OutputError(f"an Excel sheet holds {MOST_ROWS} events at most: use csv or parquet")
            place = event.locations[0] if event.locations else None
            for index, column in enumerate(columns):
                _cell(sheet, written, index, column.value(event, place), day)
        sheet.autofilter(0, 0, written, len(columns) - 1)
        _legend(book, columns, bold)
    return written


def _cell(sheet: Any, row: int, index: int, value: object, day: Any) -> None:
    if isinstance(value, dt.date) and value >= _FIRST_DAY:
        sheet.write_datetime(row, index, value, day)
    elif isinstance(value, int | float):
        sheet.write_number(row, index, value)
    elif value is not None and (text := str(value)):
        sheet.write_string(row, index, text if len(text) <= _MOST_TEXT else text[: _MOST_TEXT - 1] + "…")


def _legend(book: Any, columns: Iterable[Column], bold: Any) -> None:
    sheet = book.add_worksheet("columns")
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, _WIDTHS["meaning"])
    for index, heading in enumerate(("column", "meaning")):
        sheet.write_string(0, index, heading, bold)
    for row, column in enumerate(columns, 1):
        sheet.write_string(row, 0, column.name)
        sheet.write_string(row, 1, column.meaning)
