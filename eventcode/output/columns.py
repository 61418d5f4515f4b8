"""Columns of a table of another data set: each with the rule that fills it, or that leaves it empty."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from logging import getLogger
from typing import Generic, TextIO, TypeVar

import attrs

from eventcode.output.csv import safe

R = TypeVar("R")
_log = getLogger("eventcode.output")


@attrs.frozen
class Ruled(Generic[R]):
    """A column: its name in the data set, our rule in words, and the value for a record; with no function it stays empty."""

    name: str
    rule: str
    value: Callable[[R], object] | None = None

    def cell(self, record: R) -> object:
        """The value, None where the column is empty."""
        return self.value(record) if self.value else None


def write_csv(columns: Sequence[Ruled[R]], records: Iterable[R], file: TextIO, tags: Sequence[str] = ()) -> int:
    """Write a header, a row of tags if there are any, and a row a record; no cell runs as a formula. Gives how many records."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    if tags:
        writer.writerow(tags)
    written = 0
    for record in records:
        writer.writerow([safe(column.cell(record)) for column in columns])
        written += 1
    return written


def write_tabs(columns: Sequence[Ruled[R]], records: Iterable[R], file: TextIO, *, header: bool = False) -> int:
    """Write tab-separated values with neither quotes nor escapes; tabs and line ends within a value become spaces."""
    if header:
        file.write("\t".join(column.name for column in columns) + "\n")
    written = 0
    for record in records:
        cells = (column.cell(record) for column in columns)
        file.write("\t".join("" if cell is None else " ".join(str(cell).split()) for cell in cells) + "\n")
        written += 1
    return written


def tell_left_out(name: str, left_out: Counter[str]) -> None:
    """Say in a warning of the log how many events have no row in a format, and why."""
    if left_out:
        reasons = ", ".join(f"{count} {reason}" for reason, count in left_out.most_common())
        _log.warning("%s: %d without a row: %s", name, left_out.total(), reasons)
