"""Where the clauses of a sentence begin and end, and what governs its noun phrases."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from eventcode.dates.words import UNITS
from eventcode.frames.items import OWN_LETTERS, find_items
from eventcode.frames.model import Item, Predicate
from eventcode.frames.spelled_verbs import AUXILIARIES
from eventcode.frames.verbs import Verb, find_verbs
from eventcode.frames.which import INSERTIONS, which_opens
from eventcode.mentions import View
from eventcode.mentions.affiliation import SUPPOSING
from eventcode.mentions.closed import (
    COMPLEMENTISERS,
    DETERMINERS,
    HARD_ENDS,
    PREPOSITIONS,
    QUOTES,
    STRONG_RELATIVES,
    SUBORDINATORS,
    bare,
    closes,
)
from eventcode.mentions.governors import governor, in_hands

_PARTS_OF_DAY = frozenset({"منتصف", "ظهر", "عصر", "فجر", "مغرب", "صلاه", "غروب", "شروق"})
_DASHES = frozenset("-–—")
_IN = frozenset({"في"})
_INSERTING = (frozenset("،,"), _DASHES)
"""Marks between a pair of which a clause is inserted."""
_BEING = frozenset({"يكون", "تكون", "يكونوا", "تكونا", "يكونا", "يكن", "تكن"})
"""Forms of "to be" that are spelled like those of other verbs (was formed)."""
_ABOUT = frozenset({"بعد", "يتعلق", "يخص", "يبدو", "يتصل", "مضي", "بينهم", "بينها", "بينهما"})
"""What makes of فيما no clause of its own: فيما بعد, فيما يتعلق."""
_LONGEST_ADVERBIAL = 20
"""Tokens of an adverbial phrase between two commas."""
_REACH_AFTER_ADVERBIAL = 6
"""How many tokens after such a phrase its verb still governs."""
_ADVERBIAL = frozenset({"علي", "في", "خلال", "اثناء", "لدي", "رغم", "برغم", "مع", "وسط", "عبر", "الي", "منذ", "ضمن"})
"""Words that open such a phrase, besides those of cause and attribution: على لسان وزيرها, في تصريح له."""
_REACH_OF_BETWEEN = 8
"""Words from a noun with waw back to the بين whose second part it is."""


class Boundaries:
    """Finite verbs, noun phrases and clause boundaries of a view, computed once for all predicates of the sentence."""

    def __init__(self, view: View, predicates: list[Predicate]) -> None:
        self.view = view
        self.tokens = view.tokens
        self.predicates = predicates
        self.verbs = find_verbs(view, predicates)
        self.hard = self._find_boundaries()
        self._adverbials = self._find_adverbials()
        self._passed = {end: start for start, end in self._adverbials.items()}
        self._relatives = [_is_relative(token.norm) and not self._counts(n) for n, token in enumerate(self.tokens)]
        self._items: list[Item] | None = None
        self._right_ends: dict[int, int] = {}
        self._left_ends: dict[int, int] = {}
        self._outer: dict[tuple[str, int], str] = {}

    def _find_boundaries(self) -> list[bool]:
        """Tokens at which a clause ends for good: strong marks, complementisers, subordinators, result and cause words."""
        out = [_ends_clause(token.norm) for token in self.tokens]
        for actor in self.view.actors:
            # طائرات يرجح أنها روسية: no clause of its own
            for index in range(actor.first, actor.last):
                out[index] = out[index] and self.tokens[index - 1].norm not in SUPPOSING
        for index, token in enumerate(self.tokens):
            norm = token.norm
            if out[index]:
                plain = (norm in ("حتي", "غير", "وغير") and self._preposition_here(index)) or in_hands(self.view, index)
                out[index] = not (plain or self._counts(index))
            if not out[index] and (
                (norm in ("حال", "حاله") and index > 0 and bare(self.tokens[index - 1].norm, _IN) != "")
                or (which_opens(self.tokens, index) and not self._counts(index))
                or (
                    "cause" in self.view.at[index]
                    and token.kind != "punct"
                    and not self._dates_only(index)
                    and not self._takes_up(index)
                )
            ):
                out[index] = True
        return out

    def _counts(self, index: int) -> bool:
        """ما لا يقل عن عشرة, عما يزيد على عشرة: whether a count begins at a token."""
        return any(quantity.first == index for quantity in self.view.quantities)

    def _find_adverbials(self) -> dict[int, int]:
        """توصلت تركيا، بعد جولة من المباحثات، إلى اتفاق; تخطط موسكو، بحسب مسؤول تحدث لرويترز، لبناء قاعدة: the commas around adverbial
        phrases after which the clause goes on with a preposition or its object, the closing one by the one that opens.
        """
        out: dict[int, int] = {}
        commas = [index for index, token in enumerate(self.tokens) if token.text in ("،", ",")]
        for start, end in pairwise(commas):
            if not 1 < end - start <= _LONGEST_ADVERBIAL or end + 1 >= len(self.tokens):
                continue
            norm = self.tokens[start + 1].norm
            following = end + 1
            opens = bool(self.view.covered[start + 1] & {"cause", "according"}) or norm in _ADVERBIAL
            somebody = self.view.covered[following] & {"actor", "agent"} or bare(self.tokens[following].norm, DETERMINERS)
            if "according" in self.view.covered[start + 1] and somebody:
                opens = False  # حسبما قال فلان، أحد أعضاء الوفد: who he is
            goes_on = (
                self.tokens[following].kind == "word"
                and following not in self.verbs
                and not self.hard[following]
                and not self.view.joined(following)
                and not self.view.covered[following] & {"cause", "according", "result"}
                and not _is_relative(self.tokens[following].norm)
                and not self.view.dated(following)
            )
            if opens and goes_on and not any(token.text in HARD_ENDS for token in self.tokens[start + 1 : end]):
                out[start] = end
        return out

    def _takes_up(self, index: int) -> bool:
        """واعتقل على إثرها عشرة: a cause that a pronoun takes up stands inside the clause."""
        return any(match.enclitic for match in self.view.at[index]["cause"])

    def _dates_only(self, index: int) -> bool:
        """بعد ساعات, بعد ظهر الاثنين: a word of cause before a unit of time or a date tells when, and ends no clause."""
        following = self.tokens[index + 1].norm if index + 1 < len(self.tokens) else ""
        word = following.removeprefix("ال")
        return word in UNITS or word in _PARTS_OF_DAY or (following != "" and self.view.dated(index + 1))

    def _preposition_here(self, index: int) -> bool:
        """حتى, غير: before a noun they open no clause."""
        return not (index + 1 < len(self.tokens) and index + 1 in self.verbs)

    def relative(self, index: int) -> bool:
        """Whether a relative pronoun stands at a token."""
        return self._relatives[index]

    def relative_in(self, start: int, end: int) -> bool:
        """Whether a relative pronoun stands among tokens ``start`` to ``end`` (exclusive)."""
        return True in self._relatives[start:end]

    @property
    def items(self) -> list[Item]:
        """Noun phrases that may fill roles, in text order."""
        if self._items is None:
            self._items = find_items(self.view, self.predicates)
            for item in self._items:
                if item.governor == "genitive" and item.governed_by in self.verbs:
                    item.governor, item.governed_by = "", -1  # الجيش نقل تعزيزات: a verb that is spelled like its noun
        return self._items

    # -- governors -----------------------------------------------------------------------------------------------

    def outer_governor(self, item: Item) -> str:
        """The preposition that governs the whole noun phrase of an item in idafa; "genitive" when an event noun is its head."""
        if item.governor != "genitive":
            return item.governor
        key = item.governor, item.governed_by
        found = self._outer.get(key)
        if found is None:
            found = self._outer[key] = self._outer_governor(*key)
        return found

    def forget(self, predicate: Predicate) -> None:
        """Take a predicate out: it is no event of its own."""
        self.predicates.remove(predicate)
        self._outer.clear()

    def _outer_governor(self, found: str, by: int) -> str:
        steps = 0
        while found == "genitive" and by >= 0 and steps < 4:
            steps += 1
            if by in self.verbs:
                return ""
            if any(predicate.first <= by < predicate.last for predicate in self.predicates):
                return "genitive"
            if self._aspect_noun(by):
                return "genitive"
            letter = self.own_preposition(by)
            if letter:
                return letter
            noun = by
            found, by = governor(self.view, by)
            if found == "" and self._second_between(noun):
                return "بين"
        return found

    def _second_between(self, index: int) -> bool:
        """بين مناطق سيطرة الهيئة ومناطق النظام: whether a noun with waw is the second of the two that بين asks for."""
        if not self.view.joined(index):
            return False
        for position in range(index - 1, max(-1, index - _REACH_OF_BETWEEN), -1):
            token = self.tokens[position]
            if token.kind == "punct" or self.view.joined(position) or position in self.verbs:
                return False
            if token.norm == "بين":
                return True
        return False

    def _aspect_noun(self, index: int) -> bool:
        return any(
            match.value.form is not None and match.value.form.pos == "noun"
            for kind in ("aspect", "light")
            for match in self.view.at[index].get(kind, ())
        )

    def own_preposition(self, index: int) -> str:
        """ب or ل written with an unknown noun ("بأداء", "لمقاتلي"): only where the rest begins a longer word; in a set word (وبمساندة)."""
        if "state" in self.view.at[index] and self.tokens[index].norm.removeprefix("و")[:1] == "ب":
            return "ب"
        for matches in self.view.at[index].values():
            for match in matches:
                if match.analysis.proclitics:
                    letter = match.analysis.proclitics[-1:]
                    return letter if letter in OWN_LETTERS else ""
        norm = self.tokens[index].norm
        if len(norm) > 4 and norm[0] in "بل" and not self.view.at[index]:
            return norm[0]
        return ""

    # -- ends ----------------------------------------------------------------------------------------------------

    def right_end(self, index: int, *, through_relatives: bool = False) -> int:
        """Token at which the arguments on the right of a predicate at ``index`` end (exclusive)."""
        if through_relatives:
            return self._right_end(index, through_relatives)
        found = self._right_ends.get(index)
        if found is None:
            found = self._right_ends[index] = self._right_end(index, through_relatives)
        return found

    def _right_end(self, index: int, through_relatives: bool) -> int:
        position = index + 1
        while position < len(self.tokens):
            if self._relatives[position] and not through_relatives:
                # اتهم الناطق، المتحدث باسم الجيش الذي تدعمه روسيا، الهيئة: a relative clause inside an apposition ends with it.
                position = self._apposition_end(index, position)
                if self._relatives[position]:
                    return position
                continue
            if position in self._adverbials:
                position = self._adverbials[position] + 1
                continue
            if self.hard[position] and not (position == index + 1 and bare(self.tokens[position].norm, PREPOSITIONS)):
                return position  # but قُتل جراء القصف خمسة, the cause right behind the verb, does not end its clause
            if position in self.verbs:
                comma = position > 0 and self.tokens[position - 1].text in ("،", ",")
                if comma and not self.view.joined(position) and self._closes(position):
                    # "وألقت طائرات، تحلق على ارتفاع شاهق، قنابل": an inserted clause between two commas.
                    position = self._closes(position)
                    continue
                if not self.describes_subject(index, position):
                    return position
            position += 1
        return position

    def describes_subject(self, index: int, position: int) -> bool:
        """قتل مسلحون يستقلون دراجة قيادياً: whether a second verb only describes the indefinite subject right after the first one."""
        verb = self.verbs[position]
        form = verb.match.value.form
        aside = any(predicate.first == position for predicate in self.predicates)
        if (
            form is None
            or aside
            or verb.match.analysis.proclitics
            or verb.match.enclitic
            or verb.kinds & {"report", "cue", "result"}
        ):
            return False
        last = position
        while last > index and self.auxiliary(last - 1):
            last -= 1
        if (form.aspect != "imperfect" and last == position) or index not in self.verbs:
            return False
        described = (item for item in self.items if item.kind == "actor" and item.last == last and index < item.first <= index + 2)
        return any(
            not (actor.definite or actor.owner or actor.person) and (actor.number == form.number or actor.quantity is not None)
            for item in described
            for actor in item.actors[-1:]
        )

    def _apposition_end(self, start: int, relative: int) -> int:
        """The token after the comma that closes an apposition with a relative clause; the relative pronoun itself where there is none."""
        commas = sum(self.tokens[position].text in ("،", ",") for position in range(start, relative))
        return (self._closes(relative) if commas % 2 else 0) or relative

    def _closes(self, index: int) -> int:
        """The token after the comma that closes a clause inserted at ``index``, when what follows is no new clause; else 0."""
        for position in range(index + 1, min(len(self.tokens), index + 24)):
            text = self.tokens[position].text
            if text in HARD_ENDS:
                return 0
            if text in ("،", ",") and position + 1 < len(self.tokens):
                following = position + 1
                if following in self.verbs or self.hard[following] or self.view.joined(following):
                    continue
                if self.view.preposition(following) or self.view.covered[following] & {"according", "cause", "result"}:
                    continue
                return following
        return 0

    def auxiliary(self, index: int) -> bool:
        """Whether the verb at a token is an auxiliary (كان, بات ...)."""
        verb = self.verbs.get(index)
        form = verb.match.value.form if verb is not None else None
        if verb is not None and self.tokens[index].norm.lstrip("وف") in _BEING:
            return True
        return form is not None and form.lemma in AUXILIARIES and "trigger" not in (verb.kinds if verb else ())

    def left_end(self, index: int) -> int:
        """First token of the clause in which the predicate at ``index`` stands, on its left."""
        found = self._left_ends.get(index)
        if found is None:
            found = self._left_ends[index] = self._left_end(index)
        return found

    def _left_end(self, index: int) -> int:
        position = index - 1
        while position >= 0:
            token = self.tokens[position]
            opening = self._inserted(position, index)
            if opening >= 0:
                position = opening - 1
                continue
            if position in self.verbs and not self.auxiliary(position):
                return position + 1
            if (self.hard[position] and not self.auxiliary(position)) or self.relative(position):
                return position + 1
            if token.kind == "punct":
                following = position + 1
                if token.text in ("،", ",") and self.view.joined(following) and following == index:
                    return following
                if token.text in _DASHES and position and self.tokens[position - 1].text == ")":
                    # دبي (وكالات) - نفت موسكو: the place where the report was filed.
                    return following
                if token.text in QUOTES and following == index and self._quoted(position):
                    return following
            position -= 1
        return 0

    def _inserted(self, comma: int, index: int) -> int:
        """الهيئة، التي تسيطر على المدينة، قصفت: the mark that opens a clause inserted before a verb and closed at ``comma``, else -1."""
        if index - comma > 3 or index not in self.verbs:
            return -1
        marks = next((marks for marks in _INSERTING if self.tokens[comma].text in marks), frozenset())
        if not marks:
            return -1
        for position in range(comma - 1, max(0, comma - 30), -1):
            if self.tokens[position].text in HARD_ENDS:
                return -1
            if self.tokens[position].text in marks and position + 1 < comma:
                following = self.tokens[position + 1].norm
                if following in INSERTIONS or self.relative(position + 1):
                    return position
        return -1

    def _quoted(self, mark: int) -> bool:
        """قال المدير "وقع الانفجار": what is quoted after a verb of saying is a clause of its own."""
        before = max((position for position in self.verbs if position < mark), default=-1)
        if before < 0 or "report" not in self.verbs[before].kinds or any(self.hard[before:mark]):
            return False
        return not closes((token.text for token in self.tokens[:mark]), self.tokens[mark].text)

    def governing_verb(self, first: int) -> Verb | None:
        """The finite verb of whose clause the phrase at token ``first`` is a part, on its left."""
        position = first - 1
        while position >= 0:
            opening = self._passed.get(position)
            if opening is not None and first - position <= _REACH_AFTER_ADVERBIAL:
                position = opening - 1
                continue
            if position in self.verbs and not self._left_behind(position, first):
                return self.verbs[position]
            if self.hard[position]:
                return None
            position -= 1
        return None

    def _left_behind(self, verb: int, first: int) -> bool:
        """توصلت تركيا، التي تدعم المعارضة، إلى اتفاق: whether the relative clause of a verb is closed by a comma before the phrase."""
        if not self.relative_in(max(0, verb - 3), verb):
            return False
        commas = [position for position in range(verb, first) if self.tokens[position].text in ("،", ",")]
        goes_on = bool(commas) and not self.view.joined(commas[-1] + 1)
        return goes_on and any(position in self.verbs for position in range(verb))

    def broken(self, start: int, end: int) -> bool:
        """Whether a clause boundary stands between two tokens."""
        for position in range(start, end):
            if self.tokens[position].text in HARD_ENDS:
                return True
            if position > start and (bare(self.tokens[position].norm, COMPLEMENTISERS) or self._new_clause(position)):
                return True
        return False

    def _new_clause(self, index: int) -> bool:
        """، كما شهدت ..., ، فيما ...: a comma, a subordinator and a verb open a clause with places of its own."""
        if not self.hard[index]:
            return False
        comma = self.tokens[index - 1].text in ("،", ",")
        norm = self.tokens[index].norm.removeprefix("و")
        following = self.tokens[index + 1].norm if index + 1 < len(self.tokens) else ""
        if norm == "بينما" or (comma and norm == "فيما" and following not in _ABOUT):
            return True  # whatever verb it has
        if not comma:
            return False
        return index + 1 in self.verbs or index + 2 in self.verbs


@lru_cache(maxsize=65_536)
def _ends_clause(norm: str) -> bool:
    """Whether a mark or word ends a clause by itself."""
    return norm in HARD_ENDS or bool(bare(norm, COMPLEMENTISERS) or bare(norm, SUBORDINATORS))


@lru_cache(maxsize=65_536)
def _is_relative(norm: str) -> bool:
    return bare(norm, STRONG_RELATIVES) != ""
