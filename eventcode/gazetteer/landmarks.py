"""Places that no table lists, named by a generic word: دوار المحراب, حي ألتنداغ بأنقرة, جسر جرابلس."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from eventcode.gazetteer.lookup import Name
from eventcode.gazetteer.mention import ITS_NAME, PlaceMention, Scope, head_of
from eventcode.gazetteer.reader import Reader
from eventcode.gazetteer.table import Place, key_words, without_article
from eventcode.gazetteer.words import (
    ADJECTIVES,
    COMMON_GENITIVES,
    DIRECTIONS,
    LANDMARKS,
    NAMED_AFTER,
    NATIONS,
    PLACE_PREPOSITIONS,
    QUOTES,
    UNLISTED,
    VILLAGE_STARTS,
)
from eventcode.text import Analysis, Token, analyses

_MARKS = re.compile("[\u0640\u064b-\u0652]")
# Letters of a name with the article, and of one without.
_LEAST_LETTERS = 4
_LEAST_BARE = 3
# How many words a quoted name has at most.
_QUOTED = 4
_SIZES = frozenset({"كبير", "صغير", "قديم", "جديد", "كبيره", "صغيره", "قديمه", "جديده"})
SITES = (("site",), ("camp",))
"""Levels that generic words of sites ask for, whose sites are called after towns."""
_TOWNS = ("settlement", "neighbourhood", "subdistrict", "site", "region")


class Landmarks(Reader):
    """Reads a generic word and the name after it that no table has, or that names a town which the landmark lies in or leads to."""

    def landmark(
        self, tokens: Sequence[Token], index: int, stem: str, reading: Analysis, scope: Scope, name: Name | None
    ) -> list[PlaceMention]:
        """The place that a generic word in construct makes of what follows it; ``name`` is the listed name there, if any.

        A site named after a town keeps both (جسر جرابلس); villages and quarters drop the generic word, as listed ones do.
        """
        if reading.article or stem not in UNLISTED or (stem == "وادي" and not _valley(tokens[index].text)):
            return []
        whole = self.names.at(tokens, index, scope.blocked)
        if whole is not None and whole.last - whole.first > 1 and all(place.level == "site" for place in whole.places):
            # قاعدة الشعيرات is listed, as another name of مطار الشعيرات.
            return [self.make(tokens, index, whole.reading, whole.last, whole.places)]
        if name is not None:
            return self._after_town(tokens, index, stem, reading, name) if stem in NAMED_AFTER else []
        first = index + 1
        quoted = first < len(tokens) and tokens[first].text in QUOTES and tokens[first].text != ")" and stem != "منطقه"
        last = self._quoted(tokens, first + 1) if quoted else self._end(tokens, first, stem, scope)
        first += quoted
        if last <= first or first in scope.blocked:
            return []
        words = _MARKS.sub("", " ".join(token.text for token in tokens[first:last]))
        if stem in LANDMARKS:
            words = f"{self._generic(tokens[index], reading)} {words}"
        mention = self.make(tokens, index, reading, last, (), head=stem, levels=(UNLISTED[stem],))
        return [attrs.evolve(mention, name=words)]

    def village(self, tokens: Sequence[Token], index: int, scope: Scope) -> list[PlaceMention]:
        """كفر كمد قرب كفرنبل, حور النهر بمحيط مارع: a village that no table has, by the first word that many villages have, where what
        it lies in or near is told.
        """
        second = index + 1
        if second >= len(tokens):
            return []
        token = tokens[index]
        reading = next((r for r in analyses(token.norm) if r.stem in VILLAGE_STARTS and not (r.article or r.enclitic)), None)
        if reading is None or second in scope.blocked or tokens[second].kind != "word":
            return []
        norm = tokens[second].norm
        plain = without_article(norm)
        if len(plain) < _LEAST_BARE or plain in COMMON_GENITIVES or plain in DIRECTIONS or head_of(norm) is not None:
            return []
        if norm in PLACE_PREPOSITIONS or not self._held(tokens, second + 1, scope):
            return []
        mention = self.make(tokens, index, reading, second + 1, (), head="قريه", levels=("settlement",))
        words = _MARKS.sub("", f"{self._generic(token, reading)} {tokens[second].text}")
        return [attrs.evolve(mention, name=words)]

    def _after_town(self, tokens: Sequence[Token], index: int, stem: str, reading: Analysis, name: Name) -> list[PlaceMention]:
        """جسر جرابلس, معبر العيس: a site with the name of the town that it lies at."""
        towns = tuple(place for place in name.places if place.level in _TOWNS)
        if not towns or name.reading.proclitics:
            return []
        mention = self.make(tokens, index, reading, name.last, towns, head=stem, levels=_TOWNS)
        return [attrs.evolve(mention, name=f"{self._generic(tokens[index], reading)} {ITS_NAME}")]

    def called(self, head: str, places: tuple[Place, ...], levels: tuple[str, ...]) -> tuple[Place, ...]:
        """مطاري دمشق وحلب: the sites that are called by a generic word and a town, where a plural stands before several towns."""
        names = (name for place in places for name in place.names if place.level not in levels)
        listed = (place for name in names for place in self.table.by_key.get((head, *key_words(name)), ()))
        return tuple(dict.fromkeys(place for place in listed if place.level in levels)) or places

    def _generic(self, token: Token, reading: Analysis) -> str:
        """The generic word as written, less what is written with it."""
        return _MARKS.sub("", token.text[self.start_of(token, reading) - token.start :])

    def _quoted(self, tokens: Sequence[Token], first: int) -> int:
        """Where a name between quotation marks ends, which may be any words."""
        for position in range(first, min(len(tokens), first + _QUOTED + 1)):
            if tokens[position].text in QUOTES:
                return position
            if tokens[position].kind != "word":
                return first
        return first

    def _end(self, tokens: Sequence[Token], first: int, stem: str, scope: Scope) -> int:
        """Where a name ends that is not listed, else ``first``: what has the article after a word in construct is its name, what
        has none only where the larger place follows in which it lies.
        """
        if first >= len(tokens) or tokens[first].kind != "word" or first in scope.blocked:
            return first
        norm = tokens[first].norm
        following = tokens[first + 1].norm if first + 1 < len(tokens) and first + 1 not in scope.blocked else ""
        if norm.startswith("ال") and len(norm) > _LEAST_LETTERS:
            sided = following.startswith("ال") and without_article(following) in ADJECTIVES
            if without_article(norm) in COMMON_GENITIVES or (head_of(norm) is not None and not sided):
                return first
            if stem == "منطقه" and not sided and not self._held(tokens, first + 1, scope):
                return first
            return first + (2 if sided or (following.startswith("ال") and without_article(following) in _SIZES) else 1)
        clitic = norm[0] in "بل" and (norm[1:3] == "ال" or norm[:2] == "لل" or self.names.starts(norm[1:]))
        second = stem != "منطقه" and following.startswith("ال") and following.removeprefix("ال").removesuffix("ه") not in NATIONS
        if (
            (stem in LANDMARKS and not second)
            or clitic
            or norm in COMMON_GENITIVES
            or not _proper(norm.removesuffix("ه") if second else norm)
        ):
            return first
        last = first + 1 + second
        return last if self._held(tokens, last, scope) else first

    def _held(self, tokens: Sequence[Token], position: int, scope: Scope) -> bool:
        """Whether a larger place follows with في or ب, or one beside which it lies: حي ألتنداغ بأنقرة, قرية كذا قرب جسر الشغور."""
        if position >= len(tokens):
            return False
        apart = tokens[position].norm == "في"
        place = position + apart
        if place >= len(tokens) or place in scope.blocked:
            return False
        found = self.phrase(tokens, place, scope, ())
        if not found or found[0].kind == "anaphor":
            return False
        beside = found[0].kind in ("environs", "direction") and found[0].proclitics in ("", "ب")
        return apart or found[0].proclitics == "ب" or beside


def _proper(norm: str) -> bool:
    """Whether a word without article may be a name: no adjective (ends in ي or ة), no verb (begins with a letter of the imperfect)."""
    return len(norm) >= _LEAST_BARE and not norm.endswith(("ي", "ه", "ات")) and norm[0] not in "يتس" and head_of(norm) is None


def _valley(text: str) -> bool:
    """وادي بردى; but وأدى القصف is folded to the same letters."""
    return "أ" not in text and not text.endswith("ى")
