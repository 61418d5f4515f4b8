"""What a run over documents tells on standard error, and its exit code."""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

from eventcode.batch.checkpoint import Counts
from eventcode.batch.chunks import Chunk, Done
from eventcode.batch.progress import Progress
from eventcode.batch.rejects import reject_line
from eventcode.batch.worker import Rejected, Result
from eventcode.reading import Document

_REMEMBERED = 10_000


class Tally:
    """What a run tells: progress, faults, warnings, and the lines of the rejects file."""

    def __init__(self, progress: Progress | None, rejects: Path | None, quiet: bool, verbose: bool = False) -> None:
        self.counts = Counts()
        self._progress = progress
        self._rejects = rejects
        self._quiet = quiet
        self._verbose = verbose
        self._seen: OrderedDict[str | tuple[str, str], int] = OrderedDict()

    def say(self, message: str) -> None:
        """A line on standard error."""
        if self._progress is not None:
            self._progress.clear()
        sys.stderr.write(f"eventcode: {message}\n")

    def take(self, chunk: Chunk | Done, results: Sequence[Result]) -> str:
        """Count and report what became of a chunk; gives its lines of the rejects file."""
        if isinstance(chunk, Done):
            if self._progress is not None:
                self._progress.add(chunk.last - chunk.first, skipped=True)
            return ""
        lines = []
        for record, result in zip(chunk.records, results, strict=True):
            if not self._quiet and isinstance(record, Document):
                self._note(record)
            if isinstance(result, Rejected):
                self.counts.rejected += 1
                lines.append(reject_line(record, result))
                if self._rejects is None:
                    self.say(str(result.problem))
            else:
                self.counts.documents += 1
                self.counts.events += result.count
                self.counts.undated += result.undated
                if self._verbose:
                    self.say(f"{result.document}: {result.count} event{'' if result.count == 1 else 's'}")
        if self._progress is not None:
            self._progress.add(len(results), len(lines))
        return "".join(lines)

    def _note(self, document: Document) -> None:
        """Say once that an id stands twice or a file is not in UTF-8; of an endless input only the latest are remembered."""
        if self._known(document.id) == 1:
            self.say(f"note: the document id {document.id!r} stands more than once")
        if document.encoding != "utf-8" and not self._known((document.path, document.encoding)):
            self.say(f"note: {document.path}: read as {document.encoding}")

    def _known(self, what: str | tuple[str, str]) -> int:
        """How often it was seen before."""
        times = self._seen.pop(what, 0)
        self._seen[what] = times + 1
        if len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)
        return times

    def close(self) -> int:
        """Last words; the exit code."""
        if self._progress is not None:
            self._progress.clear()
        undated, rejected = self.counts.undated, self.counts.rejected
        if self._verbose:
            self.say(f"documents coded: {self.counts.documents:,}; events: {self.counts.events:,}; records rejected: {rejected:,}")
        if undated and not self._quiet:
            self.say(
                f"warning: {undated} document{'s' if undated > 1 else ''} without a publication date: "
                "only absolute dates were resolved (give --date, or date in the record)"
            )
        if rejected and self._rejects is not None:
            self.say(f"{rejected} record{'s' if rejected > 1 else ''} could not be coded: see {self._rejects}")
        return 1 if rejected else 0
