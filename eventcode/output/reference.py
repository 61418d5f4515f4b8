"""The reference page of the formats, from the formats themselves: ``python -m eventcode.output.reference > docs/reference-exports.md``."""

from __future__ import annotations

import inspect
import sys
from importlib import import_module
from typing import Any

from eventcode.output.columns import Ruled
from eventcode.output.flat import COLUMNS, PLACE_COLUMNS, Column
from eventcode.output.formats import FORMATS, Format

_INTRO = """# Reference: output formats

`eventcode code --format NAME` writes them, and `eventcode convert EVENTS --to NAME`. This page is made from the code
(`python -m eventcode.output.reference`). An empty column says why it is empty.

| format | what it is | events | needs |
|---|---|---|---|
"""
_FLAT = ("csv", "excel")
_PLACED = ("geojson", "geopackage")


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _table(columns: Any) -> str:
    if isinstance(columns, dict):
        return _row("field", "rule") + _row("---", "---") + "".join(_row(f"`{name}`", rule) for name, rule in columns.items())
    if isinstance(columns[0], Ruled):
        listed = [_row(str(number), f"`{column.name}`", column.rule) for number, column in enumerate(columns, 1)]
        return _row("", "column", "rule") + _row("---", "---", "---") + "".join(listed)
    plain = [_row(f"`{column.name}`", column.kind, column.meaning) for column in columns if isinstance(column, Column)]
    return _row("column", "kind", "holds") + _row("---", "---", "---") + "".join(plain)


def _columns(item: Format, module: Any) -> Any:
    if item.name in _FLAT:
        return COLUMNS
    if item.name in _PLACED:
        return (*COLUMNS, *PLACE_COLUMNS)
    return getattr(module, "TAGGED", None) or getattr(module, "COLUMNS", None) or getattr(module, "FIELDS", None)


def _section(item: Format) -> str:
    module = import_module(f"eventcode.output.{item.module}")
    text = f"\n## {item.name}\n\n{(inspect.getdoc(module) or '').replace('``', '`')}\n"
    columns = _columns(item, module)
    if columns is None:
        return text
    if item.name.startswith("hxl"):
        listed = "".join(_row(f"`{tag}`", f"`{column.name}`", column.rule) for tag, column in columns)
        return text + "\n" + _row("hashtag", "column", "rule") + _row("---", "---", "---") + listed
    return text + "\n" + _table(columns)


def markdown() -> str:
    """The page: a table of the formats, and a section with the columns of each."""
    overview = "".join(
        _row(
            f"`{item.name}`",
            item.summary,
            "actual" if item.actual_only else "all",
            f"`eventcode[{item.extra}]`" if item.extra else "",
        )
        for item in FORMATS.values()
    )
    return _INTRO + overview + "".join(_section(item) for item in FORMATS.values())


if __name__ == "__main__":
    sys.stdout.write(markdown())
