"""Reading documents to code; what is faulty is reported in its place and the rest is read."""

from eventcode.reading.document import Document, FieldMap, document_of
from eventcode.reading.files import STANDARD_INPUT, read, read_standard_input
from eventcode.reading.lines import LONGEST_LINE, bounded_lines, read_lines

__all__ = [
    "LONGEST_LINE", "STANDARD_INPUT", "Document", "FieldMap", "bounded_lines", "document_of", "read", "read_lines",
    "read_standard_input",
]  # fmt: skip
