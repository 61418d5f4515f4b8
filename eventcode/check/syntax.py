"""Files that cannot be read or that nothing reads. The loader finds these faults; here they get their reasons and advice."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from eventcode.check.model import Check
from eventcode.check.subject import Subject
from eventcode.errors import Problem


class FromLoader(Check):
    """A fault that the loader reports under this name while it reads the files."""

    loads = False

    def run(self, subject: Subject) -> Iterator[Problem]:
        """The loader's problems of this name, with the level and the advice of the check."""
        for fault in subject.faults:
            if fault.check == self.name:
                yield attrs.evolve(fault, level=self.level, advice=fault.advice or self.advice)


class NoCodebook(FromLoader):
    """A folder without codebook.yaml."""

    name = "no-codebook"
    advice = "name the folder that holds codebook.yaml, or write that file"
    reason = "codebook.yaml names the codebook and its version, which every event carries"
    bad = "mine/types/shelling.yaml alone"
    good = "mine/codebook.yaml beside mine/types/"


class UnreadableFile(FromLoader):
    """A file that is no UTF-8 text."""

    name = "unreadable-file"
    advice = "save the file as UTF-8; on Windows choose UTF-8 in the editor's list of encodings"
    reason = "other encodings show Arabic as other letters, or as none"
    bad = "a file in Windows-1256"
    good = "the same text in UTF-8"


class YamlSyntax(FromLoader):
    """A file that is no YAML."""

    name = "yaml-syntax"
    advice = (
        "look at the line and the one before it: indents, a missing colon, a quote that is not closed; quote a text with ': ' in it"
    )
    reason = "nothing of the file can be read"
    bad = "label: {en: Arrest"
    good = "label:\n  en: Arrest"


class DuplicateKey(FromLoader):
    """A key that stands twice in one mapping."""

    name = "duplicate-key"
    advice = "put the values under one key"
    reason = "YAML readers keep the second and drop the first without a word"
    bad = "needs:\n  - munitions\nneeds:\n  - artillery"
    good = "needs:\n  - munitions\n  - artillery"


class YamlAlias(FromLoader):
    """An alias (*name) in a file."""

    name = "yaml-alias"
    advice = "write the value again, or make a word list of it"
    reason = "a reader of the file must see what stands there, and a fault must have one place"
    bad = "needs: *weapons"
    good = "needs:\n  - munitions"


class NotAMapping(FromLoader):
    """A file that is empty, a list or one text."""

    name = "not-a-mapping"
    advice = "begin the file with a key such as 'lists:' or 'actors:', or delete it"
    reason = "nothing in the file would be read"
    bad = "- قصف"
    good = "lists:\n  attack-nouns:\n    - قصف"


class MisplacedFile(FromLoader):
    """A file at a place where the loader looks for none."""

    name = "misplaced-file"
    advice = "move it to types/, lexicon/, actors/ or cues/, and give it the suffix .yaml"
    reason = "entries in a file that nothing reads never fire, and nobody is told"
    bad = "mine/type/shelling.yaml"
    good = "mine/types/shelling.yaml"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """YAML files outside the known folders, and files with a suffix that the loader does not read."""
        yield from super().run(subject)
        for path in subject.stray():
            yield self.problem(path, None, f"the suffix {path.suffix} is not read, only .yaml")


class DoesNotLoad(Check):
    """Any other fault that keeps the codebook from loading."""

    name = "does-not-load"
    advice = "mend what the message names"
    reason = "a codebook with this fault cannot be used"
    bad = "extends: a codebook that is not there"
    good = "extends: idlib"
    loads = False

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Problems of the loader that no other check knows."""
        for fault in subject.faults:
            if not fault.check:
                yield attrs.evolve(fault, check=self.name, advice=fault.advice or self.advice)


CHECKS: tuple[Check, ...] = (
    NoCodebook(), UnreadableFile(), YamlSyntax(), DuplicateKey(), YamlAlias(), NotAMapping(), MisplacedFile(), DoesNotLoad(),
)  # fmt: skip
