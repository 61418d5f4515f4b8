"""JSON of news APIs: an object with a list of articles in it, a list of them, or one article."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from eventcode.errors import Problem, RecordError
from eventcode.reading.document import Document, FieldMap, document_of, stem_of, value_at
from eventcode.reading.lines import read_lines


def read_news(text: str, encoding: str, path: str, fields: FieldMap) -> Iterator[Document | RecordError]:
    """Documents of a .json file; an error stands in the place of each bad article and says which of the list it is.

    A file of that name may also hold JSON lines.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        if "\n" in text.strip() and _is_value(text.strip().split("\n", 1)[0]):
            yield from read_lines((line.encode("utf-8", "replace") for line in text.split("\n")), path, fields=fields)
            return
        line = getattr(error, "lineno", 0)
        yield RecordError(Problem(path, line, f"not JSON: {error}"))
        return
    records, place = _records(value, fields)
    for index, record in enumerate(records):
        where = f"{place}[{index}]" if place is not None else ""
        name = f"{stem_of(path)}:{index}" if place is not None else stem_of(path)
        try:
            yield document_of(record, path, fields=fields, name=name, where=where, encoding=encoding)
        except RecordError as error:
            yield error
    if not records:
        yield RecordError(Problem(path, 0, "the list of articles is empty"))


def _is_value(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _records(value: object, fields: FieldMap) -> tuple[list[object], str | None]:
    """The articles, and the name of the list that they stand in (None: the value is one article)."""
    if isinstance(value, list):
        return value, ""
    if isinstance(value, Mapping) and not any(isinstance(value_at(value, key), str) for key in fields.text):
        for key in fields.records:
            found = value_at(value, key)
            if isinstance(found, list):
                return found, key
    return [value], None
