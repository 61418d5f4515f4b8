"""CSV: a header of columns, and a document a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import IO

from eventcode.errors import Problem, RecordError
from eventcode.reading.document import Document, FieldMap, document_of
from eventcode.reading.encoding import GZIP_FAULTS, decode, encoding_of, fault

_HEAD = 1 << 20
_SEPARATORS = (",", ";", "\t", "|")
# An article is longer than the 131,072 characters that the csv module takes for a slip; more than this is one.
_LONGEST_CELL = 50_000_000


def read_table(stream: IO[bytes], path: str, fields: FieldMap) -> Iterator[Document | RecordError]:
    """Documents of the rows of a table; an error stands in the place of each bad row, and says where if the rest is lost.

    The separator is the comma, semicolon, tab or bar that the header has most of; the encoding is told from the first MB.
    """
    try:
        head = stream.read(_HEAD)
        whole = len(head) < _HEAD
        encoding = encoding_of(head if whole else head[: head.rfind(b"\n") + 1])
        if encoding is None:
            decode(head, path)  # raises: says at which byte
        stream.seek(0)
    except RecordError as error:
        yield error
        return
    except GZIP_FAULTS as error:
        yield fault(path, error)
        return
    with io.TextIOWrapper(stream, encoding=encoding, newline="") as text:
        yield from _rows(text, path, fields, (encoding or "utf-8").removesuffix("-sig"))


def _rows(text: io.TextIOWrapper, path: str, fields: FieldMap, encoding: str) -> Iterator[Document | RecordError]:
    csv.field_size_limit(_LONGEST_CELL)
    number = 0
    try:
        header = text.readline()
        separator = max(_SEPARATORS, key=header.count)
        text.seek(0)
        reader = csv.DictReader(text, delimiter=separator)
        for row in reader:
            # A row of several lines is named by its first.
            line, number = number + (2 if number == 0 else 1), reader.line_num
            if None in row:
                yield RecordError(
                    Problem(path, line, "the row has more cells than the header; quote cells that hold the separator")
                )
                continue
            try:
                yield document_of(row, path, line, fields=fields, encoding=encoding)
            except RecordError as error:
                yield error
        if number == 0:
            yield RecordError(Problem(path, 0, "the table has no rows: its first line names the columns, each other is a document"))
    except csv.Error as error:
        yield RecordError(Problem(path, number + 1, f"not CSV from here on: {error}; the rest was not read"))
    except UnicodeDecodeError as error:
        yield RecordError(Problem(path, number + 1, f"not {encoding.upper()} from here on ({error.reason}); the rest was not read"))
    except GZIP_FAULTS as error:
        yield fault(path, error)
