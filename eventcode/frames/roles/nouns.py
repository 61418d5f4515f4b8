"""Roles of verbal nouns and participles: idafa, adjectives, suffixes and prepositions."""

from __future__ import annotations

import re

from eventcode.codebook import Frame
from eventcode.frames.agreement import describes, suffix_agrees
from eventcode.frames.forcing import FORCING
from eventcode.frames.model import Item, Predicate
from eventcode.frames.roles.adjectives import nisba
from eventcode.frames.roles.aims import Aims
from eventcode.frames.roles.ambush import fall_into
from eventcode.frames.roles.control import Control
from eventcode.frames.roles.doers import STRIKING, is_agent, object_follows
from eventcode.frames.roles.finite import finite, several
from eventcode.frames.roles.heads import AIMS, Heads, takes_lam
from eventcode.frames.roles.means import behind_means
from eventcode.frames.roles.nearest import Nearest
from eventcode.frames.roles.prepositions import Prepositions
from eventcode.frames.roles.sanctioned import sanctioned
from eventcode.frames.roles.sides import sides
from eventcode.frames.roles.slots import PROTESTERS, Slots, is_armed, may_do
from eventcode.frames.roles.suffixes import Suffixes
from eventcode.frames.roles.together import together
from eventcode.frames.roles.uncharged import uncarried, uncharged
from eventcode.frames.roles.verbal import ANSWERING
from eventcode.frames.roles.weighed import weighed
from eventcode.frames.verbs import answers
from eventcode.mentions.closed import COMPLEMENTISERS, QUOTES, bare
from eventcode.mentions.governors import governor
from eventcode.mentions.kinds import ARMED_KINDS, THING_KINDS

# Dictionary kinds of nouns that are more than a plain noun between a verbal noun and its genitive.
_HEADS = frozenset({"trigger", "light", "aspect", "cue", "report", "result", "cause", "actor", "agent", "country"})
_SENT = ARMED_KINDS | {"people", "official"}
"""Whom one sends or posts: إرسال قوات, نشر مئات المراقبين."""
_LINES = frozenset({"محور", "محاور", "جبهه", "جبهات", "طريق", "اطراف", "تخوم", "خطوط", "طول", "امتداد", "الاقل", "مدار", "مدي"})
"""What على says where, and not upon whom: قصف الفصائل على محور سراقب."""
_HANDS = frozenset({"بيد", "بايدي", "يد", "ايدي"})
_HAND_REACH = 8
_WAS = frozenset({"كان", "كانت", "كانتا", "كانوا"})
_BEHIND = frozenset({"وراء", "خلف"})
_OUT_OF = frozenset({"من", "منها", "منه", "عن", "عنها"})
_AND_ACT = re.compile("و(?:ت..?.?ي.|ا..?.?ا.|قتل|نهب|سلب|حرق|خطف)")
_BREAKING = frozenset({"فك", "لفك", "كسر", "لكسر", "رفع", "لرفع", "انهاء", "لانهاء", "بفك", "بكسر", "برفع"})
_FREEDOM = frozenset({"سراح", "سبيل"})
_SPLIT_BY, _AIM_REACH = 7, 5
_HOLDING = frozenset({"سيطره", "استيلاء", "هيمنه", "سيطرتها"})
"""Nouns of taking whose object follows with على, so that whoever stands in their idafa takes."""
_TAKING = frozenset({"seize", "lose", "die", "move"})
_ADDRESSING = frozenset({"accusation", "demand", "appeal"})


class NounRoles:
    """Fills the roles of verbal nouns and participles."""

    def __init__(self, slots: Slots, heads: Heads, prepositions: Prepositions) -> None:
        self.slots = slots
        self.view = slots.view
        self.clauses = slots.clauses
        self.heads = heads
        self.prepositions = prepositions
        self.suffixes = Suffixes(slots, heads)
        self.control = Control(slots, heads)
        self.nearest = Nearest(slots, heads)
        self.aims = Aims(slots, heads)

    def fill(self, predicate: Predicate, frame: Frame) -> None:
        """Roles of a verbal noun: idafa, nisba, prepositions, then its light or aspect verb."""
        view, clauses = self.view, self.clauses
        fall_into(self.slots, self.heads, predicate)
        if predicate.pos == "participle" or self._circumstantial(predicate):
            self._participle(predicate, frame)
        elif predicate.definite and predicate.pattern.frame == "speak" and self._of_protest(predicate):
            predicate.implied = PROTESTERS
        index, behind = predicate.last, None
        while index < len(view.tokens) and view.tokens[index].text in QUOTES:
            index += 1
        for item in clauses.items:
            if item.kind != "actor" or item.first < predicate.last:
                continue
            if item.governor == "genitive" and self._in_chain(item.governed_by, predicate):
                # قصف مناطق المعارضة: whose things are struck.
                if frame.roles.get("genitive") == "target":
                    self.slots.put(predicate, item, "target", "owner of what the verbal noun is done to")
                index = max(index, item.last)
                break
            if item.governor == "genitive" and predicate.first <= item.governed_by < predicate.last + self._paired(predicate):
                # قصف 3 مقاتلات روسية: counted aircraft bomb, and hardly anything on the ground is one; قصف قاعدة is one that is hit.
                barred = "posts" in self.view.lists[item.first] or (item.actors[0].quantity and item.actors[0].kind != "aircraft")
                able = is_armed(item) and item.actors[0].kind != "facility" and not barred and not self._struck(predicate, item)
                if frame.armed and item.actors[0].kind == "vehicle":
                    # تفجير حافلات الأهالي, انفجار عربة للجيش, تدمير دبابة للجيش
                    hit = predicate.type == "ied" or predicate.pattern.frame == "damage"
                    able = able and may_do(item.actors[0], frame) and not hit
                key = "genitive-armed" if able else "genitive"
                named = frame.armed or (predicate.type in ("agreement", "ceasefire", "negotiation") and len(item.actors) == 1)
                if item.actors[0].kind == "capital" and named and not object_follows(self.slots, item):
                    # قصف دمشق is where, اتفاق موسكو and قمة طهران what it is called; مباحثات موسكو وأنقرة has two parties.
                    continue
                if item.actors[0].kind in _SENT and "genitive-forces" in frame.roles:
                    key = "genitive-forces"
                role = frame.roles.get(key, "none")
                if role == "actor" and predicate.type in _ADDRESSING and self._accused(predicate, item):
                    role = "target"
                if role == "actor" and frame.roles.get("object") == "target" and not self._upon(predicate, item):
                    # واصلت القوات قصف مقاتلي الفصائل, تم حصار الفصائل من قبل القوات: the verb, or what follows, has the agent.
                    if self._ruled_by_other(predicate, item) or self._by_another(predicate, frame, item):
                        role = "target"
                searched = frame.id == "inspect" and "فتيش" in self.view.tokens[predicate.first].norm  # تفتيش القنصلية
                if role == "actor" and (searched or (frame.id in ("expel", "drive-out") and self._driven_out(item))):
                    role = "target"
                if role == "target" and predicate.type == "protest_repression" and is_armed(item):
                    role = "actor"  # قمع النظام للاحتجاجات: crowds are put down, and not those who fight
                freed = self.view.tokens[predicate.last - 1].norm in _FREEDOM  # إطلاق سراح جنود أسرهم الفصيل
                if role == "target" and predicate.type == "prisoner_release" and not freed and self._frees(item):
                    role = "actor"
                let_go = frame.roles.get("عن") == "target" and object_follows(self.slots, item, ("عن",))  # إفراج المحكمة عن ثلاثة
                done = frame.roles.get("subject") == "actor" and not freed
                if role == "target" and done and (let_go or is_agent(self.slots, predicate, item)):
                    # استهداف طائرات مسيّرة حفلاً, استهداف إسرائيل لمطار: with an object after it the aircraft is the agent.
                    role = "actor"
                if role != "actor" or item.actors[0].kind not in THING_KINDS or item.actors[0].code:
                    self.slots.put(predicate, item, role, "idafa of the verbal noun")
                index = max(index, item.last)
                if role == "actor":
                    behind = behind_means(self.slots, item)
            break
        if predicate.pattern.frame == "kill" and predicate.type != "arrest":  # أسر جنود: no families (أسر)
            # قتلى مدنيون: the word that reports the deaths names the dead.
            for item in clauses.items:
                if item.kind == "actor" and item.first <= predicate.first < item.last:
                    self.slots.put(predicate, item, "target", "the dead themselves")
        if predicate.type == "prisoner_release":
            self._split_object(predicate)
        charged = predicate.type == "accusation" and any(target.first == predicate.last for target in predicate.targets)
        if not charged:  # تحميل تركيا المسؤولية: no Turkish charge
            nisba(self.view, predicate, frame)
        end = self.heads.noun_end(predicate)
        suffix = predicate.enclitic or self.suffixes.of_phrase(predicate) or self.suffixes.before(predicate)
        if suffix and not predicate.actors:
            self.suffixes.fill(predicate, frame, suffix, end)
        if predicate.pattern.frame not in ("move", "send", "flee", "die", "clash", "crowd"):
            self._second_object(predicate, frame, index, end)
            stood = next((item for item in clauses.items if item.kind == "actor" and item.first == behind), None)
            self.slots.put(predicate, stood, frame.roles.get("object", "target"), "object behind the means")
        if frame.armed and self.control.launched(predicate):
            # نفذت طائرات غارات على مقر للتنظيم وآخر للحركة: whoever launches it is known before what ل introduces is read.
            self.control.governing(predicate, frame)
        self.prepositions.fill(predicate, frame, predicate.last - 1, end)
        sides(self.slots, predicate, frame)
        self._threatened(predicate, frame)
        weighed(self.slots, predicate, frame)
        breaks = predicate.type == "siege" and self.view.tokens[predicate.first - 1].norm in _BREAKING
        if not breaks:  # معارك لفك الحصار: whoever breaks a siege lays none
            self._controlled(predicate, frame)
        if not breaks and not uncarried(self.view, predicate):
            self.control.governing(predicate, frame)
        self.control.passive(predicate, frame)
        together(self.slots, predicate, frame)
        sanctioned(self.slots, predicate)
        self.nearest.fill(predicate, frame)
        self.aims.fill(predicate, frame)
        if predicate.type == "mobilization" and not predicate.actors:
            # تعزيزات من الفصائل, إرسال قوات تركية: no sender named, so the forces are the actors.
            for item in self.clauses.items:
                own = item.governor == "من" or predicate.first <= item.governed_by < predicate.last
                if item.kind == "actor" and predicate.last <= item.first < end and own and is_armed(item):
                    self.slots.put(predicate, item, "actor", "the forces that are sent")
        self.prepositions.backing.fill(predicate, frame, end)
        self._forced(predicate, frame)
        self._driving(predicate)
        several(self.slots, predicate, frame)
        finite(self.slots, predicate, frame)

    def _controlled(self, predicate: Predicate, frame: Frame) -> None:
        """مكّن الاتفاق الفصائل من شن هجوم: whom a word before the noun lets, makes or asks to do it."""
        role = frame.roles.get("subject", "none")
        if role == "actor" and self.heads.laid_to(predicate):
            return
        named = [target for target in predicate.targets if target.kind not in THING_KINDS]  # أُجبروا على مغادرة منازلهم
        if named if role == "target" else predicate.actors or self.heads.agreed_on(predicate):
            return
        if uncharged(self.view, predicate):
            return
        governed, index = self.heads.head(predicate)
        for item in self.clauses.items:
            # المساهمة في سقوط المدينة بيد المعارضة: who is named after the noun, and not whoever has a part in it.
            handed = item.governor == "يد" or (item.governor == "genitive" and self.view.tokens[item.governed_by].norm in _HANDS)
            if handed and frame.armed and predicate.pattern.frame not in _TAKING:
                continue  # الهجوم على مدينة كانت في قبضة الفصائل
            if handed and any(self.view.tokens[p].norm in _WAS for p in range(predicate.last, item.first)):
                continue  # انتزاع حواجز كانت بيد الحركة: who held them before
            if handed and role == "actor" and predicate.last <= item.first <= predicate.last + _HAND_REACH and item.kind == "actor":
                self.slots.put(predicate, item, role, "in whose hands it ends")
                return
            behind = (
                self.view.tokens[index - 1].norm in _BEHIND
                and item.kind == "actor"
                and item.governor == ""
                and 0 <= index - 1 - item.last <= 1
            )
            if behind and role == "actor" and all(may_do(actor, frame) for actor in item.actors):
                self.slots.put(predicate, item, role, "said to be behind it")
                return
        controller = self.control.controllers.of(index, frame, governed)
        self.slots.put(predicate, controller, role, "a word before lays it on him")

    def _struck(self, predicate: Predicate, item: Item) -> bool:
        """قصف مرابض للنظام, صاروخ أصاب دبابة: guns named by where they stand, struck unless an object follows; what a munition's verb hits."""
        hit = predicate.first + 1 < predicate.last == item.first and "munitions" in self.view.lists[predicate.first]
        return hit or "emplacements" in self.view.lists[item.actors[0].head]

    def _frees(self, item: Item) -> bool:
        """إطلاق الحكومة السورية سراح معتقلين: whether the second word of the phrase stands right behind whoever does it."""
        return any(token.norm in _FREEDOM for token in self.view.tokens[item.last : item.last + 2])

    def _paired(self, predicate: Predicate) -> bool:
        """تدريب وتجهيز معارضين, قصف وتدمير منازل: whether a second noun of action right behind has the genitive of both."""
        if predicate.last >= len(self.view.tokens) or predicate.definite or predicate.pos != "noun":
            return False
        return _AND_ACT.fullmatch(self.view.tokens[predicate.last].norm) is not None

    def _circumstantial(self, predicate: Predicate) -> bool:
        """مهدداً موسكو ب: a set word that is a participle of saying in the accusative."""
        norm = self.view.tokens[predicate.first].norm
        alone = predicate.phrase and predicate.last - predicate.first == 1 and predicate.pattern.frame == "speak"
        return alone and norm.startswith("م") and norm.endswith(("ا", "ين")) and not predicate.proclitics

    def _threatened(self, predicate: Predicate, frame: Frame) -> None:
        """مهدداً بشن عملية: what somebody threatens with right before, he would do himself."""
        if predicate.actors or frame.roles.get("subject") != "actor" or not frame.armed:
            return
        governed, head = self.heads.head(predicate)
        warning = next((p for p in self.clauses.predicates if p.type == "warning" and 0 <= head - p.last <= 1), None)
        if warning is not None and governed == "ب":
            predicate.actors = [actor for actor in warning.actors if may_do(actor, frame)]

    def _split_object(self, predicate: Predicate) -> None:
        """إطلاق الفصائل سراح عشرة أسرى, إخلاء النظام سبيل معتقلين: whoever does it stands inside the phrase, its object after it."""
        reach = range(predicate.last, predicate.last + _SPLIT_BY)
        for item in self.clauses.items:
            inside = item.kind == "actor" and item.governor == "genitive" and item.governed_by in reach
            if inside and self.view.tokens[item.governed_by].norm in _FREEDOM:
                self.slots.put(predicate, item, "target", "object of the phrase")
                return

    def _participle(self, predicate: Predicate, frame: Frame) -> None:
        """داعياً موسكو إلى, متهماً أنقرة ب: the subject is that of the nearest verb before it that agrees with it, the object follows."""
        clauses = self.clauses
        verbs = sorted((p for p in clauses.verbs if p < predicate.first and not clauses.relative(p - 1)), reverse=True)
        if predicate.pattern.frame == "speak":
            # قال الوزير إن المعارضة انسحبت، متعهداً ب: what is said goes on with the speaker.
            verbs.sort(key=lambda position: "report" not in clauses.verbs[position].kinds)
        before = [clauses.arguments(position).subject for position in verbs]
        able = [
            subject
            for subject in before
            if subject is not None and subject.kind == "actor" and subject.actors[0].kind not in ("facility", "vehicle", "weapon")
        ]
        # ماكرون متوعداً الأسد: in a headline with no verb, whoever stands before it.
        able += [item for item in clauses.items if item.kind == "actor" and item.last == predicate.first and item.governor == ""]
        subject = next((one for one in able if describes(predicate.form, one)), able[0] if able else None)
        if predicate.type == "accusation" and self.slots.content_follows(predicate.last):
            # الفصائل متهمة بارتكاب انتهاكات: nobody accuses without an object; اعتقل الأمن متهمين بتفجير: they themselves are accused.
            own = next((item for item in clauses.items if item.kind == "actor" and item.actors[0].head == predicate.first), None)
            self.slots.put(predicate, own or subject, "target", "is accused")
            return
        self.slots.put(predicate, subject, frame.roles.get("subject", "actor"), "subject of the main verb")
        if not predicate.actors and self._of_protest(predicate):
            predicate.implied = PROTESTERS
        self._them(predicate, frame)
        for item in clauses.items:
            if any(bare(self.view.tokens[p].norm, COMPLEMENTISERS) for p in range(predicate.last, item.first)):
                break  # محذراً من أن بلاده سترد
            held = item.governor == "genitive" and not predicate.first <= item.governed_by < predicate.last  # بقصف المدنيين
            near = predicate.last <= item.first <= predicate.last + 2 and not held
            if item.kind == "actor" and near and item.governor in ("", "genitive"):
                self.slots.put(predicate, item, frame.roles.get("object", "target"), "object of the participle")
                break

    def _them(self, predicate: Predicate, frame: Frame) -> None:
        """متهماً إياهم ب: whom a pronoun on إيا means, the last before who agrees and does not do it himself."""
        following = self.view.tokens[predicate.last].norm if predicate.last < len(self.view.tokens) else ""
        suffix = following.removeprefix("ايا")
        if suffix == following or suffix not in ("ه", "ها", "هم", "هما", "هن"):
            return
        for item in reversed(self.clauses.items):
            if item.kind == "actor" and item.last <= predicate.first and suffix_agrees(suffix, item.actors):
                if not any(actor in predicate.actors for actor in item.actors):
                    self.slots.put(predicate, item, frame.roles.get("object", "target"), "pronoun on إيا")
                    return

    def _of_protest(self, predicate: Predicate) -> bool:
        """مظاهرات مطالبة برحيل, التظاهرات المنددة ب: whether an act of speech is said of the protest right before it."""
        protests = (p for p in self.clauses.predicates if p.pattern.frame == "crowd")
        return any(0 <= predicate.first - p.last <= 2 and p.definite == predicate.definite for p in protests)

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

    def _forced(self, predicate: Predicate, frame: Frame) -> None:
        """هجوم أجبر القوات على الانسحاب: fighters whom an attack forces to something are its target; ساعد الفصائل على is no force."""
        if predicate.targets or frame.roles.get("object") != "target":
            return
        for verb in self.clauses.verbs.values():
            form = verb.match.value.form
            if form is None or form.lemma not in FORCING:
                continue
            arguments = self.clauses.arguments(verb.index)
            if arguments.subject is not None and arguments.subject.predicate is predicate:
                for item in arguments.objects:
                    if item.kind == "actor" and is_armed(item):
                        self.slots.put(predicate, item, "target", "forced by it to something")

    def _driving(self, predicate: Predicate) -> None:
        """قصفت القوات القرى وأجبرت سكانها على النزوح: fighters who force people to leave drive them out; a strike that does is its cause."""
        ruler = self.clauses.governing_verb(predicate.first) if predicate.pattern.frame == "flee" and not predicate.actors else None
        form = ruler.match.value.form if ruler is not None else None
        if ruler is None or form is None or form.lemma not in FORCING or ruler.voice == "passive":
            return
        subject = self.clauses.arguments(ruler.index).subject
        if subject is not None and subject.kind == "actor" and is_armed(subject) and subject.actors[0] not in predicate.targets:
            self.slots.put(predicate, subject, "actor", "forces them to leave")
        elif subject is None or subject.actors[:1] == predicate.targets[:1]:
            shared = [actor for actor in self.slots.shared_subject(ruler) if actor not in predicate.targets]
            predicate.actors = [actor for actor in shared if actor.kind in STRIKING]

    def _ruled_by_other(self, predicate: Predicate, item: Item) -> bool:
        """Whether the verb that carries a noun of action, or whose aim it is, has another agent than the noun's genitive."""
        if answers(self.view, predicate.first):
            return False  # الجيش يرد على خروقات الفصائل
        governed, head = self.heads.head(predicate)
        ruler = self.clauses.governing_verb(head)
        if ruler is not None and governed == "genitive" and head == ruler.index + 1:
            governed = ""  # تواصل حصار: the imperfect is spelled like a noun
        if ruler is not None and any(
            p.type == "disrupted_weapons" and ruler.index <= p.first < predicate.first for p in self.clauses.predicates
        ):
            return False  # صدت الفصائل هجوم قوات النظام: what is repelled is others' attack
        if ruler is None or self.heads.happens(ruler) or any(ruler.index < p.first < head for p in self.clauses.predicates):
            return False
        if any(self.control.undergoes(p) for p in range(ruler.index, head)):
            # ردا على تعرض البلدة لهجوم القوات
            return False
        if any(p.first == ruler.index and (p.type in ANSWERING or p.type == "criticism") for p in self.clauses.predicates):
            return False  # أدانت باريس استخدام النظام للكلور; رفض النظام طلب المنظمة: what is answered is another's
        words = self.view.lists[ruler.index]
        carries = ruler.kinds & {"light", "aspect", "cue"} or not words.isdisjoint({"control", "object-control"})
        if not (governed in AIMS or governed == "ل" or (carries and governed in ("", "ب", "في", "عن", "علي", "من", "الي"))):
            return False
        subject = self.clauses.arguments(ruler.index).subject
        if "object-control" in words:
            # اتهم ناشطون القوات بحصار الفصائل: who is accused or made to.
            subject = next((one for one in self.clauses.arguments(ruler.index).objects if one.kind == "actor"), None)
        if subject is None and ruler.match.value.form is not None and ruler.match.value.form.person == 1:
            return True  # أنقرة: سنواصل قصف قسد
        if subject is None or subject is item or subject.kind != "actor" or "report" in ruler.kinds:
            return False
        if any("light" in self.view.covered[p] for p in range(max(ruler.index, subject.last) + 1, head)):
            return False  # رداً على تعرض البلدة لهجوم القوات
        apart = head - max(ruler.index, subject.last - 1)
        if (governed == "ل" and apart < 2 and takes_lam(ruler)) or (governed != "ل" and governed not in AIMS and apart > 3):
            # تصدت الفصائل لهجوم القوات: the complement of the verb, not its aim.
            return False
        frame = self.slots.frames[predicate.pattern.frame]
        return all(may_do(actor, frame) and (actor.kind != "official" or not frame.armed) for actor in subject.actors)

    def _upon(self, predicate: Predicate, item: Item) -> bool:
        """طالبت أنقرة موسكو بوقف هجمات النظام على إدلب: whether على right behind the genitive of an attack leads to what is attacked."""
        following = self.view.tokens[item.last + 1].norm if item.last + 1 < len(self.view.tokens) else ""
        upon = self.view.preposition(item.last) == "علي" and not bare(following, _LINES)
        return upon and predicate.pattern.frame in ("attack", "strike-at")

    def _by_another(self, predicate: Predicate, frame: Frame, item: Item) -> bool:
        """Whether an agent phrase follows, whoever acts for this aim is named, or a word before lays the act on somebody else."""
        holds = predicate.pattern.frame == "seize" and self.view.tokens[predicate.first].norm.removeprefix("ال") in _HOLDING
        if not frame.armed or holds or object_follows(self.slots, item) or answers(self.view, predicate.first):
            return False
        end = self.heads.noun_end(predicate)
        if any(
            other.kind == "actor" and other.governor == "agent" and item.last <= other.first < end for other in self.clauses.items
        ):
            return True
        governed, head = self.heads.head(predicate)
        if governed == "ل" or governed in AIMS:
            # أرسلت تركيا تعزيزات لقصف قوات النظام
            before = [
                p for p in self.clauses.predicates if head - _AIM_REACH <= p.first < head and p.pattern.frame in ("send", "move")
            ]
            if any(may_do(actor, frame) and actor not in item.actors for p in before[-1:] for actor in p.actors):
                return True
        controller = self.control.controllers.of(head, frame, governed)
        return (
            controller is not None and controller.kind == "actor" and not any(actor in item.actors for actor in controller.actors)
        )

    def _driven_out(self, item: Item) -> bool:
        """تهجير رافضي التسوية, طرد مقاتلي التنظيم: fighters named right after a noun of driving out, with no object behind them."""
        head = item.actors[0]
        if object_follows(self.slots, item, ("", "ل")):
            return False
        after = self.view.tokens[item.last].norm if item.last < len(self.view.tokens) else ""
        if head.kind == "group" or head.code[:3] == "IMG":
            return after in _OUT_OF  # طرد التنظيم من المدينة
        return head.kind == "force" and (head.counts or head.code[3:6] == "REB" or after in _OUT_OF)

    def _accused(self, predicate: Predicate, item: Item) -> bool:
        """اتهام النظام بقصف البلدة: whoever the content of an accusation follows is accused, unless another object follows."""
        if predicate.type != "accusation":
            # خرجوا لمطالبة الهيئة بالإفراج عنهم, تحريض الأهالي على التظاهر: of whom it is asked
            incited = self.view.tokens[predicate.first].norm.endswith("تحريض")
            return incited or (predicate.proclitics[-1:] == "ل" and self.slots.content_follows(item.last))
        single = predicate.form is not None and predicate.form.number == "s"
        after = self.view.tokens[item.last].norm if item.last < len(self.view.tokens) else ""
        if single and after.removeprefix("ال").startswith("مسوولي"):
            return True  # تحميل تركيا مسؤولية القصف
        return single and self.slots.content_follows(item.last)

    def _second_object(self, predicate: Predicate, frame: Frame, index: int, end: int) -> None:
        """استعادة دمشق المحافظة: once the idafa gave the agent, an ungoverned phrase that follows is the object; استهدافهم المدنيين."""
        if not predicate.actors and not (predicate.enclitic and not predicate.targets):
            return
        if predicate.enclitic and predicate.first and "light" in self.view.covered[predicate.first - 1]:
            return  # بسطت سيطرتها القوات: what follows is the subject of the verb
        for item in self.clauses.items:
            if item.kind == "actor" and index <= item.first < min(end, index + 4) and item.governor == "":
                self.slots.put(predicate, item, frame.roles.get("object", "target"), "object of the verbal noun")
                return
