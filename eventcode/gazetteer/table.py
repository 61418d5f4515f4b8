"""The gazetteer's table: places with names, level, parent and point, read from CSV."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import attrs

from eventcode.data import content_hash, read_csv
from eventcode.errors import DataError, Problem
from eventcode.model import LEVELS
from eventcode.text import fold

COLUMNS = ("id", "name", "name_en", "aliases", "level", "parent", "lat", "lon", "population", "source", "precision", "note")
_DASHES = re.compile("[-–—]")
_DIGITS_APART = re.compile(r"(?<=[^\W\d_])(?=\d)")
_ARABIC = re.compile("[\u0600-\u06ff]")
_EARTH_KM = 6371.0
_DEGREE_KM = 111.0
"""A degree of latitude is a little more than this."""
# First words of compound names that the press writes joined to the second or apart.
_COMPOUNDING = ("كفر", "تل", "معر", "معره", "دير", "بيت", "خان")


@attrs.frozen(slots=True, eq=False)
class Place:
    """A place. ``lat`` and ``lon`` are WGS 84 degrees or None; ``precision`` says how good the point is."""

    id: str
    name: str
    name_en: str
    aliases: tuple[str, ...]
    level: str
    parent: str
    lat: float | None
    lon: float | None
    population: int
    source: str
    precision: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the canonical one first."""
        return (self.name, *self.aliases)


def distance_km(first: Place, second: Place) -> float | None:
    """Great-circle distance in kilometres; None where a point is missing."""
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return None
    a, b = math.radians(first.lat), math.radians(second.lat)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(second.lon - first.lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def nearness(place: Place, others: Iterable[Place], reach: float) -> float:
    """How near a place is to the nearest of others: 2 where it lies at its point, falling to 0 at ``reach`` kilometres."""
    least = reach
    if place.lat is not None:
        band = reach / _DEGREE_KM
        for other in others:
            # Most places are too far to the north or south, which is told without trigonometry.
            if other is not place and other.lat is not None and abs(other.lat - place.lat) <= band:
                distance = distance_km(place, other)
                if distance is not None and distance < least:
                    least = distance
    return 2 - least / (reach / 2)


def arabic(name: str) -> bool:
    """Whether a name is written in Arabic letters."""
    return _ARABIC.search(name) is not None


@lru_cache(maxsize=65_536)
def key_words(name: str) -> tuple[str, ...]:
    """The words of a name as they are looked up: folded, without articles and punctuation, digits apart from letters (M4)."""
    return tuple(without_article(word) for word in _DIGITS_APART.sub(" ", _DASHES.sub(" ", fold(name))).split())


def spellings(name: str) -> list[tuple[str, ...]]:
    """The keys of a name: its words, and the first two written together or apart: كفر عمة and كفرعمة, جسر الشغور and جسرالشغور."""
    key = key_words(name)
    out = [key] if key else []
    words = fold(name).split()
    if len(words) == 2 and len(words[0]) > 2 and words[1].startswith("ال"):
        out.append((without_article(words[0]) + words[1],))
    if len(key) > 1 and key[0] in _COMPOUNDING:
        out.append((key[0] + key[1], *key[2:]))
    for first in _COMPOUNDING:
        if key and key[0].startswith(first) and len(key[0]) > len(first) + 2:
            out.append((first, key[0][len(first) :], *key[1:]))
    return out


def without_article(word: str) -> str:
    """A folded word without its article, where at least two letters stay."""
    return word[2:] if word.startswith("ال") and len(word) > 3 else word


class Table:
    """All places by id and by name; immutable once loaded."""

    def __init__(self, places: Iterable[Place], version: str) -> None:
        self.places = {place.id: place for place in places}
        self.version = version
        self.by_key: dict[tuple[str, ...], list[Place]] = {}
        for place in self.places.values():
            for key in dict.fromkeys(variant for name in place.names for variant in spellings(name)):
                self.by_key.setdefault(key, []).append(place)
        self._ancestors = {place.id: self._chain(place) for place in self.places.values()}
        self._members: dict[str, list[Place]] = {}
        for place in self.places.values():
            if place.level == "settlement" and place.lat is not None:
                for area in self._ancestors[place.id]:
                    self._members.setdefault(area.id, []).append(place)

    def _chain(self, place: Place) -> tuple[Place, ...]:
        out: list[Place] = []
        parent = self.places.get(place.parent)
        while parent is not None and parent not in out and parent is not place:
            out.append(parent)
            parent = self.places.get(parent.parent)
        return tuple(out)

    def ancestors(self, place: Place) -> tuple[Place, ...]:
        """The places that contain a place, from the nearest to the country."""
        return self._ancestors[place.id]

    def members(self, area: Place) -> Sequence[Place]:
        """The settlements with a point that an area contains."""
        return self._members.get(area.id, ())

    def within(self, place: Place, area: Place) -> bool:
        """Whether a place lies in an area (or is it)."""
        return place is area or area in self._ancestors[place.id]

    def capital(self, area: Place) -> Place | None:
        """The town that an area is named after: the settlement of that name in it with the most people."""
        found = [
            place for place in self.by_key.get(key_words(area.name), ()) if place.level == "settlement" and self.within(place, area)
        ]
        return max(found, key=lambda place: place.population, default=None)


def _number(text: str) -> float | None:
    """A number of a cell; raises ``ValueError`` on one that is none, or not finite."""
    if not text.strip():
        return None
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text!r} is not finite")
    return number


def read_place(row: Mapping[str, str]) -> Place:
    """The place of one row of a table; raises ``ValueError`` with what is wrong: an empty column, level, number or point."""
    missing = [column for column in ("id", "name", "level") if not row.get(column, "").strip()]
    if missing:
        raise ValueError(f"the column {missing[0]!r} is missing or empty")
    if row["level"] not in LEVELS:
        raise ValueError(f"level {row['level']!r} is none of {', '.join(LEVELS)}")
    try:
        lat, lon = _number(row.get("lat", "")), _number(row.get("lon", ""))
        population = int(_number(row.get("population", "")) or 0)
    except ValueError as error:
        raise ValueError(f"a number cannot be read: {error}") from None
    if (lat is None) != (lon is None):
        raise ValueError("a point needs both lat and lon")
    if lat is not None and lon is not None and not (abs(lat) <= 90 and abs(lon) <= 180):
        raise ValueError(f"lat {lat} and lon {lon} are no point: latitudes end at 90, longitudes at 180 degrees")
    return Place(
        row["id"].strip(), row["name"].strip(), row.get("name_en", "").strip(),
        tuple(name.strip() for name in row.get("aliases", "").split(";") if name.strip()),
        row["level"], row.get("parent", "").strip(), lat, lon, population, row.get("source", ""), row.get("precision", ""),
    )  # fmt: skip


def row_of(place: Place) -> dict[str, str]:
    """The cells of a place under ``COLUMNS``: what ``read_place`` reads."""
    return {
        "id": place.id, "name": place.name, "name_en": place.name_en, "aliases": "; ".join(place.aliases), "level": place.level,
        "parent": place.parent, "lat": "" if place.lat is None else str(place.lat), "lon": "" if place.lon is None else str(place.lon),
        "population": str(place.population or ""), "source": place.source, "precision": place.precision, "note": "",
    }  # fmt: skip


def load_table(paths: Sequence[Path]) -> Table:
    """Read place tables; later ones add to or replace rows of earlier ones.

    Raises ``DataError`` with file and line of every bad row: missing columns, levels that do not exist, bad numbers, parents
    that are missing. ``eventcode gazetteer check`` finds many more faults than those that stop a load.
    """
    places: dict[str, Place] = {}
    lines: dict[str, tuple[Path, int]] = {}
    problems: list[Problem] = []
    for path in paths:
        for line, row in read_csv(path):
            try:
                place = read_place(row)
            except ValueError as error:
                problems.append(Problem(str(path), line, str(error)))
                continue
            places[place.id] = place
            lines[place.id] = (path, line)
    for place in places.values():
        if place.parent and place.parent not in places:
            path, line = lines[place.id]
            problems.append(Problem(str(path), line, f"the parent {place.parent!r} is no place of the table"))
    if problems:
        raise DataError(problems)
    return Table(places.values(), f"2026.11+{content_hash(paths)}")
