"""Run every check on the data that paths name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import attrs

from eventcode.check import (
    actors,
    characters,
    codes,
    examples,
    exceptions,
    ids,
    inflection,
    keys,
    patterns,
    syntax,
    translations,
    words,
)
from eventcode.check.examples import DraftReady
from eventcode.check.model import Check, Described
from eventcode.check.place_topics import TOPICS
from eventcode.check.places import check_places
from eventcode.check.subject import Subject
from eventcode.data import data_root
from eventcode.errors import Problem
from eventcode.gazetteer import Gazetteer

CHECKS: tuple[Check, ...] = (
    *syntax.CHECKS, *keys.CHECKS, *ids.CHECKS, *codes.CHECKS, *words.CHECKS, *inflection.CHECKS, *patterns.CHECKS, *examples.CHECKS,
    *characters.CHECKS, *actors.CHECKS, *translations.CHECKS, *exceptions.CHECKS,
)  # fmt: skip
"""Every check of codebooks, in the order of the reports' documentation."""

BY_NAME = {check.name: check for check in CHECKS}

DESCRIBED: Mapping[str, Described] = {**{topic.name: topic for topic in TOPICS}, **BY_NAME}
"""Every kind of finding, of place tables too, by its name."""


@attrs.frozen
class Report:
    """What a check found: the problems by file and line, how many an exception covers, and whether every check could run."""

    problems: tuple[Problem, ...]
    excepted: int = 0
    complete: bool = True

    def count(self, level: str) -> int:
        """How many problems of a level there are."""
        return sum(problem.level == level for problem in self.problems)


def check_codebook(folder: Path, gazetteer: Gazetteer | None = None) -> Report:
    """Check a codebook folder; ``gazetteer`` is what its examples are coded with (default: the one that ships).

    Faults of form come first: what a file means is told only when the codebook loads, so that the checks of words, patterns and
    examples do not run before. Nothing is raised for a faulty codebook.
    """
    subject = Subject(folder, gazetteer)
    complete = subject.codebook is not None
    problems: list[Problem] = []
    for check in CHECKS:
        if complete or not check.loads:
            problems.extend(check.run(subject))
    problems.extend(fault for fault in subject.faults if fault.check and fault.check not in BY_NAME)
    problems = list(dict.fromkeys(problems))
    listed = dict(subject.of("exceptions")).get(subject.exceptions_file) if complete else None
    problems, excepted = exceptions.apply(
        problems, listed, subject.exceptions_file, known=BY_NAME, complete=complete,
        fixed={check.name for check in CHECKS if isinstance(check, syntax.FromLoader)},
    )  # fmt: skip
    problems = _as_drafts(problems, subject) if complete else problems
    problems.sort(key=lambda item: (item.path, item.line, item.column, item.check))
    return Report(tuple(problems), excepted, complete)


def _as_drafts(problems: list[Problem], subject: Subject) -> list[Problem]:
    """Errors in drafts are warnings; a draft with any other finding is not ready."""
    drafts = {str(path) for path, _ in subject.drafts()}
    unready = {problem.path for problem in problems if problem.check != DraftReady.name}
    return [
        attrs.evolve(problem, level="warning") if problem.path in drafts and problem.level == "error" else problem
        for problem in problems
        if not (problem.check == DraftReady.name and problem.path in unready)
    ]


@attrs.frozen
class Kind:
    """A kind of data: its name, which paths are of it, and what checks all paths of it at once."""

    name: str
    takes: Callable[[Path], bool]
    check: Callable[[Sequence[Path]], Report]


def _check_codebooks(folders: Sequence[Path]) -> Report:
    gazetteer = Gazetteer.load()
    return merged([check_codebook(folder, gazetteer) for folder in folders])


def _is_table(path: Path) -> bool:
    return path.suffix == ".csv" and path.is_file()


def _check_places(tables: Sequence[Path]) -> Report:
    shipped = data_root() / "gazetteer" / "places.csv"
    added = [table for table in tables if not (shipped.is_file() and table.samefile(shipped))]
    problems = check_places(added) if added else []
    return Report(tuple(check_places() + problems if len(added) < len(tables) else problems))


KINDS: tuple[Kind, ...] = (
    Kind("codebook folder", Path.is_dir, _check_codebooks),
    Kind("place table (.csv)", _is_table, _check_places),
)
"""What ``check_paths`` takes; another kind of data is one more line here."""


def kind_of_path(path: Path) -> Kind | None:
    """The kind of data that a path names, or None where nothing here checks it."""
    return next((kind for kind in KINDS if kind.takes(path)), None)


def check_paths(paths: Sequence[Path]) -> Report:
    """Check every path by its kind, one report for all; paths of no kind are passed over (see ``kind_of_path``)."""
    return merged([kind.check(own) for kind in KINDS if (own := [path for path in paths if kind_of_path(path) == kind])])


def merged(reports: Sequence[Report]) -> Report:
    """Several reports as one."""
    return Report(
        tuple(problem for report in reports for problem in report.problems),
        sum(report.excepted for report in reports),
        all(report.complete for report in reports),
    )
