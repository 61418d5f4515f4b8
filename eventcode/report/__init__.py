"""The report: one page with a map, a timeline, figures, a matrix and a table of events, which opens in a browser with no network."""

from eventcode.report.labels import Labels
from eventcode.report.page import write

__all__ = ["Labels", "write"]
