"""Whom an act befalls: the dead by what is said of them, topics of passives, and phrases that belong to something else."""

from __future__ import annotations

import pytest

from eventcode.coder import Coder

CASES = [
    # The dead and wounded by an adjective of theirs.
    ("قتيلان مدنيان في قصف على أريحا.", "قصف", {"SYRCVL"}),
    ("أسفر الكمين عن 12 قتيلاً عسكرياً قرب نوى.", "الكمين", {"SYRMIL"}),
    ("ما تسبب القصف على بنش بجرح طفلين.", "القصف", {"SYRCVL"}),
    # The capture of somebody is no family.
    ("قتل خمسة جنود وأسر ضابط في معركة مورك.", "معركة", {"SYRMIL"}),
    ("قُتلت ثلاث نساء وأسر بأكملها في غارة على حاس.", "غارة", {"SYRCVL"}),
    # The topic of a passive in a clause of time or condition.
    ("ذكر البيان أن المدرسة سبق أن قُصفت.", "قُصفت", {"SYREDU"}),
    ("كان المشفى يعمل قبل أن يُقصف.", "يُقصف", {"SYRHLH"}),
    ("فر المزارعون حين قُصفوا.", "قُصفوا", {"SYRCVL"}),
    ("سيطرت القوات على البلدة بعدما قُصفت.", "قُصفت", set()),
    # Whoever died of an act did not do it.
    ("قضى ضابط بغارة على سلقين.", "غارة", {"SYRMIL"}),
    ("قضى ضابط تركي يقود كتيبة بعبوة ناسفة في عفرين.", "عبوة", {"TURMIL"}),
    # Who agrees that others leave stays; where they fight nobody is struck.
    ("توصل جيش الإسلام إلى اتفاق ينص على خروج مئة شخص من دوما.", "خروج", {"SYRCVL"}),
    ("شهد مخيم اليرموك اشتباكات بين الفصائل وقوات النظام.", "اشتباكات", set()),
    ("شهد المشفى قصفاً بالبراميل.", "قصفاً", {"SYRHLH"}),
    # A country is where land is taken; positions are bombed.
    ("استعاد الجيش معظم سوريا.", "استعاد", set()),
    ("استعادت الفصائل البلدة من روسيا.", "استعادت", {"RUS"}),
    ("ردت المدفعية التركية بقصف مرابض للنظام قرب جورين.", "قصف", {"SYRMIL"}),
    # What belongs to a description or to a promise.
    ("أدت ضربات روسية طالت محافظة إدلب، الخاضع معظمها لفصائل جهادية، إلى مقتل 27 مدنياً.", "ضربات", {"SYRCVL"}),
    ("قصفت الطائرات مواقع خاضعة للفصائل.", "قصفت", {"SYRREB"}),
    ("تعهدت تركيا باتخاذ إجراءات ضد المتشددين.", "تعهدت", set()),
    ("تعهدت واشنطن للأكراد بمواصلة الدعم.", "تعهدت", {"SYRKUR"}),
    # Those whom the rebels kill are not their own.
    ("صدت الفصائل تقدم قوات النظام، وقتلت فصائل المعارضة عدداً من المهاجمين.", "قتلت", {"SYRMIL"}),
    ("اغتيال قياديين متشددين في إدلب.", "اغتيال", {"SYRREB"}),
    ("استهدفت الغارات الروسية الجبهة الشمالية.", "استهدفت", set()),
    ("هاجم تنظيم الدولة الجبهة الجنوبية في درعا.", "هاجم", {"SYRREB"}),
    # A proposal that states accept or refuse is put to all.
    ("رفض الرئيس الروسي مقترح نظيره التركي بشأن هدنة في إدلب.", "مقترح", set()),
    ("رفض المحتجون مبادرة قدمها الجولاني.", "مبادرة", {"SYRCVL"}),
    ("قصف الطيران مركزاً لإيواء النازحين.", "قصف", {"SYRREF"}),
    # The dead behind the act that killed them, those accused whom the police seize, whom a pronoun means that is accused.
    ("وقتل في الهجوم ثمانية جنود.", "الهجوم", {"SYRMIL"}),
    ("وجُرح في الغارة طفلان.", "الغارة", {"SYRCVL"}),
    ("وقتل المدنيين جريمة.", "قتل", {"SYRCVL"}),
    ("قُتل مسلحون تابعون للقاعدة بغارة أميركية.", "غارة", {"IMGALQ"}),
    ("اعتقل الأمن ثلاثة متهمين بتفجير سيارة مفخخة.", "اعتقل", {"UNK"}),
    ("قال الوزير إن موسكو متهمة بقصف حلب.", "متهمة", {"RUSGOV"}),
    ("تسيطر الهيئة على إدلب، وتتهمها واشنطن بالإرهاب.", "تتهمها", {"SYRREBHTS"}),
    ("نفت القيادة التهم، واتهمت الهيئة بتلفيقها.", "اتهمت", {"SYRREBHTS"}),
    # Whom an ambush catches, and where the wounded are taken.
    ("نفذ الجيش كميناً بمجموعة من المسلحين قرب سراقب.", "كميناً", {"SYRREB"}),
    ("نفذ الجيش كميناً برتل للفصائل قرب سراقب.", "كميناً", {"SYRREB"}),
    ("نصبت الفصائل كميناً بريف إدلب.", "كميناً", set()),
    ("نُقل جرحى القصف إلى المستشفيات.", "القصف", set()),
    ("تسلل مسلحون إلى نقاط الجيش.", "تسلل", {"SYRMIL"}),
    # Buildings that a strike harmed, by its result or before its cause; not those harmed by something else, or that people left.
    ("أدى القصف إلى خروج مستشفى عن الخدمة.", "القصف", {"SYRHLH"}),
    ("أخرجت الغارة المشفى عن الخدمة.", "الغارة", {"SYRHLH"}),
    ("خرج مشفى عن الخدمة جراء قصف روسي.", "قصف", {"SYRHLH"}),
    ("ألحقت الغارة أضراراً بمدرسة في حاس.", "الغارة", {"SYREDU"}),
    ("تضررت مدرسة جراء القصف على حاس.", "القصف", {"SYREDU"}),
    ("تسبب القصف باحتراق مركز للدفاع المدني.", "القصف", {"NGOWHM"}),
    ("أدى القصف إلى خروج المدنيين من المدرسة.", "القصف", set()),
    ("أدى خلاف إلى أضرار بمدرسة قبل أن تقصف الطائرات البلدة.", "تقصف", set()),
    ("قصف الجيش البلدة بعد خروج الفصائل من المشفى.", "قصف", set()),
    ("أدى القصف إلى مقتل طفل وأضرار في أحد المباني.", "القصف", {"SYRCVL"}),
    ("تضررت مدرسة جراء السيول، وقصفت الطائرات حاس.", "قصفت", set()),
    ("أدت الغارة إلى خروج الفصيل عن الخط المرسوم له.", "الغارة", set()),
]


@pytest.mark.parametrize(("text", "trigger", "targets"), CASES)
def test_targets(coder: Coder, text: str, trigger: str, targets: set[str]) -> None:
    found = [event for event in coder.code(text) if event.trigger.text.startswith(trigger)]
    assert found, text
    assert {target.code for target in found[0].targets} == targets
