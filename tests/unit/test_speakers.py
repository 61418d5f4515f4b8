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


def test_each_of_several_speakers(coder: Coder) -> None:
    events = coder.code("أكدت كل من موسكو وأنقرة أن الجيش قصف سراقب", published=_DAY)
    assert {claim.code for claim in events[-1].attribution} == {"RUS", "TUR"}
    assert not any(claim.text for claim in coder.code("أكد كل ما قاله أن الجيش قصف سراقب", published=_DAY)[-1].attribution)


def test_both_of_those_who_met(coder: Coder) -> None:
    events = coder.code("التقى بوتين أردوغان في موسكو. وأكد الرئيسان أن الجيش قصف سراقب", published=_DAY)
    assert {claim.code for claim in events[-1].attribution} == {"RUSGOV", "TURGOV"}


def test_what_is_asked_for_is_no_part_of_the_name(coder: Coder) -> None:
    events = coder.code("طالب المبعوث التركي بالنظر في قصف سراقب", published=_DAY)
    assert [claim.text for claim in events[-1].attribution] == ["المبعوث التركي"]


_SAID = '"القصف قتل خمسة مدنيين"'


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"وقال ستيوارت لوغان {_SAID}", "ستيوارت لوغان"),
        (f"وأضاف لوغان لرويترز: {_SAID}", "لوغان"),
        (f"وأضاف لوغان في حديث تلفزيوني: {_SAID}", "لوغان"),
        (f"وأضاف كروغر للصحيفة {_SAID}", "كروغر"),
        (f"وقالت ميرال (38 عاما): {_SAID}", "ميرال (38 عاما)"),
        (f"وأضاف كمال: {_SAID}", "كمال"),
        (f"وقال معلقا على الحادث: {_SAID}", None),
        (f"وقال ردا على سؤال في المؤتمر: {_SAID}", None),
        (f"وأضاف سببا آخر في حديثه: {_SAID}", None),
        (f"وأضاف في تغريدة: {_SAID}", None),
        ("أوضح حجم الخسائر في بيانه: القصف قتل خمسة مدنيين", None),
        ("وقال سبق أن حذرنا من القصف", None),
    ],
)
def test_a_name_before_a_colon_or_a_quotation_speaks(coder: Coder, text: str, source: str | None) -> None:
    shelling = [event for event in coder.code(text, published=_DAY) if event.type == "shelling"]
    assert source in {claim.text for claim in shelling[-1].attribution} | ({None} if source is None else set())
    assert source is not None or not any(claim.text for claim in shelling[-1].attribution)


def test_a_verb_before_a_quotation_is_no_name(coder: Coder) -> None:
    events = coder.code('رأى رجب طيب أردوغان أن الهدنة إذا أعلنت ستكون "إنجازا"', published=_DAY)
    assert all(claim.text == "رجب طيب أردوغان" for event in events for claim in event.attribution)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وعلمت الصحيفة من قيادي في الفصيل أن الجيش قصف سراقب", "قيادي في الفصيل"),
        ("علمت رويترز من مصادر محلية أن الجيش قصف سراقب", "مصادر محلية"),
        ("علمت الوكالة أن الجيش قصف سراقب", "الوكالة"),
        ("علمت موسكو بالقصف على سراقب", None),
        ("علم الأهالي أن الجيش قصف سراقب", None),
        ("لم تعلم الصحيفة أن الجيش قصف سراقب", None),
    ],
)
def test_what_an_outlet_learnt(coder: Coder, text: str, source: str | None) -> None:
    shelling = [event for event in coder.code(text, published=_DAY) if event.type == "shelling"]
    assert [claim.text for claim in shelling[-1].attribution] == ([source] if source else [])
