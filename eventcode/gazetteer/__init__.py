"""Places: the table, the look-up of names in text, and the choice among places of one name."""

from eventcode.gazetteer.lookup import PlaceMention
from eventcode.gazetteer.main import Gazetteer
from eventcode.gazetteer.table import Place, Table, load_table

__all__ = ["Gazetteer", "Place", "PlaceMention", "Table", "load_table"]
