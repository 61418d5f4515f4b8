"""Events as a data frame of pandas or polars (extra ``frames``): one event a row, the columns of the CSV with their types."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from eventcode.output.extras import require
from eventcode.output.flat import COLUMNS, row

if TYPE_CHECKING:
    from eventcode.model import Event

# Seconds reach every day that Python knows; pandas' nanoseconds end in 2262.
_PANDAS = {"text": "string", "integer": "Int64", "number": "float64", "date": "datetime64[s]"}
_POLARS = {"text": "String", "integer": "Int64", "number": "Float64", "date": "Date"}


def to_pandas(events: Iterable[Event]) -> Any:
    """A ``pandas.DataFrame``: strings, nullable integers, floats and ``datetime64[s]``. Raises ``OutputError`` without pandas."""
    pandas = require("pandas", "frames")
    columns = zip(COLUMNS, _columns(events), strict=True)
    return pandas.DataFrame({column.name: pandas.Series(values, dtype=_PANDAS[column.kind]) for column, values in columns})


def to_polars(events: Iterable[Event]) -> Any:
    """A ``polars.DataFrame``: String, Int64, Float64 and Date, null where there is no value. Raises ``OutputError`` without polars."""
    polars = require("polars", "frames")
    schema = {column.name: getattr(polars, _POLARS[column.kind]) for column in COLUMNS}
    return polars.DataFrame({column.name: values for column, values in zip(COLUMNS, _columns(events), strict=True)}, schema=schema)


def _columns(events: Iterable[Event]) -> list[list[object]]:
    rows = [row(event) for event in events]
    return [[values[index] for values in rows] for index in range(len(COLUMNS))]
