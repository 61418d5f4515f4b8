"""Wordings of accusations, judgments, warnings and deals in reports: who, at whom, and what is claimed of what they speak of."""

from __future__ import annotations

from datetime import date

import pytest

from eventcode.coder import Coder
from eventcode.model import Event

_DAY = date(2018, 9, 10)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.cached()


def _all(coder: Coder, text: str, kind: str) -> list[Event]:
    return [event for event in coder.code(text, published=_DAY) if event.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "targets"),
    [
        # "unless" opens a clause of its own, "what was not" after a pronoun does not
        ("لن تنسحب تركيا ما لم توقف دمشق القصف", "shelling", ["SYRMIL"], []),
        ("هددت موسكو بالرد ما لم تنسحب الفصائل من المدينة", "withdrawal", ["SYRREB"], []),
        ("أعلنت الفصائل إسقاط طائرة، وهو ما لم تعلق عليه دمشق", "shoot_down", ["SYRREB"], ["SYRMIL"]),
        # several men in the oblique are no subject
        ("وحذرت مسؤولي النظام من عواقب التصعيد", "warning", [], ["SYRGOV"]),
        ("ناشد أهالي المدينة المنظمات التدخل", "appeal", ["SYRCVL"], ["NGO"]),
        # the verb or the preposition with which blame is put on somebody
        ("حملت واشنطن مسؤولية الهجوم لدمشق", "accusation", ["USAGOV"], ["SYRGOV"]),
        ("حملت واشنطن مسؤولية الهجوم لدمشق", "ground_attack", ["SYRMIL"], []),
        ("ألقت باريس مسؤولية القصف على عاتق موسكو", "accusation", ["FRAGOV"], ["RUSGOV"]),
        ("ألقت باريس مسؤولية القصف على عاتق موسكو", "shelling", ["RUSMIL"], []),
        ("حملت دمشق أنقرة مسؤولية دعم الفصائل للتنظيم", "accusation", ["SYRGOV"], ["TURGOV"]),
        # the noun of a phrase and the verb's own noun are no second act
        ("وجهت أنقرة أصابع الاتهام إلى قوات النظام", "accusation", ["TURGOV"], ["SYRMIL"]),
        ("أدرجت لندن أربعة ضباط سوريين على لائحة العقوبات", "sanction", ["GBRGOV"], ["SYRMIL"]),
        ("نقلت الوكالة نفي دمشق نفيا قاطعا قصف المدينة", "denial", ["SYRGOV"], []),
        # a second verb of speech that is spelled like its noun, and acts that say nothing
        ("ندد الائتلاف بالقصف ورفض المفاوضات", "rejection", ["SYROPP"], []),
        ("هاجم الأسد تركيا ورفض الاتفاق", "rejection", ["SYRGOV"], []),
        ("انتقد أردوغان القصف وطلب انسحاب قوات النظام", "appeal", ["TURGOV"], []),
        ("تراجعت أنقرة عن الاتفاق ورفضت الهدنة", "rejection", ["TURGOV"], []),
        ("أدان البيان الهجوم ورفض دمشق التعاون", "rejection", ["SYRGOV"], []),
        ("رفضت الهدنة فصائل المعارضة", "rejection", ["SYRREB"], []),
        ("نفت أنقرة الهجوم وأدانت الغارات على إدلب", "criticism", ["TURGOV"], []),
        # what one threatens to answer is others' act
        ("توعدت أنقرة بالرد على أي هجوم يستهدف جنودها", "ground_attack", [], ["TURMIL"]),
        ("توعد الجيش بالرد بقصف المدينة", "shelling", ["SYRMIL"], []),
        # two who met, with a verb spelled like a noun
        ("أعلن الكرملين أن بوتين وماكرون بحثا هاتفيا الوضع في سوريا", "negotiation", ["RUSGOV", "FRAGOV"], []),
        ("أكد الوزيران التركي والروسي أنهما بحثا الوضع في إدلب", "negotiation", ["TURGOV", "RUSGOV"], []),
        ("التقى بوتين وأردوغان بحثا عن حل", "negotiation", ["RUSGOV", "TURGOV"], []),
        # from whom sanctions are lifted
        ("قررت ألمانيا رفع العقوبات الاقتصادية عن دمشق", "sanction", ["DEU"], ["SYRGOV"]),
        ("تحدث ماكرون عن العقوبات بعيدا عن روسيا", "sanction", ["FRAGOV"], []),
        ("فرضت الخزانة الأمريكية عقوبات على النظام", "sanction", ["USAGOV"], ["SYRGOV"]),
        # an act of which somebody only has reports
        ("تتابع واشنطن تقارير عن هجوم كيماوي في سوريا", "chemical_attack", [], []),
        ("نشرت الوكالة تقريرا عن قصف النظام للمدينة", "shelling", ["SYRMIL"], []),
        # the second of two charges, and how strongly it is said
        ("اتهم الوزير روسيا بدعم النظام وقتل المتظاهرين", "killing", ["RUSMIL", "SYRMIL"], ["SYRCVL"]),
        ("ندد البيت الأبيض بقوة بالقصف", "criticism", ["USAGOV"], []),
        ("دفعت تركيا بقوة عسكرية إلى إدلب", "mobilization", ["TURMIL"], []),
    ],
)
def test_who_and_at_whom(coder: Coder, text: str, kind: str, actors: list[str], targets: list[str]) -> None:
    found = _all(coder, text, kind)
    assert len(found) == 1
    assert [actor.code for actor in found[0].actors] == actors
    assert [target.code for target in found[0].targets] == targets


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("تجري موسكو وأنقرة محادثات بشأن وقف محتمل لإطلاق النار", "ceasefire", "hypothetical"),
        ("تناقش الأطراف وقفا مرتقبا لإطلاق النار", "ceasefire", "future"),
        ("دخل وقف مؤقت لإطلاق النار حيز التنفيذ في درعا", "ceasefire", "actual"),
        ("بحث الطرفان اتفاقا محتملا بشأن إدلب", "agreement", "hypothetical"),
        ("أعلنت أنقرة هجوما وشيكا على منبج", "ground_attack", "future"),
        ("قصف الجيش هدفا محتملا قرب بنش", "shelling", "actual"),
        ("أي طرف يقصف المدنيين سيدفع الثمن", "shelling", "hypothetical"),
        ("كل من يهاجم القاعدة عدو لنا", "ground_attack", "hypothetical"),
        ("كل الفصائل تقصف المدينة", "shelling", "actual"),
    ],
)
def test_status(coder: Coder, text: str, kind: str, status: str) -> None:
    assert [event.status for event in _all(coder, text, kind)] == [status]
