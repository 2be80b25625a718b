"""Somebody who is forgotten is nowhere in the inbox and in the results, and nobody else loses anything."""

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from gramota.decisions import DecisionsLog, read_decisions
from gramota.decisions.line import Marked, Subject
from tests.answers.sheets import FOLDERS, sheet, write
from tests.answers.texts import sheet_text
from tests.cli.command import Ended, gramota
from tests.unit.decisions.lines import clock, write_log

PEOPLE = {"anna": {"id": "4711", "name": "Анна Иванова"}, "boris": {"name": "Борис  Петров"}}


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What every test takes a copy of."""
    folder = tmp_path_factory.mktemp("graded")
    (folder / "in/deeper").mkdir(parents=True)
    for name, learner in PEOPLE.items():
        write(folder / f"in/{name}.json", sheet(learner=learner))
    unknown = {"id": "old-letter", "revision": 1, "hash": "0" * 16}
    write(folder / "in/deeper/older.json", sheet(learner=PEOPLE["anna"], letter=unknown))
    assert gramota("grade", folder / "in/anna.json", "-o", folder / "out", *FOLDERS).code == 0
    write_log(folder / "out", marked("4711"), marked("Борис Петров"))
    return folder


@pytest.fixture
def place(graded: Path, tmp_path: Path) -> Path:
    return shutil.copytree(graded, tmp_path, dirs_exist_ok=True)


def marked(learner: str) -> Marked:
    attempt = "sha256:" + f"{len(learner):064x}"
    subject = Subject(attempt=attempt, learner=learner, letter="returns", question="term", rubric="1" * 16)
    return Marked(subject=subject, kind="criteria", id="days", met=True)


def forget(place: Path, who: str, *options: str | Path) -> Ended:
    return gramota("forget", who, place / "in", "-o", place / "out", *options, LC_ALL="en_GB.UTF-8")


def files(place: Path) -> list[str]:
    return sorted(path.name for path in (place / "in").rglob("*") if path.is_file())


def test_sheets_decisions_and_results_of_a_number_are_gone(place: Path):
    ended = forget(place, "4711", "--yes")
    assert (ended.code, ended.out) == (0, "")
    assert files(place) == ["boris.json"]
    assert sorted(path.name for path in (place / "out").iterdir() if path.suffix != ".lock") == ["decisions.jsonl"]
    text = (place / "out/decisions.jsonl").read_text(encoding="utf-8")
    assert "4711" not in text
    assert "Борис" in text
    assert read_decisions(place / "out")[1] == []


def test_feedback_sheets_and_the_report_are_gone_too_and_what_else_lies_there_stays(place: Path):
    sheets = place / "out/feedback"
    assert len([*sheets.iterdir()]) == 1
    write(sheets / "notes.html", "mine")
    ended = forget(place, "4711", "--yes")
    assert "all feedback sheets are deleted too" in ended.err
    assert [path.name for path in sheets.iterdir()] == ["notes.html"]
    assert not (place / "out/report.html").exists()


def test_files_of_what_was_learned_are_named_for_they_may_hold_beginnings_of_the_person_s_words(place: Path):
    (place / "quizzes").mkdir()
    learned = write(place / "quizzes/returns.learned.json", "{}")
    ended = forget(place, "4711", "--yes", "--quizzes", place / "quizzes")
    assert (ended.code, str(learned) in ended.err) == (0, True)
    assert learned.exists()


def test_somebody_without_a_number_is_forgotten_by_name(place: Path):
    assert forget(place, "борис петров", "--yes").code == 0
    assert files(place) == ["anna.json", "older.json"]
    assert "4711" in (place / "out/decisions.jsonl").read_text(encoding="utf-8")


def test_a_name_that_goes_with_a_number_takes_nobody_away(place: Path):
    """Two people may have one name."""
    ended = forget(place, "Анна Иванова", "--yes")
    assert (ended.code, files(place)) == (1, ["anna.json", "boris.json", "older.json"])
    assert "Nothing was found" in ended.err


def test_nothing_is_deleted_without_a_yes(place: Path):
    ended = forget(place, "4711")
    assert ended.code == 2
    assert "--yes" in ended.err
    assert len(files(place)) == 3
    assert (place / "out/grades.jsonl").exists()


def test_files_with_other_people_are_named_and_left(place: Path):
    with zipfile.ZipFile(place / "in/all.zip", "w") as archive:
        archive.writestr("anna.json", json.dumps(sheet(learner=PEOPLE["anna"])))
    ended = forget(place, "4711", "--yes")
    assert (ended.code, files(place)) == (1, ["all.zip", "boris.json"])
    assert "all.zip" in ended.err
    assert "G385" in ended.err


def test_a_broken_log_is_told_and_nothing_is_deleted(place: Path):
    log = place / "out/decisions.jsonl"
    log.write_bytes(log.read_bytes().replace(b'"met":true', b'"met":false', 1))
    ended = forget(place, "4711", "--yes")
    assert (ended.code, len(files(place))) == (2, 3)
    assert "G380" in ended.err


def test_nobody_is_forgotten_while_a_desk_is_open(place: Path):
    log = (place / "out/decisions.jsonl").read_bytes()
    with DecisionsLog.open(place / "out", clock):
        ended = forget(place, "4711", "--yes")
    assert (ended.code, len(files(place))) == (2, 3)
    assert "G384" in ended.err
    assert (place / "out/decisions.jsonl").read_bytes() == log
    assert (place / "out/gradebook.xlsx").exists()


def test_a_person_of_whom_only_the_gradebook_is_left_is_forgotten(place: Path):
    (place / "in/anna.json").unlink()
    (place / "in/deeper/older.json").unlink()
    (place / "out/decisions.jsonl").unlink()
    assert forget(place, "4712", "--yes").code == 1
    assert (place / "out/report.html").exists()
    assert forget(place, "4711", "--yes").code == 0
    assert not (place / "out/report.html").exists()
    assert forget(place, "4711", "--yes").code == 1


def test_a_text_with_half_of_somebody_else_s_sheet_is_left(place: Path):
    """The half was no sheet that could be graded, and went with the file."""
    boris = sheet_text(sheet(learner=PEOPLE["boris"]))
    text = write(place / "in/mail.txt", sheet_text(sheet(learner=PEOPLE["anna"])) + boris[:-120])
    ended = forget(place, "4711", "--yes")
    assert (ended.code, text.exists()) == (1, True)
    assert "G385" in ended.err


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("cut.json", lambda: json.dumps(sheet(learner=PEOPLE["anna"]), ensure_ascii=False)[:-30]),
        ("cut.txt", lambda: sheet_text(sheet(learner=PEOPLE["anna"])).partition("[checksum")[0]),
        ("end.txt", lambda: "[format" + sheet_text(sheet(learner=PEOPLE["anna"])).partition("[format")[2]),
        ("two.json", lambda: 2 * json.dumps(sheet(learner=PEOPLE["anna"]))),
        ("table.csv", lambda: "id,question,answer\n4711,term,14 дней\n"),
    ],
)
def test_a_file_that_cannot_be_read_but_names_the_person_is_told(place: Path, name: str, left: Callable[[], str]):
    write(place / "in" / name, left())
    write(place / "in/other.txt", "14711 и 47110 — не тот номер")
    ended = forget(place, "4711", "--yes")
    assert (ended.code, files(place)) == (1, sorted(["boris.json", "other.txt", name]))
    assert ended.err.count("G386") == 1
    assert f"in/{name}:" in ended.err


def test_folders_that_are_not_there_are_told_in_the_reader_s_language(place: Path):
    ended = gramota("forget", "4711", place / "nowhere", "-o", place / "nothing", "--lang", "ru")
    assert (ended.code, ended.err.count("G001")) == (2, 2)


def test_a_number_with_zeros_before_it_is_told_and_what_is_under_it_stays(place: Path):
    """A spreadsheet drops the zeros, and the trainer believes that all is gone; or it is another person."""
    write(place / "in/again.json", sheet(learner={"id": "04711"}))
    write_log(place / "out", marked("4711"), marked("004711"), marked("14711"))
    ended = forget(place, "4711", "--yes")
    assert ended.code == 1
    assert "04711, 004711" in ended.err or "004711, 04711" in ended.err
    assert files(place) == ["again.json", "boris.json"]


def test_what_was_handed_in_under_the_number_with_a_sign_that_nobody_sees_does_not_stay(place: Path):
    write(place / "in/again.json", sheet(learner={"id": "47\u00ad11"}))
    write(place / "in/half.txt", "Личный номер: 4711\u200b, остальное потерялось")
    write_log(place / "out", marked("4711\u200b"), marked("4712"))
    ended = forget(place, "4711", "--yes")
    assert files(place) == ["boris.json", "half.txt"]
    assert ("half.txt" in ended.err, "G386" in ended.err, "lines of the log" in ended.err) == (True, True, True), ended


def test_who_leaves_out_the_zeros_is_told_the_right_number(place: Path):
    ended = forget(place, "0004711", "--yes")
    assert ended.code == 1
    assert "stays: 4711." in ended.err
    assert "Nothing was found of “0004711”" in ended.err
    assert files(place) == ["anna.json", "boris.json", "older.json"]


@pytest.mark.parametrize("nobody", ["", "  ", "\u200b"])
def test_an_empty_number_forgets_nobody(place: Path, nobody: str):
    write(place / "in/nameless.json", sheet(learner={}))
    before = files(place)
    ended = forget(place, nobody, "--yes")
    assert (ended.code, files(place)) == (2, before)
    assert "Whose data is to be deleted?" in " ".join(ended.err.split())
