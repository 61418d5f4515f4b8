"""Saved web pages: the article without menus and advertisements, its date, title, address and publisher.

trafilatura (Apache-2.0) finds the article: of the open extractors it is the one with the best score in the public comparisons
(Barbaresi 2021, ACL; Bevendorff et al. 2023, SIGIR), is maintained, and reads the metadata that news sites give.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from eventcode.errors import Problem, RecordError
from eventcode.reading.document import Document, document_of
from eventcode.reading.encoding import decode

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)


def _text(data: bytes, path: str) -> tuple[str, str]:
    """The page's text: in UTF-8, UTF-16 or Windows-1256 as the bytes tell, else in the encoding that the page names."""
    try:
        return decode(data, path)
    except RecordError:
        named = _CHARSET.search(data[:4096])
        if named is None:
            raise
        name = named[1].decode("ascii")
        try:
            return data.decode(name), name.lower()
        except (LookupError, UnicodeDecodeError) as error:
            raise RecordError(Problem(path, 0, f"the page says that it is in {name}, but it is not: {error}")) from None


def read_page(data: bytes, path: str, name: str, about: Mapping[str, Any]) -> Document:
    """The document of a saved page; ``about`` is what an index says of it, which goes before what the page says of itself.

    Raises ``RecordError`` where the page holds no article, and where trafilatura is not installed.
    """
    try:
        trafilatura = import_module("trafilatura")
    except ImportError:
        raise RecordError(Problem(path, 0, "web pages need one more package: pip install 'eventcode[html]'")) from None
    html, encoding = _text(data, path)
    # Only dates that the page states: an article dated by a guess would date its events wrongly.
    article = trafilatura.bare_extraction(
        html, with_metadata=True, include_comments=False, include_tables=False, favor_precision=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )  # fmt: skip
    if article is None or not (article.text or "").strip():
        raise RecordError(Problem(path, 0, "no article was found in the page; save its text as .txt"))
    found = {"title": article.title, "date": article.date, "publisher": article.sitename or article.hostname, "url": article.url}
    text = article.text
    if article.title and article.title not in text.split("\n", 1)[0]:
        text = f"{article.title}\n{text}"
    merged = {**{key: value for key, value in found.items() if value}, **{key: value for key, value in about.items() if value}}
    return document_of(merged, path, name=name, text=text, encoding=encoding)
