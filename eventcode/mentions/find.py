"""Find everything that one sentence mentions: one pass of the trie, then actors, quantities, dates and places over its matches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import attrs

from eventcode import dates, numbers
from eventcode.codebook import Codebook
from eventcode.gazetteer import Gazetteer, PlaceMention
from eventcode.mentions.actors import find_actors
from eventcode.mentions.closed import COMPLEMENTISERS, NEGATORS, PREPOSITIONS, RELATIVES, SUBORDINATORS, bare
from eventcode.mentions.model import View
from eventcode.patterns import Match
from eventcode.text import Sentence, Token

# A longer entry of one of these kinds hides the entries inside it: event words and places in names are not events or places.
_HIDING = frozenset(
    {"actor", "agent", "state", "trigger", "according", "via", "statement", "cue", "light", "aspect", "result", "cause", "country"}
)
# What governs a capital that acts: it is subject, agent, owner or partner.
_ACTING = frozenset({"", "agent", "genitive", "مع", "ل", "ضد", "بين"})
# What most tokens have: shared, and never written to.
_NO_WORDS: dict[str, list[Match]] = {}
_NO_KINDS: frozenset[str] = frozenset()
_KEPT = frozenset({"list"})


class Finder:
    """Finds mentions with a codebook and a gazetteer; holds no state of its own."""

    def __init__(self, codebook: Codebook, gazetteer: Gazetteer) -> None:
        self.codebook = codebook
        self.gazetteer = gazetteer

    def words(self, tokens: Sequence[Token]) -> list[Match]:
        """Every dictionary entry in the tokens of a sentence."""
        return self.codebook.trie.find(tokens)

    def view(
        self,
        index: int,
        sentence: Sentence,
        words: Sequence[Match],
        text: str,
        published: dt.date | None,
        known: frozenset[str],
        named: frozenset[str] = frozenset(),
    ) -> View:
        """The view of a sentence with its ``words``; ``known`` are the codes whose full name the document holds (short names
        need it), ``named`` the ids of places that it named before (misspelt names are taken for these).
        """
        tokens = sentence.tokens
        matches = select(words, tokens)
        at: list[dict[str, list[Match]]] = [_NO_WORDS] * len(tokens)
        covered: list[frozenset[str]] = [_NO_KINDS] * len(tokens)
        for match in matches:
            kind = match.value.kind
            found = at[match.first]
            if found is _NO_WORDS:
                found = at[match.first] = {}
            found.setdefault(kind, []).append(match)
            for position in range(match.first, match.last):
                if kind not in covered[position]:
                    covered[position] |= {kind}
        view = View(index, sentence, text, at, covered)
        view.dates = dates.find(tokens, published)
        view.quantities = numbers.find(tokens, _dated(view.dates))
        blocked = find_actors(view, self.codebook, published, known)
        places = self.gazetteer.find(tokens, blocked | _dated(view.dates), named)
        view.places = [attrs.evolve(place, certain=False) if _acting(view, place) else place for place in places]
        return view


def full_names(words: Sequence[Match]) -> set[str]:
    """Codes, and full names of persons, of the actors whose full name is among dictionary entries found."""
    actors = [match.value.ref for match in words if match.value.kind == "actor" and not match.value.ref.short]
    return {key for actor in actors for key in (actor.code, actor.full) if key}


def _acting(view: View, place: PlaceMention) -> bool:
    """Whether a capital or country stands for its government here, so that المحافظة and المدينة do not take it up."""
    return any(
        actor.kind in ("country", "capital") and actor.first <= place.first < actor.last and actor.governor in _ACTING
        for actor in view.actors
    )


def _dated(found: Sequence[dates.TimeExpression]) -> frozenset[int]:
    return frozenset(position for item in found for position in range(item.first, item.last))


def select(matches: Sequence[Match], tokens: Sequence[Token]) -> list[Match]:
    """Drop what grammar forbids and what lies inside a longer entry of a hiding kind; overlapping long entries: leftmost wins.

    A verb takes no article; a function word is no inflected form of another word; a noun that names an actor is no cue.
    """
    possible = [match for match in matches if _possible(match, tokens)]
    longest: list[Match] = []
    for match in possible:
        if match.last - match.first > 1 and match.value.kind in _HIDING:
            if not any(other.first < match.first < other.last < match.last for other in longest):
                longest.append(match)
    names = {
        (match.first, match.last) for match in possible if match.value.kind in ("agent", "actor", "country") and not match.enclitic
    }
    out = []
    for match in possible:
        size = match.last - match.first
        if match.value.kind not in _KEPT and any(
            other.first <= match.first
            and match.last <= other.last
            and other.last - other.first > size
            and not (other.value.kind == "cue" and match.value.kind == "trigger" and size > 1)
            for other in longest
        ):
            continue
        if size > 1 and match.value.kind in _HIDING and match not in longest and match.value.kind != "trigger":
            continue
        form = match.value.form
        if match.value.kind in _YIELDING and form is not None and form.pos == "noun" and (match.first, match.last) in names:
            continue
        out.append(match)
    return out


_YIELDING = frozenset({"cue", "report", "light", "aspect", "verb", "result"})
_FUNCTION = PREPOSITIONS | COMPLEMENTISERS | SUBORDINATORS | NEGATORS | RELATIVES


def _possible(match: Match, tokens: Sequence[Token]) -> bool:
    form = match.value.form
    kind = match.value.kind
    if match.enclitic and (kind in ("actor", "country", "nation") or (kind == "agent" and match.enclitic == "ي")):
        return False
    if form is None:
        return True
    if match.analysis.article and form.pos == "verb":
        return False
    return not (match.last - match.first == 1 and bare(tokens[match.first].norm, _FUNCTION))
