"""Happenings told before that a predicate takes up: القصف, الهجوم, الاتفاق."""

from __future__ import annotations

from eventcode.codebook import Codebook
from eventcode.events.context import Context
from eventcode.frames import BY_DOCUMENT, BY_RESULT, Predicate
from eventcode.mentions.composition import STATELESS
from eventcode.model import Event

# How far back, in characters, a definite noun (القصف) takes up a happening whose agent was named: about three sentences.
_TAKE_UP_REACH = 600
# Types that a noun of a type may stand for when it takes up an earlier happening.
_FINER = {
    "ground_attack": ("suicide_bomb", "ied", "chemical_attack", "attack_on_civilians", "grenade"),
    "ied": ("suicide_bomb", "grenade"),
    "shelling": ("chemical_attack", "air_strike"),
}
# What an attack that is only called one may have been: وندد بالهجوم after an air raid.
_BLOWS = frozenset({"هجوم", "هاجم", "هجم", "هجمه", "اعتدي", "اعتداء", "عدوان"})
_HUNDREDS = 200
# Verbal acts about a deed that was done, and the tokens between them and it, with those who speak.
_JUDGMENTS = frozenset({"criticism", "consent"})
_JUDGED = 6
_BOMBARDMENTS = frozenset({"air_strike", "shelling", "chemical_attack"})
# Deals, of which a truce is one: the noun of either takes up the other.
DEAL_TYPES = frozenset({"agreement", "ceasefire"})
DEALS = frozenset({"mutual", "patrol"})
_TALKED_OVER = DEAL_TYPES | {"negotiation"}
_DEAL_REACH = 1500
_ASSAULTS = frozenset({"180", "183", "1831", "190", "193", "194", "195", "204"})
UNREAL = ("future", "hypothetical")
_VIOLENT_FRAMES = frozenset({"attack", "strike-at", "clash", "combat", "kill", "damage"})


class Earlier:
    """The happenings of a document before a predicate: those of earlier sentences (``context``) and ``before`` in its own."""

    def __init__(self, codebook: Codebook, context: Context) -> None:
        self.codebook = codebook
        self.context = context

    def recent(self, predicate: Predicate, before: list[Event]) -> list[Event]:
        """Events told within reach before a predicate, the nearest first."""
        events = [*reversed(before), *reversed(self.context.events)]
        return [event for event in events if predicate.start - event.sentence.end <= _TAKE_UP_REACH]

    def far(self, predicate: Predicate, recent: list[Event]) -> list[Event]:
        """The happenings before those, the nearest first, of those that their own sentences placed."""
        near = {id(event) for event in recent}
        return [
            event
            for event in reversed(self.context.events)
            if id(event) not in near
            and any(not place.inherited for place in event.locations)
            and (event.status in UNREAL) == (predicate.status in UNREAL)
        ]

    def deed(self, predicate: Predicate, before: list[Event], name: str = "") -> Event | None:
        """The nearest happening with known actors that a definite noun takes up; a deal stays in view longer than a blow.

        A deal or talks without one of their own kind before them take up each other: المحادثات ... الاتفاق. Those that a ``name`` of
        a place tells (قمة طهران) are the ones of which a sentence with that name told.
        """
        mutual = predicate.pattern.frame in DEALS
        if predicate.type == "chemical_attack" != predicate.pattern.type and predicate.status in ("hypothetical", "negated"):
            return None  # الهجوم المفبرك: by none of those who really did it
        reach = _DEAL_REACH if predicate.type in DEAL_TYPES or mutual else _TAKE_UP_REACH
        related: Event | None = None
        for event in [*reversed(before), *reversed(self.context.events)]:
            if predicate.start - event.sentence.end > reach and not name:
                break
            if (
                predicate.pattern.type == "air_strike"
                and event.type == "shelling"
                and all(a.code[3:6] == "REB" for a in event.actors)
            ):
                continue  # الغارات, after fire of insurgents: not theirs
            known = {actor.code for actor in event.actors if not mutual or actor.code != "UNK"}
            if len(known) <= mutual or name not in event.sentence.text:
                continue
            if takes_up(predicate.type, event.type):
                return self._fullest(event) if event.type in _BOMBARDMENTS else event
            if related is None and mutual and predicate.type != "ceasefire" and {predicate.type, event.type} <= _TALKED_OVER:
                related = event
        if not name or related is not None:
            return related
        # اتفاق سوتشي: a deal that is called by a place is not the outcome of whatever talks were told.
        other = self.deed(predicate, before)
        return other if other is None or predicate.type == "negotiation" or takes_up(predicate.type, other.type) else None

    def _fullest(self, event: Event) -> Event:
        """الضربة الأميركية after strikes of three states: the telling of a happening that names most of those who did it."""
        known = {actor.code for actor in event.actors}
        told = (
            other
            for other in self.context.events
            if other.type == event.type and other.status == event.status and known < {actor.code for actor in other.actors}
        )
        return max(told, key=lambda other: len(other.actors), default=event)

    def outcome_of(self, predicate: Predicate, before: list[Event]) -> Event | None:
        """قد تفضي المفاوضات إلى اتفاق: the talks of the same sentence out of which a deal comes, or is to come."""
        if predicate.type != "agreement":
            return None
        return next((event for event in reversed(before) if event.type == "negotiation" and len(event.actors) > 1), None)

    def generic(self, predicate: Predicate, row: list[Predicate], before: list[Event]) -> bool:
        """A noun of violence with nobody, no place, time or number beside it, that takes up nothing: talk of the kind, no event."""
        if predicate.pos == "verb" or predicate.pattern.frame not in _VIOLENT_FRAMES or predicate.carried or predicate.verbless:
            return False
        if any(other is not predicate and (other.places or other.times) for other in row):
            return False
        judged = any(other.type in _JUDGMENTS and 0 <= predicate.first - other.last <= _JUDGED for other in row)
        if judged and predicate.proclitics[-1:] == "ب":
            return False  # ندد الائتلاف بالقصف
        if predicate.actors or predicate.targets or predicate.places or predicate.times or predicate.counts or predicate.also:
            return False
        if self._bare_attack(predicate) and any(event.type in _BOMBARDMENTS for event in self.recent(predicate, before)):
            return False
        return not any(takes_up(predicate.type, event.type) for event in [*before, *self.context.events])

    def _bare_attack(self, predicate: Predicate) -> bool:
        """الهجوم, with nobody and no place of its own, whatever came of it (أدى الهجوم إلى مقتل): whatever attack was told last."""
        result = all(reason.endswith(BY_RESULT) for reason in predicate.trace.get("target", ()))
        # The hundreds that are killed or displaced are those of a campaign, and of no one strike.
        result = (
            result and "displaced" not in predicate.counts and all(count.low < _HUNDREDS for count in predicate.counts.values())
        )
        told = predicate.actors or (predicate.targets and not result) or predicate.places or predicate.enclitic or predicate.phrase
        blow = predicate.form is not None and predicate.form.lemma in _BLOWS
        return predicate.type == "ground_attack" and predicate.pos == "noun" and predicate.definite and blow and not told

    def _by_the_same(self, predicate: Predicate, event: Event) -> bool:
        """العدوان الإسرائيلي, after Israeli raids: whether an attack that is only called one is of those who did what was told."""
        blow = predicate.pos == "noun" and predicate.form is not None and predicate.form.lemma in _BLOWS
        hands = {actor.code for actor in predicate.actors}
        return (
            blow and not (predicate.targets or predicate.times) and bool(hands) and hands == {actor.code for actor in event.actors}
        )

    def unprompted(self, predicate: Predicate, before: list[Event]) -> bool:
        """An anaphoric noun (الدورية, العملية) that takes up nothing told before reports nothing."""
        if not predicate.pattern.anaphoric:
            return False
        return not any(
            event.type in _FINER.get(predicate.type, (predicate.type,)) or event.type == predicate.type
            for event in self.recent(predicate, before)
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
        for event in self.recent(predicate, before):
            if predicate.status in UNREAL and event.status not in UNREAL:
                continue
            hands = {actor.code for actor in predicate.actors if actor.first == predicate.last}
            if hands and event.actors and hands.isdisjoint(actor.code for actor in event.actors):
                continue  # العدوان الإسرائيلي, after an attack of others: theirs it is not
            if event.type == "chemical_attack" and predicate.form is not None and predicate.form.lemma == "ضربه":
                continue  # الضربة, after a chemical attack: the answer to it
            bombardment = event.type in _BOMBARDMENTS
            if event.type in finer or (bombardment and (self._bare_attack(predicate) or self._by_the_same(predicate, event))):
                predicate.type = event.type
                predicate.why("type", f"takes up {event.trigger.text} at {event.trigger.start}")
                return
            if self.codebook.types[event.type].codes.cameo in _ASSAULTS:
                return

    def settle_guess(self, predicate: Predicate, before: list[Event]) -> None:
        """A bombardment without a means: that of the last one told, else by the air where the document speaks of aircraft."""
        if not any(reason.startswith(BY_DOCUMENT) for reason in predicate.trace.get("type", ())) or predicate.type != "air_strike":
            return
        for event in self.recent(predicate, before):
            if event.type in ("shelling", "air_strike"):
                predicate.type = event.type
                predicate.why("type", f"as {event.trigger.text} at {event.trigger.start} before it")
                return


def takes_up(kind: str, earlier: str) -> bool:
    """Whether a noun of one type may stand for a happening of another: deals and truces, bombardments by air and from the ground."""
    if kind in DEAL_TYPES:
        return earlier in DEAL_TYPES
    return kind == earlier or (kind in ("air_strike", "shelling") and earlier in ("air_strike", "shelling"))


def by_same(predicate: Predicate, event: Event) -> bool:
    """Whether an act is told to be by the side of a happening: الضربات الأمريكية take up those of Washington."""
    doers = {actor.code[:3] for actor in predicate.actors if actor.code} - STATELESS
    return not doers.isdisjoint(actor.code[:3] for actor in event.actors if actor.code)


def by_others(predicate: Predicate, event: Event) -> bool:
    """Whether a happening is told to be by other states than an act: القصف التركي takes up none of the other side."""
    if predicate.type in ("negotiation", "agreement"):
        return False  # the same talks may be told of with one party and with another
    own = {actor.code[:3] for actor in predicate.actors if actor.code} - STATELESS
    theirs = {actor.code[:3] for actor in event.actors if actor.code} - STATELESS
    return bool(own and theirs) and own.isdisjoint(theirs)
