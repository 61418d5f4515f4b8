"""Chunks, checkpoints, rejects, progress: the parts of a run over many documents."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventcode.batch.checkpoint import Checkpoint
from eventcode.batch.chunks import CHARACTERS, Chunk, Done, cut
from eventcode.batch.lock import locked
from eventcode.batch.progress import Progress, count_records
from eventcode.batch.rejects import LONGEST, reject_line
from eventcode.batch.worker import Rejected
from eventcode.errors import BatchError, Problem, RecordError
from eventcode.reading import Document, read

SETTINGS = {"format": "jsonl"}


def documents(count: int) -> list[Document]:
    return [Document(str(number), f"text {number}") for number in range(count)]


# -- chunks -----------------------------------------------------------------------------------------------------------


@given(st.integers(0, 60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=5), st.integers(1, 20))
def test_chunks_hold_every_record_once(count: int, parts: list[tuple[int, int]], size: int) -> None:
    records = documents(count)
    done, at = [], 0
    for gap, length in parts:
        first, last = at + gap % 7, at + gap % 7 + length
        if last > count:
            break
        done.append(Done(first, last, Chunk(first, tuple(records[first:last])).digest()))
        at = last
    got = list(cut(iter(records), done[::-1], size))
    assert [item for item in got if isinstance(item, Done)] == done
    numbers = [number for item in got for number in range(item.first, item.last)]
    assert numbers == list(range(count))
    assert all(len(item.records) <= size for item in got if isinstance(item, Chunk))


def test_long_texts_make_small_chunks() -> None:
    long = [Document(str(number), "x" * CHARACTERS) for number in range(3)]
    assert [len(chunk.records) for chunk in cut(long) if isinstance(chunk, Chunk)] == [1, 1, 1]


@pytest.mark.parametrize(
    "changed", [documents(3), [*documents(3), Document("3", "other")], [*documents(3), Document("3", "text 3", title="t")]]
)
def test_another_input_is_refused(changed: list[Document]) -> None:
    done = Done(0, 4, Chunk(0, tuple(documents(4))).digest())
    assert list(cut(documents(4), [done])) == [done]
    with pytest.raises(BatchError, match="same input"):
        list(cut(changed, [done]))


# -- checkpoints ------------------------------------------------------------------------------------------------------


class Run:
    """A run over numbers: each number is a record, a chunk and a line."""

    def __init__(self, folder: Path, count: int = 20) -> None:
        self.output = folder / "out.jsonl"
        self.rejects = folder / "bad.jsonl"
        self.journal = folder / "out.jsonl.journal"
        self.part = folder / "out.jsonl.part"
        self.count = count
        self.worked: list[int] = []

    def go(self, stop: int | None = None, settings: dict[str, Any] = SETTINGS) -> list[str]:
        """Run, up to before a number as if killed there; gives the notes."""
        self.worked = []
        with Checkpoint(self.output, self.rejects, settings, "head\n") as checkpoint:
            if checkpoint.complete:
                return checkpoint.notes
            done = {item.first for item in checkpoint.done}
            for number in range(self.count):
                if number in done:
                    continue
                if number == stop:
                    return checkpoint.notes
                self.worked.append(number)
                checkpoint.counts.documents += 1
                checkpoint.add(Done(number, number + 1, "x"), f"line {number}\n", f"bad {number}\n" if number % 3 == 0 else "")
            checkpoint.finish()
        return checkpoint.notes

    def check(self) -> None:
        """The files are those of a run without interruption, and nothing else is left."""
        assert self.output.read_text() == "head\n" + "".join(f"line {number}\n" for number in range(self.count))
        assert self.rejects.read_text() == "".join(f"bad {number}\n" for number in range(0, self.count, 3))
        assert sorted(item.name for item in self.output.parent.iterdir()) == ["bad.jsonl", "out.jsonl"]


@pytest.fixture(params=[0.0, 1e9])
def interval(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> float:
    """A checkpoint at each chunk, or none but the first and the last."""
    monkeypatch.setattr("eventcode.batch.checkpoint.INTERVAL", request.param)
    return float(request.param)


def test_an_interrupted_run_goes_on(tmp_path: Path, interval: float) -> None:
    run = Run(tmp_path)
    for stop in (0, 3, 3, 11):
        run.go(stop)
        assert not run.output.exists()
    assert run.go() == []
    assert run.worked == list(range(0 if interval else 11, 20))
    run.check()


def test_what_was_written_after_the_checkpoint_is_cut_off(tmp_path: Path, interval: float) -> None:
    run = Run(tmp_path)
    run.go(7)
    for path in (run.part, run.journal, tmp_path / "bad.jsonl.part"):
        with path.open("ab") as file:
            file.write(b"line 7\nhalf a li")
    run.go()
    run.check()


def test_any_damage_costs_time_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eventcode.batch.checkpoint.INTERVAL", 0.0)
    run = Run(tmp_path)
    run.go(9)
    saved = {path: path.read_bytes() for path in tmp_path.iterdir()}
    for path, content in saved.items():
        for at in range(0, len(content), max(1, len(content) // 40)):
            for damaged in (content[:at], content[:at] + bytes([content[at] ^ 8]) + content[at + 1 :]):
                for other, whole in saved.items():
                    other.write_bytes(damaged if other == path else whole)
                run.go()
                run.check()


def test_a_missing_part_costs_time_only(tmp_path: Path, interval: float) -> None:
    run = Run(tmp_path)
    run.go(9)
    run.part.unlink()
    run.go()
    run.check()


@pytest.mark.parametrize("stage", [0, 1, 2, 3])
def test_killed_while_the_files_take_their_names(tmp_path: Path, stage: int, monkeypatch: pytest.MonkeyPatch) -> None:
    run = Run(tmp_path)
    calls = 0

    def killed(*_arguments: object) -> None:
        nonlocal calls
        calls += 1
        if calls > stage:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        if stage < 2:
            replace = __import__("os").replace
            patch.setattr("os.replace", lambda *names: (killed(), replace(*names)))
        else:
            patch.setattr("eventcode.batch.checkpoint._sync_folder", lambda path: killed() if stage == 2 else None)
            patch.setattr(Path, "unlink", lambda *_arguments, **_options: killed())
            calls = 9
        with pytest.raises(KeyboardInterrupt):
            run.go()
    assert run.journal.exists()
    run.go()
    assert run.worked == []
    run.check()


def test_other_settings_are_refused(tmp_path: Path) -> None:
    run = Run(tmp_path)
    run.go(5)
    with pytest.raises(BatchError, match="format"):
        run.go(settings={"format": "csv"})
    run.go()
    run.check()


def test_a_folder_or_device_cannot_be_continued(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="only a file"):
        Checkpoint(tmp_path, None, SETTINGS)


# -- the lock ---------------------------------------------------------------------------------------------------------


def test_the_second_run_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    output = tmp_path / "out"
    with locked(output), pytest.raises(BatchError, match="another run"), locked(output):
        pass
    with locked(output), locked(tmp_path / "other"):
        pass
    assert list(tmp_path.iterdir()) == []


# -- rejects ----------------------------------------------------------------------------------------------------------


def test_a_reject_holds_the_record(tmp_path: Path) -> None:
    problem = Problem("in.jsonl", 7, "not JSON")
    line = json.loads(reject_line(RecordError(problem, "{قصف\n".encode()), Rejected(problem)))
    assert line == {"reason": "not JSON", "file": "in.jsonl", "line": 7, "record": "{قصف"}
    line = json.loads(reject_line(RecordError(problem, b"\xff\n"), Rejected(problem)))
    assert (line["record"], line["record_base64"]) == (None, "/w==")
    line = json.loads(reject_line(RecordError(problem, b"x" * (LONGEST + 9)), Rejected(problem)))
    assert (len(line["record"]), line["cut"]) == (LONGEST, True)
    document = Document("a", "نص", title="t", path="in.jsonl")
    line = json.loads(reject_line(document, Rejected(problem)))
    again = tmp_path / "again.jsonl"
    again.write_text(line["record"] + "\n", encoding="utf-8")
    (read_back,) = read(str(again))
    assert isinstance(read_back, Document)
    assert (read_back.id, read_back.text, read_back.title) == ("a", "نص", "t")


# -- progress ---------------------------------------------------------------------------------------------------------


def test_progress_tells_rate_and_time_left() -> None:
    progress = Progress(io.StringIO(), 1000)
    progress.add(200, skipped=True)
    progress.add(100, rejected=3)
    assert progress.line(10.0) == "300 of 1,000 documents, 10.0/s, 3 rejected, 1:10 min left"
    assert Progress(io.StringIO(), None).line(1.0) == "0 documents, 0.0/s"


def test_records_are_counted_beforehand(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{}\n{}\n{}", encoding="utf-8")
    (tmp_path / "b.txt").write_text("x", encoding="utf-8")
    (tmp_path / "docs.jsonl").write_text("{}\n", encoding="utf-8")
    assert count_records([str(tmp_path), str(tmp_path / "b.txt")]) == 5
    assert count_records(["-"]) is None
