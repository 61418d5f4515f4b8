"""Which words of patterns are taken by other patterns that always win."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventcode.check.entries import Entry
from eventcode.codebook import Pattern

_Key = tuple[tuple[str, ...], str]
_PHRASE = "phrase"
_POS = (_PHRASE, "noun", "verb", "adjective")


def wins_always(first: Pattern, second: Pattern, order: dict[str, int]) -> bool:
    """Whether ``first`` takes every word that both have, wherever ``second`` could take it.

    The engine tries patterns that need words before others, then in the order of the files (``frames.triggers``).
    """
    if (not first.needs, order[first.rule]) > (not second.needs, order[second.rule]):
        return False
    if (first.after and first.after != second.after) or (first.before and first.before != second.before):
        return False
    if first.following and not second.following:
        return False
    if not set(first.without) <= set(second.without):
        return False
    return not first.needs or (bool(second.needs) and set(second.needs) <= set(first.needs))


def _keys(entry: Entry) -> list[_Key]:
    # Participles report an act in some frames only, so that who wins among them cannot be told from the words.
    return [(words, form.pos if form else _PHRASE) for words, form in entry.sequences if form is None or form.pos != "participle"]


class Shadows:
    """Which trigger words of a codebook are taken by a pattern that always wins."""

    def __init__(self, patterns: Sequence[Pattern], triggers: Sequence[Entry]) -> None:
        self.order = {pattern.rule: index for index, pattern in enumerate(patterns)}
        self.holders: dict[_Key, list[Entry]] = {}
        for entry in triggers:
            if not entry.gap:
                for key in _keys(entry):
                    self.holders.setdefault(key, []).append(entry)

    def winner(self, entry: Entry) -> Pattern | None:
        """A pattern that takes every word of an entry before the entry's own can."""
        if entry.pattern is None or entry.gap or not _keys(entry):
            return None
        found: Pattern | None = None
        for key in _keys(entry):
            found = next((p for p in self._others(entry, key) if wins_always(p, entry.pattern, self.order)), None)
            if found is None:
                return None
        return found

    def rivals(self, entry: Entry) -> Iterator[Pattern]:
        """Patterns of other types that take words of the entry in the same surroundings, by the order of the files alone."""
        if entry.pattern is None or entry.gap:
            return
        seen: set[str] = set()
        for key in _keys(entry):
            for other in self._before(entry, entry.pattern, key):
                if other.rule not in seen and other.type != entry.pattern.type:
                    seen.add(other.rule)
                    yield other

    def double(self, entry: Entry) -> Pattern | None:
        """A pattern of the same type that takes every word of the entry in the same surroundings, by the order of the file alone."""
        own = entry.pattern
        if own is None or entry.gap:
            return None
        rivals = [{other.rule: other for other in self._before(entry, own, key) if other.type == own.type} for key in _keys(entry)]
        return (
            next((other for rule, other in rivals[0].items() if all(rule in found for found in rivals)), None) if rivals else None
        )

    def _before(self, entry: Entry, own: Pattern, key: _Key) -> Iterator[Pattern]:
        """Earlier patterns with a word of the entry that ask for the same surroundings."""
        for other in self._like(entry, *key):
            alike = set(own.needs) & set(other.needs) or (not own.needs and not other.needs)
            if alike and self.order[other.rule] < self.order[own.rule] and own.after == other.after:
                yield other

    def _others(self, entry: Entry, key: _Key) -> Iterator[Pattern]:
        for holder in self.holders.get(key, ()):
            if holder.pattern is not None and holder.pattern is not entry.pattern:
                yield holder.pattern

    def _like(self, entry: Entry, words: tuple[str, ...], pos: str) -> Iterator[Pattern]:
        """Other patterns with the same words, as a phrase or as a form of the same part of speech."""
        for other in _POS if pos == _PHRASE else (pos, _PHRASE):
            yield from self._others(entry, (words, other))
