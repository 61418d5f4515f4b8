"""Whole runs of the command line under faults: killed, full disk, read-only places, two at once, hostile input."""

from __future__ import annotations

import itertools
import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from faulty import news

pytestmark = pytest.mark.skipif(os.name == "nt", reason="POSIX signals and limits")
TEXT = "قصفت طائرات حربية روسية بلدة كنصفرة اليوم الخميس."


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "eventcode", "code", *map(str, arguments)]


def run(*arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:
    """A run of ``eventcode code`` to its end."""
    return subprocess.run(
        command(*arguments), capture_output=True, text=True, check=False, timeout=120, encoding="utf-8", **options
    )


@contextmanager
def running(*arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A run in a session of its own, of which nothing is left at the end."""
    with subprocess.Popen(command(*arguments), stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def session(leader: int) -> list[int]:
    """The processes of a session that still live."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == leader and fields[0] != "Z":
                found.append(int(entry.name))
    return found


def wait_until_gone(leader: int) -> None:
    limit = time.monotonic() + 30
    while session(leader):
        assert time.monotonic() < limit, f"processes outlive their parent: {session(leader)}"
        time.sleep(0.05)


def checkpoints(output: Path) -> int:
    """How many lines the journal of a run has."""
    try:
        return len(output.with_name(f"{output.name}.journal").read_bytes().splitlines())
    except FileNotFoundError:
        return 0


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, bytes]:
    """An input with some bad records, and what an uninterrupted run of one process makes of it."""
    folder = tmp_path_factory.mktemp("corpus")
    path = news(folder / "news.jsonl", 100)
    lines = path.read_bytes().splitlines(keepends=True)
    lines[10:10] = [b"{\n", b'{"id": "none"}\n', b"\xff\xfe\n"]
    lines[70:70] = [b'{"id": "nul", "text": "a\\u0000b"}\n']
    path.write_bytes(b"".join(lines))
    done = run(path, "-o", folder / "whole.jsonl", "--rejects", folder / "rejects.jsonl")
    assert done.returncode == 1, done.stderr
    rejects = (folder / "rejects.jsonl").read_bytes()
    assert len(rejects.splitlines()) == 4
    return path, (folder / "whole.jsonl").read_bytes(), rejects


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_many_processes_write_the_same(corpus: tuple[Path, bytes, bytes], tmp_path: Path, jobs: str) -> None:
    path, whole, rejects = corpus
    out, bad = tmp_path / "out.jsonl", tmp_path / "bad.jsonl"
    assert run(path, "-o", out, "--rejects", bad, "--jobs", jobs, "--timeout", 30).returncode == 1
    assert (out.read_bytes(), bad.read_bytes()) == (whole, rejects)
    assert run(path, "-o", out, "--jobs", jobs, "--unordered", "--timeout", 30).returncode == 1
    assert sorted(out.read_bytes().splitlines()) == sorted(whole.splitlines())


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="counts processes in /proc")
@pytest.mark.parametrize("options", [[], ["--unordered"], ["--format", "csv"]])
def test_killed_again_and_again_ends_with_the_same_bytes(
    corpus: tuple[Path, bytes, bytes], tmp_path: Path, options: list[str]
) -> None:
    path, whole, rejects = corpus
    out, bad = tmp_path / "out.jsonl", tmp_path / "bad.jsonl"
    dice = random.Random(len(options))
    arguments = [path, "-o", out, "--rejects", bad, "--resume", "--jobs", "2", *options]
    killed = 0
    for _ in range(3):
        before = checkpoints(out)
        with running(*arguments) as process:
            limit = time.monotonic() + 60
            while process.poll() is None and checkpoints(out) <= max(before, 1):
                assert time.monotonic() < limit
                time.sleep(0.01)
            time.sleep(dice.random() * 0.4)
            killed += process.poll() is None
            process.kill()
            process.wait()
            wait_until_gone(process.pid)
    assert killed
    assert run(*arguments).returncode == 1
    if options == ["--format", "csv"]:
        plain = tmp_path / "plain.csv"
        run(path, "-o", plain)
        whole = plain.read_bytes()
        plain.unlink()
    if options == ["--unordered"]:
        assert sorted(out.read_bytes().splitlines()) == sorted(whole.splitlines())
        assert sorted(bad.read_bytes().splitlines()) == sorted(rejects.splitlines())
    else:
        assert out.read_bytes() == whole
        assert bad.read_bytes() == rejects
    left = {item.name for item in tmp_path.iterdir()} - {".out.jsonl.lock", ".bad.jsonl.lock"}
    assert left == {"out.jsonl", "bad.jsonl"}


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="counts processes in /proc")
@pytest.mark.parametrize("options", [[], ["--resume"]])
def test_ctrl_c_ends_cleanly(tmp_path: Path, options: list[str]) -> None:
    path = news(tmp_path / "news.jsonl", 400)
    out = tmp_path / "out.jsonl"
    with running(path, "-o", out, "--jobs", "2", *options) as process:
        begun = time.monotonic()
        while not any(item.stat().st_size for item in tmp_path.iterdir() if item != path) and time.monotonic() - begun < 30:
            time.sleep(0.05)  # until something is written, however long the codebook takes to load
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process of the group
        assert process.stderr is not None
        error = process.stderr.read()
        assert process.wait(20) == 130
        wait_until_gone(process.pid)
    assert "Traceback" not in error
    assert "interrupted" in error
    assert ("goes on from there" in error) == bool(options)
    assert not out.exists()
    assert len(list(tmp_path.iterdir())) == (3 if options else 1)


def test_a_full_disk_loses_nothing(corpus: tuple[Path, bytes, bytes], tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    path, whole, _ = corpus
    out = tmp_path / "out.jsonl"
    arguments = [path, "-o", out, "--resume", "-q", "--jobs", "1"]
    for part in (0.1, 0.6):
        size = int(len(whole) * part)

        def limit(size: int = size) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the write then fails, as on a full disk
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        full = run(*arguments, preexec_fn=limit)
        assert full.returncode == 1
        assert "cannot be written" in full.stderr
        assert "goes on from there" in full.stderr
        assert "Traceback" not in full.stderr
        assert not out.exists()
    assert run(*arguments).returncode == 1
    assert out.read_bytes() == whole


def test_two_runs_at_once(tmp_path: Path) -> None:
    path, out = news(tmp_path / "news.jsonl", 400), tmp_path / "out.jsonl"
    for options in ([], ["--resume"]):
        with running(path, "-o", out, "--jobs", "2", *options) as process:
            limit = time.monotonic() + 20
            while not (tmp_path / ".out.jsonl.lock").exists():
                assert time.monotonic() < limit
                time.sleep(0.02)
            time.sleep(0.2)
            second = run(path, "-o", out, *options)
            process.kill()
            process.wait()
        assert second.returncode == 2
        assert "another run is writing to this output" in second.stderr
        small = news(tmp_path / "small.jsonl", 2)
        assert run(small, "-o", out).returncode == 0  # the lock went with the process that was killed
        out.unlink()


@pytest.mark.parametrize("damage", [b"{", b"00000000 {}\n", b"\xff" * 100])
def test_a_corrupted_checkpoint_starts_anew(tmp_path: Path, damage: bytes) -> None:
    path, out = news(tmp_path / "news.jsonl", 4), tmp_path / "out.jsonl"
    assert run(path, "-o", tmp_path / "whole.jsonl").returncode == 0
    (tmp_path / "out.jsonl.journal").write_bytes(damage)
    (tmp_path / "out.jsonl.part").write_bytes(b"rubbish")
    done = run(path, "-o", out, "--resume")
    assert done.returncode == 0
    assert "cannot be read" in done.stderr
    assert out.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_a_run_of_other_settings_or_input_is_refused(tmp_path: Path) -> None:
    path, out = news(tmp_path / "news.jsonl", 400), tmp_path / "out.jsonl"
    with running(path, "-o", out, "--resume", "--jobs", "2") as process:
        limit = time.monotonic() + 30
        journal = tmp_path / "out.jsonl.journal"
        while not journal.exists() or len(journal.read_bytes().splitlines()) < 3:
            assert time.monotonic() < limit
            time.sleep(0.05)
        process.kill()
    other = run(path, "-o", out, "--resume", "--publisher", "P")
    assert (other.returncode, "publisher" in other.stderr) == (2, True)
    news(path, 400, sentences=5)
    other = run(path, "-o", out, "--resume")
    assert (other.returncode, "not that of the interrupted run" in other.stderr) == (2, True)
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--resume"], "needs an output"),
        (["--resume", "-o", "t.txt"], "not for table"),
        (["--jobs", "-1"], "jobs"),
        (["--timeout", "x"], "timeout"),
    ],
)
def test_bad_usage(tmp_path: Path, arguments: list[str], word: str) -> None:
    done = run(news(tmp_path / "in.jsonl", 1), *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert word in done.stderr


# -- hostile input ----------------------------------------------------------------------------------------------------


def code(
    tmp_path: Path, content: bytes, *arguments: object, name: str = "in.jsonl"
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], str]:
    """Events, rejects and standard error of a run over a file of that content."""
    path, out, bad = tmp_path / name, tmp_path / "out.jsonl", tmp_path / "bad.jsonl"
    path.write_bytes(content)
    done = run(path, "-o", out, "--rejects", bad, *arguments)
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr
    events, rejects = ([json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] for file in (out, bad))
    assert done.returncode == (1 if rejects else 0)
    return events, rejects, done.stderr


def record(text: str) -> bytes:
    return json.dumps({"id": "x", "text": text, "date": "2020-01-23"}, ensure_ascii=False).encode() + b"\n"


def test_a_line_of_many_megabytes(tmp_path: Path) -> None:
    giant = b'{"id": "g", "text": "' + TEXT.encode() * (20 * 1024 * 1024 // len(TEXT.encode())) + b'"}\n'
    events, rejects, _ = code(
        tmp_path, record(TEXT) + giant + giant[: 4 << 20] + b'"}\n' + record(TEXT), "--jobs", "1", "--timeout", "60"
    )
    assert len(events) == 2
    assert [item["line"] for item in rejects] == [2, 3]
    assert "longer than" in rejects[0]["reason"]
    assert "characters" in rejects[1]["reason"]
    assert (tmp_path / "bad.jsonl").stat().st_size < 2_000_000


def test_a_zip_of_garbage(tmp_path: Path) -> None:
    archive = tmp_path / "garbage.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a", random.Random(1).randbytes(200_000))
    content = archive.read_bytes()
    for name in ("in.jsonl", "in.txt", "in.zip"):
        events, rejects, _ = code(tmp_path, content, name=name)
        assert events == []
        assert rejects
        assert all(item["reason"] for item in rejects)


def test_every_plane_of_unicode(tmp_path: Path) -> None:
    planes = [range(plane << 16, (plane + 1) << 16, 97) for plane in range(17)]
    texts = ["".join(chr(code) for code in plane if not 0xD800 <= code < 0xE000 and code) for plane in planes]
    texts += [" ".join(text) + "\n" + TEXT for text in texts]
    events, rejects, _ = code(tmp_path, b"".join(record(text) for text in texts))
    assert rejects == []
    assert len([event for event in events if event["type"] == "air_strike"]) >= 17


def test_ten_thousand_nested_quotes(tmp_path: Path) -> None:
    depth = 10_000
    texts = [
        "«" * depth + TEXT + "»" * depth,
        '"' * 2 * depth + TEXT,
        "(" * depth + TEXT + ")" * depth,
        f"قال «{TEXT}» " * (depth // 10),
    ]
    events, rejects, _ = code(tmp_path, b"".join(record(text) for text in texts), "--timeout", "30")
    assert rejects == []
    assert len(events) >= 1 + depth // 10
    nested = b"[" * depth + b"]" * depth + b"\n" + b'{"id": "x", "text": ' + b'{"a":' * depth + b"1" + b"}" * depth + b"}\n"
    _, rejects, _ = code(tmp_path, nested)
    assert len(rejects) == 2


def test_a_cache_that_cannot_be_written(tmp_path: Path) -> None:
    path = news(tmp_path / "in.jsonl", 1)
    expected = run(path).stdout
    assert expected
    blocked = tmp_path / "file"
    blocked.touch()
    for place in (blocked, "/proc/none", blocked / "below"):
        done = run(path, env={**os.environ, "EVENTCODE_CACHE": str(place)})
        assert (done.returncode, done.stdout, done.stderr) == (0, expected, "")


def test_endless_standard_input_is_coded_as_it_comes(tmp_path: Path) -> None:
    with subprocess.Popen(command("-"), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in itertools.count():
            process.stdin.write(record(TEXT * 20))
            process.stdin.flush()
            if number == 30:
                break
        first = process.stdout.readline()  # before the input ends
        assert json.loads(first)["type"] == "air_strike"
        process.stdin.close()
        assert process.stdout.read()
        assert process.wait(60) == 0
