"""What lies around a place: its surroundings, and what a pronoun or "the neighbouring" refers to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import attrs

from eventcode.gazetteer.mention import PlaceMention, Scope, head_of
from eventcode.gazetteer.reader import Reader
from eventcode.gazetteer.sided import read_sides
from eventcode.gazetteer.table import Place, key_words, without_article
from eventcode.gazetteer.words import (
    ADJECTIVES,
    ANAPHORS,
    AROUND,
    AXIS,
    COUNTRYSIDE,
    ENVIRONS,
    HOME_COUNTRY,
    ITSELF,
    NEAR,
    NEIGHBOURS,
    PLACE_PREPOSITIONS,
    PLURAL_HEADS,
    POINTS,
    SURROUNDING,
    WITH_COUNTRYSIDE,
)
from eventcode.text import Analysis, Token, analyses

# Adjectives that name a place only with a preposition: قريبة من كذا, محيطة بكذا.
_BARE = frozenset({"قريب", "قريبه", "قريبتين"}) | SURROUNDING
# المناطق المتاخمة له: pronouns after those.
_TO_THEM = frozenset({"له", "لها", "لهما", "لهم", "به", "بها", "بهما"})
# What is around a place: وما حولها, وما يجاورها, وما يحيط بها.
_AROUND_THEM = re.compile("(?:حول|[يت]?جاور|حاذا|[يت]حاذي)(?:ه|ها|هما)")
_ENCIRCLES = re.compile("[يت]?حيط|احاط")
# How many words after a place "its countryside" (ريفها) still belongs to it.
_REACH_OF_PRONOUN = 6
# ... and one after a preposition: وسط اشتباكات دارت بين الطرفين في محيطها.
_REACH_WITHIN = 16
# How far something lies from a place (على بعد خمسة كيلومترات من كذا), and within how many words before the place that is told.
_DISTANCES = frozenset({"بعد", "مسافه"})
_LENGTHS = re.compile("(?:ال)?(?:كيلو)?(?:متر|امتار)(?:ا|ات|ين)?|كيلو|كلم|كم|اميال|ميلا?")
_REACH_OF_DISTANCE = 8


class Around(Reader):
    """Reads محيط سراقب, أطراف بلدتي أ وب, and after a place ريفها, محيطهما, القرى المجاورة."""

    def belonging(self, tokens: Sequence[Token], index: int, scope: Scope, before: Sequence[PlaceMention]) -> list[PlaceMention]:
        """مدينة إدلب وريفها, البلدتين ومحيطهما, سراقب والقرى المجاورة: what lies around the places named before in the sentence."""
        found = belongs(tokens[index].norm) if before else None
        position = index + 1
        if not before:
            return []
        if found is None and _what_is_around(tokens, index):
            position = index + 2 + (position + 1 < len(tokens) and tokens[position + 1].norm in _TO_THEM)
            found = next(reading for reading in analyses(tokens[index].norm) if reading.proclitics == "و"), ""
        elif found is None and _lying_by(tokens, index):
            position += 2
            found = next(reading for reading in analyses(tokens[index].norm) if reading.stem in PLURAL_HEADS), ""
        elif found is None and position < len(tokens) and _neighbours(tokens[index].norm, tokens[position].norm):
            if self._of_named(tokens, position + 1, scope):
                return []  # والقرى المجاورة لسراقب
            them = position + 1 < len(tokens) and tokens[position + 1].norm in _TO_THEM
            found = _plural(tokens[index].norm), ""
            position += 1 + them
        if found is None:
            return []
        reading, kind = found
        # جنوب إدلب وريفها الشمالي: countryside lies around the governorate of which a side was named, too.
        kinds = ("place", "anaphor", "direction", "countryside") if kind == "ريف" else ("place", "anaphor")
        owners = [
            mention
            for mention in before
            if mention.kind in kinds and (mention.levels or not any(place.level == "country" for place in mention.candidates))
        ]
        count = 2 if reading.enclitic == "هما" else 1
        governed = index > 0 and (tokens[index - 1].norm in PLACE_PREPOSITIONS or reading.proclitics[-1:] == "ب")
        reach = 0 if reading.stem == "حول" else _REACH_WITHIN if governed else _REACH_OF_PRONOUN
        if kind == "محيط" and (_figurative(tokens, position) or (owners and _in_area(tokens, owners[-1]))):
            return []
        if len(owners) < count or index - owners[-1].last > reach:
            return []
        countryside = kind == "ريف"
        joined = reading.proclitics == "و" and owners[-1].last == index and owners[-1].kind == "place"
        if not countryside and count == 1 and not joined:  # but المنطقة العازلة في إدلب ومحيطها
            owners = owners[: self._held_by(tokens, owners)]
        sides: list[str] = []
        if countryside:
            position = read_sides(tokens, position, sides)
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
                levels=() if countryside and owner.kind != "anaphor" else owner.levels,
                candidates=self._namesakes(owner.candidates) if countryside else owner.candidates,
                qualifier=side if countryside else "محيط",
                certain=False,
            )
            for owner in owners[-count:]
            for side in sides or [""]
        ]

    def _held_by(self, tokens: Sequence[Token], owners: Sequence[PlaceMention]) -> int:
        """How many of the places told stay when those are left out that only tell where the one before lies: قاعدة كذا بمحافظة إدلب."""
        last = len(owners)
        while last > 1:
            place, before = owners[last - 1], owners[last - 2]
            gap = [token.norm for token in tokens[before.last : place.first]]
            areas = {area.id for inner in before.candidates for area in self.table.ancestors(inner)}
            if (gap != ["في"] and (gap or place.proclitics != "ب")) or areas.isdisjoint(one.id for one in place.candidates):
                break
            last -= 1
        return last

    def neighbours(self, tokens: Sequence[Token], index: int, scope: Scope, before: Sequence[PlaceMention]) -> list[PlaceMention]:
        """المناطق المجاورة, ريفها الشرقي: what lies around the place that an earlier sentence named last."""
        position = index + 1
        own = belongs(tokens[index].norm) if not before else None
        if own is not None and own[1] == "ريف" and own[0].enclitic == "ها":
            sides: list[str] = []
            position = read_sides(tokens, position, sides)
            return [
                self.make(
                    tokens, index, own[0], position, (), kind="anaphor", head="ريف", levels=WITH_COUNTRYSIDE, qualifier=side, certain=False
                )
                for side in sides or [""]
            ]  # fmt: skip
        head = head_of(tokens[index].norm) if position < len(tokens) else None
        if before or head is None or not _neighbours(tokens[index].norm, tokens[position].norm):
            return []
        if self._of_named(tokens, position + 1, scope):
            return []  # المناطق المجاورة لإدلب
        reading = head[1]
        return [
            self.make(
                tokens, index, reading, position + 1, (), kind="anaphor", head="منطقه", levels=ANAPHORS["منطقه"],
                qualifier="محيط", certain=False,
            )
        ]  # fmt: skip

    def _of_named(self, tokens: Sequence[Token], position: int, scope: Scope) -> bool:
        """المجاورة لإدلب, المحيطة بمدينة إدلب; but المجاورة لها, المجاورة بالمدفعية: whether a place after ل or ب is told."""
        norm = tokens[position].norm if position < len(tokens) else ""
        return norm[:1] in ("ل", "ب") and norm not in _TO_THEM and bool(self.phrase(tokens, position, scope, ()))

    def edge(
        self, tokens: Sequence[Token], index: int, reading: Analysis, scope: Scope, before: Sequence[PlaceMention]
    ) -> list[PlaceMention]:
        """حدود المحافظة, الحدود الإدارية لمحافظة إدلب: the surroundings of an area; حدود تركيا: the border of a country."""
        position = index + 1
        if reading.stem != "حدود":
            return []  # الشريط الحدودي, السياج: of a country only
        if reading.article:
            position += position < len(tokens) and tokens[position].norm == "الاداريه"
            if position == index + 1 or position >= len(tokens) or not tokens[position].norm.startswith("ل"):
                return []
        inner = self.phrase(tokens, position, scope, before) if position < len(tokens) and position not in scope.blocked else []
        if len(inner) != 1 or inner[0].first != position or (inner[0].proclitics and not reading.article):
            return []
        mention = inner[0]
        inside = index > 0 and tokens[index - 1].norm in ("ضمن", "داخل", "في")
        countries = tuple(place for place in mention.candidates if place.level == "country")
        if countries and not mention.head and countries[0].id != HOME_COUNTRY:
            start = self.start_of(tokens[index], reading)
            return [
                attrs.evolve(
                    mention,
                    first=index,
                    start=start,
                    proclitics=reading.proclitics,
                    kind="border",
                    head="حدود",
                    candidates=countries,
                )
            ]
        if countries or mention.head == "بلاد" or mention.kind not in ("place", "anaphor"):
            return []
        around = not inside and not mention.qualifier
        governorate = any(place.level == "governorate" for place in mention.candidates) and mention.head != "مدينه"
        return [
            attrs.evolve(
                mention,
                first=index,
                start=self.start_of(tokens[index], reading),
                proclitics=reading.proclitics,
                kind="environs" if around and mention.kind == "place" else mention.kind,
                head="محافظه" if governorate else mention.head,
                qualifier="محيط" if around else mention.qualifier,
                certain=True,
            )
        ]

    def _namesakes(self, places: Sequence[Place]) -> tuple[Place, ...]:
        """مدينة إدلب names the city; its countryside is that of the governorate, which bears its name."""
        return tuple(dict.fromkeys(other for place in places for other in self.table.by_key.get(key_words(place.name), (place,))))

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
        parts = _past_sides(tokens, position) if stem in AROUND and reading.article else position
        sides = _side(tokens, position, parts)
        if position < parts < len(tokens) and (tokens[parts].norm == "من" or tokens[parts].norm.startswith("ل")):
            position = parts + (tokens[parts].norm == "من")  # الأطراف الشمالية لخان شيخون
        elif beside:
            position += 1
        elif (reading.article or stem in _BARE) and not tokens[min(position, len(tokens) - 1)].norm.startswith(
            "ب" if stem in SURROUNDING else "ل"
        ):
            # الحدود القريبة, القرى المجاورة, إجراءات محيطة: an adjective that names no place itself.
            return []
        inner = self.phrase(tokens, position, scope, before) if position < len(tokens) and position not in scope.blocked else []
        if stem in AROUND and len(inner) == 1 and inner[0].kind == "place" and not inner[0].head:
            # محيط سراقب وسرمين
            inner = self.joined(tokens, inner, scope)
        if not inner and stem in ENVIRONS:
            # A name that is no place by itself (ends like an adjective, say) is one after a word for surroundings.
            name = self.names.at(tokens, position, scope.blocked)
            if name is not None and name.first == position and not self.names.common(name) and not name.reading.proclitics:
                inner = self.coordinated(tokens, name, stem, (), position, "", scope, before, reading, axis=True)
        if not inner or (stem == "حول" and any(place.level == "country" for place in inner[0].candidates)):
            # حول سوريا: about it.
            return []
        if stem == "وسط" and inner[0].head == "بلاد" and inner[0].kind == "anaphor":
            # وسط البلاد is a part of the country, as شمال البلاد is.
            return [self.make(tokens, index, reading, inner[0].last, self.home(), kind="direction", qualifier=stem)]
        if stem in AROUND and len(inner) == 1 and inner[0].kind == "place":
            sided = self._sided(tokens, index, stem, reading, inner[0], sides)
            if sided:
                return sided
        out = []
        for mention in inner:
            joined = mention.first != inner[0].first
            # قرب دوار المحراب: a landmark is told for what lies at it.
            larger = any(place.level not in ("site", "neighbourhood", "road") for place in mention.candidates)
            at_landmark = (mention.name or not larger) and without_article(tokens[mention.first].norm) in POINTS
            if stem in ITSELF or at_landmark or mention.kind in ("countryside", "direction", "road", "border"):
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

    def _sided(
        self, tokens: Sequence[Token], index: int, stem: str, reading: Analysis, inner: PlaceMention, side: str
    ) -> list[PlaceMention]:
        """حافة إدلب الجنوبية, الضواحي الغربية لمدينة حلب: the countryside on one side of a governorate, or the suburbs of its capital."""
        last = inner.last
        if not side:
            last = _past_sides(tokens, last)
            side = _side(tokens, inner.last, last)
        city = inner.head == "مدينه"
        areas = tuple(place for place in self._namesakes(inner.candidates) if place.level == "governorate")
        if not side or not areas or stem == "محيط" or (city and stem != "ضواحي"):
            return []
        return [
            self.make(tokens, index, reading, last, areas, kind="countryside", head="ريف", qualifier=side),
        ]


def at_distance(tokens: Sequence[Token], found: Sequence[PlaceMention]) -> list[PlaceMention]:
    """على بعد خمسة كيلومترات من سراقب: what is told to lie so far from a town is in its surroundings, and so are those joined to it."""
    index = found[0].first
    words = [token.norm for token in tokens[max(0, index - _REACH_OF_DISTANCE) : index]]
    start = next((p for p, pair in enumerate(pairwise(words)) if pair[0] in ("علي", "الي") and pair[1] in _DISTANCES), -1)
    if start < 0 or words[-1] not in ("من", "عن") or not any(_LENGTHS.fullmatch(word) for word in words[start:-1]):
        return list(found)
    return [
        attrs.evolve(one, kind="environs" if one.kind == "place" else one.kind, qualifier="محيط")
        if one.kind in ("place", "anaphor") and not one.qualifier and not any(place.level == "country" for place in one.candidates)
        else one
        for one in found
    ]


@lru_cache(maxsize=50_000)
def belongs(norm: str) -> tuple[Analysis, str] | None:
    """ريفها, محيطهما, أطرافها: a word for what lies around a place with the pronoun of that place, and which of the two it is."""
    for reading in analyses(norm):
        if reading.enclitic in ("ها", "هما", "ه") and (
            reading.stem in COUNTRYSIDE or reading.stem in AROUND or (reading.stem == "حول" and reading.proclitics == "و")
        ):
            return reading, "ريف" if reading.stem in COUNTRYSIDE else "محيط"
    return None


def _in_area(tokens: Sequence[Token], owner: PlaceMention) -> bool:
    """المنطقة العازلة في إدلب ومحيطها: a name that ends with the area it lies in, whose surroundings only tell where it lies, too."""
    return owner.kind == "place" and "في" in [token.norm for token in tokens[owner.first + 1 : owner.last]]


def _figurative(tokens: Sequence[Token], position: int) -> bool:
    """محيطها الإقليمي, محيطها العربي: an adjective of another kind than a side."""
    norm = tokens[position].norm if position < len(tokens) else ""
    return norm.startswith("ال") and norm.endswith("ي") and without_article(norm) not in ADJECTIVES


def _plural(norm: str) -> Analysis:
    """The reading of a plural with the article: والمناطق."""
    return next(reading for reading in analyses(norm) if reading.article and reading.stem in PLURAL_HEADS)


def _lying_by(tokens: Sequence[Token], index: int) -> bool:
    """مناطق مجاورة لها, قرى محيطة بها: towns around the place named before, by a pronoun."""
    if index + 2 >= len(tokens) or tokens[index + 2].norm not in _TO_THEM or tokens[index + 1].norm not in NEIGHBOURS:
        return False
    following = tokens[index + 3].norm if index + 3 < len(tokens) else ""
    if following in ("في", "من", "ضمن") or following.startswith("ب"):
        return False  # ومناطق مجاورة لها في ريف حماة: which ones, is told
    return any(
        not reading.article and not reading.enclitic and PLURAL_HEADS.get(reading.stem, AXIS) != AXIS
        for reading in analyses(tokens[index].norm)
    )


def _what_is_around(tokens: Sequence[Token], index: int) -> bool:
    """إدلب وما حولها, وما يجاورها, وما يحيط بها."""
    if tokens[index].norm != "وما" or index + 1 >= len(tokens):
        return False
    them = index + 2 < len(tokens) and tokens[index + 2].norm in _TO_THEM
    return bool(_AROUND_THEM.fullmatch(tokens[index + 1].norm)) or (them and bool(_ENCIRCLES.fullmatch(tokens[index + 1].norm)))


@lru_cache(maxsize=50_000)
def _neighbours(norm: str, following: str) -> bool:
    """القرى المجاورة, البلدات المحيطة: the places around the one named before."""
    return following.removeprefix("ال") in NEIGHBOURS and any(
        reading.article and (reading.stem in PLURAL_HEADS) and PLURAL_HEADS[reading.stem] != AXIS for reading in analyses(norm)
    )


def _side(tokens: Sequence[Token], first: int, last: int) -> str:
    """The side that the adjectives between two tokens tell: الشمالية الغربية is الشمالي الغربي."""
    return " ".join(ADJECTIVES[without_article(token.norm).removesuffix("ه")] for token in tokens[first:last])


def _past_sides(tokens: Sequence[Token], position: int) -> int:
    """The token after adjectives of direction: الأطراف الشمالية الغربية."""
    while position < len(tokens) and tokens[position].norm.startswith("ال"):
        if without_article(tokens[position].norm).removesuffix("ه") not in ADJECTIVES:
            break
        position += 1
    return position
