"""Where a word starts once its proclitics are taken off, in the original text."""

from __future__ import annotations

from eventcode.text import Analysis, Token, fold


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
