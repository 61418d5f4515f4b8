"""The input cut into chunks, each with a digest by which a resumed run knows its work again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

import attrs

from eventcode.batch.worker import Record
from eventcode.errors import BatchError, RecordError

RECORDS = 16
CHARACTERS = 60_000
"""A chunk ends after that many records or characters: enough that sending it costs little, and little to repeat."""


@attrs.frozen(eq=False)
class Chunk:
    """Records of the input from number ``first`` on (counted from 0)."""

    first: int
    records: tuple[Record, ...]

    @property
    def last(self) -> int:
        """The number after that of the last record."""
        return self.first + len(self.records)

    def digest(self) -> str:
        """Sixteen hexadecimal digits that change with anything of a record that can change what becomes of it."""
        digest = hashlib.blake2b(digest_size=8)
        for record in self.records:
            if isinstance(record, RecordError):
                parts: tuple[object, ...] = (record.problem.line, record.problem.message, record.record)
            else:
                parts = (record.id, record.text, record.published, record.publisher, record.url, record.title)
            for part in parts:
                data = part if isinstance(part, bytes) else repr(part).encode("utf-8", "backslashreplace")
                digest.update(len(data).to_bytes(8, "little"))
                digest.update(data)
        return digest.hexdigest()


@attrs.frozen
class Done:
    """A chunk that an earlier run has finished."""

    first: int
    last: int
    digest: str


def cut(records: Iterable[Record], done: Sequence[Done] = (), size: int = RECORDS) -> Iterator[Chunk | Done]:
    """The chunks of an input in order, of at most ``size`` records; in place of those that are ``done`` stands that.

    Raises ``BatchError`` where the input is not that of the chunks that are done.
    """
    ready = iter(sorted(done, key=lambda item: item.first))
    following = next(ready, None)
    first, held, length = 0, list[Record](), 0
    for number, record in enumerate(records):
        held.append(record)
        if following is not None and following.first <= first:
            if number + 1 == following.last:
                if Chunk(first, tuple(held)).digest() != following.digest:
                    raise _changed(first, following.last)
                yield following
                following = next(ready, None)
                first, held, length = number + 1, [], 0
            continue
        length += len(record.record) if isinstance(record, RecordError) else len(record.text)
        full = len(held) >= size or length >= CHARACTERS
        if full or (following is not None and number + 1 == following.first):
            yield Chunk(first, tuple(held))
            first, held, length = number + 1, [], 0
    if following is not None:
        raise _changed(following.first, following.last)
    if held:
        yield Chunk(first, tuple(held))


def _changed(first: int, last: int) -> BatchError:
    return BatchError(
        f"the input is not that of the interrupted run (records {first + 1} to {last} differ): give the same input, or run without "
        "--resume to start anew"
    )
