"""A run of ``eventcode code``: from the arguments to files that are whole, or that a later run can continue."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO

from eventcode.batch.checkpoint import Checkpoint
from eventcode.batch.chunks import RECORDS, Chunk, Done, cut
from eventcode.batch.lock import locked
from eventcode.batch.progress import Progress, count_records
from eventcode.batch.run import code_chunks, cores
from eventcode.batch.worker import LINE_FORMATS, Coded, Job, Record, preamble
from eventcode.cli.arguments import coder_of, fields_of
from eventcode.cli.code import TIMEOUT
from eventcode.cli.tally import Tally
from eventcode.coder import Coder
from eventcode.output import FORMATS, format_of, whole_file
from eventcode.reading import read


def _fault(arguments: argparse.Namespace) -> str | None:
    """What is wrong with the arguments, or None."""
    outputs: list[Path] = [path for path in (arguments.output, arguments.rejects) if path is not None]
    for path in arguments.paths:
        if path != "-" and not Path(path).exists():
            return f"{path}: no such file or folder"
        if any(output.is_file() and path != "-" and output.samefile(path) for output in outputs):
            return f"{path}: the output would replace this input"
    if len(outputs) == 2 and outputs[0].resolve() == outputs[1].resolve():
        return f"{outputs[0]}: events and rejects need a file each"
    if arguments.resume and arguments.output is None:
        return "--resume needs an output file (-o)"
    return None


def code(arguments: argparse.Namespace) -> int:
    """Do what the arguments of ``eventcode code`` ask for; gives the exit code."""
    fault = _fault(arguments)
    name = arguments.format or _usual_format(arguments.output)
    if fault is None and arguments.resume and name not in LINE_FORMATS:
        fault = f"--resume is possible for {' and '.join(LINE_FORMATS)}, not for {name}"
    if fault is not None:
        sys.stderr.write(f"eventcode: {fault}\n")
        return 2
    coder = coder_of(arguments)
    if coder is None:
        return 2
    shown = not arguments.quiet and (arguments.progress or sys.stderr.isatty())
    progress = Progress(sys.stderr, count_records(arguments.paths)) if shown else None
    tally = Tally(progress, arguments.rejects, arguments.quiet, arguments.verbose)
    # A limit of time and the survival of a crash take a process of their own.
    pooled = arguments.jobs != 1 or arguments.resume or arguments.timeout is not None
    timeout = arguments.timeout if arguments.timeout is not None else TIMEOUT if pooled else None
    job = Job(name if name in LINE_FORMATS else None, arguments.date, arguments.publisher, timeout or None)
    coding = _Coding(arguments, coder, job, pooled, tally)
    with ExitStack() as stack:
        for path in (arguments.output, arguments.rejects):
            if path is not None:
                try:
                    stack.enter_context(locked(path))
                except OSError as error:
                    return _unwritable(path, error)
        return _resumable(arguments, coding, tally) if arguments.resume else _whole(arguments, name, coding, tally)


class _Coding:
    """The work that the arguments ask for."""

    def __init__(self, arguments: argparse.Namespace, coder: Coder, job: Job, pooled: bool, tally: Tally) -> None:
        self.coder = coder
        self.job = job
        self._paths: list[str] = arguments.paths
        self._fields = fields_of(arguments)
        self._jobs = (arguments.jobs or cores()) if pooled else None
        self._ordered = not arguments.unordered
        self._tally = tally

    def outcomes(self, done: Sequence[Done] = ()) -> Iterator[tuple[Chunk | Done, list[Coded], str]]:
        """Chunk by chunk what was coded, and the lines for the rejects file."""
        # In this process each document is written as soon as it is coded; a chunk is for sending.
        chunks = cut(self._records(), done, 1 if self._jobs is None else RECORDS)
        for chunk, results in code_chunks(chunks, self.coder, self.job, self._jobs, self._ordered):
            rejects = self._tally.take(chunk, results)
            yield chunk, [result for result in results if isinstance(result, Coded)], rejects

    def _records(self) -> Iterator[Record]:
        for path in self._paths:
            yield from read(path, self._fields)

    def settings(self) -> dict[str, Any]:
        """What must be the same when a run is continued."""
        job = self.job
        return {
            "data": self.coder.info.to_dict(), "format": job.format, "date": job.published and job.published.isoformat(),
            "publisher": job.publisher, "longest": job.longest, "ordered": self._ordered,
        }  # fmt: skip


def _whole(arguments: argparse.Namespace, name: str, coding: _Coding, tally: Tally) -> int:
    """Write whole files or none."""
    with ExitStack() as stack:
        files: list[TextIO | None] = []  # a binary format writes to the bytes below the text
        for path in (arguments.output, arguments.rejects):
            try:
                files.append(None if path is None else stack.enter_context(whole_file(path)))
            except OSError as error:
                return _unwritable(path, error)
        file, rejects = files[0] or sys.stdout, files[1]

        def documents() -> Iterator[Coded]:
            for _, coded, lost in coding.outcomes():
                if rejects is not None:
                    rejects.write(lost)
                yield from coded

        if coding.job.format is None:
            FORMATS[name]((event for document in documents() for event in document.events), file)
        else:
            file.write(preamble(name))
            for document in documents():
                file.write(document.text)
    return tally.close()


def _resumable(arguments: argparse.Namespace, coding: _Coding, tally: Tally) -> int:
    """Write files that a later run can continue."""
    assert coding.job.format is not None
    try:
        with Checkpoint(arguments.output, arguments.rejects, coding.settings(), preamble(coding.job.format)) as checkpoint:
            for note in checkpoint.notes:
                tally.say(note)
            tally.counts = checkpoint.counts
            if not checkpoint.complete:
                for chunk, coded, rejects in coding.outcomes(checkpoint.done):
                    if isinstance(chunk, Chunk):
                        text = "".join(document.text for document in coded)
                        checkpoint.add(Done(chunk.first, chunk.last, chunk.digest()), text, rejects)
                checkpoint.finish()
    except KeyboardInterrupt:
        tally.say("what is coded so far is kept: the same command goes on from there")
        raise
    except OSError as error:
        tally.say(
            f"{error.filename or arguments.output}: cannot be written: {error.strerror or error}; what is coded so far is kept: "
            "mend this, and the same command goes on from there"
        )
        return 1
    return tally.close()


def _unwritable(path: Path, error: OSError) -> int:
    sys.stderr.write(f"eventcode: {path}: cannot be written: {error.strerror}\n")
    return 2


def _usual_format(output: Path | None) -> str:
    """The format that the ending of the output names, else JSON lines; on a terminal a table."""
    if output is None:
        return "table" if sys.stdout.isatty() else "jsonl"
    return (format_of(output) or FORMATS["jsonl"]).name
