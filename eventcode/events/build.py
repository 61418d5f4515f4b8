"""The events of a document, sentence by sentence: predicates completed from what earlier sentences established."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence, Set

import attrs

from eventcode.codebook import Codebook
from eventcode.events.apart import apart
from eventcode.events.context import HOME, Context
from eventcode.events.denote import Denoter
from eventcode.events.earlier import Earlier
from eventcode.events.foreseen import take_up_announced
from eventcode.events.parties import ACTING, Parties
from eventcode.events.places import LENDING, EventPlaces
from eventcode.events.sources import attribution, recognised
from eventcode.frames import Predicate, SourceClaim
from eventcode.gazetteer import RANK
from eventcode.mentions import View
from eventcode.mentions.composition import STATELESS
from eventcode.model import CoderInfo, DateSpan, Event, Location, Source, Span

# First words of a paragraph that goes on with what was told.
_CONNECTIVES = frozenset(
    ["كما", "لكن", "لكنه", "لكنها", "فيما", "بينما", "غير", "بيد", "الا", "حيث", "ثم", "كذلك", "ايضا", "بدوره", "بدورها", "من", "في", "علي", "الي", "اما",
     "هذا", "هذه", "ياتي", "تاتي", "جاء", "جاءت", "يذكر", "يشار", "بالمقابل", "بالتزامن", "بحسب", "وفق", "خلال", "بعد", "قبل"]
)  # fmt: skip

_WAS = re.compile("[وف]?كان(?:ت)?")
_NAME = 40
"""Letters after the title of a speaker in which his name stands."""
_DUE = frozenset({"المقرر", "المفترض", "المزمع", "المتوقع", "المنتظر"})


class Builder:
    """Builds the events of one document."""

    def __init__(
        self,
        codebook: Codebook,
        info: CoderInfo,
        source: Source,
        text: str,
        resolved: Sequence[Sequence[Location | None]],
        sides: Set[str],
        country: Callable[[Location], str],
        state: Callable[[str], Location | None],
    ) -> None:
        self.codebook = codebook
        self.info = info
        self.source = source
        self.text = text
        self.resolved = resolved
        self.context = Context()
        self.country = country
        self.earlier = Earlier(codebook, self.context)
        self.places = EventPlaces(self.context, self.earlier, text, resolved, country, state, source.published)
        loyal = codebook.lists.get("loyal-towns", frozenset())
        self.denoter = Denoter(self.context, text, resolved, country, sides, loyal)
        self.parties = Parties(codebook, self.context, self.earlier, self.denoter, text)
        self.digest = hashlib.sha256("\0".join((text, info.codebook, info.gazetteer)).encode("utf-8", "surrogatepass")).hexdigest()

    def sentence(self, view: View, predicates: list[Predicate]) -> list[Event]:
        """The events of a sentence; sentences are given in text order."""
        if self._turns_elsewhere(view):
            self.context.locations = ()
            self.context.events = []
            self.context.elsewhere = True
        elif self.denoter.country_of(view) == HOME:
            self.context.elsewhere = False
        self.context.spoken = self.denoter.country_of(view)
        located = {id(p): self.places.own(view, p) for p in predicates}
        out: list[Event] = []
        for predicate in predicates:
            told = self._not_answered(view, predicate, predicates, out)
            if self.earlier.generic(predicate, predicates, told) or self.earlier.unprompted(predicate, told):
                continue
            self.earlier.settle_guess(predicate, told)
            self.earlier.take_up_type(predicate, told)
            take_up_announced(view, predicate, [*self.context.events, *out])
            out.append(self._event(view, predicate, predicates, located, told))
        self._remember(view, predicates, out)
        return out

    def _not_answered(self, view: View, predicate: Predicate, row: list[Predicate], told: list[Event]) -> list[Event]:
        """قصفوا تل رفعت رداً على الهجوم: what a definite noun takes up is none of the acts of its sentence that answer it."""
        if predicate.pos != "noun" or not predicate.definite:
            return told
        answers = {other.start for other in row if other.first < predicate.first and apart(view, predicate, other)}
        return [event for event in told if event.trigger.start not in answers]

    def _turns_elsewhere(self, view: View) -> bool:
        """Whether a new paragraph turns to other countries: pages end with the headlines of other stories.

        It begins without a connective (و, كما, لكن), has no word of Syria and names a state that the document did not name before.
        """
        nations = {actor.code[:3] for actor in view.actors if actor.code} - STATELESS - {HOME}
        unseen = nations - self.context.nations
        self.context.nations |= nations
        between = self.text[self.context.end : view.sentence.start]
        self.context.end = view.sentence.end
        first = view.tokens[0].norm if view.tokens else ""
        return (
            bool(unseen)
            and "\n" in between
            and not first.startswith("و")
            and first not in _CONNECTIVES
            and self.denoter.country_of(view) != HOME
        )

    def remember_sources(self, view: View, claims: Sequence[SourceClaim]) -> None:
        """Keep the sources that a later pronoun (وأضاف) stands for."""
        if claims:
            self.context.source = [recognised(self.context, view, claim) for claim in claims]
            for claim in self.context.source:
                if (
                    claim.code not in (None, "UNK")
                    and claim.start is not None
                    and claim.end is not None
                    and claim.last - claim.first > 1
                ):
                    end = min(claim.end + _NAME, view.sentence.end)
                    self.context.introduced.append((_words(self.text[claim.start : end]), claim.code or ""))

    def _remember(self, view: View, predicates: list[Predicate], events: list[Event]) -> None:
        for mention in view.actors:
            if mention.code and mention.code != "UNK":
                self.context.forces[mention.kind] = mention.code
                if not mention.assumed:
                    self.context.named[view.head(mention)] = mention.code
                if mention.person and mention.kind == "people":
                    self.context.called.setdefault(mention.person, mention.code)
        self.context.actors = [*self.context.actors[-20:], *[m for m in view.actors if m.code]]
        self.context.topic = next((m for m in view.actors if m.code and not m.governor and m.kind in ACTING), None)
        self.context.country = self.denoter.country_of(view) or self.context.country
        self.context.group = self.denoter.group_before(view, len(view.tokens))
        for event in events:
            if event.locations and not event.locations[0].inherited:
                place = tuple(item for item in event.locations if item.role != "destination")
                abroad = all(self.country(item) != HOME for item in place)
                # Where talks are held is not where what they are about takes place.
                if place and event.type in LENDING and (abroad or all(i.admin_codes or i.level == "region" for i in place)):
                    self.context.locations = place
                    self.context.when = event.date if event.date.basis == "text" else None
            if event.actors:
                self.context.subject = list(event.actors)
        if not events or not any(event.locations for event in events):
            # المقاتلون الموالون لدمشق: a capital that stands for its government is no scene.
            offices = {actor.first for actor in view.actors if actor.kind == "capital"}
            told = zip(view.places, self.resolved[view.index], strict=True)
            named = [place for mention, place in told if place and place.admin_codes and mention.first not in offices]
            if named:
                finest = min(RANK[place.level] for place in named)
                self.context.locations = tuple(place for place in named if RANK[place.level] == finest)
                self.context.when = None
        self.context.events.extend(events)

    # -- one event ---------------------------------------------------------------------------------------------------

    def _event(
        self,
        view: View,
        predicate: Predicate,
        row: list[Predicate],
        located: dict[int, list[Location]],
        before: list[Event],
    ) -> Event:
        """Build one event."""
        frame = self.codebook.frames[predicate.pattern.frame]
        kind = self.codebook.types[predicate.type]
        locations = self.places.place(predicate, row, located, frame.placed, before, view)
        self.denoter.settle(view, locations, predicate.type)
        actors, targets = self.parties.of(view, predicate, before)
        date = self._date(view, predicate)
        if (
            predicate.status == "actual"
            and date.basis == "text"
            and date.start
            and self.source.published
            and date.start > self.source.published
        ):
            predicate.status = "future"
            predicate.why("status", "its date lies after the document's")
        trigger = Span(self.text[predicate.start : predicate.end], predicate.start, predicate.end)
        identifier = self._id(trigger, predicate.type)
        return Event(
            id=identifier,
            document=self.source.document,
            sentence=Span(view.slice(view.sentence.start, view.sentence.end), view.sentence.start, view.sentence.end),
            trigger=trigger,
            also=tuple(Span(self.text[p.start : p.end], p.start, p.end) for p in _also(predicate)),
            type=predicate.type,
            codes=kind.codes,
            actors=tuple(actors),
            targets=tuple(targets),
            locations=tuple(locations),
            date=date,
            counts=dict(predicate.counts),
            status=predicate.status,
            attribution=tuple(attribution(self.context, self.text, view, predicate)),
            source=self.source,
            happening=identifier,
            cause=None,
            disputes=(),
            rule=f"{self.codebook.name}/{predicate.pattern.rule}",
            coder=self.info,
        )

    def _id(self, trigger: Span, kind: str) -> str:
        key = f"{self.digest}\0{trigger.start}\0{trigger.end}\0{kind}"
        return hashlib.sha256(key.encode()).hexdigest()[:20]

    def _was_due(self, view: View, predicate: Predicate) -> bool:
        """كان من المقرر أن يبدأ الإجلاء السبت: what was to come on a day that has passed."""
        words = [token.norm for token in view.tokens[: predicate.first]]
        return any(_WAS.fullmatch(a) and b == "من" and c in _DUE for a, b, c in zip(words, words[1:], words[2:], strict=False))

    def _date(self, view: View, predicate: Predicate) -> DateSpan:
        """The predicate's own time, else the document's date."""
        published = self.source.published
        eve = any(time.counted and time.value.start and published and time.value.start > published for time in predicate.times)
        sought = predicate.type == "negotiation" and predicate.status in ("attempted", "hypothetical")  # تسعى إلى عقد مؤتمر
        coming = (predicate.status == "future" or sought or eve) and not self._was_due(view, predicate)
        times = predicate.times
        if published and predicate.status == "actual" and _said(predicate):
            # أمهل الجيش حتى نهاية الشهر المقبل: what is said has been said, whatever day it is about.
            times = [time for time in times if time.value.start is None or time.value.start <= published]
            coming = False
        dated = [time for time in times if time.value.start is not None or (coming and time.ahead is not None)]
        if dated:
            # بعد أيام من ذلك، في 30 آذار: the named day is told more closely.
            best = next((time for time in dated if not time.counted and time.connector != "خلال"), dated[0])
            value = best.value
            announced = predicate.announced and predicate.type == "ceasefire" and best.start > predicate.start
            open_end = predicate.status == "hypothetical" and best.ahead is not None
            if coming or announced or open_end:
                # What is to come, and a truce that is announced, takes the next such weekday.
                value = best.forward() or value
            return attrs.evolve(value, text=self.text[best.start : best.end], basis="text")
        text = self.text[times[0].start : times[0].end] if times else None
        if published is None:
            return DateSpan(None, None, "none", None, text, "none")
        predicate.why("date", "no expression: the document's date")
        return DateSpan(published, published, "none", None, text, "document")


def _words(text: str) -> str:
    """The words of a phrase up to its content, without marks: an office and the name of who holds it."""
    return re.split(r"[:؛\"“«]|\s(?:إن|أن|إنه|إنها|أنه|أنها)\s", text, maxsplit=1)[0].replace("،", " ").replace(",", " ")


def _said(predicate: Predicate) -> bool:
    """Whether a verbal act stands in the perfect, or as a participle that goes with a verb."""
    form = predicate.form
    perfect = predicate.pos == "verb" and form is not None and form.aspect == "perfect"
    return predicate.pattern.frame == "speak" and (perfect or predicate.pos == "participle" or form is None)


def _also(predicate: Predicate) -> list[Predicate]:
    """The predicates that a row takes in, and what they took in."""
    out: list[Predicate] = []
    for other in predicate.also:
        out.append(other)
        out.extend(_also(other))
    return out
