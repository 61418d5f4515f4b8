"""Look up the name of a place in tokens: the longest dictionary name, and the near name of a slip."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import attrs
from rapidfuzz.distance import OSA

from eventcode.gazetteer.table import Place, Table, key_words, without_article
from eventcode.gazetteer.words import (
    ADJECTIVES,
    ANAPHORS,
    CONFUSABLE,
    DIRECTIONS,
    HOME,
    HOME_COUNTRY,
    NATIONS,
    PEOPLES,
    PLACE_PREPOSITIONS,
    QUOTES,
    SEPARATORS,
)
from eventcode.text import Analysis, Token, analyses

_MAX_WORDS = 6
_TANWIN = "\u064b"
# From this many words a name holds its own kind (نقطة المراقبة التركية في مورك), so that an actor inside it does not hide it.
SELF_EVIDENT_WORDS = 4
_SLIP_LEAST = 4
# Letters of a word that is the slip of a name by letters that look or sound alike, and by any letter; a shorter one only where
# the text names that place elsewhere. Seven guesses on 302 reports were wrong six times without these bounds.
_SLIP_ALIKE = 5
_SLIP_FREE = 6
# Words for parts that villages bear as a name.
_SHARES = frozenset({"قسمين"})
# Distinct words of which it is kept whether a name begins with them.
_MOST_WORDS = 200_000


@attrs.frozen(slots=True)
class Name:
    """A name at tokens ``first`` to ``last`` (exclusive); ``score`` is below 1 for a corrected slip."""

    first: int
    last: int
    places: tuple[Place, ...]
    reading: Analysis
    score: float = 1.0


class Lookup:
    """The names of a table, by their first word; ``risky`` are folded names that are common words and need evidence, ``firm`` those
    among them that are adjectives, numbers or persons, which do not follow a preposition of place.
    """

    def __init__(self, table: Table, risky: frozenset[str], firm: frozenset[str] = frozenset()) -> None:
        self.table = table
        self.risky = risky
        self.firm = firm
        self._first: dict[str, tuple[tuple[Analysis, str, int], ...]] = {}  # by distinct word, filled as words are met
        self._longest: dict[str, int] = {}
        self._second: dict[str, set[str]] = {}
        for key in table.by_key:
            self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))
            if len(key) > 1:
                self._second.setdefault(key[0], set()).add(key[1])
        self.home = frozenset(
            place.id
            for place in table.places.values()
            if place.id in HOME or any(area.id in HOME for area in table.ancestors(place))
        )
        self.syrian = frozenset(
            place.id
            for place in table.places.values()
            if place.level == "settlement" and any(area.id == HOME_COUNTRY for area in table.ancestors(place))
        )
        # Towns that need no "town of" wherever they are: the chief town of a subdistrict bears its name.
        self.towns = frozenset(place.id for place in table.places.values() if self._chief(place))
        self._articled = _articled(table)
        self._slips: dict[tuple[int, int, str], list[tuple[str, tuple[str, ...]]]] = {}
        for key, places in table.by_key.items():
            if len(key) <= 2 and any(place.level == "settlement" and place.id in self.home for place in places):
                # A slip leaves the first or the last letter alone, so names are found by either.
                text = " ".join(key)
                for end in {"^" + text[0], "$" + text[-1]}:
                    self._slips.setdefault((len(key), len(text), end), []).append((text, key))

    def _lacks_article(self, place: Place, reading: Analysis) -> bool:
        """Whether a place has the name of one word only with an article, and the text has none."""
        if reading.article or reading.stem.startswith("ال"):
            return False
        return place.id in self._articled.get(reading.stem, ())

    def _chief(self, place: Place) -> bool:
        if place.level != "settlement":
            return False
        areas = {area.id for area in self.table.ancestors(place) if area.level in ("subdistrict", "district")}
        return any(area.id in areas for area in self.table.by_key.get(key_words(place.name), ()))

    def starts(self, norm: str) -> bool:
        """Whether a name can begin with a word, its clitics taken off."""
        return bool(self._starts(norm))

    def _starts(self, norm: str) -> tuple[tuple[Analysis, str, int], ...]:
        """The readings of a word with which a name can begin: with the name's first word, and the most words of such a name."""
        found = self._first.get(norm)
        if found is None:
            if len(self._first) >= _MOST_WORDS:
                self._first.clear()
            readings = [(reading, without_article(reading.stem)) for reading in analyses(norm) if not reading.enclitic]
            found = self._first[norm] = tuple(
                (reading, stem, self._longest[stem]) for reading, stem in readings if stem in self._longest
            )
        return found

    def at(self, tokens: Sequence[Token], index: int, blocked: frozenset[int]) -> Name | None:
        """The longest name that starts at a token (quotes before it are passed over)."""
        first = index
        while index < len(tokens) and tokens[index].text in QUOTES and tokens[index].text != ")" and index - first < 2:
            index += 1
        if index >= len(tokens) or tokens[index].kind == "punct":
            return None
        best: Name | None = None
        barred = index in blocked
        for reading, stem, longest in self._starts(tokens[index].norm):
            if (barred and longest < SELF_EVIDENT_WORDS) or (best and best.last - best.first >= longest and reading.proclitics):
                continue
            found = self._longest_from(tokens, index, stem, min(longest, _MAX_WORDS), blocked)
            if found is not None and (best is None or found[0] > best.last):
                last, places = found
                if last == index + 1 and _TANWIN in tokens[index].text:
                    continue  # دومًا is always, and دوما the town
                if last == index + 1 and reading.proclitics and _hamza_within(tokens[index].text, reading, places):
                    continue  # بدأنا is "we began", and دانا the town
                if last == index + 1 and _never_bare(tokens[index].norm, stem):
                    continue
                if last == index + 1 and stem in ANAPHORS:
                    # المدينة and المنطقة stand for a place named before, though villages bear these names too; مدينة and قرية
                    # are what a place is.
                    continue
                if last == index + 1 and stem in _SHARES and _has_article(tokens[index].norm) and _sided(tokens, last):
                    continue  # القسمين الشمالي والغربي are two parts, and قسمين a village
                best = Name(index, last, places, reading)
                if last == index + 1:
                    # وقت قصير: where a village is called قصير, the word is not the town القصير.
                    own = tuple(place for place in places if not self._lacks_article(place, reading))
                    best = Name(index, last, own or places, reading)
        return best

    def _longest_from(
        self, tokens: Sequence[Token], index: int, stem: str, longest: int, blocked: frozenset[int]
    ) -> tuple[int, tuple[Place, ...]] | None:
        words = [stem]
        position = index + 1
        ends = [position]
        free = [index not in blocked]
        while len(words) < longest and position < len(tokens):
            token = tokens[position]
            if token.text in SEPARATORS or token.text in QUOTES:
                position += 1
                continue
            if token.kind == "punct" or token.text == "على":
                break  # قلعة التل على المدينة is no قلعة تل علي
            word = without_article(token.norm)
            if len(words) == 1 and word not in self._second[stem]:
                break
            words.append(word)
            # الجزيرة السورية: an adjective of nationality that is part of a name is nobody's.
            free.append(position not in blocked or word.removesuffix("ه") in NATIONS)
            position += 1
            ends.append(position)
        for size in range(len(words), 0, -1):
            places = self.table.by_key.get(tuple(words[:size]))
            if places and size > 1 and words[size - 1] in ANAPHORS and not _has_article(tokens[ends[size - 1] - 1].norm):
                continue  # مركز مدينة عفرين is no مركز المدينة
            side = tokens[ends[1] - 1].norm if size == 2 else ""
            if places and side in DIRECTIONS and _has_article(tokens[index].norm) and not _begins_with_article(places):
                continue  # الباب شرقي حلب is no باب شرقي
            if places and size == 2 and not any("ال" in token.norm[:4] for token in tokens[index : ends[1]]):
                # صورة كبيرة is not the village الصورة الكبيرة.
                places = [place for place in places if not _articled_throughout(place, words)]
            if places and (size >= SELF_EVIDENT_WORDS or all(free[:size])):
                return ends[size - 1], tuple(places)
        return None

    # -- slips -------------------------------------------------------------------------------------------------------

    def slip(
        self, tokens: Sequence[Token], index: int, blocked: frozenset[int], favoured: Iterable[str] = (), joined: bool = False
    ) -> Name | None:
        """A misspelt name where the context asks for one: one letter off the only such name, of one or two words.

        ``joined``: "and" before it is none of its letters.

        Two names equally near are no answer unless one of them is among the ids of ``favoured`` (places that the text names), or
        one differs by a letter of the same skeleton (dots apart) or sound.
        """
        while index < len(tokens) and tokens[index].text in QUOTES:
            index += 1
        if index >= len(tokens) or index in blocked or tokens[index].kind != "word":
            return None
        for size in (2, 1):
            words: list[str] = []
            position = index
            while len(words) < size and position < len(tokens) and tokens[position].kind == "word" and position not in blocked:
                norm = tokens[position].norm
                words.append(without_article(norm.removeprefix("و") if joined and not words else norm))
                position += 1
            text = " ".join(words)
            if len(words) < size or len(text) < _SLIP_LEAST or words[-1] in PLACE_PREPOSITIONS:
                continue
            key = self._nearest(text, size, frozenset(favoured))
            if key is not None and words[-1] == f"و{key[-1]}":
                continue  # كفريا ومعرة مصرين are two towns, no slip of كفريا المعرة
            if key is not None:
                score = round(1 - 1 / len(text), 3)
                return Name(index, position, tuple(self.table.by_key[key]), Analysis("و" if joined else "", False, text, ""), score)
        return None

    def _nearest(self, text: str, size: int, favoured: frozenset[str]) -> tuple[str, ...] | None:
        near: dict[tuple[str, ...], float] = {}
        for length in (len(text) - 1, len(text), len(text) + 1):
            for end in ("^" + text[0], "$" + text[-1]):
                for other, key in self._slips.get((size, length, end), ()):
                    if OSA.distance(text, other, score_cutoff=1) == 1 and key not in near:
                        rank = 1.0 if _look_alike(text, other) else 2.0
                        named = any(place.id in favoured for place in self.table.by_key[key])
                        if len(text) < (_SLIP_ALIKE if rank == 1.0 else _SLIP_FREE) and not named:
                            continue
                        near[key] = rank - (2.0 if named else 0.0)
        ranked = sorted(near.items(), key=lambda item: item[1])
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]


def _hamza_within(text: str, reading: Analysis, places: Sequence[Place]) -> bool:
    """Whether a word has a hamza on its alif inside what is left of it, which no name of the places has there."""
    rest = text[len(reading.proclitics) + 2 * reading.article :][1:]
    return "أ" in rest and not any("أ" in name.removeprefix("ال")[1:] for place in places for name in place.names)


def _articled(table: Table) -> dict[str, frozenset[str]]:
    """Names of one word, without article, and the ids of the places that have it with the article only."""
    bare: dict[str, set[str]] = {}
    articled: dict[str, set[str]] = {}
    for place in table.places.values():
        for name in place.names:
            key = key_words(name)
            if len(key) == 1:
                (articled if name.startswith("ال") else bare).setdefault(key[0], set()).add(place.id)
    return {word: frozenset(ids - bare.get(word, set())) for word, ids in articled.items()}


def _articled_throughout(place: Place, words: Sequence[str]) -> bool:
    """Whether a name of two words has the article on both: a noun with its adjective."""
    named = [name.split() for name in place.names if key_words(name) == tuple(words[:2])]
    return bool(named) and all(len(name) == 2 and all(word.startswith("ال") for word in name) for name in named)


def _has_article(norm: str) -> bool:
    """Whether a word has the article, though a preposition is written with it (للمدينة)."""
    return norm.startswith(("ال", "لل")) or norm[1:3] == "ال"


def _begins_with_article(places: Iterable[Place]) -> bool:
    """Whether the name of a place among some has the article at its first word: الريحانية غربي."""
    return any(place.name.startswith("ال") for place in places)


def _sided(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is an adjective of direction with the article."""
    norm = tokens[index].norm if index < len(tokens) else ""
    return norm.startswith("ال") and without_article(norm).removesuffix("ه") in ADJECTIVES


@lru_cache(maxsize=10_000)
def _never_bare(norm: str, stem: str) -> bool:
    """Whether a word is a preposition or an adjective of direction or people, though a village bears it: على, الشمالية, كردية."""
    if norm in PLACE_PREPOSITIONS or norm.removeprefix("و") in PLACE_PREPOSITIONS:
        return True
    adjective = stem.removesuffix("ه")
    # سورية and السعودية are countries too, السورية never is.
    nation = adjective in NATIONS and stem != "سعوديه" and (stem != "سوريه" or norm.endswith("لسوريه"))
    return adjective in ADJECTIVES or nation or adjective in PEOPLES


@lru_cache(maxsize=10_000)
def _look_alike(text: str, other: str) -> bool:
    """Whether two words of one length differ in one letter only, by letters that differ in dots or are heard alike."""
    if len(text) != len(other):
        return False
    different = [(a, b) for a, b in zip(text, other, strict=True) if a != b]
    return len(different) == 1 and any(different[0][0] in kind and different[0][1] in kind for kind in CONFUSABLE)
