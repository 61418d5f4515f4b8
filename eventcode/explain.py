"""Every stage of a text as readable plain text, so that a wrong coding can be traced to the rule or word that caused it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eventcode.frames import Predicate
from eventcode.mentions import View
from eventcode.model import Event

_FIELDS = ("type", "actor", "target", "location", "date", "counts", "status", "attribution")


def explain(events: Sequence[Event], views: Sequence[View], predicates: Sequence[Predicate]) -> str:
    """Sentence by sentence: words found in the dictionaries, actors, places, dates, numbers, then each event with reasons."""
    lines: list[str] = []
    for view in views:
        lines.append(
            f"sentence {view.index + 1} ({view.sentence.start}-{view.sentence.end}): {view.slice(view.sentence.start, view.sentence.end)}"
        )
        lines.extend(_words(view))
        lines.extend(_mentions(view))
        own = [p for p in predicates if p.sentence == view.index]
        if not own:
            lines.append("  no event: no word of the codebook's patterns reports an action here")
        for predicate in own:
            event = next((e for e in events if e.trigger.start == predicate.start and e.type == predicate.type), None)
            if event is not None:
                lines.extend(_event(event, predicate))
        lines.append("")
    return "\n".join(lines)


def _words(view: View) -> Iterable[str]:
    found = []
    for index, kinds in enumerate(view.at):
        for kind, matches in kinds.items():
            if kind == "list":
                continue
            match = matches[0]
            text = view.slice(view.tokens[index].start, view.tokens[match.last - 1].end)
            split = match.analysis.proclitics + ("+ال" if match.analysis.article else "")
            found.append(
                f"{text} [{kind}{', clitics ' + split if split else ''}{', suffix ' + match.enclitic if match.enclitic else ''}]"
            )
    if found:
        yield "  words:  " + "; ".join(found)


def _mentions(view: View) -> Iterable[str]:
    if view.actors:
        yield "  actors: " + "; ".join(
            f"{view.slice(a.start, a.end)} = {a.code or '?'} ({a.kind}{', after ' + a.governor if a.governor else ''})"
            for a in view.actors
        )
    if view.places:
        yield "  places: " + "; ".join(f"{view.slice(p.start, p.end)} ({p.kind})" for p in view.places)
    if view.dates:
        yield "  dates:  " + "; ".join(f"{view.slice(d.start, d.end)} = {d.value.start}..{d.value.end}" for d in view.dates)
    if view.quantities:
        yield "  counts: " + "; ".join(
            f"{view.slice(q.start, q.end)} = {q.low}..{'' if q.high is None else q.high}" for q in view.quantities
        )


def _event(event: Event, predicate: Predicate) -> Iterable[str]:
    def people(items: Sequence[object]) -> str:
        return ", ".join(f"{getattr(i, 'text', None) or '(implied)'} = {getattr(i, 'code', None)}" for i in items) or "none"

    yield f"  event {event.type} at {event.trigger.start}: {event.trigger.text}   [{event.rule}]"
    values = {
        "type": event.type,
        "actor": people(event.actors),
        "target": people(event.targets),
        "location": ", ".join(
            f"{place.name} ({place.level}{', inherited' if place.inherited else ''}"
            f"{', ' + place.role if place.role != 'place' else ''})"
            for place in event.locations
        )
        or "none",
        "date": f"{event.date.start}..{event.date.end} ({event.date.resolution}, basis {event.date.basis})",
        "counts": ", ".join(
            f"{kind} {count.low}..{'' if count.high is None else count.high}" for kind, count in event.counts.items()
        )
        or "none",
        "status": event.status,
        "attribution": ", ".join(f"{item.text or '(pronoun)'} = {item.code} {item.stance}" for item in event.attribution) or "none",
    }
    for field in _FIELDS:
        reasons = "; ".join(dict.fromkeys(predicate.trace.get(field, ())))
        yield f"    {field + ':':13}{values[field]}" + (f"   <- {reasons}" if reasons else "")
