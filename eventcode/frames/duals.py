"""Verbs of two that are spelled like a noun in the accusative: الشابان قتلا, but شنت الطائرات قصفا."""

from __future__ import annotations

from eventcode.inflection import Form
from eventcode.mentions import ActorMention, View

_SHORTEST_DUAL = 5
"""Letters of a noun with the article that may be a dual (الطرفان)."""
_TWO = 2
# Kinds of those who meet, agree and tell, two at a time.
_SPEAKING = frozenset({"official"})
_MEN = frozenset({"official", "person"})
_THAT_BOTH = frozenset({"انهما", "بانهما", "لانهما", "كلاهما"})


def for_two(form: Form) -> bool:
    """Whether a form is a masculine perfect of two."""
    return form.pos == "verb" and form.number == "d" and form.aspect == "perfect" and form.gender == "m"


def two_before(view: View, index: int) -> bool:
    """شنت الطائرات الأحد قصفا, شنت فجرا: what is a noun or a time too is a verb of two only after the two that it tells of."""
    if any(
        len(token.norm) > _SHORTEST_DUAL and token.norm.startswith("ال") and token.norm.endswith("ان")
        for token in view.tokens[:index]
    ):
        return True
    if index and view.tokens[index - 1].norm in _THAT_BOTH:
        return True
    if not view.joined(index):
        return False
    if index == 0:
        # وبحثا مصير المنطقة: of the two of the sentence before; but وبحثا عن حل
        return len(view.tokens) > 1 and view.tokens[1].kind == "word" and not view.preposition(1)
    # وصل وزيرا الدفاع الروسي والتركي إلى سوتشي وبحثا الوضع
    people = [actor for actor in view.actors if actor.last <= index and actor.kind in _SPEAKING]
    return any(actor.number == "d" or actor.elliptic for actor in people)


def two_named(view: View, index: int) -> ActorMention | None:
    """إن شابين قتلا, الجانبين الروسي والتركي بحثا, بوتين وأردوغان بحثا: the two that stand right before a token."""
    before = [actor for actor in view.actors if actor.last == index]
    pair = len(before) == _TWO and before[1].elliptic
    two = next((actor for actor in before if actor.number == "d" or _counted(actor) or pair), None)
    return two or (_beside(view, before[0]) if len(before) == 1 else None)


def _beside(view: View, second: ActorMention) -> ActorMention | None:
    """بوتين وأردوغان: the first of two men, of whom the second stands right behind him with و."""
    first = next((actor for actor in view.actors if actor.last == second.first and actor.group == second.group), None)
    alone = first is not None and not any(actor.last == first.first and actor.group == first.group for actor in view.actors)
    men = first is not None and {first.kind, second.kind} <= _MEN and "s" == first.number == second.number
    return first if alone and men and second.proclitics[:1] == "و" else None


def _counted(actor: ActorMention) -> bool:
    return actor.quantity is not None and actor.quantity.low == actor.quantity.high == _TWO
