"""Read a GeoNames country dump: 19 tab-separated columns, as https://download.geonames.org/export/dump/readme.txt has them.

Arabic names come from alternateNamesV2.txt (isolanguage "ar") where it is given, else from the names in Arabic letters among
the dump's alternate names. A place that the gazetteer has already (the same name within 3 km) gets its new names and no
second row.
"""

from __future__ import annotations

import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import attrs

from eventcode.errors import DataError, Problem
from eventcode.gazetteer import latin
from eventcode.gazetteer.imports.result import Box, Imported, clean, distinct, is_arabic, joined
from eventcode.gazetteer.outlines import Outlines
from eventcode.gazetteer.table import Place, Table, distance_km, key_words

COLUMNS = (
    "geonameid", "name", "asciiname", "alternatenames", "latitude", "longitude", "feature class", "feature code", "country code", "cc2",
    "admin1 code", "admin2 code", "admin3 code", "admin4 code", "population", "elevation", "dem", "timezone", "modification date",
)  # fmt: skip
_ALTERNATE_COLUMNS = 10

# Feature codes (https://www.geonames.org/export/codes.html) by our levels; others are passed over.
_LEVEL_OF_CODE = {
    "PCLI": "country", "PCLD": "country", "PCLS": "country", "TERR": "country", "ADM1": "governorate", "ADM2": "district", "ADM3": "subdistrict",
    "PPLX": "neighbourhood", "AIRB": "site", "AIRF": "site", "AIRP": "site", "MILB": "site", "NVB": "site", "INSM": "site", "FT": "site",
    "HSP": "site", "PRN": "site", "PSTB": "site", "PSTC": "site", "PSTP": "site", "CSTL": "site", "DAM": "site", "BDG": "site", "OILR": "site",
    "OILF": "site", "GASF": "site", "PS": "site", "UNIV": "site", "MSQE": "site", "CMPRF": "camp", "CMPLA": "camp", "RGN": "region", "MT": "region",
    "MTS": "region", "HLL": "site", "HLLS": "region", "PLN": "region", "VAL": "region", "DSRT": "region", "UPLD": "region", "HWY": "road", "RD": "road",
}  # fmt: skip
_GONE = frozenset({"PPLH", "PPLQ", "PPLW"})
_SAME_KM = 3.0
_NEAREST_KM = 10.0
_CELL = 0.1


@attrs.frozen
class _Record:
    """One line of the dump that can be used."""

    line: int
    identifier: str
    names: tuple[str, ...]
    lat: float
    lon: float
    level: str
    country: str
    codes: tuple[str, ...]
    population: int


def import_geonames(
    path: Path,
    table: Table,
    outlines: Outlines,
    *,
    alternate_names: Path | None = None,
    country: str | None = None,
    box: Box | None = None,
) -> Imported:
    """Places of a dump as rows that add to ``table``; ``country`` is an ISO 3166 code, and only places in ``box`` are taken.

    Both files may be the zip archives that GeoNames hands out. A bad line is a problem and the others are read on. Raises
    ``DataError`` where a file cannot be read.
    """
    problems: list[Problem] = []
    records: list[_Record] = []
    read = passed_over = 0
    for line, cells in _lines(path, len(COLUMNS), problems):
        read += 1
        try:
            record = _record(line, cells)
        except ValueError as error:
            problems.append(Problem(str(path), line, str(error), where=cells[0]))
            continue
        wanted = record is not None and (country is None or record.country == country.upper())
        if record is None or not wanted or (box is not None and not box.holds(record.lat, record.lon)):
            passed_over += 1
        else:
            records.append(record)
    arabic = _arabic_names(alternate_names, {record.identifier for record in records}, problems) if alternate_names else {}
    return _Merge(table, outlines, arabic, path, problems).run(records, read, passed_over)


def _lines(path: Path, columns: int, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """The cells of every line that is UTF-8 and has enough columns."""
    with _opened(path) as file:
        for line, data in enumerate(file, 1):
            try:
                cells = data.decode("utf-8-sig" if line == 1 else "utf-8").rstrip("\r\n").split("\t")
            except UnicodeDecodeError as error:
                problems.append(Problem(str(path), line, f"is not UTF-8 text: {error.reason} at byte {error.start + 1}"))
                continue
            if cells == [""]:
                continue
            if len(cells) != columns:
                problems.append(Problem(str(path), line, f"has {len(cells)} tab-separated columns, not {columns}"))
                continue
            yield line, cells


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """The file, or the text of the same name in a zip archive as GeoNames hands them out (JO.txt in JO.zip)."""
    try:
        if path.suffix.lower() != ".zip":
            with path.open("rb") as file:
                yield file
        else:
            with zipfile.ZipFile(path) as archive, archive.open(f"{path.stem}.txt") as member:
                yield member
    except KeyError:
        raise DataError.at(path, 0, f"holds no {path.stem}.txt; unpack it and give the text file") from None
    except (OSError, zipfile.BadZipFile, zlib.error) as error:
        raise DataError.at(path, 0, f"cannot be read: {error}") from error


def _record(line: int, cells: list[str]) -> _Record | None:
    """A record; None for a feature of no use here. Raises ``ValueError`` on a bad one."""
    row = dict(zip(COLUMNS, cells, strict=True))
    if not row["geonameid"].isascii() or not row["geonameid"].isdigit():
        raise ValueError(f"the geonameid {row['geonameid']!r} is no number")
    code = row["feature code"]
    level = "settlement" if row["feature class"] == "P" and code not in (*_LEVEL_OF_CODE, *_GONE) else _LEVEL_OF_CODE.get(code)
    if level is None:
        return None
    if not clean(row["name"]):
        raise ValueError("has no name")
    lat, lon, population = float(row["latitude"]), float(row["longitude"]), int(row["population"] or 0)
    if not (abs(lat) <= 90 and abs(lon) <= 180):
        raise ValueError(f"latitude {lat} and longitude {lon} are no point")
    names = (row["name"], row["asciiname"], *row["alternatenames"].split(","))
    codes = tuple(code for code in (row["admin1 code"], row["admin2 code"], row["admin3 code"]) if code)
    return _Record(
        line,
        row["geonameid"],
        tuple(clean(name) for name in names),
        lat,
        lon,
        level,
        row["country code"].upper(),
        codes,
        population,
    )


def _arabic_names(path: Path, wanted: set[str], problems: list[Problem]) -> Mapping[str, list[str]]:
    """Arabic names by geonameid, preferred ones first, without historic and colloquial ones (alternateNamesV2.txt)."""
    ranked: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for _, cells in _lines(path, _ALTERNATE_COLUMNS, problems):
        _, identifier, language, name, preferred, short, colloquial, historic = cells[:8]
        name = clean(name)
        if language == "ar" and identifier in wanted and is_arabic(name) and not colloquial and not historic:
            ranked[identifier].append((0 if preferred else 2 if short else 1, name))
    return {identifier: [name for _, name in sorted(names, key=lambda item: item[0])] for identifier, names in ranked.items()}


class _Merge:
    """Turns records into rows: names, the row that the gazetteer has already, the area that a place lies in."""

    def __init__(
        self, table: Table, outlines: Outlines, arabic: Mapping[str, list[str]], path: Path, problems: list[Problem]
    ) -> None:
        self.table = table
        self.outlines = outlines
        self.arabic = arabic
        self.path = path
        self.problems = problems
        self.cells: dict[tuple[int, int], list[Place]] = defaultdict(list)
        for place in table.places.values():
            if place.lat is not None and place.lon is not None:
                self.cells[int(place.lat // _CELL), int(place.lon // _CELL)].append(place)
        self.areas: dict[tuple[str, ...], str] = {}
        self.rows: dict[str, Place] = {}

    def run(self, records: list[_Record], read: int, passed_over: int) -> Imported:
        """Areas first, since the parents of the others are among them."""
        known = 0
        order = ("country", "governorate", "district", "subdistrict", "settlement")
        for record in sorted(records, key=lambda item: (order.index(item.level) if item.level in order else 9, item.line)):
            place = self.place(record)
            if place.level in order[:4]:
                depth = order.index(place.level)
                self.areas[record.country, *record.codes[:depth]] = place.id
            before = self.table.places.get(place.id)
            row = (
                place
                if before is None
                else joined(before, attrs.evolve(place, parent=before.parent, lat=None, lon=None), "GeoNames")
            )
            if row is None:
                known += 1
            else:
                self.rows[row.id] = row if before is None or row.id not in self.rows else joined(self.rows[row.id], row, "") or row
        return Imported(tuple(self.rows.values()), tuple(self.problems), read, known, passed_over)

    def place(self, record: _Record) -> Place:
        """The row of a record, with the id of the row that the gazetteer has for it, or an id of its own."""
        arabic = [*self.arabic.get(record.identifier, ()), *(name for name in record.names if is_arabic(name))]
        roman = [name for name in record.names if latin.is_latin(name)]
        name = arabic[0] if arabic else record.names[0]
        name_en = roman[0] if roman else ""
        place = Place(
            f"GN{record.identifier}", name, name_en, distinct((*arabic, *roman), (name, name_en)), record.level, "", record.lat,
            record.lon, record.population, f"GeoNames {record.identifier}", "point",
        )  # fmt: skip
        found = self.known(place, record)
        if found is not None:
            return attrs.evolve(place, id=found)
        parent = self.parent(record)
        if not parent and record.level != "country":
            self.problems.append(
                Problem(
                    str(self.path),
                    record.line,
                    "no area of the gazetteer or the file holds it: it is written without a parent",
                    where=record.identifier,
                    level="warning",
                    advice="import the dump of its country whole, or give a parent",
                )
            )
        return attrs.evolve(place, id=record.country if record.level == "country" else place.id, parent=parent)

    def known(self, place: Place, record: _Record) -> str | None:
        """The id of the row that the gazetteer has for a place: the same id, or one of its names and level near by."""
        if place.id in self.table.places:
            return place.id
        if place.level == "country":
            return record.country if record.country in self.table.places else None
        keys = {key_words(name) for name in place.names if is_arabic(name)}
        roman = {latin.skeleton(name) for name in (place.name_en, *place.aliases) if latin.is_latin(name)} - {""}
        area = place.level in ("governorate", "district", "subdistrict")
        for other in self.near(record.lat, record.lon, 15 if area else 1):
            apart = distance_km(place, other)
            if other.level != place.level or apart is None or (apart > _SAME_KM and not area):
                continue
            if keys & {key_words(name) for name in other.names} or latin.skeleton(other.name_en) in roman:
                return other.id
        return None

    def near(self, lat: float, lon: float, reach: int) -> Iterator[Place]:
        """Places of the cells around a point."""
        row, column = int(lat // _CELL), int(lon // _CELL)
        for y in range(row - reach, row + reach + 1):
            for x in range(column - reach, column + reach + 1):
                yield from self.cells.get((y, x), ())

    def parent(self, record: _Record) -> str:
        """The area that holds a place: by outline, by the nearest settlement in it, by its codes; "" where none is known."""
        if record.level == "country":
            return ""
        depth = {"governorate": 0, "district": 1, "subdistrict": 2}.get(record.level, 3)
        by_codes = next(
            (area for size in range(depth, -1, -1) if (area := self.areas.get((record.country, *record.codes[:size])))), ""
        )
        if depth < 3:
            return by_codes or (record.country if record.country in self.table.places else "")
        outline = self.outlines.finest(record.lat, record.lon)
        if outline is not None and outline.level == "subdistrict" and outline.pcode in self.table.places:
            return outline.pcode
        if outline is None and by_codes not in ("", record.country):
            return by_codes
        within = outline.pcode if outline is not None else record.country
        point = attrs.evolve(_NOWHERE, lat=record.lat, lon=record.lon)
        around = [
            (apart, other.parent)
            for other in self.near(record.lat, record.lon, 1)
            if other.level == "settlement" and (apart := distance_km(point, other)) is not None and apart <= _NEAREST_KM
            and within in (area.id for area in self.table.ancestors(other))
        ]  # fmt: skip
        if around:
            return min(around)[1]
        if outline is not None and outline.pcode in self.table.places:
            return outline.pcode
        return by_codes or (record.country if record.country in self.table.places else "")


_NOWHERE = Place("", "", "", (), "settlement", "", None, None, 0, "", "")
