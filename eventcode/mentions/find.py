"""Find everything that one sentence mentions: one pass of the trie, then actors, quantities, dates and places over its matches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, NamedTuple

import attrs

from eventcode import dates, numbers
from eventcode.codebook import Codebook, Word
from eventcode.gazetteer import Gazetteer, PlaceMention
from eventcode.mentions.actors import find_actors
from eventcode.mentions.closed import COMPLEMENTISERS, NEGATORS, PREPOSITIONS, RELATIVES, SUBORDINATORS, bare
from eventcode.mentions.kinds import ACTING_KINDS, NAMING
from eventcode.mentions.model import ActorMention, View
from eventcode.mentions.nouns import strike_adjectives
from eventcode.model import DateSpan
from eventcode.patterns import Match, Start
from eventcode.text import Analysis, Sentence, Token

# A longer entry of one of these kinds hides the entries inside it: event words and places in names are not events or places.
_HIDING = frozenset(
    {"actor", "agent", "state", "trigger", "according", "via", "statement", "cue", "light", "aspect", "result", "cause", "country"}
)
# What governs a capital that acts: it is subject, agent, owner or partner.
_ACTING = frozenset({"", "agent", "genitive", "مع", "ل", "ضد", "بين"})
# What most tokens have: shared, and never written to.
_NO_WORDS: dict[str, list[Match]] = {}
_NO_MATCHES: dict[int, list[Match]] = {}
_NO_TOKENS: set[int] = set()
# Entries that a noun in the name of a place is not.
_KEPT = frozenset({"list"})


class _Alone(NamedTuple):
    """What a distinct word is by itself: the entries of one word that grammar allows, their kinds, those of word lists alone, which
    no longer entry hides, adjectives of nationality, which an expression of an act does not hide (العمليات التركية), and parties, which
    it hides in its first word alone (أوقفت الشرطة); whether it names an actor, the codes of actors whose full name it is, and what it may begin.
    """

    entries: tuple[tuple[str, Word, Analysis], ...]
    kinds: frozenset[str]
    listed: tuple[tuple[str, Word, Analysis], ...]
    listed_kinds: frozenset[str]
    lists: frozenset[str]
    nations: tuple[tuple[str, Word, Analysis], ...]
    parties: tuple[tuple[str, Word, Analysis], ...]
    names: bool
    full_names: frozenset[str]
    start: Start
    begins: bool


class SentenceWords(NamedTuple):
    """The dictionary entries of a sentence: what each token is by itself, and by token the entries that depend on the words after
    it; the codes of the actors whose full name stands among them.
    """

    alone: list[_Alone]
    beyond: dict[int, list[Match]]
    full_names: set[str]


_MOST_WORDS = 200_000
"""Distinct words whose entries are kept; past that many they are forgotten and read anew."""


class Finder:
    """Finds mentions with a codebook and a gazetteer; what it keeps is only what distinct words are by themselves."""

    def __init__(self, codebook: Codebook, gazetteer: Gazetteer) -> None:
        self.codebook = codebook
        self.gazetteer = gazetteer
        self._alone: dict[str, _Alone] = {}

    def __getstate__(self) -> dict[str, Any]:
        return {"codebook": self.codebook, "gazetteer": self.gazetteer}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(**state)  # type: ignore[misc]

    def words(self, tokens: Sequence[Token]) -> SentenceWords:
        """Every dictionary entry in the tokens of a sentence."""
        trie = self.codebook.trie
        known = self._alone
        alone: list[_Alone] = []
        beyond: dict[int, list[Match]] = {}
        names: set[str] = set()
        begins: list[int] = []
        for index, token in enumerate(tokens):
            word = known.get(token.text)
            if word is None:
                word = self._learn(token)
            alone.append(word)
            if word.full_names:
                names |= word.full_names
            if word.begins:
                begins.append(index)
        for index in begins:
            start = alone[index].start
            if start.gapped or (index + 1 < len(tokens) and start.leads_to(alone[index + 1].start)):
                found = trie.beyond(tokens, index, start)
                if found:
                    beyond[index] = found
                    names.update(_full_names(found))
        return SentenceWords(alone, beyond, names)

    def _learn(self, token: Token) -> _Alone:
        start = self.codebook.trie.start(token)
        matches = [Match(0, 1, value, reading, reading.enclitic) for value, reading in start.words]
        kept = [match for match in matches if _possible(match, token)]
        names = any(_names(match) for match in kept)
        entries = tuple((match.value.kind, match.value, match.analysis) for match in kept if not (names and _yields(match)))
        listed = tuple(entry for entry in entries if entry[0] in _KEPT)
        if len(self._alone) >= _MOST_WORDS:
            self._alone.clear()
        word = self._alone[token.text] = _Alone(
            entries,
            frozenset(kind for kind, _, _ in entries),
            listed,
            frozenset(kind for kind, _, _ in listed),
            frozenset(value.ref for _, value, _ in listed),
            tuple(entry for entry in entries if entry[0] == "nation"),
            tuple(entry for entry in entries if _party(entry[1], token.norm)),
            names,
            frozenset(_full_names(matches)),
            start,
            bool(start.longer or start.gapped),
        )
        return word

    def view(
        self,
        index: int,
        sentence: Sentence,
        words: SentenceWords,
        text: str,
        published: dt.date | None,
        known: frozenset[str],
        named: frozenset[str] = frozenset(),
        told: DateSpan | None = None,
    ) -> View:
        """The view of a sentence with its ``words``; ``known`` are the codes whose full name the document holds (short names
        need it), ``named`` the ids of places that it named before (misspelt names are taken for these), ``told`` its last date.
        """
        tokens = sentence.tokens
        at, covered, lists = select(words, tokens)
        view = View(index, sentence, text, at, covered, lists)
        view.dates = dates.find(tokens, published, told)
        view.quantities = numbers.find(tokens, _dated(view.dates))
        for index, found in enumerate(at):
            if index and not NAMING.isdisjoint(found):
                # في الشيخ مقصود, جبل الأكراد, مدينة الميادين: a noun in the name of a place is nobody.
                within = self.gazetteer.in_full(tokens, index)
                if any(match.last > within.stop for kind in NAMING for match in found.get(kind, ())):
                    continue
                for position in within:
                    at[position] = {kind: matches for kind, matches in at[position].items() if kind not in NAMING}
                    covered[position] -= NAMING
        strike_adjectives(view)
        blocked = find_actors(view, self.codebook, published, known)
        places = self.gazetteer.find(tokens, blocked | _dated(view.dates), named)
        for actor in view.actors:
            _without_object(view, actor, places)
        acting = [a for a in view.actors if a.kind in ("country", "capital") and a.governor in _ACTING]
        view.places = (
            [attrs.evolve(place, certain=False) if _acting(acting, place) else place for place in places] if acting else places
        )
        return view


def _full_names(matches: Sequence[Match]) -> set[str]:
    """Codes, and full names of persons, of the actors whose full name is among dictionary entries found."""
    actors = [match.value.ref for match in matches if match.value.kind == "actor" and not match.value.ref.short]
    return {key for actor in actors for key in (actor.code, actor.full) if key}


def _without_object(view: View, actor: ActorMention, places: Sequence[PlaceMention]) -> None:
    """قصفت قوات النظام النيرب: a town right after a definite actor is no adjective of it, but what it struck or took."""
    town = next((place for place in places if place.last == actor.last and place.first > actor.head), None)
    if town is None or town.kind != "place" or town.proclitics or town.head or not town.certain:
        return
    if any(place.level in ("country", "region") for place in town.candidates):
        return  # المقاتلون الشيشان are a people
    before = view.tokens[town.first - 1]
    if before.norm.startswith(("ال", "لل")) and not view.covered[town.first] & ACTING_KINDS:
        actor.last, actor.end = town.first, before.end


def _acting(acting: Sequence[ActorMention], place: PlaceMention) -> bool:
    """Whether a capital or country stands for its government here, so that المحافظة and المدينة do not take it up."""
    return any(actor.first <= place.first < actor.last for actor in acting)


def _dated(found: Sequence[dates.TimeExpression]) -> frozenset[int]:
    return frozenset(position for item in found for position in range(item.first, item.last))


def select(
    words: SentenceWords, tokens: Sequence[Token]
) -> tuple[list[dict[str, list[Match]]], list[frozenset[str]], list[frozenset[str]]]:
    """The entries that start at each token by kind, the kinds that cover it, and the names of the word lists that it is in, without
    what grammar forbids and what lies inside a longer entry of a hiding kind; overlapping long entries: leftmost wins.

    A verb takes no article; a function word is no inflected form of another word; a noun that names an actor is no cue.
    """
    at: list[dict[str, list[Match]]] = [_NO_WORDS] * len(tokens)
    covered = [word.kinds for word in words.alone]
    lists = [word.lists for word in words.alone]
    beyond, hidden, acts, later = _beyond(words, tokens) if words.beyond else (_NO_MATCHES, _NO_TOKENS, _NO_TOKENS, _NO_TOKENS)
    new = tuple.__new__  # what Match() calls, without the call
    for index, word in enumerate(words.alone):
        entries = word.entries
        if index in hidden:
            entries, covered[index] = word.listed, word.listed_kinds
            if word.nations and index in acts:
                entries, covered[index] = (*entries, *word.nations), covered[index] | {"nation"}
            if word.parties and index in later:
                entries, covered[index] = (*entries, *word.parties), covered[index] | {entry[0] for entry in word.parties}
        here: dict[str, list[Match]] = {}
        if index in beyond:
            for match in beyond[index]:
                here.setdefault(match.value.kind, []).append(match)
        elif not entries:
            continue
        for kind, value, reading in entries:
            match = new(Match, (index, index + 1, value, reading, reading.enclitic))
            if kind in here:
                here[kind].append(match)
            else:
                here[kind] = [match]
        at[index] = here
    for found in beyond.values():
        for match in found:
            if match.value.kind in _KEPT:
                lists[match.first] |= {match.value.ref}
            for position in range(match.first, match.last):
                if match.value.kind not in covered[position]:
                    covered[position] |= {match.value.kind}
    return at, covered, lists


_YIELDING = frozenset({"cue", "report", "light", "aspect", "verb", "result"})
# Adverbs and numbers that are spelled like a form of a verb: there is ("she congratulated you"), thereby, later, given that, very.
_ADVERBS = frozenset({"هنا", "هناك", "هنالك", "بذلك", "لاحقا", "نظرا", "جدا"})
_FUNCTION = PREPOSITIONS | COMPLEMENTISERS | SUBORDINATORS | NEGATORS | RELATIVES | _ADVERBS | {"اولي", "عما", "اثنين"}


# "Is called" (قيادي يدعى فلان, القيادي المدعو فلان), which folds to "claims" (يدعي), and to "those who claim" (مدعو).
_CALLED = frozenset({"يدعى", "تدعى", "ويدعى", "وتدعى", "فيدعى", "المدعو", "والمدعو", "المدعوة", "المدعوان", "المدعوين"})


def _possible(match: Match, token: Token) -> bool:
    """Whether grammar allows an entry at a word: no suffix on a name, no article on a verb, no inflected form that is a particle."""
    if token.text in _CALLED:
        return False
    norm = token.norm
    if norm == "والي" and match.value.kind in ("agent", "actor") and token.text.endswith("ى"):
        return False  # وإلى جانبهم: and no governor
    if match.analysis.proclitics[-1:] == "ك" and norm.removeprefix("و") == "كلا":
        return False  # كلا من موسكو ودمشق: both, and no negation
    form = match.value.form
    kind = match.value.kind
    if match.enclitic and (kind in ("actor", "country", "nation") or (kind == "agent" and match.enclitic == "ي")):
        return False
    if kind == "agent" and match.enclitic == "نا" and norm.endswith("انا"):
        return False  # سرمدا والدانا: a town, and not "our parents"
    if kind == "cause" and match.analysis.article:
        return False  # على الفور, النتيجة: with the article the word is a noun like others
    if form is None:
        return True
    if form.pos == "verb" and (match.analysis.article or (match.enclitic and form.voice == "passive" and form.aspect == "perfect")):
        return False  # التقيته is "I met him", since a passive has no object
    return not (match.last - match.first == 1 and bare(norm, _FUNCTION))


def _names(match: Match) -> bool:
    return match.value.kind in ("agent", "actor", "country") and not match.enclitic


def _yields(match: Match) -> bool:
    form = match.value.form
    return match.value.kind in _YIELDING and form is not None and form.pos == "noun"


_PARTIES = frozenset({"force", "people", "official", "government", "aircraft", "vehicle", "group"})
# Nouns of parties that in an expression of an act are none: استعمال القوة, راح ضحيته, توحيد صفوفهم, خرجت مسيرات.
_NO_PARTIES = (
    "قوه",
    "ضحي",
    "صفوف",
    "قتلي",
    "جرحي",
    "انتحاري",
    "مسيرات",
    "لجنه",
    "سياره",
    "دراجه",
    "مسيره",
    "اسري",
    "جثث",
    "جثامين",
)


def _party(value: Word, norm: str) -> bool:
    """Whether an entry is somebody who takes part in an act, though an expression of the act names him (سقوط طائرة)."""
    if value.kind == "actor":
        return True
    return value.kind == "agent" and value.ref.kind in _PARTIES and not norm.removeprefix("ال").startswith(_NO_PARTIES)


def _beyond(words: SentenceWords, tokens: Sequence[Token]) -> tuple[dict[int, list[Match]], set[int], set[int], set[int]]:
    """The entries beyond single words that stay, by first token, the tokens that the longest of them hide, those of these that
    only expressions of acts do, and of the last those after the first word of every such expression.
    """
    possible = {index: [match for match in found if _possible(match, tokens[index])] for index, found in words.beyond.items()}
    longest: list[Match] = []
    hidden: set[int] = set()
    acts: set[int] = set()
    named: set[int] = set()
    begun: set[int] = set()
    for found in possible.values():
        for match in found:
            if match.last - match.first > 1 and match.value.kind in _HIDING:
                before = [other for other in longest if other.first < match.first < other.last < match.last]
                # بحل جيش الإسلام: an expression of an act ends inside the name of whom it befalls.
                if not before or (_party(match.value, "") and all(other.value.kind == "trigger" for other in before)):
                    longest.append(match)
                    hidden.update(range(match.first, match.last))
                    (acts if match.value.kind == "trigger" else named).update(range(match.first, match.last))
                    begun.add(match.first)
    names = {(match.first, match.last) for found in possible.values() for match in found if _names(match)}
    names.update((index, index + 1) for index in possible if words.alone[index].names)
    out: dict[int, list[Match]] = {}
    for index, found in possible.items():
        kept = [
            match for match in found if not _hidden(match, longest) and not ((match.first, match.last) in names and _yields(match))
        ]
        if kept:
            out[index] = kept
    return out, hidden, acts - named, acts - named - begun


def _hidden(match: Match, longest: Sequence[Match]) -> bool:
    """Whether an entry lies inside a longer one, or overlaps one that begins before it.

    Of expressions of acts that begin together the frames choose, as the longer one may lack what it needs (إطلاق النار, إطلاق ... على).
    """
    kind = match.value.kind
    size = match.last - match.first
    if kind not in _KEPT and any(
        other.first <= match.first
        and match.last <= other.last
        and other.last - other.first > size
        and not (other.value.kind == "cue" and kind == "trigger" and size > 1)
        and not (other.value.kind == kind == "trigger" and other.first == match.first)
        for other in longest
    ):
        return True
    return size > 1 and kind in _HIDING and kind != "trigger" and match not in longest
