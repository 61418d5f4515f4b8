"""The view of one sentence that later stages work on: tokens, dictionary words by place, and the mentions in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from eventcode.dates import TimeExpression
from eventcode.gazetteer import PlaceMention
from eventcode.mentions.closed import PREPOSITIONS, bare
from eventcode.numbers import Quantity
from eventcode.patterns import Match
from eventcode.text import Sentence, Token

_NAMING = frozenset({"actor", "agent", "country", "nation"})
_RATHER_JOINED = frozenset({"ورد", "وردت", "وردوا"})  # "and answered", rather than "came" (ورد في البيان)
# Words with a و of their own that no entry of a codebook may hold; not what begins like them after a conjunction (وحدود, وعودة).
_OWN_WAW = re.compile(
    "و(?:زير|زار|زراء|فد|فود|حد(?![ديث]|و[دث])|كال|قف(?!ز)|ساط|سيط(?!ر)|سطاء|ثيق|ثاءق|ثايق|صول|فاه|فيات|ادي|الي$|الد(?:ه|ته|ها|تها|هم|ي|يه)?$|لاي"
    "|جود|ضع|قاءع|قايع|ساءل|سايل|جه(?!ود|اد)|قت(?!ل|ال)|قود|طن|لد(?!ي)|تير(?!ا)|عود(?!ه)|سط)"
)


@attrs.define(slots=True, eq=False)
class ActorMention:
    """A person, force, institution or facility named in a sentence; tokens ``first`` to ``last`` (exclusive).

    ``person`` is the full name of a person, with or without a title. ``assumed`` marks a code that is the noun's own, for want of
    an owner (السكان, الجيش): what country it is in, and for an ``anaphoric`` noun (المسلحون, المقاتلون) which group, the document
    tells. ``governor`` is what governs the phrase: a folded preposition, "agent" (من قبل), "genitive" (idafa), or "" (subject or
    object);
    ``group`` numbers coordinated mentions alike; ``head`` is the token whose noun or name decides kind and agreement.
    """

    first: int
    last: int
    start: int
    end: int
    code: str
    name: str | None
    kind: str
    head: int
    role: str = ""
    gender: str = "both"
    number: str = "s"
    proclitics: str = ""
    definite: bool = False
    counts: bool = False
    governor: str = ""
    governed_by: int = -1
    group: int = -1
    quantity: Quantity | None = None
    elliptic: bool = False
    resolved: bool = True
    owner: ActorMention | None = None
    pronoun: str = ""
    person: str = ""
    assumed: bool = False
    anaphoric: bool = False


@attrs.define(slots=True, eq=False)
class View:
    """One sentence with all that was found in it.

    ``at`` holds by token the dictionary entries that start there, by kind; ``covered`` the kinds of the entries that a token is
    part of; ``lists`` the names of the word lists of ``at``; ``governors`` what was found to govern the phrase at a token.
    """

    index: int
    sentence: Sentence
    text: str
    at: list[dict[str, list[Match]]]
    covered: list[frozenset[str]]
    lists: list[frozenset[str]]
    actors: list[ActorMention] = attrs.field(factory=list)
    places: Sequence[PlaceMention] = ()
    dates: Sequence[TimeExpression] = ()
    quantities: Sequence[Quantity] = ()
    governors: dict[int, tuple[str, int]] = attrs.field(factory=dict, repr=False)
    _listed: frozenset[str] | None = attrs.field(init=False, default=None, repr=False)
    tokens: tuple[Token, ...] = attrs.field(init=False)

    @tokens.default
    def _sentence_tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens

    @property
    def listed(self) -> frozenset[str]:
        """The names of all word lists with an entry in the sentence."""
        if self._listed is None:
            self._listed = frozenset().union(*self.lists)
        return self._listed

    def best(self, index: int, kind: str) -> Match | None:
        """The longest entry of a kind that starts at a token."""
        found = self.at[index].get(kind)
        return found[0] if found else None

    def dated(self, index: int) -> bool:
        """Whether a token is part of a time expression."""
        for expression in self.dates:  # noqa: SIM110, a generator costs more than the loop
            if expression.first <= index < expression.last:
                return True
        return False

    def joined(self, index: int) -> bool:
        """Whether a word begins with the conjunction و, and not with a و of its own (وزارة, وحدة, وصف)."""
        norm = self.tokens[index].norm
        if norm[:1] != "و":
            return False
        readings = [(kind, match.analysis.proclitics[:1]) for kind, matches in self.at[index].items() for match in matches]
        named = {letter for kind, letter in readings if kind in _NAMING}
        if named:
            return "و" in named
        if readings:
            return norm in _RATHER_JOINED or any(letter == "و" for _, letter in readings)
        return _OWN_WAW.match(norm) is None

    def preposition(self, index: int) -> str:
        """The folded preposition that stands at a token as a word of its own, else ""."""
        if index < 0 or index >= len(self.tokens) or self.tokens[index].kind != "word":
            return ""
        return bare(self.tokens[index].norm, PREPOSITIONS)

    def head(self, mention: ActorMention) -> str:
        """The folded noun that a mention begins with, without article and proclitics."""
        norm = self.tokens[mention.head].norm.removeprefix(mention.proclitics)
        return norm.removeprefix("ال" if norm.startswith("ال") or mention.proclitics[-1:] != "ل" else "ل")

    def slice(self, start: int, end: int) -> str:
        """The original text between two document offsets."""
        return self.text[start:end]
