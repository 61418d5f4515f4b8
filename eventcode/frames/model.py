"""Predicates of a sentence with their roles, status, sources, times and counts, before the document is taken into view."""

from __future__ import annotations

import attrs

from eventcode.codebook import Pattern
from eventcode.dates import TimeExpression
from eventcode.inflection import Form
from eventcode.mentions import ActorMention
from eventcode.model import Count

STRIKE_FRAMES = frozenset({"attack", "strike-at"})
"""Role frames of attacks and of what is struck."""
FIRE = frozenset({"air_strike", "shelling"})
"""Event types of fire, which comes from one place upon another."""


@attrs.define(slots=True, eq=False)
class Item:
    """A noun phrase that may fill a role: coordinated actors, a place, or an event noun; with what governs it."""

    kind: str
    first: int
    last: int
    governor: str
    governed_by: int
    actors: list[ActorMention] = attrs.field(factory=list)
    places: list[int] = attrs.field(factory=list)
    predicate: Predicate | None = None


@attrs.define(slots=True, eq=False)
class SourceClaim:
    """Who reports: tokens of the source phrase, its code, stance, carriers, its kind of actor, and whether a pronoun stands for it."""

    code: str | None
    text: str | None
    start: int | None
    end: int | None
    stance: str = "asserts"
    via: tuple[str, ...] = ()
    pronoun: bool = False
    first: int = -1
    last: int = -1
    kind: str = ""


@attrs.define(slots=True, eq=False)
class Predicate:
    """One trigger of a sentence and what was found for each field; ``trace`` says why, field by field.

    ``verb`` is the token of the verb that governs a noun, ``carried`` whether that verb, or what it brought about, says that the act
    happened: شنّ هجوماً, وقع هجوم, إثر قصف.
    ``happened`` is set where its own words or a word that takes it for granted say so, ``settled`` where they put it in the future,
    whatever is asked or believed of it. ``struck`` are the countries and capitals that it befell, ``aside`` the places named before it in
    the sentence that are no act's. ``denied`` is the token of the cue by which the act is said not to have happened, -1 for none;
    ``own_words`` is set for a verbal act that its sources do by saying what they say; ``spoken`` is the token of the verb of saying by
    which its actor does it, -1 for none. ``fellows`` are those together with whom its agent acts, where no phrase names the agent.
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    pattern: Pattern
    type: str
    pos: str
    form: Form | None
    definite: bool = False
    enclitic: str = ""
    proclitics: str = ""
    actors: list[ActorMention] = attrs.field(factory=list)
    targets: list[ActorMention] = attrs.field(factory=list)
    struck: list[ActorMention] = attrs.field(factory=list)
    implied: str = ""
    places: list[int] = attrs.field(factory=list)
    destinations: list[int] = attrs.field(factory=list)
    aside: list[int] = attrs.field(factory=list)
    times: list[TimeExpression] = attrs.field(factory=list)
    counts: dict[str, Count] = attrs.field(factory=dict)
    status: str = "actual"
    happened: bool = False
    settled: bool = False
    denied: int = -1
    own_words: bool = False
    spoken: int = -1
    sources: list[SourceClaim] = attrs.field(factory=list)
    also: list[Predicate] = attrs.field(factory=list)
    verb: int = -1
    carried: bool = False
    dropped: bool = False
    shared: list[ActorMention] = attrs.field(factory=list)
    fellows: list[ActorMention] = attrs.field(factory=list)
    announced: bool = False
    verbless: bool = False
    phrase: bool = False
    trace: dict[str, list[str]] = attrs.field(factory=dict)

    def why(self, field: str, reason: str) -> None:
        """Note a reason for a field's value."""
        self.trace.setdefault(field, []).append(reason)


@attrs.define(slots=True, eq=False)
class Report:
    """A reporting construction: its sources and the tokens that its content covers (start to end, exclusive).

    ``taken_up`` is set where it takes up a clause before it that the text has told already: وهو ما أكده المرصد.
    """

    sources: list[SourceClaim]
    start: int
    end: int
    verb: int
    kind: str
    spans: list[tuple[int, int]] = attrs.field(factory=list)
    taken_up: bool = False

    def covers(self, predicate: Predicate) -> bool:
        """Whether a predicate stands in the content."""
        return (
            self.start <= predicate.first < self.end
            and self.verb != predicate.first
            and not any(first <= predicate.first < last for first, last in self.spans)
        )

    @property
    def length(self) -> tuple[int, int]:
        """Orders reports from the innermost."""
        return self.end - self.start, -self.start
