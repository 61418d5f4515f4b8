"""Reading: what is faulty is reported in its place, and nothing goes missing unsaid."""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventcode import RecordError
from eventcode.reading import Document, read, read_lines, read_standard_input

TEXT = "قصفت طائرات حربية روسية بلدة كنصفرة."


def documents(path: Path | str) -> list[Document]:
    """The documents of a path, of which none may be faulty."""
    found = list(read(str(path)))
    assert all(isinstance(item, Document) for item in found), [str(item) for item in found]
    return [item for item in found if isinstance(item, Document)]


def faults(path: Path | str) -> list[str]:
    """The faults of a path."""
    return [str(item) for item in read(str(path)) if isinstance(item, RecordError)]


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put bytes on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


@given(st.lists(st.binary(max_size=40).filter(lambda data: b"\n" not in data), max_size=8))
def test_every_line_gives_a_document_or_a_fault(lines: list[bytes]) -> None:
    assert len(list(read_lines(iter(lines), "in.jsonl"))) == sum(bool(line.strip()) for line in lines)


@pytest.mark.parametrize(
    "row",
    [
        '{"text": "x", "n": ' + "9" * 5000 + "}",
        '{"text": "x \\ud800"}',
        "[" * 100_000,
        '{"text": "x", "date": "2020-01-23soon"}',
        '{"text": "x", "date": {"year": 2020}}',
        '{"text": ["x"]}',
    ],
    ids=["huge integer", "lone surrogate", "deep nesting", "date with a tail", "date object", "text list"],
)
def test_a_faulty_record_is_reported_and_the_next_is_read(tmp_path: Path, row: str) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(row + "\n" + json.dumps({"id": "next", "text": TEXT}) + "\n", encoding="utf-8")
    fault, following = list(read(str(path)))
    assert isinstance(fault, RecordError)
    assert fault.problem.line == 1
    assert isinstance(following, Document)
    assert following.id == "next"


@pytest.mark.parametrize(("written", "day"), [("2020-01-23", 23), ("2020-01-24T06:00:00Z", 24), ("2020-01-25 06:00", 25)])
def test_dates_may_have_a_time(tmp_path: Path, written: str, day: int) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"text": TEXT, "date": written}), encoding="utf-8")
    assert [item.published for item in documents(path)] == [dt.date(2020, 1, day)]


def test_ids(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(json.dumps({"id": i, "text": TEXT}) for i in (0, "", None, "a", "\ud800")), encoding="utf-8")
    assert [item.id for item in documents(path)] == ["0", "in:2", "in:3", "a", "?"]


@pytest.mark.parametrize("name", ["in.jsonl", "in.ndjson", "in.json", "in"])
def test_json_lines_by_name_or_first_character(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(json.dumps({"id": "a", "text": TEXT}), encoding="utf-8-sig")
    assert [item.id for item in documents(path)] == ["a"]


def test_a_txt_is_one_text_whatever_it_begins_with(tmp_path: Path) -> None:
    path = tmp_path / "in.txt"
    path.write_text("{" + TEXT, encoding="utf-8")
    assert [(item.id, item.text) for item in documents(path)] == [("in", "{" + TEXT)]


def test_offsets_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "in.txt"
    path.write_bytes(b"\xef\xbb\xbf\r\n" + TEXT.encode())
    assert documents(path)[0].text == "\r\n" + TEXT


def test_a_row_without_its_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "here.TXT").write_text(TEXT, encoding="utf-8")
    rows = [{"file": "here.TXT", "id": 0}, {"file": "gone.txt"}, {"file": "../up.txt"}, {"file": None}]
    (tmp_path / "docs.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert [fault.split(": ", 1)[0].rsplit(":", 1)[1] for fault in faults(tmp_path)] == ["2", "3", "4"]
    assert [item.id for item in read(str(tmp_path)) if isinstance(item, Document)] == ["0"]


def test_bad_records_are_named_by_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    rows = [
        json.dumps({"id": "a", "text": TEXT, "date": "2020-01-23"}).encode(), b"", b"{broken", b'["list"]', b'{"id": "b"}',
        b'{"id": "c", "text": "x", "date": "soon"}', b"\xff\xfe", json.dumps({"text": TEXT}).encode(),
    ]  # fmt: skip
    path.write_bytes(b"\n".join(rows))
    found = list(read(str(path)))
    assert [item.id for item in found if isinstance(item, Document)] == ["a", "news:8"]
    assert [item.problem.line for item in found if isinstance(item, RecordError)] == [3, 4, 5, 6, 7]
    assert next(item.record for item in found if isinstance(item, RecordError)) == b"{broken\n"


def test_folder_with_an_index(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "two.txt").write_text(TEXT, encoding="utf-8-sig")
    (tmp_path / "bad.txt").write_bytes(b"\xff\x80\x81")
    (tmp_path / "docs.jsonl").write_text(
        '{"file": "one.txt", "id": "first", "date": "2020-01-23", "publisher": "P"}\nnothing\n', encoding="utf-8"
    )
    found = list(read(str(tmp_path)))
    coded = {item.id: item for item in found if isinstance(item, Document)}
    assert set(coded) == {"first", "two"}
    assert (coded["first"].published, coded["first"].publisher, coded["two"].text) == (dt.date(2020, 1, 23), "P", TEXT)
    assert len([item for item in found if isinstance(item, RecordError)]) == 2


def test_a_folder_without_documents_is_reported(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"")
    assert len(faults(tmp_path)) == 1


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b"\xef\xbb\xbf" + json.dumps({"id": "a", "text": TEXT}).encode())
    assert [item.id for item in documents("-")] == ["a"]
    stdin(monkeypatch, TEXT.encode())
    assert [item.text for item in documents("-")] == [TEXT]
    stdin(monkeypatch, b" \n")
    assert documents("-") == []
    stdin(monkeypatch, b"\xff")
    with pytest.raises(RecordError, match="UTF-8"):
        read_standard_input()
