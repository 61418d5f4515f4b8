"""``eventcode diff``: what two codebooks code differently."""

from __future__ import annotations

import argparse

from eventcode.cli import review
from eventcode.cli.arguments import Subparsers, add_gazetteer


def add(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "diff", help="show what two codebooks code differently",
        description="Code documents with two codebooks and show which events appear, vanish or change, by type and by pattern, "
        "with their sentences. Exit code 0: no difference; 1: differences; 2: trouble (also documents that could not be coded).",
    )  # fmt: skip
    parser.add_argument("old", metavar="OLD", help="a codebook folder, or the name of one that ships with eventcode (idlib)")
    parser.add_argument("new", metavar="NEW", help="the codebook to compare with it")
    review.add_corpus(parser)
    review.add_report(parser, "changes", 50)
    add_gazetteer(parser)
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the subcommand."""
    from eventcode.codebook import find_codebook
    from eventcode.coder import Coder
    from eventcode.gazetteer import Gazetteer
    from eventcode.review import compare, report
    from eventcode.review.corpus import documents

    if review.missing(arguments.corpus):
        return 2
    gazetteer = Gazetteer.load(overlays=arguments.gazetteer)
    old, new = (Coder(find_codebook(name), gazetteer) for name in (arguments.old, arguments.new))
    result = compare(old, new, documents(arguments.corpus, arguments.date))
    failed = review.tell(result.errors)
    review.write(arguments, result.to_dict(), report.comparison(result, review.limit_of(arguments)))
    return 2 if failed else 1 if result.changes else 0
