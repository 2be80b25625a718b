"""Columns that go along come from any program: each comes out as what it was in every form of results, or is told."""

import csv
import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from gramota.grading.gradebook.spreadsheet_cells import safe_text
from tests.answers.sheets import FOLDERS
from tests.cli.command import gramota_within

MANY = 3


@dataclass(frozen=True)
class Column:
    """A column of two values and an empty one, and what the first two are in JSON."""

    array: pa.Array
    told: tuple[Any, Any]

    @property
    def kept(self) -> pa.DataType:
        """The type in a Parquet file of results: texts are plain ones, and nothing is in a dictionary."""
        kind = self.array.type
        if pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
            return pa.string()
        return kind.value_type if pa.types.is_dictionary(kind) else kind


def column(kind: pa.DataType, first: object, second: object, *told: object) -> Column:
    assert len(told) == 2
    return Column(pa.array([first, second, None], kind), (told[0], told[1]))


def numbers(kind: pa.DataType, first: int, second: int, *told: object) -> Column:
    """Moments and spans that Python has no word for, given as Arrow keeps them."""
    width = pa.int32() if kind.bit_width == 32 else pa.int64()
    return Column(pa.array([first, second, None], width).view(kind), (told[0], told[1]))


def in_lists(values: pa.Array) -> pa.Array:
    return pa.ListArray.from_arrays(pa.array([0, 1, None, 2], pa.int32()), values)


COLUMNS = {
    "no_value": Column(pa.nulls(3), (None, None)),
    "yes": column(pa.bool_(), True, False, True, False),
    "int8": column(pa.int8(), -128, 127, -128, 127),
    "uint64": column(pa.uint64(), 2**64 - 1, 0, 2**64 - 1, 0),
    "float16": column(pa.float16(), 1.5, float("inf"), 1.5, None),
    "float64": column(pa.float64(), 0.1, float("nan"), 0.1, None),
    "decimal": column(pa.decimal128(20, 3), Decimal("-1.500"), Decimal("1E+3"), "-1.500", "1000.000"),
    "decimal256": column(pa.decimal256(60, 2), Decimal(10) ** 50, Decimal(0), "1" + "0" * 50 + ".00", "0.00"),
    "text": column(pa.string(), "=1+1", "ё\u2028\0", "=1+1", "ё\u2028\0"),
    "large_text": column(pa.large_string(), "да", "", "да", ""),
    "text_view": column(pa.string_view(), "да", "очень длинный текст", "да", "очень длинный текст"),
    "dictionary": Column(pa.array(["Тверь", "Орёл", None]).dictionary_encode(), ("Тверь", "Орёл")),
    "number_dictionary": Column(pa.array([7, 8, None]).dictionary_encode(), (7, 8)),
    "binary": column(pa.binary(), b"\x00\xff", b"", "AP8=", ""),
    "large_binary": column(pa.large_binary(), b"\xff", b"a", "/w==", "YQ=="),
    "binary_view": column(pa.binary_view(), b"\xff", b"a", "/w==", "YQ=="),
    "fixed_binary": column(pa.binary(2), b"ab", b"\xff\xff", "YWI=", "//8="),
    "uuid": Column(
        pa.ExtensionArray.from_storage(pa.uuid(), pa.array([b"a" * 16, b"\0" * 16, None], pa.binary(16))),
        ("61616161-6161-6161-6161-616161616161", "00000000-0000-0000-0000-000000000000"),
    ),
    "date": numbers(pa.date32(), 0, -1, "1970-01-01", "1969-12-31"),
    "far_date": numbers(pa.date32(), 2**30, -800_000, "+2941775-04-07", "-0221-09-04"),
    "moment_ms": numbers(pa.timestamp("ms"), 1_500, -1, "1970-01-01T00:00:01.500", "1969-12-31T23:59:59.999"),
    "moment_us": numbers(pa.timestamp("us"), 1, 10**15, "1970-01-01T00:00:00.000001", "2001-09-09T01:46:40"),
    "moment_ns": numbers(pa.timestamp("ns"), 1, -1, "1970-01-01T00:00:00.000000001", "1969-12-31T23:59:59.999999999"),
    "far_moment": numbers(pa.timestamp("ms"), 10**18, 0, "+31690708-07-05T01:46:40", "1970-01-01T00:00:00"),
    "moscow": numbers(
        pa.timestamp("us", "Europe/Moscow"), 0, 1, "1970-01-01T00:00:00+00:00", "1970-01-01T00:00:00.000001+00:00"
    ),
    "mars": numbers(
        pa.timestamp("ns", "Mars/Phobos"), 0, 1, "1970-01-01T00:00:00+00:00", "1970-01-01T00:00:00.000000001+00:00"
    ),
    "time_ms": numbers(pa.time32("ms"), 3_661_001, 0, "01:01:01.001", "00:00:00"),
    "time_ns": numbers(pa.time64("ns"), 1, 86_399 * 10**9, "00:00:00.000000001", "23:59:59"),
    "span_ns": numbers(pa.duration("ns"), 1, -1_500_000_000, "PT0.000000001S", "PT-1.5S"),
    "far_span": numbers(pa.duration("s"), 2**62, 0, "PT4611686018427387904S", "PT0S"),
    "list": column(pa.list_(pa.string()), ["a", None], [], ["a", None], []),
    "large_list": column(pa.large_list(pa.int64()), [1], [2, 3], [1], [2, 3]),
    "list_view": column(pa.list_view(pa.string()), ["a"], ["b"], ["a"], ["b"]),
    "two_in_list": column(pa.list_(pa.string(), 2), ["a", "b"], ["c", "d"], ["a", "b"], ["c", "d"]),
    "list_of_ns": Column(
        in_lists(pa.array([1, 0]).view(pa.timestamp("ns"))),
        (["1970-01-01T00:00:00.000000001"], ["1970-01-01T00:00:00"]),
    ),
    "struct": column(
        pa.struct({"a": pa.int64(), "b": pa.decimal128(5, 1)}),
        {"a": 1, "b": Decimal("2.5")},
        {"a": None, "b": None},
        {"a": 1, "b": "2.5"},
        {"a": None, "b": None},
    ),
    "list_of_structs": column(pa.list_(pa.struct({"a": pa.binary()})), [{"a": b"\xff"}], [], [{"a": "/w=="}], []),
    "map": column(pa.map_(pa.string(), pa.float64()), [("a", 1.0)], [], [["a", 1.0]], []),
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two rows that can be graded and one that cannot, with a column of each kind."""
    path = tmp_path_factory.mktemp("types") / "answers.parquet"
    needed = {"id": ["1", "2", "3"], "question": ["term", "term", "terms"], "answer": ["14 дней", "x", "y"]}
    pq.write_table(pa.table({**needed, **{name: each.array for name, each in COLUMNS.items()}}), path)
    return path


def graded(answers: Path, output: Path, capsys: pytest.CaptureFixture[str], *more: object) -> str:
    ended = gramota_within(capsys, "grade", answers, *more, "--quiz", "returns", "-o", output, "--lang", "en", *FOLDERS)
    assert (ended.code, ended.err.count("G323")) == (2, 1 + len(more)), ended.err
    return ended.err


def told_of(row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in COLUMNS}


def test_every_type_is_told_in_lines_of_json(tmp_path: Path, answers: Path, capsys: pytest.CaptureFixture[str]):
    graded(answers, tmp_path / "out.jsonl", capsys)
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    for number, line in enumerate(lines):
        assert told_of(line) == {name: each.told[number] for name, each in COLUMNS.items()}


def test_every_type_is_told_in_a_table(tmp_path: Path, answers: Path, capsys: pytest.CaptureFixture[str]):
    graded(answers, tmp_path / "out.csv", capsys)
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = [*csv.DictReader(stream)]
    for number, row in enumerate(rows):
        assert told_of(row) == {name: as_cell(each.told[number]) for name, each in COLUMNS.items()}


def as_cell(told: Any) -> str:
    match told:
        case None:
            return ""
        case bool():
            return str(int(told))
        case list() | dict():
            return json.dumps(told, ensure_ascii=False)
        case str():
            return safe_text(told)
    return str(told)


def test_every_type_stays_what_it_is_in_a_parquet_file(
    tmp_path: Path, answers: Path, capsys: pytest.CaptureFixture[str]
):
    graded(answers, tmp_path / "out.parquet", capsys)
    before, after = pq.read_table(answers).slice(0, 2), pq.read_table(tmp_path / "out.parquet")
    kinds = {name: after.schema.field(name).type for name in COLUMNS}
    assert kinds == {name: each.kept for name, each in COLUMNS.items()} | {"no_value": pa.string()}
    for name in {*COLUMNS} - {"no_value"}:
        was = before[name].combine_chunks()
        assert str(after[name].combine_chunks()) == str(
            was.dictionary_decode() if pa.types.is_dictionary(was.type) else was
        ), name


def test_every_type_is_told_of_a_row_that_is_set_aside(
    tmp_path: Path, answers: Path, capsys: pytest.CaptureFixture[str]
):
    table = pq.read_table(answers)
    bad = table.set_column(1, "question", [["terms"] * 3])
    pq.write_table(bad, tmp_path / "bad.parquet")
    asked = ("grade", tmp_path / "bad.parquet", "--quiz", "returns", "--format")
    for form in ("jsonl", "csv", "parquet"):
        output = tmp_path / f"out.{form}"
        assert gramota_within(capsys, *asked, form, "-o", output, *FOLDERS).code == 2
        beside = output.with_name(f"{output.name}.set-aside.jsonl").read_text(encoding="utf-8")
        given = [json.loads(line)["given"] for line in beside.splitlines()]
        for number in range(2):
            assert told_of(given[number]) == {name: each.told[number] for name, each in COLUMNS.items()}, form


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_files_whose_columns_have_other_types_are_one_table(
    tmp_path: Path, answers: Path, form: str, capsys: pytest.CaptureFixture[str]
):
    """Each column of the other file holds texts, so that every type has to become one."""
    texts = {name: ["x", "y", None] for name in COLUMNS}
    needed = {"id": ["4", "5", "6"], "question": ["term", "term", "terms"], "answer": ["14 дней", "x", "y"]}
    pq.write_table(pa.table({**needed, **texts}), tmp_path / "b.parquet")
    graded(answers, tmp_path / f"out.{form}", capsys, tmp_path / "b.parquet")
    if form == "parquet":
        rows = pq.read_table(tmp_path / "out.parquet").to_pylist()
        for name, each in COLUMNS.items():
            assert [row[name] for row in rows] == [*map(as_text, each.told), "x", "y"], name


def as_text(told: Any) -> str | None:
    return told if told is None or isinstance(told, str) else json.dumps(told, ensure_ascii=False)


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
@pytest.mark.parametrize(
    "kind",
    [
        pa.string(),
        pa.large_string(),
        pa.list_(pa.string()),
        pa.struct({"a": pa.string()}),
    ],
)
def test_text_that_is_not_utf_8_is_told_and_not_changed_unsaid(
    tmp_path: Path, form: str, kind: pa.DataType, capsys: pytest.CaptureFixture[str]
):
    broken = pa.array(["да".encode(), "нет".encode("cp1251"), None]).view(pa.string())
    match kind:
        case pa.ListType():
            array = pa.ListArray.from_arrays(pa.array([0, 1, 2, 2], pa.int32()), broken.slice(0, 2))
        case pa.StructType():
            array = pa.StructArray.from_arrays([broken], ["a"])
        case _:
            array = broken.cast(kind)
    columns = {"id": [1, 2, 3], "question": ["term"] * 3, "answer": ["14 дней"] * 3, "shop": array}
    pq.write_table(pa.table(columns), tmp_path / "a.parquet")
    output = tmp_path / f"out.{form}"
    ended = gramota_within(capsys, "grade", tmp_path / "a.parquet", "--quiz", "returns", "-o", output, *FOLDERS)
    assert (ended.code, "a.parquet:2:1: G329" in ended.err) == (2, True), ended.err
    beside = json.loads(output.with_name(f"{output.name}.set-aside.jsonl").read_text(encoding="utf-8"))
    assert r"\xed\xe5\xf2" in str(beside["given"]["shop"]).replace("\\\\", "\\")
