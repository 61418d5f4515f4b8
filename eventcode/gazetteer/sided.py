"""Sides of areas: countryside, directions, parts of a country or governorate, capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import attrs

from eventcode.gazetteer.mention import PlaceMention, Scope, head_of
from eventcode.gazetteer.reader import Reader
from eventcode.gazetteer.table import Place, key_words, without_article
from eventcode.gazetteer.words import (
    ADJECTIVES,
    ANAPHORS,
    CAPITALS,
    DIRECTIONS,
    HEADS,
    HEADS_OF_PARTS,
    OF_GOVERNORATE,
    PLURAL_HEADS,
)
from eventcode.text import Analysis, Token, analyses

_SIDE_OF = {"الشمالي": "شمال", "الجنوبي": "جنوب", "الشرقي": "شرق", "الغربي": "غرب"}
_FREED = "المحرر"  # what the press of the north-west calls it: الشمال المحرر, الشمال السوري المحرر
# Words after which "to the north of" a place tells where something lies.
_LYING = re.compile(
    "(?:ال)?(?:واقع|كاين)(?:ه|ين|تين)?|[يت]قع(?:ان)?|(?:ال)?(?:قري|قريه|مناطق|منطقه|مواقع|بلدات|بلده|مدن|نقاط|تلال|تله|كيلومترات?|كيلومترا|كم|كلم|مترا?)"
)
_SECTORS = frozenset({"قطاع", "قطاعات", "قطاعين"})
# Nouns that with a side and nothing else are a part of the country: المنطقة الجنوبية.
_REGIONAL = frozenset({"المنطقه", "المناطق", "بالمنطقه", "بالمناطق", "للمنطقه", "للمناطق"})


class Sided(Reader):
    """Reads ريف إدلب الجنوبي, شمال غرب سوريا, المناطق الجنوبية, العاصمة دمشق."""

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

    def countryside(self, tokens: Sequence[Token], index: int, reading: Analysis, scope: Scope) -> list[PlaceMention]:
        """ريف إدلب الجنوبي, ريفي حلب الغربي والجنوبي, الريف الغربي لحلب, أرياف حلب وإدلب وحماة."""
        position = index + 1
        sides: list[str] = []
        if reading.article:
            position = read_sides(tokens, position, sides)
            governorate = self._governorate(tokens, position)
            if governorate:
                # الريف الحلبي الشمالي, الريف الشمالي الحلبي
                last = position + 1 if sides else read_sides(tokens, position + 1, sides)
                return [
                    self.make(tokens, index, reading, last, governorate, kind="countryside", head="ريف", qualifier=side)
                    for side in sides or [""]
                ]
        head = head_of(tokens[position].norm) if position < len(tokens) else None
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
            position = read_sides(tokens, position, sides)
        areas = [(name, sides)]
        several = plural or reading.stem != "ريف"
        # ريف دمشق ودرعا: a governorate of that name, so that the next is one of its own; but ريف حلب وحماة.
        whole = not several and any(p.name == CAPITALS["سوري"] for p in name.places)
        following = self.names.at(tokens, position, scope.blocked)
        while (
            (several or not (sides or whole))
            and following is not None
            and following.reading.proclitics == "و"
            and (plural or any(p.level == "governorate" for p in following.places))
        ):
            # أرياف حلب وإدلب, ريفي محافظتي إدلب وحماة; ريفي حماة الشمالي وإدلب الجنوبي has a side for each.
            own: list[str] = []
            position = read_sides(tokens, following.last, own) if several else following.last
            areas.append((following, own))
            following = self.names.at(tokens, position, scope.blocked)
        return [
            self.make(tokens, index, reading, position, one.places, kind="countryside", head="ريف", qualifier=side)
            for one, of_one in areas
            for side in of_one or [""]
        ]

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
        if position + 1 < len(tokens) and tokens[position].norm == "ووسط" and not reading.article:
            position += 1  # جنوب ووسط سوريا
        joined = _joined_direction(tokens[position].norm) if position < len(tokens) and not reading.article else ""
        inner = head_of(tokens[position].norm[1:]) if joined else None
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
        if reading.article and stem.endswith("ي"):
            return []  # المحور الشمالي الغربي: an adjective, and no region
        if reading.article:
            lying = index > 1 and tokens[index - 1].norm == "الي" and _LYING.fullmatch(tokens[index - 2].norm)
            if lying and position < len(tokens) and tokens[position].norm == "من":
                # قرى إلى الشمال من سراقب: the same as شمال سراقب; but نُقلوا إلى الشمال من الغوطة
                return self._side_of(tokens, index, position + 1, reading, side, scope)
            governorate = self._governorate(tokens, position)
            if governorate:
                # الشمال الحلبي
                return [self.make(tokens, index, reading, position + 1, governorate, kind="direction", qualifier=side)]
            if position < len(tokens) and without_article(tokens[position].norm) in ("سوري", "سوريه"):
                position += 1
            elif not second and not _our_north(tokens, index, side, reading):
                return []
            position += position < len(tokens) and tokens[position].norm == _FREED
            return [self.make(tokens, index, reading, position, self.home(), kind="direction", qualifier=side)]
        if position + 1 < len(tokens) and (tokens[position].norm, tokens[position + 1].norm) == ("ما", "يسمي"):
            # شمال ما يسمى منطقة كذا
            position += 2
        region = self.table.by_key.get((first, without_article(tokens[position].norm)), ()) if position < len(tokens) else ()
        regions = [place for place in region if place.level == "region" and key_words(place.name)[:1] == (first,)]
        if regions and not second:
            # شرقي الفرات
            return [self.make(tokens, index, reading, position + 1, regions, levels=("region",))]
        whole = self.names.at(tokens, position, scope.blocked)
        if whole is not None and any(place.level == "region" for place in whole.places) and not whole.reading.proclitics:
            regions = [place for place in whole.places if place.level == "region"]
            return [self.make(tokens, index, reading, whole.last, regions, kind="direction", qualifier=side)]
        head = head_of(tokens[position].norm) if position < len(tokens) else None
        levels: tuple[str, ...] = ()
        name_at = position
        site = whole is not None and whole.last - whole.first > 1 and all(place.level == "site" for place in whole.places)
        if head is not None and head[0] in HEADS and not head[1].proclitics and not site:
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
            return [self.make(tokens, index, reading, position + 1, self.home(), kind="direction", qualifier=side)]
        name = self.names.at(tokens, name_at, scope.blocked)
        if name is None or name.reading.proclitics or name.first > name_at + 1:
            return []
        one = self.make(tokens, index, reading, name.last, name.places, kind="direction", levels=levels, qualifier=side)
        if levels or any(place.level in ("governorate", "country") for place in name.places):
            return [one]
        # جنوب أريحا وسرمين
        return [attrs.evolve(other, kind="direction", qualifier=side) for other in self.joined(tokens, [one], scope)]

    def _side_of(
        self, tokens: Sequence[Token], index: int, start: int, reading: Analysis, side: str, scope: Scope
    ) -> list[PlaceMention]:
        """What lies on a side of the place that begins at a token; غرب الفرات is a region of its own."""
        first = index - 1  # its إلى, which leads nowhere
        begin = tokens[first].start
        for last in (start + 2, start + 1):
            words = tuple(without_article(token.norm) for token in tokens[start:last])
            regions = [place for place in self.table.by_key.get((side, *words), ()) if place.level == "region"]
            if regions:
                return [
                    attrs.evolve(self.make(tokens, index, reading, last, regions, levels=("region",)), first=first, start=begin)
                ]
        inner = self.phrase(tokens, start, scope, ())
        if len(inner) != 1 or inner[0].kind != "place" or inner[0].first != start:
            return []
        return [attrs.evolve(inner[0], proclitics="", kind="direction", qualifier=side, first=first, start=begin)]

    def part(self, tokens: Sequence[Token], index: int, reading: Analysis, scope: Scope) -> list[PlaceMention]:
        """المنطقة الشمالية الغربية: the part of the country on that side, or of the area named after it: المناطق الجنوبية من إدلب."""
        sides: list[str] = []
        position = read_sides(tokens, index + 1, sides, feminine=True)
        of_named = self._part_of_named(tokens, index, position, reading, sides, scope) if sides else []
        if of_named or len(sides) != 1:
            return of_named
        words = [_SIDE_OF[word] for word in sides[0].split() if word in _SIDE_OF]
        if not words or words[0] not in ("شمال", "جنوب") or tokens[index].norm.removeprefix("و") not in _REGIONAL:
            return []
        return [self.make(tokens, index, reading, position, self.home(), kind="direction", qualifier=" ".join(words))]

    def _part_of_named(
        self, tokens: Sequence[Token], index: int, position: int, reading: Analysis, sides: Sequence[str], scope: Scope
    ) -> list[PlaceMention]:
        """المناطق الجنوبية والشرقية من إدلب, الأجزاء الشمالية لريف حماة, القرى الجنوبية في الغوطة الشرقية."""
        norm = tokens[position].norm if position < len(tokens) else ""
        start = position + (norm in ("في", "من"))
        inner = self.phrase(tokens, start, scope, ()) if start > position or norm[:1] in ("ل", "ب") else []
        if len(inner) != 1 or inner[0].first != start or PLURAL_HEADS.get(reading.stem) == "حي":
            return []
        one = inner[0]
        whole = [place for place in one.candidates if place.level == "governorate"] if one.head != "مدينه" else []
        if whole and one.kind in ("place", "countryside") and not one.qualifier:
            # المناطق الجنوبية من إدلب, القرى الشمالية من ريف حماة
            return [
                self.make(tokens, index, reading, one.last, whole, kind="countryside", head="ريف", qualifier=side) for side in sides
            ]
        if one.kind != "place" or not all(place.level in ("region", "area") for place in one.candidates[:1]):
            return []
        if not all(_SIDE_OF.keys() & set(side.split()) for side in sides):
            return []  # الجزء الأوسط من جنوب لبنان
        return [self._on_side(tokens, index, reading, one, side) for side in sides]

    def _governorate(self, tokens: Sequence[Token], position: int) -> Sequence[Place]:
        """The governorate that an adjective with the article belongs to: الحلبي, الإدلبية."""
        norm = tokens[position].norm if position < len(tokens) else ""
        name = OF_GOVERNORATE.get(norm[2:].removesuffix("ه"), "") if norm.startswith("ال") else ""
        return [place for place in self.table.by_key.get(key_words(name), ()) if place.level == "governorate"] if name else ()

    def share(self, tokens: Sequence[Token], index: int, reading: Analysis, scope: Scope) -> list[PlaceMention]:
        """الجزء الجنوبي الشرقي من منطقة ..., الأجزاء الجنوبية والغربية من إدلب: a side of an area."""
        sides: list[str] = []
        position = read_sides(tokens, index + 1, sides, feminine=True)
        if not reading.article or not sides:
            return []
        found = self._part_of_named(tokens, index, position, reading, sides, scope)
        # A sector is a side of a governorate; that of a region is told for the region.
        return found if reading.stem not in _SECTORS or all(one.kind == "countryside" for one in found) else []

    def _on_side(self, tokens: Sequence[Token], index: int, reading: Analysis, inner: PlaceMention, side: str) -> PlaceMention:
        """A side (الجنوبي الشرقي) of an area, told from a token on."""
        return attrs.evolve(
            inner,
            first=index,
            start=self.start_of(tokens[index], reading),
            proclitics=reading.proclitics,
            kind="direction",
            qualifier=" ".join(_SIDE_OF[word] for word in side.split() if word in _SIDE_OF),
        )


def _our_north(tokens: Sequence[Token], index: int, side: str, reading: Analysis) -> bool:
    """في الشمال, مدن الشمال, الشمال المحرر: the north-west, as its own press calls it; but جهة الشمال, إلى الشمال من are directions."""
    following = tokens[index + 1].norm if index + 1 < len(tokens) else ""
    if side != "شمال" or reading.enclitic:
        return False
    if following == _FREED:
        return True
    before = tokens[index - 1].norm if index else ""
    inside = reading.proclitics == "ب" or before.removeprefix("و") in HEADS_OF_PARTS
    return inside and following != "من" and not following.startswith(("ال", "ل"))


def read_sides(tokens: Sequence[Token], position: int, sides: list[str], *, feminine: bool = False) -> int:
    """Read adjectives of direction: الجنوبي الشرقي is one side, الجنوبي والشرقي are two; ``feminine`` ones: الجنوبية الشرقية."""
    while position < len(tokens):
        found = None
        for reading in analyses(tokens[position].norm):
            stem = reading.stem.removesuffix("ه") if feminine else reading.stem
            if reading.article and stem in ADJECTIVES and reading.proclitics in ("", "و"):
                found = reading
                break
        if found is None:
            break
        adjective = ADJECTIVES[found.stem.removesuffix("ه") if feminine else found.stem]
        if found.proclitics == "و" or not sides:
            if found.proclitics == "و" and not sides:
                break
            sides.append(adjective)
        else:
            sides[-1] = f"{sides[-1]} {adjective}"
        position += 1
    return position


@lru_cache(maxsize=50_000)
def _joined_direction(norm: str) -> str:
    """The direction that "and" joins to one before it: شمال وجنوب إدلب; else ""."""
    return DIRECTIONS.get(norm[1:], "") and norm[1:] if norm[:1] == "و" else ""
