"""People whose noun alone says how many they are: قُتل شاب, استشهاد طفل وامرأة, اعتقلت الهيئة مصوراً."""

from __future__ import annotations

from collections.abc import Collection

from eventcode.frames.model import Predicate
from eventcode.mentions import ActorMention, View
from eventcode.mentions.closed import AMONG, bare
from eventcode.model import Count

_KINDS = {"killing": "killed", "execution": "killed", "arrest": "detained", "prisoner_release": "detained", "abduction": "abducted"}
_PLURAL = 10
"""The largest number that the plural follows."""


def count_singles(view: View, predicates: Collection[Predicate]) -> None:
    """Count the single people to whom something was done, alone or beside others with a number; names and definite nouns count nothing."""
    for predicate in predicates:
        kind = _kind(predicate)
        single = [target for target in predicate.targets if kind and not predicate.enclitic and _one(view, target)]
        numbered = [target for target in predicate.targets if target.quantity is not None]
        whole = len(single) + len(numbered) == len(predicate.targets) and len({target.group for target in predicate.targets}) == 1
        if not single or not whole or any(_among(view, predicate, target) for target in single):
            continue
        quantities = [target.quantity for target in numbered if target.quantity is not None]
        if kind in predicate.counts and (len(quantities) != 1 or quantities[0].low > _PLURAL):
            continue  # خطف 36 سيدة وطفلاً: the number is of both
        low = len(single) + sum(quantity.low for quantity in quantities)
        open_ended = any(quantity.high is None for quantity in quantities)
        open_ended = open_ended or _at_least(view, predicate.targets[-1])
        high = None if open_ended else len(single) + sum(quantity.high or 0 for quantity in quantities)
        start, end = min(t.start for t in predicate.targets), max(t.end for t in predicate.targets)
        text, about = view.slice(start, end), any(quantity.approximate for quantity in quantities)
        predicate.counts[kind] = Count(low, high, about, "people", text, start, end)
        predicate.why("counts", f"{text}: {kind}, one where no number stands")


def _kind(predicate: Predicate) -> str:
    """What the people to whom a predicate was done count as; "" where nothing was done to them."""
    kind = _KINDS.get(predicate.type, "") if predicate.status == "actual" else ""
    return predicate.pattern.counts or kind if kind else ""


def _one(view: View, target: ActorMention) -> bool:
    """Whether a mention is one person without a name (شاب, ضابط من قوات النظام)."""
    named = target.person or target.definite or target.kind == "person"
    return not named and target.quantity is None and target.number == "s" and "one-person" in view.lists[target.head]


def _at_least(view: View, target: ActorMention) -> bool:
    """مقتل شخص واحد على الأقل: whether there may be more."""
    following = [token.norm for token in view.tokens[target.last : target.last + 3]]
    return following[following[:1] in (["واحد"], ["واحدا"], ["واحده"]) :][:2] == ["علي", "الاقل"]


def _among(view: View, predicate: Predicate, target: ActorMention) -> bool:
    """قتلوا بينهم طفل: whether somebody is only one of those whom an act befell."""
    return any(bare(view.tokens[p].norm, AMONG) != "" for p in range(predicate.last, target.first))
