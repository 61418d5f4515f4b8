"""The rejects file: one JSON object for each record that could not be coded, with the reason and the record itself."""

from __future__ import annotations

import base64
import json
from typing import Any

from eventcode.batch.worker import Record, Rejected
from eventcode.errors import RecordError

LONGEST = 200_000
"""Bytes or characters of a record that are kept; of a longer one, the beginning."""


def reject_line(record: Record, rejected: Rejected) -> str:
    """The line of one record: ``reason``, ``file``, ``line`` (0: the whole file), ``record``.

    ``record`` is the input line as it was, or the document as such a line, so that the records of a rejects file can be coded again;
    null where it is not at hand (a file that cannot be read). A record that is not UTF-8 stands in ``record_base64`` instead, and
    ``cut`` says that only its beginning is given.
    """
    problem = rejected.problem
    row: dict[str, Any] = {"reason": problem.message, "file": problem.path, "line": problem.line, "record": None}
    if isinstance(record, RecordError):
        raw = record.record.rstrip(b"\r\n")
        if raw:
            try:
                row["record"] = raw.decode("utf-8")
            except UnicodeDecodeError:
                row["record_base64"] = base64.b64encode(raw[:LONGEST]).decode("ascii")
            if len(raw) > LONGEST:
                row["cut"] = True
                row["record"] = row["record"] and row["record"][:LONGEST]
    else:
        known = {
            "id": record.id, "text": record.text[:LONGEST], "date": record.published and record.published.isoformat(),
            "publisher": record.publisher, "url": record.url, "title": record.title,
        }  # fmt: skip
        row["record"] = json.dumps({key: value for key, value in known.items() if value is not None}, ensure_ascii=False)
        if len(record.text) > LONGEST:
            row["cut"] = True
    return json.dumps(row, ensure_ascii=False) + "\n"
