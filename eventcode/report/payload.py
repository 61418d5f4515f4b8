"""Events as the compact columns that the page's script reads: every repeated value stands once, in a table of its own."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from eventcode.model import COUNT_KINDS, STATUSES, Count, Event, Location
from eventcode.report.figures import figure_groups
from eventcode.report.labels import Labels
from eventcode.report.outlines import names, outlines, project

MARKS = ("trigger", "actor", "target", "place", "date", "count", "source")
"""The parts of a sentence that are marked, in the order in which one hides another where they overlap."""

_EPOCH = dt.date(1970, 1, 1).toordinal()


class _Table:
    """Values in the order in which they first came; a value's number is its row."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[Any, ...], int] = {}

    def add(self, *row: Any) -> int:
        """The number of a row of hashable values."""
        return self._numbers.setdefault(row, len(self._numbers))

    @property
    def rows(self) -> list[list[Any]]:
        """The rows, by number."""
        return [list(row) for row in self._numbers]

    @property
    def values(self) -> list[Any]:
        """The first value of every row."""
        return [row[0] for row in self._numbers]


def _day(day: dt.date | None) -> int | None:
    return None if day is None else day.toordinal() - _EPOCH


def date_span(event: Event) -> tuple[int, int] | None:
    """Where the words of an event's date stand in the document.

    The event format gives the words but not their place: of several such words in the sentence, those nearest the trigger.
    """
    words, sentence = event.date.text, event.sentence
    if not words or event.date.basis != "text":
        return None
    trigger = event.trigger.start - sentence.start
    best: int | None = None
    at = sentence.text.find(words)
    while at >= 0:
        if best is None or abs(at - trigger) < abs(best - trigger):
            best = at
        at = sentence.text.find(words, at + 1)
    return None if best is None else (sentence.start + best, sentence.start + best + len(words))


def _spans(event: Event) -> Iterator[tuple[str, int | None, int | None]]:
    for span in (event.trigger, *event.also):
        yield "trigger", span.start, span.end
    for actor in event.actors:
        yield "actor", actor.start, actor.end
    for target in event.targets:
        yield "target", target.start, target.end
    for location in event.locations:
        yield "place", location.start, location.end
    found = date_span(event)
    if found is not None:
        yield "date", *found
    for count in event.counts.values():
        yield "count", count.start, count.end
    for source in event.attribution:
        yield "source", source.start, source.end


def marks(event: Event) -> list[int]:
    """The marked parts of an event's sentence: kind, start and end, again and again; offsets count from the sentence's start.

    What an event has from another sentence is not marked.
    """
    flat: list[int] = []
    length = event.sentence.end - event.sentence.start
    for kind, start, end in _spans(event):
        if start is None or end is None:
            continue
        first, last = start - event.sentence.start, end - event.sentence.start
        if 0 <= first < last <= length:
            flat += (MARKS.index(kind), first, last)
    return flat


def _parts(count: Count) -> list[list[Any]]:
    return [[part.low, part.high, part.unit, part.text] for part in count.breakdown]


class _Columns:
    """Fills the tables and columns, one event after the other."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.areas = names()
        self.tables = {
            key: _Table()
            for key in (
                "sentences", "types", "codes", "documents", "actors", "codesOfActors", "areas", "places", "locations", "datings",
                "sources", "happenings", "rules", "coders",
            )
        }  # fmt: skip
        self.area_of_place: dict[int, list[int]] = {}
        self.named: dict[str, Counter[str]] = {}

    def actor(self, code: str, name: str | None, text: str | None) -> int:
        """The number of an actor as mentioned."""
        if name:
            self.named.setdefault(code, Counter())[name] += 1
        return self.tables["actors"].add(self.tables["codesOfActors"].add(code), name, text)

    def area(self, code: str, level: str, english: str, arabic: str) -> int:
        """The number of a place or administrative area that events can be filtered by."""
        en, ar = self.areas.get(code, (english, arabic))
        return self.tables["areas"].add(code, level, en, ar)

    def location(self, item: Location) -> int:
        """The number of a place as mentioned."""
        code = item.id or item.name
        own = self.area(code, item.level, item.name_en or item.name, item.name)
        xy = None if item.lat is None or item.lon is None else project(item.lon, item.lat)
        place = self.tables["places"].add(own, item.level, *(xy or (None, None)), item.lat, item.lon, item.precision)
        if place not in self.area_of_place:
            levels = ("governorate", "district", "subdistrict")
            inside = [
                self.area(pcode, level, name, name)
                for pcode, level, name in zip(item.admin_codes, levels, item.admin, strict=False)
                if pcode != code
            ]
            self.area_of_place[place] = [own, *inside]
        return self.tables["locations"].add(place, item.text, item.role, item.inherited)

    def row(self, event: Event, figures: Mapping[str, int], known: Mapping[str, int]) -> dict[str, Any]:
        """One event, its repeated values as numbers."""
        tables, source, date = self.tables, event.source, event.date
        acled, plover = event.codes.acled or (None, None), event.codes.plover or (None, None)
        return {
            "id": event.id,
            "document": tables["documents"].add(
                event.document,
                source.title,
                source.publisher,
                source.url,
                source.published.isoformat() if source.published else None,
            ),
            "sentence": tables["sentences"].add(event.sentence.text),
            "at": event.sentence.start,
            "marks": marks(event),
            "type": tables["types"].add(event.type),
            "codes": tables["codes"].add(*acled, event.codes.cameo, *plover),
            "status": STATUSES.index(event.status),
            "actors": [self.actor(item.code, item.name, item.text) for item in event.actors],
            "targets": [self.actor(item.code, item.name, item.text) for item in event.targets],
            "locations": [self.location(item) for item in event.locations],
            "start": _day(date.start),
            "end": _day(date.end),
            "dating": tables["datings"].add(date.resolution, date.basis, date.time, date.text),
            "counts": [
                [
                    COUNT_KINDS.index(kind),
                    item.low,
                    item.high,
                    int(item.approximate),
                    figures[kind],
                    item.unit,
                    item.text,
                    _parts(item),
                ]
                for kind, item in event.counts.items()
            ],
            "sources": [
                tables["sources"].add(item.text, item.code, item.stance, "; ".join(item.via)) for item in event.attribution
            ],
            "happening": tables["happenings"].add(event.happening),
            "cause": None if event.cause is None else tables["happenings"].add(event.cause),
            "disputes": [known.get(other, other) for other in event.disputes],
            "rule": tables["rules"].add(event.rule),
            "coder": tables["coders"].add(event.coder.version, event.coder.codebook, event.coder.gazetteer),
        }

    def actor_names(self) -> list[tuple[str, str]]:
        """English and Arabic name of every actor code: the report's, else the name that most of its events bear, else the code."""
        found = []
        for code in self.tables["codesOfActors"].values:
            usual = self.named[code].most_common(1)[0][0] if code in self.named else code
            found.append(self.labels.actors.get(code, (usual, usual)))
        return found


def payload(events: Sequence[Event], labels: Labels, texts: Mapping[str, str]) -> dict[str, Any]:
    """Everything that the page shows, as plain values for JSON; ``texts`` are whole documents by id, to show a sentence within."""
    columns = _Columns(labels)
    known = {event.id: number for number, event in enumerate(events)}
    groups = figure_groups(events)
    rows = [columns.row(event, figures, known) for event, figures in zip(events, groups, strict=True)]
    keys = rows[0].keys() if rows else ()
    tables = {
        key: table.values if key in ("sentences", "types", "codesOfActors", "happenings", "rules") else table.rows
        for key, table in columns.tables.items()
    }
    types: list[str] = columns.tables["types"].values
    documents: list[str] = columns.tables["documents"].values
    return {
        "size": len(rows),
        "events": {key: [row[key] for row in rows] for key in keys},
        **tables,
        "areasOfPlace": [columns.area_of_place[number] for number in range(len(tables["places"]))],
        "marks": MARKS,
        "statuses": STATUSES,
        "kinds": COUNT_KINDS,
        "texts": [texts.get(document) for document in documents],
        "typeNames": [labels.types.get(kind, (kind.replace("_", " "), kind.replace("_", " "))) for kind in types],
        "actorNames": columns.actor_names(),
        "outlines": outlines(),
        "labels": labels.page,
    }
