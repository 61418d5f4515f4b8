"""Ellipsis in coordination: one agent noun that means several actors (الطائرات الروسية والسورية, وزراء خارجية روسيا وإيران)."""

from __future__ import annotations

from eventcode.codebook import AgentNoun
from eventcode.mentions.affiliation import ATTACHED
from eventcode.mentions.composition import compose, side_of
from eventcode.mentions.model import ActorMention
from eventcode.mentions.nouns import bare_word
from eventcode.mentions.phrases import Phrases
from eventcode.patterns import Match

# Plurals that begin a title of several words, without what may be a letter before the word.
_PLURAL_HEADS = frozenset({"زراء", "زيرا", "زيري", "روساء", "قاده", "زعماء", "سفراء", "مندوبو", "مندوبي", "ممثلو", "ممثلي"})
_STATES = frozenset({"country", "capital", "government"})


def further_adjective(phrases: Phrases, noun: AgentNoun, nation: Match) -> ActorMention:
    """الطائرات الروسية والسورية, الرئيسان الروسي فلان والتركي فلان: the second adjective is a second actor with the same head."""
    person = phrases.apposed_person(nation.last) if noun.kind == "official" else None
    code = person.code if person is not None else compose(noun, nation.value.ref.country)
    last = person.last if person is not None else nation.last
    return phrases.another(nation, code, noun.kind, last, noun.role)


def and_others(phrases: Phrases, match: Match, noun: AgentNoun, index: int, depth: int) -> ActorMention | None:
    """مقاتلات روسية وأخرى سورية, دبابات تركية وأخرى تابعة للنظام: others of the same noun, whose they are told behind."""
    view = phrases.view
    nation = view.best(index + 1, "nation") if index + 1 < len(view.tokens) else None
    if nation is not None and not nation.analysis.proclitics:
        code, last = compose(noun, nation.value.ref.country), nation.last
    else:
        attached = index + 1 < len(view.tokens) and bare_word(view.tokens[index + 1]) in ATTACHED
        owner = phrases.after_preposition(index + 1 + attached, depth)
        if owner is None or not owner.code:
            return None
        code, last = side_of(phrases.codebook.backers, noun, owner.code), owner.last
    there = match._replace(first=index, last=index + 1, analysis=match.analysis._replace(proclitics="و"), enclitic="")
    return phrases.another(there, code, noun.kind, last, noun.role)


def further_state(phrases: Phrases, match: Match, noun: AgentNoun, index: int) -> ActorMention | None:
    """وزراء خارجية روسيا وإيران, قوات تركيا وروسيا: the next of several states whose people or forces a plural noun means."""
    form, found = match.value.form, phrases.view.best(index, "country")
    several = (form is not None and form.number != "s") or phrases.tokens[match.first].norm.lstrip("وبل") in _PLURAL_HEADS
    if not several or found is None or found.analysis.proclitics != "و":
        return None
    return phrases.another(found, compose(noun, found.value.ref.country), noun.kind, found.last, noun.role)


def end_of_persons(phrases: Phrases, noun: AgentNoun, last: int) -> int:
    """بنظيريه الروسي، فلان، والتركي، فلان: where the persons end that share a title with the one before ``last``."""
    while last < len(phrases.tokens):
        index = last + (phrases.tokens[last].text in ("،", ","))
        nation = phrases.view.best(index, "nation") if index < len(phrases.tokens) else None
        if nation is None or nation.analysis.proclitics != "و" or not nation.analysis.article:
            break
        last = further_adjective(phrases, noun, nation).last
    return last


def end_of_states(phrases: Phrases, last: int, depth: int) -> int:
    """القوات المدعومة من روسيا وإيران: where the states end that share an epithet with the one before ``last``."""
    while last < len(phrases.tokens) and phrases.tokens[last].norm[:1] == "و":
        other = phrases.parse(last, depth + 1)
        if other is None or other.proclitics != "و" or other.kind not in _STATES:
            break
        last = other.last
    return last
