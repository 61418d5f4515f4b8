"""The page: template, styles, script and data joined into one file that asks nothing of the network.

Text of articles comes in as JSON in a block that browsers do not run, and the script puts it on the page as text, never as
markup. The page's own policy (Content-Security-Policy) lets no other script or style run and nothing be loaded.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any, TextIO

from eventcode.model import Event
from eventcode.report.labels import Labels
from eventcode.report.payload import payload

SCRIPTS = ("text", "data", "filters", "facets", "figures", "timeline", "map", "matrix", "table", "detail", "main")
"""The parts of the page's script, in the order in which they are joined."""

_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}
_SLOT = re.compile(r"\{\{(\w+)\}\}")


def embedded_json(value: Any) -> str:
    """JSON that can stand in a ``script`` element: no text in it can end the element or open a comment."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _asset(name: str) -> str:
    return files("eventcode.report").joinpath("assets", name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    """The source expression of an inline script or style (CSP level 2, hash-source)."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(source.encode("utf-8")).digest()).decode("ascii") + "'"


def write(
    events: Iterable[Event],
    file: TextIO,
    *,
    labels: Labels | None = None,
    title: str = "",
    language: str = "en",
    texts: Mapping[str, str] | None = None,
) -> int:
    """Write the report of events to an open text file (UTF-8); gives how many events.

    ``language`` ("en" or "ar") is the one that the page opens in; ``texts`` are whole documents by id. The same events give
    the same page, byte for byte.
    """
    rows = list(events)
    labels = Labels.of() if labels is None else labels
    style = _asset("style.css")
    script = '"use strict";\n(() => {\n' + "\n".join(_asset(f"{name}.js") for name in SCRIPTS) + "})();\n"
    policy = f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"
    parts = {
        "language": language,
        "direction": "rtl" if language == "ar" else "ltr",
        "policy": html.escape(policy, quote=True),
        "title": html.escape(title or labels.page["title"][language == "ar"]),
        "style": style,
        "data": embedded_json(payload(rows, labels, texts or {}) | {"title": title}),
        "script": script,
    }
    file.write(_SLOT.sub(lambda slot: parts[slot[1]], _asset("page.html")))
    return len(rows)
