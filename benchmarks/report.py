"""The report of 20,000 synthetic events: how long it takes to write, how large it is, how long it takes to open and to filter.

Usage: python -m benchmarks.report [--events N] [--keep FILE]
Opening and filtering are measured in Chromium (chromium, chromedriver and selenium must be installed), with no network. A filter's time
runs from the click to the second frame after it, when the browser has painted. Goal: under 15 MB and under 300 ms a filter.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import shutil
import statistics
import tempfile
import time
from pathlib import Path

import attrs

from eventcode.codebook import load_codebook
from eventcode.coder import Coder
from eventcode.data import data_root
from eventcode.gazetteer import Gazetteer
from eventcode.model import Event, Location
from eventcode.output import whole_file
from eventcode.report import Labels, write

FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--window-size=1500,1200",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip

# Runs one act on the page and answers with the milliseconds until the frame after it is painted.
TIMED = """
const done = arguments[arguments.length - 1];
const start = performance.now();
(%s)();
requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
"""
_BOX = "() => document.querySelectorAll('#facets .facet:nth-child(%d) input[type=checkbox]')[1].click()"
ACTS = {
    "type": _BOX % 1,
    "actor": _BOX % 2,
    "target": _BOX % 3,
    "place": _BOX % 4,
    "status": _BOX % 5,
    "dates": "() => { const f = document.getElementById('from'); f.value = '2019-06-01'; f.dispatchEvent(new Event('change')); }",
    "map": "() => document.querySelector('#map .subdistrict').dispatchEvent(new MouseEvent('click', {bubbles: true}))",
    "matrix": "() => document.querySelector('#matrix td button').click()",
    "sort by place": "() => document.querySelector('th[data-column=place] button').click()",
    "next page": "() => document.querySelector('#pages [data-go=next]').click()",
    "zoom the map": "() => document.querySelector('.zoom button').click()",
    "one event": "() => document.querySelector('button.open').click()",
    "language": "() => document.getElementById('language').click()",
}
CLEAR = "() => document.querySelector('#chips .plain')?.click()"
"""Every act begins with all events: filters are taken away after it, in a time of its own."""


def synthetic(number: int) -> list[Event]:
    """Events like those of the sample article at places, on days and in sentences drawn at random (with a fixed seed)."""
    folder = data_root() / "codebooks" / "idlib" / "sample"
    seeds = Coder().code((folder / "article.txt").read_text(encoding="utf-8"), published=dt.date(2020, 1, 23), publisher="P")
    places = [place for place in Gazetteer.load().table.places.values() if place.id.startswith("C")]
    chance = random.Random(7)
    out = []
    for index in range(number):
        seed, place = chance.choice(seeds), chance.choice(places)
        day = dt.date(2018, 1, 1) + dt.timedelta(days=chance.randrange(900))
        # Every second sentence is new: an article has some two events a sentence. The tail keeps each one different.
        text = f"{seed.sentence.text} ({index // 2})"
        out.append(
            attrs.evolve(
                seed, id=f"{index:020x}", happening=f"{index // 2:020x}", document=f"article-{index // 8:06d}",
                source=attrs.evolve(seed.source, document=f"article-{index // 8:06d}", published=day),
                sentence=attrs.evolve(seed.sentence, text=text, end=seed.sentence.start + len(text)),
                date=attrs.evolve(seed.date, start=day, end=day),
                locations=(
                    Location(place.name, None, None, place.id, place.name, place.name_en, "settlement", lat=place.lat, lon=place.lon),
                    *seed.locations[1:],
                ),
                cause=None, disputes=(),
            )
        )  # fmt: skip
    return out


def in_browser(path: Path) -> dict[str, float]:
    """Milliseconds to open the page and for every act: the median of five runs, each on a freshly opened page."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
        driver.set_script_timeout(60)
        found: dict[str, list[float]] = {}
        try:
            for _ in range(5):
                start = time.perf_counter()
                driver.get(path.as_uri())
                driver.execute_async_script(TIMED % "() => {}")
                found.setdefault("open", []).append((time.perf_counter() - start) * 1000)
                for name, act in ACTS.items():
                    found.setdefault(name, []).append(driver.execute_async_script(TIMED % act))
                    if driver.find_elements("css selector", "#chips .plain"):
                        found.setdefault("clear", []).append(driver.execute_async_script(TIMED % CLEAR))
        finally:
            driver.quit()
    return {name: statistics.median(times) for name, times in found.items()}


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=20_000, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep the page here")
    arguments = parser.parse_args()
    events = synthetic(arguments.events)
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.keep or Path(folder) / "report.html"
        start = time.perf_counter()
        with whole_file(path) as file:
            write(events, file, labels=Labels.of(load_codebook()))
        print(f"{len(events)} events written in {time.perf_counter() - start:.1f} s, {path.stat().st_size / 1e6:.1f} MB")
        for name, milliseconds in in_browser(path.resolve()).items():
            print(f"{name:16}{milliseconds:8.0f} ms")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
