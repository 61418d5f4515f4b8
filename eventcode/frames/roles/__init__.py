"""Who did what to whom: role frames applied to the grammatical functions of each predicate."""

from eventcode.frames.roles.sentence import Roles

__all__ = ["Roles"]
