"""The noun phrases of one sentence: what reads them calls each other through this class, and makes its mentions here."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod

from eventcode.codebook import ActorName, Codebook, Nationality
from eventcode.mentions.closed import QUOTES
from eventcode.mentions.composition import STATELESS
from eventcode.mentions.model import ActorMention, View
from eventcode.mentions.nouns import NAMED_KINDS, gender_of_name, unnamed_men
from eventcode.mentions.ownprep import proclitic
from eventcode.mentions.spans import bare_start
from eventcode.patterns import Match

_BELONGS = frozenset({"من", "في", "ل", "ب", "علي", "مع", "بين", "عن", "الي"})
_UNDER = frozenset({"قياده", "رايه", "لواء", "مظله", "جناح", "امره"})


class Phrases(ABC):
    """What is known while the actors of a sentence are read.

    ``known`` are the actors that the document names in full; ``previous`` is the code of the actor read last; ``extra`` collects
    the further actors that words of another mention mean as well.
    """

    def __init__(self, view: View, codebook: Codebook, day: dt.date | None, known: frozenset[str]) -> None:
        self.view = view
        self.tokens = view.tokens
        self.codebook = codebook
        self.day = day
        self.known = known
        self.extra: list[ActorMention] = []
        self.previous = ""

    @abstractmethod
    def parse(self, index: int, depth: int = 0) -> ActorMention | None:
        """The actor whose head stands at a token, with its owner and adjectives; ``depth`` is that of owners in owners."""

    def after_preposition(self, index: int, depth: int) -> ActorMention | None:
        """The actor after a preposition that stands alone or as a proclitic at ``index``."""
        if index >= len(self.tokens):
            return None
        if self.view.preposition(index) in _BELONGS:
            index += 1
        elif self.tokens[index].norm == "تحت" and index + 1 < len(self.tokens) and self.tokens[index + 1].norm in _UNDER:
            index += 2  # المنضوية تحت قيادة الجيش الوطني
        elif proclitic(self.view, index) not in _BELONGS:
            return None
        while index < len(self.tokens) and self.tokens[index].text in QUOTES:
            index += 1
        return self.parse(index, depth + 1)

    def named(self, match: Match) -> ActorMention:
        """The actor whose name stands at a match, with an adjective of nationality behind it."""
        ref: ActorName = match.value.ref
        code, name = ref.on(self.day)
        last = match.last
        following = self.view.best(last, "nation") if last < len(self.tokens) else None
        # حثت الأمم المتحدة روسيا: a country's own name is no adjective of the name before it.
        adjective = following is not None and not following.analysis.proclitics and not self.view.best(last, "country")
        if following is not None and adjective and ref.kind != "country":
            last = following.last
            if code[3:] in ("", "GOV", "MIL") and code[:3] not in STATELESS and ref.kind != "person":
                # القيادة العامة للقوات المسلحة الليبية, الاحتلال الفرنسي: what every state may have is that of the one named.
                code = following.value.ref.country[:3] + code[3:]
        mention = self.mention(match, code, name, ref.kind, last, "", resolved=True)
        for other in ref.others:
            self.another(match, other, ref.kind, last, "")
        mention.person = ref.full if ref.kind == "person" else ""
        return mention

    def country(self, match: Match) -> ActorMention:
        """The country, or the capital that stands for it, whose name stands at a match."""
        ref: Nationality = match.value.ref
        return self.mention(match, ref.country, None, ref.kind, match.last, "", resolved=True)

    def apposed_person(self, index: int) -> ActorMention | None:
        """الرئيس الأميركي، دونالد ترامب: a person's name after the title, with or without a comma, is the same person."""
        if index < len(self.tokens) and self.tokens[index].text in ("،", ","):
            index += 1
        while index < len(self.tokens) and self.tokens[index].text in QUOTES:
            index += 1
        match = self.view.best(index, "actor") if index < len(self.tokens) else None
        if (
            match is None
            or match.value.ref.kind != "person"
            or match.analysis.proclitics
            or not match.value.ref.known_by(self.known)
        ):
            return None
        return self.named(match)

    def quoted_group(self, index: int) -> ActorMention | None:
        """الفصيل السوري المعارض "جيش العزة": a group named in quotes after the noun that describes it."""
        if index + 1 >= len(self.tokens) or self.tokens[index].text not in QUOTES:
            return None
        match = self.view.best(index + 1, "actor")
        named = match is not None and match.value.ref.kind == "group" and match.value.ref.known_by(self.known)
        return self.named(match) if match is not None and named else None

    def another(self, match: Match, code: str, kind: str, last: int, role: str) -> ActorMention:
        """One more actor that the words at a match mean."""
        mention = self.mention(match, code, None, kind, last, role, resolved=bool(code))
        mention.elliptic = True
        self.extra.append(mention)
        return mention

    def mention(
        self, match: Match, code: str, name: str | None, kind: str, last: int, role: str, *, resolved: bool
    ) -> ActorMention:
        """The mention of the words from a match to ``last`` (exclusive), without a mark at the end that belongs to the sentence."""
        form = match.value.form
        head = self.tokens[match.first]
        unnamed = unnamed_men(code, head)
        while last > match.last and self.tokens[last - 1].kind == "punct" and self.tokens[last - 1].text not in ')]”»"':
            last -= 1
        return ActorMention(
            first=match.first,
            last=last,
            start=bare_start(head, match.analysis),
            end=self.tokens[last - 1].end,
            code=code,
            name=name,
            kind=kind,
            head=match.first,
            role=role,
            gender=form.gender if form is not None else gender_of_name(head),
            number="p" if unnamed else self._number(match),
            proclitics=match.analysis.proclitics,
            definite=match.analysis.article or (kind in NAMED_KINDS and not unnamed) or bool(match.enclitic),
            resolved=resolved,
        )

    def _number(self, match: Match) -> str:
        """The number of a head; a noun whose plural is spelled alike (عناصر) is one."""
        form = match.value.form
        if form is None or form.number != "s":
            return form.number if form is not None else "s"
        same = (other.value.form for other in self.view.at[match.first].get("agent", ()) if other.value.ref is match.value.ref)
        return "p" if any(other is not None and other.number == "p" for other in same) else "s"
