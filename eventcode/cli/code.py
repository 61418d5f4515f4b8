"""``eventcode code``: code documents to events."""

from __future__ import annotations

import argparse
from pathlib import Path

from eventcode.cli.arguments import Subparsers, add_data, add_fields, day
from eventcode.output.formats import FORMATS

TIMEOUT = 60.0
"""Seconds that a document may take where it is coded in a process of its own; the longest news articles take a few."""


_EPILOG = """examples:
  eventcode code article.txt --date 2020-01-23                   a table on the terminal
  eventcode code news.jsonl -o events.jsonl                      one JSON object an event; .csv for a spreadsheet
  eventcode code export.csv --field text=Body --field date=Day   a table whose columns have other names
  eventcode code answer.json.gz pages/ -o events.jsonl           a news API's answer and a folder of saved pages
  eventcode code news.jsonl -o events.jsonl --jobs 0 --resume    on all cores, to be continued where it is interrupted
  eventcode code news.jsonl | eventcode report - -o report.html  straight to a page to look at
"""


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
        description="""Code documents, folders of them, or standard input (-): .txt, .jsonl, .csv, .json of news APIs and
saved .html pages, each also with .gz. On a terminal the result is a table, piped it is JSON lines.
A folder of .txt or .html may hold docs.jsonl with the keys file, date, publisher, url, title.""",
        epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a file (records have the keys id, text, date, publisher, url, title), a folder, or -",
    )
    parser.add_argument("--format", choices=tuple(FORMATS), help="output format")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here, whole or not at all")
    parser.add_argument("--date", type=day, metavar="YYYY-MM-DD", help="publication date of documents that have none")
    parser.add_argument("--publisher", metavar="NAME", help="publisher of documents that have none")
    told = parser.add_mutually_exclusive_group()
    told.add_argument("-q", "--quiet", action="store_true", help="no progress and no warnings")
    told.add_argument(
        "-v", "--verbose", action="store_true", help="a line for each document and a sum at the end, on standard error"
    )
    add_data(parser)
    add_fields(parser)
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
