"""Whom a noun phrase denotes: the spans and codes of actors in sentences, and the codes that the document decides."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode.coder import Coder

_DAY = dt.date(2019, 6, 1)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.cached()


def _mentions(coder: Coder, text: str) -> list[tuple[str, str]]:
    return [(text[actor.start : actor.end], actor.code) for view in coder.views(text, _DAY) for actor in view.actors]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اعتقلت الشرطة 9 باكستانيين في المرفأ", ("9 باكستانيين", "PAKCVL")),
        ("مقتل عراقيين بانفجار لغم", ("عراقيين", "IRQCVL")),
        ("صدّت الفصائل الثورية المعارضة للنظام السوري الهجوم", ("الفصائل الثورية المعارضة للنظام السوري", "SYRREB")),
        ("أغارت الطائرات على مطار كويرس العسكري", ("مطار كويرس العسكري", "SYRMIL")),
        ("خرج مشفى جسر الشغور الوطني عن الخدمة", ("مشفى جسر الشغور الوطني", "SYRHLH")),
        ("قال السفير الأميركي في دمشق روبرت فورد إن الهدنة صامدة", ("السفير الأميركي في دمشق روبرت فورد", "USAGOV")),
        ("زار شيخ الطائفة الدرزية في لبنان وليد جنبلاط المدينة", ("شيخ الطائفة الدرزية في لبنان وليد جنبلاط", "LBNREL")),
        ("نفى مصدر بالجيش اللبناني الخبر", ("مصدر بالجيش اللبناني", "LBNMIL")),
        ("اقتحم الجيش معسكر كبير لمقاتلي أحرار الشام", ("معسكر كبير لمقاتلي أحرار الشام", "SYRREBAHR")),
        ("التقى الوزير نظيره العماني", ("نظيره العماني", "OMNGOV")),
        ("صافح نظيريه الروسي سيرغي لافروف والتركي هاكان فيدان", ("التركي هاكان فيدان", "TURGOV")),
        ("هاجم مسلحون موالون للنظام القرية", ("مسلحون موالون للنظام", "SYRMIL")),
        ("هاجمت كتيبة موالية لتركيا القرية", ("كتيبة موالية لتركيا", "SYRREBSNA")),
        ("قصف مقاتلو الفصيل البلدة", ("مقاتلو الفصيل", "")),
        ("قال الشيخ تميم بن حمد إن الدوحة ترحب", ("الشيخ تميم بن حمد", "QATGOV")),
    ],
)
def test_a_phrase_is_one_actor_with_its_code(coder: Coder, text: str, expected: tuple[str, str]) -> None:
    assert expected in _mentions(coder, text)


def test_an_adjective_of_nationality_alone_is_no_people(coder: Coder) -> None:
    assert _mentions(coder, "وقع هجوم عراقي على التل") == []


def test_a_surname_stands_for_the_person_once_the_full_name_was_given(coder: Coder) -> None:
    assert ("جنبلاط", "LBNOPP") in _mentions(coder, "التقى وليد جنبلاط الوفد. وقال جنبلاط إن الزيارة ناجحة")
    assert "جنبلاط" not in dict(_mentions(coder, "وقال جنبلاط إن الزيارة ناجحة"))


@pytest.mark.parametrize(
    ("text", "side", "expected"),
    [
        # The country of a noun without an owner is that of the place.
        ("قُتل خمسة مدنيين بقصف على مدينة صنعاء", "targets", ["YEMCVL"]),
        ("قُتل خمسة مدنيين بقصف على مدينة سراقب", "targets", ["SYRCVL"]),
        # The members of an armed group named before.
        ("هاجم تنظيم داعش القرية. وقُتل 12 مسلحاً في المعارك", "targets", ["IMGISI"]),
        # A noun alone takes up the last actor named by that noun.
        ("اعتقلت منظمة مجاهدي خلق حارسين. واتهم داعش دمشق. وهاجم عناصر التنظيم القرية", "actors", ["IMGISI"]),
        ("قصف حزب الله التلة. وتقدمت جبهة النصرة. ثم انسحب مقاتلو الحزب", "actors", ["LBNREBHEZ"]),
        ("هاجم الجيش التركي وحلفاؤه القرية", "actors", ["TURMIL", "UNK"]),
        ("قال بنيامين نتنياهو إن قوات بلاده قصفت التلة", "actors", ["ISRMIL"]),
        # A visit is no armed act.
        ("زار سيرغي لافروف مدينة دمشق", "actors", ["RUSGOV"]),
        ("دعت وزارة الخارجية البحرينية مواطنيها إلى مغادرة بيروت", "targets", ["BHRCVL"]),
    ],
)
def test_the_document_decides_the_code(coder: Coder, text: str, side: str, expected: list[str]) -> None:
    last = coder.code(text, published=_DAY)[-1]
    assert [actor.code for actor in getattr(last, side)] == expected
