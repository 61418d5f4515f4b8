"""The recipes for continuous integration, run as far as that goes without their servers: hooks, action, jobs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from eventcode.skeletons import make

CHECKOUT = Path(os.environ.get("EVENTCODE_CHECKOUT", Path(__file__).parents[1]))
PAGE = CHECKOUT / "docs" / "how-to" / "ci.md"

pytestmark = [
    pytest.mark.skipif(not (CHECKOUT / "action.yml").is_file(), reason="no checkout with the recipes"),
    pytest.mark.skipif(os.name == "nt", reason="the recipes are written for a POSIX shell"),
]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A user's repository with a codebook at codebooks/mine."""
    (tmp_path / "codebooks").mkdir()
    make("codebook", "mine", tmp_path / "codebooks")
    return tmp_path


def spoil(repository: Path) -> None:
    """Put a fault into the codebook."""
    path = repository / "codebooks" / "mine" / "types" / "crossing_closed.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("frame: expel", "frame: expell"), encoding="utf-8")


def run(command: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a shell command as a runner does, with this installation first."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", **variables}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", command], cwd=folder, env=environment, capture_output=True,
        encoding="utf-8", check=False, timeout=600,
    )  # fmt: skip


def blocks(kind: str) -> list[str]:
    """The code blocks of the page."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def recipe(key: str) -> Any:
    """The YAML block of the page with a key at its top."""
    (found,) = [data for data in map(yaml.safe_load, blocks("yaml")) if key in data]
    return found


def conforms(schema: str, path: Path) -> None:
    """Hold a file against the schema that a service publishes, as check-jsonschema ships it."""
    pytest.importorskip("check_jsonschema", reason="pip install 'eventcode[test]' brings check-jsonschema")
    done = run(f"{sys.executable} -m check_jsonschema --builtin-schema vendor.{schema} {path}", path.parent)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("schema", "key"), [("github-workflows", "jobs"), ("gitlab-ci", "codebook")])
def test_the_recipes_of_the_page_are_of_their_services_form(schema: str, key: str, tmp_path: Path) -> None:
    (text,) = [text for text in blocks("yaml") if key in yaml.safe_load(text)]
    path = tmp_path / "recipe.yml"
    path.write_text(text, encoding="utf-8")
    conforms(schema, path)


def test_the_action_is_of_githubs_form() -> None:
    conforms("github-actions", CHECKOUT / "action.yml")


# -- GitHub --------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def action() -> Mapping[str, Any]:
    """The composite action."""
    data: Mapping[str, Any] = yaml.safe_load((CHECKOUT / "action.yml").read_text(encoding="utf-8"))
    return data


def check_step(action: Mapping[str, Any]) -> str:
    """The script that checks."""
    (script,) = [step["run"] for step in action["runs"]["steps"] if step.get("name") == "Check"]
    return str(script)


def test_the_action_checks(action: Mapping[str, Any], repository: Path) -> None:
    variables = {"PATHS": "codebooks/mine\n", "STRICT": "true", "SARIF": "out.sarif"}
    done = run(check_step(action), repository, **variables)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    spoil(repository)
    done = run(check_step(action), repository, **variables)
    assert done.returncode == 1
    assert "::error file=codebooks/mine/types/crossing_closed.yaml,line=" in done.stdout
    (log,) = json.loads((repository / "out.sarif").read_text(encoding="utf-8"))["runs"]
    assert [result["ruleId"] for result in log["results"]] == ["unknown-frame"]


def test_warnings_fail_the_action_only_if_strict(action: Mapping[str, Any], tmp_path: Path) -> None:
    make("language", "tr", tmp_path)
    for strict, code in (("true", 1), ("false", 0)):
        assert run(check_step(action), tmp_path, PATHS="tr", STRICT=strict, SARIF="out.sarif").returncode == code


@pytest.mark.parametrize("paths", ["$(touch run)", "; touch run", "`touch run`", "--list", "nowhere"])
def test_no_input_is_run(action: Mapping[str, Any], repository: Path, paths: str) -> None:
    assert run(check_step(action), repository, PATHS=paths, STRICT="true", SARIF="out.sarif").returncode == 2
    assert not (repository / "run").exists()


def test_scripts_get_inputs_as_variables_only(action: Mapping[str, Any]) -> None:
    steps = action["runs"]["steps"]
    assert not [step for step in steps if "${{" in step.get("run", "")]
    assert all(step["shell"] == "bash" for step in steps if "run" in step)
    used = set(re.findall(r"inputs\.([\w-]+)", (CHECKOUT / "action.yml").read_text(encoding="utf-8")))
    assert used == set(action["inputs"])


def test_the_workflow_uses_inputs_that_exist(action: Mapping[str, Any]) -> None:
    (step,) = [step for step in recipe("jobs")["jobs"]["check"]["steps"] if "eventcode" in step["uses"]]
    assert set(step["with"]) <= set(action["inputs"])
    needed = {name for name, about in action["inputs"].items() if about.get("required")}
    assert needed <= set(step["with"])
    assert recipe("jobs")["permissions"]["security-events"] == "write"


# -- GitLab --------------------------------------------------------------------------------------------------------------


def test_the_gitlab_job(repository: Path) -> None:
    job = recipe("codebook")["codebook"]
    install, check = job["script"]
    assert install.startswith("pip install ")
    report = repository / job["artifacts"]["reports"]["codequality"]
    assert run(check, repository).returncode == 0
    assert json.loads(report.read_text(encoding="utf-8")) == []
    spoil(repository)
    assert run(check, repository).returncode == 1
    (finding,) = json.loads(report.read_text(encoding="utf-8"))
    assert finding["location"]["path"] == "codebooks/mine/types/crossing_closed.yaml"
    assert {"description", "check_name", "fingerprint", "severity"} <= set(finding)


# -- pre-commit ----------------------------------------------------------------------------------------------------------


def hooks() -> dict[str, Any]:
    """The hooks that this project offers, by id."""
    return {hook["id"]: hook for hook in yaml.safe_load((CHECKOUT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}


def test_the_hooks_are_of_pre_commits_form(tmp_path: Path) -> None:
    pytest.importorskip("pre_commit", reason="pip install 'eventcode[test]' brings pre-commit")
    (text,) = [text for text in blocks("yaml") if "repos" in yaml.safe_load(text)]
    (tmp_path / "config.yaml").write_text(text, encoding="utf-8")
    for command in (f"validate-manifest {CHECKOUT / '.pre-commit-hooks.yaml'}", "validate-config config.yaml"):
        done = run(f"{sys.executable} -m pre_commit {command}", tmp_path)
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_page_names_hooks_that_exist() -> None:
    (repo,) = recipe("repos")["repos"]
    assert {hook["id"] for hook in repo["hooks"]} == set(hooks())


@pytest.fixture
def pre_commit(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of git with the recipe of the page, taking the hooks from a clone of this checkout."""
    pytest.importorskip("pre_commit", reason="pip install 'eventcode[test]' brings pre-commit")
    if shutil.which("git") is None or not (CHECKOUT / ".git").exists():
        pytest.skip("pre-commit installs from a git checkout")
    probe = tmp_path_factory.mktemp("probe")
    if run(f"{sys.executable} -m pip download --quiet --no-deps --dest {probe} attrs", repository).returncode:
        pytest.skip("pre-commit installs hooks from a package index, and none can be reached")
    # A clone holds what is committed; what is not yet is laid over it, so that the test is about the files that stand here.
    clone = tmp_path_factory.mktemp("clone") / "eventcode"
    ignored = shutil.ignore_patterns(".git", "__pycache__", ".*_cache", "*.egg-info", "dist", "build")
    shutil.copytree(CHECKOUT, clone, ignore=ignored)
    config = recipe("repos")
    config["repos"][0]["repo"] = str(clone)
    author = "git -c user.name=t -c user.email=t@example.org -c commit.gpgsign=false"
    done = run(f"git init -q && git add -A && {author} commit -qm all && git rev-parse HEAD", clone)
    assert done.returncode == 0, done.stderr
    config["repos"][0]["rev"] = done.stdout.strip()
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (repository / "own-places.csv").write_text(
        "id,name,name_en,aliases,level,parent,lat,lon,population,source,precision,note\n"
        "OWN1,مخيم الاختبار,Test camp,,camp,SY070301,36.20,36.70,,own survey,approx 1 km,\n",
        encoding="utf-8",
    )
    assert run("git init -q && git add -A", repository).returncode == 0
    return repository


def test_pre_commit_runs_the_hooks(pre_commit: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    command = f"{sys.executable} -m pre_commit run --all-files --color never"
    home = str(tmp_path_factory.mktemp("home"))
    done = run(command, pre_commit, PRE_COMMIT_HOME=home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.findall(r"\.(Passed|Skipped|Failed)", done.stdout) == ["Passed", "Passed"], done.stdout
    spoil(pre_commit)
    path = pre_commit / "own-places.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",camp,", ",kamp,"), encoding="utf-8")
    run("git add -A", pre_commit)
    done = run(command, pre_commit, PRE_COMMIT_HOME=home)
    assert done.returncode == 1
    assert "codebooks/mine/types/crossing_closed.yaml:15:12: error: there is no role frame 'expell'" in done.stdout
    assert "own-places.csv:2" in done.stdout
