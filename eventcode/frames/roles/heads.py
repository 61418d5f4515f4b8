"""What stands above a verbal noun: what governs it, nouns that carry it on, and the verb of its own relative clause."""

from __future__ import annotations

from collections.abc import Sequence

from eventcode.frames.clauses import Clauses
from eventcode.frames.items import governed
from eventcode.frames.model import Predicate
from eventcode.frames.verbs import Verb
from eventcode.mentions import View
from eventcode.mentions.closed import BESIDE, RESUMPTIVE, bare
from eventcode.mentions.governors import governor

# Acts that those who agree to them leave to others: وافقت الفصائل على إجلاء المدنيين.
_BY_OTHERS = frozenset({"evacuation", "prisoner_release"})
_AGREEING = frozenset({"consent", "agreement", "ceasefire", "negotiation"})
MUTUAL = frozenset({"mutual", "patrol"})
# Nouns that hand on the verbal noun in their idafa: عملية سحب, حملة اعتقالات.
_CARRIERS = frozenset({"عمليه", "عمليات", "حمله", "حملات", "سلسله", "موجه", "جوله", "مساله"})
# Verbs whose complement follows with ل.
_WITH_LAM = frozenset({"تصدي", "تعرض", "خضع", "استجاب", "رضخ", "امتثل", "مهد", "روج", "تعرضت", "شهد"})
# Cues whose subject does not do what it fears, expects, believes or foils: تخشى تركيا هجوماً, أحبط الجيش هجوماً.
ONLOOKING = frozenset({"fear", "expectation", "belief", "foiled", "prevention"})
# Nouns of having a part in an act.
TAKING_PART = ("ضلوع", "تورط", "مشارك", "دور")
# Words before the aim of an act.
AIMS = frozenset({"بهدف", "بغيه", "لاجل", "بغرض", "بقصد", "اجل", "اطار", "سياق", "سبيل", "ضمن", "عبر"})
_CULPRITS = ("مسوول", "متورط", "مشتبه", "ضالع", "متهم", "مشاركين", "مشاركون", "مطلوب")
"""Beginnings of words for people to whom an act after عن, في or ب is laid."""
_SEIZING = frozenset({"arrest", "killing", "execution", "prisoner_release", "abduction"})
_SEIZED_WITHIN = 5
_DYING = frozenset({"مقتل", "مصرع", "وفاه", "استشهاد", "اصابه", "جرح"})
_ADJECTIVE_ENDS = ("ه", "ي", "يا", "ين", "ات")
_WRITTEN_WITH = frozenset({"ل", "ب"})
"""Prepositions written with their noun."""
_FOREBODING = frozenset({"fear", "expectation"})
_ATTEMPT_BETWEEN = 1
"""Words between a noun of foiling and the act: إفشال محاولة تقدم."""


class Heads:
    """What stands above the verbal nouns of a sentence."""

    def __init__(self, view: View, clauses: Clauses) -> None:
        self.view = view
        self.clauses = clauses

    def head(self, predicate: Predicate) -> tuple[str, int]:
        """What governs a verbal noun, and the token that it governs: through nouns that carry it (لشن هجوم, بدء عملية سحب)."""
        index = predicate.first
        found, by = governed(self.view, index, predicate.proclitics)
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

    def agreed_on(self, predicate: Predicate) -> bool:
        """Whether an act that is left to others is what an agreement or consent before it is about."""
        if predicate.type not in _BY_OTHERS:
            return False
        return any(p.type in _AGREEING and 0 <= predicate.first - p.last <= 8 for p in self.clauses.predicates)

    def laid_to(self, predicate: Predicate) -> bool:
        """اعتقلت المتورطين في التفجير, المسؤولين عن الخطف: whether an act is laid to culprits before it, and is not that of who seizes them."""
        governed, index = governor(self.view, predicate.first)
        index = predicate.first if predicate.proclitics[-1:] == "ب" else index if governed in ("عن", "في") else -1
        if index < 1 or not self.view.tokens[index - 1].norm.removeprefix("ال").startswith(_CULPRITS):
            return False
        return any(p.type in _SEIZING and 0 <= index - 1 - p.last <= _SEIZED_WITHIN for p in self.clauses.predicates)

    def happens(self, verb: Verb) -> bool:
        """Whether the event noun is the subject of a light verb (وقع, ترافق), whatever else it may be read as."""
        light = [match.value.ref for match in self.view.at[verb.index].get("light", ()) if match.value.ref]
        return bool(light) and all(function == "event" for function in light)

    def befell(self, predicate: Predicate) -> bool:
        """مقتل جنود, بإصابة طفل: whether a noun tells what befell the dead and wounded, and not what anybody did."""
        noun = self.view.tokens[predicate.first].norm.removeprefix(predicate.proclitics)
        return predicate.pattern.frame in ("kill", "die") and noun in _DYING

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
                if (
                    predicate.pattern.frame in MUTUAL
                    and position == predicate.last
                    and governor(self.view, position)[0] == "genitive"
                ):
                    # صفقة إجلاء بين, اتفاق تبادل مع: what the deal is about does not end it.
                    position += 1
                    continue
                if breaks(predicate, other) or threatens(predicate, other):
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
        resumed = (self.resumed(verb) and self._controls(verb)) or self._declared(predicate, verb)
        if not (verb.kinds & {"light", "aspect"} or resumed) or verb.index <= predicate.first:
            return False
        if not predicate.definite and self._inside_another(predicate):
            # صفقة إجلاء أبرمتها الفصائل: what follows describes the head of the idafa.
            return False
        between = range(predicate.last, verb.index)
        # هدنة، صباح السبت، أعلنتها موسكو: a date between two commas is not counted.
        dated = any(self.view.dated(p) for p in between)
        gap = sum(not (dated and (self.view.dated(p) or self.view.tokens[p].text in ("،", ","))) for p in between)
        intended = [p for p in between if p in self.clauses.verbs]
        if intended and not (verb.match.enclitic and all(self._leads(p) for p in intended)):
            return False
        inner = [p for p in self.clauses.predicates if p.first in between and p.pos == "noun"]
        if inner and predicate.type == "disrupted_weapons":
            return False  # صد هجوم شنته القوات: they made what is beaten off
        nearer = [p for p in inner if not p.definite]
        if any(governor(self.view, p.first)[0] != "genitive" or p.proclitics for p in nearer):
            # التصدي لهجوم تشنه تركيا: the clause describes the nearer noun; دهم واعتقال قامت بها القوات: it describes both.
            both = len(nearer) == 1 and nearer[0].first == predicate.last and nearer[0].proclitics == "و"
            return (
                both
                and "ها" in (verb.match.enclitic, self.view.tokens[verb.index + 1].norm[1:])
                and verb.index - nearer[0].last <= 1
            )
        if self.clauses.relative_in(predicate.last, verb.index):
            return gap <= 5 and not self._of_another(predicate, verb, resumed)
        return ((resumed or bool(verb.match.enclitic)) and gap <= (3 if not intended else 9)) or (
            gap <= 1 and not predicate.definite and predicate.pos == "noun"
        )

    def _of_another(self, predicate: Predicate, verb: Verb, resumed: bool) -> bool:
        """شنت غارة على غزة التي تشهد تصعيداً: an indefinite noun with a preposition after it has no relative pronoun, so that one
        with a verb that does not take it up is the last name's.
        """
        if predicate.pos != "noun" or predicate.definite or predicate.enclitic or resumed or verb.match.enclitic:
            return False
        if any(self.clauses.relative(p) and self.view.joined(p) for p in range(predicate.last, verb.index)):
            return False  # اشتباكات مع المسلحين والذين شنوا
        after = predicate.last
        while after < verb.index and self.view.tokens[after].norm.endswith(_ADJECTIVE_ENDS) and not self._has_preposition(after):
            after += 1  # ضربة صاروخية على
        return after < verb.index and self._has_preposition(after)

    def _has_preposition(self, index: int) -> bool:
        """Whether a token is a preposition or has one written with it: على, للنظام."""
        return bool(self.view.preposition(index)) or self.clauses.own_preposition(index) in _WRITTEN_WITH

    def _leads(self, index: int) -> bool:
        """هجوم كانت القوات تعتزم شنه: whether a verb is an auxiliary or tells what somebody tries, plans or goes on to do."""
        cue = self.view.best(index, "cue")
        planned = cue is not None and cue.value.ref.status in ("future", "attempted")
        return self.clauses.auxiliary(index) or planned or "control" in self.view.lists[index]

    def resumed(self, verb: Verb) -> bool:
        """لوّحت به, تحضر له: a preposition with a pronoun after the verb takes up the noun that its clause describes."""
        index = verb.index + 1
        return index < len(self.view.tokens) and self.view.tokens[index].norm in RESUMPTIVE

    def _controls(self, verb: Verb) -> bool:
        cue = self.view.best(verb.index, "cue")
        intends = cue is not None and cue.value.ref.status in ("future", "attempted")
        form = verb.match.value.form
        # المناورات التي أعلنت عنها الوزارة: whoever announces an act of arms holds it.
        announces = form is not None and form.lemma == "اعلن" and self.view.tokens[verb.index + 1].norm in ("عنه", "عنها")
        return intends or announces or "control" in self.view.lists[verb.index]

    def _declared(self, predicate: Predicate, verb: Verb) -> bool:
        """هدنة أعلنتها موسكو وأنقرة: whoever declares a deal, with a pronoun that takes it up, is a party to it."""
        form = verb.match.value.form
        deal = predicate.pattern.frame in MUTUAL or predicate.type == "proposal"
        return deal and form is not None and form.lemma == "اعلن" and verb.match.enclitic in ("ه", "ها")

    def _inside_another(self, predicate: Predicate) -> bool:
        """Whether a noun stands in the idafa of another predicate of the sentence."""
        found, by = governor(self.view, predicate.first)
        if predicate.proclitics[:1] == "و":
            return False  # قصف واعتقالات نفذتها القوات
        return found == "genitive" and any(p is not predicate and p.first <= by < p.last for p in self.clauses.predicates)


def threatens(predicate: Predicate, other: Predicate) -> bool:
    """تهديدات بالقتل من المسلحين: whether an act right after a noun of threat or accusation with ب is what it is about."""
    about = predicate.type in ("warning", "accusation") and predicate.pos == "noun" and other.pos == "noun"
    return about and 0 <= other.first - predicate.last <= 1 and other.proclitics[-1:] == "ب"


def breaks(predicate: Predicate, other: Predicate) -> bool:
    """خرق الهدنة من قبل النظام: whether one act is the breach of the deal that another one names."""
    return (
        predicate.type == "ceasefire_violation"
        and other.type in ("ceasefire", "agreement")
        and 0 <= other.first - predicate.last <= 3
    )


def one_sided(predicate: Predicate) -> bool:
    """محادثات مع موسكو, اتصال بنظيره, معارك إلى جانب الجيش: an act of several of which only the others are named beside the noun."""
    beside = {BESIDE, "مع", "ب"} if predicate.pattern.frame in MUTUAL else {BESIDE}
    return bool(predicate.actors) and all(actor.governor in beside for actor in predicate.actors)


def feared(view: View, start: int, end: int) -> bool:
    """تخشى تركيا من تصاعد الغارات, مع المخاوف من الضربات: whether a word of fear or expectation stands between two tokens."""
    cues = (match.value.ref.id for p in range(start, end) for match in view.at[p].get("cue", ()))
    return any(cue in _FOREBODING for cue in cues)


def foiled(predicates: Sequence[Predicate], predicate: Predicate) -> bool:
    """تمكن الجيش من التصدي لهجوم, من إفشال محاولة تقدم: whether a noun of foiling stands right before an act, which is that of others."""
    nouns = (p for p in predicates if p.type == "disrupted_weapons" and p.pos == "noun")
    near = any(p.last <= predicate.first <= p.last + _ATTEMPT_BETWEEN for p in nouns)
    return near and predicate.proclitics[:1] != "و"  # صد الهجوم واستعادة البلدة


def takes_lam(verb: Verb) -> bool:
    """تصدى ل, تعرض ل: whether ل introduces the complement of a verb."""
    form = verb.match.value.form
    return form is not None and form.lemma in _WITH_LAM
