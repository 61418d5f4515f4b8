"""Where those who left a place came from and went to, in any order and over several verbs (coding rules, section 4)."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode import Coder

DAY = dt.date(2020, 1, 23)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("غادر المقاتلون درعا، واتجهوا إلى مناطق تسيطر عليها المعارضة في شمال سوريا", ["درعا", "شمال غرب سوريا>"]),
        ("انسحبت القوات من سراقب، وتوجهت نحو حلب", ["سراقب", "حلب>"]),
        ("غادرت مئة حافلة الغوطة الشرقية، واتجهت إلى مناطق تسيطر عليها الفصائل في إدلب", ["الغوطة الشرقية", "إدلب>"]),
        ("أُجلي آلاف المقاتلين إلى إدلب من الغوطة الشرقية", ["الغوطة الشرقية", "إدلب>"]),
        ("نزح السكان من كفرنبل إلى مخيمات قرب سرمدا", ["كفر نبل", "محيط سرمدا>"]),
        ("نزح السكان إلى مناطق قرب الحدود التركية", ["الحدود التركية>"]),
        ("غادر نحو مئة مقاتل حرستا ودوما", ["حرستا", "دوما"]),
        ("غادر مئة مقاتل نحو حرستا ودوما", ["حرستا>", "دوما>"]),
        # Near there, not towards; a town of an area; what others did.
        ("نزح السكان من قرى قرب سرمدا إلى إدلب", ["محيط سرمدا", "إدلب>"]),
        ("نزح السكان من كفرنبل قرب سراقب", ["كفر نبل"]),
        ("توجهت الحافلات إلى بلدة قلعة المضيق من ريف حماة", ["قلعة المضيق>"]),
        ("خرج المقاتلون من دوما، وتوجه الوزير إلى موسكو", ["دوما"]),
        ("انسحب المقاتلون من كفرنبل، وقصفت القوات قرى باتجاه سراقب", ["كفر نبل"]),
        ("غادر المدنيون سراقب، وقصفت الطائرات قرى نحو بنش", ["سراقب"]),
    ],
)
def test_whither(coder: Coder, text: str, expected: list[str]) -> None:
    event = coder.code(text, published=DAY)[0]
    assert [place.name + (">" if place.role == "destination" else "") for place in event.locations] == expected
