"""What the patterns of a codebook did on a corpus: how often each fired, and where words of conflict gave no event."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from typing import Any

import attrs

from eventcode.codebook import Codebook, Pattern
from eventcode.coder import Coder
from eventcode.errors import RecordError
from eventcode.mentions import View
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
from eventcode.text import analyses

_FUNCTION = PREPOSITIONS | COMPLEMENTISERS | SUBORDINATORS | NEGATORS | RELATIVES | VERB_MARKERS | DETERMINERS
_NEAR = 6  # tokens to each side of a word of conflict, about the width of an Arabic noun phrase with its adjectives
_NAME = 4  # tokens that a name may have
_LEAST_WORD = 3  # letters
_JUDGED = 5  # sentences with a word before its share of events says something
_SIGNIFICANT = 3.84  # chi-square with one degree of freedom at 5 %
_GROUPS = frozenset({"force", "group"})


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


def armed_patterns(codebook: Codebook) -> Sequence[Pattern]:
    """The patterns for acts of arms: those whose role frame is ``armed``; all patterns where none is."""
    armed = [pattern for pattern in codebook.patterns if codebook.frames[pattern.frame].armed]
    return armed or codebook.patterns


def conflict_lists(patterns: Iterable[Pattern]) -> frozenset[str]:
    """The word lists that more patterns ask for near their words (munitions, aircraft) than rule out (sports)."""
    asked: Counter[str] = Counter()
    for pattern in patterns:
        asked.update({*pattern.needs, *(name for rule in pattern.refine for name in rule.near)})
        asked.subtract(set(pattern.without))
    return frozenset(name for name, count in asked.items() if count > 0)


def cover(coder: Coder, documents: Iterable[Document | RecordError]) -> Coverage:
    """Code documents and collect what fired and what did not; errors among the documents are collected too.

    Words of conflict are the words of the patterns for acts of arms (``armed_patterns``), less those of patterns that need other
    words near them, and the words of the lists that the patterns ask for. A word of a list that goes with such acts no more often
    than any sentence does is taken for none (قرية is where attacks happen, and where everything else does). Silent sentences whose
    words most often go with events come first.
    """
    book = coder.codebook
    out = Coverage(book.identity, {pattern.rule: 0 for pattern in book.patterns}, dict.fromkeys(book.types, 0))
    survey = _Survey(book)
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
        for view in coder.views(document.text, document.published):
            start, end = view.sentence.start, view.sentence.end
            own = [event for event in events if any(start <= span.start < end for span in (event.trigger, *event.also))]
            out.sentences += 1
            out.coded += bool(own)
            survey.take(document.id, view, own)
    out.silent, out.words, out.actors = survey.silent(), survey.words(), survey.names()
    return out


@attrs.frozen(slots=True, eq=False)
class _Quiet:
    """A sentence without events: its words of conflict as (token, key, written, entry), its unknown words as (token, key, written)."""

    document: str
    start: int
    text: str
    conflict: tuple[tuple[int, str, str, str], ...]
    unknown: tuple[tuple[int, str, str], ...]


class _Survey:
    """Words of conflict, and words and names that no dictionary holds, gathered sentence by sentence."""

    def __init__(self, codebook: Codebook) -> None:
        patterns = armed_patterns(codebook)
        self._rules = {pattern.rule for pattern in patterns}
        self._lists = conflict_lists(patterns)
        self._seen: set[str] = set()
        self._sentences = 0
        self._armed = 0
        self._met: Counter[str] = Counter()
        self._with_event: Counter[str] = Counter()
        self._elsewhere: Counter[str] = Counter()
        self._quiet: list[_Quiet] = []
        self._names: dict[str, tuple[str, str]] = {}
        self._named: Counter[str] = Counter()

    def take(self, document: str, view: View, events: Sequence[Event]) -> None:
        """Take up a sentence with its events; one that stands again word by word (a caption, an appeal to subscribe) adds nothing."""
        text = view.slice(view.sentence.start, view.sentence.end)
        if text in self._seen:
            return
        self._seen.add(text)
        conflict = tuple(self._conflict(view))
        unknown = tuple((index, _key(view.tokens[index].norm), view.tokens[index].text) for index in _unknown(view))
        armed = any(pattern_of(event) in self._rules for event in events)
        keys = {key for _, key, _, _ in conflict}
        self._sentences += 1
        self._armed += armed
        self._met.update(keys)
        if armed:
            self._with_event.update(keys)
        self._find_names(view, events, {index for index, _, _ in unknown})
        if events or not conflict:
            self._elsewhere.update(key for _, key, _ in unknown)
        else:
            self._quiet.append(_Quiet(document, view.sentence.start, text, conflict, unknown))

    def silent(self) -> list[Silent]:
        """Sentences with words of conflict and without events, those with the words that most often go with events first."""
        rated = []
        for quiet in self._quiet:
            words = [(key, text, entry) for _, key, text, entry in quiet.conflict if self._telling(key, entry)]
            if words:
                strength = max(self._strength(key) for key, _, _ in words)
                shown = tuple(dict.fromkeys((text, entry) for _, text, entry in words))
                rated.append((-strength, Silent(quiet.document, quiet.start, quiet.text, shown)))
        return [item for _, item in sorted(rated, key=lambda pair: pair[0])]

    def words(self) -> list[Unknown]:
        """Unknown words that stand near words of conflict more often than elsewhere, at least twice; the most striking first."""
        near: Counter[str] = Counter()
        elsewhere = Counter(self._elsewhere)
        written: dict[str, tuple[str, str]] = {}
        for quiet in self._quiet:
            at = [index for index, key, _, entry in quiet.conflict if self._telling(key, entry)]
            for index, key, text in quiet.unknown:
                if any(abs(index - place) <= _NEAR for place in at):
                    near[key] += 1
                    written.setdefault(key, (text, quiet.text))
                else:
                    elsewhere[key] += 1
        out = []
        for key, count in near.items():
            score = log_likelihood(count, elsewhere[key], near.total(), elsewhere.total())
            if count > 1 and score >= _SIGNIFICANT:
                out.append(Unknown(written[key][0], count, elsewhere[key], round(score, 2), written[key][1]))
        return sorted(out, key=lambda item: (-item.score, item.text))

    def names(self) -> list[Unknown]:
        """Possible actors, the most frequent first."""
        return [Unknown(self._names[key][0], count, 0, 0.0, self._names[key][1]) for key, count in self._named.most_common()]

    def _conflict(self, view: View) -> Iterator[tuple[int, str, str, str]]:
        for index, entries in enumerate(view.at):
            # A pattern that needs other words near its own says that its own are words of much else too (افتتح).
            found = [
                match for match in entries.get("trigger", ()) if match.value.ref.rule in self._rules and not match.value.ref.needs
            ]
            named = [match for match in entries.get("list", ()) if match.value.ref in self._lists]
            for match in (*found, *named)[:1]:
                tokens = view.tokens[index : match.last]
                entry = match.value.ref.rule if found else f"list {match.value.ref}"
                yield index, " ".join(_key(token.norm) for token in tokens), view.slice(tokens[0].start, tokens[-1].end), entry

    def _telling(self, key: str, entry: str) -> bool:
        """Whether a word is one of conflict: any word of a pattern, and of a list those that go with acts of arms."""
        if not entry.startswith("list ") or self._met[key] < _JUDGED:
            return True
        return self._with_event[key] * self._sentences > self._armed * self._met[key]

    def _strength(self, key: str) -> float:
        """How often the sentences with a word hold an act of arms, drawn to the average of all where there are few."""
        average = self._armed / self._sentences
        return (self._with_event[key] + _JUDGED * average) / (self._met[key] + _JUDGED)

    def _find_names(self, view: View, events: Sequence[Event], unknown: Set[int]) -> None:
        """Subjects that nothing recognised: after a verb without an agent, and after a noun for armed groups (لواء الفجر)."""
        lacking = {event.trigger.start for event in events if pattern_of(event) in self._rules and not event.actors}
        for index, token in enumerate(view.tokens):
            verb = any(
                match.value.form is not None and match.value.form.pos == "verb" for match in view.at[index].get("trigger", ())
            )
            if verb and any(token.start <= start < token.end for start in lacking):
                self._take_name(view, index + 1, index + 1, unknown)
        for mention in view.actors:
            after = mention.head + 1
            if mention.kind in _GROUPS and not mention.code and not mention.definite and after in unknown:
                # A definite noun after an indefinite one is its genitive, so a name; otherwise it is an adjective.
                if view.tokens[after].norm.startswith("ال"):
                    self._take_name(view, mention.head, after, unknown)

    def _take_name(self, view: View, first: int, start: int, unknown: Set[int]) -> None:
        """Take the run of unknown words from ``start`` as a name that begins at token ``first``."""
        last = start
        while last in unknown and last - start < _NAME and _nominal(view.tokens[last].norm, inner=last > start):
            last += 1
        if last > start:
            tokens = view.tokens[first:last]
            key = " ".join(_key(token.norm) for token in tokens)
            text = view.slice(tokens[0].start, tokens[-1].end)
            self._names.setdefault(key, (text, view.slice(view.sentence.start, view.sentence.end)))
            self._named[key] += 1


def _unknown(view: View) -> Iterator[int]:
    """Tokens that are words and that no dictionary, place, date or number explains."""
    spans = [(item.first, item.last) for item in view.places] + [(item.first, item.last) for item in view.dates]
    spans += [(item.first, item.last) for item in view.quantities]
    explained = {position for first, last in spans for position in range(first, last)}
    for index, token in enumerate(view.tokens):
        if token.kind == "word" and index not in explained and not view.covered[index]:
            if len(token.norm) >= _LEAST_WORD and not _function(token.norm):
                yield index


@lru_cache(maxsize=100_000)
def _function(norm: str) -> bool:
    """Whether a word is a function word, with or without clitics (عليها)."""
    return bool(bare(norm, _FUNCTION)) or any(reading.stem in _FUNCTION and not reading.article for reading in analyses(norm))


def _nominal(norm: str, inner: bool) -> bool:
    """Whether a word can be (or, ``inner``, go on with) the name of a subject: no conjunction or preposition on it, no accusative."""
    if inner and norm.startswith("و"):
        return False
    return not norm.startswith(("ل", "ب", "ف")) and not (norm.endswith("ا") and not norm.startswith("ال"))


def _key(norm: str) -> str:
    """A folded word without article and the conjunction or preposition before it."""
    for prefix in ("وال", "فال", "بال", "كال", "ال", "لل"):
        if norm.startswith(prefix) and len(norm) - len(prefix) >= _LEAST_WORD:
            return norm[len(prefix) :]
    return norm
