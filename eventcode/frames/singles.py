"""People whose noun alone says how many they are: قُتل شاب, استشهاد طفل وامرأة, اعتقلت الهيئة مصوراً."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from eventcode.frames.model import Predicate
from eventcode.mentions import ActorMention, View
from eventcode.mentions.closed import AMONG, bare
from eventcode.model import Count
from eventcode.numbers import Quantity

_KINDS = {"killing": "killed", "execution": "killed", "arrest": "detained", "prisoner_release": "detained", "abduction": "abducted"}
# A noun with the pronoun of whom it is of kin to, and the letter that tells two of them: وزوجته, وطفلاها, وطفليها.
_KIN = re.compile("و(?!ال)\\w{2,}?(?P<two>[اي])?(?:ه|ها|هم|هما)")
_PLURAL = 10
"""The largest number that the plural follows."""


def count_singles(view: View, predicates: Collection[Predicate]) -> None:
    """Count the single people to whom something was done, alone or beside others with a number; names and definite nouns count nothing."""
    for predicate in predicates:
        kind = _kind(predicate)
        targets = predicate.targets if kind and not predicate.enclitic else []
        single = {id(target): people for target in targets if (people := _alone(view, target, targets))}
        numbers = {id(target): target.quantity for target in targets if target.quantity is not None}
        numbers |= {id(target): number for target in targets if (number := _after(view, target)) is not None}
        whole = len(single) + len(numbers) == len(targets) and len({target.group for target in targets}) == 1
        if not single or not whole or any(_among(view, predicate, target) for target in targets if id(target) in single):
            continue
        quantities = list(numbers.values())
        if kind in predicate.counts and (len(quantities) != 1 or quantities[0].low > _PLURAL):
            continue  # خطف 36 سيدة وطفلاً: the number is of both
        alone = sum(single.values())
        low = alone + sum(quantity.low for quantity in quantities)
        open_ended = any(quantity.high is None for quantity in quantities) or _at_least(view, targets[-1])
        high = None if open_ended else alone + sum(quantity.high or 0 for quantity in quantities)
        start, end = min(t.start for t in targets), max(t.end for t in targets)
        text, about = view.slice(start, end), any(quantity.approximate for quantity in quantities)
        predicate.counts[kind] = Count(low, high, about, "people", text, start, end)
        predicate.why("counts", f"{text}: {kind}, one where no number stands")


def _after(view: View, target: ActorMention) -> Quantity | None:
    """(رجل) وأطفاله الثلاثة: the number that follows a noun with a pronoun."""
    if _kin(view, target) is None or target.number != "p":
        return None
    return next((quantity for quantity in view.quantities if quantity.first == target.head + 1), None)


def _kin(view: View, target: ActorMention) -> re.Match[str] | None:
    """وزوجته, وطفلاها: a noun with the pronoun of whom it is of kin to, joined to that one; but (رجل) وامرأة."""
    token = view.tokens[target.head]
    if target.proclitics[:1] != "و" or target.head != target.first or token.text.endswith("ة"):
        return None
    return _KIN.fullmatch(token.norm)


def _kind(predicate: Predicate) -> str:
    """What the people to whom a predicate was done count as; "" where nothing was done to them."""
    kind = _KINDS.get(predicate.type, "") if predicate.status == "actual" else ""
    return predicate.pattern.counts or kind if kind else ""


def _alone(view: View, target: ActorMention, targets: Sequence[ActorMention]) -> int:
    """How many people a noun without number or name tells of: شاب, ضابط من قوات النظام; (امرأة) وطفلها, وطفلاها.

    A definite noun is somebody known; the kin of others are told of beside those only.
    """
    kin = _kin(view, target)
    if kin is not None and not any(other.last == target.first for other in targets):
        return 0
    named = target.person or (target.definite and kin is None) or target.kind == "person"
    if named or target.quantity is not None or target.number == "p":
        return 0
    if kin is not None and target.number == "d":
        return 2
    if target.number != "s" or "one-person" not in view.lists[target.head]:
        return 0
    return 2 if kin is not None and kin["two"] is not None else 1


def _at_least(view: View, target: ActorMention) -> bool:
    """مقتل شخص واحد على الأقل: whether there may be more."""
    following = [token.norm for token in view.tokens[target.last : target.last + 3]]
    return following[following[:1] in (["واحد"], ["واحدا"], ["واحده"]) :][:2] == ["علي", "الاقل"]


def _among(view: View, predicate: Predicate, target: ActorMention) -> bool:
    """قتلوا بينهم طفل: whether somebody is only one of those whom an act befell."""
    return any(bare(view.tokens[p].norm, AMONG) != "" for p in range(predicate.last, target.first))
