"""What the package carries, and what importing it costs."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import eventcode
from eventcode import Coder
from eventcode.data import data_root

CHECKOUT = Path(os.environ.get("EVENTCODE_CHECKOUT", Path(__file__).parents[1]))


def files(folder: Path) -> set[str]:
    """Relative names of the data files of a folder."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts}


@pytest.mark.skipif(not (CHECKOUT / "codebooks").is_dir(), reason="no checkout to compare with")
@pytest.mark.parametrize("part", ["codebooks", "gazetteer"])
def test_installed_data_is_that_of_the_checkout(part: str) -> None:
    assert files(data_root() / part) == files(CHECKOUT / part)


SKIP = shutil.ignore_patterns("__pycache__", ".*", "dist", "build")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare copy of the checkout, so that building writes nothing into it."""
    if not (CHECKOUT / "pyproject.toml").is_file():
        pytest.skip("no checkout to copy")
    target = tmp_path_factory.mktemp("checkout") / "project"
    shutil.copytree(CHECKOUT, target, ignore=SKIP)
    return target


def build(project: Path, kind: str) -> Path:
    """Build one kind of distribution, with the hatchling that is installed."""
    pytest.importorskip("hatchling")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", kind], cwd=project, check=True, capture_output=True)
    (built,) = (project / "dist").glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return built


def root_of(folder: Path) -> Path:
    """The data folder that a package in a folder finds."""
    code = "from eventcode.data import data_root; print(data_root())"
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return Path(done.stdout.strip())


def test_data_of_a_bare_checkout(copy: Path) -> None:
    assert root_of(copy).resolve() == copy.resolve()


def test_wheels_of_checkout_and_sdist_hold_every_file(copy: Path, tmp_path: Path) -> None:
    wanted = {f"eventcode/{name}" for name in files(copy / "eventcode")}
    wanted |= {f"eventcode/_data/{part}/{name}" for part in ("codebooks", "gazetteer") for name in files(copy / part)}
    source = build(copy, "sdist")
    shutil.unpack_archive(source, tmp_path / "sdist", filter="data")
    (unpacked,) = (tmp_path / "sdist").iterdir()
    for project in (copy, unpacked):
        with zipfile.ZipFile(build(project, "wheel")) as wheel:
            names = set(wheel.namelist())
            assert {name for name in names if name.startswith("eventcode/")} == wanted
            assert {Path(name).name for name in names if "/licenses/" in name} == {"LICENSE", "NOTICE", "SOURCES.md"}
            wheel.extractall(tmp_path / "wheel")
    assert root_of(tmp_path / "wheel").resolve() == (tmp_path / "wheel" / "eventcode" / "_data").resolve()


def test_import_loads_nothing_heavy() -> None:
    code = "import sys, eventcode; print(sorted(m for m in ('yaml', 'rapidfuzz', 'attr', 'eventcode.coder') if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_name_can_be_had() -> None:
    for name in eventcode.__all__:
        assert getattr(eventcode, name).__name__ == name
    assert eventcode.__version__
    assert set(dir(eventcode)) == {*eventcode.__all__, "__version__"}
    with pytest.raises(AttributeError, match="no attribute"):
        _ = eventcode.nothing


def test_a_coder_is_picklable() -> None:
    text = "قصفت قوات النظام بلدة كنصفرة"
    coder = Coder()
    assert pickle.loads(pickle.dumps(coder)).code(text) == coder.code(text)
