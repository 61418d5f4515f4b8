"""``eventcode dates``: the time expressions of a text, resolved."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys

from eventcode.cli.arguments import Subparsers, day

_EPILOG = """examples:
  eventcode dates "قبل يومين" --date 2020-01-23
  cat article.txt | eventcode dates - --date 2020-01-23 --format jsonl
"""


def add(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "dates", help="resolve the time expressions of a text",
        description="Find the time expressions of a text and resolve them against a publication date.",
        epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("text", help="a text, or - for standard input")
    parser.add_argument("--date", type=day, metavar="YYYY-MM-DD", help="reference date (default: today)")
    parser.add_argument("--format", choices=("table", "jsonl"), default="table")
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the subcommand."""
    from eventcode.dates import resolve

    text = sys.stdin.read() if arguments.text == "-" else arguments.text
    for found in resolve(text, arguments.date or dt.date.today()):
        value = found.value
        if arguments.format == "jsonl":
            print(json.dumps({"start_char": found.start, "end_char": found.end, **value.to_dict()}, ensure_ascii=False))
        else:
            interval = f"{value.start} to {value.end}" if value.start != value.end else str(value.start)
            time = f"  {value.time}" if value.time else ""
            print(f"{interval:26}{value.resolution:8}{time:10}  \u2068{text[found.start : found.end]}\u2069")
    return 0
