"""The gazetteer's data: names that the press uses lead to a place of the right kind in the right area."""

from __future__ import annotations

import json

import pytest

from eventcode.data import data_root
from eventcode.gazetteer import Table, load_table
from eventcode.gazetteer.table import key_words


@pytest.fixture(scope="module")
def table() -> Table:
    """The table that ships."""
    return load_table([data_root() / "gazetteer" / "places.csv"])


@pytest.mark.parametrize(
    ("name", "level", "area"),
    [
        # the press's spelling of a village that OCHA writes otherwise
        ("كفرنبل", "settlement", "SY07"), ("معرة مصرين", "settlement", "SY07"), ("أطمة", "settlement", "SY07"), ("الكبانة", "settlement", "SY06"),
        ("بصر الحرير", "settlement", "SY12"), ("الشدادي", "settlement", "SY08"), ("منغ", "settlement", "SY02"), ("كفر ناصح", "settlement", "SY02"),
        ("باشكوي", "settlement", "SY02"), ("شلخ", "settlement", "SY07"), ("الغزاوية", "settlement", "SY02"), ("القراصي", "settlement", "SY02"),
        ("حمورية", "settlement", "SY03"), ("كفر لوسين", "settlement", "SY07"), ("إثريا", "settlement", "SY05"), ("الطبقة", "settlement", "SY11"),
        # crossings
        ("معبر باب الهوى", "settlement", "SY07"), ("معبر كفر لوسين", "site", "SY07"), ("معبر نصيب", "site", "SY12"), ("معبر اليعربية", "site", "SY08"),
        ("معبر القائم", "site", "SY09"), ("معبر أبو الزندين", "site", "SY02"), ("معبر مورك", "site", "SY05"), ("معبر جديدة يابوس", "site", "SY03"),
        # camps
        ("مخيم أطمة", "camp", "SY07"), ("مخيم قاح", "camp", "SY07"), ("مخيمات دير حسان", "camp", "SY07"), ("مخيم الركبان", "camp", "SY03"),
        ("مخيم الهول", "camp", "SY08"), ("مخيم دير بلوط", "camp", "SY02"),
        # bases, posts and hills of the fronts
        ("معسكر وادي الضيف", "site", "SY07"), ("معسكر الحامدية", "site", "SY07"), ("معسكر القرميد", "site", "SY07"), ("مطار أبو الظهور", "site", "SY07"),
        ("مطار تفتناز", "site", "SY07"), ("مطار التيفور", "site", "SY04"), ("مطار المزة", "site", "SY01"), ("معسكر جورين", "site", "SY05"),
        ("الفوج 46", "site", "SY02"), ("قاعدة حميميم", "site", "SY06"), ("نقطة المراقبة التركية في مورك", "site", "SY05"),
        ("نقطة معر حطاط التركية", "site", "SY07"), ("نقطة شير مغار", "site", "SY05"),
        ("جبل أبو علي", "site", "SY06"), ("تل عثمان", "site", "SY05"),
        # regions and roads
        ("جبل الزاوية", "region", "SY07"), ("سهل الغاب", "region", "SY05"), ("الغوطة الشرقية", "region", "SY03"), ("جبل التركمان", "region", "SY06"),
        ("ريف إدلب الجنوبي", "region", "SY07"), ("ريف حمص الشمالي", "region", "SY04"), ("ريف دمشق الغربي", "region", "SY03"),
        ("طريق M4", "road", "SY"), ("طريق خناصر - أثريا", "road", "SY02"),
        # across the border
        ("الريحانية", "settlement", "TR31"), ("قري خان", "settlement", "TR31"), ("أنطاكية", "settlement", "TR31"), ("إصلاحية", "settlement", "TR27"),
        ("نصيبين", "settlement", "TR47"), ("الريحانية", "district", "TR31"), ("إسطنبول", "settlement", "TR"), ("عرسال", "settlement", "LB"),
        ("الموصل", "settlement", "IQ"),
    ],
)  # fmt: skip
def test_name_leads_to_place(table: Table, name: str, level: str, area: str) -> None:
    found = [place for place in table.by_key.get(key_words(name), ()) if place.level == level]
    assert any(area in {place.id, *(parent.id for parent in table.ancestors(place))} for place in found), found


def test_every_row_says_its_source_and_precision(table: Table) -> None:
    for place in table.places.values():
        assert place.source, place.id
        assert place.precision, place.id
        assert (place.lat is None) == (place.precision == "none"), place.id


def test_outlines_are_those_of_the_table(table: Table) -> None:
    data = json.loads((data_root() / "gazetteer" / "boundaries.geojson").read_text(encoding="utf-8"))
    for feature in data["features"]:
        properties = feature["properties"]
        place = table.places[properties["pcode"]]
        assert set(properties) == {"pcode", "level", "name_en", "name_ar"}
        assert place.level == properties["level"]
