"""Where the data lies, and reading YAML and CSV files so that every value knows its line and column."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import yaml

from eventcode.errors import DataError, Problem

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def data_root() -> Path:
    """The folder that holds ``codebooks/`` and ``gazetteer/``: inside the installed package, else beside it in a checkout.

    Raises ``DataError`` when neither is there (a broken installation).
    """
    package = Path(__file__).resolve().parent
    for root in (package / "_data", package.parent):
        if (root / "codebooks").is_dir() and (root / "gazetteer").is_dir():
            return root
    raise DataError.at(package, 0, "the data folders codebooks/ and gazetteer/ are missing; install eventcode again")


def package_version() -> str:
    """The installed version of eventcode, or "0+unknown" in a bare checkout."""
    try:
        return version("eventcode")
    except PackageNotFoundError:
        return "0+unknown"


class Text(str):
    """A scalar of a YAML file with its place; lines and columns count from 1."""

    line: int
    column: int

    @classmethod
    def at(cls, value: str, line: int, column: int) -> Text:
        """The text with its place."""
        text = cls(value)
        text.line = line
        text.column = column
        return text


class Table(dict[str, Any]):
    """A mapping of a YAML file; ``line`` and ``column`` are where it starts."""

    line: int = 0
    column: int = 0


class Listing(list[Any]):
    """A sequence of a YAML file; ``line`` and ``column`` are where it starts."""

    line: int = 0
    column: int = 0


def read_yaml(path: Path) -> Any:
    """Read one YAML document: mappings as ``Table``, sequences as ``Listing``, every scalar a ``Text``.

    Scalars stay strings ("012" and "no" are what they are). Raises ``DataError`` on bad syntax, a file that is not UTF-8,
    duplicate keys and aliases.
    """
    try:
        source = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DataError.at(path, line, f"is no UTF-8 text: {error.reason}", check="unreadable-file") from error
    except OSError as error:
        raise DataError.at(path, 0, f"cannot be read: {error.strerror}", check="unreadable-file") from error
    try:
        node = yaml.compose(source, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise DataError.at(path, line, f"YAML syntax: {error.problem}", column, "yaml-syntax") from error
    except yaml.YAMLError as error:
        # A control character; the parser tells its place in bytes only.
        found = yaml.reader.Reader.NON_PRINTABLE.search(source)
        line = source.count("\n", 0, found.start()) + 1 if found else 0
        raise DataError.at(path, line, "YAML syntax: a control character", check="yaml-syntax") from error
    except RecursionError as error:
        raise DataError.at(path, 0, "YAML syntax: nested too deeply", check="yaml-syntax") from error
    problems = list(_aliases(source, path)) if "*" in source else []
    seen: set[int] = set()
    try:
        value = None if node is None else _value(node, path, problems, seen)
    except RecursionError as error:
        raise DataError.at(path, 0, "YAML syntax: nested too deeply", check="yaml-syntax") from error
    if problems:
        raise DataError(problems)
    return value


def _aliases(source: str, path: Path) -> Iterator[Problem]:
    for event in yaml.parse(source, Loader=_LOADER):
        if isinstance(event, yaml.AliasEvent) and (mark := event.start_mark) is not None:
            message = "aliases (*name) are not allowed: write the value again"
            yield Problem(str(path), mark.line + 1, message, mark.column + 1, check="yaml-alias")


def _value(node: yaml.Node, path: Path, problems: list[Problem], seen: set[int]) -> Any:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if id(node) in seen:
        return None  # an alias, see ``_aliases``
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return Text.at(node.value, line, column)
    if isinstance(node, yaml.SequenceNode):
        listing = Listing(_value(item, path, problems, seen) for item in node.value)
        listing.line, listing.column = line, column
        return listing
    table = Table()
    table.line, table.column = line, column
    for key_node, value_node in node.value:
        key = _value(key_node, path, problems, seen)
        if not isinstance(key, str):
            mark = key_node.start_mark
            problems.append(Problem(str(path), mark.line + 1, "a key must be a plain word", mark.column + 1, check="yaml-syntax"))
            continue
        if key in table:
            place = getattr(key, "line", 0), getattr(key, "column", 0)
            problems.append(Problem(str(path), place[0], f"the key {str(key)!r} stands twice", place[1], check="duplicate-key"))
        table[key] = _value(value_node, path, problems, seen)
    return table


def read_csv(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a CSV file with a header, as (line number, row); raises ``DataError`` on a file that is not UTF-8."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            for row in reader:
                yield reader.line_num, {key: value or "" for key, value in row.items() if key is not None}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError.at(path, 0, f"cannot be read as a UTF-8 CSV table: {error}") from error


def content_hash(paths: Iterable[Path]) -> str:
    """Twelve hexadecimal digits that change when a file's name or content does; the same on every machine."""
    digest = hashlib.sha256()
    for path in sorted(paths, key=lambda item: item.as_posix()):
        digest.update(path.name.encode())
        digest.update(b"\0")
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
        digest.update(b"\0")
    return digest.hexdigest()[:12]
