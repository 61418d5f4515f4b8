"""``eventcode explain``: every stage of one text, and why each field is as it is."""

from __future__ import annotations

import argparse
import datetime as dt

from eventcode.cli.arguments import Subparsers, add_data, coder_of, day

_EPILOG = """examples:
  eventcode explain "قصفت طائرات حربية روسية بلدة كنصفرة أمس" --date 2020-01-23
  cat article.txt | eventcode explain - --date 2020-01-23 | less
"""


def add(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "explain", help="show how a text is coded and why",
        description="Show what was found in a text at every stage, and for each field of each event the words and the rule.",
        epilog=_EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("text", help="a sentence or several, or - for standard input")
    parser.add_argument("--date", type=day, metavar="YYYY-MM-DD", help="publication date (default: today)")
    add_data(parser)
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the subcommand."""
    from eventcode.reading import read_standard_input

    coder = coder_of(arguments)
    if coder is None:
        return 2
    text = read_standard_input() if arguments.text == "-" else arguments.text
    print(coder.explain(text, published=arguments.date or dt.date.today()))
    return 0
