"""What a sentence tells as a fact or puts in the future by the form of its verbs: what the readings of status rest on."""

from __future__ import annotations

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import STRIKE_FRAMES, Predicate
from eventcode.frames.scopes import ANY, EXCEPT
from eventcode.frames.verbs import Verb
from eventcode.mentions import View
from eventcode.mentions.closed import COMPLEMENTISERS, QUOTES, RESUMPTIVE, STRONG_RELATIVES, SUBORDINATORS, bare
from eventcode.model import STATUSES

# Statuses of a cue that stands behind a word which takes an event for granted, and undoes it.
UNDOING = {"stop": frozenset(STATUSES[1:]), "still": frozenset({"future", "attempted"})}
_NOT = frozenset({"لم", "لن", "لا", "ليس", "ليست"})
MODALS = frozenset({"ان", "قد", "كي"})
# Prepositions that lead to what an inquiry is about, words that leave it open, and the tokens between the two.
_INTO = frozenset({"في", "حول", "بشان"})
_OPEN = frozenset({"اي", "ايه", "مزاعم", "احتمال", "امكانيه", "ادعاءات"})
_INQUIRY = 4
# Nouns that say of the act behind them that it left something behind, or that somebody did it.
_TRACES = frozenset(
    ["نتايج", "ضحايا", "اثار", "ملابسات", "تفاصيل", "مصابي", "جرحي", "قتلي", "شهداء", "مرتكبي", "منفذي", "منفذو", "مرتكبو"]
)
_CAUSES = frozenset({"اثر", "جراء", "نتيجه", "عقب"})
_CLAIM = 6
"""Tokens from a claim of responsibility to what is claimed, with the one who claims it."""
_OUTCOMES = frozenset({"سوف", "سيودي", "ستودي", "سيتسبب", "ستتسبب", "سيفاقم", "ستفاقم", "سيزيد", "ستزيد", "يهدد", "تهدد"})
_REACH_OF_OUTCOME = 8
"""Tokens from an act to the verb that tells what it leads to."""
_UNKNOWN = frozenset({"لم", "لا", "دون", "ليس"})
_FUTURE_MARK = frozenset({"سوف"})
_BEEN = frozenset({"كان", "كانت"})
# Endings of nouns that a verb in the feminine goes with: الحكومة, القوات, روسيا.
_FEMININE = ("ه", "ات", "يا")
# Adjectives that say that the thing has been or is.
_KNOWN = frozenset(
    ["سابق", "سابقه", "اخير", "اخيره", "ماضي", "ماضيه", "حالي", "حاليه", "جاري", "جاريه", "مستمر", "مستمره", "داير", "دايره", "متواصل",
     "متواصله", "متكرر", "متكرره", "متلاحقه", "متتاليه", "متصاعده"]
)  # fmt: skip

_TOPICS = frozenset({"لبحث", "لمناقشه", "للبحث", "لتدارس", "بشان", "حول", "بخصوص", "ازاء", "حيال", "تداعيات", "تطورات", "خلفيه"})
_AHEAD = frozenset({"مرتقب", "مرتقبه", "محتمل", "محتمله", "متوقع", "متوقعه", "وشيك", "وشيكه", "مزمع", "مزمعه", "مقبل", "مقبله"})
_SESSION = 8
"""Tokens from talks, with who holds them and when, to what they are about."""


class Facts:
    """Reads negation, future and perfect at the verbs of a sentence, and the clauses that say that an event happened."""

    def __init__(self, view: View, clauses: Clauses) -> None:
        self.view = view
        self.clauses = clauses

    def negated_verb(self, index: int) -> bool:
        """Whether the verb at a token is negated by a particle just before it, with no exception after it."""
        position = index - 1
        while position >= 0 and self.view.tokens[position].text in QUOTES:
            position -= 1
        if position < 0 or not bare(self.view.tokens[position].norm, _NOT):
            return False
        return not any(self.view.tokens[p].norm in EXCEPT for p in range(index + 1, min(len(self.view.tokens), index + 8)))

    def future_verb(self, verb: Verb) -> bool:
        """سيقصف, سوف يقصف."""
        if verb.match.analysis.proclitics[-1:] == "س":
            return True
        return verb.index > 0 and bare(self.view.tokens[verb.index - 1].norm, _FUTURE_MARK) != ""

    def imperfect(self, index: int) -> bool:
        """Whether the word at a token is read as a verb of the present."""
        verb = self.clauses.verbs.get(index)
        form = verb.match.value.form if verb is not None else None
        return form is not None and form.aspect == "imperfect" and not self._masculine_perfect(index)

    def _masculine_perfect(self, index: int) -> bool:
        """وقد تقدم الجيش, كان الوزير قد توجه: a form that may be either is the perfect of a man, the present of a woman or of things."""
        forms = [match.value.form for matches in self.view.at[index].values() for match in matches if match.value.form is not None]
        if not any(form.pos == "verb" and form.aspect == "perfect" for form in forms):
            return False
        tokens = self.view.tokens
        been = next((t.norm for t in reversed(tokens[:index]) if bare(t.norm, _BEEN)), "")
        if been:
            return not been.endswith("ت")
        subject = any(actor.first == index + 1 for actor in self.view.actors)
        return subject and not tokens[index + 1].norm.endswith(_FEMININE)

    def perfect(self, index: int) -> bool:
        """Whether a verb that tells a fact stands at a token: a perfect, or a present that carries an event (التي تشهد معارك)."""
        verb = self.clauses.verbs.get(index)
        form = verb.match.value.form if verb is not None else None
        if verb is None or form is None or "cue" in verb.kinds or self.future_verb(verb):
            return False
        if form.aspect != "perfect" and not verb.kinds & {"light", "aspect"}:
            return False
        doubted = _NOT if form.aspect == "perfect" else _NOT | MODALS
        return not (index and bare(self.view.tokens[index - 1].norm, doubted))

    def done(self, predicate: Predicate) -> bool:
        """مذبحة نفذها مسلحون, الهجوم الذي شنته القوات, المعارك الدائرة: its own relative clause or adjective says that it happened."""
        tokens = self.view.tokens
        if predicate.pos != "noun":
            return False
        if self._investigated(predicate) or self._claimed(predicate) or self.left_traces(predicate) or self._attribute(predicate):
            return True
        for position in range(predicate.last, min(predicate.last + 4, len(tokens))):
            token = tokens[position]
            if bare(token.norm, ANY) or bare(token.norm, SUBORDINATORS):
                return False  # قمع أي مظاهرة تخرج: what is said of whatever comes; موجة نزوح إذا اتسع القتال
            if token.norm.startswith("ال") and token.norm[2:] in _KNOWN:
                return True
            if bare(token.norm, STRONG_RELATIVES):
                # After a construct (استعادة الأرض التي) the clause describes the noun in between.
                own = predicate.definite or position == predicate.last
                return own and any(self.perfect(p) for p in range(position + 1, min(position + 3, len(tokens))))
            if position in self.clauses.verbs:
                following = tokens[position + 1].norm if position + 1 < len(tokens) else ""
                verb = self.clauses.verbs[position]
                describes = bool(verb.match.enclitic) or following in RESUMPTIVE or bool(verb.kinds & {"result", "light"})
                own = verb.match.analysis.proclitics[:1] not in ("و", "ف") and not predicate.definite
                return own and describes and self.perfect(position)
            if (token.kind == "punct" and token.text not in QUOTES) or (not predicate.definite and token.norm.startswith("ال")):
                return False
        return False

    def _investigated(self, predicate: Predicate) -> bool:
        """طالب بتحقيق دولي في قصف المشفى: what is looked into happened, unless there may be any such act."""
        before = [p for p in self.clauses.predicates if p.type == "investigation" and 0 <= predicate.first - p.last <= _INQUIRY]
        if not before:
            return False
        between = self.view.tokens[before[-1].last - 1 : predicate.first]
        led = any(bare(token.norm, _INTO) for token in between)
        return led and not any(bare(token.norm, _OPEN) or token.kind == "punct" for token in between)

    def left_traces(self, predicate: Predicate) -> bool:
        """ستؤكد نتائج التحقيق, طالب بمحاسبة مرتكبي المجزرة: what has results, victims or perpetrators took place."""
        before = self.view.tokens[predicate.first - 1].norm if predicate.first else ""
        return not predicate.proclitics and bare(before, _TRACES) != ""

    def effective(self, predicate: Predicate) -> bool:
        """اندلع حريق إثر قصف مدفعي: an act that is told for the first time as the cause of something."""
        return bool(predicate.first) and not predicate.definite and bare(self.view.tokens[predicate.first - 1].norm, _CAUSES) != ""

    def _attribute(self, predicate: Predicate) -> bool:
        """باسم المدنيين المحاصرين, المنطقة المتفق عليها: a definite participle that describes the definite noun before it."""
        tokens = self.view.tokens
        participle = predicate.type == "siege" or tokens[predicate.last - 1].norm in RESUMPTIVE
        if not participle or not predicate.first or predicate.proclitics or not tokens[predicate.first].norm.startswith("الم"):
            return False
        before = tokens[predicate.first - 1].norm
        return before.startswith(("ال", "بال", "وال", "لل"))

    def _claimed(self, predicate: Predicate) -> bool:
        """أعلن التنظيم مسؤوليته عن التفجير, قد يتبنى الهجوم: what somebody claims to have done happened, whether he claims it or not."""
        before = [p for p in self.clauses.predicates if p.last <= predicate.first]
        if not before or before[-1].type != "responsibility_claim" or predicate.first - before[-1].last > _CLAIM:
            return False
        between = self.view.tokens[before[-1].last : predicate.first]
        return not any(bare(token.norm, _OPEN) or token.kind == "punct" for token in between)

    def told_in_passing(self, predicate: Predicate, start: int) -> bool:
        """نفى خطف مقاتلين دربهم الأميركيون, طالب بمعاقبة ضابط يتهمونه بالقتل: whether a relative clause without a pronoun holds a predicate."""
        if self.discussed(predicate, start):
            return True
        for position in range(predicate.first, start - 1, -1):
            if self.view.tokens[position].text in ("،", ",") and position < predicate.first:
                return False
            verb = self.clauses.verbs.get(position)
            if (
                verb is not None
                and not self.future_verb(verb)
                and (verb.match.enclitic or self.perfect(position))
                and self.clauses.opens_relative(position)
            ):
                return True
        return False

    def discussed(self, predicate: Predicate, start: int) -> bool:
        """طلبت دمشق جلسة لبحث الغارات الإسرائيلية: whether a known act of arms is what talks that a cue at ``start`` reaches are about."""
        arms = predicate.pos == "noun" and predicate.definite and predicate.pattern.frame in STRIKE_FRAMES
        if not arms or not predicate.first or self.view.tokens[predicate.first - 1].norm not in _TOPICS:
            return False
        if any(bare(token.norm.removeprefix("ال"), _AHEAD) for token in self.view.tokens[predicate.last : predicate.last + 2]):
            return False  # لبحث الهجوم المرتقب
        talks = [p for p in self.clauses.predicates if p.type == "negotiation" and start <= p.first < predicate.first]
        return bool(talks) and predicate.first - talks[-1].last <= _SESSION

    def told(self, predicate: Predicate, start: int) -> bool:
        """Whether a predicate lies in a relative clause that tells a fact, which a cue before it at ``start`` does not reach.

        A relative clause in the perfect does, and one whose own verb is the predicate (المقاتلون الذين يقاتلون في البلدة).
        """
        tokens = self.view.tokens
        for position in range(predicate.first, start - 1, -1):
            if tokens[position].text in ("،", ",") and position < predicate.first:
                return False
            if bare(tokens[position].norm, STRONG_RELATIVES):
                verb = self.clauses.verbs.get(predicate.first) if position == predicate.first - 1 else None
                if verb is not None and not self.future_verb(verb):
                    return True
                return any(self.perfect(p) for p in range(position + 1, min(position + 3, len(tokens))))
        return False

    def goes_on(self, first: int, last: int, predicate: Predicate) -> bool:
        """حذر من المخلفات، ودعا الأهالي: whether a coordinated verb goes on beside the finite verb of a cue, in no clause that أن opens."""
        verbs = [self.clauses.verbs.get(first), self.clauses.verbs.get(predicate.first)]
        forms = [verb.match.value.form for verb in verbs if verb is not None]
        if sum(form is not None and form.aspect == "perfect" for form in forms) < 2:
            return False
        between = self.view.tokens[last - 1 : predicate.first]
        goes_on = self.view.joined(predicate.first)
        return goes_on and not any(bare(token.norm, COMPLEMENTISERS) for token in between)

    def under_way(self, predicate: Predicate) -> bool:
        """حذّر من أن القتال قد ينتهي بكارثة: whether a definite act is what may lead to something, and not what is warned of."""
        tokens = self.view.tokens
        before = bare(tokens[predicate.first - 1].norm, COMPLEMENTISERS) if predicate.first else ""
        if predicate.pos != "noun" or not predicate.definite or not before:
            return False
        after = tokens[predicate.last : predicate.last + _REACH_OF_OUTCOME]
        return any(token.norm == "قد" or token.norm in _OUTCOMES for token in after)

    def asks_how(self, first: int, last: int, predicate: Predicate) -> bool:
        """لم يتضح ما إذا كانت الغارة روسية: of what is known one asks how it was."""
        tokens = self.view.tokens
        asked = self.view.slice(tokens[first].start, tokens[last - 1].end).endswith("ما إذا") or any(
            bare(token.norm, _UNKNOWN) for token in tokens[max(0, first - 3) : first]
        )
        was = last < len(tokens) and tokens[last].norm in ("كان", "كانت")
        return asked and was and predicate.definite and predicate.first - last <= 1
