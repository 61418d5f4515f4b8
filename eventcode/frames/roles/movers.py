"""Whom an act befalls beside those who stand as its subject or object: passengers, families, a part of them, a number alone."""

from __future__ import annotations

from eventcode.codebook import Codebook
from eventcode.frames.clauses import Clauses
from eventcode.frames.hosts import LEAVING
from eventcode.frames.model import Predicate
from eventcode.mentions import ActorMention, View
from eventcode.mentions.closed import QUOTES
from eventcode.numbers import Quantity

_BEFALLING = frozenset({"die", "kill", "flee", "expel"})
_BEINGS = frozenset({"people", "force", "group", "source", "official", "person"})
_VEHICLES = frozenset({"vehicle", "facility"})
_REACH = 12
"""How many words a vehicle or a family may stand from the word of leaving."""
_MANY = 1000
"""Numbers alone from here on count people (نزح ملايين); smaller ones (قتل ثلاثة) go on with what was counted before."""
_PEOPLE = "SYRCVL"
_SOME = frozenset(
    {"كثيرون", "كثيرين", "الكثيرون", "نصفهم", "معظمهم", "اغلبهم", "غالبيتهم", "بعضهم", "ثلثهم", "جميعهم", "اخرون", "اخرين", "الاف"}
)
_APPROXIMATELY = frozenset({"تقريبا", "قد", "كانوا", "ممن"})


class Movers:
    """Completes the targets of the predicates of a sentence once each has its own."""

    def __init__(self, view: View, clauses: Clauses, codebook: Codebook) -> None:
        self.view = view
        self.clauses = clauses
        self.frames = codebook.frames
        self.carrying = [index for index, names in enumerate(view.lists) if "carrying" in names or self._made_up_of(index)]

    def run(self) -> None:
        """Passengers first, for families and parts go with them."""
        self._passengers()
        for predicate in self.clauses.predicates:
            if predicate.type == "mobilization" and not predicate.actors and predicate.pos == "noun":
                # إن رتلاً للجيش التركي دخل: whose column it is
                predicate.actors = [a for a in self.view.actors if a.head == predicate.first and a.code and a.owner is not None]
            if predicate.pattern.frame not in _BEFALLING:
                continue
            if not predicate.targets:
                self._number_alone(predicate)
            if not predicate.targets:
                self._some(predicate)
            if predicate.type in LEAVING:
                self._left_behind(predicate)
                self._families(predicate)
            self._parts(predicate)

    def _passengers(self) -> None:
        """غادرت حافلات تقل مقاتلين, خروج حافلتين على متنهما جرحى: those aboard leave; the nearest word of leaving is theirs."""
        for index in self.carrying:
            aboard = self._group_after(index + 1)
            moves = [
                p for p in self.clauses.predicates if p.type in LEAVING and abs(p.first - index) <= 2 * _REACH and p.first != index
            ]
            if not aboard or not moves or not self._vehicle_before(index):
                continue
            nearest = min(moves, key=lambda p: (p.pattern.frame == "kill", abs(p.first - index)))
            nearest.targets = [target for target in nearest.targets if target.kind not in _VEHICLES or target.code]
            self._add(nearest, aboard, "carried by the vehicles that leave")

    def _made_up_of(self, index: int) -> bool:
        """50 حافلة من المقاتلين, قافلة جديدة من مهجري دوما: the preposition after the vehicles and their adjective."""
        return self.view.tokens[index].norm == "من" and any(
            "carriers" in self.view.lists[p] for p in range(max(0, index - 2), index)
        )

    def _vehicle_before(self, index: int) -> bool:
        """Whether what carries is named a few words before: حافلات، قافلة، دفعة."""
        return any("carriers" in self.view.lists[p] for p in range(max(0, index - 2 * _REACH), index))

    def _group_after(self, index: int) -> list[ActorMention]:
        """The coordinated beings whose first stands at a token, numbers and words of number before it."""
        for mention in self.view.actors:
            if mention.first < index:
                continue
            between = range(index, mention.first)
            if len(between) > 4 or any(self.clauses.hard[p] or p in self.clauses.verbs for p in between):
                return []
            return [other for other in self.view.actors if other.group == mention.group and other.kind in _BEINGS]
        return []

    def _left_behind(self, predicate: Predicate) -> None:
        """غادروا معقلهم, مغادرة بلدات تسيطر عليها المعارضة: what is left, and whoever holds it, do not leave."""
        beings = [target for target in predicate.targets if target.kind != "facility"]
        if beings or predicate.pattern.frame == "flee" or predicate.type == "displacement":
            holding = {p for p, kinds in enumerate(self.view.covered) if "state" in kinds and p not in self.carrying}
            held = [target for target in beings if target.governed_by in holding]
            predicate.targets = [target for target in beings if target not in held]

    def _families(self, predicate: Predicate) -> None:
        """المقاتلون وعائلاتهم, مع أسرهم, رفقة أفراد من عائلاتهم: families go with those who go."""
        if not any(target.kind in _BEINGS for target in predicate.targets):
            return
        for mention in self.view.actors:
            apart = mention.first - predicate.last if mention.first > predicate.first else predicate.first - mention.last
            if "families" not in self.view.lists[mention.head] or not self._of_them(mention) or not 0 <= apart <= 2 * _REACH:
                continue
            between = range(min(predicate.first, mention.first), max(predicate.first, mention.first))
            if not any(self.clauses.hard[p] for p in between if p not in self.carrying):
                self._add(predicate, [mention], "families of those who go")

    def _of_them(self, mention: ActorMention) -> bool:
        """عائلاتهم, أفراد من عائلاتهم: whether the mention ends with a plural pronoun."""
        return self.view.tokens[mention.last - 1].norm.endswith("هم")

    def _parts(self, predicate: Predicate) -> None:
        """384 شخصاً بينهم 44 مسلحاً: a part that is of another kind suffers it too."""
        for target in list(predicate.targets):
            for part in target.quantity.breakdown if target.quantity is not None else ():
                known = {other.role for other in predicate.targets}
                found = [m for m in self.view.actors if part.first <= m.head < part.last and m.kind in _BEINGS]
                self._add(predicate, [m for m in found if m.code and m.role not in known], "a part of those counted")

    def _number_alone(self, predicate: Predicate) -> None:
        """نزح ملايين, مقتل أكثر من ثلاثة آلاف: a large number with no noun counts people."""
        start = predicate.last
        while start < len(self.view.tokens) and self.view.tokens[start].text in QUOTES:
            start += 1
        for quantity in self.view.quantities:
            after = quantity.first == start and quantity.low >= _MANY
            before = (
                predicate.first in (quantity.last, quantity.noun) and predicate.form is not None and predicate.form.number == "p"
            )
            if (after or before) and self._alone(quantity):
                self._add(predicate, [self._people(quantity)], "a number alone counts people")

    def _some(self, predicate: Predicate) -> None:
        """كثيرون نزحوا, نصفهم تقريباً نزحوا: people of whom only a word of quantity stands before a verb in the plural."""
        form = predicate.form
        if predicate.pos != "verb" or form is None or form.number != "p" or predicate.pattern.frame == "kill":
            return
        index = predicate.first - 1
        while index > 0 and self.view.tokens[index].norm in _APPROXIMATELY:
            index -= 1
        token = self.view.tokens[index] if index >= 0 else None
        if token is not None and token.norm.lstrip("و") in _SOME:
            people = ActorMention(
                first=index, last=index + 1, start=token.start, end=token.end, code=_PEOPLE, name=None, kind="people", head=index,
                role="CVL", number="p", counts=True, assumed=True,
            )  # fmt: skip
            self._add(predicate, [people], "a word of quantity stands for people")

    def _alone(self, quantity: Quantity) -> bool:
        """Whether a number counts no noun: نزح آلاف, نزح آلاف من بلدات الريف."""
        noun = quantity.noun
        return noun is None or noun in self.clauses.verbs or any(place.first <= noun < place.last for place in self.view.places)

    def _add(self, predicate: Predicate, mentions: list[ActorMention], reason: str) -> None:
        for mention in mentions:
            if mention not in predicate.targets and mention not in predicate.actors:
                predicate.targets.append(mention)
                predicate.why("target", f"{self.view.slice(mention.start, mention.end)}: {reason}")

    def _people(self, quantity: Quantity) -> ActorMention:
        """People whom nothing but a number denotes; what was taken for its noun is left out."""
        last = max(quantity.first + 1, quantity.last if quantity.noun is None else min(quantity.noun, quantity.last))
        last -= last - 1 > quantity.first and self.view.tokens[last - 1].norm == "من"
        return ActorMention(
            first=quantity.first, last=last, start=quantity.start, end=self.view.tokens[last - 1].end, code=_PEOPLE, name=None,
            kind="people", head=quantity.first, role="CVL", number="p", counts=True, quantity=quantity, assumed=True,
        )  # fmt: skip
