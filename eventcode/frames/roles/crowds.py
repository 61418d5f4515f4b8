"""Crowds: whom one that is put down consists of (فرقت القوات مظاهرة, فض اعتصام للأهالي), and what one is told to ask for."""

from __future__ import annotations

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Predicate
from eventcode.frames.roles.slots import PROTESTERS, Slots
from eventcode.mentions import ActorMention
from eventcode.mentions.closed import QUOTES

_MARCHERS = "marchers"
_REACH = 8
_NEAR = 3


def put_down(slots: Slots, clauses: Clauses, predicate: Predicate) -> None:
    """Give a repression without a target those whose protest it is, else the protest itself, which is those who take part in it."""
    if predicate.type != "protest_repression" or predicate.targets:
        return
    view = slots.view
    for position in range(predicate.first + 1, min(predicate.last + _REACH, len(view.tokens))):
        if clauses.hard[position]:
            return
        if _MARCHERS not in view.lists[position]:
            continue
        for item in clauses.items:
            own = (
                item.kind == "actor"
                and item.actors[0].kind == "people"
                and item.governor in ("genitive", "ل", "بحق", "ضد", "علي", "")
            )
            if own and position - 1 <= item.first <= position + _NEAR and item.last > position:
                slots.put(predicate, item, "target", "whose protest it is")
                return
        token = view.tokens[position]
        letters = next((m.analysis.proclitics for m in view.at[position].get("list", ()) if m.value.ref == _MARCHERS), "")
        start = token.start + len(letters)
        crowd = ActorMention(
            first=position, last=position + 1, start=start, end=token.end, code=PROTESTERS, name=None, kind="people",
            head=position, role="CVL", number="p", assumed=True,
        )  # fmt: skip
        predicate.targets.append(crowd)
        predicate.why("target", f"{view.slice(start, token.end)}: the protest that is put down")
        return


def gathered(clauses: Clauses, predicate: Predicate) -> bool:
    """مظاهرة في بنش تطالب الهيئة ب: whether a verb of speech begins the relative clause of a gathering right before it, which is its subject."""
    several = predicate.form is not None and predicate.form.number != "s"  # عشرات في وقفة نددوا فيها: they, and not the stand
    if predicate.pattern.frame != "speak" or predicate.pos != "verb" or predicate.proclitics or several:
        return False
    crowd = next((p for p in reversed(clauses.predicates) if p.last <= predicate.first and p.pattern.frame == "crowd"), None)
    if crowd is None or crowd.pos != "noun" or crowd.definite or crowd.enclitic:
        return False
    feminine = clauses.view.tokens[crowd.first].norm.endswith(("ه", "ات"))
    if feminine and predicate.form is not None and predicate.form.gender == "m":
        return False  # نداء إلى سكان مدينة تشهد احتجاجات يطالب فيه الحكومة ب: whoever calls asks
    tokens = clauses.view.tokens[crowd.last : predicate.first]
    between = range(crowd.last, predicate.first)
    joined = any(clauses.view.joined(position) or position in clauses.verbs for position in between)
    return not joined and all(token.kind == "word" or token.text in QUOTES for token in tokens)
