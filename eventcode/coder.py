"""The flow: text to sentences, mentions, predicates, events; one line a stage."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Self

from eventcode.cache import cached
from eventcode.codebook import Codebook, load_codebook
from eventcode.codebook.layers import codebook_folders
from eventcode.data import data_root, package_version
from eventcode.dates import last_told
from eventcode.errors import DataError
from eventcode.events import Builder, link
from eventcode.explain import explain
from eventcode.frames import Predicate, analyse
from eventcode.gazetteer import Gazetteer
from eventcode.mentions import Finder, View
from eventcode.model import CoderInfo, DateSpan, Event, Location, Source
from eventcode.text import fold, sentences


class Coder:
    """Codes texts with a codebook and a gazetteer. Immutable after construction, safe for threads, picklable.

    ``codebook`` and ``gazetteer`` are loaded objects, or paths to load; by default those that ship with the package.
    Raises ``DataError`` when one cannot be loaded.
    """

    def __init__(self, codebook: Codebook | Path | None = None, gazetteer: Gazetteer | Path | None = None) -> None:
        self.codebook = codebook if isinstance(codebook, Codebook) else load_codebook(codebook)
        self.gazetteer = gazetteer if isinstance(gazetteer, Gazetteer) else Gazetteer.load(gazetteer)
        self.info = CoderInfo(package_version(), self.codebook.identity, self.gazetteer.version)
        self._finder = Finder(self.codebook, self.gazetteer)
        countries = [place for place in self.gazetteer.table.places.values() if place.level == "country"]
        self._states = {self.codebook.countries.get(fold(place.name), ""): self.gazetteer.located(place) for place in countries}

    @classmethod
    def cached(cls, codebook: Path | None = None, gazetteer: Path | None = None, overlays: Sequence[Path] = ()) -> Self:
        """A coder from data files, compiled once and then read from the user's cache folder until one of the files changes.

        ``codebook`` is a folder and ``gazetteer`` a CSV of places (by default those that ship with the package); ``overlays`` are
        CSVs that add to the gazetteer or replace its rows. ``EVENTCODE_CACHE`` moves the cache or switches it off ("off").
        Raises ``DataError`` when one cannot be loaded.
        """
        make = partial(cls._loaded, codebook, gazetteer, tuple(overlays))
        files = [path for part in ("codebooks", "gazetteer") for path in _files(data_root() / part)]
        if codebook is not None:
            try:
                files.extend(path for folder in codebook_folders(codebook) for path in _files(folder))
            except DataError:
                return make()  # which tells all that is wrong
        if gazetteer is not None:
            files.extend(path for path in (gazetteer, gazetteer.with_name("common-words.txt")) if path.is_file())
        what = f"coder {codebook} {gazetteer} {len(overlays)}"
        return cached(what, [*files, *overlays], cls, make)

    @classmethod
    def _loaded(cls, codebook: Path | None, gazetteer: Path | None, overlays: Sequence[Path]) -> Self:
        return cls(codebook, Gazetteer.load(gazetteer, overlays))

    def code(
        self,
        text: str,
        *,
        published: dt.date | None = None,
        document: str = "",
        title: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
    ) -> list[Event]:
        """The events of a text, in text order. ``published`` is the day that relative dates are counted from."""
        return self._run(text, Source(document, title, publisher, url, published))[0]

    def explain(self, text: str, *, published: dt.date | None = None) -> str:
        """Every stage of a text as plain text: tokens, mentions, predicates, and for each field of each event why it is so."""
        events, views, predicates = self._run(text, Source("", published=published))
        return explain(events, views, predicates)

    def views(self, text: str, published: dt.date | None = None) -> list[View]:
        """What each sentence of a text mentions: words, actors, places, dates, numbers, before any event is made of them."""
        parts = sentences(text)
        words = [self._finder.words(part.tokens) for part in parts]
        known = frozenset(code for found in words for code in found.full_names)
        views: list[View] = []
        named: frozenset[str] = frozenset()
        told: DateSpan | None = None
        for index, part in enumerate(parts):
            views.append(self._finder.view(index, part, words[index], text, published, known, named, told))
            told = last_told(views[-1].dates, told)
            named |= {place.id for mention in views[-1].places for place in mention.candidates if mention.certain}
        return views

    def country(self, place: Location) -> str:
        """The code of the country that a place lies in, "" where it is not known."""
        return self.codebook.countries.get(fold(self.gazetteer.country(place)), "")

    def state(self, code: str) -> Location | None:
        """The country that a code stands for, as a place."""
        return self._states.get(code)

    def _run(self, text: str, source: Source) -> tuple[list[Event], list[View], list[Predicate]]:
        views = self.views(text, source.published)
        resolved = self.gazetteer.resolve([view.places for view in views])
        # The kinds of words that the document speaks of.
        lists = {name for names in {names for view in views for names in view.lists} for name in names}
        sides = frozenset(actor.code[:6] for view in views for actor in view.actors)
        builder = Builder(self.codebook, self.info, source, text, resolved, sides, self.country, self.state)
        events: list[Event] = []
        kept: list[Predicate] = []
        for view in views:
            predicates, sources = analyse(view, self.codebook, lists)
            events.extend(builder.sentence(view, predicates))
            kept.extend(predicates)
            if sources is not None:
                builder.remember_sources(view, sources.last_named())
        return link(events), views, kept


def _files(folder: Path) -> list[Path]:
    """Every file of a data folder: which of them count, their loaders know best."""
    return sorted(path for path in folder.rglob("*") if path.is_file())
