"""``eventcode check``: faults of codebooks and place tables, with file, line and how to mend them."""

from __future__ import annotations

import argparse
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from eventcode.cli.arguments import Subparsers

if TYPE_CHECKING:
    from eventcode.check import Report

_FORMATS = ("text", "json", "sarif", "github", "gitlab")
_EPILOG = """exit codes: 0 no errors (with --strict: no errors and no warnings), 1 problems, 2 bad usage
Notes never fail, and are only counted without --notes. What is right as it is goes with its reason into exceptions.yaml of the codebook folder."""


def add(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "check", help="check codebooks and place tables",
        description="Check codebook folders (syntax, keys, codes, words, patterns, examples) and place tables. "
        "Lists every problem as file:line:column.",
        epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="a codebook folder, or a place table (default: the data that ship)"
    )
    parser.add_argument("--format", choices=_FORMATS, default="text", help="format of the report (default: text)")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write the report here, whole or not at all")
    parser.add_argument("--strict", action="store_true", help="warnings fail too")
    parser.add_argument("--notes", action="store_true", help="report the notes too, not only their number")
    parser.add_argument("--explain", metavar="NAME", help="tell what a check is for, with a bad and a good example")
    parser.add_argument("--list", action="store_true", help="list the checks")
    parser.add_argument("--schemas", type=Path, metavar="DIR", help="write the JSON Schemas of codebook files here, for editors")
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the subcommand."""
    if arguments.list:
        return _list()
    if arguments.explain is not None:
        return _explain(arguments.explain)
    if arguments.schemas is not None:
        return _schemas(arguments.schemas)
    return _check(arguments)


def _schemas(folder: Path) -> int:
    from eventcode.check.schema import write_schemas

    try:
        for path in write_schemas(folder):
            print(path)
    except OSError as error:
        sys.stderr.write(f"eventcode: {folder}: cannot be written: {error.strerror}\n")
        return 2
    return 0


def _list() -> int:
    from eventcode.check import CHECKS, DESCRIBED

    width = max(map(len, DESCRIBED))
    for check in (*CHECKS, *(other for name, other in DESCRIBED.items() if other not in CHECKS)):
        print(f"{check.name:{width}}  {check.level:7}  {check.title}")
    return 0


def _explain(name: str) -> int:
    from eventcode.check import DESCRIBED
    from eventcode.codebook.shape import nearest

    check = DESCRIBED.get(name)
    if check is None:
        sys.stderr.write(f"eventcode: there is no check {name!r}: {nearest(name, list(DESCRIBED))}\n")
        return 2
    print(f"{check.name} ({check.level})\n{check.title}\n\nWhy: {check.reason}\nTo mend it: {check.advice}\n")
    for title, text in (("Bad", check.bad), ("Good", check.good)):
        print(title + ":\n" + "\n".join("    " + line for line in text.split("\n")))
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from eventcode.check import DESCRIBED, FORMATS, KINDS, check_paths, kind_of_path
    from eventcode.data import data_root
    from eventcode.output import whole_file

    paths = arguments.paths or [data_root() / "codebooks" / "idlib", data_root() / "gazetteer" / "places.csv"]
    for path in paths:
        if kind_of_path(path) is None:
            what = f"is no {' or '.join(kind.name for kind in KINDS)}" if path.exists() else "no such file or folder"
            sys.stderr.write(f"eventcode: {path}: {what}\n")
            return 2
    report = check_paths(paths)
    shown = [problem for problem in report.problems if problem.level != "note" or arguments.notes]
    text = FORMATS[arguments.format](shown, DESCRIBED, Path.cwd())
    with ExitStack() as stack:
        file = sys.stdout
        if arguments.output is not None:
            try:
                file = stack.enter_context(whole_file(arguments.output))
            except OSError as error:
                sys.stderr.write(f"eventcode: {arguments.output}: cannot be written: {error.strerror}\n")
                return 2
        file.write(text)
    if arguments.format == "text" or arguments.output is not None:
        sys.stderr.write(_summary(report, notes=arguments.notes))
    failing = ("error", "warning") if arguments.strict else ("error",)
    return 1 if any(problem.level in failing for problem in report.problems) else 0


def _summary(report: Report, *, notes: bool) -> str:
    counts = [
        f"{number} {level}{'' if number == 1 else 's'}" for level in ("error", "warning", "note") if (number := report.count(level))
    ]
    text = ", ".join(counts) or "no fault found"
    text += " (--notes lists them)" if report.count("note") and not notes else ""
    text += f" ({report.excepted} excepted in exceptions.yaml)" if report.excepted else ""
    if not report.complete:
        text += "; words, patterns and examples are checked once the codebook loads: mend the errors first"
    return text + "\n"
