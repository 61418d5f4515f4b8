"""Latin transliterations of Arabic place names, folded so that the usual spellings of one name meet.

Two keys: ``plain`` folds letters and marks and drops articles (Ma'arrat an-Nu'man: "maarat numan"); ``skeleton`` also drops
vowels and writes consonants that transliterations confuse as one (Maaret Numan and Ma'arrat An Nu'man: "mrt nmn"). The folds
follow the differences between the systems that press and maps of Syria use: UNGEGN and BGN/PCGN 1956 romanisation of Arabic,
OCHA's spelling of P-coded places, French mandate maps (ou, dj, ch) and Turkish (ş, ç, ğ, ı).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# The article before a name in its assimilated and colloquial forms. The short A' of A'zaz is no article: it joins its word.
_ARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "il",
        "l",
        "ad",
        "ed",
        "an",
        "en",
        "ar",
        "er",
        "as",
        "es",
        "ash",
        "esh",
        "at",
        "et",
        "ath",
        "az",
        "ez",
        "adh",
        "aj",
    ]
)
_LETTERS = str.maketrans({
    "ı": "i", "ş": "sh", "š": "sh", "ç": "ch", "ğ": "gh", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "dh", "þ": "th", "đ": "d", "ł": "l", "x": "ks",
})  # fmt: skip
_APOSTROPHES = re.compile("['’‘ʼʻʿʾ`´ʹ′]")
# OCHA writes the article joined: Kherbet Eljoz, Khan Elshih.
_JOINED_ARTICLE = re.compile("^el(?=[^aeiouy].{2})")
_WORDS = re.compile("[a-z0-9]+")
_DOUBLED = re.compile(r"([a-z])\1+")
# French ou is a vowel before a consonant, else the consonant w: Latamnou'eh; final ou is a vowel too.
_OU = re.compile("ou(?=[aeiy])")
# One capital a sound, so that no later fold touches it.
_CONSONANTS = (
    ("tch", "S"), ("sch", "S"), ("sh", "S"), ("ch", "S"), ("kh", "K"), ("gh", "G"), ("dh", "d"), ("th", "t"), ("ph", "f"),
    ("dj", "j"), ("ck", "k"), ("q", "k"), ("c", "k"), ("v", "w"), ("p", "b"),
)  # fmt: skip
_DIPHTHONG_W = re.compile("(?<=[aou])w(?![aeiouy])")
_VOWELS = re.compile("[aeiou]|(?<!^)y")
_SILENT_H = re.compile("(?<=[aeiou])h$")


def is_latin(name: str) -> bool:
    """Whether a name holds Latin letters and no Arabic ones."""
    return any("a" <= letter <= "z" for letter in _letters(name)) and not any("\u0600" <= letter <= "\u06ff" for letter in name)


@lru_cache(maxsize=50_000)
def _letters(name: str) -> str:
    """Lower-case letters without marks and apostrophes."""
    lower = _APOSTROPHES.sub("", name).lower().translate(_LETTERS)
    return "".join(letter for letter in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(letter)).translate(
        _LETTERS
    )


def words(name: str) -> list[str]:
    """The words of a name in plain letters, without articles (a name that is only an article keeps it)."""
    found: list[str] = _WORDS.findall(_letters(name))
    return [_JOINED_ARTICLE.sub("", word) for word in found if word not in _ARTICLES] or found


def plain(name: str) -> str:
    """The key that keeps vowels: plain letters, no articles, doubled letters once."""
    return " ".join(_DOUBLED.sub(r"\1", word) for word in words(name))


def skeleton(name: str) -> str:
    """The key without vowels: consonants as transliterations share them; "" for a name without consonants or digits."""
    return " ".join(filter(None, (_skeleton(word) for word in words(name))))


@lru_cache(maxsize=50_000)
def _skeleton(word: str) -> str:
    word = _OU.sub("w", word)
    for spelling, sound in _CONSONANTS:
        word = word.replace(spelling, sound)
    word = _SILENT_H.sub("", _DIPHTHONG_W.sub("", word))
    initial = "a" if word[:1] in tuple("aeiou") and len(word) > 1 else ""
    return _DOUBLED.sub(r"\1", initial + _VOWELS.sub("", word))
