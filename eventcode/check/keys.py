"""Keys and values against the shapes of the files (``eventcode.codebook.files``)."""

from __future__ import annotations

from eventcode.check.model import Check
from eventcode.check.syntax import FromLoader


class UnknownKey(FromLoader):
    """A key that its mapping does not have."""

    name = "unknown-key"
    advice = "write the key as it is known, or take it out"
    reason = "an unknown key would be passed over: with 'phrase' for 'phrases' a pattern has no words and never fires"
    bad = "phrase:\n  - ضربة جوية"
    good = "phrases:\n  - ضربة جوية"


class MissingKey(FromLoader):
    """A mapping without a key that it must have."""

    name = "missing-key"
    advice = "add the key"
    reason = "the entry has no meaning without it"
    bad = "- id: bombard\n  lexemes:\n    - noun: قصف"
    good = "- id: bombard\n  frame: attack\n  lexemes:\n    - noun: قصف"


class WrongShape(FromLoader):
    """A text where a list or a mapping must stand, or the other way round."""

    name = "wrong-shape"
    advice = "write the value as the message says; docs/how-to/check-a-codebook.md shows each file"
    reason = "a text is not a list of one: its letters would be taken for entries"
    bad = "needs: munitions"
    good = "needs:\n  - munitions"


class EmptyValue(FromLoader):
    """A key or list item without a value."""

    name = "empty-value"
    advice = "write the value or take the key out"
    reason = "an entry without words never fires"
    bad = "phrases:"
    good = "phrases:\n  - ضربة جوية"


class UnknownValue(FromLoader):
    """A value that is none of those which its key may have."""

    name = "unknown-value"
    advice = "choose one of the known values"
    reason = "the engine compares with the known values only, so the entry would do nothing or something else"
    bad = "direction: forwards"
    good = "direction: forward"


class BadDate(FromLoader):
    """A day that is none."""

    name = "bad-date"
    advice = "write days as YYYY-MM-DD"
    reason = "other orders of day and month are read in two ways"
    bad = "until: 28/01/2017"
    good = "until: 2017-01-28"


class BadForm(FromLoader):
    """A code, id or number that is not written as such."""

    name = "bad-form"
    advice = "write it as the message says"
    reason = "codes and ids are compared letter by letter, here and in the programs that read the events"
    bad = "code: Syrmil"
    good = "code: SYRMIL"


CHECKS: tuple[Check, ...] = (UnknownKey(), MissingKey(), WrongShape(), EmptyValue(), UnknownValue(), BadDate(), BadForm())
