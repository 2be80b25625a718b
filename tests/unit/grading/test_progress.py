"""Nobody is counted as having passed who has not, and nobody is chased who has."""

import dataclasses
import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

import pytest
from tests.answers.sheets import compiled, course, sheet

from gramota.course import Letter
from gramota.course.model.time_spans import TimeSpan
from gramota.grading.grade import Attempt, grade_attempt
from gramota.grading.inbox.answer_files import HandedIn
from gramota.grading.inbox.answers import Answers
from gramota.grading.roster.audience import unknown_audience
from gramota.grading.roster.progress import Progress, find_progress
from gramota.grading.roster.roll_call import call_roll
from gramota.grading.roster.roster import Person, Roster

ANNA = Person("4711", "Анна Иванова", ("Магазины",))
ON = dt.date(2026, 11, 25)
WRONG = {"term": "Никогда", "money": "Никто"}


def attempt(day: str, wrong: bool = False, **changed: Any) -> Attempt:
    moments = {"started": f"{day}T10:00:00Z", "finished": f"{day}T10:20:00Z"}
    content = sheet(WRONG if wrong else None, **{**moments, **changed})
    answers = Answers.model_validate_json(json.dumps(content))
    return grade_attempt(HandedIn(f"{day}.json", answers, course().lesson("returns")), compiled())


def revision(number: int, **more: Any) -> dict[str, Any]:
    return {"letter": {"id": "returns", "revision": number, "hash": "e2ad7b231777305e"}, "acknowledged": number, **more}


def stand(*attempts: Attempt, letter: Letter | None = None, on: dt.date = ON) -> Progress:
    roster = Roster((ANNA,))
    made = call_roll(attempts, roster).attempts
    [progress] = find_progress([letter or course().lesson("returns").letter], roster, made, on)
    return progress


@pytest.mark.parametrize(
    ("attempts", "state"),
    [
        ([], "not_begun"),
        ([attempt("2026-11-23")], "passed"),
        ([attempt("2026-11-23", wrong=True)], "not_passed"),
        ([attempt("2026-11-20", wrong=True), attempt("2026-11-23")], "passed"),
        ([attempt("2026-11-20"), attempt("2026-11-23", wrong=True)], "not_passed"),
        ([attempt("2026-11-20", **revision(1))], "older_revision"),
        ([attempt("2026-11-20", **revision(1)), attempt("2026-11-23", wrong=True)], "not_passed"),
        ([attempt("2026-11-23", wrong=True), attempt("2026-11-24", **revision(1))], "not_passed"),
    ],
)
def test_a_state_is_that_of_the_attempt_that_counts(attempts: Sequence[Attempt], state: str):
    assert stand(*attempts).state == state
    assert stand(*reversed(attempts)).state == state, "the order of the files decided"


def test_what_is_doubtful_is_neither_passed_nor_failed():
    made = attempt("2026-11-23")
    doubtful = dataclasses.replace(made, grades=(dataclasses.replace(made.grades[0], review=True), *made.grades[1:]))
    assert stand(doubtful).state == "review"


@pytest.mark.parametrize(
    ("valid_for", "on", "due", "state"),
    [
        (None, "2036-01-01", None, "passed"),
        (TimeSpan(365, "d"), "2027-11-23", "2027-11-23", "passed"),
        (TimeSpan(365, "d"), "2027-11-24", "2027-11-23", "due_again"),
        (TimeSpan(3, "m"), "2027-02-24", "2027-02-23", "due_again"),
        (TimeSpan(1, "y"), "2026-11-23", "2027-11-23", "passed"),
    ],
)
def test_a_pass_is_due_again_after_the_time_that_the_letter_gives_it(
    valid_for: TimeSpan | None, on: str, due: str | None, state: str
):
    letter = course().lesson("returns").letter.model_copy(update={"valid_for": valid_for})
    found = stand(attempt("2026-11-23"), letter=letter, on=dt.date.fromisoformat(on))
    assert (found.state, found.due and found.due.isoformat()) == (state, due)


def test_only_a_pass_on_the_letter_as_it_is_can_be_due():
    letter = course().lesson("returns").letter.model_copy(update={"valid_for": TimeSpan(1, "d")})
    assert stand(attempt("2026-11-01", wrong=True), letter=letter).state == "not_passed"
    older = stand(attempt("2026-11-01", **revision(1)), letter=letter)
    assert (older.state, older.due) == ("older_revision", None)


def test_the_same_sheet_handed_in_twice_is_one_attempt():
    assert stand(attempt("2026-11-23"), attempt("2026-11-23")).attempts == 1
    assert stand(attempt("2026-11-23"), attempt("2026-11-24")).attempts == 2


def test_the_last_revision_that_was_confirmed_is_told():
    read = stand(attempt("2026-11-20", **revision(1)), attempt("2026-11-23", acknowledged=None)).read
    assert read
    assert (read.revision, read.day) == (1, dt.date(2026, 11, 20))
    assert stand(attempt("2026-11-23", acknowledged=None)).read is None


ROSTER = Roster((ANNA, Person("2", "Борис", ("Склад", "магазины ")), Person("3", "Вера", ("Склад",)), Person("4", "Г")))


@pytest.mark.parametrize(
    ("audience", "people", "unknown"),
    [
        (("Магазины",), ["4711", "2"], []),
        (("Магазины", "Новички"), ["4711", "2"], ["Новички"]),
        (("Новички",), ["4711", "2", "3", "4"], ["Новички"]),
        (("Все сотрудники",), ["4711", "2", "3", "4"], []),
        (("Магазины", "все сотрудники"), ["4711", "2", "3", "4"], []),
    ],
)
def test_a_letter_concerns_the_departments_that_it_names_or_everyone(
    audience: tuple[str, ...], people: list[str], unknown: list[str]
):
    letter = course().lesson("returns").letter.model_copy(update={"audience": audience})
    assert [each.person.id for each in find_progress([letter], ROSTER, {}, ON)] == people
    assert unknown_audience(letter, ROSTER) == unknown


def test_without_departments_every_letter_concerns_everyone_and_nothing_is_told():
    letter, roster = course().lesson("returns").letter, Roster((Person("1", "Анна"),))
    assert len([*find_progress([letter], roster, {}, ON)]) == 1
    assert unknown_audience(letter, roster) == []


@pytest.mark.parametrize(
    ("learner", "code"),
    [
        ({"id": "9", "name": "Никто"}, "G397"),
        ({"id": "9"}, "G397.id"),
        ({"id": "9", "name": "анна иванова"}, "G397.namesake"),
        ({"name": "Никто"}, "G397.name"),
        ({"name": "Тезка"}, "G398"),
    ],
)
def test_whoever_is_not_on_the_roster_is_told(learner: dict[str, str], code: str):
    roster = Roster((ANNA, Person("5", "Тезка"), Person("6", "Тезка")))
    roll = call_roll([attempt("2026-11-23", learner=learner)], roster)
    assert ([found.code for found in roll.strangers], roll.attempts) == ([code], {})
