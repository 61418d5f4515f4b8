"""Who did it, in wordings of plain daily reports, and near misses in which the same words say that somebody else did."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode.coder import Coder

WATCHING = [
    ("بدأت عملية إجلاء المدنيين من الغوطة، وفق المرصد السوري لحقوق الإنسان.", "إجلاء", set()),
    ("بدأت عملية تبادل الأسرى في ريف حلب، بحسب المرصد.", "تبادل", set()),
    ("بدأت قوات النظام إجلاء المدنيين من البلدة، وفق المرصد.", "إجلاء", {"SYRMIL"}),
    ("وأضاف المرصد السوري أن القصف مستمر، ودعا إلى هدنة.", "دعا", {"NGOSOH"}),
]
COUNTING = [
    ("قال مركز المصالحة الروسي إنه سجل خمسة خروقات للهدنة في ريف حماة.", "خروقات", set()),
    ("سجلت اللجنة الروسية التركية 12 خرقاً للهدنة في إدلب.", "خرقاً", set()),
    ("سجلت اللجنة الروسية التركية 12 خرقاً للهدنة في إدلب.", "هدنة", set()),
    ("سجل الجانب التركي سبعة خروقات لوقف إطلاق النار ارتكبتها قوات النظام.", "خروقات", {"SYRMIL"}),
    ("سجلت قوات النظام تقدماً على محور كبانة.", "تقدما", {"SYRMIL"}),
    ("ارتكبت قوات النظام خروقات جديدة للهدنة في إدلب.", "خروقات", {"SYRMIL"}),
]
ATTEMPTS = [
    ("أفشلت قوات النظام محاولة للفصائل للتقدم نحو النيرب.", "تقدم", {"SYRREB"}),
    ("أحبطت الهيئة محاولات جديدة للنظام لاقتحام القرية.", "اقتحام", {"SYRMIL"}),
    ("بدأت قوات النظام محاولة للتقدم نحو النيرب.", "تقدم", {"SYRMIL"}),
    ("كررت قوات النظام محاولاتها للتقدم على محور كبانة.", "تقدم", {"SYRMIL"}),
]
HOLDERS = [
    ("نجح جيش العزة في السيطرة على حاجز كان بيد النظام.", "السيطرة", {"SYRREBJIZ"}),
    ("شن الجيش الوطني هجوماً لاستعادة قرى كانت بيد قسد.", "استعادة", {"SYRREBSNA"}),
    ("أدى القتال إلى سقوط البلدة بيد الهيئة.", "سقوط", {"SYRREBHTS"}),
]
GUNS = [
    ("ردت المدفعية التركية المتمركزة في قاعدة المسطومة بقصف مرابض للنظام.", "قصف", {"TURMIL"}),
    ("ردت الفصائل بقصف مرابض المدفعية في معسكر جورين.", "قصف", {"SYRREB"}),
    ("قصفت مرابض النظام في جورين بلدات سهل الغاب.", "قصفت", {"SYRMIL"}),
    ("قصف مدفعية النظام لبلدة كنصفرة خلّف جرحى.", "قصف", {"SYRMIL"}),
]


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [*WATCHING, *COUNTING, *ATTEMPTS, *HOLDERS, *GUNS],
)
def test_doers(coder: Coder, text: str, trigger: str, actors: set[str]) -> None:
    """Those who do an act, and nobody else."""
    found = [event for event in coder.code(text, published=dt.date(2020, 1, 23)) if trigger in event.trigger.text]
    assert found, text
    assert {actor.code for actor in found[-1].actors} == actors
