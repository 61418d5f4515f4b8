"""Who did what to whom: role frames applied to the grammatical functions of each predicate."""

from __future__ import annotations

from itertools import pairwise

from eventcode.codebook import Codebook, Frame
from eventcode.frames.agreement import agrees, suffix_agrees
from eventcode.frames.clauses import Clauses
from eventcode.frames.items import PLACE_PREPOSITIONS, gone_to
from eventcode.frames.model import Item, Predicate
from eventcode.frames.triggers import BY_DOCUMENT
from eventcode.frames.verbs import Verb
from eventcode.mentions import ActorMention, View
from eventcode.mentions.actors import ARMED_KINDS, governor
from eventcode.mentions.closed import QUOTES, RESUMPTIVE, UNGOVERNING, bare
from eventcode.patterns import Match

_NATIONS = frozenset({"country", "capital"})
_BACKING = frozenset({"مدعوما", "مدعومين", "بدعم", "بمساندة", "بمسانده", "باسناد", "بمشاركه", "بمعاونه"})
# Beginnings of adjectives to which a following ل belongs.
_TYING = ("موالي", "تابع", "خاضع", "مويد", "مناهض", "مناوي", "معارض", "مجاور", "محاذي", "منتمي")
_AGAINST = frozenset({"مناهضه", "مناوءه", "مناويه", "رافضه", "منددة", "مندده", "معارضه", "ضد", "مناهضا", "مناهضين"})
# What is asked for against somebody: طالبوا بإسقاط فلان, برحيله, بمحاسبته.
_OUSTING = frozenset({"اسقاط", "رحيل", "تنحي", "تنحيه", "اقاله", "استقاله", "عزل", "محاسبه", "محاكمه", "اعدام", "طرد", "خروج", "اعتقال", "معاقبه"})
_GOVERNMENT = "SYRGOV"
_THINGS = frozenset({"facility", "vehicle", "weapon"})
_MUTED = frozenset({"source", "media"})
_STRIKING = frozenset({*ARMED_KINDS, "country", "homeland"})
_SPEAKING = frozenset({"official", "person", "government", "country", "capital", "source", "parties"})
_COMMANDING = frozenset({"group", "government", "country", "capital", "homeland", "person"})


# Whose fire, shells or hands brought something about: قُتل برصاص مجهولين, سقطت بنيران الفصائل.
_BY_MEANS = frozenset(
    ["برصاص", "برصاصه", "بنيران", "بطلقات", "بقذاءف", "بقذايف", "بصواريخ", "بصاروخ", "بقصف", "بغارات", "بغاره", "بضربات", "بهجوم", "بكمين",
     "بقذيفه", "بالغام", "بلغم", "بمضادات", "بمدفعيه", "بقناص", "بقناصه"]
)  # fmt: skip


# Whoever takes part in a protest, where only the protest is named: مظاهرات طالبت بإسقاط ...
_PROTESTERS = "SYRCVL"
_PHRASE_NOUNS = frozenset({"سراح", "سبيل", "جثه", "جثث", "جثتي", "جثامين", "رفات"})
# Acts that those who agree to them leave to others: وافقت الفصائل على إجلاء المدنيين.
_BY_OTHERS = frozenset({"evacuation", "prisoner_release"})
_AGREEING = frozenset({"consent", "agreement", "ceasefire", "negotiation"})
_MUTUAL = frozenset({"mutual", "patrol"})
_SUFFIXED = frozenset({"", "genitive", "agent", "ل"})
# What holds a meeting to the clause whose subject took part in it: خلال محادثة مع, في ختام لقاء مع.
_DURING = frozenset({"خلال", "في", "بعد", "عقب", "اثر", "ختام", "قبل", "قبيل", "اثناء", "ل", "هامش", "ضمن"})
# Dictionary kinds of nouns that are more than a plain noun between a verbal noun and its genitive.
_HEADS = frozenset({"trigger", "light", "aspect", "cue", "report", "result", "cause", "actor", "agent", "country"})
_VIOLENT = frozenset({"attack", "strike-at", "clash", "seize", "damage", "move"})
# What may stand between a light or aspect verb and the noun that it carries (قام بقصف, شاركت في قصف, كفّت عن قصف).
_CARRIED = frozenset({"", "ب", "ل", "من", "genitive", "في", "الي", "علي", "عن"})
_LETTERS = ("ب", "ل", "ك")
# Nouns that hand on the verbal noun in their idafa: عملية سحب, حملة اعتقالات.
_CARRIERS = frozenset({"عمليه", "عمليات", "حمله", "حملات", "سلسله", "موجه", "جوله", "مساله"})
# Verbs whose complement follows with ل.
_WITH_LAM = frozenset({"تصدي", "تعرض", "خضع", "استجاب", "رضخ", "امتثل", "مهد", "روج", "تعرضت", "شهد"})
# Words before the aim of an act.
_AIMS = frozenset({"بهدف", "بغيه", "لاجل", "بغرض", "بقصد", "اجل", "اطار", "سياق", "سبيل", "ضمن"})
_LEADING_TO = frozenset({"بعد", "عقب", "اثر", "خلال", "في", "ضمن", "عبر"})


def _without_aircraft(actor: ActorMention) -> bool:
    """Insurgents and unidentified gunmen fly none: a bombardment of theirs is shelling, whatever else the document tells."""
    return actor.code[3:6] == "REB" or actor.code[:3] in ("UAF", "IMG") or actor.kind == "weapon"


class Roles:
    """Fills actors and targets of a sentence's predicates."""

    def __init__(self, view: View, clauses: Clauses, codebook: Codebook) -> None:
        self.view = view
        self.clauses = clauses
        self.codebook = codebook

    def fill(self) -> None:
        """Fill every predicate, in text order."""
        for predicate in self.clauses.predicates:
            frame = self.codebook.frames[predicate.pattern.frame]
            if predicate.pos == "verb":
                self.verb(predicate, frame)
            else:
                self.noun(predicate, frame)
            self.retype(predicate)
        for predicate in self.clauses.predicates:
            self.leaving(predicate)
        self.claimed()
        self.charged()
        self.judging()
        self.blamed()
        self.by_pronoun()
        self.took_part()
        self.coordinated()
        self.with_the_main_act()

    def retype(self, predicate: Predicate) -> None:
        """The type that a refinement gives by what is struck: an attack on a hospital is one on civilians."""
        guessed = any(reason.startswith(BY_DOCUMENT) for reason in predicate.trace.get("type", ()))
        if guessed and predicate.actors and all(_without_aircraft(actor) for actor in predicate.actors):
            predicate.type = predicate.pattern.type
            predicate.why("type", "whoever does it has no aircraft")
        if predicate.type != predicate.pattern.type or not predicate.targets:
            return
        for rule in predicate.pattern.refine:
            if rule.targets and all(t.kind in ("facility", "people") and t.role in rule.targets for t in predicate.targets):
                predicate.type = rule.type
                predicate.why("type", f"it strikes {self.view.slice(predicate.targets[0].start, predicate.targets[0].end)}")

    # -- putting an item into a role ---------------------------------------------------------------------------------

    def put(self, predicate: Predicate, item: Item | None, role: str, reason: str) -> None:
        """Give the actors of an item a role; places and event nouns give none."""
        if item is None or role not in ("actor", "target") or item.kind != "actor":
            return
        slot = predicate.actors if role == "actor" else predicate.targets
        other = predicate.targets if role == "actor" else predicate.actors
        for mention in item.actors:
            if mention in slot or mention in other:
                continue
            if role == "actor" and mention.kind in _THINGS and not mention.code:
                continue
            if predicate.pattern.frame == "crowd" and mention.kind == "aircraft":
                # خرجت مسيرات: marches, spelled like drones.
                continue
            if mention.kind in _NATIONS and (gone_to(self.view, mention) or (role == "target" and self._adjective(mention))):
                continue
            armed = self.codebook.frames[predicate.pattern.frame].armed
            if armed and (mention.kind in _MUTED or (role == "actor" and mention.code[:3] == "NGO" and predicate.type != "evacuation")):
                continue
            if (
                role == "target"
                and mention.kind in _NATIONS
                and self.codebook.frames[predicate.pattern.frame].armed
                and mention.kind == "capital"
            ):
                continue
            slot.append(mention)
            predicate.why(role, f"{self.view.slice(mention.start, mention.end)}: {reason}")

    def _adjective(self, mention: ActorMention) -> bool:
        """الغارات السورية: a country's name with the article is the adjective."""
        return self.view.tokens[mention.first].norm.removeprefix("و").startswith("ال") and "nation" in self.view.covered[mention.first]

    def is_armed(self, item: Item) -> bool:
        """Whether an item denotes those who fight: forces, aircraft, groups, countries."""
        return any(actor.kind in ARMED_KINDS or actor.kind in ("group", "government", "country", "person") for actor in item.actors)

    # -- verbs -------------------------------------------------------------------------------------------------------

    def verb(self, predicate: Predicate, frame: Frame) -> None:
        """Roles of a finite verb."""
        clauses = self.clauses
        if predicate.first not in clauses.verbs:
            return self.noun(predicate, frame)
        verb = clauses.verbs[predicate.first]
        arguments = clauses.arguments(predicate.first)
        subject, objects = arguments.subject, list(arguments.objects)
        passive = verb.voice == "passive" or self._surface_passive(predicate)
        if not passive and verb.voice == "either" and self._passive_by_frame(predicate, subject, objects):
            passive = True
        if not passive and self._shares_killer(predicate, subject, objects):
            objects, subject = [subject] if subject is not None else [], None
            predicate.dropped = True
        if not passive and self._only_object(verb, subject, objects):
            objects, subject = [subject] if subject is not None else [], None
            predicate.dropped = True
        if passive:
            first = subject or (objects[0] if objects else None)
            self.put(predicate, first, frame.roles.get("passive", "target"), "subject of a passive verb")
        else:
            if subject is not None and subject.kind == "event" and subject.predicate is not None:
                predicate.verb = subject.predicate.first
                if subject.predicate.pattern.frame == "crowd" and predicate.pattern.frame == "speak":
                    predicate.implied = _PROTESTERS
            self.put(predicate, subject, frame.roles.get("subject", "actor"), "subject of the verb")
            for item in self._own_objects(predicate, subject, objects):
                self.put(predicate, item, frame.roles.get("object", "target"), "object of the verb")
            self.inner_object(predicate, frame)
            predicate.dropped = predicate.dropped or arguments.dropped
            if predicate.dropped and not predicate.actors:
                predicate.shared = self._shared_subject(verb)
            elif predicate.pattern.frame == "mutual" and len(predicate.actors) == 1:
                # وصل الوزير إلى دمشق والتقى الرئيس: the one noun after it is the other party.
                predicate.actors.extend(actor for actor in self._shared_subject(verb) if actor not in predicate.actors)
        self.prepositions(predicate, frame, predicate.first, clauses.right_end(predicate.first))
        self.backing(predicate, clauses.right_end(predicate.first))
        return None

    def _apposed(self, subject: Item, item: Item) -> bool:
        """Whether a phrase right after the subject says again who it is: after a comma, or with the article like the subject."""
        tokens = self.view.tokens
        if item.first == subject.last:
            return item.actors[0].definite and tokens[item.first].norm.startswith("ال")
        closed = any(token.text in ("،", ",") for token in tokens[item.last : item.last + 3])
        return closed and tokens[item.first - 1].text in ("،", ",") and item.first - subject.last <= 5

    def _own_objects(self, predicate: Predicate, subject: Item | None, objects: list[Item]) -> list[Item]:
        """The first phrase that may be the object and what is coordinated with it; of those who meet, all who can speak."""
        actors = [item for item in objects if item.kind == "actor"]
        if predicate.pattern.frame == "mutual":
            return [item for item in actors if item.actors[0].kind in _SPEAKING]
        while len(actors) > 1 and subject is not None and subject.kind == "actor" and self._apposed(subject, actors[0]):
            # اتهم مدير المركز، فلان الفلاني، القوات: who stands between commas after the subject is the subject.
            subject = actors.pop(0)
        return [item for number, item in enumerate(actors) if number == 0 or item.actors[0].proclitics[:1] == "و"]

    def inner_object(self, predicate: Predicate, frame: Frame) -> None:
        """أطلقت الهيئة سراح أربعة أسرى: the object is in idafa of the noun that the phrase holds."""
        if not predicate.phrase:
            return
        for item in self.clauses.items:
            if item.kind == "actor" and item.governor == "genitive" and predicate.first < item.governed_by < predicate.last + 8:
                if predicate.first < item.governed_by < predicate.last or self.view.tokens[item.governed_by].norm in _PHRASE_NOUNS:
                    self.put(predicate, item, frame.roles.get("object", "target"), "object of the phrase")
                    return

    def _only_object(self, verb: Verb, subject: Item | None, objects: list[Item]) -> bool:
        """نفت القيادة ... واتهمت الهيئة بتلفيق: the one noun of a verb that needs an object, with a subject to share, is its object."""
        if subject is None or objects or subject.first < verb.index or subject.kind != "actor":
            return False
        if verb.match.analysis.proclitics[:1] != "و" or "object-control" not in lists_of(self.view, verb.index):
            return False
        follows = self.view.tokens[subject.last].norm if subject.last < len(self.view.tokens) else ""
        content = follows[:1] in ("ب", "ل") or follows in ("الي", "علي", "من", "ان", "بان")
        return content and bool(self._shared_subject(verb))

    def _shared_subject(self, verb: Verb) -> list[ActorMention]:
        """The subject of the last verb before a coordinated one that agrees with it (داهمت العناصر منازل واحتجزت ...)."""
        before = self.view.tokens[verb.index - 1].norm if verb.index else ""
        if verb.match.analysis.proclitics[:1] not in ("و", "ف") and before not in ("ثم", "حيث"):
            return []
        found = self._subject_before(verb)
        return list(found.actors) if found is not None else []

    def _subject_before(self, verb: Verb) -> Item | None:
        """The subject of the last verb before another one that agrees with it."""
        for position in sorted((p for p in self.clauses.verbs if p < verb.index), reverse=True):
            subject = self.clauses.arguments(position).subject
            if subject is not None and subject.kind == "actor" and agrees(subject, verb):
                return subject
        return None

    def claimed(self) -> None:
        """أعلن التنظيم مسؤوليته عن التفجير: who claims an attack is its actor."""
        for predicate in self.clauses.predicates:
            if predicate.type != "responsibility_claim" or not predicate.actors:
                continue
            for other in self.clauses.predicates:
                near = predicate.first < other.first <= predicate.last + 8
                if near and not other.actors and self.codebook.frames[other.pattern.frame].armed:
                    other.actors = list(predicate.actors)
                    other.why("actor", "claims it")
                    break

    def leaving(self, predicate: Predicate) -> None:
        """Those who leave under a deal or flee are targets, those who withdraw actors (coding rules, section 3), whatever the verb."""
        if predicate.type == "withdrawal" and predicate.pattern.frame == "flee" and not predicate.actors:
            predicate.actors, predicate.targets = predicate.targets, []
        elif predicate.type in ("evacuation", "displacement") and predicate.pattern.frame == "move":
            predicate.targets = [*predicate.targets, *(actor for actor in predicate.actors if actor not in predicate.targets)]
            predicate.actors = []

    def judging(self) -> None:
        """قال الوزير إن ما يجري غير مقبول: a judgment with no doer beside it is that of whoever says it."""
        for predicate in self.clauses.predicates:
            if predicate.type != "criticism" or predicate.actors or not predicate.phrase or predicate.pos == "verb":
                continue
            for position in sorted((p for p in self.clauses.verbs if p < predicate.first), reverse=True):
                subject = self.clauses.arguments(position).subject
                if "report" in self.clauses.verbs[position].kinds and subject is not None and subject.kind == "actor":
                    frame = self.codebook.frames[predicate.pattern.frame]
                    if subject.actors[0].kind not in _MUTED:
                        self.put(predicate, subject, frame.roles.get("subject", "none"), "who says it judges")
                    break

    def blamed(self) -> None:
        """أدان الوزير الهجوم الروسي, نفت دمشق ما أعلنته أنقرة: criticism is of whoever did it, a denial of whoever said it."""
        for predicate in self.clauses.predicates:
            if predicate.targets or predicate.pos == "participle":
                continue
            if predicate.type == "criticism":
                act = self._object_act(predicate)
                if act is not None and act.actors:
                    predicate.targets = [actor for actor in act.actors if actor not in predicate.actors]
                    predicate.why("target", f"that of {self.view.slice(act.start, act.end)}, which it is about")
            elif predicate.type == "denial":
                self.put(predicate, self._said_by(predicate), "target", "said what is denied")

    def _object_act(self, predicate: Predicate) -> Predicate | None:
        """The act that an act of speech is about: its object, or the noun after ب or على."""
        for act in self.clauses.predicates:
            if predicate.last <= act.first < self.clauses.right_end(predicate.first, through_relatives=True) and act.pos == "noun":
                return act if self._head(act)[0] in ("", "ب", "علي") else None
        return None

    def _said_by(self, predicate: Predicate) -> Item | None:
        """The subject of the verb of saying in the relative clause on what is denied: ما أعلنه الجيش, الأنباء التي نشرتها الوكالة."""
        for position in range(predicate.last, min(predicate.last + 8, len(self.view.tokens))):
            if self.clauses.hard[position] and self.view.tokens[position].norm != "ما":
                return None
            verb = self.clauses.verbs.get(position)
            if verb is None:
                continue
            before = self.view.tokens[position - 1].norm
            related = self.clauses.relative(position - 1) or before == "ما"
            return self.clauses.arguments(position).subject if related and verb.kinds & {"report", "verb"} else None
        return None

    def charged(self) -> None:
        """متهمة المسلحين بشن هجمات: who is accused does what the accusation says; نافية تنفيذ طلعات: who denies is said to do it."""
        for predicate in self.clauses.predicates:
            side = predicate.targets if predicate.type == "accusation" else predicate.actors if predicate.type == "denial" else []
            if not side:
                continue
            for other in self.clauses.predicates:
                if other.first <= predicate.first or other.actors or not self.codebook.frames[other.pattern.frame].armed:
                    continue
                between = range(predicate.last, other.first)
                cut = any(self.clauses.hard[p] or self.view.tokens[p].text in ("،", ",") for p in between)
                if cut or other.pos == "verb" or other.first - predicate.last > 8:
                    break
                if predicate.type == "denial" and not self._has_forces(side):
                    break
                other.actors = [actor for actor in side if actor not in other.targets]
                other.why("actor", "accused of it" if predicate.type == "accusation" else "denies that it did it")
                break

    def _has_forces(self, mentions: list[ActorMention]) -> bool:
        return all(
            mention.code[3:6] in ("MIL", "GOV", "") and mention.code[:3] not in ("UNK", "UAF", "NGO", "IGO") for mention in mentions
        )

    def by_pronoun(self) -> None:
        """غارات ... إن مقاتلات روسية نفذتها: the pronoun on a light verb is the attack named before."""
        for verb in self.clauses.verbs.values():
            if not verb.match.enclitic or "light" not in verb.kinds:
                continue
            subject = self.clauses.arguments(verb.index).subject
            if subject is None or subject.kind != "actor" or not self.is_armed(subject):
                continue
            before = [
                p for p in self.clauses.predicates if p.last <= verb.index and p.pos == "noun" and p.pattern.frame == "attack"
            ]
            if before and not before[-1].actors:
                before[-1].actors = list(subject.actors)
                before[-1].why(
                    "actor", f"subject of {self.view.slice(self.view.tokens[verb.index].start, self.view.tokens[verb.index].end)}"
                )

    def took_part(self) -> None:
        """شدد الوزير خلال محادثة مع نظيره: the subject of the clause in which a meeting is told took part in it."""
        for predicate in self.clauses.predicates:
            alone = predicate.pattern.frame == "visit" and not predicate.actors
            if predicate.pos != "noun" or not (alone or self._one_sided(predicate)) or self._head(predicate)[0] not in _DURING:
                continue
            ruler = self.clauses.governing_verb(predicate.first)
            subject = self.clauses.arguments(ruler.index).subject if ruler is not None else None
            if subject is None and ruler is not None:
                subject = self._subject_before(ruler)
            if subject is not None and subject.kind == "actor":
                frame = self.codebook.frames[predicate.pattern.frame]
                self.put(predicate, subject, frame.roles.get("subject", "none"), "subject of the clause of the meeting")

    def coordinated(self) -> None:
        """القصف المدفعي والغارات, قصف المدينة ومحاولات التقدم: a noun of action with waw shares the agent of the one before it."""
        predicates = self.clauses.predicates
        for before, predicate in pairwise(predicates):
            if predicate.actors or predicate.pos != "noun" or before.pos != "noun" or not before.actors or predicate.type == "ied":
                continue
            if predicate.pattern.frame not in _VIOLENT or before.pattern.frame not in _VIOLENT:
                continue
            head = self._head(predicate)[1]
            between = range(before.last, head)
            cut = any(self.clauses.hard[p] or p in self.clauses.verbs or self.clauses.relative(p) for p in between)
            if self.view.tokens[head].norm[:1] == "و" and head > before.last - 1 and not cut:
                predicate.actors = [actor for actor in before.actors if actor not in predicate.targets]
                predicate.why("actor", f"that of {self.view.slice(before.start, before.end)}, with which it is coordinated")

    def with_the_main_act(self) -> None:
        """سيطرت القوات على البلدة بعد هجوم, اتفق الرئيسان بعد لقاء: a noun with no agent of its own shares that of the act it leads to."""
        for predicate in self.clauses.predicates:
            if predicate.pos != "noun" or predicate.actors:
                continue
            found = predicate.proclitics[-1:] or governor(self.view, predicate.first)[0]
            near = sorted(
                (p for p in self.clauses.predicates if p is not predicate and p.actors and abs(p.first - predicate.first) < 24),
                key=lambda p: (p.first > predicate.first, abs(p.first - predicate.first)),
            )
            if predicate.type in ("ground_attack", "armed_clash") and found in _LEADING_TO:
                near = [
                    p for p in near if p.pattern.frame in ("seize", "move") and p.first < predicate.first and p.status == "actual"
                ]
            elif predicate.pattern.frame in _MUTUAL and not predicate.targets:
                near = [p for p in near if p.pattern.frame == "mutual" and len(p.actors) > 1]
            else:
                continue
            if near and not (predicate.type == "armed_clash" and near[0].type == "withdrawal"):
                predicate.actors = [actor for actor in near[0].actors if actor not in predicate.targets]
                predicate.why("actor", f"that of {self.view.slice(near[0].start, near[0].end)}, which it led to")

    def backing(self, predicate: Predicate, end: int) -> None:
        """مدعوماً من روسيا, بدعم من روسيا: whoever backs the act is a further actor (coding rules, section 3)."""
        if not predicate.actors or not self.codebook.frames[predicate.pattern.frame].armed:
            return
        for index in range(predicate.first, min(end, len(self.view.tokens))):
            if self.view.tokens[index].norm in _BACKING:
                for item in self.clauses.items:
                    if item.kind == "actor" and index < item.first <= index + 3:
                        self.put(predicate, item, "actor", "backs the act")

    def _noun_follows(self, item: Item) -> bool:
        """Whether an unknown noun without preposition follows: the object of an active verb."""
        index = item.last
        if index >= len(self.view.tokens) or self.view.tokens[index].kind != "word" or item.actors[0].quantity is not None:
            return False
        norm = self.view.tokens[index].norm
        dated = self.view.dated(index)
        known = self.view.covered[index] & {"cause", "result", "according", "verb", "light", "trigger", "report", "aspect", "cue"}
        adjective = norm.startswith("ال") or norm.endswith(("ي", "يه", "ين"))
        return not (
            dated
            or known
            or adjective
            or self.view.preposition(index)
            or norm[:1] in "وفبل"
            or bare(norm, UNGOVERNING)
            or index in self.clauses.verbs
        )

    def _shares_killer(self, predicate: Predicate, subject: Item | None, objects: list[Item]) -> bool:
        """قتلت القوات 50 مسلحاً وأصابت 90: the second verb's only noun is its object, the killer is that of the first."""
        if (
            predicate.proclitics[:1] != "و"
            or subject is None
            or objects
            or subject.first < predicate.first
            or subject.kind != "actor"
        ):
            return False
        if predicate.pattern.frame != "kill" and subject.actors[0].kind not in ("facility", "vehicle"):
            return False
        armed = self.codebook.frames[predicate.pattern.frame].armed
        earlier = [
            p for p in self.clauses.predicates if p.first < predicate.first and p.pos == "verb" and p.sentence == predicate.sentence
        ]
        same = earlier and (earlier[-1].pattern.frame == predicate.pattern.frame or predicate.pattern.frame != "kill")
        return bool(armed and same and earlier[-1].actors)

    def _surface_passive(self, predicate: Predicate) -> bool:
        """A written damma on the first letter marks a passive: قُتل، أُصيب، استُهدف, يُقتل."""
        text = self.view.tokens[predicate.first].text
        start = 1 if predicate.proclitics else 0
        return ("ُ" in text[start : start + 5] and not text[start:].startswith(("يُ", "تُ"))) or (
            "ُ" in text[2:5] and text.startswith("است")
        )

    def _passive_by_frame(self, predicate: Predicate, subject: Item | None, objects: list[Item]) -> bool:
        if subject is None or subject.kind != "actor":
            return False
        named_objects = [item for item in objects if item.kind == "actor"]
        if named_objects:
            return False
        if predicate.enclitic:
            return False
        if predicate.pattern.frame == "kill":
            mention = subject.actors[0]
            collective = mention.kind in ("group", "government", "country", "homeland", "aircraft", "weapon", "vehicle") or (
                mention.kind == "force" and not mention.counts
            )
            if collective and mention.quantity is None:
                return False
            return not any(item.kind == "place" for item in objects) and not self._noun_follows(subject)
        if predicate.pattern.frame in ("attack", "strike-at", "damage"):
            return subject.actors[0].kind in ("facility", "people") and not objects
        return predicate.pattern.frame == "expel" and subject.actors[0].kind == "people"

    # -- verbal nouns ------------------------------------------------------------------------------------------------

    def participle(self, predicate: Predicate, frame: Frame) -> None:
        """داعياً موسكو إلى, متهماً أنقرة ب: the subject is that of the main verb before it, the object follows."""
        clauses = self.clauses
        for position in sorted((p for p in clauses.verbs if p < predicate.first), reverse=True):
            subject = clauses.arguments(position).subject
            if subject is not None and subject.kind == "actor" and subject.actors[0].kind not in ("facility", "vehicle", "weapon"):
                self.put(predicate, subject, frame.roles.get("subject", "actor"), "subject of the main verb")
                if "report" in clauses.verbs[position].kinds:
                    break
        if not predicate.actors and any(
            p.pattern.frame == "crowd" and 0 <= predicate.first - p.last <= 2 and p.pos == "noun" for p in clauses.predicates
        ):
            predicate.implied = _PROTESTERS
        for item in clauses.items:
            if item.kind == "actor" and predicate.last <= item.first <= predicate.last + 2 and item.governor in ("", "genitive"):
                self.put(predicate, item, frame.roles.get("object", "target"), "object of the participle")
                break

    def noun(self, predicate: Predicate, frame: Frame) -> None:
        """Roles of a verbal noun: idafa, nisba, prepositions, then its light or aspect verb."""
        view, clauses = self.view, self.clauses
        if predicate.pos == "participle":
            self.participle(predicate, frame)
        index = predicate.last
        while index < len(view.tokens) and view.tokens[index].text in QUOTES:
            index += 1
        for item in clauses.items:
            if item.kind != "actor" or item.first < predicate.last:
                continue
            if item.governor == "genitive" and self._in_chain(item.governed_by, predicate):
                # قصف مناطق المعارضة: whose things are struck.
                if frame.roles.get("genitive") == "target":
                    self.put(predicate, item, "target", "owner of what the verbal noun is done to")
                index = max(index, item.last)
                break
            if item.governor == "genitive" and predicate.first <= item.governed_by < predicate.last:
                key = "genitive-armed" if self.is_armed(item) and not item.actors[0].quantity else "genitive"
                named = frame.armed or predicate.type in ("agreement", "ceasefire")
                if item.actors[0].kind == "capital" and named and not self._object_follows(item):
                    # قصف دمشق is where, اتفاق موسكو what it is called.
                    continue
                role = frame.roles.get(key, "none")
                if role == "actor" and frame.roles.get("object") == "target" and self._ruled_by_other(predicate, item):
                    # واصلت القوات قصف مقاتلي الفصائل: the verb has the agent.
                    role = "target"
                if role == "target" and frame.roles.get("subject") == "actor" and self._is_agent(item):
                    # استهداف طائرات مسيّرة حفلاً, استهداف إسرائيل لمطار: with an object after it the aircraft is the agent.
                    role = "actor"
                if role != "actor" or item.actors[0].kind not in _THINGS or item.actors[0].code:
                    self.put(predicate, item, role, "idafa of the verbal noun")
                index = max(index, item.last)
            break
        if predicate.pattern.frame == "kill":
            # قتلى مدنيون: the word that reports the deaths names the dead.
            for item in clauses.items:
                if item.kind == "actor" and item.first <= predicate.first < item.last:
                    self.put(predicate, item, "target", "the dead themselves")
        self.nisba(predicate, frame)
        end = self.noun_end(predicate)
        suffix = predicate.enclitic or self._suffix_before(predicate)
        if suffix and not predicate.actors:
            self.pronoun(predicate, frame, suffix, end)
        if predicate.pattern.frame not in ("move", "flee", "die", "clash", "crowd"):
            self.second_object(predicate, frame, index, end)
        self.prepositions(predicate, frame, predicate.last - 1, end)
        self.governing(predicate, frame)
        self.control(predicate, frame)
        self.aim(predicate, frame)
        if predicate.type == "mobilization" and not predicate.actors:
            # تعزيزات من الفصائل: no sender named, so the forces are the actors.
            for item in self.clauses.items:
                if item.kind == "actor" and predicate.last <= item.first < end and item.governor == "من" and self.is_armed(item):
                    self.put(predicate, item, "actor", "the forces that are sent")
        self.backing(predicate, end)
        self.forced(predicate, frame)

    def _in_chain(self, index: int, predicate: Predicate) -> bool:
        """Whether a plain noun at a token stands in the idafa of a verbal noun: قصف مناطق ..., استهداف أحياء ..."""
        steps = 0
        while index >= predicate.last and steps < 3 and not self.view.covered[index] & _HEADS:
            found, index = governor(self.view, index)
            if found != "genitive":
                return False
            if predicate.first <= index < predicate.last:
                return True
            steps += 1
        return False

    def forced(self, predicate: Predicate, frame: Frame) -> None:
        """هجوم أجبر القوات على ...: whom the attack forces to something is its target."""
        if predicate.targets or frame.roles.get("object") != "target":
            return
        for verb in self.clauses.verbs.values():
            if "object-control" not in lists_of(self.view, verb.index):
                continue
            arguments = self.clauses.arguments(verb.index)
            if arguments.subject is not None and arguments.subject.predicate is predicate:
                for item in arguments.objects:
                    self.put(predicate, item, "target", "forced by it to something")

    def _object_follows(self, item: Item) -> bool:
        """نشر موسكو للقوات, اتفاق أنقرة مع موسكو: a capital in idafa is the government when object or partner follows, else a place."""
        return any(
            other.kind != "event" and item.last <= other.first <= item.last + 1 and other.governor in ("ل", "مع")
            for other in self.clauses.items
        )

    def _ruled_by_other(self, predicate: Predicate, item: Item) -> bool:
        """Whether the verb that carries a noun of action, or whose aim it is, has another agent than the noun's genitive."""
        governed, head = self._head(predicate)
        ruler = self.clauses.governing_verb(head)
        if ruler is None or self._happens(ruler) or any(ruler.index < p.first < head for p in self.clauses.predicates):
            return False
        carries = ruler.kinds & {"light", "aspect"} or "control" in lists_of(self.view, ruler.index)
        if not (governed in _AIMS or governed == "ل" or (carries and governed in ("", "ب", "في", "عن", "علي", "من"))):
            return False
        subject = self.clauses.arguments(ruler.index).subject
        if subject is None or subject is item or subject.kind != "actor" or "report" in ruler.kinds:
            return False
        apart = head - max(ruler.index, subject.last - 1)
        if (governed == "ل" and apart < 2 and self._takes_lam(ruler)) or (governed != "ل" and governed not in _AIMS and apart > 3):
            # تصدت الفصائل لهجوم القوات: the complement of the verb, not its aim.
            return False
        frame = self.codebook.frames[predicate.pattern.frame]
        return all(self._may_do(actor, frame) and actor.kind != "official" for actor in subject.actors)

    def _is_agent(self, item: Item) -> bool:
        """Whether the genitive of an act that has its object there as a rule is the agent, for the object follows."""
        if not self.is_armed(item) or item.actors[0].quantity is not None:
            return False
        if self._object_follows(item) or (item.actors[0].kind in _STRIKING and self._noun_follows(item)):
            return True
        # استهداف قوات النظام بلدة كذا: the place struck stands as the object.
        return any(other.kind == "place" and other.first == item.last and other.governor == "" for other in self.clauses.items)

    def _governmental(self, predicate: Predicate, frame: Frame, index: int) -> None:
        """هجوم حكومي, قصف حكومي: of the government, in whatever country the text speaks of."""
        token = self.view.tokens[index]
        mention = ActorMention(
            first=index, last=index + 1, start=token.start, end=token.end, code=_GOVERNMENT, name=None, kind="government", head=index,
            assumed=True,
        )  # fmt: skip
        predicate.actors.append(mention)
        predicate.why("actor", f"{self.view.slice(mention.start, mention.end)}: adjective of the government")

    def second_object(self, predicate: Predicate, frame: Frame, index: int, end: int) -> None:
        """استعادة دمشق المحافظة: once the idafa gave the agent, an ungoverned phrase that follows is the object."""
        if not predicate.actors:
            return
        for item in self.clauses.items:
            if item.kind == "actor" and index <= item.first < min(end, index + 4) and item.governor == "":
                self.put(predicate, item, frame.roles.get("object", "target"), "object of the verbal noun")
                return

    def noun_end(self, predicate: Predicate) -> int:
        """Where the phrases that depend on a verbal noun end; the verb of its own relative clause does not end them."""
        clauses = self.clauses
        others = {other.first for other in clauses.predicates if other is not predicate and other.pos != "verb"}
        position = predicate.last
        while position < len(self.view.tokens):
            if position in clauses.verbs:
                verb = clauses.verbs[position]
                own = self.own_relative(predicate, verb)
                if not own:
                    return position
            elif clauses.hard[position]:
                return position
            elif clauses.relative(position):
                following = next((v for v in clauses.verbs.values() if v.index > position), None)
                if following is None or not self.own_relative(predicate, following):
                    return position
            elif position in others:
                other = next(o for o in clauses.predicates if o.first == position)
                if predicate.pattern.frame in _MUTUAL and position == predicate.last and governor(self.view, position)[0] == "genitive":
                    # صفقة إجلاء بين, اتفاق تبادل مع: what the deal is about does not end it.
                    position += 1
                    continue
                if other.pattern.frame != predicate.pattern.frame or other.proclitics[:1] == "و":
                    return position
                if governor(self.view, position)[0] not in ("", "genitive"):
                    return position
            position += 1
        return position

    def own_relative(self, predicate: Predicate, verb: Verb) -> bool:
        """Whether a light verb with a pronoun or after a relative describes this noun: هجوم شنه مسلحون، الهجوم الذي شنته."""
        resumed = self._resumed(verb) and self._controls(verb)
        if not (verb.kinds & {"light", "aspect"} or resumed) or verb.index <= predicate.first:
            return False
        if not predicate.definite and self._inside_another(predicate):
            # صفقة إجلاء أبرمتها الفصائل: what follows describes the head of the idafa.
            return False
        gap = verb.index - predicate.last
        between = range(predicate.last, verb.index)
        for position in between:
            if position in self.clauses.verbs:
                return False
        if self.clauses.relative_in(predicate.last, verb.index):
            return gap <= 5
        return ((resumed or bool(verb.match.enclitic)) and gap <= 3) or (gap <= 1 and not predicate.definite and predicate.pos == "noun")

    def _resumed(self, verb: Verb) -> bool:
        """لوّحت به, تحضر له: a preposition with a pronoun after the verb takes up the noun that its clause describes."""
        index = verb.index + 1
        return index < len(self.view.tokens) and self.view.tokens[index].norm in RESUMPTIVE

    def _controls(self, verb: Verb) -> bool:
        cue = self.view.best(verb.index, "cue")
        intends = cue is not None and cue.value.ref.status in ("future", "attempted")
        return intends or "control" in lists_of(self.view, verb.index)

    def _inside_another(self, predicate: Predicate) -> bool:
        """Whether a noun stands in the idafa of another predicate of the sentence."""
        found, by = governor(self.view, predicate.first)
        return found == "genitive" and any(p is not predicate and p.first <= by < p.last for p in self.clauses.predicates)

    def nisba(self, predicate: Predicate, frame: Frame) -> None:
        """An adjective of nationality on the noun: القصف الروسي، غارات جوية روسية وسورية."""
        if frame.roles.get("nisba") != "actor" or self.view.preposition(predicate.last - 1):
            # القبض على الإرهابي المصري: after a phrase with its own preposition the adjective is the object's.
            return
        view = self.view
        index = predicate.first + 1 if predicate.phrase else predicate.last
        skipped = 0
        found: list[Match] = []
        while index < len(view.tokens) and skipped < 3:
            if index < predicate.last and view.best(index, "nation") is None:
                # التدخل العسكري الروسي: the adjective may be a part of the phrase.
                index += 1
                continue
            if not predicate.actors and not found and "governmental" in lists_of(view, index):
                self._governmental(predicate, frame, index)
                return
            nation = view.best(index, "nation")
            if nation is not None and (not nation.analysis.proclitics or (found and nation.analysis.proclitics == "و")):
                if nation.value.form is not None and nation.value.form.number == "p":
                    break
                if predicate.definite and not (nation.analysis.article or found):
                    # يلزم الاتفاق تركيا: no adjective of the definite noun, which would have the article too.
                    break
                found.append(nation)
                index = nation.last
                continue
            if found and view.tokens[index].text in ("-", "–", "ـ"):
                index += 1
                continue
            token = view.tokens[index]
            if (
                token.kind != "word"
                or view.preposition(index)
                or view.covered[index]
                & {"actor", "agent", "country", "trigger", "verb", "light", "report", "aspect", "result", "cause"}
            ):
                break
            adjective = token.norm.startswith("ال") if predicate.definite else token.norm.endswith(("ه", "ي", "ا", "ين"))
            if not adjective:
                break
            skipped += 1
            index += 1
        if predicate.actors:
            return
        for nation in found:
            token = view.tokens[nation.first]
            country = nation.value.ref.country
            code = country[:3] + "MIL" if frame.armed and country[3:] in ("", "GOV") else country
            mention = ActorMention(
                first=nation.first, last=nation.last, start=token.start + len(nation.analysis.proclitics), end=token.end,
                code=code, name=None, kind="country", head=nation.first,
            )  # fmt: skip
            predicate.actors.append(mention)
            predicate.why("actor", f"{view.slice(mention.start, mention.end)}: adjective of nationality")

    def prepositions(self, predicate: Predicate, frame: Frame, start: int, end: int) -> None:
        """Roles that prepositions after the predicate introduce."""
        for item in self.clauses.items:
            if item.first <= start or item.first >= end or item.kind != "actor":
                continue
            governed = self.clauses.outer_governor(item)
            if governed in ("", "genitive"):
                continue
            if self._belongs_to_later(predicate, item):
                continue
            if item.actors[0].kind in _NATIONS and (governed in PLACE_PREPOSITIONS or (governed == "علي" and frame.armed)):
                continue
            role = frame.roles.get(governed, "none")
            if governed == "مع" and any(actor.governor == "مع" for actor in predicate.actors):
                # محادثات مع تركيا لدفعها إلى استخدام نفوذها مع دمشق: the first is the partner.
                role = "none"
            if governed == "من" and predicate.pattern.frame == "speak" and item.governor != "من":
                # دعا السكان إلى التأكد من هوية الغرباء: not whom the demand is made to.
                role = "none"
            if governed == "من" and predicate.pos == "noun" and predicate.pattern.frame == "attack" and not predicate.actors:
                # قصف من قوات النظام
                if all(actor.kind in ARMED_KINDS or actor.kind == "group" for actor in item.actors) and item.governor == "من":
                    role = "actor"
            if governed == "ل" and item.governor == "genitive":
                # هجوم لطرد التنظيم: ل with another verbal noun tells the purpose.
                role = "none"
            if item.governor == "genitive" and item.governed_by >= 0 and self.view.tokens[item.governed_by].norm in _BY_MEANS:
                role = "actor" if frame.roles.get("subject") == "actor" or predicate.type == "shoot_down" else role
            if governed == "ب" and predicate.type == "demand" and item.governor == "genitive" and self._ousts(item.governed_by):
                # طالب بإسقاط فلان: the demand is aimed at whom its content names.
                role = "target"
            if governed == "ل" and predicate.pattern.frame != "crowd" and self._tied(item.first - 1):
                # على البلدة الموالية لقوات النظام: what follows belongs to the adjective.
                continue
            if governed == "ل" and predicate.pattern.frame == "crowd" and self._against(item.first):
                role = "target"
            if governed == "ل" and predicate.pos != "verb" and item.governor != "genitive":
                if (predicate.actors or predicate.pattern.frame in ("kill", "strike-at")) and "lam-after-agent" in frame.roles:
                    role = frame.roles["lam-after-agent"]
                elif role == "actor" and frame.armed and not self.is_armed(item):
                    role = "target"
            elif governed == "ل" and frame.roles.get("ل") == "actor":
                role = "none"
            self.put(predicate, item, role, f"after {governed}")

    def _tied(self, index: int) -> bool:
        norm = self.view.tokens[index].norm if index >= 0 else ""
        return norm.removeprefix("ال").startswith(_TYING)

    def _ousts(self, index: int) -> bool:
        norm = self.view.tokens[index].norm
        return norm.removeprefix("و").removeprefix("ب") in _OUSTING

    def _against(self, index: int) -> bool:
        """مناهضة ل، منددة ب, رافضة ل: what follows is whom a protest is against."""
        return any(self.view.tokens[p].norm.removeprefix("ال") in _AGAINST for p in range(max(0, index - 3), index))

    def _belongs_to_later(self, predicate: Predicate, item: Item) -> bool:
        """Whether another predicate or verb stands nearer on the item's left."""
        return any(
            other is not predicate and predicate.first < other.first < item.first
            for other in self.clauses.predicates
            if not (predicate.pattern.frame in _MUTUAL and other.first == predicate.last)
        )

    def pronoun(self, predicate: Predicate, frame: Frame, suffix: str, end: int) -> None:
        """غاراتهما, شنها هجمات: the suffix takes up the nearest actor before it that agrees in number and gender."""
        role = self._role_of_suffix(predicate, frame)
        if role == "none" or any(item.governor == "agent" and predicate.last <= item.first < end for item in self.clauses.items):
            return
        before = [item for item in reversed(self.clauses.items) if item.kind == "actor" and item.last <= predicate.first]
        before.sort(key=lambda item: item.governor != "" if role == "target" else self.clauses.outer_governor(item) not in _SUFFIXED)
        for item in before:
            if item.actors[0].kind in _MUTED or not suffix_agrees(suffix, item.actors):
                continue
            if role == "target" or self.is_armed(item) or not frame.armed:
                self.put(predicate, item, role, "pronoun suffix")
                return

    def _suffix_before(self, predicate: Predicate) -> str:
        """بعد شنها هجمات, في طريقهم للسيطرة, عزمه إجلاء: the suffix of the noun that carries or controls a noun of action."""
        governed, head = self._head(predicate)
        index = head - 1 if governed in ("", "ب", "ل") and not self.view.preposition(head - 1) else head - 2
        if index < 0:
            return ""
        if predicate.pattern.frame == "crowd":
            return ""
        carrying = [match for kind in ("light", "aspect") for match in self.view.at[index].get(kind, ())]
        carrying += [match for match in self.view.at[index].get("cue", ()) if match.value.ref.status in ("attempted", "future")]
        carrying += [match for match in self.view.at[index].get("list", ()) if match.value.ref == "control"]
        nouns = [match for match in carrying if match.value.form is not None and match.value.form.pos == "noun" and match.enclitic]
        return nouns[0].enclitic if nouns else ""

    def _role_of_suffix(self, predicate: Predicate, frame: Frame) -> str:
        """What a suffix is to a verbal noun: as a rule what the genitive of those who fight is to it."""
        role = frame.roles.get("genitive-armed", "none")
        ruler = self.clauses.governing_verb(predicate.first)
        if ruler is not None and ruler.index == predicate.first - 1 and self._happens(ruler):
            # يتم قصفهم, جرى اعتقاله: whoever the suffix means suffers it.
            return frame.roles.get("object", "none")
        if role == "target" and frame.roles.get("subject") == "actor" and self._object_after(predicate):
            # استهدافها مواقع: with an object after it the suffix is the agent.
            return "actor"
        return role if role == "actor" or predicate.phrase else "none"

    def _object_after(self, predicate: Predicate) -> bool:
        """Whether an object stands right after a verbal noun with a suffix: ungoverned, after ل, or in the accusative."""
        index = predicate.last
        if index >= len(self.view.tokens):
            return False
        token = self.view.tokens[index]
        noun = token.kind == "word" and (token.text.endswith(("اً", "ًا", "ا")) or token.norm.startswith("لل"))
        return noun or any(item.first == index and item.governor in ("", "ل") for item in self.clauses.items)

    def governing(self, predicate: Predicate, frame: Frame) -> None:
        """Roles through the verb that governs the noun: light verbs, aspect heads, control verbs, and relative clauses."""
        clauses, view = self.clauses, self.view
        for verb in clauses.verbs.values():
            if verb.index >= predicate.last and self.own_relative(predicate, verb):
                predicate.verb, predicate.carried = verb.index, True
                if self._happens(verb):
                    # قصفاً ترافق مع هجوم: the attack is the subject of its relative clause, which names nobody.
                    break
                related = any(clauses.relative(p) for p in range(predicate.last, verb.index))
                if not (verb.match.enclitic or related or self._resumed(verb)):
                    # هجمات نُفذت ضد القوات: a passive relative clause names no agent.
                    return
                arguments = clauses.arguments(verb.index)
                subject = arguments.subject
                if subject is not None and subject.first < verb.index:
                    subject = None
                if subject is None:
                    region = [
                        item
                        for item in clauses.items
                        if item.kind == "actor"
                        and verb.index < item.first < clauses.right_end(verb.index)
                        and clauses.outer_governor(item) == ""
                    ]
                    subject = region[0] if region else None
                self.light(predicate, frame, verb, subject)
                return
        aspect = self._aspect_noun_before(predicate)
        if aspect is not None and (not predicate.actors or self._undergoes(aspect)):
            for item in clauses.items:
                if item.kind == "actor" and aspect < item.first and item.last <= predicate.first and item.governed_by == aspect:
                    if self._undergoes(aspect):
                        # تعرض المطار لهجوم
                        self.put(predicate, item, "target", "genitive of a noun of undergoing")
                    else:
                        self.put(predicate, item, frame.roles.get("subject", "actor"), "agent of the aspect noun")
                    return
        ruler = clauses.governing_verb(predicate.first)
        if ruler is None:
            return
        predicate.verb = ruler.index
        kinds = ruler.kinds
        subject = clauses.arguments(ruler.index).subject
        predicate.carried = bool(kinds & {"light", "aspect", "result", "report"}) or (
            subject is not None and subject.predicate is predicate
        )
        words = lists_of(view, ruler.index)
        if any(other.first == ruler.index for other in clauses.predicates):
            # A verb that reports an act of its own (حققت اللجنة في هجوم) carries no other noun's.
            kinds = kinds - {"light"}
        if predicate.pattern.frame != "speak":
            words.discard("judging")
        governed_by_ba = predicate.proclitics[-1:] == "ب" and predicate.pattern.frame == "attack" and not predicate.actors
        if governed_by_ba and not kinds & {"light", "aspect", "cue", "report", "trigger"}:
            # أسندت المدفعية الهجوم بقصف: what the subject does it with.
            subject = clauses.arguments(ruler.index).subject
            if subject is not None and subject.kind == "actor" and all(a.kind in ARMED_KINDS for a in subject.actors):
                self.put(predicate, subject, "actor", "subject of the verb that it is done with")
            return
        if not kinds & {"light", "aspect", "cue", "result"} and not words & {"control", "judging", "object-control"}:
            return
        arguments = clauses.arguments(ruler.index)
        if "light" in kinds or "aspect" in kinds:
            if self._head(predicate)[0] not in _CARRIED:
                return
            subject = arguments.subject
            if subject is not None and subject.predicate is predicate:
                return
            if predicate.definite and not predicate.proclitics and governor(view, predicate.first)[0] == "" and self._another_between(ruler.index, predicate):
                # واصلت القوات حصار البلدة المحاصرة: the verb carries the noun that follows it, not one in its phrase.
                return
            self.light(predicate, frame, ruler, subject)
        elif self._agreed_on(predicate) and frame.roles.get("subject") == "actor":
            return
        elif not predicate.actors or ("control" in words and self._one_sided(predicate)):
            subject = arguments.subject
            objects = [item for item in arguments.objects if item.kind == "actor"]
            cue = view.best(ruler.index, "cue")
            prevents = cue is not None and cue.value.ref.status == "negated"
            if ("object-control" in lists_of(view, ruler.index) or prevents) and objects:
                self.put(predicate, objects[0], frame.roles.get("subject", "actor"), "object of a verb of causing")
            elif "object-control" in words and "control" not in words:
                return
            elif subject is not None and subject.kind == "actor":
                self.put(predicate, subject, frame.roles.get("subject", "actor"), "subject of the governing verb")
            elif arguments.dropped:
                predicate.dropped = True
                predicate.shared = self._shared_subject(ruler)

    def _another_between(self, index: int, predicate: Predicate) -> bool:
        return any(other.pos != "verb" and index < other.first < predicate.first for other in self.clauses.predicates)

    def _undergoes(self, index: int) -> bool:
        return any(match.value.ref == "undergoer" for match in self.view.at[index].get("light", ()))

    def _happens(self, verb: Verb) -> bool:
        """Whether the event noun is the subject of a light verb (وقع, ترافق), whatever else it may be read as."""
        light = [match.value.ref for match in self.view.at[verb.index].get("light", ()) if match.value.ref]
        return bool(light) and all(function == "event" for function in light)

    def control(self, predicate: Predicate, frame: Frame) -> None:
        """محاولات من قوات النظام للسيطرة, إقدام النظام على شن عملية, دفع القوات إلى الانسحاب: the nearest actor before the noun."""
        role = frame.roles.get("subject", "none")
        if predicate.pos == "verb" or (predicate.targets if role == "target" else predicate.actors or self._agreed_on(predicate)):
            return
        governed, first = self._head(predicate)
        if governed not in ("ل", "الي", "علي", "ب", "عن", "من", "genitive"):
            return
        start = self.clauses.left_end(first)
        for item in reversed(self.clauses.items):
            if item.kind != "actor" or item.last > first or item.first < start:
                continue
            if not all(self._may_do(actor, frame) for actor in item.actors):
                continue
            between = range(item.last, first)
            if any(self.clauses.hard[p] for p in between) or any(p.first in between for p in self.clauses.predicates):
                return
            head = item.governed_by
            kinds = self.view.covered[head] if head >= 0 else frozenset()
            if self._set_off(item, first):
                # استعدادات الحكومة، مدعومة بحليفها، لشن هجوم: who stands between two commas is passed over.
                continue
            if not (
                item.governor == ""
                or (item.governor == "genitive" and (kinds & {"cue", "aspect", "light", "result"} or self._control_noun(head)))
                or (item.governor in ("من", "agent") and self._attempt_before(item.first))
            ):
                return
            if governed == "من" and not self._directly(item, first):
                return
            if item.governor == "" and (not self._pushed(item, first, governed) or self._only_orders(item)):
                return
            self.put(predicate, item, role, "nearest actor that controls the verbal noun")
            return

    def _agreed_on(self, predicate: Predicate) -> bool:
        """Whether an act that is left to others is what an agreement or consent before it is about."""
        if predicate.type not in _BY_OTHERS:
            return False
        return any(p.type in _AGREEING and 0 <= predicate.first - p.last <= 8 for p in self.clauses.predicates)

    def _one_sided(self, predicate: Predicate) -> bool:
        """محادثات مع موسكو: an act of two of which only the one after مع is named beside the noun."""
        return predicate.pattern.frame in _MUTUAL and bool(predicate.actors) and all(a.governor == "مع" for a in predicate.actors)

    def _head(self, predicate: Predicate) -> tuple[str, int]:
        """What governs a verbal noun, and the token that it governs: through nouns that carry it (لشن هجوم, بدء عملية سحب)."""
        index = predicate.first
        found, by = predicate.proclitics[-1:] if predicate.proclitics[-1:] in _LETTERS else "", -1
        if not found:
            found, by = governor(self.view, index)
        while found == "genitive" and self._carries(by):
            index = by
            found = self.clauses.own_preposition(by)
            if not found:
                found, by = governor(self.view, by)
        return found, index

    def _carries(self, index: int) -> bool:
        """Whether a noun hands its own governor on to the noun in its idafa: شن, بدء, محاولة, عملية; but not وقف, منع."""
        norm = self.view.tokens[index].norm
        cue = self.view.best(index, "cue")
        if cue is not None and cue.value.ref.status not in ("attempted", "future"):
            return False
        if cue is not None or self.view.covered[index] & {"light", "aspect"}:
            return True
        return bare(norm.removeprefix(norm[:1]) if norm[:1] in "بل" else norm, _CARRIERS) != ""

    def aim(self, predicate: Predicate, frame: Frame) -> None:
        """نشرت روسيا طائرات لقصف ..., أرسلت القوات تعزيزات بهدف السيطرة: who acts in order to do something is to do it."""
        role = frame.roles.get("subject", "none")
        if predicate.pos == "verb" or role != "actor" or predicate.actors or self._agreed_on(predicate):
            return
        governed, index = self._head(predicate)
        if governed != "ل" and not (governed == "genitive" and self._aim_noun(index)) and governed not in _AIMS:
            return
        ruler = self.clauses.governing_verb(index)
        start = ruler.index if ruler is not None else max((p + 1 for p in range(index) if self.clauses.hard[p]), default=0)
        for nearest in reversed([p for p in self.clauses.predicates if start <= p.first < index]):
            # رفضت موسكو هجوم القوات لاستعادة البلدة: the aim is that of the nearest act.
            doers = [actor for actor in nearest.actors if self._may_do(actor, frame) and actor not in predicate.targets]
            if doers and nearest.pattern.frame != "speak":
                predicate.actors = doers
                predicate.why("actor", f"that of {self.view.slice(nearest.start, nearest.end)}, whose aim it is")
                return
            if nearest.dropped and not nearest.actors:
                predicate.dropped = True
                return
        if ruler is None:
            return
        words = lists_of(self.view, ruler.index)
        if "report" in ruler.kinds or "object-control" in words or ruler.voice == "passive":
            return
        arguments = self.clauses.arguments(ruler.index)
        after = max(ruler.index, arguments.subject.last - 1) if arguments.subject is not None else ruler.index
        if governed == "ل" and index - after < 2 and self._takes_lam(ruler):
            # تصدت الفصائل لهجوم: the complement of the verb, not its aim.
            return
        if arguments.subject is None:
            predicate.dropped = arguments.dropped
            predicate.shared = self._shared_subject(ruler)
        elif arguments.subject.kind == "actor" and all(self._may_do(actor, frame) for actor in arguments.subject.actors):
            self.put(predicate, arguments.subject, role, "subject of the verb whose aim it is")

    def _takes_lam(self, verb: Verb) -> bool:
        form = verb.match.value.form
        return form is not None and form.lemma in _WITH_LAM

    def _aim_noun(self, index: int) -> bool:
        """بهدف السيطرة, في إطار عملية, بغية طرد: the noun before tells the aim."""
        return bare(self.view.tokens[index - 1].norm, _AIMS) != "" if index else False

    def _may_do(self, actor: ActorMention, frame: Frame) -> bool:
        """Whether an actor may do an act of the frame: things and media do nothing, and only those who command forces fight."""
        if actor.kind in _MUTED or (actor.kind in _THINGS and actor.kind not in ARMED_KINDS):
            return False
        if not frame.armed or actor.kind in ARMED_KINDS:
            return True
        return actor.kind in _COMMANDING or (actor.kind == "official" and actor.code[3:6] in ("GOV", "MIL", "REB"))

    def _control_noun(self, index: int) -> bool:
        return index >= 0 and "control" in lists_of(self.view, index)

    def _set_off(self, item: Item, index: int) -> bool:
        """Whether an item lies between two commas before a token."""
        commas = [p for p in range(max(0, item.first - 8), index) if self.view.tokens[p].text in ("،", ",")]
        return any(p < item.first for p in commas) and any(p >= item.last for p in commas)

    def _attempt_before(self, index: int) -> bool:
        return any("cue" in self.view.covered[p] for p in range(max(0, index - 4), index))

    def _directly(self, item: Item, first: int) -> bool:
        """تمكنت القوات من السيطرة, منع القوات من التقدم: the preposition stands right after the verb or the actor, not after a noun."""
        before = first - (1 if self.clauses.own_preposition(first) else 2)
        return before < item.last or before in self.clauses.verbs or bool(self.view.covered[before] & {"cue", "aspect", "light"})

    def _only_orders(self, item: Item) -> bool:
        """طالبت واشنطن بتحقيق: whoever asks others for something does not do it."""
        for verb in self.clauses.verbs.values():
            words = lists_of(self.view, verb.index)
            if "object-control" in words and "control" not in words and self.clauses.arguments(verb.index).subject is item:
                return True
        return False

    def _pushed(self, item: Item, first: int, governed: str) -> bool:
        """Whether a word of causing, attempt or aspect stands before the item in its clause."""
        if governed == "genitive":
            return False
        for position in range(max(0, item.first - 4), first):
            kinds = self.view.covered[position]
            if kinds & {"result", "cue", "aspect"} or lists_of(self.view, position) & {"control", "object-control"}:
                return True
        return False

    def light(self, predicate: Predicate, frame: Frame, verb: Verb, subject: Item | None) -> None:
        """What the subject of a light or aspect verb is to the event noun: agent, undergoer, or the event itself."""
        function = ""
        for kind in ("light", "aspect"):
            found = [match.value.ref for match in self.view.at[verb.index].get(kind, ()) if match.value.ref]
            if found:
                # تجري is of جرى and of أجرى: with forces as its subject it is the second. بدأ المقاتلون, بدأ الهجوم: both.
                actor = subject is not None and subject.kind == "actor"
                agent = actor and ("aspect" in verb.kinds or ("agent" in found and subject is not None and self.is_armed(subject)))
                function = "agent" if agent else found[0]
                break
        function = function or "agent"
        if subject is None and self._one_sided(predicate):
            # قال الوزير إنه يجري حواراً مع موسكو: the last subject of the sentence that agrees is the other party.
            subject = self._subject_before(verb)
        if subject is None and function == "undergoer":
            # كان المدنيون نائمين عندما تعرضوا لقصف: a plural verb has people for its subject, the last before that agrees.
            subject = self._subject_before(verb) if verb.number == "p" else None
        if subject is None:
            predicate.dropped = function == "agent" and not predicate.actors
            predicate.shared = self._shared_subject(verb) if predicate.dropped else []
            return
        if function == "agent" and verb.voice != "passive" and (not predicate.actors or self._one_sided(predicate)):
            self.put(predicate, subject, frame.roles.get("subject", "actor"), "subject of the light verb")
        elif function == "undergoer":
            if frame.roles.get("passive") == "target" or frame.roles.get("object") == "target":
                self.put(predicate, subject, "target", "subject of a verb of undergoing")

    def _aspect_noun_before(self, predicate: Predicate) -> int | None:
        """Token of the aspect noun in whose idafa the predicate stands: تصعيد القصف, استئناف النظام الهجوم."""
        position = predicate.first - 1
        steps = 0
        while position >= 0 and steps < 8:
            if position in self.clauses.verbs or self.clauses.hard[position]:
                return None
            found = self.view.at[position]
            for kind in ("aspect", "light") if found else ():
                for match in found.get(kind, ()):
                    if match.value.form is not None and match.value.form.pos == "noun" and not match.analysis.article:
                        return position
            position -= 1
            steps += 1
        return None


def lists_of(view: View, index: int) -> set[str]:
    """Names of the word lists that the word at a token is in."""
    return set(view.lists[index])
