"""What a region says beside its words: one line of text a role, which people can read and write.

| kind | line | examples |
|---|---|---|
| actor, target | code | ``RUSMIL`` |
| place | role, gazetteer id | ``place C4058``, ``destination SY07`` |
| date | days, resolution | ``2020-01-23``, ``2020-01-01/2020-01-31 month``, ``none`` |
| count | kind, bounds, unit | ``killed 3``, ``injured 20-99 people``, ``displaced 8+ families``, ``troops ~400`` |
| source | stance, code | ``asserts NGOSOH``, ``denies -`` |

A role that no word of the sentence has (a dropped subject, a place taken over) is a line of its own, with the kind before it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

import attrs

from eventcode.gazetteer.table import Table
from eventcode.model import COUNT_KINDS, LOCATION_ROLES, RESOLUTIONS, STANCES, Actor, Attribution, Count, DateSpan, Event, Location

KINDS = ("actor", "target", "place", "date", "count", "source")
Role = Actor | Location | DateSpan | tuple[str, Count] | Attribution
_NOTHING = "-"
_BOUNDS = re.compile(r"(~?)(\d{1,15})(?:-(\d{1,15})|(\+))?", re.ASCII)


@attrs.frozen
class Item:
    """One role of an event: its kind, its line, where it stands in the document (None: nowhere), and what it is."""

    kind: str
    line: str
    start: int | None
    end: int | None
    value: Role


def items(event: Event) -> list[Item]:
    """The roles of an event in the order of its fields. A date's place is that of its words, where the sentence has them once."""
    found = [Item("actor", actor.code, *_span(actor.text, actor.start, actor.end), actor) for actor in event.actors]
    found += [Item("target", actor.code, *_span(actor.text, actor.start, actor.end), actor) for actor in event.targets]
    found += [Item("place", _place_line(place), *_span(place.text, place.start, place.end), place) for place in event.locations]
    found.append(Item("date", _date_line(event.date), *_date_span(event), event.date))
    found += [
        Item("count", _count_line(kind, count), *_span(count.text, count.start, count.end), (kind, count))
        for kind, count in event.counts.items()
    ]
    found += [
        Item("source", _source_line(source), *_span(source.text, source.start, source.end), source) for source in event.attribution
    ]
    return found


def _span(text: str | None, start: int | None, end: int | None) -> tuple[int | None, int | None]:
    return (start, end) if text and start is not None and end is not None and start < end else (None, None)


def _date_span(event: Event) -> tuple[int | None, int | None]:
    words, sentence = event.date.text, event.sentence
    if not words or sentence.text.count(words) != 1:
        return None, None
    start = sentence.start + sentence.text.index(words)
    return start, start + len(words)


def _place_line(place: Location) -> str:
    return f"{place.role} {place.id or place.name}"


def _date_line(date: DateSpan) -> str:
    if date.start is None or date.end is None:
        return "none"
    days = date.start.isoformat() if date.start == date.end else f"{date.start.isoformat()}/{date.end.isoformat()}"
    return f"{days} {date.resolution}"


def _count_line(kind: str, count: Count) -> str:
    bounds = f"{count.low}+" if count.high is None else str(count.low) if count.low == count.high else f"{count.low}-{count.high}"
    return f"{kind} {'~' if count.approximate else ''}{bounds}" + (f" {count.unit}" if count.unit else "")


def _source_line(source: Attribution) -> str:
    return f"{source.stance} {source.code or _NOTHING}"


def parse(kind: str, line: str, text: str | None, start: int | None, end: int | None, table: Table) -> Role:
    """What a line says, with the words and the place of its region. Raises ``ValueError`` that says what the line should be."""
    words = line.split()
    if kind in ("actor", "target"):
        if len(words) != 1:
            raise ValueError(f"{kind} {line!r}: write a code, such as RUSMIL")
        return Actor(text, start, end, words[0])
    if kind == "place":
        return _parse_place(words, line, text, start, end, table)
    if kind == "date":
        return _parse_date(words, line, text)
    if kind == "count":
        return _parse_count(words, line, text, start, end)
    if kind == "source":
        if len(words) != 2 or words[0] not in STANCES:
            raise ValueError(f"source {line!r}: write {' or '.join(STANCES)} and a code (- for none), such as asserts NGOSOH")
        return Attribution(text, None if words[1] == _NOTHING else words[1], words[0], (), start, end)
    raise ValueError(f"{kind!r} is no kind of role: write one of {', '.join(KINDS)}")


def _parse_place(words: list[str], line: str, text: str | None, start: int | None, end: int | None, table: Table) -> Location:
    role, identifier = (words[0], words[1]) if len(words) == 2 else ("place", words[0] if len(words) == 1 else "")
    place = table.places.get(identifier)
    if role not in LOCATION_ROLES or place is None:
        raise ValueError(f"place {line!r}: write {', '.join(LOCATION_ROLES)} and an id of the gazetteer, such as place C4058")
    chain = [place, *table.ancestors(place)]
    by_level = {area.level: area for area in reversed(chain)}
    admin = [by_level[level] for level in ("governorate", "district", "subdistrict") if level in by_level]
    return Location(
        text, start, end, place.id, place.name, place.name_en, place.level, tuple(area.name_en for area in admin),
        tuple(area.id for area in admin), place.lat, place.lon, place.precision or "point", role, text is None, 1.0, place.aliases,
    )  # fmt: skip


def _parse_date(words: list[str], line: str, text: str | None) -> DateSpan:
    if words == ["none"]:
        return DateSpan(None, None, "none", text=text, basis="none")
    first, _, last = (words or [""])[0].partition("/")
    try:
        start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
        resolution = words[1] if len(words) == 2 else "day" if start == end else "range"
        if len(words) > 2 or resolution not in RESOLUTIONS:
            raise ValueError
        return DateSpan(start, end, resolution, text=text, basis="text")
    except ValueError:
        advice = "write 2020-01-23, or 2020-01-01/2020-01-31, with a resolution if you like, or none"
        raise ValueError(f"date {line!r}: {advice}") from None


def _parse_count(words: list[str], line: str, text: str | None, start: int | None, end: int | None) -> tuple[str, Count]:
    found = _BOUNDS.fullmatch(words[1]) if len(words) in (2, 3) and words[0] in COUNT_KINDS else None
    if found is None:
        raise ValueError(f"count {line!r}: write a kind ({', '.join(COUNT_KINDS)}) and 3, 20-99, 8+ or ~400, such as killed 3")
    low = int(found[2])
    high = None if found[4] else int(found[3] or low)
    return words[0], Count(low, high, bool(found[1]), words[2] if len(words) == 3 else None, text, start, end)


def fields(roles: Mapping[str, list[Role]]) -> dict[str, object]:
    """The fields of an event that roles by kind make. Raises ``ValueError`` for two dates or two counts of a kind."""
    counts = [role for role in roles.get("count", []) if isinstance(role, tuple)]
    twice = [kind for index, (kind, _count) in enumerate(counts) if kind in dict(counts[:index])]
    dates = roles.get("date", [])
    if twice or len(dates) > 1:
        raise ValueError(f"an event has one {f'count of {twice[0]}' if twice else 'date'}, not two")
    made: dict[str, object] = {
        "actors": tuple(roles.get("actor", ())), "targets": tuple(roles.get("target", ())), "locations": tuple(roles.get("place", ())),
        "counts": dict(counts), "attribution": tuple(roles.get("source", ())),
    }  # fmt: skip
    return made | ({"date": dates[0]} if dates else {})
