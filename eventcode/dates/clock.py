"""Clock times and parts of the day: الساعة 4:30 فجر الجمعة, منتصف ليل السبت."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from eventcode.dates.hit import Hit
from eventcode.dates.words import ORDINALS, PARTS

if TYPE_CHECKING:
    from eventcode.dates.grammar import Grammar


def clock(grammar: Grammar, index: int) -> Hit | None:
    """الساعة 4:30 فجر الجمعة, الساعة 6:00 في 31 آب: a clock time with its day."""
    if grammar.bare(index) not in ("الساعه", "ساعه") or index + 1 >= grammar.size:
        return None
    position = grammar.marks(index + 1)
    text = grammar.norm(position).replace(".", ":")
    hour, minute = -1, 0
    if position < grammar.size and grammar.tokens[position].kind == "number":
        pieces = text.split(":")
        if len(pieces) in (1, 2) and all(piece.isdigit() and len(piece) <= 2 for piece in pieces):
            hour, minute = int(pieces[0]), int(pieces[1]) if len(pieces) == 2 else 0
    elif grammar.norm(position) in ORDINALS:
        hour = ORDINALS[grammar.norm(position)]
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    position += 1
    part = PARTS.get(grammar.norm(position).rstrip("ا")) if grammar.norm(position).endswith("ا") else None
    if part is not None:
        position += 1
    following = grammar.skip_words(position, {"من", "في", "يوم", "بتوقيت"}, 2)
    hit = grammar.base(following) if following - position <= 2 else None
    if hit is None or hit.interval is None:
        return None
    if (part is None and hit.interval.time in ("evening", "night", "afternoon")) or part in ("evening", "night", "afternoon"):
        hour = hour + 12 if hour < 12 else hour
    return attrs.evolve(
        hit, interval=attrs.evolve(hit.interval, resolution="hour", time=f"{hour % 24:02d}:{minute:02d}"), weekday=None
    )


def part_of_day(grammar: Grammar, index: int) -> tuple[int, str] | None:
    """فجر, صباح, منتصف ليل, وقت مبكر, ساعة متأخرة من مساء: where the part ends, and its name."""
    word = grammar.bare(index)
    if word in ("منتصف", "بعد") and grammar.norm(index + 1).removeprefix("ال") in PARTS:
        inner = PARTS[grammar.norm(index + 1).removeprefix("ال")]
        return index + 2, "afternoon" if word == "بعد" else inner
    if word in ("وقت", "ساعه", "الساعات", "ساعات") and grammar.norm(index + 1).removeprefix("ال") in (
        "مبكر",
        "متاخر",
        "مبكره",
        "متاخره",
        "اولي",
    ):
        early = "مبكر" in grammar.norm(index + 1) or "اولي" in grammar.norm(index + 1)
        position = index + 2
        if grammar.norm(position) == "من":
            position += 1
        if grammar.norm(position) in PARTS:
            return position + 1, PARTS[grammar.norm(position)]
        return position, "morning" if early else "night"
    if word in PARTS:
        position = index + 1
        if grammar.norm(position) == "من":
            position += 1
        return position, PARTS[word]
    return None
