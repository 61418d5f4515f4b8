"""The lexemes and phrases of a codebook's files, each with its place and the word sequences that it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from eventcode.codebook import Pattern
from eventcode.data import Table
from eventcode.inflection import Form, Lexeme, expand
from eventcode.patterns import parse


@attrs.frozen(eq=False)
class Entry:
    """One lexeme or phrase of a file: where it stands, what it belongs to, and the word sequences that it stands for.

    ``kind`` is trigger, list, actor, short, agent, nation, country or cue; ``owner`` is the rule, list, code or cue that holds
    it; ``pattern`` is set for triggers. A lexeme has its ``forms``; a phrase has ``sequences`` without forms, up to its first gap.
    """

    path: Path
    kind: str
    owner: str
    item: Any
    sequences: tuple[tuple[tuple[str, ...], Form | None], ...]
    pattern: Pattern | None = None
    gap: bool = False

    @property
    def headword(self) -> str:
        """How messages name it."""
        if isinstance(self.item, Mapping):
            value = next((self.item[key] for key in ("verb", "noun", "adjective", "plural") if key in self.item), "")
            return str(value if isinstance(value, str) else value[0])
        return str(self.item)


class EntryReader:
    """Reads the entries of files; ``patterns`` are those of the codebook by rule, ``lists`` its word lists."""

    def __init__(self, patterns: Mapping[str, Pattern], lists: Mapping[str, frozenset[tuple[str, ...]]]) -> None:
        self.patterns = patterns
        self.lists = {name: sorted(words) for name, words in lists.items()}

    def entries(self, kind: str, path: Path, data: Table) -> Iterator[Entry]:
        """The entries of one file of a kind: types, lexicon, actors or cues."""
        yield from {"types": self._types, "lexicon": self._lexicon, "actors": self._actors, "cues": self._cues}[kind](path, data)

    def _types(self, path: Path, data: Table) -> Iterator[Entry]:
        for table in data.get("patterns") or ():
            rule = f"types/{path.name}#{table['id']}"
            for key in ("lexemes", "phrases"):
                for item in table.get(key) or ():
                    yield self._entry(path, "trigger", rule, item, self.patterns.get(rule))

    def _lexicon(self, path: Path, data: Table) -> Iterator[Entry]:
        for name, items in data["lists"].items():
            for item in items:
                yield self._entry(path, "list", str(name), item)

    def _actors(self, path: Path, data: Table) -> Iterator[Entry]:
        for group, kinds in (
            ("actors", {"names": "actor", "short": "short"}),
            ("agent-nouns", {"lexemes": "agent", "phrases": "agent"}),
            ("countries", {"names": "country", "capitals": "country"}),
        ):
            for table in data.get(group) or ():
                owner = str(table.get("code") or table.get("country") or table.get("role") or "")
                for key, kind in kinds.items():
                    for item in table.get(key) or ():
                        yield self._entry(path, kind, owner, item)
        for table in data.get("nationalities") or ():
            yield self._entry(path, "nation", str(table["country"]), table)

    def _cues(self, path: Path, data: Table) -> Iterator[Entry]:
        for table in data.get("cues") or ():
            for item in table["words"]:
                yield self._entry(path, "cue", str(table["id"]), item)

    def _entry(self, path: Path, kind: str, owner: str, item: Any, pattern: Pattern | None = None) -> Entry:
        if isinstance(item, Mapping):
            forms = expand(Lexeme.from_data({key: value for key, value in item.items() if key in Lexeme.KEYS}))
            wanted = pattern.forms | {"adjective"} if pattern else None
            kept = (form for form in forms if wanted is None or form.pos in wanted)
            return Entry(path, kind, owner, item, tuple((tuple(form.text.split()), form) for form in kept), pattern)
        segments = parse(str(item), self.lists)
        return Entry(path, kind, owner, item, tuple((words, None) for words in segments[0]), pattern, len(segments) > 1)
