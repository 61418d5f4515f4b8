"""GeoJSON (RFC 7946): one feature an event and place, for QGIS and web maps.

Coordinates are longitude and latitude in WGS 84, and there is no ``crs`` member, as section 4 of the RFC asks. An event with no
place, or a place with no point, is a feature whose geometry is null (section 3.2: an unlocated feature), so that none is lost.
A feature's id is the event's id, "/" and the number of the place from 1.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any, TextIO

from eventcode.model import Event, Location
from eventcode.output.flat import COLUMNS, PLACE_COLUMNS, places

_COLUMNS = (*COLUMNS, *PLACE_COLUMNS)


def feature(event: Event, place: Location | None, number: int) -> dict[str, Any]:
    """One event at one place as a GeoJSON feature."""
    point = None
    if place is not None and place.lat is not None and place.lon is not None:
        point = {"type": "Point", "coordinates": [place.lon, place.lat]}
    values = ((column.name, column.value(event, place)) for column in _COLUMNS)
    return {
        "type": "Feature",
        "id": f"{event.id}/{number}",
        "geometry": point,
        "properties": {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in values},
    }


def write(events: Iterable[Event], file: TextIO) -> int:
    """Write a feature collection, a feature a line; gives how many features."""
    file.write('{"type": "FeatureCollection", "features": [')
    written = 0
    for event in events:
        for number, place in enumerate(places(event), 1):
            file.write(",\n" if written else "\n")
            file.write(json.dumps(feature(event, place, number), ensure_ascii=False, allow_nan=False))
            written += 1
    file.write("\n]}\n")
    return written
