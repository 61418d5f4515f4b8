"""Read events back from JSON lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from eventcode.errors import Problem, RecordError
from eventcode.model import Event
from eventcode.reading.encoding import GZIP_FAULTS, fault, open_bytes


def read_events(path: str) -> Iterator[Event | RecordError]:
    """Events of a file of JSON lines, gzipped or not, or of standard input ("-"); an error stands in the place of each bad line."""
    if path == "-":
        yield from _lines(sys.stdin.buffer, "standard input")
        return
    try:
        with open_bytes(Path(path)) as stream:
            yield from _lines(stream, path)
    except GZIP_FAULTS as error:
        yield fault(path, error)


def _lines(stream: Iterable[bytes], path: str) -> Iterator[Event | RecordError]:
    for number, line in enumerate(stream, 1):
        if line.strip():
            yield _event(line, path, number)


def _event(line: bytes, path: str, number: int) -> Event | RecordError:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return RecordError(Problem(path, number, f"not JSON: {error}"))
    if not isinstance(row, dict):
        return RecordError(Problem(path, number, "an event is a JSON object, as eventcode code writes it"))
    try:
        return Event.from_dict(row)
    except KeyError as error:
        return RecordError(Problem(path, number, f"no event: the key {error} is missing"))
    except (ValueError, TypeError, AttributeError, IndexError) as error:
        return RecordError(Problem(path, number, f"no event: {error}"))
