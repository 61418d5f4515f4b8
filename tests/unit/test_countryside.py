"""Rural areas derived from their settlements: the rows that ship are what the tool gives, and sectors are where they should be."""

from __future__ import annotations

import csv

import pytest

from eventcode.gazetteer.table import Table, load_table

countryside = pytest.importorskip("tools.countryside", reason="the tools are in the checkout only")


@pytest.fixture(scope="module")
def table() -> Table:
    """The table that ships."""
    return load_table([countryside.PLACES])


def test_rows_are_what_their_members_give(table: Table) -> None:
    with countryside.PLACES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert countryside.rewrite(rows, table) == rows
    stale = [{**row, "lat": "0"} if row["source"] == countryside.SOURCE else row for row in rows]
    assert countryside.rewrite(stale, table) == rows


def test_capitals_are_those_of_their_governorates(table: Table) -> None:
    governorates = {place.id for place in table.places.values() if place.level == "governorate" and place.parent == "SY"}
    assert set(countryside.CAPITALS) == governorates - {"SY01"}
    for governorate, capital in countryside.CAPITALS.items():
        expected = table.places[governorate] if governorate != "SY03" else table.places["SY01"]
        assert table.places[capital].name == expected.name
        assert expected in table.ancestors(table.places[capital])


@pytest.mark.parametrize(
    ("governorate", "side", "settlement"),
    [
        ("SY07", "S", "C3985"), ("SY07", "W", "C4199"), ("SY07", "E", "C3916"), ("SY07", "N", "C4121"), ("SY02", "W", "C1022"),
        ("SY02", "N", "C1564"), ("SY02", "S", "C1181"), ("SY05", "N", "C3029"), ("SY05", "W", "C3114"), ("SY06", "N", "C3751"),
        ("SY04", "N", "C2870"), ("SY03", "E", "C2338"), ("SY12", "W", "C6034"),
    ],
)  # fmt: skip
def test_known_towns_lie_on_the_side_that_the_press_puts_them(table: Table, governorate: str, side: str, settlement: str) -> None:
    chosen = next(item for item in countryside.SIDES if item.code == side)
    members = countryside.members(table, table.places[governorate], chosen)
    assert table.places[settlement] in members


def test_sides_take_every_settlement_of_a_governorate_once(table: Table) -> None:
    place = table.places["SY07"]
    main = [countryside.members(table, place, side) for side in countryside.SIDES if side.code in ("N", "E", "S", "W")]
    everything = countryside.members(table, place, countryside.SIDES[0])
    assert sorted(member.id for side in main for member in side) == sorted(member.id for member in everything)
