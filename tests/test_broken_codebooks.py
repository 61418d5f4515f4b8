"""Every fault of tests/broken is found at its line under its name, and nothing else is reported."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from eventcode.check import CHECKS, check_codebook
from eventcode.gazetteer import Gazetteer

BROKEN = Path(__file__).parent / "broken"
CASES: list[dict[str, Any]] = yaml.safe_load((BROKEN / "cases.yaml").read_text(encoding="utf-8"))
# What no case can show in a codebook folder that loads or not: faults of the loader that have no name of their own.
UNSHOWN = {"does-not-load"}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """One gazetteer for all cases."""
    return Gazetteer.load()


def broken(case: dict[str, Any], folder: Path) -> Path:
    """The base codebook with the fault of a case."""
    shutil.copytree(BROKEN / "base", folder)
    path = folder / case["file"]
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    if "rename" in case:
        path.unlink()
        if case["rename"]:
            (folder / case["rename"]).write_text(old, encoding="utf-8")
    elif "encoding" in case:
        path.write_bytes(old.encode(case["encoding"]))
    else:
        if "from" in case:
            assert case["from"] in old, f"{case['case']}: {case['file']} has no {case['from']!r}"
            new = old.replace(case["from"], case["to"], 1)
        else:
            new = old + case["append"] if "append" in case else case["to"]
        path.parent.mkdir(exist_ok=True)
        path.write_text(new, encoding="utf-8")
    return folder


@pytest.mark.parametrize("case", CASES, ids=lambda case: re.sub(r"\W+", "-", case["case"]))
def test_the_fault_and_nothing_else(case: dict[str, Any], tmp_path: Path, gazetteer: Gazetteer) -> None:
    folder = broken(case, tmp_path / "codebook")
    found = [
        (Path(problem.path).relative_to(folder).as_posix(), problem.line, problem.check)
        for problem in check_codebook(folder, gazetteer).problems
    ]
    assert found == [(case.get("in", case["file"]), case["line"], case["check"])]


def test_the_base_is_clean(gazetteer: Gazetteer) -> None:
    report = check_codebook(BROKEN / "base", gazetteer)
    assert report.problems == ()
    assert report.complete


def test_there_is_a_case_for_every_check() -> None:
    assert len(CASES) >= 60
    assert {check.name for check in CHECKS} - {case["check"] for case in CASES} == UNSHOWN
    assert len({case["case"] for case in CASES}) == len(CASES)
