"""Years, seasons and decades: عام 2015, صيف العام الماضي, تسعينيات القرن الماضي."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from eventcode.dates import months
from eventcode.dates.calendar import FIRST_YEAR, Interval, season_of, year_of
from eventcode.dates.hit import Hit
from eventcode.dates.words import DECADES, NEXT, PAST, SEASONS, THIS

if TYPE_CHECKING:
    from eventcode.dates.grammar import Grammar

_THAN = frozenset({"اكثر", "اقل", "ازيد", "ازود"})


def year(grammar: Grammar, index: int, *, loose: bool = False) -> Hit | None:
    """عام 1998, سنة 2011, عامي 2012 و2013; a bare year after منذ, في or بين."""
    word = grammar.bare(index)
    if word in ("عام", "العام", "سنه", "السنه") and months.year_number(grammar, index + 1) is not None:
        return Hit(index + 2, year_of(months.year_number(grammar, index + 1) or FIRST_YEAR))
    if word in ("عامي", "سنتي") and months.year_number(grammar, index + 1) is not None:
        position = index + 2 + (grammar.norm(index + 2) == "و")
        second = months.year_number(grammar, position)
        first = months.year_number(grammar, index + 1)
        if second is not None and first is not None and second >= first:
            return Hit(position + 1, Interval(dt.date(first, 1, 1), dt.date(second, 12, 31), "range"))
    value = months.year_number(grammar, index)
    bare_year = loose or grammar.norm(index - 1).removeprefix("و") in ("في", "بين", "حتي", "و", "من", "خلال")
    if grammar.norm(index - 1) == "من" and grammar.norm(index - 2).removeprefix("ب") in _THAN:
        return None  # أكثر من 2000 معتقل
    if value is not None and 1990 <= value <= 2035 and bare_year and not _counted(grammar, index + 1):
        return Hit(index + 1, year_of(value))
    return None


def _counted(grammar: Grammar, index: int) -> bool:
    """Whether a noun follows a bare number, so that it counts and is no year."""
    return (
        index < grammar.size
        and grammar.tokens[index].kind == "word"
        and grammar.tokens[index].norm.endswith(("ا", "ين"))
        and len(grammar.tokens[index].norm) > 3
        and not grammar.tokens[index].norm.startswith(("و", "ال"))
    )


def season(grammar: Grammar, index: int) -> Hit | None:
    """صيف 2017, ربيع عام 2013, الصيف الماضي."""
    word = grammar.bare(index)
    name = word.removeprefix("ال")
    if name not in SEASONS:
        return None
    first, last = SEASONS[name]
    position = index + 1
    if grammar.norm(position) in ("عام", "العام", "سنه"):
        position += 1
    year = months.year_number(grammar, position)
    if year is not None:
        return Hit(position + 1, season_of(year, first, last))
    adjective = grammar.norm(position)
    if position > index + 1 and adjective in PAST | NEXT | THIS and grammar.reference is not None:
        step = -1 if adjective in PAST else 1 if adjective in NEXT else 0
        return Hit(position + 1, season_of(grammar.reference.year + step, first, last))  # صيف العام الماضي
    if word.startswith("ال") and adjective in PAST | NEXT | THIS:
        if grammar.reference is None:
            return Hit(position + 1, None)
        year = grammar.reference.year
        season = season_of(year, first, last)
        if adjective in PAST:
            season = season if season.end < grammar.reference else season_of(year - 1, first, last)
        elif adjective in NEXT:
            season = season if season.start > grammar.reference else season_of(year + 1, first, last)
        return Hit(position + 1, season)
    return None


def decade(grammar: Grammar, index: int) -> Hit | None:
    """تسعينيات القرن الماضي, الثمانينات."""
    word = grammar.bare(index).removeprefix("ال")
    if word not in DECADES or grammar.norm(index + 1) != "القرن":
        return None
    century = 1900 if grammar.norm(index + 2) in PAST or grammar.norm(index + 2) == "العشرين" else 2000
    start = century + DECADES[word]
    return Hit(index + 3, Interval(dt.date(start, 1, 1), dt.date(start + 9, 12, 31), "range"))
