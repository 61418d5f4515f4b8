"""Events of a document: predicates completed from their context, and mentions of one happening linked."""

from eventcode.events.build import Builder
from eventcode.events.link import link

__all__ = ["Builder", "link"]
