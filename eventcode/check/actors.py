"""Actors: names that two of them have or that end in a preposition, and times at which they were called otherwise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from eventcode.check.entries import Entry
from eventcode.check.model import Check
from eventcode.check.subject import Subject
from eventcode.check.words import written
from eventcode.errors import Problem
from eventcode.mentions.closed import PREPOSITIONS


class TwoActors(Check):
    """A name that two actors with different codes have."""

    name = "name-of-two-actors"
    advice = "leave it with one of them; a name that means either depending on the document belongs under short"
    reason = "the name always means the first in the order of the files"
    bad = "- الجبهة الوطنية under names of SYRREBNLF and of SYROPP"
    good = "- الجبهة الوطنية under names of SYRREBNLF"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Later uses of a full name by an actor with another code."""
        seen: dict[tuple[str, ...], Entry] = {}
        for entry in subject.entries:
            if entry.kind != "actor":
                continue
            for words, _ in entry.sequences:
                first = seen.setdefault(words, entry)
                if first.owner != entry.owner:
                    name = " ".join(map(written, words))
                    where = f"{first.path.parent.name}/{first.path.name}:{getattr(first.item, 'line', 0)}"
                    yield self.problem(entry.path, entry.item, f"{name!r} is a name of {first.owner} already ({where})")
                    break


class DuplicateName(Check):
    """A name that stands twice for one actor."""

    name = "duplicate-name"
    level = "warning"
    advice = "take one of them out"
    reason = "who changes one leaves the other as it was"
    bad = "names:\n  - جيش العزة\n  - جيش العزة"
    good = "names:\n  - جيش العزة\n  - تجمع العزة"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Names all of whose spellings an earlier entry with the code has already, in this file or another."""
        seen: dict[tuple[str, tuple[str, ...]], Entry] = {}
        for entry in subject.entries:
            if entry.kind != "actor":
                continue
            keys = [(entry.owner, words) for words, _ in entry.sequences]
            if keys and all(key in seen for key in keys):
                first = seen[keys[0]]
                where = f"{first.path.parent.name}/{first.path.name}:{getattr(first.item, 'line', 0)}"
                yield self.problem(entry.path, entry.item, f"{entry.headword!r} is a name of {entry.owner} already ({where})")
            for key in keys:
                seen.setdefault(key, entry)


class EndsInPreposition(Check):
    """A name that ends in a preposition once the words that may be left out are."""

    name = "ends-in-preposition"
    advice = "make two names of it, one without the preposition and one whose last words are not optional"
    reason = "the name would take in the preposition of whatever follows it (مديرية الصحة في حلب)"
    bad = "- مديرية الصحة في إدلب?"
    good = "- مديرية الصحة\n- مديرية الصحة في إدلب"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Names and set phrases for somebody with a spelling whose last word is a preposition."""
        for entry in subject.entries:
            if entry.kind not in ("actor", "agent"):
                continue
            spellings = [words for words, _ in entry.sequences]
            ends = next((words for words in spellings if words[-1] in PREPOSITIONS and _goes_on(words, spellings)), None)
            if ends is not None:
                yield self.problem(entry.path, entry.item, f"{' '.join(map(written, ends))!r} ends in a preposition")


def _goes_on(words: tuple[str, ...], spellings: list[tuple[str, ...]]) -> bool:
    """Whether one spelling begins another, so that what it ends in is no part of a name (قناة إن تي في, أحمد علي)."""
    return any(len(other) > len(words) and other[: len(words)] == words for other in spellings)


class DatedOrder(Check):
    """Former names of an actor that are not in the order of time."""

    name = "dated-out-of-order"
    advice = "sort them by until, the earliest first, each day once"
    reason = "the first period that has not ended by the event's day counts, so that a later one before an earlier hides it"
    bad = "dated:\n  - until: 2017-01-28\n  - until: 2016-07-28"
    good = "dated:\n  - until: 2016-07-28\n  - until: 2017-01-28"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Periods that end no later than the one before them."""
        for path, data in subject.of("actors"):
            for actor in data.get("actors") or ():
                before: dt.date | None = None
                for period in actor.get("dated") or ():
                    until = dt.date.fromisoformat(period["until"])
                    if before is not None and until <= before:
                        yield self.problem(
                            path, period["until"], f"the period to {until} never counts: the one before it ends on {before}"
                        )
                    before = until


class DatedWithoutEffect(Check):
    """A former name that is the present one."""

    name = "dated-without-effect"
    level = "warning"
    advice = "give the name or the code of that time, or take the period out"
    reason = "it changes nothing"
    bad = "dated:\n  - until: 2017-01-28"
    good = "dated:\n  - until: 2017-01-28\n    name:\n      en: Nusra Front"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Periods with the code and the name of the actor, or with neither."""
        for path, data in subject.of("actors"):
            for actor in data.get("actors") or ():
                for period in actor.get("dated") or ():
                    same_code = period.get("code", actor["code"]) == actor["code"]
                    if same_code and period.get("name", actor["name"]) == actor["name"]:
                        yield self.problem(path, period["until"], "the period has the actor's own code and name")


CHECKS: tuple[Check, ...] = (TwoActors(), DuplicateName(), EndsInPreposition(), DatedOrder(), DatedWithoutEffect())
