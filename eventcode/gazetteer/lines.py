"""Roads, borders and the realm of a country."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import attrs

from eventcode.gazetteer.lookup import Name
from eventcode.gazetteer.mention import ITS_NAME, PlaceMention, Scope, head_of
from eventcode.gazetteer.reader import Reader
from eventcode.gazetteer.table import Place, key_words, without_article
from eventcode.gazetteer.words import CAPITAL_OF, HEADS, HOME_COUNTRY, NATIONS, PLACE_PREPOSITIONS, QUOTES, SEPARATORS
from eventcode.text import Analysis, Token, analyses, fold

# Words between a road and where it leads, and what lies at its ends.
_LEADING = re.compile("ال(?:دولي|سريع|رييسي|واصل|مودي|رابط|ممتد|قديم|جديد|عام|حيوي)")
_LEADS = frozenset(
    {"الي", "بين", "الذي", "يصل", "يربط", "يمتد", "ما", "من", "مدينتي", "محافظتي", "بلدتي", "قريتي", "ناحيتي", "منطقتي"}
)
_KINDS = frozenset({"دولي", "سريع", "عام", "رييسي", "زراعي", "فرعي"})
# Inhabitants of a town that a road leads to though its name is a common word (طريق السلمية).
_TOWN = 5000
# What a border does, and what a fence along one is: الحدود الفاصلة بين, السياج الحدودي مع.
_PARTING = re.compile("ال(?:فاصل|حدودي|مشترك|اداري)(?:ه)?")
# Countries that a masculine pronoun takes up, and the country that the name of a capital stands for.
_MASCULINE = frozenset({"العراق", "لبنان", "الأردن", "اليمن", "السودان", "المغرب"})
_COUNTRY_OF = {fold(capital): country for country, capital in CAPITAL_OF.items()}
# Land that people till is no country.
_OF_FARMS = ("الزراعي", "زراعي")
_REALM = frozenset({"اراضي", "ارض", "اجواء", "اجواي", "حدود"})
_ENDS = ("settlement", "governorate", "neighbourhood", "site")


class Lines(Reader):
    """Reads طريق حلب - اللاذقية, الحدود التركية, الأراضي السورية."""

    def road(self, tokens: Sequence[Token], index: int, reading: Analysis, scope: Scope) -> list[PlaceMention]:
        """طريق حلب - اللاذقية الدولي, الطريق الدولي حلب- اللاذقية (m4), الطريق M4, الطريق الدولي."""
        position = index + 1
        international = False
        while position < len(tokens) and (without_article(tokens[position].norm) in _KINDS or tokens[position].text in QUOTES):
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
        unlisted = self._between(tokens, index, position, reading, scope)
        if unlisted:
            return unlisted
        if reading.article and (international or not _described(tokens, position)):
            return [self.make(tokens, index, reading, position, (), kind="anaphor", head="طريق", levels=("road",))]
        return []

    def _between(self, tokens: Sequence[Token], index: int, position: int, reading: Analysis, scope: Scope) -> list[PlaceMention]:
        """طريق السلمية إثريا, طريق بداما, الطريق الواصل بين أ وب, الطريق المؤدي إلى أ: a road by the towns at its ends."""
        if index and tokens[index - 1].norm in ("عن", "وعن"):
            return []  # عن طريق تركيا: by way of
        led = reading.article
        if led:
            while position < len(tokens) and (_LEADING.fullmatch(tokens[position].norm) or tokens[position].norm in _LEADS):
                position += 1
            if tokens[position - 1].norm not in _LEADS or tokens[position - 1].norm == "الذي":
                return []
        start = self._end_of_road(tokens, position, scope)
        if start is None or start.reading.proclitics:
            return []
        name, last = f"طريق {ITS_NAME}", start.last
        after = last + (last < len(tokens) and tokens[last].text in SEPARATORS)
        end = self._end_of_road(tokens, after, scope) if not led or tokens[position - 1].norm != "الي" else None
        if end is not None and end.reading.proclitics in (("و", "ب") if led else ("",)):
            known = self._known_road(start, end)
            if known:
                return [self.make(tokens, index, reading, end.last, known, kind="road", head="طريق")]
            name, last = f"{name} - {end.places[0].name}", end.last
        mention = self.make(tokens, index, reading, last, start.places, kind="road", head="طريق", levels=_ENDS)
        return [attrs.evolve(mention, name=name)]

    def _known_road(self, start: Name, end: Name) -> list[Place]:
        """The listed road between two places: الطريق الذي يصل حلب بدمشق."""
        for first in start.places:
            for second in end.places:
                for ends in ((first, second), (second, first)):
                    words = [word for place in ends for word in key_words(place.name)]
                    for key in (("طريق", *words), ("طريق", *words, "دولي")):
                        named = self.table.by_key.get(key, ())
                        roads = [place for place in named if place.level == "road" and key_words(place.name) == key]
                        if roads:
                            return roads
        return []

    def _end_of_road(self, tokens: Sequence[Token], position: int, scope: Scope) -> Name | None:
        """A town or a site at which a road ends: سراقب, مدينة إدلب, وبلدة بنش."""
        head = head_of(tokens[position].norm) if position + 1 < len(tokens) else None
        if (
            head is not None
            and HEADS.get(head[0], ())[:1] == ("settlement",)
            and not head[1].article
            and head[1].proclitics in ("", "و")
        ):
            town = self.names.at(tokens, position + 1, scope.blocked)
            if town is not None and town.first == position + 1 and not town.reading.proclitics:
                return attrs.evolve(town, reading=head[1], places=_towns(town.places))
        name = self.names.at(tokens, position, scope.blocked)
        fits = name is not None and name.first == position and any(place.level in _ENDS for place in name.places)
        if name is None or not fits:
            return None
        return name if not self.names.common(name) or any(place.population >= _TOWN for place in name.places) else None

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

    def own_realm(self, tokens: Sequence[Token], index: int) -> list[PlaceMention]:
        """كل أراضيها, أجواءها, حدودها مع سوريا: the land or the border of the country that the sentence named last before the word."""
        found = owned_realm(tokens[index].norm)
        last = index + 1
        if found is None or (last < len(tokens) and tokens[last].norm.startswith(_OF_FARMS)):
            return []
        owner = self._owner(tokens, index, found.enclitic)
        head, kind = "اراضي", "place"
        if found.stem == "حدود":
            if not found.proclitics and (index == 0 or tokens[index - 1].norm not in PLACE_PREPOSITIONS):
                return []  # أبقى الأردن حدوده مغلقة
            head, kind = "حدود", "border"
            other = self._country(tokens[last + 1].norm) if last + 1 < len(tokens) and tokens[last].norm == "مع" else None
            last += 2 if other is not None else 0
            if owner is not None and owner.id == HOME_COUNTRY:
                owner = other
        if owner is None:
            return []
        return [self.make(tokens, index, found, last, [owner], kind=kind, head=head)]

    def _owner(self, tokens: Sequence[Token], index: int, pronoun: str) -> Place | None:
        """The country that a pronoun takes up: the nearest one before it whose name, nisba or capital has its gender."""
        for position in range(index - 1, -1, -1):
            norm = tokens[position].norm
            nation = NATIONS.get(without_article(norm).removesuffix("ه")) if norm.startswith(("ال", "وال", "لل")) else None
            if nation is not None:
                if norm.endswith("ه") == (pronoun == "ها"):
                    return self._country(nation)
                continue
            country = self._country(norm) or self._country(norm[1:] if norm[:1] in "ولب" else "")
            if country is not None and (country.name in _MASCULINE) == (pronoun == "ه"):
                return country
        return None

    def _country(self, name: str) -> Place | None:
        """The country of a name, or of the name of its capital."""
        if not name:
            return None
        places = self.table.by_key.get(key_words(_COUNTRY_OF.get(name, name)), ())
        return next((place for place in places if place.level == "country"), None)

    def border(self, tokens: Sequence[Token], index: int, reading: Analysis) -> list[PlaceMention]:
        """الحدود التركية, الحدود السورية التركية, الحدود مع تركيا, الحدود الفاصلة بين الأردن وسوريا, السياج الحدودي مع تركيا."""
        position = last = index + 1
        if reading.stem != "حدود" and (position == len(tokens) or tokens[position].norm != "الحدودي"):
            return []
        while reading.article and position < len(tokens) and _PARTING.fullmatch(tokens[position].norm):
            position += 1
        named = False
        nations: list[str] = []
        first = position
        while position < len(tokens) and position - first <= 3:
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
        between = any(token.norm == "بين" for token in tokens[first:last])
        if not others or not reading.article or (between and len(nations) == 1):
            return []
        places = self.table.by_key.get(key_words(others[0]), [])
        return [self.make(tokens, index, reading, last, [p for p in places if p.level == "country"], kind="border", head="حدود")]


@lru_cache(maxsize=50_000)
def owned_realm(norm: str) -> Analysis | None:
    """أراضيها, أجوائه, حدودها: a word for the realm or the border of a country with the pronoun of that country."""
    for reading in analyses(norm):
        if reading.enclitic in ("ها", "ه") and reading.stem in _REALM:
            return reading
    return None


def _towns(places: Sequence[Place]) -> tuple[Place, ...]:
    """Of places of one name those that are towns, if any is."""
    return tuple(place for place in places if place.level == "settlement") or tuple(places)


def _described(tokens: Sequence[Token], position: int) -> bool:
    """الطريق الواصل بين أ وب: whether an adjective or a preposition after the word tells which road it is."""
    norm = tokens[position].norm if position < len(tokens) and tokens[position].kind == "word" else ""
    return norm.startswith("ال") or norm in ("بين", "الي", "من")
