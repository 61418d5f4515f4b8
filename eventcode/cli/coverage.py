"""``eventcode coverage``: which patterns fire on a corpus, and what they miss."""

from __future__ import annotations

import argparse

from eventcode.cli import review
from eventcode.cli.arguments import Subparsers, add_data, coder_of


def add(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "coverage", help="show which patterns fire on a corpus, and what they miss",
        description="Code documents and show how often each pattern fired, which never did, the sentences with words of conflict "
        "that gave no event, and the words and possible actors near them that no dictionary holds.",
    )  # fmt: skip
    review.add_corpus(parser)
    review.add_report(parser, "entries of each list", 20)
    add_data(parser)
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the subcommand."""
    from eventcode.review import cover, report
    from eventcode.review.corpus import documents

    if review.missing(arguments.corpus):
        return 2
    coder = coder_of(arguments)
    if coder is None:
        return 2
    result = cover(coder, documents(arguments.corpus, arguments.date))
    failed = review.tell(result.errors)
    review.write(arguments, result.to_dict(), report.coverage(result, review.limit_of(arguments)))
    return 1 if failed else 0
