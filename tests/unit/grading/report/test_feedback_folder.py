"""Feedback sheets have nobody's name on the outside, and no file but ours is ever taken away."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.answers.sheets import sheet
from tests.unit.grading.report.made import attempt_of, group_of, without_number

from gramota.grading.files.atomic_file import replace_files
from gramota.grading.grade import Attempt
from gramota.grading.report.feedback import render_feedback
from gramota.grading.report.feedback_folder import choose_for_feedback, find_sheets, name_sheets, remove_sheets
from gramota.grading.standing import mark_standing


def names_of(*attempts: Attempt) -> list[str]:
    return [*name_sheets(attempts).values()]


def name_for(learner: dict[str, str], letter: str = "returns") -> str:
    attempt = attempt_of(sheet(learner=learner))
    titled = attempt.compiled.letter.model_copy(update={"id": letter})
    (name,) = names_of(replace(attempt, compiled=replace(attempt.compiled, letter=titled)))
    return name.removeprefix("feedback/").rpartition("--")[0]


@pytest.mark.parametrize(
    ("learner", "part"),
    [
        ({"id": "4711", "name": "Анна Иванова"}, "returns--4711"),
        ({"id": "ТН-0042"}, "returns--ТН-0042"),
        ({"id": "Анна Иванова"}, "returns"),
        ({"id": "иванова1985"}, "returns"),
        ({"id": "anna@example.org"}, "returns"),
        ({"id": "../../etc/1"}, "returns"),
        ({"id": "CON1:\\*"}, "returns"),
        ({"name": "Анна Иванова"}, "returns"),
    ],
)
def test_a_number_is_in_the_name_and_a_name_is_not(learner: dict[str, str], part: str):
    assert name_for(learner) == part


@pytest.mark.parametrize(("letter", "part"), [("sales/closer", "sales-closer"), ("con", "con"), ("../..", "-")])
def test_no_letter_leads_out_of_the_folder(letter: str, part: str):
    assert name_for({"id": "1"}, letter) == f"{part}--1"


def test_names_never_collide_and_are_no_devices_name():
    attempts = [attempt_of(sheet(learner={"name": f"Сотрудник {number}"})) for number in range(200)]
    names = [name.lower() for name in names_of(*attempts)]
    assert len({*names}) == 200
    assert all(name.startswith("feedback/returns--") and name.endswith(".html") for name in names)


def test_only_the_attempt_that_counts_gets_a_sheet_and_only_when_nothing_waits():
    first, second = sheet(), sheet(finished="2026-11-24T10:20:00.000Z")
    attempts = mark_standing([attempt_of(first, "1.json"), attempt_of(second, "2.json"), attempt_of(second, "3.json")])
    assert [each.handed_in.file for each in choose_for_feedback(attempts)] == ["2.json"]
    (doubtful,) = group_of({"term": "чек дней день четырнадцать срок"})
    waiting = replace(doubtful, grades=tuple(replace(grade, review=True) for grade in doubtful.grades))
    assert choose_for_feedback([waiting]) == []


def test_only_our_sheets_are_found(tmp_path: Path):
    (attempt,) = group_of({})
    (name,) = names_of(attempt)
    replace_files(tmp_path, [(name, render_feedback(attempt))])
    place = tmp_path / "feedback"
    (place / "returns--1--0123abcd.html").write_text("mine")
    (place / "notes.html").write_bytes(render_feedback(attempt))
    (place / "returns--2--0123abcd.html").symlink_to(tmp_path / name)
    (place / "returns--3--0123abcd.html").mkdir()
    assert [*find_sheets(tmp_path)] == [tmp_path / name]
    remove_sheets(find_sheets(tmp_path))
    assert len([*place.iterdir()]) == 4


def test_a_linked_folder_is_not_looked_into(tmp_path: Path):
    (attempt,) = group_of({})
    replace_files(tmp_path / "elsewhere", [(names_of(attempt)[0], render_feedback(attempt))])
    (tmp_path / "out").mkdir()
    (tmp_path / "out/feedback").symlink_to(tmp_path / "elsewhere/feedback")
    assert [*find_sheets(tmp_path / "out")] == []


def test_the_folder_goes_with_its_last_sheet(tmp_path: Path):
    attempts = group_of({}, {})
    replace_files(tmp_path, ((name, render_feedback(attempts[0])) for name in names_of(*attempts)))
    remove_sheets([*find_sheets(tmp_path)][:1])
    assert (tmp_path / "feedback").is_dir()
    remove_sheets(find_sheets(tmp_path))
    assert not (tmp_path / "feedback").exists()


def test_somebody_without_a_number_is_known_by_the_sheet():
    attempt = without_number(group_of({})[0])
    (name,) = names_of(attempt)
    assert name == f"feedback/returns--{attempt.id.removeprefix('sha256:')[:8]}.html"
