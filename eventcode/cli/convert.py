"""``eventcode convert``: coded events to another format."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from eventcode.cli.arguments import Subparsers
from eventcode.output.formats import FORMATS, format_of

if TYPE_CHECKING:
    from eventcode.errors import EventcodeError
    from eventcode.model import Event

_LIST = "\n".join(
    f"  {item.name:<14}{item.summary}{f' (needs eventcode[{item.extra}])' if item.extra else ''}" for item in FORMATS.values()
)
_EPILOG = f"""formats:
{_LIST}

examples:
  eventcode convert events.jsonl --to acled -o acled.csv
  eventcode convert events.jsonl.gz -o events.gpkg            the ending names the format
  eventcode convert a.jsonl b.jsonl --to hxl-monthly -o monthly.csv
"""


def add(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "convert",
        help="write coded events in another format",
        description="Write events that `eventcode code` has coded in another format.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("events", nargs="+", metavar="EVENTS", help="JSON lines of events, also with gzip, or Parquet; - is input")
    parser.add_argument("--to", choices=tuple(FORMATS), metavar="FORMAT", help="the format (default: by the ending of -o)")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here, whole or not at all")
    parser.add_argument(
        "--all-statuses", action="store_true",
        help="also events that did not take place (denied, attempted, future, hypothetical) in formats that cannot say so",
    )  # fmt: skip
    parser.add_argument(
        "--particulars", type=int, choices=range(6), default=0, metavar="N",
        help="only events of which the text tells at least N of: who, to whom, where, when, how many (2 leaves out passing mentions)",
    )  # fmt: skip
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the subcommand."""
    chosen = FORMATS[arguments.to] if arguments.to else format_of(arguments.output) if arguments.output else None
    if chosen is None:
        endings = ", ".join(suffix for item in FORMATS.values() for suffix in item.suffixes)
        sys.stderr.write(f"eventcode: give a format (--to FORMAT) or a file whose ending names one (-o FILE: {endings})\n")
        return 2
    for path in arguments.events:
        if path != "-" and not Path(path).is_file():
            sys.stderr.write(f"eventcode: {path}: no such file\n")
            return 2
        if arguments.output is not None and arguments.output.is_file() and path != "-" and arguments.output.samefile(path):
            sys.stderr.write(f"eventcode: {path}: the output would replace this input\n")
            return 2
    reading = Reading(arguments.events, arguments.particulars)
    if arguments.output is None:
        chosen(reading.events(), sys.stdout, all_statuses=arguments.all_statuses)
    else:
        chosen.save(reading.events(), arguments.output, all_statuses=arguments.all_statuses)
    return 1 if reading.failed else 0


class Reading:
    """The events of several files that tell enough particulars; faults go to standard error and are counted."""

    def __init__(self, paths: list[str], particulars: int = 0) -> None:
        self.paths = paths
        self.particulars = particulars
        self.failed = 0

    def events(self) -> Iterator[Event]:
        """Events of every file, in order."""
        from eventcode.saved import only_events, read_events

        events = only_events(chain.from_iterable(read_events(path) for path in self.paths), self.report)
        return (event for event in events if event.particulars >= self.particulars)

    def report(self, error: EventcodeError) -> None:
        """Tell a fault and count it."""
        self.failed += 1
        sys.stderr.write(f"eventcode: {error}\n")
