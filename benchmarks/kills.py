"""Kill a run at random points, again and again, and compare what comes out in the end with an uninterrupted run.

Usage: python -m benchmarks.kills [--kills 50] [--documents 2000] [--jobs 2] [--corpus FILE.jsonl] [--seed 1]
Each kill is SIGKILL, of the whole run or of one of its workers, after a random time; the same command is then given again. Also a line
of 100 MB is put into the input. Exit code 0 where the bytes of the events and of the rejects are the same.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.__main__ import texts_of
from benchmarks.processes import descendants

_GIANT = 100 * 1024 * 1024


def _write(path: Path, texts: list[str], documents: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number, text in zip(range(documents), itertools.cycle(texts), strict=False):
            file.write(json.dumps({"id": f"d{number}", "text": text, "date": "2020-01-23"}, ensure_ascii=False) + "\n")
            if number == documents // 2:
                file.write('{"id": "giant", "text": "' + "قصف " * (_GIANT // 7) + '"}\n')
            if number % 97 == 0:
                file.write("{broken\n")


def main() -> int:
    """Run, kill, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--jobs", default="2")
    parser.add_argument("--corpus", action="append", default=[])
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    dice = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder / "in.jsonl", texts_of(arguments.corpus), arguments.documents)
        command = [sys.executable, "-m", "eventcode", "code", str(folder / "in.jsonl"), "-q", "-j", arguments.jobs]
        start = time.monotonic()
        whole = subprocess.run([*command, "-o", str(folder / "whole.jsonl"), "--rejects", str(folder / "whole.bad")], check=False)
        length = time.monotonic() - start
        print(f"uninterrupted: {length:.0f} s, exit {whole.returncode}", flush=True)
        again = [*command, "-o", str(folder / "out.jsonl"), "--rejects", str(folder / "out.bad"), "--resume"]
        kills = of_workers = 0
        start = time.monotonic()
        while kills < arguments.kills:
            with subprocess.Popen(again) as process:
                limit = time.monotonic() + dice.uniform(0.3, max(4.0, 3 * length / arguments.kills))
                while process.poll() is None and time.monotonic() < limit:
                    time.sleep(0.01)
                    if dice.random() < 0.004:
                        workers = descendants(process.pid)[2:]  # behind the resource tracker and the fork server
                        if workers:
                            os.kill(dice.choice(workers), signal.SIGKILL)
                            of_workers += 1
                if process.poll() is None:
                    process.kill()
                    kills += 1
            if (folder / "out.jsonl").exists():
                break
        done = subprocess.run(again, check=False).returncode if not (folder / "out.jsonl").exists() else whole.returncode
        same = all((folder / f"whole.{end}").read_bytes() == (folder / f"out.{end}").read_bytes() for end in ("jsonl", "bad"))
        left = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
        print(
            f"{kills} kills of the run, {of_workers} of workers: {time.monotonic() - start:.0f} s, exit {done}, the same bytes: {same}"
        )
        print(f"files: {', '.join(left)}")
        return 0 if same and done == whole.returncode and len(left) == 5 else 1


if __name__ == "__main__":
    sys.exit(main())
