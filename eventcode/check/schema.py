"""JSON Schemas of the files of a codebook, for editors; generated from the shapes that the loader checks with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from eventcode.codebook.files import SHAPES, SHARED

_TITLES = {
    "codebook": "codebook.yaml: the head of a codebook",
    "frames": "frames.yaml: role frames",
    "exceptions": "exceptions.yaml: findings that are right as they are",
    "types": "types/*.yaml: an event type",
    "lexicon": "lexicon/*.yaml: word lists",
    "actors": "actors/*.yaml: actors, agent nouns, countries",
    "cues": "cues/*.yaml: cues of status, reporting words, light verbs",
}


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind of file (JSON Schema draft 2020-12), by the name of the kind."""
    return {
        kind: {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": _TITLES[kind],
            **_with_definitions(shape.schema()),
        }
        for kind, shape in SHAPES.items()
    }


def _with_definitions(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with a reference to one definition wherever a shared shape stands."""
    definitions: dict[str, Any] = {}
    for name, shape in SHARED.items():
        shared = shape.schema()
        for key, definition in definitions.items():
            definitions[key] = _replaced(definition, shared, name)
        short = _replaced(schema, shared, name)
        if f"#/$defs/{name}" in json.dumps([short, definitions]):
            definitions[name] = shared
        schema = short
    return {**schema, "$defs": definitions}


def _replaced(value: Any, shared: dict[str, Any], name: str) -> Any:
    if value == shared:
        return {"$ref": f"#/$defs/{name}"}
    if isinstance(value, dict):
        return {key: _replaced(item, shared, name) for key, item in value.items()}
    return [_replaced(item, shared, name) for item in value] if isinstance(value, list) else value


def write_schemas(folder: Path) -> list[Path]:
    """Write the schemas as KIND.json into a folder, which is made; gives the files. Raises ``OSError`` where it cannot."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind, schema in schemas().items():
        path = folder / f"{kind}.json"
        path.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        written.append(path)
    return written
