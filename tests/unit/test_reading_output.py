"""Reading documents, and writing events."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path

import pytest

from eventcode import Coder, Event, RecordError
from eventcode.output import FORMATS
from eventcode.output.csv import COLUMNS, safe
from eventcode.output.table import fit, width
from eventcode.reading import Document, read

TEXT = "قصفت طائرات حربية روسية بلدة كنصفرة، ما أدى إلى مقتل ثلاثة مدنيين."


@pytest.fixture(scope="module")
def events() -> list[Event]:
    """Events of one sentence."""
    return Coder().code(TEXT, published=dt.date(2020, 1, 23), document="d1", publisher="ناشر")


def test_json_lines_and_bad_records(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    rows = [
        json.dumps({"id": "a", "text": TEXT, "date": "2020-01-23"}).encode(), b"", b"{broken", b'["list"]', b'{"id": "b"}',
        b'{"id": "c", "text": "x", "date": "soon"}', b"\xff\xfe", json.dumps({"text": TEXT}).encode(),
    ]  # fmt: skip
    path.write_bytes(b"\n".join(rows))
    found = list(read(str(path)))
    assert [item.id for item in found if isinstance(item, Document)] == ["a", "news:8"]
    assert [item.problem.line for item in found if isinstance(item, RecordError)] == [3, 4, 5, 6, 7]


def test_folder_with_an_index(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "two.txt").write_text(TEXT, encoding="utf-8-sig")
    (tmp_path / "bad.txt").write_bytes("قصف".encode("cp1256"))
    (tmp_path / "docs.jsonl").write_text(
        '{"file": "one.txt", "id": "first", "date": "2020-01-23", "publisher": "P"}\nnothing\n', encoding="utf-8"
    )
    found = list(read(str(tmp_path)))
    documents = {item.id: item for item in found if isinstance(item, Document)}
    assert set(documents) == {"first", "two"}
    assert documents["first"].published == dt.date(2020, 1, 23)
    assert documents["two"].text == TEXT
    assert len([item for item in found if isinstance(item, RecordError)]) == 2


def test_jsonl_is_the_event(events: list[Event]) -> None:
    out = io.StringIO()
    assert FORMATS["jsonl"](events, out) == len(events)
    assert [Event.from_dict(json.loads(line)) for line in out.getvalue().splitlines()] == events


def test_csv_columns(events: list[Event]) -> None:
    out = io.StringIO()
    FORMATS["csv"](events, out)
    rows = list(csv.DictReader(io.StringIO(out.getvalue())))
    assert list(rows[0]) == list(COLUMNS)
    assert (rows[0]["type"], rows[0]["actor_codes"], rows[0]["locations"], rows[0]["killed_low"]) == (
        "air_strike",
        "RUSMIL",
        "كنصفرة",
        "3",
    )


@pytest.mark.parametrize(("value", "cell"), [("=1+1", "'=1+1"), ("@x", "'@x"), ("-5", "'-5"), (-5, "-5"), (None, ""), ("نص", "نص")])
def test_no_formula_reaches_a_spreadsheet(value: object, cell: str) -> None:
    assert safe(value) == cell


def test_table_columns_are_aligned(events: list[Event], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    out = io.StringIO()
    FORMATS["table"](events, out)
    lines = out.getvalue().splitlines()
    assert "1 air_strike" in lines[-1]
    assert all(width(line) <= 200 for line in lines)
    assert width(fit("قَصْف طويل جداً على المدينة", 10)) == 10
