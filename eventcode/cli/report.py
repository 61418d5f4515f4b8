"""``eventcode report``: a page to look at events with."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from eventcode.cli.arguments import Subparsers

if TYPE_CHECKING:
    from eventcode.model import Event

_EPILOG = """examples:
  eventcode code news.jsonl -o events.jsonl
  eventcode report events.jsonl -o report.html                      open report.html in any browser; it needs no network
  eventcode report events.jsonl -o report.html --text news.jsonl    with the whole text of every article (makes it larger)
  eventcode report events.jsonl -o report.html --language ar --title "إدلب، كانون الثاني 2020"
"""

_MANY = 50_000


def add(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "report", help="make a page to look at events with: map, timeline, counts, who to whom, table",
        description="""Write one HTML page with a map, a timeline, counts, a matrix of actors and targets, and a table of events,
filtered together; a click on an event shows its sentence with its parts marked. The page holds all it needs.""",
        epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument(
        "events", nargs="+", metavar="EVENTS", help="events as JSON lines, as eventcode code writes them; - for standard input"
    )
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", required=True, help="write the page here, whole or not at all")
    parser.add_argument("--text", metavar="PATH", help="the documents that were coded, to show the whole text of each")
    parser.add_argument("--title", default="", metavar="TEXT", help="heading of the page")
    parser.add_argument("--language", choices=("en", "ar"), default="en", help="language that the page opens in (default: en)")
    parser.add_argument("--codebook", type=Path, metavar="DIR", help="the codebook that names the types (default: Idlib)")
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the subcommand."""
    from eventcode.codebook import load_codebook
    from eventcode.errors import RecordError
    from eventcode.output import whole_file
    from eventcode.report import Labels, write
    from eventcode.saved import read_events

    for path in arguments.events:
        if _same_file(arguments.output, path):
            sys.stderr.write(f"eventcode: {path}: the page would replace its events\n")
            return 2
    failed = 0
    events: list[Event] = []
    for item in (item for path in arguments.events for item in read_events(path)):
        if isinstance(item, RecordError):
            failed += 1
            sys.stderr.write(f"eventcode: {item}\n")
        else:
            events.append(item)
    if failed and not events:
        sys.stderr.write("eventcode: no event could be read, so no report was written\n")
        return 1
    if len(events) > _MANY:
        sys.stderr.write(f"eventcode: note: {len(events)} events make a large page; above some {_MANY} browsers answer slowly\n")
    texts, unread = _texts(arguments.text, {event.document for event in events}) if arguments.text else ({}, 0)
    labels = Labels.of(load_codebook(arguments.codebook))
    try:
        with whole_file(arguments.output) as file:
            write(events, file, labels=labels, title=arguments.title, language=arguments.language, texts=texts)
    except OSError as error:
        sys.stderr.write(f"eventcode: {arguments.output}: cannot be written: {error.strerror}\n")
        return 2
    return 1 if failed or unread else 0


def _same_file(output: Path, source: str) -> bool:
    return source != "-" and output.is_file() and Path(source).is_file() and output.samefile(source)


def _texts(path: str, wanted: set[str]) -> tuple[dict[str, str], int]:
    """The texts of the wanted documents by id, and how many records could not be read."""
    from eventcode.reading import Document, read

    texts: dict[str, str] = {}
    failed = 0
    for document in read(path):
        if not isinstance(document, Document):
            failed += 1
            sys.stderr.write(f"eventcode: {document}\n")
        elif document.id in wanted:
            texts[document.id] = document.text
    missing = sorted(wanted - texts.keys())
    if missing:
        sys.stderr.write(f"eventcode: note: {path} holds no text of {len(missing)} documents, the first {missing[0]!r}\n")
    return texts, failed
