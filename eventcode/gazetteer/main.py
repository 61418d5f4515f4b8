"""The gazetteer that coders use: find place phrases, then decide with the whole document in view which place each one is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import attrs

from eventcode.data import data_root
from eventcode.gazetteer.anaphora import Anaphora, Earlier, Told
from eventcode.gazetteer.locations import Locations
from eventcode.gazetteer.mention import ITS_NAME, PlaceMention
from eventcode.gazetteer.names import Names
from eventcode.gazetteer.phrases import Phrases
from eventcode.gazetteer.search import search
from eventcode.gazetteer.table import Place, Table, key_words, load_table, nearness
from eventcode.gazetteer.words import CAPITAL_OF, CAPITALS, UNLISTED
from eventcode.model import Location
from eventcode.text import Token, fold

_LEVEL_OF_BARE = {
    "governorate": 6,
    "country": 8,  # تركيا and لبنان are villages too, but never without "village of"
    "district": -1,
    "subdistrict": -1,
    "settlement": 2,
    "region": 5,
    "neighbourhood": 1.5,
    "road": 2,
    "site": 1,
    "camp": 1,
}
_AREAS = frozenset({"country", "governorate", "district", "subdistrict"})
# How much a containing area that the text names beside a place speaks for it: the smaller the more.
_CONTAINS = {"country": 0.5, "governorate": 2.5, "region": 3.0, "district": 3.5, "subdistrict": 4.0, "settlement": 3.0}
# A name of so many places is no help in telling others apart.
_CLEAR = 8
_COARSENESS = {"country": 3, "region": 2, "governorate": 1, "area": 0.5}
_MAX_RUNNERS_UP = 5
# How much it speaks for a place that the document names it where no other can be meant.
_NAMED_IN_FULL = 3.0
# The mark in the list of common words of what is no place only as an adjective, a number or a person.
_FIRM = "+"
# Inhabitants of a city that is meant before a village of its name.
_CITY = 100_000
# How much it speaks against a city that the text calls it a village or a small town.
_NO_CITY = 6.0


class _Anchors(NamedTuple):
    """Places of a document that are not in doubt, of unique names and administrative areas: governorates, others, and those with a point."""

    governorates: frozenset[Place]
    towns: frozenset[Place]
    points: tuple[Place, ...]

    @classmethod
    def of(cls, document: Sequence[Sequence[PlaceMention]]) -> _Anchors:
        """The anchors among the mentions of a document's sentences."""
        found: dict[Place, None] = {}
        for sentence in document:
            for mention in sentence:
                if len(mention.candidates) == 1:
                    found[mention.candidates[0]] = None
                else:
                    found.update((place, None) for place in mention.candidates if place.level == "governorate")
        return cls(
            frozenset(place for place in found if place.level == "governorate"),
            frozenset(place for place in found if place.level != "governorate"),
            tuple(place for place in found if place.level in ("settlement", "region") and place.lat is not None),
        )


class Gazetteer:
    """Places and how to find them; immutable after loading, safe to share and picklable."""

    def __init__(self, table: Table, risky: frozenset[str] = frozenset(), firm: frozenset[str] = frozenset()) -> None:
        self.table = table
        self.version = table.version
        self._names = Names(table, risky, firm)
        self._phrases = Phrases(table, self._names)
        self._locations = Locations(table)
        self._anaphora = Anaphora(table, self._locations)

    @classmethod
    def load(cls, path: Path | None = None, overlays: Sequence[Path] = ()) -> Gazetteer:
        """Load a place table (default: the one that ships with the package) and overlays that add to or replace its rows.

        Raises ``DataError`` with file and line of every bad row.
        """
        base = path or data_root() / "gazetteer" / "places.csv"
        risky_file = base.parent / "common-words.txt"
        risky: frozenset[str] = frozenset()
        firm: frozenset[str] = frozenset()
        if risky_file.is_file():
            lines = [line.split("#")[0].strip() for line in risky_file.read_text(encoding="utf-8").splitlines()]
            risky = _folded(lines)
            firm = _folded([line for line in lines if line.endswith(_FIRM)])
        return cls(load_table([base, *overlays]), risky, firm)

    def find(
        self, tokens: Sequence[Token], blocked: frozenset[int] = frozenset(), named: frozenset[str] = frozenset()
    ) -> list[PlaceMention]:
        """The place phrases of one sentence; tokens in ``blocked`` belong to names of other things, ``named`` are the ids of
        places that the document names elsewhere, which a misspelt name is rather taken for.
        """
        return self._phrases.find(tokens, blocked, named)

    def in_full(self, tokens: Sequence[Token], index: int) -> range:
        """The tokens of a name of several words that holds a token and stands where a place is asked for; else none."""
        name = self._names.in_full(tokens, index)
        return range(name.first, name.last) if name is not None else range(0)

    def search(self, name: str, limit: int = 12) -> list[tuple[float, Place]]:
        """Places by a name in Arabic or Latin letters, or by an id, exact ones first, then near ones; scores from 0 to 1."""
        return search(self.table, name, limit)

    def country(self, location: Location) -> str:
        """The name of the country that a location of this gazetteer lies in, "" where it is not known."""
        place = self.table.places.get((location.id or "").split("~")[0])
        if place is None:
            return ""
        return next((area.name for area in (place, *self.table.ancestors(place)) if area.level == "country"), "")

    def located(self, place: Place) -> Location:
        """A place of the table as the location of an event that no words of a text name."""
        return self._locations.located(place)

    # -- choice ------------------------------------------------------------------------------------------------------

    def resolve(self, document: Sequence[Sequence[PlaceMention]]) -> list[list[Location | None]]:
        """One location (or None) for each mention of each sentence of a document."""
        anchors = _Anchors.of(document)
        out: list[list[Location | None]] = []
        earlier: list[Told] = []
        # For anaphors the coarser places of a sentence come before the finer: "منطقة إدلب بشمال غرب سوريا" is Idlib.
        for sentence in document:
            row: list[Location | None] = []
            here: list[Told] = []
            for position, mention in enumerate(sentence):
                near = [m for m in sentence if m is not mention and m.certain]
                if mention.kind == "anaphor":
                    second = position > 0 and sentence[position - 1].start == mention.start
                    location = self._anaphora.resolve(mention, earlier, second)
                else:
                    location = self._place(self._capital(mention, earlier), near, anchors)
                    if location is None and mention.name:
                        location = (
                            None,
                            self._locations.unlisted(mention, self._holder(sentence, position, near, anchors, here or earlier)),
                        )
                row.append(location[1] if location else None)
                if location is not None and mention.kind != "anaphor" and mention.certain:
                    joined = mention.proclitics[:1] == "و" or (bool(here) and here[-1][1].start == location[1].start)
                    here.append(Told(*location, joined, mention.head))
                    # بلدة كذا شمال شرق سوريا: the place itself, not what it lies in, is taken up by المنطقة.
                    inside = len(here) > 1 and not joined and _lies_in(sentence[position - 1], mention, here[-2][1], location[1])
                    earlier.insert(len(earlier) - inside, here[-1])
            if here:
                del earlier[-len(here) :]
                earlier.extend(sorted(here, key=lambda item: -_COARSENESS.get(item[1].level, 0)))
            out.append(row)
        return out

    def rank(self, mention: PlaceMention, near: Sequence[PlaceMention], anchors: _Anchors) -> list[tuple[float, Place]]:
        """Candidates with scores, best first: level asked for, containing areas named near, distance, home area, size."""
        scored = []
        areas = [p for m in near for p in m.candidates if p.level in _AREAS and len(m.candidates) < _CLEAR]
        towns = [
            p for m in near for p in m.candidates if p.level in ("settlement", "region", "site") and len(m.candidates) < _CLEAR
        ]
        governorates = [p for p in areas if p.level == "governorate"]
        # سقط صاروخ على حضر بالقنيطرة: a bare name that is a governorate's, too, is no nearer for the town.
        bare = mention.kind == "place" and not mention.levels and any(one.level == "governorate" for one in mention.candidates)
        for place in mention.candidates:
            score = 0.0
            if mention.levels:
                # The first level asked for is the likeliest: حي asks for a neighbourhood before a village.
                score += 6 - mention.levels.index(place.level) if place.level in mention.levels else -4
            elif mention.kind in ("countryside", "direction"):
                score += {"governorate": 4, "country": 4, "settlement": 2}.get(place.level, 0)
            else:
                score += _LEVEL_OF_BARE.get(place.level, 0)
            chain = (place, *self.table.ancestors(place))
            named = [_CONTAINS.get(area.level, 0.0) for area in (*areas, *towns) if area is not place and area in chain]
            if named:
                score += max(named)
            elif not anchors.governorates.isdisjoint(chain):
                score += 1
            if towns and place.level in (mention.levels[:1] or ("settlement", "neighbourhood")):
                score += nearness(place, towns, 40)
            elsewhere = governorates and not any(area in chain for area in governorates)
            if place.id in self._names.home and not elsewhere:
                score += 2 if not any(area.id == "SY07" for area in chain) else 2.5
            if place.level == "settlement" and not bare:
                score += nearness(place, anchors.points, 30)
            if place in anchors.towns:
                # الغوطة, where the text told of الغوطة الشرقية before
                score += _NAMED_IN_FULL
            if not mention.levels and (place.id in self._names.towns or place.population >= _CITY):
                # دوما and جوبر bare are the towns that everybody knows, not villages of the field that bear their names.
                score += 2.5
            score += min(place.population, 200_000) / 200_000
            if mention.head in ("بلده", "قريه") and place.population >= _CITY:
                score -= _NO_CITY  # بلدة صيدا is none of the size of Sidon
            scored.append((score, place))
        scored.sort(key=lambda item: (-item[0], item[1].id))
        return scored

    def _place(self, mention: PlaceMention, near: Sequence[PlaceMention], anchors: _Anchors) -> tuple[Place, Location] | None:
        if not mention.candidates:
            return None
        runners: tuple[str, ...] = ()
        place = mention.candidates[0]
        if len(mention.candidates) > 1:
            ranked = self.rank(mention, near, anchors)
            place = ranked[0][1]
            runners = tuple(other.id for _, other in ranked[1 : _MAX_RUNNERS_UP + 1])
        if mention.kind == "countryside":
            return place, self._locations.countryside(mention, place, mention.qualifier)
        if mention.kind == "direction":
            return place, self._locations.direction(mention, place)
        if mention.kind == "border":
            nisba = _nisba(place.name)
            both = (f"الحدود السورية {nisba}", f"الحدود {nisba} السورية")
            return place, self._locations.area(mention, place, f"الحدود {nisba}", f"{place.name_en} border", None, None, both)
        if mention.kind == "environs":
            return self._locations.around(mention, place)
        if mention.name:
            # جسر جرابلس: a site at the town.
            site = attrs.evolve(mention, name=mention.name.replace(ITS_NAME, place.name), levels=(UNLISTED[mention.head],))
            return place, self._locations.unlisted(site, place)
        return place, self._locations.of(mention, place, runners)

    def _holder(
        self, sentence: Sequence[PlaceMention], position: int, near: Sequence[PlaceMention], anchors: _Anchors, earlier: Earlier
    ) -> Place | None:
        """The listed place that a place which no table has lies in: the one named right after it, else the one before."""
        following = sentence[position + 1] if position + 1 < len(sentence) else None
        if following is not None and following.first - sentence[position].last <= 1 and following.proclitics != "و":
            found = self._place(following, near, anchors)
            if found is not None:
                return found[0]
        return earlier[-1][0] if earlier else None

    def _capital(self, mention: PlaceMention, earlier: Earlier) -> PlaceMention:
        """العاصمة alone: that of the country told of last, of ours where none is."""
        last = earlier[-1][0] if earlier else None
        if mention.head != "عاصمه" or mention.certain or mention.kind != "place" or last is None:
            return mention
        capital = last.name if last.name in CAPITALS.values() else CAPITAL_OF.get(self._anaphora.root(last).name, "")
        named = self.table.by_key.get(key_words(capital), ()) if capital else ()
        places = tuple(place for place in named if place.level != "country")
        return attrs.evolve(mention, candidates=places) if places else mention


def _folded(lines: Sequence[str]) -> frozenset[str]:
    """The names of lines of the list of common words, folded, without article and mark."""
    return frozenset(fold(line.removesuffix(_FIRM).strip()).removeprefix("ال") for line in lines if line)


def _lies_in(first: PlaceMention, second: PlaceMention, inner: Location, outer: Location) -> bool:
    """Whether a coarser place stands right after a finer one, as what it lies in."""
    coarser = _COARSENESS.get(outer.level, 0) > _COARSENESS.get(inner.level, 0)
    return coarser and second.first - first.last <= 1


def _nisba(country: str) -> str:
    return {"تركيا": "التركية", "العراق": "العراقية", "لبنان": "اللبنانية", "الأردن": "الأردنية", "إسرائيل": "الإسرائيلية"}.get(
        country, country
    )
