"""Acts of which a word before charges nobody: a siege that somebody is to break, a fight that somebody is to avert, others' acts."""

from __future__ import annotations

from collections.abc import Sequence

from eventcode.frames.model import Predicate
from eventcode.frames.roles.heads import breaks
from eventcode.frames.verbs import Verb, answers
from eventcode.mentions import View
from eventcode.mentions.closed import bare

_BREAKING = frozenset({"فك", "كسر"})
_AVERTING = frozenset({"دون", "منع", "تفادي", "تجنب", "تجنيب", "تلافي"})
_AVERTED_WITHIN = 3
_REPELLING = frozenset({"صد", "ردع", "مواجهه", "مقاومه", "احباط", "افشال", "دحر", "امتصاص", "استيعاب", "احتواء", "التصدي", "كسر"})
_ABOUT = frozenset({"عن", "بشان", "حول", "بخصوص"})
_EVENTS_OF = frozenset({"وقوع", "حدوث", "حصول", "شن", "تنفيذ", "اي"})
_REPORTS = frozenset({"تقارير", "تقريرا", "تقرير", "انباء", "معلومات", "شكاوي", "روايات", "شايعات", "ادله", "بلاغات", "بلاغا"})
_TELLING = 3
"""Tokens from a noun of telling, with an adjective, to the act."""
_THIS = frozenset({"هذا", "هذه", "اي", "ايه"})


def uncharged(view: View, predicate: Predicate) -> bool:
    """دعا الفصائل إلى الرد على المجزرة, التدخل لفك الحصار, الحيلولة دون معركة: whether whoever is asked or made to do it does another act."""
    return answers(view, predicate.first) or uncarried(view, predicate)


def uncarried(view: View, predicate: Predicate) -> bool:
    """Whether the subject of the verb that governs an act does something against it, as the word right before the act says."""
    return _broken(view, predicate) or _averted(view, predicate) or _repelled(view, predicate) or only_told(view, predicate)


def only_told(view: View, predicate: Predicate) -> bool:
    """تتابع واشنطن تقارير عن هجوم كيماوي, تدرس معلومات بشأن غارات: an act of arms of which somebody only has reports."""
    first = predicate.first
    while first > 1 and view.tokens[first - 1].norm in _EVENTS_OF:
        first -= 1
    if first < _TELLING or view.tokens[first - 1].norm not in _ABOUT or predicate.pattern.frame == "speak":
        return False
    told = view.tokens[first - 2].norm.removeprefix("ب")
    return told in _REPORTS or (view.tokens[first - 3].norm.removeprefix("ب") in _REPORTS and not view.joined(first - 2))


def _repelled(view: View, predicate: Predicate) -> bool:
    """ساعدت تركيا في صد هذا العدوان: whether an act of arms is one that somebody is to beat off."""
    first = predicate.first
    while first > 1 and view.tokens[first - 1].norm in _THIS:
        first -= 1
    before = view.tokens[first - 1].norm if first else ""
    return predicate.pattern.frame == "attack" and before.removeprefix("ال").removeprefix("ل").removeprefix("ب") in _REPELLING


def _broken(view: View, predicate: Predicate) -> bool:
    """فك الحصار, المدن المحاصرة: whether a siege is one that somebody is to break, or only describes the besieged."""
    if predicate.pattern.after == "place":
        return True
    before = view.tokens[predicate.first - 1].norm if predicate.first else ""
    return predicate.type == "siege" and bare(before.removeprefix("ل").removeprefix("ب"), _BREAKING) != ""


def _averted(view: View, predicate: Predicate) -> bool:
    """إلى الحيلولة دون اندلاع معركة, لتجنب هجوم: whether somebody is asked to see that a fight does not come about."""
    before = view.tokens[max(0, predicate.first - _AVERTED_WITHIN) : predicate.first]
    fight = predicate.pattern.frame in ("clash", "flee", "die")
    return fight and any(token.norm.removeprefix("ال").removeprefix("ل").removeprefix("ب") in _AVERTING for token in before)


def counted_breach(predicate: Predicate, verb: Verb, predicates: Sequence[Predicate]) -> bool:
    """سجل مركز المصالحة 13 خرقاً للهدنة: whoever records breaches of a truce commits none, and is no party to it."""
    if not {"light", "report"} <= verb.kinds:
        return False
    breach = "ceasefire_violation"
    return predicate.type == breach or any(p.type == breach and verb.index < p.first and breaks(p, predicate) for p in predicates)
