"""Skeletons of codebooks, types, actors and languages, from the templates that ship with the package."""

from __future__ import annotations

import re
import string
from pathlib import Path

from eventcode.codebook.layers import HEAD, read_layers
from eventcode.data import data_root
from eventcode.errors import DataError
from eventcode.output import whole_file

_SUFFIX = ".template"
_NAME = re.compile(r"[a-z]{2,}(_[a-z]{2,})*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def kinds() -> tuple[str, ...]:
    """What a skeleton can be made of: actor, codebook, language, type."""
    return tuple(sorted(path.name for path in _templates().iterdir() if path.is_dir()))


def make(kind: str, name: str, folder: Path) -> list[Path]:
    """Write a skeleton; gives the files written.

    A codebook or language becomes a new folder ``name`` in ``folder``; a type or actor a file of the codebook ``folder``. ``name`` is
    words of small Latin letters, two at least, joined by "_". Raises ``DataError`` on a bad name, a folder that is no codebook, and where a file
    would be replaced or a type of the base be meant; then nothing is written. Raises ``OSError`` where a file cannot be written.
    """
    if not _NAME.fullmatch(name):
        raise DataError.at(name, 0, "a name is words of small Latin letters, two at least, joined by _, such as night_raid")
    if kind == "language" and not _LANGUAGE.fullmatch(name):
        raise DataError.at(name, 0, "a language is named by its code of two or three letters (ISO 639), such as ku")
    whole = (_templates() / kind / (HEAD + _SUFFIX)).is_file()
    target = folder / name if whole else folder
    if not whole:
        _check_codebook(kind, name, target)
    words = name.replace("_", " ")
    values = {"name": name, "words": words, "title": words.capitalize(), "letters": " ".join(words.replace(" ", ""))}
    files = {
        target / string.Template(str(path.relative_to(_templates() / kind))).substitute(values).removesuffix(_SUFFIX):
        string.Template(path.read_text(encoding="utf-8")).substitute(values)
        for path in sorted((_templates() / kind).rglob(f"*{_SUFFIX}"))
    }  # fmt: skip
    standing = next((path for path in ((target,) if whole else files) if path.exists()), None)
    if standing is not None:
        raise DataError.at(standing, 0, "stands already, and is not replaced: take another name")
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(path) as file:
            file.write(text)
    return list(files)


def _templates() -> Path:
    return data_root() / "codebooks" / "templates"


def _check_codebook(kind: str, name: str, folder: Path) -> None:
    if not (folder / HEAD).is_file():
        raise DataError.at(
            folder, 0, f"no codebook here: the file {HEAD} is missing (give its folder, or make one: eventcode new codebook)"
        )
    layers, _ = read_layers(folder)
    for layer in layers[1:]:
        if kind == "type" and any(path.stem == name for path, _ in layer.of("types")):
            raise DataError.at(
                folder, 0, f"{layer.name} has the type {name!r} already; a file types/{name}.yaml with other pattern ids adds to it"
            )  # fmt: skip
