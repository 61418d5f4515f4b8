"""Coding one partition of a larger job: functions that fit into Dask, Spark and Ray, and the columns of what they give.

A document that cannot be coded gives one row whose ``error`` says why and whose ``json`` is the record; an event's ``error`` is null.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from eventcode.batch.rejects import reject_line
from eventcode.batch.rows import COLUMNS, SPARK_SCHEMA, Row, error_row
from eventcode.batch.worker import ROWS, Coded, Job, Record, Result, Worker
from eventcode.coder import Coder
from eventcode.errors import EventcodeError, RecordError
from eventcode.reading import Document, document_of

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

__all__ = [
    "COLUMNS", "SPARK_SCHEMA", "Data", "arrays_of", "arrow_schema", "code_batches", "code_frame", "code_frames", "extra",
    "records_of", "rows_of",
]  # fmt: skip


def extra(name: str, module: str) -> Any:
    """An optional package; raises ``EventcodeError`` that tells how to install it."""
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError as error:
        raise EventcodeError(f"{module.partition('.')[0]} is not installed: pip install 'eventcode[{name}]'") from error


@attrs.frozen
class Data:
    """Which data a coder is made of, to be named to other machines: they need the same files, or the default ones."""

    codebook: Path | None = None
    gazetteer: Path | None = None
    overlays: tuple[Path, ...] = ()

    def coder(self) -> Coder:
        """The coder of this process, made once."""
        return _coder(self)


@cache
def _coder(data: Data) -> Coder:
    return Coder.cached(data.codebook, data.gazetteer, data.overlays)


def arrow_schema() -> pa.Schema:
    """The columns as an Arrow schema."""
    arrow = extra("dask", "pyarrow")
    types = {"date": arrow.date32(), "array<string>": arrow.list_(arrow.string()), "string": arrow.string()}
    return arrow.schema([(name, types[kind]) for name, kind in (column.split() for column in SPARK_SCHEMA.split(", "))])


def arrays_of(rows: Sequence[Row]) -> list[pa.Array]:
    """The columns of these rows as Arrow arrays."""
    arrow = extra("dask", "pyarrow")
    return [arrow.array([row[number] for row in rows], type=field.type) for number, field in enumerate(arrow_schema())]


def rows_of(record: Record, result: Result) -> Sequence[Row]:
    """The rows of what became of a record, where the job asked for rows: one an event, or one with the error."""
    if isinstance(result, Coded):
        return result.rows
    document = record.id if isinstance(record, Document) else None
    return [error_row(document, reject_line(record, result).rstrip("\n"), str(result.problem))]


def records_of(table: Iterable[Mapping[str, Any]], path: str = "partition", first: int = 1) -> Iterator[Record]:
    """The documents of rows with the columns id, text, date, publisher, url, title (only text is needed)."""
    for number, row in enumerate(table, first):
        known = {str(key): value for key, value in row.items() if not _missing(value)}
        try:
            yield document_of(known, path, number)
        except RecordError as error:
            error.record = json.dumps(known, ensure_ascii=False, default=str).encode("utf-8", "backslashreplace")
            yield error


def _missing(value: object) -> bool:
    """Whether a cell is empty: None, and the NaN and NaT of data frames, which are not equal to themselves."""
    return value is None or value != value


def _coded(table: Iterable[Mapping[str, Any]], data: Data | None, job: Job | None) -> list[Row]:
    worker = Worker((data or Data()).coder(), attrs.evolve(job or Job(), format=ROWS))
    return [row for record in records_of(table) for row in rows_of(record, worker.code(record))]


def code_frame(frame: pd.DataFrame, *, data: Data | None = None, job: Job | None = None) -> pd.DataFrame:
    """A pandas frame of documents to one of events: for Dask's ``map_partitions`` and Ray's ``map_batches``."""
    pandas = extra("dask", "pandas")
    coded: pd.DataFrame = pandas.DataFrame(_coded(frame.to_dict("records"), data, job), columns=list(COLUMNS), dtype=object)
    return coded


def code_frames(frames: Iterable[pd.DataFrame], *, data: Data | None = None, job: Job | None = None) -> Iterator[pd.DataFrame]:
    """The same for a sequence of frames: for Spark's ``mapInPandas`` with ``SPARK_SCHEMA``."""
    for frame in frames:
        yield code_frame(frame, data=data, job=job)


def code_batches(
    batches: Iterable[pa.RecordBatch], *, data: Data | None = None, job: Job | None = None
) -> Iterator[pa.RecordBatch]:
    """The same for Arrow record batches: for Spark's ``mapInArrow`` with ``SPARK_SCHEMA``."""
    arrow = extra("dask", "pyarrow")
    for batch in batches:
        yield arrow.RecordBatch.from_arrays(arrays_of(_coded(batch.to_pylist(), data, job)), schema=arrow_schema())
