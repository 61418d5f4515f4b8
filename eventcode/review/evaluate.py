"""Scores of coded events against gold rows: precision, recall and F1 by field and by type, and every error.

A coded event and a gold row are a pair when their triggers (or further predicates) overlap, or when they stand in one sentence and
the type is right; pairs are one to one, the best first. Every gold value counts for recall and every coded value for precision, whether
their event was paired or not, so that missed and spurious events lower the score of each field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import attrs

from eventcode.review.gold import FIELDS, Gold, Row
from eventcode.review.pairing import overlap, pair

EVENT, TYPE, WHOLE = "event", "type", "whole"
# What has to be right in an event that is right as a whole.
_STRICT = ("actors", "targets", "locations", "date", "status")


@attrs.define
class Score:
    """How many values the gold has, how many were coded, how many of these are right.

    ``found`` counts the paired events that judge the field, ``exact`` those of them with all of it right.
    """

    gold: int = 0
    coded: int = 0
    right: int = 0
    found: int = 0
    exact: int = 0

    @property
    def precision(self) -> float | None:
        """Right among coded; None where nothing was coded."""
        return self.right / self.coded if self.coded else None

    @property
    def recall(self) -> float | None:
        """Right among gold; None where the gold has none."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where neither gold nor coding has any."""
        return 2 * self.right / (self.gold + self.coded) if self.gold + self.coded else None

    def to_dict(self) -> dict[str, Any]:
        """The plain structure."""
        return {**attrs.asdict(self), "precision": self.precision, "recall": self.recall, "f1": self.f1}


@attrs.frozen
class Miss:
    """One error: where, in which field, what the gold says and what was coded ("" for nothing)."""

    document: str
    start: int
    trigger: str
    field: str
    gold: str
    coded: str
    line: int = 0

    def to_dict(self) -> dict[str, Any]:
        """The plain structure."""
        return attrs.asdict(self)


@attrs.define
class Evaluation:
    """Scores by field and by type, and the errors in the order of the text; ``unjudged`` events are of documents without gold."""

    documents: int
    fields: dict[str, Score]
    types: dict[str, Score]
    misses: list[Miss]
    unjudged: int = 0

    def to_dict(self) -> dict[str, Any]:
        """The plain structure."""
        return {
            "documents": self.documents,
            "unjudged": self.unjudged,
            "fields": {name: score.to_dict() for name, score in self.fields.items()},
            "types": {name: score.to_dict() for name, score in self.types.items()},
            "errors": [miss.to_dict() for miss in self.misses],
        }


Items = Sequence[tuple[Any, str]]
"""The values of a field that are counted one by one, each with how it is shown."""


def _actors(row: Row) -> Items:
    return [(code, code) for code in sorted(row.actors)]


def _targets(row: Row) -> Items:
    return [(code, code) for code in sorted(row.targets)]


def _date(row: Row) -> Items:
    return [(row.date, row.date[0] if row.date[0] == row.date[1] else " to ".join(row.date))] if row.date else []


def _counts(row: Row) -> Items:
    return [
        ((kind, bounds), f"{kind} {bounds[0]}" + ("+" if bounds[1] is None else "" if bounds[1] == bounds[0] else f"-{bounds[1]}"))
        for kind, bounds in sorted(row.counts.items())
    ]


_ITEMS: Mapping[str, Callable[[Row], Items]] = {
    "actors": _actors,
    "targets": _targets,
    "locations": lambda row: [(place, place.name) for place in row.locations],
    "date": _date,
    "counts": _counts,
    "status": lambda row: [(row.status, row.status)],
    "attribution": lambda row: [(source, f"{source.text} {source.stance}") for source in row.attribution],
}


def _same(one: Any, other: Any) -> bool:
    return bool(one.same(other)) if hasattr(one, "same") else bool(one == other)


def _hits(gold: Items, coded: Items) -> int:
    """How many values are the same, each taken once."""
    return len(pair(gold, coded, lambda one, other: True if _same(one[0], other[0]) else None))


def right_type(gold: Row, coded: Row) -> bool:
    """Whether the coded type is the gold's or one that the gold takes as well."""
    return coded.type == gold.type or coded.type in gold.others


def _rate(gold: Row, coded: Row) -> tuple[int, int] | None:
    hit = overlap(gold.stretches, coded.stretches)
    typed = right_type(gold, coded)
    together = coded.sentence is not None and coded.sentence[0] <= gold.start < coded.sentence[1]
    if not hit and not (together and typed):
        return None
    likeness = sum(min(1, _hits(_ITEMS[field](gold), _ITEMS[field](coded))) for field in ("actors", "targets", "locations"))
    return 8 * hit + 4 * typed + likeness, -abs(gold.start - coded.start)


def evaluate(gold: Gold, coded: Iterable[Row], letters: int | None = None) -> Evaluation:
    """Score coded events; those of documents that the gold does not have are only counted.

    ``letters`` is how much of the codes of actors and targets is compared: in CAMEO's style 3 letters are the country, 6 country and
    role; None compares all of them.
    """
    by_document: dict[str, list[Row]] = {name: [] for name in gold.rows}
    unjudged = 0
    for row in coded:
        if row.document in by_document:
            by_document[row.document].append(_cut(row, letters))
        else:
            unjudged += 1
    judged = {field for rows in gold.rows.values() for row in rows for field in row.judged}
    fields = {name: Score() for name in (EVENT, TYPE, *(field for field in FIELDS if field in judged), WHOLE)}
    out = Evaluation(len(gold.rows), fields, {}, [], unjudged)
    for name, rows in gold.rows.items():
        _document(out, [_cut(row, letters) for row in rows], by_document[name])
    out.types = dict(sorted(out.types.items(), key=lambda item: (-item[1].gold, item[0])))
    out.misses.sort(key=lambda miss: (miss.document, miss.start, miss.field))
    return out


def _cut(row: Row, letters: int | None) -> Row:
    if letters is None:
        return row
    actors, targets = (frozenset(code[:letters] for code in codes) for codes in (row.actors, row.targets))
    return attrs.evolve(row, actors=actors, targets=targets)


def _document(out: Evaluation, gold: Sequence[Row], coded: Sequence[Row]) -> None:
    pairs = dict(pair(gold, coded, _rate))
    matched = set(pairs.values())
    for name in (EVENT, TYPE, WHOLE):
        out.fields[name].gold += len(gold)
        out.fields[name].coded += len(coded)
    for i, row in enumerate(gold):
        if i in pairs:
            _paired(out, row, coded[pairs[i]])
            continue
        out.types.setdefault(row.type, Score()).gold += 1
        out.misses.append(Miss(row.document, row.start, row.trigger, EVENT, row.type, "", row.line))
        for field in row.judged:
            out.fields[field].gold += len(_ITEMS[field](row))
    for j, row in enumerate(coded):
        if j in matched:
            continue
        out.types.setdefault(row.type, Score()).coded += 1
        out.misses.append(Miss(row.document, row.start, row.trigger, EVENT, "", row.type))
        for field, score in out.fields.items():
            if field in _ITEMS:
                score.coded += len(_ITEMS[field](row))


def _paired(out: Evaluation, gold: Row, coded: Row) -> None:
    def miss(field: str, wanted: str, found: str) -> None:
        out.misses.append(Miss(gold.document, gold.start, gold.trigger, field, wanted, found, gold.line))

    typed = right_type(gold, coded)
    for name, right in ((EVENT, True), (TYPE, typed)):
        _add(out.fields[name], 0, 0, int(right), right)
    of_gold = out.types.setdefault(gold.type, Score())
    of_coded = of_gold if typed else out.types.setdefault(coded.type, Score())
    _add(of_gold, 1, 0, int(typed), typed)
    of_coded.coded += 1
    if not typed:
        miss(TYPE, gold.type, coded.type)
    whole = typed
    for field in FIELDS:
        if field not in gold.judged:
            continue
        wanted, found = _ITEMS[field](gold), _ITEMS[field](coded)
        hits = _hits(wanted, found)
        exact = hits == len(wanted) == len(found)
        _add(out.fields[field], len(wanted), len(found), hits, exact)
        if not exact:
            miss(field, ", ".join(text for _, text in wanted), ", ".join(text for _, text in found))
            whole = whole and field not in _STRICT
    _add(out.fields[WHOLE], 0, 0, int(whole), whole)


def _add(score: Score, gold: int, coded: int, right: int, exact: bool) -> None:
    score.gold += gold
    score.coded += coded
    score.right += right
    score.found += 1
    score.exact += exact
