"""Places from the tables that others publish, as rows that add to the gazetteer: GeoNames dumps and OCHA COD-AB tables."""

from eventcode.gazetteer.imports.codab import import_cod_ab
from eventcode.gazetteer.imports.geonames import import_geonames
from eventcode.gazetteer.imports.result import Box, Imported

__all__ = ["Box", "Imported", "import_cod_ab", "import_geonames"]
