"""Acts of speech, sanctions and talks: whom they are aimed at, and what of them is no row, no place or no future."""

from __future__ import annotations

from datetime import date

import pytest

from eventcode.coder import Coder
from eventcode.model import Event

_DAY = date(2020, 2, 20)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.cached()


def _only(coder: Coder, text: str, kind: str) -> Event:
    found = [event for event in coder.code(text, published=_DAY) if event.type == kind]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "targets"),
    [
        ("فرضت واشنطن عقوبات استهدفت مسؤولين في النظام السوري", "sanction", ["USAGOV"], ["SYRGOV"]),
        ("العقوبات الأمريكية طالت وزير النفط السوري", "sanction", ["USA"], ["SYRGOV"]),
        ('لوحت واشنطن بـ "رد سريع" ضد النظام السوري', "warning", ["USAGOV"], ["SYRGOV"]),
        ("قال أردوغان إن الأزمة مستمرة، مهدداً دمشق بالرد", "warning", ["TURGOV"], ["SYRGOV"]),
        ("انتقد أردوغان موسكو وأمهل الجيش السوري حتى نهاية الشهر", "warning", ["TURGOV"], ["SYRMIL"]),
        ("كانت فرنسا وألمانيا قد حملت دمشق المسؤولية عن القصف", "accusation", ["FRA", "DEU"], ["SYRGOV"]),
        ("وأدان البيان روسيا بشدة", "criticism", [], ["RUS"]),
        ("أدانت موسكو ما سمته حملة تضليل", "criticism", ["RUSGOV"], []),
        ("أهاب الائتلاف بالجيش الوطني الرد على القصف", "appeal", ["SYROPP"], ["SYRREBSNA"]),
        ("رفضت دمشق الخطة رفضاً قاطعاً", "rejection", ["SYRGOV"], []),
        ("استخدمت روسيا حق النقض (الفيتو) ضد القرار", "rejection", ["RUS"], []),
        ("أكدت الوزارة السورية أن تقرير المنظمة قديم، معلنة رفضها ما جاء فيه", "rejection", ["SYRGOV"], []),
    ],
)
def test_whose_words_and_at_whom(coder: Coder, text: str, kind: str, actors: list[str], targets: list[str]) -> None:
    event = _only(coder, text, kind)
    assert [actor.code for actor in event.actors] == actors
    assert [target.code for target in event.targets] == targets


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("لن تحل المشكلة إلا بعد أن تنسحب قوات النظام", "withdrawal", "hypothetical"),
        ("لم يتوقف القتال إلا بعد أن انسحبت قوات النظام", "withdrawal", "actual"),
        ("أمهلت أنقرة دمشق حتى نهاية الشهر المقبل", "warning", "actual"),
        ("حذرت الأمم المتحدة من أن القتال في إدلب قد ينتهي بكارثة", "armed_clash", "actual"),
        ("القرار لا يستثني الهجمات على فصائل بنش", "ground_attack", "future"),
    ],
)
def test_status(coder: Coder, text: str, kind: str, status: str) -> None:
    assert _only(coder, text, kind).status == status


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("دعا الائتلاف الفصائل إلى الرد على مجزرة روسيا في أريحا", "attack_on_civilians", ["RUSMIL"]),
        ("دعت الأمم المتحدة روسيا وتركيا إلى الحيلولة دون اندلاع معركة في إدلب", "armed_clash", []),
        ("قال المجلس إن الهجوم على المدينة التي كانت في قبضة المسلحين مستمر في بنش", "ground_attack", []),
        ("أولئك الذين قصفوا سراقب سيحاسبون", "shelling", []),
        ("قتل مدني جراء قصف 3 مقاتلات روسية على سراقب", "air_strike", ["RUSMIL"]),
        ("شنت جماعات مسلحة بقيادة ما تسمى جبهة النصرة هجوماً على سراقب", "ground_attack", ["SYRREB"]),
        ("أقلق تركيا خبر سيطرة جبهة النصرة على سراقب", "territory_seized", ["SYRREBHTS"]),
        ("تشهد إدلب تصعيداً من قبل قوات النظام وروسيا، تمثل بتكثيف القصف على بنش", "shelling", ["SYRMIL", "RUSMIL"]),
    ],
)
def test_on_whom_a_word_before_lays_no_act(coder: Coder, text: str, kind: str, actors: list[str]) -> None:
    assert [actor.code for actor in _only(coder, text, kind).actors] == actors


def test_talks_by_phone_and_tracks_have_no_place(coder: Coder) -> None:
    call = _only(coder, "أجرى الوزير مكالمة هاتفية مع نظيره التركي حول إدلب", "negotiation")
    assert not call.locations
    withdrawn = coder.code("خرج الأتراك من مسار أستانة بعد هجوم الجيش السوري", published=_DAY)
    assert all(place.name != "أستانا" for event in withdrawn for place in event.locations)


def test_a_deal_named_by_a_place_is_not_that_of_other_talks(coder: Coder) -> None:
    events = coder.code("بحث أردوغان مع ترامب الوضع. وقال أردوغان إن اتفاق سوتشي انتهى", published=_DAY)
    assert not next(event for event in events if event.type == "agreement").actors


def test_nouns_in_construct_are_no_places_beside_one(coder: Coder) -> None:
    for text in ("إنقاذ المدنيين في سورية ووقف قصف روسيا", "أخاف القصف أهالي سوريا وإسقاط النظام بعيد"):
        for event in coder.code(text, published=_DAY):
            assert not {"الوقف", "اسقاط"} & {place.name for place in event.locations}


@pytest.mark.parametrize(
    ("text", "kind", "actors", "targets"),
    [
        ("أعربت دمشق عن إدانتها الشديدة ورفضها القاطع للعدوان التركي على عفرين", "criticism", ["SYRGOV"], ["TUR"]),
        ("أكد الوزير وقوف إيران إلى جانب الحكومة السورية", "consent", ["IRN"], ["SYRGOV"]),
        ("يعني القرار تحميل تركيا مسؤولية النزوح", "accusation", [], ["TUR"]),
        ("أمهل أردوغان الجيش السوري حتى نهاية الشهر، مهدداً بشن عملية عسكرية في إدلب", "ground_attack", ["TURMIL"], []),
        ("ساعدت واشنطن تركيا في صد هذا العدوان على إدلب", "ground_attack", [], []),
        ("ستستخدم تركيا القوة مع من ينتهكون وقف إطلاق النار في إدلب", "ceasefire_violation", [], []),
        ("أعلنت أنقرة اتفاقاً بين تركيا وروسيا توصلتا إليه في موسكو", "agreement", ["TUR", "RUS"], []),
        ("قال أكار إن المسؤولين الأتراك والروس اتفقوا على تسيير الدوريات على طريق إم4", "joint_patrol", ["TURMIL", "RUSMIL"], []),
        ("أشاد الوزير بالجيش", "consent", ["UNK"], []),
        ("ذكر أردوغان أن الجيش سيوجه ضربات جوية لقوات الجيش السوري", "air_strike", ["TURMIL"], ["SYRMIL"]),
    ],
)
def test_who_does_it_and_against_whom(coder: Coder, text: str, kind: str, actors: list[str], targets: list[str]) -> None:
    event = _only(coder, text, kind)
    assert [actor.code for actor in event.actors] == actors
    assert [target.code for target in event.targets] == targets
