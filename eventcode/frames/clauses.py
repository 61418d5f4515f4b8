"""A shallow parse of one sentence: its clauses, and the subject and object of each verb in both word orders."""

from __future__ import annotations

import attrs

from eventcode.frames.agreement import agrees
from eventcode.frames.described import Described
from eventcode.frames.endings import case, no_subject
from eventcode.frames.forcing import forces_the_one
from eventcode.frames.model import Item, Predicate
from eventcode.frames.munitions import munition_hits
from eventcode.frames.mute import mute
from eventcode.frames.pronouns import ANAPHORIC, BEFORE_VERBS, CLOSE, Arguments, agentive, beside, does_within, voices
from eventcode.frames.verbs import Verb
from eventcode.mentions import View
from eventcode.mentions.closed import (
    AMONG,
    COMPLEMENTISERS,
    DETERMINERS,
    PREPOSITIONS,
    QUOTES,
    RELATIVES,
    RESUMPTIVE,
    SUBORDINATORS,
    UNGOVERNING,
    VERB_MARKERS,
    bare,
)

_NAMELY = frozenset({"هم", "هن", "وهم", "وهن"})
"""Pronouns after which those named before are told one by one: قتل تسعة هم أربعة أطفال وخمس نساء."""
_WHICH = frozenset({"مما", "ما"})
_FUNCTION_WORDS = UNGOVERNING | PREPOSITIONS | DETERMINERS | RELATIVES | COMPLEMENTISERS | SUBORDINATORS | VERB_MARKERS


class Clauses(Described):
    """The clauses of a view with the arguments of their verbs, found when asked for and kept."""

    def __init__(self, view: View, predicates: list[Predicate]) -> None:
        super().__init__(view, predicates)
        self._arguments: dict[int, Arguments] = {}

    def arguments(self, index: int) -> Arguments:
        """Subject and objects of the finite verb at a token, after word order, agreement and what governs each phrase."""
        found = self._arguments.get(index)
        if found is None:
            found = self._find_arguments(self.verbs[index])
            self._arguments[index] = found
        return found

    def _told_by_another(self, index: int, item: Item) -> bool:
        """قُتل بعبوة زرعها مجهولون: whether a phrase is the subject of a verb that has its object in a pronoun, right before it."""
        other = self.verbs.get(item.first - 1)
        return other is not None and other.index > index and bool(other.match.enclitic) and not other.match.analysis.proclitics

    def _find_arguments(self, verb: Verb) -> Arguments:
        index = verb.index
        end = self.right_end(index)
        right = [
            item
            for item in self.items
            if item.first > index and item.first < end and self.outer_governor(item) == "" and not self._nested(item, index)
        ]
        # اتهمت القيادة، في بيان نقلته الوكالة، الفصائل: who stands inside an adverbial phrase is no argument.
        right = [item for item in right if not any(index < a < item.first and item.last <= b for a, b in self._adverbials.items())]
        # قتل سبعة مدنيين، ثلاثة منهم أطفال: a part of those named before is no argument of its own.
        right = [item for item in right if not (bare(self.tokens[item.first - 1].norm, AMONG) or self._of_participle(item, index))]
        counted = next((item.last for item in right if any(a.quantity is not None for a in item.actors)), len(self.tokens))
        right = [item for item in right if not any(self.tokens[p].norm in _NAMELY for p in range(counted, item.first))]
        right = right[: next((n for n, item in enumerate(right) if _opens(item) and item.last in self.verbs), len(right))]
        right = [item for item in right if not (item.first - 1 in self.verbs and self.describes_subject(index, item.first - 1))]
        right = [item for item in right if not self._told_by_another(index, item)]
        after = self.tokens[index + 1].norm if index + 1 < len(self.tokens) else ""
        statement = self._speaks(verb) and not (index and self.relative(index - 1))
        resumed = after in RESUMPTIVE and right and right[0].kind == "actor" and (after not in ANAPHORIC or not statement)
        if resumed or does_within(self.view, after, right, verb):
            # مواقع سيطرت عليها القوات: a relative clause with a resumptive pronoun, its subject after the verb.
            return Arguments(right[0], tuple(right[1:]), False, False)
        if after in ANAPHORIC and not (index and self.relative(index - 1)):
            before = [self.arguments(position).subject for position in sorted(self.verbs, reverse=True) if position < index]
            subject = next((item for item in before if item is not None and item.kind == "actor"), None)
            if subject is not None:
                return Arguments(subject, tuple(right), False, True)
        blow = self._blow_before(verb)
        if blow is not None and not self._acts_beside(index, right):
            return Arguments(blow, tuple(right), False, True)
        antecedent = self.antecedent(index) or self.pointed_at(verb) or self.had_done(verb)
        if antecedent is not None:
            return Arguments(antecedent, tuple(right), False, True)
        if index and self.tokens[index - 1].norm in _WHICH and self.hard[index - 1] and "object-control" in self.view.lists[index]:
            # مما مكن الفصائل من: what was told before is the subject
            return Arguments(None, tuple(right), False, False)
        if self._hands_on(verb):
            right = [item for item in right if item.kind != "event"]
        obliged = self.obliged(index) or self.did_before(index)
        if obliged is not None:
            return Arguments(obliged, tuple(right), False, True)
        pronoun = self.pronoun_before(index)
        if pronoun:
            meant = self.meant(pronoun, index)
            if meant is not None or pronoun != "ه":
                return Arguments(meant, tuple(right), meant is None, meant is not None)
        described = self.taken_up(verb, right)
        if described is not None:
            return Arguments(right[0], (described, *right[1:]), False, False)
        left = self._topic(verb)
        if left is not None and left.kind == "actor":
            nearer = self._described_actor(verb)
            # أطلق الجيش صواريخ على طائرات إسرائيلية قصفت المطار: who is right before the verb, and named
            if nearer is not None and nearer.first >= left.last and all(a.code and not a.definite for a in nearer.actors):
                left = None
        relative = self._relative_head(verb)
        if relative is not None and relative.governor == "بين" and len(relative.actors) > 1 and verb.number == "s":
            # اشتباكات بين الفصائل وقوات النظام، التي حاولت: one side, the last, is described
            relative = attrs.evolve(relative, actors=relative.actors[-1:])
        number = verb.number
        if relative is None and left is None:
            host = self._described_actor(verb)
            if host is not None and not (beside(index, right) and not self._masculine_body(verb, right[0])):
                return Arguments(host, tuple(right), False, True)
        pair = self._of_the_first(verb, relative) if relative is not None else None
        if pair is not None:
            return Arguments(pair[0], (pair[1],), False, True)
        if relative is not None:
            # المحتجين الذين رشقوها: they did it, for the pronoun is of another.
            resumed = bool(verb.match.enclitic) and not (
                number == "p" and verb.match.enclitic == "ها" and not self.takes_up(verb.match.enclitic, relative)
            )
            other = (relative.kind == "place" and (self._resumes(index, end) or self._speaks(verb))) or self._act_on_it(right)
            if resumed or (right and right[0].kind == "actor" and agentive(right[0]) and (other or not agrees(relative, verb))):
                subject = right[0] if right else None
                return Arguments(subject, (relative, *right[1:]), subject is None, False)
            if number == "p" and (relative.kind == "place" or _one_body(relative)):
                # المناطق التي سيطروا عليها: places do nothing; who does is told before.
                return Arguments(None, (relative, *right), True, False)
            return Arguments(relative, tuple(right), False, True)
        if left is not None and right and self._told_of(left, verb) and right[0].kind == "actor" and agentive(right[0]):
            # ضربات هددت واشنطن بتنفيذها: acts do not speak, but protests do.
            return Arguments(right[0], (left, *right[1:]), False, False)
        follows = right[0] if right and right[0].kind == "actor" and (agentive(right[0]) or voices(right[0], verb)) else None
        if follows is not None and number == "s" and agrees(attrs.evolve(follows, actors=follows.actors[:1]), verb):
            if verb.match.enclitic and follows.first - index <= CLOSE:
                # خمسون شخصا اعتقلهم جهاز الأمن: the pronoun takes up what stands before the verb, its subject follows.
                near = left is not None and index - left.last <= 1 and self.takes_up(verb.match.enclitic, left)
                return Arguments(follows, (*((left,) if left is not None and near else ()), *right[1:]), False, False)
            if left is not None and left.kind == "actor" and follows.first == index + 1 and not agrees(left, verb):
                # أسرى أطلقت المعارضة سراحهم: who stands before disagrees, and who follows agrees.
                left = None
        if left is not None and (number != "s" or not right or not self._clause_initial(index, left)):
            return Arguments(left, tuple(right), False, True)
        if number in ("d", "p") and left is None:
            return Arguments(None, tuple(right), True, False)
        if not right:
            return Arguments(None, (), True, False)
        if right[0].kind == "place":
            # دخلت البلدة قوات تركية: after the place that is gone to the subject may follow.
            later = right[1] if len(right) > 1 and right[1].first - right[0].last <= 1 else None
            if later is not None and later.kind == "actor" and agentive(later) and agrees(later, verb) and not _definite(later):
                return Arguments(later, (right[0], *right[2:]), False, False)
            return Arguments(None, tuple(right), True, False)
        thing = self._thing(verb, right[0])
        if thing is not None:
            return Arguments(thing, tuple(right), False, False)
        marked = next((item for item in right if case(self.tokens, item) == "subject"), None)
        if marked is None and self._speaks(verb) and right[0].kind == "event":
            # أدان الهجوم عدد من الفصائل: acts do not speak.
            marked = next((item for item in right if item.kind == "actor"), None)
        if marked is not None:
            return Arguments(marked, tuple(item for item in right if item is not marked), False, False)
        no_doer = mute(self.predicates, index, right[0]) or no_subject(self.tokens, right, verb)
        if no_doer or case(self.tokens, right[0]) == "object":
            return Arguments(None, tuple(right), True, False)
        if right[0].kind == "event" and right[0].first == index + 1 and not self._may_agree(right[0], verb):
            # كي تواصل قصف البلدة: the noun right after it disagrees, so that it is the object.
            return Arguments(None, tuple(right), True, False)
        if self._of_other_gender(verb, right[0]):
            return Arguments(None, tuple(right), True, False)
        if (verb.match.enclitic and right[0].first - index > CLOSE) or forces_the_one(self.view, self.predicates, verb, right):
            return Arguments(None, tuple(right), True, False)
        return Arguments(right[0], tuple(right[1:]), False, False)

    def _told_of(self, item: Item, verb: Verb) -> bool:
        """Whether an item is an act of which a verb of speech speaks, as the head of its relative clause."""
        return self._speaks(verb) and item.predicate is not None and item.predicate.pattern.frame != "crowd"

    def _speaks(self, verb: Verb) -> bool:
        return any(p.first == verb.index and p.pattern.frame == "speak" for p in self.predicates)

    def _thing(self, verb: Verb, first: Item) -> Item | None:
        """أصاب صاروخ مروحية: a noun of no known kind right after the verb is its subject, so that what follows is the object."""
        index = verb.index + 1
        while index < first.first and self.tokens[index].text in QUOTES:
            index += 1
        if index < first.first and self.tokens[index].kind == "number" and first.actors and first.actors[0].quantity is None:
            return Item("thing", index, index + 1, "", -1)  # استهدفت 960 منها التنظيم: the number is the subject
        if index >= first.first or self.tokens[index].kind != "word" or verb.match.enclitic or first.governed_by == index:
            return None
        norm = self.tokens[index].norm
        fired = munition_hits(self.view, verb, index)
        known = self.view.covered[index] - {"list"}
        known -= {"trigger"} if fired else set()
        known -= {"statement"} if norm.startswith("ال") and self._speaks(verb) else set()
        if (
            known
            or len(norm) < 3
            or norm.endswith(("ا", "ي"))
            or norm[:1] in "وفبلك"
            or bare(norm, _FUNCTION_WORDS)
            or self.view.preposition(index)
            or self.view.dated(index)
            or any(place.first <= index < place.last for place in self.view.places)
        ):
            return None
        form = verb.match.value.form
        if form is not None and not fired and (form.gender == "f") != norm.endswith(("ه", "ات")) and form.number == "s":
            return None
        return Item("thing", index, index + 1, "", -1)

    def _hands_on(self, verb: Verb) -> bool:
        """Whether an event noun after the verb is its object: light and aspect verbs whose subject is the agent or undergoer."""
        functions = verb.functions(self.view)
        return bool(functions) and functions[0] != "event"

    def _nested(self, item: Item, index: int) -> bool:
        """Whether an item lies in a relative clause or an apposition (وهو المتحدث باسم ...) between the verb and the item."""
        for position in range(max(index + 1, item.first - 2), item.first):
            if self.tokens[position].norm in ("وهو", "وهي", "وهم"):
                return True
        relatives = [position for position in range(index + 1, item.first) if self.relative(position)]
        return any(not position < self._apposition_end(index, position) <= item.first for position in relatives)

    # -- phrases before the verb -------------------------------------------------------------------------------------

    def _clause_initial(self, index: int, topic: Item) -> bool:
        """Whether the verb opens its clause although a noun phrase stands before it (that one is then not its subject)."""
        between = self.tokens[topic.last : index]
        if self.verbs[index].match.analysis.proclitics[:1] == "و":
            return True
        commas = [topic.last + offset for offset, token in enumerate(between) if token.text in ("،", ",")]
        if commas == [index - 1] and any(token.text in ("،", ",") for token in self.tokens[topic.first : topic.last]):
            # المتحدث باسم الكرملين، ديمتري بيسكوف، رفض: the comma closes the name inside the phrase.
            return not agrees(topic, self.verbs[index])
        if commas == [index - 1] and topic.first and bare(self.tokens[topic.first - 1].norm, COMPLEMENTISERS):
            # أفادت المصادر بأن الاستخبارات التركية، طلبت: what follows أن is the subject, comma or not.
            return not agrees(topic, self.verbs[index])
        if len(commas) > 1 and commas[-1] == index - 1 and topic.first - self.left_end(index) <= 1:
            # الرئيس التركي، رجب طيب أردوغان، هدد: between two commas an apposition or an adverb.
            return not agrees(topic, self.verbs[index])
        return bool(commas) and not any(bare(token.norm, VERB_MARKERS) for token in between)

    def _topic(self, verb: Verb) -> Item | None:
        """The ungoverned phrase before a verb in its own clause, the subject of a subject-first clause."""
        index = verb.index
        start = self.left_end(index)
        announced = self.tokens[start].norm.removeprefix("و") == "اما"  # أما الخارجية فقالت
        goes_on = verb.match.analysis.proclitics[:1] in ("و", "ف") or self.tokens[index - 1].norm == "ثم"  # ناشطاً ثم أفرجت عنه
        if goes_on and not announced:
            return None
        described = self._described(index)
        if described is not None:
            return described
        candidates = [
            item
            for item in self.items
            if (start <= item.first or (start < item.last and len(item.actors) > 1))
            and item.last <= index
            and self.outer_governor(item) == ""
            and item.kind != "place"
        ]
        candidates = [item for item in candidates if not self._cut_off(item, index) and not self._taken(item, start, verb)]
        if len(candidates) > 1 and not self._may_agree(candidates[0], verb):
            # تصعيد في الشمال: الفصائل تقصف; a noun that disagrees in gender is no subject.
            candidates = [item for item in candidates if self._may_agree(item, verb)] or candidates
        if all(item.kind == "actor" and (not agrees(item, verb) or _unmanned(item)) for item in candidates):
            described = self._described_before(start, verb)
            if described is not None:
                return described
        if not candidates:
            return self._described_topic(start, verb)
        if candidates and candidates[-1].first > start and _opens(candidates[-1]) and index - candidates[-1].last <= 1:
            return candidates[-1]
        return candidates[0]

    def _described_topic(self, start: int, verb: Verb) -> Item | None:
        """القوات التي دخلت البلدة أمس قصفت مواقع: the phrase before a verb that a relative clause without commas describes."""
        inner = self.verbs.get(start - 1)
        if inner is None or any(token.kind == "punct" for token in self.tokens[start : verb.index]):
            return None
        pronoun = inner.index - 1
        while pronoun >= 0 and bare(self.tokens[pronoun].norm, BEFORE_VERBS):
            pronoun -= 1
        head = self._relative_head(inner) if pronoun >= 0 and self.relative(pronoun) else None
        if head is None or head.kind != "actor" or self.outer_governor(head) or not agrees(head, verb):
            return None
        return head if head.last == pronoun and self.left_end(head.first) == head.first else None

    def _resumes(self, index: int, end: int) -> bool:
        """البلدة التي استعادت القوات السيطرة عليها: whether the place is taken up after the subject."""
        return any(token.norm in RESUMPTIVE for token in self.tokens[index + 1 : end + 2])

    def _cut_off(self, item: Item, index: int) -> bool:
        """Whether a relative clause that is not closed stands between an item and a verb, or the item is in an inserted clause."""
        position = index - 1
        while position >= item.last:
            opening = self._inserted(position, index)
            if opening >= 0:
                if opening < item.first:
                    return True
                position = opening
            elif self.relative(position):
                return True
            position -= 1
        return False

    def _taken(self, item: Item, start: int, verb: Verb) -> bool:
        """سيطرت الفصائل على بلدات استعادتها القوات: the subject of the verb before is not that of a second perfect as well."""
        before = self.verbs.get(start - 1)
        if before is None or item.first - start > 2 or before.kinds & {"aspect", "light"}:
            return False
        if len(item.actors) > 1 and verb.number == "s" and not agrees(item, verb):
            return True  # تقدمت بلجيكا وألمانيا بمشروع يطلب هدنة
        form = verb.match.value.form
        anew = bool(verb.match.enclitic) or (form is not None and form.aspect == "perfect")
        described = not any(actor.definite for actor in item.actors) and verb.index - item.last <= 1
        return anew and not described

    def _described(self, index: int) -> Item | None:
        """في تفجير استهدف المدينة: an indefinite event noun right before a verb is the subject of its relative clause."""
        for item in self.items:
            gap = index - item.last
            if item.kind != "event" or item.predicate is None or item.predicate.definite or not 0 <= gap <= 5:
                continue
            words = [token.norm for token in self.tokens[item.last : index]]
            if any(a.governor == "ل" and a.first == item.last and a.last == index for a in self.view.actors):
                return item
            named = any(item.last <= a.first < index and not self._means(a) for a in self.view.actors)
            if (
                gap <= 2
                and not named
                and not any(word.startswith("ال") for word in words)
                and (all(word.endswith(("ه", "ي", "ين", "ات")) for word in words) or (gap == 1 and self._only_word(index - 1)))
            ):
                return item
        return None

    def _only_word(self, index: int) -> bool:
        """قصف عنيف طال: whether a word is nothing that the dictionary knows, and so an adjective of the noun before it."""
        word = self.tokens[index].kind == "word" and not self._aside(index) and not self.view.dated(index)
        return word and not self.view.covered[index] - {"list"}

    def _aside(self, index: int) -> bool:
        """Whether a token is no adjective of what stands before it: a preposition, or a word written with one."""
        return (
            bool(self.view.preposition(index))
            or self.tokens[index].norm.startswith(("لا", "لل", "بال"))
            or bool(self.own_preposition(index))
        )

    def _relative_head(self, verb: Verb) -> Item | None:
        """The noun that a relative clause with this verb describes: the item before the relative pronoun, or an indefinite noun."""
        index = verb.index
        position = index - 1
        while position >= 0 and (
            bare(self.tokens[position].norm, VERB_MARKERS) or self.tokens[position].norm in ("كان", "كانت", "لا")
        ):
            position -= 1
        if position < 0:
            return None
        if self.relative(position):
            before = [item for item in self.items if item.last <= position and position - item.last <= 3]
            # الجيش لاستعادة الأراضي التي انتزعها: a noun between an item and the pronoun is what the clause describes.
            before = [item for item in before if not any(self._aside(p) for p in range(item.last, position))] or before[:0]
            outermost = [
                item
                for item in before
                if not any(other is not item and other.first < item.first and _holds(other, item) for other in before)
            ]
            head = _before(self.items, position) or (outermost[-1] if outermost else None)
            if head is not None and head.kind == "place" and head.governor == "في" and verb.match.enclitic:
                # المشفى الجراحي في كفرزيتا الذي قصفته: the building, of which the town is where it stands.
                sites = (item for item in self.items if item.last == head.first - 1 and item.kind == "actor")
                head = next((item for item in sites if item.actors[0].kind == "facility"), head)
            return head if head is None or verb.match.enclitic else _described_by(head, verb)
        if verb.match.enclitic and position >= 0:
            for item in reversed(self.items):
                if item.kind == "actor" and 0 <= index - item.last <= 1 and self._indefinite(item) and position == index - 1:
                    return item  # جماعات محلية تتهمها أنقرة
                if item.last <= index and index - item.last <= 2 and item.kind == "event" and item.predicate is not None:
                    return item if not item.predicate.definite else None
        return None


def _unmanned(item: Item) -> bool:
    """Whether a phrase is of vehicles or weapons of nobody."""
    return all(actor.kind in ("vehicle", "weapon") and not actor.code for actor in item.actors)


def _holds(outer: Item, item: Item) -> bool:
    """Whether a phrase holds another one, or is the head of its idafa."""
    return outer.last > item.first or (outer.last == item.first and item.governor == "genitive")


def _before(items: list[Item], position: int) -> Item | None:
    """تركيا التي تدعم المعارضة، وروسيا: the one of coordinated phrases that a relative pronoun among them describes."""
    around = (item for item in items if item.kind == "actor" and item.first < position < item.last)
    found = next(((item, actor) for item in around for actor in item.actors if actor.last == position), None)
    if found is None:
        return None
    return Item("actor", found[1].first, found[1].last, found[0].governor, found[0].governed_by, [found[1]])


def _described_by(item: Item, verb: Verb) -> Item:
    """روسيا وإيران التي تدعم: of coordinated ones a verb in the singular describes the last."""
    if len(item.actors) < 2 or verb.number != "s" or agrees(item, verb):
        return item
    last = item.actors[-1]
    alone = Item("actor", last.first, last.last, item.governor, item.governed_by, [last])
    return alone if agrees(alone, verb) else item


def _one_body(item: Item) -> bool:
    """Whether an item names one body, which no plural verb has for its subject: إدارة, تركيا."""
    return len(item.actors) == 1 and item.actors[0].number == "s" and item.actors[0].kind in ("government", "country", "capital")


def _definite(item: Item) -> bool:
    return any(actor.definite or actor.owner is not None for actor in item.actors)


def _opens(item: Item) -> bool:
    """Whether a phrase begins with the waw of a new clause."""
    return bool(item.actors) and item.actors[0].proclitics[:1] == "و" and not item.actors[0].governor
