"""The sides of the war, by the codes of those who fight in it."""

from __future__ import annotations

_REGIME = frozenset({"RUS", "IRN"})
_HEZBOLLAH = "LBNREBHEZ"


def side(code: str) -> str:
    """The side of a code in this war: the regime and its allies, the opposition and Turkey, others by their own code; "" for none."""
    country, role = code[:3], code[3:6]
    if country in _REGIME or code.startswith(_HEZBOLLAH) or (country == "SYR" and role in ("MIL", "GOV")):
        return "regime"
    if country == "TUR" or (country == "SYR" and role in ("REB", "OPP")):
        return "opposition"
    if country == "IMG" or role == "MIL":
        return code
    return "kurdish" if code.startswith("SYRKUR") else ""
