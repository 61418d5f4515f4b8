"""POLECAT: its 40 tab-separated columns with a header, one row an event and pair of actor and recipient.

An event whose type has no PLOVER code, or that names nobody, has no row and is told in the log. Columns that need a knowledge base
(Wikipedia) or a model that is not part of the coder stay empty.
Source: the column names that loaders of POLECAT's files state; sectors, quad codes and contexts of the PLOVER manual.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TextIO

from eventcode.model import Actor, Event
from eventcode.output.columns import Ruled, tell_left_out, write_tabs
from eventcode.output.countries import of_country
from eventcode.output.dyads import Dyad, dyads, party
from eventcode.output.flat import admin
from eventcode.output.ontology import feature, geonames_id, plover_quad


def records(events: Iterable[Event]) -> tuple[list[Dyad], Counter[str]]:
    """The rows, and how many events have none, by reason."""
    rows: list[Dyad] = []
    left_out: Counter[str] = Counter()
    for event in events:
        if event.codes.plover is None:
            left_out["of a type that PLOVER has not"] += 1
        elif not (own := list(dyads(event))):
            left_out["with no known actor or target"] += 1
        else:
            rows.extend(own)
    return rows, left_out


def contexts(event: Event) -> list[str]:
    """PLOVER contexts: "military" where an armed force acts or suffers; others are not coded."""
    return ["military"] if any((one := party(actor)) and one.armed for actor in (*event.actors, *event.targets)) else []


def _plover(dyad: Dyad, index: int) -> str:
    return dyad.event.codes.plover[index] if dyad.event.codes.plover else ""


def _of(side: str, value: Callable[[Actor], object]) -> Callable[[Dyad], object]:
    def cell(dyad: Dyad) -> object:
        actor: Actor | None = getattr(dyad, side)
        return value(actor) if actor else None

    return cell


def _country(actor: Actor, field: str) -> object:
    one = party(actor)
    return getattr(one.country, field) if one and one.country else None


def _sector(actor: Actor) -> object:
    one = party(actor)
    return one.sector if one else None


def _actor(side: str, name: str) -> tuple[Ruled[Dyad], ...]:
    return (
        Ruled(f"{name} Name", "English name, else the code", _of(side, lambda a: a.name or a.code)),
        Ruled(f"{name} Country", "ISO alpha-3 code; empty for organizations", _of(side, lambda a: _country(a, "iso3"))),
        Ruled(f"{name} COW", "number of the Correlates of War; empty for organizations", _of(side, lambda a: _country(a, "cow"))),
        Ruled(f"Primary {name} Sector", "PLOVER sector of the role; empty for a bare country", _of(side, _sector)),
        Ruled(f"{name} Sectors", "the same: an actor has one role", _of(side, _sector)),
        Ruled(f"{name} Title", "empty: titles are not kept"),
        Ruled(f"{name} Name Raw", "as written; empty where implied", _of(side, lambda a: a.text)),
        Ruled(f"Wikipedia {name} ID", "empty: actors are not linked to Wikipedia"),
    )


COLUMNS: tuple[Ruled[Dyad], ...] = (
    Ruled("Event ID", "id of the mention and number of the pair", lambda d: f"{d.event.id}-{d.number}"),
    Ruled("Event Date", "first day of the interval", lambda d: d.event.date.start),
    Ruled("Event Type", "PLOVER event", lambda d: _plover(d, 0)),
    Ruled("Event Mode", "PLOVER mode; empty where the type has none", lambda d: _plover(d, 1)),
    Ruled("Intensity", "empty: PLOVER's table of scores is not carried"),
    Ruled("Quad Code", "1 to 4, by the PLOVER event", lambda d: plover_quad(_plover(d, 0))),
    Ruled("Contexts", "military where an armed force acts or suffers; others are not coded", lambda d: ";".join(contexts(d.event))),
    *_actor("source", "Actor"),
    *_actor("target", "Recipient"),
    Ruled("Placename", "English name of the most exact place, else the Arabic one", lambda d: (d.place.name_en or d.place.name) if d.place else None),
    Ruled("City", "the same where the place is a settlement", lambda d: d.place.name_en or d.place.name if d.place and d.place.level == "settlement" else None),
    Ruled("District", "district", lambda d: admin(d.place, 2)),
    Ruled("Province", "governorate", lambda d: admin(d.place, 1)),
    Ruled("Country", "ISO alpha-3 code of the place's country", lambda d: of_country(d.place, "iso3")),
    Ruled("Latitude", "WGS 84", lambda d: d.place.lat if d.place else None),
    Ruled("Longitude", "WGS 84", lambda d: d.place.lon if d.place else None),
    Ruled("GeoNames ID", "where the gazetteer has the place from GeoNames", lambda d: geonames_id(d.place) if d.place else None),
    Ruled("Raw Placename", "as written; empty where it is taken over from an earlier sentence", lambda d: d.place.text if d.place else None),
    Ruled("Feature Type", "GeoNames feature code by the level; empty for a site", lambda d: feature(d.place)[1] if d.place else None),
    Ruled("Source", "publisher", lambda d: d.event.source.publisher),
    Ruled("Publication Date", "day of publication", lambda d: d.event.source.published),
    Ruled("Story People", "empty: an event knows its own sentence, not the story's names"),
    Ruled("Story Organizations", "empty, likewise"),
    Ruled("Story Locations", "empty, likewise"),
    Ruled("Language", "Arabic", lambda d: "Arabic"),
    Ruled("Version", "version of the coder", lambda d: f"eventcode {d.event.coder.version}"),
)  # fmt: skip


def write(events: Iterable[Event], file: TextIO) -> int:
    """Write a header and the rows; gives how many rows."""
    rows, left_out = records(events)
    tell_left_out("polecat", left_out)
    return write_tabs(COLUMNS, rows, file, header=True)
