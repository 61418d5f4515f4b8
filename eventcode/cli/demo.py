"""``eventcode demo``: code the sample article that ships with the package."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from eventcode.cli.arguments import Subparsers


def add(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "demo", help="code the sample article", description="Code the sample article and show what comes out."
    )
    parser.add_argument("--report", type=Path, metavar="FILE", help="also write the report of its events, a page for the browser")
    parser.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the subcommand."""
    from eventcode.coder import Coder
    from eventcode.data import data_root
    from eventcode.output import whole_file
    from eventcode.output.table import write
    from eventcode.reading import Document, read
    from eventcode.report import Labels
    from eventcode.report import write as write_report

    folder = data_root() / "codebooks" / "idlib" / "sample"
    coder = Coder()
    for document in read(str(folder)):
        if not isinstance(document, Document):
            sys.stderr.write(f"eventcode: {document}\n")
            return 1
        print(f"{document.publisher}, {document.published}\n\n{document.text.strip()}\n")
        events = coder.code(
            document.text, published=document.published, document=document.id, title=document.title, publisher=document.publisher
        )
        write(events, sys.stdout)
        if arguments.report:
            with whole_file(arguments.report) as file:
                write_report(events, file, labels=Labels.of(coder.codebook), texts={document.id: document.text})
            print(f"\nThe report is {arguments.report}: open it in a browser.")
    print(f"\nThe article is {folder / 'article.txt'}. Next:")
    print(f"  eventcode code {folder} --format jsonl     the whole of every event")
    print('  eventcode explain "قصفت طائرات حربية روسية بلدة كنصفرة"     why each field is as it is')
    return 0
