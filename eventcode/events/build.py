"""Complete predicates from the document and build events: implied actors, inherited places, fallback dates, pronoun sources."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from itertools import pairwise

import attrs

from eventcode.codebook import Codebook
from eventcode.frames import BY_DOCUMENT, Predicate, SourceClaim, suffix_agrees
from eventcode.gazetteer import RANK, PlaceMention, containers, most_specific
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
# Deals, of which a truce is one: the noun of either takes up the other.
_DEAL_TYPES = frozenset({"agreement", "ceasefire"})
_DEALS = frozenset({"mutual", "patrol"})
_DEAL_REACH = 1500
# Frames of acts that whoever announces them did itself, but for what befalls people and goes off by itself.
_OWN_ACTS = frozenset({"attack", "strike-at", "seize", "expel", "move", "purge", "patrol", "damage"})
_BEFALLS = frozenset({"ied", "suicide_bomb", "negotiation"})
_OWN_TYPES = frozenset({"arrest", "shoot_down", "investigation", "sanction", "rejection", "consent"})
_ACTING = frozenset({*ARMED_KINDS, "group", "government", "country", "official", "person", "ngo"})
_ASSAULTS = frozenset({"180", "183", "1831", "190", "193", "194", "195", "204"})
_UNREAL = ("future", "hypothetical")
_VIOLENT_FRAMES = frozenset({"attack", "strike-at", "clash", "kill", "damage"})
_ANAPHORIC = frozenset({"official", "media", "source", "ngo", "government"})
_NO_COUNTRY = frozenset({"UAF", "UNK", "NGO", "IGO", "IMG"})
_UNPLACED = frozenset({"agreement", "group_change", "responsibility_claim", "military_support"})
_HOMELAND = "SY"
_NATIONWIDE = frozenset({"حرب", "صراع", "نزاع"})
_TALKS = frozenset({"negotiation", "agreement"})
# Types of leaving: those who are to leave are where the text told of them last.
_LEAVING = frozenset({"displacement", "evacuation", "withdrawal"})
# Words that say what is talked of.
_TOPICS = frozenset(
    ["حول", "بشان", "عن", "بخصوص", "حيال", "ازاء", "علي", "ملف", "الملف", "وضع", "الوضع", "اوضاع", "الاوضاع", "تطورات", "التطورات", "قضيه",
     "يتعلق", "تتعلق", "المتعلقه", "لمناقشه", "مناقشه", "للوضع", "للاوضاع", "للملف", "مستقبل", "مصير", "ازمه", "الازمه", "لوقف", "لبحث"]
)  # fmt: skip
# First words of a paragraph that goes on with what was told.
_CONNECTIVES = frozenset(
    ["كما", "لكن", "لكنه", "لكنها", "فيما", "بينما", "غير", "بيد", "الا", "حيث", "ثم", "كذلك", "ايضا", "بدوره", "بدورها", "من", "في", "علي", "الي", "اما",
     "هذا", "هذه", "ياتي", "تاتي", "جاء", "جاءت", "يذكر", "يشار", "بالمقابل", "بالتزامن", "بحسب", "وفق", "خلال", "بعد", "قبل"]
)  # fmt: skip
_MOST_INHERITED = 3
# Types whose place an earlier sentence may give; of the others, a sentence without a place speaks in general.
_INHERITING = frozenset(
    ["air_strike", "shelling", "ied", "suicide_bomb", "grenade", "chemical_attack", "armed_clash", "ground_attack", "territory_seized",
     "advance", "shoot_down", "attack_on_civilians", "killing", "assassination", "execution", "property_destruction", "siege",
     "disrupted_weapons", "withdrawal", "mobilization", "displacement", "evacuation", "protest", "violent_protest", "mob_violence",
     "protest_repression", "ceasefire", "ceasefire_violation", "prisoner_release", "aid", "arrest"]
)  # fmt: skip


_QUOTES = frozenset('"“”«»')
_OWNERS = frozenset({*ARMED_KINDS, "group", "government"})
# Acts of a state's civil power, whatever the role frame of their words: who does them is not coded as forces.
_CIVIL = frozenset({"negotiation", "agreement", "arrest", "prisoner_release", "evacuation", "protest", "investigation"})
_HOME = "SYR"
_INSURGENT = frozenset({"REB", "KUR"})
# Nouns without an owner that mean Syrians in every country: rebels, the opposition, refugees.
_HOMEBOUND = frozenset({"REB", "OPP", "REF", "KUR"})
# Codes that leave it open who is meant: a definite noun with one of them takes up the last actor named by that noun.
_OPEN = frozenset({"", "NGO"})
_STATES = frozenset({"country", "capital", "government", "official", "person", "force"})
# Acts that befall people: whoever is meant by a name of a people (الإيرانيون) suffers them as a civilian.
_BEFALLING = frozenset({"die", "kill", "flee", "expel"})


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
    named: dict[str, str] = attrs.field(factory=dict)
    elsewhere: bool = False
    nations: set[str] = attrs.field(factory=set)
    end: int = 0
    country: str = _HOME
    group: str = ""


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
        country: Callable[[Location], str],
    ) -> None:
        self.codebook = codebook
        self.info = info
        self.source = source
        self.text = text
        self.resolved = resolved
        self.context = _Context()
        places = [place for row in resolved for place in row if place is not None]
        self.named = {
            place.id: attrs.evolve(place, text=None, start=None, end=None, inherited=True)
            for place in reversed(places)
            if place.id and place.level in ("governorate", "country")
        }
        self.rebels = rebels
        self.country = country
        countries = [country(place) for place in places]
        # A text that tells of other countries more than of Syria has no place of its own to fall back upon.
        self.homeland = self.named.get(_HOMELAND) if 2 * countries.count(_HOME) > len(countries) else None
        self.setting = _HOME
        self.digest = hashlib.sha256("\0".join((text, info.codebook, info.gazetteer)).encode("utf-8", "surrogatepass")).hexdigest()

    def sentence(self, view: View, predicates: list[Predicate]) -> list[Event]:
        """The events of a sentence; sentences are given in text order."""
        if self._turns_elsewhere(view):
            self.context.locations = ()
            self.context.events = []
            self.context.elsewhere = True
        elif self._country_of(view) == _HOME:
            self.context.elsewhere = False
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

    def _turns_elsewhere(self, view: View) -> bool:
        """Whether a new paragraph turns to other countries: pages end with the headlines of other stories.

        It begins without a connective (و, كما, لكن), has no word of Syria and names a state that the document did not name before.
        """
        nations = {actor.code[:3] for actor in view.actors if actor.code} - _NO_COUNTRY - {_HOME}
        unseen = nations - self.context.nations
        self.context.nations |= nations
        between = self.text[self.context.end : view.sentence.start]
        self.context.end = view.sentence.end
        first = view.tokens[0].norm if view.tokens else ""
        return (
            bool(unseen)
            and "\n" in between
            and not first.startswith("و")
            and first not in _CONNECTIVES
            and self._country_of(view) != _HOME
        )

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
        if claims:
            self.context.source = list(claims)

    def _remember(self, view: View, predicates: list[Predicate], events: list[Event]) -> None:
        for mention in view.actors:
            if mention.code and mention.code != "UNK":
                self.context.forces[mention.kind] = mention.code
                if not mention.assumed:
                    self.context.named[view.head(mention)] = mention.code
        self.context.actors = [*self.context.actors[-20:], *[m for m in view.actors if m.code]]
        self.context.country = self._country_of(view) or self.context.country
        self.context.group = self._group_before(view, len(view.tokens))
        for event in events:
            if event.locations and not event.locations[0].inherited:
                place = tuple(item for item in event.locations if item.role != "destination")
                abroad = all(self.country(item) != _HOME for item in place) and event.type in _INHERITING
                if place and (abroad or all(item.admin_codes or item.level == "region" for item in place)):
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
        locations = self.place(predicate, row, located, frame.placed, before, view)
        armed = frame.armed and predicate.type not in _CIVIL
        self.setting = self._setting(view, locations)
        actors = self.actors(view, predicate, armed)
        targets = self.targets(view, predicate, armed, actors)
        if not actors and predicate.announced:
            actors = self.announcers(predicate, armed)
        if not actors:
            actors = self.implied(view, predicate, before, armed)
        elif len(actors) == 1 and predicate.pattern.frame in _DEALS:
            actors.extend(self.partners(predicate, before, actors[0]))
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
            attribution=tuple(self.attribution(view, predicate)),
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
        if mention.anaphoric:
            code = self._named_before(view, predicate, mention) or code
        if mention.assumed and code == mention.code and code[:3] == _HOME and code[3:6] not in _HOMEBOUND:
            code = self.setting + code[3:]
        elif mention.owner is not None and mention.owner.anaphoric and code == mention.owner.code:
            code = self._named_before(view, predicate, mention.owner) or code
        elif mention.assumed and mention.definite and code in _OPEN:
            code = self._namesake(view, mention) or code
        if mention.kind == "homeland":
            country = self._homeland(view, predicate, mention)
            return country + "MIL" if country and armed and kind == "actor" else country or "UNK"
        if not code and mention.owner is not None and mention.owner.kind == "homeland":
            country = self._homeland(view, predicate, mention)
            code = country and country + mention.role
        if not code and mention.pronoun:
            code = self._antecedent(view, predicate, mention)
        if not code and kind == "target" and mention.kind == "facility" and mention.role == "MIL":
            code = self._opponent(view, predicate)
        one = mention.kind in _ANAPHORIC and mention.number != "p" and mention.quantity is None
        if not code and (mention.kind in ARMED_KINDS or one) and mention.definite:
            code = self.context.forces.get(mention.kind, "")
        if not code:
            return "UNK"
        if mention.kind == "capital" and not armed and len(code) == 3:
            return code + "GOV"
        if armed and code == "SYROPP":
            return "SYRREB"
        if mention.kind == "people" and len(code) == 3 and predicate.pattern.frame in _BEFALLING and kind == "target":
            return code + "CVL"
        if code == "UAF" and self.rebels and self._armed_men(mention):
            return "SYRREB"
        if armed and kind != "target" and (len(code) == 3 or code[3:] == "GOV") and code not in _NO_COUNTRY:
            return code[:3] + "MIL"
        if armed and kind == "target" and mention.kind in ARMED_KINDS and code[3:] == "GOV":
            return code[:3] + "MIL"
        return code

    def _setting(self, view: View, locations: Sequence[Location]) -> str:
        """The country whose people, army or police a noun without an owner means: where the act took place, or what is spoken of."""
        own = [self.country(place) for place in locations if place.role != "destination" and not place.inherited]
        if len(set(own)) == 1 and own[0] and not (locations[0].id or "").endswith("~border"):
            return own[0]
        return self._country_of(view) or self.context.country

    def _country_of(self, view: View) -> str:
        """The country that a sentence speaks of: Syria where it has a word of it, else that of its places, "" without any."""
        if any(actor.code[:3] == _HOME and not actor.assumed for actor in view.actors) or any(
            match.value.ref.country == _HOME
            for found in view.at
            for kind in ("nation", "country")
            if kind in found
            for match in found[kind]
        ):
            return _HOME
        resolved = zip(view.places, self.resolved[view.index], strict=True)
        countries = [self.country(place) for mention, place in resolved if place is not None and mention.certain]
        return _HOME if _HOME in countries else next(filter(None, countries), "")

    def _named_before(self, view: View, predicate: Predicate, mention: ActorMention) -> str:
        """Whose members an anaphoric noun means: المسلحون are of the group named last, مواطنوها of the state named last."""
        if mention.role == "CVL":
            states = [
                m.code[:3] for m in view.actors if m.last <= mention.first and m.kind in _STATES and m.code[:3] not in _NO_COUNTRY
            ]
            return states[-1] + "CVL" if states and mention.pronoun else ""
        if not mention.definite and mention.quantity is None:
            return ""
        if not mention.counts:
            return self._namesake(view, mention) or (self._group_before(view, mention.first) if mention.role == "REB" else "")
        group = self._group_before(view, mention.first)
        others = predicate.actors if mention in predicate.targets else predicate.targets
        able = group[:3] in (self.setting, "IMG") and (mention.role == "" or group[3:6] != "KUR")
        return group if able and all(other.code[:6] != group[:6] for other in others) else ""

    def _namesake(self, view: View, mention: ActorMention) -> str:
        """الحزب, المنظمة, الوزارة: the code of the last actor that the document named by the same noun."""
        word = view.head(mention)
        named = [m for m in view.actors if m.last <= mention.first and m.code and not m.assumed]
        return next((m.code for m in reversed(named) if view.head(m) == word), self.context.named.get(word, ""))

    def _homeland(self, view: View, predicate: Predicate, mention: ActorMention) -> str:
        """The country of whoever says بلاده: the speaker, else the last one named before it."""
        speakers = [claim.code for claim in predicate.sources if claim.code]
        before = [actor.code for actor in reversed(view.actors) if actor.last <= mention.first and actor.kind in _STATES]
        earlier = [claim.code for claim in self.context.source if claim.code]
        return next((code[:3] for code in [*speakers, *before, *earlier] if code[:3] not in _NO_COUNTRY and code), "")

    def _group_before(self, view: View, first: int) -> str:
        """The armed group that is no state's and that the document named last before a token of a sentence."""
        named = [m.code for m in view.actors if m.last <= first and not m.assumed and m.kind in _OWNERS]
        return next((code for code in reversed(named) if code[3:6] in _INSURGENT or code[:3] == "IMG"), self.context.group)

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
        if predicate.pos == "noun" and predicate.enclitic and not predicate.verbless:
            return self._owner(predicate, armed)
        if self._takes_up_one(view, predicate):
            event = self._taken_up(predicate, before)
            if event is not None:
                predicate.why("actor", f"takes up {event.trigger.text} at {event.trigger.start}")
                return [Actor(None, None, None, actor.code, actor.name) for actor in event.actors]
        return []

    def _takes_up_one(self, view: View, predicate: Predicate) -> bool:
        """Whether a noun speaks of a happening told before: definite by article, or a deal named by what it is about (اتفاق الإجلاء)."""
        if predicate.pos != "noun" or predicate.enclitic or predicate.pattern.frame in ("speak", "give"):
            return False
        if predicate.definite or predicate.type not in _DEAL_TYPES:
            return predicate.definite
        following = predicate.first + 1
        return following < len(view.tokens) and view.tokens[following].norm.startswith(("ال", "اطلاق"))

    def _taken_up(self, predicate: Predicate, before: list[Event]) -> Event | None:
        """The nearest happening with known actors that a definite noun takes up; a deal stays in view longer than a blow."""
        reach = _DEAL_REACH if predicate.type in _DEAL_TYPES else _TAKE_UP_REACH
        for event in [*reversed(before), *reversed(self.context.events)]:
            if predicate.start - event.sentence.end > reach:
                return None
            parties = len({actor.code for actor in event.actors})
            if parties > (predicate.pattern.frame in _DEALS) and self._takes_up(predicate.type, event.type):
                return event
        return None

    def _owner(self, predicate: Predicate, armed: bool) -> list[Actor]:
        """عمليتها, تحقيقاتها: the suffix on a noun of action means the last one in the document who agrees with it and may do it."""
        frame = self.codebook.frames[predicate.pattern.frame]
        if frame.roles.get("genitive-armed") != "actor":
            return []
        for mention in reversed(self.context.actors):
            if mention.kind not in _ACTING or not suffix_agrees(predicate.enclitic, [mention]):
                continue
            if self._may_act(mention.code, armed):
                predicate.why("actor", "its suffix: the last one before who agrees")
                return [Actor(None, None, None, mention.code, self.codebook.names.get(mention.code))]
        return []

    def _may_act(self, code: str, armed: bool) -> bool:
        """Whether a speaker can be the one who did it: for an armed act a force or a group."""
        return code[3:6] in ("MIL", "REB", "GOV") or code.startswith(("SYRKUR", "IMG")) if armed else code != "UNK"

    def announcers(self, predicate: Predicate, armed: bool) -> list[Actor]:
        """Who announces an act of its own as the object of the verb: أعلنت روسيا وتركيا وقفاً لإطلاق النار, أعلن الجيش السيطرة على."""
        own = (armed and predicate.pattern.frame in _OWN_ACTS and predicate.type not in _BEFALLS) or predicate.type in _OWN_TYPES
        if predicate.type != "ceasefire" and not own:
            return []
        named = [claim for claim in predicate.sources if claim.code and claim.code != "UNK" and claim.text]
        named = [claim for claim in named if claim.code and claim.code[3:6] not in ("MED", "SOH", "OPP")]
        if own:
            named = [claim for claim in named if claim.code and self._may_act(claim.code, armed)]
        if named:
            predicate.why("actor", "announces it")
        return [Actor(claim.text, claim.start, claim.end, claim.code or "UNK") for claim in named]

    def partners(self, predicate: Predicate, before: list[Event], party: Actor) -> list[Actor]:
        """الاتفاق مع إيران after a deal of several was told: the other parties to it."""
        if not predicate.definite or predicate.pos != "noun":
            return []
        event = self._taken_up(predicate, before)
        if event is None or party.code[:3] not in {actor.code[:3] for actor in event.actors}:
            return []
        predicate.why("actor", f"takes up {event.trigger.text} at {event.trigger.start}")
        return [Actor(None, None, None, actor.code, actor.name) for actor in event.actors if actor.code[:3] != party.code[:3]]

    def _takes_up(self, kind: str, earlier: str) -> bool:
        if kind in _DEAL_TYPES:
            return earlier in _DEAL_TYPES
        return kind == earlier or (kind in ("air_strike", "shelling") and earlier in ("air_strike", "shelling"))

    # -- places ------------------------------------------------------------------------------------------------------

    def locations(self, view: View, predicate: Predicate) -> list[Location]:
        """The predicate's own places, most specific only, with their roles."""
        found: list[tuple[PlaceMention, Location]] = []
        for position in sorted({*predicate.places, *predicate.destinations}):
            location = self.resolved[view.index][position]
            if location is None or not self._held_at(view, predicate, view.places[position], location):
                continue
            role = "destination" if position in predicate.destinations else "place"
            for one in self._all_meant(view, position, location):
                found.append((view.places[position], attrs.evolve(self._written(view, position, one), role=role)))
        if predicate.type in _TALKS:
            found = [pair for pair in found if pair[0].first >= predicate.last] or found
        lying = containers(view.tokens, found)
        # إلى إدلب في شمال سوريا: what only tells where a destination lies is no place of the event.
        around = [pair for before, pair in pairwise(found) if pair in lying and before[1].role == "destination"]
        kept = [pair for pair in found if pair not in around]
        return [
            *most_specific(view.tokens, [pair for pair in kept if pair[1].role != "destination"]),
            *(location for _, location in kept if location.role == "destination"),
        ]

    def _held_at(self, view: View, predicate: Predicate, mention: PlaceMention, location: Location) -> bool:
        """Whether a place is where an act of talk took place, rather than what was talked of (coding rules, section 4).

        اجتمعا في أنقرة, محادثات جنيف; but محادثات حول إدلب, تشاورا في الوضع في إدلب. Of an agreement only the foreign town that
        it is named after or was made in: اتفاق سوتشي, but اتفاق إدلب.
        """
        if predicate.type not in _TALKS or mention.first < predicate.last:
            return predicate.type != "agreement" or mention.first > predicate.first
        between = {token.norm for token in view.tokens[predicate.last : mention.first]}
        abroad = not location.admin_codes and location.level == "settlement"
        if predicate.type == "agreement":
            return abroad and (not between or view.tokens[mention.first - 1].norm == "في" or mention.proclitics[-1:] == "ب")
        governor = view.tokens[mention.first - 1].norm
        return mention.kind != "border" and governor not in ("من", "مع", "بين") and (abroad or not between & _TOPICS)

    def _all_meant(self, view: View, position: int, location: Location) -> tuple[Location, ...]:
        """المنطقة after "ريفي حلب الغربي والجنوبي" stands for both areas."""
        mention = view.places[position]
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
        if self._nationwide(predicate):
            return [*self._countrywide(predicate), *own]
        index = row.index(predicate)
        near = sorted(
            (
                other
                for other in row
                if other is not predicate and located[id(other)] and (other.type in _TALKS) == (predicate.type in _TALKS)
            ),
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
        if (
            predicate.status in ("future", "hypothetical")
            and predicate.type not in _LEAVING
            and any(RANK[place.level] < RANK["governorate"] for place in self.context.locations)
        ):
            # What may come is told of the whole theatre, not of the last village.
            return [*self._governorates(predicate), *own]
        return [*(self._inherit(predicate) or self._countrywide(predicate)), *own]

    def _nationwide(self, predicate: Predicate) -> bool:
        """The war, the conflict and a foreign intervention, told without a place, are those of the whole country."""
        lemma = predicate.form.lemma if predicate.form is not None and predicate.pos != "verb" else ""
        return predicate.type == "intervention" or lemma in _NATIONWIDE

    def _countrywide(self, predicate: Predicate) -> list[Location]:
        """The country of the document, where it names it: the place of what is told of no other."""
        if self.context.elsewhere or self.homeland is None:
            return []
        predicate.why("location", "named nowhere: the country")
        return [self.homeland]

    def _governorates(self, predicate: Predicate) -> list[Location]:
        """The governorates of the last places, where the document names them."""
        codes = dict.fromkeys(place.admin_codes[0] for place in self.context.locations if place.admin_codes)
        found = [self.named[code] for code in codes if code in self.named]
        if found:
            predicate.why("location", "what may come: the governorate of the last place")
        return found or self._countrywide(predicate)

    def _surroundings(self, view: View, predicate: Predicate) -> Location | None:
        """The larger area that a predicate's several places are said to lie in: what else the sentence tells holds there at least."""
        found = [(view.places[p], self.resolved[view.index][p]) for p in sorted(predicate.places)]
        named = [(mention, location) for mention, location in found if location is not None]
        inside = containers(view.tokens, named)
        return self._written(view, view.places.index(inside[-1][0]), inside[-1][1]) if inside else None

    def _taken_up_places(self, predicate: Predicate, before: list[Event]) -> list[Location]:
        """القصف, الهجوم, الاجتماع: where the happening that a definite noun takes up took place."""
        talks = predicate.type == "negotiation" and predicate.definite
        if not talks and (
            predicate.pos != "noun" or not predicate.definite or predicate.enclitic or predicate.type not in _INHERITING
        ):
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
            # بعد أيام من ذلك، في 30 آذار: the named day is told more closely.
            best = next((time for time in dated if time.connector != "بعد"), dated[0])
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

    def attribution(self, view: View, predicate: Predicate) -> list[Attribution]:
        """Who reports it; a pronoun source, and a quote that goes on, take the earlier source's code, text null."""
        out: list[Attribution] = []
        if predicate.own_words:
            return out
        if not predicate.sources and predicate.pattern.frame != "speak" and self._quote_goes_on(view, predicate):
            predicate.why("attribution", "inside a quote that an earlier sentence opened")
            stance = "denies" if predicate.denied >= 0 else "asserts"
            return [Attribution(None, earlier.code, stance) for earlier in self.context.source]
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

    def _quote_goes_on(self, view: View, predicate: Predicate) -> bool:
        """Whether a predicate stands in a quote that an earlier sentence of its paragraph opened."""
        start = self.text.rfind("\n", 0, view.sentence.start) + 1
        opened = -1
        for position in range(start, predicate.start):
            mark = self.text[position]
            if mark in "“«" or (mark in _QUOTES and opened < 0):
                opened = position
            elif mark in _QUOTES:
                opened = -1
        return start <= opened < view.sentence.start
