"""Output formats: one module each, one registry. Files are written whole or not at all."""

from __future__ import annotations

from eventcode.output.files import whole_file
from eventcode.output.formats import FORMATS, Format, format_of

__all__ = ["FORMATS", "Format", "format_of", "whole_file"]
