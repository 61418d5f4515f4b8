"""Whom judgments, blame, calls and sanctions are aimed at: topics taken up by a pronoun, parties singled out, and near misses."""

from __future__ import annotations

import pytest

from eventcode.coder import Coder

CASES = [
    # What stands before a verb of judging or answering, and its pronoun takes up.
    ("الهجوم التركي أدانته دمشق.", "أدانته", {"TUR"}),
    ("موقف روسيا انتقدته باريس.", "انتقدته", {"RUS"}),
    ("القرار الأميركي رفضته طهران.", "رفضته", {"USA"}),
    ("الاقتراح الذي قدمته تركيا رفضته دمشق.", "رفضته", {"TUR"}),
    ("قدمت فرنسا مبادرة رفضتها دمشق.", "رفضتها", {"FRA"}),
    ("الاتهامات الروسية نفتها الخوذ البيضاء.", "نفتها", {"RUS"}),
    ("طالبت تركيا بوقف إطلاق النار، لكن هذا الطلب رفضته روسيا.", "رفضته", {"TUR"}),
    ("دفاع الوزير الروسي عن الأسد انتقدته باريس.", "انتقدته", {"RUSGOV"}),
    ("المنطقة الآمنة رفضتها دمشق.", "رفضتها", set()),
    ("في المؤتمر الروسي انتقدته صحيفة.", "انتقدته", set()),
    ("القصف أدانته أنقرة.", "أدانته", set()),
    # Who is denounced with ب, and the act that is.
    ("ندد المحتجون بالنظام السوري.", "ندد", {"SYRGOV"}),
    ("شككت باريس بموسكو.", "شككت", {"RUSGOV"}),
    ("نددت واشنطن بالهجوم في دمشق.", "نددت", set()),
    ("سخر الوزير من أردوغان.", "سخر", {"TURGOV"}),
    # Who is blamed for an act that is named before him, and whom an act befell.
    ("ألقت المعارضة باللوم في الهجوم على روسيا.", "ألقت", {"RUS"}),
    ("ألقت دمشق المسؤولية عن الهجوم على الفصائل.", "الهجوم", set()),
    ("ألقت واشنطن باللوم على دمشق في الهجوم على الفصائل.", "الهجوم", {"SYRREB"}),
    ("ألقت واشنطن باللوم على دمشق في الهجوم على الفصائل.", "ألقت", {"SYRGOV"}),
    # All the parties, and those singled out among them.
    ("حث الأمين العام جميع الأطراف، ولا سيما تركيا وروسيا، على الحوار.", "حث", {"TUR", "RUS"}),
    ("وجه نداء إلى كل الأطراف، وبخاصة الدول الضامنة (روسيا وتركيا وإيران).", "نداء", {"IRN", "RUS", "TUR"}),
    ("ودعا جميع الأطراف إلى الحوار.", "دعا", {"UNK"}),
    ("طالب المجتمع الدولي النظام بوقف القصف.", "طالب", {"SYRGOV"}),
    ("حذر المبعوث جميع الأطراف وخاصة في إدلب من التصعيد.", "حذر", {"UNK"}),
    # A well prepared attack, and somebody who coordinates.
    ("شنت الفصائل هجوماً منسقاً على مواقع الجيش.", "هجوماً", {"SYRMIL"}),
    ("هجوم منسق استهدف ثكنة.", "هجوم", set()),
    ("اغتال مسلحون منسق الإغاثة في إدلب.", "اغتال", {"UNK"}),
    # Sanctions on somebody, and what is said of them.
    ("العقوبات الأوروبية على دمشق رسالة لروسيا.", "العقوبات", {"SYRGOV"}),
    ("فرضت واشنطن عقوبات على وزيرين تركيين.", "عقوبات", {"TURGOV"}),
    # Who is named between a light verb and the noun of the act; not where it happened, nor whom another act befell.
    ("شن التحالف ضد داعش غارات.", "غارات", {"IMGISI"}),
    ("فرضت واشنطن على موسكو عقوبات.", "عقوبات", {"RUSGOV"}),
    ("نفذت الهيئة بحق ناشطين حملة اعتقالات.", "حملة اعتقالات", {"SYROPP"}),
    ("شنت إسرائيل على سوريا غارات.", "غارات", set()),
    ("شن الطيران الروسي على ريف إدلب غارات.", "غارات", set()),
    ("نفذت قوات التحالف ضد داعش تسع ضربات على مواقع للفصائل.", "ضربات", {"SYRREB"}),
    # A body of men behind a verb that is only feminine is its object; a premise that is searched; news that somebody spread.
    ("استهدفت إسرائيل ميليشيات إيرانية تدعم النظام.", "تدعم", {"SYRGOV"}),
    ("استهدفت غارة قوات كردية دربتها واشنطن.", "دربتها", {"SYRKUR"}),
    ("سيطرت الفصائل على مواقع تمكن الجيش من السيطرة عليها.", "السيطرة", set()),
    ("تفتيش القنصلية السعودية في إسطنبول.", "تفتيش", {"SAUGOV"}),
    ("معاينة خبراء المنظمة موقع الهجوم.", "معاينة", set()),
    ("نفى الائتلاف أنباء تناقلتها وسائل إعلام روسية.", "نفى", {"RUSMED"}),
    ("نفى الائتلاف أنباء عن هدنة.", "نفى", set()),
    # The epithet of the one who is named, and no adjective of the forces before it.
    ("قتلت القوات الإرهابي أبو بكر البغدادي.", "قتلت", {"IMGISI"}),
    ("قتلت القوات الإرهابيين.", "قتلت", {"SYRREB"}),
    # Whom a crowd wishes death.
    ("هتف المحتجون بالموت لأمريكا.", "هتف", {"USA"}),
]


@pytest.mark.parametrize(("text", "trigger", "codes"), CASES)
def test_aimed_at(coder: Coder, text: str, trigger: str, codes: set[str]) -> None:
    event = next(event for event in coder.code(text) if event.trigger.text == trigger)
    assert {target.code or "UNK" for target in event.targets} == codes
