"""Second names: an actor named again in brackets or quotes right behind its name is one mention (قوات سوريا الديمقراطية "قسد")."""

from __future__ import annotations

from collections.abc import Sequence

from eventcode.mentions.closed import QUOTES
from eventcode.mentions.model import ActorMention, View

_NAMED = frozenset({"group", "government"})


def without_aliases(view: View, mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """The mentions of a sentence but those that only give the one before them another name."""
    out: list[ActorMention] = []
    for mention in mentions:
        if not (out and _alias(view, out[-1], mention)):
            out.append(mention)
    return out


def _alias(view: View, before: ActorMention, mention: ActorMention) -> bool:
    """Whether a mention names the actor right before it, with nothing but an opening mark between."""
    if mention.kind not in _NAMED or mention.code != before.code or mention.proclitics or before.quantity is not None:
        return False
    between = view.tokens[before.last : mention.first]
    return bool(between) and all(token.text in QUOTES for token in between)
