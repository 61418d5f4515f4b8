"""The checker of codebooks: every fault with file, line, what is wrong, how to mend it, and the name of the check."""

from eventcode.check.formats import FORMATS
from eventcode.check.model import LEVELS, Check
from eventcode.check.run import BY_NAME, CHECKS, KINDS, Kind, Report, check_codebook, check_paths, kind_of_path
from eventcode.check.subject import Subject

__all__ = [
    "BY_NAME", "CHECKS", "FORMATS", "KINDS", "LEVELS", "Check", "Kind", "Report", "Subject", "check_codebook", "check_paths",
    "kind_of_path",
]  # fmt: skip
