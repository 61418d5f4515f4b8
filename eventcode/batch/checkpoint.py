"""An output that a later run can continue: parts that grow beside it, and a journal of what in them is whole.

``OUTPUT.part`` (and ``REJECTS.part``) hold the text so far, ``OUTPUT.journal`` a header with the settings and then one line a
checkpoint: which records are done, how long the parts are and the checksum of their content, the counts so far. Each line carries its own
checksum. The order of writing is what makes it safe: the parts reach the disk before the line that vouches for them, and they take
their names only after a last line that says that all is done. A later run takes the last line that is whole and true of the
parts, cuts off whatever follows, and codes the rest of the records.
"""

from __future__ import annotations

import json
import os
import time
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import attrs

from eventcode.batch.chunks import Done
from eventcode.errors import BatchError

INTERVAL = 1.0
"""Seconds between checkpoints: what a killed run has to repeat, against the time that the disk takes."""
_FORMAT = 1
_BLOCK = 1 << 20


@attrs.define
class Counts:
    """What a run has done, all earlier runs of the same output included."""

    documents: int = 0
    events: int = 0
    rejected: int = 0
    undated: int = 0


@attrs.frozen
class _Entry:
    """One line of the journal: chunks done since the one before, sizes and checksums of the parts, counts, whether all is done."""

    done: tuple[Done, ...]
    sizes: tuple[int, ...]
    sums: tuple[int, ...]
    counts: dict[str, int]
    end: bool

    def line(self) -> bytes:
        return _seal({
            "done": [[item.first, item.last, item.digest] for item in self.done], "sizes": self.sizes, "sums": self.sums,
            "counts": self.counts, "end": self.end,
        })  # fmt: skip

    @classmethod
    def of(cls, data: dict[str, Any]) -> _Entry:
        return cls(
            tuple(Done(*item) for item in data["done"]), tuple(data["sizes"]), tuple(data["sums"]), dict(data["counts"]),
            bool(data["end"]),
        )  # fmt: skip


def _seal(data: dict[str, Any]) -> bytes:
    text = json.dumps(data, ensure_ascii=True).encode()
    return b"%08x %s\n" % (zlib.crc32(text), text)


def _lines(content: bytes) -> Iterator[tuple[int, dict[str, Any]]]:
    """The whole lines of a journal with the offset after each, up to the first that is torn or damaged."""
    at = 0
    for line in content.splitlines(keepends=True):
        at += len(line)
        try:
            if not line.endswith(b"\n") or int(line[:8], 16) != zlib.crc32(line[9:-1]):
                return
            data = json.loads(line[9:])
        except ValueError:
            return
        yield at, data


class _Part:
    """A file that grows, with the checksum of what it holds."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.path = target.with_name(target.name + ".part")
        self.size = 0
        self.sum = 0
        self._file: BinaryIO | None = None

    def sums(self, sizes: Sequence[int]) -> dict[int, int]:
        """The checksums of its first so many bytes, for each of these sizes that it has."""
        found, total, at = {0: 0}, 0, 0
        with suppress(FileNotFoundError), self.path.open("rb") as file:
            for size in sorted(set(sizes)):
                while at < size and (block := file.read(min(_BLOCK, size - at))):
                    total = zlib.crc32(block, total)
                    at += len(block)
                if at < size:
                    break
                found[size] = total
        return found

    def open(self, size: int, checksum: int) -> None:
        """Go on behind the first ``size`` bytes; the rest is cut off."""
        self.size, self.sum = size, checksum
        # Opening to append would put text behind what is to be cut off, should cutting fail.
        self._file = self.path.open("r+b" if size else "wb")
        self._file.truncate(size)
        self._file.seek(size)

    def write(self, data: bytes) -> None:
        assert self._file is not None
        self._file.write(data)
        self.size += len(data)
        self.sum = zlib.crc32(data, self.sum)

    def sync(self) -> None:
        assert self._file is not None
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Give the file up; what could not be written is for the next run to write."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()

    def put_in_place(self) -> None:
        """Take its name, unless an earlier run has done that and nothing more."""
        with suppress(FileNotFoundError):
            os.replace(self.path, self.target)


class Checkpoint:
    """The output of a run that can be continued. Use as a context manager, under the lock of the output.

    ``settings`` is what must be the same when it is continued; ``preamble`` is what the output begins with. Raises ``BatchError``
    where there is an interrupted run of other settings, ``OSError`` where a file cannot be written or the disk is full.
    """

    def __init__(self, output: Path, rejects: Path | None, settings: dict[str, Any], preamble: str = "") -> None:
        target = output.resolve()
        if target.exists() and not target.is_file():
            raise BatchError(f"{output}: only a file can be continued; run without --resume")
        self.counts = Counts()
        self.done: list[Done] = []
        self.notes: list[str] = []
        self.complete = False
        self._parts = [_Part(target), *([_Part(rejects.resolve())] if rejects is not None else [])]
        self._path = target.with_name(target.name + ".journal")
        self._since: list[Done] = []
        self._written = time.monotonic()
        header = _seal({"eventcode": _FORMAT, "settings": settings, "parts": len(self._parts)})
        entry, kept = self._earlier(header)
        if entry is not None and entry.end:
            self.complete = True
            self._resume(entry)
            self._put_in_place()
            return
        self._journal = self._path.open("r+b" if kept else "wb")
        try:
            self._journal.truncate(kept)
            self._journal.seek(kept)
            if entry is not None:
                self._resume(entry)
                for part, size, checksum in zip(self._parts, entry.sizes, entry.sums, strict=True):
                    part.open(size, checksum)
                return
            for part in self._parts:
                part.open(0, 0)
            self._parts[0].write(preamble.encode("utf-8", "backslashreplace"))
            self._journal.write(header)
            self._append(False)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Checkpoint:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave everything as it lies on the disk, for a later run."""
        for part in self._parts:
            part.close()
        if not self.complete:
            with suppress(OSError):
                self._journal.close()

    def add(self, done: Done, text: str, rejects: str) -> None:
        """Add what became of a chunk, and make a checkpoint from time to time."""
        for part, data in zip(self._parts, (text, rejects), strict=False):
            part.write(data.encode("utf-8", "backslashreplace"))
        self._since.append(done)
        if time.monotonic() - self._written >= INTERVAL:
            self._append(False)

    def finish(self) -> None:
        """Put the files in place: all records are done."""
        self._append(True)
        for part in self._parts:
            part.close()
        self._journal.close()
        self.complete = True
        self._put_in_place()

    def _append(self, end: bool) -> None:
        for part in self._parts:
            part.sync()
        entry = _Entry(
            tuple(self._since), tuple(part.size for part in self._parts), tuple(part.sum for part in self._parts),
            attrs.asdict(self.counts), end,
        )  # fmt: skip
        self._journal.write(entry.line())
        self._journal.flush()
        os.fsync(self._journal.fileno())
        self._since = []
        self._written = time.monotonic()

    def _put_in_place(self) -> None:
        for part in reversed(self._parts):
            part.put_in_place()
        _sync_folder(self._path.parent)
        self._path.unlink(missing_ok=True)

    # -- continuing ---------------------------------------------------------------------------------------------------

    def _earlier(self, header: bytes) -> tuple[_Entry | None, int]:
        """The last checkpoint that is true, and how much of the journal to keep; None where there is nothing to continue."""
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return None, 0
        lines = list(_lines(content))
        if not content:
            return None, 0
        if not lines:
            self.notes.append("the checkpoint of the interrupted run cannot be read: starting from the first record")
            return None, 0
        if not content.startswith(header):
            raise BatchError(
                f"{self._path}: the interrupted run had other settings, data or version ({_difference(lines[0][1], header)}): run "
                "it as before, or delete this file to start anew"
            )
        entries = [(at, _Entry.of(data)) for at, data in lines[1:]]
        if entries and entries[-1][1].end:
            return entries[-1][1], 0
        sums = [part.sums([entry.sizes[index] for _, entry in entries]) for index, part in enumerate(self._parts)]
        found: _Entry | None = None
        kept = 0
        for at, entry in entries:
            if any(known.get(size) != checksum for known, size, checksum in zip(sums, entry.sizes, entry.sums, strict=True)):
                self.notes.append("a part of the interrupted run's output is missing or damaged: coding it again")
                break
            found, kept = entry, at
            self.done.extend(entry.done)
        return found, kept

    def _resume(self, entry: _Entry) -> None:
        self.counts = Counts(**entry.counts)


def _difference(earlier: dict[str, Any], header: bytes) -> str:
    """The names of the settings that differ."""
    before, now = earlier.get("settings", {}), json.loads(header[9:])["settings"]
    names = [name for name in now if before.get(name) != now[name]]
    return ", ".join(names) or "whether it writes rejects"


def _sync_folder(folder: Path) -> None:
    """Bring the new names to the disk, where folders can be opened for that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
