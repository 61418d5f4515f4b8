"""Events as rows of a table: a few columns of plain types, so that every engine carries them; ``json`` holds the whole event.

A row is a plain tuple of texts and days, made where the document is coded: tuples go from process to process and into Arrow at a
tenth of the cost of events, whose many small objects are slow to make again, and of dictionaries, which Arrow looks through one by
one.
"""

from __future__ import annotations

import json
from typing import Any

from eventcode.model import Event

SPARK_SCHEMA = (
    "id string, document string, type string, status string, date_start date, date_end date, place_ids array<string>, "
    "json string, error string"
)
"""The columns as Spark's ``mapInPandas`` and ``mapInArrow`` want them."""
COLUMNS = tuple(column.split()[0] for column in SPARK_SCHEMA.split(", "))
Row = tuple[Any, ...]
"""The values of ``COLUMNS``."""


def row_of(event: Event) -> Row:
    """The row of an event; its ``error`` is null."""
    return (
        event.id, event.document, event.type, event.status, event.date.start, event.date.end,
        [place.id for place in event.locations if place.id is not None], json.dumps(event.to_dict(), ensure_ascii=False), None,
    )  # fmt: skip


def error_row(document: str | None, record: str, error: str) -> Row:
    """The row of a record that could not be coded, with its line of a rejects file in place of an event."""
    return (None, document, None, None, None, None, [], record, error)
