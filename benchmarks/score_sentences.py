"""Code the sentences of a gold standard of single sentences and run its scorer on them.

The standard asks which sentences report an event, not which mention one: handed over are events that took place and of which the
sentence tells enough particulars, two of an act of arms and one of any other (a crowd seldom has a target or a count).

Usage: python -m benchmarks.score_sentences SCORER.py GOLD_DIR PREDICTIONS.jsonl
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from eventcode import Coder

_ARMS = ("17", "18", "19", "20")  # CAMEO roots of coercion, assault, fight and mass violence


def main(arguments: list[str]) -> int:
    """Dump the sentences, code them, score them; gives the scorer's exit code."""
    scorer, gold, out = arguments[0], arguments[1], Path(arguments[2])
    dump = out.with_suffix(".sentences.jsonl")
    subprocess.run([sys.executable, scorer, gold, "--dump", str(dump)], check=True)
    coder = Coder()
    with out.open("w", encoding="utf-8") as file:
        for line in dump.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            events = [
                {
                    "cameo": event.codes.cameo or "", "actors": [actor.code for actor in event.actors],
                    "targets": [target.code for target in event.targets], "trigger": event.trigger.text,
                }
                for event in coder.code(row["text"])
                if event.status == "actual" and event.particulars >= (2 if (event.codes.cameo or "")[:2] in _ARMS else 1)
            ]  # fmt: skip
            file.write(json.dumps({"id": row["id"], "events": events}, ensure_ascii=False) + "\n")
    return subprocess.run([sys.executable, scorer, gold, str(out)], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
