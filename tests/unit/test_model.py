"""The values of the model: validators and the JSON round trip."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventcode import Coder
from eventcode.model import (
    COUNT_KINDS,
    LEVELS,
    STATUSES,
    Actor,
    Attribution,
    CoderInfo,
    Codes,
    Count,
    DateSpan,
    Event,
    Location,
    Source,
    Span,
)

TEXT = st.text(max_size=20)
OPTIONAL = st.one_of(st.none(), TEXT)
OFFSET = st.integers(0, 10_000)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(OFFSET)
    return Span(draw(TEXT), start, start + draw(st.integers(0, 99)))


@st.composite
def dates(draw: st.DrawFn) -> DateSpan:
    first, second = sorted((draw(st.dates()), draw(st.dates())))
    return DateSpan(first, second, draw(st.sampled_from(("day", "range", "year"))), draw(OPTIONAL), draw(OPTIONAL), "text")


@st.composite
def counts(draw: st.DrawFn) -> Count:
    low = draw(st.integers(0, 10**6))
    high = draw(st.one_of(st.none(), st.integers(low, 10**7)))
    return Count(
        low, high, draw(st.booleans()), draw(st.sampled_from((None, "people", "families"))), draw(OPTIONAL), None, None, ()
    )


ACTORS = st.builds(Actor, OPTIONAL, st.one_of(st.none(), OFFSET), st.one_of(st.none(), OFFSET), TEXT, OPTIONAL)
LOCATIONS = st.builds(
    Location, OPTIONAL, st.none(), st.none(), OPTIONAL, TEXT, OPTIONAL, st.sampled_from(LEVELS), st.tuples(TEXT), st.tuples(TEXT),
    st.one_of(st.none(), st.floats(-90, 90)), st.one_of(st.none(), st.floats(-180, 180)),
)  # fmt: skip
EVENTS = st.builds(
    Event, id=TEXT, document=TEXT, sentence=spans(), trigger=spans(), also=st.tuples(spans()), type=TEXT,
    codes=st.builds(Codes, st.one_of(st.none(), st.tuples(TEXT, TEXT)), OPTIONAL, st.one_of(st.none(), st.tuples(TEXT, TEXT))),
    actors=st.tuples(ACTORS), targets=st.tuples(ACTORS), locations=st.tuples(LOCATIONS), date=dates(),
    counts=st.dictionaries(st.sampled_from(COUNT_KINDS), counts()), status=st.sampled_from(STATUSES),
    attribution=st.tuples(st.builds(Attribution, OPTIONAL, OPTIONAL, st.sampled_from(("asserts", "denies")), st.tuples(TEXT))),
    source=st.builds(Source, TEXT, OPTIONAL, OPTIONAL, OPTIONAL, st.one_of(st.none(), st.dates())), happening=TEXT, cause=OPTIONAL,
    disputes=st.tuples(TEXT), rule=TEXT, coder=st.builds(CoderInfo, TEXT, TEXT, TEXT),
)  # fmt: skip


@given(EVENTS)
def test_json_round_trip(event: Event) -> None:
    assert Event.from_dict(json.loads(json.dumps(event.to_dict(), ensure_ascii=False))) == event


@pytest.mark.parametrize(
    "make",
    [
        lambda: Span("x", 5, 4),
        lambda: Span("x", -1, 4),
        lambda: DateSpan(dt.date(2020, 1, 2), dt.date(2020, 1, 1), "day"),
        lambda: DateSpan(dt.date(2020, 1, 2), None, "day"),
        lambda: DateSpan(None, None, "fortnight"),
        lambda: Count(5, 4),
        lambda: Count(-1, None),
        lambda: Attribution("x", None, "doubts"),
        lambda: Location(None, None, None, None, "x", None, "village"),
        lambda: Location(None, None, None, None, "x", None, "settlement", lat=91.0),
    ],
)
def test_bad_values_are_refused(make: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        make()  # type: ignore[operator]


def test_particulars_count_what_the_text_tells(coder: Coder) -> None:
    told = "قصفت طائرات روسية بلدة كنصفرة أمس، ما أدى إلى مقتل ثلاثة مدنيين"
    (event,) = coder.code(told, published=dt.date(2020, 1, 23))
    assert event.particulars == 5
    (mention,) = coder.code("عاد الأهالي إلى بيوتهم بعد قصف بلدة كنصفرة", published=dt.date(2020, 1, 23))
    assert mention.particulars == 1
