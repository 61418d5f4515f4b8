"""The outlines of the map, and the projection that they share with its points."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from typing import Any

from eventcode.data import data_root

_ORIGIN = (35.5, 37.5)
_UNITS = 1000
_SHRINK = math.cos(math.radians(35.5))


def project(lon: float, lat: float) -> tuple[int, int]:
    """A point of the map in its units (a thousandth of a degree of latitude, about 111 m), y downward.

    Equirectangular, true to scale at 35.5 degrees north: over Idlib and its neighbours, lengths are right within 2 per cent.
    """
    return round((lon - _ORIGIN[0]) * _SHRINK * _UNITS), round((_ORIGIN[1] - lat) * _UNITS)


def outlines() -> list[dict[str, Any]]:
    """The areas of ``gazetteer/boundaries.geojson``: P-code, level, names, and the outline as an SVG path."""
    path = data_root() / "gazetteer" / "boundaries.geojson"
    found = []
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        about, geometry = feature["properties"], feature["geometry"]
        if about["level"] not in ("governorate", "subdistrict"):
            continue  # the map draws subdistricts within governorates
        polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
        found.append(
            {
                "code": about["pcode"], "level": about["level"], "en": about["name_en"], "ar": about["name_ar"],
                "path": "".join(_ring(ring) for polygon in polygons for ring in polygon),
            }
        )  # fmt: skip
    return found


def names() -> dict[str, tuple[str, str]]:
    """English and Arabic names of governorates, districts and subdistricts by P-code."""
    path = data_root() / "gazetteer" / "boundaries.geojson"
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {item["properties"]["pcode"]: (item["properties"]["name_en"], item["properties"]["name_ar"]) for item in features}


def _ring(ring: Iterable[Sequence[float]]) -> str:
    points = [project(point[0], point[1]) for point in ring]
    x, y = points[0]
    steps = [f"M{x} {y}l"]
    for next_x, next_y in points[1:-1]:
        if (next_x, next_y) != (x, y):
            steps.append(f"{next_x - x} {next_y - y} ")
        x, y = next_x, next_y
    return "".join(steps).rstrip() + "z"
