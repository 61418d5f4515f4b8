"""``eventcode link``: link the mentions of one happening in several documents."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from eventcode.cli.arguments import Subparsers

_EPILOG = """examples:
  eventcode link events.jsonl -o linked.jsonl                       one happening number for the same attack in every paper
  eventcode link monday.jsonl tuesday.jsonl -o both.jsonl           over several runs
  eventcode link events.jsonl | eventcode convert - --to happenings -o happenings.jsonl
"""


def add(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "link",
        help="link the mentions of one happening in several documents",
        description="Give the mentions of one happening in several documents one happening id, and link reports that contradict "
        "each other. Linked are events of one type, at a shared place, on the same or the next day, whose parties agree.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("events", nargs="+", metavar="EVENTS", help="JSON lines of events, also with gzip, or Parquet; - is input")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write here, whole or not at all (default: standard output)"
    )
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the subcommand."""
    from eventcode.errors import RecordError
    from eventcode.events import link_documents
    from eventcode.output.formats import FORMATS
    from eventcode.saved import read_events

    events = []
    failed = 0
    for path in arguments.events:
        for item in read_events(path):
            if isinstance(item, RecordError):
                failed += 1
                sys.stderr.write(f"eventcode: {item}\n")
            else:
                events.append(item)
    linked = link_documents(events)
    chosen = FORMATS["jsonl"]
    if arguments.output is None:
        chosen(linked, sys.stdout)
    else:
        chosen.save(linked, arguments.output)
    happenings = len({event.happening for event in linked})
    sys.stderr.write(f"eventcode: {len(linked)} events of {happenings} happenings\n")
    return 1 if failed else 0
