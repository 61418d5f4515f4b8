"""A shallow parse of one sentence: finite verbs, clause boundaries, and the subject and object of a verb in both word orders."""

from __future__ import annotations

from functools import lru_cache

import attrs

from eventcode.dates.words import UNITS
from eventcode.frames.model import Item, Predicate
from eventcode.gazetteer.words import going, hosts, names_office, names_place
from eventcode.mentions import ActorMention, View
from eventcode.mentions.actors import ARMED_KINDS, governor
from eventcode.mentions.closed import (
    COMPLEMENTISERS,
    DETERMINERS,
    HARD_ENDS,
    PREPOSITIONS,
    QUOTES,
    RELATIVES,
    RESUMPTIVE,
    STRONG_RELATIVES,
    SUBORDINATORS,
    UNGOVERNING,
    VERB_MARKERS,
    bare,
    closes,
)
from eventcode.patterns import Match

VERBAL_KINDS = ("trigger", "light", "aspect", "report", "verb", "result", "cue")
"""Dictionary kinds whose entries may be finite verbs."""
_VERBAL_KINDS = frozenset(VERBAL_KINDS)


PLACE_PREPOSITIONS = frozenset(
    [
        "في",
        "داخل",
        "خارج",
        "شمال",
        "جنوب",
        "شرق",
        "غرب",
        "شمالي",
        "جنوبي",
        "شرقي",
        "غربي",
        "قرب",
        "عبر",
        "وسط",
        "حول",
        "ضمن",
        "امام",
        "خلف",
        "باتجاه",
        "صوب",
        "الي",
    ]
)
"""Prepositions after which a country or capital is a place and no actor."""


AUXILIARIES = frozenset(
    [
        "كان",
        "يكون",
        "بات",
        "يبيت",
        "اصبح",
        "يصبح",
        "ظل",
        "يظل",
        "زال",
        "يزال",
        "كاد",
        "يكاد",
        "عاد",
        "يعود",
        "اخذ",
        "بدا",
        "يبدا",
        "راح",
    ]
)
"""Lemmas of verbs that stand before another verb as its auxiliaries and do not open a clause of their own."""
_REACH_OF_GOING = 7
"""How many words after a verb of going the country may stand that it leads to."""
ANAPHORIC = frozenset({"فيه", "فيها", "خلاله", "خلالها", "عبره", "عبرها"})
"""Pronouns after a verb that take up a statement named before: بياناً دعت خلاله."""


_DASHES = frozenset("-–—")
_PARTIES = frozenset({"group", "government", "force", "official"})
_INSERTIONS = frozenset({"وهو", "وهي", "وهم", "وهما"})


@attrs.frozen(slots=True, eq=False)
class Verb:
    """A finite verb: its token and the dictionary entries that give it."""

    index: int
    match: Match
    kinds: frozenset[str]

    @property
    def number(self) -> str:
        """s, d or p."""
        return self.match.value.form.number if self.match.value.form is not None else "s"

    @property
    def voice(self) -> str:
        """active, passive or either."""
        return (self.match.value.form.voice if self.match.value.form is not None else None) or "either"


@attrs.frozen(slots=True, eq=False)
class Arguments:
    """Subject and object of a verb; ``dropped`` when no subject stands in its clause."""

    subject: Item | None
    objects: tuple[Item, ...]
    dropped: bool
    preposed: bool


class Clauses:
    """The shallow parse of a view, computed once for all predicates of the sentence."""

    def __init__(self, view: View, predicates: list[Predicate]) -> None:
        self.view = view
        self.tokens = view.tokens
        self.predicates = predicates
        self.verbs = self._find_verbs()
        self.hard = self._find_boundaries()
        self._relatives = [_is_relative(token.norm) for token in self.tokens]
        self._items: list[Item] | None = None
        self._arguments: dict[int, Arguments] = {}
        self._right_ends: dict[int, int] = {}
        self._left_ends: dict[int, int] = {}
        self._outer: dict[tuple[str, int], str] = {}

    # -- verbs ---------------------------------------------------------------------------------------------------

    def _find_verbs(self) -> dict[int, Verb]:
        """Finite verbs by token."""
        out: dict[int, Verb] = {}
        nouns = {predicate.first for predicate in self.predicates if predicate.pos != "verb"}
        for index, words in enumerate(self.view.at):
            if not words or _VERBAL_KINDS.isdisjoint(words) or index in nouns:
                continue
            best: Match | None = None
            kinds = set()
            for kind in VERBAL_KINDS:
                if kind not in words:
                    continue
                for match in words[kind]:
                    form = match.value.form
                    if form is None or form.pos != "verb" or (match.last - match.first != 1 and not match.value.phrase):
                        continue
                    if match.analysis.article or (match.analysis.proclitics[-1:] in ("ب", "ك")):
                        continue
                    if not verb_here(self.view, index, match):
                        # تستعد: "prepares", although the short form of تستعيد is spelled alike.
                        continue
                    kinds.add(kind)
                    if best is None or len(match.analysis.proclitics) + len(match.enclitic) < len(best.analysis.proclitics) + len(
                        best.enclitic
                    ):
                        best = match
            if best is not None:
                out[index] = Verb(index, best, frozenset(kinds))
        return out

    # -- boundaries ----------------------------------------------------------------------------------------------

    def _find_boundaries(self) -> list[bool]:
        """Tokens at which a clause ends for good: strong marks, complementisers, subordinators, result and cause words."""
        out = [_ends_clause(token.norm) for token in self.tokens]
        for index, token in enumerate(self.tokens):
            norm = token.norm
            if out[index]:
                out[index] = not (norm in ("حتي", "غير") and self._preposition_here(index))
            if not out[index] and (
                (norm in ("مما", "ما") and index and self.tokens[index - 1].kind == "punct")
                or ("cause" in self.view.at[index] and token.kind != "punct" and not self._dates_only(index))
            ):
                out[index] = True
        return out

    def _dates_only(self, index: int) -> bool:
        """بعد ساعات, بعد أيام: a word of cause before a unit of time tells when, and ends no clause."""
        following = self.tokens[index + 1].norm if index + 1 < len(self.tokens) else ""
        return following.removeprefix("ال") in UNITS

    def _preposition_here(self, index: int) -> bool:
        """حتى, غير: before a noun they open no clause."""
        return not (index + 1 < len(self.tokens) and index + 1 in self.verbs)

    def relative(self, index: int) -> bool:
        """Whether a relative pronoun stands at a token."""
        return self._relatives[index]

    def relative_in(self, start: int, end: int) -> bool:
        """Whether a relative pronoun stands among tokens ``start`` to ``end`` (exclusive)."""
        return True in self._relatives[start:end]

    # -- items ---------------------------------------------------------------------------------------------------

    @property
    def items(self) -> list[Item]:
        """Noun phrases that may fill roles, in text order."""
        if self._items is None:
            self._items = self._find_items()
        return self._items

    def _find_items(self) -> list[Item]:
        out: list[Item] = []
        groups: dict[int, Item] = {}
        for mention in self.view.actors:
            item = groups.get(mention.group)
            if item is None:
                found, by = mention.governor, mention.governed_by
                if found == "genitive" and mention.kind in _PARTIES and any(p.first <= by < p.last <= mention.first for p in self.view.places):
                    # طالب أهالي كفرنبل هيئة تحرير الشام: the name of a place has no genitive.
                    found, by = "", -1
                item = Item("actor", mention.first, mention.last, found, by)
                groups[mention.group] = item
                out.append(item)
            item.actors.append(mention)
            item.last = max(item.last, mention.last)
        previous: Item | None = None
        nations = {
            mention.first: item
            for item in out
            for mention in item.actors
            if mention.kind in ("country", "capital") and not self.is_place(mention)
        }
        for position, place in enumerate(self.view.places):
            if place.first in nations:
                continue
            letters = place.proclitics[-1:]
            own = letters if letters in ("ب", "ل", "ك") else ""
            found, by = (own, -1) if own else governor(self.view, place.first)
            if (
                not own
                and previous is not None
                and previous.kind == "place"
                and place.proclitics[:1] == "و"
                and place.first - previous.last <= 1
            ):
                found, by = previous.governor, previous.governed_by
            item = Item("place", place.first, place.last, found, by, places=[position])
            out.append(item)
            previous = item
        for predicate in self.predicates:
            if predicate.pos != "verb":
                letters = predicate.proclitics[-1:]
                own = letters if letters in ("ب", "ل", "ك") else ""
                found, by = (own, -1) if own else governor(self.view, predicate.first)
                out.append(Item("event", predicate.first, predicate.last, found, by, predicate=predicate))
        out.sort(key=lambda item: (item.first, item.last))
        return out

    def is_place(self, mention: ActorMention) -> bool:
        """Whether a country or capital is named as a place: after في and its like, where somebody goes, or after a place noun."""
        if mention.governor in PLACE_PREPOSITIONS or self.gone_to(mention):
            return True
        return mention.governor == "genitive" and names_place(self.tokens[mention.governed_by].norm)

    def gone_to(self, mention: ActorMention) -> bool:
        """زار ظريف أنقرة, زيارة لدمشق, دخلوا البحرين; تستضيف طهران قمة; but دخلت تركيا الحرب has it as the subject, and وزير خارجية تركيا is no place."""
        if mention.first and hosts(self.tokens[mention.first - 1].norm):
            return True
        if mention.governor not in ("", "genitive", "ل") or (mention.first and names_office(self.tokens[mention.first - 1].norm)):
            return False
        for index in range(mention.first - 1, max(-1, mention.first - 1 - _REACH_OF_GOING), -1):
            token = self.tokens[index]
            if token.kind == "punct" and token.text not in QUOTES:
                return False
            kind = going(token.norm)
            if kind:
                beside = index == mention.first - 1
                if mention.governor == "ل":
                    return kind == "noun"
                return beside if kind == "noun" else not (beside and token.norm.endswith("ت"))
        return False

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
            found, by = governor(self.view, by)
        return found

    def _aspect_noun(self, index: int) -> bool:
        return any(
            match.value.form is not None and match.value.form.pos == "noun"
            for kind in ("aspect", "light")
            for match in self.view.at[index].get(kind, ())
        )

    def own_preposition(self, index: int) -> str:
        """ب or ل written with an unknown noun ("بأداء", "لمقاتلي"): only where the rest begins a longer word."""
        for matches in self.view.at[index].values():
            for match in matches:
                if match.analysis.proclitics:
                    letter = match.analysis.proclitics[-1:]
                    return letter if letter in ("ب", "ل", "ك") else ""
        norm = self.tokens[index].norm
        if len(norm) > 4 and norm[0] in "بل" and not self.view.at[index]:
            return norm[0]
        return ""

    # -- arguments -----------------------------------------------------------------------------------------------

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
            if self.hard[position] or (self._relatives[position] and not through_relatives):
                return position
            if position in self.verbs:
                comma = position > 0 and self.tokens[position - 1].text in ("،", ",")
                if comma and not self.tokens[position].norm.startswith("و") and self._closes(position):
                    # "وألقت طائرات، تحلق على ارتفاع شاهق، قنابل": an inserted clause between two commas.
                    position = self._closes(position)
                    continue
                return position
            position += 1
        return position

    def _closes(self, index: int) -> int:
        """The token after the comma that closes a clause inserted at ``index``, when what follows is no new clause; else 0."""
        for position in range(index + 1, min(len(self.tokens), index + 24)):
            text = self.tokens[position].text
            if text in HARD_ENDS:
                return 0
            if text in ("،", ",") and position + 1 < len(self.tokens):
                following = position + 1
                if following in self.verbs or self.hard[following] or self.tokens[following].norm[:1] == "و":
                    continue
                if self.view.preposition(following) or self.view.covered[following] & {"according", "cause", "result"}:
                    continue
                return following
        return 0

    def auxiliary(self, index: int) -> bool:
        """Whether the verb at a token is an auxiliary (كان, بات ...)."""
        verb = self.verbs.get(index)
        form = verb.match.value.form if verb is not None else None
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
                if token.text in ("،", ",") and self.tokens[following].norm[:1] == "و" and following == index:
                    return following
                if token.text in _DASHES and position and self.tokens[position - 1].text == ")":
                    # دبي (وكالات) - نفت موسكو: the place where the report was filed.
                    return following
                if token.text in QUOTES and following == index and self._quoted(position):
                    return following
            position -= 1
        return 0

    def _inserted(self, comma: int, index: int) -> int:
        """الهيئة، التي تسيطر على المدينة، قصفت: the comma that opens a clause inserted before a verb and closed at ``comma``, else -1."""
        if self.tokens[comma].text not in ("،", ",") or index - comma > 3 or index not in self.verbs:
            return -1
        for position in range(comma - 1, max(0, comma - 30), -1):
            if self.tokens[position].text in HARD_ENDS:
                return -1
            if self.tokens[position].text in ("،", ",") and position + 1 < comma:
                following = self.tokens[position + 1].norm
                if following in _INSERTIONS or self.relative(position + 1):
                    return position
        return -1

    def _quoted(self, mark: int) -> bool:
        """قال المدير "وقع الانفجار": what is quoted after a verb of saying is a clause of its own."""
        before = max((position for position in self.verbs if position < mark), default=-1)
        if before < 0 or "report" not in self.verbs[before].kinds or any(self.hard[before:mark]):
            return False
        return not closes((token.text for token in self.tokens[:mark]), self.tokens[mark].text)

    def arguments(self, index: int) -> Arguments:
        """Subject and objects of the finite verb at a token, after word order, agreement and what governs each phrase."""
        found = self._arguments.get(index)
        if found is None:
            found = self._find_arguments(self.verbs[index])
            self._arguments[index] = found
        return found

    def _find_arguments(self, verb: Verb) -> Arguments:
        index = verb.index
        end = self.right_end(index)
        right = [
            item
            for item in self.items
            if item.first > index and item.first < end and self.outer_governor(item) == "" and not self._nested(item, index)
        ]
        if index + 1 < len(self.tokens) and self.tokens[index + 1].norm in ANAPHORIC:
            before = [position for position in self.verbs if position < index]
            if before and self.arguments(max(before)).subject is not None:
                return Arguments(self.arguments(max(before)).subject, tuple(right), False, True)
        after = self.tokens[index + 1].norm if index + 1 < len(self.tokens) else ""
        if after in RESUMPTIVE and right and right[0].kind == "actor":
            # مواقع سيطرت عليها القوات: a relative clause with a resumptive pronoun, its subject after the verb.
            return Arguments(right[0], tuple(right[1:]), False, False)
        if self._hands_on(verb):
            right = [item for item in right if item.kind != "event"]
        left = self._topic(verb)
        relative = self._relative_head(verb)
        number = verb.number
        if relative is not None:
            resumed = bool(verb.match.enclitic)
            other = relative.kind == "place" or not self.agrees(relative, verb)
            if resumed or (right and right[0].kind == "actor" and self._agentive(right[0]) and other):
                subject = right[0] if right else None
                return Arguments(subject, (relative, *right[1:]), subject is None, False)
            return Arguments(relative, tuple(right), False, True)
        if left is not None and (number != "s" or not right or not self._clause_initial(index, left)):
            return Arguments(left, tuple(right), False, True)
        if number in ("d", "p") and left is None:
            return Arguments(None, tuple(right), True, False)
        if not right:
            return Arguments(None, (), True, False)
        if right[0].kind == "place":
            return Arguments(None, tuple(right), True, False)
        thing = self._thing(verb, right[0])
        if thing is not None:
            return Arguments(thing, tuple(right), False, False)
        marked = next((item for item in right if self._case(item) == "subject"), None)
        if marked is None and self._speaks(verb) and right[0].kind == "event":
            # أدان الهجوم عدد من الفصائل: acts do not speak.
            marked = next((item for item in right if item.kind == "actor"), None)
        if marked is not None:
            return Arguments(marked, tuple(item for item in right if item is not marked), False, False)
        if self._case(right[0]) == "object":
            return Arguments(None, tuple(right), True, False)
        if verb.match.enclitic and not self._close(index, right[0]):
            return Arguments(None, tuple(right), True, False)
        return Arguments(right[0], tuple(right[1:]), False, False)

    def _case(self, item: Item) -> str:
        """What the ending of a sound plural or dual tells: subject (مسلحون, مقاتلو), object (المتشددين), or "" where it is not written."""
        head = item.actors[0] if item.kind == "actor" else None
        if head is None or head.number not in ("d", "p") or head.quantity is not None:
            return ""
        if head.head and bare(self.tokens[head.head - 1].norm, DETERMINERS):
            # جميع المسؤولين: in the genitive of its determiner, whatever the two are together.
            return ""
        norm = self.tokens[head.head].norm
        if norm.endswith(("ون", "وا")) or (norm.endswith("و") and head.number == "p"):
            return "subject"
        return "object" if norm.endswith("ين") else ""

    def _speaks(self, verb: Verb) -> bool:
        return any(p.first == verb.index and p.pattern.frame == "speak" for p in self.predicates)

    def _thing(self, verb: Verb, first: Item) -> Item | None:
        """أصاب صاروخ مروحية: a noun of no known kind right after the verb is its subject, so that what follows is the object."""
        index = verb.index + 1
        while index < first.first and self.tokens[index].text in QUOTES:
            index += 1
        if index >= first.first or self.tokens[index].kind != "word" or verb.match.enclitic or first.governed_by == index:
            return None
        norm = self.tokens[index].norm
        known = self.view.covered[index] - {"list"}
        if (
            known
            or len(norm) < 3
            or norm.endswith(("ا", "ي"))
            or norm[:1] in "وفبلك"
            or bare(norm, _FUNCTION_WORDS)
            or self.view.preposition(index)
            or self.view.dated(index)
            or any(place.first <= index < place.last for place in self.view.places)
        ):
            return None
        form = verb.match.value.form
        if form is not None and (form.gender == "f") != norm.endswith(("ه", "ات")) and form.number == "s":
            return None
        return Item("thing", index, index + 1, "", -1)

    def _hands_on(self, verb: Verb) -> bool:
        """Whether an event noun after the verb is its object: light and aspect verbs whose subject is the agent or undergoer."""
        for kind in ("light", "aspect"):
            match = self.view.best(verb.index, kind)
            if match is not None:
                return bool(match.value.ref != "event")
        return False

    def _close(self, index: int, item: Item) -> bool:
        return item.first - index <= 3

    def _nested(self, item: Item, index: int) -> bool:
        """Whether an item lies in a relative clause or an apposition (وهو المتحدث باسم ...) between the verb and the item."""
        for position in range(max(index + 1, item.first - 2), item.first):
            if self.tokens[position].norm in ("وهو", "وهي", "وهم"):
                return True
        return self.relative_in(index + 1, item.first)

    def _agentive(self, item: Item) -> bool:
        return any(
            actor.kind in ARMED_KINDS or actor.kind in ("country", "group", "government", "people", "person", "official")
            for actor in item.actors
        )

    def agrees(self, item: Item, verb: Verb) -> bool:
        """Whether a phrase agrees with a verb in gender and number, as a subject before it would."""
        form = verb.match.value.form
        if form is None or not item.actors:
            return True
        head = item.actors[0]
        if form.number == "s" and len(item.actors) > 1 and head.kind not in ARMED_KINDS:
            return False
        if form.number == "p":
            return head.number == "p" or head.quantity is not None or len(item.actors) > 1
        if form.gender == "f":
            return head.gender in ("f", "both") or head.number == "p"
        return head.gender in ("m", "both")

    def _clause_initial(self, index: int, topic: Item) -> bool:
        """Whether the verb opens its clause although a noun phrase stands before it (that one is then not its subject)."""
        between = self.tokens[topic.last : index]
        if self.tokens[index].norm[:1] == "و" and self.verbs[index].match.analysis.proclitics[:1] == "و":
            return True
        commas = [topic.last + offset for offset, token in enumerate(between) if token.text in ("،", ",")]
        if len(commas) > 1 and commas[-1] == index - 1 and topic.first - self.left_end(index) <= 1:
            # الرئيس التركي، رجب طيب أردوغان، هدد: between two commas an apposition or an adverb.
            return not self.agrees(topic, self.verbs[index])
        return bool(commas) and not any(bare(token.norm, VERB_MARKERS) for token in between)

    def _topic(self, verb: Verb) -> Item | None:
        """The ungoverned phrase before a verb in its own clause, the subject of a subject-first clause."""
        index = verb.index
        announced = self.tokens[self.left_end(index)].norm.removeprefix("و") == "اما"  # أما الخارجية فقالت
        if verb.match.analysis.proclitics[:1] in ("و", "ف") and not announced:
            return None
        described = self._described(index)
        if described is not None:
            return described
        start = self.left_end(index)
        candidates = [
            item
            for item in self.items
            if start <= item.first and item.last <= index and self.outer_governor(item) == "" and item.kind != "place"
        ]
        candidates = [item for item in candidates if not self._cut_off(item, index) and not self._taken(item, start, verb)]
        if len(candidates) > 1 and not self._may_agree(candidates[0], verb):
            # تصعيد في الشمال: الفصائل تقصف; a noun that disagrees in gender is no subject.
            candidates = [item for item in candidates if self._may_agree(item, verb)] or candidates
        if candidates and candidates[-1].first > start and self._opens(candidates[-1]) and index - candidates[-1].last <= 1:
            return candidates[-1]
        return candidates[0] if candidates else None

    def _may_agree(self, item: Item, verb: Verb) -> bool:
        """Whether a phrase before a singular verb agrees with it in gender; a noun of action by its ending."""
        form = verb.match.value.form
        if item.kind != "event" or item.predicate is None or form is None or form.number != "s" or form.gender == "both":
            return item.kind == "event" or self.agrees(item, verb)
        noun = item.predicate.form
        feminine = self.tokens[item.first].norm.endswith(("ه", "ات")) or (noun is not None and noun.number == "p")
        return bool(feminine == (form.gender == "f"))

    def _cut_off(self, item: Item, index: int) -> bool:
        """Whether a relative clause that is not closed stands between an item and a verb, or the item is in an inserted clause."""
        position = index - 1
        while position >= item.last:
            opening = self._inserted(position, index)
            if opening >= 0:
                if opening < item.first:
                    return True
                position = opening
            elif self.relative(position):
                return True
            position -= 1
        return False

    def _taken(self, item: Item, start: int, verb: Verb) -> bool:
        """سيطرت الفصائل على بلدات استعادتها القوات: the subject of the verb before is not that of a second perfect as well."""
        before = self.verbs.get(start - 1)
        if before is None or item.first - start > 2 or before.kinds & {"aspect", "light"}:
            return False
        form = verb.match.value.form
        anew = bool(verb.match.enclitic) or (form is not None and form.aspect == "perfect")
        described = not any(actor.definite for actor in item.actors) and verb.index - item.last <= 1
        return anew and not described

    def _described(self, index: int) -> Item | None:
        """في تفجير استهدف المدينة: an indefinite event noun right before a verb is the subject of its relative clause."""
        for item in self.items:
            gap = index - item.last
            if item.kind != "event" or item.predicate is None or item.predicate.definite or not 0 <= gap <= 5:
                continue
            words = [token.norm for token in self.tokens[item.last : index]]
            if any(a.governor == "ل" and a.first == item.last and a.last == index for a in self.view.actors):
                return item
            if gap <= 2 and all(word.endswith(("ه", "ي", "ين", "ات")) and not word.startswith("ال") for word in words):
                return item
        return None

    def _opens(self, item: Item) -> bool:
        """Whether a phrase begins with the waw of a new clause."""
        return bool(item.actors) and item.actors[0].proclitics[:1] == "و" and not item.actors[0].governor

    def _relative_head(self, verb: Verb) -> Item | None:
        """The noun that a relative clause with this verb describes: the item before the relative pronoun, or an indefinite noun."""
        index = verb.index
        position = index - 1
        while position >= 0 and (
            bare(self.tokens[position].norm, VERB_MARKERS) or self.tokens[position].norm in ("كان", "كانت", "لا")
        ):
            position -= 1
        if position < 0:
            return None
        if self.relative(position):
            before = [item for item in self.items if item.last <= position and position - item.last <= 3]
            outermost = [
                item
                for item in before
                if not any(other is not item and other.first < item.first and other.last >= item.first for other in before)
            ]
            return outermost[-1] if outermost else None
        if verb.match.enclitic and position >= 0:
            for item in reversed(self.items):
                if item.last <= index and index - item.last <= 2 and item.kind == "event" and item.predicate is not None:
                    return item if not item.predicate.definite else None
        return None

    def governing_verb(self, first: int) -> Verb | None:
        """The finite verb of whose clause the phrase at token ``first`` is a part, on its left."""
        position = first - 1
        while position >= 0:
            if position in self.verbs:
                return self.verbs[position]
            if self.hard[position]:
                return None
            position -= 1
        return None


@lru_cache(maxsize=65_536)
def _ends_clause(norm: str) -> bool:
    """Whether a mark or word ends a clause by itself."""
    return norm in HARD_ENDS or bool(bare(norm, COMPLEMENTISERS) or bare(norm, SUBORDINATORS))


@lru_cache(maxsize=65_536)
def _is_relative(norm: str) -> bool:
    return bare(norm, STRONG_RELATIVES) != ""


def suffix_agrees(suffix: str, mentions: list[ActorMention]) -> bool:
    """Whether a pronoun suffix may stand for coordinated mentions: ه one man or body, ها a woman, country or force, هم and هما several."""
    head = mentions[0]
    if suffix == "ه":
        return len(mentions) == 1 and head.number == "s" and head.gender != "f"
    if suffix == "ها":
        return len(mentions) == 1 and (head.gender != "m" or (head.number == "p" and head.kind in ARMED_KINDS))
    if suffix == "هما":
        return len(mentions) == 2 or head.number == "d"
    return suffix in ("هم", "هن") and (len(mentions) > 1 or head.number == "p")


_FUNCTION_WORDS = UNGOVERNING | PREPOSITIONS | DETERMINERS | RELATIVES | COMPLEMENTISERS | SUBORDINATORS | VERB_MARKERS
_CLAUSE_OPENERS = STRONG_RELATIVES | SUBORDINATORS
_NO_SUBJECTS = RELATIVES | PREPOSITIONS
_NOMINAL = frozenset({"noun", "adjective", "participle"})
_JUSSIVE_MARKERS = frozenset({"لم", "لا", "لما"})


def verb_here(view: View, index: int, match: Match) -> bool:
    """Whether an entry that is spelled like a verb is one at this token; decided by form and by the words around it.

    Imperfects and inflected perfects are plain; a bare perfect (قصف، قتل، دعم) is a noun after the article, a preposition,
    another noun in construct, a verb, or with tanwin, and a verb at the head of a clause and after its particles.
    """
    token = view.tokens[index]
    form = match.value.form
    if match.analysis.article or token.text.endswith(("ً", "اً", "ًا")):
        return False
    if match.analysis.proclitics[-1:] in ("ب", "ك"):
        return False
    nominal = _nominal(view, index, match.last)
    if nominal and form is not None and form.person == 1:
        # نساء is women, hardly ever "we are offended": reports are written in the third person.
        return False
    if match.analysis.proclitics[-1:] == "ل":
        return form is not None and form.aspect == "imperfect" and not nominal
    before = index - 1
    while before >= 0 and view.tokens[before].kind == "punct" and view.tokens[before].text in QUOTES:
        before -= 1
    norm = view.tokens[before].norm if before >= 0 else ""
    if form is not None and form.state == "jussive" and not (norm and bare(norm, _JUSSIVE_MARKERS)):
        # تستعد is "prepares"; only after لم may it be the short form of تستعيد.
        return False
    if norm and bare(norm, VERB_MARKERS):
        return True
    if not nominal:
        return not (norm and view.preposition(before) in ("في", "من", "الي", "علي", "عن") and norm in ("في", "الي", "علي", "عن"))
    if before < 0:
        return _definite_follows(view, index)
    if view.tokens[before].kind == "punct":
        return _definite_follows(view, index) and view.tokens[before].text not in QUOTES
    if bare(norm, PREPOSITIONS) or bare(norm, COMPLEMENTISERS) or bare(norm, DETERMINERS):
        return False
    if bare(norm, _CLAUSE_OPENERS) or norm in ("انه", "انها", "لا"):
        return True
    if norm.startswith("ال") and len(norm) > 4 and not bare(norm, STRONG_RELATIVES):
        # القصف طال, النظام قصف: after a definite noun a bare perfect is a verb with its subject first.
        return True
    kinds = view.covered[before]
    if match.enclitic and "trigger" in kinds and _indefinite_noun(view, before):
        # هجوم شنه مسلحون: a relative clause without pronoun on an indefinite event noun.
        return True
    if kinds & {"light", "aspect", "report", "verb", "result", "trigger", "cause", "statement"}:
        return False
    if match.analysis.proclitics[:1] in ("و", "ف"):
        return _definite_follows(view, index)
    if not match.enclitic and _subject_of_verb(view, before):
        # رفضت تركيا سحب نقاطها, عاود الطيران قصف المدينة: after a verb and its subject the word is a noun, their object.
        return False
    if kinds & {"actor", "agent", "country", "nation"} or match.enclitic:
        # هجوم كبير شنه مسلحون: a pronoun suffix after an indefinite noun or adjective marks a relative clause.
        return True
    return form is not None and form.aspect == "imperfect"


def _nominal(view: View, index: int, last: int) -> bool:
    """Whether an entry of the same tokens is a noun, adjective or participle."""
    for matches in view.at[index].values():
        for match in matches:
            form = match.value.form
            if form is not None and form.pos in _NOMINAL and match.last == last:
                return True
    return False


def _subject_of_verb(view: View, index: int) -> bool:
    """Whether a plain finite verb stands right before the few words of an actor that end at a token."""
    for position in range(index, max(-1, index - 6), -1):
        token = view.tokens[position]
        if token.kind != "word" and token.text not in QUOTES:
            return False
        forms = [match.value.form for matches in view.at[position].values() for match in matches if match.value.form is not None]
        if view.covered[position] & {"actor", "agent", "country", "nation"} and not (
            forms and all(form.pos == "verb" for form in forms)
        ):
            continue
        return bool(forms) and all(form.pos == "verb" and form.lemma not in AUXILIARIES for form in forms)
    return False


def _indefinite_noun(view: View, index: int) -> bool:
    return any(
        match.value.form is not None and match.value.form.pos == "noun" and not match.analysis.article and not match.enclitic
        for match in view.at[index].get("trigger", ())
    )


def _definite_follows(view: View, index: int) -> bool:
    """Whether a noun phrase follows directly, as the subject of a verb would."""
    after = index + 1
    while after < len(view.tokens) and view.tokens[after].text in QUOTES:
        after += 1
    if after >= len(view.tokens) or view.tokens[after].kind == "punct":
        return False
    token = view.tokens[after]
    if token.kind == "number":
        return True
    if bare(token.norm, _NO_SUBJECTS) and not bare(token.norm, DETERMINERS):
        return False
    return (
        bool(view.covered[after] & {"actor", "agent", "country"})
        or token.norm.startswith("ال")
        or bare(token.norm, DETERMINERS) != ""
    )
