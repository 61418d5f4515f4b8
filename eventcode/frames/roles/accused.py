"""Who is told to be accused, which accuses nobody: اعتقلت متهمين بالتجسس, رجلاً متهماً بالسحر (coding rules 1.6)."""

from __future__ import annotations

from eventcode.frames.model import Predicate
from eventcode.frames.roles.slots import Slots

_ENDINGS = ("ا", "ين", "ان")
"""Endings of what describes somebody or is an object; متهمون, متهمة say it of the subject."""
_WAS = ("كان", "يكون", "ليس", "بات", "اصبح")


def describes_accused(slots: Slots, predicate: Predicate) -> bool:
    """Whether a participle of accusing with its charge right behind it only tells whom another act befell."""
    if predicate.type != "accusation" or predicate.pos != "participle" or not predicate.first:
        return False
    token = slots.view.tokens[predicate.first]
    before = slots.view.tokens[predicate.first - 1].norm.lstrip("وف")
    said = before.startswith(_WAS) or slots.view.joined(predicate.first)
    return token.norm.endswith(_ENDINGS) and not said and slots.content_follows(predicate.last)
