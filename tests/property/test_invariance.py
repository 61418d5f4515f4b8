"""Changes that keep the meaning keep the coding: other spelling, another verb of the class, other parts in the same sentence."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventcode import Coder
from eventcode.codebook import load_codebook
from eventcode.model import Event
from eventcode.text import fold

DAY = dt.date(2020, 1, 23)  # a Thursday
TEXTS = [example.text for example in load_codebook().examples]
_JOINED = re.compile(r"(?<=[بتثجحخسشصضطظعغفقكلمنهي])(?=[\u0621-\u064a])")
LIMITS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def coding(events: list[Event]) -> list[tuple[object, ...]]:
    """What an event says, without its offsets; spelling and spaces of the trigger do not count."""
    return [
        (
            event.type, fold("".join(event.trigger.text.split())), [a.code for a in event.actors], [t.code for t in event.targets],
            [p.id or p.name for p in event.locations], event.date.start, event.date.end, event.status,
            {kind: (count.low, count.high) for kind, count in event.counts.items()},
            [(item.code, item.stance) for item in event.attribution],
        )
        for event in events
    ]  # fmt: skip


@st.composite
def respelled(draw: st.DrawFn, text: str) -> str:
    """The text with tatweel, vowel marks that tell no passive, bare alefs, and spaces put in at random."""
    joins = [match.start() for match in _JOINED.finditer(text)]
    chosen = draw(st.lists(st.sampled_from(joins), unique=True, max_size=12)) if joins else []
    marks = draw(st.lists(st.sampled_from(["ـ", "ـــ", "َ", "ْ"]), min_size=len(chosen), max_size=len(chosen)))
    for position, mark in sorted(zip(chosen, marks, strict=True), reverse=True):
        text = text[:position] + mark + text[position:]
    if draw(st.booleans()):
        text = text.translate(str.maketrans("أإآ", "ااا"))
    return text.replace(" ", draw(st.sampled_from([" ", "  ", "\u00a0", " \u200f"])))


@LIMITS
@given(data=st.data(), text=st.sampled_from(TEXTS))
def test_spelling_changes_nothing(coder: Coder, data: st.DataObject, text: str) -> None:
    other = data.draw(respelled(text))
    assert coding(coder.code(other, published=DAY)) == coding(coder.code(text, published=DAY))


ATTACKERS = [
    ("طائرات حربية روسية", "RUSMIL"), ("قوات النظام", "SYRMIL"), ("المدفعية التركية", "TURMIL"), ("فصائل المعارضة", "SYRREB"),
    ("هيئة تحرير الشام", "SYRREBHTS"), ("ميليشيات إيرانية", "IRNMIL"), ("مدفعية الجيش السوري", "SYRMIL"),
    ("قوات سوريا الديمقراطية", "SYRKUR"), ("طائرات التحالف الدولي", "USAMIL"),
]  # fmt: skip
STRIKES = ["قصفت", "استهدفت", "دكّت", "ضربت", "هاجمت"]
PLACES = [
    ("بلدة كنصفرة", "كنصفرة"), ("مدينة أريحا", "أريحا"), ("قرية النيرب", "النيرب"), ("مدينة سراقب", "سراقب"),
    ("بلدة سرمين", "سرمين"), ("مدينة جسر الشغور", "جسر الشغور"), ("بلدة احسم", "احسم"),
]  # fmt: skip
DAYS = [
    ("أمس الأربعاء", dt.date(2020, 1, 22)), ("اليوم الخميس", dt.date(2020, 1, 23)), ("يوم الثلاثاء", dt.date(2020, 1, 21)),
    ("مساء الاثنين", dt.date(2020, 1, 20)), ("فجر اليوم", dt.date(2020, 1, 23)), ("الأحد الماضي", dt.date(2020, 1, 19)),
]  # fmt: skip
DEAD = [("ثلاثة مدنيين", 3), ("5 مدنيين", 5), ("سبعة أشخاص", 7), ("12 مدنياً", 12), ("عشرين مدنياً", 20), ("٤٥ شخصاً", 45)]
SENTENCES = [
    "{verb} {actor} {place} {day}، ما أدى إلى مقتل {dead}",
    "{verb} {actor} {day} {place} مما أدى لمقتل {dead}",
    "{actor} {verb} {place} {day} ما أسفر عن مقتل {dead}",
    "{verb} {actor}، {day}، {place}، ما تسبب بمقتل {dead}",
    "قال ناشطون إن {actor} {verb} {place} {day}، ما تسبب بمقتل {dead}",
    "تعرضت {place} لقصف من {actor} {day}، أسفر عن مقتل {dead}",
]


@LIMITS
@given(
    sentence=st.sampled_from(SENTENCES),
    verb=st.sampled_from(STRIKES),
    actor=st.sampled_from(ATTACKERS),
    place=st.sampled_from(PLACES),
    day=st.sampled_from(DAYS),
    dead=st.sampled_from(DEAD),
)
def test_every_part_of_an_attack_is_found_whatever_the_others_are(
    coder: Coder,
    sentence: str,
    verb: str,
    actor: tuple[str, str],
    place: tuple[str, str],
    day: tuple[str, dt.date],
    dead: tuple[str, int],
) -> None:
    text = sentence.format(verb=verb, actor=actor[0], place=place[0], day=day[0], dead=dead[0])
    (event,) = coder.code(text, published=DAY)
    assert event.type in ("air_strike", "shelling", "ground_attack", "attack_on_civilians")
    assert [item.code for item in event.actors] == [actor[1]]
    assert [item.name for item in event.locations] == [place[1]]
    assert (event.date.start, event.date.end) == (day[1], day[1])
    assert (event.counts["killed"].low, event.counts["killed"].high) == (dead[1], dead[1])
    assert event.status == "actual"


CLASSES = {
    "territory_seized": ("{word} قوات النظام على بلدة كنصفرة", ["سيطرت", "استولت", "بسطت سيطرتها"], "SYRMIL", ""),
    "displacement": ("{word} مئات المدنيين من بلدة كنصفرة", ["نزح", "فرّ", "هرب"], "", "SYRCVL"),
    "arrest": ("{word} عناصر هيئة تحرير الشام ناشطاً في بلدة كنصفرة", ["اعتقل", "احتجز", "أوقف"], "SYRREBHTS", ""),
    "abduction": ("{word} مسلحون مجهولون طبيباً في بلدة كنصفرة", ["خطف", "اختطف"], "UAF", "SYRHLH"),
    "protest": ("{word} عشرات المدنيين في بلدة كنصفرة", ["تظاهر", "اعتصم", "تجمهر"], "SYRCVL", ""),
    "criticism": ("{word} وزارة الخارجية التركية الهجوم على إدلب", ["أدانت", "دانت", "استنكرت", "انتقدت"], "TURGOV", ""),
    "appeal": ("{word} الأمم المتحدة روسيا على وقف القصف", ["حثت", "حضت"], "IGOUNO", "RUS"),
    "accusation": ("{word} وزارة الدفاع الروسية الفصائل بقصف حلب", ["اتهمت"], "RUSGOV", "SYRREB"),
    "warning": ("{word} الرئيس التركي النظام السوري من الهجوم على إدلب", ["حذّر"], "TURGOV", "SYRGOV"),
    "negotiation": ("{word} وزير الخارجية الروسي مع نظيره التركي الوضع في إدلب", ["بحث", "ناقش"], "RUSGOV", ""),
}


@pytest.mark.parametrize(("kind", "word"), [(kind, word) for kind, row in CLASSES.items() for word in row[1]])
def test_verbs_of_a_class_are_coded_alike(coder: Coder, kind: str, word: str) -> None:
    sentence, _, actor, target = CLASSES[kind]
    event = next(event for event in coder.code(sentence.format(word=word), published=DAY) if event.type == kind)
    if actor:
        assert actor in [item.code for item in event.actors]
    if target:
        assert [item.code for item in event.targets] == [target]


PAIRS = [("روسيا", "تركيا"), ("قوات النظام", "ميليشيات إيرانية"), ("بلدة كنصفرة", "قرية النيرب"), ("نساء", "أطفال")]
COORDINATIONS = [
    ("اتفقت {0} و{1} على وقف إطلاق النار في إدلب", 0),
    ("شنت {0} و{1} هجوماً على مدينة سراقب", 1),
    ("قصفت طائرات روسية {0} و{1}", 2),
    ("قتل مدنيون بينهم {0} و{1} بقصف على بنش", 3),
]


@pytest.mark.parametrize(("sentence", "pair"), COORDINATIONS)
def test_the_order_of_coordinated_parts_does_not_matter(coder: Coder, sentence: str, pair: int) -> None:
    one, other = PAIRS[pair]

    def unordered(text: str) -> list[tuple[object, ...]]:
        return [
            (event.type, {a.code for a in event.actors}, {t.code for t in event.targets}, {p.name for p in event.locations})
            for event in coder.code(text, published=DAY)
        ]

    assert unordered(sentence.format(one, other)) == unordered(sentence.format(other, one))
