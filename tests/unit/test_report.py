"""The report's file: what it holds, that text in it stays text, and that its figures count nobody twice."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import io
import json
import re
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventcode import Coder, Event
from eventcode.cli import main
from eventcode.model import Count, DateSpan
from eventcode.report import Labels, write
from eventcode.report.figures import figure_groups
from eventcode.report.outlines import outlines, project
from eventcode.report.page import embedded_json
from eventcode.report.payload import MARKS, date_span, payload

TEXT = (
    "قصفت طائرات حربية روسية بلدة كنصفرة أمس الأربعاء، ما أدى إلى مقتل ثلاثة مدنيين، وفق الدفاع المدني. "
    "ونفت وزارة الدفاع الروسية قصف بلدة كنصفرة. وسيطرت قوات النظام على قرية تل مرديخ شرقي إدلب."
)


@pytest.fixture(scope="module")
def events() -> list[Event]:
    """Events of a short article."""
    return Coder().code(TEXT, published=dt.date(2020, 1, 23), document="d1", publisher="ناشر")


def page(events: list[Event], **options: Any) -> str:
    """The page of events."""
    out = io.StringIO()
    assert write(events, out, **options) == len(events)
    return out.getvalue()


def data_of(html: str) -> dict[str, Any]:
    """The data of a page."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_the_page_asks_nothing_of_the_network(events: list[Event]) -> None:
    html = page(events)
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?!#)\w|@import|url\(""", html.replace('href="#results"', ""))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    assert policy[1].startswith("default-src &#x27;none&#x27;")
    for tag, directive in (("<script>", "script-src"), ("<style>", "style-src")):
        (body,) = re.findall(f"{tag}(.*?){tag.replace('<', '</')}", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{directive} &#x27;sha256-{digest}&#x27;" in policy[1]


def test_the_same_events_give_the_same_page(events: list[Event]) -> None:
    assert page(events, title="إدلب") == page(events, title="إدلب")


@given(st.text(max_size=60) | st.sampled_from(["</script>", "<!--", "<img src=x onerror=alert(1)>", "a\u2028b\u2029c", "\ud800"]))
def test_no_text_leaves_its_block(text: str) -> None:
    block = embedded_json({"text": text})
    assert not re.search("[<>&\u2028\u2029]", block)
    assert json.loads(block)["text"] == text


def test_marks_are_the_parts_of_the_sentence(events: list[Event]) -> None:
    data = data_of(page(events))
    columns = data["events"]
    for number, event in enumerate(events):
        sentence = data["sentences"][columns["sentence"][number]]
        flat = columns["marks"][number]
        found = [(MARKS[kind], sentence[start:end]) for kind, start, end in zip(flat[::3], flat[1::3], flat[2::3], strict=True)]
        assert ("trigger", event.trigger.text) in found
        for actor in event.actors:
            if actor.start is not None and event.sentence.start <= actor.start < event.sentence.end:
                assert ("actor", actor.text) in found
    assert {MARKS[kind] for flat in columns["marks"] for kind in flat[::3]} >= {"trigger", "actor", "place", "date", "count"}


def test_of_several_equal_dates_the_nearest_is_marked(events: list[Event]) -> None:
    event = events[0]
    text = "اليوم قال، قصفت اليوم"
    moved = attrs.evolve(
        event,
        sentence=attrs.evolve(event.sentence, text=text, start=100, end=100 + len(text)),
        trigger=attrs.evolve(event.trigger, text="قصفت", start=111, end=115),
        date=DateSpan(dt.date(2020, 1, 1), dt.date(2020, 1, 1), "day", text="اليوم"),
    )
    assert date_span(moved) == (116, 121)
    assert date_span(attrs.evolve(moved, date=attrs.evolve(moved.date, basis="document"))) is None


def test_disputes_lead_to_rows(events: list[Event]) -> None:
    known = attrs.evolve(events[0], disputes=(events[1].id, "elsewhere"))
    data = payload([known, *events[1:]], Labels.of(), {})
    assert data["events"]["disputes"][0] == [1, "elsewhere"]


def counting(event: Event, happening: str, cause: str | None = None, start: int | None = None, document: str = "d") -> Event:
    """An event that counts killed."""
    count = Count(3, 3, start=start, end=None if start is None else start + 5)
    return attrs.evolve(event, happening=happening, cause=cause, document=document, counts={"killed": count})


def test_a_figure_is_counted_once(events: list[Event]) -> None:
    base = events[0]
    rows = [
        counting(base, "strike"), counting(base, "strike", document="e"), counting(base, "deaths", cause="strike"),
        counting(base, "other", start=40), counting(base, "third", start=40), counting(base, "third", start=40, document="f"),
        counting(base, "alone"), counting(base, "one", cause="uncounted"), counting(base, "two", cause="uncounted"),
    ]  # fmt: skip
    groups = [figures["killed"] for figures in figure_groups(rows)]
    assert groups == [0, 0, 0, 1, 1, 1, 2, 3, 4]


def test_outlines_and_points_share_a_projection() -> None:
    areas = outlines()
    assert {area["level"] for area in areas} == {"governorate", "subdistrict"}
    assert len(areas) == 124
    ariha = next(area for area in areas if area["code"] == "SY070500")
    steps = [int(value) for value in re.findall(r"-?\d+", ariha["path"])]
    assert ariha["path"].count("M") == 1
    x, y = steps[:2]
    xs, ys = [x], [y]
    for right, down in zip(steps[2::2], steps[3::2], strict=True):
        x, y = x + right, y + down
        xs.append(x)
        ys.append(y)
    town = project(36.61, 35.81)  # Ariha
    assert min(xs) < town[0] < max(xs)
    assert min(ys) < town[1] < max(ys)


def test_every_label_has_two_languages_and_the_script_asks_for_known_ones() -> None:
    labels = Labels.of()
    assert all(english and arabic for english, arabic in (*labels.page.values(), *labels.actors.values()))
    folder = Path(str(__import__("eventcode.report", fromlist=["x"]).__file__)).parent / "assets"
    asked = {key for file in folder.glob("*.js") for key in re.findall(r'\bsay\("(\w+)"\)', file.read_text(encoding="utf-8"))}
    asked |= set(re.findall(r'data-(?:label|name)="(\w+)"', (folder / "page.html").read_text(encoding="utf-8")))
    assert asked <= labels.page.keys()


def test_no_events_give_a_page(tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_text("", encoding="utf-8")
    target = tmp_path / "report.html"
    assert main(["report", str(tmp_path / "none.jsonl"), "-o", str(target)]) == 0
    assert data_of(target.read_text(encoding="utf-8"))["size"] == 0


def test_bad_lines_are_told_and_the_rest_is_shown(events: list[Event], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "events.jsonl", tmp_path / "report.html"
    rows = [json.dumps(event.to_dict(), ensure_ascii=False) for event in events]
    bad = json.dumps({**events[0].to_dict(), "status": "maybe"})
    source.write_text("\n".join([rows[0], "{", '{"id": "x"}', bad, "[]", *rows[1:]]), encoding="utf-8")
    assert main(["report", str(source), "-o", str(target)]) == 1
    told = capsys.readouterr().err
    assert [line.split(": ")[1].rsplit(":", 1)[1] for line in told.splitlines()] == ["2", "3", "4", "5"]
    assert "status must be one of" in told
    assert data_of(target.read_text(encoding="utf-8"))["size"] == len(events)


@pytest.mark.parametrize("case", ["missing", "onto itself", "not events"])
def test_bad_usage_writes_nothing(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "events.jsonl", tmp_path / "report.html"
    if case != "missing":
        source.write_text("قصفت طائرات\n", encoding="utf-8")
    if case == "onto itself":
        target = source
    assert main(["report", str(source), "-o", str(target)]) in (1, 2)
    assert capsys.readouterr().err
    assert target == source or not target.exists()


def test_whole_texts_come_with_their_documents(events: list[Event], tmp_path: Path) -> None:
    source, corpus, target = tmp_path / "events.jsonl", tmp_path / "news.jsonl", tmp_path / "report.html"
    source.write_text("\n".join(json.dumps(event.to_dict()) for event in events), encoding="utf-8")
    corpus.write_text("\n".join(json.dumps({"id": name, "text": TEXT}) for name in ("d0", "d1")), encoding="utf-8")
    assert main(["report", str(source), "-o", str(target), "--text", str(corpus)]) == 0
    data = data_of(target.read_text(encoding="utf-8"))
    assert data["texts"] == [TEXT]
    at, sentence = data["events"]["at"][0], data["sentences"][data["events"]["sentence"][0]]
    assert TEXT[at : at + len(sentence)] == sentence


def test_the_demo_writes_a_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "demo.html"
    assert main(["demo", "--report", str(target)]) == 0
    assert str(target) in capsys.readouterr().out
    assert data_of(target.read_text(encoding="utf-8"))["size"] > 5
