"""Arguments that several subcommands share."""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventcode.coder import Coder
    from eventcode.reading import FieldMap

Subparsers = argparse._SubParsersAction


def day(text: str) -> dt.date:
    """An argument of the form YYYY-MM-DD."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day of the form YYYY-MM-DD") from None


def add_data(parser: argparse.ArgumentParser) -> None:
    """--codebook and --gazetteer."""
    parser.add_argument("--codebook", type=Path, metavar="DIR", help="a codebook folder (default: the Idlib codebook)")
    add_gazetteer(parser)


def add_gazetteer(parser: argparse.ArgumentParser) -> None:
    """--gazetteer."""
    parser.add_argument(
        "--gazetteer", type=Path, metavar="FILE", action="append", default=[],
        help="a CSV of places that adds to the gazetteer or replaces its rows; may be given again",
    )  # fmt: skip


def field(text: str) -> str:
    """An argument of the form FIELD=KEY."""
    from eventcode.reading import FieldMap

    try:
        FieldMap.of([text])
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return text


def add_fields(parser: argparse.ArgumentParser) -> None:
    """--field."""
    parser.add_argument(
        "--field", type=field, metavar="FIELD=KEY", action="append", default=[], dest="fields",
        help="what a field is called in the records, for example text=Body or publisher=source.name; fields are id, text, date, "
        "publisher, url, title, and records for the list of a .json file; may be given again",
    )  # fmt: skip


def fields_of(arguments: argparse.Namespace) -> FieldMap:
    """What the fields of records are called."""
    from eventcode.reading import FieldMap

    return FieldMap.of(arguments.fields)


def coder_of(arguments: argparse.Namespace) -> Coder | None:
    """The coder that the arguments ask for; None, with the problems on standard error, where its data is faulty."""
    from eventcode.coder import Coder
    from eventcode.errors import DataError

    try:
        coder = Coder.cached(arguments.codebook, overlays=arguments.gazetteer)
        _spare_the_collector()
        return coder
    except DataError as error:
        for problem in error.problems:
            sys.stderr.write(f"eventcode: {problem}\n")
        return None


def _spare_the_collector() -> None:
    """Keep the garbage collector from walking the loaded tables over and over: a quarter of the time of coding otherwise.

    Only a process of our own may do so; a library leaves the collector of its host alone. Workers are forked from this process
    and take the setting over.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
