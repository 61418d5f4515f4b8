"""Events: predicates completed from their context, and mentions of one happening linked, within a document and across documents."""

from eventcode.events.across import link_documents
from eventcode.events.build import Builder
from eventcode.events.link import link

__all__ = ["Builder", "link", "link_documents"]
