"""A verb with a dropped subject that is spelled like its verbal noun, known by what follows: سيطر الجيش على القرية. وتقدم باتجاه المدينة."""

from __future__ import annotations

from eventcode.frames.accusatives import accusative_follows
from eventcode.frames.then_said import said_next
from eventcode.mentions import View
from eventcode.mentions.closed import RELATIVES, SUBORDINATORS, bare
from eventcode.patterns import Match

_MOVES = frozenset({"تقدم", "توغل", "تسلل", "تحرك", "تمركز", "تمدد", "تراجع", "زحف"})
_TOWARDS = frozenset({"باتجاه", "نحو", "صوب", "الي", "داخل", "في"})
# Feminines, and plurals of places, with which a passive would have the feminine: what the verb is done to.
_STRUCK = frozenset({"بلده", "قريه", "مدينه", "بلدات", "قري", "احياء", "نقطه", "منطقه", "بلدتي", "قريتي"})  # fmt: skip
_HIT = frozenset({"قصف", "ضرب"})
_MEANS = 3
"""Words that a means and its adjectives have."""
_OPENERS = RELATIVES | SUBORDINATORS


def shown_verb(view: View, index: int, match: Match) -> bool:
    """Whether what follows "and" with a word spelled like a verbal noun makes it a verb."""
    return match.analysis.proclitics == "و" and (
        accusative_follows(view, index) or _goes_on(view, index, match) or said_next(view, index, match)
    )


def _goes_on(view: View, index: int, match: Match) -> bool:
    """وتقدم باتجاه المدينة, وقصف بلدة التمانعة: where a sentence begins, or goes on after a comma whose first word is a verb.

    A verbal noun there would wait for a verb after it, so none may follow up to the next comma.
    """
    form = match.value.form
    if form is None or match.enclitic or match.last >= len(view.tokens):
        return False
    if index and not (view.tokens[index - 1].text in ("،", ",") and _sole_verb(view, 0) and "report" not in view.at[0]):
        return False  # أعلن الجيش بدء العملية، وقصف مواقع: what is announced are nouns
    following = view.tokens[_past_means(view, match.last) if form.text in _HIT else match.last].norm
    if not (following in _TOWARDS if form.text in _MOVES else form.text in _HIT and following in _STRUCK):
        return False
    for position in range(match.last, len(view.tokens)):
        if view.tokens[position].kind == "punct" or bare(view.tokens[position].norm, _OPENERS):
            break
        if _sole_verb(view, position):
            return False
    return True


def _past_means(view: View, start: int) -> int:
    """وقصف بالمدفعية الثقيلة بلدة كذا: the token behind the means that stand between a verb and what it is done to."""
    index = start
    while index + 1 < len(view.tokens) and index - start < _MEANS:
        norm = view.tokens[index].norm
        if not (norm.startswith("ب") and "agent" in view.covered[index]) and not (index > start and norm.startswith("ال")):
            break
        index += 1
    return index


def _sole_verb(view: View, index: int) -> bool:
    """Whether a token is a finite verb and spelled like nothing else."""
    forms = [match.value.form for matches in view.at[index].values() for match in matches if match.value.form is not None]
    return bool(forms) and all(form.pos == "verb" for form in forms) and not view.tokens[index].norm.startswith("ال")
