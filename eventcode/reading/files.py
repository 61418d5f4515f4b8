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
_LINES, _PLAIN, _INDEX = ".jsonl", ".txt", "docs.jsonl"
_BOM = b"\xef\xbb\xbf"


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
    written = str(value).strip()
    try:
        if written[10:11] not in ("", "T", " "):  # a time of day may follow, nothing else
            raise ValueError
        return dt.date.fromisoformat(written[:10])
    except ValueError:
        raise RecordError(Problem(path, line, f"the date {value!r} is not of the form YYYY-MM-DD")) from None


def _decode(data: bytes, path: str, line: int = 0) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RecordError(
            Problem(path, line, f"not UTF-8 at byte {error.start}; convert the file, for example with iconv")
        ) from None


def _sound(text: str) -> str:
    """A text without lone surrogates, which JSON escapes and undecodable file names can bring in and no UTF-8 file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _known(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    return None if value is None else _sound(str(value))


def _named(row: Mapping[str, Any], otherwise: str) -> str:
    """The id of a record; 0 is an id too."""
    given = row.get("id")
    return _sound(otherwise if given is None or given == "" else str(given))


def _line(data: bytes, path: str, line: int) -> Document:
    text = _decode(data, path, line)
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: bad syntax, and integers of thousands of digits
        raise RecordError(Problem(path, line, f"not JSON: {error}")) from None
    if not isinstance(row, dict):
        raise RecordError(Problem(path, line, "a record is a JSON object with the keys id and text"))
    body = row.get("text")
    if not isinstance(body, str) or not body.strip():
        raise RecordError(Problem(path, line, "the record has no text"))
    if _sound(body) != body:
        # Such a character cannot be written out, and coding another in its place would not be coding this text.
        raise RecordError(Problem(path, line, "the text holds a lone surrogate (\\ud800 to \\udfff), which is no character"))
    return Document(
        _named(row, f"{Path(path).stem}:{line}"),
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
    path = folder / _INDEX
    if path.is_file():
        try:
            lines = path.read_bytes().splitlines()
        except OSError as error:
            return rows, [RecordError(Problem(str(path), 0, f"cannot be read: {error.strerror or error}"))]
        for number, data in enumerate(lines, 1):
            if not data.strip():
                continue
            try:
                row = json.loads(_decode(data, str(path), number))
                name = str(row["file"])
            except (ValueError, RecursionError, KeyError, TypeError, RecordError):
                errors.append(RecordError(Problem(str(path), number, "each line is a JSON object with the key file")))
                continue
            rows[name] = row
            if "/" in name or "\0" in name or not (folder / name).is_file():
                errors.append(RecordError(Problem(str(path), number, f"there is no file {name!r} in this folder")))
    return rows, errors


def _text(path: Path, row: Mapping[str, Any]) -> Document | RecordError:
    try:
        text = _decode(path.read_bytes(), str(path))
        if not text.strip():
            raise RecordError(Problem(str(path), 0, "the file holds no text"))
        return Document(
            _named(row, path.stem), text, _day(row.get("date"), str(path), 0), _known(row, "publisher"), _known(row, "url"),
            _known(row, "title"), str(path),
        )  # fmt: skip
    except RecordError as error:
        return error
    except OSError as error:
        return RecordError(Problem(str(path), 0, f"cannot be read: {error.strerror or error}"))


def read(path: str) -> Iterator[Document | RecordError]:
    """Documents of a path: a file, a folder of .txt and .jsonl files (not of folders), or "-" for standard input.

    .jsonl holds a record a line and .txt is one text; standard input and a file of any other name are JSON lines if their
    first character is "{", else one text. A ``RecordError`` stands in the place of what cannot be read.
    """
    if path == STANDARD_INPUT:
        yield from _standard_input()
        return
    place = Path(path)
    if place.is_dir():
        yield from _folder(place)
        return
    suffix = place.suffix.lower()
    if suffix == _LINES or (suffix != _PLAIN and place.is_file() and _starts_as_json(place)):
        try:
            with place.open("rb") as stream:
                yield from read_lines(iter(stream), path)
        except OSError as error:
            yield RecordError(Problem(path, 0, f"cannot be read: {error.strerror or error}"))
        return
    rows, _ = _index(place.parent)  # what is wrong with other files' rows is not this file's affair
    yield _text(place, rows.get(place.name, {}))


def _folder(folder: Path) -> Iterator[Document | RecordError]:
    rows, errors = _index(folder)
    yield from errors
    try:
        files = [item for item in sorted(folder.iterdir()) if item.suffix.lower() in (_LINES, _PLAIN) and item.name != _INDEX]
    except OSError as error:
        yield RecordError(Problem(str(folder), 0, f"cannot be read: {error.strerror or error}"))
        return
    for file in files:
        if file.suffix.lower() == _PLAIN:
            yield _text(file, rows.get(file.name, {}))
        else:
            yield from read(str(file))
    if not files and not errors:
        yield RecordError(Problem(str(folder), 0, "the folder holds no .txt or .jsonl file"))


def _is_json(data: bytes) -> bool:
    return data.removeprefix(_BOM).lstrip().startswith(b"{")


def _starts_as_json(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return _is_json(stream.read(4096))
    except OSError:
        return False  # reading it as a text reports the fault


def read_standard_input() -> str:
    """The whole of standard input as one text; raises ``RecordError`` where it is not UTF-8."""
    return _decode(sys.stdin.buffer.read(), "standard input")


def _standard_input() -> Iterator[Document | RecordError]:
    data = sys.stdin.buffer.read()
    if _is_json(data):
        yield from read_lines(iter(data.splitlines()), "standard input")
        return
    try:
        text = _decode(data, "standard input")
    except RecordError as error:
        yield error
        return
    if text.strip():
        yield Document("stdin", text, path="standard input")
