"""The roles of a predicate as slots that phrases are put into, and what all kinds of roles ask of a phrase."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from eventcode.codebook import Codebook, Frame
from eventcode.frames.agreement import NATIONS, agrees
from eventcode.frames.clauses import Clauses
from eventcode.frames.items import gone_to, leading
from eventcode.frames.model import STRIKE_FRAMES, Item, Predicate
from eventcode.frames.verbs import Verb
from eventcode.mentions import ActorMention, View
from eventcode.mentions.closed import BESIDE, QUOTES, RESUMPTIVE, UNGOVERNING, bare
from eventcode.mentions.kinds import ARMED_KINDS, MACHINE_KINDS, THING_KINDS

# Whoever takes part in a protest, where only the protest is named: مظاهرات طالبت بإسقاط ...
PROTESTERS = "SYRCVL"
MEANS = frozenset({"aircraft", "weapon", "vehicle"})
_FOREMOST = frozenset({"ابرز", "اهم", "اكبر", "اخر", "احد", "اقوي"})
_BODIES = ("جثث", "جثه", "جثتي", "جثام", "رفات")
MUTED = frozenset({"source", "media"})
# What stands before those who are named of several: دول عدة أبرزها تركيا, فصائل منها جيش العزة.
_NAMING = frozenset({"ابرزها", "ابرزهم", "اهمها", "اهمهم", "منها", "منهم", "بينها", "بينهم", "مقدمتها", "راسها", "هي", "هم"})
# Stems of sending forces somewhere.
_SENDING = ("رسل", "رسال", "نشر", "حشد", "استقدم", "ستقدم", "استقدام")
# Acts that no organisation of states does, whatever it says of them.
_BLOWS = frozenset({"chemical_attack", "air_strike", "shelling", "ground_attack", "attack_on_civilians", "ied", "suicide_bomb"})
# Acts with the words of force that organisations do: they bring people out and clear what has not gone off.
_RESCUES = frozenset({"evacuation", "disrupted_weapons"})
# Frames of acts that lead from somewhere: انسحبت قوات من سوريا.
_GOING = frozenset({"move", "flee", "expel", "visit"})
_HOW = frozenset(
    {
        "اقتصاديا",
        "عسكريا",
        "سياسيا",
        "ماليا",
        "دبلوماسيا",
        "جويا",
        "بريا",
        "بحريا",
        "ميدانيا",
        "نهائيا",
        "كليا",
        "جزئيا",
        "حاليا",
        "يوميا",
        "فعليا",
    }
)
_AGAINST = frozenset({"ضد", "بحق"})
_HAD = frozenset({"كان", "كانت", "كانوا", "كانا", "كانتا"})
_USING = frozenset({"ادار", "استخدم", "استعمل", "سيطر", "تمركز", "تحصن", "انتشر", "اتخذ", "شغل", "احتل"})
_COMMANDING = frozenset({"group", "government", "country", "capital", "homeland", "person"})


_SLOGANS = frozenset({"شعارات", "هتافات", "لافتات", "يافطات", "عبارات", "بيانا", "بيانات", "رساله", "تغريده", "مناشير", "منشورات"})
"""What is raised, chanted or issued, and says something in a relative clause without a pronoun."""
_LONG = 6
"""Letters of an unknown word with ب before it: بارتكاب, but not بارز."""


class Slots:
    """Puts phrases of a sentence into the roles of its predicates."""

    def __init__(self, view: View, clauses: Clauses, codebook: Codebook) -> None:
        self.view = view
        self.clauses = clauses
        self.frames = codebook.frames

    def put(self, predicate: Predicate, item: Item | None, role: str, reason: str) -> None:
        """Give the actors of an item a role; places and event nouns give none."""
        if item is None or role not in ("actor", "target") or item.kind != "actor":
            return
        slot, other = predicate.actors, predicate.targets
        if predicate.type == "prisoner_release" and "captives" in self.view.lists[item.actors[0].head]:
            role = "target"  # تبادل الأسرى: who is exchanged does not exchange
        if role == "target":
            slot, other = other, slot
        armed = self.frames[predicate.pattern.frame].armed
        for mention in self._identified(predicate, item):
            if mention in slot or mention in other:
                continue
            if role == "actor" and mention.kind in THING_KINDS and (not mention.code or self._stronghold(mention)):
                continue  # السيطرة على منبج، أبرز معاقل قسد
            if role == "actor" and predicate.type == "mobilization" and self.unnamed(mention) and self._sends(predicate):
                # تواصل تركيا إرسال قوات: who is sent is not who sends.
                continue
            if role == "actor" and armed and self.view.lists[mention.head] & {"dead", "wounded"}:
                continue
            if not armed and "abstract-foes" in self.view.lists[mention.head]:
                continue  # قائمة الإرهاب: only who fights it means those who bear the name
            union = mention.code[:3] == "IGO" and mention.kind != "people"  # but الدول الغربية
            if role == "actor" and armed and union and mention.kind != "force" and predicate.type in _BLOWS:
                continue
            if predicate.pattern.frame == "crowd" and mention.kind == "aircraft":
                # خرجت مسيرات: marches, spelled like drones.
                continue
            if mention.kind in NATIONS and (
                gone_to(self.view, leading(item.actors, mention)) or (role == "target" and self._adjective(mention))
            ):
                continue
            if armed and (
                mention.kind in MUTED or (role == "actor" and mention.code[:3] == "NGO" and predicate.type not in _RESCUES)
            ):
                continue
            if role == "target" and mention.kind in NATIONS and mention.governor in _AGAINST:
                slot.append(mention)  # ضربات ضد دمشق: whom it is aimed at, and not where it strikes
                predicate.why(role, f"{self.view.slice(mention.start, mention.end)}: {reason}")
                continue
            if mention.governor == BESIDE and not mention.code and mention.kind in ARMED_KINDS and slot:
                continue  # القوات بمساندة سلاح الجو: their own
            if armed and role == "target" and mention.kind == "capital":
                predicate.struck.append(mention)
                continue
            whole = predicate.pattern.frame == "seize" and mention.governor in ("", "genitive")  # استعاد معظم أراضي سوريا
            if role == "target" and mention.kind == "country" and (whole or predicate.pattern.frame in STRIKE_FRAMES):
                predicate.struck.append(mention)  # قصفت الطائرات سوريا: where it struck
                continue
            if role == "target" and mention.kind in NATIONS and predicate.pattern.frame in ("die", "flee", "kill"):
                continue  # غادروا دمشق, عمليات إجلاء شهدتها سوريا
            slot.append(mention)
            predicate.why(role, f"{self.view.slice(mention.start, mention.end)}: {reason}")

    def dead(self, item: Item) -> bool:
        """قضى ضابط بغارة, لقي جنديان حتفهما بكمين: whether a verb of dying tells of somebody, who did not do what he died of."""
        deaths = (p for p in self.clauses.predicates if p.pattern.frame == "die")
        return any(actor in death.targets for death in deaths for actor in item.actors)

    def unnamed(self, mention: ActorMention) -> bool:
        """Whether a mention is of forces of which it is not said whose they are: قوات, طائرات حربية."""
        return mention.code == "" and mention.kind in ARMED_KINDS and not mention.definite

    def _sends(self, predicate: Predicate) -> bool:
        """Whether an act of mobilization is one of sending, and not of coming: إرسال, نشر, حشد."""
        norm = self.view.tokens[predicate.first].norm
        return any(stem in norm for stem in _SENDING) and "انتشر" not in norm and "احتشد" not in norm

    def _identified(self, predicate: Predicate, item: Item) -> list[ActorMention]:
        """قوات عدة أبرزها القوات الأمريكية: who is meant by a noun that leaves it open, where an apposition names them."""
        last = item.actors[-1]
        if last.code in ("", "UNK") and self.view.tokens[last.head].norm.lstrip("وبل").startswith(_BODIES):
            whose = next(
                (i for i in self.clauses.items if i.kind == "actor" and 0 <= i.first - last.head <= 2 and i is not item), None
            )
            if whose is not None and whose.governor in ("genitive", "ل", ""):
                # جثث 22 مقاتلاً من الفصائل, جثة لمقاتل: the side of the dead
                return [*item.actors[:-1], attrs.evolve(last, code=whose.actors[0].code)]
        if last.code not in ("", "UNK") or item.last >= len(self.view.tokens):
            return item.actors
        origin = next((other for other in self.clauses.items if other.first == item.last + 1 and other.governor == "من"), None)
        if origin is not None and self.unnamed(last) and predicate.pattern.frame not in _GOING:
            if origin.kind == "actor" and all(actor.kind in NATIONS for actor in origin.actors):
                # نفذت قوات من روسيا وتركيا دوريات
                return [*item.actors[:-1], *origin.actors]
        if self.view.tokens[item.last].text in ("،", ",") and last.pronoun:
            # القوات السورية وحلفاؤها، القوات الروسية والميليشيات: who the allies are.
            allies = next((other for other in self.clauses.items if other.first == item.last + 1 and other.kind == "actor"), None)
            if (
                allies is not None
                and allies.governor == ""
                and all(a.kind in ARMED_KINDS or a.kind == "group" for a in allies.actors)
            ):
                return [*item.actors[:-1], *allies.actors]
        if self.view.tokens[item.last].text == "(":
            # الدول الضامنة (روسيا وتركيا وإيران)
            closing = next((p for p in range(item.last, len(self.view.tokens)) if self.view.tokens[p].text == ")"), item.last)
            named = [
                a
                for other in self.clauses.items
                if other.kind == "actor" and item.last < other.first < closing
                for a in other.actors
            ]
            return [*item.actors[:-1], *named] if named else item.actors
        if last.kind == "facility" and not last.code:
            user = self._user(item)
            if user is not None:
                return [*item.actors[:-1], *user.actors]
        for other in self.clauses.items:
            # 17 جندياً بينهم ضابط: who bears no name tells no more of the others than they do.
            told = other.kind == "actor" and any(actor.code not in ("", "UNK") for actor in other.actors)
            near = told and item.last < other.first <= item.last + 3
            if near and self.view.tokens[other.first - 1].norm.removeprefix("و") in _NAMING:
                return [*item.actors[:-1], *other.actors]
        return item.actors

    def _user(self, item: Item) -> Item | None:
        """قاعدة كان يستخدمها التنظيم, نقاط يتمركز فيها الجيش: whoever uses or holds a building that its relative clause describes."""
        for position in range(item.last, min(item.last + 3, len(self.view.tokens) - 1)):
            verb = self.clauses.verbs.get(position)
            form = verb.match.value.form if verb is not None else None
            if verb is None or form is None or form.lemma not in _USING:
                continue
            if verb.match.enclitic or self.view.tokens[position + 1].norm in RESUMPTIVE:
                subject = self.clauses.arguments(position).subject
                return subject if subject is not None and subject.kind == "actor" and subject.first > position else None
        return None

    def _stronghold(self, mention: ActorMention) -> bool:
        """السيطرة على منبج، أبرز معاقل قسد: whether a mention is what a place is called, and does nothing itself."""
        before = self.view.tokens[mention.first - 1] if mention.first else None
        if before is None or not (before.text in ("،", ",") or before.norm in _FOREMOST):
            return False
        return any("strongholds" in self.view.lists[p] for p in range(mention.first, min(mention.head + 2, mention.last)))

    def _adjective(self, mention: ActorMention) -> bool:
        """الغارات السورية: a country's name with the article is the adjective, unless a preposition stands before it."""
        return not self.view.preposition(mention.first - 1) and (
            self.view.tokens[mention.first].norm.removeprefix("و").startswith("ال") and "nation" in self.view.covered[mention.first]
        )

    def shared_subject(self, verb: Verb) -> list[ActorMention]:
        """The subject of the last verb before a coordinated one that agrees with it (داهمت العناصر منازل واحتجزت ...)."""
        before = self.view.tokens[verb.index - 1].norm if verb.index else ""
        if before in _SLOGANS:
            # رفع المتظاهرون شعارات طالبت بإسقاط ...: those who raise or issue it say it.
            return list(next((item.actors for item in self._subjects_before(verb)), []))
        # المناطق التي سيطروا عليها, النقاط التي خسرها: the pronoun takes up what is described, and the subject was told before.
        told_of = verb.index > 0 and self.clauses.relative(verb.index - 1) and (verb.number == "p" or bool(verb.match.enclitic))
        goes_on = verb.match.analysis.proclitics[:1] in ("و", "ف") or before in ("ثم", "حيث", "كما", "بل")
        if not goes_on and not told_of:
            return self._subject_of_main(verb) if self._when(verb.index) else []
        found = self.subject_before(verb)
        return list(found.actors) if found is not None else []

    def _when(self, index: int) -> bool:
        """بعدما اشتبكوا, قبل أن ينسحبوا: whether a clause of time opens right before a verb."""
        while index and self.view.tokens[index - 1].norm in _HAD:
            index -= 1  # بعدما كانوا اختطفوه
        before = self.view.tokens[index - 1].norm if index else ""
        if before == "ان" and index > 1:
            return self.view.tokens[index - 2].norm.removeprefix("و") in ("بعد", "قبل", "الي", "منذ")
        return before.removeprefix("و") in ("بعدما", "عندما", "حين", "حينما", "لما")

    def _subject_of_main(self, verb: Verb) -> list[ActorMention]:
        """أفشل الحراس محاولة بعدما اشتبكوا: the subject of the verb before a clause of time, unless its object may be meant as well."""
        before = max((p for p in self.clauses.verbs if p < verb.index and self.view.tokens[p].norm not in _HAD), default=-1)
        if before < 0:
            return []
        arguments = self.clauses.arguments(before)
        meant = [
            one for one in (arguments.subject, *arguments.objects) if one is not None and one.kind == "actor" and agrees(one, verb)
        ]
        return list(meant[0].actors) if len(meant) == 1 and meant[0] is arguments.subject else []

    def subject_before(self, verb: Verb) -> Item | None:
        """The subject of the last verb before another one that agrees with it."""
        speaks = any(p.first == verb.index and p.pattern.frame == "speak" for p in self.clauses.predicates)
        for subject in self._subjects_before(verb):
            mute = speaks and all(actor.kind in MACHINE_KINDS for actor in subject.actors)  # تقول موسكو إن طائراتها ضربت، وتتهم
            if agrees(subject, verb) and not mute:
                return subject
        return None

    def _subjects_before(self, verb: Verb) -> Iterator[Item]:
        """The subjects of the verbs before another one, the nearest first, but those of relative clauses after those of main ones."""
        found = []
        for position in sorted((p for p in self.clauses.verbs if p < verb.index), reverse=True):
            arguments = self.clauses.arguments(position)
            if arguments.subject is not None and arguments.subject.kind == "actor":
                if arguments.subject.actors[0].kind == "facility" and arguments.subject.first > position:
                    continue  # داهمت منازل واعتقلت: the houses were raided
                # اشتبكت وحدة مع مجموعات حاولت التسلل، وأحبطت الهجوم: who is only described is no subject of what goes on.
                described = bool(self.clauses.verbs[position].match.enclitic) and self._after_indefinite(position)
                governed = self.clauses.outer_governor(arguments.subject) not in ("", "genitive")
                described = described or (arguments.preposed and (governed or self._of_object(position, arguments.subject)))
                found.append((described, arguments.subject))
        yield from (subject for _, subject in sorted(found, key=lambda pair: pair[0]))

    def _of_object(self, position: int, subject: Item) -> bool:
        """رفعت المندوبة صور أطفال قضوا: whether a verb only describes an indefinite phrase inside the clause of a verb before it."""
        tokens = self.view.tokens
        if subject.last != position or not self._after_indefinite(position) or not subject.first:
            return False
        main = max((p for p in self.clauses.verbs if p < subject.first), default=-1)
        if main < 0 or any(self.clauses.hard[p] or tokens[p].kind == "punct" for p in range(main + 1, subject.first)):
            return False
        doer = self.clauses.arguments(main).subject
        return doer is not None and doer is not subject and doer.kind == "actor" and doer.last <= subject.first

    def _after_indefinite(self, position: int) -> bool:
        """متشددون تدعمهم تركيا: whether a verb stands right after an indefinite phrase."""
        items = (item for item in self.clauses.items if item.kind == "actor" and item.last == position)
        return any(not actor.definite and not actor.owner for item in items for actor in item.actors)

    def content_follows(self, index: int) -> bool:
        """Whether what somebody is accused of stands at a token: ب with a noun (بقصف, بالوقوف, بأنه), not a word that begins with it."""
        while index < len(self.view.tokens) and self.view.tokens[index].text in QUOTES:
            index += 1
        norm = self.view.tokens[index].norm if index < len(self.view.tokens) else ""
        found = [match for matches in self.view.at[index].values() for match in matches] if norm else []
        if norm.startswith(("بال", "بان", "بدعم", "بذلك")) or any(match.analysis.proclitics[-1:] == "ب" for match in found):
            return True
        return not found and norm[:1] == "ب" and len(norm) >= _LONG

    def after_marks(self, index: int) -> int:
        """The token at or after an index past marks of quotation: «جبهة كذا» قائدها."""
        while index < len(self.view.tokens) and self.view.tokens[index].text in QUOTES:
            index += 1
        return index

    def _somebody_s(self, index: int) -> bool:
        """والده, زوجته, أطفالها: whether the word at a token is a noun with a pronoun, and no name (طه, حمزة)."""
        text = self.view.tokens[index].text
        return len(text) > 3 and text.endswith(("ه", "ها")) and not text.endswith("الله")

    def noun_follows(self, item: Item) -> bool:
        """Whether an unknown noun without preposition follows: the object of an active verb."""
        index = self.after_marks(item.last)
        head = item.actors[0]
        if index >= len(self.view.tokens) or self.view.tokens[index].kind != "word" or head.quantity is not None:
            return False
        if head.kind == "force" and head.counts and head.number == "s":
            return False  # القيادي في الهيئة أبو فلان: the name of one man follows his title
        norm = self.view.tokens[index].norm
        if norm in _HOW:
            return False  # معاقبة تركيا اقتصادياً
        if head.kind == "people" and head.number == "s" and head.definite and not head.owner and not self._somebody_s(index):
            return False  # قتل الشاب فلان الفلاني: his name; but قتل الشاب والده
        dated = self.view.dated(index)
        known = self.view.covered[index] & {"cause", "result", "according", "verb", "light", "trigger", "report", "aspect", "cue"}
        absolute = self.view.tokens[head.head].norm.endswith("ون")  # أضرم محتجون النار: in no idafa
        adjective = (norm.startswith("ال") and not absolute) or norm.endswith(("ي", "يه", "ين"))
        return not (
            dated
            or known
            or adjective
            or self.view.preposition(index)
            or (norm[:1] in "وفبل" and not self._munition(index))
            or bare(norm, UNGOVERNING)
            or index in self.clauses.verbs
        )

    def _munition(self, index: int) -> bool:
        """إسقاط المروحيات براميل: whether a munition without a preposition stands at a token."""
        listed = self.view.at[index].get("list", ())
        return any(match.value.ref == "munitions" and not match.analysis.proclitics for match in listed)


def is_armed(item: Item) -> bool:
    """Whether an item denotes those who fight: forces, aircraft, groups, countries."""
    return any(actor.kind in ARMED_KINDS or actor.kind in ("group", "government", "country", "person") for actor in item.actors)


def may_do(actor: ActorMention, frame: Frame) -> bool:
    """Whether an actor may do an act of the frame: things and media do nothing, and only those who command forces fight."""
    if actor.kind in MUTED or (actor.kind in THING_KINDS and actor.kind not in ARMED_KINDS):
        return False
    if frame.armed and actor.code[3:6] in ("CVL", "HLH", "EDU", "REF", "MED"):
        return False  # حافلة أطفال
    if not frame.armed or actor.kind in ARMED_KINDS:
        return True
    return actor.kind in _COMMANDING or (actor.kind == "official" and actor.code[3:6] in ("GOV", "MIL", "REB"))
