"""Which mentions are coordinated: with waw and its like, also across what is inserted between them (الهيئة (النصرة سابقا) والفصائل)."""

from __future__ import annotations

from collections.abc import Sequence

from eventcode.mentions.closed import DETERMINERS, HARD_ENDS, QUOTES, RELATIVES, STRONG_RELATIVES, bare
from eventcode.mentions.model import ActorMention, View

_COMMAS = frozenset("،,")
_MARKS = QUOTES | {"#"}
_CONJUNCTIONS = frozenset({"و", "او", "ام"})
_LINKS = _CONJUNCTIONS | {
    "ثم", "وكذلك", "وايضا", "ولا", "الي جانب", "فضلا عن", "بالاضافه الي", "اضافه الي", "علاوه علي",
    "مع حليفتها", "مع حليفها", "وحليفتها", "وحليفها", "مع شريكتها",
}  # fmt: skip
"""What stands between coordinated phrases in place of a waw written with the second."""
_AMONG = frozenset(
    ["بينها", "بينهم", "من بينها", "من بينهم", "ومن بينها", "ومن بينهم", "من ضمنها", "من ضمنهم", "منها", "ومنها", "ابرزها", "وابرزها",
     "ابرزهم", "علي راسها", "وعلي راسها", "بما فيها", "بمن فيهم", "بما في ذلك", "مثل"]
)  # fmt: skip
"""What names some of those who were named before as a whole: مع ست دول بينها فرنسا."""
_BODIES = frozenset({"country", "capital", "group", "government", "igo", "ngo", "official", "person"})
_PARTITIVE = frozenset({"كل من", "كلا من", "كل", "عدد من", "كلا"})
"""What may stand between a waw and the phrase that it joins: وكل من روسيا, وعدد من الفصائل."""
_HEADS_OF_INSERTIONS = frozenset(
    ["احد", "احدي", "اكبر", "ابرز", "اهم", "اقوي", "اخر", "وهو", "وهي", "وهما", "وهم", "حليف", "حليفه", "ابرز", "المعروف", "المعروفه", "الداعم",
     "الداعمه", "المدعوم", "المدعومه", "التابع", "التابعه", "الموالي", "المواليه", "المقرب", "المقربه", "سابقا"]
)  # fmt: skip
"""Words that begin an apposition between commas: الحركة، أحد فصائل المعارضة، وروسيا."""
_EPITHETS = frozenset(
    ["مدعوم", "مدعومه", "موالي", "مواليه", "موال", "تابع", "تابعه", "مقرب", "مقربه", "حليف", "حليفه", "مدعومين", "موالين", "تابعين"]
)
"""Participles after a name that say whose it is or who backs it: حركة كذا التابعة للجيش, فرقة كذا المدعومة من تركيا."""
_VERBAL = frozenset({"trigger", "verb", "light", "report", "aspect", "cue", "result", "cause"})
_BYNAME_MARKS = frozenset('«»“”"')
_LONGEST_BYNAME = 5
_LONGEST_INSERTION = 14
_NAMES = frozenset({"country", "capital", "group"})
_COMMON = frozenset({"force", "people"})
_REACH_OF_BRACKET = 5
_PARTNERS = frozenset({"مع", "بين"})
_MOST_WORDS_OF_PLACE = 5
_LOOK_BACK = 4


def partner(view: View, mentions: Sequence[ActorMention], position: int) -> ActorMention | None:
    """The earlier mention with which the one at a position is coordinated: past an insertion, else right before it."""
    mention = mentions[position]
    for earlier in mentions[max(0, position - _LOOK_BACK) : position]:
        end = _insertion_end(view, earlier) if earlier.last < mention.first else earlier.last
        end = max(end, _epithet_end(view, mentions, earlier, mention))
        if earlier.last < end <= mention.first and joins(view, end, mention, governed=_governed(view, earlier, mention)):
            return earlier
    previous = mentions[position - 1]
    if _listed(view, mentions, position) or _explained(view, previous, mention):
        return previous
    # صفقة بين الهيئة والنظام تقضي: between needs two, whatever follows the second.
    alone = previous.governor == "بين" and (position == 1 or mentions[position - 2].group != previous.group)
    two = previous.governor in _PARTNERS and _two_do(view, mention.last)
    return previous if joins(view, previous.last, mention, governed=previous.governor != "" and not alone and not two) else None


def _governed(view: View, earlier: ActorMention, mention: ActorMention) -> bool:
    """Whether a verb after the second of two phrases would have it alone for a subject: one in the singular, or where the first is governed."""
    forms = (
        [match.value.form for kind in ("light", "verb", "trigger") for match in view.at[mention.last].get(kind, ())]
        if (mention.last < len(view.tokens))
        else []
    )
    return earlier.governor != "" or not any(form is not None and form.number != "s" for form in forms)


def _two_do(view: View, index: int) -> bool:
    """اتفاق بين تركيا وروسيا توصلتا إليه: whether a verb in the dual stands at a token, so that both before it are its subject."""
    if index >= len(view.tokens):
        return False
    forms = (match.value.form for matches in view.at[index].values() for match in matches)
    return any(form is not None and form.pos == "verb" and form.number == "d" for form in forms)


def _listed(view: View, mentions: Sequence[ActorMention], position: int) -> bool:
    """روسيا، إيران وتركيا: one of several names of a kind of which only the last has a waw."""
    previous, mention = mentions[position - 1], mentions[position]
    if mention.kind != previous.kind or mention.kind not in _NAMES or mention.proclitics or not _commas(view, previous, mention):
        return False
    if mention.last < len(view.tokens) and view.tokens[mention.last].text == ")":
        return True
    following = mentions[position + 1] if position + 1 < len(mentions) else None
    if following is None or following.kind != mention.kind:
        return False
    return (following.proclitics == "و" and following.first - mention.last <= 1) or _commas(view, mention, following)


def _commas(view: View, before: ActorMention, after: ActorMention) -> bool:
    """Whether nothing but a comma stands between two mentions."""
    return after.first == before.last + 1 and view.tokens[before.last].text in _COMMAS


def _explained(view: View, previous: ActorMention, mention: ActorMention) -> bool:
    """الدول الراعية للمحادثات (روسيا وتركيا): names in brackets after a noun that does not say who is meant."""
    if view.tokens[mention.first - 1].text != "(" or mention.kind not in _NAMES:
        return False
    return not previous.code and 0 < mention.first - previous.last <= _REACH_OF_BRACKET


def joins(view: View, end: int, mention: ActorMention, *, governed: bool) -> bool:
    """Whether a mention is coordinated with one that ended at ``end``: it starts with waw, or a conjunction stands between."""
    index = end
    while index < mention.first and view.tokens[index].kind == "punct" and view.tokens[index].text in QUOTES | {"،", ",", "-"}:
        index += 1
    between = [token.norm for token in view.tokens[index : mention.first] if token.text not in _MARKS]
    starts = mention.proclitics[:1] == "و" or (
        view.tokens[mention.first].kind == "word" and view.joined(mention.first) and mention.quantity is not None
    )
    after = mention.last
    while after < len(view.tokens) and view.tokens[after].text in QUOTES:
        after += 1
    if starts and view.tokens[end].text in _COMMAS and _one_does(view, after):
        return False  # تفجير يصيب جنديين، و"كتائب خطاب" تتبناه
    if starts and governed and not mention.pronoun and not _described(mention) and _verb_follows(view, mention):
        # "على ريف إدلب والمعارضة تستعيد ...": a new clause with its subject first.
        return False
    if not between:
        return starts
    words = " ".join(between)
    if words in _LINKS or (words in _AMONG and mention.kind in _BODIES and mention.quantity is None):
        return True
    if len(between) == 2 and between[0] in _CONJUNCTIONS:
        return view.covered[mention.first - 1].isdisjoint(_VERBAL)
    if len(between) == 1:
        # نقاط أ ومواقع ب: a determiner with waw may stand before the mention (وعشرات المقاتلين, وكذلك القوات).
        return words[:1] == "و" and bare(words, DETERMINERS) != "" and words[1:] in DETERMINERS
    return len(between) <= 3 and words[:1] == "و" and words[1:] in _PARTITIVE


def _described(mention: ActorMention) -> bool:
    """بين الهيئة ومجموعات جهادية تضم أجانب: an indefinite phrase begins no clause, so a verb after it describes it."""
    bare_noun = mention.kind in _COMMON and mention.owner is None and mention.quantity is None and not mention.counts
    return bare_noun and not mention.definite


def _insertion_end(view: View, mention: ActorMention) -> int:
    """Where an insertion right after a mention ends: in brackets, between commas, or the place of a partner (مع الفصائل في المدينة و)."""
    index = mention.last
    tokens = view.tokens
    if index < len(tokens) and tokens[index].text in _BYNAME_MARKS:
        closing = (p for p in range(index + 2, min(len(tokens), index + _LONGEST_BYNAME)) if tokens[p].text in _BYNAME_MARKS)
        end = next(closing, -1)
        if end > 0 and end + 1 < len(tokens) and view.joined(end + 1):
            return end + 1  # مسلحو الحزب «الأيغور» ومسلحون آخرون
    while index < len(tokens) and tokens[index].text in QUOTES and tokens[index].text not in "([":
        index += 1
    if index >= len(tokens):
        return index
    timed = next((expression.last for expression in view.dates if expression.first == index), index)
    if timed > index:
        return timed  # سيطر الجيش أمس وحلفاؤه على البلدة
    text = tokens[index].text
    if text == "(":
        return _closing(view, index, frozenset(")"))
    following = tokens[index + 1].norm if index + 1 < len(tokens) else ""
    if text in _COMMAS and (bare(following, _HEADS_OF_INSERTIONS) or following in RELATIVES):
        return _closing(view, index, _COMMAS)
    if tokens[index].norm in STRONG_RELATIVES:
        return _closing(view, index, _COMMAS)
    if mention.governor in _PARTNERS and tokens[index].norm == "في":
        end = index + 1
        while end < min(len(tokens), index + _MOST_WORDS_OF_PLACE) and tokens[end].kind == "word" and not _turns(view, end):
            end += 1
        return end
    return mention.last


def _epithet_end(view: View, mentions: Sequence[ActorMention], earlier: ActorMention, mention: ActorMention) -> int:
    """Where an epithet with a name in it ends that stands right after a mention; 0 where the next mention goes on with that name."""
    index = earlier.last
    while index < mention.first and view.tokens[index].text in QUOTES:
        index += 1
    if index >= mention.first or view.tokens[index].norm.removeprefix("ال") not in _EPITHETS:
        return 0
    inner = next((one for one in mentions if index < one.first <= index + 2 and one.last <= mention.first), None)
    if inner is None or inner is mention or not inner.governor:
        return 0
    # الفصيل المدعوم من تركيا وقطر: two states back it; of what stands after بين there are two.
    goes_on = inner.kind == mention.kind or (inner.kind in _BODIES and mention.kind in _BODIES)
    return 0 if goes_on and earlier.governor != "بين" else inner.last


def _closing(view: View, index: int, marks: frozenset[str]) -> int:
    """The token after the mark that closes what opened at a token; the token itself where none does."""
    for position in range(index + 1, min(len(view.tokens), index + _LONGEST_INSERTION)):
        text = view.tokens[position].text
        if text in marks:
            return position + 1
        if text in HARD_ENDS:
            return index
    return index


def _turns(view: View, index: int) -> bool:
    """Whether a word goes on after the name of a place: ثم, or a waw before somebody."""
    return view.tokens[index].norm == "ثم" or (view.joined(index) and bool(view.covered[index] & {"actor", "agent", "country"}))


def _verb_follows(view: View, mention: ActorMention) -> bool:
    """Whether a plain finite verb stands right after a phrase (imperfect, or perfect with an ending) that may have it for a subject."""
    index = mention.last
    if index >= len(view.tokens):
        return False
    found = [(kind, match) for kind, matches in view.at[index].items() for match in matches]
    forms = [match.value.form for _, match in found if match.value.form is not None]
    verbs = [
        form for form in forms if form.pos == "verb" and (form.aspect == "imperfect" or form.gender == "f" or form.number != "s")
    ]
    if not verbs or any(form.pos == "noun" for form in forms):
        return False
    if any(kind == "light" and match.value.ref == "event" for kind, match in found):
        return False  # غارات روسيا والنظام تتواصل: it is the act that goes on
    # قصف النظام وروسيا يتواصل: of another gender
    genders = ("both", mention.gender)
    return mention.gender == "both" or any(form.number != "s" or form.gender in genders for form in verbs)


def _one_does(view: View, index: int) -> bool:
    """Whether an imperfect in the singular stands at a token, and no noun."""
    if index >= len(view.tokens):
        return False
    forms = [match.value.form for matches in view.at[index].values() for match in matches if match.value.form is not None]
    return bool(forms) and all(form.pos == "verb" and form.aspect == "imperfect" and form.number == "s" for form in forms)
