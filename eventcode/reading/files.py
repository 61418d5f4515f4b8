"""Documents of a file, a folder or standard input; each ending has its reader, and .gz may follow any of them."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from eventcode.errors import Problem, RecordError
from eventcode.reading.document import DEFAULT_FIELDS, Document, FieldMap, document_of, sound, stem_of
from eventcode.reading.encoding import GZIP_FAULTS, decode, fault, open_bytes
from eventcode.reading.lines import bounded_lines, json_of, read_lines
from eventcode.reading.news import read_news
from eventcode.reading.tables import read_table
from eventcode.reading.web import read_page

STANDARD_INPUT = "-"
_INDEX = "docs.jsonl"
_LINES, _TEXT, _TABLES, _NEWS, _PAGES = (".jsonl", ".ndjson"), (".txt",), (".csv", ".tsv"), (".json",), (".html", ".htm")
_KNOWN = (*_LINES, *_TEXT, *_TABLES, *_NEWS, *_PAGES)

Found = Iterator[Document | RecordError]


def suffix_of(path: Path) -> str:
    """A file's ending in small letters, of a packed file the one before .gz."""
    suffix = path.suffix.lower()
    return Path(path.stem).suffix.lower() if suffix == ".gz" else suffix


def _index(folder: Path) -> tuple[dict[str, Mapping[str, Any]], list[RecordError]]:
    """What ``docs.jsonl`` of a folder says of its files, by file name."""
    rows: dict[str, Mapping[str, Any]] = {}
    errors: list[RecordError] = []
    path = folder / _INDEX
    if path.is_file():
        try:
            lines = path.read_bytes().splitlines()
        except OSError as error:
            return rows, [fault(path, error)]
        for number, data in enumerate(lines, 1):
            if not data.strip():
                continue
            try:
                row: Any = json_of(decode(data, str(path), number)[0], str(path), number)
                name = str(row["file"])
            except (KeyError, TypeError, RecordError):
                errors.append(RecordError(Problem(str(path), number, "each line is a JSON object with the key file")))
                continue
            rows[name] = row
            if "/" in name or "\0" in name or not (folder / name).is_file():
                errors.append(RecordError(Problem(str(path), number, f"there is no file {name!r} in this folder")))
    return rows, errors


def read(path: str, fields: FieldMap = DEFAULT_FIELDS) -> Found:
    """Documents of a path: a file, a folder of files (not of folders), or "-" for standard input.

    .jsonl holds a record a line, .csv and .tsv a record a row, .json the answer of a news API; .txt is one text and .html one
    saved page. Standard input and a file of any other name are JSON lines if their first character is "{", else one text.
    Each may be packed with gzip. ``fields`` says what the keys of records are called. A ``RecordError`` stands in the place of
    what cannot be read.
    """
    if path == STANDARD_INPUT:
        yield from _standard_input(fields)
        return
    place = Path(path)
    if place.is_dir():
        yield from _folder(place, fields)
        return
    rows, _ = _index(place.parent)  # what is wrong with other files' rows is not this file's affair
    yield from _file(place, rows.get(place.name, {}), fields)


def _folder(folder: Path, fields: FieldMap) -> Found:
    rows, errors = _index(folder)
    yield from errors
    try:
        files = [item for item in sorted(folder.iterdir()) if suffix_of(item) in _KNOWN and item.name != _INDEX and item.is_file()]
    except OSError as error:
        yield fault(folder, error)
        return
    for file in files:
        yield from _file(file, rows.get(file.name, {}), fields)
    if not files and not errors:
        yield RecordError(Problem(str(folder), 0, f"the folder holds no file that ends in {', '.join(_KNOWN)}"))


def _file(file: Path, row: Mapping[str, Any], fields: FieldMap) -> Found:
    path, suffix = str(file), suffix_of(file)
    try:
        with open_bytes(file) as stream:
            if suffix in _TABLES:
                yield from read_table(stream, path, fields)
            elif suffix in _LINES or (suffix not in _KNOWN and _is_json(stream.read(4096))):
                stream.seek(0)
                yield from read_lines(bounded_lines(stream), path, fields=fields)
            else:
                stream.seek(0)
                yield from _whole(stream.read(), path, suffix, row, fields)
    except GZIP_FAULTS as error:
        yield fault(path, error)


def _whole(data: bytes, path: str, suffix: str, row: Mapping[str, Any], fields: FieldMap) -> Found:
    """Documents of a file that has to be seen as a whole."""
    try:
        if suffix in _PAGES:
            yield read_page(data, path, stem_of(path), row)
            return
        text, encoding = decode(data, path)
        if suffix in _NEWS:
            yield from read_news(text, encoding, path, fields)
            return
        if not text.strip():
            raise RecordError(Problem(path, 0, "the file holds no text"))
        yield document_of(row, path, name=stem_of(path), text=text, encoding=encoding)
    except RecordError as error:
        yield error


def _is_json(data: bytes) -> bool:
    return data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def read_standard_input() -> str:
    """The whole of standard input as one text; raises ``RecordError`` where it is in no known encoding."""
    return decode(sys.stdin.buffer.read(), "standard input")[0]


def _standard_input(fields: FieldMap) -> Found:
    # Line by line: records are coded as they come in.
    stream, path = sys.stdin.buffer, "standard input"
    lines = bounded_lines(stream)
    head = [next(lines, b"")]
    while head[-1] and not head[-1].removeprefix(b"\xef\xbb\xbf").strip():
        head.append(next(lines, b""))
    if _is_json(head[-1]):
        yield from read_lines(itertools.chain(head, lines), path, fields=fields)
        return
    try:
        text, encoding = decode(b"".join(head) + stream.read(), path)
    except RecordError as error:
        yield error
        return
    if text.strip():
        yield Document("stdin", sound(text), path=path, encoding=encoding)
