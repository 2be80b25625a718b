"""Parquet files come from many programs, and not all of them mean well."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from gramota.errors import Problem
from gramota.grading.tables.limits import MOST_BYTES, MOST_ROWS
from gramota.grading.tables.parquet_rows import read_batches
from gramota.grading.tables.rows import BulkRow, read_bulk

QUESTIONS = ("term", "money")
THREE = {"id": ["1", "2"], "question": ["term", " money "], "answer": ["14 дней", None]}


def written(tmp_path: Path, **columns: object) -> Path:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({**THREE, **columns}), path)
    return path


def found_in(path: Path) -> list[BulkRow | Problem]:
    return [*read_bulk(path, QUESTIONS)]


def answers(found: Sequence[BulkRow | Problem]) -> list[tuple[str | int, str, str]]:
    return [(row.id, row.question, row.answer) for row in found if isinstance(row, BulkRow)]


def told(found: Sequence[BulkRow | Problem]) -> list[tuple[str, int]]:
    return [(each.code, each.where.line) for each in found if isinstance(each, Problem)]


AS_TEXT = [("1", "term", "14 дней"), ("2", "money", "")]


@pytest.mark.parametrize("kind", [pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())])
def test_texts_are_read_in_every_way_that_arrow_keeps_them(tmp_path: Path, kind: pa.DataType):
    columns = {name: pa.array(values).cast(kind) for name, values in THREE.items()}
    assert answers(found_in(written(tmp_path, **columns))) == AS_TEXT


@pytest.mark.parametrize("kind", [pa.int64(), pa.uint8(), pa.int16()])
def test_ids_that_are_numbers_stay_numbers(tmp_path: Path, kind: pa.DataType):
    assert answers(found_in(written(tmp_path, id=pa.array([0, 7], kind)))) == [(0, "term", "14 дней"), (7, "money", "")]


@pytest.mark.parametrize(
    ("code", "columns"),
    [
        ("G337.id", {"id": [1.5, 2.0]}),
        ("G337.id", {"id": [True, False]}),
        ("G337", {"answer": [14, 15]}),
        ("G337", {"answer": [["a"], ["b"]]}),
        ("G337", {"question": [b"term", b"money"]}),
        ("G337", {"answer": [{"text": "a"}, {"text": "b"}]}),
        ("G325", {"ID": ["1", "2"]}),
    ],
)
def test_a_column_that_will_not_do_is_told_once_for_the_file(tmp_path: Path, code: str, columns: dict[str, object]):
    assert told(found_in(written(tmp_path, **columns))) == [(code, 0)]


def test_a_table_without_the_needed_columns_is_told(tmp_path: Path):
    pq.write_table(pa.table({"id": ["1"], "text": ["14 дней"]}), tmp_path / "a.parquet")
    (problem,) = found_in(tmp_path / "a.parquet")
    assert isinstance(problem, Problem)
    assert (problem.code, dict(problem.values)["columns"]) == ("G324.parquet", "question, answer")


def test_a_bad_row_costs_only_itself(tmp_path: Path):
    rows = {
        "id": ["1", None, "", "4", "5"],
        "question": ["term", "term", "term", "terms", None],
        "answer": ["x", "x", "x", "x", "x"],
    }
    pq.write_table(pa.table(rows), tmp_path / "a.parquet")
    found = found_in(tmp_path / "a.parquet")
    assert answers(found) == [("1", "term", "x")]
    assert told(found) == [("G322.empty", 2), ("G322.empty", 3), ("G323", 4), ("G322.empty", 5)]


def test_text_that_is_not_utf_8_costs_only_its_row(tmp_path: Path):
    broken = pa.array(["да".encode("cp1251"), "NUL \0 да".encode()]).view(pa.string())
    found = found_in(written(tmp_path, answer=broken))
    assert (answers(found), told(found)) == ([("2", "money", "NUL \0 да")], [("G329.cell", 1)])


def test_an_answer_of_many_megabytes_costs_only_its_row(tmp_path: Path):
    found = found_in(written(tmp_path, answer=["x" * 6_000_000, "x"]))
    assert (answers(found), told(found)) == ([("2", "money", "x")], [("G330.cell", 1)])


def test_rows_come_in_pieces_of_a_bounded_size(tmp_path: Path):
    size = 100_000
    table = pa.table({"id": range(300), "question": ["term"] * 300, "answer": [str(n) * size for n in range(300)]})
    pq.write_table(table, tmp_path / "large.parquet")
    pq.write_table(
        pa.table({"id": range(9_000), "question": ["x"] * 9_000, "answer": ["y"] * 9_000}), tmp_path / "long.parquet"
    )
    large, long = ([*read_batches(tmp_path / f"{name}.parquet", "a")] for name in ("large", "long"))
    assert max(batch.nbytes for batch in large) < MOST_BYTES + 4 * size
    assert max(map(len, long)) == MOST_ROWS
    assert [sum(map(len, batches)) for batches in (large, long)] == [300, 9_000]


@pytest.mark.parametrize("content", [b"PAR1", b"id,question,answer\n", b"PAR1" + b"\xff" * 100 + b"PAR1"])
def test_what_is_no_parquet_is_told(tmp_path: Path, content: bytes):
    path = tmp_path / "a.parquet"
    path.write_bytes(content)
    assert told(found_in(path)) == [("G336", 0)]
    path.write_bytes(b"")
    assert told(found_in(path)) == [("G324.nothing", 0)]


def test_names_of_columns_that_are_not_utf_8_are_told(tmp_path: Path):
    path = written(tmp_path, shop_name=["Тверь", "Орёл"])
    path.write_bytes(path.read_bytes().replace(b"shop_name", b"shop\xffname"))
    assert told(found_in(path)) == [("G336", 0)]


def test_a_folder_and_no_file_at_all_are_told(tmp_path: Path):
    (tmp_path / "b.parquet").mkdir()
    assert [told(found_in(tmp_path / f"{name}.parquet"))[0][0] for name in "bc"] == ["G001", "G001"]


def test_a_file_that_breaks_off_gives_what_it_has_and_says_from_where(tmp_path: Path):
    path = tmp_path / "a.parquet"
    rows = {"id": range(5_000), "question": ["term"] * 5_000, "answer": [f"ответ {n}" for n in range(5_000)]}
    pq.write_table(pa.table(rows), path, row_group_size=1_000, compression="zstd")
    content = bytearray(path.read_bytes())
    begin = pq.read_metadata(path).row_group(3).column(2).dictionary_page_offset
    content[begin : begin + 200] = b"\xff" * 200
    path.write_bytes(content)
    found = found_in(path)
    assert 0 < len(answers(found)) <= 3_000
    assert told(found) == [("G336.rest", len(answers(found)) + 1)]


def test_other_columns_are_told_as_json_can(tmp_path: Path):
    moment = dt.datetime(2026, 11, 26, 9, 30, tzinfo=dt.UTC)
    path = written(
        tmp_path,
        day=[dt.date(2026, 1, 2), None],
        at=[moment, None],
        took=[dt.timedelta(seconds=90), None],
        price=[Decimal("1.50"), None],
        share=[float("nan"), 0.5],
        raw=[b"\x00\xff", None],
        tags=[["a", "b"], None],
        about=[{"x": 1}, None],
        shop=pa.array(["Тверь", "Тверь"]).dictionary_encode(),
    )
    first, second = found_in(path)
    assert isinstance(first, BulkRow)
    assert isinstance(second, BulkRow)
    assert first.others == {
        "day": "2026-01-02",
        "at": "2026-11-26T09:30:00+00:00",
        "took": "PT90S",
        "price": "1.50",
        "share": None,
        "raw": "AP8=",
        "tags": ["a", "b"],
        "about": {"x": 1},
        "shop": "Тверь",
    }
    assert second.others["share"] == 0.5
