"""UCDP GED's rows: its columns, who fights whom, precision, and bounds of deaths."""

from __future__ import annotations

import csv
import datetime as dt
import io
import logging

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import CLASH, DAY, KILLING, PROTEST, actor, day, event, place

from eventcode.model import Attribution, Count, Event
from eventcode.output import FORMATS
from eventcode.output.precision import ucdp_date, ucdp_where
from eventcode.output.ucdp import estimate, priogrid

HEADER = (
    "id, relid, year, active_year, code_status, type_of_violence, conflict_dset_id, conflict_new_id, conflict_name, dyad_dset_id, "
    "dyad_new_id, dyad_name, side_a_dset_id, side_a_new_id, side_a, side_b_dset_id, side_b_new_id, side_b, number_of_sources, "
    "source_article, source_office, source_date, source_headline, source_original, where_prec, where_coordinates, where_description, "
    "adm_1, adm_2, latitude, longitude, geom_wkt, priogrid_gid, country, country_id, region, event_clarity, date_prec, date_start, "
    "date_end, deaths_a, deaths_b, deaths_civilians, deaths_unknown, best, high, low, gwnoa, gwnob"
)


def rows(*events: Event) -> list[dict[str, str]]:
    """The rows for some events."""
    out = io.StringIO()
    FORMATS["ucdp"](events, out)
    return list(csv.DictReader(io.StringIO(out.getvalue())))


def test_every_column_of_a_row() -> None:
    (row,) = rows(event())
    assert list(row) == HEADER.split(", ")
    assert len(row) == 49
    assert row.pop("id").isdigit()
    assert {name: value for name, value in row.items() if value} == {
        "relid": "a1", "year": "2020", "type_of_violence": "3", "conflict_name": "Government of Russia - Civilians",
        "dyad_name": "Government of Russia - Civilians", "side_a": "Government of Russia", "side_b": "Civilians",
        "number_of_sources": "1", "source_article": '"صحيفة", "2020-01-23", "عنوان"', "source_office": "صحيفة",
        "source_date": "2020-01-23", "source_headline": "عنوان", "source_original": "مصدر محلي", "where_prec": "1",
        "where_coordinates": "Kansafra", "where_description": "كنصفرة", "adm_1": "Idleb", "adm_2": "Al Ma'ra", "latitude": "35.6789123",
        "longitude": "36.4567891", "geom_wkt": "POINT (36.4567891 35.6789123)", "priogrid_gid": "181153", "country": "Syria",
        "country_id": "652", "region": "Middle East", "event_clarity": "1", "date_prec": "1", "date_start": "2020-01-23",
        "date_end": "2020-01-23", "deaths_a": "0", "deaths_b": "0", "deaths_civilians": "3", "deaths_unknown": "0", "best": "3",
        "high": "3", "low": "3", "gwnoa": "365",
    }  # fmt: skip


def test_bounds_of_differing_reports() -> None:
    tolls = [
        event("a1", counts={"killed": Count(8, None)}, source=attrs.evolve(event().source, published=dt.date(2020, 1, 25))),
        event("a2", happening="a1", counts={"killed": Count(5, 12)}),
        event("a3", happening="a1", counts={"killed": Count(6, 6)}),
    ]
    (row,) = rows(*tolls)
    assert (row["low"], row["best"], row["high"]) == ("5", "8", "12")
    (more,) = rows(*tolls, event("a4", happening="a1", counts={"killed": Count(6, 7)}))
    assert more["best"] == "6"


def test_one_attack_in_two_papers_is_one_row() -> None:
    other = event(
        "b1", document="d2", source=attrs.evolve(event().source, document="d2", publisher="وكالة"), counts={"killed": Count(4, 9)}
    )
    (row,) = rows(event(), other)
    assert (row["number_of_sources"], row["low"], row["high"]) == ("2", "3", "9")
    assert len(rows(event(), attrs.evolve(other, targets=(actor("SYRREB"),)))) == 2


@given(st.lists(st.tuples(st.integers(0, 99), st.none() | st.integers(0, 99)), min_size=1, max_size=6))
def test_best_lies_between_low_and_high(tolls: list[tuple[int, int | None]]) -> None:
    from eventcode.output.incidents import incidents

    events = [
        event(f"a{index}", happening="a", counts={"killed": Count(low, None if more is None else low + more)})
        for index, (low, more) in enumerate(tolls)
    ]
    (incident,) = incidents(events)
    found = estimate(incident)
    if found is None:
        assert all(low == 0 and not more for low, more in tolls)
    else:
        assert found.low <= found.best <= found.high
        assert found.high > 0


@pytest.mark.parametrize(
    ("actors", "targets", "expected"),
    [
        (("SYRREB",), ("SYRMIL",), ("1", "Syria: Government", "Government of Syria", "Syrian insurgents", "652", "", "deaths_a")),
        (("SYRMIL",), ("IMGISI",), ("1", "Syria: Islamic State", "Government of Syria", "IS", "652", "", "deaths_b")),
        (("SYRMIL",), ("TURMIL",), ("1", "Government of Syria - Government of Turkey", "Government of Syria", "Government of Turkey", "652",
                                    "640", "deaths_b")),
        (("SYRREBHTS",), ("SYRREBAHR",), ("2", "HTS - Ahrar al Sham", "HTS", "Ahrar al Sham", "", "", "deaths_b")),
        (("SYRMIL",), (), ("1", "Government of Syria - Unknown", "Government of Syria", "Unknown", "652", "", "deaths_unknown")),
        (("SYRMIL",), ("SYRCVL", "SYRREB"), ("1", "Syria: Government", "Government of Syria", "Syrian insurgents", "652", "", "deaths_unknown")),
    ],
)  # fmt: skip
def test_sides(actors: tuple[str, ...], targets: tuple[str, ...], expected: tuple[str, ...]) -> None:
    (row,) = rows(event(type="ground_attack", codes=CLASH, actors=tuple(map(actor, actors)), targets=tuple(map(actor, targets))))
    names = ("type_of_violence", "conflict_name", "side_a", "side_b", "gwnoa", "gwnob")
    assert tuple(row[name] for name in names) == expected[:-1]
    assert {name: row[name] for name in row if name.startswith("deaths_") and row[name] != "0"} == {expected[-1]: "3"}


def test_deaths_are_shared_between_places() -> None:
    found = rows(event(locations=(place("Kansafra"), place("Balyun")), counts={"killed": Count(5, 9)}))
    assert [(row["low"], row["best"], row["high"], row["deaths_civilians"]) for row in found] == [
        ("3", "3", "5", "3"),
        ("2", "2", "4", "2"),
    ]
    assert len({row["id"] for row in found}) == 2
    assert len({row["relid"] for row in found}) == 1


def test_what_has_no_row_is_told(caplog: pytest.LogCaptureFixture) -> None:
    events = [
        event("a", counts={}), event("b", codes=PROTEST), event("c", actors=()), event("d", locations=()), event("e", status="negated"),
        event("f", actors=(actor("SYRCVL"),)), event("g", date=day(dt.date(2011, 1, 1), dt.date(2019, 1, 1), "range")),
        event("h", counts={"killed": Count(0, 0)}),
    ]  # fmt: skip
    with caplog.at_level(logging.WARNING):
        assert rows(*events) == []
    assert "7 without a row" in caplog.messages[0]


def test_clarity() -> None:
    vague = (
        event("a", disputes=("x",)), event("b", targets=()), event("c", locations=(place("Idleb", "governorate"),)),
        event("d", date=day(dt.date(2020, 1, 1), dt.date(2020, 1, 31), "month")),
    )  # fmt: skip
    assert [row["event_clarity"] for row in rows(*vague)] == ["2"] * 4
    (row,) = rows(event(type="killing", codes=KILLING, attribution=(Attribution(None, "NGOSOH"),)))
    assert (row["event_clarity"], row["source_original"]) == ("1", "NGOSOH")


@pytest.mark.parametrize(
    ("days", "basis", "expected"),
    [(1, "text", 1), (1, "document", 2), (2, "text", 2), (6, "text", 2), (7, "text", 3), (8, "text", 4), (31, "text", 4), (32, "text", 5),
     (366, "text", 5), (367, "text", None)],
)  # fmt: skip
def test_date_precision(days: int, basis: str, expected: int | None) -> None:
    assert ucdp_date(day(DAY, DAY + dt.timedelta(days=days - 1), "range", basis)) == expected


@pytest.mark.parametrize(
    ("level", "identifier", "expected"),
    [
        ("settlement", "C1", 1), ("site", "X1", 1), ("area", "C1~around", 2), ("subdistrict", "SY070204", 2), ("district", "SY0702", 3),
        ("governorate", "SY07", 4), ("area", "X057", 4), ("region", "X046", 4), ("road", "X044", 5), ("country", "SY", 6),
    ],
)  # fmt: skip
def test_where_precision(level: str, identifier: str, expected: int) -> None:
    assert ucdp_where(place("X", level, id=identifier)) == expected
    assert ucdp_where(place("X", "region", admin_codes=())) == 5


@pytest.mark.parametrize(("lat", "lon", "cell"), [(-90, -180, 1), (-89.9, -179.4, 2), (-89.5, -180, 721), (90, 180, 259_200)])
def test_cells(lat: float, lon: float, cell: int) -> None:
    assert priogrid(lat, lon) == cell
