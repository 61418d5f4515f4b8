"""The other formats, each opened with a reader that people use; what all formats have in common."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import attrs
import pytest
from samples import DAY, DEMAND, SENTENCE, actor, event, place
from test_saved import GOOD

from eventcode import Event, read_events
from eventcode.cli import main
from eventcode.errors import OutputError
from eventcode.model import Codes, Count
from eventcode.output import FORMATS, excel, format_of
from eventcode.output.flat import COLUMNS, PLACE_COLUMNS
from eventcode.output.frame import to_pandas, to_polars

HOSTILE = '=HYPERLINK("http://x")\t|,;\'"\n<b>\u202e\x0b\ufffe😀'
EVENTS = [
    event(locations=(place("Kansafra"), place("Idleb", "governorate", admin=("Idleb",), admin_codes=("SY07",)))),
    event("a2", locations=(), counts={}, actors=(), targets=(), status="negated", disputes=("a1",)),
    event(
        "a3",
        locations=(place(lat=None, lon=None),),
        codes=DEMAND,
        source=attrs.evolve(event().source, title=HOSTILE, publisher=HOSTILE),
    ),
]


def text_of(name: str, events: list[Event] = EVENTS, **options: Any) -> str:
    """What a text format writes."""
    out = io.StringIO()
    FORMATS[name](events, out, **options)
    return out.getvalue()


def test_the_sniffer_knows_every_csv() -> None:
    for name in ("csv", "acled", "ucdp", "hxl", "hxl-monthly"):
        text = text_of(name)
        dialect = csv.Sniffer().sniff(text[:4000])
        assert (dialect.delimiter, dialect.quotechar) == (",", '"')
        assert len({len(row) for row in csv.reader(io.StringIO(text))}) == 1


@pytest.mark.parametrize(
    ("name", "columns", "header"), [("phoenix", 26, False), ("petrarch", 13, False), ("polecat", 40, True), ("gdelt", 16, False)]
)
def test_tabs_have_their_columns(name: str, columns: int, header: bool) -> None:
    lines = text_of(name).splitlines()
    assert {line.count("\t") for line in lines} == {columns - 1}
    assert lines[0].startswith("Event ID\t") == header
    pandas = pytest.importorskip("pandas", reason="eventcode[frames] is not installed")
    table = pandas.read_csv(io.StringIO(text_of(name)), sep="\t", header=0 if header else None, quoting=csv.QUOTE_NONE, dtype=str)
    assert table.shape == (len(lines) - header, columns)


def test_phoenix_joins_what_is_the_same_on_a_day() -> None:
    again = event("b1", document="d2", source=attrs.evolve(event().source, publisher="وكالة", url="https://example.org/2"))
    (row,) = [line.split("\t") for line in text_of("phoenix", [event(), again]).splitlines()]
    assert row == [
        "a1-1_0.1.0", "20200123", "2020", "01", "23", "RUSMIL", "RUS", "MIL", "", "SYRCVL", "SYR", "CVL", "", "195", "19", "4", "-10.0", "",
        "35.6789123", "36.4567891", "Kansafra", "Idleb", "SYR", "d1_100;d2_100", "https://example.org/1;https://example.org/2", "صحيفة;وكالة",
    ]  # fmt: skip


def test_petrarch_names_who_is_missing() -> None:
    (row,) = [line.split("\t") for line in text_of("petrarch", [event(actors=())]).splitlines()]
    assert row == [
        "20200123", "---", "SYRCVL", "195", "", "d1_100", "https://example.org/1", "صحيفة", "---", "مدنيين", "قصفت", "---", "name of SYRCVL",
    ]  # fmt: skip
    assert text_of("petrarch", [event(actors=(), targets=())]) == ""


def test_pairs_of_a_symmetric_act() -> None:
    talks = event(type="negotiation", actors=(actor("RUSGOV"), actor("TURGOV"), actor("IRNGOV")), targets=())
    found = [tuple(line.split("\t")[1:3]) for line in text_of("petrarch", [talks]).splitlines()]
    assert found == [("RUSGOV", "TURGOV"), ("RUSGOV", "IRNGOV"), ("TURGOV", "IRNGOV")]


def test_gdelt_offsets_are_places_in_the_text() -> None:
    (row,) = [line.split("\t") for line in text_of("gdelt", [event()]).splitlines()]
    assert row[1:7] == ["20200123000000", "20200123000000", "1", "صحيفة", "https://example.org/1", ""]
    offsets = [int(cell) - 100 for cell in row[7:10]]
    assert [SENTENCE[at:].split("،")[0].split(".")[0] for at in offsets] == [
        "طائرات حربية روسية بلدة كنصفرة",
        "مدنيين",
        "قصفت طائرات حربية روسية بلدة كنصفرة",
    ]
    (none,) = [line.split("\t") for line in text_of("gdelt", [event(actors=(), targets=())]).splitlines()]
    assert none[7:9] == ["-1", "-1"]


def test_polecat_and_plover_agree() -> None:
    header, line = (line.split("\t") for line in text_of("polecat", [event()]).splitlines())
    row = dict(zip(header, line, strict=True))
    record = json.loads(text_of("plover", [event(status="future")]))
    assert (row["Event Type"], row["Event Mode"], row["Quad Code"]) == ("ASSAULT", "aerial", "4")
    assert (record["event"], record["mode"], record["quad_code"], record["aux_mode"]) == ("ASSAULT", "aerial", 4, ["future"])
    assert (row["Actor COW"], row["Primary Actor Sector"], row["Recipient Country"], row["City"]) == (
        "365",
        "MIL",
        "SYR",
        "Kansafra",
    )
    assert record["actor"][0]["sector"] == "MIL"
    assert record["event_loc"][0]["resolution"] == 4
    assert record["text_info"]["start"] == 100
    assert record["dead"] == 3


def test_geojson() -> None:
    data = json.loads(text_of("geojson"))
    assert data["type"] == "FeatureCollection"
    assert "crs" not in data
    assert [item["id"] for item in data["features"]] == ["a1/1", "a1/2", "a2/1", "a3/1"]
    assert [item["geometry"] and item["geometry"]["coordinates"] for item in data["features"]] == [
        [36.4567891, 35.6789123], [36.4567891, 35.6789123], None, None,
    ]  # fmt: skip
    assert data["features"][1]["properties"]["admin3"] is None
    assert data["features"][3]["properties"]["publisher"] == HOSTILE


@pytest.mark.parametrize("name", ["geojson", "geopackage"])
def test_gdal_opens_it(tmp_path: Path, name: str) -> None:
    pyogrio = pytest.importorskip("pyogrio", reason="eventcode[geo] is not installed")
    path = tmp_path / f"events{FORMATS[name].suffixes[0]}"
    assert FORMATS[name].save(EVENTS, path) == 4
    info = pyogrio.read_info(path)
    assert (info["features"], info["crs"], info["geometry_type"]) == (4, "EPSG:4326", "Point")
    assert set(info["fields"]) >= {column.name for column in (*COLUMNS, *PLACE_COLUMNS)}
    meta, _ids, shapes, values = pyogrio.raw.read(path)
    found = {name: column.tolist() for name, column in zip(meta["fields"], values, strict=True)}
    assert [shape is None for shape in shapes] == [False, False, True, True]
    assert found["place_level"] == ["settlement", "governorate", None, "settlement"]
    assert found["publisher"][3] == HOSTILE
    assert str(found["date_start"][0])[:10] == "2020-01-23"


def test_the_geopackage_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "events.gpkg"
    FORMATS["geopackage"].save(EVENTS, path)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA application_id").fetchone() == (0x47504B47,)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("SELECT min_x, max_y FROM gpkg_contents").fetchone() == (36.4567891, 35.6789123)
    FORMATS["geopackage"].save([], path)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT count(*) FROM events").fetchone() == (0,)


def test_excel(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    pytest.importorskip("xlsxwriter", reason="eventcode[excel] is not installed")
    path = tmp_path / "events.xlsx"
    long = event(
        "a4",
        sentence=attrs.evolve(event().sentence, text="س" * 40_000),
        source=attrs.evolve(event().source, published=dt.date(1066, 1, 1)),
    )
    assert FORMATS["excel"].save([*EVENTS, long], path) == 4
    book = openpyxl.load_workbook(path)
    sheet = book["events"]
    assert sheet.sheet_view.rightToLeft
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    names = [cell.value for cell in sheet[1]]
    assert sorted(names) == sorted(column.name for column in COLUMNS)
    rows = [dict(zip(names, row, strict=True)) for row in sheet.iter_rows(min_row=2)]
    assert rows[0]["date_start"].value == dt.datetime.combine(DAY, dt.time())
    assert rows[0]["date_start"].is_date
    assert rows[0]["killed_low"].value == 3
    assert rows[2]["publisher"].data_type == "s"
    assert rows[2]["publisher"].value.startswith("=HYPERLINK")
    assert len(rows[3]["sentence"].value) == 32_767
    assert rows[3]["published"].value == "1066-01-01"
    assert [cell.value for cell in book["columns"][1]] == ["column", "meaning"]
    assert max(sheet.column_dimensions[letter].width for letter in sheet.column_dimensions) > 60


def test_excel_has_its_limit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter", reason="eventcode[excel] is not installed")
    monkeypatch.setattr(excel, "MOST_ROWS", 1)
    with pytest.raises(OutputError, match="1 events at most"):
        FORMATS["excel"].save(EVENTS, tmp_path / "events.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_parquet_is_typed_and_nested(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="eventcode[parquet] is not installed")
    path = tmp_path / "events.parquet"
    FORMATS["parquet"].save(EVENTS, path)
    table = parquet.read_table(path)
    assert str(table.schema.field("date").type.field("start").type) == "date32[day]"
    assert table["locations"].to_pylist()[0][0]["lat"] == 35.6789123
    assert table["counts"].to_pylist()[0]["killed"]["low"] == 3
    assert table["counts"].to_pylist()[1]["killed"] is None
    polars = pytest.importorskip("polars", reason="eventcode[frames] is not installed")
    assert polars.read_parquet(path).select(polars.col("source").struct.field("published")).to_series().to_list() == [DAY] * 3
    assert list(read_events(path)) == EVENTS


def test_parquet_refuses_what_it_cannot_hold(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="eventcode[parquet] is not installed")
    count = Count(1, 1)
    for _level in range(3):
        count = Count(1, 1, breakdown=(count,))
    for bad in (event(counts={"killed": count}), event(counts={"killed": Count(2**70, None)}), event(rule="\ud800")):
        with pytest.raises(OutputError):
            FORMATS["parquet"].save([bad], tmp_path / "events.parquet")
    assert list(tmp_path.iterdir()) == []


def test_frames() -> None:
    pytest.importorskip("pandas", reason="eventcode[frames] is not installed")
    frame = to_pandas(EVENTS)
    assert frame.shape == (3, len(COLUMNS))
    assert (str(frame.dtypes["killed_low"]), frame["date_start"].dt.year.tolist()) == ("Int64", [2020] * 3)
    assert frame["killed_low"].isna().tolist() == [False, True, False]
    polars = pytest.importorskip("polars", reason="eventcode[frames] is not installed")
    assert to_polars(EVENTS).schema["date_start"] == polars.Date
    assert to_polars(EVENTS)["latitude"].to_list() == [35.6789123, None, None]
    assert to_pandas([]).shape == to_polars([]).shape == (0, len(COLUMNS))


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_r_reads_the_csv(tmp_path: Path) -> None:
    FORMATS["acled"].save([event()], tmp_path / "acled.csv")
    code = "d <- read.csv('acled.csv', encoding='UTF-8'); cat(ncol(d), d$fatalities)"
    done = subprocess.run(["Rscript", "-e", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "31 3"


@pytest.mark.parametrize("name", [name for name, item in FORMATS.items() if item.extra])
def test_a_missing_package_is_told_with_its_cure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    for module in ("pyarrow", "pyarrow.parquet", "xlsxwriter"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(OutputError, match=rf"pip install 'eventcode\[{FORMATS[name].extra}\]'"):
        FORMATS[name].save(EVENTS, tmp_path / "events")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", FORMATS)
def test_no_events_and_the_same_events_give_the_same_file(tmp_path: Path, name: str) -> None:
    if FORMATS[name].extra:
        pytest.importorskip({"excel": "xlsxwriter", "parquet": "pyarrow"}[name])
    FORMATS[name].save([], tmp_path / "none")
    assert (tmp_path / "none").exists()
    if not FORMATS[name].binary:
        assert text_of(name) == text_of(name)


def test_endings_name_formats() -> None:
    listed = [suffix for item in FORMATS.values() for suffix in item.suffixes]
    assert len(listed) == len(set(listed))
    assert format_of(Path("x.GPKG")) is FORMATS["geopackage"]
    assert format_of(Path("x.tsv")) is None


def test_binary_content_does_not_go_to_a_terminal() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    with pytest.raises(OutputError, match="-o FILE"):
        FORMATS["geopackage"](EVENTS, Terminal())


def test_the_reference_is_current() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference-exports.md"
    if not page.is_file():
        pytest.skip("no checkout with docs")
    from eventcode.output.reference import markdown

    assert page.read_text(encoding="utf-8") == markdown(), "run: python -m eventcode.output.reference > docs/reference-exports.md"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A compressed file with two events and a faulty line."""
    path = tmp_path / "events.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join([json.dumps(EVENTS[0].to_dict()), "{", json.dumps(GOOD)]).encode()))
    return path


def test_convert(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = saved.with_name("out.geojson")
    assert main(["convert", str(saved), "-o", str(target)]) == 1
    assert "events.jsonl.gz:2: is not JSON" in capsys.readouterr().err
    assert len(json.loads(target.read_text(encoding="utf-8"))["features"]) == 3
    assert main(["convert", str(saved), "--to", "acled"]) == 1
    assert capsys.readouterr().out.count("\n") == 2


def test_convert_refuses(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", str(saved)]) == 2
    assert main(["convert", str(saved), "-o", str(saved.with_name("x.tsv"))]) == 2
    assert main(["convert", str(saved), "--to", "jsonl", "-o", str(saved)]) == 2
    assert main(["convert", str(saved) + "x", "--to", "csv"]) == 2
    err = capsys.readouterr().err
    assert "--to" in err
    assert "would replace" in err
    assert "no such file" in err


def test_code_writes_the_same_formats(tmp_path: Path) -> None:
    article, target = tmp_path / "a.txt", tmp_path / "a.gpkg"
    article.write_text(SENTENCE, encoding="utf-8")
    assert main(["code", str(article), "--date", "2020-01-23", "-q", "-o", str(target)]) == 0
    with closing(sqlite3.connect(target)) as database:
        assert database.execute("SELECT DISTINCT type FROM events").fetchall()[0] == ("air_strike",)


def test_a_code_of_no_ontology_is_no_fault() -> None:
    odd = event(codes=Codes(("Riots", "Football"), "x", ("PLAY", "")))
    for name in ("acled", "phoenix", "polecat", "plover"):
        text_of(name, [odd])


@pytest.mark.parametrize("name", ["hxl", "hxl-monthly"])
def test_libhxl_knows_every_hashtag(tmp_path: Path, name: str) -> None:
    hxl = pytest.importorskip("hxl", reason="libhxl is not installed")
    path = tmp_path / "events.csv"
    FORMATS[name].save(EVENTS, path)
    source = hxl.data(str(path), hxl.InputOptions(allow_local=True))
    assert all(column.tag for column in source.columns)
    assert sum(1 for _row in source) == len(text_of(name).splitlines()) - 2
