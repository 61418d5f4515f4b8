"""Reading documents to code, and events that were coded; what is faulty is reported in its place and the rest is read."""

from eventcode.reading.events import read_events
from eventcode.reading.files import STANDARD_INPUT, Document, read, read_lines, read_standard_input

__all__ = ["STANDARD_INPUT", "Document", "read", "read_events", "read_lines", "read_standard_input"]
