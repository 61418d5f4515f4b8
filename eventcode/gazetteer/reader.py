"""What every reader of place phrases shares: the names, mentions with their offsets, and names coordinated with each other."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

import attrs

from eventcode.gazetteer.lookup import Name
from eventcode.gazetteer.mention import PlaceMention, Scope, ids
from eventcode.gazetteer.names import Names
from eventcode.gazetteer.table import Place, Table, without_article
from eventcode.gazetteer.words import NATIONS, QUOTES, SEPARATORS
from eventcode.text import Analysis, Token

VILLAGES = frozenset({"قريه", "بلده", "مدينه", "مزرعه"})
"""Generic words of settlements, whose names may be spelt otherwise than in the table."""


class Reader(ABC):
    """Reads place phrases with the names of a table."""

    def __init__(self, table: Table, names: Names) -> None:
        self.table = table
        self.names = names

    @abstractmethod
    def phrase(self, tokens: Sequence[Token], index: int, scope: Scope, before: Sequence[PlaceMention]) -> list[PlaceMention]:
        """The place phrase that starts at a token."""

    @abstractmethod
    def spelt(self, tokens: Sequence[Token], index: int, scope: Scope, *, joined: bool = False) -> Name | None:
        """The village at a token whose name the text spells otherwise, by the governorate that is told next."""

    def home(self) -> Sequence[Place]:
        """The country that the gazetteer is of."""
        return self.table.by_key.get(("سوريا",), ())

    def start_of(self, token: Token, reading: Analysis) -> int:
        """Offset of the token less its proclitics (spelled with plain letters)."""
        letters = len(reading.proclitics) + (1 if reading.article and reading.proclitics.endswith("ل") else 0)
        offset = 0
        seen = 0
        while offset < len(token.text) and seen < letters:
            if token.text[offset].isalpha() and token.text[offset] != "ـ":
                seen += 1
            offset += 1
        return token.start + offset

    def make(
        self,
        tokens: Sequence[Token],
        first: int,
        reading: Analysis,
        last: int,
        places: Sequence[Place],
        *,
        kind: str = "place",
        head: str = "",
        levels: tuple[str, ...] = (),
        qualifier: str = "",
        score: float = 1.0,
        certain: bool = True,
    ) -> PlaceMention:
        """A mention with its offsets."""
        end = tokens[last - 1].end
        return PlaceMention(
            first, last, self.start_of(tokens[first], reading), end, reading.proclitics, kind, head, levels, tuple(places),
            qualifier, score, certain,
        )  # fmt: skip

    def coordinated(
        self,
        tokens: Sequence[Token],
        name: Name,
        head: str,
        levels: tuple[str, ...],
        first: int,
        kind: str,
        scope: Scope,
        before: Sequence[PlaceMention],
        head_reading: Analysis | None = None,
        axis: bool = False,
    ) -> list[PlaceMention]:
        """A name and, under a plural head or on an axis, the names coordinated with it."""
        of_nation = self.of_nation(tokens, name)
        # وإسقاط after سوريا is no village; beside another town it may be one.
        beside = (
            bool(before)
            and name.first - before[-1].last <= 1
            and before[-1].certain
            and any(place.level not in ("country", "governorate", "region") for place in before[-1].candidates)
        )
        # الصراع السوري is no village: a nisba makes a place of a name only where that is no common word.
        told = of_nation is not name and not self.names.common(name)
        certain = bool(head) or told or self.names.evident(tokens, name, beside, scope.named)
        name = of_nation
        reading = head_reading or name.reading
        out = [
            self.make(
                tokens,
                first if head_reading else name.first,
                reading,
                name.last,
                name.places,
                kind=kind or "place",
                head=head,
                levels=levels,
                score=name.score,
                certain=certain,
            )
        ]
        position = name.last
        while position < len(tokens):
            index = position
            while index < len(tokens) and tokens[index].text in QUOTES:
                index += 1
            separator = index < len(tokens) and (
                (tokens[index].text in SEPARATORS and axis) or (tokens[index].text in ("،", ",") and bool(head_reading) and axis)
            )
            if separator:
                index += 1
            following = self.names.at(tokens, index, scope.blocked)
            if following is not None and head and self.names.incomplete(tokens, following):
                following = None  # بلدتي كذا وخان شيحون
            if following is None and (separator or (axis and index < len(tokens) and tokens[index].norm[:1] == "و")):
                joined_to = tokens[index].norm.startswith("وال") if separator else tokens[index].norm != "و"
                following = self.names.slip(tokens, index, scope.blocked, scope.named | ids(out), joined=joined_to)
                if following is None and head in VILLAGES:
                    following = self.spelt(tokens, index, scope, joined=joined_to)
            if following is None:
                break
            joined = following.reading.proclitics == "و" or separator or (axis and tokens[following.first].norm == "و")
            if not joined or following.first > index + 1:
                break
            if not head_reading and not self.names.evident(tokens, following, certain, scope.named):
                break
            out.append(
                self.make(
                    tokens,
                    following.first,
                    following.reading,
                    following.last,
                    following.places,
                    kind=kind or "place",
                    head=head,
                    levels=levels,
                    score=following.score,
                    certain=True,
                )
            )
            position = following.last
        return out if certain or len(out) > 1 else []

    def of_nation(self, tokens: Sequence[Token], name: Name) -> Name:
        """مدينة سروج التركية: a nisba after the name tells the country."""
        nation = NATIONS.get(without_article(tokens[name.last].norm).removesuffix("ه")) if name.last < len(tokens) else None
        if nation is None:
            return name
        places = tuple(p for p in name.places if any(area.name == nation for area in self.table.ancestors(p)))
        return attrs.evolve(name, places=places) if places else name

    def joined(self, tokens: Sequence[Token], first: list[PlaceMention], scope: Scope) -> list[PlaceMention]:
        """A bare name and the bare names of settlements that "and" joins to it."""
        out = list(first)
        while (name := self.names.at(tokens, out[-1].last, scope.blocked)) is not None:
            town = any(place.level == "settlement" for place in name.places)
            if (
                name.first != out[-1].last
                or name.reading.proclitics != "و"
                or not town
                or not self.names.evident(tokens, name, True)
            ):
                break
            out.append(self.make(tokens, name.first, name.reading, name.last, name.places))
        return out
