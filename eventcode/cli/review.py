"""What the commands that review a codebook share: their arguments, their output, the faults of their documents."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventcode.cli.arguments import day

if TYPE_CHECKING:
    from eventcode.errors import RecordError


def add_corpus(parser: argparse.ArgumentParser, name: str = "corpus") -> None:
    """The documents to code, and their day."""
    parser.add_argument(name, nargs="+", metavar="CORPUS", help=".txt, .jsonl, a folder of them, or -, as for eventcode code")
    add_day(parser)


def add_day(parser: argparse.ArgumentParser) -> None:
    """--date."""
    parser.add_argument("--date", type=day, metavar="YYYY-MM-DD", help="publication date of documents that have none")


def add_report(parser: argparse.ArgumentParser, what: str, limit: int) -> None:
    """--format and --limit."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text for people (default) or JSON")
    parser.add_argument(
        "--limit", type=_number, default=limit, metavar="N", help=f"{what} to show in the text (default {limit}; 0 shows all)"
    )


def limit_of(arguments: argparse.Namespace) -> int | None:
    """How many entries to show; None for all."""
    limit: int = arguments.limit
    return limit or None


def missing(paths: Iterable[str]) -> bool:
    """Tell of a path that is not there."""
    for path in paths:
        if path != "-" and not Path(path).exists():
            sys.stderr.write(f"eventcode: {path}: no such file or folder\n")
            return True
    return False


def write(arguments: argparse.Namespace, data: dict[str, Any], text: Iterator[str]) -> None:
    """Print a review in the format asked for."""
    if arguments.format == "json":
        print(json.dumps(data, ensure_ascii=False, indent=2))
        return
    for line in text:
        print(line)


def tell(errors: Iterable[RecordError]) -> bool:
    """Tell of the records that failed; gives whether there are any."""
    failed = False
    for error in errors:
        failed = True
        sys.stderr.write(f"eventcode: {error}\n")
    return failed


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 up")
    return int(text)
