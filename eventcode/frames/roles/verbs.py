"""Roles of a finite verb: subject and objects in active and passive, and what its prepositions introduce."""

from __future__ import annotations

from eventcode.codebook import Frame
from eventcode.frames.model import Item, Predicate
from eventcode.frames.roles.adjectives import national
from eventcode.frames.roles.complements import complement
from eventcode.frames.roles.controllers import Controllers
from eventcode.frames.roles.crowds import gathered
from eventcode.frames.roles.fired import fired_by
from eventcode.frames.roles.prepositions import Prepositions
from eventcode.frames.roles.slots import MEANS, PROTESTERS, Slots
from eventcode.frames.roles.suffered import suffers
from eventcode.frames.verbs import Verb
from eventcode.mentions.kinds import ARMED_KINDS, THING_KINDS

_SPEAKING = frozenset({"official", "person", "government", "country", "capital", "source", "parties"})
# Nouns of what is denied of whoever stands in their idafa.
# Verbs that tell where somebody is, without an object.
_STATIONED = frozenset({"تمركز", "انتشر", "تواجد", "تحصن", "تموضع", "نشط", "رابط", "وجد", "سكن", "اقام", "يتمركز", "ينتشر"})
_DENIED = frozenset(
    ["ضلوع", "تورط", "وجود", "علاقه", "صله", "مسووليه", "بيع", "شراء", "تزويد", "دخول", "خروج", "نيه", "عزم", "مشاركه", "تقديم", "تلقي",
     "ارتكاب", "استخدام", "حصول", "وقوع", "حدوث", "قيام", "لجوء", "انتماء", "وصول", "عبور", "نقل", "تهريب", "تجنيد", "منع"]
)  # fmt: skip
# Who holds an office, and the states and bodies that he is not.
_HOLDERS = frozenset({"official", "person"})
_BODIES = frozenset({"country", "capital", "group", "government", "igo"})
_LONG_APPOSITION = 14
_SOME = ("معظمهم", "اغلبهم", "غالبيتهم", "جلهم", "اكثرهم", "بعضهم", "جميعهم", "كلهم")
_REACH_OF_MEETING = 8
_MISSILES = frozenset({"صاروخ", "صواريخ", "قذيفه", "قذايف", "قنابل", "غارات", "غاره", "ضربات", "ضربه"})
_PHRASE_NOUNS = frozenset({"سراح", "سبيل", "جثه", "جثث", "جثتي", "جثامين", "رفات"})
_LOTS = frozenset({"عدد", "عديد", "عشرات", "مءات", "مييات", "بعض", "كثير", "مزيد", "عددا"})


class VerbRoles:
    """Fills the roles of finite verbs."""

    def __init__(self, slots: Slots, prepositions: Prepositions) -> None:
        self.slots = slots
        self.view = slots.view
        self.clauses = slots.clauses
        self.prepositions = prepositions
        self.controllers = Controllers(slots)

    def fill(self, predicate: Predicate, frame: Frame) -> None:
        """Roles of a finite verb."""
        clauses = self.clauses
        verb = clauses.verbs[predicate.first]
        arguments = clauses.arguments(predicate.first)
        subject, objects = arguments.subject, list(arguments.objects)
        subject = self._column(predicate, subject)
        objects = [item for item in objects if item is not subject and not self._part_of_them(item)]
        if self._brings_down(predicate, subject, objects):
            frame = self.slots.frames["strike-at"]
        passive = verb.voice == "passive" or self._surface_passive(predicate) or self._by_somebody(predicate)
        accused = not passive and self._accused(predicate, verb, subject, objects)
        goes_on = verb.match.analysis.proclitics[:1] == "و" and subject is not None and subject.first > verb.index
        passive = passive or (accused and not goes_on)
        befallen = complement(clauses, verb)
        if not passive and (
            accused
            or self._shares_killer(predicate, subject, objects)
            or self._goes_on(verb, frame, subject, objects)
            or self._only_object(verb, subject, objects)
        ):
            objects, subject = [subject] if subject is not None else [], None
            predicate.dropped = True
        elif not passive and verb.voice == "either" and befallen is None:
            passive = self._passive_by_frame(predicate, subject, objects)
        if not passive and gathered(clauses, predicate):
            objects = [subject, *objects] if subject is not None and subject.first > verb.index else objects
            subject, predicate.implied = None, PROTESTERS
        if passive:
            first = subject or (objects[0] if objects else None) or befallen or suffers(self.view, clauses, verb)
            self.slots.put(predicate, first, frame.roles.get("passive", "target"), "subject of a passive verb")
            self._inner_object(predicate, frame)
        else:
            if subject is not None and subject.kind == "event" and subject.predicate is not None:
                predicate.verb = subject.predicate.first
                if subject.predicate.pattern.frame == "crowd" and predicate.pattern.frame == "speak":
                    predicate.implied = PROTESTERS
            self.slots.put(predicate, subject, frame.roles.get("subject", "actor"), "subject of the verb")
            fired_by(self.slots, predicate, subject, frame)
            if predicate.pattern.frame == "flee" and predicate.targets:
                objects = []  # غادرها المسلحون: who leaves has no object but what is left
            for item in self._own_objects(predicate, subject, objects) or self._behind_subject(subject, objects):
                self.slots.put(predicate, item, frame.roles.get("object", "target"), "object of the verb")
            if befallen is not None and not predicate.targets and (subject is None or befallen.first > subject.first):
                self.slots.put(predicate, befallen, frame.roles.get("object", "target"), "object with the preposition of the verb")
            self._inner_object(predicate, frame)
            self._met(predicate, frame)
            # إذا استُخدم الكيماوي: a phrase that holds its object and names nobody may as well be passive.
            passive_phrase = predicate.phrase and predicate.type == "chemical_attack" and not self.slots.shared_subject(verb)
            predicate.dropped = predicate.dropped or (arguments.dropped and not passive_phrase)
            if predicate.type == "mobilization" and not predicate.actors and self.slots.shared_subject(verb):
                # تدخلت روسيا ونشرت طائرات
                predicate.dropped = True
            if predicate.dropped and subject is None:
                self.slots.put(
                    predicate,
                    self.controllers.of_verb(verb, frame),
                    frame.roles.get("subject", "actor"),
                    "a word before lays it on him",
                )
            counted = any(0 < quantity.first - predicate.first <= 2 for quantity in self.view.quantities)
            if predicate.dropped and not predicate.targets and not counted and frame.roles.get("subject") == "target":
                # قُصفت البلدة فخرج الأهالي ونزحوا: who is told of before suffers it.
                predicate.targets = [actor for actor in self.slots.shared_subject(verb) if actor.kind not in THING_KINDS]
            if predicate.dropped and not predicate.actors:
                predicate.shared = self.slots.shared_subject(verb)
            elif predicate.pattern.frame == "mutual" and len(predicate.actors) == 1:
                # وصل الوزير إلى دمشق والتقى الرئيس: the one noun after it is the other party.
                predicate.actors.extend(actor for actor in self.slots.shared_subject(verb) if actor not in predicate.actors)
        if not predicate.actors and frame.armed:
            self._by_missiles(predicate, frame)
        self.prepositions.fill(predicate, frame, predicate.first, clauses.right_end(predicate.first))
        self.prepositions.backing.fill(predicate, frame, clauses.right_end(predicate.first))

    def _by_missiles(self, predicate: Predicate, frame: Frame) -> None:
        """صواريخ إسرائيلية استهدفت مستودعاً: whose missiles or raids right before the verb strike."""
        index = predicate.first - 1
        nation = self.view.best(index, "nation") if index > 0 else None
        if nation is not None and not nation.analysis.proclitics and self.view.tokens[index - 1].norm in _MISSILES:
            predicate.actors.append(national(self.view, nation, frame))
            predicate.dropped = False
            predicate.why("actor", "whose missiles or raids they are")

    def _column(self, predicate: Predicate, subject: Item | None) -> Item | None:
        """انسحب رتل تركي: a column that leaves is an event of its own where it is told as one, and those who leave as well."""
        if subject is None or subject.kind != "event" or predicate.pattern.frame != "move":
            return subject
        own = (item for item in self.clauses.items if item.kind == "actor" and item.first == subject.first)
        return next(own, subject)

    def _brings_down(self, predicate: Predicate, subject: Item | None, objects: list[Item]) -> bool:
        """القوات تسقط طائرة: the imperfect of falling is spelled like that of shooting down, which has an aircraft as its object."""
        fallen = objects[0] if objects and objects[0].kind == "actor" else None
        alike = predicate.type == "shoot_down" and predicate.pattern.frame == "flee"
        before = subject is not None and subject.kind == "actor" and subject.last <= predicate.first
        return (
            alike and before and fallen is not None and fallen.first == predicate.first + 1 and fallen.actors[0].kind == "aircraft"
        )

    def _apposed(self, subject: Item, item: Item) -> bool:
        """Whether a phrase right after the subject says again who it is: after a comma, or with the article like the subject."""
        tokens = self.view.tokens
        if subject.actors[-1].kind in _HOLDERS and item.actors[0].kind in _BODIES:
            return False  # حذر الوزير، فلان، دمشق
        if item.first == subject.last and self._named(subject, item):
            return True
        if item.first == subject.last:
            return item.actors[0].definite and tokens[item.first].norm.startswith("ال")
        reach = _LONG_APPOSITION if item.last < len(tokens) and self.clauses.relative(item.last) else 3
        closed = any(token.text in ("،", ",") for token in tokens[item.last : item.last + reach])
        return closed and tokens[item.first - 1].text in ("،", ",") and item.first - subject.last <= 5

    def _epithet(self, item: Item) -> bool:
        """Whether an item right after a noun is an adjective of it that is spelled like a vehicle or a weapon of nobody: مدرعة."""
        return item.actors[0].kind in ("vehicle", "weapon") and not item.actors[0].code and not item.actors[0].definite

    def _named(self, subject: Item, item: Item) -> bool:
        """العاهل الأردني عبد الله الثاني: whether an item is the name of the official who stands right before it."""
        name, title = item.actors[0], subject.actors[-1]
        return name.kind == "person" and title.kind in ("official", "person") and name.code[:6] == title.code[:6]

    def _part_of_them(self, item: Item) -> bool:
        """وجرح العشرات، معظمهم نساء: those who are only said to be most or some of the ones before."""
        return item.first > 0 and self.view.tokens[item.first - 1].norm.startswith(_SOME) and item.kind == "actor"

    def _own_objects(self, predicate: Predicate, subject: Item | None, objects: list[Item]) -> list[Item]:
        """The first phrase that may be the object and what is coordinated with it; of those who meet, all who can speak."""
        actors = [item for item in objects if item.kind == "actor"]
        if predicate.type == "denial":
            # نفت أنقرة بيع طائرات للفصائل: those named in what is denied are not whom it is said to.
            actors = [item for item in actors if item.governor != "genitive" or not self._denied_of(item)]
        if predicate.pattern.frame == "mutual":
            return [
                item for item in actors if item.actors[0].kind in _SPEAKING or "leaders" in self.view.lists[item.actors[0].head]
            ]
        while len(actors) > 1 and actors[0].actors[0].kind in MEANS and actors[0].actors[0].proclitics[:1] == "و":
            actors.pop(0)  # استهدفت بالصواريخ والمدفعية مواقع
        if len(actors) == 1 and actors[0].actors[0].proclitics[:1] == "و" and self._beside_means(predicate, actors[0]):
            return []  # تعتدي على القرى بالقذائف والطائرات المسيرة
        while len(actors) > 1 and subject is not None and actors[0].first == subject.last and self._epithet(actors[0]):
            actors.pop(0)  # عربة تركية مدرعة
        while actors and subject is not None and subject.kind == "actor" and self._apposed(subject, actors[0]):
            # انتقد الكرملين الولايات المتحدة لدعمها الفصائل: what stands behind another act is not the verb's.
            behind = (
                item.kind == "event" and actors[0].last <= item.first < actors[1].first for item in self.clauses.items if actors[1:]
            )
            accused = len(actors) == 1 and predicate.type == "accusation" and self.slots.content_follows(actors[0].last + 1)
            if accused:
                break  # اتهم "الجيش الحر"، التنظيم، بالانسحاب: an accusation is of somebody
            if (len(actors) == 1 or any(behind)) and actors[0].first == subject.last and not self._named(subject, actors[0]):
                break  # اتهم الوزير الأسد: with no comma the one phrase after the subject is the object
            # اتهم مدير المركز، فلان الفلاني، القوات: who stands between commas after the subject is the subject.
            subject = actors.pop(0)
        return [item for number, item in enumerate(actors) if number == 0 or item.actors[0].proclitics[:1] == "و"]

    def _beside_means(self, predicate: Predicate, item: Item) -> bool:
        """Whether weapons or aircraft with waw stand right behind munitions with ب and their adjective: بالقذائف الصاروخية والطائرات."""
        near = range(max(predicate.last, item.first - 2), item.first)
        munitions = any("munitions" in self.view.lists[p] and self.clauses.own_preposition(p) == "ب" for p in near)
        return munitions and item.actors[0].kind in MEANS

    def _behind_subject(self, subject: Item | None, objects: list[Item]) -> list[Item]:
        """طال القصف الذي نفذته روسيا مدرسة, هاجم مسلحون يتمركزون قرب البلدة حاجزاً: the object behind the subject's relative clause."""
        if subject is None or objects:
            return []
        if subject.kind == "actor":
            return self._behind_stationed(subject)
        index = subject.last
        if index + 1 >= len(self.view.tokens) or not self.clauses.relative(index) or index + 1 not in self.clauses.verbs:
            return []
        inner = self.clauses.arguments(index + 1)
        if not self.clauses.verbs[index + 1].match.enclitic or inner.subject is None or inner.subject.first < index:
            return []
        return [item for item in inner.objects if item.kind == "actor" and item.first >= inner.subject.last][:1]

    def _behind_stationed(self, subject: Item) -> list[Item]:
        """The first phrase without preposition behind a clause that tells only where the subject is, and has no object of its own."""
        index = subject.last + self.clauses.relative(subject.last) if subject.last < len(self.view.tokens) else subject.last
        verb = self.clauses.verbs.get(index)
        form = verb.match.value.form if verb is not None else None
        if verb is None or form is None or form.lemma not in _STATIONED or verb.match.analysis.proclitics:
            return []
        end = min((p for p in self.clauses.verbs if p > index), default=len(self.view.tokens))
        stop = next((p for p in range(index, end) if self.clauses.hard[p] and p > index), end)
        behind = [i for i in self.clauses.items if i.kind == "actor" and index < i.first < stop and i.governor == ""]
        return behind[:1]

    def _denied_of(self, item: Item) -> bool:
        """نفت ضلوع عناصرها, وجود قوات: what is denied of somebody; but نفت رواية الوزارة is said to her."""
        return self.view.tokens[item.governed_by].norm in _DENIED

    def _met(self, predicate: Predicate, frame: Frame) -> None:
        """قصفت الطائرات اجتماعاً لقادة التنظيم: those whose meeting is struck."""
        if not frame.armed or frame.roles.get("object") != "target" or predicate.targets:
            return
        for meeting in self.clauses.items:
            act = meeting.predicate
            near = (
                act is not None
                and act.pattern.frame == "mutual"
                and predicate.last <= meeting.first <= predicate.last + _REACH_OF_MEETING
            )
            if near and act is not None and act.pos == "noun" and meeting.governor == "":
                own = (
                    i for i in self.clauses.items if i.kind == "actor" and i.governor in ("ل", "genitive") and i.first == act.last
                )
                self.slots.put(predicate, next(own, None), "target", "those whose meeting it strikes")
                return

    def _inner_object(self, predicate: Predicate, frame: Frame) -> None:
        """أطلقت الهيئة سراح أربعة أسرى: the object is in idafa of the noun that the phrase holds."""
        if not predicate.phrase or predicate.pattern.frame == "crowd":
            return  # خرجوا للمطالبة بإطلاق سراح المعتقلين: who is to be freed is no object of going out
        for item in self.clauses.items:
            if item.kind == "actor" and item.governor == "genitive" and predicate.first < item.governed_by < predicate.last + 8:
                if predicate.first < item.governed_by < predicate.last or self.view.tokens[item.governed_by].norm in _PHRASE_NOUNS:
                    self.slots.put(predicate, item, frame.roles.get("object", "target"), "object of the phrase")
                    return

    def _accused(self, predicate: Predicate, verb: Verb, subject: Item | None, objects: list[Item]) -> bool:
        """كان النظام قد اتهم بشن هجمات, وتتهم الوحدات بأنها ...: of an accusation whose content follows the one who is named is accused."""
        if predicate.type != "accusation" or subject is None or subject.kind != "actor" or verb.match.enclitic:
            return False
        if predicate.form is None or predicate.form.lemma != "اتهم" or any(item.kind == "actor" for item in objects):
            return False
        return self.slots.content_follows(max(predicate.last, subject.last))

    def _only_object(self, verb: Verb, subject: Item | None, objects: list[Item]) -> bool:
        """نفت القيادة ... واتهمت الهيئة بتلفيق: the one noun of a verb that needs an object, with a subject to share, is its object."""
        if subject is None or objects or subject.first < verb.index or subject.kind != "actor" or verb.match.enclitic:
            return False
        before = self.view.tokens[verb.index - 1].norm if verb.index else ""
        # كما طالب مجلس الأمن ب: after "as well" only those of whom all ask things.
        also = before == "كما" and (all(actor.kind == "igo" for actor in subject.actors) or self._asked_by_a_body(verb, subject))
        goes_on = verb.match.analysis.proclitics[:1] == "و" or also
        if not goes_on or "object-control" not in self.view.lists[verb.index]:
            return False
        follows = self.view.tokens[subject.last].norm if subject.last < len(self.view.tokens) else ""
        content = follows[:1] in ("ب", "ل") or follows in ("الي", "علي", "من", "ان", "بان", "حتي")
        return content and bool(self.slots.shared_subject(verb))

    def _asked_by_a_body(self, verb: Verb, subject: Item) -> bool:
        """طالبت المنظمة الهيئة ب، كما طالبت تركيا ب: whether a body that asks things of states and factions is the subject before."""
        before = self.slots.subject_before(verb)
        asking = before is not None and all(actor.kind in ("ngo", "igo") for actor in before.actors)
        return asking and all(actor.kind in ("country", "capital", "group", "government") for actor in subject.actors)

    def _shares_killer(self, predicate: Predicate, subject: Item | None, objects: list[Item]) -> bool:
        """قتلت القوات 50 مسلحاً وأصابت 90: the second verb's only noun is its object, the killer is that of the first."""
        before = self.view.tokens[predicate.first - 1].norm if predicate.first else ""
        if (
            (predicate.proclitics[:1] != "و" and before != "كما")
            or subject is None
            or objects
            or subject.first < predicate.first
            or subject.kind != "actor"
        ):
            return False
        if predicate.pattern.frame != "kill" and subject.actors[0].kind not in ("facility", "vehicle"):
            return False
        armed = self.slots.frames[predicate.pattern.frame].armed
        earlier = [
            p for p in self.clauses.predicates if p.first < predicate.first and p.pos == "verb" and p.sentence == predicate.sentence
        ]
        same = earlier and (earlier[-1].pattern.frame == predicate.pattern.frame or predicate.pattern.frame != "kill")
        return bool(armed and same and earlier[-1].actors)

    def _goes_on(self, verb: Verb, frame: Frame, subject: Item | None, objects: list[Item]) -> bool:
        """دخلت القوات البلدة وقصفت مواقع الفصائل: with those who fight as a subject to share, positions and people are the object."""
        if not frame.armed or subject is None or objects or subject.first < verb.index or subject.kind != "actor":
            return False
        if verb.match.enclitic:
            return False  # بعد أن حاصرتهم القوات: whom it befalls is the pronoun
        if subject.actors[0].kind == "facility":
            # كما هاجمت مواقع الفصائل, وأنشأت نقطة: a place attacks nothing and sets up nothing.
            sets_up = any(p.first == verb.index and p.type == "base_established" for p in self.clauses.predicates)
            active = verb.voice == "active" or (sets_up and "ئ" not in self.view.tokens[verb.index].text)
            if active and (sets_up or (frame.roles.get("object") == "target" and verb.index + 1 == subject.first)):
                return True
        shared = self.slots.shared_subject(verb)
        others = frame.id == "damage" and not {a.code for a in shared} & {a.code for a in subject.actors}
        head = subject.actors[0]
        members = frame.id == "kill" and head.kind == "force" and head.counts  # هاجمت الهيئة المقر واعتقلت عناصره
        if head.kind not in ("facility", "vehicle", "people") and not (others or members):
            return False  # دخلت القوات المنطقة وحاصرت الفصائل: besieging needs an object
        armed = (actor.kind in ARMED_KINDS or actor.kind == "group" or actor.code[3:6] in ("MIL", "REB", "COP") for actor in shared)
        return bool(shared) and all(armed)

    def _by_somebody(self, predicate: Predicate) -> bool:
        """المدير، فلان، اختطف، أمس، من قبل مجهولين: whether an agent phrase follows, so that the verb is a passive."""
        if predicate.pattern.frame != "kill" or predicate.phrase or predicate.enclitic:
            return False
        agent = next((item for item in self.clauses.items if item.governor == "agent" and item.first > predicate.first), None)
        if agent is None:
            return False
        nearer = any(predicate.first < other.first < agent.first for other in self.clauses.predicates)
        return not nearer and not any(
            p in self.clauses.verbs or self.clauses.hard[p] for p in range(predicate.last, agent.governed_by)
        )

    def _surface_passive(self, predicate: Predicate) -> bool:
        """A written damma on the first letter marks a passive: قُتل، أُصيب، استُهدف, يُقتل."""
        text = self.view.tokens[predicate.first].text
        start = 1 if predicate.proclitics else 0
        if text[start:].startswith(("يُ", "تُ")) and predicate.form is not None:
            # يُقتل, يُعتقل, يُستهدف: in the active of these stems the first letter has a fatha.
            lemma = predicate.form.lemma.removeprefix("ي")
            first_stem = len(lemma) == 3 and (predicate.pattern.frame == "kill" or lemma == "قصف")
            return first_stem or (len(lemma) > 4 and lemma.startswith(("ا", "ست", "ن")))
        return ("ُ" in text[start : start + 5] and not text[start:].startswith(("يُ", "تُ"))) or (
            "ُ" in text[2:5] and text.startswith("است")
        )

    def _some_of(self, first: int) -> bool:
        """قُتل وجُرح عدد من قوات النظام: some of those who fight are killed, as forces as a whole are not."""
        tokens = self.view.tokens
        return first > 1 and tokens[first - 1].norm == "من" and tokens[first - 2].norm.removeprefix("ال") in _LOTS

    def _passive_by_frame(self, predicate: Predicate, subject: Item | None, objects: list[Item]) -> bool:
        if subject is None or subject.kind != "actor" or predicate.type == "suicide_bomb":
            return False  # whoever blows himself up does it
        if predicate.type == "shoot_down" and subject.last <= predicate.first and subject.actors[0].kind == "aircraft":
            # خمس طائرات أسقطت قرب القاعدة; but سلاح الجو يسقط مقاتلتين
            return not any(item.kind == "actor" and item.actors[0].kind == "aircraft" for item in objects)
        named_objects = [item for item in objects if item.kind == "actor"]
        if predicate.pattern.frame == "kill":
            # قتل شخصان بقصف طائرة سيارة على الطريق: nobody kills a car.
            named_objects = [item for item in named_objects if item.actors[0].kind not in ("vehicle", "weapon")]
        if named_objects:
            return False
        if predicate.enclitic:
            return False
        if predicate.type == "accusation" and not predicate.phrase:
            # كان النظام قد اتُّهم بشن هجمات: nobody accuses without an object.
            follows = max(predicate.last, subject.last)
            return follows < len(self.view.tokens) and self.view.tokens[follows].norm[:1] == "ب"
        if predicate.type == "shoot_down" and subject.actors[0].kind == "aircraft":
            return True  # أُسقطت طائرة في ريف إدلب: where nothing else is named, it is what was shot down
        if predicate.pattern.frame == "kill":
            mention = subject.actors[0]
            collective = mention.kind in ("group", "government", "country", "homeland", "aircraft", "weapon", "vehicle") or (
                mention.kind == "force" and not mention.counts
            )
            if collective and mention.quantity is None and not self._some_of(mention.first):
                return False
            # قتل شخصان شمال سراقب: where somebody was killed is no object; a bare name may be that of a person.
            where = ("direction", "environs")
            objects = [item for item in objects if item.kind != "place" or self.view.places[item.places[0]].kind not in where]
            beside = [item for item in objects if item.kind == "place" and item.first <= subject.last + 1]
            return not beside and not self.slots.noun_follows(subject)
        if predicate.pattern.frame in ("attack", "strike-at", "damage"):
            struck = subject.actors[0].kind == "people" or any(a.kind == "facility" for a in subject.actors)
            # أطلق حاجز للنظام النار: a phrase holds its object.
            return struck and not objects and not predicate.phrase and not self.slots.noun_follows(subject)
        return predicate.pattern.frame == "expel" and subject.actors[0].kind == "people"
