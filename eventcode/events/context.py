"""What earlier sentences of a document established."""

from __future__ import annotations

import attrs

from eventcode.frames import SourceClaim
from eventcode.mentions import ActorMention
from eventcode.model import Actor, DateSpan, Event, Location

HOME = "SYR"
"""The country that a document tells of unless it says otherwise."""


@attrs.define
class Context:
    """What earlier sentences of the document established; ``when`` is the time of what happened at ``locations``, where that was told.

    ``topic`` is whom the sentence before speaks of first. ``forces`` and ``named`` are the codes of the actors named last of each
    kind and by each noun, ``introduced`` the words and codes of those who spoke, names included, ``group`` the code of the last
    armed group, ``called`` those of persons whom the text introduced by a calling (رجل الدين فلان), ``country`` where it is set,
    ``spoken`` the country that the sentence at hand speaks of.
    """

    source: list[SourceClaim] = attrs.field(factory=list)
    locations: tuple[Location, ...] = ()
    when: DateSpan | None = None
    actors: list[ActorMention] = attrs.field(factory=list)
    subject: list[Actor] = attrs.field(factory=list)
    events: list[Event] = attrs.field(factory=list)
    topic: ActorMention | None = None
    forces: dict[str, str] = attrs.field(factory=dict)
    named: dict[str, str] = attrs.field(factory=dict)
    introduced: list[tuple[str, str]] = attrs.field(factory=list)
    called: dict[str, str] = attrs.field(factory=dict)
    elsewhere: bool = False
    nations: set[str] = attrs.field(factory=set)
    end: int = 0
    country: str = HOME
    spoken: str = ""
    group: str = ""
