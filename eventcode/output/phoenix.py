"""Phoenix: the 26 tab-separated columns of OEDA's phoenix_pipeline, without a header, one row a day, pair of actors and CAMEO code.

An event whose type has no CAMEO code, or that names nobody, has no row and is told in the log.
Source of columns and quad classes: phoenix_pipeline, postprocess.create_strings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from eventcode.model import Actor, Event
from eventcode.output.columns import Ruled, tell_left_out, write_tabs
from eventcode.output.countries import of_country
from eventcode.output.dyads import Dyad, code, dyads, listed, one_a_day
from eventcode.output.flat import admin
from eventcode.output.ontology import goldstein, phoenix_quad


def records(events: Iterable[Event]) -> tuple[list[Dyad], Counter[str]]:
    """The rows, and how many events have none, by reason."""
    left_out: Counter[str] = Counter()
    found: list[Dyad] = []
    for event in events:
        if event.codes.cameo is None:
            left_out["of a type that CAMEO has not"] += 1
        elif not (own := list(dyads(event))):
            left_out["with no known actor or target"] += 1
        else:
            found.extend(own)
    return one_a_day(found), left_out


def cameo(dyad: Dyad) -> str:
    """The CAMEO code of a row."""
    return dyad.event.codes.cameo or ""


def sentence_ids(dyad: Dyad) -> str:
    """Document and offset of each mention's sentence."""
    return listed([f"{mention.document}_{mention.sentence.start}" for mention in dyad.mentions])


def _actor(name: str, side: str, actor: str) -> tuple[Ruled[Dyad], ...]:
    def part(first: int, last: int | None) -> Ruled[Dyad]:
        names = {0: "Entity", 3: "Role", 6: "Attribute"}
        rules = {0: "its first three letters", 3: "the next three", 6: "the rest"}

        def cut(dyad: Dyad) -> str:
            one: Actor | None = getattr(dyad, actor)
            return one.code[first:last] if one else ""

        return Ruled(f"{side}Actor{names[first]}", rules[first], cut)

    full = Ruled[Dyad](f"{side}ActorFull", f'code of the {name}; "---" where it is not known', lambda d: code(getattr(d, actor)))
    return full, part(0, 3), part(3, 6), part(6, None)


COLUMNS: tuple[Ruled[Dyad], ...] = (
    Ruled("EventID", "id of the first mention, number of the pair, and version of the coder", lambda d: f"{d.event.id}-{d.number}_{d.event.coder.version}"),
    Ruled("Date", "first day of the event's own interval (Phoenix has the story's day)", lambda d: d.day),
    Ruled("Year", "of Date", lambda d: d.day[:4]),
    Ruled("Month", "of Date", lambda d: d.day[4:6]),
    Ruled("Day", "of Date", lambda d: d.day[6:]),
    *_actor("actor", "Source", "source"),
    *_actor("target", "Target", "target"),
    Ruled("EventCode", "CAMEO code of the type", cameo),
    Ruled("EventRootCode", "its first two digits", lambda d: cameo(d)[:2]),
    Ruled("QuadClass", "0 for roots 01 and 02, else 1 to 4 by the root", lambda d: phoenix_quad(cameo(d))),
    Ruled("GoldsteinScore", "of the CAMEO code; empty where the scale has none", lambda d: goldstein(cameo(d))),
    Ruled("Issues", "empty: issues are not coded"),
    Ruled("Lat", "of the most exact place", lambda d: d.place.lat if d.place else None),
    Ruled("Lon", "of the most exact place", lambda d: d.place.lon if d.place else None),
    Ruled("LocationName", "its English name, else the Arabic one", lambda d: (d.place.name_en or d.place.name) if d.place else None),
    Ruled("StateName", "its governorate", lambda d: admin(d.place, 1)),
    Ruled("CountryName", "ISO alpha-3 code of its country", lambda d: of_country(d.place, "iso3")),
    Ruled("SentenceID", "document and offset of each mention's sentence", sentence_ids),
    Ruled("URLs", "addresses of the documents", lambda d: listed([mention.source.url for mention in d.mentions])),
    Ruled("NewsSources", "publishers", lambda d: listed([mention.source.publisher for mention in d.mentions])),
)  # fmt: skip


def write(events: Iterable[Event], file: TextIO) -> int:
    """Write the rows; gives how many."""
    rows, left_out = records(events)
    tell_left_out("phoenix", left_out)
    return write_tabs(COLUMNS, rows, file)
