"""Verbs whose object follows with a preposition (قبض على, اعتدى على, أمسك ب), so that a noun right after them is their subject."""

from __future__ import annotations

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Item, Predicate
from eventcode.frames.verbs import Verb
from eventcode.mentions.kinds import MACHINE_KINDS

_WITH = {
    **dict.fromkeys(
        ("قبض", "اعتدي", "اجهز", "هجم", "تهجم", "اغار", "سطا", "انقض", "انهال", "قضي", "تعدي", "تحفظ", "شدد", "ضيق"), "علي"
    ),
    **dict.fromkeys(
        ("امسك", "زج", "نكل", "فتك", "بطش", "غدر", "تحرش", "مثل", "تربص", "اودي", "ظفر", "اهاب", "استنجد", "استغاث"), "ب"
    ),
}
"""Lemmas, folded, and the preposition of whom or what the act befalls."""
_UNDERGOING = ("تحرش", "نكيل", "فتك", "زج", "بطش", "تمثيل", "غدر", "عدام")
"""Stems of the nouns of such acts with ب, and of a sentence that is carried out on somebody (نفذ حكم الإعدام ب)."""
BEINGS = frozenset({"people", "person", "official", "force"})
_CALLING = frozenset({"اهاب", "استنجد", "استغاث"})
_REACH = 8


def complement(clauses: Clauses, verb: Verb) -> Item | None:
    """قبض جنود على شاب, اعتدى محتجون على شاحنات: the first phrase that the preposition of a verb introduces, within its clause."""
    form = verb.match.value.form
    preposition = _WITH.get(form.lemma) if form is not None else None
    if preposition is None:
        return None
    end = min(clauses.right_end(verb.index), verb.index + _REACH)
    for item in clauses.items:
        if item.kind == "actor" and verb.index < item.first < end and item.governor == preposition:
            # أهاب بالجيش, استنجد بتركيا: bodies and states can be called on, things can not.
            called_on = (
                preposition == "ب" and form is not None and form.lemma in _CALLING and item.actors[0].kind not in MACHINE_KINDS
            )
            return item if preposition == "علي" or called_on or item.actors[0].kind in BEINGS else None
    return None


def befalls_with_ba(predicate: Predicate, norm: str, item: Item) -> bool:
    """تحرش بنازحة, التنكيل بالأهالي, حكم الإعدام بعنصر: whether people after ب are those whom an act befalls."""
    if predicate.pattern.frame in ("move", "send"):
        return False  # زج بقوات النخبة على المحور
    tells = predicate.type == "execution" or any(stem in norm for stem in _UNDERGOING)
    return tells and item.governor == "ب" and item.actors[0].kind in BEINGS
