"""Events in files, read back: JSON lines, plain or compressed with gzip, and Parquet."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import sys
import types
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, get_args, get_origin, get_type_hints

import attrs

from eventcode.errors import EventcodeError, Problem, RecordError
from eventcode.model import Event

_GZIP, _PARQUET = b"\x1f\x8b", b"PAR1"
_ADVICE = "code the document again with `eventcode code`, or mend the line"


def read_events(path: Path | str) -> Iterator[Event | RecordError]:
    """The events of a file that ``eventcode code`` or ``eventcode convert`` wrote, in order; "-" is standard input.

    Format and compression are told by the content, not by the name. A line that holds no event comes as a ``RecordError``
    with its number, and reading goes on; so does a file that cannot be opened or ends early. Parquet needs
    ``eventcode[parquet]`` (``OutputError`` where it is missing).
    """
    with ExitStack() as stack:
        try:
            file = sys.stdin.buffer if str(path) == "-" else stack.enter_context(Path(path).open("rb"))
            head = _peek(file)
            if head.startswith(_PARQUET) and str(path) != "-":
                yield from _parquet(Path(path))
                return
            yield from _lines(gzip.GzipFile(fileobj=file) if head.startswith(_GZIP) else file, str(path))
        except (OSError, EOFError, ValueError) as error:
            yield _problem(path, 0, f"cannot be read: {getattr(error, 'strerror', None) or error}", "check the file")


def _peek(file: BinaryIO) -> bytes:
    peek: Callable[[int], bytes] | None = getattr(file, "peek", None)
    return peek(4)[:4] if peek else b""


def _problem(path: Path | str, line: int, message: str, advice: str = _ADVICE) -> RecordError:
    return RecordError(Problem(str(path), line, message, check="event-format", advice=advice))


def _parquet(path: Path) -> Iterator[Event | RecordError]:
    from eventcode.output.parquet import read

    for number, data in enumerate(read(path), 1):
        yield _event(data, path, number)


def _lines(file: BinaryIO | gzip.GzipFile, path: str) -> Iterator[Event | RecordError]:
    for number, line in enumerate(file, 1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
            data = json.loads(text) if text else None
        except UnicodeDecodeError as error:
            yield _problem(path, number, f"is not UTF-8: {error.reason} at byte {error.start + 1}")
            continue
        except (ValueError, RecursionError) as error:
            yield _problem(path, number, f"is not JSON: {error}")
            continue
        if text:
            yield _event(data, path, number)


def _event(data: Any, path: Path | str, number: int) -> Event | RecordError:
    try:
        event = Event.from_dict(data)
        wrong = _check(Event)(event, "")
        json.dumps(data, ensure_ascii=False, allow_nan=False).encode()
    except KeyError as error:
        return _problem(path, number, f"is no event: the key {error} is missing")
    except UnicodeEncodeError:
        return _problem(path, number, "is no event: a text holds half of a surrogate pair")
    except (ValueError, TypeError, AttributeError, IndexError, RecursionError) as error:
        return _problem(path, number, f"is no event: {error}")
    return _problem(path, number, f"is no event: {wrong}") if wrong else event


_Check = Callable[[Any, str], str | None]


@cache
def _check(hint: Any) -> _Check:
    """A check that a value is of an annotated type; it gives what is wrong, or None. The model checks ranges, not types."""
    if attrs.has(hint):
        hints = get_type_hints(hint)
        return _check_fields(hint, [field.name for field in attrs.fields(hint)], hints)
    origin, parts = get_origin(hint), get_args(hint)
    if origin is types.UnionType:
        return _check_union(tuple(parts))
    if origin is tuple:
        return _check_tuple(tuple(parts))
    if origin is not None and issubclass(origin, Mapping):
        return _check_mapping(parts[1])
    return _check_plain(hint)


def _check_plain(kind: Any) -> _Check:
    allowed = (int, float) if kind is float else (kind,)
    name = {str: "text", int: "a whole number", float: "a number", bool: "true or false", dt.date: "a day"}.get(kind, "null")

    def check(value: Any, where: str) -> str | None:
        return None if type(value) in allowed else f"{where} must be {name}, not {value!r:.40}"

    return check


def _check_fields(kind: Any, names: list[str], hints: Mapping[str, Any]) -> _Check:
    # Made on first use, because a class may hold values of its own kind (the parts of a count).
    checks: list[tuple[str, _Check]] = []

    def check(value: Any, where: str) -> str | None:
        if not checks:
            checks.extend((name, _check(hints[name])) for name in names)
        if not isinstance(value, kind):
            return f"{where} must be an object"
        for name, part in checks:
            if wrong := part(getattr(value, name), f"{where}.{name}" if where else name):
                return wrong
        return None

    return check


def _check_union(parts: tuple[Any, ...]) -> _Check:
    rest = [_check(part) for part in parts if part is not types.NoneType]

    def check(value: Any, where: str) -> str | None:
        if value is None:
            return None
        found = [part(value, where) for part in rest]
        return None if None in found else found[0]

    return check


def _check_tuple(parts: tuple[Any, ...]) -> _Check:
    item = _check(parts[0])
    size = None if parts[-1] is Ellipsis else len(parts)

    def check(value: Any, where: str) -> str | None:
        if size is not None and len(value) != size:
            return f"{where} must hold {size} values"
        return next((wrong for one in value if (wrong := item(one, where))), None)

    return check


def _check_mapping(kind: Any) -> _Check:
    item = _check(kind)

    def check(value: Any, where: str) -> str | None:
        return next((wrong for key, one in value.items() if (wrong := item(one, f"{where}.{key}"))), None)

    return check


def only_events(found: Iterator[Event | RecordError], report: Callable[[EventcodeError], None]) -> Iterator[Event]:
    """The events alone; each fault goes to a function."""
    for item in found:
        if isinstance(item, RecordError):
            report(item)
        else:
            yield item
