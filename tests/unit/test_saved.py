"""Events read back from files: the round trip, and faults that are told with their line."""

from __future__ import annotations

import gzip
import io
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_model import EVENTS

from eventcode import Event, RecordError, read_events
from eventcode.output import FORMATS

GOOD: dict[str, Any] = {
    "id": "a1", "document": "d", "sentence": {"text": "قصف", "start": 0, "end": 3}, "trigger": {"text": "قصف", "start": 0, "end": 3},
    "also": [], "type": "air_strike", "codes": {"acled": None, "cameo": None, "plover": None}, "actors": [], "targets": [],
    "locations": [], "date": {"start": None, "end": None, "resolution": "none"}, "counts": {}, "status": "actual", "attribution": [],
    "source": {"document": "d"}, "happening": "a1", "cause": None, "disputes": [], "rule": "r",
    "coder": {"version": "1", "codebook": "c", "gazetteer": "g"},
}  # fmt: skip


def saved(folder: Path, content: bytes) -> list[Event | RecordError]:
    """What is read from a file of some bytes."""
    path = folder / "events"
    path.write_bytes(content)
    return list(read_events(path))


@settings(deadline=None)
@given(st.lists(EVENTS, max_size=3), st.sampled_from(("jsonl", "jsonl.gz", "parquet")))
def test_round_trip(events: list[Event], kind: str) -> None:
    if kind == "parquet":
        pytest.importorskip("pyarrow", reason="eventcode[parquet] is not installed")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events"
        FORMATS[kind.removesuffix(".gz")].save(events, path)
        if kind.endswith(".gz"):
            path.write_bytes(gzip.compress(path.read_bytes()))
        assert list(read_events(path)) == events


def test_a_byte_order_mark_and_empty_lines(tmp_path: Path) -> None:
    line = json.dumps(GOOD).encode()
    assert [type(item) for item in saved(tmp_path, b"\xef\xbb\xbf" + line + b"\n\n  \r\n" + line)] == [Event, Event]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"status": "maybe"}, "status must be one of"),
        ({"id": 5}, "id must be text, not 5"),
        ({"sentence": {"text": "x", "start": 3, "end": 1}}, "must not end"),
        ({"sentence": {"text": "x", "start": 0.5, "end": 1}}, "sentence.start must be a whole number"),
        ({"counts": {"killed": {"low": True, "high": 1}}}, "counts.killed.low must be a whole number"),
        ({"counts": {"sunk": {"low": 1, "high": 1}}}, "a count's kind"),
        ({"counts": {"killed": {"low": 1, "high": 1, "breakdown": [{"low": "1", "high": None}]}}}, "is no event"),
        ({"codes": {"acled": ["Battles"]}}, "is no event"),
        ({"codes": {"acled": ["Battles", 4]}}, "codes.acled must be text"),
        ({"date": {"start": "soon", "end": None, "resolution": "none"}}, "Invalid isoformat"),
        ({"actors": [{"text": None, "start": None, "end": None}]}, "the key 'code' is missing"),
        ({"actors": {"a": 1}}, "is no event"),
        ({"disputes": [None]}, "disputes must be text"),
        ({"rule": "\ud800"}, "surrogate"),
    ],
)
def test_a_faulty_event_is_told_with_its_line_and_the_rest_is_read(tmp_path: Path, change: dict[str, object], told: str) -> None:
    lines = [json.dumps(GOOD), json.dumps(GOOD | change), json.dumps(GOOD)]
    first, fault, last = saved(tmp_path, "\n".join(lines).encode())
    assert isinstance(first, Event)
    assert isinstance(last, Event)
    assert isinstance(fault, RecordError)
    assert fault.problem.line == 2
    assert told in fault.problem.message
    assert fault.problem.advice


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"[]",
        b"1",
        b"null",
        b"\xff",
        b'{"id": "a"}',
        b"[" * 100_000,
        b"\x1f\x8bbroken",
        gzip.compress(b"{}" * 99, mtime=0)[:-9],
        b"PAR1",
    ],
)
def test_what_is_no_file_of_events_never_crashes(tmp_path: Path, content: bytes) -> None:
    if content == b"PAR1":
        pytest.importorskip("pyarrow", reason="eventcode[parquet] is not installed")
    found = saved(tmp_path, content)
    assert found
    assert all(isinstance(item, RecordError) for item in found)


def test_a_missing_file(tmp_path: Path) -> None:
    (fault,) = read_events(tmp_path / "none.jsonl")
    assert isinstance(fault, RecordError)
    assert "No such file" in fault.problem.message


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    text = io.TextIOWrapper(io.BufferedReader(io.BytesIO(gzip.compress(json.dumps(GOOD).encode()))))
    monkeypatch.setattr("sys.stdin", text)
    (event,) = read_events("-")
    assert isinstance(event, Event)


@given(
    st.recursive(st.one_of(st.none(), st.booleans(), st.integers(), st.text()), lambda inner: st.lists(inner, max_size=3)),
    st.data(),
)
def test_any_value_in_any_field_is_an_event_or_told(value: object, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(sorted(GOOD)))
    with tempfile.TemporaryDirectory() as folder:
        (found,) = saved(Path(folder), json.dumps(GOOD | {key: value}).encode())
        if isinstance(found, Event):
            FORMATS["csv"]([found], io.StringIO())
