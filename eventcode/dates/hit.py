"""What a rule of the grammar of time expressions read."""

from __future__ import annotations

import attrs

from eventcode.dates.calendar import Interval


@attrs.frozen(slots=True)
class Hit:
    """What a rule read: up to token ``last`` (exclusive), its interval (None: cannot be resolved).

    ``ahead`` is the interval if what it dates is to come, ``own`` that of X itself in منذ X; ``counted`` is set for a length that is
    counted from an event named after it, which it dates (بعد يومين من الهجوم, غداة الهجوم, قبل أيام من القمة).
    """

    last: int
    interval: Interval | None
    connector: str = ""
    weekday: int | None = None
    ahead: Interval | None = None
    own: Interval | None = None
    counted: bool = False
