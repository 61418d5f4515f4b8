"""Time expressions and what is none."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventcode.dates import resolve

REFERENCE = dt.date(2020, 1, 23)  # a Thursday
MONTHS = {
    "يناير": 1, "فبراير": 2, "آذار": 3, "أبريل": 4, "أيار": 5, "حزيران": 6, "يوليو": 7, "آب": 8, "أيلول": 9, "تشرين الأول": 10,
    "تشرين الثاني": 11, "كانون الأول": 12,
}  # fmt: skip
DOUBLE = [
    "يناير/كانون الثاني", "فبراير/شباط", "مارس/آذار", "أبريل/نيسان", "مايو/أيار", "يونيو/حزيران", "يوليو/تموز", "أغسطس/آب",
    "سبتمبر/أيلول", "أكتوبر/تشرين الأول", "نوفمبر/تشرين الثاني", "ديسمبر/كانون الأول",
]  # fmt: skip
_UNITS = ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع"]
ORDINAL_DAYS = {
    **dict(enumerate(_UNITS, 1)), 10: "العاشر", 11: "الحادي عشر", **{10 + n: f"{_UNITS[n - 1]} عشر" for n in range(2, 10)},
    20: "العشرين", 21: "الحادي والعشرين", **{20 + n: f"{_UNITS[n - 1]} والعشرين" for n in range(2, 10)}, 30: "الثلاثين",
    31: "الحادي والثلاثين",
}  # fmt: skip
WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]


@pytest.mark.parametrize(
    ("text", "start", "end", "resolution"),
    [
        ("وقع اليوم الخميس", "2020-01-23", "2020-01-23", "day"),
        ("وقع أمس الأربعاء", "2020-01-22", "2020-01-22", "day"),
        ("نزحوا خلال الأيام العشرة الأولى من الشهر الجاري", "2020-01-01", "2020-01-10", "range"),
        ("وقع في الأسبوع الثاني من أيلول 2018", "2018-09-08", "2018-09-14", "range"),
        ("وقع في اليوم الثاني من أيلول 2018", "2018-09-02", "2018-09-02", "day"),
        ("وقع أول من أمس", "2020-01-21", "2020-01-21", "day"),
        ("وقع السبت الماضي", "2020-01-18", "2020-01-18", "day"),
        ("وقع الخميس", "2020-01-23", "2020-01-23", "day"),
        ("يعقد الأحد المقبل", "2020-01-26", "2020-01-26", "day"),
        ("يبدأ صباح يوم غد، الجمعة", "2020-01-24", "2020-01-24", "day"),
        ("في 14 يناير/ كانون الثاني الجاري", "2020-01-14", "2020-01-14", "day"),
        ("في الثاني عشر من كانون الأول الماضي", "2019-12-12", "2019-12-12", "day"),
        ("في 17 من الشهر الماضي", "2019-12-17", "2019-12-17", "day"),
        ("في شهر آب الماضي", "2019-08-01", "2019-08-31", "month"),
        ("خلال الأسبوع الماضي", "2020-01-12", "2020-01-18", "week"),
        ("هذا الشهر", "2020-01-01", "2020-01-31", "month"),
        ("في عام 2015", "2015-01-01", "2015-12-31", "year"),
        ("في أوائل عام 2015", "2015-01-01", "2015-04-30", "range"),
        ("في مطلع 2015", "2015-01-01", "2015-04-30", "range"),
        ("منذ أواخر 2012", "2012-09-01", "2020-01-23", "range"),
        ("مطلع الأسبوع", "2020-01-19", "2020-01-21", "range"),
        ("منذ أواخر نيسان", "2019-04-21", "2020-01-23", "range"),
        ("منذ ثلاثة أشهر", "2019-10-23", "2020-01-23", "range"),
        ("منذ أسابيع", "2019-12-26", "2020-01-23", "range"),
        ("قبل نحو عشرة أيام", "2020-01-13", "2020-01-13", "day"),
        ("خلال الساعات الـ24 الماضية", "2020-01-22", "2020-01-23", "range"),
        ("في الساعات المقبلة", "2020-01-23", "2020-01-24", "range"),
        ("خلال الأيام الماضية", "2020-01-16", "2020-01-23", "range"),
        ("بين 2012 و2017", "2012-01-01", "2017-12-31", "range"),
        ("من 4 إلى 6 يناير", "2020-01-04", "2020-01-06", "range"),
        ("في صيف عام 2018", "2018-06-01", "2018-08-31", "season"),
        ("في الربع الأول من عام 2019", "2019-01-01", "2019-03-31", "range"),
        ("مطلع الشهر", "2020-01-01", "2020-01-10", "range"),
        ("في النصف الثاني من كانون الأول الماضي", "2019-12-16", "2019-12-31", "range"),
        ("خلال عام ونصف العام", "2018-07-23", "2020-01-23", "range"),
        ("قبل عامين ونصف", "2017-07-01", "2017-07-31", "month"),
        ("أيام 3 و4 و5 يناير", "2020-01-03", "2020-01-05", "range"),
        ("بين الأول والخامس من يناير", "2020-01-01", "2020-01-05", "range"),
        ("بين 22 كانون الأول وأول كانون الثاني", "2019-12-22", "2020-01-01", "range"),
        ("يوم الأحد الموافق 12 كانون الثاني", "2020-01-12", "2020-01-12", "day"),
        ("الاثنين 6/1", "2020-01-06", "2020-01-06", "day"),
        ("شهري تشرين الأول وتشرين الثاني 2019", "2019-10-01", "2019-11-30", "range"),
        ("في صيف العام الماضي", "2019-06-01", "2019-08-31", "season"),
        ("في الـ48 ساعة الأخيرة", "2020-01-21", "2020-01-23", "range"),
        ("ثاني أيام عيد الأضحى", "2019-08-12", "2019-08-12", "day"),
        ("ليل الثلاثاء الأربعاء", "2020-01-21", "2020-01-22", "range"),
        ("في رمضان 2019", "2019-05-06", "2019-06-03", "range"),
        ("في شهر رمضان الماضي", "2019-05-06", "2019-06-03", "range"),
        ("خلال عيد الفطر 2020", "2020-05-24", "2020-05-26", "range"),
        ("في 15 رمضان 1441 هـ", "2020-05-08", "2020-05-08", "day"),
        ("في الأول من محرم 1441", "2019-08-31", "2019-08-31", "day"),
        ("يومي الثلاثاء والأربعاء", "2020-01-21", "2020-01-22", "range"),
    ],
)
def test_expressions(text: str, start: str, end: str, resolution: str) -> None:
    found = resolve(text, REFERENCE)
    assert [(f.value.start, f.value.end, f.value.resolution) for f in found] == [
        (dt.date.fromisoformat(start), dt.date.fromisoformat(end), resolution)
    ]


def test_the_end_of_the_year_is_that_of_the_year_told_before_it_or_lies_ahead() -> None:
    told = resolve("بدأت المفاوضات في 2016، وفي نهاية العام وقع الطرفان اتفاقا", REFERENCE)[-1]
    assert (told.value.start, told.value.end) == (dt.date(2016, 9, 1), dt.date(2016, 12, 31))
    ahead = told.forward()
    assert ahead is not None
    assert (ahead.start, ahead.end) == (dt.date(2020, 9, 1), dt.date(2020, 12, 31))


def test_the_end_of_the_week_dates_only_what_is_to_come() -> None:
    (end,) = resolve("سيزور أنقرة نهاية الأسبوع", REFERENCE)
    ahead = end.forward()
    assert end.value.start is None
    assert ahead is not None
    assert ahead.start == dt.date(2020, 1, 25)


def test_within_an_open_length_tells_only_of_what_is_to_come() -> None:
    within = resolve("سينسحبون خلال أسابيع", REFERENCE)[-1]
    ahead = within.forward()
    assert within.value.start is None
    assert ahead is not None
    assert (ahead.start, ahead.end) == (REFERENCE, dt.date(2020, 2, 20))


@pytest.mark.parametrize(
    ("text", "time"),
    [("فجر اليوم", "dawn"), ("مساء أمس", "evening"), ("الساعة 6:00 في 31 آب 2019", "06:00"), ("الساعة 4:30 فجر الجمعة", "04:30")],
)
def test_times_of_day(text: str, time: str) -> None:
    assert [found.value.time for found in resolve(text, REFERENCE)] == [time]


def test_without_reference_only_absolute_dates_resolve() -> None:
    values = [found.value for found in resolve("وقع أمس ثم في 3 مايو 2018", None)]
    assert [(value.resolution, value.start) for value in values] == [("none", None), ("day", dt.date(2018, 5, 3))]


def test_a_bare_weekday_can_be_read_forward() -> None:
    (found,) = resolve("هدنة تبدأ السبت", REFERENCE)
    forward = found.forward()
    assert found.value.start == dt.date(2020, 1, 18)
    assert forward is not None
    assert forward.start == dt.date(2020, 1, 25)


def lines(name: str) -> list[str]:
    """The lines of a data file."""
    return (Path(__file__).parents[1] / "data" / name).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("text", lines("not-dates.txt"))
def test_what_is_no_date(text: str) -> None:
    assert [text[found.start : found.end] for found in resolve(text, REFERENCE)] == []


DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2035, 12, 31))


@settings(max_examples=400, deadline=None)
@given(DAYS)
def test_every_day_in_every_form(day: dt.date) -> None:
    month = list(MONTHS)[day.month - 1]
    digits = str(day.day).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    for text in (
        f"{ORDINAL_DAYS[day.day]} من {month} من العام {day.year}", f"{ORDINAL_DAYS[day.day]} من {month} {day.year}",
        f"{day.day} {month} {day.year}", f"{digits} {month} {day.year}", f"{day.day} من {DOUBLE[day.month - 1]} عام {day.year}",
        f"{day:%d/%m/%Y}", f"{day:%d-%m-%Y}", f"{day:%Y-%m-%d}", f"{WEEKDAYS[day.weekday()]} {day.day} {month} {day.year}",
    ):  # fmt: skip
        found = resolve(f"وقع الهجوم في {text}", REFERENCE)
        assert [(f.value.start, f.value.end) for f in found] == [(day, day)], text


@settings(max_examples=300, deadline=None)
@given(DAYS)
def test_days_relative_to_themselves(day: dt.date) -> None:
    after = day + dt.timedelta(days=1)
    for text, reference in (
        ("اليوم", day), ("أمس", after), (f"اليوم {WEEKDAYS[day.weekday()]}", day), (WEEKDAYS[day.weekday()], day),
        (f"{WEEKDAYS[day.weekday()]} الماضي", after), ("غداً", day - dt.timedelta(days=1)), ("أول من أمس", day + dt.timedelta(days=2)),
    ):  # fmt: skip
        assert [f.value.start for f in resolve(f"وقع الهجوم {text}", reference)] == [day], text


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("ليل 6-7 أيلول", "2018-09-06", "2018-09-07"),
        ("في 24 و25 آذار 2017", "2017-03-24", "2017-03-25"),
        ("أواخر تشرين الثاني حتى كانون الأول 2016", "2016-11-21", "2016-12-31"),
        ("منذ عام 2016", "2016-01-01", "2018-09-12"),
        ("خلال الأسبوعين الأخيرين", "2018-08-29", "2018-09-12"),
        ("قبل أيام", "2018-09-05", "2018-09-11"),
    ],
)
def test_ranges_and_lengths(text: str, start: str, end: str) -> None:
    found = [expression.value for expression in resolve(text, dt.date(2018, 9, 12))]
    assert [(str(value.start), str(value.end)) for value in found] == [(start, end)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("يلتقي الوزيران بعد يومين", "2020-01-25", "2020-01-25"),
        ("تنتهي المهلة بعد 48 ساعة", "2020-01-25", "2020-01-25"),
    ],
)
def test_lengths_ahead_date_only_what_is_to_come(text: str, start: str, end: str) -> None:
    found = resolve(text, REFERENCE)[0]
    ahead = found.forward()
    assert found.value.start is None
    assert ahead is not None
    assert (str(ahead.start), str(ahead.end)) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("انسحبوا بعد ثلاثة أيام على الهجوم", "2020-01-20", "2020-01-20"),
        ("بعد 5 أسابيع على بدء الحملة", "2019-12-15", "2019-12-21"),
        ("2012: اندلعت المعارك في المدينة", "2012-01-01", "2012-12-31"),
    ],
)
def test_lengths_back_and_a_year_before_a_colon(text: str, start: str, end: str) -> None:
    found = resolve(text, REFERENCE)[0].value
    assert (str(found.start), str(found.end)) == (start, end)


@pytest.mark.parametrize(
    ("text", "back", "ahead"),
    [
        ("ستنسحب القوات خلال 72 ساعة", "2020-01-20", "2020-01-26"),
        ("يغادرون في غضون أسبوع", "2020-01-16", "2020-01-30"),
    ],
)
def test_a_length_within_which_ends_or_begins_with_the_report(text: str, back: str, ahead: str) -> None:
    found = resolve(text, REFERENCE)[0]
    forward = found.forward()
    assert forward is not None
    assert (str(found.value.start), str(found.value.end)) == (back, "2020-01-23")
    assert (str(forward.start), str(forward.end)) == ("2020-01-23", ahead)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("سيطروا على البلدة في آذار 2015. وفي الشهر نفسه وقعت معارك", [("2015-03-01", "2015-03-31")] * 2),
        ("وقع القصف الأحد. وفي اليوم التالي انسحبوا", [("2020-01-19", "2020-01-19"), ("2020-01-20", "2020-01-20")]),
        ("أبرم عام 2014، وفي أيار من العام نفسه انهار", [("2014-01-01", "2014-12-31"), ("2014-05-01", "2014-05-31")]),
        ("في 3 أيلول 2019 ثم في العاشر من الشهر ذاته", [("2019-09-03", "2019-09-03"), ("2019-09-10", "2019-09-10")]),
        ("عام 2016 وبين نيسان وآب من العام التالي", [("2016-01-01", "2016-12-31"), ("2017-04-01", "2017-08-31")]),
        ("صباح هذا اليوم", [("2020-01-23", "2020-01-23")]),
        ("أكثر من 2000 معتقل", []),
    ],
)
def test_periods_named_by_an_earlier_one(text: str, dates: list[tuple[str, str]]) -> None:
    assert [(str(found.value.start), str(found.value.end)) for found in resolve(text, REFERENCE)] == dates


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("جاء القصف غداة مقتل الجنود", "2020-01-22", "2020-01-22"),
        ("عشية اجتماع المجلس", "2020-01-24", "2020-01-24"),
        ("قبل يومين من القمة", "2020-01-25", "2020-01-25"),
        ("قبل أيام من القمة", "2020-01-24", "2020-01-30"),
    ],
)
def test_what_is_counted_from_an_event_dates_it(text: str, start: str, end: str) -> None:
    found = resolve(text, REFERENCE)[0]
    assert found.counted
    assert (str(found.value.start), str(found.value.end)) == (start, end)


@pytest.mark.parametrize("text", ["خلال شهر رمضان 2019", "خلال يوم الأحد", "صادقوا على الاتفاق بعد شهر من الهجوم"])
def test_no_length_ahead(text: str) -> None:
    assert all(found.ahead is None for found in resolve(text, REFERENCE))


@pytest.mark.parametrize("text", ["في اليوم التالي", "بعد هجمات 11 سبتمبر", "قبل عام 2011", "العام الأخير"])
def test_what_dates_nothing(text: str) -> None:
    assert all(expression.value.start is None for expression in resolve(text, dt.date(2018, 9, 12)))
