"""`gramota learn` and `gramota calibrate` pass over no mark of a table without a word."""

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


def line(number: int, text: str, **others: object) -> str:
    return json.dumps({"id": number, "question": "money", "answer": text} | others, ensure_ascii=False) + "\n"


def calibrated(capsys: pytest.CaptureFixture[str], *names: str) -> Ended:
    labelled = [argument for name in names for argument in ("--labelled", name)]
    return gramota_within(capsys, "calibrate", *labelled, "--format", "json")


def answers_in(ended: Ended) -> int:
    return json.loads(ended.out)["questions"][0]["answers"]


def test_two_attempts_of_one_person_are_two_answers(project: Path, capsys: pytest.CaptureFixture[str]):
    rows = [line(n % 30, f"Вернет кассир {n}", criteria={"cashier": 1}) for n in range(60)]
    write(project / "a.jsonl", "".join(rows))
    ended = calibrated(capsys, "a.jsonl")
    assert (ended.code, answers_in(ended)) == (0, 60)
    learned = gramota_within(capsys, "learn", "--labelled", "a.jsonl")
    assert "60 answers" in learned.out


def test_rows_with_marks_in_quotes_are_told_and_counted(project: Path, capsys: pytest.CaptureFixture[str]):
    rows = [line(n, f"Кассир {n}", criteria={"cashier": "1" if n % 4 else 1}) for n in range(240)]
    write(project / "a.jsonl", "".join(rows))
    for ended in (calibrated(capsys, "a.jsonl"), gramota_within(capsys, "learn", "--labelled", "a.jsonl")):
        assert ended.code == 2
        assert ended.err.count("G408") == 100
        assert "a.jsonl:2:1" in ended.err
        assert "and 80 more" in ended.err
        assert "180" in ended.err.split("and 80 more")[1]


def test_a_misspelt_criterion_is_told_with_the_likely_one(project: Path, capsys: pytest.CaptureFixture[str]):
    write(project / "a.jsonl", line(1, "Кассир", criteria={"cashire": 1, "cashier": 7}))
    ended = calibrated(capsys, "a.jsonl")
    assert ended.code == 2
    assert ended.out == ""
    assert {"G407", "G408", "G402"} <= {*ended.err.split()}
    assert "“cashier”?" in ended.err
    assert "1 file or row" in ended.err, "two mistakes of one row"


def test_a_misspelt_column_is_told_once(project: Path, capsys: pytest.CaptureFixture[str]):
    rows = [f'{n},money,Кассир,"{{""cashier"": 1}}",because\n' for n in range(5)]
    write(project / "a.csv", "id,question,answer,critera,reason\n" + "".join(rows))
    ended = calibrated(capsys, "a.csv")
    assert (ended.code, ended.err.count("G409"), "“criteria”?" in ended.err) == (2, 1, True)


def test_a_table_without_a_mark_is_told_beside_one_that_has_them(project: Path, capsys: pytest.CaptureFixture[str]):
    write(project / "a.jsonl", line(1, "Кассир", criteria={"cashier": 1}))
    write(project / "b.jsonl", line(2, "Кассир"))
    ended = calibrated(capsys, "a.jsonl", "b.jsonl")
    assert (ended.code, "b.jsonl: G402" in ended.err, answers_in(ended)) == (1, True, 1)


def test_what_is_marked_on_an_empty_answer_is_not_passed_over_in_silence(
    project: Path, capsys: pytest.CaptureFixture[str]
):
    empty = [line(2, " ", criteria={"cashier": 1}), line(3, "", criteria={"cashier": None})]
    write(project / "a.jsonl", "".join([line(1, "Кассир", criteria={"cashier": 1}), *empty]))
    for ended in (calibrated(capsys, "a.jsonl"), gramota_within(capsys, "learn", "--labelled", "a.jsonl")):
        assert (ended.code, ended.err.count("G408"), "a.jsonl:2:1: G408" in ended.err) == (2, 1, True)
        assert "this is marked: cashier" in ended.err


def test_zeros_on_empty_answers_are_told_once_a_file_and_set_nothing_aside(
    project: Path, capsys: pytest.CaptureFixture[str]
):
    rows = [line(n, "" if n % 2 else "Кассир", criteria={"cashier": (n + 1) % 2}) for n in range(2, 40)]
    write(project / "a.jsonl", "".join(rows))
    write(project / "b.jsonl", line(50, "Кассир", criteria={"cashier": 1}))
    ended = calibrated(capsys, "a.jsonl", "b.jsonl")
    assert (ended.code, answers_in(ended)) == (1, 20)
    assert (
        ended.err.count("G408"),
        "a.jsonl:2:1: G408" in ended.err,
        "counting this one: 19" in " ".join(ended.err.split()),
    ) == (1, True, True)
    write(project / "c.jsonl", line(1, "", criteria={"cashier": 0}))
    assert "G408" in calibrated(capsys, "c.jsonl").err, "beside G402, that there is nothing else"


def test_an_answer_that_says_nothing_in_words_counts_as_an_answer(project: Path, capsys: pytest.CaptureFixture[str]):
    write(project / "a.jsonl", line(1, "Не знаю", criteria={"cashier": 0}))
    ended = calibrated(capsys, "a.jsonl")
    assert (ended.code, answers_in(ended)) == (0, 1)


def test_suggestions_tell_marks_that_cannot_be_used(project: Path, capsys: pytest.CaptureFixture[str]):
    write(project / "a.jsonl", line(1, "Кассир", criteria={"cashier": 1}) + line(2, "Кто", criteria={"cash": 1}))
    ended = gramota_within(capsys, "suggest", "a.jsonl", "--question", "money")
    assert (ended.code, "G407" in ended.err, "a.jsonl:2:1" in ended.err) == (2, True, True)
