"""Annotated tasks of Label Studio's JSON export, back to events.

A role that a person left as it was (same words, same line) comes back as the coder had it, with everything that Label Studio does not show;
one that was changed or added is made of its words and its line. Of several annotations of a task the one marked as ground truth
counts, else the one updated last.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from logging import getLogger
from pathlib import Path
from typing import Any

import attrs

from eventcode.codebook import Codebook
from eventcode.errors import Problem, RecordError
from eventcode.gazetteer.table import Table
from eventcode.labelstudio.config import ALSO, TRIGGER
from eventcode.labelstudio.values import KINDS, Item, Role, fields, items, parse
from eventcode.model import CoderInfo, Codes, DateSpan, Event, Source, Span

RULE = "labelstudio"
"""The rule of an event whose type a person chose."""
_ADVICE = "mend the annotation in Label Studio and export again (format JSON)"
_log = getLogger("eventcode.labelstudio")


def read_tasks(path: Path, codebook: Codebook, table: Table, *, unannotated: bool = False) -> Iterator[Event | RecordError]:
    """The events of an export in the format JSON, in the order of its tasks.

    A task that cannot be read comes as a ``RecordError`` that names it, and reading goes on. Tasks that nobody annotated, or that were
    skipped, are left out and told in the log; with ``unannotated`` their events come as they were.
    """
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
        if not isinstance(found, list):
            raise ValueError("is no list of tasks")
    except (OSError, ValueError, RecursionError) as error:
        yield RecordError(Problem(str(path), 0, f"is no JSON export of Label Studio: {error}", check="labelstudio", advice=_ADVICE))
        return
    left_out = 0
    for number, task in enumerate(found, 1):
        where = f"task {task.get('id', number) if isinstance(task, dict) else number}"
        try:
            annotation = _annotation(task)
            if annotation is not None:
                yield from _Sentence(task["data"], codebook, table).events(annotation)
            elif unannotated:
                yield from [Event.from_dict(event) for event in task["data"]["events"]]
            else:
                left_out += 1
        except KeyError as error:
            yield RecordError(
                Problem(str(path), 0, f"the key {error} is missing", where=where, check="labelstudio", advice=_ADVICE)
            )
        except (ValueError, TypeError, AttributeError, IndexError) as error:
            yield RecordError(Problem(str(path), 0, str(error), where=where, check="labelstudio", advice=_ADVICE))
    if left_out:
        _log.warning("%s: %d of %d tasks left out, as nobody has annotated them", path, left_out, len(found))


def _annotation(task: Mapping[str, Any]) -> list[Mapping[str, Any]] | None:
    """The result list that counts, None where there is none."""
    if "annotations" not in task:
        raise ValueError("has no annotations: export in the format JSON, not JSON-MIN or CSV")
    done = [item for item in task["annotations"] if not item.get("was_cancelled")]
    if not done:
        return None
    best = max(done, key=lambda item: (bool(item.get("ground_truth")), str(item.get("updated_at") or item.get("created_at") or "")))
    result: list[Mapping[str, Any]] = best["result"]
    return result


@attrs.define
class _Region:
    """A marked stretch: label, place in the document, and what was chosen and written."""

    start: int = 0
    end: int = 0
    text: str = ""
    label: str = ""
    choices: dict[str, str] = attrs.field(factory=dict)
    lines: list[str] = attrs.field(factory=list)


class _Sentence:
    """One task: the sentence, the events that the coder had, and what makes new ones."""

    def __init__(self, data: Mapping[str, Any], codebook: Codebook, table: Table) -> None:
        self.codebook = codebook
        self.table = table
        self.span = Span(data["text"], data["start"], data["start"] + len(data["text"]))
        self.source = Source.from_dict(data["source"])
        self.coder = CoderInfo.from_dict(data["coder"])
        self.old = [Event.from_dict(event) for event in data["events"]]

    def events(self, result: list[Mapping[str, Any]]) -> list[Event]:
        """The events of an annotation, in the order of their triggers. Raises ``ValueError`` that says what is wrong."""
        regions = self._regions(result)
        triggers = {name: region for name, region in regions.items() if region.label == TRIGGER}
        tied: dict[str, list[_Region]] = {name: [] for name in triggers}
        loose = {name for name, region in regions.items() if region.label != TRIGGER}
        for row in result:
            if row["type"] == "relation":
                one, other = row["from_id"], row["to_id"]
                trigger, role = (one, other) if one in triggers else (other, one)
                if trigger in triggers and role in regions and role not in triggers:
                    tied[trigger].append(regions[role])
                    loose.discard(role)
        for name in sorted(loose):
            if len(triggers) != 1:
                raise ValueError(
                    f"the {regions[name].label} {regions[name].text!r} is tied to no trigger: draw a relation from one to it"
                )
            next(iter(tied.values())).append(regions[name])
        rest = list(self.old)
        made = [self._event(region, tied[name], rest) for name, region in triggers.items()]
        gone = {event.id for event in self.old} - {event.id for event in made}
        kept = [attrs.evolve(event, disputes=tuple(other for other in event.disputes if other not in gone)) for event in made]
        return sorted(kept, key=self._order)

    def _order(self, event: Event) -> tuple[int, int]:
        known = [old.id for old in self.old]
        return (known.index(event.id), 0) if event.id in known else (len(known), event.trigger.start)

    def _regions(self, result: list[Mapping[str, Any]]) -> dict[str, _Region]:
        regions: dict[str, _Region] = {}
        for row in result:
            if row["type"] == "relation":
                continue
            region, value = regions.setdefault(row["id"], _Region()), row["value"]
            if row["type"] == "labels":
                region.label = value["labels"][0]
                region.start, region.end = self._place(value)
                region.text = self.span.text[region.start - self.span.start : region.end - self.span.start]
            elif row["type"] == "choices" and value["choices"]:
                region.choices[row["from_name"]] = value["choices"][0]
            elif row["type"] == "textarea":
                written = [value["text"]] if isinstance(value["text"], str) else value["text"]
                region.lines += [line.strip() for text in written for line in text.splitlines() if line.strip()]
        # What was written for a region that was then deleted has no label, and says nothing any more.
        return {name: region for name, region in regions.items() if region.label}

    def _place(self, value: Mapping[str, Any]) -> tuple[int, int]:
        """Where a region stands in the document: by its offsets, which must fit its words, else by its words if they stand once."""
        start, end, words = value["start"], value["end"], value.get("text")
        text = self.span.text
        if not (0 <= start < end <= len(text)) or (words is not None and text[start:end] != words):
            if not words or text.count(words) != 1:
                raise ValueError(f"the region {words!r} does not stand at {start}-{end} of the sentence")
            start = text.index(words)
            end = start + len(words)
        return self.span.start + start, self.span.start + end

    def _event(self, trigger: _Region, tied: list[_Region], rest: list[Event]) -> Event:
        kind, status = trigger.choices.get("type"), trigger.choices.get("status", "actual")
        if kind is None:
            raise ValueError(f"the trigger {trigger.text!r} has no type: choose one")
        old = self._match(trigger, kind, rest)
        roles, also = self._roles(trigger, tied, old)
        span = Span(trigger.text, trigger.start, trigger.end)
        if old is None:
            old = self._new(span, kind)
        changed = fields(roles)
        codes, rule = (old.codes, old.rule) if kind == old.type else (self._codes(kind), RULE)
        also_spans = tuple(sorted((Span(one.text, one.start, one.end) for one in also), key=lambda one: one.start))
        kept_also = old.also if set(old.also) == set(also_spans) else also_spans
        # Only known fields are changed, all of them checked by the model.
        return attrs.evolve(old, trigger=span, also=kept_also, type=kind, codes=codes, status=status, rule=rule, **changed)  # type: ignore[arg-type]

    def _match(self, trigger: _Region, kind: str, rest: list[Event]) -> Event | None:
        """The coder's event with this trigger, taken from those not yet matched: of the same type, else at the same place."""
        there = [event for event in rest if (event.trigger.start, event.trigger.end) == (trigger.start, trigger.end)]
        there = there or [event for event in rest if event.trigger.start < trigger.end and trigger.start < event.trigger.end]
        found = next((event for event in there if event.type == kind), there[0] if there else None)
        if found is not None:
            rest.remove(found)
        return found

    def _codes(self, kind: str) -> Codes:
        if kind not in self.codebook.types:
            raise ValueError(f"the type {kind!r} is not in the codebook")
        return self.codebook.types[kind].codes

    def _new(self, trigger: Span, kind: str) -> Event:
        key = "\0".join((self.source.document, str(trigger.start), str(trigger.end), kind))
        identifier = hashlib.sha256(key.encode()).hexdigest()[:20]
        day = self.source.published
        return Event(
            id=identifier, document=self.source.document, sentence=self.span, trigger=trigger, also=(), type=kind,
            codes=self._codes(kind), actors=(), targets=(), locations=(),
            date=DateSpan(day, day, "none", basis="document" if day else "none"), counts={}, status="actual", attribution=(),
            source=self.source, happening=identifier, cause=None, disputes=(), rule=RULE, coder=self.coder,
        )  # fmt: skip

    def _roles(self, trigger: _Region, tied: list[_Region], old: Event | None) -> tuple[dict[str, list[Role]], list[_Region]]:
        """The roles by kind, those that the coder had first and in its order; and the further triggers."""
        before = items(old) if old else []
        roles: dict[str, list[tuple[int, Role]]] = {}
        also: list[_Region] = []
        for region in tied:
            if region.label == ALSO:
                also.append(region)
            elif region.label in KINDS:
                for line in region.lines or [""]:
                    self._role(roles, before, Item(region.label, line, region.start, region.end, _EMPTY), region.text)
        for line in trigger.lines:
            kind, _, value = line.partition(" ")
            self._role(roles, before, Item(kind, value.strip(), None, None, _EMPTY), None)
        return {kind: [role for _at, role in sorted(found, key=lambda pair: pair[0])] for kind, found in roles.items()}, also

    def _role(self, roles: dict[str, list[tuple[int, Role]]], before: list[Item], item: Item, text: str | None) -> None:
        def same(other: Item) -> bool:
            placed = (other.start, other.end) if self._inside(other) else (None, None)
            return (other.kind, other.line, *placed) == (item.kind, item.line, item.start, item.end)

        taken = {at for at, _role in roles.get(item.kind, ())}
        at = next((index for index, other in enumerate(before) if same(other) and index not in taken), None)
        if at is not None:
            roles.setdefault(item.kind, []).append((at, before[at].value))
            return
        made = parse(item.kind, item.line, text, item.start, item.end, self.table)
        roles.setdefault(item.kind, []).append((len(before) + len(taken), made))

    def _inside(self, item: Item) -> bool:
        return item.start is not None and item.end is not None and item.start >= self.span.start and item.end <= self.span.end


_EMPTY = DateSpan(None, None, "none", basis="none")
