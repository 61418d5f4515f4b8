"""What was tried, likely, talked of or announced and has not come about, and who tells what in which clause."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode.coder import Coder

_DAY = dt.date(2018, 9, 12)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # What one fails in, behind who fails, when, and despite what.
        ("فشل الوسطاء قبل أسبوع في التوصل إلى حل سياسي للأزمة", "حل سياسي", "attempted"),
        ("فشل الوزراء، بعد اجتماعهم في جنيف، في التوصل إلى اتفاق بشأن إدلب", "اتفاق", "attempted"),
        ("فشل الوزراء، بعد اجتماعهم في جنيف، في التوصل إلى اتفاق بشأن إدلب", "اجتماعهم", "actual"),
        ("فشلت القوات رغم القصف العنيف في السيطرة على بلدة كنصفرة", "السيطرة", "attempted"),
        ("فشلت القوات رغم القصف العنيف في السيطرة على بلدة كنصفرة", "القصف", "actual"),
        ("عجزت القوات المهاجمة بعد معارك عنيفة عن السيطرة على بلدة كباني", "السيطرة", "attempted"),
        ("فشلت الخطة رغم مشاركة روسيا في القصف على سراقب", "القصف", "actual"),
        ("فشل القائد رغم نجاح قواته في السيطرة على سراقب", "السيطرة", "actual"),
        ("فشل الوفد بعد محادثات في جنيف، وقصفت الطائرات سراقب", "قصفت", "actual"),
        # Who did not succeed is no failure, and what one was not able to do did not come about.
        ("لم تنجح المفاوضات في جنيف", "المفاوضات", "actual"),
        ("لم تنجح المفاوضات في التوصل إلى اتفاق", "اتفاق", "attempted"),
        ("لم يستطيعوا السيطرة على البلدة", "السيطرة", "attempted"),
        # Talks that are not held.
        ("لم تجر المفاوضات في جنيف", "المفاوضات", "negated"),
        ("لم تعقد القمة في طهران", "القمة", "negated"),
        ("لم تسفر المفاوضات عن اتفاق", "المفاوضات", "actual"),
        # "Probably" right after a verb is said of its act, after a noun of whoever did it.
        ("قال الخبراء إن السارين استخدم على الأرجح في بلدة اللطامنة", "استخدم", "hypothetical"),
        ("قال إن المسلحين انسحبوا على الأرجح من البلدة", "انسحبوا", "hypothetical"),
        ("نفذت على الأرجح غارة على سراقب طائرة مسيرة", "غارة", "hypothetical"),
        ("نفذت طائرات إسرائيلية على الأرجح غارات على مطار التيفور", "غارات", "actual"),
        ("شنت هجوما عنيفا هو على الأرجح الأكبر هذا العام", "هجوما", "actual"),
        # An adjective inside the expression itself.
        ("تحدث الوزير عن العمليات المتوقع شنها على محافظة إدلب", "العمليات المتوقع", "future"),
        ("بحث الوزيران العملية المحتملة في إدلب", "العملية المحتملة", "hypothetical"),
        # What is only talked of; a definite act that one speaks of is known.
        ("برز الحديث عن إرسال كتائب أردنية إلى الحدود", "إرسال", "hypothetical"),
        ("كثر الحديث عن هجوم على إدلب", "هجوم", "hypothetical"),
        ("يدور الحديث عن الهجوم الأخير على إدلب", "الهجوم", "actual"),
        ("تحدث المرصد عن قصف على سراقب", "قصف", "actual"),
        # A meeting that will treat something is to come; a deal that will bring something is made.
        ("قال الوزير إن القمة ستبحث الوضع في إدلب", "القمة", "future"),
        ("وأوضح أن المحادثات ستتناول الوضع في شمال سوريا", "المحادثات", "future"),
        ("القمة التي ستجمع الرؤساء الثلاثة في طهران", "القمة", "future"),
        ("بحثت القمة الوضع في إدلب", "القمة", "actual"),
        ("المفاوضات ستفضي إلى نتائج مهمة", "المفاوضات", "actual"),
    ],
)
def test_status(text: str, trigger: str, status: str) -> None:
    found = {event.trigger.text: event.status for event in Coder.cached().code(text, published=_DAY)}
    assert found[trigger] == status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("تستعد قوات النظام لشن هجوم على إدلب. ووصل الوزير إلى دمشق لإجراء محادثات حول الهجوم.", "الهجوم", "future"),
        ("شنت قوات النظام هجوما على إدلب. ووصل الوزير إلى دمشق لإجراء محادثات حول الهجوم.", "الهجوم", "actual"),
        ("هدد النظام بشن هجوم على إدلب. وقتل خمسة مدنيين في الهجوم.", "الهجوم", "actual"),
        ("هدد النظام بشن هجوم على إدلب. وأسفر الهجوم عن نزوح المئات.", "الهجوم", "actual"),
    ],
)
def test_what_was_only_announced(text: str, trigger: str, status: str) -> None:
    assert [event.status for event in Coder.cached().code(text, published=_DAY) if event.trigger.text == trigger] == [status]


@pytest.mark.parametrize(
    ("text", "trigger", "source"),
    [
        # After "we" stands whom we warn, and not who says so.
        ('وأوضح لافروف "حذرنا الأتراك من أن عليهم الإفراج عن الطيار"', "الإفراج", "RUSGOV"),
        ('وقال أردوغان "طالبنا الأمم المتحدة بإيصال المساعدات إلى إدلب"', "إيصال", "TURGOV"),
        ('وقال أردوغان: "أخبرنا الروس أن القصف على إدلب توقف"', "القصف", "RUS"),
        # Others are cited for a relative clause alone; behind a comma for all.
        ("أعلنت الدفاع الروسية أن الجيش سيطر على سراقب التي قتل فيها خمسة مدنيين وفق المرصد", "سيطر", "RUSGOV"),
        ("أعلنت الدفاع الروسية أن الجيش سيطر على سراقب التي قتل فيها خمسة مدنيين وفق المرصد", "قتل", "NGOSOH"),
        ("قصفت الطائرات بلدة سراقب التي قتل فيها خمسة مدنيين وفق المرصد", "قصفت", "NGOSOH"),
        # A court that issues a ruling reports nothing; who issues a statement does.
        ("أصدرت محكمة في القاهرة حكما بإعدام عشرة متهمين، وفقا لبوابة الأهرام", "إعدام", "EGYMED"),
        ("أصدر المرصد بيانا قال فيه إن طائرات قصفت سراقب", "قصفت", "NGOSOH"),
    ],
)
def test_source(text: str, trigger: str, source: str) -> None:
    found = {event.trigger.text: [item.code for item in event.attribution] for event in Coder.cached().code(text, published=_DAY)}
    assert found[trigger] == [source]
