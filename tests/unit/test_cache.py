"""The cache of compiled tables: quick, and never trusted more than it may be."""

from __future__ import annotations

import os
import pickle
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from eventcode import Coder, DataError
from eventcode.cache import KEPT, cached, folder, key_of


class Table:
    """Something that was made from a file."""

    def __init__(self, text: str) -> None:
        self.text = text


class Maker:
    """Makes tables and counts how often."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.made = 0

    def table(self) -> Table:
        self.made += 1
        return Table(self.path.read_text(encoding="utf-8"))

    def get(self) -> str:
        return cached("table", [self.path], Table, self.table).text


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "cache"
    monkeypatch.setenv("EVENTCODE_CACHE", str(path))
    return path


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    source = tmp_path / "source.txt"
    source.write_text("one", encoding="utf-8")
    return Maker(source)


def entry(place: Path) -> Path:
    (path,) = place.iterdir()
    return path


def test_made_once_until_the_content_changes(place: Path, maker: Maker) -> None:
    assert [maker.get(), maker.get()] == ["one", "one"]
    assert maker.made == 1
    maker.path.write_text("two", encoding="utf-8")
    assert maker.get() == "two"
    os.utime(maker.path, (1, 1))  # the content counts, not the time
    assert maker.get() == "two"
    assert maker.made == 2


def test_the_key_sees_names_order_and_content(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_bytes(b"x")
    second.write_bytes(b"x")
    lists = ([first], [second], [first, second], [second, first], [])
    assert len({key_of(what, paths) for what in ("x", "y") for paths in lists}) == 10


@pytest.mark.parametrize("cut", [0, 5, 50, 100, -1])
def test_a_damaged_entry_is_made_anew(place: Path, maker: Maker, cut: int) -> None:
    maker.get()
    path = entry(place)
    content = path.read_bytes()
    path.write_bytes(content[:cut])
    assert maker.get() == "one"
    flipped = bytearray(content)
    flipped[cut] ^= 1
    path.write_bytes(flipped)
    assert maker.get() == "one"
    assert maker.made == 3
    assert maker.get() == "one"
    assert maker.made == 3


def test_an_entry_of_another_kind_is_made_anew(place: Path, maker: Maker) -> None:
    assert cached("table", [maker.path], str, lambda: "text") == "text"
    assert maker.get() == "one"


@pytest.mark.skipif(os.name == "nt", reason="POSIX owners and permissions")
def test_what_others_may_write_is_not_loaded(place: Path, maker: Maker) -> None:
    maker.get()
    path = entry(place)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    path.chmod(0o666)
    maker.get()
    assert maker.made == 2
    place.chmod(0o777)
    maker.get()
    assert maker.made == 3
    place.chmod(0o700)
    target = place.parent / "elsewhere"
    entry(place).rename(target)
    path.symlink_to(target)
    maker.get()
    assert maker.made == 4


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")
def test_what_another_owns_is_not_loaded(place: Path, maker: Maker) -> None:
    maker.get()
    os.chown(entry(place), 12345, -1)
    maker.get()
    assert maker.made == 2
    os.chown(place, 12345, -1)
    maker.get()
    assert maker.made == 3


class Trap:
    """Unpickling it would leave a mark."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.mark,)


def test_a_planted_pickle_without_the_right_checksum_never_runs(place: Path, maker: Maker, tmp_path: Path) -> None:
    maker.get()
    path = entry(place)
    head = path.read_bytes()[:82]
    path.write_bytes(head + pickle.dumps(Trap(tmp_path / "mark")))
    assert maker.get() == "one"
    assert not (tmp_path / "mark").exists()


def test_a_place_that_cannot_be_written(tmp_path: Path, maker: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    for setting in (str(blocked / "cache"), "/proc/eventcode"):
        monkeypatch.setenv("EVENTCODE_CACHE", setting)
        assert maker.get() == "one"


@pytest.mark.parametrize("setting", ["off", "0", "", "OFF"])
def test_switched_off(monkeypatch: pytest.MonkeyPatch, maker: Maker, setting: str) -> None:
    monkeypatch.setenv("EVENTCODE_CACHE", setting)
    assert folder() is None
    assert [maker.get(), maker.get()] == ["one", "one"]
    assert maker.made == 2


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the XDG rules")
def test_the_platform_s_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("EVENTCODE_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert folder() == tmp_path / "eventcode"
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    assert folder() is None
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert folder() == tmp_path / ".cache" / "eventcode"


def test_what_cannot_be_pickled_is_still_given(place: Path) -> None:
    class Local(Table):
        """A class that pickle cannot find by its name."""

    assert cached("local", [], Local, lambda: Local("one")).text == "one"
    assert not place.exists()


def test_old_entries_go(place: Path, maker: Maker) -> None:
    for number in range(KEPT + 3):
        maker.path.write_text(str(number), encoding="utf-8")
        maker.get()
    assert len(list(place.iterdir())) == KEPT


def test_a_cached_coder_codes_the_same(place: Path, tmp_path: Path) -> None:
    text = "قصفت طائرات حربية روسية بلدة كنصفرة، ما أدى إلى مقتل مدنيين اثنين."
    first, again = Coder.cached(), Coder.cached()
    assert len(list(place.iterdir())) == 1
    assert first.code(text) == again.code(text) == Coder().code(text) != []
    overlay = tmp_path / "own.csv"
    overlay.write_text("id,name,level,lat,lon\nX1,كفرتجربة,settlement,35.9,36.6\n", encoding="utf-8")
    other = Coder.cached(overlays=[overlay])
    assert other.gazetteer.version != first.gazetteer.version
    assert len(list(place.iterdir())) == 2


def test_a_codebook_that_is_not_there_is_not_the_default_one(place: Path, tmp_path: Path) -> None:
    Coder.cached()
    with pytest.raises(DataError):
        Coder.cached(tmp_path / "nowhere")


def test_import_loads_nothing_heavy() -> None:
    code = "import sys, eventcode; print(sorted(m for m in ('attrs', 'yaml', 'rapidfuzz', 'dateutil', 'eventcode.model') if m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.strip() == b"[]"
