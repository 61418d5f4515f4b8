"""A table for people at a terminal: one event a line, Arabic isolated so that right-to-left text stays in its column."""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from eventcode.model import Event

_ISOLATE, _POP = "\u2068", "\u2069"
_HEADERS = ("date", "type", "status", "actor", "target", "place", "killed")
_WIDTHS = (11, 18, 12, 18, 18, 22, 8)
# Columns never get narrower than this; all of them fit on a terminal of 80.
_LEAST = (11, 13, 8, 9, 9, 11, 6)
# On a narrower terminal target, status, killed, then actor are left out.
_DROPPED_FIRST = (4, 2, 6, 3)
_SENTENCE = 16
_BAR = 24
_BOLD, _FAINT = "1", "2"
# Colours of the 16 that every terminal has, by ACLED event type; what has none keeps the terminal's own.
_KINDS = {
    "Battles": "31", "Explosions/Remote violence": "33", "Violence against civilians": "35", "Protests": "34", "Riots": "36",
    "Strategic developments": "32",
}  # fmt: skip


def width(text: str) -> int:
    """Columns that a text takes on a terminal: marks and format characters none, wide East Asian characters two."""
    total = 0
    for character in text:
        if unicodedata.category(character) in ("Mn", "Me", "Cf"):
            continue
        total += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return total


def clean(text: str) -> str:
    """A text on one line, without control and format characters.

    An escape sequence of a document must not reach the terminal, nor a bidi control close the isolation of its column.
    """
    kinds = ((character, unicodedata.category(character)) for character in text)
    return " ".join("".join(" " if kind == "Cc" else character for character, kind in kinds if kind != "Cf").split())


def layout(columns: int) -> tuple[tuple[int, ...], int]:
    """Widths of the columns on a line of a given width (0: the column is left out), and what is left for the sentence."""
    widths = list(_LEAST)

    def used() -> int:
        shown = [size for size in widths if size]
        return sum(shown) + 2 * (len(shown) - 1)

    for index in _DROPPED_FIRST:
        if used() <= columns:
            break
        widths[index] = 0
    while (spare := columns - used()) > 0:
        wanting = [index for index, size in enumerate(widths) if 0 < size < _WIDTHS[index]]
        if not wanting:
            break
        for index in wanting[:spare]:
            widths[index] += 1
    left = columns - used() - 2
    return tuple(widths), left if left >= _SENTENCE else 0


def fit(text: str, columns: int) -> str:
    """A text cut and padded to a number of columns; right-to-left text is isolated."""
    text = clean(text)
    if width(text) > columns:
        kept = ""
        for character in text:
            if width(kept + character) > columns - 1:
                break
            kept += character
        text = kept + "…"
    pad = " " * max(0, columns - width(text))
    arabic = any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)
    return (f"{_ISOLATE}{text}{_POP}" if arabic else text) + pad


def _date(event: Event) -> str:
    if event.date.start is None:
        return "-"
    mark = "~" if event.date.basis == "document" else ""
    return mark + event.date.start.isoformat()


def _killed(event: Event) -> str:
    count = event.counts.get("killed")
    if count is None:
        return ""
    if count.high is None:
        return f"{count.low}+"
    return str(count.low) if count.low == count.high else f"{count.low}-{count.high}"


def coloured(file: TextIO) -> bool:
    """Whether to write colours: on a terminal, unless NO_COLOR is set (no-color.org) or the terminal has none; FORCE_COLOR asks for them."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return file.isatty() and os.environ.get("TERM") != "dumb"


def paint(text: str, code: str) -> str:
    """A text in a colour or style (ECMA-48 SGR); no code leaves it as it is."""
    return f"\x1b[{code}m{text}\x1b[0m" if code and text.strip() else text


def _styles(event: Event) -> tuple[str, ...]:
    """SGR codes of an event's cells: the type by its kind, what did not happen faint, dead in bold."""
    faint = "" if event.status == "actual" else _FAINT
    kind = _KINDS.get(event.codes.acled[0], "") if event.codes.acled else ""
    return (_FAINT if event.date.basis != "text" else "", kind, faint, "", "", "", _BOLD, _FAINT)


def line(event: Event, columns: int, colour: bool = False) -> str:
    """One event as a line of a given width."""
    cells = (
        _date(event), event.type, event.status, ", ".join(dict.fromkeys(a.code for a in event.actors)),
        ", ".join(dict.fromkeys(t.code for t in event.targets)), ", ".join(place.name for place in event.locations), _killed(event),
    )  # fmt: skip
    return _row(cells, event.sentence.text, columns, _styles(event) if colour else ())


def _row(cells: Sequence[str], sentence: str, columns: int, styles: Sequence[str] = ()) -> str:
    widths, left = layout(columns)
    shown = [
        paint(fit(cell, size), styles[index] if styles else "")
        for index, (cell, size) in enumerate(zip(cells, widths, strict=True))
        if size
    ]
    if left:
        shown.append(paint(fit(sentence, left), styles[-1] if styles else ""))
    return "  ".join(shown).rstrip()


class _Summary:
    """What a table ends with: how many events of each type, with how many of them are told as fact."""

    def __init__(self) -> None:
        self.events: Counter[str] = Counter()
        self.actual: Counter[str] = Counter()
        self.styles: dict[str, str] = {}
        self.happenings: set[str] = set()
        self.documents: set[str] = set()

    def add(self, event: Event) -> None:
        """Count an event."""
        self.events[event.type] += 1
        self.actual[event.type] += event.status == "actual"
        self.styles.setdefault(event.type, _KINDS.get(event.codes.acled[0], "") if event.codes.acled else "")
        self.happenings.add(event.happening)
        self.documents.add(event.document)

    def lines(self, colour: bool) -> Iterator[str]:
        """The lines of the summary."""
        total = self.events.total()
        if not total:
            yield "0 events"
            return
        counted = ((total, "event"), (len(self.happenings), "happening"), (len(self.documents), "document"))
        events, happenings, documents = (f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in counted)
        yield paint(f"{events} of {happenings} in {documents}", _BOLD if colour else "")
        most = self.events.most_common(1)[0][1]
        for kind, count in self.events.most_common():
            bar = "█" * max(1, round(_BAR * count / most))
            other = count - self.actual[kind]
            note = f"  {other} not told as fact" if other else ""
            name = fit(kind, max(width(clean(key)) for key in self.events))
            style = self.styles[kind] if colour else ""
            yield f"  {paint(name, style)}  {count:>6}  {paint(bar, style)}{' ' * (_BAR - len(bar)) if note else ''}{note}"


def write(events: Iterable[Event], file: TextIO) -> int:
    """Write the table and a summary by type; gives how many events. Dates from the document's own date bear a tilde."""
    columns = shutil.get_terminal_size((160, 24)).columns
    colour = coloured(file)
    file.write(_row(_HEADERS, "sentence", columns, (_BOLD,) * 8 if colour else ()) + "\n")
    summary = _Summary()
    for event in events:
        file.write(line(event, columns, colour) + "\n")
        summary.add(event)
    file.write("\n" + "\n".join(summary.lines(colour)) + "\n")
    return summary.events.total()
