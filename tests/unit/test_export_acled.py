"""ACLED's rows: its columns, aggregation, sides, precision and fatalities."""

from __future__ import annotations

import csv
import datetime as dt
import io
import logging
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import CLASH, DAY, DEMAND, KILLING, PROTEST, SEIZED, actor, day, event, place
from test_model import EVENTS

from eventcode.model import Codes, Count, Event
from eventcode.output import FORMATS
from eventcode.output.acled import TYPES
from eventcode.output.incidents import incidents, number_of, shared
from eventcode.output.parties import Inter, Party, interaction
from eventcode.output.precision import acled_geo, acled_time

HEADER = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,"
    "assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,"
    "geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
)
# The codebook's 44 texts, by the two type numbers.
INTERACTIONS = {
    12: "State forces-Rebel group", 17: "State forces-Civilians", 18: "State forces-External/Other forces", 20: "Rebel group only",
    22: "Rebel group-Rebel group", 27: "Rebel group-Civilians", 28: "Rebel group-External/Other forces", 37: "Political militia-Civilians",
    57: "Rioters-Civilians", 60: "Protesters only", 78: "External/Other forces-Civilians", 88: "External/Other forces-External/Other forces",
}  # fmt: skip


def rows(*events: Event, name: str = "acled") -> list[dict[str, str]]:
    """The rows that a format has for some events."""
    out = io.StringIO()
    FORMATS[name](events, out)
    return list(csv.DictReader(io.StringIO(out.getvalue())))


def test_every_column_of_a_row() -> None:
    (row,) = rows(event())
    assert list(row) == HEADER.split(",")
    assert len(row) == 31
    filled = {name: value for name, value in row.items() if value}
    number, notes = filled.pop("event_id_cnty"), filled.pop("notes")
    assert number == f"SYR{number_of(f'a1 {place().id}')}"
    assert notes.startswith(
        "On 23 January 2020, Air/drone strike in Kansafra (Ehsem, Al Ma'ra, Idleb): Military Forces of Russia against Civilians (Syria). "
        "Fatalities: 3. Text: قصفت"
    )
    assert filled == {
        "event_date": "2020-01-23", "year": "2020", "time_precision": "1", "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike", "actor1": "Military Forces of Russia",
        "inter1": "External/Other forces", "actor2": "Civilians (Syria)", "inter2": "Civilians",
        "interaction": "External/Other forces-Civilians", "civilian_targeting": "Civilians targeted", "iso": "760",
        "region": "Middle East", "country": "Syria", "admin1": "Idleb", "admin2": "Al Ma'ra", "admin3": "Ehsem", "location": "Kansafra",
        "latitude": "35.6789", "longitude": "36.4568", "geo_precision": "1", "source": "صحيفة", "fatalities": "3",
    }  # fmt: skip


def test_one_row_a_place_and_the_deaths_are_shared() -> None:
    places = (place("Kansafra"), place("Ehsem"), place("Balyun"))
    found = rows(event(locations=places, counts={"killed": Count(8, 8)}))
    assert sorted((row["location"], row["fatalities"]) for row in found) == [("Balyun", "2"), ("Ehsem", "3"), ("Kansafra", "3")]


def test_mentions_of_one_happening_are_one_row_with_the_lowest_toll() -> None:
    other = event("a2", happening="a1", counts={"killed": Count(5, None)}, source=attrs.evolve(event().source, publisher="وكالة"))
    vague = event("a3", happening="a1", actors=(), locations=(place("Idleb", "governorate"),), counts={})
    (row,) = rows(other, event(), vague)
    assert (row["fatalities"], row["source"], row["location"]) == ("3", "وكالة; صحيفة", "Kansafra")


def other_paper(name: str, **changes: Any) -> Event:
    """The sample event as another document reports it."""
    return event(name, document="d2", source=attrs.evolve(event().source, document="d2", publisher="وكالة"), **changes)


def test_one_attack_in_two_papers_is_counted_once() -> None:
    (row,) = rows(event(), other_paper("b1", counts={"killed": Count(2, 2)}))
    assert (row["fatalities"], row["source"]) == ("2", "صحيفة; وكالة")
    (row,) = rows(event(), other_paper("b1", counts={}))
    assert row["fatalities"] == "3"
    # A journalist among the victims makes it another incident, but the same actors, place and day for ACLED.
    (row,) = rows(event(), other_paper("b1", targets=(actor("SYRCVL"), actor("SYRMED")), counts={"killed": Count(4, 4)}))
    assert row["fatalities"] == "3"
    (row,) = rows(event(), event("a2"))
    assert row["fatalities"] == "6"
    (row,) = rows(event(), event("a2"), other_paper("b1"), other_paper("b2"))
    assert row["fatalities"] == "6"


def test_a_toll_belongs_to_the_attack_that_caused_it() -> None:
    attack = event(counts={})
    toll = event("k1", type="killing", codes=KILLING, actors=(), cause="a1", counts={"killed": Count(20, 99)})
    (row,) = rows(attack, toll)
    assert (row["sub_event_type"], row["fatalities"]) == ("Air/drone strike", "12")
    (alone,) = rows(toll)
    assert (alone["sub_event_type"], alone["actor1"]) == ("Attack", "Unidentified Armed Group (Syria)")


def test_same_actors_place_and_day_are_one_event_of_the_highest_type() -> None:
    clash = event("c1", type="armed_clash", codes=CLASH, counts={"killed": Count(2, 2)}, targets=(actor("SYRREB"),))
    strike = event("s1", targets=(actor("SYRREB"),))
    (row,) = rows(strike, clash)
    assert (row["sub_event_type"], row["fatalities"]) == ("Armed clash", "5")
    assert len(rows(strike, attrs.evolve(clash, date=day(dt.date(2020, 1, 24))))) == 2
    assert len(rows(strike, attrs.evolve(clash, targets=(actor("IMGISI"),)))) == 2


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"type": "armed_clash", "codes": CLASH, "actors": (actor("SYRMIL"), actor("SYRREBHTS"), actor("RUSMIL")), "targets": ()},
         ("Military Forces of Syria (2000-2024)", "Military Forces of Russia", "Hayat Tahrir al Sham", "", "State forces-Rebel group", "")),
        ({"type": "armed_clash", "codes": CLASH, "actors": (actor("SYRREBHTS"), actor("SYRREBAHR")), "targets": ()},
         ("Hayat Tahrir al Sham", "", "Ahrar al Sham", "", "Rebel group-Rebel group", "")),
        ({"type": "armed_clash", "codes": CLASH, "actors": (), "targets": ()},
         ("Unidentified Armed Group (Syria)", "", "Unidentified Armed Group (Syria)", "", "Political militia-Political militia", "")),
        ({"type": "protest", "codes": PROTEST, "actors": (actor("SYRCVL"), actor("SYRMED")), "targets": (actor("SYRREBHTS"),)},
         ("Protesters (Syria)", "Journalists (Syria)", "", "", "Protesters only", "")),
        ({"type": "killing", "codes": KILLING, "actors": (actor("UAF"),), "targets": (actor("SYRMIL"), actor("SYRHLH"))},
         ("Unidentified Armed Group (Syria)", "", "Civilians (Syria)", "Health Workers (Syria); Military Forces of Syria (2000-2024)",
          "Political militia-Civilians", "Civilians targeted")),
        ({"actors": (), "targets": ()}, ("Unidentified Armed Group (Syria)", "", "", "", "Political militia only", "")),
        ({"type": "displacement", "codes": Codes(("Strategic developments", "Other")), "actors": (), "targets": (actor("SYRREF"),)},
         ("Civilians (Syria)", "Refugees/IDPs (Syria)", "", "", "Civilians only", "")),
    ],
)  # fmt: skip
def test_sides(changes: dict[str, Any], expected: tuple[str, ...]) -> None:
    (row,) = rows(event(**changes))
    names = ("actor1", "assoc_actor_1", "actor2", "assoc_actor_2", "interaction", "civilian_targeting")
    assert tuple(row[name] for name in names) == expected


@pytest.mark.parametrize(
    ("codes", "actors", "targets", "sub"),
    [
        (SEIZED, ("SYRMIL",), (), "Government regains territory"), (SEIZED, ("TURMIL",), (), "Government regains territory"),
        (SEIZED, ("SYRREBHTS",), ("SYRMIL",), "Non-state actor overtakes territory"), (SEIZED, (), (), "Armed clash"),
        (KILLING, ("SYRREB",), ("SYRMIL",), "Armed clash"), (KILLING, ("SYRREB",), ("SYRGOV",), "Attack"),
        (CLASH, ("SYRMIL",), ("SYRCVL",), "Attack"), (CLASH, ("SYRMIL",), ("SYRCVL", "SYRREB"), "Armed clash"),
    ],
)  # fmt: skip
def test_types_that_depend_on_the_sides(codes: Codes, actors: tuple[str, ...], targets: tuple[str, ...], sub: str) -> None:
    (row,) = rows(event(codes=codes, actors=tuple(map(actor, actors)), targets=tuple(map(actor, targets))))
    assert row["sub_event_type"] == sub
    assert row["event_type"] == TYPES[sub][0]


@pytest.mark.parametrize(
    ("first", "last", "basis", "expected"),
    [
        (DAY, DAY, "text", (DAY, 1)), (DAY, DAY, "document", (DAY, 2)), (DAY, dt.date(2020, 1, 24), "text", (DAY, 2)),
        (dt.date(2020, 1, 12), dt.date(2020, 1, 18), "text", (dt.date(2020, 1, 15), 2)),
        (dt.date(2020, 1, 1), dt.date(2020, 1, 31), "text", (dt.date(2020, 1, 16), 3)),
        (dt.date(2020, 1, 1), dt.date(2020, 1, 10), "text", (dt.date(2020, 1, 1), 3)),
        (dt.date(2020, 2, 21), dt.date(2020, 2, 29), "text", (dt.date(2020, 2, 29), 3)),
        (dt.date(2020, 1, 1), dt.date(2020, 3, 31), "text", None),
    ],
)  # fmt: skip
def test_time_precision(first: dt.date, last: dt.date, basis: str, expected: object) -> None:
    assert acled_time(day(first, last, "range", basis)) == expected


@pytest.mark.parametrize(
    ("level", "changes", "expected"),
    [
        ("settlement", {}, 1), ("neighbourhood", {}, 1), ("camp", {}, 1), ("site", {"precision": "approx 2 km"}, 2), ("area", {}, 2),
        ("subdistrict", {}, 2), ("district", {}, 2), ("governorate", {}, 3), ("region", {}, 3), ("road", {}, 3), ("country", {}, None),
        ("settlement", {"lat": None}, None),
    ],
)  # fmt: skip
def test_geo_precision(level: str, changes: dict[str, Any], expected: int | None) -> None:
    assert acled_geo(place("X", level, **changes)) == expected


@pytest.mark.parametrize(("code", "text"), INTERACTIONS.items())
def test_interactions(code: int, text: str) -> None:
    first, second = divmod(code, 10)
    sides = [Inter(number) if number else None for number in (first, second)]
    assert interaction(*sides) == interaction(*reversed(sides)) == text


@pytest.mark.parametrize(
    ("code", "inter"),
    [
        ("SYRMIL", 1), ("SYRGOV", 1), ("SYR", 1), ("SYRREBHTS", 2), ("SYRGOVSSG", 2), ("SYRKUR", 2), ("IMGISI", 2), ("UAF", 3), ("UNK", 3),
        ("LBNREBHEZ", 3), ("SYRCVL", 7), ("SYROPP", 7), ("NGOWHM", 7), ("TURMED", 7), ("TURMIL", 8), ("RUS", 8), ("IGOUNO", 8), ("", 8),
    ],
)  # fmt: skip
def test_actor_types(code: str, inter: int) -> None:
    assert Party(code).inter == inter


def test_the_government_s_years() -> None:
    assert Party("SYRMIL").name(dt.date(2024, 12, 7)) == "Military Forces of Syria (2000-2024)"
    assert Party("SYRMIL").name(dt.date(2024, 12, 8)) == "Military Forces of Syria (2024-)"


@pytest.mark.parametrize(
    ("kind", "counts", "expected"),
    [
        ("air_strike", {}, 0), ("air_strike", {"killed": Count(200, 999)}, 100), ("air_strike", {"killed": Count(8, None)}, 8),
        ("killing", {}, 3), ("assassination", {}, 1), ("killing", {"killed": Count(1, 1)}, 1),
    ],
)  # fmt: skip
def test_fatalities(kind: str, counts: dict[str, Count], expected: int) -> None:
    (row,) = rows(event(type=kind, counts=counts))
    assert row["fatalities"] == str(expected)


def test_civilians_commit_no_violence() -> None:
    (row,) = rows(event(actors=(actor("SYRCVL"),), targets=(actor("SYRREB"),)))
    assert row["actor1"] == "Unidentified Armed Group (Syria)"
    (row,) = rows(event(actors=(actor("SYRMED"), actor("SYRREB"))))
    assert (row["actor1"], row["assoc_actor_1"]) == ("Opposition Rebels (Syria)", "Journalists (Syria)")


def test_what_has_no_row_is_told(caplog: pytest.LogCaptureFixture) -> None:
    events = [
        event("a", status="future"), event("b", codes=DEMAND), event("c", locations=()), event("d", locations=(place("Syria", "country"),)),
        event("e", date=day(dt.date(2019, 1, 1), dt.date(2019, 12, 31), "year")),
        event("f", codes=Codes(("Strategic developments", "Other")), actors=(), targets=()),
    ]  # fmt: skip
    with caplog.at_level(logging.WARNING):
        assert rows(*events) == []
    (message,) = caplog.messages
    assert "5 without a row" in message
    assert "2 with no place" in message
    out = io.StringIO()
    assert FORMATS["acled"](events, out, all_statuses=True) == 1


def test_a_denied_report_is_marked() -> None:
    (row,) = rows(event(disputes=("a9",)))
    assert "disputed" in row["notes"]


def test_hxl_has_the_same_rows_and_a_line_of_hashtags() -> None:
    tags, row = rows(event(counts={"killed": Count(3, 3), "injured": Count(4, 9)}), name="hxl")
    assert all(tag.startswith("#") for tag in tags.values())
    assert (row["admin2_code"], row["fatalities"], row["injured"], row["published"]) == ("SY0702", "3", "4", "2020-01-23")
    assert tags["fatalities"] == "#affected+killed"
    assert row["event_id"] == rows(event())[0]["event_id_cnty"]


def test_monthly_figures_by_district() -> None:
    whole = place("Idleb", "governorate", admin=("Idleb",), admin_codes=("SY07",))
    events = [
        event("a"), event("b", date=day(dt.date(2020, 1, 2))), event("c", date=day(dt.date(2020, 2, 2))),
        event("d", locations=(whole,), targets=()), event("e", type="protest", codes=PROTEST, counts={}),
    ]  # fmt: skip
    tags, *found = rows(*events, name="hxl-monthly")
    assert tags["admin2_code"] == "#adm2+code"
    names = ("reference_period_start", "reference_period_end", "admin2_code", "admin_level", "event_type", "events", "fatalities")
    assert [tuple(row[name] for name in names) for row in found] == [
        ("2020-01-01", "2020-01-31", "", "1", "political_violence", "1", "3"),
        ("2020-01-01", "2020-01-31", "SY0702", "2", "civilian_targeting", "2", "6"),
        ("2020-01-01", "2020-01-31", "SY0702", "2", "demonstration", "1", "0"),
        ("2020-01-01", "2020-01-31", "SY0702", "2", "political_violence", "2", "6"),
        ("2020-02-01", "2020-02-29", "SY0702", "2", "civilian_targeting", "1", "3"),
        ("2020-02-01", "2020-02-29", "SY0702", "2", "political_violence", "1", "3"),
    ]


@given(st.integers(0, 10**9), st.integers(1, 50))
def test_shares_add_up_and_differ_by_one_at_most(total: int, parts: int) -> None:
    found = shared(total, parts)
    assert sum(found) == total
    assert len(found) == parts
    assert found == sorted(found, reverse=True)
    assert found[0] - found[-1] <= 1


@given(st.lists(EVENTS, max_size=4), st.sampled_from(("killing", "air_strike")))
def test_incidents_keep_every_mention(events: list[Event], kind: str) -> None:
    events = [attrs.evolve(one, type=kind, cause=events[0].happening) for one in events]
    joined = [mention for incident in incidents(events) for mention in incident.mentions]
    assert sorted(one.id for one in joined) == sorted(one.id for one in events)


@settings(deadline=None)
@given(st.lists(EVENTS, max_size=4), st.sampled_from(sorted(TYPES)), st.sampled_from(sorted(FORMATS)))
def test_no_format_fails_on_any_event(events: list[Event], sub: str, name: str) -> None:
    events = [attrs.evolve(one, codes=attrs.evolve(one.codes, acled=(TYPES[sub][0], sub))) for one in events]
    if FORMATS[name].extra:
        pytest.importorskip({"excel": "xlsxwriter", "parquet": "pyarrow"}[name])
    assert FORMATS[name](events, io.BytesIO() if FORMATS[name].binary else io.StringIO(), all_statuses=True) >= 0
