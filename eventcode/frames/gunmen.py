"""Whom gunmen nobody knows single out: استهدف مسلحون مجهولون شابين, استهدف مجهولون حاجزاً لقوات النظام. They have no guns to shell with."""

from __future__ import annotations

from eventcode.frames.model import Predicate
from eventcode.mentions import ActorMention

_PATTERN = "#target"
_FIRED = "gunfire"
_UNKNOWN = "UAF"
_CIVIL = frozenset({"people", "person", "official", "facility"})
_ARMED_ROLES = frozenset({"MIL", "REB", "COP"})


def singled(predicate: Predicate) -> None:
    """Type an attack without a means, or by gunfire, by whom unknown gunmen strike: an attack on civilians, or one on forces."""
    if not predicate.pattern.rule.endswith(_PATTERN) or not predicate.actors or not predicate.targets:
        return
    if any(actor.code != _UNKNOWN for actor in predicate.actors):
        return
    reason = " ".join(predicate.trace.get("type", ()))
    if reason != predicate.pattern.rule and _FIRED not in reason:
        return  # استهدف مجهولون بقذائف الهاون, بعبوة ناسفة: the means says what it is
    predicate.type = "attack_on_civilians" if all(_civil(target) for target in predicate.targets) else "ground_attack"
    predicate.why("type", "gunmen whom nobody knows single out whom they strike")


def _civil(target: ActorMention) -> bool:
    """Whether somebody bears no arms: شابين, قاضياً, مختار البلدة, and not عنصرين, حاجزاً."""
    return target.kind in _CIVIL and target.role not in _ARMED_ROLES
