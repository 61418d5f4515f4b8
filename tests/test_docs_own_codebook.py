"""The tutorial on codebooks, followed to the letter: its files are written, its commands run, its output compared."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

CHECKOUT = Path(os.environ.get("EVENTCODE_CHECKOUT", Path(__file__).parents[1]))
PAGE = CHECKOUT / "docs" / "how-to" / "own-codebook.md"
BLOCK = re.compile(r"(?:^Save this as `([^`]+)`:\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"# (\S+\.yaml)\n")  # a codebook file tells its name in its first line

pytestmark = [
    pytest.mark.skipif(not PAGE.is_file(), reason="no checkout with the page"),
    pytest.mark.skipif(os.name == "nt", reason="the page is written for a POSIX shell"),
]


@attrs.frozen
class Step:
    """A file to write (``name``), or commands to run with the lines that must come out, in order."""

    text: str
    name: str = ""
    expected: tuple[str, ...] = ()


def steps() -> list[Step]:
    """What a reader does, from top to bottom."""
    out: list[Step] = []
    for name, kind, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        first = NAMED.match(text)
        if name or first:
            out.append(Step(text, name or (first[1] if first else "")))
        elif kind == "sh":
            out.append(Step(text))
        else:
            assert kind == "text", f"a block of {kind} that names no file: {text[:40]}"
            last = out.pop()
            assert not last.name, "output without a command"
            out.append(attrs.evolve(last, expected=tuple(line for line in text.splitlines() if line != "...")))
    return out


def run(commands: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run commands in a shell that finds this installation first."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "LANG": "C.UTF-8"}
    return subprocess.run(
        ["bash", "-c", commands], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=120
    )


def missing(expected: tuple[str, ...], output: str) -> str | None:
    """The first line that does not come, after those before it."""
    lines = iter(output.splitlines())
    for wanted in expected:
        if not any(wanted in line for line in lines):
            return wanted
    return None


def test_the_page_works(tmp_path: Path) -> None:
    page = steps()
    assert len([step for step in page if step.name]) >= 6
    assert len([step for step in page if step.expected]) >= 8
    for step in page:
        if step.name:
            (tmp_path / step.name).write_text(step.text, encoding="utf-8")
            continue
        result = run(step.text, tmp_path)
        assert result.returncode == 0 or (step.expected and result.returncode == 1), (step.text, result.stderr)
        assert missing(step.expected, result.stdout + result.stderr) is None, (step.text, result.stdout, result.stderr)


def test_output_that_does_not_come_is_found() -> None:
    assert missing(("b", "a"), "a\nb\n") == "a"
    assert missing(("a", "b"), "a\nx\nb b\n") is None
