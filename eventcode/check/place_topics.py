"""What the checks of place tables (``places``, ``place_names``) are for, as ``--list`` and ``--explain`` tell it."""

from __future__ import annotations

import attrs


@attrs.frozen
class Topic:
    """The explanation of one kind of finding in place tables; the attributes are those of ``Check``."""

    name: str
    level: str
    title: str
    advice: str
    reason: str
    bad: str
    good: str


TOPICS: tuple[Topic, ...] = (
    Topic("file", "error", "A table that cannot be read.", "save it as comma-separated UTF-8", "none of its places is found",
          "a table in Windows-1256", "the same in UTF-8"),
    Topic("columns", "error", "A column that is missing or that nobody reads, or a row with too many cells.",
          "name the columns as docs/how-to/gazetteer.md does; put names with a comma in double quotes",
          "the values would stand under other headings", "id,nam,level", "id,name,level"),
    Topic("row", "error", "A row that is no place.", "mend what the message names", "the place is not found",
          "X1,كنصفرة,vilage", "X1,كنصفرة,settlement"),
    Topic("id", "error", "An id that two rows have.", "give each row an id of its own", "the second row replaces the first without a word",
          "X1,كنصفرة ... X1,البارة", "X1,كنصفرة ... X2,البارة"),
    Topic("replaces", "note", "A row that replaces one of the gazetteer.", "nothing, if that is what you want",
          "with the same id a row takes the place of the one that ships", "C3871,إدلب ... in your table", "X1,... for a place of your own"),
    Topic("parent", "error", "A parent that does not exist.", "give the id of a row", "the place has no district and governorate",
          "parent SY0799", "parent SY0700"),
    Topic("level", "error", "A parent of a level that cannot hold the place.", "mend the level or the parent",
          "districts and governorates of events are read off the parents", "a district under a settlement", "a settlement under a district"),
    Topic("cycle", "error", "Parents that lead back to the place.", "mend the column parent", "there is no governorate at the end",
          "A under B under A", "A under B"),
    Topic("source", "warning", "A row without a source.", "say where the row is from", "others must be able to look it up",
          "source empty", "source OCHA COD-AB"),
    Topic("precision", "warning", "A point of unknown quality.", "write point, or approx and kilometres",
          "exports tell users how exact a place is", "lat 35.6, lon 36.5, precision empty", "precision point"),
    Topic("swapped", "error", "Latitude and longitude exchanged.", "swap them", "the place lies in another country",
          "lat 36.5, lon 35.6 in Idlib", "lat 35.6, lon 36.5"),
    Topic("outside", "warning", "A point outside the area that the place is in.", "mend the point or the parent",
          "one of them is wrong, and maps or tables show it", "a village of Idlib with a point in Hama", "the point of the village"),
    Topic("double", "warning", "One place in two rows.", "delete one row, or give this one the other's id to replace it",
          "events at one place are counted as at two", "كنصفرة twice in Ehsem", "كنصفرة once, spellings under aliases"),
    Topic("common-word", "note", "A name that is a word too.", "list it in common-words.txt where it is mostly the word",
          "such a name is taken for a place only with evidence beside it", "الباب (the door)", "الباب in common-words.txt"),
    Topic("arabic-name", "warning", "A name without Arabic letters.", "give the Arabic name in the column name",
          "it is found in no Arabic text", "name Kansafra", "name كنصفرة, name_en Kansafra"),
    Topic("latin-name", "error", "An English name in other letters.", "write it in Latin letters", "tables for readers of English show it",
          "name_en كنصفرة", "name_en Kansafra"),
    Topic("bidi-control", "error", "A character that turns the direction of the text.", "delete it",
          "the row looks other than it is", "\\u202bكنصفرة", "كنصفرة"),
    Topic("lookalike-letter", "error", "A letter of another alphabet that looks like an Arabic one.", "write the Arabic letter",
          "texts have the Arabic letter, so that the name is not found", "\\u06a9نصفرة", "كنصفرة"),
    Topic("marks", "error", "Vowel marks or stretching in a name.", "write the letters alone", "texts are read without them",
          "كَنصفرة", "كنصفرة"),
    Topic("spaces", "error", "A space too many, or a strange one.", "write one ordinary space between words",
          "two spellings look alike", "كفر  نبل", "كفر نبل"),
    Topic("digits", "error", "Digits that are not 0 to 9.", "write 0 to 9", "texts in other digits are read as these",
          "الكيلو ٤", "الكيلو 4"),
    Topic("exception", "error", "An exception without reason, for no place, or that excuses nothing.",
          "give the reason, or delete the row of gazetteer/exceptions.csv", "an exception that is not needed would hide the next fault",
          "outside,C1, ", "outside,C1,the area was redrawn in 2019"),
)  # fmt: skip
"""Findings that codebooks can have too (mixed-script, invisible-character, presentation-form) are explained with those."""
