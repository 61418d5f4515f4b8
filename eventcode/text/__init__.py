"""Text: words folded for look-up, tokens and sentences with offsets into the original, clitics."""

from eventcode.text.clitics import Analysis, analyses
from eventcode.text.tokens import Sentence, Token, fold, sentences, tokenise

__all__ = ["Analysis", "Sentence", "Token", "analyses", "fold", "sentences", "tokenise"]
