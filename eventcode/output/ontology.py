"""What CAMEO and PLOVER codes carry with them: Goldstein's scale, quad classes, and PLOVER's conventions for places.

``goldstein.csv`` has the scale as the Phoenix pipeline ships it (Goldstein 1992, extended for CAMEO by P. Schrodt, CAMEO.SCALE.txt);
codes that the scale leaves out get none. PLOVER's own table of scores is not carried.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from eventcode.data import read_csv
from eventcode.model import Location

_QUADS = {
    1: ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    2: ("COOPERATE", "AID", "RETREAT"),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
_PLOVER_QUAD = {event: quad for quad, events in _QUADS.items() for event in events}
_FEATURES = {
    "settlement": ("P", "PPL"), "neighbourhood": ("P", "PPLX"), "subdistrict": ("A", "ADM3"), "district": ("A", "ADM2"),
    "governorate": ("A", "ADM1"), "country": ("A", "PCLI"), "region": ("L", "RGN"), "area": ("L", "AREA"), "road": ("R", "RD"),
    "camp": ("S", "CMPRF"), "site": ("S", None),
}  # fmt: skip
_RESOLUTIONS = {"neighbourhood": 5, "site": 5, "camp": 5, "settlement": 4, "subdistrict": 3, "district": 3, "area": 3, "country": 1}


@cache
def _scale() -> Mapping[str, float]:
    return {row["cameo"]: float(row["goldstein"]) for _line, row in read_csv(Path(__file__).with_name("goldstein.csv"))}


def goldstein(cameo: str) -> float | None:
    """Goldstein's score of a CAMEO code, -10 to 10; None where the scale has none."""
    return _scale().get(cameo)


# Phoenix has statements and appeals (01, 02) as neutral, 0; then 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.
_LAST_ROOTS = ((2, 0), (5, 1), (8, 2), (13, 3), (20, 4))


def phoenix_quad(cameo: str) -> int | None:
    """Phoenix's quad class of a CAMEO code, 0 to 4 by its root; None for a code that is none of CAMEO's."""
    root = int(cameo[:2]) if cameo[:2].isdecimal() else 0
    return next((number for last, number in _LAST_ROOTS if 0 < root <= last), None)


def plover_quad(event: str) -> int | None:
    """The quad code of a PLOVER event; SANCTION is 4, as its own section of the manual has it (the summary table says 3)."""
    return _PLOVER_QUAD.get(event)


def feature(place: Location) -> tuple[str, str | None]:
    """The GeoNames feature class and code of a place, by its level."""
    return _FEATURES[place.level]


def resolution(place: Location) -> int:
    """PLOVER's resolution: 5 within a city, 4 city, 3 district, 2 province (also region and road), 1 country."""
    return _RESOLUTIONS.get(place.level, 2)


def geonames_id(place: Location) -> int | None:
    """The GeoNames number, where the gazetteer has the place from there."""
    digits = (place.id or "")[2:]
    return int(digits) if (place.id or "").startswith("GN") and digits.isdecimal() and digits.isascii() else None
