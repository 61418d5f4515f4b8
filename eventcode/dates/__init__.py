"""Time expressions of Arabic text, resolved to closed intervals of days."""

from eventcode.dates.find import TimeExpression, find, last_told, resolve

__all__ = ["TimeExpression", "find", "last_told", "resolve"]
