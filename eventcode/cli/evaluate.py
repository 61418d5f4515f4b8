"""``eventcode evaluate``: precision, recall and F1 on a gold file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from eventcode.cli import review
from eventcode.cli.arguments import Subparsers, add_data, coder_of

if TYPE_CHECKING:
    from eventcode.review import Evaluation, Gold, Row

_LETTERS = {"full": None, "role": 6, "country": 3}


def add(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "evaluate", help="score events against a gold file",
        description="Precision, recall and F1 by field and by type against a gold file of your own, and every error. GOLD is a file of "
        "JSON lines (events of eventcode code, put right by hand, or shorter rows), or a folder with a file a document. What is "
        "scored are EVENTS, or what is coded now: the documents of --corpus, else the .txt files in the folder GOLD.",
    )  # fmt: skip
    parser.add_argument("gold", type=Path, metavar="GOLD", help="gold rows: .jsonl, or a folder of ID.jsonl")
    parser.add_argument(
        "events", type=Path, nargs="?", metavar="EVENTS", help="events as eventcode code --format jsonl writes them"
    )
    parser.add_argument(
        "--corpus", action="append", default=[], metavar="PATH", help="documents to code and score; may be given again"
    )
    parser.add_argument(
        "--actors", choices=tuple(_LETTERS), default="full",
        help="how much of the codes of actors and targets is compared: all (default), country and role, or country",
    )  # fmt: skip
    parser.add_argument(
        "--fail-under", type=_bar, action="append", default=[], metavar="FIELD=F1",
        help="exit with 1 where the F1 of a field (type, actors, ...; type if none is named) is below, such as type=0.8",
    )  # fmt: skip
    review.add_day(parser)
    review.add_report(parser, "errors", 50)
    add_data(parser)
    parser.set_defaults(func=run)


def _bar(text: str) -> tuple[str, float]:
    field, _, figure = text.rpartition("=")
    try:
        bar = float(figure)
    except ValueError:
        bar = -1
    if not 0 <= bar <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form FIELD=F1 with an F1 from 0 to 1")
    return field or "type", bar


def run(arguments: argparse.Namespace) -> int:
    """Run the subcommand."""
    from eventcode.review import evaluate, read_gold, report
    from eventcode.review.gold import read_events

    corpus = list(arguments.corpus)
    if arguments.events is None and not corpus and arguments.gold.is_dir():
        corpus = [str(path) for path in sorted(arguments.gold.glob("*.txt"))]
    if (arguments.events is None) == (not corpus):
        sys.stderr.write("eventcode: give EVENTS to score, or --corpus with the documents to code (one of them)\n")
        return 2
    if review.missing(map(str, (arguments.gold, *corpus))):
        return 2
    gold = read_gold(arguments.gold)
    if arguments.events is not None:
        rows, failed = read_events(arguments.events), False
    else:
        coded = _coded(arguments, gold, corpus)
        if coded is None:
            return 2
        rows, failed = coded
    result = evaluate(gold, rows, _LETTERS[arguments.actors])
    unknown = [field for field, _ in arguments.fail_under if field not in result.fields]
    if unknown:
        sys.stderr.write(f"eventcode: --fail-under: {unknown[0]!r} is not scored; fields are {', '.join(result.fields)}\n")
        return 2
    review.write(arguments, result.to_dict(), report.evaluation(result, review.limit_of(arguments)))
    return 1 if _below(result, arguments.fail_under) or failed else 0


def _coded(arguments: argparse.Namespace, gold: Gold, corpus: list[str]) -> tuple[list[Row], bool] | None:
    """The events of the corpus, and whether records failed; None where the coder's data is faulty."""
    from eventcode.review.corpus import documents
    from eventcode.review.gold import code_for

    coder = coder_of(arguments)
    if coder is None:
        return None
    rows, errors = code_for(gold, coder, documents(corpus, arguments.date))
    return rows, review.tell(errors)


def _below(result: Evaluation, bars: list[tuple[str, float]]) -> bool:
    below = [(field, bar, result.fields[field].f1) for field, bar in bars if (result.fields[field].f1 or 0) < bar]
    for field, bar, figure in below:
        sys.stderr.write(f"eventcode: the F1 of {field} is {0 if figure is None else figure:.3f}, below {bar}\n")
    return bool(below)
