"""Time expressions of Arabic text, resolved to closed intervals of days."""

from eventcode.dates.find import TimeExpression, find, resolve

__all__ = ["TimeExpression", "find", "resolve"]
