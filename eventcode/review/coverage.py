"""What the patterns of a codebook did on a corpus: how often each fired, and where words of conflict gave no event."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from eventcode.codebook import Codebook
from eventcode.coder import Coder
from eventcode.errors import RecordError
from eventcode.mentions import Finder, View
from eventcode.mentions.closed import (
    COMPLEMENTISERS,
    DETERMINERS,
    NEGATORS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    VERB_MARKERS,
    bare,
)
from eventcode.model import Event
from eventcode.reading import Document
from eventcode.review.compare import pattern_of
from eventcode.review.corpus import code
from eventcode.text import sentences

_FUNCTION = PREPOSITIONS | COMPLEMENTISERS | SUBORDINATORS | NEGATORS | RELATIVES | VERB_MARKERS | DETERMINERS
_NEAR = 6  # tokens to each side of a word of conflict, about the width of an Arabic noun phrase with its adjectives
_NAME = 4  # tokens that a name may have
_LEAST_WORD = 3  # letters
_NAMED = frozenset({"force", "group", "people", "official", "aircraft"})


@attrs.frozen(slots=True)
class Silent:
    """A sentence with words of conflict that gave no event; ``words`` are those words with the entry that lists each."""

    document: str
    start: int
    sentence: str
    words: tuple[tuple[str, str], ...]

    def to_dict(self) -> dict[str, Any]:
        """The plain structure."""
        return {"document": self.document, "start": self.start, "sentence": self.sentence, "words": dict(self.words)}


@attrs.frozen(slots=True)
class Unknown:
    """A word or name that no dictionary holds: how often it stands near words of conflict and elsewhere, and one sentence.

    ``score`` is the log-likelihood ratio of its nearness to words of conflict (0 for names, which are ranked by number alone).
    """

    text: str
    near: int
    elsewhere: int
    score: float
    sentence: str

    def to_dict(self) -> dict[str, Any]:
        """The plain structure."""
        return attrs.asdict(self)


@attrs.define
class Coverage:
    """What a corpus showed; ``patterns`` and ``types`` hold every one of the codebook, also those that never fired."""

    codebook: str
    patterns: dict[str, int]
    types: dict[str, int]
    documents: int = 0
    sentences: int = 0
    coded: int = 0
    silent: list[Silent] = attrs.field(factory=list)
    words: list[Unknown] = attrs.field(factory=list)
    actors: list[Unknown] = attrs.field(factory=list)
    errors: list[RecordError] = attrs.field(factory=list)

    @property
    def never(self) -> list[str]:
        """Patterns that did not fire."""
        return sorted(name for name, count in self.patterns.items() if not count)

    def to_dict(self) -> dict[str, Any]:
        """The plain structure."""
        return {
            "codebook": self.codebook, "documents": self.documents, "sentences": self.sentences,
            "sentences_with_events": self.coded, "types": self.types, "patterns": self.patterns,
            "silent": [item.to_dict() for item in self.silent], "words": [item.to_dict() for item in self.words],
            "actors": [item.to_dict() for item in self.actors],
        }  # fmt: skip


def log_likelihood(near: int, elsewhere: int, near_all: int, elsewhere_all: int) -> float:
    """How much more often a word stands near than elsewhere (Dunning 1993, G2); 0 where it is not more often."""
    if not near or not near_all or near * elsewhere_all <= elsewhere * near_all:
        return 0.0
    total = (near + elsewhere) / (near_all + elsewhere_all)
    score = near * math.log(near / (near_all * total))
    if elsewhere:
        score += elsewhere * math.log(elsewhere / (elsewhere_all * total))
    return 2 * score


def conflict_lists(codebook: Codebook) -> frozenset[str]:
    """The word lists that patterns for acts of arms ask for near their words (munitions, aircraft); all patterns where none is."""
    patterns = _of_arms(codebook)
    asked = {name for pattern in patterns for name in pattern.needs}
    asked |= {name for pattern in patterns for rule in pattern.refine for name in rule.near}
    return frozenset(asked - {name for pattern in patterns for name in pattern.without})


def _of_arms(codebook: Codebook) -> Sequence[Any]:
    armed = [pattern for pattern in codebook.patterns if codebook.frames[pattern.frame].armed]
    return armed or codebook.patterns


def cover(coder: Coder, documents: Iterable[Document | RecordError]) -> Coverage:
    """Code documents and collect what fired and what did not; errors among the documents are collected too.

    Words of conflict are the words of the patterns whose role frame is ``armed``, and of the lists that these patterns ask for; in a
    codebook without such a pattern, those of all patterns.
    """
    book = coder.codebook
    out = Coverage(book.identity, {pattern.rule: 0 for pattern in book.patterns}, dict.fromkeys(book.types, 0))
    survey = _Survey(coder)
    for document in documents:
        try:
            if isinstance(document, RecordError):
                raise document
            events = code(coder, document)
        except RecordError as error:
            out.errors.append(error)
            continue
        out.documents += 1
        for event in events:
            out.patterns[pattern_of(event)] += 1
            out.types[event.type] += 1
        stretches = [span for event in events for span in (event.trigger, *event.also)]
        for view in survey.views(document):
            out.sentences += 1
            start, end = view.sentence.start, view.sentence.end
            if any(start <= span.start < end for span in stretches):
                out.coded += 1
                survey.coded(view, [event for event in events if start <= event.trigger.start < end])
                continue
            words = survey.silent(view)
            if words:
                text = view.slice(start, end)
                out.silent.append(Silent(document.id, start, text, words))
    out.words, out.actors = survey.words(), survey.names.ranked()
    return out


@attrs.define
class _Tally:
    """How often each text was met, as it was first written, with the first sentence."""

    counts: Counter[str] = attrs.field(factory=Counter)
    written: dict[str, tuple[str, str]] = attrs.field(factory=dict)

    def add(self, key: str, text: str, sentence: str) -> None:
        self.counts[key] += 1
        self.written.setdefault(key, (text, sentence))

    def ranked(self) -> list[Unknown]:
        return [Unknown(self.written[key][0], count, 0, 0.0, self.written[key][1]) for key, count in self.counts.most_common()]


class _Survey:
    """Words and names that no dictionary holds, gathered sentence by sentence."""

    def __init__(self, coder: Coder) -> None:
        self.finder = Finder(coder.codebook, coder.gazetteer)
        self.rules = {pattern.rule for pattern in _of_arms(coder.codebook)}
        self.armed = {f"{coder.codebook.name}/{rule}" for rule in self.rules}
        self.lists = conflict_lists(coder.codebook)
        self.near = _Tally()
        self.elsewhere: Counter[str] = Counter()
        self.names = _Tally()

    def views(self, document: Document) -> list[View]:
        """What the dictionaries find in each sentence."""
        parts = sentences(document.text)
        known = frozenset(name for part in parts for name in self.finder.full_names(part.tokens))
        day: dt.date | None = document.published
        return [self.finder.view(index, part, document.text, day, known) for index, part in enumerate(parts)]

    def coded(self, view: View, events: Sequence[Event]) -> None:
        """Take up a sentence that gave events: its words are background, an agent that was not recognised is a name."""
        unknown = self._unknown(view)
        self._background(view, unknown)
        triggers = {event.trigger.start for event in events if event.rule in self.armed and not event.actors}
        for index, token in enumerate(view.tokens):
            # The subject stands after an Arabic verb, the owner after a verbal noun.
            if any(token.start <= start < token.end for start in triggers):
                self._name(view, index + 1, index + 1, unknown)
        self._compounds(view, unknown)

    def silent(self, view: View) -> tuple[tuple[str, str], ...]:
        """Take up a sentence that gave none; gives its words of conflict, each with the entry that lists it."""
        found: dict[int, tuple[str, str]] = {}
        for index, entries in enumerate(view.at):
            for kind in ("trigger", "list"):
                for match in entries.get(kind, ()):
                    source = match.value.ref.rule if kind == "trigger" else match.value.ref
                    if source in (self.rules if kind == "trigger" else self.lists):
                        text = view.slice(view.tokens[index].start, view.tokens[match.last - 1].end)
                        found.setdefault(index, (text, source if kind == "trigger" else f"list {source}"))
        unknown = self._unknown(view)
        if not found:
            self._background(view, unknown)
            return ()
        sentence = view.slice(view.sentence.start, view.sentence.end)
        for index in sorted(unknown):
            token = view.tokens[index]
            if any(abs(index - at) <= _NEAR for at in found):
                self.near.add(_key(token.norm), token.text, sentence)
            else:
                self.elsewhere[_key(token.norm)] += 1
        self._compounds(view, unknown)
        return tuple(dict.fromkeys(found[index] for index in sorted(found)))

    def words(self) -> list[Unknown]:
        """Unknown words that stand near words of conflict more often than elsewhere, at least twice; the most striking first."""
        near_all, elsewhere_all = self.near.counts.total(), self.elsewhere.total()
        out = []
        for key, near in self.near.counts.items():
            elsewhere = self.elsewhere[key]
            score = log_likelihood(near, elsewhere, near_all, elsewhere_all)
            if near > 1 and score > 0:
                out.append(Unknown(self.near.written[key][0], near, elsewhere, round(score, 2), self.near.written[key][1]))
        return sorted(out, key=lambda item: (-item.score, item.text))

    def _background(self, view: View, unknown: Iterable[int]) -> None:
        self.elsewhere.update(_key(view.tokens[index].norm) for index in unknown)

    def _unknown(self, view: View) -> frozenset[int]:
        """Tokens that are words and that no dictionary, place, date or number explains."""
        spans = [(item.first, item.last) for item in view.places] + [(item.first, item.last) for item in view.dates]
        spans += [(item.first, item.last) for item in view.quantities]
        explained = {position for first, last in spans for position in range(first, last)}
        return frozenset(
            index
            for index, token in enumerate(view.tokens)
            if token.kind == "word" and index not in explained and not view.covered[index]
            and len(token.norm) >= _LEAST_WORD and not bare(token.norm, _FUNCTION)
        )  # fmt: skip

    def _compounds(self, view: View, unknown: frozenset[int]) -> None:
        """Names after a common noun for actors that nothing resolved: "faction" and what follows."""
        for mention in view.actors:
            if not mention.code and mention.kind in _NAMED:
                self._name(view, mention.head, mention.head + 1, unknown)

    def _name(self, view: View, first: int, start: int, unknown: frozenset[int]) -> None:
        """Take the run of unknown words from ``start`` as a name that begins at token ``first``."""
        last = start
        while last in unknown and last - start < _NAME and (last == start or view.tokens[last].norm[:1] != "و"):
            last += 1
        if last > start:
            text = view.slice(view.tokens[first].start, view.tokens[last - 1].end)
            key = " ".join(_key(token.norm) for token in view.tokens[first:last])
            self.names.add(key, text, view.slice(view.sentence.start, view.sentence.end))


def _key(norm: str) -> str:
    """A folded word without article and the conjunction or preposition before it."""
    for prefix in ("وال", "فال", "بال", "كال", "ال", "لل"):
        if norm.startswith(prefix) and len(norm) - len(prefix) >= _LEAST_WORD:
            return norm[len(prefix) :]
    return norm
