"""The codebook under check: its files as they were read, the codebook that they make, its words and its coded examples."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

import attrs

from eventcode.check.compare import compare
from eventcode.check.entries import Entry, EntryReader
from eventcode.check.shadows import Shadows
from eventcode.codebook import Codebook, Example, Pattern, load_codebook
from eventcode.codebook.files import EXCEPTIONS, FOLDERS, SHAPES, kind_of_file, yaml_files
from eventcode.codebook.layers import read_folder
from eventcode.coder import Coder
from eventcode.data import Table
from eventcode.errors import DataError, Problem
from eventcode.gazetteer import Gazetteer
from eventcode.model import Event

REFERENCE_DAY = dt.date(2020, 1, 23)
"""The day that examples without a date of their own are coded on: a day within the time that the Idlib codebook is for."""


@attrs.frozen(eq=False)
class Coded:
    """An example with the events that the coder finds in it and how they differ from what is wanted."""

    path: Path
    example: Example
    events: tuple[Event, ...]
    differences: tuple[str, ...]


class Subject:
    """A codebook folder under check. ``faults`` are what the loader found; with an error among them there is no codebook."""

    def __init__(self, folder: Path, gazetteer: Gazetteer | None = None) -> None:
        self.folder = folder
        self._gazetteer = gazetteer
        self.codebook: Codebook | None = None
        self.files: Mapping[Path, Table] = {}
        self.faults: list[Problem] = []
        try:
            self.files, self.faults = read_folder(folder)
            self.codebook = load_codebook(folder)
            self.faults = []
        except DataError as error:
            self.faults = error.problems

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer that examples are coded with and names are compared with."""
        return self._gazetteer or Gazetteer.load()

    @property
    def loaded(self) -> Codebook:
        """The codebook; only for checks that run when it has loaded."""
        if self.codebook is None:
            raise DataError(self.faults)
        return self.codebook

    def of(self, kind: str) -> list[tuple[Path, Table]]:
        """The files of a kind, with what they hold: types, lexicon, actors, cues, frames, codebook, exceptions."""
        return [(path, data) for path, data in self.files.items() if kind_of_file(path, self.folder) == kind]

    @cached_property
    def texts(self) -> Mapping[Path, str]:
        """The text of every YAML file of the folder that can be read as UTF-8."""
        out: dict[Path, str] = {}
        for path in yaml_files(self.folder):
            try:
                out[path] = path.read_text(encoding="utf-8-sig")
            except (OSError, UnicodeDecodeError):
                continue  # the loader reports it
        return out

    def stray(self) -> Iterator[Path]:
        """Files that look like parts of the codebook, yet have another suffix than .yaml."""
        suffixes = (".yml", ".YAML", ".YML")
        for name in FOLDERS:
            if (self.folder / name).is_dir():
                yield from (path for path in sorted((self.folder / name).iterdir()) if path.suffix in suffixes)
        # At the top may stand files of other tools.
        for kind in SHAPES.keys() - set(FOLDERS):
            yield from (path for suffix in suffixes if (path := self.folder / f"{kind}{suffix}").is_file())

    # -- words -----------------------------------------------------------------------------------------------------

    @cached_property
    def patterns(self) -> Mapping[str, Pattern]:
        """The patterns of the codebook by rule (file#id)."""
        return {pattern.rule: pattern for pattern in self.loaded.patterns}

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every lexeme and phrase of the folder's types, lists, actors and cues."""
        reader = EntryReader(self.patterns, self.loaded.lists)
        return tuple(entry for kind in FOLDERS for path, data in self.of(kind) for entry in reader.entries(kind, path, data))

    @cached_property
    def triggers(self) -> tuple[Entry, ...]:
        """The entries that report events."""
        return tuple(entry for entry in self.entries if entry.kind == "trigger")

    @cached_property
    def shadows(self) -> Shadows:
        """Which trigger words are taken by patterns that always win."""
        return Shadows(self.loaded.patterns, self.triggers)

    # -- examples --------------------------------------------------------------------------------------------------

    @cached_property
    def coder(self) -> Coder:
        """A coder with the codebook."""
        return Coder(self.loaded, self.gazetteer)

    @cached_property
    def coded(self) -> tuple[Coded, ...]:
        """Every example of the folder, coded."""
        out = []
        for example in self.loaded.examples:
            path = self.folder / "types" / example.file
            if path not in self.files:
                continue  # of the codebook that this one extends
            events = self.coder.code(example.text, published=example.date or REFERENCE_DAY)
            out.append(Coded(path, example, tuple(events), tuple(compare(events, example))))
        return tuple(out)

    def drafts(self) -> list[tuple[Path, Table]]:
        """The files of event types that are marked as drafts."""
        return [(path, data) for path, data in self.of("types") if data.get("draft") == "yes"]

    @property
    def exceptions_file(self) -> Path:
        """Where the exceptions of this codebook stand, if there are any."""
        return self.folder / EXCEPTIONS
