"""One happening in several documents: links, disputes, and what stays apart."""

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from eventcode import Coder, Event
from eventcode.cli import main
from eventcode.events import link_documents
from eventcode.output.formats import FORMATS

FIRST = "قصفت طائرات حربية روسية بلدة كنصفرة ما أدى إلى مقتل ثلاثة مدنيين."
AGAIN = "أفاد ناشطون بأن غارات روسية استهدفت بلدة كنصفرة وأوقعت خمسة قتلى من المدنيين."
OTHER_PLACE = "قصفت طائرات حربية روسية بلدة البارة."
OTHER_SIDE = "قصفت طائرات تركية بلدة كنصفرة."


def coded(coder: Coder, *texts: str, days: tuple[int, ...] = ()) -> list[Event]:
    """The events of texts, each a document of January 2020."""
    return [
        event
        for number, text in enumerate(texts)
        for event in coder.code(text, published=dt.date(2020, 1, days[number] if days else 23), document=f"d{number}")
    ]


def test_the_same_attack_in_two_papers_is_one_happening(coder: Coder) -> None:
    first, second = link_documents(coded(coder, FIRST, AGAIN))
    assert first.happening == second.happening == first.id


def test_a_day_later_is_the_same_and_a_week_later_is_not(coder: Coder) -> None:
    near = link_documents(coded(coder, FIRST, AGAIN, days=(22, 23)))
    assert len({event.happening for event in near}) == 1
    far = link_documents(coded(coder, FIRST, AGAIN, days=(10, 23)))
    assert len({event.happening for event in far}) == 2


def test_other_places_and_other_sides_stay_apart(coder: Coder) -> None:
    linked = link_documents(coded(coder, FIRST, OTHER_PLACE, OTHER_SIDE))
    assert len({event.happening for event in linked}) == 3


def test_a_denial_in_another_document_disputes(coder: Coder) -> None:
    denial = "نفى مصدر عسكري أن تكون طائرات حربية روسية قصفت بلدة كنصفرة."
    linked = link_documents(coded(coder, FIRST, denial))
    strikes = [event for event in linked if event.type == "air_strike"]
    assert [event.status for event in strikes] == ["actual", "negated"]
    assert strikes[0].happening == strikes[1].happening
    assert strikes[0].disputes == (strikes[1].id,)
    assert strikes[1].disputes == (strikes[0].id,)


def test_what_is_planned_is_not_what_happened(coder: Coder) -> None:
    linked = link_documents(coded(coder, FIRST, "ستقصف طائرات حربية روسية بلدة كنصفرة."))
    assert len({event.happening for event in linked}) == 2


@given(st.permutations(range(5)))
def test_order_is_kept_and_linking_again_changes_nothing(order: list[int]) -> None:
    events = [EVENTS[index] for index in order]
    once = link_documents(events)
    assert [event.id for event in once] == [event.id for event in events]
    assert link_documents(once) == once


EVENTS = coded(Coder(), FIRST, AGAIN, OTHER_PLACE, OTHER_SIDE, "اعتصم عشرات المدنيين في مدينة سرمدا.")


def test_happenings_keep_every_report_and_bound_the_counts(coder: Coder) -> None:
    file = io.StringIO()
    assert FORMATS["happenings"](link_documents(coded(coder, FIRST, AGAIN, days=(22, 23))), file) == 1
    (row,) = [json.loads(line) for line in file.getvalue().splitlines()]
    assert row["counts"]["killed"] == {"low": 3, "high": 5, "latest": 5}
    assert [report["document"] for report in row["reports"]] == ["d0", "d1"]


def test_command(tmp_path: Path, coder: Coder) -> None:
    source, target = tmp_path / "events.jsonl", tmp_path / "linked.jsonl"
    FORMATS["jsonl"].save(coded(coder, FIRST, AGAIN), source)
    assert main(["link", str(source), "-o", str(target)]) == 0
    assert len({json.loads(line)["happening"] for line in target.read_text(encoding="utf-8").splitlines()}) == 1
