"""Monthly figures by district (admin 2): the columns of HDX HAPI's conflict events, with a row of HXL hashtags.

One row a month, district and kind of event: ``political_violence``, ``civilian_targeting`` (a part of it and of demonstrations) and
``demonstration``, as ACLED's aggregates have them. Rows are counted from those of ``acled``; a month and district without events has no
row. A row of ``acled`` whose place is in no district (a region, a road, a governorate as a whole) is counted under its governorate,
or under neither, with empty cells and the matching ``admin_level``, so that none is lost.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import TextIO

import attrs

from eventcode.model import Event
from eventcode.output import acled
from eventcode.output.acled import DEMONSTRATION, VIOLENCE
from eventcode.output.columns import Ruled, tell_left_out, write_csv
from eventcode.output.countries import of_country
from eventcode.output.precision import near


@attrs.frozen(order=True)
class Cell:
    """What is counted together: a month (its first day), a district with its codes, and a kind of event."""

    month: dt.date
    country: str
    codes: tuple[str, ...]
    names: tuple[str, ...]
    kind: str

    @property
    def level(self) -> int:
        """2 where the district is known, 1 where the governorate is, else 0."""
        return len(self.codes)


@attrs.frozen
class Total:
    """A row: events and fatalities of a cell."""

    cell: Cell
    events: int
    fatalities: int


def totals(rows: Iterable[acled.Record]) -> list[Total]:
    """The figures of rows of ``acled``, by month, place and kind."""
    counted: defaultdict[Cell, list[int]] = defaultdict(list)
    for row in rows:
        # The district of an area such as a countryside is only that of its middle.
        wide = row.place.level in ("governorate", "region", "road") or (row.place.level == "area" and not near(row.place))
        level = 1 if wide else 2
        for kind in _kinds(row):
            where = row.place.admin_codes[:level], row.place.admin[:level]
            counted[Cell(row.day.replace(day=1), of_country(row.place, "iso3") or "", *where, kind)].append(row.fatalities)
    return [Total(cell, len(deaths), sum(deaths)) for cell, deaths in sorted(counted.items())]


def _kinds(row: acled.Record) -> list[str]:
    kinds = [
        name for name, part in (("demonstration", DEMONSTRATION), ("political_violence", VIOLENCE)) if part in row.disorder_type
    ]
    return [*kinds, "civilian_targeting"] if row.targets_civilians else kinds


def _part(values: tuple[str, ...], level: int) -> str | None:
    return values[level - 1] if len(values) >= level else None


TAGGED: tuple[tuple[str, Ruled[Total]], ...] = (
    ("#country+code", Ruled("location_code", "ISO alpha-3 code of the country", lambda t: t.cell.country)),
    ("#meta+has_hrp", Ruled("has_hrp", "empty: whether a response plan covers the place is not known here")),
    ("#meta+in_gho", Ruled("in_gho", "empty: whether the global overview covers the place is not known here")),
    ("#adm1+name+provider", Ruled("provider_admin1_name", "governorate", lambda t: _part(t.cell.names, 1))),
    ("#adm2+name+provider", Ruled("provider_admin2_name", "district", lambda t: _part(t.cell.names, 2))),
    ("#adm1+code", Ruled("admin1_code", "OCHA's P-code of the governorate", lambda t: _part(t.cell.codes, 1))),
    ("#adm1+name", Ruled("admin1_name", "governorate", lambda t: _part(t.cell.names, 1))),
    ("#adm2+code", Ruled("admin2_code", "OCHA's P-code of the district", lambda t: _part(t.cell.codes, 2))),
    ("#adm2+name", Ruled("admin2_name", "district", lambda t: _part(t.cell.names, 2))),
    ("#meta+admin_level", Ruled("admin_level", "2 where the district is known, 1 the governorate, 0 neither", lambda t: t.cell.level)),
    ("#event+type", Ruled("event_type", "civilian_targeting, demonstration or political_violence", lambda t: t.cell.kind)),
    ("#event+num", Ruled("events", "rows of acled", lambda t: t.events)),
    ("#affected+killed", Ruled("fatalities", "the sum of their fatalities", lambda t: t.fatalities)),
    ("#date+start", Ruled("reference_period_start", "first day of the month", lambda t: t.cell.month)),
    (
        "#date+end",
        Ruled(
            "reference_period_end", "last day of the month",
            lambda t: t.cell.month.replace(day=calendar.monthrange(t.cell.month.year, t.cell.month.month)[1]),
        ),
    ),
    ("#meta+id+dataset", Ruled("dataset_hdx_id", "empty: the file is not on HDX")),
    ("#meta+id+resource", Ruled("resource_hdx_id", "empty: the file is not on HDX")),
    ("#meta+warning", Ruled("warning", "empty")),
    ("#meta+error", Ruled("error", "empty")),
)  # fmt: skip
"""Hashtag and column."""
COLUMNS = tuple(column for _tag, column in TAGGED)


def write(events: Iterable[Event], file: TextIO) -> int:
    """Write the figures as CSV with hashtags; gives how many rows."""
    rows, left_out = acled.records(events)
    tell_left_out("hxl-monthly", left_out)
    return write_csv(COLUMNS, totals(rows), file, [tag for tag, _column in TAGGED])
