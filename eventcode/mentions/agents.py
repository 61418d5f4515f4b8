"""Agent noun phrases: an agent noun with its owner, adjectives and names ("طائرات حربية روسية", "40 عنصراً من قوات الأسد")."""

from __future__ import annotations

import attrs

from eventcode.mentions.agent_phrase import TITLES, AgentPhrase, Step
from eventcode.mentions.composition import GOVERNMENT, SYRIAN_FORCES, compose
from eventcode.mentions.ellipsis import end_of_persons
from eventcode.mentions.kinds import ARMED_KINDS, THING_KINDS
from eventcode.mentions.model import ActorMention
from eventcode.mentions.modifiers import (
    adjective,
    branch,
    coordination,
    displaced_people,
    filler,
    make,
    mark,
    nationality,
    number,
    owned,
    place_name,
    rank,
    states,
    supposition,
)
from eventcode.mentions.nouns import numbered, one_word
from eventcode.mentions.owners import affiliation, foe, genitive, joint_owner, outlet, prepositional
from eventcode.mentions.phrases import Phrases
from eventcode.patterns import Match

_STEPS = (
    filler,
    branch,
    rank,
    supposition,
    mark,
    number,
    coordination,
    make,
    nationality,
    states,
    owned,
    affiliation,
    displaced_people,
    outlet,
    foe,
    genitive,
    prepositional,
    place_name,
    adjective,
)
"""In the order in which they are tried on the words at a token."""
# Where officials are posted: السفير في دمشق, المبعوث إلى سوريا, المندوب لدى الأمم المتحدة.
_POSTED = frozenset({"في", "الي", "لدي"})
_POSTS = frozenset({"country", "capital", "igo", "group"})
# What a person is called by before any office: a cleric who leads a party is a cleric.
_CALLINGS = frozenset({"REL", "BUS", "LEG"})


def agent(phrases: Phrases, match: Match, depth: int) -> ActorMention:
    """The actor that an agent noun means with what stands behind it."""
    phrase = AgentPhrase(phrases, match, depth)
    phrase.owner = joint_owner(phrase)
    phrase.owner_code = phrase.owner.code if phrase.owner is not None else ""
    while phrase.index < len(phrase.tokens) and _goes_on(phrase):
        pass
    _read_unit_number(phrase)
    person = _read_name(phrase)
    return _composed(phrase, person)


def _goes_on(phrase: AgentPhrase) -> bool:
    """Read the words at the next token; gives whether the phrase goes on behind them."""
    token = phrase.tokens[phrase.index]
    for step in _STEPS:
        outcome = step(phrase, token)
        if outcome is not Step.PASS:
            return outcome is Step.READ
    return False


def _read_unit_number(phrase: AgentPhrase) -> None:
    """اللواء 107: units with a number alone are those of the army."""
    alone = not phrase.owner_code and phrase.last == phrase.match.last
    if alone and phrase.noun.role == "MIL" and phrase.noun.kind == "force" and numbered(phrase.view, phrase.last):
        phrase.owner_code = SYRIAN_FORCES
        phrase.last += 1


def _read_name(phrase: AgentPhrase) -> ActorMention | None:
    """The person whose title the phrase is; else a group whose name follows in quotes is its owner."""
    person = _person(phrase)
    if person is not None:
        calling = phrase.noun.role in _CALLINGS
        phrase.owner, phrase.owner_code = person, person.code[:3] if calling else person.code
        phrase.last = end_of_persons(phrase.phrases, phrase.noun, person.last)
        if not calling:
            phrase.noun = attrs.evolve(phrase.noun, role="")
    elif phrase.noun.kind == "force" and (phrase.owner is None or phrase.owner.kind == "country"):
        group = phrase.phrases.quoted_group(phrase.last)
        if group is not None:
            phrase.last, phrase.owner, phrase.owner_code = group.last, group, group.code
    return person


def _person(phrase: AgentPhrase) -> ActorMention | None:
    """الرئيس فلان, القيادي فلان, المبعوث الأميركي إلى سوريا فلان: the person in apposition, right behind the phrase or behind a post."""
    form = phrase.match.value.form
    titled = phrase.noun.kind in TITLES
    if not titled and (phrase.noun.kind != "force" or (form is not None and form.number != "s")):
        return None
    person = phrase.phrases.apposed_person(phrase.last)
    if person is not None or not titled or phrase.view.preposition(phrase.last) not in _POSTED:
        return person
    post = phrase.phrases.parse(phrase.last + 1, phrase.depth + 1)
    return phrase.phrases.apposed_person(post.last) if post is not None and post.kind in _POSTS else None


def _composed(phrase: AgentPhrase, person: ActorMention | None) -> ActorMention:
    """The mention of the whole phrase, with the code of noun and owner."""
    match, owner = phrase.match, phrase.owner
    if phrase.owner_code[3:] == GOVERNMENT and phrase.toll():
        phrase.owner_code = phrase.owner_code[:3] + "MIL"  # قتلى النظام, جرحى النظام: of his forces
    if phrase.noun.anaphoric and phrase.noun.role == "REB" and not phrase.noun.counts and not phrase.owner_code and phrase.skipped:
        phrase.noun = attrs.evolve(phrase.noun, alone="")  # الهيئة الملكية: one that an adjective tells from the others
    noun, owner_code = phrase.noun, phrase.owner_code
    # مبنى الدفاع الجوي: of forces of whom it is not said whose they are.
    open_ = owner is not None and not owner_code and owner.kind in ARMED_KINDS and noun.kind in THING_KINDS
    code = "" if open_ else compose(noun, owner_code)
    name = owner.name if owner is not None else None
    mention = phrase.phrases.mention(match, code, name, noun.kind, phrase.last, noun.role, resolved=bool(code))
    mention.definite = mention.definite or phrase.definite
    mention.assumed = not owner_code and not any(_syrian(token.norm) for token in phrase.tokens[match.first : match.last])
    mention.anaphoric = noun.anaphoric and not owner_code
    mention.counts = noun.counts
    mention.owner = owner
    mention.person = person.person if person is not None else ""
    mention.pronoun = match.enclitic if phrase.tokens[match.last - 1].norm != "نفسها" else ""  # جماعة تطلق على نفسها
    if owner is not None and owner.kind == "capital" and noun.alone == "UNK" and match.enclitic:
        mention.kind = owner.kind  # حليفتها موسكو
    if mention.gender == "f" and not match.enclitic and _his(phrase):
        mention.gender = "both"
    return mention


def _his(phrase: AgentPhrase) -> bool:
    """نظيره, حليفه: whether a word read as a feminine may as well be a masculine with a suffix, for the sentence writes ه and ة apart."""
    written = one_word(phrase.match) and phrase.tokens[phrase.match.first].text.endswith("ه")
    return written and any(token.text.endswith("ة") for token in phrase.tokens)


def _syrian(norm: str) -> bool:
    """Whether a folded word of a phrase of the codebook says that it is Syria's: الدولة السورية."""
    return norm.removeprefix("ال").startswith("سوري")
