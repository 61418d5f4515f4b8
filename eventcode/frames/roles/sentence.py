"""The roles of all predicates of a sentence: verbs and verbal nouns by their kind, then corrections by each other."""

from __future__ import annotations

from eventcode.codebook import Codebook
from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Predicate
from eventcode.frames.roles.aboard import aboard
from eventcode.frames.roles.accused import describes_accused
from eventcode.frames.roles.ahead import set_ahead
from eventcode.frames.roles.apart import Apart
from eventcode.frames.roles.blasts import planted
from eventcode.frames.roles.captives import held_by
from eventcode.frames.roles.corrections import Corrections
from eventcode.frames.roles.fired import fired_out_of
from eventcode.frames.roles.guns import from_the_ground, without_aircraft
from eventcode.frames.roles.harmed import harmed, in_ranks
from eventcode.frames.roles.heads import Heads
from eventcode.frames.roles.movers import Movers
from eventcode.frames.roles.nouns import NounRoles
from eventcode.frames.roles.prepositions import Prepositions
from eventcode.frames.roles.singled import singled_out
from eventcode.frames.roles.slots import Slots
from eventcode.frames.roles.verbs import VerbRoles
from eventcode.frames.triggers import BY_DOCUMENT
from eventcode.mentions import View

_PATROL = "دوري"
"""The stem of patrols, which are joint ones where several states hold them."""


class Roles:
    """Fills actors and targets of a sentence's predicates."""

    def __init__(self, view: View, clauses: Clauses, codebook: Codebook) -> None:
        self.view = view
        self.clauses = clauses
        self.codebook = codebook
        self.slots = slots = Slots(view, clauses, codebook)
        heads = Heads(view, clauses)
        prepositions = Prepositions(slots)
        self.verbs = VerbRoles(slots, prepositions)
        self.nouns = NounRoles(slots, heads, prepositions)
        self.corrections = Corrections(slots, heads)
        self.apart = Apart(slots, heads)
        self.movers = Movers(view, clauses, codebook)

    def fill(self) -> None:
        """Fill every predicate, in text order, then mend them by each other."""
        for predicate in self.clauses.predicates:
            frame = self.codebook.frames[predicate.pattern.frame]
            planted(self.slots, predicate)
            if predicate.pattern.after == "number":
                # مليون نازح: the counted people themselves.
                predicate.targets += [actor for actor in self.view.actors if actor.head == predicate.first]
            elif predicate.pos == "verb" and predicate.first in self.clauses.verbs:
                self.verbs.fill(predicate, frame)
            else:
                self.nouns.fill(predicate, frame)
            self._retype(predicate)
        self.corrections.run()
        self.apart.run()
        for predicate in [p for p in self.clauses.predicates if describes_accused(self.slots, p)]:
            self.clauses.forget(predicate)
        for predicate in self.clauses.predicates:
            harmed(self.slots, predicate)
            in_ranks(self.slots, predicate)
            held_by(self.slots, predicate)
            singled_out(self.slots, predicate)
            aboard(self.slots, predicate)
            fired_out_of(self.slots, predicate)
            set_ahead(self.slots, predicate, self.codebook.frames[predicate.pattern.frame])
        self.movers.run()

    def _retype(self, predicate: Predicate) -> None:
        """The type that a refinement gives by what is struck: an attack on a hospital is one on civilians."""
        guessed = any(reason.startswith(BY_DOCUMENT) for reason in predicate.trace.get("type", ()))
        reason = from_the_ground(self.view, self.clauses, predicate)
        if guessed and predicate.actors and all(without_aircraft(actor) for actor in predicate.actors):
            reason = "whoever does it has no aircraft"
        if reason:
            predicate.type = predicate.pattern.type
            predicate.why("type", reason)
        states = {actor.code[:3] for actor in predicate.actors if actor.code}
        if predicate.type == "show_of_force" and _PATROL in self.view.tokens[predicate.first].norm and len(states) > 1:
            predicate.type = "joint_patrol"
            predicate.why("type", "forces of several states do it")
            return
        if predicate.type != predicate.pattern.type or not predicate.targets:
            return
        for rule in predicate.pattern.refine:
            if rule.targets and all(t.kind in ("facility", "people") and t.role in rule.targets for t in predicate.targets):
                predicate.type = rule.type
                predicate.why("type", f"it strikes {self.view.slice(predicate.targets[0].start, predicate.targets[0].end)}")
