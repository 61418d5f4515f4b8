"""``eventcode code``: code documents to events."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from eventcode.cli.arguments import Subparsers, add_data, add_fields, coder_of, day, fields_of
from eventcode.output.formats import FORMATS, format_of

if TYPE_CHECKING:
    from eventcode.coder import Coder
    from eventcode.model import Event


_EPILOG = """examples:
  eventcode code article.txt --date 2020-01-23                   a table on the terminal
  eventcode code news.jsonl -o events.jsonl                      one JSON object an event; .csv for a spreadsheet
  eventcode code export.csv --field text=Body --field date=Day   a table whose columns have other names
  eventcode code answer.json.gz pages/ -o events.jsonl           a news API's answer and a folder of saved pages
  eventcode code news.jsonl | eventcode report - -o report.html  straight to a page to look at
"""


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
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress and no warnings")
    add_data(parser)
    add_fields(parser)
    parser.set_defaults(func=run)


class _Run:
    """One run: what was coded and what failed."""

    def __init__(self, coder: Coder, arguments: argparse.Namespace) -> None:
        self.coder = coder
        self.arguments = arguments
        self.documents = 0
        self.failed = 0
        self.undated = 0
        self.seen: dict[str, int] = {}
        self.started = time.monotonic()

    def events(self) -> Iterator[Event]:
        """Events of every document, in order; failures go to standard error."""
        from eventcode.errors import RecordError
        from eventcode.reading import read

        fields = fields_of(self.arguments)
        recoded: set[str] = set()
        for path in self.arguments.paths:
            for document in read(path, fields):
                if isinstance(document, RecordError):
                    self.fail(str(document))
                    continue
                if document.encoding != "utf-8" and document.path not in recoded and not self.arguments.quiet:
                    recoded.add(document.path)
                    sys.stderr.write(f"eventcode: note: {document.path}: read as {document.encoding}\n")
                published = document.published or self.arguments.date
                if published is None:
                    self.undated += 1
                self.seen[document.id] = self.seen.get(document.id, 0) + 1
                if self.seen[document.id] == 2 and not self.arguments.quiet:
                    sys.stderr.write(f"eventcode: note: the document id {document.id!r} stands more than once\n")
                try:
                    coded = self.coder.code(
                        document.text, published=published, document=document.id, title=document.title,
                        publisher=document.publisher or self.arguments.publisher, url=document.url,
                    )  # fmt: skip
                except RecursionError:
                    self.fail(f"{document.path}: document {document.id!r} is nested too deeply to be coded")
                    continue
                except Exception as error:
                    # A fault of the coder on one text must not lose the others of a long run.
                    self.fail(
                        f"{document.path}: document {document.id!r} could not be coded, by a fault of eventcode: "
                        f"{type(error).__name__}: {error}"
                    )
                    continue
                self.documents += 1
                self.progress()
                yield from coded

    def fail(self, message: str) -> None:
        """Report a record that could not be coded."""
        self.failed += 1
        sys.stderr.write(f"eventcode: {message}\n")

    def progress(self) -> None:
        """The number of documents so far, on a terminal only."""
        if sys.stderr.isatty() and not self.arguments.quiet and self.documents % 10 == 0:
            rate = self.documents / max(1e-6, time.monotonic() - self.started)
            sys.stderr.write(f"\r{self.documents} documents, {rate:.0f}/s ")

    def close(self) -> int:
        """Last words; the exit code."""
        if sys.stderr.isatty() and not self.arguments.quiet and self.documents >= 10:
            sys.stderr.write("\r" + " " * 40 + "\r")
        if self.undated and not self.arguments.quiet:
            sys.stderr.write(
                f"eventcode: warning: {self.undated} document{'s' if self.undated > 1 else ''} without a publication date: "
                "only absolute dates were resolved (give --date, or date in the record)\n"
            )
        return 1 if self.failed else 0


def run(arguments: argparse.Namespace) -> int:
    """Run the subcommand."""
    from eventcode.output import whole_file

    for path in arguments.paths:
        if path != "-" and not Path(path).exists():
            sys.stderr.write(f"eventcode: {path}: no such file or folder\n")
            return 2
        if arguments.output is not None and arguments.output.is_file() and path != "-" and arguments.output.samefile(path):
            sys.stderr.write(f"eventcode: {path}: the output would replace this input\n")
            return 2
    coder = coder_of(arguments)
    if coder is None:
        return 2
    to_file = arguments.output is not None
    name = arguments.format or (
        (format_of(arguments.output) or FORMATS["jsonl"]).name if to_file else "table" if sys.stdout.isatty() else "jsonl"
    )
    job = _Run(coder, arguments)
    if not to_file:
        FORMATS[name](job.events(), sys.stdout)
        return job.close()
    output: Path = arguments.output
    with ExitStack() as stack:
        try:
            file = stack.enter_context(whole_file(output))
        except OSError as error:
            sys.stderr.write(f"eventcode: {output}: cannot be written: {error.strerror}\n")
            return 2
        FORMATS[name](job.events(), file)
    return job.close()
