"""Compiled tables on disk, so that a second start need not read and compile the codebook and gazetteer again.

An entry is a pickle, and a pickle is code: an entry is loaded only from a folder and a file that belong to the user and that nobody
else may write to, and only if its checksum and its key are right. Whatever is wrong with the cache (read-only disk, damage, another
owner), the tables are made anew and nobody is bothered.

The environment variable ``EVENTCODE_CACHE`` names another folder, or switches the cache off ("off", "0" or empty).
"""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
import secrets
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

import attrs

from eventcode.data import package_version

T = TypeVar("T")

_MAGIC = b"eventcode cache 1\n"
_PROTOCOL = 5
_SUFFIX = ".pickle"
KEPT = 8
"""Entries that stay in the folder: a few codebooks, of a few versions; the least recently written are removed."""


def folder() -> Path | None:
    """The user's cache folder of eventcode by the rules of the platform; None where the cache is switched off or has no place."""
    set_to = os.environ.get("EVENTCODE_CACHE")
    if set_to is not None:
        return None if set_to.strip().lower() in ("", "0", "off", "no", "false") else Path(set_to)
    try:
        if sys.platform == "win32":
            base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
        elif sys.platform == "darwin":
            base = Path.home() / "Library" / "Caches"
        else:
            base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:  # no home folder
        return None
    # The XDG rules: a relative path is not valid and is ignored.
    return base / "eventcode" if base.is_absolute() else None


def key_of(what: str, paths: Iterable[Path]) -> str:
    """The key of ``what`` is compiled from these files: their names and content, the package's code and the interpreter.

    Raises ``OSError`` where a file cannot be read.
    """
    digest = hashlib.sha256()
    for part in (what, package_version(), attrs.__version__, sys.version, sys.implementation.cache_tag or ""):
        digest.update(part.encode("utf-8", "surrogateescape") + b"\0")
    package = Path(__file__).parent
    for path in (*sorted(package.rglob("*.py")), *paths):
        content = path.read_bytes()
        # The full path counts: compiled tables name the files that they were made from.
        digest.update(f"{path.absolute()}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        digest.update(content)
    return digest.hexdigest()


def cached(what: str, paths: Iterable[Path], kind: type[T], make: Callable[[], T]) -> T:
    """What ``make`` gives, from the cache where the files it is made from are unchanged.

    ``what`` tells apart different things that are made from the same files; ``paths`` are those files, in the order in which they are
    used; an entry that is no ``kind`` is ignored. Whatever ``make`` raises goes to the caller, and then nothing is stored.
    """
    place = folder()
    if place is None:
        return make()
    try:
        key = key_of(what, paths)
    except OSError:
        return make()  # a file that cannot be read is reported by what reads it
    path = place / f"{key[:32]}{_SUFFIX}"
    found = _load(path, key)
    if isinstance(found, kind):
        return found
    made = make()
    # RecursionError, PicklingError and the like: what cannot be stored can still be used.
    with suppress(OSError, pickle.PicklingError, RecursionError, TypeError, AttributeError):
        _store(path, key, pickle.dumps(made, _PROTOCOL))
    return made


def _header(key: str, payload: bytes | memoryview) -> bytes:
    return _MAGIC + bytes.fromhex(key) + hashlib.sha256(payload).digest()


def _load(path: Path, key: str) -> object:
    """The object of an entry, or None where it is missing, damaged, of another key or not safely the user's own."""
    try:
        _must_be_own(path.parent.stat())
        with open(path, "rb", opener=lambda name, flags: os.open(name, flags | getattr(os, "O_NOFOLLOW", 0))) as file:
            _must_be_own(os.fstat(file.fileno()))
            content = memoryview(file.read())
        size = len(_MAGIC) + 64
        if bytes(content[:size]) != _header(key, content[size:]):
            return None
        with _no_collection():
            return pickle.loads(content[size:])
    except Exception:
        # Unpickling a file of unlucky bytes may raise anything; the tables are then made anew.
        return None


def _must_be_own(status: os.stat_result) -> None:
    """Raise ``PermissionError`` for a file or folder that belongs to somebody else or that others may write to."""
    if sys.platform == "win32":
        return  # the folder lies in the user's profile, which only the user may write to
    if status.st_uid != os.geteuid() or status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise PermissionError("not safely the user's own")


@contextmanager
def _no_collection() -> Iterator[None]:
    """No garbage collection while some hundred thousand objects are made, none of them garbage: three times faster."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _store(path: Path, key: str, payload: bytes) -> None:
    """Write an entry whole or not at all, readable by the user only. Raises ``OSError`` where that cannot be."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _must_be_own(path.parent.stat())
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with open(part, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(_header(key, payload))
            file.write(payload)
        os.replace(part, path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    entries = sorted(path.parent.glob(f"*{_SUFFIX}"), key=lambda entry: entry.stat().st_mtime, reverse=True)
    for entry in entries[KEPT:]:
        with suppress(OSError):
            entry.unlink()
