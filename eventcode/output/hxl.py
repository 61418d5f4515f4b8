"""HXL: CSV with a row of hashtags under the header, for humanitarian information systems; the rows of ``acled``.

Hashtags are those of HDX's own scrapers of ACLED and UCDP where they have one, else of the HXL 1.1 dictionary; ``#meta+precision`` and
``+assoc`` and ``+sub`` attributes are extensions, which HXL allows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from eventcode.model import Event
from eventcode.output import acled
from eventcode.output.acled import Record
from eventcode.output.columns import Ruled, tell_left_out, write_csv
from eventcode.output.countries import of_country, world_region
from eventcode.output.flat import admin
from eventcode.output.precision import acled_geo


def _name(level: int) -> Callable[[Record], object]:
    return lambda r: admin(r.place, level)


def _code(level: int) -> Callable[[Record], object]:
    return lambda r: r.place.admin_codes[level - 1] if len(r.place.admin_codes) >= level else None


def _counted(kind: str) -> Callable[[Record], object]:
    def lowest(record: Record) -> object:
        return min((mention.counts[kind].low for mention in record.mentions if kind in mention.counts), default=None)

    return lowest


def _of_source(field: str) -> Callable[[Record], object]:
    def listed(record: Record) -> str:
        values = (getattr(mention.source, field) for mention in record.mentions)
        return "; ".join(dict.fromkeys(str(value) for value in values if value is not None))

    return listed


_LOWEST = "the lowest number that a text gives; empty where none does, and not shared between places"

TAGGED: tuple[tuple[str, Ruled[Record]], ...] = (
    ("#event+code", Ruled("event_id", "as ACLED's event_id_cnty", acled.event_id)),
    ("#event+type", Ruled("event_type", "as in acled", lambda r: r.event_type)),
    ("#event+type+sub", Ruled("sub_event_type", "as in acled", lambda r: r.sub_event_type)),
    ("#date+occurred", Ruled("event_date", "as in acled", lambda r: r.day)),
    ("#date+start", Ruled("date_start", "first day of the interval", lambda r: r.incidents[0].date.start)),
    ("#date+end", Ruled("date_end", "last day of the interval", lambda r: r.incidents[0].date.end)),
    ("#date+year", Ruled("year", "as in acled", lambda r: r.day.year)),
    ("#date+reported", Ruled("published", "days of publication", _of_source("published"))),
    ("#group+name+first", Ruled("actor1", "as in acled", lambda r: r.first.name)),
    ("#group+name+first+assoc", Ruled("assoc_actor_1", "as in acled", lambda r: "; ".join(r.first.associates))),
    ("#group+name+second", Ruled("actor2", "as in acled", lambda r: r.second.name)),
    ("#group+name+second+assoc", Ruled("assoc_actor_2", "as in acled", lambda r: "; ".join(r.second.associates))),
    ("#region+name", Ruled("region", "as in acled", lambda r: world_region(r.place))),
    ("#country+name", Ruled("country", "as in acled", lambda r: of_country(r.place, "name"))),
    ("#country+code", Ruled("country_code", "ISO alpha-3 code of the country", lambda r: of_country(r.place, "iso3"))),
    *(
        (f"#adm{level}+{tag}", Ruled(f"admin{level}_{tag}", rule, value(level)))
        for level in (1, 2, 3)
        for tag, rule, value in (("name", "OCHA's English name", _name), ("code", "OCHA's P-code", _code))
    ),
    ("#loc+name", Ruled("location", "as in acled", lambda r: r.place.name_en or r.place.name)),
    ("#loc+name+i_ar", Ruled("location_ar", "Arabic name", lambda r: r.place.name)),
    ("#geo+lat", Ruled("latitude", "WGS 84", lambda r: r.place.lat)),
    ("#geo+lon", Ruled("longitude", "WGS 84", lambda r: r.place.lon)),
    ("#affected+killed", Ruled("fatalities", "as in acled", lambda r: r.fatalities)),
    ("#affected+injured", Ruled("injured", _LOWEST, _counted("injured"))),
    ("#affected+abducted", Ruled("abducted", _LOWEST, _counted("abducted"))),
    ("#affected+displaced", Ruled("displaced", _LOWEST, _counted("displaced"))),
    ("#meta+source", Ruled("source", "publishers", lambda r: "; ".join(r.sources))),
    ("#meta+url", Ruled("url", "addresses of the documents", _of_source("url"))),
    ("#description", Ruled("notes", "as in acled", acled.notes)),
    ("#meta+precision+date", Ruled("time_precision", "as in acled", lambda r: r.time_precision)),
    ("#meta+precision+geo", Ruled("geo_precision", "as in acled", lambda r: acled_geo(r.place))),
)
"""Hashtag and column."""
COLUMNS = tuple(column for _tag, column in TAGGED)


def write(events: Iterable[Event], file: TextIO) -> int:
    """Write the rows as CSV with hashtags; gives how many."""
    rows, left_out = acled.records(events)
    tell_left_out("hxl", left_out)
    return write_csv(COLUMNS, rows, file, [tag for tag, _column in TAGGED])
