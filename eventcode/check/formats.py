"""Reports of checks: text for people, JSON, SARIF 2.1.0, annotations of GitHub and GitLab."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from eventcode.check.model import Described
from eventcode.data import package_version
from eventcode.errors import Problem

_SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# Severities of GitLab's code quality reports (info, minor, major, critical, blocker).
_GITLAB = {"error": "major", "warning": "minor", "note": "info"}
_GITHUB = {"error": "error", "warning": "warning", "note": "notice"}

Formatter = Callable[[Sequence[Problem], Mapping[str, Described], Path], str]


def relative(path: str, root: Path) -> str:
    """A path as reports give it: relative to the root (the repository) with slashes where it is inside, else absolute."""
    absolute = Path(path).absolute()
    return (absolute.relative_to(root) if absolute.is_relative_to(root) else PurePath(absolute)).as_posix()


def as_text(problems: Sequence[Problem], checks: Mapping[str, Described], root: Path) -> str:
    """One line a problem, path:line:column: level: message [check], and how to mend it in the line below."""
    lines = []
    for problem in problems:
        place = relative(problem.path, root)
        place += (f":{problem.line}" if problem.line else "") + (f":{problem.column}" if problem.line and problem.column else "")
        lines.append(f"{place}: {problem.level}: {problem.message} [{problem.check}]")
        if problem.advice:
            lines.append(f"    {problem.advice}")
    return "".join(line + "\n" for line in lines)


def as_json(problems: Sequence[Problem], checks: Mapping[str, Described], root: Path) -> str:
    """A JSON array with one object a problem: path, line, column (0: the whole file or line), check, level, message, advice."""
    items = [
        {
            "path": relative(problem.path, root), "line": problem.line, "column": problem.column, "check": problem.check,
            "level": problem.level, "message": problem.message, "advice": problem.advice,
        }
        for problem in problems
    ]  # fmt: skip
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def as_sarif(problems: Sequence[Problem], checks: Mapping[str, Described], root: Path) -> str:
    """A log of SARIF 2.1.0 (OASIS) with one run; the rules are the checks that exist."""
    names = [*checks, *sorted({problem.check for problem in problems} - set(checks))]
    rules = [_rule(name, checks.get(name)) for name in names]
    results = [
        {
            "ruleId": problem.check,
            "ruleIndex": names.index(problem.check),
            "level": problem.level,
            "message": {"text": problem.message + (f"\n{problem.advice}" if problem.advice else "")},
            "locations": [{"physicalLocation": _location(problem, root)}],
            "partialFingerprints": {"eventcode/v1": fingerprint(problem, root)},
        }
        for problem in problems
    ]
    driver = {"name": "eventcode", "semanticVersion": _semantic(package_version()), "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"uri": f"file://{quote(root.as_posix().rstrip('/'))}/"}},
        "results": results,
    }
    return json.dumps({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(name: str, check: Described | None) -> dict[str, Any]:
    if check is None:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": check.title},
        "fullDescription": {"text": check.reason},
        "help": {"text": check.advice},
        "defaultConfiguration": {"level": check.level},
    }


def _location(problem: Problem, root: Path) -> dict[str, Any]:
    path = relative(problem.path, root)
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(path)}}
    if not path.startswith("/"):
        location["artifactLocation"]["uriBaseId"] = "ROOT"
    if problem.line:
        location["region"] = {"startLine": problem.line, **({"startColumn": problem.column} if problem.column else {})}
    return location


def _semantic(version: str) -> str:
    """A version of PEP 440 as SARIF asks for it: three numbers, and what follows as build metadata."""
    numbers, _, rest = version.partition("+")
    parts = [*numbers.split("."), "0", "0"][:3]
    return ".".join(part if part.isdigit() else "0" for part in parts) + (f"+{rest}" if rest else "")


def fingerprint(problem: Problem, root: Path) -> str:
    """What stays the same when lines move: a hash of check, path and message."""
    text = "\0".join((problem.check, relative(problem.path, root), problem.message))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def as_github(problems: Sequence[Problem], checks: Mapping[str, Described], root: Path) -> str:
    """Workflow commands, which GitHub Actions shows at the lines of a change."""
    lines = []
    for problem in problems:
        fields = {"file": relative(problem.path, root), "line": problem.line, "col": problem.column, "title": problem.check}
        wanted = ",".join(f"{key}={_escape(str(value), properties=True)}" for key, value in fields.items() if value)
        message = problem.message + (f"\n{problem.advice}" if problem.advice else "")
        lines.append(f"::{_GITHUB[problem.level]} {wanted}::{_escape(message)}\n")
    return "".join(lines)


def _escape(text: str, *, properties: bool = False) -> str:
    """Escapes of workflow commands (actions/toolkit, packages/core/src/command.ts)."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if properties else text


def as_gitlab(problems: Sequence[Problem], checks: Mapping[str, Described], root: Path) -> str:
    """A code quality report of GitLab: a JSON array with description, check_name, fingerprint, severity, location."""
    seen: dict[str, int] = {}
    items = []
    for problem in problems:
        mark = fingerprint(problem, root)
        seen[mark] = seen.get(mark, 0) + 1  # GitLab drops issues with a fingerprint that it has already
        items.append(
            {
                "description": problem.message,
                "check_name": problem.check,
                "fingerprint": mark if seen[mark] == 1 else f"{mark}-{seen[mark]}",
                "severity": _GITLAB[problem.level],
                "location": {"path": relative(problem.path, root), "lines": {"begin": max(1, problem.line)}},
            }
        )
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Formatter] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
    "gitlab": as_gitlab,
}
