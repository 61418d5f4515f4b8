"""Locations of places: with their areas, sides, surroundings and countryside, and of places that no table has."""

from __future__ import annotations

import attrs

from eventcode.gazetteer.mention import PlaceMention
from eventcode.gazetteer.table import Place, Table, arabic, key_words
from eventcode.model import Location
from eventcode.text import fold

_ADJECTIVE = {"شمال": "الشمالي", "جنوب": "الجنوبي", "شرق": "الشرقي", "غرب": "الغربي"}
_SECTOR = {"الشمالي": (0, 1), "الجنوبي": (0, -1), "الشرقي": (1, 0), "الغربي": (-1, 0)}


class Locations:
    """Makes locations of the places of a table; what it keeps is computed once for each place that texts name."""

    def __init__(self, table: Table) -> None:
        self.table = table
        # By place, filled as texts name them: what areas each lies in.
        self._admins: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        # Centres of areas that texts have named; each is computed once.
        self._centres: dict[tuple[str, str], tuple[float | None, float | None]] = {}

    def _shares_name(self, place: Place) -> bool:
        """Whether a governorate bears a town's name, so that the town's is written with its head (مدينة إدلب)."""
        return any(other.level == "governorate" for other in self.table.by_key.get(key_words(place.name), ()))

    def located(self, place: Place) -> Location:
        """A place of the table as the location of an event that no words of a text name."""
        admin, admin_codes = self.admin(place)
        return Location(
            text=None, start=None, end=None, id=place.id, name=place.name, name_en=place.name_en,
            level=place.level, admin=admin, admin_codes=admin_codes, lat=place.lat,
            lon=place.lon, precision=place.precision or "point",
            aliases=tuple(name for name in place.aliases if arabic(name)),
        )  # fmt: skip

    def of(self, mention: PlaceMention, place: Place, runners: tuple[str, ...] = ()) -> Location:
        """The location of a mention that is a place of the table."""
        return attrs.evolve(self.located(place), start=mention.start, end=mention.end, score=mention.score, runners_up=runners)

    def admin(self, place: Place) -> tuple[tuple[str, ...], tuple[str, ...]]:
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

    def area(
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
        admin, admin_codes = self.admin(place)
        return Location(
            text=None, start=mention.start, end=mention.end, id=identifier or f"{place.id}~{'border' if mention.kind == 'border' else 'around'}",
            name=name, name_en=name_en, level=level, admin=admin, admin_codes=admin_codes,
            lat=lat, lon=lon, precision="area", score=mention.score, aliases=aliases,
        )  # fmt: skip

    def countryside(self, mention: PlaceMention, place: Place, side: str) -> Location:
        name = f"ريف {place.name.removeprefix('ريف ')} {side}".strip()
        named = self.table.by_key.get(key_words(name), ())
        governorate = next((p for p in named if p.level == "governorate"), None)
        if governorate is not None:
            return self.of(mention, governorate, ())
        known = next((p for p in named if p.level in ("region", "area")), None)
        lat, lon = self._centre(place, side)
        identifier = known.id if known else f"{place.id}~countryside{'-' + side.replace(' ', '-') if side else ''}"
        if known is not None and known.lat is not None:
            lat, lon = known.lat, known.lon
        aliases = tuple(f"ريف {alias} {side}".strip() for alias in place.aliases if arabic(alias) and " " not in alias)
        return self.area(mention, known or place, name, f"{place.name_en} countryside", lat, lon, aliases, identifier)

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

    def direction(self, mention: PlaceMention, place: Place) -> Location:
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
            return self.area(
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
            return self.area(mention, place, name, f"part of {place.name_en}", place.lat, place.lon, aliases, identifier)
        side = " ".join(_ADJECTIVE[word] for word in words)
        plain = (f"{mention.qualifier} {place.name}",)
        namesake = next((p for p in self.table.by_key.get(key_words(place.name), ()) if p.level == "governorate"), None)
        area = place if place.level in ("governorate", "district", "subdistrict") else None if mention.levels else namesake
        if area is not None:
            found = self.countryside(mention, area, side)
            return attrs.evolve(found, aliases=(*found.aliases, *plain))
        return self.area(
            mention,
            place,
            f"محيط {place.name}",
            f"{place.name_en} surroundings",
            place.lat,
            place.lon,
            (f"{mention.qualifier} {place.name}",),
        )

    def around(self, mention: PlaceMention, place: Place) -> tuple[Place, Location]:
        """What lies around a place; around bare إدلب is around the city, around محافظة إدلب around the governorate."""
        head = "محافظة " if place.level == "governorate" and mention.head == "محافظه" else ""
        if mention.head == "مدينه" and place.level == "settlement" and self._shares_name(place):
            head = "مدينة "
        if place.level == "governorate" and not mention.head and mention.qualifier == "محيط":
            capital = self.table.capital(place)
            if capital is not None:
                place, head = capital, "مدينة "
        aliases = tuple(f"محيط {name}" for name in place.names if arabic(name))
        return place, self.area(
            mention, place, f"محيط {head}{place.name}", f"{place.name_en} surroundings", place.lat, place.lon, aliases
        )

    def unlisted(self, mention: PlaceMention, holder: Place | None) -> Location:
        """A place that no table has, with the areas and roughly the point of the listed one that it lies in."""
        admin, admin_codes = self.admin(holder) if holder is not None else ((), ())
        point = (holder.lat, holder.lon) if holder is not None else (None, None)
        level = mention.levels[0]
        if level == "area" and holder is not None and holder.level == "settlement":
            level = "neighbourhood"  # منطقة كذا في مدينة كذا
        name = f"محيط {mention.name}" if mention.kind == "environs" else mention.name
        level = "area" if mention.kind == "environs" else level
        # However the text spells its letters: ألغام, الغام.
        identifier = f"{holder.id}~{fold(name).replace(' ', '-')}" if holder is not None else None
        return Location(
            text=None, start=mention.start, end=mention.end, id=identifier, name=name, name_en=None, level=level,
            admin=admin, admin_codes=admin_codes, lat=point[0], lon=point[1], precision="area", score=mention.score,
        )  # fmt: skip
