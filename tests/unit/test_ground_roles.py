"""Who fights and who suffers on the ground: sides of a clash, ambushes, planted devices, means before the object, captured arms."""

from __future__ import annotations

import pytest

from eventcode.coder import Coder

CASES = [
    (
        "دارت اشتباكات بين هيئة تحرير الشام ومجموعات جهادية تضم أجانب من جهة، والجيش السوري من جهة أخرى في جورين.",
        "اشتباكات",
        {"SYRREBHTS", "SYRREB", "SYRMIL"},
        set(),
    ),
    ("وقع رتل لقوات النظام في كمين للتنظيم قرب السخنة.", "كمين", None, {"SYRMIL"}),
    ("دورية للجيش وقعت بكمين نصبه مجهولون في ريف درعا.", "كمين", {"UAF"}, {"SYRMIL"}),
    ("استدرجت الفصائل مجموعة من قوات النظام إلى كمين في كفرنبل.", "كمين", {"SYRREB"}, {"SYRMIL"}),
    ("قتل ضابط في قوات النظام بانفجار عبوة ناسفة زرعها مجهولون في سيارته.", "انفجار", {"UAF"}, {"SYRMIL"}),
    ("أصيب مدني بانفجار لغم زرعه تنظيم الدولة في الرقة.", "انفجار", {"IMGISI"}, {"SYRCVL"}),
    ("استهداف الفصائل بصاروخ موجه عربة لقوات النظام في كنسبا.", "استهداف", {"SYRREB"}, {"SYRMIL"}),
    ("استهداف قوات النظام بالمدفعية بلدة كفرنبل.", "استهداف", {"SYRMIL"}, set()),
    ("تمكن الثوار من أسر طيار للنظام قرب التمانعة.", "أسر", {"SYRREB"}, {"SYRMIL"}),
    ("سيطرت قوات النظام على خان شيخون بدعم من سلاح الجو الروسي.", "سيطرت", {"SYRMIL", "RUSMIL"}, set()),
    ("قتل سبعة عناصر على الأقل من المعارضة في اشتباكات بريف حلب.", "اشتباكات", set(), {"SYRREB"}),
    ("سيطر الجيش السوري يوم السبت ومليشيات لواء القدس على بلدة التح.", "سيطر", {"SYRMIL"}, set()),
    ("استعاد الجيش النقاط التي خسرها أمس في بلدة إعجاز.", "خسرها", set(), {"SYRMIL"}),
    ("أعلنت الفصائل استعادة القرية وقتلها 30 عنصرا من القوات الحكومية.", "قتلها", {"SYRREB"}, {"SYRMIL"}),
    ("أحبطت وحدات من الجيش وبمساندة سلاح الجو هجوما على المقالع.", "أحبطت", {"SYRMIL"}, set()),
    ("انسحب مقاتلو الفصائل من قبتان الجبل بعد أن حاصرتهم قوات النظام.", "حاصرتهم", {"SYRMIL"}, None),
    ("أحكم جيش النظام الحصار على مدينة حلب.", "الحصار", {"SYRMIL"}, set()),
    ("قتل شخص في عملية دهم لقوات التحالف الدولي في الشحيل.", "عملية دهم", {"USAMIL"}, set()),
    ("هز انفجار ضخم المربع الأمني لجبهة النصرة في إدلب.", "انفجار", set(), {"SYRREBHTS"}),
    ("هاجم مسلحو ما يسمى جيش الإسلام بلدة دوما.", "هاجم", {"SYRREB"}, set()),
    ("صدت الفصائل هجوم قوات النظام على بلدة كبانة.", "هجوم", {"SYRMIL"}, {"SYRREB"}),
    ("قتل وجرح عدد من قوات النظام في هجوم للفصائل على أورم الكبرى.", "هجوم", {"SYRREB"}, {"SYRMIL"}),
    ("اشتباكات بين الفصائل وقوات النظام، التي حاولت اقتحام المدينة.", "اقتحام", {"SYRMIL"}, None),
    ("استهدفت الفصائل حافلة في سراقب وأسرت عددا من جنود النظام.", "أسرت", {"SYRREB"}, {"SYRMIL"}),
    ("تهدف الفصائل إلى السيطرة على مدينة منبج، أبرز معاقل قسد.", "السيطرة", {"SYRREB"}, None),
    ("بدأت الفصائل عملية عسكرية تهدف إلى السيطرة على مدينة منبج.", "السيطرة", {"SYRREB"}, set()),
    ("تم أسر ستة عناصر من قوات النظام في خلصة.", "أسر", set(), {"SYRMIL"}),
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    """One coder for all sentences."""
    return Coder.cached()


@pytest.mark.parametrize(("text", "trigger", "actors", "targets"), CASES)
def test_roles(coder: Coder, text: str, trigger: str, actors: set[str] | None, targets: set[str] | None) -> None:
    """Exactly these actors and targets, unless they are left open."""
    event = next(event for event in coder.code(text) if event.trigger.text.startswith(trigger))
    assert actors is None or {actor.code for actor in event.actors} == actors
    assert targets is None or {target.code for target in event.targets} == targets


def test_arms_captured_are_no_land(coder: Coder) -> None:
    """What is taken from an enemy on the field is seized arms."""
    types = [event.type for event in coder.code("سيطرت الفصائل على قرية داديخ واستولت على دبابة.")]
    assert types == ["territory_seized", "disrupted_weapons"]


def test_where_people_are_from_is_no_scene(coder: Coder) -> None:
    """Whose home a town is stands aside from where he fell."""
    (event,) = coder.code("قتل عنصر من قوات النظام وهو من أبناء مدينة حمص في اشتباكات بريف إدلب.")
    assert [place.name for place in event.locations] == ["ريف إدلب"]


def test_clashes_enter_a_day(coder: Coder) -> None:
    """Fighting that enters its third day advances nowhere."""
    assert [event.type for event in coder.code("دخلت الاشتباكات بين الفصائل وقوات النظام يومها الثالث.")] == ["armed_clash"]


def test_a_town_named_like_an_act(coder: Coder) -> None:
    """What follows a word for a town is its name, and no visit."""
    (event,) = coder.code("استعاد الجيش السيطرة على بلدات الزيارة والمنصورة.")
    assert [place.name for place in event.locations] == ["الزيارة", "المنصورة"]


def test_reinforcements_brought_up_are_one_event(coder: Coder) -> None:
    """What a verb brings up is no event beside it, whatever time stands between."""
    (event,) = coder.code("استقدمت قوات النظام، أمس، تعزيزات عسكرية إلى محيط مدينة طفس.")
    assert event.type == "mobilization"


def test_a_family_name_is_no_town(coder: Coder) -> None:
    """The last word of somebody's name in quotes is no place."""
    (event,) = coder.code('قتل "إياد جعارة" برصاص مجهولين في بلدة نصيب.')
    assert [place.name for place in event.locations] == ["نصيب"]


def test_around_a_town_whose_name_is_a_verb(coder: Coder) -> None:
    """A noun of surroundings before the word makes it the town."""
    (event,) = coder.code("دارت اشتباكات في محيط تدمر.")
    assert [place.name for place in event.locations] == ["محيط تدمر"]
