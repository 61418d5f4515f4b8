"""Whether a name found in tokens is that of a place there: what stands around it, and how well it is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from eventcode.gazetteer.lookup import SELF_EVIDENT_WORDS, Lookup, Name
from eventcode.gazetteer.table import key_words, without_article
from eventcode.gazetteer.words import (
    HEADS,
    LANDMARKS,
    LISTING,
    PERSON_STARTS,
    PLACE_PREPOSITIONS,
    PLACE_TAKERS,
    QUOTES,
    going,
    hosts,
    names_office,
    names_place,
    names_talks,
    strikes,
    takes_town,
)
from eventcode.text import Token, fold

# Inhabitants from which a place outside the home governorates is known well enough to be named without "town of".
_KNOWN = 5000
# ... and from which one is, though its name is a common word too, after a preposition of place.
_TOWN = 20_000
# How many words after a verb of going the town may stand that it leads to.
_REACH_OF_GOING = 5
# Letters of the name of a village that is told apart from a word that begins with ب or ل.
_LONG_ENOUGH = 5
_SYRIAN = frozenset(
    ["اهداف", "مواقع", "فصايل", "مصادر", "عناصر", "كتايب", "مروحيه", "طايره", "مقاتله", "عايله", "وسايل", "صحف", "جنسيه", "اسره", "دبابه",
     "اسر", "مقاتلات", "ميليشيا", "نقاط", "مدافع", "صواريخ"]
)  # fmt: skip
_WHERE = PLACE_PREPOSITIONS - {"من", "الي", "علي", "بين", "عبر", "حول", "مقابل"}
# Words of which a name of two words is no people's, though the second is: جبل الأكراد, جبل التركمان.
_HEIGHTS = frozenset({"جبل", "تل", "سهل"})
_PROVINCES = frozenset({"ولايه", "محافظه"})
_VILLAGE_HEADS = frozenset({"قريه", "بلده"})
_TOWN_HEADS = frozenset({"مدينه", "بلده", "ناحيه"})
_INTO = PLACE_PREPOSITIONS - {"حول", "بين", "مقابل"}
_LONGEST_TOWN = 3
_TAKEN = re.compile("سيطر|استول|استيلا|هيمن")
_PEOPLED = frozenset({"settlement", "neighbourhood", "camp"})
_LARGE = frozenset({"governorate", "country", "district", "region", "road"})


class Names(Lookup):
    """Looks up names, and tells which of them are places where they stand."""

    def common(self, name: Name) -> bool:
        """Whether a name is also a common word or a person's name, so that it needs a head of its own kind."""
        words = name.last - name.first
        stem = without_article(name.reading.stem)
        if words > 1 and any(fold(place.name) in self.risky and len(place.name.split()) == words for place in name.places):
            return True  # غصن الزيتون is an operation first, and then the area that it took
        return (words == 1 and stem in self.risky) or (words < SELF_EVIDENT_WORDS and stem in PERSON_STARTS)

    def in_full(self, tokens: Sequence[Token], index: int) -> Name | None:
        """في الشيخ مقصود, حي بستان القصر, جبل الأكراد: the name of several words that holds a token, where a place is asked for; and
        that of one word after "town of" (مدينة الميادين) or of a province that something is in (في ولاية هاتاي).
        """
        alone = self._asked_for(tokens, index)
        if alone is not None:
            return alone
        for first in (index, index - 1):
            name = self.at(tokens, first, frozenset()) if first > 0 else None
            if name is None or name.first != first or not name.first <= index < name.last or name.last - first < 2:
                continue
            key = tuple(without_article(token.norm) for token in tokens[first + 1 : name.last])
            whole = any(
                key_words(place.name)[1:] == key and (place.level in _PEOPLED or key_words(place.name)[0] in LANDMARKS)
                for place in name.places
            )
            before = tokens[first - 1].norm
            if whole and without_article(tokens[first].norm) in _HEIGHTS and index > first:
                return name  # جبل الأكراد is nothing but a place
            if whole and (before in _WHERE or before.removeprefix("و") in HEADS or name.reading.proclitics[-1:] == "ب"):
                return name
            if whole and name.reading.proclitics == "و" and self._behind_town(tokens, first):
                return name  # كفرسجنة والشيخ مصطفى
            if whole and before == "علي" and first > 1 and _TAKEN.search(tokens[first - 2].norm):
                return name  # سيطرت القوات على الشيخ دامس
        return None

    def _behind_town(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether a name that is nothing but a place ends right before a token."""
        names = (self.at(tokens, first, frozenset()) for first in range(max(0, index - _LONGEST_TOWN), index))
        return any(name is not None and name.last == index and not self.common(name) for name in names)

    def _asked_for(self, tokens: Sequence[Token], index: int) -> Name | None:
        """مدينة الميادين, في الميادين, في ولاية هاتاي: a name for which a generic word or a preposition of place asks."""
        name = self.at(tokens, index, frozenset())
        if name is None or name.first != index:
            return None
        quoted = index > 1 and tokens[index - 1].text in QUOTES
        before = tokens[index - 1 - quoted].norm
        bare = before.removeprefix("و").removeprefix("ب").removeprefix("ل")
        village = any(place.level == "settlement" for place in name.places) and not name.reading.proclitics
        if bare in _VILLAGE_HEADS and village:
            return name  # قرية "عشاير"
        if self.common(name):
            return None
        within = before in _WHERE or name.reading.proclitics[-1:] == "ب"
        if name.last - name.first > 1:
            province = name.reading.stem in _PROVINCES and any(place.level == "governorate" for place in name.places)
            return name if province and within else None
        town = any(place.level == "settlement" and place.population >= _TOWN for place in name.places)
        return name if town and ((bare in _TOWN_HEADS and not name.reading.proclitics) or within) else None

    def bare(self, name: Name) -> bool:
        """Whether a name of one word stands without the article that all its places have."""
        return name.last - name.first == 1 and all(self._lacks_article(place, name.reading) for place in name.places)

    def incomplete(self, tokens: Sequence[Token], name: Name) -> bool:
        """بلدة معرة كذا: the first word of a longer name that is not known, without the article that المعرة and التل have.

        قرية برج البيضاء is one, too; but in مدينة رقة السورية an adjective follows.
        """
        if not self.bare(name):
            return False
        following = tokens[name.last] if name.last < len(tokens) else None
        return (
            following is not None
            and following.kind == "word"
            and following.norm not in PLACE_PREPOSITIONS
            and not following.norm.startswith(("و", "ب", "ل"))
            and not (following.norm.startswith("ال") and following.norm.endswith(("ي", "ه", "ين")))
        )

    def evident(self, tokens: Sequence[Token], name: Name, beside: bool, named: frozenset[str] = frozenset()) -> bool:
        """Whether a bare name is a place: a large or long name, or a rare word.

        ``beside``: coordinated with a certain place; ``named``: ids of the places that the document named before.
        """
        stem = without_article(name.reading.stem)
        tagged = name.first > 0 and tokens[name.first - 1].text == "#"
        previous = _without_and(tokens[name.first - 1].norm) if name.first else ""
        if self.common(name):
            again = any(place.id in named for place in name.places) and previous in PLACE_PREPOSITIONS
            where = again or previous in _WHERE or previous in PLACE_TAKERS or name.reading.proclitics[-1:] == "ب"
            several = name.last - name.first > 1
            least = _KNOWN if several else _TOWN
            home = any(place.id in self.home for place in name.places)
            if previous in PLACE_PREPOSITIONS and any(place.level == "country" for place in name.places):
                return True  # في السعودية, though السعودية is an adjective too
            if stem in self.firm and self._placed(tokens, name, previous):
                return True
            articled = name.reading.article or name.reading.stem.startswith("ال")
            if where and articled and any(place.level in ("region", "governorate") for place in name.places):
                # في الضفة; but على الضفة المقابلة is the other bank.
                return name.last >= len(tokens) or not tokens[name.last].norm.startswith("ال")
            if where and (several or any(place.population >= least and place.level == "settlement" for place in name.places)):
                return True
            town = any(place.population >= _TOWN for place in name.places)
            lacking = all(self._lacks_article(place, name.reading) for place in name.places)  # في سورية ووقف القتال
            # تدمير سوريا وإسقاط النظام: a noun with what it is done to.
            lacking = lacking or (not articled and name.last < len(tokens) and tokens[name.last].norm.startswith("ال"))
            return beside and not lacking and (home or town) and name.reading.proclitics == "و"
        if name.last - name.first > 1 or tagged:
            return True
        if all(self._lacks_article(place, name.reading) for place in name.places):
            # من زاوية أخرى, هول: names that have the article are not named without it.
            return False
        if name.reading.stem == "سوريه" and not name.reading.proclitics and _described(previous):
            return False  # أهداف سورية are Syrian
        if any(place.level in _LARGE for place in name.places):
            return True
        home = any(place.id in self.home for place in name.places)
        known = home or any(place.population >= _KNOWN for place in name.places) or self._of_syria(name)
        if beside and known and name.reading.proclitics == "و":
            return True
        if len(stem) < 3:
            return False
        if any(place.id in named for place in name.places):
            return True
        if home and previous in PLACE_TAKERS:
            return True
        town = any(place.population >= _TOWN for place in name.places) or self._of_syria(name)
        if town and (takes_town(previous) or self._gone_to(tokens, name.first)):
            return True
        if name.reading.proclitics[-1:] in ("ب", "ل") and not name.reading.article and len(stem) < _LONG_ENOUGH:
            # بارزة, لصوص are words, though ارزة and صوص are villages.
            home = any(place.id in self.towns for place in name.places)
        if previous in PLACE_PREPOSITIONS or previous in LISTING or name.reading.proclitics[-1:] in ("ب", "ل"):
            return home or any(place.population >= _KNOWN for place in name.places) or self._of_syria(name)
        # A bare name with nothing before it: of the field's own governorates or of a town, and not of the form of an adjective.
        known = home or any(place.id in self.towns and not self._lacks_article(place, name.reading) for place in name.places)
        return known and len(stem) >= 4 and not stem.endswith(("ي", "يه")) and name.reading.proclitics in ("", "و")

    def _placed(self, tokens: Sequence[Token], name: Name, previous: str) -> bool:
        """غارة على المنصورة, في بليون; but الفرقة المنصورة, بين بليون وبليونين, في بليون دولار."""
        following = tokens[name.last].norm if name.last < len(tokens) else ""
        counted = not name.reading.article and not name.reading.stem.startswith("ال") and following.isalpha()
        if name.reading.proclitics[-1:] == "ب" and not name.reading.article:
            return False
        return (previous in _INTO or previous in PLACE_TAKERS or name.reading.proclitics[-1:] == "ب") and not (
            counted and following not in PLACE_PREPOSITIONS and following[0] not in "بوا"
        )

    def _of_syria(self, name: Name) -> bool:
        """Whether a name is that of a Syrian town, and no word that begins with ب or ل."""
        letters = len(without_article(name.reading.stem)) + (name.reading.article or name.reading.stem.startswith("ال"))
        plain = name.reading.proclitics[-1:] not in ("ب", "ل") and letters >= _LONG_ENOUGH - 1
        return plain and any(place.id in self.syrian for place in name.places)

    def _gone_to(self, tokens: Sequence[Token], first: int) -> bool:
        """زار الوزير باريس, قصف الجيش غزة, زيارة أنقرة, محادثات جنيف: a verb of going or striking before a town, or right before it
        its noun or one of talks.
        """
        before = tokens[first - 1].norm if first else ""
        if going(before) or hosts(before) or names_talks(without_article(before)):
            return True
        clause = [token.norm for token in tokens[max(0, first - _REACH_OF_GOING) : first]]
        return any(going(norm) == "verb" or strikes(norm) for norm in clause) and not names_office(clause[-1])


@lru_cache(maxsize=10_000)
def _without_and(norm: str) -> str:
    """A word less the "and" before it (وفي), unless the letter is its own (وسط), and a noun of places less "in" too (بمحيط)."""
    if norm in PLACE_PREPOSITIONS:
        return norm
    word = norm.removeprefix("و")
    return word[1:] if word[:1] == "ب" and word[1:] in PLACE_TAKERS else word


@lru_cache(maxsize=10_000)
def _described(norm: str) -> bool:
    """Whether an indefinite noun is one that سورية describes as Syrian, rather than one that has Syria as its owner."""
    return norm in _SYRIAN or (norm.endswith("ات") and not norm.startswith("ال") and not names_place(norm))
