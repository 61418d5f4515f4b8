"""Pairing of two codings of the same document, one to one, the best pairs first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
U = TypeVar("U")

Places = Sequence[tuple[int, int]]
"""Offsets of an event's trigger and of the further predicates that stand for it."""


def overlap(left: Places, right: Places) -> bool:
    """Whether any stretch of the one shares a character with any of the other."""
    return any(start < other_end and other_start < end for start, end in left for other_start, other_end in right)


def pair(left: Sequence[T], right: Sequence[U], rate: Callable[[T, U], Any]) -> list[tuple[int, int]]:
    """Positions of what belongs together, each in one pair at most.

    ``rate`` tells how well two fit (any ordered value; the highest goes first), or None where they cannot be a pair. Ties go to what
    stands first, so that the result does not depend on anything but the order of the two sequences.
    """
    rated = [
        (rating, -i, -j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if (rating := rate(one, other)) is not None
    ]  # fmt: skip
    out: list[tuple[int, int]] = []
    taken: set[int] = set()
    matched: set[int] = set()
    for _, i, j in sorted(rated, reverse=True):
        if -i not in taken and -j not in matched:
            taken.add(-i)
            matched.add(-j)
            out.append((-i, -j))
    return out
