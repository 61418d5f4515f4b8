"""Roles of verbal nouns through the verb that rules them: light, aspect and control verbs, and their own relative clauses."""

from __future__ import annotations

from eventcode.codebook import Frame
from eventcode.frames.agreement import agrees
from eventcode.frames.model import Item, Predicate
from eventcode.frames.pronouns import CLOSE
from eventcode.frames.roles.aims import aim_noun
from eventcode.frames.roles.controllers import CARRIED, Controllers
from eventcode.frames.roles.heads import MUTUAL, ONLOOKING, TAKING_PART, Heads, feared, foiled, one_sided
from eventcode.frames.roles.idle import idle
from eventcode.frames.roles.slots import MUTED, Slots, is_armed, may_do
from eventcode.frames.roles.together import gathered, other_party
from eventcode.frames.roles.uncharged import counted_breach, only_told, uncharged
from eventcode.frames.roles.verbal import ANSWERED, ANSWERING, MADE_TO
from eventcode.frames.verbs import Verb, answers
from eventcode.mentions import ActorMention
from eventcode.mentions.closed import BESIDE, bare
from eventcode.mentions.governors import governor
from eventcode.mentions.kinds import ARMED_KINDS, THING_KINDS

# Verbs by which somebody escapes what another does: تجنب النظام ضربات.
_ESCAPING = frozenset({"تجنب", "تفادي", "تلافي", "نجا", "افلت"})
_HANDING = frozenset({"قدم", "يقدم", "وجه", "يوجه", "ارسل", "يرسل", "بعث", "يبعث", "سلم", "رفع", "يرفع", "اصدر", "عرض"})
_ESCAPED = frozenset({"نجا", "ينجو", "افلت", "نجي"})
# What ties a noun to an aspect noun before it (استئناف النظام الهجوم, تعرض المطار لقصف); but not إقامة نقاط بموجب الاتفاق.
_UNDER_NOUNS = frozenset({"", "genitive", "ل", "ب", "علي", "من", "في"})
# What may stand between a verb of saying and the attitude that it states (أعلن رفضه, عن رفضه).
_STATED = frozenset({"", "عن", "علي"})
_FIGHTING = frozenset({*ARMED_KINDS, "group", "government", "country"})

_OBSERVING = frozenset(
    ["توثيق", "رصد", "متابعه", "مراقبه", "تسجيل", "احصاء", "دراسه", "تغطيه", "ادانه", "رفض", "مواجهه", "صد", "موضوع", "قضيه", "ملف", "حادث",
     "حادثه"]
)  # fmt: skip
_APART = frozenset(
    {"ازاء", "حيال", "بشان", "بخصوص", "حول", "بعد", "قبل", "خلال", "اثناء", "منذ", "رغم", "وسط", "بسبب", "جراء", "نتيجه"}
)
_STOPPING = frozenset(
    {"احتواء", "انهاء", "تفادي", "تجنب", "فض", "اخماد", "منع", "تهدئه", "تلافي", "خفض", "تخفيف", "تقليص", "كبح", "لجم"}
)
_LED_TO = frozenset({"الي", "عن"})
_LIMITING = frozenset({"حد", "تخفيف", "تقليل", "اقلال", "خفيف"})
_GOING_OUT = frozenset({"خرج", "نزل", "سار", "شارك", "انطلق", "تجمع", "احتشد"})
_CALLING = frozenset({"اطلق", "اطلقت", "يطلق", "تطلق"})
_WORKING = frozenset({"عمل", "عملت", "عملوا", "يعمل", "تعمل", "يعملون"})
_PROVIDING = frozenset({"قضي", "نص", "تضمن", "شمل"})
_DEAL_NOUNS = ("اتفاق", "اتفاقا", "تفاهم", "تفاهما", "اتفاقيه", "صفقه", "مذكره", "تسويه", "بروتوكول", "بروتوكولا")
"""What provides for something, and the verbs of providing."""
_TIMES = frozenset(
    {"يوم", "يومين", "ايام", "اسبوع", "اسبوعين", "اسابيع", "شهر", "شهرين", "اشهر", "ساعه", "ساعات", "سنه", "سنوات", "عام"}
)
_NEAR_VERB = 8
_DESCRIBING = frozenset({"وصف", "يصف", "اعتبر", "يعتبر"})
"""Verbs whose object is only described: وصف السفير الاتهامات بأنها كاذبة."""
_SOME_ONE = frozenset({"احد", "احدي", "ابرز", "اكبر", "اهم", "اقوي"})
"""What begins an apposition to those named last: هجوم شنته على مواقع الحركة أحد مكونات الجبهة."""
_RESUMING = frozenset({"ه", "ها", "هم", "هما"})
"""Pronouns on a verb that take up the noun which its clause describes."""
_IN_WHICH = frozenset({"في", "خلال", "اثر", "عقب", "بعد", "جراء"})


class Control:
    """Gives verbal nouns the actors and targets of what rules them."""

    def __init__(self, slots: Slots, heads: Heads) -> None:
        self.slots = slots
        self.view = slots.view
        self.clauses = slots.clauses
        self.heads = heads
        self.controllers = Controllers(slots)

    def governing(self, predicate: Predicate, frame: Frame) -> None:
        """Roles through the verb that governs the noun: light verbs, aspect heads, control verbs, and relative clauses."""
        clauses, view = self.clauses, self.view
        for verb in clauses.verbs.values():
            if 0 <= verb.index - predicate.last <= CLOSE and not verb.match.analysis.proclitics and not predicate.actors:
                gathered(self.slots, predicate, verb)  # مشاورات ضمت ضباطاً من الأردن وروسيا
            if verb.index >= predicate.last and self._names(verb):
                continue  # عملية أطلق عليها اسم
            if verb.index >= predicate.last and self.heads.own_relative(predicate, verb):
                predicate.verb, predicate.carried = verb.index, True
                if self.heads.happens(verb):
                    gathered(self.slots, predicate, verb)
                    # قصفاً ترافق مع هجوم: the attack is the subject of its relative clause, which names nobody.
                    break
                related = any(clauses.relative(p) for p in range(predicate.last, verb.index))
                if not (verb.match.enclitic or related or self.heads.resumed(verb)):
                    # هجمات نُفذت ضد القوات: a passive relative clause names no agent.
                    break
                arguments = clauses.arguments(verb.index)
                subject = arguments.subject
                apposed = subject is not None and subject.first > verb.index + 1 and view.tokens[subject.first].norm in _SOME_ONE
                if subject is not None and (subject.first < verb.index or subject.kind == "place" or apposed):
                    subject = None
                if subject is None:
                    region = [
                        item
                        for item in clauses.items
                        if item.kind == "actor"
                        and verb.index < item.first < clauses.right_end(verb.index)
                        and clauses.outer_governor(item) == ""
                        and not (apposed and view.tokens[item.first].norm in _SOME_ONE)
                    ]
                    subject = region[0] if region else self._intending(predicate, verb) or self._told_of(verb, frame)
                self._light(predicate, frame, verb, subject)
                return
        if self.heads.laid_to(predicate):
            return
        aspect = self._aspect_noun_before(predicate) if self.heads.head(predicate)[0] in _UNDER_NOUNS else None
        if aspect is not None and (not predicate.actors or self.undergoes(aspect)):
            for item in clauses.items:
                if item.kind == "actor" and aspect < item.first and item.last <= predicate.first and item.governed_by == aspect:
                    if self.undergoes(aspect):
                        # تعرض المطار لهجوم
                        self.slots.put(predicate, item, "target", "genitive of a noun of undergoing")
                    else:
                        self.slots.put(predicate, item, frame.roles.get("subject", "actor"), "agent of the aspect noun")
                    return
        ruler = self._ruler(predicate)
        if ruler is None:
            return
        predicate.verb = ruler.index
        kinds = ruler.kinds
        if self.heads.befell(predicate) and not self.undergoes(ruler.index):
            # تنفي روسيا مقتل جنود, فتحت النيابة تحقيقاً في مقتل لاجئ: nobody does what is told as a death.
            return
        subject = clauses.arguments(ruler.index).subject
        predicate.carried = bool(kinds & {"light", "aspect", "result", "report"}) or (
            subject is not None and subject.predicate is predicate
        )
        words = view.lists[ruler.index]
        if self.heads.head(predicate)[0] == "علي" and view.tokens[ruler.index].norm.lstrip("وف") in _WORKING:
            words = words | {"control"}  # تعمل الفرق على إخلاء الجرحى
        if any(other.first == ruler.index for other in clauses.predicates):
            # A verb that reports an act of its own (حققت اللجنة في هجوم) carries no other noun's.
            kinds = kinds - {"light"}
        if ruler.match.enclitic in _RESUMING and ruler.index < predicate.first and self.heads.head(predicate)[0] in _LED_TO:
            kinds = kinds - {"light"}  # الحملة التي يشنها النظام أدت إلى نزوح: the verb carries what its pronoun takes up
        if predicate.pattern.frame != "speak":
            words = words - {"judging"}
        governed_by_ba = predicate.proclitics[-1:] == "ب" and predicate.pattern.frame == "attack" and not predicate.actors
        if governed_by_ba and not kinds & {"light", "aspect", "cue", "report", "trigger"}:
            # أسندت المدفعية الهجوم بقصف: what the subject does it with.
            subject = clauses.arguments(ruler.index).subject
            if subject is not None and subject.kind == "actor" and all(a.kind in _FIGHTING for a in subject.actors):
                self.slots.put(predicate, subject, "actor", "subject of the verb that it is done with")
            return
        lemma = ruler.match.value.form.lemma if ruler.match.value.form is not None else ""
        if (
            (("report" in kinds and lemma not in _DESCRIBING) or lemma == "عبر")
            and predicate.pattern.frame == "speak"
            and not predicate.actors
            and (self.heads.head(predicate)[0] in _STATED or (predicate.type == "accusation" and predicate.phrase))
        ):
            # أكد الوزير رفض الاتفاق, أعلنت الفصائل عن قبول الهدنة: who states what he thinks of it.
            subject = clauses.arguments(ruler.index).subject
            near = not self._another_between(ruler.index, predicate)
            if near and subject is not None and subject.kind == "actor" and subject.actors[0].kind not in MUTED:
                self.slots.put(predicate, subject, frame.roles.get("subject", "actor"), "states it")
                return
        if (
            predicate.pattern.frame == "crowd"
            and lemma in _GOING_OUT
            and not predicate.actors
            and self.heads.head(predicate)[0] in ("ب", "في")
        ):
            subject = clauses.arguments(ruler.index).subject
            if subject is not None and subject.kind == "actor" and subject.actors[0].kind == "people":
                self.slots.put(predicate, subject, "actor", "goes out in it")
                return
        if self._escaped(predicate, frame, ruler, subject):
            self.slots.put(predicate, subject, "target", "escapes it")
            return
        near = self.heads.head(predicate)[0] in ("", "genitive", "عن", "الي", "علي", "ب")
        if near and other_party(self.slots, predicate, ruler, subject):
            return
        if not kinds & {"light", "aspect", "cue", "result"} and not words & {"control", "joining", "judging", "object-control"}:
            return
        if "report" in kinds and "control" in words and self.heads.head(predicate)[0] in _IN_WHICH:
            return  # أقرت أنقرة بمقتل جنود في غارات: who admits something did that, and not what it happened in
        judging = [p.type for p in clauses.predicates if p.first == ruler.index or (p.pos == "noun" and p.last == predicate.first)]
        told_of = "rejection" in judging and self.heads.head(predicate)[0] in ("عن", "حول", "بشان")
        if frame.armed and ("criticism" in judging or told_of):
            # أدانت تونس استخدام السلاح, طلبت إدانة الهجوم, رفضت تقريراً عن استخدام السلاح
            return
        if predicate.pattern.after == "place":
            # بدأ المقاتلون الخروج من البلدة المحاصرة: what tells of a place is not carried by the verb.
            return
        arguments = clauses.arguments(ruler.index)
        if "light" in kinds or "aspect" in kinds:
            if self.heads.head(predicate)[0] not in CARRIED or self._observed(predicate, ruler) or self._later(predicate):
                return
            if answers(view, predicate.first) or only_told(view, predicate):
                predicate.carried = False
                return
            subject = arguments.subject
            if subject is not None and subject.predicate is predicate:
                gathered(self.slots, predicate, ruler)
                return
            if (
                predicate.definite
                and not predicate.proclitics
                and governor(view, predicate.first)[0] == ""
                and self._another_between(ruler.index, predicate)
            ):
                # واصلت القوات حصار البلدة المحاصرة: the verb carries the noun that follows it, not one in its phrase.
                return
            self._light(predicate, frame, ruler, subject)
        elif (self.heads.agreed_on(predicate) and frame.roles.get("subject") == "actor") or self._beside_it(
            predicate, frame, ruler
        ):
            return
        elif (
            not (_beings(predicate) if frame.roles.get("subject") == "target" else predicate.actors)
            or ("control" in words and one_sided(predicate))
            or self._joined(predicate, ruler)
        ):
            subject = arguments.subject
            if subject is not None and subject.predicate is predicate:
                return
            objects = [item for item in arguments.objects if item.kind == "actor"]
            cue = view.best(ruler.index, "cue")
            prevents = cue is not None and cue.value.ref.status == "negated"
            if objects and governor(view, predicate.first)[0] == "في" and self._looked_into(ruler.index, predicate):
                return  # طالب الشرطة بالتحقيق في القصف: who is to look into it did not do it
            if ("object-control" in view.lists[ruler.index] or prevents) and objects:
                self.slots.put(predicate, objects[0], frame.roles.get("subject", "actor"), "object of a verb of causing")
            elif self._another_s(predicate, ruler):
                predicate.carried = True
            elif "object-control" in words and "control" not in words:
                forced = arguments.preposed and subject is not None and subject.kind == "actor" and not arguments.objects
                if forced and frame.roles.get("subject") == "target":
                    # مدنيون أُجبروا على الفرار
                    self.slots.put(predicate, subject, "target", "subject of a verb of forcing")
                return
            elif cue is not None and cue.value.ref.id in ONLOOKING and frame.armed and predicate.pattern.frame != "clash":
                form = ruler.match.value.form
                if form is not None and form.lemma in _ESCAPING:
                    self.slots.put(predicate, subject, frame.roles.get("object", "none"), "escapes it")
            elif subject is not None and subject.kind == "actor":
                self.slots.put(predicate, subject, frame.roles.get("subject", "actor"), "subject of the governing verb")
            elif arguments.dropped:
                predicate.dropped = True
                predicate.shared = self.slots.shared_subject(ruler)

    def _made_to(self, predicate: Predicate, verb: Verb, subject: Item) -> None:
        """قدمت بلجيكا إلى مجلس الأمن مشروع قرار, وجه الأهالي للهيئة نداء: to whom it is said may stand before the noun of speech."""
        form = verb.match.value.form
        hands_over = form is not None and form.lemma in _HANDING and not verb.match.enclitic
        if predicate.pattern.frame != "speak" or predicate.targets or not hands_over:
            return
        for item in self.clauses.items:
            told = item.kind == "actor" and item.governor in ("الي", "ل") and subject.last <= item.first
            if told and verb.index < item.first and item.last <= predicate.first:
                self.slots.put(predicate, item, "target", "to whom it is made")
                return

    def _escaped(self, predicate: Predicate, frame: Frame, ruler: Verb, subject: Item | None) -> bool:
        """نجا وزير من محاولة اغتيال: whether people are said to have escaped an act that befalls people."""
        form = ruler.match.value.form
        if subject is None or subject.kind != "actor" or form is None or form.lemma not in _ESCAPED or predicate.targets:
            return False
        apart = predicate.first - subject.last
        return frame.armed and frame.roles.get("object") == "target" and predicate.pos == "noun" and 0 < apart <= _NEAR_VERB

    def _names(self, verb: Verb) -> bool:
        """أطلق عليها اسم: whether a verb only tells what something is called."""
        words = [token.norm for token in self.view.tokens[verb.index : verb.index + 2]]
        named = len(words) == 2 and words[0] in _CALLING and words[1] in ("عليها", "عليه")
        return named and not any(item.kind == "actor" and item.first == verb.index + 2 for item in self.clauses.items)

    def _ruler(self, predicate: Predicate) -> Verb | None:
        """The verb that governs a noun; of a deal that another one provides for, the verb of that one (توصلا إلى اتفاق يقضي بهدنة)."""
        ruler = self.clauses.governing_verb(predicate.first)
        form = ruler.match.value.form if ruler is not None else None
        describes = ruler is not None and (bool(ruler.match.enclitic) or self.clauses.relative(ruler.index - 1))
        describes = describes or (form is not None and form.lemma == "كان")
        if ruler is not None and describes and self.heads.head(predicate)[0] == "ل":
            # تعرض رتل كان متجهاً إلى سراقب لغارة, تعرضت مشاف تدعمها المنظمة لقصف: a clause about the undergoer stands between.
            outer = max((p for p in self.clauses.verbs if p < ruler.index), default=-1)
            between = any(self.clauses.hard[p] for p in range(outer + 1, ruler.index))
            if outer >= 0 and not between and self.undergoes(outer) and ruler.index - outer <= CLOSE:
                return self.clauses.verbs[outer]
        if ruler is not None and form is not None and form.lemma in _PROVIDING and predicate.pattern.frame in MUTUAL:
            if self.view.tokens[ruler.index - 1].norm.endswith(_DEAL_NOUNS):
                return self.clauses.governing_verb(ruler.index) or ruler
        return ruler

    def launched(self, predicate: Predicate) -> bool:
        """Whether a light verb with a subject of its own carries the noun: شن الجيش غارات, نصب مسلحون كميناً."""
        ruler = self.clauses.governing_verb(predicate.first)
        if (
            ruler is None
            or "light" not in ruler.kinds
            or ruler.match.enclitic
            or ruler.voice == "passive"
            or self.heads.happens(ruler)
        ):
            return False
        subject = self.clauses.arguments(ruler.index).subject
        return subject is not None and subject.kind == "actor" and is_armed(subject) and self.heads.head(predicate)[0] == ""

    def _later(self, predicate: Predicate) -> bool:
        """شنت غارات بعد ثلاثة أيام على هجوم, من: what something is so many days after is not carried by the verb of it."""
        found, head = self.heads.head(predicate)
        return found in ("علي", "من") and head > 1 and self.view.tokens[head - 2].norm in _TIMES

    def _observed(self, predicate: Predicate, verb: Verb) -> bool:
        """واصلت المنظمة توثيق استخدام السلاح: what is done to others' acts is not doing them."""
        governed, index = self.heads.head(predicate)
        observed = governed == "genitive" and bare(self.view.tokens[index - 1].norm, _OBSERVING) != ""
        return observed or counted_breach(predicate, verb, self.clauses.predicates)

    def _beside_it(self, predicate: Predicate, frame: Frame, verb: Verb) -> bool:
        """حاول وسطاء احتواء الاقتتال, نفت لجوءها إلى القوة في معارك: what is to be stopped, and what is only the time of what is denied."""
        governed, head = self.heads.head(predicate)
        if governed in _APART and not (governed == "خلال" and aim_noun(self.view, head)):
            return True
        if not frame.armed:
            return False
        if governed == "في" and any(p.first == verb.index and p.type == "denial" for p in self.clauses.predicates):
            return not self.view.tokens[head - 2].norm.startswith(TAKING_PART)
        of_others = foiled(self.clauses.predicates, predicate) or uncharged(self.view, predicate)  # توعد بالرد على أي هجوم
        if of_others or feared(self.view, verb.index, predicate.first):
            return True
        if governed == "من" and head > 1 and self.view.tokens[head - 2].norm.lstrip("وبل").removeprefix("ال") in _LIMITING:
            return True  # اتفقتا على الحد من القتال
        return governed == "genitive" and bare(self.view.tokens[head - 1].norm.removeprefix("ل"), _STOPPING) != ""

    def _joined(self, predicate: Predicate, verb: Verb) -> bool:
        """شاركت الطائرات في قصفه للبلدة: the subject of a verb of taking part is a further agent of the act that follows with في."""
        if "joining" not in self.view.lists[verb.index] or self._another_between(verb.index, predicate):
            return False
        return self.heads.head(predicate)[0] in ("في", "ب")

    def _another_s(self, predicate: Predicate, verb: Verb) -> bool:
        """أدان الوزير الهجوم, رفضت موسكو التحذير, نفت دمشق الاتهامات: whether a verb judges or answers what another did or said."""
        kind = next((p.type for p in self.clauses.predicates if p.first == verb.index), "")
        said = not predicate.enclitic and predicate.type in (ANSWERED if predicate.definite else MADE_TO)
        # رفضت الفصائل الاتفاق: a deal between others
        said = said or (predicate.definite and not predicate.enclitic and predicate.pattern.frame in MUTUAL and kind == "rejection")
        return kind == "criticism" or (kind in ANSWERING and said)

    def _light(self, predicate: Predicate, frame: Frame, verb: Verb, subject: Item | None) -> None:
        """What the subject of a light or aspect verb is to the event noun: agent, undergoer, or the event itself."""
        function = ""
        found = [name for name in verb.functions(self.view) if name]
        if found:
            # تجري is of جرى and of أجرى: with forces as its subject it is the second. بدأ المقاتلون, بدأ الهجوم: both.
            actor = subject is not None and subject.kind == "actor"
            # موسكو ترد بقصف, وردت القوات بقصف: of ردّ, and not of ورد, though that is all that the dictionary has for the second.
            done_with = predicate.proclitics[-1:] == "ب"
            able = subject is not None and (is_armed(subject) or done_with)
            agent = actor and ("aspect" in verb.kinds or ("agent" in found and able) or (done_with and "event" in found))
            function = "agent" if agent else found[0]
        function = function or "agent"
        if subject is None and function == "agent":
            subject = self.controllers.of_verb(verb, frame)  # كي تواصل قصف البلدة: whom the word before lets do it
        if subject is None and one_sided(predicate):
            # قال الوزير إنه يجري حواراً مع موسكو: the last subject of the sentence that agrees is the other party.
            subject = self.slots.subject_before(verb)
        if subject is None and function == "undergoer":
            # كان المدنيون نائمين عندما تعرضوا لقصف: a plural verb has people for its subject, the last before that agrees.
            subject = self.slots.subject_before(verb) if verb.number == "p" else None
        if subject is None:
            predicate.dropped = function == "agent" and verb.voice != "passive" and (not predicate.actors or one_sided(predicate))
            predicate.shared = self.slots.shared_subject(verb) if predicate.dropped else []
            return
        if idle(self.slots, predicate, frame, subject, function):
            return
        if function == "agent" and verb.voice != "passive" and (not predicate.actors or one_sided(predicate)):
            self.slots.put(predicate, subject, frame.roles.get("subject", "actor"), "subject of the light verb")
            self._made_to(predicate, verb, subject)
            for item in self.clauses.items:
                beside = item.governor in (BESIDE, "مع") and frame.roles.get(item.governor) == "actor"
                # شنت أنقرة مع فصائل سورية هجوما: who does it with the subject.
                beside = beside or (
                    item.governor == "مع" and predicate.pattern.frame == "attack" and item.first == subject.last + 1
                )
                if beside and verb.index < item.first < predicate.first:
                    # سيّرت القوات التركية بمشاركة القوات الروسية دورية, توصلت الحكومة مع الفصائل إلى هدنة
                    self.slots.put(predicate, item, "actor", "together with the subject")
        elif function == "undergoer":
            if frame.roles.get("passive") == "target" or frame.roles.get("object") == "target":
                self.slots.put(predicate, subject, "target", "subject of a verb of undergoing")

    def passive(self, predicate: Predicate, frame: Frame) -> None:
        """الهجوم نُفذ من قبل القوات: the agent phrase after a passive light verb that has the noun for its subject."""
        if predicate.actors or frame.roles.get("subject") != "actor":
            return
        for verb in self.clauses.verbs.values():
            if not predicate.last <= verb.index <= predicate.last + _NEAR_VERB or not verb.kinds & {"light", "aspect"}:
                continue
            subject = self.clauses.arguments(verb.index).subject
            if subject is None or subject.predicate is not predicate:
                continue
            for item in self.clauses.items:
                if (
                    item.kind == "actor"
                    and item.governor == "agent"
                    and verb.index < item.first < self.clauses.right_end(verb.index)
                ):
                    predicate.targets = [target for target in predicate.targets if target not in item.actors]
                    self.slots.put(predicate, item, "actor", "agent of the passive verb")
                    return

    def _intending(self, predicate: Predicate, verb: Verb) -> Item | None:
        """هجوم كانت القوات تعتزم شنه: the subject of the verb of intent between an act and the light verb that takes it up."""
        between = [p for p in self.clauses.verbs if predicate.last <= p < verb.index]
        subject = self.clauses.arguments(max(between)).subject if between else None
        return subject if subject is not None and subject.kind == "actor" else None

    def _told_of(self, verb: Verb, frame: Frame) -> Item | None:
        """تحدث الجيش عن العملية التي ينفذها: a relative clause that names nobody is about the subject before it, else the last who agrees."""
        if verb.voice == "passive" or verb.match.enclitic not in _RESUMING:
            return None
        found = self.slots.subject_before(verb)
        if found is not None and all(may_do(actor, frame) for actor in found.actors):
            return found
        for item in reversed(self.clauses.items):
            if item.kind == "actor" and item.last < verb.index and agrees(item, verb):
                if all(may_do(actor, frame) for actor in item.actors):
                    return item
        return None

    def _aspect_noun_before(self, predicate: Predicate) -> int | None:
        """Token of the aspect noun in whose idafa the predicate stands: تصعيد القصف, استئناف النظام الهجوم."""
        position = predicate.first - 1
        steps = 0
        while position >= 0 and steps < 12:
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

    def _another_between(self, index: int, predicate: Predicate) -> bool:
        return any(other.pos != "verb" and index < other.first < predicate.first for other in self.clauses.predicates)

    def _looked_into(self, index: int, predicate: Predicate) -> bool:
        return any(p.type == "investigation" and index < p.first < predicate.first for p in self.clauses.predicates)

    def undergoes(self, index: int) -> bool:
        """Whether a light word at a token has whoever suffers an act beside it: تعرض."""
        return any(match.value.ref == "undergoer" for match in self.view.at[index].get("light", ()))


def _beings(predicate: Predicate) -> list[ActorMention]:
    """اضطروا إلى ترك منازلهم: those whom an act befalls, and not what is left."""
    return [target for target in predicate.targets if target.kind not in THING_KINDS]
