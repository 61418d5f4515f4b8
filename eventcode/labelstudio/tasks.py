"""Events as Label Studio tasks: one a sentence, with the events in it as a pre-annotation.

A task's ``data`` holds the sentence, where it stands, and the events as they are, so that what people do not change comes back
unchanged. Offsets count code points, as Label Studio has counted them since its pull request 1559 of October 2021.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from eventcode.labelstudio.config import ALSO, TRIGGER
from eventcode.labelstudio.values import Item, items
from eventcode.model import CoderInfo, Event, Source, Span


def tasks(events: Iterable[Event]) -> Iterator[dict[str, Any]]:
    """The tasks of the sentences that have events, in the order of their first events."""
    by_sentence: dict[tuple[str, int, str], list[Event]] = {}
    for event in events:
        by_sentence.setdefault((event.document, event.sentence.start, event.sentence.text), []).append(event)
    for found in by_sentence.values():
        yield task(found[0].sentence, found[0].source, found[0].coder, found)


def task(sentence: Span, source: Source, coder: CoderInfo, events: Sequence[Event] = ()) -> dict[str, Any]:
    """One sentence as a task. Without events there is nothing pre-annotated, and people can still add what was missed."""
    data = {
        "text": sentence.text, "start": sentence.start, "source": source.to_dict(), "coder": coder.to_dict(),
        "events": [event.to_dict() for event in events],
    }  # fmt: skip
    prediction = {"model_version": f"eventcode {coder.version} {coder.codebook}", "result": _Result(sentence).of(events)}
    return {"data": data, "predictions": [prediction] if events else []}


class _Result:
    """The result list of one sentence: regions, their values, and the relations from triggers to the others."""

    def __init__(self, sentence: Span) -> None:
        self.sentence = sentence
        self.rows: list[dict[str, Any]] = []
        self.regions: dict[tuple[str, str, int, int], str] = {}

    def of(self, events: Sequence[Event]) -> list[dict[str, Any]]:
        """The list for all events."""
        for number, event in enumerate(events):
            self._event(f"event{number}", event)
        return self.rows

    def _event(self, identifier: str, event: Event) -> None:
        span = event.trigger.start, event.trigger.end
        self._row(identifier, "labels", "label", span, {"labels": [TRIGGER]})
        self._row(identifier, "choices", "type", span, {"choices": [event.type]})
        self._row(identifier, "choices", "status", span, {"choices": [event.status]})
        rest: list[str] = []
        ties: list[tuple[str, str]] = []
        for item in items(event):
            region = self._region(item)
            if region is None:
                rest.append(f"{item.kind} {item.line}")
            else:
                ties.append((region, item.kind))
        for number, also in enumerate(event.also):
            region = f"{identifier}-also{number}"
            self._row(region, "labels", "label", (also.start, also.end), {"labels": [ALSO]})
            ties.append((region, ALSO))
        if rest:
            self._row(identifier, "textarea", "value", span, {"text": rest})
        for region, kind in ties:
            tie = {"from_id": identifier, "to_id": region, "type": "relation", "direction": "right", "labels": [kind]}
            if tie not in self.rows:
                self.rows.append(tie)

    def _region(self, item: Item) -> str | None:
        """The region of a role, shared by the events that have it; None where no word of the sentence has it."""
        if item.start is None or item.end is None or item.start < self.sentence.start or item.end > self.sentence.end:
            return None
        key = item.kind, item.line, item.start, item.end
        if key not in self.regions:
            self.regions[key] = f"role{len(self.regions)}"
            span = item.start, item.end
            self._row(self.regions[key], "labels", "label", span, {"labels": [item.kind]})
            self._row(self.regions[key], "textarea", "value", span, {"text": [item.line]})
        return self.regions[key]

    def _row(self, identifier: str, kind: str, control: str, span: tuple[int, int], value: dict[str, Any]) -> None:
        start, end = span[0] - self.sentence.start, span[1] - self.sentence.start
        words = {"start": start, "end": end, "text": self.sentence.text[start:end]}
        self.rows.append({"id": identifier, "from_name": control, "to_name": "text", "type": kind, "value": words | value})
