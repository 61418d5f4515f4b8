"""Tables, answers of news APIs, saved pages, packed files, and text in encodings other than UTF-8."""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import gzip
import importlib.util
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventcode import RecordError
from eventcode.cli import main
from eventcode.reading import Document, FieldMap, read
from eventcode.reading.document import day_of
from eventcode.reading.encoding import encoding_of

TEXT = "قصفت طائرات حربية روسية بلدة كنصفرة في ريف إدلب الجنوبي، ما أدى إلى مقتل ثلاثة مدنيين."


def documents(path: Path, fields: FieldMap | None = None) -> list[Document]:
    """The documents of a path, of which none may be faulty."""
    found = list(read(str(path), fields or FieldMap()))
    assert all(isinstance(item, Document) for item in found), [str(item) for item in found]
    return [item for item in found if isinstance(item, Document)]


def faults(path: Path) -> list[RecordError]:
    """The faults of a path."""
    return [item for item in read(str(path)) if isinstance(item, RecordError)]


# Encodings


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"), (TEXT.encode("utf-8-sig"), "utf-8"), (TEXT.encode("cp1256"), "cp1256"),
        (TEXT.encode("utf-16"), "utf-16"), (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"), (TEXT.encode("utf-16-be"), "utf-16-be"), (b"plain ASCII", "utf-8"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("packed", [False, True])
def test_encodings_are_told_apart(tmp_path: Path, data: bytes, encoding: str, packed: bool) -> None:
    path = tmp_path / ("in.txt.gz" if packed else "in.txt")
    path.write_bytes(gzip.compress(data) if packed else data)
    (document,) = documents(path)
    assert (document.id, document.encoding) == ("in", encoding)
    assert document.text in (TEXT, "plain ASCII")


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode()[:41] + TEXT.encode()[42:],  # UTF-8 that has lost a byte
        TEXT.encode()[:-4] + b"\xff",
        "Überfälle auf die Stadt, größere Schäden, müde Flüchtlinge".encode("cp1252"),
        bytes(range(128, 256)),
        TEXT.encode("iso8859_6"),
    ],
    ids=["damaged UTF-8", "stray byte", "Latin letters", "all bytes", "ISO 8859-6"],
)
def test_what_is_in_no_known_encoding_is_reported_and_not_guessed(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "in.txt"
    path.write_bytes(data)
    (fault,) = faults(path)
    assert "not UTF-8 at byte" in str(fault)
    assert "iconv" in str(fault)


@given(st.text())
def test_utf_8_is_never_taken_for_something_else(text: str) -> None:
    if "\x00" not in text and "\x06" not in text:
        assert encoding_of(text.encode()) in (
            "utf-8",
            "utf-8-sig",
            "utf-16" if text.encode()[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8",
        )


def test_json_lines_in_utf_16_and_windows_1256(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"id": name, "text": TEXT}, ensure_ascii=False) + "\n" for name in "ab")
    for encoding in ("utf-16", "cp1256", "utf-16-be"):
        path = tmp_path / "in.jsonl"
        path.write_bytes(rows.encode(encoding))
        assert [(item.id, item.text, item.encoding) for item in documents(path)] == [("a", TEXT, encoding), ("b", TEXT, encoding)]


def test_a_damaged_gzip_file(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"text": TEXT}).encode() * 50)[:-30])
    assert faults(path)
    path.write_bytes(b"\x1f\x8b not gzip")
    (fault,) = faults(path)
    assert "cannot be read" in str(fault)


def test_the_command_line_tells_of_other_encodings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "in.txt"
    path.write_bytes(TEXT.encode("cp1256"))
    assert main(["code", str(path), "--date", "2020-01-23"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out.splitlines()[0])["type"] == "air_strike"
    assert "read as cp1256" in err


# Tables


def table(path: Path, rows: list[list[str]], **options: Any) -> Path:
    """Write a table."""
    out = io.StringIO()
    csv.writer(out, **options).writerows(rows)
    path.write_bytes(out.getvalue().encode("utf-8"))
    return path


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_tables(tmp_path: Path, separator: str) -> None:
    rows = [["id", "text", "date", "publisher"], ["a", f"{TEXT}\n{TEXT}", "2020-01-23", "P"], ["", TEXT, "", ""]]
    found = documents(table(tmp_path / "in.csv", rows, delimiter=separator))
    assert [(item.id, item.published, item.publisher) for item in found] == [("a", dt.date(2020, 1, 23), "P"), ("in:4", None, None)]
    assert found[0].text == f"{TEXT}\n{TEXT}"


def test_columns_of_other_names(tmp_path: Path) -> None:
    path = table(tmp_path / "in.csv", [["الرقم", "المتن", "يوم النشر"], ["7", TEXT, "2020-01-23"]])
    fields = FieldMap.of(["id=الرقم", "text=المتن", "date=يوم النشر"])
    assert [(item.id, item.text, item.published) for item in documents(path, fields)] == [("7", TEXT, dt.date(2020, 1, 23))]


def test_bad_rows_are_named_by_their_first_line(tmp_path: Path) -> None:
    rows = [["id", "text"], ["a", "one\ntwo"], ["b", ""], ["c", TEXT, "more"], ["d", TEXT]]
    path = table(tmp_path / "in.csv", rows)
    found = list(read(str(path)))
    assert [item.id for item in found if isinstance(item, Document)] == ["a", "d"]
    assert [item.problem.line for item in found if isinstance(item, RecordError)] == [4, 5]


def test_a_table_that_turns_bad_says_that_the_rest_is_lost(tmp_path: Path) -> None:
    path = table(tmp_path / "in.csv", [["id", "text"], *([str(number), TEXT] for number in range(9000))])
    path.write_bytes(path.read_bytes() + b"9,\xff\xff\n")
    found = list(read(str(path)))
    assert isinstance(found[-1], RecordError)
    assert "the rest was not read" in str(found[-1])
    assert len(found) > 8000


@pytest.mark.parametrize("content", [b"", b"id,text\n", b"\xff\xd8\xff\xe0\x00"])
def test_a_table_without_rows(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(content)
    found = list(read(str(path)))
    assert all(isinstance(item, RecordError) for item in found)
    assert len(found) == 1


def test_a_table_that_excel_saved_as_unicode_text(tmp_path: Path) -> None:
    path = table(tmp_path / "in.csv", [["id", "text"], ["a", TEXT]], delimiter="\t")
    path.write_bytes(path.read_bytes().decode().encode("utf-16"))
    assert [(item.text, item.encoding) for item in documents(path)] == [(TEXT, "utf-16")]


# Answers of news APIs


@pytest.mark.parametrize(
    ("answer", "publisher"),
    [
        (
            {
                "status": "ok",
                "articles": [{"content": TEXT, "publishedAt": "2020-01-23T20:00:00Z", "source": {"id": None, "name": "P"}}],
            },
            "P",
        ),
        ({"articles": {"results": [{"body": TEXT, "dateTimePub": "2020-01-23T20:00:00Z", "source": {"title": "P"}}]}}, "P"),
        ({"response": {"results": [{"fields": {"bodyText": TEXT}, "webPublicationDate": "2020-01-23T20:00:00Z"}]}}, None),
        ([{"articleBody": TEXT, "datePublished": "2020-01-23", "publisher": {"name": "P"}}], "P"),
        ({"text": TEXT, "date": "Thu, 23 Jan 2020 10:15:00 +0300", "items": ["x"]}, None),
        ({"articles": [{"text": TEXT, "seendate": "20200123T101500Z", "domain": "p.example"}]}, "p.example"),
    ],
)
def test_answers_of_news_apis(tmp_path: Path, answer: object, publisher: str | None) -> None:
    path = tmp_path / "in.json"
    path.write_text(json.dumps(answer, indent=1), encoding="utf-8")
    assert [(item.text, item.published, item.publisher) for item in documents(path)] == [(TEXT, dt.date(2020, 1, 23), publisher)]


def test_a_field_map_for_other_answers(tmp_path: Path) -> None:
    path = tmp_path / "in.json.gz"
    answer = {"hits": {"hits": [{"_source": {"story": TEXT, "when": {"day": "2020-01-23"}}}]}}
    path.write_bytes(gzip.compress(json.dumps(answer).encode()))
    fields = FieldMap.of(["records=hits.hits", "text=_source.story", "date=_source.when.day"])
    assert [(item.id, item.text, item.published) for item in documents(path, fields)] == [("in:0", TEXT, dt.date(2020, 1, 23))]


def test_a_bad_article_is_named_by_its_place_in_the_list(tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    path.write_text(json.dumps({"articles": [{"text": TEXT}, {"title": "no text"}, 5]}), encoding="utf-8")
    assert [fault.problem.where for fault in faults(path)] == ["articles[1]", "articles[2]"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"articles": []}', "[" * 100_000, "قصف"])
def test_json_without_articles(tmp_path: Path, content: str) -> None:
    path = tmp_path / "in.json"
    path.write_text(content, encoding="utf-8")
    assert len(faults(path)) == 1


@pytest.mark.parametrize("pair", ["text", "text=", "words=Body", "=x"])
def test_bad_field_maps(pair: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="FIELD=KEY"):
        FieldMap.of([pair])
    with pytest.raises(SystemExit) as stopped:
        main(["code", "in.csv", "--field", pair])
    assert stopped.value.code == 2
    assert "FIELD=KEY" in capsys.readouterr().err


@pytest.mark.parametrize("value", ["2020-13-01", "20201301", "Someday", "23/01/2020", [2020], 5, True])
def test_dates_that_are_none(value: object) -> None:
    with pytest.raises(RecordError, match="not of the form"):
        day_of(value, "in.json")


# Saved pages

PAGE = f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><title>قصف على كنصفرة - موقع المثال</title>
<meta property="og:site_name" content="موقع المثال"><meta property="og:title" content="قصف على كنصفرة">
<meta property="article:published_time" content="2020-01-23T18:00:00+03:00">
<link rel="canonical" href="https://example.org/news/1"></head>
<body><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">رياضة</a></li></ul></nav>
<article><h1>قصف على كنصفرة</h1><p>{TEXT}</p><p>{TEXT.replace("كنصفرة", "البارة")} وقال الدفاع المدني إن فرقه نقلت المصابين.</p></article>
<footer><p>جميع الحقوق محفوظة</p></footer></body></html>"""
needs_extractor = pytest.mark.skipif(importlib.util.find_spec("trafilatura") is None, reason="the extra html is not installed")


@needs_extractor
@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16"])
def test_a_saved_page(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.encode(encoding))
    (document,) = documents(path)
    assert (document.id, document.published, document.publisher) == ("page", dt.date(2020, 1, 23), "موقع المثال")
    assert (document.url, document.title) == ("https://example.org/news/1", "قصف على كنصفرة")
    assert TEXT in document.text
    assert document.text.startswith("قصف على كنصفرة")
    assert "رياضة" not in document.text
    assert "الحقوق" not in document.text


@needs_extractor
def test_the_index_of_a_folder_goes_before_the_page(tmp_path: Path) -> None:
    (tmp_path / "page.htm.gz").write_bytes(gzip.compress(PAGE.encode()))
    (tmp_path / "docs.jsonl").write_text('{"file": "page.htm.gz", "id": "x", "date": "2020-01-24"}', encoding="utf-8")
    (document,) = documents(tmp_path)
    assert (document.id, document.published, document.publisher) == ("x", dt.date(2020, 1, 24), "موقع المثال")


@needs_extractor
@pytest.mark.parametrize("content", ["", "<html><body></body></html>", "<html", "\x00\x01"])
def test_a_page_without_an_article(tmp_path: Path, content: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(content, encoding="utf-8")
    assert len(faults(path)) == 1


def test_without_the_extractor_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    (fault,) = faults(path)
    assert "pip install 'eventcode[html]'" in str(fault)


def test_a_folder_of_every_kind(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(json.dumps({"id": "b", "text": TEXT}).encode()))
    table(tmp_path / "c.csv", [["id", "text"], ["c", TEXT]])
    (tmp_path / "d.json").write_text(json.dumps([{"id": "d", "text": TEXT}]), encoding="utf-8")
    (tmp_path / "e.png").write_bytes(b"picture")
    (tmp_path / "f.txt").mkdir()
    assert [item.id for item in documents(tmp_path)] == ["a", "b", "c", "d"]


BYTES = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
    st.recursive(
        st.none() | st.integers() | st.text(max_size=9), lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=9), inner)
    ).map(lambda value: json.dumps(value).encode()),
    st.lists(st.lists(st.text(max_size=6), max_size=4).map(",".join), max_size=6).map(
        lambda rows: "\n".join(rows).encode("utf-8", "replace")
    ),
)


@given(BYTES, st.sampled_from([".txt", ".jsonl", ".csv", ".tsv", ".json", ".html", "", ".txt.gz", ".csv.gz"]), st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
def test_no_file_stops_the_reading(tmp_path: Path, data: bytes, ending: str, packed: bool) -> None:
    path = tmp_path / f"in{ending}"
    path.write_bytes(gzip.compress(data) if packed else data)
    found = list(read(str(path)))
    assert all(isinstance(item, Document | RecordError) for item in found)
    assert found or ending in ("", ".jsonl"), "an empty file of lines holds no record; any other is told of"
    for item in found:
        if isinstance(item, Document):
            item.text.encode("utf-8")
