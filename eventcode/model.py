"""The values that a coder returns: frozen attrs classes with the names of the JSON event format.

Offsets count Unicode code points in the document's text exactly as it was read. ``to_dict`` gives the plain structure that is
written as JSON; ``from_dict`` reads it back and raises ``ValueError`` on a bad value.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Self

import attrs

STATUSES = ("actual", "negated", "attempted", "future", "hypothetical")
STANCES = ("asserts", "denies")
RESOLUTIONS = ("hour", "day", "week", "month", "season", "year", "range", "none")
BASES = ("text", "document", "event", "none")
LEVELS = (
    "settlement", "neighbourhood", "subdistrict", "district", "governorate", "country", "region", "road", "site", "camp",
    "area",
)  # fmt: skip
LOCATION_ROLES = ("place", "origin", "destination")
COUNT_KINDS = (
    "killed", "injured", "displaced", "detained", "abducted", "strikes", "troops", "places", "facilities", "vehicles",
)  # fmt: skip

_Validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]


def _one_of(values: tuple[str, ...]) -> _Validator:
    allowed = frozenset(values)

    def check(_instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value not in allowed:
            raise ValueError(f"{attribute.name} must be one of {', '.join(values)}, not {value!r}")

    return check


def _between(low: float, high: float, *, optional: bool = False) -> _Validator:
    """One call where nested validators of attrs are four; ``optional`` lets None pass."""

    def check(_instance: object, attribute: attrs.Attribute[Any], value: float) -> None:
        if not (optional and value is None) and not low <= value <= high:
            raise ValueError(f"{attribute.name} must be from {low} to {high}, not {value!r}")

    return check


def _count_kinds(_instance: object, _attribute: attrs.Attribute[Any], value: Mapping[str, object]) -> None:
    unknown = [kind for kind in value if kind not in COUNT_KINDS]
    if unknown:
        raise ValueError(f"a count's kind must be one of {', '.join(COUNT_KINDS)}, not {unknown[0]!r}")


def _span_order(instance: Any, _attribute: attrs.Attribute[Any], value: int) -> None:
    if value < instance.start:
        raise ValueError(f"a span must not end ({value}) before it starts ({instance.start})")


def _date(value: str | None) -> dt.date | None:
    return None if value is None else dt.date.fromisoformat(value)


@attrs.frozen(slots=True)
class Span:
    """A stretch of the document: its text and its code-point offsets."""

    text: str
    start: int = attrs.field(validator=attrs.validators.ge(0))
    end: int = attrs.field(validator=_span_order)

    def to_dict(self) -> dict[str, Any]:
        """The plain structure: text, start, end."""
        return {"text": self.text, "start": self.start, "end": self.end}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read what ``to_dict`` wrote."""
        return cls(data["text"], data["start"], data["end"])


@attrs.frozen(slots=True)
class Actor:
    """An actor or target: text as written (None where dropped or implied), its place, CAMEO-style code and name."""

    text: str | None
    start: int | None
    end: int | None
    code: str
    name: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The plain structure."""
        return {"text": self.text, "start": self.start, "end": self.end, "code": self.code, "name": self.name}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read what ``to_dict`` wrote."""
        return cls(data["text"], data["start"], data["end"], data["code"], data.get("name"))


@attrs.frozen(slots=True)
class Location:
    """A place of an event. ``lat`` and ``lon`` are WGS 84 degrees; ``admin`` names levels 1 to 3 (OCHA); ``score`` is 0 to 1."""

    text: str | None
    start: int | None
    end: int | None
    id: str | None
    name: str
    name_en: str | None
    level: str = attrs.field(validator=_one_of(LEVELS))
    admin: tuple[str, ...] = ()
    admin_codes: tuple[str, ...] = ()
    lat: float | None = attrs.field(default=None, validator=_between(-90, 90, optional=True))
    lon: float | None = attrs.field(default=None, validator=_between(-180, 180, optional=True))
    precision: str = "point"
    role: str = attrs.field(default="place", validator=_one_of(LOCATION_ROLES))
    inherited: bool = False
    score: float = attrs.field(default=1.0, validator=_between(0, 1))
    aliases: tuple[str, ...] = ()
    runners_up: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The plain structure."""
        return {
            "text": self.text, "start": self.start, "end": self.end, "id": self.id, "name": self.name,
            "name_en": self.name_en, "level": self.level, "admin": list(self.admin), "admin_codes": list(self.admin_codes),
            "lat": self.lat, "lon": self.lon, "precision": self.precision, "role": self.role, "inherited": self.inherited,
            "score": self.score, "aliases": list(self.aliases), "runners_up": list(self.runners_up),
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read what ``to_dict`` wrote."""
        known = {key: data[key] for key in attrs.fields_dict(cls) if key in data}
        for key in ("admin", "admin_codes", "aliases", "runners_up"):
            known[key] = tuple(known.get(key, ()))
        return cls(**known)


@attrs.frozen(slots=True)
class DateSpan:
    """A closed interval of days. ``time`` is a clock time ("06:00") or a part of day; ``basis`` says where the date is from."""

    start: dt.date | None
    end: dt.date | None
    resolution: str = attrs.field(validator=_one_of(RESOLUTIONS))
    time: str | None = None
    text: str | None = None
    basis: str = attrs.field(default="text", validator=_one_of(BASES))

    def __attrs_post_init__(self) -> None:
        if (self.start is None) != (self.end is None):
            raise ValueError("a date has both a start and an end, or neither")
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ValueError(f"a date must not end ({self.end}) before it starts ({self.start})")

    def to_dict(self) -> dict[str, Any]:
        """The plain structure, days as ISO 8601."""
        return {
            "start": self.start.isoformat() if self.start else None, "end": self.end.isoformat() if self.end else None,
            "resolution": self.resolution, "time": self.time, "text": self.text, "basis": self.basis,
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read what ``to_dict`` wrote."""
        return cls(
            _date(data["start"]), _date(data["end"]), data["resolution"], data.get("time"), data.get("text"),
            data.get("basis", "text"),
        )  # fmt: skip


@attrs.frozen(slots=True)
class Count:
    """A number with its bounds: ``high`` None is open; ``unit`` is people, families or None; ``breakdown`` holds its parts."""

    low: int = attrs.field(validator=attrs.validators.ge(0))
    high: int | None
    approximate: bool = False
    unit: str | None = None
    text: str | None = None
    start: int | None = None
    end: int | None = None
    breakdown: tuple[Count, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.high is not None and self.high < self.low:
            raise ValueError(f"a count's upper bound ({self.high}) must not be below its lower ({self.low})")

    def to_dict(self) -> dict[str, Any]:
        """The plain structure."""
        return {
            "low": self.low, "high": self.high, "approximate": self.approximate, "unit": self.unit, "text": self.text,
            "start": self.start, "end": self.end, "breakdown": [part.to_dict() for part in self.breakdown],
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read what ``to_dict`` wrote."""
        return cls(
            data["low"], data["high"], data.get("approximate", False), data.get("unit"), data.get("text"), data.get("start"),
            data.get("end"), tuple(cls.from_dict(part) for part in data.get("breakdown") or ()),
        )  # fmt: skip


@attrs.frozen(slots=True)
class Attribution:
    """Who the text says is the source of the report, whether it asserts or denies it, and through whom it came (``via``)."""

    text: str | None
    code: str | None
    stance: str = attrs.field(default="asserts", validator=_one_of(STANCES))
    via: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """The plain structure."""
        return {
            "text": self.text, "code": self.code, "stance": self.stance, "via": list(self.via), "start": self.start,
            "end": self.end,
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read what ``to_dict`` wrote."""
        return cls(
            data["text"], data.get("code"), data.get("stance", "asserts"), tuple(data.get("via") or ()), data.get("start"),
            data.get("end"),
        )  # fmt: skip


@attrs.frozen(slots=True)
class Source:
    """The document that an event was read in; ``published`` is the day that dates are resolved against."""

    document: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: dt.date | None = None

    def to_dict(self) -> dict[str, Any]:
        """The plain structure."""
        return {
            "document": self.document, "title": self.title, "publisher": self.publisher, "url": self.url,
            "published": self.published.isoformat() if self.published else None,
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read what ``to_dict`` wrote."""
        return cls(data["document"], data.get("title"), data.get("publisher"), data.get("url"), _date(data.get("published")))


@attrs.frozen(slots=True)
class Codes:
    """The event type in other ontologies: ACLED event and sub-event type, CAMEO, PLOVER event and mode; None where none fits.

    ``own`` holds the codes of further ontologies that a codebook gives, as (ontology, code).
    """

    acled: tuple[str, str] | None = None
    cameo: str | None = None
    plover: tuple[str, str] | None = None
    own: tuple[tuple[str, str], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The plain structure."""
        return {
            "acled": list(self.acled) if self.acled else None, "cameo": self.cameo,
            "plover": list(self.plover) if self.plover else None, **dict(self.own),
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read what ``to_dict`` wrote."""
        acled, plover = data.get("acled"), data.get("plover")
        own = tuple((key, value) for key, value in data.items() if key not in ("acled", "cameo", "plover"))
        return cls((acled[0], acled[1]) if acled else None, data.get("cameo"), (plover[0], plover[1]) if plover else None, own)


@attrs.frozen(slots=True)
class CoderInfo:
    """What produced an event: version of the coder, codebook (name@version+hash) and gazetteer (version+hash)."""

    version: str
    codebook: str
    gazetteer: str

    def to_dict(self) -> dict[str, Any]:
        """The plain structure."""
        return {"version": self.version, "codebook": self.codebook, "gazetteer": self.gazetteer}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read what ``to_dict`` wrote."""
        return cls(data["version"], data["codebook"], data["gazetteer"])


@attrs.frozen(slots=True)
class Event:
    """One mention of one action: type, roles, places, date, counts, status, sources, and where each stands in the text."""

    id: str
    document: str
    sentence: Span
    trigger: Span
    also: tuple[Span, ...]
    type: str
    codes: Codes
    actors: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    locations: tuple[Location, ...]
    date: DateSpan
    counts: Mapping[str, Count] = attrs.field(validator=_count_kinds)
    status: str = attrs.field(validator=_one_of(STATUSES))
    attribution: tuple[Attribution, ...]
    source: Source
    happening: str
    cause: str | None
    disputes: tuple[str, ...]
    rule: str
    coder: CoderInfo

    @property
    def fatalities(self) -> Count | None:
        """The count of killed, if the text gives one."""
        return self.counts.get("killed")

    @property
    def particulars(self) -> int:
        """How much the text itself tells of the event, 0 to 5: who, to whom, where, when, how many.

        Places that are inherited and the document's own date do not count. A passing mention ("since the attack") has none or one,
        a report mostly two or more.
        """
        placed = any(location.text is not None and not location.inherited for location in self.locations)
        return sum((bool(self.actors), bool(self.targets), placed, self.date.basis == "text", bool(self.counts)))

    def to_dict(self) -> dict[str, Any]:
        """The plain structure of the event format: keys always present, a missing value null or an empty list."""
        return {
            "id": self.id,
            "document": self.document,
            "sentence": self.sentence.to_dict(),
            "trigger": self.trigger.to_dict(),
            "also": [span.to_dict() for span in self.also],
            "type": self.type,
            "codes": self.codes.to_dict(),
            "actors": [actor.to_dict() for actor in self.actors],
            "targets": [target.to_dict() for target in self.targets],
            "locations": [location.to_dict() for location in self.locations],
            "date": self.date.to_dict(),
            "counts": {kind: count.to_dict() for kind, count in self.counts.items()},
            "status": self.status,
            "attribution": [item.to_dict() for item in self.attribution],
            "source": self.source.to_dict(),
            "happening": self.happening,
            "cause": self.cause,
            "disputes": list(self.disputes),
            "rule": self.rule,
            "coder": self.coder.to_dict(),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read what ``to_dict`` wrote; raises ``ValueError`` or ``KeyError`` on a structure that is no event."""
        return cls(
            id=data["id"],
            document=data["document"],
            sentence=Span.from_dict(data["sentence"]),
            trigger=Span.from_dict(data["trigger"]),
            also=tuple(Span.from_dict(span) for span in data["also"]),
            type=data["type"],
            codes=Codes.from_dict(data["codes"]),
            actors=tuple(Actor.from_dict(actor) for actor in data["actors"]),
            targets=tuple(Actor.from_dict(target) for target in data["targets"]),
            locations=tuple(Location.from_dict(location) for location in data["locations"]),
            date=DateSpan.from_dict(data["date"]),
            counts={kind: Count.from_dict(count) for kind, count in data["counts"].items()},
            status=data["status"],
            attribution=tuple(Attribution.from_dict(item) for item in data["attribution"]),
            source=Source.from_dict(data["source"]),
            happening=data["happening"],
            cause=data["cause"],
            disputes=tuple(data["disputes"]),
            rule=data["rule"],
            coder=CoderInfo.from_dict(data["coder"]),
        )
