"""Numbers to which a toll has risen, told apart from what it counts: ارتفع إلى 30 عدد الشهداء, ارتفع عدد القتلى جراء القصف إلى 30."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from eventcode.frames.model import FIRE, STRIKE_FRAMES, Predicate
from eventcode.mentions import View
from eventcode.mentions.closed import bare
from eventcode.numbers import Quantity

_TOLL_WORDS = frozenset({"عدد", "تعداد", "حصيله", "اعداد", "اجمالي", "مجموع"})
_RISING = re.compile("[وفل]?(?:[ايت]?رتفع(?:ت)?|ارتفاعا?|وصلت?|[يت]صل|وصول)")
_COMING_TO = re.compile("[وفل]?(?:بلغت?|[يت]بلغ|تجاوزت?|[يت]تجاوز|تخطت?|[يت]تخطي)")
_BEFORE = 8
"""How many words before the toll the verb may stand: ارتفع إلى ما لا يقل عن ثلاثين عدد الشهداء."""
_AFTER = 14
"""How many words after the toll the number may stand, with where and by what they died in between."""
_TO = frozenset({"الي"})


def toll_counts(view: View, predicates: Collection[Predicate], used: Collection[int]) -> Iterator[tuple[Predicate, str, Quantity]]:
    """The number of each toll of the sentence, what it counts, and the act that has no such number yet."""
    for position, token in enumerate(view.tokens):
        strikes = _strikes(predicates, position) if bare(token.norm, _TOLL_WORDS) else None
        kind = "strikes" if strikes is not None else _counted(view, position) if bare(token.norm, _TOLL_WORDS) else ""
        verb = _verb(view, position) if kind else -1
        if verb < 0:
            continue
        number = next((q for q in view.quantities if id(q) not in used and _reached(view, q, verb, position)), None)
        host = (strikes or _host(predicates, verb, position, kind)) if number is not None else None
        if number is not None and host is not None:
            yield host, kind, number


def _strikes(predicates: Collection[Predicate], position: int) -> Predicate | None:
    """بلغ عدد الغارات على المدينة 25: the strikes whose number a word at a token introduces."""
    nouns = (p for p in predicates if p.pos == "noun" and p.type in FIRE and p.first == position + 1)
    return next((p for p in nouns if "strikes" not in p.counts), None)


def _counted(view: View, position: int) -> str:
    """Whether a toll is of the dead or of the wounded: عدد القتلى, حصيلة الجرحى."""
    for index in range(position + 1, min(position + 3, len(view.tokens))):
        for name, kind in (("dead", "killed"), ("wounded", "injured")):
            if name in view.lists[index]:
                return kind
    return ""


def _verb(view: View, position: int) -> int:
    """The word of rising or reaching before a toll; -1 for none."""
    for index in range(position - 1, max(-1, position - 1 - _BEFORE), -1):
        if _RISING.fullmatch(view.tokens[index].norm) or _COMING_TO.fullmatch(view.tokens[index].norm):
            return index
    return -1


def _reached(view: View, quantity: Quantity, verb: int, toll: int) -> bool:
    """Whether a number is what the toll reached: after إلى, or, of one that comes to a number, right behind those it counts."""
    to = any(bare(view.tokens[p].norm, _TO) for p in range(max(0, quantity.first - 2), quantity.first + 1))
    if verb < quantity.first < toll:
        return to
    if not toll < quantity.first <= toll + _AFTER:
        return False
    return (
        to
        if _RISING.fullmatch(view.tokens[verb].norm)
        else not any(view.tokens[p].text in ("،", ",") for p in range(toll, quantity.first))
    )


def _host(predicates: Collection[Predicate], verb: int, toll: int, kind: str) -> Predicate | None:
    """The report of the deaths itself, else the attack whose toll it is."""
    own = [p for p in predicates if p.type == "killing" and verb <= p.first <= toll + 2]
    attacks = [p for p in predicates if p.pattern.frame in STRIKE_FRAMES and p.first > toll]
    return next((p for p in [*own, *attacks] if kind not in p.counts), None)
