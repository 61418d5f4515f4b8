"""Who the text says is the source: reporting verbs, "according to" phrases, statements, chains and pronoun sources."""

from __future__ import annotations

import attrs

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Predicate, SourceClaim
from eventcode.mentions import ActorMention, View
from eventcode.mentions.actors import governor
from eventcode.mentions.closed import COMPLEMENTISERS, DETERMINERS, HARD_ENDS, PREPOSITIONS, QUOTES, STRONG_RELATIVES, bare, closes
from eventcode.mentions.spans import bare_start

_SPEECH = frozenset({"speak"})
# Verbal acts that report no content of their own: what stands in their object is the text's.
_NO_CONTENT = frozenset({"criticism", "rejection", "consent", "sanction", "proposal", "promise", "investigation"})
_CONTRAST = frozenset(["لكن", "لكنه", "لكنها", "لكنهم", "ولكن", "فيما", "بينما", "غير", "الا"])
# Nouns of saying that take up a speaker with a pronoun.
_SAYINGS = ("قول", "زعم", "تعبير", "وصف", "راي", "تصريح", "تاكيد", "ادعاء")
# Adverbs of manner that only look like a source: تظهر بشكل واضح.
_MANNER = frozenset({"بشكل", "بصوره", "بطريقه", "بوضوح", "بجلاء", "علنا", "صراحه", "رسميا"})
_JUDGE = frozenset({"اعتبر", "عد"})
_DECLARE = frozenset({"اعلن", "زعم", "ادعي"})


@attrs.define(slots=True, eq=False)
class Report:
    """A reporting construction: its sources and the tokens that its content covers (start to end, exclusive)."""

    sources: list[SourceClaim]
    start: int
    end: int
    verb: int
    kind: str
    spans: list[tuple[int, int]] = attrs.field(factory=list)


class Sources:
    """Finds the reporting constructions of a sentence and gives predicates their sources."""

    def __init__(self, view: View, clauses: Clauses) -> None:
        self.view = view
        self.clauses = clauses
        self.tokens = view.tokens
        self.reports: list[Report] = []

    def fill(self) -> None:
        """Find the reports, then attach to each predicate the nearest one that covers it."""
        self.reports = [*self._verbs(), *self._according(), *self._headed()]
        self._statement_subjects()
        for predicate in self.clauses.predicates:
            covering = [
                report
                for report in self.reports
                if report.start <= predicate.first < report.end
                and not any(first <= predicate.first < last for first, last in report.spans)
                and report.verb != predicate.first
            ]
            if not covering:
                continue
            according = [report for report in covering if report.kind == "according"]
            own = {actor.code for actor in predicate.actors or predicate.shared}
            if predicate.pattern.frame in _SPEECH and own:
                # The speaker's own verbal act has no source (coding rules, section 7).
                covering = [r for r in covering if not {source.code for source in r.sources} & own]
                according = [r for r in according if r in covering]
                if not covering:
                    continue
            nearest = min(according or covering, key=lambda report: (report.end - report.start, -report.start))
            if according and len(covering) > len(according):
                nearest = min(according, key=lambda report: report.end - report.start)
            predicate.sources = [attrs.evolve(source, stance=self._stance(predicate, source)) for source in nearest.sources]
            for source in predicate.sources:
                predicate.why("attribution", f"{source.text or 'pronoun'}: {nearest.kind} at {self.tokens[nearest.verb].text}")

    def _stance(self, predicate: Predicate, source: SourceClaim) -> str:
        return "denies" if predicate.stance == "denies" and source.stance == "asserts" else source.stance

    def source_tokens(self) -> set[int]:
        """Tokens of source phrases: places and people there are not the event's."""
        return {position for report in self.reports for first, last in report.spans for position in range(first, last)}

    # -- verbs -------------------------------------------------------------------------------------------------------

    def _verbs(self) -> list[Report]:
        out = []
        for verb in self.clauses.verbs.values():
            index = verb.index
            predicate = next((p for p in self.clauses.predicates if p.first == index), None)
            speech = predicate is not None and predicate.pattern.frame in _SPEECH
            if speech and predicate is not None and predicate.type in _NO_CONTENT and "report" not in verb.kinds:
                continue
            if "report" not in verb.kinds and not speech:
                continue
            if predicate is not None and predicate.type == "responsibility_claim":
                # Who claims an attack is its actor, not a source of it.
                continue
            if predicate is not None and not speech:
                # استشهد ثلاثة: a verb that reports an act here cites nothing.
                continue
            if self.view.best(index, "according") is not None or (index > 0 and "according" in self.view.covered[index - 1]):
                continue
            form = verb.match.value.form
            if form is not None and form.lemma in _JUDGE and not self._comp_after(index):
                # تعتبر المدينة معقلاً: "is considered", no report.
                continue
            match = self.view.best(index, "report")
            kind = match.value.ref if match is not None else "speech"
            denies = predicate is not None and predicate.type == "denial"
            sources, start = self._source_of(index, kind, denies)
            if predicate is not None and speech and predicate.actors:
                sources = [self._claim(a, denies) for a in predicate.actors]
            elif predicate is not None and speech and predicate.shared:
                sources = [self._claim(a, denies) for a in predicate.shared]
                start = index + 1
            end = self._content_end(start, index)
            if kind == "document" and not sources:
                continue
            report = Report(sources, start, end, index, "denial" if denies else "report")
            report.spans = [(source.first, source.last) for source in sources if source.first >= 0]
            if not sources and kind != "speech":
                report.sources = self._earlier(index) or [SourceClaim(None, None, None, None, pronoun=True)]
            self._announced(report, verb.match.value.form.lemma if verb.match.value.form is not None else "")
            if report.sources:
                out.append(report)
        for predicate in self.clauses.predicates:
            if (predicate.pos == "participle" and predicate.pattern.frame in _SPEECH) or (
                predicate.pos == "noun" and predicate.pattern.frame in _SPEECH and predicate.actors
            ):
                sources = [self._claim(a, predicate.type == "denial") for a in predicate.actors]
                if sources:
                    end = self._content_end(predicate.last, predicate.first)
                    out.append(Report(sources, predicate.last, end, predicate.first, "speech"))
        out.extend(self._nominal())
        return out

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
        sources = self._claims(0, colon, "asserts", ())
        return [Report(sources, colon + 1, len(self.tokens), 0, "report", [(0, colon)])]

    def _earlier(self, index: int) -> list[SourceClaim]:
        """لكنها قالت, وقال إنه: a dropped subject inside a sentence is that of the verb before it, where that can speak."""
        before = self.tokens[index - 1].norm if index else ""
        if not bare(before, frozenset(["لكنها", "لكنه", "لكنهم", "انه", "انها", "انهم"])) and self.tokens[index].norm[:1] != "و":
            return []
        for position in sorted((p for p in self.clauses.verbs if p < index), reverse=True):
            subject = self.clauses.arguments(position).subject
            if subject is not None and subject.kind == "actor" and subject.actors[0].kind not in ("aircraft", "weapon", "facility"):
                return [self._claim(actor, False) for actor in subject.actors]
        return []

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
        for index in range(len(self.tokens)):
            match = self.view.best(index, "report")
            if match is None or match.value.form is None or match.value.form.pos != "noun" or index in self.clauses.verbs:
                continue
            sources = [
                self._claim(actor, False)
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

    def _claim(self, actor: ActorMention, denies: bool) -> SourceClaim:
        text = self.view.slice(actor.start, actor.end)
        return SourceClaim(
            actor.code or "UNK", text, actor.start, actor.end, "denies" if denies else "asserts", first=actor.first, last=actor.last
        )

    def _source_of(self, index: int, kind: str, denies: bool) -> tuple[list[SourceClaim], int]:
        """The sources of the reporting verb at a token and the token where its content starts."""
        stance = "denies" if denies else "asserts"
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
        subject = self._subject_span(index, end)
        via = self._via(index + 1, end)
        if subject is not None and subject[0] > index and not self._nameable(subject[0], subject[1], kind):
            subject = None
        verb = self.clauses.verbs.get(index)
        if kind == "speech" and verb is not None and verb.number == "p" and subject is not None and subject[0] > index:
            # وهددوا بتمديد الإضراب: a plural verb has its subject before it.
            subject = None
        if subject is not None:
            claims = self._claims(subject[0], subject[1], stance, via)
            content = end if stop is not None and bare(tokens[stop].norm, COMPLEMENTISERS) else subject[1]
            if subject[0] < index:
                content = index + 1
            return claims, content
        return [], index + 1

    def _nameable(self, first: int, last: int, kind: str) -> bool:
        """Whether tokens can be a source: with an actor or statement among them, or an unknown name that is no quantity."""
        if any(first <= actor.first < last for actor in self.view.actors) or any(
            "statement" in self.view.covered[p] for p in range(first, last)
        ):
            return True
        head = self.tokens[first]
        return (
            kind != "document"
            and head.kind == "word"
            and not bare(head.norm, DETERMINERS | COMPLEMENTISERS)
            and head.norm not in _MANNER
            and not any(item.first <= first < item.last for item in self.view.quantities)
        )

    def _in_relative(self, index: int, position: int) -> bool:
        return any(bare(self.tokens[p].norm, STRONG_RELATIVES) for p in range(index + 1, position)) or (
            (self.tokens[position - 1].text in ("،", ",") or bool(self.clauses.verbs[position].match.enclitic))
            and self._comp_after(position)
        )

    def _comp_after(self, position: int) -> bool:
        return any(bare(token.norm, COMPLEMENTISERS) for token in self.tokens[position : position + 25])

    def _subject_span(self, index: int, end: int) -> tuple[int, int] | None:
        """The tokens of the verb's subject: right of it, or the topic before it."""
        tokens = self.tokens
        position = index + 1
        while position < end and tokens[position].text in QUOTES | {"،", ","}:
            position += 1
        left = self._topic_span(index)
        # A preposition, the object of a transitive verb or the content right after the verb: the subject stands before it.
        if position < end and not self._prepositional(position) and not self._dated(position) and not self.event_at(position):
            if left is not None and tokens[index].norm[:1] != "و" and not self.animate(position):
                return left
            stop = position
            while stop < end:
                token = tokens[stop]
                if stop > position and (self._prepositional(stop) and not self._source_preposition(stop)):
                    break
                if self._dated(stop) and stop > position:
                    break
                if stop > position and self.view.covered[stop] & {"via", "according"}:
                    break
                if stop > position and self.event_at(stop):
                    break
                if token.text in ("،", ",") and stop + 1 < end:
                    following = tokens[stop + 1]
                    if (
                        self._prepositional(stop + 1)
                        or self._dated(stop + 1)
                        or following.norm in ("في", "ان", "ما", "مما", "بما")
                        or self.view.covered[stop + 1] & {"via", "according", "statement"}
                    ):
                        break
                if bare(token.norm, STRONG_RELATIVES):
                    break
                stop += 1
            while stop > position and tokens[stop - 1].text in "،,:":
                stop -= 1
            return (position, stop) if stop > position else left
        return left

    def event_at(self, index: int) -> bool:
        """Whether an event noun starts at a token (أعلنت موسكو مقتل ...: the content starts there)."""
        return any(p.first == index and p.pos != "verb" for p in self.clauses.predicates)

    def animate(self, index: int) -> bool:
        """Whether a source phrase may start at a token: an actor, a statement noun or a person."""
        return bool(self.view.covered[index] & {"actor", "agent", "country", "statement"})

    def _dated(self, index: int) -> bool:
        return any(item.first <= index < item.last for item in self.view.dates)

    def _prepositional(self, index: int) -> bool:
        token = self.tokens[index]
        if token.kind != "word":
            return False
        if bare(token.norm, PREPOSITIONS) and not bare(token.norm, DETERMINERS):
            return True
        for kind in ("actor", "agent", "country", "trigger", "statement", "nation"):
            match = self.view.best(index, kind)
            if match is not None:
                return match.analysis.proclitics[-1:] in ("ب", "ل")
        return token.norm[:1] == "ل" and len(token.norm) <= 2

    def _source_preposition(self, index: int) -> bool:
        """مصادر في المعارضة, اثنان من سكان المنطقة, منشقون عن الجيش, المتحدث باسم: the preposition is inside the source."""
        norm = self.tokens[index].norm
        if norm == "باسم":
            return True
        place = next((p for p in self.view.places if p.first == index + 1), None)
        if norm == "في" and place is not None and place.last < len(self.tokens):
            # مدير المركز في ريف إدلب إن: where the speaker holds office.
            return bare(self.tokens[place.last].norm, COMPLEMENTISERS) != ""
        return (norm in ("في", "من", "عن") and any(actor.first < index < actor.last for actor in self.view.actors)) or (
            norm in ("من", "عن") and index > 0 and self.tokens[index - 1].kind != "punct"
        )

    def _topic_span(self, index: int) -> tuple[int, int] | None:
        """A subject before the verb: روسيا تؤكد."""
        arguments = self.clauses.arguments(index) if index in self.clauses.verbs else None
        if arguments is not None and arguments.preposed and arguments.subject is not None and arguments.subject.kind == "actor":
            return arguments.subject.first, arguments.subject.last
        start = self.clauses.left_end(index)
        match = next((self.view.best(p, "statement") for p in range(start, index) if self.view.best(p, "statement")), None)
        if match is not None and self.tokens[index].norm[:1] != "و":
            return match.first, match.last
        return None

    def _claims(self, first: int, last: int, stance: str, via: tuple[str, ...]) -> list[SourceClaim]:
        """One claim for each coordinated source in a span of tokens."""
        tokens = self.tokens
        while first < last and tokens[first].text in "،,:":
            first += 1
        while (
            first < last - 1
            and tokens[last - 1].text in QUOTES
            and not closes((token.text for token in tokens[first : last - 1]), tokens[last - 1].text)
        ):
            last -= 1
        text_start, text_end = self._start(first), tokens[last - 1].end
        actors = [a for a in self.view.actors if first <= a.first < last and not (a.elliptic)]
        groups: list[list[ActorMention]] = []
        for actor in actors:
            if (groups and actor.group == groups[-1][0].group and self._coordinate(groups[-1][-1], actor)) or not groups:
                groups.append([actor])
        if len(groups) > 1:
            return [
                SourceClaim(
                    a.code or "UNK", self.view.slice(a.start, a.end), a.start, a.end, stance, via, first=a.first, last=a.last
                )
                for (a,) in groups
            ]
        code = self._code(actors, first, last)
        return [SourceClaim(code, self.view.slice(text_start, text_end), text_start, text_end, stance, via, first=first, last=last)]

    def _coordinate(self, before: ActorMention, after: ActorMention) -> bool:
        return after.proclitics[:1] == "و" and after.first - before.last <= 1

    def _start(self, index: int) -> int:
        token = self.tokens[index]
        for kind in ("actor", "agent", "country", "statement"):
            match = self.view.best(index, kind)
            if match is not None:
                return bare_start(token, match.analysis)
        return token.start

    def _code(self, actors: list[ActorMention], first: int, last: int) -> str:
        """The code of a source phrase: its first coded actor; statements take their owner; unknown names give UNK."""
        coded = [actor.code for actor in actors if actor.code and actor.code != "UNK"]
        if coded:
            country = [code for code in coded if len(code) > 3]
            return (country or coded)[0]
        for actor in self.view.actors:
            if last <= actor.first <= last + 3 and actor.code and self.tokens[last].text in "،,":
                return actor.code
        return "UNK"

    def _via(self, start: int, end: int) -> tuple[str, ...]:
        """Carriers: قال فلان لرويترز, عبر تويتر, في بيان نشرته وكالة ...: media after ل or عبر, or as subject of نشر/نقل."""
        out = []
        for actor in self.view.actors:
            if start <= actor.first < end and actor.kind in ("media", "outlet"):
                if actor.governor in ("ل", "عبر", "الي") or (actor.governor == "" and self._carrier_verb(actor.first)):
                    out.append(self.view.slice(actor.start, actor.end))
        return tuple(out)

    def _carrier_verb(self, index: int) -> bool:
        return index > 0 and index - 1 in self.clauses.verbs and "report" in self.clauses.verbs[index - 1].kinds

    def _relayed(self, index: int, end: int, stance: str) -> list[SourceClaim] | None:
        """نقلت رويترز عن قائد ...: the source stands after عن (or إلى), the subject of the verb is the carrier."""
        for position in range(index + 1, end):
            if self.tokens[position].norm in ("عن", "الي"):
                subject = self._subject_span(index, position)
                via: tuple[str, ...] = ()
                if subject is not None:
                    start = self._start(subject[0])
                    via = (self.view.slice(start, self.tokens[subject[1] - 1].end).strip("\"'“”«» "),)
                stop = position + 1
                while stop < end and not (self.tokens[stop].norm.startswith("قول") and stop > position + 1):
                    stop += 1
                while stop > position + 1 and self.tokens[stop - 1].text in "،,:":
                    stop -= 1
                if stop > position + 1:
                    return self._claims(position + 1, stop, stance, via)
        return None

    def _content_end(self, start: int, verb: int) -> int:
        """Where a report's content ends: at another report with its own source, at a change of speaker, else the sentence's end."""
        for position in range(start, len(self.tokens)):
            token = self.tokens[position]
            if position > verb and position in self.clauses.verbs and "report" in self.clauses.verbs[position].kinds:
                before = self.tokens[position - 1]
                if token.norm[:1] == "و" or before.norm in ("فيما", "بينما", "لكن", "لكنه", "لكنها"):
                    return position
            if bare(token.norm, frozenset({"فيما", "بينما"})) and self.tokens[position - 1].text in "،,":
                return position
            if position > start and bare(token.norm, _CONTRAST) and self._speaks(position):
                return position
        return len(self.tokens)

    def _speaks(self, index: int) -> bool:
        """Whether a new speaker's own act follows a contrast: a named subject, then a verb of saying."""
        for position in range(index + 1, min(len(self.tokens), index + 14)):
            if self.tokens[position].text in HARD_ENDS:
                return False
            if position in self.clauses.verbs:
                kinds = self.clauses.verbs[position].kinds
                own = next((p for p in self.clauses.predicates if p.first == position), None)
                return "report" in kinds or (own is not None and own.pattern.frame in _SPEECH)
        return False

    # -- according to ------------------------------------------------------------------------------------------------

    def _according(self) -> list[Report]:
        out = []
        for index in range(len(self.tokens)):
            match = self.view.best(index, "according")
            if match is None:
                continue
            first = match.last
            follows = match.value.ref
            while first < len(self.tokens) and (
                self.tokens[first].norm in ("ما", "ل", "الي", "عن") or self.tokens[first].text in QUOTES
            ):
                first += 1
            if first < len(self.tokens) and first in self.clauses.verbs:
                follows = "clause"
                verb = first
                first += 1
            else:
                verb = index
                if follows == "clause" and first + 1 < len(self.tokens) and first + 1 in self.clauses.verbs:
                    first += 1
            while first < len(self.tokens) and self.tokens[first].text in QUOTES:
                first += 1
            last = first
            while last < len(self.tokens):
                token = self.tokens[last]
                if token.text in HARD_ENDS or (token.text in ("،", ",") and not self._name_goes_on(last)):
                    break
                if last > first and (last in self.clauses.verbs or bare(token.norm, STRONG_RELATIVES | COMPLEMENTISERS)):
                    break
                if last > first and self._dated(last):
                    break
                last += 1
            if last <= first:
                continue
            if self._no_source(first):
                continue
            sources = self._claims(first, last, "asserts", self._via(first, last))
            leading = not any(p.first < index for p in self.clauses.predicates) or self._sentence_initial(index)
            if leading and any(p.first > last for p in self.clauses.predicates):
                start, end = last, len(self.tokens)
            else:
                start, end = self._back_to(index), self._phrases_end(last)
            out.append(Report(sources, start, end, verb, "according", [(index, last)]))
        return out

    def _no_source(self, index: int) -> bool:
        """بحسب قولها, وفق زعمه name nobody new; حسبما فهمنا مسبقاً nobody at all."""
        token = self.tokens[index]
        own_words = token.norm.startswith(_SAYINGS) and token.norm.endswith(("ه", "ها", "هم", "هما", "نا"))
        adverb = token.text.endswith(("اً", "ًا")) and not self.animate(index)
        return own_words or adverb

    def _phrases_end(self, index: int) -> int:
        """The clause goes on after an inserted "according to" with prepositional phrases, up to the next finite verb."""
        if index + 1 >= len(self.tokens) or self.tokens[index].text not in ("،", ",") or not self._prepositional(index + 1):
            return index
        position = index + 1
        while position < len(self.tokens) and position not in self.clauses.verbs and not self.clauses.hard[position]:
            position += 1
        return position

    def _sentence_initial(self, index: int) -> bool:
        return index <= 1

    def _name_goes_on(self, comma: int) -> bool:
        """مدير المركز، فلان الفلاني، ...: a person's name in apposition goes on after the comma."""
        if comma + 1 >= len(self.tokens):
            return False
        following = self.tokens[comma + 1]
        return (
            following.kind == "word"
            and not self._prepositional(comma + 1)
            and following.norm[:1] != "و"
            and (comma + 1 not in self.clauses.verbs)
            and not self.clauses.hard[comma + 1]
            and any(self.tokens[p].text in ("،", ",", ".") for p in range(comma + 2, min(len(self.tokens), comma + 6)))
            and bool(self.view.covered[comma + 1] & {"actor"})
        )

    def _back_to(self, index: int) -> int:
        """Where the clause that an "according to" phrase closes begins: after a change of clause with و + verb of another report."""
        for position in range(index - 1, -1, -1):
            if self.tokens[position].text in "؛;":
                return position + 1
            if position in self.clauses.verbs and "report" in self.clauses.verbs[position].kinds and position > 0:
                return position + 1
        return 0

    def _statement_subjects(self) -> None:
        """البيان, المصدر, المركز as subject: a definite noun that takes up an earlier source is resolved in the document."""
        for report in self.reports:
            for source in report.sources:
                if source.code == "UNK" and source.first >= 0 and "statement" in self.view.covered[source.first]:
                    source.pronoun = True
