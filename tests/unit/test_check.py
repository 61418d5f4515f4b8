"""The checker: our codebook, reports, exceptions, drafts, schemas, command line."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from eventcode import Coder
from eventcode.check import BY_NAME, CHECKS, DESCRIBED, FORMATS, LEVELS, check_codebook
from eventcode.check.codes import table
from eventcode.check.schema import schemas
from eventcode.cli import main
from eventcode.codebook import load_codebook
from eventcode.codebook.files import SHAPES, kind_of_file
from eventcode.codebook.model import ENGINE_LISTS
from eventcode.data import data_root, read_yaml
from eventcode.errors import DataError, Problem
from eventcode.gazetteer import Gazetteer

TESTS = Path(__file__).parent.parent
BASE = TESTS / "broken" / "base"
IDLIB = data_root() / "codebooks" / "idlib"
PROBLEMS = [
    Problem("a/types/قصف b.yaml", 3, "no 50%: قصف, غارة", 7, "", "unknown-key", "error", "mend\nit"),
    Problem("a/types/قصف b.yaml", 3, "no 50%: قصف, غارة", 7, "", "unknown-key", "error", "mend\nit"),
    Problem("/elsewhere/x.yaml", 0, "empty", 0, "", "not-a-mapping", "warning"),
    Problem("a/y.yaml", 2, "a note", 0, "", "of-another-kind", "note"),
]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """One gazetteer for all tests."""
    return Gazetteer.load()


def copied(folder: Path) -> Path:
    """A copy of the small codebook that may be changed."""
    return Path(shutil.copytree(BASE, folder / "codebook"))


def changed(path: Path, old: str, new: str) -> None:
    """Replace words of a file, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# -- our codebook --------------------------------------------------------------------------------------------------------


def test_our_codebook_is_clean_and_the_check_is_quick(gazetteer: Gazetteer) -> None:
    started = time.process_time()
    codebook = load_codebook()
    coder = Coder(codebook, gazetteer)
    for example in codebook.examples:
        coder.code(example.text, published=example.date or dt.date(2020, 1, 23))
    loaded = time.process_time()
    report = check_codebook(IDLIB, gazetteer)
    checked = time.process_time()
    assert [str(problem) for problem in report.problems] == []
    assert checked - loaded < 10 * (loaded - started)


def test_every_check_says_what_it_is_for() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    for check in CHECKS:
        assert re.fullmatch("[a-z][a-z-]+", check.name)
        assert check.level in LEVELS
        for text in (check.advice, check.reason, check.bad, check.good, type(check).__doc__):
            assert text
        assert check.bad != check.good


def test_findings_of_place_tables_are_described() -> None:
    folder = data_root() / "eventcode" / "check"
    if not folder.is_dir():
        pytest.skip("no checkout to read the source in")
    source = "".join((folder / name).read_text(encoding="utf-8") for name in ("places.py", "place_names.py"))
    named = set(re.findall(r'(?:check=|\.problem\(\s*|yield \(?\s*)"([a-z-]+)"', source))
    assert len(named) > 15
    assert named <= set(DESCRIBED)
    assert {topic for topic in set(DESCRIBED) - set(BY_NAME) if topic not in named} == set()


def test_the_engine_names_its_lists() -> None:
    engine = (data_root() / "eventcode" / part for part in ("mentions", "frames", "events"))
    source = "".join(path.read_text(encoding="utf-8") for part in engine for path in part.rglob("*.py"))
    if not source:
        pytest.skip("no checkout to read the source in")
    codebook = load_codebook()
    named = {name for name in codebook.lists if f'"{name}"' in source}
    assert set(ENGINE_LISTS) <= named
    # Some frames, and a kind of actor (aircraft), are called like lists.
    assert named - set(codebook.frames) - {"aircraft"} <= set(ENGINE_LISTS)


def test_code_tables() -> None:
    assert len(table("cameo.csv", "code")) == 313
    assert len(table("acled.csv", "event_type", "sub_event_type")) == 25
    assert len({event for event, _ in table("plover.csv", "event", "mode")}) == 16


# -- the loader ----------------------------------------------------------------------------------------------------------


def test_the_loader_names_its_faults(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    changed(folder / "types" / "arrest.yaml", "    frame: seize", "    frame: sieze")
    changed(folder / "types" / "shelling.yaml", "- munitions", "- munition")
    with pytest.raises(DataError) as caught:
        load_codebook(folder)
    assert [problem.check for problem in caught.value.problems] == ["unknown-frame", "unknown-word-list"]
    assert all(problem.line and problem.column for problem in caught.value.problems)
    changed(folder / "types" / "arrest.yaml", "lexemes", "lexeme")
    with pytest.raises(DataError, match=r"unknown.*did you mean 'lexemes'"):
        load_codebook(folder)


def test_faults_of_form_come_alone(tmp_path: Path, gazetteer: Gazetteer) -> None:
    folder = copied(tmp_path)
    changed(folder / "lexicon" / "weapons.yaml", "lists:", "list:")
    report = check_codebook(folder, gazetteer)
    assert [problem.check for problem in report.problems] == ["unknown-key"]
    assert not report.complete


def test_faults_that_no_check_knows_are_reported(monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> None:
    def load(folder: Path) -> None:
        raise DataError([Problem(str(folder / "a.yaml"), 2, "old"), Problem(str(folder / "b.yaml"), 3, "new", check="of-tomorrow")])

    monkeypatch.setattr("eventcode.check.subject.load_codebook", load)
    report = check_codebook(BASE, gazetteer)
    assert [(problem.line, problem.check) for problem in report.problems] == [(2, "does-not-load"), (3, "of-tomorrow")]
    assert report.problems[0].advice


def test_files_of_other_tools_are_left_alone(tmp_path: Path, gazetteer: Gazetteer) -> None:
    folder = copied(tmp_path)
    (folder / ".github").mkdir()
    for name in (".github/check.yaml", ".pre-commit-config.yaml", ".gitlab-ci.yml", "mkdocs.yml"):
        (folder / name).write_text("a\u200b: [\n", encoding="utf-8")
    assert check_codebook(folder, gazetteer).problems == ()


# -- exceptions and drafts -----------------------------------------------------------------------------------------------


def test_an_exception_covers_its_file_and_words_only(tmp_path: Path, gazetteer: Gazetteer) -> None:
    folder = copied(tmp_path)
    for name in ("arrest", "air_strike"):
        changed(folder / "types" / f"{name}.yaml", "  ar: ", "  # no Arabic: ")
    entry = "exceptions:\n  - check: missing-translation\n    file: types/arrest.yaml\n    contains: {}\n    reason: a test\n"
    (folder / "exceptions.yaml").write_text(entry.format("the label of 'arrest'"), encoding="utf-8")
    report = check_codebook(folder, gazetteer)
    assert [(Path(problem.path).name, problem.check) for problem in report.problems] == [("air_strike.yaml", "missing-translation")]
    assert report.excepted == 1
    (folder / "exceptions.yaml").write_text(entry.format("other words"), encoding="utf-8")
    assert {problem.check for problem in check_codebook(folder, gazetteer).problems} == {"missing-translation", "unused-exception"}


def test_exceptions_are_no_part_of_the_content(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    before = load_codebook(folder).identity
    (folder / "exceptions.yaml").write_text("exceptions:\n  - check: tatweel\n    file: a\n    reason: b\n", encoding="utf-8")
    assert load_codebook(folder).identity == before


def test_errors_of_a_draft_are_warnings(tmp_path: Path, gazetteer: Gazetteer) -> None:
    folder = copied(tmp_path)
    changed(folder / "types" / "arrest.yaml", "id: arrest\n", 'id: arrest\ndraft: "yes"\n')
    changed(folder / "types" / "arrest.yaml", "SYRREBHTS", "SYRREBAHR")
    report = check_codebook(folder, gazetteer)
    assert [(problem.check, problem.level) for problem in report.problems] == [("example-fails", "warning")]


# -- reports -------------------------------------------------------------------------------------------------------------


def formatted(name: str, root: Path) -> str:
    """The problems in a format."""
    return FORMATS[name](PROBLEMS, BY_NAME, root)


def test_text(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    lines = formatted("text", tmp_path).splitlines()
    assert lines[0] == "a/types/قصف b.yaml:3:7: error: no 50%: قصف, غارة [unknown-key]"
    assert lines[-1] == "a/y.yaml:2: note: a note [of-another-kind]"
    assert "/elsewhere/x.yaml: warning: empty [not-a-mapping]" in lines


def test_json(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    items = json.loads(formatted("json", tmp_path))
    assert len(items) == len(PROBLEMS)
    assert items[0] == {
        "path": "a/types/قصف b.yaml", "line": 3, "column": 7, "check": "unknown-key", "level": "error",
        "message": "no 50%: قصف, غارة", "advice": "mend\nit",
    }  # fmt: skip


def test_github(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    lines = formatted("github", tmp_path).splitlines()
    assert lines[0] == "::error file=a/types/قصف b.yaml,line=3,col=7,title=unknown-key::no 50%25: قصف, غارة%0Amend%0Ait"
    assert lines[2] == "::warning file=/elsewhere/x.yaml,title=not-a-mapping::empty"
    assert lines[3].startswith("::notice ")
    assert len(lines) == len(PROBLEMS)


def test_gitlab(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    items = json.loads(formatted("gitlab", tmp_path))
    assert [item["severity"] for item in items] == ["major", "major", "minor", "info"]
    assert len({item["fingerprint"] for item in items}) == len(items)
    assert all(item["location"]["lines"]["begin"] >= 1 for item in items)
    assert all(item["description"] and item["check_name"] for item in items)


def test_sarif(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="pip install 'eventcode[test]'")
    monkeypatch.chdir(tmp_path)
    schema = json.loads((TESTS / "data" / "sarif-2.1.0-subset.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    for problems in (PROBLEMS, []):
        log = json.loads(FORMATS["sarif"](problems, BY_NAME, tmp_path))
        assert [error.message for error in validator.iter_errors(log)] == []
        run = log["runs"][0]
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        assert len(set(rules)) == len(rules)
        assert set(BY_NAME) <= set(rules)
        for result in run["results"]:
            assert rules[result["ruleIndex"]] == result["ruleId"]
    broken = json.loads(FORMATS["sarif"](PROBLEMS, BY_NAME, tmp_path))
    broken["runs"][0]["results"][0]["level"] = "fatal"
    assert not validator.is_valid(broken)


# -- schemas -------------------------------------------------------------------------------------------------------------


def test_the_schemas_are_current() -> None:
    folder = data_root() / "codebooks" / "schemas"
    assert {path.stem for path in folder.glob("*.json")} == set(SHAPES)
    for kind, schema in schemas().items():
        stored = json.loads((folder / f"{kind}.json").read_text(encoding="utf-8"))
        assert stored == schema, "write them anew: eventcode check --schemas codebooks/schemas"


@pytest.mark.parametrize("folder", [IDLIB, BASE], ids=["idlib", "base"])
def test_the_schemas_take_our_files(folder: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="pip install 'eventcode[test]'")
    validators = {kind: jsonschema.Draft202012Validator(schema) for kind, schema in schemas().items()}
    for validator in validators.values():
        validator.check_schema(validator.schema)
    for path in sorted(folder.rglob("*.yaml")):
        kind = kind_of_file(path, folder)
        assert kind is not None
        # What an editor sees: YAML with its types, not the texts that our reader makes of them.
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        for error in validators[kind].iter_errors(json.loads(json.dumps(data, default=str))):
            pytest.fail(f"{path}: {error.json_path}: {error.message}")


def test_every_key_is_described_to_editors() -> None:
    def undescribed(schema: Any, root: dict[str, Any]) -> list[str]:
        if isinstance(schema, list):
            return [name for item in schema for name in undescribed(item, root)]
        if not isinstance(schema, dict):
            return []
        properties = schema.get("properties", {})
        resolved = {
            key: root["$defs"][value["$ref"].split("/")[-1]] if "$ref" in value else value for key, value in properties.items()
        }
        return [key for key, value in resolved.items() if not value.get("description")] + [
            name for key, value in schema.items() if key != "required" for name in undescribed(value, root)
        ]

    assert {kind: undescribed(schema, schema) for kind, schema in schemas().items()} == {kind: [] for kind in SHAPES}


def cases_of_form() -> list[dict[str, Any]]:
    """The broken files whose fault a schema can tell."""
    cases: list[dict[str, Any]] = yaml.safe_load((TESTS / "broken" / "cases.yaml").read_text(encoding="utf-8"))
    checks = {"unknown-key", "missing-key", "wrong-shape", "unknown-value", "bad-form"}
    # A frame may name any preposition, so that a misspelt role is told by its nearness to a known one, which no schema can say.
    beyond = {"name of a role misspelt"}
    return [case for case in cases if case["check"] in checks and "from" in case and case["case"] not in beyond]


@pytest.mark.parametrize("case", cases_of_form(), ids=lambda case: case["case"])
def test_the_schemas_refuse_faults_of_form(case: dict[str, Any], tmp_path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="pip install 'eventcode[test]'")
    folder = copied(tmp_path)
    path = folder / case["file"]
    changed(path, case["from"], case["to"])
    kind = kind_of_file(path, folder)
    assert kind is not None
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert not jsonschema.Draft202012Validator(schemas()[kind]).is_valid(json.loads(json.dumps(data, default=str)))


def test_schema_lines_lead_to_schemas() -> None:
    for folder in (BASE, IDLIB):
        for path in sorted(folder.rglob("*.yaml")):
            found = re.search(r"^# yaml-language-server: \$schema=(\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
            if found is None:
                continue
            target = (path.parent / found[1]).resolve()
            assert target.stem == kind_of_file(path, folder)
            if folder == BASE and not target.is_file():
                pytest.skip("no checkout to follow the lines in")
            assert target.is_file()


# -- command line --------------------------------------------------------------------------------------------------------


def test_exit_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(BASE)]) == 0
    assert "no fault found" in capsys.readouterr().err
    folder = copied(tmp_path)
    changed(folder / "types" / "arrest.yaml", "  ar: اعتقال\n", "")
    assert main(["check", str(folder)]) == 0
    assert main(["check", "--strict", str(folder)]) == 1
    changed(folder / "types" / "arrest.yaml", "SYRREBHTS", "SYRREBAHR")
    assert main(["check", str(folder)]) == 1
    assert "1 error, 1 warning" in capsys.readouterr().err
    assert main(["check", str(tmp_path / "none")]) == 2
    assert main(["check", str(folder / "codebook.yaml")]) == 2
    assert main(["check", str(tmp_path)]) == 1
    assert "no-codebook" in capsys.readouterr().out


def test_notes_are_listed_on_demand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = copied(tmp_path)
    changed(folder / "types" / "arrest.yaml", "id: arrest\n", 'id: arrest\ndraft: "yes"\n')
    assert main(["check", "--strict", str(folder)]) == 0
    out = capsys.readouterr()
    assert (out.out, out.err) == ("", "1 note (--notes lists them)\n")
    assert main(["check", "--strict", "--notes", str(folder)]) == 0
    assert "[draft-ready]" in capsys.readouterr().out


def test_place_tables_are_checked_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "places.csv"
    path.write_text("id,name,level\nX1,,village\n", encoding="utf-8")
    assert main(["check", str(BASE), str(path)]) == 1
    assert f"{path}:2" in capsys.readouterr().out
    assert main(["check", "--strict"]) == 0


def test_a_report_in_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "report.sarif"
    assert main(["check", str(BASE), "--format", "sarif", "-o", str(path)]) == 0
    assert json.loads(path.read_text(encoding="utf-8"))["runs"][0]["results"] == []
    assert capsys.readouterr().out == ""
    assert main(["check", str(BASE), "-o", str(tmp_path / "no" / "folder")]) == 2


def test_explain_and_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "unused-word-list"]) == 0
    text = capsys.readouterr().out
    assert all(word in text for word in ("Why:", "To mend it:", "Bad:", "Good:"))
    assert main(["check", "--explain", "unused-list"]) == 2
    assert "did you mean 'unused-word-list'" in capsys.readouterr().err
    assert main(["check", "--list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(DESCRIBED)
    assert main(["check", "--explain", "swapped"]) == 0


def test_schemas_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--schemas", str(tmp_path / "schemas")]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(SHAPES)
    assert json.loads((tmp_path / "schemas" / "types.json").read_text(encoding="utf-8"))["required"] == ["id"]


def test_read_yaml_places(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a:\n  - b: c\n", encoding="utf-8")
    data = read_yaml(path)
    assert (data["a"].line, data["a"].column, data["a"][0].column, data["a"][0]["b"].column) == (2, 3, 5, 8)
