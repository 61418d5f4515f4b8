"""Violence against persons in wordings of daily reports, and near misses in which the same words say another thing."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode.coder import Coder
from eventcode.model import Event

DAY = dt.date(2021, 10, 10)
GUNMEN = [
    ("استهدف مسلحون مجهولون شابين على طريق الحراك.", "attack_on_civilians"),
    ("استهدف مجهولون بعدة طلقات نارية قاضياً في ريف درعا.", "attack_on_civilians"),
    ("قُتل شاب إثر استهدافه من قبل مجهولين في نوى.", "attack_on_civilians"),
    ("استهدف مجهولون بالأسلحة الرشاشة حاجزاً لقوات النظام في نوى.", "ground_attack"),
    ("استهدف مجهولون سيارة عسكرية لقوات النظام قرب نوى.", "ground_attack"),
    ("استهدف مجهولون بقذائف الهاون منزل مدني في نوى.", "shelling"),
    ("استهدف مجهولون بعبوة ناسفة سيارة مدنية في نوى.", "ied"),
    ("استهدف مسلحون مجهولون بلدة النعيمة.", "shelling"),
    ("استهدفت قوات النظام شابين على طريق الحراك.", "shelling"),
]
ARMS = [
    "أطلق مسلحون النار من سلاح فردي على شرطي في داعل.",
    "أطلق ملثمون الرصاص من مسدس كاتم للصوت على شاب في داعل.",
    "فتح ملثمون النار من بنادق آلية على سيارة مدنية في نوى.",
]


def coded(text: str) -> list[Event]:
    """The events of a text."""
    return Coder.cached().code(text, published=DAY)


@pytest.mark.parametrize(("text", "kind"), GUNMEN)
def test_whom_unknown_gunmen_strike_says_what_kind_of_attack_it_is(text: str, kind: str) -> None:
    assert [event.type for event in coded(text)] == [kind]


@pytest.mark.parametrize("text", ARMS)
def test_the_arms_may_stand_between_fire_and_whom_it_is_opened_on(text: str) -> None:
    assert [event.type for event in coded(text)] == ["attack_on_civilians"]


DOERS = [
    ("أفاد المرصد بخطف مسلحين تاجراً في السويداء.", "خطف", ["UAF"], ["SYRBUS"]),
    ("وثق ناشطون اغتيال مجهولين بسلاح فردي قيادياً في الفصائل غربي داعل.", "اغتيال", ["UAF"], ["SYRREB"]),
    ("أفاد المرصد باعتقال عناصر حاجز للنظام شاباً في داعل.", "اعتقال", ["SYRMIL"], ["SYRCVL"]),
    ("وتظهر المقاطع اقتحام محتجين مقر المحكمة في أعزاز.", "اقتحام", ["SYRCVL"], ["SYRJUD"]),
    ("أفاد المرصد بخطف مسلحين في السويداء.", "خطف", [], ["UAF"]),
    ("أفاد المرصد باعتقال تاجر في السويداء.", "اعتقال", [], ["SYRBUS"]),
    ("أفاد المرصد باغتيال قياديين في الفصائل غربي داعل.", "اغتيال", [], ["SYRREB"]),
]


@pytest.mark.parametrize(("text", "trigger", "actors", "targets"), DOERS)
def test_a_noun_with_its_nun_has_no_idafa_and_so_the_object_follows(
    text: str, trigger: str, actors: list[str], targets: list[str]
) -> None:
    event = next(event for event in coded(text) if event.trigger.text == trigger)
    assert [actor.code for actor in event.actors] == actors
    assert [target.code for target in event.targets] == targets


ACCUSED = [
    ("اعتقل الأمن العام متهماً بارتكاب جرائم حرب في حماة.", {"arrest", "attack_on_civilians"}, "arrest", "متهماً"),
    ("أعدم التنظيم رجلاً متهماً بالسحر في الميادين.", {"execution"}, "execution", "رجلاً"),
    ("اعتقلت الهيئة شباناً متهمين بالتعامل مع النظام في سرمدا.", {"arrest"}, "arrest", "شباناً"),
    ("أصدرت محكمة عراقية حكماً بإعدام 75 متهماً بالانتماء إلى التنظيم.", {"execution"}, "execution", "75 متهماً"),
    ("ألقت الشرطة القبض على متهم بالتجسس في أعزاز.", {"arrest"}, "arrest", "متهم"),
    ("قال الوزير إن الوضع معقد، متهماً موسكو بالمماطلة.", {"accusation"}, "accusation", "موسكو"),
    ("الفصائل متهمة بالمماطلة.", {"accusation"}, "accusation", "الفصائل"),
    ("وكانت الهيئة متهمة بالمماطلة.", {"accusation"}, "accusation", "الهيئة"),
]


@pytest.mark.parametrize(("text", "types", "kind", "target"), ACCUSED)
def test_who_is_told_to_be_accused_is_whom_the_act_befalls(text: str, types: set[str], kind: str, target: str) -> None:
    events = coded(text)
    assert {event.type for event in events} == types
    assert [target.text for event in events if event.type == kind for target in event.targets] == [target]


PATROLS = [
    ("اعتقلت دورية من الجيش الوطني شاباً في جنديرس.", "SYRREBSNA"),
    ("داهمت دوريات من الأمن العسكري بلدة نوى واعتقلت ثلاثة شبان.", "SYRMIL"),
]


@pytest.mark.parametrize(("text", "code"), PATROLS)
def test_a_patrol_is_of_those_whom_it_consists_of(text: str, code: str) -> None:
    event = next(event for event in coded(text) if event.type == "arrest")
    assert [actor.code for actor in event.actors] == [code]
    assert {target.code for target in event.targets} == {"SYRCVL"}


RANKS = [
    ("قُتل ضابط برتبة ملازم أول من قوات النظام في نوى.", "killing", "ضابط برتبة ملازم أول من قوات النظام"),
    ("اغتيال ضابط برتبة رائد في الأمن العسكري وسط درعا.", "assassination", "ضابط برتبة رائد في الأمن العسكري"),
    ("أسرت الفصائل ضابطاً برتبة نقيب قرب كفر نبودة.", "arrest", "ضابطاً برتبة نقيب"),
    ("قال إن ضابطاً برتبة عميد ركن قُتل في سراقب.", "killing", "ضابطاً برتبة عميد ركن"),
    ("اغتيال قيادي في أحرار الشام شمالي إدلب.", "assassination", "قيادي في أحرار الشام"),
    ("وأضاف المصدر أن شاباً قتل في درعا.", "killing", "شاباً"),
]


@pytest.mark.parametrize(("text", "kind", "target"), RANKS)
def test_a_rank_and_a_place_leave_whom_it_befell(text: str, kind: str, target: str) -> None:
    event = next(event for event in coded(text) if event.type == kind)
    assert [mention.text for mention in event.targets] == [target]


GATHERINGS = [
    ("جدد المتظاهرون مطالبتهم برحيل الأسد، وذلك في تجمع أمام مبنى المحافظة في السويداء.", "تجمع", "actual"),
    ("طالب الأهالي بالإفراج عن المعتقلين وذلك في وقفة احتجاجية ببنش.", "وقفة احتجاجية", "actual"),
    ("طالب الأهالي بالإفراج عن المعتقلين وذلك في وقفة احتجاجية ببنش.", "الإفراج", "hypothetical"),
    ("دعا الناشطون إلى تجمع أمام مبنى المحافظة في السويداء.", "تجمع", "hypothetical"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), GATHERINGS)
def test_the_text_goes_on_after_what_was_asked_for(text: str, trigger: str, status: str) -> None:
    event = next(event for event in coded(text) if event.trigger.text == trigger)
    assert event.status == status
    assert bool(event.attribution) == (status == "hypothetical")


ASKING = [
    ("مظاهرة في ريف دير الزور تطالب قسد بإطلاق سراح المعتقلين.", "تطالب", [(None, "SYRCVL")], ["SYRKUR"]),
    ("هاجم مجهولون مظاهرة في ريف دير الزور تطالب قسد بإطلاق سراح المعتقلين.", "تطالب", [(None, "SYRCVL")], ["SYRKUR"]),
    ("خرج أهالي البلدة لمطالبة الهيئة بإطلاق سراح المعتقلين.", "مطالبة", [("أهالي البلدة", "SYRCVL")], ["SYRREBHTS"]),
    ("شهدت بنش مظاهرة حاشدة طالبت الهيئة بفتح الطرق.", "طالبت", [(None, "SYRCVL")], ["SYRREBHTS"]),
    ("بعد المظاهرة طالبت الهيئة الأهالي بالهدوء.", "طالبت", [("الهيئة", "SYRREBHTS")], ["SYRCVL"]),
    ("جاء ذلك بعد مطالبة الأهالي بإسقاط النظام.", "مطالبة", [("الأهالي", "SYRCVL")], ["SYRGOV"]),
]


@pytest.mark.parametrize(("text", "trigger", "actors", "targets"), ASKING)
def test_those_who_take_part_in_a_protest_ask(
    text: str, trigger: str, actors: list[tuple[str | None, str]], targets: list[str]
) -> None:
    events = coded(text)
    event = next(event for event in events if event.trigger.text == trigger)
    assert [(actor.text, actor.code) for actor in event.actors] == actors
    assert [target.code for target in event.targets] == targets
    asked = (event for event in events if event.type == "prisoner_release")
    assert all([source.code for source in event.attribution] == ["SYRCVL"] for event in asked)


PLAIN = [
    ("وإلى جانبهم اختطفت مجموعات تابعة للفصائل شاباً في عفرين.", "abduction", ["SYRREB"], ["SYRCVL"]),
    ("وذكر أن الأهالي تجمعوا قرب الحاجز فأطلق الجنود عليهم النار.", "attack_on_civilians", ["SYRMIL"], ["SYRCVL"]),
    ("واقتاد المسلحون الرجل وزوجته من منزلهما.", "abduction", ["SYRREB"], ["SYRCVL", "SYRCVL"]),
    ("اقتاد عناصر الهيئة الناشط من منزله في سلقين.", "abduction", ["SYRREBHTS"], ["SYROPP"]),
    ("أشار المرصد إلى العثور على شاب مقتولاً في إدلب.", "killing", [], ["SYRCVL"]),
    ("تواصل الفصائل عمليات اقتحام المنازل وخطف المدنيين.", "abduction", ["SYRREB"], ["SYRCVL"]),
]
NOTHING = [
    "واقتاد المدرب فريقه إلى النهائي.",
    "وأطلقت الشركة عليه اسماً جديداً.",
    "قال مسؤول التجنيد في الهيئة إن الوضع مستقر.",
]


@pytest.mark.parametrize(("text", "kind", "actors", "targets"), PLAIN)
def test_plain_reports_of_harm(text: str, kind: str, actors: list[str], targets: list[str]) -> None:
    event = next(event for event in coded(text) if event.type == kind)
    assert [actor.code for actor in event.actors] == actors
    assert [target.code for target in event.targets] == targets


@pytest.mark.parametrize("text", NOTHING)
def test_the_same_words_without_harm(text: str) -> None:
    assert not coded(text)


SET_OFF = [
    ("وثق الفريق نزوح (2,147) عائلة من ريف إدلب الجنوبي.", "displaced", 2147),
    ("وثقت الشبكة مقتل /12/ مدنياً في آذار.", "killed", 12),
    ("اعتقلت الهيئة /4/ أشخاص في سرمدا.", "detained", 4),
]


@pytest.mark.parametrize(("text", "kind", "number"), SET_OFF)
def test_a_number_set_off_counts(text: str, kind: str, number: int) -> None:
    assert [event.counts[kind].low for event in coded(text)] == [number]


KILLING_HIM = [
    ("أقدم مسلحون على خطف تاجر وقتله في نوى.", ["UAF"], "SYRBUS"),
    ("تم خطف الشاب وقتله في نوى.", [], "SYRCVL"),
]


@pytest.mark.parametrize(("text", "actors", "target"), KILLING_HIM)
def test_killing_him_is_no_killers(text: str, actors: list[str], target: str) -> None:
    event = next(event for event in coded(text) if event.type == "killing")
    assert [actor.code for actor in event.actors] == actors
    assert [mention.code for mention in event.targets] == [target]


FORCE = [
    ("وواجهت قوات النظام الاحتجاجات بالقوة في السويداء.", "SYRMIL"),
    ("قابلت الشرطة المظاهرة بالرصاص الحي في السويداء.", "SYRCOP"),
]


@pytest.mark.parametrize(("text", "code"), FORCE)
def test_a_protest_met_with_force(text: str, code: str) -> None:
    event = next(event for event in coded(text) if event.type == "protest_repression")
    assert [actor.code for actor in event.actors] == [code]
