"""The tokens around a predicate in which a pattern looks for words: its clause, what follows it, its own phrase."""

from __future__ import annotations

from eventcode.mentions import View
from eventcode.mentions.closed import HARD_ENDS
from eventcode.patterns import CLAUSE_END, GAP_LENGTH, past_aside

_COMMAS = frozenset({"،", ","})
NEAR = 7
"""Tokens on each side in which a word of another domain blocks a pattern."""


def clause_window(view: View, first: int, last: int) -> tuple[int, int]:
    """The tokens around a predicate up to strong punctuation, at most 14 on the left and 18 on the right."""
    tokens = view.tokens
    start = first
    least = max(0, first - 14)
    while start > least and tokens[start - 1].text not in HARD_ENDS:
        start -= 1
    end = last
    most = min(len(tokens), last + 18)
    while end < most and tokens[end].text not in HARD_ENDS:
        end += 1
    return start, end


def following_window(view: View, last: int) -> tuple[int, int]:
    """The tokens after a predicate in which its object or what it governs begins: those that a gap of a phrase spans.

    A source or a time between commas is passed over (نصبت، بحسب السكان، راجمات), further on a day or a name (نصبت الفصائل، أمس، راجمات)
    and any word of a time (نقلوا خلال الأيام الماضية أسلحة).
    """
    tokens = view.tokens
    first = last
    if last < len(tokens) and tokens[last].text in _COMMAS:
        closing = (p for p in range(last + 1, min(len(tokens), last + GAP_LENGTH + 2)) if tokens[p].text in _COMMAS)
        first = next(closing, last - 1) + 1
    end = first
    most = min(len(tokens), first + GAP_LENGTH + 1)
    while end < most:
        behind = past_aside(tokens, end)
        if behind > end:
            end, most = behind, min(len(tokens), most + behind - end)
            continue
        if tokens[end].text in CLAUSE_END:
            break
        most = min(len(tokens), most + view.dated(end))
        end += 1
    return first, end


def reaching_out(view: View, index: int) -> set[str]:
    """بدعم من الطيران: the word lists with an entry that begins with a fixed expression at a token and says more than it does."""
    return {match.value.ref for match in view.at[index].get("list", ()) if "state" not in view.covered[match.last - 1]}


def near_window(view: View, first: int, last: int, clause: tuple[int, int]) -> tuple[int, int]:
    """The tokens right around a predicate within its clause; a day or a name between commas counts for nothing."""
    start, end = max(clause[0], first - NEAR), min(clause[1], last + NEAR)
    for index in range(last, end):
        end = min(clause[1], end + past_aside(view.tokens, index) - index)
    return start, end


def argument_window(view: View, first: int, last: int) -> tuple[int, int]:
    """The predicate's own phrase and clause: to the next strong boundary, comma-clauses included, at most 12 tokens each side."""
    start = first
    while start > 0 and first - start < 12:
        token = view.tokens[start - 1]
        if token.text in HARD_ENDS or token.norm in ("ان", "انه", "حيث", "بينما", "فيما"):
            break
        start -= 1
    end = last
    while end < len(view.tokens) and end - last < 12:
        token = view.tokens[end]
        if token.text in HARD_ENDS or token.norm in ("ان", "حيث", "بينما", "فيما", "مما"):
            break
        end += 1
    return start, end
