"""What المدينة, المنطقة, البلدتان, المحافظة and البلاد stand for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import attrs

from eventcode.gazetteer.locations import Locations
from eventcode.gazetteer.mention import PlaceMention
from eventcode.gazetteer.table import Place, Table, key_words
from eventcode.gazetteer.words import ANAPHORS, CAPITALS, DUAL, HOME_COUNTRY, MANY, WITH_COUNTRYSIDE
from eventcode.model import Location


class Told(NamedTuple):
    """A place that the document named: the listed one, the location told, whether "and" joins it to the one before it, its generic word."""

    place: Place | None
    location: Location
    joined: bool
    head: str = ""


Earlier = Sequence[Told]
"""What the document named before, in order."""
# How many places back one at home is rather meant than a town abroad that was named later.
_REACH_OF_HOME = 6
# How many places back "the two towns" may have been named.
_REACH_OF_PAIR = 12
_OF_A_KIND = frozenset({"مطار", "معسكر", "سجن", "جبل", "سهل", "حقل", "مخيم"})
"""Nouns that take up only what is called so: المطار after مطار كذا."""
# How many places back a governorate may have been named that المحافظة takes up before that of the last town.
_REACH_OF_GOVERNORATE = 6
_REACH_OF_AREA = 6
"""How many places back "the area" may have been named, before a town."""
_NEXT_TO_IT = 14
"""Characters between an area and the larger one that it lies in."""
_SIDE = ("area",)
"""What الريف الجنوبي alone asks for."""
_AREAS = frozenset({"area", "region", "governorate", "district", "subdistrict"})
_TOWN = 10_000
"""Inhabitants of a place that is called a city."""
_SMALL = frozenset({"بلده", "قريه"})
"""Nouns that take up no chief town: البلدة, القرية."""
_SETTLED = frozenset({"مدينه", "بلده", "قريه"})


class Anaphora:
    """Finds what a noun with the article takes up among the places named before it."""

    def __init__(self, table: Table, locations: Locations) -> None:
        self.table = table
        self.locations = locations

    def resolve(self, mention: PlaceMention, earlier: Earlier, second: bool) -> tuple[Place | None, Location] | None:
        """المدينة, المنطقة, المحافظة, البلاد, محيط البلدة, الريف الجنوبي: the nearest earlier place of a fitting level.

        ``second``: the second one of a pair (البلدتان).
        """
        if mention.head == "ريف" and mention.levels == WITH_COUNTRYSIDE:
            return self._of_owner(mention, earlier)
        if mention.head == "ريف" and mention.levels != _SIDE:
            return self._of_meant(mention, earlier)
        if mention.head == "ريف":
            return self._of_governorate(mention, earlier)
        if mention.head == MANY:
            return self._listed(mention, earlier)
        found = self._pair(mention, earlier, second) if mention.head == DUAL else self._meant(mention, earlier)
        if found is not None and found[0] is not None and mention.qualifier == "محيط":
            return self.locations.around(mention, found[0])
        if found is not None and found[0] is not None and mention.qualifier:
            return found[0], self.locations.direction(mention, found[0])
        return found

    def _of_owner(self, mention: PlaceMention, earlier: Earlier) -> tuple[Place | None, Location] | None:
        """ريفها: that of the town or governorate at home which was named last; a village has none."""
        for place, location, *_ in reversed(earlier[-_REACH_OF_PAIR:]):
            if place is None or self.root(place).id != HOME_COUNTRY:
                continue
            if location.level == "governorate" or (place.level == "settlement" and self._town(place)):
                area = next((p for p in self.table.ancestors(place) if p.level == "governorate"), None)
                place = area if area is not None and self.table.capital(area) is place else place
                return place, self.locations.countryside(mention, place, mention.qualifier)
        return None

    def _of_meant(self, mention: PlaceMention, earlier: Earlier) -> tuple[Place | None, Location] | None:
        """المدينة وريفها: the countryside of what the noun before it takes up; that of a capital is the governorate's."""
        head = next((noun for noun, levels in ANAPHORS.items() if levels == mention.levels), "")
        found = self._meant(attrs.evolve(mention, head=head, qualifier=""), earlier)
        if found is None or found[0] is None:
            return self._of_governorate(mention, earlier)
        place = found[0]
        area = next((p for p in self.table.ancestors(place) if p.level == "governorate"), None)
        place = area if area is not None and self.table.capital(area) is place else place
        return place, self.locations.countryside(mention, place, mention.qualifier)

    def _of_governorate(self, mention: PlaceMention, earlier: Earlier) -> tuple[Place | None, Location] | None:
        """الريف الجنوبي: that of the last governorate in which something was told."""
        for place, *_ in reversed(earlier):
            area = next((p for p in [place, *self.table.ancestors(place)] if p.level == "governorate"), None) if place else None
            if area is not None:
                return area, self.locations.countryside(mention, area, mention.qualifier)
        return None

    def _listed(self, mention: PlaceMention, earlier: Earlier) -> tuple[Place | None, Location] | None:
        """The last of the places that were listed together last, which stands for all of them."""
        for (place, *_), (other, _, joined, _) in reversed([*pairwise(earlier[-_REACH_OF_PAIR:])]):
            if place is None or other is None:
                continue
            if joined and place.level == other.level == mention.levels[0] and self.root(other).id == HOME_COUNTRY:
                return other, self.locations.of(mention, other)
        return None

    def _pair(self, mention: PlaceMention, earlier: Earlier, second: bool) -> tuple[Place | None, Location] | None:
        for (place, *_), (other, _, joined, _) in reversed([*pairwise(earlier[-_REACH_OF_PAIR:])]):
            pair = [p for p in (place, other) if p is not None and p.level in mention.levels and self.locations.admin(p)]
            if joined and len(pair) == 2:
                meant = pair[second]
                return meant, self.locations.of(mention, meant, ())
        return None

    def _meant(self, mention: PlaceMention, earlier: Earlier) -> tuple[Place | None, Location] | None:
        """What an anaphor stands for: rather a place at home, though talks in a town abroad were told of last."""
        if mention.levels[:1] == ("settlement",):
            home = [one for one in earlier[-_REACH_OF_HOME:] if one.place is not None and self.root(one.place).id == HOME_COUNTRY]
            if mention.head == "مدينه":
                # مدينة أريحا ... قرية بسامس: what was called a village or a small town is no city.
                home = [one for one in home if one.head not in _SMALL or self._town(one.place)] or home
                towns = [one for one in home if one.head == "مدينه" or self._town(one.place)]
                chief = self._chief_of_last(earlier[-_REACH_OF_HOME:], towns)
                if chief is not None:
                    return chief, self.locations.of(mention, chief, ())
                home = towns or home
            # تخوم قرية عويجل وفي بلدة دارة عزة ... القرية: rather what was called one than what was called something else later.
            called = [one for one in home if one.head == mention.head]
            later = home[home.index(called[-1]) :] if called else []
            if mention.head in _SMALL and len(later) > 1 and all(one.head in _SETTLED for one in later):
                home = called
            found = self._nearest(mention, home)
            if found is not None:
                return found
        found = self._nearest(mention, earlier)
        abroad = found is not None and found[0] is not None and self.root(found[0]).id != HOME_COUNTRY
        if (found is None or abroad) and mention.head == "مدينه" and earlier and earlier[-1][0] is not None:
            # ريف إدلب ... وسط المدينة: the chief town of the area told of last, rather than a town abroad
            area = next((p for p in (earlier[-1][0], *self.table.ancestors(earlier[-1][0])) if p.level == "governorate"), None)
            town = self.table.capital(area) if area is not None else None
            return (town, self.locations.of(mention, town, ())) if town is not None else found
        return found

    def _chief_of_last(self, recent: Earlier, towns: Earlier) -> Place | None:
        """أما في درعا، فقد هاجموا المدينة: the chief town of a governorate named by its name alone after the last town, which lies elsewhere."""
        settled = [one.place for one in towns if one.place is not None and one.place.level == "settlement"]
        for place, location, _, head in reversed(recent):
            if place is None or place in settled or self.root(place).id != HOME_COUNTRY:
                return None
            if location.level == "governorate" and place.level == "governorate" and not head:
                return None if any(place in self.table.ancestors(town) for town in settled) else self.table.capital(place)
            if location.level != "settlement":
                return None
        return None

    def root(self, place: Place) -> Place:
        """The country that a place lies in, else the largest area that holds it."""
        return (place, *self.table.ancestors(place))[-1]

    def _chief_town(self, place: Place) -> bool:
        """Whether a place is the capital of a country or of a governorate, which nobody calls a town or a village."""
        area = next((p for p in self.table.ancestors(place) if p.level == "governorate"), None)
        return place.name in CAPITALS.values() or (area is not None and self.table.capital(area) is place)

    def _area(self, earlier: Earlier) -> tuple[Place | None, Location] | None:
        """المنطقة: the area, region or governorate told of last, before the towns in it, unless it only told where one lies."""
        recent = earlier[-_REACH_OF_AREA:]
        for index in range(len(recent) - 1, -1, -1):
            place, location = recent[index][:2]
            if location.level not in _AREAS or location.name in CAPITALS.values() or (location.id or "").endswith("~around"):
                continue
            lying = recent[index - 1] if index else None
            if (
                lying is not None
                and lying.head == "منطقه"
                and 0 <= (location.start or 0) - (lying.location.end or 0) <= _NEXT_TO_IT
            ):
                return lying.place, lying.location  # منطقة جبل التركمان بريف اللاذقية
            following = recent[index + 1][1] if index + 1 < len(recent) else None
            if following is None or (following.start or 0) > (location.start or 0):
                return place, location
        return None

    def _town(self, place: Place | None) -> bool:
        """Whether a settlement is a town: the chief one of a subdistrict or a governorate, or of many inhabitants."""
        if place is None or place.population >= _TOWN:
            return place is not None
        areas = [area for area in self.table.ancestors(place) if area.level in ("subdistrict", "district", "governorate")]
        return any(key_words(area.name) == key_words(place.name) for area in areas)

    def _nearest(self, mention: PlaceMention, earlier: Earlier) -> tuple[Place | None, Location] | None:
        if mention.head == "منطقه" and not mention.qualifier:
            found = self._area(earlier)
            if found is not None:
                return found[0], self._again(mention, found[1])
        if mention.levels == ("governorate",):
            for place, location, *_ in reversed(earlier[-_REACH_OF_GOVERNORATE:]):
                if location.level == "governorate" and location.name not in CAPITALS.values():
                    return place, self._again(mention, location)
        for place, location, *_ in reversed(earlier):
            if mention.head in _OF_A_KIND and location.level not in ("camp", "area"):
                if place is None or not any(key_words(name)[:1] == (mention.head,) for name in place.names):
                    continue
                return place, self._again(mention, location)
            if mention.head in _SMALL and place is not None and self._chief_town(place):
                continue
            if mention.levels == ("settlement",) and place is not None and place.level == "settlement" and location.level == "area":
                return place, self.locations.of(mention, place, ())
            if mention.levels == ("governorate",) and location.name in CAPITALS.values():
                # المحافظة is hardly ever the capital, which is a governorate too.
                continue
            if location.level in mention.levels or (mention.head == "منطقه" and location.level != "country"):
                return place, self._again(mention, location)
            if mention.levels == ("governorate",) and place is not None:
                area = next((p for p in [place, *self.table.ancestors(place)] if p.level == "governorate"), None)
                if area is not None:
                    return area, self.locations.of(mention, area, ())
            if mention.levels == ("country",) and place is not None:
                area = next((p for p in [place, *self.table.ancestors(place)] if p.level == "country"), None)
                if area is not None:
                    return area, self.locations.of(mention, area, ())
        if mention.head == "بلاد":
            syria = self.table.by_key.get(("سوريا",), [])
            return (syria[0], self.locations.of(mention, syria[0], ())) if syria else None
        return None

    def _again(self, mention: PlaceMention, location: Location) -> Location:
        return attrs.evolve(location, start=mention.start, end=mention.end, text=None)
