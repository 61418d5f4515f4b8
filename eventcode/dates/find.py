"""Find time expressions in tokens and resolve them against a reference day.

One left-to-right pass: at each clue word the grammar tries connectors (since, between, ago), then parts of day and clock times,
then days, months, years and deictic units. What cannot be resolved gives resolution none with its text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache

import attrs

from eventcode.dates.calendar import Interval, next_weekday
from eventcode.dates.grammar import Grammar, may_start
from eventcode.dates.words import CLUES
from eventcode.model import DateSpan
from eventcode.text import Token, sentences

_PREFIXES = ("", "و", "ب", "ل", "ف", "وب", "ول", "ال", "وال", "بال", "وبال", "لل", "ولل", "ك", "فال")


@attrs.frozen(slots=True)
class TimeExpression:
    """A time expression: tokens ``first`` to ``last`` (exclusive), offsets, value, the word that introduces it ("" for none).

    ``weekday`` is set (Monday 0) for a bare weekday, whose direction in time the text leaves open; ``ahead`` is its value for what is
    to come (بعد يومين, خلال 72 ساعة), ``own`` that of X in منذ X; a ``counted`` one dates the event named after it (بعد يومين من X).
    """

    first: int
    last: int
    start: int
    end: int
    value: DateSpan
    connector: str = ""
    weekday: int | None = None
    reference: dt.date | None = None
    ahead: DateSpan | None = None
    own: DateSpan | None = None
    counted: bool = False

    @property
    def telling(self) -> bool:
        """Whether it names a time of its own, which a later expression may go by (في الشهر نفسه)."""
        return self.value.start is not None and not self.counted and self.connector != "خلال"

    def forward(self) -> DateSpan | None:
        """The value if the event lies ahead: the first such weekday after the reference day; None where nothing changes."""
        if self.ahead is not None:
            return self.ahead
        if self.weekday is None or self.reference is None:
            return None
        if self.reference.weekday() == self.weekday:
            return None  # ستستمر العمليات الأحد, in a text of that Sunday
        date = next_weekday(self.reference, self.weekday)
        return attrs.evolve(self.value, start=date, end=date)


@lru_cache(maxsize=65_536)
def _clue(norm: str) -> bool:
    return any(norm.startswith(prefix) and norm[len(prefix) :] in CLUES for prefix in _PREFIXES)


def find(tokens: Sequence[Token], reference: dt.date | None, told: DateSpan | None = None) -> list[TimeExpression]:
    """The time expressions of a sentence, in order and without overlap; never raises.

    ``told`` is the last date of the text before it, which الشهر نفسه and اليوم التالي go by.
    """
    for token in tokens:
        if token.kind == "number" or (token.kind == "word" and _clue(token.norm)):
            break
    else:
        return []
    grammar = Grammar(tokens, reference, _interval(told))
    out: list[TimeExpression] = []
    last = 0
    for index, token in enumerate(tokens):
        if index < last or token.kind == "punct" or (token.kind == "word" and not may_start(token.norm)):
            continue
        hit = grammar.expression(index)
        if hit is None:
            continue
        start = token.start + grammar.skipped(index, hit.connector)
        value = _value(hit.interval)
        ahead = _value(hit.ahead) if hit.ahead is not None else None
        own = _value(hit.own) if hit.own is not None else None
        end = tokens[hit.last - 1].end
        out.append(
            TimeExpression(index, hit.last, start, end, value, hit.connector, hit.weekday, reference, ahead, own, hit.counted)
        )
        last = hit.last
        if out[-1].telling:
            grammar.told = hit.own or hit.interval
    return out


def last_told(found: Sequence[TimeExpression], before: DateSpan | None) -> DateSpan | None:
    """The date that the next sentence may go by: the last one of a sentence, else the one told ``before`` it."""
    return next((time.own or time.value for time in reversed(found) if time.telling), before)


def _interval(span: DateSpan | None) -> Interval | None:
    if span is None or span.start is None or span.end is None:
        return None
    return Interval(span.start, span.end, span.resolution)


def _value(interval: Interval | None) -> DateSpan:
    if interval is None:
        return DateSpan(None, None, "none", None, None, "none")
    return DateSpan(interval.start, interval.end, interval.resolution, interval.time, None, "text")


def resolve(text: str, reference: dt.date | None = None) -> list[TimeExpression]:
    """The time expressions of any text; offsets index the text, tokens are counted within each sentence."""
    out: list[TimeExpression] = []
    told: DateSpan | None = None
    for sentence in sentences(text):
        found = find(sentence.tokens, reference, told)
        told = last_told(found, told)
        out.extend(attrs.evolve(time, value=attrs.evolve(time.value, text=text[time.start : time.end])) for time in found)
    return out
