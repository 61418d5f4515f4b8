"""What stands before a verb of judging or answering and is taken up by its pronoun: الموقف الروسي انتقدته باريس, مبادرة رفضتها دمشق."""

from __future__ import annotations

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Item, Predicate
from eventcode.mentions import ActorMention
from eventcode.mentions.closed import QUOTES

_SUFFIXES = frozenset({"ه", "ها"})
_FEMININE = ("ه", "ات", "اءات")
_BROKEN = frozenset({"مزاعم", "مواقف", "خطط", "جهود", "مطالب", "شروط", "عروض", "ادوار", "نتاءج", "نتايج", "جراءم", "جرايم"})
"""Plurals without an ending of their own, which ها takes up."""
ASKING = frozenset({"appeal", "demand", "proposal"})
_STANDING_UP = frozenset({"دفاع"})
_REACH = 10


def resumes(predicate: Predicate) -> bool:
    """Whether a verb has a pronoun that may stand for a thing said or done before it."""
    return predicate.pos == "verb" and predicate.enclitic in _SUFFIXES


def act_before(clauses: Clauses, predicate: Predicate) -> Predicate | None:
    """القصف الروسي أدانته أنقرة, قدمت فرنسا مبادرة رفضتها دمشق: the act before the verb that its pronoun takes up."""
    for act in reversed(clauses.predicates):
        if act.last > predicate.first or act.pos != "noun":
            continue
        fits = _alike(clauses, act.first, predicate) and _next_to(clauses, act, predicate)
        opens = _head_of_clause(clauses, act.first)
        return act if fits and (opens or not act.definite) else None
    return None


def asked_before(clauses: Clauses, act: Predicate) -> list[ActorMention]:
    """طالبت تركيا بهدنة لكن هذا الطلب رفضته روسيا: whoever asked for something is the one whose request a definite noun takes up."""
    if act.type not in ASKING or not act.definite or act.actors:
        return []
    before = (p for p in reversed(clauses.predicates) if p.last <= act.first and p.type in ASKING and p.actors)
    return next((p.actors for p in before), [])


def conduct_before(clauses: Clauses, predicate: Predicate) -> Item | int | None:
    """موقف موسكو انتقدته باريس, القرار الأميركي رفضته طهران: whose words or conduct the pronoun takes up, or the token of the adjective."""
    view = clauses.view
    head = next(
        (p for p in range(clauses.left_end(predicate.first), predicate.first) if view.tokens[p].kind == "word"), predicate.first
    )
    told = "statement" in view.covered[head] or "conduct" in view.lists[head] or view.tokens[head].norm in _STANDING_UP
    if not told or predicate.first - head > _REACH or not _head_of_clause(clauses, head) or not _alike(clauses, head, predicate):
        return None
    owner = next((item for item in clauses.items if item.kind == "actor" and item.first == head + 1), None)
    if owner is not None and owner.last <= predicate.first:
        return owner
    nation = view.best(head + 1, "nation")
    return head + 1 if nation is not None and nation.analysis.article else None


def _head_of_clause(clauses: Clauses, index: int) -> bool:
    """Whether a noun is what its clause begins with, but for هذا and quotes, and no preposition governs it."""
    tokens = clauses.tokens
    first = index
    while first > clauses.left_end(index) and (tokens[first - 1].text in QUOTES or tokens[first - 1].norm in ("هذا", "هذه", "تلك")):
        first -= 1
    return first == clauses.left_end(index) and not clauses.own_preposition(index) and not clauses.view.preposition(first - 1)


def _next_to(clauses: Clauses, act: Predicate, predicate: Predicate) -> bool:
    """Whether nothing but the words of an act and a relative clause on it stands between the act and a verb."""
    between = range(act.last, predicate.first)
    if len(between) > _REACH or clauses.hard[act.last : predicate.first].count(True):
        return False
    others = [p for p in between if p in clauses.verbs and not clauses.relative(p - 1)]
    return not others and not any(p.first in between and p.pos == "noun" for p in clauses.predicates)


def _alike(clauses: Clauses, index: int, predicate: Predicate) -> bool:
    """Whether the pronoun of a verb may stand for the noun at a token."""
    norm = clauses.tokens[index].norm
    feminine = norm.endswith(_FEMININE) or norm.removeprefix("ال") in _BROKEN
    return feminine == (predicate.enclitic == "ها")
