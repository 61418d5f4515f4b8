"""What an actor's code means in other data sets: ACLED's actor types and names, PLOVER's sectors, and who fights beside whom.

A code is a country (ISO alpha-3, or IGO, NGO, IMG), a role (GOV, MIL, REB ...) and a group, three letters each. Names follow the
pattern of ACLED's names; they are not looked up in its list of actors, which changes.
"""

from __future__ import annotations

import datetime as dt
from enum import IntEnum

import attrs

from eventcode.output.countries import Country, countries


class Inter(IntEnum):
    """ACLED's actor types and their numbers (codebook; the numbers order an interaction's two sides)."""

    STATE = 1
    REBEL = 2
    MILITIA = 3
    IDENTITY = 4
    RIOTERS = 5
    PROTESTERS = 6
    CIVILIANS = 7
    EXTERNAL = 8

    @property
    def label(self) -> str:
        """The name that ACLED writes since 2024."""
        return _LABELS[self]


_LABELS = {
    Inter.STATE: "State forces", Inter.REBEL: "Rebel group", Inter.MILITIA: "Political militia", Inter.IDENTITY: "Identity militia",
    Inter.RIOTERS: "Rioters", Inter.PROTESTERS: "Protesters", Inter.CIVILIANS: "Civilians", Inter.EXTERNAL: "External/Other forces",
}  # fmt: skip
_STATE_ROLES = frozenset({"", "GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_ARMED_ROLES = frozenset({"MIL", "REB", "KUR", "COP"})
_UNKNOWN = frozenset({"UAF", "UNK"})
REGIME_FELL = dt.date(2024, 12, 8)
"""The day on which the government of Bashar al-Assad fell: Syria's forces bear other years from then on."""
_REGIME_SIDE = frozenset({"SYRGOV", "SYRMIL", "SYRCOP", "SYR", "RUS", "IRN", "LBNREB", "IRQREB"})
_OPPOSITION_SIDE = frozenset({"SYRREB", "SYROPP", "TUR"})
_NAMES = {
    "SYRREB": "Opposition Rebels (Syria)", "SYRREBHTS": "Hayat Tahrir al Sham", "SYRREBNLF": "National Liberation Front",
    "SYRREBJIZ": "Jaish al Izza", "SYRREBSNA": "Syrian National Army", "SYRREBTIP": "Turkistan Islamic Party (Syria)",
    "SYRREBHDN": "Hurras al Din", "SYRREBAHR": "Ahrar al Sham", "SYRREBFSH": "Faylaq al Sham", "SYROPP": "Opposition (Syria)",
    "SYRGOVSSG": "Syrian Salvation Government", "SYRKUR": "Syrian Democratic Forces", "IMGISI": "Islamic State (Syria)",
    "IMGALQ": "Al Qaeda", "LBNREBHEZ": "Hezbollah", "TURREBPKK": "Kurdistan Workers Party", "IGO": "International organization",
    "IGOUNO": "United Nations", "IGOEUR": "European Union", "IGOARL": "Arab League", "IGONAT": "North Atlantic Treaty Organization",
    "NGO": "Aid Workers", "NGOWHM": "Syria Civil Defence", "NGOSOH": "Syrian Observatory for Human Rights",
    "NGORCO": "Syria Response Coordination Group",
}  # fmt: skip
# What ACLED writes as an associated actor of civilians.
_CIVILIANS = {
    "REF": "Refugees/IDPs", "MED": "Journalists", "HLH": "Health Workers", "EDU": "Teachers", "LAB": "Labor Group", "AGR": "Farmers",
    "BUS": "Business Group", "REL": "Religious Group", "OPP": "Opposition",
}  # fmt: skip
# PLOVER's sectors; our MED is the media (its JRN), our HLH health (its MED).
_SECTORS = {
    "GOV": "GOV", "MIL": "MIL", "REB": "REB", "OPP": "OPP", "CVL": "CVL", "COP": "COP", "JUD": "JUD", "LEG": "LEG", "LAB": "LAB",
    "EDU": "EDU", "MED": "JRN", "REL": "REL", "BUS": "BUS", "REF": "REF", "HLH": "MED", "AGR": "AGR", "KUR": "REB", "SPY": "SPY",
}  # fmt: skip


@attrs.frozen
class Party:
    """An actor's code, taken apart."""

    code: str

    @property
    def origin(self) -> str:
        """The first three letters: a country, or IGO, NGO, IMG, UAF, UNK."""
        return self.code[:3]

    @property
    def role(self) -> str:
        """The letters of the role; empty for a bare country."""
        return self.code[3:6] if self.origin not in ("IGO", "NGO", "IMG") else ""

    @property
    def group(self) -> str:
        """What follows the role."""
        return self.code[6:] if self.origin not in ("IGO", "NGO", "IMG") else self.code[3:]

    @property
    def country(self) -> Country | None:
        """The country that the code names, if it names one."""
        return countries().get(self.origin)

    @property
    def inter(self) -> Inter:
        """ACLED's actor type, seen from Syria.

        Syria's state is 1, its armed opposition, the SDF, the Salvation Government and the international militant groups are 2;
        unidentified armed men, and armed groups of other countries (which fight here for a state), are 3; foreign states and
        international organizations are 8; everybody else, aid workers and the political opposition among them, is 7.
        """
        if self.code == "SYRGOVSSG" or self.origin == "IMG":
            return Inter.REBEL
        if self.origin in _UNKNOWN:
            return Inter.MILITIA
        if self.origin == "IGO":
            return Inter.EXTERNAL
        home = self.origin == "SYR"
        if self.role in ("REB", "KUR"):
            return Inter.REBEL if home else Inter.MILITIA
        if self.origin != "NGO" and self.role in _STATE_ROLES:
            return Inter.STATE if home else Inter.EXTERNAL
        return Inter.CIVILIANS

    @property
    def armed(self) -> bool:
        """Whether it is an armed force, so that killing its men is a battle and no violence against civilians."""
        return self.role in _ARMED_ROLES or self.origin == "IMG" or self.code == "UAF"

    @property
    def civilian(self) -> bool:
        """Whether ACLED counts it among civilians."""
        return self.inter is Inter.CIVILIANS

    @property
    def camp(self) -> str:
        """Who fights beside it in Idlib: the government and its allies, the opposition and Turkey, or the party itself."""
        if self.code[:6] in _REGIME_SIDE or (self.origin in _REGIME_SIDE and self.origin != "SYR"):
            return "regime"
        if self.code[:6] in _OPPOSITION_SIDE or self.origin in _OPPOSITION_SIDE:
            return "opposition"
        return self.code

    @property
    def sector(self) -> str:
        """PLOVER's sector; empty for a bare country or organization."""
        return self.origin if self.origin in _UNKNOWN else _SECTORS.get(self.role, "REB" if self.origin == "IMG" else "")

    def name(self, day: dt.date) -> str:
        """Its name in the pattern of ACLED's: state forces of Syria bear the years of their government."""
        if self.origin in _UNKNOWN:
            return "Unidentified Armed Group (Syria)"
        if known := _NAMES.get(self.code) or _NAMES.get(self.code[:6] if self.role in ("REB", "GOV") and self.group else ""):
            return known
        if self.civilian:
            return f"Civilians ({self._home})"
        if self.inter is Inter.MILITIA:
            return f"Militia ({self._country_name})"
        years = (" (2000-2024)" if day < REGIME_FELL else " (2024-)") if self.origin == "SYR" else ""
        kind = {"MIL": "Military Forces", "COP": "Police Forces"}.get(self.role, "Government")
        return f"{kind} of {self._country_name}{years}"

    @property
    def kind_of_civilian(self) -> str | None:
        """What ACLED names beside "Civilians" as associated: journalists, health workers ...; None for people at large."""
        known = _CIVILIANS.get(self.role) if self.civilian else None
        return f"{known} ({self._home})" if known else None

    @property
    def _home(self) -> str:
        return self.country.name if self.country else "Syria"

    @property
    def _country_name(self) -> str:
        return self.country.name if self.country else self.origin


def interaction(first: Inter | None, second: Inter | None) -> str:
    """ACLED's text for two actor types, the lower number first but civilians after external forces; "... only" for one side."""
    sides = sorted(side for side in (first, second) if side is not None)
    if not sides:
        return ""
    if len(sides) == 1:
        return f"{sides[0].label} only"
    if sides == [Inter.CIVILIANS, Inter.EXTERNAL]:
        sides.reverse()
    return f"{sides[0].label}-{sides[1].label}"
