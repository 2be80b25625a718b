"""Figures of questions are those of the textbooks, and none is shown where there is too little to say."""

import json
import math
from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.answers.sheets import compiled, course, sheet

from gramota.grading.grade import Attempt, grade_attempt
from gramota.grading.inbox.answer_files import HandedIn
from gramota.grading.inbox.answers import Answers
from gramota.grading.item_statistics import Item, analyse_items, difficulty, discrimination

GOOD, HALF, BAD, WRONG = "В течение 14 дней, если есть чек.", "Если есть чек.", "Не знаю.", "Когда угодно."


def attempt(term: str, money: str) -> Attempt:
    content = sheet(answers_in_file=[{"question": "term", "text": term}, {"question": "money", "text": money}])
    answers = Answers.model_validate_json(json.dumps(content))
    return grade_attempt(HandedIn("a.json", answers, course().lesson("returns")), compiled())


def figures(attempts: Sequence[Attempt]) -> dict[str, Item]:
    return {f"{item.question}/{item.id}".rstrip("/"): item for item in analyse_items(attempts)}


def test_the_correlation_is_that_of_a_known_example():
    # Pearson's r of Anscombe's first quartet (1973), .816, with a few of its points twice.
    x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    found = discrimination(x * 2, y * 2)
    assert found is not None
    assert math.isclose(found, 0.81642, abs_tol=1e-5)


def test_nothing_is_said_of_a_few_answers_or_where_all_are_alike():
    assert difficulty([1.0] * 4) is None
    assert difficulty([1.0, 0.0, 0.5, 0.5, 0.5]) == 0.5
    assert discrimination([0.0, 1.0] * 7, [0.0, 1.0] * 7) is None
    assert discrimination([0.1 + 0.2] * 20, [0.3, 0.6] * 10) is None


def test_questions_criteria_and_misconceptions_are_counted():
    found = figures([attempt(GOOD, "Кассир."), attempt(HALF, "Кассир."), attempt(WRONG, ""), *[attempt(BAD, "Я.")] * 3])
    term = found["term"]
    assert (term.kind, term.n, term.not_answered, term.max) == ("question", 6, 0, 2.5)
    assert term.mean == pytest.approx(3.5 / 6)
    assert term.difficulty == pytest.approx(3.5 / 6 / 2.5)
    assert (found["term/receipt"].hits, found["term/receipt"].difficulty) == (2, pytest.approx(2 / 6))
    assert (found["term/any_time"].kind, found["term/any_time"].hits) == ("misconception", 1)
    assert (found["money"].n, found["money"].not_answered) == (5, 1)


def test_a_question_is_compared_with_the_others_and_not_with_itself():
    """Who knows one question knows the other: were the item's own points in the sum, r would be 1 for any question."""
    pairs = [(GOOD, "Кассир.")] * 8 + [(BAD, "Я.")] * 8
    assert figures([attempt(*pair) for pair in pairs])["term"].discrimination == pytest.approx(1)
    unrelated = [(GOOD, "Кассир."), (GOOD, "Я."), (BAD, "Кассир."), (BAD, "Я.")] * 4
    assert figures([attempt(*pair) for pair in unrelated])["term"].discrimination == pytest.approx(0)
    reverse = [(GOOD, "Я.")] * 8 + [(WRONG, "Кассир.")] * 8
    found = figures([attempt(*pair) for pair in reverse])
    assert found["term"].discrimination == pytest.approx(-1)
    assert found["term/any_time"].discrimination == pytest.approx(1)


def test_there_is_nothing_to_compare_the_only_answered_question_with():
    alone = [replace(each, grades=each.grades[:1]) for each in [attempt(GOOD, ""), attempt(BAD, "")] * 10]
    found = analyse_items(alone)[0]
    assert (found.elsewhere, found.discrimination) == (0, None)


def test_without_attempts_there_are_no_figures():
    assert analyse_items([]) == []
