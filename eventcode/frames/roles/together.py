"""Several who do one thing together: whom a meeting brings together or is held between, who helps whom in an act of arms."""

from __future__ import annotations

from functools import partial

from eventcode.codebook import Frame
from eventcode.frames.model import STRIKE_FRAMES, Item, Predicate
from eventcode.frames.roles.adjectives import national
from eventcode.frames.roles.heads import MUTUAL
from eventcode.frames.roles.slots import Slots, is_armed
from eventcode.frames.verbs import Verb
from eventcode.mentions.closed import HARD_ENDS
from eventcode.mentions.governors import governor

# By their letters, for تجمع (brings together) may be the perfect of another verb as well.
_GATHERING = frozenset({"جمع", "جمعت", "يجمع", "تجمع", "ضم", "ضمت", "يضم", "تضم"})
_HOLDING = frozenset({"عقد", "انعقد", "جري", "اجري", "تم", "اقيم", "استضاف"})
_HELD_WITHIN = 8
_GATHERED_WITHIN = 4
_OTHERS_WITHIN = 16
_DEALS = frozenset({"ceasefire", "agreement"})
_DECLARING = frozenset({"اعلن", "يعلن", "اقر"})
_PARTIES = frozenset({"country", "capital", "government", "group", "force", "person", "official", "people"})
_HEARD_OF = frozenset({"criticism", "appeal", "demand", "accusation", "investigation", "warning"})
"""Acts of speech about talks of others."""
_SITTING_OF = frozenset({"group", "government", "igo", "official", "force", "country"})
"""Kinds of those who meet: جلسة لمجلس الأمن."""
_SITTING_WITHIN = 3
_SPONSORING = frozenset({"برعايه", "رعايه"})
_SPONSORED_WITHIN = 8
_HELPING = frozenset({"ساند", "دعم", "ازر", "ساعد", "عاون", "اعان"})


def together(slots: Slots, predicate: Predicate, frame: Frame) -> None:
    """Whoever has a part in what a noun tells, besides those whom its own phrase names."""
    _met(slots, predicate, frame)
    _helped(slots, predicate, frame)
    _stood_by(slots, predicate)
    _exchanged(slots, predicate)
    _others_too(slots, predicate)


def _met(slots: Slots, predicate: Predicate, frame: Frame) -> None:
    """The parties of talks and deals, where no phrase of their own names them."""
    if predicate.pos == "verb" or predicate.pattern.frame not in MUTUAL:
        return
    for find in (_held, _sits, partial(_sponsored, frame=frame)):
        if not predicate.actors:
            find(slots, predicate)


def _held(slots: Slots, predicate: Predicate) -> None:
    """اجتماع حول سوريا عقد في سوتشي بين ممثلين للنظام والمعارضة: the parties that stand after the verb of holding it."""
    for verb in slots.clauses.verbs.values():
        form = verb.match.value.form
        between = range(predicate.last, verb.index)
        if verb.index >= predicate.last and len(between) <= _GATHERED_WITHIN and not any(p in slots.clauses.verbs for p in between):
            gathered(slots, predicate, verb)  # عقد في أستانا اجتماع ضم ممثلين عن
            if predicate.actors:
                return
        if 0 <= len(between) <= _HELD_WITHIN and form is not None and form.lemma in _HOLDING:
            if verb.index < predicate.last or any(slots.clauses.hard[p] or p in slots.clauses.verbs for p in between):
                continue
            for item in slots.clauses.items:
                if (
                    item.kind == "actor"
                    and item.governor == "بين"
                    and verb.index < item.first < slots.clauses.right_end(verb.index)
                ):
                    slots.put(predicate, item, "actor", "after بين")
            return


def _sits(slots: Slots, predicate: Predicate) -> None:
    """جلسة لمجلس الأمن, اجتماع طارئ للجامعة العربية: the body whose meeting it is, which ل introduces right behind the noun."""
    if predicate.type != "negotiation":
        return
    for mention in slots.view.actors:
        near = predicate.first < mention.first < predicate.last + _SITTING_WITHIN
        if near and mention.governor == "ل" and mention.kind in _SITTING_OF:
            slots.put(predicate, Item("actor", mention.first, mention.last, "ل", -1, [mention]), "actor", "the body that meets")
            return


def _sponsored(slots: Slots, predicate: Predicate, frame: Frame) -> None:
    """اتفاق تم التوصل إليه برعاية روسية وتركية: those under whose care a deal was made, where it names no other parties."""
    if predicate.type != "agreement":
        return
    view, near = slots.view, range(predicate.last, min(len(slots.view.tokens) - 1, predicate.last + _SPONSORED_WITHIN))
    care = next((p for p in near if view.tokens[p].norm in _SPONSORING), None)
    if care is None or any(slots.clauses.hard[p] for p in range(predicate.last, care)):
        return
    by_name = next((item for item in slots.clauses.items if item.kind == "actor" and item.first == care + 1), None)
    slots.put(predicate, by_name, "actor", "under whose care it was made")
    nation = None if by_name is not None else view.best(care + 1, "nation")
    while nation is not None:
        predicate.actors.append(national(view, nation, frame))
        predicate.why("actor", f"{view.tokens[nation.first].text}: under whose care it was made")
        following = view.best(nation.last, "nation") if nation.last < len(view.tokens) else None
        nation = following if following is not None and following.analysis.proclitics == "و" else None


def _stood_by(slots: Slots, predicate: Predicate) -> None:
    """وقوف إيران إلى جانب الحكومة: whoever is stood by is no party to it, but whom it is for."""
    if predicate.pattern.frame != "side-with" or len(predicate.actors) < 2:
        return
    first, second = predicate.actors[0], predicate.actors[1]
    if any(token.norm == "جانب" for token in slots.view.tokens[first.last : second.first]):
        predicate.actors, predicate.targets = predicate.actors[:1], predicate.actors[1:]


def _helped(slots: Slots, predicate: Predicate, frame: Frame) -> None:
    """تساند ميليشيات قوات النظام في هجوم, ساعد الحزب الجيش في معركة: who is helped in an act of arms does it with who helps."""
    if not frame.armed or predicate.pos == "verb" or governor(slots.view, predicate.first)[0] != "في":
        return
    ruler = slots.clauses.governing_verb(predicate.first)
    form = ruler.match.value.form if ruler is not None else None
    if ruler is None or form is None or form.lemma.removeprefix("ي") not in _HELPING:
        return
    arguments = slots.clauses.arguments(ruler.index)
    for item in (*arguments.objects[:1], arguments.subject):
        if item is not None and item.kind == "actor" and item.last <= predicate.first and is_armed(item):
            slots.put(predicate, item, frame.roles.get("subject", "actor"), "helps or is helped in it")


def _others_too(slots: Slots, predicate: Predicate) -> None:
    """غارات تشنها روسيا وأخرى ينفذها النظام: whoever carries out others of the same acts, in a second relative clause."""
    if predicate.pos != "noun" or predicate.definite or predicate.pattern.frame not in STRIKE_FRAMES:
        return
    for position in range(predicate.last, min(len(slots.view.tokens) - 1, predicate.last + _OTHERS_WITHIN)):
        if slots.view.tokens[position].text in HARD_ENDS:
            return
        verb = slots.clauses.verbs.get(position + 1)
        if (
            slots.view.tokens[position].norm == "واخري"
            and verb is not None
            and verb.match.enclitic == "ها"
            and "light" in verb.kinds
        ):
            slots.put(predicate, slots.clauses.arguments(verb.index).subject, "actor", "carries out others of them")


def _exchanged(slots: Slots, predicate: Predicate) -> None:
    """تبادلت الفصائل القصف مع قوات النظام: with whom blows are exchanged, those are their target."""
    ruler = slots.clauses.governing_verb(predicate.first) if predicate.pattern.frame in STRIKE_FRAMES else None
    form = ruler.match.value.form if ruler is not None else None
    if form is None or form.lemma != "تبادل":
        return
    end = slots.clauses.right_end(predicate.last)
    for item in slots.clauses.items:
        if item.kind == "actor" and item.governor == "مع" and predicate.last <= item.first < end and is_armed(item):
            slots.put(predicate, item, "target", "with whom it is exchanged")
            return


def gathered(slots: Slots, predicate: Predicate, verb: Verb) -> None:
    """لقاء جمع الرئيسين, جمعت القمة بين الوزيرين: whom a meeting brings together are its parties."""
    word = slots.view.tokens[verb.index].norm.lstrip("وف")
    if predicate.pattern.frame not in MUTUAL or word not in _GATHERING:
        return
    end = slots.clauses.right_end(verb.index)
    for item in slots.clauses.items:
        if item.kind == "actor" and verb.index < item.first < end and slots.clauses.outer_governor(item) in ("", "بين"):
            slots.put(predicate, item, "actor", "brought together by it")


def other_party(slots: Slots, predicate: Predicate, ruler: Verb, subject: Item | None) -> bool:
    """علقت روسيا الدوريات مع تركيا, أعلنت روسيا وتركيا هدنة: the subject of the verb above is a party to what only names the other, or none."""
    if subject is None or subject.kind != "actor" or predicate.pattern.frame not in MUTUAL or predicate.pos == "verb":
        return False
    if ruler.kinds & {"light", "aspect"}:
        return False  # أبرمت الحكومة مع الفصائل اتفاقاً: the verb carries the noun
    if not all(actor.kind in _PARTIES for actor in subject.actors):
        return False
    if any(p.first == ruler.index and p.type in _HEARD_OF for p in slots.clauses.predicates):
        return False
    form = ruler.match.value.form
    declared = predicate.type in _DEALS and form is not None and form.lemma in _DECLARING and not predicate.actors
    with_one = bool(predicate.actors) and all(actor.governor == "مع" for actor in predicate.actors)
    if with_one and "report" in ruler.kinds and not declared:
        return False  # ذكرت الوزارة أن محادثات مع
    if not (declared or with_one) or subject.first > predicate.first:
        return False
    slots.put(predicate, subject, "actor", "subject of the verb above it, who is a party")
    return True
