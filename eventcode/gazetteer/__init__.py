"""Places: the table, the look-up of names in text, and the choice among places of one name."""

from eventcode.gazetteer.main import Gazetteer
from eventcode.gazetteer.mention import PlaceMention
from eventcode.gazetteer.specific import RANK, containers, holds, less_centres, most_specific
from eventcode.gazetteer.table import Place, Table, load_table

__all__ = [
    "RANK",
    "Gazetteer",
    "Place",
    "PlaceMention",
    "Table",
    "containers",
    "holds",
    "less_centres",
    "load_table",
    "most_specific",
]
