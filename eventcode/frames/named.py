"""Whether the words around an unknown name show that it is who speaks: قال فلان إن, وأضاف فلان: "...", ...، كتب فلان.

Names of people stand in no dictionary. One that follows a verb of saying is a source where the content of the saying opens after it.
"""

from __future__ import annotations

from eventcode.frames.clauses import Clauses
from eventcode.frames.contents import Contents
from eventcode.frames.speakers import Speakers
from eventcode.inflection import Form
from eventcode.mentions import View
from eventcode.mentions.closed import COMPLEMENTISERS, HARD_ENDS, QUOTES, RESUMPTIVE, bare, closes

_COMMAS = frozenset("،,")
_BRACKETS = frozenset("()[]")
# Verbs that take what is said and no other object: what follows them is a name (but كشف تفاصيل, أوضح حجم الخسائر).
_SAYING = frozenset({"قال", "اضاف", "تابع", "اردف", "استطرد", "استدرك", "صرح", "علق", "غرد"})


class Named:
    """Tells names of speakers from the other words that may follow a verb of saying."""

    def __init__(self, view: View, clauses: Clauses, contents: Contents, speakers: Speakers) -> None:
        self.view = view
        self.clauses = clauses
        self.contents = contents
        self.speakers = speakers
        self.tokens = view.tokens

    def opened(self, index: int, subject: tuple[int, int], stop: int | None, kind: str) -> bool:
        """Whether content opens after the words that follow the verb at ``index``; ``stop``: where the introduction of a clause ends."""
        end = subject[1]
        if end >= len(self.tokens):
            return False
        return (
            bare(self.tokens[end].norm, COMPLEMENTISERS) != ""
            or self.tokens[end].text in QUOTES | {":"} | _COMMAS
            or self.speakers.dated(end)
            or self.contents.object_after(subject)
            or (stop is not None and bare(self.tokens[stop].norm, COMPLEMENTISERS) != "")
            or (stop is not None and self._introduced(index, subject, stop))
            or (kind == "speech" and self.view.preposition(end) in ("الي", "علي", "من"))  # دعا فلان إلى التظاهر
            or self._closing(index, end)
        )

    def like_a_verb(self, index: int, subject: tuple[int, int]) -> bool:
        """قال سامر إن, وأضاف كمال: ...; a name spelled like a verb, between a verb of saying and what is said."""
        first, end = subject
        if first != index + 1 or not self._saying(index) or end >= len(self.tokens) or self.view.covered[first] != {"verb"}:
            return False
        forms = [match.value.form for match in self.view.at[first].get("verb", ())]
        perfect = all(form is not None and form.aspect == "perfect" for form in forms)
        mark = self.tokens[end]
        return perfect and (mark.text in QUOTES | {":"} or mark.text.startswith("إن"))

    def unquoted(self, index: int, subject: tuple[int, int]) -> tuple[int, int]:
        """وقال فلان "القصف ...": the words of a name, without the mark that opens the quotation behind it."""
        first, last = subject
        opening = last - 1 > first and self.tokens[last - 1].text in QUOTES and self._saying(index) is not None
        if opening and not closes((token.text for token in self.tokens[first : last - 1]), self.tokens[last - 1].text):
            return first, last - 1
        return subject

    def _introduced(self, index: int, subject: tuple[int, int], stop: int) -> bool:
        """وأضاف فلان لرويترز: "...", قال فلان (38 عاماً): ...; the name, where or to whom he spoke, and the mark before his words."""
        first, end = subject
        verb = self._saying(index)
        if verb is None or (verb.gender == "m" and self.tokens[first].norm.endswith("ا")):
            return False  # قال معلقا على الحادث: an accusative written without its mark tells how he spoke
        between = range(end, min(stop + 1, len(self.tokens)))
        mark = next((p for p in between if self.tokens[p].text == ":" or self._opens_quotation(p)), -1)
        return mark > end and (self.tokens[end].text == "(" or "via" in self.view.covered[end] or self.speakers.prepositional(end))

    def _saying(self, index: int) -> Form | None:
        """The form of the verb at a token, where it is one that takes what is said and no other object."""
        verb = self.clauses.verbs.get(index)
        form = verb.match.value.form if verb is not None else None
        return form if form is not None and form.lemma in _SAYING else None

    def _opens_quotation(self, index: int) -> bool:
        mark = self.tokens[index].text
        return mark in QUOTES - _BRACKETS and not closes((token.text for token in self.tokens[:index]), mark)

    def _closing(self, index: int, end: int) -> bool:
        """...، كتب فلان. and ...، قال فلان لرويترز: behind a comma a verb of saying with its subject closes the sentence."""
        if index == 0 or self.tokens[index - 1].text not in ("،", ",", "-", "»", "”"):
            return False
        following = self.tokens[end].norm
        return (
            following in HARD_ENDS
            or following in RESUMPTIVE
            or following[:1] == "ل"
            or self.view.preposition(end) in ("في", "علي", "عبر")
        )
