"""What one crowd does in one sentence is one happening; what the police fire to scatter it is one, too."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode import Coder

DAY = dt.date(2020, 1, 23)
CROWD = {"protest", "violent_protest", "mob_violence", "protest_repression"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أحرق محتجون إطارات وقطعوا الطريق الرئيسي في بلدة أطمة", [("violent_protest", "أحرق")]),
        ("قطع محتجون الطريق ورشقوا عربة تركية بالحجارة", [("violent_protest", "قطع")]),
        ("اقتحم متظاهرون مخفراً في سلقين وحطموا نوافذه", [("violent_protest", "اقتحم")]),
        ("رشق محتجون عربة تركية بالحجارة، وأغلق أهالي سرمين الطريق", [("violent_protest", "رشق"), ("protest", "أغلق")]),
        ("أطلقت الشرطة الرصاص لتفريق المتظاهرين في عفرين", [("protest_repression", "أطلقت")]),
    ],
)
def test_one_happening_of_a_crowd(text: str, expected: list[tuple[str, str]]) -> None:
    events = Coder.cached().code(text, published=DAY)
    assert [(event.type, event.trigger.text) for event in events if event.type in CROWD] == expected
