"""Whom a mention of a sentence denotes in its document: the code that the noun alone leaves open (السكان, المسلحون, الحزب, بلاده)."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from eventcode.events.context import HOME, Context
from eventcode.frames import Predicate, suffix_agrees
from eventcode.frames.hosts import LEFT
from eventcode.mentions import ActorMention, View
from eventcode.mentions.composition import STATELESS
from eventcode.mentions.kinds import ARMED_KINDS
from eventcode.mentions.sides import side
from eventcode.model import Location
from eventcode.patterns import key_of

_ANAPHORIC = frozenset({"official", "media", "source", "ngo", "government"})
# Nouns of bodies of fighters that are no state's.
_IRREGULAR = frozenset({"جماعات", "مجموعات", "تنظيمات"})
_OWNERS = frozenset({*ARMED_KINDS, "group", "government"})
_INSURGENT = frozenset({"REB", "KUR"})
# Nouns without an owner that mean Syrians in every country: rebels, the opposition, refugees.
_HOMEBOUND = frozenset({"REB", "OPP", "REF", "KUR"})
# Codes that leave it open who is meant: a definite noun with one of them takes up the last actor named by that noun.
_OPEN = frozenset({"", "NGO"})
_STATES = frozenset({"country", "capital", "government", "official", "person", "force"})
_HOSTED = frozenset({"negotiation", "agreement", "ceasefire"})
# Acts of arms that one man does by himself, whom the text tells of as a man or a youth.
_BY_ONE_MAN = frozenset({"suicide_bomb", "grenade", "ied", "assassination"})
_GOING = frozenset({"move", "send"})
# Words in the names of military airports.
_MILITARY = frozenset({"العسكري", "الجوية"})
# Acts in which a party that is only called the opposition is the one that bears arms: deals on the ground, and what is alleged of it.
_OF_THE_FIELD = frozenset(
    {"agreement", "ceasefire", "ceasefire_violation", "prisoner_release", "evacuation", "withdrawal", "arrest"}
)
_OF_FIGHTERS = frozenset({"accusation", "consent", "military_support"})
_OPPOSITION = frozenset({"معارضه", "سوريه"})
_ALLIES = ("حلفا", "حليف")
_REACH = 3
_LATELY = 10
"""How many actors back a group was named lately."""
# Acts that befall people: whoever is meant by a name of a people (الإيرانيون) suffers them as a civilian.
_BEFALLING = frozenset({"die", "kill", "flee", "expel"})


# Fire on the places where people live, and on crowds.
_ON_TOWNS = frozenset(
    {"air_strike", "shelling", "chemical_attack", "protest_repression", "ied", "suicide_bomb", "grenade", "attack_on_civilians"}
)
_TOLL = frozenset({"dead", "wounded"})
# Acts of those who carry arms, whatever noun tells who they are.
_BY_GUNMEN = frozenset({"suicide_bomb", "ied", "grenade", "assassination", "abduction", "ground_attack"})


def _insurgent(mention: ActorMention) -> bool:
    """Whether a mention is of fighters of no state."""
    return mention.code[3:6] in _INSURGENT or mention.code[:3] == "IMG"


def _alike(code: str, other: str) -> bool:
    """Whether two codes may be of the same: factions by their names are others (SYRREBHTS, SYRREBFSH), rebels as such may be any; a
    foreign state is one with its forces.
    """
    state = code[:3] == other[:3] != HOME and code[:3] not in STATELESS
    return code == other or state or (code[:6] == other[:6] and 6 in (len(code), len(other)))


def _in_arms(view: View, predicate: Predicate, mention: ActorMention, kind: str) -> bool:
    """اتفاق بين النظام والمعارضة, اتهم المعارضة بالقصف: whether the opposition without more is those who fight, in an act of no arms."""
    words = {token.norm.removeprefix(mention.proclitics).removeprefix("ال") for token in view.tokens[mention.first : mention.last]}
    if not words <= _OPPOSITION | {"لمعارضه"}:
        return False
    return predicate.type in _OF_THE_FIELD or (kind == "target" and predicate.type in _OF_FIGHTERS)


class Denoter:
    """Codes the mentions of one document, given what its earlier sentences established (``context``)."""

    def __init__(
        self,
        context: Context,
        text: str,
        resolved: Sequence[Sequence[Location | None]],
        country: Callable[[Location], str],
        sides: Set[str],
        loyal: Set[tuple[str, ...]] = frozenset(),
    ) -> None:
        self.context = context
        self.text = text
        self.resolved = resolved
        self.country = country
        self.loyal_towns = loyal
        self.rebels = "SYRREB" in sides
        # Whether the document speaks of foreign forces, whose aircraft may be meant as well as those of the regime.
        self.foreign = any(code[3:] == "MIL" and code[:3] != HOME for code in sides)
        self.setting = HOME
        self.loyal = False  # whether the act in hand took place in a town loyal to the regime, amid the rebels
        self.camp = False  # whether the act in hand took place in a camp, whose people are displaced ones
        self.doers: set[str] = set()  # the codes of those who do the act in hand, implied ones as well
        self._spoken_of: dict[int, str] = {}

    def code(self, view: View, predicate: Predicate, mention: ActorMention, armed: bool, kind: str) -> str:
        """The code of a mention in an act: an armed act of a country or government is its forces' (coding rules, section 3)."""
        code = self.denoted(view, predicate, mention)
        if kind == "actor" and armed and code == HOME + "MIL" and mention.assumed and mention.kind == "force":
            # قال أردوغان إن الجيش سيضرب قوات النظام: who speaks of it as "the army" means his own, where the home army is struck
            struck = any(target.code == code and not target.assumed for target in predicate.targets)
            speaker = next((claim.code[:3] for claim in predicate.sources if claim.code and claim.code[3:] in ("", "GOV")), HOME)
            code = speaker + "MIL" if struck and speaker not in STATELESS else code
        facility = mention.kind == "facility" and kind == "target" and predicate.pattern.frame != "seize"
        if not code and facility:
            code = self._airbase(view, predicate, mention)
        if not code and kind == "target" and mention.role == "MIL" and self._others_material(predicate, mention):
            code = self._opponent(view, predicate)
        # قتلت الفصائل المهاجمين: none of their own
        against = kind == "target" and any(code.startswith("SYRREB") for code in self.doers) and predicate.pattern.frame == "kill"
        rebels = (self.rebels or predicate.type == "evacuation") and not against
        if not code and rebels and mention.anaphoric and mention.counts and mention.kind == "force" and mention.owner is None:
            # المقاتلون where nobody was named: those of the rebels of whom the text speaks, and those who are taken out of a town.
            code = "SYRREB"
        one = mention.kind in _ANAPHORIC and mention.number != "p" and mention.quantity is None
        if self.loyal and predicate.type in LEFT and mention.anaphoric and mention.counts and mention.owner is None:
            return HOME + "MIL"  # إجلاء المقاتلين من الفوعة
        if not code and mention.kind == "force" and view.head(mention) in _IRREGULAR:
            code = self.group_before(view, mention.first)
        if not code and (mention.kind in ARMED_KINDS or one) and mention.definite and not self._defences(view, mention):
            code = self.context.forces.get(mention.kind, "")
            soldiers = mention.kind == "force" and mention.role == "MIL" and mention.counts
            if mention.anaphoric and not mention.counts and code[3:6] in ("MIL", "GOV", ""):
                code = ""  # الحركة, الفصيل: no state's forces
            if soldiers and code.startswith("SYRREB") and self._namesake(view, mention) != code:
                code = ""  # المدنيين والعسكريين: soldiers are no rebels, of whom the text told before
            if code.startswith("SYRREB") and kind == "actor" and armed and self._troops_against_rebels(view, predicate, mention):
                code = ""
        if not code and mention.kind == "aircraft" and mention.definite:
            code = self._bombers()
        drone = "سي" in self.text[mention.start : mention.end]
        if not code and mention.kind == "aircraft" and not drone and kind != "target" and self.setting == HOME:
            # الطيران الحربي: in this war the rebels have none, so that with no others told of it is the regime's; helicopters always are.
            helicopters = "مروحي" in self.text[mention.start : mention.end]
            code = "" if self.foreign and not helicopters else HOME + "MIL"
        army = mention.kind == "force" and mention.role == "MIL" and (mention.counts or self._defences(view, mention))
        if not code and army and armed and kind == "target" and not mention.pronoun:
            code = self._own_losses(predicate, mention)
        if not code and army and not mention.pronoun:
            code = self.setting + "MIL"  # جنود, ضابطان: those of the army of the country, where the text tells of no other
        if code in ("", "UNK") and kind == "target" and self._killed_at_home(view, predicate, mention):
            code = self.setting + "CVL"
        if not code and kind == "actor" and predicate.pattern.frame == "split" and mention.counts:
            # انشق عشرات العناصر عن الهيئة: they were hers
            code = next((target.code for target in predicate.targets if target.code), "")
        if code == "UNK" and mention.pronoun and view.head(mention).startswith(_ALLIES):
            ally = self._commander(view, mention)  # هيئة تحرير الشام وحلفاؤها: factions beside a faction
            code = "SYRREB" if ally.startswith("SYRREB") else code
        if not code and kind == "actor" and armed and self._troops_against_rebels(view, predicate, mention):
            code = self.setting + "MIL"
        if not code:
            return "UNK"
        if code == HOME + "CVL" and mention.assumed and mention.kind == "people":
            if kind == "actor" and predicate.type in _BY_ONE_MAN:
                return "UAF"  # رجل يرتدي حزاماً ناسفاً
            if self.camp and not mention.pronoun and predicate.type != "evacuation":
                return HOME + "REF"
        state = len(code) == 3 and code not in STATELESS
        if mention.kind == "capital" and state and (not armed or kind == "target"):
            return code + "GOV"
        if armed and kind == "actor" and mention.kind == "people" and mention.assumed and predicate.type in _BY_GUNMEN:
            return "UAF" if code[3:] == "CVL" else code  # ألقى شابان قنبلة: whoever they are, they are armed
        if code == "SYROPP" and mention.kind != "people" and (armed or _in_arms(view, predicate, mention, kind)):
            return "SYRREB"
        if mention.kind == "official" and state and mention.pronoun:
            return code + "GOV"  # سفيرها, مندوبها
        if mention.kind == "people" and state and predicate.pattern.frame in _BEFALLING and kind == "target":
            return code + "CVL"
        if code == "UAF" and self.rebels and (mention.pronoun or self._armed_men(mention)):
            if not against:
                return "SYRREB"  # المسلحون, خطوط إمدادهم
            code = (self._opponent(view, predicate) if "مهاجم" in self.text[mention.start : mention.end] else "") or code
        if armed and kind != "target" and (state or code[3:] in ("GOV", "LEG")):
            return code[:3] + "MIL"  # وافق البرلمان على نشر قوات: whoever decides it
        forces = mention.kind in ARMED_KINDS or (mention.kind == "facility" and mention.role == "MIL")
        if state and mention.pronoun and mention.role == "MIL" and forces:
            return code + "MIL"  # خمسة من جنودها: soldiers and bases of a state
        if armed and kind == "target" and forces and code[3:] == "GOV":
            return code[:3] + "MIL"
        return code

    def _own_losses(self, predicate: Predicate, mention: ActorMention) -> str:
        """أقرت أنقرة بمقتل 33 جندياً: soldiers of nobody's of whose death or capture a state tells are its own, unless it did it."""
        struck = any(other.code for other in predicate.targets)
        if not mention.counts or mention.definite or struck or predicate.pattern.frame == "strike-at":
            return ""
        states = [claim.code[:3] for claim in predicate.sources if claim.code and claim.code[3:6] in ("", "GOV", "MIL")]
        own = [state for state in states if state not in STATELESS and not any(code[:3] == state for code in self.doers)]
        return own[0] + "MIL" if own else ""

    def _troops_against_rebels(self, view: View, predicate: Predicate, mention: ActorMention) -> bool:
        """تطارد الوحدات العسكرية المسلحين: troops of nobody's that fight rebels are those of the state, of whom its side tells so."""
        troops = mention.kind == "force" and mention.role == "MIL" and mention.owner is None and not mention.pronoun
        return troops and any(
            _insurgent(other) and other.first > mention.last for other in view.actors if other.governor != "agent"
        )

    def _defences(self, view: View, mention: ActorMention) -> bool:
        """الدفاعات الجوية, المضادات الأرضية: only armies have air defences, as a rule that of the country where they fire."""
        return mention.kind == "force" and view.head(mention).removeprefix("ال").startswith(("دفاع", "مضادات"))

    def _killed_at_home(self, view: View, predicate: Predicate, mention: ActorMention) -> bool:
        """غارات على المدينة توقع 13 قتيلاً: the dead and wounded of fire on a place, where nobody who fights is said to be struck, are its people."""
        shared = "من" in self.text[mention.start : mention.end].split()  # قتلى من الجانبين
        if predicate.type not in _ON_TOWNS or view.lists[mention.head].isdisjoint(_TOLL) or shared:
            return False
        return not any(other.kind in ARMED_KINDS or other.role == "MIL" or other.kind == "group" for other in predicate.targets)

    def _airbase(self, view: View, predicate: Predicate, mention: ActorMention) -> str:
        """مطار المزة, قاعدة الشعيرات: the forces of the country that a military airport is in, unless they are those who strike it."""
        base = "قاعدة" in self.text[mention.start : mention.end]
        for place, found in zip(view.places, self.resolved[view.index], strict=True):
            if found is None or place.first >= mention.last or mention.first >= place.last:
                continue
            names = (found.name, *(found.aliases if base else ()))
            if any(not _MILITARY.isdisjoint(name.split()) for name in names):
                code = self.country(found) + "MIL"
                return code if code not in self.doers else ""
        return ""

    def _others_material(self, predicate: Predicate, mention: ActorMention) -> bool:
        """Unnamed positions and tanks that are struck, aircraft shot down: those of the other side."""
        struck = mention.kind in ("facility", "vehicle") or (mention.kind == "aircraft" and predicate.type == "shoot_down")
        return struck and not mention.pronoun and predicate.pattern.frame not in _GOING

    def denoted(self, view: View, predicate: Predicate, mention: ActorMention) -> str:
        """The code of whom a mention denotes, whatever the act; "" where the document leaves it open."""
        code = mention.code
        if mention.person:
            return self.context.called.get(mention.person, code)
        if mention.anaphoric:
            code = self._named_before(view, predicate, mention) or code
        owner = mention.owner
        own_army = mention.pronoun and mention.assumed and mention.kind == "force" and mention.role == "MIL"
        if own_army and mention in predicate.actors:
            return self._commander(view, mention) or code  # دفع جيشه بتعزيزات
        if mention.assumed and code == mention.code and code[:3] == HOME and code[3:6] not in _HOMEBOUND:
            return self.setting + code[3:]
        if owner is not None and owner.anaphoric and code == owner.code:
            code = self._named_before(view, predicate, owner) or code
        elif owner is not None and owner.assumed and owner.definite and code == owner.code and code in _OPEN:
            code = self._namesake(view, owner) or code  # قيادي في الفيلق
        elif mention.assumed and mention.definite and code in _OPEN:
            code = self._namesake(view, mention) or code
        if mention.kind == "homeland":
            return self._homeland(view, predicate, mention)
        if not code and owner is not None and owner.kind == "homeland":
            country = self._homeland(view, predicate, mention)
            return country and country + mention.role
        if not code and mention.pronoun and mention.kind == "official":
            return self._state_of(view, mention) or self._antecedent(view, predicate, mention)
        if not code and mention.pronoun:
            return self._antecedent(view, predicate, mention)
        return code

    def _state_of(self, view: View, mention: ActorMention) -> str:
        """سفيرها, وزير دفاعها: the state, named last before, whose official a suffix says that he is."""
        before = [*reversed([actor for actor in view.actors if actor.last <= mention.first]), *reversed(self.context.actors)]
        states = (a for a in before if a.kind in ("country", "capital", "government") and suffix_agrees(mention.pronoun, [a]))
        return next((a.code[:3] for a in states if a.code and a.code[:3] not in STATELESS), "")

    def settle(self, view: View, locations: Sequence[Location], kind: str) -> None:
        """Take up the setting of an act, the country whose people, army or police a noun without an owner means: where the act
        took place, else what the sentence speaks of, else what was spoken of before. Talks are often
        held abroad (مفاوضات جنيف بين الحكومة والمعارضة), unless somebody of that country is named too.
        """
        own = [self.country(place) for place in locations if place.role != "destination" and not place.inherited]
        here = own[0] if len(set(own)) == 1 and not (locations[0].id or "").endswith("~border") else ""
        spoken_of = self.country_of(view)
        if kind in LEFT and spoken_of != HOME:
            spoken_of = ""  # سيدفع القصف السكان إلى الفرار نحو تركيا: the country that they go to is not theirs
        self.setting = here or spoken_of or self.context.country
        self.camp = any(
            (place.level == "camp" or "مخيم" in (place.text or "")) and place.role != "destination" for place in locations
        )
        left = {place.name for place in locations if place.role != "destination"}
        self.loyal = bool(left) and all(tuple(map(key_of, name.split())) in self.loyal_towns for name in left)
        if kind in _HOSTED and not any(actor.code[:3] == self.setting and not actor.assumed for actor in view.actors):
            self.setting = self.context.country

    def country_of(self, view: View) -> str:
        """The country that a sentence speaks of: Syria where it has a word of it, else that of its places, "" without any."""
        if view.index not in self._spoken_of:
            self._spoken_of[view.index] = self._read_country(view)
        return self._spoken_of[view.index]

    def _read_country(self, view: View) -> str:
        words = (match for found in view.at for kind in ("nation", "country") for match in found.get(kind, ()))
        if any(actor.code[:3] == HOME and not actor.assumed for actor in view.actors) or any(
            match.value.ref.country == HOME for match in words
        ):
            return HOME
        resolved = zip(view.places, self.resolved[view.index], strict=True)
        countries = [self.country(place) for mention, place in resolved if place is not None and mention.certain]
        return HOME if HOME in countries else next(filter(None, countries), "")

    def _named_before(self, view: View, predicate: Predicate, mention: ActorMention) -> str:
        """Whose members an anaphoric noun means: المسلحون are of the group named last, مواطنوها of the state named last."""
        if mention.role == "CVL":
            states = [
                m.code[:3] for m in view.actors if m.last <= mention.first and m.kind in _STATES and m.code[:3] not in STATELESS
            ]
            return states[-1] + "CVL" if states and mention.pronoun else ""
        if mention.kind == "people":
            # مقتل جنديين وإصابة ثلاثة آخرين: others are of those counted before.
            moving = predicate.pattern.frame in ("flee", "expel")
            before = (m.code for m in reversed(view.actors) if m.last <= mention.first and m.code and (m.counts or m.quantity))
            return "" if moving else next(before, "")
        if not mention.definite and mention.quantity is None:
            return ""
        if not mention.counts:
            last = self.group_before(view, mention.first, home=view.head(mention) == "فصيل") if mention.role == "REB" else ""
            return self._namesake(view, mention) or last
        group = self.group_before(view, mention.first)
        if group[:3] == "IMG" and not self._just_told(view, mention, group):
            return ""
        if predicate.type == "evacuation" and self.rebels and group[:3] == "IMG" and all(a.code != group for a in view.actors):
            return "SYRREB"  # إجلاء المقاتلين: those of the rebels, where the sentence names no others
        struck = mention in predicate.targets
        others = {code[:6] for code in self.doers} if struck else {target.code[:6] for target in predicate.targets}
        able = group[:3] in (self.setting, "IMG") and (mention.role == "" or group[3:6] != "KUR")
        return group if able and group[:6] not in others else ""

    def _namesake(self, view: View, mention: ActorMention) -> str:
        """الحزب, المنظمة, الوزارة: the code of the last actor that the document named by the same noun."""
        word = view.head(mention)
        phrases = (m for m in view.actors if m.last <= mention.first)
        named = [one for m in phrases for one in (m, m.owner) if one is not None and one.code and not one.assumed]
        return next((m.code for m in reversed(named) if view.head(m) == word), self.context.named.get(word, ""))

    def _homeland(self, view: View, predicate: Predicate, mention: ActorMention) -> str:
        """The country of whoever says بلاده: the speaker, else the last one named before it."""
        speakers = [claim.code for claim in predicate.sources if claim.code]
        before = [actor.code for actor in reversed(view.actors) if actor.last <= mention.first and actor.kind in _STATES]
        earlier = [claim.code for claim in self.context.source if claim.code]
        return next((code[:3] for code in [*speakers, *before, *earlier] if code[:3] not in STATELESS and code), "")

    def group_before(self, view: View, first: int, *, home: bool = False) -> str:
        """The armed group that is no state's and that the document named last before a token of a sentence; of Syrians, if ``home``."""
        named = [m for m in reversed(view.actors) if m.last <= first and not m.anaphoric and m.kind in _OWNERS]
        able = [m for m in named if _insurgent(m)]
        if home:
            able += [m for m in reversed(self.context.actors) if _insurgent(m)]
            return next((m.code for m in able if m.code[:3] == HOME), "")
        known = next((m.code for m in able if not m.assumed), self.context.group)
        return known or next((m.code for m in able), "")

    def _just_told(self, view: View, mention: ActorMention, group: str) -> bool:
        """Whether armed men may be those of a jihadist group named before: one named lately, if the text speaks of
        rebels too, beside which they do not stand as others (الدواعش والمسلحون), and not in what the factions hold.
        """
        beside = any(actor.group == mention.group and actor.code == group for actor in view.actors if actor is not mention)
        there = any("faction-held" in view.lists[p] for p in range(mention.last, min(len(view.tokens), mention.last + _REACH)))
        told = not self.rebels or any(actor.code == group for actor in (*view.actors, *self.context.actors[-_LATELY:]))
        return told and not beside and not there

    def _armed_men(self, mention: ActorMention) -> bool:
        """المسلحون, المهاجمون take the side that the document gives; مسلحون مجهولون stay unidentified."""
        text = self.text[mention.start : mention.end + 12]
        return ("مسلح" in text or "مهاجم" in text) and "مجهول" not in text

    def _antecedent(self, view: View, predicate: Predicate, mention: ActorMention) -> str:
        """Whose positions, fighters or homes "its" are: the speaker's, else the last actor's, but never those of the doer."""
        if mention.kind in ARMED_KINDS and mention in predicate.actors:
            return self._commander(view, mention)
        doers = self.doers if mention in predicate.targets else {actor.code for actor in predicate.actors if actor is not mention}
        own = [claim.code for claim in predicate.sources if claim.code and claim.code[3:6] not in ("MED", "SOH")]
        before = [actor.code for actor in view.actors if actor.last <= mention.first and actor.kind in _OWNERS]
        earlier = [actor.code for actor in self.context.actors if actor.kind in _OWNERS]
        for code in [*own, *reversed(before), *reversed(earlier)]:
            if code and not any(_alike(code, doer) for doer in doers):
                return code
        return ""

    def _commander(self, view: View, mention: ActorMention) -> str:
        """سحب بوتين قواته: forces that act are those of the last one before who agrees with the suffix and has forces."""
        before = [*reversed([actor for actor in view.actors if actor.last <= mention.first]), *reversed(self.context.actors)]
        # حشدت دمشق، مدعومة من طهران، قواتها: rather whoever stands after no preposition.
        before.sort(key=lambda actor: actor.governor not in ("", "genitive", "agent"))
        named = (one for actor in before for one in (actor, actor.owner) if one is not None)  # ناطق باسم الهيئة ... عناصرها
        for actor in named:
            known = actor.code not in ("", "UAF", "UNK")
            if known and actor.kind in _STATES | _OWNERS and suffix_agrees(mention.pronoun, [actor]):
                return actor.code[:3] + "MIL" if actor.code[3:] in ("", "GOV") and actor.code[:3] not in STATELESS else actor.code
        return ""

    def _bombers(self) -> str:
        """الطيران, الطائرات: with no owner, the aircraft of whoever the document last told to have struck from the air."""
        strikes = (event for event in reversed(self.context.events) if event.type == "air_strike" and event.status == "actual")
        return next((actor.code for event in strikes for actor in event.actors if actor.code[3:6] == "MIL"), "")

    def _opponent(self, view: View, predicate: Predicate) -> str:
        """The last armed party of the text that stands against the doer: whose unnamed positions are struck.

        Where the text names none: the regime's for the rebels and Israel, the rebels' for the regime and its allies.
        """
        doers = {actor.code for actor in predicate.actors if actor.code} or self.doers
        sides = {side(code) for code in doers}
        if not sides:
            return ""
        for actor in [*reversed(view.actors), *reversed(self.context.actors)]:
            if actor.code and actor.kind in _OWNERS and side(actor.code) and side(actor.code) not in sides:
                return actor.code
        if self.rebels and sides == {"regime"}:
            return "SYRREB"
        against = all(code[:3] == "ISR" or code.startswith("SYRREB") for code in doers)
        return HOME + "MIL" if against and self.setting == HOME else ""
