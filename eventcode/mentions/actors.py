"""Find the actors of a sentence: read them one after the other, merge what belongs together, and share owners among them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise

from eventcode.codebook import Codebook
from eventcode.mentions.adjectives import is_nisba
from eventcode.mentions.affiliation import SUPPOSING
from eventcode.mentions.aliases import without_aliases
from eventcode.mentions.counted import tie_quantities
from eventcode.mentions.governors import govern
from eventcode.mentions.kinds import ACTING_KINDS, NAMING, THING_KINDS
from eventcode.mentions.latter import LATTER, OF_TWO, taken_up
from eventcode.mentions.model import ActorMention, View
from eventcode.mentions.parser import Parser


def find_actors(view: View, codebook: Codebook, day: dt.date | None, known: frozenset[str]) -> frozenset[int]:
    """Put the sentence's actors, with their governors and groups, into the view; gives the tokens that are inside names."""
    parser = Parser(view, codebook, day, known)
    last = 0
    mentions: list[ActorMention] = []
    for index, found in enumerate(view.at):
        if (index >= last and view.tokens[index].norm in LATTER) or view.tokens[index].norm in OF_TWO:
            taken_up(view, index, mentions)
            continue
        if index < last or not found or ACTING_KINDS.isdisjoint(found) or view.tokens[index].kind != "word":
            continue
        mention = None if _forcefully(view, index) else parser.parse(index)
        if mention is not None and mentions and _same_head(mentions[-1], mention):
            # طائرات النظام الحربية والمروحية: an adjective of the noun before.
            mentions[-1].last, mentions[-1].end = mention.last, mention.end
            last = mention.last
        elif mention is not None:
            mentions.append(mention)
            parser.previous = mention.code or parser.previous
            last = mention.last
    covered = {position for mention in mentions for position in range(mention.first, mention.last)}
    for position in covered:
        if view.tokens[position].norm in SUPPOSING:  # it says nothing of the act
            view.at[position], view.covered[position] = {}, frozenset()
    mentions.extend(extra for extra in parser.extra if extra.first in covered)
    mentions.sort(key=lambda mention: (mention.first, -mention.last))
    for before, mention in pairwise(mentions):
        # عناصر وضباط الحرس الثوري: the owner is that of both.
        if before.last == mention.first and mention.proclitics == "و" and mention.owner is not None and not before.definite:
            if before.code == "" and before.kind == mention.kind == "force":
                before.code = mention.code
    named = frozenset(_name_tokens(view, mentions))
    mentions = without_aliases(view, mentions)
    tie_quantities(view, mentions)
    govern(view, mentions)
    _share_owners(mentions)
    view.actors = mentions
    adjectives = {index for index, found in enumerate(view.at) if "country" in found and is_nisba(view, index, found)}
    return named | adjectives


_FORCEFULLY = "بقوه"
_OF = frozenset({"من", "قوامها", "قوامه"})


def _forcefully(view: View, index: int) -> bool:
    """نددت واشنطن بقوة بالقصف: how it was done, where no adjective, owner or part tells which force is meant."""
    if view.tokens[index].norm.removeprefix("و") != _FORCEFULLY:
        return False
    following = view.tokens[index + 1] if index + 1 < len(view.tokens) else None
    if following is None or following.kind == "punct":
        return True
    adjective = following.norm.endswith("ه") and not following.norm.startswith("ال")
    return not (adjective or following.norm in _OF or following.kind == "number" or ACTING_KINDS & view.covered[index + 1])


def _same_head(before: ActorMention, mention: ActorMention) -> bool:
    """Whether aircraft that nobody owns are only of another kind than those right before them, whose owner is named."""
    # The owner may stand between, with one adjective more: طائرات النظام الحربية والمروحية.
    alike = before.kind == mention.kind == "aircraft" and before.code != "" and 0 <= mention.first - before.last <= 1
    return alike and mention.code == "" and mention.definite and mention.proclitics == "و"


def _name_tokens(view: View, mentions: Iterable[ActorMention]) -> Iterable[int]:
    """Tokens of names in which a place name is no place: all of a named actor, the heads of the others."""
    for mention in mentions:
        if mention.kind in ("country", "capital", "facility") and mention.name is None:
            continue
        for position in range(mention.first, mention.last):
            if not NAMING.isdisjoint(view.covered[position]):
                yield position


def _share_owners(mentions: list[ActorMention]) -> None:
    """مقرات وآليات للتنظيم, قتلى وجرحى من المدنيين: things, and tolls, that stand together are of the owner of the last."""
    for before, mention in zip(reversed(mentions[:-1]), reversed(mentions[1:]), strict=True):
        ownerless = before.kind in (*THING_KINDS, "people") and not (before.code or before.owner or before.pronoun or before.role)
        thing = before.kind in THING_KINDS and mention.kind in THING_KINDS
        ownerless = ownerless or (thing and not (before.code or before.owner or before.pronoun))
        alike = thing or (before.kind == mention.kind and not mention.role)
        if ownerless and alike and mention.code and mention.owner is not None and mention.group == before.group:
            before.code, before.owner, before.name = mention.code, mention.owner, mention.name
