"""Status of what an act is for, of what lies ahead without a cue, and of what a cue takes for granted."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode.coder import Coder

_DAY = dt.date(2018, 9, 12)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # What an act is done for, by a verbal noun behind ل.
        ("بدأ الجيش التركي انتشاره في إدلب لإقامة نقاط مراقبة", "إقامة", "future"),
        ("نفذت الشرطة حملة أمنية لاعتقال مطلوبين في مدينة الباب", "اعتقال", "future"),
        ("جلب المسلحون مواد سامة لاتهام الجيش باستخدامها", "اتهام", "future"),
        ("فتحت السلطات معبراً لخروج المدنيين من البلدة", "خروج", "future"),
        # ل that the word before it asks for leads to no aim.
        ("تعرضت البلدة لقصف مدفعي", "قصف", "actual"),
        ("خرج الأهالي رفضاً لاعتقال ناشط في بنش", "اعتقال", "actual"),
        ("اتفق الوزراء أمس على مواصلة المشاورات", "المشاورات", "future"),
        ("اتفقت تركيا وروسيا في أيلول الماضي على نشر مراقبين في إدلب", "نشر", "future"),
        ("أعرب المبعوث الأممي عن استعداده لزيارة إدلب", "زيارة", "future"),
        ("قال القيادي إن الفصائل جاهزة للتفاوض مع الوفد", "تفاوض", "future"),
        ("قال الخبير إن النظام مضطر إلى سحب قواته من المحافظة", "سحب", "hypothetical"),
        ("قال الوزير إن أي هجوم على سرمين سيكون مذبحة", "مذبحة", "hypothetical"),
        ("جاء ذلك على خلفية التهديد بهجوم على المدينة", "هجوم", "future"),
        ("لم يحاول الثوار يوماً اقتحام البلدتين", "اقتحام", "negated"),
        ("حذرت الأمم المتحدة من موجة نزوح جديدة إذا اتسع القتال", "نزوح", "future"),
        ("طلب الوزير من نظرائه أن يقفوا معه ويقدموا مساعدات للنازحين", "يقدموا", "hypothetical"),
        # What a cue takes for granted.
        ("ربما تعارض روسيا الاتفاق", "الاتفاق", "actual"),
        ("يسمح هذا الاتفاق بعودة وحدات الجيش إلى مواقعها", "الاتفاق", "actual"),
        ("تعتقد موسكو أن نتائج تحقيق المنظمة ستؤكد ذلك", "تحقيق", "actual"),
        ("لن تعرف نتائج تحقيق البعثة قبل نهاية الشهر", "تحقيق", "actual"),
        ("فوض المجلس الحركة للتفاوض باسم المدنيين المحاصرين في الزبداني", "المحاصرين", "actual"),
        ("نفت الوزارة خطف مقاتلين دربهم أميركيون في سوريا", "دربهم", "actual"),
        ("طالب المعتصمون بمعاقبة ضابط يتهمونه بقتل عقيد في الجيش", "قتل", "actual"),
        ("يعتقد المصدر أن الجثث تعود لمقاتلين سقطوا في المعارك قرب البلدة", "المعارك", "actual"),
        ("يقضي الاتفاق بخروج المسلحين مقابل فك الحصار عن الفوعة", "الحصار", "actual"),
    ],
)
def test_aims_and_what_is_taken_for_granted(coder: Coder, text: str, trigger: str, status: str) -> None:
    found = next(event for event in coder.code(text, published=_DAY) if event.trigger.text.startswith(trigger))
    assert found.status == status
