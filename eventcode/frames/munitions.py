"""Munitions that are the subject of a verb of hitting, behind it or before it, so that what follows is what they hit: أصابت قذيفة منزلاً."""

from __future__ import annotations

from eventcode.frames.verbs import Verb
from eventcode.mentions import View
from eventcode.mentions.closed import QUOTES, VERB_MARKERS, bare

_HITTING = frozenset({"اصاب", "استهدف", "ضرب", "قتل", "جرح", "طال", "دمر", "حصد", "احرق", "هدم"})

_SPLINTERS = frozenset({"شظايا", "شظيه"})
_WAS = frozenset({"كان", "كانت"})
_ADJECTIVES = 3
"""Adjectives between a munition and its verb: صواريخ بالستية روسية ضربت."""


def munition_hits(view: View, verb: Verb, index: int) -> bool:
    """Whether the word at a token is a munition, behind a verb of what munitions do and not of what is done with them (أطلق قذيفة)."""
    form = verb.match.value.form
    munition = "munitions" in view.lists[index] or view.tokens[index].norm in _SPLINTERS
    return munition and form is not None and form.lemma in _HITTING and verb.voice != "passive"


def munition_topic(view: View, verb: Verb) -> int:
    """The token of the munition before a verb of hitting, with its adjectives: الصواريخ الإسرائيلية كانت تستهدف المطار; -1 where there is none."""
    form = verb.match.value.form
    if (
        form is None
        or form.lemma not in _HITTING
        or verb.match.analysis.proclitics
        or verb.match.enclitic
        or verb.voice == "passive"
    ):
        return -1
    tokens, adjectives = view.tokens, 0
    for index in range(verb.index - 1, -1, -1):
        norm = tokens[index].norm
        if "munitions" in view.lists[index]:
            # قصف بصواريخ استهدفت البلدة, a means, hits as well; but شظايا من صواريخ are none of whoever hits
            free = all(match.analysis.proclitics[-1:] not in ("ب", "ل") for match in view.at[index].get("list", ()))
            return index if free and not norm.endswith(("ا", "ين")) else -1
        if bare(norm, VERB_MARKERS) or norm in _WAS or tokens[index].text in QUOTES:
            continue
        if not view.best(index, "nation") and "artillery" not in view.lists[index] and not norm.endswith(("يه", "ي")):
            return -1
        adjectives += 1
        if adjectives > _ADJECTIVES or tokens[index].kind != "word":
            return -1
    return -1
