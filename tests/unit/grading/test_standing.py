"""One person's attempts at a letter are told apart, and the gradebook knows which of them counts."""

from pathlib import Path
from typing import Any

import pytest
from tests.answers.sheets import compiled, course, sheet, write
from tests.answers.texts import sheet_text

from gramota.grading.grade import Attempt, grade_attempt
from gramota.grading.inbox.answer_files import HandedIn, load_answer_file
from gramota.grading.standing import Rule, mark_standing

LATER = "2026-11-24T10:20:00.000Z"
CHECKED = [{"item": "two-products", "hash": "0" * 16, "attempts": 1, "correct": True}]


def load(path: Path) -> Attempt:
    found = load_answer_file(path, course())
    assert isinstance(found, HandedIn)
    return grade_attempt(found, compiled())


def marked(tmp_path: Path, *contents: dict[str, Any] | str, rule: Rule = "latest") -> list[tuple[str, list[str]]]:
    """Return each sheet's standing, and its last warning's code and the file that it names."""
    files = [
        write(tmp_path / f"{number}.{'txt' if isinstance(content, str) else 'json'}", content)
        for number, content in enumerate(contents, start=1)
    ]
    attempts = mark_standing([load(path) for path in files], rule)
    return [(attempt.standing, _warning(attempt)) for attempt in attempts]


def _warning(attempt: Attempt) -> list[str]:
    return [part for each in attempt.handed_in.warnings for part in (each.code, Path(dict(each.values)["file"]).name)]


def test_of_copies_one_counts(tmp_path: Path):
    copy = ("copy", ["G356", "1.json"])
    assert marked(tmp_path, sheet(), sheet(), sheet()) == [("counts", []), copy, copy]


def test_a_file_and_its_text_are_one_sheet_and_the_file_knows_more(tmp_path: Path):
    content = sheet(self_check=CHECKED)
    found = marked(tmp_path, sheet_text(content).replace(" ", "\u00a0"), content)
    assert found == [("copy", ["G356", "2.json"]), ("counts", [])]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"id": "4711", "name": "Анна Семёнова"}, {"id": " 4711 ", "name": "анна  семенова"}),
        ({"id": "4711", "name": "Анна"}, {"id": "4711"}),
        ({"name": "Анна Иванова"}, {"name": "анна  иванова"}),
    ],
)
def test_the_later_of_two_attempts_counts_in_whatever_order_they_lie(
    tmp_path: Path, first: dict[str, str], second: dict[str, str]
):
    earlier, later = sheet(learner=first), sheet(learner=second, finished=LATER)
    assert marked(tmp_path, earlier, later) == [("superseded", ["G357", "2.json"]), ("counts", [])]
    assert marked(tmp_path, later, earlier) == [("counts", []), ("superseded", ["G357", "1.json"])]


def test_two_names_under_one_number_are_told(tmp_path: Path):
    """Vera mistyped her number, and her sheet was called another attempt of Anna's."""
    vera = sheet(learner={"id": "4711", "name": "Вера"})
    found = marked(tmp_path, vera, sheet(learner={"id": "4711", "name": "Анна"}, finished=LATER))
    assert found == [("superseded", ["G357.name", "2.json"]), ("counts", [])]


def test_times_are_compared_and_not_their_spelling(tmp_path: Path):
    east, west = sheet(finished="2026-11-23T14:00:00+03:00"), sheet(finished="2026-11-23T12:00:00Z")
    assert [standing for standing, _ in marked(tmp_path, west, east)] == ["counts", "superseded"]


@pytest.mark.parametrize(("rule", "counting"), [("latest", 2), ("first", 0), ("best", 1)])
def test_another_rule_lets_another_attempt_count(tmp_path: Path, rule: Rule, counting: int):
    sheets = [
        sheet({"term": "Не знаю."}, finished="2026-11-23T10:20:00Z"),
        sheet(finished="2026-11-24T10:20:00Z"),
        sheet({"term": "Чек."}, finished="2026-11-25T10:20:00Z"),
    ]
    standings = [standing for standing, _ in marked(tmp_path, *sheets, rule=rule)]
    assert [place for place, standing in enumerate(standings) if standing == "counts"] == [counting]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"id": "1", "name": "Анна Иванова"}, {"id": "2", "name": "Анна Иванова"}),
        ({"id": "7"}, {"name": "7"}),
    ],
)
def test_namesakes_are_not_the_same_learner(tmp_path: Path, first: dict[str, str], second: dict[str, str]):
    assert marked(tmp_path, sheet(learner=first), sheet(learner=second)) == [("counts", []), ("counts", [])]


@pytest.mark.parametrize("number", ["47\u200b11", "4711\u00ad", "\u202a4711"])
def test_a_number_copied_with_signs_that_nobody_sees_is_no_second_person_in_the_gradebook(tmp_path: Path, number: str):
    later = sheet(learner={"id": number}, finished="2026-11-24T10:20:00.000Z")
    standings = marked(tmp_path, sheet(learner={"id": "4711"}), later)
    assert standings == [("superseded", ["G357", "2.json"]), ("counts", [])]
