"""Coverage-guided fuzzing with atheris: text, dates, numbers, the whole coder, the codebook loader, record reading.

Usage: pip install atheris; python -m benchmarks.fuzz TARGET [SECONDS] [CORPUS_FOLDER]
A finding is an exception that the function does not promise, a value that breaks what its documentation says, or a text that takes
longer than ten seconds; libFuzzer then writes the input to a file crash-* or timeout-* here.
"""

from __future__ import annotations

import datetime as dt
import io
import itertools
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from eventcode.codebook import load_codebook
from eventcode.coder import Coder
from eventcode.data import data_root
from eventcode.dates import resolve
from eventcode.errors import DataError, RecordError
from eventcode.model import Event
from eventcode.numbers import find as find_numbers
from eventcode.output import FORMATS
from eventcode.reading import Document, read_lines
from eventcode.text import sentences, tokenise

DAY = dt.date(2020, 1, 23)
_LONGEST = 4096

_WORDS = (
    "قصفت طائرات حربية روسية بلدة كنصفرة مدينة سراقب أمس اليوم الخميس غدا قبل يومين ثلاثة أسابيع الماضي القادم صباح مساء الساعة "
    "من إلى بين و في عام شهر كانون الثاني يناير رمضان 2020 12/1/2020 25-3 ألف مئة مئتين عشرين خمسة وعشرين نصف مليون أكثر أقل نحو "
    'قتل أصيب مدنيين قتلى جرحى لم لن قد سوف نفى قال وكالة « » ( ) . ، ؛ : - – ـ ٣ ۳ % # @ لا إن ما ها كم " \u200f \u202b \u202c \n'
)
# Words that the grammars of dates, numbers and clauses know: the fuzzer joins them, which random bytes would not.
WORDS = tuple(_WORDS.split(" "))


def text_of(data: bytes) -> str:
    """A text from the fuzzer's bytes: as UTF-8, or words of the news picked by each byte."""
    if data[:1] == b"w":
        return " ".join(WORDS[byte % len(WORDS)] for byte in data[1:_LONGEST])
    return data[:_LONGEST].decode("utf-8", "replace").replace("\ufffd", "ـ")


def fuzz_text(data: bytes) -> None:
    """Tokens and sentences lie in the text, in order."""
    text = text_of(data)
    last = 0
    for sentence in sentences(text):
        for token in sentence.tokens:
            assert last <= token.start < token.end <= len(text)
            last = token.start


def fuzz_dates(data: bytes) -> None:
    """Expressions lie in the text, in order and apart."""
    text = text_of(data)
    last = 0
    for found in resolve(text, DAY):
        assert last <= found.start < found.end <= len(text)
        last = found.end


def fuzz_numbers(data: bytes) -> None:
    """Quantities are counts, and lie in the tokens."""
    tokens = tokenise(text_of(data))
    for found in find_numbers(tokens):
        assert 0 <= found.first < found.last <= len(tokens)


def fuzz_coder(data: bytes, coder: Coder | None = None) -> None:
    """Events can be written, read back, and point into the text."""
    text = text_of(data)
    events = (coder or _coder()).code(text, published=DAY)
    for event in events:
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text
        assert Event.from_dict(event.to_dict()) == event
    for write in (FORMATS["jsonl"], FORMATS["csv"]):
        write(events, io.StringIO())


def fuzz_reading(data: bytes) -> None:
    """Every line gives a document or an error."""
    for record in read_lines(iter(data.splitlines(keepends=True)), "fuzz"):
        assert isinstance(record, Document | RecordError)


_FILES = ("types/air_strike.yaml", "actors/kurdish.yaml", "cues/light.yaml", "lexicon/weapons.yaml", "frames.yaml", "codebook.yaml")


def fuzz_codebook(data: bytes) -> None:
    """A codebook folder with one strange file loads or is refused with located problems."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        choice = data[0] % len(_FILES) if data else 0
        for file in _FILES:
            path = folder / file
            path.parent.mkdir(exist_ok=True)
            content = (_shipped() / file).read_bytes()
            path.write_bytes(_mutated(content, data[1:]) if file == _FILES[choice] else content)
        try:
            load_codebook(folder)
        except DataError as error:
            if not error.problems:
                raise AssertionError("refused without a problem") from error


def _mutated(content: bytes, data: bytes) -> bytes:
    """A file whose YAML is cut up: lines dropped, doubled, indented, replaced, as the fuzzer's bytes say; or the bytes themselves."""
    if data[:1] == b"r":
        return data[1:]
    lines = content.split(b"\n")[:120]
    for what, where in itertools.zip_longest(data[::2], data[1::2], fillvalue=0):
        at = where % len(lines)
        kind = what % 8
        if kind == 0:
            lines[at] = b""
        elif kind == 1:
            lines.insert(at, lines[(at + what) % len(lines)])
        elif kind == 2:
            lines[at] = b"  " + lines[at]
        elif kind == 3:
            lines[at] = lines[at][2:]
        elif kind == 4:
            lines[at] = lines[at].partition(b":")[0] + b":"
        elif kind == 5:
            lines[at] = lines[at].partition(b":")[0] + b": [x, {y: z}]"
        elif kind == 6:
            lines[at] = lines[at].rstrip() + bytes([what])
        else:
            lines[at] = lines[at].replace(b"- ", b"", 1)
    return b"\n".join(lines)


def _shipped() -> Path:
    return data_root() / "codebooks" / "idlib"


def _coder() -> Coder:
    return Coder.cached()


TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": fuzz_text, "dates": fuzz_dates, "numbers": fuzz_numbers, "reading": fuzz_reading, "codebook": fuzz_codebook,
}  # fmt: skip


def main() -> None:
    """Run one target."""
    if len(sys.argv) < 2 or sys.argv[1] not in (*TARGETS, "coder"):
        sys.exit(f"{__doc__}\ntargets: {', '.join((*TARGETS, 'coder'))}")
    try:
        import atheris
    except ImportError:
        sys.exit("atheris is not installed: pip install atheris")
    name, seconds = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "120"
    target: Callable[[bytes], Any]
    if name == "coder":
        coder = _coder()

        def target(data: bytes) -> None:
            fuzz_coder(data, coder)
    else:
        target = TARGETS[name]
    atheris.instrument_all()
    options = [sys.argv[0], f"-max_total_time={seconds}", "-timeout=10", "-max_len=4096", "-rss_limit_mb=4096", *sys.argv[3:]]
    atheris.Setup(options, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
