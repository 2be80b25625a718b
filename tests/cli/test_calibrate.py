"""`gramota calibrate` shows figures and proposals, and writes to the quiz's file only what is asked for."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from gramota.course import load_course
from gramota.course.yaml_files.source import load_source
from gramota.decisions.line import Finished, Subject
from tests.answers.sheets import FOLDERS, HERE, attempt_of, sheet, write
from tests.cli.command import gramota, gramota_within
from tests.unit.decisions.lines import write_log
from tests.unit.grading.calibration.answers import CASHIER, several
from tests.unit.grading.calibration.test_calibrate import BELIEVED, MISSED, RIGHT, WRONG, DecidedAnswer

ANSWERS = (*RIGHT, *WRONG, *MISSED, *BELIEVED)


def lines(answers: Iterable[DecidedAnswer], trainer: str = "Ирина") -> str:
    rows = (
        {
            "id": each.id,
            "question": each.question,
            "answer": each.text,
            "criteria": {"cashier": int(each.by["Ирина"][CASHIER])},
            "trainer": trainer,
        }
        for each in answers
    )
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    return write(tmp_path / "labelled.jsonl", lines(ANSWERS))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, labelled: Path) -> Path:
    shutil.copytree(HERE / "course", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_apply_no_file_is_changed(project: Path):
    before = {path: path.read_bytes() for path in project.rglob("*.yml")}
    ended = gramota("calibrate", "--labelled", "labelled.jsonl", "--lang", "ru", cwd=project)
    assert ended.code == 0
    assert "Баллы (взвешенная каппа)" in ended.out
    assert "+++ quizzes/returns.yml" in ended.out
    assert "--apply" in ended.err
    assert {path: path.read_bytes() for path in project.rglob("*.yml")} == before


def test_apply_adds_the_proposed_phrases_and_changes_nothing_else(project: Path, capsys: pytest.CaptureFixture[str]):
    quiz = project / "quizzes/returns.yml"
    before = quiz.read_text(encoding="utf-8")
    asked = ("calibrate", "--labelled", "labelled.jsonl")
    found = json.loads(gramota_within(capsys, *asked, "--format", "json").out)
    ended = gramota_within(capsys, *asked, "--apply")
    assert (ended.code, "The change is made: quizzes/returns.yml" in ended.err) == (0, True)
    cashier = load_course(project / "docs", project / "quizzes").lessons[0].control[1].criteria[0]
    proposals = [each for question in found["questions"] for each in question["proposals"]]
    assert [phrase for phrase in cashier.accept if phrase not in before] == [
        each["phrase"] for each in proposals if each["list"] == "accept"
    ]
    assert [*cashier.reject] == [each["phrase"] for each in proposals if each["list"] == "reject"]
    changed = set(quiz.read_text(encoding="utf-8").splitlines()) ^ set(before.splitlines())
    assert len(changed) == 2, "one line, as it was and as it is"
    assert gramota_within(capsys, "check").code == 0
    again = json.loads(gramota_within(capsys, *asked, "--format", "json").out)
    assert again["patch"] == ""


def test_programs_get_one_json_object(labelled: Path, capsys: pytest.CaptureFixture[str]):
    ended = gramota_within(capsys, "calibrate", "--labelled", labelled, *FOLDERS, "--format", "json")
    found = json.loads(ended.out)
    assert found["format"] == "gramota-calibration/1"
    [money] = found["questions"]
    assert (money["question"], money["answers"], money["criteria"]["cashier"]["n"]) == ("money", 18, 18)
    assert {"value", "low", "high"} == money["criteria"]["cashier"]["accuracy"].keys()
    assert found["parts"].keys() == {"learned", "aside"}
    assert {each["list"] for each in money["proposals"]} == {"accept", "reject"}
    assert {each["rubric"] for each in money["differences"]} == {True, False}


def test_two_tables_are_two_trainers(tmp_path: Path, labelled: Path, capsys: pytest.CaptureFixture[str]):
    other = write(tmp_path / "other.jsonl", lines(ANSWERS, "Олег"))
    asked = ("calibrate", "--labelled", labelled, "--labelled", other, *FOLDERS, "--format", "json")
    [pair] = json.loads(gramota_within(capsys, *asked).out)["trainers"]
    assert (pair["one"], pair["other"], pair["n"], pair["accuracy"]["value"]) == ("Ирина", "Олег", 18, 1)


@pytest.mark.parametrize("inbox", ["sheets", None])
def test_decisions_of_the_desk_are_read_with_the_sheets(
    project: Path, capsys: pytest.CaptureFixture[str], inbox: str | None
):
    out = project / "out"
    place = project / inbox if inbox else out
    for folder in {out, place}:
        folder.mkdir()
    acts = []
    for number, answer in enumerate(several("Деньги вернет бухгалтер", True, 4)):
        content = sheet({"money": answer.text}, learner={"id": str(number)})
        write(place / f"{number}.json", content)
        about = Subject(attempt=attempt_of(content), learner=str(number), letter="returns", question="money", rubric="")
        acts.append(Finished(subject=about, criteria={"cashier": True}, misconceptions={}))
    write_log(out, *acts)
    ended = gramota_within(capsys, "calibrate", "out", *([inbox] if inbox else []), "--format", "json", "--least", "1")
    assert (ended.code, ended.err) == (0, "To make it, repeat the command with --apply.\n" * bool(ended.err))
    [money] = json.loads(ended.out)["questions"]
    assert (money["answers"], money["criteria"]["cashier"]["accuracy"]["value"]) == (4, 0)
    assert "Иванова" not in ended.out


def test_other_questions_are_left_out(labelled: Path, capsys: pytest.CaptureFixture[str]):
    ended = gramota_within(capsys, "calibrate", "--labelled", labelled, "--question", "term", *FOLDERS)
    assert (ended.code, "G402" in ended.err) == (2, True)


def test_good_rows_are_compared_though_others_are_bad(labelled: Path, capsys: pytest.CaptureFixture[str]):
    write(labelled, "not json\n" + lines(ANSWERS))
    ended = gramota_within(capsys, "calibrate", "--labelled", labelled, *FOLDERS, "--format", "json")
    assert (ended.code, "G301" in ended.err) == (2, True)
    assert json.loads(ended.out)["questions"][0]["answers"] == len(ANSWERS)


@pytest.mark.parametrize(
    ("told", "arguments"),
    [
        ("--labelled", ()),
        ("--labelled", ("out", "--labelled", "labelled.jsonl")),
        ("G001", ("nowhere",)),
        ("G001", ("--labelled", "nowhere.jsonl")),
        ("G335", ("--labelled", "sheets.json")),
        ("G331", ("--labelled", "labelled.jsonl", "--quiz", "flood")),
        ("G333", ("--labelled", "labelled.jsonl", "--question", "flood")),
        ("--least", ("--labelled", "labelled.jsonl", "--least", "0")),
    ],
)
def test_wrong_use_ends_with_2(
    project: Path, capsys: pytest.CaptureFixture[str], told: str, arguments: tuple[str, ...]
):
    ended = gramota_within(capsys, "calibrate", *arguments)
    assert (ended.code, told in ended.err) == (2, True)


def test_one_of_several_quizzes_is_asked_for(project: Path, capsys: pytest.CaptureFixture[str]):
    for folder in ("docs/letters", "quizzes"):
        shutil.copy(project / folder / "returns.yml", project / folder / "again.yml")
    ended = gramota_within(capsys, "calibrate", "--labelled", "labelled.jsonl")
    assert (ended.code, "again, returns" in ended.err) == (2, True)


def test_a_list_that_nothing_can_be_added_to_is_told_by_its_place(project: Path, capsys: pytest.CaptureFixture[str]):
    quiz = project / "quizzes/returns.yml"
    text = quiz.read_text(encoding="utf-8")
    odd = "- id: cashier\n        title: Кассир\n        accept:\n          - |-\n            кассир\n"
    quiz.write_text(text.replace("- {id: cashier, title: Кассир, accept: [кассир]}\n", odd), encoding="utf-8")
    assert load_source(quiz, "q").problems == ()
    ended = gramota_within(capsys, "calibrate", "--labelled", "labelled.jsonl", "--apply")
    assert (ended.code, "quizzes/returns.yml" in ended.err, "G400" in ended.err) == (2, True, True)
