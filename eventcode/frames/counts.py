"""Counts of each predicate: quantities of its targets and actors, and those whose noun tells what they count."""

from __future__ import annotations

import attrs

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import STRIKE_FRAMES, Predicate
from eventcode.frames.multitudes import number_of, people_alone
from eventcode.frames.repeats import count_repeats
from eventcode.frames.shares import count_shares
from eventcode.frames.singles import count_singles
from eventcode.frames.tolls import toll_counts
from eventcode.mentions import ActorMention, View
from eventcode.mentions.closed import STRONG_RELATIVES, bare
from eventcode.model import Count
from eventcode.numbers import Quantity

_COUNT_BY_TYPE = {
    "killing": "killed", "assassination": "killed", "execution": "killed", "displacement": "displaced",
    "evacuation": "displaced", "arrest": "detained", "prisoner_release": "detained", "abduction": "abducted",
}  # fmt: skip
_TROOPS = frozenset({"mobilization", "withdrawal", "intervention"})
_PEOPLE = frozenset({"killed", "injured", "displaced", "detained", "abducted"})
_MOVING = frozenset({"people", "force", "group", "person", "official"})
_BEFORE_VERB = STRONG_RELATIVES | {"قد", "لقد"}
_ONE_MORE = frozenset({"اخر", "اخري"})
_NEXT_IN_ROW = frozenset({"ثالث", "ثالثه", "رابع", "رابعه", "خامس", "خامسه", "سادس", "سادسه", "سابع", "ثامن", "تاسع", "عاشر"})
_HURT = {
    "injured": frozenset({"اصيب", "اصيبت", "اصابه", "جرح", "جرحت"}),
    "killed": frozenset({"مقتل", "قتل", "قتلت", "استشهد", "استشهدت", "استشهاد"}),
}
_NEAR = 4
_FAR = 12
"""Tokens between a predicate and a number of its own behind it: next to it, and behind where and when it happened."""
_CASES = frozenset({"حاله", "حالات", "حالتي", "حالتا"})
_NO_STRIKES = frozenset({"ground_attack", "armed_clash", "ceasefire_violation", "advance"})
_BECOMING = frozenset({"تحول", "تحولت", "وتحول", "وتحولت", "تحولوا", "يتحول", "ليتحول"})
_WHERE = frozenset({"في", "من", "علي", "عن"})
_SPREAD = frozenset(
    [
        "mobilization",
        "withdrawal",
        "evacuation",
        "displacement",
        "protest",
        "base_established",
        "ceasefire",
        "air_strike",
        "shelling",
        "arrest",
    ]
)
"""Acts that take place in several places at once."""
_WITH_VEHICLES = frozenset({"mobilization", "aid", "withdrawal", "evacuation", "military_support", "joint_patrol"})


class Counts:
    """Ties quantities to predicates."""

    def __init__(self, view: View, clauses: Clauses) -> None:
        self.view = view
        self.clauses = clauses

    def fill(self) -> None:
        """Tie quantities to the predicates whose target, actor or own noun they count."""
        used: set[int] = set()
        for predicate in self.clauses.predicates:
            for mention in [*predicate.targets, *predicate.actors]:
                if mention.quantity is None or id(mention.quantity) in used or self._mixed(mention.quantity):
                    continue
                kind = self._kind_of(predicate, mention)
                if kind and kind not in predicate.counts:
                    self._give(predicate, kind, mention.quantity)
                    used.add(id(mention.quantity))
                elif kind and _coordinated(predicate, mention):
                    self._add(predicate, kind, mention.quantity)
                    used.add(id(mention.quantity))
        for mention in self.view.actors:
            if mention.quantity is None or id(mention.quantity) in used or mention.kind != "vehicle":
                continue
            near = [p for p in self.clauses.predicates if p.type in _WITH_VEHICLES]
            # أحصى المراسل 20 حافلة خلال خروجها, قافلة من 17 حافلة غادرت: what leaves may stand before its verb.
            hosts = [p for p in near if p.first < mention.first] or [p for p in near[:1] if p.type == "evacuation"]
            if (
                hosts
                and "vehicles" not in hosts[-1].counts
                and not self.clauses.broken(min(hosts[-1].last, mention.last), max(hosts[-1].first, mention.first))
            ):
                self._give(hosts[-1], "vehicles", mention.quantity)
                used.add(id(mention.quantity))
        self._moved(used)
        for predicate, kind, quantity in list(toll_counts(self.view, self.clauses.predicates, used)):
            self._give(predicate, kind, quantity)
            used.add(id(quantity))
        for quantity in self.view.quantities:
            if id(quantity) in used:
                continue
            if self._mixed(quantity):
                self._both(quantity)
                continue
            found = self._after(quantity) or self._by_noun(quantity)
            if found is not None:
                predicate, kind = found
                if kind not in predicate.counts:
                    self._give(predicate, kind, quantity)
                    used.add(id(quantity))
                    if kind in ("killed", "injured"):
                        self._struck(predicate, quantity)
        count_singles(self.view, self.clauses.predicates)
        count_repeats(self.view, self.clauses, self.clauses.predicates)
        count_shares(self.view, self.clauses.predicates)
        self._one_more()
        for predicate in self.clauses.predicates:
            if _two(predicate):
                text = self.view.slice(predicate.start, predicate.end)
                predicate.counts["strikes"] = Count(2, 2, False, None, text, predicate.start, predicate.end, ())
                predicate.why("counts", f"{text}: two of them")

    def _struck(self, predicate: Predicate, quantity: Quantity) -> None:
        """أوقع القصف ستة جرحى مدنيين: whom an act killed and injured are its targets (coding rules 1.9)."""
        if any(target.kind in _MOVING for target in predicate.targets):
            return
        for mention in self.view.actors:
            beings = mention.kind in _MOVING
            if beings and mention.quantity is quantity and mention not in predicate.actors and mention not in predicate.targets:
                predicate.targets.append(mention)
                predicate.why("target", f"{self.view.slice(mention.start, mention.end)}: killed or injured by it")

    def _moved(self, used: set[int]) -> None:
        """44 مقاتلاً و340 مدنياً قد غادروا, حافلات تقل 981 شخصاً خرجت: those who leave, told right before their verb."""
        for predicate in self.clauses.predicates:
            if predicate.pattern.frame != "flee" or predicate.definite or predicate.proclitics or "displaced" in predicate.counts:
                continue
            many = number_of(self.view, predicate.first) if predicate.pattern.after == "number" else None
            if many is not None:
                self._give(predicate, "displaced", many)  # ثلاثة ملايين شخص بينهم مليون نازح
                continue
            position = predicate.first
            while position and (self.view.tokens[position - 1].norm in _BEFORE_VERB or self.clauses.auxiliary(position - 1)):
                position -= 1
            row: list[ActorMention] = []
            for mention in reversed(self.view.actors):
                if mention.last == position and mention.quantity is not None and mention.kind in _MOVING:
                    row.insert(0, mention)
                    position = mention.quantity.first
                    position -= bool(position) and self.view.tokens[position - 1].norm == "و"
            for mention in row:
                quantity = mention.quantity
                if quantity is None or id(quantity) in used:
                    continue
                if "displaced" in predicate.counts:
                    self._add(predicate, "displaced", quantity)
                else:
                    self._give(predicate, "displaced", quantity)
                used.add(id(quantity))

    def _one_more(self) -> None:
        """استشهاد 4 عناصر وإصابة آخر: one more person, hurt in what the others were hurt in."""
        tokens = self.view.tokens
        for position in range(1, len(tokens)):
            if tokens[position].norm not in _ONE_MORE and not self._one_in_row(position):
                continue
            kind = next((k for k, words in _HURT.items() if bare(tokens[position - 1].norm, words)), "")
            for predicate in self.clauses.predicates:
                told = [
                    count
                    for key, count in predicate.counts.items()
                    if key in ("killed", "injured") and (count.end or 0) <= tokens[position].start
                ]
                if kind and kind not in predicate.counts and told and position - self._token(told[-1].end or 0) <= _FAR:
                    predicate.counts[kind] = Count(
                        1, 1, False, "people", tokens[position].text, tokens[position].start, tokens[position].end, ()
                    )
                    predicate.why("counts", f"{self.view.slice(tokens[position - 1].start, tokens[position].end)}: {kind}")
                    break

    def _one_in_row(self, index: int) -> bool:
        """وأصيب ثالث بانفجار: whether an ordinal without a noun, at a token, is one person more (but not ثالث هجوم)."""
        if self.view.tokens[index].norm not in _NEXT_IN_ROW:
            return False
        after = self.view.tokens[index + 1] if index + 1 < len(self.view.tokens) else None
        return after is None or after.kind == "punct" or self.view.preposition(index + 1) != "" or after.norm[:1] in "بوفل"

    def _token(self, end: int) -> int:
        """The last token before a character offset."""
        return max((index for index, token in enumerate(self.view.tokens) if token.end <= end), default=0)

    def _after(self, quantity: Quantity) -> tuple[Predicate, str] | None:
        """نشرت فرنسا 50 جندياً, أنشأت قرابة 20 قاعدة, للآلاف بالمغادرة: what a predicate moves, builds or holds, told as a bare number of it."""
        before = [p for p in self.clauses.predicates if p.last <= quantity.first]
        leaving = [p for p in self.clauses.predicates if p.first in (quantity.last, quantity.noun) and p.pattern.frame == "flee"]
        if leaving and leaving[0].proclitics[-1:] == "ب" and "displaced" not in leaving[0].counts:
            return leaving[0], "displaced"
        if before and before[-1].last == quantity.first and self._people_alone(before[-1], quantity):
            kind = before[-1].pattern.counts or _COUNT_BY_TYPE.get(before[-1].type, "killed")
            return (before[-1], kind) if kind not in before[-1].counts else None
        if (
            quantity.noun is None
            or not before
            or self._row(quantity) - before[-1].last > _NEAR
            or self.clauses.broken(before[-1].last, quantity.first)
        ):
            return None
        host, lists = before[-1], self.view.lists[quantity.noun]
        if host.type in _TROOPS and "vehicle-words" in lists:
            return (host, "vehicles") if "vehicles" not in host.counts else None
        if host.type in _TROOPS and "troop-words" in lists and not lists & {"posts", "place-nouns"}:
            return (host, "troops") if "troops" not in host.counts else None
        if host.type == "base_established" and ("posts" in lists or "troop-words" in lists):
            return (host, "facilities") if "facilities" not in host.counts else None
        return None

    def _people_alone(self, predicate: Predicate, quantity: Quantity) -> bool:
        """أصيب اثنان آخران, جُرح أكثر من خمسين بجروح: a number right behind its verb, of people whom no noun of its own names."""
        return predicate.pattern.frame == "kill" and predicate.pos in ("verb", "noun") and people_alone(self.view, quantity.first)

    def _row(self, quantity: Quantity) -> int:
        """أكثر من مئة آلية وقرابة ألف جندي: where the numbers that stand in one row begin."""
        first = quantity.first
        for other in reversed(self.view.quantities):
            if other.last == first:
                first = other.first
        return first

    def _mixed(self, quantity: Quantity) -> bool:
        """خمسون قتيلاً وجريحاً: one number for the dead and the wounded counts neither."""
        if quantity.noun is None or quantity.noun + 1 >= len(self.view.tokens):
            return False
        pair = self.view.lists[quantity.noun] | self.view.lists[quantity.noun + 1]
        first, second = (self.view.tokens[p].norm for p in (quantity.noun, quantity.noun + 1))
        definite = first.startswith("ال") and second.startswith("وال")
        return {"dead", "wounded"} <= pair and second[:1] == "و" and (definite or (first[-1:] == second[-1:] == "ا"))

    def _both(self, quantity: Quantity) -> None:
        """عشرات القتلى والجرحى: an open number of the dead and of the wounded is that of each; an exact one counts neither."""
        found = None if quantity.number.exact else self._by_noun(quantity)
        for kind in ("killed", "injured") if found is not None else ():
            if found is not None and kind not in found[0].counts:
                self._give(found[0], kind, quantity)

    def _add(self, predicate: Predicate, kind: str, quantity: Quantity) -> None:
        """Add a number to a count."""
        count = predicate.counts[kind]
        high = None if count.high is None or quantity.high is None else count.high + quantity.high
        end = max(count.end or quantity.end, quantity.end)
        text = self.view.slice(count.start, end) if count.start is not None else count.text
        predicate.counts[kind] = attrs.evolve(
            count,
            low=count.low + quantity.low,
            high=high,
            text=text,
            end=end,
            approximate=count.approximate or quantity.approximate,
        )
        predicate.why("counts", f"{self.view.slice(quantity.start, quantity.end)}: added to it")

    def _give(self, predicate: Predicate, kind: str, quantity: Quantity) -> None:
        """Set one count; one of several (أحد المواقع) counts nothing but people."""
        one = quantity.low == 1 and quantity.high == 1 and self.view.tokens[quantity.number.first].kind == "word"
        if one and kind not in _PEOPLE:
            return
        parts = tuple(
            Count(part.low, part.high, part.approximate, part.unit, self.view.slice(part.start, part.end), part.start, part.end)
            for part in getattr(quantity, "breakdown", ())
        )
        unit = quantity.unit or ("people" if kind in ("killed", "injured", "displaced", "detained", "abducted", "troops") else None)
        predicate.counts[kind] = Count(
            quantity.low, quantity.high, quantity.approximate, unit, self.view.slice(quantity.start, quantity.end),
            quantity.start, quantity.end, parts,
        )  # fmt: skip
        predicate.why("counts", f"{self.view.slice(quantity.start, quantity.end)}: {kind}")

    def _kind_of(self, predicate: Predicate, mention: ActorMention) -> str:
        """The kind of a count from the predicate's type and what the counted noun is."""
        lists = self.view.lists[mention.head]
        for kind in ("dead", "wounded"):
            if kind in lists:
                return "killed" if kind == "dead" else "injured"
        if predicate.pattern.counts:
            return predicate.pattern.counts
        if predicate.pattern.frame == "purge" and mention.kind in _MOVING:
            return "killed"
        if mention.kind == "facility":
            return "facilities" if predicate.type != "siege" else ""
        if mention.kind in ("aircraft", "weapon", "vehicle"):
            return "vehicles" if mention.kind != "weapon" else ""
        if predicate.type in _COUNT_BY_TYPE:
            return _COUNT_BY_TYPE[predicate.type]
        if predicate.type in ("mobilization", "withdrawal", "intervention", "group_change"):
            return "troops"
        if predicate.pattern.frame == "flee":
            return "displaced"
        return ""

    def _case(self, quantity: Quantity) -> tuple[Predicate, str] | None:
        """214 حالة اعتقال, ثلاث حالات إعدام: cases of an act that befalls people, one for each of them."""
        noun = quantity.noun
        if noun is None or self.view.tokens[noun].norm.removeprefix("ال") not in _CASES:
            return None
        host = next((p for p in self.clauses.predicates if p.first == noun + 1 and p.pos == "noun"), None)
        if host is None or (host.pattern.frame != "kill" and host.type not in _COUNT_BY_TYPE):
            return None
        return host, host.pattern.counts or _COUNT_BY_TYPE.get(host.type, "killed")

    def _turned_into(self, quantity: Quantity) -> tuple[Predicate, str] | None:
        """تحول 80 منهم إلى مختفين قسرياً: those whose case has become one of disappearance."""
        tokens = self.view.tokens
        for host in self.clauses.predicates:
            if host.type != "abduction" or not 0 <= host.first - quantity.last <= _NEAR:
                continue
            before = {token.norm for token in tokens[max(0, quantity.first - 2) : quantity.first]}
            if before & _BECOMING and any(tokens[p].norm == "الي" for p in range(quantity.last, host.first)):
                return host, "abducted"
        return None

    def _by_noun(self, quantity: Quantity) -> tuple[Predicate, str] | None:
        """Counts that the noun alone tells: غارات، قتلى، جرحى، قرى."""
        noun = quantity.noun
        if any(p.first == noun and p.proclitics[-1:] == "ب" for p in self.clauses.predicates):
            noun = None  # أصيب عشرة بقصف: what follows the number is no noun that it counts
        turned = self._turned_into(quantity)
        if turned is not None:
            return turned
        if noun is None:
            # ارتفاع عدد القتلى إلى 150: a bare number after the toll.
            at = [p for p in self.clauses.predicates if p.type in _COUNT_BY_TYPE and p.last == quantity.first and not p.counts]
            if at:
                return at[-1], at[-1].pattern.counts or _COUNT_BY_TYPE[at[-1].type]  # نزح ملايين
            tolls = [p for p in self.clauses.predicates if p.pattern.frame == "kill" and p.first < quantity.first and not p.counts]
            return (tolls[-1], tolls[-1].pattern.counts or _COUNT_BY_TYPE.get(tolls[-1].type, "killed")) if tolls else None
        case = self._case(quantity)
        if case is not None:
            return case
        own = next((p for p in self.clauses.predicates if p.first <= noun < p.last), None)
        if own is not None and own.pattern.after == "number":
            return own, "displaced"
        if own is not None and own.pos == "noun":
            if own.pattern.frame == "kill":
                return own, own.pattern.counts or "killed"
            return (own, "strikes") if _struck_by(own) else None
        lists = self.view.lists[noun]
        near = [p for p in self.clauses.predicates if not self.clauses.broken(min(p.last, noun), max(p.first, noun))]
        if not near:
            near = self.clauses.predicates
        if not near:
            return None
        before = [p for p in near if p.first < noun]
        host = before[-1] if before else near[0]
        reach = _FAR if host.pos == "verb" and not host.targets else _NEAR + 1
        if quantity.unit == "people" and host.pattern.frame == "kill" and 0 <= noun - host.last <= reach:
            return host, host.pattern.counts or _COUNT_BY_TYPE.get(host.type, "killed")
        if quantity.unit == "people" and host.type in _COUNT_BY_TYPE and 0 <= quantity.first - host.last <= 3:
            return host, _COUNT_BY_TYPE[host.type]
        if "dead" in lists:
            return host, "killed"
        if "wounded" in lists:
            return host, "injured"
        if "munitions" in lists or "strike-nouns" in lists:
            attacks = [p for p in near if p.pattern.frame in STRIKE_FRAMES]
            # رمى ستة براميل، وأطلقت طائرة صاروخين; ضربة بـ59 صاروخاً رداً على هجوم: each number is that of the act before it.
            another = any(
                q.noun is not None and q.noun > noun and "munitions" in self.view.lists[q.noun] for q in self.view.quantities
            )
            ahead = [p for p in attacks if p.first < noun]
            earlier = [p for p in (ahead if another else ahead[-1:]) if "strikes" not in p.counts]
            told = [p for p in attacks if p.first == quantity.last]  # أكثر من 50 صاروخاً سقطت على البلدة
            return ((told or earlier or ahead or attacks)[-1], "strikes") if attacks else None
        if "place-nouns" in lists:
            taken = [p for p in near if p.pattern.frame == "seize"] or [
                p for p in before if p.type in ("ground_attack", "siege") or (p.pos == "verb" and p.pattern.frame in STRIKE_FRAMES)
            ]
            if not taken and self.view.preposition(quantity.first - 1) in _WHERE:
                taken = [p for p in before if p.type in _SPREAD]  # نشر الجيش قوات في 12 موقعاً, مظاهرات في عشرات البلدات
            return (taken[-1], "places") if taken else None
        return None


def _two(predicate: Predicate) -> bool:
    """هجومين, غارتان: a dual counts itself."""
    dual = predicate.pos == "noun" and predicate.form is not None and predicate.form.number == "d"
    return dual and _struck_by(predicate) and predicate.pattern.frame in STRIKE_FRAMES and "strikes" not in predicate.counts


def _struck_by(predicate: Predicate) -> bool:
    """Whether an act is one of those that are counted as strikes; offensives, raids and breaches are not."""
    if predicate.type in _NO_STRIKES:
        return False
    return predicate.type in ("air_strike", "shelling") or predicate.pattern.frame == "attack"


def _coordinated(predicate: Predicate, mention: ActorMention) -> bool:
    """مقتل 15 عنصراً من قوات النظام و7 من التنظيم, خروج 20 مقاتلاً و90 مدنياً: numbers of coordinated parties are added up."""
    counted = predicate.pattern.frame == "kill" or predicate.type in _COUNT_BY_TYPE
    return counted and any(
        other is not mention and other.group == mention.group and other.quantity is not None and other.first < mention.first
        for other in (*predicate.targets, *predicate.actors)
    )
