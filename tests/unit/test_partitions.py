"""Functions that code a partition of a larger job, and the plan of the parts."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventcode.batch.chunks import Chunk
from eventcode.batch.partitions import COLUMNS, SPARK_SCHEMA, Data, code_batches, code_frame, code_frames, records_of
from eventcode.errors import BatchError, RecordError
from eventcode.reading import Document, read

pandas = pytest.importorskip("pandas", reason="needs eventcode[dask]")
arrow = pytest.importorskip("pyarrow", reason="needs eventcode[dask]")
from eventcode.batch.dask import plan  # noqa: E402

TEXT = "قصفت طائرات حربية روسية بلدة كنصفرة اليوم الخميس."
ROWS = [
    {"id": "a", "text": TEXT, "date": "2020-01-23", "title": None},
    {"id": "b", "text": None, "date": None, "title": None},
    {"id": "c", "text": TEXT, "date": dt.date(2020, 1, 23), "title": float("nan")},
    {"id": "d", "text": TEXT, "date": "soon", "title": None},
]


def test_a_frame_of_documents_becomes_one_of_events() -> None:
    coded = code_frame(pandas.DataFrame(ROWS))
    assert tuple(coded.columns) == COLUMNS
    assert list(coded["document"][:3]) == ["a", None, "c"]
    assert [bool(error) for error in coded["error"]] == [False, True, False, True]
    assert list(coded["type"])[::2] == ["air_strike"] * 2
    assert coded["date_start"][0] == dt.date(2020, 1, 23)
    assert coded["place_ids"][0] == ["C4309"]
    assert json.loads(coded["json"][0])["document"] == "a"
    assert "no text" in coded["error"][1]
    assert [len(part) for part in code_frames([pandas.DataFrame(ROWS), pandas.DataFrame(ROWS[:1])])] == [4, 1]
    assert tuple(code_frame(pandas.DataFrame([], columns=["id", "text"])).columns) == COLUMNS


def test_arrow_batches() -> None:
    batch = arrow.RecordBatch.from_pylist(
        [{"id": "a", "text": TEXT, "date": dt.date(2020, 1, 23)}, {"id": "b", "text": "", "date": None}]
    )
    (coded,) = code_batches([batch])
    first, second = coded.to_pylist()
    assert (first["type"], first["date_start"], first["error"]) == ("air_strike", dt.date(2020, 1, 23), None)
    assert (second["type"], second["document"]) == (None, None)
    assert json.loads(second["json"])["reason"]
    assert Data().coder() is Data().coder()


def test_a_bad_row_is_kept_as_a_record() -> None:
    (bad,) = records_of([{"id": 1, "text": 5}], "p", 7)
    assert isinstance(bad, RecordError)
    assert (bad.problem.line, json.loads(bad.record)) == (7, {"id": 1, "text": 5})


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 300), max_size=30), st.integers(1, 2000), st.booleans())
def test_parts_hold_every_line_once(tmp_path_factory: pytest.TempPathFactory, sizes: list[int], block: int, ended: bool) -> None:
    path = tmp_path_factory.mktemp("plan") / "in.jsonl"
    lines = [json.dumps({"text": "x" * (size + 1)}) if size % 7 else "" for size in sizes]
    path.write_text("\n".join(lines) + ("\n" if ended and lines else ""), encoding="utf-8")
    parts = plan([path], "", block)
    got = [record for part in parts for record in part.records()]
    whole = list(read(str(path)))
    assert [record for record in got if isinstance(record, Document)] == [
        Document(item.id, item.text, path=str(path)) for item in whole if isinstance(item, Document)
    ]
    assert Chunk(0, tuple(got)).digest() == Chunk(0, tuple(whole)).digest()
    assert len({part.name for part in parts}) == len(parts)


def test_the_plan_of_parquet_and_folders(tmp_path: Path) -> None:
    import pyarrow.parquet

    pyarrow.parquet.write_table(
        arrow.Table.from_pylist([{"id": str(n), "text": f"x{n}"} for n in range(10)]), tmp_path / "b.parquet", row_group_size=4
    )
    (tmp_path / "a.jsonl").write_text('{"text": "y"}\n', encoding="utf-8")
    (tmp_path / "_meta").write_text("", encoding="utf-8")
    parts = plan([tmp_path], "")
    got = [[record.text for record in part.records() if isinstance(record, Document)] for part in parts]
    assert got == [["y"], ["x0", "x1", "x2", "x3"], ["x4", "x5", "x6", "x7"], ["x8", "x9"]]
    assert {part.name for part in plan([tmp_path], "other")}.isdisjoint(part.name for part in parts)
    (tmp_path / "c.docx").touch()
    with pytest.raises(BatchError, match="docx"):
        plan([tmp_path], "")


@pytest.mark.skipif(not (os.environ.get("JAVA_HOME") or shutil.which("java")), reason="Java is not installed")
def test_spark_in_local_mode(monkeypatch: pytest.MonkeyPatch) -> None:
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    spark = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        rows = [{"id": str(number), "text": TEXT, "date": "2020-01-23"} for number in range(20)] + [
            {"id": "bad", "text": " ", "date": None}
        ]
        frame = spark.createDataFrame(rows, "id string, text string, date string").repartition(3)
        for coded in (frame.mapInPandas(code_frames, SPARK_SCHEMA), frame.mapInArrow(code_batches, SPARK_SCHEMA)):
            got = coded.collect()
            assert sorted(row.document for row in got if row.error is None) == sorted(str(number) for number in range(20))
            assert [row.type for row in got if row.error] == [None]
            assert {row.date_start for row in got} == {dt.date(2020, 1, 23), None}
    finally:
        spark.stop()
