"""Words of the dictionaries: unused, doubled, too common, never found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from eventcode.check.entries import Entry
from eventcode.check.model import Check
from eventcode.check.subject import Subject
from eventcode.codebook.model import ENGINE_LISTS
from eventcode.data import data_root
from eventcode.errors import Problem
from eventcode.inflection import Lexeme
from eventcode.mentions.closed import (
    COMPLEMENTISERS,
    NEGATORS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    UNGOVERNING,
    VERB_MARKERS,
)
from eventcode.patterns import ARTICLE
from eventcode.text import fold, tokenise

FUNCTION_WORDS = PREPOSITIONS | RELATIVES | COMPLEMENTISERS | SUBORDINATORS | NEGATORS | VERB_MARKERS | UNGOVERNING
# Kinds of entries that make events or actors by themselves, so that a common word among them does harm.
_ACTIVE = frozenset({"trigger", "actor", "agent", "country"})


@cache
def common_words() -> frozenset[str]:
    """Folded frequent words that report no event (``codebooks/tables/common-words-ar.txt``)."""
    path = data_root() / "codebooks" / "tables" / "common-words-ar.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line.strip()) for line in lines if line.strip() and not line.startswith("#"))


def written(word: str) -> str:
    """A word of the trie as a text has it: with its article."""
    return "ال" + word[len(ARTICLE) :] if word.startswith(ARTICLE) else word


def headwords(entry: Entry) -> frozenset[str]:
    """The folded words that the author wrote himself in a lexeme; the other forms are made by the engine."""
    if not isinstance(entry.item, Mapping):
        return frozenset()
    values = [entry.item[key] for key in Lexeme.KEYS if key in entry.item]
    return frozenset(fold(word) for value in values for word in ([value] if isinstance(value, str) else value))


class UnusedWordList(Check):
    """A word list that nothing names."""

    name = "unused-word-list"
    advice = "name it under needs, document, without or refine of a pattern, under figurative in frames.yaml, or as <list> in a phrase; else take it out"
    reason = "its words do nothing, and who adds a word to it is not told"
    bad = "lexicon/weapons.yaml with a list 'gases' that no pattern names"
    good = "needs:\n  - gases"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Lists of the folder that no pattern, phrase or rule of the engine names."""
        used = set(ENGINE_LISTS) | subject.loaded.figurative
        for pattern in subject.loaded.patterns:
            used.update(pattern.needs, pattern.document, pattern.without)
            for rule in pattern.refine:
                used.update(rule.near, rule.document)
        for text in subject.texts.values():
            used.update(re.findall(r"<([^<>\s]+)>", text))
        for path, data in subject.of("lexicon"):
            for name in data["lists"]:
                if name not in used:
                    yield self.problem(path, name, f"nothing names the word list {str(name)!r}")


class DuplicateWord(Check):
    """The same word twice in one pattern, list or cue."""

    name = "duplicate-word"
    level = "warning"
    advice = "take one of them out"
    reason = "who mends one entry leaves the other as it was"
    bad = "munitions:\n  - noun: قذيفة\n  - noun: قذيفة"
    good = "munitions:\n  - noun: قذيفة\n    plural: قذائف"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Entries all of whose sequences another entry of the same owner has."""
        owners: dict[tuple[str, str, Path], list[Entry]] = {}
        for entry in subject.entries:
            if not entry.gap and entry.kind in ("trigger", "list", "cue"):
                owners.setdefault((entry.kind, entry.owner, entry.path), []).append(entry)
        for (_, owner, path), entries in owners.items():
            seen: dict[object, Entry] = {}
            for entry in entries:
                keys = {(words, form.pos if form else None) for words, form in entry.sequences}
                first = next((seen[key] for key in keys if key in seen), None)
                if keys and first is not None and all(key in seen for key in keys):
                    message = f"{entry.headword!r} stands in {owner} already, in line {getattr(first.item, 'line', 0)}"
                    yield self.problem(path, entry.item, message)
                for key in keys:
                    seen.setdefault(key, entry)


class FunctionWord(Check):
    """A bare function word that reports an event, names an actor or belongs to a word list."""

    name = "bare-function-word"
    advice = "write the phrase that you mean, with a word of content in it"
    reason = "prepositions and particles stand in every sentence: the entry would match nearly everything"
    bad = "phrases:\n  - من"
    good = "phrases:\n  - قصف من الجو"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Entries of which a whole choice is made of function words."""
        for entry in subject.entries:
            if entry.kind == "cue" or entry.gap:
                continue
            own = headwords(entry)
            for words, form in entry.sequences:
                if all(written(word) in FUNCTION_WORDS for word in words) and (form is None or not own or form.text in own):
                    yield self.problem(entry.path, entry.item, f"{' '.join(map(written, words))!r} alone is a function word")
                    break


class CommonWord(Check):
    """A form made from a headword that is spelled like a frequent other word."""

    name = "common-form"
    level = "warning"
    advice = "give the headwords in a form that does not make it (participles: or a phrase), or ask for words near it with needs"
    reason = "the entry fires on the other word as well; nobody wrote that form, so nobody looks for it"
    bad = "- verb: عدّ\n  imperfect: يعدّ          # its first person plural is spelled like نعد"
    good = "phrases:\n  - عدّ القتلى"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Made forms of triggers, actors and agent nouns among the frequent words, where no other words are asked for."""
        common = common_words() | FUNCTION_WORDS
        for entry in subject.entries:
            if entry.kind not in _ACTIVE or (entry.pattern is not None and entry.pattern.needs):
                continue
            own = headwords(entry)
            hits = {form.text for words, form in entry.sequences if form and len(words) == 1 and form.text in common - own}
            for text in sorted(hits):
                yield self.problem(
                    entry.path, entry.item, f"{entry.headword!r} makes the form {text!r}, which is a frequent other word"
                )


class FrequentWord(Check):
    """A pattern with a frequent word that reports no event by itself."""

    name = "frequent-word"
    level = "warning"
    advice = "ask for words near it with needs, or write the phrase that you mean"
    reason = "the word stands in texts of every kind, so that the pattern matches far too much"
    bad = "lexemes:\n  - noun: نتيجة"
    good = "phrases:\n  - نتيجة الغارات"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Triggers of one word among the frequent words, where no other words are asked for.

        A verb needs a verb's surroundings to be taken for one, so that it is no such trigger.
        """
        common = common_words() - FUNCTION_WORDS
        for entry in subject.triggers:
            if entry.gap or (entry.pattern is not None and entry.pattern.needs):
                continue
            own = headwords(entry)
            for words, form in entry.sequences:
                word = written(words[0]).removeprefix("ال")
                if len(words) == 1 and word in common and (form is None or (form.pos != "verb" and form.text in own)):
                    yield self.problem(entry.path, entry.item, f"{word!r} is a frequent word")
                    break


class PlaceWord(Check):
    """A word that reports events and is spelled like a place."""

    name = "place-word"
    level = "note"
    advice = "look whether sentences with the place's name give events; ask for words near it with needs, or write a phrase"
    reason = "a town may be read as an event, or the event as a town"
    bad = "- noun: حارم"
    good = "phrases:\n  - قرار حارم"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Headwords of triggers, and one-word names of actors, that are a settlement's whole name in the gazetteer."""
        names = {
            fold(name).removeprefix("ال")
            for place in subject.gazetteer.table.places.values()
            if place.level == "settlement"
            for name in (place.name,)
        }
        for entry in subject.entries:
            if entry.kind not in ("trigger", "actor") or entry.gap:
                continue
            own = headwords(entry)
            for words, form in entry.sequences:
                word = written(words[0]).removeprefix("ال")
                if len(words) == 1 and word in names and (form is None or form.text in own):
                    yield self.problem(entry.path, entry.item, f"{entry.headword!r} is also the name of a place")
                    break


class Unmatchable(Check):
    """A word that no text can hold as one word."""

    name = "unmatchable-word"
    advice = (
        "write signs apart as words of their own, as the text is cut (السورية . نت); | ? <list> belong in phrases, not in lexemes"
    )
    reason = "texts are cut at signs and between digits and letters, so that the entry never fires"
    bad = "- noun: غارة|ضربة"
    good = "- غارة|ضربة"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Entries with a word that is cut into several, or that is only a mark."""
        for entry in subject.entries:
            for words, _ in entry.sequences:
                word = next((written(word) for word in words if not _one_token(written(word))), None)
                if word is not None:
                    yield self.problem(
                        entry.path, entry.item, f"{entry.headword!r} holds {word!r}, which is never one word of a text"
                    )
                    break


@cache
def _one_token(word: str) -> bool:
    tokens = tokenise(word)
    return len(tokens) == 1 and tokens[0].norm == word


class CueWord(Check):
    """A word that two cues of different status hold."""

    name = "cue-of-two-statuses"
    advice = "keep the word in one of the cues, or write the longer phrases that tell them apart"
    reason = "which status the event gets depends on the order of the files"
    bad = "status: future with - كاد, and status: attempted with - كاد"
    good = "status: attempted with - كاد"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Words written in a cue that an earlier cue of another status has; forms made from its lexemes may be taken."""
        statuses = {
            str(cue["id"]): (str(cue["status"]), str(cue.get("before", "")))
            for _, data in subject.of("cues")
            for cue in data.get("cues") or ()
        }
        seen: dict[tuple[str, ...], str] = {}
        for entry in subject.entries:
            if entry.kind != "cue" or entry.gap:
                continue
            own = headwords(entry)
            for words, form in entry.sequences:
                if form is not None and form.pos not in ("verb", "noun"):
                    continue  # the loader takes no participles for cues
                other = seen.setdefault(words, entry.owner)
                if (
                    (form is None or form.text in own)
                    and statuses[other] != statuses[entry.owner]
                    and statuses[other][1] == statuses[entry.owner][1]
                ):
                    text = " ".join(map(written, words))
                    yield self.problem(entry.path, entry.item, f"{text!r} is {statuses[other][0]} by the cue {other!r} already")
                    break


CHECKS: tuple[Check, ...] = (
    UnusedWordList(), DuplicateWord(), FunctionWord(), CommonWord(), FrequentWord(), PlaceWord(), Unmatchable(), CueWord(),
)  # fmt: skip
