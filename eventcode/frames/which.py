"""Where ما and مما open a clause: after a mark, and as "unless" (ما لم)."""

from __future__ import annotations

from collections.abc import Sequence

from eventcode.text import Token

INSERTIONS = frozenset({"وهو", "وهي", "وهم", "وهما"})
"""Pronouns that open a clause on what was just told."""
_UNLESS = ("ما", "لم")
_AFTER_MARK = frozenset({"مما", "ما"})


def which_opens(tokens: Sequence[Token], index: int) -> bool:
    """لن تنسحب ما لم توقف دمشق القصف; what was not done (وهو ما لم يحدث) stands after a pronoun and opens none."""
    before = tokens[index - 1] if index else None
    if before is not None and before.kind == "punct":
        return tokens[index].norm in _AFTER_MARK
    unless = tuple(token.norm for token in tokens[index : index + 2]) == _UNLESS
    return unless and (before is None or before.norm not in INSERTIONS)
