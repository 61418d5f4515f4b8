"""Places in sentences: heads, coordinations, countryside, directions, roads, slips, homonyms, words that are no places."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from pathlib import Path
from typing import Any

import pytest

from eventcode import Coder
from eventcode.errors import DataError
from eventcode.gazetteer import Gazetteer, most_specific
from eventcode.gazetteer.table import distance_km, nearness
from eventcode.model import Location
from eventcode.text import sentences

DAY = dt.date(2020, 1, 23)
ROWS = [json.loads(line) for line in (Path(__file__).parents[1] / "data" / "places.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The gazetteer that ships."""
    return Gazetteer.load()


def names(gazetteer: Gazetteer, text: str) -> list[str]:
    """Canonical names of the places of a text, in order."""
    found = [gazetteer.find(sentence.tokens) for sentence in sentences(text)]
    return [place.name for row in gazetteer.resolve(found) for place in row if place is not None]


def meant(coder: Coder, text: str) -> list[Location]:
    """The places that a text means: not those that only tell where another lies, nor those inside the names of actors."""
    views = coder.views(text)
    out: list[Location] = []
    for row, view in zip(coder.gazetteer.resolve([view.places for view in views]), views, strict=True):
        acting = [
            actor
            for actor in view.actors
            if actor.kind != "facility" and (actor.kind not in ("country", "capital") or not actor.governor)
        ]
        found = [
            (mention, place)
            for place, mention in zip(row, view.places, strict=True)
            if place is not None and not any(actor.first <= mention.first and mention.last <= actor.last for actor in acting)
        ]
        out.extend(most_specific(view.tokens, found))
    return out


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:40])
def test_sentence(coder: Coder, row: dict[str, Any]) -> None:
    text = str(row["text"])
    if row["kind"] == "speaker":
        found = [place for event in coder.code(text, published=DAY) for place in event.locations]
    else:
        found = meant(coder, text)
    codes = {str(place.id).split("~")[0] for place in found}
    right = {place.name for place in found} == set(row["places"]) and all(c is None or c in codes for c in row.get("ids", ()))
    if row.get("known"):
        assert not right, "a known failure passes now: take its mark away"
    else:
        assert right, found


def test_at_least_95_in_100_are_right() -> None:
    assert len(ROWS) >= 150
    assert sum(bool(row.get("known")) for row in ROWS) <= len(ROWS) * 0.05


def test_offsets(gazetteer: Gazetteer) -> None:
    text = "قصفت الطائرات بلدتي السمكة وخوين الشعر ثم عادت لسراقب"
    found = gazetteer.find(sentences(text)[0].tokens)
    assert [text[place.start : place.end] for place in found] == ["بلدتي السمكة", "خوين الشعر", "سراقب"]


def test_admin_codes(gazetteer: Gazetteer) -> None:
    found = [gazetteer.find(sentences("قصف بلدة كنصفرة")[0].tokens)]
    (place,) = [place for place in gazetteer.resolve(found)[0] if place is not None]
    assert place.admin_codes[0] == "SY07"
    assert place.admin[0] == "Idleb"
    assert place.lat is not None
    assert 35 < place.lat < 37


def test_overlay_adds_and_replaces(tmp_path: Path) -> None:
    overlay = tmp_path / "own.csv"
    overlay.write_text(
        "id,name,name_en,aliases,level,parent,lat,lon,population,source,precision\nOWN1,تل الاختبار,Test hill,,settlement,SY07,35.9,36.6,,own,point\n",
        encoding="utf-8",
    )
    assert names(Gazetteer.load(overlays=[overlay]), "قصفت الطائرات قرية تل الاختبار") == ["تل الاختبار"]


def test_faults_are_located(tmp_path: Path) -> None:
    overlay = tmp_path / "bad.csv"
    overlay.write_text(
        "id,name,level,parent,lat\nX1,اسم,village,SY07,1\nX2,اسم,settlement,NONE,a\nX3,اسم,settlement,NONE,1\n", encoding="utf-8"
    )
    with pytest.raises(DataError) as caught:
        Gazetteer.load(overlays=[overlay])
    assert [problem.line for problem in caught.value.problems] == [2, 3, 4]


def test_nearness_falls_with_the_nearest_distance(gazetteer: Gazetteer) -> None:
    towns = [place for place in gazetteer.table.places.values() if place.level == "settlement" and place.lat is not None][::97]
    for place in towns[:20]:
        distances = [d for other in towns if other is not place and (d := distance_km(place, other)) is not None]
        assert nearness(place, towns, 30) == max(0.0, 2 - min(distances) / 15)
    assert nearness(towns[0], [], 30) == nearness(towns[0], towns[:1], 30) == 0.0


def test_a_coder_that_has_coded_can_be_pickled(gazetteer: Gazetteer) -> None:
    coder = Coder(None, gazetteer)
    text = "قصفت طائرات روسية بلدة كنصفرة، ما أدى إلى مقتل ثلاثة مدنيين، وفق الدفاع المدني."
    events = coder.code(text, published=DAY)
    assert events
    assert pickle.loads(pickle.dumps(coder)).code(text, published=DAY) == events


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "And in" names a further place, be it larger.
        ("قصفت الطائرات محيط سراقب وفي بنش", ["محيط سراقب", "بنش"]),
        ("معارك في بلدة حاس وفي محافظة حلب", ["حاس", "حلب"]),
        # "Namely" tells which part of a larger area is meant.
        ("غارات على جنوب وشرق محافظة إدلب، وتحديداً على بلدة حاس", ["حاس"]),
        ("غارات على ريف حماة الشمالي وبالتحديد مدينة مورك", ["مورك"]),
        # What a place lies between is none, nor what it lies on the border of.
        ("قصفت الطائرات قرية الكندة بين بلدتي كنسبا والناجية", ["الكندة"]),
        ("انفجار في قرية طويل الحليب على الحدود الإدارية بين حماة وحمص (وسط) ودمشق", ["طويل الحليب"]),
        ("اشتباكات في ريف حلب بين قريتي تل ممو وجزرايا", ["ريف حلب", "تل ممو", "جزرايا"]),
        # A list goes on behind what one of its places lies in.
        ("معارك في ريف جسر الشغور بمحافظة إدلب، وسهل الغاب في ريف حماة الغربي", ["ريف جسر الشغور", "سهل الغاب"]),
        ("دارت معارك في مدن سورية شمالي وغربي البلاد", ["شمال غرب سوريا", "غرب سوريا"]),
    ],
)
def test_lists_and_what_places_lie_in(coder: Coder, text: str, expected: list[str]) -> None:
    assert [place.name for place in meant(coder, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A side of what lies around a governorate is its countryside on that side; around a town it is its surroundings.
        ("انسحبت الفصائل من الضواحي الغربية لمدينة حلب", ["ريف حلب الغربي"]),
        ("قصفت الطائرات حافة إدلب الجنوبية", ["ريف إدلب الجنوبي"]),
        ("دخل الجيش الأطراف الشمالية لبلدة حاس", ["محيط حاس"]),
        # The border of an area is its surroundings, that of a country its border.
        ("تحشد القوات على حدود محافظة إدلب", ["محيط محافظة إدلب"]),
        ("تحشد القوات عند الحدود الإدارية لمحافظة حماة", ["محيط محافظة حماة"]),
        ("قصفت الطائرات سراقب. وتحشد القوات على حدود البلدة", ["سراقب", "محيط سراقب"]),
        ("وصل النازحون إلى حدود تركيا", ["الحدود التركية"]),
        # Near a country's politics is no place.
        ("قصفت الطائرات مقرات فصائل قريبة من تركيا", []),
        ("اشتباكات في مدينة الباب القريبة من الحدود التركية", ["الباب"]),
        # What adjoins a place of the sentence, or of an earlier one.
        ("قصفت الطائرات مدينة سراقب والقرى المحاذية لها", ["سراقب", "محيط سراقب"]),
        ("قصفت الطائرات مدينة سراقب. ووصلت تعزيزات إلى المناطق المتاخمة", ["سراقب", "محيط سراقب"]),
        # Words that only look like a town: "we began" has a hamza.
        ("بدأنا سحب السلاح الثقيل من ريف حماة", ["ريف حماة"]),
        ("غارات بين بلدتي كفريا ومعرة مصرين", ["كفريا", "معر تمصرين"]),
        # The surroundings of a place that no table has.
        ("انفجار قرب جبل المرمار في محافظة الرقة", ["محيط جبل المرمار"]),
    ],
)
def test_what_lies_around(coder: Coder, text: str, expected: list[str]) -> None:
    assert [place.name for place in meant(coder, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The realm and the border of the country named last, by gender.
        ("أكدت الحكومة السورية عزمها على تحرير كامل أراضيها", ["سوريا"]),
        ("عزز العراق قواته على حدوده مع سوريا", ["الحدود العراقية"]),
        ("دفعت سوريا بتعزيزات إلى حدودها مع لبنان", ["الحدود اللبنانية"]),
        ("أغلق الأردن حدوده أمام الفارين", []),
        ("قصفت طائرات قرب المزارعين في أراضيها الزراعية", []),
        # A road told by a relative clause.
        ("سيطر الجيش على كامل الطريق الدولي الذي يصل حلب بدمشق", ["طريق حلب - دمشق الدولي"]),
        ("قطعت الفصائل الطريق الذي يربط بين معرة النعمان وكفرنبل", ["طريق معرة النعمان - كفر نبل"]),
        # Zones: another one than the listed one, all of them, one to be made.
        ("قصفت الطائرات منطقة خفض التصعيد جنوب غربي سوريا", ["جنوب غرب سوريا"]),
        ("قصفت الطائرات منطقة خفض التصعيد بإدلب، شمالي سوريا", ["منطقة خفض التصعيد"]),
        ("اتفقوا على إنشاء مناطق خفض التصعيد في سوريا", ["سوريا"]),
        ("اتفقوا على جعل سراقب منطقة خفض تصعيد", ["سراقب"]),
        # A name of two words that no table has.
        ("تحطم مروحية في مطار صبحا الريش بمدينة الرياض", ["مطار صبحا الريش"]),
        ("تحطم مروحية في معسكر عين الجرب في محافظة حلب", ["معسكر عين الجرب"]),
    ],
)
def test_realms_roads_and_zones(coder: Coder, text: str, expected: list[str]) -> None:
    assert [place.name for place in meant(coder, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A road by towns with their heads.
        ("انفجرت عبوة على الطريق بين مدينة إدلب وبلدة بنش", ["طريق إدلب - بنش"]),
        ("قصف على مخيم للنازحين في إدلب", ["إدلب"]),
        # What else was struck, with its own place.
        ("غارات استهدفت رتلاً في جبل الزاوية ومعسكراً قرب سراقب", ["جبل الزاوية", "محيط سراقب"]),
        ("خرجت تظاهرات في شمال غربي سوريا، وأبرزها في مدينتي إدلب وسرمدا", ["إدلب", "سرمدا"]),
        ("قصفت الطائرات بلدة حاس ومرتفعات كباني", ["حاس", "كباني"]),
        # A quarter is finer than its city, a plain or a zone than the countryside and the governorate.
        ("وفي مدينة حلب سقطت قذائف على حي الحمدانية", ["الحمدانية"]),
        ("جسور تربط محافظة إدلب بمواقع في سهل الغاب بريف حماة", ["سهل الغاب"]),
        ("انسحبت الفصائل من المنطقة المنزوعة السلاح في محيط إدلب", ["المنطقة منزوعة السلاح"]),
        ("نشر مراقبين في منطقة خفض التوتر بإدلب", ["منطقة خفض التصعيد"]),
        ("انسحبت الفصائل من المنطقة العازلة في إدلب ومحيطها", ["المنطقة منزوعة السلاح"]),
        ("سقطت طائرة فوق مرتفعات الجولان", ["الجولان السوري المحتل"]),
        # A border only tells where a town lies, and the list goes on.
        ("هدنة في مدينة الزبداني قرب الحدود اللبنانية وبلدتي الفوعة وكفريا", ["الزبداني", "الفوعة", "كفريا"]),
        ("تمركز رتل في جبل الشيخ بركات المطل على مدينة عفرين", ["جبل الشيخ بركات"]),
        # The adjective of a governorate, the north without more words, two parts of the country.
        ("قصف على الريف الحلبي الشمالي والشمال الإدلبي", ["ريف حلب الشمالي", "ريف إدلب الشمالي"]),
        ("حملة في الشمال المحرر", ["شمال غرب سوريا"]),
        ("قصف مناطق المعارضة في الشمال", ["شمال غرب سوريا"]),
        ("تقدمت القوات من جهة الشمال، ودخلت من الشمال", []),
        ("غارات على مواقع في جنوب ووسط سوريا", ["جنوب سوريا"]),
        # Generic words without the article, and a preposition, are no part of a name.
        ("قصف طال أحياء مدينة الحسكة ومركز مدينة عفرين", ["الحسكة", "عفرين"]),
        ("قذائف من قلعة التل على حاس", ["حاس"]),
        ("وصلت الفصائل إلى أعتاب جورين", ["محيط جورين"]),
        # A name that is an adjective or a number too, after a preposition; names of others in those of places.
        ("غارة على المنصورة وقتلى في بليون", ["المنصورة", "بليون"]),
        ("خسائر في بليون دولار ومقاتلون من الطائفة المنصورة", []),
        ("قتيل في مدينة الميادين وقصف جبل الأكراد", ["الميادين", "جبل الأكراد"]),
        ("نقلت الميادين عن مصدر أن الأكراد هاجموا", []),
        ("مناورات في ولاية هاتاي", ["هاتاي"]),
        # What a definite actor struck is no adjective of it.
        ("قصفت قوات النظام العيس وشوارع طفس", ["العيس", "طفس"]),
        # After a comma a list goes on behind what one of its places lies at.
        ("قصفت الطائرات بلدة حاس قرب كفرنبل، وبلدة سرجة", ["حاس", "سرجة"]),
        # Bases by either name; what is Syrian is not Syria.
        ("هجوم على قاعدة تفتناز الجوية", ["مطار تفتناز العسكري"]),
        ("قصفت المدفعية أهدافاً سورية وقوات سورية", []),
        ("دخل الرتل من تركيا إلى شمال سورية", ["شمال غرب سوريا"]),
    ],
)
def test_lists_of_what_was_struck(coder: Coder, text: str, expected: list[str]) -> None:
    assert [place.name for place in meant(coder, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The area is the one told of before the towns in it; what only told where a town lies is none.
        ("معارك في ريف إدلب الشرقي. ودخل الجيش بلدة حاس. وانسحب المسلحون من المنطقة", "ريف إدلب الشرقي"),
        ("دخل الجيش بلدة حاس في ريف إدلب الجنوبي. وانسحب المسلحون من المنطقة", "حاس"),
        # A village is no city.
        ("معارك في مدينة أريحا. وقصف على قرية بسامس. وخرج السكان من المدينة", "أريحا"),
        ("معارك في مدينة أريحا. وقصف على قرية بسامس. وخرج السكان من القرية", "بسامس"),
    ],
)
def test_area_and_city(gazetteer: Gazetteer, text: str, expected: str) -> None:
    assert names(gazetteer, text)[-1] == expected
