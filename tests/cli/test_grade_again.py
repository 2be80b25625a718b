"""Results are graded again, and the same bad rows are told in the same way wherever they stand and go."""

import csv
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.answers.sheets import FOLDERS, write
from tests.cli.command import gramota_within

FORMS = ("jsonl", "csv", "parquet")
CP1251 = "ответ".encode("cp1251")
SHOWN = r"\xee\xf2\xe2\xe5\xf2"
ROWS: list[tuple[str | None, ...]] = [
    ("1", "term", "14 дней", "Тверь"),
    ("2", "terms", "да", "Тверь"),
    ("", "term", "да", "Орёл"),
    (" ", "term", "да", ""),
    ("5", "term", SHOWN, "Тверь"),
    ("6", "money", "Кассир", "Тверь"),
    ("7", "money", "Кассир", SHOWN),
    ("8", SHOWN, "Кассир", "Тверь"),
    ("1", "term", "4 дня", "Орёл"),
    ("", "", "да", "Тверь"),
    ("-5", "term", "14 дней", "=1"),
]
BAD = {2: "G323", 3: "G322", 4: "G322", 5: "G329", 7: "G329", 8: "G329", 10: "G322"}
NAMES = ("id", "question", "answer", "shop")


def written(path: Path) -> Path:
    """The rows as a file of the kind that its name says; what SHOWN stands for is in it as bytes."""
    rows = [dict(zip(NAMES, row, strict=True)) for row in ROWS]
    if path.suffix == ".parquet":
        columns = {name: [as_bytes(row[name]) for row in rows] for name in NAMES}
        pq.write_table(
            pa.table({name: pa.array(each, pa.binary()).view(pa.string()) for name, each in columns.items()}), path
        )
    elif path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as stream:
            table = csv.DictWriter(stream, NAMES)
            table.writeheader()
            table.writerows(rows)
        path.write_bytes(as_bytes(path.read_text(encoding="utf-8")))
    else:
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        path.write_bytes(as_bytes(text.replace(json.dumps(SHOWN)[1:-1], SHOWN)))
    return path


def as_bytes(text: str | None) -> bytes:
    return (text or "").encode().replace(SHOWN.encode(), CP1251)


def graded(capsys: pytest.CaptureFixture[str], table: Path, output: Path, lang: str = "en") -> tuple[int, str]:
    ended = gramota_within(capsys, "grade", table, "--quiz", "returns", "-o", output, "--lang", lang, *FOLDERS)
    return ended.code, ended.err


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def ids_in(path: Path) -> list[str]:
    if path.suffix == ".parquet":
        return pq.read_table(path)["id"].to_pylist()
    if path.suffix == ".csv":
        return [row["id"] for row in csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines())]
    return [row["id"] for row in lines_of(path)]


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("form", FORMS)
def test_the_same_bad_rows_are_told_alike_in_every_kind_and_form(
    tmp_path: Path, kind: str, form: str, capsys: pytest.CaptureFixture[str]
):
    output = tmp_path / f"out.{form}"
    code, told = graded(capsys, written(tmp_path / f"answers.{kind}"), output)
    assert (code, "8 files" in told, told.count("G332")) == (2, False, 1), told
    aside = lines_of(output.with_name(output.name + ".set-aside.jsonl"))
    header = 1 if kind == "csv" else 0
    assert {line["row"] - header: line["code"] for line in aside} == BAD
    assert [line["given"] for line in aside] == [dict(zip(NAMES, ROWS[row - 1], strict=True)) for row in BAD]
    assert ids_in(output) == ["1", "6", "1", "-5"]
    again = f"answers.{kind}:{9 + header}:1: G332"
    assert again in told


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_results_in_a_table_are_graded_again_as_often_as_one_likes(
    tmp_path: Path, lang: str, capsys: pytest.CaptureFixture[str]
):
    table = write(tmp_path / "0.csv", "id,question,answer,shop,Баллы\n1,term,14 дней,Тверь,7\n-5,money,Кассир,,8\n")
    for number in range(3):
        output = tmp_path / f"{number + 1}.csv"
        assert graded(capsys, tmp_path / f"{number}.csv", output, lang)[0] == 0, number
    delimiter = ";" if lang == "ru" else ","
    first, last = ([*csv.DictReader(read(tmp_path / f"{n}.csv"), delimiter=delimiter)] for n in (1, 3))
    score = {"en": "Score", "ru": "Баллы"}[lang]
    assert [row["id"] for row in last] == ["1", "-5"]
    assert [row[score] for row in last] == [row[score] for row in first]
    assert [row["shop"] for row in last] == ["Тверь", ""]
    own = {"en": "Баллы", "ru": "input.Баллы"}[lang]
    assert [row[own] for row in last] == ["7", "8"]
    assert (tmp_path / "3.csv").read_bytes() == (tmp_path / "1.csv").read_bytes()
    assert table.exists()


def read(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8-sig").splitlines()


def as_cell(value: object) -> object:
    return json.dumps(value) if isinstance(value, dict | list) else value


def with_answers(path: Path, kind: str, old: list[dict[str, Any]]) -> Path:
    """The results with their answers again, as people join them, in a file of this kind."""
    rows = [{**row, "answer": answer} for row, answer in zip(old, ("14 дней", "Кассир"), strict=True)]
    path = path.with_suffix(f".{kind}")
    if kind == "jsonl":
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    elif kind == "csv":
        with path.open("w", encoding="utf-8", newline="") as stream:
            table = csv.DictWriter(stream, [*rows[0]])
            table.writeheader()
            table.writerows({name: as_cell(value) for name, value in row.items()} for row in rows)
    else:
        pq.write_table(pa.Table.from_pylist(rows), path)
    return path


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("from_table", [False, True], ids=["of programs", "of people"])
def test_old_grades_are_replaced_alike_in_every_kind_and_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, kind: str, form: str, from_table: bool
):
    first = write(tmp_path / "0.csv", "id,question,answer,score,shop\n1,term,14 дней,mine,Тверь\n2,money,Кассир,own,\n")
    assert graded(capsys, first, tmp_path / "1.jsonl")[0] == graded(capsys, first, tmp_path / "1.csv", "ru")[0] == 0
    of_people = csv.DictReader(read(tmp_path / "1.csv"), delimiter=";")
    old = [*of_people] if from_table else lines_of(tmp_path / "1.jsonl")
    again, usual = tmp_path / f"2.{form}", tmp_path / f"usual.{form}"
    assert graded(capsys, with_answers(tmp_path / "joined", kind, old), again)[0] == 0
    assert graded(capsys, first, usual)[0] == 0
    assert sorted(names_in(again)) == sorted(names_in(usual))


def names_in(path: Path) -> list[str]:
    if path.suffix == ".parquet":
        return pq.read_schema(path).names
    return [*lines_of(path)[0]] if path.suffix == ".jsonl" else next(csv.reader(read(path)))


def test_one_column_with_the_name_of_ours_is_somebodys_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    write(tmp_path / "a.jsonl", '{"id": 1, "question": "term", "answer": "x", "score": 7, "max": 9, "criteria": "a"}\n')
    assert graded(capsys, tmp_path / "a.jsonl", tmp_path / "b.jsonl")[0] == 0
    (row,) = lines_of(tmp_path / "b.jsonl")
    assert [row[f"input.{name}"] for name in ("score", "max", "criteria")] == [7, 9, "a"]


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_results_without_answers_are_told_once_as_what_they_are(
    tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
):
    write(tmp_path / "a.csv", "id,question,answer\n" + "1,term,x\n" * 9)
    assert graded(capsys, tmp_path / "a.csv", tmp_path / f"b.{form}")[0] == 1
    code, told = graded(capsys, tmp_path / f"b.{form}", tmp_path / "c.csv")
    assert (code, told.count("G324"), "results of a grading" in told) == (2, 1, True), told


def test_rows_that_were_set_aside_are_told_once_as_what_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    written(tmp_path / "a.csv")
    assert graded(capsys, tmp_path / "a.csv", tmp_path / "b.csv")[0] == 2
    code, told = graded(capsys, tmp_path / "b.csv.set-aside.jsonl", tmp_path / "c.csv")
    assert (code, told.count("G324"), "set aside, and no table" in told) == (2, 1, True), told
