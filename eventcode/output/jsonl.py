"""JSON lines: one event a line, UTF-8, keys in the order of the event format."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from eventcode.model import Event


def write(events: Iterable[Event], file: TextIO) -> int:
    """Write events as they come; gives how many."""
    written = 0
    for event in events:
        file.write(json.dumps(event.to_dict(), ensure_ascii=False) + "\n")
        written += 1
    return written
