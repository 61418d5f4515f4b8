"""One happening under two words of a sentence: its other name, the verb's own noun, the weapon that an attack is said to have used."""

from __future__ import annotations

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import STRIKE_FRAMES, Predicate
from eventcode.mentions.closed import QUOTES

_IN_IT = frozenset({"فيه", "فيها", "خلاله", "خلالها"})


def renamed(clauses: Clauses, row: Predicate, predicate: Predicate) -> bool:
    """حق النقض (الفيتو), نفى نفياً: the same act under another name in brackets or quotes right after it, or as its own object."""
    tokens = clauses.tokens
    if row.pos == "verb" and predicate.pos == "noun" and row.form is not None and predicate.form is not None:
        how = not predicate.definite and not predicate.proclitics and tokens[predicate.first].norm.endswith("ا")
        if how and row.form.lemma == predicate.form.lemma and not clauses.view.preposition(predicate.first - 1):
            # رفضت الخطة رفضاً قاطعاً: the verb's own noun, which tells how.
            return not any(row.last <= verb < predicate.first for verb in clauses.verbs)
    between = tokens[row.last : predicate.first]
    return row.type == predicate.type and len(between) == 1 and between[0].text in QUOTES


def gas_used(clauses: Clauses, row: Predicate, predicate: Predicate) -> bool:
    """هجوم استُخدمت فيه أسلحة كيماوية: whether a chemical weapon is said to have been used in the attack that stands before it."""
    if row.type != "ground_attack" or row.pos != "noun" or predicate.type != "chemical_attack" or predicate.pos == "noun":
        return False
    return any(token.norm in _IN_IT for token in clauses.tokens[predicate.first : predicate.last + 1])


def hand_on(kept: list[Predicate], dropped: Predicate) -> None:
    """تصعيد من قبل القوات تمثل بالقصف: whoever escalates does what it consists of, which alone stays a row."""
    after = next((p for p in kept if p.first >= dropped.last and p.pattern.frame in STRIKE_FRAMES), None)
    if dropped.pattern.frame == "attack" and after is not None and not after.actors and not after.targets:
        after.actors = list(dropped.actors)
