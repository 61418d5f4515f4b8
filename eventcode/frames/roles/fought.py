"""States that are fought are fought in their forces, as those that fight do it with theirs (coding rules, section 3)."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from eventcode.codebook import Codebook
from eventcode.frames.model import Predicate
from eventcode.mentions import ActorMention
from eventcode.mentions.composition import STATELESS

_STATES = frozenset({"country", "capital", "government"})
_FIGHTING = frozenset({"clash", "combat"})


def as_forces(predicates: Iterable[Predicate], codebook: Codebook) -> None:
    """اشتباكات مع تركيا, هجوم ضد إسرائيل: give the states that acts of arms are aimed at the code of their forces."""
    for predicate in predicates:
        if codebook.frames[predicate.pattern.frame].armed:
            predicate.targets = [_forces(predicate, target) for target in predicate.targets]


def _forces(predicate: Predicate, target: ActorMention) -> ActorMention:
    # ضربة ضد نظام الأسد is aimed at the government; a state is aimed at in its forces.
    taken = predicate.pattern.frame == "seize" and target.governor == "ل"  # سيطر على مناطق للنظام
    # صد هجوم للنظام: whoever attacks does it with his forces
    facing = predicate.pattern.frame in _FIGHTING or predicate.type == "disrupted_weapons" or taken
    facing = facing or (target.governor == "ضد" and len(target.code) == 3)
    state = target.kind in _STATES and (len(target.code) == 3 or target.code[3:] == "GOV")
    if not facing or not state or target.code[:3] in STATELESS:
        return target
    return attrs.evolve(target, code=target.code[:3] + "MIL")
