"""Places as reports of all provinces tell them: sectors, pairs of airports, datelines, flights, gates (coding rules, section 4)."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode import Coder

DAY = dt.date(2018, 9, 10)


def places(coder: Coder, text: str, trigger: str) -> list[str]:
    """The places of the last event whose trigger begins so."""
    event = [event for event in coder.code(text, published=DAY) if event.trigger.text.startswith(trigger)][-1]
    return [place.name for place in event.locations]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # A sector of a governorate is a side of it; that of a region is told for the region.
        ("دارت اشتباكات في القطاع الشرقي من ريف دير الزور", "اشتباكات", ["ريف دير الزور الشرقي"]),
        ("استهدفت المدفعية بلدة داعل بالقطاع الأوسط من ريف درعا", "استهدفت", ["داعل"]),
        ("قصفت الطائرات القطاع الشرقي من جبل الزاوية", "قصفت", ["جبل الزاوية"]),
        ("قصفت الطائرات بلدة النشابية في القطاع الأوسط", "قصفت", ["النشابية"]),
        # Two airports, camps or prisons that are called after towns; a plural of prisons is no single one.
        ("استهدفت الصواريخ مطاري دمشق وحلب الدوليين", "استهدفت", ["مطار دمشق الدولي", "مطار حلب الدولي"]),
        ("خرج مطارا الضمير والمزة عن الخدمة بعد غارات عليهما", "غارات", ["مطار الضمير العسكري", "مطار المزة العسكري"]),
        ("هاجم السجناء حراسهم في سجون حلب", "هاجم", ["حلب"]),
        # The countryside of two governorates, one of which is called so.
        ("شنت الطائرات غارات على ريفي درعا ودمشق", "غارات", ["ريف درعا", "ريف دمشق"]),
        # The governorate of a dateline, which no act has that another one of the sentence tells the place of.
        ("محافظة درعا - المرصد السوري: دارت معارك في بلدة حيط إثر هجوم للتنظيم", "هجوم", ["حيط"]),
        ("محافظة إدلب: اشتباكات عنيفة وقصف", "قصف", ["إدلب"]),
        # Aircraft that strike from over another country.
        ("قصف نفذته طائرات كانت تحلق في أجواء لبنان طال مواقع في محيط القصير", "قصف", ["محيط القصير"]),
        ("قصفت طائرات إسرائيلية من الأجواء اللبنانية مواقع قرب مصياف", "قصفت", ["محيط مصياف"]),
        ("حلقت طائرات إسرائيلية في أجواء لبنان وقصفت مواقع للنظام", "قصفت", []),
        ("حلقت طائرات روسية في أجواء إدلب وقصفت مواقع للفصائل", "قصفت", ["إدلب"]),
        ("قصفت القوات التركية مواقع في أجزاء من الأراضي السورية", "قصفت", ["سوريا"]),
        # What lies at a gate or at a border.
        ("انفجرت سيارة قرب دوار البانوراما عند المدخل الجنوبي لمدينة دير الزور", "انفجرت", ["دوار البانوراما"]),
        ("اغتال مسلحون ضابطاً في بلدة نصيب عند الحدود الأردنية", "اغتال", ["نصيب"]),
        ("غارة في ريف حلب عند قرية خان العسل", "غارة", ["خان العسل"]),
        # A road by the two towns that it joins.
        ("استهدفت طائرة سيارة على الطريق الواصل بين بلدتي قاح وأطمة", "استهدفت", ["طريق قاح - اطمه"]),
        # A village spelt otherwise than the table has it, where the governorate is told; no slip of a village of another one.
        ("شنت الطائرات غارات على بلدتي علما، والغرية الشرقية في ريف درعا", "غارات", ["علما", "الغارية الشرقية"]),
        ("سقطت صواريخ على بلدتي حرزما والنشابية بالغوطة الشرقية", "سقطت", ["حزرما", "النشابية"]),
        ("هاجم التنظيم مواقع قرب بلدة الحمدان غربي البوكمال", "هاجم", ["محيط الحمدان"]),
        ("قصفت الطائرات بلدة خان شيحون جنوب إدلب", "قصفت", ["خان شيخون"]),
        # Two villages of which the table has one or none.
        ("سيطرت القوات على قريتي تل الزعتر والمشكاية شرق حلب", "سيطرت", ["تل زعتر", "المشكاية"]),
        ("قصفت الطائرات قريتي الكومة وسراقب بريف إدلب", "قصفت", ["الكومة", "سراقب"]),
        ("قصفت الطائرات قريتي سراقب وبنش وقتلت مدنياً", "قصفت", ["سراقب", "بنش"]),
        # A village that is called like people.
        ("شنت الطائرات غارات على أطراف بلدة اللطامنة وقرية الصياد في ريف حماة", "غارات", ["محيط اللطامنة", "صياد"]),
        ('هاجم التنظيم قرية "عشاير" قرب مدينة البوكمال', "هاجم", ["عشاير"]),
        ("قصفت الطائرات مدينة الضمير", "قصفت", ["الضمير"]),
    ],
)
def test_places(coder: Coder, text: str, trigger: str, expected: list[str]) -> None:
    assert places(coder, text, trigger) == expected
