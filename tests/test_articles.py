"""Whole articles: the sample that ships, links within a document, invariance, and a clean corpus without events."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from eventcode import Coder
from eventcode.data import data_root
from eventcode.model import Event

DAY = dt.date(2020, 1, 23)


def brief(event: Event) -> tuple[str, str, list[str], list[str], list[str], str]:
    """The main values of an event."""
    return (
        event.trigger.text, event.type, [a.code for a in event.actors], [t.code for t in event.targets],
        [place.name for place in event.locations], event.status,
    )  # fmt: skip


def test_sample_article(coder: Coder) -> None:
    text = (data_root() / "codebooks" / "idlib" / "sample" / "article.txt").read_text(encoding="utf-8")
    found = [brief(event) for event in coder.code(text, published=DAY)]
    for wanted in (
        ("غارات", "air_strike", ["RUSMIL"], ["SYRCVL"], ["كفر نبل"], "actual"),
        ("قصفت", "shelling", ["SYRMIL"], [], ["محيط معرة النعمان"], "actual"),
        ("استعادت", "territory_seized", ["SYRREB"], [], ["أبو جريف"], "actual"),
        ("نفت", "denial", ["RUSGOV"], [], [], "actual"),
        ("نزحت", "displacement", [], ["SYRCVL"], ["جبل الزاوية", "الحدود التركية"], "actual"),
    ):
        assert wanted in found, found
    assert any(kind == "ground_attack" and status == "negated" for _, kind, _, _, _, status in found)
    assert any(kind == "ceasefire" and set(actors) == {"TUR", "RUS"} for _, kind, actors, _, _, _ in found)


def test_mentions_of_one_happening_are_linked_and_disputed(coder: Coder) -> None:
    text = (
        "أعلنت وزارة الدفاع الروسية أن فصائل المعارضة شنت هجوماً على قوات النظام في مدينة سراقب أمس. "
        "وأكد المرصد السوري أنه لم يقع أي هجوم على مواقع الجيش هناك أو على قوات النظام في مدينة سراقب أمس."
    )
    first, second = [event for event in coder.code(text, published=DAY) if event.type == "ground_attack"]
    assert first.happening == second.happening
    assert first.disputes == (second.id,)
    assert second.disputes == (first.id,)
    assert (first.status, second.status) == ("actual", "negated")
    assert second.attribution[0].stance == "denies"


def test_ids_are_stable(coder: Coder) -> None:
    text = "قصفت طائرات روسية بلدة كنصفرة"
    assert [e.id for e in coder.code(text, published=DAY)] == [e.id for e in Coder().code(text, published=DAY)]


def test_threads_share_a_coder(coder: Coder) -> None:
    text = (data_root() / "codebooks" / "idlib" / "sample" / "article.txt").read_text(encoding="utf-8")
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: coder.code(text, published=DAY), range(12)))
    assert all(result == results[0] for result in results)


FRAME = "قصفت {actor} {place} {day}، ما أدى إلى مقتل {count} مدنيين"
BASE = {"actor": "طائرات روسية", "place": "بلدة كنصفرة", "day": "أمس الأربعاء", "count": "5"}


@pytest.mark.parametrize(
    ("change", "actor", "place", "killed"),
    [
        ({}, "RUSMIL", "كنصفرة", 5),
        ({"actor": "طائراتٌ روسيّةٌ"}, "RUSMIL", "كنصفرة", 5),
        ({"actor": "طـائرات روسـية"}, "RUSMIL", "كنصفرة", 5),
        ({"actor": "طائرات تركية"}, "TURMIL", "كنصفرة", 5),
        ({"actor": "قوات النظام"}, "SYRMIL", "كنصفرة", 5),
        ({"place": "مدينة أريحا"}, "RUSMIL", "أريحا", 5),
        ({"place": "قرية النيرب"}, "RUSMIL", "النيرب", 5),
        ({"count": "سبعة"}, "RUSMIL", "كنصفرة", 7),
        ({"day": "أول من أمس"}, "RUSMIL", "كنصفرة", 5),
    ],
)
def test_swapping_a_part_changes_only_that_part(coder: Coder, change: dict[str, str], actor: str, place: str, killed: int) -> None:
    (event,) = coder.code(FRAME.format(**{**BASE, **change}), published=DAY)
    assert ([a.code for a in event.actors], [p.name for p in event.locations], event.counts["killed"].low) == (
        [actor],
        [place],
        killed,
    )


CLEAN = (Path(__file__).parent / "data" / "clean.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("text", CLEAN)
def test_clean_corpus_gives_no_conflict_events(coder: Coder, text: str) -> None:
    assert [
        brief(event)
        for event in coder.code(text, published=DAY)
        if (event.codes.cameo or "00")[:2] in ("15", "17", "18", "19", "20")
    ] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قصفت طائرات حربية ملعباً لكرة القدم في مدينة إدلب", "air_strike"),
        ("قصف عنيف على سوق ومحال تجارية في معرة النعمان", "shelling"),
        ("قتلت الغارة عشرات الأغنام من قطيع قرب سراقب", "air_strike"),
        ("استهدفت قوات النظام متحفاً أثناء معرض للصور", "shelling"),
    ],
)
def test_peaceful_things_that_are_struck_are_no_figure_of_speech(coder: Coder, text: str, kind: str) -> None:
    assert kind in [event.type for event in coder.code(text, published=DAY)]
