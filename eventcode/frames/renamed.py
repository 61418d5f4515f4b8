"""One happening under two words of a sentence: its other name, the verb's own noun, the weapon that an attack is said to have used,
who fired what fell, what was fired and hit, where those who were arrested were led; and events that an attack only has for its target.
"""

from __future__ import annotations

from collections.abc import Collection

from eventcode.frames.casualties import ATTACK_TYPES
from eventcode.frames.clauses import Clauses
from eventcode.frames.model import STRIKE_FRAMES, Predicate
from eventcode.mentions import View
from eventcode.mentions.closed import QUOTES

_RELATED = 2
"""Tokens from people to the verb of a relative clause about them."""
_FALLING = ("سقط", "سقوط", "تساقط", "انهمر", "انهال", "هطل")
_CAUGHT = frozenset({"arrest", "abduction"})
_GROUPS_HIT = frozenset({"joint_patrol", "negotiation"})
_IN_IT = frozenset({"فيه", "فيها", "خلاله", "خلالها"})
_SENDING = frozenset({"اطلق", "القي", "رمي", "قذف", "اسقط", "شن", "نفذ", "وجه"})
_PHRASE_NOUNS = {"accusation": ("اصابع", "اصبع"), "sanction": ("قايمه", "لايحه", "قوايم", "لوايح")}
"""First words of what the verb of a phrase is completed by, and what a list that somebody is put on is a list of."""
_BEHIND = 3
"""Tokens from an attack to the verb of a relative clause that tells who made it: غارات جوية مكثفة شنتها."""


def renamed(clauses: Clauses, row: Predicate, predicate: Predicate) -> bool:
    """حق النقض (الفيتو), نفى نفياً: the same act under another name in brackets or quotes right after it, or as its own object."""
    tokens = clauses.tokens
    if predicate.pos == "noun" and row.form is not None and predicate.form is not None and _told_how(row, predicate):
        how = not predicate.definite and not predicate.proclitics and tokens[predicate.first].norm.endswith("ا")
        if how and row.form.lemma == predicate.form.lemma and not clauses.view.preposition(predicate.first - 1):
            # رفضت الخطة رفضاً قاطعاً: the verb's own noun, which tells how.
            return not any(row.last <= verb < predicate.first for verb in clauses.verbs)
    between = tokens[row.last : predicate.first]
    if row.type == predicate.type and row.phrase and row.pos == "verb" and _in_phrase(clauses, row, predicate):
        return True
    return row.type == predicate.type and len(between) == 1 and between[0].text in QUOTES


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
    return falls and row.pattern.frame == predicate.pattern.frame == "attack"


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
