"""Whether a word that is spelled like a finite verb is one where it stands: by its form and by the words around it."""

from __future__ import annotations

import re

from eventcode.frames.duals import for_two, two_before, two_named
from eventcode.frames.fronted import described_topic, place_ahead
from eventcode.frames.resumed import shown_verb
from eventcode.frames.second_nouns import second_noun
from eventcode.frames.sufferers import sufferer_follows
from eventcode.mentions import View
from eventcode.mentions.closed import (
    COMPLEMENTISERS,
    DETERMINERS,
    PREPOSITIONS,
    QUOTES,
    RELATIVES,
    RESUMPTIVE,
    STRONG_RELATIVES,
    SUBORDINATORS,
    VERB_MARKERS,
    bare,
)
from eventcode.numbers import number_word
from eventcode.patterns import Match

VERBAL_KINDS = ("trigger", "light", "aspect", "report", "verb", "result", "cue")
"""Dictionary kinds whose entries may be finite verbs."""
AUXILIARIES = frozenset(
    [
        "كان",
        "يكون",
        "بات",
        "يبيت",
        "اصبح",
        "يصبح",
        "ظل",
        "يظل",
        "زال",
        "يزال",
        "كاد",
        "يكاد",
        "عاد",
        "يعود",
        "اخذ",
        "بدا",
        "يبدا",
        "راح",
    ]
)
"""Lemmas of verbs that stand before another verb as its auxiliaries and do not open a clause of their own."""
_CLAUSE_OPENERS = STRONG_RELATIVES | SUBORDINATORS
_NO_SUBJECTS = RELATIVES | PREPOSITIONS
_NOMINAL = frozenset({"noun", "adjective", "participle"})
_BEFORE_AN = frozenset({"بعد", "قبل", "منذ", "دون", "بدون", "الي"})
DONE_BEFORE = frozenset({"سبق", "يسبق"})
_OF_HIM = frozenset({"له", "لها", "لهم", "لهما"})
IMPERFECT_MARKERS = frozenset({"لم", "لن", "كي", "لكي", "سوف"})
_TIMES = frozenset({"فجرا", "صباحا", "ظهرا", "عصرا", "مساء", "ليلا", "نهارا", "سحرا"})
_CONSTRUCTS = frozenset({"محاوله", "محاولات", "عمليه", "عمليات", "استمرار", "حاله", "حالات", "موجه", "حمله", "حملات"})
"""Nouns that govern a verbal noun, and that no verb follows."""
DUTIES = frozenset({"يجب", "يتوجب", "ينبغي", "يتعين", "توجب", "تعين"})
_REACH_OF_DUTY = 6
_REACH_OF_PLACE = 4
_TAKING_UP = frozenset({"به", "بها"})
MEANWHILE = frozenset({"خلاله", "خلالها", "خلالهما"})
_GATHERING = frozenset({"ضم", "جمع"})
_TO_TIMES = frozenset({"منذ", "في", "خلال"})
_QUOTING = frozenset({"قال", "اضاف", "تابع", "كتب", "اردف"})
"""Verbs of saying after which a clause may stand without أن."""
_ROOT = 3
_DAMMA = "\u064f"
_JUSSIVE_MARKERS = frozenset({"لم", "لا", "لما"})


def done_before(view: View, index: int) -> int:
    """سبق أن قصف, سبق له أن قصف, سبق وقصف: the token of the word that says that somebody did before what a verb says, -1 for none."""
    tokens = view.tokens
    position = index - 1
    if position > 0 and tokens[position].norm.removeprefix("و") == "ان":
        position -= 1
    elif not view.joined(index):
        return -1
    position -= position > 0 and tokens[position].norm in _OF_HIM
    return position if position >= 0 and tokens[position].norm.removeprefix("و") in DONE_BEFORE else -1


def imperfect(view: View, index: int) -> Match | None:
    """The imperfect that a word may be, as it must be after لم and كي: تواصل is of واصل there, not the perfect of تواصل."""
    found = (match for kind in VERBAL_KINDS for match in view.at[index].get(kind, ()) if match.last == index + 1)
    return next((match for match in found if match.value.form is not None and match.value.form.aspect == "imperfect"), None)


def verb_here(view: View, index: int, match: Match) -> bool:
    """Whether an entry that is spelled like a verb is one at this token; decided by form and by the words around it.

    Imperfects and inflected perfects are plain; a bare perfect (قصف، قتل، دعم) is a noun after the article, a preposition,
    another noun in construct, a verb, or with tanwin, and a verb at the head of a clause and after its particles.
    """
    token = view.tokens[index]
    form = match.value.form
    if match.analysis.article or token.text.endswith(("ً", "اً", "ًا")):
        return False
    if match.analysis.proclitics[-1:] in ("ب", "ك") or match.enclitic == "ي":
        return False  # رسمي: a verb takes ني
    if match.analysis.proclitics[-1:] == "س" and form is not None:
        return bool(form.aspect == "imperfect")  # ستلقي المروحيات: no noun has the letter of the future
    plural = form is not None and form.pos == "verb" and form.number == "p" and form.person != 1
    if plural and match.enclitic in ("نا", "ني") and view.tokens[index].norm.endswith(("ونا", "وني")):
        return True  # حاصرونا: no plural noun before "our" keeps its و
    nominal = _nominal(view, index, match.last)
    marked = index > 0 and bare(view.tokens[index - 1].norm, VERB_MARKERS) != ""  # وقد قصفنا
    if nominal and form is not None and form.person == 1 and not marked:
        # نساء is women, hardly ever "we are offended": reports are written in the third person.
        return False
    if form is not None and form.aspect == "perfect" and done_before(view, index) >= 0:
        return True  # سبق أن عقدا, سبق وقصف
    noun = nominal or token.norm in _TIMES or "agent" in view.covered[index]  # اغتال مجهولون قاضياً
    if form is not None and for_two(form) and noun and not two_before(view, index):
        two = two_named(view, index)
        return two is not None and not _subject_of_verb(view, two.head)  # إن شابين قتلا; but شنت طائرتان قصفا
    if match.analysis.proclitics[-1:] == "ل":
        return form is not None and form.aspect == "imperfect" and not nominal
    before = index - 1
    while before >= 0 and view.tokens[before].kind == "punct" and view.tokens[before].text in QUOTES:
        before -= 1
    norm = view.tokens[before].norm if before >= 0 else ""
    if norm in ("ب", "ل", "ك"):
        return False  # بـ "رد سريع": a preposition that is written with its noun, but for the quotes between them
    if form is not None and form.aspect == "perfect" and norm and bare(norm, IMPERFECT_MARKERS) and imperfect(view, index):
        return False  # لم تدخل أي قوات: no form of تدخل (step in)
    if form is not None and form.state == "jussive" and not (norm and bare(norm, _JUSSIVE_MARKERS)):
        # تستعد is "prepares"; only after لم may it be the short form of تستعيد.
        return False
    if norm and bare(norm, VERB_MARKERS):
        return True
    if not nominal:
        return not (norm and view.preposition(before) in ("في", "من", "الي", "علي", "عن") and norm in ("في", "الي", "علي", "عن"))
    if _vowelled_passive(token.text, match) or shown_verb(view, index, match):
        return True
    if before < 0:
        return (
            _definite_follows(view, index)
            or _undergoes(match)
            or _held_somewhere(view, index)
            or sufferer_follows(view, index, match)
        )
    if _awaits_object(view, before):
        return False
    if _topic_before(view, before) or place_ahead(view, before) or described_topic(view, before):
        return True
    if view.tokens[before].kind == "punct":
        plain = _definite_follows(view, index) or _pledges(view, index, match) or _undergoes(match)
        plain = plain or sufferer_follows(view, index, match)
        return plain and view.tokens[before].text not in QUOTES
    if norm == "ان" and before and bare(view.tokens[before - 1].norm, _BEFORE_AN):
        # بعد أن دخل الجيش: after these أن takes a verb, and a noun only with an article.
        return _definite_follows(view, index)
    if norm == "ان" and form is not None and form.aspect == "imperfect" and before and _of_mood(view, before - 1):
        return True  # من المحتمل أن توافق الهيئة: no accord
    if norm.lstrip("وبل") in _CONSTRUCTS:
        return False  # محاولات تقدم فاشلة
    if bare(norm, PREPOSITIONS) or bare(norm, COMPLEMENTISERS) or bare(norm, DETERMINERS):
        both = form is not None and for_two(form) and norm.endswith("انهما")  # أنهما بحثا الهدنة
        return both or (norm.endswith("انه") and (_definite_follows(view, index) or token.text.endswith("ى")))  # إنه قصف المشفى
    if bare(norm, _CLAUSE_OPENERS) or norm == "لا":
        return True
    joined = match.analysis.proclitics[:1] in ("و", "ف")
    if not joined and (not match.enclitic or _named(view, before)) and _subject_of_verb(view, before):
        # رفضت تركيا سحب نقاطها, جددت روسيا دعمها النظام: after a verb and its subject the word is a noun, their object.
        return False
    if _obliged(view, index):
        return False
    if norm.startswith("ال") and len(norm) > 4 and not joined and not bare(norm, STRONG_RELATIVES):
        # القصف طال, النظام قصف: after a definite noun a bare perfect is a verb with its subject first.
        return True
    kinds = view.covered[before]
    if match.enclitic and "trigger" in kinds and (_indefinite_noun(view, before) or _indefinite_phrase(view, before)):
        # هجوم شنه مسلحون: a relative clause without pronoun on an indefinite event noun.
        return True
    if form is not None and form.lemma in _GATHERING and "trigger" in kinds and _indefinite_noun(view, before):
        return True  # اجتماع ضم ممثلين عن البلدين
    if (
        view.tokens[min(index + 1, len(view.tokens) - 1)].norm in _TAKING_UP
        and "trigger" in kinds
        and _indefinite_noun(view, before)
    ):
        # مبادرة تقدم بها الجولاني: the same with a preposition that takes it up.
        return True
    if kinds & {"light", "aspect", "report", "verb", "result", "trigger", "cause", "statement"}:
        return False
    if joined and match.enclitic and index + 1 < len(view.tokens) and view.tokens[index + 1].kind == "number":
        return False  # استعادة القرية وقتلها 30 عنصراً: the pronoun is who killed them
    if joined and sufferer_follows(view, index, match):
        return True
    if joined:
        return _definite_follows(view, index) and not second_noun(view, index, before, match)
    if kinds & {"actor", "agent", "country", "nation"} or match.enclitic:
        # هجوم كبير شنه مسلحون: a pronoun suffix after an indefinite noun or adjective marks a relative clause.
        return True
    return form is not None and form.aspect == "imperfect"


def _of_mood(view: View, index: int) -> bool:
    """Whether a word of possibility, duty or wish stands at a token, after which أن takes a verb, and no verb of saying."""
    return "cue" in view.covered[index] and "report" not in view.covered[index]


def _pledges(view: View, index: int, match: Match) -> bool:
    """، وتعهد بالرد, ، وتوعد بهجوم: a verbal act joined to the clause before it, and no noun, which would need a noun to join."""
    form = match.value.form
    joined = match.analysis.proclitics[:1] == "و" and form is not None and form.lemma.startswith("ت")
    following = view.tokens[index + 1].norm if index + 1 < len(view.tokens) else ""
    return joined and getattr(match.value.ref, "frame", "") == "speak" and following.startswith("ب")


def _obliged(view: View, index: int) -> bool:
    """يتوجب على كافة الفصائل سحب سلاحها: whether a word is the noun of what somebody right before it must do."""
    words = [token.norm.lstrip("وف") for token in view.tokens[max(0, index - _REACH_OF_DUTY) : index]]
    duty = next((place for place, word in enumerate(words) if word in DUTIES), -1)
    return duty >= 0 and "علي" in words[duty:]


def _held_somewhere(view: View, index: int) -> bool:
    """عقد في أستانا اجتماع: a light verb at the head with where it was before the noun of what happened."""
    if "light" not in view.at[index] or not view.preposition(index + 1):
        return False
    later = range(index + 2, min(index + 2 + _REACH_OF_PLACE, len(view.tokens)))
    return any("trigger" in view.covered[p] and _indefinite_noun(view, p) and view.tokens[p - 1].kind == "word" for p in later)


def _vowelled_passive(text: str, match: Match) -> bool:
    """قُتل, جُرح: whether a perfect of three letters is written with the vowel of its passive."""
    form = match.value.form
    perfect = form is not None and form.pos == "verb" and form.aspect == "perfect" and len(form.text) == _ROOT
    return perfect and match.enclitic == "" and _DAMMA in text[len(match.analysis.proclitics) : len(match.analysis.proclitics) + 2]


def _undergoes(match: Match) -> bool:
    """تعرض رتل تركي لغارة: at the head of a clause it is the verb, as a noun it takes up what was told."""
    form = match.value.form
    return form is not None and form.pos == "verb" and form.lemma == "تعرض"


def _nominal(view: View, index: int, last: int) -> bool:
    """Whether an entry of the same tokens is a noun, adjective or participle."""
    for matches in view.at[index].values():
        for match in matches:
            form = match.value.form
            if form is not None and form.pos in _NOMINAL and match.last == last:
                return True
    return False


def _subject_of_verb(view: View, index: int) -> bool:
    """Whether a finite verb stands right before the few words of an actor that end at a token: one that is nothing else, or that
    opens its clause.
    """
    for position in range(index, max(-1, index - 6), -1):
        token = view.tokens[position]
        if token.kind != "word" and token.text not in QUOTES:
            return False
        if position < index and bare(token.norm, RESUMPTIVE):
            continue  # نفى فيه البنتاغون خطف مقاتلين
        forms = [match.value.form for matches in view.at[position].values() for match in matches if match.value.form is not None]
        if view.covered[position] & {"actor", "agent", "country", "nation"} and not (
            forms and all(form.pos == "verb" for form in forms)
        ):
            continue
        opens = position == 0 or (view.tokens[position - 1].kind == "punct" and view.tokens[position - 1].text not in QUOTES)
        opens = opens or bare(view.tokens[position - 1].norm, STRONG_RELATIVES) != ""
        verbs = [form for form in forms if form.pos == "verb" and form.lemma not in AUXILIARIES]
        return bool(verbs) and (opens or len(verbs) == len(forms))
    return False


def _awaits_object(view: View, index: int) -> bool:
    """أعلنت الفصائل، اليوم الأحد، قصف المطار, تعتزم تركيا في الأيام المقبلة شن عملية: whether dates, commas and where it is said,
    up to a token, part a verb that takes a noun from its object; a finite verb would need أن there.
    """
    last = index
    while last > 0 and (
        view.tokens[last].text in ("،", ",")
        or view.dated(last)
        or "via" in view.covered[last]
        or bare(view.tokens[last].norm, _OF_HIM)
        or (last < index and bare(view.tokens[last].norm, _TO_TIMES) and view.dated(last + 1))
    ):
        last -= 1
    if last == index or not _subject_of_verb(view, last):
        return False
    verb = next((p for p in range(last, -1, -1) if "report" in view.at[p] or view.covered[p] & {"light", "aspect", "cue"}), None)
    if verb is None:
        return False
    lemmas = {match.value.form.lemma for match in view.at[verb].get("report", ()) if match.value.form is not None}
    return not lemmas & _QUOTING


def _topic_before(view: View, index: int) -> bool:
    """الجيش التركي، مساء أمس، قصف: whether a clause begins with somebody, behind whom a time ends at a token and no verb stands."""
    last = index
    while last > 0 and (_timed(view, last) or view.tokens[last].text in ("،", ",")):
        last -= 1
    if last == index:
        return False
    last -= bare(view.tokens[last].norm, _TO_TIMES) != ""
    first = next((actor.first for actor in view.actors if actor.first <= last < actor.last and not actor.governor), -1)
    return first == 0 or (first > 0 and bare(view.tokens[first - 1].norm, COMPLEMENTISERS | _CLAUSE_OPENERS) != "")


def _timed(view: View, index: int) -> bool:
    return view.dated(index) or view.tokens[index].norm in _TIMES


def _past_time(view: View, index: int) -> int:
    """The token behind a time that begins at one, with the comma or the preposition before it (منذ الصباح), else the token itself."""
    start = index + (view.tokens[index].text in ("،", ",") or bare(view.tokens[index].norm, _TO_TIMES) != "")
    if start >= len(view.tokens) or not _timed(view, start):
        return index
    while start < len(view.tokens) and (_timed(view, start) or view.tokens[start].text in ("،", ",")):
        start += 1
    return start


def _named(view: View, index: int) -> bool:
    """Whether a name or a noun with the article stands at a token, which no relative clause without pronoun describes."""
    return bool(view.covered[index] & {"actor", "country"}) or view.tokens[index].norm.startswith("ال")


def _indefinite_noun(view: View, index: int) -> bool:
    return any(
        match.value.form is not None and match.value.form.pos == "noun" and not match.analysis.article and not match.enclitic
        for match in view.at[index].get("trigger", ())
    )


def _indefinite_phrase(view: View, index: int) -> bool:
    """عبوة ناسفة زرعها مجهولون, سيارة مفخخة: whether a set phrase of noun and adjective without the article ends at a token."""
    ends = any(
        match.last == index + 1 and not match.analysis.article and not match.enclitic
        for position in range(max(0, index - 2), index)
        for match in view.at[position].get("trigger", ())
    )
    return ends and not view.tokens[index].norm.startswith("ال")


def _definite_follows(view: View, index: int) -> bool:
    """Whether a noun phrase follows directly, as the subject of a verb would."""
    after = index + 1
    while after < len(view.tokens) and (view.tokens[after].text in QUOTES or view.tokens[after].norm in MEANWHILE):
        after += 1  # تبادل خلالها الطرفان القصف
    if after >= len(view.tokens):
        return False
    if _timed(view, after):
        return True  # وقتل ليلاً ...: no noun takes a time after it before its genitive
    told = _past_time(view, after)
    if told > after:
        # شن، مساء أمس، الجيش التركي هجوماً; not هجوم، مساء أمس، على
        return told < len(view.tokens) and bool(view.covered[told] & {"actor", "agent", "country"})
    token = view.tokens[after]
    if token.kind == "punct":
        return False
    if token.kind == "number" or number_word(token.norm) == token.norm:
        return True
    if "agent" in view.covered[after] and (token.norm.startswith(("بال", "بم")) or re.fullmatch("ال.*ات", token.norm)):
        return False  # قصف الطائرات: a verb would have the feminine before them; قصف بالمدفعية طال المخيم: no subject has a preposition
    if bare(token.norm, _NO_SUBJECTS) and not bare(token.norm, DETERMINERS):
        return False
    return (
        bool(view.covered[after] & {"actor", "agent", "country"})
        or token.norm.startswith("ال")
        or bare(token.norm, DETERMINERS) != ""
    )
