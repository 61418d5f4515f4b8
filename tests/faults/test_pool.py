"""Worker processes: whatever a document does to its worker, the others are coded."""

from __future__ import annotations

import itertools
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from faulty import Faulty, Unloadable, documents

from eventcode.batch import Coded, Job, Rejected, code_documents
from eventcode.batch import pool as pool_module
from eventcode.batch.chunks import Chunk, cut
from eventcode.batch.pool import Pool
from eventcode.errors import BatchError, Problem, RecordError
from eventcode.reading import Document

pytestmark = pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
QUICK = Job(timeout=0.3)


def reasons(texts: list[str], job: Job = QUICK, jobs: int | None = 2) -> list[str]:
    """For each text "" where it was coded, else why not; the order is checked."""
    out = []
    for number, (record, result) in enumerate(code_documents(documents(*texts), Faulty(), jobs=jobs, job=job)):
        assert isinstance(record, Document)
        assert record.id == str(number)
        out.append("" if isinstance(result, Coded) else result.problem.message)
    assert len(out) == len(texts)
    return out


def test_a_worker_that_dies_costs_its_document() -> None:
    texts = ["x"] * 100
    for place in (0, 17, 18, 60, 99):
        texts[place] = "die"
    found = reasons(texts)
    assert [number for number, reason in enumerate(found) if reason] == [0, 17, 18, 60, 99]
    assert "ended its worker process twice" in found[17]
    assert "'17'" in found[17]


def test_a_death_that_does_not_come_again_costs_nothing(tmp_path: Path) -> None:
    assert reasons(["x", f"die-once {tmp_path / 'a'}", "x", f"die-once {tmp_path / 'b'}"]) == [""] * 4


def test_hanging_and_deaf_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "GRACE", 0.3)
    found = reasons(["x", "hang", "x", "hang-deaf", "x"])
    assert [bool(reason) for reason in found] == [False, True, False, True, False]
    assert "took longer than 0.3 seconds" in found[1]
    assert "took longer than 0.3 seconds" in found[3]


@pytest.mark.parametrize("jobs", [None, 1])
def test_faults_become_values(jobs: int | None) -> None:
    found = reasons(["raise so", "recurse", "memory", "a\0b", "x" * 101, "hang", "x"], Job(timeout=0.2, longest=100), jobs)
    parts = ["ValueError: so", "nested too deeply", "memory", "null bytes", "more than the limit of 100", "took longer", ""]
    assert all(part in reason for part, reason in zip(parts, found, strict=True)), found
    assert found[-1] == ""


def test_a_record_that_cannot_be_read_keeps_its_place() -> None:
    bad = RecordError(Problem("in.jsonl", 2, "not JSON"), b"{")
    first, last = documents("x", "y")
    got = list(code_documents([first, bad, last], Faulty(), jobs=2))
    assert [type(result) for _, result in got] == [Coded, Rejected, Coded]
    assert got[1][0] is bad


def test_endless_input_is_read_no_further_than_needed() -> None:
    read = 0

    def endless() -> Iterator[Document]:
        nonlocal read
        for read in itertools.count(1):
            yield Document(str(read), "x")

    got = list(itertools.islice(code_documents(endless(), Faulty(), jobs=2), 1000))
    assert [record.id for record, _ in got if isinstance(record, Document)] == [str(number) for number in range(1, 1001)]
    assert read <= 1000 + 16 * (2 * 4 + 2)


def test_as_ready_loses_and_doubles_nothing() -> None:
    texts = ["sleep 2", *["x"] * 99]
    ids = [
        record.id
        for record, _ in code_documents(documents(*texts), Faulty(), jobs=2, ordered=False)
        if isinstance(record, Document)
    ]
    assert ids[0] != "0"
    assert sorted(ids, key=int) == [str(number) for number in range(100)]


def test_processes_that_cannot_start_are_told_of() -> None:
    with pytest.raises(BatchError, match="cannot start"):
        list(code_documents(documents("x"), Unloadable(), jobs=1))


def test_random_kills_of_workers() -> None:
    """Workers killed from outside while they code and send: nothing is lost, doubled or waited for for ever."""
    with Pool(Faulty(), Job(timeout=5), 2) as pool:
        ids = []
        for number, (chunk, results) in enumerate(pool.run(cut(documents(*["sleep 0.002"] * 600)))):
            assert isinstance(chunk, Chunk)
            assert all(isinstance(result, Coded) for result in results)
            ids.extend(record.id for record in chunk.records if isinstance(record, Document))
            if number % 4 == 1:
                process = pool._members[number % 2]._process
                assert process.pid is not None
                os.kill(process.pid, signal.SIGKILL)
    assert ids == [str(number) for number in range(600)]


def test_leaving_ends_the_processes_at_once() -> None:
    started = time.monotonic()
    with Pool(Faulty(), Job(), 2) as pool:
        results = pool.run(cut(documents("x", *["sleep 60"] * 40), size=1))
        next(results)
        members = list(pool._members)
    assert time.monotonic() - started < 30
    assert [member._process.is_alive() for member in members] == [False, False]
