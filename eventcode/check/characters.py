"""Characters that the eye does not see or takes for others. These checks read the text of the files, comments included."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import ClassVar

from eventcode.check.model import Check
from eventcode.check.subject import Subject
from eventcode.errors import Problem

_ARABIC = "\u0620-\u063f\u0641-\u064a\u0671-\u06d3"
_MARKS = "\u064b-\u065f\u0670"
_ARABIC_DIGITS = "\u0660-\u0669\u06f0-\u06f9"
_OTHER_LETTERS = "A-Za-z\u00c0-\u024f\u0370-\u052f"


class Characters(Check):
    """Base of the checks that look for a regular expression in every line."""

    loads = False
    pattern: ClassVar[re.Pattern[str]]

    def run(self, subject: Subject) -> Iterator[Problem]:
        """The first match of each line."""
        for path, text in subject.texts.items():
            if not self.pattern.search(text):
                continue
            for number, line in enumerate(text.split("\n"), 1):
                match = self.pattern.search(line)
                if match is not None:
                    message = self.message(match)
                    column = match.start(match.lastindex or 0) + 1
                    yield Problem(str(path), number, message, column, "", self.name, self.level, self.advice)

    def message(self, match: re.Match[str]) -> str:
        """What is wrong with a match."""
        raise NotImplementedError


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, 'unnamed').lower()}"


class Invisible(Characters):
    """A character that is not seen: zero-width, bidi control, soft hyphen, no-break space."""

    name = "invisible-character"
    advice = "delete it; it often comes with text copied from web pages"
    reason = "two entries that look alike differ, and a search finds only one of them"
    bad = "- غ\\u200cارة"
    good = "- غارة"
    pattern = re.compile("[\u00a0\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202f\u2060-\u2064\u2066-\u206f\ufeff]")

    def message(self, match: re.Match[str]) -> str:
        """Names the character."""
        return f"an invisible character: {_name(match.group())}"


class Tatweel(Characters):
    """The stroke that stretches a word."""

    name = "tatweel"
    level = "warning"
    advice = "delete it"
    reason = "it is part of the layout, not of the word"
    bad = "- قصـــف"
    good = "- قصف"
    # A single letter with a stroke after it (لـ, هـ) is how prefixes and abbreviations are written.
    pattern = re.compile(f"(?<=[{_ARABIC}])\u0640+(?=[{_ARABIC}])")

    def message(self, match: re.Match[str]) -> str:
        """Says that it is there."""
        return "a word is stretched with tatweel (U+0640)"


class Presentation(Characters):
    """A letter of the blocks for fixed shapes, as PDF files give them."""

    name = "presentation-form"
    advice = "type the word anew, or normalise it to NFKC"
    reason = "it looks like the ordinary letter, yet an editor's search does not find it"
    bad = "- \\ufed7\\ufebc\\ufed2"
    good = "- قصف"
    pattern = re.compile("[\ufb50-\ufd3d\ufd50-\ufdff\ufe70-\ufefc]")

    def message(self, match: re.Match[str]) -> str:
        """Names the letter and the ordinary one."""
        return f"a presentation form: {_name(match.group())}, which is {unicodedata.normalize('NFKC', match.group())!r}"


class MixedScript(Characters):
    """A word with letters of two scripts."""

    name = "mixed-script"
    advice = "type the word anew in one script; put a space or a hyphen between an abbreviation and a word"
    reason = "some Latin and Cyrillic letters look like each other, and no text has such a word"
    bad = "- name: АFRIN with a Cyrillic first letter"
    good = "- name: AFRIN"
    pattern = re.compile(
        f"[{_ARABIC}][{_MARKS}]*[{_OTHER_LETTERS}]|[{_OTHER_LETTERS}][{_ARABIC}]|[A-Za-z][\u0370-\u052f]|[\u0370-\u052f][A-Za-z]"
    )

    def message(self, match: re.Match[str]) -> str:
        """Names the two letters."""
        return f"a word of two scripts: {_name(match.group()[0])} beside {_name(match.group()[-1])}"


class ForeignLetter(Characters):
    """A letter of Persian, Urdu or Kurdish spelling that looks like an Arabic one."""

    name = "foreign-letter"
    level = "warning"
    advice = "type the Arabic letter: ك ي ه"
    reason = "it comes from a keyboard of another language; a search in the file does not find the word"
    bad = "- \\u06a9فرنبل with U+06A9"
    good = "- كفرنبل"
    pattern = re.compile("[\u06a9\u06aa\u06cc\u06d0\u06c0\u06c1\u06d5\u06be]")

    def message(self, match: re.Match[str]) -> str:
        """Names the letter."""
        return f"a letter of another language's spelling: {_name(match.group())}"


class TwoDigits(Characters):
    """A value with digits of two kinds."""

    name = "mixed-digits"
    level = "warning"
    advice = "write all digits of the value alike"
    reason = "one of them is a slip, and a reader takes the number for another one"
    bad = "- text: سقوط 1٢ قذيفة"
    good = "- text: سقوط 12 قذيفة"
    pattern = re.compile(f"^[^#\\n]*?(?:([0-9])(?=[^#\\n]*[{_ARABIC_DIGITS}])|([{_ARABIC_DIGITS}])(?=[^#\\n]*[0-9]))", re.MULTILINE)

    def message(self, match: re.Match[str]) -> str:
        """Says where."""
        return f"digits of two kinds in one value, beginning with {match.group()[-1]!r}"


CHECKS: tuple[Check, ...] = (Invisible(), Tatweel(), Presentation(), MixedScript(), ForeignLetter(), TwoDigits())
