"""The pattern language and the trie."""

from __future__ import annotations

import pickle

import pytest

from eventcode.patterns import PatternError, Trie, first_person, key_of, parse
from eventcode.text import fold, tokenise

LISTS = {"colours": [("احمر",), ("ازرق", "فاتح")]}


def found(trie: Trie, text: str) -> list[tuple[str, str]]:
    """The entries found in a text, as (value, text)."""
    tokens = tokenise(text)
    return [(match.value, text[tokens[match.first].start : tokens[match.last - 1].end]) for match in trie.find(tokens)]


def trie_of(*phrases: str) -> Trie:
    trie = Trie()
    for phrase in phrases:
        trie.add_phrase(phrase, phrase, LISTS)
    return trie


@pytest.mark.parametrize(
    ("phrase", "text", "hit"),
    [
        ("قوات", "والقوات", "والقوات"),
        ("القوات", "قوات", ""),
        ("القوات", "بالقوات", "بالقوات"),
        ("نار", "للنار", "للنار"),
        ("وقف إطلاق النار", "ووقف إطلاقِ النّار", "ووقف إطلاقِ النّار"),
        ("سيارة مفخخة|ملغومة", "سيارة ملغومة", "سيارة ملغومة"),
        ("هيئة تحرير? الشام", "هيئة الشام", "هيئة الشام"),
        ("لون <colours>", "لون أزرق فاتح", "لون أزرق فاتح"),
        ("ألقى ... قنابل", "ألقى الجنود أمس قنابل", "ألقى"),
        ("ألقى ... قنابل", "ألقى الجنود، ثم قنابل", ""),
        ("ألقى ... قنابل", "ألقى الجنود، مساء أمس الخميس، قنابل", "ألقى"),
        ("ألقى ... قنابل", "ألقى الجنود في البلدة وفي محيطها، الخميس، ست قنابل", "ألقى"),
        ("ألقى ... قنابل", "ألقى الجنود، الخميس، خطابا، وقنابل", ""),
        ("عرض ... هدنة", "عرض الوزير القطري، خالد العطية، هدنة", "عرض"),
        ("عرض ... هدنة", "عرض وزير الخارجية، وليد المعلم، هدنة", "عرض"),
        ("عرض ... هدنة", "عرض الرئيس صورا، وغادر، وهدنة", ""),
        ("عرض ... هدنة", "عرض الرئيس التركي، خلال اللقاء، هدنة", ""),
        ("عرض ... هدنة", "عرض التلفزيون، رجب طيب أردوغان، هدنة", ""),
        ("ألقى ... قنابل", "ألقى الجنود، في المدينة، قنابل", ""),
        ("مدرسة", "مدرستهم", "مدرستهم"),
        ("استهدفوا", "استهدفوها", "استهدفوها"),
    ],
)
def test_phrase(phrase: str, text: str, hit: str) -> None:
    assert [span for _, span in found(trie_of(phrase), text)] == ([hit] if hit else [])


def test_a_whole_word_is_not_split() -> None:
    trie = trie_of("وقف", "قف")
    assert found(trie, "وقف") == [("وقف", "وقف")]
    assert found(trie, "وقفوا") == []


@pytest.mark.parametrize("phrase", ["", "...", "كلمة ...", "<unknown>"])
def test_bad_phrases_are_refused(phrase: str) -> None:
    with pytest.raises((PatternError, ValueError)):
        parse(phrase, LISTS)


def test_a_trie_survives_pickling() -> None:
    trie = trie_of("سيارة مفخخة")
    assert found(pickle.loads(pickle.dumps(trie)), "سيارة مفخخة") == [("سيارة مفخخة", "سيارة مفخخة")]


def test_folding_is_applied_to_phrases() -> None:
    assert fold("إطلاقِ النَّار") == "اطلاق النار"


def test_a_phrase_with_both_third_persons_has_the_first_plural_too() -> None:
    made = first_person([key_of(word) for word in ["سحب", "سحبت", "يسحب", "تسحب", "سيرد", "سترد", "يقل", "تقل", "ألقى", "ألقت"]])
    assert made == [fold(word) for word in ("سحبنا", "نسحب", "سنرد")]
