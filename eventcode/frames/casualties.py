"""Deaths and injuries beside an attack of the same sentence become its counts and targets (coding rules 1.9)."""

from __future__ import annotations

import attrs

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Predicate
from eventcode.mentions import View
from eventcode.mentions.governors import governor
from eventcode.mentions.sides import side
from eventcode.model import Count

ATTACK_TYPES = frozenset(
    [
        "air_strike",
        "shelling",
        "ied",
        "suicide_bomb",
        "grenade",
        "chemical_attack",
        "armed_clash",
        "ground_attack",
        "attack_on_civilians",
        "shoot_down",
    ]
)
VIOLENT = ATTACK_TYPES | {"violent_protest", "protest_repression", "assassination", "execution"}
BY_RESULT = "named by the result"
"""How the reason ends for whom only what came of an attack names."""
_CLOSE = 8
"""Tokens between a death and the attack after في that brought it."""
_IN = frozenset({"ب", "في", "خلال", "عبر"})
"""What ties an attack to the deaths that are told to have come of it."""
_MOVES = frozenset({"advance", "territory_seized", "disrupted_weapons"})
"""Acts on the ground that people die of as they do of attacks."""
_RESULT_REACH = 5
"""Tokens from a word of result to the deaths that it brings: ما أسفر عن سقوط عشرات القتلى."""
_WHEN = frozenset({"حين", "حينما", "عندما"})
_OTHERS = frozenset({"اخرون", "اخرين", "اخر"})


class Casualties:
    """Gives the attacks of one sentence the deaths that came of them."""

    def __init__(self, view: View, clauses: Clauses) -> None:
        self.view = view
        self.clauses = clauses

    def run(self, rows: list[Predicate]) -> list[Predicate]:
        """Deaths and injuries beside an attack of the same sentence are its counts and targets (coding rules 1.9)."""
        rows = self._crashes(rows)
        attacks = [row for row in rows if row.type in VIOLENT and row.status in ("actual", "attempted")]
        results = {"killing"} | ({"property_destruction"} if attacks else set())
        killings = [
            row
            for row in rows
            if row.type == "killing" or ({row.type, row.pattern.type} & results - {"killing"} and not row.actors)
        ]
        attacks = [row for row in attacks if row not in killings]
        rest = [row for row in rows if row not in killings]
        hurt: set[int] = set()  # قُتلت امرأة وأُصيب ثلاثة أطفال بانفجار: all whom results name, beside those whom the act names
        for killing in list(killings):
            by_hand = self._done(killing) and any(a.code for a in killing.actors)
            by_hand = by_hand and killing.pattern.frame != "take-lives"  # أودت بحياة 12: what did it is an act
            host = self._means(killing, attacks) if by_hand else self._attack_of(killing, attacks)
            if host is None:
                continue
            if killing.status == "negated" and not killing.counts:
                killings.remove(killing)  # ولم يسجل سقوط ضحايا: it hurt nobody
                continue
            if by_hand and not host.actors:
                host.actors = list(killing.actors)
            for kind, count in killing.counts.items():
                host.counts[kind] = self._summed(host.counts.get(kind), count)
            if {source.text for source in host.sources} < {source.text for source in killing.sources}:
                host.sources = killing.sources  # a rival toll of the same attack
            fallen = [t for t in killing.targets if t.code[3:6] in ("MIL", "REB") or t.code[:3] == "IMG"]
            if host.type == "armed_clash" and not host.actors and len({side(target.code) for target in fallen}) > 1:
                # Dead on both sides: these are the sides that fought.
                host.actors = fallen
                host.why("actor", "both sides have dead")
            for target in killing.targets:
                if host.type in _MOVES and not target.code and target.quantity is None:
                    continue  # ما أسفر عن قتلى: of neither side
                own = [t for t in host.targets if id(t) not in hurt]
                if (
                    target not in host.targets
                    and target not in host.actors
                    and not any(t.code == target.code and not t.quantity for t in own)
                ):
                    hurt.add(id(target))
                    host.targets.append(target)
                    host.why("target", f"{self.view.slice(target.start, target.end)}: {BY_RESULT}")
            if not (host.places and self._told_when(killing, host)):
                host.places.extend(place for place in killing.places if place not in host.places)
            host.times.extend(time for time in killing.times if time not in host.times and not host.times)
            killings.remove(killing)
        merged: list[Predicate] = []
        for killing in killings:
            if merged and killing.status == merged[-1].status and not killing.actors:
                first = merged[-1]
                for kind, count in killing.counts.items():
                    first.counts.setdefault(kind, count)
                first.targets.extend(t for t in killing.targets if t not in first.targets)
                first.also.append(killing)
                first.places.extend(p for p in killing.places if p not in first.places)
                first.times.extend(t for t in killing.times if t not in first.times)
                continue
            merged.append(killing)
        return sorted([*rest, *merged], key=lambda row: row.first)

    def _done(self, killing: Predicate) -> bool:
        """قتل الجيش, أوقع الجيش 300 قتيل: whether somebody is told to have killed, and no act."""
        if not killing.actors or killing.pos == "verb":
            return bool(killing.actors)
        verb = self.clauses.verbs.get(killing.verb)
        subject = self.clauses.arguments(verb.index).subject if verb is not None and "result" in verb.kinds else None
        beside = subject is not None and verb is not None and subject.first == verb.index + 1
        return beside and subject is not None and subject.kind == "actor" and subject.actors[0] in killing.actors

    def _told_when(self, killing: Predicate, attack: Predicate) -> bool:
        """قُتل قائد من أعزاز حين انفجرت قنبلة في جرابلس: whether a clause of time tells the attack, with a place that is the finer one."""
        between = self.view.tokens[killing.last : attack.first]
        return attack.pos == "verb" and any(token.norm in _WHEN for token in between)

    def _leads_to(self, killing: Predicate, attack: Predicate) -> bool:
        """قتل ثلاثة آخرون في قصف, إصابة طفلين بانفجار قنبلة: whether في, or a word of cause, leads from a death to an attack."""
        if governor(self.view, attack.first)[0] == "في":
            return True
        others = any(p.type == "killing" and killing.last <= p.first < attack.first for p in self.clauses.predicates)
        caused = attack.proclitics[-1:] == "ب" or (attack.first > 0 and "cause" in self.view.covered[attack.first - 1])
        return not others and attack.pos == "noun" and caused

    def _crashes(self, rows: list[Predicate]) -> list[Predicate]:
        """قتل 12 شخصاً حين سقطت مقاتلة على السوق: the deaths of a crash are a killing, and the crash no blow of anybody's."""
        deaths = [row for row in rows if row.type == "killing" and row.status == "actual"]
        crashes = [row for row in rows if row.type == "shoot_down" and row.pattern.frame == "flee" and not row.actors]
        if not deaths or not crashes:
            return rows
        deaths[0].also.extend(crashes)
        for crash in crashes:
            deaths[0].places.extend(place for place in crash.places if place not in deaths[0].places)
            deaths[0].times.extend(time for time in crash.times if not deaths[0].times)
        return [row for row in rows if row not in crashes]

    def _summed(self, known: Count | None, count: Count) -> Count:
        """إصابة 14 مقاتلاً، إضافة إلى إصابة أربعة آخرين: others are added to those told before, any further number is the same toll."""
        if known is None or known.start is None or count.start is None:
            return known or count
        first = next(p for p, token in enumerate(self.view.tokens) if token.end > count.start)
        others = any(token.norm in _OTHERS for token in self.view.tokens[first : first + 4])
        if known == count or not others or known.start > count.start:
            return known
        high = None if known.high is None or count.high is None else known.high + count.high
        return attrs.evolve(known, low=known.low + count.low, high=high, approximate=known.approximate or count.approximate)

    def _means(self, killing: Predicate, attacks: list[Predicate]) -> Predicate | None:
        """قتلت القوات قيادياً بغارة, خلال عملية: the attack by which, or in which, somebody is said to have killed."""
        for attack in attacks:
            if not 0 < attack.first - killing.last <= _CLOSE or self.clauses.broken(killing.last, attack.first):
                continue
            own = not {actor.code for actor in attack.actors} - {actor.code for actor in killing.actors}
            governed = attack.proclitics[-1:] == "ب" or governor(self.view, attack.first)[0] in _IN
            if own and governed and attack.pos == "noun":
                return attack
        return None

    def _attack_of(self, killing: Predicate, attacks: list[Predicate]) -> Predicate | None:
        """The attack whose result a killing is: the nearest, preferring those before it."""
        if not attacks:
            return None
        if any(token.norm == "ردا" for token in self.view.tokens[killing.last : attacks[0].first]):
            # تدمير مقرات رداً على قصف البلدة: what was done in answer is no result.
            return None
        if killing.pos == "verb" and killing.first in self.clauses.verbs:
            subject = self.clauses.arguments(killing.first).subject
            if subject is not None and any(attack is subject.predicate for attack in attacks):
                return subject.predicate  # قتل هجوم كيميائي 80 شخصاً
        for attack in attacks:
            # فيما قتل ثلاثة آخرون في قصف على بلدة مجاورة: the attack that the clause of the death itself names.
            own = 0 < attack.first - killing.last <= _CLOSE and self._leads_to(killing, attack)
            if own and not self.clauses.broken(killing.last, attack.first):
                return attack
        if self._led_to(killing, attacks):
            return None
        before = [attack for attack in attacks if attack.first < killing.first]
        if before and killing.pos == "noun" and "cause" in self.view.covered[killing.first - 1]:
            # اقتحمت القوات البلدة بعد مقتل ضابط: the death came before the attack, and is no result of it.
            return None
        if self._elsewhere(killing):
            return None
        if before:
            return before[-1]
        return self._contested(killing) or attacks[0]

    def _contested(self, killing: Predicate) -> Predicate | None:
        """صدت الفصائل محاولة تقدم، ما أسفر عن قتلى، بالتزامن مع قصف: the move on the ground of which deaths are told as the result."""
        near = range(max(0, killing.first - _RESULT_REACH), killing.first)
        if not any("result" in self.view.covered[position] for position in near):
            return None
        moves = (p for p in self.clauses.predicates if p.type in _MOVES and p.first < killing.first)
        return max(moves, key=lambda move: move.first, default=None)

    def _led_to(self, killing: Predicate, attacks: list[Predicate]) -> bool:
        """بعد مقتل خمسة جنود في سراقب، قصفت القوات النيرب: whether a death opens the sentence after a word of cause, and the attack followed."""
        index = killing.first - 1
        opens = index == 0 or (index > 0 and self.view.tokens[index - 1].kind == "punct")
        if killing.pos != "noun" or not opens or "cause" not in self.view.covered[index]:
            return False
        follows = [attack for attack in attacks if attack.first > killing.last]
        if not follows or any(attack.first < killing.first for attack in attacks):
            return False
        tokens = self.view.tokens[killing.last : follows[0].first]
        told = follows[0].pos == "verb" or any(token.text in ("،", ",") for token in tokens)
        return told and not self._leads_to(killing, follows[0])

    def _elsewhere(self, killing: Predicate) -> bool:
        """قصفت القوات سراقب، وفي بنش قُتل ثلاثة: whether a death is told of a place of its own, with no attack that brought it."""
        tokens = self.view.tokens
        ahead = (self.view.places[position] for position in killing.places)
        return any(0 < place.first <= place.last <= killing.first and tokens[place.first - 1].norm == "وفي" for place in ahead)
