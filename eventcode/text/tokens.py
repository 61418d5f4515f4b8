"""Words folded for look-up, tokens, and sentences; every offset indexes the original text.

Tokens are cut from the original and folded one by one, so no map of offsets is needed: a token's span is where its
characters stand. Folding is cached by surface form, of which news text has few.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import attrs

# Characters that never change which word is written: tashkeel and Koranic marks, superscript alef, tatweel, zero-width
# joiners and spaces, soft hyphen, byte-order mark, and the bidi marks, embeddings and isolates.
_INVISIBLE = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0640"
    "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
)
_STRIP = re.compile(f"[{_INVISIBLE}]+")
_LETTER_FOLD = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
        "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ە": "ه", "ھ": "ه",
        "ؤ": "و", "ک": "ك", "ڪ": "ك", "گ": "ك", "ڤ": "ف", "پ": "ب", "چ": "ج", "ژ": "ز",
    }
)  # fmt: skip
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
# A seat of hamza that Egyptian papers write otherwise: مسئول, شئون.
_SEATS = re.compile("(?<=مس)ئ(?=ول)|(?<=ش)ئ(?=ون)")
_DIGIT_CLASS = "0-9\u0660-\u0669\u06f0-\u06f9\uff10-\uff19"
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc\uff10-\uff19]")

# A number keeps its separators (80،000  1.2  6:00  1/2/2020 stay in parts at the slash); a word is a run of letters and
# marks, with no digit in it, so that "11غارة" gives a number and a word; any other visible character is punctuation, digits
# of other scripts too. A word starts at a letter: a bidi mark before it is outside, as it is outside the sentence. Each match
# holds what was passed over before the token too, so that offsets are sums of lengths and no match object is made; the end
# matches by itself, so that what is passed over last is never looked at twice.
_NUMBER = f"[{_DIGIT_CLASS}]+(?:[.,:،٫٬'’][{_DIGIT_CLASS}]+)*"
# One that stands alone in brackets or between strokes is a number like others: (2,147) عائلة, /12/ مدنياً.
_SET_OFF = rf"\({_NUMBER}\)|(?<!\d)/{_NUMBER}/(?!\d)"
_WORD = rf"[^\W\d_]+(?:[{_INVISIBLE}]+[^\W\d_]*)*"
_PASSED = rf"(?:\s|[{_INVISIBLE}]|(?<=[^\W\d_])_(?=[^\W\d_]))*"  # what joins the words of a hashtag is space: #الجيش_السوري
_TOKEN = re.compile(rf"({_PASSED})({_WORD}|{_NUMBER}|{_SET_OFF}|[^\w\s]|[_\d]|\Z)")
_IS_NUMBER = re.compile(f"{_SET_OFF}|{_NUMBER}")
_THOUSANDS = re.compile(r"(?<=\d)[,،٬'’](?=\d{3}(?!\d))")
# Letters that only end a word, with the start of the next that lost its space: محليةللصحيفة, إلىاتفاق, هجوماًعنيفا, جراءاعتداء. ى
# before a lone hamza is another spelling of ئ (لاجىء), and اءات, اءان are endings.
_MARKS = "[\u064b-\u0652]*"
_GLUED = re.compile(rf"ة{_MARKS}(?=[ء-ي])|ى{_MARKS}(?=[ا-ي]{{3}})|(?:اً|ًا)(?=[ء-ي]{{2}})|اء{_MARKS}(?=ا[^تن\W\d_][ء-ي]{{2}})")
# An outlet's name that is a link on its own pages, from which the spaces around it are lost: مراسلالميادينفي سوريا.
_LINKED = re.compile(r"(?<=[ء-ي]{3})(?=(?:ال|لل)ميادين)|(?<=[ال]لميادين)(?=[ء-ي]{2})")
_ONLY_INVISIBLE = re.compile(f"[{_INVISIBLE}]+")


class Token(NamedTuple):
    """A word, number or punctuation mark; ``start`` and ``end`` are code-point offsets into the original text."""

    start: int
    end: int
    text: str
    norm: str
    kind: str


@attrs.frozen(slots=True, eq=False)
class Sentence:
    """A sentence of the document: its span in the original text and its tokens."""

    start: int
    end: int
    tokens: tuple[Token, ...]


def _unfolded(text: str) -> str:
    """Presentation forms as ordinary letters, invisible characters gone."""
    if _PRESENTATION.search(text):
        text = unicodedata.normalize("NFKC", text)
    return _STRIP.sub("", text)


def fold(text: str) -> str:
    """Fold a word or phrase to the form under which dictionaries list it.

    Presentation forms become ordinary letters; tashkeel, tatweel, zero-width and bidi characters go; alef and hamza
    seats, alef maqsura and ta marbuta fold to one letter each; digits become ASCII; Latin is lower-cased. Idempotent.
    """
    return _SEATS.sub("ؤ", _unfolded(text)).translate(_LETTER_FOLD).translate(_DIGITS).lower()


def _fold_number(text: str) -> str:
    digits = _unfolded(text).translate(_DIGITS).strip("()/")
    return _THOUSANDS.sub("", digits).replace("٫", ".").replace("،", ",").replace("٬", ",")


@lru_cache(maxsize=200_000)
def _read(surface: str) -> tuple[str, str]:
    """The folded form and the kind of what ``_TOKEN`` cut; the form is "" where that is no token."""
    if _IS_NUMBER.match(surface):
        return _fold_number(surface), "number"
    if surface[:1].isalnum() and not surface[0].isdecimal():
        return fold(surface), "word"
    return surface, "punct"


@lru_cache(maxsize=200_000)
def _pieces(surface: str) -> tuple[str, ...]:
    """A written word, cut where a letter that only ends words stands inside it, or a linked name: words whose space was lost."""
    cuts = {match.end() for pattern in (_GLUED, _LINKED) for match in pattern.finditer(surface)}
    return tuple(surface[a:b] for a, b in pairwise([0, *sorted(cuts), len(surface)]))


def tokenise(text: str) -> list[Token]:
    """Cut a text into tokens; white space and stray invisible characters give none."""
    out = []
    end = 0
    new = tuple.__new__  # what Token() calls, without the call
    for passed, surface in _TOKEN.findall(text):
        start = end + len(passed)
        end = start + len(surface)
        norm, kind = _read(surface)
        if kind == "word":
            for piece in _pieces(surface):
                out.append(new(Token, (start, start + len(piece), piece, _read(piece)[0], kind)))
                start += len(piece)
        elif norm:
            out.append(new(Token, (start, end, surface, norm, kind)))
    return out


LONGEST = 256
"""Most tokens of a sentence; a longer run-on is cut, so that work that looks at pairs of words stays bounded."""

_CLOSE = frozenset("»”)]}")
_ENDS = frozenset(".!?؟…۔")
_QUOTES = frozenset("\"'”»’“")
# Abbreviations before whose point no sentence ends: titles and units.
_ABBREVIATIONS = frozenset({"د", "م", "أ", "ا", "ق", "ص", "ب", "هـ", "كم", "mr", "dr", "no", "vs", "st"})


_UNSEEN = re.compile(f"[{_INVISIBLE}]*")
_BLANK = re.compile(f"[ \u00a0{_INVISIBLE}]*")


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Where a run of characters that may be empty ends; looking from an offset does not copy the rest of the text."""
    match = pattern.match(text, start)
    return match.end() if match else start


def _ends_sentence(tokens: list[Token], index: int, text: str) -> bool:
    """Whether the mark at ``index`` ends a sentence: not inside a name, number, ellipsis or abbreviation."""
    token = tokens[index]
    stop = _end(_UNSEEN, text, token.end)  # a bidi mark after the point is not what follows it
    after = text[stop : stop + 1]
    if token.text in "!?؟":
        return True
    beside = tokens[index - 1].text if index and tokens[index - 1].end == token.start else ""
    if beside in ("(", "["):
        return False  # رشقة صواريخ (…) باتجاه المطار
    if beside in _QUOTES and after.isalpha():
        return True  # "... الماديات".بدوره أكد
    if after and not after.isspace() and after not in _QUOTES and after not in _CLOSE and after not in _ENDS:
        # "السورية.نت" stays whole; "انتهى.وقال", with no space after the point, is two sentences only before a verb or
        # conjunction that cannot be told here, so it stays whole too unless a longer Arabic word precedes a waw.
        return after == "و" and index > 0 and tokens[index - 1].kind == "word" and len(tokens[index - 1].norm) > 2
    previous = tokens[index - 1] if index and tokens[index - 1].end == token.start else None
    if previous is not None and previous.text.lower() in _ABBREVIATIONS and previous.text != "هـ":
        return False
    stop = _end(_BLANK, text, token.end)
    following = text[stop : stop + 1]
    doubled = after in _ENDS or (index and tokens[index - 1].text in _ENDS and tokens[index - 1].end == token.start)
    # Two or three points in the middle of a line are a dash, not an end ("مجزرة دوما.. رسالة").
    return not (doubled and following and following != "\n" and token.text in ".…")


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or _ONLY_INVISIBLE.match(text[start])):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def sentences(text: str) -> list[Sentence]:
    """Cut a text into sentences: at line breaks and at final marks with the closing quotes that follow them.

    The final mark belongs to its sentence. Points inside names, numbers, abbreviations and ellipses do not break. A run-on
    of more than ``LONGEST`` tokens is cut at a comma.
    """
    tokens = tokenise(text)
    out: list[Sentence] = []
    begin = 0
    index = 0

    def close(stop: int) -> None:
        nonlocal begin
        while stop - begin > LONGEST:
            # Cut a run-on at its last comma within the limit, else at the limit.
            commas = [p for p in range(begin + LONGEST // 2, begin + LONGEST) if tokens[p].text in ("،", ",", "؛", ":")]
            part(commas[-1] + 1 if commas else begin + LONGEST)
        part(stop)

    def part(stop: int) -> None:
        nonlocal begin
        if stop > begin:
            inside = tokens[begin:stop]
            if any(token.kind != "punct" for token in inside):
                start, end = _trim(text, inside[0].start, inside[-1].end)
                out.append(Sentence(start, end, tuple(inside)))
        begin = stop

    line_end = text.find("\n")
    size = len(tokens)
    while index < size:
        start, _, surface, _, _ = tokens[index]
        if 0 <= line_end < start:
            close(index)
            line_end = text.find("\n", start)
        index += 1
        if surface in _ENDS and _ends_sentence(tokens, index - 1, text):
            while (
                index < size
                and tokens[index].start == tokens[index - 1].end
                and (tokens[index].text in _ENDS or tokens[index].text in _CLOSE or tokens[index].text in _QUOTES)
            ):
                index += 1
            close(index)
    close(size)
    return out
