"""Reviewing codebooks: what two code differently, what patterns miss, scores against gold."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventcode import Coder, Event
from eventcode.cli import main
from eventcode.codebook import load_codebook
from eventcode.data import data_root
from eventcode.errors import DataError, Problem, RecordError
from eventcode.gazetteer import Gazetteer
from eventcode.reading import Document
from eventcode.review import Gold, compare, cover, evaluate, read_gold, report
from eventcode.review.compare import changes
from eventcode.review.coverage import armed_patterns, conflict_lists, log_likelihood
from eventcode.review.gold import code_for, read_events, row_of
from eventcode.review.pairing import overlap, pair

DAY = dt.date(2020, 1, 23)
SHELLED = "قصفت قوات النظام بالمدفعية بلدة كنصفرة."
TAKEN = "اختطف مسلحون مجهولون طبيباً في مدينة إدلب."
CLOSED = "أغلقت هيئة تحرير الشام معبر الغزاوية أمس."
CHANGES = {
    "codebook.yaml": "name: mine\nversion: '2'\nlanguage: ar\nextends: idlib\nretire:\n  types:\n    - abduction\n",
    "types/crossing_closed.yaml": "id: crossing_closed\nlabel:\n  en: Closed\n"
    "patterns:\n  - id: close\n    frame: speak\n    phrases:\n      - أغلق|أغلقت ... معبر|المعبر\n",
    "types/shelling.yaml": "id: shelling\ncodes:\n  cameo: '190'\n",
}


@pytest.fixture(scope="module")
def old() -> Coder:
    """The coder of the Idlib codebook."""
    return Coder()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A codebook that adds a type, retires one and changes the codes of one."""
    folder = tmp_path_factory.mktemp("mine")
    (folder / "types").mkdir()
    for name, text in CHANGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def new(folder: Path, old: Coder) -> Coder:
    """The coder of that codebook."""
    return Coder(load_codebook(folder), old.gazetteer)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three documents."""
    path = tmp_path / "corpus.jsonl"
    rows = [{"id": name, "text": text, "date": "2020-01-23"} for name, text in (("a", SHELLED), ("b", TAKEN), ("c", CLOSED))]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def document(name: str, text: str) -> Document:
    """A document of the day."""
    return Document(name, text, DAY)


# -- pairing -------------------------------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 5), max_size=6), st.lists(st.integers(0, 5), max_size=6))
def test_pairs_are_one_to_one_and_none_is_left_that_fits(left: list[int], right: list[int]) -> None:
    def rate(one: int, other: int) -> int | None:
        return -abs(one - other) if abs(one - other) < 2 else None

    pairs = pair(left, right, rate)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(rate(left[i], right[j]) is not None for i, j in pairs)
    free = ([i for i in range(len(left)) if i not in dict(pairs)], [j for j in range(len(right)) if j not in dict(pairs).values()])
    assert all(rate(left[i], right[j]) is None for i, j in itertools.product(*free))


def test_the_best_pair_goes_first() -> None:
    assert pair([1, 2], [2, 3], lambda one, other: -abs(one - other)) == [(1, 0), (0, 1)]
    assert overlap([(0, 3), (8, 9)], [(8, 12)])
    assert not overlap([(0, 3)], [(3, 5)])


# -- diff ----------------------------------------------------------------------------------------------------------------


def test_what_two_codebooks_code_differently(old: Coder, new: Coder) -> None:
    texts = [document("a", SHELLED), document("b", TAKEN), document("c", CLOSED), document("d", "تساقطت الثلوج على الجبال.")]
    result = compare(old, new, texts)
    assert [(change.kind, change.document, change.event.type) for change in result.changes] == [
        ("changed", "a", "shelling"), ("vanished", "b", "abduction"), ("appeared", "c", "crossing_closed"),
    ]  # fmt: skip
    (shelling, _, closed) = result.changes
    assert list(shelling.fields) == ["codes"]
    assert "cameo 190" in shelling.fields["codes"][1]
    assert closed.label("pattern") == "types/crossing_closed.yaml#close"
    assert (result.documents, result.alike) == (4, 0)
    assert result.counts("type")["abduction"] == {"vanished": 1}
    assert result.old.startswith("idlib@")
    assert result.new.startswith("mine@2+")


def test_a_codebook_compared_with_itself(old: Coder) -> None:
    result = compare(old, old, [document("a", SHELLED), document("b", TAKEN)])
    assert (result.changes, result.alike) == ([], 2)


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [("status", "negated", ("actual", "negated")), ("type", "air_strike", ("shelling", "air_strike")), ("locations", (), None)],
)
def test_a_change_of_a_field(old: Coder, field: str, value: Any, shown: tuple[str, str] | None) -> None:
    (event,) = old.code(SHELLED, published=DAY)
    (change,) = changes([event], [attrs.evolve(event, **{field: value})])
    assert list(change.fields) == [field]
    if shown:
        assert change.fields[field] == shown
    if field == "type":
        assert change.label("type") == "shelling -> air_strike"


def test_ids_and_versions_are_no_change(old: Coder) -> None:
    (event,) = old.code(SHELLED, published=DAY)
    info = attrs.evolve(event.coder, version="9", codebook="other@1+abc")
    other = attrs.evolve(event, id="x", happening="y", coder=info, rule="other/types/shelling.yaml#bombard")
    assert list(changes([event], [other])) == []


def test_a_record_that_fails_is_kept_apart(old: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = RecordError(Problem("in.jsonl", 3, "not JSON"))
    code = Coder.code

    def faulty(self: Coder, text: str, **about: Any) -> list[Event]:
        if text == TAKEN:
            raise ZeroDivisionError
        return code(self, text, **about)

    monkeypatch.setattr(Coder, "code", faulty)
    result = compare(old, old, [broken, document("b", TAKEN), document("a", SHELLED)])
    assert result.errors[0] is broken
    assert "'b' could not be coded" in str(result.errors[1])
    assert result.documents == 1
    assert len(cover(old, [broken, document("b", TAKEN), document("a", SHELLED)]).errors) == 2


def test_diff_of_the_command_line(folder: Path, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "idlib", str(folder), str(corpus)]) == 1
    out = capsys.readouterr().out
    assert "- abduction  b:0" in out
    assert "+ crossing_closed  c:0" in out
    assert "    codes: " in out
    assert "1 appeared, 1 vanished, 1 changed" in out
    assert main(["diff", "idlib", str(folder), str(corpus), "--limit", "1"]) == 1
    assert "and 2 more changes" in capsys.readouterr().out
    assert main(["diff", "idlib", str(folder), str(corpus), "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert data["types"] == {"abduction": {"vanished": 1}, "crossing_closed": {"appeared": 1}, "shelling": {"changed": 1}}
    assert data["changes"][1]["sentence"] == TAKEN
    assert main(["diff", "idlib", "idlib", str(corpus)]) == 0


@pytest.mark.parametrize("arguments", [["idlib", "nowhere"], ["idlib", "idlib", "--limit", "-1"]])
def test_diff_in_trouble(arguments: list[str], corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code: Any = main(["diff", *arguments[:2], str(corpus), *arguments[2:]])
    except SystemExit as stopped:
        code = stopped.code
    assert code == 2
    assert capsys.readouterr().err
    assert main(["diff", "idlib", "idlib", str(corpus) + "x"]) == 2
    corpus.write_text("{\n", encoding="utf-8")
    assert main(["diff", "idlib", "idlib", str(corpus)]) == 2


@pytest.fixture(scope="module")
def pool(old: Coder) -> list[Event]:
    """The events of the sample article."""
    folder = data_root() / "codebooks" / "idlib" / "sample"
    return old.code((folder / "article.txt").read_text(encoding="utf-8"), published=DAY, document="sample")


CHOICE = st.sets(st.integers(0, 40), max_size=8)


@given(CHOICE, CHOICE)
def test_what_appears_one_way_vanishes_the_other_way(pool: list[Event], left: set[int], right: set[int]) -> None:
    before, after = ([event for i, event in enumerate(pool) if i in chosen] for chosen in (left, right))
    there = sorted((change.kind, change.event.id) for change in changes(before, after))
    back = sorted((change.kind, change.event.id) for change in changes(after, before))
    turned = {"appeared": "vanished", "vanished": "appeared"}
    assert there == sorted((turned[kind], name) for kind, name in back)
    in_both = {event.id for event in before} & {event.id for event in after}
    assert {name for _, name in there} == ({event.id for event in before} | {event.id for event in after}) - in_both


@given(CHOICE, CHOICE)
def test_scores_of_parts_of_the_truth(pool: list[Event], left: set[int], right: set[int]) -> None:
    wanted, found = ([row_of(event) for i, event in enumerate(pool) if i in chosen] for chosen in (left, right))
    gold = Gold(Path("gold.jsonl"), {"sample": tuple(wanted)})
    result = evaluate(gold, found)
    both = len({row.start for row in wanted} & {row.start for row in found})
    score = result.fields["event"]
    assert (score.gold, score.coded) == (len(wanted), len(found))
    assert score.right >= both
    for score in [*result.fields.values(), *result.types.values()]:
        assert score.right <= min(score.gold, score.coded)
        assert score.exact <= score.found
    assert evaluate(gold, wanted).misses == []


# -- coverage ------------------------------------------------------------------------------------------------------------

QUIET = "المدفعية قرب الزغبي الجديد صامتة."


def test_coverage_counts_patterns_and_finds_silent_sentences(old: Coder) -> None:
    texts = [document("a", f"{SHELLED} {SHELLED}"), document("b", "افتتح الناشر معرض الكتاب في دمشق."), document("q", QUIET)]
    result = cover(old, texts)
    assert result.patterns["types/shelling.yaml#bombard"] == 2
    assert result.types["shelling"] == 2
    assert set(result.types) == set(old.codebook.types)
    assert "types/siege.yaml#cut" in result.never
    assert (result.documents, result.sentences, result.coded) == (3, 4, 2)
    (silent,) = result.silent
    assert (silent.document, silent.sentence) == ("q", QUIET)
    assert [word for word, entry in silent.words if entry.startswith("list ")] == ["المدفعية"]


def test_unknown_words_near_words_of_conflict(old: Coder) -> None:
    quiet = [
        document(str(i), text) for i, text in enumerate(f"المدفعية قرب الزغبي {word} صامتة." for word in ("قديما", "حديثا", "دوما"))
    ]
    other = [document(f"o{i}", f"افتتح الوزير معرض الكتاب رقم {i} للفنون الجميلة والثقافة.") for i in range(20)]
    result = cover(old, [*quiet, *other])
    found = {item.text: item for item in result.words}
    assert found["الزغبي"].near == 3
    assert "معرض" not in found
    assert len(result.silent) == 3


def test_a_word_of_a_list_that_goes_with_anything_is_no_word_of_conflict(old: Coder) -> None:
    calm = [document(f"c{i}", f"المدفعية الزغبية رقم {i} صامتة اليوم.") for i in range(9)]
    loud = [document(f"l{i}", f"قصفت قوات النظام قرية الزغبي رقم {i} مرات.") for i in range(9)]
    assert len(cover(old, calm[:4]).silent) == 4
    assert cover(old, [*calm, *loud]).silent == []


def test_a_sentence_that_stands_twice_counts_once(old: Coder) -> None:
    result = cover(old, [document("a", QUIET), document("b", QUIET)])
    assert len(result.silent) == 1
    assert result.sentences == 2


def test_possible_actors(old: Coder) -> None:
    result = cover(old, [document("a", "هاجم لواء الزغبي بلدة كنصفرة."), document("b", "قصف الزغابنة بلدة كنصفرة.")])
    assert {item.text for item in result.actors} == {"لواء الزغبي", "الزغابنة"}


def test_words_of_conflict_are_the_codebooks_own(old: Coder, new: Coder) -> None:
    patterns = armed_patterns(old.codebook)
    assert {"shelling", "air_strike"} <= {pattern.type for pattern in patterns}
    assert "criticism" not in {pattern.type for pattern in patterns}
    lists = conflict_lists(patterns)
    assert {"munitions", "aircraft"} <= lists
    assert "sports" not in lists


def test_log_likelihood() -> None:
    assert log_likelihood(10, 0, 10, 1000) > log_likelihood(2, 0, 10, 1000) > 3.84
    assert log_likelihood(1, 100, 10, 1000) == log_likelihood(0, 0, 0, 0) == 0.0


def test_coverage_of_the_command_line(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage", str(corpus)]) == 0
    out = capsys.readouterr().out
    assert "types/shelling.yaml#bombard" in out
    assert "patterns never fired" in out
    assert main(["coverage", str(corpus), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["types"]["abduction"] == 1
    assert main(["coverage", "nowhere"]) == 2
    assert main(["coverage", str(corpus), "--codebook", str(tmp_path)]) == 2
    (tmp_path / "bad.txt").write_bytes(b"\xff")
    assert main(["coverage", str(tmp_path / "bad.txt")]) == 1


# -- evaluate ------------------------------------------------------------------------------------------------------------


def gold_row(event: Event, **changed: Any) -> dict[str, Any]:
    """A gold row of the short form from a coded event."""
    return {
        "doc": event.document, "trigger": event.trigger.text, "start": event.trigger.start, "type": event.type,
        "actors": [{"text": actor.text, "code": actor.code} for actor in event.actors], "targets": [],
        "locations": [{"name": place.name} for place in event.locations], "date": {"resolution": "none"}, "counts": {},
        "status": event.status, "attribution": [], **changed,
    }  # fmt: skip


def write_gold(path: Path, *rows: dict[str, Any]) -> Gold:
    """Gold rows as a file, read back."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return read_gold(path)


@pytest.fixture(scope="module")
def event(old: Coder) -> Event:
    """One coded event."""
    (event,) = old.code(SHELLED, published=DAY, document="a")
    return event


def test_events_scored_against_themselves_are_right(old: Coder, event: Event, tmp_path: Path) -> None:
    gold = write_gold(tmp_path / "gold.jsonl", event.to_dict())
    result = evaluate(gold, [row_of(event)])
    assert result.misses == []
    assert all(score.f1 in (1.0, None) for score in result.fields.values())
    assert result.types["shelling"].f1 == 1.0


WRONG: dict[str, dict[str, Any]] = {
    "type": {"type": "air_strike"},
    "actors": {"actors": [{"code": "RUSMIL"}]},
    "targets": {"targets": [{"code": "SYRCVL"}]},
    "locations": {"locations": [{"name": "سراقب"}]},
    "date": {"date": {"start": "2020-01-22", "end": "2020-01-22", "resolution": "day"}},
    "counts": {"counts": {"killed": {"low": 2, "high": 2}}},
    "status": {"status": "negated"},
    "attribution": {"attribution": [{"text": "المرصد السوري", "stance": "asserts"}]},
}


@pytest.mark.parametrize("field", WRONG)
def test_an_error_in_one_field_is_that_fields(event: Event, tmp_path: Path, field: str) -> None:
    result = evaluate(write_gold(tmp_path / "gold.jsonl", gold_row(event, **WRONG[field])), [row_of(event)])
    (miss,) = result.misses
    assert (miss.document, miss.start, miss.field, miss.line) == ("a", 0, field, 1)
    assert result.fields[field].exact == 0
    others = {name: score for name, score in result.fields.items() if name not in (field, "whole")}
    assert all(score.exact == score.found == 1 for score in others.values())
    assert result.fields["whole"].right == (field in ("counts", "attribution"))


def test_missed_and_spurious_events_count_in_every_field(event: Event, tmp_path: Path) -> None:
    row = gold_row(event, start=500, trigger="هجوم")
    result = evaluate(write_gold(tmp_path / "gold.jsonl", row), [row_of(event)])
    assert [(miss.field, miss.gold, miss.coded) for miss in result.misses] == [("event", "", "shelling"), ("event", "shelling", "")]
    score = result.fields["actors"]
    assert (score.gold, score.coded, score.right, score.found) == (1, 1, 0, 0)
    assert (score.precision, score.recall, score.f1) == (0.0, 0.0, 0.0)
    assert (result.types["shelling"].gold, result.types["shelling"].coded) == (1, 1)


def test_other_types_and_parts_of_codes(event: Event, tmp_path: Path) -> None:
    row = gold_row(event, type="attack", type_alt=["shelling"], actors=[{"code": "SYRGOV"}])
    gold = write_gold(tmp_path / "gold.jsonl", row)
    assert evaluate(gold, [row_of(event)]).types["attack"].right == 1
    assert [miss.field for miss in evaluate(gold, [row_of(event)]).misses] == ["actors"]
    assert evaluate(gold, [row_of(event)], letters=3).misses == []


def test_fields_that_the_gold_does_not_give_are_not_judged(event: Event, tmp_path: Path) -> None:
    row = {"document": "a", "trigger": "قصفت", "start": 0, "type": "shelling", "status": "actual"}
    result = evaluate(write_gold(tmp_path / "gold.jsonl", row), [row_of(event)])
    assert list(result.fields) == ["event", "type", "status", "whole"]
    assert result.misses == []


def test_events_of_documents_without_gold_are_counted(event: Event, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = write_gold(tmp_path / "gold.jsonl", gold_row(event, doc="b"))
    result = evaluate(gold, [row_of(event)])
    assert (result.unjudged, result.fields["event"].coded) == (1, 0)
    assert list(report.evaluation(result))[-1] == "1 event of documents without gold not judged"


def test_a_document_without_events(event: Event, tmp_path: Path) -> None:
    result = evaluate(write_gold(tmp_path / "gold.jsonl", {"document": "a"}), [row_of(event)])
    assert [(miss.field, miss.coded) for miss in result.misses] == [("event", "shelling")]
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.jsonl").touch()
    assert dict(read_gold(tmp_path / "gold").rows) == {"a": ()}


def test_a_folder_of_gold(event: Event, tmp_path: Path) -> None:
    row = gold_row(event)
    del row["doc"]
    write_gold(tmp_path / "a.jsonl", {**row, "document": "a"})
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    (tmp_path / "docs.jsonl").write_text("{}", encoding="utf-8")
    gold = read_gold(tmp_path)
    assert [row.document for rows in gold.rows.values() for row in rows] == ["a"]
    assert gold.file("a") == tmp_path / "a.jsonl"


FAULTS = {
    "{": "gold.jsonl:1: not JSON",
    "[]": "gold.jsonl:1: a row is a JSON object",
    '{"type": "x", "trigger": "y", "start": 0}': "gold.jsonl:1: a row names its document",
    '{"document": "a", "type": "x"}': "gold.jsonl:1: the key 'trigger' is missing",
    '{"document": "a", "type": "x", "trigger": "y"}': "gold.jsonl:1: the key 'start' is missing",
    '{"document": "a", "type": "x", "trigger": "y", "start": "0"}': "gold.jsonl:1: start is an offset",
    '{"document": "a", "type": "x", "trigger": "y", "start": 0, "locations": [{}]}': "gold.jsonl:1: a location has a name",
    '{"document": "a", "type": "x", "trigger": "y", "start": 0, "actors": ["z"]}': "gold.jsonl:1: ",
    '{"document": "a", "type": "x", "trigger": "y", "start": 0, "type_alt": "z"}': "gold.jsonl:1: type_alt is a list",
    '{"document": "a", "type": "x", "trigger": "y", "start": 0, "status": "maybe"}': "gold.jsonl:1: status is one of actual",
    '{"document": "a", "type": "x", "trigger": "y", "start": 0, "date": {"start": "3 May"}}': "gold.jsonl:1: Invalid isoformat",
    '{"document": "a", "type": "x", "trigger": "y", "start": 0, "counts": {"killed": {"low": "3"}}}': "gold.jsonl:1: low and high",
    "": "gold.jsonl: no gold rows here",
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_faulty_gold_row_is_located(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_gold(path)
    assert str(caught.value).startswith(str(tmp_path / FAULTS[text]))
    assert main(["evaluate", str(path), str(path)]) == 2
    assert FAULTS[text] in capsys.readouterr().err


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["text", "start", "end", "low", "code", "name"]), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = ("document", "trigger", "start", "also", "type", "type_alt", "sentence", *WRONG)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(KEYS), JSON), st.booleans())
def test_any_row_is_read_or_refused(tmp_path: Path, changed: dict[str, Any], whole: bool) -> None:
    row = {"document": "a", "trigger": "قصفت", "start": 0, "type": "shelling"} if whole else {}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({**row, **changed}), encoding="utf-8")
    problems: list[Problem] = []
    gold = Gold(path, {})
    try:
        gold = read_gold(path)
    except DataError as error:
        problems = error.problems
    assert {problem.path for problem in problems} <= {str(path)}
    result = evaluate(gold, [row for found in gold.rows.values() for row in found])
    assert list(report.evaluation(result))
    assert json.dumps(result.to_dict())


def test_gold_has_to_fit_the_documents(old: Coder, event: Event, tmp_path: Path) -> None:
    gold = write_gold(tmp_path / "gold.jsonl", gold_row(event, start=1), gold_row(event, doc="b"))
    with pytest.raises(DataError) as caught:
        code_for(gold, old, [document("a", SHELLED)])
    assert [problem.line for problem in caught.value.problems] == [1, 2]
    assert "does not stand at 1" in str(caught.value)
    assert "'b' is not among the documents" in str(caught.value)


def test_evaluate_of_the_command_line(event: Event, corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold, events = tmp_path / "gold.jsonl", tmp_path / "events.jsonl"
    write_gold(gold, gold_row(event), {"document": "b"})
    assert main(["code", str(corpus), "-o", str(events)]) == 0
    assert len(read_events(events)) == 2
    assert main(["evaluate", str(gold), str(events)]) == 0
    text = capsys.readouterr().out
    assert "gold none, coded ⁨abduction⁩" in text.replace("\u2068", "⁨")
    assert main(["evaluate", str(gold), "--corpus", str(corpus)]) == 0
    assert capsys.readouterr().out == text
    assert main(["evaluate", str(gold), str(events), "--format", "json", "--fail-under", "0.6", "--fail-under", "event=0.5"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["fields"]["type"]["f1"] == pytest.approx(2 / 3)
    assert data["errors"][0]["coded"] == "abduction"
    assert main(["evaluate", str(gold), str(events), "--fail-under", "type=0.9"]) == 1
    assert "the F1 of type is 0.667, below 0.9" in capsys.readouterr().err


def test_a_gold_folder_with_its_texts(event: Event, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(SHELLED, encoding="utf-8")
    write_gold(tmp_path / "a.jsonl", gold_row(event))
    assert main(["evaluate", str(tmp_path), "--fail-under", "whole=1"]) == 0
    assert "1 gold event, 1 coded" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [[], ["{events}", "--corpus", "{corpus}"], ["{events}", "--fail-under", "mood=0.5"], ["--corpus", "nowhere"], ["nowhere"]],
)
def test_evaluate_in_bad_usage(
    arguments: list[str], event: Event, corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold.jsonl"
    write_gold(gold, event.to_dict())
    assert main(["evaluate", str(gold), *(argument.format(events=gold, corpus=corpus) for argument in arguments)]) == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize("bar", ["x", "type=", "type=2", "=nan", "-1"])
def test_a_bad_bar(bar: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["evaluate", str(tmp_path), "--fail-under", bar])
    assert stopped.value.code == 2


def test_gazetteer_is_shared_not_copied(old: Coder, new: Coder) -> None:
    assert isinstance(old.gazetteer, Gazetteer)
    assert old.gazetteer is new.gazetteer
