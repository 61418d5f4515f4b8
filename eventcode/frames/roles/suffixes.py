"""Pronoun suffixes on verbal nouns and on the nouns that carry them: غاراتهما, بعد شنها هجمات."""

from __future__ import annotations

import attrs

from eventcode.codebook import Frame
from eventcode.frames.agreement import suffix_agrees
from eventcode.frames.model import Item, Predicate
from eventcode.frames.roles.heads import ONLOOKING, Heads
from eventcode.frames.roles.slots import MUTED, Slots, may_do
from eventcode.frames.verbs import Verb
from eventcode.mentions import ActorMention
from eventcode.mentions.governors import governor
from eventcode.mentions.kinds import ARMED_KINDS, MACHINE_KINDS
from eventcode.patterns import Match

_PEOPLE = frozenset({"people", "person", "official"})
_DRIVING = frozenset({"expel", "drive-out", "combat", "purge"})
_ENDINGS = ("هما", "هم", "ها", "ه")
ANSWERS = frozenset({"ردا", "رد", "الرد", "للرد"})
_PROVIDING = ("تزويد", "امداد", "تسليح", "تجهيز", "تمويل")
_ASKING = frozenset({"appeal", "demand"})
_CIRCUMSTANCES = frozenset({"بعد", "قبل", "عقب", "قبيل", "اثر", "خلال", "اثناء", "لدي", "في", "منذ", "فور", "رغم", "مع"})
"""What governs a noun of action that tells when something else took place."""
_SUFFIXED = frozenset({"", "genitive", "agent", "ل"})
_DOERS = frozenset({"agent", "يد"})
"""What introduces whoever does it, so that the suffix is what it is done to: بعد قصفها من قبل, سقوطها بيد."""


class Suffixes:
    """Puts whoever a pronoun suffix means into the role of a verbal noun that the genitive would have."""

    def __init__(self, slots: Slots, heads: Heads) -> None:
        self.slots = slots
        self.view = slots.view
        self.clauses = slots.clauses
        self.heads = heads

    def fill(self, predicate: Predicate, frame: Frame, suffix: str, end: int) -> None:
        """غاراتهما, شنها هجمات: the suffix takes up the nearest actor before it that agrees in number and gender."""
        role = self._role_of_suffix(predicate, frame)
        own = predicate.enclitic if not predicate.phrase else self.of_phrase(predicate)
        if role == "target" and not predicate.enclitic and not self.of_phrase(predicate) and self._carried_by_doer(predicate):
            role = frame.roles.get("subject", "none")  # قيامها بحملة اعتقالات
        elif role == "target" and (own or not predicate.phrase) and not self._done(predicate):
            if own and predicate.pattern.frame != "give":
                self._sufferer(predicate, suffix)
            elif own and any(stem in self.view.tokens[predicate.first].norm for stem in _PROVIDING):
                self._provided(predicate, suffix)
            return
        if role == "none" or any(item.governor in _DOERS and predicate.last <= item.first < end for item in self.clauses.items):
            return
        before = [item for item in reversed(self.clauses.items) if item.kind == "actor" and item.last <= predicate.first]
        before.sort(
            key=lambda item: item.governor != "" if role == "target" else self.clauses.outer_governor(item) not in _SUFFIXED
        )
        doers = self._answered(predicate) if role == "actor" else []
        before.sort(key=lambda item: any(actor in doers for actor in item.actors))
        if frame.id == "speak" and predicate.first and "report" in self.view.covered[predicate.first - 1]:
            # معلنة رفضها: whoever says it
            said = [self.clauses.arguments(v).subject for v in self.clauses.verbs if v < predicate.first]
            before.sort(key=lambda item: item not in said)
        for item in before:
            actors = item.actors
            if role == "actor" and actors[0].kind == "facility" and actors[0].owner is not None:
                # دمرت مقرات للمسلحين ردا على استهدافهم المدنيين: buildings do nothing, those whose they are do.
                actors = [actors[0].owner]
            open_number = actors is not item.actors and suffix == "هم" and actors[0].gender == "both"
            if actors[0].kind in MUTED or not (open_number or suffix_agrees(suffix, actors)):
                continue
            named_for_place = actors[0].kind == "capital" and item.governor not in ("", "agent")
            able = not named_for_place and all(may_do(actor, frame) for actor in actors)
            if role == "target" or not frame.armed or able:
                self.slots.put(predicate, attrs.evolve(item, actors=actors), role, "pronoun suffix")
                return
        main = self._main_subject(predicate, suffix) if role == "actor" else None
        if main is not None and all(may_do(actor, frame) for actor in main.actors):
            self.slots.put(predicate, main, role, "pronoun suffix, before the subject that it means")

    def _main_subject(self, predicate: Predicate, suffix: str) -> Item | None:
        """وإثر انسحابها من البلدة، أعلنت الفصائل: whom a pronoun in a circumstance that opens the sentence means, where he agrees."""
        found, head = self.heads.head(predicate)
        if found not in _CIRCUMSTANCES and governor(self.view, head - 1)[0] not in _CIRCUMSTANCES:
            return None
        verb = min(self.clauses.verbs, default=-1)
        if verb < predicate.last or self.clauses.relative_in(predicate.last, verb):
            return None
        subject = self.clauses.arguments(verb).subject
        if subject is None or subject.kind != "actor" or any(actor.kind in MUTED | MACHINE_KINDS for actor in subject.actors):
            return None
        return subject if suffix_agrees(suffix, subject.actors) else None

    def _sufferer(self, predicate: Predicate, suffix: str) -> None:
        """القيادي ... بعد اعتقاله, سيتم إجلاؤهم: the pronoun of what befalls people is the nearest of them that agrees."""
        ruler = self.clauses.governing_verb(predicate.first)
        doer = self.clauses.arguments(ruler.index).subject if ruler is not None and not self.heads.happens(ruler) else None
        for item in reversed(self.clauses.items):
            if item.kind != "actor" or item.last > predicate.first or (item is doer and self._does(predicate, ruler)):
                continue
            head = item.actors[0]
            fighting = predicate.pattern.frame in _DRIVING and (head.kind in ARMED_KINDS or head.kind == "group")  # بعد طرده, دحرها
            if (head.kind in _PEOPLE or (head.kind == "force" and head.counts) or fighting) and suffix_agrees(suffix, item.actors):
                self.slots.put(predicate, item, "target", "pronoun suffix")
                return

    def _provided(self, predicate: Predicate, suffix: str) -> None:
        """وعدت الفصائل بتزويدها بالصواريخ: whom arms or goods are given to, the nearest before who agrees."""
        ruler = self.clauses.governing_verb(predicate.first)
        asks = ruler is not None and any(p.first == ruler.index and p.type in _ASKING for p in self.clauses.predicates)
        asked = self.clauses.arguments(ruler.index).objects if ruler is not None and asks else ()
        for item in reversed(self.clauses.items):
            if item.kind != "actor" or item.last > predicate.first or item in asked or (asks and item.governor == "من"):
                continue  # دعت تركيا الناتو إلى إمدادها: whoever asks gets it
            if suffix_agrees(suffix, item.actors):
                self.slots.put(predicate, item, "target", "pronoun suffix")
                return

    def _does(self, predicate: Predicate, ruler: Verb | None) -> bool:
        """Whether the subject of the ruling verb does what the noun says: يعاود استهدافه, قام باعتقاله."""
        controls = ruler is not None and (ruler.kinds & {"light", "aspect", "cue"} or "control" in self.view.lists[ruler.index])
        return bool(controls) and self.heads.head(predicate)[0] in ("", "ب", "ل", "من", "علي", "الي", "عن")

    def _answered(self, predicate: Predicate) -> list[ActorMention]:
        """ردا على قصفها القاعدة: those who did the act that answers another did not do that one."""
        head = self.heads.head(predicate)[1]
        if head < 2 or self.view.tokens[head - 1].norm != "علي" or self.view.tokens[head - 2].norm.removeprefix("و") not in ANSWERS:
            return []
        earlier = [other for other in self.clauses.predicates if other.first < head - 2]
        return earlier[-1].actors if earlier else []

    def of_phrase(self, predicate: Predicate) -> str:
        """خروجهم: the pronoun of a noun that stands in the dictionary with it."""
        norm = self.view.tokens[predicate.first].norm
        one = predicate.phrase and predicate.last - predicate.first == 1 and predicate.pattern.frame == "flee"
        return next((suffix for suffix in ("هما", "هم", "ها") if one and norm.endswith(suffix) and len(norm) > 5), "")

    def before(self, predicate: Predicate) -> str:
        """بعد شنها هجمات, في طريقهم للسيطرة, عزمه إجلاء: the suffix of the noun that carries or controls a noun of action."""
        governed, head = self.heads.head(predicate)
        index = head - 1 if governed in ("", "ب", "ل") and not self.view.preposition(head - 1) else head - 2
        if index < 0:
            return ""
        if predicate.pattern.frame == "crowd":
            return ""
        carrying = [match for kind in ("light", "aspect") for match in self.view.at[index].get(kind, ())]
        carrying += [match for match in self.view.at[index].get("cue", ()) if _intended(match)]
        carrying += [match for match in self.view.at[index].get("list", ()) if match.value.ref == "control"]
        phrase = self.view.best(index - 1, "cue") if index else None
        if phrase is not None and phrase.last == index + 1 and phrase.value.ref.status in ("attempted", "future"):
            # في طريقهم للسيطرة: the suffix of the last word of a set phrase.
            return next((suffix for suffix in _ENDINGS if self.view.tokens[index].norm.endswith(suffix)), "")
        nouns = [match for match in carrying if match.value.form is not None and match.value.form.pos == "noun" and match.enclitic]
        return nouns[0].enclitic if nouns else ""

    def _carried_by_doer(self, predicate: Predicate) -> bool:
        """قيامها ب, شنه: whether the noun before, which has the pronoun, is a light one whose subject does the act."""
        head = self.heads.head(predicate)[1]
        found = (match for p in (head - 1, head - 2) if p >= 0 for match in self.view.at[p].get("light", ()) if match.enclitic)
        return any(match.value.ref == "agent" for match in found)

    def _role_of_suffix(self, predicate: Predicate, frame: Frame) -> str:
        """What a suffix is to a verbal noun: as a rule what the genitive of those who fight is to it."""
        role = frame.roles.get("genitive-armed", "none")
        if self._done(predicate):
            # يتم قصفهم, جرى اعتقاله: whoever the suffix means suffers it.
            return frame.roles.get("object", "none")
        if role == "target" and frame.roles.get("subject") == "actor" and self._object_after(predicate):
            # استهدافها مواقع: with an object after it the suffix is the agent.
            return "actor"
        if role == "actor" and predicate.pattern.frame == "expel" and not self._object_after(predicate):
            # إخلاؤها, طردهم: with nobody after it the suffix is whom it drives out.
            return frame.roles.get("object", "none")
        return role

    def _done(self, predicate: Predicate) -> bool:
        """Whether a verb right before the noun says that it was done: يتم قصفهم."""
        ruler = self.clauses.governing_verb(predicate.first)
        return ruler is not None and ruler.index == predicate.first - 1 and self.heads.happens(ruler)

    def _object_after(self, predicate: Predicate) -> bool:
        """Whether an object stands right after a verbal noun with a suffix: ungoverned, after ل, or in the accusative."""
        index = predicate.last
        if index >= len(self.view.tokens):
            return False
        token = self.view.tokens[index]
        noun = token.kind == "word" and (token.text.endswith(("اً", "ًا", "ا")) or token.norm.startswith("لل"))
        return noun or any(item.first == index and item.governor in ("", "ل") for item in self.clauses.items)


def _intended(match: Match) -> bool:
    """Whether a cue is of what its subject tries or plans (محاولاتهم, خططها), and not of what others may do to it (مخاوفهم)."""
    cue = match.value.ref
    return cue.status in ("attempted", "future") and cue.id not in ONLOOKING
