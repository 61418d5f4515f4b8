"""Exceptions of the library, and the located problem record that data checks report."""

from __future__ import annotations

from pathlib import Path

import attrs


@attrs.frozen
class Problem:
    """One fault of an input or data file: where it stands, what is wrong and what to do.

    Lines and columns count from 1; 0 means that the fault concerns the whole file. ``check`` is the readable name of the check
    that found it, ``level`` one of error, warning, note; ``advice`` says how to mend it.
    """

    path: str
    line: int
    message: str
    column: int = 0
    where: str = ""
    check: str = ""
    level: str = "error"
    advice: str = ""

    def __str__(self) -> str:
        place = self.path + (f":{self.line}" if self.line else "") + (f":{self.column}" if self.column else "")
        return f"{place}: {self.where + ': ' if self.where else ''}{self.message}"


class EventcodeError(Exception):
    """Base class of every exception that the library raises on purpose."""


class DataError(EventcodeError):
    """A codebook or gazetteer cannot be used; ``problems`` lists every fault that was found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems

    @classmethod
    def at(cls, path: Path | str, line: int, message: str, column: int = 0, check: str = "") -> DataError:
        """The error for a single problem."""
        return cls([Problem(str(path), line, message, column, check=check)])

    def __reduce__(self) -> tuple[type[DataError], tuple[list[Problem]]]:
        return type(self), (self.problems,)


class RecordError(EventcodeError):
    """One input record (a document) cannot be coded; the rest of the batch goes on. ``record`` is its raw line, if it is one."""

    def __init__(self, problem: Problem, record: bytes = b"") -> None:
        super().__init__(str(problem))
        self.problem = problem
        self.record = record

    def __reduce__(self) -> tuple[type[RecordError], tuple[Problem, bytes]]:
        return type(self), (self.problem, self.record)


class OutputError(EventcodeError):
    """Events cannot be written in a format: a package is missing, or a limit of the format is met."""


class BatchError(EventcodeError):
    """A run over many documents cannot start or go on; the message says what to do. What is coded so far is kept."""
