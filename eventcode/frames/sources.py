"""Who the text says is the source of each predicate: the reports that cover it, from the innermost."""

from __future__ import annotations

import attrs

from eventcode.frames.clauses import Clauses
from eventcode.frames.contents import CONTRAST, SPEECH
from eventcode.frames.model import Predicate, Report, SourceClaim
from eventcode.frames.reports import Reports
from eventcode.frames.speakers import Speakers
from eventcode.mentions import View
from eventcode.mentions.closed import COMPLEMENTISERS, STRONG_RELATIVES, bare

_CARRIERS = frozenset({"media", "outlet"})
# Reports by a phrase beside the clause, no verb: بحسب المرصد, على لسان المتحدث.
_CITED = frozenset({"according", "voice"})
# What stands before the event at which something is said or asked.
_WHEN = frozenset({"لدي", "عند", "خلال", "اثناء", "عقب", "قبيل", "بعيد", "غداه", "اثر"})
# What a denial without an event of its own refers to: ونفت موسكو ذلك, نفى الاتهامات.
_REFERRING = frozenset({"ذلك", "هذا", "هذه", "تلك", "صحه", "كل", "جميع"})
_ROLE = ("مسووليت", "ضلوع", "تورط", "علاقت", "صلت")


class Sources:
    """Gives predicates the sources of the reporting constructions that cover them."""

    def __init__(self, view: View, clauses: Clauses) -> None:
        self.view = view
        self.clauses = clauses
        self.tokens = view.tokens
        self.speakers = Speakers(view, clauses)
        self.reports: list[Report] = []

    def fill(self) -> None:
        """Find the reports, then give each predicate the sources of those that cover it."""
        self.reports = Reports(self.view, self.clauses, self.speakers).find()
        self._statement_subjects()
        for predicate in self.clauses.predicates:
            covering = [r for r in self.reports if r.covers(predicate) and not self._circumstance(predicate, r)]
            if predicate.pattern.frame == SPEECH:
                # على لسان متحدث: whose voice it is speaks for the one who acts.
                covering = [report for report in covering if report.kind != "voice"]
            own = {actor.code for actor in predicate.actors or predicate.shared}
            if predicate.pattern.frame == SPEECH and own:
                # The speaker's own verbal act has no source (coding rules, section 7).
                done = [report for report in covering if self._own_act(predicate, report, own)]
                covering = [report for report in covering if report not in done]
                predicate.spoken = max((report.verb for report in done), default=-1)
            predicate.own_words = self._own_words(predicate) or any(self._acts_on(predicate, report) for report in covering)
            if predicate.own_words and predicate.spoken < 0:
                predicate.spoken = max((report.verb for report in covering if report.kind == "report"), default=-1)
            predicate.sources = self._denied(predicate, covering) if predicate.denied >= 0 else self._told(covering)
            for source in predicate.sources:
                predicate.why("attribution", f"{source.text or 'pronoun'} {source.stance} it")
        self._rivals()

    def _circumstance(self, predicate: Predicate, report: Report) -> bool:
        """تعهد الوزير لدى استقباله الوفد ...: when a verbal act was done is told by the text, unless the act says it in a clause."""
        before = self.tokens[predicate.first - 1].norm if predicate.first else ""
        if predicate.pos != "noun" or before not in _WHEN or report.kind in _CITED:
            return False
        act = any(p.first == report.verb and p.pattern.frame == SPEECH for p in self.clauses.predicates)
        return act and not any(bare(self.tokens[p].norm, COMPLEMENTISERS) for p in range(report.verb, predicate.first))

    def _own_act(self, predicate: Predicate, report: Report, own: set[str]) -> bool:
        """أعلن رفضه للخطة: the speaker does it by saying so; قالت الحركة إنها وافقت, وافقت الحركة، بحسب ناطق بها: it is reported."""
        before = self.tokens[predicate.first - 1].norm if predicate.first else ""
        present = predicate.pos == "verb" and predicate.form is not None and predicate.form.aspect == "imperfect"
        if present and any(_one_side(source.code or "", code) for source in report.sources for code in own):
            return True  # قالت الوزارة إن بلادها ترحب
        if not {source.code for source in report.sources} & own:
            return False
        if bare(before, STRONG_RELATIVES):
            return True
        told = report.kind in _CITED or (report.kind == "report" and self._in_clause(predicate))
        return predicate.pos != "verb" or not told

    def _acts_on(self, predicate: Predicate, report: Report) -> bool:
        """قالت الوزارة إن الجيش سيطر على البلدة، ودعت إلى ...: behind a comma the speaker goes on with a verbal act of his own."""
        verb = self.clauses.verbs.get(report.verb)
        said, form = verb.match.value.form if verb is not None else None, predicate.form
        joined = predicate.pos == "verb" and predicate.proclitics[:1] == "و" and self.tokens[predicate.first - 1].text in ("،", ",")
        if not joined or predicate.pattern.frame != SPEECH or not predicate.dropped or said is None or form is None:
            return False
        return (said.gender, said.number, said.aspect) == (form.gender, form.number, form.aspect)

    def _in_clause(self, predicate: Predicate) -> bool:
        """Whether a complementiser opens the clause of a verb: إنها وافقت, أن الفصيل رفض."""
        before = self.tokens[max(0, predicate.first - 8) : predicate.first]
        return predicate.form is not None and predicate.form.person == 3 and any(bare(t.norm, COMPLEMENTISERS) for t in before)

    def _own_words(self, predicate: Predicate) -> bool:
        """قال إن التقرير "بلا أساس", نرحب بالقرار, كما طالب بالرد: a judgment with no other judge, or an act with no other doer, is his own."""
        if predicate.pattern.frame != SPEECH or predicate.actors or predicate.shared:
            return False
        first_person = predicate.form is not None and predicate.form.person == 1
        before = {bare(token.norm, COMPLEMENTISERS) for token in self.tokens[max(0, predicate.first - 2) : predicate.first]}
        goes_on = predicate.pos == "participle" or (predicate.pos == "verb" and predicate.dropped and before == {""})
        refuses = predicate.type == "rejection" and predicate.phrase and self.tokens[predicate.first].norm in ("لا", "لن")
        return predicate.type in ("criticism", "consent") or refuses or first_person or goes_on

    def _told(self, covering: list[Report]) -> list[SourceClaim]:
        """The claims of the innermost report; "according to" comes before verbs, but an outlet in it only carries what they tell."""
        later = [report for report in covering if report.taken_up]
        if later:
            # قال الناشط إن ...، وهو ما أكده المرصد: who takes up what was told is one more source of it.
            first = self._told([report for report in covering if not report.taken_up])
            return [*first, *(attrs.evolve(source) for report in later for source in report.sources)]
        cited = [report for report in covering if report.kind in _CITED]
        said = [report for report in covering if report.kind not in _CITED]
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
        outer = [
            report
            for report in covering
            if report.verb <= predicate.denied or report.start <= predicate.denied or report.kind in _CITED
        ]
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
            contrast = any(bare(self.tokens[p].norm, CONTRAST) for p in range(before[-1].last, report.verb)) if before else False
            if report.kind == "denial" and before and not report.taken_up and not inside and self._refers(report, before[-1].last):
                for predicate in before:
                    if predicate.pattern.frame != SPEECH:
                        predicate.sources = [*predicate.sources, *report.sources]
                continue
            if not before or not contrast or not before[-1].sources or report.taken_up:
                continue
            if report.kind == "report" and inside and self._resumed(report, inside[0]):
                before[-1].sources = [*before[-1].sources, *report.sources]

    def _refers(self, report: Report, start: int) -> bool:
        """والحزب ينفي, ونفت موسكو ذلك: a denial in a clause of its own, of nothing else than what was told before it."""
        if not any(self.tokens[p].text in ("،", ",") or bare(self.tokens[p].norm, CONTRAST) for p in range(start, report.verb)):
            return False
        if self.clauses.verbs[report.verb].match.enclitic if report.verb in self.clauses.verbs else False:
            return True
        last = max([report.verb + 1, *(source.last for source in report.sources)])
        following = self.tokens[last].norm if last < len(self.tokens) else ""
        return not following or self.tokens[last].kind == "punct" or following in _REFERRING or following.startswith(("ال", *_ROLE))

    def _resumed(self, report: Report, first: Predicate) -> bool:
        """قال إنها أسفرت عن مقتل ...: the content begins with a pronoun and a verb of outcome."""
        words = range(report.start, first.first)
        pronoun = any(bare(self.tokens[p].norm, COMPLEMENTISERS)[-1:] in ("ه", "ا") for p in words)
        return pronoun and any("result" in self.view.covered[p] for p in words)

    def _statement_subjects(self) -> None:
        """البيان, المصدر, المركز as subject: a definite noun that takes up an earlier source is resolved in the document."""
        for report in self.reports:
            for source in report.sources:
                if source.code == "UNK" and source.first >= 0 and self.speakers.statement(source.first):
                    source.pronoun = True

    def source_tokens(self) -> set[int]:
        """Tokens of source phrases: places and people there are not the event's."""
        return {position for report in self.reports for first, last in report.spans for position in range(first, last)}

    def last_named(self) -> list[SourceClaim]:
        """Whom a pronoun in the next sentence stands for (وأضاف): the last one who speaks here, else the last one cited."""
        named = [(report, [s for s in report.sources if s.code and not s.pronoun]) for report in self.reports]
        spoken = [claims for report, claims in named if claims and report.kind not in _CITED]
        cited = [claims for report, claims in named if claims and report.kind in _CITED]
        return (spoken or cited or [[]])[-1]


def _one_side(first: str, second: str) -> bool:
    """Whether a state and its government or forces speak and act: TUR and TURGOV; within Syria only the same role is one side."""
    if first[:6] == second[:6]:
        return True
    return first[:3] == second[:3] != "SYR" and {first[3:6], second[3:6]} <= {"", "GOV", "MIL"}
