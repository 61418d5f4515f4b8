"""Predicates of a sentence with roles, status, sources, places, times and counts."""

from eventcode.frames.agreement import suffix_agrees
from eventcode.frames.analyse import analyse
from eventcode.frames.casualties import BY_RESULT
from eventcode.frames.model import FIRE, Predicate, SourceClaim
from eventcode.frames.roles.heads import one_sided
from eventcode.frames.triggers import BY_DOCUMENT

__all__ = ["BY_DOCUMENT", "BY_RESULT", "FIRE", "Predicate", "SourceClaim", "analyse", "one_sided", "suffix_agrees"]
