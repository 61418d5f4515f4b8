"""Coding one document so that nothing it does can stop the others: faults become values, and time is limited."""

from __future__ import annotations

import datetime as dt
import io
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

import attrs

from eventcode.batch.rows import Row, row_of
from eventcode.coder import Coder
from eventcode.errors import Problem, RecordError
from eventcode.model import Event
from eventcode.output import FORMATS
from eventcode.reading import Document

LONGEST = 1_000_000
"""Characters of the longest text that is coded: five hundred times a news article, and more than a novel."""
LINE_FORMATS = ("jsonl", "csv")
"""Formats of one record a line, whose text can be made piece by piece."""
ROWS = "rows"
"""The format of a job that wants rows of a table."""


@attrs.frozen
class Job:
    """What is asked of a worker besides its coder.

    ``format`` is one of ``LINE_FORMATS`` (the result is then text), ``ROWS``, or None for events. ``published`` and ``publisher``
    are those of documents that have none. ``timeout`` is the limit of a document in seconds, None for no limit; ``longest`` that
    of its text in characters.
    """

    format: str | None = None
    published: dt.date | None = None
    publisher: str | None = None
    timeout: float | None = None
    longest: int = LONGEST


@attrs.frozen
class Coded:
    """A document that was coded: how many events, and as the job asks their ``text``, ``rows`` or the ``events`` themselves."""

    document: str
    count: int
    undated: bool
    text: str = ""
    events: tuple[Event, ...] = ()
    rows: tuple[Row, ...] = ()


@attrs.frozen
class Rejected:
    """A record that could not be coded, and why."""

    problem: Problem


Record = Document | RecordError
Result = Coded | Rejected


class TooLong(BaseException):
    """A document takes longer than its limit. Not an ``Exception``, so that no handler on the way takes it for one of its own."""


@contextmanager
def limited(seconds: float | None) -> Iterator[None]:
    """Raise ``TooLong`` in the block after that time, where the platform and the thread have alarms; else do nothing."""
    if seconds is None or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def too_long(document: Document, seconds: float | None) -> Rejected:
    """The result of a document that took longer than its limit."""
    return _fault(document, f"took longer than {seconds:g} seconds, twice" if seconds is not None else "took too long")


def died(document: Document) -> Rejected:
    """The result of a document whose worker process died, and died again when it was tried again."""
    return _fault(document, "ended its worker process twice (a crash, too little memory, or a hang)")


def _fault(document: Document, what: str) -> Rejected:
    return Rejected(Problem(document.path, document.line, f"document {document.id!r} {what}"))


class Worker:
    """Codes records one after the other; never raises on a record, whatever it holds."""

    def __init__(self, coder: Coder, job: Job) -> None:
        self.coder = coder
        self.job = job
        self._preamble = preamble(job.format) if job.format in FORMATS else ""

    def code(self, record: Record) -> Result:
        """What becomes of one record."""
        if isinstance(record, RecordError):
            return Rejected(record.problem)
        if len(record.text) > self.job.longest:
            return _fault(record, f"has {len(record.text):,} characters, more than the limit of {self.job.longest:,}")
        if "\0" in record.text:
            return _fault(record, "holds null bytes: is it UTF-16 text, or no text at all?")
        try:
            for _ in range(2):  # a machine that was busy or asleep is no reason to lose a document
                with suppress(TooLong), limited(self.job.timeout):
                    return self._coded(record)
            return too_long(record, self.job.timeout)
        except RecursionError:
            return _fault(record, "is nested too deeply to be coded")
        except MemoryError:
            return _fault(record, "needs more memory than there is")
        except Exception as error:
            # A fault of the coder on one text must not lose the others of a long run.
            return _fault(record, f"could not be coded, by a fault of eventcode: {type(error).__name__}: {error}")

    def _coded(self, document: Document) -> Coded:
        published = document.published or self.job.published
        events = self.coder.code(
            document.text, published=published, document=document.id, title=document.title,
            publisher=document.publisher or self.job.publisher, url=document.url,
        )  # fmt: skip
        if self.job.format is None:
            return Coded(document.id, len(events), published is None, events=tuple(events))
        if self.job.format == ROWS:
            return Coded(document.id, len(events), published is None, rows=tuple(map(row_of, events)))
        lines = io.StringIO()
        FORMATS[self.job.format](events, lines)
        return Coded(document.id, len(events), published is None, text=lines.getvalue()[len(self._preamble) :])


def preamble(name: str) -> str:
    """What a format of one record a line writes before the first record: the header of CSV."""
    start = io.StringIO()
    FORMATS[name]([], start)
    return start.getvalue()
