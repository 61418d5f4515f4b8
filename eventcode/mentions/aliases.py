"""Words that are no mention of their own: second names (قوات سوريا الديمقراطية "قسد"), surnames (الشاب "فلان الصفدي"), ends of roads."""

from __future__ import annotations

from collections.abc import Sequence

from eventcode.mentions.closed import QUOTES
from eventcode.mentions.model import ActorMention, View

_DASHES = frozenset("-–—")
_ROADS = frozenset({"طريق", "اوتوستراد", "اتوستراد", "اوتستراد", "اتستراد", "استراد", "دولي", "محور"})
_NAMES = 4
"""Tokens of a person's name before its last word, a quotation mark among them."""
_NAMED = frozenset({"group", "government"})


def without_aliases(view: View, mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """The mentions of a sentence but those that only give the one before them another name, or are part of a name."""
    out: list[ActorMention] = []
    for mention in mentions:
        if out and (_alias(view, out[-1], mention) or _surname(view, out[-1], mention)):
            continue
        if not _end_of_road(view, mention):
            out.append(mention)
    return out


def _surname(view: View, before: ActorMention, mention: ActorMention) -> bool:
    """الشاب "جهاد الصفدي", الطفل فلان الحاج: whether a mention is a word of the name of the one person right before it."""
    one = before.kind == "people" and before.number == "s" and before.definite and before.quantity is None
    if not one or mention.proclitics or mention.kind not in ("person", "official", "people") or mention.last - mention.first > 1:
        return False
    between = view.tokens[before.last : mention.first]
    quoted = bool(between) and between[0].text in QUOTES and not any(token.text in QUOTES for token in between[1:])
    names = [n for n, token in enumerate(between) if token.kind == "word"]
    plain = len(names) == len(between) and all(not view.at[before.last + n] for n in names)
    return bool(names) and (quoted or plain) and len(between) <= _NAMES


def _end_of_road(view: View, mention: ActorMention) -> bool:
    """الأوتوستراد الدولي "درعا - دمشق": whether a capital is one end of a road."""
    if mention.kind != "capital" or not mention.first:
        return False
    dashes = view.tokens[mention.first - 1].text in _DASHES
    return dashes and any(
        token.norm.lstrip("وبل").removeprefix("ال") in _ROADS for token in view.tokens[max(0, mention.first - 6) : mention.first]
    )


def _alias(view: View, before: ActorMention, mention: ActorMention) -> bool:
    """Whether a mention names the actor right before it, with nothing but an opening mark between."""
    if mention.kind not in _NAMED or mention.code != before.code or mention.proclitics or before.quantity is not None:
        return False
    between = view.tokens[before.last : mention.first]
    return bool(between) and all(token.text in QUOTES for token in between)
