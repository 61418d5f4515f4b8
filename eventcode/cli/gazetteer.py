"""``eventcode gazetteer``: look names up, check place tables, import those of others."""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from eventcode.cli.arguments import Subparsers

if TYPE_CHECKING:
    from eventcode.errors import Problem
    from eventcode.gazetteer.imports import Box, Imported

_FIND = """examples:
  eventcode gazetteer find سراقب
  eventcode gazetteer find "Maaret al-Numan"             any usual transliteration
"""
_CHECK = """examples:
  eventcode gazetteer check                              the gazetteer that ships
  eventcode gazetteer check own.csv                      a table of your own, on top of it
"""
_IMPORT = """examples:
  eventcode gazetteer import --format geonames JO.zip --alternate-names alternateNamesV2.zip -o jordan.csv
  eventcode gazetteer import --format geonames TR.txt --bbox 35.8,35.8,38.5,37.2 -o border.csv
  eventcode gazetteer import --format cod-ab syr_admin4.csv -o villages.csv
"""


def add(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser("gazetteer", help="look up, check and import places", description="Work with the gazetteer.")
    inner = parser.add_subparsers(metavar="ACTION", required=True)
    raw = argparse.RawDescriptionHelpFormatter

    find = inner.add_parser(
        "find", help="look a name up, in Arabic or Latin letters", formatter_class=raw, epilog=_FIND,
        description="Show the places of a name or id, and near ones: score, id, level, names, point, and the areas that hold each.",
    )  # fmt: skip
    find.add_argument("name")
    find.add_argument("-n", "--limit", type=int, default=12, metavar="N", help="show at most N places (default: 12)")
    _add_overlays(find)
    find.set_defaults(func=run_find)

    check = inner.add_parser(
        "check", help="check place tables", formatter_class=raw, epilog=_CHECK,
        description="Check the structure, names and points of place tables. Exit code 0: no fault, 1: errors or warnings.",
    )  # fmt: skip
    check.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="tables that add to the gazetteer (default: the gazetteer itself)"
    )
    check.add_argument("--notes", action="store_true", help="list the notes too, such as names that are common words")
    check.set_defaults(func=run_check)

    importer = inner.add_parser(
        "import", help="make a place table from GeoNames or OCHA COD-AB", formatter_class=raw, epilog=_IMPORT,
        description="Turn a GeoNames country dump or a COD-AB table (CSV; Excel with eventcode[tables]) into a table for --gazetteer. "
        "Places that the gazetteer has already only get their new names.",
    )  # fmt: skip
    importer.add_argument("file", type=Path, metavar="FILE")
    importer.add_argument("--format", choices=("geonames", "cod-ab"), required=True, help="what FILE is")
    importer.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write here, whole or not at all (default: standard output)"
    )
    importer.add_argument("--country", metavar="CODE", help="only places of this country (ISO 3166, as in SY)")
    importer.add_argument("--bbox", type=_box, metavar="W,S,E,N", help="only places in this box of degrees")
    importer.add_argument(
        "--alternate-names",
        type=Path,
        metavar="FILE",
        help="GeoNames' alternateNamesV2.zip (or .txt), for the Arabic names (geonames only)",
    )
    _add_overlays(importer)
    importer.set_defaults(func=run_import)


def _add_overlays(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--gazetteer", type=Path, metavar="FILE", action="append", default=[],
        help="a CSV of places that adds to the gazetteer; may be given again",
    )  # fmt: skip


def _box(text: str) -> Box:
    from eventcode.gazetteer.imports import Box

    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not west,south,east,north in degrees") from None
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise argparse.ArgumentTypeError(f"{text!r} is no box: west must be below east, south below north")
    return Box(west, south, east, north)


def run_find(arguments: argparse.Namespace) -> int:
    """Run ``find``."""
    from eventcode.data import data_root
    from eventcode.gazetteer.search import search
    from eventcode.gazetteer.table import load_table

    table = load_table([data_root() / "gazetteer" / "places.csv", *arguments.gazetteer])
    hits = search(table, arguments.name, max(1, arguments.limit))
    for score, place in hits:
        chain = " < ".join(parent.name_en for parent in table.ancestors(place))
        point = "no point" if place.lat is None else f"{place.lat:.4f},{place.lon:.4f} ({place.precision})"
        # Isolates keep a line in order on a terminal that shows right-to-left text.
        print(f"{score:5.2f}  {place.id:10} {place.level:13} \u2068{place.name}\u2069  {place.name_en}  {point}  {chain}")
    if not hits:
        sys.stderr.write("eventcode: no place of that name or near it\n")
    return 0 if hits else 1


def run_check(arguments: argparse.Namespace) -> int:
    """Run ``check``."""
    from eventcode.check.places import check_places

    problems = check_places(arguments.files)
    for problem in problems:
        if problem.level != "note" or arguments.notes:
            print(_line(problem))
    levels = Counter(problem.level for problem in problems)
    notes = f"; {levels['note']} notes" + ("" if arguments.notes else " (--notes lists them)") if levels["note"] else ""
    faults = levels["error"] + levels["warning"]
    print(f"{levels['error']} errors, {levels['warning']} warnings{notes}" if faults else f"no fault found{notes}")
    return 1 if faults else 0


def _line(problem: Problem) -> str:
    advice = f" ({problem.advice})" if problem.advice else ""
    return f"{problem.level} [{problem.check}] {problem}{advice}"


def run_import(arguments: argparse.Namespace) -> int:
    """Run ``import``."""
    from eventcode.data import data_root
    from eventcode.gazetteer.imports import import_cod_ab, import_geonames
    from eventcode.gazetteer.outlines import Outlines
    from eventcode.gazetteer.table import COLUMNS, load_table, row_of
    from eventcode.output.files import whole_file

    if arguments.alternate_names and arguments.format != "geonames":
        sys.stderr.write("eventcode: --alternate-names goes with --format geonames\n")
        return 2
    if arguments.output is not None and arguments.output.exists() and arguments.output.samefile(arguments.file):
        sys.stderr.write(f"eventcode: {arguments.file}: the output would replace this input\n")
        return 2
    table = load_table([data_root() / "gazetteer" / "places.csv", *arguments.gazetteer])
    if arguments.format == "geonames":
        found = import_geonames(
            arguments.file, table, Outlines.load(), alternate_names=arguments.alternate_names, country=arguments.country,
            box=arguments.bbox,
        )  # fmt: skip
    else:
        found = import_cod_ab(arguments.file, table, country=arguments.country, box=arguments.bbox)
    with whole_file(arguments.output) if arguments.output else nullcontext(sys.stdout) as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(row_of(place) for place in found.places)
    return _report(found)


def _report(found: Imported) -> int:
    for problem in found.problems:
        sys.stderr.write(f"eventcode: {problem}\n")
    bad = sum(problem.level == "error" for problem in found.problems)
    latin_only = sum(not any("\u0621" <= letter <= "\u064a" for letter in place.name) for place in found.places)
    sys.stderr.write(
        f"eventcode: {found.read} records read: {len(found.places)} rows written, {found.known} known already with nothing new, "
        f"{found.passed_over} passed over (other features, country or box), {bad} bad\n"
    )
    if latin_only:
        sys.stderr.write(f"eventcode: {latin_only} rows have no Arabic name: no Arabic text will find them\n")
    return 1 if bad else 0
