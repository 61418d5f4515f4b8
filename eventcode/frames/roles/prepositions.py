"""Roles that prepositions introduce."""

from __future__ import annotations

from eventcode.codebook import Frame
from eventcode.frames.agreement import NATIONS
from eventcode.frames.hospitals import taken_there
from eventcode.frames.items import PLACE_PREPOSITIONS, addressed
from eventcode.frames.model import Item, Predicate
from eventcode.frames.roles.backing import BACKED, Backing
from eventcode.frames.roles.blamed import blamed, charged, judged
from eventcode.frames.roles.blasts import BLASTS, STRUCK, reached
from eventcode.frames.roles.complements import befalls_with_ba
from eventcode.frames.roles.content import held, lies_between, promised
from eventcode.frames.roles.fired import fired_from
from eventcode.frames.roles.heads import MUTUAL, breaks, threatens
from eventcode.frames.roles.resumed import ASKING
from eventcode.frames.roles.slots import Slots, is_armed
from eventcode.mentions.closed import BESIDE
from eventcode.mentions.governors import governor
from eventcode.mentions.kinds import ARMED_KINDS

_DIRECTING = frozenset({"وجه", "يوجه", "توجيه", "سدد", "يسدد", "تسديد"})
_TOWARDS = frozenset({"باتجاه", "تجاه", "صوب", "نحو"})
_BESIDE = 3
# Beginnings of adjectives to which a following ل belongs.
_TYING = ("موالي", "تابع", "خاضع", "مويد", "مناهض", "مناوي", "معارض", "مجاور", "محاذي", "منتمي")
# Acts of speech that ask for something, which إلى or ل introduces as well as whom they are made to.
_WATCHING = frozenset({"باشراف", "اشراف", "بحضور", "بضمانه", "بضمانات"})
_LIVES = frozenset({"بحياه", "بارواح", "بحياتهم", "بحياته", "بحياتها"})
_AT = frozenset({"علي", "عند", "في", "من"})
_CHECKPOINTS = frozenset({"حاجز", "حواجز", "دوريه", "دوريات"})
_AGAINST = frozenset({"بالموت", "مناهضه", "مناوءه", "مناويه", "رافضه", "منددة", "مندده", "معارضه", "ضد", "مناهضا", "مناهضين"})
# What is asked for against somebody: طالبوا بإسقاط فلان, برحيله, بمحاسبته.
_OUSTING = frozenset(
    {"اسقاط", "رحيل", "تنحي", "تنحيه", "اقاله", "استقاله", "عزل", "محاسبه", "محاكمه", "اعدام", "طرد", "خروج", "اعتقال", "معاقبه"}
)
# Whose fire, shells or hands brought something about: قُتل برصاص مجهولين, سقطت بنيران الفصائل.
_BY_MEANS = frozenset(
    ["برصاص", "برصاصه", "بنيران", "بطلقات", "بقذاءف", "بقذايف", "بصواريخ", "بصاروخ", "بقصف", "بغارات", "بغاره", "بضربات", "بهجوم", "بكمين",
     "بقذيفه", "بالغام", "بلغم", "بمضادات", "بمدفعيه", "بقناص", "بقناصه", "بيد", "بايدي"]
)  # fmt: skip


# Verbs of speech whose object is whom it is said to.
_ADDRESSING = frozenset({"دعا", "يدعو", "حث", "يحث", "حض", "يحض", "طالب", "يطالب", "حذر", "يحذر", "اتهم", "يتهم", "ناشد", "يناشد"})
_HELPING = frozenset({"لاغاثه", "لمساعده", "لدعم", "لايواء", "لصالح", "لاطعام", "لعلاج", "لكساء"})
_MEANS = frozenset({"aircraft", "weapon"})
_BY_ARMS = frozenset({"attack", "strike-at", "kill", "die"})
_RECEIVING = ("تلق", "تسلم", "ستلم", "حصل", "حصول")
_GOING_ALONG = frozenset({"seize", "attack", "strike-at", "patrol", "move"})
_ALONGSIDE = frozenset({"رفقه", "برفقه"})
_ADJECTIVE = 2
"""Tokens from a noun, with one adjective, to those between whom it passes."""


class Prepositions:
    """Puts what follows a preposition into a role of the predicate before it."""

    def __init__(self, slots: Slots) -> None:
        self.slots = slots
        self.view = slots.view
        self.clauses = slots.clauses
        self.backing = Backing(slots)

    def fill(self, predicate: Predicate, frame: Frame, start: int, end: int) -> None:
        """Roles that prepositions after the predicate introduce."""
        for item in self.clauses.items:
            if item.first <= start or item.first >= end or item.kind != "actor":
                continue
            if item.governor == "ل" and any(
                "according" in kinds for kinds in self.view.covered[max(0, item.first - 2) : item.first]
            ):
                continue  # "هذا غير مقبول"، وفقاً لوكالة: who tells it
            governed = self.clauses.outer_governor(item)
            if governed == "" and self._further_party(predicate, item):
                governed = "بين"
            if governed in ("", "genitive") or (governed == "من" and self.backing.names(predicate, item)):
                continue
            if item.governor == "علي" and charged(self.clauses, predicate, item):
                continue
            if blamed(self.clauses, predicate, item):
                governed = "علي" if item.governor == "genitive" else item.governor
            elif self._belongs_to_later(predicate, item) and not self._whose_life(predicate, item):
                continue
            spoken_to = predicate.pattern.frame == "speak" and addressed(self.view, item.actors[0], predicate.last)
            somewhere = (governed in PLACE_PREPOSITIONS and not spoken_to) or (
                governed == "ب" and predicate.pattern.frame in MUTUAL
            )
            given = governed == "من" and item.governor == "من" and self._received(predicate)
            if item.actors[0].kind in NATIONS and not given and (somewhere or (governed == "علي" and frame.armed)):
                continue
            role = "actor" if given else frame.roles.get(governed, "none")
            role = "none" if promised(self.clauses, predicate, item, governed) or lies_between(self.view, item) else role
            if governed == "بين" and predicate.type == "accusation" and item.first - predicate.last <= _ADJECTIVE:
                role = "actor"  # تبادل الاتهامات بين النظام والمعارضة
            if governed in _ALONGSIDE and predicate.pattern.frame in _GOING_ALONG and is_armed(item):
                role = frame.roles.get(BESIDE, "none")  # سيطر الجيش التركي رفقة فصائل سورية
            if governed in _TOWARDS and predicate.pattern.frame == "move" and predicate.type != "advance":
                # أرسلت تعزيزات باتجاه نقاطها: only an advance is made on somebody.
                role = "none"
            near = [token.norm for token in self.view.tokens[max(0, item.governed_by - 3) : max(0, item.governed_by)]]
            if (
                governed == "مع"
                and predicate.pattern.frame == "attack"
                and near
                and near[-1].removeprefix("ال").startswith("مشترك")
            ):
                role = "actor"  # غارات مشتركة مع القوات الروسية
            if governed == "مع" and "جنب" in near and predicate.pattern.frame == "clash":
                role = "actor"  # يقاتلون جنباً إلى جنب مع القوات
            if governed == "agent" and near[-1:] and near[-1].removeprefix("ال").startswith(BACKED):
                role = "none"  # الهجوم المدعوم من قبل روسيا
            if governed == item.governor == "علي" and predicate.type == "sexual_violence":
                role = "none" if item.actors[0].kind == "facility" else "target"  # اعتداء جنسي على طفلة; but على حواجز
            if governed == item.governor == "من" and predicate.type == "displacement" and self._emptied(predicate, item):
                role = "target"
            if governed == "ب" and item.governor == "ب" and self._with_arms_of(predicate, item):
                role = "actor"
            if (
                predicate.pattern.frame in MUTUAL
                and self.view.tokens[item.governed_by].norm in _WATCHING
                and item.governor == "genitive"
            ):
                role = "none"  # تبادل أسرى بإشراف الأمم المتحدة: who watches over it is no party
            goods = predicate.type == "property_destruction"  # استولى على ممتلكات الأهالي
            if (
                governed == "علي"
                and predicate.pattern.frame == "seize"
                and not (goods or (item.actors[0].owner and self._owned(item)) or self._counted_ground(item))
            ):
                role = "none"
            if governed == "ب" and predicate.type == "ied" and item.governor == "ب" and item.actors[0].kind in STRUCK:
                role = "target"  # انفجار عبوة بدورية للجيش, انفجر لغم بسيارة
            if governed == "ب" and befalls_with_ba(predicate, self.view.tokens[predicate.first].norm, item):
                role = "target"
            if governed == "في" and predicate.pattern.frame == "clash" and self._stronghold(predicate, item):
                role = "target"  # معارك في آخر معاقل التنظيم
            if governed == "من" and predicate.type == "advance" and self._nears(predicate):
                role = "target"  # اقتراب الفصائل من مقر الحزب
            if governed == "عن" and predicate.type == "siege" and item.governor == "عن":
                role = "target"  # فك الحصار عن الأهالي
            if governed == "من" and predicate.pattern.frame == "kill" and item.actors[0].kind == "facility":
                role = "none"  # خطف ناشطاً من منزله
            fire = any(token.norm == "النار" for token in self.view.tokens[predicate.first : item.first])
            burnt = fire and predicate.pattern.frame in ("strike-at", "damage") and item.actors[0].kind in ("facility", "vehicle")
            if governed == "في" and predicate.pattern.frame in ("attack", "strike-at", "damage") and (burnt or self._owned(item)):
                role = "target"  # انفجار في مستودع للفصائل, قصف في مدرسة, إضرام النار في مقر المجلس
            if governed == "الي" and reached(predicate, item):
                role = "target"  # تسللوا إلى نقاط الجيش
            if predicate.phrase and predicate.first < item.governed_by < predicate.last and governed not in ("بين", "مع"):
                # ألقت القبض على خلية: the preposition is a part of the phrase.
                role = frame.roles.get(governed, frame.roles.get("object", "none"))
            if item.governor == "من" and any(threatens(other, predicate) for other in self.clauses.predicates):
                role = "actor"
            others = governed == "agent" or self.view.tokens[item.first - 1].norm in ("بينها", "بينهم")
            if others and predicate.pattern.frame == "mutual" and len(predicate.actors) > 1:
                role = "none"  # تناول لقاء الوزيرين أموراً بينها التعدي من قبل تركيا: the parties are known
            if governed == "agent" and any(breaks(other, predicate) for other in self.clauses.predicates):
                role = "none"
            if governed in _AT and predicate.type in ("arrest", "abduction") and not predicate.actors and self._checkpoint(item):
                role = "actor"  # اعتُقل على حاجز لقوات النظام
            if governed == "بين" and predicate.type in BLASTS:
                role = "none"  # فجر نفسه بين الجنود
            if governed == "بين" and predicate.pattern.frame == "attack" and not self._beside(predicate, item):
                role = "none"  # هجوم في مواجهة بين الطرفين
            if governed == "مع" and any(actor.governor == "مع" for actor in predicate.actors):
                # محادثات مع تركيا لدفعها إلى استخدام نفوذها مع دمشق: the first is the partner.
                role = "none"
            asked_for = governed == "من" or (governed in ("الي", "ل") and predicate.type in ASKING)
            if asked_for and predicate.pattern.frame == "speak" and item.governor != governed:
                # دعا السكان إلى التأكد من هوية الغرباء, دعت إلى تشكيل هيئة: what is asked for, and not whom the demand is made to.
                role = "none"
            lemma = predicate.form.lemma if predicate.form is not None else ""
            told = lemma in _ADDRESSING and any(target.governor == "" for target in predicate.targets)
            if told and governed in ("الي", "ل", "من", "علي") and item.governor == governed:
                role = "none"  # يدعو السوريين إلى العودة لبلادهم: whom it is said to stands as the object
            struck = predicate.pattern.frame in ("attack", "strike-at", "damage")
            if governed == "من" and predicate.pos == "noun" and struck and not predicate.actors:
                # قصف من قوات النظام, هجوم من الحكومة; but غارات ... بمساعدة من الحكومة
                doers = (*ARMED_KINDS, "group", "government") if item.first - predicate.last <= _BESIDE else (*ARMED_KINDS, "group")
                # لقصف من قوات الأسد وروسيا; but هجوم من تركيا is from there
                states = item.actors[0].kind in doers or predicate.proclitics[-1:] == "ل"
                whole = all(actor.kind in doers or (states and actor.kind == "country") for actor in item.actors)
                if (whole or fired_from(self.view, predicate, item)) and item.governor == "من":
                    role = "actor"
            if governed == "ب" and judged(predicate, self.view.tokens[predicate.first].norm, item):
                role = "target"
            if governed == "من" and predicate.pos == "noun" and predicate.pattern.frame == "speak" and item.governor == "من":
                # استنكار من المنظمات, رفض من الفصائل; but طلب تركيا من روسيا, الطلب من روسيا
                asked = predicate.definite and predicate.form is not None and predicate.form.lemma == "طلب"
                role = "target" if predicate.actors or asked else "actor"
            if governed == "ل" and predicate.type == "withdrawal" and "سلي" in self.view.tokens[predicate.first].norm:
                role = "none"  # تسليم البلدات للحكومة: who gets them
            if governed == "ل" and item.governor == "genitive":
                # هجوم لطرد التنظيم: ل with another verbal noun tells the purpose; تبرعت بمليون لإغاثة النازحين
                helped = predicate.type == "aid" and self.view.tokens[item.governed_by].norm in _HELPING
                role = "target" if helped else "none"
            if item.governor == "genitive" and item.governed_by >= 0 and self.view.tokens[item.governed_by].norm in _BY_MEANS:
                role = "actor" if frame.roles.get("subject") == "actor" or predicate.type == "shoot_down" else role
            if governed == "ب" and predicate.type == "demand" and item.governor == "genitive" and self._ousts(item.governed_by):
                # طالب بإسقاط فلان: the demand is aimed at whom its content names.
                role = "target"
            if governed == "ل" and predicate.pattern.frame != "crowd" and self._tied(item.first - 1):
                # على البلدة الموالية لقوات النظام: what follows belongs to the adjective.
                continue
            if governed in ("الي", "ل") and frame.armed and taken_there(self.view, item.first):
                continue  # نقل على إثرها لنقطة طبية
            if governed == "ل" and predicate.pattern.frame == "crowd":
                # مظاهرة مناهضة للهيئة, but مظاهرة للأهالي
                own = item.governor == "ل" and item.first == predicate.last and item.actors[0].kind == "people"
                role = "target" if self._against(item.first) else "actor" if own else role
            if governed == "ل" and predicate.pos != "verb" and item.governor != "genitive":
                known = predicate.actors or predicate.enclitic or predicate.pattern.frame in ("kill", "strike-at")
                known = known or self._directed(predicate)
                if known and "lam-after-agent" in frame.roles:
                    role = frame.roles["lam-after-agent"]
                elif (role == "actor" and frame.armed and not is_armed(item)) or (
                    role == "actor" and self._of_what_it_strikes(predicate, item)
                ):
                    role = "target"
                elif role == "actor" and (self._another_before(predicate, item) or self._as_for(predicate, item)):
                    # غارات على مواقع للهيئة وأخرى للحركة
                    role = "none"
            elif governed == "ل" and frame.roles.get("ل") == "actor":
                role = "none"
            if governed == item.governor == "ل" and predicate.pattern.frame == "seize" and self._on_ground_of(item):
                role = "target"
            self.slots.put(predicate, item, role, f"after {governed}")

    def _with_arms_of(self, predicate: Predicate, item: Item) -> bool:
        """جرى قصف المستودع بطائرات أمريكية, قتل بمدفعية النظام: whether whose arms did it is the only one who is named as its agent."""
        own = all(actor.kind in _MEANS and actor.code for actor in item.actors)
        arms = predicate.pattern.frame in _BY_ARMS or predicate.type == "shoot_down"
        return own and arms and not predicate.actors and not predicate.dropped

    def _of_what_it_strikes(self, predicate: Predicate, item: Item) -> bool:
        """هز انفجار ضخم المربع الأمني للجبهة: a phrase with the article between an indefinite blast and ل is the object, which ل gives its owner."""
        between = self.view.tokens[predicate.last : item.first]
        return predicate.type in BLASTS and not predicate.definite and any(token.norm.startswith("ال") for token in between)

    def _on_ground_of(self, item: Item) -> bool:
        """سيطر على مناطق للنظام, نقاط جديدة لقوات النظام: whether ل gives the owner of indefinite ground that على introduces."""
        for head in range(item.first - 1, max(-1, item.first - 1 - _BESIDE), -1):
            token = self.view.tokens[head]
            if token.kind != "word" or token.norm.startswith("ال"):
                return False
            if self.view.lists[head] & {"taking-places", "place-nouns"}:
                return any(self.view.preposition(p) == "علي" for p in range(max(0, head - _BESIDE), head))
        return False

    def _counted_ground(self, item: Item) -> bool:
        """سيطر على عشر قرى للفصائل: whether a mention of somebody's begins with a count of places, which are taken from him."""
        number = item.actors[0].quantity
        last = number.last if number is not None else item.first
        owned = any(self.view.tokens[p].norm.startswith("ل") for p in range(last, item.last))
        return number is not None and owned and "place-nouns" in self.view.lists[last - 1]

    def _emptied(self, predicate: Predicate, item: Item) -> bool:
        """خلت المدينة من سكانها, إفراغ القرى من أهلها: whether those of whom a place is emptied leave it."""
        norm = self.view.tokens[predicate.first].norm
        return item.actors[0].kind == "people" and any(
            stem in norm for stem in ("خلت", "خلا", "تخلو", "خلو", "فرغ", "فراغ", "فريغ")
        )

    def _received(self, predicate: Predicate) -> bool:
        """تلقت الجبهة أسلحة من أنقرة: whether the word of support is one of receiving, so that whoever gives follows with من."""
        norm = self.view.tokens[predicate.first].norm
        return predicate.type in ("military_support", "aid") and any(stem in norm for stem in _RECEIVING)

    def _nears(self, predicate: Predicate) -> bool:
        """اقترب من, اقتراب من: whether what is advanced on follows with من."""
        return "قترب" in self.view.tokens[predicate.first].norm or "قتراب" in self.view.tokens[predicate.first].norm

    def _stronghold(self, predicate: Predicate, item: Item) -> bool:
        """Whether an item is the stronghold of somebody else than those who fight there."""
        head = item.actors[0]
        known = (
            head.kind == "facility"
            and head.owner is not None
            and any("strongholds" in self.view.lists[p] for p in range(head.first, head.owner.first))
        )
        return known and all(actor.code[:6] != head.code[:6] for actor in predicate.actors)

    def _owned(self, item: Item) -> bool:
        """Whether a place where something strikes belongs to somebody or is a school or hospital, and so is the target."""
        head = item.actors[0]
        return head.kind == "facility" and ((head.owner is not None and head.role == "MIL") or head.role in ("HLH", "EDU"))

    def _checkpoint(self, item: Item) -> bool:
        """Whether an item is a checkpoint or patrol of somebody: حواجز الشرطة العسكرية."""
        head = item.actors[0]
        return bool(head.code) and self.view.tokens[head.head].norm.removeprefix("ال") in _CHECKPOINTS

    def _further_party(self, predicate: Predicate, item: Item) -> bool:
        """بين القوات، بدعم روسي، وتنظيم: with waw and no verb of its own, a phrase after بين and an insertion is a party too."""
        parties = [actor for actor in predicate.actors if actor.governor == "بين"]
        if (
            not parties
            or item.actors[0].proclitics[:1] != "و"
            or any(p in self.clauses.verbs for p in range(item.last, item.last + 2))
        ):
            return False
        between = range(parties[-1].last, item.first)
        return not any(self.clauses.hard[p] or self.clauses.relative(p) or p in self.clauses.verbs for p in between)

    def _beside(self, predicate: Predicate, item: Item) -> bool:
        """قصف متبادل بين القوات والفصائل: whether a phrase stands right after a noun and its adjectives, with its preposition."""
        return item.first - predicate.last <= 3 and all(
            self.view.preposition(p) in ("", "بين") for p in range(predicate.last, item.first)
        )

    def _another_before(self, predicate: Predicate, item: Item) -> bool:
        """Whether somebody else stands between a noun of action and a phrase."""
        return any(other.kind == "actor" and predicate.last <= other.first < item.first for other in self.clauses.items)

    def _directed(self, predicate: Predicate) -> bool:
        """توجيه ضربة للنظام, سددت القوات ضربة للتنظيم: what a blow is directed at follows with ل."""
        before = range(max(0, predicate.first - 5), predicate.first)
        forms = (match.value.form for p in before for match in self.view.at[p].get("light", ()))
        return any(form is not None and form.lemma in _DIRECTING for form in forms)

    def _as_for(self, predicate: Predicate, item: Item) -> bool:
        """خط أحمر بالنسبة لحكومته: for whom something is what it is said to be."""
        return any(token.norm.endswith("بالنسبه") for token in self.view.tokens[predicate.last : item.first])

    def _tied(self, index: int) -> bool:
        norm = self.view.tokens[index].norm if index >= 0 else ""
        return norm.removeprefix("ال").startswith(_TYING) or held(self.view, index)

    def _ousts(self, index: int) -> bool:
        norm = self.view.tokens[index].norm
        return norm.removeprefix("و").removeprefix("ب") in _OUSTING

    def _against(self, index: int) -> bool:
        """مناهضة ل، منددة ب, رافضة ل: what follows is whom a protest is against."""
        return any(self.view.tokens[p].norm.removeprefix("ال") in _AGAINST for p in range(max(0, index - 3), index))

    def _whose_life(self, predicate: Predicate, item: Item) -> bool:
        """أودى القصف بحياة طفل: the verb's own object, whatever act is its subject."""
        return predicate.pattern.frame == "take-lives" and self.view.tokens[item.governed_by].norm in _LIVES

    def _belongs_to_later(self, predicate: Predicate, item: Item) -> bool:
        """Whether another predicate or verb stands nearer on the item's left."""
        return any(
            other is not predicate and predicate.first < other.first < item.first
            for other in self.clauses.predicates
            if not (predicate.pattern.frame in MUTUAL and (other.first == predicate.last or self._its_occasion(predicate, other)))
            and not (breaks(predicate, other) and item.governor == "agent")
            and not (threatens(predicate, other) and item.governor == "من")
        )

    def _its_occasion(self, predicate: Predicate, other: Predicate) -> bool:
        """بحث الوزير في اتصال هاتفي مع نظيره: whether talks that a verb tells of took place in a call or meeting named after it."""
        return predicate.pos == "verb" and other.pattern.frame in MUTUAL and governor(self.view, other.first)[0] in ("في", "خلال")
