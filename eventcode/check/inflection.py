"""Headwords that do not fit each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from eventcode.check.model import Check
from eventcode.check.subject import Subject
from eventcode.errors import Problem
from eventcode.text import fold

# Letters that come and go within the forms of one verb: the long vowels, and hamza on any seat.
_WEAK = frozenset("اويىءأإآؤئ")


def _lexemes(subject: Subject) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    for entry in subject.entries:
        if isinstance(entry.item, Mapping) and entry.kind != "nation":
            yield entry.path, entry.item
    for path, data in subject.of("cues"):
        reporting = data.get("reporting") or {}
        groups = [data.get(key) for key in ("light-verbs", "aspect-heads", "result", "cause", "states", "verbs")]
        for group in (*groups, reporting.get("verbs"), reporting.get("nouns")):
            yield from ((path, item) for item in group or () if isinstance(item, Mapping))


def _skeleton(word: str) -> str:
    return "".join(letter for letter in fold(word) if letter not in _WEAK)


class MissingImperfect(Check):
    """A verb without its imperfect."""

    name = "missing-imperfect"
    level = "warning"
    advice = "add imperfect: in the third person singular masculine"
    reason = "the verb is then found in the perfect only: يقصف, ستقصف and لم تقصف give nothing"
    bad = "- verb: قصف"
    good = "- verb: قصف\n  imperfect: يقصف"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Verbs of the folder without an imperfect."""
        for path, item in _lexemes(subject):
            if "verb" in item and "imperfect" not in item:
                yield self.problem(path, item["verb"], f"the verb {str(item['verb'])!r} has no imperfect")


class OtherVerb(Check):
    """An imperfect with other consonants than its perfect."""

    name = "imperfect-of-another-verb"
    advice = "correct the spelling of one of them"
    reason = "all forms of the imperfect are made from it, so that a slip of one letter makes a verb that no text has"
    bad = "- verb: قصف\n  imperfect: يصقف"
    good = "- verb: قصف\n  imperfect: يقصف"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Pairs whose consonants differ, weak letters and hamza left out."""
        for path, item in _lexemes(subject):
            if "verb" in item and "imperfect" in item:
                perfect, imperfect = str(item["verb"]), str(item["imperfect"])
                if _skeleton(perfect) != _skeleton(imperfect):
                    yield self.problem(path, item["imperfect"], f"{imperfect!r} has other consonants than {perfect!r}")


class TwoInflections(Check):
    """One verb with two imperfects."""

    name = "inconsistent-inflection"
    level = "warning"
    advice = "write the verb alike everywhere; where they are two verbs, tell them apart by shadda (قتل، قتّل)"
    reason = "the forms that the verb is found by differ from place to place"
    bad = "- verb: وصل, imperfect: يصل ... - verb: وصل, imperfect: يوصل"
    good = "- verb: وصل, imperfect: يصل ... - verb: وصّل, imperfect: يوصّل"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Second imperfects of a verb."""
        seen: dict[str, tuple[str, Path]] = {}
        for path, item in _lexemes(subject):
            if "verb" not in item or "imperfect" not in item:
                continue
            imperfect, where = seen.setdefault(str(item["verb"]), (str(item["imperfect"]), path))
            if fold(imperfect) != fold(item["imperfect"]):
                message = f"the verb {str(item['verb'])!r} has the imperfect {imperfect!r} in {where.parent.name}/{where.name}"
                yield self.problem(path, item["imperfect"], message)


class OtherRoot(Check):
    """A verbal noun that has not the consonants of its verb."""

    name = "noun-of-another-root"
    level = "note"
    advice = "correct the spelling, or make the noun an entry of its own"
    reason = "a verbal noun shares its verb's consonants; a slip of one letter makes a noun that no text has"
    bad = "- verb: قصف\n  imperfect: يقصف\n  noun: قفص"
    good = "- verb: قصف\n  imperfect: يقصف\n  noun: قصف"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Verbal nouns in which the verb's consonants do not follow in their order, the letters that patterns add left out."""
        for path, item in _lexemes(subject):
            if "verb" not in item or "noun" not in item:
                continue
            nouns = [item["noun"]] if isinstance(item["noun"], str) else item["noun"]
            root = [letter for letter in _skeleton(str(item["verb"])) if letter not in "ستنمطد"]
            for noun in nouns:
                letters = iter(_skeleton(str(noun).split()[0]))
                if not all(letter in letters for letter in root):
                    yield self.problem(path, noun, f"{str(noun)!r} has not the consonants of {str(item['verb'])!r}")


CHECKS: tuple[Check, ...] = (MissingImperfect(), OtherVerb(), TwoInflections(), OtherRoot())
