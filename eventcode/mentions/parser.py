"""Which actor a word stands for: the longest entry there that names or means somebody, and what is read from it on."""

from __future__ import annotations

import datetime as dt

from eventcode.codebook import Codebook
from eventcode.mentions.adjectives import is_nisba
from eventcode.mentions.agents import agent
from eventcode.mentions.closed import RESUMPTIVE
from eventcode.mentions.epithets import EPITHET_KINDS, epithet_end
from eventcode.mentions.kinds import verbal
from eventcode.mentions.model import ActorMention, View
from eventcode.mentions.nouns import adjective_here, described, names_a_village, nobody, stative, tied_by_name
from eventcode.mentions.phrases import Phrases
from eventcode.patterns import Match

# انفجار قوي: with its dots no قوى; أمام مسجد: with this hamza in front of one, and no imam.
_OTHER_WORDS = frozenset({"قوي", "أمام"})
_DEEPEST = 4


class Parser(Phrases):
    """Reads the actors of a sentence."""

    def __init__(self, view: View, codebook: Codebook, day: dt.date | None, known: frozenset[str]) -> None:
        super().__init__(view, codebook, day, known)
        self._nationals_end = -1

    def parse(self, index: int, depth: int = 0) -> ActorMention | None:
        if index >= len(self.tokens) or depth > _DEEPEST or stative(self.view, index):
            return None
        found = self.view.at[index]
        candidates: list[tuple[int, int, str, Match]] = []
        for rank, kind in enumerate(("actor", "agent", "country")):
            for match in found.get(kind, ()):
                if kind == "country" and (is_nisba(self.view, index, found) or names_a_village(self.view, index)):
                    continue
                if kind == "country" and "nation" in found and any(q.noun == index for q in self.view.quantities):
                    continue  # مقتل 12 سورياً: counted ones are people
                if kind == "actor" and not (match.value.ref.known_by(self.known) or tied_by_name(self.view, match)):
                    continue
                if kind == "agent" and nobody(self.view, index, match):
                    continue
                if kind == "agent" and (_ally_of(match) or self.tokens[index].text in _OTHER_WORDS):
                    continue
                if kind == "agent" and match.value.ref.kind == "parties":
                    if described(self.view, match.last) or self.apposed_person(match.last) is not None:
                        continue  # الجانبان الروسي والتركي, الرئيسان فلان وفلان
                candidates.append((match.first - match.last, rank, kind, match))
        if len(candidates) > 1:
            candidates.sort(key=lambda item: (item[0], len(item[3].analysis.proclitics) + len(item[3].enclitic), item[1]))
        for _, _, kind, match in candidates:
            if kind == "actor":
                return self._with_epithet(self.named(match), depth)
            if kind == "agent":
                return agent(self, match, depth)
            return self.country(match)
        nation = self.view.best(index, "nation")
        return self._nationals(index, nation) if nation is not None and nation.value.form is not None else None

    def _with_epithet(self, mention: ActorMention, depth: int) -> ActorMention:
        if mention.kind in EPITHET_KINDS:
            mention.last = epithet_end(self, mention.last, depth)
            mention.end = self.tokens[mention.last - 1].end
        return mention

    def _nationals(self, index: int, nation: Match) -> ActorMention | None:
        """الأتراك, 14 إيرانياً, مقتل سوريين: an adjective of nationality that stands for people; counted ones are civilians."""
        country, form = nation.value.ref.country, nation.value.form
        if nation.analysis.article:
            if form.number != "p" or form.gender == "f" or adjective_here(self.view, index):
                return None
            return self.mention(nation, country, None, "people", nation.last, "GOV", resolved=True)
        # "خمسة سوريين وأردني": the one after waw is counted with them.
        counted = any(quantity.noun == index for quantity in self.view.quantities)
        joined = index == self._nationals_end and nation.analysis.proclitics == "و"
        if not counted and not joined and (form.number == "s" or form.gender == "f" or not self._governs(index - 1)):
            return None
        code = country + "CVL" if len(country) == 3 else country
        mention = self.mention(nation, code, None, "people", nation.last, "CVL", resolved=True)
        mention.counts = True
        self._nationals_end = nation.last
        return mention

    def _governs(self, index: int) -> bool:
        """Whether the word at a token takes a noun of its own after it: a preposition, a verb, a verbal noun."""
        if index < 0:
            return True
        norm = self.tokens[index].norm
        if self.view.preposition(index) or norm in RESUMPTIVE:
            return True
        return verbal(self.view, index) and not norm.endswith(("ات", "ين", "ون", "ا")) and not norm.startswith("ال")


def _ally_of(match: Match) -> bool:
    """روسيا حليفة النظام: an ally described by whose ally it is; it stands beside its own name."""
    form = match.value.form
    alone = match.value.ref.alone == "UNK" and form is not None and form.number == "s"
    return alone and not match.enclitic and not match.analysis.article
