"""The checker of codebooks: every fault with file, line, what is wrong, how to mend it, and the name of the check."""

from eventcode.check.formats import FORMATS
from eventcode.check.model import LEVELS, Check
from eventcode.check.run import BY_NAME, CHECKS, Report, check_codebook
from eventcode.check.subject import Subject

__all__ = ["BY_NAME", "CHECKS", "FORMATS", "LEVELS", "Check", "Report", "Subject", "check_codebook"]
