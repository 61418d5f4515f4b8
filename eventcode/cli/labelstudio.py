"""``eventcode labelstudio``: correct events in Label Studio, and take the corrections back."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventcode.cli.arguments import Subparsers
from eventcode.cli.convert import Reading

if TYPE_CHECKING:
    from eventcode.model import Event

_EPILOG = """examples:
  eventcode labelstudio config -o config.xml                     paste it into the project's labelling setup
  eventcode labelstudio export events.jsonl -o tasks.json        import this file into the project
  eventcode labelstudio export events.jsonl --documents news.jsonl -o tasks.json
  eventcode labelstudio import export.json -o corrected.jsonl    the project's export in the format JSON
"""


def add(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "labelstudio",
        help="correct events in Label Studio",
        description="Write events as tasks for Label Studio, and read the annotated tasks back as events.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    config = actions.add_parser("config", help="the labelling configuration, XML")
    config.set_defaults(func=run_config)
    export = actions.add_parser("export", help="events to pre-annotated tasks")
    export.add_argument("events", metavar="EVENTS", help="JSON lines of events, also with gzip, or Parquet; - is standard input")
    export.add_argument(
        "--documents",
        metavar="PATH",
        help="the documents that were coded: makes a task of every sentence, also of those without an event",
    )
    export.set_defaults(func=run_export)
    back = actions.add_parser("import", help="annotated tasks to events")
    back.add_argument("export", type=Path, metavar="EXPORT", help="a project's export in the format JSON")
    back.add_argument("--unannotated", action="store_true", help="keep the events of tasks that nobody has annotated, as they were")
    back.add_argument("--gazetteer", type=Path, metavar="FILE", action="append", default=[], help="a CSV of further places")
    back.set_defaults(func=run_import)
    for action in (config, back):
        action.add_argument("--codebook", type=Path, metavar="DIR", help="a codebook folder (default: the Idlib codebook)")
    for action in (config, export, back):
        action.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here, whole or not at all")


def run_config(arguments: argparse.Namespace) -> int:
    """Write the configuration."""
    from eventcode.codebook import load_codebook
    from eventcode.labelstudio import labelling_config

    _write(labelling_config(load_codebook(arguments.codebook)), arguments.output)
    return 0


def run_export(arguments: argparse.Namespace) -> int:
    """Write the tasks."""
    from eventcode.labelstudio import tasks

    reading = Reading([arguments.events])
    events = list(reading.events())
    made: Iterator[dict[str, Any]] = tasks(events)
    if arguments.documents is not None:
        made = _every_sentence(arguments.documents, events, reading)
    _write(json.dumps(list(made), ensure_ascii=False, indent=1) + "\n", arguments.output)
    return 1 if reading.failed else 0


def _every_sentence(path: str, events: list[Event], reading: Reading) -> Iterator[dict[str, Any]]:
    from eventcode.errors import RecordError
    from eventcode.labelstudio.tasks import task
    from eventcode.model import CoderInfo, Source, Span
    from eventcode.reading import read
    from eventcode.text import sentences

    found: dict[tuple[str, int], list[Event]] = {}
    for event in events:
        found.setdefault((event.document, event.sentence.start), []).append(event)
    coder = events[0].coder if events else CoderInfo("", "", "")
    for document in read(path):
        if isinstance(document, RecordError):
            reading.report(document)
            continue
        source = Source(document.id, document.title, document.publisher, document.url, document.published)
        for sentence in sentences(document.text):
            span = Span(document.text[sentence.start : sentence.end], sentence.start, sentence.end)
            own = found.pop((document.id, sentence.start), [])
            yield task(span, own[0].source if own else source, coder, own)
    if found:
        sys.stderr.write(
            f"eventcode: {sum(map(len, found.values()))} events are of no sentence of {path}: are these the coded documents?\n"
        )
        reading.failed += 1


def run_import(arguments: argparse.Namespace) -> int:
    """Write the events."""
    from eventcode.codebook import load_codebook
    from eventcode.gazetteer import Gazetteer
    from eventcode.labelstudio import read_tasks
    from eventcode.output import FORMATS
    from eventcode.saved import only_events

    codebook = load_codebook(arguments.codebook)
    table = Gazetteer.load(overlays=arguments.gazetteer).table
    reading = Reading([])
    events = only_events(read_tasks(arguments.export, codebook, table, unannotated=arguments.unannotated), reading.report)
    if arguments.output is None:
        FORMATS["jsonl"](events, sys.stdout)
    else:
        FORMATS["jsonl"].save(events, arguments.output)
    return 1 if reading.failed else 0


def _write(text: str, path: Path | None) -> None:
    from eventcode.output import whole_file

    if path is None:
        sys.stdout.write(text)
        return
    with whole_file(path) as file:
        file.write(text)
