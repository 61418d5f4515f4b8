"""Counts of several mentions that are one figure, so that a sum counts nobody twice."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from eventcode.model import Event


class _Groups:
    """Disjoint sets (Tarjan's union-find with path halving)."""

    def __init__(self) -> None:
        self._parent: dict[Hashable, Hashable] = {}

    def find(self, item: Hashable) -> Hashable:
        self._parent.setdefault(item, item)
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, first: Hashable, second: Hashable) -> None:
        self._parent[self.find(first)] = self.find(second)


def figure_groups(events: Sequence[Event]) -> list[dict[str, int]]:
    """For each event, by kind of count, the number of the figure that it is a mention of.

    Counts of one kind are one figure where they stand at the same place of the same document, belong to mentions of one
    happening, or belong to a happening and to what it caused (an air strike with four killed, and the killing it led to). Two
    deaths that one strike caused stay two figures if the strike itself has none.
    """
    groups = _Groups()
    counted = {(kind, event.happening) for event in events for kind in event.counts}
    for event in events:
        for kind, count in event.counts.items():
            own = (kind, event.happening)
            if count.start is not None:
                groups.join(own, (kind, event.document, count.start, count.end))
            if event.cause is not None and (kind, event.cause) in counted:
                groups.join(own, (kind, event.cause))
    numbers: dict[Hashable, int] = {}
    return [
        {kind: numbers.setdefault(groups.find((kind, event.happening)), len(numbers)) for kind in event.counts} for event in events
    ]
