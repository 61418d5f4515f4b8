"""What words of reporting say: whether a clause or a phrase follows as their content, and where it ends."""

from __future__ import annotations

from eventcode.frames.clauses import Clauses
from eventcode.frames.model import Predicate
from eventcode.frames.speakers import Speakers
from eventcode.mentions import View
from eventcode.mentions.closed import COMPLEMENTISERS, HARD_ENDS, STRONG_RELATIVES, bare
from eventcode.mentions.governors import governor

SPEECH = "speak"
TAKE_UP = frozenset(["لكنها", "لكنه", "لكنهم", "انه", "انها", "انهم"])
CONTRAST = frozenset(["لكن", "لكنه", "لكنها", "لكنهم", "ولكن", "فيما", "بينما", "غير", "الا", "حين"])
# Verbs that report with على or a clause, and else do something to their object; and the tokens in which their subject stands.
_STRESSED = frozenset({"شدد", "شدّد"})
_LEARN = "علم"
"""A verb that reports where an outlet learnt it: علمت الصحيفة أن, but علمت موسكو بالقصف."""
_OUTLETS = frozenset({"media", "outlet"})
_SUBJECT = 16
_ISSUE = "اصدر"
_RULINGS = frozenset(
    [
        "حكم",
        "حكما",
        "حكمها",
        "حكمه",
        "احكام",
        "احكاما",
        "احكامها",
        "قرار",
        "قرارا",
        "قرارها",
        "قراره",
        "مذكره",
        "مذكرات",
        "امر",
        "امرا",
        "اوامر",
    ]
)
_TO_US = ("ابلغنا", "اخبرنا", "وعدنا", "طماننا", "سالنا", "حدثنا")
_HALF = frozenset({"نصف", "قدره", "قدرها"})
"""Half and "to the amount of", and hardly ever "we describe" and "he estimated it"."""
_LIKELY = frozenset(
    ["المتوقع", "المقرر", "المنتظر", "المرجح", "المحتمل", "الممكن", "المفترض", "الضروري", "المزمع", "المرتقب", "المستبعد", "شان"]
)
"""What stands between "it is" and its clause: expected, planned, likely."""
_EXPECTED = 9
"""Tokens from a verb of fear or hope to the event that it takes as its object."""
# What the text itself says is in the air, after "amid".
_MOODS = frozenset({"مخاوف", "قلق", "ترقب", "توقعات", "تحذيرات", "دعوات", "مطالبات", "حديث", "انباء", "تكهنات", "تساولات"})
_BEFORE_AN = frozenset({"بعد", "قبل", "منذ", "دون", "بدون"})
_TIMES_BESIDE = frozenset({"حين", "وقت", "الوقت"})
_ASIDE = frozenset({"خلال", "اثناء", "منذ", "قبل", "ضمن", "في", "من", "مع", "بين"})


class Contents:
    """The contents of the reporting words of a sentence."""

    def __init__(self, view: View, clauses: Clauses, speakers: Speakers) -> None:
        self.view = view
        self.clauses = clauses
        self.tokens = view.tokens
        self.speakers = speakers

    def reporting(self, index: int) -> bool:
        """Whether a verb of reporting stands at a token; verbs of judging (اعتبر, خشي) report only with a clause."""
        verb = self.clauses.verbs.get(index)
        match = self.view.best(index, "report")
        if match is None or (verb is not None and "report" not in verb.kinds) or bare(self.tokens[index].norm, _HALF):
            return False
        form = match.value.form
        if form is not None and form.lemma == _LEARN:
            outlet = any(actor.first == index + 1 and actor.kind in _OUTLETS for actor in self.view.actors)
            return outlet and self.clause_follows(index)
        if form is not None and form.lemma in _STRESSED:
            # شدد على أن; شددت واشنطن عقوباتها is no report
            return self.clause_follows(index) or any(token.norm == "علي" for token in self.tokens[index + 1 : index + _SUBJECT])
        if match.value.ref == "mood":
            return self.clause_follows(index) or self.expected(index) is not None
        return match.value.ref != "clause" or self.clause_follows(index)

    def rules(self, index: int) -> bool:
        """أصدرت المحكمة حكماً بالإعدام: whether what is issued at a verb is a ruling, which reports nothing, and no statement."""
        match = self.view.best(index, "report")
        issues = match is not None and match.value.form is not None and match.value.form.lemma == _ISSUE
        return issues and any(bare(token.norm, _RULINGS) for token in self.tokens[index + 1 : index + _SUBJECT // 2])

    def first_person(self, index: int) -> bool:
        """Whether a verb at a token is read as "I" or "we"."""
        verb = self.clauses.verbs.get(index)
        form = verb.match.value.form if verb is not None else None
        return form is not None and form.person == 1

    def we_say(self, index: int) -> bool:
        """Whether a verb is in the first person and is not also "informed us" (أبلغنا الروس), of which they are the subject."""
        return self.first_person(index) and not self.tokens[index].norm.lstrip("و").startswith(_TO_US)

    def expected(self, index: int) -> Predicate | None:
        """تخشى أنقرة من موجة نزوح, يأمل في استئناف المحادثات: the event that a verb of fear or hope takes as its object."""
        following = next((p for p in self.clauses.predicates if p.first > index), None)
        if following is None or following.pos != "noun" or following.first - index > _EXPECTED:
            return None
        between = range(index + 1, following.first)
        broken = any(p in self.clauses.verbs or self.clauses.hard[p] or self.tokens[p].text in ("،", ",") for p in between)
        aside = any(self.view.preposition(p) not in ("", "من", "في", "علي") for p in between)
        return None if broken or aside else following

    def explains(self, index: int) -> bool:
        """وبيّن المصدر أن: spelled like "between", a verb only at the head of its sentence and before a clause."""
        return index == 0 and self.tokens[0].norm in ("بين", "وبين") and self.clause_follows(0)

    def opens_clause(self, position: int) -> bool:
        """Whether a complementiser stands at a token; هدد بالرد إن لم ينسحبوا, إن قصفت: before لم or a perfect, إن is "if"."""
        token = self.tokens[position]
        if not bare(token.norm, COMPLEMENTISERS):
            return False
        following = self.tokens[position + 1].norm if position + 1 < len(self.tokens) else ""
        verb = self.clauses.verbs.get(position + 1)
        form = verb.match.value.form if verb is not None else None
        perfect = token.text == "إن" and form is not None and form.aspect == "perfect"
        if (
            token.norm == "ان"
            and position > 1
            and self.tokens[position - 1].norm in _LIKELY
            and self.tokens[position - 2].norm == "ومن"
        ):
            return False  # أفاد المرصد ببدء الإجلاء ومن المتوقع أن ...
        return token.norm != "ان" or not (following == "لم" or perfect)

    def clause_follows(self, index: int) -> bool:
        """Whether the content of the verb at a token is a clause: a complementiser before the next verb or strong mark."""
        for position in range(index + 1, min(len(self.tokens), index + 30)):
            token = self.tokens[position]
            if token.norm == "ان" and bare(self.tokens[position - 1].norm, _BEFORE_AN):
                continue  # يعتبر المخيم آخر معقل، بعد أن خسر غيره
            if self.opens_clause(position):
                return not token.norm.startswith("لان")
            turned = bool(bare(token.norm, CONTRAST)) or token.text in HARD_ENDS
            # توصلتا إلى اتفاق، مؤكداً أن: the clause is what the participle says
            turned = turned or (token.text in ("،", ",") and self.speakers.participle(position + 1))
            if turned or (position in self.clauses.verbs and not self.in_relative(index, position)):
                return False
        return False

    def in_relative(self, index: int, position: int) -> bool:
        """Whether the verb at ``position`` stands in a relative or inserted clause after the reporting verb at ``index``."""
        return any(bare(self.tokens[p].norm, STRONG_RELATIVES) for p in range(index + 1, position)) or (
            (self.tokens[position - 1].text in ("،", ",") or bool(self.clauses.verbs[position].match.enclitic))
            and not self.view.joined(position)
            and self._complementiser_after(position)
        )

    def _complementiser_after(self, position: int) -> bool:
        return any(bare(token.norm, COMPLEMENTISERS) for token in self.tokens[position : position + 25])

    def phrase(self, start: int, end: int) -> bool:
        """أعلن الجيش هدنة، قال إنها ..., كشفت مصادر عن قصف ...: whether the content before ``end`` is a noun phrase."""
        if any(
            start <= p.first < end
            and p.pos == "noun"
            and not p.proclitics
            and (governor(self.view, p.first)[0] == "" or "light" in self.view.covered[p.first - 1])
            for p in self.clauses.predicates
        ):
            return True
        while start < end and (
            self.tokens[start].kind == "punct" or self.speakers.dated(start) or "via" in self.view.covered[start]
        ):
            start += 1
        return start + 1 < end and self.tokens[start].norm in ("عن", "الي")

    def object_after(self, subject: tuple[int, int]) -> bool:
        """أكد الفلاني مقتل خمسة, أفاد فلان بقصف: an event that is no genitive of what stands before it (كشف دور الضربات)."""
        following = next((p for p in self.clauses.predicates if p.first == subject[1] and p.pos != "verb"), None)
        named = self.tokens[subject[0]].norm.startswith("ال")
        return following is not None and (named or bool(following.proclitics))

    def object_end(self, start: int) -> int:
        """أدان الهجوم الذي ..., رفض إجبار الناس على النزوح خلال الحرب: the act that is judged is the first, told as its object."""
        first = next((p for p in self.clauses.predicates if p.first >= start), None)
        if first is None or first.pos == "verb" or first.first - start > 8:
            return start
        if any(self.clauses.hard[p] or self.view.preposition(p) in _ASIDE for p in range(start, first.first)):
            return start
        return first.last

    def objects_end(self, start: int) -> int:
        """شملت مطالب المتظاهرين إخراج المعتقلين وحل الجهاز: where the list of what a noun of speech names directly ends."""
        end = self.object_end(start)
        for predicate in self.clauses.predicates:
            listed = predicate.pos == "noun" and predicate.proclitics[:1] == "و" and not self.clauses.broken(end, predicate.first)
            if end > start and predicate.first >= end and listed:
                end = predicate.last
        return end

    def end(self, start: int, verb: int, *, denial: bool = False, clause: bool = True) -> int:
        """Where a report's content ends: at another report with its own source, at a change of speaker, else the sentence's end.

        What is no clause (أعلنت هدنة، لكنها لم تصمد) ends at any contrast. A denial ends at وذلك too, after which the text goes on.
        """
        for position in range(start, len(self.tokens)):
            token = self.tokens[position]
            if position > verb and position in self.clauses.verbs and self.reporting(position):
                before = self.tokens[position - 1].norm
                topic = self.speakers.topic(position)
                if topic is not None and topic[0] > verb and self.view.joined(topic[0]):
                    return topic[0]  # وأنقرة تؤكد
                if self.view.joined(position) or bare(before, CONTRAST - TAKE_UP):
                    return position
            if self._another_speaks(position, start, verb):
                return position
            if denial and position > start and self.tokens[position - 1].text in ("،", ",") and self._says_on(position):
                return position
            if position > start and bare(token.norm, CONTRAST) and (not clause or self._speaks(position)):
                return position
            if position > start and self._meanwhile(position):
                return position
            if token.norm == "وذلك" and (denial or self._aside_on_speech(position + 1)):
                return position
            mood = position + 1 < len(self.tokens) and self.tokens[position + 1].norm in _MOODS
            if position > start and token.norm == "وسط" and mood:
                return position  # قال إنه مستعد، وسط مخاوف من هجوم: the text goes on
            if not clause and not denial and bare(token.norm, STRONG_RELATIVES):
                return position  # كشف تفاصيل عن الصحفي الذي اختفى
        return len(self.tokens)

    def _meanwhile(self, index: int) -> bool:
        """، في وقت تواصل القوات قصفها, ، في حين اجتمع المبعوث: the text goes on with what happens beside it."""
        if self.tokens[index].norm != "في" or self.tokens[index - 1].text not in ("،", ",") or index + 2 not in self.clauses.verbs:
            return False
        subject = self.clauses.arguments(index + 2).subject
        return self.tokens[index + 1].norm in _TIMES_BESIDE and subject is not None and subject.first > index

    def _says_on(self, index: int) -> bool:
        """نفى القصف، مؤكداً أن ...، متهماً النظام ب...، وتعهد بالرد: who denies goes on to say something else, which he does not deny."""
        act = next((p for p in self.clauses.predicates if p.first == index and p.pattern.frame == SPEECH), None)
        return self.speakers.participle(index) or (act is not None and act.pos in ("participle", "verb"))

    def _another_speaks(self, index: int, start: int, verb: int) -> bool:
        """قصفت روسيا ...، وأنقرة ترفض: behind a comma another subject with و does a verbal act of its own; also without a comma where
        no أن leads to the content (النظام يعلن سيطرته على البلدة والمعارضة تنفي).
        """
        if index <= start or not self.view.joined(index):
            return False
        comma = self.tokens[index - 1].text in ("،", ",")
        if not comma and any(bare(token.norm, COMPLEMENTISERS) for token in self.tokens[verb:index]):
            return False
        verbs = (
            p for p in self.clauses.predicates if p.pos == "verb" and p.pattern.frame == SPEECH and index < p.first <= index + 8
        )
        topics = ((p, self.speakers.topic(p.first)) for p in verbs)
        return any(topic is not None and topic[0] == index and (comma or topic[1] == p.first) for p, topic in topics)

    def _aside_on_speech(self, index: int) -> bool:
        """وذلك في بيان, وذلك في إشارة إلى, وذلك في مظاهرة: the text tells of the speech itself."""
        if index + 1 >= len(self.tokens) or self.tokens[index].norm != "في":
            return False
        gathered = any(p.first == index + 1 and p.pattern.frame == "crowd" for p in self.clauses.predicates)
        return gathered or self.tokens[index + 1].norm == "اشاره" or self.speakers.statement(index + 1)

    def _speaks(self, index: int) -> bool:
        """Whether a new speaker's own act follows a contrast: a named subject, then a verb of saying (لكنه قال is the same speaker)."""
        if bare(self.tokens[index].norm, TAKE_UP):
            return False
        for position in range(index + 1, min(len(self.tokens), index + 14)):
            if self.tokens[position].text in HARD_ENDS:
                return False
            if position in self.clauses.verbs:
                own = next((p for p in self.clauses.predicates if p.first == position), None)
                return self.reporting(position) or (own is not None and own.pattern.frame == SPEECH)
        return False
