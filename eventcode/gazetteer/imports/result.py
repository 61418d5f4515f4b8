"""What an import gives, and what the readers of both formats share: names by script, and joining with rows that are known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs

from eventcode.errors import Problem
from eventcode.gazetteer.latin import is_latin
from eventcode.gazetteer.table import Place, distance_km, key_words

# Arabic letters proper, words and the joints between them: no Persian, Urdu or Kurdish letters, marks or digits of any script.
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a0-9][\u0621-\u063a\u0641-\u064a0-9 /()_.-]*")
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_MOVED_KM = 0.1


@attrs.frozen
class Box:
    """A box of WGS 84 degrees that places must lie in."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lat: float, lon: float) -> bool:
        """Whether a point lies in the box."""
        return self.south <= lat <= self.north and self.west <= lon <= self.east


@attrs.frozen
class Imported:
    """The rows to write, the faults of the file, and how many records were read, known before, and of no use here."""

    places: tuple[Place, ...]
    problems: tuple[Problem, ...]
    read: int
    known: int = 0
    passed_over: int = 0


def clean(name: str) -> str:
    """A name without marks and invisible characters, with single spaces and none of the letter that parts aliases."""
    return " ".join(_MARKS.sub("", name.replace(";", " ")).split())


def is_arabic(name: str) -> bool:
    """Whether a name is in Arabic letters proper (GeoNames marks no Persian, Urdu and Kurdish ones in its dump)."""
    return bool(_ARABIC.fullmatch(name)) and any(letter >= "\u0621" for letter in name)


def distinct(names: Iterable[str], but: Sequence[str]) -> tuple[str, ...]:
    """Names in order, each once, without those that are there already (compared as look-up folds them; Latin as they are)."""
    seen = {_same(name) for name in but}
    out = []
    for name in names:
        if name and _same(name) not in seen:
            seen.add(_same(name))
            out.append(name)
    return tuple(out)


def _same(name: str) -> tuple[str, ...]:
    return (name,) if is_latin(name) else key_words(name)


def joined(known: Place, new: Place, source: str) -> Place | None:
    """A known row with the names that a new one adds, and its parent and point if ``new`` has others; None if nothing is new.

    The known name stays the first one, since events are coded with it.
    """
    added = distinct((new.name, new.name_en, *new.aliases), (*known.names, known.name_en))
    apart = distance_km(known, new)
    moved = new.lat is not None and (apart is None or apart > _MOVED_KM)
    if not added and not moved and new.parent == known.parent:
        return None
    parts = [part for part, there in (("names", added), ("point", moved), ("parent", new.parent != known.parent)) if there]
    return attrs.evolve(
        known, aliases=(*known.aliases, *added), parent=new.parent, lat=new.lat if moved else known.lat,
        lon=new.lon if moved else known.lon, precision=new.precision if moved else known.precision,
        source=f"{known.source}; {source}({', '.join(parts)})",
    )  # fmt: skip
