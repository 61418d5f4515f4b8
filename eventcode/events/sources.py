"""Who reports an event, where a pronoun or a quote that goes on stands for an earlier source."""

from __future__ import annotations

import attrs

from eventcode.events.context import Context
from eventcode.frames import Predicate, SourceClaim, suffix_agrees
from eventcode.mentions import View
from eventcode.model import Attribution

_OF_SEVERAL = frozenset({"negotiation", "agreement", "ceasefire", "joint_patrol"})
_TWO = 2
_SOURCES = frozenset({"المصدر", "المصادر"})
_SELF = frozenset({"ذاته", "نفسه", "عينه", "ذاتها", "نفسها", "عينها"})
_IN_NAME_OF = "باسم"
_QUOTES = frozenset('"“”«»')


def recognised(context: Context, view: View, claim: SourceClaim) -> SourceClaim:
    """أشارت الوزارة, أكد المسؤول: a definite noun alone speaks for the last one whom the document named by it, a surname for the
    one who was introduced by an office and his full name.
    """
    if claim.pronoun:
        return claim
    again = _same(context, view, claim)
    if again or claim.code not in (None, "UNK", "NGO"):
        return attrs.evolve(claim, code=again or claim.code)
    mention = next((m for m in view.actors if m.first == claim.first and m.last == claim.last), None)
    if mention is None and claim.text and claim.last - claim.first == 1:
        # قال الناطق باسم الوزارة فلان الفلاني ... وأضاف الفلاني
        introduced = (code for said, code in reversed(context.introduced) if claim.text in said.split())
        return attrs.evolve(claim, code=next(introduced, claim.code))
    if mention is None or not mention.definite or mention.owner is not None:
        return claim
    return attrs.evolve(claim, code=context.named.get(view.head(mention), claim.code))


def _same(context: Context, view: View, claim: SourceClaim) -> str:
    """بحسب المصدر ذاته, وذكر متحدث باسمها: the code of the source before, of whom the suffix of a spokesman's باسم must be able to tell."""
    told = [earlier.code for earlier in context.source if earlier.code and earlier.code != "UNK"]
    words = [token.norm for token in view.tokens[claim.first : claim.last + 1]] if claim.first >= 0 else []
    if not told or len(words) < _TWO:
        return ""
    if words[0] in _SOURCES and words[1] in _SELF:
        return told[0]
    suffix = words[-1].removeprefix(_IN_NAME_OF)
    if claim.code not in (None, "UNK") or suffix in ("", words[-1]):
        return ""
    named = (m for m in reversed(context.actors) if m.code in told and suffix_agrees(suffix, [m]))
    return next((m.code for m in named if m.code), "")


def attribution(context: Context, text: str, view: View, predicate: Predicate) -> list[Attribution]:
    """Who reports it; a pronoun source, and a quote that goes on, take the earlier source's code, text null."""
    out: list[Attribution] = []
    if predicate.own_words:
        return out
    if not predicate.sources and predicate.pattern.frame != "speak" and _quote_goes_on(text, view, predicate):
        predicate.why("attribution", "inside a quote that an earlier sentence opened")
        stance = "denies" if predicate.denied >= 0 else "asserts"
        return [Attribution(None, earlier.code, stance) for earlier in context.source]
    for claim in (recognised(context, view, source) for source in predicate.sources):
        if claim.pronoun and claim.text is None:
            if not context.source:
                out.append(Attribution(None, "UNK", claim.stance))
            for earlier in context.source:
                out.append(Attribution(None, earlier.code, claim.stance))
        elif claim.pronoun:
            code = context.source[0].code if context.source else "UNK"
            out.append(Attribution(claim.text, code, claim.stance, claim.via, claim.start, claim.end))
        elif claim.code in (None, "UNK") and (both := _both(context, view, claim)):
            out += [Attribution(claim.text, code, claim.stance, claim.via, claim.start, claim.end) for code in both]
        else:
            out.append(Attribution(claim.text, claim.code, claim.stance, claim.via, claim.start, claim.end))
    return out


def _both(context: Context, view: View, claim: SourceClaim) -> list[str]:
    """أكد الوزيران, بحسب الطرفين: the two who took part in the last act of several that was told."""
    if not any(m.first == claim.first and m.kind == "parties" for m in view.actors):
        return []
    told = (event for event in reversed(context.events) if event.type in _OF_SEVERAL)
    parties = next(
        (
            {actor.code.replace("MIL", "GOV") for actor in event.actors}
            for event in told
            if len({a.code for a in event.actors}) == _TWO
        ),
        set(),
    )
    return sorted(parties - {"UNK"})


def _quote_goes_on(text: str, view: View, predicate: Predicate) -> bool:
    """Whether a predicate stands in a quote that an earlier sentence of its paragraph opened."""
    start = text.rfind("\n", 0, view.sentence.start) + 1
    opened = -1
    for position in range(start, predicate.start):
        mark = text[position]
        if mark in "“«" or (mark in _QUOTES and opened < 0):
            opened = position
        elif mark in _QUOTES:
            opened = -1
    return start <= opened < view.sentence.start
