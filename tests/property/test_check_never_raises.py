"""Whatever stands in the files of a codebook, the checker reports it: no traceback, no problem without a place and a name."""

from __future__ import annotations

import json
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventcode.check import BY_NAME, FORMATS, LEVELS, check_codebook
from eventcode.gazetteer import Gazetteer

BASE = Path(__file__).parent.parent / "broken" / "base"
TEXTS = {path.relative_to(BASE).as_posix(): path.read_text(encoding="utf-8") for path in sorted(BASE.rglob("*.yaml"))}
TEXTS["exceptions.yaml"] = "exceptions:\n  - check: tatweel\n    file: types/arrest.yaml\n    contains: قصف\n    reason: none\n"
FILES = sorted(TEXTS)
PIECES = ["", " ", "  ", "\t", "- ", "-", ":", ": ", "|", ">", "?", "? ", "&a ", "*a", "!!int ", "{", "}", "[", "]", "#", "'", '"', "...", "---\n",
          "<<: ", "null", "~", "yes", "0", "1e999", "2020-13-40", "<aircraft>", "<", "|ب", "ا?", "a|b?", "قصف", "\u200f", "\u0000", "\x07",
          "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), "\n", "\r", "\u2028", "  - id: x\n", "phrases:\n"]  # fmt: skip
VALUES = st.recursive(
    st.sampled_from(["", "x", "yes", "1", "قصف", "a|b", "...", "?", "<x>", "SYR", "2020-01-01", "type", "attack", "munitions"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "verb", "noun", "text", "en", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def gazetteer() -> Gazetteer:
    """One gazetteer for all runs."""
    return Gazetteer.load()


def examine(file: str, content: str) -> None:
    """Check the base codebook with one file of other content."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(shutil.copytree(BASE, Path(name) / "codebook"))
        (folder / file).write_text(content, encoding="utf-8", errors="surrogatepass", newline="")
        report = check_codebook(folder, gazetteer())
        for problem in report.problems:
            assert problem.check in BY_NAME
            assert problem.level in LEVELS
            assert problem.message
            assert problem.advice
            assert problem.path.startswith(name)
            assert problem.line >= 0
        for format in FORMATS.values():
            text = format(report.problems, BY_NAME, Path(name))
            assert text or not report.problems
        json.loads(FORMATS["sarif"](report.problems, BY_NAME, Path(name)))


@st.composite
def mutated_texts(draw: st.DrawFn) -> tuple[str, str]:
    """A file whose text was changed at some places."""
    file = draw(st.sampled_from(FILES))
    text = TEXTS[file]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 40)))
        text = text[:start] + draw(st.sampled_from(PIECES) | st.text(max_size=4)) + text[end:]
    return file, text


@QUICK
@given(mutated_texts())
def test_mutated_text(mutated: tuple[str, str]) -> None:
    examine(*mutated)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths to every value of a structure."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(inner for key, item in items for inner in places(item, (*path, key)))]


@st.composite
def mutated_structures(draw: st.DrawFn) -> tuple[str, str]:
    """A file in which some values were replaced by others of any kind, or taken out."""
    file = draw(st.sampled_from(FILES))
    data = yaml.safe_load(TEXTS[file])
    for _ in range(draw(st.integers(1, 3))):
        *path, last = draw(st.sampled_from(places(data)[1:] or [(None,)]))
        if last is None:
            break
        holder = data
        for key in path:
            holder = holder[key]
        if draw(st.booleans()):
            holder[last] = draw(VALUES)
        else:
            del holder[last]
    return file, yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


@QUICK
@given(mutated_structures())
def test_mutated_structure(mutated: tuple[str, str]) -> None:
    examine(*mutated)


def test_deep_nesting() -> None:
    examine(FILES[0], "a: " + "[" * 5000)
    examine(FILES[0], "a: " + "[" * 900 + "]" * 900)


@QUICK
@given(st.binary(max_size=60))
def test_bytes(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(shutil.copytree(BASE, Path(name) / "codebook"))
        (folder / "lexicon" / "domains.yaml").write_bytes(content)
        for problem in check_codebook(folder, gazetteer()).problems:
            assert problem.check in BY_NAME
