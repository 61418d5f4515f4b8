"""``eventcode gazetteer``: look names up and check place tables."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from eventcode.cli.arguments import Subparsers


def add(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("gazetteer", help="look up places, check place tables", description="Work with the gazetteer.")
    inner = parser.add_subparsers(metavar="ACTION", required=True)
    find = inner.add_parser("find", help="look a name up, in Arabic or Latin letters")
    find.add_argument("name")
    find.add_argument("--gazetteer", type=Path, metavar="FILE", action="append", default=[], help="an additional CSV of places")
    find.set_defaults(func=run_find)
    check = inner.add_parser("check", help="check place tables")
    check.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="tables that add to the gazetteer (default: the gazetteer alone)"
    )
    check.set_defaults(func=run_check)


def run_find(arguments: argparse.Namespace) -> int:
    """Run ``find``."""
    from eventcode.gazetteer import Gazetteer

    gazetteer = Gazetteer.load(overlays=arguments.gazetteer)
    hits = gazetteer.search(arguments.name)
    for score, place in hits:
        chain = " < ".join(parent.name_en for parent in gazetteer.table.ancestors(place))
        print(
            f"{score:5.2f}  {place.id:10} {place.level:13} \u2068{place.name}\u2069  {place.name_en}  {place.lat},{place.lon}  {chain}"
        )
    if not hits:
        sys.stderr.write("eventcode: no place of that name or near it\n")
    return 0 if hits else 1


def run_check(arguments: argparse.Namespace) -> int:
    """Run ``check``."""
    from eventcode.errors import DataError
    from eventcode.gazetteer import Gazetteer

    try:
        gazetteer = Gazetteer.load(overlays=arguments.files)
    except DataError as error:
        for problem in error.problems:
            print(problem)
        return 1
    print(f"{len(gazetteer.table.places)} places, no fault found")
    return 0
