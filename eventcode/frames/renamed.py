"""One happening under two words of a sentence: its other name, the verb's own noun, the weapon that an attack is said to have used,
who fired what fell, what was fired and hit, where those who were arrested were led; and events that an attack only has for its target.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from eventcode.frames.casualties import ATTACK_TYPES
from eventcode.frames.clauses import Clauses
from eventcode.frames.model import FIRE, STRIKE_FRAMES, Predicate
from eventcode.frames.verbs import answers
from eventcode.mentions import View
from eventcode.mentions.closed import QUOTES

_STRIKING = frozenset({"strike-at", "damage"})
_RELATED = 2
"""Tokens from people to the verb of a relative clause about them."""
_FALLING = ("سقط", "سقوط", "تحطم", "تساقط", "انهمر", "انهال", "هطل")
_NUMBERED = frozenset({"عدد", "تعداد", "اجمالي", "مجموع", "حصيله"})
_GIVEN_FOR = frozenset({"انتقاما", "ثارا"})
_AFTER = frozenset({"بعد", "عقب", "اثر", "غداه"})
_THIS = frozenset({"هذا", "هذه", "تلك", "ذلك"})
_CAUGHT = frozenset({"arrest", "abduction"})
_GROUPS_HIT = frozenset({"joint_patrol", "negotiation"})
_IN_IT = frozenset({"فيه", "فيها", "خلاله", "خلالها"})
_SENDING = frozenset({"اطلق", "القي", "رمي", "قذف", "اسقط", "شن", "نفذ", "وجه"})
_HITTING_IT = re.compile("[بل]?(?:استهداف|اصابت|قصف|ضرب)(?:ها|ه|هما)")
_FALLEN = 14
"""Tokens from the fall of an aircraft to what brought it down, with where it fell between them."""
_BLAST = re.compile("[وبل]?(?:ال)?(?:انفجار)(?:ا|ان|ين|ات)?")
_RESULTING = re.compile("[وف]?(?:ال)?(?:ناجم|ناتج)(?:ا|ه|ان|ين|تان|تين)?|[وف]?[ين]?(?:نجم|نتج)(?:ت|ا)?")
_RANKS = frozenset(
    ["اول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر", "احدث", "اخر", "اعنف", "اكبر", "اسوا", "اضخم"]
)  # fmt: skip
_TWO_WORDS = 2
_FROM = frozenset({"عن", "من"})
_HEARD = 24
"""Tokens from a blast that was heard to what it was."""
_NEXT = 3
"""Tokens from عن to the attack: ناجم عن سلسلة غارات."""
_PHRASE_NOUNS = {"accusation": ("اصابع", "اصبع"), "sanction": ("قايمه", "لايحه", "قوايم", "لوايح")}
"""First words of what the verb of a phrase is completed by, and what a list that somebody is put on is a list of."""
_BEHIND = 3
"""Tokens from an attack to the verb of a relative clause that tells who made it: غارات جوية مكثفة شنتها."""


def renamed(clauses: Clauses, row: Predicate, predicate: Predicate) -> bool:
    """حق النقض (الفيتو), نفى نفياً, عدد الغارات 25 غارة: the same act named again, in brackets, as its own object or as what is counted."""
    tokens = clauses.tokens
    if predicate.pos == "noun" and row.form is not None and predicate.form is not None and _told_how(row, predicate):
        how = not predicate.definite and not predicate.proclitics and tokens[predicate.first].norm.endswith("ا")
        if how and row.form.lemma == predicate.form.lemma and not clauses.view.preposition(predicate.first - 1):
            # رفضت الخطة رفضاً قاطعاً: the verb's own noun, which tells how.
            return not any(row.last <= verb < predicate.first for verb in clauses.verbs)
    if row.pos == predicate.pos == "noun" and row.form is not None and predicate.form is not None and row.first:
        counted = tokens[row.first - 1].norm.lstrip("وفل") in _NUMBERED and not (predicate.definite or predicate.proclitics)
        if counted and row.form.lemma == predicate.form.lemma and not (predicate.places or predicate.actors or predicate.targets):
            return not any(row.last <= verb < predicate.first for verb in clauses.verbs)  # بلغ عدد الغارات على البلدة 25 غارة
    between = tokens[row.last : predicate.first]
    if row.type == predicate.type and row.phrase and row.pos == "verb" and _in_phrase(clauses, row, predicate):
        return True
    if _of_one_object(row, predicate) or _destroyed_by(clauses, row, predicate):
        return True
    return row.type == predicate.type and len(between) == 1 and between[0].text in QUOTES


def _of_one_object(row: Predicate, predicate: Predicate) -> bool:
    """استهداف وتدمير عدد من الأوكار: whether two nouns of striking stand together before what is struck."""
    nouns = row.pos == predicate.pos == "noun" and predicate.first == row.last and predicate.proclitics == "و"
    return nouns and row.pattern.frame in _STRIKING and predicate.pattern.frame in _STRIKING and row.status == predicate.status


def _destroyed_by(clauses: Clauses, row: Predicate, predicate: Predicate) -> bool:
    """دمر الجيش مواقع للمسلحين بغارات: whether an attack is what somebody is said to have destroyed positions by."""
    positions = row.pattern.frame == "damage" and row.type in FIRE
    by_it = predicate.pattern.frame == "attack" and predicate.pos == "noun" and predicate.proclitics == "ب"
    return positions and by_it and not any(row.last <= verb < predicate.first for verb in clauses.verbs)


def _told_how(row: Predicate, predicate: Predicate) -> bool:
    """نفت دمشق نفياً, نفي دمشق نفياً قاطعاً: whether a verb, or its noun close by, may have the noun after it for how it was done."""
    return row.pos == "verb" or (row.pos == "noun" and 0 < predicate.first - row.last <= _BEHIND)


def _in_phrase(clauses: Clauses, row: Predicate, predicate: Predicate) -> bool:
    """وجهت أنقرة أصابع الاتهام إلى, أدرجت لندن ضباطاً على لائحة العقوبات: whether a noun belongs to the phrase that a verb begins."""
    if any(row.last <= verb < predicate.first for verb in clauses.verbs):
        return False
    head = clauses.tokens[predicate.first - 1].norm if predicate.type == "sanction" else clauses.tokens[predicate.first].norm
    return head.removeprefix("ب").removeprefix("ال") in _PHRASE_NOUNS.get(row.type, ())


def rivals(row: Predicate, predicate: Predicate) -> bool:
    """استعاد الجيش القرية بعد سقوطها بيد الفصائل: whether one side takes what the other took, so that they are two acts."""
    takers = {actor.code for actor in row.actors if actor.code}
    return bool(takers) and any(actor.governor == "يد" and actor.code not in takers for actor in predicate.actors)


def gas_used(clauses: Clauses, row: Predicate, predicate: Predicate) -> bool:
    """هجوم استُخدمت فيه أسلحة كيماوية: whether a chemical weapon is said to have been used in the attack that stands before it."""
    if row.type != "ground_attack" or row.pos != "noun" or predicate.type != "chemical_attack" or predicate.pos == "noun":
        return False
    return any(token.norm in _IN_IT for token in clauses.tokens[predicate.first : predicate.last + 1])


def fired(clauses: Clauses, row: Predicate, predicate: Predicate) -> bool:
    """صواريخ سقطت على البلدة أطلقتها قوات النظام: whether a verb with a pronoun tells who fired what the row before it says fell."""
    if predicate.pos != "verb" or not predicate.enclitic or predicate.form is None or predicate.form.lemma != "اطلق":
        return False
    falls = clauses.tokens[row.first].norm.removeprefix("و").startswith(_FALLING)
    return falls and (row.type == "shoot_down" or row.pattern.frame == "attack") and predicate.pattern.frame == "attack"


def sent_and_hit(clauses: Clauses, row: Predicate, predicate: Predicate) -> bool:
    """غارات شنتها طائرات استهدفت البلدة, الصواريخ التي أطلقتها الفصائل أصابت القاعدة: whether a verb tells what those struck of
    whom a relative clause, with a pronoun for them, has told who sent them.
    """
    if predicate.pos != "verb" or predicate.pattern.frame != "strike-at" or predicate.first not in clauses.verbs:
        return False
    if predicate.proclitics or row.pattern.frame not in STRIKE_FRAMES or row.status != predicate.status:
        return False
    subject = clauses.arguments(predicate.first).subject
    if subject is not None and subject.first >= predicate.last:
        return False
    if any(token.kind == "punct" for token in clauses.tokens[row.last : predicate.first]):
        return False
    # بعد غارات شنتها روسيا استهدفت الفصائل: what follows a preposition is the subject of no verb
    if row.proclitics[-1:] in ("ب", "ل") or any(clauses.view.preposition(p) for p in range(max(0, row.first - _BEHIND), row.first)):
        return False
    between = [clauses.verbs[index] for index in sorted(clauses.verbs) if row.last <= index < predicate.first]
    if row.pos == "verb":
        return not between and _sends(clauses, row.first)
    return bool(between) and between[0].index - row.last <= _BEHIND and all(_sends(clauses, verb.index) for verb in between)


def _sends(clauses: Clauses, index: int) -> bool:
    """أطلقتها, التي شنتها: a verb of sending in a relative clause, whose pronoun stands for what is sent."""
    verb = clauses.verbs.get(index)
    if verb is None or not verb.match.enclitic or verb.match.value.form is None:
        return False
    return not verb.match.analysis.proclitics and verb.match.value.form.lemma in _SENDING


def brought_down(clauses: Clauses, row: Predicate, predicate: Predicate) -> bool:
    """سقطت مروحية بعد استهدافها بصاروخ: whether a noun of hitting with a pronoun for the aircraft that fell tells what brought it down."""
    if row.type != "shoot_down" or row.pattern.frame != "flee" or predicate.pos != "noun" or predicate.status != row.status:
        return False
    if not _HITTING_IT.fullmatch(clauses.tokens[predicate.first].norm):
        return False
    near = predicate.first - row.last <= _FALLEN and not any(row.last <= verb < predicate.first for verb in clauses.verbs)
    behind = (
        item
        for item in clauses.items
        if item.first == predicate.last and item.governor in (("ل",) if item.kind == "place" else ("", "ل"))
    )
    return near and not any(behind) and all(target in row.targets for target in predicate.targets)


def heard_of(clauses: Clauses, row: Predicate, predicate: Predicate) -> bool:
    """انفجار هز المدينة، تبين أنه ناجم عن غارة: whether a blast that was heard is said to have been the attack that follows, which names it."""
    tokens = clauses.tokens
    if row.type != "ied" or row.pos != "noun" or not _BLAST.fullmatch(tokens[row.first].norm) or row.status != predicate.status:
        return False
    if predicate.pos == "verb" or predicate.pattern.frame not in STRIKE_FRAMES or predicate.first - row.last > _HEARD:
        return False
    from_it = max((p for p in range(row.last, predicate.first) if tokens[p].norm in _FROM), default=0)
    if predicate.first - from_it > _NEXT or not from_it or not _RESULTING.fullmatch(tokens[from_it - 1].norm):
        return False
    row.type, row.pattern = predicate.type, predicate.pattern
    row.places = [] if predicate.places else row.places  # where it was heard
    return True


def of_its_kind(clauses: Clauses, row: Predicate, predicate: Predicate) -> bool:
    """استهدفت صواريخ العاصمة، في رابع هجوم من نوعه: whether a noun after في and an ordinal counts the attack that the row tells."""
    tokens, first = clauses.tokens, predicate.first
    if predicate.pos != "noun" or predicate.definite or first < _TWO_WORDS or row.pattern.frame not in STRIKE_FRAMES:
        return False
    if predicate.pattern.frame not in STRIKE_FRAMES or predicate.actors or predicate.places or predicate.targets:
        return False
    ranked = tokens[first - 1].norm in _RANKS and tokens[first - 2].norm in ("في", "ضمن")
    if not ranked or any(row.last <= p.first < first for p in clauses.predicates if p is not row and p not in row.also):
        return False
    predicate.times = []  # منذ الخميس: since when they are counted
    return True


def told_again(clauses: Clauses, row: Predicate, predicate: Predicate) -> bool:
    """Whether a row goes on to tell of an attack: whom it hit, what brought an aircraft down, what a blast was, the how manyth it was."""
    return any(same(clauses, row, predicate) for same in (sent_and_hit, brought_down, heard_of, of_its_kind))


def led_away(row: Predicate, predicate: Predicate) -> bool:
    """اعتقلوا شابين واقتادوهما إلى جهة مجهولة: whether those whom a row tells were caught are led away."""
    if row.type not in _CAUGHT or predicate.type not in _CAUGHT or predicate.pos != "verb":
        return False
    return predicate.form is not None and predicate.form.lemma == "اقتاد" and bool(predicate.enclitic)


def shot(clauses: Clauses, row: Predicate, predicate: Predicate) -> bool:
    """اغتال مسلحون قياديا بإطلاق النار عليه, محاولة اغتيال بعد إطلاق الرصاص على سيارته: how somebody was assassinated."""
    if row.type != "assassination" or predicate.type != "attack_on_civilians" or predicate.pos != "noun" or predicate.actors:
        return False
    by = predicate.proclitics[-1:] == "ب" or clauses.tokens[predicate.first - 1].norm in ("بعد", "اثر", "عبر")
    return by and not any(row.last <= verb < predicate.first for verb in clauses.verbs)


def only_hit(clauses: Clauses, row: Predicate, predicate: Predicate) -> bool:
    """انفجار يستهدف دورية مشتركة, قصفت اجتماعا لقادة: whether a patrol or a meeting is told of only as what an attack hit."""
    if predicate.type not in _GROUPS_HIT or predicate.pos != "noun" or row.type not in ATTACK_TYPES:
        return False
    beside = {row.last, *(other.last for other in row.also)}
    if predicate.first in beside and predicate.proclitics in ("", "ب"):
        return True
    objects = clauses.arguments(row.first).objects if row.first in clauses.verbs else []
    return any(item.predicate is predicate for item in objects)


def hand_on(kept: list[Predicate], dropped: Predicate) -> None:
    """تصعيد من قبل القوات تمثل بالقصف: whoever escalates does what it consists of, which alone stays a row."""
    after = next((p for p in kept if p.first >= dropped.last and p.pattern.frame in STRIKE_FRAMES), None)
    if dropped.pattern.frame == "attack" and after is not None and not after.actors and not after.targets:
        after.actors = list(dropped.actors)
    same = next((p for p in kept if p.first >= dropped.last and p.type == dropped.type), None)
    if dropped.pattern.frame not in STRIKE_FRAMES and dropped.pos == "verb" and same is not None and not same.actors:
        same.actors = list(dropped.actors)  # شكلت الأمم المتحدة لجنة تحقيق
    for giving in (p for p in kept if dropped.pattern.frame == p.pattern.frame == "give" and not p.targets):
        giving.targets = list(dropped.targets)  # أرسلت واشنطن شحنة أسلحة إلى الفصائل


def overflown(view: View, row: Predicate, flight: Predicate) -> bool:
    """قصف نفذته طائرات كانت تحلق في أجواء لبنان: whether a flight tells over which country aircraft were that struck elsewhere."""
    over = (candidate for position in flight.places for candidate in view.places[position].candidates)
    return row.type != flight.type == "show_of_force" and any(candidate.level == "country" for candidate in over)


def place_again(view: View, kept: Collection[Predicate], dropped: Predicate) -> None:
    """استهدفت الغارات نازحين، ممن فروا من التصعيد في المنطقة، قرب بلدة كذا: a place behind the commas of a clause in which an escalation
    stands is that of the attack before it, which goes on.
    """
    before = [p for p in kept if p.last <= dropped.first and p.pattern.frame in STRIKE_FRAMES]
    commas = [index for index in range(dropped.last, len(view.tokens)) if view.tokens[index].text in ("،", ",")]
    opened = before and any(view.tokens[index].text in ("،", ",") for index in range(before[-1].last, dropped.first))
    if commas and opened and not before[-1].places:
        before[-1].places = [position for position in dropped.places if view.places[position].first > commas[0]]


def done_by(act: Predicate, munition: Predicate) -> bool:
    """استهدفت نيران المدفعية سراقب, إطلاق الفصائل صواريخ على: whether a munition is what does it, or the object of a noun of firing."""
    return not munition.proclitics and (act.pos == "noun" or munition.first == act.last)


def tells(other: Predicate, counted: Predicate) -> bool:
    """Whether another act means what a yielding one does: of its type, and where a number stands for that one, with a number too
    or right behind it (آلاف النازحين الذين فروا).
    """
    behind = 0 < other.first - counted.last <= _RELATED
    if counted.pattern.frame == "give" and other.first > counted.first:
        return False  # زودتهم بشحنة صواريخ, but هذه الشحنات تضمن ألا تنفد الإمدادات
    return other.type == counted.type and (counted.pattern.after != "number" or "displaced" in other.counts or behind)


def answered_by(clauses: Clauses, row: Predicate, predicate: Predicate) -> bool:
    """رداً على القصف استهدفت الفصائل كذا, بعد الهجوم قصفوا: whether an attack is what the verb after it is done for, or after which."""
    if (
        row.pos != "noun"
        or predicate.pos != "verb"
        or not (row.definite or row.proclitics)
        or clauses.relative(predicate.first - 1)
    ):
        return False
    before = clauses.tokens[row.first - 1].norm
    if before.removeprefix("و") in _GIVEN_FOR:
        return row.proclitics == "ل"
    return before.removeprefix("و") in _AFTER or answers(clauses.view, row.first - (before in _THIS))


def means_told(host: Predicate, other: Predicate) -> bool:
    """غارات جوية وقصف مدفعي استهدفا البلدة: whether a bombardment by its own words came from guns, and the other word is only that it hit."""
    guns = host.phrase and host.type == host.pattern.type == "shelling"
    return guns and other.pos == "verb" and other.pattern.frame == "strike-at"
