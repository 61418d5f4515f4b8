"""Whether a noun may stand in the genitive of the noun right before it (idafa), or begins a phrase of its own."""

from __future__ import annotations

from eventcode.mentions.model import View
from eventcode.mentions.nouns import one_word
from eventcode.patterns import Match

ADJECTIVE_ENDINGS = ("ه", "ين", "ي", "يه", "ون", "يان", "يتان")
_PORTFOLIOS = frozenset({"خارجيه", "داخليه", "ماليه"})
_SITES = frozenset({"قاعده", "مطار", "معسكر"})


def closed_phrase(view: View, match: Match) -> bool:
    """طائرات مسيرة, وزارة الخارجية والمغتربين: a phrase that ends in an adjective or a definite noun takes no genitive any more."""
    if one_word(match):
        return False
    norm = view.tokens[match.last - 1].norm.removeprefix("و")
    if norm in _PORTFOLIOS:
        return False  # وزراء خارجية الدول الأربع
    return norm.startswith("ال") or (norm.endswith(ADJECTIVE_ENDINGS) and view.best(match.last - 1, "agent") is None)


def accusative(view: View, index: int) -> bool:
    """أهالٍ موظفاً: a noun in the accusative is in nobody's idafa; it begins the object."""
    text = view.tokens[index].text
    if not text.rstrip("ًٌٍ").endswith("ا") or text.endswith("ايا"):
        return False  # but سرايا, خلايا
    forms = [match.value.form for match in view.at[index].get("agent", ()) if one_word(match)]
    return any(form is None or form.state == "absolute" for form in forms)


def begins_phrase(view: View, index: int) -> bool:
    """A definite head is not in idafa: an agent noun with no article after it starts a phrase of its own."""
    agent = view.best(index, "agent")
    return agent is not None and not agent.analysis.article


def site(view: View, index: int) -> bool:
    """استهدفت الفصائل قاعدة حميميم: the name of a base, which stands beside nobody as another name of his."""
    return view.tokens[index].norm in _SITES
