"""What goes on with a verb, a row of towns or a number before it: ثم أفرجت عنه, قريتي المشيك والزيارة, بأربع غارات, وأصيب ثالث."""

import pytest

from eventcode.coder import Coder
from eventcode.model import Event


def _of(coder: Coder, text: str, kind: str) -> list[Event]:
    return [event for event in coder.code(text) if event.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("اعتقلت هيئة تحرير الشام شاباً ثم أفرجت عنه", "prisoner_release", {"SYRREBHTS"}),
        ("اعتقلت القوات التركية صحفياً في عفرين، ثم أفرجت عنه بعد ساعات", "prisoner_release", {"TURMIL"}),
        ("وصل وزيرا الدفاع الروسي والتركي إلى سوتشي وبحثا الوضع", "negotiation", {"RUSGOV", "TURGOV"}),
        ("فككت فرق الدفاع المدني لغماً قرب سرمين", "disrupted_weapons", {"NGOWHM"}),
        ("فكك عناصر من الدفاع المدني عبوة ناسفة في أريحا", "disrupted_weapons", {"NGOWHM"}),
    ],
)
def test_who_goes_on(coder: Coder, text: str, kind: str, actors: set[str]) -> None:
    assert {actor.code for actor in _of(coder, text, kind)[-1].actors} == actors


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("سيطر النظام على قريتي المشيك والزيارة", ["territory_seized"]),
        ("زار الوفد بلدتي سراقب وبنش", ["negotiation"]),
        ("بدأت في دوما زيارة المفتشين", ["negotiation"]),
        ("شهدت البلدة اشتباكات وقصفاً عنيفاً", ["armed_clash", "shelling"]),
        ("شنت طائرتان قصفاً على سراقب", ["air_strike"]),
        ("تراجعت روسيا عن شن عملية عسكرية في إدلب", ["ground_attack"]),
        ("تراجعت الفصائل عن مواقعها في التح", ["withdrawal"]),
        ("قصفت طائرة حربية بلدة كفرزيتا بأربع غارات", ["air_strike"]),
        ("قصفت الطائرات اللطامنة ثم نفذت ثلاث غارات على حاس", ["air_strike", "air_strike"]),
    ],
)
def test_which_events(coder: Coder, text: str, types: list[str]) -> None:
    assert [event.type for event in coder.code(text)] == types


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("لا تزال قوات النظام تستعد لهجوم على إدلب", "future"),
        ("ما زالت قوات النظام تستعد لشن عملية عسكرية ضد الفصائل", "future"),
        ("لا تزال قوات النظام تواصل هجومها على إدلب", "actual"),
    ],
)
def test_still(coder: Coder, text: str, status: str) -> None:
    assert _of(coder, text, "ground_attack")[0].status == status


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("قتل جنديان وأصيب ثالث بانفجار عبوة ناسفة", 1),
        ("قتل عنصران وجرح رابع في هجوم على حاجز", 1),
        ("قتل جنديان في ثالث هجوم على الدورية", None),
        ("قتل جنديان وأصيب ثالث هدف بانفجار عبوة ناسفة", None),
    ],
)
def test_one_more(coder: Coder, text: str, injured: int | None) -> None:
    counts = coder.code(text)[0].counts
    assert (counts["injured"].low if "injured" in counts else None) == injured


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("انفجرت سيارة مفخخة في مدينة الباب شرقي حلب", "الباب"),
        ("انفجرت عبوة في الباب شمالي حلب", "الباب"),
        ("سقطت قذيفة في حي باب شرقي بدمشق", "باب شرقي"),
    ],
)
def test_side_behind_a_name(coder: Coder, text: str, place: str) -> None:
    assert [location.name for location in coder.code(text)[0].locations] == [place]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        # A soldier stands right behind a word of harm; elsewhere the word is an adjective.
        ("قتل عسكري تركي في هجوم على دورية", {"TURMIL"}),
        ("أصيب عسكري تركي بجروح بقصف على النيرب", {"TURMIL"}),
        ("مقتل عسكري من قوات النظام بانفجار لغم", {"SYRMIL"}),
        ("قتل قائد عسكري في الجيش التركي بهجوم", {"TURMIL"}),
        ("دخل رتل عسكري تركي إلى إدلب", set()),
        ("عمل عسكري تركي في إدلب", set()),
        ("قصفت الطائرات المطار العسكري في إدلب", set()),
        ("هجوم صاروخي على مطار الشعيرات العسكري", {"SYRMIL"}),
        ("قصفت قوات النظام جنوداً بينهم ضباط أتراك في النيرب", {"TURMIL"}),
    ],
)
def test_soldier_or_adjective(coder: Coder, text: str, targets: set[str]) -> None:
    assert {target.code for target in coder.code(text)[0].targets} == targets


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("مقتل 17 عسكرياً بينهم ضابط برتبة عميد بهجوم لتنظيم الدولة", "17 عسكرياً"),
        ("قتل تسعة جنود بينهم ضابط بقصف على سراقب", "تسعة جنود"),
        ("قتل 12 مقاتلاً بينهم قيادي في أحرار الشام بقصف على سراقب", "قيادي في أحرار الشام"),
    ],
)
def test_one_of_them(coder: Coder, text: str, target: str) -> None:
    assert [actor.text for actor in coder.code(text)[0].targets] == [target]
