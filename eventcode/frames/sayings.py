"""Times that date the saying and not what is said: وقال الوزير الأحد إن ..., إعلان الجيش، السبت، عن ..."""

from __future__ import annotations

from collections.abc import Set

from eventcode.frames.clauses import Clauses
from eventcode.frames.time_reach import TimeReach
from eventcode.mentions import View
from eventcode.mentions.closed import COMPLEMENTISERS, STRONG_RELATIVES, bare

_SINCE = frozenset({"منذ", "مذ"})
_SPEAKER = 8
"""Tokens from a noun of saying through its speaker to a time."""
_SAYINGS = frozenset({"اعلان", "تاكيد", "تصريح", "تصريحات", "قول", "حديث", "كشف", "بيان", "نفي", "اقرار", "اعتراف", "اشاره"})


_ANNOUNCED = frozenset({"ceasefire", "sanction", "agreement", "group_change"})
"""What is made by announcing it."""


class Sayings(TimeReach):
    """Tells which times stand beside a word of saying; ``reports`` are the verbs of reporting."""

    def __init__(self, view: View, clauses: Clauses, reports: Set[int]) -> None:
        super().__init__(view, clauses)
        self.reports = reports

    def dated(self, first: int, last: int) -> int | None:
        """The reporting verb that an expression dates: it stands between the verb and its content; None where it dates the content."""
        tokens = self.view.tokens
        for verb in self.reports:
            if verb < first:
                if self._of_content(verb, first, last):
                    continue
                between = range(verb + 1, first)
                if any(bare(tokens[p].norm, COMPLEMENTISERS) or p in self.clauses.verbs for p in between):
                    continue
                after = last
                while after < len(tokens) and tokens[after].text in "،,":
                    after += 1
                if after < len(tokens) and bare(tokens[after].norm, COMPLEMENTISERS):
                    return verb
                if any(predicate.first in between for predicate in self.clauses.predicates):
                    continue
                if after < len(tokens) and (
                    bare(tokens[after].norm, COMPLEMENTISERS)
                    or tokens[after].norm in ("عن",)
                    or tokens[after].text == ":"
                    or any(p.first == after for p in self.clauses.predicates)
                    or first - verb <= 8
                ):
                    return verb
            elif last <= verb <= last + 1 and not self.view.joined(verb):
                return verb
        return None

    def beside_statement(self, first: int, last: int) -> bool:
        """يأتي إعلان الجيش، السبت، عن سيطرته: whether a time stands between a noun of saying with its speaker, and what is said."""
        tokens = self.view.tokens
        if last + 1 >= len(tokens) or tokens[last].text not in ("،", ",") or tokens[first - 1].text not in ("،", ","):
            return False
        if not (bare(tokens[last + 1].norm, COMPLEMENTISERS) or tokens[last + 1].norm == "عن"):
            return False
        for position in range(first - 2, max(-1, first - _SPEAKER), -1):
            if position in self.clauses.verbs or tokens[position].kind == "punct":
                return False
            if tokens[position].norm.removeprefix("و") in _SAYINGS:
                return True
        return False

    def _of_content(self, verb: int, first: int, last: int) -> bool:
        """Whether a time behind a verb of reporting is that of what is reported: أحصى المرصد منذ مطلع العام مئة غارة, which goes back to
        its start, and الهدنة التي أعلنتها موسكو في آب, by whose announcement the truce was made.
        """
        tokens = self.view.tokens
        since = bare(tokens[first].norm, _SINCE)
        led = any(bare(tokens[p].norm, COMPLEMENTISERS) for p in range(last, min(last + 2, len(tokens))))
        if since and not led:
            return True
        made = (p for p in self.clauses.predicates if p.type in _ANNOUNCED and p.last == verb - 1)
        return bare(tokens[verb - 1].norm, STRONG_RELATIVES) != "" and any(made)
