"""Dictionary phrases: their small language, and one trie over folded words that finds all of them in one pass.

A phrase is words with spaces between them. ``a|b`` is a choice, ``word?`` may be missing, ``...`` is a gap of up to six tokens in
the same clause, besides a day or a name between commas, ``<name>`` any entry of a word list. A word written with the article asks
for the article in the text; one without it takes both. Proclitics are taken off the first word only, a pronoun suffix off the last.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from eventcode.text import Analysis, Token, analyses, fold

GAP = "..."
ARTICLE = "@"  # stands in trie keys for the definite article, so that التي is not ألتي
GAP_LENGTH = 6
_ROOT = 3
_MAX_EXPANSION = 4096
CLAUSE_END = frozenset(".!?؟؛:،,")
_PASSED_OVER = frozenset("\"'“”«»-–_")
_COMMAS = frozenset("،,")
_DAYS = frozenset(
    fold(word)
    for word in [
        "السبت", "الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "أمس", "اليوم",
        "يوم", "أول", "ليلة", "صباح", "مساء", "ليل", "ظهر", "فجر", "عصر", "صباحا",
        "ليلا", "ظهرا", "فجرا", "عصرا", "الماضي", "الفائت", "المنصرم", "الماضية", "الفائتة",
    ]
)  # fmt: skip
"""Words of which a day between commas consists: ، أمس الأحد،"""
_ASIDE_LENGTH = 5
"""Tokens of the longest such day, with its comma (، مساء أول أمس الخميس،), and of the longest name."""
_OFFICES = frozenset(
    fold(word)
    for word in [
        "الرئيس", "رئيس", "رئيسة", "وزير", "الوزير", "وزيرة", "المبعوث", "مبعوث", "الموفد", "المندوب", "مندوب", "السفير", "سفير",
        "المتحدث", "المتحدثة", "الناطق", "زعيم", "قائد", "القائد", "مدير", "المدير", "الأمين", "أمين", "نظيره", "الملك", "المستشارة",
        "المرشد", "مستشار", "القيادي", "العاهل", "أمير",
    ]
)  # fmt: skip
"""What the one is called whose name follows between commas: عرض الوزير القطري، خالد العطية، هدنة."""
_TITLE_LENGTH = 4
"""Tokens from such a word to the comma before the name."""
_NO_NAMES = frozenset(
    fold(word)
    for word in [
        "في", "من", "على", "إلى", "عن", "أن", "إن", "الذي", "التي", "خلال", "بعد", "قبل", "مع", "لم", "لن", "لا", "ما", "مما", "حيث",
        "كما", "وهو", "وهي", "عبر", "وفق", "بحسب", "حسب", "أثناء", "خلافا",
    ]
)  # fmt: skip
"""Words that no name holds."""
_NAMES_IN_WAW = frozenset({"وليد", "وايل", "وسام", "وجيه", "وفيق", "ولفرام"})


class PatternError(ValueError):
    """A phrase is not of the pattern language."""


class Match(NamedTuple):
    """An entry found at tokens ``first`` to ``last`` (exclusive); ``analysis`` is how its first word was read.

    ``enclitic`` is the pronoun suffix on its last word or "".
    """

    first: int
    last: int
    value: Any
    analysis: Analysis
    enclitic: str


def parse(phrase: str, lists: Mapping[str, Sequence[tuple[str, ...]]]) -> list[list[tuple[str, ...]]]:
    """Parse a phrase to its segments (split at gaps), each the list of word sequences that it may be.

    ``lists`` gives the word sequences of each word list. Raises ``PatternError`` on an unknown list, an empty phrase, a gap at
    an end, or a phrase that stands for more than 4,096 sequences.
    """
    segments: list[list[tuple[str, ...]]] = []
    current: list[list[tuple[str, ...]]] = []

    def close() -> None:
        if not current:
            raise PatternError(f"phrase {phrase!r}: a gap needs words on both sides")
        size = 1
        for options in current:
            size *= len(options)
        if size > _MAX_EXPANSION:
            raise PatternError(f"phrase {phrase!r} stands for {size} word sequences; split it")
        segments.append(list(dict.fromkeys(tuple(itertools.chain.from_iterable(choice)) for choice in itertools.product(*current))))
        current.clear()

    for part in phrase.split():
        if part == GAP:
            close()
        elif part.startswith("<") and part.rstrip("?").endswith(">"):
            name = part.rstrip("?")[1:-1]
            if name not in lists:
                raise PatternError(f"phrase {phrase!r}: there is no word list {name!r}")
            options = list(lists[name])
            current.append([(), *options] if part.endswith("?") else options)
        else:
            optional = part.endswith("?")
            words = [key_of(word) for word in part.rstrip("?").split("|")]
            if not all(words):
                raise PatternError(f"phrase {phrase!r}: an empty alternative in {part!r}")
            if not segments and not current:
                words += first_person(words)
            choices: list[tuple[str, ...]] = [(word,) for word in words]
            current.append([(), *choices] if optional else choices)
    close()
    if any(not sequence for sequence in segments[0]):
        segments[0] = [sequence for sequence in segments[0] if sequence]
        if not segments[0]:
            raise PatternError(f"phrase {phrase!r}: every word is optional")
    return segments


def first_person(words: Sequence[str]) -> list[str]:
    """سحب|سحبت|يسحب|تسحب, سيرد|سترد: the forms of "we" (سحبنا, نسحب, سنرد) of a verb of which both genders of the third person are given.

    A form of three letters with ن is left out, for it is as a rule another word (نقل, نشر).
    """
    known = set(words)
    out = []
    for word in words:
        if word + "ت" in known and len(word) >= _ROOT and word[-1] not in "اي" and word[0] not in "يت":
            out.append(word + "نا")
        for third, other, first in (("ي", "ت", "ن"), ("سي", "ست", "سن")):
            stem = word.removeprefix(third)
            if stem != word and other + stem in known and len(first + stem) > _ROOT:
                out.append(first + stem)
    return [word for word in dict.fromkeys(out) if word not in known]


@cache
def key_of(word: str) -> str:
    """The trie key of a word as a dictionary writes it; a written article (never أل or إل) becomes ``ARTICLE``."""
    folded = fold(word)
    if folded.startswith("ال") and len(folded) > 3 and not word.startswith(("أ", "إ", "آ")):
        return ARTICLE + folded[2:]
    return folded


class _Segment(NamedTuple):
    """What must follow after a gap: the continuations of each first word; ``optional`` where nothing need follow."""

    starts: frozenset[str]
    tails: Mapping[str, tuple[tuple[str, ...], ...]]
    optional: bool

    @classmethod
    def of(cls, sequences: Iterable[tuple[str, ...]]) -> _Segment:
        """The segment of word sequences."""
        tails: dict[str, list[tuple[str, ...]]] = {}
        optional = False
        for words in sequences:
            if words:
                tails.setdefault(words[0], []).append(words[1:])
            else:
                optional = True
        return cls(frozenset(tails), {first: tuple(found) for first, found in tails.items()}, optional)


class _Node:
    __slots__ = ("entries", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.entries: list[tuple[Any, tuple[_Segment, ...]]] = []


class Start(NamedTuple):
    """What a distinct word begins: entries of one word, entries of one word with gaps after it, nodes with longer entries, and
    the keys of which the next word must have one for a longer entry; ``inner`` are its own keys inside an entry, None for a mark
    that entries pass over.
    """

    words: tuple[tuple[Any, Analysis], ...]
    gapped: tuple[tuple[Any, Analysis, tuple[_Segment, ...]], ...]
    longer: tuple[tuple[_Node, Analysis], ...]
    second: frozenset[str]
    inner: frozenset[str] | None

    def leads_to(self, following: Start) -> bool:
        """Whether a longer entry may go on with the word after it."""
        return following.inner is None or not self.second.isdisjoint(following.inner)


_MOST_STARTS = 200_000
"""Distinct words whose starts are kept; past that many they are forgotten and read anew."""


class Trie:
    """All dictionary phrases of a codebook; built once, then only read (safe to share between threads)."""

    def __init__(self) -> None:
        self._root = _Node()
        self._first: dict[str, Start] = {}

    def __getstate__(self) -> dict[str, Any]:
        return {"root": self._root, "first": {}}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self._root = state["root"]
        self._first = {}

    def add(self, words: Sequence[str], value: Any, rest: Iterable[Iterable[tuple[str, ...]]] = ()) -> None:
        """Add a sequence of folded words; ``rest`` are the segments that must follow after gaps."""
        node = self._root
        for word in words:
            node = node.next.setdefault(word, _Node())
        node.entries.append((value, tuple(_Segment.of(segment) for segment in rest)))

    def add_phrase(self, phrase: str, value: Any, lists: Mapping[str, Sequence[tuple[str, ...]]]) -> None:
        """Add a phrase of the pattern language (see ``parse``)."""
        head, *rest = parse(phrase, lists)
        for words in head:
            self.add(words, value, rest)

    def holds(self, words: Sequence[str]) -> bool:
        """Whether a sequence of keys is an entry, as it stands or without the article of its first word."""
        for first in {words[0], words[0].removeprefix(ARTICLE)}:
            node: _Node | None = self._root
            for word in (first, *words[1:]):
                node = node.next.get(word) if node is not None else None
            if node is not None and node.entries:
                return True
        return False

    def start(self, token: Token) -> Start:
        """What a word begins from the root, least stripped reading first; punctuation begins nothing.


        An entry shields its word: readings that take more letters off the same word are not tried (وقف is never و + قف, and
        وأسلحة is و + أسلحة, never و + أسلح + ه).
        """
        found = self._first.get(token.text)
        if found is None:
            if len(self._first) >= _MOST_STARTS:
                self._first.clear()
            found = self._first[token.text] = self._start(token)
        return found

    def _start(self, token: Token) -> Start:
        norm, feminine = token.norm, token.text[-1] == "ة"
        inner = None if token.text in _PASSED_OVER else frozenset(key for key, _ in inner_keys(norm))
        if token.kind == "punct":
            return Start((), (), (), frozenset(), inner)
        hits: list[tuple[_Node, Analysis]] = []
        table = self._root.next
        shields: list[str] = []
        for reading in analyses(norm):
            # A written ta marbuta is never the pronoun ه: مهاجمة is no "his attacker".
            if feminine and reading.enclitic == "ه":
                continue
            if any(
                reading.proclitics.startswith(shield) and (reading.proclitics != shield or reading.enclitic) for shield in shields
            ):
                continue
            for key in _keys(reading):
                node = table.get(key)
                if node is not None and (not reading.enclitic or node.entries):
                    hits.append((node, reading))
                    if node.entries and not reading.enclitic:
                        shields.append(reading.proclitics)
        longer = tuple((node, reading) for node, reading in hits if node.next and not reading.enclitic)
        return Start(
            tuple((value, reading) for node, reading in hits for value, rest in node.entries if not rest),
            tuple((value, reading, rest) for node, reading in hits for value, rest in node.entries if rest),
            longer,
            frozenset(key for node, _ in longer for key in node.next),
            inner,
        )

    def find(self, tokens: Sequence[Token]) -> list[Match]:
        """Every entry that occurs in the tokens, overlaps included, in order of first token, longest first."""
        out: list[Match] = []
        starts = [self.start(token) for token in tokens]
        for index, start in enumerate(starts):
            if start.gapped or (start.longer and index + 1 < len(starts) and start.leads_to(starts[index + 1])):
                out.extend(self.beyond(tokens, index, start))
            out.extend(Match(index, index + 1, value, reading, reading.enclitic) for value, reading in start.words)
        return out

    def beyond(self, tokens: Sequence[Token], index: int, start: Start) -> list[Match]:
        """The entries at a token that depend on the words after it: those of several words, longest first, and those with gaps."""
        out: list[Match] = []
        if start.longer:
            for node, reading in start.longer:
                self._descend(tokens, index, node, reading, out)
            out.sort(key=_by_length)
        for value, reading, rest in start.gapped:
            if _follows(tokens, index + 1, rest):
                out.append(Match(index, index + 1, value, reading, reading.enclitic))
        return out

    def _descend(self, tokens: Sequence[Token], first: int, start: _Node, reading: Analysis, out: list[Match]) -> None:
        """The entries of two words and more."""
        size = len(tokens)
        stack = [(start, first + 1, "")]
        while stack:
            node, at, enclitic = stack.pop()
            if node is not start:
                for value, rest in node.entries:
                    if not rest or _follows(tokens, at, rest):
                        out.append(Match(first, at, value, reading, enclitic))
            if not node.next or enclitic or at >= size:
                continue
            at = _passed(tokens, at)
            following = node.next
            for key, pronoun in inner_keys(tokens[at].norm):
                if key in following:
                    stack.append((following[key], at + 1, pronoun))


def _passed(tokens: Sequence[Token], at: int) -> int:
    """The token at which an entry goes on: a quote or dash inside it is passed over."""
    return at + 1 if at + 1 < len(tokens) and tokens[at].text in _PASSED_OVER else at


def _by_length(match: Match) -> int:
    return -match.last


def _keys(reading: Analysis) -> tuple[str, ...]:
    return (ARTICLE + reading.stem, reading.stem) if reading.article else (reading.stem,)


@lru_cache(maxsize=200_000)
def inner_keys(norm: str) -> tuple[tuple[str, str], ...]:
    """How a word inside a phrase may be listed: (key, pronoun suffix), whole or without article, pronoun taken off."""
    return tuple(
        dict.fromkeys((key, reading.enclitic) for reading in analyses(norm) if not reading.proclitics for key in _keys(reading))
    )


def past_aside(tokens: Sequence[Token], at: int) -> int:
    """The token behind what stands between commas from a token on and takes the clause no further, else the token itself.

    A day (خسر الجيش، الخميس، مدينة أريحا), and the name of who was called by his office (عرض الرئيس، فلان الفلاني، هدنة).
    """
    if tokens[at].text not in _COMMAS:
        return at
    opening = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    named = not opening.startswith("و") or opening in _NAMES_IN_WAW
    titled = named and any(token.norm in _OFFICES for token in tokens[max(0, at - _TITLE_LENGTH) : at])
    days = True
    for index in range(at + 1, min(len(tokens) - 1, at + _ASIDE_LENGTH + 1)):
        if tokens[index].text in _COMMAS:
            return index + 1 if index > at + 1 and (days or titled) else at
        days = days and tokens[index].norm in _DAYS
        if not days and (not titled or tokens[index].kind != "word" or tokens[index].norm in _NO_NAMES):
            break
    return at


def _follows(tokens: Sequence[Token], at: int, rest: Sequence[_Segment]) -> bool:
    """Whether the segments follow, each after a gap of at most ``GAP_LENGTH`` tokens of the same clause.

    A day or a name between commas is passed over and counts for nothing.
    """
    for segment in rest:
        end = None
        begin, most = at, at + GAP_LENGTH
        while begin < len(tokens) and begin <= most:
            behind = past_aside(tokens, begin)
            if behind > begin:
                begin, most = behind, most + behind - begin
                continue
            if tokens[begin].kind == "punct" and tokens[begin].text in CLAUSE_END:
                break
            if segment.optional:
                end = begin
                break
            for key in open_keys(tokens[begin].norm) & segment.starts:
                end = _tail(tokens, begin + 1, segment.tails[key])
                if end is not None:
                    break
            if end is not None:
                break
            begin += 1
        if end is None:
            return False
        at = end
    return True


def _tail(tokens: Sequence[Token], at: int, tails: Sequence[tuple[str, ...]]) -> int | None:
    """Where the first of some continuations ends that stands at a token; None where none does."""
    for words in tails:
        if at + len(words) <= len(tokens) and all(
            any(word == key for key, _ in inner_keys(token.norm)) for word, token in zip(words, tokens[at:], strict=False)
        ):
            return at + len(words)
    return None


@lru_cache(maxsize=200_000)
def open_keys(norm: str) -> frozenset[str]:
    """Every form under which a word, taken with any clitics, may be listed."""
    return frozenset(key for reading in analyses(norm) for key in _keys(reading))
