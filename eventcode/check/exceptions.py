"""The reviewed list of findings that are right as they are: exceptions.yaml of the codebook folder, itself checked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import attrs

from eventcode.check.model import Check
from eventcode.check.subject import Subject
from eventcode.codebook.shape import nearest
from eventcode.data import Table
from eventcode.errors import Problem


class OfExceptions(Check):
    """A fault of the list itself, which ``apply`` finds once all other checks have run."""

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Nothing by itself."""
        yield from ()


class UnusedException(OfExceptions):
    """An exception that covers no finding."""

    name = "unused-exception"
    advice = "take it out: what it excused is mended, or its file or words have changed"
    reason = "an exception that is not needed would hide the next fault of that kind"
    bad = "- check: tatweel\n  file: types/arrest.yaml\n  reason: ...     # with no tatweel in that file"
    good = "the list without it"


class UnknownException(OfExceptions):
    """An exception for a check that does not exist or allows none."""

    name = "unknown-exception"
    advice = "eventcode check --list names the checks; faults that keep the codebook from loading must be mended"
    reason = "it would never cover anything"
    bad = "check: unused-list"
    good = "check: unused-word-list"


UNUSED, UNKNOWN = UnusedException(), UnknownException()
CHECKS: tuple[Check, ...] = (UNUSED, UNKNOWN)


@attrs.frozen
class _Exception:
    table: Table

    def covers(self, problem: Problem, folder: Path) -> bool:
        """Whether it lets a problem pass."""
        wanted = self.table
        return (
            problem.check == wanted["check"]
            and Path(problem.path) == folder / str(wanted["file"])
            and str(wanted.get("contains", "")) in problem.message
        )


def apply(
    problems: Sequence[Problem], data: Table | None, path: Path, *, known: Collection[str], fixed: Collection[str], complete: bool
) -> tuple[list[Problem], int]:
    """The problems that no exception covers, with those of the exceptions themselves, and how many were covered.

    ``known`` are the names of all checks, ``fixed`` those that allow no exception (the codebook does not load with them).
    Exceptions that cover nothing are reported only when the run was ``complete``: some checks may not have run otherwise.
    """
    if data is None:
        return list(problems), 0
    left = list(problems)
    own: list[Problem] = []
    for table in data["exceptions"]:
        check = str(table["check"])
        if check not in known:
            own.append(UNKNOWN.problem(path, table["check"], f"there is no check {check!r}: {nearest(check, sorted(known))}"))
            continue
        if check in fixed:
            own.append(UNKNOWN.problem(path, table["check"], f"{check!r} allows no exception: the codebook does not load with it"))
            continue
        exception = _Exception(table)
        kept = [problem for problem in left if not exception.covers(problem, path.parent)]
        if len(kept) == len(left) and complete:
            own.append(UNUSED.problem(path, table["check"], f"no finding of {check!r} in {table['file']} needs this exception"))
        left = kept
    return left + own, len(problems) - len(left)
