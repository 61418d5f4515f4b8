"""Roads, borders and the realm of a country."""

from __future__ import annotations

from collections.abc import Sequence

from eventcode.gazetteer.mention import PlaceMention, Scope
from eventcode.gazetteer.reader import Reader
from eventcode.gazetteer.table import key_words, without_article
from eventcode.gazetteer.words import NATIONS, QUOTES, SEPARATORS
from eventcode.text import Analysis, Token


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
