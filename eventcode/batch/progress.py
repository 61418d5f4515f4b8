"""How far a run is, how fast it goes and how long it will take still."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

_ON_TERMINAL, _IN_LOG = 0.2, 30.0
_BLOCK = 1 << 20


def count_records(paths: Sequence[str]) -> int | None:
    """About how many records these inputs hold (lines of JSON lines, texts and pages as one); None where that is not known."""
    total = 0
    for name in paths:
        path = Path(name)
        if name == "-" or not (path.is_file() or path.is_dir()):
            return None
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            if file.name == "docs.jsonl" or not file.is_file():
                continue
            if file.suffix.lower() in (".jsonl", ".ndjson"):
                total += _lines(file)
            elif file.suffix.lower() in (".txt", ".html", ".htm"):
                total += 1
            elif not path.is_dir() or file.suffix.lower() in (".csv", ".tsv", ".json", ".gz"):
                return None
    return total


def _lines(path: Path) -> int:
    count, last = 0, b"\n"
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                count += block.count(b"\n")
                last = block[-1:]
    except OSError:
        return 0
    return count + (last != b"\n")


def _duration(seconds: float) -> str:
    whole = int(seconds)
    if whole < 60:
        return f"{whole} s"
    return f"{whole // 60}:{whole % 60:02} min" if whole < 3600 else f"{whole // 3600}:{whole // 60 % 60:02} h"


class Progress:
    """A line on a terminal that is written over, or a line of a log every half minute."""

    def __init__(self, stream: TextIO, total: int | None) -> None:
        self._stream = stream
        self._total = total
        self._terminal = stream.isatty()
        self._done = 0
        self._skipped = 0
        self._rejected = 0
        self._started = self._shown = time.monotonic()
        self._width = 0

    def add(self, records: int, rejected: int = 0, skipped: bool = False) -> None:
        """Count records; ``skipped`` ones were done by an earlier run and say nothing of the speed."""
        self._done += records
        self._rejected += rejected
        self._skipped += records if skipped else 0
        now = time.monotonic()
        if now - self._shown >= (_ON_TERMINAL if self._terminal else _IN_LOG):
            self._shown = now
            self._write(self.line(now - self._started))

    def line(self, elapsed: float) -> str:
        """The report after so many seconds."""
        rate = (self._done - self._skipped) / max(elapsed, 1e-6)
        text = f"{self._done:,}" + (f" of {self._total:,}" if self._total else "") + f" documents, {rate:,.1f}/s"
        if self._rejected:
            text += f", {self._rejected:,} rejected"
        if self._total and rate > 0 and self._done > self._skipped:
            text += f", {_duration(max(0, self._total - self._done) / rate)} left"
        return text

    def _write(self, text: str) -> None:
        self._stream.write("\r" + text.ljust(self._width) if self._terminal else f"eventcode: {text}\n")
        self._stream.flush()
        self._width = len(text) if self._terminal else 0

    def clear(self) -> None:
        """Take the line off the terminal, for what else is to be said there."""
        if self._width:
            self._stream.write("\r" + " " * self._width + "\r")
            self._width = 0
