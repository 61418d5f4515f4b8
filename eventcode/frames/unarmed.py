"""Words of arms that report no act of arms: the figure beside debts and storms, and the participle that only describes."""

from __future__ import annotations

from eventcode.codebook import Pattern
from eventcode.mentions import View
from eventcode.mentions.closed import STRONG_RELATIVES, bare
from eventcode.patterns import Match

_NO_ARMS = frozenset({"unarmed", "unhurt", "wordy"})
_ADJECTIVES = 2
"""Adjectives between a noun and the relative clause on it: الزلزال العنيف المدمر الذي ضرب المحافظة."""


def of_no_arms(view: View, match: Match, pos: str, pattern: Pattern, clause: tuple[int, int]) -> bool:
    """Whether the word right beside an act of arms makes it a figure: تحاصر الديون المزارعين, اغتيال الطفولة, هجوم لاذع.

    Where people are counted as hurt it is none: what killed them may well have been a storm.
    """
    if view.listed.isdisjoint(_NO_ARMS):
        return False
    after = match.last
    if pos == "verb":
        beside = [("unarmed", _described(view, match.first)), ("unarmed", after)]
        beside += [("unhurt", position) for position in range(after, after + 3)]
    else:
        against = after < len(view.tokens) and view.preposition(after) in ("ضد", "علي")
        beside = [("unarmed", after), ("unhurt", after + against)]
        if pattern.frame != "kill":
            beside.append(("wordy", after))  # توقيف إعلامي is the arrest of a journalist
    by = "ب" if pattern.frame == "damage" else ""  # محاصرون بالثلوج, but no هجوم بطائرات
    # What a pattern asks for is meant, whatever it is: قطع المياه in a codebook of cuts.
    meant = frozenset(pattern.needs)
    if not any(_bare_entry(view, position, name, by) and meant.isdisjoint(view.lists[position]) for name, position in beside):
        return False
    start, end = clause
    return not any(actor.kind == "people" and actor.quantity is not None and start <= actor.head < end for actor in view.actors)


def _described(view: View, verb: int) -> int:
    """The noun before a verb, across the relative that joins them and adjectives: الزلزال المدمر الذي ضرب المحافظة."""
    index = verb - 1
    if index < 1 or not bare(view.tokens[index].norm, STRONG_RELATIVES):
        return index
    for position in range(index - 1, max(-1, index - 2 - _ADJECTIVES), -1):
        if "unarmed" in view.lists[position]:
            return position
        if not view.tokens[position].norm.startswith("ال"):
            break
    return index - 1


def _bare_entry(view: View, index: int, name: str, by: str) -> bool:
    """Whether a token, with no proclitic or the one that ``by`` allows, starts an entry of a word list."""
    if not 0 <= index < len(view.tokens) or name not in view.lists[index]:
        return False
    return any(match.value.ref == name and match.analysis.proclitics in ("", by) for match in view.at[index].get("list", ()))


def deadly(view: View, match: Match, pos: str) -> bool:
    """هجوم قاتل, أي نزاع عارض: after an indefinite noun of an act, a verb of the pattern فاعَل is the participle that describes it."""
    form = match.value.form
    if pos != "verb" or match.first == 0 or form is None or form.aspect != "perfect" or view.tokens[match.first].norm != form.lemma:
        return False
    if len(form.lemma) != 4 or form.lemma[1] != "ا" or any(actor.first == match.last for actor in view.actors):
        return False  # في اشتباك حاصر الجيش البلدة: its subject follows
    nouns = view.at[match.first - 1].get("trigger", ())
    return any(
        noun.value.form is not None
        and noun.value.form.pos == "noun"
        and noun.value.form.number != "p"
        and not noun.analysis.article
        for noun in nouns
    )
