"""Where a word starts once its proclitics are taken off, in the original text."""

from __future__ import annotations

from collections.abc import Sequence

from eventcode.text import Analysis, Token, fold

# Words of "according to" whose source follows with ل.
_TAKING_LAM = frozenset({"وفقا", "طبقا", "وطبقا", "تبعا", "وتبعا", "استنادا"})


def bare_start(token: Token, analysis: Analysis) -> int:
    """Offset of the token without its proclitic conjunctions and prepositions; in لل- the article goes too."""
    letters = len(analysis.proclitics)
    if analysis.article and analysis.proclitics.endswith("ل"):
        letters += 1
    if not letters:
        return token.start
    seen = 0
    for position, character in enumerate(token.text):
        if seen >= letters and fold(character):
            return token.start + position
        if fold(character):
            seen += 1
    return token.start


def past_lam(tokens: Sequence[Token], index: int) -> int:
    """وفقاً لوكالة الأناضول: offset of a word that no dictionary knows, without the ل that "according to" takes."""
    token = tokens[index]
    taken = index > 0 and tokens[index - 1].norm in _TAKING_LAM and token.norm[:1] == "ل"
    return token.start + (2 if token.norm.startswith("لل") else 1) if taken else token.start
