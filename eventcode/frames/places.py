"""Places of each predicate: what stands in its clause, after what governs it."""

from __future__ import annotations

from collections.abc import Sequence, Set

from eventcode.dates.lengths import EVES
from eventcode.frames.clauses import Clauses
from eventcode.frames.contents import SPEECH
from eventcode.frames.elsewhere import (
    LAUNCH_WORDS,
    STATIONED,
    TOWARDS,
    charged,
    driven_from,
    elsewhere,
    for_others,
    from_there,
    launched,
    of_party,
    on_its_way,
    people_of,
    protested,
    relieved,
    returned,
    seat_of_power,
    set_out,
    spoke_at,
    stationed,
    travelling,
)
from eventcode.frames.hosts import LEAVING, LEFT, Hosts
from eventcode.frames.items import listed_town
from eventcode.frames.model import Item, Predicate, Report
from eventcode.frames.told_aside import told_aside
from eventcode.gazetteer import PlaceMention
from eventcode.gazetteer.mention import is_passage, is_site, is_town
from eventcode.gazetteer.words import MANY
from eventcode.mentions import ActorMention, View
from eventcode.mentions.closed import COMPLEMENTISERS, RESUMPTIVE, bare

# ... and words after which it leads nowhere: إلى حد ما, إلى جانب.
_NOWHERE = frozenset({"حد", "جانب", "ان", "ذلك"})
# لجأ إلى, لجأ في: the place is where they fled to.
_REFUGE = frozenset({"لجا"})
# Verbs whose object is where those who left went: وصلت الدفعة مدينة إدلب.
_ARRIVING = frozenset({"وصل", "بلغ", "دخل", "قصد"})
_TALKS = frozenset({"negotiation", "agreement"})
# What the people of a town may be called to do there, and within how many words after the town.
_CALLED_TO = frozenset({"protest", "displacement", "evacuation"})
_CALL_REACH = 3
# Verbs whose subject is the scene of what they tell.
_SCENE = frozenset({"شهد", "تعرض", "عاني", "عاش"})
_TOLD_OF = frozenset({"الي", "عن", "علي", "حول", "بشان"})
# Frames of acts that have what they are done to as their place, too, and within how many words that is named.
_STRUCK = frozenset({"attack", "strike-at", "seize"})
_STRUCK_REACH = 4
_WITHIN_REACH = 2
_ARMED = frozenset({"air_strike", "shelling", "ground_attack", "ied", "armed_clash", "grenade", "attack_on_civilians", "killing"})
_THEREIN = frozenset({"فيه", "فيها", "به", "بها"})
# How many words after the verb of a relative clause the pronoun may stand that takes up its noun.
_RESUMPTION_REACH = 8


class Places(Hosts):
    """Gives predicates their places; what stands in the phrase of a source (``inside``) is none, nor where ``reports`` were given."""

    def __init__(self, view: View, clauses: Clauses, inside: Set[int], reports: Sequence[Report] = ()) -> None:
        super().__init__(view, clauses)
        self.sources = inside
        self.inside = inside | {index for report in reports for index in self._saying(report)}
        # By position or predicate: whose each place is, those that are nobody's, those
        # from which fire came, those that an act was done to, and those in a relative clause.
        self.hosts: dict[int, Predicate] = {}
        self.aside: list[int] = []
        self.origins: set[int] = set()
        self.struck: list[tuple[Predicate, int]] = []
        self.described: list[tuple[Predicate, int]] = []
        # ... those through which people left, and those from which the people come who are told of.
        self.ways: list[tuple[Predicate, int]] = []
        self.homes: set[int] = set()

    def fill(self) -> None:
        """Give each place to the predicate on whose right it stands in the same clause, else to the one it precedes."""
        nowhere: set[int] = set()
        for position, place in enumerate(self.view.places):
            talks = next((p for p in self.clauses.predicates if p.first < place.first and place.last == p.last), None)
            if talks is not None and talks.type == "negotiation":
                talks.places.append(position)  # مؤتمر أستانة
                continue
            if self._names_deal(place):
                continue
            home = relieved(self.view, place.first) or from_there(self.view, place.first)
            if home or (position - 1 in nowhere and self._lies_in_previous(position)):
                nowhere.add(position)
                continue
            if (
                place.first not in self.inside
                and not charged(self.view, place)
                and not elsewhere(self.view, place.first)
                and (self._struck(place) or not self._inside_actor(place))
                and not self._inside_trigger(place)
            ):
                self._attach(position, place)
        local = [
            position
            for position, place in enumerate(self.view.places)
            if (place.first in self.sources or self._of_witness(place)) and is_town(place)
        ]
        self.aside = [*local, *self.aside]  # قال مسعف في سراقب إن الأحياء قصفت: told of no place but the witness's
        self._headline()
        for predicate in self.clauses.predicates:
            taken_up = self._described(predicate) or self._antecedents(predicate)
            if taken_up:
                predicate.places = taken_up
            # A place before its predicate is the event's only where none stands after it; after talks stands what they are about.
            if predicate.type in _TALKS:
                predicate.places = sorted({*predicate.places, *self.topics.get(id(predicate), [])})
            elif not predicate.places:
                predicate.places = (
                    self._of_thwarted(predicate) or self.topics.get(id(predicate), []) or self._of_addressed(predicate)
                )
            predicate.aside = [position for position in self.aside if self.view.places[position].last <= predicate.first]
        for predicate in self.clauses.predicates:
            # تفجير حافلات أهالي كفريا بحي الراشدين: where it happened, if that is told, rather than whose people they are.
            told = [position for position in predicate.places if not people_of(self.view, position)]
            if predicate.type not in LEAVING:
                predicate.places = told or predicate.places
        self._meetings_struck()
        for host, position in self.ways:
            if is_passage(self.view.places[position]):
                host.places = host.places or [position]  # خروج الحافلات عبر معبر عربين: where they left, as none else is told
        for host, position in self.struck:
            host.places = host.places or [position]
        for host, position in self.described:
            if not host.places or (host.places[-1] + 1 == position and self._listed(position)):
                host.places.append(position)

    def _names_deal(self, place: PlaceMention) -> bool:
        """اتفاق سوتشي, اتفاقيات أستانا: a deal that goes by a town's name was made there, but tells of nothing there."""
        deals = (p for p in self.clauses.predicates if p.type == "agreement" and p.pos == "noun" and not p.enclitic)
        return any(p.last == place.first and not p.definite for p in deals)

    def _of_thwarted(self, predicate: Predicate) -> list[int]:
        """وفي ريف إدلب أحبط الجيش هجوماً على بلدة كذا: an attack is thwarted where it was made, rather than in the area named ahead."""
        if predicate.type != "disrupted_weapons":
            return []
        attack = next((p for p in self.clauses.predicates if p.first >= predicate.last), None)
        near = attack is not None and attack.type in _ARMED | {"advance"} and not self.clauses.broken(predicate.last, attack.first)
        return (
            [position for position in attack.places if self.view.places[position].first >= attack.last] if near and attack else []
        )

    def _of_addressed(self, predicate: Predicate) -> list[int]:
        """دعا ناشطون سكان أريحا إلى التظاهر: what the people of a town are called to do is done there."""
        if predicate.type not in _CALLED_TO or predicate.status not in ("future", "hypothetical") or predicate.pos != "noun":
            return []
        near = [
            position
            for position, place in enumerate(self.view.places)
            if 0 <= predicate.first - place.last <= _CALL_REACH and is_town(place) and people_of(self.view, position)
        ]
        owned = [
            position
            for position in near
            if any(a.kind == "people" and a.first < self.view.places[position].first <= a.last for a in self.view.actors)
        ]
        return self._with_coordinated(near[-1:]) if owned else []

    def _meetings_struck(self) -> None:
        """قصفت الطائرات اجتماعاً في بنش, قصفت مبنى كانوا يجتمعون فيه في بنش: a meeting that is struck is where it was struck."""
        governors = {id(item.predicate): item.governor for item in self.clauses.items if item.predicate is not None}
        for meeting in self.clauses.predicates:
            if meeting.type != "negotiation" or not meeting.places:
                continue
            following = self.view.tokens[meeting.last].norm if meeting.last < len(self.view.tokens) else ""
            noun = meeting.pos == "noun" and not meeting.definite and not governors.get(id(meeting))
            if not noun and not (meeting.pos == "verb" and following in _THEREIN):
                continue
            if noun and self.view.tokens[meeting.first - 1].norm in EVES:
                continue  # قصفوا البلدة عشية اجتماع في جنيف
            before = [
                p for p in self.clauses.predicates if p.last <= meeting.first and not self.clauses.broken(p.last, meeting.first)
            ]
            if before and before[-1].type in _ARMED and before[-1].pattern.frame in _STRUCK and not before[-1].places:
                before[-1].places = list(meeting.places)

    def _attach(self, position: int, place: PlaceMention) -> None:
        """Give one place to its predicate: as a place or destination, as what stands before it, or as what a relative clause tells."""
        item = next((i for i in self.clauses.items if i.places == [position]), None)
        if item is None:
            self.struck.extend((predicate, position) for predicate in self._struck(place))
            return
        host = self.hosts.get(position - 1) if self._lies_in_previous(position) else None
        host = host or self.host(item)
        visited = (
            host is not None
            and host.type in _TALKS
            and any(a.kind == "capital" and a.first == place.first for a in self.view.actors)
        )
        judged = any(p.pattern.frame == SPEECH and p.pos == "verb" and p.first < place.first for p in self.clauses.predicates)
        if host is not None and spoke_at(self.view, host, place, judged=judged and host.pos == "noun"):
            return
        if (host is None or host.type in _TALKS) and not visited and place.certain and place.kind != "anaphor":
            self.aside.append(position)
        if host is None:
            return
        self.hosts[position] = host
        governed = self.clauses.outer_governor(item)
        after = host.first < place.first
        if host.type in LEAVING and (governed == "عبر" or ((host, position - 1) in self.ways and self._lies_in_previous(position))):
            self.ways.append((host, position))  # neither origin nor destination
            return
        if host.type == "killing" and governed == "عبر":
            return  # جُرحوا ونُقلوا إلى تركيا عبر معبر كذا
        if host.type not in LEAVING and driven_from(self.view, place, governed):
            self.homes.add(position)
            return
        if after and told_aside(self.view, host, place):
            return
        if after and (seat_of_power(self.view, place) or stationed(self.view, host, place)):
            return
        joined = place.proclitics[:1] == "و" or self._lies_in_previous(position)
        if position - 1 in self.homes and joined and place.kind != "environs":
            self.homes.add(position)
            return
        if after and (protested(self.view, host, place) or of_party(self.view, host, place)):
            return
        if launched(self.view, host, place, governed) or set_out(self.view, place):
            self.origins.add(position)
        if after and host.type in _ARMED and on_its_way(self.view, host, place, governed):
            return
        if after and (
            for_others(self.view, host, place) or returned(self.view, host, place) or travelling(self.view, host, place, governed)
        ):
            return
        if position in self.origins or (position - 1 in self.origins and self._lies_in_previous(position)):
            return
        lies_there = position - 1 in host.destinations and self._lies_in_previous(position)
        withdrawn = host.type == "withdrawal" and governed in TOWARDS and self.view.tokens[item.first - 2].norm != "وصولا"
        withdrawn = withdrawn and not (place.proclitics[:1] == "و" and position - 1 in host.places)
        if after and (withdrawn or (host.type in LEAVING and (lies_there or self._led_to(host, item, governed)))):
            host.destinations.append(position)
        elif not after and not self.scene(item) and not (position - 1 in host.places and self._enumerated(position)):
            self.topics.setdefault(id(host), []).append(position)
        elif self._describes(host, place.first) or ((host, position - 1) in self.described and self._lies_in_previous(position)):
            self.described.append((host, position))
        else:
            host.places.append(position)

    def _struck(self, place: PlaceMention) -> list[Predicate]:
        """قصف سوريا, غزو العراق, الانسحاب من سوريا, هجوم بتركيا: acts done to a country or in it, and leaving it."""
        country = next((actor for actor in self.view.actors if actor.first == place.first), None)
        near = [p for p in self.clauses.predicates if p.first < place.first <= p.last + _STRUCK_REACH]
        return [predicate for predicate in near if country is not None and self._befell(predicate, country)]

    def _befell(self, predicate: Predicate, country: ActorMention) -> bool:
        done_to = any(other.first == country.first for other in (*predicate.struck, *predicate.targets))
        if predicate.pattern.frame in _STRUCK and done_to:
            return True
        if predicate.type in LEFT and country.governor == "من":
            return True
        within = country.governor == "ب" and country.first - predicate.last <= _WITHIN_REACH
        return within and predicate.pattern.frame != SPEECH and not done_to

    def _of_witness(self, place: PlaceMention) -> bool:
        """قال سكان في بلدة أطمة إن: where those live who tell, right after them."""
        before = place.first - 1 - (place.proclitics != "ب")
        within = place.proclitics == "ب" or self.view.tokens[place.first - 1].norm == "في"
        return (
            place.first in self.inside
            and within
            and before in self.sources
            and any(actor.last == before + 1 and actor.kind in ("people", "source") for actor in self.view.actors)
        )

    def _saying(self, report: Report) -> range:
        """قال القائد في مؤتمر صحفي في نيويورك إن: from the verb of a report to the word that opens its content, if no act stands between."""
        if report.kind not in ("report", "claim", "denial"):
            return range(0)
        end = next((p for p in range(report.verb + 1, len(self.view.tokens)) if self._opens_content(p)), 0)
        words = range(report.verb + 1, end)
        if not report.spans and self.view.tokens[end].norm in _TOLD_OF:
            return range(0)  # 30 غارة سجّلت في محيط إدلب على مقار: noted by nobody who spoke there
        told = any(p.first in words for p in self.clauses.predicates) or any(p in self.clauses.verbs for p in words)
        return range(0) if told else words

    def _opens_content(self, index: int) -> bool:
        """قال إن, قال: "...; in أشار إلى إدلب the preposition opens what is told of."""
        token = self.view.tokens[index]
        return token.text in ('"', "“", "«", ":") or token.norm in _TOLD_OF or bool(bare(token.norm, COMPLEMENTISERS))

    def _describes(self, host: Predicate, first: int) -> bool:
        """قصف القوات التي تسيطر على المدينة: a place inside a relative clause tells of its noun, unless that noun is the predicate."""
        for index in range(host.last, first):
            if STATIONED.fullmatch(self.view.tokens[index].norm) and first - index <= 2:
                return True  # قائد الفصيل المتمركز في سراقب
            if not self.clauses.relative(index):
                continue
            of_host = index - host.last <= 2 and not any(host.last <= actor.first < index for actor in self.view.actors)
            closed = any(self.view.tokens[p].text in ("،", ",") for p in range(index, first))
            if not of_host and not closed:
                return True
        return False

    def _described(self, predicate: Predicate) -> list[int]:
        """الغوطة المحاصرة, البلدتين المحاصرتين: a participle right after a place, as its adjective, happens there."""
        if predicate.pos == "verb" or not predicate.definite or predicate.proclitics:
            return []
        standing = {item.places[0] for item in self.clauses.items if item.kind == "place"}  # not قادت روسيا الحملة
        before = [p for p, place in enumerate(self.view.places) if place.last == predicate.first and p in standing]
        return self._with_coordinated(before[-1:])

    def _antecedents(self, predicate: Predicate) -> list[int]:
        """دوما التي سيطرت عليها القوات, حلب حيث وقع الاتفاق: the place that a relative clause takes up is where its verb happens."""
        start = min(predicate.first, predicate.verb) if predicate.verb >= 0 else predicate.first
        reach = range(start - 1, max(-1, start - 4), -1)
        where = next((i for i in reach if self.view.tokens[i].norm == "حيث"), None)
        opening = next((i for i in reach if self.clauses.relative(i)), None) if where is None else where
        if opening is None or (where is not None and (predicate.places or self._place_follows(predicate))):
            return []
        if where is None and not self._resumed(start) and not self._resumed(opening + 1):
            return []
        near = opening
        while near and (self.view.tokens[near - 1].text in ("،", ",") or self.view.dated(near - 1)):
            near -= 1  # في دمشق مساء السبت، حيث
        before = [position for position, place in enumerate(self.view.places) if 0 <= near - place.last <= 1][-1:]
        while before and before[0] and self._beside(before[0]):
            # معضمية الشام القريبة من داريا، حيث; إدلب شمال سوريا، حيث: the place is the one that lies beside or in the other.
            before = [before[0] - 1]
        if before and self.view.places[before[0]].head == MANY and any(p > before[0] for p in predicate.places):
            return []  # القرى التي سيطروا عليها جنوبي المحافظة
        return self._with_coordinated(before)

    def _place_follows(self, predicate: Predicate) -> bool:
        """Whether the clause of a predicate names a place after it, or right before it: حيث يعيش السكان في الحي تحت الحصار."""
        return any(
            (place.first >= predicate.last and not any(self.clauses.hard[predicate.last : place.first]))
            or 0 <= predicate.first - place.last <= 2
            for place in self.view.places
        )

    def _beside(self, position: int) -> bool:
        """Whether a place only tells beside what the one before it lies."""
        place, previous = self.view.places[position], self.view.places[position - 1]
        if place.first == previous.last and not place.proclitics and self._part(place) and not self._part(previous):
            return True  # إدلب شمال غربي سوريا
        return place.kind in ("environs", "direction") and place.first - previous.last <= 1 and place.proclitics[:1] != "و"

    def _part(self, place: PlaceMention) -> bool:
        """شمال سوريا, وسط سوريا: a part of a country."""
        return any(candidate.level in ("country", "region") for candidate in place.candidates)

    def _with_coordinated(self, out: list[int]) -> list[int]:
        """A place and those that "and" joins to it on its right, by their positions."""
        while out and out[0] > 0 and self.view.places[out[0] - 1].first == self.view.places[out[0]].first:
            out.insert(0, out[0] - 1)  # البلدتين
        while out and out[0] > 0 and self.view.places[out[0]].proclitics[:1] == "و":
            if self.view.places[out[0]].first - self.view.places[out[0] - 1].last > 1:
                break
            out.insert(0, out[0] - 1)
        return out

    def _resumed(self, start: int) -> bool:
        """Whether a relative clause takes up its noun by a pronoun (عليها, تحاصرهما), or its verb has it as the scene (شهدت)."""
        verb = self.clauses.verbs.get(start)
        if verb is not None:
            form = verb.match.value.form
            if verb.match.enclitic or (form is not None and form.lemma in _SCENE):
                return True
        for index in range(start, min(len(self.view.tokens), start + _RESUMPTION_REACH)):
            if self.clauses.hard[index] or self.view.tokens[index].text in ("،", ","):
                return False
            if self.view.tokens[index].norm in RESUMPTIVE:
                # المطار الذي انطلقت منه الطائرات: where fire comes from
                return not LAUNCH_WORDS.fullmatch(self.view.tokens[index - 1].norm)
        return False

    def _led_to(self, host: Predicate, item: Item, governed: str) -> bool:
        """Whether those who leave went to a place: نزحوا إلى إدلب, لجأ في عفرين, نقل المقاتلين إلى مناطق المعارضة في إدلب."""
        position = item.places[0]
        beside = position > 0 and self.view.places[position - 1].last == item.first and not self.view.places[position].proclitics
        if (
            host.form is not None
            and host.form.lemma in _ARRIVING
            and not people_of(self.view, position)
            and (beside or (governed in ("", "ب") and self.view.tokens[item.first - 1].norm != "من"))
        ):
            return True  # وصلت دفعة من مهجري حرستا مدينة إدلب
        around = self.view.places[item.places[0]].kind in ("environs", "border")
        if governed == "نحو" and self._about(host.last, item.first):
            return False
        if governed in TOWARDS or (governed == "علي" and not around):
            return True
        if governed not in ("في", "ب", "علي") and not (around and governed in ("", "قرب")):  # إلى مخيمات قرب كذا
            return False
        if host.form is not None and host.form.lemma in _REFUGE:
            return True
        for index in range(item.first - 1, host.last - 1, -1):
            if any(place.first <= index < place.last for place in self.view.places) or self.view.tokens[index].text in ("،", ","):
                return False
            preposition = self.view.preposition(index)
            if preposition == "نحو" and self._counted(index + 1):
                continue  # يغادر نحو سبعة آلاف شخص البلدة
            if preposition in TOWARDS or preposition == "من":
                return preposition != "من" and self.view.tokens[index + 1].norm not in _NOWHERE
        return False

    def _headline(self) -> None:
        """عفرين.. احتجاجات, إدلب: قصف: a place set before a headline is that of everything in it."""
        tokens = self.view.tokens
        if not self.view.places or self.view.places[0].first != 0:
            return
        place = self.view.places[0]
        if place.last < len(tokens) and tokens[place.last].text in (":", "..", "…", ".", "-", "–", "|"):
            larger = place.head == "محافظه" or any(candidate.level == "country" for candidate in place.candidates)
            if larger and any(predicate.places for predicate in self.clauses.predicates):
                return  # سوريا: انفجار يستهدف دورية على طريق كذا, محافظة درعا - المرصد: دارت اشتباكات في كذا إثر هجوم
            for predicate in self.clauses.predicates:
                self.topics.setdefault(id(predicate), []).append(0)

    def _inside_trigger(self, place: PlaceMention) -> bool:
        """عملية "غصن الزيتون": the name of an operation is no place."""
        return any(p.first < place.first and place.last <= p.last for p in self.clauses.predicates)

    def _inside_actor(self, place: PlaceMention) -> bool:
        """Whether a place is part of the name of an actor; a country, a facility and a base are places too, where they do not act."""
        if place.head == "بلاد" and place.kind == "anaphor" and any(actor.last == place.first for actor in self.view.actors):
            return place.proclitics in ("", "ل")  # القوات المسلحة للبلاد
        if listed_town(self.view, self.view.places.index(place)):
            return False
        for actor in self.view.actors:
            if not actor.first <= place.first < actor.last or actor.kind == "facility":
                continue
            if is_site(place):
                if place.first == actor.first and self._speaks(actor):
                    return True
            elif actor.kind in ("country", "capital"):
                if self._acts(actor):
                    return True
            elif actor.name is None and actor.head < place.first and self._unowned(actor, place):
                continue
            elif place.last <= actor.last and not actor.quantity:
                return True
        return False

    def _unowned(self, actor: ActorMention, place: PlaceMention) -> bool:
        """حاصرت القوات الحسكة: what has the article owns no town; but المقاتلون الشيشان are a people."""
        town = any(candidate.level not in ("country", "region") or " " in candidate.name for candidate in place.candidates)
        return town and not place.proclitics and self.view.tokens[actor.head].norm.startswith("ال")

    def _speaks(self, actor: ActorMention) -> bool:
        return any(actor in predicate.actors for predicate in self.clauses.predicates if predicate.pattern.frame == SPEECH)

    def _acts(self, actor: ActorMention) -> bool:
        """Whether a country or capital fills a role: then it is no place, but what is struck or seized is one too (قصف سوريا)."""
        return any(
            actor in predicate.actors or (actor in predicate.targets and predicate.pattern.frame not in _STRUCK)
            for predicate in self.clauses.predicates
        )
