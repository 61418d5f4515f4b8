"""Lexemes expand to the forms that Arabic writes, and to no others."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventcode.inflection import Form, Lexeme, expand
from eventcode.text import fold


def forms(**data: Any) -> dict[str, list[Form]]:
    """The forms of a lexeme by spelling."""
    out: dict[str, list[Form]] = {}
    for form in expand(Lexeme.from_data(data)):
        out.setdefault(form.text, []).append(form)
    return out


@pytest.mark.parametrize(
    ("perfect", "imperfect", "there", "absent"),
    [
        ("قصف", "يقصف", "قصفت قصفوا قصفا قصفتا قصفن قصفنا تقصف يقصفون يقصفوا يقصفان تقصفان نقصف", "قصفي أقصف"),
        ("شنّ", "يشنّ", "شنت شنوا شننا تشن يشنون يشنوا", "شننوا شنننا"),
        ("نفى", "ينفي", "نفت نفوا نفيا ينفون تنفي ينفوا ينف", "نفيوا"),
        ("قال", "يقول", "قالت قالوا قلن قلنا يقولون يقل قيل يقال", "قولت"),
        ("استولى", "يستولي", "استولت استولوا استوليا يستولون تستولي يستولوا", ""),
        ("دعا", "يدعو", "دعت دعوا دعوا يدعون تدعو دعي يدع", "دعات"),
        ("أعاد", "يعيد", "أعادت أعدنا أعيد تعيد يعيدون يعد يعاد", "أعيدنا"),
        ("استعاد", "يستعيد", "استعادت استعيدت استعدنا يستعيدون يستعد", ""),
        ("حاصر", "يحاصر", "حاصرت حوصر حوصرت يحاصرون", ""),
        ("وافق", "يوافق", "وافقت يوافقون", "ووفق"),
        ("لقي", "يلقى", "لقيت لقوا يلقون يلقى", "لقت"),
        ("بدأ", "يبدأ", "بدأت بدأوا بدؤوا يبدأون", "بداا يبداا"),
        ("انسحب", "ينسحب", "انسحبت انسحبوا ينسحبون منسحبون", ""),
        ("ألقى", "يلقي", "ألقت ألقوا يلقون تلقي ألقيت", ""),
        ("فرّ", "يفرّ", "فرت فروا يفرون تفر", ""),
        ("جاء", "يجيء", "جاءت جاؤوا جاءوا", ""),
        ("أصاب", "يصيب", "أصابت أصيب أصيبت يصاب يصابون", ""),
        ("تبادل", "يتبادل", "تبادلت تبودل يتبادلون", ""),
    ],
)
def test_verbs(perfect: str, imperfect: str, there: str, absent: str) -> None:
    found = forms(verb=perfect, imperfect=imperfect)
    assert [word for word in there.split() if fold(word) not in found] == []
    assert [word for word in absent.split() if fold(word) in found] == []


def test_the_first_person_singular_is_there_where_an_entry_gives_it() -> None:
    given = {"verb": "دعا", "imperfect": "يدعو"}
    assert "ادعو" not in forms(**given)
    said = {(form.person, form.aspect) for form in forms(**given, **{"first-person": "أدعو"})["ادعو"]}
    assert said == {(1, "imperfect")}
    for wrong in ({"verb": "اتهم", "imperfect": "يتهم", "first-person": "أتهم"}, {"verb": "دعا", "first-person": "أدعو"}):
        with pytest.raises(ValueError, match="first person"):
            Lexeme.from_data(wrong)


def test_voice_is_told_where_it_is_spelled() -> None:
    assert {form.voice for form in forms(verb="أصاب", imperfect="يصيب")["اصيب"]} == {"passive"}
    assert {form.voice for form in forms(verb="قصف", imperfect="يقصف")["قصفت"]} == {"either"}


def test_short_forms_are_marked() -> None:
    assert {form.state for form in forms(verb="استعاد", imperfect="يستعيد")["يستعد"]} == {"jussive"}


@pytest.mark.parametrize(
    ("data", "there", "absent"),
    [
        ({"noun": "غارة", "plural": "غارات"}, "غارة غارات غارتان غارتين غارتي", "غاراتات"),
        ({"noun": "هجوم", "plural": "هجمات"}, "هجوم هجوما هجومين هجمات", "هجومات"),
        ({"verb": "انفجر", "imperfect": "ينفجر", "noun": "انفجار"}, "انفجار انفجارا انفجارات", "انفجاري"),
        ({"noun": "مقاتل", "plural": "مقاتلون"}, "مقاتلون مقاتلين مقاتلو مقاتلي", ""),
        ({"adjective": "روسي", "plural": "روس"}, "روسي روسية روسيا روسيين روس روسيتين", ""),
    ],
)
def test_nouns_and_adjectives(data: dict[str, str], there: str, absent: str) -> None:
    found = forms(**data)
    assert [word for word in there.split() if fold(word) not in found] == []
    assert [word for word in absent.split() if fold(word) in found] == []


@pytest.mark.parametrize("data", [{}, {"verbs": "قصف"}, {"imperfect": "يقصف"}, {"noun": 3}, {"verb": "قصف", "imperfect": "تقصف"}])
def test_bad_lexemes_are_refused(data: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        Lexeme.from_data(data)


LETTERS = st.text("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيّ", min_size=1, max_size=8)


@given(LETTERS, LETTERS, LETTERS, LETTERS)
def test_any_letters(verb: str, imperfect: str, noun: str, plural: str) -> None:
    try:
        lexeme = Lexeme.from_data({"verb": verb, "imperfect": "ي" + imperfect, "noun": noun, "plural": plural})
    except ValueError:
        return
    for form in expand(lexeme):
        assert fold(form.text) == form.text
