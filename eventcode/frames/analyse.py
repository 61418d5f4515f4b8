"""The order of work on one sentence: triggers, clauses, roles, sources, status, places, times, counts, merging."""

from __future__ import annotations

from collections.abc import Set

from eventcode.codebook import Codebook
from eventcode.frames.attach import Attacher
from eventcode.frames.clauses import Clauses
from eventcode.frames.merge import Merger
from eventcode.frames.model import Predicate
from eventcode.frames.roles import Roles
from eventcode.frames.sources import Sources
from eventcode.frames.status import Statuses
from eventcode.frames.triggers import select_triggers
from eventcode.mentions import View


def analyse(view: View, codebook: Codebook, document: Set[str]) -> tuple[list[Predicate], Sources | None]:
    """The predicates of a sentence, and its reporting constructions (None where the sentence has no trigger and no report)."""
    predicates = select_triggers(view, codebook, document)
    if not predicates and not any("report" in kinds for kinds in view.covered):
        return [], None
    clauses = Clauses(view, predicates)
    Roles(view, clauses, codebook).fill()
    statuses = Statuses(view, clauses)
    statuses.fill()
    sources = Sources(view, clauses)
    sources.fill()
    inside = sources.source_tokens()
    attacher = Attacher(view, clauses, codebook, inside, {report.verb for report in sources.reports if report.verb in clauses.verbs})
    attacher.places()
    attacher.times()
    attacher.counts()
    kept = [predicate for predicate in predicates if predicate.first not in inside]
    clauses.predicates = kept
    return Merger(view, clauses, codebook).run(), sources
