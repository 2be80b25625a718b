"""A spreadsheet with a column for each criterion is a table with marks; what is missing is told with what to do."""

import json
import shutil
from pathlib import Path

import pytest

from tests.answers.sheets import HERE, write
from tests.cli.command import Ended, gramota_within


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(HERE / "course", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def calibrated(capsys: pytest.CaptureFixture[str], *arguments: str) -> Ended:
    return gramota_within(capsys, "calibrate", *arguments, "--format", "json", "--lang", "en")


def counts(ended: Ended) -> dict[str, int]:
    found = {
        name: figures["n"]
        for question in json.loads(ended.out)["questions"]
        for kind in ("criteria", "misconceptions")
        for name, figures in question[kind].items()
    }
    return {name: n for name, n in found.items() if n}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_column_for_each_criterion_and_misconception_is_read(
    project: Path, capsys: pytest.CaptureFixture[str], delimiter: str
):
    head = "id,question,answer,days,receipt,any_time,cashier\n"
    rows = "1,term,14 дней,1,0,0,\n2,money,Кассир,,,,1\n3,term,Чек,,1,,\n"
    write(project / "a.csv", (head + rows).replace(",", delimiter))
    ended = calibrated(capsys, "--labelled", "a.csv")
    assert (ended.code, counts(ended)) == (0, {"days": 1, "receipt": 2, "any_time": 1, "cashier": 1})


def test_true_and_false_of_a_spreadsheet_are_marks(project: Path, capsys: pytest.CaptureFixture[str]):
    write(project / "a.csv", "id,question,answer,cashier\n1,money,Кассир,TRUE\n2,money,Охранник,FALSE\n3,money,А,\n")
    assert counts(calibrated(capsys, "--labelled", "a.csv")) == {"cashier": 2}


def test_a_cell_that_is_no_mark_is_told_by_its_line(project: Path, capsys: pytest.CaptureFixture[str]):
    write(project / "a.csv", "id,question,answer,cashier\n1,money,Кассир,1\n2,money,Охранник,perhaps\n")
    ended = calibrated(capsys, "--labelled", "a.csv")
    assert (ended.code, "a.csv:3" in ended.err, "G408" in ended.err, "perhaps" in ended.err) == (2, True, True, True)


def test_a_misspelt_column_of_marks_is_told_once(project: Path, capsys: pytest.CaptureFixture[str]):
    rows = "".join(f"{n},term,14 дней,1,1,7\n" for n in range(4))
    write(project / "a.csv", "id,question,answer,days,reciept,age\n" + rows)
    ended = calibrated(capsys, "--labelled", "a.csv")
    assert (ended.code, ended.err.count("G409"), "“receipt”?" in ended.err) == (2, 1, True)


def test_columns_of_other_names_are_carried_along(project: Path, capsys: pytest.CaptureFixture[str]):
    write(project / "a.csv", "id,question,answer,cashier,group,trainer\n1,money,Кассир,1,7,Ирина\n")
    ended = calibrated(capsys, "--labelled", "a.csv")
    assert (ended.code, counts(ended)) == (0, {"cashier": 1})


def test_a_table_without_marks_is_told_what_a_cell_looks_like(project: Path, capsys: pytest.CaptureFixture[str]):
    write(project / "a.csv", "id,question,answer\n1,term,14 дней\n")
    ended = calibrated(capsys, "--labelled", "a.csv")
    assert (ended.code, "G402" in ended.err, '{"days": 1, "receipt": 0}' in ended.err) == (2, True, True)


@pytest.mark.parametrize("command", ["calibrate", "learn"])
def test_a_folder_without_decisions_is_told_to_review(project: Path, capsys: pytest.CaptureFixture[str], command: str):
    (project / "results").mkdir()
    (project / "sheets").mkdir()
    ended = gramota_within(capsys, command, "results", "sheets", "--lang", "en")
    assert (ended.code, "no decisions in this folder yet" in ended.err) == (2, True)
    assert "gramota review SHEETS -o results" in ended.err
    assert "G001" not in ended.err


def test_a_table_in_place_of_the_folder_is_told_how_it_is_named(project: Path, capsys: pytest.CaptureFixture[str]):
    write(project / "a.csv", "id,question,answer,cashier\n1,money,Кассир,1\n")
    ended = calibrated(capsys, "a.csv")
    assert (ended.code, "--labelled a.csv" in ended.err) == (2, True)
