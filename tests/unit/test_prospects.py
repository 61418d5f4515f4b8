"""Status that comes from what stands around an act: the verb of doing it, a draft, an offer, a claim, talks, a foretold end."""

from __future__ import annotations

import datetime as dt

import pytest

from eventcode.coder import Coder

_DAY = dt.date(2018, 9, 12)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # A verb of doing what its noun says has the mood and the negation of that verb.
        ("قد تلجأ أنقرة إلى قصف مواقع الفصيل في تفتناز", "قصف", "hypothetical"),
        ("ستشارك طائرات بلجيكية في غارات على الميادين", "غارات", "future"),
        ("شاركت طائرات بلجيكية في غارات على الميادين", "غارات", "actual"),
        ("لم تشارك القوات البلجيكية في قصف الميادين", "قصف", "negated"),
        ("قد تتمكن الفصائل من السيطرة على تلة السيريتل", "السيطرة", "hypothetical"),
        # What does not come about, and what is suspended; a comment is neither.
        ("أخفق الجيش للمرة الثالثة في اقتحام سرمين", "اقتحام", "attempted"),
        ("كادت مسيرة أن تقصف مشفى سرمين", "تقصف", "attempted"),
        ("تعثر إجلاء الجرحى من مضايا", "إجلاء", "attempted"),
        ("تعذر على المنظمة إيصال المساعدات إلى حرستا", "إيصال", "attempted"),
        ("علقت أنقرة الدوريات المشتركة مع الروس", "الدوريات", "negated"),
        ("علقت باريس على الهجوم التركي في رأس العين", "الهجوم", "actual"),
        ("اتهمت الوزارة المعارضة بعرقلة وصول المساعدات إلى كفريا", "وصول", "negated"),
        # What is said to have been staged did not happen.
        ("اتهمت الوزارة المسعفين بفبركة هجوم كيميائي في سراقب", "هجوم", "negated"),
        ("ليس صحيحاً أن القيادي اغتيل في سلقين", "اغتيل", "negated"),
        # What drafts, offers and decisions are about.
        ("وزعت باريس مشروع قرار حول هدنة في إدلب", "هدنة", "hypothetical"),
        ("مبادرة من الوجهاء لتشكيل مجلس عسكري موحد", "تشكيل", "hypothetical"),
        ("أبدت موسكو موافقتها على المشاركة في محادثات جديدة", "محادثات", "future"),
        ("أقر المجلس إيصال المساعدات عبر المعبر ستة أشهر", "إيصال", "future"),
        ("التقى لافروف نظيره التركي لبحث التسوية السياسية في سوريا", "التسوية", "hypothetical"),
        # What somebody claims to have done, drives another to do, or tells beside his talk happened.
        ("من المتوقع أن يتبنى التنظيم التفجير خلال ساعات", "التفجير", "actual"),
        ("دفعت المجزرة واشنطن لشن غارات على المطار", "غارات", "actual"),
        ("حذر المبعوث في اجتماع لمجلس الأمن من معركة في إدلب", "اجتماع", "actual"),
        ("جاء التحذير بعدما ضربت واشنطن أهدافاً في حمص", "ضربت", "actual"),
        ("لن نسمح لهم بذلك وقد قصفنا مواقع الحزب", "قصفنا", "actual"),
        ("توعد الفصيل بالرد على الغارة الإسرائيلية", "الغارة", "actual"),
        # A duty with a day by which, or a deal under which it is to be done, is a term of that deal; any other is only called for.
        ("يتعين على الفصائل الانسحاب من المنطقة بحلول الاثنين", "الانسحاب", "future"),
        ("بموجب الاتفاق الروسي التركي يجب على الفصائل أن تنسحب من المنطقة", "تنسحب", "future"),
        ("وفقا للاتفاق ينبغي تسليم الأسرى إلى ذويهم", "تسليم", "future"),
        ("يجب على الفصائل الانسحاب فورا من سراقب", "الانسحاب", "hypothetical"),
        ("وفق المرصد يجب على موسكو سحب قواتها من سراقب", "سحب", "hypothetical"),
        # The other choice that a deal leaves, and what is agreed to besides.
        ("يقضي الاتفاق بمغادرة المقاتلين إلى إدلب أو القبول بحكم الدولة", "القبول", "future"),
        ("طالبت موسكو الفصائل بالانسحاب من سراقب وقبول التسوية", "قبول", "hypothetical"),
        ("أعلن الفصيل انسحابه من سراقب وقبول التسوية", "قبول", "actual"),
        # What is said of an event without a verb, behind the place where it is.
        ("رأى محللون أن الهجوم على إدلب وشيك", "الهجوم", "future"),
        ("الهجوم على مدينة سراقب متوقع في أي لحظة", "الهجوم", "future"),
        ("الهجوم على إدلب محتمل، وفق محللين", "الهجوم", "hypothetical"),
        ("القصف على إدلب مستمر", "القصف", "actual"),
        ("الهجوم على إدلب خلف دماراً متوقعاً", "الهجوم", "actual"),
        ("قتل خمسة في الهجوم على إدلب ووضعهم متوقع", "الهجوم", "actual"),
        # What is welcomed is taken for granted; what one agrees to, or backs as a plan, is to come.
        ("رحب الأمين العام بالإفراج عن خمسة معتقلين في حماة", "الإفراج", "actual"),
        ("رحبت أنقرة بانسحاب القوات الروسية من تل رفعت", "انسحاب", "actual"),
        ("أيدت برلين الضربات على الشعيرات", "الضربات", "actual"),
        ("أيدت أنقرة نشر قوات في سراقب", "نشر", "future"),
        ("وافقت أنقرة على الانسحاب من مورك", "الانسحاب", "future"),
        ("رحبت أنقرة بعزم موسكو سحب قواتها من سراقب", "سحب", "future"),
        # A possibility reaches over a quotation mark, and what may come out with ب.
        ('قال المبعوث إنه قد "يسفر عن مقتل المئات"', "مقتل", "hypothetical"),
        ("قد يتسبب الهجوم بنزوح سبعين ألف شخص من جبل الزاوية", "نزوح", "hypothetical"),
        ("الضربة لم تستهدف أي مسجد في سرمين", "تستهدف", "negated"),
        ("من المحتمل أن توافق الحركة على الهدنة", "توافق", "hypothetical"),
        # What something will be said of has not come.
        ("قال الوزير إن هجوماً واسعاً على إدلب سيكون كارثة", "هجوما", "future"),
        ("ستكون هناك معركة طويلة في جورين", "معركة", "future"),
        ("تركيا توقع مع روسيا اتفاقاً حول إدلب", "اتفاقا", "actual"),
    ],
)
def test_what_stands_around_an_act(coder: Coder, text: str, trigger: str, status: str) -> None:
    plain = [(event.trigger.text.replace("ً", ""), event.status) for event in coder.code(text, published=_DAY)]
    assert next(found for word, found in plain if word.startswith(trigger)) == status
