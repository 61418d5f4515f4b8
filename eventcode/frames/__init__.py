"""Predicates of a sentence with roles, status, sources, places, times and counts."""

from eventcode.frames.analyse import analyse
from eventcode.frames.model import Predicate, SourceClaim

__all__ = ["Predicate", "SourceClaim", "analyse"]
