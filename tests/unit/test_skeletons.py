"""What ``eventcode new`` writes loads, and its examples give exactly their events."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from eventcode import Coder, DataError, Event
from eventcode.check import check_codebook
from eventcode.cli import main
from eventcode.cli.new import KINDS
from eventcode.codebook import load_codebook
from eventcode.gazetteer import Gazetteer
from eventcode.skeletons import kinds, make
from eventcode.text import fold

DAY = dt.date(2020, 1, 23)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The gazetteer, loaded once."""
    return Gazetteer.load()


def run_examples(folder: Path, gazetteer: Gazetteer) -> list[Event]:
    """Check a codebook and code its examples: each must give its events, no more, and each own pattern must fire."""
    findings = check_codebook(folder, gazetteer).problems
    # What a name is called in the new language, a template cannot know.
    assert {(problem.level, problem.check) for problem in findings} <= {("warning", "missing-translation")}, findings
    book = load_codebook(folder)
    coder = Coder(book, gazetteer)
    assert book.examples
    every: list[Event] = []
    for example in book.examples:
        events = coder.code(example.text, published=DAY)
        every.extend(events)
        assert len(events) == len(example.events), example.text
        for event, wanted in zip(events, example.events, strict=True):
            assert event.trigger.text == wanted["trigger"]
            assert event.type == example.file.removesuffix(".yaml")
            assert event.status == wanted.get("status", "actual")
            assert [actor.code for actor in event.actors] == list(wanted.get("actors", [a.code for a in event.actors]))
            if "locations" in wanted:
                assert [fold(place.name) for place in event.locations] == [fold(name) for name in wanted["locations"]]
    own = {pattern.rule for pattern in book.patterns if not pattern.inherited}
    assert own == {event.rule.split("/", 1)[1] for event in every}
    assert any(not example.events for example in book.examples)
    return every


def test_a_codebook_with_types_and_an_actor(tmp_path: Path, gazetteer: Gazetteer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "codebook", "field_notes", "--in", str(tmp_path)]) == 0
    folder = tmp_path / "field_notes"
    for name in ("night_raid", "curfew"):
        assert main(["new", "type", name, "--in", str(folder)]) == 0
    assert main(["new", "actor", "desert_hawks", "--in", str(folder)]) == 0
    written = capsys.readouterr().out.splitlines()
    assert sorted(written) == sorted(str(path) for path in folder.rglob("*") if path.is_file())
    events = run_examples(folder, gazetteer)
    assert {event.type for event in events} == {"crossing_closed", "night_raid", "curfew"}
    assert events[0].coder.codebook.startswith("field_notes@0.1.0+")
    assert dict(events[0].codes.own) == {"field_notes": "X1"}
    (event,) = Coder(folder, gazetteer).code("هاجمت desert hawks قرية كنصفرة", published=DAY)
    assert [(actor.code, actor.name) for actor in event.actors] == [("SYRREB", "Desert hawks")]


@pytest.mark.parametrize("name", ["ku", "tr", "uk"])
def test_a_language(name: str, tmp_path: Path, gazetteer: Gazetteer) -> None:
    make("language", name, tmp_path)
    assert {event.type for event in run_examples(tmp_path / name, gazetteer)} == {"shelling"}
    assert load_codebook(tmp_path / name).bases == ()


def test_a_language_is_named_by_its_code(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="two or three letters"):
        make("language", "kurmanji", tmp_path)


def test_the_command_offers_every_template() -> None:
    assert kinds() == tuple(sorted(KINDS))


@pytest.mark.parametrize("name", ["Night", "night-raid", "night raid", "../up", "", "a__b", "غارة", "x1"])
def test_a_bad_name(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "codebook", name, "--in", str(tmp_path)]) == 2
    assert "small Latin letters" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_replaced(tmp_path: Path) -> None:
    make("codebook", "mine", tmp_path)
    files = make("type", "curfew", tmp_path / "mine")
    own = files[0].read_text(encoding="utf-8") + "# own work\n"
    files[0].write_text(own, encoding="utf-8")
    for kind, name, folder in (
        ("codebook", "mine", tmp_path),
        ("type", "curfew", tmp_path / "mine"),
    ):
        with pytest.raises(DataError, match="stands already"):
            make(kind, name, folder)
    assert files[0].read_text(encoding="utf-8") == own


def test_a_type_of_the_base_is_not_written_again(tmp_path: Path) -> None:
    make("codebook", "mine", tmp_path)
    with pytest.raises(DataError, match="idlib has the type 'shelling' already"):
        make("type", "shelling", tmp_path / "mine")


def test_a_type_needs_a_codebook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "type", "curfew", "--in", str(tmp_path)]) == 2
    assert "eventcode new codebook" in capsys.readouterr().err
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["new", "codebook", "curfew", "--in", str(tmp_path / "file")]) == 2
    assert "cannot be written" in capsys.readouterr().err
