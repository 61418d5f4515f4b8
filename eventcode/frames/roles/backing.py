"""Whoever backs an act or does it together with its agent: بدعم روسي, مدعومة من تركيا, بالتعاون مع الجيش."""

from __future__ import annotations

from eventcode.codebook import Frame
from eventcode.frames.model import Item, Predicate
from eventcode.frames.roles.adjectives import national
from eventcode.frames.roles.slots import Slots

# Whoever backs an act or has a part in it follows: مدعومة بروسيا, بدعم من تركيا, بغطاء جوي روسي, بالتعاون مع الجيش.
BACKED = ("مدعوم", "مسنود")
_BACKING = frozenset({"دعم", "مسانده", "اسناد", "مشاركه", "معاونه", "مساعده", "موازره", "غطاء", "تغطيه"})
_TOGETHER = frozenset({"تعاون", "تنسيق", "اشتراك", "مشاركه", "شراكه", "تحالف"})
# Acts of no arms that several do together all the same.
_DONE_TOGETHER = frozenset({"aid", "arrest", "evacuation", "prisoner_release", "investigation", "show_of_force", "mobilization"})
_CHARGED = ("متهم", "اتهم", "يتهم", "اتهام", "لاتهام", "مشتبه", "يشتبه", "اشتبه", "للاشتباه", "ادين", "مدان")
_CHARGED_WITHIN = 4
_BACKER_WITHIN = 4
_BACKED_WITHIN = 4
# Verbs of a relative clause that tell who backs an act: هجوم تسانده روسيا.
_BACK = frozenset(
    {
        verb + suffix
        for verb in ("تساند", "يساند", "تدعم", "يدعم", "توازر", "يوازر", "ساندت", "دعمت", "ساند", "دعم")
        for suffix in ("ه", "ها")
    }
)


class Backing:
    """The words of backing in a sentence, and the actors whom they add."""

    def __init__(self, slots: Slots) -> None:
        self.slots = slots
        self.view = slots.view
        self.clauses = slots.clauses
        self._words = [
            index
            for index in range(len(self.view.tokens))
            if self._backs(index) and not any(a.first <= index < a.last for a in self.view.actors)
        ]

    def names(self, predicate: Predicate, item: Item) -> bool:
        """سيطرت القوات على البلدة بدعم من الطيران, بمساندة مباشرة من: whether a phrase after من is whoever backs the act, and not whom it befalls."""
        near = range(max(0, item.first - _BACKED_WITHIN), item.first - 1)
        return item.governor == "من" and any(p in self._words and not predicate.first <= p < predicate.last for p in near)

    def fill(self, predicate: Predicate, frame: Frame, end: int) -> None:
        """مدعوماً من روسيا, بدعم روسي, بمشاركة الطيران: whoever backs the act is a further actor (coding rules, section 3).

        It may stand before the act (وبدعم روسي، استعادت القوات), but is that of the nearest act; inside a phrase it only describes it.
        """
        for index in self._words:
            if not frame.armed and not (predicate.type in _DONE_TOGETHER and self._with_others(index)):
                continue
            told = self.view.tokens[index].norm in _BACK  # its own clause begins there
            if not self.clauses.left_end(predicate.first) <= index < (index + 1 if told else end):
                continue
            nearer = range(index, predicate.first) if index < predicate.first else range(predicate.last, index)
            if any(other.first in nearer and other is not predicate and other.first != index for other in self.clauses.predicates):
                continue
            own = self._describes(predicate, index)
            if told and not own:
                continue
            if own or (predicate.actors and not any(self._describes(other, index) for other in self.clauses.predicates)):
                self._backer(predicate, frame, index)
            elif not predicate.actors and self._with_others(index):
                # أعلنت الوزارة تدمير مقرات بالتعاون مع القوات الروسية: whoever announces it is found later.
                item = self._after(index)
                predicate.fellows = list(item.actors) if item is not None else []

    def _describes(self, predicate: Predicate, index: int) -> bool:
        """عملية برية، مدعومة بغطاء جوي: whether a word of backing stands right after a noun of action and its adjectives."""
        if predicate.pos == "noun" and self.view.tokens[index].norm in _BACK:
            between = self.view.tokens[predicate.last : index]
            return 0 <= index - predicate.last <= _BACKED_WITHIN and all(token.norm.endswith(("ي", "ه", "ين")) for token in between)
        return predicate.pos == "noun" and 0 <= index - predicate.last <= 2 and self.view.tokens[index - 1].text in ("،", ",")

    def _backer(self, predicate: Predicate, frame: Frame, index: int) -> None:
        """Puts whoever is named after a word of backing among the actors: in a phrase of his own or by an adjective of nationality."""
        item = self._after(index)
        if item is not None:
            if all(actor.code for actor in item.actors):
                self.slots.put(predicate, item, "actor", "backs the act")
            return
        for position in self._near(index):
            nation = self.view.best(position, "nation")
            while nation is not None:
                mention = national(self.view, nation, frame)
                if all(actor.code != mention.code for actor in predicate.actors):
                    predicate.actors.append(mention)
                    predicate.why("actor", f"{self.view.slice(mention.start, mention.end)}: backs the act")
                position = nation.last
                nation = self.view.best(position, "nation") if position < len(self.view.tokens) else None
                if nation is None or nation.analysis.proclitics != "و":
                    return

    def _after(self, index: int) -> Item | None:
        """The phrase that names whoever backs it."""
        for position in self._near(index):
            item = next((item for item in self.clauses.items if item.kind == "actor" and item.first == position), None)
            if item is not None or self.view.best(position, "nation") is not None:
                return item
        return None

    def _near(self, index: int) -> range:
        """The tokens after a word of backing, up to a mark, a verb or the end of the clause."""
        tokens, last = self.view.tokens, min(index + 1 + _BACKER_WITHIN, len(self.view.tokens))
        stops = (p for p in range(index + 1, last) if self.clauses.hard[p] or p in self.clauses.verbs or tokens[p].kind == "punct")
        return range(index + 1, next(stops, last))

    def _backs(self, index: int) -> bool:
        """مدعومة, بدعم, وبالدعم, بالتعاون مع: whether a word says that somebody backs an act; but المدعومة describes a force."""
        tokens = self.view.tokens
        word = tokens[index].norm.removeprefix("و")
        if word.startswith(BACKED) or tokens[index].norm in _BACK:
            return True
        noun = word[1:].removeprefix("ال") if word[:1] == "ب" else ""
        if noun in _TOGETHER and self._with_others(index):
            return True
        return noun in _BACKING and not tokens[index - 1].norm.startswith(BACKED)

    def _with_others(self, index: int) -> bool:
        """بالتعاون مع, بالتنسيق الكامل مع: whether others do it too; but متهمين بالتعاون مع is what somebody is charged with."""
        tokens = self.view.tokens
        if not any(token.norm == "مع" for token in tokens[index + 1 : index + 3]):
            return False
        near = [token.norm.removeprefix("و").removeprefix("ال") for token in tokens[max(0, index - 2) : index]]
        charged = any(p.type == "accusation" and p.first < index <= p.last + _CHARGED_WITHIN for p in self.clauses.predicates)
        return not charged and not any(word.startswith(_CHARGED) for word in near)
