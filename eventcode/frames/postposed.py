"""Reports whose content stands before them: قُصفت البلدة، يقول المجلس; وهو ما أكده المرصد; هكذا طمأن المتحدث الصحفيين.

Arabic headlines and features put the words first and the one who says them after a comma, as an inserted or closing clause.
"""

from __future__ import annotations

from eventcode.frames.clauses import Clauses
from eventcode.frames.contents import Contents
from eventcode.frames.model import Report
from eventcode.frames.speakers import Speakers
from eventcode.mentions import View
from eventcode.mentions.closed import (
    HARD_ENDS,
    PREPOSITIONS,
    QUOTES,
    RESUMPTIVE,
    STRONG_RELATIVES,
    SUBORDINATORS,
    VERB_MARKERS,
    bare,
)

_KINDS = frozenset({"report", "claim", "denial"})
_BREAKS = frozenset("،,-–—") | QUOTES
# هكذا قال, بهذه الكلمات وصف: what stands before is said.
_THUS = frozenset({"هكذا", "بذلك", "بهذا"})
# وهو ما أكده, الأمر الذي نفته, وهذا ما يقوله: the whole clause before is taken up.
_TAKES_UP = frozenset({"هو", "هي", "هذا", "ذلك"})
_MATTER = frozenset({"الامر", "الشيء"})
# Prepositions that lead to what a verb of saying says.
_LEADING = frozenset({"ب", "الي", "علي", "عن", "من"})
_ABOUT = frozenset({"قال", "كتب", "روى", "حكى", "تحدث"})
_CONDITIONS = frozenset({"اذا", "لو", "ان", "لولا"})
# Verbs whose object is who is told: طمأن الصحفيين, أبلغ المجلس.
_ADDRESSING = frozenset({"طمان", "ابلغ", "اخبر", "اطلع", "حذر", "خاطب", "هدد", "توعد", "ناشد"})
# Verbal acts that tell of what they take up: وهو ما نفته موسكو, وهو ما حذرت منه واشنطن.
_TELLING = frozenset({"denial", "warning"})
_OPENING = frozenset(':«“"')


class Postposed:
    """Gives reports that name their source after what it says the clause before them as content."""

    def __init__(self, view: View, clauses: Clauses, speakers: Speakers, contents: Contents) -> None:
        self.view = view
        self.clauses = clauses
        self.tokens = view.tokens
        self.speakers = speakers
        self.contents = contents

    def turn(self, reports: list[Report]) -> None:
        """Set the content of such reports."""
        for report in reports:
            if report.kind not in _KINDS or report.verb not in self.clauses.verbs or not report.spans:
                continue
            if self.resumed(report.verb) >= 0:
                own = next((p for p in self.clauses.predicates if p.first == report.verb), None)
                if own is None or own.type in _TELLING:
                    report.start, report.end = self._left(self.resumed(report.verb)), self.resumed(report.verb)
                    report.taken_up = True
            elif self._closes(report):
                mark = self._mark(report.verb)
                start = self._left(mark)
                last = max(last for _, last in report.spans)
                inserted = last < len(self.tokens) and self.tokens[last].text in ("،", ",")
                report.end = self.contents.end(last, report.verb) if inserted else mark
                report.start = start
                for other in reports:
                    if other.verb < report.verb and other.start < mark < other.end:
                        other.end = mark  # لو أدانت موسكو القصف، كتب فلان معلقاً على القصف

    def resumed(self, verb: int) -> int:
        """وهو ما أكده, الأمر الذي أشار إليه: where the words begin that take up the clause before them, else -1."""
        before = verb - 1
        if before < 1:
            return -1
        pronoun = self.clauses.verbs[verb].match.enclitic or any(t.norm in RESUMPTIVE for t in self.tokens[verb + 1 : verb + 2])
        apart = self.view.joined(before - 1) or self.tokens[before - 2].text in ("،", ",")
        what = self.tokens[before].norm == "ما" and bare(self.tokens[before - 1].norm, _TAKES_UP) != "" and apart
        which = bare(self.tokens[before].norm, STRONG_RELATIVES) != "" and bare(self.tokens[before - 1].norm, _MATTER) != ""
        return before - 1 if pronoun and (what or which) else -1

    def _closes(self, report: Report) -> bool:
        """Whether a verb of saying with its subject is all that its clause says, and a clause stands before it."""
        verb = report.verb
        first, last = report.spans[0][0], max(last for _, last in report.spans)
        proclitics = self.clauses.verbs[verb].match.analysis.proclitics
        mark = self._mark(verb)
        if first <= verb or proclitics[:1] in ("و", "ف") or mark < 1 or self.contents.clause_follows(verb):
            return False
        if self.tokens[first - 1].norm == "الي":
            return False  # نُقل الجرحى إلى المركز
        subject = self.speakers.subject(verb, len(self.tokens))
        last = max(last, subject[1]) if subject is not None and subject[0] == first else last
        return not self._goes_on(last, verb) and self._sentence(self._left(mark), mark)

    def _mark(self, verb: int) -> int:
        """The comma, dash or closing quote before the verb, past هكذا; -1 for none."""
        before = verb - 1
        if before > 0 and self.tokens[before].norm in _THUS:
            before -= 1
        return before if before > 0 and self.tokens[before].text in _BREAKS else -1

    def _goes_on(self, last: int, verb: int) -> bool:
        """Whether what is said follows after all: a colon, a quote, an event, or a preposition that leads to it."""
        size = len(self.tokens)
        while last < size and (self.speakers.dated(last) or "via" in self.view.covered[last]):
            last += 1
        if last >= size or self.tokens[last].text in HARD_ENDS:
            return False
        form = self.clauses.verbs[verb].match.value.form
        token = self.tokens[last]
        leading = self.view.preposition(last) in _LEADING or (token.norm[:1] == "ب" and not self.view.preposition(last))
        lemma = form.lemma if form is not None else ""
        if leading and lemma in _ABOUT:
            leading = False
        event = any(p.first == last and p.pos == "noun" for p in self.clauses.predicates)
        match = self.view.best(verb, "report")
        recorded = match is not None and match.value.ref == "document"  # استعرض الباحثون، مع غيرهم، البيانات
        return leading or recorded or event or token.text in _OPENING or self._object(last, lemma)

    def _object(self, index: int, lemma: str) -> bool:
        """نشر الناشط شريطاً, أعلنت الوزارة بيع ...: a noun after the subject is what is said, unless it is who is told."""
        token = self.tokens[index]
        if (
            token.kind != "word"
            or index in self.clauses.verbs
            or lemma in _ADDRESSING
            or self.view.joined(index)
            or token.text.endswith(("اً", "ًا"))
        ):
            return False
        return not (self.view.preposition(index) or self.speakers.participle(index) or token.norm[:2] in ("لل", "ل"))

    def _left(self, mark: int) -> int:
        """Where the clause before a mark begins."""
        return next((p + 1 for p in range(mark - 1, -1, -1) if self.tokens[p].text in "؛;:"), 0)

    def _sentence(self, start: int, end: int) -> bool:
        """Whether a main clause stands before the mark, and no mere adverbial (بعد القصف، حذرت الوزارة)."""
        while start < end and self.tokens[start].kind != "word":
            start += 1
        if start >= end or not any(start <= p.first < end for p in self.clauses.predicates):
            return False
        opener = self.tokens[start].norm
        adverbial = self.tokens[start].text.endswith(("اً", "ًا"))  # تماشياً مع التحقيقات
        if bare(opener, VERB_MARKERS) or bare(opener, _CONDITIONS):
            return True
        if bare(opener, SUBORDINATORS):
            return False
        if start in self.clauses.verbs or not (adverbial or self.view.preposition(start) or bare(opener, PREPOSITIONS)):
            return True
        return any(
            start < p < end
            and not verb.match.enclitic
            and self.tokens[p - 1].norm != "ان"
            and not bare(self.tokens[p - 1].norm, STRONG_RELATIVES | SUBORDINATORS)
            for p, verb in self.clauses.verbs.items()
        )
