"""When events took place: times before a colon, lengths counted from another time, and what was due."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode.coder import Coder

DAY = dt.date(2020, 1, 23)  # a Thursday


@pytest.mark.parametrize(
    ("text", "trigger", "start", "end"),
    [
        ("3 كانون الثاني 2020: قصفت الطائرات بلدة حاس", "قصفت", "2020-01-03", "2020-01-03"),
        ("قُصفت بلدة حاس الأحد، بعد يوم من هجوم على سراقب", "هجوم", "2020-01-18", "2020-01-18"),
        ("كان من المقرر أن تغادر الحافلات البلدة صباح السبت", "تغادر", "2020-01-18", "2020-01-18"),
        ("سيعقد اجتماع بعد يومين بين الجانبين", "اجتماع", "2020-01-25", "2020-01-25"),
        ("جاء القصف غداة هجوم شنته الفصائل على بلدة حاس", "هجوم", "2020-01-22", "2020-01-22"),
        ("وتصاعد القتال منذ نيسان 2019 عندما هاجمت القوات بلدة كفرنبودة", "هاجمت", "2019-04-01", "2019-04-30"),
        ("شهد أيلول 2015 تحولا كبيرا عندما تدخلت روسيا في سوريا ونشرت قوات", "نشرت", "2015-09-01", "2015-09-30"),
        ("قتلت القوات الأحد قياديا في التنظيم بغارة قرب بلدة حاس", "غارة", "2020-01-19", "2020-01-19"),
        ("تصدى الجيش، الأحد، لهجوم نفذته الهيئة قرب سراقب", "هجوم", "2020-01-19", "2020-01-19"),
        ("يقضي الاتفاق الذي وقعته تركيا وروسيا في أيلول 2018 بسحب السلاح", "الاتفاق", "2018-09-01", "2018-09-30"),
        ("دخلت الهيئة المدينة بعد ثلاثة أيام من الاشتباكات مع الفصائل", "الاشتباكات", "2020-01-20", "2020-01-23"),
        ("قصفت طائرات بلدة حاس عام 2018، وفي نيسان 2019 وقعت معارك فيها", "معارك", "2019-04-01", "2019-04-30"),
        ("سيطرت الهيئة على المطار عام 2015 وأعدمت عشرات الجنود", "أعدمت", "2015-01-01", "2015-12-31"),
        ("قصفت طائرات روسية، الأحد، بلدة حاس ودمرت مدرسة", "قصفت", "2020-01-19", "2020-01-19"),
    ],
)
def test_when(coder: Coder, text: str, trigger: str, start: str, end: str) -> None:
    event = next(event for event in coder.code(text, published=DAY) if event.trigger.text == trigger)
    assert (str(event.date.start), str(event.date.end), event.date.basis) == (start, end, "text")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("وهذه هي الغارة الأولى منذ عام 2011", "الغارة"),
        ("ساندت تركيا الفصائل في الحرب التي اشتعلت عام 2011", "ساندت"),
        ("تحاصر الهيئة البلدتين منذ عام 2015، بعدما سيطرت على إدلب", "سيطرت"),
        ("شردت المعارك مليون شخص منذ كانون الأول", "المعارك"),
        ("كان الوزير قد دعا الخميس الماضي إلى الحوار، في حين رفضت الفصائل الاقتراح", "رفضت"),
    ],
)
def test_what_is_told_of_another_time(coder: Coder, text: str, trigger: str) -> None:
    event = next(event for event in coder.code(text, published=DAY) if event.trigger.text == trigger)
    assert event.date.basis == "document"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("وكان وزير الدفاع قد توجه إلى دمشق", "actual"),
        ("وقد تقدم الجيش باتجاه سراقب", "actual"),
        ("وقد تتقدم القوات باتجاه سراقب", "hypothetical"),
        ("قد تدخل القوات المدينة", "hypothetical"),
    ],
)
def test_a_form_that_may_be_either_tense(coder: Coder, text: str, status: str) -> None:
    assert [event.status for event in coder.code(text, published=DAY)][:1] == [status]
