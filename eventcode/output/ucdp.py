"""UCDP GED: its 49 columns (versions 23.1 to 25.1), one row a deadly incident and place.

UCDP's definition of an event holds: organized actors, and at least one death in the highest estimate. So an incident has no row, and is
told in the log, where its type is not violence in ACLED's sense, no deaths are reported, no organized actor is named, it has no
place, or its date is vaguer than a year. UCDP's own numbers of conflicts, dyads and actors stay empty: they are given by its staff.
Sources: the header of GED 23.1; the GED codebook's precision and clarity codes as restated by the R packages mapme.biodiversity and ucdp.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TextIO

import attrs

from eventcode.model import Event, Location
from eventcode.output.acled import BATTLES, CIVILIANS, EXPLOSIONS, TYPES, type_of
from eventcode.output.columns import Ruled, tell_left_out, write_csv
from eventcode.output.countries import of_country, world_region
from eventcode.output.flat import admin
from eventcode.output.incidents import Incident, incidents, number_of, shared
from eventcode.output.parties import REGIME_FELL, Inter, Party
from eventcode.output.precision import ucdp_date, ucdp_where

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
_INSURGENTS = "Syrian insurgents"
_CELL = 0.5


@attrs.frozen
class Estimate:
    """Deaths: lowest, best and highest."""

    low: int
    best: int
    high: int


@attrs.frozen
class Record:
    """One row: an incident at one of its places."""

    incident: Incident
    place: Location
    date_prec: int
    violence: int
    side_a: tuple[Party, ...]
    side_b: tuple[Party, ...]
    deaths: Estimate

    @property
    def names(self) -> tuple[str, str]:
        """The names of both sides; of one-sided violence the second is "Civilians", one that no text names "Unknown"."""
        other = "Civilians" if self.violence == ONE_SIDED else _name(self.side_b)
        return _name(self.side_a), other

    @property
    def dead(self) -> str:
        """Whose deaths they are: a, b, civilians or unknown; known where every target is of that kind."""
        targets = self.incident.targets
        if self.violence == ONE_SIDED or (targets and all(party.civilian for party in targets)):
            return "civilians"
        for name, side in (("a", self.side_a), ("b", self.side_b)):
            if targets and set(targets) <= set(side):
                return name
        return "unknown"


def estimate(incident: Incident) -> Estimate | None:
    """Deaths from all reports; None where there is none, or none above zero.

    The lowest lower bound and the highest upper bound (of an open one its lower bound). Best is the lower bound that most reports
    give, then that of the latest report, then the lowest.
    """
    tolls = [(count.low, count.low if count.high is None else count.high, mention) for count, mention in incident.tolls]
    if not tolls or max(high for _low, high, _mention in tolls) == 0:
        return None
    given = Counter(low for low, _high, _mention in tolls)
    latest = {low: str(mention.source.published or "") for low, _high, mention in sorted(tolls, key=_published)}
    best = max(sorted(given), key=lambda low: (given[low], latest[low]))
    return Estimate(min(given), best, max(high for _low, high, _mention in tolls))


def _published(toll: tuple[int, int, Event]) -> str:
    return str(toll[2].source.published or "")


def records(events: Iterable[Event]) -> tuple[list[Record], Counter[str]]:
    """The rows in the order of the incidents, and how many incidents have none, by reason."""
    rows: list[Record] = []
    left_out: Counter[str] = Counter()
    for incident in incidents(events):
        sub, deaths, precision = type_of(incident), estimate(incident), ucdp_date(incident.date)
        actors, targets = incident.sides
        if sub is None or TYPES[sub][0] not in (BATTLES, EXPLOSIONS, CIVILIANS):
            left_out["of a type that is no violence"] += 1
        elif deaths is None:
            left_out["with no deaths reported"] += 1
        elif not (fighters := tuple(party for party in actors if not party.civilian and party.code != "UNK")):
            left_out["with no organized actor"] += 1
        elif not incident.places:
            left_out["with no place"] += 1
        elif precision is None:
            left_out["with no date closer than a year"] += 1
        else:
            violence, side_a, side_b = _violence(fighters, targets, TYPES[sub][0])
            rows.extend(
                Record(incident, place, precision, violence, side_a, side_b, part)
                for place, part in zip(incident.places, _split(deaths, len(incident.places)), strict=True)
            )
    return rows, left_out


def _split(deaths: Estimate, parts: int) -> list[Estimate]:
    each = (shared(value, parts) for value in attrs.astuple(deaths))
    return [Estimate(low, best, high) for low, best, high in zip(*each, strict=True)]


def _state(parties: Iterable[Party]) -> bool:
    return any(party.inter is Inter.STATE or (party.inter is Inter.EXTERNAL and party.country is not None) for party in parties)


def _violence(
    actors: tuple[Party, ...], targets: tuple[Party, ...], event_type: str
) -> tuple[int, tuple[Party, ...], tuple[Party, ...]]:
    if (targets and all(party.civilian for party in targets)) or (not targets and event_type == CIVILIANS):
        return ONE_SIDED, actors, targets
    targets = tuple(party for party in targets if not party.civilian)
    if _state(targets) and not _state(actors):
        return STATE_BASED, targets, actors
    return (STATE_BASED if _state(actors) else NON_STATE), actors, targets


def _name(parties: Sequence[Party]) -> str:
    if not parties:
        return "Unknown"
    main = parties[0]
    if main.inter in (Inter.STATE, Inter.EXTERNAL) and main.country:
        return f"Government of {main.country.name}"
    return {"SYRREB": _INSURGENTS, "SYRREBHTS": "HTS", "IMGISI": "IS", "SYRKUR": "SDF"}.get(main.code, main.name(REGIME_FELL))


def conflict(record: Record) -> str:
    """UCDP's name of the conflict: "Syria: Government" against the opposition, of the Islamic State or the SDF; else both sides."""
    if record.violence == STATE_BASED and record.side_a[0].origin == "SYR" and record.side_b:
        other = record.side_b[0]
        if other.code == "IMGISI":
            return "Syria: Islamic State"
        if other.code == "SYRKUR":
            return "Syria: Rojava Kurdistan"
        if other.origin == "SYR":
            return "Syria: Government"
    return " - ".join(record.names)


def priogrid(lat: float, lon: float) -> int:
    """The number of the PRIO-GRID cell of half a degree that holds a point, counted from the south-west corner of the world."""
    row = min(math.floor((lat + 90) / _CELL), 359)
    column = min(math.floor((lon + 180) / _CELL), 719)
    return row * 720 + column + 1


def _clear(record: Record) -> int:
    named = "Unknown" not in record.names and not record.incident.disputed
    return 1 if named and ucdp_where(record.place) <= 3 and record.date_prec <= 3 else 2


def _gw(parties: Sequence[Party]) -> str | None:
    return parties[0].country.gw if parties and parties[0].country and _state(parties[:1]) else None


def _point(record: Record) -> tuple[float, float] | None:
    return None if record.place.lat is None or record.place.lon is None else (record.place.lat, record.place.lon)


def _of_sources(record: Record, value: str) -> str:
    found = (getattr(mention.source, value) for mention in record.incident.mentions)
    return "; ".join(dict.fromkeys(str(item) for item in found if item is not None))


def _article(record: Record) -> str:
    listed = (mention.source for mention in record.incident.mentions)
    parts = ((source.publisher or source.document, source.published, source.title) for source in listed)
    return "; ".join(dict.fromkeys(", ".join(f'"{part}"' for part in item if part) for item in parts))


def _named_sources(record: Record) -> str:
    told = (item for mention in record.incident.mentions for item in mention.attribution)
    return "; ".join(dict.fromkeys(name for item in told if (name := item.text or item.code)))


def _dead(whose: str) -> Ruled[Record]:
    return Ruled(
        f"deaths_{whose}", "best where every target is " + {
            "a": "of side a", "b": "of side b", "civilians": "civilian, or the violence is one-sided", "unknown": "not of one such kind"
        }[whose] + ", else 0", lambda r: r.deaths.best if r.dead == whose else 0,
    )  # fmt: skip


_STAFF = "empty: a number that UCDP's staff gives"

COLUMNS: tuple[Ruled[Record], ...] = (
    Ruled("id", "a number made from the happening's id and the place", lambda r: number_of(f"{r.incident.id} {r.place.id}")),
    Ruled("relid", "the happening's id", lambda r: r.incident.id),
    Ruled("year", "the year in which the interval starts", lambda r: r.incident.date.start.year if r.incident.date.start else None),
    Ruled("active_year", "empty: whether a conflict is active is known of a whole year only"),
    Ruled("code_status", "empty: no person has checked the row"),
    Ruled(
        "type_of_violence", "3 where all targets are civilians, or there is none in violence against civilians; else 1 where a state takes "
        "part, 2 where none does", lambda r: r.violence,
    ),
    Ruled("conflict_dset_id", _STAFF),
    Ruled("conflict_new_id", _STAFF),
    Ruled("conflict_name", "Syria: Government, Islamic State or Rojava Kurdistan by the sides, else both names", conflict),
    Ruled("dyad_dset_id", _STAFF),
    Ruled("dyad_new_id", _STAFF),
    Ruled("dyad_name", "the names of both sides", lambda r: " - ".join(r.names)),
    Ruled("side_a_dset_id", _STAFF),
    Ruled("side_a_new_id", _STAFF),
    Ruled("side_a", "the first actor, but always the state where only the other side is one", lambda r: r.names[0]),
    Ruled("side_b_dset_id", _STAFF),
    Ruled("side_b_new_id", _STAFF),
    Ruled("side_b", "the first organized one of the other side; Civilians in one-sided violence; Unknown where the text names none", lambda r: r.names[1]),
    Ruled("number_of_sources", "publishers that report it", lambda r: len(r.incident.sources)),
    Ruled("source_article", "publisher, day and title of each document", _article),
    Ruled("source_office", "publishers", lambda r: _of_sources(r, "publisher")),
    Ruled("source_date", "days of publication", lambda r: _of_sources(r, "published")),
    Ruled("source_headline", "titles", lambda r: _of_sources(r, "title")),
    Ruled("source_original", "whom the texts name as the source", _named_sources),
    Ruled(
        "where_prec", "1 settlement, neighbourhood, camp, site; 2 around one, or subdistrict; 3 district; 4 governorate, or area in one; "
        "5 road, or wider region; 6 country", lambda r: ucdp_where(r.place),
    ),
    Ruled("where_coordinates", "English name of the place, else the Arabic one", lambda r: r.place.name_en or r.place.name),
    Ruled("where_description", "the place as the text has it, else its Arabic name", lambda r: r.place.text or r.place.name),
    Ruled("adm_1", "governorate", lambda r: admin(r.place, 1)),
    Ruled("adm_2", "district", lambda r: admin(r.place, 2)),
    Ruled("latitude", "WGS 84", lambda r: r.place.lat),
    Ruled("longitude", "WGS 84", lambda r: r.place.lon),
    Ruled("geom_wkt", "the point as well-known text", lambda r: f"POINT ({r.place.lon} {r.place.lat})" if _point(r) else None),
    Ruled("priogrid_gid", "PRIO-GRID cell of the point", lambda r: priogrid(*point) if (point := _point(r)) else None),
    Ruled("country", "English name of the place's country; empty for a foreign town", lambda r: of_country(r.place, "name")),
    Ruled("country_id", "Gleditsch and Ward's number of it", lambda r: of_country(r.place, "gw")),
    Ruled("region", "Middle East where the country is Syria, else empty", lambda r: world_region(r.place)),
    Ruled(
        "event_clarity", "1 where both sides are named, nobody denies it, where_prec is 3 at most and date_prec too; else 2", _clear,
    ),
    Ruled("date_prec", "1 a day; 2 up to six days, or the publication day; 3 a week; 4 up to a month; 5 up to a year", lambda r: r.date_prec),
    Ruled("date_start", "first day of the interval", lambda r: r.incident.date.start),
    Ruled("date_end", "last day of the interval", lambda r: r.incident.date.end),
    *(_dead(whose) for whose in ("a", "b", "civilians", "unknown")),
    Ruled("best", "the lower bound that most reports give, then the latest report's; shared between places", lambda r: r.deaths.best),
    Ruled("high", "the highest upper bound (of an open one its lower bound); shared between places", lambda r: r.deaths.high),
    Ruled("low", "the lowest lower bound; shared between places", lambda r: r.deaths.low),
    Ruled("gwnoa", "Gleditsch and Ward's number of side a where it is a state", lambda r: _gw(r.side_a)),
    Ruled("gwnob", "the same of side b", lambda r: _gw(r.side_b)),
)  # fmt: skip
"""GED's columns, in the order of version 23.1."""


def write(events: Iterable[Event], file: TextIO) -> int:
    """Write the rows as CSV; gives how many."""
    rows, left_out = records(events)
    tell_left_out("ucdp", left_out)
    return write_csv(COLUMNS, rows, file)
