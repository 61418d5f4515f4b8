"""The noun phrases of a sentence that may fill roles, and which countries and capitals among them are places."""

from __future__ import annotations

from itertools import pairwise

from eventcode.frames.model import Item, Predicate
from eventcode.gazetteer.words import ALLIES, befalls, beyond_border, exposed, going, hosts, names_office, names_place, names_talks
from eventcode.mentions import ActorMention, View
from eventcode.mentions.closed import QUOTES, STRONG_RELATIVES, bare
from eventcode.mentions.governors import governor

OWN_LETTERS = ("ب", "ل", "ك")
"""Prepositions that are written with their noun."""
PLACE_PREPOSITIONS = frozenset(
    [
        "في",
        "داخل",
        "خارج",
        "شمال",
        "جنوب",
        "شرق",
        "غرب",
        "شمالي",
        "جنوبي",
        "شرقي",
        "غربي",
        "قرب",
        "عبر",
        "وسط",
        "حول",
        "ضمن",
        "فوق",
        "امام",
        "خلف",
        "باتجاه",
        "نحو",
        "صوب",
        "الي",
    ]
)
"""Prepositions after which a country or capital is a place and no actor."""
_REACH_OF_GOING = 7
"""How many words after a verb of going the country may stand that it leads to."""
_ADVERBS = frozenset({"قرب", "حول"})
"""First words of place phrases that govern what follows them: قتل شخصان قرب سراقب names nothing that was killed but the two."""
_EACH = frozenset({"كل", "كلا"})
_WORN = frozenset(["زي", "ازياء", "لباس", "البسه", "ملابس", "بزه", "بزات", "علم", "اعلام", "رايه", "رايات"])
"""What is worn or flown of somebody who need not be there: يرتدون زي الجيش, رفعوا علم النظام."""
_SETTLED = frozenset({"بلدات", "قري", "مدن", "مناطق", "بلده", "مدينه", "قريه", "محافظات"})
_ROWS_OF_TOWNS = frozenset({"قريتي", "قريتا", "بلدتي", "بلدتا", "مدينتي", "مدينتا", "قري", "بلدات", "مدن"})
_PARTIES = frozenset({"group", "government", "force", "official"})


def find_items(view: View, predicates: list[Predicate]) -> list[Item]:
    """Noun phrases that may fill roles, in text order: coordinated actors, places and event nouns."""
    out: list[Item] = []
    groups: dict[int, Item] = {}
    for mention in view.actors:
        item = groups.get(mention.group)
        if _only_named(view, mention if item is None else item.actors[0]):
            continue
        if item is None:
            found, by = mention.governor, mention.governed_by
            if (
                found == "genitive"
                and (mention.kind in _PARTIES or mention.quantity is not None or not mention.definite)
                and any(p.first <= by < p.last <= mention.first for p in view.places)
            ):
                # طالب أهالي كفرنبل هيئة تحرير الشام: the name of a place has no genitive.
                found, by = "", -1
            whole = out[-1] if out else None
            if whole is not None and _consists_of(view, whole, mention):
                # رتل من القوات التركية: those of whom it consists
                whole.actors = []
                item = groups[mention.group] = whole
            else:
                item = Item("actor", mention.first, mention.last, found, by)
                groups[mention.group] = item
                out.append(item)
        item.actors.append(mention)
        item.last = max(item.last, mention.last)
    previous: Item | None = None
    speeches = [p.last for p in predicates if p.pattern.frame == "speak" and p.pos == "noun"]
    nations = {
        mention.first: item
        for item in out
        for mention in item.actors
        if mention.kind in ("country", "capital")
        and (not _is_place(view, leading(item.actors, mention)) or any(addressed(view, mention, last) for last in speeches))
    }
    for position, place in enumerate(view.places):
        if place.first in nations and not listed_town(view, position):
            continue
        found, by = governed(view, place.first, place.proclitics)
        if found in ("", "genitive") and view.tokens[place.first].norm.removeprefix("و") in _ADVERBS:
            found, by = view.tokens[place.first].norm.removeprefix("و"), place.first
        if (
            found not in OWN_LETTERS
            and previous is not None
            and previous.kind == "place"
            and place.first - previous.last <= 1
            and (place.proclitics[:1] == "و" or view.tokens[place.first - 1].norm == "او")
        ):
            found, by = previous.governor, previous.governed_by
        item = Item("place", place.first, place.last, found, by, places=[position])
        out.append(item)
        previous = item
    for predicate in predicates:
        if predicate.pos != "verb":
            found, by = governed(view, predicate.first, predicate.proclitics)
            out.append(Item("event", predicate.first, predicate.last, found, by, predicate=predicate))
    out.sort(key=lambda item: (item.first, item.last))
    return out


def _only_named(view: View, mention: ActorMention) -> bool:
    """زي القوات, على حدود الأردن وإسرائيل, الحدود مع العراق: whether a phrase only says whose clothes or borders something is."""
    by = mention.governed_by
    if mention.governor == "genitive" and bare(view.tokens[by].norm, _WORN):
        return True
    if mention.governor == "genitive" and view.tokens[by].norm in ALLIES and any(other.last == by for other in view.actors):
        return True  # حزب الله حليف الرئيس
    if view.tokens[mention.first].norm == "سوريه" and view.tokens[mention.first - 1].norm in _SETTLED:
        return True  # بلدات سورية: Syrian towns
    return mention.kind == "country" and beyond_border(view.tokens, mention.first)


def listed_town(view: View, position: int) -> bool:
    """في بيروت وبعلبك ودمشق: a capital that ends a list of towns is one of them."""
    place = view.places[position]
    before = view.places[position - 1] if position else None
    if before is None or place.proclitics[:1] != "و" or before.last != place.first or not before.certain:
        return False
    town = bool(before.candidates) and before.candidates[0].level in ("settlement", "neighbourhood")
    capital = any(mention.first == place.first and mention.kind == "capital" for mention in view.actors)
    ends = place.last >= len(view.tokens) or view.tokens[place.last].kind == "punct"
    return town and capital and ends


def next_villages(view: View) -> set[int]:
    """على قريتي المشيك والزيارة: the tokens that are the name of a place which goes on with a row of towns."""
    out: set[int] = set()
    row = -1
    for place in view.places:
        if bare(view.tokens[place.first].norm, _ROWS_OF_TOWNS):
            row = place.last
        elif place.first == row and place.proclitics == "و":
            row = place.last
            out.update(range(place.first, place.last))
    return out


def inside_lists(view: View) -> set[int]:
    """محيط المشيك والزيارة وتل واسط: the words at which a place begins that "and" joins to the one before it and to the one after it."""
    joined = [
        (place.first, before.last == place.first and place.proclitics == "و" and before.kind == place.kind and before.certain)
        for before, place in pairwise(view.places)
    ]
    return {first for (first, after_one), (_, before_one) in pairwise(joined) if after_one and before_one}


def _consists_of(view: View, whole: Item, mention: ActorMention) -> bool:
    """Whether a noun that names nobody is followed by من and those of whom it consists: رتل من الفصائل, دفعة من المقاتلين."""
    head = whole.actors[-1]
    named = bool(head.code) or head.definite or len(whole.actors) > 1
    return not named and mention.governed_by == head.head and view.tokens[mention.first - 1].norm == "من" and bool(mention.code)


def governed(view: View, first: int, proclitics: str) -> tuple[str, int]:
    """What governs a place or an event noun, and where it stands: a letter written with it (-1), else the word before."""
    letter = proclitics[-1:]
    return (letter, -1) if letter in OWN_LETTERS else governor(view, first)


def addressed(view: View, mention: ActorMention, last: int) -> bool:
    """نداء إلى موسكو, دعوة رسمية إلى تركيا: whether a noun of speech that ended at a token is directed to a country after إلى."""
    if mention.governor != "الي" or mention.governed_by not in (last, last + 1):
        return False
    return mention.governed_by == last or view.tokens[last].norm[:1] not in OWN_LETTERS


def leading(actors: list[ActorMention], mention: ActorMention) -> ActorMention:
    """في الأردن ومصر, زار تركيا وإيران: the first of coordinated states, whose governor is that of all."""
    return actors[0] if actors[0].kind in ("country", "capital") else mention


def _is_place(view: View, mention: ActorMention) -> bool:
    """Whether a country or capital is named as a place: after في and its like, after على (struck), where somebody goes, or after a place noun."""
    if mention.governor in PLACE_PREPOSITIONS or mention.governor == "علي" or gone_to(view, mention):
        return True
    if mention.governor != "genitive":
        return False
    norm = view.tokens[mention.governed_by].norm
    alone = not any(other is not mention and other.group == mention.group for other in view.actors)
    # قمة طهران was held there; محادثات موسكو وأنقرة were held by them; حصار بيروت befell the town.
    return names_place(norm) or (mention.kind == "capital" and ((alone and names_talks(norm)) or befalls(norm)))


def gone_to(view: View, mention: ActorMention) -> bool:
    """زار ظريف أنقرة, زيارة لدمشق, دخلوا البحرين; تستضيف طهران قمة; but دخلت تركيا الحرب has it as the subject, and وزير خارجية تركيا is no place."""
    before = view.tokens[mention.first - 1].norm if mention.first else ""
    if before and (hosts(before) or (mention.last < len(view.tokens) and exposed(before, view.tokens[mention.last].norm))):
        return True
    if mention.kind == "capital" and any("عاصم" in token.norm for token in view.tokens[max(0, mention.first - 3) : mention.first]):
        return True  # في العاصمة الإيرانية، طهران
    of_each = mention.governor == "من" and mention.governed_by > 0 and view.tokens[mention.governed_by - 1].norm in _EACH
    before = view.tokens[mention.first - 1].norm if mention.first else ""
    serves = names_office(before) and not before.startswith("ال")  # but زار الرئيس تركيا
    if (mention.governor not in ("", "genitive", "ل") and not of_each) or serves:
        return False
    for index in range(mention.first - 1, max(-1, mention.first - 1 - _REACH_OF_GOING), -1):
        token = view.tokens[index]
        if token.kind == "punct" and token.text not in QUOTES:
            return False
        if bare(token.norm, STRONG_RELATIVES):
            return False  # دخلت الهدنة التي أعلنتها روسيا حيز التنفيذ
        kind = going(token.norm)
        if kind:
            beside = index == mention.first - 1
            if mention.governor == "ل":
                return kind == "noun"
            return beside if kind == "noun" else not (beside and token.norm.endswith("ت"))
    return False
