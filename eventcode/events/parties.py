"""Who did it and to whom: actors and targets of an event, and actors that its words only imply."""

from __future__ import annotations

from eventcode.codebook import Codebook
from eventcode.events.context import HOME, Context
from eventcode.events.denote import Denoter
from eventcode.events.earlier import DEAL_TYPES, DEALS, Earlier
from eventcode.events.surnames import titled
from eventcode.events.two_sides import TWO, fallen_together, may_be, of_gender, opposed, taken_up
from eventcode.frames import Predicate, SourceClaim, one_sided, suffix_agrees
from eventcode.mentions import ActorMention, View
from eventcode.mentions.composition import STATELESS
from eventcode.mentions.kinds import ARMED_KINDS
from eventcode.model import Actor, Event

# Frames of acts that whoever announces them did itself, but for what befalls people and goes off by itself.
_OWN_ACTS = frozenset({"attack", "strike-at", "seize", "expel", "drive-out", "move", "send", "purge", "patrol", "damage"})
_STRIKES = frozenset({"attack", "strike-at"})
_HARMING = frozenset({"attack", "strike-at", "clash", "damage", "purge"})
_TOLLS = frozenset({"dead", "wounded"})
_FIGHTERS = frozenset({"MIL", "REB", "KUR", "ISI"})
_WITHDRAWING = frozenset({"سحب", "اجلي"})
_BEFALLS = frozenset({"ied", "suicide_bomb", "negotiation"})
_OWN_TYPES = frozenset({"arrest", "evacuation", "shoot_down", "investigation", "sanction", "rejection", "consent"})
# Deaths that somebody brings about on purpose: what their killers announce, and others of their own side (مقتل) as well.
_KILLS = frozenset({"killing", "execution", "assassination", "abduction"})
_UNARMED = frozenset({"", "CVL", "REF", "MED", "HLH", "EDU"})
_BEREFT = ("مقتل", "استشهاد", "مصرع")
ACTING = frozenset({*ARMED_KINDS, "group", "government", "country", "official", "person", "ngo"})
# Acts of a state's civil power, whatever the role frame of their words: who does them is not coded as forces.
_CIVIL = frozenset({"negotiation", "agreement", "arrest", "prisoner_release", "evacuation", "protest", "investigation"})


# What the zones are called after which a deal is named.
_ZONES = (["خفض", "التصعيد"], ["خفض", "التوتر"])
# Acts of speech that a definite noun takes up: رغم النفي, رفضت المبادرة, رفع العقوبات.
_TAKEN_UP = frozenset({"denial", "proposal", "rejection", "sanction"})
_PRONOUNS = frozenset({"انه", "انها", "انهم", "انهما", "اننا", "انني", "لكننا", "لكنه", "لكنها"})
# Acts of several who are parties to them.
_OF_SEVERAL = frozenset({"negotiation", "agreement", "ceasefire", "joint_patrol", "armed_clash"})
_STATES = frozenset({"country", "capital", "government", "official", "person"})
_AGAINST = frozenset({"مع", "ضد"})
_LIGHT_REACH = 2
# Roles of observers and media.
_WATCHING = frozenset({"SOH", "MED"})


class Parties:
    """Gives the events of one document their actors and targets."""

    def __init__(self, codebook: Codebook, context: Context, earlier: Earlier, denoter: Denoter, text: str) -> None:
        self.codebook = codebook
        self.context = context
        self.earlier = earlier
        self.denoter = denoter
        self.text = text

    def of(self, view: View, predicate: Predicate, before: list[Event]) -> tuple[list[Actor], list[Actor]]:
        """Actors and targets of an event; without an actor of its own whoever announces it, else whom its words imply."""
        armed = self.codebook.frames[predicate.pattern.frame].armed and predicate.type not in _CIVIL
        actors = self._mentions(view, predicate, predicate.actors, armed, "actor", before)
        named = bool(actors)
        # أعلنت تركيا إرسال عشرات الجنود: men of nobody's are those of whoever announces that they are sent or withdrawn.
        transitive = predicate.pattern.frame == "send" or (predicate.form is not None and predicate.form.lemma in _WITHDRAWING)
        sent = transitive and all(m.assumed and m.owner is None and (not m.definite or m.quantity) for m in predicate.actors)
        if predicate.announced and (sent or all(actor.code == "UNK" for actor in actors)):
            actors = self._announcers(predicate, armed) or actors
        if not actors:
            implied = {actor.code: actor for actor in self._implied(view, predicate, before, armed)}
            actors = list(implied.values())
        if actors and predicate.fellows:
            actors.extend(self._mentions(view, predicate, predicate.fellows, armed, "actor", before))
        self.denoter.doers = {actor.code for actor in actors}
        targets = self._targets(view, predicate, armed, actors if named else [], before)
        if not named and predicate.type == "armed_clash":
            # المعارك مع قوات النظام: whoever is fought here is the other side of the fight that it takes up.
            fought = {mention.code for mention in predicate.targets if mention.governor in _AGAINST}
            actors = [actor for actor in actors if actor.code not in fought]
        if named and (one_sided(predicate) or (len(actors) == 1 and predicate.pattern.frame in DEALS)):
            actors.extend(self._partners(view, predicate, before, armed, actors))
        return actors, targets

    def _targets(self, view: View, predicate: Predicate, armed: bool, actors: list[Actor], before: list[Event]) -> list[Actor]:
        """Targets; a facility without an owner or role is only a place."""
        kept = [
            m
            for m in predicate.targets
            if m.code
            or m.pronoun
            or m.kind not in ("facility", "weapon", "vehicle")
            or self.denoter.code(view, predicate, m, armed, "target") != "UNK"
        ]
        codes = {actor.code for actor in actors}
        out = self._mentions(view, predicate, kept, armed, "target", before)
        known = any(target.code != "UNK" for target in out)
        # أصابت الغارات مواقع الهيئة وأوقعت قتلى: the toll is of those who were struck; with no number it names nobody at all.
        tolls = {
            mention.start
            for mention in kept
            if predicate.pattern.frame in _HARMING and view.lists[mention.head] & _TOLLS and (known or mention.quantity is None)
        }
        if any(target.code[3:6] in _FIGHTERS for target in out):
            # استهدفت الطائرة نقطة لقسد وقتلت عنصرين: fighters of nobody's are those of whoever was struck.
            tolls |= {m.start for m in kept if m.kind == "force" and m.counts and not m.definite and m.owner is None}
        out = [target for target in out if target.code != "UNK" or _first(kept, target) not in tolls]
        return (
            [target for target in out if target.code not in codes or target.code[3:6] not in ("MIL", "GOV", "")] if armed else out
        )

    def _mentions(
        self, view: View, predicate: Predicate, mentions: list[ActorMention], armed: bool, kind: str, before: list[Event]
    ) -> list[Actor]:
        """What mentions denote, each once."""
        out: list[Actor] = []
        for mention in mentions:
            if mention.kind == "parties":
                told = {actor.code for actor in out} | {actor.code[:3] for actor in out if actor.code[:3] != HOME or mention.role}
                out.extend(actor for actor in self._both(view, predicate, mention, before, armed) if actor.code not in told)
                continue
            code = self.denoter.code(view, predicate, mention, armed, kind)
            start, end = mention.start, mention.end
            if mention.quantity is not None:
                start = min(start, mention.quantity.start)
                end = max(end, mention.quantity.end)
            others = mention.anaphoric and mention.kind == "people"  # وإصابة 12 آخرين: more of those named before
            if any(actor.code == code and (others or actor.start == start) for actor in out):
                continue
            out.append(Actor(self.text[start:end], start, end, code, mention.name or self.codebook.names.get(code)))
        return out

    def _state(self, view: View, mention: ActorMention, text: str, party: Actor, armed: bool) -> Actor:
        """A party that a noun takes up, a state as such again where the act is none of arms: اتهمت الدول الثلاث, whose forces struck."""
        # البلدان are states by their names; but أكد الرئيسان تصميم البلدين speaks of those who lead them.
        alone = all(other is mention or other.kind != "parties" for other in view.actors)
        plain = ("MIL", "GOV") if alone and ("بلد" in text or "دول" in text) else ("MIL",)
        state = mention.role and not armed and party.code[3:] in plain
        code = party.code[:3] if state else _in_arms(party.code, armed)
        return Actor(text, mention.start, mention.end, code, party.name if code == party.code else self.codebook.names.get(code))

    def _both(self, view: View, predicate: Predicate, mention: ActorMention, before: list[Event], armed: bool) -> list[Actor]:
        """الطرفان, البلدان, الدول الثلاث: the two or three parties of the last act of as many, of a deal or talks if it is one again;
        states and their leaders also where only the sentence names them (وقع الوزير الإيراني مع نظيره السوري اتفاقاً بين البلدين).
        """
        text = self.text[mention.start : mention.end]
        several = 3 if "ثلاث" in text else 2
        fallen = fallen_together(view, mention) if armed and several == TWO and not mention.role and not before else []
        if fallen:
            return [Actor(text, mention.start, mention.end, code, self.codebook.names.get(code)) for code in fallen]
        told = [*reversed(before), *reversed(self.context.events)]
        deals = [event for event in told if event.type in _OF_SEVERAL] if predicate.pattern.frame in DEALS else []
        sides = taken_up(mention, several, [*deals, *told])
        if not sides and armed and several == TWO and not mention.role:
            sides = opposed(told)
        if sides:
            return [self._state(view, mention, text, party, armed) for party in sides]
        named = dict.fromkeys(m.code for m in view.actors if m.last <= mention.first and m.code and m.kind in _STATES)
        states = [code for code in named if mention.role and may_be(mention, code)]
        return [Actor(text, mention.start, mention.end, code, None) for code in states] if len(states) == several else []

    def _implied(self, view: View, predicate: Predicate, before: list[Event], armed: bool) -> list[Actor]:
        """A dropped subject, or a definite noun that takes up a happening whose agent was named: text null, the earlier code."""
        if self.codebook.frames[predicate.pattern.frame].roles.get("subject") != "actor":
            return []
        actors = self._own_words(predicate) or self._dropped(view, predicate, before, armed)
        if actors or (predicate.dropped and predicate.pos == "verb" and not predicate.targets):
            return actors
        owned = self.codebook.frames[predicate.pattern.frame].roles.get("genitive-armed") == "actor"
        if predicate.pos == "noun" and predicate.enclitic and owned and not predicate.verbless:
            return self._owner(predicate, armed)
        # طالت الغارات مخيماً: of a verb that an act is the subject of, the act takes up what was told.
        subjects = predicate.also if predicate.pattern.frame in _STRIKES else ()
        taking = next((p for p in (predicate, *subjects) if _takes_up_one(view, p)), None)
        event = self.earlier.deed(predicate, before, _place_name(view, taking)) if taking is not None else None
        event = event or self.earlier.outcome_of(predicate, before)
        if event is not None:
            predicate.why("actor", f"takes up {event.trigger.text} at {event.trigger.start}")
            known = [actor for actor in event.actors if actor.code != "UNK"] or event.actors
            return [Actor(None, None, None, actor.code, actor.name) for actor in known]
        return []

    def _own_words(self, predicate: Predicate) -> list[Actor]:
        """قال إن الهجوم "تصعيد خطير", ندعو الأطراف: whoever says it, also where a pronoun stands for him (وأضاف)."""
        first_person = predicate.form is not None and predicate.form.person == 1
        judging = predicate.type == "criticism" and (predicate.pos != "verb" or predicate.phrase)
        if not predicate.own_words or predicate.dropped or not (judging or first_person or predicate.pos == "participle"):
            return []
        known = [code for code in self._speakers(predicate) if code != "UNK"]
        if known:
            predicate.why("actor", "in his own words")
        return [Actor(None, None, None, code, self.codebook.names.get(code)) for code in known]

    def _speakers(self, predicate: Predicate) -> list[str]:
        """The codes of those who tell of it, where a pronoun stands for them (وقال) of the last who spoke."""
        earlier = [_speaker(claim) for claim in self.context.source]
        codes = [code for claim in predicate.sources for code in (earlier if claim.pronoun else [_speaker(claim)])]
        return [code for code in dict.fromkeys(codes) if code]

    def _dropped(self, view: View, predicate: Predicate, before: list[Event], armed: bool) -> list[Actor]:
        """The subject that a verb, or the verb that carries a noun, does not name: the speaker, or that of a verb before it."""
        named_alone = titled(self.text, view, predicate, self.context.actors) if predicate.dropped else None
        if named_alone is not None:
            predicate.why("actor", "its subject is a name that stood after his title")
            code = self.denoter.code(view, predicate, named_alone, armed, "actor")
            return [Actor(None, None, None, code, self.codebook.names.get(code))]
        goes_on = predicate.shared and predicate.pos == "verb" and predicate.proclitics[:1] == "و"  # نفى المصدر القصف واتهم
        if predicate.dropped and not before and not goes_on:
            named = [_speaker(claim) for claim in predicate.sources if claim.code]
            telling = self._speakers(predicate) if _of_himself(view, predicate) else named
            speakers = [_in_arms(code, armed) for code in telling if _may_act(code, armed) and not _only_tells(predicate, code)]
            if speakers:
                predicate.why("actor", "dropped subject: the speaker")
                return [Actor(None, None, None, code) for code in speakers]
        if predicate.implied:
            predicate.why("actor", "those who take part in it")
            return [Actor(None, None, None, predicate.implied, self.codebook.names.get(predicate.implied))]
        if predicate.shared:
            codes = dict.fromkeys(self.denoter.code(view, predicate, mention, armed, "actor") for mention in predicate.shared)
            crowds = predicate.type == "armed_clash"  # هاجم المحتجون المعبر واشتبكوا مع الحرس
            able_codes = [code for code in codes if _may_act(code, armed) or code == "UAF" or (crowds and code[3:] == "CVL")]
            if able_codes:
                predicate.why("actor", "dropped subject: that of the verb before it")
                return [Actor(None, None, None, code, self.codebook.names.get(code)) for code in able_codes]
        if predicate.dropped and before:
            able = [actor for actor in before[-1].actors if _may_act(actor.code, armed)]
            if able:
                predicate.why("actor", "dropped subject: that of the predicate before it")
                return [self._again(actor, armed) for actor in able]
        topic = self.context.topic
        if predicate.dropped and one_sided(predicate) and not before and topic is not None and _agrees(view, predicate, topic):
            code = self.denoter.code(view, predicate, topic, armed, "actor")
            if _may_act(code, armed):
                predicate.why("actor", "dropped subject: whom the sentence before speaks of")
                return [Actor(None, None, None, code, self.codebook.names.get(code))]
        speech = predicate.pattern.frame == "speak" and predicate.pos == "verb"
        if predicate.dropped and (speech or one_sided(predicate)) and not before:
            last = [_speaker(claim) for claim in self.context.source if claim.code and claim.code != "UNK"]
            if last:
                predicate.why("actor", "dropped subject: the last one who spoke")
                return [Actor(None, None, None, code, self.codebook.names.get(code)) for code in dict.fromkeys(last)]
        plural = predicate.form is not None and predicate.form.number == "p"
        others = [m for m in view.actors if m.last <= predicate.first and m.kind in ACTING]
        if others and not plural and predicate.pattern.frame != "move":
            return []  # who is meant stands in the sentence, and no rule told whom
        # كما شنت هجوماً: the noun is the object of the light verb right before it
        near = predicate.pos == "noun" and 0 < predicate.first - predicate.verb <= _LIGHT_REACH
        carried = (
            predicate.carried and near and predicate.pattern.frame in _OWN_ACTS | {"clash"} and predicate.type != "displacement"
        )
        # كما هاجمت مواقع الفصائل: a form that is no passive has a subject, and its object beside it.
        surely = predicate.form is not None and predicate.form.voice == "active"
        alone = not predicate.targets or plural or carried or predicate.pattern.frame == "move" or surely
        if predicate.dropped and (predicate.pos == "verb" or carried) and alone:
            able = [actor for actor in self.context.subject if _may_act(actor.code, armed)]
            if predicate.targets and surely and not plural:
                able = [actor for actor in able if of_gender(self.context.actors, actor.code, predicate.form)]
            if able:
                predicate.why("actor", "dropped subject: the last actor of the document")
            return [self._again(actor, armed) for actor in able]
        return []

    def _again(self, actor: Actor, armed: bool) -> Actor:
        """Somebody whom no word names again: أعلن النظام الهدنة. وقصف بلدة سرمين: of an act of arms, his forces."""
        code = _in_arms(actor.code, armed)
        return Actor(None, None, None, code, actor.name if code == actor.code else self.codebook.names.get(code))

    def _owner(self, predicate: Predicate, armed: bool) -> list[Actor]:
        """عمليتها, تحقيقاتها: the suffix on a noun of action means the last one in the document who agrees with it and may do it."""
        for mention in reversed(self.context.actors):
            if mention.kind not in ACTING or not suffix_agrees(predicate.enclitic, [mention]):
                continue
            if _may_act(mention.code, armed):
                predicate.why("actor", "its suffix: the last one before who agrees")
                return [Actor(None, None, None, mention.code, self.codebook.names.get(mention.code))]
        return []

    def _announcers(self, predicate: Predicate, armed: bool) -> list[Actor]:
        """Who announces an act of its own as the object of the verb: أعلنت روسيا وتركيا وقفاً لإطلاق النار, أعلن الجيش السيطرة على."""
        kills = _kills(self.text[predicate.start : predicate.end], predicate)
        own = (armed and predicate.pattern.frame in _OWN_ACTS and predicate.type not in _BEFALLS) or predicate.type in _OWN_TYPES
        own = own or kills
        if predicate.type not in DEAL_TYPES and not own:
            return []
        named = [claim for claim in predicate.sources if claim.code and claim.code != "UNK" and claim.text]
        named = [claim for claim in named if claim.code and claim.code[3:6] not in ("MED", "SOH", "OPP")]
        if predicate.type == "agreement":
            named = [claim for claim in named if _may_deal(claim.code or "")]
        if own:
            named = [claim for claim in named if claim.code and _may_announce(claim.code, armed)]
        if kills:
            named = [claim for claim in named if all(_side(target.code) != _side(claim.code or "") for target in predicate.targets)]
        if predicate.type == "evacuation":
            named = [claim for claim in named if claim.code and claim.code[3:6] in ("", "GOV", "MIL")]
        if named:
            predicate.why("actor", "announces it")
        return [Actor(claim.text, claim.start, claim.end, _in_arms(_speaker(claim) or "UNK", armed)) for claim in named]

    def _partners(self, view: View, predicate: Predicate, before: list[Event], armed: bool, named: list[Actor]) -> list[Actor]:
        """The party of a deal or of talks that is not named beside the one after مع: that of the deal that the noun takes up, a
        dropped subject (وأجرت مفاوضات مع روسيا, والتقت الوزير), or whoever speaks of it (قال المسؤول إن المحادثات مع روسيا مستمرة).
        """
        sides = {_side(actor.code) for actor in named}
        event = self.earlier.deed(predicate, before) if predicate.definite and predicate.pos == "noun" else None
        if event is not None and any(_side(actor.code) in sides for actor in event.actors):
            predicate.why("actor", f"takes up {event.trigger.text} at {event.trigger.start}")
            others = [Actor(None, None, None, actor.code, actor.name) for actor in event.actors]
        elif not one_sided(predicate) and not (predicate.dropped and predicate.pos == "verb"):
            return []
        elif predicate.dropped or predicate.shared:
            others = self._dropped(view, predicate, before, armed)
        elif predicate.pattern.frame in DEALS:
            predicate.why("actor", "the other party: whoever speaks of it")
            others = [
                Actor(None, None, None, _speaker(claim) or "UNK") for claim in predicate.sources if _may_deal(claim.code or "")
            ]
        else:
            others = []
        return [actor for actor in others if _side(actor.code) not in sides and actor.code != "UNK"]


def _side(code: str) -> str:
    """The state of a code, or of Syria's the side in the war: they deal with each other."""
    return code[:6] if code[:3] == HOME else code[:3]


def _first(mentions: list[ActorMention], target: Actor) -> int | None:
    """Where the mention of a target begins, without the number before it."""
    return next(
        (m.start for m in mentions if target.start is not None and target.start <= m.start and m.end <= (target.end or 0)), None
    )


def _takes_up_one(view: View, predicate: Predicate) -> bool:
    """Whether a noun speaks of a happening told before: definite by article, like one told before (هجوم كهذا), a deal named by what
    it is about (اتفاق الإجلاء), or one named by a place (قمة طهران).
    """
    if predicate.pos != "noun" or predicate.enclitic or predicate.pattern.frame == "give":
        return False
    if predicate.pattern.after == "cause":
        return False  # ردا على الصواريخ: a weapon is no act told before
    if predicate.pattern.frame == "speak":
        warned = predicate.form is not None and predicate.form.lemma == "حذر"
        return predicate.definite and not predicate.targets and (predicate.type in _TAKEN_UP or warned)
    following = [token.norm for token in view.tokens[predicate.last : predicate.last + 2]]
    before = view.tokens[predicate.first - 1].norm if predicate.first else ""
    if predicate.definite or before == "مثل" or following[:1] in (["كهذا"], ["كهذه"]):
        return True
    if following in (["مثل", "هذا"], ["مثل", "هذه"]) or _place_name(view, predicate):
        return True
    about = [token.norm for token in view.tokens[predicate.first + 1 : predicate.first + 2]]
    return predicate.type in DEAL_TYPES and bool(about) and about[0].startswith(("ال", "اطلاق"))


def _in_arms(code: str, armed: bool) -> str:
    """The code of whoever does an act: of an act of arms, the forces of a country or government (coding rules, section 3)."""
    return code[:3] + "MIL" if armed and code[3:] in ("", "GOV") and code[:3] not in STATELESS else code


def _speaker(claim: SourceClaim) -> str:
    """The code of whoever speaks as the one who acts: a capital stands for its government."""
    code = claim.code or ""
    return code + "GOV" if claim.kind == "capital" and len(code) == len("RUS") else code


def _of_himself(view: View, predicate: Predicate) -> bool:
    """وأضاف: لكننا نجري حواراً, وقالت إنها صدت الهجوم: whether whoever speaks is the subject, by the verb's person or a pronoun before it."""
    index = predicate.first if predicate.pos == "verb" else predicate.verb
    if index < 0:
        return False
    forms = [match.value.form for matches in view.at[index].values() for match in matches]
    before = view.tokens[index - 1].norm if index else ""
    return any(form is not None and form.person == 1 for form in forms) or before.removeprefix("ب") in _PRONOUNS


def _agrees(view: View, predicate: Predicate, subject: ActorMention) -> bool:
    """Whether somebody may be the subject of the verb at the head of a sentence that carries a noun (وأجرت مفاوضات)."""
    forms = [match.value.form for kind in ("light", "aspect") for match in view.at[predicate.verb].get(kind, ())]
    genders = {form.gender for form in forms if form is not None and form.pos == "verb" and form.number == "s"}
    return predicate.verb == 0 and subject.number == "s" and subject.gender in {*genders, "both"} and bool(genders)


def _place_name(view: View, predicate: Predicate) -> str:
    """قمة طهران, اتفاق سوتشي, اتفاق خفض التصعيد: the name of the place or the zones that talks or a deal are called by, as written."""
    if predicate.type not in ("negotiation", "agreement") or predicate.definite:
        return ""
    zones = view.tokens[predicate.last : predicate.last + 2]
    if predicate.type == "agreement" and [token.norm for token in zones] in _ZONES:
        return view.slice(zones[0].start, zones[1].end)
    return next(
        (view.slice(place.start, place.end) for place in view.places if place.first == predicate.last and place.kind == "place"), ""
    )


def _only_tells(predicate: Predicate, code: str) -> bool:
    """بدأت عملية الإجلاء، وفق المرصد: whether a source is one of those who watch and report, who do nothing but speak."""
    return predicate.pattern.frame != "speak" and code[3:6] in _WATCHING


def _may_deal(code: str) -> bool:
    """Whether a speaker is a party of the talks that it speaks of: a state, a government, a force or a group, but no observer."""
    return code[:3] not in ("UNK", "IGO", "NGO") and code[3:6] in ("", "MIL", "GOV", "REB", "OPP", "KUR")


def _may_act(code: str, armed: bool) -> bool:
    """Whether the one meant by a dropped subject can be the one who did it: for an armed act a force or a group."""
    return code[3:6] in ("MIL", "REB", "GOV") or code.startswith(("SYRKUR", "IMG")) if armed else code != "UNK"


def _may_announce(code: str, armed: bool) -> bool:
    """Whether a source can be the one who did what it announces: those who act, and countries by their name."""
    return _may_act(code, armed) or (len(code) == 3 and code not in STATELESS)


def _kills(word: str, predicate: Predicate) -> bool:
    """أعلن الجيش قتل قيادي في التنظيم: whether a noun tells of fighters or officials whom somebody kills or takes, which is what he boasts of."""
    if predicate.type not in _KILLS or predicate.pattern.frame != "kill" or word.removeprefix("ال").startswith(_BEREFT):
        return False
    return bool(predicate.targets) and all(target.code and target.code[3:6] not in _UNARMED for target in predicate.targets)
