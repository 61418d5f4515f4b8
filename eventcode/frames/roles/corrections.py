"""Corrections of roles once all predicates of a sentence have theirs: who claims, is accused, took part, or led the main act."""

from __future__ import annotations

from itertools import pairwise

from eventcode.frames.agreement import suffix_agrees
from eventcode.frames.model import Item, Predicate
from eventcode.frames.roles.heads import MUTUAL, TAKING_PART, Heads, one_sided
from eventcode.frames.roles.sides import between_him_and, shared_sides
from eventcode.frames.roles.slots import MEANS, MUTED, Slots, is_armed, may_do
from eventcode.frames.roles.verbal import VerbalActs
from eventcode.frames.verbs import Verb
from eventcode.mentions import ActorMention
from eventcode.mentions.closed import COMPLEMENTISERS, bare
from eventcode.mentions.governors import governor
from eventcode.mentions.kinds import ARMED_KINDS

_VIOLENT = frozenset({"attack", "strike-at", "clash", "combat", "seize", "damage", "move", "send"})
# What holds a meeting to the clause whose subject took part in it: خلال محادثة مع, في ختام لقاء مع.
_DURING = frozenset({"خلال", "في", "بعد", "عقب", "اثر", "ختام", "قبل", "قبيل", "اثناء", "ل", "هامش", "ضمن"})
_IN_WHICH = frozenset({"في", "خلال", "عبر"})
_UPON_PERSONS = frozenset({"abduction", "arrest", "execution", "assassination"})
_HARM = frozenset({"property_destruction", "killing", "ground_attack", "disrupted_weapons"})
_ENDS = frozenset({"ختام", "نهايه", "مستهل", "بدايه", "هامش", "اعقاب"})
_TO_HOLD = frozenset({"لاجراء", "لعقد", "لبحث", "لاستكمال", "لمواصله", "لاستءناف", "لاستيناف", "لقياده"})
_LAYING = frozenset({"نسب", "ينسب", "عزا", "يعزو", "عزي"})
_SPEECH = frozenset({"accusation", "denial", "criticism"})
_ANY = frozenset({"اي", "ايه", "احد"})
_BETWEEN_THEM = frozenset({"بينهما", "بينهم"})
_PRONOUNS = frozenset({"ه", "ها", "هم", "هما"})
# Where captives are: معتقلين في سجون النظام, من سجن الهيئة.
_PRISONS = frozenset([prefix + noun for noun in ("سجون", "سجن", "قبضه", "افرع", "فرع", "ايدي", "يد") for prefix in ("", "ب", "ل")])
_ALONG = ("ترافق", "تزامن", "بالتزامن", "متزامن", "مترافق", "بالتوازي")
_BEARING = frozenset({"MIL", "REB", "GOV", "KUR"})
_HOLDING_REACH = 12
# Acts of speech whose words are what somebody says, with no verb of their own: غير مقبول, خط أحمر, لا مانع.
_SAID = frozenset({"criticism", "warning", "consent"})
_LEADING_TO = frozenset({"بعد", "عقب", "اثر", "خلال", "في", "ضمن", "عبر"})
_AMID = frozenset({"وسط", "خضم", "ظل"})
"""What an act that names the other side stands after where it goes on beside a move: تقدمت الفصائل وسط معارك مع قوات النظام."""


class Corrections:
    """Mends the roles of a sentence's predicates by each other."""

    def __init__(self, slots: Slots, heads: Heads) -> None:
        self.slots = slots
        self.view = slots.view
        self.clauses = slots.clauses
        self.heads = heads

    def run(self) -> None:
        """All corrections, in the order in which one builds upon another."""
        for predicate in self.clauses.predicates:
            _leaving(predicate)
        self._claimed()
        self._laid_to()
        self._charged()
        self._judging()
        VerbalActs(self.slots, self.heads).run()
        self._by_pronoun()
        self._took_part()
        self._in_which()
        self._with_him()
        self._coordinated()
        shared_sides(self.slots, self.clauses.predicates)
        for predicate in self.clauses.predicates:
            if predicate.pos == "noun" and predicate.pattern.frame == "clash":
                between_him_and(self.slots, predicate)
        self._with_the_main_act()
        self._held()
        self._by_weapon()
        self._sent()

    def _by_means(self, predicate: Predicate, near: list[Predicate]) -> bool:
        """استخدمت القوات السلاح الكيميائي في هجوم, قتلت الطائرات مدنيين في غارة: what is done in an attack is done by the attacker."""
        before = next((p for p in near if p.first < predicate.first), None)
        if before is None or before.pattern.frame not in ("attack", "strike-at", "kill") or before.type == "armed_clash":
            return False
        between = range(before.last, predicate.first)
        return not any(self.clauses.hard[p] or p in self.clauses.verbs or self.view.tokens[p].text in ("،", ",") for p in between)

    def _came_for(self, predicate: Predicate, near: list[Predicate]) -> bool:
        """وصل الوزير إلى دمشق لإجراء محادثات: whether talks are what somebody came for."""
        before = self.view.tokens[predicate.first - 1].norm if predicate.first else ""
        return before in _TO_HOLD and bool(near) and near[0].pattern.frame == "visit" and near[0].first < predicate.first

    def _along_with(self, predicate: Predicate) -> bool:
        """ترافق القصف مع هجوم, بالتزامن مع حملة: an attack that goes along with another is of the same side, where no other is named."""
        head = self.heads.head(predicate)[1]
        return any(token.norm.removeprefix("و").startswith(_ALONG) for token in self.view.tokens[max(0, head - 5) : head])

    def _by_weapon(self) -> None:
        """استهداف بالمدفعية التركية, قُتل بطائرة مسيّرة أمريكية: whose weapon it is, where nobody else is named."""
        for predicate in self.clauses.predicates:
            if predicate.actors or predicate.dropped or predicate.pattern.frame not in ("attack", "strike-at", "kill", "damage"):
                continue
            if predicate.type == "ied":
                continue  # انفجرت عبوة بآلية تركية: what is hit
            for item in self.clauses.items:
                near = item.kind == "actor" and predicate.last <= item.first <= predicate.last + 5 and item.governor == "ب"
                if near and all(actor.kind in MEANS and actor.code[3:6] in _BEARING for actor in item.actors):
                    predicate.targets = [target for target in predicate.targets if target not in item.actors]
                    self.slots.put(predicate, item, "actor", "whose weapon it is")
                    break

    def _sent(self) -> None:
        """إرسال قوات إلى المنطقة: where nobody is said to send them, the forces are the actors."""
        for predicate in self.clauses.predicates:
            if predicate.type != "mobilization" or predicate.actors or predicate.dropped:
                continue
            for item in self.clauses.items:
                if (
                    item.kind == "actor"
                    and predicate.first <= item.first <= predicate.last + 4
                    and self.slots.unnamed(item.actors[0])
                ):
                    predicate.actors = list(item.actors)
                    predicate.why("actor", "the forces that are sent")
                    break

    def _held(self) -> None:
        """إطلاق سراح جنود كانوا محتجزين لدى الفصائل, الإفراج عن معتقلين في سجون النظام: whoever held the captives lets them go."""
        for predicate in self.clauses.predicates:
            if predicate.type != "prisoner_release" or predicate.actors:
                continue
            for item in self.clauses.items:
                if item.kind != "actor" or not predicate.last <= item.first <= predicate.last + _HOLDING_REACH:
                    continue
                if item.governor == "لدي" or self._prison(item) or self._holds(item):
                    predicate.targets = [target for target in predicate.targets if target not in item.actors]
                    self.slots.put(predicate, item, "actor", "holds the captives")
                    break

    def _prison(self, item: Item) -> bool:
        """من سجون النظام: whether a phrase names a prison or whose prison it is."""
        if item.governor == "genitive" and bare(self.view.tokens[item.governed_by].norm, _PRISONS):
            return True
        return bare(self.view.tokens[item.actors[0].head].norm, _PRISONS) != "" and item.actors[0].code != ""

    def _holds(self, item: Item) -> bool:
        """تحتجزهم القوات, اعتقلتهم الهيئة: whether a phrase is right after a verb of holding that has captives as its object."""
        before = next((p for p in self.clauses.predicates if p.last == item.first and p.type in ("arrest", "abduction")), None)
        return before is not None and before.pos == "verb" and bool(before.enclitic)

    def _laid_to(self) -> None:
        """غارات نسبتها أنقرة إلى قوات النظام, هجوم نسب إلى التنظيم: whom an act of arms right before the verb is laid to."""
        for verb in self.clauses.verbs.values():
            form = verb.match.value.form
            if form is None or form.lemma not in _LAYING:
                continue
            acts = [
                p for p in self.clauses.predicates if p.pos == "noun" and 0 <= verb.index - p.last <= 4 and p.type not in _SPEECH
            ]
            near = range(verb.index + 1, min(verb.index + 7, len(self.view.tokens)))
            blamed = next((i for i in self.clauses.items if i.kind == "actor" and i.governor == "الي" and i.first in near), None)
            blamed = blamed or next((i for i in self.clauses.items if i.governor == "الي" and i.first - 1 in near), None)
            if acts and not acts[-1].actors and blamed is not None and self.slots.frames[acts[-1].pattern.frame].armed:
                self.slots.put(acts[-1], blamed, "actor", "laid to him")

    def _any_before(self, actor: ActorMention) -> bool:
        return actor.first > 0 and self.view.tokens[actor.first - 1].norm in _ANY

    def _claimed(self) -> None:
        """أعلن التنظيم مسؤوليته عن التفجير: who claims an attack is its actor."""
        for predicate in self.clauses.predicates:
            if predicate.type != "responsibility_claim" or not predicate.actors:
                continue
            if any(self.view.tokens[actor.first].norm in _ANY or self._any_before(actor) for actor in predicate.actors):
                continue  # لم تتبن أي جهة التفجير: nobody claims it
            for other in self.clauses.predicates:
                near = predicate.first < other.first <= predicate.last + 8
                if near and not other.actors and self.slots.frames[other.pattern.frame].armed:
                    other.actors = list(predicate.actors)
                    other.why("actor", "claims it")
                    break

    def _charged(self) -> None:
        """متهمة المسلحين بشن هجمات: who is accused does what the accusation says; نافية تنفيذ طلعات: who denies is said to do it."""
        for predicate in self.clauses.predicates:
            side = predicate.targets if predicate.type == "accusation" else predicate.actors if predicate.type == "denial" else []
            if not side:
                continue
            for other in self.clauses.predicates:
                charged = self.slots.frames[other.pattern.frame].armed or other.pattern.frame == "give"
                if other.first <= predicate.first or other.actors or not charged:
                    continue
                between = range(predicate.last, other.first)
                cut = any(self.clauses.hard[p] or self.view.tokens[p].text in ("،", ",") or self._goes_on(p) for p in between)
                if cut or other.pos == "verb" or other.first - predicate.last > 8:
                    break
                if predicate.type == "denial" and self.view.tokens[other.first - 1].norm == "في":
                    if not self.view.tokens[other.first - 2].norm.startswith(TAKING_PART):
                        break  # نفت لجوءها إلى الكيميائي في معارك سراقب
                if predicate.type == "denial" and (not _has_forces(side) or _own_losses(side, other.targets)):
                    break
                other.actors = [actor for actor in side if actor not in other.targets]
                other.why("actor", "accused of it" if predicate.type == "accusation" else "denies that it did it")
                break

    def _goes_on(self, index: int) -> bool:
        """نفت أنقرة الهجوم وأدانت الغارات: whether a verb with و of its own goes on with something else."""
        return index in self.clauses.verbs and self.view.joined(index)

    def _judging(self) -> None:
        """قال الوزير إن ما يجري غير مقبول: a judgment with no doer beside it is that of whoever says it."""
        for predicate in self.clauses.predicates:
            if predicate.type not in _SAID or predicate.actors or not predicate.phrase or predicate.pos == "verb":
                continue
            for position in sorted((p for p in self.clauses.verbs if p < predicate.first), reverse=True):
                subject = self.clauses.arguments(position).subject
                if "report" in self.clauses.verbs[position].kinds and subject is not None and subject.kind == "actor":
                    frame = self.slots.frames[predicate.pattern.frame]
                    if subject.actors[0].kind not in MUTED:
                        self.slots.put(predicate, subject, frame.roles.get("subject", "none"), "who says it judges")
                    break

    def _by_pronoun(self) -> None:
        """غارات ... إن مقاتلات روسية نفذتها: the pronoun on a light verb is the attack named before."""
        for verb in self.clauses.verbs.values():
            if not verb.match.enclitic or "light" not in verb.kinds:
                continue
            subject = self.clauses.arguments(verb.index).subject
            if subject is None or subject.kind != "actor" or not is_armed(subject):
                continue
            before = [
                p for p in self.clauses.predicates if p.last <= verb.index and p.pos == "noun" and p.pattern.frame == "attack"
            ]
            if before and not before[-1].actors:
                before[-1].actors = list(subject.actors)
                before[-1].why(
                    "actor", f"subject of {self.view.slice(self.view.tokens[verb.index].start, self.view.tokens[verb.index].end)}"
                )

    def _took_part(self) -> None:
        """شدد الوزير خلال محادثة مع نظيره: the subject of the clause in which a meeting is told took part in it."""
        for predicate in self.clauses.predicates:
            alone = predicate.pattern.frame == "visit" and not predicate.actors
            if predicate.pos != "noun" or not (alone or one_sided(predicate)) or not self._told_when(predicate):
                continue
            ruler = self.clauses.governing_verb(predicate.first) or self._sayer(predicate)
            subject = self.clauses.arguments(ruler.index).subject if ruler is not None else None
            if subject is None and ruler is not None:
                subject = self.slots.subject_before(ruler)
                predicate.dropped = predicate.dropped or (subject is None and "report" in ruler.kinds)
            if subject is not None and subject.kind == "actor" and subject.actors[0].kind not in MUTED:
                frame = self.slots.frames[predicate.pattern.frame]
                self.slots.put(predicate, subject, frame.roles.get("subject", "none"), "subject of the clause of the meeting")

    def _told_when(self, predicate: Predicate) -> bool:
        """خلال محادثات, في ختام اجتماع: whether a meeting is told as the time of something else."""
        governed = self.heads.head(predicate)[0]
        noun = self.view.tokens[predicate.first - 1].norm if predicate.first else ""
        return governed in _DURING or (governed == "genitive" and noun in _ENDS)

    def _sayer(self, predicate: Predicate) -> Verb | None:
        """قال الرئيس بعد محادثات مع نظيره إن: the verb of reporting before a circumstance that nothing parts from it."""
        verbs = (self.clauses.verbs[p] for p in range(predicate.first - 1, -1, -1) if p in self.clauses.verbs)
        verb = next(verbs, None)
        if verb is None or "report" not in verb.kinds:
            return None
        parted = any(bare(self.view.tokens[p].norm, COMPLEMENTISERS) for p in range(verb.index + 1, predicate.first))
        return None if parted else verb

    def _in_which(self) -> None:
        """دمر الجيش مقرات في غارات على البلدة: an attack in which somebody did harm is his own, where none else is told to have made it."""
        for predicate in self.clauses.predicates:
            if predicate.pos != "noun" or predicate.definite or predicate.actors or predicate.pattern.frame != "attack":
                continue
            if self.heads.head(predicate)[0] not in _IN_WHICH:
                continue
            before = [p for p in self.clauses.predicates if p.last <= predicate.first and p.pos == "verb"]
            doer = before[-1] if before else None
            if doer is None or doer.type not in _HARM or self.clauses.broken(doer.last, predicate.first):
                continue
            if doer.dropped and not doer.actors:
                predicate.dropped = True
            elif doer.actors and all(actor.kind in ARMED_KINDS | {"group", "government", "country"} for actor in doer.actors):
                predicate.actors = list(doer.actors)
                predicate.why("actor", f"did harm in it: {self.view.slice(doer.start, doer.end)}")

    def _with_him(self) -> None:
        """خلال اجتماعه معه, محادثاتها معهم: whom the pronoun after مع means is a party too, the last one who agrees and is none yet."""
        for predicate in self.clauses.predicates:
            norm = self.view.tokens[predicate.last].norm if predicate.last < len(self.view.tokens) else ""
            if norm in _BETWEEN_THEM and not predicate.actors:
                self._between_them(predicate, norm)
                continue
            suffix = norm.removeprefix("مع")
            if predicate.pattern.frame not in MUTUAL or suffix not in _PRONOUNS or not norm.startswith("مع"):
                continue
            for item in reversed(self.clauses.items):
                if item.kind == "actor" and item.last <= predicate.first and suffix_agrees(suffix, item.actors):
                    if not any(actor in predicate.actors for actor in item.actors):
                        self.slots.put(predicate, item, "actor", "pronoun after مع")
                        break

    def _between_them(self, predicate: Predicate, norm: str) -> None:
        """أبرمت الهيئة والجبهة اتفاقاً أنهى المعارك بينهما: the two, or more, who were named together last."""
        if predicate.pattern.frame not in (*MUTUAL, "clash"):
            return
        for item in reversed(self.clauses.items):
            several = len(item.actors) == 2 if norm == "بينهما" else len(item.actors) > 1
            if item.kind == "actor" and item.last <= predicate.first and several:
                self.slots.put(predicate, item, "actor", "pronoun after بين")
                return

    def _coordinated(self) -> None:
        """القصف المدفعي والغارات, قصف المدينة ومحاولات التقدم: a noun of action with waw shares the agent of the one before it."""
        predicates = self.clauses.predicates
        for before, predicate in pairwise(predicates):
            if predicate.actors or predicate.pos != "noun" or before.pos != "noun" or not before.actors or predicate.type == "ied":
                continue
            if not _done_to_others(predicate) or not _done_to_others(before):
                continue
            head = self.heads.head(predicate)[1]
            between = range(before.last, head)
            cut = any(self.clauses.hard[p] or p in self.clauses.verbs or self.clauses.relative(p) for p in between)
            if self.view.joined(head) and head > before.last - 1 and not cut:
                predicate.actors = [actor for actor in before.actors if actor not in predicate.targets]
                predicate.why("actor", f"that of {self.view.slice(before.start, before.end)}, with which it is coordinated")

    def _with_the_main_act(self) -> None:
        """سيطرت القوات على البلدة بعد هجوم, اتفق الرئيسان بعد لقاء: a noun with no agent of its own shares that of the act it leads to."""
        for predicate in self.clauses.predicates:
            if predicate.pos != "noun" or predicate.actors or self.heads.laid_to(predicate):
                continue
            found = predicate.proclitics[-1:] or governor(self.view, predicate.first)[0]
            near = sorted(
                (p for p in self.clauses.predicates if p is not predicate and p.actors and abs(p.first - predicate.first) < 24),
                key=lambda p: (p.first > predicate.first, abs(p.first - predicate.first)),
            )
            if found in ("في", "ب") and predicate.pattern.frame == "attack" and self._by_means(predicate, near):
                near = [p for p in near if p.first < predicate.first][:1]
            elif found == "مع" and predicate.pattern.frame == "attack" and self._along_with(predicate):
                near = [p for p in near if p.first < predicate.first and p.pattern.frame in _VIOLENT]
            elif predicate.type in ("ground_attack", "armed_clash") and found in (
                _LEADING_TO | _AMID if predicate.targets else _LEADING_TO
            ):
                moves = [p for p in self.clauses.predicates if p.pattern.frame in ("seize", "move") and p.first < predicate.first]
                near = [p for p in near if p in moves and p.status == "actual"]
                if not near and predicate.targets and moves:
                    self._announced(predicate, moves[-1])
                    continue
            elif predicate.pattern.frame in MUTUAL and self._came_for(predicate, near):
                near = [p for p in near if p.pattern.frame == "visit"]
            elif predicate.pattern.frame in MUTUAL and not predicate.targets:
                near = [p for p in near if p.pattern.frame == "mutual" and len(p.actors) > 1 and not one_sided(p)]
                if predicate.type == "ceasefire":
                    # عرض الرئيس هدنة خلال القمة: a truce is not that of the talks in which it is offered.
                    near = [p for p in near if p.type != "negotiation"]
            else:
                continue
            left = near and predicate.type == "armed_clash" and near[0].type == "withdrawal"  # انسحبوا بعد معارك
            if near and (not left or predicate.targets):
                predicate.actors = [actor for actor in near[0].actors if actor not in predicate.targets]
                predicate.why("actor", f"that of {self.view.slice(near[0].start, near[0].end)}, which it led to")

    def _announced(self, predicate: Predicate, move: Predicate) -> None:
        """أعلن جيش العزة السيطرة على القرية بعد معارك مع قوات النظام: who announces his own move fought whoever the fight was with."""
        ruler = self.clauses.governing_verb(move.first)
        subject = self.clauses.arguments(ruler.index).subject if ruler is not None and "report" in ruler.kinds else None
        frame = self.slots.frames[predicate.pattern.frame]
        own = move.actors or subject is None or subject.first > move.first
        if not own and subject is not None and subject.kind == "actor" and all(may_do(actor, frame) for actor in subject.actors):
            self.slots.put(predicate, subject, "actor", "announces what it led to")


def _done_to_others(predicate: Predicate) -> bool:
    """القصف, خطف المدنيين: whether an act is one of arms or upon persons, which whoever does the one may have done as well."""
    return predicate.pattern.frame in _VIOLENT or predicate.type in _UPON_PERSONS


def _leaving(predicate: Predicate) -> None:
    """Those who leave under a deal or flee are targets, those who withdraw actors (coding rules, section 3), whatever the verb."""
    if predicate.type == "withdrawal" and predicate.pattern.frame == "flee" and not predicate.actors:
        predicate.actors, predicate.targets = predicate.targets, []
    elif predicate.type in ("evacuation", "displacement") and predicate.pattern.frame == "move":
        predicate.targets = [*predicate.targets, *(actor for actor in predicate.actors if actor not in predicate.targets)]
        predicate.actors = []


def _own_losses(side: list[ActorMention], targets: list[ActorMention]) -> bool:
    """تنفي موسكو مقتل طيارين روس: whether those who died are forces of whoever denies it."""
    return any(t.code[3:6] == "MIL" and any(t.code[:3] == own.code[:3] for own in side) for t in targets)


def _has_forces(mentions: list[ActorMention]) -> bool:
    return all(
        mention.code[3:6] in ("MIL", "GOV", "") and mention.code[:3] not in ("UNK", "UAF", "NGO", "IGO") for mention in mentions
    )
