"""The job on Dask: nothing lost or doubled when workers die or hang, and resumption by part."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from faulty import Faulty, news
from test_runs import wait_until_gone

from eventcode import Coder
from eventcode.batch import Job, code_documents
from eventcode.errors import BatchError
from eventcode.reading import read

dask = pytest.importorskip("dask", reason="needs eventcode[dask]")
distributed = pytest.importorskip("distributed", reason="needs eventcode[dask]")
parquet = pytest.importorskip("pyarrow.parquet", reason="needs eventcode[dask]")
from eventcode.batch import dask as module  # noqa: E402
from eventcode.batch.dask import QUARANTINE, make_part, plan, run  # noqa: E402
from eventcode.batch.partitions import Data  # noqa: E402


@attrs.frozen
class FaultyData(Data):
    """Data of the coder that does what its texts say."""

    def coder(self) -> Coder:
        return Faulty()


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with (
        dask.config.set({"distributed.worker.daemon": False}),
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0") as local,
    ):
        yield local


def rows(folder: Path) -> list[dict[str, Any]]:
    return [row for path in sorted(folder.glob("part-*.parquet")) for row in parquet.read_table(path).to_pylist()]


def write(path: Path, texts: list[str]) -> Path:
    lines = [json.dumps({"id": str(number), "text": text}) for number, text in enumerate(texts)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_the_same_events_as_one_process(cluster: Any, tmp_path: Path) -> None:
    path, out = news(tmp_path / "news.jsonl", 60, 2), tmp_path / "out"
    with path.open("ab") as file:
        file.write(b"{\n")
    told: list[int] = []
    arguments: dict[str, Any] = {"scheduler": cluster.scheduler_address, "block": 4000}
    summary = run([path], out, told=lambda done, parts, outcome: told.append(parts - done), **arguments)
    coder = Coder()
    expected = [
        event.to_dict()
        for _, result in code_documents(read(str(path)), coder, jobs=None)
        for event in getattr(result, "events", ())
    ]
    found = rows(out)
    assert [json.loads(row["json"]) for row in found if row["error"] is None] == expected
    assert summary.parts > 4
    assert (summary.events, summary.rejected, summary.failed) == (len(expected), 1, ())
    assert told == list(range(summary.parts))[::-1]
    (bad,) = (out / QUARANTINE).read_text(encoding="utf-8").splitlines()
    assert (json.loads(bad)["line"], json.loads(bad)["record"]) == (61, "{")
    # Run again: nothing is made again but what is missing.
    times = {file.name: file.stat().st_mtime_ns for file in out.glob("part-*")}
    victim = min(times)
    (out / victim).unlink()
    assert run([path], out, **arguments) == summary
    assert {file.name for file in out.glob("part-*") if file.stat().st_mtime_ns != times[file.name]} == {victim}
    assert rows(out) == found
    with pytest.raises(BatchError, match="another input or other settings"):
        run([path], out, job=Job(publisher="P"), **arguments)


def test_documents_that_kill_or_hang_their_workers(cluster: Any, tmp_path: Path) -> None:
    texts = ["x"] * 40
    for place in (3, 4, 25):
        texts[place] = "die"
    texts[11] = "hang"
    texts[30] = f"die-once {tmp_path / 'mark'}"
    path = write(tmp_path / "in.jsonl", texts)
    summary = run([path], tmp_path / "out", data=FaultyData(), job=Job(timeout=0.5), scheduler=cluster.scheduler_address, block=300)
    assert summary.failed == ()
    assert summary.guarded
    lost = [row["document"] for row in rows(tmp_path / "out")]
    assert sorted(lost, key=int) == ["3", "4", "11", "25"]
    assert not list((tmp_path / "out").glob(".part*"))


def test_workers_killed_from_outside(cluster: Any, tmp_path: Path) -> None:
    path = write(tmp_path / "in.jsonl", ["sleep 0.03", "\\0"] * 150)
    path.write_bytes(path.read_bytes().replace(b"\\\\0", b"\\u0000"))
    stop = threading.Event()
    killed = 0

    def kill() -> None:
        nonlocal killed
        while not stop.wait(0.7) and killed < 3:
            pids = [info["pid"] for info in distributed_pids(cluster)]
            if pids:
                os.kill(pids[killed % len(pids)], signal.SIGKILL)
                killed += 1

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        summary = run([path], tmp_path / "out", data=FaultyData(), scheduler=cluster.scheduler_address, block=400)
    finally:
        stop.set()
        killer.join()
    assert killed > 0
    assert (summary.failed, summary.rejected) == ((), 150)
    counted = Counter(row["document"] for row in rows(tmp_path / "out"))
    assert counted == Counter(str(number) for number in range(1, 300, 2))


def distributed_pids(cluster: Any) -> list[dict[str, int]]:
    """The processes of the workers that live."""
    return [{"pid": worker.pid} for worker in cluster.workers.values() if worker.pid]


def test_a_task_may_be_run_again_and_at_once(tmp_path: Path) -> None:
    path = write(tmp_path / "in.jsonl", ["sleep 0.001"] * 50 + ["raise so"])
    (part,) = plan([path], "")
    outcomes: list[object] = []
    threads = [
        threading.Thread(target=lambda: outcomes.append(make_part(part, str(tmp_path), FaultyData(), Job()))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == 4
    assert len(set(map(str, outcomes))) == 1
    assert len(list(tmp_path.glob("*part-*"))) == 1


def test_a_part_that_is_given_up_leaves_nothing_to_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = write(tmp_path / "a.jsonl", ["raise first"] * 100)
    second = write(tmp_path / "b.jsonl", ["raise second"] * 3)
    parts = plan([first, second], "")
    monkeypatch.setattr(module, "_ROWS", 1)
    with monkeypatch.context() as full:
        full.setattr(module, "arrays_of", raising(OSError(28, "No space left on device")))
        with pytest.raises(OSError, match="No space"):
            make_part(parts[0], str(tmp_path), FaultyData(), Job())
    assert not list(tmp_path.glob("*part-*"))
    outcome = make_part(parts[1], str(tmp_path), FaultyData(), Job())
    assert ["second" in reject for reject in outcome.rejects] == [True] * 3
    # Another job on the same thread has a process of its own, and the one before is ended.
    before = len(multiprocessing.active_children())
    outcome = make_part(parts[0], str(tmp_path), FaultyData(), Job(longest=3))
    assert all("more than the limit of 3" in reject for reject in outcome.rejects)
    assert len(multiprocessing.active_children()) == before


def raising(error: Exception) -> Callable[..., Any]:
    def fail(*_arguments: Any) -> Any:
        raise error

    return fail


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="counts processes in /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_run_leaves_no_process_and_goes_on(tmp_path: Path, number: int) -> None:
    path, out = news(tmp_path / "in.jsonl", 150), tmp_path / "out"
    command = [sys.executable, "-m", "eventcode", "cluster", str(path), "-o", str(out), "--jobs", "2", "--block", "0.01"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        limit = time.monotonic() + 90
        while not list(out.glob("part-*")):
            assert time.monotonic() < limit
            time.sleep(0.02)
        # A terminal sends Ctrl-C to every process of the group; a kill hits one.
        (os.killpg if number == signal.SIGINT else os.kill)(process.pid, number)
        assert process.stderr is not None
        error = process.stderr.read()
        assert process.wait(60) == (130 if number == signal.SIGINT else -number)
        wait_until_gone(process.pid)
    assert "Traceback" not in error
    assert number == signal.SIGKILL or not list(out.glob(".*tmp"))
    before = {file.name: file.stat().st_mtime_ns for file in out.glob("part-*")}
    assert not (out / QUARANTINE).exists()
    assert subprocess.run([*command, "-q"], check=False, timeout=300).returncode == 0
    assert before.items() <= {file.name: file.stat().st_mtime_ns for file in out.glob("part-*")}.items()
    coder = Coder()
    expected = [
        event.id for _, result in code_documents(read(str(path)), coder, jobs=None) for event in getattr(result, "events", ())
    ]
    assert [row["id"] for row in rows(out)] == expected
    assert not list(out.glob(".*tmp"))


def test_a_part_that_cannot_be_read_is_told_of(cluster: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good, bad = write(tmp_path / "a.jsonl", ["x"]), write(tmp_path / "b.jsonl", ["x"])

    def vanish(*arguments: Any, **options: Any) -> Any:
        parts = plan(*arguments, **options)
        bad.unlink()
        return parts

    monkeypatch.setattr("eventcode.batch.dask.plan", vanish)
    summary = run([good, bad], tmp_path / "out", data=FaultyData(), scheduler=cluster.scheduler_address)
    assert summary.parts == 1
    assert len(summary.failed) == 1
    assert "b.jsonl" in summary.failed[0]


def test_a_cluster_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from eventcode.cli import main

    path = news(tmp_path / "in.jsonl", 3, 1)
    started = time.monotonic()
    assert main(["cluster", str(path), "-o", str(tmp_path / "out"), "--jobs", "1"]) == 0
    assert "3 events in 1 parts" in capsys.readouterr().err
    assert time.monotonic() - started < 120


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["nowhere"], "no such file"),
        (["in.docx"], "jsonl or"),
        (["in.jsonl", "--block", "0"], "--block"),
        (["in.jsonl", "--jobs", "-1"], "--jobs"),
    ],
)
def test_bad_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], word: str
) -> None:
    from eventcode.cli import main

    monkeypatch.chdir(tmp_path)
    write(tmp_path / "in.jsonl", ["x"])
    (tmp_path / "in.docx").touch()
    assert main(["cluster", *arguments, "-o", "out"]) == 2
    assert word in capsys.readouterr().err
