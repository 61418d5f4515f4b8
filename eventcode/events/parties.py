"""Who did it and to whom: actors and targets of an event, and actors that its words only imply."""

from __future__ import annotations

from eventcode.codebook import Codebook
from eventcode.events.context import NO_COUNTRY, Context
from eventcode.events.denote import Denoter
from eventcode.events.earlier import DEAL_TYPES, DEALS, Earlier
from eventcode.frames import Predicate, suffix_agrees
from eventcode.mentions import ActorMention, View
from eventcode.mentions.actors import ARMED_KINDS
from eventcode.model import Actor, Event

# Frames of acts that whoever announces them did itself, but for what befalls people and goes off by itself.
_OWN_ACTS = frozenset({"attack", "strike-at", "seize", "expel", "move", "purge", "patrol", "damage"})
_TOLLS = frozenset({"dead", "wounded"})
_BEFALLS = frozenset({"ied", "suicide_bomb", "negotiation"})
_OWN_TYPES = frozenset({"arrest", "shoot_down", "investigation", "sanction", "rejection", "consent"})
_ACTING = frozenset({*ARMED_KINDS, "group", "government", "country", "official", "person", "ngo"})
# Acts of a state's civil power, whatever the role frame of their words: who does them is not coded as forces.
_CIVIL = frozenset({"negotiation", "agreement", "arrest", "prisoner_release", "evacuation", "protest", "investigation"})


class Parties:
    """Gives the events of one document their actors and targets."""

    def __init__(self, codebook: Codebook, context: Context, earlier: Earlier, denoter: Denoter, text: str) -> None:
        self.codebook = codebook
        self.context = context
        self.earlier = earlier
        self.denoter = denoter
        self.text = text

    def of(self, view: View, predicate: Predicate, before: list[Event]) -> tuple[list[Actor], list[Actor]]:
        """Actors and targets of an event; without an actor of its own whoever announces it, else whom its words imply."""
        armed = self.codebook.frames[predicate.pattern.frame].armed and predicate.type not in _CIVIL
        actors = self._actors(view, predicate, armed)
        named = bool(actors)
        if not actors and predicate.announced:
            actors = self._announcers(predicate, armed)
        if not actors:
            implied = {actor.code: actor for actor in self._implied(view, predicate, before, armed)}
            actors = list(implied.values())
        self.denoter.doers = {actor.code[:6] for actor in actors}
        targets = self._targets(view, predicate, armed, actors if named else [])
        if named and len(actors) == 1 and predicate.pattern.frame in DEALS:
            actors.extend(self._partners(predicate, before, actors[0]))
        return actors, targets

    def _actors(self, view: View, predicate: Predicate, armed: bool) -> list[Actor]:
        """Actors as the event holds them."""
        return self._mentions(view, predicate, predicate.actors, armed, "actor")

    def _targets(self, view: View, predicate: Predicate, armed: bool, actors: list[Actor]) -> list[Actor]:
        """Targets; a facility without an owner or role is only a place."""
        kept = [
            m
            for m in predicate.targets
            if m.code
            or m.pronoun
            or m.kind not in ("facility", "weapon", "vehicle")
            or self.denoter.code(view, predicate, m, armed, "target") != "UNK"
        ]
        codes = {actor.code for actor in actors}
        out = self._mentions(view, predicate, kept, armed, "target")
        tolls = {mention.start for mention in kept if view.lists[mention.head] & _TOLLS and mention.owner is None}
        if any(target.code != "UNK" for target in out):
            # أصابت الغارات مواقع الهيئة وأوقعت قتلى: the toll is of those who were struck.
            out = [target for target in out if target.code != "UNK" or _first(kept, target) not in tolls]
        return (
            [target for target in out if target.code not in codes or target.code[3:6] not in ("MIL", "GOV", "")] if armed else out
        )

    def _mentions(self, view: View, predicate: Predicate, mentions: list[ActorMention], armed: bool, kind: str) -> list[Actor]:
        out: list[Actor] = []
        for mention in mentions:
            if mention.kind == "parties":
                out.extend(self._both(mention))
                continue
            code = self.denoter.code(view, predicate, mention, armed, kind)
            start, end = mention.start, mention.end
            if mention.quantity is not None:
                start = min(start, mention.quantity.start)
                end = max(end, mention.quantity.end)
            others = mention.anaphoric and mention.kind == "people"  # وإصابة 12 آخرين: more of those named before
            if any(actor.code == code and (others or actor.start == start) for actor in out):
                continue
            out.append(Actor(self.text[start:end], start, end, code, mention.name or self.codebook.names.get(code)))
        return out

    def _both(self, mention: ActorMention) -> list[Actor]:
        """الطرفان, الجانبان: the two parties of the last act of two."""
        for event in reversed(self.context.events):
            parties = [*event.actors, *(event.targets if len(event.actors) == 1 else ())]
            if len({party.code for party in parties}) == 2:
                text = self.text[mention.start : mention.end]
                return [Actor(text, mention.start, mention.end, party.code, party.name) for party in parties]
        return []

    def _implied(self, view: View, predicate: Predicate, before: list[Event], armed: bool) -> list[Actor]:
        """A dropped subject, or a definite noun that takes up a happening whose agent was named: text null, the earlier code."""
        if self.codebook.frames[predicate.pattern.frame].roles.get("subject") != "actor":
            return []
        if predicate.dropped and not before:
            speakers = [claim for claim in predicate.sources if claim.code and _may_act(claim.code, armed)]
            if speakers:
                predicate.why("actor", "dropped subject: the speaker")
                return [Actor(None, None, None, _in_arms(claim.code or "UNK", armed)) for claim in speakers]
        if predicate.implied:
            predicate.why("actor", "those who take part in it")
            return [Actor(None, None, None, predicate.implied, self.codebook.names.get(predicate.implied))]
        if predicate.shared:
            codes = dict.fromkeys(self.denoter.code(view, predicate, mention, armed, "actor") for mention in predicate.shared)
            able_codes = [code for code in codes if _may_act(code, armed) or code == "UAF"]
            if able_codes:
                predicate.why("actor", "dropped subject: that of the verb before it")
                return [Actor(None, None, None, code, self.codebook.names.get(code)) for code in able_codes]
        if predicate.dropped and before:
            able = [actor for actor in before[-1].actors if _may_act(actor.code, armed)]
            if able:
                predicate.why("actor", "dropped subject: that of the predicate before it")
                return [Actor(None, None, None, actor.code, actor.name) for actor in able]
        if predicate.dropped and predicate.pattern.frame == "speak" and not before and predicate.pos == "verb":
            last = [claim.code for claim in self.context.source if claim.code and claim.code != "UNK"]
            if last:
                predicate.why("actor", "dropped subject: the last one who spoke")
                return [Actor(None, None, None, code, self.codebook.names.get(code)) for code in dict.fromkeys(last)]
        plural = predicate.form is not None and predicate.form.number == "p"
        if predicate.dropped and predicate.pos == "verb" and (not predicate.targets or plural or predicate.pattern.frame == "move"):
            able = [actor for actor in self.context.subject if _may_act(actor.code, armed)]
            if able:
                predicate.why("actor", "dropped subject: the last actor of the document")
            return [Actor(None, None, None, actor.code, actor.name) for actor in able]
        owned = self.codebook.frames[predicate.pattern.frame].roles.get("genitive-armed") == "actor"
        if predicate.pos == "noun" and predicate.enclitic and owned and not predicate.verbless:
            return self._owner(predicate, armed)
        if _takes_up_one(view, predicate):
            event = self.earlier.deed(predicate, before)
            if event is not None:
                predicate.why("actor", f"takes up {event.trigger.text} at {event.trigger.start}")
                return [Actor(None, None, None, actor.code, actor.name) for actor in event.actors]
        return []

    def _owner(self, predicate: Predicate, armed: bool) -> list[Actor]:
        """عمليتها, تحقيقاتها: the suffix on a noun of action means the last one in the document who agrees with it and may do it."""
        for mention in reversed(self.context.actors):
            if mention.kind not in _ACTING or not suffix_agrees(predicate.enclitic, [mention]):
                continue
            if _may_act(mention.code, armed):
                predicate.why("actor", "its suffix: the last one before who agrees")
                return [Actor(None, None, None, mention.code, self.codebook.names.get(mention.code))]
        return []

    def _announcers(self, predicate: Predicate, armed: bool) -> list[Actor]:
        """Who announces an act of its own as the object of the verb: أعلنت روسيا وتركيا وقفاً لإطلاق النار, أعلن الجيش السيطرة على."""
        own = (armed and predicate.pattern.frame in _OWN_ACTS and predicate.type not in _BEFALLS) or predicate.type in _OWN_TYPES
        if predicate.type != "ceasefire" and not own:
            return []
        named = [claim for claim in predicate.sources if claim.code and claim.code != "UNK" and claim.text]
        named = [claim for claim in named if claim.code and claim.code[3:6] not in ("MED", "SOH", "OPP")]
        if own:
            named = [claim for claim in named if claim.code and _may_announce(claim.code, armed)]
        if named:
            predicate.why("actor", "announces it")
        return [Actor(claim.text, claim.start, claim.end, _in_arms(claim.code or "UNK", armed)) for claim in named]

    def _partners(self, predicate: Predicate, before: list[Event], party: Actor) -> list[Actor]:
        """الاتفاق مع إيران after a deal of several was told: the other parties to it."""
        if not predicate.definite or predicate.pos != "noun":
            return []
        event = self.earlier.deed(predicate, before)
        if event is None or party.code[:3] not in {actor.code[:3] for actor in event.actors}:
            return []
        predicate.why("actor", f"takes up {event.trigger.text} at {event.trigger.start}")
        return [Actor(None, None, None, actor.code, actor.name) for actor in event.actors if actor.code[:3] != party.code[:3]]


def _first(mentions: list[ActorMention], target: Actor) -> int | None:
    """Where the mention of a target begins, without the number before it."""
    return next(
        (m.start for m in mentions if target.start is not None and target.start <= m.start and m.end <= (target.end or 0)), None
    )


def _takes_up_one(view: View, predicate: Predicate) -> bool:
    """Whether a noun speaks of a happening told before: definite by article, like one told before (هجوم كهذا), or a deal named by
    what it is about (اتفاق الإجلاء).
    """
    if predicate.pos != "noun" or predicate.enclitic or predicate.pattern.frame in ("speak", "give"):
        return False
    following = [token.norm for token in view.tokens[predicate.last : predicate.last + 2]]
    before = view.tokens[predicate.first - 1].norm if predicate.first else ""
    if predicate.definite or before == "مثل" or following[:1] in (["كهذا"], ["كهذه"]):
        return True
    if following in (["مثل", "هذا"], ["مثل", "هذه"]):
        return True
    about = [token.norm for token in view.tokens[predicate.first + 1 : predicate.first + 2]]
    return predicate.type in DEAL_TYPES and bool(about) and about[0].startswith(("ال", "اطلاق"))


def _in_arms(code: str, armed: bool) -> str:
    """The code of whoever does an act: of an act of arms, the forces of a country or government (coding rules, section 3)."""
    return code[:3] + "MIL" if armed and code[3:] in ("", "GOV") and code[:3] not in NO_COUNTRY else code


def _may_act(code: str, armed: bool) -> bool:
    """Whether the one meant by a dropped subject can be the one who did it: for an armed act a force or a group."""
    return code[3:6] in ("MIL", "REB", "GOV") or code.startswith(("SYRKUR", "IMG")) if armed else code != "UNK"


def _may_announce(code: str, armed: bool) -> bool:
    """Whether a source can be the one who did what it announces: those who act, and countries by their name."""
    return _may_act(code, armed) or (len(code) == 3 and code not in NO_COUNTRY)
