"""Arabic numbers in words and digits, their bounds, and what they count."""

from eventcode.numbers.find import Quantity, find
from eventcode.numbers.parse import NumberPhrase, number_word, parse_number

__all__ = ["NumberPhrase", "Quantity", "find", "number_word", "parse_number"]
