"""Whom a noun takes up that names the parties by their number alone: معارك بين الطرفين, اتفق البلدان."""

from __future__ import annotations

from collections.abc import Sequence

from eventcode.inflection import Form
from eventcode.mentions import ActorMention, View
from eventcode.mentions.composition import STATELESS
from eventcode.mentions.sides import side
from eventcode.model import Actor, Event

TWO = 2
_FIGHTING = frozenset({"MIL", "REB", "KUR", "ISI"})
_REACH = 5
"""How many acts back the two sides of a battle are told of, where no act names them both."""


def taken_up(mention: ActorMention, several: int, told: Sequence[Event]) -> list[Actor]:
    """The parties of the last act of as many sides, each side once."""
    for event in told:
        parties = [*event.actors, *(event.targets if len(event.actors) == 1 else ())]
        if not mention.role and len(event.actors) > 1 and any(target.code[3:6] in _FIGHTING for target in event.targets):
            # قصفت تركيا والفصائل مواقع النظام، ودارت اشتباكات بين الطرفين: those who strike together are one side.
            return list({party.code: party for party in (*event.actors, *event.targets)}.values())
        sides = {party.code[:3] if mention.role else party.code for party in parties}
        if len(sides) == several and all(may_be(mention, party.code) for party in parties):
            return parties if mention.role else list({party.code: party for party in parties}.values())
    return []


def opposed(told: Sequence[Event]) -> list[Actor]:
    """هاجمت الفصائل مواقع تقدمت إليها قوات النظام، واندلعت معارك بين الطرفين: the two that fight in the last acts, if they are no more."""
    sides: dict[str, Actor] = {}
    for event in told[:_REACH]:
        for party in (*event.actors, *event.targets):
            if party.code[3:6] in _FIGHTING:
                sides.setdefault(party.code[:6], party)
        if len(sides) >= TWO:
            break
    return list(sides.values()) if len(sides) == TWO else []


def fallen_together(view: View, parties: ActorMention) -> list[str]:
    """قتل 28 من مقاتلي المعارضة وتنظيم داعش في اشتباكات بين الطرفين: the codes of the two who are named together right before them, if
    they are no allies.
    """
    before = [mention for mention in view.actors if mention.last <= parties.first and mention.code]
    last = [mention.code for mention in before if before[-1].group >= 0 and mention.group == before[-1].group]
    fighters = all(code[3:6] in _FIGHTING or code[:3] == "IMG" for code in last)
    factions = all(code.startswith("SYRREB") for code in last)
    foes = factions or len({side(code) for code in last}) == TWO
    return last if len(set(last)) == len(last) == TWO and fighters and foes else []


def of_gender(named: Sequence[ActorMention], code: str, form: Form | None) -> bool:
    """Whether the word that named somebody last is of the gender of a verb without a subject: كما هاجمت مواقع الفصائل."""
    gender = form.gender if form is not None else None
    last = next((mention for mention in reversed(named) if mention.code == code), None)
    return last is not None and (last.gender in (gender, "both") or (gender == "f" and last.number == "p"))


def may_be(mention: ActorMention, code: str) -> bool:
    """Whether a noun that takes up parties may mean one: البلدان are states, الطرفان anybody."""
    return not mention.role or (code[3:6] in ("", "GOV", "MIL") and code[:3] not in STATELESS)
