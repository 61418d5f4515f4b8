"""Look a name up for a person: by id, in Arabic or in Latin letters, exact names first and then near ones, with scores."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from eventcode.gazetteer import latin
from eventcode.gazetteer.table import Place, Table, key_words

NEAR = 75.0
"""Least likeness (rapidfuzz ratio, 0 to 100) at which a name is shown as near."""

_ALIAS = 0.98
# A name of the same consonants is a transliteration of the same word or of a near one: never below this, never sure.
_SAME_CONSONANTS = 0.8


def search(table: Table, name: str, limit: int = 12) -> list[tuple[float, Place]]:
    """Places by an id or a name in Arabic or Latin letters, with scores from 0 to 1, best first.

    1 is an id or a name as it stands (but for folded letters and articles), 0.98 another name of a place; below that the
    likeness of the nearest of a place's names. Latin names meet by their consonants too, so that Maaret Numan finds
    Ma'arrat An Nu'man. Places of one score stand by level, then inhabitants.
    """
    found = {} if name.strip() not in table.places else {name.strip(): 1.0}
    for score, place in _latin(table, name) if latin.is_latin(name) else _arabic(table, name, limit):
        found[place.id] = max(score, found.get(place.id, 0.0))
    hits = [(round(score, 3), table.places[identifier]) for identifier, score in found.items()]
    return sorted(hits, key=_order)[:limit]


def _order(hit: tuple[float, Place]) -> tuple[float, int, int, int, str]:
    """Best score first; then by level, inhabitants and number of names (a place that many write of has many), then id."""
    score, place = hit
    return -score, _RANK.get(place.level, 9), -place.population, -len(place.aliases), place.id


_RANK = {"country": 0, "governorate": 1, "settlement": 2, "district": 3, "subdistrict": 4, "region": 5}


def _arabic(table: Table, name: str, limit: int) -> Iterable[tuple[float, Place]]:
    key = key_words(name)
    for place in table.by_key.get(key, ()):
        yield (1.0 if key_words(place.name) == key else _ALIAS), place
    keys = {" ".join(words): words for words in table.by_key}
    # An exact name is among the near ones too, so one more of them is asked for.
    for text, score, _ in process.extract(" ".join(key), list(keys), scorer=fuzz.ratio, score_cutoff=NEAR, limit=limit + 1):
        if keys[text] != key:
            yield from ((min(score / 100, _ALIAS - 0.01), place) for place in table.by_key[keys[text]])


def _latin(table: Table, name: str) -> Iterable[tuple[float, Place]]:
    plain, skeleton = latin.plain(name), latin.skeleton(name)
    joined = skeleton.replace(" ", "")
    for place in table.places.values():
        for number, other in enumerate(filter(latin.is_latin, (place.name_en, *place.aliases))):
            spelling = latin.plain(other)
            if spelling == plain:
                yield (1.0 if number == 0 else _ALIAS), place
                continue
            likeness = fuzz.ratio(plain, spelling, score_cutoff=NEAR if len(joined) < 2 else 50.0) / 100
            if len(joined) > 1 and latin.skeleton(other).replace(" ", "") == joined:
                yield _SAME_CONSONANTS + (1 - _SAME_CONSONANTS) * 0.9 * likeness, place
            elif likeness * 100 >= NEAR:
                yield min(likeness, _ALIAS - 0.01) * 0.95, place
