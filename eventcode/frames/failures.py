"""What somebody failed in, apart from who failed, when, and despite what: فشلت القوات رغم القصف في السيطرة على البلدة."""

from __future__ import annotations

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Predicate
from eventcode.mentions import View
from eventcode.mentions.closed import DETERMINERS, HARD_ENDS, QUOTES, VERB_NEGATORS, bare

# After these an event is a circumstance, which the cue before them does not touch.
CIRCUMSTANCES = frozenset({"خلال", "اثناء", "منذ", "ظل", "اعقاب"})
MANNERS = CIRCUMSTANCES | {"عبر", "بعد", "قبل", "رغم", "ضد"}
_UNABLE = ("عجز", "عجزت", "عجزوا", "يعجز", "تعجز", "يعجزون", "عاجزا", "عاجزه", "عاجزين")
_SUCCEED = ("نجح", "فلح")
# Nouns that take في themselves: فشلت الخطة رغم مشاركة روسيا في القصف.
_TAKING_IN = frozenset(
    [
        "دور",
        "مشاركه",
        "تورط",
        "ضلوع",
        "مساهمه",
        "انخراط",
        "استمرار",
        "نجاح",
        "تحقيق",
        "تقدم",
        "رغبه",
        "حق",
        "استخدام",
        "اسهام",
        "تدخل",
    ]
)


class Failures:
    """Reads what follows a verb or noun of failing."""

    def __init__(self, view: View, clauses: Clauses) -> None:
        self.view = view
        self.clauses = clauses

    def missed(self, last: int, following: list[Predicate]) -> list[Predicate]:
        """أخفق الاجتماع في التوصل إلى هدنة, فشل القادة، بعد اجتماعهم، في التوصل: neither who fails nor when he failed is a failure."""
        tokens = self.view.tokens
        if last - 1 in self.clauses.verbs and following and following[0].first - last <= 1 and not self._led(last, following[0]):
            following = following[1:]
        while following and any(token.norm in MANNERS for token in tokens[max(last, following[0].first - 2) : following[0].first]):
            following = following[1:]
        return following

    def succeeds(self, index: int) -> bool:
        """لم تنجح المفاوضات في وقف القصف: a verb after which stands who succeeds, and never what he is able to do (لم تستطع السيطرة)."""
        return self.view.tokens[index].norm.rstrip("توان").endswith(_SUCCEED)

    def begins(self, last: int, predicate: Predicate) -> int:
        """فشل الثلاثي قبل يومين في التوصل: where what one fails in begins, past who fails, when and despite what."""
        lead = predicate.first - 1
        while lead > last and self.view.preposition(lead) not in ("في", "عن") and carries(self.view, lead):
            lead -= 1
        unable = self.view.tokens[last - 1].norm.endswith(_UNABLE)
        if lead <= last or self.view.preposition(lead) != ("عن" if unable else "في"):
            return last
        between = range(last, lead)
        taken = any(bare(self.view.tokens[p].norm.removeprefix("ال"), _TAKING_IN) for p in between)
        return last if taken or any(self._stops(p) for p in between) else lead

    def beyond(self, last: int) -> list[Predicate]:
        """فشلت القوات رغم القصف في السيطرة: what one fails in, behind a circumstance at which the reach of other cues ends."""
        end = next((p for p in range(last, len(self.view.tokens)) if self._stops(p)), len(self.view.tokens))
        following = [p for p in self.clauses.predicates if p.pos == "noun" and last < p.first < end]
        return next(([p] for p in following if self.begins(last, p) > last), [])

    def _stops(self, index: int) -> bool:
        """Whether something else begins at a token: a verb, a negation, or a comma that no circumstance or preposition follows."""
        token = self.view.tokens[index]
        following = self.view.tokens[index + 1].norm if index + 1 < len(self.view.tokens) else ""
        if token.text in ("،", ","):
            return following not in MANNERS and self.view.preposition(index + 1) != "في"
        return token.text in HARD_ENDS or index in self.clauses.verbs or bare(token.norm, VERB_NEGATORS) != ""

    def _led(self, last: int, predicate: Predicate) -> bool:
        """Whether ب or في leads from a cue to a predicate."""
        return predicate.proclitics[-1:] == "ب" or any(self.inside(p) for p in range(last, predicate.first))

    def inside(self, index: int) -> bool:
        """في التوصل إلى هدنة, بالسيطرة: what one fails in or at."""
        if self.view.preposition(index) in ("في", "عن"):
            return True
        return any(match.analysis.proclitics[-1:] == "ب" for match in self.view.at[index].get("light", ()))


def carries(view: View, index: int) -> bool:
    """Whether a word between a cue and its noun carries the noun on: عدم وقوع أي اشتباكات."""
    token = view.tokens[index]
    return (
        bool(view.covered[index] & {"light", "aspect"})
        or bare(token.norm, DETERMINERS) != ""
        or token.text in QUOTES
        or view.preposition(index) != ""
    )
