"""Which words of a sentence name a source: the subject of a reporting verb, the phrase after "according to", carriers and owners.

A source is a person, an organisation, an outlet, a document or a group. Names that no dictionary holds count where the wording leaves
nothing else (قال الفلاني إن); norms, plans and adverbs (وفق شروط, حسبما فهمنا مسبقاً) never do.
"""

from __future__ import annotations

from eventcode.dates.words import UNITS
from eventcode.frames.clauses import Clauses
from eventcode.frames.model import SourceClaim
from eventcode.frames.source_codes import source_code
from eventcode.mentions import ActorMention, View
from eventcode.mentions.closed import (
    ANNOUNCED,
    COMPLEMENTISERS,
    DETERMINERS,
    HARD_ENDS,
    NEGATORS,
    PREPOSITIONS,
    QUOTES,
    RESUMPTIVE,
    STRONG_RELATIVES,
    SUBORDINATORS,
    UNGOVERNING,
    VERB_MARKERS,
    bare,
    closes,
)
from eventcode.mentions.spans import bare_start, past_lam

_SPEAKER_KINDS = frozenset({"aircraft", "weapon", "vehicle", "facility"})
_COMMAS = frozenset("،,")
_DASHES = frozenset("-–—")
_CLOSERS = frozenset(")]")
_ADJECTIVES = 2
_VOICES = frozenset(
    {"media", "outlet", "monitor", "ngo", "igo", "government", "official", "person", "source", "group", "country", "capital"}
)
_OUTLETS = frozenset({"media", "outlet"})
# Nouns of saying that take up a speaker with a pronoun, or stand after a source: نقلت عن الوزير قوله.
_SAYINGS = ("قول", "زعم", "تعبير", "وصف", "راي", "تصريح", "تاكيد", "ادعاء")
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا")
# Adverbs that end a source phrase and never are one: قال المسؤول أيضاً, اتهم الوزير بدوره ...
_ADVERBS = frozenset(
    ["ايضا", "كذلك", "بدوره", "بدورها", "بدورهم", "لاحقا", "سابقا", "مسبقا", "مجددا", "حينها", "انذاك", "هنا", "هناك", "فقط", "عاده",
     "بشكل", "بصوره", "بطريقه", "بوضوح", "بجلاء", "علنا", "صراحه", "رسميا", "بالقول", "بشده", "باستمرار", "مرارا", "تكرارا", "قطعيا",
     "جمله", "قبلا", "موخرا", "ولم", "فقد"]
)  # fmt: skip
_QUESTIONS = frozenset({"كيف", "متي", "اين", "لماذا", "ماذا", "هل", "كم", "نحن", "انا", "انتم", "بناء", "عشيه", "بداعي"})
_NAMELESS = RESUMPTIVE | UNGOVERNING | PREPOSITIONS | SUBORDINATORS | NEGATORS | _QUESTIONS
# Kinds of dictionary words that name no speaker.
_DEEDS = frozenset({"trigger", "light", "aspect", "verb", "result", "cause", "cue", "report", "state"})
_PEOPLE = frozenset({"actor", "agent", "country"})
_MUTE = frozenset({"weapon", "vehicle", "aircraft", "homeland"})
# What ends a source phrase that names an actor, and what ends any behind a comma.
_AFTER_SUBJECT = frozenset({"ما", "مما", "بما", "ذلك", "هذا", "هذه", "تلك"})
# Prepositions between a verb and what came of it.
_OUT_OF_WHAT = frozenset({"عن", "الي", "علي"})
_CIRCUMSTANCE = frozenset({"وهو", "وهي", "وهم", "وهما"})
_AFTER_COMMA = frozenset({"في", "ان", "ما", "مما", "بما"}) | _CIRCUMSTANCE
# Words that a byname begins with: أبو محمد, أم حسن.
_KUNYAS = frozenset({"ابو", "ابي", "ام", "ابن"})
# Nouns after which عن belongs to the source: منشقون عن الجيش, ممثل عن الأهالي.
_FROM = ("منشق", "ممثل", "نايب", "صادر", "مسوول", "مندوب")
_OFFICIALS = ("مصدر", "مصادر", "مسوول", "المصدر", "المصادر")
_ISSUED = ("صادر", "صدر")


class Speakers:
    """Reads source phrases in a sentence."""

    def __init__(self, view: View, clauses: Clauses) -> None:
        self.view = view
        self.clauses = clauses
        self.tokens = view.tokens

    def speaking_subject(self, index: int) -> list[SourceClaim]:
        """The subject of the last verb before a token, where it can speak."""
        for position in sorted((p for p in self.clauses.verbs if p < index), reverse=True):
            subject = self.clauses.arguments(position).subject
            if subject is not None and subject.kind == "actor" and subject.actors[0].kind not in _SPEAKER_KINDS:
                return [self.claim(actor, "asserts") for actor in subject.actors]
        return []

    # -- claims ------------------------------------------------------------------------------------------------------

    def claim(self, actor: ActorMention, stance: str, via: tuple[str, ...] = ()) -> SourceClaim:
        """One mention as a source."""
        text = self.view.slice(actor.start, actor.end)
        return SourceClaim(
            actor.code or "UNK", text, actor.start, actor.end, stance, via, first=actor.first, last=actor.last, kind=actor.kind
        )

    def claims(self, first: int, last: int, stance: str, via: tuple[str, ...] = ()) -> list[SourceClaim]:
        """One claim for each coordinated source in a span of tokens."""
        tokens = self.tokens
        while first < last and tokens[first].text in _COMMAS | {":"}:
            first += 1
        while (
            first < last - 1
            and (tokens[last - 1].text in _COMMAS or tokens[last - 1].text in QUOTES)
            and not closes((token.text for token in tokens[first : last - 1]), tokens[last - 1].text)
        ):
            last -= 1
        first = self._issuer(first, last)
        actors = [a for a in self.view.actors if first <= a.first < last and not a.elliptic]
        if len(actors) == 1 and self.tokens[actors[0].first].norm.endswith(("ان", "ين")):
            # الرئيسان التركي والروسي: both are named by one noun
            actors += [a for a in self.view.actors if first <= a.first < last and a.elliptic and a.group == actors[0].group]
        groups: list[ActorMention] = []
        for actor in actors:
            if not groups or self._coordinate(groups[-1], actor):
                groups.append(actor)
        if len(groups) > 1:
            return [self.claim(actor, stance, via) for actor in groups]
        start, end = self._start(first), tokens[last - 1].end
        kind = actors[0].kind if actors and actors[0].first <= first + 1 else ""
        code = source_code(self.view, actors, last)
        return [SourceClaim(code, self.view.slice(start, end), start, end, stance, via, first=first, last=last, kind=kind)]

    def _issuer(self, first: int, last: int) -> int:
        """بيانات صادرة عن الوزارة, حصيلة نشرها المرصد: who issued a statement is its source."""
        if not self.statement(first):
            return first
        for position in range(first + 1, last - 1):
            token = self.tokens[position]
            issued = token.norm.startswith(_ISSUED) and self.tokens[position + 1].norm in ("عن", "من")
            begin = position + 2 if issued else position + 1 if self._published(position) else -1
            if begin > 0 and any(begin <= actor.first <= begin + 1 for actor in self.view.actors):
                return begin
        return first

    def _published(self, index: int) -> bool:
        """نشره, أصدرها, كشفتها: a verb of reporting in a relative clause on the statement before it."""
        match = self.view.best(index, "report")
        return match is not None and match.value.form is not None and match.value.form.pos == "verb" and bool(match.enclitic)

    def _coordinate(self, before: ActorMention, after: ActorMention) -> bool:
        """المرصد والدفاع المدني, وسائل إعلام رسمية والمرصد: another source follows, behind adjectives of the first at most."""
        between = range(before.last, after.first)
        apart = any(self.view.preposition(p) or self.tokens[p].kind != "word" or p in self.clauses.verbs for p in between)
        near = len(between) <= 1 if after.group == before.group else len(between) <= _ADJECTIVES and not apart
        return after.proclitics[:1] == "و" and near and (after.group == before.group or after.kind in _VOICES)

    def _start(self, index: int) -> int:
        token = self.tokens[index]
        for kind in ("actor", "agent", "country", "statement", "report"):
            match = self.view.best(index, kind)
            if match is not None:
                return bare_start(token, match.analysis)
        return past_lam(self.tokens, index)

    def via(self, start: int, end: int) -> tuple[str, ...]:
        """Carriers: قال فلان لرويترز, عبر تويتر, في بيان نشرته وكالة ...: media after ل or عبر, or as subject of نشر/نقل."""
        out = []
        for actor in self.view.actors:
            if start <= actor.first < end and actor.kind in _OUTLETS:
                if actor.governor in ("ل", "عبر", "الي") or (actor.governor == "" and self._carrier_verb(actor.first)):
                    out.append(self.view.slice(actor.start, actor.end))
        return tuple(out)

    def _carrier_verb(self, index: int) -> bool:
        return index > 0 and index - 1 in self.clauses.verbs and "report" in self.clauses.verbs[index - 1].kinds

    # -- what may be a source ----------------------------------------------------------------------------------------

    def statement(self, index: int) -> bool:
        """Whether a noun of saying (بيان, تقرير, تأكيدات) stands at a token, also after في as a channel (في بيان)."""
        channel = index > 0 and self.tokens[index - 1].norm == "في" and self.view.best(index - 1, "via") is not None
        if channel or "statement" in self.view.covered[index]:
            return True
        match = self.view.best(index, "report")
        return match is not None and match.value.form is not None and match.value.form.pos == "noun" and not match.analysis.article

    def animate(self, index: int) -> bool:
        """Whether a source phrase may start at a token: an actor, a statement noun or a person."""
        return bool(self.view.covered[index] & _PEOPLE) or self.statement(index)

    def nameable(self, first: int, last: int, *, opened: bool, governed: bool = False) -> bool:
        """Whether tokens can be a source; a name that no dictionary knows only where its content opens right after it (قال فلان إن).

        ``governed``: a preposition before the name is expected (وفقاً لفلان).
        """
        head = self.tokens[first]
        if head.kind != "word" or head.norm in _ADVERBS or self.adverb(first) or self.dated(first):
            return head.kind == "number" and any(actor.first <= first + 1 < actor.last for actor in self.view.actors)
        close = first + 2 + (self.tokens[min(first + 1, last - 1)].norm == "من") if bare(head.norm, DETERMINERS) else first + 1
        if any(first <= actor.first < min(close, last) and actor.kind not in _MUTE for actor in self.view.actors) or any(
            self.statement(position) or "actor" in self.view.covered[position] for position in range(first, min(close, last))
        ):
            return True
        if head.norm in _KUNYAS:
            return opened
        if bare(head.norm, _NAMELESS) or self.view.covered[first] & _DEEDS or self._owned(first):
            return False
        if bare(head.norm, DETERMINERS) or head.norm.endswith("ات") or head.norm.removeprefix("ال") in UNITS:
            return False
        if any(item.first <= first < item.last for item in self.view.quantities) or (self._governed(first) and not governed):
            return False
        if any(place.first <= first < place.last for place in self.view.places):
            return False
        return opened

    def adverb(self, index: int) -> bool:
        """مسبقاً, قائلاً: an indefinite accusative tells how or when, and names nobody."""
        return self.tokens[index].text.endswith(("اً", "ًا", "ً")) and not self.animate(index)

    def saying(self, index: int) -> bool:
        """قوله, على حد زعمها: a noun of saying with a pronoun, which names nobody new."""
        norm = self.tokens[index].norm
        return norm.startswith(_SAYINGS) and norm.endswith(_PRONOUNS)

    def _owned(self, index: int) -> bool:
        """حرص بلاده, استعدادها: a noun with a pronoun is what somebody has, and nobody's name."""
        text = self.tokens[index].text
        return len(text) > 4 and text.endswith(("ه", "ها", "هم", "هما")) and not text.endswith("الله")

    def _governed(self, index: int) -> bool:
        """للاتفاق, بتحديد: a preposition stands before a word that is no name."""
        norm = self.tokens[index].norm
        return norm.startswith(("لل", "بال", "كال", "وبال", "ولل")) or any(
            match.analysis.proclitics[-1:] in ("ب", "ل", "ك") and match.analysis.proclitics
            for matches in self.view.at[index].values()
            for match in matches
        )

    def rule(self, index: int) -> bool:
        """وفق الاتفاق, بحسب الجدول: what one acts by is no source (the list "norms")."""
        return "norms" in self.view.lists[index]

    # -- spans -------------------------------------------------------------------------------------------------------

    def subject(self, index: int, end: int) -> tuple[int, int] | None:
        """The tokens of a reporting verb's subject: right of it, or the topic before it."""
        tokens = self.tokens
        position = index + 1
        while position < end and (tokens[position].text in QUOTES | _COMMAS or tokens[position].norm in RESUMPTIVE):
            position += 1
        left = self.topic(index)
        # A preposition, the object of a transitive verb or the content right after the verb: the subject stands before it.
        if position >= end or self.prepositional(position) or self.dated(position) or self.event_at(position):
            return left
        if left is not None and not self.view.joined(index) and not self.animate(position):
            return left
        stop = position
        while stop < end and not self._ends(position, stop, end):
            stop += 1
        while stop > position and tokens[stop - 1].text in "،,:":
            stop -= 1
        return (position, stop) if stop > position else left

    def _ends(self, start: int, index: int, end: int) -> bool:
        """Whether a source phrase that began at ``start`` ends before a token."""
        token = self.tokens[index]
        if bare(token.norm, STRONG_RELATIVES):
            return True
        if index == start:
            return False
        if self._of_outlet(start, index):
            return False
        leads = index + 1 < len(self.tokens) and bare(self.tokens[index + 1].norm, COMPLEMENTISERS)  # حذرت الوزارة من أن
        if self.prepositional(index) and (leads or not self.inner_preposition(start, index)):
            return True
        if any(item.first == index for item in self.view.quantities):
            return True
        if self.dated(index) or self.event_at(index) or self.view.covered[index] & {"via", "according"}:
            return True
        if token.text in QUOTES and any(actor.last == index for actor in self.view.actors) and index > start:
            return not closes((other.text for other in self.tokens[start:index]), token.text)  # أكد المجلس "أهمية ..."
        named = any(actor.last == index for actor in self.view.actors)
        if self._carries(index, definite=named) or (self.event_at(index + 1) and named):
            return True  # أعلنت الوزارة إلقاء القبض, أعلن الجيش التوصل إلى اتفاق
        if (
            token.norm in _ADVERBS
            or (token.norm in ANNOUNCED and any(actor.last <= index <= actor.last + 1 for actor in self.view.actors))
            or token.norm in _CIRCUMSTANCE
            or self.adverb(index)
            or self.participle(index)
            or self.saying(index)
        ):
            return True
        if bare(token.norm, SUBORDINATORS):
            return True
        if any(actor.last == index for actor in self.view.actors) and (
            self.statement(index) or token.norm in _AFTER_SUBJECT or self._owned(index)
        ):
            return True  # نفى الجيش أنباء, لم تعلن المنظمة ما, أعلن الفيلق خلافه, نفت موسكو ذلك
        if token.text in _COMMAS and index + 1 < end:
            following = self.tokens[index + 1]
            return (
                (self.prepositional(index + 1) and not self.inner_preposition(start, index + 1))
                or self.dated(index + 1)
                or following.norm in _AFTER_COMMA
                or (self.view.joined(index + 1) and index + 2 in self.clauses.verbs)  # ...، وقواتنا ستدخلها
                or bool(self.view.covered[index + 1] & {"via", "according", "statement"})
            )
        return False

    def _carries(self, index: int, *, definite: bool = False) -> bool:
        """أعلنت الوزارة إلقاء القبض, أفادت مصادر بوقوع قصف: the noun of a light verb begins the content; ``definite``: also with article."""
        return any(
            match.value.form is not None
            and match.value.form.pos == "noun"
            and (definite or not match.analysis.article)
            and not match.enclitic
            for match in self.view.at[index].get("light", ())
        )

    def participle(self, index: int) -> bool:
        """قائلاً, مشيرة إلى: an accusative participle of saying before its content."""
        if index >= len(self.tokens):
            return False
        norm = self.tokens[index].norm
        return (
            "report" in self.view.at[index]
            and norm.endswith(("ا", "ه", "ين"))
            and (self._opens_content(index + 1) or self._after_comma(index))
            and any(
                match.value.form is not None and match.value.form.pos == "participle" and not match.analysis.article
                for match in self.view.at[index].get("report", ())
            )
        )

    def _after_comma(self, index: int) -> bool:
        """، مؤكدة عزمها القتال: behind a comma what it says may be any noun."""
        comma = index > 0 and self.tokens[index - 1].text in ("،", ",")
        follows = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return comma and follows is not None and follows.kind == "word" and follows.norm not in ("بذلك", "ذلك")

    def _opens_content(self, index: int) -> bool:
        if index >= len(self.tokens):
            return False
        token = self.tokens[index]
        return (
            bare(token.norm, COMPLEMENTISERS) != ""
            or token.norm in ("الي", "علي", "عن", "اياه", "اياها", "اياهم")
            or token.text in QUOTES | {":"}
            or self.event_at(index)
        )

    def event_at(self, index: int) -> bool:
        """Whether an event noun starts at a token (أعلنت موسكو مقتل ...: the content starts there)."""
        return any(p.first == index and p.pos != "verb" for p in self.clauses.predicates)

    def dated(self, index: int) -> bool:
        """Whether a token is part of a time expression."""
        return self.view.dated(index)

    def prepositional(self, index: int) -> bool:
        """Whether a preposition stands at a token, as a word or as its first letter."""
        token = self.tokens[index]
        if token.kind != "word":
            return False
        if bare(token.norm, PREPOSITIONS) and not bare(token.norm, DETERMINERS):
            return True
        for kind in ("actor", "agent", "country", "trigger", "statement", "nation"):
            match = self.view.best(index, kind)
            if match is not None:
                return match.analysis.proclitics[-1:] in ("ب", "ل")
        return token.norm[:1] == "ل" and len(token.norm) <= 2

    def inner_preposition(self, start: int, index: int) -> bool:
        """مصادر في المعارضة, اثنان من سكان المنطقة, منشقون عن الجيش, المتحدث باسم: the preposition is inside the source."""
        norm, before = self.tokens[index].norm, self.tokens[index - 1]
        if norm == "باسم" or any(actor.first < index < actor.last for actor in self.view.actors):
            return True
        if before.kind == "punct":
            return False
        official = self.tokens[start].norm.startswith(_OFFICIALS)
        if norm not in ("في", "من", "عن"):
            match = self.view.best(index, "actor") or self.view.best(index, "agent")
            return official and match is not None and match.analysis.proclitics[-1:] == "ب"  # مسؤولون بالإدارة
        if norm == "عن":
            return before.norm.removeprefix("ال").startswith(_FROM)
        place = next((p for p in self.view.places if p.first == index + 1), None)
        if norm == "في" and place is not None and place.last < len(self.tokens):
            # مدير المركز في ريف إدلب إن: where the speaker holds office.
            return bare(self.tokens[place.last].norm, COMPLEMENTISERS) != ""
        if official and any(index < actor.first <= index + 4 for actor in self.view.actors):
            return True  # مصادر في بعض أوساط المعارضة
        indefinite = not self.tokens[start].norm.startswith("ال") and bool(self.view.covered[start] & {"agent"})
        return norm == "من" and (
            indefinite or bare(self.tokens[start].norm, DETERMINERS) != "" or self.tokens[start].kind == "number"
        )

    def topic(self, index: int) -> tuple[int, int] | None:
        """A subject before the verb: روسيا تؤكد; a statement that opens the clause: التقرير أشار."""
        arguments = self.clauses.arguments(index) if index in self.clauses.verbs else None
        if arguments is not None and arguments.preposed and arguments.subject is not None and arguments.subject.kind == "actor":
            return arguments.subject.first, arguments.subject.last
        if self.view.joined(index):
            return None
        start = self.clauses.left_end(index)
        while start < index and (self.tokens[start].kind == "punct" or self.clauses.auxiliary(start)):
            start += 1
        match = self.view.best(start, "statement") if start < index else None
        if match is None or match.analysis.proclitics[-1:] in ("ب", "ل", "ك") or self.adverb(start):
            return None
        return match.first, match.last

    def after(self, first: int) -> int:
        """Where the source phrase that an "according to" leads to at ``first`` ends."""
        last = first
        published = False
        while last < len(self.tokens):
            token = self.tokens[last]
            if token.text in HARD_ENDS | _DASHES or (token.text in _COMMAS and not self._name_goes_on(last)):
                break
            if token.text in _CLOSERS and not closes((other.text for other in self.tokens[first:last]), token.text):
                break  # (حسب المرصد)
            if last > first:
                through = last == first + 1 and "via" in self.view.covered[first]  # وفقاً لوكالة الأناضول
                told = (self._carrier(last) and not through) or "via" in self.view.covered[last]
                if told and not self._of_outlet(first, last):
                    break  # مصادر لرويترز, الرئاسة في بيان
                if last in self.clauses.verbs:
                    published = not published and self.statement(first) and self._published(last)
                    if not published:
                        break
                if bare(token.norm, STRONG_RELATIVES | COMPLEMENTISERS) or self.dated(last) or self.saying(last):
                    break
                if self.participle(last) or self.adverb(last) or bare(token.norm, SUBORDINATORS | VERB_MARKERS):
                    break
                if self.goes_on(last):
                    break
            last += 1
        return last

    def goes_on(self, index: int) -> bool:
        """أسفر القصف بحسب المرصد عن مقتل خمسة, تسبب وفق فلان بنزوح: whether the clause goes on with what its verb led to."""
        governed = index + (self.view.preposition(index) in _OUT_OF_WHAT)
        if not self.event_at(governed) or self.statement(index - 1):
            return False  # وفق تقرير عن القصف
        attached = any(p.first == governed and p.proclitics[-1:] in ("ب", "ل") for p in self.clauses.predicates)
        return governed > index or attached

    def _of_outlet(self, start: int, index: int) -> bool:
        """مصور لوكالة كذا: whether a token tells for whom the reporter works with whom a source phrase begins."""
        owners = (actor.owner for actor in self.view.actors if actor.first == start)
        return any(owner is not None and owner.kind == "media" and start < index < owner.last for owner in owners)

    def _carrier(self, index: int) -> bool:
        """لرويترز, لقناة الميادين: whom a source spoke to."""
        return any(actor.first == index and actor.kind in _OUTLETS and actor.governor == "ل" for actor in self.view.actors)

    def _name_goes_on(self, comma: int) -> bool:
        """مدير المركز، فلان الفلاني، ...: a person's name in apposition goes on after the comma."""
        if comma + 1 >= len(self.tokens):
            return False
        following = self.tokens[comma + 1]
        return (
            following.kind == "word"
            and not self.prepositional(comma + 1)
            and not self.view.joined(comma + 1)
            and (comma + 1 not in self.clauses.verbs)
            and not self.clauses.hard[comma + 1]
            and any(self.tokens[p].text in ("،", ",", ".") for p in range(comma + 2, min(len(self.tokens), comma + 6)))
            and bool(self.view.covered[comma + 1] & {"actor"})
        )
