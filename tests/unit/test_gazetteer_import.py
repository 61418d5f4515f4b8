"""Imports of GeoNames dumps and COD-AB tables: small files of our own in the documented columns."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventcode.check.places import check_places
from eventcode.cli import main
from eventcode.data import data_root
from eventcode.errors import DataError
from eventcode.gazetteer import Gazetteer, Place, Table, load_table
from eventcode.gazetteer.imports import Box, import_cod_ab, import_geonames
from eventcode.gazetteer.outlines import Outlines
from eventcode.gazetteer.table import read_place, row_of


@pytest.fixture(scope="module")
def table() -> Table:
    """The table that ships."""
    return load_table([data_root() / "gazetteer" / "places.csv"])


@pytest.fixture(scope="module")
def outlines() -> Outlines:
    """The outlines that ship."""
    return Outlines.load()


def geoname(
    identifier: str,
    name: str,
    alternates: str,
    lat: str,
    lon: str,
    feature: str,
    country: str = "SY",
    codes: str = "",
    people: str = "0",
) -> str:
    """One line of a dump."""
    feature_class, code = feature.split(".")
    admin = [*codes.split("/"), "", "", "", ""][:4]
    return "\t".join(
        [identifier, name, name, alternates, lat, lon, feature_class, code, country, "", *admin, people, "", "1", "Asia/Damascus", "2024-01-01"]
    )  # fmt: skip


JORDAN = [
    geoname("248816", "Hashemite Kingdom of Jordan", "الأردن,Jordan", "31", "36", "A.PCLI", "JO"),
    geoname("1", "Testgov Governorate", "محافظة الاختبار", "31.9", "35.9", "A.ADM1", "JO", "77"),
    geoname("2", "Testville", "بلدة الاختبار,Test Ville,تیست", "31.95", "35.93", "P.PPL", "JO", "77", "1200"),
    geoname("3", "Nameless Wadi", "", "31.95", "35.93", "H.WAD", "JO", "77"),
    geoname("4", "Old Place", "المكان القديم", "31.95", "35.93", "P.PPLH", "JO", "77"),
]


def dump(tmp_path: Path, lines: list[str], name: str = "JO.txt") -> Path:
    """A dump of these lines."""
    path = tmp_path / name
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_geonames_rows(tmp_path: Path, table: Table, outlines: Outlines) -> None:
    result = import_geonames(dump(tmp_path, JORDAN), table, outlines)
    rows = {place.id: place for place in result.places}
    assert result.problems == ()
    assert result.read == 5
    assert result.passed_over == 2
    assert rows["GN1"].parent == "JO"
    town = rows["GN2"]
    assert (town.name, town.name_en, town.parent, town.level, town.population) == (
        "بلدة الاختبار",
        "Testville",
        "GN1",
        "settlement",
        1200,
    )
    assert town.aliases == ("Test Ville",)
    assert town.source == "GeoNames 2"


def test_arabic_names_of_the_other_file(tmp_path: Path, table: Table, outlines: Outlines) -> None:
    names = tmp_path / "alternateNamesV2.txt"
    lines = [
        ["10", "2", "ar", "اختبار البلدة", "", "", "", "", "", ""],
        ["11", "2", "ar", "مدينة الاختبار", "1", "", "", "", "", ""],
        ["12", "2", "ar", "الاختبار القديمة", "", "", "", "1", "", ""],
        ["13", "2", "fa", "شهر آزمون", "1", "", "", "", "", ""],
        ["14", "999", "ar", "مكان آخر", "1", "", "", "", "", ""],
        ["short"],
    ]
    names.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")
    result = import_geonames(dump(tmp_path, JORDAN), table, outlines, alternate_names=names)
    town = next(place for place in result.places if place.id == "GN2")
    assert town.name == "مدينة الاختبار"
    assert town.aliases == ("اختبار البلدة", "بلدة الاختبار", "Test Ville")
    assert [(problem.path, problem.line) for problem in result.problems] == [(str(names), 6)]


def test_syrian_points_get_their_subdistrict_and_known_ones_no_second_row(tmp_path: Path, table: Table, outlines: Outlines) -> None:
    lines = [
        geoname("5", "Tall al Ikhtibar", "تل الاختبار", "35.87", "36.79", "P.PPL"),
        geoname("6", "Saraqib", "سراقب", "35.8645", "36.8054", "P.PPL"),
        geoname("7", "Sarāqib", "سراقب,سراقب الحرة", "35.8645", "36.8054", "P.PPL"),
        geoname("8", "Testbase", "قاعدة الاختبار", "35.0", "38.9", "L.MILB"),
    ]
    result = import_geonames(dump(tmp_path, lines), table, outlines)
    rows = {place.id: place for place in result.places}
    assert set(rows) == {"GN5", "C3916", "GN8"}
    assert rows["GN5"].parent == "SY070003"
    assert rows["C3916"].name == "سراقب"
    assert "سراقب الحرة" in rows["C3916"].aliases
    assert rows["C3916"].parent == table.places["C3916"].parent
    assert rows["C3916"].source.endswith("GeoNames(names)")
    assert table.places[rows["GN8"].parent].level == "subdistrict"


def test_zip_archives_are_read(tmp_path: Path, table: Table, outlines: Outlines) -> None:
    text = dump(tmp_path, JORDAN)
    with zipfile.ZipFile(tmp_path / "JO.zip", "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.write(text, "JO.txt")
    zipped, plain = (import_geonames(path, table, outlines) for path in (tmp_path / "JO.zip", text))
    assert [row_of(place) for place in zipped.places] == [row_of(place) for place in plain.places]
    (tmp_path / "JO.zip").rename(tmp_path / "XX.zip")
    with pytest.raises(DataError, match=r"no XX\.txt"):
        import_geonames(tmp_path / "XX.zip", table, outlines)
    (tmp_path / "YY.zip").write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(DataError, match="cannot be read"):
        import_geonames(tmp_path / "YY.zip", table, outlines)


def test_country_and_box(tmp_path: Path, table: Table, outlines: Outlines) -> None:
    path = dump(tmp_path, [*JORDAN, geoname("5", "Tall", "تل الاختبار", "35.87", "36.79", "P.PPL")])
    assert {place.id for place in import_geonames(path, table, outlines, country="sy").places} == {"GN5"}
    assert {place.id for place in import_geonames(path, table, outlines, box=Box(36.5, 35.5, 37, 36)).places} == {"GN5"}


def test_bad_lines_are_told_and_the_rest_is_read(tmp_path: Path, table: Table, outlines: Outlines) -> None:
    path = tmp_path / "JO.txt"
    bad = [
        geoname("x", "A", "", "31", "36", "P.PPL", "JO"),
        geoname("9", "A", "", "north", "36", "P.PPL", "JO"),
        geoname("9", "A", "", "131", "36", "P.PPL", "JO"),
        geoname("9", "A", "", "31", "36", "P.PPL", "JO", people="many"),
        geoname("9", " ", "", "31", "36", "P.PPL", "JO"),
        "only\tthree\tcolumns",
    ]
    path.write_bytes("\n".join(bad).encode() + b"\n\xff\xfe\n" + "\n".join(JORDAN).encode() + b"\n")
    result = import_geonames(path, table, outlines)
    assert [problem.line for problem in result.problems] == [6, 7, 1, 2, 3, 4, 5] or sorted(p.line for p in result.problems) == [
        *range(1, 8)
    ]
    assert {place.id for place in result.places} >= {"GN1", "GN2"}


def test_a_place_of_no_known_country_is_told(tmp_path: Path, table: Table, outlines: Outlines) -> None:
    result = import_geonames(dump(tmp_path, [geoname("2", "Town", "بلدة", "1", "1", "P.PPL", "ZZ")]), table, outlines)
    assert [problem.level for problem in result.problems] == ["warning"]
    assert result.places[0].parent == ""


@settings(max_examples=30, deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, table: Table, outlines: Outlines, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("dump") / "X.txt"
    path.write_bytes(data)
    result = import_geonames(path, table, outlines)
    assert result.read <= data.count(b"\n") + 1


COD_AB = {
    "boundaries": "ADM0_EN,ADM0_AR,ADM0_PCODE,ADM1_EN,ADM1_AR,ADM1_PCODE,ADM1ALT1EN,AREA_SQKM",
    "gazetteer": "admin0Name_en,admin0Name_ar,admin0Pcode,admin1Name_en,admin1Name_ar,admin1Pcode,admin1AltName1_en,area",
    "new": "adm0_name,adm0_name1,adm0_pcode,adm1_name,adm1_name1,adm1_pcode,adm1_name2,area_sqkm",
}


@pytest.mark.parametrize("style", COD_AB)
def test_cod_ab_styles(tmp_path: Path, table: Table, style: str) -> None:
    path = tmp_path / "adm1.csv"
    row = "Jordan,الأردن,JO,Irbid,إربد,JO21,Arbela,1572\n"
    path.write_text(f"{COD_AB[style]}\n{row}", encoding="utf-8-sig")
    result = import_cod_ab(path, table)
    assert result.problems == ()
    place = next(place for place in result.places if place.id == "JO21")
    assert (place.name, place.name_en, place.level, place.parent) == ("إربد", "Irbid", "governorate", "JO")
    assert style == "gazetteer" or "Arbela" in place.aliases


def test_cod_ab_villages_with_points_and_areas_above(tmp_path: Path, table: Table) -> None:
    path = tmp_path / "adm4.csv"
    path.write_text(
        "ADM0_PCODE,ADM0_EN,ADM1_PCODE,ADM1_EN,ADM2_PCODE,ADM2_EN,ADM3_PCODE,ADM3_EN,ADM4_PCODE,ADM4_EN,ADM4_AR,LATITUDE,LONGITUDE\n"
        "SY,Syria,SY07,Idleb,SY0799,Newdistrict,SY079900,Newsub,C9901,New Village,القرية الجديدة كليا,35.8,36.7\n"
        "SY,Syria,SY07,Idleb,SY0799,Newdistrict,SY079900,Newsub,C9902,Other,الأخرى,35.8,east\n"
        "SY,Syria,SY07,Idleb,SY0799,Newdistrict,SY079900,Newsub,,Other,الأخرى,35.8,36.7\n"
        "SY,Syria,SY07,Idleb,SY0799,Newdistrict,SY079900,Newsub,C9903,,,35.8,36.7\n",
        encoding="utf-8",
    )
    result = import_cod_ab(path, table)
    rows = {place.id: place for place in result.places}
    assert [problem.line for problem in result.problems] == [3, 4, 5]
    assert rows["C9901"].parent == "SY079900"
    assert rows["SY079900"].parent == "SY0799"
    assert rows["SY0799"].parent == "SY07"
    assert rows["C9901"].precision == "point"
    assert "SY07" not in rows


def test_cod_ab_rows_that_ended_are_passed_over(tmp_path: Path, table: Table) -> None:
    path = tmp_path / "adm1.csv"
    rows = ["JO21,Irbid,إربد,", "JO98,Old,القديمة,2018-06-27", "JO99,Zero,صفر,1899-12-30"]
    path.write_text("adm1_pcode,adm1_name,adm1_name1,valid_to\n" + "\n".join(rows) + "\n", encoding="utf-8")
    result = import_cod_ab(path, table)
    assert {place.id for place in result.places} == {"JO21", "JO99"}
    assert result.passed_over == 1


def test_cod_ab_excel(tmp_path: Path, table: Table) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="eventcode[tables] is not installed")
    book = openpyxl.Workbook()
    book.active.append(["read me"])
    sheet = book.create_sheet("adm1")
    sheet.append(COD_AB["new"].split(","))
    sheet.append(["Jordan", "الأردن", "JO", "Irbid", "إربد", "JO21", None, 1572.5])
    path = tmp_path / "jor.xlsx"
    book.save(path)
    assert "JO21" in {place.id for place in import_cod_ab(path, table).places}
    (tmp_path / "bad.xlsx").write_bytes(b"PK no zip")
    with pytest.raises(DataError):
        import_cod_ab(tmp_path / "bad.xlsx", table)


def test_a_table_without_p_codes_is_refused(tmp_path: Path, table: Table) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(DataError, match="P-codes"):
        import_cod_ab(path, table)


def test_what_is_written_is_what_is_read(table: Table) -> None:
    place = Place("OWN1", "تل", "Tall", ("تلة", "Hill"), "site", "SY07", 35.5, 36.5, 12, "own", "point")
    again = read_place(row_of(place))
    assert row_of(again) == row_of(place)


def test_command_writes_a_table_that_loads_and_is_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "places.csv"
    path = dump(tmp_path, [*JORDAN, "bad line"])
    assert main(["gazetteer", "import", "--format", "geonames", str(path), "-o", str(output)]) == 1
    told = capsys.readouterr().err
    assert "JO.txt:6" in told
    assert "1 bad" in told
    with output.open(encoding="utf-8") as file:
        assert {row["id"] for row in csv.DictReader(file)} >= {"GN1", "GN2"}
    assert [problem for problem in check_places([output]) if problem.level == "error"] == []
    assert "GN2" in Gazetteer.load(overlays=[output]).table.places
    assert main(["gazetteer", "import", "--format", "cod-ab", str(path), "--alternate-names", "x"]) == 2
