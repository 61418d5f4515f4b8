"""Numbers that stand for people: the displaced for their flight where they are many (coding rules 1.6), the hurt without a noun."""

from __future__ import annotations

from eventcode.mentions import View
from eventcode.numbers import Quantity

_MULTITUDE = 100
"""The least number of displaced people that stands for a displacement: خمسة نازحين are people to whom something else happens."""
_SHARES = frozenset({"نصفهم", "ثلثهم", "ثلثاهم", "معظمهم", "اغلبهم", "اغلبيتهم", "غالبيتهم", "جلهم"})
_SHARED = 4
"""Tokens over which a share of people counts those named after it: معظمهم من النازحين."""
_BY = frozenset({"في", "خلال", "جراء", "اثر", "نتيجه", "بسبب"})
_ACT = 4
"""Tokens that an act and its adjectives have."""
_UNNAMED = frozenset({"اخرون", "اخرين", "اخران", "اخرتان", "اخريان", "غيرهم", "منهم", "بجروح", "باصابات"})
"""What stands behind a number and names nobody."""


def numbered(view: View, index: int) -> bool:
    """مليون نازح, معظمهم نازحون: whether the displaced at a token are many."""
    return number_of(view, index) is not None or any(
        token.norm in _SHARES for token in view.tokens[max(0, index - _SHARED) : index]
    )


def number_of(view: View, index: int) -> Quantity | None:
    """مليون نازح, مليون مدني نازح, ثلاثة ملايين شخص بينهم مليون نازح: how many the displaced at a token are, if they are many."""
    counted = [actor.quantity for actor in view.actors if index - (actor.kind == "people") <= actor.head <= index]
    counted += [part for whole in view.quantities for part in whole.breakdown if part.first <= index < part.last]
    return next((quantity for quantity in counted if quantity is not None and (quantity.low or 0) >= _MULTITUDE), None)


def people_alone(view: View, index: int) -> bool:
    """أصيب ثمانية, أصيب 7 آخرون, جُرح عشرة بقصف, أصيب في القصف عشرة: whether a number at a token, or behind the act there by which they
    were hurt, counts people whom no noun of its own names.
    """
    starts = (index, _behind_act(view, index))
    return any(
        quantity.first in starts and (quantity.noun is None or _names_nobody(view, quantity.noun)) for quantity in view.quantities
    )


def _behind_act(view: View, index: int) -> int:
    """في القصف, جراء الغارة الجوية, بانفجار اللغم: the token behind the act that such words at a token name; -1 where they name none."""
    after = index + 1 if index < len(view.tokens) and view.tokens[index].norm in _BY else index
    acts = view.at[after].get("trigger", ()) if after < len(view.tokens) else ()
    own = any(act.analysis.proclitics == "ب" for act in acts)
    if not acts or (after == index) != own:
        return -1
    after += 1
    while after < len(view.tokens) and after - index <= _ACT and view.tokens[after].norm.startswith("ال"):
        after += 1
    return after


def _names_nobody(view: View, noun: int) -> bool:
    """Whether the word behind a number says no kind of people: آخرون, بجروح, or an act with ب."""
    acts = view.at[noun].get("trigger", ())
    return view.tokens[noun].norm in _UNNAMED or any(act.analysis.proclitics[-1:] == "ب" for act in acts)
