"""Read a codebook folder, collect every fault, and compile its words into one trie."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from eventcode.codebook.files import EXCEPTIONS, FOLDERS, SHAPES, kind_of_file
from eventcode.codebook.model import (
    ActorName,
    AgentNoun,
    Codebook,
    Cue,
    DatedActor,
    EventType,
    Example,
    Frame,
    Nationality,
    Pattern,
    Refinement,
    Word,
)
from eventcode.codebook.shape import nearest, problem_at
from eventcode.data import Table, content_hash, data_root, read_yaml
from eventcode.errors import DataError, Problem
from eventcode.inflection import Form, Lexeme, expand
from eventcode.model import Codes
from eventcode.patterns import PatternError, Trie, parse
from eventcode.text import fold

FORMS = frozenset({"verb", "noun", "participle"})
# Dictionary kinds that grammar.yaml gives to the clause parser.
_GRAMMAR = {
    "light-verbs": "light",
    "aspect-heads": "aspect",
    "result": "result",
    "cause": "cause",
    "states": "state",
    "verbs": "verb",
}


class _Reader:
    """One load: the lists and trie being built, and the problems found so far."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.trie = Trie()
        self.lists: dict[str, list[tuple[str, ...]]] = {}
        self.types: dict[str, EventType] = {}
        self.patterns: list[Pattern] = []
        self.examples: list[Example] = []
        self.names: dict[str, str] = {}
        self.refined: list[tuple[Path, str]] = []  # types that refinements give, known only when all files are read

    def problem(self, path: Path, value: object, message: str, check: str = "") -> None:
        self.problems.append(problem_at(check, str(path), value, message))

    # -- words -----------------------------------------------------------------------------------------------------

    def forms(self, path: Path, item: object) -> Iterator[tuple[tuple[str, ...], Form | None]]:
        """The word sequences of one list item: an inflected lexeme or a phrase without gaps."""
        if isinstance(item, Mapping):
            data = {key: value for key, value in item.items() if key in Lexeme.KEYS}
            try:
                expanded = expand(Lexeme.from_data(data))
            except ValueError as error:
                self.problem(path, item, str(error), "bad-lexeme")
                return
            for form in expanded:
                yield tuple(form.text.split()), form
        elif isinstance(item, str):
            try:
                segments = parse(item, self.lists)
            except PatternError as error:
                self.problem(path, item, str(error), "bad-phrase")
                return
            for words in segments[0]:
                yield words, None

    def add(self, path: Path, item: object, kind: str, ref: Any, forms: frozenset[str] | None = None) -> None:
        """Put one lexeme or phrase into the trie."""
        if isinstance(item, str):
            try:
                self.trie.add_phrase(item, Word(kind, ref), self.lists)
            except PatternError as error:
                self.problem(path, item, str(error), "bad-phrase")
            return
        seen: dict[tuple[str, ...], list[Form]] = {}
        for words, form in self.forms(path, item):
            if form is not None and forms is not None and form.pos not in forms and form.pos != "adjective":
                continue
            if form is not None:
                seen.setdefault(words, []).append(form)
        for words, found in seen.items():
            for form in found:
                self.trie.add(words, Word(kind, ref, form))

    def word_lists(self, path: Path, data: Table) -> None:
        for name, items in (data.get("lists") or {}).items():
            if name in self.lists:
                self.problem(path, name, f"the word list {name!r} stands in two files", "duplicate-word-list")
            sequences = self.lists.setdefault(str(name), [])
            for item in items or ():
                sequences.extend(words for words, _ in self.forms(path, item))

    # -- event types -----------------------------------------------------------------------------------------------

    def event_type(self, path: Path, data: Table, frames: Mapping[str, Frame]) -> None:
        identifier = str(data.get("id", ""))
        if identifier != path.stem:
            self.problem(
                path, data.get("id", data), f"the id {identifier!r} must be the file's name, {path.stem!r}", "id-is-file-name"
            )
        codes = data.get("codes") or {}
        acled, plover = codes.get("acled"), codes.get("plover")
        self.types[path.stem] = EventType(
            path.stem,
            {str(key): str(value) for key, value in (data.get("label") or {}).items()},
            Codes(
                (str(acled[0]), str(acled[1])) if acled else None,
                str(codes["cameo"]) if codes.get("cameo") else None,
                (str(plover[0]), str(plover[1]) if len(plover) > 1 else "") if plover else None,
            ),
        )
        for entry in data.get("patterns") or ():
            frame = str(entry.get("frame", ""))
            if frame not in frames:
                message = f"there is no role frame {frame!r}: {nearest(frame, list(frames))}"
                self.problem(path, entry.get("frame", entry), message, "unknown-frame")
                continue
            refine = tuple(
                Refinement(
                    str(rule.get("type", "")),
                    tuple(map(str, rule.get("with") or ())),
                    tuple(map(str, rule.get("document") or ())),
                    tuple(map(str, rule.get("targets") or ())),
                )
                for rule in entry.get("refine") or ()
            )
            rules = entry.get("refine") or ()
            for name in (
                *(entry.get("needs") or ()), *(entry.get("without") or ()),
                *(name for rule in rules for key in ("with", "document") for name in rule.get(key) or ()),
            ):  # fmt: skip
                if name not in self.lists:
                    message = f"there is no word list {str(name)!r}: {nearest(name, list(self.lists))}"
                    self.problem(path, name, message, "unknown-word-list")
            self.refined.extend((path, rule["type"]) for rule in rules)
            pattern = Pattern(
                rule=f"types/{path.name}#{entry.get('id', '')}",
                type=path.stem,
                frame=frame,
                forms=frozenset(map(str, entry.get("forms") or FORMS)),
                needs=tuple(map(str, entry.get("needs") or ())),
                without=tuple(map(str, entry.get("without") or ())),
                refine=refine,
                counts=str(entry.get("counts", "")),
                yields=entry.get("yields") == "yes",
                after=str(entry.get("after", "")),
                file=path.name,
                line=getattr(entry, "line", 0),
            )
            self.patterns.append(pattern)
            for lexeme in entry.get("lexemes") or ():
                self.add(path, lexeme, "trigger", pattern, pattern.forms)
            for phrase in entry.get("phrases") or ():
                self.add(path, phrase, "trigger", pattern)
        for entry in data.get("examples") or ():
            day = entry.get("date")
            self.examples.append(
                Example(
                    str(entry.get("text", "")), tuple(entry.get("events") or ()),
                    dt.date.fromisoformat(day) if day else None, path.name, getattr(entry, "line", 0), entry.get("known") == "yes",
                )
            )  # fmt: skip
        for entry in data.get("none") or ():
            # A plain sentence, or {text, known} for a known failure.
            text = entry["text"] if isinstance(entry, Mapping) else entry
            known = isinstance(entry, Mapping) and entry.get("known") == "yes"
            self.examples.append(Example(str(text), (), None, path.name, getattr(text, "line", 0), known))

    # -- actors ----------------------------------------------------------------------------------------------------

    def actors(self, path: Path, data: Table) -> None:
        for entry in data.get("actors") or ():
            name = entry.get("name") or {}
            label = str(name.get("en") or name.get("ar") or (entry.get("names") or [""])[0])
            dated = tuple(
                DatedActor(
                    dt.date.fromisoformat(period["until"]),
                    str(period.get("code", entry.get("code", ""))),
                    str((period.get("name") or {}).get("en")) if period.get("name") else None,
                )
                for period in entry.get("dated") or ()
                if period.get("until")
            )
            code, kind = str(entry.get("code", "")), str(entry.get("kind", "group"))
            if kind != "person":
                self.names.setdefault(code, label)
            for key in ("names", "short"):
                ref = ActorName(code, label, kind, key == "short", dated)
                for item in entry.get(key) or ():
                    self.add(path, item, "actor", ref)
        for entry in data.get("agent-nouns") or ():
            noun = AgentNoun(
                str(entry.get("role") or ""), str(entry.get("kind") or "people"), str(entry.get("alone") or ""),
                entry.get("counts") == "yes",
            )  # fmt: skip
            for item in [*(entry.get("lexemes") or ()), *(entry.get("phrases") or ())]:
                self.add(path, item, "agent", noun)
        for entry in data.get("nationalities") or ():
            nation = Nationality(str(entry.get("country", "")), "adjective")
            item = Table({key: entry[key] for key in ("adjective", "plural") if key in entry})
            self.add(path, item, "nation", nation)
        for entry in data.get("countries") or ():
            for key, kind in (("names", "country"), ("capitals", "capital")):
                nation = Nationality(str(entry.get("country", "")), kind)
                for item in entry.get(key) or ():
                    self.add(path, item, "country", nation)

    # -- cues and grammar ------------------------------------------------------------------------------------------

    def cues(self, path: Path, data: Table) -> None:
        for entry in data.get("cues") or ():
            status = str(entry.get("status", ""))
            cue = Cue(
                id=str(entry.get("id", "")),
                status=status,
                direction=str(entry.get("direction", "forward")),
                scope=str(entry.get("scope", "clause")),
                before=str(entry.get("before", "")),
                pseudo=entry.get("pseudo") == "yes",
                stance=str(entry.get("stance", "denies" if status == "negated" else "asserts")),
            )
            for item in entry.get("words") or ():
                # Participles are adjectives here (مدينة is no form of أدان).
                self.add(path, item, "cue", cue, frozenset({"verb", "noun"}))
        reporting = data.get("reporting") or {}
        for key, kind in (("verbs", "report"), ("nouns", "statement"), ("according", "according"), ("via", "via")):
            for entry in reporting.get(key) or ():
                detail = ""
                items: Sequence[object] = [entry]
                if isinstance(entry, Mapping):
                    detail = str(entry.get("type") or entry.get("follows") or "")
                    if "words" in entry:
                        items = entry["words"]
                    elif "phrase" in entry or "phrases" in entry:
                        phrases = entry.get("phrases") or entry["phrase"]
                        items = [phrases] if isinstance(phrases, str) else phrases
                for item in items:
                    self.add(path, item, kind, detail)
        for key, kind in _GRAMMAR.items():
            for entry in data.get(key) or ():
                detail = str(entry.get("subject", "")) if isinstance(entry, Mapping) else ""
                phrases = (entry.get("phrases") or entry.get("words")) if isinstance(entry, Mapping) else None
                for item in phrases or [entry]:
                    # Participles of these words are adjectives (مشترك، واسع), not predicates.
                    self.add(path, item, kind, detail, frozenset({"verb", "noun"}))


def _frames(data: Table) -> dict[str, Frame]:
    out = {}
    for name, entry in (data.get("frames") or {}).items():
        roles = {
            fold(str(key)) if not key.isascii() else str(key): str(value)
            for key, value in entry.items()
            if key not in ("armed", "placed")
        }
        out[str(name)] = Frame(str(name), roles, entry.get("armed") == "yes", entry.get("placed") == "yes")
    return out


def read_folder(folder: Path) -> tuple[dict[Path, Table], list[Problem]]:
    """Read the files of a codebook folder, without making anything of them: the content by path, and every fault of form.

    Raises ``DataError`` where there is no codebook.yaml.
    """
    if not (folder / "codebook.yaml").is_file():
        raise DataError.at(folder, 0, "no codebook here: the file codebook.yaml is missing", check="no-codebook")
    content: dict[Path, Table] = {}
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.yaml")):
        kind = kind_of_file(path, folder)
        if kind is None:
            message = f"no such file belongs to a codebook, so nothing reads it: {nearest(path.parent.name, FOLDERS)}"
            problems.append(Problem(str(path), 0, message, check="misplaced-file"))
            continue
        try:
            data = read_yaml(path)
        except DataError as error:
            problems.extend(error.problems)
            continue
        if isinstance(data, Table):
            content[path] = data
            problems.extend(SHAPES[kind].problems(data, str(path), f"a file of {kind}" if kind in FOLDERS else path.name))
        else:
            message = "a codebook file is a mapping with keys at its top level"
            problems.append(problem_at("not-a-mapping", str(path), data, message))
    return content, problems


def load_codebook(folder: Path | None = None) -> Codebook:
    """Load a codebook folder (default: the Idlib codebook that ships with the package).

    Raises ``DataError`` with every fault that was found, each with file and line.
    """
    folder = folder or data_root() / "codebooks" / "idlib"
    reader = _Reader(folder)
    content, reader.problems = read_folder(folder)
    if reader.problems:
        # What the files mean can only be told of files without faults of form: one misspelt key would give many false problems.
        raise DataError(reader.problems)
    head = content[folder / "codebook.yaml"]
    paths = [path for path in content if path.name != EXCEPTIONS]

    def of(part: str) -> list[tuple[Path, Table]]:
        return [(path, data) for path, data in content.items() if path.parent.name == part]

    for path, data in of("lexicon"):
        reader.word_lists(path, data)
    frame_data = content.get(folder / "frames.yaml", Table())
    frames = _frames(frame_data)
    for path, data in of("actors"):
        reader.actors(path, data)
    for path, data in of("cues"):
        reader.cues(path, data)
    for path, data in of("types"):
        reader.event_type(path, data, frames)
    for name, sequences in reader.lists.items():
        for words in dict.fromkeys(sequences):
            reader.trie.add(words, Word("list", name))
    for path, name in reader.refined:
        if name not in reader.types:
            message = f"there is no event type {str(name)!r}: {nearest(name, list(reader.types))}"
            reader.problem(path, name, message, "unknown-type")
    if reader.problems:
        raise DataError(reader.problems)
    return Codebook(
        name=str(head.get("name", folder.name)),
        version=str(head.get("version", "0")),
        hash=content_hash(paths),
        types=reader.types,
        patterns=tuple(reader.patterns),
        frames=frames,
        lists={name: frozenset(sequences) for name, sequences in reader.lists.items()},
        backers={str(key): str(value) for key, value in (frame_data.get("backers") or {}).items()},
        names=reader.names,
        examples=tuple(reader.examples),
        trie=reader.trie,
    )
