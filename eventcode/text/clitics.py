"""Proclitics and enclitics of a written Arabic word, as candidates: the lexicon decides which one holds.

Every way of reading a folded word as conjunction + preposition or future particle + article + stem + pronoun is listed, the
least stripped first. No stem is invented: a candidate is used only where a dictionary holds its stem. Grammar after
Ryding, A Reference Grammar of Modern Standard Arabic, ch. 2 and 12 (proclitic order, ta marbuta and long alif before suffixes).
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Analysis(NamedTuple):
    """One reading of a word.

    ``proclitics`` holds the letters split off before the article ("و", "ب", "ول", "س" ...), ``article`` tells whether the
    definite article was there (also inside لل), ``stem`` is the rest and ``enclitic`` the pronoun suffix or "".
    """

    proclitics: str
    article: bool
    stem: str
    enclitic: str


_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")
_PRONOUNS = ("هما", "كما", "هم", "هن", "ها", "كم", "نا", "ني", "ه", "ك", "ي")
_MIN_STEM = 2


def _front(word: str) -> list[tuple[str, bool, str]]:
    """Readings of the front of a word: (proclitics, article, rest), least stripped first."""
    out = [("", False, word)]

    def after_conjunction(prefix: str, rest: str) -> None:
        if rest.startswith("ال") and len(rest) - 2 >= _MIN_STEM:
            out.append((prefix, True, rest[2:]))
        if rest.startswith("لل") and len(rest) - 2 >= _MIN_STEM:
            out.append((prefix + "ل", True, rest[2:]))
            # A stem that itself begins with lam loses it in writing after lil-: للجنة is ل + ال + لجنة.
            out.append((prefix + "ل", True, rest[1:]))
        for letter in _PREPOSITIONS:
            if rest.startswith(letter) and len(rest) - 1 >= _MIN_STEM:
                inner = rest[1:]
                out.append((prefix + letter, False, inner))
                if inner.startswith("ال") and len(inner) - 2 >= _MIN_STEM:
                    out.append((prefix + letter, True, inner[2:]))
        if rest.startswith("س") and len(rest) > _MIN_STEM + 1 and rest[1] in "يتنا":
            out.append((prefix + "س", False, rest[1:]))
        # لا يـ is never written together, but lam of purpose and of command is: ليقصف, لتنفيذ; covered by "ل" above.

    after_conjunction("", word)
    for letter in _CONJUNCTIONS:
        if word.startswith(letter) and len(word) - 1 >= _MIN_STEM:
            out.append((letter, False, word[1:]))
            after_conjunction(letter, word[1:])
    return out


def _back(stem: str, article: bool) -> list[tuple[str, str]]:
    """Readings of the back of a stem: (stem, pronoun), the unsplit first.

    A noun with the article takes no pronoun. Before a pronoun ta marbuta is written ت, the silent alif after the plural waw
    is dropped, alif maqsura is written ا and a final hamza gets a seat (لقائه); the dictionary form of each is a further candidate.
    """
    out = [(stem, "")]
    if article:
        return out
    for pronoun in _PRONOUNS:
        if not stem.endswith(pronoun) or len(stem) - len(pronoun) < _MIN_STEM:
            continue
        rest = stem[: -len(pronoun)]
        out.append((rest, pronoun))
        if rest.endswith("ت") and len(rest) > _MIN_STEM:
            out.append((rest[:-1] + "ه", pronoun))
        elif rest.endswith("و"):
            out.append((rest + "ا", pronoun))
        elif rest.endswith("ا"):
            out.append((rest[:-1] + "ي", pronoun))
        if rest.endswith(("اي", "او")) and len(rest) > _MIN_STEM + 1:
            # لقائه, انتهاؤها: the hamza after a long alif takes a seat before a pronoun.
            out.append((rest[:-1] + "ء", pronoun))
    return out


@lru_cache(maxsize=200_000)
def analyses(norm: str) -> tuple[Analysis, ...]:
    """Every reading of a folded word, least stripped first; the whole word is always the first one."""
    seen = set()
    out = []
    for proclitics, article, rest in _front(norm):
        for stem, pronoun in _back(rest, article):
            reading = Analysis(proclitics, article, stem, pronoun)
            if reading not in seen:
                seen.add(reading)
                out.append(reading)
    out.sort(key=lambda r: len(r.proclitics) + 2 * r.article + len(r.enclitic))
    return tuple(out)
