"""The command line: one module a subcommand. Exit codes: 0 done, 1 some records failed, 2 bad usage."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from contextlib import suppress

from eventcode.cli import (
    check,
    cluster,
    code,
    completion,
    convert,
    coverage,
    dates,
    demo,
    diff,
    evaluate,
    explain,
    gazetteer,
    labelstudio,
    link,
    new,
    report,
)  # fmt: skip
from eventcode.data import package_version
from eventcode.errors import EventcodeError, RecordError

_EPILOG = """examples:
  eventcode demo                                         code the sample article that ships with the package
  eventcode code article.txt --date 2020-01-23           a readable table (JSON lines when piped)
  eventcode code news.jsonl -o events.jsonl              many articles, one JSON object an event
  eventcode report events.jsonl -o report.html           a page to look at them: map, timeline, counts, table
  eventcode explain "قصفت طائرات روسية بلدة كنصفرة"       why each field is as it is
"""


def parser() -> argparse.ArgumentParser:
    """The argument parser with every subcommand."""
    top = argparse.ArgumentParser(
        prog="eventcode",
        description="Codes Arabic news of the war in and around Idlib into event data in the style of ACLED and CAMEO.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"eventcode {package_version()}")
    subparsers = top.add_subparsers(title="commands", dest="command", metavar="COMMAND", required=True)
    for module in (
        code, link, convert, report, explain, demo, dates, gazetteer, check, new, diff, coverage, evaluate, labelstudio, cluster, completion,
    ):  # fmt: skip
        module.add(subparsers)
    return top


def main(argv: list[str] | None = None) -> int:
    """Run the command line; gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # Arabic must come out on a terminal or pipe of any locale, and a file name in no encoding must not stop the run.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = parser().parse_args(argv)
    quiet = getattr(arguments, "quiet", False)
    logging.basicConfig(format="eventcode: %(message)s", level=logging.ERROR if quiet else logging.WARNING)
    try:
        result: int = arguments.func(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (head, less) has closed the pipe: not an error, but nothing more may be written.
        _close_output()
        return 0
    except KeyboardInterrupt:
        sys.stderr.write("\ninterrupted\n")
        return 130
    except EventcodeError as error:
        sys.stderr.write(f"eventcode: {error}\n")
        return 1 if isinstance(error, RecordError) else 2
    except OSError as error:
        _close_output()
        sys.stderr.write(f"eventcode: the output could not be written: {error.strerror or error}\n")
        return 1
    return result


def _close_output() -> None:
    """Send what is still to be written nowhere, so that the interpreter's last flush does not fail again."""
    with suppress(OSError, ValueError):
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, sys.stdout.fileno())
        os.close(sink)
