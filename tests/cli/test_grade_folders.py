"""A table may be a folder of Parquet files, as Spark and pyarrow write them: no row of it is lost unsaid."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.answers.sheets import FOLDERS, sheet, write
from tests.answers.tables import write_table
from tests.answers.texts import sheet_text
from tests.cli.command import gramota_within


def part(path: Path, *ids: int, **columns: list[Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    needed = {"id": [*ids], "question": ["term"] * len(ids), "answer": ["14 дней"] * len(ids)}
    kept = {name: values for name, values in {**needed, **columns}.items() if values}
    pq.write_table(pa.table(kept), path)
    return path


def graded(capsys: pytest.CaptureFixture[str], output: Path, *given: object) -> tuple[int, str]:
    ended = gramota_within(capsys, "grade", *given, "--quiz", "returns", "-o", output, "--lang", "en", *FOLDERS)
    return ended.code, ended.err


def rows_of(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".parquet":
        return pq.read_table(path).to_pylist()
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_parts_at_any_depth_are_read_in_the_order_of_their_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = tmp_path / "answers.parquet"
    for number, name in enumerate(("a/part-1", "a.b/part-0", "part-0", "b/c/part-0", "a/part-0")):
        part(folder / f"{name}.snappy.PARQUET", number)
    for name in ("_SUCCESS", ".part-0.crc", "a/._SUCCESS.crc", "_temporary/0/part-9.parquet"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")
    assert graded(capsys, tmp_path / "out.jsonl", folder) == (0, "")
    assert [row["id"] for row in rows_of(tmp_path / "out.jsonl")] == [4, 0, 1, 3, 2]


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_columns_that_only_the_names_of_folders_say_are_columns(
    tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
):
    folder = tmp_path / "answers"
    for number, name in enumerate(
        ("year=2025/shop=a%2Fb", "year=2026/shop=7", "year=2027/shop=", "year=__HIVE_DEFAULT_PARTITION__/shop=x")
    ):
        part(folder / name / "part-0.parquet", number)
    (folder / "_SUCCESS").touch()
    assert graded(capsys, tmp_path / f"out.{form}", folder) == (0, "")
    told = [(row["id"], row["year"], row["shop"]) for row in rows_of(tmp_path / f"out.{form}")]
    assert told == [(0, 2025, "a/b"), (1, 2026, "7"), (2, 2027, ""), (3, None, "x")]


def test_the_question_may_stand_in_the_name_of_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = tmp_path / "answers"
    part(folder / "question=term/part-0.parquet", 1, question=[])
    part(folder / "question=money/part-0.parquet", 1, question=[], answer=["Кассир"])
    part(folder / "question=terms/part-0.parquet", 1, question=[])
    code, told = graded(capsys, tmp_path / "out.jsonl", folder)
    assert (code, "question=terms/part-0.parquet:1:1: G323" in told) == (2, True), told
    assert [(row["question"], row["score"]) for row in rows_of(tmp_path / "out.jsonl")] == [("money", 1), ("term", 1.5)]


def test_what_stands_in_a_file_counts_more_than_the_name_of_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    part(tmp_path / "a/shop=Тверь/part-0.parquet", 1, shop=["Орёл"])
    assert graded(capsys, tmp_path / "out.jsonl", tmp_path / "a")[0] == 0
    assert [row["shop"] for row in rows_of(tmp_path / "out.jsonl")] == ["Орёл"]


def test_what_pyarrow_writes_comes_back_as_it_reads_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    rows = {"id": [*range(6)], "question": ["term", "money"] * 3, "answer": ["14 дней"] * 6, "day": [1, 1, 2, 2, 3, 3]}
    pq.write_to_dataset(pa.table(rows), tmp_path / "in", partition_cols=["question", "day"])
    assert graded(capsys, tmp_path / "out.parquet", tmp_path / "in") == (0, "")
    found = pq.read_table(tmp_path / "out.parquet").to_pylist()
    whole = pq.read_table(tmp_path / "in").to_pylist()
    assert [(row["id"], row["question"], row["day"]) for row in found] == [
        (row["id"], row["question"], row["day"]) for row in whole
    ]


@pytest.mark.parametrize("name", ["empty.parquet", "only-marks.parquet"])
def test_a_folder_without_parts_is_told(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]):
    (tmp_path / name).mkdir()
    if name.startswith("only"):
        (tmp_path / name / "_SUCCESS").touch()
    for form in ("jsonl", "csv", "parquet", "txt"):
        code, told = graded(capsys, tmp_path / f"out.{form}", tmp_path / name)
        assert (code, f"{name}: G348" in told) == (2, True), told
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("part-1.csv", "G348"),
        ("a/part-1", "G348"),
        ("a/part-1.parquet.gz", "G348"),
        ("_delta_log/0.json", "G348"),
        ("link", "G315"),
    ],
)
def test_what_would_be_left_out_is_told_before_anything_is_graded(
    tmp_path: Path, name: str, told: str, capsys: pytest.CaptureFixture[str]
):
    folder = part(tmp_path / "answers.parquet/part-0.parquet", 1).parent
    part(tmp_path / "more/part-1.parquet", 2)
    if name == "link":
        (folder / name).symlink_to(tmp_path / "more")
    else:
        (folder / name).parent.mkdir(exist_ok=True)
        write(folder / name, "id,question,answer\n")
    code, said = graded(capsys, tmp_path / "out.jsonl", folder)
    assert (code, told in said, (tmp_path / "out.jsonl").exists()) == (2, True, False), said


def test_a_folder_of_sheets_stays_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    part(tmp_path / "in/part-0.parquet", 1)
    write(tmp_path / "in/sheet.json", sheet())
    code, told = graded(capsys, tmp_path / "out", tmp_path / "in")
    assert (code, "part-0.parquet:1:1: G313" in told) == (1, True), told


def test_a_file_that_is_named_twice_is_graded_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = part(tmp_path / "in/part-0.parquet", 1).parent
    table = write_table(tmp_path / "a.csv", 3)
    (tmp_path / "b.csv").symlink_to(table)
    given = (folder, folder / "part-0.parquet", table, tmp_path / "b.csv", folder / "../a.csv")
    code, told = graded(capsys, tmp_path / "out.jsonl", *given)
    assert (code, told.count("G349"), told.count("named more than once")) == (0, 3, 3), told
    assert [row["id"] for row in rows_of(tmp_path / "out.jsonl")] == [1, "n-0", "n-1", "n-2"]
    code, told = graded(capsys, tmp_path / "out.jsonl", folder, tmp_path / "b.csv", f"{folder}/")
    assert (code, told.count("G349"), f"{folder}: G349" in told) == (0, 1, True), told


LEFT_BY_PROGRAMS = (
    *("_SUCCESS", "_metadata", "_common_metadata", ".part-0.parquet.crc", "part-0.parquet.crc", "_SUCCESS.crc"),
    *(".DS_Store", "._part-0.parquet", "Thumbs.db", "desktop.ini", "~$notes.docx", "_temporary/0/part-9.parquet"),
)
WRITTEN_BY_PEOPLE = (
    *("README", "README.md", "readme.txt", "a/notes.TXT", "build.log"),
    *("participants.docx", "Partners.txt", "part two.md"),
)


@pytest.mark.parametrize("name", ["answers", "answers.parquet"])
def test_what_lies_beside_the_parts_makes_no_folder_of_sheets(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
):
    folder = part(tmp_path / name / "part-0.parquet", 1).parent
    for each in LEFT_BY_PROGRAMS:
        (folder / each).parent.mkdir(parents=True, exist_ok=True)
        (folder / each).write_bytes(b"")
    assert graded(capsys, tmp_path / "out.jsonl", folder) == (0, "")
    for each in WRITTEN_BY_PEOPLE:
        (folder / each).parent.mkdir(exist_ok=True)
        write(folder / each, "Answers of March")
    code, told = graded(capsys, tmp_path / "out.jsonl", folder)
    assert (code, [f"{folder / each}: G349" in told for each in WRITTEN_BY_PEOPLE]) == (0, [True] * 8), told
    assert (told.count("G349"), rows_of(tmp_path / "out.jsonl")[0]["id"]) == (8, 1)


@pytest.mark.parametrize(
    "name", ["part-1.txt", "part.0.txt", "part_0.log", "part0.txt", "part-1", "data.csv", "part-1.parquet.gz"]
)
def test_what_may_be_a_part_is_told_as_one_and_not_as_a_sheet(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
):
    folder = part(tmp_path / "answers/part-0.parquet", 1).parent
    write(folder / name, "id,question,answer\n")
    code, told = graded(capsys, tmp_path / "out.jsonl", folder)
    assert (code, f"{name}:1:1: G348" in told, "G31" in told) == (2, True, False), told


def test_a_text_that_is_a_sheet_makes_a_folder_of_sheets(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = part(tmp_path / "in/part-0.parquet", 1).parent
    write(folder / "anna.txt", sheet_text(sheet()))
    code, told = graded(capsys, tmp_path / "out", folder)
    assert (code, "part-0.parquet:1:1: G313" in told) == (1, True), told


@pytest.mark.parametrize("name", ["_SUCCESS", "_metadata", "part-0.parquet.crc"])
def test_a_folder_with_marks_of_a_table_alone_lacks_parts_and_no_sheets(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).touch()
    (tmp_path / "in/Thumbs.db").touch()
    code, told = graded(capsys, tmp_path / "out.jsonl", tmp_path / "in")
    assert (code, "in: G348 There are no .parquet files here" in told) == (2, True), told
