"""Verbs that make somebody do something, whose one noun is whom they make do it: ودفع مليون شخص إلى النزوح."""

from __future__ import annotations

from collections.abc import Sequence

from eventcode.frames.model import Item, Predicate
from eventcode.frames.verbs import Verb
from eventcode.mentions import View
from eventcode.mentions.closed import bare

FORCING = frozenset({"دفع", "اجبر", "ارغم", "الزم", "حمل"})
"""Verbs of making somebody do what he does not want, which have an object always."""
_MAKING = FORCING | {"شجع", "حرض", "مكن", "اقنع", "حفز"}
_TO = frozenset({"الي", "علي", "من"})


def forces_the_one(view: View, predicates: Sequence[Predicate], verb: Verb, right: Sequence[Item]) -> bool:
    """Whether the first phrase after a verb is whom it makes do what follows, so that its subject was told before."""
    form = verb.match.value.form
    one = right[0]
    if form is None or form.lemma not in _MAKING or verb.match.enclitic or verb.voice == "passive" or one.kind != "actor":
        return False
    after = one.last
    while after < len(view.tokens) and _adjective(view.tokens[after].norm):
        after += 1
    return after < len(view.tokens) and _leads_to(view, predicates, after) and not any(item.first < after for item in right[1:])


def _adjective(norm: str) -> bool:
    """Whether a word after a phrase may describe it, and is no phrase of its own: دفع الجيش بعشرات الدبابات إلى."""
    return (norm.startswith("ال") and norm not in _TO) or (norm.endswith(("ه", "ين")) and norm[:1] not in "بلوف")


def _leads_to(view: View, predicates: Sequence[Predicate], index: int) -> bool:
    """Whether what somebody is made to do begins at a token: إلى النزوح, على الاستسلام, للفرار."""
    act = any(p.first == index and p.proclitics[-1:] == "ل" for p in predicates)
    return act or bare(view.tokens[index].norm, _TO) != ""
