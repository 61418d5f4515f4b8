"""``eventcode cluster``: code very many documents with Dask, on this machine or on a cluster."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from eventcode.cli.arguments import Subparsers, add_data, day

if TYPE_CHECKING:
    from eventcode.batch.dask import Outcome

_TIMEOUT = 60.0


def add(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "cluster",
        help="code very many documents with Dask, on this machine or many",
        description="Code .jsonl and .parquet files, or folders of them, into a folder of Parquet part files. Give the same command "
        "again to go on after an interruption: parts that are there are not made again. Needs pip install 'eventcode[dask]'.",
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="columns or keys id, text, date, publisher, url, title")
    parser.add_argument("-o", "--output", type=Path, metavar="DIR", required=True, help="the folder of the part files")
    parser.add_argument(
        "--scheduler", metavar="ADDRESS", help="a Dask scheduler, tcp://host:8786 (default: a cluster on this machine)"
    )
    parser.add_argument("-j", "--jobs", type=int, default=0, metavar="N", help="processes on this machine (default: all cores)")
    parser.add_argument("--block", type=float, default=8.0, metavar="MB", help="size of a part of JSON lines (default: 8)")
    parser.add_argument(
        "--timeout", type=float, default=_TIMEOUT, metavar="SECONDS", help=f"limit of one document (default: {_TIMEOUT:g})"
    )
    parser.add_argument("--date", type=day, metavar="YYYY-MM-DD", help="publication date of documents that have none")
    parser.add_argument("--publisher", metavar="NAME", help="publisher of documents that have none")
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress")
    add_data(parser)
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the subcommand."""
    from eventcode.batch import dask
    from eventcode.batch.partitions import Data
    from eventcode.batch.worker import Job
    from eventcode.errors import DataError

    for path in arguments.paths:
        if not path.exists():
            sys.stderr.write(f"eventcode: {path}: no such file or folder\n")
            return 2
    if arguments.block <= 0 or arguments.timeout < 0 or arguments.jobs < 0:
        sys.stderr.write("eventcode: --block must be above 0, --timeout and --jobs not below\n")
        return 2
    started = time.monotonic()

    def told(done: int, parts: int, outcome: Outcome) -> None:
        if not arguments.quiet:
            left = (time.monotonic() - started) / done * (parts - done)
            sys.stderr.write(f"eventcode: {done} of {parts} parts, {outcome.events} events in {outcome.name}, {left:.0f} s left\n")

    # Paths are resolved here, because workers run in folders of their own.
    data = Data(arguments.codebook and arguments.codebook.resolve(), None, tuple(path.resolve() for path in arguments.gazetteer))
    try:
        summary = dask.run(
            arguments.paths, arguments.output, data=data, job=Job(None, arguments.date, arguments.publisher, arguments.timeout or None),
            scheduler=arguments.scheduler, jobs=arguments.jobs, block=int(arguments.block * 1_000_000), told=told,
        )  # fmt: skip
    except DataError as error:
        for problem in error.problems:
            sys.stderr.write(f"eventcode: {problem}\n")
        return 2
    for failure in summary.failed:
        sys.stderr.write(f"eventcode: a part could not be made: {failure}\n")
    if summary.rejected:
        sys.stderr.write(f"eventcode: {summary.rejected} records could not be coded: see {arguments.output / dask.QUARANTINE}\n")
    if not arguments.quiet:
        if not summary.guarded:
            sys.stderr.write(
                "eventcode: warning: the workers are daemons, so a document that crashes or hangs costs its part "
                "(start them with DASK_DISTRIBUTED__WORKER__DAEMON=False)\n"
            )
        sys.stderr.write(f"eventcode: {summary.events} events in {summary.parts} parts\n")
    return 1 if summary.failed or summary.rejected else 0
