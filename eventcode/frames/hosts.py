"""Which predicate a place belongs to: the one in whose clause it stands, unless that can have no such place."""

from __future__ import annotations

import re

from eventcode.frames.clauses import Clauses
from eventcode.frames.contents import SPEECH
from eventcode.frames.elsewhere import TOWARDS
from eventcode.frames.model import Item, Predicate
from eventcode.mentions import View

LEAVING = frozenset({"displacement", "evacuation"})
"""Types of leaving: the place is where they left, and where they went is the destination (coding rules, section 4)."""
LEFT = frozenset({"withdrawal", "displacement", "evacuation"})
"""Types of leaving a country."""
_DEALS = frozenset({"negotiation", "agreement", "consent", "rejection", "ceasefire"})
# How many words after the word for a deal the place may stand where it was broken.
_DEAL_REACH = 3
_SCENE_WORDS = re.compile("[وف]?(?:س?[يت]شهد|شهدت?|[يت]?تعرضت?)")
# ... and verbs that spare a place an act.
_SPARING_WORDS = re.compile("[وف]?(?:[لب]?[يت]?جنبت?|[لب]?تجنيب)")
# Verbs that tell of further places of the same act: اشتباكات في جبل الزاوية امتدت إلى محيط سرمدا.
_EXTENDING = re.compile("[وف]?(?:ا?متد|توسع|طال|شمل|ا?نتقل|[يت]متد|[يت]توسع|[يت]طال|[يت]شمل)(?:ت|وا)?")
# Verbs by which those who left somewhere go on, and how many words after them the place may stand.
_GOING_ON = re.compile("[وف](?:ا?تجه|توجه|انتقل|مضي|سار)(?:ت|وا|ا)?")
_GOING_REACH = 9
_SINCE = frozenset({"من", "منذ", "بالكامل", "تماما"})
# The word that opens what is told of a topic, and within how many words after the place it stands.
_OPENS_COMMENT = re.compile("ف(?:ان|قد)(?:ه|ها|هم)?")
_FRONT_REACH = 6


class Hosts:
    """Finds the predicate of a place among those of a sentence."""

    def __init__(self, view: View, clauses: Clauses) -> None:
        self.view = view
        self.clauses = clauses
        self.topics: dict[int, list[int]] = {}
        """Places that stand before their predicate, by that."""

    def host(self, item: Item) -> Predicate | None:
        """The predicate that a place belongs to: the nearest one before it in its clause, else the next one in its clause.

        A place that no clause claims goes to the last predicate before it, where that one has no place of its own.
        """
        predicates = self.clauses.predicates
        before = [p for p in predicates if p.last <= item.first]
        close = [p for p in before if not self.clauses.broken(p.last, item.first)]
        opened = self._fronted(item)
        after = [p for p in predicates if p.first >= opened and not self.clauses.broken(opened, p.first)]
        if len(close) > 1 and close[-1].pattern.frame == SPEECH and close[-1].pos == "participle":
            if close[-1].first == close[-2].last:
                close.pop()  # مظاهرات مطالبة بالتغيير تعم إدلب: an adjective of the act before it
        while len(close) > 1 and self._passed_over(close[-1], close[-2], item):
            close.pop()
        state = self._state_of(item)
        if state is not None:
            return state
        verb = self._opens_clause(item)
        if verb >= 0:
            after = [p for p in predicates if p.first >= verb and not self.clauses.broken(verb, p.first)]
        going = self._goes_on(item)
        if going is not None:
            return going
        if close and not (after and (verb >= 0 or self.scene(item))):
            if not self._told_anew(close[-1], item):
                return close[-1]
            return after[0] if after else None
        if after:
            return after[0]
        return before[-1] if before and not before[-1].places and id(before[-1]) not in self.topics else None

    def _goes_on(self, item: Item) -> Predicate | None:
        """غادروا درعا، واتجهوا إلى إدلب: the leaving of which a further verb, without a subject of its own, tells where it went on to."""
        tokens = self.view.tokens
        reach = range(item.first - 1, max(-1, item.first - _GOING_REACH), -1)
        verb = next((p for p in reach if p in self.clauses.verbs and _GOING_ON.fullmatch(tokens[p].norm)), -1)
        if verb < 0 or tokens[verb + 1].norm not in TOWARDS or any(token.text in ("،", ",") for token in tokens[verb : item.first]):
            return None
        leaving = [p for p in self.clauses.predicates if p.last <= verb and p.type in LEFT]
        told = any(verb <= p.first < item.first for p in self.clauses.predicates)
        return leaving[-1] if leaving and not told else None

    def _opens_clause(self, item: Item) -> int:
        """قصفت الطائرات سراقب، وفي حماة قُتل ثلاثة: the verb that follows a place with "and in" after a comma, which is its scene; or -1."""
        tokens = self.view.tokens
        if item.first < 2 or tokens[item.first - 1].norm != "وفي" or tokens[item.first - 2].text not in ("،", ",", "؛"):
            return -1
        inside = {index for place in self.view.places for index in range(place.first, place.last)}
        index = item.last
        while index < len(tokens) and (index in inside or tokens[index].text in ("،", ",", "-") or tokens[index].norm == "في"):
            index += 1
        told = any(p.first == index and p.pos == "verb" for p in self.clauses.predicates)
        return index if told or index in self.clauses.verbs else -1

    def _state_of(self, item: Item) -> Predicate | None:
        """رتل يعبر كفرلوسين ومورك محاصرة: the state in which a headline says that a place is, after "and", which begins a sentence there."""
        place = self.view.places[item.places[0]]
        if place.proclitics != "و":
            return None
        for state in self.clauses.predicates:
            if state.first == item.last and state.pos != "verb" and not state.definite and state.type == "siege":
                following = self.view.tokens[state.last] if state.last < len(self.view.tokens) else None
                return state if following is None or following.kind == "punct" or following.norm in _SINCE else None
        return None

    def _passed_over(self, nearest: Predicate, before: Predicate, item: Item) -> bool:
        """إجلاء الرافضين للتسوية من حرستا إلى إدلب, خرق الاتفاق في محيط سراقب: a deal between an act and a place has none of its own."""
        if nearest.type not in _DEALS or nearest.pos == "verb" or item.first == nearest.last:
            return False
        governed = self.clauses.outer_governor(item)
        if before.type in LEFT and (governed == "من" or governed in TOWARDS):
            return not any(index in self.clauses.verbs for index in range(before.last, item.first))
        beside = nearest.first - before.last <= 1 and item.first - nearest.last <= _DEAL_REACH
        return beside and before.type == "ceasefire_violation" and nearest.definite

    def _told_anew(self, host: Predicate, item: Item) -> bool:
        """الحملة على الغوطة أمّنت الطريق إلى حمص: after a further verb, a place is no other place of an act that has one before it."""
        place = self.view.places[item.places[0]]
        led = host.type in LEAVING and self.clauses.outer_governor(item) in TOWARDS
        if not host.places or led or place.proclitics[:1] == "و":
            return False
        held = self.view.places[host.places[-1]]
        countries = tuple(candidate.id for candidate in held.candidates if candidate.level == "country")
        if countries and any((candidate.parent or "").startswith(countries) for candidate in place.candidates):
            return False  # قصفت في سوريا مواقع تتمركز قرب حلب: the country leaves room for a finer place
        last = held.last
        between = range(last, place.first)
        return last > host.last and any(
            index in self.clauses.verbs
            and not self.clauses.auxiliary(index)
            and not _EXTENDING.fullmatch(self.view.tokens[index].norm)
            for index in between
        )

    def _fronted(self, item: Item) -> int:
        """أما في سراقب، فإن الاشتباكات مستمرة: where the clause begins before which a place is set, else the end of the place."""
        tokens = self.view.tokens
        comma = next(
            (p for p in range(item.last, min(len(tokens), item.last + _FRONT_REACH)) if tokens[p].text in ("،", ",")), None
        )
        opening = tokens[comma + 1].norm if comma is not None and comma + 1 < len(tokens) else ""
        return comma + 2 if comma is not None and _OPENS_COMMENT.fullmatch(opening) else item.last

    def scene(self, item: Item) -> bool:
        """كما شهدت بلدة كذا اشتباكات, تعرض المدينة لقصف, جنّب إدلب هجوماً: a place as the scene of the act that follows."""
        before = [token.norm for token in self.view.tokens[max(0, item.first - 3) : item.first]]
        return bool(before) and (
            _SCENE_WORDS.fullmatch(before[-1]) is not None or any(_SPARING_WORDS.fullmatch(word) for word in before)
        )

    def _enumerated(self, position: int) -> bool:
        """شهدت محافظات اللاذقية، حماة، حلب وإدلب قصفاً: whether "and" or nothing but a comma joins a place to the one before it."""
        place = self.view.places[position]
        gap = [token.text for token in self.view.tokens[self.view.places[position - 1].last : place.first]]
        return place.proclitics[:1] == "و" or gap in (["،"], [","])

    def _listed(self, position: int) -> bool:
        """Whether a place goes on with a list: and so it does where one phrase tells two (ريفي حلب وإدلب)."""
        place = self.view.places[position]
        return place.proclitics[:1] == "و" or place.first == self.view.places[position - 1].first

    def _lies_in_previous(self, position: int) -> bool:
        """بلدة كذا في ريف دمشق, بلدة كذا بريف دمشق: a place that tells where the one before it lies goes with that one."""
        place = self.view.places[position]
        gap = self.view.tokens[self.view.places[position - 1].last : place.first] if position else ()
        return (not gap and place.proclitics == "ب") or (len(gap) == 1 and gap[0].norm == "في")

    def _counted(self, index: int) -> bool:
        return any(quantity.first <= index < quantity.last for quantity in self.view.quantities)

    def _about(self, first: int, last: int) -> bool:
        """يغادر نحو سبعة آلاف شخص البلدة: whether نحو between two tokens only makes a number rough."""
        return any(self.view.tokens[p].norm == "نحو" and self._counted(p + 1) for p in range(first, last))
