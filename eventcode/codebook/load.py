"""Compile the files of a codebook, and of those that it extends, into one trie; collect every fault."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import attrs

from eventcode.codebook.layers import Layer, actor_label, layered_hash, read_layers
from eventcode.codebook.model import (
    ACTOR_LISTS,
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
from eventcode.codebook.naming import CodeNames
from eventcode.codebook.shape import nearest, problem_at
from eventcode.data import Table, data_root
from eventcode.errors import DataError, Problem
from eventcode.inflection import Form, Lexeme, expand, phrase_cases
from eventcode.model import Codes
from eventcode.patterns import ARTICLE, PatternError, Trie, key_of, parse
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
# Words of two-word names, and given names that are no surnames by themselves (folded).
_SHORTEST_SURNAME = 4  # لي, آلا, ماي are words of the language too
_NAME_HEADS = frozenset(["عبد", "ابو", "ابي", "ام", "بن", "ابن", "ال", "بو", "دي", "دو", "فون", "فان", "لو"])
_GIVEN_NAMES = frozenset(
    map(
        key_of,
        ["محمد", "احمد", "علي", "حسن", "حسين", "محمود", "ابراهيم", "مصطفي", "يوسف", "خالد", "عمر", "عبدالله", "سعيد", "صالح", "الله",
         "الدين", "الرحمن", "جديد", "سلامه", "سلام", "بدر", "شمس", "حرب", "سيف", "نور", "امين", "شريف", "حافظ", "الثاني", "الاول",
         "الثالث", "كريم", "جميل", "عباس", "ناصر", "طلال", "فيصل", "سلمان", "سعد", "زيد", "قاسم", "هادي", "مهدي", "جورج", "جون",
         "جيمس", "بيتر", "مارك", "الشيخ", "الحاج", "السيد", "الاحمر", "عيسي", "موسي", "سليمان", "اسماعيل", "داود", "عثمان", "راشد"],
    )
)  # fmt: skip


@attrs.frozen(slots=True, eq=False)
class _Trigger:
    """An entry of a pattern that waits for its place in the trie: a phrase, or a lexeme's inflected forms; ``depth`` is its layer."""

    depth: int
    path: Path
    pattern: Pattern
    item: str | tuple[tuple[tuple[str, ...], Form], ...]


class _Reader:
    """One load: the lists and trie being built, and the problems found so far."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.trie = Trie()
        self.lists: dict[str, list[tuple[str, ...]]] = {}
        self.types: dict[str, EventType] = {}
        self.patterns: list[Pattern] = []
        self.examples: list[Example] = []
        self.names = CodeNames()
        self.countries: dict[str, str] = {}
        self.verb_forms: dict[str, list[Form]] = {}
        self.noun_forms: dict[str, Form] = {}
        self.triggers: list[_Trigger] = []
        self.persons: list[tuple[str, ActorName]] = []

    def problem(self, path: Path, value: object, message: str, check: str = "") -> None:
        self.problems.append(problem_at(check, str(path), value, message))

    def figurative(self, path: Path, data: Mapping[str, Any]) -> Iterator[str]:
        """The names of word lists that a frames file calls figurative; one that does not exist is a problem."""
        for name in data.get("figurative") or ():
            if name in self.lists:
                yield str(name)
            else:
                message = f"there is no word list {str(name)!r}: {nearest(name, list(self.lists))}"
                self.problem(path, name, message, "unknown-word-list")

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
                if form.pos == "verb" and form.state != "jussive":
                    self.verb_forms.setdefault(form.text, []).append(form)
                elif form.pos == "noun":
                    self.noun_forms.setdefault(form.text, form)
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
        for words, form in self.inflected(path, item, forms):
            self.trie.add(words, Word(kind, ref, form))

    def inflected(self, path: Path, item: object, forms: frozenset[str] | None) -> Iterator[tuple[tuple[str, ...], Form]]:
        """The forms of a lexeme that are of the parts of speech asked for (None: of any), those spelled alike together."""
        seen: dict[tuple[str, ...], list[Form]] = {}
        for words, form in self.forms(path, item):
            if form is not None and (forms is None or form.pos in forms or form.pos == "adjective"):
                seen.setdefault(words, []).append(form)
        for words, found in seen.items():
            for form in found:
                yield words, form

    def add_triggers(self) -> None:
        """Put the words of patterns into the trie, once every lexeme is known: the upper layer's first, lexemes before phrases.

        A phrase whose first word is a verb of the codebook is that verb (أعلن مسؤوليته has a subject); where the word may be
        a noun too (إطلاق), both readings are kept.
        """
        for trigger in sorted(self.triggers, key=lambda trigger: (trigger.depth, isinstance(trigger.item, str))):
            word = partial(Word, "trigger", trigger.pattern)
            if not isinstance(trigger.item, str):
                for words, inflected in trigger.item:
                    self.trie.add(words, word(inflected))
                continue
            try:
                head, *rest = parse(trigger.item, self.lists)
            except PatternError as error:
                self.problem(trigger.path, trigger.item, str(error), "bad-phrase")
                continue
            for words in head:
                verbs = sorted(self.verb_forms.get(words[0], ()), key=lambda form: (form.number != "s", form.person != 3))
                noun = self.noun_forms.get(words[0].removeprefix(ARTICLE)) if verbs else None
                readings: list[Form | None] = [*verbs[:1], *([noun] if noun is not None else [])]
                for form in readings or [None]:
                    self.trie.add(words, word(form, phrase=True), rest)

    def add_surnames(self) -> None:
        """Let the surname alone stand for a person whose full name the document has, unless it is a word of the codebook too."""
        found: list[tuple[tuple[str, ...], ActorName]] = []
        for item, person in self.persons:
            try:
                names = parse(item, self.lists)[0]
            except PatternError:
                continue  # told of by ``add``
            for words in names:
                surname = words[-2:] if len(words) > 2 and words[-2] in _NAME_HEADS else words[-1:]
                common = len(surname[-1]) < _SHORTEST_SURNAME or surname[-1] in _GIVEN_NAMES
                if len(words) == 1 or common or self.trie.holds(surname):
                    continue
                if not any(self.trie.holds((word,)) for word in words):  # أبو فلان القائد العسكري ends in no surname
                    found.append((surname, person))
        for surname, person in found:
            self.trie.add(surname, Word("actor", person))

    def word_lists(self, layer: Layer) -> None:
        """Read a layer's word lists; one that a layer below has is replaced, and <name> inside it means the one below."""
        own: set[str] = set()
        for path, data in layer.of("lexicon"):
            for name, items in (data.get("lists") or {}).items():
                if name in own:
                    self.problem(path, name, f"the word list {name!r} stands in two files", "duplicate-word-list")
                own.add(name)
                sequences: list[tuple[str, ...]] = []
                self.lists.setdefault(name, sequences)
                for item in items or ():
                    sequences.extend(words for words, _ in self.forms(path, item))
                self.lists[name] = sequences

    # -- event types -----------------------------------------------------------------------------------------------

    def declare_types(self, layers: Sequence[Layer]) -> None:
        """Take up the labels and codes of all types, and tell of a type that no base has and that lacks label or patterns."""
        files = [(path, data) for layer in layers for path, data in layer.of("types")]
        alone = Counter(path.stem for path, _ in files)
        for path, data in files:
            self.declare_type(path, data)
            for key in ("label", "patterns"):
                if alone[path.stem] == 1 and key not in data:
                    self.problem(path, data, f"a file of types lacks the key {key!r}", "missing-key")

    def declare_type(self, path: Path, data: Table) -> None:
        """Take up a type's labels and codes; what a layer above has given of them stays."""
        identifier = str(data.get("id", ""))
        if identifier != path.stem:
            message = f"the id {identifier!r} must be the file's name, {path.stem!r}"
            self.problem(path, data.get("id", data), message, "id-is-file-name")
        above = self.types.get(path.stem)
        label = {str(key): str(value) for key, value in (data.get("label") or {}).items()}
        codes = _codes(data.get("codes") or {})
        if above is not None:
            label = {**label, **above.label}
            codes = codes if above.codes == Codes() else above.codes
        self.types[path.stem] = EventType(path.stem, label, codes)

    def event_type(self, path: Path, data: Table, frames: Mapping[str, Frame], depth: int) -> None:
        """Read a type's patterns, and its examples unless they are a base's (``depth`` over 0): those are the base's to keep."""
        for entry in data.get("patterns") or ():
            frame = str(entry.get("frame", ""))
            if frame not in frames:
                message = f"there is no role frame {frame!r}: {nearest(frame, list(frames))}"
                self.problem(path, entry.get("frame", entry), message, "unknown-frame")
                continue
            # A base's pattern keeps its own type where the other type has been retired.
            rules = [rule for rule in entry.get("refine") or () if not depth or rule["type"] in self.types]
            refine = tuple(
                Refinement(
                    str(rule["type"]),
                    tuple(map(str, rule.get("with") or ())),
                    tuple(map(str, rule.get("document") or ())),
                    tuple(map(str, rule.get("targets") or ())),
                )
                for rule in rules
            )
            near = [name for key in ("needs", "document", "without") for name in entry.get(key) or ()]
            refining = [name for rule in rules for key in ("with", "document") for name in rule.get(key) or ()]
            for name in (*(name for name in near if name not in ACTOR_LISTS), *refining):
                if name not in self.lists:
                    message = f"there is no word list {str(name)!r}: {nearest(name, list(self.lists))}"
                    self.problem(path, name, message, "unknown-word-list")
            for name in (rule["type"] for rule in rules if rule["type"] not in self.types):
                message = f"there is no event type {str(name)!r}: {nearest(name, list(self.types))}"
                self.problem(path, name, message, "unknown-type")
            pattern = Pattern(
                rule=f"types/{path.name}#{entry.get('id', '')}",
                type=path.stem,
                frame=frame,
                forms=frozenset(map(str, entry.get("forms") or FORMS)),
                needs=tuple(map(str, entry.get("needs") or ())),
                document=tuple(map(str, entry.get("document") or ())),
                without=tuple(map(str, entry.get("without") or ())),
                refine=refine,
                counts=str(entry.get("counts", "")),
                yields=entry.get("yields") == "yes",
                after=str(entry.get("after", "")),
                before=str(entry.get("before", "")),
                anaphoric=entry.get("anaphoric") == "yes",
                following=entry.get("following") == "yes",
                file=path.name,
                line=getattr(entry, "line", 0),
                inherited=depth > 0,
            )
            self.patterns.append(pattern)
            for lexeme in entry.get("lexemes") or ():
                self.triggers.append(_Trigger(depth, path, pattern, tuple(self.inflected(path, lexeme, pattern.forms))))
            self.triggers.extend(_Trigger(depth, path, pattern, phrase) for phrase in entry.get("phrases") or ())
        if depth:
            return
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
        self.names.read(data)
        for entry in data.get("actors") or ():
            label = actor_label(entry)
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
            others = tuple(str(other) for other in entry.get("with") or ())
            for key in ("names", "short"):
                ref = ActorName(
                    code, label, kind, key == "short", dated, str(entry.get("beside", "")) if key == "short" else "", others
                )
                for item in entry.get(key) or ():
                    person = key == "names" and kind == "person" and isinstance(item, str)
                    self.add(path, item, "actor", attrs.evolve(ref, full=fold(item)) if person else ref)
                    if person:
                        self.persons.append((item, attrs.evolve(ref, short=True, full=fold(item))))
        for entry in data.get("agent-nouns") or ():
            noun = AgentNoun(
                str(entry.get("role") or ""), str(entry.get("kind") or "people"), str(entry.get("alone") or ""),
                entry.get("counts") == "yes", entry.get("anaphoric") == "yes",
            )  # fmt: skip
            for item in [*(entry.get("lexemes") or ()), *(entry.get("phrases") or ())]:
                self.add(path, item, "agent", noun)
            for item in entry.get("phrases") or ():
                for words, _ in self.forms(path, item):
                    for inflected, form in phrase_cases(words):
                        self.trie.add(inflected, Word("agent", noun, form))
        for entry in data.get("nationalities") or ():
            nation = Nationality(str(entry.get("country", "")), "adjective")
            item = Table({key: entry[key] for key in ("adjective", "plural") if key in entry})
            self.add(path, item, "nation", nation)
        for entry in data.get("countries") or ():
            for key, kind in (("names", "country"), ("capitals", "capital")):
                nation = Nationality(str(entry.get("country", "")), kind)
                for item in entry.get(key) or ():
                    self.add(path, item, "country", nation)
            self.countries.update(dict.fromkeys(map(fold, map(str, entry.get("names") or ())), nation.country))

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
                self.add(path, item, "cue", cue, frozenset({"verb", "noun"}))
                if isinstance(item, Mapping) and "participles" in item:
                    # نافياً, داعيةً, مطالبين: how one acts as he speaks; whether one is that, or an adjective (الرافضين, and مدينة is
                    # no form of أدان), shows in the sentence.
                    for words, form in self.inflected(path, item, frozenset({"participle"})):
                        if form.state == "absolute" or form.gender == "f":
                            self.trie.add(words, Word("cue", cue, form))
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


def _codes(data: Mapping[str, Any]) -> Codes:
    acled, plover = data.get("acled"), data.get("plover")
    return Codes(
        (str(acled[0]), str(acled[1])) if acled else None,
        str(data["cameo"]) if data.get("cameo") else None,
        (str(plover[0]), str(plover[1]) if len(plover) > 1 else "") if plover else None,
        tuple((str(key), str(value)) for key, value in data.items() if key not in ("acled", "cameo", "plover")),
    )


def load_codebook(folder: Path | None = None) -> Codebook:
    """Load a codebook folder (default: the Idlib codebook that ships with the package), with the codebooks that it extends.

    Raises ``DataError`` with every fault that was found, each with file and line.
    """
    layers, problems = read_layers(folder or data_root() / "codebooks" / "idlib")
    reader = _Reader(problems)
    frames: dict[str, Frame] = {}
    backers: dict[str, str] = {}
    figurative: set[str] = set()
    # Lists and frames from the base up, for the upper ones replace the lower; words from the top down, for the first entry of
    # equally good ones is taken.
    for layer in reversed(layers):
        reader.word_lists(layer)
        data = layer.files.get(layer.folder / "frames.yaml", Table())
        frames.update(_frames(data))
        backers.update({str(key): str(value) for key, value in (data.get("backers") or {}).items()})
        figurative.update(reader.figurative(layer.folder / "frames.yaml", data))
    reader.declare_types(layers)
    for depth, layer in enumerate(layers):
        for path, data in layer.of("actors"):
            reader.actors(path, data)
        for path, data in layer.of("cues"):
            reader.cues(path, data)
        for path, data in layer.of("types"):
            reader.event_type(path, data, frames, depth)
    reader.add_triggers()
    reader.add_surnames()
    for name, sequences in reader.lists.items():
        for words in dict.fromkeys(sequences):
            reader.trie.add(words, Word("list", name))
    if problems:
        raise DataError(problems)
    top, *bases = layers
    return Codebook(
        name=top.name,
        version=top.version,
        hash=layered_hash(layers),
        types=reader.types,
        patterns=tuple(reader.patterns),
        frames=frames,
        lists={name: frozenset(sequences) for name, sequences in reader.lists.items()},
        backers=backers,
        figurative=frozenset(figurative),
        names=reader.names.table(),
        countries=reader.countries,
        examples=tuple(reader.examples),
        trie=reader.trie,
        bases=tuple(f"{layer.name}@{layer.version}+{layer.hash}" for layer in bases),
    )
