"""What a check is: a small class with a name, a level, a reason and what to do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol

from eventcode.codebook.shape import problem_at
from eventcode.errors import Problem

if TYPE_CHECKING:
    from eventcode.check.subject import Subject

LEVELS = ("error", "warning", "note")
"""Errors make a codebook code wrongly or not at all; warnings are likely slips; notes are things to know."""


class Described(Protocol):
    """What users are told of a kind of finding."""

    @property
    def name(self) -> str:
        """What users call it."""

    @property
    def level(self) -> str:
        """One of ``LEVELS``."""

    @property
    def title(self) -> str:
        """What it finds, in a line."""

    @property
    def advice(self) -> str:
        """How to mend it."""

    @property
    def reason(self) -> str:
        """Why it matters."""

    @property
    def bad(self) -> str:
        """A piece of a file with the fault."""

    @property
    def good(self) -> str:
        """The same without it."""


class Check(ABC):
    """One kind of fault. Subclasses set the attributes and find the fault in ``run``."""

    name: ClassVar[str]
    """What users call it: in exceptions, in ``--explain``, in reports."""
    level: ClassVar[str] = "error"
    advice: ClassVar[str]
    """How to mend it."""
    reason: ClassVar[str]
    """Why it matters."""
    bad: ClassVar[str]
    """A piece of a file with the fault."""
    good: ClassVar[str]
    """The same without it."""
    loads: ClassVar[bool] = True
    """Whether the codebook must load before the check can run."""

    @property
    def title(self) -> str:
        """What the check finds, in a line."""
        return (type(self).__doc__ or self.name).strip().splitlines()[0].replace("``", "")

    @abstractmethod
    def run(self, subject: Subject) -> Iterator[Problem]:
        """Every place in the codebook with this fault."""

    def problem(self, path: Path, value: object, message: str, line: int = 0) -> Problem:
        """A problem of this check at a value of a file, or at a line."""
        found = problem_at(self.name, str(path), value, message, self.advice, level=self.level)
        return found if found.line or not line else Problem(str(path), line, message, 0, "", self.name, self.level, self.advice)
