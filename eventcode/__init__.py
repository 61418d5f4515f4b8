"""eventcode codes Arabic news of the war in and around Idlib, Syria, into event data in the style of ACLED and CAMEO.

>>> from datetime import date
>>> from eventcode import Coder
>>> coder = Coder()
>>> [event.type for event in coder.code("قصفت طائرات روسية بلدة كنصفرة", published=date(2020, 1, 23))]
['air_strike']

Nothing is loaded at import: classes are imported when first named, data when a ``Coder`` is made.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from eventcode.coder import Coder
    from eventcode.errors import DataError, EventcodeError, RecordError
    from eventcode.model import Actor, Attribution, Count, DateSpan, Event, Location, Source, Span
    from eventcode.saved import read_events

    __version__: str

_HOMES = {
    "Coder": "coder", "DataError": "errors", "EventcodeError": "errors", "RecordError": "errors", "Actor": "model",
    "Attribution": "model", "Count": "model", "DateSpan": "model", "Event": "model", "Location": "model", "Source": "model",
    "Span": "model", "read_events": "saved",
}  # fmt: skip

__all__ = [
    "Actor", "Attribution", "Coder", "Count", "DataError", "DateSpan", "Event", "EventcodeError", "Location", "RecordError",
    "Source", "Span", "read_events",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from eventcode.data import package_version

        return package_version()
    if name not in _HOMES:
        raise AttributeError(f"module 'eventcode' has no attribute {name!r}")
    return getattr(import_module(f"eventcode.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
