"""Label Studio: what goes out comes back, corrections are taken over, faults are told with their task."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import logging
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import SENTENCE, actor, event, place

from eventcode import Coder, Event, RecordError, read_events
from eventcode.cli import main
from eventcode.codebook import Codebook, load_codebook
from eventcode.gazetteer import Gazetteer
from eventcode.gazetteer.table import Table
from eventcode.labelstudio import labelling_config, read_tasks, tasks
from eventcode.labelstudio.values import items, parse
from eventcode.model import COUNT_KINDS, Attribution, Count, DateSpan, Span

TEXT = "قصفت طائرات حربية روسية يوم الأربعاء بلدة كنصفرة، ما أدى إلى مقتل ثلاثة مدنيين، بحسب الدفاع المدني. ونفت موسكو ذلك."


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    """The Idlib codebook."""
    return load_codebook()


@pytest.fixture(scope="module")
def table() -> Table:
    """The gazetteer."""
    return Gazetteer.load().table


@pytest.fixture(scope="module")
def events() -> list[Event]:
    """Events of a text, with every kind of role."""
    found = Coder().code(TEXT, published=dt.date(2020, 1, 23), document="d1", publisher="ناشر", title="عنوان")
    assert found
    return found


def annotated(events: list[Event]) -> list[dict[str, Any]]:
    """The tasks as an export in which people accepted everything."""
    made: list[dict[str, Any]] = json.loads(json.dumps(list(tasks(events))))
    for number, task in enumerate(made, 1):
        task["id"] = number
        task["annotations"] = [
            {"id": 1, "result": task["predictions"][0]["result"], "was_cancelled": False, "updated_at": "2024-01-01"}
        ]
    return made


def back(folder: Path, export: object, codebook: Codebook, table: Table, **options: Any) -> list[Event | RecordError]:
    """What is read from an export."""
    path = folder / "export.json"
    path.write_text(json.dumps(export, ensure_ascii=False), encoding="utf-8")
    return list(read_tasks(path, codebook, table, **options))


def result_of(export: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The annotation's result of the first task."""
    rows: list[dict[str, Any]] = export[0]["annotations"][0]["result"]
    return rows


def value_of(rows: list[dict[str, Any]], label: str) -> dict[str, Any]:
    """The written value of the first region of a label."""
    region = next(row["id"] for row in rows if row["type"] == "labels" and row["value"]["labels"] == [label])
    written: dict[str, Any] = next(row["value"] for row in rows if row.get("id") == region and row["type"] == "textarea")
    return written


def test_what_nobody_changes_comes_back(tmp_path: Path, events: list[Event], codebook: Codebook, table: Table) -> None:
    assert back(tmp_path, annotated(events), codebook, table) == events


def test_two_events_of_a_sentence_share_regions(tmp_path: Path, codebook: Codebook, table: Table) -> None:
    second = event(
        "a2", type="killing", trigger=Span("مقتل", 100 + SENTENCE.index("مقتل"), 104 + SENTENCE.index("مقتل")), disputes=("a1",)
    )
    inherited = place("Idleb", text=None, inherited=True)
    first = event(locations=(inherited, place(text="بلدة كنصفرة", start=124, end=135)), also=(Span("حربية", 112, 117),))
    far = event("a3", sentence=attrs.evolve(event().sentence, start=900, end=900 + len(SENTENCE)), trigger=Span("قصفت", 900, 904))
    pair = [first, second, far]
    export = annotated(pair)
    assert len(export) == 2
    labels = [row["value"]["labels"][0] for row in result_of(export) if row["type"] == "labels"]
    assert labels.count("target") == 1
    assert labels.count("also") == 1
    assert back(tmp_path, export, codebook, table) == pair


def test_regions_are_places_in_the_sentence(events: list[Event]) -> None:
    for task in tasks(events):
        for row in task["predictions"][0]["result"]:
            if row["type"] == "labels":
                value = row["value"]
                assert task["data"]["text"][value["start"] : value["end"]] == value["text"]


def test_corrections_are_taken_over(tmp_path: Path, codebook: Codebook, table: Table) -> None:
    before = event(
        locations=(place(text="بلدة كنصفرة", start=124, end=135),), counts={"killed": Count(3, 3, text="ثلاثة", start=153, end=158)}
    )
    export = annotated([before])
    rows = result_of(export)
    value_of(rows, "actor")["text"] = ["SYRMIL"]
    value_of(rows, "place")["text"] = ["origin C4058"]
    value_of(rows, "count")["text"] = ["injured 3-5 people"]
    for row in rows:
        if row["type"] == "choices":
            row["value"]["choices"] = {"type": ["shelling"], "status": ["attempted"]}[row["from_name"]]
    trigger = value_of(rows, "trigger")
    trigger["text"] = ["date 2020-01-20/2020-01-22", "target SYRHLH", "source denies RUSGOV"]
    (after,) = back(tmp_path, export, codebook, table)
    assert isinstance(after, Event)
    assert (after.id, after.type, after.status, after.codes.cameo, after.rule) == (
        "a1",
        "shelling",
        "attempted",
        "194",
        "labelstudio",
    )
    assert [(one.code, one.text) for one in after.actors] == [("SYRMIL", "طائرات حربية روسية")]
    assert [one.code for one in after.targets] == ["SYRCVL", "SYRHLH"]
    assert after.targets[0] == before.targets[0]
    assert [(one.id, one.role, one.start, one.admin_codes[0]) for one in after.locations] == [("C4058", "origin", 124, "SY07")]
    assert after.counts == {"injured": Count(3, 5, unit="people", text="ثلاثة", start=153, end=158)}
    assert after.date == DateSpan(dt.date(2020, 1, 20), dt.date(2020, 1, 22), "range", basis="text")
    assert after.attribution == (Attribution(None, "RUSGOV", "denies"),)


def test_events_are_removed_and_added(tmp_path: Path, codebook: Codebook, table: Table) -> None:
    export = annotated([event(), event("a2", trigger=Span("مقتل", 160, 164), disputes=("a1",))])
    rows = result_of(export)
    rows[:] = [row for row in rows if row.get("id") != "event0" and row.get("from_id") != "event0"]
    at = SENTENCE.index("حربية")
    where = {"start": at, "end": at + 5, "text": "حربية"}
    new = {"id": "x", "from_name": "label", "to_name": "text"}
    rows.append(new | {"type": "labels", "value": where | {"labels": ["trigger"]}})
    rows.append(new | {"type": "choices", "from_name": "type", "value": where | {"choices": ["show_of_force"]}})
    rows.append({"type": "relation", "from_id": "role0", "to_id": "x", "direction": "left"})
    old, added = back(tmp_path, export, codebook, table)
    assert isinstance(old, Event)
    assert isinstance(added, Event)
    assert (old.id, old.disputes) == ("a2", ())
    assert (added.type, added.status, added.trigger, added.actors[0].code) == (
        "show_of_force",
        "actual",
        Span("حربية", 100 + at, 105 + at),
        "RUSMIL",
    )
    assert (added.date.start, added.date.basis, added.happening) == (dt.date(2020, 1, 23), "document", added.id)
    assert Event.from_dict(added.to_dict()) == added


def test_a_moved_trigger_is_the_same_event(tmp_path: Path, codebook: Codebook, table: Table) -> None:
    export = annotated([event()])
    for row in result_of(export):
        if row.get("id") == "event0":
            row["value"] |= {"start": 0, "end": 10} | ({"text": SENTENCE[:10]} if row["type"] == "labels" else {})
    (after,) = back(tmp_path, export, codebook, table)
    assert isinstance(after, Event)
    assert (after.id, after.trigger.text) == ("a1", SENTENCE[:10])


def test_offsets_that_do_not_fit_are_mended_by_the_words(tmp_path: Path, codebook: Codebook, table: Table) -> None:
    emoji = "😀 " + SENTENCE
    before = event(sentence=Span(emoji, 100, 100 + len(emoji)), trigger=Span("قصفت", 102, 106), actors=(), targets=())
    export = annotated([before])
    for row in result_of(export):
        if row["type"] == "labels":
            row["value"] |= {"start": row["value"]["start"] + 1, "end": row["value"]["end"] + 1}
    assert back(tmp_path, export, codebook, table) == [before]


def test_the_last_annotation_counts_unless_one_is_the_truth(tmp_path: Path, codebook: Codebook, table: Table) -> None:
    export = annotated([event()])
    old = export[0]["annotations"][0]
    export[0]["annotations"] = [
        old | {"result": [], "updated_at": "2024-02-01"},
        old | {"was_cancelled": True, "updated_at": "2025"},
        old,
    ]
    assert back(tmp_path, export, codebook, table) == []
    export[0]["annotations"][2] = old | {"ground_truth": True}
    assert back(tmp_path, export, codebook, table) == [event()]


def test_what_nobody_annotated_is_left_out_and_told(
    tmp_path: Path, codebook: Codebook, table: Table, caplog: pytest.LogCaptureFixture
) -> None:
    export = annotated([event()])
    export[0]["annotations"] = []
    with caplog.at_level(logging.WARNING):
        assert back(tmp_path, export, codebook, table) == []
    assert "1 of 1 tasks left out" in caplog.messages[0]
    assert back(tmp_path, export, codebook, table, unannotated=True) == [event()]


def _set(label: str, line: str) -> Any:
    def change(rows: list[dict[str, Any]]) -> None:
        value_of(rows, label)["text"] = [line]

    return change


def _without(kind: str) -> Any:
    def change(rows: list[dict[str, Any]]) -> None:
        rows[:] = [row for row in rows if row["type"] != kind]

    return change


def _move(rows: list[dict[str, Any]]) -> None:
    rows[0]["value"] |= {"start": 3, "end": 900, "text": "غير موجود"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_set("actor", "Russian army"), "write a code"), (_set("trigger", "place C0"), "an id of the gazetteer"),
        (_set("trigger", "count killed many"), "write a kind"), (_set("trigger", "date soon"), "write 2020-01-23"),
        (_set("trigger", "weather fine"), "is no kind of role"), (_set("trigger", "source SYRMIL"), "write asserts or denies"),
        (_set("trigger", "count killed 9-3"), "must not be below"), (_without("choices"), "has no type"), (_move, "does not stand at"),
    ],
)  # fmt: skip
def test_a_faulty_annotation_is_told_with_its_task(
    tmp_path: Path, codebook: Codebook, table: Table, change: Any, told: str
) -> None:
    export = annotated(
        [
            event(),
            event("a9", sentence=Span(SENTENCE, 900, 900 + len(SENTENCE)), trigger=Span("قصفت", 900, 904), actors=(), targets=()),
        ]
    )
    change(result_of(export))
    fault, good = back(tmp_path, export, codebook, table)
    assert isinstance(fault, RecordError)
    assert fault.problem.where == "task 1"
    assert told in fault.problem.message
    assert isinstance(good, Event)


def test_a_role_of_no_trigger_is_told(tmp_path: Path, codebook: Codebook, table: Table) -> None:
    export = annotated([event(), event("a2", trigger=Span("مقتل", 100 + SENTENCE.index("مقتل"), 104 + SENTENCE.index("مقتل")))])
    _without("relation")(result_of(export))
    (fault,) = back(tmp_path, export, codebook, table)
    assert isinstance(fault, RecordError)
    assert "is tied to no trigger" in fault.problem.message
    single = annotated([event()])
    _without("relation")(result_of(single))
    assert back(tmp_path, single, codebook, table) == [event()]


@pytest.mark.parametrize(
    "export", [{}, [1], [{"id": 5}], [{"id": 5, "annotations": [{"result": []}]}], [{"annotations": [{}]}], [[]]]
)
def test_what_is_no_export_never_crashes(tmp_path: Path, codebook: Codebook, table: Table, export: object) -> None:
    (fault,) = back(tmp_path, export, codebook, table)
    assert isinstance(fault, RecordError)


@given(
    st.integers(0, 10**9), st.none() | st.integers(0, 10**6), st.booleans(), st.sampled_from((None, "people", "families")),
    st.sampled_from(COUNT_KINDS),
)  # fmt: skip
def test_a_count_s_line_is_read_back(low: int, more: int | None, approximate: bool, unit: str | None, kind: str) -> None:
    count = Count(low, None if more is None else low + more, approximate, unit, "س", 1, 2)
    (item,) = [one for one in items(event(counts={kind: count})) if one.kind == "count"]
    assert parse("count", item.line, "س", 1, 2, Table([], "")) == (kind, count)


@given(st.text(max_size=20), st.sampled_from(("actor", "target", "place", "date", "count", "source", "x")))
def test_any_line_is_read_or_refused(line: str, kind: str) -> None:
    with contextlib.suppress(ValueError):
        parse(kind, line, None, None, None, Table([], ""))


def test_the_configuration_names_what_tasks_use(events: list[Event], codebook: Codebook) -> None:
    root = ET.fromstring(labelling_config(codebook))
    names = {element.get("name") for element in root.iter() if element.get("name")}
    labels = {element.get("value") for element in root.iter("Label")}
    types = {element.get("value") for element in root.iter("Choice")}
    relations = {element.get("value") for element in root.iter("Relation")}
    hotkeys = [element.get("hotkey") for element in root.iter("Label")]
    assert len(set(hotkeys)) == len(hotkeys)
    for task in tasks(events):
        assert "$text" in {element.get("value") for element in root.iter("Text")}
        for row in task["predictions"][0]["result"]:
            if row["type"] == "relation":
                assert set(row["labels"]) <= relations
                continue
            assert {row["from_name"], row["to_name"]} <= names
            assert set(row["value"].get("labels", ())) <= labels
            assert set(row["value"].get("choices", ())) <= types


def test_label_studio_s_own_validator_agrees(events: list[Event], codebook: Codebook) -> None:
    interface = pytest.importorskip("label_studio_sdk.label_interface", reason="label-studio-sdk is not installed")
    config = interface.LabelInterface(labelling_config(codebook))
    config.validate()
    for task in tasks(events):
        assert config.validate_task({"data": task["data"]})
        assert config.validate_prediction(task["predictions"][0])


def test_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    news, coded, out = tmp_path / "news.jsonl", tmp_path / "events.jsonl", tmp_path / "tasks.json"
    text = "تحسن الطقس في المدينة اليوم. " + TEXT
    news.write_text(json.dumps({"id": "d1", "text": text, "date": "2020-01-23"}) + "\n", encoding="utf-8")
    assert main(["code", str(news), "-q", "-o", str(coded)]) == 0
    assert main(["labelstudio", "config"]) == 0
    assert capsys.readouterr().out.startswith("<View>")
    assert main(["labelstudio", "export", str(coded), "--documents", str(news), "-o", str(out)]) == 0
    made = json.loads(out.read_text(encoding="utf-8"))
    assert made[0]["predictions"] == []
    for task in made:
        task["annotations"] = [{"result": task["predictions"][0]["result"] if task["predictions"] else []}]
    export, again = tmp_path / "export.json", tmp_path / "again.jsonl"
    export.write_text(json.dumps(made), encoding="utf-8")
    assert main(["labelstudio", "import", str(export), "-o", str(again)]) == 0
    assert list(read_events(again)) == list(read_events(coded))
    assert main(["labelstudio", "import", str(coded)]) == 1
    assert "no JSON export" in capsys.readouterr().err


def test_events_of_other_documents_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    news, coded = tmp_path / "news.jsonl", tmp_path / "events.jsonl"
    news.write_text(json.dumps({"id": "other", "text": TEXT, "date": "2020-01-23"}) + "\n", encoding="utf-8")
    coded.write_text(json.dumps(event(actors=(actor("RUSMIL"),)).to_dict()) + "\n", encoding="utf-8")
    assert main(["labelstudio", "export", str(coded), "--documents", str(news)]) == 1
    assert "1 events are of no sentence" in capsys.readouterr().err
