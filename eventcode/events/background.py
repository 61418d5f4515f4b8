"""Background of a report: what it tells of the whole war, or of years before or after what happened at the place told of last."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise

from eventcode.events.context import Context
from eventcode.frames import Predicate
from eventcode.mentions import View
from eventcode.mentions.closed import COMPLEMENTISERS
from eventcode.model import DateSpan

# The war as a whole, and words which say that all of it is meant.
_WAR = re.compile("[وفبل]?(?:ال|ل)?(?:حرب|صراع|نزاع|ازمه|ثوره)")
_OF_COUNTRY = frozenset({"السوريه", "السوري", "الاهليه", "الاهلي"})
_THROUGHOUT = frozenset({"خلال", "طوال", "طيله", "منذ", "اثناء", "سنوات", "اعوام", "بدء", "بدايه", "اندلاع", "تفجر", "انطلاق"})
# Those who take part in it (طرف في الحرب السورية), and superlatives, beside which the war only measures one act (أعنف غارة منذ بدء الحرب).
_PARTIES = frozenset({"طرف", "طرفا", "الطرف", "اطراف", "الاطراف", "طرفي", "طرفان", "لاعب", "لاعبا"})
_MOST = re.compile(
    "[وفبلك]?(?:ال)?ا(?:كبر|عنف|سوا|شد|ول|خطر|ضخم|وسع|قوي|قسي|فظع|بشع|دمي|علي|كثر|حدث|خر)(?:ها|ه)?|[وفبل]?(?:ال)?(?:اولي|اخيره|مره)"
)
_YEAR = dt.timedelta(days=365)
_LATELY = dt.timedelta(days=90)
_DEAL = re.compile("[وفبل]?(?:ال)?(?:اتفاق|اتفاقيه|هدنه)")


def whole_war(view: View, predicate: Predicate, published: dt.date | None) -> bool:
    """في الحرب السورية, خلال سنوات النزاع, منذ اندلاع الأزمة: whether the clause of an act tells of the war as a whole.

    What has a late time of its own is one act of it, and so is what is measured by it (أعنف غارة منذ بدء الحرب).
    """
    starts = [time.value.start for time in predicate.times if time.value.start]
    if published and any(published - start < _LATELY for start in starts):
        return False
    norms = [token.norm for token in view.tokens]
    return any(
        _all_of_it(norms, index) and not COMPLEMENTISERS.intersection(norms[index : predicate.first])
        for index, norm in enumerate(norms)
        if _WAR.fullmatch(norm)
    )


def _all_of_it(norms: Sequence[str], index: int) -> bool:
    before = norms[max(0, index - 2) : index]
    if before and before[0] in _PARTIES:
        return False
    throughout = before[-1:] and (before[-1] in _THROUGHOUT or (before[-1] == "من" and before[0] in _THROUGHOUT))
    named = index + 1 < len(norms) and norms[index + 1] in _OF_COUNTRY
    measured = "منذ" in before and any(_MOST.fullmatch(norm) and after != "من" for norm, after in pairwise(norms[: index + 1]))
    return bool(throughout or named) and not measured


def years_apart(predicate: Predicate, context: Context, published: dt.date | None) -> bool:
    """Whether an act is dated a year or more from what happened at the place told of last, which so is no place of it."""
    starts = [time.value.start for time in predicate.times if time.value.start]
    ends = [time.value.end for time in predicate.times if time.value.end]
    told = context.when or (DateSpan(published, published, "none", None, None, "document") if published else None)
    if not starts or not ends or told is None or told.start is None or told.end is None:
        return False
    return max(ends) + _YEAR < told.start or min(starts) - _YEAR > told.end


def in_force(view: View, predicate: Predicate) -> bool:
    """اتفاق وقف إطلاق النار المبرم عام 2020: a deal that is known, whenever it was made."""
    return predicate.type == "ceasefire" and predicate.first > 0 and bool(_DEAL.fullmatch(view.tokens[predicate.first - 1].norm))
