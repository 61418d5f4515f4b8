"""What the package carries, and what importing it costs."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from eventcode import Coder
from eventcode.data import data_root

CHECKOUT = Path(os.environ.get("EVENTCODE_CHECKOUT", Path(__file__).parents[1]))


def files(folder: Path) -> set[str]:
    """Relative names of the data files of a folder."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.skipif(not (CHECKOUT / "codebooks").is_dir(), reason="no checkout to compare with")
@pytest.mark.parametrize("part", ["codebooks", "gazetteer"])
def test_installed_data_is_that_of_the_checkout(part: str) -> None:
    assert files(data_root() / part) == files(CHECKOUT / part)


def test_import_loads_nothing_heavy() -> None:
    code = "import sys, eventcode; print(sorted(m for m in ('yaml', 'rapidfuzz', 'attr', 'eventcode.coder') if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_coder_is_picklable() -> None:
    text = "قصفت قوات النظام بلدة كنصفرة"
    coder = Coder()
    assert pickle.loads(pickle.dumps(coder)).code(text) == coder.code(text)
