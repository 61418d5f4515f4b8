"""Roads, borders and the realm of a country."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from eventcode.gazetteer.mention import ITS_NAME, PlaceMention, Scope
from eventcode.gazetteer.names import Name
from eventcode.gazetteer.reader import Reader
from eventcode.gazetteer.table import key_words, without_article
from eventcode.gazetteer.words import NATIONS, QUOTES, SEPARATORS
from eventcode.text import Analysis, Token

# Words between a road and where it leads, and what lies at its ends.
_LEADING = re.compile("ال(?:دولي|سريع|رييسي|واصل|مودي|رابط|ممتد|قديم|جديد|عام|حيوي)")
# Inhabitants of a town that a road leads to though its name is a common word (طريق السلمية).
_TOWN = 5000
_ENDS = ("settlement", "governorate", "neighbourhood", "site")


class Lines(Reader):
    """Reads طريق حلب - اللاذقية, الحدود التركية, الأراضي السورية."""

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
            while position < len(tokens) and (_LEADING.fullmatch(tokens[position].norm) or tokens[position].norm in ("الي", "بين")):
                position += 1
            if tokens[position - 1].norm not in ("الي", "بين"):
                return []
        start = self._end_of_road(tokens, position, scope)
        if start is None or start.reading.proclitics:
            return []
        name, last = f"طريق {ITS_NAME}", start.last
        after = last + (last < len(tokens) and tokens[last].text in SEPARATORS)
        end = self._end_of_road(tokens, after, scope) if not led or tokens[position - 1].norm == "بين" else None
        if end is not None and end.reading.proclitics == ("و" if led else ""):
            name, last = f"{name} - {end.places[0].name}", end.last
        mention = self.make(tokens, index, reading, last, start.places, kind="road", head="طريق", levels=_ENDS)
        return [attrs.evolve(mention, name=name)]

    def _end_of_road(self, tokens: Sequence[Token], position: int, scope: Scope) -> Name | None:
        """A town or a site at which a road ends."""
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


def _described(tokens: Sequence[Token], position: int) -> bool:
    """الطريق الواصل بين أ وب: whether an adjective or a preposition after the word tells which road it is."""
    norm = tokens[position].norm if position < len(tokens) and tokens[position].kind == "word" else ""
    return norm.startswith("ال") or norm in ("بين", "الي", "من")
