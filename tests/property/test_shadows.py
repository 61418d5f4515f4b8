"""What the checker says of patterns with the same words is what the engine does with them."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path

import pytest

from eventcode import Coder
from eventcode.check import Subject
from eventcode.check.shadows import wins_always
from eventcode.codebook import load_codebook
from eventcode.gazetteer import Gazetteer

BASE = Path(__file__).parent.parent / "broken" / "base"
NEEDS: list[tuple[str, ...]] = [(), ("munitions",), ("people",), ("munitions", "people")]
WITHOUT: list[tuple[str, ...]] = [(), ("sports",)]
WORDS = {"munitions": "صواريخ", "people": "ناشطون", "sports": "مرمى"}
# Sentences with every choice of words from the lists around one word that both patterns have.
SENTENCES = {
    chosen: " ".join(["مداهمة على بلدة البارة", *(WORDS[name] for name in chosen)])
    for size in range(4)
    for chosen in itertools.combinations(WORDS, size)
}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """One gazetteer for all codebooks."""
    return Gazetteer.load()


def pattern(needs: tuple[str, ...], without: tuple[str, ...]) -> str:
    """A pattern with the common word under conditions."""
    text = "  - id: raid\n    frame: attack\n    lexemes:\n      - noun: مداهمة\n"
    for key, names in (("needs", needs), ("without", without)):
        text += f"    {key}:\n" + "".join(f"      - {name}\n" for name in names) if names else ""
    return text


@pytest.mark.parametrize("conditions", list(itertools.product(NEEDS, WITHOUT, NEEDS, WITHOUT)), ids=str)
def test_who_always_wins(
    conditions: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]], tmp_path: Path, gazetteer: Gazetteer
) -> None:
    folder = Path(shutil.copytree(BASE, tmp_path / "codebook"))
    for name, needs, without in (("air_strike", *conditions[:2]), ("arrest", *conditions[2:])):
        path = folder / "types" / f"{name}.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("examples:\n", pattern(needs, without) + "examples:\n"), encoding="utf-8")
    codebook = load_codebook(folder)
    coder = Coder(codebook, gazetteer)
    fired = {event.rule.split("/", 1)[1] for text in SENTENCES.values() for event in coder.code(text)}
    order = {item.rule: index for index, item in enumerate(codebook.patterns)}
    rivals = [item for item in codebook.patterns if item.rule.endswith("#raid")]
    for first, second in itertools.permutations(rivals):
        assert (second.rule not in fired) == wins_always(first, second, order), (first.rule, second.rule)
    subject = Subject(folder, gazetteer)
    assert {entry.owner for entry in subject.triggers if subject.shadows.winner(entry)} == {item.rule for item in rivals} - fired
