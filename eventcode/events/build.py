"""Complete predicates from the document and build events: implied actors, inherited places, fallback dates, pronoun sources."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import attrs

from eventcode.codebook import Codebook
from eventcode.frames import BY_DOCUMENT, Predicate, SourceClaim
from eventcode.gazetteer import DUAL, RANK, containers, most_specific
from eventcode.mentions import ActorMention, View
from eventcode.mentions.actors import ARMED_KINDS
from eventcode.mentions.closed import RESUMPTIVE
from eventcode.model import Actor, Attribution, CoderInfo, DateSpan, Event, Location, Source, Span

# Types whose place is taken over from the context when the sentence names none; verbal acts happen nowhere (section 4).
# How far back, in characters, a definite noun (القصف) takes up a happening whose agent was named: about three sentences.
_TAKE_UP_REACH = 600
# Types that a noun of a type may stand for when it takes up an earlier happening.
_FINER = {
    "ground_attack": ("suicide_bomb", "ied", "chemical_attack", "attack_on_civilians", "grenade"),
    "ied": ("suicide_bomb", "grenade"),
    "shelling": ("chemical_attack", "air_strike"),
}
_ASSAULTS = frozenset({"180", "183", "1831", "190", "193", "194", "195", "204"})
_UNREAL = ("future", "hypothetical")
_VIOLENT_FRAMES = frozenset({"attack", "strike-at", "clash", "kill", "damage"})
_ANAPHORIC = frozenset({"official", "media", "source", "ngo", "government"})
_NO_COUNTRY = frozenset({"UAF", "UNK", "NGO", "IGO", "IMG"})
_UNPLACED = frozenset({"negotiation", "agreement", "group_change", "prisoner_release", "responsibility_claim", "military_support"})
_MOST_INHERITED = 4
# Types whose place an earlier sentence may give; of the others, a sentence without a place speaks in general.
_INHERITING = frozenset(
    ["air_strike", "shelling", "ied", "suicide_bomb", "grenade", "chemical_attack", "armed_clash", "ground_attack", "territory_seized",
     "advance", "shoot_down", "attack_on_civilians", "killing", "assassination", "execution", "property_destruction", "siege",
     "disrupted_weapons", "withdrawal", "mobilization", "displacement", "evacuation", "protest", "violent_protest", "mob_violence",
     "protest_repression"]
)  # fmt: skip


_OWNERS = frozenset({*ARMED_KINDS, "group", "government"})


def side(code: str) -> str:
    """The side of a code in this war: the regime and its allies, the opposition and Turkey, others by their own code; "" for none."""
    country, role = code[:3], code[3:6]
    if country in ("RUS", "IRN") or code.startswith("IMGHEZ") or (country == "SYR" and role in ("MIL", "GOV")):
        return "regime"
    if country == "TUR" or (country == "SYR" and role in ("REB", "OPP")):
        return "opposition"
    if country == "IMG" or role == "MIL":
        return code
    return "kurdish" if code.startswith("SYRKUR") else ""


@attrs.define
class _Context:
    """What earlier sentences of the document established."""

    source: list[SourceClaim] = attrs.field(factory=list)
    locations: tuple[Location, ...] = ()
    actors: list[ActorMention] = attrs.field(factory=list)
    subject: list[Actor] = attrs.field(factory=list)
    events: list[Event] = attrs.field(factory=list)
    forces: dict[str, str] = attrs.field(factory=dict)


class Builder:
    """Builds the events of one document."""

    def __init__(
        self,
        codebook: Codebook,
        info: CoderInfo,
        source: Source,
        text: str,
        resolved: Sequence[Sequence[Location | None]],
        rebels: bool,
    ) -> None:
        self.codebook = codebook
        self.info = info
        self.source = source
        self.text = text
        self.resolved = resolved
        self.context = _Context()
        self.rebels = rebels
        self.digest = hashlib.sha256("\0".join((text, info.codebook, info.gazetteer)).encode("utf-8", "surrogatepass")).hexdigest()

    def sentence(self, view: View, predicates: list[Predicate]) -> list[Event]:
        """The events of a sentence; sentences are given in text order."""
        located = {id(p): self.locations(view, p) for p in predicates}
        out: list[Event] = []
        previous: Predicate | None = None
        for predicate in predicates:
            if self.generic(predicate, predicates, out) or self.unprompted(predicate, out):
                continue
            self.settle_guess(predicate, out)
            self.take_up_type(predicate, out)
            event = self.event(view, predicate, predicates, located, previous, out)
            out.append(event)
            previous = predicate
        self._remember(view, predicates, out)
        return out

    def generic(self, predicate: Predicate, row: list[Predicate], before: list[Event]) -> bool:
        """A noun of violence with nobody, no place, time or number beside it, that takes up nothing: talk of the kind, no event."""
        if predicate.pos == "verb" or predicate.pattern.frame not in _VIOLENT_FRAMES or predicate.carried or predicate.verbless:
            return False
        if any(other is not predicate and (other.places or other.times) for other in row):
            return False
        if predicate.actors or predicate.targets or predicate.places or predicate.times or predicate.counts or predicate.also:
            return False
        return not any(self._takes_up(predicate.type, event.type) for event in [*before, *self.context.events])

    def unprompted(self, predicate: Predicate, before: list[Event]) -> bool:
        """An anaphoric noun (الدورية, العملية) that takes up nothing told before reports nothing."""
        if not predicate.pattern.anaphoric:
            return False
        return not any(
            event.type in _FINER.get(predicate.type, (predicate.type,)) or event.type == predicate.type
            for event in self._recent(predicate, before)
        )

    def take_up_type(self, predicate: Predicate, before: list[Event]) -> None:
        """A happening has one type: الهجوم after a suicide bombing is that bombing, whatever the word alone would say.

        A fixed expression tells its own type (العمليات البرية), and what is to come is no attack that was told (الهجوم المرتقب).
        """
        finer = _FINER.get(predicate.type)
        if finer is None or predicate.pos != "noun" or not predicate.definite or predicate.enclitic or predicate.places:
            return
        if (predicate.type != predicate.pattern.type or predicate.phrase) and not predicate.pattern.anaphoric:
            return
        for event in self._recent(predicate, before):
            if predicate.status in _UNREAL and event.status not in _UNREAL:
                continue
            if event.type in finer:
                predicate.type = event.type
                predicate.why("type", f"takes up {event.trigger.text} at {event.trigger.start}")
            if event.type in finer or self.codebook.types[event.type].codes.cameo in _ASSAULTS:
                return

    def settle_guess(self, predicate: Predicate, before: list[Event]) -> None:
        """A bombardment without a means: that of the last one told, else by the air where the document speaks of aircraft."""
        if not any(reason.startswith(BY_DOCUMENT) for reason in predicate.trace.get("type", ())) or predicate.type != "air_strike":
            return
        for event in self._recent(predicate, before):
            if event.type in ("shelling", "air_strike"):
                predicate.type = event.type
                predicate.why("type", f"as {event.trigger.text} at {event.trigger.start} before it")
                return

    def _recent(self, predicate: Predicate, before: list[Event]) -> list[Event]:
        """Events told within reach before a predicate, the nearest first."""
        events = [*reversed(before), *reversed(self.context.events)]
        return [event for event in events if predicate.start - event.sentence.end <= _TAKE_UP_REACH]

    def remember_sources(self, claims: Sequence[SourceClaim]) -> None:
        """Keep the sources that a later pronoun (وأضاف) stands for."""
        named = [claim for claim in claims if not claim.pronoun and claim.code]
        if named:
            self.context.source = list(named)

    def _remember(self, view: View, predicates: list[Predicate], events: list[Event]) -> None:
        for mention in view.actors:
            if mention.code and mention.code != "UNK":
                self.context.forces[mention.kind] = mention.code
        self.context.actors = [*self.context.actors[-20:], *[m for m in view.actors if m.code]]
        for event in events:
            if event.locations and not event.locations[0].inherited:
                place = tuple(item for item in event.locations if item.role != "destination")
                if place and all(item.admin_codes or item.level == "region" for item in place):
                    self.context.locations = place
            if event.actors:
                self.context.subject = list(event.actors)
        if not events or not any(event.locations for event in events):
            named = [place for place in self.resolved[view.index] if place is not None and place.admin_codes]
            if named:
                finest = min(RANK[place.level] for place in named)
                self.context.locations = tuple(place for place in named if RANK[place.level] == finest)
        self.context.events.extend(events)

    # -- one event ---------------------------------------------------------------------------------------------------

    def event(
        self,
        view: View,
        predicate: Predicate,
        row: list[Predicate],
        located: dict[int, list[Location]],
        previous: Predicate | None,
        before: list[Event],
    ) -> Event:
        """Build one event."""
        frame = self.codebook.frames[predicate.pattern.frame]
        kind = self.codebook.types[predicate.type]
        actors = self.actors(view, predicate, frame.armed)
        targets = self.targets(view, predicate, frame.armed, actors)
        if not actors and predicate.pattern.frame == "mutual":
            actors = self.announcers(predicate)
        if not actors:
            actors = self.implied(view, predicate, before, frame.armed)
        locations = self.place(predicate, row, located, frame.placed, before, view)
        date = self.date(predicate, previous, before)
        if (
            predicate.status == "actual"
            and date.basis == "text"
            and date.start
            and self.source.published
            and date.start > self.source.published
        ):
            predicate.status = "future"
            predicate.why("status", "its date lies after the document's")
        trigger = Span(self.text[predicate.start : predicate.end], predicate.start, predicate.end)
        identifier = self._id(trigger, predicate.type)
        return Event(
            id=identifier,
            document=self.source.document,
            sentence=Span(view.slice(view.sentence.start, view.sentence.end), view.sentence.start, view.sentence.end),
            trigger=trigger,
            also=tuple(Span(self.text[p.start : p.end], p.start, p.end) for p in self._also(predicate)),
            type=predicate.type,
            codes=kind.codes,
            actors=tuple(actors),
            targets=tuple(targets),
            locations=tuple(locations),
            date=date,
            counts=dict(predicate.counts),
            status=predicate.status,
            attribution=tuple(self.attribution(predicate)),
            source=self.source,
            happening=identifier,
            cause=None,
            disputes=(),
            rule=f"{self.codebook.name}/{predicate.pattern.rule}",
            coder=self.info,
        )

    def _also(self, predicate: Predicate) -> list[Predicate]:
        out: list[Predicate] = []
        for other in predicate.also:
            out.append(other)
            out.extend(self._also(other))
        return out

    def _id(self, trigger: Span, kind: str) -> str:
        key = f"{self.digest}\0{trigger.start}\0{trigger.end}\0{kind}"
        return hashlib.sha256(key.encode()).hexdigest()[:20]

    # -- actors ------------------------------------------------------------------------------------------------------

    def code(self, view: View, predicate: Predicate, mention: ActorMention, armed: bool, kind: str) -> str:
        """The code of a mention in an act: an armed act of a country or government is its forces' (coding rules, section 3)."""
        code = mention.code
        if mention.kind == "homeland":
            speakers = [claim.code for claim in [*predicate.sources, *self.context.source] if claim.code]
            country = next((speaker[:3] for speaker in speakers if speaker[:3] not in _NO_COUNTRY), "")
            return country + "MIL" if country and armed and kind == "actor" else country or "UNK"
        if not code and mention.pronoun:
            code = self._antecedent(view, predicate, mention)
        if not code and kind == "target" and mention.kind == "facility" and mention.role == "MIL":
            code = self._opponent(view, predicate)
        if not code and (mention.kind in ARMED_KINDS or mention.kind in _ANAPHORIC) and mention.definite:
            code = self.context.forces.get(mention.kind, "")
        if not code:
            return "UNK"
        if mention.kind == "capital" and not armed and len(code) == 3:
            return code + "GOV"
        if armed and code == "SYROPP":
            return "SYRREB"
        if code == "UAF" and self.rebels and self._armed_men(mention):
            return "SYRREB"
        if armed and kind != "target" and (len(code) == 3 or code[3:] == "GOV") and code not in _NO_COUNTRY:
            return code[:3] + "MIL"
        if armed and kind == "target" and mention.kind in ARMED_KINDS and code[3:] == "GOV":
            return code[:3] + "MIL"
        return code

    def _armed_men(self, mention: ActorMention) -> bool:
        """المسلحون, المهاجمون take the side that the document gives; مسلحون مجهولون stay unidentified."""
        text = self.text[mention.start : mention.end + 12]
        return ("مسلح" in text or "مهاجم" in text) and "مجهول" not in text

    def _antecedent(self, view: View, predicate: Predicate, mention: ActorMention) -> str:
        """Whose positions, fighters or homes "its" are: the speaker's, else the last actor's, but never those of the doer."""
        doers = {actor.code[:6] for actor in predicate.actors if actor is not mention and actor.code}
        own = [claim.code for claim in predicate.sources if claim.code and claim.code[3:6] not in ("MED", "SOH")]
        before = [actor.code for actor in view.actors if actor.last <= mention.first and actor.kind in _OWNERS]
        earlier = [actor.code for actor in self.context.actors if actor.kind in _OWNERS]
        for code in [*own, *reversed(before), *reversed(earlier)]:
            if code and code[:6] not in doers:
                return code
        return ""

    def _parties(self, mention: ActorMention) -> list[Actor]:
        """الطرفان, الجانبان: the two parties of the last act of two."""
        for event in reversed(self.context.events):
            parties = [*event.actors, *(event.targets if len(event.actors) == 1 else ())]
            if len({party.code for party in parties}) == 2:
                text = self.text[mention.start : mention.end]
                return [Actor(text, mention.start, mention.end, party.code, party.name) for party in parties]
        return []

    def _opponent(self, view: View, predicate: Predicate) -> str:
        """The last armed party of the text that stands against the doer: whose unnamed positions are struck."""
        sides = {side(actor.code) for actor in predicate.actors if actor.code}
        if not sides:
            return ""
        for actor in [*reversed(view.actors), *reversed(self.context.actors)]:
            if actor.code and actor.kind in _OWNERS and side(actor.code) and side(actor.code) not in sides:
                return actor.code
        return ""

    def actors(self, view: View, predicate: Predicate, armed: bool) -> list[Actor]:
        """Actors as the event holds them."""
        return self._mentions(view, predicate, predicate.actors, armed, "actor")

    def targets(self, view: View, predicate: Predicate, armed: bool, actors: list[Actor]) -> list[Actor]:
        """Targets; a facility without an owner or role is only a place."""
        kept = [
            m
            for m in predicate.targets
            if m.code
            or m.pronoun
            or m.kind not in ("facility", "weapon", "vehicle")
            or self.code(view, predicate, m, armed, "target") != "UNK"
        ]
        codes = {actor.code for actor in actors}
        out = self._mentions(view, predicate, kept, armed, "target")
        return (
            [target for target in out if target.code not in codes or target.code[3:6] not in ("MIL", "GOV", "")] if armed else out
        )

    def _mentions(self, view: View, predicate: Predicate, mentions: list[ActorMention], armed: bool, kind: str) -> list[Actor]:
        out: list[Actor] = []
        for mention in mentions:
            if mention.kind == "parties":
                out.extend(self._parties(mention))
                continue
            code = self.code(view, predicate, mention, armed, kind)
            start, end = mention.start, mention.end
            if mention.quantity is not None:
                start = min(start, mention.quantity.start)
                end = max(end, mention.quantity.end)
            if any(actor.code == code and actor.start == start for actor in out):
                continue
            out.append(Actor(self.text[start:end], start, end, code, mention.name or self.codebook.names.get(code)))
        return out

    def implied(self, view: View, predicate: Predicate, before: list[Event], armed: bool) -> list[Actor]:
        """A dropped subject, or a definite noun that takes up a happening whose agent was named: text null, the earlier code."""
        if self.codebook.frames[predicate.pattern.frame].roles.get("subject") != "actor":
            return []
        if predicate.dropped and not before:
            speakers = [claim for claim in predicate.sources if claim.code and self._may_act(claim.code, armed)]
            if speakers:
                predicate.why("actor", "dropped subject: the speaker")
                return [Actor(None, None, None, claim.code or "UNK") for claim in speakers]
        if predicate.implied:
            predicate.why("actor", "those who take part in it")
            return [Actor(None, None, None, predicate.implied, self.codebook.names.get(predicate.implied))]
        if predicate.shared:
            codes = dict.fromkeys(self.code(view, predicate, mention, armed, "actor") for mention in predicate.shared)
            able_codes = [code for code in codes if self._may_act(code, armed) or code == "UAF"]
            if able_codes:
                predicate.why("actor", "dropped subject: that of the verb before it")
                return [Actor(None, None, None, code, self.codebook.names.get(code)) for code in able_codes]
        if predicate.dropped and before:
            able = [actor for actor in before[-1].actors if self._may_act(actor.code, armed)]
            if able:
                predicate.why("actor", "dropped subject: that of the predicate before it")
                return [Actor(None, None, None, actor.code, actor.name) for actor in able]
        if predicate.dropped and predicate.pattern.frame == "speak" and not before and predicate.pos == "verb":
            last = [claim.code for claim in self.context.source if claim.code and claim.code != "UNK"]
            if last:
                predicate.why("actor", "dropped subject: the last one who spoke")
                return [Actor(None, None, None, code, self.codebook.names.get(code)) for code in dict.fromkeys(last)]
        plural = predicate.form is not None and predicate.form.number == "p"
        if predicate.dropped and predicate.pos == "verb" and (not predicate.targets or plural):
            able = [actor for actor in self.context.subject if self._may_act(actor.code, armed)]
            if able:
                predicate.why("actor", "dropped subject: the last actor of the document")
            return [Actor(None, None, None, actor.code, actor.name) for actor in able]
        if (
            predicate.pos == "noun"
            and predicate.definite
            and not predicate.enclitic
            and predicate.pattern.frame not in ("speak", "give")
        ):
            for event in [*reversed(before), *reversed(self.context.events)]:
                if predicate.start - event.sentence.end > _TAKE_UP_REACH:
                    break
                if event.actors and self._takes_up(predicate.type, event.type):
                    predicate.why("actor", f"takes up {event.trigger.text} at {event.trigger.start}")
                    return [Actor(None, None, None, actor.code, actor.name) for actor in event.actors]
        return []

    def _may_act(self, code: str, armed: bool) -> bool:
        """Whether a speaker can be the one who did it: for an armed act a force or a group."""
        return code[3:6] in ("MIL", "REB", "GOV") or code.startswith(("SYRKUR", "IMG")) if armed else code != "UNK"

    def announcers(self, predicate: Predicate) -> list[Actor]:
        """Who announces a truce is a party to it: أعلنت روسيا وتركيا وقفاً لإطلاق النار."""
        if predicate.type != "ceasefire" or not predicate.announced:
            return []
        named = [claim for claim in predicate.sources if claim.code and claim.code != "UNK" and claim.text]
        named = [claim for claim in named if claim.code and claim.code[3:6] not in ("MED", "SOH", "OPP")]
        if named:
            predicate.why("actor", "announces it")
        return [Actor(claim.text, claim.start, claim.end, claim.code or "UNK") for claim in named]

    def _takes_up(self, kind: str, earlier: str) -> bool:
        return kind == earlier or (kind in ("air_strike", "shelling") and earlier in ("air_strike", "shelling"))

    # -- places ------------------------------------------------------------------------------------------------------

    def locations(self, view: View, predicate: Predicate) -> list[Location]:
        """The predicate's own places, most specific only, with their roles."""
        found: list[tuple[int, Location]] = []
        for position in predicate.places:
            location = self.resolved[view.index][position]
            if location is not None:
                found.extend((position, self._written(view, position, one)) for one in self._all_meant(view, position, location))
        found.sort(key=lambda item: item[0])
        out = most_specific(view.tokens, [(view.places[position], location) for position, location in found])
        for position in predicate.destinations:
            location = self.resolved[view.index][position]
            if location is not None:
                out.append(attrs.evolve(self._written(view, position, location), role="destination"))
        return out

    def _all_meant(self, view: View, position: int, location: Location) -> tuple[Location, ...]:
        """المنطقة after "ريفي حلب الغربي والجنوبي" stands for both areas."""
        mention = view.places[position]
        if mention.kind == "anaphor" and mention.head == DUAL:
            for event in reversed(self.context.events):
                pair = tuple(place for place in event.locations if place.role != "destination")
                if (
                    len(pair) == 2
                    and location.id
                    and location.id.split("~")[0] in {(place.id or "").split("~")[0] for place in pair}
                ):
                    return pair
            return (location,)
        together = [place for place in self.context.locations if place.role != "destination"]
        if mention.kind == "anaphor" and mention.head == "منطقه" and location.name in {place.name for place in together}:
            if all(place.level == location.level == "area" for place in together):
                return tuple(together)
        return (location,)

    def _written(self, view: View, position: int, location: Location) -> Location:
        """The location with the text and offsets of the mention in this sentence."""
        mention = view.places[position]
        return attrs.evolve(location, text=self.text[mention.start : mention.end], start=mention.start, end=mention.end)

    def place(
        self,
        predicate: Predicate,
        row: list[Predicate],
        located: dict[int, list[Location]],
        placed: bool,
        before: list[Event],
        view: View,
    ) -> list[Location]:
        """Own places, else those of the nearest predicate of the sentence, else the document's last place (inherited)."""
        if not placed:
            return []
        own = located[id(predicate)]
        for location in own:
            predicate.why("location", f"{location.text or location.name}: in its clause")
        if any(location.role != "destination" for location in own):
            return own
        if predicate.type in _UNPLACED:
            return own
        index = row.index(predicate)
        near = sorted(
            (other for other in row if other is not predicate and located[id(other)]),
            key=lambda other: (abs(row.index(other) - index), row.index(other) > index),
        )
        for other in near:
            places = [location for location in located[id(other)] if location.role != "destination"]
            resumed = predicate.last < len(view.tokens) and view.tokens[predicate.last].norm in RESUMPTIVE
            around = self._surroundings(view, other) if len(places) > 1 and not resumed else None
            if around is not None:
                predicate.why("location", f"where {self.text[other.start : other.end]} lies, in the same sentence")
                return [around, *own]
            if places:
                predicate.why("location", f"that of {self.text[other.start : other.end]} in the same sentence")
                return [*places, *own]
        taken_up = self._taken_up_places(predicate, before)
        if taken_up:
            return [*taken_up, *own]
        if predicate.type not in _INHERITING:
            return own
        if predicate.status in ("future", "hypothetical") and any(
            RANK[place.level] < RANK["governorate"] for place in self.context.locations
        ):
            # What may come is told of the whole theatre, not of the last village.
            return own
        return [*self._inherit(predicate), *own]

    def _surroundings(self, view: View, predicate: Predicate) -> Location | None:
        """The larger area that a predicate's several places are said to lie in: what else the sentence tells holds there at least."""
        found = [(view.places[p], self.resolved[view.index][p]) for p in sorted(predicate.places)]
        named = [(mention, location) for mention, location in found if location is not None]
        inside = containers(view.tokens, named)
        return self._written(view, view.places.index(inside[-1][0]), inside[-1][1]) if inside else None

    def _taken_up_places(self, predicate: Predicate, before: list[Event]) -> list[Location]:
        """القصف, الهجوم: where the happening that a definite noun takes up took place."""
        if predicate.pos != "noun" or not predicate.definite or predicate.enclitic or predicate.type not in _INHERITING:
            return []
        for event in self._recent(predicate, before):
            if event.locations and self._takes_up(predicate.type, event.type):
                predicate.why("location", f"that of {event.trigger.text} at {event.trigger.start}, which it takes up")
                places = [location for location in event.locations if location.role != "destination"]
                return [attrs.evolve(location, text=None, start=None, end=None, inherited=True) for location in places]
        return []

    def _inherit(self, predicate: Predicate) -> list[Location]:
        places = [location for location in self.context.locations if location.role != "destination"]
        if len(places) > _MOST_INHERITED:
            # A list of a dozen governorates is no place that a later sentence could mean.
            return []
        if places:
            predicate.why("location", "none named in the sentence: the nearest earlier place")
        return [attrs.evolve(location, text=None, start=None, end=None, inherited=True) for location in places]

    # -- date --------------------------------------------------------------------------------------------------------

    def date(self, predicate: Predicate, previous: Predicate | None, before: list[Event]) -> DateSpan:
        """The predicate's own time, else that of the conjunct whose subject it shares, else the document's date."""
        dated = [time for time in predicate.times if time.value.start is not None]
        if dated:
            best = dated[0]
            value = best.value
            if predicate.status == "future" or (predicate.announced and predicate.type == "ceasefire"):
                # What is to come, and a truce that is announced, takes the next such weekday.
                value = best.forward() or value
            return attrs.evolve(value, text=self.text[best.start : best.end], basis="text")
        if (
            predicate.dropped
            and before
            and before[-1].date.basis == "text"
            and previous is not None
            and previous.sentence == predicate.sentence
        ):
            predicate.why("date", "shares the time of the predicate before it")
            return before[-1].date
        published = self.source.published
        text = self.text[predicate.times[0].start : predicate.times[0].end] if predicate.times else None
        if published is None:
            return DateSpan(None, None, "none", None, text, "none")
        predicate.why("date", "no expression: the document's date")
        return DateSpan(published, published, "none", None, text, "document")

    # -- sources -----------------------------------------------------------------------------------------------------

    def attribution(self, predicate: Predicate) -> list[Attribution]:
        """Who reports it; a pronoun source takes the earlier source's code, text null."""
        out: list[Attribution] = []
        for claim in predicate.sources:
            if claim.pronoun and claim.text is None:
                if not self.context.source:
                    out.append(Attribution(None, "UNK", claim.stance))
                for earlier in self.context.source:
                    out.append(Attribution(None, earlier.code, claim.stance))
            elif claim.pronoun:
                code = self.context.source[0].code if self.context.source else "UNK"
                out.append(Attribution(claim.text, code, claim.stance, claim.via, claim.start, claim.end))
            else:
                out.append(Attribution(claim.text, claim.code, claim.stance, claim.via, claim.start, claim.end))
        return out
