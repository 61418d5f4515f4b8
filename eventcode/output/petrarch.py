"""PETRARCH2's own tab-separated output, without a header, with all its optional columns; the rows of ``phoenix``.

Source: the columns that PETRARCH2 writes with its options for URLs, actor texts, event texts and actor roots switched on.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from eventcode.model import Actor, Event
from eventcode.output.columns import Ruled, tell_left_out, write_tabs
from eventcode.output.dyads import MISSING, Dyad, listed
from eventcode.output.phoenix import cameo, records, sentence_ids


def _text(actor: Actor | None) -> str:
    return actor.text or MISSING if actor else MISSING


def _root(actor: Actor | None) -> str:
    return actor.name or actor.code if actor else MISSING


COLUMNS: tuple[Ruled[Dyad], ...] = (
    Ruled("date", "first day of the event's own interval, eight digits (PETRARCH2 has the story's day)", lambda d: d.day),
    Ruled("source", 'code of the actor; "---" where it is not known', lambda d: d.codes[0]),
    Ruled("target", "code of the target, likewise", lambda d: d.codes[1]),
    Ruled("code", "CAMEO code of the type", cameo),
    Ruled("issues", "empty: issues are not coded"),
    Ruled("ids", "document and offset of each mention's sentence", sentence_ids),
    Ruled("url", "addresses of the documents", lambda d: listed([mention.source.url for mention in d.mentions])),
    Ruled("StorySource", "publishers", lambda d: listed([mention.source.publisher for mention in d.mentions])),
    Ruled("actor text", 'the actor as written; "---" where implied or not known', lambda d: _text(d.source)),
    Ruled("target text", "the target, likewise", lambda d: _text(d.target)),
    Ruled("event text", "the trigger", lambda d: d.event.trigger.text),
    Ruled("actor root", "name of the actor, else its code", lambda d: _root(d.source)),
    Ruled("target root", "name of the target, else its code", lambda d: _root(d.target)),
)


def write(events: Iterable[Event], file: TextIO) -> int:
    """Write the rows; gives how many."""
    rows, left_out = records(events)
    tell_left_out("petrarch", left_out)
    return write_tabs(COLUMNS, rows, file)
