"""GDELT-like mentions: the 16 tab-separated columns of GDELT 2.0's mentions table, without a header, one row a mention.

The only one of these data sets with offsets. Ours count Unicode code points of the text as it was read.
Source: the header of GDELT 2.0's mentions table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TextIO

from eventcode.model import Actor, Event
from eventcode.output.columns import Ruled, write_tabs
from eventcode.output.dyads import digits
from eventcode.output.incidents import number_of

_CLOCK = re.compile(r"(\d\d):(\d\d)")
_WEB, _CITATION = 1, 2


def _event_time(event: Event) -> str:
    clock = _CLOCK.fullmatch(event.date.time or "")
    return f"{digits(event.date.start)}{clock[1] + clock[2] if clock else '0000'}00" if event.date.start else ""


def _offset(actors: Sequence[Actor]) -> int:
    return next((actor.start for actor in actors if actor.start is not None), -1)


COLUMNS: tuple[Ruled[Event], ...] = (
    Ruled("GLOBALEVENTID", "a number made from the happening's id, shared by its mentions", lambda e: number_of(e.happening)),
    Ruled("EventTimeDate", "first day of the event's interval, with the clock time where the text gives one", _event_time),
    Ruled("MentionTimeDate", "day of publication", lambda e: digits(e.source.published) + "000000" if e.source.published else None),
    Ruled(
        "MentionType", "1 (web) where the document has an address, else 2 (citation)", lambda e: _WEB if e.source.url else _CITATION
    ),
    Ruled("MentionSourceName", "publisher", lambda e: e.source.publisher),
    Ruled("MentionIdentifier", "address of the document, else its id", lambda e: e.source.url or e.document),
    Ruled("SentenceID", "empty: sentences are known by their offsets, not by numbers"),
    Ruled("Actor1CharOffset", "start of the first actor that the text names; -1 where none is", lambda e: _offset(e.actors)),
    Ruled("Actor2CharOffset", "start of the first target that the text names; -1 where none is", lambda e: _offset(e.targets)),
    Ruled("ActionCharOffset", "start of the trigger", lambda e: e.trigger.start),
    Ruled("InRawText", "1: the text was read as it is", lambda e: 1),
    Ruled("Confidence", "empty: the coder gives no probability"),
    Ruled("MentionDocLen", "empty: the length of the document is not kept"),
    Ruled("MentionDocTone", "empty: tone is not measured"),
    Ruled("MentionDocTranslationInfo", "the language of the text; nothing is translated", lambda e: "srclc:ara"),
    Ruled("Extras", "type, status and id of the mention", lambda e: f"type:{e.type};status:{e.status};id:{e.id}"),
)


def write(events: Iterable[Event], file: TextIO) -> int:
    """Write the rows; gives how many."""
    return write_tabs(COLUMNS, events, file)
