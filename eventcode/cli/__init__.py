"""The command line: one module a subcommand. Exit codes: 0 done, 1 some records failed, 2 bad usage."""

from __future__ import annotations

import argparse
import os
import sys

from eventcode.cli import code, dates, demo, explain, gazetteer
from eventcode.data import package_version

_EPILOG = """examples:
  eventcode demo                                         code the sample article that ships with the package
  eventcode code article.txt --date 2020-01-23           a readable table (JSON lines when piped)
  eventcode code news.jsonl -o events.jsonl              many articles, one JSON object an event
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
    for module in (code, explain, demo, dates, gazetteer):
        module.add(subparsers)
    return top


def main(argv: list[str] | None = None) -> int:
    """Run the command line; gives the exit code."""
    arguments = parser().parse_args(argv)
    try:
        result: int = arguments.func(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (head, less) has closed the pipe: not an error, but nothing more may be written.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        sys.stderr.write("\ninterrupted\n")
        return 130
    return result
