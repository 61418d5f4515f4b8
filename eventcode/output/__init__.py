"""Output formats: one module each, one registry. Files are written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from eventcode.model import Event
from eventcode.output import csv, jsonl, table
from eventcode.output.files import whole_file

Writer = Callable[[Iterable[Event], TextIO], int]

FORMATS: dict[str, Writer] = {"jsonl": jsonl.write, "csv": csv.write, "table": table.write}
"""Format name -> function that writes events to an open text file and gives how many it wrote."""

__all__ = ["FORMATS", "Writer", "whole_file"]
