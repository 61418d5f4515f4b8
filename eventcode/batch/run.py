"""Many documents: in this process or on many, with the results in the order of the input or as they are ready."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from eventcode.batch.chunks import Chunk, Done, cut
from eventcode.batch.pool import Pool
from eventcode.batch.worker import Job, Record, Result, Worker
from eventcode.coder import Coder


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def code_chunks(
    chunks: Iterable[Chunk | Done], coder: Coder, job: Job, jobs: int | None, ordered: bool = True
) -> Iterator[tuple[Chunk | Done, list[Result]]]:
    """The results of chunks on ``jobs`` processes; None codes in this process, where no limit holds a worker that dies or hangs in C."""
    if jobs is None:
        worker = Worker(coder, job)
        for chunk in chunks:
            yield chunk, [] if isinstance(chunk, Done) else [worker.code(record) for record in chunk.records]
        return
    with Pool(coder, job, jobs) as pool:
        yield from pool.run(chunks, ordered)


def code_documents(
    documents: Iterable[Record], coder: Coder | None = None, *, jobs: int | None = 0, ordered: bool = True, job: Job | None = None
) -> Iterator[tuple[Record, Result]]:
    """Each record with what became of it: ``Coded`` with its events, or ``Rejected`` with the problem.

    ``documents`` may be endless; it is read no further ahead than the processes need. ``jobs`` is how many processes, 0 for all
    cores, None for this process. As with all of multiprocessing, a script must call this under ``if __name__ == "__main__":``.
    Raises ``DataError`` where the default coder cannot be loaded and ``BatchError`` where no process can start.
    """
    coder = coder if coder is not None else Coder.cached()
    for chunk, results in code_chunks(cut(documents), coder, job or Job(), jobs if jobs != 0 else cores(), ordered):
        if isinstance(chunk, Chunk):
            yield from zip(chunk.records, results, strict=True)
