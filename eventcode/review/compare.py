"""Two codebooks compared on the same documents: which events appear, vanish or change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from eventcode.coder import Coder
from eventcode.errors import RecordError
from eventcode.model import Actor, Count, Event
from eventcode.reading import Document
from eventcode.review.corpus import code
from eventcode.review.pairing import Places, overlap, pair

APPEARED, VANISHED, CHANGED = "appeared", "vanished", "changed"


@attrs.frozen(eq=False)
class Change:
    """One event that the two codings do not have alike.

    ``old`` is None for an event that appeared, ``new`` for one that vanished; ``fields`` gives, by field, what differs as
    (old, new), for people to read.
    """

    document: str
    old: Event | None
    new: Event | None
    fields: Mapping[str, tuple[str, str]] = attrs.field(factory=dict)

    @property
    def kind(self) -> str:
        """appeared, vanished or changed."""
        return APPEARED if self.old is None else VANISHED if self.new is None else CHANGED

    @property
    def event(self) -> Event:
        """The event as it is now; as it was, where it vanished."""
        event = self.new or self.old
        if event is None:
            raise ValueError("a change has an old event or a new one")
        return event

    def label(self, field: str) -> str:
        """The type or pattern that the change belongs to, as "old -> new" where that is what changed."""
        if field in self.fields:
            return " -> ".join(self.fields[field])
        return VALUES[field](self.event)

    def to_dict(self) -> dict[str, Any]:
        """The plain structure."""
        return {
            "kind": self.kind, "document": self.document, "start": self.event.trigger.start, "trigger": self.event.trigger.text,
            "type": self.event.type, "pattern": pattern_of(self.event), "sentence": self.event.sentence.text,
            "fields": {field: {"old": old, "new": new} for field, (old, new) in self.fields.items()},
            "old": self.old.id if self.old else None, "new": self.new.id if self.new else None,
        }  # fmt: skip


@attrs.define
class Comparison:
    """What comparing gave: documents coded, events that are alike, the changes, and the records that could not be read or coded."""

    old: str
    new: str
    documents: int = 0
    alike: int = 0
    changes: list[Change] = attrs.field(factory=list)
    errors: list[RecordError] = attrs.field(factory=list)

    def counts(self, field: str) -> dict[str, Counter[str]]:
        """How many events appeared, vanished and changed, by type or by pattern, the most affected first."""
        table: dict[str, Counter[str]] = {}
        for change in self.changes:
            table.setdefault(change.label(field), Counter())[change.kind] += 1
        return dict(sorted(table.items(), key=lambda item: (-item[1].total(), item[0])))

    def to_dict(self) -> dict[str, Any]:
        """The plain structure."""
        return {
            "old": self.old, "new": self.new, "documents": self.documents, "alike": self.alike,
            "types": {name: dict(counts) for name, counts in self.counts("type").items()},
            "patterns": {name: dict(counts) for name, counts in self.counts("pattern").items()},
            "changes": [change.to_dict() for change in self.changes],
        }  # fmt: skip


def pattern_of(event: Event) -> str:
    """File and pattern that gave an event, without the codebook's name: two versions may have two names."""
    name = event.coder.codebook.rpartition("@")[0]
    return event.rule.removeprefix(f"{name}/")


def _people(items: Iterable[Actor]) -> str:
    return ", ".join(sorted({f"{item.code} ({item.text})" if item.text else item.code for item in items}))


def _places(event: Event) -> str:
    return ", ".join(
        sorted(f"{place.name} ({place.level}{'' if place.role == 'place' else ', ' + place.role})" for place in event.locations)
    )


def _count(count: Count) -> str:
    return f"{count.low}+" if count.high is None else str(count.low) if count.high == count.low else f"{count.low}-{count.high}"


def _date(event: Event) -> str:
    date = event.date
    if date.start is None:
        return ""
    days = str(date.start) if date.start == date.end else f"{date.start} to {date.end}"
    return f"{days} ({date.resolution}, {date.basis}{', ' + date.time if date.time else ''})"


def _codes(event: Event) -> str:
    return ", ".join(
        f"{ontology} {' / '.join(code) if isinstance(code, list) else code}"
        for ontology, code in event.codes.to_dict().items()
        if code is not None
    )


VALUES: Mapping[str, Callable[[Event], str]] = {
    "type": lambda event: event.type,
    "pattern": pattern_of,
    "codes": _codes,
    "trigger": lambda event: event.trigger.text,
    "actors": lambda event: _people(event.actors),
    "targets": lambda event: _people(event.targets),
    "locations": _places,
    "date": _date,
    "counts": lambda event: ", ".join(f"{kind} {_count(count)}" for kind, count in sorted(event.counts.items())),
    "status": lambda event: event.status,
    "attribution": lambda event: ", ".join(sorted(f"{item.text or item.code} {item.stance}" for item in event.attribution)),
}
"""What is compared, by field: the value for people to read. Ids and the coder's own versions differ by nature and are left out."""


def differences(old: Event, new: Event) -> dict[str, tuple[str, str]]:
    """The fields in which two codings of one event differ, as (old, new)."""
    values = {field: (value(old), value(new)) for field, value in VALUES.items()}
    return {field: (before, after) for field, (before, after) in values.items() if before != after}


def _stretches(event: Event) -> Places:
    return [(span.start, span.end) for span in (event.trigger, *event.also)]


def _rate(old: Event, new: Event) -> tuple[bool, bool, bool] | None:
    if not overlap(_stretches(old), _stretches(new)):
        return None
    return old.trigger.start == new.trigger.start, old.type == new.type, pattern_of(old) == pattern_of(new)


def changes(old: list[Event], new: list[Event], document: str = "") -> Iterator[Change]:
    """What differs between two codings of one document, in text order."""
    pairs = dict(pair(old, new, _rate))
    kept = set(pairs.values())
    found = [Change(document, before, None) for i, before in enumerate(old) if i not in pairs]
    found.extend(Change(document, None, after) for j, after in enumerate(new) if j not in kept)
    for i, j in pairs.items():
        fields = differences(old[i], new[j])
        if fields:
            found.append(Change(document, old[i], new[j], fields))
    yield from sorted(found, key=lambda change: (change.event.trigger.start, change.kind))


def compare(old: Coder, new: Coder, documents: Iterable[Document | RecordError]) -> Comparison:
    """Code documents with two coders and collect what differs; errors among the documents are collected too."""
    out = Comparison(old.codebook.identity, new.codebook.identity)
    for document in documents:
        try:
            if isinstance(document, RecordError):
                raise document
            before, after = code(old, document), code(new, document)
        except RecordError as error:
            out.errors.append(error)
            continue
        found = list(changes(before, after, document.id))
        out.documents += 1
        out.alike += len(before) - sum(change.old is not None for change in found)
        out.changes.extend(found)
    return out
