"""Which words of a sentence are finite verbs: decided by form and by the words around them."""

from __future__ import annotations

import re

import attrs

from eventcode.frames.model import Predicate
from eventcode.frames.no_verbs import never_verb, no_verb
from eventcode.frames.spelled_verbs import IMPERFECT_MARKERS, VERBAL_KINDS, imperfect, verb_here
from eventcode.mentions import View
from eventcode.mentions.affiliation import WITHIN
from eventcode.mentions.closed import bare
from eventcode.numbers import number_word
from eventcode.patterns import Match

_ANSWERS = re.compile("[وف]?(?:س?[يتن])?رد(?:ت|وا|ا|تا|ون|ه|ها|هم)?|[وفبل]?(?:ال|لل)?رد(?:ا|ه|ها|هم|ود)?")
_ANSWER_REACH = 6
_ON = frozenset({"علي"})
_ANY = frozenset({"اي", "ايه", "كل", "هذا", "هذه"})
_VERBAL_KINDS = frozenset(VERBAL_KINDS)
_WATCHFULLY = frozenset({"بقلق", "بحذر", "باهتمام", "بترقب", "كثب"})
_REACH_OF_MANNER = 4


@attrs.frozen(slots=True, eq=False)
class Verb:
    """A finite verb: its token and the dictionary entries that give it."""

    index: int
    match: Match
    kinds: frozenset[str]

    @property
    def number(self) -> str:
        """s, d or p."""
        return self.match.value.form.number if self.match.value.form is not None else "s"

    @property
    def voice(self) -> str:
        """active, passive or either."""
        return (self.match.value.form.voice if self.match.value.form is not None else None) or "either"

    def functions(self, view: View) -> list[str]:
        """What the subject of a light or aspect verb is to the event noun, "" where the entry tells nothing, by entries.

        Only entries of the verb's own aspect count: لم تواصل is of واصل, not the perfect of تواصل.
        """
        form = self.match.value.form
        return [
            match.value.ref
            for kind in ("light", "aspect")
            for match in view.at[self.index].get(kind, ())
            if form is None or match.value.form is None or match.value.form.aspect == form.aspect
        ]


def find_verbs(view: View, predicates: list[Predicate]) -> dict[int, Verb]:
    """Finite verbs by token."""
    out: dict[int, Verb] = {}
    nouns = {predicate.first for predicate in predicates if predicate.pos != "verb"}
    # دير الزور, كفر نبل: a word of a longer name of a place is no verb.
    nouns.update(index for place in view.places for index in range(place.first, place.last) if place.last - place.first > 1)
    nouns.update(p for p, token in enumerate(view.tokens) if in_number(view, p, token.norm))  # مئتا عائلة
    # عناصر يتبعون للهيئة: whose men they are is said inside the mention.
    nouns.update(p for a in view.actors for p in range(a.head + 1, a.last) if view.tokens[p].norm in WITHIN)
    for index, words in enumerate(view.at):
        if not words or _VERBAL_KINDS.isdisjoint(words) or index in nouns or never_verb(view, index):
            continue
        if view.dated(index) or ("country" in words and "trigger" not in words):
            continue  # فجر أمس: at dawn; موسكو وبكين: no verb of weeping
        best: Match | None = None
        kinds = set()
        for kind in VERBAL_KINDS:
            if kind not in words:
                continue
            for match in words[kind]:
                form = match.value.form
                if form is None or form.pos != "verb" or (match.last - match.first != 1 and not match.value.phrase):
                    continue
                if no_verb(view, index, match):
                    continue
                if match.analysis.article or (match.analysis.proclitics[-1:] in ("ب", "ك")):
                    continue
                if not verb_here(view, index, match):
                    # تستعد: "prepares", although the short form of تستعيد is spelled alike.
                    continue
                kinds.add(kind)
                if best is None or _clitics(match) < _clitics(best) or _rather_active(match, best):
                    best = match
        if best is not None and index and bare(view.tokens[index - 1].norm, IMPERFECT_MARKERS):
            best = imperfect(view, index) or best
        if best is not None:
            if any(match.value.form is None and match.last - match.first == 1 for match in words.get("light", ())):
                kinds.add("light")  # عبرت ... عن: a phrase with a gap, whose first word is the verb
            if best.value.form is not None and best.value.form.lemma == "تابع" and _watches(view, index):
                kinds.discard("aspect")  # تتابع بقلق الهجمات: whoever watches them does not make them
            out[index] = Verb(index, best, frozenset(kinds))
    return out


def _watches(view: View, index: int) -> bool:
    """تتابع بقلق, يتابعون عن كثب: whether the verb of following means watching."""
    words = [token.norm for token in view.tokens[index + 1 : index + 1 + _REACH_OF_MANNER]]
    return not _WATCHFULLY.isdisjoint(words)


def in_number(view: View, index: int, norm: str) -> bool:
    """Whether a token is a word of a number that counts something, and no dual noun, which counts itself."""
    return bool(view.quantities) and any(
        q.number.first <= index < q.number.last and number_word(norm) != "" for q in view.quantities
    )


def _clitics(match: Match) -> int:
    return len(match.analysis.proclitics) + len(match.enclitic)


def _rather_active(match: Match, best: Match) -> bool:
    """يجلي is of أجلى, and not the passive of جلا, which is spelled alike when folded."""
    form, other = match.value.form, best.value.form
    known = form is not None and other is not None and _clitics(match) == _clitics(best)
    return known and other.voice == "passive" and form.voice != "passive"


def answers(view: View, first: int) -> bool:
    """رد الجيش على الهجوم بقصف, ترد على القصف: whether a phrase that begins at a token is what somebody answers, and not his own act."""
    if first > 1 and bare(view.tokens[first - 1].norm, _ANY):
        first -= 1  # سترد على أي هجوم
    if first == 0 or bare(view.tokens[first - 1].norm, _ON) == "":
        return False
    for index in range(first - 2, max(-1, first - 2 - _ANSWER_REACH), -1):
        token = view.tokens[index]
        if token.kind == "punct" or view.preposition(index):
            return False
        if _ANSWERS.fullmatch(token.norm):
            return True
    return False
