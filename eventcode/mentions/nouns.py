"""What a noun is beside the words around it: somebody, or an adjective, an adverb, part of a phrase that tells of a state."""

from __future__ import annotations

from eventcode.mentions.closed import DETERMINERS, UNGOVERNING, bare
from eventcode.mentions.model import View
from eventcode.patterns import Match
from eventcode.text import Token, analyses

# Nouns that after a definite noun are adjectives: التدخلات الخارجية, الجهة المسؤولة.
_ADJECTIVAL = frozenset({"الخارجيه", "الداخليه", "المسووله", "المسيوله", "المسءوله"})
# Relatives and the dead, whose plural is in idafa with a participle after it (أهالي مخطوفين).
_KIN = ("اهل", "اهال", "ذوي", "ذوو", "عاءل", "عايل", "اسر", "ابناء", "امهات", "نساء", "زوجات", "جثث", "جثامين", "اقارب", "اقرباء",
        "اسماء")  # fmt: skip
# What a nation has, and what alone is something else (القضاء التركي, but القضاء على الفصائل).
_NATIONAL = ("القضاء", "لقضاء", "الادعاء", "لادعاء", "الامن", "لامن")
# Whose shots or men they are: برصاص الأمن, رجال الأمن.
_SHOTS = ("رصاص", "نيران", "رجال", "عناصر", "دوريات", "حواجز")
_POLICING = frozenset({"اعتقل", "احتجز", "اوقف", "داهم", "فرق", "فض", "قمع", "فكك", "اقتحم"})
# Accusatives that are adverbs unless they are counted (13 عسكرياً).
_ADVERBS = frozenset({"عسكريا"})
_SOLDIER = "عسكري"
# Right before him who is a soldier and no adjective: قتل عسكري تركي, إصابة عسكري.
_HARMED = frozenset(["قتل", "مقتل", "اصيب", "اصابه", "جرح", "استشهد", "استشهاد", "لقي", "قضي", "توفي", "وفاه", "مصرع", "اسر", "خطف", "اختطاف",
                     "اغتيال"])  # fmt: skip
_LONGEST = 5
"""Words of an agent noun at most."""
# What is recorded or filmed: تسجيل مصور, بالفيديو المصور.
_RECORDS = ("تسجيل", "فيديو", "شريط", "اشرطه", "مقطع", "مقاطع", "بيان", "تقرير", "مشهد", "مشاهد", "خطاب", "كلمه", "رساله", "ماده", "مواد",
            "حلقه")  # fmt: skip
_FILMED = frozenset({"مصور", "مصورا", "مصوره", "المصور", "المصوره"})
# Whoever blows himself up, after a verb; after a noun an adjective of it (تفجير انتحاري, مسيرة انتحارية).
_SUICIDE = frozenset({"انتحاري", "انغماسي"})
_NO_GUNMAN = ("ت", "غير", "شبه", "بين")
_SUICIDES = frozenset({"انتحاريان", "انتحاريين", "انتحاريتين", "انتحاريتان"})
_BLASTS = ("تفجير", "انفجار", "هجوم", "عملي", "غار")
# Before terror as what is fought.
_AGAINST_IT = frozenset({"علي", "ضد", "من"})
_FIGHTING_IT = ("مكافحه", "محاربه", "قتال", "دحر", "اجتثاث", "سحق")
# What is civil and nobody: عصيان مدني.
_CIVIL = frozenset({"عصيان", "حراك", "طابع", "طيران", "زي", "نشاط", "مجتمع", "قضاء", "قانون", "سجل", "لباس"})
# What only begins with the word for a regime: نظام وقف إطلاق النار, نظام التهدئة.
_SYSTEMS = ("وقف", "التهدءه", "التهديه", "الهدنه", "صحي", "تعليمي", "دفاع", "الدفاع", "صاروخي")
_MASCULINE = frozenset(["حزب", "تنظيم", "جيش", "فيلق", "لواء", "مجلس", "ايتلاف", "حرس", "تحالف", "مرصد", "هلال", "حشد"])
_FEMININE = frozenset(
    ["هييه", "حركه", "جبهه", "فرقه", "منظمه", "وزاره", "وكاله", "لجنه", "حكومه", "كتيبه", "غرفه", "جماعه", "شبكه", "رابطه", "اداره", "قياده", "ميليشيا",
     "مليشيا"]
)  # fmt: skip
"""First words of names, by their gender."""
# Letters of the shortest plurals in ون that are sound (لاعبون) and not broken (سجون, شؤون).
_SHORTEST_SOUND_PLURAL = 5
_VILLAGES = frozenset({"قريه", "بلده", "مزرعه", "ضيعه", "حي", "تل", "خربه", "توقيت"})
NAMED_KINDS = frozenset({"country", "capital", "person", "group", "government"})
"""Kinds of mentions that are definite without an article."""
# What is followed and has no followers (اتباع سياسة), spelled like them when folded.
_FOLLOWED = (
    "سياس",
    "نهج",
    "اسلوب",
    "اساليب",
    "تكتيك",
    "خطه",
    "خطط",
    "استراتيجي",
    "تعليمات",
    "اجراءات",
    "طريق",
    "وسايل",
    "قواعد",
    "ارشادات",
    "نظام",
)
_SEVERAL = frozenset(
    ["عده", "بعض", "عشرات", "مءات", "مئات", "مييات", "الاف", "بينها", "منها", "ذوي", "هناك", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "ثماني",
     "تسع", "عشر"]
)  # fmt: skip
# Who is told to be from somewhere: وهو من أبناء المدينة, غالبيتهم من بلدة كذا.
_OF_WHOM = frozenset(
    ["هو", "هي", "هم", "هما", "غالبيتهم", "معظمهم", "اغلبهم", "جميعهم", "كلهم", "جلهم", "كلاهما", "اصله", "بعضهم", "كلهما", "جميعها", "غالبيتها"]
)  # fmt: skip
_MOST_OF_THEM = frozenset({"غالبيتهم", "معظمهم", "اغلبهم", "جميعهم", "كلهم", "جلهم", "بعضهم", "جميعها", "غالبيتها"})
_HOME_FOLK = frozenset({"ابناء", "اهالي", "اهل", "سكان", "مواليد", "شبان", "شباب", "وجهاء"})
_TOLL = frozenset({"dead", "wounded"})
_SIDES = ("مدني", "عسكري")
# Where fronts lie; but الجبهة الجنوبية is a group.
_FRONTS = frozenset({"الشماليه", "الشرقيه", "الغربيه"})
# Further ones beside those counted before.
_MORE = frozenset(["اخرون", "اخرين", "اخر", "ثان", "ثالث", "رابع", "خامس", "سادس", "سابع"])
BEFORE_NAMES = frozenset({"الارهابي", "المطلوب", "التكفيري", "المتطرف", "المتشدد", "المجرم"})
"""Epithets of the one whose name follows, and no adjectives of the noun before them."""
_COORDINATED = frozenset({"منسق", "منسقا", "منسقه", "منسقين"})
_CHARGED = frozenset({"متهما", "متهمين", "متهمان"})
"""Forms of the accused that are those of the accusing too."""
_SHORT = 3
_ATTACKS = ("هجوم", "هجم", "عملي", "ضرب", "غار", "تفجير", "قصف", "حمل", "انسحاب", "تحرك", "اعتداء", "عدوان", "جهود")
_UNITS = frozenset({"لواء", "فوج", "فرقه", "كتيبه"})


def one_word(match: Match) -> bool:
    """Whether an entry is a single word."""
    return match.last - match.first == 1


def stative(view: View, index: int) -> bool:
    """Whether a phrase that tells of no act holds the word at a token, and is no name of an actor (but منظمة حظر الأسلحة)."""
    if "state" not in view.covered[index]:
        return False
    found = view.at[index]
    end = max((match.last for match in found.get("state", ())), default=len(view.tokens))
    return not any(match.last >= end for kind in ("actor", "agent") for match in found.get(kind, ()))


def described(view: View, index: int) -> bool:
    """الجانبان الروسي والتركي: whether an adjective of nationality stands at a token."""
    return index < len(view.tokens) and view.best(index, "nation") is not None


def adjective_here(view: View, index: int) -> bool:
    """Whether the word before is a noun with the article, so that a nisba here is its adjective."""
    if index == 0 or view.tokens[index - 1].kind != "word" or view.best(index - 1, "nation"):
        return False
    return any(reading.article for reading in analyses(view.tokens[index - 1].norm)) and not view.preposition(index - 1)


def strike_adjectives(view: View) -> None:
    """Take the reading as a soldier from what is an adjective (رتل عسكري, المطار العسكري), unless a longer noun begins or ends there."""
    for index, found in enumerate(view.at):
        if "agent" not in found or view.tokens[index].norm.lstrip("وبل").removeprefix("ا").removeprefix("ل") != _SOLDIER:
            continue
        if index and bare(view.tokens[index - 1].norm, _HARMED):
            continue
        longer = [match for match in found["agent"] if not one_word(match)]
        view.at[index] = {kind: matches for kind, matches in found.items() if kind != "agent"} | (
            {"agent": longer} if longer else {}
        )
        before = range(max(0, index - _LONGEST), index)
        if not longer and not any(match.last > index for p in before for match in view.at[p].get("agent", ())):
            view.covered[index] = view.covered[index] - {"agent"}


def nobody(view: View, index: int, match: Match) -> bool:
    """Whether an agent noun stands for nobody here: an adjective, an adverb, or what only a nation has and no nation is named."""
    norm = view.tokens[index].norm
    if match.value.form is None and norm == "الامن" and (not one_word(match) or _police(view, index)):
        return False
    if match.value.form is None and norm.endswith(_NATIONAL):
        return not described(view, match.last)
    if norm == "اسرهم" and index and "agent" in view.at[index - 1] and index + 1 < len(view.tokens):
        return view.tokens[index + 1].norm.startswith("ال") and "agent" in view.at[index + 1]  # جنود أسرهم الفصيل: whom it captured
    if norm.lstrip("وبل") == "اسر" and not match.enclitic:
        return not _several_before(view, index)
    if norm.endswith("الجبهه") and index + 1 < len(view.tokens) and view.tokens[index + 1].norm in _FRONTS:
        return True  # استهدفت الجبهة الشمالية: a front line
    if norm in _HOME_FOLK and of_home(view, index):
        return True
    if norm == "اتباع" and index + 1 < len(view.tokens):
        return view.tokens[index + 1].norm.removeprefix("ال").startswith(_FOLLOWED)  # اتباع سياسة: following it, no followers
    if norm in _COORDINATED and index and view.tokens[index - 1].norm.lstrip("وبل").removeprefix("ال").startswith(_ATTACKS):
        return True  # هجوم منسق, ضربات منسقة: well prepared, and nobody who coordinates
    if norm == "داعيه" and index and view.tokens[index - 1].text in ("،", ","):
        return True  # ، داعية الأهالي إلى: calling on them, no preacher
    if norm.lstrip("وف") == "دعاه" and view.tokens[index].text.endswith("ه"):
        return True  # ودعاه إلى: called on him, no preachers
    if norm.removeprefix("و") in _CHARGED:
        return not _accused(view, index)
    if norm == "مدني" and index and view.tokens[index - 1].norm.lstrip("لب") in _CIVIL:
        return True
    if norm == "معارضه" and index and index + 1 < len(view.tokens) and view.tokens[index + 1].norm.startswith("ل"):
        return _after_noun(view, index - 1)  # مظاهرات معارضة للهيئة: an adjective of the noun
    if norm.removeprefix("و") in _ADVERBS:
        return not any(quantity.noun == index or quantity.last == index for quantity in view.quantities)
    if norm == "الارهاب":
        # القضاء على الإرهاب, مكافحة الإرهاب; but قوائم الإرهاب, تمويل الإرهاب
        return not (index and (view.preposition(index - 1) in _AGAINST_IT or view.tokens[index - 1].norm.endswith(_FIGHTING_IT)))
    if norm in _SUICIDE and index:
        return _after_noun(view, index - 1)
    if norm.removeprefix("و").removeprefix("ال") == "مسلح":
        # هاجم مسلح حاجزاً; but فصيل مسلح, تمرد مسلح, غير مسلح
        return not index or view.tokens[index - 1].norm.startswith(_NO_GUNMAN) or _after_noun(view, index - 1)
    if norm in _SUICIDES and index:
        return view.tokens[index - 1].norm.lstrip("وبل").removeprefix("ال").startswith(_BLASTS)  # تفجيران انتحاريان
    if norm.lstrip("ولب") == "نظام" and index + 1 < len(view.tokens):
        return view.tokens[index + 1].norm.startswith(_SYSTEMS)
    if norm in _FILMED and index:
        return view.tokens[index - 1].norm.lstrip("وب").removeprefix("ال").startswith(_RECORDS)
    return _adjectival(view, index, match)


def _accused(view: View, index: int) -> bool:
    """ثلاثة متهمين, اعتقل متهماً بالتجسس: whether a word names who is accused; not متهماً إياه, متهماً موسكو ب, nor رجلاً متهماً بالسحر."""
    if any(quantity.noun == index for quantity in view.quantities):
        return True
    following = view.tokens[index + 1] if index + 1 < len(view.tokens) else None
    charge = following is not None and following.norm.startswith("ب") and len(following.norm) > _SHORT
    before = [match for match in view.at[index - 1].get("agent", ()) if index and not match.analysis.article]
    forms = [match.value.form for match in before if match.value.form is not None]
    one = view.tokens[index].norm.endswith("ا")  # مسلحون متهماً: they are several
    described = any(form.number == "s" or not one for form in forms) and not view.tokens[index - 1].norm.endswith(("ون", "ان"))
    return charge and not described


def of_home(view: View, index: int) -> bool:
    """وهو من أبناء مدينة كذا, غالبيتهم من أبناء بلدة كذا: whether a word tells where people are from, and not whom or where it befell."""
    before = index - 1
    folk = before >= 0 and view.tokens[before].norm in _HOME_FOLK
    before -= folk
    if before < 1 or view.tokens[before].norm != "من":
        return False
    # 280 ألفاً نزحوا معظمهم من حماة: most of them left that place.
    whom = view.tokens[before - 1].norm.removeprefix("و")
    return whom in _OF_WHOM and (folk or whom not in _MOST_OF_THEM)


def _several_before(view: View, index: int) -> bool:
    """عشر أسر, عدة أسر, بينها أسر: families that are counted or told of; else the word is the capture of somebody (أسر جنود)."""
    if any(quantity.noun == index for quantity in view.quantities):
        return True
    counted = next((quantity for quantity in view.quantities if quantity.last == index), None)
    if counted is not None:
        return counted.noun is None or not _captures(view, index, counted.noun)
    before = view.tokens[index - 1].norm.removeprefix("و") if index else ""
    return before in _SEVERAL or before in DETERMINERS or before[-1:].isdigit()


def _captures(view: View, index: int, counted: int) -> bool:
    """قتل سبعة جنود وأسر ضابط, أربعة من المتسللين وأسر خامس: after fighters who are counted, or before some more, the word is a verb."""
    following = view.tokens[index + 1].norm if index + 1 < len(view.tokens) else ""
    more = following in _MORE or any(quantity.first == index + 1 for quantity in view.quantities)
    fighters = any(match.value.ref.kind == "force" for match in view.at[counted].get("agent", ()))
    return view.joined(index) and (more or fighters)


def _police(view: View, index: int) -> bool:
    """برصاص الأمن, اعتقل الأمن شاباً: whether security stands for those who keep it, by whose shots or verb it is."""
    if index == 0:
        return False
    forms = (match.value.form for match in view.at[index - 1].get("trigger", ()))
    policing = any(form is not None and form.pos == "verb" and form.lemma in _POLICING for form in forms)
    return policing or view.tokens[index - 1].norm.endswith(_SHOTS)


def _after_noun(view: View, index: int) -> bool:
    """Whether the word at a token is a noun that takes an adjective: no mark, no preposition, and nothing that may be a verb."""
    if view.tokens[index].kind != "word" or view.preposition(index) or bare(view.tokens[index].norm, UNGOVERNING):
        return False
    forms = [match.value.form for matches in view.at[index].values() for match in matches]
    return not any(form is not None and form.pos == "verb" for form in forms) or view.tokens[index].norm.startswith("تفجير")


def _adjectival(view: View, index: int, match: Match) -> bool:
    """الجهات المسؤولة, المقاتلين المشاركين: a noun that is an adjective of the noun before it."""
    norm = view.tokens[index].norm
    if norm.removeprefix("و") in _ADJECTIVAL:
        return adjective_here(view, index)
    participle = norm.removeprefix("ال").startswith("م") and norm.endswith(("ين", "ون")) and not match.analysis.proclitics
    if not participle or not one_word(match) or index == 0 or match.value.ref.role == "REF":
        return False
    if not match.analysis.article and (match.value.ref.role != "CVL" or view.tokens[index - 1].norm.startswith(_KIN)):
        return False
    before = (other for other in view.at[index - 1].get("agent", ()) if other.analysis.article == match.analysis.article)
    return any(
        not other.enclitic
        and (other.value.form.number == "p" if other.value.form is not None else other.value.ref.kind == "people")
        for other in before
    )


def displaced(view: View, index: int, *, definite: bool) -> Match | None:
    """المدنيين النازحين, أطفال نازحين: an adjective at a token that makes people displaced ones."""
    found = view.best(index, "agent")
    if found is None or found.value.ref.role != "REF" or found.value.ref.kind != "people" or found.enclitic:
        return None
    return found if not found.analysis.proclitics and found.analysis.article == definite else None


def describes_a_toll(view: View, match: Match) -> bool:
    """جريحان مدنيان, 35 قتيلاً مدنياً: whether an adjective that tells whose the dead and wounded are stands right behind their noun."""
    index = match.last
    if index >= len(view.tokens) or view.lists[match.first].isdisjoint(_TOLL) or match.enclitic:
        return False
    word = view.tokens[index].norm
    agrees = word.startswith("ال") == match.analysis.article
    return agrees and word.removeprefix("ال").startswith(_SIDES)


def numbered(view: View, index: int) -> bool:
    """Whether a number at a token names the unit right before it (اللواء 107), and counts nothing (قصف اللواء 20 موقعاً)."""
    if index >= len(view.tokens) or view.tokens[index].kind != "number":
        return False
    if view.tokens[index - 1].norm.removeprefix("ال") not in _UNITS:
        return False
    if index + 1 == len(view.tokens) or view.tokens[index + 1].kind != "word" or view.preposition(index + 1):
        return True
    return view.tokens[index + 1].norm.startswith(("ال", "و"))


def gender_of_name(head: Token) -> str:
    """تنظيم الدولة, هيئة تحرير الشام: the gender of a name by its first word; "both" where that does not tell."""
    word = head.norm.removeprefix("و").removeprefix("ال")
    if word in _MASCULINE:
        return "m"
    return "f" if word in _FEMININE else "both"


def unnamed_men(code: str, head: Token) -> bool:
    """مسلحون مجهولون, مجهولين: whether an entry is of several men whom it does not name, and so indefinite without article."""
    return code == "UAF" and head.norm.endswith(("ون", "ين", "ان"))


def in_no_idafa(match: Match, last: str) -> bool:
    """اتهم ناشطون القوات, قتل مقاتلين: a sound plural that kept its nun takes no genitive; ``last`` is its folded last word."""
    form = match.value.form
    if form is None:
        return last.endswith("مسلح")  # هاجم مسلح دورية للجيش
    sound = last.endswith("ون") and len(last) >= _SHORTEST_SOUND_PLURAL
    kept = form.number in ("d", "p") and last.endswith(("ون", "ين")) and match.value.ref.counts
    return form.state == "absolute" or sound or kept


def names_a_village(view: View, index: int) -> bool:
    """قرية القاهرة, بلدة تركيا, بتوقيت دمشق: a village of that name or a time of day, no country."""
    return index > 0 and any(reading.stem in _VILLAGES and not reading.article for reading in analyses(view.tokens[index - 1].norm))


def bare_word(token: Token) -> str:
    """The folded word without article and conjunction, as attribute words are listed."""
    norm = token.norm
    if norm.startswith("و") and norm[1:3] == "ال":
        norm = norm[1:]
    return norm[2:] if norm.startswith("ال") else norm


_THE_BASE = "IMGALQ"
_TIED = ("تابع", "مرتبط", "موال", "منتم", "ينتم", "تنتم", "مقرب", "مبايع", "محسوب")
_MEMBERS_OF = ("قيادي", "متشدد", "جهادي", "ارهابي")


def tied_by_name(view: View, match: Match) -> bool:
    """مسلحين تابعين للقاعدة, قيادي في القاعدة: whether men who are tied to القاعدة show that no base is meant, whatever the text names."""
    index = match.first
    if match.value.ref.code != _THE_BASE or not match.value.ref.short or index < 2:
        return False
    before, man = view.tokens[index - 1].norm, view.tokens[index - 2].norm
    if before in ("في", "الي"):
        tie = view.tokens[index - 2].norm.removeprefix("ال")
        return tie.startswith(_MEMBERS_OF) if before == "في" else tie.startswith(_TIED)
    force = any(match.value.ref.kind == "force" for match in view.at[index - 2].get("agent", ()))
    return before.removeprefix("ال").startswith(_TIED) and (force or man.removeprefix("ال").startswith(_MEMBERS_OF))
