"""Choose the words of a sentence that report an action, and the pattern that each of them follows."""

from __future__ import annotations

from collections.abc import Collection, Set

from eventcode.codebook import ACTOR_LISTS, Codebook, Pattern
from eventcode.frames.fallen import people_fell, things_fell
from eventcode.frames.fronted import opened_by_place
from eventcode.frames.items import inside_lists, next_villages
from eventcode.frames.model import Predicate
from eventcode.frames.multitudes import numbered, people_alone
from eventcode.frames.spelled_verbs import verb_here
from eventcode.frames.unarmed import deadly, of_no_arms
from eventcode.frames.verbs import in_number
from eventcode.frames.windows import NEAR, argument_window, clause_window, following_window, near_window, reaching_out
from eventcode.inflection import Form
from eventcode.mentions import View
from eventcode.mentions.closed import HARD_ENDS, STRONG_RELATIVES, VERB_MARKERS, bare
from eventcode.mentions.governors import governor
from eventcode.mentions.kinds import ARMED_KINDS
from eventcode.mentions.spans import bare_start
from eventcode.patterns import Match

# Frames whose participles report an act of their subject (داعياً، محذراً); participles of other frames are agent nouns or
# adjectives (المهاجمون، المدينة المحاصرة), which coding rules 1.6 does not code.
_HAL_FRAMES = frozenset({"speak", "give"})
_CAUSES_OF_PROTEST = frozenset({"ضد", "علي", "ل", "بسبب", "لصالح"})
_STATE_VERBS = frozenset({"سيطر", "احتل", "انتشر", "تمركز", "تموضع", "خضع", "حكم", "هيمن"})
_SUBJECT_TO = frozenset({"خضع", "خضعت", "يخضع", "تخضع", "خاضع", "خاضعه", "خاضعين", "خاضعتين", "خضوع", "خضوعها"})
_HURT = frozenset({"dead", "wounded"})
_EXPOSED = frozenset({"تعرض", "تعرضت", "تعرضوا", "تعرضتا", "يتعرض", "تتعرض", "تعرضه", "تعرضها"})
_SPEAKING = frozenset({"media", "monitor", "source", "person", "country", "capital", "government"})
_FORCES = frozenset({"force", "group"})
_WARRING = frozenset({*ARMED_KINDS, "group", "government", "country", "capital"})
_UNKNOWN = frozenset({"", "UAF", "UNK"})
_SUFFIXES = ("هما", "هم", "ها", "ته")
BY_DOCUMENT = "the document speaks of"
_APPOSED = 2
"""Words between a place and an adjective of it: الغوطة الشرقية المحاصرة."""
_MEANS = 6
"""Tokens between a death and the weapon that brought it: قتل ثلاثة مدنيين بقذيفة."""
_ONTO = 6
"""Tokens from a verb of holding in a headline to the preposition of what is held."""


def lists_in(view: View, first: int, last: int) -> set[str]:
    """Names of the word lists with an entry that starts at tokens ``first`` to ``last`` (exclusive)."""
    out: set[str] = set()
    for index in range(max(0, first), min(last, len(view.tokens))):
        # برنامج الأسلحة الكيميائية: words inside a fixed expression say nothing of the act beside it.
        if view.lists[index]:
            out |= view.lists[index] if "state" not in view.covered[index] else reaching_out(view, index)
    for actor in view.actors:
        if first <= actor.head < last:
            out.update(name for name, kinds in ACTOR_LISTS.items() if actor.kind in kinds)
    return out


def listed(view: View, first: int, last: int, names: Collection[str]) -> bool:
    """Whether an entry of one of some word lists starts at tokens ``first`` to ``last`` (exclusive)."""
    if not names or (view.listed.isdisjoint(names) and ACTOR_LISTS.keys().isdisjoint(names)):
        return False
    return not lists_in(view, first, last).isdisjoint(names)


def _barred(view: View, first: int, last: int, names: Collection[str], domains: Set[str]) -> bool:
    """Whether a word of the lists ``names`` stands near; of those that are peaceful ``domains`` none that is in the name of a place
    (بلدة ذيبان has no wolves in it).
    """
    if not listed(view, first, last, names) or _only_cited(view, first, last, names):
        return False
    peaceful = [name for name in names if name in domains]
    inside = {position for place in view.places for position in range(place.first + 1, place.last)} if peaceful else set()
    if inside.isdisjoint(range(first, last)) or listed(view, first, last, [name for name in names if name not in domains]):
        return True
    return any(listed(view, position, position + 1, peaceful) for position in range(max(0, first), last) if position not in inside)


def _only_cited(view: View, first: int, last: int, names: Collection[str]) -> bool:
    """قد يلتقي الوزيران، وفق صحيفة تركية; طالب مجلس الأمن بفتح تحقيق: whether the words of the lists stand nowhere but in the name of
    a source, or behind the first word of somebody's name (no "achieving security").
    """
    if not ACTOR_LISTS.keys().isdisjoint(names):
        return False
    found = [p for p in range(max(0, first), min(last, len(view.tokens))) if not view.lists[p].isdisjoint(names)]
    return bool(found) and all(p and ("according" in view.covered[p - 1] or _inside_name(view, p)) for p in found)


def _inside_name(view: View, index: int) -> bool:
    """Whether a token stands behind the first word of a name of the codebook (مجلس الأمن)."""
    return any(match.last > index for p in range(max(0, index - _NAME), index) for match in view.at[p].get("actor", ()))


def select_triggers(view: View, codebook: Codebook, document: Set[str]) -> list[Predicate]:
    """The predicates of a sentence; ``document`` holds the names of the word lists that occur in the document."""
    out: list[Predicate] = []
    taken = -1
    # بلدات الزيارة والمنصورة: what a word for a town stands before is its name.
    named = {p for place in view.places if place.head in _TOWN_HEADS for p in range(place.first + 1, place.last)}
    named |= inside_lists(view) | next_villages(view)
    named |= {p for p, token in enumerate(view.tokens) if in_number(view, p, token.norm)}  # مئتا عائلة: no dead
    for index, entries in enumerate(view.at):
        if index < taken or "trigger" not in entries or index in named or view.dated(index):
            continue
        found = entries["trigger"]
        predicate = _choose(view, index, found, codebook, document)
        if predicate is not None:
            out.append(predicate)
            taken = predicate.last
    return out


def _preference(match: Match) -> tuple[int, int, bool, bool]:
    """Sorts the longest entry first, then the least stripped, then what needs words of a list beside it and none in the document."""
    pattern = match.value.ref
    stripped = len(match.analysis.proclitics) + len(match.enclitic)
    return match.first - match.last, stripped, bool(pattern.document), not pattern.needs


def _choose(view: View, index: int, found: list[Match], codebook: Codebook, document: Set[str]) -> Predicate | None:
    ranked = found if len(found) == 1 else sorted(found, key=_preference)
    as_verb: dict[int, bool] = {}
    windows: dict[int, tuple[int, int]] = {}
    for match in ranked:
        pattern: Pattern = match.value.ref
        form: Form | None = match.value.form
        pos = form.pos if form is not None else _phrase_pos(view, index, match)
        if pos == "verb":
            if id(match) not in as_verb:
                as_verb[id(match)] = verb_here(view, index, match)
            if not as_verb[id(match)]:
                continue
        elif (
            pos in ("noun", "participle")
            and form is not None
            and any(
                other.value.form is not None
                and other.value.form.pos == "verb"
                and other.last == match.last
                and other.analysis == match.analysis
                and verb_here(view, index, other)
                for other in found
            )
        ):
            continue
        if pos not in pattern.forms and form is not None and not match.value.phrase:
            continue
        if match.analysis.proclitics[-1:] == "س" and not _imperfect(match, form):
            continue
        if not _allowed(view, match, pattern, form, pos) or deadly(view, match, pos):
            continue
        if match.last not in windows:
            windows[match.last] = clause_window(view, match.first, match.last)
        start, end = windows[match.last]
        within = following_window(view, match.last) if pattern.following else (start, end)
        alone = pattern.frame == "kill" and people_alone(view, match.last)  # a bare number is of people
        if pattern.needs and not alone and not listed(view, *within, pattern.needs):
            continue
        if pattern.document and document.isdisjoint(pattern.document):
            continue
        if _barred(view, *near_window(view, match.first, match.last, (start, end)), pattern.without, codebook.figurative):
            continue
        nearest = max(start, match.first - NEAR), min(end, match.last + NEAR)
        if codebook.frames[pattern.frame].armed and (
            _figurative(view, nearest, (start, end), codebook.figurative, pattern.needs)
            or of_no_arms(view, match, pos, pattern, (start, end))
        ):
            continue
        if pattern.after and not _introduced(view, match, pattern.after):
            continue
        if pattern.before and not _followed(view, match.last, pattern.before):
            continue
        return _predicate(view, match, pattern, form, pos, document)
    return None


def _figurative(view: View, near: tuple[int, int], clause: tuple[int, int], domains: Set[str], needed: Collection[str]) -> bool:
    """Whether a word of a peaceful domain stands near, and in the clause no place, nobody who wages war, nobody counted as hurt.

    قصف المنتخب مرمى الخصم, but not قصفت الطائرات ملعباً or هجوم على متحف في معرة النعمان. A word that the pattern needs is meant.
    """
    if not _barred(view, *near, domains, domains):
        return False
    peaceful = [position for position in range(*near) if not domains.isdisjoint(view.lists[position])]
    if needed and peaceful and all(not view.lists[position].isdisjoint(needed) for position in peaceful):
        return False
    start, end = clause
    return not any(
        (actor.code[:3] not in _UNKNOWN if actor.kind in _WARRING else actor.kind == "people" and actor.quantity is not None)
        for actor in view.actors
        if start <= actor.head < end
    ) and not any(
        start <= place.first < end and place.kind != "anaphor" and not listed(view, place.first, place.last, domains)
        for place in view.places
    )


def _imperfect(match: Match, form: Form | None) -> bool:
    """Whether a word can follow the future particle: a verb's imperfect, or the verb that a phrase begins with (سيلقون السلاح)."""
    return form.aspect == "imperfect" if form is not None else match.analysis.stem[:1] in ("ي", "ت", "ن")


_ASKED = {"number": numbered, "topic": opened_by_place}
_NAME = 6
"""Words of the longest names."""
_TOWN_HEADS = frozenset({"بلده", "قريه", "مدينه", "ناحيه", "مزرعه"})


def _introduced(view: View, match: Match, kind: str) -> bool:
    """Whether a word of a kind stands right before, or ب after the dead and wounded: تسعة قتلى بصواريخ; or a place: دوما المحاصرة; or a
    number: مليون نازح, نصفهم نازحون.
    """
    if kind in ("place", "noun"):
        named = [place.last for place in view.places]
        if kind == "noun":
            # ألف مدني محاصرين: a participle inside the phrase of whom it describes
            named += [
                min(actor.last, match.first) if actor.head < match.first else actor.last
                for actor in view.actors
                if actor.kind not in _SPEAKING
            ]
        return any(0 <= match.first - last <= _APPOSED for last in named)
    if kind in _ASKED:
        return _ASKED[kind](view, match.first)
    before = range(max(0, match.first - 3), match.first)
    if any(kind in view.covered[position] for position in before):
        return True
    start = max(0, match.first - _MEANS)
    if kind == "cause" and match.analysis.proclitics[-1:] == "ل":
        return any(view.tokens[p].norm.lstrip("وف") in _EXPOSED for p in range(start, match.first))  # تعرضت البلدة لقذائف
    if kind != "cause" or match.analysis.proclitics[-1:] != "ب":
        return False
    return listed(view, before.start, before.stop, _HURT) or (
        any(actor.kind == "people" and start <= actor.head < match.first for actor in view.actors)
        and any(
            found.value.ref.type == "killing"
            for position in range(start, match.first)
            for found in view.at[position].get("trigger", ())
        )
    )


def _followed(view: View, index: int, kind: str) -> bool:
    """Whether what a pattern asks for starts right after its words: a place (سقطت إدلب), or forces (عمليات القوات التركية)."""
    if any(place.first == index for place in view.places) or any(t.norm in _TOWN_HEADS for t in view.tokens[index : index + 1]):
        return True
    return kind == "noun" and any(actor.first == index and not actor.proclitics and actor.kind in _FORCES for actor in view.actors)


def _phrase_pos(view: View, index: int, match: Match) -> str:
    """The part of speech of a phrase: that of its first word where another entry tells it, else noun."""
    for kind in ("verb", "light", "report", "aspect", "trigger", "cue"):
        for other in view.at[index].get(kind, ()):
            if other.value.form is not None and other.value.form.pos == "verb" and other.analysis == match.analysis:
                return "verb"
    first = match.analysis.stem
    if len(first) in (5, 6) and first[0] == "ت" and first[3] == "ي":
        # تسليم, تصعيدا: the verbal noun of the second form, which begins like an imperfect.
        return "noun"
    return (
        "verb" if first[:1] in "يت" and match.last - match.first > 1 and not match.analysis.article and len(first) < 7 else "noun"
    )


def _allowed(view: View, match: Match, pattern: Pattern, form: Form | None, pos: str) -> bool:
    index = match.first
    if "state" in view.covered[index]:
        return False
    if match.last - match.first == 1 and "actor" in view.covered[index]:
        return False
    if (pattern.frame == "attack" and people_fell(view, index)) or (pattern.frame == "die" and things_fell(view, index)):
        return False
    if pos == "noun" and match.enclitic == "ي":
        return False  # تدريب قتالي, محمد الحواري: an adjective; a report hardly ever says "my fight"
    if form is None:
        return True
    if form.state == "construct" and match.analysis.article:
        return False  # الحواري, الهجومي: spelled like a dual that owns something, which has no article
    if pattern.frame == "die" and pos == "verb" and match.enclitic:
        return False  # سنوات قضاها في السجن: nobody is died
    if pattern.frame == "seize" and pos == "noun" and match.analysis.proclitics[-1:] == "ل" and _subjected(view, index):
        return False
    if pos == "participle":
        if match.analysis.article:
            return False
        if form.gender == "f" and index and (_ruled(view, index) or match.analysis.proclitics[-1:] in ("ب", "ل")):
            # في حال موافقة الفصائل, لمناشدات الأهالي: a verbal noun that is spelled like the feminine of a participle.
            return False
        if form.gender == "f" and form.number == "s" and any(a.last == index and a.gender == "m" for a in view.actors):
            return False  # يعتزم المطران مناشدة البابا: no feminine describes him
        surface = view.tokens[index].text.replace("ـ", "")  # less the stroke that only lengthens a word
        accusative = surface.rstrip("ًٌٍ").endswith(("ا", "ين")) or form.gender == "f"
        # "، منتهكين الهدنة": after a comma a participle tells what the subject did along with the verb.
        circumstance = index > 0 and view.tokens[index - 1].text in ("،", ",", '"', "”", "»") and not match.analysis.proclitics
        if pattern.frame == "crowd" and not _has_complement(view, match.last):
            # "استهدف، أمس، متظاهرين في السوق": the people themselves, and no act of theirs.
            return False
        return accusative and not match.enclitic and (pattern.frame in _HAL_FRAMES or circumstance)
    if pos == "noun" and match.last - match.first == 1 and match.analysis.proclitics[-1:] == "" and index:
        before = view.tokens[index - 1]
        if (
            match.analysis.article
            and form.text.startswith("م")
            and form.text.endswith(("ه", "ة"))
            and before.norm.startswith("ال")
            and view.covered[index - 1] & {"agent", "nation"}
        ):
            # القوات المهاجمة, المدن السورية المحاصرة: a participle, spelled like the verbal noun.
            return False
        if before.norm in ("مناطق", "تحت", "منطقه") and pattern.frame == "seize":
            return False
    if pos == "verb" and pattern.frame in ("seize", "move") and form.aspect == "imperfect" and form.lemma in _STATE_VERBS:
        before_norm = view.tokens[index - 1].norm if index else ""
        if _headlines(view, index):
            return True
        return (
            bool(bare(before_norm, VERB_MARKERS))
            or match.analysis.proclitics[-1:] == "س"
            or before_norm in ("ان", "بان", "لم", "لن")
        )
    return True


def _headlines(view: View, index: int) -> bool:
    """المعارضة تسيطر على سراقب: the present of a headline tells what was just done, where no relative clause describes a state."""
    if view.index or view.tokens[-1].text in HARD_ENDS or view.joined(index):
        return False
    described = any(bare(token.norm, STRONG_RELATIVES) for token in view.tokens[:index])
    onto = any(token.norm == "علي" for token in view.tokens[index + 1 : index + _ONTO])
    return onto and not described and (index == 0 or "trigger" not in view.covered[index - 1])


def _subjected(view: View, index: int) -> bool:
    """Whether a form of خضع stands before a token: تخضع البلدة منذ سنوات لسيطرة الفصائل is a state (coding rules 1.5)."""
    return any(
        view.tokens[position].norm.removeprefix("ال").removeprefix("و") in _SUBJECT_TO
        for position in range(max(0, index - 7), index)
    )


def _has_complement(view: View, index: int) -> bool:
    """Whether what a protest is for or against follows: متظاهرين ضد الغلاء, محتجين على القرار."""
    if index >= len(view.tokens):
        return False
    return view.preposition(index) in _CAUSES_OF_PROTEST or view.tokens[index].norm[:2] in ("لل", "با")


def _ruled(view: View, index: int) -> bool:
    """Whether a token follows a preposition, or a noun in idafa that names neither somebody nor an act (مظاهرات مطالبة)."""
    named = view.covered[index - 1] & {"actor", "agent", "trigger"}
    in_case = view.tokens[index - 1].norm in ("حال", "حاله")
    return in_case or bool(view.preposition(index - 1)) or (not named and governor(view, index)[0] == "genitive")


def _predicate(view: View, match: Match, pattern: Pattern, form: Form | None, pos: str, document: Set[str]) -> Predicate:
    token = view.tokens[match.first]
    start = bare_start(token, match.analysis)
    # العملية التي ينفذها الجيش: the relative clause tells which one is meant, and its verb has a subject of its own.
    relative = (p for p in range(match.first + 1, match.last) if bare(view.tokens[p].norm, STRONG_RELATIVES))
    # عودة قوات النظام, سقوط طائرة: an expression of an act that names a party ends before it.
    party = (actor.first for actor in view.actors if match.first < actor.first < match.last)
    last = min(next(relative, match.last), next(party, match.last))
    end = view.tokens[last - 1].end
    type_id, reason = refine(view, match, pattern, document)
    enclitic = match.enclitic
    if match.value.phrase and pos == "noun" and not enclitic:
        # عملياتها العسكرية: a phrase that is written with the pronoun on its first word.
        enclitic = next((suffix for suffix in _SUFFIXES if token.norm.endswith(suffix)), "").removeprefix("ت")
    predicate = Predicate(
        sentence=view.index,
        first=match.first,
        last=last,
        start=start,
        end=end,
        pattern=pattern,
        type=type_id,
        pos=pos,
        form=form,
        definite=match.analysis.article or bool(enclitic),
        enclitic=enclitic,
        proclitics=match.analysis.proclitics,
        phrase=match.value.phrase,
    )
    predicate.why("type", reason)
    return predicate


_DEVICES = frozenset({"ied", "suicide_bomb"})
_BESIDE = 2
"""Tokens behind an act in which the aircraft that did it stand, or before it."""


def _by_aircraft(view: View, match: Match, pattern: Pattern, window: tuple[int, int]) -> bool:
    """Whether aircraft, and no device, stand right beside an act."""
    beside = lists_in(view, max(window[0], match.first - _BESIDE), min(window[1], match.last + _BESIDE))
    named = {name for rule in pattern.refine if rule.type == "air_strike" for name in rule.near}
    devices = {name for rule in pattern.refine if rule.type in _DEVICES for name in rule.near}
    return bool(beside & named) and not beside & devices


def refine(view: View, match: Match, pattern: Pattern, document: Set[str]) -> tuple[str, str]:
    """The type that a pattern gives here: the first refinement whose words are near or in the document, else its own."""
    if pattern.refine:
        words = {name for rule in pattern.refine for name in rule.near}
        window = argument_window(view, match.first, match.last)
        near = lists_in(view, *window) if listed(view, *window, words) else set()
        for rule in pattern.refine:
            told = {name for name in rule.document if name in document}
            if rule.document and not told:
                continue
            hit = near.intersection(rule.near)
            if hit and rule.type in _DEVICES and _by_aircraft(view, match, pattern, window):
                continue  # انفجار عبوة في بلدة، كما استهدفت طائرة سيارة: the device is of another act
            if hit:
                return rule.type, f"{pattern.rule}: words of {', '.join(sorted(hit))} are with it"
            if told and not rule.near and not rule.targets:
                return rule.type, f"{BY_DOCUMENT} {', '.join(sorted(told))}"
    return pattern.type, pattern.rule
