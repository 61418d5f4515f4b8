"""The codes of agent nouns, composed from the role of the noun and the code of its owner (RUS + MIL).

The code follows section 3 of the coding rules: a group's code stands for everything that belongs to the group; a country takes
the role of the head; a head with no role of its own (positions, members, leaders) takes its owner's code.
"""

from __future__ import annotations

from collections.abc import Mapping

from eventcode.codebook import AgentNoun
from eventcode.mentions.kinds import ARMED_KINDS

STATELESS = frozenset({"UAF", "UNK", "IGO", "NGO", "IMG"})
"""Roots of codes that are of no country."""
GOVERNMENT = "GOV"
SYRIAN_FORCES = "SYRMIL"
_OWN_ROLES = frozenset({"CVL", "MED", "HLH", "EDU", "REF", "COP", "JUD", "LEG", "LAB", "REL", "BUS", "AGR"})


def compose(noun: AgentNoun, owner: str) -> str:
    """The code of an agent noun with an owner's code ("" for none)."""
    if not owner:
        return noun.alone
    if noun.role == "NGO":
        return owner if owner[:3] in ("NGO", "IGO") else noun.alone  # متطوع في الدفاع المدني
    country, role = owner[:3], owner[3:]
    if role == "REF" and noun.kind == "force":
        return noun.alone  # إرهابيي مخيم اليرموك: not of its people
    if country in STATELESS:
        return owner
    if not role:
        own = noun.role or ("MIL" if noun.kind in ARMED_KINDS else "GOV" if noun.kind == "official" else "")
        return country + (own or (noun.alone[3:] if noun.kind == "people" else ""))
    if noun.role == "CVL" and role == "REF":
        return owner  # أهالي المخيم, أطفال النازحين
    if noun.role in _OWN_ROLES and role in ("GOV", "MIL", "OPP"):
        return country + noun.role
    if role == GOVERNMENT and (noun.kind in ARMED_KINDS or noun.role == "MIL"):
        return country + "MIL"
    if role == "OPP" and noun.kind == "force":
        # مقاتلون من المعارضة bear arms; the opposition that talks does not.
        return country + "REB"
    if noun.role in _OWN_ROLES and noun.kind == "people":
        return country + noun.role
    return owner


def side_of(backers: Mapping[str, str], noun: AgentNoun, patron: str) -> str:
    """Whose a force is that is loyal to somebody: a faction loyal to a foreign state is that state's ally in this war."""
    if patron[3:] not in ("", "GOV", "MIL") or patron[:3] == "SYR" or noun.kind != "force":
        return patron
    ally = backers.get(patron[:3], "")
    if noun.role == "REB":
        return ally or noun.alone
    return ally if ally[3:6] in ("REB", "KUR") else patron
