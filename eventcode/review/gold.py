"""Gold rows and coded events as what is scored: one row an event, read from JSON lines with located faults.

A gold row has the keys of the event format, or the shorter ones of hand-written gold: ``doc`` for document, ``trigger`` a text with
``start`` beside it, ``type_alt`` for types that are right as well. ``document``, ``trigger`` and ``type`` are needed; a field whose key
is missing is not judged in that row. A row with the document alone says that the document has no events.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from eventcode.coder import Coder
from eventcode.errors import DataError, Problem, RecordError
from eventcode.gazetteer.words import HEADS
from eventcode.model import STANCES, STATUSES, Event
from eventcode.reading import Document
from eventcode.review.corpus import code
from eventcode.review.pairing import Places
from eventcode.text import tokenise

FIELDS = ("actors", "targets", "locations", "date", "counts", "status", "attribution")
"""The fields that a gold row may judge, in the order of reports."""
_IDLE = frozenset({"من", "في", "عن", "ان", "مصدر", "مصادر"})  # say nothing of who the source is


@attrs.frozen
class Place:
    """A place to compare: its id if known, and its names without generic heads and articles."""

    id: str | None
    names: frozenset[str]
    name: str

    def same(self, other: Place) -> bool:
        """Whether two are one place: the same id, or a name in common where one has no id."""
        return self.id == other.id if self.id and other.id else bool(self.names & other.names)


@attrs.frozen
class Source:
    """Who reports, to compare: the stance and the telling words of the name."""

    stance: str
    words: frozenset[str]
    text: str

    def same(self, other: Source) -> bool:
        """Whether two are one source: the same stance, and a word in common."""
        return self.stance == other.stance and bool(self.words & other.words)


@attrs.frozen(eq=False)
class Row:
    """One event as it is scored. ``judged`` are the fields that the row gives; ``others`` are types that are right as well.

    ``date`` is a closed interval of ISO days, or None where the text gives none: a date that a coder took from the document's own
    counts as none. ``line`` is the line of its file (0 for none).
    """

    document: str
    trigger: str
    stretches: Places
    type: str
    others: frozenset[str]
    judged: frozenset[str]
    actors: frozenset[str]
    targets: frozenset[str]
    locations: tuple[Place, ...]
    date: tuple[str, str] | None
    counts: Mapping[str, tuple[int, int | None]]
    status: str
    attribution: tuple[Source, ...]
    sentence: tuple[int, int] | None = None
    line: int = 0

    @property
    def start(self) -> int:
        """Where the trigger stands."""
        return self.stretches[0][0]


@attrs.frozen
class Gold:
    """What was read: rows by document; a document without rows is one that has no events. ``path`` and lines locate the rows."""

    path: Path
    rows: Mapping[str, tuple[Row, ...]]

    def file(self, document: str) -> Path:
        """The file that holds a document's rows."""
        return self.path / f"{document}.jsonl" if self.path.is_dir() else self.path


def read_gold(path: Path) -> Gold:
    """Read a file of gold rows, or a folder with a file a document (``docs.jsonl`` is none).

    Raises ``DataError`` with every row that is no gold row, and where there is none at all.
    """
    if path.is_dir():
        files = [item for item in sorted(path.glob("*.jsonl")) if item.name != "docs.jsonl"]
    else:
        files = [path]
    problems: list[Problem] = []
    rows: dict[str, list[Row]] = {}
    for file in files:
        empty = True
        for line, data in _lines(file, problems):
            empty = False
            try:
                row = _row(data, file.stem if path.is_dir() else "", line)
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                problems.append(Problem(str(file), line, _fault(error)))
                continue
            if isinstance(row, str):
                rows.setdefault(row, [])
            else:
                rows.setdefault(row.document, []).append(row)
        if empty and path.is_dir():
            rows.setdefault(file.stem, [])
    if problems:
        raise DataError(problems)
    if not rows:
        raise DataError.at(path, 0, "no gold rows here: a file of JSON lines, or a folder with one file a document (ID.jsonl)")
    return Gold(path, {name: tuple(found) for name, found in rows.items()})


def read_events(path: Path) -> list[Row]:
    """Coded events of a file of JSON lines. Raises ``DataError`` with every line that is no event."""
    problems: list[Problem] = []
    rows = []
    for line, data in _lines(path, problems):
        try:
            rows.append(row_of(Event.from_dict(data)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            problems.append(Problem(str(path), line, f"not an event of eventcode code --format jsonl: {_fault(error)}"))
    if problems:
        raise DataError(problems)
    return rows


def row_of(event: Event) -> Row:
    """A coded event as it is scored."""
    row = _row(event.to_dict(), "", 0)
    if isinstance(row, str):
        raise ValueError("an event has a type")
    return row


def code_for(gold: Gold, coder: Coder, documents: Iterable[Document | RecordError]) -> tuple[list[Row], list[RecordError]]:
    """The events of the gold's documents, coded now, and the records that could not be read or coded.

    Raises ``DataError`` where the gold does not fit the documents: one is missing, or a trigger does not stand where a row says.
    """
    rows: list[Row] = []
    errors: list[RecordError] = []
    texts: dict[str, str] = {}
    for document in documents:
        try:
            if isinstance(document, RecordError):
                raise document
            if document.id in gold.rows:
                texts[document.id] = document.text
                rows.extend(map(row_of, code(coder, document)))
        except RecordError as error:
            errors.append(error)
    problems = []
    for name, wanted in gold.rows.items():
        if name not in texts:
            if not errors:
                message = f"the document {name!r} is not among the documents to code"
                problems.append(Problem(str(gold.file(name)), wanted[0].line if wanted else 0, message))
            continue
        for row in wanted:
            (start, end), *_ = row.stretches
            if texts[name][start:end] != row.trigger:
                message = (
                    f"the trigger {row.trigger!r} does not stand at {start} of {name!r}: there stands {texts[name][start:end]!r}"
                )
                problems.append(Problem(str(gold.file(name)), row.line, message))
    if problems:
        raise DataError(problems)
    return rows, errors


def _fault(error: Exception) -> str:
    return f"the key {error} is missing" if isinstance(error, KeyError) else str(error)


def _lines(path: Path, problems: list[Problem]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise DataError.at(path, 0, f"cannot be read: {error.strerror or error}") from error
    for number, data in enumerate(lines, 1):
        if not data.strip():
            continue
        try:
            row = json.loads(data.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            problems.append(Problem(str(path), number, f"not JSON: {error}"))
            continue
        if isinstance(row, dict):
            yield number, row
        else:
            problems.append(Problem(str(path), number, "a row is a JSON object"))


def _row(data: Mapping[str, Any], file: str, line: int) -> Row | str:
    """A row, or the name of a document that has no events."""
    document = data.get("document") or data.get("doc") or file
    if not isinstance(document, str) or not document:
        raise ValueError("a row names its document: the key document (or doc)")
    if not data.keys() - {"document", "doc", "note"}:
        return document
    trigger, kind = data["trigger"], data["type"]
    first = trigger if isinstance(trigger, Mapping) else {"text": trigger, "start": data["start"]}
    if not isinstance(kind, str) or not kind:
        raise ValueError("type is the id of an event type")
    others = data.get("type_alt") or []
    if not isinstance(others, list):
        raise ValueError(f"type_alt is a list of event types, not {others!r}")
    sentence = data.get("sentence")
    return Row(
        document=document,
        trigger=str(first["text"]),
        stretches=tuple(_stretch(item) for item in (first, *(data.get("also") or ()))),
        type=kind,
        others=frozenset(map(str, others)),
        judged=frozenset(field for field in FIELDS if field in data),
        actors=_codes(data.get("actors")),
        targets=_codes(data.get("targets")),
        locations=tuple(_place(item) for item in data.get("locations") or ()),
        date=_date(data.get("date") or {}),
        counts=dict(_counts(data.get("counts") or {})),
        status=_known("status", data.get("status") or "actual", STATUSES),
        attribution=tuple(dict.fromkeys(_sources(data.get("attribution") or ()))),
        sentence=(int(sentence["start"]), int(sentence["end"])) if isinstance(sentence, Mapping) else None,
        line=line,
    )


def _known(key: str, value: object, known: Sequence[str]) -> str:
    if value not in known:
        raise ValueError(f"{key} is one of {', '.join(known)}, not {value!r}")
    return str(value)


def _date(item: Mapping[str, Any]) -> tuple[str, str] | None:
    if not item.get("start") or item.get("resolution") == "none" or item.get("basis") == "document":
        return None
    start, end = (dt.date.fromisoformat(day) for day in (item["start"], item.get("end") or item["start"]))
    return start.isoformat(), end.isoformat()


def _counts(items: Mapping[str, Any]) -> Iterator[tuple[str, tuple[int, int | None]]]:
    for kind, count in items.items():
        if not count or count.get("low") is None:
            continue
        low, high = count["low"], count.get("high")
        if not isinstance(low, int) or not isinstance(high, int | None):
            raise ValueError(f"low and high of the count {kind!r} are whole numbers, high null where it is open")
        yield kind, (low, high)


def _stretch(item: Mapping[str, Any]) -> tuple[int, int]:
    start = item["start"]
    if not isinstance(start, int) or start < 0:
        raise ValueError(f"start is an offset in the text, not {start!r}")
    return start, int(item.get("end", start + len(item["text"])))


def _codes(items: Iterable[Mapping[str, Any]] | None) -> frozenset[str]:
    return frozenset(str(item.get("code") or "UNK") for item in items or ())


def _words(text: str) -> list[str]:
    return [token.norm for token in tokenise(text) if token.kind != "punct"]


def _bare(name: str) -> str:
    """A place's name without generic heads (town of) and articles, folded."""
    words = _words(name)
    while len(words) > 1 and (words[0].removeprefix("ال") in HEADS):
        words = words[1:]
    return " ".join(word[2:] if word.startswith("ال") and len(word) > 4 else word for word in words)


def _place(item: Mapping[str, Any]) -> Place:
    given = [item.get("name"), item.get("name_ar"), item.get("name_en"), *(item.get("aliases") or ())]
    names = [str(name) for name in given if name]
    if not names:
        raise ValueError("a location has a name")
    identifier = item.get("id")
    return Place(str(identifier) if identifier else None, frozenset(map(_bare, names)), names[0])


def _sources(items: Iterable[Mapping[str, Any]]) -> Iterator[Source]:
    for item in items:
        text = str(item.get("text") or item.get("ref") or "")
        words = frozenset(word.removeprefix("ال") for word in _words(text) if word not in _IDLE)
        if words:
            yield Source(_known("stance", item.get("stance") or "asserts", STANCES), words, text)
