"""Write the date predictions that a scorer of resolved expressions reads.

Usage: python -m benchmarks.score_dates GOLD.jsonl OUT.jsonl [NEGATIVES.txt NEGATIVES_OUT.jsonl]
GOLD rows hold id, doc_date and sentence; NEGATIVES holds one sentence a line.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

from eventcode.dates import resolve


def spans(text: str, reference: dt.date) -> list[dict[str, Any]]:
    """The expressions of a text in the scorer's form."""
    return [
        {
            "char_start": found.start, "char_end": found.end, "resolution": found.value.resolution,
            "start": found.value.start.isoformat() if found.value.start else None,
            "end": found.value.end.isoformat() if found.value.end else None,
        }
        for found in resolve(text, reference)
    ]  # fmt: skip


def main(arguments: list[str]) -> None:
    """Write both prediction files."""
    gold, out = Path(arguments[0]), Path(arguments[1])
    with out.open("w", encoding="utf-8") as file:
        for line in gold.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            dates = spans(row["sentence"], dt.date.fromisoformat(row["doc_date"]))
            file.write(json.dumps({"id": row["id"], "dates": dates}) + "\n")
    if len(arguments) > 3:
        with Path(arguments[3]).open("w", encoding="utf-8") as file:
            sentences = [line for line in Path(arguments[2]).read_text(encoding="utf-8").splitlines() if line.strip()]
            for number, sentence in enumerate(sentences, 1):
                file.write(json.dumps({"line": number, "dates": spans(sentence, dt.date(2020, 1, 23))}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
