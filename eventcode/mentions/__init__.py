"""What a sentence mentions: dictionary words, actors, places, dates, quantities."""

from eventcode.mentions.find import Finder
from eventcode.mentions.model import ActorMention, View

__all__ = ["ActorMention", "Finder", "View"]
