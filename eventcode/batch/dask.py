"""The same job on Dask distributed: parts of the input to part files of Parquet, on one machine or many.

Every part is one task that may be run any number of times, also at once: it writes a file of its own and then gives it the part's
name, and it has nothing to do where that name is taken. So workers may die, and a run that was interrupted is simply run again.
A worker that dies leaves beside the part which document it was at: a document that two workers died of is left out, with an error row.
The folder of the output must be seen by every worker under the same path; so must the input and one's own codebook.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, BinaryIO

import attrs

from eventcode.batch.lock import lock_of_file, locked
from eventcode.batch.partitions import Data, arrow_schema, error_row, event_row, extra, records_of
from eventcode.batch.run import cores
from eventcode.batch.worker import Job, Record, Rejected, Worker, died
from eventcode.errors import BatchError
from eventcode.output import whole_file
from eventcode.reading import Document, bounded_lines, read_lines

BLOCK = 8 << 20
"""Bytes of JSON lines in a part: some thousand articles, a minute's work."""
QUARANTINE = "_quarantine.jsonl"
"""The file of the output folder that lists every record that could not be coded."""
_ROWS = 2000
_GIVEN_OUT = 20  # times that a part whose workers die is given to Dask, which itself gives it up after some deaths


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
    """What is in a part file: how many events, and the lines of the records that could not be coded."""

    name: str
    events: int
    rejects: tuple[str, ...]


@attrs.frozen
class Summary:
    """What is in the output folder after a run; ``failed`` are parts that could not be made, with the reason."""

    parts: int
    events: int
    rejected: int
    failed: tuple[str, ...]


def _until(file: BinaryIO, end: int) -> Iterator[bytes]:
    for line in bounded_lines(file):
        yield line
        if file.tell() >= end:
            return


# -- the plan ---------------------------------------------------------------------------------------------------------


def plan(paths: Sequence[Path], settings: str, block: int = BLOCK) -> list[Part]:
    """The parts of .jsonl and .parquet files and of folders of them, each with a name that changes with file and settings.

    Raises ``BatchError`` on other files, ``OSError`` where one cannot be read.
    """
    files = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    files = [file for file in files if file.is_file() and not file.name.startswith(("_", "."))]
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


class _Attempt:
    """One attempt at a part: a small file beside it says which document it is at, and which ones earlier attempts died of.

    The file is locked while the attempt lives, so that one that runs at the same time is not taken for one that died.
    """

    def __init__(self, target: Path) -> None:
        self.deaths: Counter[int] = Counter()
        for path in target.parent.glob(f".{target.name}.*.try"):
            with suppress(OSError, ValueError), path.open("rb") as file:
                if lock_of_file(file.fileno()):
                    self.deaths[int(file.read())] += 1
        self._path = target.with_name(f".{target.name}.{secrets.token_hex(4)}.try")
        self._file = self._path.open("xb", buffering=0)
        lock_of_file(self._file.fileno())

    def at(self, number: int) -> None:
        """A document is begun."""
        os.pwrite(self._file.fileno(), b"%09d" % number, 0)

    def close(self) -> None:
        """The attempt ended, and not by the death of its process."""
        self._file.close()
        self._path.unlink(missing_ok=True)


class _Watch:
    """Ends the process when a document takes too long, for a nanny to start another: a thread cannot be interrupted."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._began = time.monotonic()
        self._over = threading.Event()
        threading.Thread(target=self._look, daemon=True).start()

    def again(self) -> None:
        """A document is begun."""
        self._began = time.monotonic()

    def close(self) -> None:
        self._over.set()

    def _look(self) -> None:
        while not self._over.wait(0.1):
            if time.monotonic() - self._began > self._seconds:
                os._exit(1)


def make_part(part: Part, folder: str, data: Data, job: Job) -> Outcome:
    """Code a part and write its file, unless that is done; gives what is in it. Raises ``OSError``, ``DataError``."""
    target = Path(folder) / part.name
    if not target.exists():
        _write(target, part, Worker(data.coder(), job))
    parquet = extra("dask", "pyarrow.parquet")
    table = parquet.read_table(target, columns=["json", "error"])
    errors = table.filter(table["error"].is_valid())
    return Outcome(part.name, table.num_rows - errors.num_rows, tuple(errors["json"].to_pylist()))


def _write(target: Path, part: Part, worker: Worker) -> None:
    arrow, parquet = extra("dask", "pyarrow"), extra("dask", "pyarrow.parquet")
    own = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    schema = arrow_schema()
    try:
        with ExitStack() as stack:
            writer = stack.enter_context(parquet.ParquetWriter(own, schema, compression="zstd"))
            held: list[dict[str, Any]] = []
            for row in _guarded(worker, part.records(), stack, _Attempt(target)):
                held.append(row)
                if len(held) >= _ROWS:
                    writer.write_table(arrow.Table.from_pylist(held, schema=schema))
                    held = []
            writer.write_table(arrow.Table.from_pylist(held, schema=schema))
        with own.open("rb") as file:
            os.fsync(file.fileno())
        os.replace(own, target)
    except BaseException:
        with suppress(OSError):
            own.unlink()
        raise


def _guarded(worker: Worker, records: Iterable[Record], stack: ExitStack, attempt: _Attempt) -> Iterator[dict[str, Any]]:
    """The rows of records, leaving out those that workers died of twice."""
    stack.callback(attempt.close)
    watch = None
    if worker.job.timeout is not None and _has_nanny():
        watch = _Watch(worker.job.timeout)
        stack.callback(watch.close)
    for number, record in enumerate(records):
        if watch is not None:
            watch.again()
        attempt.at(number)
        if attempt.deaths[number] > 1 and isinstance(record, Document):
            yield error_row(record, died(record))
            continue
        result = worker.code(record)
        if isinstance(result, Rejected):
            yield error_row(record, result)
        else:
            yield from map(event_row, result.events)


def _has_nanny() -> bool:
    """Whether this is a worker process of Dask that is started again when it ends."""
    try:
        return bool(extra("dask", "distributed").get_worker().nanny)
    except ValueError:
        return False


# -- the run ----------------------------------------------------------------------------------------------------------


def run(
    paths: Sequence[Path],
    output: Path,
    *,
    data: Data | None = None,
    job: Job | None = None,
    scheduler: str | None = None,
    jobs: int = 0,
    block: int = BLOCK,
    told: Callable[[int, int, Outcome], None] = lambda done, parts, outcome: None,
) -> Summary:
    """Code .jsonl or .parquet files into a folder of part files, and list what could not be coded in ``QUARANTINE``.

    ``scheduler`` is the address of a Dask scheduler (default: a cluster on this machine of ``jobs`` processes, 0 for all cores);
    ``block`` is the size of a part of JSON lines in bytes; ``told`` hears of each part that is there. Parts that are there already are
    not made again. Raises ``BatchError`` where the folder holds parts of another job, ``DataError`` where the coder cannot be loaded.
    """
    data, job = data or Data(), attrs.evolve(job or Job(), format=None)
    distributed = extra("dask", "distributed")
    settings = json.dumps([data.coder().info.to_dict(), job.publisher, str(job.published), job.longest], ensure_ascii=False)
    parts = plan(paths, settings, block)
    output.mkdir(parents=True, exist_ok=True)
    with locked(output / "_eventcode"):
        strange = {path.name for path in output.glob("part-*.parquet")} - {part.name for part in parts}
        if strange:
            raise BatchError(f"{output}: holds parts of another input or other settings ({min(strange)}): give an empty folder")
        _sweep(output)
        with ExitStack() as stack:
            if scheduler is None:
                size = jobs or cores()
                cluster = stack.enter_context(
                    distributed.LocalCluster(n_workers=size, threads_per_worker=1, processes=True, dashboard_address="127.0.0.1:0")
                )
                client = stack.enter_context(distributed.Client(cluster))
            else:
                client = stack.enter_context(distributed.Client(scheduler))
            outcomes, failed = _gather(client, parts, str(output.resolve()), data, job, told)
        _sweep(output)
        with whole_file(output / QUARANTINE) as file:
            for outcome in sorted(outcomes, key=lambda item: item.name):
                file.writelines(line + "\n" for line in outcome.rejects)
    return Summary(
        len(outcomes), sum(outcome.events for outcome in outcomes), sum(len(outcome.rejects) for outcome in outcomes), tuple(failed)
    )


def _sweep(output: Path) -> None:
    """Remove what workers that died or a run that was interrupted left behind."""
    for path in output.glob(".part-*"):
        path.unlink(missing_ok=True)


def _gather(
    client: Any, parts: Sequence[Part], folder: str, data: Data, job: Job, told: Callable[[int, int, Outcome], None]
) -> tuple[list[Outcome], list[str]]:
    """The outcomes of all parts, and what is wrong with those that could not be made."""
    distributed = extra("dask", "distributed")
    again: Counter[str] = Counter()

    def submit(part: Part) -> Any:
        future = client.submit(make_part, part, folder, data, job, pure=False, retries=1)
        waiting[future.key] = part
        return future

    waiting: dict[str, Part] = {}
    outcomes: list[Outcome] = []
    failed: list[str] = []
    running = distributed.as_completed([submit(part) for part in parts])
    for future in running:
        part = waiting.pop(future.key)
        try:
            outcomes.append(future.result())
        except distributed.KilledWorker as error:
            again[part.name] += 1
            if again[part.name] < _GIVEN_OUT:
                running.add(submit(part))
                continue
            failed.append(f"{part.path}, from line {part.line}: its workers die: {error}")
        except Exception as error:
            failed.append(f"{part.path}, from line {part.line}: {type(error).__name__}: {error}")
        else:
            told(len(outcomes) + len(failed), len(parts), outcomes[-1])
    return outcomes, failed
