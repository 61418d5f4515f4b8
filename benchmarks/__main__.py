"""Speed of every stage, beside a plain word pass over the same text.

Usage: python -m benchmarks [FILE.jsonl|FILE.txt ...] [--repeat N]
Without a file the sample article is coded again and again. Reports sentences/s and MB/s (UTF-8 bytes) per stage, the ratio to
``re.findall(r"\\w+")`` over the same text, load time, and memory after loading and at its peak. "mentions" holds the four stages above it
and the actors; "whole" is the call that a user makes.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from eventcode.codebook import load_codebook
from eventcode.coder import Coder
from eventcode.data import data_root
from eventcode.dates import find as find_dates
from eventcode.events import Builder, link
from eventcode.frames import analyse
from eventcode.gazetteer import Gazetteer
from eventcode.mentions import View
from eventcode.model import Source
from eventcode.numbers import find as find_numbers
from eventcode.reading import Document, read
from eventcode.text import sentences

DAY = dt.date(2020, 1, 23)


def memory() -> float:
    """The largest memory that the process has had so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


def timed(work: Callable[[], object], repeat: int) -> float:
    """Best wall time of a piece of work, in seconds."""
    best = float("inf")
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def texts_of(paths: list[str]) -> list[str]:
    """The texts to measure on."""
    if paths:
        return [item.text for path in paths for item in read(path) if isinstance(item, Document)]
    sample = data_root() / "codebooks" / "idlib" / "sample" / "article.txt"
    return [sample.read_text(encoding="utf-8")] * 50


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--repeat", type=int, default=3)
    arguments = parser.parse_args()
    for path in arguments.paths:
        if not Path(path).exists():
            parser.error(f"{path}: no such file")
    start = time.perf_counter()
    codebook = load_codebook()
    codebook_time = time.perf_counter() - start
    start = time.perf_counter()
    gazetteer = Gazetteer.load()
    gazetteer_time = time.perf_counter() - start
    coder = Coder(codebook, gazetteer)
    loaded = memory()
    texts = texts_of(arguments.paths)
    size = sum(len(text.encode()) for text in texts)
    pattern = re.compile(r"\w+")
    floor = timed(lambda: [pattern.findall(text) for text in texts], arguments.repeat)
    parts = [sentences(text) for text in texts]
    count = sum(len(document) for document in parts)
    tokens = [sentence.tokens for document in parts for sentence in document]

    def mentions() -> list[list[View]]:
        return [coder.views(text, DAY) for text in texts]

    documents = mentions()
    resolved = [gazetteer.resolve([view.places for view in views]) for views in documents]

    def events() -> None:
        # Its predicates are made anew in each pass, because building may complete them; the time of that pass is taken off.
        for text, views, places in zip(texts, documents, resolved, strict=True):
            builder = Builder(
                codebook, coder.info, Source("", published=DAY), text, places, frozenset(), coder.country, coder.state
            )
            link([event for view in views for event in builder.sentence(view, analyse(view, codebook, frozenset())[0])])

    stages: list[tuple[str, Callable[[], object]]] = [
        ("text", lambda: [sentences(text) for text in texts]),
        ("dictionary", lambda: [codebook.trie.find(item) for item in tokens]),
        ("dates", lambda: [find_dates(item, DAY) for item in tokens]),
        ("numbers", lambda: [find_numbers(item) for item in tokens]),
        ("places", lambda: [gazetteer.find(item) for item in tokens]),
        ("mentions", mentions),
        ("homonyms", lambda: [gazetteer.resolve([view.places for view in views]) for views in documents]),
        ("frames", lambda: [analyse(view, codebook, frozenset()) for views in documents for view in views]),
        ("events", events),
        ("whole", lambda: [coder.code(text, published=DAY) for text in texts]),
    ]
    print(f"{len(texts)} documents, {count} sentences, {size / 1e6:.2f} MB; one core, best of {arguments.repeat}")
    print(f"load: codebook {codebook_time:.2f} s, gazetteer {gazetteer_time:.2f} s")
    print(f"{'stage':12}{'sentences/s':>14}{'MB/s':>10}{'x floor':>10}")
    print(f"{'floor':12}{count / floor:14.0f}{size / 1e6 / floor:10.2f}{1.0:10.1f}")
    spent: dict[str, float] = {}
    for name, work in stages:
        seconds = timed(work, arguments.repeat)
        spent[name] = seconds
        if name == "events":
            seconds = max(1e-9, seconds - spent["frames"])
        print(f"{name:12}{count / seconds:14.0f}{size / 1e6 / seconds:10.2f}{seconds / floor:10.1f}")
    print(f"memory: {loaded:.0f} MB after loading, {memory():.0f} MB at the peak")
    return 0


if __name__ == "__main__":
    sys.exit(main())
