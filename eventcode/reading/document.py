"""A document to code, and making one from a record (a JSON object, a row of a table) whatever its keys are called."""

from __future__ import annotations

import datetime as dt
import email.utils
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Self

import attrs

from eventcode.errors import Problem, RecordError


@attrs.frozen(slots=True)
class Document:
    """A text to code, with what is known of where it stood; ``encoding`` is the one that its file was read in.

    ``line`` is that of its record, from 1; 0 is the whole file.
    """

    id: str
    text: str
    published: dt.date | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    path: str = ""
    encoding: str = "utf-8"
    line: int = attrs.field(default=0, eq=False)


@attrs.frozen
class FieldMap:
    """The keys under which records hold the fields of a document, of several the first that has a value.

    A key with dots leads into nested objects ("source.name"), unless the record has that very key. ``records`` is where a
    .json file keeps its list of records. The defaults are eventcode's own names, then those of common news APIs
    (News API, GDELT, Event Registry, the Guardian, schema.org's NewsArticle).
    """

    id: tuple[str, ...] = ("id", "uri", "uuid", "_id")
    text: tuple[str, ...] = ("text", "content", "body", "articleBody", "fields.bodyText", "full_text", "النص")
    date: tuple[str, ...] = (
        "date", "published", "publishedAt", "published_at", "datePublished", "pubDate", "dateTimePub", "webPublicationDate", "seendate",
    )  # fmt: skip
    publisher: tuple[str, ...] = ("publisher.name", "publisher", "source.name", "source.title", "source", "domain")
    url: tuple[str, ...] = ("url", "link", "webUrl")
    title: tuple[str, ...] = ("title", "headline", "webTitle")
    records: tuple[str, ...] = (
        "articles.results",
        "articles",
        "response.results",
        "response.docs",
        "results",
        "data",
        "items",
        "docs",
    )

    @classmethod
    def of(cls, pairs: Iterable[str]) -> Self:
        """The defaults with fields of one's own, each "field=key"; raises ``ValueError`` on another form or field."""
        own: dict[str, tuple[str, ...]] = {}
        for pair in pairs:
            field, equals, key = pair.partition("=")
            if not equals or not key or field not in attrs.fields_dict(cls):
                raise ValueError(
                    f"{pair!r} is not of the form FIELD=KEY with one of the fields {', '.join(attrs.fields_dict(cls))}"
                )
            own[field] = (*own.get(field, ()), key)
        return cls(**own)


DEFAULT_FIELDS = FieldMap()
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")


def value_at(record: Any, key: str) -> Any:
    """The value of a key, or of a path of keys with dots; None where there is none."""
    if isinstance(record, Mapping):
        if key in record:
            return record[key]
        first, dot, rest = key.partition(".")
        if dot and first in record:
            return value_at(record[first], rest)
    return None


def _first(record: Mapping[str, Any], keys: Iterable[str]) -> Any:
    for key in keys:
        value = value_at(record, key)
        if value not in (None, "") and not isinstance(value, Mapping):
            return value
    return None


def day_of(value: object, path: str, line: int = 0, where: str = "") -> dt.date | None:
    """The day of a date as records write it: ISO 8601, 20200123T101500Z, or RFC 2822 (Thu, 23 Jan 2020 10:15:00 +0300).

    A time of day is left out, and the day is that of the zone it is written in. Raises ``RecordError`` on any other form.
    """
    if value in (None, ""):
        return None
    written = str(value).strip()
    compact = _COMPACT.fullmatch(written)
    try:
        if compact:
            return dt.date(int(compact[1]), int(compact[2]), int(compact[3]))
        if written[:1].isalpha():
            return email.utils.parsedate_to_datetime(written).date()
        if written[10:11] not in ("", "T", " "):  # a time of day may follow, nothing else
            raise ValueError
        return dt.date.fromisoformat(written[:10])
    except (ValueError, TypeError):
        raise RecordError(Problem(path, line, f"the date {value!r} is not of the form YYYY-MM-DD", where=where)) from None


def stem_of(path: str) -> str:
    """A file's name without its folder, and without .gz and the ending before it."""
    name = Path(path).name
    return Path(name[:-3] if name.lower().endswith(".gz") else name).stem


def sound(text: str) -> str:
    """A text without lone surrogates, which JSON escapes and undecodable file names can bring in and no UTF-8 file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def document_of(
    record: object,
    path: str,
    line: int = 0,
    *,
    fields: FieldMap = DEFAULT_FIELDS,
    name: str = "",
    where: str = "",
    text: str | None = None,
    encoding: str = "utf-8",
) -> Document:
    """The document of a record; ``text`` is given where it stands elsewhere.

    A record that does not name itself is called ``name``, or after its file and line.

    Raises ``RecordError`` where the record is no object, has no text or a date that cannot be read.
    """
    if not isinstance(record, Mapping):
        raise RecordError(Problem(path, line, "a record is a JSON object with the keys id and text", where=where))
    body = _first(record, fields.text) if text is None else text
    if not isinstance(body, str) or not body.strip():
        raise RecordError(Problem(path, line, f"the record has no text (looked for under {', '.join(fields.text)})", where=where))
    if sound(body) != body:
        # Such a character cannot be written out, and coding another in its place would not be coding this text.
        message = "the text holds a lone surrogate (\\ud800 to \\udfff), which is no character"
        raise RecordError(Problem(path, line, message, where=where))

    def known(keys: tuple[str, ...]) -> str | None:
        value = _first(record, keys)
        return None if value is None else sound(str(value))

    # The date is looked up without leaving out objects, so that one that is no date is told of.
    dates = (value_at(record, key) for key in fields.date)
    date = next((value for value in dates if value not in (None, "")), None)
    return Document(
        known(fields.id) or sound(name or f"{stem_of(path)}:{line}"), body, day_of(date, path, line, where), known(fields.publisher), known(fields.url),
        known(fields.title), path, encoding, line,
    )  # fmt: skip
