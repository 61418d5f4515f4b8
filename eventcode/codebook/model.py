"""What a codebook holds, as frozen values; ``load`` reads it from YAML."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Mapping
from typing import Any

import attrs

from eventcode.inflection import Form
from eventcode.model import Codes
from eventcode.patterns import Trie

ENGINE_LISTS = (
    "abstract-foes",
    "air-bombs",
    "air-weapons",
    "artillery",
    "captives",
    "carriers",
    "carrying",
    "coming-down",
    "conceivable",
    "conduct",
    "control",
    "crowds",
    "crowds-acting",
    "dead",
    "drones",
    "emplacements",
    "enabling",
    "explosive-devices",
    "faction-held",
    "families",
    "foreseen",
    "governmental",
    "gunfire",
    "holding-talks",
    "joining",
    "judging",
    "leaders",
    "loyal-towns",
    "marchers",
    "munitions",
    "norms",
    "object-control",
    "one-person",
    "performing",
    "place-nouns",
    "popular",
    "posts",
    "protesters",
    "service-branches",
    "strike-nouns",
    "strongholds",
    "taking-lam",
    "taking-places",
    "troop-words",
    "unarmed",
    "unhurt",
    "vehicle-words",
    "wordy",
    "wounded",
)
"""Word lists that the rules of ``eventcode.mentions``, ``eventcode.frames`` and ``eventcode.events`` name, besides those that patterns
name. A codebook may do without them.
"""
ACTOR_LISTS: Mapping[str, frozenset[str]] = {
    "armed-actors": frozenset({"force", "aircraft", "vehicle", "group"}),
    "people": frozenset({"people"}),
}
"""Word lists that stand for actors of some kinds, which patterns may need like lists of words."""


@attrs.frozen(slots=True)
class EventType:
    """An event type: id, labels by language, codes in other ontologies."""

    id: str
    label: Mapping[str, str]
    codes: Codes


@attrs.frozen(slots=True)
class Refinement:
    """Another type that a pattern gives when words of a list stand ``near`` it or in its ``document``, or when all it
    strikes are facilities of the roles in ``targets``.
    """

    type: str
    near: tuple[str, ...]
    document: tuple[str, ...]
    targets: tuple[str, ...] = ()


@attrs.frozen(slots=True, eq=False)
class Pattern:
    """Words that report an action of one type. ``rule`` names it for users: file#id.

    A word of the lists in ``needs`` must stand near it, one of those in ``document`` in its document, and none of ``without`` near it.
    ``counts`` is the kind that a number of its targets counts; a pattern that ``yields`` gives no row where another attack of
    the sentence means the same; ``after`` "cause" asks for a word of cause right before it, "place" for a place, "topic" for one that
    opens the clause, "noun" for a place or somebody; ``before`` "place" asks for a place right after it, "noun" for a place or
    forces; an ``anaphoric`` one reports an action only where it takes up one of its type that was told before (الدورية, العملية);
    with ``following`` the word that it needs must follow it within its clause (دفع بآليات, but not دبابات دفعت السكان إلى); an
    ``inherited`` one stands in a codebook that this one extends.
    """

    rule: str
    type: str
    frame: str
    forms: frozenset[str]
    needs: tuple[str, ...]
    without: tuple[str, ...]
    refine: tuple[Refinement, ...]
    counts: str = ""
    document: tuple[str, ...] = ()
    yields: bool = False
    after: str = ""
    before: str = ""
    anaphoric: bool = False
    following: bool = False
    file: str = ""
    line: int = 0
    inherited: bool = False


@attrs.frozen(slots=True, eq=False)
class DatedActor:
    """What an actor is called and coded as up to a day."""

    until: dt.date
    code: str
    name: str | None


@attrs.frozen(slots=True, eq=False)
class ActorName:
    """A named actor: group, institution, person, outlet.

    ``short`` marks a name that needs the full one in the document: a surname (``full`` is the name it is from), or a short name
    of the actors of a code (``full`` is the code of others beside whom it counts, where it is not their own). ``others`` are the codes
    of further actors whom it means as well (الدول الضامنة).
    """

    code: str
    name: str
    kind: str
    short: bool = False
    dated: tuple[DatedActor, ...] = ()
    full: str = ""
    others: tuple[str, ...] = ()

    def known_by(self, known: Container[str]) -> bool:
        """Whether the name can be used where the codes and full names of ``known`` stand in the document."""
        return not self.short or (self.full or self.code) in known

    def on(self, day: dt.date | None) -> tuple[str, str]:
        """The code and the name that hold on a day; without a day, those of today."""
        if day is not None:
            for period in self.dated:
                if day <= period.until:
                    return period.code, period.name or self.name
        return self.code, self.name


@attrs.frozen(slots=True, eq=False)
class AgentNoun:
    """A common noun that denotes actors; composes with an owner, a nationality or a named actor.

    An ``anaphoric`` one without an owner means members of the armed group that the document named last.
    """

    role: str
    kind: str
    alone: str
    counts: bool = False
    anaphoric: bool = False


@attrs.frozen(slots=True, eq=False)
class Nationality:
    """A nisba adjective or a country's name or capital."""

    country: str
    kind: str


@attrs.frozen(slots=True, eq=False)
class Cue:
    """A word that gives the events in its scope a status.

    ``before`` "imperfect" asks for an imperfect verb right after it; ``pseudo`` cues only shield the words that they hold;
    ``stance`` is what the source of a negated event does: denies it, or asserts that it was prevented.
    """

    id: str
    status: str
    direction: str
    scope: str
    before: str = ""
    pseudo: bool = False
    stance: str = "asserts"


@attrs.frozen(slots=True, eq=False)
class Frame:
    """Which grammatical function fills which role, for the patterns that name this frame."""

    id: str
    roles: Mapping[str, str]
    armed: bool
    placed: bool


@attrs.frozen(slots=True, eq=False)
class Word:
    """The value of a dictionary entry in the trie: its kind, what it stands for, and the inflected form if any (of a ``phrase``,
    that of its first word).
    """

    kind: str
    ref: Any
    form: Form | None = None
    phrase: bool = False


@attrs.frozen(slots=True)
class Example:
    """A sentence with the events that it must yield (none: must yield nothing); ``date`` is the reference day.

    ``known`` marks a known failure: it must still fail, and is to be unmarked once it passes.
    """

    text: str
    events: tuple[Mapping[str, Any], ...]
    date: dt.date | None
    file: str
    line: int
    known: bool = False


@attrs.frozen(eq=False)
class Codebook:
    """A loaded codebook; immutable and safe to share.

    ``figurative`` names the word lists beside whose words an act of arms is a figure of speech (شنّ الفريق هجوماً في الشوط الثاني).
    ``types``, ``patterns`` and words are those of the codebook with all that it extends; ``examples`` are its own only.
    ``countries`` are the codes of countries by their folded names. ``hash``
    changes when a file of the codebook or of a base does; ``bases`` are the identities of the codebooks that it extends.
    """

    name: str
    version: str
    hash: str
    types: Mapping[str, EventType]
    patterns: tuple[Pattern, ...]
    frames: Mapping[str, Frame]
    lists: Mapping[str, frozenset[tuple[str, ...]]]
    backers: Mapping[str, str]
    figurative: frozenset[str]
    names: Mapping[str, str]
    countries: Mapping[str, str]
    examples: tuple[Example, ...]
    trie: Trie
    bases: tuple[str, ...] = ()

    @property
    def identity(self) -> str:
        """name@version+hash, as events carry it."""
        return f"{self.name}@{self.version}+{self.hash}"
