"""Where events took place: places of their own clause, of their sentence, of what they take up, and inherited ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import pairwise

import attrs

from eventcode.events.apart import apart, backed, flown_from, told_before
from eventcode.events.background import in_force, whole_war, years_apart
from eventcode.events.context import HOME, Context
from eventcode.events.earlier import UNREAL, Earlier, by_others, by_same, takes_up
from eventcode.frames import Predicate
from eventcode.frames.hosts import LEFT
from eventcode.frames.shares import is_share
from eventcode.gazetteer import RANK, PlaceMention, containers, holds, less_centres, most_specific
from eventcode.gazetteer.words import CAPITALS, MANY, TALKS
from eventcode.mentions import View
from eventcode.mentions.closed import RESUMPTIVE
from eventcode.mentions.composition import STATELESS
from eventcode.model import Event, Location

_UNPLACED = frozenset({"agreement", "group_change", "responsibility_claim", "military_support"})
_HOMELAND = "SY"
_NATIONWIDE = frozenset({"حرب", "صراع", "نزاع"})
_TALKS = frozenset({"negotiation", "agreement"})
# Verbs that have whom somebody talks to after ب: اتصلت بروسيا.
_REACHED = frozenset({"اتصل", "اتصال", "اجتماع", "اجتمع", "لقاء", "التقي"})
_FOILED = "disrupted_weapons"
"""Type of what is done to an attack where that is made."""
# Acts that somebody asks for where he stands, and that are done where the prisoner is.
_CUSTODY = frozenset({"prisoner_release", "execution"})
_AUTHORITIES = frozenset({"government", "force", "official", "person"})
# People killed and displaced from whom on no place smaller than the country is meant: more than one offensive made.
_MANY = {"killed": 100_000, "displaced": 1_100_000}
# Words that say what is talked of.
_TOPICS = frozenset(
    ["حول", "بشان", "عن", "بخصوص", "حيال", "ازاء", "علي", "ملف", "الملف", "وضع", "الوضع", "اوضاع", "الاوضاع", "تطورات", "التطورات", "قضيه",
     "يتعلق", "تتعلق", "المتعلقه", "لمناقشه", "مناقشه", "للوضع", "للاوضاع", "للملف", "مستقبل", "مصير", "ازمه", "الازمه", "لوقف", "لبحث"]
)  # fmt: skip
# Buildings in which talks are held.
_EACH = frozenset({"كل", "كلا"})
_VENUES = frozenset({"منتجع", "فندق", "قصر", "مدينه", "العاصمه"})
_MOST_INHERITED = 3
# Types whose place an earlier sentence may give; of the others, a sentence without a place speaks in general. The people of a
# release, an arrest or a delivery of aid are told of wherever they were: on 8 sets of hand-coded reports most such rows have no place.
INHERITING = frozenset(
    ["air_strike", "shelling", "ied", "suicide_bomb", "grenade", "chemical_attack", "armed_clash", "ground_attack", "territory_seized",
     "advance", "shoot_down", "attack_on_civilians", "killing", "assassination", "execution", "property_destruction", "siege",
     "disrupted_weapons", "withdrawal", "mobilization", "displacement", "evacuation", "protest", "violent_protest", "mob_violence",
     "protest_repression", "ceasefire", "ceasefire_violation",
     "sexual_violence", "joint_patrol"]
)  # fmt: skip
# Types whose place a later sentence may take over.
LENDING = INHERITING | {"prisoner_release", "aid", "arrest", "abduction"}


class EventPlaces:
    """Gives the events of one document their places."""

    def __init__(
        self,
        context: Context,
        earlier: Earlier,
        text: str,
        resolved: Sequence[Sequence[Location | None]],
        country: Callable[[Location], str],
        state: Callable[[str], Location | None],
        published: dt.date | None = None,
    ) -> None:
        self.context = context
        self.published = published
        self.background = -1  # the last sentence that told of the whole war
        self.earlier = earlier
        self.text = text
        self.resolved = resolved
        self.country = country
        self.state = state
        places = [place for row in resolved for place in row if place is not None]
        self.named = {
            place.id: _taken_over(place) for place in reversed(places) if place.id and place.level in ("governorate", "country")
        }
        countries = [country(place) for place in places]
        # A text that tells of other countries more than of Syria has no place of its own to fall back upon.
        at_home = 2 * countries.count(HOME) > len(countries)
        self.homeland = self.named.get(_HOMELAND) if at_home else None
        self.whole = (self.homeland or state(HOME)) if at_home else None

    def own(self, view: View, predicate: Predicate) -> list[Location]:
        """The predicate's own places, most specific only, with their roles."""
        found: list[tuple[PlaceMention, Location]] = []
        for position in sorted({*predicate.places, *predicate.destinations}):
            location = self.resolved[view.index][position]
            if location is None or not self._held_at(view, predicate, view.places[position], location):
                continue
            if any(actor.first == view.places[position].first for actor in predicate.actors):
                continue  # منذ تدخل روسيا: whoever acts is no scene
            role = "destination" if position in predicate.destinations else "place"
            for one in self._all_meant(view, position, location):
                found.append((view.places[position], attrs.evolve(self._written(view, position, one), role=role)))
        if predicate.type in _TALKS:
            found = [pair for pair in found if pair[0].first >= predicate.first] or found
        lying = containers(view.tokens, found)
        # إلى إدلب في شمال سوريا: what only tells where a destination lies is no place of the event.
        around: list[tuple[PlaceMention, Location]] = []
        for before, pair in pairwise(found):
            # ... but إلى إدلب من الغوطة, in another governorate: whence they came
            whence = view.tokens[pair[0].first - 1].norm == "من" and pair[1].admin_codes[:1] != before[1].admin_codes[:1]
            if pair in lying and not whence and (before[1].role == "destination" or before in around):
                around.append(pair)
        kept = less_centres(view.tokens, [pair for pair in found if pair not in around], (predicate.first, predicate.last))
        return [
            *most_specific(view.tokens, [pair for pair in kept if pair[1].role != "destination"]),
            *(location for _, location in kept if location.role == "destination"),
        ]

    def _held_at(self, view: View, predicate: Predicate, mention: PlaceMention, location: Location) -> bool:
        """Whether a place is where an act of talk took place, rather than what was talked of (coding rules, section 4).

        اجتمعا في أنقرة, محادثات جنيف; but محادثات حول إدلب, تشاورا في الوضع في إدلب. Of an agreement only the foreign town that
        it is named after or was made in: اتفاق سوتشي, but اتفاق إدلب.
        """
        if predicate.type == "agreement":
            return self._made_at(view, predicate, mention, location)
        if predicate.type not in _TALKS or mention.first < predicate.last:
            return True
        if (
            mention.proclitics == "ب"
            and location.level == "country"
            and predicate.form is not None
            and predicate.form.lemma in _REACHED
        ):
            return False
        between = {token.norm for token in view.tokens[predicate.last : mention.first]}
        abroad = not location.admin_codes and location.level == "settlement"
        governor = view.tokens[mention.first - 1].norm
        if governor == "من" and view.tokens[mention.first - 2].norm in _EACH:
            return True  # زار كلاً من الصين وتركيا
        if view.tokens[mention.first].norm == "حول" or (location.id == _HOMELAND and mention.first - predicate.last > 2):
            return False
        return mention.kind != "border" and governor not in ("من", "مع", "بين") and (abroad or not between & _TOPICS)

    def _made_at(self, view: View, predicate: Predicate, mention: PlaceMention, location: Location) -> bool:
        """أبرموا في دمشق اتفاقاً, دمشق، حيث وقّعوا اتفاقاً, اتفاق سوتشي; but اتفاق في إدلب is about it."""
        town = location.name in CAPITALS.values() or (location.level == "settlement" and not location.admin_codes)
        verb = predicate.first if predicate.pos == "verb" else predicate.verb
        if mention.first < predicate.first:
            if not town or verb < 0:
                return False
            if verb < mention.first:
                return self._in_or_at(view, mention)
            return any(token.norm == "حيث" for token in view.tokens[mention.last : verb])
        between = {token.norm for token in view.tokens[predicate.last : mention.first]} - _VENUES
        return town and (between <= TALKS or self._in_or_at(view, mention))

    def _in_or_at(self, view: View, mention: PlaceMention) -> bool:
        """في دمشق, بدمشق, في منتجع سوتشي."""
        before = mention.first - 1 - (view.tokens[mention.first - 1].norm in _VENUES)
        return view.tokens[before].norm == "في" or mention.proclitics[-1:] == "ب"

    def _all_meant(self, view: View, position: int, location: Location) -> tuple[Location, ...]:
        """المنطقة after "ريفي حلب الغربي والجنوبي" stands for both areas."""
        mention = view.places[position]
        if mention.kind == "anaphor" and mention.head == "بلاد":
            return (self._country_meant(view, location),)
        together = [place for place in self.context.locations if place.role != "destination"]
        if mention.kind == "anaphor" and mention.head == MANY:
            return self._listed_with(view, location)
        if mention.kind == "anaphor" and mention.head == "منطقه" and location.name in {place.name for place in together}:
            if all(place.level == location.level == "area" for place in together):
                return tuple(together)
        return (location,)

    def _listed_with(self, view: View, last: Location) -> tuple[Location, ...]:
        """البلدات: all the places of the list that ended with one."""
        for row in reversed(self.resolved[: view.index + 1]):
            listed: list[Location] = []
            for place in row:
                if place is None or place.start is None or place.level != last.level:
                    continue
                joined = listed and self.text[listed[-1].end : place.start].strip(' ،,"') in ("و", "")
                listed = [*listed, place] if joined else [place]
                if joined and place.id == last.id:
                    return tuple(listed)
        return ()

    def _country_meant(self, view: View, location: Location) -> Location:
        """البلاد: the country of the one state whose authorities the sentence names, where it has no word of Syria."""
        told = {actor.code[:3] for actor in view.actors if actor.code and not actor.assumed} - STATELESS
        acting = {actor.code[:3] for actor in view.actors if actor.code and actor.kind in _AUTHORITIES} - STATELESS
        if HOME in told or len(acting) != 1:
            return location
        return self.state(min(acting)) or location

    def _written(self, view: View, position: int, location: Location) -> Location:
        """The location with the text and offsets of the mention in this sentence."""
        mention = view.places[position]
        return attrs.evolve(location, text=self.text[mention.start : mention.end], start=mention.start, end=mention.end)

    def place(
        self,
        predicate: Predicate,
        row: list[Predicate],
        located: dict[int, list[Location]],
        placed: bool,
        before: list[Event],
        view: View,
    ) -> list[Location]:
        """Own places, else those of the nearest predicate of the sentence, else the document's last place (inherited)."""
        if not placed:
            return []
        own = located[id(predicate)]
        if not any(location.role == "destination" for location in own):
            own = [*own, *self._destinations_told(predicate, row, located)]
        for location in own:
            predicate.why("location", f"{location.text or location.name}: in its clause")
        if any(location.role != "destination" for location in own):
            return own
        if predicate.type in _UNPLACED or (predicate.type in _CUSTODY and predicate.status == "hypothetical"):
            return own
        if _nationwide(predicate):
            return [*self._countrywide(predicate), *own]
        index = row.index(predicate)
        near = sorted(
            (
                other
                for other in row
                if other is not predicate
                and located[id(other)]
                and (other.type in _TALKS) == (predicate.type in _TALKS)
                and not apart(view, predicate, other)
                and not backed(view, predicate, other)
                and not (flown_from(predicate, other) and all(self._abroad(place) for place in located[id(other)]))
            ),
            key=lambda other: (abs(row.index(other) - index), row.index(other) > index),
        )
        if near and predicate.type not in _TALKS and told_before(view, predicate, near[0]):
            # ولم تعلق موسكو على الغارات، في حين قصفت الفصائل كفرنبل: what another clause tells happened elsewhere.
            resumed_places = self._taken_up_places(predicate, [])
            if resumed_places:
                return [*resumed_places, *own]
        aside = self._aside(view, predicate)
        goals = {location.id for location in own if location.role == "destination"}
        for other in near:
            places = [place for place in located[id(other)] if place.role != "destination" and place.id not in goals]
            if aside and row.index(other) > index:
                continue
            resumed = predicate.last < len(view.tokens) and view.tokens[predicate.last].norm in RESUMPTIVE
            same = (
                resumed or _FOILED in (predicate.type, other.type) or (predicate.definite and takes_up(predicate.type, other.type))
            )
            around = self._surroundings(view, other) if len(places) > 1 and not same else None
            if around is not None:
                predicate.why("location", f"where {self.text[other.start : other.end]} lies, in the same sentence")
                return [around, *own]
            if places:
                predicate.why("location", f"that of {self.text[other.start : other.end]} in the same sentence")
                return [*places, *own]
        taken_up = self._taken_up_places(predicate, before, far=True)
        if taken_up:
            return [*taken_up, *own]
        if predicate.type not in LENDING:
            return own
        if aside:
            predicate.why("location", f"{aside[-1].text}: named before it in the sentence")
            return [*aside, *own]
        if predicate.type not in INHERITING:
            return own
        if (
            predicate.status in UNREAL
            and predicate.type not in LEFT
            and any(RANK[place.level] < RANK["governorate"] for place in self.context.locations)
        ):
            # What may come is told of the whole theatre, not of the last village.
            return [*self._governorates(predicate), *own]
        if any(backed(view, predicate, other) for other in row if other.first < predicate.first):
            return own
        inherited = self._of_background(view, predicate) or self._inherit(predicate) or self._countrywide(predicate)
        return [*(place for place in inherited if place.id not in goals), *own]

    def _destinations_told(self, predicate: Predicate, row: list[Predicate], located: dict[int, list[Location]]) -> list[Location]:
        """مغادرة المدينة في حافلات تنقلهم إلى إدلب: the next verb of leaving, whose pronoun takes up those who leave, says where they go."""
        following = row[row.index(predicate) + 1 :]
        if predicate.type not in LEFT or not following or following[0].type not in LEFT or not following[0].enclitic:
            return []
        return [location for location in located[id(following[0])] if location.role == "destination"]

    def _countrywide(self, predicate: Predicate) -> list[Location]:
        """The country of the document, where it names it: the place of what is told of no other."""
        if self.context.elsewhere or self.homeland is None:
            return []
        predicate.why("location", "named nowhere: the country")
        return [self.homeland]

    def _governorates(self, predicate: Predicate) -> list[Location]:
        """The governorates of the last places, where the document names them."""
        codes = dict.fromkeys(place.admin_codes[0] for place in self.context.locations if place.admin_codes)
        found = [self.named[code] for code in codes if code in self.named]
        if found:
            predicate.why("location", "what may come: the governorate of the last place")
        return found or self._countrywide(predicate)

    def _surroundings(self, view: View, predicate: Predicate) -> Location | None:
        """The larger area that a predicate's several places are said to lie in: what else the sentence tells holds there at least."""
        found = [(view.places[p], self.resolved[view.index][p]) for p in sorted(predicate.places)]
        named = [(mention, location) for mention, location in found if location is not None]
        # حور النهر بمحيط مارع: that tells of the last one only.
        inside = [pair for pair in containers(view.tokens, named) if pair[0].kind != "environs"]
        if inside and not all(pair in inside or holds(inside[-1][1], pair[1]) for pair in named):
            return None  # قرى بنش والدانا في ريف إدلب، ومدينة دارة عزة في ريف حلب
        return self._written(view, view.places.index(inside[-1][0]), inside[-1][1]) if inside else None

    def _taken_up_places(self, predicate: Predicate, before: list[Event], *, far: bool = False) -> list[Location]:
        """القصف, الهجوم, الاجتماع: where the happening that a definite noun takes up took place; ``far`` ones only of the same side."""
        talks = predicate.type == "negotiation" and predicate.definite and predicate.status != "hypothetical"
        if not talks and (
            predicate.pos != "noun" or not predicate.definite or predicate.enclitic or predicate.type not in INHERITING
        ):
            return []
        recent = self.earlier.recent(predicate, before)
        for event in [*recent, *(self._far(predicate, recent) if far else ())]:
            if event.locations and takes_up(predicate.type, event.type) and not by_others(predicate, event):
                predicate.why("location", f"that of {event.trigger.text} at {event.trigger.start}, which it takes up")
                places = [location for location in event.locations if location.role != "destination"]
                return [_taken_over(location) for location in places]
        return []

    def _far(self, predicate: Predicate, recent: list[Event]) -> list[Event]:
        """Happenings told long before, by the side that an act is told to be by, and where that acts: at home, or where it talks."""
        return [
            event
            for event in self.earlier.far(predicate, recent)
            if by_same(predicate, event)
            and (predicate.type in _TALKS or all(self.country(place) in ("", HOME) for place in event.locations))
        ]

    def _aside(self, view: View, predicate: Predicate) -> list[Location]:
        """أشار إلى إدلب، محذراً من هجوم: the last places of home that the sentence named before, in words of no other act of arms."""
        named = [(view.places[position], self.resolved[view.index][position]) for position in predicate.aside]
        told = [(mention, one) for mention, one in named if one is not None and self._at_home(one)]
        lying = containers(view.tokens, told)  # في محافظة إدلب شمال غرب سوريا
        return [self._written(view, view.places.index(mention), one) for mention, one in told if (mention, one) not in lying][-1:]

    def _at_home(self, location: Location) -> bool:
        return location.level != "country" and self.country(location) == HOME

    def _abroad(self, location: Location) -> bool:
        return self.country(location) not in ("", HOME)

    def _of_background(self, view: View, predicate: Predicate) -> list[Location]:
        """What is told of the whole war, or of another year than what happened at the place told of last, is told of the country.

        So is what the same sentence goes on to tell without a time of its own.
        """
        if predicate.status != "actual":
            return []
        if self.background != view.index or predicate.times:
            if predicate.pos == "noun" and predicate.definite:
                return []
            general = years_apart(predicate, self.context, self.published) or whole_war(view, predicate, self.published)
            if not general or in_force(view, predicate):
                return []
        self.background = view.index
        if self.context.elsewhere or self.whole is None:
            return []
        predicate.why("location", "background: the country")
        return [_taken_over(self.whole)]

    def _inherit(self, predicate: Predicate) -> list[Location]:
        places = [location for location in self.context.locations if location.role != "destination"]
        if self.context.spoken == HOME and places and all(self._abroad(place) for place in places):
            # A sentence of Syria takes no place of another country.
            return []
        if len(places) > _MOST_INHERITED:
            # A list of a dozen governorates is no place that a later sentence could mean.
            return []
        if places:
            predicate.why("location", "none named in the sentence: the nearest earlier place")
        return [_taken_over(location) for location in places]


def _nationwide(predicate: Predicate) -> bool:
    """The war, the conflict, a foreign intervention and what befell hundreds of thousands, told without a place, are the whole country's."""
    lemma = predicate.form.lemma if predicate.form is not None and predicate.pos != "verb" else ""
    told = {kind: count.low for kind, count in predicate.counts.items() if not is_share(count)}
    many = any(told.get(kind, 0) >= least for kind, least in _MANY.items())
    return predicate.type == "intervention" or lemma in _NATIONWIDE or (many and predicate.status == "actual")


def _taken_over(location: Location) -> Location:
    """A place of what was told before, which the words of the event do not name."""
    return attrs.evolve(location, text=None, start=None, end=None, inherited=True)
