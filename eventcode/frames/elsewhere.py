"""Places beside an act that are not where it happened: seats, origins of fire, ways, causes, and the homes of people."""

from __future__ import annotations

import re
from itertools import pairwise

from eventcode.frames.hospitals import taken_there
from eventcode.frames.model import FIRE, Predicate
from eventcode.frames.origins import SOURCES, out_of_base, out_of_positions
from eventcode.frames.told_aside import before_object, foreign_realm
from eventcode.gazetteer import PlaceMention
from eventcode.gazetteer.words import ALLIES, CAPITALS, beyond_border, going, names_place, strikes
from eventcode.mentions import View
from eventcode.mentions.closed import COMPLEMENTISERS, QUOTES, STRONG_RELATIVES, bare
from eventcode.mentions.nouns import of_home

TOWARDS = frozenset({"الي", "نحو", "باتجاه", "صوب", "تجاه"})
"""Prepositions before where somebody goes."""
_SEATS = frozenset({"مقرها", "مقره", "مقرهم", "مقرهما", "بتوقيت", "توقيت"})
_TRACKS = frozenset({"مسار", "لمسار", "بمسار", "ومسار", "صيغه", "منصه", "ثلاثي", "ضامني"})
"""What is called by a place where it was set up."""
_PROCESSES = frozenset({"عمليه", "مخرجات", "مقررات"})
_TALKED_IN = frozenset({"استانا", "استانه", "سوتشي", "جنيف"})
"""Towns after which a process of talks is called: عملية أستانا, but عملية إدلب is one of arms."""
_TALKS = re.compile("[وبل]?(?:ال)?(?:اجتماع|جول|محادث|مفاوض|مباحث|لقاء)(?:ه|ات|ا)?")
_TALKS_REACH = 7
_ORIGINS = ("متحدر", "منحدر", "ينحدر", "تنحدر", "يتحدر", "تتحدر")
_PRESSURE = frozenset({"الضغط", "ضغط"})
_DISTANT = frozenset({"تبعد", "يبعد", "تبعدان"})
_OVERLOOKING = frozenset({"تشرف", "يشرف", "تطل", "يطل"})
_REACH_OF_SIGHT = 6
_EXCEPTED = frozenset({"باستثناء", "استثناء", "عدا", "ماعدا", "خلا", "ماخلا"})
LAUNCH_WORDS = re.compile(
    "[وف]?(?:ال)?(?:[ايت]ن?طلق|ا?ن?طلق|[ايت]قلع|قادم)(?:ت|وا|ها|تها|ه|ون|ين)?|[وفب]?(?:ال)?(?:اطلاق|انطلاق|اقلاع)(?:ها|ه|ا)?"
)
_SHOT = re.compile("[وف]?(?:اطلق|[يت]طلق)(?:ت|وا|ون)?(?:ها|ه|هما)?")
# Acts after which those who did them may go home.
_HERE = frozenset(
    ["air_strike", "shelling", "ground_attack", "ied", "armed_clash", "grenade", "attack_on_civilians", "killing", "protest",
     "protest_repression", "arrest", "abduction"]
)  # fmt: skip
_LAUNCH_REACH = 5
_LONGEST_NAME = 3
_FAR_LAUNCH = 7
# Positions that fire comes from (قصفت من مواقعها في جورين), and words for where it comes from.
_SETTLEMENTS = frozenset({"مدن", "بلدات", "قري", "معاقل", "مناطق", "احياء"})
_RANKS = frozenset(
    ["كبري", "اكبر", "اهم", "ابرز", "احدي", "احد", "اخر", "اول", "اولي", "ثاني", "ثانيه", "ثالث", "ثالثه", "اقدم", "اقرب", "اعرق"]
)
"""What begins an apposition that ranks a place: كبرى مدن المحافظة, ثاني أكبر مدن إدلب."""
_POSITIONS = re.compile("(?:حواجز|مواقع|معسكرات|مرابض|مرابط|مقار|مقر|مقرات|قواعد|نقاط|ثكنات)(?:ها|ه|هم)")
_STATIONING = re.compile("(?:تمركز|تواجد|انتشار|تموضع|وجود)(?:ها|ه|هم)")
# من اتجاه الجولان, من فوق الأراضي اللبنانية
_WHENCE = frozenset({"اتجاه", "فوق", "اجواء"})
# Participles of travel: what is on its way is told of by where it comes from or goes to.
_ON_ITS_WAY = re.compile("(?:ال)?(?:متجه|متوجه|قادم|عايد|متنقل)(?:ا|ه|ين|ون|ات)?|طريقه(?:ا|م|ما)?")
_WAY_REACH = 3
# Travels of somebody, during which something befell him, and how many words after them where he came from or went may stand.
_TRAVEL = re.compile("(?:عود|ذهاب|توجه|سفر|انتقال|قدوم|رجوع|طريق|تنقل|محاول)ت?(?:ه|ها|هم|هما)")
_ATTEMPT = re.compile("(?:[وبل]|ال)*محاول(?:ه|ته|تها|تهم|تهما|ات|اتهم|ين)")
_CROSSING = re.compile("(?:ال)?(?:عبور|وصول|دخول|تسلل|فرار|هرب|هروب|هجره|لجوء|انتقال|خروج|نزوح|توجه)(?:ه|ها|هم)?")
_BACK = re.compile("[وف]?(?:س?[يت]عود(?:وا|ون)?|عاد(?:ت|وا)?)")
_DURING = frozenset({"اثناء", "خلال", "لدي", "عند", "في", "حين", "وخلال", "طريق"})
_JOURNEYS = frozenset({"evacuation", "displacement", "withdrawal", "mobilization", "prisoner_release", "aid", "group_change"})
_JOURNEY = 9
# Prepositions before what fire comes upon, and how many words after where it comes from.
_UPON = frozenset({"علي", "باتجاه", "نحو", "صوب", "تجاه"})
_FLIGHT = 6
# Those who left a place, and those who rule from one, unless their forces are told of.
_DRIVEN = re.compile("(?:و?ال)?(?:مهجر|نازح|لاجي|فار|هارب|قادم|وافد|عايد|مبعد|مطرود|مرحل)(?:ين|ون|ه|ا)?")
_POWER = re.compile("[وبل]?(?:ال)?(?:نظام|حكومه|قياده|حكام|نظامه)|للنظام|للحكومه")
_FORCES = re.compile("[وبل]*(?:ال)?(?:قوات|جيش|عناصر|مواقع|طايرات|مقرات|حواجز|نقاط)")
# Acts that lead those who are stationed somewhere elsewhere; they clash where they stand.
_STRIKING = frozenset(
    ["air_strike", "shelling", "ground_attack", "ied", "grenade", "attack_on_civilians", "killing", "mobilization", "advance",
     "territory_seized"]
)  # fmt: skip
STATIONED = re.compile("ال(?:متمركز|منتشر|ناشط|نشط|عامل|موجود|متواجد|مقيم|مرابط|متموضع)(?:ه|ين|ون|ات)?")
"""Adjectives that tell where somebody is."""
_IS_STATIONED = re.compile("[يت](?:تمركز|نتشر|نشط|تواجد|رابط|تموضع|تحصن)(?:ون)?")
_OPENING = frozenset("“«(")
_CLOSING = frozenset("”»)")
_KUNYAS = frozenset({"ابو", "ابي", "ابا", "ام"})
# Words for people and those who lead them, after which a place tells who they are.
_PEOPLE_OF = re.compile(
    "[وفبل]?(?:اهالي|اهل|سكان|ابناء|(?:مهجر|نازح|مقاتل|مسلح)[يو]|وجهاء|شباب|محافظ|مدير|رييس|قايد|امير|نايب|عضو|مراسل|مطران|مفتي|اسقف|والي|قاضي|اطباء|طبيب|حافلات)"
)
_SOLIDARITY = re.compile("(?:ل|لل)?تضامن(?:ا|هم|ها)?")
_EXCHANGED = frozenset({"evacuation", "displacement", "withdrawal", "prisoner_release"})
_FOR = frozenset({"نصره", "تضامنا", "دعما", "تاييدا", "انتقاما"})
_CAUSES = frozenset({"ضد", "رفضا", "احتجاجا", "تنديدا", "دعما", "نصره", "تاييدا", "بسبب"})


# ألقى اللوم في الهجوم على روسيا, حمّل مسؤولية القصف على النظام: those who are blamed, and how many words after the word for blame.
_BLAME = re.compile("[وفب]?(?:ال)?(?:لوم|لايمه|ملامه|مسووليه|تبعه|ذنب)")
_PUTTING = re.compile("[وف]?(?:[ايت]?لق[ياو]ا?|القت|[يت]?حمل|تحميل|القاء|وضع|[يت]ضع)(?:ت|وا|ون)?")
_BLAME_REACH = 9
# What is said before an audience (خلال مؤتمر صحفي في طهران), and how many words after it the place of that may stand.
_SAYINGS = re.compile("(?:ال)?(?:موتمر|مقابل|تصريح|احاط|ايجاز|حديث|لقاء)(?:ه|ات)?(?:ه|ها|هم|ته|تها)?")
_SPEECHES = re.compile("ب?(?:ال)?(?:كلم|خطاب)(?:ه|ت?ه|ت?ها)?")
_TO_THE_PRESS = re.compile("(?:ال)?(?:صحفي|صحافي|تلفزيوني|اعلامي|متلفز)(?:ه)?")
_WHILE = frozenset({"في", "خلال", "اثناء", "عبر", "عقب", "بعد", "هامش"})
_AUDIENCE_REACH = 8
# Kinds of dictionary words that tell whose words are told.
_TELLING = frozenset({"report", "according"})
_DUTY = re.compile("[وف]?(?:ي|ت)(?:جب|نبغي|تعين|توجب|لزم|ترتب)|[وفبل]?(?:ال)?(?:ضغط|ضغوط|ضغوطا|عقوبات|اعتماد)|للضغط")


def protested(view: View, host: Predicate, place: PlaceMention) -> bool:
    """تظاهروا تضامناً مع أهالي البصرة, تظاهروا في باريس ضد الحرب على غزة: a place that a protest is about."""
    if host.type != "protest":
        return False
    words = [token.norm for token in view.tokens[host.last : place.first]]
    return any(_SOLIDARITY.fullmatch(word) for word in words) or (bool(host.places) and not _CAUSES.isdisjoint(words))


def of_party(view: View, host: Predicate, place: PlaceMention) -> bool:
    """اجتماع بين لجنة في مدينة دوما والجانب الروسي: a place that only tells which party talks, before the other one is named."""
    if host.type != "negotiation" or not any(token.norm == "بين" for token in view.tokens[host.last : place.first]):
        return False
    other = any(actor.first == place.last and actor.proclitics[:1] == "و" for actor in view.actors)
    owner = place.first - (view.tokens[place.first - 1].norm == "في")
    return other and any(host.last <= actor.first < owner <= actor.last + 1 for actor in view.actors)


def launched(view: View, host: Predicate, place: PlaceMention, governed: str) -> bool:
    """صواريخ انطلقت من قاعدة كذا, قصفت من مواقعها في جورين, قذائف مصدرها جرجناز: where fire comes from is not where it strikes."""
    if host.first < place.first and host.type not in _JOURNEYS and taken_there(view, place.first):
        return True  # ونقلوا إلى مشفى الصنمين في ريف درعا
    if host.type not in FIRE and not (host.type == "ied" and _shot(view, host, place)):
        return False
    start = max(host.last, place.first - _LAUNCH_REACH)
    before = [token.norm for token in view.tokens[start : place.first]]
    if any(norm in SOURCES for norm in before) or any(norm == "من" and after in _WHENCE for norm, after in pairwise(before)):
        return True
    if governed == "من" and (foreign_realm(place) or _struck_from(view, host, place) or before_object(view, host, place)):
        return True
    stands = view.tokens[place.first - 1].norm == "في" or place.proclitics[-1:] == "ب" or place.kind == "direction"
    if host.first < place.first and (
        (stands and out_of_positions(view, host.last, place.first)) or out_of_base(view, place, host.places)
    ):
        return True
    if governed == "من":
        before = [token.norm for token in view.tokens[max(0, place.first - _LAUNCH_REACH) : place.first]]
        return any(LAUNCH_WORDS.fullmatch(norm) for norm in before)
    stations = (p for p, norm in enumerate(before) if norm == "من" and p + 1 < len(before))
    inside = view.tokens[place.first - 1].norm == "في" or place.proclitics[-1:] == "ب"
    if inside and any(token.norm == "انطلاقا" for token in view.tokens[max(0, place.first - _FAR_LAUNCH) : place.first]):
        return True  # قصفتها انطلاقاً من مواقع قوات النظام في جورين
    # قصفت البلدة من أماكن تمركزها في المدينة
    return inside and any(
        _POSITIONS.fullmatch(before[p + 1]) or _STATIONING.fullmatch(before[min(p + 2, len(before) - 1)]) for p in stations
    )


def _shot(view: View, host: Predicate, place: PlaceMention) -> bool:
    """انفجار مسيّرة أطلقتها القوات من محور كذا: whether what went off was fired, before the place is told; but انفجرت سيارة قادمة من كذا في كذا."""
    return any(_SHOT.fullmatch(token.norm) for token in view.tokens[host.last : place.first])


def _struck_from(view: View, host: Predicate, place: PlaceMention) -> bool:
    """أطلقت قذائف من محيط مورك على محردة: a place after من before the one that is struck."""
    later = next((other for other in view.places if other.first >= place.last and other.proclitics[:1] != "و"), None)
    if place.first < host.last or later is None or later.first - place.last > _FLIGHT or host.pattern.frame == "strike-at":
        return False
    if any(_ON_ITS_WAY.fullmatch(token.norm) for token in view.tokens[host.last : place.first]):
        return False  # قصفت رتلاً متجهاً من سرمين نحو النيرب
    between = view.tokens[place.last : later.first]
    return any(token.norm in _UPON for token in between) and not any(token.kind == "punct" for token in between)


def driven_from(view: View, place: PlaceMention, governed: str) -> bool:
    """قصفت قافلة المهجرين من درعا: where people were driven from or come from is not where something befell them."""
    if governed != "من":
        return False
    first = next((p for p in range(place.first, max(-1, place.first - 3), -1) if view.tokens[p].norm == "من"), place.first)
    return any(_DRIVEN.fullmatch(token.norm) for token in view.tokens[max(0, first - 2) : first])


def seat_of_power(view: View, place: PlaceMention) -> bool:
    """النظام في دمشق, الحكومة في طرابلس: where a government sits."""
    if view.tokens[place.first - 1].norm != "في" or place.first < 2:
        return False
    before = [token.norm for token in view.tokens[max(0, place.first - 4) : place.first - 1]]
    named = any(candidate.name in CAPITALS.values() for candidate in place.candidates)
    return named and _POWER.fullmatch(before[-1]) is not None and not (len(before) > 1 and _FORCES.fullmatch(before[-2]))


def on_its_way(view: View, host: Predicate, place: PlaceMention, governed: str) -> bool:
    """استهدفت رتلاً متجهاً إلى النيرب: where those who were struck were bound for is not where they were struck."""
    if governed not in TOWARDS:
        return False
    before = view.tokens[max(host.last, place.first - _WAY_REACH - 2) : place.first]
    return any(_ON_ITS_WAY.fullmatch(token.norm) for token in before)


def travelling(view: View, host: Predicate, place: PlaceMention, governed: str) -> bool:
    """اعتقل أثناء عودته من حلب إلى درعا: between which places those were going whom something befell on their way.

    Where only the one that they went to is told (أثناء عودته إلى بلدته), it happened near there.
    """
    near = {token.norm for token in view.tokens[max(0, place.first - 2) : place.first]}  # إلى العاصمة دمشق
    if (governed not in TOWARDS and governed != "من" and near.isdisjoint(TOWARDS)) or host.type in _JOURNEYS:
        return False
    words = [token.norm for token in view.tokens[max(host.last, place.first - _JOURNEY) : place.first]]
    if governed in TOWARDS and any(_ATTEMPT.fullmatch(word) and _CROSSING.fullmatch(after) for word, after in pairwise(words)):
        return True  # غرقوا أثناء محاولتهم العبور إلى اليونان
    if governed != "من" and "من" not in words:
        return False
    return any(_TRAVEL.fullmatch(word) and words[index - 1] in _DURING for index, word in enumerate(words) if index)


def returned(view: View, host: Predicate, place: PlaceMention) -> bool:
    """فرقوا المعتصمين قبل أن يعودوا إلى ثكناتهم في كذا: where those who acted went home to."""
    if host.type not in _HERE:
        return False
    words = [token.norm for token in view.tokens[host.last : place.first]]
    back = next((index for index, word in enumerate(words) if _BACK.fullmatch(word)), -1)
    if back > 0 and bare(words[back - 1], STRONG_RELATIVES):
        return False  # قصفوا النازحين الذين عادوا إلى حاس
    return back >= 0 and "الي" in words[back : back + _WAY_REACH + 1] and words[-1] in ("الي", "في")


def for_others(view: View, host: Predicate, place: PlaceMention) -> bool:
    """هاجموا البلدتين نصرة لأهلنا في الزبداني, خرج ألف من مضايا مقابل مئة من كفريا: those for whom something is done are elsewhere."""
    words = {token.norm for token in view.tokens[host.last : place.first]}
    return bool(host.places) and (not _FOR.isdisjoint(words) or (host.type in _EXCHANGED and "مقابل" in words))


def people_of(view: View, position: int) -> bool:
    """أهالي كفريا والفوعة, محافظ إدلب: whether a place only tells who people are."""
    place = view.places[position]
    if place.proclitics[:1] == "و" and position and place.first == view.places[position - 1].last:
        return people_of(view, position - 1)
    before = view.tokens[place.first - 1] if place.first and not place.proclitics else None
    return before is not None and _PEOPLE_OF.fullmatch(before.norm) is not None


def charged(view: View, place: PlaceMention) -> bool:
    """يجب على واشنطن, على روسيا أن توقف, الضغط على تركيا: a country that is to do something is no scene."""
    tokens = view.tokens
    if tokens[place.first - 1].norm != "علي" or place.first < 1 or place.kind != "place":
        return False
    opening = place.first < 2 or tokens[place.first - 2].kind == "punct" or tokens[place.first - 2].norm in COMPLEMENTISERS
    if opening and place.last < len(tokens) and tokens[place.last].norm == "ان":
        return True  # but السيطرة على دوما أن
    before = [token.norm for token in tokens[max(0, place.first - _BLAME_REACH) : place.first - 1]]
    if any(_DUTY.fullmatch(norm) for norm in before[-2:]):
        return True
    blamed = next((index for index, norm in enumerate(before) if _BLAME.fullmatch(norm)), -1)
    state = any(candidate.level == "country" or candidate.name in CAPITALS.values() for candidate in place.candidates)
    return state and any(_PUTTING.fullmatch(norm) for norm in before[: max(0, blamed)])


def spoke_at(view: View, host: Predicate, place: PlaceMention, *, judged: bool) -> bool:
    """كما قال الوزير خلال مؤتمر صحفي مع نظيره في طهران: where somebody spoke, who tells of an act, or (``judged``) of what he thinks of it.

    But اعتقلوا صحفياً خلال مؤتمر صحفي في كذا happened there.
    """
    told = view.covered[0 if host.pos == "noun" else host.last : place.first]
    inside = place.proclitics[-1:] == "ب" or view.tokens[place.first - 1].norm == "في"
    if host.type == "negotiation" or not inside or not (judged or any(kinds & _TELLING for kinds in told)):
        return False
    tokens = view.tokens
    for index in range(place.first - 1, max(0, place.first - _AUDIENCE_REACH), -1):
        if tokens[index].text in ("،", ","):
            return False
        norm = tokens[index].norm
        if _SPEECHES.fullmatch(norm):
            noun = index
        elif _TO_THE_PRESS.fullmatch(norm) and _SAYINGS.fullmatch(tokens[index - 1].norm.removeprefix("ب")):
            noun = index - 1
        else:
            continue
        return tokens[noun - 1].norm in _WHILE or tokens[noun].norm[:1] == "ب"
    return False


def _end_of_a_name(view: View, index: int) -> bool:
    """قُتل "فلان جعارة": whether a word alone in quotes with unknown words before it is somebody's family name, and no town."""
    tokens = view.tokens
    if index + 1 >= len(tokens) or tokens[index + 1].text not in QUOTES - _OPENING or tokens[index].norm[:1] in "وبل":
        return False
    first = index
    while first and tokens[first - 1].kind == "word" and not view.covered[first - 1] and not view.lists[first - 1]:
        first -= 1
    return (
        1 <= index - first <= _LONGEST_NAME
        and first > 0
        and tokens[first - 1].text in QUOTES - _CLOSING
        and not names_place(tokens[first].norm)
    )


def _ends_byname(view: View, index: int) -> bool:
    """القيادي أبو عمر سراقب: whether a man is called after the town at a token; but دخل أبو عمر سراقب."""
    if index < 2 or view.tokens[index - 2].norm.removeprefix("ب") not in _KUNYAS or view.covered[index - 1]:
        return False
    place = next((place for place in view.places if place.first == index), None)
    verb = view.tokens[index - 3].norm if index > 2 else ""
    return place is not None and place.kind == "place" and not (place.proclitics or place.head or going(verb) or strikes(verb))


def _ranked(view: View, index: int) -> bool:
    """خان شيخون، كبرى مدن ريف إدلب: whether a place only tells among which others the one before is the largest, the last or one."""
    start = (
        index - 1
        if view.tokens[index].norm not in _SETTLEMENTS and index and view.tokens[index - 1].norm in _SETTLEMENTS
        else index
    )
    if view.tokens[start].norm not in _SETTLEMENTS:
        return False
    rank = start - 1
    if rank < 0 or view.tokens[rank].norm not in _RANKS:
        return False
    while rank and view.tokens[rank - 1].norm in _RANKS:
        rank -= 1
    rank -= rank > 0 and view.tokens[rank - 1].text in ("،", ",")
    return any(place.last == rank for place in view.places)


def elsewhere(view: View, index: int) -> bool:
    """Where an organisation sits, whose time it is or where people are from, nothing happened.

    منظمة مقرها الولايات المتحدة, بتوقيت دمشق; nor in what is excepted: باستثناء منطقة التنف
    """
    if _ranked(view, index):
        return True
    if view.joined(index):
        joined = next((place for place in view.places if 0 <= index - place.last <= 1), None)
        if joined is not None and not _ranked(view, joined.first):
            index = joined.first
    if beyond_border(view.tokens, index) or (index and view.tokens[index - 1].norm in ALLIES):
        return True  # قرى حدودية مع لبنان, حزب الله حليف إيران
    if of_home(view, index) or _end_of_a_name(view, index) or _ends_byname(view, index):
        return True  # وهو من أبناء مدينة كذا
    tracked = index and (view.tokens[index - 1].norm in _TRACKS or view.tokens[index - 1].norm.removeprefix("ل") in _PROCESSES)
    if tracked and (view.tokens[index - 1].norm in _TRACKS or view.tokens[index].norm in _TALKED_IN):
        # مسار أستانة, منصة موسكو; but اجتماع صيغة أستانا was held somewhere on that track
        return not any(_TALKS.fullmatch(token.norm) for token in view.tokens[max(0, index - _TALKS_REACH) : index - 1])
    return any(word in _SEATS or word in _EXCEPTED for word in _before(view, index))


def from_there(view: View, index: int) -> bool:
    """شاب ينحدر من بلدة السحارة بريف حلب: whether a place only tells where somebody is from."""
    joined = next((place for place in view.places if 0 <= index - place.last <= 1), None) if view.joined(index) else None
    return any(word.startswith(_ORIGINS) for word in _before(view, index if joined is None else joined.first))


def _before(view: View, index: int) -> list[str]:
    """The two words before a token, less "and" and the article."""
    return [view.tokens[p].norm.removeprefix("و").removeprefix("ال") for p in range(max(0, index - 2), index)]


def relieved(view: View, index: int) -> bool:
    """بهدف تخفيف الضغط عن الزبداني, تبعد كيلومترين عن كذا: a place helped by what happens elsewhere, or that tells where another lies."""
    if index < 2:
        return False
    before = view.tokens[index - 1].norm
    near = [token.norm.removeprefix("و") for token in view.tokens[max(0, index - _REACH_OF_SIGHT) : index]]
    if before == "عن" and (near[-2] in _PRESSURE or not _DISTANT.isdisjoint(near)):
        return True
    # تلة لا تبعد سوى كيلومترين عن الحدود وتشرف على قرى كذا
    return (
        "علي" in near
        and not _OVERLOOKING.isdisjoint(near)
        and near.index("علي") > min(near.index(w) for w in _OVERLOOKING & set(near))
    )


def stationed(view: View, host: Predicate, place: PlaceMention) -> bool:
    """هجوم شنته الفصائل المنتشرة في ريف إدلب, شنته فصائل تنتشر في ريف إدلب: where those are who acted, rather than where they struck."""
    if host.type not in _STRIKING:
        return False
    for index in range(max(host.first, place.first - 2), place.first):
        norm = view.tokens[index].norm
        if STATIONED.fullmatch(norm) and any(actor.first < index <= actor.last for actor in host.actors):
            return True
        noun = index - bool(bare(view.tokens[index - 1].norm, STRONG_RELATIVES))
        if _IS_STATIONED.fullmatch(norm) and any(actor.last == noun for actor in host.actors):
            return True
    return False


def set_out(view: View, place: PlaceMention) -> bool:
    """هجوم انطلاقاً من ريف درعا: where those who attack set out from."""
    before = [token.norm for token in view.tokens[max(0, place.first - 2) : place.first]]
    return before == ["انطلاقا", "من"]
