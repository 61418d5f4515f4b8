"""Find place phrases in the tokens of a sentence: which reader takes a phrase, and heads with their names."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import lru_cache

import attrs

from eventcode.gazetteer.around import Around, at_distance, belongs
from eventcode.gazetteer.landmarks import SITES, Landmarks
from eventcode.gazetteer.lines import Lines, owned_realm
from eventcode.gazetteer.lookup import Name
from eventcode.gazetteer.mention import BORDERS, ROADS, PlaceMention, Scope, head_of, ids, in_governorate
from eventcode.gazetteer.names import Names
from eventcode.gazetteer.no_place import country_only, near_by, outlet, without, zone, zones
from eventcode.gazetteer.reader import VILLAGES
from eventcode.gazetteer.sided import Sided
from eventcode.gazetteer.table import Place, Table, arabic, key_words, without_article
from eventcode.gazetteer.variants import DUALS, Variants
from eventcode.gazetteer.words import (
    ANAPHORS,
    AXIS,
    COUNTRYSIDE,
    DIRECTIONS,
    DUAL,
    DUAL_ANAPHORS,
    ENVIRONS,
    HEADS,
    ITSELF,
    MANY,
    MANY_ANAPHORS,
    NEAR,
    OF_COUNTRY,
    OWNED,
    PLURAL_HEADS,
    QUOTES,
    SHARES,
)
from eventcode.text import Analysis, Token

_LONG_NAME = 5
# Distinct words of which it is kept whether a place phrase begins with them.
_MOST_WORDS = 200_000
_NUMBERED = re.compile("ال(?:ثلاث|اربع|خمس|ست|سبع|مذكور)ه?")
_NATURE = frozenset({"جبل", "سهل", "حقل"})
_SETTLEMENTS = frozenset({"قريه", "بلده", "مزرعه"})


class Phrases(Sided, Around, Lines, Landmarks, Variants):
    """Finds place phrases with the names of a table."""

    def __init__(self, table: Table, names: Names) -> None:
        super().__init__(table, names)
        self._opening: dict[str, bool] = {}  # by distinct word, filled as words are met

    def find(self, tokens: Sequence[Token], blocked: frozenset[int], named: frozenset[str] = frozenset()) -> list[PlaceMention]:
        """Every place phrase of a sentence, in order; ``named`` are the ids of places that the document named before."""
        scope = Scope(blocked, named)
        opening = self._opening
        out: list[PlaceMention] = []
        last = 0
        for index, token in enumerate(tokens):
            if index < last or token.kind != "word":
                continue
            opens = opening.get(token.norm)
            if not (self._opens(token.norm) if opens is None else opens):
                continue
            if index not in blocked:
                found = self.phrase(tokens, index, scope, out)
            else:
                found = self.inside(tokens, index, scope)
            if found and country_only(found[0]) and ((index and without(tokens[index - 1].norm)) or near_by(tokens[index].norm)):
                last = found[-1].last
                continue
            if found and zones(tokens, found[0]):
                last = found[-1].last
                continue
            if found and out and self._zone_of_another(out[-1], found[0]):
                out.pop()
            if found:
                near = head_of(tokens[index].norm)
                if out and near is not None and near[0] in NEAR:
                    # الغوطة قرب دمشق: what only tells where a place lies is not what المدينة takes up.
                    found = [attrs.evolve(one, certain=False) for one in found]
                out.extend(at_distance(tokens, found))
                last = found[-1].last
        return out

    def _zone_of_another(self, first: PlaceMention, following: PlaceMention) -> bool:
        """منطقة خفض التصعيد جنوب غربي سوريا: another zone than the listed one is told by where it lies."""
        named = zone(first) and following.first - first.last <= 1 and following.proclitics[:1] != "و"
        if not named or following.kind == "anaphor":
            return False
        if any(candidate.level in ("country", "region") for candidate in following.candidates):
            return not (following.qualifier or following.candidates[0].name).startswith("شمال")
        return not any(candidate.id in self.names.home for candidate in following.candidates)

    def inside(self, tokens: Sequence[Token], index: int, scope: Scope) -> list[PlaceMention]:
        """A place in the name of an actor: a name too long to be anything else, or a base that is an actor and a site: قاعدة حميميم."""
        name = self.names.at(tokens, index, scope.blocked)
        if name is None and head_of(tokens[index].norm) is not None:
            whole = self.names.at(tokens, index, frozenset())
            base = whole is not None and whole.last - whole.first > 1 and all(place.level == "site" for place in whole.places)
            name = whole if base else None
        return [self.make(tokens, name.first, name.reading, name.last, name.places)] if name is not None else []

    def _opens(self, norm: str) -> bool:
        """Whether a place phrase can begin with a word: a name's first word, a generic word, or a slip of بإدلب."""
        if len(self._opening) >= _MOST_WORDS:
            self._opening.clear()
        found = self._opening[norm] = (
            self.names.starts(norm)
            or head_of(norm) is not None
            or belongs(norm) is not None
            or norm == "وما"  # إدلب وما حولها
            or owned_realm(norm) is not None
            or bool(self._slipped_places(norm))
        )
        return found

    def phrase(self, tokens: Sequence[Token], index: int, scope: Scope, before: Sequence[PlaceMention]) -> list[PlaceMention]:
        """The place phrase that starts at a token."""
        whole = self.names.at(tokens, index, scope.blocked)
        head = head_of(tokens[index].norm)
        if whole is not None and outlet(tokens, whole):
            return []
        if whole is None:
            belonging = self.belonging(tokens, index, scope, before) or self.neighbours(tokens, index, scope, before)
            if belonging:
                return belonging
        if whole is not None and head is not None and head[0] in DIRECTIONS and _is_region(whole):
            return [self.make(tokens, whole.first, whole.reading, whole.last, whole.places, levels=("region",))]
        if whole is None or whole.last - whole.first == 1:
            village = self.village(tokens, index, scope)
            if village:
                return village
        if head is not None and head[0] in SHARES:
            share = self.share(tokens, index, head[1], scope)  # القطاع الأوسط من ريف درعا, though one in Gaza is called so
            if share:
                return share
        composed = head is not None and (head[0] in COUNTRYSIDE or head[0] in DIRECTIONS)
        if composed and head is not None:
            stem, reading = head
            found = (
                self.countryside(tokens, index, reading, scope)
                if stem in COUNTRYSIDE
                else self.direction(tokens, index, stem, reading, scope)
            )
            if found:
                return found
        if (
            whole is not None
            and (head is None or whole.last - whole.first > 1)
            and self._names_itself(whole, head, scope.named | ids(before))
        ):
            if head is not None and head[0] in DUAL_ANAPHORS:
                return [self.make(tokens, whole.first, whole.reading, whole.last, whole.places)]
            found = self.coordinated(tokens, whole, "", (), index, "", scope, before)
            if found or head is None:
                return found
        if head is None:
            return self.own_realm(tokens, index) or self._slip_of_preposition(tokens, index, scope)
        stem, reading = head
        if composed:
            return []
        if stem in OF_COUNTRY and reading.article:
            return self.realm(tokens, index, reading)
        if stem in ENVIRONS or stem in ITSELF:
            return self.environs(tokens, index, stem, reading, scope, before)
        if stem in ROADS:
            return self.road(tokens, index, reading, scope)
        if stem in BORDERS:
            return self.border(tokens, index, reading) or self.edge(tokens, index, reading, scope, before)
        if stem in SHARES:
            return []
        if stem == "عاصمه":
            return self.capital(tokens, index, reading, scope)
        return self.headed(tokens, index, stem, reading, scope, before)

    def _names_itself(self, name: Name, head: tuple[str, Analysis] | None, named: Set[str]) -> bool:
        """جبل الزاوية, تل خطرة, سهل الغاب: a name that begins with a generic word is the longer and better one.

        القريتين is the town where the text has named it, else the two villages.
        """
        if head is None:
            return True
        if head[0] in PLURAL_HEADS and name.last - name.first == 1:
            return head[0] in DUAL_ANAPHORS and any(place.id in named for place in name.places)
        if head[0] in ROADS:
            return False
        # An alias of two words (مدينة إدلب) is the head and the name; a longer one (معبر باب الهوى) is a name of its own.
        longer = name.last - name.first > 2
        return any(
            key_words(own)[:1] == (without_article(head[0]),)
            for place in name.places
            for own in (place.names if longer else (place.name,))
            if arabic(own)
        )

    def _slip_of_preposition(self, tokens: Sequence[Token], index: int, scope: Scope) -> list[PlaceMention]:
        """يإدلب for بإدلب: ي and ب are one dot apart and one key apart; for governorates and the longer names of home."""
        places = self._slipped_places(tokens[index].norm)
        if not places:
            return []
        token = tokens[index]
        return [PlaceMention(index, index + 1, token.start + 1, token.end, "ب", "place", "", (), tuple(places), "", 0.9)]

    def _slipped_places(self, norm: str) -> list[Place]:
        if not norm.startswith("ي") or len(norm) < 5:
            return []
        key = without_article(norm[1:])
        places = [place for place in self.table.by_key.get((key,), ()) if place.level == "governorate"]
        if not places and len(key) >= _LONG_NAME and key not in self.names.risky:
            places = [place for place in self.table.by_key.get((key,), ()) if place.id in self.names.home]
        return places

    def headed(
        self,
        tokens: Sequence[Token],
        index: int,
        stem: str,
        reading: Analysis,
        scope: Scope,
        before: Sequence[PlaceMention],
    ) -> list[PlaceMention]:
        """مدينة إدلب, بلدتي أ وب, محور أ - ب; the word alone with the article is an anaphor."""
        plural = stem in PLURAL_HEADS
        head = PLURAL_HEADS.get(stem, stem)
        position = index + 1
        while position < len(tokens) and (_second_head(tokens[position].norm) or tokens[position].text in QUOTES):
            # قرى وبلدات جبل الزاوية: two heads over one name.
            position += 1
        area = head_of(tokens[position].norm) if position < len(tokens) and tokens[position].kind == "word" else None
        if area is not None and area[0] in COUNTRYSIDE and not area[1].proclitics:
            # مناطق ريفي إدلب الجنوبي والشرقي, قرى وبلدات الريف الغربي لحلب
            inner = self.countryside(tokens, position, area[1], scope)
            return [
                attrs.evolve(found, first=index, start=self.start_of(tokens[index], reading), proclitics=reading.proclitics)
                for found in inner
                if found.kind != "anaphor"
            ]
        if head == AXIS:
            name = self.names.at(tokens, position, scope.blocked)
            if name is not None and self.names.incomplete(tokens, name):
                name = None
            if name is None and stem in ("محور", "محوري", "محاور"):
                name = self.names.slip(tokens, position, scope.blocked, scope.named | ids(before))
            return self.coordinated(tokens, name, head, (), index, "", scope, before, reading, axis=True) if name else []
        levels = HEADS.get(head, ())
        name = self.names.at(tokens, position, scope.blocked)
        if name is None and "settlement" in levels and position in scope.blocked:
            # ضاحية السيدة زينب: after "town of" a name of several words is no person.
            whole = self.names.at(tokens, position, frozenset())
            name = whole if whole is not None and whole.last - whole.first > 1 else None
        if name is not None and name.first == position and (name.reading.proclitics or self.names.incomplete(tokens, name)):
            name = None
        if name is not None and "settlement" in levels and "governorate" not in levels and _only_countries(name):
            name = None  # قرية سورية is a village of Syria
        dropped = False
        sites = levels in SITES and (stem == "مطارات" or (plural and stem.endswith(("ي", "ا"))))  # سجون حلب are no single one
        if name is not None and sites:
            name = attrs.evolve(name, places=self.called(head, name.places, levels))
        if name is not None and self.names.common(name):
            # قرية الجديدة is a place; مشفى المحافظة is none: a common word needs a head of its own kind.
            fits = head not in ("منطقه", "اقليم", AXIS) and any(place.level in levels for place in name.places)
            fits = (fits or name.last - name.first > 1) and not self.names.bare(name)  # مزرعة دجاج is no village الدجاج
            dropped = not fits
            name = name if fits else None
        if (
            stem in ("مدينه", "بلده", "قريه", "بلدتي", "قريتي", "مدينتي")
            and not reading.article
            and (name is None or name.last - name.first == 1)
        ):
            slip = self.names.slip(tokens, position, scope.blocked, scope.named | ids(before))
            if slip is not None and self.elsewhere(tokens, slip, scope):
                slip = None
            # خان شيحون is خان شيخون rather than the village الخان.
            if slip is not None and (
                name is None or (slip.last > name.last and slip.reading.stem.split()[0] == tokens[position].norm)
            ):
                name = slip
        if name is None and head in VILLAGES and not reading.article:
            name = self.spelt(tokens, position, scope)
        inner = (
            self.village(tokens, position, scope) if stem in _SETTLEMENTS and (name is None or name.last == position + 1) else []
        )
        if inner:
            start = self.start_of(tokens[index], reading)
            return [attrs.evolve(inner[0], first=index, start=start, proclitics=reading.proclitics)]
        listed = name is not None and any(place.level in levels for place in name.places)
        if not plural and not listed and not (dropped and head == "منطقه"):
            named = self.landmark(tokens, index, stem, reading, scope, name)
            if named:
                return named
        if name is None and stem in DUALS and not reading.article:
            pair = self.pair(tokens, index, reading, head, (), scope)
            if pair:
                return pair
        if name is not None and not reading.article:
            found = self.coordinated(tokens, name, head, levels, index, "", scope, before, reading, axis=plural)
            if sites:
                return [attrs.evolve(one, candidates=self.called(head, one.candidates, levels)) for one in found]
            if stem in DUALS and len(found) == 1:
                return self.pair(tokens, index, reading, head, found, scope)
            return [in_governorate(found[0])] if len(found) == 1 and MANY_ANAPHORS.get(stem) == ("settlement",) else found
        if reading.article and stem in DUAL_ANAPHORS:
            return [self.make(tokens, index, reading, index + 1, (), kind="anaphor", head=DUAL, levels=DUAL_ANAPHORS[stem])] * 2
        if reading.article and stem in MANY_ANAPHORS and _alone(tokens, index):
            return [self.make(tokens, index, reading, index + 1, (), kind="anaphor", head=MANY, levels=MANY_ANAPHORS[stem])]
        if _in_apposition(tokens, index, reading, before):
            return []
        if reading.article and (head == "منطقه" or plural) and position < len(tokens):
            part = self.part(tokens, index, reading, scope)
            if part:
                return part
        if (head == "محافظه" and _upkeep(tokens, position)) or (head in _NATURE and _further_named(tokens, position)):
            return []
        if reading.article and head in ANAPHORS and not plural and not self._in_idafa(tokens, index, reading):
            return [self.make(tokens, index, reading, index + 1, (), kind="anaphor", head=head, levels=ANAPHORS[head])]
        return []

    def _in_idafa(self, tokens: Sequence[Token], index: int, reading: Analysis) -> bool:
        """مشفى المحافظة, سكان المنطقة: the word belongs to a noun before it and names no place of its own."""
        if reading.proclitics or index == 0 or tokens[index - 1].kind != "word":
            return False
        before = tokens[index - 1].norm.removeprefix("و").removeprefix("ب").removeprefix("ل")
        return before in OWNED


@lru_cache(maxsize=50_000)
def _second_head(norm: str) -> bool:
    """A further plural head after the first one: قرى وبلدات, مدن وبلدات."""
    return norm.startswith("و") and norm[1:] in PLURAL_HEADS and PLURAL_HEADS[norm[1:]] != AXIS


def _in_apposition(tokens: Sequence[Token], index: int, reading: Analysis, before: Sequence[PlaceMention]) -> bool:
    """سراقب، المدينة التي ...: the word tells what the place before the comma is, and names none."""
    return (
        bool(before)
        and before[-1].last == index - 1
        and before[-1].kind == "place"
        and tokens[index - 1].text in ("،", ",")
        and not reading.proclitics
    )


def _alone(tokens: Sequence[Token], index: int) -> bool:
    """البلدات التي غادرها المسلحون, تسليم البلدات; but البلدات الحدودية, القرى والمزارع, البلدات في ريف حماة name others."""
    following = tokens[index + 1].norm if index + 1 < len(tokens) else ""
    if _NUMBERED.fullmatch(following):
        return True  # البلدات الأربع
    described = following.startswith("ال") and following not in ("التي", "اللتين", "اللتان", "الي")
    return not described and following not in ("في", "من") and not following.startswith(("و", "ب"))


def _further_named(tokens: Sequence[Token], position: int) -> bool:
    """الجبل الأسود, الحقل النفطي: whether an adjective after a noun with the article makes it a name."""
    norm = tokens[position].norm if position < len(tokens) else ""
    return norm.startswith("ال") and norm not in ("التي", "الذي", "الي")


def _upkeep(tokens: Sequence[Token], position: int) -> bool:
    """المحافظة على الهدنة keeps it; in سقطت المحافظة على يد the word is the governorate."""
    words = [token.norm for token in tokens[position : position + 2]]
    return words[:1] == ["علي"] and words[1:] not in (["يد"], ["ايدي"])


def _only_countries(name: Name) -> bool:
    return all(place.level == "country" for place in name.places)


def _is_region(name: Name) -> bool:
    """شرق الفرات: a region's own name that begins with a direction."""
    words = name.last - name.first
    return words > 1 and any(place.level == "region" and len(key_words(place.name)) == words for place in name.places)
