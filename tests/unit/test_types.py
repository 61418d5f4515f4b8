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
        # An attack that is only called one is the bombardment told before it.
        (
            "شنت طائرات روسية غارات على مخيم قرب سلقين. ونددت المنظمة بالهجوم.",
            [("air_strike", "غارات"), ("criticism", "نددت"), ("air_strike", "الهجوم")],
        ),
        # A death before the attack is no result of it.
        ("اقتحمت قوات النظام بلدة طفس بعد مقتل ضابط في المنطقة", [("ground_attack", "اقتحمت"), ("killing", "مقتل")]),
        # The same people, told twice.
        ("يتواصل إجلاء المقاتلين من مدينة حرستا حيث يجري نقلهم إلى إدلب", [("evacuation", "إجلاء")]),
        # What struck is what a relative clause tells that somebody sent; after a preposition it is the subject of nothing.
        ("غارات شنتها طائرات روسية استهدفت كفرنبل", [("air_strike", "غارات")]),
        ("الصواريخ التي أطلقتها الفصائل استهدفت قاعدة حميميم", [("shelling", "أطلقتها")]),
        (
            "غارات شنتها مقاتلات روسية وبراميل ألقاها الطيران المروحي استهدفت كفرنبل",
            [("air_strike", "غارات"), ("air_strike", "ألقاها")],
        ),
        ("بعد غارات شنتها روسيا استهدفت المدفعية كفرنبل بالقذائف", [("air_strike", "غارات"), ("shelling", "استهدفت")]),
        ("الطائرات التي قصفت سراقب استهدفت أيضاً أريحا", [("air_strike", "قصفت"), ("air_strike", "استهدفت")]),
        # Guns stay guns beside raids, and what a noun with "and" tells is no subject of the verb before it.
        ("غارات روسية وقصف مدفعي استهدفا كفرنبل", [("air_strike", "غارات"), ("shelling", "قصف مدفعي")]),
        ("صواريخ أرض أرض سقطت على المدينة وغارات جوية استهدفت السوق", [("shelling", "سقطت على"), ("air_strike", "غارات")]),
        # What strikes stands before its verb, with adjectives of its own.
        ("قصف عنيف طال مدرسة في سرمين", [("shelling", "قصف")]),
        ("قصف خلف دماراً واسعاً طال مدرسة", [("shelling", "قصف")]),
        # An attack with aircraft behind it is made on the ground.
        ("شن الجيش بإسناد من الطيران الروسي هجوماً على كفرنبل", [("ground_attack", "هجوماً")]),
        ("أصيب عشرة في الهجوم الذي تزامن مع قصف جوي", [("ground_attack", "الهجوم"), ("air_strike", "قصف جوي")]),
        ("شنت طائرات روسية هجوماً على كفرنبل", [("air_strike", "هجوماً")]),
        # Those who leave in two trains of their own are told of twice.
        ("غادر 20 مقاتلاً دوما حيث خرج 30 مدنياً من حرستا", [("evacuation", "غادر"), ("evacuation", "خرج")]),
        # A visit and the talks held during it are two acts.
        ("وصل ظريف إلى دمشق لإجراء محادثات", [("negotiation", "وصل"), ("negotiation", "محادثات")]),
        # A warning of what the speaker's own side will do is a threat.
        ("حذر البيت الأبيض من أن الولايات المتحدة سترد بقوة", [("warning", "حذر")]),
        # What cannot fight, or cannot be hurt, makes a figure of an act of arms, a storm that kills does not.
        ("تحاصر الديون مزارعي سهل الروج", []),
        ("اغتيال الطفولة في مخيمات أطمة", []),
        ("قتل البرد ثلاثة أطفال في مخيم أطمة", [("killing", "قتل")]),
        ("الزلزال العنيف المدمر الذي ضرب قرى إدلب", []),
        ("القصف العنيف الذي ضرب قرى إدلب", [("shelling", "القصف")]),
        # A participle that describes an act, and the verb that is spelled like it.
        ("قصف قاتل على مدينة سرمين", [("shelling", "قصف")]),
        ("بعد هجوم قاتل الجيش الفصائل", [("armed_clash", "قاتل")]),
        # A strike that answers a chemical attack is not that attack, and one that is staged is none of another kind.
        (
            "وقع الهجوم الكيماوي في دوما. وتمثل الضربة العسكرية أقوى رد على النظام",
            [("chemical_attack", "الهجوم الكيماوي"), ("shelling", "الضربة")],
        ),
        (
            "اتهمت موسكو الخوذ البيضاء باختلاق الهجوم في دوما. وقتل 40 في هجوم بغاز السارين",
            [("accusation", "اتهمت"), ("chemical_attack", "الهجوم"), ("chemical_attack", "هجوم بغاز")],
        ),
        (
            "اتهمت دمشق الفصائل بفبركة الهجوم. وقتل 40 بالقصف على دوما",
            [("accusation", "اتهمت"), ("ground_attack", "الهجوم"), ("shelling", "القصف")],
        ),
        # The means of a bombardment, and who has no aircraft, tell more than the aircraft of the act beside it.
        ("قصفت قوات النظام بالمدفعية سراقب بعد غارات جوية", [("shelling", "قصفت"), ("air_strike", "غارات")]),
        ("شنت طائرات غارات على أريحا وقصفت قوات النظام سراقب بقذائف الهاون", [("air_strike", "غارات"), ("shelling", "قصفت")]),
        ("قتل ثلاثة في غارات جوية والفصائل تقصف جورين", [("air_strike", "غارات"), ("shelling", "تقصف")]),
        ("استهدفت الطائرات مواقع الفصائل التي قصفت القرى", [("air_strike", "استهدفت"), ("shelling", "قصفت")]),
        ("الطائرات الحربية استهدفت بالرشاشات الثقيلة سراقب", [("air_strike", "استهدفت")]),
        ("قصفت قوات النظام بالمدفعية والطائرات سراقب", [("air_strike", "قصفت")]),
        ("قصفت قوات النظام سراقب بالبراميل وسط تحليق الطيران", [("air_strike", "قصفت"), ("show_of_force", "تحليق")]),
        ("استهدفت الفصائل حميميم بطائرة من دون طيار", [("air_strike", "استهدفت")]),
        # A surname and an adjective, spelled like a dual that owns something.
        ("قال محمد الحواري إن البرد شديد", []),
        ("شرح الضابط الطابع الهجومي للخطة", []),
        ("حوار الفصائل مع النظام مستمر", [("negotiation", "حوار")]),
        # The Arabic for "she opened" is no "and under".
        ("فتحت القوات نيران رشاشاتها على القرية", [("shelling", "فتحت")]),
        # The second word belongs to the phrase that the first begins.
        ("لقي ضابط مصرعه برصاص مجهولين", [("killing", "لقي")]),
        # An attack noun tells what hit, the verb of hitting does not.
        ("استهدف هجوم مسلح حافلة لقوات النظام قرب تدمر", [("ground_attack", "استهدف")]),
        # The bomb of a blast that the sentence told.
        ("هز تفجير مدينة الباب ونجم عن سيارة ملغومة", [("ied", "تفجير")]),
        # A raid is the arrest that it led to; alone it is a row.
        ("داهمت الشرطة منزلاً في الضمير واعتقلت شابين", [("arrest", "اعتقلت")]),
        ("داهمت الشرطة منزلاً في الضمير", [("arrest", "داهمت")]),
        # A town falls, other things do not.
        ("سقطت الرستن", [("territory_seized", "سقطت")]),
        ("سقطت الأقنعة", []),
        # To be under somebody's rule is a state, nobody is died.
        ("تخضع كفرنبل منذ سنوات لسيطرة الفصائل", []),
        ("سنوات قضاها الطفل في المخيم", []),
        # A munition is a trigger after a death, as what brought it.
        ("قُتل ثلاثة مدنيين بقذيفة في أريحا", [("shelling", "قذيفة")]),
        # The verbal noun of the second form begins like an imperfect.
        ("يقضي الاتفاق بتسليم المدينة إلى النظام", [("agreement", "الاتفاق"), ("withdrawal", "تسليم المدينة")]),
    ],
)
def test_types(coder: Coder, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(event.type, event.trigger.text) for event in coder.code(text)] == expected
