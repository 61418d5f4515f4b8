"""ACLED: the 31 columns of its export, one row an incident and place, merged as its codebook aggregates events.

Rows are made of incidents (see ``incidents``) that took place; the same two main actors at the same place on the same day are one row,
of the type that stands first in ACLED's order; their fatalities are added where one document reports them, and where several documents
report the same type the lowest sum counts, so that one attack in two papers is not counted twice. An incident has no row, and is told in the log, where
its type is none of ACLED's (a verbal act), it has no place closer than a country, its date is vaguer than a month, or it is no violence and
nobody is named. Differences from
a row that ACLED's researchers would write: actors' names follow the pattern of ACLED's list, an area has its own point and not that of a
town in it, and what a text does not say is not looked up elsewhere.
Sources: the ACLED codebook (columns, types, actor types, precision, fatalities, aggregation).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import TextIO

import attrs

from eventcode.model import Count, Event, Location
from eventcode.output.columns import Ruled, tell_left_out, write_csv
from eventcode.output.countries import of_country, world_region
from eventcode.output.flat import admin
from eventcode.output.incidents import DEATHS, Incident, incidents, number_of, shared
from eventcode.output.parties import Inter, Party, interaction
from eventcode.output.precision import acled_geo, acled_time

BATTLES, PROTESTS, RIOTS = "Battles", "Protests", "Riots"
EXPLOSIONS, CIVILIANS, STRATEGIC = "Explosions/Remote violence", "Violence against civilians", "Strategic developments"
EXCESSIVE = "Excessive force against protesters"
CLASH = "Armed clash"
VIOLENCE, DEMONSTRATION = "Political violence", "Demonstrations"

TYPES = {
    "Government regains territory": (BATTLES, VIOLENCE), "Non-state actor overtakes territory": (BATTLES, VIOLENCE),
    CLASH: (BATTLES, VIOLENCE), EXCESSIVE: (PROTESTS, f"{VIOLENCE}; {DEMONSTRATION}"),
    "Protest with intervention": (PROTESTS, DEMONSTRATION), "Peaceful protest": (PROTESTS, DEMONSTRATION),
    "Violent demonstration": (RIOTS, DEMONSTRATION), "Mob violence": (RIOTS, VIOLENCE), "Chemical weapon": (EXPLOSIONS, VIOLENCE),
    "Air/drone strike": (EXPLOSIONS, VIOLENCE), "Suicide bomb": (EXPLOSIONS, VIOLENCE),
    "Shelling/artillery/missile attack": (EXPLOSIONS, VIOLENCE), "Remote explosive/landmine/IED": (EXPLOSIONS, VIOLENCE),
    "Grenade": (EXPLOSIONS, VIOLENCE), "Sexual violence": (CIVILIANS, VIOLENCE), "Attack": (CIVILIANS, VIOLENCE),
    "Abduction/forced disappearance": (CIVILIANS, VIOLENCE), "Agreement": (STRATEGIC, STRATEGIC), "Arrests": (STRATEGIC, STRATEGIC),
    "Change to group/activity": (STRATEGIC, STRATEGIC), "Disrupted weapons use": (STRATEGIC, STRATEGIC),
    "Headquarters or base established": (STRATEGIC, STRATEGIC), "Looting/property destruction": (STRATEGIC, STRATEGIC),
    "Non-violent transfer of territory": (STRATEGIC, STRATEGIC), "Other": (STRATEGIC, STRATEGIC),
}  # fmt: skip
"""Sub-event type -> event type and disorder type, in ACLED's order: the first of several happenings in a row is its type."""
_RANK = {name: rank for rank, name in enumerate(TYPES)}
_ARMED = (BATTLES, EXPLOSIONS, CIVILIANS)
# ACLED's figures for deaths that the text gives in words (codebook, reported fatalities).
_IN_WORDS = {(20, 99): 12, (200, 999): 100}
_UNNUMBERED = 3
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@attrs.frozen
class Side:
    """A main actor of a row, its associates and its type; all empty where there is no such side."""

    name: str = ""
    associates: tuple[str, ...] = ()
    inter: Inter | None = None


@attrs.frozen
class Part:
    """An incident's part in a row: its own type, and its deaths at the place; None where the texts say nothing of deaths."""

    incident: Incident
    sub_event_type: str
    fatalities: int | None


@attrs.frozen
class Record:
    """One row: an incident (or several that ACLED counts as one) at a place on a day."""

    parts: tuple[Part, ...]
    place: Location
    day: dt.date
    time_precision: int
    first: Side
    second: Side

    @property
    def incidents(self) -> list[Incident]:
        """The incidents that the row is made of."""
        return [part.incident for part in self.parts]

    @property
    def sub_event_type(self) -> str:
        """The type that stands first in ACLED's order."""
        return min((part.sub_event_type for part in self.parts), key=_RANK.__getitem__)

    @property
    def fatalities(self) -> int:
        """The deaths of the parts: within a document they are added; of documents that report the same type the lowest counts."""
        reported: dict[str, Counter[str]] = {}
        for part in self.parts:
            if part.fatalities is not None:
                reported.setdefault(part.sub_event_type, Counter())[part.incident.mentions[0].document] += part.fatalities
        return sum(min(by_document.values()) for by_document in reported.values())

    @property
    def event_type(self) -> str:
        """ACLED's event type."""
        return TYPES[self.sub_event_type][0]

    @property
    def disorder_type(self) -> str:
        """ACLED's disorder type."""
        return TYPES[self.sub_event_type][1]

    @property
    def targets_civilians(self) -> bool:
        """Whether civilians are the main or only target."""
        if self.event_type == CIVILIANS or self.sub_event_type == EXCESSIVE:
            return True
        return self.event_type in (EXPLOSIONS, RIOTS) and self.second.inter is Inter.CIVILIANS

    @property
    def mentions(self) -> list[Event]:
        """Every mention that the row is made of."""
        return [mention for incident in self.incidents for mention in incident.mentions]

    @property
    def sources(self) -> list[str]:
        """Publishers, once each."""
        return list(dict.fromkeys(source for incident in self.incidents for source in incident.sources))

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two incidents one ACLED event: day, place and the two main actors."""
        return self.day, self.place.id or self.place.name, frozenset((self.first.name, self.second.name))


def type_of(incident: Incident) -> str | None:
    """The sub-event type; None where ACLED has none.

    Taking territory is "Government regains territory" where a state force or one that fights beside Syria's did it, "Armed clash"
    where nobody is named, else "Non-state actor overtakes territory". Violence against civilians whose only targets are armed
    forces is "Armed clash", and a battle whose only targets are civilians is "Attack".
    """
    if incident.codes.acled is None:
        return None
    event_type, sub = incident.codes.acled
    if sub == "*":
        if not incident.actors:
            return CLASH
        leader = incident.actors[0]
        state = leader.camp == "regime" or leader.inter in (Inter.STATE, Inter.EXTERNAL)
        return "Government regains territory" if state else "Non-state actor overtakes territory"
    if event_type == CIVILIANS and incident.targets and all(party.armed for party in incident.targets):
        return CLASH
    if event_type == BATTLES and incident.targets and all(party.civilian for party in incident.targets):
        return "Attack"
    return sub if sub in TYPES else None


def figure(count: Count) -> int:
    """ACLED's number for one report: dozens are 12, hundreds 100, else the lower bound."""
    return count.low if count.high is None else _IN_WORDS.get((count.low, count.high), count.low)


def fatalities(incident: Incident) -> int | None:
    """ACLED's conservative figure: the lowest of differing reports; None where none is known, which ACLED writes as 0.

    A killing or execution with no number is 3, as the codebook has a plural with no number; an assassination one a target.
    """
    if incident.tolls:
        return min(figure(count) for count, _mention in incident.tolls)
    if incident.type == "assassination":
        return max(1, len(incident.targets))
    return _UNNUMBERED if incident.type in DEATHS else None


def records(events: Iterable[Event]) -> tuple[list[Record], Counter[str]]:
    """The rows by day, place and type, and how many incidents have none, by reason."""
    left_out: Counter[str] = Counter()
    merged: dict[tuple[object, ...], Record] = {}
    for incident in incidents(events):
        sub, when = type_of(incident), acled_time(incident.date)
        places = [place for place in incident.places if acled_geo(place)]
        if sub is None:
            left_out["of a type that ACLED has not"] += 1
        elif not places:
            left_out["with no place closer than a country"] += 1
        elif when is None:
            left_out["with no date closer than a month"] += 1
        else:
            first, second = _sides(incident, sub, when[0])
            if not first.name:
                left_out["with no known actor"] += 1
                continue
            total = fatalities(incident)
            deaths = [None] * len(places) if total is None else shared(total, len(places))
            for place, dead in zip(places, deaths, strict=True):
                record = Record((Part(incident, sub, dead),), place, when[0], when[1], first, second)
                merged[record.key] = _merge(merged[record.key], record) if record.key in merged else record
    rows = sorted(merged.values(), key=lambda row: (row.day, row.place.name_en or row.place.name, _RANK[row.sub_event_type]))
    return rows, left_out


def _merge(one: Record, other: Record) -> Record:
    main, minor = sorted((one, other), key=lambda record: _RANK[record.sub_event_type])
    return attrs.evolve(main, parts=(*main.parts, *minor.parts), time_precision=min(main.time_precision, minor.time_precision))


def _sides(incident: Incident, sub: str, day: dt.date) -> tuple[Side, Side]:
    event_type = TYPES[sub][0]
    actors, targets = incident.sides
    first, second = _side(actors, day), _side(targets, day)
    unknown = Side("Unidentified Armed Group (Syria)", (), Inter.MILITIA)
    if sub == EXCESSIVE:
        return first, _crowd("Protesters", Inter.PROTESTERS, targets, day)
    if event_type == PROTESTS:
        return _crowd("Protesters", Inter.PROTESTERS, actors, day), Side()
    if event_type == RIOTS:
        return _crowd("Rioters", Inter.RIOTERS, actors, day), second
    if event_type == CIVILIANS:
        civilians = [party for party in targets if party.civilian]
        second = _side([*civilians, *(party for party in targets if not party.civilian)] if civilians else [Party("SYRCVL")], day)
    if event_type in _ARMED:
        # Civilians commit none of these types; where the text seems to say so, the armed side is not known.
        fighters = [party for party in actors if not party.civilian]
        first = _side([*fighters, *(party for party in actors if party.civilian)], day) if fighters else unknown
    if event_type == BATTLES and not second.name:
        second = unknown
    return (first, second) if first.name else (second, Side())


def _main_name(party: Party, day: dt.date) -> str:
    return f"Civilians ({party.country.name if party.country else 'Syria'})" if party.civilian else party.name(day)


def _side(parties: Iterable[Party], day: dt.date) -> Side:
    listed = list(parties)
    if not listed:
        return Side()
    name = _main_name(listed[0], day)
    others = (party.kind_of_civilian or party.name(day) for party in listed)
    return Side(name, tuple(dict.fromkeys(other for other in others if other != name)), listed[0].inter)


def _crowd(name: str, inter: Inter, parties: Iterable[Party], day: dt.date) -> Side:
    """Protesters or rioters, with those whom the text names among them as associates; the people at large go without saying."""
    side = _side(parties, day)
    named = (side.name, *side.associates)
    return Side(f"{name} (Syria)", tuple(other for other in named if other and not other.startswith("Civilians")), inter)


def notes(record: Record) -> str:
    """A sentence in English on the row, and the sentences of the texts."""
    said = f"On {record.day.day} {_MONTHS[record.day.month - 1]} {record.day.year}"
    said = {1: said, 2: "Around " + said[3:], 3: "In the weeks around " + said[3:]}[record.time_precision]
    who = " against ".join(side.name for side in (record.first, record.second) if side.name)
    where = record.place.name_en or record.place.name
    area = ", ".join(dict.fromkeys(name for name in reversed(record.place.admin) if name != where))
    text = f"{said}, {record.sub_event_type} in {where}" + (f" ({area})" if area else "") + (f": {who}" if who else "")
    text += f". Fatalities: {record.fatalities}." if record.fatalities else "."
    if any(incident.disputed for incident in record.incidents):
        text += " The report is disputed: a source denies it."
    quoted = dict.fromkeys(" ".join(mention.sentence.text.split()) for mention in record.mentions)
    return f"{text} Text: {' / '.join(quoted)}"


def event_id(record: Record) -> str:
    """Country and number, the same for the same happening at the same place."""
    return (of_country(record.place, "iso3") or "") + str(number_of(f"{record.incidents[0].id} {record.place.id}"))


COLUMNS: tuple[Ruled[Record], ...] = (
    Ruled("event_id_cnty", "ISO alpha-3 code of the country and a number made from the happening's id and the place", event_id),
    Ruled("event_date", "the day; of an interval its middle (see time_precision)", lambda r: r.day),
    Ruled("year", "the year of event_date", lambda r: r.day.year),
    Ruled(
        "time_precision", "1 a day that the text gives; 2 up to a week, or the publication day; 3 up to a month",
        lambda r: r.time_precision,
    ),
    Ruled("disorder_type", "by sub_event_type, from ACLED's table", lambda r: r.disorder_type),
    Ruled("event_type", "by sub_event_type, from ACLED's table", lambda r: r.event_type),
    Ruled(
        "sub_event_type", "the codebook's; taken territory by who took it; violence against armed forces only is Armed clash, "
        "a battle against civilians only Attack",
        lambda r: r.sub_event_type,
    ),
    Ruled(
        "actor1", "first actor; of clashes and agreements the first party; protesters or rioters; an unidentified armed group where "
        "violence has no known armed actor", lambda r: r.first.name,
    ),
    Ruled("assoc_actor_1", "the other actors of that side, and what civilians are (journalists ...)", lambda r: "; ".join(r.first.associates)),
    Ruled("inter1", "ACLED's type of actor1, by its code", lambda r: r.first.inter.label if r.first.inter else None),
    Ruled(
        "actor2", "first target; the other party; civilians in violence against civilians; an unidentified armed group where a battle "
        "has no second side; empty where a protest, strike or other act has no target", lambda r: r.second.name,
    ),
    Ruled("assoc_actor_2", "as assoc_actor_1", lambda r: "; ".join(r.second.associates)),
    Ruled("inter2", "as inter1", lambda r: r.second.inter.label if r.second.inter else None),
    Ruled("interaction", "both types, in ACLED's order", lambda r: interaction(r.first.inter, r.second.inter)),
    Ruled(
        "civilian_targeting", "violence against civilians, excessive force, and explosions or riots whose actor2 is civilians",
        lambda r: "Civilians targeted" if r.targets_civilians else None,
    ),
    Ruled("iso", "ISO 3166 number of the place's country; empty for a foreign town", lambda r: of_country(r.place, "numeric")),
    Ruled("region", "Middle East where the country is Syria, else empty", lambda r: world_region(r.place)),
    Ruled("country", "English name of the place's country; empty for a foreign town", lambda r: of_country(r.place, "name")),
    Ruled("admin1", "governorate", lambda r: admin(r.place, 1)),
    Ruled("admin2", "district", lambda r: admin(r.place, 2)),
    Ruled("admin3", "subdistrict", lambda r: admin(r.place, 3)),
    Ruled("location", "English name of the place, else the Arabic one; a neighbourhood without its city", lambda r: r.place.name_en or r.place.name),
    Ruled("latitude", "WGS 84, four decimals", lambda r: round(r.place.lat or 0.0, 4)),
    Ruled("longitude", "WGS 84, four decimals", lambda r: round(r.place.lon or 0.0, 4)),
    Ruled(
        "geo_precision", "1 settlement, neighbourhood, camp, site; 2 around one, subdistrict, district, area; 3 governorate, region, road",
        lambda r: acled_geo(r.place),
    ),
    Ruled("source", "publishers, once each", lambda r: "; ".join(r.sources)),
    Ruled("source_scale", "empty: an event does not say how close its publisher is"),
    Ruled("notes", "a sentence on the row, whether it is disputed, and the sentences of the texts", notes),
    Ruled(
        "fatalities", "the lowest of differing reports and documents; dozens 12, hundreds 100; a killing with no number 3; shared between places; none "
        "known 0", lambda r: r.fatalities,
    ),
    Ruled(
        "tags", "crowd size=no report on protests and riots, as the text's crowd is not counted; else empty",
        lambda r: "crowd size=no report" if r.event_type in (PROTESTS, RIOTS) else None,
    ),
    Ruled("timestamp", "empty: the row was never uploaded to ACLED"),
)  # fmt: skip
"""ACLED's columns since March 2023, in its order."""


def write(events: Iterable[Event], file: TextIO) -> int:
    """Write the rows as CSV; gives how many."""
    rows, left_out = records(events)
    tell_left_out("acled", left_out)
    return write_csv(COLUMNS, rows, file)
