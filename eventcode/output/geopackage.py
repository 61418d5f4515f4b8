"""GeoPackage (OGC 12-128r18, version 1.3) for QGIS: one point feature an event and place, in a layer ``events``.

Written with the SQLite of the standard library, so that it needs no GDAL. An event with no place, or a place with no point, is a
row whose geometry is null. Points are WGS 84 (EPSG:4326), in the order longitude, latitude of the standard's well-known binary.
"""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
import struct
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from eventcode.model import Event, Location
from eventcode.output.flat import COLUMNS, PLACE_COLUMNS, places

_COLUMNS = (*COLUMNS, *PLACE_COLUMNS)
_KINDS = {"text": "TEXT", "integer": "INTEGER", "number": "DOUBLE", "date": "DATE"}
_WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],'
    'UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]'
)
# The tables, and their three rows of reference systems, that the standard requires (clauses 1.1.1.1.2, 1.1.2 to 1.1.3, 2.1.5).
_TABLES = """
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
"""
_SYSTEMS = (
    ("WGS 84", 4326, "EPSG", 4326, _WGS84, "longitude/latitude on the WGS 84 spheroid"),
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"),
)


def point(place: Location | None) -> bytes | None:
    """A place's point as a GeoPackage geometry (header without envelope, little-endian WKB); None where it has none."""
    if place is None or place.lat is None or place.lon is None:
        return None
    return struct.pack("<2sBBi", b"GP", 0, 1, 4326) + struct.pack("<BIdd", 1, 1, place.lon, place.lat)


def _rows(events: Iterable[Event]) -> Iterator[tuple[object, ...]]:
    for event in events:
        for place in places(event):
            values = (column.value(event, place) for column in _COLUMNS)
            yield point(place), *(value.isoformat() if isinstance(value, dt.date) else value for value in values)


def _fill(database: sqlite3.Connection, events: Iterable[Event]) -> int:
    database.executescript(_TABLES)
    database.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", _SYSTEMS)
    fields = ", ".join(f'"{column.name}" {_KINDS[column.kind]}' for column in _COLUMNS)
    # "id" is a text of ours, so the integer key that the standard asks for goes by another name.
    database.execute(f"CREATE TABLE events (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, {fields})")
    marks = ", ".join("?" * (len(_COLUMNS) + 1))
    names = ", ".join(f'"{column.name}"' for column in _COLUMNS)
    written = database.executemany(f"INSERT INTO events (geom, {names}) VALUES ({marks})", _rows(events)).rowcount
    box = database.execute(
        "SELECT min(longitude), min(latitude), max(longitude), max(latitude) FROM events WHERE geom IS NOT NULL"
    ).fetchone()
    database.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, min_x, min_y, max_x, max_y, srs_id) "
        "VALUES ('events', 'features', 'events', 'one row an event and place', ?, ?, ?, ?, 4326)",
        box,
    )
    database.execute("INSERT INTO gpkg_geometry_columns VALUES ('events', 'geom', 'POINT', 4326, 0, 0)")
    database.commit()
    return max(0, written)


def write(events: Iterable[Event], file: BinaryIO) -> int:
    """Write a GeoPackage; gives how many features. SQLite needs a file of its own, which is then copied."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.gpkg"
        with closing(sqlite3.connect(path)) as database:
            written = _fill(database, events)
        with path.open("rb") as made:
            shutil.copyfileobj(made, file)
    return written
