"""A second opinion moves how sure a decision is, and turns round what is rather wrong than right: never in silence."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.answers.sheets import compiled
from tests.unit.grading.second_reader.decided import EMPTY, KEY, TELLING, decided, many, texts

from gramota.grading.bulk.rubrics import Rubrics, rubrics_of
from gramota.grading.calibration.calibrate import calibrate_quiz
from gramota.grading.compiled_quiz import CompiledQuiz
from gramota.grading.grade import Grade, grade_answer
from gramota.grading.learning.trial import Figures, Trial, learn_quiz
from gramota.grading.second_reader.reader import SecondReader
from gramota.grading.second_reader.second_thoughts import think_again, weigh
from gramota.rubric import Decision, Score, score_answer
from gramota.rubric.scoring.confidence import CONFIDENCE

SURE = (1500,)


def with_reader(answers=None) -> CompiledQuiz:
    return replace(compiled(), readers=learn_quiz(compiled(), answers or many()).readers)


def read_by(reader: SecondReader, question: str, answer: str) -> Grade:
    return grade_answer(replace(compiled(), readers={question: reader}), question, answer)


def believing(criterion: str, *words: str) -> SecondReader:
    """A reader to whom each of these beginnings says that the criterion is met."""
    return SecondReader((criterion,), (0,), dict.fromkeys(words, SURE))


@given(st.booleans(), st.sampled_from(CONFIDENCE), st.integers(-15, 14))
def test_who_agrees_more_never_makes_a_decision_less_sure(met: bool, confidence: float, opinion: int):
    less, more = (weigh(Decision(met, confidence), each) for each in (opinion, opinion + 1))
    assert min(less, more) >= 0
    assert max(less, more) <= 1
    assert less <= more if met else less >= more


def test_a_firm_contradiction_makes_a_decision_rather_wrong_than_right():
    assert weigh(Decision(False, 0.9), 12) < 0.5
    assert weigh(Decision(True, 0.8), -12) < 0.5
    assert weigh(Decision(True, 0.95), 10) > 0.95


def test_a_missed_idea_is_met_by_the_words_that_trainers_accepted_and_sent_to_a_trainer():
    answer = f"Вернет {TELLING[0]}, смена 5"
    before, after = (grade_answer(quiz, "money", answer) for quiz in (compiled(), with_reader()))
    turned = after.criteria["cashier"]
    assert (before.criteria["cashier"].met, turned.met) == (False, True)
    assert after.score > before.score
    assert (turned.is_learned, turned.phrase, after.review) == (True, None, True)
    assert turned.confidence > 0.5
    assert [answer[start:end] for start, end in turned.evidence] == ["девушка", "кассового аппарата"]


def doubted(quiz: CompiledQuiz, question: str, answer: str) -> Score:
    """The score of an answer whose phrases make no decision very sure, read again."""
    rubric = quiz.rubrics[question]
    score = score_answer(rubric, answer)
    criteria = {name: each._replace(confidence=0.8) for name, each in score.criteria.items()}
    return think_again(rubric, replace(score, criteria=criteria), quiz.readers[question], answer)


def test_a_phrase_that_trainers_did_not_count_is_not_met_and_has_no_evidence():
    against = SecondReader(("cashier",), (-1500,), {})
    after = doubted(replace(compiled(), readers={"money": against}), "money", "Кассир из офиса")
    turned = after.criteria["cashier"]
    assert (turned.met, turned.evidence, turned.phrase, turned.is_learned) == (False, (), None, True)
    assert (after.score, after.review) == (0, True)


@pytest.mark.parametrize("confidence", [0.51, 0.9, 0.99])
def test_a_decision_that_was_turned_round_is_for_review_however_sure_it_is(confidence: float):
    assert Decision(met=True, confidence=confidence, is_learned=True).is_unsure


def test_evidence_lies_in_the_answer_as_given_and_small_words_are_none():
    answer = "😀 И\u0306 с  ДЕВУШ\u0301КА-аппарат и"
    grade = read_by(believing("cashier", "с.", "и.", "девуш", "девушк", "аппара"), "money", answer)
    (span,) = grade.criteria["cashier"].evidence
    assert answer[slice(*span)] == "ДЕВУШ\u0301КА-аппарат"


def test_only_a_few_words_are_shown_and_none_that_hardly_tells():
    weights = {"перв": (900,), "втор": (800,), "трет": (700,), "четв": (600,), "малы": (90,)}
    reader = SecondReader(("cashier",), (0,), weights)
    assert (
        len(read_by(reader, "money", "Первая и вторая и третья и четвертая и малые").criteria["cashier"].evidence) == 3
    )
    strong = SecondReader(("cashier",), (0,), {"перв": (1400,), "втор": (300,)})
    assert len(read_by(strong, "money", "Первая или вторая").criteria["cashier"].evidence) == 1


def test_without_a_word_that_speaks_for_it_nothing_is_turned_to_met():
    for reader in (SecondReader(("cashier",), SURE, {}), believing("cashier", "и.", "с.")):
        turned = read_by(reader, "money", "Товаровед и охранник с ключом").criteria["cashier"]
        assert (turned.met, turned.is_learned) == (False, False)
        assert turned.confidence < 0.5


@pytest.mark.parametrize(
    ("question", "criterion", "answer", "notice"),
    [
        ("money", "cashier", "девушка, аппарат, касса, чек, деньги, товар", "keyword_list"),
        ("money", "cashier", "Не знаю, девушка", "empty"),
        ("term", "days", "Кассир вернет, девушка", "other_question"),
        ("money", "cashier", "Товар принимаем в течение 14 дней, если есть чек", "copied"),
    ],
)
def test_a_salad_of_words_is_not_rewarded_nor_any_answer_with_a_notice(
    question: str, criterion: str, answer: str, notice: str
):
    grade = read_by(believing(criterion, "девуш", "товар"), question, answer)
    assert notice in [each.kind for each in grade.notices]
    assert (grade.criteria[criterion].met, grade.criteria[criterion].is_learned) == (False, False)


def test_what_the_author_rejects_in_so_many_words_stays_rejected():
    reader = believing("receipt", "бума", "чек")
    rubric = compiled().rubrics["term"]
    rejecting = tuple(replace(each, reject=each.accept) if each.id == "receipt" else each for each in rubric.criteria)
    rubrics = {**compiled().rubrics, "term": replace(rubric, criteria=rejecting)}
    quiz = replace(compiled(), rubrics=rubrics, readers={"term": reader})
    without, with_phrase = (grade_answer(quiz, "term", f"Была бы бумажка{end}") for end in ("", " или чек"))
    assert (without.criteria["receipt"].met, with_phrase.criteria["receipt"].met) == (True, False)


def voided_by(**conditions: tuple[str, ...]) -> CompiledQuiz:
    """The quiz with conditions on `receipt`, and a reader that believes in it and in nothing else."""
    rubric = compiled().rubrics["term"]
    criteria = tuple(replace(each, **conditions) if each.id == "receipt" else each for each in rubric.criteria)
    rubrics = {**compiled().rubrics, "term": replace(rubric, criteria=criteria)}
    return replace(compiled(), rubrics=rubrics, readers={"term": believing("receipt", "бума")})


@pytest.mark.parametrize(
    ("conditions", "answer"),
    [
        ({"excludes": ("any_time",)}, "Когда угодно, была бы бумажка"),
        ({"excludes": ("days",)}, "14 дней, была бы бумажка"),
        ({"requires": ("days",)}, "Была бы у человека бумажка"),
    ],
)
def test_what_a_misconception_or_another_criterion_voids_stays_voided(conditions: dict, answer: str):
    free, bound = (grade_answer(voided_by(**each), "term", answer) for each in ({}, conditions))
    assert free.criteria["receipt"].met
    assert (bound.criteria["receipt"].met, bound.criteria["receipt"].is_learned) == (False, False)
    assert bound.criteria["days"].met == free.criteria["days"].met


def test_what_is_taken_back_voids_nothing_itself():
    """«Чек» cannot stand beside the wrong idea, and so does not stand in the way of «14 дней»."""
    quiz = voided_by(excludes=("any_time",))
    rubric = quiz.rubrics["term"]
    criteria = tuple(replace(each, excludes=("receipt",)) if each.id == "days" else each for each in rubric.criteria)
    quiz = replace(quiz, rubrics={**quiz.rubrics, "term": replace(rubric, criteria=criteria)})
    grade = grade_answer(quiz, "term", "Когда угодно, была бы бумажка. В течение 14 дней.")
    assert (grade.misconceptions["any_time"].met, grade.criteria["receipt"].met) == (True, False)
    assert grade.criteria["days"].met


def test_a_criterion_that_is_turned_to_not_met_is_required_in_vain():
    quiz = voided_by(requires=("days",))
    against = SecondReader(("days",), (-1500,), {})
    score = doubted(replace(quiz, readers={"term": against}), "term", "14 дней, если есть чек")
    assert [each.met for each in score.criteria.values()] == [False, False]


def test_a_criterion_that_the_reader_does_not_know_stays_as_it_is():
    known = believing("new", "касси")
    assert read_by(known, "money", "Кассир") == grade_answer(compiled(), "money", "Кассир")


def test_answers_that_readers_have_learned_from_do_not_praise_them_when_phrases_are_measured():
    plain, read = (calibrate_quiz(quiz, many(), 3) for quiz in (compiled(), with_reader()))
    assert plain.questions == read.questions
    assert any(each.decisions[KEY].met != each.labels[KEY] for each in read.questions[0].now)


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
    known = SecondReader(("cashier",), (-1500,), {})
    rubric = compiled().rubrics["money"]
    refusing = {**compiled().rubrics, "money": replace(rubric, refuse=frozenset({"empty"}))}
    plain = replace(compiled(), rubrics=refusing)
    assert grade_answer(replace(plain, readers={"money": known}), "money", "не знаю") == grade_answer(
        plain, "money", "не знаю"
    )


def test_the_trial_tells_what_the_answers_kept_aside_gain():
    known = [decided(f"Вернет кассир, смена {at}", True, 1000 + at) for at in range(200)]
    missed, right = many(200)[:160], many(200)[200:]
    trial = learn_quiz(compiled(), [*known, *missed, *right]).trial
    assert 0 < trial.now.wrong_decisions == trial.now.wrong < trial.answers == trial.decisions
    assert (trial.then.wrong_decisions < trial.now.wrong_decisions, trial.does_help) == (True, True)


def test_a_trial_in_which_more_is_wrong_than_before_is_no_help():
    better, same = Figures(3, 3, 1), Figures(4, 4, 2)
    assert Trial(90, 90, now=same, then=better).does_help
    assert not Trial(90, 90, now=better, then=same).does_help
    assert not Trial(90, 90, now=same, then=same).does_help
    assert Trial(90, 90, now=same, then=replace(same, found=3)).does_help
