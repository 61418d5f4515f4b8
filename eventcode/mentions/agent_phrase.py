"""An agent noun phrase while it is read, and what one step of reading may come to."""

from __future__ import annotations

from enum import Enum, auto

from eventcode.codebook import AgentNoun
from eventcode.mentions.model import ActorMention
from eventcode.mentions.nouns import describes_a_toll
from eventcode.mentions.phrases import Phrases
from eventcode.patterns import Match

TITLES = frozenset({"official", "people", "source"})
"""Kinds of nouns that may be the title of a person."""
MOST_ADJECTIVES = 3
_TOLLS = frozenset({"dead", "wounded"})


class Step(Enum):
    """What one step made of the words at a token: it read them, the phrase ends before them, or they are for the next step."""

    READ = auto()
    END = auto()
    PASS = auto()


class AgentPhrase:
    """An agent noun and what is read behind it, word by word.

    ``index`` is the token to read next and ``last`` the end of what belongs to the phrase: between them are words that belong to it
    only if an owner follows. ``owner_code`` may be known without an ``owner``, by an adjective; ``skipped`` counts plain adjectives.
    """

    def __init__(self, phrases: Phrases, match: Match, depth: int) -> None:
        self.phrases = phrases
        self.view = phrases.view
        self.tokens = phrases.tokens
        self.backers = phrases.codebook.backers
        self.match = match
        self.depth = depth
        self.noun: AgentNoun = match.value.ref
        self.owner: ActorMention | None = None
        self.owner_code = ""
        self.index = self.last = match.last
        self.skipped = 0
        self.definite: bool = (
            match.analysis.article
            or bool(match.enclitic)
            or (match.last - match.first > 1 and self.tokens[match.last - 1].norm.startswith("ال"))
            or (match.value.form is None and self.tokens[match.first].text.startswith("ال"))
        )

    def read_to(self, end: int) -> Step:
        """Take the words before a token into the phrase."""
        self.index = self.last = end
        return Step.READ

    def ally(self) -> bool:
        """حليفتها موسكو, حليفه حزب الله: an ally of whom a pronoun tells whose he is stands beside his own name."""
        return self.noun.alone == "UNK" and bool(self.match.enclitic) and not self.owner_code

    def describes_a_toll(self) -> bool:
        """جريحان مدنيان: whether the word at the next token is an adjective of the dead and wounded, and no phrase of its own."""
        return self.index == self.match.last and describes_a_toll(self.view, self.match)

    def toll(self) -> bool:
        """Whether the noun is of the dead and wounded."""
        return not self.view.lists[self.match.first].isdisjoint(_TOLLS)

    def from_abroad(self, preposition: str) -> bool:
        """قيادي عراقي في تحرير الشام: of whom he is says more than where he is from."""
        foreign = self.owner is None and len(self.owner_code) == 3
        return foreign and self.noun.kind == "force" and preposition in ("من", "في")
