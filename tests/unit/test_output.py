"""Writing: files whole or not at all, tables within the terminal, cells that no spreadsheet runs."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import os
import re
import stat
import threading
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventcode import Coder, Event
from eventcode.output import FORMATS, whole_file
from eventcode.output.csv import COLUMNS, safe
from eventcode.output.table import clean, coloured, fit, layout, width


def write(path: Path, text: str) -> None:
    """Write a whole file."""
    with whole_file(path) as file:
        file.write(text)


def test_a_file_appears_when_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with whole_file(path) as file:
        file.write("قصف\r\n\udcff")
        assert not path.exists()
    assert path.read_bytes() == "قصف\r\n\\udcff".encode()
    assert [item.name for item in tmp_path.iterdir()] == ["out.jsonl"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_failure_leaves_the_old_file(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "out.jsonl"
    write(path, "old")

    def fail() -> None:
        with whole_file(path) as file:
            file.write("new")
            raise error

    with pytest.raises(error):
        fail()
    assert path.read_text(encoding="utf-8") == "old"
    assert [item.name for item in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        write(tmp_path, "x")


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions, links and pipes")
def test_permissions_links_and_pipes(tmp_path: Path) -> None:
    path, link, pipe = tmp_path / "out", tmp_path / "link", tmp_path / "pipe"
    before = os.umask(0o027)
    try:
        write(path, "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    link.symlink_to(path)
    write(link, "y")
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == "y"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")), daemon=True)
    reader.start()
    write(pipe, "z")
    reader.join(10)
    assert got == ["z"]
    assert pipe.is_fifo()


@given(st.text(max_size=30), st.integers(1, 40))
def test_a_cell_has_its_width_and_no_controls(text: str, columns: int) -> None:
    cell = fit(text, columns)
    assert width(cell) == columns
    assert "\x1b" not in cell
    assert cell.count("\u2068") == cell.count("\u2069") <= 1
    assert clean(clean(text)) == clean(text)


@given(st.integers(39, 400))
def test_the_layout_fits_and_keeps_date_type_and_place(columns: int) -> None:
    widths, sentence = layout(columns)
    shown = [size for size in (*widths, sentence) if size]
    assert sum(shown) + 2 * (len(shown) - 1) <= columns
    assert widths[0]
    assert widths[1]
    assert widths[5]


def test_every_column_shows_on_a_terminal_of_80() -> None:
    assert all(layout(80)[0])
    assert layout(80)[1] == 0
    assert layout(160)[1] > 16


@pytest.mark.parametrize("setting", ["", "abc", "0", "60"])
def test_no_events_and_odd_terminals(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    monkeypatch.setenv("COLUMNS", setting)
    out = io.StringIO()
    assert FORMATS["table"]([], out) == 0
    assert out.getvalue().endswith("\n0 events\n")


@given(st.sampled_from("=+-@\uff1d\uff0b\uff0d\uff20\t\r\n"), st.text(max_size=10))
def test_no_formula(sign: str, rest: str) -> None:
    assert safe(sign + rest) == "'" + sign + rest


@pytest.mark.parametrize(("value", "cell"), [(-5, "-5"), (None, ""), ("نص", "نص")])
def test_other_cells_stay_as_they_are(value: object, cell: str) -> None:
    assert safe(value) == cell


@pytest.fixture(scope="module")
def events() -> list[Event]:
    """Events of one sentence."""
    text = "قصفت طائرات حربية روسية بلدة كنصفرة، ما أدى إلى مقتل ثلاثة مدنيين."
    return Coder().code(text, published=dt.date(2020, 1, 23), document="d1", publisher="ناشر")


def test_jsonl_is_the_event(events: list[Event]) -> None:
    out = io.StringIO()
    assert FORMATS["jsonl"](events, out) == len(events)
    assert [Event.from_dict(json.loads(line)) for line in out.getvalue().splitlines()] == events


def test_csv_columns(events: list[Event]) -> None:
    out = io.StringIO()
    FORMATS["csv"](events, out)
    (row,) = csv.DictReader(io.StringIO(out.getvalue()))
    assert list(row) == list(COLUMNS)
    assert (row["type"], row["actor_codes"], row["locations"], row["killed_low"]) == ("air_strike", "RUSMIL", "كنصفرة", "3")


class Terminal(io.StringIO):
    """A file that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("settings", "terminal", "expected"),
    [
        ({}, True, True), ({}, False, False), ({"NO_COLOR": "1"}, True, False), ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, True, False), ({"FORCE_COLOR": "1"}, False, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
    ],
)  # fmt: skip
def test_colours_are_for_terminals_that_want_them(
    settings: dict[str, str], terminal: bool, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert coloured(Terminal() if terminal else io.StringIO()) is expected


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_colours_change_no_width_and_the_summary_counts(events: list[Event], monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    denied = attrs.evolve(events[0], status="negated", happening="other")
    plain, bright = io.StringIO(), io.StringIO()
    assert FORMATS["table"]([*events, denied], plain) == len(events) + 1
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    FORMATS["table"]([*events, denied], bright)
    without = re.sub("\x1b\\[[0-9;]*m", "", bright.getvalue())
    assert [line.rstrip() for line in without.splitlines()] == plain.getvalue().splitlines()
    assert all(width(line) <= columns for line in plain.getvalue().splitlines()[: len(events) + 2])
    assert f"{len(events) + 1} events of 2 happenings in 1 document\n" in plain.getvalue()
    assert re.search(r"air_strike +2 .*1 not told as fact", plain.getvalue())
