"""What a file of a codebook may hold, as a model: the loader checks files with it, editors get JSON Schemas from it.

A shape tells for a value of a YAML file which keys, values and nestings are allowed. ``problems`` finds what does not fit, with
line and column; ``schema`` gives the same as JSON Schema (draft 2020-12).
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

import attrs

from eventcode.errors import Problem


def nearest(word: str, known: Sequence[str]) -> str:
    """Words of a message that name the nearest known value, or all known ones where none is near."""
    exchanged = [other for other in known if sorted(other) == sorted(word)]
    close = exchanged or difflib.get_close_matches(word, known, 1, 0.6)
    if close:
        return f"did you mean {close[0]!r}?"
    return "known are " + ", ".join(known[:12]) + (" ..." if len(known) > 12 else "")


def problem_at(
    check: str, path: str, value: object, message: str, advice: str = "", where: str = "", level: str = "error"
) -> Problem:
    """A problem at a value of a YAML file, which knows its line and column."""
    return Problem(path, getattr(value, "line", 0), message, getattr(value, "column", 0), where, check, level, advice)


def kind_of(value: object) -> str:
    """What a value of a YAML file is, in the words of the messages."""
    return "a mapping" if isinstance(value, Mapping) else "a list" if isinstance(value, list) else "a text"


class Shape(Protocol):
    """What one value may be."""

    def problems(self, value: Any, path: str, where: str) -> Iterator[Problem]:
        """What does not fit; ``where`` is the key or list that holds the value, for messages."""

    def schema(self) -> dict[str, Any]:
        """The shape as JSON Schema."""

    def accepts(self, value: Any) -> bool:
        """Whether the value is of the right kind (text, list or mapping)."""


@attrs.frozen
class Scalar:
    """A text: any, one of ``choices``, one that ``pattern`` matches whole (``what`` says in words what that is), or a day.

    ``numeric`` lets editors take an unquoted number for it; eventcode reads every scalar as text.
    """

    about: str = ""
    choices: tuple[str, ...] = ()
    pattern: str = ""
    what: str = ""
    day: bool = False
    numeric: bool = False
    empty: bool = False

    def accepts(self, value: Any) -> bool:
        """Whether it is a text."""
        return isinstance(value, str)

    def problems(self, value: Any, path: str, where: str) -> Iterator[Problem]:
        """What does not fit."""
        if not isinstance(value, str):
            yield problem_at("wrong-shape", path, value, f"{where} must be one text, not {kind_of(value)}", where=where)
        elif not value.strip() and not self.empty and "" not in self.choices:
            yield problem_at("empty-value", path, value, f"{where} is empty", where=where)
        elif self.choices and value not in self.choices:
            message = f"{value!r} is no value of {where}: {nearest(value, [choice or repr(choice) for choice in self.choices])}"
            yield problem_at("unknown-value", path, value, message, where=where)
        elif self.day and not _is_day(value):
            yield problem_at("bad-date", path, value, f"{value!r} is not a day of the form YYYY-MM-DD", where=where)
        elif self.pattern and not re.fullmatch(self.pattern, value):
            yield problem_at("bad-form", path, value, f"{value!r} is not {self.what}", where=where)

    def schema(self) -> dict[str, Any]:
        """The shape as JSON Schema."""
        out: dict[str, Any] = {"type": ["string", "number"] if self.numeric else "string"}
        if self.choices:
            out = {"enum": list(self.choices)}
        elif self.day:
            out["pattern"] = r"^\d{4}-\d{2}-\d{2}$"
        elif self.pattern:
            out["pattern"] = f"^(?:{self.pattern})$"
        elif not self.empty:
            out["minLength"] = 1
        return _described(out, self.about)


def _is_day(value: str) -> bool:
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", value))


@attrs.frozen
class Items:
    """A list of ``least`` to ``most`` values of one shape."""

    item: Shape
    about: str = ""
    least: int = 1
    most: int | None = None

    def accepts(self, value: Any) -> bool:
        """Whether it is a list."""
        return isinstance(value, list)

    def problems(self, value: Any, path: str, where: str) -> Iterator[Problem]:
        """What does not fit."""
        if value == "" or (isinstance(value, list) and not value):
            if self.least:
                yield problem_at("empty-value", path, value, f"{where} is empty", where=where)
        elif not isinstance(value, list):
            yield problem_at(
                "wrong-shape", path, value, f"{where} must be a list, not {kind_of(value)}", "put '- ' before it", where
            )
        else:
            if not self.least <= len(value) <= (self.most or len(value)):
                allowed = str(self.least) if self.least == self.most else f"{self.least} to {self.most}"
                message = f"{where} has {len(value)} values, but must have {allowed}"
                yield problem_at("wrong-shape", path, value, message, where=where)
            for item in value:
                yield from self.item.problems(item, path, where if where.startswith("an entry of") else f"an entry of {where}")

    def schema(self) -> dict[str, Any]:
        """The shape as JSON Schema."""
        out: dict[str, Any] = {"type": "array", "items": self.item.schema()}
        if self.least:
            out["minItems"] = self.least
        if self.most is not None:
            out["maxItems"] = self.most
        return _described(out, self.about)


@attrs.frozen
class Named:
    """A mapping from names that the author chooses to values of one shape."""

    value: Shape
    about: str = ""
    name: Scalar = Scalar()

    def accepts(self, value: Any) -> bool:
        """Whether it is a mapping."""
        return isinstance(value, Mapping)

    def problems(self, value: Any, path: str, where: str) -> Iterator[Problem]:
        """What does not fit."""
        if value == "":
            yield problem_at("empty-value", path, value, f"{where} is empty", where=where)
        elif not isinstance(value, Mapping):
            yield problem_at("wrong-shape", path, value, f"{where} must be a mapping with names, not {kind_of(value)}", where=where)
        else:
            for key, item in value.items():
                yield from self.name.problems(key, path, f"a name in {where}")
                yield from self.value.problems(item, path, str(key))

    def schema(self) -> dict[str, Any]:
        """The shape as JSON Schema."""
        return _described({"type": "object", "additionalProperties": self.value.schema()}, self.about)


@attrs.frozen
class Record:
    """A mapping with known keys; ``needed`` ones must be there, and of each group of ``one_of`` at least one.

    ``more`` is the shape under keys that the author chooses; without it there are none.
    """

    keys: Mapping[str, Shape]
    needed: tuple[str, ...] = ()
    one_of: tuple[tuple[str, ...], ...] = ()
    about: str = ""
    more: Shape | None = None

    def accepts(self, value: Any) -> bool:
        """Whether it is a mapping."""
        return isinstance(value, Mapping)

    def problems(self, value: Any, path: str, where: str) -> Iterator[Problem]:
        """What does not fit."""
        if not isinstance(value, Mapping):
            yield problem_at("wrong-shape", path, value, f"{where} must be a mapping with keys, not {kind_of(value)}", where=where)
            return
        known = list(self.keys)
        unknown = [
            key for key in value if key not in self.keys and (self.more is None or difflib.get_close_matches(key, known, 1, 0.6))
        ]
        for key in unknown:
            message = f"the key {str(key)!r} is unknown in {where}: {nearest(key, list(self.keys))}"
            yield problem_at("unknown-key", path, key, message, where=where)
        # A misspelt key is one fault, not a missing one as well.
        misspelt = {match for key in unknown for match in difflib.get_close_matches(key, list(self.keys), 1, 0.6)}
        for key in self.needed:
            if key not in value and key not in misspelt:
                yield problem_at("missing-key", path, value, f"{where} lacks the key {key!r}", where=where)
        for group in self.one_of:
            if not any(key in value or key in misspelt for key in group):
                wanted = " or ".join(repr(key) for key in group)
                yield problem_at("missing-key", path, value, f"{where} lacks {wanted}", where=where)
        for key, item in value.items():
            if key in self.keys:
                yield from self.keys[key].problems(item, path, str(key))
            elif self.more is not None and key not in unknown:
                yield from self.more.problems(item, path, str(key))

    def schema(self) -> dict[str, Any]:
        """The shape as JSON Schema."""
        out: dict[str, Any] = {
            "type": "object",
            "properties": {key: shape.schema() for key, shape in self.keys.items()},
            "additionalProperties": self.more.schema() if self.more is not None else False,
        }
        if self.needed:
            out["required"] = list(self.needed)
        groups = [{"anyOf": [{"required": [key]} for key in group]} for group in self.one_of]
        if groups:
            out["allOf"] = groups
        return _described(out, self.about)


@attrs.frozen
class Either:
    """A value of one of several shapes, told apart by whether it is a text, a list or a mapping."""

    shapes: tuple[Shape, ...]
    about: str = ""

    def accepts(self, value: Any) -> bool:
        """Whether one of the shapes takes it."""
        return any(shape.accepts(value) for shape in self.shapes)

    def problems(self, value: Any, path: str, where: str) -> Iterator[Problem]:
        """What does not fit in the shape that it is meant as."""
        chosen = next((shape for shape in self.shapes if shape.accepts(value)), None)
        if chosen is None:
            yield problem_at("wrong-shape", path, value, f"{where} must not be {kind_of(value)}", where=where)
        else:
            yield from chosen.problems(value, path, where)

    def schema(self) -> dict[str, Any]:
        """The shape as JSON Schema."""
        return _described({"anyOf": [shape.schema() for shape in self.shapes]}, self.about)


def _described(schema: dict[str, Any], about: str) -> dict[str, Any]:
    return {**schema, "description": about} if about else schema
