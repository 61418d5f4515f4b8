"""The check of place tables: the gazetteer is clean, and every kind of fault is found, located and explained."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventcode.check.place_names import faults
from eventcode.check.places import check_places
from eventcode.cli import main
from eventcode.gazetteer.outlines import Outlines

HEADER = "id,name,name_en,aliases,level,parent,lat,lon,population,source,precision,note\n"


def found(tmp_path: Path, *rows: str, header: str = HEADER) -> list[tuple[str, str, int]]:
    """Check, level and line of the problems of a table with these rows, notes apart."""
    path = tmp_path / "own.csv"
    path.write_text(header + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return [(problem.check, problem.level, problem.line) for problem in check_places([path]) if problem.level != "note"]


def test_the_gazetteer_is_clean() -> None:
    problems = check_places()
    assert [str(problem) for problem in problems if problem.level != "note"] == []
    assert any(problem.check == "common-word" for problem in problems)


def test_a_good_row_has_no_fault(tmp_path: Path) -> None:
    assert found(tmp_path, "OWN1,تل الاختبار,Test hill,,settlement,SY070003,35.87,36.79,,own survey,point,") == []


@pytest.mark.parametrize(
    ("row", "check", "level"),
    [
        ("OWN1,تل الاختبار,Test,,village,SY070003,35.87,36.79,,own,point,", "row", "error"),
        ("OWN1,تل الاختبار,Test,,settlement,SY070003,35.87,x,,own,point,", "row", "error"),
        ("OWN1,تل الاختبار,Test,,settlement,SY070003,nan,36.79,,own,point,", "row", "error"),
        ("OWN1,تل الاختبار,Test,,settlement,SY070003,35.87,,,own,point,", "row", "error"),
        ("OWN1,تل الاختبار,Test,,settlement,SY070003,96.2,36.79,,own,point,", "row", "error"),
        ("OWN1,,Test,,settlement,SY070003,35.87,36.79,,own,point,", "row", "error"),
        ("OWN1,تل الاختبار,Test,,settlement,NOWHERE,35.87,36.79,,own,point,", "parent", "error"),
        ("OWN1,تل الاختبار,Test,,settlement,C3916,35.87,36.79,,own,point,", "level", "error"),
        ("OWN1,تل الاختبار,Test,,settlement,,35.87,36.79,,own,point,", "level", "error"),
        ("OWN1,تل الاختبار,Test,,settlement,SY070003,36.79,35.87,,own,point,", "outside", "warning"),
        ("OWN1,تل الاختبار,Test,,settlement,TR31,,,,own,,", None, None),
        ("OWN1,ميناء الاختبار,Test,,site,SY06,35.9,-35.5,,own,point,", "outside", "warning"),
        ("OWN1,جدة الاختبار,Test,,settlement,US,-77.0,38.9,,own,point,", "swapped", "error"),
        ("OWN1,تل الاختبار,Test,,settlement,SY070003,35.87,36.79,,,point,", "source", "warning"),
        ("OWN1,تل الاختبار,Test,,settlement,SY070003,35.87,36.79,,own,,", "precision", "warning"),
        ("OWN1,Test hill,Test,,settlement,SY070003,35.87,36.79,,own,point,", "arabic-name", "warning"),
        ("OWN1,تل الاختبار,تل,,settlement,SY070003,35.87,36.79,,own,point,", "latin-name", "error"),
        ("OWN1,تل الاختبار,Tеst,,settlement,SY070003,35.87,36.79,,own,point,", "mixed-script", "error"),
        ("OWN1,تل الاخٓتbار,Test,,settlement,SY070003,35.87,36.79,,own,point,", "mixed-script", "error"),
        ("OWN1,تل الاختبار,Test,تل\u200f الاختبار,settlement,SY070003,35.87,36.79,,own,point,", "bidi-control", "error"),
        ("OWN1,تل\u200bالاختبار,Test,,settlement,SY070003,35.87,36.79,,own,point,", "invisible-character", "error"),
        ("OWN1,تل الاختبارﻻ,Test,,settlement,SY070003,35.87,36.79,,own,point,", "presentation-form", "error"),
        ("OWN1,تل الاختباری,Test,,settlement,SY070003,35.87,36.79,,own,point,", "lookalike-letter", "error"),
        ("OWN1,تلّ الاختبار,Test,,settlement,SY070003,35.87,36.79,,own,point,", "marks", "error"),
        ("OWN1,تل  الاختبار,Test,,settlement,SY070003,35.87,36.79,,own,point,", "spaces", "error"),
        ("OWN1,تل الاختبار ٤,Test,,settlement,SY070003,35.87,36.79,,own,point,", "digits", "error"),
        ("OWN1,سراقب,Saraqib,,settlement,SY070001,35.86450,36.80500,,own,point,", "outside", "warning"),
        ("OWN1,سراقب,Saraqib,,settlement,SY070003,35.90,36.80,,own,point,", "double", "warning"),
        ("OWN1,تل الاختبار,Test,,settlement,SY070003,35.87,36.79,,own", "columns", "error"),
    ],
)  # fmt: skip
def test_fault(tmp_path: Path, row: str, check: str | None, level: str | None) -> None:
    problems = found(tmp_path, row)
    if check is None:
        assert problems == []
    else:
        assert (check, level, 2) in problems


def test_ids_stand_once(tmp_path: Path) -> None:
    row = "OWN1,تل الاختبار,Test,,settlement,SY070003,35.87,36.79,,own,point,"
    assert found(tmp_path, row, row) == [("id", "error", 3)]


def test_one_point_of_one_name_is_one_place(tmp_path: Path) -> None:
    rows = [
        "OWN1,تل الاختبار,Test,,settlement,SY070003,35.87,36.79,,own,point,",
        "OWN2,تل الإختبار,Test,,settlement,SY07,35.8701,36.7901,,own,point,",
    ]
    assert ("double", "warning", 2) in found(tmp_path, *rows)


def test_cycles(tmp_path: Path) -> None:
    rows = ["OWN1,منطقة أولى,One,,region,OWN2,,,,own,,", "OWN2,منطقة ثانية,Two,,region,OWN1,,,,own,,"]
    assert {("cycle", "error", 2), ("cycle", "error", 3)} <= set(found(tmp_path, *rows))


def test_columns(tmp_path: Path) -> None:
    assert ("columns", "error", 1) in found(tmp_path, "تل الاختبار,settlement", header="name,level\n")
    assert ("columns", "warning", 1) in found(tmp_path, header=HEADER.strip() + ",colour\n")


def test_replacing_and_common_words_are_notes(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(HEADER + "C3916,سراقب,Saraqib,,settlement,SY070001,35.86,36.80,,own,point,\n", encoding="utf-8")
    notes = [problem for problem in check_places([path]) if problem.level == "note"]
    assert [problem.check for problem in notes][:1] == ["replaces"]


def test_a_file_that_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes(b"id,name,level\n\xff\xfe,\x00,x\n")
    assert "file" in {problem.check for problem in check_places([path])}
    assert {problem.check for problem in check_places([tmp_path / "missing.csv"])} == {"file"}


def test_faults_of_ordinary_names_are_none() -> None:
    for name in ("تل الاختبار", "Ma'arrat An Nu'man", "طريق M4", "16 تشرين", "İskenderun", "Ḩarbīyāt"):
        assert list(faults(name)) == []


def test_outlines_hold_points() -> None:
    outlines = Outlines.load()
    inside = outlines.finest(35.8645, 36.8054)
    assert inside is not None
    assert inside.pcode == "SY070003"
    assert outlines.finest(0.0, 0.0) is None
    assert 20 < outlines.by_pcode["SY07"].kilometres_outside(35.5, 35.9) < 60


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "check"]) == 0
    assert "no fault found" in capsys.readouterr().out
    path = tmp_path / "own.csv"
    path.write_text(HEADER + "OWN1,تل الاختبار,Test,,settlement,NOWHERE,35.87,36.79,,own,point,\n", encoding="utf-8")
    assert main(["gazetteer", "check", str(path)]) == 1
    out = capsys.readouterr().out
    assert "own.csv:2" in out
    assert "[parent]" in out
