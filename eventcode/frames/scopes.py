"""Which predicates the cue of a status reaches: the one that it governs, or those up to the end of its clause."""

from __future__ import annotations

from functools import lru_cache

from eventcode.codebook import Cue
from eventcode.frames.clauses import Clauses
from eventcode.frames.failures import CIRCUMSTANCES, MANNERS, Failures, carries
from eventcode.frames.joined_aims import aims_itself, joined
from eventcode.frames.model import Predicate
from eventcode.frames.predicated import predicated
from eventcode.mentions import View
from eventcode.mentions.closed import (
    COMPLEMENTISERS,
    HARD_ENDS,
    QUOTES,
    RESUMPTIVE,
    STRONG_RELATIVES,
    VERB_MARKERS,
    VERB_NEGATORS,
    bare,
)

EXCEPT = frozenset({"سوي", "الا"})
_ENDERS = frozenset({"طالما", "خاصه", "خصوصا", "لاسيما", "سيما", "رغم", "علما"})
# Negations of a verb that follows them directly.
_VERB_PARTICLES = frozenset({"not-perfect", "not-future"})
_PARTICLES = _VERB_PARTICLES | {"not-present"}
# Verbs that say of an event that it takes place, so that their negation is its own.
_TAKE_PLACE = frozenset(
    {"وقع", "حدث", "حصل", "جري", "اجري", "عقد", "تم", "اندلع", "نشب", "دار", "انطلق", "انعقد", "تحقق", "بدا", "سجل"}
)
_PARTIES = frozenset({"actor", "agent", "country", "trigger"})
_BEGIN = frozenset({"وقع", "حدث", "حصل", "جري", "تم", "اندلع", "انطلق", "انعقد", "بدا", "نفذ"})
_TURNS = frozenset({"حيث", "فيما", "بينما", "اذ", "كما", "وذلك"})
_INSERTED = frozenset({"according", "result"})
_CONSEQUENCES = frozenset({"result", "cause"})
# Negations of a noun: nothing but words that carry it may stand between.
_NOUN_NEGATIONS = frozenset({"lack", "without"})
# للمرة العاشرة, لليوم الثاني: how often and for how long, which is no aim.
_TIMES_OVER = frozenset(["للمره", "لليوم", "للاسبوع", "للشهر", "للعام", "للسنه", "لليله", "للساعه", "لاول", "لثاني", "لثالث"])
# What takes up the noun that a verb is about (الهدنة التي دعا إليها), not the scene of it (احتجاجات يطالب فيها الأهالي).
_BY_IT = RESUMPTIVE - {"فيها", "فيه", "فيهما", "منها", "منه", "منهما"}
# What stands before a fact that the event beside it answers or follows.
_GROUNDS = frozenset({"ردا", "بسبب", "نتيجه", "جراء", "خلفيه", "اثر", "عقب", "منذ", "رغم"})
_AFTER = frozenset({"بعد", "عقب", "اثر"})
_FACTS = (
    CIRCUMSTANCES | _GROUNDS | _AFTER | {"بعدما", "وفقا", "وفق", "بموجب", "بمقتضي", "لدي", "عند", "قبيل", "بعيد", "غداه", "فور"}
)
# Cues that govern a verbal noun: a finite verb after them is an act of its own (منعتهم واعتقلتهم, تصر على أن القوات انسحبت).
_NOUN_CUES = frozenset({"prevention", "foiled", "failed", "called-off", "attempt", "insisted", "ready"})
# Cues of what is done itself: ستدرس مضمون الاتفاق, لم يتمكن من معرفة ضحايا الهجوم say nothing of the deal and the attack.
_DIRECT = frozenset({"considered", "achieved", "sentenced"})
_NO_ATTACKS = frozenset({"flee", "crowd"})
# Adverbs of time between a negation and what it denies: لم يحاولوا يوماً اقتحام البلدة.
_EVER = frozenset({"يوما", "ابدا", "قط", "مطلقا", "حتي", "الان", "سابقا", "اطلاقا"})
_SPEAKER = 12
"""Tokens from a verb of saying to the talks at which it was said, with the speaker."""
_WHO = frozenset({"وهو", "وهي", "وهم"})
_NOW_FACTS = frozenset({"وقد", "ولقد", "فقد", "فلقد"})
_ASIDE = 16
"""Tokens that an insertion between commas holds at most."""
ANY = frozenset({"اي", "ايه", "باي", "لاي", "بايه", "لايه"})
_TIMING = frozenset({"منذ", "بعد", "قبل", "قبيل", "بعيد", "عقب", "اثر", "خلال", "اثناء"})
_UNREAL = frozenset({"future", "hypothetical", "attempted"})


@lru_cache(maxsize=65_536)
def _turns(norm: str) -> bool:
    """Whether a word turns to something else, where a cue's scope ends."""
    return bool(bare(norm, _ENDERS) or bare(norm, _TURNS)) or norm.startswith(("لكن", "ولكن"))


class Scopes:
    """The scopes of the cues of a sentence."""

    def __init__(self, view: View, clauses: Clauses) -> None:
        self.view = view
        self.clauses = clauses
        self.failures = Failures(view, clauses)

    def reached(self, cue: Cue, first: int, last: int, *, noun: bool = False) -> list[Predicate]:
        """The predicates in the scope of a cue at tokens ``first`` to ``last``; ``noun``: the cue is a noun (قرار)."""
        targets: list[Predicate] = []
        if cue.direction in ("forward", "both"):
            end = self.end(last, cue.scope)
            following = [p for p in self.clauses.predicates if first < p.first < end and p.last > last]
            head = self._resumed_head(cue, first, last) if cue.id != "terms" else None
            head = head if head is not None else self._not_taken_place(cue, last)
            if head is not None:
                targets.append(head)
            elif cue.scope == "next":
                targets += self._governed(cue, last, following, noun=noun)
            else:
                targets += [p for p in following if not self._circumstance(p, following) and not self._aside(p, last)]
        if cue.id == "probably":
            return self._qualified(first)
        if cue.direction in ("backward", "both"):
            start = self.clauses.left_end(first) if cue.scope != "sentence" else 0
            preceding = [p for p in self.clauses.predicates if start <= p.first and p.last <= first]
            targets += [p for p in preceding[-1:] if self._described(p, first)] if cue.scope == "next" else preceding
        return targets

    def _qualified(self, index: int) -> list[Predicate]:
        """قتلوا على الأرجح في غارة, نفذت على الأرجح هجوماً: the act of the verb right before the words of likelihood, or that they split."""
        return [
            p
            for p in self.clauses.predicates
            if p.first < index < p.last or (index - 1 in self.clauses.verbs and index - 1 in (p.first, p.verb))
        ]

    def _circumstance(self, predicate: Predicate, row: list[Predicate]) -> bool:
        """نفى استخدام الغاز في قصف البلدة: an event in which another event of the scope took place is taken for granted."""
        before = self.view.tokens[predicate.first - 1].norm if predicate.first else ""
        return before == "في" and any(p.pos == "noun" and 0 < predicate.first - p.last <= 4 for p in row)

    def _aside(self, predicate: Predicate, start: int) -> bool:
        """دعا خلال القمة إلى هدنة, يعتقد أنه بعد الضربات ...: when something was said, or followed, is told as a fact.

        What stands before the cue, which ends at ``start``, says nothing of it (على خلفية التهديد بهجوم, إلا بعد أن).
        """
        return self._spoken_at(predicate) or any(
            bare(token.norm, _FACTS) for token in self.view.tokens[max(start, predicate.first - 2) : predicate.first]
        )

    def _spoken_at(self, predicate: Predicate) -> bool:
        """حذر في اجتماع لمجلس الأمن من معركة: talks in which somebody says something, before what he says."""
        tokens = self.view.tokens
        if (
            predicate.type != "negotiation"
            or predicate.pos != "noun"
            or not predicate.first
            or tokens[predicate.first - 1].norm != "في"
        ):
            return False
        for position in range(predicate.first - 2, max(-1, predicate.first - _SPEAKER), -1):
            if position in self.clauses.verbs:
                return bool(self.view.covered[position] & {"cue", "report"}) and not self._negated(position)
            if self.view.preposition(position) or tokens[position].kind == "punct" or bare(tokens[position].norm, COMPLEMENTISERS):
                return False
        return False

    def _negated(self, index: int) -> bool:
        return index > 0 and bare(self.view.tokens[index - 1].norm, VERB_NEGATORS) != ""

    def _described(self, predicate: Predicate, index: int) -> bool:
        """الهجوم الروسي المرتقب: an adjective describes the noun that it follows and agrees with, and no noun of time."""
        tokens = self.view.tokens
        if any(date.first <= index < date.last for date in self.view.dates):
            return False
        if index in self.clauses.verbs:
            return True  # الهجوم بات وشيكاً
        definite = predicate.definite or bool(predicate.enclitic)
        if tokens[index].norm.startswith("ال") and not definite and index == predicate.last:
            return False
        between = range(predicate.last, index)
        return (
            len(between) <= 6
            and not any(
                (tokens[p].kind == "punct" and tokens[p].text not in QUOTES) or p in self.clauses.verbs or self.clauses.hard[p]
                for p in between
            )
            and (not any(self.view.preposition(p) for p in between) or predicated(self.view, predicate, index))
        )

    def _resumed_head(self, cue: Cue, first: int, last: int) -> Predicate | None:
        """الهجوم الذي تحضر له القوات, العملية التي تعتزم تركيا شنها: the cue speaks of the noun that its relative clause describes."""
        tokens = self.view.tokens
        before = first - 1
        while before >= 0 and tokens[before].norm in ("كان", "كانت", "قد", "لا", "لم"):
            before -= 1
        if first not in self.clauses.verbs or before < 0:
            return None
        relative = bool(bare(tokens[before].norm, STRONG_RELATIVES))
        gap = 3 if relative else 1
        heads = [
            p for p in self.clauses.predicates if p.pos == "noun" and p.last <= before + 1 - relative and before - p.last <= gap
        ]
        if not heads or (not relative and (heads[-1].definite or self.view.joined(first))):
            return None
        for position in range(first, min(len(tokens), last + 6)):
            carried = any(match.enclitic for match in self.view.at[position].get("light", ()))
            own = position == first and self.clauses.verbs[first].match.enclitic
            if own and cue.id == "prevention" and any(p.first == last for p in self.clauses.predicates):
                return None  # اتفاق يجنبها عملية عسكرية
            if carried or tokens[position].norm in _BY_IT or own:
                return heads[-1]
            told = position in self.clauses.verbs or any(p.first == position for p in self.clauses.predicates)
            if tokens[position].text in ("،", ",") or (told and position > first):
                return None
        return None

    def _not_taken_place(self, cue: Cue, index: int) -> Predicate | None:
        """الهجوم البري لم يبدأ بعد: the event before a negated verb of taking place, as its subject."""
        verb = self.clauses.verbs.get(index)
        form = verb.match.value.form if verb is not None else None
        if cue.id not in _PARTICLES or form is None or form.lemma not in _BEGIN:
            return None
        subject = self.clauses.arguments(index).subject
        if subject is None or subject.predicate is None or subject.predicate.last > index:
            return None
        return subject.predicate

    def planned_head(self, first: int, last: int) -> Predicate | None:
        """هجوم من المتوقع أن تشنه القوات: the indefinite event noun right before a cue whose clause takes it up or has it as subject."""
        tokens = self.view.tokens
        heads = [
            p
            for p in self.clauses.predicates
            if p.pos == "noun" and p.last <= first <= p.last + 1 and not (p.definite or p.enclitic)
        ]
        if not heads or self.view.joined(first) or any(token.kind == "punct" for token in tokens[heads[-1].last : first]):
            return None
        for position in range(last, min(len(tokens), last + 4)):
            verb = self.clauses.verbs.get(position)
            if verb is not None:
                carried = bool(verb.match.enclitic) and "light" in verb.kinds
                passive = "light" in verb.kinds and verb.index + 1 < len(tokens) and not self.view.covered[position + 1] & _PARTIES
                return heads[-1] if carried or passive or tokens[min(position + 1, len(tokens) - 1)].norm in _BY_IT else None
        return None

    def _governed(self, cue: Cue, last: int, following: list[Predicate], *, noun: bool) -> list[Predicate]:
        """The one predicate that a cue governs: nothing but light and aspect verbs may stand between them."""
        tokens = self.view.tokens
        following = self._outcome(last, following)
        if cue.id == "failed" or (cue.id == "achieved" and self.failures.succeeds(last - 1)):
            following = self.failures.missed(last, following) or self.failures.beyond(last)
        while len(following) > 1 and cue.status in _UNREAL and last - 1 in self.clauses.verbs:
            if not self._inserted_time(following[0]) and not aims_itself(self.clauses, cue.id, last - 1, following[0]):
                break
            last, following = following[0].last, following[1:]
            if tokens[following[0].first - 1].norm == "في":
                return []
        if not following:
            return []
        predicate = following[0]
        if cue.id == "foiled" and predicate.pattern.frame in _NO_ATTACKS:
            return []  # التصدي لتدفق اللاجئين
        if predicate.pos == "verb" and cue.id in _NOUN_CUES and (predicate.proclitics[:1] in ("و", "ف") or cue.id == "insisted"):
            return []
        missed = cue.id == "attempt" and tokens[last - 2].norm == "لم"  # لم يتمكن من معرفة ضحايا الهجوم
        if (cue.id in _DIRECT or missed) and predicate.first > last and not self._directly(predicate):
            return []
        last = max([last, *(self.inserted(p) + 1 for p in range(last, predicate.first) if self.inserted(p) < predicate.first)])
        if cue.id == "failed":
            last = self.failures.begins(last, predicate)
        between = range(last, predicate.first)
        if cue.id != "prevention" and any(self._prevents(position) for position in between):
            return []  # تحاول تجنب هجوم: what is tried is to prevent it
        if any(bare(tokens[p].norm, _GROUNDS) and not (self.view.dated(p) or self.view.dated(p + 1)) for p in between):
            return []  # لم تتخذ قراراً رداً على الهجوم; but تحاول منذ أيام التقدم
        if cue.id in _VERB_PARTICLES and between and bare(tokens[between[-1]].norm, ANY):
            return [predicate]  # لم يعثر على أي تعزيزات
        if predicate.first > last and cue.id in _VERB_PARTICLES and last not in self.clauses.verbs:
            # لم يسبق له مثيل في الصراع: the particle negates a verb that no dictionary knows, nothing after it.
            return []
        if cue.status == "negated" and self._goes_on(last, predicate):
            return []
        if cue.id == "failed" and not (predicate.proclitics[-1:] == "ب" or any(self.failures.inside(p) for p in between)):
            # فشل المفاوضات: they took place.
            return []
        if cue.id == "sentenced" and predicate.type != "execution":
            return []
        if cue.id in _NOUN_NEGATIONS and not all(carries(self.view, p) for p in between):
            # عملية غير متوقعة رداً على هجوم
            return []
        if self._other_noun(last, predicate.first) or (cue.status in _UNREAL and self._other_aim(last, predicate.first)):
            return []
        for position in between:
            verb = self.clauses.verbs.get(position)
            if noun and verb is not None and "cue" not in verb.kinds and bare(tokens[position - 1].norm, COMPLEMENTISERS) == "":
                return []  # قراره جاء بالتشاور مع الوسطاء: the verb tells of the decision itself
            if (
                verb is not None
                and position > last
                and (tokens[position - 1].text in ("،", ",") or tokens[position - 2].text in ("،", ","))
            ):
                return []
            if verb is not None and cue.id in _PARTICLES and "cue" in verb.kinds:
                return []  # لا يمكن الانسحاب: the verb's own cue tells
            if verb is not None and cue.id in _PARTICLES and self._holds(predicate, position):
                return []
            if (
                verb is not None
                and not verb.kinds & {"light", "aspect", "cue", "result"}
                and not self._argument(predicate, position)
            ):
                return []
            content = tokens[position].norm == "ان" and position + 1 == predicate.first  # كادت الطائرات أن تقصف
            if self.clauses.hard[position] and position > last and not content:
                return []
            if tokens[position].norm in EXCEPT:
                return []
        after = range(predicate.last, min(len(tokens), predicate.last + 4))
        if any(tokens[position].norm in EXCEPT for position in after):
            return []
        same = [
            p
            for p in following[1:]
            if p.pos == predicate.pos == "noun"
            and not (cue.status == "negated" and tokens[p.first - 1].text in ("،", ","))
            and not (cue.id == "foiled" and p.pattern.frame != predicate.pattern.frame)  # صد الهجوم واستعادة البلدة
            and joined(self.view, predicate, p, unreal=cue.status in _UNREAL)
        ]
        return [predicate, *same]

    def _inserted_time(self, predicate: Predicate) -> bool:
        """يحاول النظام منذ سيطرته على سراقب التقدم: whether an act only tells since, before or after when somebody tries another."""
        before = self.view.tokens[max(0, predicate.first - 2) : predicate.first]
        return predicate.pos == "noun" and any(token.norm in _TIMING for token in before)

    def _goes_on(self, start: int, predicate: Predicate) -> bool:
        """قصفاً لا نظير له، وغارات; دون رد وأعقبته غارات: whether a comma with waw, or a verb with waw, goes on after what is negated."""
        comma = predicate.first > start and self.view.tokens[predicate.first - 1].text in ("،", ",")
        verbs = (self.clauses.verbs[p] for p in range(start, predicate.first) if p in self.clauses.verbs)
        return (comma and predicate.proclitics[:1] == "و") or any(v.match.analysis.proclitics[:1] == "و" for v in verbs)

    def _directly(self, predicate: Predicate) -> bool:
        """Whether nothing but a light or aspect noun stands between a predicate and the preposition or verb that governs it."""
        position = predicate.first - 1
        while position > 0 and (
            (self.view.covered[position] & {"light", "aspect"} and position not in self.clauses.verbs)
            or self.view.tokens[position].norm in _EVER
        ):
            position -= 1
        known = self.view.covered[position] & {"actor", "agent", "country", "according"} or position in self.clauses.verbs
        return bool(self.view.preposition(position) or known or self.view.tokens[position].kind != "word") or (
            predicate.first - 1 == position and predicate.proclitics[-1:] == "ب"
        )

    def brought_about(self, predicate: Predicate) -> bool:
        """التوصل إلى الاتفاق, تم الاتفاق: whether a light verb or noun says that an act comes to pass."""
        verb = self.clauses.verbs.get(predicate.verb)
        before = range(max(0, predicate.first - 2), predicate.first)
        return (verb is not None and "light" in verb.kinds) or any("light" in self.view.covered[p] for p in before)

    def inserted(self, comma: int) -> int:
        """تخطط واشنطن، بحسب مسؤول، لسحب قواتها: the comma that closes a source between commas which opens at a token, else -1."""
        tokens = self.view.tokens
        if comma + 1 >= len(tokens) or tokens[comma].text not in ("،", ","):
            return -1
        # حذرت أنقرة، التي تستضيف نازحين، من هجوم: what describes somebody is out of it too.
        if "according" not in self.view.covered[comma + 1] and not bare(tokens[comma + 1].norm, STRONG_RELATIVES):
            return -1
        close = next((p for p in range(comma + 2, min(len(tokens), comma + _ASIDE)) if tokens[p].text in ("،", ",")), -1)
        goes_on = 0 <= close < len(tokens) - 1 and close + 1 not in self.clauses.verbs and not self.clauses.hard[close + 1]
        return close if goes_on else -1

    def _prevents(self, index: int) -> bool:
        return any(match.value.ref.id == "prevention" for match in self.view.at[index].get("cue", ()))

    def _holds(self, predicate: Predicate, index: int) -> bool:
        """لم تشمل الهدنة البلدة, لم تتوصل المحادثات إلى حل: what is negated of a known event does not undo it."""
        verb = self.clauses.verbs[index]
        form = verb.match.value.form
        if form is None or form.lemma in _TAKE_PLACE or not predicate.definite or "light" not in verb.kinds:
            return False
        subject = self.clauses.arguments(index).subject
        if subject is not None and subject.predicate is predicate:
            return True
        noun = predicate.form
        feminine = noun is not None and (noun.number == "p" or noun.text.endswith("ة") or noun.gender == "f")
        agrees = form.number == "s" and form.gender == ("f" if feminine else "m") and not verb.match.enclitic
        return predicate.first == index + 1 and agrees

    def _outcome(self, last: int, following: list[Predicate]) -> list[Predicate]:
        """قد تسفر الغارات عن مقتل المئات: of a verb of outcome the cue governs what comes out, behind its preposition."""
        verb = self.clauses.verbs.get(last)
        if verb is None or "result" not in verb.kinds or "trigger" in verb.kinds:
            return following
        stops = (p for p in range(last + 1, len(self.view.tokens)) if self.view.preposition(p) in ("عن", "الي", "في"))
        start = next(stops, last)
        if start == last:
            # قد يتسبب الهجوم بنزوح الآلاف
            start = next((p.first - 1 for p in following if p.proclitics[-1:] == "ب"), last)
        subject = self.clauses.arguments(last).subject  # لم توقع الغارة ضحايا
        return [p for p in following if p.first > start and (subject is None or p is not subject.predicate)]

    def _argument(self, predicate: Predicate, index: int) -> bool:
        """قد توفر الدعم: whether a predicate is subject or object of the verb at a token, which is no verb of reporting."""
        if "report" in self.clauses.verbs[index].kinds:
            return False  # لم تعلن نتائج التحقيق
        found = self.clauses.arguments(index)
        return any(item is not None and item.predicate is predicate for item in (found.subject, *found.objects))

    def _other_aim(self, start: int, end: int) -> bool:
        """محاولات لفرض نفوذه من خلال هجمات: an aim of its own, or a phrase of means or time, stands between the cue and the event."""
        return any(
            (self.view.tokens[p].norm in MANNERS and not self.view.dated(p) and not self.view.dated(p + 1))
            or (
                p > start
                and self.view.tokens[p].norm.startswith("ل")
                and len(self.view.tokens[p].norm) > 3
                and self.view.tokens[p].norm not in _TIMES_OVER
                and not self.view.covered[p]
            )
            for p in range(start, end)
        )

    def _other_noun(self, start: int, end: int) -> bool:
        """عدم الرد على القصف: the cue governs another noun, of which the event is only a complement."""
        tokens = self.view.tokens
        for position in range(start, end - 1):
            kinds = self.view.covered[position]
            spoken = "report" in kinds and "light" not in kinds and tokens[position].norm.startswith("ال")
            if spoken and any(self.view.preposition(p) for p in range(position + 1, end)):
                return True  # تجنب الوزير الإشارة إلى المعركة
        if end - start < 2 or tokens[start].kind != "word" or not tokens[start].norm.startswith("ال"):
            return False
        return not self.view.covered[start] - {"list"} and any(self.view.preposition(p) for p in range(start + 1, end))

    def end(self, start: int, scope: str) -> int:
        """Where a forward scope ends: the clause (strong mark, comma before a verb, subordinator) or the sentence."""
        tokens = self.view.tokens
        if scope == "sentence":
            return len(tokens)
        verbs, covered = self.clauses.verbs, self.view.covered
        triggers = [p.first for p in self.clauses.predicates if p.first >= start]
        past = start
        for position in range(start, len(tokens)):
            norm = tokens[position].norm
            past = max(past, self.inserted(position))
            if position <= past and past > start:
                continue  # a source between commas is out of the clause
            met = bool(triggers) and triggers[0] < position
            if norm in HARD_ENDS:
                return position
            if norm in ("،", ",") and position + 1 < len(tokens):
                following = position + 1
                if (
                    following in verbs
                    or self.clauses.hard[following]
                    or not _INSERTED.isdisjoint(covered[following])
                    or bare(tokens[following].norm, VERB_MARKERS)
                    or any(p.first == following and p.pos == "participle" for p in self.clauses.predicates)
                    or self._saying(following)
                    or self._new_topic(following)
                    or (met and bare(tokens[following].norm, _AFTER))
                ):
                    return position
            if (
                position in verbs
                and self.view.joined(position)
                and (position > start + 1 or (position == start and start - 1 not in verbs))
                and not self._subjunctive(position)
            ):
                return position
            if position > start and norm in _NOW_FACTS and position + 1 in verbs:
                return position  # لن نسمح بذلك وقد قصفنا مواقعهم
            if position > start and (_turns(norm) or self._quotes_fact(position)):
                return position
            if position > start and norm in _WHO and position + 1 in verbs:
                return position  # تعهد بالرد وهو يشيّع مقاتليه
            # يخشى أن يؤدي هجوم إلى نزوح, دعا خلال القمة إلى هدنة: before any event these are part of what is feared or asked.
            if position > start and met and (norm in CIRCUMSTANCES or not _CONSEQUENCES.isdisjoint(covered[position])):
                return position
        return len(tokens)

    def _subjunctive(self, index: int) -> bool:
        """طلب منهم أن يقفوا ويقدموا: a plural without its nun, which stands under the أن of the verb before it."""
        form = self.clauses.verbs[index].match.value.form
        return form is not None and form.aspect == "imperfect" and form.number == "p" and form.text.endswith("وا")

    def _new_topic(self, index: int) -> bool:
        """، وواشنطن تحثه: another subject with و before its verb opens a clause."""
        if not self.view.joined(index):
            return False
        for position in range(index + 1, min(len(self.view.tokens), index + 6)):
            if position in self.clauses.verbs:
                found = self.clauses.arguments(position)
                return found.preposed and found.subject is not None and found.subject.first == index
        return False

    def _saying(self, index: int) -> bool:
        """، مشيراً إلى اشتباكات: a participle of saying goes on with something else."""
        forms = (match.value.form for match in self.view.at[index].get("report", ()))
        return any(form is not None and form.pos == "participle" for form in forms)

    def _quotes_fact(self, index: int) -> bool:
        """يريد أن يؤكد للجميع أن القصف مستمر: the content of a verb of saying is what is said, not what is wished."""
        verb = self.clauses.verbs.get(index)
        if verb is None or "report" not in verb.kinds or "cue" in verb.kinds:
            return False
        following = self.view.tokens[index + 1 : index + 5]
        return any(bare(token.norm, COMPLEMENTISERS) for token in following)
