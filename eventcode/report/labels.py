"""What the report calls things, in English and Arabic."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import attrs

from eventcode.codebook import Codebook

Pair = tuple[str, str]


def _own() -> dict[str, Any]:
    own: dict[str, Any] = json.loads(files("eventcode.report").joinpath("assets", "labels.json").read_text(encoding="utf-8"))
    return own


@attrs.frozen
class Labels:
    """Names as (English, Arabic): of the page's own words, of event types by id, and of actors by code."""

    page: Mapping[str, Pair]
    types: Mapping[str, Pair]
    actors: Mapping[str, Pair]

    @classmethod
    def of(cls, codebook: Codebook | None = None) -> Labels:
        """The report's own labels, with the names of a codebook's event types."""
        own = _own()
        types = {} if codebook is None else codebook.types
        return cls(
            page={key: (pair[0], pair[1]) for key, pair in own["page"].items()},
            types={key: (kind.label.get("en", key), kind.label.get("ar", key)) for key, kind in types.items()},
            actors={code: (pair[0], pair[1]) for code, pair in own["actors"].items()},
        )
