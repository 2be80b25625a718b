"""A second opinion moves how sure a decision is and never what is decided."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.answers.sheets import compiled
from tests.unit.grading.second_reader.decided import EMPTY, TELLING, decided, many, texts

from gramota.grading.bulk.rubrics import Rubrics, rubrics_of
from gramota.grading.compiled_quiz import CompiledQuiz
from gramota.grading.grade import grade_answer
from gramota.grading.second_reader.reader import SecondReader
from gramota.grading.second_reader.second_thoughts import think_again
from gramota.grading.second_reader.trial import learn_quiz
from gramota.rubric import REVIEW_BELOW, Decision
from gramota.rubric.confidence import CONFIDENCE


def thought_again(decision: Decision, opinion: int) -> Decision:
    return think_again({"cashier": decision}, {"cashier": opinion})["cashier"]


def with_reader(answers=None) -> CompiledQuiz:
    return replace(compiled(), readers=learn_quiz(compiled(), answers or many()).readers)


@given(st.booleans(), st.sampled_from(CONFIDENCE), st.integers(-15, 14))
def test_who_agrees_more_never_makes_a_decision_less_sure(met: bool, confidence: float, opinion: int):
    less, more = (thought_again(Decision(met, confidence), each).confidence for each in (opinion, opinion + 1))
    assert min(less, more) >= 0
    assert max(less, more) <= 1
    assert less <= more if met else less >= more


@given(st.booleans(), st.sampled_from(CONFIDENCE), st.integers(-15, 15))
def test_only_how_sure_it_is_changes(met: bool, confidence: float, opinion: int):
    decision = Decision(met, confidence, ((0, 3),), "касса")
    assert thought_again(decision, opinion)._replace(confidence=confidence) == decision


def test_a_firm_contradiction_makes_a_decision_rather_wrong_than_right():
    assert thought_again(Decision(False, 0.9), 12).confidence < 0.5
    assert thought_again(Decision(True, 0.8), -12).confidence < 0.5
    assert thought_again(Decision(True, 0.95), 10).confidence > 0.95


def test_a_criterion_that_the_reader_does_not_know_stays_as_it_is():
    decision = Decision(True, 0.9)
    assert think_again({"new": decision}, {"cashier": -15}) == {"new": decision}


def test_a_missed_idea_is_sent_to_a_trainer_and_no_decision_changes():
    before, after = (grade_answer(quiz, "money", f"Вернет {TELLING[0]}") for quiz in (compiled(), with_reader()))
    assert not before.criteria["cashier"].met
    assert before.criteria["cashier"].confidence > REVIEW_BELOW > after.criteria["cashier"].confidence
    assert after.review
    assert (after.score, after.criteria["cashier"].met) == (before.score, False)


def test_what_both_miss_is_surer_than_before():
    before, after = (grade_answer(quiz, "money", f"Вернет {EMPTY[0]}") for quiz in (compiled(), with_reader()))
    assert after.criteria["cashier"].confidence >= before.criteria["cashier"].confidence
    assert not after.review


def test_questions_that_nothing_was_learned_of_are_graded_as_before():
    assert grade_answer(with_reader(), "term", "14 дней") == grade_answer(compiled(), "term", "14 дней")


@pytest.mark.parametrize("text", texts(many(3)))
def test_other_processes_are_as_sure(text: str):
    quiz = with_reader()
    again = Rubrics.from_json(json.dumps(json.loads(rubrics_of(quiz).to_json())))
    assert grade_answer(again, "money", text) == grade_answer(quiz, "money", text)


def test_a_refused_answer_is_not_read_again():
    known = SecondReader(100, ("cashier",), (-1500,), {})
    rubric = compiled().rubrics["money"]
    refusing = {**compiled().rubrics, "money": replace(rubric, refuse=frozenset({"empty"}))}
    plain = replace(compiled(), rubrics=refusing)
    assert grade_answer(replace(plain, readers={"money": known}), "money", "не знаю") == grade_answer(
        plain, "money", "не знаю"
    )


def test_the_trial_tells_what_the_answers_kept_aside_gain():
    known = [decided(f"Вернет кассир, смена {at}", True, 1000 + at) for at in range(200)]
    missed, right = many(200)[:40], many(200)[200:]
    trial = learn_quiz(compiled(), [*known, *missed, *right]).trial
    assert 0 < trial.wrong < trial.answers < 200
    assert trial.found < trial.found_then == trial.wrong
