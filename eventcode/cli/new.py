"""``eventcode new``: write the skeleton of a codebook, an event type, an actor or a language."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from eventcode.cli.arguments import Subparsers

KINDS = ("codebook", "type", "actor", "language")


def add(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "new", help="write the skeleton of a codebook, type, actor or language",
        description="Write a skeleton that loads and works as it is, with remarks on what to change. Nothing is ever replaced.",
    )  # fmt: skip
    parser.add_argument("kind", choices=KINDS, metavar="|".join(KINDS), help="what to make")
    parser.add_argument(
        "name", metavar="NAME", help="words of small Latin letters joined by _, such as night_raid; of a language, its ISO 639 code"
    )
    parser.add_argument(
        "--in", dest="folder", type=Path, default=Path(), metavar="DIR",
        help="the codebook that gets the type or actor, or the folder in which a codebook is made (default: here)",
    )  # fmt: skip
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the subcommand."""
    from eventcode.skeletons import make

    try:
        written = make(arguments.kind, arguments.name, arguments.folder)
    except OSError as error:
        sys.stderr.write(f"eventcode: {arguments.folder}: cannot be written: {error.strerror or error}\n")
        return 2
    for path in written:
        print(path)
    return 0
