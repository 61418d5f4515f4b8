"""Find place phrases in the tokens of a sentence: heads, names, directions, countryside, axes, roads and coordinations."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache

import attrs

from eventcode.gazetteer.names import Name, Names
from eventcode.gazetteer.table import Place, Table, arabic, key_words, without_article
from eventcode.gazetteer.words import (
    ADJECTIVES,
    ANAPHORS,
    AROUND,
    AXIS,
    CAPITALS,
    COUNTRYSIDE,
    DIRECTIONS,
    DUAL,
    DUAL_ANAPHORS,
    ENVIRONS,
    HEADS,
    ITSELF,
    MEDIA_HEADS,
    NATIONS,
    NEAR,
    NEIGHBOURS,
    OF_COUNTRY,
    OWNED,
    PLURAL_HEADS,
    QUOTES,
    SEPARATORS,
)
from eventcode.text import Analysis, Token, analyses

_LONG_NAME = 5
# Distinct words of which it is kept whether a place phrase begins with them.
_MOST_WORDS = 200_000
_ROADS = ("طريق", "اوتوستراد")
# How many words after a place "its countryside" (ريفها) still belongs to it.
_REACH_OF_PRONOUN = 6
_OUTLET_ENDS = frozenset({"الاعلامي", "الاعلاميه", "الاخباري", "الاخباريه", "اليوم", "نيوز", "برس", "الان", "الفضاييه", "مباشر"})
_SIDE_OF = {"الشمالي": "شمال", "الجنوبي": "جنوب", "الشرقي": "شرق", "الغربي": "غرب"}
_SIDES = {side: adjective for adjective, side in _SIDE_OF.items()}


@attrs.frozen(slots=True, eq=False)
class PlaceMention:
    """A place phrase of a sentence; tokens ``first`` to ``last`` (exclusive), text offsets less proclitics.

    ``kind`` is place, environs, countryside, direction, road, border or anaphor; ``qualifier`` is the side (شمال, الجنوبي);
    ``score`` is below 1 for a corrected slip; ``head`` is the folded generic word before the name or "".
    """

    first: int
    last: int
    start: int
    end: int
    proclitics: str
    kind: str
    head: str
    levels: tuple[str, ...]
    candidates: tuple[Place, ...]
    qualifier: str = ""
    score: float = 1.0
    certain: bool = True


@lru_cache(maxsize=100_000)
def _head(norm: str) -> tuple[str, Analysis] | None:
    """The generic word that a token is, with how it was read; singular heads, plural heads, surroundings, countryside."""
    for reading in analyses(norm):
        stem = reading.stem
        if reading.enclitic:
            continue
        if stem in HEADS or stem in PLURAL_HEADS or stem in ENVIRONS or stem in COUNTRYSIDE or stem in DIRECTIONS or stem in ITSELF:
            return stem, reading
        if stem in OF_COUNTRY or stem in (*_ROADS, "حدود", "بلاد", "جزء", "قسم", "جهه"):
            return stem, reading
    return None


@attrs.frozen(slots=True)
class Scope:
    """What reading a sentence's phrases needs to know: tokens inside other names, and places that the document named before."""

    blocked: frozenset[int]
    named: frozenset[str]


class Phrases:
    """Finds place phrases with the names of a table."""

    def __init__(self, table: Table, names: Names) -> None:
        self.table = table
        self.names = names
        self._opening: dict[str, bool] = {}  # by distinct word, filled as words are met

    # -- phrases ---------------------------------------------------------------------------------------------------

    def find(self, tokens: Sequence[Token], blocked: frozenset[int], named: frozenset[str] = frozenset()) -> list[PlaceMention]:
        """Every place phrase of a sentence, in order; ``named`` are the ids of places that the document named before."""
        scope = Scope(blocked, named)
        opening = self._opening
        out: list[PlaceMention] = []
        last = 0
        for index, token in enumerate(tokens):
            if index < last or token.kind != "word":
                continue
            opens = opening.get(token.norm)
            if not (self._opens(token.norm) if opens is None else opens):
                continue
            if index not in blocked:
                found = self.phrase(tokens, index, scope, out)
            else:
                found = self.inside(tokens, index, scope)
            if found and index and _without(tokens[index - 1].norm) and _country_only(found[0]):
                last = found[-1].last
                continue
            if found:
                if out and index and tokens[index - 1].norm == "قرب":
                    # الغوطة قرب دمشق: what only tells where a place lies is not what المدينة takes up.
                    found = [attrs.evolve(one, certain=False) for one in found]
                out.extend(found)
                last = found[-1].last
        return out

    def inside(self, tokens: Sequence[Token], index: int, scope: Scope) -> list[PlaceMention]:
        """A place in the name of an actor: a name too long to be anything else, or a base that is an actor and a site: قاعدة حميميم."""
        name = self.names.at(tokens, index, scope.blocked)
        if name is None and _head(tokens[index].norm) is not None:
            whole = self.names.at(tokens, index, frozenset())
            base = whole is not None and whole.last - whole.first > 1 and all(place.level == "site" for place in whole.places)
            name = whole if base else None
        return [self.make(tokens, name.first, name.reading, name.last, name.places)] if name is not None else []

    def _opens(self, norm: str) -> bool:
        """Whether a place phrase can begin with a word: a name's first word, a generic word, or a slip of بإدلب."""
        if len(self._opening) >= _MOST_WORDS:
            self._opening.clear()
        found = self._opening[norm] = (
            self.names.starts(norm) or _head(norm) is not None or _belongs(norm) is not None or bool(self._slipped_places(norm))
        )
        return found

    def phrase(self, tokens: Sequence[Token], index: int, scope: Scope, before: Sequence[PlaceMention]) -> list[PlaceMention]:
        """The place phrase that starts at a token."""
        whole = self.names.at(tokens, index, scope.blocked)
        head = _head(tokens[index].norm)
        if whole is not None and _outlet(tokens, whole):
            return []
        if before and whole is None:
            belonging = self.belonging(tokens, index, before)
            if belonging:
                return belonging
        if whole is not None and head is not None and head[0] in DIRECTIONS and _is_region(whole):
            return [self.make(tokens, whole.first, whole.reading, whole.last, whole.places, levels=("region",))]
        composed = head is not None and (head[0] in COUNTRYSIDE or head[0] in DIRECTIONS)
        if composed and head is not None:
            stem, reading = head
            found = (
                self.countryside(tokens, index, reading, scope)
                if stem in COUNTRYSIDE
                else self.direction(tokens, index, stem, reading, scope)
            )
            if found:
                return found
        if whole is not None and (head is None or whole.last - whole.first > 1) and self._names_itself(whole, head, scope.named | _ids(before)):
            found = self.coordinated(tokens, whole, "", (), index, "", scope, before)
            if found or head is None:
                return found
        if head is None:
            return self._slip_of_preposition(tokens, index, scope)
        stem, reading = head
        if composed:
            return []
        if stem in OF_COUNTRY and reading.article:
            return self.realm(tokens, index, reading)
        if stem in ENVIRONS or stem in ITSELF:
            return self.environs(tokens, index, stem, reading, scope, before)
        if stem in _ROADS:
            return self.road(tokens, index, reading, scope)
        if stem == "حدود":
            return self.border(tokens, index, reading)
        if stem in ("جزء", "قسم", "جهه"):
            return self.share(tokens, index, reading, scope)
        if stem == "عاصمه":
            return self.capital(tokens, index, reading, scope)
        return self.headed(tokens, index, stem, reading, scope, before)

    def _names_itself(self, name: Name, head: tuple[str, Analysis] | None, named: Set[str]) -> bool:
        """جبل الزاوية, تل خطرة, سهل الغاب: a name that begins with a generic word is the longer and better one.

        القريتين is the town where the text has named it, else the two villages.
        """
        if head is None:
            return True
        if head[0] in PLURAL_HEADS and name.last - name.first == 1:
            return head[0] in DUAL_ANAPHORS and any(place.id in named for place in name.places)
        if head[0] in _ROADS:
            return False
        # An alias of two words (مدينة إدلب) is the head and the name; a longer one (معبر باب الهوى) is a name of its own.
        longer = name.last - name.first > 2
        return any(
            key_words(own)[:1] == (without_article(head[0]),)
            for place in name.places
            for own in (place.names if longer else (place.name,))
            if arabic(own)
        )

    def _slip_of_preposition(self, tokens: Sequence[Token], index: int, scope: Scope) -> list[PlaceMention]:
        """يإدلب for بإدلب: ي and ب are one dot apart and one key apart; for governorates and the longer names of home."""
        places = self._slipped_places(tokens[index].norm)
        if not places:
            return []
        token = tokens[index]
        return [PlaceMention(index, index + 1, token.start + 1, token.end, "ب", "place", "", (), tuple(places), "", 0.9)]

    def _slipped_places(self, norm: str) -> list[Place]:
        if not norm.startswith("ي") or len(norm) < 5:
            return []
        key = without_article(norm[1:])
        places = [place for place in self.table.by_key.get((key,), ()) if place.level == "governorate"]
        if not places and len(key) >= _LONG_NAME and key not in self.names.risky:
            places = [place for place in self.table.by_key.get((key,), ()) if place.id in self.names.home]
        return places

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
        of_nation = self._of_nation(tokens, name)
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
            if following is None and (separator or (axis and index < len(tokens) and tokens[index].norm[:1] == "و")):
                joined_to = not separator and tokens[index].norm != "و"
                following = self.names.slip(tokens, index, scope.blocked, scope.named | _ids(out), joined=joined_to)
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

    def _of_nation(self, tokens: Sequence[Token], name: Name) -> Name:
        """مدينة سروج التركية: a nisba after the name tells the country."""
        nation = NATIONS.get(without_article(tokens[name.last].norm).removesuffix("ه")) if name.last < len(tokens) else None
        if nation is None:
            return name
        places = tuple(p for p in name.places if any(area.name == nation for area in self.table.ancestors(p)))
        return attrs.evolve(name, places=places) if places else name

    def headed(
        self,
        tokens: Sequence[Token],
        index: int,
        stem: str,
        reading: Analysis,
        scope: Scope,
        before: Sequence[PlaceMention],
    ) -> list[PlaceMention]:
        """مدينة إدلب, بلدتي أ وب, محور أ - ب; the word alone with the article is an anaphor."""
        plural = stem in PLURAL_HEADS
        head = PLURAL_HEADS.get(stem, stem)
        position = index + 1
        while position < len(tokens) and (_second_head(tokens[position].norm) or tokens[position].text in QUOTES):
            # قرى وبلدات جبل الزاوية: two heads over one name.
            position += 1
        area = _head(tokens[position].norm) if position < len(tokens) and tokens[position].kind == "word" else None
        if area is not None and area[0] in COUNTRYSIDE and not area[1].proclitics:
            # مناطق ريفي إدلب الجنوبي والشرقي, قرى وبلدات الريف الغربي لحلب
            inner = self.countryside(tokens, position, area[1], scope)
            return [
                attrs.evolve(found, first=index, start=self.start_of(tokens[index], reading), proclitics=reading.proclitics)
                for found in inner
                if found.kind != "anaphor"
            ]
        if head == AXIS:
            name = self.names.at(tokens, position, scope.blocked)
            if name is not None and self.names.incomplete(tokens, name):
                name = None
            if name is None and stem in ("محور", "محوري", "محاور"):
                name = self.names.slip(tokens, position, scope.blocked, scope.named | _ids(before))
            return self.coordinated(tokens, name, head, (), index, "", scope, before, reading, axis=True) if name else []
        levels = HEADS.get(head, ())
        name = self.names.at(tokens, position, scope.blocked)
        if name is None and "settlement" in levels and position in scope.blocked:
            # ضاحية السيدة زينب: after "town of" a name of several words is no person.
            whole = self.names.at(tokens, position, frozenset())
            name = whole if whole is not None and whole.last - whole.first > 1 else None
        if name is not None and name.first == position and (name.reading.proclitics or self.names.incomplete(tokens, name)):
            name = None
        if name is not None and "settlement" in levels and "governorate" not in levels and _only_countries(name):
            name = None  # قرية سورية is a village of Syria
        if name is not None and self.names.common(name):
            # قرية الجديدة is a place; مشفى المحافظة is none: a common word needs a head of its own kind.
            fits = head not in ("منطقه", "اقليم", AXIS) and any(place.level in levels for place in name.places)
            fits = fits or name.last - name.first > 1
            name = name if fits else None
        if (
            stem in ("مدينه", "بلده", "قريه", "بلدتي", "قريتي", "مدينتي")
            and not reading.article
            and (name is None or name.last - name.first == 1)
        ):
            slip = self.names.slip(tokens, position, scope.blocked, scope.named | _ids(before))
            # خان شيحون is خان شيخون rather than the village الخان.
            if slip is not None and (
                name is None or (slip.last > name.last and slip.reading.stem.split()[0] == tokens[position].norm)
            ):
                name = slip
        if name is not None and not reading.article:
            return self.coordinated(tokens, name, head, levels, index, "", scope, before, reading, axis=plural)
        if reading.article and stem in DUAL_ANAPHORS:
            return [self.make(tokens, index, reading, index + 1, (), kind="anaphor", head=DUAL, levels=("settlement",))] * 2
        if _in_apposition(tokens, index, reading, before):
            return []
        if reading.article and head == "منطقه" and position < len(tokens):
            part = self.part(tokens, index, reading, scope)
            if part:
                return part
        if head == "محافظه" and _upkeep(tokens, position):
            return []
        if reading.article and head in ANAPHORS and not plural and not self._in_idafa(tokens, index, reading):
            return [self.make(tokens, index, reading, index + 1, (), kind="anaphor", head=head, levels=ANAPHORS[head])]
        return []

    def capital(self, tokens: Sequence[Token], index: int, reading: Analysis, scope: Scope) -> list[PlaceMention]:
        """العاصمة دمشق, العاصمة التركية, العاصمة الأمريكية، واشنطن; alone it is the capital of the country that is told of."""
        last = index + 1
        word = tokens[last].norm if last < len(tokens) else ""
        nation = CAPITALS.get(without_article(word).removesuffix("ه"), "")
        foreign = not nation and word.startswith("ال") and word.endswith("يه")  # of a nation without an entry
        last += bool(nation) or foreign
        comma = last < len(tokens) and tokens[last].text in ("،", ",")
        name = self.names.at(tokens, last + (comma and bool(nation)), scope.blocked)
        if name is not None and not name.reading.proclitics and any(p.level in ("settlement", "governorate") for p in name.places):
            return [self.make(tokens, index, reading, name.last, name.places, head="عاصمه")]
        if not reading.article or foreign:
            return []
        places = self.table.by_key.get(key_words(nation or CAPITALS["سوري"]), ())
        return [self.make(tokens, index, reading, last, places, head="عاصمه", certain=bool(nation))]

    def _in_idafa(self, tokens: Sequence[Token], index: int, reading: Analysis) -> bool:
        """مشفى المحافظة, سكان المنطقة: the word belongs to a noun before it and names no place of its own."""
        if reading.proclitics or index == 0 or tokens[index - 1].kind != "word":
            return False
        before = tokens[index - 1].norm.removeprefix("و").removeprefix("ب").removeprefix("ل")
        return before in OWNED

    def countryside(self, tokens: Sequence[Token], index: int, reading: Analysis, scope: Scope) -> list[PlaceMention]:
        """ريف إدلب الجنوبي, ريفي حلب الغربي والجنوبي, الريف الغربي لحلب, أرياف حلب وإدلب وحماة."""
        position = index + 1
        sides: list[str] = []
        if reading.article:
            position = self._sides(tokens, position, sides)
        head = _head(tokens[position].norm) if position < len(tokens) else None
        plural = head is not None and head[0] in PLURAL_HEADS and PLURAL_HEADS[head[0]] in HEADS
        if head is not None and (head[0] in HEADS or plural) and not head[1].article:
            position += 1
        name = self.names.at(tokens, position, scope.blocked)
        if name is None:
            if reading.article and sides:
                return [
                    self.make(tokens, index, reading, position, (), kind="anaphor", head="ريف", levels=("area",), qualifier=side)
                    for side in sides
                ]
            return []
        position = name.last
        if not sides:
            position = self._sides(tokens, position, sides)
        areas = [(name, sides)]
        several = plural or reading.stem != "ريف"
        following = self.names.at(tokens, position, scope.blocked)
        while (
            (several or not sides)
            and following is not None
            and following.reading.proclitics == "و"
            and (plural or any(p.level == "governorate" for p in following.places))
        ):
            # أرياف حلب وإدلب, ريفي محافظتي إدلب وحماة; ريفي حماة الشمالي وإدلب الجنوبي has a side for each.
            own: list[str] = []
            position = self._sides(tokens, following.last, own) if several else following.last
            areas.append((following, own))
            following = self.names.at(tokens, position, scope.blocked)
        return [
            self.make(tokens, index, reading, position, one.places, kind="countryside", head="ريف", qualifier=side)
            for one, of_one in areas
            for side in of_one or [""]
        ]

    def _sides(self, tokens: Sequence[Token], position: int, sides: list[str]) -> int:
        """Read adjectives of direction: الجنوبي الشرقي is one side, الجنوبي والشرقي are two."""
        while position < len(tokens):
            found = None
            for reading in analyses(tokens[position].norm):
                if reading.article and reading.stem in ADJECTIVES and reading.proclitics in ("", "و"):
                    found = reading
                    break
            if found is None:
                break
            adjective = ADJECTIVES[found.stem]
            if found.proclitics == "و" or not sides:
                if found.proclitics == "و" and not sides:
                    break
                sides.append(adjective)
            else:
                sides[-1] = f"{sides[-1]} {adjective}"
            position += 1
        return position

    def direction(self, tokens: Sequence[Token], index: int, stem: str, reading: Analysis, scope: Scope) -> list[PlaceMention]:
        """جنوب شرقي إدلب, شمال غرب سوريا, غرب مدينة إدلب, الشمال السوري, شمالي البلاد."""
        first = DIRECTIONS[stem]
        position = index + 1
        second = ""
        if position < len(tokens):
            bare = without_article(tokens[position].norm)
            if bare in DIRECTIONS and DIRECTIONS[bare] != first and DIRECTIONS[bare] in ("شرق", "غرب"):
                second = DIRECTIONS[bare]
                position += 1
        side = f"{first} {second}".strip()
        joined = _joined_direction(tokens[position].norm) if position < len(tokens) and not reading.article else ""
        inner = _head(tokens[position].norm[1:]) if joined else None
        if joined and joined != first and inner is not None:
            # شمال وشرق حلب
            rest = self.direction(tokens, position, joined, inner[1], scope)
            return [
                attrs.evolve(
                    mention, first=index, start=self.start_of(tokens[index], reading), proclitics=reading.proclitics, qualifier=one
                )
                for mention in rest[:1]
                for one in (side, *dict.fromkeys(other.qualifier for other in rest))
            ]
        if reading.article:
            if position < len(tokens) and without_article(tokens[position].norm) in ("سوري", "سوريه"):
                position += 1
            elif not second:
                return []
            return [self.make(tokens, index, reading, position, self._home(), kind="direction", qualifier=side)]
        if position + 1 < len(tokens) and (tokens[position].norm, tokens[position + 1].norm) == ("ما", "يسمي"):
            # شمال ما يسمى منطقة كذا
            position += 2
        whole = self.names.at(tokens, position, scope.blocked)
        if whole is not None and any(place.level == "region" for place in whole.places) and not whole.reading.proclitics:
            regions = [place for place in whole.places if place.level == "region"]
            return [self.make(tokens, index, reading, whole.last, regions, kind="direction", qualifier=side)]
        head = _head(tokens[position].norm) if position < len(tokens) else None
        levels: tuple[str, ...] = ()
        name_at = position
        if head is not None and head[0] in HEADS and not head[1].proclitics:
            levels = HEADS[head[0]]
            name_at = position + 1
        if head is not None and head[0] == "عاصمه" and not head[1].proclitics:
            # جنوب العاصمة دمشق
            return [
                attrs.evolve(
                    city, first=index, start=self.start_of(tokens[index], reading), proclitics=reading.proclitics, kind="direction",
                    head="", qualifier=side,
                )
                for city in self.capital(tokens, position, head[1], scope)
            ]  # fmt: skip
        if head is not None and head[1].article and head[0] in ANAPHORS and head[0] not in ("بلاد", "منطقه"):
            # غربي المدينة
            return [
                self.make(
                    tokens, index, reading, position + 1, (), kind="anaphor", head=head[0], levels=ANAPHORS[head[0]], qualifier=side
                )
            ]
        if head is not None and head[0] == "بلاد" and head[1].article:
            return [self.make(tokens, index, reading, position + 1, self._home(), kind="direction", qualifier=side)]
        name = self.names.at(tokens, name_at, scope.blocked)
        if name is None or name.reading.proclitics or name.first > name_at + 1:
            return []
        one = self.make(tokens, index, reading, name.last, name.places, kind="direction", levels=levels, qualifier=side)
        if levels or any(place.level in ("governorate", "country") for place in name.places):
            return [one]
        # جنوب أريحا وسرمين
        return [attrs.evolve(other, kind="direction", qualifier=side) for other in self._joined(tokens, [one], scope)]

    def part(self, tokens: Sequence[Token], index: int, reading: Analysis, scope: Scope) -> list[PlaceMention]:
        """المنطقة الشمالية الغربية, المناطق الجنوبية: the part of the country on that side, or of the governorate named after it."""
        words: list[str] = []
        position = index + 1
        while position < len(tokens) and len(words) < 2 and tokens[position].norm.startswith("ال"):
            side = DIRECTIONS.get(without_article(tokens[position].norm).removesuffix("ه"))
            if side is None:
                break
            words.append(side)
            position += 1
        if words and position + 1 < len(tokens) and tokens[position].norm in ("في", "من"):
            # المناطق الجنوبية من إدلب
            governorate = self.phrase(tokens, position + 1, scope, ())
            if len(governorate) == 1 and all(place.level == "governorate" for place in governorate[0].candidates[:1]):
                side = " ".join(_SIDES[word] for word in words)
                one = governorate[0]
                places = [place for place in one.candidates if place.level == "governorate"]
                return [self.make(tokens, index, reading, one.last, places, kind="countryside", head="ريف", qualifier=side)]
        if not words or words[0] not in ("شمال", "جنوب"):
            return []
        return [self.make(tokens, index, reading, position, self._home(), kind="direction", qualifier=" ".join(words))]

    def _home(self) -> Sequence[Place]:
        return self.table.by_key.get(("سوريا",), ())

    def belonging(self, tokens: Sequence[Token], index: int, before: Sequence[PlaceMention]) -> list[PlaceMention]:
        """مدينة إدلب وريفها, البلدتين ومحيطهما, سراقب والقرى المجاورة: what lies around the places named before in the sentence."""
        found = _belongs(tokens[index].norm)
        position = index + 1
        if found is None and position < len(tokens) and _neighbours(tokens[index].norm, tokens[position].norm):
            found = analyses(tokens[index].norm)[0], ""
            position += 1
        if found is None:
            return []
        reading, kind = found
        # جنوب إدلب وريفها الشمالي: countryside lies around the governorate of which a side was named, too.
        kinds = ("place", "anaphor", "direction", "countryside") if kind == "ريف" else ("place", "anaphor")
        owners = [mention for mention in before if mention.kind in kinds]
        count = 2 if reading.enclitic == "هما" else 1
        if len(owners) < count or index - owners[-1].last > _REACH_OF_PRONOUN:
            return []
        countryside = kind == "ريف"
        sides: list[str] = []
        if countryside:
            position = self._sides(tokens, position, sides)
        return [
            attrs.evolve(
                owner,
                first=index,
                last=position,
                start=self.start_of(tokens[index], reading),
                end=tokens[position - 1].end,
                proclitics=reading.proclitics,
                kind=owner.kind if owner.kind == "anaphor" else "countryside" if countryside else "environs",
                head="ريف" if countryside else "" if not kind and owner.head == "مدينه" else owner.head or "محافظه",
                levels=() if countryside else owner.levels,
                candidates=self._namesakes(owner.candidates) if countryside else owner.candidates,
                qualifier=side if countryside else "محيط",
                certain=False,
            )
            for owner in owners[-count:]
            for side in sides or [""]
        ]

    def _namesakes(self, places: Sequence[Place]) -> tuple[Place, ...]:
        """مدينة إدلب names the city; its countryside is that of the governorate, which bears its name."""
        return tuple(dict.fromkeys(other for place in places for other in self.table.by_key.get(key_words(place.name), (place,))))

    def share(self, tokens: Sequence[Token], index: int, reading: Analysis, scope: Scope) -> list[PlaceMention]:
        """الجزء الجنوبي الشرقي من منطقة ...: a side of a region."""
        sides: list[str] = []
        position = self._sides(tokens, index + 1, sides)
        if not reading.article or len(sides) != 1 or position >= len(tokens) or tokens[position].norm != "من":
            return []
        inner = self.phrase(tokens, position + 1, scope, ())
        if len(inner) != 1 or inner[0].kind != "place":
            return []
        side = " ".join(_SIDE_OF[word] for word in sides[0].split() if word in _SIDE_OF)
        return [
            attrs.evolve(
                inner[0],
                first=index,
                start=self.start_of(tokens[index], reading),
                proclitics=reading.proclitics,
                kind="direction",
                qualifier=side,
            )
        ]

    def environs(
        self,
        tokens: Sequence[Token],
        index: int,
        stem: str,
        reading: Analysis,
        scope: Scope,
        before: Sequence[PlaceMention],
    ) -> list[PlaceMention]:
        """محيط مدينة إدلب, أطراف بلدتي أ وب, بالقرب من مدينة الرقة, أجواء إدلب."""
        position = index + 1
        beside = stem in NEAR and position < len(tokens) and tokens[position].norm in ("من", "ل")
        if beside:
            position += 1
        elif (reading.article or stem in ("قريب", "قريبه")) and not tokens[min(position, len(tokens) - 1)].norm.startswith("ل"):
            # الحدود القريبة, القرى المجاورة: an adjective that names no place itself.
            return []
        elif stem == "قرب":
            # قرب سراقب is told for Saraqib itself, بالقرب من سراقب for its surroundings.
            return []
        inner = self.phrase(tokens, position, scope, before) if position < len(tokens) and position not in scope.blocked else []
        if stem in AROUND and len(inner) == 1 and inner[0].kind == "place" and not inner[0].head:
            # محيط سراقب وسرمين
            inner = self._joined(tokens, inner, scope)
        if not inner and stem in ENVIRONS:
            # A name that is no place by itself (ends like an adjective, say) is one after a word for surroundings.
            name = self.names.at(tokens, position, scope.blocked)
            if name is not None and name.first == position and not self.names.common(name) and not name.reading.proclitics:
                inner = self.coordinated(tokens, name, stem, (), position, "", scope, before, reading, axis=True)
        if not inner or (stem == "حول" and any(place.level == "country" for place in inner[0].candidates)):
            # حول سوريا: about it.
            return []
        out = []
        for mention in inner:
            joined = mention.first != inner[0].first
            if stem in ITSELF or mention.kind in ("countryside", "direction", "road", "border"):
                kind = mention.kind
            else:
                kind = "environs" if mention.kind == "place" else mention.kind
            out.append(
                attrs.evolve(
                    mention,
                    first=mention.first if joined else index,
                    start=mention.start if joined else self.start_of(tokens[index], reading),
                    proclitics=mention.proclitics if joined else reading.proclitics,
                    kind=kind,
                    qualifier=mention.qualifier or ("محيط" if kind in ("environs", "anaphor") and stem not in ITSELF else ""),
                    certain=True,
                )
            )
        return out

    def _joined(self, tokens: Sequence[Token], first: list[PlaceMention], scope: Scope) -> list[PlaceMention]:
        """A bare name and the bare names of settlements that "and" joins to it."""
        out = list(first)
        while (name := self.names.at(tokens, out[-1].last, scope.blocked)) is not None:
            town = any(place.level == "settlement" for place in name.places)
            if name.first != out[-1].last or name.reading.proclitics != "و" or not town or not self.names.evident(tokens, name, True):
                break
            out.append(self.make(tokens, name.first, name.reading, name.last, name.places))
        return out

    def road(self, tokens: Sequence[Token], index: int, reading: Analysis, scope: Scope) -> list[PlaceMention]:
        """طريق حلب - اللاذقية الدولي, الطريق الدولي حلب- اللاذقية (m4), الطريق M4, الطريق الدولي."""
        position = index + 1
        international = False
        while position < len(tokens) and (
            without_article(tokens[position].norm) in ("دولي", "سريع") or tokens[position].text in QUOTES
        ):
            international = international or without_article(tokens[position].norm) == "دولي"
            position += 1
        for width in range(min(7, len(tokens) - position), 0, -1):
            words = tuple(
                without_article(token.norm)
                for token in tokens[position : position + width]
                if token.text not in SEPARATORS | QUOTES
            )
            for key in (("طريق", *words), ("طريق", *words, "دولي"), words, ("طريق", *reversed(words), "دولي")):
                roads = [place for place in self.table.by_key.get(key, ()) if place.level == "road"]
                if roads:
                    last = position + width
                    while last < len(tokens) and (
                        tokens[last].norm in ("دولي", "الدولي", "m", "4", "5")
                        or tokens[last].text in "()"
                        or tokens[last].norm in ("m4", "m5")
                    ):
                        last += 1
                    return [self.make(tokens, index, reading, last, roads, kind="road", head="طريق")]
        if reading.article and international:
            return [self.make(tokens, index, reading, position, (), kind="anaphor", head="طريق", levels=("road",))]
        return []

    def realm(self, tokens: Sequence[Token], index: int, reading: Analysis) -> list[PlaceMention]:
        """الأراضي السورية, الأجواء اللبنانية, المياه الإقليمية التركية: the country that the nisba names."""
        for last in range(index + 1, min(len(tokens), index + 3)):
            if not tokens[last].norm.startswith("ال"):
                break
            nation = NATIONS.get(without_article(tokens[last].norm).removesuffix("ه"))
            if nation is not None:
                places = [place for place in self.table.by_key.get(key_words(nation), ()) if place.level == "country"]
                return [self.make(tokens, index, reading, last + 1, places, head="اراضي")]
        return []

    def border(self, tokens: Sequence[Token], index: int, reading: Analysis) -> list[PlaceMention]:
        """الحدود التركية, الحدود السورية التركية, الحدود مع تركيا, الحدود بين الأردن وسوريا."""
        position = last = index + 1
        named = False
        nations: list[str] = []
        while position < len(tokens) and position - index <= 4:
            token = tokens[position]
            if token.text in SEPARATORS or token.norm in ("مع", "بين"):
                named = named or token.text not in SEPARATORS
                position += 1
                continue
            word = without_article(token.norm.removeprefix("و") if token.norm.startswith("وال") else token.norm).removesuffix("ه")
            nation = NATIONS.get(word)
            if nation is None and named:
                words = (token.norm, token.norm.removeprefix("و"))
                countries = (
                    place for one in words for place in self.table.by_key.get(key_words(one), ()) if place.level == "country"
                )
                nation = next((place.name for place in countries), None)
            if nation is None:
                break
            nations.append(nation)
            position += 1
            last = position
        others = [nation for nation in nations if nation != "سوريا"]
        if not others or not reading.article:
            return []
        places = self.table.by_key.get(key_words(others[0]), [])
        return [self.make(tokens, index, reading, last, [p for p in places if p.level == "country"], kind="border", head="حدود")]


@lru_cache(maxsize=50_000)
def _joined_direction(norm: str) -> str:
    """The direction that "and" joins to one before it: شمال وجنوب إدلب; else ""."""
    return DIRECTIONS.get(norm[1:], "") and norm[1:] if norm[:1] == "و" else ""


@lru_cache(maxsize=50_000)
def _belongs(norm: str) -> tuple[Analysis, str] | None:
    """ريفها, محيطهما, أطرافها: a word for what lies around a place with the pronoun of that place, and which of the two it is."""
    for reading in analyses(norm):
        if reading.enclitic in ("ها", "هما", "ه") and (reading.stem in COUNTRYSIDE or reading.stem in AROUND):
            return reading, "ريف" if reading.stem in COUNTRYSIDE else "محيط"
    return None


@lru_cache(maxsize=50_000)
def _neighbours(norm: str, following: str) -> bool:
    """القرى المجاورة, البلدات المحيطة: the places around the one named before."""
    return following.removeprefix("ال") in NEIGHBOURS and any(
        reading.article and (reading.stem in PLURAL_HEADS) and PLURAL_HEADS[reading.stem] != AXIS for reading in analyses(norm)
    )


@lru_cache(maxsize=50_000)
def _second_head(norm: str) -> bool:
    """A further plural head after the first one: قرى وبلدات, مدن وبلدات."""
    return norm.startswith("و") and norm[1:] in PLURAL_HEADS and PLURAL_HEADS[norm[1:]] != AXIS


def _outlet(tokens: Sequence[Token], name: Name) -> bool:
    """مركز حلب الإعلامي, شبكة إدلب نيوز: the place belongs to the name of an outlet."""
    if name.first == 0 or name.last >= len(tokens) or tokens[name.last].norm not in _OUTLET_ENDS:
        return False
    before = tokens[name.first - 1].norm
    return before in MEDIA_HEADS or before[1:] in MEDIA_HEADS


def _in_apposition(tokens: Sequence[Token], index: int, reading: Analysis, before: Sequence[PlaceMention]) -> bool:
    """سراقب، المدينة التي ...: the word tells what the place before the comma is, and names none."""
    return (
        bool(before)
        and before[-1].last == index - 1
        and before[-1].kind == "place"
        and tokens[index - 1].text in ("،", ",")
        and not reading.proclitics
    )


@lru_cache(maxsize=1000)
def _without(norm: str) -> bool:
    """إلى خارج سوريا, لخارج البلاد: what lies outside a country is not in it."""
    return norm in ("خارج", "لخارج", "بخارج", "وخارج")


def _country_only(mention: PlaceMention) -> bool:
    return mention.head == "بلاد" or (bool(mention.candidates) and all(place.level == "country" for place in mention.candidates))


def _upkeep(tokens: Sequence[Token], position: int) -> bool:
    """المحافظة على الهدنة keeps it; in سقطت المحافظة على يد the word is the governorate."""
    words = [token.norm for token in tokens[position : position + 2]]
    return words[:1] == ["علي"] and words[1:] not in (["يد"], ["ايدي"])


def _only_countries(name: Name) -> bool:
    return all(place.level == "country" for place in name.places)


def _is_region(name: Name) -> bool:
    """شرق الفرات: a region's own name that begins with a direction."""
    words = name.last - name.first
    return words > 1 and any(place.level == "region" and len(key_words(place.name)) == words for place in name.places)


def _ids(mentions: Sequence[PlaceMention]) -> set[str]:
    return {place.id for mention in mentions for place in mention.candidates}
