"""Write the rural areas of every governorate into the gazetteer: ريف حمص, ريف حمص الشمالي, ريف حمص الشمالي الشرقي and so on.

    python -m tools.countryside            rewrite the rows of gazetteer/places.csv
    python -m tools.countryside --check    exit 1 where a row is not what its members give

No authority draws these areas; the press names them by the side of the governorate's capital. So a side is a sector of 90
degrees around the capital, a corner (north-east) one of 45 degrees; where the press means certain districts, these are listed.
The point of an area is the mean of its settlements; its precision the distance within which nine in ten of them lie.
"""

from __future__ import annotations

import argparse
import csv
import math
import sys
from collections.abc import Sequence
from pathlib import Path

import attrs

from eventcode.gazetteer.table import COLUMNS, Place, Table, distance_km, key_words, load_table
from eventcode.output.files import whole_file

PLACES = Path(__file__).parents[1] / "gazetteer" / "places.csv"
SOURCE = "derived: mean of OCHA settlements (tools/countryside.py)"
_NINE_IN_TEN = 0.9
_FEWEST = 10


@attrs.frozen
class Side:
    """A side of a governorate: its Arabic adjectives, its letters and English word, and its bearing in degrees and width."""

    arabic: str
    code: str
    english: str
    bearing: float = 0.0
    width: float = 360.0


SIDES = (
    Side("", "R", ""),
    Side("الشمالي", "N", "northern", 0, 90), Side("الشرقي", "E", "eastern", 90, 90),
    Side("الجنوبي", "S", "southern", 180, 90), Side("الغربي", "W", "western", 270, 90),
    Side("الشمالي الشرقي", "NE", "north-eastern", 45, 45), Side("الجنوبي الشرقي", "SE", "south-eastern", 135, 45),
    Side("الجنوبي الغربي", "SW", "south-western", 225, 45), Side("الشمالي الغربي", "NW", "north-western", 315, 45),
)  # fmt: skip

# Capitals by governorate; the countryside of Damascus is a governorate of its own around the capital.
CAPITALS = {
    "SY02": "C1007", "SY03": "C1001", "SY04": "C2528", "SY05": "C2987", "SY06": "C3480", "SY07": "C3871", "SY08": "C4360",
    "SY09": "C5086", "SY10": "C5221", "SY11": "C5710", "SY12": "C5993", "SY13": "C6147", "SY14": "C6268",
}  # fmt: skip

# Areas that the press means by a side, where the sector would give others: Atarib and Darat Izza are the west of Aleppo, Afrin
# is its north; the Ghab and Masyaf are the west of Hama, Kafr Zita and Morek its north; the mountains between Kasab, Salma and
# Kansabba are the north of Latakia, whose capital lies on the shore; Daraa lies in a corner of its governorate.
MEMBERS = {
    ("SY02", "W"): ("SY020001", "SY020004"), ("SY02", "N"): ("SY0203", "SY0204", "SY020003"), ("SY02", "NW"): ("SY0203",),
    ("SY02", "S"): ("SY020002", "SY020005", "SY020006"),
    ("SY05", "W"): ("SY0502", "SY0504"), ("SY05", "N"): ("SY050101", "SY050501"), ("SY05", "NW"): ("SY050203", "SY050204", "SY050202"),
    ("SY06", "N"): ("SY0603", "SY060002", "SY060003", "SY060004", "SY060005"), ("SY06", "NE"): ("SY060301", "SY060303"),
    ("SY12", "W"): ("SY120003", "SY120005", "SY120303", "SY120305"),
    ("SY12", "E"): ("SY120001", "SY120006", "SY120007", "SY120302", "SY120201"),
    ("SY12", "N"): ("SY1202", "SY120300", "SY120301", "SY120304"), ("SY12", "NW"): ("SY120301", "SY120303", "SY120305"),
}  # fmt: skip


def bearing(origin: Place, place: Place) -> float:
    """Degrees clockwise from north, 0 to 360, from one point to another near by."""
    if origin.lat is None or origin.lon is None or place.lat is None or place.lon is None:
        raise ValueError(f"{origin.id} or {place.id} has no point")
    east = (place.lon - origin.lon) * math.cos(math.radians(origin.lat))
    return math.degrees(math.atan2(east, place.lat - origin.lat)) % 360


def members(table: Table, governorate: Place, side: Side) -> list[Place]:
    """The settlements of a side of a governorate, the capital not among them."""
    capital = table.places[CAPITALS[governorate.id]]
    out = []
    for place in table.places.values():
        if place.level != "settlement" or place.lat is None or place is capital:
            continue
        areas = [area.id for area in table.ancestors(place)]
        listed = MEMBERS.get((governorate.id, side.code))
        if listed is not None:
            if any(area in listed for area in areas):
                out.append(place)
        elif governorate.id in areas:
            apart = abs((bearing(capital, place) - side.bearing + 180) % 360 - 180)
            if apart <= side.width / 2:
                out.append(place)
    return out


def area(table: Table, governorate: Place, side: Side) -> dict[str, str] | None:
    """The row of one rural area; None where too few settlements lie there for a side of its own."""
    found = members(table, governorate, side)
    if len(found) < _FEWEST:
        return None
    capital = table.places[CAPITALS[governorate.id]]
    lats = [place.lat for place in found if place.lat is not None]
    lons = [place.lon for place in found if place.lon is not None]
    centre = attrs.evolve(capital, lat=round(sum(lats) / len(lats), 4), lon=round(sum(lons) / len(lons), 4))
    distances = sorted(apart for place in found if (apart := distance_km(centre, place)) is not None)
    reach = max(1, round(distances[math.ceil(_NINE_IN_TEN * len(distances)) - 1]))
    # "ريف دمشق" itself is the governorate; its sides are named after the city.
    name = f"ريف {capital.name} {side.arabic}".strip()
    english = f"{side.english} {capital.name_en} countryside".strip()
    return {
        "id": f"{governorate.id}-{side.code}", "name": name, "name_en": english[0].upper() + english[1:], "aliases": "",
        "level": "region", "parent": governorate.id, "lat": str(centre.lat), "lon": str(centre.lon), "population": "",
        "source": SOURCE, "precision": f"approx {reach} km",
        "note": f"{len(found)} settlements; box {min(lons):.2f} {min(lats):.2f} {max(lons):.2f} {max(lats):.2f}",
    }  # fmt: skip


def rewrite(rows: Sequence[dict[str, str]], table: Table) -> list[dict[str, str]]:
    """The rows of the gazetteer with its rural areas as their members give them; ids and aliases that are there are kept."""
    out = [dict(row) for row in rows]
    there = {key_words(row["name"]): row for row in out if row["level"] == "region"}
    for identifier in CAPITALS:
        for side in SIDES:
            if identifier == "SY03" and not side.arabic:
                continue
            row = area(table, table.places[identifier], side)
            if row is None:
                continue
            known = there.get(key_words(row["name"]))
            if known is None:
                out.append(row)
            else:
                known.update({key: value for key, value in row.items() if key not in ("id", "name", "aliases")})
    return out


def main(argv: Sequence[str] | None = None) -> int:
    """Rewrite the rows, or check them; gives the exit code."""
    parser = argparse.ArgumentParser(description="Write the rural areas of every governorate into the gazetteer.")
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 where a row is not what its members give")
    arguments = parser.parse_args(argv)
    with PLACES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    new = rewrite(rows, load_table([PLACES]))
    if arguments.check:
        stale = [row["id"] for row in new if row not in rows]
        for identifier in stale:
            print(f"{identifier}: not what its members give; run python -m tools.countryside")
        return 1 if stale else 0
    with whole_file(PLACES) as out:
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(new)
    print(f"{sum(row['source'] == SOURCE for row in new)} rural areas")
    return 0


if __name__ == "__main__":
    sys.exit(main())
