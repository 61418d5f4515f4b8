"""The checker of codebooks and place tables: every fault with file, line, what is wrong, how to mend it, and the name of the check."""

from eventcode.check.formats import FORMATS
from eventcode.check.model import LEVELS, Check, Described
from eventcode.check.run import BY_NAME, CHECKS, DESCRIBED, KINDS, Kind, Report, check_codebook, check_paths, kind_of_path
from eventcode.check.subject import Subject

__all__ = [
    "BY_NAME", "CHECKS", "DESCRIBED", "FORMATS", "KINDS", "LEVELS", "Check", "Described", "Kind", "Report", "Subject", "check_codebook", "check_paths",
    "kind_of_path",
]  # fmt: skip
