"""Labels and names in every language of the codebook."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from eventcode.check.model import Check
from eventcode.check.subject import Subject
from eventcode.data import Table
from eventcode.errors import Problem

_SCRIPTS = {"ar": "ARABIC", "fa": "ARABIC", "ku": "ARABIC", "ur": "ARABIC", "he": "HEBREW", "en": "LATIN", "tr": "LATIN", "fr": "LATIN",
            "de": "LATIN", "es": "LATIN", "ru": "CYRILLIC", "uk": "CYRILLIC"}  # fmt: skip


def _names(subject: Subject) -> Iterator[tuple[Path, Table, str]]:
    for path, data in subject.of("types"):
        if "label" in data:  # a type of the base may be given more patterns alone
            yield path, data["label"], f"the label of {path.stem!r}"
    for path, data in subject.of("actors"):
        for actor in data.get("actors") or ():
            yield path, actor["name"], "the actor's name"
            for period in actor.get("dated") or ():
                if "name" in period:
                    yield path, period["name"], "the actor's former name"


class MissingTranslation(Check):
    """A label or name that lacks English or the codebook's own language."""

    name = "missing-translation"
    level = "warning"
    advice = "add the name in that language"
    reason = "tables and reports show names in the reader's language"
    bad = "label:\n  en: Arrest"
    good = "label:\n  en: Arrest\n  ar: اعتقال"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Labels and names without one of the languages."""
        languages = {"en"} | {str(data["language"]) for _, data in subject.of("codebook") if "language" in data}
        for path, table, what in _names(subject):
            for language in sorted(languages - set(table)):
                yield self.problem(path, table, f"{what} is missing in the language {language!r}")


class WrongScript(Check):
    """A name in the script of another language than it is given for."""

    name = "name-in-wrong-script"
    advice = "put the name under the language that it is in"
    reason = "names in two languages have been exchanged, or one was not translated"
    bad = "label:\n  en: اعتقال"
    good = "label:\n  ar: اعتقال"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Names with letters, none of which are of the language's script."""
        for path, table, what in _names(subject):
            for language, text in table.items():
                script = _SCRIPTS.get(str(language))
                letters = [unicodedata.name(character, "") for character in text if character.isalpha()]
                if script and letters and not any(name.startswith(script) for name in letters):
                    yield self.problem(path, text, f"{what} under {str(language)!r} has no {script.capitalize()} letter")


CHECKS: tuple[Check, ...] = (MissingTranslation(), WrongScript())
