"""PLOVER: one JSON object an event and line, with the field names of the PLOVER manual (draft 0.8).

Actors and recipients are lists of entities, places a list of locations. An event whose type has no PLOVER code has no line and is told in
the log. Statuses are said with PLOVER's auxiliary modes in ``aux_mode`` (negation, future, hypothetical), an attempt in ``comment``, so
that every status is written. Fields that the coder does not know are null: religion, ethnicity, office, gender and age of an
entity, the event scale (PLOVER's table of scores is not carried), and the day of coding, so that the same events give the same file.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, TextIO

from eventcode.model import Actor, Event, Location
from eventcode.output.columns import tell_left_out
from eventcode.output.countries import country_of
from eventcode.output.flat import admin
from eventcode.output.ontology import feature, geonames_id, plover_quad, resolution
from eventcode.output.parties import Party
from eventcode.output.polecat import contexts

FIELDS = {
    "id": "id of the mention",
    "has_event": "true",
    "date": "first day of the interval",
    "time": "clock time or part of day",
    "enddate": "last day of the interval",
    "endtime": "null: times are not intervals",
    "actor": "entities that act: code, PLOVER sector, text, name",
    "recipient": "entities that suffer the act, likewise",
    "event": "PLOVER event of the type",
    "mode": "PLOVER mode of the type, null where it has none",
    "aux_mode": "negation for negated, future, hypothetical; else an empty list",
    "context": "military where an armed force acts or suffers; others are not coded",
    "quad_code": "1 to 4, by the PLOVER event",
    "event_scale": "null: PLOVER's table of scores is not carried",
    "event_loc": "locations: text, name, point, areas, country, GeoNames feature by the level, resolution 1 to 5",
    "event_text": "the trigger",
    "dead": "lower bound of the killed, null where no number is given",
    "injured": "lower bound of the injured, likewise",
    "arrested": "lower bound of the detained, likewise",
    "size": "null: crowds are not counted",
    "link": "ids of mentions that dispute it",
    "text": "the sentence",
    "text_info": "start and end of the sentence in the text; sequence and whole story are null",
    "cite_info": "document, title, address, publication, codebook and version",
    "coder": "eventcode and its version",
    "coded_date": "null, so that the same events give the same file",
    "coded_time": "null, likewise",
    "comment": "the status and the rule",
}
"""Field and the rule that fills it."""
_AUXILIARY = {"negated": ["negation"], "future": ["future"], "hypothetical": ["hypothetical"]}


def _entity(actor: Actor) -> dict[str, Any]:
    return {
        "code": actor.code, "sector": Party(actor.code).sector or None, "entity_text": actor.text, "identifier_id": None,
        "identifier_text": actor.name, "religion": None, "ethnicity": None, "office": None, "gender": None, "age": None,
    }  # fmt: skip


def _location(place: Location) -> dict[str, Any]:
    country, (kind, code) = country_of(place), feature(place)
    name = place.name_en or place.name
    return {
        "extracted_place": place.text, "resolved_place": name, "geonameid": geonames_id(place), "lat": place.lat, "lon": place.lon,
        "city": name if place.level == "settlement" else None, "district": admin(place, 2), "province": admin(place, 1),
        "country": country.name if country else None, "country_code": country.iso3 if country else None, "feature_class": kind,
        "feature_code": code, "resolution": resolution(place),
    }  # fmt: skip


def _low(event: Event, kind: str) -> int | None:
    return event.counts[kind].low if kind in event.counts else None


def record(event: Event, name: str, mode: str) -> dict[str, Any]:
    """One event of a PLOVER event and mode, with the fields in the order of ``FIELDS``."""
    start, end, source = event.date.start, event.date.end, event.source
    values = (
        event.id, True, start.isoformat() if start else None, event.date.time, end.isoformat() if end else None, None,
        [_entity(actor) for actor in event.actors], [_entity(target) for target in event.targets], name, mode or None,
        _AUXILIARY.get(event.status, []), contexts(event), plover_quad(name), None, [_location(place) for place in event.locations],
        event.trigger.text, _low(event, "killed"), _low(event, "injured"), _low(event, "detained"), None, list(event.disputes),
        event.sentence.text,
        {"sequence": None, "start": event.sentence.start, "end": event.sentence.end, "text_story": None},
        {
            "corpus": None, "citation": event.document, "url": source.url, "title": source.title, "language": "ara",
            "publication": source.publisher, "license": None, "copyright": None, "coder": "eventcode",
            "codebook": event.coder.codebook, "version": event.coder.version,
        },
        f"eventcode {event.coder.version}", None, None, f"status: {event.status}; rule: {event.rule}",
    )  # fmt: skip
    return dict(zip(FIELDS, values, strict=True))


def write(events: Iterable[Event], file: TextIO) -> int:
    """Write a line an event; gives how many."""
    left_out: Counter[str] = Counter()
    written = 0
    for event in events:
        if event.codes.plover is None:
            left_out["of a type that PLOVER has not"] += 1
            continue
        file.write(json.dumps(record(event, *event.codes.plover), ensure_ascii=False) + "\n")
        written += 1
    tell_left_out("plover", left_out)
    return written
