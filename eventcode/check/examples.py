"""Examples: every one gives exactly its events, every type has sentences that give none."""

from __future__ import annotations

from collections.abc import Container, Iterator

from eventcode.check.model import Check
from eventcode.check.subject import Subject
from eventcode.codebook import Example
from eventcode.errors import Problem
from eventcode.text import fold


class ExampleFails(Check):
    """An example that gives other events than it says."""

    name = "example-fails"
    advice = 'eventcode explain TEXT tells why; mend the pattern, or mark the example known: "yes" if it is to be mended later'
    reason = "the examples are what the codebook promises"
    bad = "- text: قصفت قوات النظام بلدة كفرنبل\n  events:\n    - trigger: قصفت\n      actors:\n        - RUSMIL"
    good = "- text: قصفت قوات النظام بلدة كفرنبل\n  events:\n    - trigger: قصفت\n      actors:\n        - SYRMIL"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Examples with events that differ; sentences under ``none`` have a check of their own, as have unknown types and words."""
        known = subject.loaded.types
        for coded in subject.coded:
            example = coded.example
            if example.events and coded.differences and not example.known and not _miswritten(example, known):
                yield self.problem(coded.path, None, f"{'; '.join(coded.differences)}: {example.text}", example.line)


class NegativeFires(Check):
    """A sentence under ``none`` that gives an event."""

    name = "negative-example-fires"
    advice = "ask for words near the pattern's (needs) or bar some (without)"
    reason = "the words are used in another sense there: texts with that sense would give false events"
    bad = "none:\n  - قصفت قوات النظام بلدة كفرنبل"
    good = "none:\n  - قصف المهاجم مرمى الخصم"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Negative examples with events."""
        for coded in subject.coded:
            if not coded.example.events and coded.events and not coded.example.known:
                yield self.problem(coded.path, None, f"{'; '.join(coded.differences)}: {coded.example.text}", coded.example.line)


class KnownFailurePasses(Check):
    """An example marked as a known failure that passes."""

    name = "known-failure-passes"
    advice = 'take the mark known: "yes" away'
    reason = "with the mark nobody is told when it fails again"
    bad = 'known: "yes" at an example that gives its events'
    good = "the same without known"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Known failures without differences."""
        for coded in subject.coded:
            if coded.example.known and not coded.differences:
                yield self.problem(coded.path, None, f"a known failure passes now: {coded.example.text}", coded.example.line)


class NoExample(Check):
    """A type without examples."""

    name = "type-without-example"
    advice = "add examples: sentences of your own in the style of the texts"
    reason = "nobody knows whether the type works, nor what it is for"
    bad = "types/arrest.yaml without examples:"
    good = "examples:\n  - text: اعتقلت هيئة تحرير الشام ثلاثة ناشطين في إدلب\n    events:\n      - trigger: اعتقلت"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Types without any example of an event."""
        for path, data in subject.of("types"):
            if data.get("patterns") and not data.get("examples"):
                yield self.problem(path, data["id"], f"the type {path.stem!r} has no example")


class NoNegative(Check):
    """A type without a sentence that must give nothing."""

    name = "type-without-negative"
    advice = "add a sentence under none: in which a word of the type is used in another sense"
    reason = "most false events come from words in another sense (قصف المهاجم المرمى)"
    bad = "types/shelling.yaml without none:"
    good = "none:\n  - قصف المهاجم مرمى الخصم"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Types without negative examples."""
        for path, data in subject.of("types"):
            if data.get("patterns") and not data.get("none"):
                yield self.problem(path, data["id"], f"the type {path.stem!r} has no sentence under 'none'")


def _miswritten(example: Example, types: Container[str]) -> bool:
    """Whether an example names a word that its sentence has not, or a type that there is not."""
    text = fold(example.text)
    return any(fold(event["trigger"]) not in text or event.get("type", example.file[:-5]) not in types for event in example.events)


class TriggerNotInText(Check):
    """An example whose trigger its sentence does not have."""

    name = "trigger-not-in-text"
    advice = "copy the word from the sentence"
    reason = "the event cannot be found by it"
    bad = "- text: قصفت قوات النظام البلدة\n  events:\n    - trigger: قصف الطيران"
    good = "- text: قصفت قوات النظام البلدة\n  events:\n    - trigger: قصفت"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Triggers that stand nowhere in their sentence."""
        for path, data in subject.of("types"):
            for example in data.get("examples") or ():
                text = fold(example["text"])
                for event in example["events"]:
                    if fold(event["trigger"]) not in text:
                        yield self.problem(path, event["trigger"], f"the sentence has no {str(event['trigger'])!r}")


class DuplicateExample(Check):
    """A sentence that stands twice among the examples."""

    name = "duplicate-example"
    level = "warning"
    advice = "take one of them out; an example lists the events of all types in its sentence"
    reason = "who changes one leaves the other as it was"
    bad = "the same text: under examples in two files"
    good = "one example with the events of both types"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Second uses of a sentence."""
        seen: dict[str, str] = {}
        for path, data in subject.of("types"):
            texts = [example["text"] for example in data.get("examples") or ()]
            texts += [item if isinstance(item, str) else item["text"] for item in data.get("none") or ()]
            for text in texts:
                key = " ".join(fold(text).split())
                if key in seen:
                    yield self.problem(path, text, f"the sentence is an example of {seen[key]} already: {text}")
                seen.setdefault(key, f"types/{path.name}")


class DraftReady(Check):
    """A draft in which nothing is wrong any more."""

    name = "draft-ready"
    level = "note"
    advice = 'take draft: "yes" out; from then on its faults are errors'
    reason = "a draft's faults are warnings only, so that a finished type should not stay one"
    bad = 'draft: "yes" in a type with examples that all pass'
    good = "the same without draft"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Drafts whose examples pass; the runner drops the note where another check has a finding in the file."""
        failing = {coded.path for coded in subject.coded if coded.differences}
        for path, data in subject.drafts():
            if path not in failing and data.get("examples") and data.get("none"):
                yield self.problem(path, data["draft"], f"the draft {path.stem!r} has no fault any more")


CHECKS: tuple[Check, ...] = (
    ExampleFails(), NegativeFires(), KnownFailurePasses(), NoExample(), NoNegative(), TriggerNotInText(), DuplicateExample(),
    DraftReady(),
)  # fmt: skip
