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

_LONGEST_UNKNOWN = 2


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
            unknown = self._unknown(tokens, index, head, scope) if following is None and axis else None
            if unknown is not None:
                out.append(unknown)
                position = unknown.last
                continue
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

    def _unknown(self, tokens: Sequence[Token], index: int, head: str, scope: Scope) -> PlaceMention | None:
        """قرى كورة وسحاب وترملا: a village that no table has, between two of a list that it has."""
        if head not in VILLAGES or index >= len(tokens) or tokens[index].norm[:1] != "و" or index in scope.blocked:
            return None
        for last in range(index + 1, min(len(tokens), index + _LONGEST_UNKNOWN + 1)):
            if tokens[last].kind != "word" or last in scope.blocked:
                return None
            following = self.names.at(tokens, last, scope.blocked) if tokens[last].norm[:1] == "و" else None
            if following is not None and following.reading.proclitics == "و":
                town = any(place.level == "settlement" for place in following.places)
                name = " ".join(token.text for token in tokens[index:last]).removeprefix("و")
                return self.named(tokens, index, last, Analysis("و", False, "", ""), head, name) if town and len(name) > 2 else None
        return None

    def named(self, tokens: Sequence[Token], first: int, last: int, reading: Analysis, head: str, name: str) -> PlaceMention:
        """A village that no table has."""
        return attrs.evolve(self.make(tokens, first, reading, last, (), head=head, levels=("settlement",)), name=name)

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
