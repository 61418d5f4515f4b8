"""Read a table of OCHA's Common Operational Datasets of Administrative Boundaries (COD-AB): one row an area, CSV or Excel.

Three styles of columns are in use and are read alike: ``ADM1_EN, ADM1_AR, ADM1_PCODE`` (attributes of the boundaries),
``admin1Name_en, admin1Name_ar, admin1Pcode`` (tabular gazetteers) and ``adm1_name, adm1_name1, adm1_pcode`` (since 2025, with
the names in the order of the columns lang, lang1, ...). The row's own level is the deepest one that the table has a P-code
for; the areas above it become rows too where nobody has them. See https://knowledge.base.unocha.org (COD-AB).
"""

from __future__ import annotations

import csv
import importlib
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from eventcode.errors import DataError, Problem
from eventcode.gazetteer import latin
from eventcode.gazetteer.imports.result import Box, Imported, clean, distinct, is_arabic, joined
from eventcode.gazetteer.table import Place, Table

_LEVELS = ("country", "governorate", "district", "subdistrict", "settlement")
_COLUMN = re.compile(
    r"adm(?:in)?(?P<level>\d)_?(?P<what>p_?code|(?:ref_?)?name_?\d?(?:_[a-z]{2})?|(?:alt)?\d?_?(?:en|ar|ref)|alt\d?_?(?:en|ar|name)?\d?)"
)
_POINT = {
    "lat": ("center_lat", "latitude", "lat", "latitude_y", "y_coord", "point_y", "y"),
    "lon": ("center_lon", "longitude", "lon", "long", "longitude_x", "x_coord", "point_x", "x"),
}
_ENDED = ("validto", "valid_to")
# Some layers write 1899-12-30 (day 0 of a spreadsheet) for "still valid".
_DATE = re.compile(r"(?:19[5-9]|20\d)\d-")
_INSTALL = "Excel tables need openpyxl: pip install 'eventcode[tables]', or save the sheet as CSV"


@attrs.frozen
class _Columns:
    """Where a sheet has what: columns of P-codes and names by level, and of the point."""

    pcode: Mapping[int, str]
    names: Mapping[int, tuple[str, ...]]
    lat: str
    lon: str
    ended: str

    @property
    def level(self) -> int:
        """The level of the table's own rows."""
        return max(self.pcode)


def import_cod_ab(path: Path, table: Table, *, country: str | None = None, box: Box | None = None) -> Imported:
    """Areas of a COD-AB table as rows that add to ``table``; ``country`` is the P-code of level 0, as in SY.

    A bad row is a problem and the others are read on. Rows without a point are taken whatever ``box`` is. Raises
    ``DataError`` where the file cannot be read or has no column of P-codes.
    """
    problems: list[Problem] = []
    rows: dict[str, Place] = {}
    read = known = passed_over = sheets = 0
    for sheet, header, records in _sheets(path):
        columns = _columns(header)
        if columns is None:
            continue
        sheets += 1
        for line, cells in records:
            read += 1
            try:
                chain = _chain(columns, cells)
            except ValueError as error:
                problems.append(Problem(str(path), line, str(error), where=sheet))
                continue
            own = chain[-1]
            outside = box is not None and own.lat is not None and own.lon is not None and not box.holds(own.lat, own.lon)
            if _DATE.match(cells.get(columns.ended, "")) or outside or (country is not None and chain[0].id != country.upper()):
                passed_over += 1
                continue
            for place in chain:
                if place is own or (place.id not in table.places and place.id not in rows):
                    before = rows.get(place.id) or table.places.get(place.id)
                    row = place if before is None else joined(before, place, "OCHA COD-AB")
                    if row is not None:
                        rows[place.id] = row
                    elif place.id not in rows:
                        known += 1
    if not sheets:
        raise DataError.at(path, 1, "no column of P-codes, such as ADM1_PCODE, admin1Pcode or adm1_pcode")
    return Imported(tuple(rows.values()), tuple(problems), read, known, passed_over)


def _columns(header: Sequence[str]) -> _Columns | None:
    pcode: dict[int, str] = {}
    names: dict[int, list[str]] = defaultdict(list)
    for column in header:
        found = _COLUMN.fullmatch(column.strip().lower())
        if found is None or int(found["level"]) >= len(_LEVELS):
            continue
        if found["what"].replace("_", "") == "pcode":
            pcode[int(found["level"])] = column
        else:
            names[int(found["level"])].append(column)
    if not pcode:
        return None
    lower = {column.strip().lower(): column for column in header}

    def first(choices: Sequence[str]) -> str:
        return next((lower[name] for name in choices if name in lower), "")

    return _Columns(
        pcode, {level: tuple(found) for level, found in names.items()}, first(_POINT["lat"]), first(_POINT["lon"]), first(_ENDED)
    )


def _chain(columns: _Columns, cells: Mapping[str, str]) -> list[Place]:
    """The areas of a row from the country down to its own; raises ``ValueError`` on a P-code, name or point that is bad."""
    chain: list[Place] = []
    for level in sorted(columns.pcode):
        pcode = cells.get(columns.pcode[level], "").strip()
        if not pcode:
            raise ValueError(f"the column {columns.pcode[level]!r} is empty")
        if not re.fullmatch("[A-Za-z0-9_-]+", pcode):
            raise ValueError(f"the P-code {pcode!r} has characters other than letters and digits")
        found = [clean(cells.get(column, "")) for column in columns.names.get(level, ())]
        arabic = [name for name in found if is_arabic(name)]
        roman = [name for name in found if latin.is_latin(name)]
        if not arabic and not roman:
            raise ValueError(f"{pcode} has no name in Arabic or Latin letters")
        name, name_en = (arabic or roman)[0], (roman or [""])[0]
        lat, lon = _point(columns, cells) if level == columns.level else (None, None)
        chain.append(
            Place(
                pcode,
                name,
                name_en,
                distinct((*arabic, *roman), (name, name_en)),
                _LEVELS[level],
                chain[-1].id if chain else "",
                lat,
                lon,
                0,
                "OCHA COD-AB",
                ("point" if level == 4 else "polygon point") if lat is not None else "",
            )
        )
    return chain


def _point(columns: _Columns, cells: Mapping[str, str]) -> tuple[float | None, float | None]:
    texts = cells.get(columns.lat, "").strip(), cells.get(columns.lon, "").strip()
    if not texts[0] and not texts[1]:
        return None, None
    try:
        lat, lon = float(texts[0]), float(texts[1])
    except ValueError:
        raise ValueError(f"the point {texts[0]!r}, {texts[1]!r} is no pair of numbers") from None
    if not (abs(lat) <= 90 and abs(lon) <= 180):
        raise ValueError(f"latitude {lat} and longitude {lon} are no point")
    return lat, lon


def _sheets(path: Path) -> Iterator[tuple[str, Sequence[str], Iterator[tuple[int, dict[str, str]]]]]:
    """The sheets of a file as (name, header, rows with their line)."""
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        yield from _excel(path)
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            header = list(reader.fieldnames or ())
            yield "", header, ((reader.line_num, {key: value or "" for key, value in row.items() if key}) for row in reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError.at(path, 0, f"cannot be read as a UTF-8 CSV table: {error}") from error


def _excel(path: Path) -> Iterator[tuple[str, Sequence[str], Iterator[tuple[int, dict[str, str]]]]]:
    try:
        openpyxl: Any = importlib.import_module("openpyxl")
    except ImportError:
        raise DataError.at(path, 0, _INSTALL) from None
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise DataError.at(path, 0, f"cannot be read as an Excel table: {error}") from error
    try:
        for sheet in book.worksheets:
            lines = sheet.iter_rows(values_only=True)
            header = [_cell(value) for value in next(lines, ())]
            yield sheet.title, header, ((n, dict(zip(header, map(_cell, row), strict=False))) for n, row in enumerate(lines, 2))
    finally:
        book.close()


def _cell(value: object) -> str:
    return "" if value is None else str(value)
