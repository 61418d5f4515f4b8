"""Those aboard of what is struck: استهدف القصف حافلة كانت تقل جنوداً, استهدفت طائرة سيارة يستقلها قيادي, تعرضت قافلة تنقل مدنيين لهجوم."""

from __future__ import annotations

import re

from eventcode.frames.model import STRIKE_FRAMES, Predicate
from eventcode.frames.roles.blasts import BLASTS
from eventcode.frames.roles.slots import Slots

_VEHICLE = re.compile(
    "[وبل]?(?:ال|لل)?(?:سيار|حافل|شاحن|قافل|دراج|عرب|مركب|مصفح|مدرع)(?:ه|ات|تين|تان|تي)"
    "|[وبل]?(?:ال|لل)?(?:باص|ميكروباص|سرفيس|موكب|زورق|قارب|رتل|جرار|حافلات|شاحنات)(?:ا|ات|ين)?"
)
_CARRYING = re.compile("(?:كانت?)?[يت](?:قل|نقل|حمل)|اقلت?")
_RIDDEN = re.compile("[يت](?:ستقل|قود)(?:ون)?(?:ها|ه|هما)|(?:ب?داخل|متن)(?:ها|ه)|فيها")
_WORDS_BETWEEN = 4
"""Tokens between a vehicle and the verb of carrying or riding: حافلة مبيت كانت تقل."""
_RIDERS = frozenset({"people", "force", "official", "person", "group"})
_RIDERS_WITHIN = 3


def aboard(slots: Slots, predicate: Predicate) -> None:
    """Give an attack that has no target but vehicles the people who are told to be in one of these."""
    if predicate.type == "suicide_bomb" or (predicate.pattern.frame not in STRIKE_FRAMES and predicate.type not in BLASTS):
        return  # عربة مفخخة يقودها انتحاري
    if any(target.code or target.kind not in ("vehicle", "facility") for target in predicate.targets):
        return
    view, clauses = slots.view, slots.clauses
    start = clauses.left_end(predicate.first) if predicate.verb < predicate.first else predicate.first
    others = [other.first for other in clauses.predicates if other is not predicate and other.pattern.frame in STRIKE_FRAMES]
    for index in range(start, len(view.tokens)):
        if clauses.hard[index] or (index > predicate.last and index in others):
            return
        if _VEHICLE.fullmatch(view.tokens[index].norm) and not predicate.first <= index < predicate.last:
            for verb in range(index + 1, min(len(view.tokens), index + 1 + _WORDS_BETWEEN)):
                norm = view.tokens[verb].norm
                if _CARRYING.fullmatch(norm) or _RIDDEN.fullmatch(norm):
                    riders = (i for i in clauses.items if i.kind == "actor" and verb < i.first <= verb + _RIDERS_WITHIN)
                    item = next((i for i in riders if i.actors[0].kind in _RIDERS), None)
                    slots.put(predicate, item, "target", "aboard of what is struck")
                    return
