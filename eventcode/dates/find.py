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

    ``weekday`` is set (Monday 0) for a bare weekday, whose direction in time the text leaves open; ``ahead`` is the value of what
    dates only what is to come (بعد يومين, خلال 72 ساعة).
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


def find(tokens: Sequence[Token], reference: dt.date | None) -> list[TimeExpression]:
    """The time expressions of a sentence, in order and without overlap; never raises."""
    for token in tokens:
        if token.kind == "number" or (token.kind == "word" and _clue(token.norm)):
            break
    else:
        return []
    grammar = Grammar(tokens, reference)
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
        end = tokens[hit.last - 1].end
        out.append(TimeExpression(index, hit.last, start, end, value, hit.connector, hit.weekday, reference, ahead))
        last = hit.last
    return out


def _value(interval: Interval | None) -> DateSpan:
    if interval is None:
        return DateSpan(None, None, "none", None, None, "none")
    return DateSpan(interval.start, interval.end, interval.resolution, interval.time, None, "text")


def resolve(text: str, reference: dt.date | None = None) -> list[TimeExpression]:
    """The time expressions of any text; offsets index the text, tokens are counted within each sentence."""
    return [
        attrs.evolve(found, value=attrs.evolve(found.value, text=text[found.start : found.end]))
        for sentence in sentences(text)
        for found in find(sentence.tokens, reference)
    ]
