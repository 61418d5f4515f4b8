"""The order of work on one sentence: triggers, clauses, roles, sources, status, places, times, counts, merging."""

from __future__ import annotations

from collections.abc import Set

from eventcode.codebook import Codebook
from eventcode.frames.clauses import Clauses
from eventcode.frames.counts import Counts
from eventcode.frames.gunmen import singled
from eventcode.frames.merge import Merger
from eventcode.frames.model import Predicate
from eventcode.frames.places import Places
from eventcode.frames.roles import Roles
from eventcode.frames.roles.fought import as_forces
from eventcode.frames.roles.slots import MUTED
from eventcode.frames.roles.verbal import ANSWERER, threatened
from eventcode.frames.sources import Sources
from eventcode.frames.status import Statuses
from eventcode.frames.times import Times
from eventcode.frames.triggers import select_triggers
from eventcode.mentions import ActorMention, View
from eventcode.mentions.closed import COMPLEMENTISERS
from eventcode.mentions.composition import STATELESS

_ANSWERING = frozenset({"denial", "consent", "rejection", "criticism"})
_ARMED_ROLES = frozenset({"", "GOV", "MIL"})
"""Roles of those who can act on what they warn of."""
_PHONED = "هاتفي"
_THREAT_REACH = 8
"""Tokens after حذّر in which the clause that tells what it warns of begins."""


_ADDRESSEES = frozenset({"اياه", "اياها", "اياهما", "اياهم"})
"""Pronouns of whom somebody warns: محذراً إياها من"""


def warned(view: View, clauses: Clauses, statuses: Statuses) -> None:
    """حذّر من هجوم with no addressee is a report of something to come, and no warning (coding rules 1.8)."""
    for predicate in list(clauses.predicates):
        following = predicate.last < len(view.tokens) and view.tokens[predicate.last].norm
        content = [p for p in clauses.predicates if predicate.first < p.first]
        plain = predicate.type == "warning" and predicate.form is not None and predicate.form.lemma == "حذر"
        if (
            predicate.type == "warning"
            and not predicate.targets
            and (not plain or predicate.pos == "noun" or _own_act(view, clauses, predicate))
        ):
            threatened(clauses, predicate)
        if plain and (following in _ADDRESSEES or _own_act(view, clauses, predicate)):
            continue
        if plain and not predicate.targets and content and following and predicate.pos != "noun":
            first = content[0]
            before = {token.norm for token in view.tokens[predicate.last : first.first]}
            if (
                "من" in before
                and first.status == "actual"
                and not first.happened
                and not statuses.facts.under_way(first)
                and not statuses.facts.told(first, predicate.last)
                and not statuses.facts.goes_on(predicate.first, predicate.last, first)
            ):
                first.status = "future"
                first.why("status", "warned of")
            clauses.forget(predicate)


def _passed(judgment: Predicate) -> bool:
    """Whether a judgment is passed now, although what it is passed on is to come, or is called made up (استنتاجات مزيفة)."""
    made_up = judgment.status == "hypothetical" and judgment.trace.get("status", [""])[-1].endswith("(fabricated)")
    return judgment.status == "future" or made_up


def _own_act(view: View, clauses: Clauses, warning: Predicate) -> bool:
    """Whether the speaker warns of what his own side will do, which is a threat (حذّر البيت الأبيض من أن واشنطن سترد), or a state
    of what another side would do, which is addressed to it (حذّر ترامب من أن هجوم الأسد سيغضب واشنطن).
    """
    speakers = {actor.code[:3] for actor in warning.actors if actor.code}
    content = next((p for p in clauses.predicates if p.first > warning.last), None)
    others = {actor.code for actor in content.actors if actor.code} if content is not None else set()
    states = {actor.code[:3] for actor in warning.actors if actor.code and actor.code[3:6] in _ARMED_ROLES} - STATELESS
    if states and others and others.isdisjoint(actor.code for actor in warning.actors) and not {o[:3] for o in others} & states:
        return True
    return any(
        actor.code[:3] in speakers and view.tokens[actor.first - 1].norm in COMPLEMENTISERS
        for actor in view.actors
        if actor.code and warning.last < actor.first <= warning.last + _THREAT_REACH
    )


def analyse(view: View, codebook: Codebook, document: Set[str]) -> tuple[list[Predicate], Sources | None]:
    """The predicates of a sentence, and its reporting constructions (None where the sentence has no trigger and no report)."""
    predicates = select_triggers(view, codebook, document)
    if not predicates and not any("report" in kinds for kinds in view.covered):
        return [], None
    clauses = Clauses(view, predicates)
    if not predicates:
        sources = Sources(view, clauses)
        sources.fill()
        return [], sources
    Roles(view, clauses, codebook).fill()
    statuses = Statuses(view, clauses)
    statuses.fill()
    sources = Sources(view, clauses)
    sources.fill()
    warned(view, clauses, statuses)
    inside = sources.source_tokens()
    for predicate in predicates:
        answered = any(reason.startswith(ANSWERER) for reason in predicate.trace.get("target", ()))
        if predicate.type not in _ANSWERING and not answered:
            # Whose statement is denied or welcomed is both a source and the target, and so may be one who speaks elsewhere.
            predicate.targets = [
                target for target in predicate.targets if not (target.first in inside and _tells(target, predicate, clauses))
            ]
        if predicate.type == "criticism" and predicate.phrase and predicate.pos == "noun" and _passed(predicate):
            predicate.status = "actual"  # قال إن الهجوم سيكون "تصعيداً خطيراً": the judgment is passed now
        predicate.verbless = not clauses.verbs
    Places(view, clauses, inside, sources.reports).fill()
    for predicate in predicates:
        if predicate.type == "negotiation" and any(
            _PHONED in token.norm for token in view.tokens[predicate.first : predicate.last + 1]
        ):
            predicate.places = []  # في مكالمة هاتفية عن إدلب: what is talked about by phone is no place of the talk
    Times(view, clauses, {report.verb for report in sources.reports if report.verb in clauses.verbs}).fill()
    Counts(view, clauses).fill()
    kept = [predicate for predicate in predicates if predicate.first not in inside]
    clauses.predicates = kept
    rows = Merger(view, clauses, codebook).run()
    as_forces(rows, codebook)
    for row in rows:
        singled(row)
    return rows, sources


def _tells(target: ActorMention, predicate: Predicate, clauses: Clauses) -> bool:
    """Whether a source is no target of an act before or beside it, as اعتقلت القوات ناشطين دعوا إلى الحوار has one: media and
    witnesses, whoever tells of the very act, and the subject of a clause of its own (نزوح في الشمال وأردوغان يتوعد دمشق).
    """
    depends = any("depended on" in reason for reason in predicate.trace.get("target", ()))
    if target.kind in MUTED or depends or (target.last in clauses.verbs and target.proclitics[:1] == "و"):
        return True
    told = (claim for claim in predicate.sources if claim.start is not None and claim.end is not None)
    return any((claim.start or 0) <= target.start < (claim.end or 0) for claim in told)
