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
