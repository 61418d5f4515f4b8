"""What codes of actors are called, for mentions that name nobody in particular (الفصائل, المقاتلون المعارضون)."""

from __future__ import annotations

from eventcode.codebook.layers import actor_label
from eventcode.data import Table


class CodeNames:
    """The names of codes: those of their own entries, else of the one group that has a code; what several share has no name of one."""

    def __init__(self) -> None:
        self.own: dict[str, str] = {}
        self.groups: dict[str, set[str]] = {}

    def read(self, data: Table) -> None:
        """Take in one file of actors; of two entries of a code the first counts, which is that of the nearest codebook."""
        for entry in data.get("codes") or ():
            name = entry["name"]
            self.own.setdefault(str(entry["code"]), str(name.get("en") or name.get("ar")))
        for entry in data.get("actors") or ():
            if entry.get("kind") != "person":
                self.groups.setdefault(str(entry.get("code", "")), set()).add(actor_label(entry))

    def table(self) -> dict[str, str]:
        """Names by code."""
        return {code: next(iter(labels)) for code, labels in self.groups.items() if len(labels) == 1} | self.own
