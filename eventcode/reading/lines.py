"""JSON lines: a record a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import IO

from eventcode.errors import Problem, RecordError
from eventcode.reading.document import DEFAULT_FIELDS, Document, FieldMap, document_of
from eventcode.reading.encoding import decode, encoding_of

_HEAD = 4096
LONGEST_LINE = 16 << 20
"""Bytes of the longest line that is read as a record."""


def json_of(text: str, path: str, line: int = 0) -> object:
    """A JSON value; raises ``RecordError``."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: bad syntax, and integers of thousands of digits
        raise RecordError(Problem(path, line, f"not JSON: {error}")) from None


def bounded_lines(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines of a stream; of one that is longer than ``LONGEST_LINE`` only that much and one byte, so that memory is bounded."""
    while line := stream.readline(LONGEST_LINE + 1):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE + 1)


def read_lines(
    lines: Iterable[bytes], path: str, first: int = 1, *, fields: FieldMap = DEFAULT_FIELDS
) -> Iterator[Document | RecordError]:
    """Documents of JSON lines, the first of which has the number ``first``; an error stands in the place of each bad record."""
    try:
        lines, wide = _narrow(lines, path)
    except RecordError as error:
        yield error
        return
    for number, data in enumerate(lines, first):
        if not data.strip():
            continue
        try:
            if len(data) > LONGEST_LINE:
                raise RecordError(Problem(path, number, f"the line is longer than {LONGEST_LINE >> 20} MiB: is it one record?"))
            text, encoding = decode(data, path, number)
            yield document_of(json_of(text, path, number), path, number, fields=fields, encoding=wide or encoding)
        except RecordError as error:
            error.record = data
            yield error


def _narrow(lines: Iterable[bytes], path: str) -> tuple[Iterable[bytes], str | None]:
    """The lines as they are; but of UTF-16, whose line ends are no single bytes, those of the whole in UTF-8, and its name."""
    rest = iter(lines)
    first = next(rest, b"")
    encoding = encoding_of(first[:_HEAD])
    if encoding is None or not encoding.startswith("utf-16") or len(first) < 4:
        return chain([first], rest), None
    text, encoding = decode(first + b"".join(rest), path)
    return (line.encode("utf-8", "surrogatepass") for line in text.split("\n")), encoding
