"""Faults of the letters of place names: characters that look like others, that are not seen, or that never belong together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Bidi controls (Unicode UAX 9) turn the order of what stands beside them; other invisible characters split words unseen.
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile("[\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff\ufe00-\ufe0f\x00-\x08\x0b-\x1f\x7f-\x9f]")
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_TATWEEL_OR_MARK = re.compile("[\u0640\u064b-\u065f\u0670]")
_SPACES = re.compile(r"[^\S ]|  |^ | $")
_FOREIGN_DIGIT = re.compile("[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]")
# Letters of Persian, Urdu and Kurdish that are drawn as an Arabic letter is, with the Arabic letter.
LOOKALIKES = {
    "ی": "ي", "ې": "ي", "ۍ": "ي", "ک": "ك", "ڪ": "ك", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۀ": "ة", "ۃ": "ة", "ٱ": "ا", "ٲ": "أ", "ٳ": "إ", "ۆ": "و", "ڕ": "ر",
}  # fmt: skip
_LOOKALIKE = re.compile(f"[{''.join(LOOKALIKES)}]")
_WORD = re.compile(r"[^\W\d_]+")


def script(letter: str) -> str:
    """The script of a letter by its Unicode name: ARABIC, LATIN, CYRILLIC, ...; "" for marks, modifiers and what is no letter."""
    if unicodedata.category(letter) not in ("Lu", "Ll", "Lt", "Lo"):
        return ""
    return unicodedata.name(letter, "").split(" ")[0]


def scripts(text: str) -> set[str]:
    """The scripts of a text's letters."""
    return {found for letter in text if (found := script(letter))}


def faults(name: str) -> Iterator[tuple[str, str, str]]:
    """The faults of one name as (check, what is wrong, what to do)."""
    if found := _BIDI.search(name):
        yield (
            "bidi-control",
            f"has the invisible direction mark {_code(found)}",
            "delete it: programs put words in order by themselves",
        )
    if found := _INVISIBLE.search(name):
        yield "invisible-character", f"has the invisible character {_code(found)}", "delete it"
    if found := _PRESENTATION.search(name):
        yield "presentation-form", f"has the presentation form {_code(found)}", "write ordinary letters (Unicode NFKC)"
    if found := _LOOKALIKE.search(name):
        yield "lookalike-letter", f"has {_code(found)}, which looks like {LOOKALIKES[found.group()]}", "write the Arabic letter"
    if found := _TATWEEL_OR_MARK.search(name):
        yield "marks", f"has the mark or stretching {_code(found)}", "write the letters alone: texts are read without marks"
    if found := _SPACES.search(name):
        yield "spaces", f"has a space too many or a strange one at {found.start() + 1}", "write one ordinary space between words"
    if _FOREIGN_DIGIT.search(name):
        yield "digits", "has digits that are not 0 to 9", "write 0 to 9: texts in other digits are read as these"
    mixed = next((word for word in _WORD.findall(name) if len(scripts(word)) > 1), None)
    if mixed is not None:
        yield (
            "mixed-script",
            f"mixes {' and '.join(sorted(scripts(mixed)))} letters in the word {mixed!r}",
            "write it in one script",
        )
    other = sorted(scripts(name) - {"ARABIC", "LATIN"})
    if other:
        yield "mixed-script", f"has letters of {', '.join(other)}", "give names in Arabic or Latin letters"


def _code(found: re.Match[str]) -> str:
    return f"U+{ord(found.group()[0]):04X}"
