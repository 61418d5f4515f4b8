"""Check place tables: structure, letters of names, points, doubles, and names that are words too.

Every check is a small class with a name; it gets all places and yields problems. Errors and warnings are to be mended, or
excused in ``gazetteer/exceptions.csv`` with a reason; notes only inform.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import attrs

from eventcode.check.place_names import faults, scripts
from eventcode.codebook import Codebook, load_codebook
from eventcode.data import data_root, read_csv
from eventcode.errors import DataError, Problem
from eventcode.gazetteer.outlines import Outlines
from eventcode.gazetteer.table import COLUMNS, Place, Table, distance_km, key_words, read_place
from eventcode.text import fold, tokenise

SAME_POINT_KM = 0.05
"""Two points of one name nearer than this are one place written twice."""
OUTSIDE_KM = 1.0
"""How far outside its parent's outline a point may lie: the outlines that ship are simplified by about 0.4 km."""
_FAR_KM = 300.0

# The levels that the parent of each level may have; "" is no parent.
_PARENTS: Mapping[str, tuple[str, ...]] = {
    "country": ("",),
    "governorate": ("country",),
    "district": ("governorate",),
    "subdistrict": ("district",),
    "settlement": ("subdistrict", "district", "governorate", "country"),
    "neighbourhood": ("settlement", "subdistrict"),
    "camp": ("settlement", "subdistrict", "district", "governorate"),
    "site": ("neighbourhood", "settlement", "subdistrict", "district", "governorate", "country"),
    "region": ("region", "subdistrict", "district", "governorate", "country", ""),
    "area": ("region", "settlement", "subdistrict", "district", "governorate", "country", ""),
    "road": ("governorate", "country", ""),
}
# Levels whose point stands for one spot in the parent; regions and roads run over its edge.
_SPOTS = frozenset({"settlement", "neighbourhood", "camp", "site", "subdistrict", "district"})


@attrs.frozen(eq=False)
class Row:
    """One row of a table that could be read, with its file and line."""

    path: Path
    line: int
    place: Place

    def problem(self, check: str, message: str, advice: str = "", level: str = "error") -> Problem:
        """A problem of this row."""
        return Problem(str(self.path), self.line, message, where=self.place.id, check=check, level=level, advice=advice)


@attrs.frozen(eq=False)
class Places:
    """What the checks look at: the rows to check, and the whole table with the rows of the base under them."""

    rows: Sequence[Row]
    table: Table
    outlines: Outlines
    common: frozenset[str]
    codebook: Codebook


class Check(Protocol):
    """One kind of fault; yields its problems in the order of the rows."""

    def __call__(self, places: Places) -> Iterator[Problem]:
        """The problems found."""


def parents(places: Places) -> Iterator[Problem]:
    """Parents exist, fit the level, and never lead back to the place."""
    for row in places.rows:
        place = row.place
        parent = places.table.places.get(place.parent)
        if place.parent and parent is None:
            yield row.problem("parent", f"the parent {place.parent!r} is no place of the table", "give the id of a row")
            continue
        level = parent.level if parent else ""
        if level not in _PARENTS[place.level]:
            allowed = ", ".join(name or "none" for name in _PARENTS[place.level])
            what = f"a {level}" if level else "no parent"
            yield row.problem("level", f"a {place.level} has {what}; it may have: {allowed}", "mend the level or the parent")
        seen = {place.id}
        while parent is not None:
            if parent.id in seen:
                yield row.problem("cycle", f"its parents lead back to {parent.id}", "mend the column parent")
                break
            seen.add(parent.id)
            parent = places.table.places.get(parent.parent)


def letters(places: Places) -> Iterator[Problem]:
    """Letters of names: lookalikes, invisible and mixed ones; the first name Arabic, the English one Latin."""
    for row in places.rows:
        for name in dict.fromkeys((*row.place.names, row.place.name_en)):
            for check, message, advice in faults(name):
                yield row.problem(check, f"the name {name!r} {message}", advice)
        if "ARABIC" not in scripts(row.place.name):
            yield row.problem(
                "arabic-name", f"the name {row.place.name!r} has no Arabic letters: it is found in no Arabic text",
                "give the Arabic name in the column name", "warning",
            )  # fmt: skip
        if scripts(row.place.name_en) - {"LATIN"}:
            yield row.problem("latin-name", f"name_en {row.place.name_en!r} is not in Latin letters", "write it in Latin letters")


def origins(places: Places) -> Iterator[Problem]:
    """Every row says its source, and how good its point is."""
    for row in places.rows:
        if not row.place.source.strip():
            yield row.problem("source", "the column source is empty", "say where the row is from", "warning")
        if row.place.lat is not None and not row.place.precision.strip():
            yield row.problem(
                "precision", "has a point, but the column precision is empty", "write point, or approx and kilometres", "warning"
            )


def points(places: Places) -> Iterator[Problem]:
    """Points lie in the outline of the nearest area above that has one; latitude and longitude are not swapped."""
    for row in places.rows:
        place = row.place
        if place.lat is None or place.lon is None or place.level == "country":
            continue
        chain = places.table.ancestors(place)
        swapped = attrs.evolve(place, lat=place.lon, lon=place.lat) if abs(place.lon) <= 90 else None
        anchor = next((area for area in chain if area.lat is not None), None)
        if swapped is not None and anchor is not None:
            here, there = distance_km(place, anchor), distance_km(swapped, anchor)
            if here is not None and there is not None and here > _FAR_KM and there < here / 3:
                yield row.problem(
                    "swapped", f"{here:.0f} km from {anchor.name_en or anchor.id}", "swap lat and lon: it is then near"
                )
                continue
        outline = next((places.outlines.by_pcode[area.id] for area in chain if area.id in places.outlines.by_pcode), None)
        if outline is None or place.level not in _SPOTS:
            continue
        distance = outline.kilometres_outside(place.lat, place.lon)
        if distance > OUTSIDE_KM:
            found = places.outlines.finest(place.lat, place.lon)
            where = f"in {found.pcode}" if found else "in no area of the outlines"
            yield row.problem(
                "outside",
                f"the point lies {distance:.1f} km outside {outline.pcode}, {where}",
                "mend the point or the parent",
                "warning",
            )


def doubles(places: Places) -> Iterator[Problem]:
    """One place written twice: the same name, level and parent, or the same name at the same point."""
    named: dict[tuple[tuple[str, ...], str], list[Place]] = defaultdict(list)
    for place in places.table.places.values():
        named[key_words(place.name), place.level].append(place)
    told: set[frozenset[str]] = set()
    for row in places.rows:
        for other in named[key_words(row.place.name), row.place.level]:
            pair = frozenset((row.place.id, other.id))
            if other.id == row.place.id or pair in told:
                continue
            apart = distance_km(row.place, other)
            advice = f"delete one row, or give this one the id {other.id} to replace that row"
            if apart is not None and apart < SAME_POINT_KM:
                told.add(pair)
                yield row.problem("double", f"{row.place.name} is also {other.id}, {apart * 1000:.0f} m away", advice, "warning")
            elif other.parent == row.place.parent:
                told.add(pair)
                yield row.problem("double", f"{row.place.name} is also {other.id}, with the same parent", advice, "warning")


def words(places: Places) -> Iterator[Problem]:
    """Names that are words too: notes, since such a name is a place only with evidence beside it."""
    named: dict[str, list[Row]] = defaultdict(list)
    for row in places.rows:
        for name in dict.fromkeys(fold(name) for name in row.place.names):
            named[name].append(row)
    for name, rows in named.items():
        kinds = sorted(_lexicon_kinds(name, places.codebook))
        if name in places.common or name.removeprefix("ال") in places.common:
            kinds.insert(0, "a common word (common-words.txt)")
        if kinds:
            many = f"{len(rows)} places have" if len(rows) > 1 else "has"
            yield rows[0].problem("common-word", f"{many} the name {name}, which is also {' and '.join(kinds)}", level="note")


def _lexicon_kinds(name: str, codebook: Codebook) -> Iterator[str]:
    """What a whole name is in the codebook's dictionary, apart from place names."""
    tokens = tokenise(name)
    whole = [match for match in codebook.trie.find(tokens) if match.first == 0 and match.last == len(tokens)]
    found = {match.value.kind for match in whole if not match.analysis.proclitics and not match.enclitic}
    yield from (f"in the codebook ({kind})" for kind in found)


CHECKS: tuple[Check, ...] = (parents, letters, origins, points, doubles, words)


def check_places(paths: Sequence[Path] = ()) -> list[Problem]:
    """The problems of place tables that add to the gazetteer, in file order; without a path, of the gazetteer itself.

    The gazetteer's rows are the context of an added table, and are not reported then. Rows that cannot be read are problems
    too; nothing is raised for the content of a file.
    """
    folder = data_root() / "gazetteer"
    base, problems = _read(folder / "places.csv")
    rows = base if not paths else []
    known = {row.place.id: row for row in base}
    for path in paths:
        added, found = _read(path)
        problems.extend(found)
        for row in added:
            if row.place.id in known:
                row_before = known[row.place.id]
                message = f"replaces the row of {row_before.path.name}:{row_before.line} ({row_before.place.name})"
                problems.append(row.problem("replaces", message, level="note"))
            known[row.place.id] = row
        rows.extend(added)
    common = {
        fold(line.split("#")[0].strip(" +")) for line in (folder / "common-words.txt").read_text(encoding="utf-8").splitlines()
    }
    common |= {word.removeprefix("ال") for word in common}
    places = Places(
        rows, Table((row.place for row in known.values()), ""), Outlines.load(), frozenset(common - {""}),
        load_codebook(),
    )  # fmt: skip
    for check in CHECKS:
        problems.extend(check(places))
    problems = _excused(problems, folder / "exceptions.csv", known) if not paths else problems
    order = {str(path): number for number, path in enumerate(paths)}
    return sorted(problems, key=lambda problem: (order.get(problem.path, -1), problem.line))


def _read(path: Path) -> tuple[list[Row], list[Problem]]:
    """The rows of a table, and what is wrong with those that cannot be read."""
    rows: list[Row] = []
    problems = _shape(path)
    first: dict[str, int] = {}
    try:
        for line, cells in read_csv(path):
            try:
                place = read_place(cells)
            except ValueError as error:
                problems.append(Problem(str(path), line, str(error), where=cells.get("id", ""), check="row", advice="mend the row"))
                continue
            if place.id in first:
                message = f"the id {place.id!r} stands in line {first[place.id]} too"
                problems.append(
                    Problem(str(path), line, message, where=place.id, check="id", advice="give each row an id of its own")
                )
                continue
            first[place.id] = line
            rows.append(Row(path, line, place))
    except DataError as error:
        problems.extend(attrs.evolve(problem, check="file") for problem in error.problems)
    return rows, list(dict.fromkeys(problems))


def _shape(path: Path) -> list[Problem]:
    """Columns that a table lacks or that nobody reads, and rows with more or fewer cells than the header."""
    problems = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            header = next(reader, [])
            for column in ("id", "name", "level"):
                if column not in header:
                    problems.append(Problem(str(path), 1, f"the column {column!r} is missing", check="columns", advice="add it"))
            for column in header:
                if column not in COLUMNS:
                    advice = f"name it as one of {', '.join(COLUMNS)}"
                    problems.append(
                        Problem(
                            str(path), 1, f"nobody reads the column {column!r}", check="columns", level="warning", advice=advice
                        )
                    )
            for cells in reader:
                if cells and len(cells) != len(header):
                    message = f"{len(cells)} cells under {len(header)} columns"
                    advice = "set names that hold a comma in double quotes"
                    problems.append(Problem(str(path), reader.line_num, message, check="columns", advice=advice))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        problems.append(Problem(str(path), 0, f"cannot be read as a UTF-8 CSV table: {error}", check="file"))
    return problems


def _excused(problems: Sequence[Problem], path: Path, known: Mapping[str, Row]) -> list[Problem]:
    """Problems less those that the file of reviewed exceptions excuses; an exception that excuses nothing is a problem."""
    if not path.is_file():
        return list(problems)
    out: list[Problem] = []
    excused: set[tuple[str, str]] = set()
    lines: dict[tuple[str, str], int] = {}
    for line, row in read_csv(path):
        key = (row.get("check", ""), row.get("id", ""))
        if not row.get("reason", "").strip():
            out.append(
                Problem(str(path), line, "an exception without a reason", where=key[1], check="exception", advice="give the reason")
            )
        if key[1] not in known:
            out.append(Problem(str(path), line, f"{key[1]!r} is no place", check="exception", advice="delete the row"))
        lines[key] = line
    for problem in problems:
        if (problem.check, problem.where) in lines and problem.level != "note":
            excused.add((problem.check, problem.where))
        else:
            out.append(problem)
    for key in lines.keys() - excused:
        message = f"excuses a problem {key[0]!r} that {key[1]} does not have"
        out.append(Problem(str(path), lines[key], message, where=key[1], check="exception", advice="delete the row"))
    return out
