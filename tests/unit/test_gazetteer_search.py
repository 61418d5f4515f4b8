"""Names looked up by people: Arabic, Latin in any usual transliteration, ids; and the Latin keys behind them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventcode.cli import main
from eventcode.data import data_root
from eventcode.gazetteer import Table, latin, load_table
from eventcode.gazetteer.search import search


@pytest.fixture(scope="module")
def table() -> Table:
    """The table that ships."""
    return load_table([data_root() / "gazetteer" / "places.csv"])


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Ma'arrat an Numan", "C3985"), ("Maarat al-Numan", "C3985"), ("Maaret Numan", "C3985"), ("Maʿarrat an-Nuʿmān", "C3985"),
        ("Saraqeb", "C3916"), ("Saraqib", "C3916"), ("Sarāqib", "C3916"), ("Khan Sheikhoun", "C3987"), ("Khān Shaykhūn", "C3987"),
        ("Kafranbel", "C4068"), ("Kafr Nabl", "C4068"), ("Jisr al-Shughour", "C4199"), ("Latamneh", "C3458"), ("Kafr Zita", "C3463"),
        ("Darat Izza", "C1139"), ("Atmeh", "C4130"), ("Binnish", "C3904"), ("Khirbet al-Joz", "C4231"), ("Busra al-Harir", "C6105"),
        ("Reyhanlı", "GN302355"), ("Reyhanli", "GN302355"), ("Kirikhan", "GN307657"),
        ("معرة النعمان", "C3985"), ("معره النعمان", "C3985"), ("مَعَرّة النعمان", "C3985"), ("سراقب", "C3916"), ("C3916", "C3916"),
    ],
)  # fmt: skip
def test_first_settlement(table: Table, name: str, identifier: str) -> None:
    hits = [place for _, place in search(table, name) if place.level == "settlement"]
    assert hits[0].id == identifier


def test_scores_fall_and_end_at_the_limit(table: Table) -> None:
    hits = search(table, "Kafr Nabi", limit=5)
    scores = [score for score, _ in hits]
    assert len(hits) == 5
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert search(table, "Idlib")[0][1].id == "SY07"


def test_all_places_of_one_name_are_shown(table: Table) -> None:
    found = search(table, "المشيرفة", limit=30)
    assert sum(score >= 0.98 for score, _ in found) >= 11


def test_nothing_like_it(table: Table) -> None:
    assert search(table, "Zzyzx Qqq") == []
    assert search(table, "!!") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ma'arrat An Nu'man", "Maaret Numan"), ("Saraqab", "Saraqeb"), ("Al-Hasakeh", "Hasaka"), ("Deir-ez-Zor", "Dayr az-Zawr"),
        ("Kherbet Eljoz", "Khirbat al-Jawz"), ("Quneitra", "Al Qunaytirah"), ("Tartous", "Ṭarṭūs"), ("Hama", "Ḥamāh"),
        ("Zawiya", "Zaouiyeh"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_meet(first: str, second: str) -> None:
    assert latin.skeleton(first).replace(" ", "") == latin.skeleton(second).replace(" ", "")


@given(st.text(max_size=60))
def test_keys_never_fail_and_hold_plain_letters_only(text: str) -> None:
    for key in (latin.plain(text), latin.skeleton(text)):
        assert key.isascii()
        assert key == " ".join(key.split())
    assert latin.plain(text) == latin.plain(text.replace("'", "\u2019"))


def test_command_shows_the_areas_above(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "find", "Saraqeb"]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert "C3916" in first
    assert "Idleb < Syria" in first
    assert main(["gazetteer", "find", "Xzzzz Vvvv"]) == 1
