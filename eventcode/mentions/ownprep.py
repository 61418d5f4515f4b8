"""The preposition that is written with the first word of a mention: بالفصائل, لعشرة مدنيين, عما لا يقل عن عشرة."""

from __future__ import annotations

from eventcode.mentions.model import ActorMention, View
from eventcode.numbers import number_word

_LETTERS = ("ب", "ل", "ك")
_FUSED = {"عما": "عن", "مما": "من", "بما": "ب", "لما": "ل"}
"""Prepositions with the ما of ما لا يقل عن, ما يزيد عن and their like."""
_BOUNDS = frozenset({"نحو", "حوالي", "قرابه", "زهاء", "اكثر", "اقل", "ازيد"})


def letters_before(view: View, mention: ActorMention) -> str:
    """The proclitics before a mention: those of its noun, or of the number or the words of bounds before the noun."""
    if mention.quantity is None or mention.quantity.first >= mention.head:
        return mention.proclitics
    norm = view.tokens[mention.quantity.first].norm
    fused = _FUSED.get(norm.removeprefix("و"), "")
    if fused:
        return fused
    if norm[:1] in _LETTERS and norm[1:] in _BOUNDS:
        return norm[:1]
    word = number_word(norm)
    return norm.removesuffix(word).removesuffix("ال").replace("لل", "ل") if word else ""


def own_preposition(letters: str) -> str:
    """The preposition among proclitics; "" where there is none."""
    if letters in _FUSED.values():
        return letters
    return letters[-1:] if letters[-1:] in _LETTERS else ""


def proclitic(view: View, index: int) -> str:
    """The preposition or the waw written as part of the word at a token, where the dictionary entry there was found without it."""
    if index >= len(view.tokens):
        return ""
    found = view.at[index]
    for kind in ("actor", "agent", "country", "nation", "trigger") if found else ():
        matches = found.get(kind)
        if matches:
            letters = matches[0].analysis.proclitics
            return letters[-1:] if letters[-1:] in _LETTERS else ("و" if letters[:1] == "و" else "")
    return ""
