"""The files of a codebook and of those that it extends, and what one layer takes from the layers below it.

A codebook whose ``codebook.yaml`` says ``extends: NAME`` (one that ships with the package, or a folder relative to its own) adds
its files to the other's. What it gives under an id that the base has replaces the base's: a pattern, a word list, a role frame, an
actor (its English name is its id), a cue. ``retire`` takes things of the base out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import attrs

from eventcode.codebook.files import EXCEPTIONS, FOLDERS, RETIRABLE, SHAPES, kind_of_file, yaml_files
from eventcode.codebook.shape import nearest, problem_at
from eventcode.data import Listing, Table, content_hash, data_root, read_yaml
from eventcode.errors import DataError, Problem

HEAD = "codebook.yaml"


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


def read_folder(folder: Path) -> tuple[dict[Path, Table], list[Problem]]:
    """Read the files of a codebook folder, without making anything of them: the content by path, and every fault of form.

    Raises ``DataError`` where there is no codebook.yaml.
    """
    if not (folder / HEAD).is_file():
        raise DataError.at(folder, 0, f"no codebook here: the file {HEAD} is missing", check="no-codebook")
    content: dict[Path, Table] = {}
    problems: list[Problem] = []
    for path in yaml_files(folder):
        kind = kind_of_file(path, folder)
        if kind is None:
            message = f"no such file belongs to a codebook, so nothing reads it: {nearest(path.parent.name, FOLDERS)}"
            problems.append(Problem(str(path), 0, message, check="misplaced-file"))
            continue
        try:
            data = read_yaml(path)
        except DataError as error:
            problems.extend(error.problems)
            continue
        if isinstance(data, Table):
            content[path] = data
            problems.extend(SHAPES[kind].problems(data, str(path), f"a file of {kind}" if kind in FOLDERS else path.name))
        else:
            message = "a codebook file is a mapping with keys at its top level"
            problems.append(problem_at("not-a-mapping", str(path), data, message))
    return content, problems


def shipped() -> list[str]:
    """Names of the codebooks that ship with the package."""
    return sorted(path.parent.name for path in (data_root() / "codebooks").glob(f"*/{HEAD}"))


def find_codebook(name: str, beside: Path | None = None) -> Path:
    """The folder of a codebook given by the name of a shipped one, or by its path (relative to ``beside``).

    A plain name is looked for among the shipped ones first (./NAME is always a folder). The folder need not exist: loading it tells.
    """
    if name in shipped():
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
        folder = find_codebook(base, beside=folder)
        if not (folder / HEAD).is_file():
            known = ", ".join(shipped())
            message = f"there is no codebook {str(base)!r} to extend: neither of {known}, nor the folder {folder}"
            raise DataError([*problems, _at(layer, base, message, "unknown-base")])
        if any(folder.resolve() == other.folder.resolve() for other in layers):
            raise DataError([*problems, _at(layer, base, f"the codebook {str(base)!r} extends itself", "circular-base")])
    return _without_overridden(layers, problems), problems


def codebook_folders(folder: Path) -> list[Path]:
    """The folder of a codebook and those of the codebooks that it extends, nearest first: all that a compiled one depends on.

    Raises ``DataError`` as ``read_layers`` does, for faults of the heads alone.
    """
    out = [folder]
    while True:
        head = read_yaml(out[-1] / HEAD)
        base = head.get("extends") if isinstance(head, Table) else None
        if not isinstance(base, str) or not base:
            return out
        folder = find_codebook(base, beside=out[-1])
        if any(folder.resolve() == other.resolve() for other in out):
            return out  # loading it tells
        out.append(folder)


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
    name = entry["name"]
    return str(name.get("en") or name.get("ar") or entry["names"][0])


def _at(layer: Layer, value: object, message: str, check: str) -> Problem:
    return problem_at(check, str(layer.folder / HEAD), value, message)


def _read(folder: Path, problems: list[Problem], inherited: bool) -> Layer:
    files, found = read_folder(folder)
    problems.extend(found)
    if found:
        # What the files mean can only be told of files without faults of form: one misspelt key would give many false problems.
        raise DataError(problems)
    content = content_hash(path for path in files if path.name != EXCEPTIONS)
    return Layer(folder, files[folder / HEAD], files, content, inherited)


# -- what a layer takes from those below it --------------------------------------------------------------------------


def _ids(layer: Layer) -> Iterator[tuple[str, str]]:
    """(kind, id) of all that a layer defines and a layer above it can replace or retire."""
    for path, data in layer.of("types"):
        yield "types", path.stem
        for entry in data.get("patterns") or ():
            yield "patterns", pattern_id(path.stem, entry)
    for kind, name in (("actors", actor_label), ("cues", _cue_id)):
        for _, data in layer.of(kind):
            for entry in data.get(kind) or ():
                yield kind, name(entry)


def _cue_id(entry: Mapping[str, Any]) -> str:
    return str(entry.get("id", ""))


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
    retire: Mapping[str, Sequence[str]] = layer.head.get("retire") or {}
    if retire and not below:
        message = "retire needs extends: this codebook has no base to retire things from"
        problems.append(_at(layer, next(iter(retire)), message, "retire-without-base"))
        return
    known: dict[str, list[str]] = {kind: [] for kind in RETIRABLE}
    for base in below:
        for kind, name in _ids(base):
            known[kind].append(name)
    for kind, names in retire.items():
        for name in names or () if kind in known else ():
            if name in known[kind]:
                yield kind, str(name)
            else:
                problems.append(_at(layer, name, _unknown(kind, str(name), known[kind]), "unknown-retired"))


def _unknown(kind: str, name: str, known: Sequence[str]) -> str:
    form = {"patterns": ", written type#pattern", "actors": ", by its English name"}.get(kind, "")
    return f"the base has no {kind.removesuffix('s')} {name!r} to retire{form}: {nearest(name, known)}"


def _pruned(layer: Layer, gone: set[tuple[str, str]]) -> dict[Path, Table]:
    def stays(kind: str, name: Callable[[Table], str]) -> Callable[[Table], bool]:
        return lambda entry: (kind, name(entry)) not in gone

    files = {}
    for path, data in layer.files.items():
        kind = path.parent.name
        if kind == "types":
            if (kind, path.stem) in gone:
                continue
            data = _filtered(data, "patterns", stays("patterns", partial(pattern_id, path.stem)))
        elif kind == "actors":
            data = _filtered(data, kind, stays(kind, actor_label))
        elif kind == "cues":
            data = _filtered(data, kind, stays(kind, _cue_id))
        files[path] = data
    return files


def _filtered(data: Table, key: str, keep: Callable[[Table], bool]) -> Table:
    entries = data.get(key) or ()
    if all(map(keep, entries)):
        return data
    table = Table(data)
    table.line, table.column = data.line, data.column
    table[key] = Listing(filter(keep, entries))
    return table
