"""Where an event is said to be: clauses, relative clauses, talks, destinations, what earlier sentences named (coding rules, section 4)."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode import Coder

DAY = dt.date(2020, 1, 23)


def places(coder: Coder, text: str, trigger: str) -> list[str]:
    """The places of the last event with a trigger; destinations are marked with ">"."""
    event = [event for event in coder.code(text, published=DAY) if event.trigger.text == trigger][-1]
    return [place.name + (">" if place.role == "destination" else "") for place in event.locations]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # What a relative clause takes up is where its verb happens.
        ("وصلت قافلة إلى بلدتي بنش وتفتناز اللتين تحاصرهما الفصائل", "تحاصرهما", ["بنش", "تفتناز"]),
        ("دخل الصحفيون مدينة سراقب التي شهدت قصفاً عنيفاً", "قصفاً", ["سراقب"]),
        # A place inside a clause that describes somebody else is none of the event, where that names its own.
        ("قصفت الفصائل التي تسيطر على بلدة حاس، مدينة كفرنبل", "قصفت", ["كفر نبل"]),
        # An adjective of a place.
        ("أدخلت المنظمة مساعدات إلى بلدة مضايا المحاصرة", "المحاصرة", ["مضايا"]),
        # Where people leave, and where they go.
        ("جرى إجلاء مئات المدنيين من حرستا باتجاه إدلب في شمال سوريا", "إجلاء", ["حرستا", "إدلب>"]),
        # Talks happen where they are held, not where what they are about does.
        ("اجتمع الوزيران في جنيف لبحث الوضع في إدلب", "اجتمع", ["جنيف"]),
        ("بحث الوزير مع نظيره الوضع في إدلب", "بحث", []),
        ("تستضيف طهران قمة تخصص للوضع في سوريا", "قمة", ["طهران"]),
        ("توصل الجانبان إلى اتفاق على سحب السلاح من ريف إدلب", "اتفاق", []),
        # ... and what happens elsewhere lends them no place, nor they to it.
        ("بعد قصف بلدة حاس التقى الوزير نظيره الروسي", "التقى", []),
        # A town named before is taken up, rather at home.
        ("قصفت الطائرات مدينة سراقب. وانتهت جولة محادثات في جنيف. واشتباكات في محيط المدينة", "اشتباكات", ["محيط سراقب"]),
        ("غارات على بلدتي بنش وتفتناز. واشتباكات في محيط البلدتين", "اشتباكات", ["محيط بنش", "محيط تفتناز"]),
        # An intervention is in the country.
        ("قصفت الطائرات بلدة حاس في سوريا. ودفع التدخل الروسي الفصائل إلى التراجع", "التدخل الروسي", ["سوريا"]),
        # Another story begins.
        ("قصفت الطائرات بلدة حاس في سوريا.\nتبنى الحوثيون في اليمن هجوماً صاروخياً على السعودية", "هجوماً صاروخياً", ["السعودية"]),
    ],
)
def test_places(coder: Coder, text: str, trigger: str, expected: list[str]) -> None:
    assert places(coder, text, trigger) == expected
