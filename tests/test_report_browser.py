"""The report in Chromium, with no network: what a reader sees and does. Skipped where selenium or Chromium is missing."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from eventcode import Coder, Event
from eventcode.codebook import load_codebook
from eventcode.data import data_root
from eventcode.output import whole_file
from eventcode.report import Labels, write
from eventcode.report.outlines import project

pytest.importorskip("selenium", reason="selenium is not installed")
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="Chromium and its driver are not installed")

FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--window-size=1500,1200",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip
HOSTILE = "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">\u202e\u2028<b>"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """A Chromium that can reach no host."""
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(str(DRIVER)))
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def events() -> list[Event]:
    """Events of the sample article."""
    text = (data_root() / "codebooks" / "idlib" / "sample" / "article.txt").read_text(encoding="utf-8")
    return Coder().code(text, published=dt.date(2020, 1, 23), document="sample", publisher="eventcode sample")


def show(browser: webdriver.Chrome, folder: Path, events: list[Event], **options: Any) -> None:
    """Open the report of events."""
    path = folder / "report.html"
    with whole_file(path) as file:
        write(events, file, labels=Labels.of(load_codebook()), **options)
    browser.get_log("browser")
    browser.get("about:blank")
    browser.get(path.as_uri())


@pytest.fixture
def report(browser: webdriver.Chrome, events: list[Event], tmp_path: Path) -> webdriver.Chrome:
    """The sample's report, opened."""
    show(browser, tmp_path, events)
    return browser


def rows(browser: webdriver.Chrome) -> int:
    """Rows of the table."""
    return len(browser.find_elements(By.CSS_SELECTOR, "tr[data-row]"))


def test_it_loads_whole_and_alone(report: webdriver.Chrome, events: list[Event]) -> None:
    assert report.get_log("browser") == []
    assert report.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert rows(report) == len(events)
    assert str(len(events)) in report.find_element(By.ID, "count").text
    for view in ("#timeline .row svg.bars path", "#map .subdistrict", "#map .symbols path", "#matrix td button", "#figures li"):
        assert report.find_elements(By.CSS_SELECTOR, view), view


def test_a_filter_acts_on_every_view(report: webdriver.Chrome, events: list[Event]) -> None:
    kind = events[0].type
    wanted = [event for event in events if event.type == kind]
    assert len(wanted) < len(events)
    views = ("#timeline", "#map .symbols", "#matrix", "#table", "#count", "#figures")
    before = [report.find_element(By.CSS_SELECTOR, view).get_attribute("innerHTML") for view in views]
    report.find_element(By.CSS_SELECTOR, "#facets .facet:first-child input[value='0']").click()
    after = [report.find_element(By.CSS_SELECTOR, view).get_attribute("innerHTML") for view in views]
    assert rows(report) == len(wanted)
    assert [view for view, old, new in zip(views, before, after, strict=True) if old == new] == []
    assert len(report.find_elements(By.CSS_SELECTOR, "#timeline button.label")) == 1
    report.find_element(By.CSS_SELECTOR, "#chips .chip").click()
    assert [report.find_element(By.CSS_SELECTOR, view).get_attribute("innerHTML") for view in views] == before


def test_words_dates_map_and_matrix_filter(report: webdriver.Chrome, events: list[Event]) -> None:
    words = report.find_element(By.ID, "words")
    words.send_keys("كفرنبل")
    report.implicitly_wait(2)
    report.find_element(By.CSS_SELECTOR, "#chips .chip")
    report.implicitly_wait(0)
    assert rows(report) == sum("كفرنبل" in event.sentence.text for event in events)
    report.find_element(By.CSS_SELECTOR, "#chips .plain").click()
    report.execute_script("const f = document.getElementById('from'); f.value = '2020-01-23'; f.dispatchEvent(new Event('change'))")
    assert rows(report) == sum(event.date.end is not None and event.date.end >= dt.date(2020, 1, 23) for event in events)
    report.find_element(By.CSS_SELECTOR, "#chips .plain").click()
    cell = report.find_element(By.CSS_SELECTOR, "#matrix td button")
    count = int(cell.text)
    report.execute_script("arguments[0].click()", cell)
    assert rows(report) == count
    report.find_element(By.CSS_SELECTOR, "#chips .plain").click()
    town = next(place for event in events for place in event.locations if place.level == "settlement")
    report.execute_script(
        """
        const svg = document.getElementById("map-picture");
        const at = new DOMPoint(arguments[0], arguments[1]).matrixTransform(svg.getScreenCTM());
        svg.dispatchEvent(new MouseEvent("click", { bubbles: true, clientX: at.x, clientY: at.y }));
        """,
        *project(float(town.lon or 0), float(town.lat or 0)),
    )
    assert town.name_en in report.find_element(By.CSS_SELECTOR, "#chips .chip").text
    assert rows(report) == sum(town.id in (place.id for place in event.locations) for event in events)


def test_dragging_over_the_timeline_keeps_its_dates(report: webdriver.Chrome, events: list[Event]) -> None:
    plot = report.find_element(By.CSS_SELECTOR, "#timeline svg.bars")
    half = plot.size["width"] // 2
    ActionChains(report).move_to_element_with_offset(plot, 0, 0).click_and_hold().move_by_offset(half - 2, 0).release().perform()
    start, end = (report.find_element(By.ID, name).get_attribute("value") for name in ("from", "to"))
    assert start
    assert end
    assert start < end
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    wanted = sum(
        bool(event.date.start and event.date.end and event.date.start <= last and event.date.end >= first) for event in events
    )
    assert 0 < wanted < len(events)
    assert rows(report) == wanted


def test_a_click_marks_the_parts_of_the_sentence(report: webdriver.Chrome, events: list[Event]) -> None:
    event = next(item for item in events if item.actors and item.actors[0].text and item.locations and item.counts)
    number = events.index(event)
    report.find_element(By.CSS_SELECTOR, f"tr[data-row='{number}'] button.open").click()
    shown = {
        kind: "".join(mark.text for mark in report.find_elements(By.CSS_SELECTOR, f".marked mark.{kind}"))
        for kind in ("trigger", "actor", "place")
    }
    assert event.trigger.text in shown["trigger"]
    assert event.actors[0].text
    assert event.actors[0].text in shown["actor"]
    assert event.locations[0].text
    assert event.locations[0].text in shown["place"]
    assert report.find_element(By.CSS_SELECTOR, ".marked").text == event.sentence.text
    assert event.rule in report.find_element(By.ID, "detail").text
    assert report.current_url.endswith(f"#{event.id}")
    styles = report.execute_script(
        "return [...document.querySelectorAll('#detail .legend mark')].map((mark) => { const s = getComputedStyle(mark);"
        " return [s.textDecorationLine, s.textDecorationStyle, s.textDecorationThickness].join(); })"
    )
    assert len(styles) == len(set(styles)) >= 5, "without colour, the lines tell the parts apart"


def test_arabic_is_shaped_and_right_to_left(report: webdriver.Chrome) -> None:
    report.find_element(By.CSS_SELECTOR, "button.open").click()
    facts = report.execute_script(
        """
        const line = document.querySelector(".marked");
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        const text = walker.nextNode();
        const box = (at) => { const r = document.createRange(); r.setStart(text, at); r.setEnd(text, at + 1); return r.getBoundingClientRect().left; };
        const context = document.createElement("canvas").getContext("2d");
        context.font = getComputedStyle(line).font;
        const width = (word) => context.measureText(word).width;
        return { direction: getComputedStyle(line).direction, first: box(0), third: box(2),
          joined: width("\\u0633\\u0633\\u0633\\u0633"), apart: width("\\u0633\\u200c\\u0633\\u200c\\u0633\\u200c\\u0633"),
          cell: getComputedStyle(document.querySelector("td.sentence")).direction };
        """
    )
    assert facts["direction"] == facts["cell"] == "rtl"
    assert facts["first"] > facts["third"]
    assert facts["joined"] < facts["apart"]


def test_both_languages(report: webdriver.Chrome) -> None:
    button = report.find_element(By.ID, "language")
    english = report.find_element(By.CSS_SELECTOR, "main").text
    button.click()
    root = report.find_element(By.CSS_SELECTOR, "html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == ("ar", "rtl")
    assert "الخريطة" in report.find_element(By.CSS_SELECTOR, "main").text
    assert "غارة جوية" in report.find_element(By.ID, "timeline").text
    report.find_element(By.ID, "language").click()
    assert report.find_element(By.CSS_SELECTOR, "main").text == english
    assert report.get_log("browser") == []


def test_keyboard(report: webdriver.Chrome) -> None:
    buttons = report.find_elements(By.CSS_SELECTOR, "button.open")
    report.execute_script("arguments[0].focus()", buttons[0])
    report.switch_to.active_element.send_keys(Keys.ARROW_DOWN)
    assert report.switch_to.active_element == buttons[1]
    report.switch_to.active_element.send_keys(Keys.ENTER)
    assert report.find_element(By.ID, "detail").is_displayed()
    assert report.switch_to.active_element.get_attribute("id") == "detail-heading"
    report.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert not report.find_element(By.ID, "detail").is_displayed()
    assert report.switch_to.active_element.get_attribute("data-row") == buttons[1].get_attribute("data-row")
    box = report.find_element(By.CSS_SELECTOR, "#facets input[type=checkbox]")
    report.execute_script("arguments[0].focus()", box)
    value = box.get_attribute("value")
    box.send_keys(Keys.SPACE)
    assert report.switch_to.active_element.get_attribute("value") == value, "the list is redrawn under the keyboard"
    assert report.switch_to.active_element.is_selected()
    picture = report.find_element(By.ID, "map-picture")
    before = picture.get_dom_attribute("viewBox")
    picture.send_keys("+")
    assert picture.get_dom_attribute("viewBox") != before
    header = report.find_element(By.CSS_SELECTOR, "th[data-column=type] button")
    header.send_keys(Keys.ENTER)
    assert report.find_element(By.CSS_SELECTOR, "th[data-column=type]").get_attribute("aria-sort") == "ascending"


def test_everything_that_is_worked_with_has_a_name(report: webdriver.Chrome) -> None:
    report.find_element(By.CSS_SELECTOR, "button.open").click()
    for node in report.find_elements(By.CSS_SELECTOR, "button, input, svg[role=img], [role=region], [role=group]"):
        if node.is_displayed():
            assert node.accessible_name, node.get_attribute("outerHTML")


@pytest.mark.parametrize("width", [360, 800, 1500])
def test_no_width_makes_the_page_scroll_sideways(report: webdriver.Chrome, width: int) -> None:
    report.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    )
    try:
        assert report.execute_script("return document.documentElement.scrollWidth") <= width
    finally:
        report.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_it_prints(browser: webdriver.Chrome, events: list[Event], tmp_path: Path) -> None:
    many = [attrs.evolve(event, id=f"{event.id}{turn}") for turn in range(12) for event in events]
    show(browser, tmp_path, many)
    assert rows(browser) == 50
    assert len(browser.execute_cdp_cmd("Page.printToPDF", {})["data"]) > 20_000
    browser.execute_script("window.dispatchEvent(new Event('beforeprint'))")
    assert rows(browser) == len(many)
    browser.execute_script("window.dispatchEvent(new Event('afterprint'))")
    assert rows(browser) == 50


def test_hostile_text_stays_text(browser: webdriver.Chrome, events: list[Event], tmp_path: Path) -> None:
    event = events[0]
    sentence = attrs.evolve(event.sentence, text=HOSTILE, start=0, end=len(HOSTILE))
    hostile = attrs.evolve(
        event, id=HOSTILE, document=HOSTILE, sentence=sentence, trigger=attrs.evolve(event.trigger, text="</scr", start=0, end=5),
        type="<b>type", rule=HOSTILE, disputes=(HOSTILE,),
        actors=tuple(attrs.evolve(actor, code="<i>", name=HOSTILE, text=HOSTILE) for actor in event.actors),
        locations=tuple(attrs.evolve(place, name=HOSTILE, name_en=HOSTILE, text=HOSTILE) for place in event.locations),
        source=attrs.evolve(event.source, title=HOSTILE, publisher=HOSTILE, url="javascript:document.title='owned'"),
    )  # fmt: skip
    show(browser, tmp_path, [hostile], title=HOSTILE, texts={HOSTILE: HOSTILE + "x"})
    browser.find_element(By.CSS_SELECTOR, "button.open").click()
    assert browser.get_log("browser") == []
    assert browser.title != "owned"
    assert browser.find_elements(By.CSS_SELECTOR, "img, b b, i b, a[href^=javascript]") == []
    assert len(browser.find_elements(By.TAG_NAME, "script")) == 2
    shown = browser.find_element(By.CSS_SELECTOR, ".marked").text
    assert "onerror" in shown
    assert "U+202E" in shown
    assert "\u202e" not in browser.find_element(By.TAG_NAME, "body").text


def test_no_events(browser: webdriver.Chrome, tmp_path: Path) -> None:
    show(browser, tmp_path, [])
    assert browser.get_log("browser") == []
    assert "0" in browser.find_element(By.ID, "count").text


def test_a_link_opens_its_event(browser: webdriver.Chrome, events: list[Event], tmp_path: Path) -> None:
    show(browser, tmp_path, events)
    browser.get(browser.current_url + f"#{events[2].id}")
    assert browser.find_element(By.ID, "detail").is_displayed()
    assert events[2].rule in browser.find_element(By.ID, "detail").text
