"""How cost grows: with the size of codebook and gazetteer, with processes, with documents, and on Dask against the local pool.

Usage: python -m benchmarks.scaling [tables|processes|memory|dask ...] [--corpus FILE.jsonl] [--documents N]
Run it on a machine that does nothing else. What is expected: with 16 times the tables under 1.3 times the time for each sentence; two
processes at least 1.8 times one; memory growing by less than 10 % over 200,000 documents; Dask within 15 % of the local pool over
50,000 documents.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import itertools
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.__main__ import memory, texts_of
from benchmarks.processes import descendants, processor, resident
from eventcode.batch import Coded, code_documents
from eventcode.codebook import load_codebook
from eventcode.coder import Coder
from eventcode.data import data_root
from eventcode.gazetteer import Gazetteer
from eventcode.reading import Document

DAY = dt.date(2020, 1, 23)
_PASSES = 3
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def made_up(dice: random.Random, taken: set[str]) -> str:
    """A word of Arabic letters that nobody uses, and that was not given before."""
    while True:
        word = "".join(dice.choices(_LETTERS, k=dice.randint(6, 9)))
        if word not in taken:
            taken.add(word)
            return word


def gazetteer_of(times: int, folder: Path) -> Gazetteer:
    """The gazetteer with so many times its places: the added ones have made-up names and points among the others."""
    base = Gazetteer.load()
    if times == 1:
        return base
    dice, taken = random.Random(times), set[str]()
    overlay = folder / f"places-{times}.csv"
    with overlay.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "name", "name_en", "aliases", "level", "parent", "lat", "lon"))
        for number, place in enumerate(
            itertools.islice(itertools.cycle(base.table.places.values()), len(base.table.places) * (times - 1))
        ):
            name = made_up(dice, taken) + (" " + made_up(dice, taken) if number % 3 == 0 else "")
            writer.writerow(
                (
                    f"MADE{number}",
                    name,
                    f"made {number}",
                    made_up(dice, taken),
                    "settlement",
                    "SY07",
                    place.lat or 36,
                    place.lon or 37,
                )
            )
    return Gazetteer.load(overlays=[overlay])


def codebook_folder(times: int, folder: Path) -> Path:
    """The codebook with so many times its dictionary entries: made-up verbs of a type and made-up actors."""
    base = data_root() / "codebooks" / "idlib"
    if times == 1:
        return base
    own = folder / f"codebook-{times}"
    size = len(_entries(base))
    for path in base.rglob("*"):
        if path.is_file():
            target = own / path.relative_to(base)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    dice, taken = random.Random(times), set[str]()
    actors = ["actors:"]
    types: list[str] = []
    for number in range(size * (times - 1) // 2):
        actors.append(
            f"- {{code: {code_of(number)}, kind: group, name: {{en: made {number}}}, names: ['{made_up(dice, taken)} {made_up(dice, taken)}']}}"
        )
        types.append(f"    - '{made_up(dice, taken)} {made_up(dice, taken)}'")
    (own / "actors" / "made-up.yaml").write_text("\n".join(actors) + "\n", encoding="utf-8")
    head = ["id: made_up", "label: {en: made up}", "codes: {}", "patterns:", "  - id: made-up", "    frame: attack", "    phrases:"]
    (own / "types" / "made_up.yaml").write_text("\n".join([*head, *types]) + "\n", encoding="utf-8")
    return own


def code_of(number: int) -> str:
    """A made-up actor code: a rebel group with six letters of its own."""
    letters = ""
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters = chr(ord("A") + letter) + letters
    return "SYRREB" + letters


def _entries(folder: Path) -> list[str]:
    """The lines of a codebook that hold an entry."""
    return [
        line
        for path in folder.rglob("*.yaml")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.lstrip().startswith("- ")
    ]


def timed(coder: Coder, texts: Sequence[str]) -> float:
    """Processor seconds of a pass over the texts, the best of three after one that fills the caches of words."""
    best = float("inf")
    for _ in range(4):
        start = time.process_time()
        for text in texts:
            coder.code(text, published=DAY)
        best = min(best, time.process_time() - start)
    return best


def tables(texts: Sequence[str], _documents: int) -> None:
    """Cost with 1, 4 and 16 times the codebook and the gazetteer."""
    with tempfile.TemporaryDirectory() as name:
        first = 0.0
        for times in (1, 4, 16):
            start = time.perf_counter()
            coder = Coder(load_codebook(codebook_folder(times, Path(name))), gazetteer_of(times, Path(name)))
            load = time.perf_counter() - start
            spent = timed(coder, texts)
            first = first or spent
            places = len(coder.gazetteer.table.places)
            print(
                f"tables x{times}: {places:,} places, {spent:.2f} s, {spent / first:.2f} times x1; loaded in {load:.1f} s, {memory():.0f} MB",
                flush=True,
            )


def documents_of(texts: Sequence[str], count: int) -> Iterator[Document]:
    """So many documents, the texts again and again."""
    for number, text in zip(range(count), itertools.cycle(texts), strict=False):
        yield Document(str(number), text, DAY)


def processes(texts: Sequence[str], documents: int) -> None:
    """One process against two and four, workers already started."""
    coder = Coder()
    first = 0.0
    for jobs in (1, 2, 4):
        results = code_documents(documents_of(texts, documents), coder, jobs=jobs)
        warm = max(1, documents // 10)  # until every worker is loaded and has seen most words
        for _ in itertools.islice(results, warm):
            pass
        start = time.perf_counter()
        done = sum(1 for _ in results)
        rate = done / (time.perf_counter() - start)
        first = first or rate
        print(f"processes {jobs}: {rate:.1f} documents/s, {rate / first:.2f} times one", flush=True)


def memory_growth(texts: Sequence[str], documents: int) -> None:
    """Memory of this process and of its worker at tenths of a long run over short documents."""
    short = [text[:400] for text in texts]
    first: tuple[float, float] | None = None
    now = (0.0, 0.0)
    began, before = time.perf_counter(), 0
    for number, (_, result) in enumerate(code_documents(documents_of(short, documents), Coder(), jobs=1), 1):
        assert isinstance(result, Coded)
        if number % max(1, documents // 10) == 0:
            now = resident(os.getpid()), max(map(resident, descendants(os.getpid())), default=0.0)
            first = first or now
            rate = (number - before) / (time.perf_counter() - began)
            began, before = time.perf_counter(), number
            print(
                f"memory after {number:,}: {now[0]:.0f} MB here, {now[1]:.0f} MB in the worker, {rate:.0f} documents/s", flush=True
            )
    if first is not None:
        print(f"memory: {now[0] / first[0] - 1:+.1%} here, {now[1] / first[1] - 1:+.1%} in the worker since a tenth of the run")


def on_dask(texts: Sequence[str], documents: int) -> None:
    """The local pool against Dask on this machine in turn, both writing files, start-up included; the median of some passes.

    Processor time too, because the time of two runs one after the other differs by a tenth on a machine that others use.
    """
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "in.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for document in documents_of(texts, documents):
                file.write(
                    json.dumps({"id": document.id, "text": document.text, "date": DAY.isoformat()}, ensure_ascii=False) + "\n"
                )
        spent: dict[str, list[tuple[float, float]]] = {"code": [], "cluster": []}
        for number, (command, times) in itertools.product(range(_PASSES), spent.items()):
            out = ["-j", "0", "-o", f"{name}/out.jsonl"] if command == "code" else ["-o", f"{name}/parts-{number}"]
            times.append(_spent([sys.executable, "-m", "eventcode", command, str(path), "-q", *out]))
            wall, cpu = times[-1]
            print(
                f"{command}: {documents / wall:.1f} documents/s, {cpu / documents * 1000:.2f} ms of processor a document",
                flush=True,
            )
        local, dask = (tuple(map(statistics.median, zip(*times, strict=True))) for times in spent.values())
        print(f"Dask takes {dask[0] / local[0] - 1:+.1%} time and {dask[1] / local[1] - 1:+.1%} processor against the local pool")


def _spent(command: Sequence[str]) -> tuple[float, float]:
    """Seconds that a command takes, and processor seconds of it and of all processes below it."""
    used: dict[int, float] = {}
    start = time.perf_counter()
    with subprocess.Popen(command) as process:
        while process.poll() is None:
            # Looked at while they live: the time of a process that is not waited for by its parent is added to nobody's.
            for below in (process.pid, *descendants(process.pid)):
                used[below] = max(used.get(below, 0.0), processor(below))
            time.sleep(0.1)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return time.perf_counter() - start, sum(used.values())


_PARTS: dict[str, tuple[Callable[[Sequence[str], int], None], int]] = {
    "tables": (tables, 0), "processes": (processes, 2000), "memory": (memory_growth, 200_000), "dask": (on_dask, 50_000),
}  # fmt: skip


def main() -> int:
    """Run the parts asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[*_PARTS, []], metavar="PART", help=", ".join(_PARTS))
    parser.add_argument("--corpus", action="append", default=[])
    parser.add_argument(
        "--documents", type=int, help="default: " + ", ".join(f"{name} {size:,}" for name, (_, size) in _PARTS.items() if size)
    )
    arguments = parser.parse_args()
    texts = texts_of(arguments.corpus)
    for name in arguments.parts or _PARTS:
        work, size = _PARTS[name]
        work(texts, arguments.documents or size)
    return 0


if __name__ == "__main__":
    sys.exit(main())
