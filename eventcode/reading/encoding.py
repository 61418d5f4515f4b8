"""Bytes to text: UTF-8, UTF-16 and Windows-1256, told apart by what the bytes are; and gzip."""

from __future__ import annotations

import codecs
import gzip
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from eventcode.errors import Problem, RecordError

GZIP_FAULTS = (OSError, EOFError, zlib.error)
"""What reading a file, packed or not, can raise."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAMPLE = 1 << 16
# The commonest letters of Arabic: over half of any text. Of UTF-8 that was taken for Windows-1256, every second letter is ط or ظ.
_COMMON = frozenset("اليمنوترب")
_MISREAD = frozenset("طظ")


def _utf_16(data: bytes) -> str | None:
    """UTF-16 without a mark: half its bytes are the upper halves 00 and 06, which no text of another encoding holds."""
    sample = data[: _SAMPLE // 2 * 2]
    if len(sample) < 4 or len(sample) % 2:
        return None
    for name, upper in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if upper.count(0) + upper.count(6) >= 0.8 * len(upper):
            return name
    return None


def _is_arabic(text: str) -> bool:
    letters = Counter(character for character in text if "\u0621" <= character <= "\u064a")
    total = sum(letters.values())
    foreign = sum(1 for character in text if ord(character) > 127 and not "\u060c" <= character <= "\u0652")
    shares = [sum(letters[letter] for letter in group) for group in (_COMMON, _MISREAD)]
    return total >= 3 and foreign <= 0.2 * total and shares[0] >= 0.4 * total and shares[1] <= 0.15 * total


def encoding_of(data: bytes) -> str | None:
    """The encoding of a text's bytes by Python's name for it, or None where they are in none that is known here.

    A byte order mark decides; else UTF-16 by its zero bytes, UTF-8 if the bytes are valid, and Windows-1256 if they then read
    as Arabic: letters in about the shares that they have in Arabic, so that damaged UTF-8 is not taken for it.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    wide = _utf_16(data)
    if wide:
        return wide
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        return "cp1256" if _is_arabic(data[:_SAMPLE].decode("cp1256")) else None


def decode(data: bytes, path: str, line: int = 0) -> tuple[str, str]:
    """The text and the encoding that it was in; raises ``RecordError`` where no known encoding fits."""
    name = encoding_of(data)
    try:
        if name:
            return data.decode(name), name.removesuffix("-sig")
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"not UTF-8 at byte {error.start}, nor UTF-16 or Arabic in Windows-1256"
        if name:
            message = f"not {name.upper()} at byte {error.start}, though the file begins as {name.upper()}"
        raise RecordError(Problem(path, line, f"{message}; convert the file, for example with iconv")) from None
    raise AssertionError("bytes that are valid UTF-8 have an encoding")


@contextmanager
def open_bytes(path: Path) -> Iterator[IO[bytes]]:
    """A file's bytes, unpacked if it is a gzip file (by its first bytes, whatever its name). Raises one of ``GZIP_FAULTS``."""
    with path.open("rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"
    with gzip.open(path) if packed else path.open("rb") as stream:
        yield cast(IO[bytes], stream)


def fault(path: Path | str, error: BaseException) -> RecordError:
    """What to tell of a file that cannot be read."""
    reason = getattr(error, "strerror", None) or str(error)
    return RecordError(Problem(str(path), 0, f"cannot be read: {reason}"))
