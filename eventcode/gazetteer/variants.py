"""Villages spelt otherwise than the table has them, where the text names the governorate that they lie in: بلدة الغرية بريف درعا."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs
from rapidfuzz.distance import OSA

from eventcode.gazetteer.lookup import Name
from eventcode.gazetteer.mention import PlaceMention, Scope, head_of
from eventcode.gazetteer.reader import Reader
from eventcode.gazetteer.table import Place, key_words, without_article
from eventcode.gazetteer.words import CONFUSABLE, DIRECTIONS, PLACE_PREPOSITIONS, QUOTES
from eventcode.text import Analysis, Token

# Within how many words after a name the governorate is told.
_REACH = 9
_LEAST = 4
_MOST_WORDS = 2
DUALS = frozenset({"بلدتي", "بلدتا", "قريتي", "قريتا", "مدينتي", "مدينتا"})
"""Generic words after which two names stand, and no other words."""
# Letters that are written or left out in the same name: long vowels, the ending and what is left of a hamza.
_VOWELS = re.compile("[اويهء]")


class Variants(Reader):
    """Reads the names of villages that the press spells otherwise than the table."""

    def spelt(self, tokens: Sequence[Token], index: int, scope: Scope, *, joined: bool = False) -> Name | None:
        """The village of the governorate told next whose name differs from the words at a token by its vowels, by letters that look
        or sound alike, or by two letters that changed places; none where two villages do.

        ``joined``: "and" before it is none of its letters.
        """
        while index < len(tokens) and tokens[index].text in QUOTES:
            index += 1
        areas = self._areas_ahead(tokens, index, scope)
        if not areas:
            return None
        for size in range(_MOST_WORDS, 0, -1):
            words = _words(tokens, index, size, scope, joined=joined)
            text = " ".join(words)
            if len(words) < size or len(text) < _LEAST:
                continue
            near = {place.id: place for area in areas for place in self.table.members(area) if _same(text, place)}
            if len({place.name for place in near.values()}) == 1:
                score = round(1 - 1 / len(text), 3)
                return Name(index, index + size, tuple(near.values()), Analysis("و" if joined else "", False, text, ""), score)
        return None

    def pair(
        self, tokens: Sequence[Token], index: int, reading: Analysis, head: str, found: Sequence[PlaceMention], scope: Scope
    ) -> list[PlaceMention]:
        """بلدتي أ وب: the two villages of a dual, of which the table has one (``found``) or none: the words are their names."""
        first = found[0].last if found else index + 1
        second = next((p for p in range(first, min(len(tokens), first + _MOST_WORDS + 1)) if _joins(tokens[p])), None)
        if second is None or second in scope.blocked or (found and second != first):
            return list(found)
        out = list(found)
        if not found:
            words = _words(tokens, first, second - first, scope, joined=False)
            if len(words) < max(1, second - first):
                return []
            out.append(self.named(tokens, first, second, reading, head, " ".join(token.text for token in tokens[first:second])))
            out[0] = attrs.evolve(out[0], first=index, start=self.start_of(tokens[index], reading))
        listed = self.names.at(tokens, second, scope.blocked) or self.spelt(tokens, second, scope, joined=True)
        joined = Analysis("و", False, "", "")
        if listed is not None:
            out.append(self.make(tokens, second, joined, listed.last, listed.places, head=head, levels=("settlement",)))
        elif len(tokens[second].norm) > _LEAST:
            out.append(self.named(tokens, second, second + 1, joined, head, tokens[second].text.removeprefix("و")))
        return out if len(out) > 1 else list(found)

    def elsewhere(self, tokens: Sequence[Token], name: Name, scope: Scope) -> bool:
        """بلدة الحمدان غربي البوكمال: whether a village that a misspelt name may be lies in another governorate than the text tells."""
        areas = self._areas_ahead(tokens, name.last - 1, scope)
        return bool(areas) and not any(self.table.within(place, area) for place in name.places for area in areas)

    def _areas_ahead(self, tokens: Sequence[Token], index: int, scope: Scope) -> list[Place]:
        """The governorates of the place that the next words after في or ب tell, or on a side of which: بالغوطة الشرقية, غربي البوكمال."""
        for position in range(index + 1, min(len(tokens), index + _REACH)):
            norm = tokens[position].norm
            if tokens[position].text in ".؛:":
                return []
            apart = norm == "في"
            sided = norm in DIRECTIONS
            place = position + apart
            if not (apart or sided or norm[:1] == "ب") or place >= len(tokens) or place in scope.blocked:
                continue
            found = self.phrase(tokens, place, scope, ())
            if found and found[0].kind != "anaphor" and (apart or sided or found[0].proclitics == "ب"):
                chains = ((one, *self.table.ancestors(one)) for one in found[0].candidates)
                areas = (area for chain in chains for area in chain if area.level == "governorate")
                return list({area.id: area for area in areas}.values())[:2]
        return []


def _joins(token: Token) -> bool:
    """Whether a word may be a name with "and" before it."""
    return token.kind == "word" and token.norm[:1] == "و" and len(token.norm) > _LEAST and head_of(token.norm[1:]) is None


def _words(tokens: Sequence[Token], index: int, size: int, scope: Scope, *, joined: bool) -> list[str]:
    """So many words at a token as a name has them, fewer where others follow."""
    out: list[str] = []
    for position in range(index, min(len(tokens), index + size)):
        norm = tokens[position].norm
        if position in scope.blocked or tokens[position].kind != "word" or norm in PLACE_PREPOSITIONS:
            break
        if out and (norm[:1] in "وب" or head_of(norm) is not None):
            break
        out.append(without_article(norm.removeprefix("و") if joined and not out else norm))
    return out


def _same(text: str, place: Place) -> bool:
    """Whether a name of a place is the same but for its spelling."""
    return any(_alike(text, " ".join(key_words(name))) for name in place.names if name[:1] >= "\u0600")


def _alike(text: str, other: str) -> bool:
    if abs(len(text) - len(other)) > 1 or text[0] != other[0] or text.count(" ") != other.count(" "):
        return False
    if OSA.distance(text, other, score_cutoff=1) != 1:
        return False
    if len(text) != len(other):
        return _VOWELS.sub("", text) == _VOWELS.sub("", other)
    different = [(a, b) for a, b in zip(text, other, strict=True) if a != b]
    swapped = len(different) == 2
    return swapped or any(different[0][0] in kind and different[0][1] in kind for kind in CONFUSABLE)
