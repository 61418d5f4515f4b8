"""Parquet: one event a row, typed and nested as in the event format, so that nothing is lost (extra ``parquet``, pyarrow).

Days are dates, offsets and counts 64-bit integers; ``counts`` is a structure with one field a kind, null where the text gives no
number of that kind. A count's parts may have parts themselves, and no more levels than that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from eventcode.errors import OutputError
from eventcode.model import COUNT_KINDS, Count, Event
from eventcode.output.extras import require

_BATCH = 10_000
_LEVELS = 2


def schema() -> Any:
    """The Arrow schema of an event. Raises ``OutputError`` without pyarrow."""
    pa = require("pyarrow", "parquet")
    text, integer, number, day, flag = pa.string(), pa.int64(), pa.float64(), pa.date32(), pa.bool_()

    def struct(**fields: Any) -> Any:
        return pa.struct([pa.field(name, kind) for name, kind in fields.items()])

    def count(levels: int) -> Any:
        fields: dict[str, Any] = {
            "low": integer, "high": integer, "approximate": flag, "unit": text, "text": text, "start": integer, "end": integer,
        }  # fmt: skip
        if levels:
            fields["breakdown"] = pa.list_(count(levels - 1))
        return struct(**fields)

    span = struct(text=text, start=integer, end=integer)
    actor = struct(text=text, start=integer, end=integer, code=text, name=text)
    place = struct(
        text=text, start=integer, end=integer, id=text, name=text, name_en=text, level=text, admin=pa.list_(text),
        admin_codes=pa.list_(text), lat=number, lon=number, precision=text, role=text, inherited=flag, score=number,
        aliases=pa.list_(text), runners_up=pa.list_(text),
    )  # fmt: skip
    fields = {
        "id": text, "document": text, "sentence": span, "trigger": span, "also": pa.list_(span), "type": text,
        "codes": struct(acled=pa.list_(text), cameo=text, plover=pa.list_(text), own=pa.map_(text, text)),
        "actors": pa.list_(actor), "targets": pa.list_(actor), "locations": pa.list_(place),
        "date": struct(start=day, end=day, resolution=text, time=text, text=text, basis=text),
        "counts": struct(**{kind: count(_LEVELS) for kind in COUNT_KINDS}), "status": text,
        "attribution": pa.list_(struct(text=text, code=text, stance=text, via=pa.list_(text), start=integer, end=integer)),
        "source": struct(document=text, title=text, publisher=text, url=text, published=day), "happening": text, "cause": text,
        "disputes": pa.list_(text), "rule": text, "coder": struct(version=text, codebook=text, gazetteer=text),
    }  # fmt: skip
    return pa.schema([pa.field(name, kind) for name, kind in fields.items()])


def _depth(count: Count) -> int:
    return 1 + max((_depth(part) for part in count.breakdown), default=-1)


def _record(event: Event) -> dict[str, Any]:
    if any(_depth(count) > _LEVELS for count in event.counts.values()):
        raise OutputError(f"event {event.id}: parquet holds a count with its parts and theirs; use jsonl for deeper ones")
    data = event.to_dict()
    # The ontologies of a codebook's own have keys of their own in JSON; a table has the same columns for every codebook.
    data["codes"] |= {"own": event.codes.own}
    data["date"] |= {"start": event.date.start, "end": event.date.end}
    data["source"] |= {"published": event.source.published}
    return data


def write(events: Iterable[Event], file: BinaryIO) -> int:
    """Write a Parquet file; gives how many events. Raises ``OutputError`` without pyarrow."""
    kinds = schema()
    pa, parquet = require("pyarrow", "parquet"), require("pyarrow.parquet", "parquet")
    source, written = iter(events), 0
    with parquet.ParquetWriter(file, kinds, compression="zstd") as writer:
        while batch := [_record(event) for event in islice(source, _BATCH)]:
            writer.write_table(pa.Table.from_pylist(batch, schema=kinds))
            written += len(batch)
    return written


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The plain structures of the rows of a file. Raises ``OutputError`` without pyarrow, ``ValueError`` where it is no Parquet."""
    with require("pyarrow.parquet", "parquet").ParquetFile(path) as file:
        for batch in file.iter_batches(_BATCH):
            yield from map(_plain, batch.to_pylist())


def _plain(data: dict[str, Any]) -> dict[str, Any]:
    """A row with days as text, and only those counts and own codes that are there; a table of another kind passes as it is."""
    for field, keys in (("date", ("start", "end")), ("source", ("published",))):
        part = data.get(field)
        if isinstance(part, dict):
            data[field] = part | {key: str(part[key]) for key in keys if part.get(key) is not None}
    if isinstance(codes := data.get("codes"), dict):
        codes |= dict(codes.pop("own", None) or ())
    if isinstance(counts := data.get("counts"), dict):
        data["counts"] = {kind: count for kind, count in counts.items() if count is not None}
    return data
