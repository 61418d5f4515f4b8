"""Every example of the codebook yields exactly its events, and every pattern fires in an example."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode import Coder
from eventcode.check.compare import compare
from eventcode.codebook import Example, load_codebook

CODEBOOK = load_codebook()
EXAMPLES = CODEBOOK.examples


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.file}:{example.line}")
def test_example(coder: Coder, example: Example) -> None:
    events = coder.code(example.text, published=example.date or dt.date(2020, 1, 23))
    differences = compare(events, example)
    if example.known:
        assert differences, "a known failure passes now: take its mark away"
    else:
        assert differences == []


def test_every_pattern_fires(coder: Coder) -> None:
    fired = {
        event.rule.split("/", 1)[1]
        for example in EXAMPLES
        for event in coder.code(example.text, published=example.date or dt.date(2020, 1, 23))
    }
    assert sorted({pattern.rule for pattern in CODEBOOK.patterns} - fired) == []
