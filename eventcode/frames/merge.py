"""Predicates of one sentence that report the same happening become one row; results of an attack become its counts."""

from __future__ import annotations

import attrs

from eventcode.codebook import Codebook
from eventcode.frames.casualties import ATTACK_TYPES, VIOLENT, Casualties
from eventcode.frames.clauses import Clauses
from eventcode.frames.model import STRIKE_FRAMES, Predicate
from eventcode.frames.renamed import (
    done_by,
    fired,
    gas_used,
    hand_on,
    led_away,
    only_hit,
    overflown,
    place_again,
    renamed,
    rivals,
    sent_and_hit,
    shot,
    tells,
)
from eventcode.frames.repeats import so_many
from eventcode.frames.triggers import BY_DOCUMENT
from eventcode.frames.verbs import answers
from eventcode.mentions import View
from eventcode.mentions.closed import HARD_ENDS
from eventcode.mentions.governors import governor

_SPECIFIC = {
    "ground_attack": 0,
    "attack_on_civilians": 1,
    "shelling": 2,
    "air_strike": 3,
    "chemical_attack": 4,
    "ied": 4,
    "suicide_bomb": 5,
}


_PHRASED = 8
"""Tokens over which the words of one phrase are spread: لقي قائد في الفصيل مصرعه."""
_CROWD = {"protest": 0, "violent_protest": 1, "mob_violence": 2}
"""Acts of a crowd, the milder first."""
_ESCALATION = "تصعيد"
_REACH = 4
"""Tokens after an escalation in which stands what it is on: التصعيد العسكري الأخير على."""
_BLASTS = frozenset({"ied", "suicide_bomb"})
_LAUNCHING = frozenset({"اطلق", "القي", "رمي", "قذف", "رشق"})


def _trigger_of(predicate: Predicate) -> Predicate:
    """A copy that keeps a trigger's own words when its row takes over another's."""
    return attrs.evolve(predicate, also=[], trace={})


def _open(predicate: Predicate) -> bool:
    """Whether a verb tells only that something was hit, and no word beside it with what (استهدف هجومٌ حافلة)."""
    if predicate.pattern.frame != "strike-at" or predicate.pos != "verb":
        return False
    return _guessed(predicate) or next(iter(predicate.trace.get("type", ())), "") == predicate.pattern.rule


def _guessed(predicate: Predicate) -> bool:
    """Whether only the document's other words tell the type."""
    return any(reason.startswith(BY_DOCUMENT) for reason in predicate.trace.get("type", ()))


def _means_told(host: Predicate, other: Predicate) -> bool:
    """غارات جوية وقصف مدفعي استهدفا البلدة: whether a bombardment by its own words came from guns, and the other word is only that it hit."""
    guns = host.phrase and host.type == host.pattern.type == "shelling"
    return guns and other.pos == "verb" and other.pattern.frame == "strike-at"


class Merger:
    """Merges the predicates of one sentence."""

    def __init__(self, view: View, clauses: Clauses, codebook: Codebook) -> None:
        self.view = view
        self.clauses = clauses
        self.codebook = codebook

    def run(self) -> list[Predicate]:
        """The predicates that stay as rows."""
        rows = self.same_happening(self.yielding(self.clauses.predicates))
        rows = Casualties(self.view, self.clauses).run(rows)
        return self.displaced(self.aimed(rows))

    def aimed(self, rows: list[Predicate]) -> list[Predicate]:
        """Drop an escalation with neither agent nor target nor what it is on; where it was, those fled who fled from it."""
        for unaimed in [row for row in rows if self._unaimed(row)]:
            rows = [row for row in rows if row is not unaimed]
            host = next((row for row in rows if row.first >= unaimed.last), None)
            if host is not None and not host.places and self.codebook.frames[host.pattern.frame].placed:
                host.places = unaimed.places
        return rows

    def yielding(self, predicates: list[Predicate]) -> list[Predicate]:
        """Drop what gives no row beside another act of its sentence that means the same: another attack beside تصعيد or a munition
        as cause (coding rules 1.4 and 1.7), an arrest beside the raid that led to it.
        """
        told = [p for p in predicates if not p.pattern.yields]
        attack = any(p.pattern.frame in STRIKE_FRAMES for p in told)
        kept = [
            p
            for p in predicates
            if not p.pattern.yields or not (attack if p.pattern.frame in STRIKE_FRAMES else any(tells(other, p) for other in told))
        ]
        for dropped in (p for p in predicates if p not in kept and (p.actors or p.targets)):
            hand_on(kept, dropped)
        for dropped in (p for p in predicates if p not in kept and p.places):
            # استهدف بنيران مدفعيته تجمعات في سراقب: the place after the munition is that of the act
            near = [p for p in kept if p.last <= dropped.first <= p.last + _PHRASED and not self._stop(p.last, dropped.first)]
            with_it = dropped.proclitics[-1:] == "ب" or (bool(near) and done_by(near[-1], dropped))
            host = near[-1] if near and with_it and near[-1].pattern.frame in STRIKE_FRAMES else None
            if dropped.pattern.frame not in STRIKE_FRAMES:
                # دهم منازل في بنش واعتقل ناشطين: where the raid was, the arrest was
                host = next((p for p in kept if p.first >= dropped.last and p.type == dropped.type), None)
            if host is not None and not host.places:
                host.places = dropped.places
            elif dropped.pattern.frame in STRIKE_FRAMES:
                place_again(self.view, kept, dropped)
        return kept

    def _unaimed(self, predicate: Predicate) -> bool:
        """أدى التصعيد في إدلب إلى: whether an escalation tells nothing of who, on whom or on what (coding rules 1.4)."""
        if not predicate.pattern.yields or predicate.form is None or predicate.form.lemma != _ESCALATION:
            return False
        if predicate.actors or predicate.targets or predicate.counts:
            return False
        return all(token.norm not in ("علي", "ضد") for token in self.view.tokens[predicate.last : predicate.last + _REACH])

    def displaced(self, rows: list[Predicate]) -> list[Predicate]:
        """Those whom an attack of the sentence displaced are its count too; the displacement stays a row (coding rules 1.9)."""
        for row in rows:
            if row.type != "displacement" or "displaced" not in row.counts:
                continue
            causes = [other for other in rows if other.type in ATTACK_TYPES and other.first < row.first]
            if causes and any("result" in self.view.covered[p] for p in range(causes[-1].first, row.first)):
                causes[-1].counts.setdefault("displaced", row.counts["displaced"])
        return rows

    # -- one happening -----------------------------------------------------------------------------------------------

    def same_happening(self, predicates: list[Predicate]) -> list[Predicate]:
        """قصفت ... بعدة غارات; هجمات استهدفت; القصف طال: the second predicate of the same attack stands in ``also``."""
        rows: list[Predicate] = []
        for predicate in predicates:
            struck = next((row for row in rows[-2:] if only_hit(self.clauses, row, predicate)), None)
            if struck is not None:
                struck.places = struck.places or predicate.places
                continue
            host = next((row for row in reversed(rows[-3:]) if self._same(row, predicate)), None)
            if host is None:
                rows.append(predicate)
                continue
            self.absorb(host, predicate)
        return rows

    def absorb(self, host: Predicate, other: Predicate) -> None:
        """Take over what the second mention adds."""
        host.also.append(other)
        finer = _SPECIFIC.get(other.type, 9) > _SPECIFIC.get(host.type, 9)
        if host.type in _SPECIFIC and other.type in _SPECIFIC and not other.pattern.anaphoric:
            if _open(host) and not _open(other):
                host.type = other.type
                host.why("type", f"{self._text(other)} tells what hit")
            elif finer and not _open(other) and not _guessed(other) and not _means_told(host, other):
                host.type = other.type
                host.why("type", f"{self._text(other)} names the means")
        if not host.actors:
            host.actors = [actor for actor in other.actors if actor not in host.targets]
        # محاولة اغتيال قاض بعد إطلاق الرصاص على سيارته: the man is meant, and not his car
        for target in [] if host.type == "assassination" and host.targets else other.targets:
            if target not in host.targets and target not in host.actors:
                host.targets.append(target)
        for place in () if overflown(self.view, host, other) else other.places:
            if place not in host.places:
                host.places.append(place)
        host.destinations.extend(place for place in other.destinations if place not in host.destinations)
        host.times.extend(time for time in other.times if time not in host.times)
        for kind, count in other.counts.items():
            host.counts.setdefault(kind, count)
        if not host.sources:
            host.sources = other.sources

    def _text(self, predicate: Predicate) -> str:
        return self.view.slice(predicate.start, predicate.end)

    def _one_crowd(self, row: Predicate, predicate: Predicate) -> bool:
        """أحرق محتجون الإطارات وقطعوا الطريق: what one crowd does in one breath is one happening, as violent as its worst act."""
        if row.type == predicate.type == "protest_repression" and predicate.pos == "noun":
            return row.pos == "verb" and predicate.proclitics[-1:] == "ل"  # أطلقوا النار لتفريق المتظاهرين
        if row.type not in _CROWD or predicate.type not in _CROWD or row.pos != "verb" or predicate.pos != "verb":
            return False
        if predicate.proclitics[:1] != "و" or self._stop(row.last, predicate.first) or row.status != predicate.status:
            return False
        if any(actor not in row.actors for actor in predicate.actors):
            return False
        if _CROWD[predicate.type] > _CROWD[row.type]:
            row.type = predicate.type
            row.why("type", f"{self._text(predicate)} is done by the same crowd")
        return True

    def _same(self, row: Predicate, predicate: Predicate) -> bool:
        if self._one_crowd(row, predicate):
            return True
        if row.type == "agreement" and predicate.type == "ceasefire" and predicate.first - row.last <= 4:
            row.also.append(_trigger_of(row))
            row.start, row.end, row.first, row.last = predicate.start, predicate.end, row.first, predicate.last
            row.type, row.pattern = predicate.type, predicate.pattern
            return True
        if row.type == "air_strike" and predicate.type == "show_of_force" and predicate.pos == "verb":
            return predicate.form is not None and predicate.form.aspect == "imperfect"
        if predicate.pos == "verb" and predicate.pattern.frame == "move" and predicate.first in self.clauses.verbs:
            subject = self.clauses.arguments(predicate.first).subject
            if subject is not None and subject.predicate is row:
                return True
        if self._taken_up(row, predicate) or self._of_phrase(row, predicate) or renamed(self.clauses, row, predicate):
            return True
        if fired(self.clauses, row, predicate) or led_away(row, predicate) or shot(self.clauses, row, predicate):
            return True
        if sent_and_hit(self.clauses, row, predicate):
            return True
        if gas_used(self.clauses, row, predicate):
            return not self._stop(row.last, predicate.first)
        if (
            row.type == "chemical_attack"
            and predicate.pattern.frame == "attack"
            and not predicate.definite
            and row.status == predicate.status
        ):
            # استُخدم الكلور في هجومين على البلدة
            return governor(self.view, predicate.first)[0] == "في" and not self._stop(row.last, predicate.first)
        if row.type == predicate.type and row.pos == "verb" and row.pattern.frame == predicate.pattern.frame == "move":
            # دخل رتل عسكري: the convoy is the verb's own subject.
            return predicate.first - row.last <= 4 and not self._stop(row.last, predicate.first)
        if row.type == predicate.type == "mobilization" and row.pos == "noun" and predicate.first in self.clauses.verbs:
            # رتل يضم آليات دخل: the verb goes on with the convoy, where no other subject follows it.
            subject = self.clauses.arguments(predicate.first).subject
            goes_on = subject is None or subject.last <= predicate.first
            reach = _REACH if predicate.proclitics else _PHRASED
            return goes_on and predicate.first - row.last <= reach and not self._stop(row.last, predicate.first)
        if (
            row.pos == "verb"
            and row.pattern.frame in STRIKE_FRAMES
            and row.first in self.clauses.verbs
            and predicate.pos != "verb"
            and predicate.type in ("ied", "disrupted_weapons", "grenade")
        ):
            # انفجرت عبوة ناسفة, فككت الفرق لغماً, ألقى مجهولون قنبلة: the device is the verb's own subject or object.
            device = self.clauses.arguments(row.first)
            own = [device.subject, *device.objects]
            if any(item is not None and item.predicate is predicate for item in own):
                if predicate.type == "grenade":
                    row.type, row.pattern = predicate.type, predicate.pattern
                return True
        if row.type == predicate.type == "mobilization" and row.pos == "verb" and row.first in self.clauses.verbs:
            # استقدمت قوات النظام، أمس، تعزيزات: what is brought up is the object of the verb.
            brought = next((item for item in self.clauses.items if item.predicate is predicate), None)
            apart = any(row.first < p <= predicate.first for p in self.clauses.verbs)
            if brought is not None and brought.governor == "" and not apart and brought.first < self.clauses.right_end(row.first):
                return True
        if (
            row.pattern.frame == predicate.pattern.frame == "seize"
            and predicate.first == row.last
            and predicate.pos == row.pos == "noun"
        ):
            return True  # انتزاع السيطرة, استعادة السيطرة
        taken = row.pattern.frame in ("seize", "lose") and predicate.pattern.frame == "seize"
        if taken and row.pos == "verb" and predicate.verb == row.first and not rivals(row, predicate):
            # استعادت السيطرة على, فقدت قوات النظام السيطرة على: one act in two words.
            return predicate.first - row.last <= 8
        if row.pos == "verb" and row.first in self.clauses.verbs and row.pattern.frame in STRIKE_FRAMES:
            # طال القصف مشفى, استهدفته غارة: the attack is the verb's subject.
            subject = self.clauses.arguments(row.first).subject
            does_it = subject is not None and subject.predicate is predicate and predicate.proclitics[:1] != "و"
            if does_it and predicate.pattern.frame in STRIKE_FRAMES:
                return True
        if self._device(row, predicate) or self._found(row, predicate):
            return True
        if row.pattern.frame not in STRIKE_FRAMES or predicate.pattern.frame not in STRIKE_FRAMES:
            return row.type == predicate.type and self._repeated(row, predicate)
        if row.status != predicate.status and (predicate.status == "negated" or predicate.pos != "verb" or row.pos == "verb"):
            return False  # الضربة لم تستهدف أي مسجد: the strike took place, what is denied did not
        if predicate.pos == "verb":
            arguments = self.clauses.arguments(predicate.first) if predicate.first in self.clauses.verbs else None
            subject = arguments.subject if arguments is not None else None
            if subject is not None and subject.predicate is row:
                return True
            # "هجمات استهدفت مواقعهم": a bare relative clause on the attack noun.
            gap = predicate.first - row.last
            if row.pos != "verb" and gap <= 6 and not self._stop(row.last, predicate.first):
                verbs = [v for v in self.clauses.verbs if row.last <= v < predicate.first]
                return not verbs and (
                    arguments is None or arguments.subject is None or arguments.subject.kind != "actor" or gap <= 1
                )
            return False
        found = predicate.proclitics[-1:] if predicate.proclitics[-1:] in ("ب", "ل") else governor(self.view, predicate.first)[0]
        if found == "ب" or so_many(self.view, predicate.first) or (found == "" and self._with_preposition(predicate, "ب")):
            if row.pos != "verb" and answers(self.view, row.first):
                return False
            near = row.pos == "verb" or row.last <= predicate.first <= row.last + 24
            return near and not self._other_act(row, predicate)
        after_comma = any(self.view.tokens[p].text in ("،", ",") for p in range(max(0, predicate.first - 3), predicate.first))
        breach = predicate.type == "ceasefire_violation"  # قصفت ...، في خرق جديد للاتفاق: an act of a type of its own
        if found == "في" and after_comma and not (predicate.actors or predicate.places or predicate.definite or breach):
            # أغارت طائرات ...، في أول ضربات من نوعها
            return True
        if found == "genitive" and predicate.first - row.last <= 1 and predicate.proclitics[:1] != "و":
            return True
        return found in ("عبر", "خلال") and row.pos == "verb"

    def _other_act(self, row: Predicate, predicate: Predicate) -> bool:
        """شن هجوماً، بدأ بقصف; قصف الطيران البلدة وردت الفصائل بإطلاق قذائف: whether a verb of its own carries the second noun."""
        own = {other.first for other in row.also}
        for verb in self.clauses.verbs.values():
            if not row.last <= verb.index < predicate.first or verb.index in own or verb.match.enclitic:
                continue
            subject = self.clauses.arguments(verb.index).subject
            itself = subject is not None and subject.predicate is row and "aspect" not in verb.kinds
            if not itself and not self.clauses.relative(verb.index - 1):
                return True
        return False

    def _device(self, row: Predicate, predicate: Predicate) -> bool:
        """تفجير ... ناجم عن دراجة ملغومة استهدفت دورية: the bomb of a blast that the sentence told, and whom it hit."""
        if row.type not in _BLASTS or row.pattern.frame not in STRIKE_FRAMES:
            return False
        if predicate.pos == "verb":
            if predicate.pattern.frame != "strike-at" or predicate.first not in self.clauses.verbs:
                return False
            subject = self.clauses.arguments(predicate.first).subject
            hit = subject.predicate if subject is not None else None
            return hit is not None and any(other is hit for other in row.also)
        return predicate.phrase and predicate.type in _BLASTS and not predicate.actors

    def _found(self, row: Predicate, predicate: Predicate) -> bool:
        """تطهير البلدة من الألغام والعبوات الناسفة: devices that are cleared together with others went off nowhere."""
        if row.type != "disrupted_weapons" or not predicate.phrase or "explosive-devices" not in self.view.lists[predicate.first]:
            return False
        between = range(row.last, predicate.first)
        return self.view.joined(predicate.first) and not any(p in self.clauses.verbs or self.clauses.hard[p] for p in between)

    def _of_phrase(self, row: Predicate, predicate: Predicate) -> bool:
        """لقي ضابط مصرعه, ألقى مجهولون قنبلة يدوية, إطلاق رشقة من الصواريخ: the second word belongs to the phrase that the first begins."""
        launched = row.form is not None and row.form.lemma in _LAUNCHING
        if not (row.phrase or launched) or row.last - row.first > 1 or predicate.pos == "verb" or row.type != predicate.type:
            return False
        if not self.codebook.frames[row.pattern.frame].armed or self.view.preposition(predicate.first - 1) or predicate.proclitics:
            return False
        if any(row.last <= verb < predicate.first for verb in self.clauses.verbs):
            return False
        return predicate.first - row.last <= _PHRASED and not self._stop(row.last, predicate.first)

    def _taken_up(self, row: Predicate, predicate: Predicate) -> bool:
        """شنت القوات هجمات ... جاءت الهجمات رغم: the same noun, now definite and with nothing of its own."""
        if predicate.pattern.anaphoric and row.type in VIOLENT and row.pattern.frame in STRIKE_FRAMES:
            return True  # تفجير نفذته امرأة قبل إدانة العملية
        if row.pos == "verb" or predicate.pos != "noun" or not predicate.definite or predicate.enclitic:
            return False
        if row.form is None or predicate.form is None or row.form.lemma != predicate.form.lemma or row.status != predicate.status:
            return False
        return not (predicate.actors or predicate.targets or predicate.places) and not row.definite

    def _with_preposition(self, predicate: Predicate, letter: str) -> bool:
        """بـ11 غارة جوية: the number carries the preposition."""
        position = predicate.first - 1
        while position >= 0 and predicate.first - position <= 4:
            token = self.view.tokens[position]
            if token.norm == letter or (
                token.kind == "word"
                and token.norm[:1] == letter
                and self.view.tokens[position].norm[1:]
                in ("عده", "عشرات", "مءات", "ميات", "سلسله", "اكثر", "نحو", "حوالي", "العديد", "مختلف", "عدد")
            ):
                return True
            if token.kind == "punct":
                return False
            position -= 1
        return False

    def _repeated(self, row: Predicate, predicate: Predicate) -> bool:
        """The same non-attack act named again in one sentence: يلتزم بالهدنة, نزوح (ذات نزوح متكرر)."""
        if row.type == predicate.type == "evacuation":
            # إجلاء المقاتلين ... حيث يجري نقلهم إلى إدلب: the same people, told twice; others have a place or a number of their own.
            # خرجت دفعة من دوما، حيث غادرت 16 حافلة: how those who left did
            how = self.view.tokens[predicate.first - 1].norm == "حيث" and not row.counts
            return (how or not predicate.counts) and set(predicate.places) <= set(row.places)
        if row.pattern.frame == "flee":
            gap = predicate.first - row.last
            return gap <= 8 and not predicate.counts and (not predicate.targets or (predicate.pos == "verb" and row.pos == "verb"))
        if (
            row.type in ("ceasefire", "agreement", "joint_patrol", "negotiation", "protest", "criticism", "responsibility_claim")
            and row.type == predicate.type
            and row.pattern.frame == predicate.pattern.frame
            and not (row.pos == predicate.pos == "verb" and row.type == "negotiation")
        ):
            return not any(row.first < v < predicate.first for v in self.clauses.verbs) or row.type == "ceasefire"
        return False

    def _stop(self, start: int, end: int) -> bool:
        return any(self.view.tokens[p].text in HARD_ENDS or self.view.tokens[p].text in ("،", ",") for p in range(start, end))
