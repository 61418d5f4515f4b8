"""The latter: الأخير and الأخيرة as nouns of their own stand for the actor named last (هاجمت الفصائل الهيئة، وردت الأخيرة)."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from eventcode.mentions.model import ActorMention, View

LATTER = frozenset({"الاخير", "الاخيره", "للاخير", "للاخيره", "بالاخير", "بالاخيره"})
# What finally means (في الأخير), and spans of time (خلال الأخيرة) are no actors.
_NO_GOVERNORS = frozenset({"في", "خلال", "منذ"})
_ACTS = ("trigger", "light", "verb", "report", "aspect")
_DEFINITE = ("ال", "لل", "وال", "بال", "فال", "كال")


def the_latter(view: View, index: int, mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """The mention that the word at a token makes, of the last actor before it that agrees; none where it is an adjective."""
    if not _noun_here(view, index):
        return []
    token = view.tokens[index]
    gender = "f" if token.norm.endswith("ه") else "m"
    able = (m for m in reversed(mentions) if (m.code or m.kind == "force") and not m.elliptic and _agrees(m, gender))
    named = next(able, None)
    if named is None:
        return []
    letter = token.norm[0] if token.norm[0] in "لب" else ""
    return [
        attrs.evolve(
            named,
            first=index,
            last=index + 1,
            start=token.start + len(letter),
            end=token.end,
            head=index,
            proclitics=letter,
            definite=True,
            quantity=None,
            pronoun="",
            counts=False,
        )
    ]


def _agrees(mention: ActorMention, gender: str) -> bool:
    """Whether the latter can mean an actor: things and forces in the plural are feminine; several people are no latter."""
    if mention.number == "p" or mention.quantity is not None:
        return gender == "f" and mention.kind != "people"
    return mention.gender in (gender, "both")


def _noun_here(view: View, index: int) -> bool:
    """Whether the word stands for somebody: after a verb, a verbal noun of its own or a preposition, not after a definite noun."""
    if view.tokens[index].norm.startswith(("لل", "بال")):
        return index == 0 or not view.tokens[index - 1].norm.startswith(_DEFINITE)
    if index == 0 or view.tokens[index - 1].kind != "word":
        return False
    preposition = view.preposition(index - 1)
    if preposition:
        return preposition not in _NO_GOVERNORS
    before = view.at[index - 1]
    for kind in _ACTS:
        for match in before.get(kind, ()):
            form = match.value.form
            if form is not None and (
                form.pos == "verb" or (form.pos == "noun" and not match.analysis.article and not match.enclitic)
            ):
                return True
    return False
