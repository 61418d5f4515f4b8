"""Words that tell whose somebody is: participles and verbs of belonging, backing and opposing, and words of supposition before them."""

from __future__ import annotations

from eventcode.mentions.model import View
from eventcode.mentions.nouns import bare_word
from eventcode.mentions.ownprep import proclitic

# Whose a force is said to be: مسلحون مرتبطون بالقاعدة, فصائل تنتمي إلى الجيش الحر.
ATTACHED = frozenset(
    {
        f"{word}{ending}"
        for word in ("تابع", "مرتبط", "مقرب", "مساند", "خاضع", "محسوب", "حليف", "مناصر", "متحالف", "مويد", "مبايع")
        for ending in ("", "ا", "ه", "ين", "ون", "ان", "تين", "تان", "ات")
    }
    | {f"{word}{ending}" for word in ("موال", "منتم", "منضو") for ending in ("", "ي", "يه", "ين", "ون", "يتين", "يتان", "يات")}
    | {"يتبع", "تتبع", "يتبعون", "يتبعان", "تتبعان", "ينتميان", "تنتميان", "ينتمي", "تنتمي", "ينتمون", "تنضوي", "ينضوون", "ينضوي"}
)
SUPPORTING = frozenset({"داعم", "داعمه", "داعمين", "داعمون", "رديف", "رديفه"})
BACKED = frozenset({"مدعوم", "مدعومه", "مدعومين", "مدعومون", "ممول", "ممولين"})
# الفصائل المعارضة للنظام: whom they stand against is no owner.
OPPOSED = frozenset(
    {
        f"{word}{ending}"
        for word in ("معارض", "مناهض", "معادي", "مناوي", "مناوء", "رافض", "مناكف")
        for ending in ("", "ه", "ين", "ون")
    }
)
SUPPOSING = frozenset({"يرجح", "يعتقد", "يشتبه", "يقال", "قيل", "رجح", "يظن"})
WITHIN = SUPPOSING | {
    "يتبع",
    "تتبع",
    "يتبعون",
    "يتبعان",
    "تتبعان",
    "ينتميان",
    "تنتميان",
    "ينتمي",
    "تنتمي",
    "ينتمون",
    "تنضوي",
    "ينضوون",
    "ينضوي",
}
"""Verbs that tell inside a phrase whose somebody is: طائرات يرجح أنها روسية, عناصر يتبعون للهيئة."""
THAT_IT = frozenset({"انها", "انه", "انهما", "انهم"})


def after_supposition(view: View, index: int) -> int:
    """يرجح أنها, ، يعتقد أنها: the token behind words of supposition that begin at one, past a comma; 0 where none do."""
    index += view.tokens[index].text in ("،", ",")
    words = [token.norm for token in view.tokens[index : index + 2]]
    return index + 2 if len(words) > 1 and words[0] in SUPPOSING and words[1].removeprefix("ب") in THAT_IT else 0


def tells_whose(view: View, index: int) -> bool:
    """روسية, تابعة للنظام, للنظام: whether a token tells whose something is."""
    if index >= len(view.tokens):
        return False
    attached = bare_word(view.tokens[index]) in ATTACHED or view.preposition(index) == "من" or proclitic(view, index) == "ل"
    return attached or view.best(index, "nation") is not None
