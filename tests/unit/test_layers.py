"""Codebooks that extend another: what they add, change and retire, and what is said of faults."""

from __future__ import annotations

import datetime as dt
import textwrap
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventcode import Coder, DataError, Event
from eventcode.check import check_codebook
from eventcode.codebook import Codebook, load_codebook
from eventcode.codebook.layers import codebook_folders, find_codebook, shipped
from eventcode.data import data_root
from eventcode.gazetteer import Gazetteer
from eventcode.model import Codes

DAY = dt.date(2020, 1, 23)
IDLIB = data_root() / "codebooks" / "idlib"
CROSSING = """\
id: crossing_closed
label:
  en: Crossing closed
codes:
  acled:
    - Strategic developments
    - Other
  mine: X12
patterns:
  - id: close
    frame: speak
    phrases:
      - أغلق|أغلقت ... معبر|المعبر
examples:
  - text: أغلقت هيئة تحرير الشام معبر الغزاوية أمام المدنيين
    events:
      - trigger: أغلقت
        actors:
          - SYRREBHTS
"""
CLOSED = "أغلقت هيئة تحرير الشام معبر الغزاوية أمام المدنيين"
SHELLED = "قصفت قوات النظام بالمدفعية بلدة كنصفرة"


@cache
def idlib() -> Codebook:
    """The Idlib codebook, loaded once."""
    return load_codebook(IDLIB)


def codebook(folder: Path, head: str = "extends: idlib", **files: str) -> Path:
    """Write a codebook; a file's name is given with _ for / and without its ending."""
    folder.mkdir(exist_ok=True)
    (folder / "codebook.yaml").write_text("name: mine\nversion: '3'\nlanguage: ar\n" + textwrap.dedent(head), encoding="utf-8")
    for name, text in files.items():
        part, _, stem = name.partition("_")
        path = folder / part / f"{stem}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The gazetteer, loaded once."""
    return Gazetteer.load()


def coded(folder: Path | Codebook, gazetteer: Gazetteer, text: str) -> list[Event]:
    """The events of a sentence with a codebook."""
    return Coder(folder, gazetteer).code(text, published=DAY)


def problems(folder: Path) -> list[str]:
    """What loading a codebook finds, with file names only."""
    with pytest.raises(DataError) as caught:
        load_codebook(folder)
    return [str(problem).replace(str(folder) + "/", "") for problem in caught.value.problems]


def test_a_type_is_added_with_codes_of_its_own(tmp_path: Path, gazetteer: Gazetteer) -> None:
    folder = codebook(tmp_path, types_crossing_closed=CROSSING)
    (event,) = coded(folder, gazetteer, CLOSED)
    assert event.type == "crossing_closed"
    assert event.codes == Codes(("Strategic developments", "Other"), own=(("mine", "X12"),))
    assert Event.from_dict(event.to_dict()) == event
    assert event.to_dict()["codes"]["mine"] == "X12"
    assert [event.type for event in coded(folder, gazetteer, SHELLED)] == ["shelling"]


def test_events_name_the_codebook_and_its_hash_covers_the_base(tmp_path: Path, gazetteer: Gazetteer) -> None:
    base = codebook(tmp_path / "base", types_crossing_closed=CROSSING)
    folder = codebook(tmp_path / "top", "extends: ../base")
    book = load_codebook(folder)
    (event,) = coded(book, gazetteer, CLOSED)
    assert event.coder.codebook == book.identity == f"mine@3+{book.hash}"
    assert [identity.split("+")[0] for identity in book.bases] == ["mine@3", f"idlib@{idlib().version}"]
    path = base / "types" / "crossing_closed.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    assert load_codebook(folder).hash != book.hash


def test_the_hash_does_not_depend_on_where_the_codebook_lies(tmp_path: Path) -> None:
    near = codebook(tmp_path / "a", types_crossing_closed=CROSSING)
    (tmp_path / "z").mkdir()
    far = codebook(tmp_path / "z" / "b", types_crossing_closed=CROSSING)
    assert load_codebook(near).hash == load_codebook(far).hash
    assert load_codebook(near).hash != idlib().hash


def test_a_pattern_is_added_to_a_type_of_the_base(tmp_path: Path, gazetteer: Gazetteer) -> None:
    more = """\
        id: shelling
        patterns:
          - id: hail
            frame: attack
            phrases:
              - نفثت|نفث ... لهيبها|لهيبه
    """
    folder = codebook(tmp_path, types_shelling=more)
    book = load_codebook(folder)
    (event,) = coded(book, gazetteer, "نفثت مدفعية النظام لهيبها على بلدة كنصفرة")
    assert (event.type, event.rule) == ("shelling", "mine/types/shelling.yaml#hail")
    assert book.types["shelling"] == idlib().types["shelling"]
    assert [event.type for event in coded(book, gazetteer, SHELLED)] == ["shelling"]


def test_labels_and_codes_of_a_type_can_be_changed(tmp_path: Path) -> None:
    folder = codebook(tmp_path, types_shelling="id: shelling\nlabel: {en: Artillery}\ncodes: {cameo: '194'}\n")
    kind = load_codebook(folder).types["shelling"]
    assert kind.label["en"] == "Artillery"
    assert kind.label["ar"] == idlib().types["shelling"].label["ar"]
    assert kind.codes == Codes(cameo="194")


def test_the_same_pattern_id_replaces(tmp_path: Path, gazetteer: Gazetteer) -> None:
    changed = """\
        id: abduction
        patterns:
          - id: abduct
            frame: kill
            lexemes:
              - verb: خطف
                imperfect: يخطف
                noun: خطف
    """
    folder = codebook(tmp_path, types_abduction=changed)
    taken = "اختطف مسلحون مجهولون طبيباً في مدينة إدلب"
    assert [event.type for event in coded(idlib(), gazetteer, taken)] == ["abduction"]
    assert coded(folder, gazetteer, taken) == []
    assert [event.type for event in coded(folder, gazetteer, taken.replace("اختطف", "خطف"))] == ["abduction"]


def test_an_own_word_wins_over_the_same_word_of_the_base(tmp_path: Path, gazetteer: Gazetteer) -> None:
    own = CROSSING.replace("crossing_closed", "bombing").replace("أغلق|أغلقت ... معبر|المعبر", "قصفت").replace("speak", "attack")
    folder = codebook(tmp_path, types_bombing=own)
    assert [event.type for event in coded(folder, gazetteer, SHELLED)] == ["bombing"]


def test_things_are_retired(tmp_path: Path, gazetteer: Gazetteer) -> None:
    head = """\
        extends: idlib
        retire:
          types:
            - abduction
          patterns:
            - ied#device
          actors:
            - Wagner Group
          cues:
            - not-perfect
    """
    book = load_codebook(codebook(tmp_path, head))
    assert "abduction" not in book.types
    rules = {pattern.rule for pattern in book.patterns}
    assert "types/ied.yaml#device" not in rules
    assert "types/ied.yaml#explode" in rules
    assert coded(book, gazetteer, "اختطف مسلحون مجهولون طبيباً في مدينة إدلب") == []
    shelled = "لم تقصف قوات النظام بلدة كنصفرة"
    assert [event.status for event in coded(idlib(), gazetteer, shelled)] == ["negated"]
    assert [event.status for event in coded(book, gazetteer, shelled)] == ["actual"]
    attacked = "هاجمت مجموعة فاغنر قرية كنصفرة"
    assert [actor.code for event in coded(idlib(), gazetteer, attacked) for actor in event.actors] == ["RUSMIL"]
    assert "RUSMIL" not in [actor.code for event in coded(book, gazetteer, attacked) for actor in event.actors]


def test_a_type_can_be_retired_and_written_anew(tmp_path: Path) -> None:
    head = "extends: idlib\nretire:\n  types:\n    - abduction\n"
    anew = CROSSING.replace("crossing_closed", "abduction")
    book = load_codebook(codebook(tmp_path, head, types_abduction=anew))
    assert [pattern.rule for pattern in book.patterns if pattern.type == "abduction"] == ["types/abduction.yaml#close"]
    assert book.types["abduction"].codes.cameo is None


def test_an_actor_of_the_same_english_name_replaces(tmp_path: Path, gazetteer: Gazetteer) -> None:
    actors = """\
        actors:
          - code: WAGGRP
            name:
              en: Wagner Group
            names:
              - مجموعة فاغنر
            kind: group
          - code: DESERT
            name:
              en: Desert hawks
            names:
              - صقور البادية
            kind: group
    """
    folder = codebook(tmp_path, actors_own=actors)
    assert [actor.code for actor in coded(folder, gazetteer, "هاجمت مجموعة فاغنر قرية كنصفرة")[0].actors] == ["WAGGRP"]
    assert [actor.code for actor in coded(folder, gazetteer, "هاجمت صقور البادية قرية كنصفرة")[0].actors] == ["DESERT"]


def test_a_word_list_replaces_or_adds_to_that_of_the_base(tmp_path: Path) -> None:
    base = idlib().lists["munitions"]
    more = load_codebook(codebook(tmp_path / "a", lexicon_own="lists:\n  munitions:\n    - <munitions>\n    - جرة غاز\n")).lists
    assert more["munitions"] == base | {("جره", "غاز")}
    less = load_codebook(codebook(tmp_path / "b", lexicon_own="lists:\n  munitions:\n    - جرة غاز\n")).lists
    assert less["munitions"] == {("جره", "غاز")}


def test_a_codebook_may_stand_alone(tmp_path: Path, gazetteer: Gazetteer) -> None:
    frames = "frames:\n  speak:\n    subject: actor\n    armed: 'no'\n    placed: 'yes'\n"
    folder = codebook(tmp_path, "", types_crossing_closed=CROSSING)
    (folder / "frames.yaml").write_text(frames, encoding="utf-8")
    book = load_codebook(folder)
    assert (list(book.types), book.bases) == (["crossing_closed"], ())
    assert [event.type for event in coded(book, gazetteer, CLOSED)] == ["crossing_closed"]


def test_a_new_type_needs_a_label_and_patterns(tmp_path: Path) -> None:
    found = problems(codebook(tmp_path, types_curfew="id: curfew\n"))
    assert found == [f"types/curfew.yaml:1:1: a file of types lacks the key {key!r}" for key in ("label", "patterns")]


def test_examples_and_inherited_patterns_are_told_apart(tmp_path: Path) -> None:
    book = load_codebook(codebook(tmp_path, types_crossing_closed=CROSSING))
    assert [example.file for example in book.examples] == ["crossing_closed.yaml"]
    assert [pattern.rule for pattern in book.patterns if not pattern.inherited] == ["types/crossing_closed.yaml#close"]


FAULTS = {
    "extends: idlip\n": "codebook.yaml:4:10: there is no codebook 'idlip' to extend",
    "extends: [idlib]\n": "codebook.yaml:4:10: extends: extends must be one text",
    "extends: ../top\n": "codebook.yaml:4:10: the codebook '../top' extends itself",
    "retire:\n  types:\n    - abduction\n": "codebook.yaml:5:3: retire needs extends",
    "extends: idlib\nretire: abduction\n": "codebook.yaml:5:9: retire: retire must be a mapping",
    "extends: idlib\nretire:\n  lists:\n    - munitions\n": "codebook.yaml:6:3: retire: the key 'lists' is unknown",
    "extends: idlib\nretire:\n  types: abduction\n": "codebook.yaml:6:10: types: types must be a list",
    "extends: idlib\nretire:\n  types:\n    - abductoin\n": "codebook.yaml:7:7: the base has no type 'abductoin' to retire: did you mean 'abduction'?",
    "extends: idlib\nretire:\n  patterns:\n    - abduct\n": "codebook.yaml:7:7: the base has no pattern 'abduct' to retire, written type#pattern",
    "extends: idlib\nretire:\n  actors:\n    - Wagner group\n": "codebook.yaml:7:7: the base has no actor 'Wagner group' to retire, by its English name: did",
}


@pytest.mark.parametrize("head", FAULTS)
def test_a_fault_is_located(tmp_path: Path, head: str) -> None:
    (found,) = problems(codebook(tmp_path / "top", head))
    assert found.startswith(FAULTS[head])


def test_files_of_other_tools_are_left_alone(tmp_path: Path) -> None:
    folder = codebook(tmp_path, types_crossing_closed=CROSSING)
    before = load_codebook(folder).hash
    (folder / ".github").mkdir()
    for name in (".pre-commit-config.yaml", ".github/workflow.yaml"):
        (folder / name).write_text("repos: []\n", encoding="utf-8")
    assert load_codebook(folder).hash == before


def test_the_folders_that_a_codebook_rests_on(tmp_path: Path) -> None:
    base = codebook(tmp_path / "base")
    top = codebook(tmp_path / "top", "extends: ../base")
    assert [path.resolve() for path in codebook_folders(top)] == [top, base, IDLIB.resolve()]
    codebook(base, "extends: ../top")
    assert [path.resolve() for path in codebook_folders(top)] == [top, base]
    assert codebook_folders(IDLIB) == [IDLIB]
    with pytest.raises(DataError):
        codebook_folders(tmp_path)


def test_a_circle_of_two_is_told(tmp_path: Path) -> None:
    codebook(tmp_path / "a", "extends: ../b")
    with pytest.raises(DataError, match="extends itself"):
        load_codebook(codebook(tmp_path / "b", "extends: ../a"))


@pytest.mark.parametrize(
    "text",
    ["[]", "patterns: x", "id: shelling\ncodes: {acled: [x]}", "id: shelling\npatterns: {a: b}", "id: shelling\nexamples: x"],
)
def test_a_file_of_a_wrong_shape_is_no_crash(tmp_path: Path, text: str) -> None:
    found = problems(codebook(tmp_path, types_shelling=text))
    assert all(line.startswith("types/shelling.yaml") for line in found)


def test_codebooks_are_found_by_name_and_by_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "idlib" in shipped()
    assert find_codebook("idlib") == IDLIB
    assert find_codebook("./idlib", beside=tmp_path) == tmp_path / "idlib"
    assert find_codebook("mine") == Path("mine")


TYPES = sorted(path.stem for path in (IDLIB / "types").glob("*.yaml"))
SAMPLE = (IDLIB / "sample" / "article.txt").read_text(encoding="utf-8")


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.sampled_from(TYPES), min_size=1, max_size=40))
def test_any_types_can_be_retired(tmp_path: Path, gazetteer: Gazetteer, retired: set[str]) -> None:
    lines = "".join(f"    - {name}\n" for name in sorted(retired))
    book = load_codebook(codebook(tmp_path, f"extends: idlib\nretire:\n  types:\n{lines}"))
    assert set(TYPES) - set(book.types) == retired
    texts = [example.text for example in idlib().examples[::40]]
    for text in [SAMPLE, *texts]:
        assert not {event.type for event in coded(book, gazetteer, text)} & retired


def test_what_adds_to_types_of_the_base_passes_the_check(tmp_path: Path, gazetteer: Gazetteer) -> None:
    more = """\
        id: shelling
        patterns:
          - id: pour
            frame: attack
            phrases:
              - صب|صبت ... حممها|حممه
        examples:
          - text: صبت مدفعية النظام حممها على بلدة كنصفرة
            events:
              - trigger: صبت
        none:
          - صبت الأم الشاي لضيوفها
    """
    head = "extends: idlib\nretire:\n  types:\n    - sanction\n"
    folder = codebook(tmp_path, head, types_shelling=more, types_ied="id: ied\ncodes:\n  cameo: '1831'\n")
    assert list(check_codebook(folder, gazetteer).problems) == []
