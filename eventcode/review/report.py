"""Reviews as text for people: tables of figures, then what they rest on, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eventcode.output.table import clean
from eventcode.review.compare import APPEARED, CHANGED, VANISHED, Change, Comparison
from eventcode.review.coverage import Coverage, Unknown
from eventcode.review.evaluate import Evaluation, Score

_SIGNS = {APPEARED: "+", VANISHED: "-", CHANGED: "~"}


def comparison(result: Comparison, limit: int | None = None) -> Iterator[str]:
    """Lines: counts by type and by pattern, then at most ``limit`` changes with their sentences (None: all)."""
    if result.changes:
        for field in ("type", "pattern"):
            counts = result.counts(field)
            rows = [(name, *(str(count[kind]) for kind in _SIGNS)) for name, count in counts.items()]
            yield from _table((field, *_SIGNS), rows)
            yield ""
        for change in result.changes[:limit]:
            yield from _change(change)
        yield from _left_out(len(result.changes), limit, "changes")
    totals = {kind: sum(change.kind == kind for change in result.changes) for kind in _SIGNS}
    figures = ", ".join(f"{count} {kind}" for kind, count in totals.items())
    yield f"{_number(result.documents, 'document')}, {_number(result.alike, 'event')} alike: {figures}"
    yield f"old {result.old}, new {result.new}"


def coverage(result: Coverage, limit: int | None = None) -> Iterator[str]:
    """Lines: patterns by how often they fired, those that never did, silent sentences, unknown words and names."""
    fired = sorted(((name, count) for name, count in result.patterns.items() if count), key=lambda item: (-item[1], item[0]))
    yield from _table(("pattern", "events"), [(name, str(count)) for name, count in fired])
    yield f"\n{len(result.never)} of {len(result.patterns)} patterns never fired" + (":" if result.never else "")
    yield from (f"  {name}" for name in result.never)
    yield f"\n{_number(len(result.silent), 'sentence')} with words of conflict gave no event" + (":" if result.silent else "")
    for item in result.silent[:limit]:
        words = ", ".join(f"{_isolated(word)} ({source})" for word, source in item.words)
        yield f"  {item.document}:{item.start}  {words}"
        yield f"    {_isolated(item.sentence)}"
    yield from _left_out(len(result.silent), limit, "sentences")
    yield from _unknown("Words near words of conflict that no dictionary holds", result.words, limit)
    yield from _unknown("Possible actors that no dictionary holds", result.actors, limit)
    yield ""
    yield (
        f"{_number(result.documents, 'document')}, {_number(result.sentences, 'sentence')}, {result.coded} of them with events; "
        f"{result.codebook}"
    )


def evaluation(result: Evaluation, limit: int | None = None) -> Iterator[str]:
    """Lines: figures by field and by type, then at most ``limit`` errors by document (None: all)."""
    yield from _table(
        ("field", *_FIGURES, "right where found"),
        [(name, *_figures(score), _exact(score)) for name, score in result.fields.items()],
    )
    yield ""
    yield from _table(("type", *_FIGURES), [(name, *_figures(score)) for name, score in result.types.items()])
    if result.misses:
        yield f"\n{_number(len(result.misses), 'error')}:"
    document = None
    for miss in result.misses[:limit]:
        if miss.document != document:
            document = miss.document
            yield f"  {clean(document)}"
        yield (
            f"    {miss.start} {_isolated(miss.trigger)}  {miss.field}: gold {_isolated(miss.gold) if miss.gold else 'none'}, "
            f"coded {_isolated(miss.coded) if miss.coded else 'none'}"
        )
    yield from _left_out(len(result.misses), limit, "errors")
    events = result.fields["event"]
    yield f"\n{_number(result.documents, 'document')}, {_number(events.gold, 'gold event')}, {events.coded} coded"
    if result.unjudged:
        yield f"{_number(result.unjudged, 'event')} of documents without gold not judged"


_FIGURES = ("gold", "coded", "right", "P", "R", "F1")


def _figures(score: Score) -> tuple[str, ...]:
    shares = ("-" if value is None else f"{value:.3f}" for value in (score.precision, score.recall, score.f1))
    return str(score.gold), str(score.coded), str(score.right), *shares


def _exact(score: Score) -> str:
    return f"{score.exact}/{score.found}"


def _change(change: Change) -> Iterator[str]:
    event = change.event
    yield (
        f"{_SIGNS[change.kind]} {change.label('type')}  {clean(change.document)}:{event.trigger.start}  {_isolated(event.trigger.text)}  "
        f"{change.label('pattern')}"
    )
    yield f"    {_isolated(event.sentence.text)}"
    for field, (old, new) in change.fields.items():
        if field not in ("type", "pattern"):
            yield f"    {field}: {_isolated(old) if old else 'none'} -> {_isolated(new) if new else 'none'}"


def _unknown(title: str, items: Sequence[Unknown], limit: int | None) -> Iterator[str]:
    if not items:
        return
    yield f"\n{title}: {len(items)}"
    for item in items[:limit]:
        count = f"{item.near} near, {item.elsewhere} elsewhere" if item.score else _number(item.near, "time")
        yield f"  {_isolated(item.text)}  {count}"
        yield f"    {_isolated(item.sentence)}"
    yield from _left_out(len(items), limit, "entries")


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _left_out(total: int, limit: int | None, what: str) -> Iterator[str]:
    if limit is not None and total > limit:
        yield f"  ... and {total - limit} more {what} (--limit 0 shows all)"


def _isolated(text: str) -> str:
    """Text of a document on one line, kept from turning the line around it."""
    return f"\u2068{clean(text)}\u2069"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    lines = [tuple(head), *map(tuple, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for name, *figures in lines:
        yield "  ".join(
            [f"{name:{widths[0]}}", *(f"{cell:>{size}}" for cell, size in zip(figures, widths[1:], strict=True))]
        ).rstrip()
