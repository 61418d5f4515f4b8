"""The command line as a user runs it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

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
