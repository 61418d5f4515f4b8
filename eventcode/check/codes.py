"""Codes that must exist: CAMEO, ACLED, PLOVER, and the roots of actor codes (``codebooks/tables``)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from eventcode.check.model import Check
from eventcode.check.subject import Subject
from eventcode.codebook.shape import nearest
from eventcode.data import data_root, read_csv
from eventcode.errors import Problem


@cache
def table(name: str, *columns: str) -> frozenset[tuple[str, ...]]:
    """The columns of a code table of ``codebooks/tables``."""
    path = data_root() / "codebooks" / "tables" / name
    return frozenset(tuple(row[column] for column in columns) for _, row in read_csv(path))


class UnknownCode(Check):
    """A code that the ontology does not have."""

    name = "unknown-code"
    advice = "look the code up in codebooks/tables, or leave the ontology out where none of its codes fits"
    reason = "users join events with ACLED, CAMEO and PLOVER data by these codes"
    bad = 'cameo: "1955"'
    good = 'cameo: "195"'

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Codes of event types. An ACLED sub-event type * stands for all of its event type (coded by who acts)."""
        acled = sorted(table("acled.csv", "event_type", "sub_event_type"))
        cameo = sorted(code for (code,) in table("cameo.csv", "code"))
        plover = sorted(table("plover.csv", "event", "mode"))
        for path, data in subject.of("types"):
            codes = data.get("codes") or {}
            pair = codes.get("acled")
            if pair is not None:
                yield from self._pair(path, "ACLED event type", pair, [*acled, *((kind, "*") for kind, _ in acled)])
            if "cameo" in codes and codes["cameo"] not in cameo:
                yield self.problem(
                    path, codes["cameo"], f"CAMEO has no code {str(codes['cameo'])!r}: {nearest(codes['cameo'], cameo)}"
                )
            pair = codes.get("plover")
            if pair is not None:
                yield from self._pair(path, "PLOVER event", pair, plover)

    def _pair(self, path: Any, what: str, pair: Any, known: list[tuple[str, ...]]) -> Iterator[Problem]:
        first = str(pair[0])
        second = str(pair[1]) if len(pair) > 1 else ""
        if first not in {item[0] for item in known}:
            yield self.problem(
                path, pair[0], f"there is no {what} {first!r}: {nearest(first, sorted({item[0] for item in known}))}"
            )
        elif (first, second) not in known:
            under = sorted(item[1] for item in known if item[0] == first and item[1])
            value = pair[1] if len(pair) > 1 else pair[0]
            hint = nearest(second, under) if under else "it has none"
            yield self.problem(path, value, f"{what} {first!r} has no {second!r} under it: {hint}")


class UnknownActorCode(Check):
    """An actor code that begins with no country and no known kind of actor."""

    name = "unknown-actor-code"
    advice = (
        "begin the code with an ISO 3166-1 alpha-3 code or one of IGO, NGO, IMG, UAF, UNK ... (codebooks/tables/actor-roots.csv)"
    )
    reason = "programs that read events take the first three letters for the country"
    bad = "code: SRYMIL"
    good = "code: SYRMIL"

    def run(self, subject: Subject) -> Iterator[Problem]:
        """Codes of actors, agent nouns, countries, dated names, backers and examples."""
        known = sorted(code for (code,) in table("actor-roots.csv", "code"))
        for path, code in _actor_codes(subject):
            if code and code[:3] not in known:
                yield self.problem(path, code, f"no country or kind of actor has the code {code[:3]!r}: {nearest(code[:3], known)}")


def _actor_codes(subject: Subject) -> Iterator[tuple[Any, str]]:
    for path, data in subject.of("actors"):
        keys = {"actors": "code", "agent-nouns": "alone", "nationalities": "country", "countries": "country", "codes": "code"}
        for key, of in keys.items():
            for entry in data.get(key) or ():
                if of in entry:
                    yield path, entry[of]
                for period in entry.get("dated") or ():
                    if "code" in period:
                        yield path, period["code"]
    for path, data in subject.of("frames"):
        for country, code in (data.get("backers") or {}).items():
            yield path, country
            yield path, code
    for path, data in subject.of("types"):
        for example in data.get("examples") or ():
            for event in example.get("events") or ():
                for key in ("actors", "targets"):
                    for code in event.get(key) or ():
                        yield path, code


CHECKS: tuple[Check, ...] = (UnknownCode(), UnknownActorCode())
