"""Events made by hand for the tests of the output formats."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs

from eventcode.model import Actor, Attribution, CoderInfo, Codes, Count, DateSpan, Event, Location, Source, Span

DAY = dt.date(2020, 1, 23)
SENTENCE = "قصفت طائرات حربية روسية بلدة كنصفرة، ما أدى إلى مقتل ثلاثة مدنيين."
AIR = Codes(("Explosions/Remote violence", "Air/drone strike"), "195", ("ASSAULT", "aerial"))
CLASH = Codes(("Battles", "Armed clash"), "193", ("ASSAULT", "firearms"))
KILLING = Codes(("Violence against civilians", "Attack"), "180", ("ASSAULT", ""))
PROTEST = Codes(("Protests", "Peaceful protest"), "141", ("PROTEST", "demo"))
SEIZED = Codes(("Battles", "*"), "192", ("COERCE", "seize"))
DEMAND = Codes(None, "100", ("REQUEST", ""), (("mine", "D1"),))


def actor(code: str, text: str | None = None, start: int | None = None) -> Actor:
    """An actor; its place follows from where it starts."""
    return Actor(text, start, None if text is None or start is None else start + len(text), code, f"name of {code}")


def place(name: str = "Kansafra", level: str = "settlement", **changes: Any) -> Location:
    """A place in the district of Maarrat al-Numan."""
    values: dict[str, Any] = {
        "text": None, "start": None, "end": None, "id": f"C{sum(name.encode()) % 9000 + 1000}", "name": "كنصفرة", "name_en": name,
        "level": level, "admin": ("Idleb", "Al Ma'ra", "Ehsem"), "admin_codes": ("SY07", "SY0702", "SY070204"), "lat": 35.6789123,
        "lon": 36.4567891,
    }  # fmt: skip
    return Location(**values | changes)


def day(first: dt.date = DAY, last: dt.date | None = None, resolution: str = "day", basis: str = "text") -> DateSpan:
    """An interval of days."""
    return DateSpan(first, last or first, resolution, None, None, basis)


def event(name: str = "a1", **changes: Any) -> Event:
    """An air strike on civilians in Kansafra that killed three, with some fields changed."""
    base = Event(
        id=name, document="d1", sentence=Span(SENTENCE, 100, 100 + len(SENTENCE)), trigger=Span("قصفت", 100, 104), also=(),
        type="air_strike", codes=AIR, actors=(actor("RUSMIL", "طائرات حربية روسية", 105),), targets=(actor("SYRCVL", "مدنيين", 159),),
        locations=(place(),), date=day(), counts={"killed": Count(3, 3, text="ثلاثة مدنيين")}, status="actual",
        attribution=(Attribution("مصدر محلي", None),), source=Source("d1", "عنوان", "صحيفة", "https://example.org/1", DAY), happening=name,
        cause=None, disputes=(), rule="idlib/types/air_strike.yaml#strike", coder=CoderInfo("0.1.0", "idlib@0.1.0+1", "2026.11+1"),
    )  # fmt: skip
    return attrs.evolve(base, **changes)
