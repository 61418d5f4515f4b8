"""The gazetteer that coders use: find place phrases, then decide with the whole document in view which place each one is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import attrs

from eventcode.data import data_root
from eventcode.gazetteer.mention import ITS_NAME, PlaceMention
from eventcode.gazetteer.names import Names
from eventcode.gazetteer.phrases import Phrases
from eventcode.gazetteer.search import search
from eventcode.gazetteer.table import Place, Table, arabic, key_words, load_table, nearness
from eventcode.gazetteer.words import CAPITAL_OF, CAPITALS, DUAL, HOME_COUNTRY, UNLISTED
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
_ADJECTIVE = {"شمال": "الشمالي", "جنوب": "الجنوبي", "شرق": "الشرقي", "غرب": "الغربي"}
_AREAS = frozenset({"country", "governorate", "district", "subdistrict"})
# How much a containing area that the text names beside a place speaks for it: the smaller the more.
_CONTAINS = {"country": 0.5, "governorate": 2.5, "region": 3.0, "district": 3.5, "subdistrict": 4.0, "settlement": 3.0}
# A name of so many places is no help in telling others apart.
_CLEAR = 8
_COARSENESS = {"country": 3, "region": 2, "governorate": 1, "area": 0.5}
_MAX_RUNNERS_UP = 5
# How much it speaks for a place that the document names it where no other can be meant.
_NAMED_IN_FULL = 3.0
# Inhabitants of a city that is meant before a village of its name.
_CITY = 100_000
# How many places back one at home is rather meant than a town abroad that was named later.
_REACH_OF_HOME = 6
# How many places back "the two towns" may have been named.
_REACH_OF_PAIR = 12

Earlier = Sequence[tuple[Place | None, Location, bool]]
"""What the document named before, in order: the place, the location told, and whether "and" joins it to the one before it."""
_SECTOR = {"الشمالي": (0, 1), "الجنوبي": (0, -1), "الشرقي": (1, 0), "الغربي": (-1, 0)}


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


_SMALL = frozenset({"بلده", "قريه"})
"""Nouns that take up no chief town: البلدة, القرية."""


class Gazetteer:
    """Places and how to find them; immutable after loading, safe to share and picklable."""

    def __init__(self, table: Table, risky: frozenset[str] = frozenset()) -> None:
        self.table = table
        self.version = table.version
        self._names = Names(table, risky)
        self._phrases = Phrases(table, self._names)
        # By place, filled as texts name them: what areas each lies in.
        self._admins: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        # Centres of areas that texts have named; each is computed once.
        self._centres: dict[tuple[str, str], tuple[float | None, float | None]] = {}

    @classmethod
    def load(cls, path: Path | None = None, overlays: Sequence[Path] = ()) -> Gazetteer:
        """Load a place table (default: the one that ships with the package) and overlays that add to or replace its rows.

        Raises ``DataError`` with file and line of every bad row.
        """
        base = path or data_root() / "gazetteer" / "places.csv"
        risky_file = base.parent / "common-words.txt"
        risky: frozenset[str] = frozenset()
        if risky_file.is_file():
            lines = risky_file.read_text(encoding="utf-8").splitlines()
            risky = frozenset(fold(line.split("#")[0].strip()).removeprefix("ال") for line in lines if line.split("#")[0].strip())
        return cls(load_table([base, *overlays]), risky)

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

    # -- choice ------------------------------------------------------------------------------------------------------

    def resolve(self, document: Sequence[Sequence[PlaceMention]]) -> list[list[Location | None]]:
        """One location (or None) for each mention of each sentence of a document."""
        anchors = _Anchors.of(document)
        out: list[list[Location | None]] = []
        earlier: list[tuple[Place | None, Location, bool]] = []
        # For anaphors the coarser places of a sentence come before the finer: "منطقة إدلب بشمال غرب سوريا" is Idlib.
        for sentence in document:
            row: list[Location | None] = []
            here: list[tuple[Place | None, Location, bool]] = []
            for position, mention in enumerate(sentence):
                near = [m for m in sentence if m is not mention and m.certain]
                if mention.kind == "anaphor":
                    second = position > 0 and sentence[position - 1].start == mention.start
                    location = self._anaphor(mention, earlier, second)
                else:
                    location = self._place(self._capital(mention, earlier), near, anchors)
                    if location is None and mention.name:
                        location = None, self._unlisted(mention, self._holder(sentence, position, near, anchors, here or earlier))
                row.append(location[1] if location else None)
                if location is not None and mention.kind != "anaphor" and mention.certain:
                    joined = mention.proclitics[:1] == "و" or (bool(here) and here[-1][1].start == location[1].start)
                    here.append((*location, joined))
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
            if place.level == "settlement":
                score += nearness(place, anchors.points, 30)
            if place in anchors.towns:
                # الغوطة, where the text told of الغوطة الشرقية before
                score += _NAMED_IN_FULL
            if not mention.levels and (place.id in self._names.towns or place.population >= _CITY):
                # دوما and جوبر bare are the towns that everybody knows, not villages of the field that bear their names.
                score += 2.5
            score += min(place.population, 200_000) / 200_000
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
            return place, self._countryside(mention, place, mention.qualifier)
        if mention.kind == "direction":
            return place, self._direction(mention, place)
        if mention.kind == "border":
            nisba = _nisba(place.name)
            both = (f"الحدود السورية {nisba}", f"الحدود {nisba} السورية")
            return place, self._area(mention, place, f"الحدود {nisba}", f"{place.name_en} border", None, None, both)
        if mention.kind == "environs":
            return self._around(mention, place)
        if mention.name:
            # جسر جرابلس: a site at the town.
            site = attrs.evolve(mention, name=mention.name.replace(ITS_NAME, place.name), levels=(UNLISTED[mention.head],))
            return place, self._unlisted(site, place)
        return place, self._location(mention, place, runners)

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

    def _unlisted(self, mention: PlaceMention, holder: Place | None) -> Location:
        """A place that no table has, with the areas and roughly the point of the listed one that it lies in."""
        admin, admin_codes = self._admin(holder) if holder is not None else ((), ())
        point = (holder.lat, holder.lon) if holder is not None else (None, None)
        level = mention.levels[0]
        if level == "area" and holder is not None and holder.level == "settlement":
            level = "neighbourhood"  # منطقة كذا في مدينة كذا
        identifier = f"{holder.id}~{mention.name.replace(' ', '-')}" if holder is not None else None
        return Location(
            text=None, start=mention.start, end=mention.end, id=identifier, name=mention.name, name_en=None, level=level,
            admin=admin, admin_codes=admin_codes, lat=point[0], lon=point[1], precision="area", score=mention.score,
        )  # fmt: skip

    def _capital(self, mention: PlaceMention, earlier: Earlier) -> PlaceMention:
        """العاصمة alone: that of the country told of last, of ours where none is."""
        last = earlier[-1][0] if earlier else None
        if mention.head != "عاصمه" or mention.certain or mention.kind != "place" or last is None:
            return mention
        capital = last.name if last.name in CAPITALS.values() else CAPITAL_OF.get(self._root(last).name, "")
        named = self.table.by_key.get(key_words(capital), ()) if capital else ()
        places = tuple(place for place in named if place.level != "country")
        return attrs.evolve(mention, candidates=places) if places else mention

    def _shares_name(self, place: Place) -> bool:
        """Whether a governorate bears a town's name, so that the town's is written with its head (مدينة إدلب)."""
        return any(other.level == "governorate" for other in self.table.by_key.get(key_words(place.name), ()))

    def located(self, place: Place) -> Location:
        """A place of the table as the location of an event that no words of a text name."""
        admin, admin_codes = self._admin(place)
        return Location(
            text=None, start=None, end=None, id=place.id, name=place.name, name_en=place.name_en,
            level=place.level, admin=admin, admin_codes=admin_codes, lat=place.lat,
            lon=place.lon, precision=place.precision or "point",
            aliases=tuple(name for name in place.aliases if arabic(name)),
        )  # fmt: skip

    def _location(self, mention: PlaceMention, place: Place, runners: tuple[str, ...]) -> Location:
        return attrs.evolve(self.located(place), start=mention.start, end=mention.end, score=mention.score, runners_up=runners)

    def _admin(self, place: Place) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The English names and the ids of the governorate, district and subdistrict that a place is or lies in."""
        found = self._admins.get(place.id)
        if found is None:
            areas = self._admin_areas(place)
            found = self._admins[place.id] = tuple(p.name_en for p in areas), tuple(p.id for p in areas)
        return found

    def _admin_areas(self, place: Place) -> list[Place]:
        chain = (
            (place, *self.table.ancestors(place))
            if place.level in ("governorate", "district", "subdistrict")
            else self.table.ancestors(place)
        )
        levels = {p.level: p for p in reversed(chain)}
        return [levels[level] for level in ("governorate", "district", "subdistrict") if level in levels]

    def _area(
        self,
        mention: PlaceMention,
        place: Place,
        name: str,
        name_en: str,
        lat: float | None,
        lon: float | None,
        aliases: tuple[str, ...] = (),
        identifier: str = "",
        level: str = "area",
    ) -> Location:
        admin, admin_codes = self._admin(place)
        return Location(
            text=None, start=mention.start, end=mention.end, id=identifier or f"{place.id}~{'border' if mention.kind == 'border' else 'around'}",
            name=name, name_en=name_en, level=level, admin=admin, admin_codes=admin_codes,
            lat=lat, lon=lon, precision="area", score=mention.score, aliases=aliases,
        )  # fmt: skip

    def _countryside(self, mention: PlaceMention, place: Place, side: str) -> Location:
        name = f"ريف {place.name.removeprefix('ريف ')} {side}".strip()
        named = self.table.by_key.get(key_words(name), ())
        governorate = next((p for p in named if p.level == "governorate"), None)
        if governorate is not None:
            return self._location(mention, governorate, ())
        known = next((p for p in named if p.level in ("region", "area")), None)
        lat, lon = self._centre(place, side)
        identifier = known.id if known else f"{place.id}~countryside{'-' + side.replace(' ', '-') if side else ''}"
        if known is not None and known.lat is not None:
            lat, lon = known.lat, known.lon
        aliases = tuple(f"ريف {alias} {side}".strip() for alias in place.aliases if arabic(alias) and " " not in alias)
        return self._area(mention, known or place, name, f"{place.name_en} countryside", lat, lon, aliases, identifier)

    def _centre(self, place: Place, side: str) -> tuple[float | None, float | None]:
        """The mean point of an area's settlements, or of those on one side of its middle."""
        found = self._centres.get((place.id, side))
        if found is None:
            found = self._centres[place.id, side] = self._mean_point(place, side)
        return found

    def _mean_point(self, place: Place, side: str) -> tuple[float | None, float | None]:
        points = [(p.lat, p.lon) for p in self.table.members(place) if p.lat is not None and p.lon is not None]
        if not points:
            return place.lat, place.lon
        middle = (sum(lat for lat, _ in points) / len(points), sum(lon for _, lon in points) / len(points))
        for word in side.split():
            east, north = _SECTOR.get(word, (0, 0))
            chosen = [(lat, lon) for lat, lon in points if (lon - middle[1]) * east + (lat - middle[0]) * north > 0]
            points = chosen or points
        return round(sum(lat for lat, _ in points) / len(points), 4), round(sum(lon for _, lon in points) / len(points), 4)

    def _direction(self, mention: PlaceMention, place: Place) -> Location:
        """شمال غرب سوريا is a region; جنوبي إدلب is the southern countryside; غرب مدينة إدلب the surroundings of the city."""
        words = mention.qualifier.split()
        if place.level == "country":
            name = f"{mention.qualifier} {place.name}"
            known = next((p for p in self.table.by_key.get(key_words(name), ()) if p.level == "region"), None)
            aliases: tuple[str, ...] = ()
            if known is not None:
                aliases = (name,)
                name = known.name
            lat, lon = (known.lat, known.lon) if known else (place.lat, place.lon)
            return self._area(
                mention,
                place,
                name,
                f"part of {place.name_en}",
                lat,
                lon,
                aliases,
                known.id if known else f"{place.id}~{'-'.join(words)}",
                "region",
            )
        if place.level == "region":
            name = f"{mention.qualifier} {place.name}"
            aliases = tuple(f"{mention.qualifier} {alias}" for alias in place.aliases if arabic(alias))
            identifier = f"{place.id}~{'-'.join(words)}"
            return self._area(mention, place, name, f"part of {place.name_en}", place.lat, place.lon, aliases, identifier)
        side = " ".join(_ADJECTIVE[word] for word in words)
        plain = (f"{mention.qualifier} {place.name}",)
        namesake = next((p for p in self.table.by_key.get(key_words(place.name), ()) if p.level == "governorate"), None)
        area = place if place.level in ("governorate", "district", "subdistrict") else None if mention.levels else namesake
        if area is not None:
            found = self._countryside(mention, area, side)
            return attrs.evolve(found, aliases=(*found.aliases, *plain))
        return self._area(
            mention,
            place,
            f"محيط {place.name}",
            f"{place.name_en} surroundings",
            place.lat,
            place.lon,
            (f"{mention.qualifier} {place.name}",),
        )

    def _around(self, mention: PlaceMention, place: Place) -> tuple[Place, Location]:
        """What lies around a place; around bare إدلب is around the city, around محافظة إدلب around the governorate."""
        head = "محافظة " if place.level == "governorate" and mention.head == "محافظه" else ""
        if mention.head == "مدينه" and place.level == "settlement" and self._shares_name(place):
            head = "مدينة "
        if place.level == "governorate" and not mention.head and mention.qualifier == "محيط":
            capital = self.table.capital(place)
            if capital is not None:
                place, head = capital, "مدينة "
        aliases = tuple(f"محيط {name}" for name in place.names if arabic(name))
        return place, self._area(
            mention, place, f"محيط {head}{place.name}", f"{place.name_en} surroundings", place.lat, place.lon, aliases
        )

    def _anaphor(self, mention: PlaceMention, earlier: Earlier, second: bool) -> tuple[Place | None, Location] | None:
        """المدينة, المنطقة, المحافظة, البلاد, محيط البلدة, الريف الجنوبي: the nearest earlier place of a fitting level.

        ``second``: the second one of a pair (البلدتان).
        """
        if mention.head == "ريف":
            return self._of_governorate(mention, earlier)
        found = self._pair(mention, earlier, second) if mention.head == DUAL else self._meant(mention, earlier)
        if found is not None and found[0] is not None and mention.qualifier == "محيط":
            return self._around(mention, found[0])
        if found is not None and found[0] is not None and mention.qualifier:
            return found[0], self._direction(mention, found[0])
        return found

    def _of_governorate(self, mention: PlaceMention, earlier: Earlier) -> tuple[Place | None, Location] | None:
        """الريف الجنوبي: that of the last governorate in which something was told."""
        for place, _, _ in reversed(earlier):
            area = next((p for p in [place, *self.table.ancestors(place)] if p.level == "governorate"), None) if place else None
            if area is not None:
                return area, self._countryside(mention, area, mention.qualifier)
        return None

    def _pair(self, mention: PlaceMention, earlier: Earlier, second: bool) -> tuple[Place | None, Location] | None:
        for (place, _, _), (other, _, joined) in reversed([*pairwise(earlier[-_REACH_OF_PAIR:])]):
            pair = [p for p in (place, other) if p is not None and p.level == "settlement" and self._admin(p)]
            if joined and len(pair) == 2:
                meant = pair[second]
                return meant, self._location(mention, meant, ())
        return None

    def _meant(self, mention: PlaceMention, earlier: Earlier) -> tuple[Place | None, Location] | None:
        """What an anaphor stands for: rather a place at home, though talks in a town abroad were told of last."""
        if mention.levels[:1] == ("settlement",):
            home = [one for one in earlier[-_REACH_OF_HOME:] if one[0] is not None and self._root(one[0]).id == HOME_COUNTRY]
            found = self._nearest(mention, home)
            if found is not None:
                return found
        found = self._nearest(mention, earlier)
        abroad = found is not None and found[0] is not None and self._root(found[0]).id != HOME_COUNTRY
        if (found is None or abroad) and mention.head == "مدينه" and earlier and earlier[-1][0] is not None:
            # ريف إدلب ... وسط المدينة: the chief town of the area told of last, rather than a town abroad
            area = next((p for p in (earlier[-1][0], *self.table.ancestors(earlier[-1][0])) if p.level == "governorate"), None)
            town = self.table.capital(area) if area is not None else None
            return (town, self._location(mention, town, ())) if town is not None else found
        return found

    def _root(self, place: Place) -> Place:
        """The country that a place lies in, else the largest area that holds it."""
        return (place, *self.table.ancestors(place))[-1]

    def _chief_town(self, place: Place) -> bool:
        """Whether a place is the capital of a country or of a governorate, which nobody calls a town or a village."""
        area = next((p for p in self.table.ancestors(place) if p.level == "governorate"), None)
        return place.name in CAPITALS.values() or (area is not None and self.table.capital(area) is place)

    def _nearest(self, mention: PlaceMention, earlier: Earlier) -> tuple[Place | None, Location] | None:
        for place, location, _ in reversed(earlier):
            if mention.head in _SMALL and place is not None and self._chief_town(place):
                continue
            if mention.levels == ("settlement",) and place is not None and place.level == "settlement" and location.level == "area":
                return place, self._location(mention, place, ())
            if mention.levels == ("governorate",) and location.name in CAPITALS.values():
                # المحافظة is hardly ever the capital, which is a governorate too.
                continue
            if location.level in mention.levels or (mention.head == "منطقه" and location.level != "country"):
                return place, self._again(mention, location)
            if mention.levels == ("governorate",) and place is not None:
                area = next((p for p in [place, *self.table.ancestors(place)] if p.level == "governorate"), None)
                if area is not None:
                    return area, self._location(mention, area, ())
            if mention.levels == ("country",) and place is not None:
                area = next((p for p in [place, *self.table.ancestors(place)] if p.level == "country"), None)
                if area is not None:
                    return area, self._location(mention, area, ())
        if mention.head == "بلاد":
            syria = self.table.by_key.get(("سوريا",), [])
            return (syria[0], self._location(mention, syria[0], ())) if syria else None
        return None

    def _again(self, mention: PlaceMention, location: Location) -> Location:
        return attrs.evolve(location, start=mention.start, end=mention.end, text=None)


def _lies_in(first: PlaceMention, second: PlaceMention, inner: Location, outer: Location) -> bool:
    """Whether a coarser place stands right after a finer one, as what it lies in."""
    coarser = _COARSENESS.get(outer.level, 0) > _COARSENESS.get(inner.level, 0)
    return coarser and second.first - first.last <= 1


def _nisba(country: str) -> str:
    return {"تركيا": "التركية", "العراق": "العراقية", "لبنان": "اللبنانية", "الأردن": "الأردنية", "إسرائيل": "الإسرائيلية"}.get(
        country, country
    )
