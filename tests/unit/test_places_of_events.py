"""Where an event is said to be: clauses, relative clauses, talks, destinations, what earlier sentences named (coding rules, section 4)."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode import Coder

DAY = dt.date(2020, 1, 23)


def places(coder: Coder, text: str, trigger: str) -> list[str]:
    """The places of the last event whose trigger begins so; destinations are marked with ">"."""
    event = [event for event in coder.code(text, published=DAY) if event.trigger.text.startswith(trigger)][-1]
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
        ("قصفت الطائرات بلدة حاس في سوريا. ودفع التدخل الروسي الفصائل إلى التراجع", "التدخل", ["سوريا"]),
        # A country that is struck, a base that is an actor's name too.
        ("قصفت إسرائيل سوريا للمرة الثالثة هذا العام", "قصفت", ["سوريا"]),
        ("تعرضت قاعدة حميميم الجوية بريف اللاذقية لهجوم بطائرات مسيّرة", "هجوم", ["قاعدة حميميم"]),
        # Where a speaker gave a speech is no place of what he told.
        ("قال الوزير في مؤتمر صحفي في جنيف إن الفصائل قصفت بلدة كنصفرة", "قصفت", ["كنصفرة"]),
        ("قال الوزير في مؤتمر صحفي في جنيف إن الغارات قتلت ثلاثة مدنيين", "الغارات", []),
        # The scene before its act, and what a verb spares.
        ("كما قصفت الفصائل بلدة كفريا، رداً على تعرض بلدة مضايا في ريف دمشق لهجوم", "هجوم", ["مضايا"]),
        ("جنّب الاتفاق إدلب ومحيطها هجوماً واسعاً", "هجوماً", ["إدلب", "محيط محافظة إدلب"]),
        ("توجه الوزير إلى مدينة سراقب، حيث قصفت الفصائل موكبه", "قصفت", ["سراقب"]),
        # A further verb tells of another place.
        ("الهجوم على بلدة كنصفرة حمل آلاف السكان على الفرار، ومكّن القوات من دخول مدينة أريحا", "الهجوم", ["كنصفرة"]),
        # The way is neither origin nor destination; a phrase may stand before the destination.
        ("يتواصل نزوح المدنيين من دوما عبر معبر الوافدين", "نزوح", ["دوما"]),
        ("بدأ نقل المقاتلين من حرستا إلى مناطق المعارضة في إدلب", "نقل", ["حرستا", "إدلب>"]),
        ("بدأ إجلاء المقاتلين من حرستا بحافلات تنقلهم إلى إدلب", "إجلاء", ["حرستا", "إدلب>"]),
        # A place named before in the sentence, in words of no act, comes before those of other sentences.
        ("أشارت الوزيرة إلى محافظة إدلب، خصوصاً أن الحكومة أعلنت عزمها استعادتها", "استعادتها", ["إدلب"]),
        # What befell millions befell the country.
        ("قصفت الطائرات بلدة حاس في سوريا. ونزح خمسة ملايين شخص", "نزح", ["سوريا"]),
        # Two areas with a side each; levels that "and" joins; what only tells near what a place lies.
        ("هجومان في ريفي إدلب الجنوبي وحماة الشمالي", "هجومان", ["ريف إدلب الجنوبي", "ريف حماة الشمالي"]),
        ("قصفت الطائرات مدينة سراقب ومحافظة حماة", "قصفت", ["سراقب", "حماة"]),
        ("شن التنظيم هجوماً على حي القدم المجاور لمخيم اليرموك وحي الحجر الأسود", "هجوماً", ["القدم"]),
        ("سيطرت القوات على مدن مهمة مثل حلب وحمص ودرعا، المدينة الجنوبية", "سيطرت", ["حلب", "حمص", "درعا"]),
        ("قصفت المدفعية مواقع في المنطقة الشمالية الغربية", "قصفت", ["شمال غرب سوريا"]),
        # The country of the authorities that act.
        ("أعلنت السلطات البحرينية اعتقال تسعة أشخاص دخلوا البلاد بجوازات مزورة", "اعتقال", ["البحرين"]),
        # A capital of another nation; talks named after one; where fire comes from; a country that is left.
        ("وقع هجوم في العاصمة اليابانية طوكيو", "هجوم", ["طوكيو"]),
        ("فشلت قمة طهران في وقف القتال", "قمة", ["طهران"]),
        ("سقطت صواريخ انطلقت من قاعدة حميميم في اللاذقية وقصفت بلدة كنصفرة", "قصفت", ["كنصفرة"]),
        ("أعلن الوزير انسحاب القوات الأجنبية من سوريا", "انسحاب", ["سوريا"]),
        ("دخلت حافلات بلدتي زملكا وعربين لنقل المقاتلين إلى إدلب في شمال غرب سوريا", "نقل", ["زملكا", "عربين", "إدلب>"]),
        # The name of an operation is no place; the area that it took is one.
        ("أطلقت أنقرة عملية غصن الزيتون للسيطرة على عفرين", "سيطرة", ["عفرين"]),
        ("قصفت المدفعية مناطق نبع السلام", "قصفت", ["نبع السلام"]),
        # A finer place that stands after a coarser one, and a side of the town.
        ("قصفت القوات بلدة كنصفرة شمال غرب سوريا. وتشهد المنطقة اشتباكات", "اشتباكات", ["كنصفرة"]),
        ("دخل الجيش مدينة سراقب. وقصف مواقع غربي المدينة", "قصف", ["محيط سراقب"]),
        (
            "استهدفت الغارات مناطق من إدلب وحتى درعا، ومن دير الزور وصولاً إلى جبال اللاذقية",
            "استهدفت",
            ["إدلب", "درعا", "دير الزور", "جبال اللاذقية"],
        ),
        # A foreign town without a preposition, a capital as a town, and a town after a noun with the article.
        ("اقتحمت القوات الموصل فجر اليوم", "اقتحمت", ["الموصل"]),
        ("سقطت كابول بيد الحركة", "سقطت", ["كابول"]),
        ("تعرضت صنعاء لقصف عنيف", "قصف", ["صنعاء"]),
        ("حاصرت القوات الحسكة منذ شهر", "حاصرت", ["الحسكة"]),
        ("تأتي معركة مصراتة بعد أسابيع من الهدوء", "معركة", ["مصراتة"]),
        # Another story begins.
        ("قصفت الطائرات بلدة حاس في سوريا.\nتبنى الحوثيون هجوماً صاروخياً قبل أسبوع", "هجوماً صاروخياً", []),
    ],
)
def test_places(coder: Coder, text: str, trigger: str, expected: list[str]) -> None:
    assert places(coder, text, trigger) == expected
