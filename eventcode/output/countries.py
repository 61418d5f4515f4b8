"""Countries: ISO 3166 codes, and the numbers of the Correlates of War and of Gleditsch and Ward that other data sets use.

The two numberings differ for Germany (255, 260) and Yemen (679, 678); Palestine has none. ``countries.csv`` lists the countries that
the news of the war speaks of; a code that is not there gets empty cells.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import attrs

from eventcode.data import read_csv
from eventcode.model import Location

_HOME = "SY"
# Ids of OCHA's settlements, of neighbourhoods and of the rows added by hand, all of which lie in Syria.
_HOME_IDS = ("C", "N", "X")


@attrs.frozen
class Country:
    """A country; ``numeric`` is ISO 3166's number, ``cow`` and ``gw`` the two numberings of states, as text."""

    iso2: str
    iso3: str
    numeric: str
    cow: str
    gw: str
    name: str


@cache
def countries() -> Mapping[str, Country]:
    """Every listed country by its two-letter and by its three-letter code."""
    listed = [Country(**row) for _line, row in read_csv(Path(__file__).with_name("countries.csv"))]
    return {code: country for country in listed for code in (country.iso2, country.iso3)}


def country_of(place: Location) -> Country | None:
    """The country of a place: by its administrative code, else by its id; None for a foreign town, whose id names no country."""
    code = place.admin_codes[0] if place.admin_codes else place.id or ""
    if found := countries().get(code[:2]):
        return found
    return countries()[_HOME] if code.startswith(_HOME_IDS) and code[1:4].isdigit() else None


def of_country(place: Location | None, field: str) -> str | None:
    """A field of the country of a place; None where there is no place or its country is not known."""
    country = country_of(place) if place else None
    value: str | None = getattr(country, field) if country else None
    return value


def world_region(place: Location) -> str | None:
    """The part of the world as ACLED and UCDP name it: "Middle East" for Syria, None for others, which the two divide differently."""
    return "Middle East" if of_country(place, "iso2") == _HOME else None
