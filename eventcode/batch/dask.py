"""The same job on Dask distributed: parts of the input to part files of Parquet, on one machine or many.

Every part is one task that may be run any number of times, also at once: it writes a file of its own and then gives it the part's
name, and it has nothing to do where that name is taken. So workers may die, and a run that was interrupted is simply run again.
The documents are coded in a process below the worker, so that one that crashes or hangs costs itself and not the worker.
The folder of the output must be seen by every worker under the same path; so must the input and one's own codebook.
"""

from __future__ import annotations

import hashlib
import json
import logging
import multiprocessing
import os
import queue
import secrets
import signal
import threading
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

import attrs

from eventcode.batch.chunks import Chunk, Done, cut
from eventcode.batch.lock import locked
from eventcode.batch.partitions import Data, arrays_of, arrow_schema, extra, records_of, rows_of
from eventcode.batch.pool import Pool
from eventcode.batch.rows import Row
from eventcode.batch.run import code_chunks, cores
from eventcode.batch.worker import ROWS, Job, Record, Result
from eventcode.errors import BatchError
from eventcode.output import whole_file
from eventcode.reading import bounded_lines, read_lines

SMALLEST, LARGEST = 1 << 20, 8 << 20
"""Bytes of JSON lines in a part: some hundred articles at least, and what a worker that dies may lose at most."""
_PARTS = 64  # that a middling input is cut into, so that every core has work to the end
QUARANTINE = "_quarantine.jsonl"
"""The file of the output folder that lists every record that could not be coded."""
_ROWS = 2000
_GIVEN_OUT = 3  # times that a part whose workers die is given to Dask, which itself gives it up after four deaths
_THREADS = 4
"""Threads of a worker of this machine: it takes seconds to start, and a thread only hands documents to the process that codes."""
_ON_THIS_MACHINE = {
    "distributed.worker.daemon": False,
    # Dask looks at itself every 10 to 100 ms, which takes 2 % of a core for each of its processes.
    "distributed.admin.tick.interval": "1s",
    "distributed.worker.profile.enabled": False,
    "distributed.worker.memory.monitor-interval": "1s",
}
_PATIENCE = 30.0  # seconds without news after which it is looked whether any worker lives


@attrs.frozen
class Part:
    """Some records of one input file: bytes ``start`` to ``end`` of JSON lines from line ``line`` on, or rows of Parquet."""

    path: str
    start: int
    end: int
    line: int
    name: str

    def records(self) -> Iterator[Record]:
        """Its records; raises ``OSError`` where the file cannot be read."""
        if self.path.endswith(".parquet"):
            parquet = extra("dask", "pyarrow.parquet")
            number = self.start
            for batch in parquet.ParquetFile(self.path).iter_batches(_ROWS, row_groups=[self.line]):
                yield from records_of(batch.to_pylist(), self.path, number + 1)
                number += batch.num_rows
            return
        with open(self.path, "rb") as file:
            file.seek(self.start)
            yield from read_lines(_until(file, self.end), self.path, self.line)


@attrs.frozen
class Outcome:
    """What is in a part file: how many events, and the lines of the records that could not be coded.

    ``guarded`` says whether documents were coded in a process below the worker.
    """

    name: str
    events: int
    rejects: tuple[str, ...]
    guarded: bool


@attrs.frozen
class Summary:
    """What is in the output folder after a run; ``failed`` are parts that could not be made, with the reason.

    ``guarded`` is false where workers could have no processes below them: then a document that crashes or hangs costs its part.
    """

    parts: int
    events: int
    rejected: int
    failed: tuple[str, ...]
    guarded: bool


def _until(file: BinaryIO, end: int) -> Iterator[bytes]:
    for line in bounded_lines(file):
        yield line
        if file.tell() >= end:
            return


# -- the plan ---------------------------------------------------------------------------------------------------------


def plan(paths: Sequence[Path], settings: str, block: int | None = None) -> list[Part]:
    """The parts of .jsonl and .parquet files and of folders of them, each with a name that changes with file and settings.

    ``block`` is the size of a part of JSON lines in bytes; without it, it depends on the size of the input. Raises
    ``BatchError`` on other files, ``OSError`` where one cannot be read.
    """
    files = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    files = [file for file in files if file.is_file() and not file.name.startswith(("_", "."))]
    if block is None:
        block = min(LARGEST, max(SMALLEST, sum(file.stat().st_size for file in files) // _PARTS))
    parts: list[Part] = []
    for file in files:
        if file.suffix not in (".jsonl", ".parquet"):
            raise BatchError(f"{file}: an input is .jsonl or .parquet, or a folder of them")
        path = file.resolve()
        status = path.stat()
        cut = _row_groups(path) if file.suffix == ".parquet" else _blocks(path, block)
        for start, end, line in cut:
            identity = f"{settings}\0{path}\0{status.st_size}\0{status.st_mtime_ns}\0{start}\0{end}"
            digest = hashlib.blake2b(identity.encode("utf-8", "surrogateescape"), digest_size=6).hexdigest()
            parts.append(Part(str(path), start, end, line, f"part-{len(parts):06}-{digest}.parquet"))
    return parts


def _blocks(path: Path, block: int) -> Iterator[tuple[int, int, int]]:
    """Byte ranges that end at line ends, with the number of their first line."""
    with path.open("rb") as file:
        start, line, at, lines = 0, 1, 0, 0
        while chunk := file.read(min(block, 1 << 20)):
            at += len(chunk)
            lines += chunk.count(b"\n")
            if at - start >= block and b"\n" in chunk:
                end = at - len(chunk) + chunk.rindex(b"\n") + 1
                yield start, end, line
                start, line = end, lines + 1
        if at > start:
            yield start, at, line


def _row_groups(path: Path) -> Iterator[tuple[int, int, int]]:
    """The rows of each row group, with its number."""
    metadata = extra("dask", "pyarrow.parquet").ParquetFile(path).metadata
    start = 0
    for group in range(metadata.num_row_groups):
        rows = metadata.row_group(group).num_rows
        yield start, start + rows, group
        start += rows


# -- a task -----------------------------------------------------------------------------------------------------------


def make_part(part: Part, folder: str, data: Data, job: Job) -> Outcome:
    """Code a part and write its file, unless that is done; gives what is in it. Raises ``OSError``, ``DataError``."""
    target = Path(folder) / part.name
    # A daemon may have no processes below it; the workers of Dask are daemons unless its configuration says otherwise.
    guarded = not multiprocessing.current_process().daemon
    if not target.exists():
        if guarded:
            with closing(_seat(threading.get_ident()).code(data, job, cut(part.records()))) as coded:
                _write(target, coded)
        else:
            _write(target, code_chunks(cut(part.records()), data.coder(), job, None))
    with extra("dask", "pyarrow.parquet").ParquetFile(target) as file:
        errors = file.read(["error"])["error"]
        rejected = len(errors) - errors.null_count
        # The whole events are most of the file; they are read only where there are lines of rejects among them.
        rejects = file.read(["json"])["json"].filter(errors.is_valid()).to_pylist() if rejected else []
    return Outcome(part.name, errors.null_count, tuple(rejects), guarded)


class _Seat:
    """The process in which a thread of a worker has its documents coded.

    It is kept from part to part, because starting one takes as long as coding some hundred articles, and for one job at a time.
    """

    def __init__(self) -> None:
        self._pool: Pool | None = None
        self._for: tuple[Data, Job] | None = None

    def code(
        self, data: Data, job: Job, chunks: Iterable[Chunk | Done]
    ) -> Generator[tuple[Chunk | Done, list[Result]], None, None]:
        """The results of chunks in order; to be closed, so that nothing of a part that is given up is left to the next."""
        if self._pool is None or self._for != (data, job):
            self._close()
            self._pool, self._for = Pool(data.coder(), job, 1), (data, job)
        try:
            yield from self._pool.run(chunks)
        except BaseException:
            self._close()
            raise

    def _close(self) -> None:
        if self._pool is not None:
            self._pool.close()
            self._pool = None


@lru_cache(maxsize=64)
def _seat(_thread: int) -> _Seat:
    return _Seat()


def _write(target: Path, coded: Iterable[tuple[Chunk | Done, list[Result]]]) -> None:
    parquet = extra("dask", "pyarrow.parquet")
    own = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        with parquet.ParquetWriter(own, arrow_schema(), compression="zstd") as writer:
            held: list[Row] = []
            for chunk, results in coded:
                assert isinstance(chunk, Chunk)
                for record, result in zip(chunk.records, results, strict=True):
                    held.extend(rows_of(record, result))
                if len(held) >= _ROWS:
                    writer.write_table(_table(held))
                    held = []
            writer.write_table(_table(held))
        with own.open("rb") as file:
            os.fsync(file.fileno())
        os.replace(own, target)
    except BaseException:
        with suppress(OSError):
            own.unlink()
        raise


def _table(rows: Sequence[Row]) -> Any:
    return extra("dask", "pyarrow").Table.from_arrays(arrays_of(rows), schema=arrow_schema())


# -- the run ----------------------------------------------------------------------------------------------------------


def run(
    paths: Sequence[Path],
    output: Path,
    *,
    data: Data | None = None,
    job: Job | None = None,
    scheduler: str | None = None,
    jobs: int = 0,
    block: int | None = None,
    told: Callable[[int, int, Outcome], None] = lambda done, parts, outcome: None,
) -> Summary:
    """Code .jsonl or .parquet files into a folder of part files, and list what could not be coded in ``QUARANTINE``.

    ``scheduler`` is the address of a Dask scheduler (default: a cluster on this machine of ``jobs`` processes, 0 for all cores);
    ``block`` is the size of a part of JSON lines in bytes; ``told`` hears of each part that is there. Parts that are there already are
    not made again. Raises ``BatchError`` where the folder holds parts of another job, ``DataError`` where the coder cannot be loaded.
    """
    data, job = data or Data(), attrs.evolve(job or Job(), format=ROWS)
    extra("dask", "distributed")  # says how to install it, before there is any work
    settings = json.dumps([data.coder().info.to_dict(), job.publisher, str(job.published), job.longest], ensure_ascii=False)
    parts = plan(paths, settings, block)
    output.mkdir(parents=True, exist_ok=True)
    with locked(output / "_eventcode"):
        strange = {path.name for path in output.glob("part-*.parquet")} - {part.name for part in parts}
        if strange:
            raise BatchError(f"{output}: holds parts of another input or other settings ({min(strange)}): give an empty folder")
        _sweep(output)
        try:
            with _client(scheduler, jobs or cores()) as client:
                outcomes, failed = _gather(client, parts, str(output.resolve()), data, job, scheduler is None, told)
        finally:
            _sweep(output)
        with whole_file(output / QUARANTINE) as file:
            for outcome in sorted(outcomes, key=lambda item: item.name):
                file.writelines(line + "\n" for line in outcome.rejects)
    return Summary(
        len(outcomes),
        sum(outcome.events for outcome in outcomes),
        sum(len(outcome.rejects) for outcome in outcomes),
        tuple(failed),
        all(outcome.guarded for outcome in outcomes),
    )


def _sweep(output: Path) -> None:
    """Remove what workers that died or a run that was interrupted left behind."""
    for path in output.glob(".part-*"):
        path.unlink(missing_ok=True)


@contextmanager
def _client(scheduler: str | None, jobs: int) -> Iterator[Any]:
    """A client of that scheduler, or of a cluster on this machine."""
    distributed = extra("dask", "distributed")
    if scheduler is not None:
        with distributed.Client(scheduler) as client:
            yield client
        return
    workers = -(-jobs // _THREADS)
    with extra("dask", "dask").config.set(_ON_THIS_MACHINE):
        with _deaf():
            cluster = distributed.LocalCluster(
                n_workers=workers,
                threads_per_worker=-(-jobs // workers),
                processes=True,
                dashboard_address="127.0.0.1:0",
                silence_logs=logging.CRITICAL,  # what fails is told of in the summary, once and without a traceback
            )
        with cluster, distributed.Client(cluster) as client:
            yield client


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes that are started in the block do not hear Ctrl-C, which goes to the whole group: this one tells them to end."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _interruptible(stop: Callable[[], None]) -> Iterator[None]:
    """The first Ctrl-C calls ``stop`` instead of raising wherever it falls, since Dask's calls leave tracebacks when they are cut off.

    The second one raises as ever. ``stop`` runs inside a signal handler, so it may do no more than a ``SimpleQueue.put``.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.getsignal(signal.SIGINT)

    def first(_number: int, _frame: object) -> None:
        signal.signal(signal.SIGINT, before)
        stop()

    signal.signal(signal.SIGINT, first)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _gather(
    client: Any,
    parts: Sequence[Part],
    folder: str,
    data: Data,
    job: Job,
    local: bool,
    told: Callable[[int, int, Outcome], None],
) -> tuple[list[Outcome], list[str]]:
    """The outcomes of all parts, and what is wrong with those that could not be made."""
    distributed = extra("dask", "distributed")
    ready: queue.SimpleQueue[Any] = queue.SimpleQueue()
    running: dict[str, tuple[Part, Any]] = {}
    given: Counter[str] = Counter()

    def submit(part: Part) -> None:
        given[part.name] += 1
        future = client.submit(make_part, part, folder, data, job, pure=False, retries=1)
        running[future.key] = part, future
        future.add_done_callback(ready.put)

    outcomes: list[Outcome] = []
    failed: list[str] = []
    with _interruptible(lambda: ready.put(None)):
        for part in parts:
            submit(part)
        while running:
            try:
                future = ready.get(timeout=_PATIENCE)
            except queue.Empty:
                # Workers of a cluster may still be waiting for their turn; those of this machine are all there is.
                if local and not client.scheduler_info()["workers"]:
                    raise BatchError("all workers have died; run the same command again to go on") from None
                continue
            if future is None:
                raise KeyboardInterrupt
            part, _ = running.pop(future.key)
            try:
                outcomes.append(future.result())
            except distributed.KilledWorker as error:
                if given[part.name] < _GIVEN_OUT:
                    submit(part)
                else:
                    failed.append(f"{part.path}, from line {part.line}: its workers die: {error}")
            except Exception as error:
                failed.append(f"{part.path}, from line {part.line}: {type(error).__name__}: {error}")
            else:
                told(len(outcomes) + len(failed), len(parts), outcomes[-1])
    return outcomes, failed
