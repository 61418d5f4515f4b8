"""Who the text says is the source: reporting verbs, "according to" phrases, statements, chains and pronoun sources."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from eventcode.frames.agreement import agrees
from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Predicate, SourceClaim
from eventcode.frames.speakers import Speakers
from eventcode.mentions import View
from eventcode.mentions.actors import governor
from eventcode.mentions.closed import COMPLEMENTISERS, HARD_ENDS, QUOTES, STRONG_RELATIVES, bare

_SPEECH = "speak"
# Verbal acts that report no content of their own: what stands in their object is the text's.
_NO_CONTENT = frozenset({"consent", "sanction", "proposal", "investigation", "responsibility_claim"})
# Verbal acts about one thing, which their object names: أدان الهجوم, رفض التهجير.
_ONE_OBJECT = frozenset({"criticism", "rejection", "promise"})
_TAKE_UP = frozenset(["لكنها", "لكنه", "لكنهم", "انه", "انها", "انهم"])
_CONTRAST = frozenset(["لكن", "لكنه", "لكنها", "لكنهم", "ولكن", "فيما", "بينما", "غير", "الا", "حين"])
_DECLARE = frozenset({"اعلن", "زعم", "ادعي"})
# يذكر أن, يشار إلى أن: "it should be noted" cites nobody.
_IMPERSONAL = frozenset({"يذكر", "يشار", "يقال", "يعرف", "يعتقد", "تجدر"})
_ASIDE = frozenset({"خلال", "اثناء", "منذ", "قبل", "ضمن", "في", "من", "مع", "بين"})
_OF_HIM = frozenset({"عنه", "عنها", "عنهم"})
_OPENING = frozenset(':"“«')
_APPEARS = frozenset({"جاء", "ورد"})
_SPEAKER_KINDS = frozenset({"aircraft", "weapon", "vehicle", "facility"})
_CARRIERS = frozenset({"media", "outlet"})


@attrs.define(slots=True, eq=False)
class Report:
    """A reporting construction: its sources and the tokens that its content covers (start to end, exclusive)."""

    sources: list[SourceClaim]
    start: int
    end: int
    verb: int
    kind: str
    spans: list[tuple[int, int]] = attrs.field(factory=list)

    def covers(self, predicate: Predicate) -> bool:
        """Whether a predicate stands in the content."""
        return (
            self.start <= predicate.first < self.end
            and self.verb != predicate.first
            and not any(first <= predicate.first < last for first, last in self.spans)
        )

    @property
    def length(self) -> tuple[int, int]:
        """Orders reports from the innermost."""
        return self.end - self.start, -self.start


class Sources:
    """Finds the reporting constructions of a sentence and gives predicates their sources."""

    def __init__(self, view: View, clauses: Clauses) -> None:
        self.view = view
        self.clauses = clauses
        self.tokens = view.tokens
        self.speakers = Speakers(view, clauses)
        self.reports: list[Report] = []

    def fill(self) -> None:
        """Find the reports, then give each predicate the sources of those that cover it."""
        self.reports = sorted(
            [*self._verbs(), *self._nominal(), *self._according(), *self._headed()], key=lambda report: report.verb
        )
        self.reports = sorted([*self.reports, *self._participles()], key=lambda report: report.verb)
        self._resume()
        self._statement_subjects()
        for predicate in self.clauses.predicates:
            covering = [report for report in self.reports if report.covers(predicate)]
            own = {actor.code for actor in predicate.actors or predicate.shared}
            if predicate.pattern.frame == _SPEECH and own:
                # The speaker's own verbal act has no source (coding rules, section 7).
                covering = [report for report in covering if not {source.code for source in report.sources} & own]
            predicate.own_words = self._own_words(predicate)
            predicate.sources = self._denied(predicate, covering) if predicate.denied >= 0 else self._told(covering)
            for source in predicate.sources:
                predicate.why("attribution", f"{source.text or 'pronoun'} {source.stance} it")
        self._rivals()

    def _own_words(self, predicate: Predicate) -> bool:
        """قال إن التقرير "بلا أساس", نرحب بالقرار, كما طالب بالرد: a judgment with no other judge, or an act with no other doer, is his own."""
        if predicate.pattern.frame != _SPEECH or predicate.actors or predicate.shared:
            return False
        first_person = predicate.form is not None and predicate.form.person == 1
        before = {bare(token.norm, COMPLEMENTISERS) for token in self.tokens[max(0, predicate.first - 2) : predicate.first]}
        goes_on = predicate.pos == "participle" or (predicate.pos == "verb" and predicate.dropped and before == {""})
        return predicate.type in ("criticism", "consent") or first_person or goes_on

    def _told(self, covering: list[Report]) -> list[SourceClaim]:
        """The claims of the innermost report; "according to" comes before verbs, but an outlet in it only carries what they tell."""
        cited = [report for report in covering if report.kind == "according"]
        said = [report for report in covering if report.kind != "according"]
        # قال القائد إن تحذيرات واشنطن من هجوم ...: a speech that is only mentioned is part of what is reported.
        said = [report for report in said if report.kind != "mention"] or said
        if not covering:
            return []
        nearest = min(cited or said, key=lambda report: report.length)
        inner = min(said, key=lambda report: report.length) if said else nearest
        if inner is not nearest and all(source.kind in _CARRIERS for source in nearest.sources):
            carriers = tuple(source.text for source in nearest.sources if source.text)
            return [attrs.evolve(source, via=(*source.via, *carriers)) for source in inner.sources]
        distant = inner.sources if inner is not nearest and inner.kind == "claim" else []  # زعمت روسيا ...، وفقاً لقاعدتها
        return [attrs.evolve(source) for source in (*distant, *nearest.sources)]

    def _denied(self, predicate: Predicate, covering: list[Report]) -> list[SourceClaim]:
        """نفى الجيش أنباء تداولتها وسائل إعلام: the one who speaks denies it; who is cited inside the denial asserts it."""
        outer = [report for report in covering if report.verb <= predicate.denied or report.kind == "according"]
        inner = [report for report in covering if report not in outer]
        claims = [attrs.evolve(source, stance="denies") for source in self._told(outer)]
        if not claims:
            return [attrs.evolve(source, stance="denies") for source in self._told(inner)]
        deniers = {claim.code for claim in claims}
        cited = [source for source in self._told(inner) if source.kind and not source.pronoun and source.code not in deniers]
        return [*claims, *(attrs.evolve(source, stance="asserts") for source in cited)]

    def _rivals(self) -> None:
        """بحسب الوزارة، لكن المرصد قال إنه ...: a second report of the same happening, which names it by a pronoun, is a rival source."""
        for report in self.reports:
            if report.kind not in ("report", "denial") or not any(source.text for source in report.sources):
                continue
            inside = [p for p in self.clauses.predicates if report.covers(p)]
            before = [p for p in self.clauses.predicates if p.last <= min([report.verb, *(s.first for s in report.sources)])]
            contrast = any(bare(self.tokens[p].norm, _CONTRAST) for p in range(before[-1].last, report.verb)) if before else False
            if not before or not contrast or not before[-1].sources:
                continue
            if report.kind == "denial" and not inside:
                for predicate in before:
                    if predicate.pattern.frame != _SPEECH and predicate.sources:
                        predicate.sources = [*predicate.sources, *report.sources]
            elif report.kind == "report" and inside and self._resumed(report, inside[0]):
                before[-1].sources = [*before[-1].sources, *report.sources]

    def _resumed(self, report: Report, first: Predicate) -> bool:
        """قال إنها أسفرت عن مقتل ...: the content begins with a pronoun and a verb of outcome."""
        words = range(report.start, first.first)
        pronoun = any(bare(self.tokens[p].norm, COMPLEMENTISERS)[-1:] in ("ه", "ا") for p in words)
        return pronoun and any("result" in self.view.covered[p] for p in words)

    def source_tokens(self) -> set[int]:
        """Tokens of source phrases: places and people there are not the event's."""
        return {position for report in self.reports for first, last in report.spans for position in range(first, last)}

    # -- verbs -------------------------------------------------------------------------------------------------------

    def _verbs(self) -> list[Report]:
        out = [report for index in self._openers() if (report := self._verb_report(index)) is not None]
        for predicate in self.clauses.predicates:
            said = predicate.pattern.frame == _SPEECH and (
                predicate.pos == "participle" or (predicate.pos == "noun" and bool(predicate.actors))
            )
            sources = [self.speakers.claim(a, "denies" if predicate.type == "denial" else "asserts") for a in predicate.actors]
            if said and sources:
                end = self._content_end(predicate.last, predicate.first)
                kind = "mention" if predicate.pos == "noun" else "speech"
                out.append(Report(sources, predicate.last, end, predicate.first, kind))
        return out

    def _openers(self) -> Iterator[int]:
        """Finite verbs, and fixed expressions of reporting (عبّر عن, بيّنت)."""
        for index, found in enumerate(self.view.at):
            fixed = "report" in found and found["report"][0].value.form is None and found["report"][0].value.phrase
            if index in self.clauses.verbs or fixed or self._explains(index):
                yield index

    def _explains(self, index: int) -> bool:
        """وبيّن المصدر أن: spelled like "between", a verb only at the head of its sentence and before a clause."""
        return index == 0 and self.tokens[0].norm in ("بين", "وبين") and self._clause_follows(0)

    def _reporting(self, index: int) -> bool:
        """Whether a verb of reporting stands at a token; verbs of judging (اعتبر, خشي) report only with a clause."""
        verb = self.clauses.verbs.get(index)
        match = self.view.best(index, "report")
        if match is None or (verb is not None and "report" not in verb.kinds):
            return False
        return match.value.ref != "clause" or self._clause_follows(index)

    def _clause_follows(self, index: int) -> bool:
        """Whether the content of the verb at a token is a clause: a complementiser before the next verb or strong mark."""
        for position in range(index + 1, min(len(self.tokens), index + 30)):
            token = self.tokens[position]
            if bare(token.norm, COMPLEMENTISERS):
                return not token.norm.startswith("لان")
            turned = bool(bare(token.norm, _CONTRAST)) or token.text in HARD_ENDS
            if turned or (position in self.clauses.verbs and not self._in_relative(index, position)):
                return False
        return False

    def _verb_report(self, index: int) -> Report | None:
        """The report that the verb at a token makes, if it makes one."""
        verb = self.clauses.verbs.get(index)
        form = verb.match.value.form if verb is not None else None
        lemma = form.lemma if form is not None else ""
        predicate = next((p for p in self.clauses.predicates if p.first == index), None)
        speech = predicate is not None and predicate.pattern.frame == _SPEECH
        reports = self._reporting(index) or self._explains(index)
        if lemma in _APPEARS:
            return self._appearance(index)
        if form is not None and form.person == 1 and verb is not None and verb.match.enclitic:
            return None  # نصفهم is "half of them"
        if not reports and not speech:
            return None
        if predicate is not None and (not speech or (predicate.type in _NO_CONTENT and not reports)):
            # استشهد ثلاثة, تبنى الهجوم: a verb that reports an act here cites nothing.
            return None
        if self.view.best(index, "according") is not None or (index > 0 and "according" in self.view.covered[index - 1]):
            return None
        match = self.view.best(index, "report")
        kind = match.value.ref if match is not None and reports else "assert" if reports else "speech"
        denies = predicate is not None and predicate.type == "denial"
        stance = "denies" if denies else "asserts"
        sources, start = self._source_of(index, kind, stance)
        named = (predicate.actors or predicate.shared) if predicate is not None else []
        if predicate is not None and named:
            alone = len(named) == len(sources) == 1 and sources[0].first == named[0].first
            if not alone or any(sources[0].first <= target.first < sources[0].last for target in predicate.targets):
                sources = [self.speakers.claim(actor, stance) for actor in named]
            if not predicate.actors:
                start = index + 1
        clause = self._clause_follows(index) or any(token.text in QUOTES | {":"} for token in self.tokens[index : start + 1])
        end = self._content_end(start, index, denial=denies, clause=clause)
        if self._embedded(index) and not self._clause_follows(index):
            end = next((p for p in range(start, end) if self.tokens[p].text in "،," or self.clauses.hard[p]), end)
        if kind == "document" and not sources:
            return None
        if predicate is not None and predicate.type in _ONE_OBJECT and not self._clause_follows(index):
            end = min(end, self._object_end(start))
        report = Report(sources, start, end, index, "denial" if denies else "claim" if kind == "claim" else "report")
        report.spans = [(source.first, source.last) for source in sources if source.first >= 0]
        if not sources and (kind != "speech" or (predicate is not None and predicate.pos == "verb")):
            if self._impersonal(index):
                return None
            report.sources = [SourceClaim(None, None, None, None, pronoun=True)]
        self._announced(report, lemma)
        self._headed_relative(report)
        return report if report.sources else None

    def _embedded(self, index: int) -> bool:
        """أنباء تداولتها وسائل إعلام, ما تتداوله الصفحات: a report inside a relative clause."""
        verb = self.clauses.verbs.get(index)
        return index > 0 and verb is not None and bool(verb.match.enclitic)

    def _object_end(self, start: int) -> int:
        """أدان الهجوم الذي ..., رفض إجبار الناس على النزوح خلال الحرب: the act that is judged is the first, told as its object."""
        first = next((p for p in self.clauses.predicates if p.first >= start), None)
        if first is None or first.pos == "verb" or first.first - start > 8:
            return start
        if any(self.clauses.hard[p] or self.view.preposition(p) in _ASIDE for p in range(start, first.first)):
            return start
        return first.last

    def _impersonal(self, index: int) -> bool:
        """يذكر أن, ويشار إلى أن: noted by nobody in particular."""
        token = self.tokens[index]
        following = self.tokens[index + 1].norm if index + 1 < len(self.tokens) else ""
        return token.norm.removeprefix("و") in _IMPERSONAL and (
            bool(bare(following, COMPLEMENTISERS)) or following in ("الي", "ب", "علي")
        )

    def _appearance(self, index: int) -> Report | None:
        """جاء في بيان للوزارة أن: what stands in a statement is its issuer's."""
        if index + 2 >= len(self.tokens) or self.tokens[index + 1].norm != "في" or not self.speakers.statement(index + 2):
            return None
        stop = next((p for p in range(index + 2, len(self.tokens)) if bare(self.tokens[p].norm, COMPLEMENTISERS)), -1)
        if stop < 0:
            return None
        last = stop
        while self.tokens[last - 1].text in "،,":
            last -= 1
        sources = self.speakers.claims(index + 2, last, "asserts")
        return Report(sources, stop, self._content_end(stop, index), index, "report", [(index + 2, last)])

    def _headed_relative(self, report: Report) -> None:
        """القصف الذي تقول أنقرة إنه أوقع جرحى: the noun that the relative clause describes is told by its speaker too."""
        before = report.verb - 1
        if before < 1 or not bare(self.tokens[before].norm, STRONG_RELATIVES) or not self._clause_follows(report.verb):
            return
        head = [p for p in self.clauses.predicates if p.last <= before and before - p.last <= 3 and p.pos == "noun"]
        if head:
            report.start = head[-1].first

    def _participles(self) -> list[Report]:
        """، مشيراً إلى أن, مضيفة أن: a participle of saying goes on with the speaker before it, else with the subject of its clause."""
        out = []
        for index in range(len(self.tokens)):
            if not self.speakers.participle(index) or index in self.clauses.verbs:
                continue
            if any(p.first == index for p in self.clauses.predicates):
                continue
            earlier = [report for report in self.reports if report.verb < index and report.sources]
            if any(report.kind != "according" and report.start <= index < report.end for report in earlier):
                continue
            sources = list(earlier[-1].sources) if earlier else self._speaking_subject(index)
            sources = [attrs.evolve(source, stance="asserts") for source in sources]
            if not sources:
                sources = [SourceClaim(None, None, None, None, pronoun=True)]
            out.append(Report(sources, index + 1, self._content_end(index + 1, index), index, "report"))
        return out

    def _speaking_subject(self, index: int) -> list[SourceClaim]:
        """The subject of the last verb before a token, where it can speak."""
        for position in sorted((p for p in self.clauses.verbs if p < index), reverse=True):
            subject = self.clauses.arguments(position).subject
            if subject is not None and subject.kind == "actor" and subject.actors[0].kind not in _SPEAKER_KINDS:
                return [self.speakers.claim(actor, "asserts") for actor in subject.actors]
        return []

    def _headed(self) -> list[Report]:
        """محققون أمميون: عنف جنسي, الدفاع الروسية: إسقاط مسيرة: who is named before the colon of a headline reports it."""
        colon = next((p for p, token in enumerate(self.tokens[:10]) if token.text == ":"), -1)
        if (
            colon < 1
            or any(position < colon for position in self.clauses.verbs)
            or any(p.first < colon for p in self.clauses.predicates)
        ):
            return []
        actors = [actor for actor in self.view.actors if actor.first == 0 and actor.last <= colon and actor.kind != "facility"]
        if not actors:
            return []
        sources = self.speakers.claims(0, colon, "asserts")
        return [Report(sources, colon + 1, len(self.tokens), 0, "report", [(0, colon)])]

    def _resume(self) -> None:
        """المنظمة قالت إن تحقيقاتها كشفت, لكنه قال: a source that no word names is the last one of the sentence, or the subject before it."""
        for index, report in enumerate(self.reports):
            if any(source.text or not source.pronoun for source in report.sources):
                continue
            earlier = [
                other
                for other in self.reports[:index]
                if other.verb in self.clauses.verbs and any(source.text for source in other.sources)
            ]
            if earlier:
                report.sources = [attrs.evolve(source, stance="asserts") for source in earlier[-1].sources]
                continue
            before = self.tokens[report.verb - 1].norm if report.verb else ""
            if bare(before, _TAKE_UP) or self.tokens[report.verb].norm[:1] == "و":
                report.sources = self._speaking_subject(report.verb) or report.sources

    def _announced(self, report: Report, lemma: str) -> None:
        """أعلنت روسيا وقفاً لإطلاق النار: what is the object of declaring is the declarer's own act."""
        if lemma not in _DECLARE or not report.sources:
            return
        following = [p for p in self.clauses.predicates if p.first >= report.start]
        if following and following[0].pos != "verb":
            found = following[0].proclitics[-1:] or governor(self.view, following[0].first)[0]
            if found in ("", "عن"):
                following[0].announced = True

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
            if sources:
                report = Report(
                    sources, max(s.last for s in sources), self._content_end(match.last, index), index, "report",
                    [(s.first, s.last) for s in sources],
                )  # fmt: skip
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
            if bare(token.norm, COMPLEMENTISERS) or (position > index + 1 and token.text in ":؛"):
                stop = position
                break
            if position in self.clauses.verbs and not self._in_relative(index, position):
                stop = position
                break
            if token.text in ".!؟?":
                break
            position += 1
        end = stop if stop is not None else position
        if kind == "relay":
            relayed = self._relayed(index, end, stance)
            if relayed is not None:
                return relayed, end
        subject = self.speakers.subject(index, end)
        if subject is not None and subject[0] > index and kind != "document":
            opened = subject[1] < len(tokens) and (
                bare(tokens[subject[1]].norm, COMPLEMENTISERS) != ""
                or tokens[subject[1]].text in QUOTES | {":", "،", ","}
                or self.speakers.dated(subject[1])
                or self._object_after(subject)
                or (stop is not None and bare(tokens[stop].norm, COMPLEMENTISERS) != "")
            )
        else:
            opened = False
        if subject is not None and subject[0] > index and not self.speakers.nameable(subject[0], subject[1], opened=opened):
            subject = None
        verb = self.clauses.verbs.get(index)
        if kind == "speech" and verb is not None and subject is not None and subject[0] > index:
            phrase = next((item for item in self.clauses.items if item.kind == "actor" and item.first == subject[0]), None)
            if verb.number == "p" or (phrase is not None and not agrees(phrase, verb)):
                # وهددوا بتمديد الإضراب, واتهمت النظام بقصفها: the subject stands before the verb.
                subject = None
        if subject is None:
            return [], index + 1
        via = self.speakers.via(index + 1, end) if subject[0] < index else self.speakers.via(subject[1], end)
        claims = self.speakers.claims(subject[0], subject[1], stance, via)
        clause = stop is not None and bare(tokens[stop].norm, COMPLEMENTISERS) != "" and not self._object(subject[1], end)
        content = end if clause else subject[1]
        return claims, index + 1 if subject[0] < index else content

    def _object_after(self, subject: tuple[int, int]) -> bool:
        """أكد الفلاني مقتل خمسة, أفاد فلان بقصف: an event that is no genitive of what stands before it (كشف دور الضربات)."""
        following = next((p for p in self.clauses.predicates if p.first == subject[1] and p.pos != "verb"), None)
        named = self.tokens[subject[0]].norm.startswith("ال")
        return following is not None and (named or bool(following.proclitics))

    def _object(self, start: int, end: int) -> bool:
        """أعلن الجيش هدنة، قال إنها ..., كشفت مصادر عن قصف ...: whether the content before ``end`` is a noun phrase."""
        if any(
            start <= p.first < end and p.pos == "noun" and not p.proclitics and governor(self.view, p.first)[0] == ""
            for p in self.clauses.predicates
        ):
            return True
        while start < end and (
            self.tokens[start].kind == "punct" or self.speakers.dated(start) or "via" in self.view.covered[start]
        ):
            start += 1
        return start + 1 < end and self.tokens[start].norm in ("عن", "الي")

    def _in_relative(self, index: int, position: int) -> bool:
        return any(bare(self.tokens[p].norm, STRONG_RELATIVES) for p in range(index + 1, position)) or (
            (self.tokens[position - 1].text in ("،", ",") or bool(self.clauses.verbs[position].match.enclitic))
            and self.tokens[position].norm[:1] != "و"
            and self._comp_after(position)
        )

    def _comp_after(self, position: int) -> bool:
        return any(bare(token.norm, COMPLEMENTISERS) for token in self.tokens[position : position + 25])

    def _relayed(self, index: int, end: int, stance: str) -> list[SourceClaim] | None:
        """نقلت رويترز عن قائد ...: the source stands after عن (or إلى, على لسان), the subject of the verb is the carrier."""
        for position in range(index + 1, end):
            if self.tokens[position].norm in _OF_HIM:
                carrier = self.speakers.subject(index, position)
                named = (self.speakers.claims(carrier[0], carrier[1], stance)[0].text or "",) if carrier is not None else ()
                return [SourceClaim(None, None, None, None, stance, named, pronoun=True)]
            if self.tokens[position].norm in ("عن", "الي", "لسان"):
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

    # -- content -----------------------------------------------------------------------------------------------------

    def _content_end(self, start: int, verb: int, *, denial: bool = False, clause: bool = True) -> int:
        """Where a report's content ends: at another report with its own source, at a change of speaker, else the sentence's end.

        What is no clause (أعلنت هدنة، لكنها لم تصمد) ends at any contrast. A denial ends at وذلك too, after which the text goes on.
        """
        for position in range(start, len(self.tokens)):
            token = self.tokens[position]
            if position > verb and position in self.clauses.verbs and self._reporting(position):
                before = self.tokens[position - 1].norm
                topic = self.speakers.topic(position)
                if topic is not None and topic[0] > verb and self.tokens[topic[0]].norm[:1] == "و":
                    return topic[0]  # وأنقرة تؤكد
                if token.norm[:1] == "و" or bare(before, _CONTRAST - _TAKE_UP):
                    return position
            if position > start and bare(token.norm, _CONTRAST) and (not clause or self._speaks(position)):
                return position
            if denial and token.norm == "وذلك":
                return position
            if not clause and bare(token.norm, STRONG_RELATIVES):
                return position  # كشف تفاصيل عن الصحفي الذي اختفى
        return len(self.tokens)

    def _speaks(self, index: int) -> bool:
        """Whether a new speaker's own act follows a contrast: a named subject, then a verb of saying (لكنه قال is the same speaker)."""
        if bare(self.tokens[index].norm, _TAKE_UP):
            return False
        for position in range(index + 1, min(len(self.tokens), index + 14)):
            if self.tokens[position].text in HARD_ENDS:
                return False
            if position in self.clauses.verbs:
                own = next((p for p in self.clauses.predicates if p.first == position), None)
                return self._reporting(position) or (own is not None and own.pattern.frame == _SPEECH)
        return False

    # -- according to ------------------------------------------------------------------------------------------------

    def _according(self) -> list[Report]:
        out = []
        relayed = [verb for verb in self.clauses.verbs if (match := self.view.best(verb, "report")) and match.value.ref == "relay"]
        for index, found in enumerate(self.view.at):
            if "according" not in found:
                continue
            match = found["according"][0]
            if self.tokens[match.last - 1].norm == "لسان" and any(verb < index for verb in relayed):
                continue
            first, verb = self._cited(match.last, match.value.ref)
            verb = index if verb < 0 else verb
            if first < len(self.tokens) and self.speakers.saying(first):
                sources = self._speaking_subject(index)
                if sources and self._phrases_end(first + 1) > first + 1:
                    # ردا، بحسب قولها، على هجوم: what they say is the phrase that goes on.
                    out.append(Report(sources, first + 1, self._phrases_end(first + 1), verb, "according", [(index, first + 1)]))
                continue
            last = self.speakers.after(first)
            if last <= first or self.speakers.rule(first):
                continue
            if not self.speakers.nameable(first, last, opened=True, governed=True):
                continue
            sources = self.speakers.claims(first, last, "asserts", self.speakers.via(first, last))
            leading = not any(p.first < index for p in self.clauses.predicates) or index <= 1
            if leading and any(p.first > last for p in self.clauses.predicates):
                start, end = last, len(self.tokens)
            else:
                start, end = self._back_to(index), self._phrases_end(last)
            out.append(Report(sources, start, end, verb, "according", [(index, last)]))
        return out

    def _cited(self, first: int, follows: str) -> tuple[int, int]:
        """Where the source phrase after "according to" begins, past particles, quotes and a verb of saying; and that verb, else -1."""
        size = len(self.tokens)
        while first < size and (self.tokens[first].norm in ("ما", "ل", "الي", "عن") or self.tokens[first].text in QUOTES):
            first += 1
        verb = -1
        if first < size and (
            first in self.clauses.verbs
            or (follows == "clause" and self.view.best(first, "report") and not self.speakers.animate(first))
        ):
            verb = first
            first += 1
        elif follows == "clause" and first + 1 < size and first + 1 in self.clauses.verbs:
            first += 1
        if verb >= 0 and first + 1 < size and self.tokens[first].norm == "في":
            first += 1  # وفق ما جاء في بيان
        while first < size and self.tokens[first].text in QUOTES:
            first += 1
        return first, verb

    def _phrases_end(self, index: int) -> int:
        """The clause goes on after an inserted "according to" with a phrase or an event noun, up to the next verb, or with a quote."""
        if index < len(self.tokens) and self.tokens[index].text in _OPENING:
            return len(self.tokens)
        if index + 1 >= len(self.tokens) or self.tokens[index].text not in ("،", ","):
            return index
        if not self.speakers.prepositional(index + 1) and not self.speakers.event_at(index + 1):
            return index
        position = index + 1
        while position < len(self.tokens) and position not in self.clauses.verbs and not self.clauses.hard[position]:
            position += 1
        return position

    def _back_to(self, index: int) -> int:
        """Where the clause that an "according to" phrase closes begins: after a change of clause with و + verb of another report."""
        for position in range(index - 1, -1, -1):
            if self.tokens[position].text in "؛;":
                return position + 1
            if position in self.clauses.verbs and self._reporting(position) and position > 0:
                return position + 1
        return 0

    def last_named(self) -> list[SourceClaim]:
        """Whom a pronoun in the next sentence stands for (وأضاف): the last one who speaks here, else the last one cited."""
        named = [(report, [s for s in report.sources if s.code and not s.pronoun]) for report in self.reports]
        spoken = [claims for report, claims in named if claims and report.kind != "according"]
        cited = [claims for report, claims in named if claims and report.kind == "according"]
        return (spoken or cited or [[]])[-1]

    def _statement_subjects(self) -> None:
        """البيان, المصدر, المركز as subject: a definite noun that takes up an earlier source is resolved in the document."""
        for report in self.reports:
            for source in report.sources:
                if source.code == "UNK" and source.first >= 0 and self.speakers.statement(source.first):
                    source.pronoun = True
