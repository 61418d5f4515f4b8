"""Acts of which a word before charges nobody: a siege that somebody is to break, a fight that somebody is to avert, others' acts."""

from __future__ import annotations

from eventcode.frames.model import Predicate
from eventcode.frames.verbs import answers
from eventcode.mentions import View
from eventcode.mentions.closed import bare

_BREAKING = frozenset({"فك", "كسر"})
_AVERTING = frozenset({"دون", "منع", "تفادي", "تجنب", "تجنيب", "تلافي"})
_AVERTED_WITHIN = 3


def uncharged(view: View, predicate: Predicate) -> bool:
    """دعا الفصائل إلى الرد على المجزرة, التدخل لفك الحصار, الحيلولة دون معركة: whether whoever is asked or made to do it does another act."""
    return answers(view, predicate.first) or broken(view, predicate) or averted(view, predicate)


def broken(view: View, predicate: Predicate) -> bool:
    """فك الحصار, المدن المحاصرة: whether a siege is one that somebody is to break, or only describes the besieged."""
    if predicate.pattern.after == "place":
        return True
    before = view.tokens[predicate.first - 1].norm if predicate.first else ""
    return predicate.type == "siege" and bare(before.removeprefix("ل").removeprefix("ب"), _BREAKING) != ""


def averted(view: View, predicate: Predicate) -> bool:
    """إلى الحيلولة دون اندلاع معركة, لتجنب هجوم: whether somebody is asked to see that a fight does not come about."""
    before = view.tokens[max(0, predicate.first - _AVERTED_WITHIN) : predicate.first]
    fight = predicate.pattern.frame in ("clash", "flee", "die")
    return fight and any(token.norm.removeprefix("ال").removeprefix("ل").removeprefix("ب") in _AVERTING for token in before)
