"""Expand a lexeme of the codebook to its written forms, without a dictionary of roots.

From a verb's perfect and imperfect (third person singular masculine), its verbal nouns and plurals come the forms that news
prose uses: third person in all numbers and genders, first person, indicative and short moods, passives, participles, duals,
accusatives and construct forms. What kind of weak verb it is shows in the two spellings, so nothing is guessed beyond them.
Grammar: Ryding, A Reference Grammar of Modern Standard Arabic, ch. 21-33 (verbs), 6-7 (participles and plurals).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Self

import attrs

from eventcode.text import fold

_SHADDA = "\u0651"
_NOUN_AND_ADJECTIVE = 2
_SHORTEST_NOUN = 2
_SHORTEST_NISBA = 2
_MARKS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640")


@attrs.frozen(slots=True)
class Form:
    """One written form, folded, without clitics and article.

    ``voice`` is "either" where active and passive are spelled alike. ``state`` is "construct" for forms that have lost their
    final nun, "absolute" for accusatives with alif and forms with nun, "jussive" for short verb forms (after لم), else "either".
    """

    text: str
    pos: str
    aspect: str | None = None
    voice: str | None = None
    person: int | None = None
    gender: str = "both"
    number: str = "s"
    state: str | None = None
    lemma: str = ""


def _texts(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = data.get(key)
    if value is None:
        return ()
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list | tuple) or not all(isinstance(item, str) and fold(item) for item in items):
        raise ValueError(f"{key} must be a word or a list of words, not {value!r}")
    return tuple(str(item).strip() for item in items)


@attrs.frozen(slots=True)
class Lexeme:
    """A dictionary entry: a verb with its verbal nouns, a noun, or an adjective, as the codebook writes it."""

    verb: str | None = None
    imperfect: str | None = None
    nouns: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    adjective: str | None = None
    first_person: str | None = None

    KEYS: ClassVar[frozenset[str]] = frozenset({"verb", "imperfect", "first-person", "noun", "plural", "participles", "adjective"})

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """Read a YAML mapping; raises ``ValueError`` on unknown keys, missing headwords and values that are no words."""
        unknown = sorted(set(data) - cls.KEYS)
        if unknown:
            raise ValueError(f"unknown key {unknown[0]!r} in a lexeme; known are {', '.join(sorted(cls.KEYS))}")
        verb, imperfect, adjective, first = (_texts(data, key) for key in ("verb", "imperfect", "adjective", "first-person"))
        nouns = _texts(data, "noun")
        if not (verb or nouns or adjective):
            raise ValueError("a lexeme needs a verb, a noun or an adjective")
        if imperfect and not verb:
            raise ValueError("a lexeme with an imperfect needs its verb (perfect)")
        if first and not imperfect:
            raise ValueError("a lexeme with a first person needs its imperfect")
        if first and not fold(first[0]).startswith("ا"):
            raise ValueError(f"a first person is given in the singular, with أ: not {first[0]!r}")
        if first and verb and fold(first[0]) == fold(verb[0]):
            raise ValueError(f"the first person {first[0]!r} is spelled like the perfect {verb[0]!r}, from which no text tells it")
        if imperfect and not fold(imperfect[0]).startswith("ي"):
            raise ValueError(f"an imperfect is given in the third person, with ي: not {imperfect[0]!r}")
        return cls(
            verb[0] if verb else None,
            imperfect[0] if imperfect else None,
            nouns,
            _texts(data, "plural"),
            _texts(data, "participles"),
            adjective[0] if adjective else None,
            first[0] if first else None,
        )


def expand(lexeme: Lexeme) -> tuple[Form, ...]:
    """Every form of a lexeme, in a fixed order, each once."""
    lemma = fold(lexeme.verb or (lexeme.nouns[0] if lexeme.nouns else lexeme.adjective or ""))
    out: list[Form] = []
    if lexeme.verb:
        out.extend(_perfect(lexeme.verb, lexeme.imperfect, lemma))
        if lexeme.imperfect:
            out.extend(_imperfect(lexeme.verb, lexeme.imperfect, lemma))
        if lexeme.first_person:
            out.append(
                Form(fold(lexeme.first_person), "verb", "imperfect", "active", 1, "both", "p", None, lemma)
            )  # like "we", it takes no noun for its subject
        stems = [fold(word) for word in lexeme.participles] or list(_participle_stems(lexeme.verb, lexeme.imperfect))
        for stem in stems:
            out.extend(_inflected(stem, "participle", lemma))
    elif lexeme.participles:
        for word in lexeme.participles:
            out.extend(_inflected(fold(word), "participle", lemma))
    for noun in lexeme.nouns:
        out.extend(_noun(fold(noun), lemma, derived=bool(lexeme.verb), plural_given=bool(lexeme.plurals)))
    if lexeme.adjective:
        out.extend(_inflected(fold(lexeme.adjective), "adjective", lemma))
    for plural in lexeme.plurals:
        pos = "noun" if lexeme.nouns or lexeme.verb else "adjective"
        feminine = bool(lexeme.nouns) and fold(lexeme.nouns[0]).endswith("ه")
        out.extend(_plural(fold(plural), pos, lemma, "f" if feminine else "both"))
    return tuple(dict.fromkeys(form for form in out if len(form.text) > 1))


# -- verbs ---------------------------------------------------------------------------------------------------------------


def _bare(word: str) -> str:
    return "".join(character for character in word if character not in _MARKS)


def _hollow(perfect: str, imperfect: str | None) -> bool:
    """قال/يقول, أعاد/يعيد, استعاد/يستعيد: a long vowel before the last letter in both."""
    if len(perfect) < 3 or perfect[-2] != "ا":
        return False
    return imperfect is not None and len(imperfect) >= 3 and imperfect[-2] in "ويا" and imperfect[-1] == perfect[-1]


def _passive_perfect(perfect: str, raw: str, hollow: bool) -> str | None:
    """The passive where it is spelled otherwise than the active, else None."""
    if hollow:
        return perfect[:-2] + "ي" + perfect[-1]
    if len(perfect) == 4 and perfect[1] == "ا" and perfect[0] not in "او":
        return perfect[0] + "و" + perfect[2:]
    if len(perfect) == 5 and perfect[0] == "ت" and perfect[2] == "ا":
        return perfect[:2] + "و" + perfect[3:]
    if raw.endswith("ا") and len(perfect) >= 3:
        return perfect[:-1] + "ي"
    return None


def _perfect(verb: str, imperfect: str | None, lemma: str) -> Iterator[Form]:
    raw, perfect = _bare(verb), fold(verb)
    hollow = _hollow(perfect, fold(imperfect) if imperfect else None)
    passive = _passive_perfect(perfect, raw, hollow)
    yield from _perfect_forms(perfect, raw, hollow, "active" if passive else "either", lemma)
    if passive:
        yield from _perfect_forms(passive, passive + "#" if not raw.endswith("ا") else passive, hollow, "passive", lemma)


def _perfect_forms(perfect: str, raw: str, hollow: bool, voice: str, lemma: str) -> Iterator[Form]:
    def form(text: str, person: int, gender: str, number: str) -> Form:
        return Form(text, "verb", "perfect", voice, person, gender, number, None, lemma)

    yield form(perfect, 3, "m", "s")
    if len(perfect) >= 3 and raw.endswith(("ى", "ا")) and not raw.endswith("اء"):
        base = perfect[:-1]
        weak = "و" if raw.endswith("ا") and len(perfect) == 3 else "ي"
        yield form(base + "ت", 3, "f", "s")
        yield form(base + weak + "ا", 3, "m", "d")
        yield form(base + "تا", 3, "f", "d")
        if raw.endswith("ى"):
            # أُلقيت, رُميت: the passive keeps its ya, which in the masculine (أُلقي) is spelled like the active when folded.
            yield attrs.evolve(form(base + "يت", 3, "f", "s"), voice="passive")
            yield attrs.evolve(form(base + "يتا", 3, "f", "d"), voice="passive")
        yield form(base + "وا", 3, "m", "p")
        yield form(base + weak + "ن", 3, "f", "p")
        yield form(base + weak + "نا", 1, "both", "p")
        return
    if len(perfect) >= 3 and raw.endswith("ي"):
        base = perfect[:-1]
        yield form(perfect + "ت", 3, "f", "s")
        yield form(perfect + "ا", 3, "m", "d")
        yield form(perfect + "تا", 3, "f", "d")
        yield form(base + "وا", 3, "m", "p")
        yield form(perfect + "ن", 3, "f", "p")
        yield form(perfect + "نا", 1, "both", "p")
        return
    short = perfect[:-2] + perfect[-1] if hollow else perfect
    yield form(perfect + "ت", 3, "f", "s")
    yield form(perfect if perfect.endswith("ا") else perfect + "ا", 3, "m", "d")
    yield form(perfect + "تا", 3, "f", "d")
    yield form(perfect + "وا", 3, "m", "p")
    if raw.endswith("أ"):
        # بدأوا and بدؤوا are both written.
        yield form(perfect[:-1] + "ووا", 3, "m", "p")
    if raw.endswith("اء"):
        yield form(perfect[:-1] + "ووا", 3, "m", "p")
    doubled = len(perfect) == 2
    stem = short + short[-1] if doubled else short
    yield form(stem + "ن" if not stem.endswith("ن") else stem, 3, "f", "p")
    # A final nun of the root merges with that of the ending: شننا, سكنا.
    yield form(stem + ("ا" if stem.endswith("ن") else "نا"), 1, "both", "p")


def _imperfect(verb: str, imperfect: str, lemma: str) -> Iterator[Form]:
    perfect, base = fold(verb), fold(imperfect)
    hollow = _hollow(perfect, base)
    if hollow and base[-2] != "ا":
        yield from _imperfect_forms(base, hollow, "active", lemma)
        yield from _imperfect_forms(base[:-2] + "ا" + base[-1], hollow, "passive", lemma)
    elif base.endswith("و"):
        yield from _imperfect_forms(base, False, "active", lemma)
        yield from _imperfect_forms(base[:-1] + "ي", False, "passive", lemma)
    else:
        yield from _imperfect_forms(base, hollow, "either", lemma)


def _imperfect_forms(base: str, hollow: bool, voice: str, lemma: str) -> Iterator[Form]:
    def form(text: str, person: int, gender: str, number: str) -> Form:
        return Form(text, "verb", "imperfect", voice, person, gender, number, None, lemma)

    defective = base[-1] in "يو" and len(base) > 3
    stem = base[:-1] if defective else base
    short = stem if defective else (base[:-2] + base[-1] if hollow else base)
    # The first person singular is left out where an entry does not give it: news prose has it in quotes only, and its forms (أحد،
    # أسع) are other words' spellings.
    for prefix, person, gender, number in (("ي", 3, "m", "s"), ("ت", 3, "f", "s"), ("ن", 1, "both", "p")):
        yield form(prefix + base[1:], person, gender, number)
        if short != base and person == 3:
            yield attrs.evolve(form(prefix + short[1:], person, gender, number), state="jussive")
    for ending in ("ون", "وا"):
        yield form(stem + ending, 3, "m", "p")
    for prefix, gender in (("ي", "m"), ("ت", "f")):
        for ending in ("ان", "ا"):
            # يبدآن: the alif of the ending merges with that of the hamza.
            yield form((prefix + base[1:]).removesuffix("ا") + ending, 3, gender, "d")
    feminine = short if hollow else base
    yield form(feminine + "ن" if not feminine.endswith("ن") else feminine, 3, "f", "p")


def _participle_stems(verb: str, imperfect: str | None) -> Iterator[str]:
    """Active and passive participles as the two spellings show them; nothing where they do not."""
    raw, perfect = _bare(verb), fold(verb)
    base = fold(imperfect) if imperfect else ""
    second = len(perfect) == 3 and verb.find(_SHADDA) == 2
    if len(perfect) >= 4 or second:
        if base:
            yield "م" + base[1:]
            if _hollow(perfect, base) and base[-2] == "ي":
                yield "م" + base[1:-2] + "ا" + base[-1]
        return
    if len(perfect) != 3:
        return
    first, middle, last = perfect[0], perfect[1], perfect[2]
    if _hollow(perfect, base):
        yield first + "اي" + last
    elif raw.endswith(("ى", "ا", "ي")) and not raw.endswith("اء"):
        yield first + "ا" + middle + "ي"
        yield "م" + first + middle + ("و" if raw.endswith("ا") else "ي")
    elif raw.endswith("أ"):
        yield first + "ا" + middle + "ي"
    else:
        yield first + "ا" + middle + last
        yield "م" + first + middle + "و" + last


# -- nouns, participles, adjectives ------------------------------------------------------------------------------------------


def _inflected(stem: str, pos: str, lemma: str) -> Iterator[Form]:
    """Masculine and feminine, singular, dual and sound plural of a participle or adjective."""

    def form(text: str, gender: str, number: str, state: str = "either") -> Form:
        return Form(text, pos, None, None, None, gender, number, state, lemma)

    if stem.endswith("ه"):
        stem = stem[:-1]
    defective = pos == "participle" and stem.endswith("ي") and len(stem) > 3 and not stem.startswith("من")
    short = stem[:-1] if defective else stem
    yield form(stem, "m", "s")
    if defective:
        yield form(short, "m", "s")
    yield form(stem + "ا", "m", "s", "absolute")
    yield form(stem + "ه", "f", "s")
    yield form(stem + "ان", "m", "d", "absolute")
    yield form(stem + "تان", "f", "d", "absolute")
    yield form(stem + "تين", "f", "d", "absolute")
    yield form(short + "ون", "m", "p", "absolute")
    yield form(short + "ين", "m", "p", "absolute")
    yield form(short + "و", "m", "p", "construct")
    yield form(short + "ي", "m", "p", "construct")
    yield form(stem + "ات", "f", "p")


def _noun(noun: str, lemma: str, *, derived: bool, plural_given: bool) -> Iterator[Form]:
    gender = "f" if noun.endswith("ه") else "m"

    def form(text: str, number: str, state: str = "either", kind: str = gender) -> Form:
        return Form(text, "noun", None, None, None, kind, number, state, lemma)

    yield form(noun, "s")
    if " " in noun:
        for _, inflected in phrase_cases(tuple(noun.split())):
            yield attrs.evolve(inflected, lemma=lemma)
        return
    if noun.endswith("ه"):
        base = noun[:-1] + "ت"
        for ending, state in (("ان", "absolute"), ("ين", "absolute"), ("ا", "construct"), ("ي", "construct")):
            yield form(base + ending, "d", state)
        yield form(noun[:-1] + "ات", "p")
        return
    if noun.endswith(("ات", "ون")):
        return
    if not noun.endswith(("ا", "ء")):
        yield form(noun + "ا", "s", "absolute")
    if not noun.endswith("ا"):
        yield form(noun + "ان", "d", "absolute")
        yield form(noun + "ين", "d", "absolute")
        if not derived:
            # The construct dual of a verbal noun (قصفي) is not used, and would be read where a nisba or "my" stands.
            yield form(noun + "ي", "d", "construct")
    if derived and not plural_given and len(noun) >= 5:
        yield form(noun + "ات", "p", "either", "f")


def _plural(plural: str, pos: str, lemma: str, gender: str) -> Iterator[Form]:
    def form(text: str, state: str = "either") -> Form:
        return Form(text, pos, None, None, None, gender, "p", state, lemma)

    yield form(plural)
    if plural.endswith("ون"):
        yield form(plural[:-2] + "ين", "absolute")
        yield form(plural[:-2] + "و", "construct")
        yield form(plural[:-2] + "ي", "construct")
    elif not plural.endswith(("ات", "ين", "اء", "ي", "ه", "ا")) and " " not in plural:
        yield form(plural + "ا", "absolute")


def phrase_cases(words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Form]]:
    """The indefinite accusative and the duals of a noun with a nisba adjective or with ل, given as folded words in the singular.

    مركز صحي gives مركزا صحيا, مركزان صحيان and مركزين صحيين; نقطة طبية gives the duals; مقر للفصائل gives مقرا للفصائل.
    """
    if len(words) != _NOUN_AND_ADJECTIVE:
        return
    noun, second = words
    feminine = noun.endswith("ه")
    adjective = second.endswith("يه" if feminine else "ي") and len(second) > _SHORTEST_NISBA
    plural = noun.endswith(("ات", "ون", "ين")) or (not feminine and second.endswith("يه"))
    weak = noun.endswith(("ا", "و")) or (noun.endswith("ي") and len(noun) > _SHORTEST_NOUN)  # مبنى, but حي
    if plural or weak or len(noun) < _SHORTEST_NOUN or not (adjective or second.startswith("لل")):
        return

    def form(parts: tuple[str, ...], number: str) -> tuple[tuple[str, ...], Form]:
        return parts, Form(
            " ".join(parts), "noun", gender="f" if feminine else "m", number=number, state="absolute", lemma=" ".join(words)
        )

    base = noun[:-1] + "ت" if feminine else noun
    described = second[:-1] + "ت" if feminine else second
    if not feminine and not noun.endswith("ء"):
        yield form((noun + "ا", second + "ا" if adjective else second), "s")
    for ending in ("ان", "ين"):
        yield form((base + ending, described + ending if adjective else second), "d")
