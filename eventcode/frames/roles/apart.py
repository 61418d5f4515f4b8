"""Targets that stand apart from the word of the act: heads of relative clauses, who holds the area struck, whose stronghold it is."""

from __future__ import annotations

from collections.abc import Sequence, Set

import attrs

from eventcode.frames.agreement import suffix_agrees
from eventcode.frames.clauses import Clauses
from eventcode.frames.model import STRIKE_FRAMES, Item, Predicate
from eventcode.frames.roles.blasts import struck_there
from eventcode.frames.roles.captives import set_free
from eventcode.frames.roles.complements import BEINGS
from eventcode.frames.roles.crowds import put_down
from eventcode.frames.roles.heads import Heads
from eventcode.frames.roles.slots import Slots
from eventcode.frames.roles.suffixes import ANSWERS
from eventcode.frames.verbs import Verb
from eventcode.mentions import ActorMention
from eventcode.mentions.closed import RESUMPTIVE
from eventcode.mentions.governors import governor
from eventcode.mentions.kinds import ARMED_KINDS
from eventcode.text import Token

_HARMING = frozenset({"kill", "attack", "strike-at", "expel", "damage"})
_WHERE = frozenset({"في", "ب", "قرب"})
_BLASTS = frozenset({"ied", "suicide_bomb"})
_TAKING = frozenset({"attack", "strike-at", "seize", "purge"})
_REPELLING = frozenset({"صد", "يصد", "تصدي", "يتصدي", "تصد"})
_RELEASED = ("سراحه", "سراحهم", "سراحها", "سراحهما", "سبيلهم", "سبيله")
_STRONGHOLDS = ("معقل", "معاقل", "جيب", "جيوب")
_PARTIES = frozenset({*ARMED_KINDS, "group", "government", "country"})
_AREAS = frozenset({"مناطق", "اراض", "اراضي", "بلدات", "قري", "احياء", "مواقع", "مدن"})
_NEEDING = frozenset({"احتاج", "يحتاج"})
_HELD = ("سيطر", "خاضع", "يخضع", "تخضع", "نفوذ")
_REACHING = frozenset({"طال", "يطال", "شمل", "يشمل", "استهدف", "يستهدف"})
_REACHING_PEOPLE = frozenset(
    {"arrest", "abduction", "assassination", "prisoner_release", "killing", "execution", "displacement", "evacuation"}
)
_OF_PEOPLE = frozenset({"ه", "هم", "هما", "هن"})
_SPEAKING = frozenset({"group", "government", "country", "capital", "official", "person", "force", "people", "ngo", "igo"})
_SPOKEN_TO = frozenset({"accusation", "demand", "appeal", "warning"})
_ATTRIBUTING = frozenset({"نسب", "ينسب", "عزا", "يعزو"})
"""Verbs whose pronoun is what is laid to somebody: غارات نسبتها إلى دمشق."""
_WITH_PRONOUN = {
    word + suffix: (preposition, suffix)
    for preposition, word in (("علي", "علي"), ("عن", "عن"), ("ضد", "ضد"), ("بحق", "بحق"), ("الي", "الي"), ("ل", "ل"))
    for suffix in ("ه", "ها", "هم", "هما")
}
"""Prepositions with a pronoun, folded."""
_AIDED = frozenset({"people"})
_NEAR = 4
_REACH = 8
"""How many words after the act, or after its place, may stand before who holds it."""
_REACH_OF_ON = 3
"""Words behind an attack in which على tells on what it was: هجوم إرهابي على محور."""


class Apart:
    """Gives predicates without a target the one that stands outside their clause."""

    def __init__(self, slots: Slots, heads: Heads) -> None:
        self.slots = slots
        self.view = slots.view
        self.clauses: Clauses = slots.clauses
        self.heads = heads

    def run(self) -> None:
        """All rules, for the predicates that still want a target."""
        for predicate in self.clauses.predicates:
            self._released(predicate)
            attributes = predicate.form is not None and predicate.form.lemma in _ATTRIBUTING
            if predicate.targets and predicate.type in _SPOKEN_TO and predicate.enclitic and not attributes:
                self._rather_spoken_to(predicate)
            if predicate.targets:
                continue
            self._described(predicate)
            self._antecedent(predicate)
            self._object_pronoun(predicate)
            self._struck_thing(predicate)
            self._spoken_to(predicate)
            self._after_pronoun(predicate)
            if not predicate.targets and predicate.pattern.frame in STRIKE_FRAMES:
                self._holders(predicate)
            if not predicate.targets and predicate.pattern.frame in _TAKING:
                self._stronghold(predicate)
        for verb in list(self.clauses.verbs.values()):
            self._reached(verb)
        for predicate in self.clauses.predicates:
            if predicate.type == "disrupted_weapons":
                self._repelled(predicate)
            if not predicate.targets:
                self._complement(predicate)
            if not predicate.targets and predicate.type == "disrupted_weapons":
                self._foiled(predicate)
            if not predicate.targets and predicate.pattern.frame in _TAKING:
                self._aim(predicate)
            if not predicate.targets and predicate.pattern.frame in (*STRIKE_FRAMES, "damage", "kill"):
                self._under(predicate)
            if not predicate.targets and (predicate.pattern.frame in STRIKE_FRAMES or predicate.type in _BLASTS):
                self._toll_of(predicate)
            if not predicate.targets:
                struck_there(self.slots, self.clauses, predicate)
            put_down(self.slots, self.clauses, predicate)

    def _described(self, predicate: Predicate) -> None:
        """المدنيين المحاصرين, ألف مدني محاصرين: a participle that asks for a noun before it describes whoever suffers the act."""
        if predicate.pattern.after != "noun" or self.slots.frames[predicate.pattern.frame].roles.get("subject") != "target":
            return
        before = [
            item
            for item in self.clauses.items
            if item.kind == "actor" and 0 <= predicate.first - min(item.last, predicate.first) <= 1 and item.first < predicate.first
        ]
        if before:
            self.slots.put(predicate, before[-1], "target", "described by it")

    def _antecedent(self, predicate: Predicate) -> None:
        """الأشخاص الذين تم القبض عليهم, المدنيين الذين يتم قصفهم: the head of the relative clause suffers what is done in it."""
        frame = self.slots.frames[predicate.pattern.frame]
        if predicate.pos == "verb" or frame.roles.get("object") != "target":
            return
        ruler = self.clauses.governing_verb(predicate.first)
        if ruler is None or not self.heads.happens(ruler) or ruler.index == 0 or not self.clauses.relative(ruler.index - 1):
            return
        after = self.view.tokens[predicate.last].norm if predicate.last < len(self.view.tokens) else ""
        own = self.view.tokens[predicate.last - 1].norm
        if predicate.enclitic or after in RESUMPTIVE or own in RESUMPTIVE:
            head = self._before(ruler.index - 1)
            if head is not None:
                predicate.actors = [actor for actor in predicate.actors if actor not in head.actors]
                self.slots.put(predicate, head, "target", "head of the relative clause")

    def _object_pronoun(self, predicate: Predicate) -> None:
        """اعتقلوا ناشطاً ثم قتلوه, حاول مدنيون الفرار فاعتقلتهم القوات: the pronoun of a verb is whoever suffers it."""
        verb = self.clauses.verbs.get(predicate.first)
        if (
            predicate.pos != "verb"
            or verb is None
            or predicate.enclitic not in _OF_PEOPLE
            or predicate.pattern.frame not in _HARMING
        ):
            return
        if self.slots.frames[predicate.pattern.frame].roles.get("object") != "target":
            return
        before = [item for item in reversed(self.clauses.items) if item.kind == "actor" and item.last <= predicate.first]
        before = [item for item in before if item.actors[0].kind in BEINGS and suffix_agrees(predicate.enclitic, item.actors)]
        suffered = {id(target) for p in self.clauses.predicates if p.first < predicate.first for target in p.targets}
        before = [item for item in before if item.actors[0] not in predicate.actors or id(item.actors[0]) in suffered]
        before.sort(key=lambda item: id(item.actors[0]) not in suffered)
        if not before:
            return
        if all(actor in predicate.actors for actor in before[0].actors):
            # ناشطاً ثم قتلته: the one before the verb is no subject, for he is its object.
            predicate.actors, predicate.dropped = [], True
            predicate.shared = [actor for actor in self._doers_before(predicate) if actor not in before[0].actors]
        self.slots.put(predicate, before[0], "target", "pronoun of the verb")

    def _struck_thing(self, predicate: Predicate) -> None:
        """توقف المشفى عن العمل بعدما قصفته الطائرات: the pronoun of a verb of striking is the building last told of, or a place."""
        if predicate.pos != "verb" or predicate.enclitic not in ("ه", "ها") or predicate.pattern.frame not in _HARMING:
            return
        if predicate.targets or self.slots.frames[predicate.pattern.frame].roles.get("object") != "target":
            return
        for item in reversed(self.clauses.items):
            if item.last > predicate.first:
                continue
            if item.kind == "place" and item.governor not in _WHERE:
                return
            if item.kind == "actor" and item.actors[0].kind == "facility" and suffix_agrees(predicate.enclitic, item.actors):
                self.slots.put(predicate, item, "target", "pronoun of the verb")
                return

    def _spoken_to(self, predicate: Predicate) -> None:
        """انتقد الوزير تركيا واتهمها بـ, التقى القادة وحذرهم: the pronoun of a verb of speech is whom it is said to or of."""
        if predicate.pos != "verb" or predicate.type not in _SPOKEN_TO or predicate.enclitic not in ("ه", "ها", "هم", "هما"):
            return
        doers = [*predicate.actors, *predicate.shared]
        suffered = {id(target) for p in self.clauses.predicates if p.first < predicate.first for target in p.targets}
        before = [item for item in self._meant(predicate, predicate.enclitic, _SPEAKING) if item.actors[0] not in doers]
        before.sort(key=lambda item: (id(item.actors[0]) not in suffered, item.governor != ""))
        if before and predicate.dropped and not predicate.shared:
            # التقى الوزير القادة واتهمهم: of those who met, the one who is not accused.
            predicate.shared = [actor for actor in self._doers_before(predicate) if actor not in before[0].actors]
        self.slots.put(predicate, before[0] if before else None, "target", "pronoun of the verb")

    def _rather_spoken_to(self, predicate: Predicate) -> None:
        """وطالبها بسحب قواتها إلى مواقع: with a pronoun on the verb, what a preposition introduces is not whom it is said to."""
        named = predicate.targets
        if any(target.first < predicate.first for target in named):
            return  # جماعات محلية تتهمها أنقرة
        predicate.targets = []
        self._spoken_to(predicate)
        predicate.targets = predicate.targets or named

    def _meant(self, predicate: Predicate, suffix: str, kinds: Set[str]) -> list[Item]:
        """Whom a pronoun of a predicate may mean, the nearest first: those before it who agree, but not who did the same to them."""
        own = {id(a) for p in self.clauses.predicates if p.enclitic == suffix and p.pos == "verb" for a in p.actors}
        before = [item for item in reversed(self.clauses.items) if item.kind == "actor" and item.last <= predicate.first]
        agreeing = [item for item in before if item.actors[0].kind in kinds and self._agrees(suffix, item)]
        return [item for item in agreeing if id(item.actors[0]) not in own and not self._answered(item, predicate)]

    def _agrees(self, suffix: str, item: Item) -> bool:
        """Whether a pronoun may mean a phrase; leaders and fighters of somebody are several, though their word does not show it."""
        head = item.actors[0]
        return suffix_agrees(suffix, item.actors) or (suffix == "هم" and head.gender == "both" and head.kind in ("force", "people"))

    def _answered(self, item: Item, predicate: Predicate) -> bool:
        """هجوم ضد القوات ردا على القصف ضدهم: those whom a reply struck are not whom the act that it answers struck."""
        return any(token.norm in ANSWERS for token in self.view.tokens[item.last : predicate.first])

    def _after_pronoun(self, predicate: Predicate) -> None:
        """الإفراج عنهم, القبض عليه, وزعت عليهم الطعام, تتوحد ضدها: whom the pronoun of the preposition after the word of the act means."""
        frame = self.slots.frames[predicate.pattern.frame]
        if predicate.pattern.frame in ("seize", "mutual", "move"):
            return  # السيطرة عليها: mostly a place
        preposition = suffix = ""
        own = {position for actor in predicate.actors for position in range(actor.first, actor.last)}
        for position in range(predicate.first + 1, min(predicate.last + _NEAR, len(self.view.tokens))):
            found = _WITH_PRONOUN.get(self.view.tokens[position].norm)
            if found is not None:
                preposition, suffix = found
                break
            other = any(p.first == position and p is not predicate for p in self.clauses.predicates)
            if position >= predicate.last and (other or self.clauses.hard[position] or position in self.clauses.verbs):
                return
            if position >= predicate.last and position not in own and self.view.covered[position] & {"actor", "country"}:
                return
        role = frame.roles.get(preposition, "none")
        if predicate.phrase and preposition in ("علي", "عن"):
            role = frame.roles.get("object", "none")  # ألقت القبض عليهم
        if role != "target" or (suffix == "ها" and preposition in ("علي", "عن", "ل")):
            return
        kinds = BEINGS | _SPEAKING if preposition in ("ضد", "بحق") or predicate.pattern.frame == "speak" else BEINGS
        if predicate.type == "aid":
            kinds = _AIDED
        before = [item for item in self._meant(predicate, suffix, kinds) if item.actors[0] not in predicate.actors]
        ruler = self.clauses.governing_verb(predicate.first) if predicate.pos == "noun" else None
        subject = self.clauses.arguments(ruler.index).subject if ruler is not None else None
        # رفضت المنظمة الانتقادات ضدها: of those who agree rather the subject of the verb.
        before.sort(key=lambda item: item is not subject)
        self.slots.put(predicate, before[0] if before else None, "target", "pronoun of the preposition")

    def _doers_before(self, predicate: Predicate) -> list[ActorMention]:
        earlier = [p for p in self.clauses.predicates if p.first < predicate.first and p.actors]
        return list(earlier[-1].actors) if earlier else []

    def _reached(self, verb: Verb) -> None:
        """طالت الاعتقالات ناشطين, حملة اعتقال شملت عدداً من الشبان: whom an act is said to reach suffers it; the verb is no other act."""
        form = verb.match.value.form
        if form is None or form.lemma not in _REACHING:
            return
        subject = self.clauses.arguments(verb.index).subject
        act = subject.predicate if subject is not None else None
        if act is None:
            near = [p for p in self.clauses.predicates if p.pos == "noun" and 0 <= verb.index - p.last <= _REACH]
            act = near[-1] if near else None
            if act is not None and any(p in self.clauses.verbs or self.clauses.hard[p] for p in range(act.last, verb.index)):
                act = None
        if act is None or not (act.type in _REACHING_PEOPLE or (act.type == "mobilization" and act.pattern.frame == "kill")):
            return
        reached = [item for item in self.clauses.arguments(verb.index).objects if item.kind == "actor"][:1]
        own = next((p for p in self.clauses.predicates if p.first == verb.index), None)
        if reached and all(actor.kind in BEINGS for actor in reached[0].actors):
            self.slots.put(act, reached[0], "target", "whom it is said to reach")
            if own is not None:
                self.clauses.forget(own)
            for other in [p for p in self.clauses.predicates if p.pattern.after == "number"]:
                if reached[0].first <= other.first < reached[0].last:
                    self.clauses.forget(other)  # طالت مئات اللاجئين: their number is that of the act

    def _before(self, index: int) -> Item | None:
        """The phrase that ends at or a word or two before a token."""
        reach = 2 if not self.view.joined(index) else _REACH  # والذين: of those named before it, not of the nearest
        found = [
            item
            for item in self.clauses.items
            if item.kind == "actor" and 0 <= index - item.last <= reach and item.actors[0].kind in BEINGS
        ]
        return found[-1] if found else None

    def _released(self, predicate: Predicate) -> None:
        """أسرى أطلقت الفصائل سراحهم, واعتقلتهم ثم أطلقت سراحهم: whom the pronoun of the phrase means was set free."""
        if predicate.type != "prisoner_release" or predicate.pos != "verb" or not predicate.phrase:
            return
        end = next((p for p in range(predicate.first, min(predicate.first + _REACH, len(self.view.tokens)))
                    if self.view.tokens[p].norm in _RELEASED), 0)  # fmt: skip
        if not end:
            return
        before = [item for item in self.clauses.items if item.kind == "actor" and item.last <= predicate.first]
        between = [
            item for item in self.clauses.items if item.kind == "actor" and predicate.first < item.first and item.last <= end
        ]
        held = next((item for item in reversed(before) if item.actors[0].kind in BEINGS), None)
        if held is None:
            return
        predicate.targets = []
        own = [actor for actor in predicate.actors if actor not in held.actors]
        predicate.actors = [actor for item in between for actor in item.actors] or own
        predicate.dropped = not predicate.actors and not set_free(self.slots, predicate)
        self.slots.put(predicate, held, "target", "whom the pronoun of the phrase means")

    def _holders(self, predicate: Predicate) -> None:
        """قصف المناطق التي تسيطر عليها الفصائل, مناطق خاضعة لسيطرة الفصائل: whoever holds the area is struck."""
        for mention in self.view.actors:
            if not predicate.last < mention.first <= predicate.last + _REACH or mention.kind not in _PARTIES:
                continue
            before = self.view.tokens[mention.first - 1].norm
            held = before in RESUMPTIVE or "سيطر" in before or before == "نفوذ"
            between = self.view.tokens[predicate.last : mention.first]
            cut = any(self.clauses.hard[p] for p in range(predicate.last, mention.first))
            if held and not cut and any(part in token.norm for token in between for part in _HELD) and self._areas(between):
                self._put(predicate, mention, "holds the area that is struck")
                return

    def _areas(self, tokens: Sequence[Token]) -> bool:
        """Whether areas with no name of their own stand among tokens: of a place that has one it is told only who holds it."""
        return any(token.norm.removeprefix("ل").removeprefix("ال") in _AREAS for token in tokens)

    def _stronghold(self, predicate: Predicate) -> None:
        """السيطرة على إدلب، آخر معقل للفصائل; بلدة كانت المعقل الأبرز للفصائل: whose stronghold the place is loses it."""
        for mention in self.view.actors:
            head = self.view.head(mention).removeprefix("اخر ")
            if mention.kind != "facility" or not mention.owner or mention in predicate.actors:
                continue
            words = [token.norm.removeprefix("ال") for token in self.view.tokens[mention.first : mention.last]]
            if head not in _STRONGHOLDS and not any(word in _STRONGHOLDS for word in words[:2]):
                continue
            places = [p for p in self.view.places if predicate.last <= p.first and p.last <= mention.first <= p.last + _REACH]
            between = [p for p in self.clauses.predicates if predicate.first < p.first < mention.first]
            another = len([place for place in places if place.kind == "place"]) > 1
            own = {actor.code[:6] for actor in predicate.actors}
            cut = any(self.clauses.hard[p] for p in range(predicate.last, mention.first))
            if places and not (between or another or cut) and mention.code[:6] not in own and not mention.owner.anaphoric:
                self._put(predicate, mention, "the place is its stronghold")
                return

    def _complement(self, predicate: Predicate) -> None:
        """القتل والتهجير بحق الأهالي, قصفت ودمرت مواقع: coordinated acts share the complement that follows the last."""
        if predicate.pos == "verb":
            self._shared_object(predicate)
        if predicate.pos != "noun" or predicate.pattern.frame not in _HARMING:
            return
        for other in self.clauses.predicates:
            noun = other.pos == "noun" and other.pattern.frame in _HARMING
            joined = noun and other.proclitics[:1] == "و" and 0 <= other.first - predicate.last <= 1
            if joined and other.targets and all(t.first >= other.last and self._shared(predicate, t) for t in other.targets):
                # The number stays with the act that stands beside it.
                predicate.targets = [attrs.evolve(target, quantity=None) for target in other.targets]
                predicate.why("target", f"that of {self.view.slice(other.start, other.end)}, with which it is coordinated")
                return

    def _shared_object(self, predicate: Predicate) -> None:
        """قتلت وستقتل الإرهابيين: a verb right before a coordinated one has the object of that."""
        if predicate.enclitic or self.slots.frames[predicate.pattern.frame].roles.get("object") != "target":
            return
        for other in self.clauses.predicates:
            joined = other.pos == "verb" and other.first == predicate.last and other.proclitics[:1] == "و"
            done = (predicate.actors or predicate.dropped) and (other.actors or other.dropped)  # but قتلوا وأصيب آخرون
            if joined and done and other.targets and all(target.governor == "" for target in other.targets):
                predicate.targets = [attrs.evolve(target, quantity=None) for target in other.targets]
                predicate.why("target", f"that of {self.view.slice(other.start, other.end)}, with which it is coordinated")

    def _shared(self, predicate: Predicate, target: ActorMention) -> bool:
        """Whether a complement may be that of a noun before its own: after a preposition, or in idafa of two bare nouns."""
        return target.governor not in ("", "genitive") or (target.governor == "genitive" and not predicate.definite)

    def _aim(self, predicate: Predicate) -> None:
        """عملية للسيطرة على معقل الفصائل, مهاجمة البلدة لطرد الوحدات, السيطرة عليها بعد طرد: whom it is to drive out, or has driven out."""
        for other in self.clauses.predicates:
            if (
                other.pattern.frame not in ("seize", "purge", "expel", "drive-out", "strike-at")
                or not predicate.last <= other.first <= predicate.last + _REACH
            ):
                continue
            found = other.proclitics[-1:] if other.proclitics[-1:] == "ل" else governor(self.view, other.first)[0]
            cut = any(p in self.clauses.verbs or self.view.tokens[p].text in ("،", ",") for p in range(predicate.last, other.first))
            if (found == "ل" or (found == "بعد" and predicate.pattern.frame == "seize")) and other.targets and not cut:
                predicate.targets = [
                    attrs.evolve(target, quantity=None) for target in other.targets if target not in predicate.actors
                ]
                predicate.why("target", f"that of {self.view.slice(other.start, other.end)}, its aim or means")
                return

    def _under(self, predicate: Predicate) -> None:
        """يرزح المدنيون تحت الحصار, يحتاج جرحى إلى إجلاء: people who are under it, or are in need of it."""
        ruler = self.clauses.governing_verb(predicate.first)
        if ruler is None or predicate.pos == "verb":
            return
        found = governor(self.view, predicate.first)[0]
        form = ruler.match.value.form
        needs = found == "الي" and form is not None and form.lemma in _NEEDING
        if not needs and (found != "تحت" or predicate.pattern.frame == "kill"):
            return
        subject = self.clauses.arguments(ruler.index).subject
        if subject is not None and subject.kind == "actor" and subject.actors[0].kind in BEINGS:
            self.slots.put(predicate, subject, "target", "stands under it")

    def _toll_of(self, predicate: Predicate) -> None:
        """قتلى مدنيون بقصف على البلدة, شهداء وجرحى في غارات: the dead and wounded who stand before an act in a headline without a verb."""
        found, head = self.heads.head(predicate)
        if predicate.pos != "noun" or found not in ("ب", "في", "جراء", "اثر", "نتيجه") or any(p < head for p in self.clauses.verbs):
            return
        start = head if found == "ب" else head - 1
        for item in self.clauses.items:
            if item.kind == "actor" and item.last == start and self.view.lists[item.actors[0].head] & {"dead", "wounded"}:
                self.slots.put(predicate, item, "target", "the toll that stands before it")

    def _repelled(self, predicate: Predicate) -> None:
        """تصدت القوات لهجوم الفصائل: an attack on the ground is one on those who repel it, if it names nobody else."""
        form = predicate.form
        if form is None or form.lemma not in _REPELLING:
            return
        for other in self.clauses.predicates:
            cut = any(index in self.clauses.verbs for index in range(predicate.last, other.first))
            # تصدت القوات لهجوم على البلدة, لعدوان استهدف المطار: it was on the town.
            behind = range(other.last, min(len(self.view.tokens), other.last + _REACH_OF_ON))
            on_place = any(self.view.tokens[p].norm == "علي" or p in self.clauses.verbs for p in behind)
            told = not other.targets and not cut and (bool(other.actors) or not on_place)
            if other.type == "ground_attack" and 0 <= other.first - predicate.last < 6 and told:
                other.targets = [actor for actor in predicate.actors if actor not in other.actors]
                other.why("target", f"repels it in {self.view.slice(predicate.start, predicate.end)}")
                return

    def _foiled(self, predicate: Predicate) -> None:
        """أحبطت القوات محاولة تسلل للهيئة, إحباط هجوم للفصائل: whose attack is foiled."""
        for other in self.clauses.predicates:
            if other.type != "disrupted_weapons" and 0 <= other.first - predicate.last < 4 and other.pos == "noun" and other.actors:
                predicate.targets = [actor for actor in other.actors if actor not in predicate.actors]
                predicate.why("target", f"that did {self.view.slice(other.start, other.end)}, which is foiled")
                return

    def _put(self, predicate: Predicate, mention: ActorMention, reason: str) -> None:
        if mention not in predicate.actors:
            predicate.targets.append(mention)
            predicate.why("target", f"{self.view.slice(mention.start, mention.end)}: {reason}")
