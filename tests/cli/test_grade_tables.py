"""Tables of answers in every kind of file and into every form, however many processes grade them."""

import csv
import datetime as dt
import gzip
import json
import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.answers.sheets import FOLDERS, write
from tests.answers.tables import write_table
from tests.cli.command import Ended, gramota, gramota_within

KINDS, FORMS = ("jsonl", "csv", "parquet"), ("jsonl", "csv", "parquet")
ROWS = 4_100
BAD = '{"id": "x", "question": "terms", "answer": "y"}'


def graded(capsys: pytest.CaptureFixture[str], table: Path, output: Path, form: str, *more: object) -> tuple[int, str]:
    asked = ("grade", table, "--quiz", "returns", "--format", form, "-o", output, "--lang", "en")
    ended = gramota_within(capsys, *asked, *more, *FOLDERS)
    assert ended.out == ""
    return ended.code, ended.err


@pytest.mark.parametrize("form", FORMS)
def test_the_same_answers_give_the_same_results_from_every_kind_of_file(
    tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
):
    for kind in KINDS:
        table = write_table(tmp_path / f"answers.{kind}", ROWS)
        assert graded(capsys, table, tmp_path / kind, form, "--processes", 1) == (0, "")
    contents = [content(tmp_path / kind, form) for kind in KINDS]
    # An empty cell of a CSV file is an empty text; the others have none there.
    for row in contents[0] if form != "csv" else ():
        row["shop"] = row["shop"] or ""
    assert contents[0] == contents[1]
    for row in contents[2] if form != "csv" else ():
        row["shop"] = row["shop"] or ""
    assert contents[0] == contents[2]


def content(path: Path, form: str) -> list[dict[str, object]]:
    if form == "parquet":
        return pq.read_table(path).to_pylist()
    text = path.read_text(encoding="utf-8-sig")
    lines = text.splitlines()
    return [json.loads(line) for line in lines] if form == "jsonl" else [*csv.DictReader(lines)]


@pytest.mark.parametrize(
    ("kind", "form"), [("parquet", "parquet"), ("csv", "jsonl"), ("jsonl", "csv"), ("parquet", "text")]
)
def test_the_number_of_processes_changes_no_byte(
    tmp_path: Path, kind: str, form: str, capsys: pytest.CaptureFixture[str]
):
    table = write_table(tmp_path / f"answers.{kind}", ROWS)
    for processes in (1, 2, 3):
        assert graded(capsys, table, tmp_path / str(processes), form, "--processes", processes) == (0, "")
    assert len({(tmp_path / str(processes)).read_bytes() for processes in (1, 2, 3)}) == 1
    if form == "text":
        assert (
            (tmp_path / "1")
            .read_text(encoding="utf-8")
            .endswith(f"{ROWS} answers: 586 not answered, 878 to be reviewed\n")
        )
    else:
        assert len(content(tmp_path / "1", form)) == ROWS


def test_bad_rows_of_all_files_are_told_and_lie_beside_the_results(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    first = write(tmp_path / "a.jsonl", '{"id": 1, "question": "term", "answer": "14 дней"}\nnot json\n' + BAD)
    second = tmp_path / "b.parquet"
    pq.write_table(
        pa.table({"id": [1, 2], "question": ["term", "x"], "answer": ["14 дней", "да"], "n": [1, 2]}), second
    )
    code, told = graded(capsys, first, tmp_path / "out.jsonl", "jsonl", second)
    assert code == 2
    places = [
        line.split(" ")[1] + line.split(" ")[0].rpartition("/")[2] for line in told.splitlines() if "/" in line[:1]
    ]
    assert places == ["G332b.parquet:1:1:", "G301a.jsonl:2:1:", "G323a.jsonl:3:1:", "G323b.parquet:2:1:"], told
    assert [json.loads(line)["id"] for line in (tmp_path / "out.jsonl").read_text().splitlines()] == [1, 1]
    beside = tmp_path / "out.jsonl.set-aside.jsonl"
    assert str(beside) in told
    lines = [json.loads(line) for line in beside.read_text(encoding="utf-8").splitlines()]
    assert [(line["row"], line["code"]) for line in lines] == [(2, "G301"), (3, "G323"), (2, "G323")]
    assert [line["given"] for line in lines] == [
        "not json",
        json.loads(BAD),
        {"id": 2, "question": "x", "answer": "да", "n": 2},
    ]
    write(first, '{"id": 1, "question": "term", "answer": "14 дней"}\n')
    assert graded(capsys, first, tmp_path / "out.jsonl", "jsonl")[0] == 0
    assert not beside.exists(), "what was set aside the last time is not what was set aside now"


def test_thousands_of_bad_rows_are_counted_and_not_all_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    table = write(tmp_path / "a.jsonl", (BAD + "\n") * 3_000)
    code, told = graded(capsys, table, tmp_path / "out.csv", "csv")
    assert (code, told.count("G323"), "… and 2900 more." in told, "3000 files or rows" in told) == (2, 100, True, True)
    assert len((tmp_path / "out.csv.set-aside.jsonl").read_text().splitlines()) == 3_000


def test_columns_that_come_late_get_their_place_and_their_type(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    rows = [{"id": n, "question": "term", "answer": "14 дней"} for n in range(2_500)]
    rows[1]["count"] = 1
    rows[2_400] |= {"count": 2.5, "note": "да", "mixed": 1, "score": "own"}
    rows[2_401] |= {"mixed": [1, {"a": None}], "id": 2**70}
    table = write(tmp_path / "a.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    assert graded(capsys, table, tmp_path / "out.csv", "csv")[0] == 0
    cells = content(tmp_path / "out.csv", "csv")
    assert [*cells[0]][-4:] == ["count", "note", "mixed", "input.score"]
    assert [cells[2_400][name] for name in ("count", "note", "mixed", "input.score")] == ["2.5", "да", "1", "own"]
    assert graded(capsys, table, tmp_path / "out.parquet", "parquet")[0] == 0
    found = pq.read_table(tmp_path / "out.parquet")
    others = {name: str(found.schema.field(name).type) for name in ("id", "count", "note", "mixed", "input.score")}
    assert others == {"id": "string", "count": "double", "note": "string", "mixed": "string", "input.score": "string"}
    row = found.slice(2_400, 2).to_pylist()
    assert [row[0][name] for name in ("id", "count", "note", "mixed", "input.score")] == ["2400", 2.5, "да", "1", "own"]
    assert (row[1]["id"], row[1]["mixed"]) == (str(2**70), '[1, {"a": null}]')


def test_a_cell_as_long_as_a_row_may_be_is_laid_out_beside_columns_that_come_late(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    csv.field_size_limit(131_072)  # what a process has that has read no CSV file
    rows = [{"id": n, "question": "term", "answer": "14 дней"} for n in range(2_500)]
    rows[1]["note"], rows[2_400]["late"] = "x" * 4_900_000, "да"
    table = write(tmp_path / "a.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    assert graded(capsys, table, tmp_path / "out.csv", "csv") == (0, "")
    cells = content(tmp_path / "out.csv", "csv")
    assert (len(str(cells[1]["note"])), cells[2_400]["late"]) == (4_900_000, "да")


def test_types_of_other_columns_go_through_unchanged(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    kinds = {"n": pa.int16(), "at": pa.timestamp("ms", "UTC"), "tags": pa.list_(pa.string()), "raw": pa.binary()}
    values = {"n": [1], "at": [0], "tags": [["a"]], "raw": [b"\xff"]}
    columns = {name: pa.array(values[name], kind) for name, kind in kinds.items()}
    pq.write_table(pa.table({"id": [1], "question": ["term"], "answer": ["да"], **columns}), tmp_path / "a.parquet")
    assert graded(capsys, tmp_path / "a.parquet", tmp_path / "out.parquet", "parquet")[0] == 0
    found = pq.read_table(tmp_path / "out.parquet")
    assert {name: found.schema.field(name).type for name in kinds} == kinds
    assert "answer" not in found.schema.names


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", FORMS)
def test_a_table_without_rows_gives_results_without_rows(
    tmp_path: Path, kind: str, form: str, capsys: pytest.CaptureFixture[str]
):
    table = write_table(tmp_path / f"answers.{kind}", 0)
    code, told = graded(capsys, table, tmp_path / "out", form)
    # A file of lines has no header, and without a line it is empty.
    is_empty = kind == "jsonl"
    assert (code, "G324 The file is empty" in told) == ((2, True) if is_empty else (0, False))
    assert content(tmp_path / "out", form) == []


@pytest.mark.parametrize("empty", ["", "\n\n", "\ufeff"])
def test_an_empty_file_ends_alike_whatever_its_kind(
    tmp_path: Path, empty: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    ends = {graded(capsys, write(Path(name), empty), Path("out.jsonl"), "jsonl") for name in ("a.csv", "a.jsonl")}
    assert all(code == 2 and "G324 The file is empty" in told for code, told in ends)
    assert [("header" in told) for _, told in sorted(ends, key=lambda end: "a.jsonl" in end[1])] == [True, False]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.xlsx", "G335 Answers are not read from workbooks"),
        ("a.XLS", "G335 Answers are not read from workbooks"),
        ("a.csv.bz2", ".csv.gz or .jsonl.gz"),
        ("a.parquet.gz", ".csv.gz or .jsonl.gz"),
        ("a.tar.gz", "packed in this way are not read"),
        ("a.gz", "end in .csv.gz or .jsonl.gz"),
        ("a.json.gz", "end in .csv.gz or .jsonl.gz"),
        ("a.tsv.gz", "end in .csv.gz;"),
        ("a.ndjson.GZ", "end in .jsonl.gz;"),
        ("a.ods.gz", "Save the sheet as CSV"),
        ("a.tsv", "end in .csv"),
        ("a.ndjson", "end in .jsonl"),
        ("a.pq", "end in .parquet"),
        ("a.docx", "G310"),
    ],
)
@pytest.mark.parametrize("asked", [("grade",), ("suggest", "--question", "term")])
def test_a_file_of_another_kind_is_told_by_its_name(
    tmp_path: Path, asked: tuple[str, ...], name: str, told: str, capsys: pytest.CaptureFixture[str]
):
    path = write(tmp_path / name, "id\tquestion\tanswer\n")
    ended = gramota_within(capsys, *asked, path, "--quiz", "returns", "--lang", "en", *FOLDERS)
    if asked[0] == "suggest":
        told = told.replace("G310", "G335")
    assert (ended.code, ended.out, told in ended.err) == (2, "", True), ended.err


def test_packed_tables_give_the_results_of_plain_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    for kind in ("csv", "jsonl"):
        table = write_table(tmp_path / f"answers.{kind}", ROWS)
        packed = tmp_path / f"answers.{kind}.gz"
        packed.write_bytes(gzip.compress(table.read_bytes()))
        assert graded(capsys, table, tmp_path / "plain", "jsonl") == (0, "")
        assert graded(capsys, packed, tmp_path / "packed", "jsonl", "--processes", 2) == (0, "")
        assert (tmp_path / "packed").read_bytes() == (tmp_path / "plain").read_bytes()


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_types_of_columns_are_named_in_the_readers_language(
    tmp_path: Path, lang: str, capsys: pytest.CaptureFixture[str]
):
    found = []
    for values in ([1], [1.5], [True], [b"a"], [["a"]], [{"a": 1}], [dt.date(2026, 1, 1)], [dt.datetime(2026, 1, 1)]):  # noqa: DTZ001 - nor do tables
        pq.write_table(pa.table({"id": ["1"], "question": ["term"], "answer": values}), tmp_path / "a.parquet")
        ended = gramota_within(
            capsys,
            "grade",
            tmp_path / "a.parquet",
            "--quiz",
            "returns",
            "--lang",
            lang,
            "-o",
            tmp_path / "o.csv",
            *FOLDERS,
        )
        found.append(next(line for line in ended.err.splitlines() if "G337" in line).partition("G337 ")[2])
    assert len({*found}) == 8
    if lang == "ru":
        assert found[0] == "В столбце «answer» не текст, а целые числа."
        assert not any(re.search("[a-z]", line.replace("answer", "")) for line in found)


def test_a_folder_that_is_a_parquet_file_of_parts_is_one_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = tmp_path / "answers.parquet"
    folder.mkdir()
    for number in (1, 0):
        write_table(folder / f"part-{number}.parquet", 10, number * 10)
    (folder / "_SUCCESS").touch()
    assert graded(capsys, folder, tmp_path / "out", "jsonl") == (0, "")
    assert [row["id"] for row in content(tmp_path / "out", "jsonl")] == [f"n-{number}" for number in range(20)]


@pytest.mark.parametrize(
    ("told", "arguments"),
    [
        ("--resume", ("answers.csv", "--quiz", "returns", "--format", "jsonl", "--resume")),
        ("--resume", ("answers.csv", "--quiz", "returns", "--resume")),
        ("--processes", ("sheets", "--processes", "2")),
        ("--processes", ("answers.csv", "--quiz", "returns", "--processes", "0")),
        ("-o", ("answers.csv", "--quiz", "returns", "--format", "parquet")),
        ("--format parquet", ("sheets", "--format", "parquet", "-o", "out.parquet")),
        ("would|cannot be written over", ("answers.csv", "--quiz", "returns", "--format", "csv", "-o", "answers.csv")),
        ("cannot be written over", ("p.parquet", "--quiz", "returns", "--format", "parquet", "-o", "p.parquet")),
        ("the form jsonl", ("answers.csv", "--quiz", "returns", "--format", "jsonl", "-o", "out.csv")),
        ("the form csv", ("answers.csv", "--quiz", "returns", "--format", "csv", "-o", "out.XLSX")),
        ("Give it the ending .csv", ("answers.csv", "--quiz", "returns", "-o", "out.xlsx")),
        ("Give it the ending .csv", ("answers.csv", "--quiz", "returns", "-o", "out.json")),
        ("Give it the ending .csv", ("answers.csv", "--quiz", "returns", "-o", "out.csv.gz")),
        ("Give it the ending .csv", ("answers.csv", "--quiz", "returns", "-o", "out.xls")),
        ("the form csv", ("answers.csv", "--quiz", "returns", "--format", "csv", "-o", "out.csv.gz")),
        ("Cannot write “.”", ("answers.csv", "--quiz", "returns", "-o", ".")),
        ("Cannot write “folder”", ("answers.csv", "--quiz", "returns", "--format", "csv", "-o", "folder")),
        ("Cannot write “no/out”", ("answers.csv", "--quiz", "returns", "--format", "csv", "-o", "no/out")),
    ],
)
def test_wrong_use_of_a_table_is_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    told: str,
    arguments: tuple[str, ...],
):
    monkeypatch.chdir(tmp_path)
    write_table(tmp_path / "answers.csv", 3)
    write_table(tmp_path / "p.parquet", 3)
    for name in ("folder", "sheets"):
        (tmp_path / name).mkdir()
    before = sorted(path.name for path in tmp_path.iterdir())
    ended = gramota_within(capsys, "grade", *arguments, "--lang", "en", *FOLDERS)
    assert (ended.code, ended.out) == (2, "")
    assert any(each in ended.err for each in told.split("|")), ended.err
    assert sorted(path.name for path in tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("r.csv", b"\xef\xbb\xbfid"), ("r.JSONL", b'{"id"'), ("r.parquet", b"PAR1"), ("r.txt", b"n-0 ")],
)
def test_the_ending_of_the_results_says_what_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, beginning: bytes
):
    table, output = write_table(tmp_path / "answers.csv", 3), tmp_path / name
    assert gramota_within(capsys, "grade", table, "--quiz", "returns", "-o", output, *FOLDERS) == Ended(0, "", "")
    assert output.read_bytes().startswith(beginning)


def test_a_full_disk_is_told_and_the_old_results_stay(tmp_path: Path):
    table = write_table(tmp_path / "answers.csv", 3_000)
    output = write(tmp_path / "out.jsonl", "old")
    asked = ["grade", str(table), "--quiz", "returns", "--format", "jsonl", "-o", str(output), "--processes", "1"]
    run = subprocess.run(
        [sys.executable, "-m", "gramota", "--lang", "en", *asked, *FOLDERS],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000)),
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, "GRAMOTA_CACHE": ""},
    )
    assert (run.returncode, output.read_text()) == (2, "old"), run.stderr
    assert f"Cannot write “{output}”: the file would be larger than the system allows" in run.stderr


def test_without_pyarrow_it_is_said_how_to_get_it_and_other_tables_are_graded(tmp_path: Path):
    """A program that was installed without the extra: Python finds no pyarrow."""
    (tmp_path / "hidden").mkdir()
    write(tmp_path / "hidden/sitecustomize.py", "import sys\nsys.modules['pyarrow'] = None\n")
    environment = {"PYTHONPATH": str(tmp_path / "hidden")}
    table, other = write_table(tmp_path / "a.parquet", 3), write_table(tmp_path / "a.csv", 3)
    for asked in ((table, "--format", "jsonl"), (other, "--format", "parquet")):
        ended = gramota("grade", *asked, "--quiz", "returns", "-o", tmp_path / "out", *FOLDERS, **environment)
        assert (ended.code, "pip install 'gramota[parquet]'" in ended.err) == (2, True), ended.err
    ended = gramota(
        "grade", other, "--format", "csv", "--quiz", "returns", "-o", tmp_path / "out", *FOLDERS, **environment
    )
    assert (ended.code, ended.err) == (0, "")
    asked = ("--engine", "dask", "--scheduler", "tcp://h:1", "--quiz", "returns", "-o", tmp_path / "parts")
    ended = gramota("grade", tmp_path, *asked, *FOLDERS, **environment)
    assert (ended.code, "pip install 'gramota[dask]'" in ended.err) == (2, True), ended.err


def test_a_name_meant_for_a_folder_does_not_become_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "answers.csv", "id,question,answer\n1,money,Кассир\n")
    asked = ("grade", "answers.csv", "--quiz", "returns", *FOLDERS, "-o")
    ended = gramota_within(capsys, *asked, "results", "--lang", "en")
    assert (ended.code, "“results”. Give it the ending .csv" in ended.err) == (2, True)
    assert not (tmp_path / "results").exists()
    assert gramota_within(capsys, *asked, "results", "--format", "jsonl").code == 0
    assert gramota_within(capsys, *asked, "/dev/null").code == 0
