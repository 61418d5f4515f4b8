"""Outlines of administrative areas (GeoJSON): which one holds a point, and how far outside one a point lies."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs

from eventcode.data import data_root
from eventcode.errors import DataError

Ring = tuple[tuple[float, float], ...]

_KM_PER_DEGREE = 111.195
# From the finest to the coarsest: the order in which an area that holds a point is looked for.
_FINENESS = {"subdistrict": 0, "district": 1, "governorate": 2, "country": 3}


@attrs.frozen(slots=True)
class Outline:
    """The outline of one area: rings of (longitude, latitude) in WGS 84 degrees; a hole is one more ring (even-odd rule)."""

    pcode: str
    level: str
    rings: tuple[Ring, ...]
    west: float
    south: float
    east: float
    north: float

    def holds(self, lat: float, lon: float) -> bool:
        """Whether a point lies inside (ray casting; a point on the line may fall on either side)."""
        if not (self.west <= lon <= self.east and self.south <= lat <= self.north):
            return False
        inside = False
        for ring in self.rings:
            x0, y0 = ring[-1]
            for x1, y1 in ring:
                if (y0 > lat) != (y1 > lat) and lon < (x1 - x0) * (lat - y0) / (y1 - y0) + x0:
                    inside = not inside
                x0, y0 = x1, y1
        return inside

    def kilometres_outside(self, lat: float, lon: float) -> float:
        """Distance from a point to the area in kilometres, 0 inside (plane approximation, good for tens of kilometres)."""
        if self.holds(lat, lon):
            return 0.0
        scale = math.cos(math.radians(lat))
        best = math.inf
        for ring in self.rings:
            x0, y0 = (ring[-1][0] - lon) * scale, ring[-1][1] - lat
            for x, y in ring:
                x1, y1 = (x - lon) * scale, y - lat
                dx, dy = x1 - x0, y1 - y0
                length = dx * dx + dy * dy
                along = 0.0 if length == 0 else max(0.0, min(1.0, -(x0 * dx + y0 * dy) / length))
                best = min(best, math.hypot(x0 + along * dx, y0 + along * dy))
                x0, y0 = x1, y1
        return best * _KM_PER_DEGREE


class Outlines:
    """Outlines by P-code; immutable once loaded."""

    def __init__(self, outlines: Iterable[Outline]) -> None:
        self.by_pcode: Mapping[str, Outline] = {outline.pcode: outline for outline in outlines}
        self._finest = sorted(self.by_pcode.values(), key=lambda outline: _FINENESS[outline.level])

    @classmethod
    def load(cls, path: Path | None = None) -> Outlines:
        """Read a GeoJSON file whose features have the properties pcode and level (default: the one that ships).

        Raises ``DataError`` where the file cannot be read or a feature has no outline.
        """
        source = path or data_root() / "gazetteer" / "boundaries.geojson"
        try:
            data = json.loads(source.read_text(encoding="utf-8-sig"))
            return cls(_outline(feature) for feature in data["features"])
        except OSError as error:
            raise DataError.at(source, 0, f"cannot be read: {error.strerror or error}") from error
        except (ValueError, KeyError, IndexError, TypeError) as error:
            raise DataError.at(source, 0, f"is no GeoJSON of outlines with pcode and level: {error!r}") from error

    def finest(self, lat: float, lon: float) -> Outline | None:
        """The smallest area that holds a point: a subdistrict before its district, that before its governorate."""
        return next((outline for outline in self._finest if outline.holds(lat, lon)), None)


def _outline(feature: Any) -> Outline:
    properties, geometry = feature["properties"], feature["geometry"]
    if properties["level"] not in _FINENESS:
        raise ValueError(f"level {properties['level']!r}")
    polygons = {"Polygon": lambda found: [found], "MultiPolygon": list}[geometry["type"]](geometry["coordinates"])
    rings = tuple(tuple((float(point[0]), float(point[1])) for point in ring) for polygon in polygons for ring in polygon)
    lons = [x for ring in rings for x, _ in ring]
    lats = [y for ring in rings for _, y in ring]
    return Outline(properties["pcode"], properties["level"], rings, min(lons), min(lats), max(lons), max(lats))
