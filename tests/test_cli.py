"""The command line as a user runs it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from eventcode import Coder, Event
from eventcode.cli import main

TEXT = "قصفت طائرات حربية روسية بلدة كنصفرة اليوم الخميس."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A small article."""
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_code_piped_gives_json_lines(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["code", str(article), "--date", "2020-01-23", "--publisher", "P"]) == 0
    out, err = capsys.readouterr()
    (event,) = [json.loads(line) for line in out.splitlines()]
    assert (event["type"], event["source"]["publisher"], event["date"]["start"]) == ("air_strike", "P", "2020-01-23")
    assert err == ""


def test_missing_date_is_warned_of_once(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["code", str(article), str(article)]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out.splitlines()[0])["date"]["basis"] == "none"
    assert err.count("without a publication date") == 1
    assert "more than once" in err


def test_a_failed_record_is_told_and_the_rest_is_coded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text("{\n" + json.dumps({"id": "x", "text": TEXT, "date": "2020-01-23"}) + "\n", encoding="utf-8")
    target = tmp_path / "out.csv"
    assert main(["code", str(path), "-o", str(target)]) == 1
    assert "in.jsonl:1" in capsys.readouterr().err
    assert target.read_text(encoding="utf-8").splitlines()[1].split(",")[3] == "air_strike"
    assert [item.name for item in tmp_path.iterdir() if item.name.endswith(".part")] == []


@pytest.mark.parametrize("arguments", [["code", "no-such-file.txt"], ["code", "x", "--codebook", "nowhere"]])
def test_bad_usage(arguments: list[str], article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [str(article) if argument == "x" else argument for argument in arguments]
    assert main(arguments) == 2
    assert capsys.readouterr().err


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode()), encoding="utf-8"))
    assert main(["code", "-", "--date", "2020-01-23", "--format", "table"]) == 0
    assert "air_strike" in capsys.readouterr().out


def test_explain_and_dates_and_find(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", TEXT, "--date", "2020-01-23"]) == 0
    assert "subject of the verb" in capsys.readouterr().out
    assert main(["dates", "قبل يومين", "--date", "2020-01-23"]) == 0
    assert "2020-01-21" in capsys.readouterr().out
    assert main(["gazetteer", "find", "Saraqab"]) == 0
    assert "سراقب" in capsys.readouterr().out
    assert main(["gazetteer", "check"]) == 0


def test_demo(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo"]) == 0
    out = capsys.readouterr().out
    assert "air_strike" in out
    assert "territory_seized" in out


@pytest.mark.parametrize("target", ["folder", "input", "no-such-folder/out.jsonl"])
def test_bad_output(article: Path, capsys: pytest.CaptureFixture[str], target: str) -> None:
    path = {"folder": article.parent, "input": article}.get(target, article.parent / target)
    assert main(["code", str(article), "-o", str(path)]) == 2
    assert capsys.readouterr().err
    assert article.read_text(encoding="utf-8") == TEXT


def test_a_fault_of_the_coder_loses_one_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = Coder.code

    def faulty(self: Coder, text: str, **about: Any) -> list[Event]:
        if about["document"] == "b":
            raise ValueError("slip")
        return code(self, text, **about)

    monkeypatch.setattr(Coder, "code", faulty)
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(json.dumps({"id": name, "text": TEXT, "date": "2020-01-23"}) for name in "abcaa"), encoding="utf-8")
    assert main(["code", str(path)]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["document"] for line in out.splitlines()] == ["a", "c", "a", "a"]
    assert "'b'" in err
    assert "ValueError: slip" in err
    assert err.count("more than once") == 1


def test_an_interrupt_leaves_nothing_behind(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(self: Coder, text: str, **about: Any) -> list[Event]:
        raise KeyboardInterrupt

    monkeypatch.setattr(Coder, "code", interrupted)
    assert main(["code", str(article), "-o", str(article.parent / "out.jsonl")]) == 130
    assert [item.name for item in article.parent.iterdir()] == [article.name]


def run(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """The command line in a process of its own."""
    return subprocess.run([sys.executable, "-m", "eventcode", *arguments], capture_output=True, check=False, timeout=60, **options)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_arabic_is_written_in_any_locale(encoding: str) -> None:
    done = run("explain", TEXT, "--date", "2020-01-23", env={**os.environ, "PYTHONIOENCODING": encoding})
    assert done.returncode == 0, done.stderr.decode()
    assert "كنصفرة" in done.stdout.decode("utf-8")


def test_standard_input_that_is_not_utf_8() -> None:
    done = run("explain", "-", input=b"\xd9\xff\x80")
    assert done.returncode == 1
    assert done.stderr.startswith(b"eventcode: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk(article: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "eventcode", "code", "-q", str(article)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1


def test_a_reader_that_closes_the_pipe(article: Path) -> None:
    article.write_text(f"{TEXT}\n" * 300, encoding="utf-8")
    command = [sys.executable, "-m", "eventcode", "code", "-q", str(article)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out.startswith("eventcode ")


def test_help_loads_no_stage() -> None:
    code = "import sys, eventcode.cli as c; c.parser().format_help(); print([m for m in ('eventcode.coder', 'rapidfuzz') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.strip() == b"[]"


def test_verbose_tells_what_each_document_gave(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = tmp_path / "news.jsonl"
    records.write_text(
        '{"id": "strike", "text": "قصفت قوات النظام بلدة سراقب أمس.", "date": "2020-01-23"}\n'
        '{"id": "weather", "text": "الطقس جميل.", "date": "2020-01-23"}\n',
        encoding="utf-8",
    )
    assert main(["code", str(records), "--verbose", "-o", str(tmp_path / "out.jsonl")]) == 0
    told = capsys.readouterr().err
    assert "strike: 1 event\n" in told
    assert "weather: 0 events\n" in told
    assert "documents coded: 2; events: 1; records rejected: 0" in told
