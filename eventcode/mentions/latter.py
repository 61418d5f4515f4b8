"""The latter and the former as nouns of their own: الأخيرة stands for the actor named last (هاجمت الفصائل الهيئة، وردت الأخيرة), الأولى
for the first of two who were named together.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from eventcode.mentions.kinds import ARMED_KINDS
from eventcode.mentions.model import ActorMention, View

LATTER = frozenset({"الاخير", "الاخيره", "للاخير", "للاخيره", "بالاخير", "بالاخيره"})
OF_TWO = {"الاول": 0, "الاولي": 0, "للاول": 0, "للاولي": 0, "الثاني": 1, "الثانيه": 1, "للثاني": 1, "للثانيه": 1}
"""Which of two who were named together an ordinal stands for."""
# Whose fighters or positions they are: 20 عنصراً في صفوف الأخيرة, مواقع الأخير.
_OWNED = frozenset({*ARMED_KINDS, "facility"})
# What finally means (في الأخير), and spans of time (خلال الأخيرة) are no actors.
_NO_GOVERNORS = frozenset({"في", "خلال", "منذ"})
_ACTS = ("trigger", "light", "verb", "report", "aspect", "cue")
_DEFINITE = ("ال", "لل", "وال", "بال", "فال", "كال")


def taken_up(view: View, index: int, mentions: list[ActorMention]) -> None:
    """Add the mention that the word at a token makes, of an actor before it that agrees; nothing where it is an adjective.

    Right after an indefinite noun that nobody owns it is the owner, and a part of that mention.
    """
    owned = mentions[-1] if mentions and mentions[-1].last == index and _ownerless(mentions[-1], index) else None
    if owned is None and not _noun_here(view, index):
        return
    named = _antecedent(view.tokens[index].norm, mentions[:-1] if owned is not None else mentions)
    if named is None or (view.tokens[index].norm in OF_TWO and _dates(view, index)):
        return
    mention = _again(view, index, named)
    if owned is None:
        mentions.append(mention)
    else:
        owned.owner, owned.code, owned.name = mention, named.code, named.name
        owned.last, owned.end, owned.definite = mention.last, mention.end, True


def _ownerless(mention: ActorMention, index: int) -> bool:
    """Whether nobody owns a force or a facility, or only ranks of nobody's (20 عنصراً في صفوف) before a token."""
    ranks = mention.owner is not None and not mention.owner.code and mention.owner.last == index
    return (mention.owner is None or ranks) and not mention.code and not mention.definite and mention.kind in _OWNED


def _dates(view: View, index: int) -> bool:
    """الأول من نيسان, الأولى من نوعها: whether an ordinal counts among others."""
    return index + 1 < len(view.tokens) and view.tokens[index + 1].norm == "من"


def _antecedent(word: str, mentions: Sequence[ActorMention]) -> ActorMention | None:
    """The last actor who agrees, or of the last two who are named together the first."""
    gender = "m" if word.endswith(("ر", "ل", "ثاني")) else "f"
    if word in OF_TWO:
        second = next((p for p in range(len(mentions) - 1, 0, -1) if mentions[p].proclitics[:1] == "و"), 0)
        meant = mentions[second - 1 + OF_TWO[word]] if second else None
        return meant if meant is not None and meant.code and _agrees(meant, gender) else None
    able = (m for m in reversed(mentions) if (m.code or m.kind == "force") and not m.elliptic and _agrees(m, gender))
    return next(able, None)


def _again(view: View, index: int, named: ActorMention) -> ActorMention:
    token = view.tokens[index]
    letter = token.norm[0] if token.norm[0] in "لب" else ""
    return attrs.evolve(
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
        anaphoric=False,
    )


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
