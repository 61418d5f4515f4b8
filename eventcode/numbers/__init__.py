"""Arabic numbers in words and digits, their bounds, and what they count."""

from eventcode.numbers.find import Quantity, find
from eventcode.numbers.parse import NumberPhrase, parse_number

__all__ = ["NumberPhrase", "Quantity", "find", "parse_number"]
