"""Read documents from text files, JSON lines, folders and standard input; a bad record is reported and the rest is read."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from eventcode.errors import Problem, RecordError

STANDARD_INPUT = "-"


@attrs.frozen(slots=True)
class Document:
    """A text to code, with what is known of where it stood."""

    id: str
    text: str
    published: dt.date | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    path: str = ""


def _day(value: object, path: str, line: int) -> dt.date | None:
    if value in (None, ""):
        return None
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        raise RecordError(Problem(path, line, f"the date {value!r} is not of the form YYYY-MM-DD")) from None


def _decode(data: bytes, path: str, line: int = 0) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RecordError(
            Problem(path, line, f"not UTF-8 at byte {error.start}; convert the file, for example with iconv")
        ) from None


def _known(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    return None if value is None else str(value)


def _line(data: bytes, path: str, line: int) -> Document:
    text = _decode(data, path, line)
    try:
        row = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise RecordError(Problem(path, line, f"not JSON: {error}")) from None
    if not isinstance(row, dict):
        raise RecordError(Problem(path, line, "a record is a JSON object with the keys id and text"))
    body = row.get("text")
    if not isinstance(body, str) or not body.strip():
        raise RecordError(Problem(path, line, "the record has no text"))
    identifier = str(row.get("id") or f"{Path(path).stem}:{line}")
    return Document(
        identifier,
        body,
        _day(row.get("date"), path, line),
        _known(row, "publisher"),
        _known(row, "url"),
        _known(row, "title"),
        path,
    )


def read_lines(lines: Iterator[bytes], path: str) -> Iterator[Document | RecordError]:
    """Documents of JSON lines; an error stands in the place of each bad record."""
    for number, data in enumerate(lines, 1):
        if not data.strip():
            continue
        try:
            yield _line(data, path, number)
        except RecordError as error:
            yield error


def _index(folder: Path) -> tuple[dict[str, Mapping[str, Any]], list[RecordError]]:
    """What ``docs.jsonl`` of a folder says of its text files, by file name."""
    rows: dict[str, Mapping[str, Any]] = {}
    errors: list[RecordError] = []
    path = folder / "docs.jsonl"
    if path.is_file():
        for number, data in enumerate(path.read_bytes().splitlines(), 1):
            if not data.strip():
                continue
            try:
                row = json.loads(_decode(data, str(path), number))
                rows[str(row["file"])] = row
            except (json.JSONDecodeError, KeyError, TypeError, RecordError):
                errors.append(RecordError(Problem(str(path), number, "each line is a JSON object with the key file")))
    return rows, errors


def _text(path: Path, row: Mapping[str, Any]) -> Document | RecordError:
    try:
        text = _decode(path.read_bytes(), str(path))
        if not text.strip():
            raise RecordError(Problem(str(path), 0, "the file holds no text"))
        return Document(
            str(row.get("id") or path.stem), text, _day(row.get("date"), str(path), 0), _known(row, "publisher"), _known(row, "url"),
            _known(row, "title"), str(path),
        )  # fmt: skip
    except RecordError as error:
        return error
    except OSError as error:
        return RecordError(Problem(str(path), 0, f"cannot be read: {error.strerror or error}"))


def read(path: str) -> Iterator[Document | RecordError]:
    """Documents of a path: a .txt or .jsonl file, a folder of them, or "-" for standard input (JSON lines, else one text)."""
    if path == STANDARD_INPUT:
        yield from _standard_input()
        return
    place = Path(path)
    if place.is_dir():
        rows, errors = _index(place)
        yield from errors
        for file in sorted(place.iterdir()):
            if file.suffix == ".txt":
                yield _text(file, rows.get(file.name, {}))
            elif file.suffix == ".jsonl" and file.name != "docs.jsonl":
                yield from read(str(file))
        return
    if place.suffix == ".jsonl":
        try:
            with place.open("rb") as stream:
                yield from read_lines(iter(stream), path)
        except OSError as error:
            yield RecordError(Problem(path, 0, f"cannot be read: {error.strerror or error}"))
        return
    rows, errors = _index(place.parent)
    row = rows.get(place.name, {})
    yield _text(place, row)


def _standard_input() -> Iterator[Document | RecordError]:
    data = sys.stdin.buffer.read()
    if data.lstrip().startswith(b"{"):
        yield from read_lines(iter(data.splitlines()), "standard input")
        return
    try:
        text = _decode(data, "standard input")
    except RecordError as error:
        yield error
        return
    if text.strip():
        yield Document("stdin", text, path="standard input")
