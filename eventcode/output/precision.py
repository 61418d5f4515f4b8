"""How exact a date and a place are, in the codes of ACLED and UCDP GED, from our resolution and level.

Sources: the ACLED codebook's time and geo precision; UCDP GED's date_prec and where_prec. A rule that the codebooks leave open is
marked "ours".
"""

from __future__ import annotations

import calendar
import datetime as dt

from eventcode.model import DateSpan, Location

_WEEK, _MONTH, _YEAR = 7, 31, 366
_PLACES = ("settlement", "neighbourhood", "site", "camp")


def length(date: DateSpan) -> int | None:
    """The days of the interval; None where there is no date."""
    return None if date.start is None or date.end is None else (date.end - date.start).days + 1


def acled_time(date: DateSpan) -> tuple[dt.date, int] | None:
    """ACLED's day and time precision; None for what it does not code: no date, or more than a month.

    One day that the text gives is 1. The publication day of a text that gives none is 2 (ours: it happened within the days before).
    Up to seven days are 2 and dated to their middle, up to a month 3; the first and last ten days of a month are 3 and dated to
    its first and last day, as the codebook has it.
    """
    days = length(date)
    if date.start is None or date.end is None or days is None or days > _MONTH:
        return None
    if days == 1:
        return date.start, 2 if date.basis == "document" else 1
    middle = date.start + dt.timedelta(days=(days - 1) // 2)
    if days <= _WEEK:
        return middle, 2
    if (date.start.year, date.start.month) == (date.end.year, date.end.month):
        last = calendar.monthrange(date.end.year, date.end.month)[1]
        if date.start.day == 1 and date.end.day == 10:
            return date.start, 3
        if date.start.day == 21 and date.end.day == last:
            return date.end, 3
    return middle, 3


def ucdp_date(date: DateSpan) -> int | None:
    """UCDP's date_prec: 1 the day, 2 up to six days, 3 a week, 4 up to a month, 5 up to a year; None beyond or with no date.

    The publication day of a text that gives no date is 2 (ours).
    """
    days = length(date)
    if days is None or days > _YEAR:
        return None
    if days == 1:
        return 2 if date.basis == "document" else 1
    return 2 if days < _WEEK else 3 if days == _WEEK else 4 if days <= _MONTH else 5


def near(place: Location) -> bool:
    """Whether the place is the surroundings of a settlement or other point ("around Saraqib")."""
    return place.level == "area" and bool(place.id) and str(place.id).endswith("~around") and not str(place.id).startswith("SY")


def acled_geo(place: Location) -> int | None:
    """ACLED's geo precision; None for a country, which it does not code, and for a place with no point.

    1: settlement, neighbourhood, site, camp. 2: the surroundings of one, subdistrict, district, area such as a countryside. 3:
    governorate, region, road. A site whose point the gazetteer marks as approximate is 2 as well (ours).
    """
    if place.lat is None or place.lon is None or place.level == "country":
        return None
    if place.level in _PLACES:
        return 1 if place.precision in ("point", "polygon point", "") or place.level == "settlement" else 2
    return 2 if place.level in ("area", "subdistrict", "district") else 3


def ucdp_where(place: Location) -> int:
    """UCDP's where_prec: 1 an exact place; 2 around one, or a subdistrict; 3 a district; 4 a governorate, or an area or region in one;
    5 a road, or a region beyond one governorate; 6 a country. 7 (over water) does not occur.
    """
    if place.level in _PLACES:
        return 1
    if near(place) or place.level == "subdistrict":
        return 2
    if place.level == "country":
        return 6
    if place.level == "district":
        return 3
    return 4 if place.level == "governorate" or (place.level in ("area", "region") and place.admin_codes) else 5
