"""Grades are proposals about people: what was not graded is never a zero, and doubt is never a verdict."""

import dataclasses
from typing import Any

import pytest
from tests.answers.sheets import compiled, course, sheet

from gramota.errors import ContentError
from gramota.grading.compiled_quiz import compile_quiz
from gramota.grading.grade import Attempt, grade_answer, grade_attempt
from gramota.grading.inbox.answer_files import HandedIn
from gramota.grading.inbox.answers import Answers


def attempt(answers: dict[str, str], **changed: Any) -> Attempt:
    content = sheet(answers, **changed)
    content["answers"], content["self_check"] = tuple(content["answers"]), ()
    handed_in = HandedIn("a.json", Answers.model_validate(content), course().lesson("returns"))
    return grade_attempt(handed_in, compiled())


@pytest.mark.parametrize("nothing", ["", " ", "\n\t\u00a0\u3000"])
def test_an_unanswered_question_has_no_score(nothing: str):
    grade = grade_answer(compiled(), "term", nothing)
    assert (grade.state, grade.score, grade.max, grade.review) == ("not_answered", None, 2.5, False)
    assert not any(decision.met for decision in grade.criteria.values())


def test_a_wrong_answer_has_a_score_of_nothing():
    grade = grade_answer(compiled(), "term", "Когда угодно")
    assert (grade.state, grade.score) == ("graded", 0)


def test_fractions_of_points_add_up():
    graded = attempt({})
    assert (graded.score, graded.max, graded.share, graded.outcome) == (3.5, 3.5, 1, "passed")


def test_a_question_that_may_be_left_out_counts_once_it_is_answered():
    assert attempt({"wish": "Хочу добавить про обмен"}).max == 4.5
    assert attempt({"wish": "Все хорошо"}).score == 3.5


def test_leaving_out_a_required_question_does_not_make_the_rest_a_pass():
    graded = attempt({"term": ""})
    assert (graded.score, graded.max, graded.outcome) == (1, 3.5, "not_passed")


def test_an_empty_sheet_has_no_score_and_no_share():
    graded = attempt({"term": "", "money": ""})
    assert (graded.score, graded.share, graded.outcome) == (None, None, "not_passed")


def test_the_share_that_passes_passes():
    # 1.5 of 2.5 points is exactly the 60 % that the quiz asks for, though not in binary fractions.
    graded = attempt({"term": "14 дней", "money": ""})
    two = dataclasses.replace(graded, grades=graded.grades[:1])
    assert (two.share, two.outcome) == (0.6, "passed")


def test_an_answer_to_an_unknown_question_is_kept_for_the_trainer():
    graded = attempt({"dropped": "Мой ответ"})
    last = graded.grades[-1]
    assert (last.state, last.answer, last.score, last.review) == ("not_graded", "Мой ответ", None, True)
    assert (graded.max, graded.outcome) == (3.5, "review")


def test_nothing_is_proposed_before_doubt_is_resolved():
    graded = attempt({})
    doubtful = dataclasses.replace(graded.grades[0], review=True)
    assert dataclasses.replace(graded, grades=(doubtful, *graded.grades[1:])).outcome == "review"


def test_a_letter_without_a_quiz_cannot_be_compiled():
    lesson = dataclasses.replace(course().lesson("returns"), quiz=None)
    with pytest.raises(ValueError, match="returns has no quiz"):
        compile_quiz(lesson)


def test_a_phrase_that_cannot_be_read_stops_the_grading():
    lesson = course().lesson("returns")
    assert lesson.quiz
    quiz = lesson.quiz.model_copy(update={"synonyms": {"client": ("(клиент",)}})
    with pytest.raises(ContentError) as raised:
        compile_quiz(dataclasses.replace(lesson, quiz=quiz))
    assert [problem.code for problem in raised.value.problems] == ["G102"]
