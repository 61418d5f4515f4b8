"""Who speaks, where a noun or a surname alone takes up somebody whom the document introduced."""

from __future__ import annotations

from datetime import date

import pytest

from eventcode.coder import Coder

_DAY = date(2020, 2, 20)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.cached()


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("فرضت وزارة الخزانة الأمريكية عقوبات على دمشق. وأشارت الوزارة إلى أن الجيش قصف سراقب", "USAGOV"),
        ("قال مسؤول تركي إن الهدنة صامدة. وأكد المسؤول أن الجيش قصف سراقب", "TURGOV"),
        ("قال المتحدث باسم الخارجية الإيرانية، السيد حميد البستاني، إن الهدنة صامدة. وأضاف البستاني أن الجيش قصف سراقب", "IRNGOV"),
        ("طالب المبعوث التركي بالنظر في قصف سراقب", "TURGOV"),
    ],
)
def test_a_noun_alone_is_the_one_so_named(coder: Coder, text: str, source: str) -> None:
    shelling = [event for event in coder.code(text, published=_DAY) if event.type in ("shelling", "air_strike")]
    assert [claim.code for claim in shelling[-1].attribution] == [source]


def test_both_of_those_who_met(coder: Coder) -> None:
    events = coder.code("التقى بوتين أردوغان في موسكو. وأكد الرئيسان أن الجيش قصف سراقب", published=_DAY)
    assert {claim.code for claim in events[-1].attribution} == {"RUSGOV", "TURGOV"}


def test_what_is_asked_for_is_no_part_of_the_name(coder: Coder) -> None:
    events = coder.code("طالب المبعوث التركي بالنظر في قصف سراقب", published=_DAY)
    assert [claim.text for claim in events[-1].attribution] == ["المبعوث التركي"]
