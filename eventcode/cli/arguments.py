"""Arguments that several subcommands share."""

from __future__ import annotations

import argparse
import datetime as dt
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
        return Coder.cached(arguments.codebook, overlays=arguments.gazetteer)
    except DataError as error:
        for problem in error.problems:
            sys.stderr.write(f"eventcode: {problem}\n")
        return None
