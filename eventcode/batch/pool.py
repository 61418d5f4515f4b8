"""Worker processes that code chunks; the death of one costs at most a document, and none outlives the process that started them.

Why not ``concurrent.futures.ProcessPoolExecutor``: its workers share one pipe for results, and when one of them is killed while it
writes to it (out of memory, say), the executor waits for ever; tried with results of 2 MB, that was so at the first kill. Here each
worker has a pipe of its own, and sends the result of each document at once, so that it is known which document a worker died of.
"""

from __future__ import annotations

import enum
import gc
import multiprocessing
import os
import pickle
import queue
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext
from typing import Self

import attrs

from eventcode.batch.chunks import Chunk, Done
from eventcode.batch.worker import Job, Record, Result, Worker, died, too_long
from eventcode.coder import Coder
from eventcode.errors import BatchError, RecordError

GRACE = 5.0
"""Seconds after the limit of a document at which its process is killed, if it could not be interrupted."""
START = 120.0
"""Seconds that a worker may take to start, on a machine that is busy with others."""
_WINDOW = 4  # chunks a worker that are under way or wait for their turn: what bounds the memory of an endless input
_AHEAD = 2  # chunks that a worker is given at once, so that it need not wait for the next
_SMALL = 60_000  # characters that surely fit into a pipe: a larger chunk is sent only to a worker that waits for it
_FAILED_STARTS = 3


class _Sign(enum.Enum):
    """What a worker sends besides results."""

    CODER = "wants the coder"
    READY = "is ready"


def _serve(connection: Connection, job: Job) -> None:
    """What a worker process does: ask for the coder, say that it is ready, then send the result of each record.

    It ends when its parent closes the pipe or dies.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides what becomes of it
    try:
        connection.send(_Sign.CODER)
        coder: Coder = pickle.loads(connection.recv_bytes())
    except (EOFError, OSError):
        return
    worker = Worker(coder, job)
    gc.freeze()  # the tables live as long as the process; no collection need walk through them
    inbox: queue.SimpleQueue[list[Record]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(connection, inbox), daemon=True).start()
    with suppress(OSError):  # the parent is gone
        connection.send(_Sign.READY)
        while True:
            for record in inbox.get():
                connection.send(worker.code(record))


def _listen(connection: Connection, inbox: queue.SimpleQueue[list[Record]]) -> None:
    """Take in what is sent, so that the parent never waits; end the process when the parent closes the pipe or dies."""
    try:
        while True:
            inbox.put(connection.recv())
    except (EOFError, OSError):
        os._exit(0)


def _context() -> SpawnContext | multiprocessing.context.ForkServerContext:
    # Forking a process that may have threads can deadlock; a fork server has none and is quicker than a fresh interpreter.
    if sys.platform in ("win32", "darwin"):
        return multiprocessing.get_context("spawn")
    return multiprocessing.get_context("forkserver")


@attrs.define(eq=False)
class _Task:
    """A chunk under way: the results so far, and how often a worker died of the document that is next."""

    chunk: Chunk
    results: list[Result] = attrs.Factory(list)
    deaths: int = 0

    @property
    def left(self) -> list[Record]:
        return list(self.chunk.records[len(self.results) :])

    @property
    def finished(self) -> bool:
        return len(self.results) == len(self.chunk.records)

    @property
    def small(self) -> bool:
        return sum(len(record.record if isinstance(record, RecordError) else record.text) for record in self.left) <= _SMALL

    def failed(self, overdue: bool, limit: float | None) -> None:
        """Its worker died at the next document: reject that document if it was not the first time."""
        self.deaths += 1
        document = self.chunk.records[len(self.results)]
        if self.deaths > 1 and not isinstance(document, RecordError):
            self.add(too_long(document, limit) if overdue else died(document))

    def add(self, result: Result) -> None:
        self.results.append(result)
        self.deaths = 0


class _Member:
    """One worker process."""

    def __init__(self, payload: bytes, job: Job) -> None:
        context = _context()
        self._payload = payload
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, job), daemon=True)
        self._process.start()
        theirs.close()  # from here on the pipe ends with the worker
        self.tasks: deque[_Task] = deque()
        self.ready = False
        self.overdue = False
        self.since = time.monotonic()

    def takes(self, task: _Task) -> bool:
        """Whether it may be given a task now without anybody having to wait."""
        return self.ready and (not self.tasks or (len(self.tasks) < _AHEAD and task.small))

    def give(self, task: _Task) -> None:
        """Send a task. Should the worker be dead already, that shows when its results are waited for."""
        if not self.tasks:
            self.since = time.monotonic()
        self.tasks.append(task)
        with suppress(OSError):
            self.connection.send(task.left)

    def receive(self) -> None:
        """Take what it has sent; raises ``EOFError`` or ``OSError`` where it is dead."""
        sent: _Sign | Result = self.connection.recv()
        self.since = time.monotonic()
        if sent is _Sign.READY:
            self.ready = True
        elif isinstance(sent, _Sign):
            # Sent only now, when the process is up and waits for it, so that starting many takes no longer than starting one.
            self.connection.send_bytes(self._payload)
        else:
            self.tasks[0].add(sent)
            if self.tasks[0].finished:
                self.tasks.popleft()

    def deadline(self, limit: float | None) -> float:
        """When it is to be killed if nothing is heard of it before (``time.monotonic``)."""
        if not self.ready:
            return self.since + START
        return self.since + limit if self.tasks and limit is not None else float("inf")

    def kill(self) -> None:
        self._process.kill()
        self._process.join()
        self.connection.close()


class Pool:
    """Codes chunks on ``jobs`` processes. Use as a context manager; leaving it ends the processes at once."""

    def __init__(self, coder: Coder, job: Job, jobs: int) -> None:
        self._payload = pickle.dumps(coder, 5)
        self._job = job
        # The worker itself interrupts a document at the limit, twice; the process is killed if that is of no use.
        self._limit = None if job.timeout is None else 2 * job.timeout + GRACE
        self._window = jobs * _WINDOW
        self._failed_starts = 0
        self._members: list[_Member] = []
        self._waiting: deque[_Task] = deque()
        try:
            for _ in range(jobs):
                self._members.append(_Member(self._payload, job))
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def close(self) -> None:
        """End every worker at once, whatever it does."""
        while self._members:
            self._members.pop().kill()

    def run(self, chunks: Iterable[Chunk | Done], ordered: bool = True) -> Iterator[tuple[Chunk | Done, list[Result]]]:
        """The results of every chunk (none for one that is done), in order or as they are ready.

        The input is read only as far ahead as the workers need. A document whose worker dies or hangs is tried once more and then
        rejected. Raises ``BatchError`` where no worker can start.
        """
        pending: deque[_Task] = deque()
        for chunk in chunks:
            if isinstance(chunk, Done):
                yield chunk, []
                continue
            task = _Task(chunk)
            pending.append(task)
            self._waiting.append(task)
            self._hand_out()
            while len(pending) >= self._window:
                yield self._next(pending, ordered)
        while pending:
            yield self._next(pending, ordered)

    def _next(self, pending: deque[_Task], ordered: bool) -> tuple[Chunk, list[Result]]:
        """Wait for a chunk that is finished, and take it out."""
        while True:
            for task in [pending[0]] if ordered else pending:
                if task.finished:
                    pending.remove(task)
                    return task.chunk, task.results
            self._hear()
            self._hand_out()

    def _hand_out(self) -> None:
        for member in self._members:
            while self._waiting and member.takes(self._waiting[0]):
                member.give(self._waiting.popleft())

    def _hear(self) -> None:
        """Wait until a worker sends something, dies or is overdue, and deal with it."""
        patience = min(member.deadline(self._limit) for member in self._members) - time.monotonic()
        heard = wait([member.connection for member in self._members], None if patience == float("inf") else max(0.0, patience))
        for member in list(self._members):
            if member.connection in heard:
                try:
                    member.receive()
                except (EOFError, OSError):
                    self._replace(member)
                else:
                    if member.ready:
                        self._failed_starts = 0
            elif time.monotonic() >= member.deadline(self._limit):
                member.overdue = True
                self._replace(member)

    def _replace(self, member: _Member) -> None:
        """Put a new worker in the place of one that is dead or overdue, and its work back to the front."""
        self._members.remove(member)
        member.kill()
        if not member.ready:
            self._failed_starts += 1
            if self._failed_starts >= _FAILED_STARTS:
                raise BatchError("worker processes cannot start (too little memory?): run with fewer --jobs")
        if member.tasks:
            member.tasks[0].failed(member.overdue, self._job.timeout)
        self._waiting.extendleft(task for task in reversed(member.tasks) if not task.finished)
        self._members.append(_Member(self._payload, self._job))
