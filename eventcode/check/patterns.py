"""Patterns that never fire, or of which another always wins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from eventcode.check.entries import Entry
from eventcode.check.model import Check
from eventcode.check.subject import Subject
from eventcode.codebook import Pattern
from eventcode.errors import Problem


def silent(subject: Subject) -> set[str]:
    """Rules of patterns that cannot fire at all, for a reason that another check than ``pattern-never-fires`` tells."""
    shade = subject.shadows
    by_rule: dict[str, list[Entry]] = {}
    for entry in subject.triggers:
        by_rule.setdefault(entry.owner, []).append(entry)
    out = {rule for rule, entries in by_rule.items() if all(shade.winner(entry) for entry in entries)}
    out |= {rule for rule, entries in by_rule.items() if not any(entry.sequences for entry in entries)}
    return out | {
        pattern.rule for pattern in subject.loaded.patterns if pattern.needs and set(pattern.needs) <= set(pattern.without)
    }


def _tables(subject: Subject) -> Iterator[tuple[Any, Any, Pattern]]:
    for path, data in subject.of("types"):
        for entry in data.get("patterns") or ():
            pattern = subject.patterns.get(f"types/{path.name}#{entry['id']}")
            if pattern is not None:
                yield path, entry, pattern


class ShadowedPattern(Check):
    """A pattern none of whose words it ever gets."""

    name = "shadowed-pattern"
    advice = "take it out, or ask for words near it (needs), which makes it come first"
    reason = "another pattern with the same words always wins, so this one never fires"
    bad = "two patterns of different types with noun: قصف and no needs"
    good = "the second with needs:\n  - chemical-agents"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Patterns with all words taken."""
        shade = subject.shadows
        for path, table, pattern in _tables(subject):
            winners = [shade.winner(entry) for entry in subject.triggers if entry.pattern is pattern]
            if winners and winners[0] is not None and all(winners):
                yield self.problem(path, table["id"], f"{winners[0].rule} always takes the words of this pattern")


class ShadowedWord(Check):
    """A lexeme or phrase that its pattern never gets."""

    name = "shadowed-word"
    advice = "take it out here or there, or ask for words near it (needs), which makes a pattern come first"
    reason = "another pattern with the same word always wins, so that this entry never fires"
    bad = "noun: غارة in types/air_strike.yaml and in types/shelling.yaml"
    good = "noun: غارة in types/air_strike.yaml"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Entries with all forms taken, of patterns that have others."""
        shade = subject.shadows
        dead = silent(subject)
        for entry in subject.triggers:
            winner = shade.winner(entry)
            if winner is not None and entry.owner not in dead:
                yield self.problem(entry.path, entry.item, f"{winner.rule} always takes {entry.headword!r}")


class TwoTypes(Check):
    """A word that two types report in the same surroundings."""

    name = "word-of-two-types"
    level = "warning"
    advice = "tell them apart by needs, without or longer phrases, or refine one pattern to the other type"
    reason = "which type the event gets depends on the order of the files"
    bad = "verb: هاجم in two types, one without: sports, the other without: culture"
    good = "verb: هاجم in one type with refine: to the other"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Entries some of whose words an earlier pattern of another type has under like conditions."""
        shade = subject.shadows
        for entry in subject.triggers:
            if shade.winner(entry) is None:
                for other in shade.rivals(entry):
                    yield self.problem(
                        entry.path, entry.item, f"{entry.headword!r} is also a word of {other.rule}, which comes first"
                    )


class TwoPatterns(Check):
    """A lexeme or phrase that two patterns of one type have in the same surroundings."""

    name = "word-of-two-patterns"
    level = "warning"
    advice = "leave it with one of them, or tell them apart by needs or longer phrases"
    reason = "which of them reads the roles depends on their order, and who mends one leaves the other as it was"
    bad = "- خط أحمر in two patterns of warning.yaml, one without: sports, the other without: weather"
    good = "- خط أحمر in one of them"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Entries all of whose words an earlier pattern of the type has under like conditions."""
        for entry in subject.triggers:
            other = subject.shadows.double(entry) if subject.shadows.winner(entry) is None else None
            if other is not None:
                yield self.problem(entry.path, entry.item, f"{entry.headword!r} stands in {other.rule} already, which comes first")


class NoForms(Check):
    """A pattern whose words have none of the forms that it takes."""

    name = "no-forms"
    advice = "widen forms, or give lexemes that have them"
    reason = "the pattern never fires"
    bad = "forms:\n  - verb\nlexemes:\n  - noun: غارة"
    good = "forms:\n  - noun\nlexemes:\n  - noun: غارة"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Lexemes of which no form passes the filter."""
        for entry in subject.triggers:
            if not entry.sequences:
                wanted = ", ".join(sorted(entry.pattern.forms)) if entry.pattern else ""
                yield self.problem(
                    entry.path, entry.item, f"{entry.headword!r} has no form of those that the pattern takes: {wanted}"
                )


class Contradiction(Check):
    """A pattern that needs words which it may not have."""

    name = "needs-and-without"
    advice = "take the list out of one of them"
    reason = "no sentence can satisfy both, so the pattern never fires"
    bad = "needs:\n  - munitions\nwithout:\n  - munitions"
    good = "needs:\n  - munitions"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Lists under both keys."""
        for path, table, pattern in _tables(subject):
            for name in table.get("without") or ():
                if name in pattern.needs:
                    yield self.problem(path, name, f"the pattern both needs and excludes words of {str(name)!r}")


class RefineToItself(Check):
    """A refinement to the type that the pattern gives anyway."""

    name = "refine-to-itself"
    level = "warning"
    advice = "name the other type that you mean, or take the refinement out"
    reason = "it does nothing, unless it is to keep a later refinement from applying, which a list under without says more clearly"
    bad = "types/shelling.yaml: refine:\n  - type: shelling"
    good = "types/shelling.yaml: refine:\n  - type: air_strike"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Last refinements to the pattern's own type; an earlier one may guard those after it."""
        for path, table, pattern in _tables(subject):
            rules = table.get("refine") or ()
            if rules and rules[-1]["type"] == pattern.type:
                yield self.problem(path, rules[-1]["type"], f"the pattern gives {pattern.type!r} without this refinement too")


class UntestedRefinement(Check):
    """A refinement that no example shows."""

    name = "refinement-untested"
    level = "note"
    advice = "add an example in which the pattern gives the other type"
    reason = "nobody knows whether the pattern ever gives that type"
    bad = "refine:\n  - type: ied\n    with:\n      - explosive-devices     # and no such example"
    good = "- text: استهدف مجهولون سيارة بعبوة ناسفة\n  events:\n    - trigger: استهدف\n      type: ied"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Types of refinements that their pattern gives in no example of the folder."""
        given = {(event.rule.split("/", 1)[1], event.type) for coded in subject.coded for event in coded.events}
        for path, table, pattern in _tables(subject):
            for rule in table.get("refine") or ():
                if rule["type"] != pattern.type and (pattern.rule, rule["type"]) not in given:
                    message = f"the pattern {str(table['id'])!r} gives {str(rule['type'])!r} in no example"
                    yield self.problem(path, rule["type"], message)
                    given.add((pattern.rule, rule["type"]))


class NeverFires(Check):
    """A pattern that no example shows."""

    name = "pattern-never-fires"
    advice = "add an example with one of its words; eventcode explain TEXT tells why a sentence gives nothing"
    reason = "a pattern that was never seen to fire may be dead, and a change can break it unnoticed"
    bad = "a pattern with no example"
    good = "examples:\n  - text: أغار الطيران الروسي على أريحا"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Patterns that give no event in any example of the folder; a type without examples has a check of its own."""
        fired = {event.rule.split("/", 1)[1] for coded in subject.coded for event in coded.events}
        dead = silent(subject)
        shown = {path for path, data in subject.of("types") if data.get("examples")}
        for path, table, pattern in _tables(subject):
            if pattern.rule not in fired and pattern.rule not in dead and path in shown:
                yield self.problem(path, table["id"], f"the pattern {str(table['id'])!r} fires in no example")


CHECKS: tuple[Check, ...] = (
    ShadowedPattern(), ShadowedWord(), TwoTypes(), TwoPatterns(), NoForms(), Contradiction(), RefineToItself(), UntestedRefinement(),
    NeverFires(),
)  # fmt: skip
