"""Whom verbal acts are aimed at, where no word beside them says so: the author of what is judged, refused, accepted or denied."""

from __future__ import annotations

from itertools import pairwise

import attrs

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Item, Predicate
from eventcode.frames.roles.heads import Heads
from eventcode.frames.roles.resumed import act_before, asked_before, conduct_before, resumes
from eventcode.frames.roles.slots import Slots
from eventcode.mentions import ActorMention
from eventcode.mentions.closed import bare
from eventcode.mentions.governors import governor

ANSWERING = frozenset({"consent", "rejection", "denial"})
# Acts that somebody answers: رفضت دمشق طلب موسكو, قبلت العرض التركي, كذبت مزاعم الوزارة.
ANSWERED = frozenset({"appeal", "demand", "proposal", "accusation", "promise", "warning", "investigation", "criticism"})
OWN_FEELINGS = frozenset({"عدم", "خيبه"})
"""First words of judgments that name the judge by a suffix: عدم ثقتها, خيبة أملها."""
ANSWERER = "who answers it"
"""How the reason begins for whom an act is made to that he answers."""
# Acts that are made to whoever answers them.
MADE_TO = frozenset({"appeal", "demand", "proposal", "warning"})
_WITHOUT_STATE = frozenset({"people", "force", "group"})
_JUDGMENTS = frozenset({"criticism", "rejection", "denial"})
_OBJECTS = frozenset({"", "ب", "علي", "ل"})
_HEEDING = frozenset({"تجاهل", "استجاب", "لبي", "رضخ", "امتثل", "انصاع", "اذعن", "اصغي"})
_MOST_HEADS = 3
_REACH = 8
_BEFORE_IT = frozenset({"بعد", "بعدما", "عقب", "اثر", "غداه", "منذ"})
_REACH_OF_THREAT = 12
# سترد على هجوم: what would be answered is what the threatened one does.
_REPLIES = frozenset({"سترد", "سيرد", "سيردون", "سنرد", "ترد", "يرد", "الرد", "بالرد", "برد"})
_CONDITIONS = frozenset({"اذا", "لو", "حال", "حاله"})


class VerbalActs:
    """Gives criticism, consent, rejection and denial their targets."""

    def __init__(self, slots: Slots, heads: Heads) -> None:
        self.slots = slots
        self.view = slots.view
        self.clauses = slots.clauses
        self.heads = heads

    def run(self) -> None:
        """أدان الوزير الهجوم الروسي, نفت دمشق ما أعلنته أنقرة: criticism is of whoever did it, a denial of whoever said it."""
        for predicate in self.clauses.predicates:
            if predicate.type in ANSWERING:
                self._addressed(predicate)
            elif predicate.type in MADE_TO and predicate.pos == "noun" and not predicate.targets:
                self._heeded(predicate)
            if predicate.targets or (predicate.type not in ANSWERING and predicate.type != "criticism"):
                continue
            act = self._object_act(predicate) or (act_before(self.clauses, predicate) if resumes(predicate) else None)
            if act is not None and not act.actors:
                act.actors = asked_before(self.clauses, act)
            about = act is not None and (predicate.type == "criticism" or act.type in ANSWERED)
            if act is not None and about and act.actors and predicate.pos != "participle":
                own = {actor.code for actor in predicate.actors}
                predicate.targets = [_state(actor) for actor in act.actors if actor.code not in own]
                predicate.why("target", f"that of {self.view.slice(act.start, act.end)}, which it is about")
            elif resumes(predicate):
                self._resumed(predicate)
            elif predicate.type != "criticism":
                self.slots.put(predicate, self._said_by(predicate) or self._stated_by(predicate), "target", "said what it is about")
            if not predicate.targets:
                self._adjective_of_conduct(predicate)
            if not predicate.targets and predicate.type == "criticism":
                self.slots.put(predicate, self._judged(predicate), "target", "whom the judgment is about")

    def _addressed(self, predicate: Predicate) -> None:
        """رفض فيلق الرحمن اقتراحاً, لم تستجب دمشق لدعوات أنقرة: whoever answers a request, an offer or a warning is whom it was made to."""
        act = self._object_act(predicate)
        accused = act is not None and act.type == "accusation" and predicate.type == "denial"  # نفت موسكو هذه الاتهامات
        # وافقت الدول على مشروع قرار: what states and bodies of states vote on or refuse is put to all.
        put_to_all = act is not None and act.type == "proposal" and any(a.kind not in _WITHOUT_STATE for a in predicate.actors)
        if act is not None and (accused or act.type in MADE_TO) and not act.targets and not put_to_all:
            act.targets = [actor for actor in predicate.actors if actor not in act.actors]
            if act.targets:
                act.why("target", f"{ANSWERER}: {self.view.slice(predicate.start, predicate.end)}")

    def _heeded(self, predicate: Predicate) -> None:
        """تجاهلت تركيا دعوات من فرنسا, رضخ لمطلب الأهالي: whoever heeds a request or warning or does not is whom it was made to."""
        ruler = self.clauses.governing_verb(predicate.first)
        form = ruler.match.value.form if ruler is not None else None
        if ruler is None or form is None or form.lemma not in _HEEDING or self.heads.head(predicate)[0] not in ("", "ل", "الي"):
            return
        subject = self.clauses.arguments(ruler.index).subject
        if subject is not None and not any(actor in predicate.actors for actor in subject.actors):
            self.slots.put(predicate, subject, "target", "heeds it or not")

    def _judged(self, predicate: Predicate) -> Item | None:
        """قال إن شروط واشنطن لا معنى لها, عدم توصل الروس إلى حل أمر مخيب: the one of whom the clause speaks that passes a judgment."""
        if not predicate.phrase or predicate.pos == "verb" or self.view.tokens[predicate.first].norm in OWN_FEELINGS:
            return None
        start = max((position for position in range(predicate.first) if self.clauses.hard[position]), default=0)
        speaking = {
            actor.start
            for other in self.clauses.predicates
            if other.pattern.frame == "speak" and other.last <= predicate.first
            for actor in other.actors
        }
        for item in self.clauses.items:
            if item.kind == "actor" and start <= item.first and item.last <= predicate.first:
                if item.actors[0].start in speaking:
                    continue  # أدانت موسكو ما سمته "حملة تضليل": whoever judges
                return item if self.clauses.outer_governor(item) in ("", "genitive") else None
        return None

    def _object_act(self, predicate: Predicate) -> Predicate | None:
        """The act that an act of speech is about: its object, or the noun after ب, على or ل, also through nouns before it."""
        for act in self.clauses.predicates:
            if predicate.last <= act.first < self.clauses.right_end(predicate.first, through_relatives=True) and act.pos == "noun":
                if act.enclitic and act.proclitics[:1] == "و" and act.type in _JUDGMENTS:
                    continue  # إدانتها الشديدة ورفضها القاطع للعدوان: both are about the same
                return act if self._is_object(predicate, act) else None
        return None

    def _is_object(self, predicate: Predicate, act: Predicate) -> bool:
        """Whether an act is what is judged: رفضت تأكيد مزاعم الوزارة, إدانته للقصف, رفض طلب موسكو."""
        found, index = self.heads.head(act)
        for _ in range(_MOST_HEADS):
            if found != "genitive":
                break
            index = governor(self.view, index)[1]
            if predicate.first <= index < predicate.last:
                return True
            found = self.clauses.own_preposition(index) or governor(self.view, index)[0]
        return found in _OBJECTS and (found != "ل" or predicate.pos == "noun")

    def _stated_by(self, predicate: Predicate) -> Item | None:
        """رحبت تركيا ببيان موسكو, الإعلان الصادر عن التحالف, قبوله نتائج التقرير الأممي: whose statement or decision it is about."""
        for position in range(predicate.last, min(predicate.last + _REACH, len(self.view.tokens))):
            if self.clauses.hard[position] or position in self.clauses.verbs:
                return None
            if self.view.covered[position] & {"statement", "report"} or "conduct" in self.view.lists[position]:
                return next((item for item in self.clauses.items if self._owns(item, position)), None)
        return None

    def _adjective_of_conduct(self, predicate: Predicate) -> None:
        """رحبت إسرائيل بالقرار الأميركي, نتائج التقرير الأممي: the country whose adjective stands beside a statement or decision."""
        for position in range(predicate.last, min(predicate.last + _REACH, len(self.view.tokens) - 1)):
            if self.clauses.hard[position] or position in self.clauses.verbs:
                return
            if "statement" in self.view.covered[position] or "conduct" in self.view.lists[position]:
                if self._nation(predicate, position + 1):
                    return

    def _resumed(self, predicate: Predicate) -> None:
        """القرار الأميركي رفضته طهران: whose words or conduct stand before the verb and are taken up by its pronoun."""
        found = conduct_before(self.clauses, predicate)
        if isinstance(found, int):
            self._nation(predicate, found)
        else:
            self.slots.put(predicate, found, "target", "whose words or conduct its pronoun takes up")

    def _nation(self, predicate: Predicate, index: int) -> bool:
        """Whether a token is the adjective of a country, which is then the target."""
        nation = self.view.best(index, "nation")
        if nation is None or nation.analysis.proclitics:
            return False
        token = self.view.tokens[index]
        predicate.targets.append(
            ActorMention(
                first=index, last=nation.last, start=token.start, end=token.end,
                code=nation.value.ref.country, name=None, kind="country", head=index,
            )
        )  # fmt: skip
        predicate.why("target", f"{token.text}: adjective of what it is about")
        return True

    def _owns(self, item: Item, index: int) -> bool:
        """Whether an item owns the statement at a token: in its idafa, or after صادر عن."""
        if item.kind != "actor" or item.first <= index:
            return False
        issued = item.governor == "عن" and "صادر" in self.view.tokens[item.first - 2].norm and item.first - index <= _REACH
        return issued or (item.governor == "genitive" and item.governed_by == index)

    def _said_by(self, predicate: Predicate) -> Item | None:
        """The subject of the verb of saying in the relative clause on what is denied: ما أعلنه الجيش, الأنباء التي نشرتها الوكالة."""
        for position in range(predicate.last, min(predicate.last + _REACH, len(self.view.tokens))):
            if self.clauses.hard[position] and self.view.tokens[position].norm != "ما":
                return None
            verb = self.clauses.verbs.get(position)
            if verb is None:
                continue
            before = self.view.tokens[position - 1].norm
            related = self.clauses.relative(position - 1) or before == "ما"
            related = related or (verb.match.enclitic != "" and "statement" in self.view.covered[position - 1])  # أنباء تناقلتها
            return self.clauses.arguments(position).subject if related and verb.kinds & {"report", "verb"} else None
        return None


def threatened(clauses: Clauses, warning: Predicate) -> None:
    """هدد بقصف مواقع الفصائل, سترد إذا قصفت دمشق المدينة: a threat is aimed at whom the act that it tells of would hit, or at whoever
    would do what it depends on.
    """
    own = {actor.code[:3] for actor in warning.actors}
    end = warning.last + _REACH_OF_THREAT
    for act in clauses.predicates:
        if act.sentence != warning.sentence or not warning.last <= act.first < end or act.type == warning.type:
            continue
        between = clauses.tokens[warning.last : act.first]
        if any(bare(token.norm, _BEFORE_IT) for token in between):
            return  # جاء التحذير بعدما قصفت إسرائيل مواقع: what happened before it is not threatened
        condition = any(bare(token.norm, _CONDITIONS) or token.norm in _REPLIES for token in between)
        condition = condition or any(a.norm in ("ان", "ما") and b.norm == "لم" for a, b in pairwise(between))
        aimed = act.actors if condition else act.targets
        warning.targets = [actor for actor in aimed if actor.code and actor.code[:3] not in own]
        if warning.targets:
            warning.why("target", f"that of {clauses.view.slice(act.start, act.end)}, which is threatened or depended on")
            return
        end = act.last + _REACH_OF_THREAT


def _state(actor: ActorMention) -> ActorMention:
    """أدان الغارات الروسية: the adjective names the forces as the actor of the strikes, but the state as whom words are aimed at."""
    return attrs.evolve(actor, code=actor.code[:3]) if actor.kind == "country" and actor.code[3:] == "MIL" else actor
