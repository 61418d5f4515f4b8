"""Documents to review with: read from paths, coded one by one, faults kept apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from eventcode.coder import Coder
from eventcode.errors import Problem, RecordError
from eventcode.model import Event
from eventcode.reading import Document, read


def documents(paths: Iterable[str], published: dt.date | None = None) -> Iterator[Document | RecordError]:
    """The documents of files and folders; ``published`` is the day of those that have none of their own."""
    for path in paths:
        for document in read(path):
            if isinstance(document, Document) and document.published is None:
                document = attrs.evolve(document, published=published)
            yield document


def code(coder: Coder, document: Document) -> list[Event]:
    """The events of a document. Raises ``RecordError`` where the coder fails on it, so that one text does not lose the others."""
    try:
        return coder.code(
            document.text, published=document.published, document=document.id, title=document.title,
            publisher=document.publisher, url=document.url,
        )  # fmt: skip
    except Exception as error:
        message = f"document {document.id!r} could not be coded, by a fault of eventcode: {type(error).__name__}: {error}"
        raise RecordError(Problem(document.path, 0, message)) from error
