"""What only goes along with an idea is not proposed as a phrase for it."""

from dataclasses import replace

from tests.answers.sheets import course
from tests.unit.grading.calibration.answers import CASHIER, calibrated, decided, proposed, several
from tests.unit.grading.calibration.test_calibrate import MISSED, RIGHT, WRONG

from gramota.course import Criterion
from gramota.grading.calibration.decided_answers import DecidedAnswer
from gramota.grading.compiled_quiz import CompiledQuiz, compile_quiz
from gramota.grading.suggesting.labelled_answers import Labels

ALSO = ("criteria", "also")


def quiz_with(*, also: tuple[str, ...], cashier: tuple[str, ...] = ("кассир",)) -> CompiledQuiz:
    """The quiz whose question about money has two criteria with these phrases."""
    lesson = course().lesson("returns")
    assert lesson.quiz
    criteria = (
        Criterion(id="cashier", title="Кассир", accept=cashier),
        Criterion(id="also", title="И еще", accept=also),
    )
    control = tuple(
        question.model_copy(update={"criteria": criteria}) if question.id == "money" else question
        for question in lesson.quiz.control
    )
    return compile_quiz(replace(lesson, quiz=lesson.quiz.model_copy(update={"control": control})))


def marked(text: str, labels: Labels, times: int) -> list[DecidedAnswer]:
    return [replace(each, by={"Ирина": labels}) for each in several(text, True, times)]


def test_a_phrase_that_gains_nothing_on_the_answers_kept_aside_is_not_proposed():
    assert proposed(calibrated(*RIGHT, *WRONG, *MISSED))
    aside = [
        decided("Деньги вернет бухгалтер", True, aside=True),
        decided("Вернет бухгалтер, он добрый", False, aside=True),
    ]
    assert proposed(calibrated(*RIGHT, *WRONG, *MISSED, *aside)) == []


def test_a_phrase_of_another_criterion_is_not_proposed():
    named = marked("Выдаст по чеку", {CASHIER: True, ALSO: True}, 3)
    phrases = proposed(calibrated(*RIGHT, *WRONG, *named, quiz=quiz_with(also=("по чеку",))))
    assert ("accept", "чек") not in phrases
    assert phrases, "what is no other criterion's may be tried"


def test_words_of_another_criterions_phrase_are_not_proposed():
    named = marked("Чек проверит", {CASHIER: True, ALSO: True}, 3)
    quiz = quiz_with(also=("чек проверит директор", "чек проверит"))
    assert proposed(calibrated(*RIGHT, *WRONG, *named, quiz=quiz)) == []


def test_words_that_the_criterion_has_itself_may_be_proposed_for_it():
    """A word of a long phrase may do alone, though another criterion has it in a phrase as well."""
    named = marked("Бухгалтер", {CASHIER: False, ALSO: True}, 3)
    rest = marked("Отдаст охранник", {CASHIER: False, ALSO: False}, 6)
    quiz = quiz_with(cashier=("кассир", "бухгалтер лично"), also=("спросит бухгалтер",))
    phrases = calibrated(*RIGHT, *rest, *named, quiz=quiz).phrases
    assert [(new.meaning, new.phrase) for _, new in phrases] == [(ALSO, "бухгалтер")]


def test_a_phrase_that_two_criteria_would_take_is_proposed_for_neither():
    both = marked("Вернет бухгалтер", {CASHIER: True, ALSO: True}, 3)
    rest = marked("Отдаст охранник", {CASHIER: False, ALSO: False}, 6)
    assert proposed(calibrated(*RIGHT, *rest, *both, quiz=quiz_with(also=("завтра",)))) == []


def test_a_phrase_is_left_to_the_criterion_that_it_clearly_serves_better():
    both = marked("Бухгалтер", {CASHIER: True, ALSO: True}, 2)
    one = marked("Бухгалтер, видимо", {CASHIER: True}, 3)
    rest = marked("Отдаст охранник", {CASHIER: False, ALSO: False}, 6)
    phrases = calibrated(*RIGHT, *rest, *both, *one, quiz=quiz_with(also=("завтра",))).phrases
    assert [(new.meaning, new.phrase) for _, new in phrases] == [(CASHIER, "бухгалтер")]
