"""The reporting constructions of a sentence: verbs and nouns of reporting, participles, statements, headlines, "according to"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

import attrs

from eventcode.frames.according import According
from eventcode.frames.agreement import agrees
from eventcode.frames.clauses import Clauses
from eventcode.frames.contents import SPEECH, TAKE_UP, Contents
from eventcode.frames.model import Predicate, Report, SourceClaim
from eventcode.frames.named import Named
from eventcode.frames.postposed import Postposed
from eventcode.frames.roles.heads import Heads
from eventcode.frames.speakers import Speakers
from eventcode.mentions import View
from eventcode.mentions.closed import COMPLEMENTISERS, QUOTES, STRONG_RELATIVES, VERB_NEGATORS, bare
from eventcode.mentions.governors import governor
from eventcode.mentions.kinds import ARMED_KINDS

# Verbal acts that report no content of their own: what stands in their object is the text's.
_NO_CONTENT = frozenset({"consent", "sanction", "proposal", "investigation"})
# Verbal acts about one thing, which their object names: أدان الهجوم, رفض التهجير.
_ONE_OBJECT = frozenset({"criticism", "rejection", "promise", "responsibility_claim"})
_DECLARE = frozenset({"اعلن", "زعم", "ادعي", "اقر"})
# يذكر أن, يشار إلى أن: "it should be noted" cites nobody.
_IMPERSONAL = frozenset({"يذكر", "يشار", "يقال", "يعرف", "يعتقد", "تجدر", "يتوقع", "يرجح", "يخشي", "يظن", "يومل", "يستبعد"})
# Kinds of actors who record what happens, and do not suffer it.
_RECORDERS = frozenset({"media", "outlet", "monitor", "ngo", "igo", "source", "official", "person"})
_OF_HIM = frozenset({"عنه", "عنها", "عنهم"})
# When something is said: خلال زيارته, عقب الاجتماع.
_WHEN = frozenset({"خلال", "اثناء", "لدي", "عقب", "بعد", "عند", "اثر", "قبيل", "بعيد", "غداه"})
# What a headline puts before the name of its speaker: عاجل | المرصد: ...
_BANNERS = frozenset({"عاجل", "خاص", "بالفيديو", "بالصور", "فيديو"})
_OPENING = 9
"""Tokens in which the marks of an outlet stand before a headline."""
# The country that the codebook is about, with which headlines tell where a story happened.
_HOME = "SYR"
# Who "anybody" is, of whom a negated verb tells that nobody said so: لم تعلن أي جهة مسؤوليتها عن الهجوم.
_BESIDE = 2
"""Tokens between a rejection and what is rejected."""
_ANSWERING = frozenset({"rejection", "denial"})
_ANYBODY = frozenset({"اي", "ايه", "احد", "احدا"})
_APPEARS = frozenset({"جاء", "ورد"})


class Reports:
    """Finds the reporting constructions of a sentence."""

    def __init__(self, view: View, clauses: Clauses, speakers: Speakers) -> None:
        self.view = view
        self.clauses = clauses
        self.tokens = view.tokens
        self.speakers = speakers
        self.contents = Contents(view, clauses, speakers)
        self.named = Named(view, clauses, self.contents, speakers)
        self.according = According(view, clauses, speakers, self.contents)
        self.postposed = Postposed(view, clauses, speakers, self.contents)
        self.heads = Heads(view, clauses)

    def find(self) -> list[Report]:
        """All reports in text order, each with its sources."""
        reports = [*self._verbs(), *self._added(), *self._nominal(), *self.according.find(), *self._headed()]
        reports.sort(key=attrgetter("verb"))
        reports += self._participles(reports)
        reports.sort(key=attrgetter("verb"))
        self._resume(reports)
        self.postposed.turn(reports)
        return reports

    def _verbs(self) -> list[Report]:
        out = [report for index in self._openers() if (report := self._verb_report(index)) is not None]
        for predicate in self.clauses.predicates:
            said = predicate.pattern.frame == SPEECH and (
                predicate.pos == "participle" or (predicate.pos == "noun" and bool(predicate.actors))
            )
            sources = [self.speakers.claim(a, "denies" if predicate.type == "denial" else "asserts") for a in predicate.actors]
            if said and sources:
                end = self.contents.end(predicate.last, predicate.first)
                kind = "mention" if predicate.pos == "noun" else "speech"
                if kind == "mention" and (predicate.verb < 0 or governor(self.view, predicate.first)[0]):
                    # بعد تهديدات التنظيم في حال الموافقة: of a speech that is only mentioned, what it names directly is the speaker's.
                    end = self.contents.objects_end(predicate.last)
                out.append(Report(sources, predicate.last, end, predicate.first, kind))
        return out

    def _anybody(self, index: int) -> bool:
        return any(token.norm in _ANYBODY for token in self.tokens[max(0, index - 1) : index + 1])

    def _openers(self) -> Iterator[int]:
        """Finite verbs, and fixed expressions of reporting (عبّر عن, بيّنت)."""
        for index, found in enumerate(self.view.at):
            fixed = "report" in found and found["report"][0].value.form is None and found["report"][0].value.phrase
            if index in self.clauses.verbs or fixed or self.contents.explains(index):
                yield index

    def _verb_report(self, index: int) -> Report | None:
        """The report that the verb at a token makes, if it makes one."""
        verb = self.clauses.verbs.get(index)
        form = verb.match.value.form if verb is not None else None
        lemma = form.lemma if form is not None else ""
        predicate = next((p for p in self.clauses.predicates if p.first == index), None)
        speech = predicate is not None and predicate.pattern.frame == SPEECH
        reports = self.contents.reporting(index) or self.contents.explains(index)
        if lemma in _APPEARS:
            return self._appearance(index)
        if form is not None and form.person == 1 and verb is not None and verb.match.enclitic:
            return None  # نصفهم is "half of them"
        if not reports and not speech:
            return None
        following = self.tokens[index + 1].norm if index + 1 < len(self.tokens) else ""
        if following in _OF_HIM and index and bare(self.tokens[index - 1].norm, STRONG_RELATIVES):
            return None  # الاتفاق الذي كشفت عنه الوكالة "ينص على ...": what it told of stands before
        if predicate is None and index and bare(self.tokens[index - 1].norm, VERB_NEGATORS):
            return None  # لم تؤكد السلطات دخول القوات
        if predicate is not None and (
            not speech or (predicate.type in _NO_CONTENT and not reports and not self.contents.clause_follows(index))
        ):
            # استشهد ثلاثة, تبنى الهجوم: a verb that reports an act here cites nothing.
            return None
        if self.view.best(index, "according") is not None or (index > 0 and "according" in self.view.covered[index - 1]):
            return None
        match = self.view.best(index, "report")
        kind = match.value.ref if match is not None and reports else "assert" if reports else "speech"
        denies = predicate is not None and predicate.type == "denial" and predicate.status != "negated"  # لم تنف أنقرة القصف
        stance = "denies" if denies else "asserts"
        sources, start = self._source_of(index, kind, stance)
        named = (predicate.actors or predicate.shared) if predicate is not None else []
        if predicate is not None and named:
            alone = len(named) == len(sources) == 1 and sources[0].first == named[0].first
            alone = alone and not self._content_inside(sources[0], named[0].last)
            if not alone or any(sources[0].first <= target.first < sources[0].last for target in predicate.targets):
                sources = [self.speakers.claim(actor, stance) for actor in named]
            if not predicate.actors:
                start = index + 1
        if sources and index and bare(self.tokens[index - 1].norm, VERB_NEGATORS) and self._anybody(sources[0].first):
            return None
        clause = self.contents.clause_follows(index) or any(
            token.text in QUOTES | {":"}
            for token in self.tokens[index : start + 1 + (self.tokens[min(start, len(self.tokens) - 1)].norm == "عن")]
        )
        end = self.contents.end(start, index, denial=denies, clause=clause)
        if self._embedded(index) and not self.contents.clause_follows(index):
            end = next((p for p in range(start, end) if self.tokens[p].text in "،," or self.clauses.hard[p]), end)
        if kind == "document":
            if not sources or all(source.kind in ARMED_KINDS for source in sources):
                return None  # رصد الجيش تحرك المجموعة: a force that sees reports nothing
        if kind == "mood" and not self.contents.clause_follows(index):
            expected = self.contents.expected(index)
            if expected is None or not sources:
                return None
            end = self.contents.objects_end(expected.first)
        if predicate is not None and predicate.type in _ONE_OBJECT and not self.contents.clause_follows(index):
            end = min(end, self.contents.object_end(start))
            known = next((p for p in self.clauses.predicates if start <= p.first < end), None)
            if predicate.type == "responsibility_claim" and known is not None and self.tokens[known.first].norm.startswith("ال"):
                return None  # تبنى التنظيم العملية: which the text has told
        if predicate is not None and predicate.type in _ANSWERING and not self.contents.clause_follows(index):
            first = next((p for p in self.clauses.predicates if p.first >= start), None)
            others = predicate.type == "rejection" or (first is not None and first.type == "accusation")
            near = first is not None and first.pos == "noun" and first.first - start <= _BESIDE
            if first is not None and near and others and self._others_act(first):
                return None  # رفض الفصيل دعوة أنقرة, نفى الاتهامات: what others said is not told by who rejects it
        if self._impersonal(index) and sources and sources[0].last <= index:
            sources = []  # غازات يُرجح أنها سامة
        start = self._past_aside(start) if not clause else start
        end = start if self.contents.rules(index) else end
        report = Report(sources, start, end, index, "denial" if denies else "claim" if kind == "claim" else "report")
        report.spans = [(source.first, source.last) for source in sources if source.first >= 0]
        if not sources and (kind != "speech" or (predicate is not None and predicate.pos == "verb")):
            if self._impersonal(index):
                return None
            report.sources = [SourceClaim(None, None, None, None, pronoun=True)]
        self._announced(report, lemma)
        self._headed_relative(report)
        return report if report.sources else None

    def _content_inside(self, source: SourceClaim, last: int) -> bool:
        """طالب المبعوث بالنظر في: whether what is asked for, with ب, was read as a part of the source's name."""
        return last < source.last and self.tokens[last].norm.startswith("ب") and self.tokens[last].norm not in ("باسم", "بن")

    def _others_act(self, predicate: Predicate) -> bool:
        """Whether what is rejected or denied is a verbal act of others, or a deal that is made (رفض الاتفاق)."""
        return predicate.pattern.frame == SPEECH or (predicate.type == "agreement" and predicate.definite)

    def _added(self) -> list[Report]:
        """كما أعلنت تركيا أنها ستنسحب: a phrase of citing with a content of its own is a report like any other."""
        out = []
        for found in self.view.at:
            match = found["according"][0] if "according" in found else None
            if match is None or not self.according.adds(match):
                continue
            verb = match.last - 1
            sources, start = self._source_of(verb, "assert", "asserts")
            spans = [(source.first, source.last) for source in sources]
            sources = sources or [SourceClaim(None, None, None, None, pronoun=True)]
            out.append(Report(sources, start, self.contents.end(start, verb), verb, "report", spans))
        return out

    def _past_aside(self, start: int) -> int:
        """تعهد الوزير، لدى استقباله الوفد، بفتح المعبر: what happened when he said it, between commas, is none of what he said."""
        if (
            start + 1 >= len(self.tokens)
            or self.tokens[start].text not in ("،", ",")
            or self.view.preposition(start + 1) not in _WHEN
        ):
            return start
        end = next((p for p in range(start + 2, len(self.tokens)) if self.tokens[p].text in ("،", ",")), start)
        return end if end < len(self.tokens) - 1 and not any(p in self.clauses.verbs for p in range(start, end)) else start

    def _embedded(self, index: int) -> bool:
        """أنباء تداولتها وسائل إعلام, ما تتداوله الصفحات: a report inside a relative clause."""
        verb = self.clauses.verbs.get(index)
        return index > 0 and verb is not None and bool(verb.match.enclitic)

    def _impersonal(self, index: int) -> bool:
        """يذكر أن, ويشار إلى أن: noted by nobody in particular."""
        token = self.tokens[index]
        following = self.tokens[index + 1].norm if index + 1 < len(self.tokens) else ""
        return token.norm.removeprefix("و") in _IMPERSONAL and (
            bool(bare(following, COMPLEMENTISERS)) or following in ("الي", "ب", "علي")
        )

    def _appearance(self, index: int) -> Report | None:
        """جاء في بيان للوزارة أن, وردت تقارير عن قصف: what stands in a statement is its issuer's, else the statement's."""
        if index + 2 < len(self.tokens) and "statement" in self.view.covered[index + 1]:
            lead = next((p for p in range(index + 2, min(len(self.tokens), index + 8)) if self._leads(p)), -1)
            if lead > 0:
                sources = self.speakers.claims(index + 1, lead, "asserts")
                return Report(sources, lead, self.contents.end(lead, index), index, "report", [(index + 1, lead)])
        if index + 2 >= len(self.tokens) or self.tokens[index + 1].norm != "في" or not self.speakers.statement(index + 2):
            return None
        stop = next((p for p in range(index + 2, len(self.tokens)) if bare(self.tokens[p].norm, COMPLEMENTISERS)), -1)
        if stop < 0:
            return None
        last = stop
        while self.tokens[last - 1].text in "،,":
            last -= 1
        sources = self.speakers.claims(index + 2, last, "asserts")
        return Report(sources, stop, self.contents.end(stop, index), index, "report", [(index + 2, last)])

    def _leads(self, index: int) -> bool:
        """عن, حول, أن: what leads from a statement to its content."""
        return self.tokens[index].norm in ("عن", "حول", "بشان") or bare(self.tokens[index].norm, COMPLEMENTISERS) != ""

    def _headed_relative(self, report: Report) -> None:
        """القصف الذي تقول أنقرة إنه أوقع جرحى: the noun that the relative clause describes is told by its speaker too."""
        before = report.verb - 1
        if before < 1 or not bare(self.tokens[before].norm, STRONG_RELATIVES) or not self.contents.clause_follows(report.verb):
            return
        head = [p for p in self.clauses.predicates if p.last <= before and before - p.last <= 3 and p.pos == "noun"]
        if head:
            report.start = head[-1].first

    def _participles(self, reports: list[Report]) -> list[Report]:
        """، مشيراً إلى أن, مضيفة أن: a participle of saying goes on with the speaker before it, else with the subject of its clause."""
        out = []
        for index in range(len(self.tokens)):
            if not self.speakers.participle(index) or index in self.clauses.verbs:
                continue
            if any(p.first == index for p in self.clauses.predicates):
                continue
            earlier = [report for report in reports if report.verb < index and report.sources and report.kind != "mention"]
            if any(report.kind != "according" and report.start <= index < report.end for report in earlier):
                continue
            sources = list(earlier[-1].sources) if earlier else self.speakers.speaking_subject(index)
            sources = [attrs.evolve(source, stance="asserts") for source in sources]
            if not sources:
                sources = [SourceClaim(None, None, None, None, pronoun=True)]
            out.append(Report(sources, index + 1, self.contents.end(index + 1, index), index, "report"))
        return out

    def _after_banner(self) -> int:
        """عاجل | بوتين: ..., RT @desk: عاجل | المراسل: ...: the first word of a headline behind the marks of its outlet."""
        opening = self.tokens[:_OPENING]
        marks = [p for p, token in enumerate(opening) if token.norm.lstrip("#") in _BANNERS]
        if not marks and opening and opening[0].text == "RT":
            marks = [p for p, token in enumerate(opening) if token.text == ":"][:1]
        behind = marks[-1] + 1 if marks else 0
        return next((p for p in range(behind, len(self.tokens)) if self.tokens[p].kind == "word"), 0)

    def _headed(self) -> list[Report]:
        """محققون أمميون: عنف جنسي, الدفاع الروسية: إسقاط مسيرة: who is named before the colon of a headline reports it."""
        start = self._after_banner()
        colon = next((p for p in range(start, min(start + 10, len(self.tokens))) if self.tokens[p].text == ":"), -1)
        before = [p for p in self.clauses.predicates if p.first < colon]
        # ماكرون متوعداً الأسد: أي هجوم ...
        spoken = [p for p in before if p.pos == "participle" and p.pattern.frame == SPEECH]
        if colon < 1 or any(position < colon for position in self.clauses.verbs) or before != spoken:
            return []
        actors = [actor for actor in self.view.actors if actor.first == start and actor.last <= colon and actor.kind != "facility"]
        if not actors or (actors[0].kind == "country" and actors[0].code == _HOME and actors[0].last == colon):
            return []  # سوريا: قتلى في قصف ...: where it happened, and nobody who says so
        last = spoken[0].first if spoken else colon
        sources = self.speakers.claims(start, last, "asserts")
        return [Report(sources, colon + 1, len(self.tokens), start, "report", [(start, last)])]

    def _resume(self, reports: list[Report]) -> None:
        """المنظمة قالت إن تحقيقاتها كشفت, لكنه قال: a source that no word names is the last one of the sentence, or the subject before it."""
        for index, report in enumerate(reports):
            if any(source.text or not source.pronoun for source in report.sources):
                continue
            told = [other for other in reports if other.start <= report.verb < other.end and any(s.text for s in other.sources)]
            if told and self.contents.first_person(report.verb):
                # الوزير: نخشى أن ...: who is quoted says "we".
                report.sources = [attrs.evolve(s, stance="asserts") for s in min(told, key=lambda other: other.length).sources]
                continue
            earlier = [
                other
                for other in reports[:index]
                if other.verb in self.clauses.verbs and any(source.text for source in other.sources)
            ]
            if earlier:
                report.sources = [attrs.evolve(source, stance="asserts") for source in earlier[-1].sources]
                continue
            before = self.tokens[report.verb - 1].norm if report.verb else ""
            if bare(before, TAKE_UP) or self.view.joined(report.verb):
                report.sources = self.speakers.speaking_subject(report.verb) or report.sources

    def _announced(self, report: Report, lemma: str) -> None:
        """أعلنت روسيا وقفاً لإطلاق النار: what is the object of declaring is the declarer's own act."""
        if lemma not in _DECLARE or not report.sources:
            return
        following = [p for p in self.clauses.predicates if p.first >= report.start]
        if not following or following[0].pos == "verb":
            return
        found, head = self.heads.head(following[0])
        if found not in ("", "عن") and not (found == "الي" and self.tokens[head - 2].norm.endswith("التوصل")):
            return  # أعلنت روسيا التوصل إلى اتفاق
        following[0].announced = True
        for before, predicate in pairwise(following):
            # أعلن الجيش إحباط هجوم والقضاء على مسلحين: what is coordinated with it is too.
            between = range(before.last, predicate.first)
            if predicate.pos != "noun" or any(p in self.clauses.verbs or self.clauses.hard[p] for p in between):
                return
            predicate.announced = predicate.proclitics == "و"

    def _nominal(self) -> list[Report]:
        """رغم إعلان روسيا وتركيا اتفاقاً, تأكيد المرصد وقوع ...: a reporting noun whose genitive is the source."""
        out = []
        for index, found in enumerate(self.view.at):
            if "report" not in found:
                continue
            match = found["report"][0]
            if match.value.form is None or match.value.form.pos != "noun" or index in self.clauses.verbs:
                continue
            sources = [
                self.speakers.claim(actor, "asserts")
                for actor in self.view.actors
                if actor.governor == "genitive" and actor.governed_by == index
            ]
            if match.value.ref == "document" and not any(source.kind in _RECORDERS for source in sources):
                # تمكن المرصد من توثيق مقتل خمسة: the genitive is what is recorded; who records it is the subject of the verb.
                sources = self.speakers.speaking_subject(index)
                if sources:
                    out.append(Report(sources, match.last, self.contents.end(match.last, index, clause=False), index, "report"))
                continue
            if sources:
                start = max(s.last for s in sources)
                end = (
                    self.contents.end(match.last, index) if self.contents.clause_follows(index) else self.contents.object_end(start)
                )
                report = Report(sources, start, end, index, "report", [(s.first, s.last) for s in sources])
                self._announced(report, match.value.form.lemma)
                out.append(report)
        return out

    def _source_of(self, index: int, kind: str, stance: str) -> tuple[list[SourceClaim], int]:
        """The sources of the reporting verb at a token and the token where its content starts."""
        tokens = self.tokens
        position = index + 1
        stop = None
        while position < len(tokens) and position - index < 45:
            token = tokens[position]
            if self.contents.opens_clause(position) or (position > index + 1 and token.text in ":؛"):
                stop = position
                break
            if position in self.clauses.verbs and not self.contents.in_relative(index, position):
                stop = position
                break
            if token.text in ".!؟?" or (token.text in ("،", ",") and self.speakers.participle(position + 1)):
                break  # نفت الوزارة شن غارات، مؤكدة أن ...
            position += 1
        end = stop if stop is not None else position
        if kind == "relay":
            relayed = self._relayed(index, end, stance)
            if relayed is not None:
                return relayed, end
        subject = self.speakers.subject(index, end)
        if subject is not None and subject[0] > index and kind != "document":
            subject = self.named.unquoted(index, subject)
            opened = self.named.opened(index, subject, stop, kind)
        else:
            opened = False
        if (
            subject is not None
            and subject[0] > index
            and (
                self.contents.we_say(index)  # حذرنا الأتراك من هجوم: whom we warn
                or not (self.speakers.nameable(subject[0], subject[1], opened=opened) or self.named.like_a_verb(index, subject))
            )
        ):
            subject = None
        verb = self.clauses.verbs.get(index)
        if kind == "speech" and verb is not None and subject is not None and subject[0] > index:
            phrase = next((item for item in self.clauses.items if item.kind == "actor" and item.first == subject[0]), None)
            if verb.number == "p" or (phrase is not None and not agrees(phrase, verb)):
                # وهددوا بتمديد الإضراب, واتهمت النظام بقصفها: the subject stands before the verb.
                subject = None
        own = next((p for p in self.clauses.predicates if p.first == index), None) if kind == "speech" else None
        if own is not None and own.implied:
            return [SourceClaim(own.implied, None, None, None, stance)], index + 1  # مظاهرة تطالب الهيئة ب: those who take part
        if own is not None and own.type == "accusation" and not own.actors:
            subject = None  # كان النظام قد اتهم بشن هجمات: who is accused tells nothing
        if subject is None:
            return [], index + 1
        via = self.speakers.via(index + 1, end) if subject[0] < index else self.speakers.via(subject[1], end)
        claims = self.speakers.claims(subject[0], subject[1], stance, via)
        opens = stop is not None and (bare(tokens[stop].norm, COMPLEMENTISERS) != "" or tokens[stop].text == ":")
        clause = opens and not self.contents.phrase(subject[1], end)
        content = end if clause else subject[1]
        return claims, index + 1 if subject[0] < index else content

    def _relayed(self, index: int, end: int, stance: str) -> list[SourceClaim] | None:
        """نقلت رويترز عن قائد ...: the source stands after عن (or إلى, على لسان), the subject of the verb is the carrier."""
        for position in range(index + 1, end):
            if self.tokens[position].norm in _OF_HIM:
                carrier = self.speakers.subject(index, position)
                named = (self.speakers.claims(carrier[0], carrier[1], stance)[0].text or "",) if carrier is not None else ()
                return [SourceClaim(None, None, None, None, stance, named, pronoun=True)]
            learnt = self.tokens[position].norm == "من" and self.tokens[index].norm.endswith(("علمت", "تعلم"))
            if learnt or self.tokens[position].norm in ("عن", "الي", "لسان"):
                subject = self.speakers.subject(index, position)
                via: tuple[str, ...] = ()
                if subject is not None:
                    start = self.speakers.claims(subject[0], subject[1], stance)[0].start
                    via = (self.view.slice(start or 0, self.tokens[subject[1] - 1].end).strip("\"'“”«» "),)
                stop = position + 1
                while stop < end and not (stop > position + 1 and self.speakers.saying(stop)):
                    stop += 1
                while stop > position + 1 and self.tokens[stop - 1].text in "،,:":
                    stop -= 1
                if stop > position + 1:
                    return self.speakers.claims(position + 1, stop, stance, via)
        return None
