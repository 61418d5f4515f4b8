"""The files of a codebook and of those that it extends, and what one layer takes from the layers below it.

A codebook whose ``codebook.yaml`` says ``extends: NAME`` (one that ships with the package, or a folder relative to its own) adds
its files to the other's. What it gives under an id that the base has replaces the base's: a pattern, a word list, a role frame, an
actor (its English name is its id), a cue. ``retire`` takes things of the base out.
"""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from eventcode.data import Listing, Table, content_hash, data_root, read_yaml
from eventcode.errors import DataError, Problem

HEAD = "codebook.yaml"
RETIRABLE = ("types", "patterns", "actors", "cues")
"""The kinds of ``retire`` in codebook.yaml."""


@attrs.frozen(eq=False)
class Layer:
    """One codebook folder: its head and its files, less what layers above it replace or retire.

    ``inherited`` is false for the folder that was asked for, true for those that it extends.
    """

    folder: Path
    head: Table
    files: Mapping[Path, Table]
    hash: str
    inherited: bool

    @property
    def name(self) -> str:
        """The codebook's name; its folder's where the head gives none."""
        return str(self.head.get("name") or self.folder.name)

    @property
    def version(self) -> str:
        """The codebook's version."""
        return str(self.head.get("version") or "0")

    def of(self, part: str) -> list[tuple[Path, Table]]:
        """The files of one part: lexicon, actors, cues, types."""
        return [(path, data) for path, data in self.files.items() if path.parent.name == part]


def shipped() -> list[str]:
    """Names of the codebooks that ship with the package."""
    return sorted(path.parent.name for path in (data_root() / "codebooks").glob(f"*/{HEAD}"))


def find_codebook(name: str, beside: Path | None = None) -> Path:
    """The folder of a codebook given by the name of a shipped one, or by its path (relative to ``beside``).

    A name without a slash is looked for among the shipped ones first. The folder need not exist: loading it tells.
    """
    if "/" not in name and name in shipped():
        return data_root() / "codebooks" / name
    return (beside or Path()) / name


def read_layers(folder: Path) -> tuple[list[Layer], list[Problem]]:
    """A codebook and those that it extends, nearest first, and the problems found.

    Raises ``DataError`` where the folder or one that it extends is no codebook, or they extend each other in a circle.
    """
    layers: list[Layer] = []
    problems: list[Problem] = []
    while True:
        layer = _read(folder, problems, inherited=bool(layers))
        layers.append(layer)
        base = layer.head.get("extends")
        if not base:
            break
        if not isinstance(base, str):
            raise DataError([_at(folder / HEAD, layer.head, "extends takes one name or path of a codebook")])
        folder = find_codebook(base, beside=folder)
        if not (folder / HEAD).is_file():
            known = ", ".join(shipped())
            raise DataError(
                [
                    _at(
                        layer.folder / HEAD,
                        base,
                        f"there is no codebook {base!r} to extend: neither of {known}, nor the folder {folder}",
                    )
                ]
            )
        if any(folder.resolve() == other.folder.resolve() for other in layers):
            raise DataError([_at(layer.folder / HEAD, base, f"the codebook {base!r} extends itself")])
    return _without_overridden(layers, problems), problems


def layered_hash(layers: Sequence[Layer]) -> str:
    """The content hash of a codebook with all that it extends; that of its own files where it extends nothing."""
    if len(layers) == 1:
        return layers[0].hash
    return hashlib.sha256("+".join(layer.hash for layer in layers).encode()).hexdigest()[:12]


def pattern_id(kind: str, entry: Mapping[str, Any]) -> str:
    """How ``retire`` names a pattern: type#pattern."""
    return f"{kind}#{entry.get('id', '')}"


def actor_label(entry: Mapping[str, Any]) -> str:
    """What an actor is called in English, else in Arabic, else by its first name as written; also its id."""
    name = entry.get("name")
    given = name.get("en") or name.get("ar") if isinstance(name, Mapping) else name
    written = [*(entry.get("names") or ()), *(entry.get("short") or ()), ""]
    return str(given or written[0])


def _at(path: Path, value: object, message: str) -> Problem:
    return Problem(str(path), getattr(value, "line", 0), message, getattr(value, "column", 0))


def _read(folder: Path, problems: list[Problem], inherited: bool) -> Layer:
    if not (folder / HEAD).is_file():
        raise DataError.at(folder, 0, f"no codebook here: the file {HEAD} is missing")
    paths = sorted(folder.rglob("*.yaml"))
    files: dict[Path, Table] = {}
    for path in paths:
        try:
            data = read_yaml(path)
        except DataError as error:
            problems.extend(error.problems)
            continue
        if isinstance(data, Table):
            files[path] = data
        else:
            problems.append(_at(path, data, "a codebook file is a mapping with keys at its top level"))
    return Layer(folder, files.get(folder / HEAD, Table()), files, content_hash(paths), inherited)


# -- what a layer takes from those below it --------------------------------------------------------------------------


def _ids(layer: Layer) -> Iterator[tuple[str, str]]:
    """(kind, id) of all that a layer defines and a layer above it can replace or retire."""
    for path, data in layer.of("types"):
        yield "types", path.stem
        for entry in _entries(data, "patterns"):
            yield "patterns", pattern_id(path.stem, entry)
    for kind, name in (("actors", actor_label), ("cues", _cue_id)):
        for _, data in layer.of(kind):
            for entry in _entries(data, kind):
                yield kind, name(entry)


def _cue_id(entry: Mapping[str, Any]) -> str:
    return str(entry.get("id", ""))


def _entries(data: Table, key: str) -> Iterable[Table]:
    return [entry for entry in data.get(key) or () if isinstance(entry, Table)]


def _without_overridden(layers: list[Layer], problems: list[Problem]) -> list[Layer]:
    gone: set[tuple[str, str]] = set()
    out = []
    for position, layer in enumerate(layers):
        out.append(attrs.evolve(layer, files=_pruned(layer, gone)))
        # The file of a type that stands in both adds to the base's; only its patterns replace the base's, one by one.
        gone |= {(kind, name) for kind, name in _ids(layer) if kind != "types" and name}
        gone |= set(_retired(layer, layers[position + 1 :], problems))
    return out


def _retired(layer: Layer, below: Sequence[Layer], problems: list[Problem]) -> Iterator[tuple[str, str]]:
    path = layer.folder / HEAD
    retire = layer.head.get("retire")
    if retire is None:
        return
    if not isinstance(retire, Table):
        problems.append(_at(path, retire, f"retire holds lists under the keys {', '.join(RETIRABLE)}"))
        return
    if not below:
        problems.append(
            _at(path, next(iter(retire), retire), "retire needs extends: this codebook has no base to retire things from")
        )
        return
    known: dict[str, list[str]] = {kind: [] for kind in RETIRABLE}
    for base in below:
        for kind, name in _ids(base):
            known[kind].append(name)
    for kind, names in retire.items():
        if kind not in RETIRABLE:
            problems.append(_at(path, kind, f"{kind!r} cannot be retired; the keys of retire are {', '.join(RETIRABLE)}"))
            continue
        if not isinstance(names, Listing):
            problems.append(_at(path, names or kind, f"retire: {kind} holds a list of ids"))
            continue
        for name in names:
            if not isinstance(name, str) or name not in known[kind]:
                problems.append(_at(path, name, _unknown(kind, str(name), known[kind])))
            else:
                yield kind, str(name)


def _unknown(kind: str, name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, known, 1)
    form = {"patterns": ", written type#pattern", "actors": ", by its English name"}.get(kind, "")
    return f"the base has no {kind.removesuffix('s')} {name!r} to retire{form}" + (f"; did you mean {near[0]!r}?" if near else "")


def _pruned(layer: Layer, gone: set[tuple[str, str]]) -> dict[Path, Table]:
    files = {}
    for path, data in layer.files.items():
        kind = path.parent.name
        if kind == "types":
            if ("types", path.stem) in gone:
                continue
            stem = path.stem
            data = _filtered(data, "patterns", lambda entry, stem=stem: ("patterns", pattern_id(stem, entry)) not in gone)
        elif kind == "actors":
            data = _filtered(data, kind, lambda entry: ("actors", actor_label(entry)) not in gone)
        elif kind == "cues":
            data = _filtered(data, kind, lambda entry: ("cues", _cue_id(entry)) not in gone)
        files[path] = data
    return files


def _filtered(data: Table, key: str, keep: Any) -> Table:
    entries = data.get(key)
    if not isinstance(entries, Listing) or all(keep(entry) for entry in entries if isinstance(entry, Table)):
        return data
    table = Table(data)
    table.line = data.line
    table[key] = kept = Listing(entry for entry in entries if not isinstance(entry, Table) or keep(entry))
    kept.line = entries.line
    return table
