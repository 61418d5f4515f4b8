"""Who fights, takes ground or loses it where the clause of the act does not name him, or names him far from its verb."""

from __future__ import annotations

import pytest

from eventcode.coder import Coder

CASES = [
    # a noun that takes up the two sides
    (
        "هاجمت الفصائل قرى تقدمت إليها قوات النظام. وقال المرصد إن معارك تدور بين الطرفين قرب التح.",
        "معارك",
        {"SYRREB", "SYRMIL"},
        set(),
    ),
    (
        "اندلعت معارك بين الفصائل وقوات النظام وميليشيات موالية لها. وتتواصل المعارك بين الطرفين.",
        "المعارك",
        {"SYRREB", "SYRMIL"},
        set(),
    ),
    ("دارت معارك بين الفصائل وقوات النظام، تبادل خلالها الطرفان القصف.", "القصف", {"SYRREB", "SYRMIL"}, set()),
    # the subject behind "during which"
    ("خاض جيش العزة معارك في كفرزيتا، سيطرت خلالها الفصائل على حاجز.", "سيطرت", {"SYRREB"}, set()),
    ("شنت قوات النظام حملة في داعل، اعتقلت خلالها ثلاثة شبان.", "اعتقلت", {"SYRMIL"}, {"SYRCVL"}),
    ("هاجمت قوات النظام سراقب، وقصفت خلاله الفصائل في البلدة.", "قصفت", {"SYRMIL"}, {"SYRREB"}),
    # a fight that a move led to, by who moved
    ("أعلن جيش العزة السيطرة على قرية الجبين بعد معارك مع قوات النظام.", "معارك", {"SYRREBJIZ"}, {"SYRMIL"}),
    ("أعلنت الوزارة انسحاب الجيش السوري من حماة بعد معارك مع الفصائل.", "معارك", {"SYRMIL"}, {"SYRREB"}),
    ("دخلت الفصائل مدينة حماة وسط معارك تدور مع قوات النظام.", "معارك", {"SYRREB"}, {"SYRMIL"}),
    ("انسحبت الفصائل من القرية بعد معارك عنيفة.", "معارك", set(), set()),
    ("أعلن المرصد السيطرة على قرية الجبين بعد معارك مع قوات النظام.", "معارك", set(), {"SYRMIL"}),
    # whose the ground is that is taken
    ("أعلنت الفصائل سيطرتها على مناطق للنظام في ريف حماة.", "سيطرتها", {"SYRREB"}, {"SYRMIL"}),
    ("سيطرت الفصائل على خمس قرى لقوات النظام في ريف حماة.", "سيطرت", {"SYRREB"}, {"SYRMIL"}),
    ("سيطر الجيش على قرى جديدة لتأمين الطريق.", "سيطر", {"SYRMIL"}, set()),
    # the noun of control behind the subject of its light verb
    ("أحكمت فصائل من المعارضة سيطرتها على مدينة بصرى الشام.", "سيطرتها", {"SYRREB"}, set()),
    ("بسطت وحدات من الجيش سيطرتها على قرية الصخر.", "سيطرتها", {"SYRMIL"}, set()),
]


@pytest.mark.parametrize(("text", "trigger", "actors", "targets"), CASES)
def test_sides(text: str, trigger: str, actors: set[str] | None, targets: set[str] | None) -> None:
    """Exactly these actors and targets of the last event with this trigger, unless they are left open."""
    event = [event for event in Coder.cached().code(text) if event.trigger.text.startswith(trigger)][-1]
    assert actors is None or {actor.code for actor in event.actors} == actors
    assert targets is None or {target.code for target in event.targets} == targets


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("تقصف قوات النظام سراقب في محاولة منها للتقدم نحو النيرب.", "تقدم", "attempted"),
        ("حاولت الفصائل التقدم نحو تل ملح واسترجاع البلدة.", "استرجاع", "attempted"),
        ("حاولت الفصائل التقدم نحو تل ملح، واستعادت البلدة.", "استعادت", "actual"),
        ("سعت قوات النظام منذ يونيو لاستعادة سراقب.", "استعادة", "attempted"),
        ("يهدف الهجوم إلى السيطرة على سراقب.", "الهجوم", "actual"),
        ("يهدف الهجوم إلى السيطرة على سراقب.", "السيطرة", "future"),
        ("تهدف العملية العسكرية إلى السيطرة على سراقب.", "العملية", "actual"),
    ],
)
def test_aims_and_attempts(text: str, trigger: str, status: str) -> None:
    """What is aimed at or tried, and the attack itself, which is under way."""
    event = next(event for event in Coder.cached().code(text) if event.trigger.text.startswith(trigger))
    assert event.status == status
