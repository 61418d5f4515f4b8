"""Acts of one sentence that happened apart from each other, so that neither takes its place from the other."""

from __future__ import annotations

from eventcode.frames import FIRE, Predicate
from eventcode.mentions import View

# Words after which something else is named for which an act is given or done, or from which it is dated.
_EXCHANGE = frozenset({"مقابل", "ردا", "للرد", "انتقاما", "ثارا", "غداه", "عشيه"})
_ANSWERING = frozenset({"رد", "ردت", "ردوا", "يرد", "ترد", "يردون", "الرد", "ردا", "ردها", "رده", "ردهم"})
_REACH_OF_ANSWER = 8
_COINCIDING = ("تزامن", "يتزامن", "ترافق", "يترافق", "تترافق", "تتزامن")
_COINCIDING_REACH = 2
# Words after which others are told of who met elsewhere at the same time.
_MEANWHILE = frozenset({"بينما", "فيما", "وفيما", "وبينما"})
# ... and those after which stands what an act backs, within so many words.
_BACKING = frozenset({"دعما", "تضامنا", "نصره", "تاييدا"})
_BACKED_REACH = 4
# Acts in which somebody became a prisoner, or died whose body is handed over.
_CAPTURES = frozenset({"abduction", "arrest", "killing", "shoot_down", "armed_clash", "ground_attack", "air_strike", "shelling"})


def apart(view: View, first: Predicate, second: Predicate) -> bool:
    """إجلاء سكان البلدتين مقابل خروج مقاتلين من المخيم; قصف رداً على هجوم; بعد يومين على هجوم: what an act is given for, and from
    what it is dated, happens elsewhere.
    """
    if first.type == "prisoner_release" and second.type in _CAPTURES:
        return True  # أفرجوا عن طبيب خطفوه على طريق كذا: what brought the prisoner there was elsewhere
    start, end = sorted((first.first, second.first))
    words = {token.norm for token in view.tokens[start:end]}
    if first.type == second.type == "negotiation" and words & _MEANWHILE:
        return True  # تأتي زيارة الوزير بينما تستضيف أنقرة قمة
    if first.definite and first.pos == "noun" and first.first == start and _coincides(view, start, end):
        return True  # وتزامن القصف مع غارات على بلدة: what was told before happened where it was told
    between = words & _EXCHANGE
    if between and not (between == {"مقابل"} and first.type == second.type == "prisoner_release"):
        return True  # but prisoners are exchanged for others at one place
    if first.first == start and second.type != "accusation" and answered(view, start):
        return True  # but رداً على هجوم اتهموا بتنفيذه في دوما
    dated = [time for time in view.dates if start < time.first and time.last <= end and time.connector in ("بعد", "قبل")]
    return any(view.tokens[time.last].norm in ("علي", "من") for time in dated)


def _coincides(view: View, start: int, end: int) -> bool:
    """Whether what stands at a token is said to have gone along with what stands at a later one."""
    words = [token.norm.lstrip("وف") for token in view.tokens[max(0, start - _COINCIDING_REACH) : end]]
    return "مع" in words and any(word.startswith(_COINCIDING) for word in words)


def answered(view: View, index: int) -> bool:
    """ردت الفصائل على القصف باستهداف مواقع في البلدة: whether an act is what the rest of its clause answers, elsewhere."""
    if index < 2 or "علي" not in (view.tokens[index - 1].norm, view.tokens[index - 2].norm):
        return False
    before = view.tokens[max(0, index - _REACH_OF_ANSWER) : index]
    return any(token.norm.lstrip("وف") in _ANSWERING for token in before)


def backed(view: View, first: Predicate, second: Predicate) -> bool:
    """خرجت مسيرات في مارع دعماً للمظاهرات: what an act backs goes on elsewhere."""
    start, end = sorted((first.first, second.first))
    return any(token.norm in _BACKING for token in view.tokens[max(start, end - _BACKED_REACH) : end])


def flown_from(first: Predicate, second: Predicate) -> bool:
    """حلقت الطائرات في أجواء لبنان وقصفت مواقع: whether fire came from where the aircraft flew, if that is another country."""
    return first.type in FIRE and second.type == "show_of_force"


def told_before(view: View, predicate: Predicate, other: Predicate) -> bool:
    """Whether a comma stands between an act and the one told after it in the sentence.

    تصاعدت الهجمات، إذ أحصى الدفاع المدني 13 هجوماً في شمال سوريا: what tells of acts of the same kind how many there were is no other clause.
    """
    between = view.tokens[predicate.last : other.first]
    if predicate.type == other.type and any(token.norm == "اذ" for token in between):
        return False
    return predicate.first < other.first and any(token.text in ("،", ",", "؛") for token in between)
