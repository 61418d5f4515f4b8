"""Verbs with a dropped subject that are spelled like their verbal nouns, and whose attack is repelled."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode import Coder

CASES = [
    ("سيطر الجيش السوري على عابدين. وتقدم باتجاه خان شيخون.", "تقدم", {"SYRMIL"}),
    ("سيطر الجيش السوري على عابدين، وتقدم باتجاه مدينة خان شيخون.", "تقدم", {"SYRMIL"}),
    ("سيطر الجيش السوري على عابدين. وتوغل في محيط مورك.", "توغل", {"SYRMIL"}),
    ("دخل رتل تركي من كفرلوسين. وتوغل داخل الأراضي السورية.", "توغل", {"TURMIL"}),
    ("سيطر الجيش السوري على عابدين. وقصف بلدة سرمين.", "قصف", {"SYRMIL"}),
    ("أعلن النظام الهدنة. وقصف قرية قوقفين بعد ساعات.", "قصف", {"SYRMIL"}),
    ("هاجمت قوات النظام حرش بينين. وتمكنت الفصائل من صد الهجوم.", "الهجوم", {"SYRMIL"}),
    ("تمكن الجيش السوري من إحباط الهجوم على مورك.", "الهجوم", set()),
    # Verbal nouns all the same: with a preposition or an adjective, before a verb of their own, after what is announced.
    ("قصفت طائرات روسية عابدين. وقصف صاروخي على سرمين.", "قصف صاروخي", set()),
    ("سيطر الجيش السوري على عابدين. وقصف بلدة سرمين يأتي ضمن الحملة.", "قصف", set()),
    ("أكد المرصد قصف عابدين، وتقدم باتجاه خان شيخون.", "تقدم", set()),
    ("شهدت الجبهات هدوءاً، وقصف بلدات ريف إدلب قليل.", "قصف", set()),
    ("دفعت أنقرة الفصائل إلى هجوم مضاد على مورك.", "هجوم", {"SYRREB"}),
]


@pytest.mark.parametrize(("text", "trigger", "actors"), CASES, ids=[case[0][-30:] for case in CASES])
def test_who_goes_on(text: str, trigger: str, actors: set[str]) -> None:
    events = [event for event in Coder.cached().code(text, published=dt.date(2020, 2, 10)) if event.trigger.text == trigger]
    assert events, trigger
    assert {actor.code for actor in events[-1].actors} == actors
