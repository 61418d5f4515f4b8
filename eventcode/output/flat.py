"""An event as one flat row: the columns that CSV, Excel, GeoJSON, GeoPackage and data frames share."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from eventcode.model import Event, Location

Value = Callable[[Event, Location | None], object]


@attrs.frozen
class Column:
    """A column: its name, the kind of its values (text, integer, number, date), and what it holds; None where there is nothing.

    ``value`` takes the event and the place that the row is about.
    """

    name: str
    kind: str
    meaning: str
    value: Value


def joined(values: Iterable[str | None]) -> str:
    """Several values in one cell, in order, separated by a semicolon and a space."""
    return "; ".join(value or "" for value in values)


def admin(place: Location | None, level: int) -> str | None:
    """The name of the area of level 1 to 3 that holds a place."""
    return place.admin[level - 1] if place and len(place.admin) >= level else None


def _count(kind: str) -> tuple[Column, Column]:
    def low(event: Event, _place: Location | None) -> object:
        return event.counts[kind].low if kind in event.counts else None

    def high(event: Event, _place: Location | None) -> object:
        return event.counts[kind].high if kind in event.counts else None

    return (
        Column(f"{kind}_low", "integer", f"number of {kind}: lower bound", low),
        Column(f"{kind}_high", "integer", f"number of {kind}: upper bound; empty where it is open or no number is given", high),
    )


COLUMNS = (
    Column("id", "text", "id of the mention", lambda e, p: e.id),
    Column("document", "text", "document that it was read in", lambda e, p: e.document),
    Column("published", "date", "day of publication", lambda e, p: e.source.published),
    Column("type", "text", "event type of the codebook", lambda e, p: e.type),
    Column("acled_event_type", "text", "ACLED event type", lambda e, p: e.codes.acled[0] if e.codes.acled else None),
    Column("acled_sub_event_type", "text", "ACLED sub-event type", lambda e, p: e.codes.acled[1] if e.codes.acled else None),
    Column("cameo", "text", "CAMEO code", lambda e, p: e.codes.cameo),
    Column("plover", "text", "PLOVER event", lambda e, p: e.codes.plover[0] if e.codes.plover else None),
    Column("own_codes", "text", "codes in ontologies of one's own", lambda e, p: joined(f"{o}={c}" for o, c in e.codes.own)),
    Column("status", "text", "actual, negated, attempted, future or hypothetical", lambda e, p: e.status),
    Column("actor_codes", "text", "codes of those who act", lambda e, p: joined(a.code for a in e.actors)),
    Column("actors", "text", "those who act, as written; empty where implied", lambda e, p: joined(a.text for a in e.actors)),
    Column("target_codes", "text", "codes of those who suffer the act", lambda e, p: joined(t.code for t in e.targets)),
    Column("targets", "text", "those who suffer the act, as written", lambda e, p: joined(t.text for t in e.targets)),
    Column("location_ids", "text", "gazetteer ids of every place", lambda e, p: joined(x.id for x in e.locations)),
    Column("locations", "text", "Arabic names of every place", lambda e, p: joined(x.name for x in e.locations)),
    Column("locations_en", "text", "English names of every place", lambda e, p: joined(x.name_en for x in e.locations)),
    Column("admin1", "text", "governorate of the row's place", lambda e, p: admin(p, 1)),
    Column("admin2", "text", "district of the row's place", lambda e, p: admin(p, 2)),
    Column("admin3", "text", "subdistrict of the row's place", lambda e, p: admin(p, 3)),
    Column("latitude", "number", "WGS 84 degrees of the row's place", lambda e, p: p.lat if p else None),
    Column("longitude", "number", "WGS 84 degrees of the row's place", lambda e, p: p.lon if p else None),
    Column("date_start", "date", "first day on which it may have happened", lambda e, p: e.date.start),
    Column("date_end", "date", "last day on which it may have happened", lambda e, p: e.date.end),
    Column("date_resolution", "text", "how closely the text dates it", lambda e, p: e.date.resolution),
    Column("time", "text", "clock time or part of day", lambda e, p: e.date.time),
    Column("date_basis", "text", "where the date is from: text, document, event, none", lambda e, p: e.date.basis),
    *_count("killed"),
    *_count("injured"),
    *_count("displaced"),
    Column("sources", "text", "whom the text names as the source", lambda e, p: joined(s.text or s.code for s in e.attribution)),
    Column("stances", "text", "what each source does: asserts or denies", lambda e, p: joined(s.stance for s in e.attribution)),
    Column("trigger", "text", "the word that reports the event", lambda e, p: e.trigger.text),
    Column("start", "integer", "code point in the text where the trigger starts", lambda e, p: e.trigger.start),
    Column("end", "integer", "code point in the text where the trigger ends", lambda e, p: e.trigger.end),
    Column("sentence", "text", "the sentence", lambda e, p: e.sentence.text),
    Column("happening", "text", "id shared by the mentions of one happening", lambda e, p: e.happening),
    Column("cause", "text", "happening that it results from", lambda e, p: e.cause),
    Column("disputes", "text", "ids of mentions that contradict it", lambda e, p: joined(e.disputes)),
    Column("rule", "text", "codebook file and pattern", lambda e, p: e.rule),
    Column("publisher", "text", "publisher of the document", lambda e, p: e.source.publisher),
    Column("url", "text", "address of the document", lambda e, p: e.source.url),
    Column("codebook", "text", "codebook that it was coded with", lambda e, p: e.coder.codebook),
)
"""Columns in order. Places are joined in the columns of plural name; the others are about one place."""


def row(event: Event) -> list[object]:
    """The event's values in the order of ``COLUMNS``; its first place is the row's place."""
    return place_row(event, event.locations[0] if event.locations else None)


def place_row(event: Event, place: Location | None) -> list[object]:
    """The values of an event at one of its places."""
    return [column.value(event, place) for column in COLUMNS]


PLACE_COLUMNS = (
    Column("place_id", "text", "gazetteer id of the feature's place", lambda e, p: p.id if p else None),
    Column("place", "text", "Arabic name of the feature's place", lambda e, p: p.name if p else None),
    Column("place_en", "text", "English name of the feature's place", lambda e, p: p.name_en if p else None),
    Column("place_level", "text", "what the place is: settlement, district, area ...", lambda e, p: p.level if p else None),
    Column("place_role", "text", "place, origin or destination", lambda e, p: p.role if p else None),
    Column("place_precision", "text", "how exact the point is (of the gazetteer)", lambda e, p: p.precision if p else None),
    Column("place_score", "number", "how sure the choice of the place is, 0 to 1", lambda e, p: p.score if p else None),
)
"""Columns that formats with one record an event and place have besides."""


def places(event: Event) -> list[Location | None]:
    """The places of an event, each the subject of one record; a single None where it has none."""
    return list(event.locations) or [None]
