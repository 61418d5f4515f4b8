"""Ids, and names of things that must exist: types, frames, word lists."""

from __future__ import annotations

from collections.abc import Iterator

from eventcode.check.model import Check
from eventcode.check.subject import Subject
from eventcode.check.syntax import FromLoader
from eventcode.codebook.shape import nearest
from eventcode.errors import Problem


class IdIsFileName(FromLoader):
    """An event type whose id is not its file's name."""

    name = "id-is-file-name"
    advice = "rename the file or change the id"
    reason = "events, examples and rules name a type by the file's name"
    bad = "types/arrest.yaml with id: arrests"
    good = "types/arrest.yaml with id: arrest"


class DuplicateWordList(FromLoader):
    """A word list that two files define."""

    name = "duplicate-word-list"
    advice = "put the words into one list, or give one of them another name"
    reason = "patterns that name the list get the words of both, which nobody sees in either file"
    bad = "munitions: in lexicon/weapons.yaml and in lexicon/aircraft.yaml"
    good = "munitions: in lexicon/weapons.yaml, air-weapons: in lexicon/aircraft.yaml"


class UnknownFrame(FromLoader):
    """A pattern with a role frame that frames.yaml does not define."""

    name = "unknown-frame"
    advice = "name a frame of frames.yaml"
    reason = "without its frame a pattern cannot tell who acts and who suffers"
    bad = "frame: atack"
    good = "frame: attack"


class UnknownWordList(FromLoader):
    """A word list that no file defines."""

    name = "unknown-word-list"
    advice = "name a list of lexicon/, or write it"
    reason = "a pattern that needs a word of a list without words never fires; one that is barred by it always does"
    bad = "needs:\n  - munition"
    good = "needs:\n  - munitions"


class BadPhrase(FromLoader):
    """A phrase that is not of the pattern language."""

    name = "bad-phrase"
    advice = "a|b is a choice, word? may be missing, ... is a gap between words, <list> an entry of a word list; no spaces around |"
    reason = "the phrase cannot be compiled"
    bad = "- غارة | ضربة"
    good = "- غارة|ضربة"


class BadLexeme(FromLoader):
    """A lexeme that cannot be inflected."""

    name = "bad-lexeme"
    advice = "give the perfect and the imperfect in the third person singular masculine, or a noun or adjective"
    reason = "the forms are made from these headwords"
    bad = "- verb: قصف\n  imperfect: نقصف"
    good = "- verb: قصف\n  imperfect: يقصف"


class UnknownType(FromLoader):
    """An event type that does not exist, in a refinement or an example."""

    name = "unknown-type"
    advice = "name a type by its file's name"
    reason = "no event can have the type"
    bad = "refine:\n  - type: airstrike"
    good = "refine:\n  - type: air_strike"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Types of refinements (found by the loader) and of examples."""
        yield from super().run(subject)
        if subject.codebook is None:
            return
        known = list(subject.codebook.types)
        for path, data in subject.of("types"):
            for example in data.get("examples") or ():
                for event in example.get("events") or ():
                    name = event.get("type")
                    if name is not None and name not in known:
                        yield self.problem(path, name, f"there is no event type {str(name)!r}: {nearest(name, known)}")


class UnknownBase(FromLoader):
    """A codebook that extends one which is not there."""

    name = "unknown-base"
    advice = "name a codebook that ships with eventcode (idlib), or a folder, relative to this one, that holds codebook.yaml"
    reason = "nothing of the base can be read, and most of what the codebook names stands there"
    bad = "extends: idlb"
    good = "extends: idlib"


class CircularBase(FromLoader):
    """A codebook that extends itself, directly or by way of others."""

    name = "circular-base"
    advice = "take extends out of one of the codebooks"
    reason = "there is no first codebook to begin with"
    bad = "extends: ."
    good = "extends: idlib"


class RetireWithoutBase(FromLoader):
    """A codebook that retires things and extends nothing."""

    name = "retire-without-base"
    advice = "add extends:, or take retire out"
    reason = "there is nothing to leave out"
    bad = "retire:\n  types:\n    - aid"
    good = "extends: idlib\nretire:\n  types:\n    - aid"


class UnknownRetired(FromLoader):
    """A retired thing that the base does not have."""

    name = "unknown-retired"
    advice = "write the id as the base has it: a type, type#pattern, an actor's English name, a cue"
    reason = "what was to go stays, and nobody is told"
    bad = "retire:\n  types:\n    - aids"
    good = "retire:\n  types:\n    - aid"


class DuplicateId(Check):
    """Two patterns of a type, or two cues, with one id."""

    name = "duplicate-id"
    advice = "give one of them another id"
    reason = "events and exceptions name a rule by its id, which must lead to one entry"
    bad = "- id: bombard ...\n- id: bombard ..."
    good = "- id: bombard ...\n- id: fall-of-shells ..."

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Second uses of an id."""
        cues: dict[str, str] = {}
        for path, data in subject.of("types"):
            ids: set[str] = set()
            for entry in data.get("patterns") or ():
                if entry["id"] in ids:
                    yield self.problem(path, entry["id"], f"a second pattern has the id {str(entry['id'])!r}")
                ids.add(entry["id"])
        for path, data in subject.of("cues"):
            for entry in data.get("cues") or ():
                if entry["id"] in cues:
                    yield self.problem(path, entry["id"], f"a cue of {cues[entry['id']]} has the id {str(entry['id'])!r} already")
                cues.setdefault(entry["id"], path.name)


class UnusedFrame(Check):
    """A role frame that no pattern names."""

    name = "unused-frame"
    level = "warning"
    advice = "take it out of frames.yaml, or name it in a pattern"
    reason = "it does nothing, and readers look for what it is for"
    bad = "frames.yaml with a frame 'siege' that no pattern names"
    good = "frame: siege in types/siege.yaml"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Frames of the folder without a pattern."""
        used = {pattern.frame for pattern in subject.loaded.patterns}
        for path, data in subject.of("frames"):
            for name in data.get("frames") or ():
                if name not in used:
                    yield self.problem(path, name, f"no pattern names the role frame {str(name)!r}")


CHECKS: tuple[Check, ...] = (
    IdIsFileName(), DuplicateWordList(), UnknownFrame(), UnknownWordList(), BadPhrase(), BadLexeme(), UnknownType(), UnknownBase(),
    CircularBase(), RetireWithoutBase(), UnknownRetired(), DuplicateId(),
    UnusedFrame(),
)  # fmt: skip
