"""Reviewing what a codebook does: two codebooks compared on a corpus, what patterns miss, scores against a gold file."""

from eventcode.review.compare import Change, Comparison, compare
from eventcode.review.coverage import Coverage, cover
from eventcode.review.evaluate import Evaluation, evaluate
from eventcode.review.gold import Gold, Row, read_gold

__all__ = ["Change", "Comparison", "Coverage", "Evaluation", "Gold", "Row", "compare", "cover", "evaluate", "read_gold"]
