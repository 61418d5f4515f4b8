"""Which type an act has, and which mentions of one sentence are the same act."""

from __future__ import annotations

import pytest

from eventcode import Coder


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A fixed expression tells its own type, whatever was told before it.
        (
            "هجوم كيماوي على بلدة اللطامنة. بدأت القوات العمليات البرية شرق البلدة.",
            [("chemical_attack", "هجوم كيماوي"), ("ground_attack", "العمليات البرية")],
        ),
        # What is to come takes up no attack that was told.
        (
            "هجوم كيماوي على بلدة اللطامنة. يتوقع الأهالي الهجوم المرتقب على إدلب.",
            [("chemical_attack", "هجوم كيماوي"), ("ground_attack", "الهجوم")],
        ),
        # A death before the attack is no result of it.
        ("اقتحمت قوات النظام بلدة طفس بعد مقتل ضابط في المنطقة", [("ground_attack", "اقتحمت"), ("killing", "مقتل")]),
        # The same people, told twice.
        ("يتواصل إجلاء المقاتلين من مدينة حرستا حيث يجري نقلهم إلى إدلب", [("evacuation", "إجلاء")]),
        # A visit and the talks held during it are two acts.
        ("وصل ظريف إلى دمشق لإجراء محادثات", [("negotiation", "وصل"), ("negotiation", "محادثات")]),
        # A warning of what the speaker's own side will do is a threat.
        ("حذر البيت الأبيض من أن الولايات المتحدة سترد بقوة", [("warning", "حذر")]),
        # The verbal noun of the second form begins like an imperfect.
        ("يقضي الاتفاق بتسليم المدينة إلى النظام", [("agreement", "الاتفاق"), ("withdrawal", "تسليم المدينة")]),
    ],
)
def test_types(coder: Coder, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(event.type, event.trigger.text) for event in coder.code(text)] == expected
