"""Sources after "according to": بحسب المرصد, وفق ما جاء في بيان."""

from __future__ import annotations

from eventcode.frames.clauses import Clauses
from eventcode.frames.contents import Contents
from eventcode.frames.model import Report
from eventcode.frames.speakers import Speakers
from eventcode.mentions import View
from eventcode.mentions.closed import COMPLEMENTISERS, QUOTES, STRONG_RELATIVES, SUBORDINATORS, bare
from eventcode.patterns import Match

_TURNS = frozenset({"بينما", "فيما", "لكن", "ولكن"})
_AS = frozenset({"كما"})
_AS_AND_VERB = 2
_PRESENT = frozenset("يت")
# Prepositions that lead to what a verb of saying says.
_LEADING = frozenset({"الي", "علي", "عن", "من"})
_WORDS = frozenset({"والكلام", "والقول", "والحديث", "والتصريح", "والروايه", "والوصف", "والتعبير", "والعهده", "الكلام"})
_OPENING = frozenset(':"“«')


class According:
    """Finds the phrases of a sentence that name a source after "according to"."""

    def __init__(self, view: View, clauses: Clauses, speakers: Speakers, contents: Contents) -> None:
        self.view = view
        self.clauses = clauses
        self.tokens = view.tokens
        self.speakers = speakers
        self.contents = contents

    def find(self) -> list[Report]:
        """The reports of the sentence that such phrases make."""
        out = []
        relayed = [verb for verb in self.clauses.verbs if (match := self.view.best(verb, "report")) and match.value.ref == "relay"]
        for index, found in enumerate(self.view.at):
            if "according" not in found:
                continue
            match = found["according"][0]
            if self.adds(match):
                continue
            if self.tokens[match.last - 1].norm == "لسان" and any(verb < index for verb in relayed):
                continue
            first, verb = self._cited(match.last, match.value.ref)
            verb = index if verb < 0 else verb
            if first < len(self.tokens) and self.speakers.saying(first):
                sources = self.speakers.speaking_subject(index)
                if sources and self._phrases_end(first + 1) > first + 1:
                    # ردا، بحسب قولها، على هجوم: what they say is the phrase that goes on.
                    out.append(Report(sources, first + 1, self._phrases_end(first + 1), verb, "according", [(index, first + 1)]))
                continue
            last = self.speakers.after(first)
            if last <= first or self.speakers.rule(first):
                continue
            if not self.speakers.nameable(first, last, opened=True, governed=True):
                continue
            sources = self.speakers.claims(first, last, "asserts", self.speakers.via(first, last + 1))
            leading = not any(p.first < index for p in self.clauses.predicates) or index <= 1
            if leading and any(p.first > last for p in self.clauses.predicates):
                start, end = last, self.contents.end(last, index)
            else:
                start, end = self._back_to(index), self._phrases_end(last)
            voice = self.tokens[match.last - 1].norm == "لسان"
            out.append(Report(sources, start, end, verb, "voice" if voice else "according", [(index, last)]))
        return [*out, *self._owned_words()]

    def _owned_words(self) -> list[Report]:
        """قُصفت البلدة، والكلام للمجلس المحلي: whose words the clause before is."""
        out = []
        for index in range(1, len(self.tokens) - 1):
            if self.tokens[index].norm not in _WORDS or self.tokens[index - 1].text not in ("،", ",", "-", "–", "("):
                continue
            owner = next((a for a in self.view.actors if a.first == index + 1 and a.governor == "ل"), None)
            if owner is not None:
                last = max(owner.last, self.speakers.after(owner.first))
                sources = self.speakers.claims(owner.first, last, "asserts")
                out.append(Report(sources, self._back_to(index), len(self.tokens), index, "according", [(index, last)]))
        return out

    def adds(self, match: Match) -> bool:
        """كما أعلنت تركيا أنها ستنسحب, كما حذرت من هجوم: with a content of its own, كما only goes on to another report."""
        verb = match.last - 1
        if bare(self.tokens[match.first].norm, _AS) == "" or match.last - match.first != _AS_AND_VERB:
            return False
        if self.contents.clause_follows(verb):
            return True
        if self.tokens[verb].norm[:1] in _PRESENT:
            return False  # كما يقول الأهالي
        subject = self.speakers.subject(verb, min(len(self.tokens), verb + 12))
        last = subject[1] if subject is not None and subject[0] > verb else verb + 1
        if last >= len(self.tokens):
            return False
        attached = self.tokens[last].norm[:1] == "ب" and not self.view.preposition(last) and not self.view.dated(last)
        return attached or self.view.preposition(last) in _LEADING or self.speakers.event_at(last)

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
        if index < len(self.tokens) and self.speakers.goes_on(index):
            return self._up_to_verb(index)
        if index + 1 >= len(self.tokens) or self.tokens[index].text not in ("،", ","):
            return index
        if bare(self.tokens[index + 1].norm, COMPLEMENTISERS):
            return self.contents.end(index + 2, index)  # ذكرت الوكالة، نقلاً عن ضابط، أن ...
        if not self.speakers.prepositional(index + 1) and not self.speakers.event_at(index + 1):
            return index
        return self._up_to_verb(index + 1)

    def _up_to_verb(self, position: int) -> int:
        while position < len(self.tokens) and position not in self.clauses.verbs and not self.clauses.hard[position]:
            position += 1
        return position

    def _described(self, index: int) -> int:
        """أعلنت الوزارة أن الجيش دخل البلدة التي قتل فيها خمسة بحسب المرصد: where a relative clause begins of which alone others tell.

        -1 where the phrase stands behind a comma, or where nobody is said to tell what stands before the relative clause.
        """
        position = index - 1
        while position > 0 and self.tokens[position].kind != "punct" and not bare(self.tokens[position].norm, STRONG_RELATIVES):
            position -= 1
        if (
            position <= 0
            or self.tokens[position].kind == "punct"
            or not any(position < p.first < index for p in self.clauses.predicates)
        ):
            return -1
        before = [p for p in self.clauses.verbs if p < position]
        return position if any(self.contents.reporting(p) and self.contents.clause_follows(p) for p in before) else -1

    def _back_to(self, index: int) -> int:
        """Where the clause that an "according to" phrase closes begins: after a change of clause with و + verb of another report."""
        described = self._described(index)
        if described >= 0:
            return described
        for position in range(index - 1, -1, -1):
            if self.tokens[position].text in "؛;":
                return position + 1
            before = self.tokens[position - 1].norm if position else ""
            own = position in self.clauses.verbs and (
                self.view.joined(position) or bare(before, SUBORDINATORS) != "" or self.contents.clause_follows(position)
            )
            if own and self.contents.reporting(position) and position > 0:
                return position + 1  # خلية اعترف أفرادها بالقتل، وفق الشرطة: a clause that only describes somebody does not stop it
            if bare(self.tokens[position].norm, _TURNS) and any(
                verb < position and self.contents.reporting(verb) for verb in self.clauses.verbs
            ):
                return position + 1  # أفادت الوكالة بانسحاب الفصائل، بينما بقي آخرون، بحسب المرصد
        return 0
