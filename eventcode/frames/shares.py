"""Numbers told as a share of people named before: ثلاثة ملايين شخص نصفهم نازحون."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

from eventcode.frames.model import Predicate
from eventcode.mentions import View
from eventcode.mentions.closed import HARD_ENDS
from eventcode.model import Count
from eventcode.text import fold

_SHARES = {"نصفهم": Fraction(1, 2), "ثلثهم": Fraction(1, 3), "ثلثاهم": Fraction(2, 3), "ربعهم": Fraction(1, 4)}
_REACH = 4
"""Tokens from a share to those of whom it is told: نصفهم تقريباً من النازحين."""
_MORE = ("اكثر", "من")


def count_shares(view: View, predicates: Collection[Predicate]) -> None:
    """Count the displaced of whom the text tells only what share they are of a number of people before them in the sentence."""
    for predicate in predicates:
        if predicate.type != "displacement" or "displaced" in predicate.counts:
            continue
        near = range(predicate.first - 1, max(-1, predicate.first - 1 - _REACH), -1)
        share = next((p for p in near if view.tokens[p].norm.removeprefix("و") in _SHARES), None)
        if share is None:
            continue
        whole = [q for q in view.quantities if q.last <= share and q.number.exact and q.unit == "people"]
        if not whole or any(token.text in HARD_ENDS for token in view.tokens[whole[-1].last : share]):
            continue
        part = whole[-1].low * _SHARES[view.tokens[share].norm.removeprefix("و")]
        more = tuple(token.norm for token in view.tokens[max(0, share - 2) : share]) == _MORE
        start, end = view.tokens[share].start, view.tokens[share].end
        low = int(part) + more
        predicate.counts["displaced"] = Count(low, None if more else low, True, "people", view.slice(start, end), start, end)
        predicate.why("counts", f"{view.slice(start, end)} of {view.slice(whole[-1].start, whole[-1].end)}")


def is_share(count: Count) -> bool:
    """Whether a count is told as a share of people who were named, with where they are, before it."""
    return fold(count.text or "").removeprefix("و") in _SHARES
