"""Roles that prepositions introduce, and whoever backs an act."""

from __future__ import annotations

from eventcode.codebook import Frame
from eventcode.frames.items import PLACE_PREPOSITIONS, addressed
from eventcode.frames.model import Item, Predicate
from eventcode.frames.roles.heads import MUTUAL
from eventcode.frames.roles.slots import NATIONS, Slots, is_armed
from eventcode.mentions.actors import ARMED_KINDS

_BACKING = frozenset({"مدعوما", "مدعومين", "بدعم", "بمساندة", "بمسانده", "باسناد", "بمشاركه", "بمعاونه"})
_TOWARDS = frozenset({"باتجاه", "تجاه", "صوب", "نحو"})
# Beginnings of adjectives to which a following ل belongs.
_TYING = ("موالي", "تابع", "خاضع", "مويد", "مناهض", "مناوي", "معارض", "مجاور", "محاذي", "منتمي")
_AGAINST = frozenset({"مناهضه", "مناوءه", "مناويه", "رافضه", "منددة", "مندده", "معارضه", "ضد", "مناهضا", "مناهضين"})
# What is asked for against somebody: طالبوا بإسقاط فلان, برحيله, بمحاسبته.
_OUSTING = frozenset(
    {"اسقاط", "رحيل", "تنحي", "تنحيه", "اقاله", "استقاله", "عزل", "محاسبه", "محاكمه", "اعدام", "طرد", "خروج", "اعتقال", "معاقبه"}
)
# Whose fire, shells or hands brought something about: قُتل برصاص مجهولين, سقطت بنيران الفصائل.
_BY_MEANS = frozenset(
    ["برصاص", "برصاصه", "بنيران", "بطلقات", "بقذاءف", "بقذايف", "بصواريخ", "بصاروخ", "بقصف", "بغارات", "بغاره", "بضربات", "بهجوم", "بكمين",
     "بقذيفه", "بالغام", "بلغم", "بمضادات", "بمدفعيه", "بقناص", "بقناصه"]
)  # fmt: skip


class Prepositions:
    """Puts what follows a preposition into a role of the predicate before it."""

    def __init__(self, slots: Slots) -> None:
        self.slots = slots
        self.view = slots.view
        self.clauses = slots.clauses

    def fill(self, predicate: Predicate, frame: Frame, start: int, end: int) -> None:
        """Roles that prepositions after the predicate introduce."""
        for item in self.clauses.items:
            if item.first <= start or item.first >= end or item.kind != "actor":
                continue
            governed = self.clauses.outer_governor(item)
            if governed in ("", "genitive"):
                continue
            if self._belongs_to_later(predicate, item):
                continue
            spoken_to = predicate.pattern.frame == "speak" and addressed(self.view, item.actors[0], predicate.last)
            somewhere = (governed in PLACE_PREPOSITIONS and not spoken_to) or (
                governed == "ب" and predicate.pattern.frame in MUTUAL
            )
            if item.actors[0].kind in NATIONS and (somewhere or (governed == "علي" and frame.armed)):
                continue
            role = frame.roles.get(governed, "none")
            if governed in _TOWARDS and predicate.pattern.frame == "move" and predicate.type != "advance":
                # أرسلت تعزيزات باتجاه نقاطها: only an advance is made on somebody.
                role = "none"
            if governed == "من" and predicate.pattern.frame == "kill" and item.actors[0].kind == "facility":
                role = "none"  # خطف ناشطاً من منزله
            if governed == "في" and predicate.pattern.frame in ("attack", "strike-at") and self._owned(item):
                role = "target"  # انفجار في مستودع للفصائل, قصف في مدرسة
            if predicate.phrase and predicate.first < item.governed_by < predicate.last:
                # ألقت القبض على خلية: the preposition is a part of the phrase.
                role = frame.roles.get("object", "none")
            if governed == "مع" and any(actor.governor == "مع" for actor in predicate.actors):
                # محادثات مع تركيا لدفعها إلى استخدام نفوذها مع دمشق: the first is the partner.
                role = "none"
            if governed == "من" and predicate.pattern.frame == "speak" and item.governor != "من":
                # دعا السكان إلى التأكد من هوية الغرباء: not whom the demand is made to.
                role = "none"
            if governed == "من" and predicate.pos == "noun" and predicate.pattern.frame == "attack" and not predicate.actors:
                # قصف من قوات النظام
                if all(actor.kind in ARMED_KINDS or actor.kind == "group" for actor in item.actors) and item.governor == "من":
                    role = "actor"
            if governed == "من" and predicate.pos == "noun" and predicate.pattern.frame == "speak" and item.governor == "من":
                # استنكار من المنظمات, رفض من الفصائل; but طلب تركيا من روسيا
                role = "target" if predicate.actors else "actor"
            if governed == "ل" and item.governor == "genitive":
                # هجوم لطرد التنظيم: ل with another verbal noun tells the purpose.
                role = "none"
            if item.governor == "genitive" and item.governed_by >= 0 and self.view.tokens[item.governed_by].norm in _BY_MEANS:
                role = "actor" if frame.roles.get("subject") == "actor" or predicate.type == "shoot_down" else role
            if governed == "ب" and predicate.type == "demand" and item.governor == "genitive" and self._ousts(item.governed_by):
                # طالب بإسقاط فلان: the demand is aimed at whom its content names.
                role = "target"
            if governed == "ل" and predicate.pattern.frame != "crowd" and self._tied(item.first - 1):
                # على البلدة الموالية لقوات النظام: what follows belongs to the adjective.
                continue
            if governed == "ل" and predicate.pattern.frame == "crowd" and self._against(item.first):
                role = "target"
            if governed == "ل" and predicate.pos != "verb" and item.governor != "genitive":
                if (predicate.actors or predicate.pattern.frame in ("kill", "strike-at")) and "lam-after-agent" in frame.roles:
                    role = frame.roles["lam-after-agent"]
                elif role == "actor" and frame.armed and not is_armed(item):
                    role = "target"
            elif governed == "ل" and frame.roles.get("ل") == "actor":
                role = "none"
            self.slots.put(predicate, item, role, f"after {governed}")

    def _owned(self, item: Item) -> bool:
        """Whether a place where something strikes belongs to somebody or is a school or hospital, and so is the target."""
        head = item.actors[0]
        return head.kind == "facility" and (head.owner is not None or head.role in ("HLH", "EDU"))

    def _tied(self, index: int) -> bool:
        norm = self.view.tokens[index].norm if index >= 0 else ""
        return norm.removeprefix("ال").startswith(_TYING)

    def _ousts(self, index: int) -> bool:
        norm = self.view.tokens[index].norm
        return norm.removeprefix("و").removeprefix("ب") in _OUSTING

    def _against(self, index: int) -> bool:
        """مناهضة ل، منددة ب, رافضة ل: what follows is whom a protest is against."""
        return any(self.view.tokens[p].norm.removeprefix("ال") in _AGAINST for p in range(max(0, index - 3), index))

    def _belongs_to_later(self, predicate: Predicate, item: Item) -> bool:
        """Whether another predicate or verb stands nearer on the item's left."""
        return any(
            other is not predicate and predicate.first < other.first < item.first
            for other in self.clauses.predicates
            if not (predicate.pattern.frame in MUTUAL and other.first == predicate.last)
        )

    def backing(self, predicate: Predicate, end: int) -> None:
        """مدعوماً من روسيا, بدعم من روسيا: whoever backs the act is a further actor (coding rules, section 3)."""
        if not predicate.actors or not self.slots.frames[predicate.pattern.frame].armed:
            return
        for index in range(predicate.first, min(end, len(self.view.tokens))):
            if self.view.tokens[index].norm in _BACKING:
                for item in self.clauses.items:
                    if item.kind == "actor" and index < item.first <= index + 3:
                        self.slots.put(predicate, item, "actor", "backs the act")
