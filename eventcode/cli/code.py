"""``eventcode code``: code documents to events."""

from __future__ import annotations

import argparse
from pathlib import Path

from eventcode.cli.arguments import Subparsers, add_data, day

TIMEOUT = 60.0
"""Seconds that a document may take where it is coded in a process of its own; the longest news articles take a few."""


def _jobs(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError
    return number


def _seconds(text: str) -> float:
    number = float(text)
    if not 0 <= number < 1e9:
        raise ValueError
    return number


def add(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "code",
        help="code documents to events",
        description="Code .txt and .jsonl documents, folders of them, or standard input (-). On a terminal the result is a table, "
        "piped it is JSON lines. A folder of .txt may hold docs.jsonl with the keys file, date, publisher, url, title.",
    )
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help=".txt, .jsonl (keys id, text, date, publisher, url, title), a folder, or -"
    )
    parser.add_argument("--format", choices=("jsonl", "csv", "table"), help="output format")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here, whole or not at all")
    parser.add_argument("--date", type=day, metavar="YYYY-MM-DD", help="publication date of documents that have none")
    parser.add_argument("--publisher", metavar="NAME", help="publisher of documents that have none")
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress and no warnings")
    add_data(parser)
    many = parser.add_argument_group("many documents")
    many.add_argument("-j", "--jobs", type=_jobs, default=1, metavar="N", help="processes to code on; 0: all cores (default: 1)")
    many.add_argument("--unordered", action="store_true", help="write events as they are ready, not in the order of the input")
    many.add_argument(
        "--resume", action="store_true",
        help="keep a checkpoint beside the output, and go on from it if there is one of an interrupted run (jsonl and csv)",
    )  # fmt: skip
    many.add_argument("--rejects", type=Path, metavar="FILE", help="write records that cannot be coded here, with the reason")
    many.add_argument(
        "--timeout", type=_seconds, metavar="SECONDS",
        help=f"limit of one document (default with --jobs or --resume: {TIMEOUT:g}; 0: none)",
    )  # fmt: skip
    many.add_argument("--progress", action="store_true", help="report progress where standard error is no terminal, too")
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the subcommand."""
    from eventcode.cli.coding import code

    return code(arguments)
