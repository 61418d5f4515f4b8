"""The registry of output formats: what each is called, which module writes it, and which events it takes.

A format's module is imported when the format is first used, so that the command line can list them all at no cost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import attrs

from eventcode.errors import OutputError
from eventcode.output.files import whole_file

if TYPE_CHECKING:
    from eventcode.model import Event


@attrs.frozen
class Format:
    """One output format; calling it writes events to an open file.

    ``module`` (of ``eventcode.output``) has a function ``write(events, file)`` that gives how many records it wrote; it takes
    a text file, or a binary one where ``binary`` is true. ``actual_only`` formats have no field that says whether an event
    took place, so only events of status "actual" go to them unless all are asked for. ``extra`` is the optional part of the
    package that the format needs.
    """

    name: str
    summary: str
    module: str
    suffixes: tuple[str, ...] = ()
    binary: bool = False
    actual_only: bool = False
    extra: str | None = None

    def __call__(self, events: Iterable[Event], file: IO[Any], *, all_statuses: bool = False) -> int:
        """Write events to an open file (a binary format goes to the bytes below a text file); gives how many records.

        Raises ``OutputError`` where a package is missing, a limit of the format is met, or binary content would go to a
        terminal.
        """
        if self.binary and file.isatty():
            raise OutputError(f"the format {self.name} is binary: give a file to write it to (-o FILE)")
        sink = getattr(file, "buffer", file) if self.binary else file
        write: Callable[[Iterable[Event], IO[Any]], int] = import_module(f"eventcode.output.{self.module}").write
        try:
            return write(events if all_statuses or not self.actual_only else _actual(events), sink)
        except UnicodeEncodeError as error:
            raise OutputError(f"the format {self.name} cannot hold text that is no Unicode: {error.object!r:.80}") from error
        except OverflowError as error:
            raise OutputError(f"the format {self.name} cannot hold a number of this size: {error}") from error

    def save(self, events: Iterable[Event], path: Path, *, all_statuses: bool = False) -> int:
        """Write a file whole or not at all; gives how many records. Raises ``OutputError`` and ``OSError``."""
        with whole_file(path, binary=self.binary) as file:
            return self(events, file, all_statuses=all_statuses)


def _actual(events: Iterable[Event]) -> Iterator[Event]:
    return (event for event in events if event.status == "actual")


_LISTED = (
    Format("jsonl", "JSON lines, one event a line: everything that is known", "jsonl", (".jsonl", ".json")),
    Format("csv", "CSV for spreadsheets, one event a row", "csv", (".csv",)),
    Format("happenings", "JSON lines, one happening a line with every report of it and the bounds of its counts", "happenings"),
    Format("table", "a table for people at a terminal", "table", (".txt",)),
    Format("excel", "an Excel workbook, right to left", "excel", (".xlsx",), binary=True, extra="excel"),
    Format(
        "parquet", "Parquet, typed and nested, everything that is known", "parquet", (".parquet",), binary=True, extra="parquet"
    ),
    Format("acled", "CSV with ACLED's 31 columns, one row an incident and place", "acled", actual_only=True),
    Format("ucdp", "CSV with the 49 columns of UCDP GED, one row a deadly incident and place", "ucdp", actual_only=True),
    Format("hxl", "CSV with HXL hashtags, the rows of acled with P-codes", "hxl", actual_only=True),
    Format("hxl-monthly", "CSV with HXL hashtags: events and deaths a month and district", "hxl_monthly", actual_only=True),
    Format("phoenix", "Phoenix's 26 tab-separated columns (CAMEO), one row a day and pair of actors", "phoenix", actual_only=True),
    Format("petrarch", "PETRARCH2's tab-separated columns (CAMEO)", "petrarch", actual_only=True),
    Format("plover", "PLOVER JSON, one event a line", "plover"),
    Format("polecat", "POLECAT's 40 tab-separated columns", "polecat", actual_only=True),
    Format("gdelt", "GDELT-like mentions: 16 tab-separated columns with offsets", "gdelt"),
    Format("geojson", "GeoJSON (RFC 7946), one feature an event and place", "geojson", (".geojson",)),
    Format("geopackage", "GeoPackage for QGIS, one feature an event and place", "geopackage", (".gpkg",), binary=True),
)

FORMATS: dict[str, Format] = {item.name: item for item in _LISTED}
"""Format name -> format."""


def format_of(path: Path) -> Format | None:
    """The format that a file's ending names, if one does."""
    return next((item for item in _LISTED if path.suffix.lower() in item.suffixes), None)
